"""Whether a State is bound, from all the evidence we hold; conflicts are kept."""

import re
from collections.abc import Iterable

from nrm.domain.answers import BindingNote
from nrm.domain.knowledge import PartyRow
from nrm.domain.vocabulary import Binding

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def binding_of(state: str, source: str, parties: Iterable[PartyRow]) -> BindingNote:
    """What the rows for a State and a source say together.

    The row of the newest vintage decides; ``conflicting`` when rows disagree on being bound. A State
    without a row is unknown, never "not party".
    """
    rows = [row for row in parties if row.state == state and row.source == source]
    if not rows:
        return BindingNote(source, state, Binding.UNKNOWN, "", "")
    newest = max(rows, key=lambda row: (_year(row.vintage), len(row.date)))
    since = max((row.date for row in rows if row.status is newest.status), key=len, default="")
    bound = {row.status is Binding.PARTY for row in rows if row.status is not Binding.UNKNOWN}
    return BindingNote(source, state, newest.status, since, newest.vintage, conflicting=len(bound) > 1)


def _year(vintage: str) -> str:
    return max(_YEAR.findall(vintage), default="")
