"""Decoding: how bytes become text, and what is said about it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from copaper.errors import BadInput
from copaper.intake.export import Export, decode
from copaper.intake.registry import claim, readers

AFRIKAANS = "Môre, Zoë: dit kos €5 – né?\n"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (AFRIKAANS.encode(), AFRIKAANS, "UTF-8"),
        (b"\xef\xbb\xbf" + AFRIKAANS.encode(), AFRIKAANS, "UTF-8 with BOM"),
        (b"\xff\xfe" + AFRIKAANS.encode("utf-16-le"), AFRIKAANS, "UTF-16 LE"),
        (b"\xfe\xff" + AFRIKAANS.encode("utf-16-be"), AFRIKAANS, "UTF-16 BE"),
        (AFRIKAANS.encode("utf-16-le"), AFRIKAANS, "UTF-16 LE"),
        (AFRIKAANS.encode("utf-16-be"), AFRIKAANS, "UTF-16 BE"),
        (AFRIKAANS.encode("cp1252"), AFRIKAANS, "Windows-1252"),
        # A file cut off within its last character is still UTF-8, not Windows-1252.
        ("ëëëëëë".encode()[:-1], "ëëëëë\ufffd", "UTF-8, damaged"),
        (b"\x81", "\ufffd", "Windows-1252, damaged"),
        (b"", "", "UTF-8"),
    ],
)
def test_decode(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("a\nb\n", ["a", "b"]),
        ("a\r\nb", ["a", "b"]),
        ("a\r\r\nb\r\n", ["a", "b"]),  # some chat logs
        ("a\r\rb", ["a", "", "b"]),
        ("a\r\n\nb\r", ["a", "", "b"]),
        ("", []),
    ],
)
def test_lines(raw: str, lines: list[str]) -> None:
    assert Export("x.txt", raw.encode()).lines == lines


def package(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def twice() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", "<a/>")
        file.writestr("Word/Document.xml", "<b/>")
    return out.getvalue()


def external(kind: str) -> dict[str, bytes]:
    relation = f'<Relationships><Relationship Id="r1" Type="http://x/{kind}" Target="http://x/y" TargetMode="External"/></Relationships>'  # fmt: skip
    return {"word/document.xml": b"<a/>", "word/_rels/document.xml.rels": relation.encode()}


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: package({"word/document.xml": b"<!DOCTYPE a><a/>"}), "declares a document type"),
        (lambda: package({"docProps/core.xml": "<!DOCTYPE a><a/>".encode("utf-16-le")}), "declares a document type"),
        (lambda: package({"a.xml": b" " * 65_530 + b"<!ENTITY x 'y'>"}), "declares a document type"),
        (lambda: package({"word/document.xml": b"<a>" + b"x" * (2 << 20) + b"</a>"}), "100 to 1"),
        (lambda: package({f"{i}.txt": b"" for i in range(2_001)}), "more than 2000 parts"),
        (twice, "the same name"),
        (lambda: package({"word/vbaProject.bin": b""}), "macros"),
        (lambda: package(external("attachedTemplate")), "from elsewhere"),
        (lambda: package({"word/document.xml": b"<a/>"})[:-30], "damaged"),
        (lambda: bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_unsafe_packages_are_refused(make: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        claim(Export("x.docx", make()))
    assert refused.value.code == "package-refused"
    assert reason in refused.value.details["reason"]


def test_hyperlinks_are_no_danger() -> None:
    with pytest.raises(BadInput) as refused:
        claim(Export("x.docx", package(external("hyperlink"))))
    assert refused.value.code != "package-refused" or "elsewhere" not in refused.value.details["reason"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (b"\xef\xbb\xbf \r\n", "file-empty"),
        (bytes(range(256)) * 40, "file-binary"),
        (b"Take a kilogram of flour.\nLeave it until it has doubled.\n", "file-unknown"),
    ],
)
def test_what_nobody_claims(data: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        claim(Export("notes.txt", data))
    assert refused.value.code == code


def test_readers_have_titles_and_names_of_their_own() -> None:
    found = [module.READER for module in readers()]
    assert len({reader.name for reader in found}) == len({reader.title for reader in found}) == len(found)
