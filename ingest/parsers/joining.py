"""Join the lines of a block into running text; hyphens that only the line end asked for vanish."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.parsers.pdf_lines import LINE_END_HYPHEN

_LETTERS = r"[^\W\d_]+"
_WORD = re.compile(rf"{_LETTERS}(?:[-\u2010\u2011]{_LETTERS})*")
_LAST = re.compile(rf"{_LETTERS}$")
_FIRST = re.compile(rf"^{_LETTERS}")
# Chinese and Japanese set no spaces between words.
_WITHOUT_SPACES = re.compile("[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
_HYPHENS = ("-", "\u2010", "\u2011", "\u00ad", LINE_END_HYPHEN)

Vocabulary = Counter[str]


def vocabulary(texts: Iterable[str]) -> Vocabulary:
    """How often each word stands unbroken in the document; compounds count with their hyphen."""
    return Counter(word.casefold() for text in texts for word in _WORD.findall(text))


def join_lines(lines: Sequence[str], words: Vocabulary) -> str:
    """The lines as one text: single spaces, broken words whole, compounds with their hyphen.

    >>> join_lines(["protec-", "tion of the well-", "being"], Counter({"well-being": 2}))
    'protection of the well-being'
    """
    joined = ""
    for line in lines:
        text = " ".join(line.split())
        if not joined:
            joined = text
        elif joined.endswith(_HYPHENS):
            joined = _mended(joined, text, words)
        elif text and _WITHOUT_SPACES.match(joined[-1]) and _WITHOUT_SPACES.match(text[0]):
            joined += text
        else:
            joined = f"{joined} {text}"
    return _without_marks(joined)


def _mended(before: str, after: str, words: Vocabulary) -> str:
    start = before[:-1]
    first, last = _FIRST.search(after), _LAST.search(start)
    if first is None or last is None:
        keeps = before[-1] not in ("\u00ad", LINE_END_HYPHEN)
        # "2010-" + "2015": no words to mend; a free-standing dash keeps its space.
        return f"{before}{after}" if keeps and not before.endswith(" -") else f"{start}-{after}"
    whole = (last.group() + first.group()).casefold()
    compound = f"{last.group()}-{first.group()}".casefold()
    is_compound = words[compound] > words[whole] or (first.group()[0].isupper() and not last.group().isupper())
    return f"{start}-{after}" if is_compound else f"{start}{after}"


def _without_marks(text: str) -> str:
    """Marks inside a line are hyphens that were printed."""
    return text.replace(LINE_END_HYPHEN, "-").replace("\u00ad", "")
