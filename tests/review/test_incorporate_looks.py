"""Looks, styles, pictures and tables that reviewers give a draft."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from copaper.papers.docx import render_docx
from copaper.papers.html import render_html
from copaper.papers.units import block_units, units
from copaper.records import Card, Heading, Paragraph, Picture, Quote, Run, Table, content_id
from copaper.review.incorporate import incorporate
from copaper.review.readback import Drawn, Passage, read_draft
from copaper.review.rounds import Round, printed
from tests.review.test_incorporate import ABOUT, at, block, changed, edit, insert
from tests.review.test_rounds import LESSON, paper, words


@pytest.mark.parametrize("look", [{"bold": True}, {"italic": True}, {"href": "https://example.org/"}])
def test_the_look_that_a_reviewer_gives_words_is_in_every_later_draft(look):
    runs = (Run(text="Members spoke of "), Run(text="records", **look), Run(text=" for an hour."))
    first = changed(paper(), edit(ABOUT, runs=runs))
    second = incorporate(paper(), [first])
    assert block(second, ABOUT).runs == runs
    third = incorporate(paper(), [first, changed(second, lambda passages: None, reviewer="Johan")])
    assert block(third, ABOUT).runs == runs
    plain = changed(second, edit(ABOUT, runs=(Run(text=ABOUT),)), reviewer="Johan")
    assert block(incorporate(paper(), [first, plain]), ABOUT).runs == (Run(text=ABOUT),)


def test_a_word_made_bold_stays_so_where_the_source_changed_another_one():
    runs = (Run(text="Keep a "), Run(text="cash", bold=True), Run(text=" book from the first day."))
    new = incorporate(paper(lesson="Keep a cash book from the second day."), [changed(paper(), edit(LESSON, runs=runs))])
    item = block(new, "second day").items[0]
    assert [run.text for run in item if run.bold] == ["cash"] and item[-1].cite == 1


@pytest.mark.parametrize(("style", "kind"), [("heading 3", Heading), ("quote", Quote), ("dp body", Paragraph)])
def test_a_paragraph_given_another_style_is_what_the_style_says(style, kind):
    new = incorporate(paper(), [changed(paper(), edit(ABOUT, style=style))])
    found = block(new, ABOUT)
    assert isinstance(found, kind) and found.id == "about"


def png(colour: str = "teal", mode: str = "RGBA") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (40, 30), colour).save(out, "PNG")
    return out.getvalue()


def test_a_picture_comes_through_all_drafts_and_outputs():
    first = changed(paper(), insert(ABOUT, Passage((), "", "dp body", pictures=(Drawn(png(), "A form"),))))
    second = incorporate(paper(), [first])
    (picture,) = [b for b in second.blocks if isinstance(b, Picture)]
    assert (picture.width, picture.height, picture.alt) == (40, 30, "A form")
    assert second.blocks.index(picture) == 1 + [b.id for b in second.blocks].index("about")
    assert picture.data in render_html(second).decode()
    read = read_draft("second.docx", render_docx(second))
    back = Round("Johan", "2020-10-02", "z", second, read, printed(second, read))
    assert [b for b in incorporate(paper(), [first, back]).blocks if isinstance(b, Picture)] == [picture]
    struck = replace(back, read=replace(read, passages=tuple(p for p in read.passages if content_id(picture.id, "") not in p.keys)))
    assert not [b for b in incorporate(paper(), [first, struck]).blocks if isinstance(b, Picture)]


def test_a_picture_that_cannot_be_read_is_told():
    new = incorporate(paper(), [changed(paper(), insert(ABOUT, Passage((), "", "", pictures=(Drawn(b"EMF", ""),))))])
    assert "Thandi: [a picture that could not be read]" in words(new)


def cells(*texts: str, row: int, table: int = 0) -> list[Passage]:
    return [Passage((), text, "", cell=(table, row, column)) for column, text in enumerate(texts)]


def placed_in_tables(passages: list[Passage]) -> None:
    """Give the card's passages their cells, as a document has them."""
    card = block(paper(), "Two visits a month")
    keys = [unit.key for unit in block_units(card)][1:]
    for number, key_ in enumerate(keys):
        place = next(n for n, passage in enumerate(passages) if passage.keys == (key_,))
        passages[place] = replace(passages[place], cell=(0, number // 2, number % 2))


def test_a_row_added_to_a_card_is_a_row_of_it():
    def how(passages):
        placed_in_tables(passages)
        insert("Mentors visit twice a month.", *cells("Cost", "R200 a visit.", row=5))(passages)

    new = incorporate(paper(), [changed(paper(), how)])
    (card,) = [b for b in new.blocks if isinstance(b, Card)]
    assert [(label, "".join(r.text for r in runs)) for label, runs in card.rows][1] == ("Cost", "R200 a visit.")
    assert len({unit.key for unit in units(new)}) == len(units(new))


def test_an_added_table_is_a_table_and_can_be_edited_later():
    first = changed(paper(), insert(ABOUT, *cells("Town", "Visits", row=0, table=7), *cells("Tzaneen", "12", row=1, table=7)))
    second = incorporate(paper(), [first])
    table = next(b for b in second.blocks if isinstance(b, Table) and b.header == ("Town", "Visits"))
    assert [[cell[0].text for cell in row] for row in table.rows] == [["Tzaneen", "12"]]
    third = incorporate(paper(), [first, changed(second, edit("12", text="13", runs=(Run(text="13"),)), reviewer="Johan")])
    assert "13" in words(third) and "12" not in words(third)
    render_docx(third)


def test_a_divided_paragraph_is_two_paragraphs_of_one_text():
    def how(passages):
        place = at(passages, ABOUT)
        passages[place : place + 1] = [replace(passages[place], text="Members spoke", runs=()), Passage((), "of records for an hour.", "dp body")]

    first = changed(paper(), how)
    second = incorporate(paper(), [first])
    assert "Members spoke\n\nof records for an hour." in words(second)
    read = read_draft("second.docx", render_docx(second))
    assert incorporate(paper(), [first, Round("Johan", "", "z", second, read, printed(second, read))]).blocks == second.blocks
