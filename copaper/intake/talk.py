"""Whether what a transcript holds is talk at all: a file may be well-formed and hold one word a thousand times, or bytes that are no text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

ENOUGH = 30
"""Words from which it shows that they say nothing: "no, no, no, yes" may be all of a vote."""
SAME, OTHERS = 0.6, 60
"""Share of one word, "inaudible", from which the others say nothing either, if there are no more different ones than these."""
MANY, FEW = 200, 12
"""Words that are no talk if there are but few different ones among them: one line, over and over. So many characters
show that they are no text."""
SIGNS = 0.2
"""Share of characters that are neither of a script nor punctuation, from which a text is none."""
LONG, LONG_SHARE = 40, 0.5
"""Letters of a run without a space that no word has, and share of the text that such runs hold, from which it is a code."""
_WORD = re.compile(r"\w+")
_RUN = re.compile(rf"[A-Za-z0-9+/=_-]{{{LONG},}}")
_PLAIN = re.compile(r"(?:https?://|www\.)\S+")


def why_no_talk(texts: Sequence[str]) -> str:
    """Return why the words of a transcript are no talk, or nothing if they may be."""
    whole = _PLAIN.sub(" ", " ".join(texts))
    dense = [char for char in whole if not char.isspace()]
    if len(dense) >= MANY and sum(unicodedata.category(char) in ("Cc", "Cn", "Co", "So", "Sk", "Sm") for char in dense) > SIGNS * len(dense):
        return "much of it is signs that no language is written with"
    if dense and sum(map(len, _RUN.findall(whole))) > LONG_SHARE * len(dense):
        return "most of it is a code, not words"
    words = Counter(_WORD.findall(whole.casefold()))
    total = words.total()
    if total >= ENOUGH and max(words.values()) >= SAME * total and len(words) <= OTHERS:
        return "nearly all of it is one word, again and again"
    if total >= MANY and len(words) <= FEW:
        return f"it has {total} words, and only {len(words)} different ones"
    return ""
