"""Who took part, as numbers and figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from copaper.papers.printable import printable
from copaper.papers.wording import counted, number
from copaper.privacy import SMALLEST_GROUP, Privacy
from copaper.records import Figure, Role, Run, Session, Table, Theme

NOT_KNOWN = "Not known"
OTHERS = "Fewer than three people"
_STEP = 300
"""Seconds between two points of the presence and chat figures."""


def people_there(session: Session) -> list:
    """Return everybody who attended, note-taking tools left out."""
    return [p for p in session.participants if p.attended and p.role is not Role.BOT and p.name != "Unknown speaker"]


def talking_words(session: Session) -> Counter:
    words: Counter = Counter()
    for turn in session.turns:
        words[turn.participant] += len(turn.text.split())
    return words


def tiles(session: Session) -> tuple[tuple[str, str], ...]:
    """Return the large numbers of the opening."""
    there = people_there(session)
    provinces = {p.province for p in there if p.province}
    found = [(str(len(there)), "people took part"), (str(len(talking_words(session))), "of them spoke")]
    if session.messages:
        found.append((str(len(session.messages)), "chat messages"))
    if len(provinces) > 1:
        found.append((str(len(provinces)), "provinces"))
    minutes = round(session.duration / 60)
    if minutes and len(found) < 4:
        found.append((str(minutes), "minutes"))
    return tuple(found[:4])


def figures(session: Session, themes: tuple[Theme, ...], privacy: Privacy, names: dict[str, str]) -> list[Figure]:
    """Return the figures that the data allow."""
    found: list[Figure] = []
    there = people_there(session)
    provinces = Counter(p.province or NOT_KNOWN for p in there)
    if len(provinces) > 2 and provinces[NOT_KNOWN] < len(there) / 2:
        top = next(name for name, _ in provinces.most_common() if name != NOT_KNOWN)
        data = _ordered(provinces)
        found.append(
            Figure(
                id="figure-provinces", chart="bars", label="Province", unit="people", data=data,
                title=f"{counted(len(provinces) - (NOT_KNOWN in provinces), 'province').capitalize()} took part; most people came from {top}",
                source=_source(session, "registration and attendance reports"),
                alt=_alt("Bar chart of participants by province", data),
            )
        )  # fmt: skip
    organisations = Counter(p.organisation for p in there if p.organisation)
    shared = Counter({printable(name): n for name, n in organisations.items() if n >= SMALLEST_GROUP})
    if len(shared) >= 3 and privacy.policy != "chatham_house":
        data = _ordered(shared)[:12]
        found.append(
            Figure(
                id="figure-organisations", chart="bars", label="Organisation", unit="people", data=data,
                title=f"{counted(len(shared), 'organisation').capitalize()} sent three people or more",
                source=_source(session, "registration and attendance reports"),
                alt=_alt("Bar chart of participants by organisation", data),
            )
        )  # fmt: skip
    if sum(bool(p.intervals) for p in there) >= 5:
        data = _presence(session, there)
        peak = max(data, key=lambda point: point[1])
        found.append(
            Figure(
                id="figure-presence", chart="steps", label="Minutes from the start", unit="people", data=data,
                title=f"Up to {int(peak[1])} people were present at the same time",
                source=_source(session, "attendance report"),
                alt=f"Line of the number of people present every five minutes; the peak is {int(peak[1])} at minute {peak[0]}.",
            )
        )  # fmt: skip
    if voices := _voices(session):
        found.append(voices)
    if len(session.messages) >= 10:
        found.append(_chat(session, themes, names))
    return found


def _ordered(counts: Counter) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(((k, float(v)) for k, v in counts.items()), key=lambda i: (i[0] == NOT_KNOWN, -i[1], i[0])))


def _source(session: Session, what: str) -> str:
    return f"Source: {what} of the session, {len(people_there(session))} people."


def _alt(what: str, data: tuple[tuple[str, float], ...]) -> str:
    return f"{what}: " + ", ".join(f"{name} {value:g}" for name, value in data) + "."


def _presence(session: Session, there: list) -> tuple[tuple[str, float], ...]:
    points = []
    for second in range(0, int(session.duration) + 1, _STEP):
        present = sum(any(a <= second <= b for a, b in p.intervals) for p in there)
        points.append((str(second // 60), float(present)))
    return tuple(points)


def _voices(session: Session) -> Figure | None:
    """Talking time by speaker, from most to least, without saying who is who."""
    words = talking_words(session)
    total = sum(words.values())
    if len(words) < 3 or not total:
        return None
    ranked = sorted(words.values(), reverse=True)
    data = tuple((f"Speaker {n}", round(100 * count / total, 1)) for n, count in enumerate(ranked[:12], 1))
    if len(ranked) > 12:
        data += ((f"{len(ranked) - 12} others", round(100 * sum(ranked[12:]) / total, 1)),)
    top = round(100 * sum(ranked[:3]) / total)
    return Figure(
        id="figure-voices", chart="bars", label="Speaker", unit="% of all words", data=data,
        title=f"Three of {len(ranked)} speakers said {top} % of all words",
        source=f"Source: transcript, {number(total)} words.",
        alt=_alt("Bar chart of the share of words by speaker", data),
    )  # fmt: skip


def _chat(session: Session, themes: tuple[Theme, ...], names: dict[str, str]) -> Figure:
    counts: defaultdict[int, int] = defaultdict(int)
    for message in session.messages:
        counts[int(message.time) // _STEP] += 1
    data = tuple((str(step * _STEP // 60), float(counts[step])) for step in range(max(counts) + 1))
    peak = max(counts, key=lambda step: (counts[step], -step))
    at = peak * _STEP + _STEP / 2
    theme = next((names[t.id] for t in themes for s in t.spans if s.from_time <= at <= s.to_time and t.id in names), "")
    during = f", when the talk was of {theme[:1].lower() + theme[1:]}" if theme and not theme.split()[0].isupper() else ""
    return Figure(
        id="figure-chat", chart="columns", label="Minutes from the start", unit="messages in five minutes", data=data,
        title=f"The chat was busiest around minute {peak * _STEP // 60}{during}",
        source=f"Source: chat log, {counted(len(session.messages), 'message')}.",
        alt=f"Column chart of chat messages in every five minutes; the peak is {counts[peak]} from minute {peak * _STEP // 60}.",
    )  # fmt: skip


def numbers_table(figures: Sequence[Figure]) -> Table | None:
    """Return the numbers of the figures over time, as these do not show them; the others do."""
    over_time = [figure for figure in figures if figure.chart != "bars"]
    if not over_time:
        return None
    columns = [dict(figure.data) for figure in over_time]
    minutes = sorted({minute for column in columns for minute in column}, key=int)
    rows = tuple(
        tuple((Run(text=cell),) for cell in (minute, *(f"{column[minute]:g}" if minute in column else "–" for column in columns)))
        for minute in minutes
    )
    return Table(
        id="table-numbers", caption="Minute by minute, in steps of five", header=("From minute", *(figure.unit.capitalize() for figure in over_time)),
        rows=rows, widths=(2,) + (3,) * len(columns),
    )  # fmt: skip


def attendance_table(session: Session, privacy: Privacy) -> Table | None:
    """Return how many people held each role."""
    there = people_there(session)
    if not there:
        return None
    roles = Counter(p.role for p in there)
    titles = ((Role.HOST, "Hosts"), (Role.PANELLIST, "Panellists"), (Role.ATTENDEE, "Participants"))
    spoke, wrote = set(talking_words(session)), {m.participant for m in session.messages}
    rows = tuple(
        tuple((Run(text=cell),) for cell in (title, str(roles[role]), str(sum(p.id in spoke for p in there if p.role is role)), str(sum(p.id in wrote for p in there if p.role is role))))
        for role, title in titles
        if roles[role]
    )
    return Table(
        id="table-roles", caption="People by role, and how many of them spoke or wrote",
        header=("Role", "People", "Spoke", "Wrote in the chat"), rows=rows, widths=(4, 2, 2, 3),
    )  # fmt: skip
