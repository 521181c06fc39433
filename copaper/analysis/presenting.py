"""How whoever presents a matter opens it: "this is a short update on seed banks", "Seed banks.", "the seed bank is a proposal to".

Only what opens a turn of some length counts, by somebody else than spoke before: the same words stand within any talk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from copaper.analysis.announcing import EARLY, LATER, LEFT_OPEN, LONGEST, NO_NAME, OFTEN, SPEAKS, START, WE, Announcement, phrase_at, spoken, words_of
from copaper.analysis.labels import background, is_word
from copaper.analysis.ownanswers import speaks_alone
from copaper.analysis.units import Unit, is_content, lemma
from copaper.nameparts import fold
from copaper.records import Session, Theme
from copaper.textclean import ends_as_question, straight

OPENS = 4
"""Sentences of a turn within which it is said what it is on."""
_GREETS = 2
"""Words of a greeting, at most."""
LONG = 120
"""Words of such a turn, at least."""
TURNS = 5
"""First turns of a topic, one of which leads it in."""
NAMED = 6
"""Words of a sentence that is nothing but a name."""
USUAL = 0.05
"""Share of meetings at large that use a word which alone names nothing."""
_KIND = r"(?:updates?|overview|presentation|proposal|introduction|report|recap|summary|item|topic|talk|session|discussion|demo|follow-up)"
_ANY = rf"(?:{_KIND}|changes?|features?|ideas?|purposes?|potential|requests?|example)"
_TOLD_ON = re.compile(rf"\W{{0,2}}(?:an? |the |some |you |just |everyone |our |my )*(?:[\w'-]+ ){{0,3}}?{_KIND} (?:on|about|of|regarding)\b", re.I)
"""Where what is presented stands behind its kind."""
_TOLD = rf"(?= (?:an? |the |some |you |just |everyone |our |my )*(?:[\w'-]+ ){{0,3}}?{_KIND} (?:on|about|of|for|to|regarding)\b)"
_OPENS = re.compile(
    rf"(?:{START}|\b)this(?:'s| is)\b[^.?!]{{0,30}}\b{_KIND}\b[^.?!]{{0,80}}\bin relation to\b"
    rf"|(?:{START}|\b)(?:this|it|that)(?:'s| is| will be| would be)(?: (?:just|also|only|really|all|again|hopefully))*{_TOLD}"
    rf"|(?:{START}|\b)this(?: (?:{_KIND}|is)){{1,2}}(?: (?:just|also|all|really))* (?:about|for)\b"
    rf"|{START}presenting(?: again| here| today| now)*\b(?= (?-i:[\w'-]+ ){{0,4}}?[\w'-]+(?: again| here| today)?\W*$)"
    rf"|(?:{START}|\b(?:I|we) (?:(?!not\b|never\b)\w+ ){{0,3}}?present(?:ed)? )(?:the|this)(?= (?:(?!(?:is|are|was|were|has|an?)\b)[\w.-]+ ){{1,4}}(?:proposal|project|initiative|scheme)\b)"
    rf"|{START}this is(?= (?:the |our )?(?:\w+ ){{1,5}}{_KIND}\b)"
    rf"|(?:{WE}|\bI'm here to) (?:just |quickly |briefly )*(?:be )?(?:giv|bring|provid|shar|present|do)(?:e|ing)?{_TOLD}"
    rf"|\b(?:I|we) (?:just |only )?(?:have|'ve got|have got){_TOLD}"
    rf"|{START}(?:as an? (?:quick |short |brief )?reminder,? )?(?:this|it) is (?=(?-i:[A-Z])[\w.-]+(?: and\b|,| which\b|\.?$))"
    rf"|{START}(?:as |the |our |my |some |a bit of |main |quick )*(?:motivations?|background) (?:for|of|behind|on|to)\b(?! (?:this|that|it|my|our|today|these|those|me|us)\b)"
    rf"|{WE} (?:just |quickly |briefly )*(?:propose|suggest|introduce)\b(?= (?:the |a |an |our )?(?:[\w-]+ ){{1,4}}(?:for|as)\b)"
    rf"|\bI(?:'m| am) [^.?!,]{{2,40}}? and (?:will|I'll|am going to) (?:talk|speak|tell you) about\b(?! (?:this|that|it|how|what|why|my|our)\b)",
    re.I,
)
"""How somebody says what is going to be presented."""
_PROPOSAL = re.compile(r"\b(?:is|are|was)(?: really| just| basically)? (?:an?|the|my|our) (?:[\w-]+ ){0,3}(?:proposal|project|initiative|programme|program)\b(?: (?:to|for|that|which)\b|\W*$)", re.I)
"""What stands behind the name of what is proposed."""
_PARTS = re.compile(
    rf"(?:{WE} (?:\w+ )?(?:talk|look|dive|go|move|turn|share|discuss|see|start|begin|get|jump|take a look)\b|{START}(?:here(?: are|'s| is)|(?:which|that) brings (?:me|us) to|what (?:are|were)|what about|on to)|{START}(?=(?:our |the )?(?:key )?(?:takeaways|next steps)))"
    r"(?: [\w']+){0,7}?(?<!\bmore on) ?\b(?P<part>what (?:we|I) (?:found|learn(?:ed|t)|heard|plan to do next)|(?:key )?(?:takeaways|findings|results|lessons(?: learned)?)|next steps|limitations|recommendations)\b",
    re.I,
)
"""How whoever talks alone tells which part comes."""
_OF_A_KIND = re.compile(r"\W{0,2}(?:the |our |my |this |an? )?(?P<own>(?:[\w.-]+ ){1,4}?(?:(?=(?:update|overview|proposal)\b)|(?:project|initiative|scheme|programme|program)\b))", re.I)
"""What is presented, by its name before its kind; a project keeps it."""
_PROJECTS = frozenset("project initiative scheme programme program".split())
_ANY_OF_THEM = frozenset("status very first second third next last new other same whole current short quick brief small big little good great final main simple early".split())
_NOT_YET = re.compile(rf"{LATER.pattern}|\btoday\b", re.I)
"""What is said where a whole talk is announced, or what comes another time."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def presented(units: Sequence[Unit], names: frozenset[str]) -> list[Announcement]:
    """Return what is said in spoken ``units`` to be presented, in time; ``names`` are folded words of people's names."""
    found = [] if not speaks_alone(units) else [part for place, unit in enumerate(units) if (part := _part(place, unit)) is not None]
    for first, run in _turns(units):
        for place in _openings(units, first, run):
            if (one := _in_unit(place, units[place], names)) and spoken(one.words, units[first : first + run], OFTEN) >= SPEAKS:
                found.append(one)
                break
    return found


def _part(place: int, unit: Unit) -> Announcement | None:
    found = None if unit.words > LONGEST or _NOT_YET.search(unit.text) else _PARTS.search(straight(unit.text), 0, 2 * EARLY)
    return Announcement(place, "part", found["part"], tuple(found["part"].lower().split())) if found else None


def _turns(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield the place and the number of the units of each longer run of one voice."""
    first = 0
    for place in range(1, len(units) + 1):
        if place == len(units) or units[place].participant != units[first].participant:
            if sum(unit.words for unit in units[first:place]) >= LONG:
                yield first, place - first
            first = place


def _openings(units: Sequence[Unit], first: int, run: int) -> list[int]:
    """Return the places of the sentences with which a turn opens; a greeting or "okay" at its beginning is none of them."""
    told = next((place for place in range(first, first + run) if units[place].words > _GREETS), first)
    return list(range(first, min(told + OPENS, first + run)))


def _in_unit(place: int, unit: Unit, names: frozenset[str]) -> Announcement | None:
    text = straight(unit.text)
    if unit.words > LONGEST or LATER.search(text) or text.rstrip().endswith("?"):
        return None
    at, until = re.match(START, text, re.I).end(), len(text)
    if opens := _OPENS.search(text, 0, 2 * EARLY):
        at = opens.end() if not LEFT_OPEN.search(text[: opens.start()]) else until
    elif proposal := _PROPOSAL.search(text, at, 2 * EARLY):
        until = proposal.start()
    elif not place or unit.words > NAMED or any(token.tag_ in _FINITE or token.pos_ in ("DET", "PRON") or token.is_bracket for token in unit.tokens):
        return None
    phrase = phrase_at(unit, at, names) if until > at else []
    if opens and (not phrase or (_OF_A_KIND.match(text, at) and not _TOLD_ON.match(text, at))):
        by_itself = re.search(r"\b(?:the|this)$", text[:at], re.I) is not None
        phrase = _of_its_kind(unit, at, names) or ([] if by_itself else phrase)
    if phrase and (phrase[0].tag_ == "VBG" or _is_any(phrase, opens is not None)):
        return None
    if not phrase or not opens and not _is_all(phrase, [token for token in unit.tokens if token.idx < until + unit.span.start_char]):
        return None
    return Announcement(place, "opens", "".join(token.text_with_ws for token in phrase).strip(), words_of(phrase))


def _of_its_kind(unit: Unit, at: int, names: frozenset[str]) -> list[Token]:
    """Return what stands before the kind of what is presented: "this is the seed bank update for May", "the seed bank proposal has"."""
    kind = _OF_A_KIND.match(straight(unit.text), at)
    own = [token for token in unit.tokens if kind and kind.start("own") <= token.idx - unit.span.start_char < kind.end("own")]
    fit = all(token.lower_ not in _ANY_OF_THEM and token.pos_ in ("NOUN", "PROPN", "ADJ") for token in own) and not any(fold(part) in names or fold(part.removesuffix("s")) in names for token in own for part in re.split(r"[\W_]+", token.text))
    goes_on = bool(own) and any(token.i == own[-1].i + 1 and token.pos_ in ("NOUN", "PROPN") for token in unit.tokens) and lemma(own[-1]) in _PROJECTS
    return own if own and fit and not goes_on and own[-1].pos_ in ("NOUN", "PROPN") and lemma(own[-1]) not in NO_NAME else []


def _is_all(phrase: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Tell whether nothing follows a phrase among ``tokens`` and nothing of weight stands before it, and it is no single word of all meetings."""
    weighty = any(token.i > phrase[-1].i and not token.is_punct or token.i < phrase[0].i and is_content(token) for token in tokens)
    return not weighty and (len(phrase) > 1 or phrase[0].pos_ in ("NOUN", "PROPN") and background().get(lemma(phrase[0]), 0.0) < USUAL)


def _is_any(phrase: Sequence[Token], told: bool) -> bool:
    """Tell whether a phrase names a kind of matter alone: "a new proposal"; where nobody has ``told`` that it is what comes, its
    kind tells nothing."""
    head = next((place for place, token in enumerate(phrase) if token.pos_ == "ADP"), len(phrase)) - 1
    own = [token for token in phrase[: max(0, head)] if token.tag_ != "VBN" and token.lower_ != "new" and is_word(token)]
    return re.fullmatch(_ANY, phrase[head].lower_) is not None and not (told and own)


def leading_turn(session: Session, theme: Theme) -> int | None:
    """Return the turn that leads in a topic: the first long one, soon after it was called up, that asks nothing."""
    first, last = (theme.spans[0].first_turn, theme.spans[0].last_turn) if theme.spans else (0, -1)
    long = (turn for turn in session.turns[first : min(last + 1, first + TURNS)] if len(turn.text.split()) >= LONG and not ends_as_question(turn.text))
    return next((turn.index for turn in long), None)
