"""What a question names and the library does not have."""

from nrm.answering.missing import document_is_unknown, place_is_missing, share_of_names_missing
from nrm.domain.answers import Hit, Ranking
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind

TREATY = Source("artificial-treaty", "An artificial treaty of Warsaw", SourceKind.TREATY, Authority.TREATY)
NAMED = ("source:artificial-treaty",)


def hit(article: str, paragraph: str | None = None, text: str = "Each Party shall help.") -> Hit:
    return Hit(Passage(f"t/{article}", TREATY, text, Locator(article=article, paragraph=paragraph)), 1.0)


def ranking(query: str, *hits: Hit, named: tuple[str, ...] = (), articles: tuple[str, ...] = ()) -> Ranking:
    return Ranking(query, "en", hits, named=named, articles=articles)


def test_names_that_no_hit_has_are_counted_and_the_first_word_is_none() -> None:
    hits = (hit("1", text="The Group meets in Warsaw."),)

    asked = ranking("Does Warsaw or Dubai keep records of the Zorblax fund?", *hits)

    assert share_of_names_missing(asked, hits) == 2 / 3


def test_states_named_laws_and_other_languages_have_no_missing_names() -> None:
    hits = (hit("1"),)

    assert share_of_names_missing(ranking("Is it so in Serbia?", *hits), hits) == 0
    assert share_of_names_missing(ranking("What does the Palermo text say?", *hits, named=NAMED), hits) == 0
    assert share_of_names_missing(Ranking("Was sagt das Übereinkommen?", "de", hits), hits) == 0


def test_where_somebody_comes_from_need_not_stand_in_a_law() -> None:
    hits = (hit("1"),)

    assert share_of_names_missing(ranking("May a boy from Vietnam or from the Zorblax islands stay?", *hits), hits) == 0


def test_an_article_that_the_named_law_does_not_have_is_missing() -> None:
    asked = "What does Article 63 of the artificial treaty say?"

    assert place_is_missing(ranking(asked, hit("3"), named=NAMED, articles=("63",)))
    assert not place_is_missing(ranking(asked, hit("63"), named=NAMED, articles=("63",)))


def test_a_paragraph_that_the_named_article_does_not_have_is_missing() -> None:
    asked = "What does paragraph 9 of Article 13 of the artificial treaty say?"

    assert place_is_missing(ranking(asked, hit("13", "1"), named=NAMED, articles=("13",)))
    assert not place_is_missing(ranking(asked, hit("13", "9"), named=NAMED, articles=("13",)))


def test_nothing_is_missing_where_no_law_is_named() -> None:
    assert not place_is_missing(ranking("What does Article 63 say?", hit("3"), articles=("63",)))


def test_a_regulation_or_report_that_the_thesaurus_does_not_know_is_not_here() -> None:
    assert document_is_unknown(ranking("What does the Dublin Regulation say on victims?", hit("1")))
    assert document_is_unknown(ranking("What does Resolution 2388 ask for?", hit("1")))
    assert not document_is_unknown(ranking("What does the EU Directive say?", hit("1")))
    assert not document_is_unknown(ranking("What does the Artificial Directive say?", hit("1"), named=NAMED))
