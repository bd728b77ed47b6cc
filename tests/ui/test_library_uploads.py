from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.library_views.uploads import SUFFIXES, Upload, put_in_folder, safe_name


@given(st.text(max_size=200), st.text(max_size=40))
def test_whatever_a_file_is_called_its_name_here_is_plain_and_has_a_suffix_we_read(name: str, stem: str) -> None:
    made = safe_name(name, stem)

    assert Path(made).name == made
    assert len(made) <= 100
    assert made.rpartition(".")[2] in SUFFIXES
    assert made[0] not in ".-" and ".." not in made and made.isprintable()


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("../../.ssh/authorized_keys", "authorized_keys.txt"),
        ("C:\\Users\\me\\Протокол 2024.PDF", "Протокол-2024.pdf"),
        (".pdf", "document.pdf"),
        ("a\x00b\n.html", "a-b.html"),
    ],
)
def test_a_name_keeps_what_a_reader_knows_it_by_and_loses_what_leads_elsewhere(name: str, made: str) -> None:
    assert safe_name(name) == made


def test_two_files_of_one_name_stay_two_and_go_with_their_folder() -> None:
    folder, paths = put_in_folder([Upload("a.txt", b"one"), Upload("a.txt", b"two")])

    assert [path.read_bytes() for path in paths] == [b"one", b"two"]
    folder.cleanup()
    assert not any(path.exists() for path in paths)
