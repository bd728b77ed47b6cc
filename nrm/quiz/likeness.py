"""How alike two short texts are: enough to keep a second right answer out, without a model."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_ROOT_LETTERS = 6
_EMPTY_WORDS = frozenset(
    _WORD.findall(
        "the and for that this with from are was were has have had not but who whom whose which "
        "what when where how why can may must shall should could would will been being its their "
        "they them his her she him our your you any all each every such other others than then also "
        "only own into upon under about out over against state states party parties country "
        "countries article convention protocol"
    )
)


def roots(text: str) -> tuple[str, ...]:
    """The content words of a text, lower case, cut to a rough root; order and repeats are kept."""
    words = (word for word in _WORD.findall(text.casefold()) if word not in _EMPTY_WORDS)
    return tuple(_root(word) for word in words)


def overlap(first: str, second: str) -> float:
    """Share of the shorter text's content words that the other has too, 0 to 1; nothing is remembered."""
    return shared_part(frozenset(roots(first)), frozenset(roots(second)))


def shared_part(one: frozenset[str], two: frozenset[str]) -> float:
    """Share of the smaller set that the larger one holds too, 0 to 1; 0 when one is empty."""
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


class Likeness:
    """Cosine of weighted content words between texts that were given names, 0 to 1."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._counts = {name: Counter(roots(text)) for name, text in texts.items()}
        seen = Counter(root for counts in self._counts.values() for root in counts)
        self._rarity = {root: math.log(1 + len(texts) / number) for root, number in seen.items()}
        self._postings: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for name, counts in self._counts.items():
            for root, weight in self._weights(counts).items():
                self._postings[root].append((name, weight))

    def nearest(self, text: str) -> dict[str, float]:
        """The cosine with every named text that shares a content word; the others are at 0."""
        scores: defaultdict[str, float] = defaultdict(float)
        for root, weight in self._weights(Counter(roots(text))).items():
            for name, other in self._postings.get(root, ()):
                scores[name] += weight * other
        return dict(scores)

    def _weights(self, counts: Mapping[str, int]) -> dict[str, float]:
        rarest = math.log(1 + len(self._counts)) if self._counts else 1.0
        raw = {root: (1 + math.log(n)) * self._rarity.get(root, rarest) for root, n in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        return {root: weight / length for root, weight in raw.items()}


def _root(word: str) -> str:
    for ending in ("ies", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    return word[:_ROOT_LETTERS]
