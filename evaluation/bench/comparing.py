"""From what each system scored on each question to the figures of a set: means, intervals, differences from ours."""

from collections.abc import Mapping, Sequence
from typing import Any

from evaluation.metrics import bootstrap_interval, mean

MEASURES = ("ndcg_at_10", "recall_at_5", "recall_at_10", "mrr_at_10")


def set_figures(pieces: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The figures of one set from what ``one_system`` printed of each system, ours among them or not."""
    ours = next((piece["per_question"] for piece in pieces if piece["system"] == "ours"), None)
    return {
        "passages": pieces[0]["passages"],
        "questions": pieces[0]["questions"],
        "encoder": pieces[0]["encoder"],
        "systems": {piece["system"]: _system(piece, ours) for piece in pieces},
    }


def _system(piece: Mapping[str, Any], ours: Mapping[str, Sequence[float]] | None) -> dict[str, Any]:
    scored = piece["per_question"]
    figures = {name: round(mean(scored[name]), 4) for name in MEASURES}
    intervals = {f"{name}_95": _rounded(bootstrap_interval(scored[name])) for name in MEASURES}
    costs = {key: piece[key] for key in ("ms", "build_seconds", "encoder_texts_per_second", "peak_mb")}
    if ours is None or piece["system"] == "ours":
        return {**figures, **intervals, **costs}
    differences = [mine - other for mine, other in zip(ours["ndcg_at_10"], scored["ndcg_at_10"], strict=True)]
    return {**figures, **intervals, **costs, "ours_minus_this_95": _rounded(bootstrap_interval(differences))}


def _rounded(bounds: tuple[float, float]) -> list[float]:
    return [round(bound, 4) for bound in bounds]


def bars(sets: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The bars of this project on the sets that were measured.

    ``below``: where a rival's nDCG@10 is above ours, by how much; ``over_quickstart``: the mean of ours minus the
    LlamaIndex quickstart; ``of_english``: each language's Recall@10 over the English one on xquad.
    """
    rows = {name: one["systems"] for name, one in sets.items() if "ours" in one["systems"]}
    below = {
        f"{name}: {system}": round(row["ndcg_at_10"] - systems["ours"]["ndcg_at_10"], 4)
        for name, systems in rows.items()
        for system, row in systems.items()
        if row["ndcg_at_10"] > systems["ours"]["ndcg_at_10"]
    }
    gains = {
        name: round(systems["ours"]["ndcg_at_10"] - systems["llama_index_quickstart"]["ndcg_at_10"], 4)
        for name, systems in rows.items()
        if "llama_index_quickstart" in systems
    }
    english = rows.get("xquad_en", {}).get("ours", {}).get("recall_at_10")
    ratios = {
        name.removeprefix("xquad_"): round(systems["ours"]["recall_at_10"] / english, 4)
        for name, systems in rows.items()
        if english and name.startswith("xquad_") and name != "xquad_en"
    }
    return {
        "below": below,
        "over_quickstart": {**gains, "mean": round(mean(list(gains.values())), 4)} if gains else {},
        "of_english": ratios,
    }
