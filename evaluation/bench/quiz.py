"""How fast a quiz is made, and how well it resists guessing; ``measure`` is called by the bench."""

import time

from nrm.corpus import Corpus, load_corpus
from nrm.quiz.baseline import guesser_scores, true_share
from nrm.services.quiz import Facts, QuizRequest, facts_of, make_quiz
from nrm.settings import PROJECT_DIR

ITEMS = 100
RUNS = 5
PROMISED_SECONDS = 5.0  # for a hundred items over the whole corpus, warm


def measure(corpus: Corpus | None = None, items: int = ITEMS, runs: int = RUNS) -> dict[str, float]:
    """Seconds to index the corpus and to make ``items`` cold and warm, and ratios between 0 and 1.

    Without a corpus the committed one is read first, which is not measured.
    ``warm_seconds`` is the median of ``runs`` with different seeds; ``of_promised`` is its share of the
    promised time; ``guessed`` is what the best guesser that sees only the options gets right (chance is
    ``chance``).
    """
    known = corpus or load_corpus(PROJECT_DIR / "corpus")
    started = time.perf_counter()
    facts = facts_of(known)
    index_seconds = time.perf_counter() - started
    cold_seconds = _seconds(facts, items, seed=0)
    warm_seconds = sorted(_seconds(facts, items, seed) for seed in range(1, runs + 1))[runs // 2]
    return {
        "items": float(items),
        "index_seconds": index_seconds,
        "cold_seconds": cold_seconds,
        "warm_seconds": warm_seconds,
        "of_promised": warm_seconds / PROMISED_SECONDS,
        **_guessing(facts, items),
    }


def _seconds(facts: Facts, items: int, seed: int) -> float:
    started = time.perf_counter()
    make_quiz(facts, QuizRequest(number=items, seed=seed))
    return time.perf_counter() - started


def _guessing(facts: Facts, items: int) -> dict[str, float]:
    made = make_quiz(facts, QuizRequest(number=items, seed=0)).items
    scores = guesser_scores(made)
    return {
        "guessed": max((score.right for score in scores), default=0.0),
        "chance": scores[0].chance if scores else 0.0,
        "true_share": true_share(made) or 0.0,
    }
