from collections.abc import Sequence
from pathlib import Path

from nrm.adapters.corpus_cache import cached_corpus
from nrm.adapters.library_rows import Loaded
from nrm.domain.passages import Source
from nrm.domain.vocabulary import Authority, SourceKind, Wording
from nrm.services.library_overview import LibraryOverview, overview, read_overview
from nrm.settings import PROJECT_DIR, Settings

RECORDS = cached_corpus(PROJECT_DIR / "corpus").sources


def held(slug: str, kind: SourceKind, wording: Wording = Wording.OFFICIAL, passages: int = 3) -> Loaded:
    source = Source(slug, slug, kind, Authority.TREATY, wording)
    return Loaded(source, f"{slug}.pdf", "", (), (), "2026-11-24", passages)


def missing_slugs(sources: Sequence[Loaded]) -> list[str]:
    return [missing.record.slug for missing in overview(sources, RECORDS).missing]


def test_everything_is_missing_where_nothing_was_ingested_and_the_handbook_is_named_first(tmp_path: Path) -> None:
    found = read_overview(Settings(data_dir=tmp_path), RECORDS)

    assert found.loaded == ()
    assert found.missing[0].record.slug == "handbook"
    assert {one.record.slug for one in found.missing} == {record.slug for record in RECORDS} - {"about-the-handbook"}


def test_a_loaded_text_is_no_longer_missing_and_our_summary_of_it_does_not_count_as_the_text() -> None:
    official = held("coe-cets197-2005", SourceKind.TREATY)
    summary = held("untoc-2000", SourceKind.TREATY, Wording.SUMMARY, 5)

    found: LibraryOverview = overview([official, summary], RECORDS)

    assert found.loaded == (official,)
    assert found.summaries == 5
    assert "coe-cets197-2005" not in missing_slugs([official, summary])
    assert [one.ours for one in found.missing if one.record.slug == "untoc-2000"] == [5]


def test_a_handbook_under_any_name_is_the_handbook() -> None:
    assert "handbook" not in missing_slugs([held("my-copy", SourceKind.HANDBOOK)])


def test_an_address_that_several_texts_share_is_not_offered_as_a_download_of_one() -> None:
    own = {one.record.slug: one.own_address for one in overview([], RECORDS).missing}

    assert not own["handbook"]
    assert not own["factsheet"]
    assert own["coe-cets197-2005"]
