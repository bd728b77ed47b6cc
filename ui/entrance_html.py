"""The one HTML document of the app: Streamlit's with our title, language and words; its script's hash."""

import base64
import hashlib
import re
from pathlib import Path

import streamlit

_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_NOSCRIPT = (
    "<noscript><p>This page needs JavaScript, all of it from this machine. "
    "Without it, use the command: nrm ask</p></noscript>"
)


def entrance_html(title: str, language: str = "en") -> str:
    """The document that every page of the app starts from."""
    html = _INDEX.read_text(encoding="utf-8")
    html = re.sub(r"<!--.*?-->\s*", "", html, flags=re.DOTALL)
    html = re.sub(r'<link rel="service-desc"[^>]*/>\s*', "", html)
    html = re.sub(r"<noscript>.*?</noscript>", _NOSCRIPT, html, flags=re.DOTALL)
    html = re.sub(r'<html lang="[^"]*">', f'<html lang="{language}">', html)
    return re.sub(r"<title>.*?</title>", f"<title>{title}</title>", html)


def inline_script_hashes() -> tuple[str, ...]:
    """The inline scripts of the document as Content-Security-Policy sources; they change with Streamlit."""
    html = _INDEX.read_text(encoding="utf-8")
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(html))
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
