"""Who else stands behind what somebody said: reactions and replies of agreement."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from copaper.records import Corroboration, Evidence, Session

_AGREES = re.compile(
    r"^\W*(?:\+\s?1|plus one|yes+|yebo|ja|agree[ds]?|(?:i|we) (?:fully |totally |absolutely |strongly )?agree|same here|same (?:problem|issue)|"
    r"exactly|absolutely|100 ?%|hundred percent|so true|very true|true|well said|spot on|hear hear|indeed|ditto|me too|us too|👍|👏|❤️|🙌|💯)(?!\w)",
    re.I,
)


def agrees(text: str) -> bool:
    """Tell whether a reply does little but agree."""
    return bool(_AGREES.match(text)) and len(text.split()) <= 12


def repliers(session: Session) -> Mapping[int, frozenset[str]]:
    """Return for each message those who answered it with agreement."""
    found: dict[int, set[str]] = defaultdict(set)
    for message in session.messages:
        if message.reply_to is not None and agrees(message.text):
            found[message.reply_to].add(message.participant)
    return {index: frozenset(people) for index, people in found.items()}


def corroboration(session: Session, evidence: Evidence, agreed: Mapping[int, frozenset[str]] | None = None) -> Corroboration:
    """Return how many people and organisations stand behind ``evidence``."""
    people = {evidence.participant}
    reactions = 0
    if evidence.where == "message":
        message = session.messages[evidence.index]
        agreed = repliers(session) if agreed is None else agreed
        people |= {reaction.participant for reaction in message.reactions} | agreed.get(evidence.index, frozenset())
        reactions = len(message.reactions)
    organisations = {person.organisation for person in session.participants if person.id in people and person.organisation}
    return Corroboration(people=len(people), organisations=len(organisations), reactions=reactions)
