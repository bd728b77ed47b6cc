"""An H5P question set, content only: the target site supplies the H5P libraries.

A matching item becomes one question for each pair. What a question set cannot hold (ordering,
cases, gaps whose answer holds H5P's own signs) is left out with the reason.
"""

import html
import json
import uuid
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from nrm.quiz.items import GAP, ItemType, QuizItem, options_of
from nrm.services.quiz_exports.markup import as_html, feedback_html
from nrm.services.quiz_exports.paper import TITLE

LIBRARIES = {
    "H5P.QuestionSet": (1, 20),
    "H5P.MultiChoice": (1, 16),
    "H5P.TrueFalse": (1, 8),
    "H5P.Blanks": (1, 14),
}
PASS_PERCENTAGE = 60
_BLANK_SIGNS = frozenset("*/:\\")
_NAMESPACE = uuid.UUID("6f1f2f0a-5b0e-4d0c-9a53-0b6a3a1d7e52")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def write_h5p(items: Sequence[QuizItem]) -> bytes:
    """An ``.h5p`` file; the same items give the same bytes."""
    questions = [question for item in items for question in _questions(item)]
    content = {
        "introPage": {"showIntroPage": False, "startButtonText": "Start", "introduction": ""},
        "progressType": "dots",
        "passPercentage": PASS_PERCENTAGE,
        "questions": questions,
        "texts": _TEXTS,
        "disableBackwardsNavigation": False,
        "randomQuestions": False,
        "endGame": _END,
        "override": {"checkButton": True},
    }
    return _package(content)


def h5p_problem(item: QuizItem) -> str:
    """Why a question set cannot hold the item, or "" when it can."""
    if item.type in (ItemType.ORDERING, ItemType.CASE):
        return "An H5P question set has no question of this type."
    texts = (*item.keys, item.stem) if item.type is ItemType.CLOZE else ()
    if any(sign in text for text in texts for sign in _BLANK_SIGNS if text is not item.stem or sign == "*"):
        return "H5P reads * / : and \\ in a gap as its own signs."
    return ""


def _questions(item: QuizItem) -> Iterator[dict[str, Any]]:
    if item.type is ItemType.TRUE_FALSE:
        yield _true_false(item)
    elif item.type is ItemType.CLOZE:
        yield _blanks(item)
    elif item.type is ItemType.MATCHING:
        for place, (left, right) in enumerate(item.pairs):
            stem = f"{as_html(item.stem)}<br>{as_html(left)}"
            yield _multiple_choice(item, stem, options_of(item), (right,), str(place))
    else:
        yield _multiple_choice(item, as_html(item.stem), options_of(item), item.keys, "")


def _multiple_choice(
    item: QuizItem, stem: str, options: Sequence[str], keys: Sequence[str], part: str
) -> dict[str, Any]:
    answers = [
        {
            "text": f"<div>{as_html(option)}</div>",
            "correct": option in keys,
            "tipsAndFeedback": {"tip": "", "chosenFeedback": "", "notChosenFeedback": ""},
        }
        for option in options
    ]
    behaviour = {
        "type": "single" if len(keys) == 1 else "multi",
        "singlePoint": False,
        "randomAnswers": False,
    }
    params = {
        "question": f"<p>{stem}</p>",
        "answers": answers,
        "overallFeedback": _feedback(item),
        "behaviour": {
            "enableRetry": True,
            "enableSolutionsButton": True,
            "showSolutionsRequiresInput": True,
            **behaviour,
        },
        "UI": {
            "checkAnswerButton": "Check",
            "showSolutionButton": "Show solution",
            "tryAgainButton": "Retry",
        },
    }
    return _library("H5P.MultiChoice", item, params, part)


def _true_false(item: QuizItem) -> dict[str, Any]:
    params = {
        "question": f"<p>{as_html(item.stem)}</p>",
        "correct": item.keys[0].lower(),
        "behaviour": {
            "enableRetry": True,
            "enableSolutionsButton": True,
            "feedbackOnCorrect": html.escape(item.explanation),
            "feedbackOnWrong": html.escape(item.explanation),
        },
        "l10n": {
            "trueText": "True",
            "falseText": "False",
            "checkAnswer": "Check",
            "score": "@score of @total",
        },
    }
    return _library("H5P.TrueFalse", item, params, "")


def _blanks(item: QuizItem) -> dict[str, Any]:
    before, after = item.stem.split(GAP)
    params = {
        "text": "<p>Fill in the gap.</p>",
        "questions": [f"<p>{as_html(before)}*{as_html('/'.join(item.keys))}*{as_html(after)}</p>"],
        "overallFeedback": _feedback(item),
        "behaviour": {"enableRetry": True, "enableSolutionsButton": True, "caseSensitive": False},
    }
    return _library("H5P.Blanks", item, params, "")


def _feedback(item: QuizItem) -> list[dict[str, Any]]:
    return [{"from": 0, "to": 100, "feedback": feedback_html(item)}]


def _library(name: str, item: QuizItem, params: dict[str, Any], part: str) -> dict[str, Any]:
    major, minor = LIBRARIES[name]
    return {
        "library": f"{name} {major}.{minor}",
        "params": params,
        "subContentId": str(uuid.uuid5(_NAMESPACE, f"{item.id}/{part}")),
        "metadata": {"contentType": name.removeprefix("H5P."), "license": "U", "title": html.escape(item.id)},
    }


def _package(content: dict[str, Any]) -> bytes:
    used = {question["library"].split(" ")[0] for question in content["questions"]} | {"H5P.QuestionSet"}
    head = {
        "title": TITLE,
        "language": "en",
        "mainLibrary": "H5P.QuestionSet",
        "embedTypes": ["iframe"],
        "license": "U",
        "defaultLanguage": "en",
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": major, "minorVersion": minor}
            for name, (major, minor) in LIBRARIES.items()
            if name in used
        ],
    }
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for path, value in (("h5p.json", head), ("content/content.json", content)):
            text = json.dumps(value, ensure_ascii=False)
            package.writestr(zipfile.ZipInfo(path, _FIRST_DAY), text, zipfile.ZIP_DEFLATED)
    return target.getvalue()


_TEXTS = {
    "prevButton": "Previous question",
    "nextButton": "Next question",
    "finishButton": "Finish",
    "submitButton": "Submit",
    "textualProgress": "Question: @current of @total questions",
    "jumpToQuestion": "Question %d of %total",
    "questionLabel": "Question",
    "readSpeakerProgress": "Question @current of @total",
    "unansweredText": "Unanswered",
    "answeredText": "Answered",
    "currentQuestionText": "Current question",
}
_END = {
    "showResultPage": True,
    "showSolutionButton": True,
    "showRetryButton": True,
    "noResultMessage": "Finished",
    "message": "Your result:",
    "overallFeedback": [{"from": 0, "to": 100, "feedback": ""}],
    "solutionButtonText": "Show solution",
    "retryButtonText": "Retry",
    "finishButtonText": "Finish",
    "submitButtonText": "Submit",
    "showAnimations": False,
    "skippable": False,
}
