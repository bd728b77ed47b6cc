"""Passages read lately, kept in memory: questions ask for the same ones again and again."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from threading import Lock

from nrm.domain.passages import Passage

MOST_PASSAGES = 4000  # about 10 MB

Read = Callable[[Sequence[str]], dict[str, Passage]]


class PassageShelf:
    """Reads each passage once while it stays among the last ``size`` that were asked for; safe between threads."""

    def __init__(self, read: Read, size: int = MOST_PASSAGES) -> None:
        """:param read: the passages with these ids; an unknown id is left out."""
        self._read = read
        self._size = size
        self._held: OrderedDict[str, Passage] = OrderedDict()
        self._lock = Lock()

    def take(self, ids: Iterable[str]) -> dict[str, Passage]:
        """The passages with these ids, in this order; an unknown id is left out."""
        wanted = list(dict.fromkeys(ids))
        with self._lock:
            found = {name: self._held[name] for name in wanted if name in self._held}
        missing = [name for name in wanted if name not in found]
        if missing:
            found.update(self._read(missing))
        self._put(found)
        return {name: found[name] for name in wanted if name in found}

    def _put(self, passages: dict[str, Passage]) -> None:
        with self._lock:
            for name, passage in passages.items():
                self._held[name] = passage
                self._held.move_to_end(name)
            while len(self._held) > self._size:
                self._held.popitem(last=False)
