"""The browser entrance: served, it is the app behind its shell; run by the app, it shows a page."""

from pathlib import Path

from streamlit import runtime

if runtime.exists():
    from ui.navigation import show

    show()
else:
    from nrm.settings import Settings
    from ui.shell import browser_app

    app = browser_app(Path(__file__), Settings.from_environment())
