"""Sentences that say what a thing is or is for: "top tasks are the things that matter most to your users", "the point of the levy is to pay for training"."""

from __future__ import annotations

import re

from copaper.textclean import straight

_START = r"\W*+(?:(?:so|and|well|now|then|okay|basically|essentially)\b\W++)*+"
_WHAT = r"(?P<what>(?!(?:this|that|these|those|it|there|here|he|she|they|we|you|I|what|which|who|one|another|so|and|well|now|then|okay|basically|essentially|but|because|when|if|sometimes|while|as|everything|something|my|your|his|her)\b)\w[\w'-]*+(?: (?!(?:is|are|was|were|that|which|who)\b)\w[\w'-]*+){0,5})"
_EXACTLY = r"(?: (?:basically|essentially|really|simply|just|actually|by definition|always))*"
_OPINION = r"(?:(?:\w+ly|very|quite) )*+(?:good|bad|great|nice|big|huge|large|small|real|key|major|main|hard|tough|strong|serious|important|interesting|bit|little|lot|few|must|no-brainer|problem|challenge|question|matter|pity|shame|risk|pleasure|concern|issue|worry|reason|mess|mistake|success|failure|priority|fact|example)\b"
_REMARK = r"(?!(?:the|our|one|an?|another) (?:[\w'-]++ ){0,2}?(?:troubles?|problems?|questions?|reasons?|things?|difficult(?:y|ies)|challenges?|concerns?|answers?|issues?)\b|(?:the|our) [\w'-]++ (?:of|with|on|about|for|to|in) )"
"""What begins a remark on a thing, which does not say what it is: "the trouble with the levy is when it rains"."""
_IS = re.compile(
    rf"{_START}{_REMARK}{_WHAT} (?:is|are|means?|refers? to|stands? for){_EXACTLY} (?:an? (?!{_OPINION})|the (?:things?|ones?|ways?|process|places?|people|person|name|part|tools?|method|document|money|body|group|office|amount|share|time)\b|when\b|where\b(?! we are)|things\b|people\b|what\b)",
    re.I,
)
_IS_FOR = re.compile(rf"{_START}(?:the|our) (?:(?:whole|main|basic|general|core|overall|original) )?(?:idea|motivation|purpose|goal|aim|point|intention|thinking)s? (?:of|behind|for|with) {_WHAT} (?:is|are|was|were)\b", re.I)
_DOES = re.compile(
    rf"{_START}(?P<what>(?:the|our) (?:\w[\w'-]*+ ){{1,5}}(?:proposal|programme|program|project|initiative|scheme|fund|grant|policy|act|bill|tool|method|approach|model|service|course|levy)) "
    r"(?:adds?|gives?|helps?|allows?|lets?|provides?|introduces?|proposes?|covers?|brings?|offers?|supports?|pays?|(?:is|was) (?:meant|designed|there|intended|set up) (?:to|for))\b",
    re.I,
)


def defined(text: str) -> str:
    """Return of what a sentence says what it is, or what it is for; or nothing."""
    said = straight(text)
    found = next((match for pattern in (_IS_FOR, _DOES, _IS) if (match := pattern.match(said))), None)
    return found["what"] if found else ""
