"""What was asked, and what was done with it before searching."""

from collections.abc import Iterable

from nrm.services.conversation import Turn
from ui.components.markup import html, paragraph
from ui.wording import ask_page as words

_PLURALS = {"address": "addresses"}


def asked_html(turn: Turn, who_wrote: str = "") -> str:
    """The question as it was typed, and what differs in what was searched.

    :param who_wrote: who wrote the answer, said plainly; left out when there is none.
    """
    small = "".join(paragraph(html(remark), "nrm-small") for remark in (*_remarks(turn), who_wrote) if remark)
    if not turn.asked:
        return small
    return (
        f'<p class="nrm-asked"><span>{html(words.YOUR_QUESTION)}:</span> <strong>{html(turn.asked)}</strong></p>{small}'
    )


def _remarks(turn: Turn) -> Iterable[str]:
    if turn.taken_out:
        yield words.MASKED.format(what=_listed(turn.taken_out))
    if turn.completed:
        yield words.COMPLETED.format(question=turn.understood)
    if turn.answer.corrected:
        pairs = "; ".join(words.CORRECTED_PAIR.format(typed=typed, read=read) for typed, read in turn.answer.corrected)
        yield words.CORRECTED.format(pairs=pairs)


def _listed(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{count} {_PLURALS.get(kind, kind + 's') if count > 1 else kind}" for kind, count in counts)
