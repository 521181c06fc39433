"""Asides that tie a sentence to the ones before it, or only say how it is said: "however", "as I said", "just to be explicit".

In print nothing stands before the sentence that "however" could turn against. An aside goes only where commas, or the
sentence's beginning, set it off, and only where it is sure which of them go with it.
"""

from __future__ import annotations

import re

WITHIN = 10
"""Words from a sentence's beginning within which an aside is looked for: further on it belongs to what was said just before."""
LEAST_LEFT = 5
"""Words that a sentence without its aside has to have."""

_ASIDE = (
    r"(?:though|however|again|still|anyway|in other words|I mean|mind you|(?:as|like) I(?:'ve| have|’ve)? (?:just |also |already )?(?:said|mentioned|say)(?: (?:before|earlier|already))?|"
    r"if I (?:can |could |may |might )?(?:just )?give (?:you |everybody |everyone )?(?:an?|one|another) (?:\w+ )?example|(?:just )?to give (?:you )?(?:an?|one|another) (?:\w+ )?example|(?:just )?to be (?:very |quite |absolutely |totally )?(?:explicit|clear|honest|fair|frank|precise|specific))"
)
_IN_FRONT = re.compile(rf"^(?!though\b|still\b){_ASIDE}\s*,\s*(?=\w)", re.I)
"""At the beginning a bare "though" would be a conjunction."""
_INSIDE = re.compile(rf"(?P<before>.*?\w)(?P<comma>,?)\s+(?P<aside>{_ASIDE}),\s+(?=\w)", re.I)
_NEEDS_NO_COMMA = frozenset("however".split())
"""What is an aside even where speech recognition set a comma behind it only: "we did however, add"."""
_AUXILIARY = (
    r"(?:is|are|was|were|be|been|am|has|have|had|do|does|did|can|could|will|would|shall|should|may|might|must|cannot|\w+n['’]t|\w+['’](?:re|ve|ll|m|d))"
)
_VERB = re.compile(rf"(?:{_AUXILIARY}|not|never|needs?|wants?|makes?|means?|said|says|\w{{2,}}ed)\b", re.I)
"""How a sentence goes on whose subject was said before the aside."""
_HALF = re.compile(rf"(?:^|\s)(?:I|we|you|they|he|she|it|to|{_AUXILIARY})$", re.I)
"""How a sentence stops that goes on in the same breath behind the aside: "we", "we did", "need to"."""
_SUBJECT = re.compile(r"^(?:the|an?|our|my|your|their|its|his|her|this|that|these|those|some|many|most|all|every|each|no|one|two|three)(?: [\w'’-]+){1,3}$", re.I)
_FRAME = re.compile(r"^(?:in|on|at|for|from|with|without|under|after|before|during|since|until|by|over|across|through|of|as|if|when|where|while|today|now|currently|here|there|sometimes|usually|generally|unfortunately|sadly)\b", re.I)
"""How a sentence begins that leads in before its subject: "in general"."""
_STRAY = re.compile(r"^(?:in|on|at|for|of|so|and|but|to|with|the|an?|as)$", re.I)
"""What is left of a beginning that was broken off: "so on"."""


def without_asides(text: str) -> str:
    """Return a sentence without the asides among its first words; as it is where the rest would be short, or where it is not sure
    that it reads on."""
    front = _IN_FRONT.sub("", text)
    kept = front if len(front.split()) >= LEAST_LEFT else text
    found = _INSIDE.match(kept)
    if found is None or len(found["before"].split()) >= WITHIN or not (found["comma"] or found["aside"].casefold() in _NEEDS_NO_COMMA):
        return kept
    before, after = found["before"], kept[found.end() :]
    joint = _joint(before, after)
    joined = "" if joint is None else f"{before}{joint}{after}" if joint else after
    return joined if len(joined.split()) >= LEAST_LEFT else kept


def _joint(before: str, after: str) -> str | None:
    """Return what stands between the words before and after an aside: a blank, a comma, nothing where the words before are not worth
    keeping, None where it is not sure."""
    if _STRAY.match(before):
        return ""
    if "," in before:
        return None
    if _HALF.search(before):
        return " "
    if _FRAME.match(before):
        return ", "
    return " " if _SUBJECT.match(before) and _VERB.match(after) else None
