"""Words of the Library page."""

from collections.abc import Mapping

TITLE = "Library"
INTRODUCTION = (
    "Official texts that you load here are quoted word for word, with article and page. Files stay on this machine."
)
COUNT_LOADED = "{count} official texts loaded"
COUNT_LOADED_ONE = "1 official text loaded"
NONE_LOADED = "No official text is loaded yet"
NONE_LOADED_TEXT = (
    "Until then, answers quote our own summaries, marked as such. Choose a file below, beginning with the Handbook."
)
SUMMARIES = "The library also holds {passages} of our own summaries and collections, marked “our summary”."

# Adding
ADD = "Add documents"
FILES = "Files: PDF, Word (.docx), EPUB, HTML, Markdown or text"
SCANS_READ = "Scanned pages are recognised here (OCR), read as {languages}. That takes some seconds a page."
SCANS_NOT_READ = (
    "Scanned pages cannot be read here: whoever runs this program can install text recognition "
    "(apt install ocrmypdf tesseract-ocr, with the language packages)."
)
WHICH = "Which official text is it?"
WHICH_HELP = (
    "For a single file. Chosen here, the text is joined to our records of it, so that its articles, its authority "
    "and who is bound are known."
)
WHICH_BY_NAME = "As the file’s own name says, or none of these"
KIND = "Kind of document"
KIND_OPEN = "As our records say, else “other document”"
DOCUMENT_TITLE = "Title, if the file has no good one (single file)"
PASSWORD = "Password, if a file asks for one (used once, never kept)"  # a label
PASSWORD_OF = "Password of {names}"
PASSWORD_HELP = "It is used once to read the file and kept nowhere."
UNLOCK = "Read with this password"
ADD_BUTTON = "Read and add"
NO_FILES = "No file was chosen."
SINGLE_ONLY = (
    "The official text and the title are for a single file. Please add the files one by one, or leave both empty."
)

# Work under way
WORKS: Mapping[str, str] = {
    "read": "Reading documents",
    "pages": "Reading pages",
    "recognise": "Recognising text in pictures of pages",
    "knowledge": "Preparing our records for search",
    "multilingual": "Preparing our records for other languages",
    "multilingual_own": "Preparing passages for other languages",
    "vectors": "Preparing passages for search",
    "open": "Opening the new index",
}
COUNT = "{work}: {done} of {total}"
WITH_NAME = "{count} · {name}"
TIME_LEFT = "{count}, about {left} left"
SECONDS = "{count} s"
MINUTES = "{count} min"
STARTING = "Starting"
MAY_LEAVE = "You may go to other pages meanwhile. The library answers as before until this is done."
STOPPED = "The work stopped before its end. The library answers as before. Please try again."
ADDING, INDEXING, VERIFYING = "Adding documents", "Building the index anew", "Checking the library"
REMOVING = "Removing {title}"

# What came of it
ADDED = "{name}: added, {passages}."
UNCHANGED = "{name}: was here already, nothing changed."
REMARK = "{name}: {remark}"
INDEXED = "The index was built anew: {passages}."
REMOVED = "{title} was removed, with its file and every trace in the index."
NOT_THERE = "There was nothing to remove: this document is not in the library."
WHOLE = (
    "The library is whole: {passages} passages and {originals} files checked; {found} of {asked} passages "
    "found themselves."
)
DISMISS = "Close this message"

# A loaded source
READ = "Read it"
REMOVE = "Remove"
REMOVE_SURE = "Remove {title}? Its text, its file and its traces in the index go. You can load the file again later."
REMOVE_YES = "Yes, remove it"
REMOVE_NO = "Keep it"
ROWS: Mapping[str, str] = {
    "kind": "Kind",
    "authority": "Authority",
    "passages": "Passages",
    "pages": "Pages",
    "language": "Language",
    "file": "File",
    "added": "Added on",
    "body": "Adopted by",
    "citation": "Citation",
    "newer": "Newer versions",
    "remarks": "Remarks",
    "note": "Note",
    "address": "Address",
    "name": "Name in commands",
    "hash": "SHA-256 of the file",
}

# What is missing
MISSING = "Not loaded yet"
MISSING_TEXT = (
    "Official texts that our records speak of. Download the text from its publisher and add the file above; under "
    "“{which}” choose its name."
)
FETCH_OFF = (
    "The commands nrm fetch … download a text. Downloads are off here; whoever runs this program can allow them "
    "with NRM_ALLOW_DOWNLOADS=true."
)
FETCH_ON = "The commands nrm fetch … download a text and load it."
HANDBOOK_MISSING = "The Handbook is not loaded"
HANDBOOK_MISSING_TEXT = (
    "Its principles, standards and pages cannot be quoted until it is. Download its PDF from ODIHR, choose it below, "
    "and pick the Handbook under “{which}”."
)
HANDBOOK_LOADED = "The Handbook is loaded"
HANDBOOK_LOADED_TEXT = "{pages} pages with text, {passages}."
HANDBOOK_STANDARDS = (
    "{count} numbered standards were recognised, so a question can name one: “What is Standard {first} of the "
    "Handbook?”"
)
HANDBOOK_NO_STANDARDS = "No numbered standards were recognised in it; its text is found by its words and meaning."
OFFICIAL_LINK = "Official text at the publisher"
SITE_LINK = "Site of the publisher"
NO_LINK = "We know no address of this text."
NOT_CHECKED = "address not checked"
BY_COMMAND = "Or by command"
HELD: Mapping[str, str] = {
    "full": "Our records were made from its full text.",
    "partial": "Our records were made from a part of its text.",
    "none": "Our records were made without its text.",
}
SUMMARIES_OF = "Our summaries of it: {passages}."
NEWER = "Newer versions than our records rest on: {versions}."
SUPERSEDED = "Superseded by: {name}."

# Upkeep
UPKEEP = "Upkeep"
REINDEX = "Build the index anew"
REINDEX_TEXT = "Makes the search index again from the documents that are loaded. This can take minutes."
VERIFY = "Check the library"
VERIFY_TEXT = "Compares files, text and index, and looks whether a sample of passages can be found."

# The document view
BACK = "All documents"
PLACE = "Place in the document"
PREVIOUS, NEXT = "Previous passage", "Next passage"
OPEN_ORIGINAL = "Download the original"
ORIGINAL_MISSING = "The original file is missing. Load it again to see its pages."
PAGE_ALT = "Page {page} of {title}, with the words of the passage marked. The words stand beside the picture as text."
PAGE_CAPTION = "Page {page}"
PAGES = "Pages of this passage"
MARKED_QUOTE = "The quoted words are marked."
MARKED_PASSAGE = "The whole passage is marked."
NO_PICTURE = "The page cannot be shown as a picture. Its text follows."
PAGE_PASSWORD = "Password of this document, to show its pages"
PAGE_PASSWORD_HELP = (
    "It stays in memory while this document is open and is written nowhere. The text is shown without it."
)
PAGE_PASSWORD_WRONG = "This password does not open the document."
SHOW_PAGE = "Show the page"
TEXT = "The words"
AROUND = "Before and after"
IN_CONTEXT = "In its context"
UNKNOWN_SOURCE = "This document is not in the library. It may have been removed, or carry another name."
UNKNOWN_PASSAGE = (
    "This passage is not in the document as it is loaded now. Below is its beginning; choose another place if you wish."
)
NO_PASSAGES = "There are no passages in this document."
SEE_PAGE = "See it in the document"
WAIT_PICTURE = "Drawing the page"


def passages_counted(count: int) -> str:
    """A number of passages in words.

    >>> passages_counted(1540)
    '1,540 passages'
    """
    return "1 passage" if count == 1 else f"{count:,} passages"
