"""Words of the shell around the pages."""

BROKEN_PAGE = (
    "Something went wrong on this page. What you typed was not kept. Please try again; if it happens again, "
    "tell whoever runs this program what you were doing."
)
