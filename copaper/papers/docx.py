"""A paper as a Word document, on the template that staff own.

Text goes into the template's styles by their names; a style that the template lacks is
replaced by Normal and told. Headings, captions, contents, links and tables are Word's own.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import datetime
from functools import cache

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from copaper.errors import CouldNot
from copaper.papers import charts
from copaper.papers import docx_xml as x
from copaper.papers.html import contents, numbers, widths
from copaper.papers.printable import FONTS
from copaper.papers.wording import day
from copaper.records import (
    Bullets,
    Callout,
    Card,
    EvidenceEntry,
    Figure,
    Heading,
    Inline,
    Paper,
    Paragraph,
    Quote,
    Table,
    Tiles,
)

TEMPLATE = FONTS.parent / "paper-template.docx"
BODY, RUNNING_TITLE = "{{BODY}}", "{{RUNNING TITLE}}"
_WIDTH = 162.0
"""Millimetres of text on a page of the template."""


def render_docx(paper: Paper, template: bytes | None = None) -> bytes:
    """Return the paper as DOCX; the same paper always gives the same bytes.

    Raises :class:`~copaper.errors.CouldNot` (``template-broken``) when the template cannot
    be opened or has no ``{{BODY}}``.
    """
    return _Writer(paper, template if template is not None else TEMPLATE.read_bytes()).bytes()


class _Writer:
    def __init__(self, paper: Paper, template: bytes) -> None:
        self.paper = paper
        try:
            self.document = docx.Document(io.BytesIO(template))
        except (ValueError, KeyError, zipfile.BadZipFile, OSError) as error:
            raise CouldNot("template-broken", str(TEMPLATE), reason=type(error).__name__) from None
        body = [p for p in self.document.paragraphs if p.text.strip() == BODY]
        if not body:
            raise CouldNot("template-broken", str(TEMPLATE), reason=f"there is no paragraph {BODY}")
        self.anchor = body[0]._p
        self.marks = x.Bookmarks()
        self.numbers, self.widths = numbers(paper), widths(paper)
        self.styles = {style.name.casefold(): style for style in self.document.styles}
        self.missing: set[str] = set()
        self.pictures = 0

    def bytes(self) -> bytes:
        self._cover()
        self._contents()
        for block in self.paper.blocks:
            getattr(self, f"_{block.type}")(block)
        self.anchor.getparent().remove(self.anchor)
        self._running_title()
        self._properties()
        out = io.BytesIO()
        self.document.save(out)
        return x.fixed_zip(out.getvalue())

    # --- paragraphs ---

    @cache  # noqa: B019 - one writer lives as long as one document
    def style(self, name: str):
        """Return a style of the template, or Normal if it lacks that one."""
        found = self.styles.get(name.casefold())
        if found is None:
            self.missing.add(name)
        return found or self.styles["normal"]

    def add(self, style: str, text: str = "", *, key: str = "") -> WordParagraph:
        element = x.element("w:p")
        self.anchor.addprevious(element)
        paragraph = WordParagraph(element, self.document._body)
        return self._fill(paragraph, style, text, key)

    def _fill(self, paragraph: WordParagraph, style: str, text: str, key: str) -> WordParagraph:
        paragraph.style = self.style(style)
        if text:
            paragraph.add_run(text)
        if key:
            self.marks.around(paragraph, f"_dp_{key}")
        return paragraph

    def inline(self, paragraph: WordParagraph, runs: Inline, key: str = "") -> WordParagraph:
        for run in runs:
            if run.cite:
                x.internal_link(paragraph, f"_ev_{run.cite}", str(run.cite), self.style("DP Citation") if "dp citation" in self.styles else None)
            elif run.href:
                x.external_link(paragraph, run.href, run.text, self.styles.get("hyperlink"))
            elif run.text:
                made = paragraph.add_run(run.text)
                made.bold, made.italic = run.bold or None, run.italic or None
        if key:
            self.marks.around(paragraph, f"_dp_{key}")
        return paragraph

    # --- front matter ---

    def _cover(self) -> None:
        paper = self.paper
        self.add("DP Cover Publisher", paper.publisher, key="cover-publisher")
        self.add("DP Cover Series", f"{paper.community} · Discussion paper", key="cover-series")
        self.add("DP Title", paper.title, key="cover-title")
        self.add("DP Subtitle", paper.subtitle, key="cover-subtitle")
        self.add("DP Status", "Draft for review" if paper.status == "draft" else f"Approved, version {paper.version}", key="cover-status")
        if paper.notice:
            self.add("DP Note", paper.notice, key="cover-notice")
        self.add("DP Body", day(paper.date), key="cover-date")
        self.add("DP Contents Title", "About this paper", key="imprint").paragraph_format.page_break_before = True
        for number, (heading, text) in enumerate((("How to cite", paper.how_to_cite), *paper.imprint)):
            self.add("DP Imprint Heading", heading, key=f"imprint-{number}-heading")
            self.add("DP Imprint", text, key=f"imprint-{number}")

    def _contents(self) -> None:
        """Write the contents as a field with its entries in it, so that they show at once."""
        self.add("DP Contents Title", "Contents", key="contents").paragraph_format.page_break_before = True
        entries = contents(self.paper)
        for position, entry in enumerate(entries):
            paragraph = self.add(f"TOC {entry['level']}")
            if position == 0:
                for kind, text in (("begin", ""), ("", ' TOC \\o "1-2" \\h \\z \\u '), ("separate", "")):
                    run = paragraph.add_run()
                    if kind:
                        run._r.append(x.element("w:fldChar", fldCharType=kind))
                    else:
                        code = x.element("w:instrText")
                        code.text = text
                        run._r.append(code)
            x.internal_link(paragraph, _anchor(str(entry["id"])), str(entry["text"]))
            paragraph.add_run("\t")
            x.field(paragraph, f"PAGEREF {_anchor(str(entry['id']))} \\h", "–")
            if position == len(entries) - 1:
                paragraph.add_run()._r.append(x.element("w:fldChar", fldCharType="end"))

    # --- blocks ---

    def _heading(self, block: Heading) -> None:
        paragraph = self.add(f"Heading {block.level}", block.text, key=block.id)
        self.marks.around(paragraph, _anchor(block.id))
        if block.level == 1:
            paragraph.paragraph_format.page_break_before = True

    def _paragraph(self, block: Paragraph) -> None:
        style = {"body": "DP Body", "lead": "DP Lead", "note": "DP Note"}[block.style]
        self.inline(self.add(style), block.runs, block.id)

    def _quote(self, block: Quote) -> None:
        self.inline(self.add("DP Quote"), block.runs, block.id)
        if block.attribution:
            self.add("DP Attribution", block.attribution, key=f"{block.id}-by")

    def _bullets(self, block: Bullets) -> None:
        key = block.style == "key messages"
        for number, item in enumerate(block.items, 1):
            paragraph = self.add("DP Key Message" if key else "DP Bullet")
            paragraph.add_run(f"{number}\t" if key else "•\t")
            self.inline(paragraph, item, f"{block.id}-{number}")

    def _callout(self, block: Callout) -> None:
        paragraph = self.add("DP Callout")
        paragraph.add_run(f"{block.title}. ").bold = True
        self.inline(paragraph, block.runs, block.id)

    def _tiles(self, block: Tiles) -> None:
        table = self._grid(1, len(block.items), [1] * len(block.items))
        x.borders(table, lines="FFFFFF", top="0F4C5C", inside=False)
        for cell, (amount, what) in zip(table.rows[0].cells, block.items, strict=True):
            self._fill(cell.paragraphs[0], "DP Number", amount, "")
            self._fill(cell.add_paragraph(), "DP Number Label", what, "")
        self._after_table()

    def _card(self, block: Card) -> None:
        table = self._grid(len(block.rows) + 1, 2, [1, 4])
        x.borders(table, lines="FFFFFF", top="9A3B12" if block.kind == "practice" else "0F4C5C", inside=False)
        colour = "FAF3EA" if block.kind == "practice" else "EEF3F4"
        title = table.rows[0].cells[0].merge(table.rows[0].cells[1])
        paragraph = self._fill(title.paragraphs[0], "DP Card Title", block.title, f"{block.id}-title")
        self.marks.around(paragraph, _anchor(block.id))
        paragraph._p.get_or_add_pPr().append(x.element("w:outlineLvl", val="1"))
        x.shade(title, colour)
        for number, (row, (label, runs)) in enumerate(zip(table.rows[1:], block.rows, strict=True), 1):
            x.keep_row_whole(row)
            self._fill(row.cells[0].paragraphs[0], "DP Card Label", label, "")
            self._fill(row.cells[1].paragraphs[0], "DP Card Text", "", "")
            self.inline(row.cells[1].paragraphs[0], runs, f"{block.id}-{number}")
            for cell in row.cells:
                x.shade(cell, colour)
            if number < len(block.rows):
                for cell in row.cells:
                    cell.paragraphs[0].paragraph_format.keep_with_next = True
        self._after_table()

    def _table(self, block: Table) -> None:
        self._caption("Table", block.id, block.caption)
        table = self._grid(len(block.rows) + 1, len(block.header), self.widths[block.id])
        x.borders(table, top="0F4C5C")
        x.header_row(table.rows[0])
        for cell, text in zip(table.rows[0].cells, block.header, strict=True):
            self._fill(cell.paragraphs[0], "DP Table Head", text, "")
        for number, (row, cells) in enumerate(zip(table.rows[1:], block.rows, strict=True), 1):
            x.keep_row_whole(row)
            for column, (cell, runs) in enumerate(zip(row.cells, cells, strict=True), 1):
                self._fill(cell.paragraphs[0], "DP Table Text", "", "")
                self.inline(cell.paragraphs[0], runs, f"{block.id}-{number}-{column}")
        self._after_table()

    def _figure(self, block: Figure) -> None:
        self._caption("Figure", block.id, block.title)
        paragraph = self.add("DP Body")
        shape = paragraph.add_run().add_picture(io.BytesIO(charts.png(block)), width=Mm(_WIDTH * 0.9))
        self.pictures += 1
        properties = shape._inline.docPr
        properties.set("id", str(1000 + self.pictures))
        properties.set("name", f"Figure {self.numbers[block.id]}")
        properties.set("descr", block.alt)
        self.add("DP Note", block.source, key=f"{block.id}-source")

    def _evidence(self, block: EvidenceEntry) -> None:
        paragraph = self.add("DP Evidence")
        paragraph.add_run(str(block.number)).bold = True
        paragraph.add_run(f" {block.time}" + (f" · {block.who}" if block.who else "") + f" {block.source}")
        self.marks.around(paragraph, f"_ev_{block.number}")
        self.add("DP Evidence Quote", f"“{block.quote}”", key=block.id)

    def _caption(self, kind: str, id: str, text: str) -> None:
        paragraph = self.add("Caption")
        paragraph.add_run(f"{kind} ")
        x.field(paragraph, f"SEQ {kind} \\* ARABIC", str(self.numbers[id]))
        paragraph.add_run(f". {text}")
        self.marks.around(paragraph, f"_dp_{id}-caption")

    def _grid(self, rows: int, columns: int, parts) -> WordTable:
        table = self.document.add_table(rows, columns)
        self.anchor.addprevious(table._tbl)
        table.autofit = False
        total = sum(parts)
        for column, part in zip(table.columns, parts, strict=True):
            column.width = Mm(_WIDTH * part / total)
        for row in table.rows:
            for cell, part in zip(row.cells, parts, strict=True):
                cell.width = Mm(_WIDTH * part / total)
        return table

    def _after_table(self) -> None:
        """Two tables with nothing between them would become one."""
        paragraph = self.add("DP Note")
        paragraph.paragraph_format.space_after = 0

    # --- about the document ---

    def _running_title(self) -> None:
        for section in self.document.sections:
            for paragraph in section.header.paragraphs:
                if RUNNING_TITLE in paragraph.text:
                    paragraph.text = self.paper.title

    def _properties(self) -> None:
        paper, core = self.paper, self.document.core_properties
        moment = datetime(paper.date.year, paper.date.month, paper.date.day)
        core.title, core.subject, core.author = paper.title[:255], paper.subtitle[:255], paper.publisher[:255]
        core.last_modified_by, core.language, core.keywords = paper.publisher[:255], paper.language, ", ".join(paper.keywords)[:255]
        core.created = core.modified = moment
        core.revision, core.version, core.identifier, core.comments = 1, paper.version, paper.id, ""
        base = hashlib.sha256(paper.to_json().encode()).hexdigest()
        content = x.custom_properties({"CopaperDraft": paper.id, "CopaperBase": base, "CopaperSession": paper.session})
        package = self.document.part.package
        part = Part(PackURI("/docProps/custom.xml"), "application/vnd.openxmlformats-officedocument.custom-properties+xml", content, package)
        package.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties")


def _anchor(id: str) -> str:
    """Return the bookmark name that links and contents use for a block."""
    return "_to_" + id.replace("-", "_")[:36]
