"""WebVTT as the standard has it (https://www.w3.org/TR/webvtt1/), read leniently.

Shared by the readers of the platforms' WebVTT dialects. Written by hand because the kept
libraries lose text in silence on real exports: CR CR LF line ends, two voices in a cue,
``-->`` within speech, a missing blank line before the next cue.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copaper.intake.ledger import Ledger

_TIME = r"(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,6}))?"
TIMING = re.compile(rf"^[ \t\f]*{_TIME}[ \t\f]*-->[ \t\f]*{_TIME}(?:[ \t\f].*)?$")
_TAG = re.compile(r"<[^<>]*>")
_KNOWN_TAG = re.compile(r"</?(?:c|i|b|u|v|ruby|rt|lang)(?:[.\s][^<>]*)?>|<\d[\d:.]*>", re.I)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t\n]+([^>]*)>", re.I)
_KEYWORD = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True)
class RawCue:
    """One cue as written: ``payload`` holds its lines joined by LF, tags and all."""

    line: int
    id: str
    start: float
    end: float
    payload: str


def seconds(hours: str | None, minutes: str, secs: str, fraction: str | None) -> float:
    """Return the seconds of a timestamp's parts."""
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(secs)
    return whole + (int(fraction) / 10 ** len(fraction) if fraction else 0.0)


def parse(lines: list[str], ledger: Ledger) -> Iterator[RawCue]:
    """Yield the cues of a WebVTT file's ``lines``, every line told to ``ledger``."""
    total = len(lines)
    i = _header(lines, ledger)
    blanks = 0
    while i < total:
        line = lines[i]
        if not line.strip():
            blanks += 1
            i += 1
            continue
        timing = TIMING.match(line) if "-->" in line else None
        id_line = None
        if timing is None:
            following = lines[i + 1] if i + 1 < total else ""
            if "-->" in following:
                timing = TIMING.match(following)
            if timing is None:
                i = _other_block(lines, i, ledger)
                continue
            id_line = line
            i += 1
        first = i
        i += 1
        while i < total and lines[i].strip() and not _begins_cue(lines, i):
            i += 1
        start, end = seconds(*timing.groups()[:4]), seconds(*timing.groups()[4:])
        if end < start:
            ledger.remark("cue-backwards", first + 1, 0)
            end = start
        ledger.read(i - first + (id_line is not None))
        yield RawCue(first + 1, (id_line or "").strip(), start, end, "\n".join(lines[first + 1 : i]))
    ledger.ignore("blank", blanks)


def _header(lines: list[str], ledger: Ledger) -> int:
    """Account for the signature and the header lines; return where the body begins."""
    if not lines or not re.match(r"\ufeff?WEBVTT(?:[ \t]|$)", lines[0]):
        ledger.remark("no-header", 1, 0)
        return 0
    end = 1
    while end < len(lines) and lines[end].strip() and "-->" not in lines[end]:
        if end + 1 < len(lines) and TIMING.match(lines[end + 1]):
            break  # a cue's id right below the signature
        end += 1
    ledger.ignore("header", end)
    return end


def _begins_cue(lines: list[str], i: int) -> bool:
    """Tell whether line ``i`` inside a cue's text is really the next cue: a timing line, or
    a bare number with a timing line below it (the blank line between was lost)."""
    if "-->" in lines[i]:
        return bool(TIMING.match(lines[i]))
    return lines[i].strip().isdigit() and i + 1 < len(lines) and bool(TIMING.match(lines[i + 1]))


def _other_block(lines: list[str], i: int, ledger: Ledger) -> int:
    """Account for a block that is no cue; return the line after it."""
    first = i
    keyword = lines[i].split(maxsplit=1)[0] if lines[i].split() else ""
    known = keyword.rstrip(":") in _KEYWORD
    while i < len(lines) and lines[i].strip() and not (i > first and _begins_cue(lines, i)):
        i += 1
    if known:
        ledger.ignore(keyword.rstrip(":").lower(), i - first)
    elif "-->" in "\n".join(lines[first:i]):
        ledger.remark("cue-without-time", first + 1, i - first)
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
    if "&" in payload:
        payload = html.unescape(payload)
    return " ".join(payload.split())


def voices(payload: str) -> list[tuple[str, str]]:
    """Return (speaker, words) for each voice of a cue; words before the first are "".

    The end of a voice need not be marked.
    """
    found = list(_VOICE.finditer(payload))
    if not found:
        return [("", plain_text(payload))]
    parts = [("", plain_text(payload[: found[0].start()]))]
    for voice, following in zip(found, [*found[1:], None], strict=True):
        words = payload[voice.end() : following.start() if following else None]
        parts.append((plain_text(voice[1]), plain_text(words)))
    return [(speaker, words) for speaker, words in parts if words]
