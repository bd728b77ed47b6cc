"""Words of the Practices page."""

TITLE = "Practices"
INTRODUCTION = "What States and organisations have tried, in our words, each with its source and the limits it names."
SCOPE = (
    "Being listed here is not our judgement on a practice, and not ODIHR's. Sources describe past periods: a "
    "service may have changed or ended since.",
    "Where a source both praises and criticises, you see both.",
)
VIEW = "View"
VIEWS = {
    "browse": "Browse",
    "map": "Where they come from",
    "compare": "Compare",
    "suggest": "Suggest a practice",
}
SEARCH = "Search the practices"
SEARCH_HINT = "for example: guardian for a child, mobile teams, shelter for men"
WORDS_ONLY = "There is no index that fits, so words are compared and meanings are not. Run: nrm ingest"
NARROW = "Narrow the list"
NARROWED = "Narrow the list ({count} chosen)"
CLEAR = "Clear these choices"
ANY = "Any"
FACETS = {
    "state": "State",
    "pillar": "Part of protection",
    "theme": "Theme",
    "target": "For whom",
    "kind": "Kind of practice",
    "source_kind": "Kind of source",
    "period": "Period",
}
SORT = "Order"
SORTS = {"relevance": "Best match first", "state": "By State", "newest": "Newest period first"}
FOUND = "{count} practices"
FOUND_ONE = "1 practice"
FOUND_NONE = "No practice fits all of this"
PAGE_OF = "{first} to {last} of {count}"
BACK = "Back to the list"
NAMES_LIMITS = "limits named"
NAMES_BOTH = "praise and limits named"
NAMES_PRAISE = "praise named"
ADD = "Compare"
ADDED = "Do not compare"
COMPARED = "To compare: {titles}"
COMPARE_NOW = "Compare {count} side by side"
COMPARE_ONE_MORE = "Choose one more to compare."
COMPARE_NONE = "Clear the comparison"

LIMITS = "Limits the source names"
PRAISE = "Praise the source names"
NO_LIMITS = "The source names no limits. That does not mean that there are none."
NO_PRACTICE = "There is no practice '{id}'."
SOURCE = "Source"
SOURCE_PAGE = "Open the source"
ALSO_SEEN = "Also described at"
CHECKED = "We checked the source on {date}; the account is {as_of}."
CHECKED_UNDATED = "We checked the source on {date}; it does not say as of when it speaks."
ODIHR_UNKNOWN = "Whether ODIHR lists it among its own promising practices: not known to us."
DONE_BY = "Done by"
FOR = "For"
KIND = "Kind"
PERIOD = "Period"
PILLARS = "Part of protection"
THEMES = "Themes"
SERVES = "Commitments it serves"
SERVES_NOTE = "The duties that this practice can help to meet; the link is our reading, not the source's."
RELATED = "Related practices"
RELATED_NOTE = "Found by shared themes, parts of protection and target groups; other States first."

MAP_ALT = {
    "region": "Map of the 57 participating States by whether this library holds a practice; a table follows.",
    "europe": "The same map, nearer, for Europe and around.",
}
MAP_NOTE = (
    "How many practices we hold only says where we found accounts. It does not rank States, and “none” does "
    "not mean that nothing is done. Very small States are drawn as points. The map takes no position on any "
    "boundary or status. Map: Natural Earth, public domain."
)
MAP_HAS = "Practices in this library ({count} States)"
MAP_NONE = "None in this library yet ({count} States)"
MAP_COUNT = "{count} practices"
MAP_COUNT_ONE = "1 practice"
MAP_COUNT_NONE = "none here yet"
MAP_CAPTION = "Where the practices come from, by name. A practice of several States is listed under each."
MAP_HEAD = ("State", "Practices here")
MAP_MISSING = "None here yet: {names}."
SHOW_THEM = "Show them"
MAP_TOOLTIP = {"name": "State", "facts": "In this library"}

CHOOSE = "Practices (two to four)"
CHOOSE_TWO = "Choose at least two, at most four: here, or with “Compare” in the list."
COMPARE_CAPTION = "Side by side, in our words. A dash: the source says nothing on it."
COMPARE_FIELD = "Field"
