"""One human, one participant: names linked across transcript, chat and attendance.

Every name in every source is a mention. Mentions are joined, each time for a reason that is
kept: the same name (without case, accents, order of words and remarks such as "(Guest)"), the
same e-mail address, what a report itself says ("original name", abbreviation), or the only
fuller name that fits ("Dmitri Z", "dlongley", "Thandi's iPhone"). In doubt people stay apart,
and session.yaml goes before everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, permutations

from rapidfuzz.distance import DamerauLevenshtein

from copaper.displaynames import is_held_by_one, office_key, taken_apart
from copaper.intake.names import Name, parse, skeleton, without_remarks
from copaper.intake.settings import PersonCorrection
from copaper.records import Link, Notice, content_id

_SHORTEST_WORD = 3
_PARTICLES = frozenset("van der den von del dos das des bin ibn".split())
_SHORTEST_HANDLE = 4
_MOST_NAMES = 5
_SHORTEST_SLIP = 6
_LARGEST_FAMILY = 100
_TOGETHER = 600.0
"""Seconds; who is present twice for so long is two people, or one with two devices."""

Span = tuple[float, float]


@dataclass(frozen=True)
class Mention:
    """A name as a source shows it, with what the source says about its bearer.

    ``spans`` are the seconds for which an attendance report has them present.
    """

    name: str
    source: int
    other_names: tuple[str, ...] = ()
    email: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(eq=False)
class Person:
    """One human while names are being linked."""

    mentions: list[Mention] = field(default_factory=list)
    reasons: dict[tuple[str, int], str] = field(default_factory=dict)
    correction: PersonCorrection | None = None

    @property
    def names(self) -> list[str]:
        return sorted({mention.name for mention in self.mentions})

    @property
    def parsed(self) -> list[Name]:
        return [parse(name) for name in self.names]

    @property
    def emails(self) -> set[str]:
        return {mention.email for mention in self.mentions if mention.email}

    @property
    def sources(self) -> set[int]:
        return {mention.source for mention in self.mentions}

    @property
    def is_bot(self) -> bool:
        return any(name.is_bot for name in self.parsed)

    @property
    def is_nobody(self) -> bool:
        return all(name.is_nobody for name in self.parsed)

    def shown(self) -> str:
        """Return the name for papers: the fullest that they used, without remarks."""
        if self.correction:
            return self.correction.name
        best = max(self.parsed, key=_fullness)
        return without_remarks(best.written)

    def links(self) -> tuple[Link, ...]:
        """Return each name in each source with the reason why it is this person."""
        return tuple(Link(name=name, source=source, reason=reason) for (name, source), reason in sorted(self.reasons.items(), key=lambda r: (r[0][1], r[0][0])))  # fmt: skip


class People:
    """Everybody whom the sources name, each once."""

    def __init__(self, mentions: Sequence[Mention], corrections: Iterable[PersonCorrection] = ()) -> None:
        self.notices: list[Notice] = []
        self._apart: set[frozenset[tuple[str, ...]]] = set()
        self._of: dict[tuple[str, str], Person] = {}
        self._begin(mentions)
        self._correct(tuple(corrections))
        self._same_names()
        self._same_addresses()
        self._same_offices()
        self._told_by_reports()
        while self._fuller_names():
            pass  # whoever was joined may have been the second that a shorter name fitted
        self._slips()
        self._notice_look_alikes()

    def find(self, name: str, email: str = "") -> Person:
        """Return who bears ``name``; raise ``KeyError`` for a name that no source holds."""
        return self._of[name, email]

    def __iter__(self) -> Iterator[Person]:
        """Yield everybody once, by their names."""
        return iter(sorted({id(p): p for p in self._of.values()}.values(), key=lambda p: p.names))

    def _begin(self, mentions: Sequence[Mention]) -> None:
        for mention in mentions:
            person = self._of.setdefault((mention.name, mention.email), Person())
            person.mentions.append(mention)
            person.reasons.setdefault((mention.name, mention.source), "named so")

    # --- joining -----------------------------------------------------------------------

    def _join(self, into: Person, other: Person, reason: str) -> bool:
        """Make one person of two, unless something speaks against it; tell whether it was."""
        if into is other or self._kept_apart(into, other):
            return False
        into.mentions += other.mentions
        into.correction = into.correction or other.correction
        for index, why in other.reasons.items():
            into.reasons[index] = reason if why == "named so" else why
        for index, person in self._of.items():
            if person is other:
                self._of[index] = into
        return True

    def _kept_apart(self, a: Person, b: Person) -> bool:
        if a.is_bot != b.is_bot:
            return True
        if a.correction and b.correction and a.correction is not b.correction:
            return True
        return bool(self._apart) and any(
            frozenset((one.key, other.key)) in self._apart for one in a.parsed for other in b.parsed
        )

    def _correct(self, corrections: Sequence[PersonCorrection]) -> None:
        for correction in corrections:
            own = parse(correction.name).key
            self._apart |= {frozenset((own, parse(other).key)) for other in correction.not_same_as}
        for correction in corrections:
            wanted = {parse(name).key for name in (correction.name, *correction.also)}
            exact = {name.casefold() for name in (correction.name, *correction.also)}
            found = [p for p in self if any(n.key in wanted or n.written.casefold() in exact for n in p.parsed) or exact & p.emails]
            if not found:
                continue
            found[0].correction = found[0].correction or correction
            for other in found[1:]:
                self._join(found[0], other, "session.yaml")

    def _same_names(self) -> None:
        groups: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        for person in self:
            for key in {(name.is_bot, *name.key) for name in person.parsed}:
                groups[key].append(person)
        for key in sorted(groups, key=repr):
            people = list(dict.fromkeys(map(self._current, groups[key])))
            emails = set().union(*(person.emails for person in people))
            if len(emails) > 1:
                if not any(name.is_full for name in people[0].parsed):
                    continue  # two called Thandi stay two
                self.notices.append(Notice(code="same-name-two-addresses"))
            for other in people[1:]:
                same = set(people[0].names) & set(other.names)
                self._join(people[0], other, "the same name" if same else "the same name but for case, order or what stands beside it")

    def _same_addresses(self) -> None:
        by_email: dict[str, Person] = {}
        for person in self:
            for email in sorted(person.emails):
                first = by_email.setdefault(email, person)
                if first is not person and not _strangers(first, person):
                    self._join(first, person, "the same e-mail address")

    def _same_offices(self) -> None:
        """Join "The Chair" to the only one who is "The Chair (Nomvula Khumalo)"."""
        named: dict[str, list[Person]] = defaultdict(list)
        alone: list[tuple[str, Person]] = []
        for person in self:
            for office in sorted({office_key(told.office) for told in map(taken_apart, person.names) if is_held_by_one(told.office)}):
                if person.is_nobody:
                    alone.append((office, person))
                else:
                    named[office].append(person)
        for office, person in alone:
            if len(named[office]) == 1:
                self._join(self._current(named[office][0]), self._current(person), "the only one of this office who is named")

    def _told_by_reports(self) -> None:
        """Join by what a report shows as another name of somebody: the name of registration,
        first and last name, an abbreviation."""
        bearers: dict[tuple[str, ...], set[int]] = defaultdict(set)
        told: list[tuple[Person, Name]] = []
        for person in self:
            for other in sorted({other for mention in person.mentions for other in mention.other_names}):
                name = parse(other)
                if not name.is_nobody:
                    bearers[name.key].add(id(person))
                    told.append((person, name))
        by_key = defaultdict(list)
        for person in self:
            for name in person.parsed:
                by_key[name.key].append(person)
        for person, name in told:
            # "(LEF)" behind two people's names is their organisation.
            if len(bearers[name.key]) > 1:
                continue
            here = self._current(person)
            others = {id(self._current(p)): self._current(p) for p in by_key.get(name.key, ())}
            others.pop(id(here), None)
            if len(others) == 1:
                self._join(here, *others.values(), "the attendance report says so")

    def _current(self, person: Person) -> Person:
        mention = person.mentions[0]
        return self._of[mention.name, mention.email]

    def _fuller_names(self) -> bool:
        """Join each short name to the only fuller name that fits it; tell whether any was."""
        people = [person for person in self if not person.is_bot and not person.is_nobody]
        names = [[*person.parsed, *self._told_names(person)] for person in people]
        bearing: dict[str, set[int]] = defaultdict(set)

        for index, forms in enumerate(names):
            for form in forms:
                for word in (*form.everything, *_handles(form)):
                    bearing[word].add(index)
        found: list[tuple[Person, Person]] = []
        for index, person in enumerate(people):
            fits: set[int] = set()
            for form in person.parsed:
                whole = [word for word in form.words if len(word) > 1]
                if form.is_nobody or not whole:
                    continue
                rarest = min(whole, key=lambda word: len(bearing[word]))
                near = bearing[rarest] - {index}
                fits |= {other for other in near if any(_stands_for(form, full) for full in names[other])}
            if len(fits) == 1:
                found.append((person, people[fits.pop()]))
        joined = False
        for short, full in found:
            short, full = self._current(short), self._current(full)
            if not (short.emails and full.emails) and not _together(short, full):
                joined = self._join(full, short, "the only fuller name that fits") or joined
        return joined

    def _told_names(self, person: Person) -> list[Name]:
        return [parse(other) for other in sorted({o for m in person.mentions for o in m.other_names})]

    def _slips(self) -> None:
        """Join full names that differ by a slip of the pen and never stand in one source: a
        platform spells one person's name the same way throughout."""
        groups: dict[tuple, list[tuple[Name, Person]]] = defaultdict(list)
        for person in self:
            for name in person.parsed:
                if name.is_full and not name.is_bot:
                    for word in name.words:
                        if len(word) >= _SHORTEST_SLIP:
                            rest = tuple(other for other in name.words if other != word)
                            groups[rest, word[0], word[-1]].append((name, person))
        pairs: dict[int, dict[int, Person]] = defaultdict(dict)
        people: dict[int, Person] = {}
        for index in sorted(groups):
            # In a crowd of one surname nearly everything is one letter from something.
            for (one, a), (other, b) in combinations(groups[index][:_LARGEST_FAMILY], 2):
                if a is not b and not a.sources & b.sources and _is_slip(one, other):
                    pairs[id(a)][id(b)] = b
                    pairs[id(b)][id(a)] = a
                    people[id(a)], people[id(b)] = a, b
        for index, person in people.items():
            if len(pairs[index]) == 1:
                (other,) = pairs[index].values()
                if len(pairs[id(other)]) == 1:
                    self._join(self._current(person), self._current(other), "the same name but for one letter")

    def _notice_look_alikes(self) -> None:
        seen: dict[str, Person] = {}
        count = 0
        for person in self:
            for name in person.parsed:
                first = seen.setdefault(skeleton(name), person)
                words = {other.words for other in first.parsed}
                count += first is not person and not name.is_nobody and name.words not in words
        if count:
            self.notices.append(Notice(code="look-alike-names", count=count))


def _fullness(name: Name) -> tuple[bool, int, bool, bool, int, str]:
    """Return what makes one way of writing a name better to show than another."""
    whole = sum(len(word) > 1 for word in name.words)
    return not name.is_nobody, min(whole, 3), " " in name.written, not name.written.islower(), -len(name.written), name.written


def _strangers(a: Person, b: Person) -> bool:
    """Tell whether two bear full names with nothing in common: a shared office address."""
    return all(
        one.is_full and other.is_full and not set(one.words) & set(other.words)
        for one in a.parsed
        for other in b.parsed
    )


def _stands_for(short: Name, full: Name) -> bool:
    """Tell whether ``short`` may be ``full`` written shorter."""
    if full.is_nobody or full.is_bot or short.written == full.written:
        return False
    if not full.is_full and not set(short.key) < set(full.key):
        return False
    if _is_handle_of(short, full):
        return True
    words = set(short.words)
    whole = {word for word in words if len(word) > 1 and not word.isdigit()}
    if not any(len(word) >= _SHORTEST_WORD and word not in _PARTICLES for word in whole):
        return False  # "DE" is not de Almeida
    # What stands beside a first name must not contradict: felix (eest) is not Felix (Geth).
    if not short.is_full and short.beside and full.beside and not set(short.beside) & full.everything:
        return False
    if not whole or not whole <= full.everything:
        return False
    if not short.is_full and not whole & set(full.words):
        return False  # a first name is not what stands beside another's
    rest = full.everything - whole
    initials = words - whole
    if not rest:
        return False
    return all(any(word.startswith(initial) for word in rest) for initial in initials)


def _is_handle_of(short: Name, full: Name) -> bool:
    """Tell whether ``short`` is an account name such as dlongley or longleyd."""
    return short.is_handle and len(short.words) == 1 and short.words[0] in _handles(full)


def _handles(name: Name) -> set[str]:
    """Return the account names that the bearer of a full name may go by."""
    if not 2 <= len(name.words) <= _MOST_NAMES:
        return set()
    return {
        handle
        for first, last in permutations(name.words, 2)
        if len(last) >= _SHORTEST_HANDLE
        for handle in (first[0] + last, last + first[0], first + last)
    }


def _together(a: Person, b: Person) -> bool:
    """Tell whether two names were present at the same time for long."""
    shared = sum(
        max(0.0, min(until, end) - max(since, start))
        for one in a.mentions
        for since, until in one.spans
        for other in b.mentions
        for start, end in other.spans
    )
    return shared > _TOGETHER


def _is_slip(a: Name, b: Name) -> bool:
    """Tell whether two full names differ in one long word by one letter, which is not its last:
    Thandi and Thando, Martin and Martina are names of two people."""
    differing = [set(a.words) - set(b.words), set(b.words) - set(a.words)]
    if len(a.words) != len(b.words) or any(len(words) != 1 for words in differing):
        return False
    one, other = differing[0].pop(), differing[1].pop()
    if min(len(one), len(other)) < _SHORTEST_SLIP or one[-1] != other[-1]:
        return False
    return DamerauLevenshtein.distance(one, other) == 1


def participant_id(name: str, *more: str) -> str:
    """Return the id of whoever bears ``name``: the same in every session, whatever else
    changes; ``more`` tells two of one name apart."""
    return content_id("participant", *parse(name).key, *more)
