"""Slots for taking an answer along."""

from nrm.domain.answers import Answer


def export_buttons(answer: Answer, key: str = "answer") -> None:
    """Buttons that give this answer as a file; none are built in yet.

    :param answer: what was proven, with its citations.
    :param key: tells the buttons of several answers on one page apart.
    """
