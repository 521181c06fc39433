"""What only leads up to a question, or is put to somebody for a yes: it tells what whoever asks supposes, not what was found."""

from __future__ import annotations

import re

from copaper.analysis.answers import YES_OR_NO
from copaper.analysis.confirming import is_tag
from copaper.papers.evading import main_words
from copaper.records import Evidence, Session
from copaper.textclean import ends_as_question, sentences_in, straight

LEADS_UP = 120
"""Words behind a statement within which its speaker asks what it leads up to."""
LEFT = 12
"""Words that whoever asks says after the question, at most: who goes on answers it, or waits for nobody."""
SAME, SAME_OF_LONGER, COMMON = 0.8, 0.6, 3
"""Shares of the words of two questions, by how rare they are, that both have if they ask the same: of the shorter and of the longer; and how many words."""
REPLY = 200
"""Characters of the next turn that are read for a yes or no."""

_TELLS_APART = re.compile(r"\d+|\b(?:who|whom|whose|what|which|when|where|why|how|not|no|never|without|before|after|if|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|last|next|more|less|old|new)\b|n['’]t\b", re.I)
"""What tells questions apart in whose words there is no other difference."""
_CALLS = re.compile(r"\A(?>(?s:.*?)\bany(?:body|one|thing)?\b)(?s:.*)\b(?:questions?|comments?|thoughts?|add|else|objections?|concerns?|feedback)\b|\b(?:questions?|comments?|thoughts|right|okay|yes|no)\s*\?|\bmakes? sense\b|\b(?:see|hear) (?:me|my|the|this|that)\b", re.I)
"""How whoever has told something asks whether others have something to say to it: behind the first "any", which is looked for once."""
_OF_WHO_IS_ASKED = re.compile(
    r"\W*(?:(?:and|so|but|then|well|okay|ok|again|just|in other words|to be clear|at (?:this|the) (?:point|moment|stage)(?: in time)?|at present|currently|right now|overall)\W+)*(?:you(?:'re| are| were| have| had| do| did| don't| didn't| aren't| haven't| would| wouldn't| will| won't| can| can't| think| feel| believe| expect)\b|"
    r"(?:it's|it is|that's|that is|this is) your (?:view|understanding|position|belief|expectation)\b)",
    re.I,
)
"""How somebody says to another what that one thinks or does: "so you don't have any worries about the gate"."""


def leads_up_to_a_question(session: Session, said: Evidence) -> bool:
    """Tell whether spoken words lead up to a question that ends their turn."""
    if said.where != "turn":
        return False
    words, asked = 0, None
    for sentence in sentences_in(session.turns[said.index].text[said.end :]):
        if ends_as_question(sentence) and not (is_tag(sentence) or _CALLS.search(sentence)) and words <= LEADS_UP:
            asked = words + len(sentence.split())
        words += len(sentence.split())
    return asked is not None and words - asked <= LEFT and _next(session, said) != ""


def is_put_for_a_yes(session: Session, said: Evidence) -> bool:
    """Tell whether a turn ends with words on whoever speaks next, who says yes or no to them."""
    if said.where != "turn":
        return False
    text = straight(session.turns[said.index].text)
    last = not text[said.end :].strip() and _OF_WHO_IS_ASKED.match(text[said.start : said.end]) is not None
    return last and YES_OR_NO.match(_next(session, said)) is not None


def _next(session: Session, said: Evidence) -> str:
    """Return how the next turn begins, if it is somebody else's."""
    own = session.turns[said.index]
    following = session.turns[said.index + 1] if said.index + 1 < len(session.turns) else None
    return "" if following is None or following.participant == own.participant else straight(following.text[:REPLY])


def asks_the_same(one: str, other: str) -> bool:
    """Tell whether two questions ask the same: by how rare they are, nearly all words of the shorter stand in the longer, and most of its words there, and nothing tells them apart that is no such word."""
    first, second = main_words(one), main_words(other)
    shared = [weight for word, weight in first.items() if word in second]
    least, most = sorted((sum(first.values()), sum(second.values())))
    return _told_apart(one) == _told_apart(other) and len(shared) >= COMMON and sum(shared) >= max(SAME * least, SAME_OF_LONGER * most)


def _told_apart(question: str) -> set[str]:
    return {found.casefold().replace("’", "'") for found in _TELLS_APART.findall(question)}
