"""The profile of a handbook: which parts a heading path names."""

from ingest.structure.handbook import box_number, parts_of


def test_innermost_standard_and_its_pillar_are_told() -> None:
    parts = parts_of(("Pillar II Artificial", "Section 2.1 Artificial", "Standard 2.4 Artificial"))

    assert (parts.pillar, parts.standard, parts.annex) == ("II", "2.4", None)


def test_what_stands_in_an_annex_is_in_no_standard_before_it() -> None:
    parts = parts_of(("Standard 2.4 Artificial", "Annex B Artificial"))

    assert (parts.annex, parts.standard) == ("B", None)


def test_path_without_numbered_parts_has_none() -> None:
    assert parts_of(("Foreword", "Thanks")).standard is None


def test_box_is_told_by_its_first_words() -> None:
    assert [box_number(text) for text in ("Box 3.1 Artificial", "Encadré n", "Boxes 3")] == [
        "3.1",
        None,
        None,
    ]
