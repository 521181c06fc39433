"""What may stand where it is read first and alone: key messages, quotations, and with them brief and flyer.

Less is asked of a sentence in a list, where its topic and its neighbours help. Here a slip, a word that
points at the sentence before, or talk on the meeting itself costs more than a message less.
"""

from __future__ import annotations

import re

from copaper.analysis.asides import without_asides
from copaper.analysis.leaning import leans_on_another
from copaper.analysis.restarts import is_begun_anew
from copaper.analysis.scenes import is_scene
from copaper.analysis.statements import turns
from copaper.papers.wording import number
from copaper.privacy import NAME_WITHHELD, WITHHELD
from copaper.textclean import straight

ITEMS, SHORT_ITEM = 5, 3
"""Items of so few words, from which on a sentence is a list and says nothing of them."""
LEAST_LEFT = 7
"""Words of a message whose end names people that are withheld, at least."""

_BROKEN = re.compile(r"--|\b(?!(?:that|had|very|many|so|one|two)\b)([a-z][\w']*),? \1\b(?!-)|\b(\w{3,} \w{3,}) (?:an?|the) \2\b|\b(?:a|an|the|our|my|their) (?:a|an|the|our|my|their)\b|\b(?:(?:able|want|wants|need|needs|going|have|like) to|a|an|the|(?:will|can|could|would|should|to) be|some|our|my), (?=[a-z]+\b(?!,))", re.I)
"""A slip of the tongue, or a pause that speech recognition took for a comma: "able to, use"."""
_SECOND_BEGINS = re.compile(r"[a-z] (?:(?:So|And|But|Because|Then) [a-z]|(?:Also|However|Additionally|Therefore), [a-z])")
"""Where a second sentence begins within the first, as speech recognition heard it."""
_LEANS = re.compile(
    r"(?:\W*(?:and|so|but|now|well|okay)\b)*\W*(?:yeah|yes|yep|no(?=,)|then|however|in fact|similarly|likewise|conversely|(?:in|by) (?:contrast|comparison)|alternatively|relatedly|therefore|thus|hence|again|also|besides|instead|otherwise|still|anyway|in addition|furthermore|moreover|"
    r"(?:the|an|some|many) others?\b|one of (?:them|these|those)|the (?:first|second|third|next|last|final|former|latter|rest)\b|another|either|neither|(?:and |or )?then|if (?:so|not|you (?:notice|noticed|remember|look))|"
    r"(?:those|these|that|this|it|they|he|she|such|which|both)\b(?! who\b|(?:'s| is| was) (?:(?:then|now|hereby) )?(?:agreed|decided|resolved|settled)\b|(?:'s| is) [\w-]+ (?:that|to)\b| takes? )|to be clear|what this means|you know|you see|I mean|why|(?:how|what|who|where|when)(?: \w+)?,? (?:can|could|do|does|did|is|are|was|were|should|would|will) (?:we|you|they|it|people|users)|I(?:'m| am| was) (?:just |only |also )?saying|the \w+ here|as (?:I|we|you) (?:say|said|mentioned))\b",
    re.I,
)
_MEETING = re.compile(
    r"\b(?:(?:my|your|speakers?'?) queue|(?:nothing|nobody|no ?one|anything|anybody|anyone) (?:else |more )?(?:in|on) the queue\b|queue items?|overflow (?:item|topic|session)|(?:next|this|last|previous) slide|(?:re)?schedul\w+ (?:the|an?|this|that|it|our) (?:\w+ ){0,2}(?:item|topic|call|meeting|session|slot)|"
    r"(?:agenda|discussion|meeting) item|time ?box\w*|on (?:this|today's|the) (?:call|agenda)|(?:this|today's) (?:call|meeting|webinar|session)|next (?:call|meeting|webinar)|I(?:'ll| will) (?:talk|speak|say|come|get|go) (?:more )?(?:on|about|back|into|to)|come back (?:to (?:it|this|that)|tomorrow|on (?:mon|tues|wednes|thurs|fri)day)|point of order)\b",
    re.I,
)
_NOTE = re.compile(r"^(?!(?:We|I|They|It|You|He|She) |[^:]*\b(?:should|must|can|will|would|know|is|are|was|were|says?|said|means?)\b)[^.,:?!]{4,70}: [A-Z]")
"""A heading and what stands under it, as somebody reads it out."""
_THOSE = re.compile(r"\bthat (?:particular|kind|type|sort)\b|\b(?:those|these) (?!(?:who|that|which|of|with|in|we)\b)(?:(?:more|most|very|same|other) )?+[\w-]++(?! (?:who|that|which|of|in|with)\b)", re.I)
_UNSURE = re.compile(r"\bI (?:do(?:n't| not) know|guess|suppose|have no idea)\b|\bI(?:'m| am) not sure\b|\b(?:we|you|they) (?:could|might|may) be (?:thinking|talking)\b|\byou(?:'ve| have)(?: got)? (?:an?|the|these|those)\b|\bbut I(?:'d)? (?:want|would|like|wish)\b", re.I)
_BY_SEX_OR_AGE = re.compile(r"^(?:(?:the|our|my|most|many|some|all|these|those|only) ){0,2}(?:young(?:er)? |old(?:er)? |elderly )?(?:men|women|girls|boys|males|females|youngsters|youth|young people|old people|elderly)\b", re.I)
_SETTING = re.compile(r"\b(?:in|at|from|of|on|for) (?:(?:the|our|an?|this|my|their) (?!(?:first|second|third|last|next|end|past|same|year|month|week|day|morning|evening|beginning)\b)[a-z]{3,}|(?-i:[A-Z])\w+)", re.I)
_BEFORE_NAME = re.compile(r"(?:[,;]|\s[–—])\s+(?:(?:and|but|so|which|who|with|while)\b)?[^,;–—]*$")
"""Where the clause begins that a withheld name stands in."""
_LIMITS = frozenset("which without or only".split())
"""Beside what :func:`~copaper.analysis.statements.turns`, words with which a clause takes back what stands before it."""


def reads_well(text: str) -> bool:
    """Tell whether words can be read first and alone: said without a slip, leaning on no other sentence, not on the
    meeting itself, no bare list or heading, and no scene without what came of it."""
    plain = straight(text)
    lost = is_broken(plain) or leans_on_another(plain) or without_asides(plain) != plain or _LEANS.match(plain) or _MEETING.search(plain) or _NOTE.match(plain)
    return not (lost or _is_list(plain) or is_scene(plain))


def is_broken(text: str) -> bool:
    """Tell whether words hold a slip of the tongue, or a sentence that begins within another."""
    plain = straight(text)
    return _BROKEN.search(plain) is not None or _SECOND_BEGINS.search(plain) is not None or is_begun_anew(plain)


def may_lead(message: str) -> bool:
    """Tell whether a statement :func:`reads_well` and can be a key message: nobody withheld, of nothing that only those
    who were there can tell, and of no sex or age without saying where."""
    plain = straight(message)
    unnamed = "?" in plain or _THOSE.search(plain) or _UNSURE.search(plain) or WITHHELD.search(plain)
    return reads_well(message) and not unnamed and not (_BY_SEX_OR_AGE.match(plain) and not _SETTING.search(plain))


def names_what_it_means(text: str) -> bool:
    """Tell whether words point at nothing with "those" or "these" that they do not name."""
    return _THOSE.search(straight(text)) is None


_TOGETHER = re.compile(rf"(?<!\b[Bb]oth ){re.escape(NAME_WITHHELD)}(?:(?:, and |, | and ){re.escape(NAME_WITHHELD)})+")
TOGETHER = re.compile(r"\[\d+ people\]")
"""What stands for several whose names are withheld."""


def together(text: str) -> str:
    """Return words in which several people whose names are withheld, and who do something together, are told as so many:
    who reads it misses nothing."""
    return _TOGETHER.sub(lambda names: f"[{number(names[0].count(NAME_WITHHELD))} people]", text)


def without_names(message: str) -> str:
    """Return a statement up to the clause in which a name is withheld, with three dots; as it is where it has none, or
    where too little would be left."""
    message = together(message)
    found = WITHHELD.search(message)
    if found is None:
        return message
    clause = _BEFORE_NAME.search(message, 0, found.start())
    # What the clause takes back or limits is not true without it.
    words = clause[0].strip(" ,;–—").split()[:2] if clause else []
    turned = turns(words) or not _LIMITS.isdisjoint(words[:1])
    kept = message[: clause.start()] if clause and not turned else ""
    return f"{kept} …" if len(kept.split()) >= LEAST_LEFT else message


def _is_list(text: str) -> bool:
    """Tell whether a sentence mostly counts things off: behind a colon, or in short items."""
    behind = text.partition(":")[2]
    items = [item.split() for item in re.split(r",|;| and | or ", text.rstrip(".!"))]
    return behind.count(",") >= 3 or sum(0 < len(item) <= SHORT_ITEM for item in items) >= ITEMS
