"""The door that the command line and the page use."""

from nrm.corpus.load import Corpus
from nrm.quiz.facts import Facts
from nrm.services.quiz import QuizRequest, checks_of, make_quiz, regenerate
from nrm.services.quiz_exports import FORMATS, export_quiz, left_out


def test_a_quiz_is_made_from_a_corpus_or_from_its_index(facts: Facts) -> None:
    request = QuizRequest(number=4, seed=1)
    corpus = facts.knowledge

    assert isinstance(corpus, Corpus)
    assert make_quiz(corpus, request) == make_quiz(facts, request)


def test_every_format_takes_what_a_quiz_makes_or_says_why_not(facts: Facts) -> None:
    items = make_quiz(facts, QuizRequest(number=40, seed=5)).items

    for name in FORMATS:
        assert export_quiz(items, name)
        assert all(reason for _, reason in left_out(items, name))


def test_one_item_is_regenerated_and_checked(facts: Facts) -> None:
    request = QuizRequest(number=5, seed=2)
    quiz = make_quiz(facts, request)

    new = regenerate(facts, request, quiz, quiz.items[0])

    assert new is not None
    assert all(check.reason for check in checks_of(facts, new))
