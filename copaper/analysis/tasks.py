"""Who does what after a session, as whoever led said it: "Sipho, you change the form before Friday?"

What somebody promises themselves is found as a promise (:mod:`copaper.analysis.outcomes`); much is only asked for and
nodded at. It is quoted as it was said, with the reply where that says more than yes, unless somebody refuses.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from copaper.analysis.other_day import put_right
from copaper.analysis.settling import says_what
from copaper.analysis.steering import OTHERS_SURER, Act, Steered, steered
from copaper.analysis.units import Unit, quoted, same_place
from copaper.datewords import DATEWORDS
from copaper.records import Evidence, Session, Task
from copaper.textclean import ends_as_question, is_housekeeping, straight

EARLY = 0.05
"""Share of a session at its beginning in which only the meeting itself is arranged."""
SHORTEST, LONGEST = 5, 60
"""Words of a task."""
SOON = 30.0
"""Seconds behind it within which somebody replies."""
REPLIES, REPLY = 3, 30
"""Sentences of a reply that are told, and words of these, at most."""
AT_MOST = 20
"""Tasks that are kept, the surest."""
_REFUSES = re.compile(r"^\W*(?:(?:eish|sorry|um|uh|well|chair|oh|hayi)\W+)*(?:no(?!,? problem)\b|not me\b|nee\b|I (?:can't|cannot|won't|don't think)\b|impossible\b)|\bI (?:can't|cannot|won't) (?:promise|do)\b|\bnot a promise\b", re.I)
"""How somebody refuses a task."""
_TAKES_BACK = re.compile(r"\bI promise nothing\b|\b(?:not|no) (?:a )?promises?\b|\bI(?:'m| am) not promising\b|\b(?:can't|cannot|won't) promise\b|\bforget (?:it|that)\b", re.I)
"""How whoever gave a task, or took it on, takes it back."""
_TO_SOMEBODY = re.compile(r"\b(?:you|your|we|us|by when|who)\b|^\W*(?-i:[A-Z])[\w'’-]+,|, (?-i:[A-Z])[\w'’-]+\?\W*$", re.I)
REACH = 12
"""Sentences behind a task that are looked at."""
_PROMISES = re.compile(r"\b(?:I'll|I will|we'll|we will|I can|we can|(?:by|before|on|until) (?:the )?(?:\w+day|\w+th|\w+st|end|first|\d))\b", re.I)
"""How somebody says what they will do, and when."""


def tasks(session: Session, units: Sequence[Unit], leading: Collection[str], over: Evidence | None = None) -> tuple[Task, ...]:
    """Return what those ``leading`` gave to do or took on, and others took on in so many words, before it was gone ``over`` once more, in time."""
    found: list[tuple[float, Task]] = []
    last: Steered | None = None
    heard = steered(units, leading, (Act.TASK,), OTHERS_SURER)
    for number, one in enumerate(heard):
        inside = range(one.first, one.last + 1)
        late = over is not None and (units[one.first].index, units[one.first].start) >= (over.index, over.start)
        if one.first < EARLY * len(units) or late or sum(units[at].words for at in inside) > LONGEST or any(is_housekeeping(units[at].text) for at in inside) or not _is_to_somebody(units[one.last]) or _is_refused(units, one):
            continue
        if says_what(units, one.first, one.last) and sum(units[at].words for at in inside) >= SHORTEST:
            told = _reply(units, one)[:REPLIES] if ends_as_question(units[one.last].text) else []
            last = one
            found.append((one.surely, Task(given=quoted(session, units, one.first, _with_its_day(units, one, heard[number + 1 : number + 2])), reply=quoted(session, units, told[0], told[-1]) if _says_more(units, told) else None)))
        elif last is not None and found[-1][1].reply is None and 0 <= units[one.first].time - units[last.last].time <= SOON and any(not DATEWORDS.isdisjoint(units[at].lowers) for at in inside):
            found[-1] = (found[-1][0], found[-1][1].model_copy(update={"reply": quoted(session, units, one.first, one.last)}))
    found = [one for number, one in enumerate(found) if not any(straight(one[1].given.quote).casefold() == straight(later.given.quote).casefold() for _, later in found[number + 1 :])]
    kept = sorted(found, key=lambda item: (-item[0], item[1].given.time))[:AT_MOST]
    return tuple(task for _, task in sorted(kept, key=lambda item: (item[1].given.time, item[1].given.index, item[1].given.start)))


def _with_its_day(units: Sequence[Unit], one: Steered, following: Sequence[Steered]) -> int:
    """Return where a task ends whose day is put right at once, unless what follows is another."""
    last = put_right(units, one.last)
    return one.last if any(other.first <= last for other in following) else last


def _is_to_somebody(unit: Unit) -> bool:
    """Tell whether a sentence that asks does so of somebody there: "when will the account be open?" asks what will be."""
    return not ends_as_question(unit.text) or _TO_SOMEBODY.search(straight(unit.text)) is not None


def _is_refused(units: Sequence[Unit], one: Steered) -> bool:
    """Tell whether somebody refuses a task, or whoever gave it takes it back."""
    behind = [at for at in range(one.last + 1, min(len(units), one.last + 1 + REACH)) if units[at].where == "turn" and units[at].time - units[one.last].time <= SOON]
    taken_back = any(_TAKES_BACK.search(straight(units[at].text)) for at in (*range(one.first, one.last + 1), *behind) if units[at].participant == units[one.last].participant)
    return taken_back or any(_REFUSES.search(straight(units[at].text)) for at in _reply(units, one))


def _reply(units: Sequence[Unit], one: Steered) -> list[int]:
    """Return what whoever replies soon to a task says in their turn."""
    behind = [at for at in range(one.last + 1, min(len(units), one.last + 1 + REACH)) if units[at].where == "turn" and units[at].time - units[one.last].time <= SOON]
    first = next((at for at in behind if not same_place(units[at], units[one.last])), None)
    return [] if first is None else [at for at in behind if same_place(units[at], units[first])]


def _says_more(units: Sequence[Unit], reply: Sequence[int]) -> bool:
    """Tell whether a reply says what is done or when, in few words, and asks nothing."""
    words = sum(units[at].words for at in reply)
    says = any(_PROMISES.search(straight(units[at].text)) or not DATEWORDS.isdisjoint(units[at].lowers) for at in reply)
    return bool(reply) and words <= REPLY and says and not any(ends_as_question(units[at].text) for at in reply)
