"""What several people speak of in one part of a session, and hardly in the rest: it names the part where one person's words would.

Practitioners tell stories, and the most telling phrase of a story ("brass bell on the desk") is a detail that nobody else takes up. The words
that others take up, aloud or in the chat, are what was talked of: "heaps, signatures and contracts".
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence

from copaper.analysis.labels import Labeller, Name, background
from copaper.analysis.naming import called, known_by, said_in
from copaper.analysis.units import Unit
from copaper.records import Theme

BY, BY_ONE = 2, 5
"""People who said a word, at least, or times that one did alone."""
MOST, SHARE = 3, 0.4
"""Words of such a name, at most, and how much a further one has to be worth beside the first."""
LIFT = 0.9
"""How much oftener (log-odds) than in the rest of the session a word is said, at least."""
RARE, OFTEN = 0.05, 0.7
"""What is added to the share of meetings that use a word, and how much its mentions and the people who said it count."""
_NO_NAME = re.compile(r"[A-Z]{2,}s?|[^\WA-Z_][\w'’-]*")
"""A word written small, or an abbreviation: a name says less, and may be withheld."""
_SAYS_LITTLE = known_by("""rand cent kilowatt kilogram kilometre metre litre hectare month year week day minute hour time morning afternoon quarter thing person people man woman lady guy one number point question answer word name side hand sound phone screen
    recording video chat session meeting webinar community cop group chair colleague programme province country office place house room door table thousand hundred million comma percent half ja nee part kind bit lot story example picture problem reason way rest end beginning""")
"""What is spoken of anywhere, or says how much."""


def named_by_what_is_shared(themes: Sequence[Theme], units: Sequence[Unit], labeller: Labeller, fixed: Collection[str]) -> tuple[Theme, ...]:
    """Return themes of which those whose names only one person said, and are not ``fixed``, are called by the words that several said there."""
    found = list(themes)
    for place, theme in enumerate(themes):
        said = [] if theme.id in fixed else said_in(theme, units)
        if len({unit.participant for unit in said}) >= BY and _by_one(theme.label, said):
            taken = [other.label for other in (*found[:place], *found[place + 1 :])]
            if name := _name(labeller.common(said), sum(unit.words for unit in said), sum(unit.words for unit in units), taken):
                found[place] = called(theme, name)
    return tuple(found)


def _by_one(label: str, said: Sequence[Unit]) -> bool:
    """Tell whether a part of a name was said by one person at most."""
    return any(len({unit.participant for unit in said if words <= known_by(unit.text)}) < 2 for words in (known_by(part) for part in label.split(" and ")))


def _name(common: Sequence[Name], words: int, of_all: int, taken: Sequence[str]) -> str:
    """Return a name made of what several said in a stretch of so many ``words``, or none."""
    worth = {name: _worth(name, words, of_all) for name in common if (name.speakers >= BY or name.count >= BY_ONE) and all(map(_NO_NAME.fullmatch, name.text.split())) and known_by(name.text).isdisjoint(_SAYS_LITTLE) and known_by(name.text).isdisjoint(known_by(" ".join(taken)))}
    best = sorted((name for name in worth if worth[name] > 0), key=lambda name: (-worth[name], name.text))
    chosen: list[Name] = []
    for name in best:
        if len(chosen) < MOST and worth[name] >= SHARE * worth[best[0]] and known_by(name.text).isdisjoint(known_by(" ".join(one.text for one in chosen))):
            chosen.append(name)
    if not any(name.speakers >= BY for name in chosen) or len(chosen) == 1 and len(chosen[0].text.split()) == 1 and chosen[0].speakers <= BY:
        return ""
    told = ", ".join(name.text for name in chosen[:-1])
    label = f"{told} and {chosen[-1].text}" if told else chosen[-1].text
    return label[:1].upper() + label[1:]


def _worth(name: Name, words: int, of_all: int) -> float:
    """Return how much a word is worth in a heading: said often, by many, and hardly elsewhere."""
    elsewhere = name.count / name.focus - name.count
    lift = math.log((name.count / max(1, words)) / ((elsewhere + 0.5) / max(1, of_all - words + 500)))
    rarity = -math.log(background().get(name.text.split()[-1].casefold(), 0.0) + RARE)
    return round((name.count * name.speakers) ** OFTEN * lift * math.sqrt(rarity), 9) if lift >= LIFT else 0.0
