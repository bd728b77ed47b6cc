"""The formats, what each can hold, and the door to their writers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nrm.domain.errors import WrongUse
from nrm.quiz.items import ItemState, QuizItem
from nrm.quiz.saving import save_quiz
from nrm.services.quiz_exports.anki import write_anki
from nrm.services.quiz_exports.gift import write_gift
from nrm.services.quiz_exports.h5p import h5p_problem, write_h5p
from nrm.services.quiz_exports.moodle import write_moodle
from nrm.services.quiz_exports.pdf import write_pdf
from nrm.services.quiz_exports.qti import write_qti
from nrm.services.quiz_exports.sheets import kahoot_problem, write_csv, write_kahoot
from nrm.services.quiz_exports.word import write_word

Items = Sequence[QuizItem]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format: how its file is named and made, and why an item may not fit."""

    name: str
    label: str
    suffix: str
    media_type: str
    write: Callable[[Items], bytes]
    problem: Callable[[QuizItem], str]


def _fits(_: QuizItem) -> str:
    return ""


_ZIP = "application/zip"
_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: dict[str, ExportFormat] = {
    each.name: each
    for each in (
        ExportFormat("moodle", "Moodle XML", ".xml", "application/xml", write_moodle, _fits),
        ExportFormat("gift", "GIFT", ".gift", "text/plain", write_gift, _fits),
        ExportFormat("qti", "QTI 2.1 package", ".zip", _ZIP, write_qti, _fits),
        ExportFormat("h5p", "H5P question set", ".h5p", _ZIP, write_h5p, h5p_problem),
        ExportFormat("anki", "Anki deck", ".apkg", "application/octet-stream", write_anki, _fits),
        ExportFormat(
            "docx",
            "Word, with answer sheet",
            ".docx",
            f"{_OFFICE}.wordprocessingml.document",
            write_word,
            _fits,
        ),
        ExportFormat("pdf", "PDF, with answer sheet", ".pdf", "application/pdf", write_pdf, _fits),
        ExportFormat("csv", "CSV", ".csv", "text/csv", write_csv, _fits),
        ExportFormat("kahoot", "Kahoot sheet", ".xlsx", f"{_OFFICE}.spreadsheetml.sheet", write_kahoot, kahoot_problem),
        ExportFormat("json", "Saved quiz", ".json", "application/json", save_quiz, _fits),
    )
}


def export_quiz(items: Items, format_name: str) -> bytes:
    """The bytes of a file that holds every item the format can hold.

    Rejected items go into the saved quiz only.

    :raises WrongUse: if the format is unknown, or none of the items fits it.
    """
    target = _format(format_name)
    unfit = {name for name, _ in left_out(items, format_name)}
    fitting = [item for item in items if item.id not in unfit]
    if not fitting:
        raise WrongUse(
            f"None of these items fits {target.label}.", "Choose other types of questions or another format."
        )
    return target.write(fitting)


def left_out(items: Items, format_name: str) -> tuple[tuple[str, str], ...]:
    """The id of every item that the format cannot hold, with the reason.

    :raises WrongUse: if the format is unknown.
    """
    target = _format(format_name)
    if target.name == "json":
        return ()
    reasons = ((item.id, _rejected(item) or target.problem(item)) for item in items)
    return tuple((name, reason) for name, reason in reasons if reason)


def _rejected(item: QuizItem) -> str:
    return "It was rejected." if item.state is ItemState.REJECTED else ""


def _format(name: str) -> ExportFormat:
    if name not in FORMATS:
        raise WrongUse(f"'{name}' is not a quiz format.", f"Use one of: {', '.join(FORMATS)}.")
    return FORMATS[name]
