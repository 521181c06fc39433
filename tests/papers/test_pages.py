"""How a printed paper is divided into pages and lines."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from copaper.papers.pdf import render_pdf
from copaper.records import Bullets, Heading, Paragraph, Quote, Run, Table
from tests.papers.test_docx import a_paper


def pages(*blocks) -> list[list[str]]:
    """The lines of every page from the imprint on."""
    found = PdfReader(io.BytesIO(render_pdf(a_paper(blocks=blocks)))).pages[1:]
    return [page.extract_text().split("\n") for page in found]


def paragraph(id_: str, *words: str) -> Paragraph:
    return Paragraph(id=id_, runs=(Run(text=" ".join(words)),))


def test_imprint_and_contents_share_a_page():
    [front, first] = pages(Heading(id="key-messages", level=1, text="Key messages"), paragraph("p", "We meet on Mondays."))
    assert "About this paper" in front and "Contents" in front and "We meet on Mondays." in first


def test_no_word_is_hyphenated():
    words = ("Function.prototype", "Symbol.iterator", "f3a9c1e7d2b84650", "accreditation", "supplementary", "environmentally") * 12
    lines = [line for page in pages(Heading(id="key-messages", level=1, text="Key"), *(paragraph(f"p{n}", "a" * n, *words) for n in range(1, 9))) for line in page]
    assert [line for line in lines if line.rstrip().endswith("-")] == []
    assert " ".join(lines).count("Function.prototype") == 12 * 8


@pytest.mark.parametrize("rows", range(27, 30))
def test_no_page_holds_only_a_row_or_two_of_a_table(rows):
    table = Table(id="t", caption="Sites", header=("Place", "Number"), rows=tuple(((Run(text=f"row{n}"),), (Run(text="1"),)) for n in range(rows)))
    shown = [sum(line.startswith("row") for line in page) for page in pages(Heading(id="key-messages", level=1, text="Key"), table)]
    assert sum(shown) == rows and min(filter(None, shown)) > 2


@pytest.mark.parametrize("lines", range(22, 34, 2))
def test_the_quotations_of_a_theme_stay_with_their_heading(lines):
    filler = Bullets(id="b", items=tuple((Run(text=f"Point {n}."),) for n in range(lines)))
    quotes = (Quote(id=f"q{n}", runs=(Run(text=f"We met {word} and spoke."),), attribution="An adviser") for n, word in enumerate(("early", "late")))
    theme = (Heading(id="theme-1", level=2, text="Mentoring"), Paragraph(id="theme-1-about", style="note", runs=(Run(text="From 0:10 on."),)), *quotes)
    found = pages(Heading(id="key-messages", level=1, text="Key"), filler, *theme)[1:]
    on = {text: n for n, page in enumerate(found) for line in page for text in ("Mentoring", "We met early", "We met late") if line.startswith(text)}
    assert len(on) == 3 and len(set(on.values())) == 1


def test_the_running_head_names_the_chapter_that_the_page_goes_on_with():
    long = tuple(paragraph(f"p{n}", "We met early and spoke of money. " * 12) for n in range(12))
    last = pages(Heading(id="key-messages", level=1, text="Key messages"), *long, Heading(id="method", level=1, text="Method"), paragraph("m", "Read."))[-1]
    assert "Method" in last and any(line.endswith("Key messages") for line in last)  # the one as a heading, the other at the head of the page
