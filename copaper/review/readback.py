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
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from copaper.errors import BadInput
from copaper.intake.package import guard

PREFIX = "_dp_"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_COPY = re.compile(r"_Copy_\d+$")
_GENERATED = ("dp citation", "dp caption number", "dp evidence number")
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_INSERTED, _DELETED = (f"{_W}ins", f"{_W}moveTo"), (f"{_W}del", f"{_W}moveFrom")
_LARGEST = 50 << 20


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
    in_table: bool = False


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
    in_table: bool
    mark_inserted: bool
    mark_deleted: bool
    before: str = ""
    after: str = ""
    anchors: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

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
        passages=tuple(_passages(paragraphs, accept=True)),
        originals=tuple(_passages(paragraphs, accept=False)),
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

    def _part(self, name: str):
        if name not in self._names:
            return None
        if self._package.getinfo(name).file_size > _LARGEST:
            raise KeyError(name)
        return etree.fromstring(self._package.read(name), etree.XMLParser(resolve_entities=False, no_network=True))

    def properties(self) -> dict[str, str]:
        part = self._part("docProps/custom.xml")
        return {} if part is None else {p.get("name", ""): "".join(p.itertext()) for p in part}

    def paragraphs(self) -> list[_Paragraph]:
        found = []
        for element in self.document.iter(f"{_W}p"):
            above = {parent.tag for parent in element.iterancestors()}
            if above & {f"{_W}txbxContent", _FALLBACK}:
                continue
            look = element.find(f"{_W}pPr")
            style = None if look is None else look.find(f"{_W}pStyle")
            name = "" if style is None else self._styles.get(style.get(f"{_W}val"), "")
            if name.startswith(("toc ", "contents ")):
                continue
            mark = None if look is None else look.find(f"{_W}rPr")
            marks = set() if mark is None else {child.tag for child in mark}
            paragraph = _Paragraph(name, f"{_W}tc" in above, bool(marks & set(_INSERTED)), bool(marks & set(_DELETED)))
            self._walk(element, paragraph, None, None)
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

    def _walk(self, element, into: _Paragraph, inserted, deleted) -> None:
        for child in element:
            tag = child.tag
            if tag in _INSERTED:
                self._walk(child, into, child, deleted)
            elif tag in _DELETED:
                self._walk(child, into, inserted, child)
            elif tag == f"{_W}bookmarkStart":
                name = child.get(f"{_W}name", "")
                if name.startswith(PREFIX):
                    into.anchors.append(name[len(PREFIX) :])
            elif tag == f"{_W}commentRangeStart":
                self._open[child.get(f"{_W}id", "")] = None
            elif tag == f"{_W}commentRangeEnd":
                self._open.pop(child.get(f"{_W}id", ""), None)
            elif tag == f"{_W}r":
                self._run(child, into, inserted, deleted)
            elif tag == f"{_W}fldSimple" and _numbers_itself(child.get(f"{_W}instr", "")):
                continue
            elif tag not in (f"{_W}pPr", f"{_W}p", _FALLBACK):
                self._walk(child, into, inserted, deleted)

    def _run(self, run, into: _Paragraph, inserted, deleted) -> None:
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
        if not text or (look is not None and self._not_text(look)) or any(_numbers_itself(code) for code in self._fields):
            return
        if inserted is None:
            into.before += text
        if deleted is None:
            into.after += text
            for id in self._open:
                self._quotes[id] = self._quotes.get(id, "") + text
        if (inserted is None) != (deleted is None):
            mark = deleted if inserted is None else inserted
            into.changes.append(Change("delete" if inserted is None else "insert", text, mark.get(f"{_W}author", ""), mark.get(f"{_W}date", "")))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _not_text(self, look) -> bool:
        """Whether a run is hidden, or one that the renderer makes by itself."""
        hidden, style = look.find(f"{_W}vanish"), look.find(f"{_W}rStyle")
        if hidden is not None and hidden.get(f"{_W}val") not in ("0", "false", "off"):
            return True
        return style is not None and self._styles.get(style.get(f"{_W}val")) in _GENERATED

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
    if not text.strip() and not comments and (any(part.touched for part in parts) or not any(part.anchors for part in parts)):
        return
    alive = [part for part in parts if part.text(accept).strip() or not part.touched] or parts
    names = [anchor for part in alive for anchor in part.anchors]
    yield Passage(
        keys=tuple(dict.fromkeys(name for name in names if not _COPY.search(name))),
        copied=tuple(dict.fromkeys(_COPY.sub("", name) for name in names if _COPY.search(name))),
        text=text,
        style=alive[0].style,
        changes=tuple(change for part in parts for change in part.changes),
        comments=comments,
        in_table=parts[0].in_table,
    )
