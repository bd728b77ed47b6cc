"""A question that has been read, and the vectors of its texts, which may still be on their way."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass

from nrm.retrieval.ports import Vector
from nrm.retrieval.question import Query

# By the encoder of the passages, and by the multilingual one; ``None`` from one that does not read the language.
Vectors = tuple[Vector | None, Vector | None]


@dataclass(frozen=True, slots=True)
class Begun:
    """``query`` is what ``question`` was read as; ``vectors`` of its text and of those of its parts."""

    question: str
    query: Query
    vectors: "Mapping[str, Future[Vectors]]"
