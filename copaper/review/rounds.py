"""Reviewed copies of a session's drafts, each beside the draft that it was made from.

A round is one copy that came back. Rounds are taken in an order that does not depend on when
they arrived, so two reviewers' copies give the same text either way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from copaper.papers.typesetting import curly, typeset
from copaper.papers.units import COVER, FRONT, PARAGRAPHS, Unit, block_units, row_parts, units
from copaper.records import Block, EvidenceEntry, Paper, Run, Table, content_id
from copaper.review.earlier import alike
from copaper.review.merge import Text, same
from copaper.review.readback import Passage, ReviewedDraft
from copaper.review.rebuild import PICTURE, texts_of, token

_SAME_PART = 0.7
"""F1 of words from which the parts of a divided paragraph are known again."""
ANNEX = ("review-table", "verdicts-table")
"""Tables for the reviewers: what they write there is a decision, no text of the paper."""


@dataclass(frozen=True)
class Round:
    """One reviewed copy: whose it is, the draft that it was made from, what it says."""

    reviewer: str
    received: str
    digest: str
    base: Paper
    read: ReviewedDraft
    printed: Mapping[str, str] = field(default_factory=dict)
    """Texts that the Word document shows with the template's own words around them."""

    @cached_property
    def sent(self) -> list[Text]:
        """The texts of the draft as the reviewer got it."""
        return [Text(t.key, self.printed.get(t.key, t.text)) for t in texts_of(self.base)]

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """The block that each key of the draft belongs to."""
        return {unit.key: block for block in self.base.blocks for unit in block_units(block)}

    @cached_property
    def units(self) -> dict[str, Unit]:
        """The texts of the draft by their keys, with their look."""
        return {unit.key: unit for unit in units(self.base)}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What stands in the copy, the parts of a divided text together; a paragraph whose
        words were all taken out was struck."""
        was = {text.key: text.text for text in self.sent}
        had = {key for key, text in was.items() if text.strip()}
        found: list[Passage] = []
        at: dict[str, int] = {}
        for passage in self.read.passages:
            if not (passage.text.strip() or passage.comments or passage.pictures or not had & set(passage.keys)):
                continue
            again = bool(passage.keys) and all(key in at for key in passage.keys)
            cut_off = not passage.keys and bool(found) and not passage.cell and _is_rest(found[-1], passage.text, was)
            if again or cut_off:
                place = at[passage.keys[0]] if again else len(found) - 1
                first = found[place]
                found[place] = replace(
                    first, text=first.text + PARAGRAPHS + passage.text, runs=(*first.runs, Run(text=PARAGRAPHS), *passage.runs),
                    changes=first.changes + passage.changes, comments=first.comments + passage.comments, pictures=first.pictures + passage.pictures,
                )  # fmt: skip
                continue
            at |= {key: len(found) for key in passage.keys if key not in at}
            found.append(passage)
        return tuple(self._in_rows(found))

    def _in_rows(self, passages: list[Passage]) -> list[Passage]:
        """Return passages with those that were put in place of a cell of the reviewers' tables, by pasting over
        it, known by the other cells of their row."""
        rows = {key: keys for keys in self._annex_rows for key in keys}
        at = {passage.cell[:2]: rows[key] for passage in passages if passage.cell for key in passage.keys if key in rows}
        had = {key for passage in passages for key in passage.keys}
        found = []
        for passage in passages:
            keys = at.get(passage.cell[:2], ()) if passage.cell and not passage.keys else ()
            own = keys[passage.cell[2]] if passage.cell and passage.cell[2] < len(keys) else ""
            if own and own not in had:
                had.add(own)
                passage = replace(passage, keys=(own,))
            found.append(passage)
        return found

    @cached_property
    def _annex_rows(self) -> tuple[tuple[str, ...], ...]:
        """The keys of each row of the tables for the reviewers."""
        tables = [block for block in self.base.blocks if isinstance(block, Table) and block.id in ANNEX]
        return tuple(tuple(content_id(table.id, part) for part in parts) for table in tables for parts in row_parts(table))

    @cached_property
    def cover(self) -> frozenset[str]:
        """The keys of the texts on the cover."""
        return frozenset(key for key, unit in self.units.items() if unit.block == COVER)

    @cached_property
    def front(self) -> frozenset[str]:
        """The keys of the texts on the imprint page."""
        return frozenset(key for key, unit in self.units.items() if unit.block == FRONT)

    @cached_property
    def annex(self) -> frozenset[str]:
        """The keys of the tables for the reviewers."""
        return frozenset(unit.key for block in self.base.blocks if block.id in ANNEX for unit in block_units(block))


def set_alike(round_: Round) -> Round:
    """Return a copy and the draft that it was made from with marks set alike: a reviewer who types "isn't" changes no other mark of the paper,
    and a draft from before papers were typeset is no other draft. The evidence annex stays as it was typed."""
    base = typeset(round_.base)
    was, now = ({unit.key: unit.words for unit in units(paper)} for paper in (round_.base, base))
    typed = {unit.key for block in base.blocks if isinstance(block, EvidenceEntry) for unit in block_units(block)}

    def set_(passage: Passage) -> Passage:
        if not typed.isdisjoint(passage.keys):
            return passage
        key = passage.keys[0] if len(passage.keys) == 1 else ""
        text = now[key] if key in was and passage.text == was[key] else curly(passage.text)
        whole = len(text) == len(passage.text) == sum(len(run.text) for run in passage.runs)
        ends = list(accumulate(len(run.text) for run in passage.runs))
        runs = (run.model_copy(update={"text": text[end - len(run.text) : end] if whole else curly(run.text)}) for run, end in zip(passage.runs, ends, strict=True))
        return replace(passage, text=text, runs=tuple(runs))

    return replace(round_, base=base, read=replace(round_.read, passages=tuple(map(set_, round_.read.passages))), printed={key: curly(text) for key, text in round_.printed.items()})


def _is_rest(before: Passage, text: str, was: Mapping[str, str]) -> bool:
    """Whether ``text`` is what a divided paragraph went on with: some programs keep the mark
    of a text on its first part only."""
    if len(before.keys) != 1 or before.cell:
        return False
    whole, begun = was.get(before.keys[0], "").split(), before.text.split()
    rest = " ".join(whole[len(begun) :])
    return bool(begun) and alike(" ".join(whole[: len(begun)]), before.text) >= _SAME_PART and alike(rest, text) >= _SAME_PART


def printed(base: Paper, fresh: ReviewedDraft) -> dict[str, str]:
    """Return the texts that ``fresh``, the draft as rendered, shows otherwise than ``base`` has
    them, and the pictures that the template brings, as tokens."""
    words = {text.key: text.text for text in texts_of(base)}
    shown = {passage.keys[0]: passage.text for passage in fresh.passages if len(passage.keys) == 1}
    found = {key: text for key, text in shown.items() if key in words and not words[key].startswith(PICTURE) and not same(text, words[key])}
    found |= {token(picture.data): "" for passage in fresh.passages for picture in passage.pictures if token(picture.data) not in words.values()}
    return dict(sorted(found.items()))


def in_order(rounds: Iterable[Round]) -> list[Round]:
    """Return rounds by the draft that they are of, then by content; a copy counts once."""
    unique = {round_.digest: round_ for round_ in rounds}
    return sorted(unique.values(), key=lambda r: (r.base.draft, r.digest))
