"""Sentences that say what a person is called; every person here is invented."""

import pytest

from nrm.answering.masking import mask

NAMING = """\
My client's name is {}. What are her rights?
My client is called {}. Can she stay?
Her first name is {}.
Our resident's full name is {}.
A woman who is named {} came to us.
The victim was called {} by her employer.
Her name's {}.
They call her {} in the house.
surname: {}
Ma cliente s'appelle {}, que faire ?
Le nom de ma cliente est {}.
Son prénom est {}.
Mon client se nomme {}.
Meine Klientin heißt {}. Welche Rechte hat sie?
Der Name meiner Klientin ist {}.
Ihr Vorname ist {}.
Der Name der Betroffenen lautet {}.
Die Klientin nennt sich {}.
La mia assistita si chiama {}: quali diritti?
Il nome della mia assistita è {}.
La vittima si chiamava {}.
Mi clienta se llama {}. ¿Qué derechos tiene?
El nombre de mi clienta es {}.
Мою клиентку зовут {}. Какие у неё права?
Имя моей клиентки — {}.
Девочку зовут {}
Мою клієнтку звати {}.
Ім'я моєї клієнтки — {}.
Мого клієнта звуть {}.
"""
STAYS = """\
The convention is called the Palermo Protocol
A victim is called a survivor in this text
The guardian is called upon to decide
Who is called to identify victims?
My client's name is not known
My client is called as a witness
Her name is on the passport
The name of the shelter must stay secret
Le nom de la victime est confidentiel
Wie heißt die Frist in Österreich?
Der Name des Opfers ist geheim
Il nome della vittima è riservato
¿Cómo se llama el protocolo?
Имя жертвы не раскрывается
Ім'я потерпілої не розголошується
"""


@pytest.mark.parametrize("sentence", NAMING.splitlines())
@pytest.mark.parametrize("name", ["Amina Yusuf", "Оксана Мельник", "Łucja"])
def test_a_name_is_masked_where_a_sentence_says_what_a_person_is_called(sentence: str, name: str) -> None:
    assert mask(sentence.format(name)).text == sentence.format("[name 1]")


@pytest.mark.parametrize("sentence", STAYS.splitlines())
def test_what_only_looks_like_a_naming_stays(sentence: str) -> None:
    assert mask(sentence).found == ()
