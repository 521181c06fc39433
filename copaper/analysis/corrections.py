"""What was said against a statement within minutes: denied by another, taken back by who said it, or limited in the same breath.

A paper that prints the statement and not the correction tells the opposite of what a session came to. Only what says
outright that it corrects is taken, and only where it is bound to the statement: by standing directly behind it, or by a
number or rare words that both have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from copaper.analysis.amounts import Amount, amounts
from copaper.analysis.ranker import rarity
from copaper.analysis.statements import is_courtesy
from copaper.analysis.units import Unit, is_content, is_marked, lemma, quoted, same_place, told_once
from copaper.records import Correction, CorrectionKind, Evidence, Session
from copaper.textclean import is_housekeeping, straight

WITHIN = 240.0
"""Seconds from a statement to what takes it back."""
SOON = 120.0
"""The same to what denies it."""
AFTERWARDS, RECKONED = 180.0, 300.0
"""The same to what its speaker says later of whom it holds, and to what they reckon from its number."""
AT_ONCE = 60.0
"""The same to what says that there is no such thing."""
TURNS = 3
"""Turns before a denial in which what it denies is looked for: others may have nodded between."""
EARLY = 6
"""Sentences of a turn within which it says that it replies."""
LAST = 3
"""Sentences at the end of a turn that a reply is to as a rule."""
LOOSE = 2.5
"""Rarity, in all, of the words that one of these and a reply with a doubt have in common."""
REPLY = 6
"""Sentences of a turn that concedes something within which what is left of it is told."""
GIVEN_UP = 7
"""Turns before such words in which what is given up is looked for."""
MATTER = 3
"""Words of its matter, and numbers, that a statement has at least."""
SHORTEST, LONGEST = 5, 45
"""Words of a statement at least, and of what is quoted against it at most."""
TELLS = 9
"""Words from which a sentence says enough without the one behind it."""
RARE, BOUND, TOGETHER = 1.0, 2, 2.8
"""How rare a word is that binds two sentences which have it, how many such words do, and how rare these are in all."""
MOST, ALIKE = 2, 0.7
"""Statements that one denial speaks of at most, and how much as closely as the closest the other is bound to it."""
FLATLY = 2
"""Sentences at the end of a turn that a flat "no" denies: with a number, and no question."""
_FLAT_NO = re.compile(r"^\W*(?:(?:eish|haai)\W+)*(?:(?:no|nee|hayi)\b\W*)+$", re.I)
_FEW = 2
"""Numbers up to this are said of anything."""

_VERY = r"(?:(?:simply|just|really|actually|absolutely|quite|certainly|completely|totally|factually|entirely|clearly|also|very|rather|necessarily|always|exactly|strictly|a (?:bit|little)) )*"
_TRUE = r"(?:true|right|correct|the case|accurate|fair|so)\b(?=\s*(?:[.,;:!?–—-]|$|(?:and|but|because|as|since|here|there|anymore|at all|everywhere|to say that|in (?:all|every|our|my|this|that|the|some|general))\b))"
_FALSE = r"(?:wrong|false|incorrect|misleading|inaccurate|untrue|mistaken|nonsense|a (?:misunderstanding|misconception|myth))\b(?=\s*(?:[.,;:!?–—-]|$|(?:and|but|because|as|since|that|about|on|here|there)\b))"
_CLAIMED = r"(?:claim|statement|figure|number|premise|assertion|opinion|view|argument|assumption|impression|allegation|suggestion|characteri[sz]ation|calculation)s?"
_LEADS = r"(?:^\W*|[,;:–—] ?|\b(?:but|and|no|well|so|because|think|believe|afraid|know|actually|unfortunately|sorry|yeah|yes|chair|speaker|say(?:ing)? that),? )"
_WHAT = rf"(?:that|this|it|(?:the|that|this|his|her|your|their|those|these) (?:(?:\w+) ){{0,2}}{_CLAIMED})"
_DENIES = re.compile(
    rf"{_LEADS}{_WHAT}(?:(?:'s| is| was| are| were) {_VERY}(?:not {_VERY}{_TRUE}|{_FALSE})|(?: isn't| wasn't| aren't| weren't) {_VERY}{_TRUE})|"
    rf"\bI (?:do not|don't) (?:think|believe) (?:that )?{_WHAT}(?:'s| is| was| are) {_VERY}{_TRUE}|\byou(?:'re| are) {_VERY}(?:wrong|mistaken)\b",
    re.I,
)
"""How somebody denies what was said."""
_DENIES_IT = re.compile(
    r"\bI (?:do not|don't) (?:actually |really )?think (?:that )?(?:it|that|this|they|he|she|we) (?:does|do|is|are|was|were|will|can|would|should|did|has|have)\W*$|"
    r"^\W*(?:(?:no|well|but|actually)\W+){1,2}(?:it|that|they|we|he|she|there) (?:\w+n't|(?:is|are|was|were|does|do|did|will|can|has|have) not)\W*$|"
    r"^\W*(?:(?:no|well|but|actually|oh)\W+){0,2}(?:on the contrary|(?:quite|just|exactly) the (?:opposite|contrary)|the (?:opposite|contrary) is (?:true|the case))\b",
    re.I,
)
"""The same of what was said last, as only its first words reply."""
_IS_NONE = re.compile(
    r"^\W*(?:(?:so|no|well|but|actually|oh|yes|yeah|um|uh|and)\W+){0,4}(?:(?:that|this|the|those|these) (?:[\w-]+ )?(?P<one>[\w-]+) (?:has|have|had|is|are|was|were|does|do|did)(?:n't| not) (?:actually |really )?"
    r"(?:(?:been |being )?(?:created|made|written|built|started|published|released|implemented|merged)|exist|happen)(?: yet)?\b|there(?:'s| is| are| was| were) (?:actually |really |currently )?no (?:such )?(?P<none>[\w-]+)\W*$)",
    re.I,
)
"""How a reply begins that says that something does not exist."""
_NODS = r"^\W*(?:(?:yes|yeah|ja|oh|okay|ok|well|um|uh|right|sure|I know|I see|I agree|true|sorry|thanks|thank you|chair|maybe)\W+){0,3}"
_BUTS = re.compile(
    _NODS + r"(?:but|however)\b\W*+(?!(?:(?:I|we) (?:just|also|want|would like|do want|would|have|had|wonder|guess|can|could|should|will|agree)|just|also|anyway|thank|can|could|do|did|does|is|are|what|how|why|when|if|again|let|maybe|first|to|yes|yeah|okay|it sounds|you(?:'ve| have)|yet|and|so|then|or|I'm happy|I'm (?:also|just|not))\b)|"
    + _NODS + r"(?:no|nope|not (?:really|necessarily|always|quite|exactly|in (?:our|my|this|that) (?:\w+ )?(?:case|experience|country|area)))\b\W++(?!(?:no|yes|yeah|I (?:was|am|think (?!it|that|there|the)|agree|mean|just|have|had|can|guess|did)|I'm|I'll|I've|we'll|we will|not at all|go|problem|worries|you|thank|thanks|sorry|we're good|(?:that's|it's|that is|it is) (?:\w+ )?(?:fine|okay|ok|good|great|right|true|a good)|further|more|other|one|comments?|questions?|need|doubt|matter|idea)\b)",
    re.I,
)
"""How a reply begins that objects, if it goes on about the same."""
_DOUBTS = re.compile(
    r"\bI (?:really |actually |also |just |personally |still )?(?:do not|don't|cannot|can't) (?:really |actually |quite )?(?:think|believe|see (?:that|how|why))(?! (?:I(?:'m)?|there(?:'s| is| are) (?:any|a need)|any\w*|so|you need|we (?:have|need) (?:any|to (?:discuss|decide|talk)))\b)|"
    r"\bI(?:'m| am) (?:(?:a (?:bit|little)|rather|very|somewhat|certainly|still|quite|pretty|also) )*(?:s[ck]eptical|not (?:(?:so|entirely|quite|really|fully|at all) )?(?:convinced|persuaded)|not (?:(?:so|entirely|quite|really) )?sure (?:that|it|we|they|this))\b|"
    r"\bI(?:'d| would| want to| have to| must| will) (?:(?:just|also|kind of|really) )*(?:push back|be (?:very )?careful|caution (?:against|that)|argue (?:against|that it's not|the opposite))|"
    r"\bI(?:'ve| have) (?:a|some|the same|serious|big|real) (?:\w+ )?(?:problems?|concerns?|worr(?:y|ies)|issues?|trouble|objections?|doubts?) (?:with|about)|\bthe (?:problem|trouble|catch|danger|risk|drawback|downside) (?:(?:with|of) (?:that|this|it|doing (?:that|this|it)) |there |here |then )?(?:is|was)\b(?! solved| gone)",
    re.I,
)
"""How somebody voices a doubt."""
_SUPPOSES = re.compile(r"\b(?:if|whether|unless|maybe|perhaps|in case|correct me|might|may|could|would|when|say|says|said|claim|claims|tell|told|prove|proves|not sure|how do)\b", re.I)
"""What before such words makes them no denial of what was just said."""
_SETS_RIGHT = re.compile(r"\b(?:to|must|will|should|let me|I) (?:just )?(?:correct (?:you|him|her|that|this|the (?:member|honourable|record|impression|statement|figures?|numbers?))|set the record straight)\b", re.I)
"""How somebody announces that what comes now is otherwise than what was said."""
_CONCEDES = re.compile(
    r"^\W*(?:(?:yes|yeah|ja|oh|okay|ok|well|no|I know|true|um|uh|right|sorry|fine|sure)\W+){0,3}"
    r"(?:you(?:'re| are) (?:quite |absolutely |completely |totally )?right(?! (?:to|in)\b)|(?:that's|that is|it's) (?:a )?(?:very )?fair (?:point|comment|criticism|enough|objection)|"
    r"fair (?:point|enough)|point taken|I accept that|I take (?:the|your|that) point|I concede|I(?:'ll| will) (?:give|grant) you that)\b",
    re.I,
)
"""How a reply begins that gives in to an objection."""
_GIVES_UP = re.compile(r"^\W*(?:(?:yes|yeah|oh|okay|ok|well|all right|right|sure)\W+){0,3}(?:understood(?=\W*$|[.,;!])|(?:that's )?fair enough|point taken|(?P<tries>I(?:'ll| will) try (?:it|that)(?: (?:then|that way|like that))?(?=\W*$|[.,;!])))", re.I)
"""How somebody begins who does not insist."""
_NOT_ONES_OWN = re.compile(r"^\W*(?:(?:and|so|but|um|uh|well)\W+)*(?:is|are|was|were|do|does|did|can|could|would|have|has|should) (?:the|it|there|this|that|you|we|they|I|he|she|your|our|an?)\b|\b(?:(?:a|my|one|the|another|your) (?:\w+ )?question|wonder(?:ed|ing)?|(?:I|we|to|just) ask(?:ed|ing)?|(?:trying|want|like) to understand|you(?:'re| are| were)(?: just| basically)? (?:saying|suggesting|arguing|asking|proposing)|it sounds like|you(?:'ve| have)? (?:just |also )?(?:said|suggested|mentioned|asked))\b", re.I)
"""How somebody asks without a question mark, or tells what another said."""
_GRANTS = re.compile(r"\b(?:absolutely|quite|totally|entirely|exactly|completely|perfectly) right\b|\bI (?:(?:absolutely|totally|fully|completely|entirely|do|very much) )*(?:agree|appreciate)\b", re.I)
"""What shows that a "but" or a "no" was only the beginning of assent."""
_OBJECTS = re.compile(r"^\W*(?:\w+\W+){0,3}(?:but|however)\b|\b(?:not|never|cannot|\w+n't|problem|wrong)\b", re.I)
_TAKES_BACK = re.compile(
    r"^\W*(?:(?:oh|no|sorry|um|uh|wait|actually|yeah|yes|okay|well|so|and|but)\W+){0,3}(?:I stand corrected|I misspoke|I (?:was|am) (?:wrong|mistaken) (?:about|on|there|when|in saying)|I take (?:that|it) back|correction\b\W|let me correct (?:that|myself|what)|(?:I'm |I am )?sorry,? I (?:meant|mean)\b|I meant to say|my mistake\b|I (?:got|had) (?:that|it|the \w+) wrong|I (?:should have|meant to have) said\b)",
    re.I,
)
"""How somebody takes back what they just said."""
_ONLY_SO = re.compile(
    r"^\W*(?:(?:but|and|now|so|well|though|yet)\W+){0,2}(?:not that (?:we|I|it|they|there|this|that|he|she)\b|(?:that|this|it)(?:'s| is| was) only because\b|"
    r"(?:(?:that|this|the|those|these) (?:numbers?|figures?|count|total|share|percentages?)|that|this) (?:leaves? out|do(?:es)?(?:n't| not) (?:include|count|cover)|excludes?|only (?:includes?|counts?|covers?)|(?:is|are|may be|might be|can be) (?:a (?:bit|little) )?misleading))",
    re.I,
)
"""How somebody limits what they just said."""
_THAT_SAID = re.compile(r"^\W*(?:(?:but|and|now|so|well|though|yet)\W+){0,2}(?:having said that\b|that (?:being )?said\b(?=,)|mind you\b|then again,|to be fair\b|in (?:all )?fairness\b|admittedly\b)\W*", re.I)
"""The same, or how somebody goes on to something else."""
_PRONOUN = re.compile(r"(?:it|they|this|those|these|he|she|that|not all|some of (?:them|those))\b", re.I)
_PURELY = re.compile(r"\b(?:purely|solely|merely|exclusively|nothing but|only about)\b", re.I)
_ADDS = re.compile(r"\b(?:adds?|added|extends?|extended|also|as well|in addition|too)\b", re.I)
"""How somebody says that there is more to something that was said to be one thing only."""
_EARLIER = re.compile(r"\W*(?:earlier|before|previously|a (?:moment|minute) ago)\b", re.I)
_NOT_USUAL = re.compile(
    r"\b(?:isn't|wasn't|is not|was not) (?:something|how|what|a thing|anything) (?:that )?(?:we|you|anybody|anyone|people|they|I)(?:'d| would)(?: ever| normally| usually| actually| really)* (?:do|use|build|have|see|put|make|write)\b|"
    r"\b(?:an?|the) arti?efact of (?:the|our|this|that|how)\b|\b(?:since|because|as) our (?:fake|mock|dummy|test|toy) [\w-]+ (?:was|were|had|did)\b",
    re.I,
)
"""How somebody says that what was found comes from how it was tried."""
_HARDLY_HOLDS = re.compile(
    r"\bnot (?:(?:\w+ly|very|at all|a) )*(?:representative|(?:random|large|big) (?:sample|group)|typical|comparable)\b|\b(?:small|tiny|biased|skewed) sample\b|\b(?:they|people|those|who)(?:'ve| have| had)? (?:all )?(?:selected|chose|chosen|picked) themselves\b",
    re.I,
)
"""How somebody says outright how little holds of what they told."""
_IN_PROPORTION = re.compile(
    r"\b(?:then )?the (?:(?:real|true|actual|net|whole) )?(?:difference|effect|gain|increase|change|rest) (?:is|was)(?: (?:only|just|about|really))* (?:\d|\w+ty\b|\w+teen\b|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|"
    r"\b(?:you|we) (?:have|need) to (?:subtract|deduct|take off)\b", re.I,
)
"""How somebody reckons what is left of a number."""
_HOLDS_FOR = re.compile(
    r"\bonly (?:for |of |counts? |about )?(?:those|the ones|the [a-z]+s|people|[a-z]+s) (?:who|that)\b|(?<!\byou )\ball (?:of them )?(?:(?:in|from) (?!(?:all|this|favou?r)\b)(?:the )?(?:same )?[\w-]+)(?=[,.!]|$| so\b)|"
    r"^\W*(?:\w+\W+){0,2}(?:that|this|it|those|these)(?:'s| is| was|'re| are| were) (?:only|just|still only|less than|under|fewer than)\b(?= (?:for|in|about|of|the|those|\d|one|two|three|four|five|six|seven|eight|nine|ten|half|an?)\b)", re.I,
)
"""How somebody says of whom alone holds what they told, or how little that is, where it has two words of that."""
NEAR = 6
"""Sentences from such words to what they limit."""
_OTHER_NUMBER = re.compile(r"^\W*(?:(?:no|actually|definitely|sorry|well|but|it(?:'s| is| was)|I think|there (?:is|are|were|was)|that(?:'s| is| was)|only|not|more than|less than|fewer than|at least|by now|the (?:figure|number) is)\W+){1,5}(?=\d|\w+ty\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b)", re.I)
"""How a sentence begins that sets another number against one."""


def corrections(session: Session, units: Sequence[Unit]) -> tuple[Correction, ...]:
    """Return what was said against statements, in time."""
    found: dict[tuple[Evidence, Evidence], Correction] = {}
    for rows in (_rows(units, "turn") if is_marked(session) else [], _rows(units, "message")):
        for rule in (_denials, _no_such, _concessions, _given_up, _other_numbers, _objections, _within_turns):
            for kind, of, by in rule(rows):
                one = Correction(kind=kind, of=of.evidence(), by=quoted(session, by, 0, -1))
                found.setdefault((one.of, one.by), one)
    for of, by in _told_soon_after(session, units) if is_marked(session) else ():
        one = Correction(kind=CorrectionKind.LIMITED, of=of.evidence(), by=by.evidence())
        found.setdefault((one.of, one.by), one)
    return tuple(sorted(found.values(), key=lambda one: (one.by.time, one.by.index, one.by.start, one.of.index, one.of.start)))


def _rows(units: Sequence[Unit], where: str) -> list[list[Unit]]:
    """Return the sentences of each turn or message: those of two turns at once may alternate in time."""
    rows: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.where == where:
            rows.setdefault(unit.index, []).append(unit)
    return [sorted(rows[index], key=lambda unit: unit.start) for index in sorted(rows)]


Found = Iterator[tuple[CorrectionKind, Unit, Sequence[Unit]]]


def _denials(turns: Sequence[Sequence[Unit]]) -> Found:
    """Yield what is denied by somebody else in the turns right behind it."""
    for place, turn in enumerate(turns):
        for at, unit in enumerate(turn[:EARLY]):
            outright = _is_said(_DENIES, unit)
            denies = outright or at == 0 and _is_said(_DENIES_IT, unit)
            if not (denies or _SETS_RIGHT.search(straight(unit.text))):
                continue
            before = [one for one in reversed(turns[max(0, place - TURNS) : place]) if one[0].participant != unit.participant and unit.time - one[-1].time <= SOON]
            said = turn[max(0, at - 2) : at + 3]
            claims = _bound((u for one in before for u in one), said)
            last = next((one[-1] for one in before if sum(u.words for u in one) >= SHORTEST), None)
            if denies and at == 0 and last is not None and _is_claim(last) and (last in claims or not claims and unit.where == "turn"):
                claims = [last]
            for claim in claims[:1] if denies and not outright else claims:
                if denies:
                    yield CorrectionKind.DENIED, claim, _telling(turn, at)
                elif (by := next((other for other in turn[at + 1 : at + 3] if other.words <= LONGEST and _bond(claim, other)), None)) is not None:
                    yield CorrectionKind.DENIED, claim, [by]


def _no_such(turns: Sequence[Sequence[Unit]]) -> Found:
    """Yield what somebody else tells of something of which a reply says that there is none."""
    for place, turn in enumerate(turns):
        for at, unit in enumerate(turn[:2]):
            found = _IS_NONE.search(straight(unit.text))
            if found is None:
                continue
            begins = unit.span.start_char + max(found.start("one"), found.start("none"))
            what = next((lemma(token) for token in unit.tokens if token.idx >= begins and is_content(token)), "")
            said = [u for one in reversed(turns[max(0, place - TURNS) : place]) for u in reversed(one) if u.participant != unit.participant and unit.time - u.time <= AT_ONCE]
            claim = next((u for u in said if _is_claim(u) and what in u.lemmas), None)
            if claim is not None:
                yield CorrectionKind.DENIED, claim, _telling(turn, at)


def _concessions(turns: Sequence[Sequence[Unit]]) -> Found:
    """Yield what somebody gives up when another objects, with what is left of it, or the objection."""
    for place, turn in enumerate(turns):
        at = next((at for at, unit in enumerate(turn[:2]) if _CONCEDES.search(straight(unit.text))), None)
        if at is None or not place or turns[place - 1][0].participant == turn[0].participant:
            continue
        objection, own = turns[place - 1], turn[at : at + REPLY]
        earlier = [u for one in turns[:place] if one[0].participant == turn[0].participant for u in one if objection[0].time - u.time <= WITHIN and u.position < objection[0].position]
        for claim in _bound(earlier, objection):
            left = [u for u in own if _shares_number(claim, u) and _values(u) - _values(claim)]
            objects = next((u for u in objection if _bond(claim, u) and _OBJECTS.search(straight(u.text))), None)
            if left:
                yield CorrectionKind.TAKEN_BACK, claim, left[:1]
            elif objects is not None:
                yield CorrectionKind.OBJECTED, claim, _telling(objection, objection.index(objects))


def _given_up(turns: Sequence[Sequence[Unit]]) -> Found:
    """Yield what somebody leaves at that once another has replied, with the reply."""
    for place, turn in enumerate(turns):
        found = _GIVES_UP.match(straight(" ".join(unit.text for unit in turn[:2])))
        reply = turns[place - 1] if place else turn
        if found is None or reply[0].participant == turn[0].participant:
            continue
        objects = [at for at, unit in enumerate(reply) if unit.words <= LONGEST and _OBJECTS.search(straight(unit.text))]
        own = next((one for one in reversed(turns[max(0, place - GIVEN_UP) : place - 1]) if one[0].participant == turn[0].participant and any(map(_is_claim, one))), None)
        if own is not None and turn[0].time - own[-1].time <= WITHIN and (objects or found["tries"]):
            for claim in filter(_is_claim, own[-LAST:]):
                yield CorrectionKind.OBJECTED, claim, _telling(reply, objects[-1] if objects else 0)


def _other_numbers(turns: Sequence[Sequence[Unit]]) -> Found:
    """Yield what somebody else answers with another number of the same things."""
    for place, turn in enumerate(turns):
        for unit in turn[:2]:
            if unit.words > LONGEST or not _OTHER_NUMBER.search(straight(unit.text)):
                continue
            for one in reversed(turns[max(0, place - TURNS) : place]):
                claim = next((u for u in reversed(one) if u.participant != unit.participant and unit.time - u.time <= SOON and _is_claim(u) and _differ(amounts(u), amounts(unit))), None)
                if claim is not None:
                    yield CorrectionKind.DENIED, claim, [unit]
                    break


def _objections(turns: Sequence[Sequence[Unit]]) -> Found:
    """Yield what somebody else replies to at once with a "but", a "no", or a doubt, in words that both have."""
    for place, turn in enumerate(turns):
        before = turns[place - 1] if place else ()
        if before and before[0].participant != turn[0].participant and _FLAT_NO.match(straight(turn[0].text)) and turn[0].time - before[-1].time <= AT_ONCE and len(turn) > 1 and not any(unit.text.rstrip().endswith("?") for unit in before[-FLATLY:]):
            told = turn[: 1 + next((n for n in range(1, len(turn)) if sum(unit.words for unit in turn[1 : n + 1]) >= TELLS), len(turn) - 1)]
            for claim in (unit for unit in before[-FLATLY:] if _is_claim(unit) and _values(unit)):
                if any((_values(unit) or not set(unit.lemmas).isdisjoint(claim.lemmas)) and not is_courtesy(unit) for unit in told[1:]):
                    yield CorrectionKind.OBJECTED, claim, told
        at = next((at for at, unit in enumerate(turn[:2]) if not unit.text.rstrip().endswith("?") and unit.words >= SHORTEST and not _GRANTS.search(unit.text) and (at == 0 and _BUTS.search(straight(unit.text)) or _DOUBTS.search(straight(unit.text)))), None)
        if at is None:
            continue
        replied = next((one for one in reversed(turns[max(0, place - TURNS) : place]) if sum(unit.words for unit in one) >= SHORTEST), None)
        if replied is None or replied[0].participant == turn[0].participant or turn[0].time - replied[-1].time > SOON:
            continue
        said = turn[: at + 2]
        for claim in _bound(replied, said) or [u for u in replied[-LAST:] if _is_claim(u) and sum(_rare(u, *said)) >= LOOSE][-1:]:
            yield CorrectionKind.OBJECTED, claim, _telling(turn, at)


def _within_turns(turns: Sequence[Sequence[Unit]]) -> Found:
    """Yield what who said it takes back or limits in the next sentence, or says to come from how it was tried."""
    for turn in turns:
        for at, unit in enumerate(turn):
            text = straight(unit.text)
            if at and _is_claim(turn[at - 1]):
                if (taken := _TAKES_BACK.search(text)) and (not _EARLIER.match(text, taken.end()) or _bond(turn[at - 1], unit)):
                    yield CorrectionKind.TAKEN_BACK, turn[at - 1], _telling(turn, at)
                elif limits(turn[at - 1], unit):
                    yield CorrectionKind.LIMITED, turn[at - 1], _telling(turn, at)
            if _NOT_USUAL.search(text):
                for other in turn[max(0, at - NEAR) : at + NEAR + 1]:
                    if other is not unit and _is_claim(other) and _bond(other, *(u for u in turn[max(0, at - 1) : at + 2] if u is not other)):
                        yield CorrectionKind.LIMITED, other, [unit]


def _told_soon_after(session: Session, units: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Yield what was said with a number, and of whom alone that holds, as its speaker says soon after: in the chat, or when they speak again."""
    for place, unit in enumerate(units):
        outright, reckoned = _is_said(_HARDLY_HOLDS, unit), _IN_PROPORTION.search(straight(unit.text)) is not None and len(_values(unit)) > 1
        if unit.words > LONGEST or is_courtesy(unit) or not (outright or reckoned or _is_said(_HOLDS_FOR, unit)):
            continue
        to = session.messages[unit.index].reply_to if unit.where == "message" else None
        said = [unit, *(other for other in units if to is not None and (other.where, other.index) == ("message", to))]
        own = [u for u in units[:place] if u.participant == unit.participant and u.where == "turn" and not same_place(u, unit) and unit.time - u.time <= (RECKONED if reckoned else AFTERWARDS) and _values(u) and (_is_claim(u) or reckoned and u.words >= SHORTEST and "?" not in u.text)]
        words = {lemma for one in said for lemma in one.lemmas}
        claim = next((u for u in reversed(own) if _shares_number(u, unit) or not reckoned and (_bond(u, unit) or len(words & set(u.lemmas)) >= (1 if outright else BOUND))), None)
        if claim is not None:
            yield claim, unit


def limits(before: Unit, unit: Unit) -> bool:
    """Tell whether a sentence says of the one ``before`` it when or why alone it holds."""
    text = straight(unit.text)
    if _ONLY_SO.search(text) or _PURELY.search(before.text) and _ADDS.search(text) and _subject(before) is not None and _subject(before) == _subject(unit):
        return True
    said = _THAT_SAID.search(text)
    return said is not None and (_PRONOUN.match(text, said.end()) is not None or bool(_rare(before, unit)))


def _subject(unit: Unit) -> str | None:
    return next((token.lemma_.casefold() for token in unit.tokens if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and is_content(token)), None)


def _is_said(pattern: re.Pattern[str], unit: Unit) -> bool:
    """Tell whether a sentence says so, neither asked nor supposed."""
    text = straight(unit.text)
    found = pattern.search(text)
    return found is not None and not text.rstrip().endswith("?") and not _SUPPOSES.search(text, 0, found.start())


@told_once
def _is_claim(unit: Unit) -> bool:
    """Tell whether a sentence says something that can be wrong, in its speaker's own name."""
    text = straight(unit.text).rstrip()
    enough = unit.words >= SHORTEST and len(set(unit.lemmas)) + len(amounts(unit)) >= MATTER
    return enough and not (text.endswith("?") or _NOT_ONES_OWN.search(text) or is_courtesy(unit) or is_housekeeping(text))


def _bound(units: Iterable[Unit], against: Sequence[Unit]) -> list[Unit]:
    """Return the claims that are bound to what was said ``against`` them, the closest first, none much more loosely than that one."""
    bonds = sorted(((_bond(unit, *against), unit.position, unit) for unit in units if _is_claim(unit)), key=lambda one: (-one[0], -one[1]))
    return [unit for bond, _, unit in bonds[:MOST] if bond and bond >= ALIKE * bonds[0][0]]


def _bond(claim: Unit, *others: Unit) -> float:
    """Return how much binds a sentence to others: a number, or rare words, that both have; 0 where that is too little."""
    shared = _rare(claim, *others)
    numbers = any(_shares_number(claim, other) for other in others)
    return sum(shared) + 4.0 * numbers if numbers or len(shared) >= BOUND and sum(shared) >= TOGETHER else 0.0


def _rare(one: Unit, *others: Unit) -> list[float]:
    """Return how rare each of the rare words is that a sentence has in common with others."""
    theirs = {lemma for other in others for lemma in other.lemmas}
    return [weight for lemma in sorted(set(one.lemmas) & theirs) if (weight := rarity(lemma)) >= RARE]


def _shares_number(one: Unit, other: Unit) -> bool:
    return any(value > _FEW for value in _values(one) & _values(other))


def _values(unit: Unit) -> set[float]:
    return {amount.value for amount in amounts(unit)}


def _differ(claimed: Sequence[Amount], told: Sequence[Amount]) -> bool:
    """Tell whether the same things are counted, and otherwise."""
    counted = {amount.of: amount.value for amount in claimed if amount.of}
    return any(amount.of in counted and amount.value != counted[amount.of] for amount in told)


def _telling(turn: Sequence[Unit], at: int) -> Sequence[Unit]:
    """Return a sentence, with the one behind it where it says little alone."""
    both = turn[at : at + 2]
    return both if turn[at].words < TELLS and sum(u.words for u in both) <= LONGEST else both[:1]
