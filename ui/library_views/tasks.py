"""The pieces of work on the library, and the sentences that tell what came of each."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.add import Added, Wanted
from ingest.build import IngestResult, ingest, remove_source
from nrm.services.verifying import Verification, verify_library
from nrm.settings import Settings
from ui.library_access import warm_up
from ui.library_views.work import Locked, Report, Task, Told
from ui.wording import library_page as words


def adding(
    folder: TemporaryDirectory[str], paths: Sequence[Path], shown: Mapping[str, str], settings: Settings, wanted: Wanted
) -> Task:
    """Add the files, then remove their folder whatever happens, unless some wait there for their password.

    :param shown: the names people gave, by the names that the files have in the folder.
    """

    def task(report: Report) -> Told:
        with ExitStack() as leaving:
            leaving.enter_context(folder)
            result = ingest(paths, settings, wanted, report=report)
            waiting = [
                path for path in paths if any(one.locked and one.file_name == path.name for one in result.failed)
            ]
            if waiting:
                leaving.pop_all()
        _open_anew(report)
        return replace(told_of_files(result, shown), locked=_locked(folder, waiting, shown, settings, wanted))

    return task


def _locked(
    folder: TemporaryDirectory[str],
    waiting: Sequence[Path],
    shown: Mapping[str, str],
    settings: Settings,
    wanted: Wanted,
) -> Locked | None:
    """The files that wait, and how to go on with them once somebody gives their password."""
    names = tuple(shown.get(path.name, path.name) for path in waiting)
    again = replace(wanted, password=None)

    def open_with(password: str) -> Task:
        return adding(folder, waiting, shown, settings, replace(again, password=password))

    return Locked(names, open_with, folder.cleanup) if waiting else None


def indexing(settings: Settings) -> Task:
    """Build the index anew from what is loaded."""

    def task(report: Report) -> Told:
        result = ingest([], settings, rebuild=True, report=report)
        _open_anew(report)
        return Told((words.INDEXED.format(passages=words.passages_counted(result.passages)),))

    return task


def removing(slug: str, title: str, settings: Settings) -> Task:
    """Remove a source with every trace."""

    def task(report: Report) -> Told:
        removed = remove_source(slug, settings)
        _open_anew(report)
        return Told((words.REMOVED.format(title=title),)) if removed else Told(bad=(words.NOT_THERE,))

    return task


def verifying(settings: Settings) -> Task:
    """Check the library."""
    return lambda _: told_of_check(verify_library(settings))


def told_of_files(result: IngestResult, shown: Mapping[str, str]) -> Told:
    """What became of each file, under the name that its person knows."""
    good = [sentence for entry in result.added for sentence in _sentences(entry, shown)]
    failures = (*result.failed, *result.left_out)
    bad = [_with_shown(f"{one.problem} {one.remedy}".strip(), one.file_name, shown) for one in failures]
    return Told(tuple(good), tuple(bad))


def told_of_check(result: Verification) -> Told:
    """Whether the library is whole."""
    if result.problems:
        return Told(bad=result.problems)
    counts = {"passages": result.passages, "originals": result.originals}
    return Told((words.WHOLE.format(**counts, found=result.found_themselves, asked=result.asked),))


def _sentences(entry: Added, shown: Mapping[str, str]) -> list[str]:
    name = shown.get(entry.file_name, entry.file_name)
    passages = words.passages_counted(entry.passages)
    said = (words.UNCHANGED if entry.unchanged else words.ADDED).format(name=name, passages=passages)
    return [said, *(words.REMARK.format(name=name, remark=remark) for remark in entry.remarks)]


def _with_shown(sentence: str, file_name: str, shown: Mapping[str, str]) -> str:
    return sentence.replace(file_name, shown.get(file_name, file_name), 1)


def _open_anew(report: Report) -> None:
    """Let the next person find the new index open; the shared one is put away because it is no longer current."""
    report("open", "", 0, 1)
    warm_up()
