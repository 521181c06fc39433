"""A statement with the sentences beside it that it is one thought with: what came of it, and what it stands on.

Speech tells a thing in several sentences: "from January to March we sent twenty" says the opposite of what
was meant without "from April on we sent nine, and they were all paid". A paper prints such sentences together.
Only what follows at once, in the same turn, and shows by its words that it belongs is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from copaper.analysis.clarity import clarity, faults
from copaper.analysis.corrections import limits
from copaper.analysis.leaning import takes_up_another
from copaper.analysis.referring import names, unnamed
from copaper.analysis.scenes import is_scene
from copaper.analysis.soundness import is_sound
from copaper.analysis.statements import hangs, is_courtesy, is_whole
from copaper.analysis.turning import concludes, counts_alike, draws_on, goes_for_them, is_set_up, is_verdict, sums_up, tells_of_new, tells_of_old, turns_plainly, what_follows
from copaper.analysis.units import Unit, same_place
from copaper.textclean import denies, is_address, is_housekeeping, points_at_what_was_shown, straight, without_told_thanks

TOGETHER = 65
"""Words of a passage at most."""
FURTHER = 2
"""Sentences that follow a statement in a passage at most."""
SKIPPED = 2
"""Sentences left out at most before one that tells the point of a statement."""
BEFORE = 2
"""Sentences that introduce a statement at most."""
LONGEST, SHORTEST = 34, 4
"""Words of each of them."""
CLEAR = 0.6
"""Clarity from which a sentence can introduce a statement."""
SOON = 6
"""Words of a sentence within which it takes up what was said before."""

_JOINT = r"^(?:(?:and|so|now|well|okay|yeah|then)\b[\s,]*)*"
_CAME_OF_IT = re.compile(
    rf"{_JOINT}(?:so (?:now|today|far)\b|since then\b|in the end\b|as a result\b|by now\b|the (?:result|outcome|effect|upshot|difference) (?:is|was|has)\b|"
    r"(?:that|which)(?:'s| is| was) (?:why|how|because)\b|this is (?:why|because)\b|(?:which|that|this) (?:means?|meant)\b|what (?:we|I|they)(?:'ve| have)? (?:found|learn(?:ed|t)|saw|noticed|discovered)\b|(?:we|they|I) found (?:that|out)\b|"
    r"(?:the|my|our) (?:lesson|finding|conclusion)s? (?:is|was|from)\b|(?:it|that|this) (?:has |have )?(?:really |actually )?(?:worked|works|helped|helps|failed|saves?|saved|doubled|halved)\b|it turn(?:s|ed) out\b|"
    r"today (?:we|they|she|he|it)\b|nobody\b|(?:half|none|all|most|some|\d+|two|three|four|five|six|seven|eight|nine|ten) of (?:them|those|these|us|which)\b)", re.I,
)
_TURNS = re.compile(r"^(?:and |so )?(?:but|instead|otherwise|whereas|on the other hand|the others?\b(?= (?:\w+ )?(?:is|are|was|were|had|have|did))|if not|without (?:it|that|this|them)|even so|yet)\b(?!,? (?:anyways?|I (?:just|want|think|guess|mean|don't|do|would)|yeah|yes|um|uh|let|again|okay|that's (?:it|all|fine|okay)))", re.I)
_BECAUSE = re.compile(r"^(?:and )?(?:because|(?:that|this|it)(?:'s| is| was) because|the reason (?:is|was|for (?:that|this|it))|that(?:'s| is| was) the reason)\b", re.I)
_SAYS_MORE_OF_IT = re.compile(r"^(?:(?:and|so|just) )*(?:it|they|he|she)\b(?!,)(?!(?:'s| is| was) (?:not )?like\b)", re.I)
_POINTS_BACK = re.compile(r"^(?:\W|and|so|but|now|then|well)*(?:(?:for|in|of|to|with|on|at|from|by|because of) )?(?:this|that|these|those|such|it|they|he|she|another|also|one of)\b|\b(?:as well|also|too)\b", re.I)
_HERE_IN = re.compile(r"\bhere (?:in|at) (?-i:[A-Z])", re.I)
"""A "here" that says where."""
BETWEEN = 2
"""Characters between two sentences with nothing said between them."""
_OPEN_QUOTE = re.compile(r"(?<![\w])['‘](?=[A-Z])(?![^'’]*[.!?,]['’])")
_ENDS = re.compile(r"[.!][\"'”’)]*\s*$")
_BROKEN = re.compile(r"…|\.\.\.|--|\s[–—-]\s|[–—](?:so|well|I mean|yeah)\b|\b(?:is|are|was|were|the|an?|to|of|and|that|have|has)[–—]", re.I)
"""Where somebody breaks off within a sentence."""
_LOST_END = re.compile(r"\b(?:the|an?|in|of|to|and|but|that|is|are|for|with),? (?:okay|ok|right|yeah|yes|no|well|so|um|uh)\W*$", re.I)
"""How somebody leaves a sentence without its end."""
_SO_THEY = re.compile(r"^so,? (?:it|they|he|she)\b", re.I)
_HOW_MANY = frozenset("some many most others both few half none all".split())
_FRAMES = frozenset("when if where for in from before after some those with under".split())
"""Words with which two sentences begin that set two cases side by side."""
_CASE = re.compile(r"^(?:and |so )?if\b", re.I)
_ADVISES = re.compile(r"^(?:\W|so|and|but|then|please)*(?:tell|keep|use|ask|give|bring|make|take|don't|do not|never|always)\b|\b(?:should|must|need to|have to)\b", re.I)
_OF_THEM = re.compile(r"\bof (?:them|those|these|which|whom)\b", re.I)
_ANNOUNCED = r"(?:one|two|three|four|several|some|many|a few|a couple of|a number of|other|different) (?:\w+ ){0,2}(?:things?|reasons?|points?|issues?|questions?|problems?|ways?|examples?|challenges?|parts?|options?|steps?|lessons?)"
_ANNOUNCED_TOO = r"(?:two|three|four|five|several|a few|a couple of|a number of) (?:\w+ ){0,2}(?:approaches|dimensions|aspects|elements|alternatives|strands|ways (?:ahead|forward))"
_LEADS_ON = re.compile(
    rf"(?:[:;,–—-]|(?:^|\b(?:but|and|so|wait),? )hold (?:up|on)|\b(?:guess what|wait for it|here(?:'s| is) the (?:thing|catch)|why|how|this|(?:the|these) following \w+|following|what (?:happened|(?:we|I|they|she|he) did))[\s.]*|\b{_ANNOUNCED}(?: (?:this|last) (?:year|month|week|time)| differently| then| now)?[\s.]*)$|"
    rf"\b(?:there(?:'s| is| are| were|'re)|(?:I|we)(?:'ve| have)?(?: got| had| have| did| do| made)?) {_ANNOUNCED}(?: that)? (?:I|we|they|you)(?:'\w+)?(?: (?!and\b|but\b|because\b)[\w'-]+){{1,7}}$|"
    rf"\b(?:there(?:'s| is| are| were|'re)|(?:I|we)(?:'d| would| can)? (?:see|have|had))(?: \w+ly| now)? {_ANNOUNCED_TOO}(?: here| to (?:this|that|it|consider))?[\s.]*$|"
    r"^[^.?!]{0,120}?\b(?:I|we) (?:\w+ly )?asked (?:them|him|her|everybody|everyone|people|the \w+|our \w+) (?:about|for|on|whether|if|how|what|why)\b(?!.*\b(?:said|says|told|answered|replied)\b)[^.?!,]*$", re.I,
)
"""How a sentence ends whose point is in the next one."""
_GUESS = re.compile(r"\b(guess what)\W*$", re.I)
_TURNS_ELSEWHERE = (
    r"^(?:\W|and|so|but)*(?:what|why|how) (?:happens?|if|do|does|would|should|can|could|will|is|are)\b|"
    r"\b(?:another (?:thing|point|one|question|issue|example)|(?:second|third|next|last|final)(?:ly)?(?=,| (?:thing|point|question|one|issue|of all))|as I said|"
    r"I(?:'ll| will| want to| would like to|'d like to) (?:just )?(?:say|add|mention|talk|start|show|come|go|stop|end|finish|give|hand|leave)|I (?:might|should|could|must|can|would) (?:just |also )?(?:add|say|mention|note)|"
    r"I(?:'m| am) (?:going|done)|let me|let's|we(?:'ll| will)? (?:now|then)(?: \w+ly)? (?:move|turn|proceed|go) (?:on )?to|separate (?:discussion|issue|question|matter|topic|conversation)|thank(?:s| you)|sorry|anyway|(?<!, )that's (?:one|it|all))\b"
)
"""What turns to another matter."""
_TURNING = re.compile(_TURNS_ELSEWHERE, re.I)
_OF_ANOTHER = re.compile(r"(?:\W|and|so|but|now|then)*(?:(?:just )?to (?:\w+ly )?(?:(?:sum|wrap)(?: \w+){0,2} up\b|(?:recap|summari[sz]e|conclude)(?=,))|just (?:in terms of|on|about|as for|as regards|with (?:regard|respect) to|regarding)\b(?! (?:that|this|it)\b)[^.?!]{3,60}, )", re.I)
_GOES_ELSEWHERE = re.compile(
    rf"{_TURNS_ELSEWHERE}|\b(?:for example|for instance|I(?:'m| am)(?: \w+ly| very| quite| so){{0,2}} (?:happy|glad|interested|not sure|thankful|grateful|proud|pleased)|you know|I guess|I don't know|whatever|et cetera|and so on|stuff|this kind of)\b", re.I
)
"""What turns to another matter, or says nothing."""

_FRAME = frozenset("one ones".split())
_COUNTS = frozenset("half percent % twice nobody none".split())
"""Words that tell an amount and are no numbers."""
_UNIT_NOUNS = frozenset("year month week day hour minute time thing people".split())
_NUMBERED = frozenset("option solution step stage phase level version number part point item article section chapter question slide day page table figure line".split())
_DEFINITE = frozenset("the those these both".split())
_KNOWN = frozenset(
    """year month week quarter morning afternoon evening day time moment point session webinar meeting call community country world people government public
    internet web market economy future past fact way case problem thing rest end beginning start idea question""".split()
)
"""Nouns of what every reader knows, or that point at what follows."""
_COUNTED = frozenset("point question way problem idea case".split())
"""Those of which several were told before: "the questions"."""


def passage(units: Sequence[Unit], begin: int, end: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the units to be told before and after a statement that is made of units ``begin`` to ``end``."""
    words = sum(unit.words for unit in units[begin : end + 1])
    before = _introduced(units, begin, end, TOGETHER - words)
    words += sum(units[i].words for i in before)
    told, after = list(range(begin, end + 1)), []
    while len(after) < FURTHER:
        i = _beside(units, told[-1], 1)
        if i is not None and not (words + units[i].words <= TOGETHER and _can_follow(units[i], units[told[-1]]) and goes_on_from([units[j] for j in told], units[i])):
            i = None if after else _further_on(units, end, i, TOGETHER - words)
        if i is None:
            break
        words += units[i].words
        told.append(i)
        after.append(i)
    while after and leads_on(units[after[-1]].text):
        after.pop()
    return before, tuple(after)


def _further_on(units: Sequence[Unit], own: int, i: int, room: int) -> int | None:
    """Return the unit soon behind ``i`` that tells the point of a statement which ends with unit ``own``, so that what stands
    between can be left out: how it is now, where that tells how it was, or the conclusion, if that stands alone."""
    led, matter = is_set_up(units[own].text), frozenset(_matter(units[own]))
    for skipped in range(1, SKIPPED + 1):
        if goes_elsewhere(units[i].text) or (j := _beside(units, i, 1)) is None:
            return None
        if units[j].words <= room and _can_follow(units[j], units[i]):
            alone = skipped == 1 and clarity(faults(units[j])) >= CLEAR and not hangs(units[j])
            if led and tells_of_new(units[j].text) or alone and draws_on(units[j], matter):
                return j
        i = j
    return None


def leads_on(text: str) -> bool:
    """Tell whether a sentence leads on to the next and comes to nothing by itself."""
    text = _GUESS.sub(r"\1", straight(text)).rstrip(" .!…")
    return _LEADS_ON.search(text) is not None or is_scene(text)


def next_of_turn(units: Sequence[Unit], i: int) -> int | None:
    """Return the unit that goes on right after unit ``i`` in the same turn or message, or None."""
    return _beside(units, i, 1)


def previous_of_turn(units: Sequence[Unit], i: int) -> int | None:
    """Return the unit that stands right before unit ``i`` in the same turn or message, or None."""
    return _beside(units, i, -1)


def points_back(text: str) -> bool:
    """Tell whether a sentence points at what was said before it: "that", "another", "as well"."""
    return _POINTS_BACK.search(straight(text)) is not None


def turns_to_another(text: str) -> bool:
    """Tell whether a sentence says by its first words that it is of something else than the one before it ("just in terms of the costs, ..."), or sums up."""
    return _OF_ANOTHER.match(straight(text)) is not None


def turns_elsewhere(text: str) -> bool:
    """Tell whether a sentence turns to another matter."""
    return _TURNING.search(without_told_thanks(straight(text))) is not None


def goes_elsewhere(text: str) -> bool:
    """Tell whether a sentence turns to another matter, or says nothing."""
    return _GOES_ELSEWHERE.search(without_told_thanks(straight(text))) is not None


def is_broken(text: str) -> bool:
    """Tell whether a sentence breaks off, has no end, or holds half a quotation or bracket."""
    return _ENDS.search(text) is None or _BROKEN.search(text) is not None or _is_open(text)


def _beside(units: Sequence[Unit], i: int, step: int) -> int | None:
    """Return the next unit of the same turn or message; those of the chat may stand between, but none of its own words, such as
    those of another language."""
    j = i + step
    while 0 <= j < len(units) and not same_place(units[i], units[j]) and units[j].where == "message":
        j += step
    if not (0 <= j < len(units) and same_place(units[i], units[j])):
        return None
    first, second = sorted((units[i], units[j]), key=lambda unit: unit.start)
    return j if second.start - first.end <= BETWEEN else None


def _can_follow(unit: Unit, before: Unit) -> bool:
    """Tell whether a sentence can be printed behind the one ``before`` it."""
    text = unit.text
    if not can_be_told(unit) or not _ENDS.search(before.text) or not (is_whole(unit) or _BECAUSE.match(straight(text)) or _OF_THEM.search(text) or is_verdict(text) or what_follows(text)):
        return False
    found = faults(unit, before)
    return not (found["place"] and not _HERE_IN.search(text) or found["listed"] or found["you"] > 2)


def can_be_told(unit: Unit) -> bool:
    """Tell whether a sentence is short, sound, spoken to its end, and on the matter."""
    text = unit.text
    if not SHORTEST <= unit.words <= LONGEST or not _ENDS.search(text) or _BROKEN.search(text) or _is_open(text) or not is_sound(unit) or is_courtesy(unit):
        return False
    return not (is_housekeeping(text) or points_at_what_was_shown(text) or is_address(text) or goes_elsewhere(text))


def _is_open(text: str) -> bool:
    """Tell whether a quotation or a bracket is opened or closed in a sentence and has no partner there."""
    return text.count("“") != text.count("”") or text.count("(") != text.count(")") or text.count('"') % 2 == 1 or _OPEN_QUOTE.search(text) is not None


def goes_on_from(told: Sequence[Unit], unit: Unit) -> bool:
    """Tell whether a sentence shows that it goes on with what was ``told``: what came of it, its other side,
    its reason, or an amount to set beside another."""
    text, before = straight(unit.text).strip(), straight(told[-1].text)
    if _CAME_OF_IT.match(text) or _BECAUSE.match(text) or _sets_beside(text, before) or limits(told[-1], unit):
        return True
    if _makes_its_point(unit, told):
        return True
    amounts, other_side = _amounts(unit), denies(text) is not denies(before)
    shared = _matter(unit) & {lemma for one in told for lemma in _matter(one)}
    if turns_plainly(text) and clarity(faults(unit, told[-1])) >= CLEAR:
        return True
    if (amounts or other_side) and _SAYS_MORE_OF_IT.match(text) or (amounts or other_side or shared) and _TURNS.match(text):
        return True
    if _SO_THEY.match(text) or _is_elliptic(unit, told) or _takes_up(unit, told):
        return True
    if not amounts:
        return False
    if _OF_THEM.search(text):
        return any(token.tag_ in ("NNS", "NNPS") for one in told for token in one.tokens)
    return len(shared) > 1 or bool(shared) and (amounts > 1 or any(map(_amounts, told)))


def _makes_its_point(unit: Unit, told: Sequence[Unit]) -> bool:
    """Tell whether a sentence turns what was ``told`` into its point."""
    matter = frozenset(lemma for one in told for lemma in _matter(one))
    return (
        is_verdict(unit.text) or tells_of_new(unit.text) and any(tells_of_old(one.text) for one in told) or sums_up(told[-1].text) or what_follows(unit.text)
        or concludes(unit, matter, _amounts(unit) > 0) or counts_alike(unit, told[-1]) or goes_for_them(unit)
    )  # fmt: skip


def _is_elliptic(unit: Unit, told: Sequence[Unit]) -> bool:
    """Tell whether a sentence begins with how many of those it speaks of, who were named before: "many did", "both were"."""
    first = next((token for token in unit.tokens if token.pos_ not in ("CCONJ", "PUNCT", "SPACE")), None)
    return first is not None and first.lower_ in _HOW_MANY and first.dep_ in ("nsubj", "nsubjpass") and any(token.tag_ in ("NNS", "NNPS") for token in told[-1].tokens)


def _takes_up(unit: Unit, told: Sequence[Unit]) -> bool:
    """Tell whether a sentence soon says "those" or "that" with a noun of the one before it: "those loans have to be paid back"."""
    named = {token.lemma_.casefold() for token in told[-1].tokens if token.pos_ in ("NOUN", "PROPN")} - _KNOWN
    begin = [token for token in unit.tokens if not token.is_punct][:SOON]
    return any(token.dep_ == "det" and token.lower_ in ("that", "those", "these", "such") and token.head.lemma_.casefold() in named for token in begin)


def _sets_beside(text: str, before: str) -> bool:
    """Tell whether a sentence tells another case beside the one ``before`` it: "when the nurse rang ..., when a student rang ..."."""
    first, other = (re.findall(r"[a-z']+", one.casefold())[:1] for one in (re.sub(r"^(?:(?:and|so|but)\W+)+", "", words, flags=re.I) for words in (text, before)))
    return first == other and not _FRAMES.isdisjoint(first) or _CASE.match(text) is not None and _ADVISES.search(before) is not None


def _matter(unit: Unit) -> set[str]:
    return {lemma for lemma in unit.lemmas if lemma not in _UNIT_NOUNS}


def _amounts(unit: Unit) -> int:
    """Return how many amounts a sentence tells; a year, or "one" alone, is none."""
    return sum(
        token.lower_ not in _FRAME and not _is_name(token) and (token.tag_ == "CD" and not (token.is_digit and len(token.text) == 4 and token.text[:2] in ("19", "20")) or token.lower_ in _COUNTS)
        for token in unit.tokens
        if token.tag_ == "CD" or token.lower_ in _COUNTS
    )


def _is_name(number: Token) -> bool:
    """Tell whether a number only says which of several is meant: "option 2", "Bill 17"."""
    before = number.nbor(-1) if number.i else None
    return number.tag_ == "CD" and before is not None and (before.pos_ == "PROPN" or before.lemma_.casefold() in _NUMBERED)


def _introduced(units: Sequence[Unit], begin: int, end: int, room: int) -> tuple[int, ...]:
    """Return the units right before a statement that introduce what the statement calls "the ..." or "those ..." or "it", if they do, or on
    which the statement leans in other words: "for this reason"."""
    told = units[begin : end + 1]
    left_open, taken_for_known, spoken_of = unnamed(told), frozenset(named_as_known(units[begin])), _spoken_of(units[begin])
    explained, found, i = False, [], begin
    for step in range(BEFORE):
        previous = _beside(units, i, -1)
        if previous is None or units[previous].words > room or not _can_introduce(units[previous]):
            return ()
        i, unit = previous, units[previous]
        found.insert(0, i)
        room -= unit.words
        new = {token.lemma_.casefold() for token in unit.tokens if token.pos_ == "NOUN" and _is_new(token)}
        takes_up = step == 0 and takes_up_another(units[begin].text)
        explained = explained or takes_up or spoken_of in unit.lemmas or not taken_for_known.isdisjoint(new) or any(names(unit, one, step == 0) for one in left_open)
        if explained and _begins_a_thought(unit):
            return tuple(found)
    return ()


def _can_introduce(unit: Unit) -> bool:
    """Tell whether a sentence can be printed in front of another: it says something, to its end."""
    return can_be_told(unit) and not _LOST_END.search(unit.text) and bool(unit.lemmas)


def _begins_a_thought(unit: Unit) -> bool:
    """Tell whether a sentence is understood without the one before it."""
    whole = is_whole(unit) and not hangs(unit) and not _POINTS_BACK.search(unit.text)
    return whole and clarity(faults(unit)) >= CLEAR and not any(one.firm for one in unnamed([unit]))


def _spoken_of(unit: Unit) -> str | None:
    """Return the lemma of a bare "the ..." that a sentence begins with and tells something of: "the adviser asked them"."""
    begin = [token for token in unit.tokens if not token.is_punct][:SOON]
    subject = next((token for token in begin if token.dep_ in ("nsubj", "nsubjpass")), None)
    lemma = subject.lemma_.casefold() if subject is not None and subject.pos_ == "NOUN" else None
    return lemma if subject is not None and lemma not in _KNOWN and _is_bare(subject) else None


def named_as_known(unit: Unit) -> list[str]:
    """Return the lemmas of nouns that a sentence takes for known: "the three questions", "those costs"."""
    found, named = [], set()
    for token in unit.tokens:
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        lemma = token.lemma_.casefold()
        if lemma not in named and (lemma not in _KNOWN or token.tag_ == "NNS" and lemma in _COUNTED) and _is_bare(token):
            found.append(lemma)
        named.add(lemma)
    return found


def _is_bare(noun: Token) -> bool:
    """Tell whether a noun stands behind "the" or "those" and nothing but a number says which."""
    children = list(noun.children)
    definite = any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in children)
    return definite and all(child.dep_ in ("det", "nummod") or child.i < noun.i and child.pos_ in ("ADV", "PUNCT") for child in children if not (child.i > noun.i and child.dep_ in ("punct", "cc", "conj")))


def _is_new(noun: Token) -> bool:
    """Tell whether a noun is named here as something that hearers do not know yet."""
    return not any(child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those", "both") or child.dep_ == "poss" for child in noun.children)
