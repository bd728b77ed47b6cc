"""Why a document was not read, as errors that the screen can tell apart.

All are ``UnreadableDocument``: code that only reports needs to know no more than that.
"""

from nrm.domain.errors import UnreadableDocument


class PasswordNeeded(UnreadableDocument):
    """The file is encrypted and the password is missing or wrong."""


class ScanWithoutText(UnreadableDocument):
    """The pages are pictures: nothing can be quoted before text recognition."""


class TooDemanding(UnreadableDocument):
    """The file asks for more time, memory or unpacked data than we grant."""


class Damaged(UnreadableDocument):
    """The file breaks the rules of its own format."""


REFUSALS: dict[str, type[UnreadableDocument]] = {
    kind.__name__: kind for kind in (PasswordNeeded, ScanWithoutText, TooDemanding, Damaged, UnreadableDocument)
}
