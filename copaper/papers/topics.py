"""When each topic was spoken of, where else it is told, and what of a session belongs to none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from copaper.analysis.heard import is_timed
from copaper.analysis.naming import known_by
from copaper.analysis.welcoming import OPENING
from copaper.intake.names import UNKNOWN
from copaper.papers.participation import breaks, is_announced, length
from copaper.papers.wording import HEADINGS, clock, counted, listed
from copaper.records import Block, Evidence, Finding, Findings, Inline, Kind, Reply, Run, Session, Span, Theme

AT_ONCE = 60.0
"""Seconds after a topic's last words within which what follows begins at once: they belong to it."""
SILENT = 3
"""Breaks that are told one by one, at most."""
FEWEST = 2
"""Statements of its own from which a topic takes none from the lists of their kind."""
MANY = 3
"""Findings of a list from which each says its topic, if they are of several."""
MOVED = (Kind.LESSON, Kind.CHALLENGE, Kind.RECOMMENDATION)
"""Kinds of which a topic with little of its own takes the best: what was settled or promised is looked for in its list."""
BELOW = "See also "
"""How a topic leads to what stands of it elsewhere."""
ASKED = "asked"
"""What the list of a topic's only question is known by."""
CAME_TO, CAME_BESIDE = "-came-to", "-also-ended"
"""What the lists are known by of how a topic ended, and of what was settled in its minutes and may be another matter."""
REPLY = "-reply"
"""What the reply to a question is known by behind the question's block."""
VIEW = "-view-"
"""What the view of somebody who does not go along is known by within its block's id."""
_ASKED = re.compile(r"\?\W*$|^\W*(?:does|do|did|has|is|would) any(?:body|one)\b", re.I)
_LISTED = (Kind.LESSON, Kind.CHALLENGE, Kind.RECOMMENDATION, Kind.DECISION, Kind.COMMITMENT, Kind.QUESTION)


class Told(NamedTuple):
    """What a topic tells in time: when it was said, and how it is printed. That is asked for in this order, as marks of evidence are numbered as they are printed."""

    place: tuple[float, int, int]
    blocks: Callable[[], list[Block]]

    @classmethod
    def of(cls, said: Evidence, blocks: Callable[[], list[Block]]) -> Told:
        return cls((said.time, said.index, said.start), blocks)


def in_order(told: Iterable[Told]) -> list[Block]:
    """Return what a topic tells in the order in which it was said: an exchange reads as it went."""
    return [block for one in sorted(told, key=lambda one: one.place) for block in one.blocks()]


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


def about(session: Session, theme: Theme, themes: Sequence[Theme], name: str = "") -> str:
    """Return when a topic was spoken of, how much of the talk that was, and under which entry of the code book it is
    filed, if its ``name`` does not say it."""
    parts = [within(session, theme, themes), f"{round(100 * theme.salience)}% of what was said"] if theme.spans else []
    if theme.messages:
        parts.append(counted(len(theme.messages), "chat message"))
    if theme.code_book and known_by(theme.code_book) != known_by(name):
        parts.append(f"under the community’s theme “{theme.code_book}”")
    return " · ".join(parts)


def within(session: Session, theme: Theme, themes: Sequence[Theme]) -> str:
    """Return from when to when a topic was spoken of, in hours and minutes: ``0:33–0:59``, once where one stretch follows another at once."""
    told: list[tuple[float, float]] = []
    for span in theme.spans:
        begins, ends = span.from_time, _until(session, span, themes)
        told = [*told[:-1], (told[-1][0], ends)] if told and told[-1][0] <= begins <= told[-1][1] else [*told, (begins, ends)]
    return listed([f"{_minute(begins)}–{_minute(ends)}" for begins, ends in told])


def _minute(seconds: float) -> str:
    return f"{int(seconds) // 3600}:{int(seconds) // 60 % 60:02}"


def is_reply(reply: Reply) -> bool:
    """Tell whether agreement or difference is shown: with a statement, and whole."""
    return not _ASKED.search(reply.to.quote) and not reply.by.quote.rstrip().endswith((",", "–", "-"))


def of_matter(themes: Sequence[Theme]) -> list[Theme]:
    """Return the topics without a welcome, which is none, and those that are called only by when they began."""
    return [theme for theme in themes if theme.label != OPENING and not is_timed(theme.label)]


def shells(session: Session, themes: Sequence[Theme], names: Mapping[str, str], others: bool = True) -> str:
    """Return that these topics were spoken of, of which nothing is told where of ``others`` something is."""
    told = [f"“{names[theme.id]}”{f' ({within(session, theme, themes)})' if theme.spans else ''}" for theme in of_matter(themes)]
    return f"{'Also spoken of' if others else 'Spoken of'}: {listed(told)}." if told else ""


def _until(session: Session, span: Span, themes: Sequence[Theme]) -> float:
    """Return when a topic's stretch ends: where the next begins, if that is at once, else with its last words; before a break that was
    called at its end."""
    turn = session.turns[span.last_turn]
    said = min([cue.start for cue in turn.cues if cue.at >= span.end], default=turn.end)
    ends = max(span.to_time, said)
    following = [other.from_time for theme in themes for other in theme.spans if other.from_time > span.from_time]
    then = min(following, default=length(session))
    if called := [start for start, end in breaks(session) if span.from_time < start and start - ends < AT_ONCE and ends - end < AT_ONCE and is_announced(session, start, end)]:
        return called[0]
    return then if then - ends < AT_ONCE else ends


def beside(session: Session, findings: Findings) -> str:
    """Return what of a session belongs to no topic, so that their minutes and messages add up to it."""
    spans = [span for theme in findings.themes for span in theme.spans]
    told = []
    if spans:
        silent = [f"from {clock(start)} to {clock(end)}" for start, end in breaks(session) if not is_announced(session, start, end)]
        if silent:
            told.append(f"The transcript has no speech {listed(silent)}." if len(silent) <= SILENT else f"{counted(len(silent), 'time')} the transcript has no speech for two minutes or more.")
        last = max(_until(session, span, findings.themes) for span in spans)
        if last and length(session) - last >= AT_ONCE:
            minutes = round((length(session) - last) / 60)
            told.append(f"The topics end at {clock(last)}, so the last {'minute' if minutes == 1 else counted(minutes, 'minute')} of the session {'belongs' if minutes == 1 else 'belong'} to no topic.")
    filed = {index for theme in findings.themes for index in theme.messages}
    left = [message.index for message in session.messages if message.index not in filed] if filed else []
    if left:
        other = {evidence.index for evidence in findings.other_languages if evidence.where == "message"}
        why = f": {'it seems' if len(left) == 1 else 'they seem'} not to be in English" if other.issuperset(left) else ""
        told.append(f"{counted(len(left), 'chat message')} of {len(session.messages)} {'belongs' if len(left) == 1 else 'belong'} to no topic{why}.")
    return " ".join(told)


def heading(session: Session) -> str:
    """Return what the chapter of topics is called: where one voice speaks throughout, nothing is discussed."""
    voices = {turn.participant for turn in session.turns} | {message.participant for message in session.messages}
    nobody = {person.id for person in session.participants if person.name.strip() in ("", UNKNOWN)}  # may be many
    return "What was presented" if len(voices) == 1 and not voices & nobody else "What was discussed"


def as_told(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order in which they were told: an argument runs forwards."""
    return sorted(findings, key=lambda f: (f.evidence[0].time, f.evidence[0].where, f.evidence[0].index, f.evidence[0].start))


def elsewhere(cards: Sequence[tuple[Kind, str, str]], listed_kinds: Sequence[Kind], leads: int = 0) -> Inline:
    """Return where a topic is told elsewhere, each part leading there: by one of so many key messages (``leads``), on its ``cards`` by their kind, title
    (if it is their own) and block, and in the sections of ``listed_kinds``."""
    parts: list[list[Run]] = [[Run(text="the "), Run(text="key messages" if leads > 1 else "key message", to="key-messages")]] if leads else []
    for kind, one in ((Kind.PRACTICE, "practice"), (Kind.STORY, "story")):
        if titles := [[Run(text=f"“{title.removesuffix('.')}”", to=block)] for of, title, block in cards if of is kind and title]:
            parts.append([Run(text=f"the {one if len(titles) == 1 else HEADINGS[kind].lower()} "), *joined(titles)])
        if bare := [block for of, title, block in cards if of is kind and not title]:
            further = "further " if titles else ""
            parts.append([Run(text=f"a {further}{one}" if len(bare) == 1 else f"{len(bare)} {further}{HEADINGS[kind].lower()}", to=bare[0])])
    parts += [[Run(text=HEADINGS[kind], to="questions" if kind is Kind.QUESTION else f"kind-{kind.value}")] for kind in _LISTED if kind in listed_kinds]
    return (Run(text=BELOW), *joined(parts), Run(text=".")) if parts else ()


def joined(parts: Sequence[Sequence[Run]]) -> list[Run]:
    """Return pieces of a sentence as ``a, b and c``."""
    found: list[Run] = []
    for place, part in enumerate(parts):
        between = "" if not place else " and " if place == len(parts) - 1 else ", "
        found += [*([Run(text=between)] if between else []), *part]
    return found


def is_home(block: str) -> bool:
    """Tell whether the findings of a list stand nowhere else: those of a kind, in its section or with their topic."""
    return re.fullmatch(rf"kind-.*|theme-[^-]+-(?:{'|'.join(MOVED)}|{ASKED})-points", block) is not None


def question_block(theme: str, question: str) -> str:
    """Return the block of a question that a topic tells with a reply, which stands right behind it, by their ids."""
    return f"theme-{theme}-question-{question}"


def is_question(block: str) -> bool:
    """Tell whether a block is a question that a topic tells with a reply."""
    return re.match(r"theme-[^-]+-question-", block) is not None and not block.endswith(REPLY)


def question_of(block: str) -> str:
    """Return the finding that such a block asks, or an empty string."""
    found = re.fullmatch(r"theme-[^-]+-question-([^-]+)", block)
    return found[1] if found else ""


def with_their_topics(topics: Mapping[str, str]) -> Inline:
    """Return that further findings of a kind are told with their topics (the name of each by its block)."""
    led = joined([[Run(text=f"“{name}”", to=block)] for block, name in topics.items()])
    return (Run(text=f"{BELOW}the topic{'s' if len(topics) > 1 else ''} "), *led, Run(text="."))
