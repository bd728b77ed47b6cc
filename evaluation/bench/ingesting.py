"""Ingest of the official texts against the encoder's own time in the same run."""

import tempfile
from pathlib import Path
from typing import Any

from evaluation.bench.memory import peak_megabytes
from ingest.build import ingest
from nrm.settings import Settings


def measure_ingest(shared: Path, settings: Settings) -> dict[str, Any]:
    """Seconds, passages a second, ratio to the encoder's time, disk and memory, in a fresh data folder.

    The corpus comes first and is not counted: its vectors are kept between data folders. The ratio of a second
    ingest is to the first one.
    """
    with tempfile.TemporaryDirectory(prefix="nrm-bench-", ignore_cleanup_errors=True) as place:
        fresh = settings.model_copy(update={"data_dir": Path(place)})
        ingest([], fresh)
        first = ingest([shared / "library"], fresh)
        second = ingest([shared / "library"], fresh)
        return {
            "sources": len(first.added),
            "passages": first.passages,
            "texts_encoded": first.encoded,
            "seconds": round(first.seconds, 1),
            "encoder_seconds": round(first.encoder_seconds, 1),
            "over_encoder": round(first.seconds / first.encoder_seconds, 3),
            "second_seconds": round(second.seconds, 2),
            "second_over_first": round(second.seconds / first.seconds, 4),
            "disk_mb": folder_megabytes(Path(place)),
            "peak_mb": peak_megabytes(),
        }


def folder_megabytes(folder: Path) -> float:
    """What the files of a folder take."""
    return round(sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1_000_000, 1)
