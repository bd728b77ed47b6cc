"""Labels that Streamlit shows as Markdown and also hands to screen readers as they are."""

import re

_ACTIVE = re.compile(r"[\\`*_\[\]<>~$]|:(?=\S)|&(?=[#\w])|-(?=[-<>])|(?<=[-<])-")
_AT_START = re.compile(r"^(?:([#+\-=])|(\d+)([.)]))")
_WORD_JOINER = "\u2060"  # not seen and not read; escapes do not keep Streamlit from making links of addresses
_ADDRESS = re.compile(r"https?:(?=//)|www(?=\.)|@", re.IGNORECASE)


def spoken_label(text: str) -> str:
    r"""Text as Markdown that shows it, with as few backslashes as that takes: they would be read aloud.

    Nothing in it becomes a link either.

    >>> spoken_label("A child's permit (Anti-Trafficking Convention): yes, no?")
    "A child's permit (Anti-Trafficking Convention): yes, no?"
    >>> spoken_label("![x](y) :red[*a*]")
    '!\\[x\\](y) \\:red\\[\\*a\\*\\]'
    """
    flat = _ADDRESS.sub(rf"\g<0>{_WORD_JOINER}", " ".join(text.split()))
    return _AT_START.sub(_escaped_start, _ACTIVE.sub(r"\\\g<0>", flat))


def _escaped_start(start: re.Match[str]) -> str:
    mark, number, ending = start.groups()
    return f"\\{mark}" if mark else f"{number}\\{ending}"
