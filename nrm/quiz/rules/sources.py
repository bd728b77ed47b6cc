"""Facts about instruments as such: year, maker, kind, order in time."""

import random
from collections import Counter
from collections.abc import Callable, Iterator

from nrm.domain.knowledge import SourceRecord
from nrm.domain.vocabulary import Authority
from nrm.quiz.balance import Balance
from nrm.quiz.facts import Facts
from nrm.quiz.items import TRUE_FALSE, ItemType, Level, QuizItem
from nrm.quiz.likeness import overlap
from nrm.quiz.naming import instrument_name, with_article
from nrm.quiz.wording import AUTHORITY_PHRASES
from nrm.quiz.writing import DISTRACTORS, Scope, cite_source, in_random_order, make_item

# Makers whose texts could be claimed by another maker of the same family are never set against each other.
FAMILIES = {
    "Council of Europe": "Council of Europe",
    "European Union": "European Union",
    "OSCE Ministerial Council": "OSCE",
    "OSCE Permanent Council": "OSCE",
    "United Nations": "United Nations",
    "ILO": "International Labour Organization",
}
_NOT_RIVALS = {"United Nations": ("International Labour Organization",)}
STEPS = 4
NEAREST_YEARS = 8
_BINDING = (Authority.TREATY, Authority.EU_LAW)


def which_year(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """From which year is an instrument?"""
    chance = random.Random(f"{seed}/which_year")
    for source in in_random_order(undated(scope), seed, "which_year"):
        years = sorted({other.year for other in facts.sources.values()} - {source.year})
        near = sorted(years, key=_distance_from(source.year))[:NEAREST_YEARS]
        if len(near) >= DISTRACTORS:
            yield make_item(
                "which_year", ItemType.ONE_RIGHT, Level.REMEMBER,
                f"From which year does {with_article(source.short_title)} date?",
                cite_source(source, str(source.year)), keys=(str(source.year),),
                distractors=tuple(map(str, chance.sample(near, DISTRACTORS))),
                explanation=f"{source.title}: {source.year}.", objective="Place an instrument in time",
                rests_on=(source.slug,),
            )  # fmt: skip


def which_body(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """Within which organisation was an instrument adopted?"""
    untold = [source for source in in_random_order(scope.sources, seed, "which_body") if hides_maker(source)]
    balance = Balance(Counter(FAMILIES[source.body] for source in untold), random.Random(f"{seed}/which_body"))
    for source in balance.in_turn(untold, lambda each: FAMILIES[each.body]):
        key = FAMILIES[source.body]
        if not balance.may_be_right(key):
            return  # only keys that would be right too often are left
        wrong = sorted(set(FAMILIES.values()) - {key, *_NOT_RIVALS.get(key, ())})
        yield make_item(
            "which_body", ItemType.ONE_RIGHT, Level.REMEMBER,
            f"Within which organisation was {with_article(instrument_name(source))} adopted?",
            cite_source(source, source.body), keys=(key,),
            distractors=balance.wrong_beside(key, wrong, DISTRACTORS),
            explanation=f"{source.title}: {source.body}, {source.citation}.",
            objective="Know who made an instrument", rests_on=(source.slug,),
        )  # fmt: skip


def binding_or_not(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """Is an instrument legally binding?"""
    clear = [source for source in scope.sources if has_clear_authority(source)]
    order = in_random_order(clear, seed, "binding_or_not")
    firm = [source for source in order if source.authority in _BINDING]
    soft = [source for source in order if source.authority not in _BINDING]
    for source in (source for pair in zip(firm, soft, strict=False) for source in pair):
        keys, distractors = TRUE_FALSE[:: 1 if source.authority in _BINDING else -1]
        yield make_item(
            "binding_or_not", ItemType.TRUE_FALSE, Level.UNDERSTAND,
            f"True or false: {with_article(instrument_name(source))} is legally binding on the States "
            "that it applies to.",
            cite_source(source, str(source.authority)), keys=(keys,), distractors=(distractors,),
            explanation=f"{AUTHORITY_PHRASES[source.authority]}: {source.title}.",
            objective="Tell binding law from political commitments and guidance", rests_on=(source.slug,),
        )  # fmt: skip


def order_by_year(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """Four instruments in the order of their years."""
    order = in_random_order(undated(scope), seed, "order_by_year")
    while order:
        group: list[SourceRecord] = []
        for source in order:
            if len(group) < STEPS and all(abs(source.year - other.year) > 1 for other in group):
                group.append(source)
        if len(group) < STEPS:
            return
        order = [source for source in order if source not in group]
        group.sort(key=lambda source: source.year)
        yield make_item(
            "order_by_year", ItemType.ORDERING, Level.REMEMBER,
            "Put these instruments in the order of their years, the oldest first.",
            cite_source(group[0], str(group[0].year)), keys=tuple(source.short_title for source in group),
            explanation="; ".join(f"{source.short_title}: {source.year}" for source in group) + ".",
            objective="Place an instrument in time", rests_on=tuple(source.slug for source in group),
        )  # fmt: skip


def _distance_from(own: int) -> Callable[[int], tuple[int, int]]:
    return lambda year: (abs(year - own), year)


def undated(scope: Scope) -> list[SourceRecord]:
    """Sources whose titles do not tell the year and whose year is beyond doubt."""
    return [
        source
        for source in scope.sources
        if source.slug.endswith(str(source.year))
        and source.authority is Authority.TREATY
        and not any(century in source.short_title for century in ("19", "20"))
    ]


def hides_maker(source: SourceRecord) -> bool:
    """Whether the maker is of a known family and the title does not tell it."""
    key = FAMILIES.get(source.body)
    told = overlap(f"{key} {source.body}", f"{source.short_title} {source.title}")
    return bool(key) and not told and not names_maker(source)


def names_maker(source: SourceRecord) -> bool:
    """Whether the title tells the maker by an abbreviation."""
    words = f"{instrument_name(source)} {source.title}"
    return any(name in words for name in ("UN ", "EU", "ILO", "OSCE", "CETS", "ETS", "United Nations", "European"))


def has_clear_authority(source: SourceRecord) -> bool:
    """Whether the source is plainly law, a political commitment or guidance."""
    usual = {
        "treaty": "treaty",
        "eu_law": "eu_law",
        "decision": "political_commitment",
        "guidance": "guidance",
    }
    return usual.get(source.kind) == source.authority
