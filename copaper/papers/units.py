"""A paper as a list of its texts, each under a key that stays the same from draft to draft.

A unit is what a reviewer can edit by itself: a heading, a paragraph, an item of a list, a
cell. Its key depends on the block's id and the place in it, never on the words, so that a
unit of a reviewed draft and the same unit of a newly composed paper find each other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from copaper.papers.wording import day
from copaper.records import (
    Block,
    Bullets,
    Callout,
    Card,
    EvidenceEntry,
    Figure,
    Heading,
    Inline,
    Paper,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    Tiles,
    content_id,
)

ANCHOR = "_dp_"
"""How the names of the hidden bookmarks begin that mark units in a Word document."""
PARAGRAPHS = "\n\n"
"""What stands between the paragraphs of one text, where a reviewer divided it."""
COVER = "cover"
FRONT = "front"


@dataclass(frozen=True)
class Unit:
    """One text of a paper: ``part`` is its place in ``block``, such as ``row-2-1``."""

    block: str
    part: str
    runs: Inline

    @cached_property
    def key(self) -> str:
        """Ten hex digits; the same in every draft."""
        return content_id(self.block, self.part)

    @property
    def anchor(self) -> str:
        """The name of the bookmark around it: 14 characters, of at most 40 allowed."""
        return ANCHOR + self.key

    @property
    def name(self) -> str:
        """The id of an item, row or cell in HTML, which is its block's where it stands alone."""
        return f"t-{self.key}" if self.part else self.block

    @property
    def text(self) -> str:
        return plain(self.runs)

    @property
    def words(self) -> str:
        """The text without citation marks, which every draft numbers anew."""
        return "".join(run.text for run in self.runs)


def plain(runs: Inline) -> str:
    """Return the words of ``runs``, with a citation mark as its number, set apart from one before it by a comma."""
    before = (False, *(bool(run.cite) for run in runs))
    return "".join(f"{',' if after_mark else ''}{run.cite}" if run.cite else run.text for run, after_mark in zip(runs, before, strict=False))


def pieces(runs: Inline) -> tuple[Inline, ...]:
    """Return the paragraphs of a text, one where no reviewer divided it."""
    found: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split(PARAGRAPHS)
        if first or not rest:
            found[-1].append(run.model_copy(update={"text": first}) if rest else run)
        found += [[run.model_copy(update={"text": part})] if part else [] for part in rest]
    return tuple(tuple(piece) for piece in found if piece) or ((),)


def status(paper: Paper) -> str:
    """Return how the cover says where the paper stands."""
    return {"draft": "Draft for review", "approved": f"Approved, version {paper.version}", "compiled": "Made from approved papers"}[paper.status]


def cover(paper: Paper) -> dict[str, str]:
    """Return the fields of the cover by the names that the Word template has for them; a community
    that publishes its own papers stands there once."""
    alone = paper.community == paper.publisher
    return {
        "PUBLISHER": paper.publisher,
        "COMMUNITY": "" if alone else paper.community,
        "SERIES": paper.series if alone else "",  # else it stands in the line of the community
        "TITLE": paper.title,
        "SUBTITLE": paper.subtitle,
        "STATUS": status(paper),
        "DATE": day(paper.date),
        "NOTICE": paper.notice,
    }


def front(paper: Paper) -> tuple[tuple[str, str], ...]:
    """Return the headings and texts of the imprint page."""
    return (("How to cite", paper.how_to_cite), *paper.imprint)


def units(paper: Paper) -> tuple[Unit, ...]:
    """Return the texts of a paper in the order of reading."""
    found = [_unit(COVER, name, value) for name, value in cover(paper).items() if value]
    found.append(_unit(FRONT, "title", "About this paper"))
    for number, (heading, text) in enumerate(front(paper), 1):
        if not text:
            continue  # struck by a reviewer; the others keep their numbers
        found += [_unit(FRONT, f"heading-{number}", heading), _unit(FRONT, f"text-{number}", text)]
    found.append(_unit(FRONT, "contents", "Contents"))
    for block in paper.blocks:
        found += block_units(block)
    return tuple(found)


def base_hash(paper: Paper) -> str:
    """Return the sha256 that tells which draft a reviewed document was made from."""
    return hashlib.sha256(paper.to_json().encode("utf-8", "surrogatepass")).hexdigest()


def _unit(block: str, part: str, text: str) -> Unit:
    return Unit(block, part, (Run(text=text),))


def item_units(block: Bullets) -> tuple[Unit, ...]:
    """Return a list's items: each by what it is about, else by number.

    An item that a reviewer moved here has the list that it came from before its id, so that
    its key stays the same: ``kind-lesson-list/1a2b3c4d5e``.
    """
    found = []
    for id_, item in zip(block.ids or map(str, range(1, len(block.items) + 1)), block.items, strict=True):
        home, _, own = id_.rpartition("/")
        found.append(Unit(home or block.id, f"item-{own}", item))
    return tuple(found)


def card_ids(block: Card) -> tuple[str, ...]:
    """Return what each row of a card is called in its parts."""
    return block.ids or tuple(str(number) for number in range(1, len(block.rows) + 1))


def row_parts(block: Table) -> tuple[tuple[str, ...], ...]:
    """Return the parts of a table's cells, row by row."""
    ids = block.ids or range(1, len(block.rows) + 1)
    return tuple(tuple(f"cell-{id_}-{column}" for column in range(1, len(cells) + 1)) for id_, cells in zip(ids, block.rows, strict=True))


def block_units(block: Block) -> Iterator[Unit]:
    """Yield the texts of one block in the order of reading."""
    match block:
        case Heading():
            yield _unit(block.id, "", block.text)
        case Paragraph():
            yield Unit(block.id, "", block.runs)
        case Quote():
            yield Unit(block.id, "", block.runs)
            if block.attribution:
                yield _unit(block.id, "by", block.attribution)
        case Bullets():
            yield from item_units(block)
        case Callout():
            yield Unit(block.id, "", (Run(text=f"{block.title}.", bold=True), Run(text=" "), *block.runs))
        case Tiles():
            for number, (amount, what) in enumerate(block.items, 1):
                yield _unit(block.id, f"amount-{number}", amount)
                yield _unit(block.id, f"what-{number}", what)
        case Card():
            yield _unit(block.id, "title", block.title)
            for (label, runs), id_ in zip(block.rows, card_ids(block), strict=True):
                yield _unit(block.id, f"label-{id_}", label)
                yield Unit(block.id, f"row-{id_}", runs)
        case Table():
            yield _unit(block.id, "caption", block.caption)
            for column, text in enumerate(block.header, 1):
                yield _unit(block.id, f"head-{column}", text)
            for cells, parts in zip(block.rows, row_parts(block), strict=True):
                for runs, part in zip(cells, parts, strict=True):
                    yield Unit(block.id, part, runs)
        case Picture():
            yield Unit(block.id, "", ())
        case Figure():
            yield _unit(block.id, "caption", block.title)
            yield _unit(block.id, "source", block.source)
        case EvidenceEntry():
            who = f" · {block.who}" if block.who else ""
            yield _unit(block.id, "where", f"{block.time}{who} · {block.source}")
            yield _unit(block.id, "quote", f"“{block.quote}”")
            if block.also:
                yield _unit(block.id, "also", block.also)
