"""Where a thought begins and ends within somebody's turn, by its sentences.

Which sentence outsiders understand as the first of what is quoted, which can stand amid it, which leads on to more, and which
says what came of those before it. Accounts (:mod:`copaper.analysis.accounts`) and other views (:mod:`copaper.analysis.objecting`) are cut by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from copaper.analysis.clarity import clarity, faults
from copaper.analysis.leaning import is_one_of_several, leans_on_another
from copaper.analysis.passages import goes_elsewhere, goes_on_from, is_broken, leads_on, named_as_known, next_of_turn, points_back, previous_of_turn, turns_elsewhere, turns_to_another
from copaper.analysis.referring import Reference, unnamed
from copaper.analysis.replied_to import left_open, question_for
from copaper.analysis.statements import clean_quotation, hangs, is_courtesy, is_whole
from copaper.analysis.turning import goes_on_to_its_point
from copaper.analysis.units import Told, Unit, same_place, told_once
from copaper.meant import OWN_PAST
from copaper.textclean import ends_as_question, has_forgotten, is_address, is_housekeeping, points_at_what_was_shown, straight, without_told_thanks

TO_THE_END = 290
"""Words of a turn that are looked at before or behind a thought, at most."""
AHEAD = 4
"""Sentences within which somebody who counts off goes on to the next."""
SHORT = 6
"""Words of a first sentence within a turn, at least: a shorter one says what it is about before it, and holds up no thought that goes on behind it."""
ASKS_ITSELF = 14
"""Words of a question that somebody asks in passing and answers, at most."""
PASSED = 3
"""Words of a sentence that says nothing and does no harm: "that's all"."""
SKIPPED = 3
"""Such short sentences, at most, between a thought and its point."""
BARE = 10
"""Words up to which a sentence that says what there is says no more."""
BEGINS = 0.71
"""Clarity of the first sentence, at least: "here" is less."""
SAYS = 2
"""Words of its matter, but for whom it is said to, that the first sentence of a reply has to have to be told with its question: "this is one more step" has one."""
LEADS_UP = 120
"""Words after an account within which its speaker asks what it leads up to."""
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
_NOT_NAMED = re.compile(r"(?<=\w), I(?:'m not going to| am not going to| won't| will not|'d rather not) (?:say|name|tell|mention)(?: \w+){0,3}(?=[.,]|$)", re.I)
"""How somebody says by the way what they leave out: "we bought a tool, I won't say from whom"."""
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
_TO_OTHERS = re.compile(r"\b(?:you|your|anybody|anyone|everybody|everyone|chair|colleagues)\b", re.I)
_TOLD_QUESTION = re.compile(r"\b(?:said|says?|asked|asks?)\b(?: [\w']+){0,4},? ", re.I)
"""How somebody tells what was asked then, and asks nobody."""
_ENDS_WITH = frozenset("NOUN PROPN NUM VERB ADJ ADV".split())
_BEGINS_ANEW = re.compile(r"(?:What|So|And|But|The|We|They|You|It|This|These|There|If|When|Then|Now|Because|Our|My|How|Why) [a-z]")
"""How a sentence begins before which the full stop is set when it is printed."""
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


def taken_for_known(units: Sequence[Unit], first: int) -> list[Reference]:
    """Return what the first sentence of a reply calls "the ...": as it was called in the question, if it was."""
    begins = previous_of_turn(units, first) is None and replies_at(units, first)
    return [Reference(noun, "thing") for noun in named_as_known(units[first])] if begins else []


def explained_by(units: Sequence[Unit], place: int) -> int | None:
    """Return the question that explains what a sentence at the beginning of a reply leaves open, if the sentence says something."""
    lost = left_open([units[place]]) or taken_for_known(units, place)
    return question_for(units, place, lost) if lost and len(set(units[place].lemmas) - _SAID_TO) >= SAYS else None


def run_of(units: Sequence[Unit], place: int, step: Callable[[Sequence[Unit], int], int | None]) -> list[int]:
    """Return the sentences of the turn that stand right before or behind one, the nearest first, as far as they can stand in an account."""
    found: list[int] = []
    words = 0
    while (beside := step(units, place)) is not None and words <= TO_THE_END and stands_amid(units, beside) and not turns_to_another(units[max(place, beside)].text):
        found.append(beside)
        place, words = beside, words + units[beside].words
    return found


def words_of(units: Sequence[Unit], places: Sequence[int]) -> int:
    return sum(units[place].words for place in places)


def _takes_up(unit: Unit, before: Unit) -> bool:
    """Tell whether a sentence takes up a word of the one before it, points at it, or goes on from it with "and"."""
    return _AND.match(unit.text) is not None or not set(unit.lemmas).isdisjoint(before.lemmas) or pointing_in(unit) > 0 or bool(named_as_known(unit))


def hangs_on(unit: Unit, before: Unit) -> bool:
    """Tell whether the sentence before one explains it."""
    return leans(unit) > 0 or _takes_up(unit, before)


def carries_on(unit: Unit, before: Unit) -> bool:
    """Tell whether a sentence goes on with what was told, to its point, or says it in a few words."""
    return _takes_up(unit, before) or _comes_out(unit) or unit.words < SHORT or holds_the_point(unit)


def leads_up_to_a_question(units: Sequence[Unit], last: int) -> bool:
    """Tell whether somebody asks a question soon after a sentence of theirs."""
    words, place = 0, next_of_turn(units, last)
    while place is not None and words <= LEADS_UP:
        if ends_as_question(units[place].text):
            return True
        words, place = words + units[place].words, next_of_turn(units, place)
    return False


def pointing_in(unit: Unit, before: Unit | None = None) -> int:
    """Return how much a sentence points at what is not told: at the beginning of an account everything counts, and double; behind a
    sentence ``before`` it only "that decision" and "option 2", as a "they" is mostly one of those told before."""
    found = faults(unit, before)
    numbered = is_one_of_several(unit.text)
    return 2 * numbered + (found["demonstrative"] if before else 2 * sum(found[name] for name in _POINTS))


def can_begin(units: Sequence[Unit], place: int) -> bool:
    """Tell whether outsiders understand a sentence as the first of an account; what answers its speaker's own question is none."""
    before = previous_of_turn(units, place)
    return (before is None or not ends_as_question(units[before].text) or is_housekeeping(units[before].text)) and stands_first(units, place)


def stands_first(units: Sequence[Unit], place: int) -> bool:
    """Tell whether outsiders understand a sentence without those before it."""
    unit, before = units[place], previous_of_turn(units, place)
    asked = once(units, place, explained_by)
    if asked is None and (hangs(unit) or taken_for_known(units, place)) or clarity(faults(unit, None if asked is None else units[asked])) < BEGINS:
        return False
    text = straight(clean_quotation(unit.text))
    if before is not None and (unit.words <= BARE and _THERE_IS.match(text) or unit.text[:1].islower() and units[before].text[:1].isupper()):
        return False
    if before is not None and (_CONCLUDES.match(straight(unit.text)) or leans(unit) > 1):
        return False
    return not (asked is None and (points_back(text) or leans_on_another(text)) or _OF_WHAT.match(text) or _JOINS.match(text) or _LEANS.search(text) or goes_elsewhere(text))


@told_once
def leans(unit: Unit) -> int:
    """Return in how many ways a sentence needs the one before it: it speaks of what it does not name, or draws a conclusion."""
    return goes_on_to_its_point(unit.text) + bool(unnamed([unit]))


def replies_at(units: Sequence[Unit], place: int) -> bool:
    """Tell whether somebody else asked right before a sentence."""
    before = next((units[i] for i in range(place - 1, -1, -1) if units[i].where == "turn"), None)
    return before is not None and ends_as_question(before.text)


def can_end(units: Sequence[Unit], first: int, last: int) -> bool:
    """Tell whether a thought that began with one sentence ends with another: that leads on to nothing, the next does not turn it round, explain or
    conclude it, and nothing that was counted off is left."""
    if not once(units, last, _closes):
        return False
    counting = any(_counts(unit) and same_place(unit, units[last]) for unit in units[first : last + 1])
    return not counting or not any(_counts(units[place]) for place in run_of(units, last, next_of_turn)[:AHEAD])


def _closes(units: Sequence[Unit], last: int) -> bool:
    """Tell whether a sentence leads on to nothing, and the next does not turn it round, explain or conclude it, nor tell what came of it."""
    after, further = next_of_turn(units, last), _further_on(units, last)
    if leads_further(units[last]):
        return False
    before = previous_of_turn(units, last)
    if further is not None and _comes_out(units[further]):
        return False
    return after is None or not _comes_out(units[after]) and not goes_on_from([units[place] for place in (before, last) if place is not None], units[after])


@told_once
def leads_further(unit: Unit) -> bool:
    """Tell whether a sentence by itself leads on to another: it asks, counts off the first of several, has no verb, names what it does not tell."""
    text = straight(unit.text)
    return bool(ends_as_question(text) or unit.words < 3 and _counts(unit) or _is_bare(unit) or leads_on(text) or goes_elsewhere(text) or faults(unit)["end"] or _FIRST_OF_SEVERAL.match(text) or _PROMISES_MORE.search(text))


def is_unfinished(units: Sequence[Unit], last: int) -> bool:
    """Tell whether the next sentence says that a thought is not at its end."""
    further = _further_on(units, last)
    return further is not None and holds_the_point(units[further])


def _is_bare(unit: Unit) -> bool:
    """Tell whether a sentence has no verb of its own, and is no short one that says it in a word: "three weeks"."""
    return unit.words >= SHORT and _FINITE.isdisjoint(unit.tags)


@told_once
def holds_the_point(unit: Unit) -> bool:
    """Tell whether a sentence holds the point of those before it, and leads on to no others."""
    return goes_on_to_its_point(unit.text) and not leads_on(unit.text) and not _is_bare(unit) and can_stand_within(unit)


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


def once(units: Sequence[Unit], place: int, tell: Callable[[Sequence[Unit], int], Told]) -> Told:
    """Return what is told of a sentence among those of its turn, worked out once: many accounts end with it."""
    told, key = units[place].told, f"{tell.__module__}.{tell.__qualname__}"
    if key not in told:
        told[key] = tell(units, place)
    return told[key]


@told_once
def can_stand_within(unit: Unit) -> bool:
    """Tell whether a sentence is spoken to its end, on the matter, and told to all."""
    return can_stand_from(unit, 0)


def stands_amid(units: Sequence[Unit], place: int) -> bool:
    """Tell whether a sentence can stand between others of its turn: it may be a short question that its speaker goes on to answer, or lack but the full
    stop, which the next one shows."""
    return can_stand_within(units[place]) or once(units, place, _asks_itself) or once(units, place, _lacks_its_stop)


def passes(units: Sequence[Unit], place: int) -> bool:
    """Tell whether a sentence can be passed over between others that are told: it can stand there, has but a word or two, or is one part of a long sentence that
    goes on in the next."""
    return stands_amid(units, place) or once(units, place, _says_little) or once(units, place, _goes_on_in_the_next)


def _says_little(units: Sequence[Unit], place: int) -> bool:
    unit, text = units[place], straight(units[place].text)
    return unit.where == "turn" and unit.words <= PASSED and not (ends_as_question(text) or is_courtesy(unit) or is_housekeeping(text) or points_at_what_was_shown(text) or is_address(text) or has_forgotten(text))


def _goes_on_in_the_next(units: Sequence[Unit], place: int) -> bool:
    unit, after = units[place], next_of_turn(units, place)
    return after is not None and unit.where == "turn" and unit.text.rstrip()[-1:].isalnum() and units[after].text[:1].islower() and _would_stand(unit, f"{straight(unit.text)}.")


def _asks_itself(units: Sequence[Unit], place: int) -> bool:
    unit, text = units[place], straight(units[place].text)
    if not ends_as_question(text) or unit.words > ASKS_ITSELF or previous_of_turn(units, place) is None or not is_whole(unit):
        return False
    after = next_of_turn(units, place)
    to_others = _TO_OTHERS.search(text) is not None and _TOLD_QUESTION.search(text) is None
    return after is not None and not to_others and can_stand_within(units[after]) and _would_stand(unit, text.replace("?", "."))


def _lacks_its_stop(units: Sequence[Unit], place: int) -> bool:
    unit, after = units[place], next_of_turn(units, place)
    if after is None or unit.words < SHORT or not unit.text.rstrip()[-1:].isalnum() or not is_whole(unit) or unit.tokens[-1].pos_ not in _ENDS_WITH:
        return False
    return _BEGINS_ANEW.match(units[after].text) is not None and _would_stand(unit, f"{straight(unit.text)}.")


@told_once
def may_be_told_along(unit: Unit) -> bool:
    """Tell whether a sentence does no harm amid what is told: it runs no meeting, points at nothing shown, and does not say who its speaker is."""
    text = straight(unit.text)
    off = is_courtesy(unit) and unit.words > PASSED or is_housekeeping(text) and not _is_of_then(unit) or points_at_what_was_shown(text)
    return unit.where == "turn" and not (off or _OWN_SEAT.search(text) or OWN_PAST.search(text))


def can_stand_from(unit: Unit, start: int) -> bool:
    """Tell the same of a sentence without its first characters up to ``start``."""
    return unit.where == "turn" and _would_stand(unit, straight(unit.text[start:]), whole=not start)


def _would_stand(unit: Unit, text: str, whole: bool = True) -> bool:
    """Tell the same of a sentence with such words."""
    text = _NOT_NAMED.sub("", without_told_thanks(text))
    if _ASKED.match(text):
        text = text.replace("?", ".")
    off = whole and is_courtesy(unit) or is_housekeeping(text) and not _is_of_then(unit) or points_at_what_was_shown(text) or is_address(text) or turns_elsewhere(text)
    return not (off or ends_as_question(text) or is_broken(text) or _BREAKS_OFF.search(text) or _TALKS_OF_TELLING.search(text) or has_forgotten(text) or _OWN_SEAT.search(text) or OWN_PAST.search(text))


def _is_of_then(unit: Unit) -> bool:
    """Tell whether a sentence tells what was, and speaks to nobody: "we sat in the queue with our masks" runs no meeting."""
    return any(token.tag_ == "VBD" for token in unit.tokens) and is_whole(unit) and not faults(unit)["you"]
