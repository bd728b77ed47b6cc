"""Items that a language model proposed from a passage: what their quote shows right, and what it shows wrong.

An answer is right when it is taken from the quote, word after word, with every figure, strength, denial and
condition. It is wrong when it differs from the right one in a single figure, unit, bound, strength or denial.
Everything else is not shown. English only: what is not recognised makes an item fail, never pass.
"""

import re
from collections.abc import Sequence

from nrm.domain.shortening import is_of_scraps, places_in_order
from nrm.quiz.facts import Facts
from nrm.quiz.items import GAP, ItemType, QuizItem, folded

RULE = "from_passage"
_MOST_OF_STEM_FOREIGN = 0.5
_WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100"}  # fmt: skip
_KINDS: dict[str, dict[str, str]] = {
    "strength": {"shall": "must", "must": "must", "should": "should", "may": "may", "can": "may"},
    "weaker": {"consider": "consider", "endeavour": "endeavour", "endeavor": "endeavour", "strive": "endeavour"},
    "denial": dict.fromkeys(("not", "no", "never", "nor", "neither", "without", "cannot"), "not"),
    "condition": dict.fromkeys(("if", "unless", "when", "where", "until", "only", "except", "provided"), "if"),
    "bound": {"least": "least", "minimum": "least", "most": "most", "maximum": "most", "less": "less", "more": "more"},
    "unit": {unit: unit for unit in "day days week weeks month months year years hour hours".split()},
}
_CHANGEABLE = ("figure", "strength", "bound", "unit")
_SAID_OF_ALL = ("figure", "strength", "weaker", "denial", "condition", "bound")
_ASKING = frozenset(
    "what which who whom whose when where why how long many much is are was does do did the a an of to in on for by "
    "and or with under this that these those it its be as at from according article rule state states party parties "
    "must may should shall can have has".split()
)


def verdict(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """What the item's own quote shows of one answer; see the module."""
    quote = item.citation.quote
    if item.type is ItemType.CLOZE:
        return True if subject.replace(GAP, answer).find(f"“{quote}”") >= 0 and is_gap_word(answer) else None
    if item.type is ItemType.TRUE_FALSE:
        return _statement(facts, item, statement_of(subject))
    if item.type is not ItemType.ONE_RIGHT or not asks_about(question_of(subject), quote):
        return None
    if answer in item.keys:
        return True if answers(question_of(subject), answer, quote) else None
    changed = changes_one_claim(answer, item.keys[0])
    return False if changed and not _said(changed, facts.passage_text(item.citation.record) or quote) else None


def statement_of(stem: str) -> str:
    """The statement of a true-or-false item: what stands between its quotation marks."""
    found = re.search(r"“(.+)”$", stem, re.DOTALL)
    return found.group(1) if found else ""


def question_of(stem: str) -> str:
    """The question of an item, without the name of the source before it."""
    return stem.rpartition(": ")[2]


def answers(question: str, answer: str, quote: str) -> bool:
    """Whether question and answer together claim nothing that the quote does not."""
    said, quoted = claims(f"{question} {answer}"), claims(quote)
    figures = {value for kind, value in said if kind == "figure"}
    strengths = {value for kind, value in said if kind in ("strength", "weaker")}
    denials = [sum(kind == "denial" for kind, _ in both) for both in (said, quoted)]
    fits = figures <= {value for kind, value in quoted if kind == "figure"}
    fits = fits and strengths <= {value for kind, value in quoted if kind in ("strength", "weaker")}
    return fits and denials[0] == denials[1] and shortens(answer, quote)


def shortens(text: str, quote: str) -> bool:
    """Whether a text has only words of the quote, in their order, and left out no claim between them."""
    quoted = _words(quote)
    places = places_in_order(_words(text), quoted, _same)
    if places is None or is_of_scraps(places):
        return False
    skipped = (quoted[place] for place in range(places[0], places[-1] + 1) if place not in places)
    return not any(_claim(word) for word in skipped)


def changes_one_claim(text: str, right: str) -> tuple[str, str] | None:
    """The kind and the value that alone differ between a text and the right one; None when more or nothing does."""
    said, meant = _words(text), _words(right)
    if len(said) == len(meant):
        differing = [(one, two) for one, two in zip(said, meant, strict=True) if not _same(one, two)]
        if len(differing) != 1:
            return None
        new, old = (_claim(word) for word in differing[0])
        return new if new and old and new[0] == old[0] and new[0] in _CHANGEABLE else None
    longer, shorter = sorted((said, meant), key=len, reverse=True)
    for place, word in enumerate(longer):
        if word in ("not", "no") and [*longer[:place], *longer[place + 1 :]] == shorter:
            return ("denial", "not")
    return None


def asks_about(question: str, quote: str) -> bool:
    """Whether most words of a question come from the quote, in some form."""
    roots = {word[:5] for word in _words(quote)}
    own = [word for word in _words(question) if word not in _ASKING]
    return bool(own) and sum(word[:5] not in roots for word in own) <= _MOST_OF_STEM_FOREIGN * len(own)


def is_gap_word(word: str) -> bool:
    """Whether a word is a figure or a verb of strength, so that only one word can fill its place."""
    claim = _claim(folded(word)) if len(_words(word)) == 1 else None
    return claim is not None and claim[0] in ("figure", "strength", "weaker")


def claims(text: str) -> list[tuple[str, str]]:
    """The figures, strengths, denials, conditions and bounds of a text, by kind and value, in order."""
    return [claim for word in _words(text) if (claim := _claim(word))]


def _statement(facts: Facts, item: QuizItem, statement: str) -> bool | None:
    quote = item.citation.quote
    if shortens(statement, quote):
        kept, whole = (
            sorted(claim for claim in claims(text) if claim[0] in _SAID_OF_ALL) for text in (statement, quote)
        )
        return True if kept == whole else None
    changed = changes_one_claim(statement, quote)
    return False if changed and not _said(changed, facts.passage_text(item.citation.record) or quote) else None


def _said(claim: tuple[str, str], passage: str) -> bool:
    """Whether a passage has this figure itself, so that an answer with it may be right elsewhere in it."""
    return claim[0] == "figure" and claim in claims(passage)


def _claim(word: str) -> tuple[str, str] | None:
    if word[0].isdigit() or word in _NUMBERS:
        return ("figure", _NUMBERS.get(word, word))
    return next(((kind, values[word]) for kind, values in _KINDS.items() if word in values), None)


def _same(one: str, two: str) -> bool:
    return one == two or (_claim(one) is not None and _claim(one) == _claim(two))


def _words(text: str) -> Sequence[str]:
    return _WORD.findall(text.casefold().replace("’", "'"))
