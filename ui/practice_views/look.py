"""The style sheet of these views, beside the one of the explorer whose tables they use."""

from ui.components.style import apply_sheet_beside
from ui.explorer.look import apply_look as apply_explorer_look


def apply_look() -> None:
    """Add both styles; each run of a page needs it once."""
    apply_explorer_look()
    apply_sheet_beside(__file__)
