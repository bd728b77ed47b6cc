"""QTI 2.1: every file of a package against the IMS schemas, and read back."""

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from export_items import HOSTILE_TEXTS, QUIZZES, one_of_each
from hypothesis import HealthCheck, given, settings
from lxml import etree

from nrm.quiz.items import GAP, ItemType, QuizItem, options_of
from nrm.services.quiz_exports import export_quiz
from nrm.services.quiz_exports.qti import identifier

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(quiz=QUIZZES)
def test_every_file_of_a_package_meets_its_schema(qti_schemas: Path, quiz: list[QuizItem]) -> None:
    for name, root in files_of(export_quiz(quiz, "qti")).items():
        schema = schema_at(qti_schemas, "imscp_v1p1.xsd" if "manifest" in name else "qtiv2p1/imsqti_v2p1.xsd")
        assert schema.validate(root), f"{name}: {schema.error_log}"


def test_the_schema_would_notice_a_broken_item(qti_schemas: Path) -> None:
    root = next(root for name, root in files_of(export_quiz(one_of_each(), "qti")).items() if "items/" in name)
    root.remove(root.find(f"{QTI}itemBody"))
    del root.attrib["timeDependent"]

    assert not schema_at(qti_schemas, "qtiv2p1/imsqti_v2p1.xsd").validate(root)


@settings(max_examples=50, deadline=None)
@given(QUIZZES)
def test_stem_choices_and_key_come_back(quiz: list[QuizItem]) -> None:
    files = files_of(export_quiz(quiz, "qti"))

    for item in quiz:
        root = files[f"items/{identifier(item)}.xml"]
        assert stem_in(root, item) == item.stem
        assert choices_in(root)[: len(options_of(item)) or None] == list(options_of(item))
        assert keys_in(root, item) == keys_meant(item)


def test_the_manifest_lists_every_file_and_nothing_else() -> None:
    data = export_quiz(one_of_each(), "qti")

    listed = {file.get("href") for file in files_of(data)["imsmanifest.xml"].iter("{*}file")}

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert listed == set(package.namelist()) - {"imsmanifest.xml"}


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_adds_no_element(text: str) -> None:
    calm, hostile = (files_of(export_quiz(one_of_each(each), "qti")) for each in ("Artificial", text))

    for name, root in hostile.items():
        tags = {element.tag for element in root.iter()}
        assert tags <= {element.tag for element in calm[name].iter()} | {f"{QTI}br"}


@cache
def schema_at(folder: Path, path: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(folder / path)))


def files_of(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist()}


def text_in(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        parts.append(GAP if child.tag.endswith("textEntryInteraction") else "\n")
        parts.append(child.tail or "")
    return "".join(parts)


def stem_in(root: Any, item: QuizItem) -> str:
    found = root.find(f".//{QTI}p" if item.type is ItemType.CLOZE else f".//{QTI}prompt")
    return text_in(found)


def choices_in(root: Any) -> list[str]:
    found = list(root.iter(f"{QTI}simpleChoice"))
    sets = list(root.iter(f"{QTI}simpleMatchSet"))
    return [text_in(choice) for choice in (sets[1] if sets else found)]


def keys_in(root: Any, item: QuizItem) -> object:
    values = [value.text for value in root.iterfind(f"{QTI}responseDeclaration/{QTI}correctResponse/{QTI}value")]
    if item.type is ItemType.CLOZE:
        return {entry.get("mapKey") for entry in root.iter(f"{QTI}mapEntry")}
    if item.type is ItemType.CASE:
        return [text_in(line) for line in root.iterfind(f".//{QTI}rubricBlock/{QTI}p")]
    names = {element.get("identifier"): text_in(element) for element in root.iter() if element.get("identifier")}
    return [tuple(names[part] for part in value.split()) for value in values]


def keys_meant(item: QuizItem) -> object:
    if item.type is ItemType.CLOZE:
        return set(item.keys)
    if item.type is ItemType.CASE:
        return list(item.keys)
    return list(item.pairs) or [(key,) for key in item.keys]
