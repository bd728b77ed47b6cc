"""The real corpus, indexed once for all quiz tests."""

from pathlib import Path

import pytest

from nrm.corpus.load import load_corpus
from nrm.quiz.build import Quiz, build_quiz
from nrm.quiz.facts import Facts
from nrm.quiz.request import QuizRequest

CORPUS = Path(__file__).resolve().parents[3] / "corpus"


@pytest.fixture(scope="session")
def facts() -> Facts:
    """What the committed corpus knows."""
    return Facts(load_corpus(CORPUS))


@pytest.fixture(scope="session")
def mixed(facts: Facts) -> Quiz:
    """Five hundred items over the whole corpus."""
    return build_quiz(facts, QuizRequest(number=500, seed=2026))
