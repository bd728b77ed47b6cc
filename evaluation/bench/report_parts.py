"""The sections of ``docs/benchmarks.md`` on speed, memory, engines, growth and users."""

from collections.abc import Callable, Mapping
from typing import Any

Section = Mapping[str, Any]


def _page(title: str, section: Section, *parts: str) -> str:
    return "\n".join([f"## {title}\n\nCommit `{section['commit']}`.\n", *parts])


def _table(header: str, rows: list[str]) -> list[str]:
    return [f"| {header} |", "|" + "---|" * (header.count("|") + 1), *rows, ""]


def _pair(values: list[float]) -> str:
    return f"{values[0]} / {values[1]}"


def _own(section: Section) -> str:
    lines: list[str] = []
    for title, rows in section.items():
        if not isinstance(rows, Mapping):
            continue
        table = rows if all(isinstance(row, Mapping) for row in rows.values()) else {title: rows}
        cells = [
            f"| {name} | {row['questions']} | {row['at_1']:.2f} | {row['at_5']:.2f} | {row['at_10']:.2f} |"
            for name, row in table.items()
        ]
        lines += _table(f"{title} | questions | gold at 1 | at 5 | at 10", cells)
    return _page("Our questions, held-out half, by kind and language, and each ingredient left out", section, *lines)


def _speed(section: Section) -> str:
    rows = [f"| {name} | {_pair(section[f'{name}_ms'])} |" for name in ("encode", "search", "answer")]
    rows += [f"| search: {name} | {_pair(times)} |" for name, times in section["search_stages_ms"].items()]
    rows += [f"| answer: {name} | {_pair(times)} |" for name, times in section["answer_stages_ms"].items()]
    filters = [f"| {name} | {row['ms']} | {row['over_unfiltered']} |" for name, row in section["filters"].items()]
    return _page(
        "Warm questions",
        section,
        f"{section['passages']} passages, {section['questions']} questions one after another. Medians of ratios within the run: "
        f"search {section['search_over_encode']} × the encoder's time alone, answer {section['answer_over_encode']} ×. "
        f"Memory after loading {section['resident_mb_after_load']} MB, at most {section['peak_mb']} MB.\n",
        "The encoder and the whole answer in turn, the least of seven rounds of each question:\n",
        *_table("questions | how many | encoder ms | answer ms | median of ratios", _turns(section["turn_by_turn"])),
        *_table("stage | ms p50 / p95", rows),
        *_table("search with a filter | ms p50 | over none", filters),
    )


def _turns(section: Section) -> list[str]:
    return [
        f"| {name} | {row['questions']} | {row['encode_ms']} | {row['answer_ms']} | {row['ratio']} |"
        for name, row in section.items()
    ]


def _facts(title: str) -> Callable[[Section], str]:
    def page(section: Section) -> str:
        rows = [
            f"| {name.replace('_', ' ')} | {value} |" for name, value in section.items() if name not in ("at", "commit")
        ]
        return _page(title, section, *_table("what | figure", rows))

    return page


def _encoders(section: Section) -> str:
    backends = [name for name, value in section.items() if isinstance(value, Mapping)]
    facts = list(section[backends[0]])
    rows = [
        f"| {fact.replace('_', ' ')} | " + " | ".join(str(section[name][fact]) for name in backends) + " |"
        for fact in facts
    ]
    return _page("Encoders in one run", section, *_table("what | " + " | ".join(backends), rows))


def _cold(section: Section) -> str:
    rows = [f"| {name} | {value} |" for name, value in section["seconds"].items()]
    return _page(
        "Cold starts",
        section,
        f"A new process each, median of five; files in the system's cache. `nrm ask` takes {section['ask_over_import_torch']} × "
        f"what `import torch` alone takes. The app after one question in English and one in Spanish holds "
        f"{section['app_resident_mb'] or 'an unknown number of (no browser here)'} MB.\n",
        *_table("command | seconds", rows),
    )


def _engine_rows(section: Section) -> list[str]:
    return [
        f"| {name} | {section[name]['recall_at_20']:.4f} | {_pair(section[name]['ms'])} |"
        for name in ("exact", "bytes", "chroma")
        if name in section
    ]


def _engines(section: Section) -> str:
    return _page(
        "Exact, byte and approximate vector search",
        section,
        f"{section['windows']} real vectors (the library and obliqa), {section['questions']} questions; Chroma through "
        f"LlamaIndex, asked for 1,000 candidates, {section['chroma_inserts_per_second']} inserts a second.\n",
        *_table("engine | recall@20 | ms p50 / p95", _engine_rows(section)),
    )


def _users(section: Section) -> str:
    return _page("People at once", section, *_user_table(section))


def _user_table(section: Section) -> list[str]:
    rows = [
        f"| {name} | {row['questions']} | {row['errors']} | {row['p50_ms']} | {row['p95_ms']} | {row['questions_per_second']} |"
        for name, row in section.items()
        if isinstance(row, Mapping)
    ]
    return _table("threads that never pause | questions | errors | p50 ms | p95 ms | questions a second", rows)


def _scale(section: Section) -> str:
    sizes: Mapping[str, Section] = section["sizes"]
    lines = [
        "Real treaty texts and generated variants of them; vectors of variants are their originals' with noise, so the encoder's "
        f"time is not in the ingest rates. Search p95 at the largest is {section['p95_largest_over_smallest']} × that at the smallest.\n",
    ]
    ingest = [
        f"| {size} | {one['ingest']['windows']} | {one['ingest']['passages_per_second_without_encoder']} | {one['ingest']['processor_seconds']} | {one['ingest']['disk_mb']} | {one['ingest']['peak_mb']} |"
        for size, one in sizes.items()
    ]
    lines += _table("passages | windows | ingested a second | processor s | disk MB | peak MB of ingest", ingest)
    search = [
        f"| {size} | {_pair(one['search']['encode_ms'])} | {_pair(one['search']['search_ms'])} | {_pair(one['search']['answer_ms'])} "
        f"| {one['search']['answer_over_encode']} | {one['search']['start_seconds']} | {one['search']['resident_mb']} |"
        for size, one in sizes.items()
    ]
    lines += _table(
        "passages | encode ms p50 / p95 | search | answer | answer over encode | start s | memory MB", search
    )
    for size, one in sizes.items():
        lines += [f"{size} passages: {_filters(one['search']['filters'])}\n"]
        lines += _table(
            f"vectors of {size} passages | recall@20 | ms p50 / p95", _engine_rows(one["search"]["engines"])
        )
        lines += _user_table(one["users"])
    return _page("Growth", section, *lines)


def _filters(filters: Mapping[str, Section]) -> str:
    return "filters, times of unfiltered: " + ", ".join(
        f"{name} {row['over_unfiltered']}" for name, row in filters.items()
    )


PART_PAGES: Mapping[str, Callable[[Section], str]] = {
    "own": _own,
    "speed": _speed,
    "ingest": _facts("Ingest of the official texts"),
    "cold": _cold,
    "encoders": _encoders,
    "engines": _engines,
    "users": _users,
    "scale": _scale,
}
