"""Three-way merge of a draft: what it was, what the reviewer made of it, what is new in the source.

What only one side changed is taken; where both changed the same words, the reviewer's stand
and the conflict is told. Nothing that a reviewer wrote is dropped. Bookmarks are the first
hint of what belongs together; where they are gone, equal text is, then similar text, then
the gap between two neighbours that were found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from merge3 import Merge3

from copaper.records import content_id
from copaper.review.readback import Passage

SIMILAR = 0.6
"""Share of words in common from which two texts are taken for the same passage."""
_SHARED = 0.4
_PIECES = re.compile(r"\n\n|\S+")
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class State(StrEnum):
    """What became of a passage in the merge."""

    UNCHANGED = "unchanged"
    EDITED = "edited by the reviewer"
    UPDATED = "updated from the source"
    BOTH = "edited and updated"
    MOVED = "moved by the reviewer"
    ADDED = "added by the reviewer"
    NEW = "new in the source"
    CONFLICT = "conflict"
    DELETED = "deleted by the reviewer"
    WITHDRAWN = "withdrawn in the source"


@dataclass(frozen=True)
class Text:
    """One text of a draft under its key; the order of a draft is that of its texts."""

    key: str
    text: str
    style: str = ""


@dataclass(frozen=True)
class Conflict:
    """Words that both sides changed: as they were, as each side has them."""

    base: str
    reviewer: str
    source: str


@dataclass(frozen=True)
class Merged:
    """A text of the next draft, or one that is not in it any more."""

    key: str
    text: str
    style: str
    state: State
    conflicts: tuple[Conflict, ...] = ()
    comments: tuple[str, ...] = ()
    at: int = -1
    """Number of the passage that it is in the review; -1 where it is in none."""


@dataclass(frozen=True)
class Merge:
    """The next draft: ``texts`` in order, ``gone`` what was left out of it and why."""

    texts: tuple[Merged, ...]
    gone: tuple[Merged, ...]

    @property
    def conflicts(self) -> tuple[Merged, ...]:
        return tuple(item for item in (*self.texts, *self.gone) if item.conflicts)


def same(one: str, other: str) -> bool:
    """Whether two texts differ in spaces at most; where a paragraph was split counts."""
    return _PIECES.findall(one) == _PIECES.findall(other)


def merge_words(base: str, reviewer: str, source: str) -> tuple[str, tuple[Conflict, ...]]:
    """Merge two versions of a text word by word; where both changed, the reviewer's stand."""
    if same(reviewer, base):
        return source, ()
    if same(source, base) or same(source, reviewer):
        return reviewer, ()
    parts: list[str] = []
    conflicts = []
    for kind, *words in Merge3(_words(base), _words(reviewer), _words(source)).merge_groups():
        if kind == "conflict":
            conflicts.append(Conflict(*("".join(side) for side in words)))
            parts += words[1]
        else:
            parts += words[0]
    return "".join(parts), tuple(conflicts)


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)


# --- which passage is which text ---------------------------------------------------------


@dataclass(frozen=True)
class _Found:
    """A passage with the key it was given; an added one has none."""

    key: str
    text: str
    style: str
    comments: tuple[str, ...]
    at: int


def _matched(base: Sequence[Text], passages: Sequence[Passage]) -> tuple[list[_Found], set[str]]:
    """Return the passages with their keys, and the keys that were joined into another."""
    texts = {item.key: item.text for item in base}
    present = {key for passage in passages for key in passage.keys if key in texts}
    found: list[_Found] = []
    at: dict[str, int] = {}
    joined: set[str] = set()
    for number, passage in enumerate(passages):
        keys = [key for key in passage.keys if key in texts]
        # A moved text keeps its name on the struck words only, or under the name of a copy.
        keys += [key for key in passage.copied if key in texts and key not in present and key not in at]
        first = next((key for key in keys if key not in at), "")
        if keys and not first:
            # The same name in a second paragraph: it was split, and the parts belong together.
            place = at[keys[0]]
            before = found[place]
            found[place] = replace(before, text=f"{before.text}\n\n{passage.text}", comments=before.comments + passage.comments)
            continue
        for key in keys:
            if key != first and key not in at:
                joined.add(key)
                at[key] = len(found)
        if first:
            at[first] = len(found)
        found.append(_Found(first, passage.text, passage.style, passage.comments, number))
    return _recovered(base, found, set(at)), joined


def _recovered(base: Sequence[Text], found: list[_Found], known: set[str]) -> list[_Found]:
    """Give passages without a bookmark the key of the text that they most likely are."""
    lost = {item.key: item.text for item in base if item.key not in known and item.text.strip()}
    if not lost:
        return found
    found = list(found)
    free = [i for i, item in enumerate(found) if not item.key and item.text.strip()]

    def give(place: int, key: str) -> None:
        found[place] = replace(found[place], key=key)
        del lost[key]

    before = [tuple(item.text.split()) if item.key in lost else item.key for item in base]
    after = [item.key or tuple(item.text.split()) for item in found]
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for old, place in zip(range(block.a, block.a + block.size), range(block.b, block.b + block.size), strict=True):
            if base[old].key in lost and not found[place].key:
                give(place, base[old].key)
    equal = defaultdict(list)
    for key, text in lost.items():
        equal[tuple(text.split())].append(key)
    for place in (i for i in free if not found[i].key):
        if keys := equal.get(tuple(found[place].text.split())):
            give(place, keys.pop(0))
    _fill_gaps(base, found, lost, give, least=SIMILAR)
    _give_similar(found, lost, free, give)
    _fill_gaps(base, found, lost, give, least=0.0)
    return found


def _give_similar(found: list[_Found], lost: dict[str, str], free: list[int], give) -> None:
    """Give each passage the lost text that is most like it, wherever that stood."""
    words = {key: set(_words(text.casefold())) for key, text in lost.items()}
    likely = []
    for place in (i for i in free if not found[i].key):
        mine = set(_words(found[place].text.casefold()))
        for key in lost:
            if len(mine & words[key]) >= _SHARED * max(len(mine), len(words[key])):
                ratio = _likeness(lost[key], found[place].text)
                if ratio >= SIMILAR:
                    likely.append((-ratio, place, key))
    for _, place, key in sorted(likely):
        if key in lost and not found[place].key:
            give(place, key)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio()


def _fill_gaps(base: Sequence[Text], found: list[_Found], lost: dict[str, str], give, *, least: float) -> None:
    """As many new passages as lost texts between the same neighbours: they are the same.

    Word drops a bookmark when all of its words are typed anew. ``least`` is how alike each
    passage must be to its text."""
    position = {item.key: i for i, item in enumerate(base)}
    start = 0
    while start < len(found):
        if found[start].key:
            start += 1
            continue
        end = start
        while end < len(found) and not found[end].key:
            end += 1
        low = position[found[start - 1].key] if start else -1
        high = position[found[end].key] if end < len(found) else len(base)
        gap = [item.key for item in base[low + 1 : high] if item.key in lost]
        pairs = list(zip(range(start, end), gap, strict=False))
        if gap and len(gap) == end - start and all(_likeness(lost[key], found[place].text) >= least for place, key in pairs):
            for place, key in pairs:
                give(place, key)
        start = end


# --- the merge ------------------------------------------------------------------------------


def merge(base: Sequence[Text], passages: Sequence[Passage], source: Sequence[Text]) -> Merge:
    """Merge a reviewed draft with a newly composed one.

    ``base`` is the draft as it was sent out, ``passages`` as it came back, ``source`` the
    draft as it would be made now.
    """
    found, joined = _matched(base, passages)
    was = {item.key: item.text for item in base}
    now = {item.key: item for item in source}
    theirs = {item.key: item for item in found if item.key}
    moved = _moved([item.key for item in base if item.key in theirs], [item.key for item in found if item.key])
    kept: dict[str, Merged] = {}
    gone: list[Merged] = []
    order: list[str] = []
    for item in source:
        made = _from_source(item, was, theirs, joined, item.key in moved)
        if made is None:
            continue
        if made.state is State.DELETED or (made.state is State.CONFLICT and item.key not in theirs):
            gone.append(made)
            continue
        kept[item.key] = made
        if item.key not in moved:
            order.append(item.key)
    for key, item in theirs.items():
        if key in now:
            continue
        if same(item.text, was[key]) and not item.comments:
            gone.append(Merged(key, item.text, item.style, State.WITHDRAWN))
        else:
            kept[key] = Merged(key, item.text, item.style, State.CONFLICT, (Conflict(was[key], item.text, ""),), item.comments, item.at)
    _place(found, kept, order)
    return Merge(tuple(kept[key] for key in order), tuple(gone))


def _moved(before: list[str], after: list[str]) -> set[str]:
    """Return the keys outside the longest order that both have in common."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return set(after) - {key for block in blocks for key in before[block.a : block.a + block.size]}


def _from_source(item: Text, was: dict[str, str], theirs: dict[str, _Found], joined: set[str], moved: bool) -> Merged | None:
    """Return what becomes of a text of the new draft; None where it went into another."""
    if item.key not in was:
        return Merged(item.key, item.text, item.style, State.NEW)
    base = was[item.key]
    if item.key not in theirs:
        if item.key in joined:
            changed = not same(item.text, base)
            return Merged(item.key, "", item.style, State.CONFLICT, (Conflict(base, "", item.text),)) if changed else None
        if same(item.text, base):
            return Merged(item.key, base, item.style, State.DELETED)
        return Merged(item.key, "", item.style, State.CONFLICT, (Conflict(base, "", item.text),))
    mine = theirs[item.key]
    text, conflicts = merge_words(base, mine.text, item.text)
    edited, updated = not same(mine.text, base), not same(item.text, base)
    state = {(True, True): State.BOTH, (True, False): State.EDITED, (False, True): State.UPDATED}.get((edited, updated), State.UNCHANGED)
    if conflicts:
        state = State.CONFLICT
    elif moved:
        state = State.MOVED
    return Merged(item.key, text, mine.style or item.style, state, conflicts, mine.comments, mine.at)


def _place(found: list[_Found], kept: dict[str, Merged], order: list[str]) -> None:
    """Put what the source has no place for after the passage that it follows in the review."""
    previous = ""
    placed = set(order)
    for item in found:
        key = item.key
        if not key:
            if not item.text.strip():
                continue
            # By what it follows, so that another copy that adds the same there adds the same text.
            key = "r" + content_id(previous, item.text)[1:]
            while key in placed:
                key = "r" + content_id(key)[1:]
            kept[key] = Merged(key, item.text, item.style, State.ADDED, (), item.comments, item.at)
        if key in kept and key not in placed:
            order.insert(order.index(previous) + 1 if previous else 0, key)
            placed.add(key)
        if key in placed:
            previous = key
