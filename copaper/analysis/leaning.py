"""Words with which a sentence takes for known what only the one before it told: "for this reason", "a similar school".

Other faults of clarity are read from the parse (:mod:`copaper.analysis.clarity`). Here it is what a sentence says
that has no other end in it: similar to what, the same as what, which two.
"""

from __future__ import annotations

import re
from functools import lru_cache

from copaper.textclean import straight

_LEANS = re.compile(
    r"\b(?:for|because of|due to|given) (?:this|that|these|those) (?:very )?(?:reasons?|purposes?)\b|"
    r"\b(?:an?|the|any|some|another|in) (?:very |quite |fairly )?similar [a-z-]+\b(?!.*\b(?:to|as|than|between|across)\b)|"
    r"\bsomething similar\b(?! (?:to|as|for|in)\b)|"
    r"\b(?:in|of|for|at|from|with|do|does|did|have|has|had|face|faces|see|saw|use|uses|doing) the (?:very |exact )?same (?!(?:time|day|year|month|week|way|token|as|room|table|roof|page|person|people|or|and)\b)[a-z-]+\b(?!.*\b(?:as|that|who|which|we|they|with)\b)|"
    r"\bsuch (?!(?:as|that|things?|an?)\b)[a-z-]{3,}[a-rt-z]s\b(?! as\b)|\b(?:no|any) such (?!thing\b)[a-z-]{3,}\b(?! as\b)|"
    r"(?<!at )\b(?:this|that) (?:level|kind|type|sort|amount|degree|approach|method|part|stage|side|piece|aspect|area|point|issue|problem|question|reason|group|model|system|process|release|project|idea|case|field|data|information|number|figure)\b(?! (?:of (?:the |an? |our |their )?[a-z-]+ )?(?:that|which|who|we|they|I|you)\b)|"
    r"\b(?:these|those) (?:two|three|four|five|six|\d+)\b(?! (?:[a-z-]+ )?(?:that|which|who|we|they)\b)|"
    r"\b(?:the (?:first|second|third|fourth|latter|former) one|the other (?:one|ones|two)|another one|the others)\b(?! (?:is|was|which|that|who|where|of|we|they|I|you)\b)|"
    r"\b(?:the )?(?:previous|above|aforementioned|following) (?:one|ones|example|point|case|sentence|speaker)s?\b|"
    r"\b(?:only |just )?the (?:first|last|other) (?:two|three|four)(?=[.,;]|$| (?:is|are|was|were|I|we|you|they|would|should|can|could|will)\b)|"
    r"^[^,.;]{0,60}?\b(?:better|worse|higher|lower|stronger|bigger|smaller) still\b|"
    r"\bboth of (?:them|these|those)\b|\b(?:this|that) thing\b(?! (?:that|which|is|was|to|we|I|they|about|with|you)\b)|"
    r"^(?:\W|(?:and|so|but|now)\b)*the (?:problem|issue|bug|situation|difficulty) (?!(?:is|was|are|were|with|of|that|here|we|you|I|they|he|she|in|on|at|by|from|for|to|as|and|or|behind|around|about|between|when|where|who|which|lies|comes?|being|would be|has been|will be|remains?|seems?)\b)[a-z]+",
    re.I,
)
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:(?:option|solution|alternative|scenario|variant)s? (?:number )?(?:\d{1,2}|one|two|three|four|(?-i:[A-D]))|(?:approach(?:es)?|proposals?) (?:number )?(?:\d{1,2}|(?-i:[A-D])))\b(?! which\b|:| (?:is|was|would be|means) (?:to|that|where|when)\b)|"
    r"^(?:\W|(?:and|so|but)\b)*#?(?!(?:19|20)\d\d\b)\d{3,5} (?:is|was|are|allows?|requires?|has|adds?|does|would|will|can|should|could|needs?|makes?)\b",
    re.I,
)
"""What is called by its number in a list that only those have who were there."""
_SET_IN = re.compile(r"^(?:in|with|under) \w+ (?:\d{1,2}|one|two|three|four|[A-D]), ", re.I)
"""Before a clause that says what this is."""
_ELLIPTIC = re.compile(
    r"(?:\W*+(?:and|but|so|well|now)\W++)*+(?:(?!\b(?:and|but|or|who|if|when|while|because|although|than|as|what)\b)[^,;.?!])*?"
    r"\b(?:people|women|men|many|some|most|others|they|we|you) (?:don't|doesn't|didn't|haven't|hasn't|won't|can't|do not|does not|did not)(?=\s*(?:[,.;!]|$))",
    re.I,
)
"""What somebody does not do, where only the sentence before says what: "most people don't"."""
_SEVERAL = re.compile(r"\b(?:both|two|each|every|everybody|everyone|all|as|one|between|either|neither|same)\b|\band\b", re.I)
"""What "the same" or "the other one" may go back to within a sentence: "both read the same book"."""
_SAME = re.compile(r"\b(?:same|similar|other|others|former|latter|first|second|third|fourth|two|three|four|five|six)\b", re.I)


def leans_on_another(text: str) -> bool:
    """Tell whether the first sentence of ``text`` takes for known what none before it, nor its own beginning, has told."""
    return takes_up_another(text) or is_one_of_several(text)


def is_one_of_several(text: str) -> bool:
    """Tell whether words call something by its number in a list that only hearers have: "option 2"."""
    return _ONE_OF_SEVERAL.search(_SET_IN.sub("", straight(text))) is not None


@lru_cache(maxsize=4096)  # several steps ask the same of each sentence of a session
def takes_up_another(text: str) -> bool:
    """Tell the same of what the sentence right before it may tell."""
    plain = straight(text)
    small = plain.casefold()
    if ("n't" in small or " not" in small) and _ELLIPTIC.match(plain):  # the pattern tries much before it gives up
        return True
    for found in _LEANS.finditer(plain):
        before = plain[: found.start()]
        if re.search(r"[.!?] ", before):
            return False
        if _is_told(found[0], before):
            continue
        return True
    return False


def _is_told(leaning: str, before: str) -> bool:
    """Tell whether the words before tell what others lean on: the same noun, or several of which one can be meant."""
    noun = leaning.casefold().split()[-1]
    named = re.search(rf"\b{re.escape(noun.removesuffix('s'))}", before, re.I) is not None and len(noun) > 3
    return named or _SAME.search(leaning) is not None and _SEVERAL.search(before) is not None
