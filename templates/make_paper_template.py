"""Make the first Word template of the papers: ``python templates/make_paper_template.py``.

Staff restyle ``paper-template.docx`` in Word afterwards; docs/your-template.md says how.
Run this only to begin again from the original look.
"""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

TEAL, RUST, MUTE, INK = RGBColor(0x0F, 0x4C, 0x5C), RGBColor(0x9A, 0x3B, 0x12), RGBColor(0x5A, 0x6A, 0x70), RGBColor(0x1D, 0x2A, 0x30)
SANS, SERIF = "Source Sans 3", "Source Serif 4"

# name: (based on, font, size, colour, bold, italic, space before, space after, keep with next)
STYLES = {
    "DP Cover Publisher": ("Normal", SANS, 11, TEAL, True, False, 0, 130, False),
    "DP Cover Series": ("Normal", SANS, 11, RUST, True, False, 0, 6, False),
    "DP Title": ("Normal", SANS, 33, TEAL, True, False, 6, 14, False),
    "DP Subtitle": ("Normal", SANS, 14, MUTE, False, False, 0, 18, False),
    "DP Status": ("Normal", SANS, 10, RUST, True, False, 0, 10, False),
    "DP Body": ("Normal", SERIF, 10.5, INK, False, False, 0, 7, False),
    "DP Lead": ("Normal", SANS, 12, TEAL, False, False, 0, 12, False),
    "DP Note": ("Normal", SANS, 8.5, MUTE, False, False, 0, 8, False),
    "DP Key Message": ("Normal", SANS, 11.5, INK, False, False, 4, 7, False),
    "DP Bullet": ("Normal", SERIF, 10.5, INK, False, False, 0, 4, False),
    "DP Quote": ("Normal", SERIF, 11, INK, False, True, 6, 2, True),
    "DP Attribution": ("Normal", SANS, 8.5, MUTE, False, False, 0, 8, False),
    "DP Callout": ("Normal", SANS, 10, INK, False, False, 6, 8, False),
    "DP Card Title": ("Normal", SANS, 12, INK, True, False, 2, 4, True),
    "DP Card Label": ("Normal", SANS, 9.5, RUST, True, False, 1, 3, False),
    "DP Card Text": ("Normal", SANS, 9.5, INK, False, False, 1, 3, False),
    "DP Number": ("Normal", SANS, 22, TEAL, True, False, 0, 0, True),
    "DP Number Label": ("Normal", SANS, 9, MUTE, False, False, 0, 4, False),
    "DP Table Head": ("Normal", SANS, 9, TEAL, True, False, 2, 2, True),
    "DP Table Text": ("Normal", SANS, 9, INK, False, False, 2, 2, False),
    "DP Evidence": ("Normal", SANS, 8.5, MUTE, False, False, 5, 0, True),
    "DP Evidence Quote": ("Normal", SANS, 8.5, INK, False, False, 0, 3, False),
    "DP Imprint": ("Normal", SANS, 9.5, INK, False, False, 0, 5, False),
    "DP Imprint Heading": ("Normal", SANS, 10.5, TEAL, True, False, 6, 1, True),
    "DP Contents Title": ("Normal", SANS, 24, TEAL, True, False, 0, 14, True),
}
HEADINGS = {1: (24, 0, 14), 2: (14.5, 18, 6), 3: (11.5, 12, 4)}


def main() -> None:
    document = Document()
    styles = document.styles
    for style in list(styles):
        if style.name.startswith(("Light ", "Medium ", "Dark ", "Colorful ", "Body Text", "List Number", "List Continue", "macro", "Intense", "Subtle", "Book")):
            style.delete()
    normal = styles["Normal"]
    _font(normal, SERIF, 10.5, INK)
    _language(styles.element, "en-ZA")
    for level, (size, before, after) in HEADINGS.items():
        style = styles[f"Heading {level}"]
        _font(style, SANS, size, TEAL, bold=True)
        _space(style, before, after, keep=True)
        style.paragraph_format.page_break_before = False
    for level, indent in ((1, 0), (2, 6)):
        style = styles.add_style(f"TOC {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _font(style, SANS, 10.5 if level == 1 else 10, TEAL if level == 1 else INK, bold=level == 1)
        _space(style, 5 if level == 1 else 0, 2)
        style.paragraph_format.left_indent = Mm(indent)
        style.paragraph_format.tab_stops.add_tab_stop(Mm(162), WD_TAB_ALIGNMENT.RIGHT)
    caption = styles["Caption"]
    _font(caption, SANS, 10, INK, bold=True)
    _space(caption, 10, 5, keep=True)
    for name, (base, font, size, colour, bold, italic, before, after, keep) in STYLES.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles[base]
        style.quick_style = True
        _font(style, font, size, colour, bold=bold, italic=italic)
        _space(style, before, after, keep=keep)
    quote = styles["DP Quote"].paragraph_format
    quote.left_indent = styles["DP Attribution"].paragraph_format.left_indent = Mm(6)
    _border(styles["DP Quote"], "left", "9A3B12", 18)
    _border(styles["DP Attribution"], "left", "9A3B12", 18)
    _shade(styles["DP Callout"], "E6EFF1")
    for name in ("DP Key Message", "DP Bullet"):
        form = styles[name].paragraph_format
        form.left_indent, form.first_line_indent = Mm(8 if name == "DP Key Message" else 5), Mm(-8 if name == "DP Key Message" else -5)
        form.tab_stops.add_tab_stop(Mm(8 if name == "DP Key Message" else 5))
    styles["DP Evidence Quote"].paragraph_format.left_indent = Mm(8)
    cite = styles.add_style("DP Citation", WD_STYLE_TYPE.CHARACTER)
    cite.font.name, cite.font.size, cite.font.superscript, cite.font.bold = SANS, Pt(8.5), True, True
    cite.font.color.rgb = RUST
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = TEAL
    for name, colour in (("Header", MUTE), ("Footer", MUTE)):
        _font(styles[name], SANS, 8, colour)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin, section.bottom_margin = Mm(26), Mm(24)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "{{RUNNING TITLE}}"
    footer = section.footer.paragraphs[0]
    footer.text = "\t\t"
    _page_number(footer)
    body = document.paragraphs[0] if document.paragraphs else document.add_paragraph()
    body.text = "{{BODY}}"
    properties = document.core_properties
    properties.author, properties.title, properties.comments, properties.keywords = "", "", "", ""
    for relation in list(document.part.rels.values()):
        if "stylesWithEffects" in relation.reltype:
            document.part.drop_rel(relation.rId)
    for relation in list(document.part.package.rels.values()):
        if "thumbnail" in relation.reltype:
            document.part.package.rels.pop(relation.rId)
    document.save(str(Path(__file__).parent / "paper-template.docx"))


def _font(style, name, size, colour, *, bold=False, italic=False) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = name, Pt(size), bold, italic
    style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), name)
    for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(kind), None)


def _space(style, before, after, *, keep=False) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after, form.keep_with_next = Pt(before), Pt(after), keep
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.MULTIPLE, 1.15
    form.widow_control = True


def _language(styles, code: str) -> None:
    for lang in styles.iter(qn("w:lang")):
        lang.set(qn("w:val"), code)


def _border(style, side: str, colour: str, size: int) -> None:
    borders = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{side}")
    for key, value in (("val", "single"), ("sz", str(size)), ("space", "8"), ("color", colour)):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    _put(style, borders)


def _shade(style, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{key}"), value)
    _put(style, shade)


def _put(style, element) -> None:
    """Insert a paragraph property where the schema wants it: before tabs and spacing."""
    properties = style.element.get_or_add_pPr()
    later = [qn(f"w:{n}") for n in ("shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")]
    place = next((i for i, child in enumerate(properties) if child.tag in later and child.tag != element.tag), len(properties))
    properties.insert(place, element)


def _page_number(paragraph) -> None:
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("t", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind in ("begin", "separate", "end"):
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            run._r.append(char)
        elif kind == "t":
            run.text = text
        else:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = text
            run._r.append(instruction)


if __name__ == "__main__":
    main()
