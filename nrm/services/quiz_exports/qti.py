"""A QTI 2.1 package: one file an item, a test that lists them, and the manifest."""

import hashlib
import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from lxml import etree

from nrm.quiz.items import QuizItem
from nrm.services.quiz_exports.markup import element, xml_bytes
from nrm.services.quiz_exports.paper import TITLE
from nrm.services.quiz_exports.qti_items import QTI, XSI, item_xml

PACKAGING = "http://www.imsglobal.org/xsd/imscp_v1p1"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_SCHEMAS = {
    QTI: "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    PACKAGING: "http://www.imsglobal.org/xsd/imscp_v1p1.xsd",
}


def write_qti(items: Sequence[QuizItem]) -> bytes:
    """A zip file with ``imsmanifest.xml``, ``test.xml`` and one file for each item, in order."""
    names = [identifier(item) for item in items]
    files = {"imsmanifest.xml": _manifest(names), "test.xml": _test(names)}
    files.update({f"items/{name}.xml": item_xml(name, item) for name, item in zip(names, items, strict=True)})
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for path, data in files.items():
            package.writestr(zipfile.ZipInfo(path, _FIRST_DAY), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def identifier(item: QuizItem) -> str:
    """A name that QTI and every file system allow, made from the item's id."""
    return f"item-{hashlib.sha256(item.id.encode()).hexdigest()[:20]}"


def _manifest(names: Sequence[str]) -> bytes:
    root = _root("manifest", PACKAGING, identifier="nrm-guide-quiz")
    metadata = element(root, _packaging("metadata"))
    element(metadata, _packaging("schema"), "QTIv2.1 Package")
    element(metadata, _packaging("schemaversion"), "1.0.0")
    element(root, _packaging("organizations"))
    resources = element(root, _packaging("resources"))
    test = _resource(resources, "test", "imsqti_test_xmlv2p1", "test.xml")
    for name in names:
        element(test, _packaging("dependency"), identifierref=name)
        _resource(resources, name, "imsqti_item_xmlv2p1", f"items/{name}.xml")
    return xml_bytes(root)


def _resource(resources: Any, name: str, kind: str, path: str) -> Any:
    resource = element(resources, _packaging("resource"), identifier=name, type=kind, href=path)
    element(resource, _packaging("file"), href=path)
    return resource


def _test(names: Sequence[str]) -> bytes:
    root = _root("assessmentTest", QTI, identifier="test", title=TITLE)
    part = element(
        root, f"{{{QTI}}}testPart", identifier="part", navigationMode="nonlinear", submissionMode="individual"
    )
    section = element(part, f"{{{QTI}}}assessmentSection", identifier="section", title=TITLE, visible="true")
    for name in names:
        element(section, f"{{{QTI}}}assessmentItemRef", identifier=name, href=f"items/{name}.xml")
    return xml_bytes(root)


def _root(name: str, namespace: str, **attributes: str) -> Any:
    root = etree.Element(f"{{{namespace}}}{name}", attributes, nsmap={None: namespace, "xsi": XSI})
    root.set(f"{{{XSI}}}schemaLocation", f"{namespace} {_SCHEMAS[namespace]}")
    return root


def _packaging(name: str) -> str:
    return f"{{{PACKAGING}}}{name}"
