"""From a plan to a generation: every text encoded once, every array in its place."""

import time
import uuid
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from ingest.vectors import vectors_for
from nrm.adapters.corpus_vectors import CorpusVectors
from nrm.adapters.generation_files import asked_file
from nrm.domain.vocabulary import Wording
from nrm.retrieval.generation import (
    FIELD_WEIGHTS,
    AskedRows,
    Generation,
    Rows,
    asked_texts,
    facet_rows,
    knowledge_texts,
    passage_windows,
    unled_rows,
)
from nrm.retrieval.language import LANGUAGES
from nrm.retrieval.lexical import build_word_index
from nrm.retrieval.plan import IndexPlan, searched_fields
from nrm.retrieval.ports import Encoder, Matrix, Vector

# what is done ("read", "pages", "encode"), of what, how many are done, how many there are
Report = Callable[[str, str, int, int], None]


class Vectors:
    """Vectors of texts by both encoders, reused from the last generation and from earlier builds of the corpus."""

    def __init__(
        self,
        encoder: Encoder,
        multilingual: Encoder | None,
        stored: Mapping[str, Mapping[str, Vector]],
        corpus_vectors: CorpusVectors,
        report: Report,
    ) -> None:
        self._encoder, self._multilingual = encoder, multilingual
        self._stored, self._corpus_vectors, self._report = stored, corpus_vectors, report
        self._made: dict[str, Matrix] = {}
        self.keys: dict[str, list[str]] = {}
        self.encoded, self.seconds = 0, 0.0

    def of(self, name: str, texts: Sequence[str]) -> Matrix:
        """The vectors of one file of the generation."""
        return self._vectors(name, texts, self._encoder)

    def foreign(self, name: str, texts: Sequence[str]) -> Matrix | None:
        """The same by the multilingual encoder, when there is one."""
        return self._vectors(name, texts, self._multilingual) if self._multilingual else None

    def _vectors(self, name: str, texts: Sequence[str], encoder: Encoder) -> Matrix:
        known = self._corpus_vectors.load(encoder.name)
        started, done = time.monotonic(), 0

        def progress(more: int) -> None:
            nonlocal done
            done += more
            self._report("encode", name, done, len(texts))

        matrix, self.keys[name], encoded = vectors_for(
            texts, encoder, {**known, **self._stored.get(name, {})}, progress
        )
        self.seconds += time.monotonic() - started
        self.encoded += encoded
        self._made[name] = matrix
        return matrix

    def remember(self, plan: IndexPlan, windows: Rows) -> None:
        """Keep the vectors of the corpus, which is public, for other data folders on this machine."""
        shared = self._corpus_vectors
        ours = [row for row, owner in enumerate(windows) if plan.passages[owner].source.wording is Wording.SUMMARY]
        shared.save(self._encoder.name, self.keys["knowledge"], self._made["knowledge"])
        shared.save(self._encoder.name, [self.keys["vectors"][row] for row in ours], self._made["vectors"][ours])
        if self._multilingual:
            for name in ("multilingual", *(asked_file(language) for language in LANGUAGES)):
                if name in self._made:
                    shared.save(self._multilingual.name, self.keys[name], self._made[name])


def _asked_rows(plan: IndexPlan, vectors: Vectors) -> dict[str, AskedRows]:
    made = {
        language: (vectors.foreign(asked_file(language), texts), finders)
        for language, (texts, finders) in asked_texts(plan.finders).items()
    }
    return {language: AskedRows(rows, finders) for language, (rows, finders) in made.items() if rows is not None}


def make_generation(plan: IndexPlan, vectors: Vectors) -> tuple[Generation, dict[str, list[str]]]:
    """The arrays of a generation, and the keys of the texts behind its vectors, by file."""
    knowledge, owners, kinds = knowledge_texts(plan.finders)
    texts, windows = passage_windows(plan)
    unled, unled_windows = passage_windows(plan, unled_rows(plan))
    generation = Generation(
        name=uuid.uuid4().hex[:12],
        passage_ids=tuple(passage.id for passage in plan.passages),
        finder_ids=tuple(finder.id for finder in plan.finders),
        links=np.array(plan.links, dtype=np.int32).reshape(-1, 2),
        knowledge=vectors.of("knowledge", knowledge),
        knowledge_finder=owners,
        knowledge_kind=kinds,
        multilingual=vectors.foreign("multilingual", knowledge),
        vectors=vectors.of("vectors", texts),
        windows=windows,
        multilingual_own=vectors.foreign("multilingual_own", unled),
        multilingual_windows=unled_windows,
        words=build_word_index(searched_fields(plan), FIELD_WEIGHTS),
        facets=facet_rows(plan.passages),
        asked_in=_asked_rows(plan, vectors),
    )
    return generation, vectors.keys
