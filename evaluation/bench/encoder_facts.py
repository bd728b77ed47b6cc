"""The encoders side by side: ONNX Runtime in 8 bits, PyTorch in floats, and the multilingual one.

``python -m evaluation.bench.encoder_facts BACKEND`` prints one of them, from a process of its own.
"""

import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from evaluation.bench.memory import peak_megabytes
from evaluation.bench.parts import child
from evaluation.bench.speed import milliseconds, tuning_questions
from evaluation.metrics import percentile
from nrm.adapters.encoders import open_encoder, open_multilingual_encoder
from nrm.adapters.encoders.shipped import MINILM, MULTILINGUAL_E5, package_folder
from nrm.adapters.encoders.store import models_folder
from nrm.adapters.library_store import LibraryStore
from nrm.domain.vocabulary import Wording
from nrm.retrieval.ports import Encoder
from nrm.settings import Settings

BACKENDS = ("onnx", "torch", "multilingual")
_PASSAGES = 128
_ROUNDS = 2  # the better one counts: other work on the machine only ever slows


def measure_encoders(library: Path) -> dict[str, Any]:
    """The facts of each backend, one process after another."""
    return {backend: json.loads(child("encoder_facts", [backend, str(library)])) for backend in BACKENDS}


def encoder_facts(backend: str, library: Path) -> dict[str, Any]:
    """Start, milliseconds a question, passages a second on one and two threads, memory, size of the file."""
    started = time.perf_counter()
    encoder = _open(backend, 1)
    questions = tuning_questions()
    encoder.encode_question(questions[0])
    start = time.perf_counter() - started
    texts = [passage.text for passage in LibraryStore(library).passages(wording=Wording.OFFICIAL)]
    some = texts[:: max(1, len(texts) // _PASSAGES)][:_PASSAGES]
    rounds = [milliseconds(encoder.encode_question, questions) for _ in range(_ROUNDS)]
    best = min(rounds, key=statistics.median)
    return {
        "encoder": encoder.name,
        "start_seconds": round(start, 2),
        "question_ms": [percentile(best, 50), percentile(best, 95)],
        "passages_per_second_1_thread": _per_second(encoder, some),
        "passages_per_second_2_threads": _per_second(_open(backend, 2), some),
        "words_a_passage": round(statistics.mean(len(text.split()) for text in some), 1),
        "peak_mb": peak_megabytes(),
        "file_mb": _file_megabytes(backend),
        "imports_torch": "torch" in sys.modules,
    }


def _open(backend: str, threads: int) -> Encoder:
    if backend == "multilingual":
        encoder = open_multilingual_encoder(Settings(index_threads=threads))
        if encoder is None:
            raise SystemExit("There is no multilingual encoder. Run: nrm prepare-encoders")
        return encoder
    return open_encoder(Settings(encoder_backend=backend, index_threads=threads))


def _per_second(encoder: Encoder, texts: list[str]) -> float:
    durations = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        encoder.encode_passages(texts)
        durations.append(time.perf_counter() - started)
    return round(len(texts) / min(durations), 1)


def _file_megabytes(backend: str) -> float:
    if backend == "torch":
        file = package_folder(MINILM) / MINILM.weights
    else:
        model = MINILM if backend == "onnx" else MULTILINGUAL_E5
        file = models_folder() / model.folder_name / "model.onnx"
    return round(file.stat().st_size / 1_000_000, 1)


if __name__ == "__main__":
    json.dump(encoder_facts(sys.argv[1], Path(sys.argv[2])), sys.stdout)
