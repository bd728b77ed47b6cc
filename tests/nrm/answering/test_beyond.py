"""What a question asks for that no text of ours can hold."""

import pytest

from nrm.answering.beyond import asked_for, mentions_state, states_meant

TEXTS = {"documents", "foreign_code", "national"}


@pytest.mark.parametrize(
    ("question", "language", "kind"),
    [
        ("How many victims were identified in Spain last year?", "en", "figures"),
        ("What percentage of survivors testify?", "en", "figures"),
        ("Сколько жертв было в Казахстане?", "ru", "figures"),
        ("Who chairs the monitoring group at the moment?", "en", "persons"),
        ("Wie heißt die Koordinatorin?", "de", "persons"),
        ("What number do I ring in Slovenia?", "en", "contact"),
        ("Quels sont les horaires du service ?", "fr", "contact"),
        ("How much does a night in a shelter cost?", "en", "money"),
        ("¿Cuánto dinero recibe una víctima?", "es", "money"),
        ("Which country has the best mechanism?", "en", "verdicts"),
        ("У якій країні найкращий механізм?", "uk", "verdicts"),
        ("Draft an e-mail to the prosecutor.", "en", "errands"),
        ("Which ministry in Uzbekistan pays for shelters?", "en", "offices"),
        ("What did the Court hold in Rantsev v. Cyprus and Russia?", "en", "documents"),
        ("Cosa dice la sentenza Chowdury?", "it", "documents"),
        ("What does section 18a of the German Residence Act allow?", "en", "foreign_code"),
    ],
)
def test_a_question_for_what_changes_by_the_day_is_known_by_its_words(question: str, language: str, kind: str) -> None:
    assert kind in asked_for(question, language)


@pytest.mark.parametrize(
    "question",
    [
        "How many shelters must a State have for women who suffered violence?",
        "How many times may a child be questioned, and by whom?",
        "How often must domestic workers be paid?",
        "Who monitors whether States keep the European convention?",
        "What does the Convention say about the cost of interpreters in court?",
        "What are the worst forms of child labour?",
        "Are the best interests of the child a primary consideration?",
        "She needs some time before she decides. How much does she get?",
        "Who represents an unaccompanied child?",
    ],
)
def test_a_question_that_law_answers_is_left_alone(question: str) -> None:
    assert not asked_for(question) - TEXTS


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("Does Polish law protect her?", {"PL"}),
        ("Que dit la loi belge ?", {"BE"}),
        ("Какой срок по закону Узбекистана?", {"UZ"}),
        ("What does the Convention say?", set()),
    ],
)
def test_a_state_is_meant_by_its_name_or_its_adjective(question: str, codes: set[str]) -> None:
    assert states_meant(question) == codes


def test_a_text_speaks_of_a_state_in_any_of_the_seven_languages() -> None:
    assert mentions_state("Praxis in der Schweiz", ["CH"])
    assert not mentions_state("Praxis in der Schweiz", ["AT"])
