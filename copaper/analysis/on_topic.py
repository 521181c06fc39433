"""What is said on the matter that its topic is called by, and what stands in the same stretch of talk and may be on another.

A stretch of many minutes holds more than one thing can name: where members put questions in turn, most of it is on other
matters. What is said on the matter has its words, or answers to them, or follows soon upon them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from functools import cached_property

from copaper.analysis.boundaries import is_handover
from copaper.analysis.moving_on import GIVES
from copaper.analysis.naming import known_by, stem
from copaper.analysis.straying import LONG
from copaper.analysis.welcoming import OPENING
from copaper.records import Evidence, Findings, Session, Theme

BEFORE, BEHIND, ASKED = 60, 20, 40
"""Words before and behind what is said that show what it is on, and before its turn, where it was asked."""
SHARE = 0.4
"""Share of a name's words, by how rare they are in the session, that have to be among these."""
BLOCK = 80
"""Words that count as one place where a word is said."""
ALIKE = 5
"""Letters with which two words begin that are one: "consistency" and "consistent"."""
_WORD = re.compile(r"[^\W_]+")


def with_asides(findings: Findings, session: Session) -> Findings:
    """Return ``findings`` with those accounts, views and replies marked that may be on another matter than what their topic is called by."""
    on_topic = OnTopic(session)

    def marked(theme: Theme) -> Theme:
        accounts = tuple(one.model_copy(update={"aside": not on_topic.holds(one, theme)}) for one in theme.accounts)
        replies = tuple(one.model_copy(update={"aside": not (on_topic.holds(one.to, theme) or on_topic.holds(one.by, theme))}) for one in theme.replies)
        views = tuple(one.model_copy(update={"aside": not on_topic.holds(one, theme)}) for one in theme.views)
        return theme.model_copy(update={"accounts": accounts, "views": views, "replies": replies})

    return findings.model_copy(update={"themes": tuple(map(marked, findings.themes))})


def is_planned(theme: Theme, session: Session) -> bool:
    """Tell whether a topic is one of the agenda, or was called up by its name."""
    return theme.planned or theme.label in session.agenda


class OnTopic:
    """Tells what of a ``session`` is on what its topics are called by."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def holds(self, said: Evidence, theme: Theme) -> bool:
        """Tell whether words of a topic are on what it is called by: they are written, or of a welcome, or of a planned or short topic, or words of its name are beside them."""
        spoken = sum(span.to_time - span.from_time for span in theme.spans)
        if said.where == "message" or spoken < LONG or theme.label == OPENING or is_planned(theme, self._session):
            return True
        first, last = (self._at(said.index, place) for place in (said.start, said.end))
        turn = self._starts[said.index][0]
        opens = turn if self._is_called_up(said.index) else 0
        near = {*self._words[max(opens, first - BEFORE) : last + BEHIND], *self._words[max(opens, turn - ASKED) : turn]}
        return any(self._has(near, name) for name in (theme.label, *theme.also))

    def _has(self, near: Collection[str], name: str) -> bool:
        """Tell whether enough of a name is among some words."""
        weights = {word: math.log((1 + self._blocks) / (1 + self._spread[word])) for word in map(_begins, sorted(known_by(" ".join(_WORD.findall(name)))))}
        return sum(weight for word, weight in weights.items() if word in near) >= SHARE * sum(weights.values())

    def _is_called_up(self, turn: int) -> bool:
        """Tell whether somebody is given the floor in a few words, and nobody asked anything before: then what was said there is another's matter."""
        before = [one.text for one in self._session.turns[max(0, turn - 2) : turn]]
        return bool(before) and len(before[-1].split()) <= GIVES and is_handover(before[-1]) and not any("?" in text for text in before)

    def _at(self, turn: int, place: int) -> int:
        """Return the number of the first word of a turn that begins at a character or behind it."""
        first, places = self._starts[turn]
        return first + bisect_left(places, place)

    @cached_property
    def _starts(self) -> list[tuple[int, list[int]]]:
        """The number of each turn's first word, and the characters at which its words begin."""
        found, count = [], 0
        for turn in self._session.turns:
            places = [word.start() for word in _WORD.finditer(turn.text)]
            found.append((count, places))
            count += len(places)
        return found

    @cached_property
    def _words(self) -> list[str]:
        return [_begins(stem(word.casefold())) for turn in self._session.turns for word in _WORD.findall(turn.text)]

    @cached_property
    def _blocks(self) -> int:
        return -(-len(self._words) // BLOCK)

    @cached_property
    def _spread(self) -> Counter[str]:
        """In how many blocks each word is said."""
        return Counter(word for first in range(0, len(self._words), BLOCK) for word in sorted(set(self._words[first : first + BLOCK])))


def _begins(word: str) -> str:
    """Return what a word has in common with those that are alike."""
    return word[:ALIKE]
