"""The numbers of a sentence, in digits or in words, and what each of them counts: "29 of sixty", "the thirty three"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copaper.analysis.units import Unit, told_once

_ONES = {word: value for value, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)}  # fmt: skip
_TENS = {word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_TIMES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_PERCENT = frozenset(("percent", "%", "per", "cent"))
_BETWEEN = frozenset(("ADJ", "CCONJ", "PUNCT", "ADV"))
_REACH = 3
"""Words behind a number within which what it counts is named."""


@dataclass(frozen=True)
class Amount:
    """A number, and the lemma of what it counts, "%" for a share, or nothing."""

    value: float
    of: str = ""


def figures(text: str) -> list[str]:
    """Return the numbers of a text that are written in digits, as they stand there."""
    return _FIGURE.findall(text)


@told_once
def amounts(unit: Unit) -> tuple[Amount, ...]:
    """Return the numbers of a sentence as they stand there, years left out."""
    found: list[Amount] = []
    at = 0
    while at < len(unit.tokens):
        value, end = _number(unit, at)
        if value is not None and not (1900 <= value < 2100 and end == at + 1):
            found.append(Amount(value, _counted(unit, end)))
        at = max(end, at + 1)
    return tuple(found)


def _number(unit: Unit, at: int) -> tuple[float | None, int]:
    """Return the number that begins at a token, if one does, and where it ends: "thirty three" and "thirty-three" are one."""
    word = unit.lowers[at]
    if _DIGITS.fullmatch(word):
        value, end = float(word.replace(",", "")), at + 1
    elif word in _TENS:
        value, end = float(_TENS[word]), at + 1
        behind = end + (end < len(unit.lowers) and unit.lowers[end] == "-")
        if behind < len(unit.lowers) and 0 < _ONES.get(unit.lowers[behind], 0) < 10:
            value, end = value + _ONES[unit.lowers[behind]], behind + 1
    elif word in _ONES:
        value, end = float(_ONES[word]), at + 1
    else:
        return None, at + 1
    while end < len(unit.lowers) and unit.lowers[end] in _TIMES:
        value, end = value * _TIMES[unit.lowers[end]], end + 1
    return value, end


def _counted(unit: Unit, at: int) -> str:
    for place in range(at, min(at + _REACH, len(unit.lowers))):
        if unit.lowers[place] in _PERCENT:
            return "%"
        if unit.parts[place] in ("NOUN", "PROPN"):
            return unit.bases[place].casefold()
        if unit.parts[place] not in _BETWEEN:
            break
    return ""
