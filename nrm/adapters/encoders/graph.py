"""Writes a BERT encoder as an ONNX graph: token ids of one text in, one unit vector out.

The graph is written node by node rather than traced from PyTorch: nothing can freeze at the length of
an example, and neither PyTorch nor a tracing package is needed to repeat it. A text is encoded alone,
so there is no padding and no mask, and its vector cannot depend on its neighbours in a batch.
"""

import itertools
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from nrm.adapters.encoders.weights import (
    NIBBLE_ZERO,
    BertWeights,
    ByteWords,
    Layer,
    Linear,
    NibbleWords,
    Norm,
)

INPUT, OUTPUT = "token_ids", "vector"
OPSET = 20  # the first with Gelu
IR_VERSION = 9  # what onnxruntime 1.17 and later read
MICROSOFT = "com.microsoft"  # onnxruntime's own operators

# 7 of the 8 bits: without VNNI the 16-bit sums of full 8-bit products saturate, so processors would differ.
# Measured without VNNI, cosine to float: mean 0.9936 and least 0.991, where 8 bits gave 0.9919 and 0.982.
WEIGHT_LIMIT = 63


def encoder_graph(weights: BertWeights, int8: bool = True) -> bytes:
    """The serialised model.

    :param int8: the products that bear it in 8 bits, else all in 32-bit floats. Two do not bear it: what
        comes out of attention and of the activation has a few very large numbers, and one scale for all
        costs up to 0.02 MRR; in floats these two are as fast.
    """
    graph = _Graph(int8)
    state = _embedded(graph, weights)
    for layer in weights.layers:
        state = _layer(graph, layer, state, weights)
    mean = graph.node("ReduceMean", [state, graph.numbers([1])], keepdims=0)
    graph.node("LpNormalization", [mean], output=OUTPUT, axis=-1, p=2)
    serialised: bytes = graph.model(weights.width).SerializeToString()
    return serialised


class _Graph:
    """Nodes and arrays of a graph being written; names are numbers."""

    def __init__(self, int8: bool) -> None:
        self._int8 = int8
        self._nodes: list[NodeProto] = []
        self._arrays: list[TensorProto] = []
        self._names = (str(number) for number in itertools.count())

    def array(self, values: NDArray[Any]) -> str:
        """The name of a constant."""
        name = next(self._names)
        self._arrays.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def numbers(self, values: Sequence[int]) -> str:
        """The name of a constant list of axes or sizes."""
        return self.array(np.array(values, np.int64))

    def node(self, kind: str, inputs: Sequence[str], output: str = "", **attributes: Any) -> str:
        """The name of the output of a new node."""
        name = output or next(self._names)
        self._nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def thirds(self, state: str) -> list[str]:
        """Three equal parts of the last axis."""
        names = [next(self._names) for _ in range(3)]
        self._nodes.append(helper.make_node("Split", [state], names, axis=-1, num_outputs=3))
        return names

    def norm(self, state: str, norm: Norm, epsilon: float) -> str:
        """Layer normalisation."""
        inputs = [state, self.array(norm.scale), self.array(norm.shift)]
        return self.node("LayerNormalization", inputs, axis=-1, epsilon=epsilon)

    def exact(self, state: str, linear: Linear) -> str:
        """A matrix product and its bias, in floats."""
        product = self.node("MatMul", [state, self.array(linear.weight.T)])
        return self.node("Add", [product, self.array(linear.bias)])

    def linear(self, state: str, linear: Linear) -> str:
        """The same in 8 bits when the graph is, with one scale for each output."""
        if not self._int8:
            return self.exact(state, linear)
        scales = np.maximum(np.abs(linear.weight).max(axis=1), 1e-12) / WEIGHT_LIMIT
        rounded = np.rint(linear.weight / scales[:, None]).astype(np.int8)
        inputs = [state, self.array(rounded.T), self.array(scales.astype(np.float32)), ""]
        return self.node("DynamicQuantizeMatMul", [*inputs, self.array(linear.bias)], domain=MICROSOFT)

    def model(self, width: int) -> ModelProto:
        """The finished model."""
        inputs = [helper.make_tensor_value_info(INPUT, TensorProto.INT64, [1, "tokens"])]
        outputs = [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1, width])]
        graph = helper.make_graph(self._nodes, "encoder", inputs, outputs, self._arrays)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)


def _embedded(graph: _Graph, weights: BertWeights) -> str:
    length = graph.node("Shape", [INPUT], start=1, end=2)
    bounds = [graph.numbers([0]), length, graph.numbers([0])]
    places = graph.node("Slice", [graph.array(weights.positions), *bounds])
    total = graph.node("Add", [_words(graph, weights.words, weights.width), places])
    return graph.norm(total, weights.embedding_norm, weights.epsilon)


def _words(graph: _Graph, words: ByteWords | NibbleWords, width: int) -> str:
    values = graph.node("Gather", [graph.array(words.values), INPUT])
    scales = graph.node("Gather", [graph.array(words.scales), INPUT])
    if isinstance(words, ByteWords):
        return graph.node("Mul", [_floats(graph, values), scales])
    zero = graph.array(np.array([NIBBLE_ZERO], np.float32))
    blocks = graph.node("Sub", [_floats(graph, _halves(graph, values)), zero])
    factors = graph.node("Unsqueeze", [_floats(graph, scales), graph.numbers([-1])])
    return graph.node("Reshape", [graph.node("Mul", [blocks, factors]), graph.numbers([0, 0, width])])


def _halves(graph: _Graph, values: str) -> str:
    low = graph.node("BitwiseAnd", [values, graph.array(np.array([15], np.uint8))])
    high = graph.node("BitShift", [values, graph.array(np.array([4], np.uint8))], direction="RIGHT")
    return graph.node("Concat", [low, high], axis=-1)


def _floats(graph: _Graph, state: str) -> str:
    return graph.node("Cast", [state], to=TensorProto.FLOAT)


def _layer(graph: _Graph, layer: Layer, state: str, weights: BertWeights) -> str:
    attended = graph.exact(_attention(graph, layer, state, weights), layer.attention_output)
    state = graph.norm(graph.node("Add", [attended, state]), layer.attention_norm, weights.epsilon)
    wide = graph.node("Gelu", [graph.linear(state, layer.widening)])
    narrow = graph.exact(wide, layer.narrowing)
    return graph.norm(graph.node("Add", [narrow, state]), layer.output_norm, weights.epsilon)


def _attention(graph: _Graph, layer: Layer, state: str, weights: BertWeights) -> str:
    head_width = weights.width // weights.heads
    shape = graph.numbers([0, 0, weights.heads, head_width])
    question, key, value = (
        graph.node("Transpose", [graph.node("Reshape", [part, shape])], perm=order)
        for part, order in zip(
            graph.thirds(graph.linear(state, layer.question_key_value)),
            ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3]),
            strict=True,
        )
    )
    factor = graph.array(np.array([head_width**-0.5], np.float32))
    likeness = graph.node("Mul", [graph.node("MatMul", [question, key]), factor])
    mixed = graph.node("MatMul", [graph.node("Softmax", [likeness], axis=-1), value])
    joined = graph.node("Transpose", [mixed], perm=[0, 2, 1, 3])
    return graph.node("Reshape", [joined, graph.numbers([0, 0, weights.width])])
