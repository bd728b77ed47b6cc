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
SEVERAL = """\
A woman called {} and {} came to us.
Two sisters named {} and {} need a place.
My client {} and {}, her sister, were seen.
Deux sœurs nommées {} et {}.
Elles s'appellent {} et {}.
Zwei Schwestern namens {} und {}.
Due sorelle di nome {} e {}.
Dos hermanas llamadas {} y {}.
Двух сестёр зовут {} и {}.
Двох сестер звуть {} та {}.
The girls are called {}, {}, {} and {}.
Three girls called {}, {}, or {}?
"""
STAYS = """\
Victims named in the protocol are women and children
The persons called experts by Article 36
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


@pytest.mark.parametrize("sentence", SEVERAL.splitlines())
@pytest.mark.parametrize("names", [("Ana", "Elena", "Łucja", "Maria"), ("Анна Мельник", "Олена", "Ірина", "Оксана")])
def test_every_name_of_a_list_that_a_naming_opens_is_masked(sentence: str, names: tuple[str, ...]) -> None:
    masked = mask(sentence.format(*names))

    assert masked.text == sentence.format(*(f"[name {number}]" for number in range(1, 5)))


def test_a_name_does_not_draw_in_what_is_listed_after_it() -> None:
    assert mask("My client Ana and I ask GRETA.").text == "My client [name 1] and I ask GRETA."
    assert mask("A girl named Ana and Article 12.").text == "A girl named [name 1] and Article 12."
    assert (
        mask("She is called Ana, Social services know her.").text == "She is called [name 1], Social services know her."
    )


@pytest.mark.parametrize("sentence", STAYS.splitlines())
def test_what_only_looks_like_a_naming_stays(sentence: str) -> None:
    assert mask(sentence).found == ()
