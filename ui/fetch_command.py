"""``nrm fetch``."""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from ingest.add import Wanted
from ingest.build import ingest
from ingest.fetch import FetchLimits, FetchPolicy, allowed_hosts, fetch
from nrm.adapters.corpus_cache import cached_corpus
from nrm.domain.errors import UnreadableDocument, WrongUse
from nrm.domain.knowledge import SourceRecord
from nrm.settings import Settings


def run_fetch(slugs: Sequence[str], everything: bool) -> None:
    """Download and load; what could not be loaded is listed, and the exit code is 1 then."""
    settings = Settings.from_environment()
    if not settings.allow_downloads:
        raise WrongUse(
            "Downloads are off: this program connects to nothing unless its operator allows it.",
            "Set NRM_ALLOW_DOWNLOADS=true for this command, or load files with `nrm ingest`.",
        )
    records = cached_corpus(settings.corpus_dir).sources
    wanted = _wanted(slugs, everything, records)
    policy, limits = FetchPolicy(allowed_hosts(records)), FetchLimits()
    failures = 0
    for number, record in enumerate(wanted):
        if number:
            time.sleep(limits.pause_seconds)
        failures += not _loaded(record, policy, limits, settings)
    if failures:
        raise SystemExit(1)


def _wanted(slugs: Sequence[str], everything: bool, records: Sequence[SourceRecord]) -> list[SourceRecord]:
    by_slug = {record.slug: record for record in records}
    unknown = [slug for slug in slugs if slug not in by_slug]
    if unknown:
        raise WrongUse(f"There is no source '{unknown[0]}' in the corpus.", "See the Library page for the names.")
    if not slugs and not everything:
        raise WrongUse("Name the sources to fetch, or use --all.", "See the Library page for the names.")
    chosen = list(by_slug.values()) if everything else [by_slug[slug] for slug in slugs]
    return [record for record in chosen if record.url.startswith("https://") and (record.url_seen or slugs)]


def _loaded(record: SourceRecord, policy: FetchPolicy, limits: FetchLimits, settings: Settings) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = fetch(record.url, Path(folder), policy, limits)
            named = found.path.rename(found.path.with_stem(record.slug))
            result = ingest([named], settings, Wanted())
        except UnreadableDocument as error:
            sys.stderr.write(f"{record.slug}: {error}\n")
            return False
    for failure in result.failed:
        sys.stderr.write(f"{record.slug}: {failure.problem} {failure.remedy}\n")
    for entry in result.added:
        sys.stdout.write(f"{record.slug}: {found.size} bytes from {found.url}, {entry.passages} passages\n")
    return not result.failed
