"""Numbers of articles, standards and other parts, in seven languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.structure.detectors import (
    annex_label,
    article_number,
    paragraph_number,
    pillar_number,
    principle_number,
    recommendation_number,
    standard_number,
    step_number,
)


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("Article 13", "13"),
        ("ARTICLE 13 – Artificial title", "13"),
        ("Art. 4a", "4a"),
        ("Article 13 bis", "13bis"),
        ("Article XIV", "XIV"),
        ("Article premier", "1"),
        ("Artikel 7. Titel", "7"),
        ("Articolo 2 Titolo", "2"),
        ("Artículo 9", "9"),
        ("Статья 127.1", "127.1"),
        ("Стаття 13. Назва", "13"),
        ("§ 232a Titel", "232a"),
        ("Article 5 of the law requires", None),
        ("Articles of association", None),
        ("The article 5", None),
        ("Стаття про право", None),
    ],
)
def test_article_is_found_in_headings_only(heading: str, number: str | None) -> None:
    assert article_number(heading) == number


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("Standard 2.4 Artificial title", "2.4"),
        ("STANDARD 12: Artificial", "12"),
        ("Norme n° 3", "3"),
        ("Estándar 7", "7"),
        ("Стандарт 5.1. Назва", "5.1"),
        ("Standards are many", None),
        ("Standard 4 applies when", None),
    ],
)
def test_standard_is_found(heading: str, number: str | None) -> None:
    assert standard_number(heading) == number


@pytest.mark.parametrize("heading", ["Principle 3", "Principe 3", "Grundsatz 3", "Principio 3", "Принцип 3"])
def test_principle_is_found_in_every_language(heading: str) -> None:
    assert principle_number(heading) == "3"


@pytest.mark.parametrize(
    "heading",
    [
        "Recommendation No. 6", "Recommandation n° 6", "Empfehlung 6", "Raccomandazione 6",
        "Рекомендация № 6", "Recomendación 6", "Рекомендація 6",
    ],
)  # fmt: skip
def test_recommendation_is_found_in_every_language(heading: str) -> None:
    assert recommendation_number(heading) == "6"


@pytest.mark.parametrize("heading", ["Step 2", "Étape 2", "Schritt 2", "Passo 2", "Шаг 2", "Paso 2", "Крок 2"])
def test_step_is_found_in_every_language(heading: str) -> None:
    assert step_number(heading) == "2"


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("Pillar One", "1"),
        ("PILIER II", "II"),
        ("Säule 4 – Beispiel", "4"),
        ("Столп 1", "1"),
        ("Pilar III", "III"),
    ],
)
def test_pillar_is_found(heading: str, number: str) -> None:
    assert pillar_number(heading) == number


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Annex", ""), ("ANNEX: Forms", ""), ("Annex A Artificial", "A"), ("Anhang 2", "2"),
        ("Додаток 3", "3"), ("Приложение IV", "IV"), ("Allegato B.", "B"),
        ("Annexed forms", None), ("Chapter 1", None),
    ],
)  # fmt: skip
def test_annex_is_found_with_or_without_a_label(heading: str, label: str | None) -> None:
    assert annex_label(heading) == label


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("36. The artificial council decides", "36"),
        ("(2) Each artificial Party", "2"),
        ("2.4.1 Artificial words", "2.4.1"),
        ("Para. 7 – Words", "7"),
        ("Пункт 3. Слова", "3"),
        ("(a) a point", None),
        ("2010 was a year", None),
        ("36 artificial words", None),
    ],
)
def test_paragraph_number_stands_at_the_beginning(text: str, number: str | None) -> None:
    assert paragraph_number(text) == number


@given(st.text(max_size=60))
def test_detectors_take_any_text(text: str) -> None:
    for detect in (article_number, standard_number, principle_number, annex_label, paragraph_number):
        assert detect(text) is None or isinstance(detect(text), str)


@given(st.integers(1, 999), st.sampled_from(["Article", "Artikel", "Articolo", "Статья", "Artículo", "Стаття"]))
def test_every_number_comes_back(number: int, word: str) -> None:
    assert article_number(f"{word} {number}") == str(number)
