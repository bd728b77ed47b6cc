"""Tables: a CSV for any use, and the sheet that Kahoot imports."""

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from nrm.quiz.items import ItemType, QuizItem, options_of
from nrm.services.quiz_exports.paper import key_lines, source_line

KAHOOT_QUESTION_CHARACTERS = 120
KAHOOT_ANSWER_CHARACTERS = 75
KAHOOT_ANSWERS = 4
SECONDS = 60
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CSV_OPTIONS = 8
_CSV_HEAD = (
    "number",
    "id",
    "type",
    "level",
    "topic",
    "question",
    *(f"option {n + 1}" for n in range(_CSV_OPTIONS)),
)
_CSV_TAIL = ("answer", "explanation", "source", "as of", "language")
_KAHOOT_HEAD = (
    "",
    "Question - max 120 characters",
    *(f"Answer {n + 1} - max 75 characters" for n in range(KAHOOT_ANSWERS)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
# Kahoot's own template starts its table in the eighth row.
_KAHOOT_FIRST_ROW = 8
_KAHOOT_TYPES = (ItemType.ONE_RIGHT, ItemType.SEVERAL_RIGHT, ItemType.TRUE_FALSE)


def inert(text: str) -> str:
    """The text with an apostrophe before it when a spreadsheet would read it as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def write_csv(items: Sequence[QuizItem]) -> bytes:
    """A CSV file, UTF-8 with a mark that spreadsheets recognise, one row an item."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow((*_CSV_HEAD, *_CSV_TAIL))
    for number, item in enumerate(items, start=1):
        writer.writerow([number, *map(inert, _csv_texts(item))])
    return target.getvalue().encode("utf-8-sig")


def write_kahoot(items: Sequence[QuizItem]) -> bytes:
    """The sheet that Kahoot's import reads; every cell is text, so nothing is calculated."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Quiz")
    sheet.append(["NRM Guide quiz"])
    for _ in range(_KAHOOT_FIRST_ROW - 2):
        sheet.append([])
    sheet.append(list(_KAHOOT_HEAD))
    for number, item in enumerate(items, start=1):
        options = [_text_cell(sheet, option) for option in options_of(item)]
        padding = [None] * (KAHOOT_ANSWERS - len(options))
        right = ",".join(str(place) for place, option in enumerate(options_of(item), start=1) if option in item.keys)
        sheet.append([number, _text_cell(sheet, item.stem), *options, *padding, SECONDS, right])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def kahoot_problem(item: QuizItem) -> str:
    """Why Kahoot cannot take the item, or "" when it can. Nothing is cut short: that changes meaning."""
    if item.type not in _KAHOOT_TYPES:
        return "Kahoot takes only questions with up to four choices."
    if len(options_of(item)) > KAHOOT_ANSWERS:
        return f"It has more than {KAHOOT_ANSWERS} choices."
    if len(inert(item.stem)) > KAHOOT_QUESTION_CHARACTERS:
        return f"The question is longer than {KAHOOT_QUESTION_CHARACTERS} characters."
    if any(len(inert(option)) > KAHOOT_ANSWER_CHARACTERS for option in options_of(item)):
        return f"A choice is longer than {KAHOOT_ANSWER_CHARACTERS} characters."
    return ""


def _csv_texts(item: QuizItem) -> list[str]:
    options = [f"{left} = {right}" for left, right in item.pairs] or list(options_of(item))
    shown = (options + [""] * _CSV_OPTIONS)[:_CSV_OPTIONS]
    answer = " | ".join(item.keys or key_lines(item))
    head = [item.id, str(item.type), str(item.level), item.topic, item.stem]
    return [*head, *shown, answer, item.explanation, source_line(item), item.as_of, item.language]


def _text_cell(sheet: object, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=inert(text))
    cell.data_type = "s"
    return cell
