"""Small artificial files for the parsers' tests."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fpdf import FPDF

from evaluation.handbook_generator import HandbookSpec, Truth, generate
from ingest.blocks import ParsedDocument
from ingest.parsers.pdf import parse_pdf
from ingest.parsers.reading import Reading

SHARED = Path(__file__).resolve().parents[3].parent / "shared"


@pytest.fixture
def shared_pdfs() -> Path:
    """The folder of real PDFs; skips where it is absent."""
    folder = SHARED / "pdfs"
    if not folder.is_dir():
        pytest.skip("the shared folder with real PDFs is not here")
    return folder


@pytest.fixture(scope="session")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Truth]:
    """An artificial handbook of 16 pages, and the truth about it."""
    pdf, truth = generate(HandbookSpec(pages=16))
    path = tmp_path_factory.mktemp("handbook") / "handbook.pdf"
    path.write_bytes(pdf)
    return path, truth


@pytest.fixture(scope="session")
def parsed_handbook(handbook: tuple[Path, Truth]) -> ParsedDocument:
    """The artificial handbook as it is read."""
    return parse_pdf(Reading(handbook[0]))


@pytest.fixture
def new_pdf() -> Callable[[], FPDF]:
    """Makes an empty PDF in points with a page and a font."""

    def make() -> FPDF:
        pdf = FPDF(unit="pt", format="A4")
        pdf.set_auto_page_break(False)
        pdf.add_page()
        pdf.set_font("Helvetica", size=10)
        return pdf

    return make


@pytest.fixture(scope="session")
def font_of_all_letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A font that draws every Latin, Greek, Cyrillic and Hebrew letter as a box."""
    codes = [*range(0x20, 0x7F), *range(0x391, 0x3CF), *range(0x400, 0x460), *range(0x5D0, 0x5EB)]
    names = {code: f"u{code:04X}" for code in codes}
    pen = TTGlyphPen(None)
    for place in ((50, 0), (50, 700), (450, 700), (450, 0)):
        (pen.moveTo if place == (50, 0) else pen.lineTo)(place)
    pen.closePath()
    box, empty = pen.glyph(), TTGlyphPen(None).glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    builder.setupGlyf({".notdef": empty, **{name: empty if code == 32 else box for code, name in names.items()}})
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (500, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular", "psName": "Boxes"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    builder.setupPost()
    path = tmp_path_factory.mktemp("font") / "boxes.ttf"
    builder.save(str(path))
    return path


@pytest.fixture
def bomb(tmp_path: Path) -> Path:
    """A PDF of some 100 KB whose page unpacks to 100 MB."""
    packed = zlib.compress(b"0 0 m\n" * (100 << 20 >> 3), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed),
    ]
    data = b"%PDF-1.4\n"
    for number, body in enumerate(objects, 1):
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    path = tmp_path / "bomb.pdf"
    path.write_bytes(data + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n")
    return path
