"""Search over what the papers say: every finding that a paper prints, as it is printed.

What is searched are the words of the papers, which hold nothing that the community's policy
withholds and everything that reviewers changed, never those of the exports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from copaper.nameparts import fold
from copaper.papers.topics import REPLY, question_of
from copaper.records import Bullets, Card, Inline, Kind, Paper, Paragraph, Quote, Table
from copaper.review.decisions import STATEMENT_ROWS

_LISTS = {f"kind-{kind}-list": kind for kind in Kind}
_TABLES = {"resources-table": Kind.RESOURCE, "questions-table": Kind.QUESTION}
_ASIDE = ("Context", "Not spoken of", "Not found nearby", "Told by", "Told", "Who to ask")
"""Rows of a card that say nothing of the finding itself."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Item:
    """A finding as a paper prints it; ``more`` is what is printed beside it, ``anchor`` the
    block that holds it."""

    id: str
    kind: Kind
    text: str
    more: str
    anchor: str
    session: str
    community: str
    title: str
    day: date


def items(paper: Paper, kinds: Mapping[str, Kind] | None = None) -> tuple[Item, ...]:
    """Return the findings of ``paper``, each once, in the order of reading.

    ``kinds`` tells the kind of a finding by its id where the place in the paper does not.
    """
    found: dict[str, Item] = {}
    for id_, kind, text, more, anchor in (*_told(paper), *_listed(paper, kinds or {})):
        text, more = " ".join(text.split()), " ".join(more.split())
        if id_ not in found and text:
            found[id_] = Item(id_, kind, text, more, anchor, paper.session, paper.community_code, paper.title, paper.date)
    return tuple(found.values())


def _told(paper: Paper) -> Iterator[tuple[str, Kind, str, str, str]]:
    """Yield what stands where its kind is plain: cards, lists of a kind, tables."""
    for block in paper.blocks:
        if isinstance(block, Card):
            told = " ".join(_words(runs) for label, runs in block.rows if label in STATEMENT_ROWS)
            others = " ".join(_words(runs) for label, runs in block.rows if label not in (*STATEMENT_ROWS, *_ASIDE))
            yield block.id.removeprefix("finding-"), Kind(block.kind), told or block.title, others, block.id
        elif isinstance(block, Bullets) and block.id in _LISTS:
            for id_, runs in zip(block.ids, block.items, strict=True):
                yield id_.rpartition("/")[2], _LISTS[block.id], _words(runs), "", block.id
        elif isinstance(block, Table) and block.id in _TABLES:
            for id_, cells in zip(block.ids, block.rows, strict=True):
                yield id_, _TABLES[block.id], _words(cells[0]), " ".join(map(_words, cells[1:])), block.id
        elif isinstance(block, Paragraph) and (asked := question_of(block.id)):
            yield asked, Kind.QUESTION, _words(block.runs), " ".join(_words(other.runs) for other in paper.blocks if isinstance(other, Quote) and other.id == f"{block.id}{REPLY}"), block.id


def _listed(paper: Paper, kinds: Mapping[str, Kind]) -> Iterator[tuple[str, Kind, str, str, str]]:
    for block in paper.blocks:
        if isinstance(block, Bullets):
            for id_, runs in zip(block.ids, block.items, strict=False):
                own = id_.rpartition("/")[2]  # behind the list that it was moved from
                if own in kinds:
                    yield own, kinds[own], _words(runs), "", block.id


def _words(runs: Inline) -> str:
    return "".join(run.text for run in runs)


def find(among: Iterable[Item], query: str, *, kind: Kind | None = None, community: str = "") -> list[Item]:
    """Return the items that hold every word of ``query``, best first, then the newest.

    A word is found by its beginning, without accents and capitals; whole words and words of
    the statement itself count more. The web page's search follows the same rule.
    """
    wanted = words(query)
    scored = []
    for number, item in enumerate(among):
        if (kind and item.kind is not kind) or (community and item.community != community):
            continue
        score = _score(wanted, item)
        if score or not wanted:
            scored.append((-score, -item.day.toordinal(), number, item))
    return [item for *_, item in sorted(scored, key=lambda entry: entry[:3])]


def words(text: str) -> list[str]:
    """Return the words that ``text`` is found by."""
    return _WORD.findall(fold(text))


def _score(wanted: list[str], item: Item) -> int:
    total = 0
    own, beside = set(words(item.text)), set(words(f"{item.more} {item.title}"))
    for word in wanted:
        best = max(_match(word, own, 4, 3), _match(word, beside, 2, 1))
        if not best:
            return 0
        total += best
    return total


def _match(word: str, among: set[str], whole: int, begun: int) -> int:
    return whole if word in among else begun if any(other.startswith(word) for other in among) else 0
