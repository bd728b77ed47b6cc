"""Anki decks, opened as what they are: a zip with an SQLite database."""

import html
import io
import sqlite3
import zipfile
from pathlib import Path

import pytest
from export_items import HOSTILE_TEXTS, one_of_each

from nrm.quiz.items import QuizItem
from nrm.services.quiz_exports import export_quiz
from nrm.services.quiz_exports.anki import DECK_ID, FIELDS, MODEL_ID


def test_a_deck_holds_one_note_and_one_card_for_each_item(tmp_path: Path) -> None:
    quiz = one_of_each("Жертва, მსხვერპლი, ضحية")

    notes, cards = notes_and_cards(export_quiz(quiz, "anki"), tmp_path)

    assert [html.unescape(note[0]) for note in notes.values()] == [item.stem for item in quiz]
    assert cards == len(quiz)


def test_an_edited_item_keeps_its_guid_and_its_deck(tmp_path: Path) -> None:
    before, after = one_of_each("Artificial"), one_of_each("Another")

    first, _ = notes_and_cards(export_quiz(before, "anki"), tmp_path / "first")
    second, _ = notes_and_cards(export_quiz(after, "anki"), tmp_path / "second")

    assert first.keys() == second.keys()
    assert first != second
    assert MODEL_ID != DECK_ID


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_is_escaped_on_the_cards(text: str, tmp_path: Path) -> None:
    quiz = one_of_each(text)

    notes, _ = notes_and_cards(export_quiz(quiz, "anki"), tmp_path)

    for item, fields in zip(quiz, notes.values(), strict=True):
        assert "<" not in "".join(fields).replace("<br>", "")
        assert html.unescape(fields[0].replace("<br>", "\n")) == item.stem
        assert holds_the_key(item, fields)


def holds_the_key(item: QuizItem, fields: list[str]) -> bool:
    return bool(fields[FIELDS.index("Answer")])


def notes_and_cards(data: bytes, folder: Path) -> tuple[dict[str, list[str]], int]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        package.extract("collection.anki2", folder)
    with sqlite3.connect(folder / "collection.anki2") as database:
        rows = database.execute("select guid, flds from notes order by id").fetchall()
        (cards,) = database.execute("select count(*) from cards").fetchone()
    return {guid: fields.split("\x1f") for guid, fields in rows}, cards
