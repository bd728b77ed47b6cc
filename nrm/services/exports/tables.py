"""A table as CSV that no spreadsheet takes for formulas."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# A spreadsheet reads a cell as a formula by its first sign, also behind spaces and in the wide forms of
# East Asian keyboards (CWE-1236); a tab or line end at the start does the same after import.
_FORMULA = re.compile(r"^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def inert(text: str) -> str:
    """The text, with an apostrophe before it when a spreadsheet would read it as a formula.

    >>> inert("=1+1"), inert("must")
    ("'=1+1", 'must')
    """
    plain = _CONTROL.sub("", text)
    return f"'{plain}" if _FORMULA.match(plain) else plain


def write_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file in UTF-8, with the mark by which spreadsheets know it; every cell is inert."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow([inert(cell) for cell in head])
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")
