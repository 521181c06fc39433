"""A paper in short: a brief of two pages at most, and a flyer of one.

Both say only what the paper says, in its words, and no more of it than fits: amounts are
tried from the richest to the leanest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from copaper.papers.pdf import as_printed, identifier, print_pages
from copaper.records import Bullets, Card, Figure, Inline, Paper, Quote, Table, Tiles

T = TypeVar("T")

BRIEF_PAGES, FLYER_PAGES = 2, 1
_MESSAGES = "key messages"
_DOES = "What they do"
_OPEN = "Open"
_WITHHELD = "withheld]"
_SPOKEN = re.compile(r"\W*(?:ja|yes|yeah|no|so|and|but|well|okay|um|uh|oh|i mean|right|thanks?|sorry)\b", re.I)
"""How a quotation begins that goes on with somebody else's words."""


@dataclass(frozen=True)
class Amount:
    """How much of a paper a leaflet holds; ``words`` is where a longer text is cut."""

    messages: int
    practices: int = 0
    points: int = 0
    questions: int = 0
    quotes: int = 0
    figures: int = 0
    words: int = 60


BRIEF = (
    Amount(5, 7, 5, 5, 2, 1), Amount(5, 5, 5, 4, 1, 1), Amount(5, 4, 4, 3, 1, 1), Amount(5, 4, 3, 3, 0, 1, 45), Amount(5, 3, 3, 2, 0, 1, 40),
    Amount(4, 3, 2, 2, 0, 0, 30), Amount(3, 2, 2, 1, 0, 0, 25), Amount(2, 1, 1, 0, 0, 0, 12),
)  # fmt: skip
FLYER = (
    Amount(3, quotes=1, figures=1, words=45), Amount(3, quotes=1, figures=1, words=32), Amount(3, quotes=1, words=32),
    Amount(3, quotes=1, words=24), Amount(3, words=20), Amount(2, words=12),
)  # fmt: skip
_LONGEST_WORD = 60
"""Characters; a longer one would fill the page alone."""


def render_brief(paper: Paper) -> bytes:
    """Return the brief as PDF; raises what :func:`copaper.papers.pdf.render_pdf` raises."""
    return _fitting(paper, "brief", BRIEF, BRIEF_PAGES)


def render_flyer(paper: Paper) -> bytes:
    """Return the flyer as PDF; raises what :func:`copaper.papers.pdf.render_pdf` raises."""
    return _fitting(paper, "flyer", FLYER, FLYER_PAGES)


def _fitting(paper: Paper, form: str, amounts: Sequence[Amount], pages: int) -> bytes:
    name = identifier(paper, form)
    printed = as_printed(paper)
    data = None
    for amount in amounts:
        short = printed.model_copy(update={"blocks": tuple(_of(printed, Figure))[: amount.figures], "title": begun(printed.title, 30)})
        data = print_pages(short, f"{form}.html.j2", "leaflet.css", name, most=pages, **contents(printed, amount))
        if data is not None:
            break
    assert data is not None, "the leanest amount fits on any page"
    return data


def contents(paper: Paper, amount: Amount) -> dict[str, object]:
    """Return what a leaflet's template asks for, each text no longer than the amount says."""
    cut = _cutter(amount.words)

    def chosen(items: Iterable[Inline], most: int, without: Sequence[str] = ()) -> list[str]:
        texts = [text for text in map(_text, items) if text not in without]
        return [cut(text) for text in sorted(texts, key=lambda text: _WITHHELD in text)[:most]]

    lists = {block.id: block for block in _of(paper, Bullets)}
    messages = next((block for block in lists.values() if block.style == _MESSAGES), None)
    told = [_text(item) for item in messages.items[: amount.messages]] if messages else []
    return {
        "about": begun(paper.abstract, 70),
        "tiles": next((block.items for block in _of(paper, Tiles)), ()),
        "messages": [cut(text) for text in told],
        "practices": chosen((dict(card.rows).get(_DOES, ()) for card in _of(paper, Card) if card.kind == "practice"), amount.practices, ("", *told)),
        "lists": [
            (heading, texts)
            for id_, heading in (("kind-recommendation-list", "Recommendations"), ("kind-challenge-list", "Challenges"), ("kind-lesson-list", "Lessons"))
            if id_ in lists and (texts := chosen(lists[id_].items, amount.points, told))
        ],
        "questions": chosen(_open_questions(paper), amount.questions),
        "quotes": [(cut(_text(quote.runs)), quote.attribution) for quote in sorted(_of(paper, Quote), key=_unlike_a_quote)[: amount.quotes]],
    }


def _unlike_a_quote(quote: Quote) -> tuple[bool, bool, int]:
    """Order quotations for a reader who knows nothing yet: whole, plain, neither short nor long."""
    text = _text(quote.runs)
    return _WITHHELD in text or "[…]" in text, _SPOKEN.match(text) is not None, abs(len(text.split()) - 28)


def _open_questions(paper: Paper) -> Iterator[Inline]:
    for table in _of(paper, Table):
        if table.id == "questions-table":
            yield from (row[0] for row in table.rows if _text(row[1]) == _OPEN)


def _of(paper: Paper, kind: type[T]) -> list[T]:
    return [block for block in paper.blocks if isinstance(block, kind)]


def _text(runs: Inline) -> str:
    return " ".join("".join(run.text for run in runs if not run.cite).split())


def _cutter(most: int) -> Callable[[str], str]:
    return lambda text: begun(text, most)


def begun(text: str, most: int) -> str:
    """Return at most ``most`` words of ``text``, which end with an ellipsis when there were more."""
    words = [word if len(word) <= _LONGEST_WORD else word[:_LONGEST_WORD] + "…" for word in text.split()]
    return " ".join(words) if len(words) <= most else " ".join(words[:most]).rstrip(",;:.–-") + " …"
