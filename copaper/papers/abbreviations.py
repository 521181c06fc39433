"""Abbreviations that a paper prints: spelt out where the community has said what they stand for, asked for where it has not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping

from copaper.codes import initials
from copaper.communities import Community
from copaper.namewords import COMMON_ABBREVIATIONS
from copaper.papers.spelt_out import spelt_out
from copaper.records import Session

_ABBREVIATION = re.compile(r"(?<![\w@./#-])[A-Z](?:[A-Z&]|[a-z](?=[A-Z]))+[A-Z](?=s?(?![\w@/]))|(?<![\w@./#-])[A-Z]{2}(?=s?(?![\w@/]))")
ASKED = 12
"""Abbreviations that the organisers are asked about, at most."""


def used(text: str) -> Counter[str]:
    """Return the abbreviations of a text and how often each stands there, in the order of the text; a plural counts as its singular."""
    return Counter(found for found in _ABBREVIATION.findall(text) if found not in COMMON_ABBREVIATIONS)


def of_people(session: Session) -> frozenset[str]:
    """Return the names, codes and initials of a session's people, which are no abbreviations."""
    return frozenset(word for person in session.participants for name in (person.name, *person.aliases, *person.codes) for word in (*name.split(), *initials(name)))


def known_in(session: Session, community: Community, printed: str, safe: Callable[[str], str]) -> dict[str, str]:
    """Return what the abbreviations of the ``printed`` text stand for, as the community, its name or the talk says; nothing that
    ``safe`` would withhold."""
    said = (item.text for item in (*session.turns, *session.messages))
    people = of_people(session)
    told = spelt_out(said, [short for short in used(printed) if short not in community.abbreviations and short not in people])
    words = re.findall(r"[^\W\d_]+", community.name)
    own = {initials: community.name for some in (words, [word for word in words if word[0].isupper()]) if len(initials := "".join(word[0] for word in some).upper()) > 2}
    return {short: long for short, long in told.items() if safe(long) == long} | {short: name for short, name in own.items() if short in used(printed)} | dict(community.abbreviations)


def explained(text: str, known: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return those of the ``known`` abbreviations that a text uses, in alphabetical order, each with what it stands for."""
    return sorted((short, long) for short, long in known.items() if re.search(rf"(?<!\w){re.escape(short)}s?(?!\w)", text) and f"({short})" not in text)


def to_explain(text: str, known: Mapping[str, str], names: Collection[str] = ()) -> list[str]:
    """Return what stands in a text, is explained nowhere and is none of the ``names``, the most frequent first."""
    open_ = {short: often for short, often in used(text).items() if short not in known and short not in names and f"({short})" not in text}
    return sorted(open_, key=lambda short: (-open_[short], short))[:ASKED]
