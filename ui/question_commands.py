"""``nrm search`` and ``nrm ask``."""

import sys
import textwrap
from collections.abc import Mapping, Sequence

from nrm.answering.surroundings import led_in
from nrm.domain.answers import Answer, Ranking
from nrm.services.as_json import answer_json, ranking_json
from nrm.services.asking import Asker
from nrm.services.searcher import Searcher
from nrm.settings import Settings
from ui.terminal import print_json
from ui.wording.labels import AUTHORITIES
from ui.wording.notices import NOTICES
from ui.wording.outcomes import OUTCOMES

_WIDTH = 100


def run_search(words: str, limit: int, given: Mapping[str, Sequence[str]], as_json: bool) -> None:
    """Print the hits of a search."""
    searcher = Searcher(Settings.from_environment())
    ranking = searcher.search(words[: searcher.settings.max_question_characters], searcher.filters(given), limit)
    if as_json:
        print_json(ranking_json(ranking))
    else:
        _print_ranking(ranking)


def run_ask(question: str, given: Mapping[str, Sequence[str]], as_json: bool) -> None:
    """Print the answer to a question; a refusal is an answer too."""
    if question == "-":
        question = sys.stdin.read()
    asker = Asker(Settings.from_environment())
    filters = asker.searcher.filters(given) if given else None
    answer = asker.ask(question, filters)
    if as_json:
        print_json(answer_json(answer, message_of(answer)))
    else:
        _print_answer(answer)


def message_of(answer: Answer) -> str:
    """What the outcome of an answer means, in its reviewed words."""
    return OUTCOMES[answer.outcome].text.format(detail=answer.detail)


def _print_ranking(ranking: Ranking) -> None:
    for rank, hit in enumerate(ranking.hits, start=1):
        where = hit.passage.locator.pinpoint
        _say(f"{rank}. {hit.passage.source.title}, {where} [{hit.score:.2f}]")
        _say(hit.passage.text, indent="   ")
    if not ranking.hits:
        _say("No passage was found. Try other words, or fewer filters.")


def _print_answer(answer: Answer) -> None:
    words = OUTCOMES[answer.outcome]
    for line in (words.heading, message_of(answer), *words.next_steps):
        _say(line)
    _print_statements(answer)
    for notice in answer.notices:
        _say(f"\nNote: {NOTICES[notice.kind].format(detail=notice.detail)}")
    for typed, read in answer.corrected:
        _say(f"\nSpelling: “{typed}” was read as “{read}”.")
    if answer.uncovered:
        _say(f"\nWhat the sources do not say: nothing was found on {', '.join(answer.uncovered)}.")
    for conflict in answer.conflicts:
        _say(f"\nSources differ on {conflict.about}:")
        for where, says in conflict.versions:
            _say(f"{where}: {says}", indent="  ")
    if answer.related:
        _say("\nNearest passages:")
        for passage in answer.related:
            _say(f"{passage.source.title}, {passage.locator.pinpoint}", indent="  ")


def _print_statements(answer: Answer) -> None:
    citations = {citation.n: citation for citation in answer.citations}
    shown = ""
    for statement in answer.statements:
        citation = citations[statement.citations[0]]
        label = AUTHORITIES[citation.passage.authority]
        if label != shown:
            _say(f"\n{label.upper()}")
            shown = label
        source = citation.passage.source
        _say(f"{source.title}, {citation.passage.locator.pinpoint} ({_wording(citation.passage.source.wording)})")
        if lead := led_in(citation):
            _say(lead, indent="  ")
        _say(f"“{statement.text}” [{citation.n}]", indent="  ")
        _say(source.url, indent="  ")


def _wording(wording: str) -> str:
    return "official text" if wording == "official" else "our summary"


def _say(text: str, indent: str = "") -> None:
    for line in text.split("\n"):
        filled = textwrap.fill(line, _WIDTH, initial_indent=indent, subsequent_indent=indent) if line else ""
        sys.stdout.write(filled + "\n")
