"""An Anki deck: front with the choices, back with the key, the reason and the source."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import genanki

from nrm.quiz.items import QuizItem
from nrm.services.quiz_exports.markup import as_html
from nrm.services.quiz_exports.paper import TITLE, PaperItem, paper_items

# Fixed for ever: Anki recognises the note type and the deck by them when a deck is imported again.
MODEL_ID, DECK_ID = 1_607_392_319, 2_059_400_110
FIELDS = ("Question", "Choices", "Answer", "Explanation", "Source")
_MODEL = genanki.Model(
    MODEL_ID,
    "NRM Guide question",
    fields=[{"name": name} for name in FIELDS],
    templates=[
        {
            "name": "Card",
            "qfmt": "<p>{{Question}}</p><p>{{Choices}}</p>",
            "afmt": "{{FrontSide}}<hr id=answer><p><b>{{Answer}}</b></p><p>{{Explanation}}</p><p>{{Source}}</p>",
        }
    ],
)


def write_anki(items: Sequence[QuizItem]) -> bytes:
    """An ``.apkg`` file. A note's guid comes from the item's id, so an edited item updates its card."""
    deck = genanki.Deck(DECK_ID, TITLE)
    for item, paper in zip(items, paper_items(items), strict=True):
        deck.add_note(genanki.Note(model=_MODEL, fields=_fields(paper), guid=genanki.guid_for(item.id)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quiz.apkg"
        genanki.Package(deck).write_to_file(str(path))
        return path.read_bytes()


def _fields(paper: PaperItem) -> list[str]:
    choices = [*(f"{place}. {text}" for place, text in enumerate(paper.left, start=1))]
    choices += [f"{letter}. {text}" for letter, text in paper.choices]
    texts = (paper.stem, "\n".join(choices), "\n".join(paper.key), paper.why, paper.source)
    return [as_html(text) or "&nbsp;" for text in texts]
