"""Which hits answer."""

from nrm.answering.choose import MOST_STATEMENTS, choose
from nrm.answering.inquiry import Inquiry
from nrm.domain.answers import Filters, Hit, Ranking
from nrm.domain.passages import Passage, Source
from nrm.domain.vocabulary import Authority, Outcome, SourceKind


class Shelf:
    """A library of nothing but what a ranking brings."""

    def search(self, question: str, filters: Filters, limit: int) -> Ranking:
        """Nothing is searched here."""
        raise NotImplementedError

    def is_loaded(self, slug: str) -> bool:
        """Nothing is loaded."""
        return False


def hit(
    name: str,
    score: float,
    slug: str = "",
    meaning: float = 0.7,
    words: float = 1.0,
    kind: SourceKind = SourceKind.TREATY,
) -> Hit:
    source = Source(slug or name, f"Treaty {name}", kind, Authority.TREATY)
    return Hit(
        Passage(name, source, f"{name}: each Party shall {name} victims of trafficking {name}."), score, meaning, words
    )


def chosen(*hits: Hit, named: tuple[str, ...] = (), question: str = "Which help is due to victims?") -> list[str]:
    ranking = Ranking(question, "en", hits, topics=("help",), named=named)
    found = choose(Inquiry(question, ranking=ranking), Shelf())
    assert found.outcome is Outcome.ANSWERED
    return [hit.passage.id for hit in found.chosen]


def test_a_hit_far_behind_the_best_does_not_answer_even_when_it_is_second() -> None:
    assert chosen(hit("assist", 1.0), hit("exempt", 0.85)) == ["assist"]


def test_hits_near_the_best_answer_too() -> None:
    assert chosen(hit("assist", 1.0), hit("house", 0.95)) == ["assist", "house"]


def test_a_hit_that_only_shares_a_common_word_does_not_answer() -> None:
    assert chosen(hit("assist", 1.0), hit("arm", 0.95, meaning=0.2, words=0.1)) == ["assist"]


def test_two_questions_in_one_get_the_best_of_each() -> None:
    asked = "Free lawyer for victims, and which rule helps people without money?"

    assert chosen(hit("defend", 1.0), hit("pay", 0.6), question=asked) == ["defend", "pay"]


def test_each_law_that_is_named_answers_and_another_only_when_it_is_nearly_better() -> None:
    named = ("source:un", "source:eu")
    hits = (hit("a", 1.0, "un"), hit("b", 0.7, "eu"), hit("c", 0.95, "coe"))

    assert chosen(*hits, named=named) == ["a", "b"]


def test_a_comparison_gets_the_best_of_two_sources() -> None:
    hits = (hit("smuggle", 1.0, "one"), hit("move", 0.8, "one"), hit("exploit", 0.7, "two"))

    assert chosen(*hits, question="What is the difference between smuggling and trafficking?") == ["smuggle", "exploit"]


def test_no_more_than_two_hits_of_one_source_and_five_in_all() -> None:
    words = ("assist", "house", "heal", "hear", "inform", "train", "pay")
    one_source = [hit(word, 1.0, "coe") for word in words]
    many = [hit(word, 1.0) for word in words]

    assert len(chosen(*one_source)) == 2
    assert len(chosen(*many)) == MOST_STATEMENTS == 5


def test_the_same_words_in_two_places_are_shown_once() -> None:
    same = Passage(
        "again", Source("other", "Other", SourceKind.TREATY, Authority.TREATY), hit("assist", 1).passage.text
    )

    assert chosen(hit("assist", 1.0), Hit(same, 1.0, 0.7, 1.0)) == ["assist"]


def test_the_glossary_answers_only_what_a_word_means() -> None:
    term = hit("term", 1.0, kind=SourceKind.GLOSSARY)

    assert chosen(term, hit("assist", 0.9)) == ["assist"]
