"""What a display name tells beside a person's name: which office somebody holds, and where they belong.

People write "Thandi Mokoena (Facilitator)", "Pieter Botha – Business Adviser, SEDA", "The Chair (Hon. Nomvula
Dube)". What follows a bracket, a bar or a dash is an office only if its words are of the table below, and an
organisation only where others share it, a list has it, or it is an abbreviation in capitals: in doubt it may
be a second name, and is treated as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile, takewhile

from copaper.namewords import BODIES, JOINING, KNOWN_ABBREVIATIONS, NOT_NAMES

_BESIDE = re.compile(r"\s*(?:\||//)\s*|\s+[-–—•·/]\s+|\s+@\s*")
_NUMBER = re.compile(r"(?<![\s_])[\s_]++(?:\d{1,4}|[A-Za-z])[\s.]*+$|(?<![\s.])[\s.]++$")
_CAPITALS = re.compile(r"[A-Z](?:[A-Z&0-9]|/(?=[A-Z])){1,9}")
_LONGEST = 300
"""Characters of a display name that are looked at."""
_MOST_WORDS = 5
"""Words of an office before "of"; what is longer is a sentence."""
_ARTICLES = frozenset(("the", "our"))

_SAME = {
    "advisor": "adviser", "chairlady": "chair", "chairman": "chair", "chairperson": "chair", "chairwoman": "chair", "cllr": "councillor",
    "co-ordinator": "coordinator", "ceo": "chief executive", "organizer": "organiser", "panelist": "panellist", "program": "programme", "translator": "interpreter",
}  # fmt: skip
_HOLDERS = frozenset(
    """administrator adviser ambassador chair coach commissioner consultant coordinator councillor director executive
    facilitator founder head host interpreter leader manager mayor member mentor minister moderator officer organiser panellist
    premier presenter president principal rapporteur registrar secretary senator speaker teacher trainer treasurer""".split()
)
_RANKS = frozenset(
    "acting assistant associate chief deputy executive general interim junior lead managing national programme project regional senior vice".split()
)
"""What may stand before an office and tells no more of whose it is."""
_HONOURS = frozenset("hon honourable madam mr the".split())
_BEFORE_NAMES = frozenset("ambassador commissioner councillor mayor minister senator".split())
"""Offices that people put before their names: "Minister Nomvula Dube"."""
_NEEDS_MORE = frozenset(("executive", "head"))
"""No office on their own: "Executive" may be a firm's name, and "Head" a surname."""
_FEW = frozenset("chair leader mayor minister premier president registrar secretary".split())
"""Offices of which a meeting has one, so that two labels with the same are one person's."""
MEMBERS = frozenset("AM MEP MLA MNA MP MPL MPP MS MSP TD".split())
"""What members of parliaments have behind their names; each is something else as well."""
_NO_BODIES = frozenset("admin desktop expert ext external hr it office online phd remote staff student support tech test volunteer work".split())
_LANGUAGES = frozenset("afrikaans arabic dutch english french german isixhosa isizulu portuguese sepedi sesotho setswana spanish swahili tshivenda xhosa xitsonga zulu".split())
_DEVICES = frozenset("android computer desktop ipad iphone laptop mobile pc phone tablet via".split())
BESIDE_NAMES = _DEVICES | _NO_BODIES
"""Words that stand behind a name in brackets and are none."""
_PLACES = frozenset(
    """accra|addis ababa|africa|amsterdam|australia|berlin|bloemfontein|botswana|brazil|canada|cape town|china|cpt|dbn|durban|east london|egypt|ekurhuleni|eswatini|ethekwini|ethiopia|france|george|germany|ghana
    gqeberha|harare|india|ireland|japan|jhb|joburg|johannesburg|kampala|kenya|khayelitsha|kigali|kimberley|lagos|lesotho|london|lusaka|mafikeng|mahikeng|malawi|maputo|maseru|mbombela|mozambique|mthatha|nairobi|namibia
    nelspruit|netherlands|new york|nigeria|paris|pietermaritzburg|pmb|polokwane|port elizabeth|pretoria|pta|richards bay|rustenburg|rwanda|scotland|south africa|soweto|spain|stellenbosch|tanzania|tembisa|toronto|tshwane
    uganda|umhlanga|upington|wales|welkom|windhoek|zambia|zimbabwe""".replace("\n    ", "|").split("|")
)
"""What several people may have beside their names and belongs to no organisation: languages, devices, places."""


@dataclass(frozen=True)
class DisplayName:
    """A display name taken apart: ``name`` is what names the person (empty where only an office does), ``office``
    what is written of an office, ``beside`` all else, each part for itself."""

    name: str
    office: str = ""
    beside: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The office as a paper may print it: without what it is of, so that it points at no one body or portfolio."""
        return _title(self.office)


@lru_cache(maxsize=16_384)
def taken_apart(written: str) -> DisplayName:
    """Take a display name apart by brackets, bars, dashes and commas."""
    outside, inside = parted_by_brackets(" ".join(unicodedata.normalize("NFKC", written[:_LONGEST]).split()))
    parts = [part.strip(" ,") for part in _BESIDE.split(outside) if part and re.search(r"\w", part)]
    head, *more = parts or [""]
    name, *tails = (piece.strip() for piece in head.split(","))
    office, others = "", []
    if not is_only_office(name):
        name, office = _without_rank(name)
    kept = [tail for tail in tails if not (is_office(tail) or is_abbreviation(tail))]
    if kept:  # "Dube, Nomvula": surname first
        name, tails = ", ".join((name, *kept)), [tail for tail in tails if tail not in kept]
    for part in (*tails, *more, *inside):
        for piece in _pieces(part):
            told, rest = _office_and_rest(piece)
            office = office or told
            others += rest
    if is_only_office(name):
        # "The Chair (Hon. Nomvula Dube)", "Facilitator | Thandi": the rest says who it is.
        named = next((other for other in others if not is_body(other)), "")
        rest = taken_apart(named)
        return DisplayName(rest.name, name, (*rest.beside, *(other for other in others if other != named)))
    return DisplayName(name, office, tuple(others))


def parted_by_brackets(text: str) -> tuple[str, list[str]]:
    """Return what stands outside brackets, and inside of each outermost pair; one that is never closed ends the text."""
    depth, outside, inside = 0, "", []
    for char in text:
        if char in "([{":
            depth += 1
            if depth == 1:
                inside.append("")
                outside += " "
                continue
        elif char in ")]}":
            depth = max(0, depth - 1)
            if depth == 0:
                continue
        if depth:
            inside[-1] += char
        else:
            outside += char
    return outside, [part.strip() for part in inside if part.strip()]


def _pieces(part: str) -> Iterator[str]:
    """Yield what commas part; "Minister of Fisheries, Oceans and Harbours" is one office."""
    if "(" in part:
        yield part  # a name with brackets of its own
        return
    if len(parts := _BESIDE.split(part)) > 1:
        for one in parts:
            yield from _pieces(one)
        return
    first, *more = (piece.strip(" :") for piece in part.split(","))
    if more and is_office(first) and JOINING.intersection(first.casefold().split()):
        last = [more.pop()] if is_abbreviation(more[-1]) else []
        yield ", ".join((first, *more))
        yield from last
        return
    yield from filter(None, (first, *more))


def _office_and_rest(piece: str) -> tuple[str, list[str]]:
    """Return the office that a piece tells, and what else it holds: "SEDA Mentor", "Business Adviser SEDA"."""
    words = piece.split()
    for at in range(1, len(words)):
        for body, office in ((words[:at], words[at:]), (words[at:], words[:at])):
            if all(map(is_abbreviation, body)) and is_office(" ".join(office)):
                return " ".join(office), [" ".join(body)]
    return (piece, []) if is_office(piece) else ("", [piece])


def _without_rank(name: str) -> tuple[str, str]:
    """Return a name without the office before it, and that office: "Deputy Minister Nomvula Dube"."""
    words = name.split()
    for at, word in enumerate(words[:3]):
        if _plain(word) in _BEFORE_NAMES:
            rest = words[at + 1 :]
            if rest and _plain(rest[0]) not in JOINING and all(other[0].isupper() for other in rest) and {_plain(other) for other in words[:at]} <= _RANKS | _HONOURS:
                return " ".join(rest), " ".join(words[: at + 1])
    return name, ""


def _plain(word: str) -> str:
    plain = word.casefold().strip(".:;")
    return _SAME.get(plain, plain)


def _title_words(text: str) -> list[str]:
    """Return the folded words of an office before what it is of ("Director of Finance"), hyphens taken apart but for "co-"."""
    plain = [_plain(word) for word in text.split()]
    title = takewhile(lambda word: word not in JOINING, dropwhile(lambda word: word in _ARTICLES, plain))
    return [part for word in title for part in ([word] if word.startswith("co-") else word.replace("-", " ").split())]


def is_office(text: str) -> bool:
    """Tell whether ``text`` says what somebody is: "Finance Manager", "the Minister of Health"."""
    words = _title_words(text)
    if not 0 < len(words) <= _MOST_WORDS or re.search(r"['’]s\b|\d", text):
        return False
    holder = words[-1].removeprefix("co-")
    return holder in _HOLDERS and (holder not in _NEEDS_MORE or len(words) > 1 or len(text.split()) > 2)


def is_only_office(text: str) -> bool:
    """Tell whether ``text`` is an office and names nobody: "The Acting Chair", "Facilitator 2"; in "Grace
    Manager" a word is left that may be a name."""
    bare = _NUMBER.sub("", text[:_LONGEST])
    words = _title_words(bare)
    if len(text) > _LONGEST or re.search(r"[(\[{]", text) or len(_BESIDE.split(text)) > 1 or not is_office(bare):
        return False
    return words[-1] != "speaker" and {word.removeprefix("co-") for word in words} <= _HOLDERS | _RANKS | {"prime"}


def is_held_by_one(text: str) -> bool:
    """Tell whether a meeting has one bearer of this office at most."""
    words = _title_words(text)
    return bool(words) and words[-1] in _FEW and not re.search(r"\d", text)


def office_key(text: str) -> str:
    """Return an office to compare by: without capitals, and without "the"."""
    tail = re.sub(r"\s+", " ", text.casefold()).strip(" .")
    return tail.removeprefix("the ")


def _title(office: str) -> str:
    words = _title_words(_NUMBER.sub("", office))
    if not words:
        return ""
    first = len(words) - 1
    while first and words[first - 1] in _RANKS:
        first -= 1
    title = " ".join(words[first:])
    return title[:1].upper() + title[1:]


def is_abbreviation(text: str) -> bool:
    """Tell whether ``text`` is an abbreviation in capitals that may be an organisation's: no country, title or unit."""
    return _CAPITALS.fullmatch(text) is not None and sum(map(str.isalpha, text)) > 1 and text not in KNOWN_ABBREVIATIONS and text not in MEMBERS and text.casefold() not in _NO_BODIES | _PLACES


def is_of_letters(words: list[str]) -> bool:
    """Tell whether words are abbreviations in capitals, of which some may be known for something else if they can be no name: "VC LABS"."""
    return all(is_abbreviation(word) or (word in KNOWN_ABBREVIATIONS and not set(word) & set("AEIOUY")) for word in words) and (not words or any(map(is_abbreviation, words)))


def may_be_body(text: str) -> bool:
    """Tell whether what stands beside a name may be an organisation's at all, for several people to share."""
    words = [re.sub(r"\W", "", word).casefold() for word in text.split()]
    return any(len(word) > 1 for word in words) and not set(words) <= _NO_BODIES | _LANGUAGES | NOT_NAMES and _DEVICES.isdisjoint(words) and "/" not in text and " ".join(words) not in _PLACES


def is_body(text: str) -> bool:
    """Tell whether ``text`` shows by itself that it is an organisation: "SEDA", "Lwazi Labs"."""
    words = text.split()
    return is_of_letters(words) or (len(words) > 1 and bool(BODIES.intersection(word.casefold().strip(".,") for word in words)))
