"""Which figures the report shows when a set was measured several times, on artificial runs."""

import json
from pathlib import Path

from evaluation.bench.runs import newest_sections


def _write(folder: Path, commit: str, at: str, systems: dict[str, dict[str, object]]) -> None:
    section = {"at": at, "systems": systems}
    (folder / f"{commit}.json").write_text(json.dumps({"commit": commit, "sections": {"lamps": section}}))


def test_a_system_that_was_not_measured_again_keeps_its_figures_with_their_commit(tmp_path: Path) -> None:
    _write(tmp_path, "b", "2026-11-02", {"ours": {"ndcg_at_10": 0.9}})
    _write(
        tmp_path,
        "a",
        "2026-11-01",
        {"ours": {"ndcg_at_10": 0.5}, "bm25": {"ndcg_at_10": 0.4, "ours_minus_this_95": [0, 1]}},
    )

    section = newest_sections(tmp_path)["lamps"]

    assert section["commit"] == "b"
    assert section["systems"] == {"ours": {"ndcg_at_10": 0.9}, "bm25": {"ndcg_at_10": 0.4, "commit": "a"}}
