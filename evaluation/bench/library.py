"""The library of the bench: our corpus and the official texts of ``../shared/library``, ingested once and kept up to date."""

from collections.abc import Callable
from pathlib import Path

from ingest.build import ingest
from nrm.settings import Settings


def bench_library(shared: Path, folder: Path, say: Callable[[str], None]) -> None:
    """Bring the data folder up to date, which takes minutes the first time and seconds later."""
    settings = Settings.from_environment().model_copy(update={"data_dir": folder})
    say("bringing the library of the bench up to date …")
    result = ingest([shared / "library"], settings)
    say(f"{result.passages} passages; {result.encoded} vectors were made anew")
