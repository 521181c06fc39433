"""Which parts of a display name may name a person: "Thandi M - SEDA KZN", "Pieter (ECDi)"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from itertools import takewhile

from copaper.displaynames import is_office, is_only_office
from copaper.namewords import ALSO_WORDS, BODIES, JOINING, NOT_NAMES, OF_BODIES, OF_OFFICES, OF_PROVINCES, OFFICES, PLACES, SAYS_WHO
from copaper.ordinary import given_names, is_ordinary

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:[-'’](?:[^\W_]|[\u0300-\u036f])+)*")
"""With accents that are letters of their own, as some programs write them."""
_LONG_HALF = 5
"""Letters."""
_ABBREVIATED = 5
"""Letters of an abbreviation in capitals, at most: what is longer may be a surname."""
_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]?")


def fold(text: str) -> str:
    """Return ``text`` without case, accents and compatibility forms, to compare names by."""
    if text.isascii():  # has neither, and is most of what is folded
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def chunks(alias: str, bodies: Collection[str] = ()) -> Iterator[str]:
    """Yield the parts of a display name that may name a person: what stands before a bar or
    comma-less dash, and what stands in brackets (an original name, a handle). ``bodies`` are the
    folded names of the organisations to which people of the session belong."""
    outside = alias
    for match in _BRACKETS.finditer(alias):
        inner = match[1].strip()
        if inner and not (inner.isupper() and len(inner) <= 5) and "/" not in inner and not _is_office(inner, alias.replace(match[0], " ")) and not _is_affiliation(inner, alias.replace(match[0], " "), bodies):
            named = _names_of_body(inner, bodies) if _is_full_name(alias.replace(match[0], " ")) else _without_body(inner, bodies)
            yield " ".join(word for word in named.split() if word.casefold() not in JOINING)
        outside = outside.replace(match[0], " ")
    chunks = [chunk.strip() for chunk in re.split(r"\s[|–—-]\s|\||@", outside)]
    people = [chunk for chunk in chunks if chunk and not _is_organisation(chunk) and not is_only_office(chunk) and not _is_nobody(chunk) and fold(chunk) not in bodies]
    # "SEDA KZN - Thandi Nkosi": in capitals alone it may be a body's name or a person's.
    most = 2 if people and people[0].isupper() else 1
    yield from (_without_body(chunk, bodies) for chunk in people[:most] or [chunk for chunk in chunks[:1] if not is_only_office(chunk)])


def _without_body(chunk: str, bodies: Collection[str]) -> str:
    """Return a name without the organisation or office that follows a comma: "Nomvula Dube, Lwazi Garden"."""
    name, _, rest = chunk.partition(",")
    return name if rest and name.strip() and (fold(rest).strip() in bodies or is_office(rest)) else chunk


def _names_of_body(inner: str, bodies: Collection[str]) -> str:
    """Return what is left of a bracket behind a full name, if it is plainly a body's, without the words that many bodies have and provinces, else all
    of it; ``bodies`` are known ones, folded: of "Umvoti Co-op Union" the first word may name somebody, as "Limpopo" in "SEDA Limpopo" does not. In doubt it is another name."""
    words = [word[0] for word in WORD.finditer(inner)]
    plain = [fold(word) for word in words]
    if len(words) < 2 or "," in inner or any(word in SAYS_WHO or len(word) == 1 or word in given_names()[0] for word in plain):
        return inner
    province = any(word in OF_PROVINCES for word in plain)
    short = {word for word in words if word.isupper() and 2 < len(word) <= _ABBREVIATED}
    common = [one in OF_BODIES or one in OF_PROVINCES or is_ordinary(one) and one not in ALSO_WORDS for one in plain]
    others = [word for word, known in zip(words, common, strict=True) if not known and word not in short]
    plainly = province or len(words) > 2 and any(one in OF_BODIES for one in plain)
    belongs = all(fold(word) in bodies for word in short) or not OF_OFFICES.isdisjoint(plain)
    if not (plainly or short and belongs and not others and not inner.isupper()) or any(word.isupper() and len(word) > _ABBREVIATED for word in words):
        return inner
    return " ".join(others)


def places_beside(alias: str, bodies: Collection[str]) -> Iterator[str]:
    """Yield what stands in a display name's brackets before the body to which somebody belongs."""
    for match in _BRACKETS.finditer(alias):
        place, comma, body = match[1].rpartition(",")
        if comma and fold(body).strip() in bodies and not is_office(place):
            yield place.strip()


def _is_affiliation(inner: str, outside: str, bodies: Collection[str]) -> bool:
    """Tell whether a bracket says where somebody belongs, with a place before the organisation or without: "(Kuruman, SEDA)".
    Behind what is no full name it may as well say who they are: "The Chair (Thandi Nkosi, SEDA)"."""
    return fold(inner).strip() in bodies or (_is_full_name(outside) and fold(inner.rpartition(",")[2]).strip() in bodies)


def _is_full_name(text: str) -> bool:
    words = [fold(word[0]) for word in WORD.finditer(text)]
    return sum(len(word) > 1 and word.isalpha() and word not in NOT_NAMES | OFFICES for word in words) > 1


def _is_office(inner: str, outside: str) -> bool:
    """Tell whether what stands in brackets says what somebody is ("Project Manager"; behind a full name "Deputy
    Director of Finance" too): each word of it would else be withheld wherever it is said. In
    doubt it is a name: "Thandi from Durban"."""
    words = [fold(word[0]) for word in WORD.finditer(inner)]
    title = list(takewhile(lambda word: word not in JOINING, words))
    named = len(WORD.findall(outside)) > 1
    return OFFICES.issuperset(words) or (named and (is_office(inner) or bool(title) and OFFICES.issuperset(title)))


def _is_nobody(chunk: str) -> bool:
    """Tell whether a part of a display name is a device or a place at the table, so that the next says who it is: "iPad", "Guest 2"."""
    words = [fold(word[0]) for word in WORD.finditer(chunk)]
    return all(word in NOT_NAMES or word.isdigit() for word in words)


def _is_organisation(chunk: str) -> bool:
    """Tell whether a part of a display name is a body and not a person: "BAS", "X Labs"."""
    words = {fold(word[0]) for word in WORD.finditer(chunk)}
    return (chunk.isupper() and len(chunk) <= 5) or bool(words & BODIES)


def is_long_half(half: str) -> bool:
    """Tell whether a part of a double name is somebody's wherever it has a capital: short ones may be any word ("Al-Said")."""
    return len(half) >= _LONG_HALF and half not in ALSO_WORDS


def halves_of(word: str) -> tuple[str, ...]:
    """Return the parts of a double name that are names themselves."""
    return tuple(part for part in re.split(r"[-'’]", word) if len(part) >= 3) if "-" in word else ()


_LEAST_PART = 4
"""Letters of one of two names that were run together."""
_NO_NAMES = frozenset(("Kwa", "Mac", "Mc", "Fitz"))
"""What surnames and places begin with: "KwaZulu", "MacDonald"."""


def run_together(word: str) -> tuple[str, ...]:
    """Return the parts of two names that were written without the space between them, as exports do: "TembaMokoena", not "isiZulu"."""
    at = [place for place in range(1, len(word)) if word[place].isupper() and word[place - 1].islower()]
    parts = tuple(word[begin:end] for begin, end in zip([0, *at], [*at, len(word)], strict=True))
    return tuple(part for part in parts if len(part) >= _LEAST_PART) if at and word[0].isupper() and parts[0] not in _NO_NAMES else ()


def unbroken(text: str, words: list[re.Match[str]]) -> bool:
    """Tell whether nothing but spaces, stops and hyphens stands between the words, and that
    they are written as a name if each of them is an English word too ("Grace Will")."""
    gaps = (text[a.end() : b.start()] for a, b in zip(words, words[1:], strict=False))
    if not all(re.fullmatch(r"[\s.\-]{1,3}", gap) for gap in gaps):
        return False
    return any(fold(word[0]) not in ALSO_WORDS for word in words) or all(
        word[0][0].isupper() for word in words
    )


def inside_places(folded: list[str]) -> frozenset[int]:
    """Return the positions of words that belong to a place named after somebody."""
    joined = " ".join(folded)
    return inside(folded, [tuple(place.split()) for place in PLACES if place in joined])


def inside(folded: list[str], phrases: Collection[tuple[str, ...]]) -> frozenset[int]:
    """Return the positions of words that belong to one of ``phrases``."""
    kept: set[int] = set()
    for words in phrases:
        for position in range(len(folded) - len(words) + 1):
            if tuple(folded[position : position + len(words)]) == words:
                kept.update(range(position, position + len(words)))
    return frozenset(kept)


def abbreviations_beside(names: Iterable[str]) -> frozenset[str]:
    """Return, folded, the abbreviations in capitals that stand in the brackets behind several people's names: bodies, and nobody's name."""
    seen: dict[str, set[str]] = {}
    for name in names:
        for match in _BRACKETS.finditer(name):
            for word in WORD.findall(match[1]):
                if word.isupper() and 2 < len(word) <= _ABBREVIATED:
                    seen.setdefault(fold(word), set()).add(fold(name[: match.start()]).strip())
    return frozenset(word for word, people in seen.items() if len(people) > 1)
