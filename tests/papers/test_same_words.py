"""The Word document, the web page and the printed paper say the same, block by block."""

from __future__ import annotations

import io
import re
import unicodedata

import lxml.html
import pytest

from copaper.papers.html import numbers, render_html
from copaper.papers.pdf import render_pdf
from copaper.papers.units import COVER, FRONT, block_units, units
from copaper.records import EvidenceEntry, Figure, Table
from tests.papers.test_docx import a_paper


def words(text: str) -> str:
    """Text without what layout adds or takes away: spaces, joiners, hyphens, ligatures."""
    return re.sub(r"[\s\u00a0\u2060-]+", "", unicodedata.normalize("NFKC", text))


def as_read(block) -> str:
    """A block's units with what every output numbers by itself."""
    text = "".join(unit.text for unit in block_units(block))
    if isinstance(block, Table | Figure):
        return f"{block.type.capitalize()} {numbers(a_paper())[block.id]}. {text}"
    return f"{block.number}{text}" if isinstance(block, EvidenceEntry) else text


@pytest.fixture(scope="module")
def page():
    return lxml.html.fromstring(render_html(a_paper()))


@pytest.mark.parametrize("block", a_paper().blocks, ids=lambda block: block.id)
def test_web_page_says_what_the_word_document_says(page, block):
    id_ = f"evidence-{block.number}" if isinstance(block, EvidenceEntry) else block.id
    [element] = page.xpath("//*[@id=$id]", id=id_)
    assert words(element.text_content()) == words(as_read(block))


def test_web_page_has_the_same_cover_and_imprint(page):
    shown = words(page.text_content())
    assert [u.part for u in units(a_paper()) if u.block in (COVER, FRONT) and words(u.text) not in shown] == []


def test_printed_paper_says_every_unit_in_order():
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(render_pdf(a_paper())))
    text = words(" ".join(page.extract_text() for page in reader.pages[2:]))
    place = 0
    for unit in (unit for block in a_paper().blocks for unit in block_units(block)):
        found = text.find(words(unit.text), place)
        assert found >= 0, (unit.block, unit.part)
        place = found
