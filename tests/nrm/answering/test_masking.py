"""Personal data is masked before anything else sees a question; every person and number here is invented."""

import random
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from nrm.answering.masking import mask

QUESTIONS = Path(__file__).resolve().parents[3] / "evaluation" / "questions" / "answers.yaml"
SEED = 20261123
NAMES = {
    "latin": [
        "Maria Petrova",
        "Olena Kovalenko",
        "Giulia Bianchi",
        "José Álvarez",
        "Anna-Lena Groß",
        "Łucja Żak",
        "Amina Diallo",
    ],
    "cyrillic": [
        "Анна Иванова",
        "Олена Шевченко",
        "Ирина Петренко",
        "Гульнара Сейткалиева",
        "Марія Бондар",
        "Дилноза Каримова",
    ],
    "greek": ["Ελένη Παππά", "Σοφία Γεωργίου", "Μαρία Νικολάου"],
    "armenian": ["Նարինե Սարգսյան", "Անի Պետրոսյան"],
    "georgian": ["ნინო", "თამარ"],
}
NAME_TEMPLATES = {
    "latin": [
        "Her name is {}. Which help is due?",
        "My client {} was refused, what can she do?",
        "Elle s'appelle {} et elle a 17 ans.",
        "Ma cliente {} a-t-elle droit à un avocat ?",
        "Sie heißt {} und ist 16.",
        "Meine Klientin {} hat Angst.",
        "Si chiama {}, quali diritti ha?",
        "La mia assistita {} vuole tornare a casa.",
        "Se llama {} y no tiene papeles.",
        "Mi clienta {} no quiere denunciar.",
        "The victim, her name is {}, needs a guardian.",
    ],
    "cyrillic": [
        "Её зовут {}, ей 17 лет.",
        "Моя клиентка {} хочет вернуться домой.",
        "Її звати {}, вона боїться.",
        "Моя клієнтка {} отримала відмову.",
    ],
    "greek": ["Her name is {}. Which help is due?", "My client {} is from Athens."],
    "armenian": ["Her name is {}. Which help is due?", "My client {} was refused."],
    "georgian": ["Her name is {}.", "her name is {}, she is 17"],
}
PHONES = [
    "+40 721 234 567",
    "+380 67 123 45 67",
    "0043 1 234 56 78",
    "067 123 45 67",
    "+7 (916) 123-45-67",
    "+44 20 7946 0018",
    "0721234567",
    "+995 555 12 34 56",
    "+30 21 0123 4567",
]
PHONE_TEMPLATES = [
    "Call her at {} please",
    "Тел. {}, что делать?",
    "Ihre Nummer {} ist bekannt",
    "Son numéro: {}",
    "whatsapp {}",
    "Телефон {} у неї",
    "Το τηλέφωνο {} είναι γνωστό",
    "հեռ. {}",
]
MAILS = [
    "ana.p@example.org",
    "olena_k+help@mail.example.com",
    "анна@пример.рф",
    "j.alvarez@correo.example.es",
]
MAIL_TEMPLATES = ["Write to {} about the place", "Пишите на {}", "Schreiben Sie an {}.", "contact: {}"]
IDS = ["AB1234567", "C01X00T47", "85010112345", "4509 123456", "FV 123456", "12345678-Z", "FE8811223"]
ID_TEMPLATES = [
    "Her passport number is {}",
    "паспорт № {}",
    "Reisepass Nr. {}",
    "passeport n° {}",
    "pasaporte {}",
    "passaporto n. {}",
    "номер паспорта: паспорт {}",
]
OTHERS = {
    "birth date": (
        ["12.05.2003", "3 May 2005", "2005-04-30"],
        [
            "She was born on {}",
            "geboren am {}",
            "née le {}",
            "дата рождения {}",
            "nata il {}",
            "nacida el {}",
        ],
    ),
    "account": (
        ["DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432"],
        ["The money went to {}", "на счёт {}"],
    ),
    "place": (
        ["48.2082, 16.3738", "41.0082, 28.9784", "48°12'30\"N 16°22'20\"E"],
        ["She is at {}", "Координаты {}"],
    ),
    "plate": (
        ["AB-123-CD", "А123ВС77", "АА 1234 ВВ", "B-AB 1234"],
        ["The car {} was waiting", "Машина {} ждала"],
    ),
    "address": (
        [
            "Hauptstraße 12",
            "12 Baker Street",
            "rue de la Paix 5",
            "via Roma 12",
            "calle Mayor 5",
            "ул. Ленина, д. 5",
            "вул. Шевченка 10",
        ],
        ["She lives at {} now", "Она живёт: {}"],
    ),
}
LEGAL = [
    "What does CETS 197 say about Article 13?",
    "Directive 2011/36/EU as amended by Directive (EU) 2024/1712",
    "Is ILO C189 in force?",
    "What changed on 14 July 2024?",
    "Application no. 25965/04, Rantsev v. Cyprus and Russia",
    "Palermo Protocol, Article 3(b)",
    "30 days or 90 days?",
    "Is my client Romanian law specialist right that Article 26 applies?",
    "PC.DEC/1107/Rev.1 and MC.DEC/8/07",
    "May the victim Protocol standards apply?",
    "Welche Rechte hat die Klientin nach Artikel 12?",
    "Was sagt die Zeugin Schutz Regel?",
    "Статья 13 Конвенции 2005 года",
    "Директива 2011/36/ЕС",
    "CELEX 32011L0036",
    "UNTOC Article 24 and ETS No. 116",
    "What is the name of the convention of 1951?",
    "A/RES/55/25 and S/RES/2331 (2016)",
    "Convention No. 108",
    "Between 2019 and 2023, what did Georgia do?",
    "Which States are bound: Serbia, Moldova, Ukraine?",
    "Regulation (EU) 2016/679, Articles 5-9",
    "How many standards: 57 or 60?",
    "Case of Chowdury and Others v. Greece, no. 21884/15",
    "¿Qué dice el artículo 15 del Convenio de 2005?",
    "La vittima Rumena ha diritto al permesso?",
    "Pass laws that protect victims under Article 28",
    "Is the 1926 Slavery Convention still in force?",
]


def planted(values: list[str], templates: list[str], count: int, seed: int) -> list[tuple[str, str]]:
    """Questions with one invented value each, and that value."""
    chance = random.Random(seed)
    return [(chance.choice(templates).format(value), value) for value in (chance.choice(values) for _ in range(count))]


def share_masked(pairs: list[tuple[str, str]]) -> float:
    return sum(value not in mask(question).text for question, value in pairs) / len(pairs)


@pytest.mark.parametrize("script", NAMES)
def test_names_that_are_introduced_are_masked_in_every_script(script: str) -> None:
    pairs = planted(NAMES[script], NAME_TEMPLATES[script], 40, SEED)

    assert share_masked(pairs) >= 0.8


@pytest.mark.parametrize(
    ("values", "templates"),
    [(PHONES, PHONE_TEMPLATES), (MAILS, MAIL_TEMPLATES), (IDS, ID_TEMPLATES)],
    ids=["phones", "mails", "ids"],
)
def test_phones_addresses_and_document_numbers_are_masked(values: list[str], templates: list[str]) -> None:
    assert share_masked(planted(values, templates, 60, SEED)) >= 0.98


@pytest.mark.parametrize("kind", OTHERS)
def test_other_personal_data_is_masked_and_called_what_it_is(kind: str) -> None:
    values, templates = OTHERS[kind]

    for question, value in planted(values, templates, 24, SEED):
        assert value not in mask(question).text
        assert [found.kind for found in mask(question).found] == [kind], question


@pytest.mark.parametrize("question", LEGAL)
def test_nothing_is_masked_in_a_question_about_law(question: str) -> None:
    assert mask(question).text == question


def test_nothing_is_masked_in_a_golden_question_about_law() -> None:
    entries = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    kinds = {
        "answerable",
        "handbook",
        "false_premise",
        "conflict",
        "unanswerable",
        "safe_twin",
        "out_of_scope",
    }
    asked = [entry["question"] for entry in entries if entry["kind"] in kinds]

    assert {question: mask(question).text for question in asked if mask(question).found} == {}


def test_the_place_of_everything_found_is_that_in_the_typed_question() -> None:
    question = "Her name is Ana Pop, phone +40 721 234 567, and Ana is afraid."

    found = mask(question).found

    assert [question[item.start : item.end] for item in found] == ["Ana Pop", "+40 721 234 567", "Ana"]
    assert Counter(item.kind for item in found) == {"name": 2, "phone": 1}


def test_the_same_words_get_the_same_placeholder_and_others_another_one() -> None:
    question = "My client Olena and my client Irina: Olena wants to go home."

    assert mask(question).text == "My client [name 1] and my client [name 2]: [name 1] wants to go home."


def test_a_number_that_is_no_valid_account_is_not_called_an_account() -> None:
    kinds = {item.kind for item in mask("The money went to DE88 3704 0044 0532 0130 00").found}

    assert "account" not in kinds


def test_masking_again_changes_nothing_in_all_planted_questions() -> None:
    everything = planted(PHONES + MAILS + IDS, PHONE_TEMPLATES + ID_TEMPLATES, 100, SEED)

    for question, _ in everything:
        assert mask(mask(question).text) == mask(question).__class__(mask(question).text, ())


@given(st.text(alphabet=st.sampled_from(list("AaBz 019+-./@'[]:,ЯяІ№\n")) | st.characters(), max_size=200))
def test_masking_again_changes_nothing(question: str) -> None:
    once = mask(question)

    assert mask(once.text).text == once.text


@given(
    st.lists(
        st.sampled_from(
            [
                "my client ",
                "Her name is ",
                "Ana ",
                "+40721234567 ",
                "a@b.cc ",
                "[name 1] ",
                "born 2001 ",
                "case 1234 ",
                "DE89",
            ]
        ),
        max_size=12,
    )
)
def test_masking_again_changes_nothing_when_parts_are_mixed(parts: list[str]) -> None:
    once = mask("".join(parts))

    assert mask(once.text).text == once.text


@given(st.text(max_size=120))
def test_what_is_found_does_not_overlap_and_rebuilds_the_question(question: str) -> None:
    masked = mask(question)

    rebuilt, place = "", 0
    for item in masked.found:
        assert item.start >= place
        rebuilt += question[place : item.start] + item.placeholder
        place = item.end
    assert rebuilt + question[place:] == masked.text
