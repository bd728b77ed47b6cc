"""A question as pieces, and how near it is to what was learned; rules and weights here are artificial."""

import zlib
from pathlib import Path

import numpy as np
import pytest

from nrm.answering.screening.compiled import Table, table_of
from nrm.answering.screening.matching import Reading
from nrm.answering.screening.nearness import Nearness, nearness
from nrm.answering.screening.pieces import Pieces, pieces_of
from nrm.corpus.safety import load_safety_rules
from nrm.corpus.safety_learned import BLOCKS, PLACES, Learned

RULE = (
    "language: en\nreviewed_on: '2026-11-24'\nwords: {none: [qqq]}\nrules:\n- id: en-one\n  route: harmful\n"
    "  when: [cage]\n  signs_needed: 4\n  signs:\n  - {name: shut in, weight: 4, when: [cage, coop]}\n  examples: [artificial]\n"
    "- id: en-two\n  route: harmful\n  when: [coop]\n  examples: [artificial]\n"
)
SIZE = PLACES // BLOCKS


@pytest.fixture
def table(tmp_path: Path) -> Table:
    (tmp_path / "en.yaml").write_text(RULE, encoding="utf-8")
    return table_of(load_safety_rules(tmp_path))


def blocks(text: str, table: Table) -> tuple[Pieces, Pieces, Pieces]:
    return pieces_of(text, Reading(text, table), table)


def places(block: int, *texts: str) -> set[int]:
    return {block * SIZE + zlib.crc32(text.encode()) % SIZE for text in texts}


def test_letters_are_stretches_of_three_to_five_within_a_word_and_its_ends(table: Table) -> None:
    cat, lion = (set(blocks(word, table)[0].places) for word in ("cat", "lion"))

    assert len(cat) == len({" ca", "cat", "at ", " cat", "cat ", " cat "})
    assert set(blocks("cat lion", table)[0].places) == cat | lion
    assert set(blocks("cat cat", table)[0].places) == cat
    assert cat & set(blocks("cats", table)[0].places) and not cat & lion


def test_words_stand_alone_and_in_pairs_from_the_start_on(table: Table) -> None:
    words = blocks("The cat, sings!", table)[1]

    assert set(words.places) == places(1, "the", "cat", "sings", "^ the", "the cat", "cat sings")


def test_signs_are_pieces_whether_or_not_their_rule_holds(table: Table) -> None:
    assert set(blocks("a coop", table)[2].places) == places(2, "harmful: shut in")
    assert len(blocks("a house", table)[2].places) == 0


def test_a_piece_counts_one_and_the_logarithm_of_its_times(table: Table) -> None:
    words = blocks("cat cat cat", table)[1]

    counts = dict(zip(words.places.tolist(), words.counts.tolist(), strict=True))
    assert counts[places(1, "cat").pop()] == pytest.approx(1 + np.log(3))
    assert counts[places(1, "^ cat").pop()] == 1


@pytest.mark.parametrize(("typed", "read"), [("c4t", "cat"), ("CÁT", "cat"), ("14", "14"), ("don’t", "don't")])
def test_spelling_tricks_are_seen_through_and_numbers_stay(table: Table, typed: str, read: str) -> None:
    assert set(blocks(typed, table)[1].places) == places(1, read, f"^ {read}")


def test_of_a_very_long_word_only_the_beginning_is_read(table: Table) -> None:
    assert set(blocks("ab" * 100, table)[1].places) == places(1, "ab" * 20, "^ " + "ab" * 20)


def test_nearness_adds_what_the_pieces_of_each_block_weigh_to_the_base() -> None:
    weights = np.zeros((PLACES, 3), np.float32)
    weights[[1, 2, 3]] = [[1.0, 0.5, -1.0], [2.0, 1.0, 0.0], [1.0, 4.0, 8.0]]
    one = Pieces(np.array([1, 2]), np.array([1.5, 1.0], np.float32))
    other = Pieces(np.array([3]), np.array([7.0], np.float32))

    near = nearness((one, other), Learned(weights, (0.25, -0.5), ""))

    # The first block is (1.5 * 1, 1 * 2) made of length 1; the second is one piece, so it counts whole.
    assert near.person_at_risk == pytest.approx(0.25 + (1.5 * 0.5 + 2.0 * 1.0) / 2.5 + 4.0)
    assert near.harmful == pytest.approx(-0.5 + 1.5 * -1.0 / 2.5 + 8.0)


def test_pieces_that_were_never_learned_leave_the_base() -> None:
    unknown = Pieces(np.array([1]), np.array([1.0], np.float32))
    learned = Learned(np.zeros((PLACES, 3), np.float32), (0.25, -0.5), "")

    assert nearness((unknown,), learned) == Nearness(0.25, -0.5)
    assert nearness((unknown,), learned).nearest == 0.25
