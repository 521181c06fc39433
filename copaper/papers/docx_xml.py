"""Word's markup as text: runs, fields, links, bookmarks, tables, pictures, and packages.

Built as text and parsed once per document, which takes a tenth of the time that a document
model needs. Whatever is shown passes :func:`text`, so no word can become markup.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NO_BREAK = "\ufeff"
"""Has no width, and no line ends beside it: Word and LibreOffice agree on this one. Behind Word's own mark for it,
LibreOffice ends lines."""
NAMESPACES = nsdecls("w", "r", "wp", "a", "pic")

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """Return ``text`` without the characters that XML forbids."""
    return _ILLEGAL.sub("", text)


def text(value: str) -> str:
    """Return the ``w:t`` of a text; tabs and line ends become Word's own."""
    parts = re.split(r"(\t|\r\n|\r|\n)", legal(value))
    marks = {"\t": "<w:tab/>"}
    return "".join(
        marks.get(part, "<w:br/>") if number % 2 else f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else ""
        for number, part in enumerate(parts)
    )


def run(value: str, *, style: str = "", bold: bool = False, italic: bool = False) -> str:
    """Return a run; ``style`` is the id of a character style."""
    look = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{text(value)}</w:r>"


def paragraph(style: str, content: str, more: str = "") -> str:
    """Return a paragraph; ``more`` are paragraph properties beside its style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def char(kind: str, style: str = "") -> str:
    return f'<w:r>{_look(style)}<w:fldChar w:fldCharType="{kind}"/></w:r>'


def field_start(instruction: str, style: str = "") -> str:
    """Return the beginning of a field, up to its result; ``char("end")`` closes it."""
    code = f'<w:r>{_look(style)}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return char("begin", style) + code + char("separate", style)


def _look(style: str) -> str:
    return f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""


def field(instruction: str, shown: str, style: str = "") -> str:
    """Return a field with the result that programs show until they update it."""
    # LibreOffice takes the look of a field from its first mark, Word from its result.
    return field_start(instruction, style) + run(shown, style=style) + char("end", style)


def link(anchor: str, content: str) -> str:
    """Return a link to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{content}</w:hyperlink>'


def web_link(relation: str, content: str) -> str:
    return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'


def table(style: str, widths: Iterable[int], rows: Iterable[str], *, header: bool = False, name: str = "") -> str:
    """Return a table; ``widths`` in twentieths of a point, ``name`` for screen readers."""
    widths = list(widths)
    described = f"<w:tblCaption w:val={quoteattr(legal(name))}/>" if name else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"0020" if header else "0000"}" w:firstRow="{int(header)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{described}</w:tblPr>'
        f'<w:tblGrid>{"".join(f"""<w:gridCol w:w="{width}"/>""" for width in widths)}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def row(widths: Iterable[int], cells: Iterable[str], *, header: bool = False) -> str:
    """Return a row that no page break divides; each cell is its paragraphs."""
    inside = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for width, cell in zip(widths, cells, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{inside}</w:tr>"


def picture(relation: str, number: int, name: str, alt: str, width: int, height: int) -> str:
    """Return a picture in the line; sizes in English Metric Units (914 400 to the inch)."""
    label = quoteattr(legal(name))
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name={label} descr={quoteattr(legal(alt))}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name={label}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def changed(number: int, author: str, date: str, deleted: str, inserted: str) -> str:
    """Return ``inserted`` (runs) and the words ``deleted`` as changes recorded by ``author``."""
    about = f"w:author={quoteattr(legal(author))} w:date={quoteattr(date)}"
    struck = text(deleted).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    old = f'<w:del w:id="{number}" {about}><w:r>{struck}</w:r></w:del>' if deleted else ""
    return f'{old}<w:ins w:id="{number + 1}" {about}>{inserted}</w:ins>'


def commented(number: int, content: str) -> str:
    """Return ``content`` with the marks of the comment of that number."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def elements(markup: str) -> list:
    """Return the elements of ``markup``, ready to be put into a document."""
    return list(parse_xml(f"<w:body {NAMESPACES}>{markup}</w:body>"))


# --- parts of the package -------------------------------------------------------------


def add_custom_properties(package, values: Mapping[str, str]) -> None:
    """Add named texts to a package's custom properties, beside those of the template."""
    kind = f"{_RELATIONS}/custom-properties"
    part = next((r.target_part for r in package.rels.values() if r.reltype == kind), None)
    if part is None:
        part = Part(PackURI("/docProps/custom.xml"), "application/vnd.openxmlformats-officedocument.custom-properties+xml", b"", package)
        package.relate_to(part, kind)
    root = parse_xml(part.blob or f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VARIANT}"/>')
    for old in list(root):
        if old.get("name") in values:
            root.remove(old)
    first = max([1, *(int(p.get("pid", "1")) for p in root)]) + 1
    for number, (name, value) in enumerate(sorted(values.items()), first):
        root.append(parse_xml(
            f'<property xmlns="{_CUSTOM}" xmlns:vt="{_VARIANT}" fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" '
            f"name={quoteattr(name)}><vt:lpwstr>{escape(legal(value))}</vt:lpwstr></property>"
        ))  # fmt: skip
    part._blob = _serialised(root)


def add_custom_xml(document, content: str, item_id: str) -> None:
    """Add a part of our own data under the next free name; ``item_id`` is a GUID in braces."""
    package = document.part.package
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in range(1, len(taken) + 2) if f"/customXml/item{n}.xml" not in taken)
    part = Part(PackURI(f"/customXml/item{number}.xml"), "application/xml", content.encode(), package)
    about = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{item_id}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>'
    )
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    part.relate_to(Part(PackURI(f"/customXml/itemProps{number}.xml"), kind, about.encode(), package), f"{_RELATIONS}/customXmlProps")
    document.part.relate_to(part, f"{_RELATIONS}/customXml")


def _serialised(root) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


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
