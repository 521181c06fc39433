"""Promises in the words of who made them, where a chair's list at the end tells them in a telegram.

"Thandi's form by Friday" says less than what she said herself an hour before: "I'll draft the form for new members
and send it round by Friday". Both are of one promise if the list names who spoke, or words of theirs, and the same day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.analysis.outright import BY_WHEN, is_outright
from copaper.records import Finding, Kind, Session
from copaper.textclean import straight

_WHEN = re.compile(BY_WHEN, re.I)
_WORD = re.compile(r"[^\W\d_]{4,}")
_LITTLE = frozenset("before until after next week month year this that with will have make send list meeting call session than from them they their there about first second third".split())
"""Longer words that two promises share by chance."""
_OF_DAYS = frozenset("the of by before until on in for at after end beginning middle close to over during within our this".split())


def in_own_words(session: Session, own: Sequence[Finding], listed: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Return people's ``own`` statements and what was settled or ``listed``: of a promise that is told in both, the words
    of who made it outright, on request or not, with the list as a second place, if they can be understood alone."""
    found, count = [*own, *listed], len(own)
    again = set[int]()
    for n, item in enumerate(listed, count):
        place = next((m for m, finding in enumerate(found) if m != n and m not in again and _is_same(session, finding, item)), None) if item.kind is Kind.COMMITMENT and not is_outright(item) else None
        if place is not None:
            found[place] = found[place].model_copy(update={"settled": (*found[place].settled, item.evidence[0])})
            again.add(n)
    return found[:count], [finding for n, finding in enumerate(found[count:], count) if n not in again]


def _is_same(session: Session, own: Finding, item: Finding) -> bool:
    """Tell whether an item of a list is the promise that somebody made before in their own words."""
    said, told = own.evidence[0], item.statement
    if own.kind is not Kind.COMMITMENT or not is_outright(own) or not own.stands_alone or said.where != "turn" or item.evidence[0].time < said.time:
        return False
    names = _names(session, said.participant)
    named = any(re.search(rf"\b{re.escape(name)}\b", told) for name in names)
    shared = (_words(" ".join((*(part.quote for part in own.lead), said.quote))) & _words(told)).difference(map(str.casefold, names))
    same_day = bool(_days(said.quote) & _days(told))
    return same_day and (named or len(shared) > 1) or named and len(shared) > 1


def _names(session: Session, participant: str) -> list[str]:
    """Return the words of a participant's name that a chair may call them by."""
    names = [person.name for person in session.participants if person.id == participant]
    return [word for name in names for word in re.findall(r"[^\W\d_]{3,}", name) if word[0].isupper()]


def _days(text: str) -> set[str]:
    """Return the words of all that tells by when, without those that only lead to them."""
    return {word for found in _WHEN.finditer(straight(text)) for word in re.findall(r"\w+", found[0].casefold())} - _OF_DAYS


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(_WHEN.sub(" ", straight(text)))} - _LITTLE
