"""How much a sentence tells by its shape: amounts and what they came to, a contrast, a denial, an announcement, the point of it all.

Readers like long sentences of a sure kind. A meeting's news is often short and of no kind: how many applied and how
many got it, what is done no longer, what is not going to happen, what is open from today on. The shapes know no
vocabulary of a field.
"""

from __future__ import annotations

import re

from copaper.analysis.outright import is_gist
from copaper.textclean import straight

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_AMOUNT = re.compile(rf"(?<![\w.-])(?:\d+(?:[.,]\d+)*(?:%| per ?cent| ?percent)?|(?:(?:{_TENS})(?:[- ](?:one|{_ONES}))?|{_ONES})|half|hundreds?|thousands?|millions?|none)(?=[%.,;]| ?per ?cent| (?!(?:times|minus|plus|by|and|or|to|is|in)\b)[a-z])", re.I)
_LABEL = re.compile(r"\b(?:options?|stages?|steps?|slides?|items?|solutions?|versions?|numbers?|phases?|grades?|levels?|chapters?|proposals?|issues?|pages?|articles?|sections?|parts?|questions?|points?|strategy|standing orders?) (?:number )?(?:\d[\d.]*|one|two|three|four|five)\b", re.I)
"""A number that something goes by, not an amount."""
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_CONTRAST = re.compile(
    r"(?:\bnot\b|n't\b)[^.;?!]*?(?:,|\bbut\b|;) ?(?:but|it(?:'s| is)|(?:he|she|they|we|you|(?:the|an?|our|their) \w+) (?:is|are|was|were))\b|\b(?:any ?more|no longer)\b|,? but not\b|\b(?:more|less|fewer|better|cheaper|faster|costs more) than no\b",
    re.I,
)
_DENIES = re.compile(
    r"\b(?:(?:is|are|was|were|will|do|does|did|can|could|shall|has|have) not|(?:is|are|was|were|does|did|do|could|has|have|wo|ca)n't|cannot|never)\b(?! (?:sure|know|think|want|remember|mean|heard|been able to hear|see (?:it|my|your)|be)\b)", re.I
)
_ANNOUNCES = re.compile(r"\b(?:starting|(?:as|beginning)(?: of| from)?|from) (?:today|tomorrow|now on|next (?:week|month|year|quarter))\b|\b(?:is|are) (?:now )?(?:open|closed|available) (?:for|to|from|until)\b|\b(?:has|have) (?:now |just |today )?been (?:launched|published|opened|closed|approved|accepted|postponed|cancelled|merged|released)\b", re.I)
_OWN_MIND = re.compile(r"\W*(?:(?:and|so|but|well|because|yeah|yes|no|oh|okay|also|then)\W+)*I(?:'d|'m just)?(?: would| just| also| really| always| actually)* (?:thought|think|guess|said|say|mean|feel|felt|believe|wonder|don't|do not|didn't|did not|can't|cannot|haven't|have not|won't|will not)\b", re.I)
"""How somebody begins who says what they think or did not do: nothing is denied by it."""
_POINTS = re.compile(r"\b(?:this|that|the \w+) ones?\b|^\W*(?:[\w'-]+ ){2,4}(?:it|them|him|her)\b|\b(?:slides?|screen|bullets?)\b", re.I)
"""What only the sentence before tells of: "this one", "the client takes it along"."""


def shapes(text: str) -> int:
    """Return how many shapes of news a sentence has, 0 to 4: several amounts, a contrast, an announcement, the point of it all."""
    said = straight(text)
    if said.rstrip().endswith("?") or _POINTS.search(said):
        return 0
    return (len(amounts_in(said)) > 1) + (_CONTRAST.search(said) is not None) + (_ANNOUNCES.search(said) is not None) + is_gist(said)


def amounts_in(text: str) -> frozenset[str]:
    """Return the amounts that a text tells: no years, and no numbers that something goes by."""
    return frozenset(found.casefold() for found in _AMOUNT.findall(_LABEL.sub(" ", straight(text))) if not _YEAR.match(found))


def is_news(text: str) -> bool:
    """Tell whether a sentence has a shape of news, or denies something of the matter."""
    said = straight(text)
    denies = not _OWN_MIND.match(said) and not _POINTS.search(said) and not said.rstrip().endswith("?") and _DENIES.search(said) is not None
    return denies or shapes(text) > 0
