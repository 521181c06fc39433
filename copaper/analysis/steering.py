"""What whoever leads does with a matter: says what all agree on, refuses it, leaves it open, puts it off, gives somebody a task.

Chairs have no formulas in common: "twelve hundred it is, then", "we're not going there", "that's one for February". So a linear
model over words hears them, what stands right before and behind a sentence among these, the replies of others too. It has learnt
from some thousand such sentences of conversations written for the project, and from as many again that only sound like
them (:mod:`copaper.analysis.training.steering`). What :mod:`copaper.analysis.settling` and :mod:`copaper.analysis.outcomes` hear by their forms goes first.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

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


_OUTRIGHT = re.compile(
    r"\b(?:this|the|our) (?:community|network|forum|circle|cop|group|meeting) (?:now |then |therefore |hereby )?(?:recommends|asks|decides|agrees|resolves)\b|\bdecision (?:number )?(?:one|two|three|four|five|\d)\b|"
    r"^\W*(?:(?:so|then|okay|ok|right|and|good|well)\W+)*(?:it|that|this)(?:'s| is) (?:then |now |hereby )*(?:decided|agreed|adopted|carried|a decision)\b(?! (?:by|if|when|unless|or not)\b)|\botherwise agreed\b", re.I
)
"""What says outright that something is decided: it does not have to be learnt."""
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
LEAST = {Act.DECIDED: 0.25, Act.REFUSED: -1.0, Act.LEFT_OPEN: -0.5, Act.PUT_OFF: -0.5, Act.TASK: 0.0, Act.GOES_OVER: 0.5}
"""How surely (log-odds) a sentence does an act from which that is heard: on webinars held out from 82 (decided) to 91 of 100 stretches (left
open, task) were so."""
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


def features(sentences: Sequence[Sentence], at: int) -> Counter[int]:
    """Return what a sentence shows, by bucket."""
    found: Counter[int] = Counter()
    one, words = sentences[at], words_of(sentences[at].text)
    for name in set(_runs(words, 3)):
        found[_bucket(name)] += 1.0
    for first, last in ((a, b) for a in range(len(words)) for b in range(a + 2, min(len(words), a + 1 + GAP))) if len(words) <= SHORT else ():
        found[_bucket(f"{words[first]}..{words[last]}")] += GAPPED
    for step in range(1, AROUND + 1):
        for place, side in ((at - step, "before"), (at + step, "behind")):
            if 0 <= place < len(sentences) and (step == 1 or sentences[place].turn == one.turn):
                own = sentences[place].turn == one.turn
                said = words_of(sentences[place].text)
                said = said if own else said[-OF_OTHERS:] if side == "before" else said[:OF_OTHERS]
                for name in set(_runs(said, 2 if step == 1 else 1)):
                    found[_bucket(f"{side} {step} {own}: {name}")] += BESIDE
    found[_bucket(f"of {min(LONGEST, len(words) // BY_FOURS)}")] += 1.0
    found[_bucket("first")] += float(at == 0 or sentences[at - 1].turn != one.turn)
    found[_bucket("last")] += float(at + 1 == len(sentences) or sentences[at + 1].turn != one.turn)
    return found


def _runs(words: Sequence[str], longest: int) -> Iterator[str]:
    """Yield the runs of up to so many words of a sentence, its ends with them."""
    ended = ["^", *words, "$"]
    for long in range(1, longest + 1):
        for first in range(len(ended) - long + 1):
            yield " ".join(ended[first : first + long])


@lru_cache(maxsize=200_000)
def _bucket(name: str) -> int:
    return zlib.crc32(name.encode()) % BUCKETS


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
            shown: Mapping[int, float] = features(sentences, at)
            places = np.fromiter(shown, dtype=np.int64, count=len(shown))
            found[at] = weights[:, places] @ np.fromiter(shown.values(), dtype=np.float64, count=len(shown)) + bias
            if _OUTRIGHT.search(straight(one.text)) and not one.text.rstrip().endswith("?"):
                found[at][ACTS.index(Act.DECIDED)] = max(OUTRIGHT, found[at][ACTS.index(Act.DECIDED)])
    return found


def steered(units: Sequence[Unit], leading: Collection[str], acts: Collection[Act], others: float | None = None) -> list[Steered]:
    """Return in time where those ``leading`` do each of ``acts``, as surely as :data:`LEAST`, and what goes with it in the same turn; and where others
    do, if that is surer by so much."""
    spoken = [place for place, unit in enumerate(units) if unit.where == "turn"]
    heard = [others is not None or units[place].participant in leading for place in spoken]
    sure = log_odds([Sentence(units[place].text, units[place].index, leads) for place, leads in zip(spoken, heard, strict=True)])
    found: list[Steered] = []
    for number, act in enumerate(ACTS):
        beyond = -1
        for at in sorted(sure):
            least = LEAST.get(act, 0.0) + (0.0 if units[spoken[at]].participant in leading else others or 0.0)
            if act not in acts or at <= beyond or sure[at][number] < least:
                continue
            first = last = at
            while first - 1 > beyond and _goes_with(units, spoken, first - 1, at) and sure[first - 1][number] >= ON:
                first -= 1
            while (further := _further(units, spoken, last, lambda place: sure[place][number] >= (ON if place == last + 1 else least))) is not None:
                last = further
            beyond = last
            found.append(Steered(act, spoken[first], spoken[last], round(float(max(sure[place][number] for place in range(first, last + 1))), 6)))
    return sorted(found, key=lambda one: (one.first, ACTS.index(one.act)))


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
