"""Work on the library that goes on while its person reads other pages."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread

from nrm.domain.errors import NrmError
from ui.wording import library_page as words

Report = Callable[[str, str, int, int], None]
_ENOUGH_SECONDS, _ENOUGH_SHARE = 3.0, 0.05  # before these, a guess of the time left is worth nothing
_MINUTE = 60


Task = Callable[[Report], "Told"]


@dataclass(frozen=True, slots=True)
class Locked:
    """Uploaded files that wait for their password; ``forget`` deletes them."""

    names: tuple[str, ...]
    open_with: Callable[[str], Task]
    forget: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a piece of work, in sentences."""

    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    locked: Locked | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Where the work stands; ``began`` is when this kind of work began, in seconds of a steady clock."""

    work: str
    name: str
    done: int
    total: int
    began: float

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return min(1.0, self.done / self.total) if self.total else 0.0

    def said(self, now: float) -> str:
        """What is done, how far it is and, once that can be guessed, how long it still takes."""
        work = words.WORKS.get(self.work, self.work)
        count = words.COUNT.format(work=work, done=self.done, total=self.total) if self.total > 1 else work
        elapsed = now - self.began
        if elapsed >= _ENOUGH_SECONDS and _ENOUGH_SHARE <= self.share < 1:
            count = words.TIME_LEFT.format(count=count, left=_duration(elapsed * (1 - self.share) / self.share))
        return words.WITH_NAME.format(count=count, name=self.name) if self.name else count


def _duration(seconds: float) -> str:
    if seconds < _MINUTE:
        return words.SECONDS.format(count=max(1, round(seconds)))
    return words.MINUTES.format(count=round(seconds / _MINUTE))


class Work:
    """One piece of work in a thread of its own, with its progress and, at the end, what came of it."""

    def __init__(self, title: str, task: Task) -> None:
        self.title = title
        self.step: Step | None = None
        self.told: Told | None = None
        # the thread forgets the task when it ends, and with it a password that the task was given
        self._thread = Thread(target=self._run, args=(task,), daemon=True, name="library-work")

    def start(self) -> "Work":
        """Begin, and come back at once."""
        self._thread.start()
        return self

    def wait(self) -> Told:
        """What came of it, once it is done."""
        self._thread.join()
        return self.told or Told()

    def _run(self, task: Task) -> None:
        told = Told(bad=(words.STOPPED,))  # what an error that is not ours leaves behind
        try:
            told = task(self._note)
        except NrmError as error:
            told = Told(bad=(str(error),))
        finally:
            self.told = told

    def _note(self, work: str, name: str, done: int, total: int) -> None:
        kind = name if work == "encode" else work
        same = self.step is not None and self.step.work == kind and done >= self.step.done
        began = self.step.began if self.step is not None and same else time.monotonic()
        self.step = Step(kind, "" if work == "encode" else name, done, total, began)
