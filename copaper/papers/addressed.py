"""Words to somebody without the name that they call: withheld it tells nobody whom they were to, and "[name withheld], do you" reads badly."""

from __future__ import annotations

import re

_NAME = r"\[(?:name|handle) withheld\](?: \[(?:name|handle) withheld\])?"
_SAYS = r"(?=(?:what|why|how|is|are|was|were|do|does|did|has|have|can|could|will|would|should|may|might|I|we|you|it|that|this|there|they|if|please|thank|thanks)\b)"
"""What is said to somebody whose name stands before it; "who came" is said of them."""
_OFFICE = r"(?:(?:madam|mr\.?|mister) )?(?:doctor|professor|prof|chair(?:man|woman|person)?|speaker|president)|sir|madam"
_LED_BY = r"^(\W*(?:(?:so|and|okay|ok|well|yes|no|yeah|thank you|thanks|but|now|sorry)\W+)*)"
_FIRST = re.compile(rf"{_LED_BY}(?:{_NAME}|{_OFFICE})\s*[,:–—-]\s*+{_SAYS}", re.I)
_FIRST_IN_QUESTION = re.compile(rf"{_LED_BY}{_NAME}\s*[,:–—-]\s*+" + r"(?!(?:who|whom|whose|which|and|or|from|of|the|an?|our|my|your|their|his|her)\b)", re.I)
"""The same in a question, where only what tells who somebody is may follow their name."""
_WITHIN = re.compile(rf"(?<=\w), {_NAME}, (?=(?:do|does|did|can|could|would|will|should|what|how|why|I|we|you|it|there|they)\b)")
_BEFORE_THAT = re.compile(rf"(?<=\w), {_NAME}, (?=that (?:the|an?|we|you|they|it|I|he|she|this|there|our|your|their|\w+s)\b)")
_LAST = re.compile(rf"(?<=\w), {_NAME}(?=\?$)")
"""Without a comma it may be spoken of: "the death of [name withheld]?"."""


_FROM_ME = re.compile(r"^\W*(?:(?:so|and|okay|well|then|just)\W+)*(?:(?:and )?(?:finally|lastly|firstly|(?:just )?(?:one|a|my) (?:final|last|further|quick|first) (?:question|point|one)),? )?(?:(?:in|on|for|within) (?:this|that) (?:section|part|area|point|topic|subject|theme),? )?from me(?: (?:in|on|for) (?:this|that) (?:section|part|area|point|topic|subject|theme))?\s*[,:–—-]\s*", re.I)
"""How somebody who asks says only that it is their turn: "finally in this section from me"."""


def unaddressed(words: str) -> str:
    """Return words without a withheld name that is called in them, and a question without whose turn it is."""
    first = _FIRST_IN_QUESTION if words.endswith("?") else _FIRST
    before, words = words, _FROM_ME.sub("", words) if words.endswith("?") else words
    said = _BEFORE_THAT.sub(" ", first.sub(lambda found: found[1], words))
    said = _LAST.sub("", _WITHIN.sub(", ", said)) if said.endswith("?") or _WITHIN.search(said) else said
    return said if said == before else said[:1].upper() + said[1:]
