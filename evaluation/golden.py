"""Golden questions: a question and where its answer stands, pointed at by words, never by passage ids."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nrm.answering.quotes import comparable
from nrm.domain.errors import MissingFile, WrongUse
from nrm.domain.passages import Passage


@dataclass(frozen=True, slots=True)
class Gold:
    """One place that answers: a source, and words that stand in it (``must_contain``) or a record's id."""

    source: str
    must_contain: str = ""
    record: str = ""
    article: str = ""
    paragraph: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class GoldenQuestion:
    """A question with its gold; all golds are needed unless ``any_of``. ``expected`` names outcomes."""

    id: str
    question: str
    lang: str = "en"
    kind: str = ""
    split: str = ""
    gold: tuple[Gold, ...] = ()
    any_of: bool = False
    expected: tuple[str, ...] = ()


def load_questions(path: Path) -> list[GoldenQuestion]:
    """The questions of a YAML file.

    :raises MissingFile: if it is not there.
    :raises WrongUse: if it is not a list of questions; the record is named.
    """
    if not path.is_file():
        raise MissingFile(f"There is no file {path}.", "Check the path and try again.")
    try:
        records = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise WrongUse(f"{path.name} is not YAML.", "It must hold a list of questions.") from error
    if not isinstance(records, list):
        raise WrongUse(f"{path.name} does not hold a list.", "It must hold a list of questions.")
    return [_question(record, number, path.name) for number, record in enumerate(records, start=1)]


def _question(record: Any, number: int, name: str) -> GoldenQuestion:
    try:
        expected = record.get("expected") or ()
        return GoldenQuestion(
            id=str(record["id"]),
            question=str(record["question"]),
            lang=str(record.get("lang", "en")),
            kind=str(record.get("kind", "")),
            split=str(record.get("split", "")),
            gold=tuple(_gold(item) for item in record.get("gold") or ()),
            any_of=bool(record.get("gold_any_of")),
            expected=(expected,) if isinstance(expected, str) else tuple(expected),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise WrongUse(
            f"{name}, question {number}: {error} is missing or misplaced.", "See evaluation/README.md."
        ) from error


def _gold(item: dict[str, Any]) -> Gold:
    page = item.get("page")
    return Gold(
        source=str(item["source"]),
        must_contain=str(item.get("must_contain") or ""),
        record=str(item.get("record") or ""),
        article=str(item.get("article") or ""),
        paragraph=str(item.get("paragraph") or ""),
        page=int(page) if page is not None else None,
    )


def is_gold(passage: Passage, gold: Gold) -> bool:
    """Whether a passage is this gold: from that source, holding those words (or being that record)."""
    if passage.source.slug != gold.source:
        return False
    if gold.record:
        return passage.id == f"{gold.source}/{gold.record}" or passage.id == gold.record
    if gold.must_contain:
        return comparable(gold.must_contain).casefold() in comparable(passage.text).casefold()
    return _same_place(passage, gold)


def _same_place(passage: Passage, gold: Gold) -> bool:
    locator = passage.locator
    return (
        (not gold.article or locator.article == gold.article)
        and (not gold.paragraph or locator.paragraph == gold.paragraph)
        and (gold.page is None or locator.page == gold.page)
    )


def found_within(question: GoldenQuestion, passages: Sequence[Passage]) -> bool:
    """Whether these passages hold the question's gold: all of it, or any where any is enough."""
    hits = [any(is_gold(passage, gold) for passage in passages) for gold in question.gold]
    return any(hits) if question.any_of else bool(hits) and all(hits)


def share(values: Iterable[bool]) -> float:
    """The share of true values, 0 to 1; 0 when there are none."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0
