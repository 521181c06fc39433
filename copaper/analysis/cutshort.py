"""Pieces that look like sentences: cut off by a false full stop of the transcript, or the second half of what was begun before.

"We do not want to lose the keys. And change the locks again." – the second half says the opposite of what was meant. The
parser takes either for a sentence, so what stands beside it is looked at.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from copaper.analysis.units import Unit, told_once
from copaper.textclean import straight

_GOES_ON = re.compile(
    r"(?:which|who|whose|whom|than|whether|until|unless|of|as well(?: as)?|(?:by|while|without) \w+ing)\b|that (?!(?:is|was|would|will|could|can|should|might|may|must|do|does|did|has|had|one|means?|makes?|made|said|way|time|part|goes|comes|sounds?|seems?|depends?|works?)(?:n't)?\b|\w+ (?:is|was)\b)[a-z]|to (?!(?:me|us|be (?:honest|clear|fair)|summari[sz]e|conclude|answer|add)\b)[a-z]|"
    r"(?:on|in|at|for|from|with|by|into) (?:[\w'-]+ ){0,4}[\w'-]+[.!]|"
    r"(?:when|where) (?![^.?!]*, (?:then )?(?:I|we|you|they|he|she|it|there|the|that|this|our|your|their|an?)\b)"
)
"""How a sentence goes on that a full stop has cut: small, and with what no sentence of its own begins with."""
_UNFINISHED = re.compile(
    r"\b(?:and|but|or),? (?:even (?:if|though)|although|though|whereas)\b[^,;:.?!]*\.$|, (?:end|and|or|but|so)\.$|"
    r"\b(?:I|we|they) (?:believe|think|know|expect|hope|assume) from\b(?!.*\b(?:that|is|are)\b)[^,;:?!]*\.$|"
    r"(?:^|[.!?] )(?:(?:and|so|but|now)\b[\s,]*)*(?!as\b)(?:\w+ ){1,3}(?:is|are|was|were) (?:signall?ing|saying|claiming|arguing|suggesting|indicating|telling (?:us|you|them|people))\.(?= [A-Z]|$)", re.I
)
"""Where words end before what they lead to: "and even if it rains."."""
_JOINTS = frozenset(("and", "or", "nor"))
_BIDS = frozenset("please just don't do never always let make remember keep".split())
"""First words of what somebody is told to do, whatever stands before it."""


@told_once
def is_piece(unit: Unit) -> bool:
    """Tell whether a unit is no more than part of a sentence, though it begins and ends like one."""
    return _is_cut_short(unit) or _is_second_half(unit)


def _is_cut_short(unit: Unit) -> bool:
    text = straight(unit.text).rstrip()
    if not text.endswith((".", "!")):
        return False
    return _UNFINISHED.search(text) is not None or unit.where == "turn" and _GOES_ON.match(straight(_behind(unit))) is not None


def _behind(unit: Unit) -> str:
    """Return the first words behind a unit in its turn."""
    return "".join(token.text_with_ws for token in unit.span.doc[unit.span.end : unit.span.end + 20]).lstrip()


def _is_second_half(unit: Unit) -> bool:
    """Tell whether "and" and a bare verb go on from what somebody does or does not want: nothing that they tell others to do."""
    words = [token for token in unit.tokens if not (token.is_punct or token.is_space)][:3]
    if len(words) < 3 or words[0].lower_ not in _JOINTS or not unit.span.start:
        return False
    verb = next((word for word in words[1:] if word.pos_ != "ADV"), words[1])
    if verb.tag_ not in ("VB", "VBP") or verb.lower_ in _BIDS or verb.dep_ != "ROOT" or _has_subject(verb):
        return False
    before = unit.span.doc[unit.span.start - 1].sent.root
    return before.pos_ in ("VERB", "AUX") and _has_subject(before)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for child in verb.children)
