"""Checklists of answers, with the records behind the cited passages."""

from collections.abc import Mapping

from nrm.answering.checklist import Checklist, checklist_of, is_procedural
from nrm.domain.answers import Answer
from nrm.domain.knowledge import Commitment
from nrm.domain.vocabulary import Audience
from nrm.retrieval.plan import summary_id
from nrm.services.searcher import Searcher


def checklist_for(answer: Answer, searcher: Searcher, role: Audience | None = None) -> Checklist | None:
    """The steps of an answer; ``None`` when the question asked for none, or no duty was cited."""
    if not answer.statements or not is_procedural(answer.understood_as):
        return None
    checklist = checklist_of(answer, records_behind(answer, searcher), role)
    return checklist if checklist.steps else None


def records_behind(answer: Answer, searcher: Searcher) -> Mapping[str, tuple[Commitment, ...]]:
    """The commitments that lead to each cited passage, in the order of the corpus."""
    commitments = {summary_id(item): item for item in searcher.corpus.commitments}
    cited = {citation.passage.id for citation in answer.citations}
    found: dict[str, list[Commitment]] = {}
    generation = searcher.generation
    for finder, row in generation.links:
        passage, record = generation.passage_ids[row], commitments.get(generation.finder_ids[finder])
        if record and passage in cited:
            found.setdefault(passage, []).append(record)
    return {passage: tuple(records) for passage, records in found.items()}
