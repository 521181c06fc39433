"""The web page and the printed paper: hostile text stays text, nothing is fetched, marks lead there and back."""

from __future__ import annotations

import io
import json
import re

import lxml.html
import pikepdf
import pytest

from copaper.errors import CouldNot
from copaper.papers import pdf
from copaper.papers.html import first_citations, headline, render_html
from copaper.papers.pdf import render_pdf
from copaper.papers.printable import FONTS, covered, printable, rewritten
from copaper.papers.units import units
from copaper.papers.wording import no_lone_end
from copaper.records import Paragraph, Run
from copaper.textclean import clean
from tests.papers.test_docx import BLNS, HOSTILE, a_paper
from tests.papers.test_same_words import words

MARKUP = [
    "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "</script><script>alert(1)", "{{ 7*7 }}{% raw %}",
    '"><a href="javascript:alert(1)">x</a>', "<link rel=attachment href='file:///etc/hostname'>", "&lt;b&gt; &amp;", "--><!--",
    "url(asset:x)", "' onmouseover='alert(1)",
]  # fmt: skip


def page_of(paper):
    return lxml.html.document_fromstring(render_html(paper).decode())


def printed(data: bytes) -> str:
    from pypdf import PdfReader

    return words(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


# --- the web page ------------------------------------------------------------------------


@pytest.mark.parametrize("word", [*HOSTILE, *MARKUP], ids=range(len(HOSTILE) + len(MARKUP)))
def test_hostile_text_is_text_on_the_page(word):
    page, harmless = page_of(a_paper(word)), page_of(a_paper("mentor"))
    assert [e.tag for e in page.iter() if isinstance(e.tag, str)] == [e.tag for e in harmless.iter() if isinstance(e.tag, str)]
    assert [sorted(e.attrib) for e in page.iter()] == [sorted(e.attrib) for e in harmless.iter()]
    text = words(page.body.text_content())
    lost = [u.part for u in units(a_paper(word)) if words(clean(u.text)[0]) not in text]
    assert lost == []


@pytest.mark.parametrize("word", MARKUP)
def test_description_for_search_engines_is_json_and_closes_no_script(word):
    [script] = page_of(a_paper(word)).xpath("//script")
    assert script.get("type") == "application/ld+json"
    assert json.loads(script.text)["name"] == a_paper(word).title


def test_the_page_asks_for_nothing_outside_itself():
    text = render_html(a_paper()).decode()
    page = lxml.html.document_fromstring(text)
    assert [a for e in page.iter() for a in ("src", "srcset", "data", "poster") if e.get(a) and not e.get(a).startswith("data:")] == []
    assert page.xpath("//link | //iframe | //object | //embed | //form") == []
    assert re.findall(r"@import|url\((?!data:)", text) == []


ADDRESSES = {
    "https://example.org/a?b=1&c=2": "https://example.org/a?b=1&c=2",
    "javascript:alert(1)": None,
    "javascript://example.org/%0aalert(1)": None,
    "data:text/html,x": None,
    "file:///etc/hostname": None,
    "https://user:secret@example.org/": None,
}


def linking_paper():
    return a_paper(blocks=tuple(Paragraph(id=f"p{n}", runs=(Run(text="here", href=address),)) for n, address in enumerate(ADDRESSES)))


def test_only_web_addresses_become_links_on_the_page():
    page = page_of(linking_paper())
    found = [next((a.get("href") for a in page.get_element_by_id(f"p{n}").iter("a")), None) for n in range(len(ADDRESSES))]
    assert found == list(ADDRESSES.values())


def test_only_web_addresses_become_links_in_print():
    with pikepdf.open(io.BytesIO(render_pdf(linking_paper()))) as file:
        marks = [mark for page in file.pages for mark in page.get("/Annots", [])]
        assert [str(mark.A.URI) for mark in marks if "/A" in mark and "/URI" in mark.A] == [link for link in ADDRESSES.values() if link]


def test_marks_lead_to_the_annex_and_back():
    page = page_of(a_paper())
    ids = {e.get("id") for e in page.iter() if e.get("id")}
    links = [e.get("href")[1:] for e in page.iter("a") if e.get("href", "").startswith("#")]
    assert [link for link in links if link not in ids] == []
    back = {a.text_content(): a.get("href")[1:] for a in page.xpath("//*[contains(@class,'evidence')]//a[@class='no']")}
    assert back == {str(number): block for number, block in first_citations(a_paper()).items()}


def test_ids_are_unique():
    ids = [e.get("id") for e in page_of(a_paper()).iter() if e.get("id")]
    assert sorted(ids) == sorted(set(ids))


# --- the printed paper -------------------------------------------------------------------


def test_hostile_text_is_text_in_print():
    """All at once, a paragraph each: a run of the layout engine per string would take minutes."""
    texts = [*HOSTILE, *MARKUP]
    blocks = tuple(Paragraph(id=f"p{n}", runs=(Run(text=text),)) for n, text in enumerate(texts))
    shown = printed(render_pdf(a_paper(title="<b>{{ 7*7 }}</b>", blocks=blocks)))
    assert words("<b>{{ 7*7 }}</b>") in shown
    longest = max(texts, key=len)  # goes on over several pages, between their heads and feet
    assert shown.count(longest[0]) >= len(longest)
    assert [n for n, text in enumerate(texts) if text != longest and words(printable(clean(text)[0])) not in shown] == []


def test_naughty_strings_break_neither_form():
    file = next(iter(sorted(BLNS.rglob("blns.txt"))), None) if BLNS.is_dir() else None
    if file is None:
        pytest.skip("../shared/badinputs/text is not there")
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    blocks = tuple(Paragraph(id=f"p{n}", runs=(Run(text=line), Run(text=line, href=line))) for n, line in enumerate(lines))
    paper = a_paper(blocks=blocks)
    page = page_of(paper)
    assert [n for n, line in enumerate(lines) if words(page.get_element_by_id(f"p{n}").text_content()) != words(clean(line)[0] * 2)] == []
    assert len(page.xpath("//script")) == 1
    shown = printed(render_pdf(paper))
    ascii_lines = [line for line in lines if line.isascii()]
    assert [line for line in ascii_lines if words(clean(line)[0]) not in shown] == []


def test_same_paper_gives_same_bytes():
    assert render_pdf(a_paper()) == render_pdf(a_paper())
    assert render_html(a_paper()) == render_html(a_paper())


def test_print_is_tagged_titled_and_lasting():
    with pikepdf.open(io.BytesIO(render_pdf(a_paper()))) as file:
        metadata = file.Root.Metadata.read_bytes().decode()
        assert re.search(r"pdfaid:part[>=\"]+3", metadata) and re.search(r"pdfaid:conformance[>=\"]+A", metadata)
        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
        assert file.Root.MarkInfo.Marked and str(file.Root.Lang) == a_paper().language
        assert str(file.docinfo.Title) == a_paper().title
        assert file.Root.ViewerPreferences.DisplayDocTitle
        heads = [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == pikepdf.Name.TH]
        assert heads and all(item.A.Scope == pikepdf.Name.Column for item in heads)
        fonts = {str(item.BaseFont).partition("+")[2] for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == pikepdf.Name.Font and "/BaseFont" in item}
        assert all(font.startswith("Copaper") for font in fonts)


def test_wider_fonts_are_unpacked_only_where_they_are_needed():
    assert " Ext" not in pdf._font_faces("Plain – “text”")
    assert "Copaper Serif Ext" in pdf._font_faces("Tšwane")


def test_a_character_without_a_font_fails_the_build(monkeypatch):
    monkeypatch.setattr(pdf, "printable", lambda text: text)
    with pytest.raises(CouldNot) as raised:
        render_pdf(a_paper("\ue000"))
    assert raised.value.code == "missing-glyph"


@pytest.mark.parametrize("address", ["file:///etc/hostname", "https://example.org/x.png", "asset:other.svg", "asset:../paper.css"])
def test_a_template_that_asks_for_more_than_its_assets_is_refused(monkeypatch, address):
    render = pdf.render
    monkeypatch.setattr(pdf, "render", lambda *args: render(*args).replace("</body>", f'<img src="{address}" alt="x"></body>'))
    with pytest.raises(CouldNot) as raised:
        render_pdf(a_paper())
    assert raised.value.code == "asset-refused"
    assert address not in str(raised.value)


# --- characters ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Tšwane – “ḽa” café", "Tšwane – “ḽa” café"),
        ("well done 👍", "well done [thumbs up sign]"),
        ("thanks 👍🏽", "thanks [thumbs up sign]"),
        ("say 你好 twice", "say [text in another script] twice"),
        ("Tshivenḓa, Ṱhohoyanḓou", "Tshivenḓa, Ṱhohoyanḓou"),
        ("private\ue000", "private"),
    ],
)
def test_what_no_font_holds_is_written_out(text, shown):
    assert printable(text) == shown
    assert printable(shown) == shown
    assert {ord(char) for char in shown} <= covered()


def test_every_text_of_a_paper_is_rewritten_and_nothing_else():
    paper = a_paper("mentor")
    assert rewritten(paper, lambda text: text) == paper
    assert rewritten(paper, lambda text: text.replace("mentor", "adviser")) == a_paper("adviser")


def test_the_font_of_charts_holds_what_texts_may_hold():
    from fontTools.ttLib import TTFont

    with TTFont(FONTS / "charts" / "copaper-charts.ttf", lazy=True) as font:
        assert covered() - set(font.getBestCmap()) <= {0x00, 0x09, 0x0A, 0x0D}


def test_a_date_in_a_title_stands_on_one_line():
    assert no_lone_end("Growers: what was shared on 4 March 2021") == "Growers: what was shared on 4\u00a0March\u00a02021"
    assert no_lone_end("What 4 March taught us in May") == "What 4 March taught us in\u00a0May"


@pytest.mark.parametrize(("text", "shown"), [("Roofs", "Roofs"), ("x" * 100, f"{'x' * 38} …"), ("The long-standing rules of the market at the river", "The long-standing rules of the market …")])
def test_what_stands_at_the_head_of_a_page_is_shortened_at_a_word(text: str, shown: str):
    assert headline(text, 40) == shown
