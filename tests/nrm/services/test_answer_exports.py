"""Answers as Word, PDF and Markdown, and checklists as a card of one page."""

import io
from dataclasses import replace

import pypdf
import pytest
from docx import Document
from markdown_it import MarkdownIt

from nrm.answering.checklist import Checklist, Stage, Step
from nrm.domain.answers import Answer, BindingNote, Citation, Conflict, Notice, Statement
from nrm.domain.errors import WrongUse
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import (
    Audience,
    Authority,
    Binding,
    NoticeKind,
    Outcome,
    SourceKind,
    Strength,
    Support,
    Wording,
)
from nrm.services.answer_exports import (
    FORMATS,
    Wordings,
    answer_brief,
    card_html,
    card_pdf,
    export_answer,
    export_conversation,
)
from nrm.services.answer_exports.markdown import write_markdown
from nrm.services.exports import Heading, write_word

TREATY = Source(
    "t-1",
    "Artificial treaty",
    SourceKind.TREATY,
    Authority.TREATY,
    url="https://a.example/t?x=1&y=2",
    year=2005,
    sha256="ab" * 32,
)
GUIDE = replace(
    TREATY, slug="g", title="Artificial guide", authority=Authority.GUIDANCE, wording=Wording.SUMMARY, url="", sha256=""
)
FIRST = Passage("t/1", TREATY, "1. Each Party shall help.\n\na) at once *now*;", Locator(article="13", paragraph="1"))
SECOND = Passage("g/1", GUIDE, "Help <b>should</b> be kind | Помощь.", Locator(heading_path=("Kindness",)))
ANSWER = Answer(
    "asked", "en", Outcome.ANSWERED,
    (Statement("Help should be kind.", (2,), Support.PROVEN), Statement(FIRST.text, (1,), Support.VERBATIM)),
    (Citation(1, FIRST, FIRST.text, 0), Citation(2, SECOND, SECOND.text, 0)),
    notices=(Notice(NoticeKind.SUMMARY_ONLY, "guide"),), uncovered=("moon",), conflicts=(Conflict("the number", (("here", "60"), ("there", "57"))),),
    bindings=(BindingNote("t-1", "RS", Binding.PARTY, "2009", "2024-09-12", conflicting=True),),
    understood_as="What help? <script>", written_by="model m, prompt answer 1",
)  # fmt: skip
WORDS = Wordings(
    outcome=lambda answer: f"outcome {answer.outcome}",
    notice=lambda notice: f"notice {notice.kind}: {notice.detail}",
    scope="For professionals.",
    names={"RS": "Serbia", "t-1": "Treaty of Art"},
    made_on="2026-11-24",
)


def pdf_text(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def plain(text: str) -> str:
    return " ".join(text.split())


SAID = (
    "What help?", "For professionals.", "outcome answered", "Binding treaty", "Each Party shall help.", "Help should be kind.",
    "notice summary_only: guide", "Proposed by model m, prompt answer 1", "moon", "Sources differ on the number", "57",
    "Serbia", "Treaty of Art", "party since 2009 (the evidence disagrees)", "Artificial treaty", "official text", "our summary",
    "2005", "abababababab", "2026",
)  # fmt: skip


def test_markdown_holds_everything_with_footnotes_and_versions() -> None:
    text = export_answer(ANSWER, "markdown", WORDS).decode().replace("\\", "")

    assert all(said in text for said in SAID)
    assert text.index("Binding treaty") < text.index("Guidance")
    assert "> a) at once *now*;[^1]" in text
    assert (
        "[^1]: Artificial treaty, Article 13(1) (official text). Document version abababababab. <https://a.example/t?x=1&y=2>"
        in text
    )
    assert "[^2]: Artificial guide, Kindness (our summary). “Help <b>should</b> be kind | Помощь.”" in text


def test_nothing_in_an_answer_becomes_markup_in_markdown() -> None:
    html = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .render(export_answer(ANSWER, "markdown", WORDS).decode())
    )

    assert "<script" not in html
    assert "<b>" not in html
    assert "<em>now</em>" not in html
    assert "<ol>" not in html
    assert "at once *now*;" in html


def test_word_has_headings_footnotes_and_a_table_of_versions() -> None:
    data = export_answer(ANSWER, "docx", WORDS)
    document = Document(io.BytesIO(data))
    footnotes = next(part.blob.decode() for part in document.part.package.iter_parts() if "footnotes" in part.partname)
    paragraphs = plain(" ".join(paragraph.text for paragraph in document.paragraphs))

    assert [p.text for p in document.paragraphs if p.style.name.startswith("Heading")] == [
        "Binding treaty",
        "Guidance",
        "Documents and versions",
    ]
    assert "Each Party shall help." in paragraphs
    assert "Article 13(1) (official text). Document version abababababab." in footnotes
    assert [[cell.text for cell in row.cells] for row in document.tables[1].rows][1:] == [
        ["Artificial treaty", "official text", "2005", "abababababab", TREATY.url],
        ["Artificial guide", "our summary", "2005", "", ""],
    ]  # fmt: skip


def test_the_pdf_holds_everything_in_latin_and_cyrillic() -> None:
    text = plain(pdf_text(export_answer(ANSWER, "pdf", WORDS)))

    assert all(said in text for said in SAID)
    assert "Помощь" in text
    assert "[U+" not in text


def test_a_conversation_has_all_its_questions_but_nothing_said_in_danger() -> None:
    danger = Answer("canary cry", "en", Outcome.PERSON_AT_RISK, understood_as="canary cry")
    other = replace(ANSWER, understood_as="And for children?")

    for name in FORMATS:
        data = export_conversation([ANSWER, danger, other], name, WORDS)
        text = data.decode() if name == "markdown" else pdf_text(data) if name == "pdf" else plain(
            " ".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)
        )  # fmt: skip
        assert "And for children?" in text
        assert "canary" not in text
        assert text.count("Documents and versions") == 1
    assert export_answer(danger, "markdown", WORDS).decode().count("canary") == 0


def test_an_answer_without_citations_has_no_table_of_versions() -> None:
    nothing = Answer("q", "en", Outcome.NOT_FOUND, understood_as="What else?")

    blocks = answer_brief(nothing, WORDS).blocks

    assert not any(isinstance(block, Heading) for block in blocks)
    assert write_word(answer_brief(nothing, WORDS))
    assert "outcome not\\_found" in write_markdown(answer_brief(nothing, WORDS)).decode()


def test_an_unknown_format_is_wrong_use() -> None:
    with pytest.raises(WrongUse, match="docx, pdf, markdown"):
        export_answer(ANSWER, "odt", WORDS)


def steps(count: int) -> Checklist:
    step = Step("Each Party shall help <b>every</b> victim. " * 3, 1, Stage.SUPPORT, "State party", Strength.MUST)
    return Checklist("What must be done?", Audience.BORDER_GUARD, (step,) * count, (), ordered_by_source=False)


@pytest.mark.parametrize("count", [1, 6, 15, 60])
def test_a_card_is_one_page_whatever_it_holds(count: int) -> None:
    data = card_pdf(steps(count), ANSWER, "For professionals.")
    text = plain(pdf_text(data))

    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) == 1
    assert "Checklist: Border guard" in text
    assert "Who: State party · must · Artificial treaty, Article 13(1) (official text)" in text
    assert ("more steps stand in the answer" in text) == (count == 60)
    shown = text.count("Each Party shall help <b>every</b> victim.") // 3
    assert shown == count or f"{count - shown} more steps" in text


def test_the_card_as_a_page_shows_markup_as_text_and_loads_nothing() -> None:
    page = card_html(steps(2), ANSWER, "For professionals.")

    assert "&lt;b&gt;every&lt;/b&gt;" in page
    assert not any(sign in page for sign in ("<b>", "<script", "http", "<img", "<link"))
    assert page.count("<h2>Support</h2>") == 1
    assert page.count("<ul>") == page.count("</ul>") == 1
    assert "The order is ours" in page
    assert "The order is that of the source" in card_html(replace(steps(1), ordered_by_source=True), ANSWER, "")
