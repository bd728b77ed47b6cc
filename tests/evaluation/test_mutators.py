"""Small changes to code: each one is a change, each one compiles, and decorations are left alone."""

import ast

from evaluation.mutators import mutants_of

SOURCE = '''"""A module."""
from dataclasses import dataclass
LIMIT = 3

@dataclass(frozen=True)
class Box:
    size: int = 4

def fits(box: "int | None", strict: bool = True) -> bool:
    """Whether it fits."""
    if not strict and box is None:
        return False
    return all(x < LIMIT for x in [1, 2] if x != 2) if strict else box == 1 + 1
'''


def changes() -> list[str]:
    return [mutant.change for mutant in mutants_of(SOURCE)]


def test_comparisons_truth_numbers_returns_and_filters_are_changed() -> None:
    found = changes()

    for change in ("3 -> 4", "3 -> 2", "4 -> 5", "True -> False", "x < LIMIT -> x <= LIMIT", "x < LIMIT -> x >= LIMIT",
                   "box is None -> box is not None", "1 + 1 -> 1 - 1", "False -> True",
                   "not strict and box is None -> not strict or box is None", " for x in [1, 2] if x != 2 ->  for x in [1, 2]"):  # fmt: skip
        assert change in found


def test_every_mutant_is_another_module_that_compiles() -> None:
    original = ast.unparse(ast.parse(SOURCE))

    for mutant in mutants_of(SOURCE):
        compile(mutant.tree, "changed", "exec")
        assert ast.unparse(mutant.tree) != original


def test_options_of_decorators_are_left_alone() -> None:
    assert all("frozen=True" in ast.unparse(mutant.tree) for mutant in mutants_of(SOURCE))
