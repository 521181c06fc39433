"""How a topic ended that came to no decision of its own words: put off, not agreed, withdrawn, with most of them for one side, with
what was asked for granted by a formula, or with what whoever led it says is done next.

Whoever was not there wants to know first what came of a discussion, and "nothing yet" is an answer.
Only plain words near a topic's end count, after whatever was settled on it; a proposal that was put off
counts wherever it was made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile

from copaper.analysis.carried import WITHIN, Carried, carried, formula, supported
from copaper.analysis.concluding import in_passing
from copaper.analysis.closing import closes_at
from copaper.analysis.going_along import gone_along
from copaper.analysis.naming import known_by
from copaper.analysis.outcomes import PROPOSED, PUTS_OFF, Outcome, puts_off, recapped, unsettled
from copaper.analysis.settling import SPOKEN, from_its_matter, is_agreed_to, is_no_decision, is_opposed, left_as, proposal_before, says_what
from copaper.analysis.statements import is_courtesy
from copaper.analysis.steering import Act, Steered, steered
from copaper.analysis.summing_up import summed_up
from copaper.analysis.themes import is_late, theme_at
from copaper.analysis.units import Unit, is_marked, lemma, quoted, same_place
from copaper.analysis.votes import came_out, most_spoken_of
from copaper.datewords import DATEWORDS
from copaper.records import Ending, EndingState, Evidence, Kind, Session, Span, Theme
from copaper.textclean import denies, ends_as_question, is_housekeeping, straight
from copaper.voices import chairs, leaders

LAST, LATE = 0.2, 0.5
"""Share of a topic's stretch, from its end, in which its end is sought, if that is not less than :data:`AT_LEAST` seconds; what is
not agreed may be said earlier, as it says on what."""
AT_LEAST = 90.0
LED_UP = 45.0
"""Seconds of talk that lead up to what is asked for, at least: in a topic that has only begun it belongs to the one before."""
CLOSED_BY = 60.0
"""Seconds around a formula that agrees to what was asked for in which its chair says nothing else that the topic came to."""
SHORTEST, LONGEST, TOGETHER = 5, 45, 60
"""Words of a sentence that tells how a topic ended, and of a quotation of several."""
BEFORE, NAMES_IT = 2, 2
"""Sentences before an ending that may name what it points at, and nouns of one that does."""
CHANGED = 180.0
"""Seconds from what was settled at first to what changes it, from which on it is told with the topic of the former."""
EARLY = 0.05
"""Share of a session at its beginning in which only the meeting itself is settled."""
REACH, PUT_RIGHT, FEW, CALLED = 12, 45.0, 14, 4
"""Sentences behind such words, seconds, and words of one with which they are put right, or with which another calls it out."""
_CALLS_UP = re.compile(r"^\W*(?:(?:so|okay|ok|and|now|then|right|good)\W+)*(?:item|presentation|presenter|speaker) (?:number )?(?:one|two|three|four|five|six|seven|eight|\d+)\b|\b(?:you have|you've got)? ?(?:five|ten|fifteen|twenty|\d+) minutes\b[^.?!]*\bquestions\b", re.I)
"""How an item is called up, which settles nothing."""
_PUTS_RIGHT = re.compile(r"\bsorry\b|\bno,? wait\b|\bcorrection\b|\bI mean(?:t)?\b|\bnot (?:the |a |an )?\w+,", re.I)
JUST = 15.0
"""Seconds around what was decided in so many words in which nothing else is heard to be settled."""
APART = 60.0
"""Seconds between two endings of one kind that are told, at least, if one was heard by no form."""
_STATES = {Act.DECIDED: EndingState.GONE_ALONG, Act.REFUSED: EndingState.NOT_AGREED, Act.LEFT_OPEN: EndingState.LEFT_OPEN, Act.PUT_OFF: EndingState.PUT_OFF}
"""How what whoever leads does with a matter is told."""
MOST = 3
"""Endings that a topic keeps: the last ones."""

_NOT_AGREED = re.compile(
    r"\b(?:(?:we|there) (?:still )?(?:do not|don't|have not|haven't)(?: yet| really| quite| all)? (?:have|reach|reached|get|got|find|found|come to)(?: yet)? (?:a |an |any |full |the )?(?:consensus|agreement|majority)\b(?! (?:process|problem|with|of))|"
    r"(?:we have|I (?:hear|see)) no (?:consensus|agreement|majority)\b(?! (?:process|problem|with|of|share\w*|owner\w*))|(?:there is|there's) no (?:consensus|agreement|majority) (?:here|today|yet|now|among us|in (?:this|the) (?:room|group|call|meeting))\b|(?:this|that|it|which) (?:is|was) (?:still )?not (?:yet )?(?:agreed|decided|settled)\b(?! by\b))",
    re.I,
)
_PARKS = re.compile(r"\b(?:I'll|I will|we'll|we will|let's|let us|I'd|we (?:have to|should)) park (?:this|that|it)\b", re.I)
"""Who parks something has not refused it."""
_LEANS = re.compile(
    r"(?<!n't )(?<!not )(?<!never )(?<!longer )\b(?:sounds?|looks?|seems?) like (?:(?:the|a|an|we|we've|have|got|there's|there is|it's) )*(?:(?:clear|strong|large|vast|great|pretty|very|quite|broad|general|overall|overwhelming|rough) )*(?:majority(?! (?:would|will|do|does|is|are|have|has)(?:n't| not)\b)|support(?! (?:staff|team|desk|line|group|person|people|worker\w*|services?)\b))\b|"
    r"\b(?:the|a) (?:(?:clear|large|vast|great) )?majority (?:here |of (?:you|us|this group|the room|the group) )(?:supports?|favou?rs?|prefers?|wants?|is for|are for|is in favour|are in favour|is in favor|are in favor)\b",
    re.I,
)
_ASKS_CONSENSUS = re.compile(r"\b(?:consensus|agreement|approval|objections?|opposition|stage (?:\d|\w+))\b.*\?\W*$", re.I)
_HAVE_IT_NOT = re.compile(r"\b(?:(?:sounds|looks|seems) like|think|believe|guess|afraid) (?:that )?(?:we|you|I) (?:don't|do not) have (?:it|that|one|consensus|agreement)\W*$", re.I)
ASKED_BEFORE = 2
"""Sentences from the question whether there is consensus to the reply that there is none, at most."""
_WILL_REPORT = re.compile(r"\bI(?:'ll| will| can|'m going to)\b[^.?!]{0,60}\b(?:check|ask|find out|look into)\b[^.?!]{0,40}\b(?:come|get|report) back\b|\bI(?:'ll| will) (?:\w+ )?(?:come|get|report|revert)(?: back)? to (?:you|him|her|them|everybody|everyone)\b", re.I)
"""Who promises to find something out has put nothing off."""
_OFFERS = re.compile(r"\b(?:we|you|I) could\b.*\bbut\b|\b(?:do you want|would you (?:like|rather|prefer))\b|\bif (?:we|you|I) can\b.*\boffline\b", re.I)
"""Who puts it to another whether something is put off has not done so."""
_OF_ONE_MIND = re.compile(r"\bwe(?: do)? have (?:\w+ )?(?:consensus|agreement)\b", re.I)
"""Of whoever says so, only something further is put off."""
_KEPT = frozenset((EndingState.PUT_OFF, EndingState.NOT_AGREED, EndingState.WITHDRAWN))
"""What is told beside what sums a topic up as well."""
_LED_UP = frozenset((EndingState.PUT_OFF, EndingState.LEANING, EndingState.NEXT, EndingState.CONCLUDED, EndingState.WITHDRAWN))
"""What may point at what was said right before it."""
_POINTS = re.compile(r"\b(?:this|that|it|there|these|those|them|one)\b(?=\W*$|[,;]| (?:in|at|on|until|till|by|for|next|today|tomorrow|offline|again|back|off|up|now|then)\b)", re.I)
"""A word that stands for what is not named."""
_OF_TIMES = frozenset("time moment today tomorrow day week month quarter year meeting call session plenary webinar offline round bit thing way point".split())
"""Nouns of when and how a matter is taken up, whatever it is."""
_OPEN = frozenset((EndingState.PROPOSED, EndingState.PUT_OFF, EndingState.NOT_AGREED))
"""What leaves a topic open, whatever was granted before."""
_OVERTAKEN = frozenset((EndingState.NOT_AGREED, EndingState.LEANING, EndingState.SUPPORTED, EndingState.NOT_ASKED, EndingState.WITHDRAWN))
"""What no longer holds once what was asked for is granted."""
_ASKS_FOR = re.compile(r"\b(?:ask(?:s|ing)?|request(?:s|ing)?|call(?:s|ing)?) (?:\w+ ){0,3}?(?:for|to) (?:\w+ ){0,2}(?:consensus|stage|approval|a decision|agreement|support|decide|approve|vote)\b", re.I)
"""How somebody asks for a decision."""
_PROPOSES = re.compile(r"\b(?:should(?! (?:move on|come back|go on|stop|wait|hold|last)\b)|recommend|propose|suggest|I move that|let's(?! (?:move|come|go|stop|wait)\b)|let us(?! thank))\b(?!.*\?\W*$)", re.I)
"""How somebody says what ought to be, and does not only ask."""
_OF_AGREEING = frozenset("agreement consensus decision approval support objection motion vote proposal point moment today time group committee".split())
"""Nouns of any agreement, whatever it is on."""
_SUPPOSED = re.compile(r"\b(?:if (?!we can\b(?!'t)|that's (?:ok|okay|fine)\b)|in the event|unless|until|whether|would have|suppose)\b|\?\W*$", re.I)


def endings(session: Session, units: Sequence[Unit], themes: Sequence[Theme], came_to: Sequence[Outcome], over: Evidence | None = None) -> dict[str, tuple[Ending, ...]]:
    """Return by topic's id how it ended, where nothing was settled after that; ``came_to`` is what was settled, and from ``over`` on it was gone over once more."""
    settled = [(units[outcome.last].time if outcome.confirmed is None else units[outcome.confirmed].time) for outcome in came_to if outcome.asked is None and not outcome.listed and not outcome.brief]
    pairs = carried(units)
    closed = {pair.closed for pair in pairs}
    heard = _surest(steered(units, leaders(session), _STATES)) if is_marked(session) else []
    settled_soon = [units[one.first].time for one in heard if one.act is Act.DECIDED and not is_opposed(units, one.last)]
    proposed = {place: told for place, told in _proposed(session, units) if not any(abs(time - units[place].time) <= APART for time in settled_soon)}
    taken = {i for first, last, _ in proposed.values() for i in range(first, last + 1)}
    until = min([*recapped(units), *(place for place, unit in enumerate(units) if over is not None and unit.where == "turn" and (unit.index, unit.start) >= (over.index, over.start))], default=len(units))
    passing = in_passing(session, units, themes)
    found: dict[str, list[Ending]] = {}
    for first, last, theme, ending in summed_up(session, units[:until], themes):
        if first == last and first in passing:
            continue  # a sentence of who leads says so by itself
        within = range(first, last + 1)
        taken.update(i for i in within if _state(units[i]) is None and (i not in passing or passing[i][1].state not in _KEPT))
        found.setdefault(theme, []).append(ending)
    voted: dict[str, list[int]] = {}
    for i, unit in enumerate(units[:until]):
        theme = theme_at(themes, unit.evidence()) if unit.where == "turn" else ""
        if not theme:
            continue
        if came_out(unit.text) is not None:
            voted.setdefault(theme, []).append(i)
        elif i in proposed:
            found.setdefault(theme, []).append(proposed[i][2])
        elif i not in taken and (state := _state(unit)) is not None and not (state is EndingState.PUT_OFF and _comes_back(unit, theme, themes)) and is_late(unit, theme, themes, LATE if state is EndingState.NOT_AGREED else LAST, AT_LEAST):
            last = i + 1 if state is EndingState.LEANING and i + 1 < len(units) and same_place(units[i + 1], unit) and unit.words + units[i + 1].words <= TOGETHER else i
            before = _what_was_proposed(units, i, theme, themes) if state is EndingState.NOT_AGREED else None
            found.setdefault(theme, []).append(Ending(state=state, said=quoted(session, units, i, last), reply=None if before is None else units[before].evidence()))
        elif i not in taken and (refused := _refused(units, i)) is not None and is_late(unit, theme, themes, LATE, AT_LEAST):
            found.setdefault(theme, []).append(Ending(state=EndingState.NOT_AGREED, said=units[refused].evidence(), reply=unit.evidence()))
        elif i not in taken and i in passing and not any(abs(units[place].time - unit.time) <= CLOSED_BY for place in closed):
            theme, ending = passing[i]
            found.setdefault(theme, []).append(ending)
    for topic in themes:
        if (i := most_spoken_of(voted.get(topic.id, ()), units, topic.spans)) is not None:
            state = EndingState.GRANTED if came_out(units[i].text) else EndingState.NOT_AGREED
            found.setdefault(topic.id, []).append(Ending(state=state, said=units[i].evidence()))
    for pair in supported(units, pairs):
        theme = theme_at(themes, units[pair.asked].evidence())
        put_to_all = units[pair.asked].text.rstrip().endswith("?")  # and others said yes at once: an outcome wherever it is
        if theme and (put_to_all or is_late(units[pair.asked], theme, themes, LAST, AT_LEAST)):
            found.setdefault(theme, []).append(Ending(state=EndingState.SUPPORTED, said=units[pair.asked].evidence(), reply=units[pair.support].evidence()))
    for theme, ending in _granted(units, themes, pairs, frozenset(chairs(session))):
        found.setdefault(theme, []).append(ending)
    places = {(unit.index, unit.start): i for i, unit in enumerate(units) if unit.where == "turn"}
    found = {theme: [one for one in ends if one.state is not EndingState.NOT_ASKED or not _asks_after_all(units, one, theme, themes)] for theme, ends in found.items()}
    kept = {theme: _last(ends, [time for time in settled if _within(time, theme, themes)]) for theme, ends in found.items()}
    decided = [units[place].time for outcome in came_to if outcome.kind is Kind.DECISION for place in (outcome.first, outcome.last if outcome.confirmed is None else outcome.confirmed)]
    heard = [one for one in heard if one.last < until]
    kept = {theme: tuple(_whole(session, units, ending, heard) for ending in ends) for theme, ends in kept.items()}
    by_form = [(theme, _whole(session, units, ending, heard)) for theme, ending in (*_left(session, units[:until], themes), *_went_along(session, units, themes, decided))]
    known = [ending for _, ending in by_form] + [ending for ends in kept.values() for ending in ends]
    for learnt, (theme, left) in (*((False, one) for one in by_form), *((True, one) for one in _steered(session, units[:until], themes, heard, decided, known))):
        others = [ending for ending in kept.get(theme, ()) if learnt and ending.state is not left.state and (ending.said.index, ending.said.start) != (left.said.index, left.said.start) or not any(part is not None and part.common(left.said) for part in (ending.said, ending.reply))]
        kept[theme] = tuple(sorted((*others, left), key=_time))
    kept = {theme: tuple(one for number, one in enumerate(ends) if one.state is not EndingState.NOT_AGREED or one.reply is None or not any(later.state is one.state and later.reply == one.reply for later in ends[number + 1 :])) for theme, ends in kept.items()}
    kept = {theme: tuple(one for one in ends if one.state is not EndingState.GONE_ALONG or not any(other.state is EndingState.SUMMED_UP and other.said.common(one.said) for other in ends)) for theme, ends in kept.items()}
    told = [part for ends in kept.values() for ending in ends for part in (ending.said, ending.reply) if part is not None] + [units[i].evidence() for outcome in came_to for i in range(outcome.first, outcome.last + 1)]
    words = {theme.id: known_by(" ".join((theme.label, *theme.phrases))) for theme in themes}

    def may_lead(unit: Unit, theme: str) -> bool:
        """Tell whether a sentence speaks of a topic in its minutes, and is told nowhere."""
        return theme_at(themes, unit.evidence()) == theme and not words[theme].isdisjoint(known_by(unit.text)) and not any(unit.evidence().common(part) for part in told)

    return {theme: tuple(_led_up(session, units, places, ending, lambda unit, theme=theme: may_lead(unit, theme)) for ending in ends) for theme, ends in kept.items() if ends}


def _left(session: Session, units: Sequence[Unit], themes: Sequence[Theme]) -> Iterator[tuple[str, Ending]]:
    """Yield how whoever leads says that a matter was left that was not decided, with the topic's id."""
    for left in left_as(units, chairs(session)):
        said = quoted(session, units, left.first, left.last)
        if theme := theme_at(themes, said):
            yield theme, Ending(state=left.state, said=said, reply=None if left.proposed is None else units[left.proposed].evidence())


def _went_along(session: Session, units: Sequence[Unit], themes: Sequence[Theme], decided: Sequence[float]) -> Iterator[tuple[str, Ending]]:
    """Yield what those who met went along with, with the topic's id, unless something was ``decided`` in so many words just then."""
    for one in gone_along(units, leaders(session)):
        said = quoted(session, units, one.first, one.last)
        near = any(units[one.first].time - PROPOSED <= time <= units[one.last].time + PROPOSED for time in decided)
        if not one.proposed and not says_what(units, one.first, one.last) or _only_says_when(units, one.first) or is_opposed(units, _end_of_turn(units, one.last)):
            continue
        reply = quoted(session, units, *one.proposed) if one.proposed else units[one.along].evidence() if one.along is not None else None
        if not near and (theme := theme_at(themes, reply if one.proposed and reply and said.time - reply.time > CHANGED else said)):
            yield theme, Ending(state=EndingState.GONE_ALONG, said=said, reply=reply)


def _surest(heard: Sequence[Steered]) -> list[Steered]:
    """Return what was heard without what is surer to be something else: "nobody", after all were asked who is against, leaves nothing open."""
    return [one for one in heard if not any(other.act is not one.act and other.surely > one.surely and other.first <= one.last and one.first <= other.last for other in heard)]


def _whole(session: Session, units: Sequence[Unit], ending: Ending, heard: Sequence[Steered]) -> Ending:
    """Return an ending with all that whoever leads says of the matter in the same breath, if that is not too long."""
    own = [at for at, unit in enumerate(units) if unit.evidence().common(ending.said)]
    if ending.state not in _STATES.values() or not own:
        return ending
    settles = ending.state is EndingState.GONE_ALONG
    for one in heard:
        beside = one.first <= own[-1] + 1 and one.last >= own[0] - 1 and same_place(units[one.first], units[own[0]])
        same = _STATES[one.act] is ending.state or not settles and one.act is not Act.DECIDED and _POINTS.search(straight(ending.said.quote)) is not None
        if beside and same:
            own = [*range(min(own[0], one.first), max(own[-1], one.last) + 1)]
    own = [at for at in own if not ends_as_question(units[at].text) and not is_courtesy(units[at])]
    fits = own and sum(units[at].words for at in range(own[0], own[-1] + 1)) <= SPOKEN and units[own[0]].index == units[own[-1]].index
    return ending.model_copy(update={"said": quoted(session, units, own[0], own[-1])}) if fits else ending


def _steered(session: Session, units: Sequence[Unit], themes: Sequence[Theme], heard: Sequence[Steered], decided: Sequence[float], known: Sequence[Ending]) -> Iterator[tuple[str, Ending]]:
    """Yield how whoever leads settles, refuses, leaves open or puts off a matter in words of no form, with the topic's id, unless something of the kind is ``known``
    of just then, or was ``decided``. What they say is quoted, and never told as decided."""
    leading = leaders(session)
    wraps_up = closes_at(units, leading)
    for number, one in enumerate(heard):
        state, closed = _STATES[one.act], units[one.last]
        settles = state is EndingState.GONE_ALONG
        if settles and (one.first > wraps_up or ends_as_question(closed.text) and not is_agreed_to(units, one.last)):
            continue
        # What somebody objects to at once, and whoever leads then puts otherwise, is told with that.
        instead = next((other for other in heard[number + 1 :] if settles and other.act is one.act and 0 < units[other.first].time - closed.time <= APART), None) if settles and is_opposed(units, one.last) else None
        if instead is not None and says_what(units, *_told_of(units, one)) and not is_opposed(units, instead.last) and (theme := theme_at(themes, units[instead.first].evidence())):
            yield theme, Ending(state=state, said=quoted(session, units, *_told_of(units, instead)), reply=quoted(session, units, *_told_of(units, one)))
            continue
        near = settles and (is_opposed(units, one.last) or any(units[one.first].time - JUST <= time <= closed.time + JUST for time in decided))
        told = any(ending.state is state and abs(_time(ending) - closed.time) <= APART or (ending.state is state or not settles and ending.state is not EndingState.GONE_ALONG) and _meet(part, units, one) for ending in known for part in (ending.said, ending.reply) if part is not None)
        later = any(other.act is one.act and units[other.first].time - closed.time <= APART for other in heard[number + 1 :])
        called = settles and any(_CALLS_UP.search(straight(units[at].text)) for at in range(one.first, one.last + 1))
        if near or told or called or one.last < EARLY * len(units) or any(is_housekeeping(units[at].text) or is_no_decision(units[at].text) for at in range(one.first, one.last + 1)) or state is EndingState.NOT_AGREED and later:
            continue
        proposed = proposal_before(units, one.first, one.last, leading) if state is EndingState.NOT_AGREED else None
        reply = None if proposed is None else units[proposed].evidence()
        if state is EndingState.NOT_AGREED and reply is None and not says_what(units, *_told_of(units, one)):
            before = next((other for other in reversed(heard[:number]) if other.act is one.act and units[one.first].time - units[other.last].time <= APART and says_what(units, other.first, other.last)), None)
            one = one if before is None or any(is_housekeeping(units[at].text) or is_no_decision(units[at].text) for at in range(before.first, before.last + 1)) else before
        first = from_its_matter(units, *_told_of(units, one))
        first = one.first if first is None and reply is not None else first
        if settles and (first is None or not says_what(units, first, _told_of(units, one)[1])):
            continue
        if settles and (corrected := _corrected(units, one)) is not None:
            reply = units[corrected].evidence()
        if first is not None and (theme := theme_at(themes, said := quoted(session, units, first, _told_of(units, one)[1]))):
            yield theme, Ending(state=state, said=said, reply=reply)


def _corrected(units: Sequence[Unit], one: Steered) -> int | None:
    """Return where whoever said so puts it right soon after, by themselves, "half an hour, sorry", or as another calls it out: "half an hour!"."""
    told = {word for unit in units[one.first : one.last + 1] for word in _numbers_and_lemmas(unit)}
    behind = [at for at in range(one.last + 1, min(len(units), one.last + 1 + REACH)) if units[at].where == "turn" and units[at].time - units[one.last].time <= PUT_RIGHT]
    for at in behind:
        unit, before = units[at], units[at - 1]
        if unit.participant != units[one.last].participant or not 1 < unit.words <= FEW or told.isdisjoint(said := _numbers_and_lemmas(unit)):
            continue
        called_out = at - 1 in behind and before.participant != unit.participant and before.words <= CALLED and not ends_as_question(before.text) and not told.isdisjoint(heard := _numbers_and_lemmas(before)) and not said.isdisjoint(heard)
        if _PUTS_RIGHT.search(straight(unit.text)) or called_out:
            return at
    return None


def _numbers_and_lemmas(unit: Unit) -> set[str]:
    return {*unit.lemmas, *(token.lower_ for token in unit.tokens if token.pos_ == "NUM")}


def _told_of(units: Sequence[Unit], one: Steered) -> tuple[int, int]:
    """Return the first and last unit that is told of what somebody leading does: not the question whether all agree, nor thanks."""
    inside = [at for at in range(one.first, one.last + 1) if same_place(units[at], units[one.first]) and not ends_as_question(units[at].text) and not is_courtesy(units[at])]
    return (inside[0], inside[-1]) if inside else (one.first, one.last)


def _meet(part: Evidence, units: Sequence[Unit], one: Steered) -> bool:
    return any(units[at].evidence().common(part) for at in range(one.first, one.last + 1))


def _end_of_turn(units: Sequence[Unit], place: int) -> int:
    while place + 1 < len(units) and same_place(units[place + 1], units[place]):
        place += 1
    return place


def _only_says_when(units: Sequence[Unit], place: int) -> bool:
    """Tell whether a sentence of a few words takes up when somebody will do something: "thirty October, then"."""
    spoken = [unit for unit in units[max(0, place - REACH) : place] if unit.where == "turn"]
    dated = not DATEWORDS.isdisjoint(units[place].lowers)
    return dated and not says_what(units, place, place) and any(re.search(r"\bwhen\b[^?]*\?", straight(unit.text)) or not DATEWORDS.isdisjoint(unit.lowers) for unit in spoken[-2:])


def _asks_after_all(units: Sequence[Unit], ending: Ending, theme: str, themes: Sequence[Theme]) -> bool:
    """Tell whether somebody asks for a decision on a topic behind the words that nobody would."""
    later = (unit for unit in units if unit.where == "turn" and unit.time > ending.said.time and _ASKS_FOR.search(straight(unit.text)) and not denies(unit.text))
    return any(theme_at(themes, unit.evidence()) == theme for unit in later)


def _led_up(session: Session, units: Sequence[Unit], places: Mapping[tuple[int, int], int], ending: Ending, may_lead: Callable[[Unit], bool]) -> Ending:
    """Return an ending with the sentence or two before it, where it points back at what these name: "let's try to get there in two weeks"."""
    last = places.get((ending.said.index, ending.said.start)) if ending.state in _LED_UP else None
    if last is None or units[last].end != ending.said.end or not _POINTS.search(straight(units[last].text)) or _nouns(units[last]) - _OF_TIMES:
        return ending
    first, words = last, units[last].words
    for i in range(last - 1, max(-1, last - 1 - BEFORE), -1):
        words += units[i].words
        if words > TOGETHER or not same_place(units[i], units[last]) or not may_lead(units[i]) or is_courtesy(units[i]) or _SUPPOSED.search(straight(units[i].text)):
            break
        first = i if _nouns(units[i]) else first
        if len(_nouns(units[i])) >= NAMES_IT:
            break
    return ending if first == last else ending.model_copy(update={"said": quoted(session, units, first, last)})


def with_endings(themes: Sequence[Theme], found: Mapping[str, tuple[Ending, ...]]) -> tuple[Theme, ...]:
    """Return the topics with their endings."""
    return tuple(theme.model_copy(update={"endings": found[theme.id]}) if theme.id in found else theme for theme in themes)


def _state(unit: Unit) -> EndingState | None:
    """Return how far a sentence says that a topic came, if it says so."""
    text = straight(unit.text)
    if not SHORTEST <= unit.words <= LONGEST or _SUPPOSED.search(text):
        return None
    if _NOT_AGREED.search(text):
        return EndingState.NOT_AGREED
    if _PARKS.search(text):
        return EndingState.PUT_OFF
    if PUTS_OFF.search(text) and not _WILL_REPORT.search(text) and not _OF_ONE_MIND.search(text) and not _OFFERS.search(text):
        return EndingState.PUT_OFF
    return EndingState.LEANING if _LEANS.search(text) else None


def _refused(units: Sequence[Unit], at: int) -> int | None:
    """Return the question whether there is consensus to which a sentence replies that there is none."""
    if not _HAVE_IT_NOT.search(straight(units[at].text)):
        return None
    asked = (i for i in range(at - 1, max(-1, at - 1 - ASKED_BEFORE), -1) if units[i].participant != units[at].participant)
    return next((i for i in asked if _ASKS_CONSENSUS.search(straight(units[i].text))), None)


def _what_was_proposed(units: Sequence[Unit], at: int, theme: str, themes: Sequence[Theme]) -> int | None:
    """Return what was said some minutes before in favour of that on which a sentence says that there is no agreement, by a noun that both have: what ought to be, and not what ought not."""
    named = _nouns(units[at])
    before = takewhile(lambda i: units[at].time - units[i].time <= PROPOSED, range(at - 1, -1, -1))
    fit = (i for i in before if units[i].where == "turn" and SHORTEST <= units[i].words <= LONGEST and not named.isdisjoint(_nouns(units[i])) and theme_at(themes, units[i].evidence()) == theme)
    return next((i for i in fit if _PROPOSES.search(straight(units[i].text)) and not denies(units[i].text)), None)


def _nouns(unit: Unit) -> set[str]:
    return {lemma(token) for token in unit.tokens if token.pos_ in ("NOUN", "PROPN")} - _OF_AGREEING


def _proposed(session: Session, units: Sequence[Unit]) -> Iterator[tuple[int, tuple[int, int, Ending]]]:
    """Yield what was proposed as settled and then put off, by the place of its words: with the question that follows
    them, and who put it off."""
    for i, reply in unsettled(units).items():
        asked = i + 1 < len(units) and same_place(units[i + 1], units[i]) and units[i + 1].text.rstrip().endswith("?")
        by: Evidence | None = None
        last = reply if reply is not None else i + asked
        if reply is not None:
            while last + 1 < len(units) and same_place(units[last + 1], units[reply]) and puts_off(units[last + 1]) and sum(unit.words for unit in units[reply : last + 2]) <= TOGETHER:
                last += 1
            by = quoted(session, units, reply, last)
        yield i, (i, last, Ending(state=EndingState.PROPOSED, said=quoted(session, units, i, i + asked), reply=by))


def _granted(units: Sequence[Unit], themes: Sequence[Theme], pairs: Sequence[Carried], leading: frozenset[str]) -> Iterator[tuple[str, Ending]]:
    """Yield what was asked for and agreed, with the topic that it ends: of several in one stretch only those that say for what;
    where nobody asked, a formula counts from those who are ``leading`` and from others than who presented it."""
    spans = sorted(((span, theme.id) for theme in themes for span in theme.spans), key=lambda item: item[0].from_time)
    placed: dict[int, list[Carried]] = {}
    for pair in pairs:
        time = units[pair.closed if pair.asked is None else pair.asked].time
        begun = [n for n, (span, _) in enumerate(spans) if span.from_time <= time]
        if begun:
            placed.setdefault(begun[-1] - (len(begun) > 1 and time - spans[begun[-1]][0].from_time < LED_UP), []).append(pair)
    for n, together in placed.items():
        span, theme = spans[n]
        together = [pair for pair in together if pair.asked is not None or units[pair.closed].participant in leading or units[pair.closed].participant != _most(units, span)]
        for pair in together:
            late = units[pair.closed].time >= span.to_time - max(AT_LEAST, LATE * (span.to_time - span.from_time))
            elsewhere = pair.asked is not None and units[pair.closed].time - units[pair.asked].time > WITHIN and units[pair.closed].time > span.to_time + AT_LEAST  # of what was asked for since
            if late and not elsewhere and not (pair.step_alone and len(together) > 1):
                closing = formula(units[pair.closed])
                yield theme, Ending(state=EndingState.GRANTED, said=closing) if pair.asked is None or pair.bare else Ending(state=EndingState.GRANTED, said=units[pair.asked].evidence(), reply=closing)


def _most(units: Sequence[Unit], span: Span) -> str:
    """Return who says most in a stretch."""
    words = Counter[str]()
    for unit in units:
        if unit.where == "turn" and span.from_time <= unit.time <= span.to_time:
            words[unit.participant] += unit.words
    return max(words, key=lambda who: words[who], default="")


def _within(time: float, theme: str, themes: Sequence[Theme]) -> bool:
    return any(span.from_time <= time <= span.to_time for one in themes if one.id == theme for span in one.spans)


def _comes_back(unit: Unit, theme: str, themes: Sequence[Theme]) -> bool:
    """Tell whether the talk comes back to a topic after a sentence: what was put off then is taken up."""
    return any(span.from_time > unit.time for one in themes if one.id == theme for span in one.spans)


def _time(ending: Ending) -> float:
    return max(ending.said.time, ending.reply.time) if ending.reply else ending.said.time


def _last(ends: Sequence[Ending], settled: Sequence[float]) -> tuple[Ending, ...]:
    """Return the last endings of a topic, none before what was settled on it, none granted that is open again, of one state the last."""
    in_time = sorted(ends, key=_time)
    after = [ending for ending in in_time if _time(ending) > max(settled, default=float("-inf")) + (0.0 if ending.state is EndingState.SUMMED_UP else PROPOSED)]
    # What is put off long after another matter was closed is a third one, which the topic is not called after.
    closed = [_time(ending) for ending in after if ending.state in (EndingState.GRANTED, EndingState.WITHDRAWN)]
    after = [ending for ending in after if ending.state is not EndingState.PUT_OFF or not any(_time(ending) > time + PROPOSED for time in closed)]
    after = [ending for n, ending in enumerate(after) if ending.state is not EndingState.GRANTED or not any(later.state in _OPEN for later in after[n + 1 :])]
    granted = max((n for n, ending in enumerate(after) if ending.state is EndingState.GRANTED), default=-1)
    after = [ending for n, ending in enumerate(after) if n > granted or ending.state not in _OVERTAKEN]
    return tuple(ending for n, ending in enumerate(after) if not any(later.state is ending.state for later in after[n + 1 :]))[-MOST:]
