"""How instruments and articles are called in questions."""

import re
from collections.abc import Sequence

from nrm.domain.knowledge import Commitment, SourceRecord

_BARE_NAMES = ("CEDAW", "Convention 108")
_FIRST_WORDS = re.compile(r"^(art|arts)\. ")
_ONE_ARTICLE = re.compile(r"art\. \d+[a-z]?(\([^)]*\))*(-\(\d+\)|, \(\d+\))*")


def instrument_name(source: SourceRecord) -> str:
    """The short title as an option shows it, with its family and year when the title lacks them."""
    name = source.short_title.replace('"', "")
    if source.body == "European Union" and not re.search(r"\bEU\b|European Union", name):
        name = f"EU {name}"
    if source.body.startswith("OSCE") and "OSCE" not in name:
        name = f"OSCE {name}"
    if re.search(r"\b(19|20)\d\d\b", name):
        return name
    return f"{name[:-1]}, {source.year})" if name.endswith(")") else f"{name} ({source.year})"


def with_article(name: str) -> str:
    """The name as it stands in a sentence."""
    return name if name.startswith(_BARE_NAMES) or " v. " in name else f"the {name}"


def article_of(record: Commitment) -> str:
    """``article 13(2)`` for a pinpoint ``art. 13(2)``; "" for one of another kind or of many articles."""
    if not _ONE_ARTICLE.fullmatch(record.pinpoint):
        return ""
    return _FIRST_WORDS.sub("article ", record.pinpoint)


def names_in_words(names: Sequence[str]) -> str:
    """``a, b and c``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
