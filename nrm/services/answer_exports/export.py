"""The formats of an answer, and the door to their writers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from nrm.domain.answers import Answer
from nrm.domain.errors import WrongUse
from nrm.services.answer_exports.content import Wordings, answer_brief, conversation_brief
from nrm.services.answer_exports.markdown import write_markdown
from nrm.services.answer_exports.pdf import write_pdf
from nrm.services.exports import Brief, write_word


@dataclass(frozen=True, slots=True)
class AnswerFormat:
    """One format: how its file is named and made."""

    name: str
    label: str
    suffix: str
    media_type: str
    write: Callable[[Brief], bytes]


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS: Mapping[str, AnswerFormat] = {
    each.name: each
    for each in (
        AnswerFormat("docx", "Word", ".docx", _WORD, write_word),
        AnswerFormat("pdf", "PDF", ".pdf", "application/pdf", write_pdf),
        AnswerFormat("markdown", "Markdown", ".md", "text/markdown", write_markdown),
    )
}


def export_answer(answer: Answer, format_name: str, words: Wordings) -> bytes:
    """One answer as the bytes of a file.

    :raises WrongUse: if the format is unknown.
    """
    return _format(format_name).write(answer_brief(answer, words))


def export_conversation(answers: Sequence[Answer], format_name: str, words: Wordings) -> bytes:
    """The answers of a conversation, oldest first, as the bytes of a file.

    :raises WrongUse: if the format is unknown.
    """
    return _format(format_name).write(conversation_brief(answers, words))


def _format(name: str) -> AnswerFormat:
    if name not in FORMATS:
        raise WrongUse(f"'{name}' is not a format for answers.", f"Use one of: {', '.join(FORMATS)}.")
    return FORMATS[name]
