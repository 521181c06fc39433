"""Text that every output can carry: no control, surrogate or invisible direction characters."""

from __future__ import annotations

import re

# What XML forbids, what changes the reading direction unseen, and soft hyphens and the like.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]"
)


def clean(text: str) -> tuple[str, int]:
    """Return ``text`` without characters that no paper can show, and how many there were.

    Idempotent: cleaning twice changes nothing more.
    """
    return _FORBIDDEN.subn("", text)
