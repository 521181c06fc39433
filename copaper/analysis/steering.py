"""What whoever leads does with a matter: says what all agree on, refuses it, leaves it open, puts it off, gives somebody a task.

Chairs have no formulas in common: "twelve hundred it is, then", "we're not going there", "that's one for February". So a linear
model over words hears them, what stands right before and behind a sentence among these, the replies of others too. It has learnt
from some thousand such sentences of conversations written for the project, and from as many again that only sound like
them (:mod:`copaper.analysis.training.steering`). What :mod:`copaper.analysis.settling` and :mod:`copaper.analysis.outcomes` hear by their forms goes first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple
from zlib import crc32

import numpy as np

from copaper.analysis.units import Unit, same_place
from copaper.datewords import DAYS, MONTHS
from copaper.textclean import straight

BUCKETS = 1 << 15
"""Places that features share, by a hash of what they are called (Weinberger et al., "Feature hashing for large scale multitask learning", 2009)."""
OF_OTHERS = 12
"""Words of what others say right before and behind that are looked at."""
AROUND = 2
"""Sentences of the same turn before and behind one that are looked at."""
BESIDE, GAPPED = 0.5, 0.7
"""What a feature counts that stands beside the sentence, and one that leaves words out."""
SHORT, GAP = 12, 4
"""Words of a sentence whose pairs with others between them count, and how far these are apart at most."""
BY_FOURS, LONGEST = 4, 6
"""A sentence counts as long by so many words each, up to so many times."""
BETWEEN, FEW = 2, 6
"""Sentences that may stand between what does one act, and words of these."""


SAYS_OUTRIGHT = re.compile(
    r"\b(?:this|the|our) (?:community|network|forum|circle|cop|group|meeting) (?:now |then |therefore |hereby )?(?:recommends|asks|decides|agrees|resolves)\b|\bdecision (?:number )?(?:one|two|three|four|five|\d)\b|"
    r"(?:^|[.!?…] )\W*(?:(?:so|then|okay|ok|right|and|good|well)\W+)*(?:it|that|this)(?:'s| is) (?:then |now |hereby )*(?:decided|agreed|adopted|carried|a decision)\b(?! (?:by|if|when|unless|or not)\b)|\botherwise agreed\b", re.I
)
"""What says outright that something is decided: it does not have to be learnt."""
_MAY_PROMISE = re.compile(r"\b(?:(?:I|we)(?:'ll| will| can| could|'m going| am going| undertake)|by|before|until|tomorrow|tonight|next (?:week|month)|this (?:week|month)|send|share|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:janua|februa)ry|march|april|june|july|august|(?:septem|octo|novem|decem)ber|please)\b", re.I)
"""What a promise has, in most words for one."""
LATE = 0.75
"""Share of the spoken sentences behind which everybody is heard."""
_KEY = "copaper.analysis.steering"
OUTRIGHT = 1.0
"""How surely (log-odds) it does, at least."""


class Act(StrEnum):
    """What somebody leading does with a matter."""

    DECIDED = "decided"
    REFUSED = "refused"
    LEFT_OPEN = "left open"
    PUT_OFF = "put off"
    TASK = "task"
    NEXT = "next session"
    GOES_OVER = "goes over"
    BEGINS = "begins"


ACTS = tuple(Act)
LEAST = {Act.DECIDED: 0.0, Act.REFUSED: -1.0, Act.LEFT_OPEN: -1.0, Act.PUT_OFF: -0.5, Act.TASK: -0.25, Act.GOES_OVER: 0.25}
"""How surely (log-odds) a sentence does an act from which that is heard: on webinars held out from 82 (decided) to 91 of 100 stretches (left
open, task) were so."""
OTHERS_SURER = 1.0
"""How much surer it has to be (log-odds) of whoever does not lead."""
ON = -1.25
"""How surely what stands beside it goes with it."""


class Sentence(NamedTuple):
    """What somebody says: in which turn, and whether they lead."""

    text: str
    turn: int
    leads: bool


class Steered(NamedTuple):
    """Where units ``first`` to ``last`` of one turn do so, and how surely (log-odds of the surest)."""

    act: Act
    first: int
    last: int
    surely: float


_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d[\d.,:]*|[?!]")
_FILLS = frozenset("um umm uh er erm".split())
_NTH = frozenset("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth".split())
_I = frozenset(("i", "i'm", "i'll", "i've", "i'd"))


def words_of(text: str) -> list[str]:
    """Return the words of a sentence, names, days and numbers as what they are: whose they are is told by nobody."""
    found: list[str] = []
    for match in _WORD.finditer(straight(text)):
        word = match[0].casefold()
        if word in _FILLS:
            continue
        if word[0].isdigit():
            found.append("#")
        elif word in MONTHS and match[0][0].isupper():
            found.append("<month>")
        elif word in DAYS:
            found.append("<day>")
        elif word in _NTH:
            found.append("<nth>")
        elif match[0][0].isupper() and found and word not in _I:
            found.append("<name>")
        else:
            found.append(word)
    return found


def features(sentences: Sequence[Sentence], at: int) -> dict[int, float]:
    """Return what a sentence shows, by bucket."""
    found: dict[int, float] = {}

    def add(names: Iterable[str], value: float) -> None:
        for name in names:
            bucket = crc32(name.encode()) % BUCKETS
            found[bucket] = found.get(bucket, 0.0) + value

    one, words = sentences[at], _words_once(sentences[at].text)
    add(runs(words, 3), 1.0)
    if len(words) <= SHORT:
        add([f"{words[first]}..{words[last]}" for first in range(len(words)) for last in range(first + 2, min(len(words), first + 1 + GAP))], GAPPED)
    for step in range(1, AROUND + 1):
        for place, side in ((at - step, "before"), (at + step, "behind")):
            if 0 <= place < len(sentences) and (step == 1 or sentences[place].turn == one.turn):
                own = sentences[place].turn == one.turn
                said = _words_once(sentences[place].text)
                said = said if own else said[-OF_OTHERS:] if side == "before" else said[:OF_OTHERS]
                prefix = f"{side} {step} {own}: "
                add([prefix + name for name in runs(said, 2 if step == 1 else 1)], BESIDE)
    add([f"of {min(LONGEST, len(words) // BY_FOURS)}"], 1.0)
    if at == 0 or sentences[at - 1].turn != one.turn:
        add(["first"], 1.0)
    if at + 1 == len(sentences) or sentences[at + 1].turn != one.turn:
        add(["last"], 1.0)
    return found


@lru_cache(maxsize=4096)
def _words_once(text: str) -> tuple[str, ...]:
    return tuple(words_of(text))


def runs(words: Sequence[str], longest: int) -> set[str]:
    """Return the runs of up to so many words of a sentence, its ends with them."""
    ended = ["^", *words, "$"]
    return {" ".join(ended[first : first + long]) for long in range(1, longest + 1) for first in range(len(ended) - long + 1)}


@lru_cache(maxsize=1)
def _model() -> tuple[np.ndarray, np.ndarray]:
    """Return the weights (acts, buckets) and what is added for each act."""
    with files("copaper.analysis").joinpath("data/steering.npz").open("rb") as file, np.load(file, allow_pickle=False) as data:
        return data["weights"].astype(np.float64) * data["scale"][:, None], data["bias"].astype(np.float64)


def log_odds(sentences: Sequence[Sentence], model: tuple[np.ndarray, np.ndarray] | None = None) -> dict[int, np.ndarray]:
    """Return for each place at which somebody leads how surely (log-odds) they do each of :data:`ACTS`."""
    weights, bias = model or _model()
    found: dict[int, np.ndarray] = {}
    for at, one in enumerate(sentences):
        if one.leads:
            shown = features(sentences, at)
            places = np.fromiter(shown, dtype=np.int64, count=len(shown))
            found[at] = weights[:, places] @ np.fromiter(shown.values(), dtype=np.float64, count=len(shown)) + bias
            if SAYS_OUTRIGHT.search(straight(one.text)) and not one.text.rstrip().endswith("?"):
                found[at][ACTS.index(Act.DECIDED)] = max(OUTRIGHT, found[at][ACTS.index(Act.DECIDED)])
    return found


def steered(units: Sequence[Unit], leading: Collection[str], acts: Collection[Act], others: float | None = None) -> list[Steered]:
    """Return in time where those ``leading`` do each of ``acts``, as surely as :data:`LEAST`, and what goes with it in the same turn; and where others
    do, if that is surer by so much. Of these only what may be a promise, or stands late, is heard."""
    spoken = [place for place, unit in enumerate(units) if unit.where == "turn"]
    sure = _odds(units, spoken, leading, others is not None)
    found: list[Steered] = []
    for number, act in enumerate(ACTS):
        beyond = -1
        for at in sorted(sure):
            least = LEAST.get(act, 0.0) + (0.0 if units[spoken[at]].participant in leading else others or 0.0)
            if act not in acts or at <= beyond or sure[at][number] < least:
                continue
            first = last = at
            while first - 1 > beyond and _goes_with(units, spoken, first - 1, at) and first - 1 in sure and sure[first - 1][number] >= ON:
                first -= 1
            while (further := _further(units, spoken, last, lambda place: place in sure and sure[place][number] >= (ON if place == last + 1 else least))) is not None:
                last = further
            beyond = last
            found.append(Steered(act, spoken[first], spoken[last], round(float(max(sure[place][number] for place in range(first, last + 1) if place in sure)), 6)))
    return sorted(found, key=lambda one: (one.first, ACTS.index(one.act)))


def _odds(units: Sequence[Unit], spoken: Sequence[int], leading: Collection[str], others: bool) -> dict[int, np.ndarray]:
    """Return how surely those who are heard do each act, by place among the ``spoken``; each sentence is asked of once."""
    late = LATE * len(spoken)
    heard = [at for at, place in enumerate(spoken) if units[place].participant in leading or others and (at >= late or _MAY_PROMISE.search(straight(units[place].text)))]
    new = {at for at in heard if _KEY not in units[spoken[at]].told}
    asked = log_odds([Sentence(units[place].text, units[place].index, at in new) for at, place in enumerate(spoken)]) if new else {}
    for at, odds in asked.items():
        units[spoken[at]].told[_KEY] = odds
    return {at: units[spoken[at]].told[_KEY] for at in heard}


def _further(units: Sequence[Unit], spoken: Sequence[int], last: int, goes_on: Callable[[int], bool]) -> int | None:
    """Return the next sentence of the same turn that does so too, right behind one or behind a few words."""
    for place in range(last + 1, min(len(spoken), last + 1 + BETWEEN + 1)):
        if not _goes_with(units, spoken, place, last):
            return None
        if goes_on(place):
            return place
        if units[spoken[place]].words > FEW:
            return None
    return None


def _goes_with(units: Sequence[Unit], spoken: Sequence[int], place: int, at: int) -> bool:
    return same_place(units[spoken[place]], units[spoken[at]])
