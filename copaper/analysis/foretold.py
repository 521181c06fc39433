"""What whoever opens a session says that it will be on, and where it then is: an agenda that nobody sent along.

"First a few site visits. Then some news on grants. And we'll spend the rest of the hour on mentoring." What is
listed so names stretches of the talk as a chair would, if the talk is moved on to it in words of the list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from lemminflect import getAllLemmas
from spacy.tokens import Token

from copaper.analysis.agenda import named_alone
from copaper.analysis.announcing import BY_NAME, FORETOLD, LATER, MOST_WORDS, NO_NAME, NOW, START, WE, Announcement, calls_up, words_of
from copaper.analysis.boundaries import Stretch
from copaper.analysis.ranker import rarity
from copaper.analysis.units import Unit
from copaper.nameparts import fold
from copaper.ordinary import given_names
from copaper.textclean import straight

OPENING, OPENS_WITHIN = 0.1, 900.0
"""Share of the spoken units, and seconds, within which an agenda is read out."""
GOES_ON = 8
"""Sentences over which it is, at most."""
PLAIN = 30
"""Words of one that has no comma, at most."""
FEW, SEVERAL = 2, 3
"""Matters of an agenda, at least, and of one that is told by nothing but "first" and "then"."""
BETWEEN = 2
"""Sentences between two of these, at most, that name none."""
SHARED = 0.6
"""Share of the words of a matter, by rarity, that a sentence which moves on to it has, at least."""
OFTEN, MOSTLY = 3, 0.5
"""Sentences of a stretch that have each word of a matter, and their share of all that have it, at least, where nobody says that it is its turn."""

_WHOSE = r"(?:our|the|today's|this (?:morning|afternoon|evening|week|month)'s|your|my)"
_AGENDA = r"(?:agenda|programme|program|running order|order of the day|run of show)"
_FOR = r"(?: (?:for|of)(?: (?:the|this|today's))? \w+| today)?"
_HAS = r"(?:(?:we|I)(?:'ve| have)(?: got)?|we've|there(?:'s| is| are)|you(?:'ll| will) see|we(?:'ll| will| are going to|'re going to)|is|are|was|will be)"
_ABOUT = r"(?:cover|discuss|look at|talk about|speak about|go through|get through|hear about|do)"
_OPENS = re.compile(
    rf"\b(?:what(?:'s| is)(?: on)?|here(?:'s| is)|this is|so|through) {_WHOSE} {_AGENDA}\b{_FOR}|\b(?:on|in) {_WHOSE} {_AGENDA}{_FOR}(?:,|:)? (?:{_HAS})\b|\b{_WHOSE} {_AGENDA}{_FOR}(?: (?:is|are|will be|has|includes|covers)(?: as follows)?\b|:)"
    rf"|\b(?:here(?:'s| is) )?what we(?:'ll| will| hope to| plan to| want to|'re going to| are going to)(?: {_ABOUT}(?: today| this \w+)?(?: is| are|:))?|\btoday,? we(?:'ll| will|'re going to| are going to) (?:be )?(?:talk(?:ing)? about|cover(?:ing)?|look(?:ing)? at|discuss(?:ing)?)\b"
    rf"|(?:{START}|\btoday,? )we(?:'ve| have)(?: got)? (?:a (?:few|couple|bunch|number|lot)(?: of)?|several|two|three|four|five|six) (?:\w+ )?(?:things|items|topics|points|matters|presentations|presenters|speakers|updates)\b(?: (?:on|for|in) {_WHOSE} {_AGENDA})?(?: today)?",
    re.I,
)
"""How somebody begins to read out what a session will be on."""
_SOMEBODY = r"(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)? (?:will|is going to|has|is here to)"
_FIRST = re.compile(rf"{START}(?:first(?:ly)?(?: of all| off| up)?|to (?:start|begin)(?: with)?),? (?:{WE}|{_SOMEBODY}|we've got|I've got)\b|\bwe(?:'ll| will|'re going to| are going to) (?:start|begin|kick off)(?: off)? (?:with|by)\b", re.I)
_THEN = re.compile(
    rf"(?:^|[,.;] ?)\W{{0,3}}(?:(?:and|so) )?(?:then|after that|next|second(?:ly)?|finally|lastly|afterwards)\b,? ?(?:and )?(?:then )?(?:{WE}|{_SOMEBODY}|we've|we have|we (?:go|move|look|turn)|I've got|I have|(?:our|the) \w+ (?:will|is going to))"
    rf"|\bwe(?:'ll| will) (?:then\b|(?:close|end|finish|wrap)(?: off| up)? (?:with|by)\b)",
    re.I,
)
"""How somebody goes on in such a list."""
_STEP = re.compile(r"^\W*(?:(?:okay|ok|so|and|well|right|now|um|uh)\W+)*(?:first(?:ly)?(?: of all| off| up)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth|sixth|seventh|then|next|after that|finally|lastly|(?:and )?last)\b,? (?:(?:second|third|fourth|fifth|sixth|seventh|eighth|eight|number \w+)\b, )?(?:(?:there's|it's|we have|we've got|comes?|comes? the|we(?:'ll| will)? (?:take|have|do|hear|look at|go to|come to|talk about|speak about|discuss))\b ?)?(?:then |also |of course )*", re.I)
"""How a sentence begins that names one of several matters and nothing else: "Then start-up money without debt"."""
_HAVE = re.compile(r"^\W*(?:(?:okay|ok|so|and|but|then|well|right|now|um|uh)\W+)*(?:we(?:'ve| have)(?: got)?|there(?:'s| is| are| was))\b(?: (?:also|then|of course))*", re.I)
"""How it may go on as well, where it is said to be a list: "we've got the savings groups"."""
_OF_SESSION = re.compile(r"\b(?:agenda|programme|items?|topics?|(?:speak|talk) (?:of|about|on)|cover|discuss|run of|order of the day|our (?:theme|session)|today's)\b", re.I)
_AGENDA_ITSELF = re.compile(r"\b(?:agenda|programme)\b", re.I)
LED_BY = 6
"""Sentences before the first of them that say so."""
_LONG_NAME = 10
"""Words of such a matter, at most."""
_ENDS = re.compile(rf"{START}(?:with (?:that|this)|let's|let us|we can|can (?:we|you)|(?:I'd|we'd) like to|before we|any(?:one|body|thing)?\b)|\?\W{{0,5}}$", re.I)
"""What stands behind the list."""
_QUESTIONS = re.compile(r"(?:^|,? and\b|,)(?: and| then| after that| finally| hopefully| have| do| take| some| an?| the| for| there| we| be| should| will| few| minutes| plenty| of| time| left| open| short| go| to| into){0,12} (?:q ?& ?a|q and a|time (?:left )?(?:at the end|for (?:more |your |some )*questions))\b", re.I)
"""What a list ends with that is no matter of its own."""
_SPLIT = re.compile(r"[,;:]\s{1,9}(?:and\s)?(?:then\s|also\s|finally\s|lastly\s){0,2}|\s[-–—]\s|(?<!\s)\s{1,9}and then\s|\.\s{1,9}|(?<!\s)\s{1,9}(?:as well as|followed by)\s")
"""What stands between two matters."""
_AND = re.compile(r" and (?!(?:how|what|we|I|then)\b)")
_LEADS = re.compile(
    rf"^\W*(?:(?:okay|so|and|well|first(?:ly)?|of all|off|up|second(?:ly)?|third(?:ly)?|then|next|finally|lastly|last|also|after that|maybe|perhaps|today|right|um|uh|to (?:start|begin)(?: with)?)\b\W*)*"
    rf"(?:(?:{WE}|{_HAS}|we hope to|we plan to|we (?:go|move|turn) to|I'd like to|(?:there )?(?:should|will) be|that) )?(?:(?:just|then|also|quickly|briefly|have|get|be|try to|try and)\b ?)*"
    r"(?:(?:one|another|a \w+) (?:on|about)|spend (?:the )?(?:rest|remainder|most|bulk|some) of (?:the|our|this) (?:\w+ )?(?:time|hour|session|call|meeting)(?: today| together)?\W{1,3}(?:on|with|in|talking about|discussing|looking at)?|"
    r"(?:take|have|taking|having) (?:a |another )?(?:\w+ )?look(?:s)? (?:at|into)|(?:start|begin|kick|end|finish|close|wrap)(?:ing)?(?: off| up| out)? (?:with|by)|(?:talk|speak|learn|discuss|look|go|walk|run|cover|review|revisit|touch|continue|focus|do|move|jump|dive|turn|switch|share|give|recap|get)(?:e?ing)?(?: (?:you|us|a bit|a little(?: bit)?|some|more|quickly|briefly|base))*(?: (?:about|at|on|over|through|into|to|with|from|in|onto|upon))?)?",
    re.I,
)
"""What leads up to a matter."""
_TALKING = re.compile(r"\b(?:tak(?:e|ing) us through|shar(?:e|ing)(?: with us)?|tell(?:ing)?(?: us)?|present(?:ing)?|walk(?:ing)? us through|talk(?:ing)?|speak(?:ing)?|look(?:ing)?|discuss(?:ing)?|learn(?:ing)?|hear(?:ing)?)(?: (?:more|a bit|a little(?: bit)?|some))*(?: (?:about|at|on))? ", re.I)
_BY = re.compile(r"\W{0,5}(?:[\w'.-]+ ){1,5}?(?:on|about) ", re.I)
"""Who speaks, or what they give, in front of what it is on: "Thandi on seed grants", "a talk by Thandi about lime"."""
_PEOPLE = re.compile(r"\b(?:hear(?:ing)? from|from|by|with|welcome|introduce) *$|\b(?:speakers?|presenters?|presentations?|panell?ists?|guests?)\b[^.]*$", re.I)
"""What stands before people's names."""
_USUAL = re.compile(
    r"(?:(?:the|some|our|a|few|any|brief|short|quick|usual|standard) )*(?:q ?& ?a|questions?(?: and answers?)?|(?:re-?)?introductions?|(?:re-?)?opening(?:s| remarks)?|closing(?:s| remarks)?|acquaintance|apologies(?: for absence)?|substitutions|declarations?(?: of interests?)?|adoption of the (?:minutes|agenda)|minutes|announcements?|reminders?|agenda(?: review)?|"
    r"housekeeping(?: \w+)?|boiler ?plate|ip note|welcome|(?:tea |lunch |comfort )?breaks?|lunch|roll call|community updates|call notes|anything else|(?:any )?other (?:issues|items|topics|business)|time)(?: (?:of|from) .*)?",
    re.I,
)
"""What every meeting has, and none is on."""
_MOVES = re.compile(
    rf"{START}(?:{WE} (?:get|go|move|jump|dive){NOW} (?:in|into) it with\b|{WE} chat\b|on to\b|as for\b|(?<=\bnow )(?:for|to) (?:a |an |the |some )|(?:that's|this is) (?:something|what is) called\b|"
    r"over to (?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)? (?:for|on|to)\b|(?-i:(?!(?:What|How|Why|When|Where|Who|Which)\b)[A-Z])\w+,? (?:do|would|can|could|will) you (?:\w+ ){0,3}(?:take|tell|walk|share|speak|talk|present|start|give|lead|want)\b)",
    re.I,
)
"""How the talk is moved on to what is expected, beside the ways that :func:`~copaper.analysis.announcing.calls_up` knows."""
_ALONE = re.compile(rf"{START}(?:(?:the|our|my) )?(?:first|next|last|finally|second|third|another|lastly)(?:ly)?(?: up)?\b[,:]? ", re.I)
"""What is called up by nothing but its name: "next, a few quick soil tests"."""
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


_CALLED = re.compile(r"\b(?:something|what)\b[^.?!]{0,80}?\bcalled\b", re.I)
"""What stands before the name of what is led up to: "something that matters to all of us: something called water rights"."""
_WHAT = re.compile(r"\W*(?:what|how) (?:we|I|they|you)\b", re.I)
_QUALIFIES = frozenset("few quick brief nice little bit couple some several many other various lot bunch number more ongoing".split())
_CUTS = frozenset("from if because so that which who where when while as unless hopefully actually is was are were today there here i we you they it".split())


_NOW = re.compile(r"^\W*(?:(?:okay|ok|so|and|right|good|lovely|thank you|thanks)\W+)*(?:now|next|then)\b", re.I)
_GIVES_FLOOR = re.compile(r"okay|ok|so|and|right|good|lovely|thank|thanks|you|now|next|then|the|please|over|to|mr|mrs|ms|dr|prof|mam|ntate|bra|sis|mme|s")
"""Words beside a name with which the floor is given."""


class Matter(NamedTuple):
    """What a session will be on, by the spoken unit (its place) that says so, the lemmas of its words, and those of the names behind them."""

    place: int
    name: str
    words: tuple[str, ...]
    by: frozenset[str] = frozenset()


def foretold(units: Sequence[Unit], names: frozenset[str]) -> list[Matter]:
    """Return the matters of the agenda that is read out near the beginning of spoken ``units``, if there are some."""
    for place, unit in enumerate(units[: round(OPENING * len(units))]):
        if unit.time > units[0].time + OPENS_WITHIN:
            break
        text = straight(unit.text)
        if _says_that_it_is_a_list(units, place) and not _AGENDA_ITSELF.search(straight(unit.text)) and len(listed := _one_by_one(units, place, names)) >= SEVERAL:
            return listed
        opens = _OPENS.search(text)
        first = None if opens else _FIRST.search(text)
        if not (opens or first):
            continue
        if first and not any(_THEN.search(straight(u.text)) for u in units[place : place + 4] if u.participant == unit.participant):
            continue
        found: list[Matter] = []
        for number, one in enumerate(units[place : place + GOES_ON + 1]):
            said = straight(one.text)
            if one.participant != unit.participant or number and _ENDS.search(said):
                break
            at = 0 if number or first else opens.end()
            if one.words > PLAIN and "," not in one.text:
                break  # speech without full stops, where nobody can tell what belongs to what
            asked = _QUESTIONS.search(said, at)
            found += _matters(place + number, one, (at, asked.start() if asked else len(said)), names)
            if asked:
                break
        kept = [one for n, one in enumerate(found) if one.words not in [other.words for other in found[:n]]]
        if len(kept) >= FEW:
            return kept
    return []


def _says_that_it_is_a_list(units: Sequence[Unit], place: int) -> bool:
    """Tell whether somebody says right before a sentence, or in it, that what follows is what the session will be on."""
    return any(_OF_SESSION.search(straight(unit.text)) for unit in units[max(0, place - LED_BY) : place + 1] if unit.participant == units[place].participant)


def _one_by_one(units: Sequence[Unit], place: int, names: frozenset[str]) -> list[Matter]:
    """Return the matters that somebody names one by one, each in a sentence of its own or at the beginning of one, from ``place`` on."""
    found: list[Matter] = []
    missed = 0
    for number, unit in enumerate(units[place:], start=place):
        text = straight(unit.text)
        step = _STEP.match(text) or _HAVE.match(text) or (re.match("", text) if len(found) >= FEW else None)
        if unit.participant != units[place].participant or missed > BETWEEN or not (found or step):
            break
        matter = _head(number, unit, step.end(), names) if step else None
        found, missed = ([*found, matter], 0) if matter else (found, missed + 1)
        if not found:
            break
    return found


def _head(place: int, unit: Unit, start: int, names: frozenset[str]) -> Matter | None:
    """Return what a sentence names from a character on, up to the first comma, if that says nothing of it."""
    piece: list[Token] = []
    for token in unit.tokens:
        if token.idx - unit.span.start_char < start or not piece and token.pos_ in ("DET", "PUNCT", "INTJ"):
            continue
        if token.is_punct and token.text not in "-/'&" or len(piece) > 1 and token.tag_ in ("WP", "WDT", "WRB"):
            break
        piece.append(token)
    says_which = len(piece) > 1 and piece[1].tag_ in ("WP", "WDT")  # "advisers who work in pairs"
    if not piece or len(piece) > _LONG_NAME or not says_which and any(token.tag_ in ("PRP", "MD", "VBD", "VBZ", "VBP", "WP", "WRB", "EX") for token in piece) or not any(token.pos_ in ("NOUN", "PROPN") or token.tag_ == "VBG" for token in piece):
        return None
    name, words = "".join(token.text_with_ws for token in piece).strip(), words_of(piece)
    by = frozenset(token.lower_.removesuffix("s") for token in unit.tokens if token.i > piece[-1].i and token.text[:1].isupper())
    return None if _USUAL.fullmatch(name) or _may_be_somebody(piece, unit.text[:start], names) or NO_NAME.issuperset(words) else Matter(place, name, words, by)


def _matters(place: int, unit: Unit, between: tuple[int, int], names: frozenset[str]) -> Iterator[Matter]:
    """Yield the matters that a sentence lists between two characters."""
    text, at = straight(unit.text)[: between[1]], between[0]
    splits = [split.end() for split in _SPLIT.finditer(text, at)]
    behind = splits[-1] if splits else at
    last = None if _AND.match(text, behind - 5) else _AND.search(text, behind)  # "feed, seed and lime"
    places = [at, *splits, *([last.end()] if last and (splits or at) else [])]
    for begin, end in zip(places, [*places[1:], len(text)], strict=True):
        lead = _LEADS.match(text[begin:end])
        start = begin + (lead.end() if lead else 0)
        if (called := _CALLED.search(text, start)) and called.start() < end:
            start, end = called.end(), len(text)
        elif talking := _TALKING.search(text, start, end):
            start = talking.end()
        if by := _BY.match(text, start, end):
            start = by.end()
        piece = [token for token in unit.tokens if start <= token.idx - unit.span.start_char < end]
        phrase = _done_to(piece) if _WHAT.match(text, start) else _named(piece)
        name = "".join(token.text_with_ws for token in phrase).strip()
        if name and not _USUAL.fullmatch(name) and not _may_be_somebody(phrase, text[:start], names) and (words := words_of(phrase)) and not NO_NAME.issuperset(words):
            yield Matter(place, name, words)


def _may_be_somebody(phrase: Sequence[Token], before: str, names: frozenset[str]) -> bool:
    """Tell whether a piece of a list has somebody's name: one that is known, or words with capitals that no dictionary has, or behind which people are."""
    if any(fold(token.text) in names or token.pos_ == "PROPN" and fold(token.text) in given_names()[0] for token in phrase):
        return True
    written = [token for token in phrase if token.text[:1].isupper() and not token.text.isupper()]
    if any(token.text in ("'s", "’s") and token.i and token.nbor(-1) in written and not getAllLemmas(token.nbor(-1).lower_) for token in phrase):
        return True
    if len(written) < sum(token.is_alpha for token in phrase):
        return False
    return _PEOPLE.search(before) is not None or not all(getAllLemmas(token.lower_) for token in written if token.is_alpha)


def _done_to(tokens: Sequence[Token]) -> list[Token]:
    """Return what something is done to in a piece of a list: "what we do to build a reading circle"."""
    last = max((i for i, token in enumerate(tokens) if token.pos_ in ("NOUN", "PROPN")), default=-1)
    first = last
    while first > 0 and (tokens[first - 1].pos_ in ("NOUN", "PROPN", "ADJ") or tokens[first - 1].tag_ == "VBG" and tokens[first - 1].i > tokens[0].i and tokens[first - 1].nbor(-1).pos_ in ("DET", "ADJ")):
        first -= 1
    return list(tokens[first : last + 1]) if last > first else []


def _named(tokens: Sequence[Token]) -> list[Token]:
    """Return what names a matter in a piece of a list: its first words without what leads up to them, up to a clause."""
    first = next((i for i, token in enumerate(tokens) if token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and token.lower_ not in _QUALIFIES), len(tokens))
    phrase: list[Token] = []
    for token in tokens[first:]:
        ends = token.tag_ in ("MD", "WDT", "WP", "PRP", "VBD", "VBP") or token.lower_ in _CUTS or token.is_punct and token.text not in "-/'&"
        if ends or len(phrase) == MOST_WORDS:
            break
        phrase.append(token)
    while phrase and phrase[-1].pos_ not in ("NOUN", "PROPN") and phrase[-1].tag_ != "VBZ" and not (phrase[-1].tag_ == "VBG" and len(phrase) > 1 and phrase[-2].pos_ in ("NOUN", "PROPN")):
        phrase.pop()
    return phrase if any(token.pos_ in ("NOUN", "PROPN") for token in phrase) and (phrase[0].pos_ != "VERB" or phrase[0].tag_ == "VBG") else []


def called_by_name(matters: Sequence[Matter], units: Sequence[Unit], names: Collection[str] = frozenset()) -> list[Announcement]:
    """Return where spoken ``units`` are moved on to one of ``matters`` after it was read out, by whoever read them in its bare name too
    ("Digital skills. Refilwe?"); the first begins behind the list, where only the others are called up. ``names`` are folded words of people's names."""
    if not matters:
        return []
    behind = matters[-1].place + 1
    reads = units[matters[0].place].participant
    bare = {place: said for place in range(behind, len(units)) if units[place].participant == reads and (said := named_alone(units[place], names))}
    moves = [place for place in range(behind, len(units)) if place in bare or _moves_on(units[place])]
    found: list[Announcement] = []
    for matter in matters:
        weights = {word: rarity(word) for word in matter.words}
        enough = SHARED * sum(weights.values())
        place = next((place for place in moves if sum(weight for word, weight in weights.items() if word in units[place].lemmas) >= enough or _is_most_of(bare.get(place, frozenset()), matter)), None)
        if place is not None:
            found.append(Announcement(place, BY_NAME if place in bare else FORETOLD, matter.name, matter.words))
    found += _called_by_presenter(matters, found, units, behind)
    found.sort(key=lambda one: one.place)
    first = next((one for one in found if one.name == matters[1].name), None)
    if first is not None and first.how == BY_NAME and units[behind].participant == reads:
        found = [Announcement(behind, BY_NAME, matters[0].name, matters[0].words), *(one for one in found if one.name != matters[0].name)]
    return found


def _is_most_of(bare: frozenset[str], matter: Matter) -> bool:
    """Tell whether a bare name is one of a matter, in several of its words: "savings groups" of "women's savings groups"."""
    return len(bare) > 1 and bare <= set(matter.words)


def _called_by_presenter(matters: Sequence[Matter], called: Sequence[Announcement], units: Sequence[Unit], behind: int) -> Iterator[Announcement]:
    """Yield where whoever read out the list goes on to a matter that is not ``called`` otherwise by nothing but whose it is: "Now, the Dubes."."""
    places = {one.name: one.place for one in called}
    for number, matter in enumerate(matters):
        if matter.name in places or not matter.by:
            continue
        after = max((places[one.name] for one in matters[:number] if one.name in places), default=behind)
        until = min((places[one.name] for one in matters[number + 1 :] if one.name in places), default=len(units))
        for place in range(after + 1, until):
            unit = units[place]
            said = frozenset(token.lower_.removesuffix("s") for token in unit.tokens if token.is_alpha and not _GIVES_FLOOR.fullmatch(token.lower_))
            if unit.participant == units[matter.place].participant and said and said <= matter.by and _NOW.match(straight(unit.text)):
                yield Announcement(place, BY_NAME, matter.name, matter.words)
                break


def lines_called(matters: Sequence[Matter], calls: Sequence[Announcement]) -> dict[int, int]:
    """Return the numbers of ``matters`` by the place where each is called up by its bare name, where all are in their order."""
    numbers = {matter.name: number for number, matter in enumerate(matters)}
    found = {one.place: numbers[one.name] for one in calls if one.how == BY_NAME}
    return found if list(found.values()) == sorted(found.values()) else {}


def _moves_on(unit: Unit) -> bool:
    """Tell whether somebody goes on to something else now, or calls it up by nothing but its name."""
    text = straight(unit.text)
    if LATER.search(text):
        return False
    if calls_up(text) or _MOVES.match(text):
        return True
    return _ALONE.match(text) is not None and all(token.tag_ not in _FINITE or token.tag_ == "VBZ" and token.i > unit.span.start and token.nbor(-1).pos_ == "NOUN" and token.i + 2 >= unit.span.end for token in unit.tokens)


def spoken_of(matters: Sequence[Matter], called: Sequence[Announcement], stretches: Sequence[Stretch], units: Sequence[Unit]) -> dict[int, str]:
    """Return names of ``stretches``, by their number, from those of ``matters`` that nobody ``called`` up by name, as where a chair only gives the
    floor: the one stretch that has most of what is said of it."""
    found: dict[int, str] = {}
    names = {one.name for one in called}
    for matter in matters if stretches else ():
        said = [[sum(word in unit.lemmas for unit in units[max(s.first, matters[-1].place + 1) : s.last + 1]) for s in stretches] for word in matter.words]
        if matter.name in names or len(matter.words) < FEW:
            continue
        best = max(range(len(stretches)), key=lambda number: (min(counts[number] for counts in said), -number))
        if all(counts[best] >= OFTEN and counts[best] >= MOSTLY * sum(counts) for counts in said) and best not in found:
            found[best] = matter.name[:1].upper() + matter.name[1:]
    return found
