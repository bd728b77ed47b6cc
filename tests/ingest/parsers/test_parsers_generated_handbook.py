"""A generated handbook is read as it was meant."""

from pathlib import Path

import pytest

from evaluation.handbook_generator import HandbookSpec, Truth, generate
from evaluation.parsing_handbook import handbook_figures
from ingest.blocks import ParsedDocument
from ingest.parsers.pdf import parse_pdf
from ingest.parsers.reading import Reading


def test_pinpoints_words_and_boxes_of_a_handbook_with_outline(
    handbook: tuple[Path, Truth], parsed_handbook: ParsedDocument
) -> None:
    path, truth = handbook

    figures = handbook_figures(path, parsed_handbook, truth, quotes=10)

    assert figures["pinpoint"] >= 0.99
    assert figures["words_found_in_place"] >= 0.995
    assert figures["quote_boxes_cover"] >= 0.9


@pytest.mark.parametrize(
    "spec",
    [
        HandbookSpec(pages=10, seed=3, outline=False, page_labels=False),
        HandbookSpec(pages=10, seed=4, outline=False, interleaved=True),
    ],
)
def test_pinpoints_and_words_without_help_of_the_file(tmp_path: Path, spec: HandbookSpec) -> None:
    pdf, truth = generate(spec)
    path = tmp_path / "handbook.pdf"
    path.write_bytes(pdf)

    figures = handbook_figures(path, parse_pdf(Reading(path)), truth, quotes=0)

    assert figures["pinpoint"] >= 0.98
    assert figures["words_found_in_place"] >= 0.98


def test_generated_document_says_that_it_is_artificial(parsed_handbook: ParsedDocument) -> None:
    assert "ARTIFICIAL TEST DOCUMENT" in parsed_handbook.title


def test_same_spec_gives_the_same_truth() -> None:
    spec = HandbookSpec(pages=4, seed=11)

    assert generate(spec)[1] == generate(spec)[1]
