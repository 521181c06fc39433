"""Telling ``Name: words`` from words that happen to hold a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

PREFIX = re.compile(r"([^:\n]{1,120}?): +(\S.*)", re.S)

_SMALL = frozenset("van der den de la le du von bin ibn al el and of the du di da dos".split())


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the prefixes of ``texts`` that are speakers' names.

    A file writes its speakers either before nearly every cue or before none: where fewer
    than a third of the cues have a prefix, only those that recur and look like names count.
    """
    total, prefixes = 0, Counter()
    for text in texts:
        total += 1
        found = PREFIX.match(text)
        if found:
            prefixes[found[1].strip()] += 1
    named = sum(prefixes.values())
    if named * 3 >= total:
        return frozenset(name for name, count in prefixes.items() if count > 1 or looks_like_name(name))
    return frozenset(name for name, count in prefixes.items() if count > 2 and looks_like_name(name))


def looks_like_name(text: str) -> bool:
    """Tell whether ``text`` is written as a display name: few words, hardly any small."""
    bare = re.sub(r"[(\[].*?[)\]]", " ", text)
    words = bare.split()
    if not 1 <= len(words) <= 7:
        return len(words) == 0 and bool(text.strip())
    small = [word for word in words if word[0].islower() and word.casefold() not in _SMALL]
    return len(words) == 1 or len(small) <= len(words) // 3


def split(text: str, names: frozenset[str]) -> tuple[str, str]:
    """Return (speaker, words) of a cue's text; the speaker is empty when none is named."""
    found = PREFIX.match(text)
    if found and found[1].strip() in names:
        return found[1].strip(), found[2]
    return "", text
