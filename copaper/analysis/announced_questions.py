"""Questions that somebody announces and then answers, as of a list that is often asked: "Our next question is: who pays for the seed?"."""

from __future__ import annotations

import re
from typing import NamedTuple

from copaper.analysis.units import Unit, is_content, lemma
from copaper.textclean import ends_as_question, straight

LEAST, MOST = 4, 11
"""Words of a question that names a topic."""
_ANNOUNCED = re.compile(
    r"^\W*(?:(?:okay|ok|so|and|then|now|right|all right|well) ?,? ?){0,3}"
    r"(?:(?P<called>(?:our|the|another) (?:(?:next|first|second|third|fourth|fifth|last|final|and|most|frequently|commonly|often|asked|common|big|main) ){0,4}question(?: up)?(?: today| for today)?(?: is| was)?|next up(?: is)?)"
    r"|first|firstly|next|finally|lastly)[:,]? +(?P<marked>[\"“'‘(]*)(?=\w)",
    re.I,
)
_ASKS = re.compile(r"^(?:who|what|when|where|why|how|which|do|does|did|can|could|should|shall|will|would|is|are|was|were|has|have|may|must)\b", re.I)
_POINTS = frozenset("you your yours yourself this that these those he him his she her they them their there here anyone anybody everyone everybody somebody someone us".split())
"""Words of a question that is put to somebody there, or on what was just said."""
_LISTED = frozenset("it its me my mine".split())
"""Further such words, which stand in a question of a list as somebody asked it."""


class AnnouncedQuestion(NamedTuple):
    """A short question with the lemmas of its words, and whether it is called a question of those to be answered."""

    text: str
    words: tuple[str, ...]
    is_called: bool


def announced_question(unit: Unit) -> AnnouncedQuestion | None:
    """Return the short question that a sentence announces, if it does."""
    text = straight(unit.text).rstrip()
    call = _ANNOUNCED.match(text)
    if call is None or not ends_as_question(text):
        return None
    said = text[call.end() :].rstrip("\"'”’) ?")
    words = re.findall(r"[\w'-]+", said.lower())
    own = tuple(lemma(token) for token in unit.tokens if token.idx - unit.span.start_char >= call.end() and is_content(token))
    pointing = _POINTS if call["called"] else _POINTS | _LISTED
    if not LEAST <= len(words) <= MOST or "?" in said or not _ASKS.match(said) or not pointing.isdisjoint(words) or not own:
        return None
    return AnnouncedQuestion(f"{said[:1].upper()}{said[1:]}?", own, call["called"] is not None)
