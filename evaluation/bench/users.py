"""Many people at once: threads that share one ``Asker``, as the sessions of the app do."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from evaluation.bench.memory import resident_megabytes
from evaluation.bench.speed import tuning_questions
from evaluation.metrics import percentile
from nrm.domain.errors import NrmError
from nrm.services.asking import Asker
from nrm.services.searcher import Searcher
from nrm.settings import Settings

_QUESTIONS_EACH = 8
_USERS = (1, 4, 16)


def measure_users(settings: Settings) -> dict[str, Any]:
    """Answer times, errors and questions a second with 1, 4 and 16 people who never pause."""
    asker = Asker(settings, Searcher(settings))
    questions = tuning_questions()
    for question in questions[:5]:
        asker.ask(question)
    return {f"{users} users": _with(users, asker, questions) for users in _USERS}


def _with(users: int, asker: Asker, questions: Sequence[str]) -> dict[str, Any]:
    together = threading.Barrier(users)

    def one_person(number: int) -> list[float | str]:
        together.wait()
        return [_asked(asker, questions[(number * 7 + place) % len(questions)]) for place in range(_QUESTIONS_EACH)]

    started = time.perf_counter()
    with ThreadPoolExecutor(users) as pool:
        results = [one for person in pool.map(one_person, range(users)) for one in person]
    seconds = time.perf_counter() - started
    durations = [one for one in results if isinstance(one, float)]
    return {
        "questions": len(results),
        "errors": len(results) - len(durations),
        "p50_ms": percentile(durations, 50),
        "p95_ms": percentile(durations, 95),
        "questions_per_second": round(len(results) / seconds, 1),
        "resident_mb": resident_megabytes(),
    }


def _asked(asker: Asker, question: str) -> float | str:
    """Milliseconds, or the kind of the error."""
    started = time.perf_counter()
    try:
        asker.ask(question)
    except NrmError as error:
        return type(error).__name__
    return (time.perf_counter() - started) * 1000
