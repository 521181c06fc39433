"""WebVTT as the standard has it (https://www.w3.org/TR/webvtt1/), and where that would lose
what was said, more leniently.

Written by hand because the kept libraries lose text in silence on real exports: CR CR LF line
ends, two voices in a cue, ``-->`` within speech, a missing blank line before the next cue;
and none tells the line that a cue stands on. Where a file keeps to the standard, so does the
outcome; docs/formats.md lists where more is salvaged. SRT and SBV differ in their timing lines
only and are read here too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from copaper.intake.ledger import Ledger

_STAMP = r"(?:(\d{1,6}):)?(\d{1,6}):(\d{1,2})(?:[.,](\d{1,9}))?"
TIMING = re.compile(rf"[ \t\f]*{_STAMP}[ \t\f]*-->[ \t\f]*{_STAMP}(?![\d:])")
SBV_TIMING = re.compile(rf"[ \t]*{_STAMP.replace('[.,]', '[.]')},{_STAMP.replace('[.,]', '[.]')}[ \t]*$")
_EXACT = re.compile(r"(\d\d:[0-5]\d:)([0-5]\d)\.(\d{3}) --> (\d\d:[0-5]\d:)([0-5]\d)\.(\d{3})(?:$|[ \t])")
"""How the platforms write nearly every timing line; tried first, as it is faster."""

_TAG = re.compile(r"<[^<>]*>")
_KNOWN_TAG = re.compile(r"</?(?:c|i|b|u|v|ruby|rt|lang)(?:[.\s][^<>]*)?>|<\d[\d:.]*>", re.I)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:[ \t\n]([^<>]*))?>|</v>", re.I)
_BLOCKS = {"NOTE": "note", "STYLE": "style", "REGION": "region", "WEBVTT": "header"}
_SIGNATURE = re.compile(r"\ufeff?WEBVTT(?:[ \t]|$)")


class RawCue(NamedTuple):
    """One cue as written: ``payload`` holds its lines joined by LF, tags and all."""

    line: int
    id: str
    start: float
    end: float
    payload: str


def seconds(hours: str | None, minutes: str, secs: str, fraction: str | None) -> float:
    """Return the seconds of a timestamp's parts."""
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(secs)
    if not fraction:
        return float(whole)
    scale = 10 ** len(fraction)
    return (whole * scale + int(fraction)) / scale


class _Clock(dict):
    """Milliseconds of ``HH:MM:``, worked out once each, as a file repeats them."""

    def __missing__(self, text: str) -> int:
        value = self[text] = (int(text[:2]) * 60 + int(text[3:5])) * 60_000
        return value


def parse(
    lines: list[str], ledger: Ledger, *, timing: re.Pattern[str] = TIMING, arrow: str = "-->", signature: bool = True
) -> Iterator[RawCue]:
    """Yield the cues of a file's ``lines``, every line told to ``ledger``.

    ``timing`` matches a timing line (hours, minutes, seconds, fraction, twice) and ``arrow`` is
    what such a line must hold. Without a ``signature`` (SRT, SBV) there is no header, and text
    below a blank line still belongs to the cue above. Times are as written, even backwards.
    """
    if "\x00" in "".join(lines[:50]) or ledger_has_nul(ledger):
        lines = [line.replace("\x00", "\ufffd") for line in lines]
    total = len(lines)
    i = _header(lines, ledger, timing) if signature else 0
    blanks = read = 0
    minutes = _Clock()
    exact = _EXACT.match if timing is TIMING else _never
    times = timing.match
    previous: tuple[int, str, float, float, list[str]] | None = None
    while i < total:
        line = lines[i]
        if not line:
            blanks += 1
            i += 1
            continue
        name = ""
        at = i
        found = None
        if arrow not in line:
            # An id, if a timing line follows it.
            if i + 1 < total and arrow in lines[i + 1]:
                name = line
                i += 1
                line = lines[i]
            else:
                i = _other_block(lines, i, ledger, timing, signature)
                continue
        start = end = 0.0
        found = exact(line)
        if found:
            h, s, f, h2, s2, f2 = found.groups()
            start = (minutes[h] + int(s) * 1000 + int(f)) / 1000
            end = (minutes[h2] + int(s2) * 1000 + int(f2)) / 1000
        elif found := times(line):
            start, end = seconds(*found.groups()[:4]), seconds(*found.groups()[4:])
        elif name or not signature:
            i = at
            i = _other_block(lines, i, ledger, timing, signature)
            continue
        else:
            i = _other_block(lines, i, ledger, timing, signature)
            continue
        i += 1
        first = i
        while i < total:
            line = lines[i]
            if not line or (arrow in line and times(line)):
                break
            i += 1
        text = lines[first:i]
        if i < total and line:
            # The blank line before the next cue was lost: a lone number above its times is its id.
            if len(text) > 1 and text[-1].isdecimal() and name.isdecimal() and int(text[-1]) == int(name) + 1:
                text.pop()
                i -= 1
        read += i - at
        yield RawCue(first, name, start, end, text[0] if len(text) == 1 else "\n".join(text))
    ledger.read(read)
    ledger.ignore("blank", blanks)
