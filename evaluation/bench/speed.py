"""Speed as ratios to the encoder's own time in the same run, and memory of this process."""

import resource
import statistics
import time
from collections.abc import Callable
from typing import Any

from evaluation.bench.our_questions import QUESTIONS
from evaluation.golden import load_questions
from nrm.domain.errors import IndexMissing, StaleIndex
from nrm.services.asking import Asker
from nrm.services.searcher import Searcher
from nrm.settings import Settings

_ROUNDS = 60


def measure_speed(settings: Settings) -> dict[str, Any]:
    """Warm search and answer against encoding the same question; empty when there is no index."""
    try:
        searcher = Searcher(settings)
    except (IndexMissing, StaleIndex):
        return {}
    asker = Asker(settings, searcher)
    questions = [q.question for q in load_questions(QUESTIONS / "legal.yaml") if q.lang == "en"][:_ROUNDS]
    asker.ask(questions[0])
    encode = _milliseconds(searcher.encoder.encode_question, questions)
    search = _milliseconds(lambda question: searcher.search(question), questions)
    answer = _milliseconds(asker.ask, questions)
    ratios = [one / other for one, other in zip(answer, encode, strict=True)]
    return {
        "passages": len(searcher.generation.passage_ids),
        "encode_ms_median": round(statistics.median(encode), 2),
        "search_ms_median": round(statistics.median(search), 2),
        "answer_ms_median": round(statistics.median(answer), 2),
        "answer_over_encode_median": round(statistics.median(ratios), 2),
        "resident_mb_peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _milliseconds(action: Callable[[str], object], questions: list[str]) -> list[float]:
    durations = []
    for question in questions:
        started = time.perf_counter()
        action(question)
        durations.append((time.perf_counter() - started) * 1000)
    return durations
