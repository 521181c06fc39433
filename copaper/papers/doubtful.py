"""Words of a paper that speech recognition may have heard wrong, for the organisers to look at: an abbreviation that is one letter
of like sound from a far more frequent one, or not made of the words said behind it, a name written otherwise than it mostly is, and a word that sounds as an abbreviation of the
same turn is read ("sauce" beside SARS)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from operator import ne

from copaper.analysis.misheard import edits, sounds_like
from copaper.ordinary import is_ordinary, listed
from copaper.records import Session

RIVALS, SELDOM = 3, 2
"""Times as often as a word that another has to be said for which it may stand, and times that a word is said at most that is an abbreviation read aloud."""
NAME, READ = 6, 4
"""Letters of a name, and of an abbreviation that is read as a word, at least."""
_WORD = re.compile(r"[A-Za-z]{2,}")
_THING = re.compile(r"\b(?:an?|the|some|any|no|this|that|my|our|your|their|of) $", re.I)
"""Before a word that is meant as it stands: "the sauce"."""
_SPELT = re.compile(r"\b([A-Z]{3,6}), (?:(?:on|in|at|of|to|from|with|by|that is) )?(?:the )?([A-Z][a-z]+(?:(?: (?:of|and|for|the))? [A-Z][a-z]+){2,5})")
"""An abbreviation and, behind it, what may be the words that it is made of."""
_SOUNDS = tuple((re.compile(pattern), sound) for pattern, sound in ((r"[csz]e$|[csz](?=[eiy])|z|x", "s"), (r"ck|c|q", "k"), (r"ph", "f"), (r"r(?![aeiouy])|(?<=[aeiou])[wh]", ""), (r"[ao][aeiouy]*", "a"), (r"[iy][aeiouy]*", "i"), (r"[eu][aeiouy]*", "e"), (r"(.)\1", r"\1")))


def perhaps_misheard(session: Session, printed: str, known: Collection[str] = ()) -> dict[str, str]:
    """Return the words of the ``printed`` text that may be misheard, in alphabetical order, each with what may have been said; of
    ``known`` abbreviations it is sure that they were."""
    said = Counter(word for turn in session.turns for word in _WORD.findall(turn.text))
    found: dict[str, str] = {}
    names = {word: times for word, times in said.items() if word.isupper() or len(word) >= NAME and word.istitle()}
    for word in sorted(set(_WORD.findall(printed)) & set(names)):
        if word not in known and (likely := [(-times, other) for other, times in names.items() if times >= RIVALS * said[word] and _is_like(word, other)]):
            found[word] = min(likely)[1]
    found |= {short: meant for short, meant in _as_spelt(session, said) if short not in known and short in _WORD.findall(printed)}
    seldom = {word for word in _WORD.findall(printed) if said[word] <= SELDOM}
    return dict(sorted({**_read_aloud(session, seldom, known), **found}.items(), key=lambda pair: (pair[0].casefold(), pair)))


def _as_spelt(session: Session, said: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield abbreviations that are one letter from another, said as often, of whose words they stand in front."""
    for turn in session.turns:
        for short, words in _SPELT.findall(turn.text):
            meant = "".join(re.findall("[A-Z]", words))
            if len(meant) == len(short) and said[meant] >= said[short] and sum(map(ne, short, meant)) == 1:
                yield short, meant


def with_doubt(text: str, misheard: Mapping[str, str]) -> str:
    """Return what somebody said with what may have been meant behind each word that may be ``misheard``, where it stands first, in brackets
    with a question mark; what stands in brackets is not theirs."""
    words = "|".join(map(re.escape, sorted(misheard, key=lambda word: (-len(word), word))))
    marked: set[str] = set()

    def mark(found: re.Match[str]) -> str:
        word = found["word"]
        if word is None or word in marked or word.islower() and _THING.search(text, 0, found.start()):
            return found[0]
        marked.add(word)
        return f"{word} [{misheard[word]}?]"

    return re.sub(rf"\[[^\]]*\]|(?<![\w’'-])(?P<word>{words})(?![\w’'-]| \[)", mark, text) if words else text


def _is_like(word: str, other: str) -> bool:
    if word.isupper() or other.isupper():
        return word.isupper() and other.isupper() and len(word) == len(other) > 2 and sounds_like(word, other)
    if not (word[0] == other[0] and abs(len(word) - len(other)) <= 1):
        return False
    return edits(word, other) == 1 and not (word.startswith(other) or other.startswith(word)) and not is_ordinary(word.casefold()) and word.casefold() not in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset(listed("no_names.txt").split())


def _read_aloud(session: Session, words: Collection[str], known: Collection[str]) -> Mapping[str, str]:
    """Return those of ``words`` that sound as one of the ``known`` abbreviations of their turn does where it is read as a word."""
    found: dict[str, str] = {}
    read = {short: _sound(short) for short in sorted(known) if short.isupper() and len(short) >= READ and re.search("[AEIOU]", short)}
    for turn in session.turns:
        here = {sound: short for short, sound in read.items() if re.search(rf"\b{re.escape(short)}(?!\w)", turn.text)}
        for match in _WORD.finditer(turn.text) if here else ():
            word = match[0]
            if word.islower() and word in words and len(word) >= READ and (short := here.get(_sound(word))) and word[0] == short[0].lower() and word != short.lower() and not _THING.search(turn.text, 0, match.start()):
                found[word] = short
    return found


def _sound(word: str) -> str:
    """Return roughly how a word sounds."""
    word = word.casefold()
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
