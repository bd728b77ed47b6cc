"""Measure the parsers: ``python -m evaluation.parsing [--handbook] [--files DIR] [--fuzz DIR] [--bad]``.

Prints one JSON document. Without options it measures handbooks and bad files, which need nothing.
"""

import argparse
import json
import tempfile
import time
from pathlib import Path
from typing import Any

from evaluation.bad_files import bad_docx, bad_epub, bad_html
from evaluation.handbook_generator import HandbookSpec, generate
from evaluation.parsing_files import bad_file_figures, file_figures, fuzz_figures
from evaluation.parsing_handbook import QUOTES, handbook_figures
from ingest.formats import Format
from ingest.sandbox import parse_in_child


def measure_handbook(spec: HandbookSpec, quotes: int = QUOTES) -> dict[str, Any]:
    """The figures of one generated handbook, and how long reading it took."""
    pdf, truth = generate(spec)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "handbook.pdf"
        path.write_bytes(pdf)
        started = time.monotonic()
        document = parse_in_child(path, Format.PDF)
        seconds = round(time.monotonic() - started, 1)
        return {
            "pages": len(truth.page_labels),
            "seconds": seconds,
            **handbook_figures(path, document, truth),
        }


def measure_handbooks(pages: int, quotes: int = QUOTES) -> dict[str, Any]:
    """Handbooks of several makes: with and without outline and labels, columns drawn interleaved."""
    return {
        "outline": measure_handbook(HandbookSpec(pages), quotes),
        "no_outline_no_labels": measure_handbook(HandbookSpec(pages, 8, outline=False, page_labels=False), quotes),
        "interleaved": measure_handbook(HandbookSpec(pages, 9, outline=False, interleaved=True), quotes),
    }


def main() -> None:
    """Measure what was asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--handbook", action="store_true")
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--quotes", type=int, default=QUOTES)
    parser.add_argument("--files", type=Path)
    parser.add_argument("--fuzz", type=Path)
    parser.add_argument("--bad", action="store_true")
    options = parser.parse_args()
    all_own = not (options.handbook or options.files or options.fuzz or options.bad)
    figures: dict[str, Any] = {}
    if options.handbook or all_own:
        figures["handbook"] = measure_handbooks(options.pages, options.quotes)
    if options.bad or all_own:
        figures["bad"] = bad_file_figures({"docx": bad_docx, "epub": bad_epub, "html": bad_html})
    if options.files:
        figures["files"] = file_figures(options.files)
    if options.fuzz:
        figures["fuzz"] = fuzz_figures(options.fuzz)
    print(json.dumps(figures, indent=2, ensure_ascii=False))  # noqa: T201


if __name__ == "__main__":
    main()
