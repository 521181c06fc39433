"""Replies and reactions: whose words a message holds, and whose it only quotes.

    Replying to "first twenty charac..."      and, below a blank line, the answer
    Reacted to "first twenty charac..." with 👍      (also: Reacted to words with "👍")
    Removed a 👍 reaction from "first twenty charac..."

Quoted words may run over several lines, hold quotation marks, and be cut within a character.
"""

from __future__ import annotations

import re

_REPLYING, _REACTED = "Replying to", "Reacted to "
_START = 11
"""Characters of either."""
_MARKS = "\"“”„'"
_AROUND = _MARKS + " \t\n"
_LONGEST_EMOJI = 40
_END_OF_QUOTE = re.compile(r'["”][ \t]{0,9}\n')
_REMOVED_FROM = re.compile(r"Removed an? (\S{1,40}) reaction from ")


Said = tuple[str, str, str, bool]
"""What a message is: own text, quoted words of another, a reaction, whether it is taken back."""


def understand(text: str) -> Said | None:
    """Read ``text`` (without space around it) as a reply, or as a reaction given or taken back;
    return None for a statement."""
    start = text[:_START]
    if start == _REACTED:
        quoted, with_, emoji = text[_START:].rpartition(" with ")
        marked = quoted[:1] in _MARKS or text[-1] in _MARKS
        if with_ and marked and (emoji := emoji.strip(_AROUND)) and len(emoji) <= _LONGEST_EMOJI and "\n" not in emoji:
            return ("", _unquote(quoted), emoji, False)
    elif start == _REPLYING:
        quoted = text[_START + 1 :] if text[_START : _START + 1] == " " else ""
        if quoted and quoted[0] in _MARKS:
            if end := _END_OF_QUOTE.search(quoted, 1):
                return (quoted[end.end() :].strip(), _unquote(quoted[: end.start() + 1]), "", False)
            if quoted[-1] in _MARKS and len(quoted) > 1:
                return ("", _unquote(quoted), "", False)
    elif start.startswith("Removed a") and (found := _REMOVED_FROM.match(text)):
        return ("", _unquote(text[found.end() :]), found[1], True)
    return None


def _unquote(text: str) -> str:
    text = text.strip()
    if text[:1] in _MARKS:
        text = text[1:]
    if text[-1:] in _MARKS:
        text = text[:-1]
    return text
