"""Sentences that somebody begins twice: the first beginning is cut where it says nothing, and several of them cannot be mended.

"I think we were, we had a bad harvest" says what was meant without "we were". Where a thing is named and at once named
anew ("there's a shed, there's a cold store thing"), nobody can tell which holds.
"""

from __future__ import annotations

import re

from copaper.textclean import straight

_BE = r"(?:'s|'re|'m|'ve| is| are| was| were| am| has| have| had| do| does| did)"
_NOT = r"(?: (?:is|are|was|were|has|have|had|do|does|did)n't| (?:is|are|was|were|has|have|had|do|does|did|can|could) not| (?:ca|could|wo|would)n't| cannot)"
_ADVERBS = r"(?: (?:actually|ever|really|just|also|still|already|always|only|probably|basically)){0,3}"
_BEGUN = r"(?P<led>^|[,;] |\b(?:think|believe|guess|suppose) (?:that )?)"
_EMPTY = re.compile(rf"{_BEGUN}(?P<who>I|we|they|he|she|it){_BE}{_ADVERBS},\s+(?=(?P=who)(?:{_BE}|{_NOT}| [a-z]+)\b)", re.I)
"""A beginning without a verb that says something: "we were, we had". Behind "what" or "if" it may say all: "who they are, they"."""
_EMPTY_DENIED = re.compile(rf"{_BEGUN}(?P<who>I|we|they|he|she|it){_NOT}{_ADVERBS},\s+(?=(?P=who){_NOT})", re.I)
"""The same where both beginnings deny: else a denial would go with the first."""
_WHO, _HELPS = r"(?:I|we|you|they|he|she|it)", r"(?:'s|'re|'m|'ve|'ll|'d| is| are| was| were| am| has| have| had| do| does| did| can| could| will| would)"
_JOINED_ANEW = re.compile(rf"(?P<led>^|[ ,;])(?P<joint>if|when|because|while|unless|although) (?:(?:{_WHO}{_HELPS}?|the|an?)|{_WHO} {_WHO}{_HELPS}(?: \w+)?),? (?=(?P=joint)\b)", re.I)
"""A clause that is broken off before its verb says something, and begun anew with the same word: "if we are if the buyer comes"."""
_LEFT_FOR = re.compile(
    rf"^(?:(?:[\w']+,? ){{0,5}}(?:the|an?|my|our|your|their|of)|(?:(?:and|so|but|well|I (?:think|guess|mean)),? ){{0,2}}what (?:I|we|they|he|she|you)(?:{_BE}| [a-z]+){_ADVERBS})(?: ?[—–] ?| ?-- ?| - )"
    rf"(?!(?:I (?:think|guess|mean|believe|suppose)|you know) (?!(?:I|we|they|he|she|it|there|you|that)\b))(?=(?:I|we|they|he|she|it|there|you)(?:{_BE}|{_NOT}|'(?:ll|d)| [a-z]+)\b(?!.*(?:[—–]|--| - )))", re.I
)
"""A beginning that stops where no sentence can, left for one that says what was meant: "what we found – we did a review"."""
_NAMED_ANEW = re.compile(r"\bthere(?:'s| is| are| was| were) (?:an?|the|some|no) (?:[\w-]+ )?[\w-]+, there(?:'s| is| are| was| were)\b(?!.*, and\b)", re.I)
_THERE = re.compile(r"\bthere(?:'s| is| are| was| were)\b", re.I)
"""Two things, of which the second takes the first one's place; three, or an "and", make a list."""
_TAKEN_BACK = re.compile(r", (?:oh,? |no,? |I'm )?sorry\b(?! (?:to|for|that|about)\b)|\bsorry, ", re.I)
_HEADING = re.compile(r"^(?P<first>[A-Z][\w-]*[A-Z][\w-]*|[A-Z]{2,}) (?:[a-z][\w-]* ){1,3}(?=(?P=first) [a-z]+)")
"""A heading that is read out, and the sentence that begins with its name."""
_FUNCTION = re.compile(r"\b(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|does|do|did|and|or|but|that|which|who|when|if|because|so|not|to|the|an?|we|they|it)\b")
TWICE = 2
LEAST_LEFT = 6
"""Words of a sentence without the heading."""


def without_restarts(text: str) -> str:
    """Return ``text`` without beginnings that were broken off before they said anything; one with several is left as it is."""
    plain = straight(text)
    if left := _LEFT_FOR.match(plain):
        return text[left.end() :][:1].upper() + text[left.end() + 1 :]
    found = sorted((*_EMPTY.finditer(plain), *_EMPTY_DENIED.finditer(plain), *_JOINED_ANEW.finditer(plain)), key=lambda match: match.start())
    if len(found) != 1:
        return text
    begin, end = found[0].end("led"), found[0].end()
    rest = text[end:]
    return text[:begin] + (rest[:1].upper() + rest[1:] if not text[:begin].strip() else rest)


def is_begun_anew(text: str) -> bool:
    """Tell whether words hold a beginning that was broken off, or take something back: "sorry,"."""
    plain = straight(text)
    anew = _NAMED_ANEW.search(plain) is not None and len(_THERE.findall(plain)) == TWICE
    return anew or any(pattern.search(plain) for pattern in (_EMPTY, _EMPTY_DENIED, _TAKEN_BACK))


def without_heading(text: str) -> str:
    """Return a sentence without the heading in front of it that begins with the same name: "USWDS color tokens USWDS has ..."."""
    found = _HEADING.match(text)
    rest = text[found.end() :] if found else text
    return rest if found and len(rest.split()) >= LEAST_LEFT and not _FUNCTION.search(found[0]) else text
