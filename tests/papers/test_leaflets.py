"""Brief and flyer: the paper's own words, never more than their pages, whatever the paper."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pypdf import PdfReader

from copaper.papers.leaflets import BRIEF_PAGES, FLYER, FLYER_PAGES, Amount, begun, contents, render_brief, render_flyer
from copaper.records import Bullets, Card, Quote, Run, Table
from tests.papers.test_docx import HOSTILE, a_paper
from tests.papers.test_same_words import words

FORMS = [(render_brief, BRIEF_PAGES), (render_flyer, FLYER_PAGES)]
LONG = "We count the stock every Friday and write it into the book that everybody can see. " * 40


def said(*texts: str) -> tuple[tuple[Run, ...], ...]:
    return tuple((Run(text=text), Run(text="", cite=1)) for text in texts)


def with_blocks(text: str, many: int):
    texts = [f"{n} {text}" for n in range(many)]
    return a_paper("mentor").model_copy(update={
        "title": text[:400],
        "blocks": (
            Bullets(id="messages", style="key messages", items=said(*texts)),
            *(Card(id=f"card-{n}", kind="practice", title=t, rows=(("What they do", said(t)[0]),)) for n, t in enumerate(texts)),
            Bullets(id="kind-recommendation-list", items=said(*(f"Do {t}" for t in texts))),
            Bullets(id="kind-challenge-list", items=said(*(f"Hard {t}" for t in texts))),
            *(Quote(id=f"quote-{n}", runs=said(t)[0], attribution="Panellist") for n, t in enumerate(texts)),
            Table(id="questions-table", caption="Asked", header=("Question", "State"), rows=tuple((said(f"Why {t}")[0], said("Open")[0]) for t in texts)),
        ),
    })  # fmt: skip


def pages(data: bytes) -> list[str]:
    return [words(page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages]


@pytest.mark.parametrize("text", ["Short.", LONG, "x" * 10_000, "W" * 59 + " " + LONG], ids=["short", "long", "one word", "wide"])
@pytest.mark.parametrize("many", [0, 1, 12])
def test_they_never_take_more_than_their_pages(text, many):
    for render, most in FORMS:
        found = pages(render(with_blocks(text, many)))
        assert 1 <= len(found) <= most
        if many:
            assert words("Key messages") in found[0]


@pytest.mark.parametrize("word", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_text(word):
    for render, most in FORMS:
        assert len(pages(render(with_blocks(word, 2)))) <= most


def test_they_are_accessible_lasting_and_the_same_each_time():
    paper = with_blocks("We visit every client.", 3)
    for render, _ in FORMS:
        data = render(paper)
        assert data == render(paper)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            about = pdf.Root.Metadata.read_bytes().decode()
            assert "<pdfuaid:part>1" in about and "pdfaid:part" in about
            assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang) == paper.language
    assert render_brief(paper) != render_flyer(paper)


def test_points_are_not_told_twice_and_withheld_names_come_last():
    paper = with_blocks("", 0).model_copy(update={"blocks": (
        Bullets(id="messages", style="key messages", items=said("Share the register.", "Send photographs.")),
        Bullets(id="kind-recommendation-list", items=said("Share the register.", "Ask [name withheld] for it.", "Add one field.")),
        Quote(id="a", runs=said("Yes, I want to come back to that, and it is a point that many of us would want to come back to as well.")[0]),
        Quote(id="b", runs=said("Out of the first sixty that I sat with, only eleven had a registration that was up to date.")[0]),
    )})  # fmt: skip
    found = contents(paper, Amount(2, points=3, quotes=1))
    assert found["messages"] == ["Share the register.", "Send photographs."]
    assert found["lists"] == [("Recommendations", ["Add one field.", "Ask [name withheld] for it."])]
    assert found["quotes"][0][0].startswith("Out of the first sixty")


def test_what_is_cut_says_so():
    assert begun("one two three", 3) == "one two three"
    assert begun("one, two, three", 2) == "one, two …"
    assert len(begun("x" * 900, 3)) < 100
    assert FLYER[-1].words < FLYER[0].words
