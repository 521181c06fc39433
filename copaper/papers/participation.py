"""Who took part, as numbers and figures."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest

from copaper.intake.names import UNKNOWN, parse
from copaper.papers.printable import printable
from copaper.papers.wording import counted, listed, number
from copaper.privacy import ROLE_NAMES, SMALLEST_GROUP, Privacy
from copaper.records import ExportKind, Figure, Paragraph, Role, Run, Session, Table, Theme
from copaper.textclean import links_in, straight

NOT_KNOWN = "Not known"
FEW, FEW_OR_MORE = "fewer than 3", "not shown"
OTHERS = "Other, or fewer than 3 each"
TOGETHER = "Groups of fewer than three people are counted together"
_STEP = 300
"""Seconds between two points of the presence and chat figures."""
_BY_THE_CLOCK = 4 * 3600.0
"""Seconds from which a session's first time is one of a clock, and none since it began."""
_CALLED = 200
"""Seconds before a break, and letters, in which it is called."""
_CALLS_BREAK = re.compile(r"\b(?:(?:let's|let us|we'll|we will|we|you) (?:(?:now|then|just|all|can|could|should) )*(?:take|have|break for|stop for) (?:(?:an?|the|our|your|short|quick|tea|coffee|lunch|comfort|\w+.minute) )*(?:break|lunch|tea|coffee)|(?:time|stop|pause|adjourn) for (?:(?:an?|the|our|short|quick|tea|coffee|lunch|comfort) )*(?:break|lunch|tea|coffee)|(?:after|until after) (?:the|our|this) break|stretch(?: (?:our|your) legs)? (?:for|until)|adjourn (?:for|until)|(?:be|come|meet|see you|resume|continue) (?:back )?(?:here )?(?:in|at) (?:five|ten|fifteen|twenty|thirty|\d+)\b|(?:stretch|break|pause|stop) for (?:five|ten|fifteen|twenty|thirty|\d+) minutes)", re.I)
_BACK = re.compile(r"\W*(?:(?:okay|ok|right|all right|so|good|hello|well|and)\W+){0,3}welcome back\b", re.I)
_BREAK = 120
"""Seconds of silence that are a break."""
_TIMED = 0.8
"""Share of the people whose times are known, from which on a line of who was present tells more
than which times are known."""
_MESSAGES = 10
"""Chat messages of which a figure tells something."""
_BARS = 12
"""Speakers that have a bar each."""
_FOREMOST, _GAP = 4, 1.5
"""Speakers of whom a title may speak together, and how many times the words of the next each of them said at least."""
_ROWS = 12
"""Rows of a table of numbers, from which on its later half stands beside the earlier."""


def people_there(session: Session) -> list:
    """Return everybody who attended, note-taking tools left out; without a roll only those who
    spoke or wrote: who only set a reaction under a message did neither."""
    present = [p for p in session.participants if p.attended and p.role is not Role.BOT and p.name != UNKNOWN and p.id not in untold(session)]
    if roll_is_known(session):
        return present
    heard_of = {turn.participant for turn in session.turns} | {message.participant for message in session.messages}
    return [p for p in present if p.id in heard_of]


def untold(session: Session) -> frozenset[str]:
    """Return whom a transcript has as its only speaker without saying who it is ("Presenter" at
    every line): it does not tell who spoke, nor how many did."""
    speaking = {turn.participant for turn in session.turns}
    alone = [person for person in session.participants if person.id in speaking] if len(speaking) == 1 else []
    return frozenset(person.id for person in alone if not person.name.strip() or person.name == UNKNOWN or parse(person.name).is_nobody)


def speakers(session: Session) -> list:
    """Return those of :func:`people_there` who spoke."""
    spoke = talking_words(session)
    return [person for person in people_there(session) if person.id in spoke]


def all_alike_called(session: Session, privacy: Privacy) -> bool:
    """Tell whether a paper would call everybody who spoke or wrote a participant, which tells nothing, but for those whose part the talk shows."""
    heard_of = {turn.participant for turn in session.turns} | {message.participant for message in session.messages}
    return {privacy.attribution(id_) for id_ in heard_of if not privacy.part(id_)} <= {"", ROLE_NAMES[Role.ATTENDEE]}


def roll_is_known(session: Session) -> bool:
    """Tell whether an export says who attended: without one only those are known who spoke or
    wrote, and nobody can say how many took part."""
    return any(source.kind is ExportKind.ATTENDANCE for source in session.sources) or any(p.intervals for p in session.participants)


def unlisted(session: Session) -> list:
    """Return those of :func:`people_there` who spoke or wrote but stand in no attendance report of a session that
    has one: some may be in it under another name, and be counted twice."""
    rolls = {place for place, source in enumerate(session.sources) if source.kind is ExportKind.ATTENDANCE}
    there = people_there(session)
    listed_ = {person.id for person in there if person.intervals or any(link.source in rolls for link in person.links)}
    return [person for person in there if listed_ and person.id not in listed_]


def length(session: Session) -> float:
    """Return how long people talked, in seconds from the start: a room stays open after the last word."""
    return max((turn.end for turn in session.turns), default=session.duration)


def talked(session: Session) -> float:
    """Return for how long a session was talked in, in seconds: a room is open before the first word, too."""
    return length(session) - min((turn.start for turn in session.turns), default=0.0)


def heard(session: Session) -> str:
    """Return what everybody did who is known to have been there, for a session without a roll."""
    return " or ".join(verb for verb, some in (("spoke", session.turns), ("wrote", session.messages)) if some)


def talking_words(session: Session) -> Counter:
    """Return how many words each participant spoke, as far as the exports tell who it was."""
    words: Counter = Counter()
    nobody = {p.id for p in session.participants if p.name == UNKNOWN} | untold(session)
    for turn in session.turns:
        if turn.participant in nobody:
            continue
        words[turn.participant] += len(turn.text.split())
    return words


def tiles(session: Session) -> tuple[tuple[str, str], ...]:
    """Return the large numbers of the opening, of which one alone is none, nor is a "1"."""
    there = people_there(session)
    provinces = {p.province for p in there if p.province}
    spoke = len(speakers(session))
    did = ("listed or heard" if unlisted(session) else "took part") if roll_is_known(session) else heard(session)
    found = [(str(len(there)), f"{'person' if len(there) == 1 else 'people'} {did}")] if there else []
    if spoke and 1 < len(there) != spoke and (roll_is_known(session) or session.messages):
        found.append((str(spoke), "of them spoke"))
    if session.messages:
        found.append((str(len(session.messages)), "chat message" if len(session.messages) == 1 else "chat messages"))
    if len(provinces) > 1:
        found.append((str(len(provinces)), "provinces"))
    minutes = round(talked(session) / 60)
    if minutes and len(found) < 4:
        found.append((str(minutes), "minute" if minutes == 1 else "minutes"))
    found = [tile for tile in found if tile[0] != "1"]
    return tuple(found[:4]) if len(found) > 1 else ()


def guarded(privacy: Privacy) -> bool:
    """Tell whether no number may stand for fewer than three people."""
    return privacy.policy != "named"


def folded(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return groups from the largest on, with those of fewer than three people counted as one,
    and with as many of the next larger as make that one three: a smaller number could be
    reckoned from the sum. Nothing is left where there are fewer than three people in all."""
    shown = sorted(((name, n) for name, n in counts.items() if n >= SMALLEST_GROUP), key=lambda group: (-group[1], group[0]))
    few = sum(n for n in counts.values() if n < SMALLEST_GROUP)
    while 0 < few < SMALLEST_GROUP and shown:
        few += shown.pop()[1]
    return shown + ([(OTHERS, few)] if few >= SMALLEST_GROUP else [])


def figures(session: Session, themes: tuple[Theme, ...], privacy: Privacy, names: Mapping[str, str]) -> list[Figure | Paragraph]:
    """Return the figures that the data allow; groups that are all of one size need no more than
    a sentence."""
    found: list[Figure | Paragraph] = []
    there = people_there(session)
    provinces = Counter(p.province or NOT_KNOWN for p in there)
    if len(provinces) > 2 and provinces[NOT_KNOWN] < len(there) / 2:
        groups = Counter(dict(folded(provinces))) if guarded(privacy) else provinces
        data = _ordered(groups)
        title = f"People from {counted(len(provinces) - (NOT_KNOWN in provinces), 'province')} took part"
        known = [(name, n) for name, n in data if name not in (NOT_KNOWN, OTHERS)]
        if known == list(data) and all_alike(data):
            found.append(_sentence("provinces", f"{title}, {number(int(data[0][1]))} from each: {listed([name for name, _ in data])}."))
        elif len(data) > 1 and known:
            top = _largest(known)
            found.append(
                Figure(
                    id="figure-provinces", chart="bars", label="Province", unit="people", data=data, marked=tuple(top),
                    title=f"{title}; the largest {'group' if len(top) == 1 else 'groups'} came from {listed(top)}",
                    source=_source(session, _registers(session), TOGETHER if groups != provinces else ""),
                    alt=_alt("Bar chart of participants by province", data),
                )
            )  # fmt: skip
    organisations = Counter(p.organisation for p in there if p.organisation)
    shared = Counter({printable(name): n for name, n in organisations.items() if n >= SMALLEST_GROUP})
    if len(shared) >= 3 and privacy.policy != "chatham_house":
        data = _ordered(shared)[:12]
        title = f"{counted(len(shared), 'organisation')} sent 3 people or more"
        alike = all_alike(_ordered(shared))
        found.append(
            _sentence("organisations", f"{title.removesuffix(' 3 people or more')} {number(int(data[0][1]))} people each: {listed(sorted(shared))}.")
            if alike
            else Figure(
                id="figure-organisations", chart="bars", label="Organisation", unit="people", data=data,
                title=title,
                source=_source(session, _registers(session)),
                alt=_alt("Bar chart of participants by organisation", data),
            )
        )  # fmt: skip
    if presence := _presence(session, there, privacy):
        found.append(presence)
    if voices := _voices(session, privacy):
        found.append(voices)
    if chat := _chat(session, themes, names):
        found.append(chat)
    return found


def all_alike(data: Sequence[tuple[str, float]]) -> bool:
    """Tell whether several groups are of one size, of which a chart would show nothing."""
    return len(data) > 1 and len({value for _, value in data}) == 1


def _largest(data: Sequence[tuple[str, float]]) -> list[str]:
    most = max(value for _, value in data)
    return [name for name, value in data if value == most]


def _sentence(what: str, text: str) -> Paragraph:
    return Paragraph(id=f"participation-{what}", runs=(Run(text=text),))


def _ordered(counts: Counter) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(((k, float(v)) for k, v in counts.items()), key=lambda i: (i[0] in (NOT_KNOWN, OTHERS), -i[1], i[0])))


def _registers(session: Session) -> str:
    """Return where people's provinces and organisations are known from."""
    return "registration and attendance reports" if roll_is_known(session) else "people's names in the exports, or the community's list of people"


def _source(session: Session, what: str, note: str = "") -> str:
    there, new = len(people_there(session)), len(unlisted(session)) if roll_is_known(session) else 0
    heard_only = f", and {number(new)} more {heard(session)}" if new >= SMALLEST_GROUP else ""
    told = f"{what} of the session," if roll_is_known(session) else f"{what};"
    return f"Source: {told} {number(there - new if heard_only else there)} people{heard_only}." + (f" {note}." if note else "")


def _alt(what: str, data: tuple[tuple[str, float], ...]) -> str:
    return f"{what}: " + ", ".join(f"{name} {value:g}" for name, value in data) + "."


def _steps(session: Session) -> int:
    """Return into how many steps the figures over time divide a session, with the chat after its end."""
    begins = _begins(session)
    return max([1, math.ceil((length(session) - begins) / _STEP), *(int(message.time - begins) // _STEP + 1 for message in session.messages)])


def _begins(session: Session) -> float:
    """Return the second from which the figures count: the first of a session whose times are those of a clock on the wall ("10:03"), else 0."""
    begins = min([*(turn.start for turn in session.turns), *(message.time for message in session.messages)], default=0.0)
    return begins if begins >= _BY_THE_CLOCK else 0.0


def _absent(session: Session, there: list, peak: int, privacy: Privacy) -> str:
    """Return why fewer were present at once than took part, as far as the report tells."""
    timed = {p.id: p.intervals for p in there if p.intervals}
    if peak >= len(there):
        return ""
    if unknown := len(there) - len(timed):
        return f"Times are known for {'most' if guarded(privacy) and _few(unknown) else number(len(timed))} of them"
    away = [turn for turn in session.turns if turn.participant in timed and not any(a <= turn.end and turn.start <= b for a, b in timed[turn.participant])]
    if len(away) > 1:
        return "Some spoke at times when the report has them as absent, so these numbers may be too low"
    return "Not all of them were present at the same time"


def _all_timed(there: list, privacy: Privacy) -> bool:
    """Tell whether the report tells when everybody was there, or may not say of how few it does not."""
    unknown = sum(not p.intervals for p in there)
    return not unknown or (guarded(privacy) and _few(unknown))


def _of_whom(there: list, privacy: Privacy) -> str:
    known = sum(bool(p.intervals) for p in there)
    return "Up to" if _all_timed(there, privacy) else f"Of {number(known)} people whose times are known, up to"


def _presence(session: Session, there: list, privacy: Privacy) -> Figure | None:
    """How many people were present over time, where the times of five people and of most are known."""
    known = sum(bool(p.intervals) for p in there)
    if known < max(5, _TIMED * len(there)) or _is_of_last_seen(session, there):
        return None
    intervals = _intervals(session, there)
    points = []
    begins = _begins(session)
    for second in range(0, max(math.ceil(length(session) - begins), 1), _STEP):
        points.append((str(second // 60), float(sum(any(a <= begins + second <= b for a, b in own) for own in intervals))))
    data = tuple((minute, people) for minute, people in points if not (guarded(privacy) and _few(int(people))))
    if not any(people for _, people in data):
        return None
    peak = max(data, key=lambda point: point[1])
    notes = (_absent(session, there, int(peak[1]), privacy), "Times with one or two people present are left out" if len(data) < len(points) else "")
    return Figure(
        id="figure-presence", chart="steps", label="Minutes from the start", unit="people", data=data, end=_steps(session) * _STEP / 60,
        title=_over_time([int(people) for _, people in data], len(there) if len(data) == len(points) else 0) or f"{_of_whom(there, privacy)} {int(peak[1])} {'people were' if _all_timed(there, privacy) else 'were'} present at the same time",
        source=_source(session, "attendance report", ". ".join(filter(None, notes))),
        alt=f"Line of the number of people present every five minutes; the peak is {int(peak[1])} at minute {peak[0]}.",
    )  # fmt: skip


def _over_time(counts: Sequence[int], everybody: int) -> str:
    """Return how many were there at the start, at the most and at the end where all were there at once: that alone would say nothing."""
    first, most, last = counts[0], max(counts), counts[-1]
    return f"{first} people were present at the start, {most} at the most and {last} at the end" if most == everybody and min(first, last) < most else ""


def _is_of_last_seen(session: Session, there: list) -> bool:
    """Tell whether most of those who spoke or wrote did so when the report has them gone: it has when they were seen last, not when they left."""
    last = _last_heard(session)
    heard = [max(b for _, b in p.intervals) + _STEP < last[p.id] for p in there if p.intervals and p.id in last]
    return sum(heard) > len(heard) / 2


def _last_heard(session: Session) -> dict[str, float]:
    """Return when each person last spoke or wrote, in seconds."""
    last: dict[str, float] = {}
    for who, until in (*((turn.participant, turn.end) for turn in session.turns), *((message.participant, message.time) for message in session.messages)):
        last[who] = max(last.get(who, 0.0), until)
    return last


def _intervals(session: Session, there: list) -> list[list[tuple[float, float]]]:
    """Return when each person was present, in seconds: by the report, and until they last spoke or wrote
    after it. Some reports have when somebody was last seen, which is not when they left."""
    last = _last_heard(session)
    found = []
    for person in there:
        known = [*person.intervals]
        if known and last.get(person.id, 0.0) > max(b for _, b in known):
            latest = max(known)
            known[known.index(latest)] = (latest[0], last[person.id])
        found.append(known)
    return found


def _voices(session: Session, privacy: Privacy) -> Figure | None:
    """Talking time by speaker, from most to least, without saying who is who but by the part that the talk shows."""
    words = talking_words(session)
    total = sum(words.values())
    if len(words) < 3 or not total:
        return None
    order = sorted(words, key=lambda one: (-words[one], one))
    ranked = [words[one] for one in order]
    parts = [privacy.part(one) for one in order[:_BARS]]
    data = tuple((f"Speaker {n}{f' ({part[:1].lower()}{part[1:]})' if part else ''}", round(100 * count / total, 1)) for n, (count, part) in enumerate(zip(ranked, parts, strict=False), 1))
    # As a bar the others together would stand beside single people as if they were one.
    rest = sum(ranked[_BARS:])
    others = f" {'The other speaker' if len(ranked) == _BARS + 1 else f'The other {number(len(ranked) - _BARS)} speakers together'} said {round(100 * rest / total, 1):g}%." if rest else ""
    most = _before_the_gap(ranked) if len(ranked) > 5 and 2 * ranked[0] < total else 1
    top = round(100 * sum(ranked[:most]) / total)
    return Figure(
        id="figure-voices", chart="bars", label="Speaker", unit="% of all words", data=data, marked=tuple(label for label, _ in data[:most]),
        title=f"{'One' if most == 1 else most} of {number(len(ranked))} speakers said {top}% of all words",
        source=f"Source: transcript, {number(total)} words.{others}",
        alt=_alt("Bar chart of the share of words by speaker", data),
    )  # fmt: skip


def _before_the_gap(ranked: Sequence[int]) -> int:
    """Return how many of the first speakers said far more than the next one, by the widest gap among them; three where there is none."""
    gaps = [(ranked[n - 1] / max(1, ranked[n]), -n) for n in range(1, _FOREMOST + 1)]
    widest, place = max(gaps)
    return -place if widest >= _GAP else 3


def _chat(session: Session, themes: tuple[Theme, ...], names: Mapping[str, str]) -> Figure | None:
    """Return when people wrote most, if there was such a time; who pastes links talks to nobody."""
    worded = [message for message in session.messages if _has_words(message.text)]
    if len(worded) < _MESSAGES:
        return None
    counts: defaultdict[int, int] = defaultdict(int)
    start_of_all = _begins(session)
    for message in worded:
        counts[int(message.time - start_of_all) // _STEP] += 1
    data = tuple((str(step * _STEP // 60), float(counts[step])) for step in range(_steps(session)))
    ranked = sorted(counts, key=lambda step: (-counts[step], step))
    peak = ranked[0]
    # Where other times were all but as busy, none of them was the busiest.
    if len(ranked) > 1 and counts[peak] - counts[ranked[1]] <= max(1, counts[peak] / 10):
        return None
    at = start_of_all + peak * _STEP + _STEP / 2
    in_break = any(min(end, at + _STEP / 2) - max(start, at - _STEP / 2) >= _STEP / 2 for start, end in breaks(session))
    theme = next((names[t.id] for t in themes for s in t.spans if s.from_time <= at <= s.to_time and t.id in names), "")
    during = ", while the transcript has no speech" if in_break else f", when the topic was “{theme}”" if theme else ""
    begins, ends = peak * _STEP // 60, (peak + 1) * _STEP // 60
    return Figure(
        id="figure-chat", chart="columns", label="Minutes from the start", unit="messages in five minutes", data=data, marked=(str(begins),), end=_steps(session) * _STEP / 60,
        title=f"The chat was busiest from minute {begins} to {ends}{during}",
        source=f"Source: chat log, {counted(len(worded), 'message')}{'' if len(worded) == len(session.messages) else ' with words beside links'}.",
        alt=f"Column chart of chat messages in every five minutes; the peak is {counts[peak]} from minute {begins}.",
    )  # fmt: skip


def _has_words(text: str) -> bool:
    for start, end in links_in(text):
        text = text[:start] + text[end:]
    return any(char.isalnum() for char in text)


def breaks(session: Session) -> list[tuple[float, float]]:
    """Return when nobody spoke for so long that it was a break, in seconds from the start."""
    spoken = sorted((turn.start, turn.end) for turn in session.turns)
    found, until = [], 0.0
    for start, end in spoken:
        if start - until >= _BREAK and until:
            found.append((until, start))
        until = max(until, end)
    return found


def is_announced(session: Session, start: float, end: float) -> bool:
    """Tell whether a silence is a break that somebody called before it, or from which somebody welcomes the others back."""
    before = " ".join(turn.text for turn in session.turns if start - _CALLED < turn.end <= start)[-_CALLED:]
    after = next((turn.text for turn in session.turns if turn.start >= end), "")
    return _CALLS_BREAK.search(straight(before)) is not None or _BACK.match(straight(after)) is not None


def numbers_table(figures: Sequence[Figure | Paragraph]) -> Table | None:
    """Return the numbers of the figures over time, as these do not show them; the others do.

    Where there are many, the later half stands beside the earlier, so that the table needs half
    the height."""
    over_time = [figure for figure in figures if isinstance(figure, Figure) and figure.chart != "bars"]
    if not over_time:
        return None
    columns = [dict(figure.data) for figure in over_time]
    minutes = sorted({minute for column in columns for minute in column}, key=int)
    cells = [(minute, *(f"{column[minute]:g}" if minute in column else "–" for column in columns)) for minute in minutes]
    header, widths = ("From minute", *(figure.unit.capitalize() for figure in over_time)), (2,) + (3,) * len(columns)
    dash = " (–: not known, or fewer than three people)" if any("–" in row for row in cells) else ""
    if len(cells) > _ROWS:
        middle = math.ceil(len(cells) / 2)
        blank = ("\u00a0",) * len(header)
        cells = [early + late for early, late in zip_longest(cells[:middle], cells[middle:], fillvalue=blank)]
        header, widths = header * 2, widths * 2
    return Table(
        id="table-numbers", caption=f"Counted every five minutes{dash}", header=header, widths=widths,
        rows=tuple(tuple((Run(text=cell),) for cell in row) for row in cells),
    )  # fmt: skip


def attendance(session: Session, privacy: Privacy) -> list[Table | Paragraph]:
    """Return a table of how many people held each role, with a note where roles are counted
    together because fewer than three people held one, or spoke or wrote in it. One role alone
    is a sentence; where nobody wrote, it says no more than the large numbers of the opening."""
    there = people_there(session)
    spoke, wrote = set(talking_words(session)), {m.participant for m in session.messages}
    rows: list[tuple[list[str], list[int]]] = []
    for role, title in ((Role.HOST, "Hosts"), (Role.PANELLIST, "Panellists"), (Role.ATTENDEE, "Participants")):
        people = [p.id for p in there if p.role is role]
        if people:
            rows.append(([title], [len(people), sum(id_ in spoke for id_ in people), sum(id_ in wrote for id_ in people)]))
    together = False
    while guarded(privacy) and len(rows) > 1 and (small := next((i for i, (_, row) in enumerate(rows) if any(map(_few, row))), None)) is not None:
        first = max(small - 1, 0)
        (titles, counts), (more, added) = rows[first : first + 2]
        rows[first : first + 2] = [(titles + more, [a + b for a, b in zip(counts, added, strict=True)])]
        together = True
    if not rows or guarded(privacy) and _few(rows[0][1][0]) or len(rows) == 1 and not session.messages:
        return []
    if len(rows) == 1:
        people, *did = rows[0][1]
        speakers, writers = (FEW if guarded(privacy) and _few(n) else "all" if n == people else number(n) if n else "nobody" for n in did)
        return [_sentence("roles", f"Of {counted(people, 'person', 'people')}, {speakers} spoke and {writers} wrote in the chat.")]
    columns = (("Role", 4), ("People", 2), ("Spoke", 2), ("Wrote in the chat", 3))[: 4 if session.messages else 3]
    cells = [
        (listed([title if n == 0 else title.lower() for n, title in enumerate(titles)]), *(FEW if guarded(privacy) and _few(n) else str(n) for n in counts[: len(columns) - 1]))
        for titles, counts in rows
    ]
    table = Table(
        id="table-roles", caption=f"People by role, and how many of them spoke{' or wrote' if session.messages else ''}",
        header=tuple(name for name, _ in columns), rows=tuple(tuple((Run(text=cell),) for cell in row) for row in cells), widths=tuple(width for _, width in columns),
    )  # fmt: skip
    note = Paragraph(id="table-roles-note", style="note", runs=(Run(text=f"{TOGETHER}."),))
    return [table, note] if together else [table]


def _few(people: int) -> bool:
    return 0 < people < SMALLEST_GROUP


def votes(answers: Sequence[tuple[str, int]], privacy: Privacy) -> tuple[tuple[str, str], ...]:
    """Return the answers of a poll with their votes, as they may be printed: no number for
    fewer than three people, nor one from which such a number could be reckoned."""
    hidden = {place for place, (_, n) in enumerate(answers) if guarded(privacy) and _few(n)}
    rest = sorted((place for place, (_, n) in enumerate(answers) if n >= SMALLEST_GROUP), key=lambda place: answers[place][1])
    if len(hidden) == 1 and rest:
        hidden.add(rest[0])
    return tuple((answer, FEW_OR_MORE if place in hidden and n >= SMALLEST_GROUP else FEW if place in hidden else str(n)) for place, (answer, n) in enumerate(answers))


def voters(people: int, privacy: Privacy) -> str:
    """Return how many voted, as it may be printed."""
    return f"{FEW} people" if guarded(privacy) and _few(people) else counted(people, "person", "people")


def polls(session: Session, privacy: Privacy, safe: Callable[[str], str]) -> list[Table]:
    """Return how each poll was voted; ``safe`` withholds what a policy does."""
    return [
        Table(
            id=f"poll-{place}", caption=f"Poll: {safe(poll.question)} ({voters(poll.voters, privacy)})", header=("Answer", "Votes"), widths=(6, 1),
            rows=tuple(((Run(text=safe(answer)),), (Run(text=shown),)) for answer, shown in votes(poll.answers, privacy)),
        )
        for place, poll in enumerate(session.polls, 1)
    ]  # fmt: skip
