"""What is said for each way a question can end."""

from collections.abc import Mapping
from dataclasses import dataclass

from nrm.domain.vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """A heading, what it means, and what a person can do next; ``{detail}`` is filled from the answer."""

    heading: str
    text: str
    next_steps: tuple[str, ...] = ()


OUTCOMES: Mapping[Outcome, OutcomeWords] = {
    Outcome.ANSWERED: OutcomeWords("What the sources say", ""),
    Outcome.PARTIAL: OutcomeWords(
        "Part of an answer",
        "These passages are close to the question. They may not answer all of it: please read them in full.",
    ),
    Outcome.NEEDS_CLARIFICATION: OutcomeWords(
        "Please say a little more",
        "After personal details were taken out, no question was left that can be looked up.",
        ("Ask about a duty, right, procedure or practice. Example: how long is the reflection period?",),
    ),
    Outcome.NOT_FOUND: OutcomeWords(
        "We found no passage that answers this",
        "So we give no answer, rather than an uncertain one.",
        (
            "Name the treaty, the article or the topic.",
            "Use other words, or ask about one thing at a time.",
            "Take filters away, if any are set.",
        ),
    ),
    Outcome.SOURCE_NOT_LOADED: OutcomeWords(
        "The source you ask about is not in this library yet",
        "Its own words cannot be quoted, and we do not guess them. "
        "Below is what other sources say about it, if anything.",
    ),
    Outcome.OUT_OF_SCOPE: OutcomeWords(
        "This library cannot help with that",
        "It holds law, commitments and practice on protecting victims of trafficking. "
        "This question is about something else.",
    ),
    Outcome.PERSON_AT_RISK: OutcomeWords(
        "If you are in danger now, call 112",
        "Or call your country's emergency number. This page cannot call anyone, and nobody reads it.",
    ),
    Outcome.HARMFUL: OutcomeWords(
        "We do not answer this",
        "This library helps to protect people. It gives nothing that could be used to find, control or harm them.",
        ("If you work in this field, ask about duties, rights, signs or procedures.",),
    ),
    Outcome.TOO_LONG: OutcomeWords(
        "The question is too long",
        "Please ask in fewer words, and leave out names and details of the case.",
    ),
    Outcome.INDEX_MISSING: OutcomeWords(
        "The library is not ready",
        "There is nothing to search yet. {detail}",
        ("Whoever runs this program can start: nrm ingest",),
    ),
}

HOW_TO_LOAD: Mapping[str, str] = {
    "handbook": "To load the Handbook: download its PDF from ODIHR, then open Library and choose the file, "
    "or run: nrm ingest handbook.pdf --kind handbook",
}
HOW_TO_LOAD_ANY = "To load a source: open Library and choose the file, or run: nrm ingest FILE"


def how_to_load(source: str) -> str:
    """How a missing source is brought into the library."""
    return HOW_TO_LOAD.get(source, HOW_TO_LOAD_ANY)
