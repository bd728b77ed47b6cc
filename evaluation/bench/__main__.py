"""Measure and write ``evaluation/runs/<commit>.json`` and ``docs/benchmarks.md``.

``python -m evaluation.bench [--only obliqa,speed] [--systems ours,bm25] [--questions 100] [--again]``. What was measured at this commit
is kept in the cache folder, so a run that was stopped goes on where it stopped. The public sets and the texts
of our questions are read from ``../shared``. `make bench` measures everything but what takes an hour: scale.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs

from evaluation.bench.judged_sets import PUBLIC_SETS, SETS
from evaluation.bench.library import bench_library
from evaluation.bench.one_system import SYSTEMS
from evaluation.bench.parts import LONG_PARTS, PARTS, child
from evaluation.bench.report import report_markdown
from evaluation.bench.runs import Run, newest_sections

PROJECT = Path(__file__).resolve().parents[2]
MOST = 400  # intervals of nDCG@10 are then about 0.04 wide to each side
RUNS, PAGE = PROJECT / "evaluation" / "runs", PROJECT / "docs" / "benchmarks.md"


def main() -> None:
    """Measure what is asked for, part by part, and write after each."""
    asked = _arguments()
    names = asked.only.split(",") if asked.only else [*SETS, *PARTS]
    unknown = [name for name in names if name not in (*SETS, *PARTS, *LONG_PARTS)]
    if unknown:
        raise SystemExit(f"There is no part {unknown[0]}. Parts: {', '.join((*SETS, *PARTS, *LONG_PARTS))}.")
    library = asked.cache / "library"
    if set(names) - set(PUBLIC_SETS):
        bench_library(asked.shared, library, _say)
    run = Run(PROJECT, asked.cache, asked.questions, asked.again)
    runs, page = (asked.trial, asked.trial / "benchmarks.md") if asked.trial else (RUNS, PAGE)
    places = ["--shared", str(asked.shared), "--library", str(library), "--cache", str(asked.cache)]
    for name in names:
        if name in SETS:
            for system in [system for system in SYSTEMS if not asked.systems or system in asked.systems.split(",")]:
                arguments = [name, system, *places, "--questions", str(asked.questions)]
                run.measure(f"{name}.{system}", _announced(f"{name}: {system}", "one_system", arguments))
        else:
            run.measure(name, _announced(name, "parts", [name, *places]))
        run.write(runs)
        page.write_text(report_markdown(newest_sections(runs)), encoding="utf-8")
    _say(f"{page} written")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="evaluation.bench", description=__doc__)
    parser.add_argument("--only", default="", help=f"sets and parts: {', '.join((*SETS, *PARTS, *LONG_PARTS))}")
    parser.add_argument("--systems", default="", help=f"some of {', '.join(SYSTEMS)}")
    parser.add_argument("--questions", type=int, default=MOST, help=f"most of a set, spread over it; {MOST}; 0: all")
    parser.add_argument("--trial", type=Path, help="write to this folder instead of the checkout")
    parser.add_argument("--again", action="store_true", help="measure anew what was measured at this commit")
    parser.add_argument("--shared", type=Path, default=PROJECT.parent / "shared")
    cache = Path(platformdirs.user_cache_dir("nrm-guide", appauthor=False)) / "bench"
    parser.add_argument("--cache", type=Path, default=cache, help="vectors and what was measured; outside the checkout")
    return parser.parse_args()


def _announced(what: str, module: str, arguments: list[str]) -> Callable[[], str]:
    def work() -> str:
        _say(f"measuring {what} …")
        return child(module, arguments)

    return work


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
