"""What somebody told in several sentences that belong together, to be quoted as one.

A single sentence of talk rarely says what it means to those who were not there: what it is about was said before it, and
what came of it after. An account keeps them together: whole sentences of one turn, beginning with one that stands alone, ending
where the thought does. The ranker and the readers' model say how much each sentence is worth; the shapes of news and what
the chat answered count beside them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from copaper.analysis import kinds, readers
from copaper.analysis.clarity import faults
from copaper.analysis.content import shapes
from copaper.analysis.defining import defined
from copaper.analysis.echoed import echoed
from copaper.analysis.edges import widened
from copaper.analysis.naming import known_by, stem
from copaper.analysis.passages import goes_on_from, named_as_known, next_of_turn, previous_of_turn, turns_to_another
from copaper.analysis.presenting import leading_turn
from copaper.analysis.replied_to import left_open, question_for
from copaper.analysis.scenes import only_dates
from copaper.analysis.shorter_accounts import shorter_accounts
from copaper.analysis.soundness import is_sound
from copaper.analysis.statements import LONGEST_TEXT, is_whole
from copaper.analysis.straying import strays, words_above
from copaper.analysis.themes import theme_at
from copaper.analysis.thoughts import (
    AHEAD, SHORT, TO_THE_END, can_begin, can_end, can_stand_within, is_unfinished, leads_up_to_a_question, leans,
    once, pointing_in, run_of, stands_amid, taken_for_known, words_of,
)  # fmt: skip
from copaper.analysis.turning import goes_on_to_its_point, tells_of_new
from copaper.analysis.units import Unit, is_marked, quoted, same_place, told_once
from copaper.analysis.weighing import Weighed
from copaper.analysis.welcoming import is_only_opening
from copaper.records import Account, Kind, Session, Theme
from copaper.voices import leaders

SHORTEST, LONGEST = 42, 170
"""Words of an account."""
SENTENCES = 2
"""Sentences of an account, at least."""
KEPT = 9
"""Accounts of a topic that are kept, best first, each rounded out and plain: a paper prints those few that stand nowhere else in it."""
OVERLAP = 0.5
"""Share of its sentences that an account may have in common with a better one of its topic."""
WHOLE = 0.75
"""Share of the words of an account that stand in whole, sound sentences."""
ANSWERED = 60.0
"""Seconds after a sentence within which a message of the chat may answer it."""
LEAST = 0.4
"""Worth from which an account is kept."""
FULL, TOLD_OUT = 85, 0.12
"""Words from which an account counts as told out, and what that adds to its worth."""
KNOWN, AMID, ASKING, POINTING, LEANING, OPEN = 0.05, 0.04, 0.3, 0.04, 0.08, 0.12
"""What is taken off for each thing that an account takes for known, for each word of its first sentence that the one before it has,
where it only leads up to a question, for each word that points at what it does not tell, twice in its first sentence, where that leans on the
one before, and where the next one goes on with "so" or "but"."""
FULLEST = 300
"""Words of an account that is rounded out, at most."""
BETWEEN = 40
"""Words that are said between two accounts which are told as one, at most."""
EDGE = 0.03
"""What is added where an account begins with its turn, or ends with it."""
ON_IT, MANY, OFF_IT = 0.03, 3, 0.08
"""What is added for each word of a topic's name and phrases that an account has, for how many of them, and what is taken off for none."""
PHRASES = 3
"""Phrases of a topic beside its name that say what it is about."""
LEADING = 0.08
"""What is added for an account of the turn that a topic is led in by."""
DEFINES = 0.15
"""What is added for an account that begins with what something is that its topic is called by."""
ECHOED = 0.2
"""What a sentence is worth more that the chat repeats."""
NAMED, NOW = 0.05, 0.1
"""What is added where an account begins with what something is called, and with what is done now."""

_TELLS = tuple(kinds.KINDS.index(kind) for kind in (Kind.PRACTICE, Kind.LESSON, Kind.STORY, Kind.RECOMMENDATION, Kind.CHALLENGE))


_WHAT_IS_DONE = re.compile(r"\W*(?:(?:so|and|but|now)\W+)*what (?:we|I) (?:do|did|have done|are doing|started doing|started to do)(?: \w+){0,3} is\b(?! (?:that|this|it)\b)", re.I)
"""How a sentence begins that says what is done."""
_CALLED = re.compile(r"\b(?:called (?!for\b|on\b|upon\b|in\b|me\b|us\b|him\b|her\b|them\b|the (?:office|police|bank)\b)|we call (?:it|this|them|that)|known as)\b", re.I)


class _Account(NamedTuple):
    """A stretch of units, with what it is worth, and the question that it is told with, if one."""

    worth: float
    first: int
    last: int
    asked: int | None = None


def with_accounts(session: Session, units: Sequence[Unit], weighed: Weighed, themes: Sequence[Theme]) -> tuple[Theme, ...]:
    """Return the topics with the accounts of each, best first; ``units`` are in time and :func:`~copaper.analysis.weighing.weigh`
    weighed them. Where a transcript shows no ends of sentences there are none."""
    if not is_marked(session):
        return tuple(themes)
    taken: dict[str, dict[_Account, list[_Account]]] = {}
    words = {theme.id: known_by(" ".join((theme.label, *theme.phrases[:PHRASES]))) for theme in themes}
    above = {theme.id: words_above(theme) for theme in themes}
    by_id = {theme.id: theme for theme in themes}
    leading = {theme.id: leading_turn(session, theme) for theme in themes}
    placed: list[tuple[str, _Account]] = []
    value = _value(session, units, weighed, [can_stand_within(unit) for unit in units], echoed(units))
    for one in _accounts(units, value):
        theme, ends = (theme_at(themes, units[place].evidence()) for place in (one.first, one.last))
        if theme and theme == ends and not is_only_opening(by_id[theme]):
            shared = len(words[theme] & {stem(word) for unit in units[one.first : one.last + 1] for word in unit.lowers})
            leads = LEADING * (units[one.first].index == leading[theme]) + DEFINES * (not words[theme].isdisjoint(_defined(units[one.first])))
            placed.append((theme, one._replace(worth=one.worth + (ON_IT * min(MANY, shared) if shared else -OFF_IT) + leads)))
    for theme, plain in sorted(placed, key=lambda item: (-round(item[1].worth, 9), item[1].first, item[1].last)):
        others = taken.setdefault(theme, {})
        if len(others) >= KEPT or any(_share(plain, other) > OVERLAP for other in others):
            continue
        one = _on_to_the_change(units, _rounded_out(units, plain))
        one = one if all(theme_at(themes, units[place].evidence()) == theme for place in (one.first, one.last)) else plain
        if not any(_share(one, other) > OVERLAP for other in others):
            # Where part of what rounds it out stands elsewhere in the paper, the plain account may not.
            instead = _explained(units, (one, one._replace(last=plain.last), one._replace(first=plain.first), plain), above[theme])
            if instead and not strays(quoted(session, units, instead[0].first, instead[0].last), by_id[theme], above[theme]):
                others[instead[0]] = instead
    told = {theme.id: _told(units, taken.get(theme.id, {})) for theme in themes}
    within = {place for spans in told.values() for first, last, _ in spans for place in range(first, last + 1)}
    for further in shorter_accounts(units, value, leaders(session), within, lambda first, last: theme_at(themes, units[first].evidence()) == theme_at(themes, units[last].evidence())):
        theme, ends = (theme_at(themes, units[place].evidence()) for place in (further.first, further.last))
        if theme and theme == ends and not is_only_opening(by_id[theme]) and not strays(quoted(session, units, further.first, further.last), by_id[theme], above[theme]):
            told[theme] += [one[1:] for one in _explained(units, [_Account(*further)], above[theme])]
    return tuple(theme.model_copy(update={"accounts": tuple(_quoted(session, units, weighed, *span) for span in told[theme.id])}) for theme in themes)


def _explained(units: Sequence[Unit], told: Sequence[_Account], above: Collection[str]) -> list[_Account]:
    """Return those of some accounts whose first sentences name what they speak of, or whose topic does by a word that stands ``above``
    it, and those that reply to a question which does, with this."""
    found: list[_Account] = []
    for one in told:
        lost = left_open(units[one.first : one.last + 1], above) or taken_for_known(units, one.first)
        asked = question_for(units, one.first, lost) if lost else None
        if not lost or asked is not None:
            found.append(one._replace(asked=asked))
    return found


def _quoted(session: Session, units: Sequence[Unit], weighed: Weighed, first: int, last: int, asked: int | None) -> Account:
    question, own = None if asked is None else units[asked].evidence(), [unit for unit in units[first : last + 1] if same_place(unit, units[first])]
    clear = readers.judge([readers.describe(unit, faults(unit), weighed.around[unit.position]) for unit in own]).clear
    understood = tuple((unit.start, round(float(chance), 2)) for unit, chance in zip(own, clear, strict=True))
    return Account(**quoted(session, units, first, last).model_dump(), asked=question, understood=understood)


def _told(units: Sequence[Unit], taken: Mapping[_Account, Sequence[_Account]]) -> list[tuple[int, int, int | None]]:
    """Return where what a topic keeps of the accounts that were ``taken`` begins and ends, and its question, best first, each with what may be told instead of
    it: those that nearly meet are one."""
    kept: dict[tuple[int, int, int | None], None] = {}
    for one, instead in taken.items():
        joined = ((min(one.first, other.first), max(one.last, other.last), min(one, other, key=lambda account: account.first).asked) for other in taken if other != one and _nearly_meet(units, one, other))
        kept |= dict.fromkeys((*joined, *(account[1:] for account in instead)))
    return list(kept)


def _nearly_meet(units: Sequence[Unit], one: _Account, other: _Account) -> bool:
    """Tell whether one account goes on to another soon, and both are not too long for one."""
    first, second = sorted((one, other), key=lambda account: account.first)
    if not same_place(units[first.last], units[second.first]) or not _fits(units, first.first, second.last):
        return False
    between = run_of(units, first.last, next_of_turn)
    return second.first in between and words_of(units, between[: between.index(second.first)]) <= BETWEEN


def _fits(units: Sequence[Unit], first: int, last: int) -> bool:
    """Tell whether an account is not too long to be told."""
    return units[last].end - units[first].start <= LONGEST_TEXT


def _share(one: _Account, other: _Account) -> float:
    """Return the share of the shorter of two accounts that both have."""
    common = min(one.last, other.last) - max(one.first, other.first) + 1
    return common / min(one.last - one.first + 1, other.last - other.first + 1)


def _accounts(units: Sequence[Unit], value: np.ndarray) -> list[_Account]:
    """Return all stretches that may be accounts, of sentences of so much ``value`` (n,)."""
    plain = [can_stand_within(unit) for unit in units]
    told = [plain[i] or unit.where == "turn" and stands_amid(units, i) for i, unit in enumerate(units)]
    sound = [plain[i] and is_whole(unit) and is_sound(unit) for i, unit in enumerate(units)]
    found: list[_Account] = []
    for first, unit in enumerate(units):
        if not (sound[first] and can_begin(units, first)):
            continue
        members, words, pointing = [first], unit.words, pointing_in(unit)
        before = previous_of_turn(units, first)
        begins = _WHAT_IS_DONE.match(unit.text) is not None
        if before is not None and (unit.words < SHORT or goes_on_from([units[before]], unit) and not begins):
            continue
        lost = LEANING * leans(unit) + KNOWN * len(named_as_known(unit)) + AMID * (0 if before is None else len(set(unit.lemmas) & set(units[before].lemmas)))
        while words <= LONGEST:
            after = next_of_turn(units, members[-1])
            if len(members) >= SENTENCES and words >= SHORTEST and can_end(units, first, members[-1]):
                whole = sum(units[i].words for i in members if sound[i]) / words
                worth = sum(value[i] * units[i].words for i in members) / words + TOLD_OUT * min(1.0, words / FULL) + EDGE * ((before is None) + (after is None)) + NAMED * (_CALLED.search(unit.text) is not None) + NOW * begins - lost - ASKING * once(units, members[-1], leads_up_to_a_question) - POINTING * pointing - OPEN * once(units, members[-1], is_unfinished)
                if whole >= WHOLE and worth >= LEAST:
                    found.append(_Account(worth, first, members[-1]))
            if after is None or not told[after] or turns_to_another(units[after].text):
                break
            members.append(after)
            words += units[after].words
            pointing += pointing_in(units[after], units[members[-2]])
    return found


def _rounded_out(units: Sequence[Unit], account: _Account) -> _Account:
    """Return an account with the sentences around it in its turn with which it has to be told."""
    first, last = widened(units, account.first, account.last, FULLEST, back=_WHAT_IS_DONE.match(units[account.first].text) is None)
    dated = previous_of_turn(units, first)
    first = dated if dated is not None and only_dates(units[dated]) and any(tag == "VBD" for tag in units[first].tags) else first
    return account._replace(first=first, last=last) if _fits(units, first, last) else account


def _on_to_the_change(units: Sequence[Unit], account: _Account) -> _Account:
    """Return an account that stops short of what was changed then, or done instead, together with that; its front may be cut for it."""
    after = run_of(units, account.last, next_of_turn)
    changes = next((count for count, place in enumerate(after[:AHEAD]) if tells_of_new(units[place].text) and goes_on_to_its_point(units[place].text)), None)
    last = next((place for place in after[changes:] if can_end(units, account.first, place)), None) if changes is not None else None
    if last is None:
        return account
    whole = [i for i in range(account.first, last + 1) if same_place(units[i], units[last])]
    firsts = (i for i in whole if i <= account.last and (i == account.first or can_begin(units, i) and is_whole(units[i])))
    first = next((i for i in firsts if _fits(units, i, last) and words_of(units, [j for j in whole if j >= i]) <= TO_THE_END), None)
    return account if first is None else account._replace(first=first, last=last)


@told_once
def _defined(unit: Unit) -> frozenset[str]:
    """Return what is known of what a sentence says what it is."""
    return known_by(what) if (what := defined(unit.text)) else frozenset()


def _value(session: Session, units: Sequence[Unit], weighed: Weighed, told: Sequence[bool], repeated: Collection[int]) -> np.ndarray:
    """Return (n,) how much each sentence that may be ``told`` is worth, 0 to somewhat over 1."""
    value = np.zeros(len(units))
    places = [i for i, may in enumerate(told) if may]
    if not places:
        return value
    worth = weighed.rating.worth[places]
    rank = worth.argsort(kind="stable").argsort() / max(1, len(places) - 1)
    liked = readers.judge([readers.describe(units[i], faults(units[i]), weighed.around[units[i].position]) for i in places]).liked
    news = np.array([min(2, shapes(units[i].text)) for i in places])
    tells = weighed.chances[places][:, _TELLS].max(axis=1)
    value[places] = 0.4 * rank + 0.4 * liked + 0.2 * tells + 0.08 * news + 0.1 * _answered(session, [units[i] for i in places]) + ECHOED * np.array([units[i].position in repeated for i in places])
    return value


def _answered(session: Session, units: Sequence[Unit]) -> np.ndarray:
    """Return (n,) how much more the chat wrote soon after each sentence than it did on average, 0 to 1."""
    times = sorted(message.time for message in session.messages)
    if not times or not session.turns:
        return np.zeros(len(units))
    usual = len(times) * ANSWERED / max(ANSWERED, session.turns[-1].end - session.turns[0].start)
    soon = np.array([bisect_left(times, unit.time + ANSWERED) - bisect_left(times, unit.time) for unit in units])
    return np.clip((soon - usual) / (3 * usual + 2), 0.0, 1.0)
