"""Make the first Word template of the papers: ``python templates/make_paper_template.py``.

Staff restyle ``paper-template.docx`` in Word afterwards; docs/your-template.md says how.
Run this only to begin again from the original look. The fonts are put into the document,
so that it looks the same where they are not installed.
"""

from __future__ import annotations

import io
import struct
import sys
import uuid
import zipfile
import zlib
from pathlib import Path

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

HERE = Path(__file__).resolve().parent
TEAL, RUST, MUTE, INK = "0F4C5C", "9A3B12", "4F5E64", "1D2A30"
SAND, SOFT, PALE, LINE = "FAF3EA", "E6EFF1", "EEF3F4", "C9D4D7"
SANS, SERIF = "Source Sans 3", "Source Serif 4"
FACES = (("Regular", "400-normal"), ("Bold", "700-normal"), ("Italic", "400-italic"))
FONTS = {SANS: ("source-sans-3", "Calibri", "swiss"), SERIF: ("source-serif-4", "Cambria", "roman")}
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_TEXT = 9184
"""Width of the text in twentieths of a point: A4 less 24 mm at either side."""


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _run(font: str, size: float, colour: str, *marks: str) -> str:
    """Run properties: ``marks`` are element names such as ``b``; size is in points."""
    on = "".join(f"<w:{mark}/>" for mark in marks)
    half = round(size * 2)
    return f'{_font(font)}{on}<w:color w:val="{colour}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _fixed(before: float, after: float, line: float) -> str:
    """Spacing with lines of one height, in points, whatever stands in them."""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="{round(line * 20)}" w:lineRule="exact"/>'


def _space(before: float, after: float, line: float = 1.2) -> str:
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="{round(line * 240)}" w:lineRule="auto"/>'


def _edge(side: str, colour: str, size: int, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def _box(colour: str, top: str = "") -> str:
    """Shading with room around the text: borders of its own colour, pulled in by indents."""
    sides = _edge("top", top or colour, 16 if top else 24, 6) + _edge("left", colour, 4, 10)
    sides += _edge("bottom", colour, 24, 2) + _edge("right", colour, 4, 10)
    return f"<w:pBdr>{sides}</w:pBdr>{_shade(colour)}"


_INSET = '<w:ind w:left="210" w:right="210"/>'
_KEEP = "<w:keepNext/><w:keepLines/>"
_QUOTED = f"<w:pBdr>{_edge('left', RUST, 18, 12)}</w:pBdr>"
_ASKED = f"<w:pBdr>{_edge('left', TEAL, 18, 12)}</w:pBdr>"
"""Beside the words only, not beside who said them: Word joins the bars of paragraphs that follow one another."""

# name: (based on, what follows, paragraph properties in the schema's order, run properties)
PARAGRAPHS = {
    "heading 1": ("Normal", "DP Body", f'{_KEEP}<w:pageBreakBefore/>{_space(0, 14, 1.05)}<w:outlineLvl w:val="0"/>', _run(SANS, 24, TEAL, "b")),
    "heading 2": ("Normal", "DP Body", f'{_KEEP}{_space(20, 6, 1.1)}<w:outlineLvl w:val="1"/>', _run(SANS, 14.5, TEAL, "b")),
    "heading 3": ("Normal", "DP Body", f'{_KEEP}{_space(14, 4, 1.1)}<w:outlineLvl w:val="2"/>', _run(SANS, 11.5, TEAL, "b")),
    "toc 1": ("Normal", "", f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{_TEXT}"/></w:tabs>{_space(3, 1, 1)}', _run(SANS, 10, TEAL, "b")),
    "toc 2": ("Normal", "", f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{_TEXT}"/></w:tabs>{_space(0, 1, 1)}<w:ind w:left="340"/>', _run(SANS, 9.5, INK)),
    "caption": ("Normal", "DP Body", f"{_KEEP}{_space(16, 5, 1.1)}", _run(SANS, 10, INK, "b")),
    "header": ("Normal", "", f'<w:tabs><w:tab w:val="right" w:pos="{_TEXT}"/></w:tabs>{_space(0, 0, 1)}', _run(SANS, 8, MUTE)),
    "footer": ("Normal", "", f'<w:tabs><w:tab w:val="right" w:pos="{_TEXT}"/></w:tabs>{_space(0, 0, 1)}', _run(SANS, 8.5, MUTE)),
    "List Bullet": ("Normal", "", f'<w:numPr><w:numId w:val="1"/></w:numPr>{_space(0, 5)}<w:ind w:left="340" w:hanging="340"/>', ""),
    "DP Cover Publisher": ("Normal", "", _space(0, 140, 1.1), _run(SANS, 11, "FFFFFF", "b")),
    "DP Cover Series": ("Normal", "", f'<w:pBdr>{_edge("bottom", "F2C9A1", 12, 6)}</w:pBdr>{_space(0, 14, 1.1)}', _run(SANS, 11, "F2C9A1", "b")),
    "DP Title": ("Normal", "", f'<w:suppressAutoHyphens/>{_space(0, 32, 0.86)}<w:ind w:right="284"/>', _run(SANS, 33, "FFFFFF", "b")),
    "DP Subtitle": ("Normal", "", f'{_space(0, 32, 1.15)}<w:ind w:right="1134"/>', _run(SANS, 14, "E3EEF0")),
    "DP Status": ("Normal", "", _space(0, 20, 1.1), _run(SANS, 9.5, "FFFFFF", "b")),
    "DP Cover Notice": ("Normal", "", f'{_space(0, 14, 1.2)}<w:ind w:right="1134"/>', _run(SANS, 10.5, "F2C9A1")),
    "DP Cover Date": ("Normal", "", _space(100, 8, 1.1), _run(SANS, 11, "FFFFFF")),
    "DP Front Heading": ("Normal", "DP Imprint", f"{_KEEP}<w:pageBreakBefore/>{_space(0, 10, 1.1)}", _run(SANS, 18, TEAL, "b")),
    "DP Imprint Heading": ("Normal", "DP Imprint", f"{_KEEP}{_space(9, 2, 1.1)}", _run(SANS, 10.5, TEAL, "b")),
    "DP Imprint": ("Normal", "", _space(0, 3, 1.12), _run(SANS, 9.5, INK)),
    "DP Body": ("Normal", "", _space(0, 7), ""),
    "DP Label": ("Normal", "DP Body", f"{_KEEP}{_space(14, 4, 1.1)}", _run(SANS, 11.5, TEAL, "b")),
    "DP Lead": ("Normal", "DP Body", _space(0, 14, 1.12), _run(SANS, 12.5, TEAL)),
    "DP Note": ("Normal", "", _space(4, 9, 1.1), _run(SANS, 8.5, MUTE)),
    "DP Key Message": ("Normal", "", f'<w:keepLines/><w:numPr><w:numId w:val="2"/></w:numPr><w:pBdr>{_edge("bottom", LINE, 4, 7)}{_edge("between", LINE, 4, 7)}</w:pBdr>{_fixed(7, 0, 16.5)}<w:ind w:left="737" w:hanging="737"/>', _run(SANS, 11.5, INK)),
    "DP Quote": ("Normal", "DP Attribution", f'{_KEEP}{_QUOTED}{_space(6, 2, 1.12)}<w:ind w:left="340"/>', _run(SERIF, 11, INK)),
    "DP Question": ("Normal", "DP Reply", f'{_KEEP}{_ASKED}{_space(9, 0, 1.12)}<w:ind w:left="340"/>', _run(SANS, 10.5, TEAL)),
    "DP Reply": ("DP Quote", "DP Attribution", f"{_ASKED}{_space(4, 2, 1.12)}", ""),
    "DP Attribution": ("Normal", "DP Body", f'<w:keepLines/>{_space(2, 11)}<w:ind w:left="340"/>', _run(SANS, 8.5, MUTE)),
    "DP Callout": ("Normal", "DP Body", f"<w:keepLines/>{_box(SOFT)}{_space(12, 14, 1.12)}{_INSET}", _run(SANS, 10, INK)),
    "DP Card Title": ("Normal", "DP Body", f'{_KEEP}{_box(SAND, RUST)}{_space(18, 0, 1.1)}{_INSET}<w:outlineLvl w:val="1"/>', _run(SANS, 12, INK, "b")),
    "DP Story Title": ("DP Card Title", "DP Body", f"{_box(PALE, TEAL)}", ""),
    "DP Card Label": ("Normal", "", f"<w:suppressAutoHyphens/>{_space(0, 3, 1.1)}", _run(SANS, 9.5, RUST, "b")),
    "DP Story Label": ("DP Card Label", "", "", _run(SANS, 9.5, TEAL, "b")),
    "DP Card Text": ("Normal", "", _space(0, 3, 1.1), _run(SANS, 9.5, INK)),
    "DP Number": ("Normal", "DP Number Label", f"<w:keepNext/>{_space(4, 0, 1)}", _run(SANS, 23, TEAL, "b")),
    "DP Number Label": ("Normal", "", _space(0, 14, 1.1), _run(SANS, 9, MUTE)),
    "DP Table Head": ("Normal", "", f"<w:keepNext/>{_space(0, 0, 1.1)}", _run(SANS, 9, TEAL, "b")),
    "DP Table Text": ("Normal", "", _space(0, 0, 1.08), _run(SANS, 9, INK)),
    "DP Figure": ("Normal", "DP Note", f"<w:keepNext/>{_space(0, 2, 1)}", ""),
    "DP Evidence": ("Normal", "DP Evidence Quote", f'{_KEEP}<w:tabs><w:tab w:val="left" w:pos="510"/></w:tabs>{_space(5, 0, 1.1)}<w:ind w:left="510" w:hanging="510"/>', _run(SANS, 8.5, MUTE)),
    "DP Evidence Quote": ("Normal", "DP Evidence", f'<w:keepLines/>{_space(0, 2, 1.1)}<w:ind w:left="510"/>', _run(SANS, 8.5, INK)),
}  # fmt: skip

CHARACTERS = {
    "Hyperlink": f'<w:color w:val="{TEAL}"/><w:u w:val="single"/>',
    "DP Citation": f'{_font(SANS)}<w:b/><w:color w:val="{RUST}"/><w:vertAlign w:val="superscript"/>',
    "DP Evidence Number": f'{_font(SANS)}<w:b/><w:color w:val="{RUST}"/>',
    "DP Caption Number": f'<w:color w:val="{RUST}"/>',
    "DP Status Frame": '<w:bdr w:val="single" w:sz="6" w:space="4" w:color="FFFFFF"/>',
}


def _cells(top: int, side: int, bottom: int) -> str:
    parts = (("top", top), ("left", side), ("bottom", bottom), ("right", side))
    return "<w:tblCellMar>" + "".join(f'<w:{s} w:w="{n}" w:type="dxa"/>' for s, n in parts) + "</w:tblCellMar>"


TABLES = {
    "DP Table": f'<w:tblPr><w:tblBorders>{_edge("bottom", LINE, 4)}{_edge("insideH", LINE, 4)}</w:tblBorders>{_cells(85, 70, 85)}</w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{_edge("bottom", TEAL, 12)}</w:tcBorders></w:tcPr></w:tblStylePr>',
    "DP Card": f"<w:tblPr><w:tblBorders>{_edge('top', SAND, 8)}</w:tblBorders>{_cells(40, 216, 40)}</w:tblPr><w:tcPr>{_shade(SAND)}</w:tcPr>",
    "DP Story": f"<w:tblPr><w:tblBorders>{_edge('top', PALE, 8)}</w:tblBorders>{_cells(40, 216, 40)}</w:tblPr><w:tcPr>{_shade(PALE)}</w:tcPr>",
    "DP Numbers": f'<w:tblPr><w:tblBorders>{_edge("top", TEAL, 16)}</w:tblBorders>{_cells(40, 40, 40)}</w:tblPr>',
}


def _id(name: str) -> str:
    """The id of a style: its name without spaces, in Word's own spelling for its own styles."""
    return "".join(word[:1].upper() + word[1:] for word in name.split()).replace("Toc", "TOC")


def _styles() -> str:
    made = [
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_run(SERIF, 10.5, INK)}<w:lang w:val="en-ZA" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr><w:widowControl/>{_space(0, 6)}</w:pPr></w:pPrDefault></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        + _cells(0, 108, 0) + "</w:tblPr></w:style>",
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
    ]  # fmt: skip
    for name, (base, follows, paragraph, run) in PARAGRAPHS.items():
        following = f'<w:next w:val="{_id(follows)}"/>' if follows else ""
        custom = ' w:customStyle="1"' if name.startswith("DP ") else ""
        made.append(
            f'<w:style w:type="paragraph"{custom} w:styleId="{_id(name)}"><w:name w:val="{name}"/><w:basedOn w:val="{_id(base)}"/>{following}<w:qFormat/>'
            f'<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
        )  # fmt: skip
    for name, run in CHARACTERS.items():
        custom = ' w:customStyle="1"' if name.startswith("DP ") else ""
        made.append(f'<w:style w:type="character"{custom} w:styleId="{_id(name)}"><w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{run}</w:rPr></w:style>')
    for name, table in TABLES.items():
        made.append(f'<w:style w:type="table" w:customStyle="1" w:styleId="{_id(name)}"><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>{table}</w:style>')
    return f"<w:styles {nsdecls('w')}>{''.join(made)}</w:styles>"


def _numbering() -> str:
    bullet = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr><w:rPr>{_font(SANS)}<w:color w:val="{RUST}"/></w:rPr></w:lvl>'
    number = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="DPKeyMessage"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="737" w:hanging="737"/></w:pPr><w:rPr>{_run(SANS, 20, RUST, "b")}</w:rPr></w:lvl>'
    levels = "".join(f'<w:abstractNum w:abstractNumId="{i}"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>' for i, level in enumerate((bullet, number), 1))
    numbers = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in (1, 2))
    return f"<w:numbering {nsdecls('w')}>{levels}{numbers}</w:numbering>"


_SETTINGS = f"""<w:settings {nsdecls("w")}><w:embedTrueTypeFonts/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="differentiateMultirowTableHeaders" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/></w:compat>
<w:themeFontLang w:val="en-ZA"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"""


def _page_number() -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return char("begin") + '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' + char("separate") + "<w:r><w:t>2</w:t></w:r>" + char("end")


def _paragraph(style: str, content: str) -> str:
    return f'<w:p {nsdecls("w", "r", "wp", "a", "pic")}><w:pPr><w:pStyle w:val="{_id(style)}"/></w:pPr>{content}</w:p>'


def _text(text: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{_id(style)}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


COVER = (
    ("DP Cover Publisher", "{{PUBLISHER}}", ""),
    ("DP Cover Series", "{{COMMUNITY}} · {{SERIES}}", ""),
    ("DP Title", "{{TITLE}}", ""),
    ("DP Subtitle", "{{SUBTITLE}}", ""),
    ("DP Status", "\u00a0\u00a0{{STATUS}}\u00a0\u00a0", "DP Status Frame"),
    ("DP Cover Date", "{{DATE}}", ""),
    ("DP Cover Notice", "{{NOTICE}}", ""),
)


def _cover_picture(relation: str) -> str:
    """The cover's ground: one coloured picture behind the text, a little larger than the page,
    so that no rounding leaves a white edge."""
    wide, high, off = Mm(212), Mm(299), -Mm(1)
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>'
        f'{off}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{off}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="Cover ground" descr=""><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr>'
        '<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="ground.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def _one_pixel(colour: str) -> bytes:
    """A PNG of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" + bytes.fromhex(colour), 9)) + chunk(b"IEND", b"")


def _truetype(file: Path, family: str, face: str) -> bytes:
    """A bundled web font as TrueType, under the family's own name."""
    from fontTools.ttLib import TTFont

    font = TTFont(file, recalcTimestamp=False)
    font.flavor = None
    full = f"{family} {face}".replace(" Regular", "")
    for number, text in ((1, family), (2, face), (4, full), (6, full.replace(" ", "-"))):
        font["name"].setName(text, number, 3, 1, 0x409)
    for number in (16, 17):
        font["name"].removeNames(nameID=number)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _obfuscated(data: bytes, key: str) -> bytes:
    """What Word calls an obfuscated font: its first 32 bytes mixed with the key (ECMA-376, part 4)."""
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1]
    return bytes(b ^ mask[i % 16] for i, b in enumerate(data[:32])) + data[32:]


def _embed_fonts(document, table: Part) -> None:
    entries, count = [], 0
    for family, (file, instead, kind) in FONTS.items():
        faces = []
        for face, suffix in FACES:
            count += 1
            key = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, f"{family} {face}")).upper() + "}"
            data = _truetype(HERE / "fonts" / f"{file}-latin-{suffix}.woff2", family, face)
            part = Part(PackURI(f"/word/fonts/font{count}.odttf"), _FONT_TYPE, _obfuscated(data, key), document.part.package)
            faces.append(f'<w:embed{face} r:id="{table.relate_to(part, RT.FONT)}" w:fontKey="{key}"/>')
        entries.append(f'<w:font w:name="{family}"><w:altName w:val="{instead}"/><w:charset w:val="00"/><w:family w:val="{kind}"/><w:pitch w:val="variable"/>{"".join(faces)}</w:font>')
    table._blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {nsdecls("w", "r")}>{"".join(entries)}</w:fonts>'.encode()


def _replace(element, xml: str) -> None:
    """Give an element of the package the children of ``xml``."""
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(xml)):
        element.append(child)


def main() -> None:
    document = Document()
    main_part, package = document.part, document.part.package
    for relations, endings in ((main_part.rels, ("stylesWithEffects", "customXml", "webSettings")), (package.rels, ("thumbnail",))):
        for name, relation in list(relations.items()):
            if relation.reltype.endswith(endings):
                del relations[name]
    _replace(document.styles.element, _styles())
    _replace(document.settings.element, _SETTINGS)
    _replace(main_part.numbering_part.element, _numbering())
    _embed_fonts(document, next(r.target_part for r in main_part.rels.values() if r.reltype.endswith("/fontTable")))

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin, section.bottom_margin = Mm(26), Mm(24)
    section.different_first_page_header_footer = True
    for block, content in ((section.header, _text("{{TITLE}}")), (section.footer, f"{_text('{{COMMUNITY}}')}<w:r><w:tab/></w:r>{_page_number()}")):
        old = block.paragraphs[0]._p
        old.addprevious(parse_xml(_paragraph("header" if block is section.header else "footer", content)))
        old.getparent().remove(old)

    relation, _ = main_part.get_or_add_image(io.BytesIO(_one_pixel(TEAL)))
    end = document.element.body.sectPr
    for number, (style, text, look) in enumerate(COVER):
        end.addprevious(parse_xml(_paragraph(style, (_cover_picture(relation) if number == 0 else "") + _text(text, look))))
    end.addprevious(parse_xml(_paragraph("DP Body", _text("{{BODY}}"))))

    core = document.core_properties
    core.author = core.title = core.comments = core.keywords = core.last_modified_by = ""
    core.language, core.revision = "en-ZA", 1
    application = next(r.target_part for r in package.rels.values() if r.reltype.endswith("/extended-properties"))
    application._blob = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Copaper</Application></Properties>'
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as made, zipfile.ZipFile(HERE / "paper-template.docx", "w", zipfile.ZIP_DEFLATED) as file:
        for name in made.namelist():
            file.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), made.read(name), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    sys.exit(main())
