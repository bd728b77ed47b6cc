"""``nrm fetch``."""

import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ingest.add import Added, Wanted, sha256_of
from ingest.build import ingest
from ingest.fetch import Fetched, FetchLimits, FetchPolicy, allowed_hosts, fetch
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
    if fetch_and_load(wanted, FetchPolicy(allowed_hosts(records)), FetchLimits(), settings):
        raise SystemExit(1)


def fetch_and_load(wanted: Sequence[SourceRecord], policy: FetchPolicy, limits: FetchLimits, settings: Settings) -> int:
    """Download one text after the other, then load them all at once; what was loaded is printed, with its checksum.

    :return: how many could not be downloaded or read; each is named on stderr with the reason.
    """
    with tempfile.TemporaryDirectory() as folder:
        found: dict[str, Fetched] = {}
        for number, record in enumerate(wanted):
            if number:
                time.sleep(limits.pause_seconds)
            fetched = _fetched(record, Path(folder) / str(number), policy, limits)
            if fetched:
                found[fetched.path.name] = fetched
        if not found:
            return len(wanted)
        result = ingest([fetched.path for fetched in found.values()], settings, Wanted())
        for failure in result.failed:
            sys.stderr.write(f"{failure.problem} {failure.remedy}\n")
        for entry in result.added:
            sys.stdout.write(_line(entry, found[entry.file_name]))
    return len(wanted) - len(found) + len(result.failed)


def _fetched(record: SourceRecord, folder: Path, policy: FetchPolicy, limits: FetchLimits) -> Fetched | None:
    """The download under the source's own name; nothing, and the reason on stderr, when it failed."""
    folder.mkdir()
    try:
        found = fetch(record.url, folder, policy, limits)
    except UnreadableDocument as error:
        sys.stderr.write(f"{record.slug}: {error}\n")
        return None
    return replace(found, path=found.path.rename(found.path.with_stem(record.slug)))


def _line(entry: Added, fetched: Fetched) -> str:
    checksum = sha256_of(fetched.path)
    return f"{entry.slug}: {fetched.size} bytes from {fetched.url}, {entry.passages} passages, SHA-256 {checksum}\n"


def _wanted(slugs: Sequence[str], everything: bool, records: Sequence[SourceRecord]) -> list[SourceRecord]:
    by_slug = {record.slug: record for record in records}
    unknown = [slug for slug in slugs if slug not in by_slug]
    if unknown:
        raise WrongUse(f"There is no source '{unknown[0]}' in the corpus.", "See the Library page for the names.")
    if not slugs and not everything:
        raise WrongUse("Name the sources to fetch, or use --all.", "See the Library page for the names.")
    chosen = list(by_slug.values()) if everything else [by_slug[slug] for slug in slugs]
    return [record for record in chosen if record.url.startswith("https://") and (record.url_seen or slugs)]
