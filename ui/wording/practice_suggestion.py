"""Words of the form for suggesting a practice."""

INTRODUCTION = (
    "Fill in what your source says, check it, and send the file to whoever keeps this library. Nothing is "
    "stored or sent from here. Please leave out names of persons and details of cases."
)
CHECK = "Check the record"
DOWNLOAD = "Download the record (YAML)"
FILE_NAME = "practice-suggestion.yaml"
WELL = "The record keeps every rule of the library. Download it and send it for review."
NOT_WELL = "A reviewer would send this back for {count} reasons. You can download it all the same."
NOT_WELL_ONE = "A reviewer would send this back for one reason. You can download it all the same."
ANY = "Choose"
ABOUT = "What was done"
WORDS = "How people would look for it"
SOURCE = "Who says so"
LIMITS_HELP = "What the source itself says it does not do or reach. Leave empty when it names none."
PRAISE_HELP = "Praise that the source reports, with who praises. Leave empty when there is none."
PLAIN_HELP = "For example: In Austria, men who were trafficked have their own emergency housing."
ASKED_HELP = "Short, as people type: one with key words, one as a full question, one in everyday words."
PERIOD_HELP = "For example: since 2014; pilot from May 2021 to 2022; no years given."
REGION_HELP = "Leave empty for a practice of a whole region."
LABELS = {
    "states": "State or States",
    "country": "Place as readers see it",
    "institution": "Done by",
    "title": "Title",
    "plain": "In one plain sentence",
    "summary": "Summary",
    "asked_as": "Ways to ask for it",
    "pillars": "Part of protection",
    "themes": "Themes",
    "target_groups": "For whom",
    "kind": "Kind of practice",
    "period": "Period",
    "first_year": "First year, if known",
    "last_year": "Last year, if known",
    "url": "Address of the source",
    "also_seen": "Other addresses, one a line",
    "source_kind": "Kind of source",
    "praise": "Praise the source names",
    "limits": "Limits the source names",
    "commitments": "Commitments it serves",
    "as_of": "As of when the source speaks",
    "checked_on": "Day on which you read the source",
}
ASKED = ("Key words", "A full question", "In everyday words")
AS_OF_UNKNOWN = "not stated"
