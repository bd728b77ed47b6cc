from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from nrm.adapters.passage_shelf import PassageShelf
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind, Wording

SOURCE = Source("lamp", "Lamp Treaty", SourceKind.TREATY, Authority.TREATY, Wording.OFFICIAL)


def _read(ids: Sequence[str]) -> dict[str, Passage]:
    return {name: Passage(name, SOURCE, f"text of {name}", Locator()) for name in ids if not name.startswith("z")}


def test_a_passage_is_read_once_while_it_is_held() -> None:
    asked: list[str] = []
    shelf = PassageShelf(lambda ids: asked.extend(ids) or _read(ids), size=2)

    shelf.take(["a", "b"])
    shelf.take(["b", "a"])
    shelf.take(["c"])
    shelf.take(["a", "b"])

    assert asked == ["a", "b", "c", "b"]


@given(st.lists(st.lists(st.sampled_from("abcdefz"), max_size=5), max_size=8), st.integers(1, 4))
def test_a_shelf_gives_what_reading_gives_in_the_order_asked(rounds: list[list[str]], size: int) -> None:
    shelf = PassageShelf(_read, size)

    for ids in rounds:
        assert list(shelf.take(ids).items()) == list(_read(list(dict.fromkeys(ids))).items())
