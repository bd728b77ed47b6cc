"""A small artificial corpus, and artificial official texts, that a test can spoil in one place."""

import csv
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.corpus_checker import examine_corpus
from nrm.corpus.lines import Finding

ARTIFICIAL = Path(__file__).parent / "artificial"
TODAY = date(2026, 11, 24)


def good_corpus() -> dict[str, Any]:
    """The artificial corpus, which keeps every rule."""
    data: dict[str, Any] = yaml.safe_load((ARTIFICIAL / "corpus.yaml").read_text(encoding="utf-8"))
    codes = [first + second for first in "ABC" for second in "ABCDEFGHIJKLMNOPQRS"]  # 57
    fields = {"council_of_europe": True, "eu": False, "ilo": True, "un": True}
    data["states"] = [{"code": code, "name": f"State {code}", **fields} for code in codes]
    data["handbook"] = (ARTIFICIAL / "digests.md").read_text(encoding="utf-8")
    return data


@dataclass(frozen=True)
class SmallCorpus:
    """Writes the artificial corpus below ``root`` and has it checked."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / "corpus"

    @property
    def library(self) -> Path:
        return self.root / "texts"

    def write(self, changes: Mapping[str, Any]) -> None:
        data = good_corpus()
        for path, value in changes.items():
            put(data, path.split("/"), value)
        for part in ("sources", "practices"):
            for record in data[part]:
                self.write_yaml(f"{part}/{record.get('slug') or record.get('id')}.yaml".lower(), record)
        self.write_yaml("commitments/treaty.yaml", data["full"])
        self.write_yaml("commitments/leaflet-summary.yaml", data["partial"])
        for part in ("glossary", "topics", "states", "conflicts", "contacts"):
            self.write_yaml(f"{part}.yaml", data[part])
        self.write_yaml("asked/de.yaml", data["asked"])
        self.write_text("handbook/leaflet.md", data["handbook"])
        self._write_rows(data["parties"])
        (self.library / "partial").mkdir(parents=True)
        shutil.copy(ARTIFICIAL / "treaty.md", self.library)
        shutil.copy(ARTIFICIAL / "leaflet-summary.md", self.library / "partial")

    def write_yaml(self, name: str, value: Any) -> None:
        self.write_text(name, yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=1000))

    def write_text(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def check(self) -> tuple[Finding, ...]:
        return examine_corpus(self.folder, self.library, TODAY).findings

    def line(self, finding: Finding) -> str:
        """The line of a file that a finding points at."""
        return (self.root / finding.file).read_text(encoding="utf-8").splitlines()[finding.line - 1]

    def _write_rows(self, rows: list[dict[str, str]]) -> None:
        with (self.folder / "parties.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


def put(data: Any, path: list[str], value: Any) -> None:
    """Set the value at a path; ``+`` appends to a list, and the value ``ABSENT`` takes a key away."""
    key: Any = path[0] if isinstance(data, dict) or path[0] == "+" else int(path[0])
    if len(path) > 1:
        put(data[key], path[1:], value)
    elif value == "ABSENT":
        del data[key]
    elif key == "+":
        data.append(value)
    else:
        data[key] = value


@pytest.fixture
def small_corpus(tmp_path: Path) -> Callable[..., SmallCorpus]:
    """Build the artificial corpus with changes: ``small_corpus({"topics/0/label": ""})``."""

    def build(changes: Mapping[str, Any] | None = None) -> SmallCorpus:
        corpus = SmallCorpus(tmp_path)
        corpus.write(changes or {})
        return corpus

    return build
