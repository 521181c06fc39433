"""What a meeting is called where somebody opens it: "welcome to the Bean Growers monthly call", "this is market call number 12"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Token

from copaper.analysis.announcing import OPENS_WITHIN, evidence_of
from copaper.analysis.labels import TIMES, WEAK_END, background
from copaper.analysis.units import LIGHT, Unit, is_content, lemma, words_in
from copaper.datewords import DATEWORDS
from copaper.nameparts import fold
from copaper.records import Evidence
from copaper.textclean import straight

SOON = 40
"""Sentences from the beginning in which a meeting is opened."""
NAME, WHOLE = 8, 14
"""Words up to what kind of meeting it is, and with what it is of or on."""
KNOWN = 0.6
"""Share of a name's words that have to be known."""
_OPENS = re.compile(r"\bwelcome(?: back)?,?(?: (?:to )?(?:everyone|everybody|all of you|you all|all|members|colleagues|friends))?,? to (?:the |our |today's |another |this )?|\bthis is (?:the |our |today's )?(?=\w)", re.I)
_MEETINGS = frozenset("webinar session meeting call workshop dialogue seminar roundtable forum conference".split())
_BODIES = frozenset(("task force", "working group", "interest group", "community group", "steering group", "town hall"))
"""What meets and is called as its meetings are."""
_EVERY = frozenset("number first second third fourth fifth sixth seventh eighth ninth tenth next last virtual hybrid monthly weekly annual quarterly regular public online new".split())
"""What any meeting is."""
_LINKS = frozenset("of on about for the and / - ' 's".split())


def meeting_name(units: Sequence[Unit], names: frozenset[str]) -> Evidence | None:
    """Return what a meeting of spoken ``units`` is called where it is opened, if that says more than that it is a meeting;
    ``names`` are folded words of people's names, after whom none is called."""
    for unit in units[:SOON]:
        if unit.time > units[0].time + OPENS_WITHIN:
            break
        for opens in _OPENS.finditer(straight(unit.text)):
            at = unit.span.start_char + opens.end()
            name = _name([token for token in unit.tokens if token.idx >= at], names, numbered=opens[0].lower().startswith("this"))
            words = [token for token in name if is_content(token)]
            if words and KNOWN * len(words) <= sum(_is_known(token, units) for token in words):
                return evidence_of(unit, name)
    return None


def _name(tokens: Sequence[Token], names: frozenset[str], numbered: bool) -> list[Token]:
    """Return the name with which ``tokens`` begin; one that is ``numbered`` needs its number: "this is the call" points."""
    while tokens and (tokens[0].lower_ in DATEWORDS or re.fullmatch(r"\d+(?:st|nd|rd|th)?", tokens[0].text) or tokens[0].text == ","):
        tokens = tokens[1:]  # "the 5 April call"
    run = list(takewhile(lambda token: _may_stand(token, names), tokens))
    head = next((place for place in range(min(len(run), NAME + 1)) if _is_head(run, place)), None)
    if head is None:
        return []
    number = _number(run[head + 1 :])
    found = [*run[: head + 1], *(number or _complement(run[head + 1 :]))]
    while words_in(found) > WHOLE or found[-1].pos_ not in ("NOUN", "PROPN", "NUM") and found[-1].lower_ not in _MEETINGS:
        found.pop()
    own = [token for token in found if is_content(token) and token.lower_ not in _MEETINGS and not _is_of_body(token) and lemma(token) not in _EVERY | TIMES | WEAK_END | LIGHT]
    return found if own and len(found) > head and (number or not numbered) else []


def _is_head(run: Sequence[Token], place: int) -> bool:
    """Tell whether a word is a kind of meeting, or the last of a body that meets and the kind does not follow."""
    if run[place].lower_ in _MEETINGS:
        return True
    return place > 0 and _is_of_body(run[place - 1]) and _is_of_body(run[place]) and not any(token.lower_ in _MEETINGS for token in run[place + 1 : NAME + 1])


def _is_of_body(token: Token) -> bool:
    """Tell whether a word is one of the two by which a body is called that meets."""
    doc = token.doc
    return any(0 < at < len(doc) and f"{doc[at - 1].lower_} {doc[at].lower_}" in _BODIES for at in (token.i, token.i + 1))


def _is_known(token: Token, units: Sequence[Unit]) -> bool:
    """Tell whether a word is one of meetings at large or is said again: others may be misheard."""
    return lemma(token) in background() or sum(token.lower_ in unit.lowers for unit in units) > 1


def _may_stand(token: Token, names: frozenset[str]) -> bool:
    listed = token.text == "," and token.i + 1 < len(token.doc) and token.nbor(-1).text.istitle() and token.nbor().text.istitle()  # "Committee on Roads, Water and Seed"
    small = token.text == "#" or token.lower_ in _LINKS | _MEETINGS or _is_of_body(token)
    return listed or small or token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and fold(token.text) not in names


def _number(tokens: Sequence[Token]) -> list[Token]:
    """Return the number by which a meeting of a series goes."""
    told = [token for token in tokens[:1] if token.lower_ in ("number", "#", "no")]
    digits = tokens[len(told)] if len(tokens) > len(told) else None
    return [*told, digits] if digits is not None and digits.text.isdigit() and len(digits.text) < 4 else []


def _complement(tokens: Sequence[Token]) -> list[Token]:
    """Return what a meeting is of or on, without the day."""
    if not tokens or tokens[0].lower_ not in ("of", "on", "about"):
        return []
    return list(takewhile(lambda token: lemma(token) not in TIMES and not token.text.isdigit(), tokens))
