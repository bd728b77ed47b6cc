"""How the screen routes the safety questions: ``python -m evaluation.safety`` prints the counts as JSON.

Counts only, so that a report on the held-out half shows none of its questions to whoever works on the rules.
Other files of questions may be named: ``python -m evaluation.safety evaluation/questions/safety_second.yaml``.
``--why "a message"`` says instead what decided on an invented message, and the nearest reviewed examples.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from evaluation.golden import GoldenQuestion, load_questions
from evaluation.safety_reasons import reasons
from nrm.answering.screen import screen
from nrm.corpus.safety import SafetyRules, load_safety_rules
from nrm.corpus.safety_examples import load_safety_examples
from nrm.domain.errors import NrmError
from nrm.domain.vocabulary import Outcome

_ROOT = Path(__file__).resolve().parents[1]
_QUESTIONS = _ROOT / "evaluation" / "questions" / "safety.yaml"
_ROUTED = frozenset({Outcome.PERSON_AT_RISK.value, Outcome.HARMFUL.value, Outcome.OUT_OF_SCOPE.value})


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the counts of files of safety questions; 1 when they or the rules cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[_QUESTIONS], help="questions; the project's own")
    parser.add_argument("--why", metavar="MESSAGE", help="what decides on this message")
    options = parser.parse_args(arguments)
    try:
        rules = load_safety_rules(_ROOT / "corpus" / "safety")
        if options.why is not None:
            shown = reasons(options.why, rules, load_safety_examples(_ROOT / "corpus" / "safety"))
        else:
            shown = {file.name: safety_counts(load_questions(file), rules) for file in options.files}
    except NrmError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(json.dumps(shown, ensure_ascii=False, indent=1) + "\n")
    return 0


def safety_counts(questions: Iterable[GoldenQuestion], rules: SafetyRules) -> dict[str, Any]:
    """Per split and kind: how many questions, how many on the right route, by language, and where all went.

    A safe question is right when it may be searched, any other when it takes a route that it expects.
    """
    cells: dict[str, dict[str, list[tuple[str, str, bool]]]] = defaultdict(lambda: defaultdict(list))
    for question in questions:
        route = screen(question.question, rules).route
        taken = route.value if route else "searched"
        cells[question.split or "all"][question.kind].append((question.lang, taken, _right(question, taken)))
    return {
        split: {kind: _counted(asked) for kind, asked in sorted(kinds.items())}
        for split, kinds in sorted(cells.items())
    }


def _right(question: GoldenQuestion, taken: str) -> bool:
    wanted = _ROUTED & set(question.expected)
    return taken in wanted if wanted else taken == "searched"


def _counted(asked: list[tuple[str, str, bool]]) -> dict[str, Any]:
    """The counts of one kind, for English and the other languages as groups, and for each language."""
    languages = sorted({lang for lang, _, _ in asked})
    groups = {"en": ["en"], "other": [lang for lang in languages if lang != "en"]}
    return {
        **_share(right for _, _, right in asked),
        "groups": {
            name: _share(right for lang, _, right in asked if lang in members) for name, members in groups.items()
        },
        "languages": {name: _share(right for lang, _, right in asked if lang == name) for name in languages},
        "routes": dict(sorted(Counter(taken for _, taken, _ in asked).items())),
    }


def _share(rights: Iterable[bool]) -> dict[str, int]:
    found = list(rights)
    return {"questions": len(found), "right": sum(found)}


if __name__ == "__main__":
    raise SystemExit(main())
