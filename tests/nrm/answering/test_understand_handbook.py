"""Which questions only the Handbook itself could answer, in the product's languages."""

import pytest

from nrm.answering.understand import asks_handbook_content


@pytest.mark.parametrize(
    "question",
    [
        "What is Standard 12?",
        "What does box 3 in the Handbook contain?",
        "Which standard in the ODIHR publication deals with return?",
        "What does chapter 3 of the guide on national referral mechanisms recommend?",
        "Que dit l'annexe 2 du manuel ?",
        "Auf welcher Seite des Handbuchs steht die Bedenkzeit?",
        "¿Qué dice el estándar 7 del manual de la OIDDH?",
        "¿Qué capítulos del manual tratan de la vivienda?",
        "Cosa dice lo standard 3 del manuale ODIHR?",
        "Что написано в приложении 2 Руководства?",
        "Які принципи містить Посібник БДІПЛ?",
    ],
)
def test_a_question_for_the_handbooks_own_words_is_known(question: str) -> None:
    assert asks_handbook_content(question)


@pytest.mark.parametrize(
    "question",
    [
        "What does the Handbook contain?",
        "How many standards does the Handbook have?",
        "What is the purpose of the Handbook?",
        "Quelles normes lient la Serbie ?",
        "Which article of the Convention is on compensation?",
    ],
)
def test_a_question_that_others_can_answer_is_left_to_them(question: str) -> None:
    assert not asks_handbook_content(question)
