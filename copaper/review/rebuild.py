"""A paper to its texts, and merged texts back to a paper.

What the renderers make by themselves (the names on the cover, the evidence) stands as the
source has it, but that words of the evidence can be struck; whatever else a reviewer wrote
there is told as not placed.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from copaper.papers.units import COVER, FRONT, block_units, card_ids, cover, front, row_parts, units
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
from copaper.review.merge import Text

UNPLACED = "unplaced"
PICTURE = "\ufffc"
"""How the text begins that stands for a picture while texts are merged; its hash follows."""
_EDITABLE_COVER = ("TITLE", "SUBTITLE", "NOTICE")
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_WIDEST = 1600
"""Pixels of a picture; larger ones are made smaller."""
_MOST_PIXELS = 60_000_000


@dataclass(frozen=True)
class Made:
    """A text that reviewers added: the block that it makes or, with a ``part``, belongs to."""

    block: str
    part: str = ""
    kind: str = "paragraph"
    """paragraph, heading, quote, picture, item, cell (of a table) or row (of a card)."""
    level: int = 0
    row: str = ""

    @property
    def key(self) -> str:
        return content_id(self.block, self.part)


@dataclass(frozen=True)
class Look:
    """How a reviewer's copy shows a text, and how it had been sent out."""

    now: Inline
    before: Inline


def texts_of(paper: Paper) -> list[Text]:
    """Return every text of a paper under its key, in the order of reading."""
    pictures = {content_id(block.id, ""): token(base64.b64decode(block.data)) for block in paper.blocks if isinstance(block, Picture)}
    return [Text(unit.key, pictures.get(unit.key, unit.words)) for unit in units(paper)]


def token(picture: bytes) -> str:
    """Return the text that stands for a picture while texts are merged."""
    return PICTURE + hashlib.sha256(picture).hexdigest()[:16]


def picture_of(data: bytes, alt: str) -> Picture | None:
    """Return a reviewer's picture, made anew from its pixels: smaller, and without what a
    camera writes beside them; None when it cannot be read. It has no id yet."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.format not in ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP") or image.width * image.height > _MOST_PIXELS:
                return None
            jpeg = image.format == "JPEG"
            image.thumbnail((_WIDEST, _WIDEST))
            flat = image.convert("RGB" if jpeg or image.mode in ("RGB", "CMYK", "YCbCr") else "RGBA")
            if flat.mode == "RGBA":
                # On white: an archived PDF may hold no transparent picture.
                ground = Image.new("RGB", flat.size, "white")
                ground.paste(flat, mask=flat.getchannel("A"))
                flat = ground
            out = io.BytesIO()
            flat.save(out, "JPEG" if jpeg else "PNG", **({"quality": 90} if jpeg else {"optimize": True}))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return Picture(id="", format="jpeg" if jpeg else "png", data=base64.b64encode(out.getvalue()).decode(), width=flat.width, height=flat.height, alt=alt)


def read_only(paper: Paper) -> frozenset[str]:
    """Return the keys of the texts that no reviewer's words replace."""
    fixed = {content_id(COVER, name) for name in cover(paper) if name not in _EDITABLE_COVER}
    fixed |= {content_id(FRONT, part) for part in ("title", "contents")}
    fixed |= {content_id(FRONT, f"heading-{n}") for n in range(1, len(front(paper)) + 1)}
    for block in paper.blocks:
        if isinstance(block, EvidenceEntry):
            fixed |= {unit.key for unit in block_units(block)}
    return frozenset(fixed)


def struck_only(before: str, after: str) -> bool:
    """Whether ``after`` is ``before`` with words left out, and none put in."""
    left = iter(_WORDS.findall(before))
    return all(word in left for word in _WORDS.findall(after) if not word.isspace())


# --- merged texts to a paper ---------------------------------------------------------------


class _Building:
    def __init__(self, source: Paper, merged: Sequence[Text], made: Mapping[str, Made], looks: Mapping[str, Sequence[Look]], styles: Mapping[str, str], pictures: Mapping[str, Picture]) -> None:
        self.source, self.merged, self.made = source, merged, made
        self.looks, self.styles, self.pictures = looks, styles, pictures
        self.have = {item.key: item.text for item in merged}
        self.place = {item.key: number for number, item in enumerate(merged)}
        self.owner = {unit.key: block for block in source.blocks for unit in block_units(block)}
        self.unit = {unit.key: unit for block in source.blocks for unit in block_units(block)}
        self.lists = {block.id: block for block in source.blocks if isinstance(block, Bullets)}
        self.item_ids = {unit.key: f"{unit.block}/{unit.part.removeprefix('item-')}" for unit in self.unit.values() if unit.part.startswith("item-")}
        self.added: dict[str, list[Made]] = defaultdict(list)
        for item in merged:
            new = made.get(item.key)
            if new is not None and new.kind in ("cell", "row"):
                self.added[new.block].append(new)

    def paper(self) -> Paper:
        blocks = list(self.blocks())
        unplaced = [item for item in self.merged if (new := self.made.get(item.key)) is not None and new.block == UNPLACED]
        if unplaced:
            blocks.append(Heading(id="unplaced-title", level=1, text="Could not be placed"))
            ids = tuple(self.made[t.key].part.removeprefix("item-") for t in unplaced)
            blocks.append(Bullets(id=UNPLACED, items=tuple((Run(text=t.text),) for t in unplaced), ids=ids))
        return self.front().model_copy(update={"blocks": tuple(blocks)})

    def list_of(self, key: str) -> str:
        """Return the list that a text is an item of, or an empty string."""
        new = self.made.get(key)
        if new is not None:
            return new.block if new.kind == "item" and new.block != UNPLACED else ""
        block = self.owner.get(key)
        return block.id if isinstance(block, Bullets) else ""

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in the order of their first texts."""
        seen: set[str] = {UNPLACED}
        known = {block.id for block in self.source.blocks}
        for home, keys in self.runs():
            if home:
                yield self.bullets(home, keys, whole=home in self.lists and home not in seen)
                seen.add(home)
                continue
            new, block = self.made.get(keys[0]), self.owner.get(keys[0])
            id_ = new.block if new is not None else block.id if block is not None else ""
            # A row that was added stands in its table wherever that is.
            if not id_ or id_ in seen or (new is not None and new.kind in ("cell", "row") and id_ in known):
                continue
            seen.add(id_)
            if new is not None and new.kind == "cell":
                yield self.new_table(id_)
            else:
                built = self.own(new, keys[0]) if new is not None else self.block(block)
                if built is not None:
                    yield built

    def runs(self) -> list[tuple[str, list[str]]]:
        """Return the keys in order, those together that make one list, with the list's id.

        A few items that were moved beside those of another list are part of that one."""
        found: list[tuple[str, list[str]]] = []
        for item in self.merged:
            home = self.list_of(item.key)
            if home and found and found[-1][0] == home:
                found[-1][1].append(item.key)
            else:
                found.append((home, [item.key]))
        most = {home: max((len(keys) for other, keys in found if other == home), default=0) for home in self.lists}
        joined: list[tuple[str, list[str]]] = []
        for home, keys in found:
            last, others = joined[-1] if joined else ("", [])
            if home and last and (len(keys) == 1 or len(keys) < most.get(home, 0) or last == home or len(others) == 1):
                joined[-1] = (last if len(others) >= len(keys) else home, others + keys)
            else:
                joined.append((home, keys))
        return joined

    def bullets(self, home: str, keys: list[str], *, whole: bool) -> Bullets:
        ids = []
        for key in keys:
            new = self.made.get(key)
            full = f"{new.block}/{new.part.removeprefix('item-')}" if new is not None else self.item_ids[key]
            ids.append(full.removeprefix(f"{home}/") if whole else full)
        items = tuple(self.look(key, self.unit[key].runs if key in self.unit else ()) for key in keys)
        if whole:
            return self.lists[home].model_copy(update={"items": items, "ids": tuple(ids)})
        # A part of a list that stands by itself: its items are known by where they came from.
        return Bullets(id=f"list-{content_id(*keys)}", items=items, ids=tuple(ids))

    def own(self, new: Made, key: str) -> Block | None:
        """Return a block that a reviewer made."""
        text = self.have[key]
        if new.kind == "picture":
            picture = self.pictures.get(text)
            return picture.model_copy(update={"id": new.block}) if picture else None
        block: Block = Paragraph(id=new.block, runs=self.look(key, ()))
        if new.kind == "heading":
            block = Heading(id=new.block, level=new.level, text=text)
        elif new.kind == "quote":
            block = Quote(id=new.block, runs=self.look(key, ()))
        return self.restyled(block, key)

    def new_table(self, id_: str) -> Table:
        """Return a table that a reviewer added; its first row is its head."""
        cells = {(cell.row, int(cell.part.rpartition("-")[2])): cell.key for cell in self.added[id_]}
        columns = range(1, max(column for _, column in cells) + 1)
        rows = [row for row in dict.fromkeys(row for row, _ in cells) if row != "head"]
        built = tuple(tuple(self.look(cells[row, c], ()) if (row, c) in cells else () for c in columns) for row in rows)
        head = tuple(self.have[cells["head", c]] if ("head", c) in cells else "" for c in columns)
        return Table(id=id_, caption="", header=head, rows=built, ids=tuple(rows))

    def look(self, key: str, runs: Inline) -> Inline:
        """Return a text's runs: its words as merged, its looks as the reviewers gave them."""
        found = reworded(runs, self.have[key])
        for look in self.looks.get(key, ()):
            found = relooked(found, look)
        return found

    def restyled(self, block: Heading | Paragraph | Quote, key: str) -> Block:
        style = self.styles.get(key, "")
        runs = (Run(text=block.text),) if isinstance(block, Heading) else block.runs
        if found := re.match(r"heading (\d)", style):
            level = min(3, int(found[1]))
            if not isinstance(block, Heading):
                return Heading(id=block.id, level=level, text="".join(run.text for run in runs))
            return block.model_copy(update={"level": level})
        if style == "quote" and not isinstance(block, Quote):
            return Quote(id=block.id, runs=runs)
        return Paragraph(id=block.id, runs=runs) if style == "body" else block

    def front(self) -> Paper:
        paper = self.source

        def told(block: str, part: str) -> str:
            return self.have.get(content_id(block, part), "")

        return paper.model_copy(
            update={
                "title": told(COVER, "TITLE") or paper.title,
                "subtitle": told(COVER, "SUBTITLE"),
                "notice": told(COVER, "NOTICE"),
                "how_to_cite": told(FRONT, "text-1") or paper.how_to_cite,
                "imprint": tuple((heading, told(FRONT, f"text-{n}")) for n, (heading, _) in enumerate(paper.imprint, 2)),
            }
        )

    def block(self, block: Block) -> Block | None:
        """Return ``block`` with the merged texts; None when nothing of it is left."""
        by_part = {unit.part: unit for unit in block_units(block)}
        have = self.have

        def runs(part: str) -> Inline:
            unit = by_part[part]
            return self.look(unit.key, unit.runs) if unit.key in have else ()

        def text(part: str) -> str:
            return have.get(by_part[part].key, "")

        def there(part: str) -> bool:
            return by_part[part].key in have

        match block:
            case Heading():
                return self.restyled(block.model_copy(update={"text": text("")}), by_part[""].key) if there("") else None
            case Paragraph():
                return self.restyled(block.model_copy(update={"runs": runs("")}), by_part[""].key) if there("") else None
            case Quote():
                by = text("by") if block.attribution else ""
                if not there(""):
                    return Paragraph(id=f"{block.id}-by", runs=(Run(text=by),)) if by else None
                return self.restyled(block.model_copy(update={"runs": runs(""), "attribution": by}), by_part[""].key)
            case Callout():
                return _callout(block, runs("")) if there("") else None
            case Card():
                return self.card(block, text, runs, there)
            case Table():
                return self.table(block, text, runs, there)
            case Figure():
                return block.model_copy(update={"title": text("caption"), "source": text("source")}) if any(map(there, by_part)) else None
            case Tiles():
                items = tuple((text(f"amount-{n}"), text(f"what-{n}")) for n in range(1, len(block.items) + 1))
                items = tuple(item for item in items if any(item))
                return block.model_copy(update={"items": items}) if items else None
            case Picture():
                if not there(""):
                    return None
                picture = self.pictures.get(text(""))
                return picture.model_copy(update={"id": block.id}) if picture else block
            case EvidenceEntry():
                return _evidence(block, text("where"), text("quote"), text("also") if block.also else "")
            case _:
                return block

    def card(self, block: Card, text, runs, there) -> Card | None:
        rows = [
            (min(self.place.get(content_id(block.id, f"{part}-{id_}"), len(self.merged)) for part in ("label", "row")), (text(f"label-{id_}"), runs(f"row-{id_}")), id_)
            for id_ in card_ids(block)
            if there(f"row-{id_}") or there(f"label-{id_}")
        ]
        for id_ in dict.fromkeys(new.row for new in self.added[block.id]):
            label, told = (content_id(block.id, f"{part}-{id_}") for part in ("label", "row"))
            rows.append((min(self.place.get(key, len(self.merged)) for key in (label, told)), (self.have.get(label, ""), self.look(told, ()) if told in self.have else ()), id_))
        rows.sort(key=lambda row: row[0])
        if not rows and not there("title"):
            return None
        return block.model_copy(update={"title": text("title"), "rows": tuple(row[1] for row in rows), "ids": tuple(row[2] for row in rows)})

    def table(self, block: Table, text, runs, there) -> Table | None:
        ids = block.ids or tuple(str(n) for n in range(1, len(block.rows) + 1))
        rows = []
        for parts, id_ in zip(row_parts(block), ids, strict=True):
            if any(map(there, parts)):
                at = min(self.place[content_id(block.id, part)] for part in parts if there(part))
                rows.append((at, tuple(runs(part) for part in parts), id_))
        wide = len(block.header) or max((len(row[1]) for row in rows), default=1)
        for id_ in dict.fromkeys(new.row for new in self.added[block.id]):
            keys = [content_id(block.id, f"cell-{id_}-{column}") for column in range(1, wide + 1)]
            at = min(self.place[key] for key in keys if key in self.have)
            rows.append((at, tuple(self.look(key, ()) if key in self.have else () for key in keys), id_))
        rows.sort(key=lambda row: row[0])
        if not rows and not there("caption") and not any(there(f"head-{n}") for n in range(1, len(block.header) + 1)):
            return None
        header = tuple(text(f"head-{n}") for n in range(1, len(block.header) + 1))
        return block.model_copy(update={"caption": text("caption"), "header": header, "rows": tuple(row[1] for row in rows), "ids": tuple(row[2] for row in rows)})


def rebuilt(
    source: Paper,
    merged: Sequence[Text],
    made: Mapping[str, Made],
    *,
    looks: Mapping[str, Sequence[Look]] | None = None,
    styles: Mapping[str, str] | None = None,
    pictures: Mapping[str, Picture] | None = None,
) -> Paper:
    """Return ``source`` with the ``merged`` texts in their order.

    ``made`` tells what the texts are that it does not have, ``looks`` how reviewers show a
    text, ``styles`` which texts they made a heading, a quote or plain text, ``pictures`` what
    tokens stand for.
    """
    return _Building(source, merged, made, looks or {}, styles or {}, pictures or {}).paper()


def _evidence(block: EvidenceEntry, where: str, quote: str, also: str) -> EvidenceEntry:
    """Return an entry with what reviewers struck left out."""
    parts = where.split(" · ")
    who = block.who if block.who in parts or block.who in where else ""
    return block.model_copy(update={"who": who, "quote": quote.strip().removeprefix("“").removesuffix("”"), "also": also})


def _callout(block: Callout, words: Inline) -> Callout:
    head = f"{block.title}."
    whole = "".join(run.text for run in words)
    if not whole.startswith(head):
        first, dot, _ = whole.partition(".")
        if not dot or not words or not words[0].bold:
            return block.model_copy(update={"title": "Note", "runs": words})
        head = first + dot
    left, kept = len(head) + 1, []
    for run in words:
        cut = min(left, len(run.text))
        left -= cut
        if run.cite or run.text[cut:]:
            kept.append(run.model_copy(update={"text": run.text[cut:]}))
    return block.model_copy(update={"title": head[:-1], "runs": tuple(kept)})


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


_Shown = tuple[bool, bool, str]


def _shown(runs: Inline) -> list[tuple[str, _Shown]]:
    """Return the words of ``runs`` with their looks; a word's first letter decides."""
    text = "".join(run.text for run in runs)
    looks = [(run.bold, run.italic, run.href) for run in runs for _ in run.text]
    return [(found[0], looks[found.start()]) for found in _WORDS.finditer(text)]


def same_look(look: Look) -> bool:
    """Whether a copy shows its words as they were sent out."""
    before = dict(enumerate(_shown(look.before)))
    return [pair for pair in before.values() if not pair[0].isspace()] == [pair for pair in _shown(look.now) if not pair[0].isspace()]


def relooked(runs: Inline, look: Look) -> Inline:
    """Return ``runs`` with what a reviewer made bold, italic or a link, or took that from."""
    now, before = _shown(look.now), _shown(look.before)
    wanted: dict[int, _Shown] = {n: shown for n, (_, shown) in enumerate(now) if shown != (False, False, "")}
    for a, b, size in SequenceMatcher(None, [w for w, _ in before], [w for w, _ in now], autojunk=False).get_matching_blocks():
        for step in range(size):
            if before[a + step][1] == now[b + step][1]:
                wanted.pop(b + step, None)
            else:
                wanted[b + step] = now[b + step][1]
    if not wanted:
        return runs
    mine = _shown(runs)
    look_of = [shown for _, shown in mine]
    for a, b, size in SequenceMatcher(None, [w for w, _ in now], [w for w, _ in mine], autojunk=False).get_matching_blocks():
        for step in range(size):
            look_of[b + step] = wanted.get(a + step, look_of[b + step])
    letters = [shown for (word, _), shown in zip(mine, look_of, strict=True) for _ in word]
    result: list[Run] = []
    at = 0
    for run in runs:
        if run.cite:
            result.append(run)
            continue
        begin = at
        for position in range(at + 1, at + len(run.text) + 1):
            if position == at + len(run.text) or letters[position] != letters[begin]:
                bold, italic, href = letters[begin]
                new = Run(text=run.text[begin - at : position - at], bold=bold, italic=italic, href=href)
                if result and not result[-1].cite and result[-1].model_copy(update={"text": new.text}) == new:
                    new = new.model_copy(update={"text": result.pop().text + new.text})
                result.append(new)
                begin = position
        at += len(run.text)
    return tuple(result)
