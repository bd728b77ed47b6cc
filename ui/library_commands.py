"""``nrm library``."""

from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from ingest.build import remove_source
from nrm.adapters.library_rows import Loaded
from nrm.adapters.library_store import LibraryStore
from nrm.domain.errors import WrongUse
from nrm.domain.vocabulary import Wording
from nrm.services.as_json import passage_json
from nrm.services.verifying import Verification, verify_library
from nrm.settings import Settings
from ui.terminal import print_json


def run_list(as_json: bool) -> None:
    """Print every source."""
    sources = LibraryStore(Settings.from_environment().data_dir).sources()
    if as_json:
        print_json([_as_json(loaded) for loaded in sources])
        return
    table = Table("slug", "title", "kind", "wording", "passages")
    for loaded in sources:
        source = loaded.source
        table.add_row(source.slug, source.title, source.kind, source.wording, str(loaded.passages))
    Console().print(table)


def run_show(slug: str, as_json: bool) -> None:
    """Print one source with its passages; the official text when both are there."""
    store = LibraryStore(Settings.from_environment().data_dir)
    loaded = store.loaded(slug) or store.loaded(slug, Wording.SUMMARY)
    if loaded is None:
        raise _unknown(slug)
    passages = store.passages(slug, loaded.source.wording)
    if as_json:
        print_json({**_as_json(loaded), "passages": [passage_json(passage) for passage in passages]})
        return
    console = Console()
    console.print(f"{loaded.source.title} ({loaded.source.slug}), {len(passages)} passages", markup=False)
    for remark in loaded.remarks:
        console.print(remark, markup=False)
    for passage in passages:
        console.print(f"{passage.id}: {passage.text[:90]!r}", markup=False, highlight=False)


def run_remove(slug: str, as_json: bool) -> None:
    """Remove a loaded source."""
    if not remove_source(slug, Settings.from_environment()):
        raise _unknown(slug)
    if as_json:
        print_json({"removed": slug})
    else:
        Console().print(f"{slug} was removed, with its original and its traces in the index.", markup=False)


def run_verify(as_json: bool) -> None:
    """Check the library; exit code 1 when something is wrong."""
    result: Verification = verify_library(Settings.from_environment())
    if as_json:
        print_json(asdict(result))
    else:
        console = Console()
        for problem in result.problems:
            console.print(problem, markup=False, highlight=False)
        console.print(
            f"{result.passages} passages, {result.vectors} vectors, {result.originals} originals checked; "
            f"{result.found_themselves} of {result.asked} sampled passages found themselves; "
            f"{len(result.problems)} problems.",
            markup=False,
        )
    if result.problems:
        raise SystemExit(1)


def _as_json(loaded: Loaded) -> dict[str, object]:
    source = loaded.source
    return {
        "source": source.slug,
        "title": source.title,
        "kind": source.kind,
        "authority": source.authority,
        "wording": source.wording,
        "language": source.language,
        "url": source.url,
        "sha256": source.sha256 if source.wording is Wording.OFFICIAL else "",
        "file_name": loaded.file_name,
        "added_on": loaded.added_on,
        "passages": loaded.passages,
        "remarks": list(loaded.remarks),
    }


def _unknown(slug: str) -> WrongUse:
    return WrongUse(f"There is no source '{slug}' in the library.", "`nrm library list` shows what is loaded.")
