"""With whom somebody says to agree or to differ: "I agree with Thandi", "I disagree with you on the fee"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from copaper.analysis.units import Unit
from copaper.codes import initials
from copaper.nameparts import fold
from copaper.records import Session
from copaper.textclean import straight

_WITH = (
    r"\b(?:agree|disagree|differ|concur)(?: \w+ly| very much| here| again| more| also| that){0,2},? with (?:(?:what|everything|everybody|all|most|much|both|some|the|of|that|point|points|view|concern|comments?|you,?|by|from|my|colleague|colleagues|others?|dr|mr|mrs|ms|miss|prof|professor|sentiments?)\.? ){0,5}"
)
_NAMED = re.compile(rf"(?i:{_WITH})(?P<names>[A-Z][\w.-]*\w(?:(?:,? and |, | )[A-Z][\w.-]*\w)*)")
_YOU = re.compile(_WITH + r"your?\b", re.I)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def people_by_word(session: Session) -> Mapping[str, frozenset[str]]:
    """Return who may be meant by each folded word of a name, or by initials."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in session.participants:
        for name in (person.name, *person.aliases, *person.codes):
            for word in (*_WORD.findall(name), *initials(name)):
                found[fold(word)].add(person.id)
    return {word: frozenset(people) for word, people in found.items()}


def addressed(units: Sequence[Unit], at: int, known: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    """Return the ids of those with whom ``units[at]`` says to agree or differ, nobody where the one named is not known;
    None where it does not say with whom."""
    text = straight(units[at].text)
    named = _NAMED.search(text)
    if named is not None:
        return frozenset(person for word in _WORD.findall(named["names"]) for person in known.get(fold(word), ()))
    if _YOU.search(text):
        before = next((unit.participant for unit in reversed(units[:at]) if unit.where == units[at].where and unit.participant != units[at].participant), None)
        return frozenset((before,)) if before is not None else frozenset()
    return None
