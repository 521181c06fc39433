"""What a chair closes by name: "Anything else on the seed bank?" tells what was spoken of until then, whether or not somebody announced it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from copaper.analysis.announcing import LONGEST, OFTEN, SPEAKS, START, Announcement, phrase_at, spoken, words_of
from copaper.analysis.moving_on import LASTS
from copaper.analysis.units import Unit
from copaper.textclean import straight

_ASKED_FOR = r"(?:questions?|comments?|thoughts?|points?|remarks?|updates?|discussion|feedback|concerns?|views?)"
_CLOSES = re.compile(
    rf"(?:{START}|[,;] )(?:(?:before|unless|if)\b[^,?]{{0,40}},? )?(?:(?:is|are) there |(?:do|does|did) (?:we|you|anybody|anyone|folks|people) (?:still )?have |have (?:we|you) got |has anybody got |we have )?"
    rf"(?:anything (?:else|more|further)|any (?:other|more|further|final|last|remaining|additional) {_ASKED_FOR}(?:(?:,| or| and|, or) {_ASKED_FOR}){{0,2}})"
    r"(?: (?:we|you|anybody|anyone|people)(?: (?:should|would|want|wants|need|like|have))*)?(?: to (?:add|say|discuss|raise|cover|mention|share|bring up|talk))?(?: (?:else|more|further))? (?:on|about|regarding|around|concerning)\b",
    re.I,
)
"""How it is asked whether a matter is at its end."""


def closed(units: Sequence[Unit], told: Sequence[Announcement], names: frozenset[str]) -> Iterator[Announcement]:
    """Yield what is closed in spoken ``units`` that was not ``told`` (in time) to begin, where it begins to be spoken of; ``names`` are
    folded words of people's names."""
    since = 0
    for place, unit in enumerate(units):
        if unit.words > LONGEST or (call := _CLOSES.search(straight(unit.text))) is None:
            continue
        before = [one for one in told if since <= one.place < place and one.name]
        first = max([since, *(one.place + 1 for one in before)])
        phrase = list(takewhile(lambda token: token.lower_ != "or", phrase_at(unit, call.end(), names)))
        words = words_of(phrase)
        if words and not (before and not set(words).isdisjoint(before[-1].words)) and spoken(words, units[first:place], OFTEN) >= SPEAKS:
            begin = next(at for at in range(first, place) if not set(words).isdisjoint(units[at].lemmas))
            if sum(one.words for one in units[begin:place]) >= LASTS:
                yield Announcement(begin, "closed", "".join(token.text_with_ws for token in phrase).strip(), words)
        since = place + 1
