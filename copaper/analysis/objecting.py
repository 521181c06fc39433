"""Where somebody says to see a matter otherwise, to be against it, or what worries them: "may I disagree a little bit?"

Whoever objects in a meeting mostly does so politely, and opens with it: what they hold stands behind, in the same turn. That is told
whole, beside what was said for the matter; it is no reply to one sentence, as those of :mod:`copaper.analysis.replies` are. In doubt nobody
objects: a label that makes an opponent of a supporter harms more than an objection that is missed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from copaper.analysis.passages import next_of_turn, previous_of_turn
from copaper.analysis.presenting import leading_turn
from copaper.analysis.replied_to import left_open
from copaper.analysis.straying import words_above
from copaper.analysis.themes import theme_at
from copaper.analysis.thoughts import can_end, can_stand_from, can_stand_within, run_of, stands_first
from copaper.analysis.units import Unit, is_marked, quoted, same_place
from copaper.analysis.welcoming import is_only_opening
from copaper.records import Session, Stance, Theme, View
from copaper.textclean import ends_as_question, straight
from copaper.voices import chairs

SHORTEST, LONGEST, AT_MOST = 14, 110, 170
"""Words of what is held, at least; how far it goes where it may end before, and at most."""
SHORTEST_WRITTEN, WRITTEN = 8, 2
"""Words of a message that holds it, at least, and its sentences, at most: in a longer one it is one point of several."""
FEWEST = 3
"""Words of the sentence with which it ends, at least."""
EARLY = 60
"""Characters of a sentence within which somebody says so."""
SAYS, ENOUGH = 3, 1
"""Words of its matter that a sentence needs to say more than that somebody objects, and where it goes on to what they object to."""
BEHIND = 3
"""Sentences behind that one within which it is said what is held, where it does not say it itself."""

NEAR, TOLD = 6, 15
"""Sentences of a reply within which somebody who leads a topic in objects to another, and words that this one said before, at least."""

REPLIED, TURNS, OPENS = 150.0, 9, 3
"""Seconds, and turns, within which somebody replies to a view, and sentences of a turn within which they begin to."""
_ANSWERS = re.compile(
    r"^\W*(?:(?:and|so|well|ja|nee|okay|ok|sorry|chair|yes|um|uh|look|right)\W+)*(?:no,? )?(?:that(?:'s| is) (?:a )?(?:very )?(?:fair|true|right|reasonable)\b|fair (?:enough|point)|true\b|point taken|(?:it|that)(?:'s| is) an? (?:very |really )?(?:serious|good|fair|valid|real|important) (?:point|question|concern|worry)\b|I (?:don't|do not) have (?:a|an) (?:good |real |full )?answer\b|I (?:hear|take|see|understand|accept|get) (?:you|that|your|the|what)\b|"
    r"(?:I think )?(?:you're|you are|they're) (?:both |all )?(?:right|correct)\b|but\b|(?:we|I) (?:tested|tried|measured|counted) (?:it|that|this)\b|what if (?:we|you)\b|could it not be\b)", re.I,
)
"""How somebody takes up what another holds."""
_ELSEWHERE = re.compile(
    r"\bnext (?:point|item|topic|speaker|matter|question|presentation)\b|\b(?:move|moving|go|going) on\b|\b(?:microphones?|sound|audio|camera|chat|recording)\b|\b(?:greet|greetings)\b|\bwant to (?:speak|talk|say something) (?:on|about)\b", re.I
)
"""What shows that somebody is on another matter or on the meeting itself."""
_TURNED_DOWN = re.compile(r"^\W*(?:(?:well|sorry|chair|ja|um|uh)\W+)*(?:no\b|not\b|there (?:isn't|is no)\b|that(?:'s| is) (?:not|a myth|wrong)\b|it (?:isn't|is not|doesn't)\b|but\b)", re.I)

_ADVERBS = (
    r"(?:(?:really|fully|totally|completely|strongly|definitely|absolutely|very much|also|certainly|quite|rather|entirely|respectfully|slightly|somewhat|kind of|sort of|tend to|have to|must|might|"
    r"want to|wanted to|am going to|'m going to|would|'d|will|just|to|like to|love to|a bit|a little(?: bit)?|maybe|actually|personally|still|be) )*"
)
_PUSH_BACK = r"push back(?= (?:a (?:bit|little)|on|against|gently|slightly|here|there)\b|[.,?!]|$)"
_CHALLENGE = r"challenge (?:that|this)\b"
_WORRIES = r"(?:worr(?:y|ies)|concerns?|fears?|hesitations?|reservations?|doubts?)"
_PLANS = r"(?:proposal|idea|plan|register|motion|amendment|bill|clause|change|approach|recommendation|resolution|levy|fee|tax|policy|rule|charter|model|suggestion|notion|position|split|merger)s?"
_SAYS: dict[Stance, re.Pattern[str]] = {
    Stance.OTHERWISE: re.compile(
        rf"\b(?:(?:may|can|could|might|let) (?:I|me) {_ADVERBS}(?:disagree|{_PUSH_BACK}|{_CHALLENGE}|play (?:the )?devil|the devil)|if I (?:may|can|could) {_ADVERBS}(?:disagree|{_PUSH_BACK})|"
        rf"I(?:'d|'ll|'m)? {_ADVERBS}(?:disagree|{_PUSH_BACK}|beg to differ|take issue with|(?:play )?the,?(?: \w+,)? devil'?s advocate|see (?:it|this|that|things) {_ADVERBS}differently(?! (?:since|now|today|after)))|"
        rf"I {_ADVERBS}(?:do not|don't|cannot|can't) {_ADVERBS}agree\b(?! without)|"
        rf"with (?:all (?:due )?|great |the greatest |much |the utmost )?respect(?:,? to my (?:\w+ )?(?:brother|sister|colleague|friend)s?)?\b(?! (?:to|for)\b)(?:,? (?:chair|doctor|sir|madam|ntate|mme|(?-i:[A-Z])[\w'’-]+)){{0,2}}(?=\W*$|,))", re.I,
    ),
    Stance.AGAINST: re.compile(
        rf"\bI(?:'m|'d| am| would)? {_ADVERBS}(?:opposed(?= to\b)|against (?:it|this|that|the|any|a|having|making|\w+ing)(?! (?:clock|wall|odds|tide|grain|being)\b)|object(?= to\b))|\bI {_ADVERBS}(?:do not|don't|cannot|can't|won't|will not) {_ADVERBS}support (?:(?:it|this|that)(?=[.,!?]|$)|(?:it|this|that|the|an?|any|such an?) (?:\w+ ){{0,2}}{_PLANS}\b)|"
        rf"\b(?:my|our) (?:\w+ )?objection(?= (?:is|to)\b)|\bI {_ADVERBS}(?:do not|don't) {_ADVERBS}think (?:that|this|it)(?:'s| is) (?:such )?a (?:good|great|wise) (?:idea|thing)\b", re.I,
    ),
    Stance.WORRIED: re.compile(
        rf"\b(?:my|our|one) (?:\w+ )?{_WORRIES}(?: here| there)?(?: (?:with|about) [\w' ]{{2,40}}?)?(?= (?:is|would be)\b(?! (?:addressed|resolved|solved|answered|met|gone|not|no longer|over)\b))|\bI(?:'m| am) {_ADVERBS}(?:sceptical|skeptical|wary|uneasy|uncomfortable|worried|concerned)(?= (?:about|that|of|if|we)\b(?! nothing\b))|\bI(?:'m| am) {_ADVERBS}uncomfortable(?= with\b)|"
        rf"\b(?:I|we) {_ADVERBS}have {_ADVERBS}(?:an?|some|my|our|serious|real|strong|grave|a few|a number of|several) (?:\w+ )?{_WORRIES}(?= (?:about|with|that|on|over|regarding)\b)|\bI(?:'m| am) not {_ADVERBS}(?:convinced|comfortable|happy)(?= (?:about|with|that|by|of)\b)", re.I,
    ),
}
"""How somebody says what they hold, by what it is."""
_NOT_SAID = re.compile(
    r"\b(?:not|nor|\w*n't|never|neither|nobody|no one|hardly|while|although|though|what I|if(?! I (?:may|can|could)\b)|whether|unless|do you|does|did|would you|people who|those who|some|many|who|when|where|how|suppose|imagine|"
    r"for (?:example|instance)|said|says|told|tells?|claim\w*|(?:people|they|you|others|could|might|can|some) say|no longer|used to)\b[^.;:]*$|\bwhat\W*$", re.I,
)
"""Words before it that turn it into a supposition or another's words, or deny it."""
_TURNED = re.compile(
    r"\b(?:more|enough|is what|you (?:speak|spoke|read|took the words out of) my (?:mind|heart|mouth)|(?:they|he|she|people) (?:said|say)|I was told|in principle)\b|\bbut (?:\w+ ){0,4}(?:support|back|agree|like|love|favou?r)|\bbut (?:it|this|that)(?:'s| is) (?:a |an )?(?:\w+ )?(?:good|solid|great|fine|right|wonderful)\b|"
    r"\b(?:against|oppos\w+|reject\w*|drop(?:ped|ping)?|delay\w*|put(?:ting)? (?:it |this |that )?off|clos(?:e|ed|ing|ure)|scrap\w*|abandon\w*|weaken\w*|block\w*|those who|(?:if|that) we (?:do not|don't)|(?:this|that)(?:'s| is) why|so we need|is welcome)\b|"
    r"^ (?:with|to|of|about|that)? ?(?:the |any |all |those |these |some )*(?:\w+ )?(?:critics?|opponents?|objections?|criticisms?|concerns?|worr(?:y|ies)|myths?|fears?|delays?|allegations?|accusations?|view that)\b|"
    r"\b(?:microphones?|recording|sound|audio|camera|lunch|screen|queue|connection|chat|time (?:left|we have))\b", re.I,
)
"""Words behind it that turn it round, make it one against those who are against the matter, or on the meeting alone."""
_ON_CONDITION = re.compile(r"\bif\b|\bunless\b|\bwithout\b", re.I)
_WOULD = re.compile(r"(?:'d|would)\b", re.I)
_STANCE = frozenset(
    """disagree agree push back devil advocate differ challenge object objection support oppose against worry worried concern concerned fear hesitation reservation doubt skeptical
    sceptical wary uncomfortable uneasy convinced comfortable happy view respect point want like say bit little think idea good thing big main primary chair here""".split()
)
"""What says only that somebody objects."""
_TO_WHAT = re.compile(r" (?:with|about|of|to|on|over|by|regarding|that|is|would be|if|we) (?!(?:that|this|it|you|him|her|them|those|these|what|something|a lot)\b)", re.I)
"""How what somebody objects to goes on, if it is named."""
_LEADS_UP = re.compile(r"^\W*(?:(?:ja|nee|so|yes|yeah|yep|well|okay|ok|and|but|no|hi|hello|thank you|thanks|chair|madam chair|mr\.? chair|doctor|dr|prof|professor|minister|sir|madam|sorry|look|right|now|I think|I guess|I mean|I (?:just |only )?(?:want|wanted|have|need) to (?:say|add)(?: here)?(?: that)?|I(?:'d| would) (?:just )?(?:like to )?say(?: that)?|I must (?:say|admit)(?: that)?)\W+)*$", re.I)
"""What is said before it and tells nothing."""
_OF_ANOTHER = re.compile(r"^\s*[>“\"]|(?:^|\s)\(?[A-D]\)|\b(?:wonderful|great|excellent|well done|thank|fully support|agree with)\b", re.I)
"""What a message has that quotes another, asks for votes, or praises beside it."""


class _Span(NamedTuple):
    """Where a view begins and ends among units, and how many characters of its first sentence only lead up to it."""

    first: int
    last: int
    skipped: int


def stance(text: str) -> tuple[Stance, int, bool] | None:
    """Return what somebody says in a sentence to hold, that they see a matter otherwise, are against it, or worry, with the character at which they do,
    behind what only leads up to it, and whether they say of what."""
    said = straight(text)
    for one, pattern in _SAYS.items():
        found = pattern.search(said)
        if found is None or found.start() > EARLY or _NOT_SAID.search(said, 0, found.start()):
            continue
        rest = said[found.end() :]
        if _TURNED.search(rest) or _WOULD.search(found[0]) and _ON_CONDITION.search(rest):
            continue
        return one, found.start() if _LEADS_UP.match(said[: found.start()]) else 0, _TO_WHAT.match(rest) is not None
    return None


def with_views(session: Session, units: Sequence[Unit], themes: Sequence[Theme]) -> tuple[Theme, ...]:
    """Return the topics with what was said on each, in time, by those who did not go along, if it can be understood; whoever says most on
    it, or leads it in, differs from nobody. Where a transcript shows no ends of sentences there is none."""
    if not is_marked(session):
        return tuple(themes)
    found: dict[str, list[View]] = {}
    by_id = {theme.id: theme for theme in themes}
    leading = frozenset(chairs(session))
    above, main = {theme.id: words_above(theme) for theme in themes}, {theme.id: _main_speakers(session, theme) for theme in themes}
    for span, held in views(units):
        theme, ends = (theme_at(themes, units[place].evidence()) for place in (span.first, span.last))
        if theme and theme == ends and (units[span.first].participant not in main[theme] or held is Stance.OTHERWISE and _replies(units, span.first, leading)) and not is_only_opening(by_id[theme]) and not left_open(units[span.first : span.last + 1], above[theme]):
            view = _quoted(session, units, span, held)
            reply = _reply_to(units, span) if view.where == "turn" else None
            found.setdefault(theme, []).append(view if reply is None else view.model_copy(update={"reply": quoted(session, units, *reply)}))
    return tuple(theme.model_copy(update={"views": tuple(found.get(theme.id, ()))}) for theme in themes)


def _replies(units: Sequence[Unit], place: int, leading: Collection[str]) -> bool:
    """Tell whether what is held from ``place`` on stands near the beginning of a turn that follows upon what somebody else said, of one who does not lead the meeting."""
    if units[place].where != "turn" or units[place].participant in leading:
        return False
    spoken = [unit for unit in units[max(0, place - 40) : place + 1] if unit.where == "turn"]
    own = [unit for unit in spoken if same_place(unit, units[place])]
    before = [unit for unit in spoken[: -len(own)] if unit.participant not in leading]
    last = [unit for unit in before if before and same_place(unit, before[-1])]
    return len(own) <= NEAR and bool(last) and last[0].participant != units[place].participant and sum(unit.words for unit in last) >= TOLD


def _quoted(session: Session, units: Sequence[Unit], span: _Span, held: Stance) -> View:
    said = quoted(session, units, span.first, span.last)
    start = said.start + span.skipped
    time = session.turns[said.index].cue_at(start).start if said.where == "turn" else said.time
    return View(**{**said.model_dump(), "start": start, "quote": said.quote[span.skipped :], "time": time}, stance=held)


def _reply_to(units: Sequence[Unit], span: _Span) -> tuple[int, int] | None:
    """Return where somebody soon replies to a view in words that take it up, and its speaker does not turn that down at once. Where the
    meeting may have gone on in between, it must speak of something that the view speaks of: otherwise "but ..." is on another matter."""
    own, matter = units[span.last], _things(units[span.first : span.last + 1]) - _STANCE
    behind = [place for place in range(span.last + 1, len(units)) if units[place].time - own.time <= REPLIED and units[place].where == "turn" and not same_place(units[place], own)]
    turns = [list(places) for _, places in groupby(behind, key=lambda place: units[place].index)][:TURNS]
    moved_on = False
    for turn, after in zip_longest(turns, turns[1:]):
        if units[turn[0]].participant == own.participant:
            continue
        elsewhere = moved_on
        moved_on = moved_on or any(_ELSEWHERE.search(straight(units[place].text)) or ends_as_question(units[place].text) for place in turn)
        takes_up = next((number for number, place in enumerate(turn[:OPENS]) if _ANSWERS.match(straight(units[place].text))), None)
        first = None if takes_up is None else next((place for place in turn[takes_up : takes_up + 2] if can_stand_within(units[place])), None)
        if first is None or after and units[after[0]].participant == own.participant and _TURNED_DOWN.match(straight(units[after[0]].text)):
            continue
        words, last = 0, None
        for place in (first, *run_of(units, first, next_of_turn)):
            words += units[place].words
            if words > LONGEST:
                break
            if words >= SHORTEST and can_end(units, first, place):
                last = place
        elsewhere = elsewhere or any(_ELSEWHERE.search(straight(units[place].text)) for place in turn[: OPENS + 1])
        if last is not None and not (elsewhere and matter.isdisjoint(_things(units[first : last + 1]))):
            return first, last
    return None


def _things(units: Sequence[Unit]) -> frozenset[str]:
    """Return what sentences speak of: whether it is "bad" or "paid" says nothing of whether two are on one matter."""
    return frozenset(base.casefold() for unit in units for base, part in zip(unit.bases, unit.parts, strict=True) if part in ("NOUN", "PROPN"))


def _main_speakers(session: Session, theme: Theme) -> frozenset[str]:
    """Return who leads a topic in, and who says most on it."""
    words: Counter[str] = Counter()
    for span in theme.spans:
        for turn in session.turns[span.first_turn : span.last_turn + 1]:
            begin, end = (span.start if turn.index == span.first_turn else 0), (span.end if turn.index == span.last_turn else None)
            words[turn.participant] += len(turn.text[begin:end].split())
    leading = leading_turn(session, theme)
    return frozenset([*([] if leading is None else [session.turns[leading].participant]), *(who for who, _ in words.most_common(1))])


def views(units: Sequence[Unit]) -> Iterator[tuple[_Span, Stance]]:
    """Yield where each such view stands among ``units``, which are in time, and what it is."""
    beyond = -1
    for place, unit in enumerate(units):
        held = stance(unit.text) if place > beyond else None
        span = None if held is None else _told(units, place, *held[1:]) if unit.where == "turn" else _written(units, place)
        if held and span is not None:
            beyond = span.last
            yield span, held[0]


def _told(units: Sequence[Unit], opens: int, skipped: int, to_what: bool) -> _Span | None:
    """Return the sentences that say what is held, from the one that ``opens`` it, if it says something, or soon behind it."""
    if _says(units[opens], ENOUGH if to_what else SAYS):
        return _to_its_end(units, opens, skipped) if can_stand_from(units[opens], skipped) else None
    return next((span for first in _behind(units, opens) if _says(units[first], SAYS) and can_stand_within(units[first]) and stands_first(units, first) and (span := _to_its_end(units, first, 0))), None)


def _to_its_end(units: Sequence[Unit], first: int, skipped: int) -> _Span | None:
    words, last = 0, None
    for at in (first, *run_of(units, first, next_of_turn)):
        words += units[at].words
        if words > AT_MOST or words > LONGEST and last is not None:
            break
        if words >= SHORTEST and units[at].words >= FEWEST and can_end(units, first, at):
            last = at
    return None if last is None else _Span(first, last, skipped)


def _behind(units: Sequence[Unit], place: int) -> Iterator[int]:
    for _ in range(BEHIND):
        after = next_of_turn(units, place)
        if after is None:
            return
        yield after
        place = after


def _written(units: Sequence[Unit], opens: int) -> _Span | None:
    """Return the message in which somebody says so, if it says what, and hardly anything else."""
    first = last = opens
    while (before := previous_of_turn(units, first)) is not None and same_place(units[before], units[opens]):
        first = before
    while (after := next_of_turn(units, last)) is not None and same_place(units[after], units[opens]):
        last = after
    own = [unit for unit in units[first : last + 1] if same_place(unit, units[opens])]
    plain = len(own) <= WRITTEN and not any(ends_as_question(unit.text) or _OF_ANOTHER.search(unit.text) for unit in own)
    says = sum(len(set(unit.lemmas) - _STANCE) for unit in own) >= SAYS and SHORTEST_WRITTEN <= sum(unit.words for unit in own) <= LONGEST
    return _Span(first, last, 0) if plain and says else None


def _says(unit: Unit, least: int) -> bool:
    return len(set(unit.lemmas) - _STANCE) >= least and not ends_as_question(unit.text)
