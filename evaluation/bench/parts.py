"""The parts of the bench that are not rankings: each runs in a process of its own and prints one JSON document."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from nrm.settings import Settings

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Places:
    """Where a part finds the public texts, the library of the bench and vectors; ``settings`` are of that library."""

    shared: Path
    library: Path
    cache: Path
    settings: Settings


Part = Callable[[Places], Mapping[str, Any]]


def child(module: str, arguments: list[str], environment: Mapping[str, str] | None = None) -> str:
    """What a module of the bench prints when it runs in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", f"evaluation.bench.{module}", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
        env={**os.environ, **(environment or {})},
        check=True,
    )
    return done.stdout


def _own(places: Places) -> Mapping[str, Any]:
    from evaluation.bench.our_questions import measure_own_questions

    return measure_own_questions(places.settings)


def _speed(places: Places) -> Mapping[str, Any]:
    from evaluation.bench.speed import measure_speed

    return measure_speed(places.settings)


def _ingest(places: Places) -> Mapping[str, Any]:
    from evaluation.bench.ingesting import measure_ingest

    return measure_ingest(places.shared, places.settings)


def _encoders(places: Places) -> Mapping[str, Any]:
    from evaluation.bench.encoder_facts import measure_encoders

    return measure_encoders(places.library)


def _cold(places: Places) -> Mapping[str, Any]:
    from evaluation.bench.cold import measure_cold_starts

    return measure_cold_starts(places.library)


def _engines(places: Places) -> Mapping[str, Any]:
    from evaluation.bench.engines import measure_engines

    return measure_engines(places.shared, places.settings, places.cache)


def _users(places: Places) -> Mapping[str, Any]:
    from evaluation.bench.users import measure_users

    return measure_users(places.settings)


def _scale(places: Places) -> Mapping[str, Any]:
    from evaluation.bench.scale import measure_scale

    return measure_scale(places.settings, places.cache)


PARTS: Mapping[str, Part] = {
    "own": _own,
    "speed": _speed,
    "ingest": _ingest,
    "encoders": _encoders,
    "cold": _cold,
    "engines": _engines,
    "users": _users,
}
LONG_PARTS: Mapping[str, Part] = {"scale": _scale}


def main() -> None:
    """Run one part and print what it measured."""
    parser = argparse.ArgumentParser(prog="evaluation.bench.parts", description=__doc__)
    parser.add_argument("part", choices=[*PARTS, *LONG_PARTS])
    for name in ("shared", "library", "cache"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    asked = parser.parse_args()
    threadpool_limits(1, "blas")  # as the product does: two threads on two busy cores wait for each other
    settings = Settings.from_environment().model_copy(update={"data_dir": asked.library})
    part = {**PARTS, **LONG_PARTS}[asked.part]
    json.dump(part(Places(asked.shared, asked.library, asked.cache, settings)), sys.stdout)


if __name__ == "__main__":
    main()
