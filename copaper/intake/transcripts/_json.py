"""Entries of a JSON list with the lines they begin on, so that evidence can point to them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from copaper.intake.export import Export

_DECODER = json.JSONDecoder()
_GAP = re.compile(r"[\s,]*")
_WRONG = (ValueError, RecursionError)


def load(export: Export) -> dict[str, Any] | None:
    """Return the object that the file is, or None when it is none."""
    try:
        found = json.loads(export.text.removeprefix("\ufeff"))
    except _WRONG:
        return None
    return found if isinstance(found, dict) else None


def entries(export: Export, key: str) -> Iterator[tuple[int, Any]]:
    """Yield (line, entry) of the list under ``key``, up to where the JSON is broken off."""
    text = export.text
    found = re.search(rf'"{key}"\s{{0,9}}:\s{{0,9}}\[', text)
    at = found.end() if found else len(text)
    line, counted = 1, 0
    while True:
        at = _GAP.match(text, at).end()
        if at >= len(text) or text[at] == "]":
            return
        try:
            entry, end = _DECODER.raw_decode(text, at)
        except _WRONG:
            return
        line += text.count("\n", counted, at)
        counted = at
        yield line, entry
        at = end


def number(value: object) -> float | None:
    """Return a JSON number that can be a time, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 <= value < 1e9 else None
