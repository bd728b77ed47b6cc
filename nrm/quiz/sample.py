"""Draw a sample of generated items for a person to read: ``python -m nrm.quiz.sample --help``."""

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from nrm.corpus.load import load_corpus
from nrm.quiz.baseline import guesser_scores, true_share
from nrm.quiz.build import build_quiz
from nrm.quiz.checks import Result, check_item
from nrm.quiz.facts import Facts
from nrm.quiz.items import QuizItem, options_of
from nrm.quiz.request import QuizRequest


def draw_sample(facts: Facts, generated: int, drawn: int, seed: int) -> tuple[tuple[QuizItem, ...], list[QuizItem]]:
    """All items generated with a seed, and those of them drawn at random with the same seed."""
    items = build_quiz(facts, QuizRequest(number=generated, seed=seed)).items
    return items, random.Random(seed).sample(items, min(drawn, len(items)))


def item_lines(number: int, item: QuizItem) -> list[str]:
    """An item as a trainer reads it: stem, choices with the right ones marked, what it rests on."""
    lines = [f"{number}. [{item.rule} · {item.level} · {item.topic}] {item.stem}"]
    lines += [f"   {'*' if choice in item.keys else '-'} {choice}" for choice in options_of(item) if not item.pairs]
    lines += [f"   {left}  =  {right}" for left, right in item.pairs]
    if not options_of(item):
        lines += [f"   * {key}" for key in item.keys]
    return [
        *lines,
        f"   Why: {item.explanation}",
        f"   Source: {item.citation.label} | “{item.citation.quote}”",
    ]


def summary_lines(facts: Facts, items: Sequence[QuizItem]) -> list[str]:
    """How many checks held over all items, and how near to chance the guessers stay."""
    checks = [(item, check) for item in items for check in check_item(facts, item)]
    failed = [f"{item.id}: {check.name}: {check.reason}" for item, check in checks if check.result is not Result.HOLDS]
    lines = [f"{len(items)} items, {len(checks)} checks, {len(failed)} not holding", *failed]
    lines += [
        f"guesser '{score.guesser}': {score.right:.1%} right, chance {score.chance:.1%}, {score.items} items"
        for score in guesser_scores(items)
    ]
    share = true_share(items)
    return lines if share is None else [*lines, f"true-or-false items that are true: {share:.1%}"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the summary of all generated items and the sample drawn from them."""
    parser = argparse.ArgumentParser(prog="python -m nrm.quiz.sample", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="the folder of reviewed records")
    parser.add_argument("--generated", type=int, default=500, help="how many items to generate")
    parser.add_argument("--drawn", type=int, default=100, help="how many of them to print")
    parser.add_argument("--seed", type=int, default=2026, help="decides both the items and the draw")
    asked = parser.parse_args(arguments)
    facts = Facts(load_corpus(asked.corpus))
    items, drawn = draw_sample(facts, asked.generated, asked.drawn, asked.seed)
    lines = summary_lines(facts, items)
    for number, item in enumerate(drawn, start=1):
        lines += ["", *item_lines(number, item)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
