"""What is voted on by its number: "the question is that amendment 4 be agreed", "amendment 4 is agreed".

A chair goes through many such items one after the other. They end the debate before them, begin none, and of each only
how it came out tells anything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from copaper.analysis.boundaries import Stretch
from copaper.analysis.units import Unit
from copaper.records import Span
from copaper.textclean import straight

NEAR, FEWEST = 10, 4
"""Sentences between two that put something to the vote, at most, where it is voted on one item after the other, and how many there are then, at least."""
_ITEM = r"(?:amendments?|motions?|resolutions?|clauses?|proposals?|recommendations?) (?:number )?\d+[a-z]?(?:(?:,| and|, and| to) (?:amendments? )?\d+[a-z]?)*"
_CAME_OUT = re.compile(
    rf"\b(?P<item>{_ITEM}) (?:is|are|was|were|has been|have been)(?: hereby| now| therefore| thus| also)? ?(?P<not>not )?(?:agreed(?: to)?|carried|adopted|approved|passed|(?P<lost>rejected|defeated|lost|negatived|withdrawn))\W*$", re.I
)
_VOTING = re.compile(
    rf"^\W*(?:(?:okay|so|and|then|therefore|we will|I(?:'ll| will| now| then)?)\W+)*(?:[A-Z][\w' ]{{0,40}}, )?(?:(?:the|this) question is that\b|(?:all )?those (?:in favou?r|against|opposed|abstaining)\b|does any(?:one|body| \w+) (?:object|oppose)\b|"
    rf"(?:do|does|would) (?:you|\w+) (?:wish|want|like) to (?:proceed|move) to (?:a|the) vote\b|put {_ITEM}\b|(?:go|move|proceed) to (?:a|the) vote\b|there voted\b|if {_ITEM} (?:is|are) (?:not )?(?:agreed|carried|passed|adopted)\b)",
    re.I,
)
_NUMBER = re.compile(r"\b\d+[a-z]?\b")


def came_out(text: str) -> bool | None:
    """Return whether a numbered item is said to be agreed, or None if it is not said."""
    found = _CAME_OUT.search(straight(text))
    return None if found is None or "?" in text or re.search(r"\b(?:if|unless|whether)\b", text[: found.start()], re.I) else not (found["not"] or found["lost"])


def most_spoken_of(places: Sequence[int], units: Sequence[Unit], spans: Sequence[Span]) -> int | None:
    """Return at which of the ``places`` of verdicts that one stands whose item is spoken of most in the ``spans`` of a topic:
    the others hang on it, or were hardly debated. The last place, if an item comes to several."""
    if not places:
        return None
    numbers = {place: _numbers(units[place].text) for place in places}
    said = Counter(number for unit in units if any(span.from_time <= unit.time <= span.to_time for span in spans) and not is_voting(unit.text) for number in _numbers(unit.text))
    return max(places, key=lambda place: (max(said[number] for number in numbers[place]), place))


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text.casefold()))


def is_voting(text: str) -> bool:
    """Tell whether a sentence only puts something to the vote, or tells how the vote went."""
    return _VOTING.search(straight(text)) is not None or came_out(text) is not None


def with_their_votes(stretches: Sequence[Stretch], units: Sequence[Unit]) -> list[Stretch]:
    """Return ``stretches`` of the spoken ``units`` where none begins within votes: they are on what was debated before."""
    runs = list(_runs(units))
    if not runs:
        return list(stretches)
    firsts = {next((last + 1 for first, last in runs if first - NEAR < stretch.first <= last and first > 0), stretch.first) for stretch in stretches[1:]}
    edges = [0, *sorted(first for first in firsts if 0 < first < len(units)), len(units)]
    return [Stretch(first, end - 1) for first, end in zip(edges, edges[1:], strict=False)]


def _runs(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last sentence of each run of votes."""
    votes = [place for place, unit in enumerate(units) if is_voting(unit.text)]
    run: list[int] = []
    for place in [*votes, len(units) + NEAR + 1]:
        if run and place - run[-1] > NEAR:
            if len(run) >= FEWEST:
                yield run[0], run[-1]
            run = []
        run.append(place)
