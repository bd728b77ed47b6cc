"""One QTI 2.1 assessment item: declarations, body, scoring and feedback."""

from collections.abc import Callable, Sequence
from typing import Any

from lxml import etree

from nrm.quiz.items import GAP, ItemType, QuizItem, options_of
from nrm.services.quiz_exports.markup import element, xml_bytes
from nrm.services.quiz_exports.paper import source_line

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
_TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"
RESPONSE, FEEDBACK = "RESPONSE", "FEEDBACK"


def item_xml(name: str, item: QuizItem) -> bytes:
    """The item as a QTI 2.1 document.

    :param name: its identifier in the package.
    """
    root = etree.Element(f"{{{QTI}}}assessmentItem", nsmap={None: QTI, "xsi": XSI})
    root.set(f"{{{XSI}}}schemaLocation", f"{QTI} {_SCHEMA}")
    for key, value in {
        "identifier": name,
        "title": item.id,
        "adaptive": "false",
        "timeDependent": "false",
    }.items():
        root.set(key, value)
    _DECLARE[item.type](root, item)
    _outcomes(root)
    body = element(root, _q("itemBody"))
    _BODIES[item.type](body, item)
    if item.type is not ItemType.CASE:
        template = "map_response" if item.type is ItemType.CLOZE else "match_correct"
        element(root, _q("responseProcessing"), template=f"{_TEMPLATES}{template}")
    feedback = element(root, _q("modalFeedback"), outcomeIdentifier=FEEDBACK, identifier="why", showHide="show")
    _lines(feedback, "\n".join(part for part in (item.explanation, source_line(item)) if part))
    return xml_bytes(root)


def option_name(place: int) -> str:
    """The identifier of the option at a place, from 0."""
    return f"o{place}"


def _declare(cardinality: str, base: str) -> Callable[[Any, QuizItem], None]:
    def declare(root: Any, item: QuizItem) -> None:
        names = {option: option_name(place) for place, option in enumerate(options_of(item))}
        declaration = _declaration(root, cardinality, base)
        correct = element(declaration, _q("correctResponse"))
        for key in item.keys:
            element(correct, _q("value"), names[key])

    return declare


def _declare_pairs(root: Any, item: QuizItem) -> None:
    names = {option: option_name(place) for place, option in enumerate(options_of(item))}
    correct = element(_declaration(root, "multiple", "directedPair"), _q("correctResponse"))
    for place, (_, right) in enumerate(item.pairs):
        element(correct, _q("value"), f"l{place} {names[right]}")


def _declare_text(root: Any, item: QuizItem) -> None:
    declaration = _declaration(root, "single", "string")
    element(element(declaration, _q("correctResponse")), _q("value"), item.keys[0])
    mapping = element(declaration, _q("mapping"), defaultValue="0")
    for key in item.keys:
        element(mapping, _q("mapEntry"), mapKey=key, mappedValue="1", caseSensitive="false")


def _declare_essay(root: Any, item: QuizItem) -> None:
    _declaration(root, "single", "string")


def _declaration(root: Any, cardinality: str, base: str) -> Any:
    return element(root, _q("responseDeclaration"), identifier=RESPONSE, cardinality=cardinality, baseType=base)


def _outcomes(root: Any) -> None:
    score = element(root, _q("outcomeDeclaration"), identifier="SCORE", cardinality="single", baseType="float")
    element(element(score, _q("defaultValue")), _q("value"), "0")
    shown = element(root, _q("outcomeDeclaration"), identifier=FEEDBACK, cardinality="single", baseType="identifier")
    element(element(shown, _q("defaultValue")), _q("value"), "why")


def _choice_body(body: Any, item: QuizItem) -> None:
    most = "0" if item.type is ItemType.SEVERAL_RIGHT else "1"
    interaction = element(body, _q("choiceInteraction"), responseIdentifier=RESPONSE, shuffle="false", maxChoices=most)
    _prompt(interaction, item)
    _options(interaction, "simpleChoice", options_of(item))


def _order_body(body: Any, item: QuizItem) -> None:
    interaction = element(body, _q("orderInteraction"), responseIdentifier=RESPONSE, shuffle="false")
    _prompt(interaction, item)
    _options(interaction, "simpleChoice", options_of(item))


def _match_body(body: Any, item: QuizItem) -> None:
    interaction = element(
        body, _q("matchInteraction"), responseIdentifier=RESPONSE, shuffle="false",
        maxAssociations=str(len(item.pairs)),
    )  # fmt: skip
    _prompt(interaction, item)
    lefts = element(interaction, _q("simpleMatchSet"))
    for place, (left, _) in enumerate(item.pairs):
        _lines(element(lefts, _q("simpleAssociableChoice"), identifier=f"l{place}", matchMax="1"), left)
    _options(element(interaction, _q("simpleMatchSet")), "simpleAssociableChoice", options_of(item), matchMax="1")


def _gap_body(body: Any, item: QuizItem) -> None:
    before, after = item.stem.split(GAP)
    paragraph = element(body, _q("p"))
    _lines(paragraph, before)
    gap = element(paragraph, _q("textEntryInteraction"), responseIdentifier=RESPONSE, expectedLength="20")
    _tail(paragraph, gap, after)


def _essay_body(body: Any, item: QuizItem) -> None:
    rubric = element(body, _q("rubricBlock"), view="scorer")
    for line in item.keys:
        _lines(element(rubric, _q("p")), line)
    _prompt(element(body, _q("extendedTextInteraction"), responseIdentifier=RESPONSE, expectedLines="6"), item)


def _prompt(interaction: Any, item: QuizItem) -> None:
    _lines(element(interaction, _q("prompt")), item.stem)


def _options(parent: Any, name: str, options: Sequence[str], **attributes: str) -> None:
    for place, option in enumerate(options):
        _lines(element(parent, _q(name), identifier=option_name(place), **attributes), option)


def _lines(parent: Any, text: str) -> None:
    first, *others = text.split("\n")
    parent.text = first
    for line in others:
        element(parent, _q("br")).tail = line


def _tail(parent: Any, last: Any, text: str) -> None:
    first, *others = text.split("\n")
    last.tail = first
    for line in others:
        element(parent, _q("br")).tail = line


def _q(name: str) -> str:
    return f"{{{QTI}}}{name}"


_DECLARE = {
    ItemType.ONE_RIGHT: _declare("single", "identifier"),
    ItemType.SEVERAL_RIGHT: _declare("multiple", "identifier"),
    ItemType.TRUE_FALSE: _declare("single", "identifier"),
    ItemType.ORDERING: _declare("ordered", "identifier"),
    ItemType.MATCHING: _declare_pairs,
    ItemType.CLOZE: _declare_text,
    ItemType.CASE: _declare_essay,
}
_BODIES = {
    ItemType.ONE_RIGHT: _choice_body,
    ItemType.SEVERAL_RIGHT: _choice_body,
    ItemType.TRUE_FALSE: _choice_body,
    ItemType.ORDERING: _order_body,
    ItemType.MATCHING: _match_body,
    ItemType.CLOZE: _gap_body,
    ItemType.CASE: _essay_body,
}
