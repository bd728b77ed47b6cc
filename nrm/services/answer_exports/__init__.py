"""Answers and conversations as files: Word, PDF and Markdown, and a checklist as a card to print."""

from nrm.services.answer_exports.card import card_html, card_pdf
from nrm.services.answer_exports.content import Wordings, answer_brief, conversation_brief
from nrm.services.answer_exports.export import FORMATS, AnswerFormat, export_answer, export_conversation

__all__ = [
    "FORMATS",
    "AnswerFormat",
    "Wordings",
    "answer_brief",
    "card_html",
    "card_pdf",
    "conversation_brief",
    "export_answer",
    "export_conversation",
]
