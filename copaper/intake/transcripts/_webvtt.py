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
from collections.abc import Callable, Iterable
from typing import NamedTuple

from copaper.intake.ledger import Ledger

_STAMP = r"(?:(\d{1,6}):)?(\d{1,6}):(\d{1,2})(?:[.,](\d{1,9}))?"
TIMING = re.compile(rf"^[ \t\f]*{_STAMP}[ \t\f]*-->[ \t\f]*{_STAMP}(?![\d:])")
_BROKEN_ARROW = re.compile(rf"^[ \t]*{_STAMP}[ \t]*(?:->|-+|=+>|[—–]>?|→|to)[ \t]*{_STAMP}[ \t]*$")
"""Two times that somebody or a program joined otherwise."""
SBV_TIMING = re.compile(rf"^[ \t]*{_STAMP.replace('[.,]', '[.]')},{_STAMP.replace('[.,]', '[.]')}[ \t]*$")
_EXACT = re.compile(r"(\d\d:[0-5]\d:)([0-5]\d)\.(\d{3}) --> (\d\d:[0-5]\d:)([0-5]\d)\.(\d{3})(?:$|[ \t])")
"""How the platforms write nearly every timing line; tried first, as it is faster."""

_TAG = re.compile(r"<[^<>]*>")
_KNOWN_TAG = re.compile(r"</?(?:c|i|b|u|v|ruby|rt|lang)(?:[.\s][^<>]*)?>|<\d[\d:.]*>", re.I)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:[ \t\n]([^<>]*))?>|</v>", re.I)
_WORDS_AFTER = re.compile(r"\s\w")
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


class _Minutes(dict):
    """Milliseconds of each ``HH:MM:``, worked out once, as a file repeats them."""

    def __missing__(self, text: str) -> int:
        value = self[text] = (int(text[:2]) * 60 + int(text[3:5])) * 60_000
        return value


class Dialect(NamedTuple):
    """``timing`` matches a timing line (hours, minutes, seconds, fraction, twice), ``arrow`` is
    what such a line must hold. Without a ``signature`` there is no header, and words below a
    blank line still belong to the cue above."""

    timing: re.Pattern[str]
    arrow: str
    signature: bool


WEBVTT = Dialect(TIMING, "-->", True)
SRT = Dialect(TIMING, "-->", False)
SBV = Dialect(SBV_TIMING, ",", False)


def parse(lines: list[str], ledger: Ledger, dialect: Dialect = WEBVTT) -> list[RawCue]:
    """Return the cues of a file's ``lines``, with every line told to ``ledger``.

    Times are as written, even where a cue ends before it begins.
    """
    if any("\x00" in line for line in lines):
        lines = [line.replace("\x00", "\ufffd") for line in lines]
    timing, arrow, signature = dialect
    times = _times_of(timing)
    total = len(lines)
    cues: list[RawCue] = []
    i = _header(lines, ledger, timing) if signature else 0
    blanks = read = 0
    while i < total:
        line = lines[i]
        if not line:
            blanks += 1
            i += 1
            continue
        if i + 3 < total and not lines[i + 3] and arrow not in line and arrow not in (text := lines[i + 2]) and text:
            # Number, times, words, blank: how nearly all of most files looks.
            if arrow in lines[i + 1] and (span := times(lines[i + 1])):
                cues.append(RawCue(i + 2, line, span[0], span[1], text))
                read += 3
                blanks += 1
                i += 4
                continue
        at, name = i, ""
        if arrow not in line and i + 1 < total:  # an id, if times follow
            i, name, line = i + 1, line, lines[i + 1]
        span = times(line) if arrow in line else None
        if span is None:
            i = _stray(lines, at, ledger, dialect, cues)
            continue
        i = first = i + 1
        while i < total:
            line = lines[i]
            if not line or (arrow in line and times(line)):
                break
            i += 1
        text = lines[first:i]
        if len(text) > 1 and i < total and line and _is_next_number(name, text[-1], len(cues) + 2):
            text.pop()  # the blank line is lost, and the number is the next cue's id
            i -= 1
        read += i - at
        cues.append(RawCue(first, name, *span, text[0] if len(text) == 1 else "\n".join(text)))
    ledger.read(read)
    ledger.ignore("blank", blanks)
    return cues


def _times_of(timing: re.Pattern[str]) -> Callable[[str], tuple[float, float] | None]:
    """Return a function from a timing line to its two times in seconds."""
    exact = _EXACT.match
    lenient = timing.match
    minutes = _Minutes()

    def times(line: str) -> tuple[float, float] | None:
        if found := exact(line):
            a, b, c, d, e, f = found.groups()
            return (minutes[a] + int(b + c)) / 1000, (minutes[d] + int(e + f)) / 1000
        if found := lenient(line):
            parts = found.groups()
            return seconds(*parts[:4]), seconds(*parts[4:])
        return None

    return times


def _is_next_number(number: str, line: str, nth: int) -> bool:
    """Tell whether ``line`` is the id of the cue after the one called ``number``, the nth."""
    return _is_number(line) and int(line) in (nth, int(number) + 1 if _is_number(number) else nth)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


def _header(lines: list[str], ledger: Ledger, timing: re.Pattern[str]) -> int:
    """Account for the signature and the header lines; return where the body begins."""
    if not lines or not _SIGNATURE.match(lines[0]):
        ledger.remark("no-header", 1, 0)
        return 0
    end = 1
    while end < len(lines) and lines[end] and "-->" not in lines[end]:
        if end + 1 < len(lines) and timing.match(lines[end + 1]) and _is_number(lines[end]):
            break  # a cue's number right below the signature
        end += 1
    ledger.ignore("header", end)
    return end


def _stray(lines: list[str], first: int, ledger: Ledger, dialect: Dialect, cues: list[RawCue]) -> int:
    """Account for a block that is no cue; return the line after it."""
    i = first + 1
    while i < len(lines) and lines[i] and not (dialect.arrow in lines[i] and dialect.timing.match(lines[i])):
        i += 1
    words = lines[first].split(maxsplit=1)
    block = _BLOCKS.get(words[0].rstrip(":")) if words else "blank"
    if block and (dialect.signature or block == "blank"):
        ledger.ignore(block, i - first)
    elif arrows := [number for number in range(first, i) if "-->" in lines[number] or dialect.signature and _BROKEN_ARROW.match(lines[number])]:
        ledger.remark("cue-without-time", arrows[0] + 1, i - first)
    elif not dialect.signature and cues and not _is_number(lines[first]):
        ledger.read(i - first)
        cues[-1] = cues[-1]._replace(payload="\n".join([cues[-1].payload, *lines[first:i]]))
    else:
        ledger.remark("text-outside-cue", first + 1, i - first)
    return i


def has_markup(cues: Iterable[RawCue]) -> bool:
    """Tell whether a file uses the standard's tags at all.

    Zoom writes speech as it is, so in a file without them ``f<T>()`` is what was said.
    """
    return any("<" in cue.payload and _KNOWN_TAG.search(cue.payload) for cue in cues)


def plain_text(payload: str, markup: bool = True) -> str:
    """Return a cue's words on one line: character references resolved, and tags removed if
    the file has ``markup``."""
    if markup and "<" in payload:
        payload = _TAG.sub("", payload)
        rest = payload.find("<")
        # A tag that is never closed runs to the end of the cue; but "I <3 you all" is speech.
        if rest >= 0 and not _WORDS_AFTER.search(payload, rest):
            payload = payload[:rest]
    if "&" in payload:
        payload = html.unescape(payload)
    if "  " not in payload and payload.isprintable() and not payload.startswith(" ") and not payload.endswith(" "):
        return payload  # nearly always, and much quicker
    return " ".join(payload.split())


def voices(payload: str) -> list[tuple[str, str]]:
    """Return (speaker, words) for each voice of a cue; words outside any have the speaker "".

    The end of a voice need not be marked.
    """
    if "<v" not in payload and "<V" not in payload:
        words = plain_text(payload)
        return [("", words)] if words else []
    speaker, at = "", 0
    parts = []
    for found in _VOICE.finditer(payload):
        parts.append((speaker, plain_text(payload[at : found.start()])))
        speaker, at = plain_text(found[1] or "", False), found.end()
    parts.append((speaker, plain_text(payload[at:])))
    return [(speaker, words) for speaker, words in parts if words]
