"""What one document may cost, and how a child process binds itself to that."""

from dataclasses import asdict, dataclass

GIBIBYTE = 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """Most memory (bytes), time (seconds), pages, characters and unpacked bytes for one document.

    ``seconds`` holds for the first 50 pages; every further 50 add ``seconds_per_50_pages``.
    """

    memory_bytes: int = GIBIBYTE
    seconds: float = 30.0
    seconds_per_50_pages: float = 30.0
    pages: int = 3000
    characters: int = 30_000_000
    unpacked_bytes: int = 400 << 20
    page_unpacked_bytes: int = 40 << 20

    def seconds_for(self, pages: int) -> float:
        """The wall-clock time granted to a document of that many pages."""
        return self.seconds + self.seconds_per_50_pages * (max(pages - 1, 0) // 50)

    def as_json(self) -> dict[str, float]:
        """The limits as plain numbers for the request to the child."""
        return asdict(self)


def limits_from_json(data: dict[str, float]) -> Limits:
    """The limits that ``Limits.as_json`` wrote."""
    whole = {key: int(value) for key, value in data.items() if not key.startswith("seconds")}
    return Limits(seconds=data["seconds"], seconds_per_50_pages=data["seconds_per_50_pages"], **whole)


def bind_this_process(memory_bytes: int, cpu_seconds: int, may_write: bool = False) -> None:
    """Limit the calling process for good: address space, processor time, files, no core dump.

    Where the system has no such limits (Windows) only the parent's clock holds.
    """
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not may_write:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
