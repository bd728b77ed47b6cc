"""From a draft to an item, or the reason why there is none."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from nrm.answering.claims import without_markers
from nrm.answering.injections import speaks_to_machines
from nrm.answering.markup import adds_markup
from nrm.answering.quotes import find_quote
from nrm.answering.surroundings import surroundings
from nrm.domain.passages import Passage
from nrm.quiz import drafted
from nrm.quiz.checks import Result, check_item
from nrm.quiz.facts import Facts
from nrm.quiz.items import GAP, TRUE_FALSE, ItemCitation, ItemType, Level, QuizItem, folded
from nrm.quiz.writing import make_item
from nrm.services.quiz_drafting.reply import Draft

_LONGEST_SENTENCE = 600  # letters; a longer one is a list, and what it claims hangs on its beginning
OBJECTIVE = "Know what the passage lays down"


def item_of(facts: Facts, draft: Draft, passage: Passage) -> QuizItem | str:
    """The item when every check of it holds; else why it was dropped, without any of its words."""
    sentence = _sentence_of(draft, passage)
    build = _SHAPES.get(draft.type)
    if not sentence:
        return "its quote does not stand in the passage"
    if build is None:
        return "its type is not one that can be proven"
    if not _is_plain(draft, passage):
        return "it has markup or speaks to a machine"
    try:
        item = build(draft, passage, sentence)
        item = replace(item, topic=_topic_of(facts, passage))
    except ValueError:
        return "it has not the shape of a question"
    failed = [check.name for check in check_item(facts, item) if check.result is not Result.HOLDS]
    return f"a check does not hold: {failed[0]}" if failed else item


def label_of(passage: Passage) -> str:
    """The source and the place of a passage."""
    return ", ".join(part for part in (passage.source.title, passage.locator.pinpoint) if part)


def _sentence_of(draft: Draft, passage: Passage) -> str:
    """The whole sentences around the quote; "" when it does not stand there, or stands in a list."""
    span = find_quote(draft.quote, passage.text) if draft.passage_id == passage.id else None
    if span is None:
        return ""
    around = surroundings(passage.text, span)
    sentence = " ".join(without_markers(passage.text[around.start : around.end]).split())
    return "" if around.lead_in or len(sentence) > _LONGEST_SENTENCE else sentence


def _topic_of(facts: Facts, passage: Passage) -> str:
    """The passage's own first topic, else that of our record on the same article and paragraph."""
    place = passage.locator
    records = facts.by_source.get(passage.source.slug, ())
    same = [each for each in records if each.article == place.article and place.paragraph in (None, *each.paragraphs)]
    return next(iter((*passage.topics, *(topic for each in same for topic in each.topics))), "")


def _is_plain(draft: Draft, passage: Passage) -> bool:
    texts = (draft.question, draft.key, *draft.distractors)
    return not any(adds_markup(text, passage.text) or speaks_to_machines(text) for text in texts)


def _one_right(draft: Draft, passage: Passage, sentence: str) -> QuizItem:
    question = draft.question.rstrip("?. ")
    if not question or ": " in question:
        raise ValueError("no plain question")
    return _made(
        ItemType.ONE_RIGHT, Level.UNDERSTAND, f"{label_of(passage)}: {question}?", passage, sentence,
        keys=(draft.key,), distractors=draft.distractors[:3],
    )  # fmt: skip


def _true_false(draft: Draft, passage: Passage, sentence: str) -> QuizItem:
    if draft.key not in TRUE_FALSE or "”" in draft.question:
        raise ValueError("neither true nor false")
    keys, distractors = TRUE_FALSE[:: 1 if draft.key == "True" else -1]
    stem = f"True or false: {label_of(passage)} says this. “{draft.question}”"
    return _made(ItemType.TRUE_FALSE, Level.REMEMBER, stem, passage, sentence, keys=(keys,), distractors=(distractors,))


def _cloze(draft: Draft, passage: Passage, sentence: str) -> QuizItem:
    """The gap stands where the word stands; a word that stands twice leaves two gaps that could be meant."""
    span = find_quote(draft.key, sentence)
    if span is None or sum(folded(word.strip(".,;:()")) == folded(draft.key) for word in sentence.split()) != 1:
        raise ValueError("the word does not stand there once")
    gapped = f"{sentence[: span[0]]}{GAP}{sentence[span[1] :]}"
    stem = f"Which word is missing in this sentence of {label_of(passage)}? “{gapped}”"
    return _made(ItemType.CLOZE, Level.REMEMBER, stem, passage, sentence, keys=(sentence[slice(*span)],))


def _made(kind: ItemType, level: Level, stem: str, passage: Passage, sentence: str, **answers: Any) -> QuizItem:
    citation = ItemCitation(
        passage.id, passage.source.slug, passage.source.title, passage.locator.pinpoint, passage.source.url, sentence
    )
    return make_item(
        drafted.RULE, kind, level, stem, citation, **answers,
        explanation=f"{label_of(passage)}: “{sentence}”", objective=OBJECTIVE,
        audience=passage.audiences, rests_on=(passage.id,),
    )  # fmt: skip


_SHAPES: dict[str, Callable[[Draft, Passage, str], QuizItem]] = {
    "one_right": _one_right,
    "true_false": _true_false,
    "cloze": _cloze,
}
