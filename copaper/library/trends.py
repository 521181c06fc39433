"""Who took part over time: reach by province, new and returning, balance of voices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from copaper.library.catalogue import Entry
from copaper.library.quarters import Quarter
from copaper.records import Role

NOT_KNOWN = "Not known"


@dataclass(frozen=True)
class Participation:
    """Participation in one quarter of one community or of several."""

    quarter: Quarter
    sessions: int
    people: int
    new: int
    """People of whom no earlier session knows, among ``people``."""
    speakers: int
    provinces: tuple[tuple[str, int], ...]
    """People per province, most first; those not known last."""
    balance: float
    """Evenness of talking time among speakers: 1 when all spoke equally long, 0 when one
    person did (normalised Shannon entropy)."""


def participation(entries: Sequence[Entry]) -> tuple[Participation, ...]:
    """Return participation by quarter, in time."""
    seen: set[str] = set()
    result = []
    for quarter in sorted({entry.quarter for entry in entries}):
        inside = [entry for entry in entries if entry.quarter == quarter]
        people = frozenset().union(*(entry.people for entry in inside))
        provinces: dict[str, str] = {}
        words: Counter[str] = Counter()
        for entry in inside:
            for person in entry.session.participants:
                if person.id in people and person.role is not Role.BOT:
                    provinces[person.id] = person.province or provinces.get(person.id, "")
            for turn in entry.session.turns:
                words[turn.participant] += len(turn.text.split())
        counts = Counter(province or NOT_KNOWN for province in provinces.values())
        result.append(
            Participation(
                quarter,
                len(inside),
                len(people),
                len(people - seen),
                len(words),
                tuple(sorted(counts.items(), key=lambda item: (item[0] == NOT_KNOWN, -item[1], item[0]))),
                evenness(list(words.values())),
            )
        )
        seen |= people
    return tuple(result)


def evenness(amounts: Sequence[float]) -> float:
    """Return the normalised Shannon entropy of ``amounts``, 0 to 1; 0 for fewer than two."""
    from math import log

    total = sum(amounts)
    shares = [amount / total for amount in amounts if amount > 0] if total else []
    if len(shares) < 2:
        return 0.0
    return -sum(share * log(share) for share in shares) / log(len(shares))
