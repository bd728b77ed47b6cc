from nrm.domain.answers import Answer, BindingNote, Citation, Conflict, Notice, Statement
from nrm.domain.knowledge import Contact
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Authority, Binding, NoticeKind, Outcome, SourceKind, Support, Wording
from ui.components.answer import by_authority, heading_html, statement_html
from ui.components.at_risk import at_risk_html, nearest_contacts
from ui.components.described import Records
from ui.components.remarks import bindings_html, case_advice_html, conflicts_html, gaps_html, notices_html

TREATY = Source("artificial-treaty", "Artificial Treaty", SourceKind.TREATY, Authority.TREATY)
GUIDE = Source("artificial-guide", "Artificial Guide", SourceKind.GUIDANCE, Authority.GUIDANCE, Wording.SUMMARY)
DUTY = Passage("artificial-treaty/1", TREATY, "Each State shall do it.", Locator(article="1"))
ADVICE = Passage("artificial-guide/1", GUIDE, "It helps to do it early.", Locator(heading_path=("Early",)))
RECORDS = Records({}, {}, {}, {}, {"RS": "Serbia"})


def answer(**changes: object) -> Answer:
    """An artificial answer from a guide and a treaty, in that order."""
    citations = (Citation(1, ADVICE, ADVICE.text, 0), Citation(2, DUTY, DUTY.text, 0))
    statements = tuple(Statement(each.quote, (each.n,), Support.VERBATIM) for each in citations)
    given = {"outcome": Outcome.ANSWERED, "statements": statements, "citations": citations, **changes}
    return Answer("What is to be done?", "en", **given)  # type: ignore[arg-type]


def test_statements_are_grouped_with_the_strongest_authority_first() -> None:
    groups = by_authority(answer())

    assert [authority for authority, _ in groups] == [Authority.TREATY, Authority.GUIDANCE]


def test_official_words_stand_in_quotation_marks_and_our_summary_does_not() -> None:
    ours, official = answer().statements

    assert "“Each State shall do it.”" in statement_html(official, answer(), RECORDS)
    assert "“" not in statement_html(ours, answer(), RECORDS)
    assert "our summary" in statement_html(ours, answer(), RECORDS)
    assert "[2]" in statement_html(official, answer(), RECORDS)


def test_a_missing_handbook_and_an_open_state_are_named_as_gaps() -> None:
    gaps = gaps_html(answer(uncovered=("zeppelin",)), handbook_loaded=False, state_chosen=False)

    assert "zeppelin" in gaps
    assert "Handbook is not loaded" in gaps
    assert "Whether your State is bound" in gaps


def test_nothing_is_called_missing_when_nothing_is() -> None:
    assert gaps_html(answer(), handbook_loaded=True, state_chosen=True) == ""


def test_notices_of_one_kind_are_said_once_with_all_their_details() -> None:
    notices = (Notice(NoticeKind.NEWER_VERSION, "Treaty A"), Notice(NoticeKind.NEWER_VERSION, "Treaty B"))

    shown = notices_html(notices)

    assert shown.count("Check which version") == 1
    assert "Treaty A; Treaty B" in shown


def test_advice_on_a_case_is_said_before_the_answer_and_not_again_after_it() -> None:
    notices = (Notice(NoticeKind.CASE_ADVICE),)

    assert "coordinator or a lawyer" in case_advice_html(notices)
    assert notices_html(notices) == ""


def test_both_sides_of_a_conflict_are_shown() -> None:
    shown = conflicts_html((Conflict("the number", (("Guide A", "sixty"), ("Guide B", "57"))),))

    assert "Guide A: sixty" in shown
    assert "Guide B: 57" in shown


def test_a_state_without_evidence_is_not_called_unbound() -> None:
    notes = (
        BindingNote("artificial-treaty", "RS", Binding.UNKNOWN, "", ""),
        BindingNote("other-treaty", "RS", Binding.PARTY, "2009-04-14", "2022", conflicting=True),
    )

    shown = bindings_html(notes, RECORDS)

    assert "Serbia" in shown
    assert "not known to us" in shown
    assert "not bound" not in shown
    assert "since 2009-04-14, as of 2022, our records differ" in shown


def test_a_source_that_is_not_loaded_comes_with_how_to_load_it() -> None:
    shown = heading_html(answer(outcome=Outcome.SOURCE_NOT_LOADED, detail="handbook"))

    assert "not in this library yet" in shown
    assert "nrm ingest handbook.pdf --kind handbook" in shown


def test_the_number_to_call_comes_first_and_contacts_bring_their_date() -> None:
    contact = Contact("RS", "Artificial helpline", "0800 000", "", "2026-11-01")

    shown = at_risk_html((contact,))

    assert shown.index("call 112") < shown.index("Artificial helpline") < shown.index("Leave this page now")
    assert "number checked on 2026-11-01" in shown
    assert 'href="tel:0800000"' in shown


def test_contacts_of_the_chosen_state_come_first_and_are_few() -> None:
    contacts = tuple(Contact(state, f"Artificial {state}", "1", "", "2026-11-01") for state in ("AL", "AM", "AT", "RS"))

    assert [contact.state for contact in nearest_contacts(contacts, ["RS"])] == ["RS", "AL", "AM"]
