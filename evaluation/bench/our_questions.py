"""Our own legal and practice questions on the library in NRM_DATA_DIR, the held-out half, with each ingredient off."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from evaluation.golden import GoldenQuestion, found_within, load_questions, share
from nrm.domain.errors import IndexMissing, StaleIndex
from nrm.retrieval.ranking import Ranker
from nrm.retrieval.weights import RankingWeights
from nrm.services.searcher import Searcher
from nrm.settings import Settings

QUESTIONS = Path(__file__).resolve().parents[1] / "questions"
ABLATIONS: dict[str, RankingWeights] = {
    "all": RankingWeights(),
    "without words": replace(RankingWeights(), words=0.0, words_alone=0.0, words_alone_most=0.0),
    "without records": replace(RankingWeights(), passage=1.0),
    "without passages' own meaning": replace(RankingWeights(), passage=0.0),
    "without ways people ask": replace(RankingWeights(), asked=0.0, digest=0.5, plain=0.5, best=0.0),
    "without named instruments": replace(RankingWeights(), named_source=0.0),
}


def measure_own_questions(settings: Settings) -> dict[str, Any]:
    """Gold among the first 1, 5 and 10 by language and kind; empty when there is no index."""
    try:
        searcher = Searcher(settings)
    except (IndexMissing, StaleIndex):
        return {}
    legal = [q for q in load_questions(QUESTIONS / "legal.yaml") if q.split == "held_out"]
    practices = [q for q in load_questions(QUESTIONS / "practices.yaml") if q.split == "held_out"]
    english = [question for question in legal if question.lang == "en"]
    by_kind = {
        f"{lang} {kind}": _found(searcher, [q for q in legal if (q.lang, q.kind) == (lang, kind)])
        for lang, kind in sorted({(q.lang, q.kind) for q in legal})
    }
    by_language = {
        lang: _found(searcher, [q for q in legal if q.lang == lang]) for lang in sorted({q.lang for q in legal})
    }
    ablation = {}
    for name, weights in ABLATIONS.items():
        searcher.ranker = Ranker(searcher.generation, searcher.comparisons, weights)
        ablation[name] = _found(searcher, english)
    return {
        "legal by kind": by_kind,
        "legal by language": by_language,
        "practices": _found(Searcher(settings), practices),
        "ablation, English legal": ablation,
    }


def _found(searcher: Searcher, questions: Sequence[GoldenQuestion]) -> dict[str, float]:
    hits = [[hit.passage for hit in searcher.search(question.question, limit=10).hits] for question in questions]
    pairs = list(zip(questions, hits, strict=True))
    shares = {f"at_{cut}": round(share(found_within(q, ps[:cut]) for q, ps in pairs), 3) for cut in (1, 5, 10)}
    return {"questions": len(questions), **shares}
