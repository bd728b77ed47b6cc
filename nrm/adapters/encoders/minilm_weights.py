"""Reads all-MiniLM-L6-v2 as its package carries it (safetensors, 32-bit)."""

from typing import Any

from safetensors.numpy import load

from nrm.adapters.encoders.weights import (
    BertWeights,
    FloatArray,
    Layer,
    Linear,
    Norm,
    bytes_of_words,
    stacked,
)

LAYERS, HEADS, EPSILON = 6, 12, 1e-12  # config.json of the model


def minilm_weights(content: bytes) -> BertWeights:
    """The arrays of the file; ``content`` has a known checksum."""
    tensors: dict[str, Any] = load(content)
    token_type: FloatArray = tensors["embeddings.token_type_embeddings.weight"][0]
    return BertWeights(
        words=bytes_of_words(tensors["embeddings.word_embeddings.weight"]),
        positions=tensors["embeddings.position_embeddings.weight"] + token_type,
        embedding_norm=_norm(tensors, "embeddings.LayerNorm"),
        layers=tuple(_layer(tensors, f"encoder.layer.{number}.") for number in range(LAYERS)),
        heads=HEADS,
        epsilon=EPSILON,
    )


def _layer(tensors: dict[str, Any], start: str) -> Layer:
    parts = [_linear(tensors, f"{start}attention.self.{part}") for part in ("query", "key", "value")]
    return Layer(
        question_key_value=stacked(parts),
        attention_output=_linear(tensors, f"{start}attention.output.dense"),
        attention_norm=_norm(tensors, f"{start}attention.output.LayerNorm"),
        widening=_linear(tensors, f"{start}intermediate.dense"),
        narrowing=_linear(tensors, f"{start}output.dense"),
        output_norm=_norm(tensors, f"{start}output.LayerNorm"),
    )


def _linear(tensors: dict[str, Any], name: str) -> Linear:
    return Linear(tensors[f"{name}.weight"], tensors[f"{name}.bias"])


def _norm(tensors: dict[str, Any], name: str) -> Norm:
    return Norm(tensors[f"{name}.weight"], tensors[f"{name}.bias"])
