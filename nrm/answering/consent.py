"""A person's yes to sending text to another machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Consent:
    """Given for one server and one conversation, after the exact text was shown.

    ``seed`` deals the tokens of the text, so that what was shown is what is sent. Do not build one by hand:
    it comes with the text from ``Asker.text_to_send``.
    """

    server: str
    seed: str
