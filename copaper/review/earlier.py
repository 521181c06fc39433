"""A newly composed paper beside the drafts that reviewers had: what is the same in both.

Ids are hashes of what was said. Where a transcript was corrected they change, and what the
analysis no longer finds is gone; what a reviewer wrote there must find its place all the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from copaper.papers.topics import CAME_BESIDE, CAME_TO, REPLY, is_home, is_question, question_of
from copaper.papers.units import Unit, block_units, card_ids, item_units, row_parts
from copaper.records import Block, Bullets, Callout, Card, EvidenceEntry, Heading, Inline, Paper, Paragraph, Quote, Table

_SAME = 0.6
"""F1 of words from which two blocks or items are the same, corrected."""
_SAME_THEME = 0.5
_MADE = ("added-", "list-", "unplaced")
"""How the ids of blocks begin that reviewers made."""
_THEME = re.compile(r"theme-[0-9a-f]{10}")


def carried(source: Paper, bases: Sequence[Paper]) -> Paper:
    """Return ``source`` with the ids that ``bases``, drafts in their order, have for what are
    the same blocks and items.

    Ids are hashes of what was said; where a transcript was corrected they change, and what a
    reviewer wrote to the old wording is meant for the new one.
    """
    seen: set[str] = set()
    for base in bases:
        own = _ids(base)
        if not own <= seen:
            source = _carried(source, base, seen)
            seen |= own
    return source


def _ids(paper: Paper) -> set[str]:
    """Return the ids of blocks and, with their block's, of items and rows."""
    found = {block.id for block in paper.blocks}
    for block in paper.blocks:
        if isinstance(block, Bullets | Table):
            found |= {id_ if "/" in id_ else f"{block.id}/{id_}" for id_ in block.ids}
    return found


def _carried(source: Paper, base: Paper, seen: set[str]) -> Paper:
    """Give ids of ``base``, but for those in ``seen``: earlier drafts had these."""
    source = _themes_carried(source, base)
    have, had = {block.id for block in source.blocks}, {block.id for block in base.blocks}
    new = [block for block in source.blocks if block.id not in had | seen]
    old = [block for block in base.blocks if block.id not in have | seen and not block.id.startswith(_MADE)]
    names = _pairs(new, old)
    asked = {f"{new}{REPLY}": f"{old}{REPLY}" for new, old in names.items() if is_question(new) and is_question(old)}
    names = {new: old for new, old in names.items() if not new.endswith(REPLY)} | {new: old for new, old in asked.items() if new in {block.id for block in source.blocks}}  # a reply goes with its question
    blocks = [block.model_copy(update={"id": names[block.id]}) if block.id in names else block for block in source.blocks]
    lists = {block.id: block for block in base.blocks}
    moved = _moved_items(blocks, base)
    return source.model_copy(update={"blocks": tuple(_items_carried(block, lists.get(block.id), moved, seen) for block in blocks)})


def _text(block: Block) -> str:
    return " ".join(unit.words for unit in block_units(block))


def alike(one: str, other: str) -> float:
    a, b = (set(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _pairs(new: Sequence[Block], old: Sequence[Block]) -> dict[str, str]:
    """Return new ids with the old ones of blocks of the same kind that say much the same."""
    texts = {id(block): _text(block) for block in (*new, *old)}
    kinds = {block.type for block in old}
    likely = sorted(
        (-score, block.id, other.id)
        for block in new
        if block.type in kinds
        for other in old
        if other.type == block.type and block.id.endswith(REPLY) is other.id.endswith(REPLY) and (score := alike(texts[id(block)], texts[id(other)])) >= _SAME
    )
    return _chosen(likely)


def _chosen(likely: list[tuple[float, str, str]]) -> dict[str, str]:
    names: dict[str, str] = {}
    for _, new, old in likely:
        if new not in names and old not in names.values():
            names[new] = old
    return names


def _themes_carried(source: Paper, base: Paper) -> Paper:
    def themes(paper: Paper) -> dict[str, str]:
        said: dict[str, str] = defaultdict(str)
        for block in paper.blocks:
            if found := _THEME.match(block.id):
                said[found[0]] += " " + _text(block)
        return said

    new, old = themes(source), themes(base)
    likely = sorted((-score, a, b) for a in new if a not in old for b in old if b not in new and (score := alike(new[a], old[b])) >= _SAME_THEME)
    names = _chosen(likely)
    if not names:
        return source
    return source.model_copy(update={"blocks": tuple(b.model_copy(update={"id": _THEME.sub(lambda m: names.get(m[0], m[0]), b.id)}) if _THEME.match(b.id) else b for b in source.blocks)})


def _family(list_id: str) -> str:
    """Return what kind of list it is; a finding stands in one list of a kind."""
    if is_home(list_id):
        return "kind"
    return "points" if list_id.endswith("-points") else "endings" if list_id.endswith((CAME_TO, CAME_BESIDE)) else list_id


def _moved_items(blocks: Sequence[Block], base: Paper) -> dict[tuple[str, str], str]:
    """Return the lists from which items came that stand in another one now, by list and id."""
    was = {(_family(b.id), id_): b.id for b in base.blocks if isinstance(b, Bullets) for id_ in b.ids if "/" not in id_}
    here = {(b.id, id_) for b in base.blocks if isinstance(b, Bullets) for id_ in b.ids}
    return {
        (block.id, id_): home
        for block in blocks
        if isinstance(block, Bullets)
        for id_ in block.ids
        if (block.id, id_) not in here and (home := was.get((_family(block.id), id_), block.id)) != block.id
    }


def _items_carried(block: Block, old: Block | None, moved: Mapping[tuple[str, str], str], seen: set[str]) -> Block:
    if not isinstance(block, Bullets | Table) or not block.ids:
        return block
    texts = block.items if isinstance(block, Bullets) else [tuple(run for cell in row for run in cell) for row in block.rows]
    said = {id_: "".join(run.text for run in runs) for id_, runs in zip(block.ids, texts, strict=True)}
    names = {id_: f"{moved[block.id, id_]}/{id_}" for id_ in block.ids if (block.id, id_) in moved}
    if isinstance(old, Bullets | Table) and type(old) is type(block) and old.ids:
        before = old.items if isinstance(old, Bullets) else [tuple(run for cell in row for run in cell) for row in old.rows]
        was = {id_: "".join(run.text for run in runs) for id_, runs in zip(old.ids, before, strict=True)}
        new = [a for a in said if a not in was and a not in names and f"{block.id}/{a}" not in seen]
        gone = [b for b in was if b not in said and "/" not in b and f"{block.id}/{b}" not in seen]
        likely = sorted((-score, a, b) for a in new for b in gone if (score := alike(said[a], was[b])) >= _SAME)
        names |= _chosen(likely)
    return block.model_copy(update={"ids": tuple(names.get(id_, id_) for id_ in block.ids)}) if names else block


def grafted(source: Paper, base: Paper, keys: frozenset[str]) -> Paper:
    """Return ``source`` with those blocks and items of ``base`` that it does not have any more
    and that hold a text of ``keys``, each after what it followed."""
    numbers = {block.number: block for block in base.blocks if isinstance(block, EvidenceEntry)}
    entries = {block.id: block.number for block in source.blocks if isinstance(block, EvidenceEntry)}
    missing: dict[str, EvidenceEntry] = {}
    free = max(entries.values(), default=0)

    def cited(runs: Inline) -> Inline:
        """Return runs with the marks of ``base`` as those of ``source``."""
        nonlocal free
        found = []
        for run in runs:
            entry = numbers.get(run.cite)
            if run.cite and entry is None:
                continue
            if entry is not None and entry.id not in entries:
                free += 1
                entries[entry.id] = free
                missing[entry.id] = entry.model_copy(update={"number": free})
            found.append(run.model_copy(update={"cite": entries[entry.id]}) if entry is not None else run)
        return tuple(found)

    blocks = list(source.blocks)
    at = {block.id: block for block in blocks}
    last, head = "", None
    for old in base.blocks:
        now = at.get(old.id)
        head = old if isinstance(old, Heading) else head
        wanted = {unit.key for unit in block_units(old)} & keys
        if wanted and now is None and not isinstance(old, EvidenceEntry):
            ids = [block.id for block in blocks]
            new = _with_runs(old, cited, keys)
            here = ids.index(last) + 1 if last else 0
            blocks[here:here] = [*([head] if isinstance(new, Table) and head is not None and head.id not in at else []), new]
            at[old.id] = new
            if isinstance(new, Table):  # what a reviewer wrote to a question stands where it was written, and not where it is told now as well
                blocks = [block for block in blocks if question_of(block.id.removesuffix(REPLY)) not in new.ids]
        elif wanted and isinstance(now, Bullets) and isinstance(old, Bullets):
            blocks[blocks.index(now)] = at[old.id] = _joined_items(now, old, keys, cited)
        elif wanted and isinstance(now, Table | Card) and type(now) is type(old):
            blocks[blocks.index(now)] = at[old.id] = _joined_rows(now, old, keys, cited)
        if old.id in at:
            last = old.id
    if missing:
        ends = [n for n, block in enumerate(blocks) if isinstance(block, EvidenceEntry)]
        place = ends[-1] + 1 if ends else len(blocks)
        blocks[place:place] = missing.values()
    return source.model_copy(update={"blocks": tuple(blocks)})


def _with_runs(block: Block, change, keys: frozenset[str]) -> Block:
    match block:
        case Paragraph() | Quote() | Callout():
            return block.model_copy(update={"runs": change(block.runs)})
        case Bullets():
            empty = block.model_copy(update={"items": (), "ids": ()})
            return _joined_items(empty, block, keys, change)
        case Card():
            return block.model_copy(update={"rows": tuple((label, change(runs)) for label, runs in block.rows)})
        case Table():
            return _joined_rows(block.model_copy(update={"rows": (), "ids": ()}), block, keys, change)
    return block


def _joined_items(now: Bullets, old: Bullets, keys: frozenset[str], change) -> Bullets:
    ids = list(now.ids or (str(n) for n in range(1, len(now.items) + 1)))
    items = dict(zip(ids, now.items, strict=True))
    last = ""
    for id_, unit in zip(old.ids or [str(n) for n in range(1, len(old.items) + 1)], item_units(old), strict=True):
        if id_ not in items and unit.key in keys:
            ids.insert(ids.index(last) + 1 if last else 0, id_)
            items[id_] = change(unit.runs)
        if id_ in items:
            last = id_
    return now.model_copy(update={"items": tuple(items[id_] for id_ in ids), "ids": tuple(ids)})


def _joined_rows(now: Table | Card, old: Table | Card, keys: frozenset[str], change):
    by_part: dict[str, Unit] = {unit.part: unit for unit in block_units(old)}
    if isinstance(old, Card):
        old_ids, parts = list(card_ids(old)), [(f"label-{id_}", f"row-{id_}") for id_ in card_ids(old)]
        ids = list(card_ids(now))
    else:
        old_ids, parts = list(old.ids or (str(n) for n in range(1, len(old.rows) + 1))), list(row_parts(old))
        ids = list(now.ids or (str(n) for n in range(1, len(now.rows) + 1)))
    rows = dict(zip(ids, now.rows, strict=True))
    last = ""
    for id_, own, row in zip(old_ids, parts, old.rows, strict=True):
        if id_ not in rows and {by_part[part].key for part in own} & keys:
            ids.insert(ids.index(last) + 1 if last else 0, id_)
            rows[id_] = (row[0], change(row[1])) if isinstance(old, Card) else tuple(change(cell) for cell in row)
        if id_ in rows:
            last = id_
    return now.model_copy(update={"rows": tuple(rows[id_] for id_ in ids), "ids": tuple(ids)})
