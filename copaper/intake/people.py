"""One human, one participant: names linked across transcript, chat and attendance.

Names are compared without case, accents, suffixes ("(Guest)", "[BAS]", "(she/her)") and word
order. Two names are one person when they are equal so, when one e-mail address stands beside
both, when a report says so ("original name", abbreviation), or when one is the only full
name that fits a shorter one. In doubt people stay apart: session.yaml joins them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from copaper.intake.settings import PersonCorrection
from copaper.privacy import fold
from copaper.records import Link, Role, content_id

UNKNOWN = "Unknown speaker"

_BOT = re.compile(
    r"\b(?:note ?taker|notetaking|otter(?:\.ai|pilot)|fireflies|read\.ai|read ai|meeting notes|fathom|tl;?dv|"
    r"transcriber|transcription|fellow ai|avoma|supernormal|grain|krisp|recorder|zoom ai|copilot)\b",
    re.I,
)
_SUFFIX = re.compile(
    r"\((?:guest|gast|invite|unverified|external|extern|ext|host|co-host|me|you|he|she|they|him|her|them|[^()]*?/[^()]*)\)"
    r"|\[[^\]]*\]",
    re.I,
)
_TITLE = frozenset("dr prof mr mrs ms miss adv rev hon".split())
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_DEVICE = re.compile(r"^(?:(?P<owner>.+?)['’]s |(?P<de>.+?) se )?(?:iphone|ipad|galaxy|samsung|huawei|laptop|macbook|phone|pc)\b", re.I)


@dataclass(frozen=True)
class Seen:
    """A name as a source shows it, with what the source says about it."""

    name: str
    source: int
    other_names: tuple[str, ...] = ()
    email: str = ""


@dataclass
class Person:
    """One human while names are being linked."""

    names: Counter = field(default_factory=Counter)
    links: list[Link] = field(default_factory=list)
    correction: PersonCorrection | None = None

    def shown(self) -> str:
        """Return the fullest of the names that was used most."""
        if self.correction:
            return self.correction.name
        return max(self.names, key=lambda name: (min(len(key(name)), 3), self.names[name], -len(name), name))


def key(name: str) -> tuple[str, ...]:
    """Return the words of ``name`` that tell people apart, folded, in alphabetical order."""
    bare = _SUFFIX.sub(" ", name)
    if device := _DEVICE.match(bare):
        bare = device["owner"] or device["de"] or bare
    bare = re.split(r"\s[|]\s|\|", bare)[0]
    if "," in bare:  # "Surname, First"
        last, _, first = bare.partition(",")
        bare = f"{first} {last}"
    words = [fold(match[0]) for match in _WORD.finditer(bare)]
    kept = [word for word in words if word not in _TITLE] or words
    return tuple(sorted(kept)) or (fold(name).strip(),)


def is_bot(name: str) -> bool:
    """Tell whether a name is that of a note-taking tool."""
    return bool(_BOT.search(name))


def link(seen: Sequence[Seen], corrections: Iterable[PersonCorrection] = ()) -> dict[str, Person]:
    """Return the person for every name in ``seen``; one human's names share one object."""
    people: dict[str, Person] = {}
    by_key: dict[tuple[str, ...], Person] = {}
    by_mail: dict[str, Person] = {}

    def join(a: Person, b: Person) -> Person:
        if a is b:
            return a
        a.names.update(b.names)
        a.links.extend(b.links)
        a.correction = a.correction or b.correction
        for table in (people, by_key, by_mail):
            for index, person in table.items():
                if person is b:
                    table[index] = a
        return a

    # A bracket that stands behind two people's names ("Colin (LEF)") is no name of either.
    bearers = defaultdict(set)
    for one in seen:
        for other in one.other_names:
            bearers[key(other)].add(key(one.name))
    corrected: dict[tuple[str, ...], Person] = {}
    for correction in corrections:
        person = Person(correction=correction)
        for name in (correction.name, *correction.also):
            corrected[key(name)] = person
    for one in seen:
        here = key(one.name)
        person, reason = corrected.get(here), "session.yaml"
        if person is None and one.name in people:
            person, reason = people[one.name], "the same name"
        if person is None and here in by_key:
            person, reason = by_key[here], "the same name but for case, order or suffixes"
        if person is None:
            person, reason = Person(), "first seen here"
        if one.email:
            if one.email in by_mail and by_mail[one.email] is not person:
                person, reason = join(by_mail[one.email], person), "the same e-mail address"
            by_mail[one.email] = person
        person.names[one.name] += 1
        if not any(l.name == one.name and l.source == one.source for l in person.links):
            person.links.append(Link(name=one.name, source=one.source, reason=reason))
        people[one.name] = by_key[here] = person
        # A tool shows whom it takes notes for in brackets; it is not that person.
        for other in () if is_bot(one.name) else one.other_names:
            if not _WORD.search(other) or (len(key(other)) == 1 and len(bearers[key(other)]) > 1):
                continue
            beside = corrected.get(key(other)) or by_key.get(key(other))
            if beside is not None and beside is not person:
                person = join(person, beside)
            by_key[key(other)] = person
            person.names[other] += 0
            people[one.name] = person
    _link_shorter(people, by_key, join)
    return people


def _link_shorter(people: dict[str, Person], by_key: dict, join) -> None:
    """Link names that are part of exactly one fuller name, or one slip away from it."""
    full = defaultdict(list)
    for words in list(by_key):
        for word in words:
            full[word].append(words)
    for words in sorted(by_key):
        person = by_key[words]
        if person.correction or any(is_bot(name) for name in person.names):
            continue
        fits = {id(by_key[other]): other for other in _candidates(words, full) if by_key[other] is not person}
        if len(fits) == 1:
            (other,) = fits.values()
            target = by_key[other]
            if any(is_bot(name) for name in target.names):
                continue
            joined = join(target, person)
            joined.links = [
                link.model_copy(update={"reason": "part of the only fuller name that fits"})
                if key(link.name) == words and link.reason == "first seen here"
                else link
                for link in joined.links
            ]


def _candidates(words: tuple[str, ...], full: dict) -> Iterable[tuple[str, ...]]:
    """Yield the fuller names that ``words`` may stand for."""
    initials = [word for word in words if len(word) == 1]
    whole = [word for word in words if len(word) > 1]
    if not whole or all(word.isdigit() for word in whole):
        return
    near = {other for word in whole for other in full.get(word, ())} if len(whole) == 1 or initials else set()
    for other in sorted(near):
        rest = [word for word in other if word not in whole]
        if len(other) <= len(whole) or not set(whole) <= set(other):
            continue
        if all(any(word.startswith(initial) for word in rest) for initial in initials):
            yield other
    if len(whole) >= 2 and not initials:
        for other in sorted({other for word in whole for other in full.get(word, ())}):
            if len(other) == len(words) and other != words and _one_slip(words, other):
                yield other


def _one_slip(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names differ in one word of six letters or more, by one letter."""
    differing = [(x, y) for x, y in zip(sorted(set(a) - set(b)), sorted(set(b) - set(a)), strict=False)]
    return len(differing) == 1 and min(map(len, differing[0])) >= 6 and DamerauLevenshtein.distance(*differing[0]) == 1


def participant_id(name: str) -> str:
    """Return the id of whoever bears ``name``: stable across sessions and unrelated edits."""
    return content_id("participant", *key(name))


ROLES = {
    "host": Role.HOST, "organizer": Role.HOST, "organiser": Role.HOST, "organisateur": Role.HOST,
    "organisator": Role.HOST, "co-organizer": Role.HOST, "panelist": Role.PANELLIST,
    "panellist": Role.PANELLIST, "presenter": Role.PANELLIST, "speaker": Role.PANELLIST,
}  # fmt: skip


def role_of(written: str) -> Role:
    """Return the role that a report's word stands for; an attendee unless it says more."""
    return ROLES.get(written.strip().casefold(), Role.ATTENDEE)
