"""Run the bench and write ``docs/benchmarks.md`` and ``evaluation/runs/<commit>.json``.

``python -m evaluation.bench [--sets obliqa_mp,clapnq] [--queries 300] [--quick]`` with the public sets in
``../shared/eval`` and, for the last part, an index with official texts in NRM_DATA_DIR.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from evaluation.bench.our_questions import measure_own_questions
from evaluation.bench.public_sets import measure_public_set
from evaluation.bench.report import report_markdown
from evaluation.bench.speed import measure_speed
from nrm.settings import Settings

PROJECT = Path(__file__).resolve().parents[2]
SETS = ("clapnq", "obliqa_mp", "obliqa", "xquad")


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(prog="evaluation.bench", description=__doc__)
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--queries", type=int, default=400, help="most queries of a set; the first ones")
    parser.add_argument("--without-rivals", action="store_true", help="leave out LlamaIndex and Chroma, which are slow")
    parser.add_argument("--shared", type=Path, default=PROJECT.parent / "shared")
    asked = parser.parse_args()
    settings = Settings.from_environment()
    figures: dict[str, Any] = {"commit": _commit(), "sets": {}}
    for name in [name for name in asked.sets.split(",") if name]:
        figures["sets"][name] = measure_public_set(
            asked.shared / "eval" / name, settings, asked.queries, not asked.without_rivals
        )
        _say(f"{name} measured")
    figures["own"] = measure_own_questions(settings)
    figures["speed"] = measure_speed(settings)
    runs = PROJECT / "evaluation" / "runs"
    runs.mkdir(exist_ok=True)
    (runs / f"{figures['commit']}.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
    (PROJECT / "docs" / "benchmarks.md").write_text(report_markdown(figures), encoding="utf-8")
    _say("docs/benchmarks.md written")


def _commit() -> str:
    found = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=PROJECT, check=False
    )
    return found.stdout.strip() or "uncommitted"


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
