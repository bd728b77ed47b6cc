"""``nrm quiz``."""

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from nrm.adapters.corpus_cache import cached_corpus
from nrm.adapters.writer_lock import unwritable
from nrm.quiz.request import QuizRequest
from nrm.services.quiz import make_quiz
from nrm.services.quiz_exports.export import export_quiz
from nrm.settings import Settings
from ui.quiz_drafting_command import drafted_quiz


def run_quiz(
    topics: Sequence[str],
    sources: Sequence[str],
    number: int,
    format_name: str,
    output: Path | None,
    seed: int,
    passages: Sequence[str] = (),
) -> None:
    """Write a quiz to a file or to standard output; say on stderr why there are fewer items than asked for."""
    settings, console = Settings.from_environment(), Console(stderr=True)
    corpus = cached_corpus(settings.corpus_dir)
    if passages:
        quiz = drafted_quiz(settings, corpus, passages, number, console)
    else:
        request = QuizRequest(topics=tuple(topics), sources=tuple(sources), number=number, seed=seed)
        quiz = make_quiz(corpus, request)
    for reason in quiz.reasons:
        console.print(reason, markup=False, highlight=False)
    content = export_quiz(quiz.items, format_name)
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise unwritable(output.parent, error) from error
    console.print(f"{len(quiz.items)} items written to {output}.", markup=False, highlight=False)
