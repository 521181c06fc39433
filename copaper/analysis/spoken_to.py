"""What stands around a name where somebody is spoken to by it, or is said to hold an office."""

from __future__ import annotations

import re

from copaper.textclean import straight

CALLED = re.compile(r"(?:\b(?:thanks|thank you|hi|hello|hey|dear|over to|handing to|call on|welcome|thanks to|chat(?:ting|ted)? with|sp(?:eak|oke) (?:to|with)|contacted by|raised by|written by|presented by|colleagues?|boss|mentor|wife|husband|son|daughter|named|my name is|by name)(?: so much| very much)?[,:]? +)$", re.I)  # fmt: skip
"""What a name stands behind by which somebody is greeted, thanked or handed over to."""
ANSWERS = re.compile(r",? +(?:go ahead|you(?:['’]re| are) (?:next|up|on|muted)|can you\b|could you\b|would you\b|will you\b|do you\b|if you\b|has (?:his|her|their|your) hand)")
"""What stands behind the name of whoever is asked to speak."""
OFFICE = r"(?:\w+ ){0,3}?(?:registrar|director|manager|minister|secretary|chair\w*|president|head|dean|principal|professor|coordinator|officer|founder|co-?founder|ceo|cto|cfo|owner|lead|leader|mayor|commissioner|mentor|adviser|advisor|consultant)"
HOLDS = re.compile(rf",? +(?:(?:who|he|she)(?:['’]s| is| was) |is |was )?(?:(?:the|our|a|an|my|their) )?{OFFICE}\b", re.I)
"""What stands behind the name of whoever holds an office."""
_SPOKEN_TO = re.compile(
    r"(?:,| ?[–—-]) ?(?:I(?:'m| am) sorry\b|I(?:'ll|'d|'ve|'m)?(?! \w+,)(?! \w+ \w+,)(?! \w+ \w+ \w+,)\b|(?:let me|let's|please|thanks?|thank you|go ahead|over to you|any (?:thoughts|comments|questions|last)|it(?:'s| is) your (?:turn|question))\b"
    r"|(?:(?:what|how|where|when|why) )?(?:can|could|would|will|do|did|don't|are|were|have|had|should|may|might|shall) (?:you|we)\b|(?:what|how) about you\b|what(?:'s| is) (?:your|the)\b|(?:is|was) (?:your|that|it|this|there)\b|why don't\b|when you\b|don't (?:go|forget|worry)\b"
    r"|you(?:'re| are|'ve| have|'d| had| can| could| said| mentioned| asked| wanted| raised)\b)"
)
"""How somebody goes on who has said a name to whoever is spoken to; no aside, as in "India, I think, has"."""
_HIGH = r"(?:minister|secretary(?: general)?|premier|mayor|commissioner|chancellor|governor|ambassador|senator|treasurer|counsel general|chief executive|chief whip|registrar|president|dean|principal|chair(?:man|woman|person)?|director(?:[- ]general)?)"
_IS_IN_OFFICE = re.compile(rf"(?:\b{_HIGH}(?: (?:for|of|to) [^.;:?!()]{{1,80}})?|\b(?:the|our|my|their|your) (?:\w+ ){{0,2}}{OFFICE})(?:, | \()$", re.I)
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:\n“\"(])\s*(?:(?:so|okay|ok|and|but|now|well|yes|no|yeah|thanks|right|alright|great)\b,? ){0,2}$", re.I)


def is_spoken_to(before: str, after: str) -> bool:
    """Tell whether a word between two pieces of text begins a sentence that is said to somebody: "Mark, I will follow up", and not "India, I think"."""
    return _SENTENCE_BEGINS.search(before) is not None and _SPOKEN_TO.match(straight(after)) is not None


def is_in_office(before: str, after: str) -> bool:
    """Tell whether words between two pieces of text stand behind an office and end there, as the name of whoever holds it
    does: "the Minister for the Economy, Ken Skates, has". Of whom a shop or school has a director, its own name may stand there."""
    return after[:1] in (",", ".", ";", ":", "?", "!", ")", "") and _IS_IN_OFFICE.search(before) is not None
