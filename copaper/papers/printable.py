"""Characters that the bundled fonts hold: what every output can show, and PDF/A demands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

from copaper.records import Paper

FONTS = Path(__file__).resolve().parent.parent.parent / "templates" / "fonts"

MORE = "noto-sans-latin-ext-400-normal"
"""The font for letters that the two families lack, such as those of Tshivenda."""
OTHER_SCRIPT = "[text in another script]"


@cache
def covered() -> frozenset[int]:
    """Return the code points that the bundled fonts can show."""
    return plain() | frozenset.intersection(*_points("latin", "latin-ext")) | _held(f"{MORE}.woff2")


@cache
def plain() -> frozenset[int]:
    """Return the code points for which the small Latin fonts of both families are enough."""
    return frozenset.intersection(*_points("latin")) | {0x09, 0x0A}


def _points(*subsets: str) -> list[frozenset[int]]:
    """Return what each of the two families holds in these of its subsets."""
    return [
        frozenset.union(*(_held(f"{family}-{subset}-400-normal.woff2") for subset in subsets))
        for family in ("source-sans-3", "source-serif-4")
    ]


def _held(file: str) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(FONTS / file, lazy=True) as font:
        return frozenset(font.getBestCmap())


def printable(text: str) -> str:
    """Return ``text`` with what no bundled font holds written out.

    An emoji becomes its name in brackets, a letter with an accent that is missing loses the
    accent, a word in another script is said to be one. The evidence in findings.json keeps
    the characters as they were.
    """
    if text.isascii():
        return text
    known = covered()
    return re.sub(
        "[^\x00-\x7f]+",
        lambda run: run[0] if all(ord(c) in known for c in run[0]) else _written_out(run[0], known),
        text,
    )


def _written_out(text: str, known: frozenset[int]) -> str:
    parts: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        if ord(char) in known:
            parts.append(char)
            continue
        plain = "".join(c for c in unicodedata.normalize("NFKD", char) if ord(c) in known or c.isascii())
        if plain:
            parts.append(plain)
        elif unicodedata.category(char) in ("So", "Sk") and ord(char) >= 0x2190:
            parts.append(f"[{unicodedata.name(char, 'symbol').lower()}]" if not 0x1F3FB <= ord(char) <= 0x1F3FF else "")
        elif unicodedata.category(char)[0] in "MC" or 0xFE00 <= ord(char) <= 0xFE0F:
            continue
        elif not parts or parts[-1] != OTHER_SCRIPT:
            parts.append(OTHER_SCRIPT)
    return "".join(parts)


def rewritten(paper: Paper, change: Callable[[str], str]) -> Paper:
    """Return ``paper`` with every text of it changed."""

    def each(value):
        if isinstance(value, str):
            return change(value)
        if isinstance(value, dict):
            return {key: each(item) for key, item in value.items()}
        return tuple(map(each, value)) if isinstance(value, tuple) else value

    return Paper.model_validate(each(paper.model_dump()))
