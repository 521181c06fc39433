"""Whether a session's day was said at its beginning: "welcome to the call on Monday, April 18th"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from copaper.datewords import DAYS, MONTHS
from copaper.records import Message, Turn

BEGINNING = 600.0
"""Seconds within which people say what day it is."""
_UNITS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
_ORDINALS = {word: number for number, word in enumerate(_UNITS, 1)} | {f"twenty {word}": 20 + number for number, word in enumerate(_UNITS[:9], 1)} | {"thirtieth": 30, "thirty first": 31}
_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]}|t)?' for name in MONTHS)})\b\.?"
_DAY = rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])|(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}))\b"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(DAYS)}),? (?:the )?)?"
_YEAR = r"(?:,? (?:of )?(?P<year>(?:19|20)\d\d)\b)?"
_SAID = tuple(re.compile(pattern) for pattern in (rf"\b{_WEEKDAY}{_MONTH} (?:the )?{_DAY}{_YEAR}", rf"\b{_WEEKDAY}{_DAY} (?:of )?{_MONTH}{_YEAR}", r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"))
_OF_ANOTHER_DAY = re.compile(r"\b(?:by|until|till|before|after|next|last|since|due|deadline|again on|meet(?:ing)? on|held on|born|published|from) (?:the |on |is |was )?$")
"""What speaks of a date that need not be today's."""
WELCOMED = 1_500
"""Letters of a turn in which a welcome stands."""
WELCOME = 120.0
"""Seconds within which a welcome says of which month a meeting is."""
_MEETING = r"(?i:call|meeting|webinar|session|update|gathering|workshop|edition)"
_FULL_MONTH = rf"(?P<month>{'|'.join(name.capitalize() for name in MONTHS)})"
"""With its capital: "this may call for patience" names none."""
_OF_A_MONTH = tuple(
    re.compile(pattern)
    for pattern in (rf"\b{_MEETING} (?i:for|of|in) (?i:the month of )?{_FULL_MONTH}\b(?: (?P<year>(?:19|20)\d\d)\b)?(?! \d)", rf"\b(?i:the|our|this) {_FULL_MONTH}(?: (?P<year>(?:19|20)\d\d))? (?i:monthly |regular )?{_MEETING}\b")
)


def month_said(day: date, turns: Sequence[Turn]) -> str:
    """Return the month, with its year if that is told, that the welcome says the meeting is of, if it is another than that of ``day``
    and the only one; else an empty string."""
    said = {(match["month"], match["year"] or "") for turn in turns if turn.start < WELCOME for pattern in _OF_A_MONTH for match in pattern.finditer(" ".join(turn.text[:WELCOMED].split()))}
    if len(said) != 1:
        return ""
    ((month, year),) = said
    return "" if MONTHS[day.month - 1] == month.casefold() and year in ("", str(day.year)) else f"{month} {year}".strip()


def is_said(day: date, turns: Sequence[Turn], messages: Sequence[Message]) -> bool:
    """Tell whether ``day`` is named in the first minutes, with its weekday if one is named, as the only date or as today's."""
    said = [turn.text[: next((cue.at for cue in turn.cues if cue.start >= BEGINNING), None)] for turn in turns if turn.start < BEGINNING]
    written = [message.text for message in messages if message.time < BEGINNING]
    return any(_is_in(text, day) for text in (*said, *written))


def _is_in(text: str, day: date) -> bool:
    plain = re.sub(r"[\s-]+(?!\d)|(?<!\d)[\s-]+|(?<=\d)\s+", " ", text.casefold())
    return any(_is_day(match, day) and not _OF_ANOTHER_DAY.search(plain[max(0, match.start() - 30) : match.start()]) for match in _matches(plain))


def _matches(text: str) -> Iterable[re.Match[str]]:
    return (match for pattern in _SAID for match in pattern.finditer(text))


def _is_day(match: re.Match[str], day: date) -> bool:
    told = match.groupdict()
    month, number = told["month"], told["day"]
    months = [int(month)] if month.isdigit() else [place for place, name in enumerate(MONTHS, 1) if name.startswith(month[:3])]
    digits = re.match(r"\d+", number)
    days = int(digits[0]) if digits else _ORDINALS[number]
    weekday, year = told.get("weekday"), told.get("year")
    return day.month in months and day.day == days and (not weekday or DAYS[day.weekday()] == weekday) and (not year or int(year) == day.year)
