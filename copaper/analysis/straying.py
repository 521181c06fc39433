"""What may belong to the neighbour of the topic that it stands with: borders between topics are found to a minute or so."""

from __future__ import annotations

from copaper.analysis.naming import known_by
from copaper.records import Evidence, Theme

EDGE, LONG = 60.0, 300.0
"""Seconds from where a topic begins or ends, and of a stretch that has more than edges."""
SHARED = 2
"""Words that what is said there has in common with the topic's name and phrases, at least."""


def words_above(theme: Theme, name: str = "") -> frozenset[str]:
    """Return what a topic's ``name``, or its label, and its phrases are known by."""
    return known_by(" ".join((name or theme.label, *theme.phrases)))


def strays(said: Evidence, theme: Theme, above: frozenset[str]) -> bool:
    """Tell whether words from the first or last minute of a topic have hardly one in common with those that stand ``above`` it."""
    within = [span for span in theme.spans if said.where == "turn" and span.first_turn <= said.index <= span.last_turn and span.to_time - span.from_time > LONG]
    at_edge = any(min(said.time - span.from_time, span.to_time - said.time) < EDGE for span in within)
    return at_edge and len(above & known_by(said.quote)) < SHARED
