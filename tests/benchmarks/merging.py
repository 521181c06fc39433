"""How long it takes to make the next draft of a long one.

    python tests/benchmarks/merging.py [--pages 200]

Makes a paper of about so many pages, a reviewed copy of it with every seventh text changed,
and takes that in against a source in which every eleventh text changed; says how long reading
the Word document and merging took. Asserts nothing.
"""

from __future__ import annotations

import argparse
import time
from datetime import date

from copaper.papers.docx import render_docx
from copaper.papers.pdf import render_pdf
from copaper.papers.units import units
from copaper.records import Bullets, Card, Heading, Paper, Paragraph, Run, Table, content_id
from copaper.review.incorporate import incorporate
from copaper.review.readback import read_draft
from copaper.review.rounds import Round, printed

_WORDS = "member adviser client bank cash book visit town month weekly lender owner paid asked wrote loan shop market buyer form queue".split()
_A_PAGE = 11
"""Texts of the length of these that fill a page."""


def said(number: int, mark: str = "") -> tuple[Run, ...]:
    words = [_WORDS[(number * 7 + step * (3 + number % 5)) % len(_WORDS)] for step in range(28)]
    return (Run(text=f"{number} {' '.join(words)}{mark}."),)


def paper(pages: int, every: int = 0, mark: str = "") -> Paper:
    """Return a paper of about ``pages`` pages, every so manieth text ending on ``mark``."""
    blocks, number = [], 0

    def text() -> tuple[Run, ...]:
        nonlocal number
        number += 1
        return said(number, mark if every and number % every == 0 else "")

    chapter = 0
    while number < pages * _A_PAGE:
        chapter += 1
        id_ = content_id("chapter", chapter)
        blocks += [Heading(id=f"theme-{id_}", level=1 + (chapter % 6 > 0), text=f"Chapter {chapter}"), *(Paragraph(id=f"p-{id_}-{n}", runs=text()) for n in range(8))]
        ids = tuple(content_id(chapter, n) for n in range(8))
        blocks.append(Bullets(id=f"theme-{id_}-points", items=tuple(text() for _ in ids), ids=ids))
        blocks.append(Card(id=f"finding-{id_}", kind="practice", title=f"Card {chapter}", rows=(("What they do", text()), ("Who", text())), ids=("What they do", "Who")))
        rows = tuple((text(), (Run(text="Open"),)) for _ in range(4))
        blocks.append(Table(id=f"table-{id_}", caption=f"Table of {chapter}", header=("Question", "State"), rows=rows, ids=tuple(content_id(id_, n) for n in range(4))))
    return Paper(
        id="long", session="bas-2020-09-22", community="Advisers", community_code="bas", title="A long paper", subtitle="",
        date=date(2020, 9, 22), how_to_cite="Advisers (2020).", blocks=tuple(blocks),
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--count", action="store_true", help="count the pages in the PDF, which takes a minute")
    given = parser.parse_args()
    base, source = paper(given.pages), paper(given.pages, 11, " corrected")
    copy = render_docx(paper(given.pages, 7, " reviewed"))
    shown = printed(base, read_draft("base.docx", render_docx(base)))
    begun = time.perf_counter()
    read = read_draft("copy.docx", copy)
    reading = time.perf_counter() - begun
    round_ = Round("Reviewer", "2020-10-01", "d", base, read, shown)
    begun = time.perf_counter()
    new = incorporate(source, [round_])
    merging = time.perf_counter() - begun
    print(f"{len(units(base)):,} texts, {len(copy) // 1024:,} KB: read in {reading:.2f} s, merged in {merging:.2f} s, {len(new.conflicts)} conflicts")
    if given.count:
        import io

        import pikepdf

        with pikepdf.open(io.BytesIO(render_pdf(new))) as pdf:
            print(f"{len(pdf.pages)} pages")


if __name__ == "__main__":
    main()
