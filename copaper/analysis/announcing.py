"""What people say that the meeting turns to: "item two is our session on part-time funding".

Whoever hands over names what follows in so many words, as on an agenda. The noun phrase of such an
announcement, without what leads up to it, names a topic better than what is counted in it, where the
topic does speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from copaper.analysis.announced_questions import announced_question
from copaper.analysis.boundaries import Stretch
from copaper.analysis.labels import TIMES, WEAK_END, WEAK_WORD
from copaper.analysis.naming import known_by
from copaper.analysis.ranker import rarity
from copaper.analysis.units import LIGHT, Unit, is_content, lemma, words_in
from copaper.nameparts import fold
from copaper.ordinary import given_names
from copaper.records import Evidence
from copaper.textclean import straight

MOST_WORDS = 8
"""Words of a name, the small ones counted."""
BETWEEN = 3
"""Further words of a name of two sides: "parity between craft and college training" names nothing without both."""
LONGEST = 60
"""Words of an announcement; a longer sentence is speech without full stops, where nobody can tell what belongs to what."""
EARLY = 90
"""Characters of a sentence before the words that move the meeting on; further on they stand in a clause of something else."""
BEFORE = 12
"""Units before a stretch in which its topic may be announced."""
RULES = 0.5
"""Share of a stretch that an announcement has to rule, until the next one, to name it."""
LONGER = 12
"""Words of what a whole session is on."""
OPENING, OPENS_WITHIN = 0.15, 900.0
"""Share of the spoken units, and seconds, within which it is said what a session is on."""
SPEAKS = 0.6
"""Share of a name's words, by rarity, that have to be spoken of after it."""
OFTEN = 2
"""Sentences in which a word is spoken of, at least."""
MOSTLY = 0.75
"""Share of a stretch ruled by an announcement that needs hardly be spoken of: whoever handed over said what it is on."""
HALF_SPOKEN, HARDLY_SPOKEN = 0.4, 0.2
"""Share of the words of what somebody hands over to that have to be spoken of, where it rules a stretch by half, and mostly."""
NEVER = 2.0
"""What nothing reaches."""
TOGETHER, PART = 0.75, 0.25
"""Shares of a stretch that two announcements have to rule together, and each of them, to name it together."""

NOW = r"(?:,? ?\b(?:now|then|first|next|just|quickly|briefly|maybe|perhaps|today|again|this (?:morning|afternoon|evening)|a (?:little )?bit|ahead and)\b){0,4},?"
START = r"^(?:\W{0,3}\b(?:okay|ok|so|and|then|now|right|well|good|great|thanks?|thank you|um|uh|but|all right|alright|yes|yeah|perhaps|maybe|just|in that case|I guess)\b){0,6}\W{0,3}"
WE = (
    r"(?:\b(?:we|I)(?:'ll| will)(?: now| then| just| also| all)?|\b(?:we|I)(?:'re| are|'m| am)(?: now| then| just| also| all)? (?:going to|gonna)"
    r"|\blet's|\blet us|\b(?:I|we)(?:'d| would)(?: now| also| just)* like to|\b(?:I|we) (?:just |also )?want(?:ed)? to|\b(?:can|should|shall|may) (?:we|I)(?: now| just)?)"
)
_WE_MAY = rf"(?:{WE}|{START}if (?:we|I)(?: can| could| may| might)?(?: now| just)?)"
_HERE = rf"\b(?:I'm|I am|we're|we are)(?: back)? here{NOW} to"
_OFFERS = r"(?:\bdo you want to|\bwould you like to|\byou(?: also)? wanted to|(?:\bif )?\byou(?: are|'re) (?:ready|prepared) to)"
"""How the floor is given to somebody for a matter that was handed in: "you wanted to talk about"."""
_OF_THE_DAY = r"(?: (?:on|for|of|in) (?:(?:the|our|today's|this) (?:agenda|day|list|meeting|session|call|morning|afternoon)|today))?"
_CALLED_UP = ("line", "session")
"""How an item of the agenda is called up; a part of what is told of it ends it no more."""
FORETOLD = "foretold"
"""How what was listed as the agenda is moved on to."""
BY_NAME = "by name"
"""The same by its bare name, of whoever listed it: "Digital skills. Refilwe?"."""
OWN = 3
"""Sentences of somebody before and after an announcement that is a part of an own talk."""
_HANDED = ("asks", "moves", "line", "session")
"""How somebody hands over to a matter."""
_ASKED = ("listed", "question")
"""How somebody announces a question to be answered: as one of a list, or by the way."""
_SPEAK = rf"(?: (?:talk|speak|look|discuss|hear|focus|consider|explore|address)\b{NOW}(?: (?:about|at|on)\b)?)?"
_IS = r",? (?:is|are|will be|being|would be)\b"
_IS_ON = rf"(?: (?:which|that))?(?:{_IS}(?: (?:on|about)\b)?| (?:relates? to|deals? with|concerns?|covers?)\b)"
_FROM = r",? from (?:me|(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+){0,2})"
_CARDINAL = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_CALLS = re.compile(
    rf"(?P<moves>{_WE_MAY}{NOW} (?:move|go|get|jump|switch|come|proceed|shift|dive|turn|transition)\b{NOW}(?: over| on| straight){NOW} (?:in)?to\b"
    rf"|{_WE_MAY}{NOW} (?:move|turn|jump|dive|switch|proceed|shift|transition){NOW} (?:in)?to\b|{START}(?:moving|turning|going|jumping)(?: on| over)?{NOW} (?:on)?to\b|(?:\b(?:that|this|which) )?(?:now |then )?\b(?:brings|takes) us{NOW}(?: on| back)?{NOW} to\b){_SPEAK}"
    rf"|(?P<line>{START}(?:next|last|first)(?: up)?,? (?-i:[A-Z])\w+,? you(?:(?:'ve| have|'d| had)? wanted to (?:talk about|bring up|discuss|share|present)|(?:'ve| have|'d| had)(?: got| put together| prepared| written| drafted| opened| worked on| been working on)?| put together| prepared| wrote| drafted)\b"
    rf"|\b(?:next|first|second|third|fourth|fifth|last|final|main|only) (?:(?:and )?\w+ )?(?:item|topic|group|part|section|theme|subject)(?: up)?{_OF_THE_DAY}{NOW},?{_IS_ON}"
    rf"|{START}(?:the|our|my) (?:next|last|final) (?:thing|one|area|part|piece|update)(?: up)?{_OF_THE_DAY}{NOW}{_IS}|{START}first(?: item)? up\b(?:{_IS})?,?"
    rf"|\b(?:item|topic|group|part|theme) (?:number )?{_CARDINAL}\b{NOW},?{_IS_ON}|{START}next(?: up| one| item up)?{_OF_THE_DAY}{NOW},? (?:is|are|we have|we've got|we also have)\b"
    rf"|{START}next(?: item)? up\b(?:,? (?:is|are|we have|we've got|we also have)\b)?,?)"
    rf"|(?P<asks>\b(?:(?:some|more|further|specific|few|the|with|got|have|has|of) questions|has(?: got)? a (?:\w+ )?question|(?<!my )(?<!his )(?<!her )(?<!their )(?:next|first|last|final) (?:set of |few )?questions?)"
    rf"(?:{NOW}|{_FROM}|{_IS}|,? comes?){{0,4}},? (?:on|about|around|regarding|relating to|in relation to|concerning)\b)"
    rf"|(?P<talks>(?:{_WE_MAY}|{_HERE}|\btoday,? we are){NOW} (?:be )?(?:(?:talk|speak|hear)(?:ing)?{NOW} about|discuss(?:ing)?|present(?:ing)?|cover(?:ing)?|bring(?:ing)?{NOW} up|(?:focus|start|begin)(?:ing)?{NOW} (?:on|with)|(?:go|run|walk)(?:ing)? (?:you )?through)\b"
    rf"|\b(?:we|I)(?:'ll| will|(?:'re| are|'m| am) (?:going to|gonna)){NOW} take a (?:\w+ )?look{NOW} at\b"
    rf"|{_OFFERS}{NOW} (?:(?:talk|speak){NOW} about|bring up|discuss|present|cover|go through|walk us through)\b(?: on\b)?)",
    re.I,
)
"""How people move on, call up a line, ask on something, or say what they are going to speak of."""
_MEETING = r"(?:webinar|session|meeting|call|workshop|dialogue|seminar|event|gathering|conversation|discussion|presentation|talk)"
_SUBJECT = re.compile(
    rf"\btoday\b,?(?: (?:in|on|at) (?:this|our|the) {_MEETING}\b,?)? we(?:'re| are|'ll| will)(?: all)?(?: going to)?(?: be)? (?:discuss|talk|look|focus|explor|speak|hear|learn|consider|cover)(?:e|ing)?(?: (?:about|at|on))?\b"
    rf"|\b(?:this|today's|our) (?:\w+ )?{_MEETING}(?: today| this (?:morning|afternoon|evening))? (?:is|will be)(?: all)? (?:on|about|dedicated to|devoted to)\b"
    rf"|\bwelcome,?(?: everyone| everybody| all| you all| back)?,? to (?:this|our|today's|the)(?: \w+){{0,3}} {_MEETING} (?:on|about)\b"
    rf"|\b(?:topic|theme|subject|title|focus) (?:of|for) (?:today|today's|this|our|the)(?: (?:\w+ )?{_MEETING})?(?: today)? is\b|\b(?:today's|our) (?:topic|theme|subject|focus)(?: for today| today)? is\b|\bthe theme(?: (?:for |of )?today| this (?:morning|afternoon))? is\b"
    r"|\bspend the (?:rest|remainder|most|bulk) of (?:the|our|this) (?:time|hour|session|call|meeting)(?: here)?(?: today| together)?\W{1,3}(?:on|with|in|talking about|discussing|looking at)\b",
    re.I,
)
"""How it is said what a whole session is on."""
_LIMITS = re.compile(r",? ?as (?:it|they) (?:relates? to|affects?|appl(?:y|ies) to|concerns?|pertains? to)\b", re.I)
"""What leads to whom or what alone a subject is about."""
_ITEM = re.compile(r"\b(?:item|topic)\b", re.I)
_SESSION_ON = re.compile(r"\b(?:session|inquiry|enquiry|hearing|debate)\b", re.I)
"""What a line of the agenda is that is the session itself: "item two is our evidence session on"."""
_LAW = re.compile(r"\W*(?:(?:the|our|a|an|of|on|first|second|third|\w+ reading|scrutiny|consideration) ){0,5}(?P<law>(?:[A-Z][\w'’-]+,? (?:(?:and|of|for|the|in|on|to) ){0,2}){1,8}\([A-Z][\w'’, -]{2,80}\)(?: \([A-Z][\w ]{2,30}\))? (?:Bill|Act|Regulations|Order)\b(?:: [A-Z]\w+(?: [\w-]+){0,4}(?=\W*$))?)")
"""What a line of the agenda is that is a law, with brackets in its name as no other name has."""
_CALLED = re.compile(r"\b(?:something|what)(?: \w+){0,2} call(?:ed)?\b", re.I)
LATER = re.compile(r"\b(?:later|shortly|soon|afterwards|in a (?:little )?(?:while|bit|minute|moment)|next (?:week|month|time|year|meeting|call|session))\b", re.I)
"""What is announced for another time."""
_HANDS_ON = re.compile(r"\b(?:next|further|final|last|more) (?:set of )?questions?(?: now| then)*,? (?:now |then )?(?:(?:is|are|comes?|will be|go(?:es)?)(?: now| then| coming)?,? )?(?:from|to)\b", re.I)
"""How a chair hands on to somebody who asks on something else."""
LEFT_OPEN = re.compile(r"\b(?:if|when|whether|unless|because|that|which|who|where|how|why|before|after|until|not)\b|n't\b", re.I)
"""What stands before such words where they announce nothing: "before we move on to"."""
_TALK = re.compile(
    r"^(?:(?!to )[\w'-]+ ){0,3}?(?:sessions?|scrutiny|questions?|discussions?|updates?|introduction|presentation|overview|inquiry|enquiry|topics?|section|subject|part|agenda|conversation|summary|recap|report|issues?|matters?|theme|talk|note|item|comments?|thoughts?|debate|piece|list|proposal|follow-up|rounds?|series)"
    r"(?: (?:with|from|by) (?:[\w'-]+ ){1,12}?(?:on|about|regarding|in relation to)| (?:on|of|about|into|to|regarding|around|for|with a focus on|in relation to))(?: (?:the|a|an|our|your|some))* (?=\w)",
    re.I,
)
"""What leads up to a name: "an evidence session with the minister on"."""
_LEADS = frozenset("the a an our some any more of all about on just now then also really my next first last both quick brief little bit kind sort".split())
_INSIDE = frozenset("of for in on to and the a an / - ' 's ’s & between into its their or".split())
_LINKS = frozenset("of for in on to and between into or".split())
_STOPS = frozenset("this that these those which who what there here today now then please including regarding concerning following according mr mr. mrs mrs. ms ms. dr dr.".split())
_AMOUNTS = frozenset("few several many couple various different".split())
"""What a phrase begins with that is no name: "two scenarios"."""
NO_NAME = (
    WEAK_WORD | WEAK_END | (LIGHT - {"right"}) | TIMES
    | frozenset(
        """issue problem topic queue break lunch everyone everybody anyone group team hand floor work case use step introduction announcement
        reminder update note paper document page section list top bottom back start beginning end detail conclusion housekeeping recap
        another round speaker presenter apology motion mind conversation couple data future period time way end place code solution candidate phase other""".split()
    )
)  # fmt: skip
"""Words of which no topic is named alone."""


class Announcement(NamedTuple):
    """What is announced by which of the spoken units (its place), how, and the lemmas of its words; without a name
    somebody moves on to what nobody names."""

    place: int
    how: str
    name: str
    words: tuple[str, ...]


def announcements(units: Sequence[Unit], names: frozenset[str]) -> list[Announcement]:
    """Return what is announced in spoken ``units``, in time; ``names`` are folded words of people's names, of which nothing is called."""
    found = (_in_unit(place, unit, names) for place, unit in enumerate(units) if unit.words <= LONGEST)
    return [one for one in found if one is not None]


def calls_up(text: str) -> bool:
    """Tell whether a sentence, with straight quotation marks, moves on or calls something up, whatever that is."""
    call = _CALLS.search(text)
    return call is not None and call.start() <= EARLY and not LEFT_OPEN.search(text, 0, call.start())


def _in_unit(place: int, unit: Unit, names: frozenset[str]) -> Announcement | None:
    text = straight(unit.text)
    ends, looked_to = _HANDS_ON.search(text, 0, EARLY) is not None, 0
    for call in () if LATER.search(text) else _CALLS.finditer(text):
        if call.start() > EARLY or LEFT_OPEN.search(text, looked_to, call.start()):
            break
        looked_to = call.end()
        phrase = phrase_at(unit, call.end(), names)
        if phrase and call.lastgroup == "asks" and phrase[-1].i + 1 < len(unit.span.doc) and phrase[-1].nbor().tag_ == "MD":
            break  # "further questions on the price can be put next week"
        how = call.lastgroup or ""
        if how == "line" and _SESSION_ON.search(text, call.end(), call.end() + EARLY):
            how = "session"
        if how in ("line", "session"):
            phrase = _with_purpose(unit, phrase, names, MOST_WORDS)
        if phrase and not (len(phrase) == 1 and _may_be_no_topic(phrase[0], how, call.group())):
            name = "".join(token.text_with_ws for token in phrase).strip()
            return Announcement(place, how, name, words_of(phrase))
        ends = ends or how in ("line", "session") and _ITEM.search(call.group()) is not None
    if question := announced_question(unit):
        return Announcement(place, "listed" if question.is_called else "question", question.text, question.words)
    return Announcement(place, "", "", ()) if ends else None


def _may_be_no_topic(word: Token, how: str, call: str) -> bool:
    """Tell whether a single word may be somebody's name ("next we have WH") or be of too many meanings."""
    return (how == "talks" or re.search(r"\byou\b", call) is not None) and word.pos_ != "PROPN" and word.text.islower() or how == "line" and not re.search(r"\bup$|\byou\b", call.rstrip(" ,")) and word.pos_ == "PROPN" or word.pos_ not in ("NOUN", "PROPN")


def subject(units: Sequence[Unit], names: frozenset[str]) -> Evidence | None:
    """Return what spoken ``units`` say near their beginning that the session is on, if the session does speak of it."""
    for unit in units[: round(OPENING * len(units))]:
        if unit.time > units[0].time + OPENS_WITHIN:
            break
        text = straight(unit.text)
        # What is called up as a session need not be spoken of in the same words.
        said = [(call.end(), SPEAKS) for call in _SUBJECT.finditer(text)]
        calls = list(_CALLS.finditer(text))
        said += [(call.end(), HARDLY_SPOKEN) for call in calls if _SESSION_ON.search(text, call.end(), call.end() + EARLY)]
        for call in calls:
            if call.lastgroup == "line" and (law := _LAW.match(text, call.end())):
                return unit.evidence().model_copy(update={"start": unit.start + law.start("law"), "end": unit.start + law.end("law"), "quote": unit.text[law.start("law") : law.end("law")]})
        for at, needed in said:
            named = _CALLED.search(text, at)
            phrase = phrase_at(unit, at, names, LONGER) or (phrase_at(unit, named.end(), names, LONGER) if named else [])
            phrase = _with_limit(unit, _with_purpose(unit, phrase, names), names)
            if phrase and (len(phrase) > 1 or phrase[0].pos_ == "PROPN") and spoken(words_of(phrase), units, OFTEN + 1) >= needed:
                return evidence_of(unit, phrase)
    return None


def _with_purpose(unit: Unit, phrase: list[Token], names: frozenset[str], most: int = LONGER) -> list[Token]:
    """Return a phrase with what it is for, if that follows in a few words, ``most`` in all: "grants to improve the soil"."""
    rest = [token for token in unit.tokens if phrase and token.i > phrase[-1].i]
    if len(rest) < 3 or rest[0].lower_ != "to" or rest[1].tag_ != "VB":
        return phrase
    purpose = phrase_at(unit, rest[2].idx - unit.span.start_char, names, most - words_in(phrase) - 2)
    between = [token for token in rest[2:] if purpose and token.i < purpose[0].i]
    return [*phrase, *rest[:2], *between, *purpose] if purpose and all(token.pos_ in ("DET", "ADP") for token in between) else phrase


def _with_limit(unit: Unit, phrase: list[Token], names: frozenset[str]) -> list[Token]:
    """Return a phrase with what it is told to be limited to: "changes in the price of water as they affect small farms"."""
    rest = [token for token in unit.tokens if phrase and token.i > phrase[-1].i]
    limit = _LIMITS.match(straight("".join(token.text_with_ws for token in rest)))
    tail = phrase_at(unit, rest[0].idx - unit.span.start_char + limit.end(), names) if limit else []
    return [*phrase, *(token for token in rest if token.i <= tail[-1].i)] if tail else phrase


def evidence_of(unit: Unit, phrase: Sequence[Token]) -> Evidence:
    """Return where a phrase of a unit was said."""
    begin = phrase[0].idx - unit.span.start_char
    end = phrase[-1].idx + len(phrase[-1]) - unit.span.start_char
    return unit.evidence().model_copy(update={"start": unit.start + begin, "end": unit.start + end, "quote": unit.text[begin:end]})


def phrase_at(unit: Unit, at: int, names: frozenset[str], most: int = MOST_WORDS) -> list[Token]:
    """Return the noun phrase that stands at a character of a sentence or behind what leads up to it."""
    tokens = _led_to([token for token in unit.tokens if token.idx - unit.span.start_char >= at])
    while tokens and (talk := _TALK.match(straight("".join(token.text_with_ws for token in tokens)))):
        tokens = _led_to([token for token in tokens if token.idx >= tokens[0].idx + talk.end()])
    if tokens and (tokens[0].lower_ == "with" or tokens[0].tag_ in ("VBG", "VBN") and len(tokens) > 1 and tokens[1].pos_ in ("ADP", "DET")):
        return []  # "the next one is connected to"
    if tokens and tokens[0].text.isdigit() and any(token.pos_ == "DET" for token in tokens[1:3]):
        tokens = _led_to(tokens[1:])  # "next up, 4471, the order of the loads"
    phrase: list[Token] = []
    for token in tokens:
        if token.lower_ in _STOPS or fold(token.text) in names or token.pos_ == "PROPN" and fold(token.text) in given_names()[0]:
            break
        if not (_is_named(token) or token.lower_ in _INSIDE or _is_hyphened(token) or _is_with(token)):
            break
        phrase.append(token)
    if len(phrase) < len(tokens) and tokens[len(phrase)].text == "(":
        return []  # the name of a bill goes on within
    most += BETWEEN if any(token.lower_ == "between" for token in phrase) else 0
    while phrase and ((too_long := words_in(phrase) > most) or not _may_end(phrase)):
        phrase = phrase[: max((i for i, token in enumerate(phrase) if token.lower_ in _LINKS and token.lower_ != "of"), default=0)] if too_long else phrase[:-1]
    phrase = _said_once(phrase)
    return phrase if phrase and _names_a_topic(phrase) else []


def _said_once(phrase: list[Token]) -> list[Token]:
    """Return a phrase without what "and" adds to it that it has said already."""
    for place, token in enumerate(phrase):
        said, added = ([lemma(word) for word in part if is_content(word)] for part in (phrase[:place], phrase[place + 1 :]))
        if token.lower_ == "and" and (added[: len(said)] == said or set(added) <= set(said)):
            return phrase[:place]
    return phrase


def _led_to(tokens: Sequence[Token]) -> list[Token]:
    first = next((i for i, token in enumerate(tokens) if token.lower_ not in _LEADS and not token.is_punct and not token.is_space and token.pos_ != "INTJ"), len(tokens))
    return list(tokens[first:]) if not any(token.is_left_punct and not token.is_quote for token in tokens[:first]) else []


def _is_named(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or token.tag_ in ("VBN", "VBG")


def _is_with(token: Token) -> bool:
    """Tell whether a word leads on to what a matter has, not to who tells of it: "testing with customers", but not "with the minister"."""
    return token.lower_ == "with" and token.i + 1 < len(token.doc) and token.nbor().pos_ in ("NOUN", "ADJ")


def _is_hyphened(token: Token) -> bool:
    """Tell whether a word is one with another by a hyphen: "looked-after"."""
    doc, at = token.doc, token.i
    return bool(at and doc[at - 1].text == "-" and not doc[at - 1].whitespace_ or at + 1 < len(doc) and doc[at + 1].text == "-" and not token.whitespace_)


def _may_end(phrase: Sequence[Token]) -> bool:
    last, before = phrase[-1], phrase[-2].pos_ if len(phrase) > 1 else ""
    if lemma(last) in ("stuff", "thing"):
        return False
    if last.pos_ in ("NOUN", "PROPN"):
        return lemma(last) not in TIMES and (lemma(last) not in NO_NAME or before in ("NOUN", "PROPN", "ADJ"))
    ends_a_range = last.pos_ == "NUM" and len(phrase) > 2 and phrase[-2].text in "-–" and phrase[-3].pos_ == "NUM"
    return ends_a_range or before in ("NOUN", "PROPN") and (last.pos_ == "NUM" or last.tag_ == "VBG")


def _names_a_topic(phrase: Sequence[Token]) -> bool:
    nouns = [i for i, token in enumerate(phrase) if token.pos_ in ("NOUN", "PROPN")]
    head = next((i for i in nouns if i + 1 not in nouns and (i + 1 == len(phrase) or phrase[i + 1].text not in ("-", "/"))), None)
    return head is not None and phrase[0].lower_ not in _LINKS | _AMOUNTS and phrase[0].pos_ != "NUM" and lemma(phrase[head]) not in NO_NAME


def named_by(announced: Sequence[Announcement], stretches: Sequence[Stretch], units: Sequence[Unit], whole: Evidence | None = None) -> dict[int, str]:
    """Return names of ``stretches``, by their number, that were announced and that the stretch speaks of.

    An announcement rules what is said until the next one. What is announced before and with the subject of
    the ``whole`` session names no part of it.
    """
    if whole is not None:
        announced = [one for one in announced if (units[one.place].index, units[one.place].start) > (whole.index, whole.start)]
    announced = [one._replace(name="") if one.how == "session" and one.place < OPENING * len(units) else one for one in announced]  # the line is all of it
    until = [(one, ended_by(one, announced[number + 1 :], units)) for number, one in enumerate(announced)]
    found: dict[int, str] = {}
    used: set[int] = set()
    for number, stretch in enumerate(stretches):
        ruling = [(one, share) for one, share, fits in _ruling(until, stretch, units) if fits and one.place not in used]
        if not ruling:
            continue
        best, share = max(ruling, key=lambda pair: (pair[1], -pair[0].place))
        if share >= RULES:
            used.add(best.place)
            found[number] = best.name[:1].upper() + best.name[1:]
        elif both := _together(ruling):
            used.update(one.place for one in both)
            found[number] = " and ".join([both[0].name[:1].upper() + both[0].name[1:], both[1].name])
    return found


def _ruling(until: Sequence[tuple[Announcement, Announcement | None]], stretch: Stretch, units: Sequence[Unit]) -> Iterator[tuple[Announcement, float, bool]]:
    """Yield what is announced for a stretch, the share of it that this rules ``until`` the next, and whether it is spoken of there as it has to be."""
    total = sum(unit.words for unit in units[stretch.first : stretch.last + 1])
    for one, following in until:
        if not one.name or not stretch.first - BEFORE <= one.place <= stretch.last:
            continue
        first, last = max(one.place + 1, stretch.first), min(following.place - 1 if following else stretch.last, stretch.last)
        ruled = units[first : last + 1]
        share = sum(unit.words for unit in ruled) / max(1, total)
        often = 1 if one.how == "opens" and share >= MOSTLY else OFTEN  # whoever presents it has named it, and does once more
        yield one, share, spoken(one.words, ruled, often) >= _needed(one, share, _hands_over(units[one.place], ruled))


def ended_by(one: Announcement, announced: Sequence[Announcement], units: Sequence[Unit]) -> Announcement | None:
    """Return which of those that are ``announced`` in time is the first after one of them that it does not rule: parts of what is called up do not end it."""
    for later in announced:
        further = is_part(later, units) and (one.how in _CALLED_UP or bool(one.name) and known_by(one.name) < known_by(later.name) and units[one.place].participant == units[later.place].participant)
        if later.place > one.place and not (further or one.how in (FORETOLD, BY_NAME) and later.how not in (FORETOLD, BY_NAME) and _keeps_the_floor(later, units)):
            return later
    return None


def is_part(one: Announcement, units: Sequence[Unit]) -> bool:
    """Tell whether somebody who has the floor, and keeps it, announces a part of an own talk."""
    return one.how in ("moves", "talks") and _keeps_the_floor(one, units)


def _keeps_the_floor(one: Announcement, units: Sequence[Unit]) -> bool:
    by = units[one.place].participant
    before, after = units[max(0, one.place - OWN) : one.place], units[one.place + 1 : one.place + 1 + OWN]
    return len(before) == len(after) == OWN and all(unit.participant == by for unit in (*before, *after))


def _hands_over(by: Unit, ruled: Sequence[Unit]) -> bool:
    """Tell whether somebody announces what then is mostly spoken of by others, not a part of an own talk."""
    return 2 * sum(unit.words for unit in ruled if unit.participant == by.participant) < sum(unit.words for unit in ruled)


def _needed(one: Announcement, share: float, handed: bool) -> float:
    """Return how much of what is announced has to be spoken of: little where somebody hands over to it, and nothing of what is
    asked on in plain words: names may be misheard."""
    if one.how in ("listed", "part", "closed", BY_NAME):
        return 0.0
    if one.how == FORETOLD:
        return HARDLY_SPOKEN
    if one.how == "question":
        return NEVER if handed else HALF_SPOKEN  # who asks others asks one thing of many
    if not handed or one.how not in _HANDED or share < RULES:
        return SPEAKS
    if share < MOSTLY:
        return HALF_SPOKEN
    return 0.0 if one.how == "asks" and one.name.islower() else HARDLY_SPOKEN


def _together(ruling: Sequence[tuple[Announcement, float]]) -> list[Announcement]:
    """Return the two announcements that name a stretch together, in time, if there are such."""
    two = sorted(ruling, key=lambda pair: -pair[1])[:2]
    if len(two) < 2 or sum(share for _, share in two) < TOGETHER or two[1][1] < PART or any(" and " in one.name or one.how in _ASKED for one, _ in two) or set(two[0][0].words) & set(two[1][0].words):
        return []
    return sorted((one for one, _ in two), key=lambda one: one.place)


def words_of(phrase: Sequence[Token]) -> tuple[str, ...]:
    return tuple(lemma(token) for token in phrase if is_content(token))


def spoken(words: Sequence[str], units: Sequence[Unit], often: int) -> float:
    """Return which share of ``words``, by how rare they are, stands in so many of the ``units``."""
    weights = {word: rarity(word) for word in words}
    spoken = [weight for word, weight in weights.items() if sum(word in unit.lemmas or word in unit.lowers for unit in units) >= often]
    return sum(spoken) / sum(weights.values()) if weights else -1.0
