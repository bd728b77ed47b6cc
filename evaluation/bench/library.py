"""The library of the bench: our corpus and the official texts of ``../shared/library``, ingested once and kept up to date."""

from collections.abc import Callable
from pathlib import Path

from ingest.build import ingest
from nrm.settings import Settings


def bench_library(shared: Path, cache: Path, say: Callable[[str], None]) -> Path:
    """Its data folder; brought up to date, which takes minutes the first time and seconds later."""
    folder = cache / "library"
    settings = Settings.from_environment().model_copy(update={"data_dir": folder})
    say(f"bringing the library in {folder.name} up to date …")
    result = ingest([shared / "library"], settings)
    say(f"{result.passages} passages; {result.encoded} vectors were made anew")
    return folder
