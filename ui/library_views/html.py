"""What is loaded and what is missing, as HTML that shows texts and never obeys them."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from nrm.adapters.library_rows import Loaded
from nrm.domain.knowledge import SourceRecord
from nrm.domain.vocabulary import Authority, SourceKind
from nrm.services.library_overview import HandbookState, Missing
from ui.components.markup import chip, html, items, link, paragraph
from ui.wording import library_page as words
from ui.wording.labels import AUTHORITIES, AUTHORITY_NOTES, KINDS, LANGUAGES


def details_html(loaded: Loaded, record: SourceRecord | None) -> str:
    """All that is known of a loaded source, as a table."""
    rows = "".join(
        f'<tr><th scope="row">{html(words.ROWS[name])}</th><td>{inside}</td></tr>'
        for name, inside in _rows(loaded, record)
        if inside
    )
    return f'<div class="nrm-scroll"><table class="nrm-table nrm-details">{rows}</table></div>'


def _rows(loaded: Loaded, record: SourceRecord | None) -> Iterable[tuple[str, str]]:
    source = loaded.source
    yield "kind", html(KINDS[source.kind])
    yield "authority", html(f"{AUTHORITIES[source.authority]}. {AUTHORITY_NOTES[source.authority]}")
    yield "passages", str(loaded.passages)
    yield "pages", str(len(loaded.page_labels) or "")
    yield "language", html(LANGUAGES.get(source.language, source.language))
    yield "body", html(" ".join(str(part) for part in (source.body, source.year) if part))
    yield "citation", html(record.citation) if record else ""
    yield "newer", html("; ".join(record.newer_versions)) if record else ""
    yield "remarks", items(loaded.remarks) if loaded.remarks else ""
    yield "note", html(source.note)
    yield "address", _link(source.url, words.OFFICIAL_LINK, record is None or record.url_seen) if source.url else ""
    yield "file", html(loaded.file_name)
    yield "added", html(loaded.added_on)
    yield "name", f"<code>{html(source.slug)}</code>"
    yield "hash", f"<code>{html(source.sha256)}</code>"


def handbook_html(missing: Missing) -> str:
    """That the Handbook is not there, and how to get it."""
    said = words.HANDBOOK_MISSING_TEXT.format(which=words.WHICH)
    return (
        f'<div class="nrm-notes"><h3 class="nrm-h3">{html(words.HANDBOOK_MISSING)}</h3>'
        f"<p>{html(said)}</p><p>{html(missing.record.title)}</p>{_ways_html(missing)}</div>"
    )


def handbook_state_html(loaded: Loaded, state: HandbookState) -> str:
    """That a Handbook is there, and what was recognised in it."""
    counts = {"pages": state.pages, "passages": words.passages_counted(loaded.passages)}
    standards = len(state.standards)
    found = words.HANDBOOK_STANDARDS.format(count=standards, first=state.standards[0]) if standards else ""
    said = (words.HANDBOOK_LOADED_TEXT.format(**counts), found or words.HANDBOOK_NO_STANDARDS)
    return (
        f'<div class="nrm-notes"><h3 class="nrm-h3">{html(words.HANDBOOK_LOADED)}</h3>'
        f"<p>{html(loaded.source.title)}</p><p>{html(' '.join(said))}</p></div>"
    )


def missing_html(missing: Sequence[Missing]) -> str:
    """The other texts by how binding they are, each to be unfolded."""
    rest = [one for one in missing if one.record.kind is not SourceKind.HANDBOOK]
    groups = groupby(rest, key=lambda one: one.record.authority)
    return "".join(_group_html(authority, list(group)) for authority, group in groups)


def _group_html(authority: Authority, group: Sequence[Missing]) -> str:
    folds = "".join(_fold_html(one) for one in group)
    heading = f'<h3 class="nrm-h3">{html(AUTHORITIES[authority])} ({len(group)})</h3>'
    return f'{heading}<div class="nrm-missing">{folds}</div>'


def _fold_html(missing: Missing) -> str:
    record = missing.record
    about = [record.title, f"{record.citation}." if record.citation else "", words.HELD[record.text_held], record.note]
    about += [words.SUMMARIES_OF.format(passages=words.passages_counted(missing.ours))] if missing.ours else []
    about += [words.NEWER.format(versions="; ".join(record.newer_versions))] if record.newer_versions else []
    about += [words.SUPERSEDED.format(name=record.superseded_by)] if record.superseded_by else []
    inside = "".join(paragraph(html(line)) for line in about if line)
    label = html(record.short_title or record.title)
    return f"<details><summary>{label}</summary>{inside}{_ways_html(missing)}</details>"


def _ways_html(missing: Missing) -> str:
    """The link, and the command where a download would bring this very text."""
    record = missing.record
    label = words.OFFICIAL_LINK if missing.own_address else words.SITE_LINK
    ways = _link(record.url, label, record.url_seen) if record.url else html(words.NO_LINK)
    commands = [f"nrm fetch {record.slug}"] if missing.own_address else []
    commands += [f"nrm ingest {record.slug}.pdf"] if record.kind is not SourceKind.HANDBOOK else []
    commands += ["nrm ingest handbook.pdf --kind handbook"] if record.kind is SourceKind.HANDBOOK else []
    listed = ", ".join(f"<code>{html(command)}</code>" for command in commands)
    return paragraph(ways) + paragraph(f"{html(words.BY_COMMAND)}: {listed}", "nrm-small")


def _link(url: str, label: str, seen: bool) -> str:
    return link(url, label) if seen else f"{link(url, label)} {chip(words.NOT_CHECKED)}"
