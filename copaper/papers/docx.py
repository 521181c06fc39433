"""A paper as a Word document, on the template that staff own.

Headings, captions, contents, links, lists and tables are Word's own. Every text has a
hidden bookmark around it (see :mod:`copaper.papers.units`), so that a reviewed draft can be
compared with the next one text by text.
"""

from __future__ import annotations

import base64
import io
import math
import re
import uuid
from dataclasses import replace
from datetime import datetime
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from copaper.intake.own import DRAFT_NAMESPACE
from copaper.papers import charts
from copaper.papers import docx_xml as x
from copaper.papers.docx_template import SERIES, TEMPLATE, Template, report
from copaper.papers.html import contents, numbers
from copaper.papers.links import web_address
from copaper.papers.topics import REPLY, is_question
from copaper.papers.units import FRONT, Unit, base_hash, block_units, card_ids, cover, front, pieces, row_parts
from copaper.records import (
    Block,
    Bullets,
    Callout,
    Card,
    Comment,
    Conflict,
    EvidenceEntry,
    Figure,
    Heading,
    Inline,
    Paper,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    Tiles,
)

OURS = "Copaper"
"""Author of the changes and remarks that stand in a draft for the reviewers to settle."""
_ROOM = '<w:pageBreakBefore w:val="0"/><w:spacing w:before="720"/>'
_RUNS_ON = '<w:pageBreakBefore w:val="0"/><w:spacing w:before="400"/>'
_PAGE, _HEADINGS, _ENTRY, _LINE, _LINE_LETTERS = 640, 65, 16, 13, 110
"""Points that a page has, and that of it the headings of imprint and contents need, an entry of
the contents or a heading of the imprint with the room around it, and a line of the imprint."""
_AFTER_TABLE = '<w:spacing w:before="280"/>'
"""Room between a table, which has none below it, and a paragraph."""
_TOGETHER = "<w:keepNext/>"
_FIRST_ROWS, _LAST_ROWS = 2, 3
"""Rows of a table that never stand on a page alone."""
_WHOLE_ROWS, _WHOLE_CELL = 12, 40
"""A table of no more rows, and no longer texts in them, stays on one page."""
_PARAGRAPHS = {"body": "DP Body", "lead": "DP Lead", "note": "DP Note"}
_LABEL = 1760
"""Width of a card's labels in twentieths of a point."""
_LETTER, _CELL_EDGES = 104, 150
"""Width of a letter of a table's text, on the safe side, and of a cell's edges."""
_PIXEL, _TWENTIETH = 9525, 635
"""English Metric Units in a pixel of a chart and in a twentieth of a point."""
_SCALE = 3.0
_HIGHEST = 7_200_000
"""Of a picture: 20 cm, so that it never needs more than a page."""
_LONGEST_PROPERTY = 255


def render_docx(paper: Paper, template: bytes | None = None) -> bytes:
    """Return the paper as DOCX; the same paper and template always give the same bytes.

    Raises :class:`~copaper.errors.CouldNot` (``template-broken``) when the template cannot
    be opened or has no place for the paper. Styles that it lacks are told in the log.
    """
    writer = _Writer(paper, Template(TEMPLATE.read_bytes() if template is None else template))
    data = writer.document()
    report(writer.template.notices())
    return data


class _Writer:
    def __init__(self, paper: Paper, template: Template) -> None:
        self.paper, self.template = paper, template
        self.numbers = numbers(paper)
        self.width = template.width
        self.cited: set[int] = set()
        self.bookmarks = self._free_number()
        self.pictures = 100
        self.changes = 100_000
        self.conflicts = {conflict.key: conflict for conflict in paper.conflicts}
        self.remarks: dict[str, list[Comment]] = {}
        for comment in paper.comments:
            self.remarks.setdefault(comment.key, []).append(comment)
        # Citation marks lead only to entries that the annex has.
        self.entries = {block.number for block in paper.blocks if isinstance(block, EvidenceEntry)}

    def _free_number(self) -> int:
        """Return the highest bookmark number of the template, so that ours go on from it."""
        taken = (mark.get(qn("w:id"), "0") for mark in self.template.body.iter(qn("w:bookmarkStart")))
        return max((int(number) for number in taken if number.isdigit()), default=0)

    def document(self) -> bytes:
        template = self.template
        values = {**cover(self.paper), SERIES: self.paper.series}
        template.fill(values, self.mark, {**values, "COMMUNITY": self.paper.community})
        blocks = self.paper.blocks
        markup = [self._front(), self._contents(), *map(self.block, blocks, (None, *blocks), (*blocks[1:], None))]
        for element in x.elements("".join(markup)):
            template.place.addprevious(element)
        self._end_body()
        self._language()
        self._properties()
        out = io.BytesIO()
        template.document.save(out)
        return x.fixed_zip(out.getvalue())

    def _end_body(self) -> None:
        """Take the template's marker away; Word wants a paragraph after a last table."""
        place = self.template.place
        before, after = place.getprevious(), place.getnext()
        if before is not None and before.tag == qn("w:tbl") and (after is None or after.tag != qn("w:p")):
            for child in list(place):
                if child.tag != qn("w:pPr"):
                    place.remove(child)
            return
        place.getparent().remove(place)

    # --- texts ---

    def bookmark(self, name: str, markup: str) -> str:
        self.bookmarks += 1
        return f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="{name}"/>{markup}<w:bookmarkEnd w:id="{self.bookmarks}"/>'

    def mark(self, unit: Unit, markup: str | None = None) -> str:
        """Return a unit's text inside its bookmark, with what reviewers have yet to settle."""
        inside = self.inline(unit.runs) if markup is None else markup
        conflict = self.conflicts.get(unit.key)
        if conflict and conflict.reviewer:
            # A recorded change may hold words only, so citation marks and links stay outside it.
            words = self.inline(tuple(run.model_copy(update={"href": ""}) for run in unit.runs if not run.cite))
            marks = self.inline(tuple(run for run in unit.runs if run.cite))
            inside = x.changed(self._change_number(2), OURS, self._stamp, conflict.other, words) + marks
        inside = self.bookmark(unit.anchor, inside)
        notes = [(comment.by, comment.date if _is_time(comment.date) else self._stamp, comment.text) for comment in self.remarks.get(unit.key, ())]
        if conflict:
            notes.append((OURS, self._stamp, _settle(conflict)))
        for by, date_, text in notes:
            comment = self.template.document.comments.add_comment(text=x.legal(text), author=x.legal(by), initials="".join(word[0] for word in by.split())[:3])
            comment._comment_elm.set(qn("w:date"), date_)
            inside = x.commented(comment.comment_id, inside)
        return inside

    @property
    def _stamp(self) -> str:
        """A time for what the program remarks: the session's day, as outputs know no clock."""
        return f"{self.paper.date.isoformat()}T00:00:00Z"

    def _change_number(self, count: int) -> int:
        """Return the first of ``count`` free numbers for recorded changes."""
        self.changes += count
        return self.changes - count + 1

    def inline(self, runs: Inline) -> str:
        parts: list[str] = []
        after_mark = False
        for run in runs:
            if run.cite:
                # Two marks in a row would read as one number.
                parts.append((x.run(",\u00a0", style=self.template.character("DP Citation")) if after_mark else "") + self._citation(run.cite))
            elif run.href and (address := web_address(run.href)):
                relation = self.template.document.part.relate_to(address, RT.HYPERLINK, is_external=True)
                parts.append(x.web_link(relation, x.run(run.text or address, style=self.template.character("Hyperlink"))))
            elif run.to:
                parts.append(x.link(self._anchor(run.to), x.run(run.text)))
            elif run.text:
                parts.append(x.run(run.text, bold=run.bold, italic=run.italic))
            after_mark = bool(run.cite)
        return "".join(parts)

    def _anchor(self, block: str) -> str:
        """Return the bookmark of a heading or card."""
        return Unit(block, "title" if block in self._cards else "", ()).anchor

    def _citation(self, number: int) -> str:
        # It keeps the number on the line of what it belongs to.
        shown = x.run(f"{x.NO_BREAK}{number}", style=self.template.character("DP Citation"))
        if number not in self.entries:
            return shown
        linked = x.link(f"_ev_{number}", shown)
        if number in self.cited:
            return linked
        self.cited.add(number)
        return self.bookmark(f"_cite_{number}", linked)

    def paragraph(self, style: str, unit: Unit, more: str = "") -> str:
        """Return a text as a paragraph, or as those that a reviewer made of it."""
        look = self.template.style(style)
        first, *rest = (unit.runs,) if unit.key in self.conflicts else pieces(unit.runs)
        found = [x.paragraph(look, self.mark(replace(unit, runs=first)), more)]
        found += [x.paragraph(look, self.bookmark(f"{unit.anchor}_{n}", self.inline(piece)), more) for n, piece in enumerate(rest, 2)]
        return "".join(found)

    # --- front matter ---

    def _front(self) -> str:
        def unit(part: str, text: str) -> Unit:
            return Unit(FRONT, part, (Run(text=text),))

        parts = [self.paragraph("DP Front Heading", unit("title", "About this paper"))]
        for number, (heading, text) in enumerate(front(self.paper), 1):
            if not text:
                continue
            parts.append(self.paragraph("DP Imprint Heading", unit(f"heading-{number}", heading)))
            parts.append(self.paragraph("DP Imprint", unit(f"text-{number}", text)))
        parts.append(self.paragraph("DP Front Heading", unit("contents", "Contents"), _RUNS_ON if _shares_a_page(self.paper) else ""))
        return "".join(parts)

    def _contents(self) -> str:
        """Return the contents as a field that holds its entries, so that they show at once.

        They lead to their places but have no page numbers: only the program that lays the
        pages out knows these, and each breaks them elsewhere. Whoever updates the field gets
        them. Word is not told to do so as it opens the file, since it would ask every reader
        for leave, and in a draft record the whole contents as changed.
        """
        entries = contents(self.paper)
        parts = []
        for position, entry in enumerate(entries):
            line = x.link(self._anchor(str(entry["id"])), x.run(str(entry["text"])))
            start = x.field_start('TOC \\o "1-2" \\h \\z \\u') if position == 0 else ""
            end = x.char("end") if position == len(entries) - 1 else ""
            parts.append(x.paragraph(self.template.style(f"toc {entry['level']}"), start + line + end))
        return "".join(parts)

    @property
    def _cards(self) -> set[str]:
        return {block.id for block in self.paper.blocks if isinstance(block, Card)}

    # --- blocks ---

    def block(self, block: Block, before: Block | None = None, after: Block | None = None) -> str:
        """Return a block as it stands between the one before it and the one after it."""
        units = {unit.part: unit for unit in block_units(block)}
        ends = _TOGETHER if isinstance(after, Callout) or isinstance(after, Paragraph) and after.id.endswith("-elsewhere") else ""  # a topic's end stays with it
        match block:
            case Heading():
                more = _ROOM if block.level == 1 and before is not None else ""  # chapters follow on the same page, as in the PDF
                return self.paragraph(f"heading {min(block.level, 3)}", units[""], more)
            case Paragraph():
                # A line in bold, about a chapter or theme, or before a figure announces what follows, so it must not end a page.
                is_label = bool(block.runs) and all(run.bold for run in block.runs)
                leads_on = block.id.endswith("-about") or is_question(block.id) or is_label or (isinstance(after, Figure) and block.style != "note")
                more = (_TOGETHER if leads_on else "") + (_AFTER_TABLE if isinstance(before, Table) and block.style != "note" else "")
                look = "DP Question" if is_question(block.id) else "DP Label" if is_label and block.id.startswith("theme-") else _PARAGRAPHS[block.style]
                return self.paragraph(look, units[""], more)
            case Quote():
                return self.paragraph("DP Reply" if block.id.endswith(REPLY) else "DP Quote", units[""]) + (self.paragraph("DP Attribution", units["by"], ends) if block.attribution else "")
            case Bullets():
                style = "DP Key Message" if block.style == "key messages" and len(block.items) > 1 else "List Bullet"
                items = list(block_units(block))
                return "".join(self.paragraph(style, unit, ends if unit is items[-1] else "") for unit in items)
            case Callout():
                return self.paragraph("DP Callout", units[""], ends)
            case Tiles():
                return self._tiles(block, units)
            case Card():
                return self._card(block, units)
            case Table():
                return self._table(block, units, isinstance(after, Paragraph) and after.style == "note")
            case Figure():
                return self._figure(block, units)
            case Picture():
                return self._picture(block, units[""])
            case EvidenceEntry():
                return self._evidence(block, units)

    def _shares(self, parts: tuple[int, ...]) -> list[int]:
        """Divide the width of the text in proportion; the last column takes the rest."""
        found = [self.width * part // sum(parts) for part in parts]
        found[-1] += self.width - sum(found)
        return found

    def _columns(self, block: Table, units: dict[str, Unit]) -> list[int]:
        """Return the widths of a table's columns, none too narrow for its longest word."""
        wanted = self._shares(block.widths or (1,) * len(block.header))
        room = self.width // len(wanted)
        least = [min(room, _CELL_EDGES + _LETTER * max((len(word) for text in texts for word in text.split()), default=0)) for texts in _by_column(block, units)]
        short = sum(max(0, low - width) for low, width in zip(least, wanted, strict=True))
        spare = sum(max(0, width - low) for low, width in zip(least, wanted, strict=True))
        found = [low if width < low else width - (width - low) * short // max(spare, 1) for low, width in zip(least, wanted, strict=True)]
        found[found.index(max(found))] += self.width - sum(found)
        return found

    def _tiles(self, block: Tiles, units: dict[str, Unit]) -> str:
        if not block.items:
            return ""
        widths = self._shares((1,) * len(block.items))
        cells = (
            self.paragraph("DP Number", units[f"amount-{number}"]) + self.paragraph("DP Number Label", units[f"what-{number}"])
            for number in range(1, len(block.items) + 1)
        )
        return x.table(self.template.table("DP Numbers"), widths, [x.row(widths, cells)])

    def _card(self, block: Card, units: dict[str, Unit]) -> str:
        """Return a card: its title as a heading, then a table of labels and texts."""
        kind = "Story" if block.kind == "story" else "Card"
        title = self.paragraph(f"DP {kind} Title", units["title"])
        if not block.rows:
            return title
        widths = [_LABEL, self.width - _LABEL]
        rows = []
        names = card_ids(block)
        for name in names:
            together = _TOGETHER if name != names[-1] else ""
            label = self.paragraph(f"DP {kind} Label", units[f"label-{name}"], together)
            rows.append(x.row(widths, (label, self.paragraph("DP Card Text", units[f"row-{name}"], together))))
        return title + x.table(self.template.table(f"DP {kind}"), widths, rows, name=block.title)

    def _table(self, block: Table, units: dict[str, Unit], noted: bool) -> str:
        """Return a table with its caption; a note to it stays with its last row."""
        widths = self._columns(block, units)
        columns = range(1, len(block.header) + 1)
        rows = [x.row(widths, (self.paragraph("DP Table Head", units[f"head-{c}"]) for c in columns), header=True)]
        last = len(block.rows)
        whole = last <= _WHOLE_ROWS and all(len(unit.words) <= _WHOLE_CELL for unit in units.values() if unit.part.startswith("cell-"))
        for place, parts in enumerate(row_parts(block), 1):
            together = _TOGETHER if whole or place <= _FIRST_ROWS or place >= last - _LAST_ROWS else ""
            if place == last and not noted:
                together = ""
            rows.append(x.row(widths, [self.paragraph("DP Table Text", units[part], together) for part in parts]))
        caption = self._caption("Table", block.id, units["caption"])
        return caption + x.table(self.template.table("DP Table"), widths, rows, header=True, name=block.caption)

    def _figure(self, block: Figure, units: dict[str, Unit]) -> str:
        relation, image = self.template.document.part.get_or_add_image(io.BytesIO(charts.png(block, _SCALE)))
        self.pictures += 1
        width, height = (round(side / _SCALE * _PIXEL) for side in (image.px_width, image.px_height))
        room = self.width * _TWENTIETH
        drawn = x.picture(relation, self.pictures, f"Figure {self.numbers[block.id]}", block.alt, room, round(height * room / width))
        parts = self._caption("Figure", block.id, units["caption"]), x.paragraph(self.template.style("DP Figure"), drawn), self.paragraph("DP Note", units["source"])
        return "".join(parts)

    def _picture(self, block: Picture, unit: Unit) -> str:
        """Return a reviewer's picture, in its own size where that fits the page."""
        relation, _ = self.template.document.part.get_or_add_image(io.BytesIO(base64.b64decode(block.data)))
        self.pictures += 1
        width = min(block.width * _PIXEL, self.width * _TWENTIETH)
        height = round(block.height * width / block.width)
        if height > _HIGHEST:
            width, height = round(width * _HIGHEST / height), _HIGHEST
        drawn = x.picture(relation, self.pictures, f"Picture {block.id}", block.alt, width, height)
        return x.paragraph(self.template.style("DP Figure"), self.mark(unit, drawn))

    def _evidence(self, block: EvidenceEntry, units: dict[str, Unit]) -> str:
        """Return an entry of the annex; its number leads back to where it is cited first."""
        number = x.run(str(block.number), style=self.template.character("DP Evidence Number"))
        number = self.bookmark(f"_ev_{block.number}", x.link(f"_cite_{block.number}", number) if block.number in self.cited else number)
        where = number + x.run("\t", style=self.template.character("DP Evidence Number")) + self.mark(units["where"])
        return x.paragraph(self.template.style("DP Evidence"), where) + self.paragraph("DP Evidence Quote", units["quote"]) + (self.paragraph("DP Evidence Quote", units["also"]) if block.also else "")

    def _caption(self, kind: str, block: str, unit: Unit) -> str:
        style = self.template.character("DP Caption Number")
        label = x.run(f"{kind} ", style=style) + x.field(f"SEQ {kind} \\* ARABIC", str(self.numbers[block]), style) + x.run(". ", style=style)
        return x.paragraph(self.template.style("caption"), label + self.mark(unit))

    # --- about the document ---

    def _language(self) -> None:
        for lang in self.template.document.styles.element.iter(qn("w:lang")):
            lang.set(qn("w:val"), self.paper.language)

    def _properties(self) -> None:
        paper, document = self.paper, self.template.document
        core = document.core_properties

        def short(value: str) -> str:
            return x.legal(value)[:_LONGEST_PROPERTY]

        core.title, core.subject, core.keywords = short(paper.title), short(paper.subtitle), short(", ".join(paper.keywords))
        core.author = core.last_modified_by = short(paper.publisher)
        core.language, core.version, core.identifier, core.revision = paper.language, paper.version, paper.id, 1
        core.content_status, core.category, core.comments = paper.status.capitalize(), short(paper.series), ""
        core.created = core.modified = datetime(paper.date.year, paper.date.month, paper.date.day)
        base = base_hash(paper)
        x.add_custom_properties(
            document.part.package,
            {"CopaperDraft": paper.id, "CopaperSession": paper.session, "CopaperVersion": paper.version, "CopaperBase": base},
        )
        known = f'draft="{paper.id}" session={quoteattr(x.legal(paper.session))} version={quoteattr(x.legal(paper.version))} base="{base}"'
        guid = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, DRAFT_NAMESPACE)).upper() + "}"
        x.add_custom_xml(document, f'<?xml version="1.0" encoding="UTF-8"?>\n<draft xmlns="{DRAFT_NAMESPACE}" {known}/>', guid)
        if paper.status == "draft":
            self._track_changes()

    def _track_changes(self) -> None:
        """Have Word record what reviewers change, from the moment that they open a draft."""
        settings = self.template.document.settings.element
        if settings.find(qn("w:trackRevisions")) is None:
            mark = x.elements("<w:trackRevisions/>")[0]
            before = next((child for child in settings if child.tag in _AFTER_TRACKING), None)
            settings.append(mark) if before is None else before.addprevious(mark)


def _shares_a_page(paper: Paper) -> bool:
    """Tell whether the contents stand below the imprint: only where both fit, roughly reckoned,
    since LibreOffice would tear them from their heading."""
    told = [text for _, text in front(paper) if text]
    lines = sum(math.ceil(len(text) / _LINE_LETTERS) for text in told)
    return _HEADINGS + _LINE * lines + 1.5 * _ENTRY * len(told) + _ENTRY * len(contents(paper)) <= _PAGE


def _settle(conflict: Conflict) -> str:
    if not conflict.reviewer:
        return f"{conflict.by} struck this text, and it has changed since: before it read “{conflict.base}”. Keep it or delete it, then delete this comment."
    if not conflict.other:
        return f"{conflict.by} reworded this text, which the new version of the session no longer has: before it read “{conflict.base}”. Keep it or delete it, then delete this comment."
    return f"Two versions: that of {conflict.by}, “{conflict.reviewer}”, and another, “{conflict.other}”. Accept or reject the recorded change, or write it anew, then delete this comment."


def _is_time(value: str) -> bool:
    """Whether a comment's time is one; LibreOffice writes zeros where it knows none."""
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z?", value) and datetime.fromisoformat(value[:19]))
    except ValueError:
        return False


def _by_column(block: Table, units: dict[str, Unit]) -> list[list[str]]:
    rows = row_parts(block)
    return [[units[f"head-{c}"].text, *(units[parts[c - 1]].text for parts in rows)] for c in range(1, len(block.header) + 1)]


# What may follow w:trackRevisions in the settings, by the schema's order.
_AFTER_TRACKING = {
    qn(f"w:{name}")
    for name in (
        "doNotTrackMoves", "doNotTrackFormatting", "documentProtection", "autoFormatOverride", "styleLockTheme", "styleLockQFSet",
        "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "showEnvelope",
        "summaryLength", "clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting",
        "bookFoldPrintingSheets", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery",
        "displayVerticalDrawingGridEvery", "doNotUseMarginsForDrawingGridOrigin", "drawingGridHorizontalOrigin",
        "drawingGridVerticalOrigin", "doNotShadeFormData", "noPunctuationKerning", "characterSpacingControl", "printTwoOnOne",
        "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore", "savePreviewPicture", "doNotValidateAgainstSchema",
        "saveInvalidXml", "ignoreMixedContent", "alwaysShowPlaceholderText", "doNotDemarcateInvalidXml", "saveXmlDataOnly",
        "useXSLTWhenSaving", "saveThroughXslt", "showXMLTags", "alwaysMergeEmptyNamespace", "updateFields", "hdrShapeDefaults",
        "footnotePr", "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
        "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType",
        "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    )
}  # fmt: skip
