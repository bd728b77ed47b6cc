"""``nrm evaluate``."""

import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from rich.table import Table

from evaluation.answer_report import below_floors, load_floors, write_run
from evaluation.answers import answers_json, run_questions
from evaluation.beir import load_retrieval_set
from evaluation.golden import load_questions
from evaluation.retrieval import generation_of, measure, open_search, rankers, write_trec_run
from nrm.adapters.encoders import open_encoder, open_multilingual_encoder
from nrm.services.asking import Asker
from nrm.settings import Settings
from ui.terminal import print_json


def run_retrieval(folder: Path, run_out: Path | None, queries: str, as_json: bool) -> None:
    """Measure words, meaning, equal fusion and our search on one set; its index lives in a temporary folder."""
    settings = Settings.from_environment()
    console = Console(stderr=True)
    retrieval_set = load_retrieval_set(folder, queries)
    encoder, multilingual = open_encoder(settings), open_multilingual_encoder(settings)
    console.print(f"Encoding {len(retrieval_set.passages)} passages …", markup=False)
    generation = generation_of(retrieval_set.passages, encoder, multilingual)
    measured = {}
    with TemporaryDirectory(prefix="nrm-evaluate-", ignore_cleanup_errors=True) as place:
        temporary = settings.model_copy(update={"data_dir": Path(place), "vector_engine": "exact"})
        searcher = open_search(retrieval_set.passages, generation, encoder, multilingual, temporary)
        for name, ranker in rankers(generation, searcher).items():
            measured[name], run = measure(name, ranker, retrieval_set)
            if name == "ours" and run_out:
                write_trec_run(run, run_out)
    if as_json:
        print_json(
            {
                "set": retrieval_set.name,
                "queries": len(retrieval_set.queries),
                "passages": len(retrieval_set.passages),
                "encoder": encoder.name,
                "systems": {
                    name: {
                        "ndcg_at_10": round(one.ndcg_at_10, 4),
                        "recall_at_10": round(one.recall_at_10, 4),
                        "mrr_at_10": round(one.mrr_at_10, 4),
                        "ms_p50": one.milliseconds_p50,
                        "ms_p95": one.milliseconds_p95,
                    }
                    for name, one in measured.items()
                },
            }
        )
        return
    table = Table("system", "nDCG@10", "Recall@10", "MRR@10", "ms p50", "ms p95")
    for name, one in measured.items():
        figures = (one.ndcg_at_10, one.recall_at_10, one.mrr_at_10)
        table.add_row(
            name, *(f"{value:.4f}" for value in figures), f"{one.milliseconds_p50}", f"{one.milliseconds_p95}"
        )
    Console().print(table)


def run_answers(
    path: Path, split: str, as_json: bool, run_out: Path | None = None, floors_file: Path | None = None
) -> None:
    """Ask every question of a file; exit code 1 when a figure falls below its floor."""
    questions = [question for question in load_questions(path) if split in ("", question.split)]
    floors = load_floors(floors_file) if floors_file else {}
    document = answers_json(run_questions(questions, Asker(Settings.from_environment())))
    missed = below_floors(document, floors)
    if run_out:
        write_run(document, run_out, missed)
    if as_json:
        print_json(document)
    else:
        _print_answers(document)
    for line in missed:
        sys.stderr.write(f"Below the floor: {line}\n")
    if missed:
        raise SystemExit(1)


def _print_answers(document: Mapping[str, Any]) -> None:
    columns = ("kind", "questions", "answered", "refused", "gold@1", "gold@5", "gold@10", "gold cited", "verbatim")
    table = Table(*columns, "as expected")
    for kind, row in {**document["kinds"], "total": document["total"]}.items():
        refused = ", ".join(f"{name} {count}" for name, count in row["refused"].items())
        shares = [f"{row[key]:.2f}" if row[key] is not None else "" for key in _SHARES]
        table.add_row(kind, str(row["questions"]), str(row["answered"]), refused, *shares)
    Console().print(table)
    outcomes = sorted({outcome for counts in document["confusion"].values() for outcome in counts})
    matrix = Table("expected, then what came", *outcomes)
    for expected, counts in document["confusion"].items():
        matrix.add_row(expected, *(str(counts.get(name, "")) for name in outcomes))
    Console().print(matrix)
    sys.stdout.flush()


_SHARES = ("gold_at_1", "gold_at_5", "gold_at_10", "gold_cited", "quotes_verbatim", "as_expected")
