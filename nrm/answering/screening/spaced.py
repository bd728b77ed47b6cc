"""Letters written apart (``g i r l s``, ``r.e.c.r.u.i.t``) put together again as words of the rules."""

import re
from collections.abc import Container, Iterator

_BETWEEN = r"[ .,\-_*/|·•~+]"
_END = r"(?![^\W_])"
_RUN = re.compile(rf"(?<!\w)[^\W\d_](?:{_BETWEEN}[^\W_]{_END}){{2,}}{_END}")
# Two letters apart are a word only where nearly everything is written apart.
_SHORT_RUN = re.compile(rf"(?<!\w)[^\W_](?:{_BETWEEN}[^\W_]{_END})+{_END}")
_SEPARATORS = re.compile(r"[\W_]")
_DOUBLED = re.compile(r"(.)\1+")
_WORD = re.compile(r"\w+")
_MOSTLY = 0.7
# No word of a rule is longer, nor of any use to cut out when shorter.
_LONGEST, _SHORTEST = 20, 2
# An ending that the rules do not know (girl + s) stays with its word.
_LONGEST_ENDING = 3


def together(text: str, known: Container[str]) -> str:
    """The text with its spread letters as words; what is not spread is left alone.

    :param known: the words that a run of letters without word ends may be cut into; ``word*`` is a beginning.
    """
    words = _WORD.findall(text)
    alone = sum(len(word) == 1 for word in words)
    run = _SHORT_RUN if words and alone / len(words) >= _MOSTLY else _RUN
    return run.sub(lambda found: " ".join(_cut(_SEPARATORS.sub("", found.group()), known)), text)


def single(word: str) -> str:
    """The word with doubled letters made single; numbers stay."""
    return _DOUBLED.sub(r"\1", word) if not word.isdigit() else word


def _cut(letters: str, known: Container[str]) -> Iterator[str]:
    """The words of a run; long words are liked best, and letters of no word stay together."""
    best, steps = [0] * (len(letters) + 1), [1] * (len(letters) + 1)
    for start in range(len(letters) - 1, -1, -1):
        best[start] = best[start + 1]
        for size in range(_SHORTEST, min(_LONGEST, len(letters) - start) + 1):
            word = single(letters[start : start + size])
            if (word in known or f"{word}*" in known) and size * size + best[start + size] > best[start]:
                best[start], steps[start] = size * size + best[start + size], size
    return _joined(_pieces(letters, steps), known)


def _pieces(letters: str, steps: list[int]) -> Iterator[tuple[str, bool]]:
    """Words and the letters between them, each with whether it is a word."""
    start, loose = 0, ""
    while start < len(letters):
        piece = letters[start : start + steps[start]]
        start += len(piece)
        if len(piece) == 1:
            loose += piece
            continue
        if loose:
            yield loose, False
        loose = ""
        yield piece, True
    if loose:
        yield loose, False


def _joined(pieces: Iterator[tuple[str, bool]], known: Container[str]) -> Iterator[str]:
    before = ""
    for piece, is_word in pieces:
        if not is_word and len(piece) <= _LONGEST_ENDING and f"{single(before)}*" in known:
            before += piece
            continue
        if before:
            yield before
        before = piece
    if before:
        yield before
