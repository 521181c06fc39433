"""The Word template that staff own: its fields, its styles, and what it lacks.

Styles are found by the names that people see in Word. A style that the template lacks is
replaced by the nearest one that it has and reported by name, never an error: a paper with
a plain quote is better than none.
"""

from __future__ import annotations

import io
import logging
import re
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy

import docx
from docx.oxml.ns import qn

from copaper.errors import CouldNot
from copaper.papers import docx_xml as x
from copaper.papers.printable import FONTS
from copaper.papers.units import COVER, Unit
from copaper.records import Notice, Run

TEMPLATE = FONTS.parent / "paper-template.docx"
BODY = "BODY"
SERIES = "SERIES"
"""Stands beside the community's name and is no text of its own that a reviewer could edit."""
FIELDS = ("PUBLISHER", "COMMUNITY", SERIES, "TITLE", "SUBTITLE", "STATUS", "NOTICE", "DATE")
LARGEST = 64 << 20
"""Bytes that a template may have unpacked."""

# Every style that a paper uses, with what stands in for it.
PARAGRAPH_STYLES = {
    "heading 1": "Normal", "heading 2": "heading 1", "heading 3": "heading 2", "toc 1": "Normal", "toc 2": "toc 1",
    "caption": "Normal", "List Bullet": "List Paragraph", "DP Front Heading": "heading 1", "DP Imprint Heading": "heading 3",
    "DP Imprint": "DP Body", "DP Body": "Normal", "DP Lead": "DP Body", "DP Note": "DP Body", "DP Key Message": "List Number",
    "DP Quote": "Quote", "DP Question": "DP Body", "DP Label": "DP Body", "DP Reply": "DP Quote", "DP Attribution": "DP Note", "DP Callout": "DP Body", "DP Card Title": "heading 3",
    "DP Story Title": "DP Card Title", "DP Card Label": "DP Table Head", "DP Story Label": "DP Card Label",
    "DP Card Text": "DP Table Text", "DP Number": "heading 2", "DP Number Label": "DP Note", "DP Table Head": "DP Table Text",
    "DP Table Text": "Normal", "DP Figure": "Normal", "DP Evidence": "DP Note", "DP Evidence Quote": "DP Body",
}  # fmt: skip
CHARACTER_STYLES = ("Hyperlink", "DP Citation", "DP Evidence Number", "DP Caption Number")
TABLE_STYLES = {"DP Table": "Table Grid", "DP Card": "DP Table", "DP Story": "DP Card", "DP Numbers": "Normal Table"}

_FIELD = re.compile(r"\{\{\s*([A-Z]+)\s*\}\}")
_log = logging.getLogger(__name__)


class Template:
    """An opened template. Raises CouldNot (``template-broken``) when it cannot be used."""

    def __init__(self, data: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                if sum(member.file_size for member in package.infolist()) > LARGEST:
                    raise CouldNot("template-broken", TEMPLATE.name, reason="it is larger than 64 MB")
            self.document = docx.Document(io.BytesIO(data))
            self.body = self.document.element.body
        except (ValueError, KeyError, AttributeError, OSError, SyntaxError, zipfile.BadZipFile):
            raise CouldNot("template-broken", TEMPLATE.name, reason="it is not a Word document (.docx)") from None
        places = [p for p in self.body.iter(qn("w:p")) if _names(p) == [BODY]]
        if len(places) != 1 or places[0].getparent() is not self.body:
            raise CouldNot("template-broken", TEMPLATE.name, reason="it needs one paragraph of its own that says {{BODY}}")
        self.place = places[0]
        self.missing: dict[str, str] = {}
        self._ids = {(style.get(qn("w:type")), name.casefold()): style.get(qn("w:styleId")) for style, name in self._named()}
        self._found: dict[tuple[str, str], str] = {}

    def _named(self) -> Iterator[tuple]:
        for style in self.document.styles.element.iter(qn("w:style")):
            name = style.find(qn("w:name"))
            if name is not None:
                yield style, name.get(qn("w:val"))

    # --- styles ---

    def style(self, name: str) -> str:
        """Return the id of a paragraph style."""
        return self._lookup("paragraph", name, PARAGRAPH_STYLES)

    def character(self, name: str) -> str:
        """Return the id of a character style, or nothing."""
        return self._lookup("character", name, {})

    def table(self, name: str) -> str:
        """Return the id of a table style."""
        return self._lookup("table", name, TABLE_STYLES)

    def _lookup(self, kind: str, name: str, instead: Mapping[str, str]) -> str:
        if (kind, name) not in self._found:
            last = {"paragraph": "Normal", "table": "Normal Table"}.get(kind, "Default Paragraph Font")
            wanted = name
            while (found := self._ids.get((kind, wanted.casefold()))) is None and wanted != last:
                wanted = instead.get(wanted, last)
            if wanted != name:
                self.missing[name] = wanted
            self._found[kind, name] = found or ""
        return self._found[kind, name]

    def notices(self) -> tuple[Notice, ...]:
        """Return one notice for each style that was asked for and is not there."""
        return tuple(Notice(code="template-style", detail=f"“{name}” is missing; “{instead}” stands in for it") for name, instead in sorted(self.missing.items()))

    # --- the page ---

    @property
    def width(self) -> int:
        """The width of the text in twentieths of a point."""
        section = self.document.sections[-1]
        return round((section.page_width - section.left_margin - section.right_margin) / 635)

    # --- fields ---

    def fill(self, values: Mapping[str, str], mark, running: Mapping[str, str]) -> None:
        """Put values into the fields of the cover, and ``running`` into those of headers and footers.

        ``mark(unit, markup)`` puts the bookmark of a unit around its text. A paragraph of
        the body whose fields are all empty falls away.
        """
        anchored: set[str] = set()
        for paragraph in list(self.body.iter(qn("w:p"))):
            names = _names(paragraph)
            if not names or paragraph is self.place:
                continue
            if not any(values.get(name) for name in names):
                paragraph.getparent().remove(paragraph)
                continue
            _fill(paragraph, values, lambda name, markup: markup if (name == SERIES and values.get("COMMUNITY")) or name in anchored or anchored.add(name) else mark(Unit(COVER, name, (Run(text=values[name]),)), markup))
        for relation in self.document.part.rels.values():
            if relation.reltype.endswith(("/header", "/footer")):
                for paragraph in relation.target_part.element.iter(qn("w:p")):
                    if _names(paragraph):
                        _fill(paragraph, running, lambda name, markup: markup)


def check_template(data: bytes) -> tuple[Notice, ...]:
    """Return what a template lacks, by name; raise CouldNot when it cannot be used at all."""
    template = Template(data)
    for names, ask in ((PARAGRAPH_STYLES, template.style), (CHARACTER_STYLES, template.character), (TABLE_STYLES, template.table)):
        for name in names:
            ask(name)
    used = {name for paragraph in template.body.iter(qn("w:p")) for name in _names(paragraph)}
    unknown = tuple(Notice(code="template-field", detail=f"{{{{{name}}}}} is not a field") for name in sorted(used - {BODY, *FIELDS}))
    return template.notices() + unknown


def report(notices: tuple[Notice, ...]) -> None:
    """Say in the log what a template lacks."""
    for notice in notices:
        _log.warning("%s: %s", TEMPLATE.name, notice.detail)


def _names(paragraph) -> list[str]:
    return _FIELD.findall("".join(t.text or "" for t in paragraph.iter(qn("w:t"))))


def _fill(paragraph, values: Mapping[str, str], mark) -> None:
    """Replace the fields of one paragraph; a field that Word has cut into runs is joined. A sign
    between two fields of which one is empty goes with it."""
    texts = [t for t in paragraph.iter(qn("w:t"))]
    whole = "".join(t.text or "" for t in texts)
    empty = any(not values.get(name) for name in _names(paragraph))
    if empty or sum(len(_FIELD.findall(t.text or "")) for t in texts) != len(_FIELD.findall(whole)):
        texts[0].text = whole
        for other in texts[1:]:
            other.text = ""
    for text in texts:
        pieces = _FIELD.split(text.text or "")
        if len(pieces) == 1:
            continue
        run = text.getparent()
        look = run.find(qn("w:rPr"))
        text.text = ""
        for number, piece in reversed(list(enumerate(pieces))):
            value = values.get(piece, "") if number % 2 else "" if _parts_nothing(pieces, number, values) else piece
            if not value:
                continue
            markup = x.run(value)
            made = x.elements(mark(piece, markup) if number % 2 else markup)
            for element in reversed(made):
                if look is not None and element.tag == qn("w:r"):
                    element.insert(0, deepcopy(look))
                run.addnext(element)
        if len(run) == (look is not None) + 1:
            run.getparent().remove(run)


def _parts_nothing(pieces: list[str], number: int, values: Mapping[str, str]) -> bool:
    """Tell whether a text between two fields is only a sign, such as a dot, beside an empty one."""
    beside = pieces[number - 1 : number] + pieces[number + 1 : number + 2]
    return len(beside) == 2 and not any(char.isalnum() for char in pieces[number]) and not all(values.get(name) for name in beside)
