"""A circuit breaker: after some failures in a row a server is left alone for a while."""

import time
from collections.abc import Callable
from threading import Lock


class CircuitBreaker:
    """Counts failures in a row; safe to share between threads.

    :param failures: in a row, from which on nothing is tried.
    :param rest_seconds: after which one try is let through again.
    """

    def __init__(
        self, failures: int = 3, rest_seconds: float = 30.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._allowed, self._rest_seconds, self._clock = failures, rest_seconds, clock
        self._failures, self._opened_at = 0, 0.0
        self._lock = Lock()

    def lets_through(self) -> bool:
        """Whether a try may be made now; while resting, one try a rest."""
        with self._lock:
            if self._failures < self._allowed:
                return True
            if self._clock() - self._opened_at < self._rest_seconds:
                return False
            self._opened_at = self._clock()
            return True

    def succeeded(self) -> None:
        """Close it again."""
        with self._lock:
            self._failures = 0

    def failed(self) -> None:
        """Count a failure."""
        with self._lock:
            self._failures += 1
            self._opened_at = self._clock()
