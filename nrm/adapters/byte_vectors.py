"""Vectors in 7 bits on ONNX Runtime: every row is compared at a third of the cost, the nearest again in full.

What a question waits for in a small library is memory, not arithmetic, and a byte is a quarter of a float. The
bench measures both, and how many of the nearest 20 stay the same (docs/benchmarks.md, decision 6).
"""

from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime

from nrm.adapters.encoders.onnx_encoder import SESSION_FAILURES, one_thread
from nrm.domain.errors import StaleIndex
from nrm.retrieval.ports import Matrix, Scores, Vector

ENDING = ".onnx"
# Compared again in full: the error of a similarity in 7 bits is about 0.0013; of the nearest 20, none was ever missed.
AGAIN = 64
# 7 of the 8 bits, and below for the same reason as in ``encoders.graph``: 16-bit sums of more would saturate.
_LIMIT = 63
_QUESTION, _SIMILARITIES = "question", "similarities"
_OPSET, _IR_VERSION = 17, 9


class ByteVectors:
    """Similarities of a question with every row; see the module."""

    def __init__(self, file: Path, vectors: Matrix) -> None:
        """:param file: as ``write_byte_vectors`` wrote it for these vectors; opened when first used."""
        self._file, self._vectors = file, vectors

    def __call__(self, question: Vector) -> Scores:
        """See ``nrm.retrieval.ports.Compare``.

        :raises StaleIndex: when the file cannot be used.
        """
        if not len(self._vectors):
            return np.zeros(0, dtype=np.float32)
        scores: Scores = self._session.run(None, {_QUESTION: question[None]})[0][0]
        again = slice(None) if len(scores) <= AGAIN else np.argpartition(scores, -AGAIN)[-AGAIN:]
        scores[again] = self._vectors[again] @ question
        return scores

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        try:
            session = onnxruntime.InferenceSession(str(self._file), one_thread(), providers=["CPUExecutionProvider"])
        except SESSION_FAILURES as error:
            raise StaleIndex(f"{self._file.name} of the index cannot be read.", "Run: nrm ingest --rebuild") from error
        if session.get_outputs()[0].shape[1] != len(self._vectors):
            raise StaleIndex(f"{self._file.name} of the index is incomplete.", "Run: nrm ingest --rebuild")
        return session


def write_byte_vectors(file: Path, vectors: Matrix) -> None:
    """Write what ``ByteVectors`` opens: the rows in 7 bits with one scale, and the product with a question.

    The question is put in 8 bits when it comes; both sums are of whole numbers, so every processor agrees.
    """
    from onnx import TensorProto, helper, numpy_helper  # 150 ms that no question needs

    scale = np.float32(np.abs(vectors).max(initial=1e-9) / _LIMIT)
    rows = np.round(vectors / scale).astype(np.int8)
    nodes = [
        helper.make_node("DynamicQuantizeLinear", [_QUESTION], ["bytes", "step", "zero"]),
        helper.make_node("MatMulInteger", ["bytes", "rows", "zero"], ["sums"]),
        helper.make_node("Cast", ["sums"], ["floats"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["step", "scale"], ["unit"]),
        helper.make_node("Mul", ["floats", "unit"], [_SIMILARITIES]),
    ]
    arrays = [
        numpy_helper.from_array(np.ascontiguousarray(rows.T), "rows"),
        numpy_helper.from_array(np.array(scale), "scale"),
    ]
    given = helper.make_tensor_value_info(_QUESTION, TensorProto.FLOAT, [1, vectors.shape[1]])
    wanted = helper.make_tensor_value_info(_SIMILARITIES, TensorProto.FLOAT, [1, len(vectors)])
    graph = helper.make_graph(nodes, file.stem, [given], [wanted], arrays)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION)
    file.write_bytes(model.SerializeToString())
