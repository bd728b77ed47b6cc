"""Files made to do harm, or broken: fifteen each of DOCX, EPUB and HTML. All must be refused quickly."""

import io
import stat
import zipfile
from collections.abc import Callable, Mapping

_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
)
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{package}"/></rootfiles></container>'
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="{chapter}" '
    'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
)
_CHAPTER = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{text}</p></body></html>'
_LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
_OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///dev/null">]>'
_PARAMETER = '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:9/x"> %e;]>'
_MILLIONS = 100 << 20

Parts = Mapping[str, str | bytes]


def bad_docx() -> dict[str, bytes]:
    """Fifteen bad Word files by what is wrong with them."""
    return {**_bad_archives(_docx), **{
        "entities in styles": _docx({"word/styles.xml": _LAUGHS + "<x>&i;</x>"}),
        "no text": _docx({"word/document.xml": _WORD.format(text=" ")}),
        "no relations": _zip({"word/document.xml": _WORD.format(text="a")}),
        "not XML": _docx({"word/document.xml": "this is no XML"}),
    }}  # fmt: skip


def bad_epub() -> dict[str, bytes]:
    """Fifteen bad books by what is wrong with them."""
    return {**_bad_archives(_epub), **{
        "chapter outside": _epub({"OPS/p.opf": _PACKAGE.format(chapter="../../../etc/hostname")}),
        "no package": _epub({"META-INF/container.xml": _CONTAINER.format(package="OPS/none.opf")}),
        "nested too deeply": _epub({"OPS/a.xhtml": "<html><body>" + "<div>" * 50_000 + "a"}),
        "protected": _epub({"META-INF/encryption.xml": "<encryption/>", "OPS/a.xhtml": "\x01\x02\x03"}),
    }}  # fmt: skip


def bad_html() -> dict[str, bytes]:
    """Fifteen bad pages by what is wrong with them."""
    page = "<!doctype html><html><body>{}</body></html>"
    return {
        "laughs": f'<?xml version="1.0"?>{_LAUGHS}<html><body>&i;</body></html>'.encode(),
        "outside entity": f"{_OUTSIDE}<html><body>&e;</body></html>".encode(),
        "parameter entity": f"{_PARAMETER}<html><body>a</body></html>".encode(),
        "entities in UTF-16": f"{_OUTSIDE}<html><body>&e;</body></html>".encode("utf-16"),
        "nested div": page.format("<div>" * 100_000 + "a").encode(),
        "nested table": page.format("<table><tr><td>" * 50_000 + "a").encode(),
        "nested font": page.format("<font>" * 100_000 + "a").encode(),
        "nested list": page.format("<ul><li>" * 50_000 + "a").encode(),
        "nested bold": page.format("<b><i>" * 50_000 + "a").encode(),
        "only a script": page.format("<script>document.write('words')</script>").encode(),
        "only a menu": page.format("<nav><a href='/'>Home</a></nav>").encode(),
        "only a frame": page.format("<iframe src='http://127.0.0.1:9/'></iframe>").encode(),
        "binary": b"<html>" + bytes(range(32)) * 200,
        "archive": _zip({"a.html": page.format("a")}),
        "empty": b"",
    }


def _bad_archives(build: Callable[[Parts], bytes]) -> dict[str, bytes]:
    """Eleven bad archives of one kind; ``build`` adds parts to a good one or replaces its parts."""
    text = "word/document.xml" if build is _docx else "OPS/a.xhtml"
    good = build({})
    return {
        "one large part": build({text: b" " * _MILLIONS}),
        "large picture": build({"media/a.bin": b"\x00" * _MILLIONS}),
        "many parts": build({f"media/{number}": "a" for number in range(6000)}),
        "laughs": build({text: _LAUGHS + "<x>&i;</x>"}),
        "outside entity": build({text: _OUTSIDE + "<x>&e;</x>"}),
        "parameter entity in UTF-16": build({text: (_PARAMETER + "<x/>").encode("utf-16")}),
        "name leads out": build({"../../../tmp/evil.txt": "a"}),
        "absolute name": build({"/tmp/evil.txt": "a"}),
        "link": _with_link(good),
        "encrypted": _with_flag(good),
        "cut off": good[: len(good) // 2],
    }


def _docx(parts: Parts) -> bytes:
    good: dict[str, str | bytes] = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": _WORD.format(text="An artificial sentence."),
    }
    return _zip({**good, **parts})


def _epub(parts: Parts) -> bytes:
    good: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER.format(package="OPS/p.opf"),
        "OPS/p.opf": _PACKAGE.format(chapter="a.xhtml"),
        "OPS/a.xhtml": _CHAPTER.format(text="An artificial sentence."),
    }
    return _zip({**good, **parts})


def _zip(parts: Parts) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


def _with_link(good: bytes) -> bytes:
    packed = io.BytesIO(good)
    with zipfile.ZipFile(packed, "a") as archive:
        link = zipfile.ZipInfo("media/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/hostname")
    return packed.getvalue()


def _with_flag(good: bytes) -> bytes:
    """The archive with the encryption bit set on every entry of its table of contents."""
    changed = bytearray(good)
    place = changed.find(b"PK\x01\x02")
    while place >= 0:
        changed[place + 8] |= 1
        place = changed.find(b"PK\x01\x02", place + 4)
    return bytes(changed)
