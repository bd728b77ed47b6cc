"""Many files into the library: one that cannot be read never stops the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ingest.add import Added, Excerpt, Intake, Wanted, add_file
from ingest.make_generation import Report
from ingest.recognise import Watched
from ingest.refusals import PasswordNeeded
from nrm.domain.errors import UnreadableDocument

# the file's name and why it is asked, to its password; None when the person has none
AskPassword = Callable[[str, str], str | None]
_MOST_TRIES = 3


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was not added, and why; ``locked`` when its password is what is missing."""

    file_name: str
    problem: str
    remedy: str
    locked: bool = False


@dataclass(frozen=True, slots=True)
class FilesAdded:
    """What became of the files; ``left_out`` say of themselves that they are excerpts."""

    added: tuple[Added, ...]
    failed: tuple[Failure, ...]
    left_out: tuple[Failure, ...]


def add_files(
    files: Sequence[Path],
    named: frozenset[Path],
    wanted: Wanted,
    intake: Intake,
    report: Report,
    ask_password: AskPassword | None = None,
) -> FilesAdded:
    """Add files in order.

    :param named: the files that a person named themselves, not by their folder.
    :param ask_password: asked up to three times for each encrypted file; what it gives is kept nowhere.
    """
    added: list[Added] = []
    failed: list[Failure] = []
    left_out: list[Failure] = []
    for number, path in enumerate(files):
        report("read", path.name, number, len(files))
        watched = Watched(partial(report, "pages", path.name), partial(report, "recognise", path.name))

        def add(wanted: Wanted, path: Path = path, watched: Watched = watched) -> Added:
            return add_file(path, wanted, intake, path in named, watched)

        try:
            entry = _unlocked(add, wanted, path.name, ask_password)
        except Excerpt as error:
            left_out.append(Failure(path.name, error.problem, error.remedy))
        except UnreadableDocument as error:
            failed.append(Failure(path.name, error.problem, error.remedy, isinstance(error, PasswordNeeded)))
        else:
            failed += _replaced(path, entry, added)
            added.append(entry)
    report("read", "", len(files), len(files))
    return FilesAdded(tuple(added), tuple(failed), tuple(left_out))


def _unlocked(add: Callable[[Wanted], Added], wanted: Wanted, name: str, ask_password: AskPassword | None) -> Added:
    """Add a file, with passwords asked for until one fits, none is given, or three did not fit."""
    for _ in range(_MOST_TRIES):
        try:
            return add(wanted)
        except PasswordNeeded as error:
            password = ask_password(name, error.problem) if ask_password else None
            if not password:
                raise
            wanted = replace(wanted, password=password)
    return add(wanted)


def _replaced(path: Path, entry: Added, added: Sequence[Added]) -> list[Failure]:
    if entry.unchanged or all(entry.slug != other.slug for other in added):
        return []
    problem = f"{path.name}: took the place of another file that is called '{entry.slug}' too."
    return [Failure(path.name, problem, "Rename one of them and load it again.")]
