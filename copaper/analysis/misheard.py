"""Abbreviations that speech recognition heard wrong once, in what topics are called: "BC API" among a dozen of "VC API"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from copaper.namewords import COMMON_ABBREVIATIONS
from copaper.records import Session, Theme

OFTEN = 5
"""Times that an abbreviation is said before a word from which one like it, said before that word once, is the same, misheard."""
_SOUND_ALIKE = ("BCDEGPTVZ", "MN", "FSX", "AHJK", "IY", "QUW")
"""Letters whose names speech recognition takes for one another."""
_BEFORE = re.compile(r"\b([A-Z]{2,6}) (?=([A-Za-z]\w+))")


def mended(themes: Sequence[Theme], session: Session) -> tuple[Theme, ...]:
    """Return topics with names in which a misheard abbreviation is put right; the session's agenda is written by hand."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for holder in (*session.turns, *session.messages):
        for short, noun in _BEFORE.findall(holder.text):
            said[noun.casefold()][short] += 1

    def right(text: str) -> str:
        return _BEFORE.sub(lambda found: f"{_meant(found[1], said[found[2].casefold()])} ", text)

    return tuple(
        theme if theme.label in session.agenda else theme.model_copy(update={"label": right(theme.label), "phrases": tuple(dict.fromkeys(map(right, theme.phrases)))})
        for theme in themes
    )


def _meant(short: str, said: Counter[str]) -> str:
    """Return the frequent abbreviation that differs from a rare one by one letter of like sound, or the rare one."""
    if said[short] != 1 or short in COMMON_ABBREVIATIONS:
        return short
    likely = [(-times, other) for other, times in said.items() if times >= OFTEN and len(other) == len(short) and _sounds_like(short, other)]
    return min(likely)[1] if likely else short


def _sounds_like(one: str, other: str) -> bool:
    differ = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(differ) == 1 and any(set(differ[0]) <= set(letters) for letters in _SOUND_ALIKE)
