"""E-mail addresses, telephone and identity numbers: what is never printed, whatever a community's policy."""

from __future__ import annotations

import re
from urllib.parse import unquote

import phonenumbers

EMAIL_WITHHELD = "[e-mail address withheld]"
PHONE_WITHHELD = "[phone number withheld]"
NUMBER_WITHHELD = "[identity number withheld]"
ADDRESS_IN_LINK = "[link withheld: it holds an address]"

_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_SPOKEN_EMAIL = re.compile(
    r"\b[\w.-]{2,40} (?:at|\(at\)|\[at\]) [\w-]{2,40}(?: ?(?:dot|\(dot\)) ?[a-z]{2,10}){1,3}\b", re.I
)
_VEILED_EMAIL = re.compile(
    r"\b[\w.+-]{2,40}(?: ?[(\[{]at[)\]}] ?| @ ?|@ | ?\uff20 ?)[\w-]{2,40}(?:(?:\.| ?[(\[{]dot[)\]}] ?| dot )[a-z]{2,24}){1,4}\b", re.I
)
"""As people write one that machines are not to find."""
_IDENTITY = re.compile(r"(?<!\d)\d{6}[ -]?\d{4}[ -]?\d{3}(?!\d)")
_LONG_NUMBER = re.compile(r"(?<![\w.,/=-])\+?\(?\d(?:[ ()-]{0,2}\d){8,14}(?![\w/]|[.,]\d)")
_DIGIT = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"
_KEEP = re.compile(
    r"(https?://\S+|www\.\S+"  # a web address
    r"|(?<!\d)[1-9]\d{0,2}(?:[ ,]\d{3}){2,}(?![\d ]*\d)"  # a sum, in groups of three
    r"|(?<!\d)(?:19|20)\d\d[-/ ][01]\d[-/ ][0-3]\d(?:[T ][0-2]\d[:h][0-5]\d)?)"  # a date
)
_PHONE_LINK = re.compile(r"(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/|tel:)\S+", re.I)
_EMAIL_IN_LINK = re.compile(r"[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}\b(?![.\d])", re.I)
"""No "/releases/tag/tool%40v0.1"."""
_NUMBER_IN_LINK = re.compile(
    r"[?&;#/](?:\w+[_-])?(?:tel|telephone|phone|phone_?(?:no|number)|mobile|cell|cellphone|whatsapp|msisdn|fax|id_?(?:no|number))[=:/]\+?\d(?:[\d ()-]{7,})"
    r"|(?<![\w.%-])(?:0|\+27|\+27 )[6-8]\d[ -]?\d{3}[ -]?\d{4}(?![\w.-])",
    re.I,
)
"""A number in the middle of a web address that is somebody's: behind what says so, or written as a mobile telephone's is."""
_SPOKEN_NUMBER = re.compile(rf"\b{_DIGIT}(?:[ ,-]{{1,2}}{_DIGIT}){{6,20}}\b", re.I)


def withhold_numbers(text: str) -> str:
    """Return ``text`` without e-mail addresses, telephone and identity numbers.

    Sums ("R1 000 000 000"), dates and the addresses of web pages are kept; a web address
    that is somebody's telephone number (wa.me/27…) is not.
    """
    text = _PHONE_LINK.sub(PHONE_WITHHELD, text)
    text = _EMAIL.sub(EMAIL_WITHHELD, text)
    text = _SPOKEN_EMAIL.sub(EMAIL_WITHHELD, text)
    text = _VEILED_EMAIL.sub(EMAIL_WITHHELD, text)
    if any(char.isdigit() for char in text):
        pieces = _KEEP.split(text)  # every second piece is one to keep
        text = "".join(
            piece if number % 2 else _withhold_digits(piece) for number, piece in enumerate(pieces)
        )
    return _SPOKEN_NUMBER.sub(PHONE_WITHHELD, text)


def addresses_and_identities(text: str) -> int:
    """Return how many e-mail addresses and identity numbers stand in ``text``, whatever became of telephone numbers."""
    return len(_EMAIL.findall(text)) + len(_IDENTITY.findall(text))


def _withhold_digits(text: str) -> str:
    text = _IDENTITY.sub(NUMBER_WITHHELD, text)
    matches = [(found.start, found.end) for found in phonenumbers.PhoneNumberMatcher(text, "ZA")]
    for start, end in reversed(matches):
        text = text[:start] + PHONE_WITHHELD + text[end:]
    return _LONG_NUMBER.sub(_withhold_long, text)


def _withhold_long(match: re.Match[str]) -> str:
    digits = sum(char.isdigit() for char in match[0])
    if digits == 13 and not match[0].startswith("+"):
        return NUMBER_WITHHELD
    return PHONE_WITHHELD if 9 <= digits <= 15 else match[0]


def link_without_numbers(link: str) -> str:
    """Return a web address, or what stands for it where it holds an e-mail address or a number."""
    safe = withhold_numbers(link)
    plain = unquote(link)  # "?mail=thandi%40growers.example"
    if safe == link and (_EMAIL_IN_LINK.search(plain) or _NUMBER_IN_LINK.search(plain)):
        return ADDRESS_IN_LINK
    return link if safe == link else PHONE_WITHHELD if _PHONE_LINK.fullmatch(link) else ADDRESS_IN_LINK
