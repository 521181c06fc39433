"""Where a quotation begins and ends: with which of the sentences around it a reader has to be told it, and with no more.

People set out what they did and say what came of it three sentences on; a quotation that stops between tells the success and leaves
the failure out, and one that begins too late tells what came of something that nobody knows. Which sentence holds the point, or names the matter, shows
in no one form, so two linear models hear it: what each sentence is like that might be taken along, and what the place is like where
the quotation would end, or begin, then. They have learnt from some eight hundred stretches of talk of which readers said where they must begin
and how far they must go on, and how far they may (:mod:`copaper.analysis.training.edges`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile
from zlib import crc32

import numpy as np

from copaper.analysis.clarity import faults
from copaper.analysis.passages import goes_on_from, leads_on, next_of_turn, previous_of_turn, turns_to_another
from copaper.analysis.soundness import is_sound
from copaper.analysis.statements import LONGEST_TEXT, is_courtesy, is_whole
from copaper.analysis.steering import runs, words_of
from copaper.analysis.thoughts import can_begin, can_end, carries_on, hangs_on, holds_the_point, is_unfinished, leads_further, leans, may_be_told_along, once, stands_amid
from copaper.analysis.turning import goes_on_to_its_point
from copaper.analysis.units import Unit, same_place
from copaper.textclean import ends_as_question, is_housekeeping, straight

BUCKETS = 1 << 15
"""Places that features share, by a hash of what they are called (see :mod:`copaper.analysis.steering`)."""
FURTHEST, BACK = 12, 4
"""Sentences behind a quotation that it may go on by, and before it that it may begin with, at most: readers were shown as many."""
FURTHER, SOONER = 0.1, 0.25
"""What each sentence more is worth by itself (log-odds) behind it and before it: a quotation that is cut does more harm than one that goes on."""
BEFORE, BEHIND, AT_THE_END = 0.5, 0.3, 0.7
"""What the words count of the sentence before one that is taken along, of the one behind it, and at the end."""

AT_ONCE, AMOUNT_BEHIND, RIGHT_WORDS = 5, 3, 70
"""Sentences behind a quotation within which a number of it is taken back, those within which the right one is named, and words of all these, at most."""
_ENDED = re.compile(r"[.!?][\"'”’)\]]*\s*$")
_TAKES_BACK = re.compile(r"^\W*(?:(?:um|uh|eish|ja|oh|wait)\W+)*(?:no|nee|sorry|hang on|wait|let me (?:just )?(?:see|check|put|not lie|correct)|I(?:'m| am) correcting|correction|I mean|or rather|actually)\b(?! (?:problem|one|doubt)\b)", re.I)
"""How somebody begins who puts right what they have just said."""

Part = tuple[np.ndarray, float]
"""Buckets (n,), and what each of them counts."""


def ways_on(units: Sequence[Unit], own: Sequence[int], behind: Sequence[int]) -> list[list[Part]]:
    """Return what shows of the quotation of the sentences ``own`` if it ends with these, and with each of those ``behind`` it in its turn, (1 + behind): what
    every sentence shows that is taken along stands with all ends behind it."""
    chain = [own[-1], *behind]
    matter = {lemma for place in own for lemma in units[place].lemmas}
    words = sum(units[place].words for place in own)
    taken: list[Part] = []
    found = [_ending(units, own[0], chain, 0, words)]
    for at in range(1, len(chain)):
        words += units[chain[at]].words
        taken = [*taken, *_taken_along(units, chain, at, matter, words)]
        found.append([*taken, *_ending(units, own[0], chain, at, words)])
    return found


def ways_back(units: Sequence[Unit], own: Sequence[int], ahead: Sequence[int]) -> list[list[Part]]:
    """Return the same of the quotation if it begins with the sentences ``own``, and with each of those ``ahead`` of it in its turn, the nearest first."""
    chain = [own[0], *ahead]
    matter = {lemma for place in own for lemma in units[place].lemmas}
    words = sum(units[place].words for place in own)
    taken: list[Part] = []
    found = [_beginning(units, chain, 0)]
    for at in range(1, len(chain)):
        words += units[chain[at]].words
        taken = [*taken, *_taken_before(units, chain, at, matter, words)]
        found.append([*taken, *_beginning(units, chain, at)])
    return found


def widened(units: Sequence[Unit], first: int, last: int, fullest: int, free: Callable[[int], bool] = lambda place: True, may_end: Callable[[Unit], bool] = lambda unit: True, back: bool = True) -> tuple[int, int]:
    """Return where the quotation of units ``first`` to ``last`` begins and ends best that may have so many words, take along what is ``free``, and end with what ``may_end``
    it and leads no further by itself; it begins as it does unless it may go ``back``."""
    own = [place for place in range(first, last + 1) if same_place(units[place], units[first])]
    room = fullest - sum(units[place].words for place in own)
    ahead = _within(units, ahead_of(units, first) if back else (), room, free)
    begins = _best(worth(ways_back(units, own, ahead), _model()[1], SOONER), [True, *(can_begin(units, place) or is_whole(units[place]) for place in ahead)])
    room -= sum(units[place].words for place in ahead[:begins])
    behind = _within(units, behind_of(units, last), room, free)
    ends = _best(worth(ways_on(units, own, behind), _model()[0], FURTHER), [True, *(may_end(units[place]) and _can_be_last(units, place) for place in behind)])
    room -= sum(units[place].words for place in behind[:ends])
    begin, end = [first, *ahead][begins], _put_right(units, [last, *behind][ends], room, free, may_end)
    return (begin, end) if units[end].end - units[begin].start <= LONGEST_TEXT else (first, last)


def _put_right(units: Sequence[Unit], last: int, room: int, free: Callable[[int], bool], may_end: Callable[[Unit], bool]) -> int:
    """Return where whoever is quoted has put right a number of theirs as soon as they had named it: "it's a hundred and forty. No, hang on, a hundred and seventy"."""
    near = list(takewhile(lambda place: free(place) and (may_be_told_along(units[place]) or is_courtesy(units[place]) and _TAKES_BACK.match(straight(units[place].text)) is not None), behind_of(units, last)[:AT_ONCE])) if _has_amount(units[last]) else []
    taken_back = next((at for at, place in enumerate(near) if _TAKES_BACK.match(straight(units[place].text))), None)
    if taken_back is None:
        return last
    right = next((place for place in near[taken_back : taken_back + AMOUNT_BEHIND] if _has_amount(units[place]) and may_end(units[place]) and not leads_further(units[place])), last)
    return right if sum(units[place].words for place in near if place <= right) <= min(room, RIGHT_WORDS) else last


def _can_be_last(units: Sequence[Unit], place: int) -> bool:
    """Tell whether a quotation can end with a sentence: it is spoken to its end and leads no further, or ends its turn with an amount and needs no verb."""
    unit = units[place]
    bare = next_of_turn(units, place) is None and _has_amount(unit) and not ends_as_question(unit.text) and not leads_on(straight(unit.text))
    return _ENDED.search(unit.text) is not None and (bare or not leads_further(unit))


def _best(chances: np.ndarray, may: Sequence[bool]) -> int:
    return int(np.where(may, chances, -np.inf).argmax())


def _within(units: Sequence[Unit], places: Sequence[int], room: int, free: Callable[[int], bool]) -> list[int]:
    """Return the first of some sentences that can be taken along, within so many words."""
    found: list[int] = []
    for place in places:
        room -= units[place].words
        if room < 0 or not free(place) or not may_be_told_along(units[place]) or turns_to_another(units[place].text):
            break
        found.append(place)
    return found


def worth(ways: Sequence[Sequence[Part]], weights: np.ndarray, each: float) -> np.ndarray:
    """Return how good (log-odds, rounded so that every machine chooses alike) each way is, (ways,), where ``each`` sentence more is worth so much."""
    return np.round([sum(float(weights[places].sum()) * counts for places, counts in parts) + each * further for further, parts in enumerate(ways)], 9)


def _taken_along(units: Sequence[Unit], chain: Sequence[int], at: int, matter: set[str], words: int) -> list[Part]:
    """Return what a sentence shows that is taken along with those before it."""
    unit, before = units[chain[at]], units[chain[at - 1]]
    shown = [
        f"of the matter {min(3, len(matter.intersection(unit.lemmas)))}", f"of the last {min(2, len(set(unit.lemmas).intersection(before.lemmas)))}",
        f"step {min(5, at)}", f"long {min(6, unit.words // 5)}", f"words {min(8, words // 30)}", f"left {min(3, len(chain) - 1 - at)}",
    ]  # fmt: skip
    shown += _true(
        carries=carries_on(unit, before), goes_on=goes_on_from([before], unit), new_amount=_has_amount(unit) and not _has_amount(before), asked=ends_as_question(before.text),
        led_on=leads_on(before.text), past_before=_is_past(before), amid=stands_amid(units, chain[at]),
    )  # fmt: skip
    shown += [*once(units, chain[at], _of_one), *(f"lacks {name}" for name, lacks in faults(unit, before).items() if lacks)]
    parts = [(_runs(unit, "in", 3), 1.0), (_runs(before, "before", 2), BEFORE), (_named("in", shown), 1.0)]
    return [*parts, (_runs(units[chain[at + 1]], "behind", 1), BEHIND)] if at + 1 < len(chain) else parts


def _of_one(units: Sequence[Unit], place: int) -> list[str]:
    """Return what a sentence shows by itself."""
    unit = units[place]
    return _true(
        point=holds_the_point(unit), turns=goes_on_to_its_point(unit.text), amount=_has_amount(unit), asks=ends_as_question(unit.text), runs_the_meeting=is_housekeeping(unit.text),
        courtesy=is_courtesy(unit), whole=is_whole(unit), sound=is_sound(unit), to_another=turns_to_another(unit.text), leans=leans(unit) > 0, past=_is_past(unit),
    )  # fmt: skip


def _ending(units: Sequence[Unit], first: int, chain: Sequence[int], at: int, words: int) -> list[Part]:
    """Return what the place shows where a quotation ends that began with ``first``."""
    unit, after = units[chain[at]], units[chain[at + 1]] if at + 1 < len(chain) else None
    shown = [f"long {min(5, unit.words // 5)}", f"words {min(9, words // 25)}"]
    shown += _true(
        can_end=can_end(units, first, chain[at]), unfinished=once(units, chain[at], is_unfinished), asks=ends_as_question(unit.text), leads_on=leads_on(straight(unit.text)),
        amid=stands_amid(units, chain[at]), amount=_has_amount(unit), whole=is_whole(unit), last=after is None,
    )  # fmt: skip
    parts = [(_runs(unit, "end", 2), AT_THE_END)]
    if after is not None:
        shown += [f"shares {min(3, len(set(after.lemmas).intersection(unit.lemmas)))}", f"next long {min(5, after.words // 5)}"]
        shown += _true(
            next_carries=carries_on(after, unit), next_point=holds_the_point(after), next_goes_on=goes_on_from([unit], after), next_leans=leans(after) > 0, next_asks=ends_as_question(after.text),
            next_to_another=turns_to_another(after.text), next_runs_the_meeting=is_housekeeping(after.text), next_amid=stands_amid(units, chain[at + 1]), next_amount=_has_amount(after),
        )  # fmt: skip
        parts.append((_runs(after, "next", 2), AT_THE_END))
    return [*parts, (_named("end", shown), 1.0)]


def _taken_before(units: Sequence[Unit], chain: Sequence[int], at: int, matter: set[str], words: int) -> list[Part]:
    """Return what a sentence shows that is taken along before those that it leads to."""
    unit, after = units[chain[at]], units[chain[at - 1]]
    shown = [
        f"of the matter {min(3, len(matter.intersection(unit.lemmas)))}", f"of the next {min(2, len(set(unit.lemmas).intersection(after.lemmas)))}",
        f"step {at}", f"long {min(6, unit.words // 5)}", f"words {min(8, words // 30)}", f"left {len(chain) - 1 - at}",
    ]  # fmt: skip
    shown += _true(
        hangs=hangs_on(after, unit), carries=carries_on(after, unit), goes_on=goes_on_from([unit], after), new_amount=_has_amount(unit) and not _has_amount(after), past_after=_is_past(after), amid=stands_amid(units, chain[at]),
        led_on=leads_on(unit.text),
    )  # fmt: skip
    shown += [*once(units, chain[at], _of_one), *(f"after lacks {name}" for name, lacks in faults(after, unit).items() if lacks)]
    return [(_runs(unit, "taken before", 3), 1.0), (_runs(after, "after", 2), BEFORE), (_named("taken before", shown), 1.0)]


def _beginning(units: Sequence[Unit], chain: Sequence[int], at: int) -> list[Part]:
    """Return what the place shows where a quotation begins."""
    unit, before = units[chain[at]], units[chain[at + 1]] if at + 1 < len(chain) else None
    shown = [f"long {min(5, unit.words // 5)}", *_true(can_begin=can_begin(units, chain[at]), whole=is_whole(unit), sound=is_sound(unit), leans=leans(unit) > 0, amount=_has_amount(unit), first=before is None)]
    shown += [f"lacks {name}" for name, lacks in faults(unit).items() if lacks]
    parts = [(_runs(unit, "begin", 2), AT_THE_END)]
    if before is not None:
        shown += [f"shares {min(3, len(set(before.lemmas).intersection(unit.lemmas)))}", f"before long {min(5, before.words // 5)}"]
        shown += _true(hangs=hangs_on(unit, before), goes_on=goes_on_from([before], unit), before_asks=ends_as_question(before.text), before_leads_on=leads_on(before.text), before_amid=stands_amid(units, chain[at + 1]), before_courtesy=is_courtesy(before))
        parts.append((_runs(before, "begin behind", 2), AT_THE_END))
    return [*parts, (_named("begin", shown), 1.0)]


def ahead_of(units: Sequence[Unit], place: int) -> list[int]:
    """Return the sentences before one in its turn that a quotation may begin with, the nearest first."""
    found: list[int] = []
    while len(found) < BACK and (before := previous_of_turn(units, found[-1] if found else place)) is not None:
        found.append(before)
    return found


def behind_of(units: Sequence[Unit], place: int) -> list[int]:
    """Return the sentences behind one in its turn that a quotation may go on by, the nearest first."""
    found: list[int] = []
    while len(found) < FURTHEST and (after := next_of_turn(units, found[-1] if found else place)) is not None:
        found.append(after)
    return found


def _true(**named: bool) -> list[str]:
    return [name for name, holds in named.items() if holds]


def _has_amount(unit: Unit) -> bool:
    return "CD" in unit.tags


def _is_past(unit: Unit) -> bool:
    return "VBD" in unit.tags


def _runs(unit: Unit, of: str, longest: int) -> np.ndarray:
    """Return the buckets of the runs of a sentence's words, worked out once."""
    key = f"{__name__} {of}"
    if key not in unit.told:
        unit.told[key] = _named(of, sorted(runs(words_of(unit.text), longest)))
    return unit.told[key]


def _named(of: str, names: Sequence[str]) -> np.ndarray:
    return np.fromiter((crc32(f"{of}: {name}".encode()) % BUCKETS for name in names), dtype=np.int64, count=len(names))


@lru_cache(maxsize=1)
def _model() -> np.ndarray:
    """Return the weights of ends and of beginnings (2, buckets)."""
    with files("copaper.analysis").joinpath("data/edges.npz").open("rb") as file, np.load(file, allow_pickle=False) as data:
        return data["weights"].astype(np.float64) * data["scale"][:, None]
