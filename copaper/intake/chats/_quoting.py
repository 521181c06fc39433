"""Replies and reactions: whose words a message holds, and whose it only quotes.

    Replying to "first twenty charac..."      and, below a blank line, the answer
    Reacted to "first twenty charac..." with 👍      (also: Reacted to words with "👍")
    Removed a 👍 reaction from "first twenty charac..."

Quoted words may run over several lines, hold quotation marks, and be cut within a character.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_REPLY, _REACTED, _REMOVED = "Replying to ", "Reacted to ", "Removed a"
_MARKS = "\"“”„'"
_LONGEST_EMOJI = 40
_END_OF_QUOTE = re.compile(r'["”][ \t]{0,9}\n')
_REMOVED_FROM = re.compile(r"Removed an? (\S{1,40}) reaction from ")


class Said(NamedTuple):
    """What a message is: own ``text``, or a ``reaction``; with the ``quoted`` words of another."""

    text: str
    quoted: str = ""
    reaction: str = ""
    removes: bool = False


def understand(text: str) -> Said:
    """Tell a statement from a reply and from a reaction given or taken back."""
    if not text.startswith("R"):
        return Said(text)
    if text.startswith(_REACTED):
        quoted, with_, emoji = text[len(_REACTED) :].rpartition(" with ")
        emoji = emoji.strip().strip(_MARKS).strip()
        marked = quoted[:1] in _MARKS or text.rstrip()[-1:] in _MARKS
        if with_ and marked and emoji and len(emoji) <= _LONGEST_EMOJI and "\n" not in emoji:
            return Said("", _unquote(quoted), emoji)
    elif text.startswith(_REPLY) and text[len(_REPLY) : len(_REPLY) + 1] in _MARKS:
        body = text[len(_REPLY) :]
        if end := _END_OF_QUOTE.search(body, 1):
            return Said(body[end.end() :].strip(), _unquote(body[: end.start() + 1]))
        if body.rstrip()[-1:] in _MARKS and len(body.rstrip()) > 1:
            return Said("", _unquote(body))
    elif text.startswith(_REMOVED) and (found := _REMOVED_FROM.match(text)):
        return Said("", _unquote(text[found.end() :]), found[1], True)
    return Said(text)


def _unquote(text: str) -> str:
    text = text.strip()
    if text[:1] in _MARKS:
        text = text[1:]
    if text[-1:] in _MARKS:
        text = text[:-1]
    return text
