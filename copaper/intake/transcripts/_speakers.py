"""Telling ``Name: words`` from words that happen to hold a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

LONGEST_NAME = 120
"""Characters; display names are far shorter, but parliaments write office and party too."""

_ENOUGH = 20
"""Cues of a name after which its prefix is not looked at more closely."""
_SMALL = frozenset("van der den de la le du von bin ibn al el and of the du di da dos".split())
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")


_MARK = re.compile(r"(?:>\s?>[>\s]*|»\s*)")
_WITHIN = re.compile(r"(?<=\s)(?=(?:>\s?>|»))")
_MARKED = 2
"""Cues that begin with a mark, from which a file marks whoever begins to speak."""


def are_marked(texts: Iterable[str]) -> bool:
    """Tell whether a file marks whoever begins to speak: ">> Thank you.", ">> ANN MOYO: Thank you."."""
    return sum(map(begins, texts)) >= _MARKED


def begins(text: str) -> bool:
    """Tell whether a cue's text begins with such a mark."""
    return _MARK.match(text) is not None


def unmarked(text: str) -> str:
    """Return a cue's text without the mark that it begins with."""
    return _MARK.sub("", text, count=1) if begins(text) else text


def parted(text: str) -> list[str]:
    """Return the parts of a cue's text, each said by one person, with their marks."""
    return [part.strip() for part in _WITHIN.split(text) if unmarked(part.strip())]


def split_prefix(text: str) -> tuple[str, str]:
    """Return (what stands before the first ": ", the words after it), or ("", text)."""
    name, colon, words = text.partition(": ")
    name = name.strip()
    if not colon or not name or len(name) > LONGEST_NAME or ":" in name or "\n" in name:
        return "", text
    words = words.lstrip(" ")
    return (name, words) if words else ("", text)


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the prefixes of ``texts`` that are speakers' names.

    A file names its speakers before every cue, before most, or before none. Before every cue:
    each prefix is a name, whatever it looks like. Before most: it must recur or look like a
    name. Where fewer than a third of the cues have a prefix, it must do both.
    """
    total = 0
    prefixes: Counter[str] = Counter()
    longer: dict[str, str | None] = {}
    for text in texts:
        total += 1
        name, colon, words = text.partition(": ")
        if not colon:
            continue
        if prefixes[name] < _ENOUGH:
            name, words = split_prefix(text)
            if not name:
                continue
            second = split_prefix(words)[0] if ": " in words[:60] else ""
            if longer.setdefault(name, second) != second:
                longer[name] = None
        prefixes[name] += 1
    named = prefixes.total()
    # "OMA3: Alfred Tom: words" – a name with a colon shows by always going on the same way.
    whole = {f"{name}: {longer[name]}" for name, count in prefixes.items() if count > 2 and longer[name]}
    if named == total:
        names = set(prefixes)
    elif named * 3 >= total:
        names = {name for name, count in prefixes.items() if count > 1 or looks_like_name(name)}
    else:
        names = {name for name, count in prefixes.items() if count > 2 and looks_like_name(name)}
    return frozenset(names | whole)


def looks_like_name(text: str) -> bool:
    """Tell whether ``text`` is written as a display name: few words, hardly any small."""
    words = _ASIDE.sub(" ", text).split()
    if not 1 <= len(words) <= 7:
        return len(words) == 0 and bool(text.strip())
    small = [word for word in words if word[0].islower() and word.casefold() not in _SMALL]
    return len(words) == 1 or len(small) <= len(words) // 3


def split(text: str, names: frozenset[str]) -> tuple[str, str]:
    """Return (speaker, words) of a cue's text; the speaker is empty when none is named."""
    name, colon, words = text.partition(": ")
    if colon and name in names:
        second, colon, rest = words.partition(": ")
        if colon and f"{name}: {second}" in names and rest.strip():
            return f"{name}: {second}", rest.lstrip(" ")
        words = words.lstrip(" ")
        return (name, words) if words else ("", text)
    return "", text
