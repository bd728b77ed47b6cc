"""The error tree. Every message says what is wrong, where, and what to do next.

NrmError
├── WrongUse            exit code 2: the call itself is wrong (unknown option, filter or setting)
├── MissingFile         a path that does not exist
├── UnreadableDocument  a document that cannot be read: empty, encrypted, binary, too large
├── IndexMissing        nothing has been ingested yet
├── StaleIndex          the index was built with other settings, or is damaged
├── LibraryBusy         another process is writing
├── StorageFailure      disk full, folder read-only
├── CorpusInvalid       reviewed records that break a rule
└── EngineUnavailable   a model or optional engine that cannot be used
"""


class NrmError(Exception):
    """Anything this program reports to a person; ``remedy`` is the next step."""

    exit_code = 1

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}".strip()


class WrongUse(NrmError):
    """The call itself is wrong."""

    exit_code = 2


class MissingFile(NrmError):
    """A path that does not exist."""


class UnreadableDocument(NrmError):
    """A document that cannot be read."""


class IndexMissing(NrmError):
    """Nothing has been ingested yet."""


class StaleIndex(NrmError):
    """The index does not fit the settings or the library."""


class LibraryBusy(NrmError):
    """Another process is writing to the library."""


class StorageFailure(NrmError):
    """The data folder cannot be written."""


class CorpusInvalid(NrmError):
    """Reviewed records break a rule."""


class EngineUnavailable(NrmError):
    """A model or an optional engine cannot be used."""
