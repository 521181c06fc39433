"""Read a reviewed Word draft: what each passage said and says, who changed it, what was remarked.

A passage is one paragraph or cell as it stands when all recorded changes are accepted. It
carries the hidden bookmarks of the units that it was made from; what the renderer numbers by
itself (captions, evidence, citation marks) and the contents are not part of its text.

python-docx cannot be used for this: its ``.text`` leaves out what was inserted with change
tracking.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from posixpath import join, normpath
from typing import Literal

from lxml import etree

from copaper.errors import BadInput
from copaper.intake.own import DRAFT_NAMESPACE
from copaper.intake.package import guard
from copaper.papers.links import web_address
from copaper.papers.units import PARAGRAPHS
from copaper.records import Inline, Run

PREFIX = "_dp_"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_COPY = re.compile(r"_Copy_\d+$")
_LATER_PART = re.compile(r"_\d+$")
"""How the second and further paragraphs of one text are marked."""
_OUR_PICTURE = re.compile(r"Figure \d+$")
_GENERATED = ("dp citation", "dp caption number", "dp evidence number")
_MARK = re.compile(r"(?:(?:Table|Figure)\s+)?[\u200d\ufeff]?\d*(?:,\u00a0)?[.\s\u00a0]*")
"""What a run of these styles says: a number, with a word before it in captions, or what parts two numbers."""
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_INSERTED, _DELETED = (f"{_W}ins", f"{_W}moveTo"), (f"{_W}del", f"{_W}moveFrom")
_LARGEST = 50 << 20
_NOT_DESCRIBED = "Picture added in the review, without a description"
"""A file name would tell nobody who cannot see it anything."""
_LARGEST_PICTURE = 20 << 20
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True)
class Drawn:
    """A picture that is none of our figures: its file, and what it shows for who cannot see it."""

    data: bytes
    alt: str


@dataclass(frozen=True)
class Change:
    """A recorded insertion or deletion."""

    kind: Literal["insert", "delete"]
    text: str
    author: str
    date: str


@dataclass(frozen=True)
class Comment:
    """A comment with the words that it stands at; ``parent`` is the one that it answers."""

    id: str
    author: str
    date: str
    text: str
    quote: str = ""
    done: bool = False
    parent: str = ""


@dataclass(frozen=True)
class Passage:
    """A paragraph or cell. ``keys`` are its units, none where a reviewer added it, more than
    one where paragraphs were joined; ``copied`` are keys that a move or a copy carried."""

    keys: tuple[str, ...]
    text: str
    style: str
    copied: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    comments: tuple[str, ...] = ()
    cell: tuple[int, int, int] | None = None
    """Number of the table in the document, of the row in it and of the cell in that, from 0."""
    runs: Inline = ()
    """The text with its look: bold, italics, links."""
    pictures: tuple[Drawn, ...] = ()


@dataclass(frozen=True)
class ReviewedDraft:
    """A draft as it came back; ``draft`` is empty when it is none of ours."""

    draft: str
    session: str
    base: str
    passages: tuple[Passage, ...]
    originals: tuple[Passage, ...]
    """The passages with every recorded change refused."""
    comments: tuple[Comment, ...]
    strays: tuple[str, ...] = ()
    """Words in text boxes and notes, where nothing of ours stands."""


@dataclass
class _Paragraph:
    style: str
    cell: tuple[int, int, int] | None
    mark_inserted: bool
    mark_deleted: bool
    before: str = ""
    after: str = ""
    anchors: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pictures: list[Drawn] = field(default_factory=list)

    def text(self, accept: bool) -> str:
        return self.after if accept else self.before

    @property
    def touched(self) -> bool:
        return bool(self.changes or self.mark_inserted or self.mark_deleted)


def read_draft(name: str, data: bytes) -> ReviewedDraft:
    """Return what a reviewed draft says.

    Raises :class:`~copaper.errors.BadInput` (``package-refused``) for a file that is unsafe,
    damaged or no Word document.
    """
    guard(name, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            reader = _Reader(package)
            paragraphs = reader.paragraphs()
            comments = reader.remarks()
            known = reader.properties()
            strays = tuple(reader.strays())
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RecursionError):
        raise BadInput("package-refused", name, reason="it is not a document that Word would open") from None
    return ReviewedDraft(
        draft=known.get("CopaperDraft", ""),
        session=known.get("CopaperSession", ""),
        base=known.get("CopaperBase", ""),
        passages=tuple(_by_cell(_passages(paragraphs, accept=True))),
        originals=tuple(_by_cell(_passages(paragraphs, accept=False))),
        comments=comments,
        strays=strays,
    )


class _Reader:
    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package, self._names = package, set(package.namelist())
        self.document = self._part("word/document.xml")
        if self.document is None:
            raise KeyError("word/document.xml")
        styles = self._part("word/styles.xml")
        self._styles = {} if styles is None else {s.get(f"{_W}styleId"): n.get(f"{_W}val", "").casefold() for s in styles.iter(f"{_W}style") if (n := s.find(f"{_W}name")) is not None}
        self._open: dict[str, None] = {}
        self._quotes: dict[str, str] = {}
        self._fields: list[str] = []
        self._places: dict[object, tuple[int, int, int]] = {}
        for number, table in enumerate(self.document.iter(f"{_W}tbl")):
            for row_number, row in enumerate(table.iterchildren(f"{_W}tr")):
                for column, cell in enumerate(row.iterchildren(f"{_W}tc")):
                    self._places[cell] = (number, row_number, column)
        relations = self._part("word/_rels/document.xml.rels")
        self._targets = {} if relations is None else {r.get("Id"): (r.get("Target", ""), r.get("TargetMode") == "External") for r in relations}

    def _part(self, name: str):
        if name not in self._names:
            return None
        if self._package.getinfo(name).file_size > _LARGEST:
            raise KeyError(name)
        return etree.fromstring(self._package.read(name), etree.XMLParser(resolve_entities=False, no_network=True))

    def properties(self) -> dict[str, str]:
        """Return what tells which draft this is: custom properties, else our custom XML part."""
        part = self._part("docProps/custom.xml")
        found = {} if part is None else {p.get("name", ""): "".join(p.itertext()) for p in part}
        for name in sorted(self._names):
            if found.get("CopaperBase") or not re.fullmatch(r"customXml/item\d+\.xml", name):
                continue
            own = self._part(name)
            if own.tag == f"{{{DRAFT_NAMESPACE}}}draft":
                found |= {"CopaperDraft": own.get("draft", ""), "CopaperSession": own.get("session", ""), "CopaperBase": own.get("base", "")}
        return found

    def paragraphs(self) -> list[_Paragraph]:
        found = []
        for element in self.document.iter(f"{_W}p"):
            above = {parent.tag for parent in element.iterancestors()}
            if above & {f"{_W}txbxContent", _FALLBACK}:
                continue
            look = element.find(f"{_W}pPr")
            style = None if look is None else look.find(f"{_W}pStyle")
            name = "normal" if style is None else self._styles.get(style.get(f"{_W}val"), "")
            if name.startswith(("toc ", "contents ")):
                continue
            mark = None if look is None else look.find(f"{_W}rPr")
            marks = set() if mark is None else {child.tag for child in mark}
            holder = next(element.iterancestors(f"{_W}tc"), None)
            paragraph = _Paragraph(name, self._places.get(holder), bool(marks & set(_INSERTED)), bool(marks & set(_DELETED)))
            self._walk(element, paragraph, None, None, "")
            found.append(paragraph)
        return found

    def strays(self) -> Iterator[str]:
        """Yield what stands in text boxes, footnotes and endnotes, where we write nothing."""
        holders = [box for box in self.document.iter(f"{_W}txbxContent") if not any(a.tag == _FALLBACK for a in box.iterancestors())]
        for name, tag in (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")):
            part = self._part(name)
            holders += [] if part is None else [note for note in part.iter(f"{_W}{tag}") if note.get(f"{_W}type") is None]
        for holder in holders:
            words = " ".join("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in holder.iter(f"{_W}p")).strip()
            if words:
                yield words

    def _walk(self, element, into: _Paragraph, inserted, deleted, href: str) -> None:
        for child in element:
            tag = child.tag
            if tag in _INSERTED:
                self._walk(child, into, child, deleted, href)
            elif tag in _DELETED:
                self._walk(child, into, inserted, child, href)
            elif tag == f"{_W}bookmarkStart":
                name = child.get(f"{_W}name", "")
                if name.startswith(PREFIX):
                    into.anchors.append(name[len(PREFIX) :])
            elif tag == f"{_W}commentRangeStart":
                self._open[child.get(f"{_W}id", "")] = None
            elif tag == f"{_W}commentRangeEnd":
                self._open.pop(child.get(f"{_W}id", ""), None)
            elif tag == f"{_W}r":
                self._run(child, into, inserted, deleted, href)
            elif tag == f"{_W}hyperlink":
                target, outside = self._targets.get(child.get(f"{_R}id"), ("", False))
                self._walk(child, into, inserted, deleted, web_address(target) if outside else href)
            elif tag == f"{_W}fldSimple" and _numbers_itself(child.get(f"{_W}instr", "")):
                continue
            elif tag not in (f"{_W}pPr", f"{_W}p", _FALLBACK):
                self._walk(child, into, inserted, deleted, href)

    def _run(self, run, into: _Paragraph, inserted, deleted, href: str) -> None:
        look = run.find(f"{_W}rPr")
        text = ""
        for child in run:
            name = etree.QName(child).localname
            if name in ("t", "delText"):
                text += child.text or ""
            elif name == "commentReference":
                into.comments.append(child.get(f"{_W}id", ""))
            elif name == "fldChar":
                self._field(child.get(f"{_W}fldCharType"))
            elif name == "instrText" and self._fields:
                self._fields[-1] += child.text or ""
            elif child.get(f"{_W}type") not in ("page", "column"):
                # LibreOffice writes a break before a heading that begins a page.
                text += _SIGNS.get(name, "")
        if deleted is None:
            into.pictures += self._pictures(run)
        if look is not None and self._not_text(look):
            # What is typed right after a mark looks like one.
            text = "" if self._hidden(look) or _MARK.fullmatch(text) else text if inserted is not None else _MARK.sub("", text, count=1)
        if not text or any(_numbers_itself(code) for code in self._fields):
            return
        if inserted is None:
            into.before += text
        if deleted is None:
            into.after += text
            into.runs.append(Run(text=text, bold=_on(look, "b"), italic=_on(look, "i"), href=href))
            for id in self._open:
                self._quotes[id] = self._quotes.get(id, "") + text
        if (inserted is None) != (deleted is None):
            mark = deleted if inserted is None else inserted
            into.changes.append(Change("delete" if inserted is None else "insert", text, mark.get(f"{_W}author", ""), mark.get(f"{_W}date", "")))

    def _pictures(self, run) -> Iterator[Drawn]:
        """Yield the pictures of a run that are none of our figures."""
        for drawing in run.iter(f"{_W}drawing"):
            about = drawing.find(f".//{_WP}docPr")
            if any(a.tag == _FALLBACK for a in drawing.iterancestors()) or (about is not None and _OUR_PICTURE.match(about.get("name", ""))):
                continue
            for blip in drawing.iter(f"{_A}blip"):
                target, outside = self._targets.get(blip.get(f"{_R}embed"), ("", True))
                name = target.lstrip("/") if target.startswith("/") else normpath(join("word", target))
                if not outside and name in self._names and self._package.getinfo(name).file_size <= _LARGEST_PICTURE:
                    told = "" if about is None else about.get("descr") or about.get("title") or ""
                    yield Drawn(self._package.read(name), told or _NOT_DESCRIBED)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _not_text(self, look) -> bool:
        """Whether a run is hidden, or looks like one that the renderer makes by itself."""
        style = look.find(f"{_W}rStyle")
        return self._hidden(look) or style is not None and self._styles.get(style.get(f"{_W}val")) in _GENERATED

    def _hidden(self, look) -> bool:
        return _on(look, "vanish")

    def remarks(self) -> tuple[Comment, ...]:
        part, extended = self._part("word/comments.xml"), self._part("word/commentsExtended.xml")
        if part is None:
            return ()
        by_paragraph = {p.get(f"{_W14}paraId"): c.get(f"{_W}id") for c in part.iter(f"{_W}comment") for p in c.iter(f"{_W}p")}
        more: dict[str, tuple[bool, str]] = {}
        for entry in () if extended is None else extended.iter(f"{_W15}commentEx"):
            id = by_paragraph.get(entry.get(f"{_W15}paraId"))
            if id is not None:
                more[id] = (entry.get(f"{_W15}done") == "1", by_paragraph.get(entry.get(f"{_W15}paraIdParent")) or "")
        found = []
        for comment in part.iter(f"{_W}comment"):
            id = comment.get(f"{_W}id", "")
            text = "\n".join("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in comment.iter(f"{_W}p"))
            done, parent = more.get(id, (False, ""))
            found.append(Comment(id, comment.get(f"{_W}author", ""), comment.get(f"{_W}date", ""), text, self._quotes.get(id, ""), done, parent))
        return tuple(found)


def _on(look, name: str) -> bool:
    mark = None if look is None else look.find(f"{_W}{name}")
    return mark is not None and mark.get(f"{_W}val") not in _OFF


def _numbers_itself(instruction: str) -> bool:
    """Whether a field is a number of ours, whose style LibreOffice does not keep."""
    return instruction.split()[:1] in (["SEQ"], ["PAGEREF"])


def _passages(paragraphs: list[_Paragraph], *, accept: bool) -> Iterator[Passage]:
    """Yield passages with all changes accepted, or all refused.

    A paragraph whose mark was deleted runs on into the next one, as Word joins them."""
    waiting: list[_Paragraph] = []
    for paragraph in paragraphs:
        waiting.append(paragraph)
        if paragraph.mark_deleted if accept else paragraph.mark_inserted:
            continue
        yield from _passage(waiting, accept)
        waiting = []
    if waiting:
        yield from _passage(waiting, accept)


def _passage(parts: list[_Paragraph], accept: bool) -> Iterator[Passage]:
    text = "".join(part.text(accept) for part in parts)
    comments = tuple(dict.fromkeys(c for part in parts for c in part.comments))
    pictures = tuple(picture for part in parts for picture in part.pictures) if accept else ()
    if not text.strip() and not comments and not pictures and (any(part.touched for part in parts) or not any(part.anchors for part in parts)):
        return
    alive = [part for part in parts if part.text(accept).strip() or not part.touched] or parts
    names = [anchor for part in alive for anchor in part.anchors]
    yield Passage(
        keys=tuple(dict.fromkeys(_LATER_PART.sub("", name) for name in names if not _COPY.search(name))),
        copied=tuple(dict.fromkeys(_LATER_PART.sub("", _COPY.sub("", name)) for name in names if _COPY.search(name))),
        text=text,
        style=alive[0].style,
        changes=tuple(change for part in parts for change in part.changes),
        comments=comments,
        cell=parts[0].cell,
        runs=tuple(run for part in parts for run in part.runs) if accept else (),
        pictures=pictures,
    )


def _by_cell(passages: Iterator[Passage]) -> Iterator[Passage]:
    """Yield passages with what was added to a cell of ours joined to its text."""
    held: Passage | None = None
    for passage in passages:
        if held and held.cell and held.cell == passage.cell and held.keys and not passage.keys and not passage.copied:
            held = replace(
                held, text=held.text + PARAGRAPHS + passage.text, runs=(*held.runs, Run(text=PARAGRAPHS), *passage.runs),
                changes=held.changes + passage.changes, comments=held.comments + passage.comments, pictures=held.pictures + passage.pictures,
            )  # fmt: skip
            continue
        if held:
            yield held
        held = passage
    if held:
        yield held
