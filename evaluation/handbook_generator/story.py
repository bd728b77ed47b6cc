"""The parts of an artificial handbook, in order: placeholder words only."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

# Words of the printers' placeholder text; two with hyphens, to break at line ends.
_PLACEHOLDERS = """
    lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et
    dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex
    ea commodo consequat duis aute irure in reprehenderit voluptate velit esse cillum fugiat nulla
    pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui officia deserunt mollit anim
    id est laborum perspiciatis unde omnis iste natus error voluptatem accusantium doloremque laudantium
    totam aperiam eaque ipsa quae ab illo inventore veritatis quasi architecto beatae vitae dicta
    explicabo nemo aspernatur odit fugit consequuntur magni dolores ratione sequi nesciunt lorem-ipsum
    dolor-sit exercitationem corporis suscipit laboriosam molestiae consequatur quidem rerum facilis
    expedita distinctio nam libero tempore cum soluta nobis eligendi optio cumque nihil impedit quo
    minus
"""
_WORDS = tuple(_PLACEHOLDERS.split())
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 opens a page of its own width, ``standard`` is its number if it is one."""

    text: str
    level: int
    standard: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph ("paragraph", "list_item") with the footnotes it refers to, by word index."""

    kind: str
    words: tuple[str, ...]
    notes: tuple[tuple[int, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A drawn box with a bold title and paragraphs."""

    title: str
    paragraphs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of short cells."""

    rows: tuple[tuple[str, ...], ...]


Element = Heading | Text | Box | Table


def front_matter(chance: random.Random) -> Iterator[Element]:
    """An introduction before the first pillar."""
    yield Heading("Foreword lorem", 1)
    for _ in range(40):
        yield _paragraph(chance, notes=False)


def pillar(number: int, chance: random.Random, name: str = "") -> Iterator[Element]:
    """A pillar without end: sections of standards; take as much as there is room for."""
    yield Heading(f"Pillar {_ROMAN[number - 1]} {name or title(chance)}", 1)
    yield _paragraph(chance)
    standard = section = 0
    while True:
        section += 1
        yield Heading(f"Section {number}.{section} {title(chance)}", 2)
        yield _paragraph(chance)
        for _ in range(chance.randint(2, 4)):
            standard += 1
            yield Heading(f"Standard {number}.{standard} {title(chance)}", 3, f"{number}.{standard}")
            yield from _body(chance)


def annex(letter: str, chance: random.Random) -> Iterator[Element]:
    """An annex without end: paragraphs, lists and tables."""
    yield Heading(f"Annex {letter} {title(chance)}", 1)
    while True:
        yield from _body(chance)


def title(chance: random.Random) -> str:
    """Two to seven words, the first with a capital."""
    return " ".join(_some(chance, chance.randint(2, 7))).capitalize()


def _body(chance: random.Random) -> Iterator[Element]:
    for _ in range(chance.randint(3, 6)):
        yield _paragraph(chance)
        if chance.random() < 0.3:
            for _ in range(chance.randint(2, 5)):
                yield Text("list_item", ("•", *_sentence(chance, 6, 22)))
        if chance.random() < 0.12:
            paragraphs = tuple(tuple(_sentence(chance, 15, 40)) for _ in range(chance.randint(1, 3)))
            yield Box(f"Box {chance.randint(1, 99)} {title(chance)}", paragraphs)
        if chance.random() < 0.05:
            yield Table(tuple(_row(chance) for _ in range(chance.randint(4, 8))))


def _paragraph(chance: random.Random, notes: bool = True) -> Text:
    words: list[str] = []
    for _ in range(chance.randint(1, 6)):
        words += _sentence(chance, 8, 24)
    referred: tuple[tuple[int, tuple[str, ...]], ...] = ()
    if notes and chance.random() < 0.2:
        place = chance.randrange(4, len(words))
        referred = ((place, tuple(_sentence(chance, 6, 30))),)
    return Text("paragraph", tuple(words), referred)


def _sentence(chance: random.Random, fewest: int, most: int) -> list[str]:
    words = _some(chance, chance.randint(fewest, most))
    words[0] = words[0].capitalize()
    words[-1] += "."
    return words


def _row(chance: random.Random) -> tuple[str, ...]:
    return " ".join(_some(chance, 2)), str(chance.randint(100, 9999)), _some(chance, 1)[0]


def _some(chance: random.Random, count: int) -> list[str]:
    return [chance.choice(_WORDS) for _ in range(count)]
