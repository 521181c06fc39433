"""Word and Excel files are zip packages of XML: look before opening, refuse what is unsafe.

The rules are those of a reader that trusts nobody: no DTD (entities can grow without bound
or name other files), no bombs, no doubled parts (programs differ in which one they show), no
macros, nothing that is fetched from elsewhere. Hyperlinks are mere text and may stay.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from docx import Document

from copaper.errors import BadInput

LARGEST_UNPACKED = 200 << 20
MOST_PARTS = 2_000
HIGHEST_RATIO = 100
"""Unpacked : packed of an XML part above :data:`RATIO_FROM` bytes; pictures may exceed it."""
RATIO_FROM = 1 << 20

_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, MemoryError)  # fmt: skip
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARATIONS = tuple(
    word.encode(codec)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for codec in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp500")
)
_RELATIONSHIP = re.compile(rb"<(?:\w{1,20}:)?Relationship\s[^<>]*>")


def guard(name: str, data: bytes) -> None:
    """Raise :class:`~copaper.errors.BadInput` ``package-refused`` unless ``data`` is a zip
    package that is safe to open, or an old Office file without a password."""
    if data[:2] != b"PK":
        if _ENCRYPTED in data:
            raise _refused(name, "it is protected by a password")
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check(name, package)
    except _ZIP_ERRORS:
        raise _refused(name, "it is damaged or cut off") from None


def _check(name: str, package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    names = [part.filename.casefold() for part in parts]
    if len(parts) > MOST_PARTS:
        raise _refused(name, f"it has more than {MOST_PARTS} parts")
    if len(set(names)) != len(names):
        raise _refused(name, "two of its parts have the same name")
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise _refused(name, "it unpacks to more than 200 MB")
    if any("vbaproject" in part for part in names):
        raise _refused(name, "it holds macros")
    if any(part.flag_bits & 1 for part in parts):
        raise _refused(name, "it is protected by a password")
    for part in parts:
        if part.filename.casefold().endswith((".xml", ".rels", ".vml")):
            _check_xml(name, package, part)


def _check_xml(name: str, package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if part.file_size > RATIO_FROM and part.file_size > HIGHEST_RATIO * max(part.compress_size, 1):
        raise _refused(name, "a part is packed more than 100 to 1")
    tail = b""
    links = part.filename.casefold().endswith(".rels")
    whole = b""
    with package.open(part) as stream:  # never reads more than the stated size
        while chunk := stream.read(1 << 16):
            if any(mark in tail + chunk for mark in _DECLARATIONS):
                raise _refused(name, "a part declares a document type or entities")
            tail = chunk[-64:]
            if links:
                whole += chunk
    for relation in _RELATIONSHIP.findall(whole) if links else ():
        if b'"External"' in relation.replace(b"'", b'"') and b"/hyperlink" not in relation:
            raise _refused(name, "it fetches something from elsewhere")


def holds(data: bytes, parts: re.Pattern[str], *words: bytes) -> bool:
    """Tell whether one of the ``parts`` (by their names in small letters) of a package that :func:`guard` let pass holds one of ``words``."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found = [package.read(name) for name in package.namelist() if parts.fullmatch(name.casefold())]
    except _ZIP_ERRORS:
        return False
    return any(word in part for part in found for word in words)


def document_lines(name: str, data: bytes) -> list[str]:
    """Return the lines of the paragraphs of a Word document, in order; tables are left out.

    A line break within a paragraph begins a new line. Returns no lines for a package that
    is no Word document. Raises :class:`~copaper.errors.BadInput` ``package-refused``.
    """
    guard(name, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if "word/document.xml" not in package.namelist():
                return []
        document = Document(io.BytesIO(data))
        return [line for paragraph in document.paragraphs for line in paragraph.text.split("\n")]
    except (*_ZIP_ERRORS, KeyError, AttributeError, IndexError, TypeError, SyntaxError, RecursionError):
        # What python-docx and lxml raise on parts that contradict one another.
        raise _refused(name, "it is not a document that Word would open") from None


def _refused(name: str, reason: str) -> BadInput:
    return BadInput("package-refused", name, reason=reason)
