"""What speech recognition heard wrong in what topics are called: an abbreviation once ("BC API" among a dozen of "VC API"), or a
word that the chat writes otherwise after the same one ("block route", where participants write "block root")."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from copaper.analysis.on_topic import is_planned
from copaper.analysis.people import names_of
from copaper.namewords import COMMON_ABBREVIATIONS
from copaper.nameparts import fold
from copaper.ordinary import given_names
from copaper.records import Session, Theme

OFTEN = 5
"""Times that an abbreviation is said before a word from which one like it, said before that word once, is the same, misheard."""
MESSAGES, AS_HEARD = 2, 3
"""Messages that write a word otherwise than it is heard, at least; and turns in which it is heard so after the word before it
from which one message alone does not tell how it is written."""
_SOUND_ALIKE = ("BCDEGPTVZ", "MN", "FSX", "AHJK", "IY", "QUW")
"""Letters whose names speech recognition takes for one another."""
EDITS = 2
"""Letters by which two words of one sound differ, at most."""
_VOWELS = re.compile(r"(?<=.)[aeiouy]+")
_TWICE = re.compile(r"([a-z])\1")
_PAIR = re.compile(r"\b([A-Za-z]{3,}) (?=([A-Za-z]{4,})\b)")
"""Two words that stand together."""
_BEFORE = re.compile(r"\b([A-Z]{2,6}) (?=([A-Za-z]\w+))")


def mended(themes: Sequence[Theme], session: Session) -> tuple[Theme, ...]:
    """Return topics with names in which a misheard abbreviation is put right; the session's agenda is written by hand."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for holder in (*session.turns, *session.messages):
        for short, noun in _BEFORE.findall(holder.text):
            said[noun.casefold()][short] += 1
    heard = _behind(turn.text for turn in session.turns)
    written = _behind(message.text for message in session.messages)
    names = names_of(session)
    small = {_one(second) for message in session.messages for _, second in _PAIR.findall(message.text) if second[0].islower() and not _is_name(second, names)}

    def right(text: str) -> str:
        text = _BEFORE.sub(lambda found: f"{_meant(found[1], said[found[2].casefold()])} ", text)
        return _as_written(text, heard, written, small)

    return tuple(
        theme if is_planned(theme, session) else theme.model_copy(update={"label": right(theme.label), "also": tuple(map(right, theme.also)), "phrases": tuple(dict.fromkeys(map(right, theme.phrases)))})
        for theme in themes
    )


def _meant(short: str, said: Counter[str]) -> str:
    """Return the frequent abbreviation that differs from a rare one by one letter of like sound, or the rare one."""
    if said[short] != 1 or short in COMMON_ABBREVIATIONS:
        return short
    likely = [(-times, other) for other, times in said.items() if times >= OFTEN and len(other) == len(short) and sounds_like(short, other)]
    return min(likely)[1] if likely else short


def sounds_like(one: str, other: str) -> bool:
    differ = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(differ) == 1 and any(set(differ[0]) <= set(letters) for letters in _SOUND_ALIKE)


def _behind(texts: Iterable[str]) -> Mapping[str, Counter[str]]:
    """Return in how many texts each word stands behind another, by the other; none behind words of grammar."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for first, second in {(first.casefold(), _one(second)) for first, second in _PAIR.findall(text)}:
            if first not in ENGLISH_STOP_WORDS:
                found[first][second] += 1
    return found


def _is_name(word: str, names: Collection[str]) -> bool:
    sure, other = given_names()
    return fold(word) in names or fold(word) in sure | other


def _as_written(text: str, heard: Mapping[str, Counter[str]], written: Mapping[str, Counter[str]], small: Collection[str]) -> str:
    """Return a name with the words that the chat writes after the word before them, where they sound alike: more than once, or
    where they are hardly said as they were heard. Only words of ``small`` are taken over, which are no names."""
    words = text.split(" ")
    for place in range(1, len(words)):
        before, word = words[place - 1].casefold(), _one(words[place])
        meant = written.get(before, Counter())
        least = MESSAGES if heard.get(before, Counter())[word] >= AS_HEARD else 1
        likely = [(-times, other) for other, times in meant.items() if times >= least and other in small and _is_of_one_sound(word, other)]
        if likely and word not in meant and words[place].islower():
            words[place] = min(likely)[1] + ("s" if words[place] == f"{word}s" else "")
    return " ".join(words)


def _one(word: str) -> str:
    """Return a word without the ending of several."""
    bare = word.casefold()
    if bare.endswith("ies"):
        return f"{bare[:-3]}y"
    return bare[:-1] if bare.endswith("s") and not bare.endswith("ss") else bare


def _is_of_one_sound(one: str, other: str) -> bool:
    """Tell whether two words have the same consonants and hardly other vowels: "route", "root"."""
    return one != other and min(len(one), len(other)) >= 4 and _consonants(one) == _consonants(other) and edits(one, other) <= EDITS


def _consonants(word: str) -> str:
    return _TWICE.sub(r"\1", _VOWELS.sub("", word))


def edits(one: str, other: str) -> int:
    """Return how many letters have to be changed, left out or put in to make one word the other."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]
