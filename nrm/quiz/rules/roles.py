"""Who has to act: asked only where the corpus names one actor, and the others are not so much as mentioned."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from nrm.domain.knowledge import Commitment
from nrm.domain.vocabulary import Pillar
from nrm.quiz.facts import Facts
from nrm.quiz.items import ItemType, Level, QuizItem
from nrm.quiz.naming import article_of
from nrm.quiz.wording import FORMAL_TOPICS, is_firm_duty, is_settled, leans_on_what_was_said
from nrm.quiz.writing import DISTRACTORS, Scope, cite_commitment, explain, in_random_order, make_item, of_commitment

LONGEST, SHORTEST = 320, 60
_HELP = (Pillar.IDENTIFICATION_PROTECTION, Pillar.INDIVIDUAL_SUPPORT_SERVICES, Pillar.SOCIAL_INCLUSION)


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody who may have to act.

    ``kind`` says beside which others a role may stand; ``mentioned`` finds it in a text. With ``actors``
    and ``opening`` (how our summary begins) a record can be recognised as its own; without, a role
    serves as a wrong answer only.
    """

    option: str
    kind: str
    mentioned: str
    actors: frozenset[str] = frozenset()
    opening: str = ""


# What stands beside a role: never an organ of the State beside the State itself. A treaty's monitors are
# no State, so "each State" can be wrong there, and is not right wherever it is shown.
BESIDE = {
    "each": ("private",),
    "states": ("states",),
    "monitors": ("monitors", "each"),
    "organs": ("organs", "private"),
    "private": ("organs", "private"),
}
EVERY_STATE = Role(
    "Each State bound by it", "each", r"(?!)", frozenset({"State party"}), r"(Each State|Each Party|States|Parties)"
)
ROLES: tuple[Role, ...] = (
    EVERY_STATE,
    Role(
        "The State of the victim's nationality or permanent residence", "states", r"national|residen",
        frozenset({"State of nationality or permanent residence"}),
        r"The (Party|State) of which the victim is a national, or where .*?receiving country,?",
    ),
    Role(
        "The State on whose territory the crime happened", "states", r"territory|crime|offence",
        frozenset({"State where the crime was committed"}), r"The State on whose territory the crime happened",
    ),
    Role("A State that the victim only passed through", "states", r"transit|pass(ed|ing)? through"),
    Role("The State of the offender's nationality", "states", r"offender|trafficker|perpetrator"),
    Role("The State in which the offender owns property", "states", r"propert|proceeds|confiscat"),
    Role("GRETA", "monitors", r"GRETA|experts", frozenset({"GRETA"}), "GRETA"),
    Role("GREVIO", "monitors", r"GREVIO|experts", frozenset({"GREVIO"}), "GREVIO"),
    Role(
        "The Committee of the Parties", "monitors", r"Committee", frozenset({"Committee of the Parties"}),
        "[Tt]he Committee of the Parties",
    ),
    Role(
        "The European Court of Human Rights", "monitors", r"Court", frozenset({"European Court of Human Rights"}),
        "[Tt]he Court",
    ),
    Role("The Committee of Ministers", "monitors", r"Ministers"),
    Role("The Parliamentary Assembly", "monitors", r"Assembly|[Pp]arliament"),
    Role(
        "Labour inspectors", "organs", r"[Ii]nspect", frozenset({"labour inspectors"}), "[Ii]nspectors",
    ),
    Role(
        "Private employment agencies", "private", r"[Aa]genc|recruit", frozenset({"private employment agencies"}),
        "(Private a|A)gencies",
    ),
    Role(
        "Specialist support services", "organs", r"service", frozenset({"specialist support services"}),
        "Specialist services",
    ),
    Role(
        "Police, immigration and other relevant authorities", "organs", r"[Pp]olice|authorit|officer|official",
        frozenset({"law enforcement, immigration and other relevant authorities"}),
        "Police, immigration and other relevant authorities",
    ),
    Role("Non-governmental organisations", "private", r"NGO|[Oo]rganisation|civil society|associations?|groups?"),
    Role("Employers", "private", r"[Ee]mploy|work|labour|business|firm|compan"),
    Role("Transport companies", "private", r"[Tt]ransport|carrier|travel|compan|business|firm|vehicle"),
    Role("The victim's lawyer", "private", r"[Ll]awyer|legal|counsel|represent|court|proceeding|hear"),
    Role("Embassies and consulates", "organs", r"[Ee]mbass|consul|diplomat|travel|document|abroad"),
)  # fmt: skip


def who_acts(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """A rule whose actor is left out: whose task is it?

    A rule that speaks to all States comes only after one where that answer was shown and was wrong.
    """
    chance = random.Random(f"{seed}/who_acts")
    told = [record for record in in_random_order(scope.commitments, seed, "who_acts") if role_of(record)]
    general = iter([record for record in told if role_of(record) is EVERY_STATE])
    for record in (record for record in told if role_of(record) is not EVERY_STATE):
        wrong = sorted(other_roles(record))
        if record.source not in facts.sources or len(wrong) < DISTRACTORS:
            continue
        yield _item(facts, scope, record, _chosen(wrong, chance))
        if EVERY_STATE.option in wrong:
            yield from islice(_of_every_state(facts, scope, general, chance), 1)


def _of_every_state(
    facts: Facts, scope: Scope, records: Iterator[Commitment], chance: random.Random
) -> Iterator[QuizItem]:
    for record in records:
        wrong = sorted(other_roles(record))
        if record.source in facts.sources and len(wrong) >= DISTRACTORS:
            yield _item(facts, scope, record, _chosen(wrong, chance))


def role_of(record: Commitment) -> Role | None:
    """The one role that the record names, in its actor and at the start of its summary; else None."""
    found = [role for role in ROLES if record.actor in role.actors and masked(record, role)]
    usable = len(found) == 1 and is_settled(record) and FORMAL_TOPICS.isdisjoint(record.topics)
    if not usable or not article_of(record):
        return None
    plainly = is_firm_duty(record) and record.pillar in _HELP
    return found[0] if found[0] is not EVERY_STATE or plainly else None


def masked(record: Commitment, role: Role) -> str:
    """The first sentence of the summary with the actor left out; "" when it does not begin with the role."""
    first = re.split(r"(?<=[a-z)]\.) ", record.summary)[0]
    found = re.match(rf"(?P<before>([^.;]{{3,80}},? )?){role.opening} (?=(must|may) )", first) if role.opening else None
    if found is None:
        return ""
    text = f"{found['before']}… {first[found.end() :]}"
    told = role is not EVERY_STATE and re.search(role.mentioned, text)
    return "" if told or leans_on_what_was_said(text) or not SHORTEST <= len(text) <= LONGEST else text


def other_roles(record: Commitment) -> set[str]:
    """The roles of the same kind that nothing in the record mentions."""
    own = role_of(record)
    said = " ".join((record.actor, record.title, record.summary, record.plain, record.limits, record.operative_words))
    return {
        role.option
        for role in ROLES
        if own and role.kind in BESIDE[own.kind] and role is not own and not re.search(role.mentioned, said)
    }


def _chosen(wrong: list[str], chance: random.Random) -> tuple[str, ...]:
    always = [option for option in wrong if option == EVERY_STATE.option]
    others = [option for option in wrong if option not in always]
    return tuple(always + chance.sample(others, DISTRACTORS - len(always)))


def _item(facts: Facts, scope: Scope, record: Commitment, wrong: tuple[str, ...]) -> QuizItem:
    role = role_of(record)
    text = masked(record, role) if role else ""
    task = "power" if "… may " in text else "duty"
    return make_item(
        "who_acts", ItemType.ONE_RIGHT, Level.UNDERSTAND,
        f"Whose {task} is this under {facts.named(record)}, {record.pinpoint}? “{text}”",
        cite_commitment(facts, record, record.summary), keys=(role.option if role else "",), distractors=wrong,
        explanation=explain(facts, record), objective="Know whom a rule speaks to",
        rests_on=(record.id,), **of_commitment(scope, record),
    )  # fmt: skip
