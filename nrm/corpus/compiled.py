"""The corpus as one JSON text and back: reading it is ten times faster than reading the YAML files."""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import EnumType
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from nrm.corpus.load import Corpus

Decoder = Callable[[Any], Any]


def corpus_to_json(corpus: Corpus) -> str:
    """All records, each as the list of its fields in order."""
    return json.dumps(_plain(corpus), ensure_ascii=False, separators=(",", ":"))


def corpus_from_json(text: str) -> Corpus:
    """The corpus again.

    :raises ValueError: if the text was not made by this version of the types.
    """
    try:
        corpus: Corpus = _decoder(Corpus)(json.loads(text))
    except (TypeError, KeyError, IndexError) as error:
        raise ValueError("the compiled corpus is of another version") from error
    return corpus


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


@cache
def _decoder(hint: Any) -> Decoder:
    if is_dataclass(hint):
        return _record_decoder(hint)
    if get_origin(hint) is tuple:
        return _tuple_decoder(get_args(hint))
    if isinstance(hint, EnumType):
        return hint
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _record_decoder(kind: Any) -> Decoder:
    decoders = [_decoder(hint) for hint in get_type_hints(kind).values()]

    def decode(values: list[Any]) -> Any:
        if len(values) != len(decoders):
            raise TypeError("another number of fields")
        return kind(*(decoder(value) for decoder, value in zip(decoders, values, strict=True)))

    return decode


def _tuple_decoder(arguments: tuple[Any, ...]) -> Decoder:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        inner = _decoder(arguments[0])
        return tuple if inner is _as_it_is else lambda values: tuple(inner(value) for value in values)
    decoders = [_decoder(argument) for argument in arguments]
    return lambda values: tuple(decoder(value) for decoder, value in zip(decoders, values, strict=True))
