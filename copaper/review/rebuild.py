"""A paper to its texts, and merged texts back to a paper.

What the renderers make by themselves (numbers, the evidence annex, figures, the names on the
cover) stands as the source has it; whatever a reviewer wrote there is told as not placed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from copaper.papers.units import COVER, FRONT, Unit, block_units, card_ids, cover, front, item_parts, row_parts, units
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
    Quote,
    Run,
    Table,
    Tiles,
    content_id,
)
from copaper.review.merge import Text

UNPLACED = "unplaced"
_EDITABLE_COVER = ("TITLE", "SUBTITLE", "NOTICE")
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Made:
    """A text that reviewers added: the block that it makes or, with a ``part``, belongs to."""

    block: str
    part: str = ""
    level: int = 0

    @property
    def key(self) -> str:
        return content_id(self.block, self.part)


def texts_of(paper: Paper) -> list[Text]:
    """Return every text of a paper under its key, in the order of reading."""
    return [Text(unit.key, unit.words) for unit in units(paper)]


def read_only(paper: Paper) -> frozenset[str]:
    """Return the keys of the texts that no reviewer's words replace."""
    fixed = {content_id(COVER, name) for name in cover(paper) if name not in _EDITABLE_COVER}
    fixed |= {content_id(FRONT, part) for part in ("title", "contents")}
    fixed |= {content_id(FRONT, f"heading-{n}") for n in range(1, len(front(paper)) + 1)}
    for block in paper.blocks:
        if isinstance(block, EvidenceEntry | Figure | Tiles):
            fixed |= {unit.key for unit in block_units(block)}
    return frozenset(fixed)


def rebuilt(source: Paper, merged: Sequence[Text], made: Mapping[str, Made]) -> Paper:
    """Return ``source`` with the ``merged`` texts in their order; ``made`` tells what the
    texts are that it does not have."""
    have = {item.key: item.text for item in merged}
    place = {item.key: number for number, item in enumerate(merged)}
    owner = {unit.key: block.id for block in source.blocks for unit in block_units(block)}
    after: dict[str, list[Block]] = defaultdict(list)
    items: dict[str, list[str]] = defaultdict(list)
    last, unplaced = "", []
    for item in merged:
        new = made.get(item.key)
        if new is None:
            last = owner.get(item.key, last)
        elif new.block == UNPLACED:
            unplaced.append(item)
        elif new.part:
            items[new.block].append(item.key)
        elif new.level:
            after[last].append(Heading(id=new.block, level=new.level, text=item.text))
        else:
            after[last].append(Paragraph(id=new.block, runs=(Run(text=item.text),)))
    blocks = list(after[""])
    kept = [(min((place[u.key] for u in block_units(block) if u.key in place), default=-1), block) for block in source.blocks]
    for at, block in sorted(kept, key=lambda pair: pair[0]):
        built = _block(block, have, place, made, items[block.id]) if at >= 0 else None
        if built is not None:
            blocks.append(built)
        blocks += after[block.id]
    if unplaced:
        blocks.append(Heading(id="unplaced-title", level=1, text="Could not be placed"))
        blocks.append(
            Bullets(id=UNPLACED, items=tuple((Run(text=t.text),) for t in unplaced), ids=tuple(made[t.key].part.removeprefix("item-") for t in unplaced))
        )
    return _front(source, have).model_copy(update={"blocks": tuple(blocks)})


def _front(paper: Paper, have: Mapping[str, str]) -> Paper:
    def told(block: str, part: str, otherwise: str) -> str:
        return have.get(content_id(block, part)) or otherwise

    imprint = tuple((heading, told(FRONT, f"text-{n}", text)) for n, (heading, text) in enumerate(paper.imprint, 2))
    return paper.model_copy(
        update={
            "title": told(COVER, "TITLE", paper.title),
            "subtitle": told(COVER, "SUBTITLE", paper.subtitle),
            "notice": told(COVER, "NOTICE", paper.notice),
            "how_to_cite": told(FRONT, "text-1", paper.how_to_cite),
            "imprint": imprint,
        }
    )


def _block(block: Block, have: Mapping[str, str], place: Mapping[str, int], made: Mapping[str, Made], added: Sequence[str]) -> Block | None:
    """Return ``block`` with the merged texts; None when nothing of it is left."""
    by_part = {unit.part: unit for unit in block_units(block)}

    def runs(part: str) -> Inline:
        unit = by_part[part]
        return reworded(unit.runs, have[unit.key]) if unit.key in have else ()

    def text(part: str) -> str:
        return have.get(by_part[part].key, "")

    def there(part: str) -> bool:
        return by_part[part].key in have

    match block:
        case Heading():
            return block.model_copy(update={"text": text("")}) if there("") else None
        case Paragraph():
            return block.model_copy(update={"runs": runs("")}) if there("") else None
        case Quote():
            by = text("by") if block.attribution else ""
            return block.model_copy(update={"runs": runs(""), "attribution": by}) if there("") else None
        case Callout():
            return _callout(block, by_part[""], have) if there("") else None
        case Bullets():
            ids = block.ids or tuple(str(n) for n in range(1, len(block.items) + 1))
            found = [(place[by_part[part].key], id_, runs(part)) for part, id_ in zip(item_parts(block), ids, strict=True) if there(part)]
            found += [(place[key], made[key].part.removeprefix("item-"), (Run(text=have[key]),)) for key in added]
            found.sort(key=lambda item: item[0])
            return block.model_copy(update={"items": tuple(f[2] for f in found), "ids": tuple(f[1] for f in found)}) if found else None
        case Card():
            rows = [((text(f"label-{id_}") or label, runs(f"row-{id_}")), id_) for (label, _), id_ in zip(block.rows, card_ids(block), strict=True) if there(f"row-{id_}")]
            if not rows and not there("title"):
                return None
            return block.model_copy(update={"title": text("title") or block.title, "rows": tuple(r[0] for r in rows), "ids": tuple(r[1] for r in rows)})
        case Table():
            ids = block.ids or tuple(str(n) for n in range(1, len(block.rows) + 1))
            kept = [(tuple(runs(part) for part in parts), id_) for parts, id_ in zip(row_parts(block), ids, strict=True) if any(map(there, parts))]
            if not kept and block.rows:
                return None
            header = tuple(text(f"head-{n}") or head for n, head in enumerate(block.header, 1))
            return block.model_copy(update={"caption": text("caption") or block.caption, "header": header, "rows": tuple(k[0] for k in kept), "ids": tuple(k[1] for k in kept)})
        case Figure():
            return block if any(map(there, by_part)) else None
        case _:
            return block


def _callout(block: Callout, unit: Unit, have: Mapping[str, str]) -> Callout:
    words = reworded(unit.runs, have[unit.key])
    head = f"{block.title}."
    whole = "".join(run.text for run in words)
    if not whole.startswith(head):
        return block.model_copy(update={"title": "Note", "runs": words})
    left, kept = len(head) + 1, []
    for run in words:
        cut = min(left, len(run.text))
        left -= cut
        if run.cite or run.text[cut:]:
            kept.append(run.model_copy(update={"text": run.text[cut:]}))
    return block.model_copy(update={"runs": tuple(kept)})


def reworded(runs: Inline, text: str) -> Inline:
    """Return ``runs`` with their words changed to ``text``: what stays keeps its look and its
    citation marks, what is new looks as the word before it."""
    words = "".join(run.text for run in runs)
    if words == text:
        return runs
    looks: list[int] = [n for n, run in enumerate(runs) for _ in run.text]
    marks: dict[int, list[Run]] = defaultdict(list)
    at = 0
    for run in runs:
        at += len(run.text)
        if run.cite:
            marks[at].append(run)
    old, new = _WORDS.findall(words), _WORDS.findall(text)
    starts = [0]
    for word in old:
        starts.append(starts[-1] + len(word))
    look_of: list[int] = []
    moved = {0: 0}
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        begun = len(look_of)
        if kind == "equal":
            for position in range(starts[a], starts[b] + 1):
                moved.setdefault(position, begun + position - starts[a])
            look_of += looks[starts[a] : starts[b]]
        else:
            before = looks[starts[a] - 1] if starts[a] else (looks[0] if looks else 0)
            look_of += [before] * sum(len(word) for word in new[c:d])
            for position in range(starts[a] + 1, starts[b] + 1):
                moved.setdefault(position, len(look_of))
    ends: dict[int, list[Run]] = defaultdict(list)
    for position, found in sorted(marks.items()):
        ends[min(moved.get(position, len(text)), len(text))] += found
    result: list[Run] = []
    begin = 0
    for position in range(len(text) + 1):
        turns = 0 < position < len(text) and look_of[position] != look_of[position - 1]
        if position == len(text) or turns or position in ends:
            if position > begin:
                look = runs[look_of[begin]] if runs else Run()
                result.append(look.model_copy(update={"text": text[begin:position], "cite": 0}))
            begin = position
            result += ends.get(position, ())
    return tuple(result)
