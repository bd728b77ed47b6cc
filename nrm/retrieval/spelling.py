"""Correcting misspelt words against the words of the library, so that both kinds of search profit."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from nrm.retrieval.words import folded, is_common, stem, words

_SHORTEST = 4  # below, too many words are one letter apart
_LONG = 7  # from here on two letters may be wrong
_ENDINGS = ("s", "es", "ed", "d", "ing", "ings", "er", "ers", "ly")
_SHORTEST_BASE = 3
_ENGLISH_WORDS = Path(__file__).with_name("english_words.txt")


def corrections(question: str, vocabulary: Mapping[str, int], language: str = "en") -> dict[str, str]:
    """For each folded word of the question that the library lacks, the nearest word that it has.

    A word that is spelt right is only taken for another form of itself ("lesson" for "lessons"): a donor is no door.

    :param vocabulary: folded words with how often they occur; the commoner of equally near words wins.
    :return: only words that differ by one edit (two in long words), beginning with the same letter where a
        choice remains.
    """
    found = {}
    for word in dict.fromkeys(words(question)):
        if len(word) >= _SHORTEST and word.isalpha() and word not in vocabulary and not is_common(word, language):
            nearest = _nearest(word, vocabulary, language)
            if nearest:
                found[word] = nearest
    return found


def _nearest(word: str, vocabulary: Mapping[str, int], language: str) -> str:
    most = 2 if len(word) >= _LONG else 1
    near = process.extract(word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=most, limit=20)
    if _is_right(word, language):
        near = [item for item in near if stem(item[0], language) == stem(word, language)]
    if not near:
        return ""
    return str(min(near, key=lambda item: (item[1], item[0][0] != word[0], -vocabulary[item[0]], item[0]))[0])


def _is_right(word: str, language: str) -> bool:
    return language == "en" and (word in _english_words() or any(base in _english_words() for base in _bases(word)))


def _bases(word: str) -> Iterator[str]:
    """What an English word may be a form of: "trim" and "trimme" for "trimming"."""
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST_BASE:
            yield from (base, f"{base}e")
            if base[-1] == base[-2]:
                yield base[:-1]


def changes_the_word(word: str, replacement: str, language: str = "en") -> bool:
    """Whether a correction is more than another form of the same word, and so worth telling.

    >>> changes_the_word("plants", "plant"), changes_the_word("victm", "victim")
    (False, True)
    """
    return stem(word, language) != stem(replacement, language)


@cache
def _english_words() -> frozenset[str]:
    lines = _ENGLISH_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def corrected(question: str, found: Mapping[str, str]) -> str:
    """The question with those words replaced; what was right keeps its shape."""
    if not found:
        return question
    return " ".join(_replaced(piece, found) for piece in question.split())


def _replaced(piece: str, found: Mapping[str, str]) -> str:
    core = piece.strip(".,;:!?()\"'“”’")
    replacement = found.get(folded(core))
    return piece.replace(core, replacement) if replacement and core else piece
