"""How a printed paper is divided into pages and lines."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from copaper.papers.pdf import render_pdf
from copaper.records import Bullets, Card, Figure, Heading, Paragraph, Quote, Run, Table
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
def test_a_theme_s_heading_stays_with_its_first_quotation(lines):
    filler = Bullets(id="b", items=tuple((Run(text=f"Point {n}."),) for n in range(lines)))
    quotes = (Quote(id=f"q{n}", runs=(Run(text=f"We met {word} and spoke."),), attribution="An adviser") for n, word in enumerate(("early", "late")))
    theme = (Heading(id="theme-1", level=2, text="Mentoring"), Paragraph(id="theme-1-about", style="note", runs=(Run(text="From 0:10 on."),)), *quotes)
    found = pages(Heading(id="key-messages", level=1, text="Key"), filler, *theme)[1:]
    on = {text: n for n, page in enumerate(found) for line in page for text in ("Mentoring", "We met early", "We met late") if line.startswith(text)}
    assert len(on) == 3 and on["Mentoring"] == on["We met early"]


@pytest.mark.parametrize("lines", (28, 32))
@pytest.mark.parametrize("label", ["practice", "recommendation"])
def test_what_a_topic_leads_on_with_stays_with_what_it_leads_to(lines, label):
    filler = Bullets(id="b", items=tuple((Run(text=f"Point {n}."),) for n in range(lines)))
    card = Card(id="finding-1", kind="practice", title="Counting", rows=(("What they do", (Run(text="We count the crates at the gate."),)), ("Told by", (Run(text="An adviser"),))))
    theme = (Heading(id="theme-1", level=2, text="Mentoring"), Paragraph(id="theme-1-about", style="note", runs=(Run(text="From 0:10 on."),)), Paragraph(id=f"theme-1-{label}", runs=(Run(text="Told so", bold=True),)), card)
    found = pages(Heading(id="key-messages", level=1, text="Key"), filler, *theme)[1:]
    on = {text: n for n, page in enumerate(found) for line in page for text in ("Mentoring", "Told so", "Counting") if line.startswith(text)}
    assert len(on) == 3 and len(set(on.values())) == 1


def test_the_running_head_names_the_chapter_that_the_page_goes_on_with():
    long = tuple(paragraph(f"p{n}", "We met early and spoke of money. " * 12) for n in range(12))
    last = pages(Heading(id="key-messages", level=1, text="Key messages"), *long, Heading(id="method", level=1, text="Method"), paragraph("m", "Read."))[-1]
    assert "Method" in last and any(line.endswith("Key messages") for line in last)  # the one as a heading, the other at the head of the page


def test_the_running_head_names_the_topic_that_the_page_goes_on_with():
    long = tuple(paragraph(f"p{n}", "We met early and spoke of money. " * 12) for n in range(12))
    last = pages(Heading(id="themes", level=1, text="What was discussed"), Heading(id="theme-1", level=2, text="Mentoring"), *long, Heading(id="theme-2", level=2, text="Banks"), paragraph("m", "Read."))[-1]
    assert "Banks" in last and any(line.endswith("Mentoring") for line in last)


def test_a_long_list_of_contents_stands_below_the_imprint():
    imprint = tuple((f"About {n}", "Members share what they do and what came of it. " * 4) for n in range(4))
    blocks = tuple(block for n in range(14) for block in (Heading(id=f"h{n}", level=1, text=f"Chapter {n}"), Heading(id=f"t{n}", level=2, text=f"A topic of some length {n}")))
    front, first, *_ = PdfReader(io.BytesIO(render_pdf(a_paper(blocks=blocks, imprint=imprint)))).pages[1:]
    assert "Contents" in front.extract_text() and "A topic of some length 13" in front.extract_text()
    assert first.extract_text().count("Chapter") > 1, "the first page of the text"


def test_the_reviewers_annex_needs_no_page_of_its_own():
    found = pages(Heading(id="key-messages", level=1, text="Key messages"), paragraph("p", "We met."), Heading(id="review", level=1, text="For the reviewers"), paragraph("r", "Read."))
    assert len(found) == 2


def test_a_sentence_before_a_figure_stays_with_it():
    figure = Figure(id="f", title="Gauteng leads", source="Roll", alt="A chart.", chart="bars", label="Province", unit="people", data=tuple((f"Province {n}", 5.0) for n in range(9)))
    for lines in range(20, 36, 2):
        filler = Bullets(id="b", items=tuple((Run(text=f"Point {n}."),) for n in range(lines)))
        found = pages(Heading(id="key-messages", level=1, text="Key"), filler, Heading(id="who", level=1, text="Who took part"), paragraph("participation-roles", "Of 9 people, 3 spoke."), figure)
        assert [page for page in found if "Of 9 people, 3 spoke." in page] == [page for page in found if "Figure 1. Gauteng leads" in page]


def test_publisher_and_community_of_one_name_stand_on_the_cover_once():
    def cover(**names: str) -> list[str]:
        return PdfReader(io.BytesIO(render_pdf(a_paper(blocks=(), **names)))).pages[0].extract_text().split("\n")

    assert "Discussion paper" in cover(community="Bakers", publisher="Bakers")
    assert "Bakers · Discussion paper" in cover(community="Bakers", publisher="Network")


def test_three_dots_and_the_last_short_word_of_a_title_stand_on_no_line_alone():
    lines = [line.strip() for page in pages(Heading(id="key-messages", level=1, text="Key"), *(paragraph(f"p{n}", "a" * n, *("count",) * 14, "…") for n in range(1, 24))) for line in page]
    assert sum(line.endswith("…") for line in lines) == 23 and "…" not in lines
    for length in range(8, 13):
        cover = PdfReader(io.BytesIO(render_pdf(a_paper(blocks=(), title=f"Money {'m' * length} 2023")))).pages[0].extract_text().split("\n")
        assert "2023" not in [line.strip() for line in cover]
