"""Which encoder the settings mean."""

from pathlib import Path

from nrm.adapters.encoders.export import export_encoder
from nrm.adapters.encoders.shipped import MINILM, MULTILINGUAL_E5, ShippedModel, package_folder
from nrm.adapters.encoders.store import models_folder, stored_model
from nrm.adapters.encoders.torch_encoder import TorchEncoder, folder_identity, keep_hubs_offline
from nrm.domain.errors import EngineUnavailable, StorageFailure, WrongUse
from nrm.retrieval.ports import Encoder
from nrm.settings import Settings

SHIPPED = "minilm"


def open_encoder(settings: Settings, models: Path | None = None) -> Encoder:
    """The encoder of the settings, ready to use.

    The shipped model runs on ONNX Runtime and is exported on first use (about 2 s, once); with backend
    'auto' it runs on PyTorch where that cannot be done. Any other model runs on PyTorch.

    :param models: where exported models live; the user's cache folder when not given.
    :raises EngineUnavailable: when there is no such model, or it cannot be loaded.
    :raises WrongUse: when ONNX is asked for with a model that is not shipped.
    """
    keep_hubs_offline(settings.allow_downloads)
    if settings.encoder != SHIPPED:
        return _other(settings)
    if settings.encoder_backend == "torch":
        return _shipped_on_torch(settings)
    try:
        return _on_onnx(MINILM, export_encoder(models), settings)
    except (EngineUnavailable, StorageFailure):
        if settings.encoder_backend == "onnx":
            raise
        return _shipped_on_torch(settings)


def open_multilingual_encoder(settings: Settings, models: Path | None = None) -> Encoder | None:
    """The encoder for questions that are not in English, or None when there is none.

    'auto' is the exported model when `nrm prepare-encoders` made it; it is never made here.

    :raises EngineUnavailable: when the folder of the settings is missing or cannot be loaded.
    """
    keep_hubs_offline(settings.allow_downloads)
    choice = settings.multilingual_encoder
    if choice == "none":
        return None
    if choice != "auto":
        return _from_setting(choice, "NRM_MULTILINGUAL_ENCODER", settings)
    folder = stored_model(MULTILINGUAL_E5, models or models_folder())
    return _on_onnx(MULTILINGUAL_E5, folder, settings) if folder else None


def _on_onnx(model: ShippedModel, folder: Path, settings: Settings) -> Encoder:
    from nrm.adapters.encoders.onnx_encoder import OnnxEncoder

    return OnnxEncoder(model, folder, settings.index_threads)


def _shipped_on_torch(settings: Settings) -> Encoder:
    folder = (package_folder(MINILM) / MINILM.weights).parent
    name = f"{MINILM.name}/torch-float32/{MINILM.sha256[:12]}"
    return TorchEncoder(str(folder), name, settings.index_threads)


def _other(settings: Settings) -> Encoder:
    if settings.encoder_backend == "onnx":
        raise WrongUse(
            f"Only the shipped encoder '{SHIPPED}' runs on ONNX, not {settings.encoder}.",
            "Set NRM_ENCODER_BACKEND=auto.",
        )
    return _from_setting(settings.encoder, "NRM_ENCODER", settings)


def _from_setting(choice: str, setting: str, settings: Settings) -> Encoder:
    folder = Path(choice).expanduser()
    if folder.is_dir():
        name = f"{folder.resolve().name}/torch-float32/{folder_identity(folder)}"
        return TorchEncoder(str(folder), name, settings.index_threads)
    if _means_a_folder(choice):
        raise EngineUnavailable(
            f"There is no model folder {choice}.",
            f"Set {setting} to a folder written by SentenceTransformer.save, or leave it unset.",
        )
    name = f"{choice}/torch-float32/hub"
    return TorchEncoder(choice, name, settings.index_threads, settings.allow_downloads)


def _means_a_folder(choice: str) -> bool:
    """A hub name is 'name' or 'owner/name'; everything else can only be a path."""
    return choice.startswith((".", "~", "/")) or "\\" in choice or choice.count("/") > 1
