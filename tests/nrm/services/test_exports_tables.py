import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.services.exports import inert, write_csv

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "＝1",
    "\x00=1",
    '=HYPERLINK("http://x")',
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_formula_is_written_as_text(formula: str) -> None:
    assert inert(formula).startswith("'")


@pytest.mark.parametrize("harmless", ["must", "", "art. 1", "2005-01-01", "a = b", "'quoted"])
def test_harmless_text_stays_as_it_is(harmless: str) -> None:
    assert inert(harmless) == harmless


@given(st.lists(st.lists(st.text(max_size=12), min_size=2, max_size=2), max_size=5))
def test_no_cell_of_a_table_begins_like_a_formula(rows: list[list[str]]) -> None:
    written = write_csv(["=a", "b"], rows).decode("utf-8-sig")

    read = list(csv.reader(io.StringIO(written, newline="")))
    assert len(read) == len(rows) + 1
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for row in read for cell in row)


def test_file_begins_with_the_mark_by_which_spreadsheets_know_utf_8() -> None:
    assert write_csv(["délai"], []) == b"\xef\xbb\xbfd\xc3\xa9lai\r\n"
