"""What somebody told in several sentences that belong together, to be quoted as one.

A single sentence of talk rarely says what it means to those who were not there: what it is about was said before it, and
what came of it after. An account keeps them together: whole sentences of one turn, beginning with one that stands alone, ending
where the thought does. The ranker and the readers' model say how much each sentence is worth; the shapes of news and what
the chat answered count beside them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from copaper.analysis import kinds, readers
from copaper.analysis.clarity import clarity, faults
from copaper.analysis.content import shapes
from copaper.analysis.defining import defined
from copaper.analysis.echoed import echoed
from copaper.analysis.leaning import is_one_of_several, leans_on_another
from copaper.analysis.naming import known_by, stem
from copaper.analysis.passages import goes_elsewhere, goes_on_from, is_broken, leads_on, named_as_known, next_of_turn, points_back, previous_of_turn, turns_elsewhere, turns_to_another
from copaper.analysis.presenting import leading_turn
from copaper.analysis.referring import Reference, unnamed
from copaper.analysis.replied_to import left_open, question_for
from copaper.analysis.scenes import only_dates
from copaper.analysis.soundness import is_sound
from copaper.analysis.statements import LONGEST_TEXT, clean_quotation, hangs, is_courtesy, is_whole
from copaper.analysis.straying import strays, words_above
from copaper.analysis.themes import theme_at
from copaper.analysis.turning import goes_on_to_its_point, tells_of_new
from copaper.analysis.units import Told, Unit, is_marked, quoted, same_place, told_once
from copaper.analysis.weighing import Weighed
from copaper.analysis.welcoming import is_only_opening
from copaper.meant import OWN_PAST
from copaper.records import Account, Kind, Session, Theme
from copaper.textclean import ends_as_question, has_forgotten, is_address, is_housekeeping, points_at_what_was_shown, straight

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
FULLEST, TO_THE_END, REST = 230, 290, 60
"""Words of an account that is rounded out at most, if it ends with its turn, and what is left of its turn before or behind it that is taken along whole."""
BETWEEN = 40
"""Words that are said between two accounts which are told as one, at most."""
BACK, ON = 3, 12
"""Sentences that an account is rounded out by at most, before it and behind it, where these go on to more than the turn's end."""
AHEAD = 4
"""Sentences within which somebody who counts off goes on to the next."""
SHORT = 6
"""Words of a first sentence within a turn, at least: a shorter one says what it is about before it, and holds up no thought that goes on behind it."""
SKIPPED = 3
"""Such short sentences, at most, between a thought and its point."""
BARE = 10
"""Words up to which a sentence that says what there is says no more."""
BEGINS = 0.71
"""Clarity of the first sentence, at least: "here" is less."""
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
NAMED = 0.05
"""What is added where an account begins with what something is called."""
SAYS = 2
"""Words of its matter, but for whom it is said to, that the first sentence of a reply has to have to be told with its question: "this is one more step" has one."""
LEADS_UP = 120
"""Words after an account within which its speaker asks what it leads up to."""

_TELLS = tuple(kinds.KINDS.index(kind) for kind in (Kind.PRACTICE, Kind.LESSON, Kind.STORY, Kind.RECOMMENDATION, Kind.CHALLENGE))
_JOINS = re.compile(r"\W*(?:but|and|or|also|because|which|then|again|yes|yeah|yep|ja|nee|oh|no|not|nope|right|exactly|sure|correct|sorry|therefore|otherwise|however|instead|that said|(?:just )?to (?:add|come back|go back|follow up|build)|as (?:I|you|we|[A-Z]\w+) (?:just |have |already )*(?:said|mentioned|noted|heard)|you(?:'re| are) (?:\w+ )?right|I (?:\w+ )?agree|on the other hand|(?:as|like) well|the (?:other|second|third|next|last|same|first|rest(?! of)|(?:main|biggest|largest|only|remaining) (?!(?:problem|issue|challenge|thing|point|lesson|question|reason|difference|concern|goal|aim|risk|message|idea|way|result|finding|difficulty|barrier|obstacle|purpose|place|people)s?\b)[a-z]+(?! (?:of|for|in|with|that|which|who|we|I|they|you|to|on|from|about|at|between|behind)\b))|another|similarly|likewise|next|as a result|even|thus|about|as for|regarding|like right|on top of|besides|in addition|(?:going|coming|turning|getting) back to|(?:on|from) the \w+ side|on (?=the (?:question|point|issue|subject))|second(?:ly)?|third(?:ly)?|finally|two|three|number|https?)\b", re.I)
"""How a sentence begins that goes on from another, or from what somebody else said."""
_TALKS_OF_TELLING = re.compile(r"\b(?:I(?:'m| am)? (?:not )?(?:going to|gonna|will|'ll|won't) (?:not )?(?:say|tell|go|put|show|talk|mention|read|share|come|stop|skip|try|just)|I'll (?:put|say|tell|show|just|try|go|read)|where was I|what was I|let me|bear with me|as I (?:said|mentioned)|I(?:'ll| will| would| want to) remind\b|(?:I know|I'm sure)(?: that)? (?:many|most|some|a lot) of you\b|I (?:just |only )?want(?:ed)? to (?:say|add|make|mention|point|share|ask|thank|start|begin)|I (?:just )?wanted to|I(?:'m| am| was)? (?:just |also |only |still )*wonder(?:ing|ed)?\b|time (?:to (?:go|move|take)|for questions)|(?:be|am|is|are) able,?(?: probably,?)? to (?:respond|answer|comment)|my (?:next|first|second|last) (?:point|question)|(?:to )?your (?:point|question|comment|remark)s?\b|(?:as|like) (?:[\w']+ ){1,3}(?:just |have |has |already )*(?:touched on|mentioned|said|pointed out|noted|explained)|I (?:have not|haven't|did not|didn't) (?:seen|see|read|looked|had|hear|heard|check|checked)\b|you (?:said|mentioned|asked)|you(?:'re| are) (?:referring to|talking about|asking (?:about|for)|alluding to)|I (?:can|could|will|would|'ll) take (?:the|this|that)|I(?:'d| would) (?:just )?like to (?:remind|process|present)|we (?:can |will |shall )?now proceed|pursuant to|remind (?:\w+ ){0,2}(?:members|colleagues|everybody|everyone|participants)|question period|return to order|moment of silence|as a reminder|you (?:folks |all |guys )?(?:probably |may |might |will |surely )?(?:remember|recall)\b|(?:this is|here is|here's) (?:our|the|my|today's) agenda|(?:at|on) the (?:top|bottom|left|right) (?:we|you|there)|(?-i:[A-Z])\w+ asked(?: me| us)?,? (?:does|do|did|is|are|has|have|can|could|would|will|if|whether|what|who|how|when|where|why)|my question|I can (?:just )?(?:give|share|say|speak|add|talk|answer|comment)|thank you|thanks)\b", re.I)
"""How somebody speaks of their speaking, or to whom they answer."""

_OF_WHAT = re.compile(
    r"\W*(?:(?:and|so|well|now)\W+)*(?:I (?:think|guess|suppose|believe)(?: that)?\W+)?(?:there(?:'s|'re| is| are| was| were)(?: also| still| obviously| of course)? (?:several|some|many|various|different|two|three|four|an? (?:whole )?(?:few|number of|couple of|lot of|range of|host of|variety of)) "
    r"(?:\w+ )?(?:reasons|ways|things|points|issues|factors|elements|parts|aspects|ones)\b(?! (?:why (?!that|this|it)|for (?!that|this|it)|to|of|in which|with|about)\b)|some (?:(?!of\b)[\w-]+ ){0,3}?(?:are|were|is|was|do|did|have|had|has|will|can|would|don't|didn't|weren't|aren't)\b)", re.I,
)
"""How a sentence begins that says how many there are, or what some of them do, and not of what."""
_ASKED = re.compile(r"\W*(?:(?:and|so|but|then|because)\W+)*(?:I|we|they|he|she|everyone|everybody)(?: (?:always|also|just|then|first|only))? (?:ask|asks|asked|said)(?: (?:them|him|her|me|us|people|everybody|everyone))?(?=[,:]| (?:who|what|when|where|why|how|which|do|does|did)\b)", re.I)
"""How somebody tells what was asked, and asks nobody."""
_CONCLUDES = re.compile(r"\W*(?:and )?(?:so|overall|therefore)\b[\s,]*(?:(?:I (?:do )?(?:think|guess|suppose)(?: that)?|basically|clearly|again|really|obviously)\b[\s,]*)?(?:the|that|this|these|those|it|there|they|he|she)(?:'\w+)?\b", re.I)
"""How a sentence within a turn begins that only draws a conclusion."""
_OWN_SEAT = re.compile(r"\bmy (?:own |old |former )?constituency\b", re.I)
"""What tells of one man or woman who they are."""
_FIRST_OF_SEVERAL = re.compile(r"\W*(?:(?:so|and|well)\W+)?(?:one (?:is|was|of them|of these|thing|reason|way|option)|first(?:ly)?|the (?:first|one)(?! time)|number one|on the one hand|not only)\b", re.I)
"""How a sentence begins that others of its kind must follow."""

_COUNTS = re.compile(
    r"\W*(?:(?:and|so|then|but)\W+)?(?:(?:number |point )?(?:one|two|three|four|five)(?=[.,:])|(?:first|second|third|fourth|last)(?:ly| of all)?(?=,| of)|finally,|the (?:first|second|third|fourth|last|other) (?:one|thing|point|is|was)\b|(?:one|another)(?: of them)? (?:is|was)\b)", re.I,
)
"""How a sentence begins that counts off."""
_PROMISES_MORE = re.compile(
    r"\b(?:have|has|had|got|made|set|is|was|there's|'s)(?: now| also| always| just)* (?:an?|one|another|two|three) (?:new |simple |small |golden |last |good )?(?:rule|trick|saying|idea|plan|proposal|suggestion|example|method|formula)s?"
    r"(?!\W+(?:that|which|to|of|for|where|when|about|on|called|with)\b)|\b(?:did|ran|made|conducted|wrote) (?:an?|some) (?:\w+ )?(?:analysis|survey|study|test|experiment|calculation|comparison)s?\W*$|"
    r"^\W*(?:(?:and|so|now|well|then)\W+)*(?:this|that|here|it)(?:'s| is) (?:the|our|an?) (?:[\w-]+ ){0,3}(?:one|example|slide|part|case|issue|item|proposal)\W*$", re.I,
)
"""What somebody names without saying what it is: "I have a rule, and I tell it to everybody"."""
_CALLED = re.compile(r"\b(?:called (?!for\b|on\b|upon\b|in\b|me\b|us\b|him\b|her\b|them\b|the (?:office|police|bank)\b)|we call (?:it|this|them|that)|known as)\b", re.I)
_SAID_TO = frozenset("madam mister chair chairman speaker president".split())
_FINITE = frozenset("VBD VBZ VBP MD VB".split())
_POINTS = ("demonstrative", "pronoun", "place", "other")
_AND = re.compile(r"\W*and\b", re.I)
_BREAKS_OFF = re.compile(r"[—–-]\W*$|[—–]\.\s")
_LEANS = re.compile(
    r"\b(?:slightly|somewhat|much|even|a (?:bit|little|lot)|far|way) (?:more|less) (?!than\b)\w+(?! than\b)(?! \w+ than\b)|"
    r"\b(?:is|are|was|were) an? (?:more|less) (?!than\b)\w+(?!.*\bthan\b)|\bthe (?:(?:more|less) \w+ (?:one|way|thing|part|option|case|approach|point|issue|question|problem|challenge)|(?:bigger|larger|smaller|better|harder|easier|simpler) \w+)\b(?!.*\bthan\b)|"
    r"n[o']t\b[^.?!]*\beither\b(?!.*\bor\b)|, again\b|^\W*again\b|\bthe rest\b(?! of\b)|^\W*(?:our|my) \w+ (?:of|with|on|about|for|to) (?:it|this|that|them)\b|^\W*\d+(?:\.\d+){2,}\b", re.I,
)
"""A comparison that does not say with what, what says that something was so before, or of what only the sentence before tells: "our experience with it"."""
_THERE_IS = re.compile(r"\W*(?:(?:so|and|now|well)\W+)*there(?:'s|'ve| is| are| was| were| has| have)(?: been)? (?:an?|the|no|still|always|some|lots?)\b", re.I)
"""How a sentence begins that says of something only that it is there, if it is short."""
_COMES_OUT = re.compile(
    r"\W*(?:(?:and|so) then (?:I|we|he|she|they|one day)\b|(?:(?:and|so|but|then|now)\W+)*(?:what (?:we|I|they|he|she)(?:'ve| have)? (?:do|did|done|got|found|learn(?:ed|t)|saw)\b|(?:not )?(?:an? single one|one|\d+|two|three|four|five|six|seven|eight|nine|ten|none|half|most|all|a (?:third|quarter)) (?:out )?of (?:them|those|these|us|the|our|\d+)\b|"
    r"(?:he|she|they|we|it|I)(?: (?:now|then|all|both|finally|also|even))? (?:got|made|won|sold|saved|earned|paid|passed|received|stopped|lost|(?:has|have|had) (?:now|since|only|already)|now (?:has|have|is|are))\b|if\b[^.?!]*\bthen the (?:difference|result|answer|figure)))", re.I,
)
"""How a sentence begins that says what came of what was told before it, or what happened next."""


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
    for one in _accounts(session, units, weighed):
        theme, ends = (theme_at(themes, units[place].evidence()) for place in (one.first, one.last))
        if theme and theme == ends and not is_only_opening(by_id[theme]):
            shared = len(words[theme] & {stem(word) for unit in units[one.first : one.last + 1] for word in unit.lowers})
            leads = LEADING * (units[one.first].index == leading[theme]) + DEFINES * (not words[theme].isdisjoint(_defined(units[one.first])))
            placed.append((theme, one._replace(worth=one.worth + (ON_IT * min(MANY, shared) if shared else -OFF_IT) + leads)))
    for theme, plain in sorted(placed, key=lambda item: (-round(item[1].worth, 9), item[1].first, item[1].last)):
        one = _on_to_the_change(units, _rounded_out(units, plain))
        one = one if all(theme_at(themes, units[place].evidence()) == theme for place in (one.first, one.last)) else plain
        others = taken.setdefault(theme, {})
        if len(others) < KEPT and not any(_share(one, other) > OVERLAP for other in others):
            # Where part of what rounds it out stands elsewhere in the paper, the plain account may not.
            instead = _explained(units, (one, one._replace(last=plain.last), one._replace(first=plain.first), plain), above[theme])
            if instead and not strays(quoted(session, units, instead[0].first, instead[0].last), by_id[theme], above[theme]):
                others[instead[0]] = instead
    return tuple(theme.model_copy(update={"accounts": tuple(_quoted(session, units, weighed, *span) for span in _told(units, taken.get(theme.id, {})))}) for theme in themes)


def _explained(units: Sequence[Unit], told: Sequence[_Account], above: Collection[str]) -> list[_Account]:
    """Return those of some accounts whose first sentences name what they speak of, or whose topic does by a word that stands ``above``
    it, and those that reply to a question which does, with this."""
    found: list[_Account] = []
    for one in told:
        lost = left_open(units[one.first : one.last + 1], above) or _taken_for_known(units, one.first)
        asked = question_for(units, one.first, lost) if lost else None
        if not lost or asked is not None:
            found.append(one._replace(asked=asked))
    return found


def _taken_for_known(units: Sequence[Unit], first: int) -> list[Reference]:
    """Return what the first sentence of a reply calls "the ...": as it was called in the question, if it was."""
    begins = previous_of_turn(units, first) is None and _replies(units, first)
    return [Reference(noun, "thing") for noun in named_as_known(units[first])] if begins else []


def _asked(units: Sequence[Unit], place: int) -> int | None:
    """Return the question that explains what a sentence at the beginning of a reply leaves open, if the sentence says something."""
    lost = left_open([units[place]]) or _taken_for_known(units, place)
    return question_for(units, place, lost) if lost and len(set(units[place].lemmas) - _SAID_TO) >= SAYS else None


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
    between = _run(units, first.last, next_of_turn)
    return second.first in between and _words(units, between[: between.index(second.first)]) <= BETWEEN


def _fits(units: Sequence[Unit], first: int, last: int) -> bool:
    """Tell whether an account is not too long to be told."""
    return units[last].end - units[first].start <= LONGEST_TEXT


def _share(one: _Account, other: _Account) -> float:
    """Return the share of the shorter of two accounts that both have."""
    common = min(one.last, other.last) - max(one.first, other.first) + 1
    return common / min(one.last - one.first + 1, other.last - other.first + 1)


def _accounts(session: Session, units: Sequence[Unit], weighed: Weighed) -> list[_Account]:
    """Return all stretches that may be accounts."""
    told = [_can_stand_within(unit) for unit in units]
    sound = [told[i] and is_whole(unit) and is_sound(unit) for i, unit in enumerate(units)]
    value = _value(session, units, weighed, told, echoed(units))
    found: list[_Account] = []
    for first, unit in enumerate(units):
        if not (sound[first] and _can_begin(units, first)):
            continue
        members, words, pointing = [first], unit.words, _pointing(unit)
        before = previous_of_turn(units, first)
        if before is not None and (unit.words < SHORT or goes_on_from([units[before]], unit)):
            continue
        lost = LEANING * _leans(unit) + KNOWN * len(named_as_known(unit)) + AMID * (0 if before is None else len(set(unit.lemmas) & set(units[before].lemmas)))
        while words <= LONGEST:
            after = next_of_turn(units, members[-1])
            if len(members) >= SENTENCES and words >= SHORTEST and _can_end(units, first, members[-1]):
                whole = sum(units[i].words for i in members if sound[i]) / words
                worth = sum(value[i] * units[i].words for i in members) / words + TOLD_OUT * min(1.0, words / FULL) + EDGE * ((before is None) + (after is None)) + NAMED * (_CALLED.search(unit.text) is not None) - lost - ASKING * _once(units, members[-1], _leads_up_to_a_question) - POINTING * pointing - OPEN * _once(units, members[-1], _is_open)
                if whole >= WHOLE and worth >= LEAST:
                    found.append(_Account(worth, first, members[-1]))
            if after is None or not told[after] or turns_to_another(units[after].text):
                break
            members.append(after)
            words += units[after].words
            pointing += _pointing(units[after], units[members[-2]])
    return found


def _rounded_out(units: Sequence[Unit], account: _Account) -> _Account:
    """Return an account with the sentences that it begins and ends with in its turn: those that its first one takes up, what goes on
    from its last or came of it, and what little is left of the turn."""
    words = sum(unit.words for unit in units[account.first : account.last + 1] if same_place(unit, units[account.first]))
    before = _run(units, account.first, previous_of_turn)
    first, room = account.first, FULLEST - words
    linked, near = bool(before) and _hangs_on(units[first], units[before[0]]), _words(units, before) <= REST
    for count, place in enumerate(before, 1):
        room -= units[place].words
        if room < 0 or not _fits(units, place, account.last) or not near and (count > BACK or not linked):
            break
        if _can_begin(units, place) and is_whole(units[place]):
            first, words = place, FULLEST - room
            linked = count < len(before) and _hangs_on(units[place], units[before[count]])
    dated = previous_of_turn(units, first)
    first = dated if dated is not None and only_dates(units[dated]) and _fits(units, dated, account.last) and any(tag == "VBD" for tag in units[first].tags) else first
    after = _run(units, account.last, next_of_turn)
    left = _words(units, after)
    last, room, ends = account.last, (TO_THE_END if words + left <= TO_THE_END else FULLEST) - words, left <= REST
    point = next((count for count, place in enumerate(after, 1) if _goes_on_to_its_point(units[place])), 0)
    for count, place in enumerate(after, 1):
        room -= units[place].words
        if room < 0 or not _fits(units, first, place) or not ends and count > point and (count > ON or not _carries_on(units[place], units[last])):
            break
        if _can_end(units, first, place) and (_is_open(units, last) or not _is_open(units, place)):
            last = place
    return account._replace(first=first, last=last)


def _on_to_the_change(units: Sequence[Unit], account: _Account) -> _Account:
    """Return an account that stops short of what was changed then, or done instead, together with that; its front may be cut for it."""
    after = _run(units, account.last, next_of_turn)
    changes = next((count for count, place in enumerate(after[:AHEAD]) if tells_of_new(units[place].text) and goes_on_to_its_point(units[place].text)), None)
    last = next((place for place in after[changes:] if _can_end(units, account.first, place)), None) if changes is not None else None
    if last is None:
        return account
    whole = [i for i in range(account.first, last + 1) if same_place(units[i], units[last])]
    firsts = (i for i in whole if i <= account.last and (i == account.first or _can_begin(units, i) and is_whole(units[i])))
    first = next((i for i in firsts if _fits(units, i, last) and _words(units, [j for j in whole if j >= i]) <= TO_THE_END), None)
    return account if first is None else account._replace(first=first, last=last)


def _run(units: Sequence[Unit], place: int, step: Callable[[Sequence[Unit], int], int | None]) -> list[int]:
    """Return the sentences of the turn that stand right before or behind one, the nearest first, as far as they can stand in an account."""
    found: list[int] = []
    words = 0
    while (beside := step(units, place)) is not None and words <= TO_THE_END and _can_stand_within(units[beside]) and not turns_to_another(units[max(place, beside)].text):
        found.append(beside)
        place, words = beside, words + units[beside].words
    return found


def _words(units: Sequence[Unit], places: Sequence[int]) -> int:
    return sum(units[place].words for place in places)


def _takes_up(unit: Unit, before: Unit) -> bool:
    """Tell whether a sentence takes up a word of the one before it, points at it, or goes on from it with "and"."""
    return _AND.match(unit.text) is not None or not set(unit.lemmas).isdisjoint(before.lemmas) or _pointing(unit) > 0 or bool(named_as_known(unit))


def _hangs_on(unit: Unit, before: Unit) -> bool:
    """Tell whether the sentence before one explains it."""
    return _leans(unit) > 0 or _takes_up(unit, before)


def _carries_on(unit: Unit, before: Unit) -> bool:
    """Tell whether a sentence goes on with what was told, to its point, or says it in a few words."""
    return _takes_up(unit, before) or _comes_out(unit) or unit.words < SHORT or _goes_on_to_its_point(unit)


def _leads_up_to_a_question(units: Sequence[Unit], last: int) -> bool:
    """Tell whether somebody asks a question soon after a sentence of theirs."""
    words, place = 0, next_of_turn(units, last)
    while place is not None and words <= LEADS_UP:
        if ends_as_question(units[place].text):
            return True
        words, place = words + units[place].words, next_of_turn(units, place)
    return False


def _pointing(unit: Unit, before: Unit | None = None) -> int:
    """Return how much a sentence points at what is not told: at the beginning of an account everything counts, and double; behind a
    sentence ``before`` it only "that decision" and "option 2", as a "they" is mostly one of those told before."""
    found = faults(unit, before)
    numbered = is_one_of_several(unit.text)
    return 2 * numbered + (found["demonstrative"] if before else 2 * sum(found[name] for name in _POINTS))


def _can_begin(units: Sequence[Unit], place: int) -> bool:
    """Tell whether outsiders understand a sentence as the first of an account; what answers its speaker's own question is none."""
    unit, before = units[place], previous_of_turn(units, place)
    if before is not None and ends_as_question(units[before].text) and not is_housekeeping(units[before].text):
        return False
    asked = _once(units, place, _asked)
    if asked is None and (hangs(unit) or _taken_for_known(units, place)) or clarity(faults(unit, None if asked is None else units[asked])) < BEGINS:
        return False
    text = straight(clean_quotation(unit.text))
    if before is not None and (unit.words <= BARE and _THERE_IS.match(text) or unit.text[:1].islower() and units[before].text[:1].isupper()):
        return False
    if before is not None and (_CONCLUDES.match(straight(unit.text)) or _leans(unit) > 1):
        return False
    return not (asked is None and (points_back(text) or leans_on_another(text)) or _OF_WHAT.match(text) or _JOINS.match(text) or _LEANS.search(text) or goes_elsewhere(text))


@told_once
def _leans(unit: Unit) -> int:
    """Return in how many ways a sentence needs the one before it: it speaks of what it does not name, or draws a conclusion."""
    return goes_on_to_its_point(unit.text) + bool(unnamed([unit]))


def _replies(units: Sequence[Unit], place: int) -> bool:
    """Tell whether somebody else asked right before a sentence."""
    before = next((units[i] for i in range(place - 1, -1, -1) if units[i].where == "turn"), None)
    return before is not None and ends_as_question(before.text)


def _can_end(units: Sequence[Unit], first: int, last: int) -> bool:
    """Tell whether a thought that began with one sentence ends with another: that leads on to nothing, the next does not turn it round, explain or
    conclude it, and nothing that was counted off is left."""
    if not _once(units, last, _closes):
        return False
    counting = any(_counts(unit) and same_place(unit, units[last]) for unit in units[first : last + 1])
    return not counting or not any(_counts(units[place]) for place in _run(units, last, next_of_turn)[:AHEAD])


def _closes(units: Sequence[Unit], last: int) -> bool:
    """Tell whether a sentence leads on to nothing, and the next does not turn it round, explain or conclude it, nor tell what came of it."""
    text, after, further = straight(units[last].text), next_of_turn(units, last), _further_on(units, last)
    if units[last].words < 3 and _counts(units[last]) or _is_bare(units[last]) or leads_on(text) or goes_elsewhere(text) or faults(units[last])["end"] or _FIRST_OF_SEVERAL.match(text) or _PROMISES_MORE.search(text):
        return False
    before = previous_of_turn(units, last)
    if further is not None and _comes_out(units[further]):
        return False
    return after is None or not _comes_out(units[after]) and not goes_on_from([units[place] for place in (before, last) if place is not None], units[after])


def _is_open(units: Sequence[Unit], last: int) -> bool:
    """Tell whether the next sentence says that a thought is not at its end."""
    further = _further_on(units, last)
    return further is not None and _goes_on_to_its_point(units[further])


def _is_bare(unit: Unit) -> bool:
    """Tell whether a sentence has no verb of its own, and is no short one that says it in a word: "three weeks"."""
    return unit.words >= SHORT and _FINITE.isdisjoint(unit.tags)


@told_once
def _goes_on_to_its_point(unit: Unit) -> bool:
    """Tell whether a sentence holds the point of those before it, and leads on to no others."""
    return goes_on_to_its_point(unit.text) and not leads_on(unit.text) and not _is_bare(unit) and _can_stand_within(unit)


def _further_on(units: Sequence[Unit], place: int) -> int | None:
    """Return the next sentence of the turn that has more than a few words, if few stand before it."""
    for _ in range(SKIPPED + 1):
        after = next_of_turn(units, place)
        if after is None or units[after].words >= SHORT:
            return after
        place = after
    return None


@told_once
def _comes_out(unit: Unit) -> bool:
    """Tell whether a sentence says what came of those before it."""
    return _COMES_OUT.match(straight(unit.text)) is not None


@told_once
def _counts(unit: Unit) -> bool:
    """Tell whether a sentence counts off."""
    return _COUNTS.match(straight(unit.text)) is not None


def _once(units: Sequence[Unit], place: int, tell: Callable[[Sequence[Unit], int], Told]) -> Told:
    """Return what is told of a sentence among those of its turn, worked out once: many accounts end with it."""
    told, key = units[place].told, f"{tell.__module__}.{tell.__qualname__}"
    if key not in told:
        told[key] = tell(units, place)
    return told[key]


@told_once
def _defined(unit: Unit) -> frozenset[str]:
    """Return what is known of what a sentence says what it is."""
    return known_by(what) if (what := defined(unit.text)) else frozenset()


@told_once
def _can_stand_within(unit: Unit) -> bool:
    """Tell whether a sentence is spoken to its end, on the matter, and told to all."""
    if unit.where != "turn":
        return False
    text = straight(unit.text)
    if _ASKED.match(text):
        text = text.replace("?", ".")
    off = is_courtesy(unit) or is_housekeeping(text) and not _is_of_then(unit) or points_at_what_was_shown(text) or is_address(text) or turns_elsewhere(text)
    return not (off or ends_as_question(text) or is_broken(text) or _BREAKS_OFF.search(text) or _TALKS_OF_TELLING.search(text) or has_forgotten(text) or _OWN_SEAT.search(text) or OWN_PAST.search(text))


def _is_of_then(unit: Unit) -> bool:
    """Tell whether a sentence tells what was, and speaks to nobody: "we sat in the queue with our masks" runs no meeting."""
    return any(token.tag_ == "VBD" for token in unit.tokens) and is_whole(unit) and not faults(unit)["you"]


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
