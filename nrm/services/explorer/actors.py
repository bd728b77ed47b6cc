"""Who has to act, in a few groups: records name actors freely, and a list of 100 names narrows nothing."""

import re

# In the order of lists; a record may fall into several. The words stand in the corpus.
_GROUPS: tuple[tuple[str, str], ...] = (
    ("States", r"\bstates?\b|\bilo member\b|parties to the case|\bosce\b|developing countries"),
    ("Legislators", r"legislat|parliament|through (?:national )?law|binding data controllers"),
    (
        "Police, prosecutors and courts",
        r"courts?\b(?! of human rights)|prosecut|police|investigat|law.enforcement|tribunal",
    ),
    (
        "Other authorities",
        r"authorit|inspect|financial intelligence|officials|coordinator|consular|public bod",
    ),
    (
        "EU institutions",
        r"\beu (?:bodies|institutions|legislator)|european (?:union|community)|economic integration",
    ),
    (
        "Monitoring bodies",
        r"greta|grevio|committee|court of human rights|secretary general|conference of the parties",
    ),
    (
        "Services, employers and others",
        r"service|provider|employer|agenc|carrier|business|guardian|famil|individual|anyone|people|persons|actors"
        r"|refugee|community|organisation",
    ),
)  # fmt: skip
DEFINES = "Nobody: a definition"


def actors_of(actor: str) -> tuple[str, ...]:
    """The groups that an actor named freely belongs to; a record without an actor defines a word.

    >>> actors_of("State party; courts")
    ('States', 'Police, prosecutors and courts')
    """
    named = actor.casefold()
    if named.startswith("not applicable"):
        return (DEFINES,)
    found = tuple(group for group, pattern in _GROUPS if re.search(pattern, named))
    return found or ("Services, employers and others",)
