"""Text from sources and people to HTML and Markdown that shows it and never obeys it."""

import re
from collections.abc import Iterable
from html import escape

from nrm.domain.vocabulary import Strength, Wording
from ui.wording.labels import STRENGTHS, WORDINGS

_ACTIVE = re.compile(r"[\\`*_\[\]<>~$]|:(?=\S)|&(?=[#\w])|-(?=[-<>])|(?<=[-<])-")
_AT_START = re.compile(r"^(?:([#+\-=])|(\d+)([.)]))")
_WORD_JOINER = "\u2060"  # not seen and not read; escapes do not keep Streamlit from making links of addresses
_ADDRESS = re.compile(r"https?:(?=//)|www(?=\.)|@", re.IGNORECASE)
_WEB = re.compile(r"^https?://[^\s\"'<>]+$", re.IGNORECASE)


def html(text: str) -> str:
    """Text as HTML, without any markup of its own.

    >>> html('<img src="http://example.org/x">')
    '&lt;img src=&quot;http://example.org/x&quot;&gt;'
    """
    return escape(text, quote=True)


def plain_label(text: str) -> str:
    r"""Text for a label that Streamlit reads as Markdown and hands to screen readers as it is.

    It shows the text and nothing in it becomes Markdown or a link. There are as few backslashes as that
    takes, because they are read aloud.

    >>> plain_label("A child's permit (Anti-Trafficking Convention): yes, no?")
    "A child's permit (Anti-Trafficking Convention): yes, no?"
    >>> plain_label("![x](y) :red[*a*]")
    '!\\[x\\](y) \\:red\\[\\*a\\*\\]'
    """
    flat = _ADDRESS.sub(rf"\g<0>{_WORD_JOINER}", " ".join(text.split()))
    return _AT_START.sub(_escaped_start, _ACTIVE.sub(r"\\\g<0>", flat))


def marked(text: str, quote: str, start: int) -> str:
    """A passage as HTML with the quote marked in it.

    :param start: where the quote begins in the text; when it does not stand there, nothing is marked.
    """
    end = start + len(quote)
    if not quote or text[start:end] != quote:
        return html(text)
    return f'{html(text[:start])}<mark class="nrm-mark">{html(quote)}</mark>{html(text[end:])}'


def chip(label: str, kind: str = "") -> str:
    """A small label."""
    return f'<span class="nrm-chip{" " + kind if kind else ""}">{html(label)}</span>'


def strength_chips(strengths: Iterable[Strength]) -> str:
    """How strongly the records behind a passage oblige, strongest first, each once."""
    ordered = sorted(set(strengths), key=lambda strength: strength.rank)
    return " ".join(chip(STRENGTHS[strength], "nrm-strength") for strength in ordered)


def wording_chip(wording: Wording) -> str:
    """Whose words they are."""
    return chip(WORDINGS[wording], "nrm-ours" if wording is Wording.SUMMARY else "")


def link(url: str, label: str) -> str:
    """A link that opens in a new tab and tells the other side nothing; only the label for an odd address."""
    if not _WEB.match(url):
        return html(label)
    return f'<a href="{html(url)}" target="_blank" rel="noopener noreferrer">{html(label)}</a>'


def paragraph(inside: str, css_class: str = "", language: str = "") -> str:
    """A paragraph of HTML that is safe already.

    :param language: of the words, so that screen readers pronounce them well.
    """
    spoken = f' lang="{html(language)}"' if language else ""
    look = f' class="{css_class}"' if css_class else ""
    return f"<p{look}{spoken}>{inside}</p>"


def items(texts: Iterable[str]) -> str:
    """A list of texts."""
    return f'<ul class="nrm-list">{"".join(f"<li>{html(text)}</li>" for text in texts)}</ul>'


def _escaped_start(start: re.Match[str]) -> str:
    mark, number, ending = start.groups()
    return f"\\{mark}" if mark else f"{number}\\{ending}"
