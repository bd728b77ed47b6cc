"""What the safety screen learns from: the reviewed examples, those of the rules, and the library's own questions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from nrm.corpus.safety import SafetyRules
from nrm.corpus.safety_examples import EXAMPLE_ROUTES, SEARCHED, SafetyExample, load_safety_examples

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
TOPIC, OF_RULE = "asked as", "rule"  # how the themes of these texts begin


def training_texts(rules: SafetyRules, corpus: Path = CORPUS) -> list[SafetyExample]:
    """The examples, those of the rules, and every question that records are asked as, which are all searched."""
    examples = [*load_safety_examples(corpus / "safety")]
    examples += _of_rules(rules, {example.text.casefold() for example in examples})
    known = {example.text.casefold() for example in examples}
    for file in sorted(path for path in corpus.rglob("*.yaml") if path.parent.name != "safety"):
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        for text in asked_as(yaml.load(file.read_text(encoding="utf-8"), loader)):
            if text.casefold() not in known:
                known.add(text.casefold())
                examples.append(SafetyExample(text, SEARCHED, "en", f"{TOPIC} {file.stem}"))
    return examples


def _of_rules(rules: SafetyRules, known: set[str]) -> Iterator[SafetyExample]:
    for rule in rules.rules:
        route = rule.route if rule.route in EXAMPLE_ROUTES else SEARCHED
        theme = f"{OF_RULE} {rule.id.partition('-')[2]}"
        for text, goes_to in [*((text, route) for text in rule.examples), *((text, SEARCHED) for text in rule.twins)]:
            if text.casefold() not in known:
                known.add(text.casefold())
                yield SafetyExample(text, goes_to, rule.language, theme)


def asked_as(value: Any) -> list[str]:
    """Every question under ``asked_as`` in a file of the corpus, at any depth."""
    if isinstance(value, list):
        return [text for item in value for text in asked_as(item)]
    if not isinstance(value, dict):
        return []
    own = value.get("asked_as", [])
    texts = own.split(" | ") if isinstance(own, str) else list(own)
    return texts + [text for key, item in value.items() if key != "asked_as" for text in asked_as(item)]
