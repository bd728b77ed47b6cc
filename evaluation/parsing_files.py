"""How real and damaged files fare: time, memory, outcome, and words against PDFium's text."""

import random
import re
import resource
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pypdfium2

from ingest.formats import decide_format
from ingest.parsers.limits import Limits
from ingest.parsers.pdf import read_pages
from ingest.parsers.pdf_furniture import without_furniture
from ingest.parsers.reading import Reading
from ingest.sandbox import parse_in_child
from nrm.domain.errors import NrmError

_WORD = re.compile(r"[^\W_]+")
_HYPHEN = "\x02"
_BROKEN = re.compile(r"([^\W_]+)[\x02\ufffe-]\s*\r?\n?([^\W_]+)")
_SINGLE = re.compile("([\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff])")
_FUZZ_SECONDS = 10.0


def file_figures(folder: Path) -> dict[str, Any]:
    """Every PDF of a folder: how it ends, how long it takes, and the recall of its words."""
    rows = [_one_file(path, folder) for path in sorted(folder.rglob("*.pdf"))]
    with_text = [row for row in rows if row["outcome"] == "text" and row["words"]]
    peak_kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        "files": len(rows),
        "with_text": len(with_text),
        "outcomes": dict(Counter(row["outcome"] for row in rows)),
        "slowest_seconds": max((row["seconds"] for row in rows), default=0.0),
        "peak_megabytes_of_a_child": peak_kilobytes // 1024,
        "lowest_recall": min((row["recall"] for row in with_text), default=0.0),
        "recall_of_all_words": _share(with_text, "recall"),
        "recall_counting_running_heads": _share(with_text, "recall_with_heads"),
        "below_97_percent": [row for row in with_text if row["recall"] < 0.97],
    }


def fuzz_figures(folder: Path, seed: int = 5, files: int = 10, mutations: int = 20) -> dict[str, Any]:
    """Mutated copies of small files of all classes: how they end and the longest time."""
    chance = random.Random(seed)
    small = [path for path in sorted(folder.rglob("*.pdf")) if path.stat().st_size < 200_000]
    chosen = chance.sample(small, min(files, len(small)))
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as scratch:
        for path in chosen:
            original = path.read_bytes()
            for number in range(mutations):
                copy = Path(scratch) / f"mutation-{number}.pdf"
                copy.write_bytes(_mutated(original, chance))
                outcome, seconds = _ending(copy, Limits(seconds=_FUZZ_SECONDS))
                outcomes[outcome] += 1
                slowest = max(slowest, seconds)
    return {
        "mutations": sum(outcomes.values()),
        "outcomes": dict(outcomes),
        "slowest_seconds": round(slowest, 2),
    }


def bad_file_figures(kinds: Mapping[str, Callable[[], Mapping[str, bytes]]]) -> dict[str, Any]:
    """Bad files by extension: how many are refused, the longest time, and those that were not."""
    figures: dict[str, Any] = {}
    for extension, build in kinds.items():
        endings = {}
        with tempfile.TemporaryDirectory() as scratch:
            for name, data in build().items():
                path = Path(scratch) / f"bad.{extension}"
                path.write_bytes(data)
                endings[name] = _ending(path, Limits())
        refused = [seconds for outcome, seconds in endings.values() if outcome != "text"]
        figures[extension] = {
            "files": len(endings),
            "refused": len(refused),
            "slowest_seconds": round(max(seconds for _, seconds in endings.values()), 2),
            "read": [name for name, (outcome, _) in endings.items() if outcome == "text"],
        }
    return figures


def _one_file(path: Path, folder: Path) -> dict[str, Any]:
    outcome, seconds = _ending(path, Limits())
    row: dict[str, Any] = {
        "file": str(path.relative_to(folder)),
        "outcome": outcome,
        "seconds": round(seconds, 2),
    }
    if outcome != "text":
        return row
    document = parse_in_child(path, decide_format(path))
    _, taken = without_furniture(read_pages(Reading(path))[1])
    heads = " ".join(line.text for lines in taken for line in lines)
    wanted = _reference_words(path)
    return {
        **row,
        "words": len(wanted),
        "recall": _recall(wanted, f"{document.text} {heads}"),
        "recall_with_heads": _recall(wanted, document.text),
    }


def _ending(path: Path, limits: Limits) -> tuple[str, float]:
    started = time.monotonic()
    try:
        parse_in_child(path, decide_format(path), limits)
        outcome = "text"
    except NrmError as refusal:
        outcome = type(refusal).__name__
    return outcome, time.monotonic() - started


def _reference_words(path: Path) -> list[tuple[str, ...]]:
    """PDFium's words; one that is broken at a line end may be found whole or in halves."""
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    words: list[tuple[str, ...]] = []
    for text in pages:
        plain = _plain(text)
        words += [(one + other, one, other) for one, other in _BROKEN.findall(plain)]
        words += [(word,) for word in _WORD.findall(_BROKEN.sub(" ", plain))]
    return words


def _recall(wanted: Sequence[tuple[str, ...]], text: str) -> float:
    held = Counter(_WORD.findall(_plain(text)))
    found = 0
    for whole, *halves in wanted:
        parts = [whole] if held[whole] else halves
        if parts and all(held[part] for part in parts):
            found += 1
            held.subtract(parts)
    return round(found / max(len(wanted), 1), 4)


def _plain(text: str) -> str:
    """Folded for comparison; Chinese and Japanese characters count as words."""
    folded = unicodedata.normalize("NFKC", text.replace("\xad", _HYPHEN)).casefold()
    return _SINGLE.sub(r" \1 ", folded)


def _share(rows: Sequence[Mapping[str, Any]], name: str) -> float:
    total = float(sum(row["words"] for row in rows))
    found = float(sum(row[name] * row["words"] for row in rows))
    return round(found / max(total, 1.0), 4)


def _mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to eight places overwritten, cut out, doubled, or cut off after."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place, length = chance.randrange(len(changed) or 1), chance.randint(1, 200)
        way = chance.random()
        if way < 0.6:
            changed[place : place + length // 20 + 1] = chance.randbytes(length // 20 + 1)
        elif way < 0.8:
            del changed[place : place + length]
        elif way < 0.95:
            changed[place:place] = changed[place : place + length]
        else:
            del changed[max(place, 64) :]
    return bytes(changed)
