"""Words of the Commitments page."""

TITLE = "Commitments"
INTRODUCTION = (
    "What law and political decisions ask of States, in our words, each with its place in the text. Our "
    "summaries help you find the place; the official text decides."
)
VIEW = "View"
VIEWS = {
    "search": "Search",
    "topic": "One topic, all instruments",
    "state": "What binds a State",
    "map": "Who is bound",
    "compare": "Compare",
}
MY_STATE = "Your State"
ANY_STATE = "No State chosen"
SEARCH = "Search the commitments"
SEARCH_HINT = "for example: compensation, guardian for a child, not punished"
WORDS_ONLY = "There is no index yet, so words are compared and meanings are not. Run: nrm ingest"
NARROW = "Narrow the list"
NARROWED = "Narrow the list ({count} chosen)"
CLEAR = "Clear these choices"
ANY = "Any"
FACETS = {
    "topic": "Topic",
    "authority": "How binding",
    "strength": "Strength",
    "instrument": "Instrument",
    "body": "Adopted by",
    "actor": "Who has to act",
    "audience": "Whose work",
    "pillar": "Part of protection",
    "applies_to": "For whom",
    "year": "Years",
}
ONLY_BINDING = "Leave out what does not bind {state}"
SORT = "Order"
SORTS = {
    "best": "Most relevant first",
    "strength": "Strongest first",
    "instrument": "By instrument",
    "newest": "Newest instrument first",
}
FOUND = "{count} commitments"
FOUND_ONE = "1 commitment"
FOUND_NONE = "No commitment fits"
NONE_HELP = "Or try the words that the law uses: the Glossary gives them."
PAGE_OF = "{first} to {last} of {count}"
OPEN_RECORD = "Open the record of {place}"
BACK = "← Back to the list"
PLAIN = "In plain words:"
LIMITS = "Limits:"
DISAGREE = "evidence disagrees"
NOT_LOADED = (
    "The official text is not loaded. To see its words here, load it on the Library page, or save it as "
    "{slug}.pdf (or .docx, .html, .md) and run: nrm ingest {slug}.pdf"
)
NOT_LOADED_SHORT = "not loaded"
OFFICIAL = "Official text, {place}"
SHOW_WORDS = "show"
OFFICIAL_PAGE = "Official page of {name}"
REVIEWED = "Our record was reviewed on {date}."
WHO_ACTS = "Who has to act:"
FOR_WHOM = "For whom:"
WHOSE_WORK = "Whose work:"
PILLAR = "Part of protection:"
RESTS_ON = "Our record rests on:"
FULL_TEXT = "the full text"
PARTIAL_TEXT = "a part or a summary of the text only; check the official text before you rely on it"
RELATED = "Related commitments"
TOPICS = "Its topics across all instruments"
NO_RECORD = "There is no commitment '{id}'."
TOPIC = "Topic"
CHOOSE_TOPIC = "Choose a topic to see what every instrument says on it."
TOPIC_INDEX = "Every topic, with how many commitments speak of it:"
CROSSWALK_CAPTION = (
    "{topic}: {duties} duties in {instruments} instruments. Law first, then political commitments, then "
    "guidance; the strongest duty first."
)
CROSSWALK_HEAD = ("Instrument", "Duty (our words)", "Strength", "Where", "Words")
PRINT_HINT = "To print this table, use your browser's print command: only the table is printed."
AGE = (
    "Standings are as old as their evidence, not of today. Check the depositary before you rely on one. "
    "“Unknown” means that we hold no data."
)
STATE_LINKS = "An instrument's name opens what it asks of States."
CHOOSE_STATE = "Choose a State to see where it stands towards each instrument."
STATE_CAPTION = "{state}: {summary}"
STATE_HEAD = ("Instrument", "Standing", "As of", "Evidence")
MAP_HEAD = ("State", "Standing", "As of", "Evidence")
INSTRUMENT = "Instrument"
CHOOSE_INSTRUMENT = "Choose an instrument to see which States it binds."
MAP_CAPTION = "{instrument}: {summary}"
MAP_ALT = {
    "region": "Map of the 57 participating States by standing towards {instrument}; a table follows.",
    "europe": "The same map, nearer, for Europe and around: {instrument}.",
}
MAP_NOTE = (
    "Very small States are drawn as points. The map shows no overseas parts far from the region, and takes "
    "no position on any boundary or status. Map: Natural Earth, public domain."
)
NO_MAP = "This source has no parties, so there is nothing to draw: {remark}"
EVIDENCE = "{count} pieces of evidence"
EVIDENCE_ONE = "1 piece of evidence"
EVIDENCE_LINE = "{what} Read in: {where} Vintage: {vintage}."
WHAT_TO_COMPARE = "Compare"
COMPARABLE = {"instruments": "Instruments", "states": "States"}
CHOOSE_INSTRUMENTS = "Instruments (two to four)"
CHOOSE_STATES = "States (two to four)"
CHOOSE_TWO = "Choose at least two, at most four."
SHARED_ONLY = "Only topics that at least two of them speak of"
DIFFERENT_ONLY = "Only where the States differ"
INSTRUMENTS_CAPTION = (
    "The strongest duty on each topic and all its places. A dash: the instrument does not speak of it."
)
STATES_CAPTION = "Where each State stands towards each instrument; lines in which they differ come first."
