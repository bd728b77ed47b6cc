"""One writer at a time; readers never wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from nrm.domain.errors import LibraryBusy, StorageFailure


@contextmanager
def writing(data_dir: Path) -> Iterator[None]:
    """Hold the library's only writing place; the system frees it when a process dies.

    :raises LibraryBusy: at once, if another process writes.
    :raises StorageFailure: if the data folder cannot be written.
    """
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        lock = FileLock(data_dir / "writer.lock", timeout=0)
        lock.acquire()
    except Timeout as error:
        raise LibraryBusy(
            f"Another process is writing to the library in {data_dir}.",
            "Wait until it ends, then run the command again.",
        ) from error
    except OSError as error:
        raise unwritable(data_dir, error) from error
    try:
        yield
    finally:
        lock.release()


def unwritable(data_dir: Path, error: OSError) -> StorageFailure:
    """What to tell a person when the data folder refuses a write."""
    reason = error.strerror or type(error).__name__
    return StorageFailure(
        f"The data folder {data_dir} cannot be written ({reason}).",
        "Free some space or allow writing there, or set NRM_DATA_DIR to another folder. Nothing was lost.",
    )
