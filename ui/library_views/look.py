"""The look of the Library page."""

from ui.components.style import apply_sheet_beside


def apply_look() -> None:
    """Add the style; each run of the page needs it once."""
    apply_sheet_beside(__file__)
