"""Replies to several questions at once, part by part: "on the first ..., on the second ...", each with its question."""

from __future__ import annotations

from collections.abc import Sequence

from copaper.analysis.answers import ON_WHICH, asks
from copaper.analysis.ranker import rarity
from copaper.analysis.units import Unit, same_place
from copaper.textclean import straight

_ORDINALS = {"first": 0, "second": 1, "other": 1, "next": 1, "third": 2}


def part_to(units: Sequence[Unit], said: Sequence[int], question: Unit) -> list[int]:
    """Return those of the reply's sentences, all in order, that are to a ``question``: where whoever replies counts
    the questions off, the part whose number is the question's, else the one that shares most with it; else all of them."""
    parts = _parts(units, said)
    if len(parts) < 2:
        return list(said)
    breath = [unit for unit in units if same_place(unit, question) and asks(unit)]
    if len(breath) > 1 and question in breath:
        number = breath.index(question)
        own = next((part for ordinal, part in parts if ordinal == number or ordinal is None and number == len(breath) - 1), None)
        if own:
            return own
    words = frozenset(question.lemmas)
    shared = [sum(rarity(lemma) for lemma in sorted(words.intersection(lemma for i in part for lemma in units[i].lemmas))) for _, part in parts]
    return parts[shared.index(max(shared))][1] if max(shared) > 0 else list(said)


def _parts(units: Sequence[Unit], said: Sequence[int]) -> list[tuple[int | None, list[int]]]:
    """Return the parts of a reply with the number of the question that each is to, from 0, or None for the last one."""
    parts: list[tuple[int | None, list[int]]] = []
    led: list[int] = []
    for i in said:
        if mark := ON_WHICH.match(straight(units[i].text)):
            parts.append((_ORDINALS.get(mark["which"].casefold()), [i]))
        elif parts:
            parts[-1][1].append(i)
        else:
            led.append(i)
    return [(0, led), *parts] if led and parts and parts[0][0] != 0 else parts
