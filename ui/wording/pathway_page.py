"""Words of the Pathway page."""

TITLE = "Pathway"
INTRODUCTION = "What this library holds, arranged by the four pillars of a National Referral Mechanism."
SCOPE = (
    "The arrangement is ours. It shows our own records under the names of the pillars, and nothing of what "
    "the Handbook says in them.",
)
NAMES = "Where the names come from"
NAMES_LINK = "Open the source"
CHECKED = "checked on {date}"
PICTURE = "The four pillars and two themes"
THEMES_NOTE = "Runs through all four"
COUNTS = "{commitments} commitments, {practices} practices"
COMMITMENTS = "Commitments by topic"
ALL_COMMITMENTS = "All {count} commitments"
PRACTICES = "Practices, for example"
ALL_PRACTICES = "All {count} practices"
NO_PRACTICES = "No practice of this library stands here yet."
QUESTIONS = "Questions people ask"
QUESTIONS_NOTE = "Each is asked for you on the Ask page; beside it stands the commitment it is about."
HANDBOOK = "In the Handbook you loaded"
PAGE = "p. {page}"
NOT_LOADED = (
    "The Handbook is not loaded. Load its PDF on the Library page, and its sections appear here, under their pillar."
)
NOT_NAMED = "A Handbook is loaded, but none of its headings names a pillar."
BACK_TO_PICTURE = "Back to the picture"
