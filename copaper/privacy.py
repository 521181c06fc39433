"""The one place where names become what a community's policy allows.

Three policies: ``named`` shows who spoke; ``roles`` shows a role, with province or
organisation only where at least three people who spoke or wrote share both; ``chatham_house`` shows nobody and
no affiliation ("neither the identity nor the affiliation of the speaker(s), nor that of any
other participant, may be revealed", https://www.chathamhouse.org/about-us/chatham-house-rule).
E-mail addresses, telephone and identity numbers are withheld under every policy.

No tool finds every name that was spoken: this one finds the people of the session's roster
(full name, first name, surname, handle, in any case, with or without accents), and those whom
the analysis found to be spoken of. The reviewers are told of these by
:meth:`Privacy.spoken_of`, and of what may be a name besides by :meth:`Privacy.unlisted_names`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from spacy.lang.en.stop_words import STOP_WORDS

from copaper.addresses import account_of, bare, is_shared_document, is_talked_of, led_to_by_several, words_of
from copaper.codes import CODE, LONGEST_CODE, Codes, codes_of
from copaper.communities import Policy
from copaper.contacts import addresses_and_identities, link_without_numbers, withhold_numbers
from copaper.displaynames import BESIDE_NAMES, may_be_body, parted_by_brackets, taken_apart
from copaper.meant import AFFILIATION, HAS_SURNAME, IS_LAW, OWN_BODY, OWN_FOR_SHORT, OWN_PAST, SPEAKS_FOR, is_month_at, is_word_at, means_somebody, titled
from copaper.minuted import speakers_minuted
from copaper.namewords import ALSO_WORDS, BODIES, HALLOWED, KNOWN_ABBREVIATIONS, GATHERINGS, NOT_NAMES, OF_BODIES, OF_PROVINCES, OF_ROOMS, ROOMS, SAINTS, SHORT_WORDS, TOWNS
from copaper.nameparts import WORD, abbreviations_beside, chunks, fold, halves_of, inside, inside_places, is_long_half, places_beside, run_together, unbroken
from copaper.ordinary import given_names, is_ordinary
from copaper.records import Findings, Participant, Role, Session
from copaper.textclean import around_links, links_in
from copaper.voices import PRESENTER, parts
from copaper.works import is_one_at

SMALLEST_GROUP = 3
"""An attribution that fewer people than this share would point at one of them."""

NAME_WITHHELD = "[name withheld]"
ORGANISATION_WITHHELD = "[organisation withheld]"
PLACE_WITHHELD = "[place withheld]"
DETAIL_WITHHELD = "[detail withheld]"
HANDLE_WITHHELD = "[handle withheld]"
LINK_WITHHELD = "[link withheld: it holds a name]"
WITHHELD = re.compile(r"\[(?:[\w-]+ ){1,3}withheld(?:: [^\]]*)?\]")
"""What stands in print for what may not be printed."""

MEMBER = "Member"
"""What a member of a parliament is called, by the letters behind the name."""
ROLE_NAMES = {
    Role.HOST: "Host",
    Role.PANELLIST: "Panellist",
    Role.ATTENDEE: "Participant",
    Role.BOT: "Note-taking tool",
}

_TELLS_LITTLE = ("", MEMBER)
"""Offices beside a name that tell less than a part that somebody plays."""
_HANDLE = re.compile(r"(?<![\w@/.])@\w{2,40}")

_LONG_SURNAME = 6
_OF_A_PLACE = re.compile(r"\b(?:in|near|around|outside|the|an?|of|prince|princess|jesus|saint|st|greater|old|new) $", re.I)
_WITH_ANOTHER = re.compile(r" (?!(?:I|You|We|He|She|They)\b)[A-Z][a-z]")
"""What stands before a place or title, and behind a word that is part of a longer name."""
_LONG_NAME, _SHORT_FORM = 7, 4
"""Letters of a first name that people cut short, and of what is left of it, at least."""
_OFTEN = 20
"""Times that names are written with capitals until it is clear that all are."""


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    replacement: str


class Privacy:
    """What a paper on ``session`` may say of people under ``policy``."""

    def __init__(self, session: Session, policy: Policy = Policy.ROLES, findings: Findings | None = None) -> None:
        heard = frozenset(item.participant for item in (*session.turns, *session.messages))
        self._begin(session.participants, Policy(policy), heard, parts(session) if Policy(policy) is Policy.ROLES else {})
        self._session, self.findings = session, findings

    @classmethod
    def of(cls, people: Iterable[Participant]) -> Privacy:
        """Return what withholds the names of ``people`` who stand in no session any more."""
        privacy = cls.__new__(cls)
        privacy._begin(tuple(people), Policy.ROLES)
        return privacy

    def _begin(self, people: tuple[Participant, ...], policy: Policy, heard: frozenset[str] = frozenset(), told: Mapping[str, str] = MappingProxyType({})) -> None:
        self.policy = policy
        self._parts = {person.id: told[person.id] for person in people if person.id in told and person.office in _TELLS_LITTLE}
        self._session: Session | None = None
        self.findings: Findings | None = None
        self._people = {person.id: person for person in people}
        # Who said nothing hides nobody: of three on the list, one alone may have spoken.
        self._groups = Counter(
            key
            for person in people
            if person.role is not Role.BOT and (not heard or person.id in heard) and person.id not in self._parts  # who is called by a part hides nobody
            for place in (("province", person.province), ("organisation", person.organisation))
            if place[1]
            for key in (place, (_called(person), *place))
        )
        # Those of roles that are too few there: who is told by the place alone hides among them.
        self._mixed: Counter[tuple[str, str]] = Counter()
        for key, count in self._groups.items():
            if len(key) == 3 and count < SMALLEST_GROUP:
                self._mixed[key[1:]] += count

    # --- who is named how ---

    def part(self, participant_id: str) -> str:
        """Return by which part in the session a paper calls this participant, as the talk shows it, or an empty string."""
        return self._parts.get(participant_id, "")

    def presenting(self, participant_id: str) -> str:
        """Return how a paper names this participant where they present: so only where it would tell no more than that
        they took part, as what they presented would tell others of their place whose that is."""
        who = self.attribution(participant_id)
        return PRESENTER if self.policy is Policy.ROLES and who in (ROLE_NAMES[Role.ATTENDEE], MEMBER) else who

    def attribution(self, participant_id: str) -> str:
        """Return how a paper names this participant: "Participant, Gauteng", say, or "A person from
        Gauteng" where fewer than three of that role are from there, and three of all such roles.

        Whose part the talk shows is called by it alone. Under ``chatham_house`` it is empty: a quote stands without a speaker.
        """
        person = self._people.get(participant_id)
        if person is None or self.policy is Policy.CHATHAM_HOUSE:
            return ""
        if person.role is Role.BOT:
            return ROLE_NAMES[Role.BOT]
        if self.policy is Policy.NAMED:
            name = self._own_name(person)
            return name if fold(person.organisation) in fold(name) else f"{name}, {person.organisation}"
        if part := self.part(participant_id):
            return part
        role = _called(person)
        for place in (("province", person.province), ("organisation", person.organisation)):
            if self._groups[(role, *place)] >= SMALLEST_GROUP:
                return f"{role}, {place[1]}"
            if place[0] == "province" and self._mixed[place] >= SMALLEST_GROUP:
                return f"A person from {place[1]}"  # the only host of a province is known by both
        return role

    def contact(self, participant_id: str) -> str:
        """Return whom a reader can ask about a practice, or an empty string if nobody may
        be named: then the community's secretariat passes questions on."""
        return self.attribution(participant_id) if self.policy is Policy.NAMED else ""

    def _own_name(self, person: Participant) -> str:
        return withhold_numbers(re.sub(r"\s+", " ", person.name)).strip()

    # --- what people said ---

    def text(self, text: str) -> str:
        """Return ``text`` with all withheld that the policy does not allow in print."""
        if self.policy is Policy.NAMED:
            return around_links(text, withhold_numbers, link_without_numbers)
        return around_links(text, lambda part: self._affiliations(OWN_PAST.sub(DETAIL_WITHHELD, self._without_names(_HANDLE.sub(HANDLE_WITHHELD, withhold_numbers(part))))), lambda link: self._link(link_without_numbers(link)))

    def _affiliations(self, text: str) -> str:
        return AFFILIATION.sub(lambda found: found[0].replace(found["body"], ORGANISATION_WITHHELD), text) if self.policy is Policy.CHATHAM_HOUSE else text

    def without_names(self, text: str) -> str:
        """Return ``text`` with nothing but the people's names withheld, whatever the policy."""
        return around_links(text, self._without_names, self._link)

    def _link(self, link: str) -> str:
        """Return a web address whole, or what stands for it: half an address leads nowhere."""
        return LINK_WITHHELD if self._names_somebody(link) else link

    def _without_names(self, text: str) -> str:
        for found in reversed(list(self._finds(text))):
            text = text[: found.start] + found.replacement + text[found.end :]
        return text

    def leaks(self, text: str) -> int:
        """Return how many places of ``text`` show what :meth:`text` would have withheld."""
        numbers = addresses_and_identities(text)
        if self.policy is Policy.NAMED:
            return numbers
        found = 0
        for start, end in links_in(text):
            found += self._names_somebody(text[start:end])
            text = f"{text[:start]} {text[end:]}"
        affiliations = sum(WITHHELD.fullmatch(match["body"]) is None for match in AFFILIATION.finditer(text)) if self.policy is Policy.CHATHAM_HOUSE else 0
        return numbers + found + affiliations + len(OWN_PAST.findall(text)) + sum(1 for _ in self._finds(text))

    def names_in(self, text: str) -> list[str]:
        """Return the names that are withheld in ``text``, in order, as they are written there."""
        return [] if self.policy is Policy.NAMED else [text[found.start : found.end] for found in self._finds(text) if found.replacement == NAME_WITHHELD]

    def _finds(self, text: str) -> Iterator[_Found]:
        """Yield the places to withhold, in order, neighbours of one name joined."""
        words = list(WORD.finditer(text))
        folded = [self._plain(word[0]) for word in words]
        kept = inside_places(folded) | self._after_saints(folded) | inside(folded, self._standing)
        pending: _Found | None = None
        position = 0
        while position < len(words):
            length, replacement = self._match(text, words, folded, kept, position)
            length += replacement == NAME_WITHHELD and HAS_SURNAME.match(text, words[position + length - 1].end()) is not None
            if not length:
                position += 1
                continue
            last = words[position + length - 1]
            end = last.end() - (2 if re.search(r"['’]s$", last[0]) else 0)
            found = _Found(words[position].start(), end, replacement)
            position += length
            gap = text[pending.end : found.start] if pending else ""
            if pending and pending.replacement == replacement and gap in (" ", "-", ". "):
                pending = _Found(pending.start, found.end, replacement)
                continue
            if pending:
                yield pending
            pending = found
        if pending:
            yield pending

    def _match(self, text, words, folded, kept, position) -> tuple[int, str]:
        """Return how many words from ``position`` on are to be withheld, and as what."""
        if position in kept or IS_LAW.match(text, words[position].start()):
            return 0, ""
        for length in range(min(self._longest, len(words) - position), 1, -1):
            phrase = tuple(folded[position : position + length])
            if not unbroken(text, words[position : position + length]):
                continue
            if phrase in self._phrases:
                return length, self._phrases[phrase]
            if phrase in self._small_bodies and OWN_BODY.search(text[: words[position].start()]):
                return length, ORGANISATION_WITHHELD
            if phrase in self._spoken_for and SPEAKS_FOR.search(text[: words[position].start()][-100:]):
                return length, PLACE_WITHHELD
            if self._is_spoken_of(phrase, words[position]):
                return length, self._spoken[phrase]
        word = folded[position]
        if length := min(titled(text, words[position]), len(words) - position):
            return length, NAME_WITHHELD
        if (word,) in self._small_bodies and OWN_BODY.search(text[: words[position].start()]):
            return 1, ORGANISATION_WITHHELD
        if (word,) in self._spoken_for and SPEAKS_FOR.search(text[: words[position].start()][-100:]):
            return 1, PLACE_WITHHELD
        if word in self._short_bodies and words[position][0][0].isupper() and OWN_FOR_SHORT.search(text[: words[position].start()][-100:]):
            return 1, ORGANISATION_WITHHELD
        if (word,) in self._phrases:
            return 1, self._phrases[(word,)]
        if self._is_code(text, words[position]):
            return 1, NAME_WITHHELD
        if word in self._words and is_month_at(text, words[position]) and word not in self._asked_for:
            return 0, ""
        if word in self._words and not (words[position][0].islower() and (self._writes_names_large or word in self._beside_names or is_word_at(text, words[position])) and is_ordinary(word)) or any(part in self._words for part in halves_of(word)):
            return 1, NAME_WITHHELD
        if word in self._ambiguous and means_somebody(text, words[position]):
            return 1, NAME_WITHHELD
        if word in self._short_names and words[position][0][0].isupper() and words[position][0][1].islower():
            return 1, NAME_WITHHELD
        if self._is_half(text, words[position]) or self._is_short_form(text, words[position]):
            return 1, NAME_WITHHELD
        if found := next(filter(None, (self._surely(self._plain(part)) for part in run_together(words[position][0]))), ""):
            return 1, found
        if self._is_spoken_of((word,), words[position]) and not is_one_at(text, words[position].start(), words[position].end(), self._works) and (word not in ALSO_WORDS or means_somebody(text, words[position])):
            return 1, self._spoken[(word,)]
        return 0, ""

    @cached_property
    def _writes_names_large(self) -> bool:
        """Whether names that are no other words are written with capitals all along, in speech and in the chat: then what is written small is the word."""
        said = [texts for texts in ((self._session.turns, self._session.messages) if self._session else ()) if texts]
        names = [[word[0] for item in texts for word in WORD.finditer(item.text) if fold(word[0]) in self._words and not is_ordinary(fold(word[0]))] for texts in said]
        return names != [] and all(len(own) >= _OFTEN and not any(name.islower() for name in own) for own in names)

    def _is_spoken_of(self, phrase: tuple[str, ...], first: re.Match[str]) -> bool:
        return phrase in self._spoken and (first[0][0].isupper() or phrase in self._written_small)

    def _is_half(self, text: str, word: re.Match[str]) -> bool:
        """Tell whether a word is a part of somebody's double name, written as a name is, or holds one."""
        for part in (word[0], *word[0].split("-")):
            plain = self._plain(part)
            if part[:1].isupper() and plain in self._halves and (is_long_half(plain) or means_somebody(text, word)):
                return True
        return False

    def _is_short_form(self, text: str, word: re.Match[str]) -> bool:
        """Tell whether a word is how somebody with a long first name is called for short: "Keitu" of "Keitumetse", and no place or title."""
        plain = self._plain(word[0])
        if not word[0][:1].isupper() or len(plain) < _SHORT_FORM or not any(name.startswith(plain) and len(name) >= len(plain) + 2 for name in self._long_names):
            return False
        word_or_place = plain in STOP_WORDS | ALSO_WORDS | TOWNS or is_ordinary(plain) or _OF_A_PLACE.search(text[: word.start()]) is not None or _WITH_ANOTHER.match(text, word.end()) is not None
        return not word_or_place

    @cached_property
    def _long_names(self) -> frozenset[str]:
        return frozenset(name[0] for name in self._names if len(name[0]) >= _LONG_NAME and not is_ordinary(name[0]))

    def _surely(self, part: str) -> str:
        """Return what stands for a word that is no other word than a name, or an empty string."""
        sure = part not in ALSO_WORDS and not is_ordinary(part)
        return (NAME_WITHHELD if part in self._words else self._spoken.get((part,), "")) if sure else ""

    def _is_code(self, text: str, word: re.Match[str]) -> bool:
        """Tell whether a word is a code or the initials by which somebody is called, or holds such a code."""
        if len(word[0]) > LONGEST_CODE and not re.search(r"[-'’]", word[0]):
            return False
        return any(self._codes.means_somebody(text, word.start() + part.start(), word.start() + part.end()) for part in re.finditer(r"[^-'’]+", word[0]))

    @cached_property
    def _codes(self) -> Codes:
        texts = [item.text for item in (*self._session.turns, *self._session.messages)] if self._session else []
        return codes_of(self._people.values(), texts)

    @staticmethod
    def _plain(word: str) -> str:
        return fold(word).replace("’", "'").removesuffix("'s")

    # --- the roster, as words and phrases to look for ---

    @cached_property
    def _names(self) -> tuple[tuple[str, ...], ...]:
        """Every name of every participant as folded words, organisations left out."""
        names = set()
        for person in self._people.values():
            if person.role is Role.BOT:
                continue
            told = frozenset(person.codes)
            for alias in (person.name, *person.aliases, *person.codes):
                beside = NOT_NAMES | self._of_rooms(alias)
                if CODE.fullmatch(alias) and (alias in told or alias in KNOWN_ABBREVIATIONS):
                    continue  # its use decides
                for chunk in chunks(alias, self._bodies):
                    if fold(chunk).strip() in self._bodies:
                        continue
                    words = tuple(
                        word
                        for word in (self._plain(match[0]) for match in WORD.finditer(chunk))
                        if word not in beside and not word.isdigit()
                    )
                    if words:
                        names.add(words)
        return tuple(sorted(names))

    def _of_rooms(self, alias: str) -> frozenset[str]:
        """Return which words of what a room is called, "NESA Boardroom 3", are no name: that it is a room, whose, and what the session's title has of it."""
        words = {self._plain(word[0]) for word in WORD.finditer(alias)}
        if words.isdisjoint(ROOMS):
            return frozenset()
        large = {self._plain(word[0]) for word in WORD.finditer(alias) if word[0].isupper()}
        said = [word[0] for word in WORD.finditer(self._session.title)] if self._session else []
        title = {self._plain(word) for word, behind in zip(said, [*said[1:], ""], strict=False) if word.isupper() and self._plain(word) in large or self._plain(behind) in OF_BODIES | GATHERINGS}
        return frozenset(words & (ROOMS | OF_ROOMS | OF_BODIES | title) - given_names()[0])

    @cached_property
    def _bodies(self) -> frozenset[str]:
        named = frozenset(fold(person.organisation) for person in self._people.values() if person.organisation)
        return named | abbreviations_beside(alias for person in self._people.values() for alias in (person.name, *person.aliases))

    @cached_property
    def _words(self) -> frozenset[str]:
        every = {word for name in self._names for word in name if len(word) >= 3}
        return frozenset((every | self._nicknames | (speakers_minuted(self._session) if self._session else set())) - ALSO_WORDS)

    @cached_property
    def _beside_names(self) -> frozenset[str]:
        """Words that stand behind names in brackets alone and say for what somebody is there, or from which device, as "(Support)": written small they are the word."""
        parted = [parted_by_brackets(called) for person in self._people.values() for called in (person.name, *person.aliases)]
        outside = {self._plain(word[0]) for name, _ in parted for word in WORD.finditer(name)}
        within = {self._plain(word[0]) for name, inside in parted if WORD.search(name) for word in WORD.finditer(" ".join(inside))}
        return frozenset((within & BESIDE_NAMES) - outside)

    @property
    def _nicknames(self) -> set[str]:
        """What people call themselves online: "tmokoena", "thandimokoena". Of a short surname
        the first would too often be another word ("brands")."""
        full = [(name[0], name[-1]) for name in self._names if len(name) > 1 and len(name[-1]) >= 3]
        return {first + last for first, last in full} | {first[0] + last for first, last in full if len(last) >= _LONG_SURNAME}

    @cached_property
    def _ambiguous(self) -> frozenset[str]:
        return frozenset({word for name in self._names for word in name} & ALSO_WORDS)

    @cached_property
    def _short_names(self) -> frozenset[str]:
        """First names and surnames of two letters, which are names only where they are written as such: "Jo", "Ng"."""
        return frozenset(word for name in self._names for word in (name[0], name[-1]) if len(word) == 2 and word.isalpha() and word not in SHORT_WORDS)

    @cached_property
    def _halves(self) -> frozenset[str]:
        """What people with a double name are called for short ("Adlam" of "Kotzeman-Adlam"), and how
        others write one with an apostrophe ("Harrigan" and "OHarrigan" for "O'Harrigan")."""
        made = {word for name in self._names for word in name if re.search(r"[-']", word)}
        parts = {part for word in made for part in (*re.split(r"[-']", word), word.replace("'", "")) if len(part) >= 3}
        return frozenset(parts - self._words - NOT_NAMES)

    @cached_property
    def _phrases(self) -> dict[tuple[str, ...], str]:
        """Whole names, and under the Chatham House rule organisations, as folded words."""
        phrases = {name: NAME_WITHHELD for name in self._names if len(name) > 1}
        if self.policy is Policy.CHATHAM_HOUSE:
            for person in self._people.values():
                words = tuple(self._plain(m[0]) for m in WORD.finditer(person.organisation))
                if words and (len(words) > 1 or len(words[0]) >= 3):
                    phrases.setdefault(words, ORGANISATION_WITHHELD)
        return phrases

    @cached_property
    def _longest(self) -> int:
        return min(max(map(len, (*self._phrases, *self._spoken, *self._small_bodies, *self._spoken_for)), default=1), 8)

    @cached_property
    def _small_bodies(self) -> frozenset[tuple[str, ...]]:
        """Organisations of fewer than three people, as folded words: who says "we at" one of them is known by it."""
        if self.policy is not Policy.ROLES:
            return frozenset()
        names = {person.organisation for person in self._people.values() if person.organisation and person.role is not Role.BOT and self._groups["organisation", person.organisation] < SMALLEST_GROUP}
        return frozenset(filter(None, map(self._phrase, names))) | self._behind_bars

    @property
    def _behind_bars(self) -> frozenset[tuple[str, ...]]:
        """What fewer than three people have behind a bar or dash and may be a body that nothing else tells of: "Ann Dube | Lwazi"."""
        parts = Counter(
            phrase
            for person in self._people.values()
            if person.role is not Role.BOT
            for phrase in sorted({self._phrase(part) for alias in (person.name, *person.aliases) for part in taken_apart(parted_by_brackets(alias)[0]).beside if may_be_body(part)})
        )
        return frozenset(phrase for phrase, count in parts.items() if phrase and count < SMALLEST_GROUP and not all(word in OF_PROVINCES or word in BODIES or is_ordinary(word) for word in phrase))

    @cached_property
    def _spoken_for(self) -> frozenset[tuple[str, ...]]:
        """Places beside the names of fewer than three people, before a body ("(Kuruman, SEDA)"), as folded words: "the
        member for" one of them is known by it."""
        bodies = self._bodies
        places = Counter(
            phrase
            for person in self._people.values()
            for phrase in sorted({self._phrase(place) for alias in (person.name, *person.aliases) for place in places_beside(alias, bodies) if place != person.province})
        )
        return frozenset(phrase for phrase, count in places.items() if phrase and count < SMALLEST_GROUP)

    @cached_property
    def _short_bodies(self) -> frozenset[str]:
        """What organisations of fewer than three people are called for short by their own: "the Forum"."""
        return frozenset(phrase[-1] for phrase in self._small_bodies if len(phrase) > 1 and len(phrase[-1]) > 3)

    # --- people and bodies who were spoken of ---

    @cached_property
    def _spoken(self) -> dict[tuple[str, ...], str]:
        """What the analysis found to be named in the talk, as folded words; what the session's
        settings say goes before it."""
        found: dict[tuple[str, ...], str] = {}
        if self._session is None:
            return found
        if self.findings is not None:
            if self.policy is Policy.CHATHAM_HOUSE:
                bodies = [self._phrase(name) for name in self.findings.bodies_named]
                several = [(*phrase[:-1], f"{phrase[-1]}s") for phrase in bodies if phrase]  # speech recognition drops an apostrophe
                found |= dict.fromkeys((*bodies, *several), ORGANISATION_WITHHELD)
            found |= dict.fromkeys(map(self._phrase, self.findings.people_named), NAME_WITHHELD)
        for name in self._session.let_stand:
            found.pop(self._phrase(name), None)
        told = {word for phrase in found if len(phrase) > 1 for word in phrase}
        for phrase in self._standing:
            for word in phrase:  # "Okoro" of "Amaka Okoro", who may be named
                if word not in told:
                    found.pop((word,), None)
        found |= dict.fromkeys(map(self._phrase, self._session.also_withhold), NAME_WITHHELD)
        found.pop((), None)
        return found

    @cached_property
    def _standing(self) -> tuple[tuple[str, ...], ...]:
        """Names of several words that the session's settings let stand, whoever else bears one of these."""
        return tuple(phrase for name in (self._session.let_stand if self._session else ()) if len(phrase := self._phrase(name)) > 1)

    @cached_property
    def _works(self) -> frozenset[str]:
        return frozenset(name for name in (self.findings.works_named if self.findings else ()) if self._asked_for.isdisjoint(self._phrase(name)))

    def _after_saints(self, folded: list[str]) -> frozenset[int]:
        """Return the positions of words behind "Saint", which are no participant's name if a saint had it, unless one has a saint
        in theirs; "St" may be a street, behind which anybody may be spoken of who is known here."""
        if not SAINTS.intersection(folded) or any(SAINTS.intersection(name) for name in self._names):
            return frozenset()
        return frozenset(at for at in range(1, len(folded)) if folded[at - 1] in SAINTS and folded[at] not in self._asked_for and (not self._is_known(folded[at]) or (folded[at - 1] == "saint" and folded[at] in HALLOWED)))

    def _is_known(self, word: str) -> bool:
        """Tell whether a word is a part of the name of somebody who took part, or that was asked to be withheld."""
        return word in self._words or word in self._ambiguous or word in self._asked_for

    @cached_property
    def _asked_for(self) -> frozenset[str]:
        """The folded words of what the session's settings want withheld: nothing that the talk shows goes before it."""
        return frozenset(word for name in (self._session.also_withhold if self._session else ()) for word in self._phrase(name))

    @cached_property
    def _written_small(self) -> frozenset[tuple[str, ...]]:
        """What is withheld whether it is written with a capital or without."""
        return frozenset(self._phrase(name) for name in (self._session.also_withhold if self._session else ()) if name[:1].islower())

    def _phrase(self, name: str) -> tuple[str, ...]:
        return tuple(self._plain(word[0]) for word in WORD.finditer(name))

    def _names_somebody(self, link: str) -> bool:
        """Tell whether a web address holds somebody's name, or leads to a page of somebody's own.

        Whose account it is cannot be seen; one that goes by words of the talk that are nobody's
        name ("ethereum"), or that several people lead to, is taken for a body's."""
        if self._session is not None and bare(link) in map(bare, self._session.let_stand):
            return False
        words = [fold(word) for word in words_of(link)]
        if any(word in self._words or word in self._ambiguous or (word in self._halves and is_long_half(word)) for word in words) or self._codes.are_in(words) or any((word,) in self._spoken and len(word) > 3 for word in words):
            return True
        if self.policy is Policy.CHATHAM_HOUSE and is_shared_document(link):
            return True
        account = account_of(link)
        return bool(account) and account.casefold() not in self._led_to_by_several and not is_talked_of(account, *self._talk)

    @cached_property
    def _led_to_by_several(self) -> frozenset[str]:
        return led_to_by_several((message.participant, message.text) for message in (self._session.messages if self._session else ()))

    @cached_property
    def _talk(self) -> tuple[frozenset[str], str]:
        """The folded words of the session, but for links, handles and names; as a set, and joined."""
        if self._session is None:
            return frozenset(), ""
        said = (item.text for item in (*self._session.turns, *self._session.messages))
        blank = (WITHHELD.sub(" | ", self.without_names_alone(text)) for text in said)
        words = [fold(word) for text in blank for word in re.findall(r"[^\W_]+|\|", text)]
        return frozenset(words), "".join(words)

    def without_names_alone(self, text: str) -> str:
        """Return the words of ``text`` without links, handles and names."""
        return around_links(text, lambda part: self._without_names(_HANDLE.sub(HANDLE_WITHHELD, part)), lambda link: HANDLE_WITHHELD)

    def spoken_of(self) -> tuple[str, ...]:
        """Return what is withheld though it stands on no list, for the reviewers to look
        through; of "Ann Dube", "Ann" and "Dube" the first alone."""
        if self.findings is None or self.policy is Policy.NAMED:
            return ()
        listed = Privacy.of(self._people.values())
        found = (*self.findings.people_named, *(self.findings.bodies_named if self.policy is Policy.CHATHAM_HOUSE else ()))
        names = [name for name in found if self._phrase(name) in self._spoken and set(self._phrase(WITHHELD.sub("", listed.without_names(name)))) - NOT_NAMES - listed._ambiguous]
        longer = {part for name in names for part in name.split() if part != name}
        return tuple(sorted({name for name in names if name not in longer}))

    # --- people who were not there ---

    def unlisted_names(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return those of ``names`` (which may be names, or not) that are not withheld,
        for the reviewers to decide on; sorted, each once."""
        return tuple(sorted({name for name in names if not self.leaks(name) and name not in (self._session.let_stand if self._session else ())}))


def _called(person: Participant) -> str:
    """Return what somebody is called for their part in the session: by the office beside their name, else by their role."""
    return person.office or ROLE_NAMES[person.role]
