"""Which passages of the talk a paper, its annexes or its table of findings may print: in these names are looked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from copaper.analysis.units import is_marked
from copaper.records import Evidence, Finding, Kind, Session, Theme

_LED_UP, _GOES_ON, _STORY = 300, 700, 2_000
"""Characters before and behind what was found that are looked at, and behind a story or practice: a paper may quote the sentences beside it."""
_LED_IN = 1_500
"""Characters before and behind what answers a question: a paper may print a reply from what leads it in to the end of its turn, 140 words of it."""
_CAME_OF_IT = 120.0
"""Seconds after a practice within which a paper looks for what came of it."""


def looked_through(session: Session, themes: Sequence[Theme], found: Sequence[Finding], announced: Sequence[Evidence] = ()) -> list[str]:
    """Return the passages that a paper, its annexes or its table of findings may print."""
    if not is_marked(session):  # an outline quotes what it finds itself
        return list(dict.fromkeys(item.text for item in (*session.turns, *session.messages)))
    # Of what is told or replied a paper may quote the sentences beside it as well, and a message whole.
    told = [e for theme in themes for e in theme.summary] + [finding.evidence[0] for finding in found]
    every = [e for theme in themes for e in (*theme.accounts, *theme.views, *(view.reply for view in theme.views if view.reply), *(one.asked for one in theme.accounts if one.asked), *(part for reply in theme.replies for part in (reply.to, reply.by)), *(part for ending in theme.endings for part in (ending.said, ending.reply) if part))]
    every += [e for finding in found for e in (*finding.evidence[1:], *finding.around, *finding.lead, *finding.more, *finding.disputed, *finding.settled)]
    reach: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for said in told:
        reach[said.where, said.index].append((said.start - _LED_UP, said.end + _GOES_ON))
    for said in (answer for finding in found for answer in finding.answers):
        reach[said.where, said.index].append((said.start - _LED_IN, said.end + _LED_IN))
    for said in (*every, *announced):
        reach[said.where, said.index].append((said.start, said.end))
    for finding in found:
        own = finding.evidence[0]
        if own.where == "turn" and finding.kind in (Kind.STORY, Kind.PRACTICE):  # a paper goes on to its point, or to what came of it
            reach[own.where, own.index].append((own.start - _LED_UP, own.end + _STORY))
            for later in range(own.index + 1, len(session.turns)):
                turn = session.turns[later]
                if turn.start > own.time + _CAME_OF_IT:
                    break
                if turn.participant == own.participant:
                    reach["turn", later].append((0, _STORY))
    return list(dict.fromkeys(text for (where, index), parts in reach.items() for text in _joined(session, where, index, parts)))


def _joined(session: Session, where: str, index: int, parts: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield what of a turn lies within ``parts``, those that touch as one, cut between words; a message whole."""
    if where == "message":
        yield session.messages[index].text
        return
    text = session.turns[index].text
    joined: list[list[int]] = []
    for start, end in sorted(parts):
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    for start, end in joined:
        yield text[text.rfind(" ", 0, max(start, 0)) + 1 : None if (last := text.find(" ", max(end, 0))) < 0 else last]
