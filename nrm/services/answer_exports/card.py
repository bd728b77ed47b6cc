"""A checklist on one page, as PDF or HTML: to print, to tick, with the source under each step."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nrm.answering.checklist import Checklist, Stage, Step
from nrm.domain.answers import Answer, Citation
from nrm.services.answer_exports.content import source_line
from nrm.services.answer_exports.pdf import new_document, write_line
from nrm.services.explorer import labels

STAGES: Mapping[Stage, str] = {
    Stage.IDENTIFICATION: "Identification",
    Stage.IMMEDIATE_PROTECTION: "Immediate protection",
    Stage.SUPPORT: "Support",
    Stage.INCLUSION: "Inclusion",
    Stage.JUSTICE: "Justice and redress",
    Stage.BEHIND_IT: "Organisation behind it",
}
_POINTS = (11.0, 10.0, 9.0, 8.0, 7.0)  # tried in turn until the card fits on one page
_STEP_INDENT_MILLIMETRES = 8
_STYLE = (
    "@page{size:A4;margin:15mm}body{font:11pt/1.35 sans-serif;max-width:180mm;margin:auto;color:#111}"
    "h1{font-size:15pt;margin:0 0 2mm}h2{font-size:11.5pt;margin:4mm 0 1mm}ul{list-style:none;margin:0;padding:0}"
    "li{margin:0 0 2mm;padding-left:6mm;text-indent:-6mm;break-inside:avoid}small{color:#444}"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One step as it is printed."""

    stage: str
    text: str
    below: str


def card_pdf(checklist: Checklist, answer: Answer, scope: str) -> bytes:
    """The card as a PDF of one page; steps that do not fit are counted at its end.

    :param scope: the notice that stands on every page of the program.
    """
    lines = _lines(checklist.steps, answer)
    for points in _POINTS:
        pages, data = _drawn(checklist, lines, scope, points, left_out=0)
        if pages == 1:
            return data
    for kept in range(len(lines) - 1, 0, -1):
        pages, data = _drawn(checklist, lines[:kept], scope, _POINTS[-1], left_out=len(lines) - kept)
        if pages == 1:
            break
    return data


def card_html(checklist: Checklist, answer: Answer, scope: str) -> str:
    """The card as a page that prints on A4; without scripts, links or anything from elsewhere."""
    items, shown = [], ""
    for line in _lines(checklist.steps, answer):
        if line.stage != shown:
            items.append(f"{'</ul>' if shown else ''}<h2>{html.escape(line.stage)}</h2><ul>")
            shown = line.stage
        items.append(f"<li>☐ {html.escape(line.text)}<br><small>{html.escape(line.below)}</small></li>")
    title = html.escape(_title(checklist))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head>"
        f"<body><h1>{title}</h1><p>{html.escape(checklist.question)}</p>{''.join(items)}{'</ul>' if shown else ''}"
        f"<p><small>{html.escape(_order_note(checklist))} {html.escape(scope)}</small></p></body></html>"
    )


def _drawn(checklist: Checklist, lines: Sequence[_Line], scope: str, points: float, left_out: int) -> tuple[int, bytes]:
    document = new_document(_title(checklist), margin=12)
    write_line(document, _title(checklist), points + 4)
    write_line(document, checklist.question, points)
    shown = ""
    for line in lines:
        if line.stage != shown:
            document.ln(points / 5)
            write_line(document, line.stage, points + 1)
            shown = line.stage
        box = points / 3.5  # millimetres; drawn, because the font has no ballot box
        document.rect(document.l_margin + 2, document.get_y() + 0.8, box, box)
        write_line(document, line.text, points, indent=_STEP_INDENT_MILLIMETRES)
        write_line(document, line.below, points - 1.5, indent=_STEP_INDENT_MILLIMETRES)
    document.ln(points / 5)
    rest = f"{left_out} more steps stand in the answer. " if left_out else ""
    write_line(document, f"{rest}{_order_note(checklist)} {scope}", points - 1.5)
    return document.page_no(), bytes(document.output())


def _title(checklist: Checklist) -> str:
    return f"Checklist: {labels.audience_label(checklist.role)}" if checklist.role else "Checklist"


def _order_note(checklist: Checklist) -> str:
    if checklist.ordered_by_source:
        return "The order is that of the source."
    return "The order is ours, by stage; the sources give none."


def _lines(steps: Sequence[Step], answer: Answer) -> list[_Line]:
    citations = {citation.n: citation for citation in answer.citations}
    return [
        _Line(STAGES[step.stage], " ".join(step.text.split()), _below(step, citations[step.citation])) for step in steps
    ]


def _below(step: Step, citation: Citation) -> str:
    strength = labels.STRENGTH[step.strength] if step.strength else ""
    parts = (step.actor and f"Who: {step.actor}", strength, source_line(citation))
    return " · ".join(part for part in parts if part)
