"""Mutation testing of what must not be wrong: change the code a little, and see whether a test notices.

``python -m evaluation.mutation`` prints, for each module, how many changes the tests noticed; ``--survivors``
also names those that nobody noticed. POSIX only: each change is tried in a process of its own.
"""

import argparse
import ast
import contextlib
import importlib
import importlib.abc
import importlib.machinery
import io
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from evaluation.mutators import mutants_of
from nrm.settings import PROJECT_DIR

TARGETS: Mapping[str, tuple[str, ...]] = {
    "nrm.answering.verify": ("test_verify.py", "test_faithful.py"),
    "nrm.answering.claims": ("test_claims.py", "test_verify.py"),
    "nrm.answering.quotes": ("test_quotes.py", "test_verify.py"),
    "nrm.answering.faithful": ("test_faithful.py", "test_verify.py"),
    "nrm.answering.surroundings": ("test_faithful.py", "test_verify.py"),
    "nrm.answering.markup": ("test_faithful.py", "test_verify.py"),
    "nrm.answering.screen": ("test_screen_deciding.py", "test_screen_length.py"),
    "nrm.answering.screening.matching": ("test_screen_matching.py", "test_screen_reading.py"),
    "nrm.answering.screening.compiled": ("test_screen_matching.py", "test_screen_reading.py"),
    "nrm.answering.screening.letters": ("test_screen_letters.py", "test_screen_matching.py"),
    "nrm.answering.screening.spaced": ("test_screen_spaced.py", "test_screen_letters.py"),
    "nrm.answering.screening.pieces": ("test_screen_pieces.py",),
    "nrm.answering.screening.nearness": ("test_screen_pieces.py",),
}
LEAST_SCORE = 0.85
_TESTS = PROJECT_DIR / "tests" / "nrm" / "answering"
_SECONDS_A_MUTANT = 120
_LOADED_BEFORE = ("pytest", "hypothesis", "numpy", "Stemmer", "yaml")  # the slow imports, made once
_EXAMPLES = 25


@dataclass(frozen=True, slots=True)
class Score:
    """How many of a module's mutants the tests noticed, and the others."""

    module: str
    noticed: int
    survivors: tuple[str, ...]

    @property
    def share(self) -> float:
        """Noticed of all, 0 to 1; 1 when there was nothing to change."""
        total = self.noticed + len(self.survivors)
        return self.noticed / total if total else 1.0


def score_of(module: str, tests: Sequence[str]) -> Score:
    """Try every mutant of a module.

    :raises RuntimeError: when the tests fail without any change; then nothing could be said.
    """
    path = PROJECT_DIR / f"{module.replace('.', '/')}.py"
    source = path.read_text(encoding="utf-8")
    files = [str(_TESTS / name) for name in tests]
    if _notices(module, ast.parse(source), files):
        raise RuntimeError(f"The tests of {module} fail without any change: {', '.join(tests)}.")
    noticed, survivors = 0, []
    for mutant in mutants_of(source):
        if _notices(module, mutant.tree, files):
            noticed += 1
        else:
            survivors.append(f"{path.name}:{mutant.line}: {mutant.change}")
    return Score(module, noticed, tuple(survivors))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores; 1 when one is below the floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help="last parts of module names; all of them when left out")
    parser.add_argument("--survivors", action="store_true", help="name the changes that no test noticed")
    options = parser.parse_args(arguments)
    for name in _LOADED_BEFORE:
        importlib.import_module(name)
    scores = []
    for module, tests in TARGETS.items():
        if not options.modules or module.rsplit(".", 1)[1] in options.modules:
            scores.append(score_of(module, tests))
            _say(_line(scores[-1]))
            _say(*(f"  {survivor}" for survivor in scores[-1].survivors if options.survivors))
    return int(any(score.share < LEAST_SCORE for score in scores))


def _line(score: Score) -> str:
    total = score.noticed + len(score.survivors)
    return f"{score.module}: {score.share:.2f} ({score.noticed} of {total} changes noticed)"


def _notices(module: str, tree: ast.Module, files: Sequence[str]) -> bool:
    """Whether the tests fail with this module in place of the real one; endless running is noticed too."""
    child = os.fork()
    if child == 0:
        _run_tests(module, tree, files)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(_SECONDS_A_MUTANT)
    _, status = os.waitpid(child, 0)
    signal.alarm(0)
    return status != 0


def _run_tests(module: str, tree: ast.Module, files: Sequence[str]) -> None:
    """In the child: never returns."""
    import hypothesis
    import pytest

    hypothesis.settings.register_profile("mutation", max_examples=_EXAMPLES, derandomize=True, database=None)
    hypothesis.settings.load_profile("mutation")
    sys.meta_path.insert(0, _Changed(module, tree))
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--noconftest", *files])
    os._exit(int(code))


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds one module in its changed form."""

    def __init__(self, module: str, tree: ast.Module) -> None:
        self._module, self._tree = module, tree

    def find_spec(self, name: str, *_: Any) -> importlib.machinery.ModuleSpec | None:
        """See ``importlib``."""
        return importlib.machinery.ModuleSpec(name, self) if name == self._module else None

    def exec_module(self, module: ModuleType) -> None:
        """See ``importlib``."""
        exec(compile(self._tree, f"<changed {self._module}>", "exec"), module.__dict__)  # noqa: S102  # our own source


def _say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
