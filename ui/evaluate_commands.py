"""``nrm evaluate``."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from evaluation.answers import AnswerRun, answers_json, run_questions
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


def run_answers(path: Path, split: str, as_json: bool) -> None:
    """Ask every question of a file."""
    questions = [question for question in load_questions(path) if split in ("", question.split)]
    asker = Asker(Settings.from_environment())
    run: AnswerRun = run_questions(questions, asker)
    document = answers_json(run)
    if as_json:
        print_json(document)
        return
    table = Table(
        "kind",
        "questions",
        "answered",
        "refused",
        "gold@1",
        "gold@5",
        "gold@10",
        "gold cited",
        "verbatim",
        "as expected",
    )
    for kind, row in document["kinds"].items():
        refused = ", ".join(f"{name} {count}" for name, count in row["refused"].items())
        shares = [f"{row[key]:.2f}" if row[key] is not None else "" for key in _SHARES]
        table.add_row(kind, str(row["questions"]), str(row["answered"]), refused, *shares)
    Console().print(table)
    sys.stdout.flush()


_SHARES = ("gold_at_1", "gold_at_5", "gold_at_10", "gold_cited", "quotes_verbatim", "as_expected")
