"""Exported models on disk, and what is said when an encoder cannot be had."""

import json
import os
from pathlib import Path

import pytest

from nrm.adapters.encoders import (
    export_encoder,
    export_multilingual_encoder,
    open_encoder,
    open_multilingual_encoder,
)
from nrm.adapters.encoders.shipped import MINILM, checked_weights
from nrm.adapters.encoders.store import GRAPH, MANIFEST, models_folder, store_model, stored_model
from nrm.domain.errors import EngineUnavailable, MissingFile, StorageFailure, WrongUse
from nrm.settings import Settings

FILES = {GRAPH: b"artificial graph", "tokenizer.json": b"{}"}


def test_a_stored_model_is_found_with_its_manifest_and_nothing_beside_it(tmp_path: Path) -> None:
    folder = store_model(MINILM, FILES, {"onnx": "1.0"}, tmp_path)

    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    assert stored_model(MINILM, tmp_path) == folder
    assert manifest["sha256"] == MINILM.sha256
    assert manifest["licence"].startswith("Apache-2.0")
    assert [path.name for path in tmp_path.iterdir()] == [MINILM.folder_name]


def test_a_model_with_a_file_cut_short_does_not_count(tmp_path: Path) -> None:
    folder = store_model(MINILM, FILES, {}, tmp_path)

    (folder / GRAPH).write_bytes(b"artif")

    assert stored_model(MINILM, tmp_path) is None


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"bytes": 3}', '{"bytes": {}, "format": 0}'])
def test_a_manifest_that_does_not_fit_does_not_count(tmp_path: Path, content: str) -> None:
    folder = store_model(MINILM, FILES, {}, tmp_path)

    (folder / MANIFEST).write_text(content, encoding="utf-8")

    assert stored_model(MINILM, tmp_path) is None


def test_a_damaged_model_is_replaced(tmp_path: Path) -> None:
    folder = store_model(MINILM, FILES, {}, tmp_path)
    (folder / GRAPH).unlink()

    store_model(MINILM, FILES, {}, tmp_path)

    assert stored_model(MINILM, tmp_path) == folder


def test_a_second_export_finds_the_first(tmp_path: Path) -> None:
    folder = export_encoder(tmp_path)
    written = (folder / GRAPH).stat().st_mtime_ns

    export_encoder(tmp_path)

    assert (folder / GRAPH).stat().st_mtime_ns == written


def test_a_graph_of_the_right_size_but_wrong_content_is_named_with_its_remedy(tmp_path: Path) -> None:
    graph = export_encoder(tmp_path) / GRAPH
    graph.write_bytes(bytes(graph.stat().st_size))

    with pytest.raises(EngineUnavailable, match=r"Delete the folder .* run: nrm prepare-encoders"):
        open_encoder(Settings(encoder_backend="onnx"), tmp_path)


def test_a_place_that_is_a_file_is_a_storage_failure(tmp_path: Path) -> None:
    place = tmp_path / "models"
    place.write_text("not a folder", encoding="utf-8")

    with pytest.raises(StorageFailure, match="cannot be stored"):
        export_encoder(place)


def test_without_a_place_to_export_the_shipped_encoder_runs_on_pytorch(tmp_path: Path) -> None:
    place = tmp_path / "models"
    place.write_text("not a folder", encoding="utf-8")

    encoder = open_encoder(Settings(), place)

    assert "torch" in encoder.name


def test_weights_that_were_changed_are_refused() -> None:
    with pytest.raises(EngineUnavailable, match="not the ones we know"):
        checked_weights(MINILM, b"changed")


def test_models_live_in_the_users_cache_folder() -> None:
    assert "nrm-guide" in models_folder().parts[-2:][0]


@pytest.mark.parametrize("choice", ["/no/such/folder", "./missing", "~/missing", "a/b/c"])
def test_a_missing_model_folder_is_named_with_the_setting(choice: str) -> None:
    with pytest.raises(EngineUnavailable, match=r"no model folder .* NRM_ENCODER"):
        open_encoder(Settings(encoder=choice))
    with pytest.raises(EngineUnavailable, match=r"no model folder .* NRM_MULTILINGUAL_ENCODER"):
        open_multilingual_encoder(Settings(multilingual_encoder=choice))


def test_a_folder_that_is_no_model_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing to load", encoding="utf-8")

    with pytest.raises(EngineUnavailable, match="cannot be loaded"):
        open_encoder(Settings(encoder=str(tmp_path)))


def test_a_hub_name_is_not_fetched_unless_downloads_are_allowed() -> None:
    with pytest.raises(EngineUnavailable, match="NRM_ALLOW_DOWNLOADS"):
        open_encoder(Settings(encoder="someone/some-model"))

    assert os.environ["HF_HUB_OFFLINE"] == "1"


def test_only_the_shipped_encoder_runs_on_onnx(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="NRM_ENCODER_BACKEND=auto"):
        open_encoder(Settings(encoder=str(tmp_path), encoder_backend="onnx"))


def test_a_wheel_that_is_missing_or_something_else_is_named(tmp_path: Path) -> None:
    other = tmp_path / "other.whl"
    other.write_text("no archive", encoding="utf-8")

    with pytest.raises(MissingFile, match="no file"):
        export_multilingual_encoder(tmp_path, wheel=tmp_path / "missing.whl")
    with pytest.raises(EngineUnavailable, match=r"other\.whl is not the package"):
        export_multilingual_encoder(tmp_path, wheel=other)
