"""Which office, organisation and province people show beside their names.

Attendance reports and people.csv know better; this is for what they do not tell.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from copaper.displaynames import MEMBERS, DisplayName, is_abbreviation, is_body, is_of_letters, may_be_body, taken_apart
from copaper.intake.places import in_full, known_province
from copaper.namewords import NOT_NAMES, OFFICES
from copaper.nameparts import WORD, fold
from copaper.privacy import MEMBER

_SHARED = 2
"""People who must have the same beside their names for it to be an organisation's name."""
_LONGEST_LETTERS = 5
"""Letters in capitals that are more likely an organisation's than a person's name."""
_PARLIAMENT = 3
"""People who must have the same letters behind their names for these to make them members of something."""

_LINKS = frozenset(("of", "the", "in", "and"))
"""Words that bind a province to what stands before it: "University of the Free State"."""
_NONE = frozenset(
    none.strip()
    for none in """invited expert;independent;independent consultant;independent contributor;individual;individual contributor;self;self employed;self-employed;own account;
    freelance;freelancer;consultant;private;private person;unaffiliated;no affiliation;none;not applicable;n/a;na;nil;unknown;other;-""".split(";")
)
"""What people write for an organisation who belong to none."""


class Shown(NamedTuple):
    """What somebody's display names show; each empty where they show nothing."""

    office: str = ""
    organisation: str = ""
    province: str = ""


def organisation_in(written: str) -> str:
    """Return the organisation that somebody wrote, or an empty string for a word that says that there is none."""
    return "" if " ".join(written.casefold().split()).strip(" .()") in _NONE else written


def shown_by(names: Sequence[Sequence[str]], bodies: Collection[str] = (), provinces: Collection[str] = ()) -> list[Shown]:
    """Return what each person's display names show; ``names`` are those of each person, ``bodies`` and
    ``provinces`` what reports and lists tell of anybody's."""
    people = [[taken_apart(name) for name in own] for own in names]
    told = [[_Piece.read(piece) for name in own for piece in name.beside] for own in people]
    tails = [[tail for name in own if (tail := _tail(name))] for own in people]
    in_country = bool(provinces) or any(in_full(piece.province_as_written) for own in told for piece in own)
    named = [[body for body in (*(piece.body for piece in pieces), *own_tails) if organisation_in(body)] for pieces, own_tails in zip(told, tails, strict=True)]
    sharing = Counter(body for own in named for body in {fold(body) for body in own})
    sure = {fold(body) for own in people for name in own for body in _bodies_beside(name)}
    # "Ann Dube (Mokoena)": what is another's surname is no organisation, however many have it.
    surnames = {fold(word) for own in people for name in own for word in _name_words(name)[1:] if not (is_abbreviation(word) and len(word) <= _LONGEST_LETTERS)}
    known = _known(named, bodies, sharing, sure, surnames)
    members = Counter(letters for own in people for letters in {_letters(name) for name in own})
    shown = []
    for own, pieces, beside in zip(people, told, named, strict=True):
        is_member = any(members[letters] >= _PARLIAMENT for letters in map(_letters, own) if letters)
        office = next((name.title for name in own if name.office), MEMBER if is_member else "")
        # Of "(Kuruman Centre, SAQX)" the party, which others have too.
        body = max((fold(body) for body in beside if fold(body) in known), key=lambda body: sharing[body], default="")
        province = next((piece.province for piece in pieces if piece.is_province(in_country)), "")
        shown.append(Shown(office, known.get(body, ""), province))
    return shown


class _Piece(NamedTuple):
    """What stands beside a name, a province at its end taken off."""

    body: str
    province: str = ""
    province_as_written: str = ""

    def is_province(self, in_country: bool) -> bool:
        """Tell whether a province is meant: letters are one only where others show a province too, and none that
        more often mean something else behind a name."""
        return self.province != "" and (in_full(self.province_as_written) or (in_country and self.province_as_written not in MEMBERS))

    @classmethod
    def read(cls, piece: str) -> _Piece:
        words = piece.split()
        for at in range(max(0, len(words) - 3), len(words)):
            written = " ".join(words[at:])
            if (found := known_province(written)) and written[0].isupper() and not _LINKS.intersection(words[max(0, at - 1) : at]):
                return cls(" ".join(words[:at]).strip(" ,-–"), found, written)
        return cls(piece)


def _tail(name: DisplayName) -> str:
    """Return what follows a full name and a comma: "Nomvula Dube, Lwazi Garden"; not the "Nomvula" of "Dube, Nomvula"."""
    full, _, tail = name.name.partition(", ")
    return tail if len(full.split()) > 1 and len(tail.split()) > 1 else ""


def _bodies_beside(name: DisplayName) -> Iterator[str]:
    """Yield what shows by itself that it is an organisation, unless its capitals may be a person's: "SEDA - THANDI NKOSI"."""
    words = _name_words(name)
    for body in (*(_Piece.read(piece).body for piece in name.beside), _tail(name)):
        of_letters = is_of_letters(body.split())
        several = len(body.split()) > 1
        in_doubt = len(words) < 2 or several and name.name.isupper()
        if body and is_body(body) and not (of_letters and in_doubt and (several or len(body) > _LONGEST_LETTERS)):
            yield body


def _name_words(name: DisplayName) -> list[str]:
    """Return the words of what may be somebody's name: no initials, offices or devices."""
    words = [word[0] for word in WORD.finditer(name.name)]
    return [word for word in words if len(word) > 1 and word.isalpha() and fold(word) not in NOT_NAMES | OFFICES]


def _letters(name: DisplayName) -> str:
    """Return the letters of a member of a parliament behind a full name."""
    words = name.name.split()
    return words[-1] if len(words) > 2 and words[-1] in MEMBERS else ""


def _known(named: Sequence[Sequence[str]], bodies: Collection[str], sharing: Mapping[str, int], sure: Collection[str], surnames: Collection[str]) -> Mapping[str, str]:
    """Return the folded names of organisations, each with the way to write it: as lists have it, else as most people do."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for own in named:
        for body in filter(may_be_body, own):
            written[fold(body)][body] += 1
    listed = {fold(body): body for body in sorted(bodies)}
    return listed | {
        body: min(forms, key=lambda form: (-forms[form], form))
        for body, forms in written.items()
        if body not in listed and (body in sure or sharing[body] >= _SHARED) and body not in surnames
    }

