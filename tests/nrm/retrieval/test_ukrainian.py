import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.retrieval.ukrainian import ukrainian_stem


@pytest.mark.parametrize(
    "forms",
    [
        "потерпіла потерпілої потерпілому потерпілих потерпілою",
        "документ документи документів документами",
        "дитина дитини дитину дитиною",
        "захист захисту захистом",
        "працівник працівника працівників працівникам",
    ],
)
def test_forms_of_one_ukrainian_word_have_one_stem(forms: str) -> None:
    assert len({ukrainian_stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("суд", "судно"), ("праця", "право"), ("дім", "діти")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert ukrainian_stem(one) != ukrainian_stem(other)


@given(st.text("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'", max_size=20))
def test_a_stem_begins_its_word_and_keeps_three_letters(word: str) -> None:
    stem = ukrainian_stem(word)

    assert word.startswith(stem)
    assert len(stem) >= min(3, len(word))


def test_a_word_with_a_digit_stays_as_it_is() -> None:
    assert ukrainian_stem("cets197а") == "cets197а"
