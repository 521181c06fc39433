"""When each topic was spoken of and for how long, and what of a session belongs to none."""

from __future__ import annotations

from collections.abc import Sequence

from copaper.papers.participation import breaks
from copaper.papers.wording import HEADINGS, clock, counted, listed
from copaper.records import Evidence, Findings, Kind, Session, Span, Theme

AT_ONCE = 60.0
"""Seconds after a topic's last words within which what follows begins at once: they belong to it."""
SILENT = 3
"""Breaks that are told one by one, at most."""
_ONE = {Kind.LESSON: "lesson", Kind.CHALLENGE: "challenge", Kind.RECOMMENDATION: "recommendation", Kind.DECISION: "decision", Kind.COMMITMENT: "commitment"}


def in_time(themes: Sequence[Theme]) -> list[Theme]:
    """Return the topics as they were spoken of."""
    return sorted(themes, key=lambda theme: (theme.spans[0].from_time if theme.spans else 0.0, theme.id))


def by_stretch(theme: Theme, quoted: Sequence[Evidence]) -> list[list[Evidence]]:
    """Return quotations by the stretch of a topic in which they were said; those that were written are with the first."""
    found: list[list[Evidence]] = [[] for _ in theme.spans or (None,)]
    for evidence in quoted:
        place = (evidence.index, evidence.start)
        held = (number for number, span in enumerate(theme.spans) if (span.first_turn, span.start) <= place < (span.last_turn, span.end))
        found[next(held, 0) if evidence.where == "turn" else 0].append(evidence)
    return found


def about(session: Session, theme: Theme, themes: Sequence[Theme]) -> str:
    """Return when a topic was spoken of, how long, and how much of the talk that was."""
    seconds = sum(_seconds(session, span, themes) for span in theme.spans)
    minutes = round(seconds / 60)
    parts = [f"From {clock(theme.spans[0].from_time)}", *([f"about {counted(minutes, 'minute')}"] if minutes else []), f"{round(100 * theme.salience)}% of what was said"] if theme.spans else []
    if theme.messages:
        parts.append(counted(len(theme.messages), "chat message"))
    told = f"{', '.join(parts)}." if parts else ""
    return f"{told} Filed under “{theme.code_book}” in the community's code book.".strip() if theme.code_book else told


def _seconds(session: Session, span: Span, themes: Sequence[Theme]) -> float:
    """Return how long a topic's stretch lasted, without breaks."""
    until = _until(session, span, themes)
    return until - span.from_time - sum(max(0.0, min(end, until) - max(start, span.from_time)) for start, end in breaks(session))


def _until(session: Session, span: Span, themes: Sequence[Theme]) -> float:
    """Return when a topic's stretch ends: where the next begins, if that is at once, else with its last words."""
    turn = session.turns[span.last_turn]
    said = min([cue.start for cue in turn.cues if cue.at >= span.end], default=turn.end)
    ends = max(span.to_time, said)
    following = [other.from_time for theme in themes for other in theme.spans if other.from_time > span.from_time]
    then = min(following, default=session.duration)
    return then if then - ends < AT_ONCE else ends


def beside(session: Session, findings: Findings) -> str:
    """Return what of a session belongs to no topic, so that their minutes and messages add up to it."""
    spans = [span for theme in findings.themes for span in theme.spans]
    told = []
    if spans:
        silent = [f"from {clock(start)} to {clock(end)}" for start, end in breaks(session)]
        if silent:
            told.append(f"Nobody spoke {listed(silent)}." if len(silent) <= SILENT else f"{counted(len(silent), 'time')} nobody spoke for two minutes or more.")
        last = max(_until(session, span, findings.themes) for span in spans)
        if last and session.duration - last >= AT_ONCE:
            minutes = round((session.duration - last) / 60)
            spoken = max((turn.end for turn in session.turns), default=0.0)
            ends = "The transcript ends" if last >= spoken else "The topics end"
            told.append(f"{ends} at {clock(last)}, so the last {'minute' if minutes == 1 else counted(minutes, 'minute')} of the session {'belongs' if minutes == 1 else 'belong'} to no topic.")
    filed = {index for theme in findings.themes for index in theme.messages}
    left = [message.index for message in session.messages if message.index not in filed] if filed else []
    if left:
        other = {evidence.index for evidence in findings.other_languages if evidence.where == "message"}
        why = f": {'it seems' if len(left) == 1 else 'they seem'} not to be in English" if other.issuperset(left) else ""
        told.append(f"{counted(len(left), 'chat message')} of {len(session.messages)} {'belongs' if len(left) == 1 else 'belong'} to no topic{why}.")
    return " ".join(told)


def elsewhere(cards: Sequence[tuple[Kind, str]], listed_kinds: Sequence[Kind]) -> str:
    """Return what is told of a topic elsewhere: its ``cards`` by their titles, the findings in lists of
    their kind (``listed_kinds``, once each) by their number."""
    parts = []
    for kind, one in ((Kind.PRACTICE, "practice"), (Kind.STORY, "story")):
        titles = [f"“{title.removesuffix('.')}”" for of, title in cards if of is kind]
        if titles:
            parts.append(f"the {one if len(titles) == 1 else HEADINGS[kind].lower()} {listed(titles)}")
    parts += [counted(n, one) for kind, one in _ONE.items() if (n := sum(found is kind for found in listed_kinds))]
    return f"Told below: {listed(parts)}." if parts else ""
