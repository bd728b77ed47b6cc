"""Is the library whole? Counts, hashes, and passages that must find themselves."""

import hashlib
import random
from dataclasses import dataclass
from pathlib import Path

from nrm.adapters.library_rows import Loaded
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Wording
from nrm.retrieval.plan import plan_index
from nrm.services.searcher import Searcher
from nrm.settings import Settings

_SAMPLED = 60
_WITHIN = 10  # a passage that is asked for by its own words must be among so many


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked and what is wrong; no problems means whole."""

    passages: int
    vectors: int
    originals: int
    asked: int
    found_themselves: int
    problems: tuple[str, ...]


def verify_library(settings: Settings, sampled: int = _SAMPLED) -> Verification:
    """Compare truth, originals and index, and ask for a sample of passages by their own words.

    :raises IndexMissing: when there is nothing to verify.
    :raises StaleIndex: when the index cannot be read at all.
    """
    searcher = Searcher(settings)
    store = searcher.store
    plan = plan_index(store.passages(), searcher.corpus)
    problems = [] if {p.id for p in plan.passages} == set(searcher.generation.passage_ids) else [
        "The index does not hold the passages of the library. Run: nrm ingest --rebuild"
    ]  # fmt: skip
    officials = [loaded for loaded in store.sources() if loaded.source.wording is Wording.OFFICIAL]
    for loaded in officials:
        problems += _original_problems(loaded, settings.data_dir)
        problems += _span_problems(
            store.loaded(loaded.source.slug), store.passages(loaded.source.slug, Wording.OFFICIAL)
        )
    sample = random.Random(0).sample(plan.passages, min(sampled, len(plan.passages)))
    found = sum(_finds_itself(passage, searcher) for passage in sample)
    if found < 0.9 * len(sample):
        problems.append(f"Only {found} of {len(sample)} passages find themselves. Run: nrm ingest --rebuild")
    vectors = len(searcher.generation.vectors)
    return Verification(len(plan.passages), vectors, len(officials), len(sample), found, tuple(problems))


def _original_problems(loaded: Loaded, data_dir: Path) -> list[str]:
    slug, sha256 = loaded.source.slug, loaded.source.sha256
    path = data_dir / "originals" / sha256
    if not path.is_file():
        return [f"{slug}: the original is missing. Load the file again."]
    with path.open("rb") as file:
        same = hashlib.file_digest(file, "sha256").hexdigest() == sha256
    return [] if same else [f"{slug}: the original was changed. Remove the source and load it again."]


def _span_problems(loaded: Loaded | None, passages: list[Passage]) -> list[str]:
    if loaded is None:
        return []
    wrong = [
        passage.id
        for passage in passages
        if loaded.parsed_text[passage.locator.start : passage.locator.end] != passage.text
    ]
    return [f"{name}: its place in the document is wrong. Run: nrm ingest --rebuild" for name in wrong]


def _finds_itself(passage: Passage, searcher: Searcher) -> bool:
    ranking = searcher.search(passage.text[:400], limit=_WITHIN)
    return any(hit.passage.id == passage.id for hit in ranking.hits)
