"""The style sheet of the quiz, beside those whose cards it shows."""

from ui.components.style import apply_sheet_beside
from ui.practice_views.look import apply_look as apply_record_looks


def apply_look() -> None:
    """Add the styles; each run of the page needs it once."""
    apply_record_looks()
    apply_sheet_beside(__file__)
