"""The sets of the bench: passages, whole documents for those who cut them themselves, questions, and what is right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from evaluation.beir import load_retrieval_set
from evaluation.golden import GoldenQuestion, is_gold, load_questions
from nrm.adapters.generation_files import GenerationFiles
from nrm.adapters.library_store import LibraryStore
from nrm.domain.passages import Locator, Passage
from nrm.domain.vocabulary import Wording

QUESTIONS = Path(__file__).resolve().parents[1] / "questions"
PUBLIC = ("clapnq", "obliqa", "obliqa_mp")
XQUAD_LANGUAGES = ("en", "es", "de", "ru", "el", "ro")
PUBLIC_SETS = (*PUBLIC, *(f"xquad_{language}" for language in XQUAD_LANGUAGES))
OWN_SETS = ("legal", "legal_other_languages", "practices")
SETS = (*PUBLIC_SETS, *OWN_SETS)
Labels = Callable[[str, Sequence[Passage]], list[str]]


@dataclass(frozen=True)
class JudgedSet:
    """One set.

    ``documents``: the same texts before we cut them. ``relevant``: names of what is right for each question,
    with its gain; ``labels`` turns what a system found for a question into such names, best first.
    ``foreign``: the questions are not in the language of the passages.
    """

    name: str
    passages: tuple[Passage, ...]
    documents: tuple[Passage, ...]
    questions: Mapping[str, str]
    relevant: Mapping[str, Mapping[str, int]]
    labels: Labels
    foreign: bool = False


def open_set(name: str, shared: Path, library: Path, most: int) -> JudgedSet:
    """A set by its name.

    :param shared: the folder of public texts; ``library``: a data folder with the texts of our own questions.
    :param most: questions at most, spread evenly over the set; 0 for all.
    """
    if name in OWN_SETS:
        return _own_set(name, library, most)
    folder, _, language = name.partition("_") if name.startswith("xquad") else (name, "", "")
    return _public_set(name, shared / "eval" / folder, language, most)


def _public_set(name: str, folder: Path, language: str, most: int) -> JudgedSet:
    """A public set; each of its passages is a document, and a piece of one stands for the whole."""
    loaded = load_retrieval_set(folder, f"queries.{language}.jsonl" if language else "queries.jsonl")
    return JudgedSet(
        name=name,
        passages=loaded.passages,
        documents=loaded.passages,
        questions=spread(loaded.queries, most),
        relevant=loaded.judgements,
        labels=lambda _, found: list(dict.fromkeys(passage.id for passage in found)),
        foreign=language not in ("", "en"),
    )


def _own_set(name: str, library: Path, most: int) -> JudgedSet:
    """Our own questions, the held-out half only, over the library's passages.

    What was found is right when it is of the gold's source and holds the gold's words, or is that record:
    the same rule for our passages and for pieces that others cut.
    """
    file = QUESTIONS / ("practices.yaml" if name == "practices" else "legal.yaml")
    held_out = [question for question in load_questions(file) if question.split == "held_out" and question.gold]
    foreign = name == "legal_other_languages"
    asked = {question.id: question for question in held_out if (question.lang != "en") == foreign}
    searched = frozenset(GenerationFiles(library).load().passage_ids)
    passages = tuple(passage for passage in LibraryStore(library).passages() if passage.id in searched)
    return JudgedSet(
        name=name,
        passages=passages,
        documents=tuple(_documents(passages)),
        questions=spread({question.id: question.question for question in asked.values()}, most),
        relevant={name: _wanted(question) for name, question in asked.items()},
        labels=lambda name, found: gold_labels(asked[name], found),
        foreign=foreign,
    )


def _documents(passages: Sequence[Passage]) -> list[Passage]:
    """Official texts whole, as a reader of files would load them; each record of ours for itself."""
    documents: list[Passage] = []
    for source, own in groupby(passages, key=lambda passage: passage.source):
        if source.wording is Wording.SUMMARY:
            documents.extend(own)
        else:
            text = "\n\n".join("\n".join((*passage.locator.heading_path[-1:], passage.text)) for passage in own)
            documents.append(Passage(source.slug, source, text, Locator()))
    return documents


def gold_labels(question: GoldenQuestion, found: Sequence[Passage]) -> list[str]:
    """``gold 0``, ``gold 1`` … at the first passage that is that gold, and a passage's own id where it is none."""
    labels: list[str] = []
    for place, passage in enumerate(found):
        hits = [_gold_name(question, number) for number, gold in enumerate(question.gold) if is_gold(passage, gold)]
        fresh = [name for name in dict.fromkeys(hits) if name not in labels]
        labels.extend(fresh or [f"{place} {passage.id}"])
    return labels


def _gold_name(question: GoldenQuestion, number: int) -> str:
    return "gold" if question.any_of else f"gold {number}"


def _wanted(question: GoldenQuestion) -> dict[str, int]:
    return {_gold_name(question, number): 1 for number in range(len(question.gold))}


def spread(questions: Mapping[str, str], most: int) -> dict[str, str]:
    """At most so many of the questions, evenly spaced; all for 0."""
    everything = list(questions.items())
    if not most or len(everything) <= most:
        return dict(everything)
    return dict(everything[place * len(everything) // most] for place in range(most))
