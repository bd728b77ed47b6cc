"""Make a quiz from the corpus: the door that the command line and the page use."""

from functools import partial

from nrm.adapters.library_store import LibraryStore
from nrm.quiz.build import Quiz, another_item, build_quiz
from nrm.quiz.checks import Check, Result, check_item
from nrm.quiz.facts import Facts
from nrm.quiz.items import QuizItem
from nrm.quiz.knowledge import Knowledge
from nrm.quiz.request import QuizRequest


def facts_of(corpus: Knowledge, store: LibraryStore | None = None) -> Facts:
    """The corpus indexed for quizzes; keep it when more than one quiz is made.

    :param store: the library whose passages a model's drafts are checked against.
    """
    return Facts(corpus, partial(_passage_text, store)) if store else Facts(corpus)


def _passage_text(store: LibraryStore, passage_id: str) -> str:
    found = store.passages_by_id([passage_id]) if store.exists() else {}
    return found[passage_id].text if passage_id in found else ""


def make_quiz(corpus: Knowledge | Facts, request: QuizRequest) -> Quiz:
    """Items that pass every check, and why there are fewer than asked for.

    :raises WrongUse: if the request names a topic or source that the corpus does not hold.
    """
    return build_quiz(_indexed(corpus), request)


def regenerate(corpus: Knowledge | Facts, request: QuizRequest, quiz: Quiz, item: QuizItem) -> QuizItem | None:
    """Another item of the same type in the place of ``item``; None when the corpus has no more."""
    return another_item(_indexed(corpus), request, quiz.items, item)


def checks_of(corpus: Knowledge | Facts, item: QuizItem) -> tuple[Check, ...]:
    """Every check of one item with its reason, as the page shows them beside the item."""
    return check_item(_indexed(corpus), item)


def _indexed(corpus: Knowledge | Facts) -> Facts:
    return corpus if isinstance(corpus, Facts) else facts_of(corpus)


__all__ = [
    "Check",
    "Facts",
    "Quiz",
    "QuizRequest",
    "Result",
    "checks_of",
    "facts_of",
    "make_quiz",
    "regenerate",
]
