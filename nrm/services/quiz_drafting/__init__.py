"""Quiz items that a language model drafts from a passage, held to the same checks as all others."""

from nrm.services.quiz_drafting.drafter import Drafted, QuizDrafter, open_drafter

__all__ = ["Drafted", "QuizDrafter", "open_drafter"]
