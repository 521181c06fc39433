"""What Word has and python-docx has no calls for: bookmarks, fields, links, parts, fixed zips."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

CUSTOM_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def element(tag: str, /, **attributes: str):
    """Return a new element; attribute names get the same ``w:`` prefix."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


class Bookmarks:
    """Hidden range bookmarks around the text of generated paragraphs.

    They survived every LibreOffice round trip, where content controls and paragraph ids did
    not, so a reviewed draft can be compared paragraph by paragraph. Names begin with an
    underscore, which hides them in Word, and have at most 40 characters.
    """

    def __init__(self) -> None:
        self._next = 1
        self._names: set[str] = set()

    def around(self, paragraph, name: str) -> None:
        """Put a bookmark around everything in ``paragraph``."""
        name = re.sub(r"\W", "_", name)[:40]
        if name in self._names:
            return
        self._names.add(name)
        start = element("w:bookmarkStart", id=str(self._next), name=name)
        end = element("w:bookmarkEnd", id=str(self._next))
        self._next += 1
        place = 1 if paragraph._p.pPr is not None else 0
        paragraph._p.insert(place, start)
        paragraph._p.append(end)


def field(paragraph, instruction: str, shown: str, style=None) -> None:
    """Append a field with its cached result, which programs show until they update it."""
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("text", shown), ("end", "")):
        run = paragraph.add_run(style=style)
        if kind == "text":
            run.text = text
        elif kind:
            run._r.append(element("w:fldChar", fldCharType=kind))
        else:
            code = element("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {instruction} "
            run._r.append(code)


def internal_link(paragraph, anchor: str, text: str, style=None):
    """Append a link to a bookmark of the same document."""
    link = element("w:hyperlink", anchor=anchor, history="1")
    run = paragraph.add_run(text, style=style)
    link.append(run._r)
    paragraph._p.append(link)
    return link


def external_link(paragraph, address: str, text: str, style=None) -> None:
    """Append a link to a web address; only http and https become links."""
    if not address.startswith(("http://", "https://")):
        paragraph.add_run(text)
        return
    relation = paragraph.part.relate_to(
        address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = paragraph.add_run(text, style=style)
    link.append(run._r)
    paragraph._p.append(link)


def header_row(row) -> None:
    """Mark a table row as header: repeated on every page and read out as such."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def keep_row_whole(row) -> None:
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def shade(cell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=colour))


def borders(table, *, lines: str = "C9D4D7", top: str = "", inside: bool = True) -> None:
    """Give a table thin lines between its rows, and a thicker one on top if asked."""
    sides = {"top": (top or "nil", 12), "bottom": (lines, 4), "insideH": (lines if inside else "nil", 4)}
    marks = "".join(
        f'<w:{side} w:val="nil"/>' if colour == "nil" else f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side, (colour, size) in (("top", sides["top"]), ("bottom", sides["bottom"]), ("insideH", sides["insideH"]))
    )
    properties = table._tbl.tblPr
    for old in properties.findall(qn("w:tblBorders")):
        properties.remove(old)
    made = parse_xml(f"<w:tblBorders {nsdecls('w')}>{marks}</w:tblBorders>")
    later = [qn(f"w:{n}") for n in ("shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription")]
    place = next((i for i, child in enumerate(properties) if child.tag in later), len(properties))
    properties.insert(place, made)


def custom_properties(values: dict[str, str]) -> bytes:
    """Return the part of a package's custom document properties."""
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{escape(name)}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(sorted(values.items()), 2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{rows}</Properties>'
    ).encode()


def fixed_zip(data: bytes) -> bytes:
    """Return a package with its members in a fixed order and without times."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new:
        # [Content_Types].xml has to come first, as Word writes it.
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n != "_rels/.rels", n)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(info, old.read(name))
    return out.getvalue()
