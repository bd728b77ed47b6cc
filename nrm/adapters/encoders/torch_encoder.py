"""Any sentence-transformers model, on PyTorch: heavier to start, for models that were not exported."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from nrm.adapters.encoders.tokens import bounded
from nrm.domain.errors import EngineUnavailable
from nrm.retrieval.ports import Matrix, Progress, Vector

BATCH = 32
TEXTS_AT_ONCE = 512  # one call of progress each; the library sorts these by length
LONGEST_TOKENS = 512  # when a model does not say
E5_PROMPTS = {"query": "query: ", "document": "passage: "}  # its makers do not ship them as settings


def keep_hubs_offline(allow_downloads: bool) -> None:
    """Tell the model hub's library, before it is imported, whether it may use the network."""
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    if not allow_downloads:
        os.environ["HF_HUB_OFFLINE"] = "1"


class TorchEncoder:
    """The port ``Encoder`` on sentence-transformers.

    Questions use one thread: with two, a busy machine made one question take 498 ms instead of 22.
    """

    def __init__(self, model: str, name: str, threads: int, allow_downloads: bool = False) -> None:
        """:param model: a local folder or a hub name.

        :raises EngineUnavailable: when it cannot be loaded.
        """
        keep_hubs_offline(allow_downloads)
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call]  # it prints to a screen that is not ours
        try:
            self._model = SentenceTransformer(
                model, device="cpu", local_files_only=not allow_downloads, trust_remote_code=False
            )
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise EngineUnavailable(
                f"The encoder {model} cannot be loaded by sentence-transformers.", _remedy(model)
            ) from error
        if "e5" in Path(model).name.lower() and not any(self._model.prompts.values()):
            self._model.prompts = dict(E5_PROMPTS)
        self._torch = torch
        self._name = name
        self._threads = threads
        self._limit = self._model.max_seq_length or LONGEST_TOKENS

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimensions(self) -> int:
        return int(self._model.get_embedding_dimension() or 0)

    def encode_question(self, text: str) -> Vector:
        self._torch.set_num_threads(1)
        vector: Vector = self._model.encode_query(
            bounded(text, self._limit), normalize_embeddings=True, show_progress_bar=False
        )
        return vector

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Matrix:
        self._torch.set_num_threads(self._threads)
        parts = [np.empty((0, self.dimensions), np.float32)]
        for start in range(0, len(texts), TEXTS_AT_ONCE):
            some = [bounded(text, self._limit) for text in texts[start : start + TEXTS_AT_ONCE]]
            parts.append(self._encoded(some))
            if progress:
                progress(len(some))
        return np.concatenate(parts)

    def _encoded(self, texts: list[str]) -> Matrix:
        vectors: Matrix = self._model.encode_document(
            texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return vectors


def folder_identity(folder: Path) -> str:
    """Twelve letters that change when the model in a folder is exchanged: its settings and file sizes."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    identity = hashlib.sha256()
    for file in files:
        identity.update(f"{file.relative_to(folder).as_posix()} {file.stat().st_size}\n".encode())
        if file.name == "config.json":
            identity.update(file.read_bytes())
    return identity.hexdigest()[:12]


def _remedy(model: str) -> str:
    if Path(model).is_dir():
        return "It must hold what SentenceTransformer.save writes: modules.json, a tokenizer, weights."
    return "Give a local folder, or set NRM_ALLOW_DOWNLOADS=true once to fetch it from the hub."
