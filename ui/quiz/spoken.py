"""Labels that Streamlit shows as Markdown and also hands to screen readers as they are."""

import re

_ACTIVE = re.compile(r"[\\`*_\[\]<>~$]|:(?=\S)|&(?=[#\w])|-(?=[-<>])|(?<=[-<])-|(?<=:)/|@")
_AT_START = re.compile(r"^(?:([#+\-=])|(\d+)([.)]))")


def spoken_label(text: str) -> str:
    r"""Text as Markdown that shows it, with as few backslashes as that takes: they would be read aloud.

    >>> spoken_label("A child's permit (Anti-Trafficking Convention): yes, no?")
    "A child's permit (Anti-Trafficking Convention): yes, no?"
    >>> spoken_label("![x](http://example.org) :red[*a*]")
    '!\\[x\\](http\\:\\//example.org) \\:red\\[\\*a\\*\\]'
    """
    flat = _ACTIVE.sub(r"\\\g<0>", " ".join(text.split()))
    return _AT_START.sub(_escaped_start, flat)


def _escaped_start(start: re.Match[str]) -> str:
    mark, number, ending = start.groups()
    return f"\\{mark}" if mark else f"{number}\\{ending}"
