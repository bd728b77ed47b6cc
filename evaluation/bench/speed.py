"""Warm search and answer as ratios to the encoder's own time in the same run, by stage, with and without filters."""

import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from evaluation.bench.judged_sets import QUESTIONS
from evaluation.bench.memory import peak_megabytes, resident_megabytes
from evaluation.golden import load_questions
from evaluation.metrics import percentile
from nrm.domain.answers import Filters
from nrm.services.asking import Asker
from nrm.services.searcher import Searcher
from nrm.settings import Settings

_MOST = 60
_ROUNDS = 7
_KEY_WORDS = 7  # a question of no more words is mostly key words
FILTERS = {
    "one source": Filters(source=("coe-cets197-2005",)),
    "one topic": Filters(topic=("compensation",)),
    "one kind": Filters(kind=("treaty",)),
    "one state": Filters(state=("RS",)),
}


def measure_speed(settings: Settings) -> dict[str, Any]:
    """Milliseconds and ratios for English questions of the tuning half, asked one after another, warm."""
    searcher = Searcher(settings)
    asker = Asker(settings, searcher)
    questions = tuning_questions()
    for question in questions[:5]:
        asker.ask(question)
    loaded = resident_megabytes()
    encode = milliseconds(searcher.encoder.encode_question, questions)
    search = milliseconds(searcher.search, questions)
    answer = milliseconds(asker.ask, questions)
    return {
        "passages": len(searcher.generation.passage_ids),
        "questions": len(questions),
        "encode_ms": _p50_p95(encode),
        "search_ms": _p50_p95(search),
        "answer_ms": _p50_p95(answer),
        "search_over_encode": _ratio(search, encode),
        "answer_over_encode": _ratio(answer, encode),
        "turn_by_turn": turn_by_turn(asker, questions),
        "search_stages_ms": _stages([searcher.search(question).timings_ms for question in questions]),
        "answer_stages_ms": _stages([asker.ask(question).timings_ms for question in questions]),
        "filters": measure_filters(searcher, questions, statistics.median(search)),
        "resident_mb_after_load": loaded,
        "peak_mb": peak_megabytes(),
    }


def turn_by_turn(asker: Asker, questions: Sequence[str]) -> dict[str, dict[str, float]]:
    """The encoder and the whole answer in turn, question by question, so that both find the same caches.

    :return: by what the questions are: how many, medians of the least of some rounds in milliseconds, and the
        median of each question's ratio. The encoder's time is that of the whole question, once.
    """
    least: dict[str, tuple[float, float]] = {}
    for _ in range(_ROUNDS):
        for question in questions:
            [encode] = milliseconds(asker.searcher.encoder.encode_question, [question])
            [answer] = milliseconds(asker.ask, [question])
            before = least.get(question, (encode, answer))
            least[question] = (min(encode, before[0]), min(answer, before[1]))
    groups: dict[str, list[tuple[float, float]]] = {"all": list(least.values())}
    for question, times in least.items():
        groups.setdefault(_kind_of(question, asker), []).append(times)
    return {name: _compared(times) for name, times in groups.items()}


def _kind_of(question: str, asker: Asker) -> str:
    if len(asker.searcher.begin(question).vectors) > 1:
        return "several questions in one"
    return "key words" if len(question.split()) <= _KEY_WORDS else "a sentence"


def _compared(times: Sequence[tuple[float, float]]) -> dict[str, float]:
    return {
        "questions": len(times),
        "encode_ms": round(statistics.median(encode for encode, _ in times), 2),
        "answer_ms": round(statistics.median(answer for _, answer in times), 2),
        "ratio": round(statistics.median(answer / encode for encode, answer in times), 2),
    }


def measure_filters(searcher: Searcher, questions: Sequence[str], unfiltered: float) -> dict[str, dict[str, float]]:
    """Median search with each filter, and over the median without one."""
    medians = {
        name: statistics.median(milliseconds(partial(searcher.search, filters=filters), questions))
        for name, filters in FILTERS.items()
    }
    return {
        name: {"ms": round(median, 2), "over_unfiltered": round(median / unfiltered, 2)}
        for name, median in medians.items()
    }


def tuning_questions() -> list[str]:
    """English legal questions that may be looked at."""
    questions = load_questions(QUESTIONS / "legal.yaml")
    return [question.question for question in questions if (question.lang, question.split) == ("en", "tune")][:_MOST]


def milliseconds(action: Callable[[str], object], questions: Sequence[str]) -> list[float]:
    """How long each question takes."""
    durations = []
    for question in questions:
        started = time.perf_counter()
        action(question)
        durations.append((time.perf_counter() - started) * 1000)
    return durations


def _ratio(ones: Sequence[float], others: Sequence[float]) -> float:
    return round(statistics.median(one / other for one, other in zip(ones, others, strict=True)), 2)


def _p50_p95(values: Sequence[float]) -> list[float]:
    return [percentile(values, 50), percentile(values, 95)]


def _stages(timings: Sequence[dict[str, float]]) -> dict[str, list[float]]:
    names = dict.fromkeys(name for one in timings for name in one)
    return {name: _p50_p95([one[name] for one in timings if name in one]) for name in names}
