"""A quarter of a community as a paper.

Made from sessions that were processed before, as their reviewers left them. The blocks are
those of every paper, so they look alike and render the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from copaper.communities import Community
from copaper.library.catalogue import Entry
from copaper.library.ledger import STILL_ASKED, LedgerLine, question_ledger
from copaper.library.quarters import Quarter
from copaper.library.register import RegisterEntry, Telling, practice_register
from copaper.library.similarity import alike, groups, stems
from copaper.library.trends import NOT_KNOWN, participation
from copaper.papers.evidence import EvidenceList
from copaper.papers.participation import FEW, FEW_OR_MORE, OTHERS, folded
from copaper.papers.printable import printable
from copaper.papers.topics import of_matter
from copaper.papers.typesetting import typeset
from copaper.papers.wording import BECAME, counted, day, listed, sentence, shortened
from copaper.privacy import SMALLEST_GROUP, WITHHELD, Privacy
from copaper.records import (
    Block,
    Bullets,
    Figure,
    Finding,
    Heading,
    Inline,
    Kind,
    Paper,
    Paragraph,
    Run,
    Table,
    Theme,
    Tiles,
    content_id,
)

SAME_THEME = 0.3
"""How alike labels and key phrases are when two sessions' themes are one."""
KEPT_WORD = 0.25
"""How much of a commitment a later finding takes up that is shown beside it as what may have come of it."""
MOST_PRACTICES, MOST_QUESTIONS, MOST_THEMES = 15, 15, 12
_DONE = (Kind.PRACTICE, Kind.LESSON, Kind.STORY, Kind.RESOURCE, Kind.DECISION, Kind.CHALLENGE)
"""What can have come of a promise: neither the next promise nor a question."""


@dataclass(frozen=True)
class Moved:
    """A theme over the quarters: its share of what was said (0 to 1) in each."""

    label: str
    shares: dict[Quarter, float]
    sessions: tuple[str, ...]
    communities: tuple[str, ...]


def themes_over_time(entries: Sequence[Entry]) -> tuple[Moved, ...]:
    """Return the themes of ``entries``, those told of in several sessions as one; the
    largest of the newest quarter first."""
    found: list[tuple[Entry, Theme]] = [(entry, theme) for entry in entries for theme in of_matter(entry.findings.themes)]
    if not found:
        return ()
    texts = [f"{theme.code_book or theme.label} {theme.label} {' '.join(theme.phrases)}" for _, theme in found]
    spoken = {quarter: sum(_words(e) for e in entries if e.quarter == quarter) or 1 for quarter in {e.quarter for e in entries}}
    result = []
    # “Test suite” and “Test suites” are one, whatever their other phrases are.
    pairs = dict(alike(texts, SAME_THEME))
    names = [stems(theme.code_book or theme.label) for _, theme in found]
    pairs.update({(i, j): 1.0 for j in range(len(names)) for i in range(j) if names[i] and names[i] == names[j]})
    for members in groups(pairs, len(texts)):
        shares: dict[Quarter, float] = {}
        for i in members:
            entry, theme = found[i]
            shares[entry.quarter] = shares.get(entry.quarter, 0.0) + theme.salience * _words(entry) / spoken[entry.quarter]
        first, named = max(((found[i][1].salience, found[i][1].id), found[i][1]) for i in members)
        sessions = tuple(sorted({found[i][0].session.id for i in members}))
        communities = tuple(sorted({found[i][0].session.community for i in members}))
        result.append(Moved(named.code_book or named.label, shares, sessions, communities))
    newest = max(spoken)
    return tuple(sorted(result, key=lambda m: (-m.shares.get(newest, 0.0), -max(m.shares.values()), m.label)))


def _words(entry: Entry) -> int:
    return sum(len(turn.text.split()) for turn in entry.session.turns)


class Report:
    """What both papers need: the sessions, their evidence, and words that may be printed."""

    def __init__(self, entries: Sequence[Entry], communities: Mapping[str, Community], quarter: Quarter) -> None:
        self.quarter, self.communities = quarter, communities
        self.known = [entry for entry in entries if entry.day <= quarter.last]
        self.inside = [entry for entry in self.known if entry.day in quarter]
        self.evidence: dict[str, EvidenceList] = {}
        self.findings = {finding.id: entry for entry in self.known for finding in entry.findings.findings}
        # A person of one session may be spoken of in another, so each hides everybody's names.
        everybody = tuple({person.id: person for entry in self.known for person in entry.session.participants}.values())
        before: EvidenceList | None = None
        for entry in self.known:
            shared = entry.session.model_copy(update={"participants": _with_own(entry, everybody)})
            privacy = Privacy(shared, communities[entry.session.community].privacy, entry.findings)
            before = EvidenceList(shared, privacy, entry.findings.themes, beside=before, label=f"{day(entry.day)}: ")
            self.evidence[entry.session.id] = before

    def safe(self, entry: Entry, text: str) -> str:
        return self.evidence[entry.session.id].safe(text)

    def label(self, entry: Entry, text: str) -> str:
        """Return a theme's label without what had to be withheld from it."""
        left = " ".join(WITHHELD.sub(" ", self.safe(entry, text)).split())
        return left[:1].upper() + left[1:] or "Theme without a name"

    def said(self, finding: Finding, *, dated: bool = True) -> Inline:
        """Return a finding's statement with its marks and the day on which it was said."""
        entry = self.findings[finding.id]
        listing = self.evidence[entry.session.id]
        on = (Run(text=f" {day(entry.day)}", italic=True),) if dated else ()
        return (Run(text=sentence(listing.safe(finding.statement))), listing.mark(finding.evidence[0]), *on)

    def about(self, entry: Entry, most: int) -> list[str]:
        """Return what a session was mostly about."""
        largest = sorted(of_matter(entry.findings.themes), key=lambda theme: (-theme.salience, theme.id))[:most]
        return distinct(self.label(entry, theme.code_book or theme.label) for theme in largest)

    def entries(self) -> list[Block]:
        last = next(reversed(self.evidence.values()), None)
        found = last.entries() if last else ()
        return [Heading(id="evidence", level=1, text="Annex: Evidence"), *found] if found else []

    def name(self, code: str) -> str:
        return self.communities[code].name

    def sessions(self, *, by_community: bool) -> list[Block]:
        rows = []
        shown = sorted(self.inside, key=lambda entry: (self.name(entry.session.community), entry.day)) if by_community else self.inside
        for entry in shown:
            title = self.safe(entry, entry.session.title) or "; ".join(self.about(entry, 2)) or "–"
            cells = (day(entry.day), title, str(len(entry.people)), str(len(entry.findings.themes)), str(sum(1 for _ in entry.of_kind(*Kind))))
            rows.append(tuple((Run(text=cell),) for cell in ((self.name(entry.session.community), *cells) if by_community else cells)))
        header = ("Day", "Session", "People", "Themes", "Findings")
        return [
            Table(id="sessions-table", caption="The sessions of the quarter", header=("Community", *header) if by_community else header,
                  rows=tuple(rows), widths=(4, 4, 6, 2, 2, 2) if by_community else (3, 7, 2, 2, 2), ids=tuple(e.session.id for e in shown))
        ]  # fmt: skip

    def method(self) -> list[Block]:
        words = (
            f"This paper was made from {counted(len(self.inside), 'session')} of {self.quarter.words} and "
            f"{counted(len(self.known) - len(self.inside), 'earlier one')}, as they were processed and reviewed; no recording was read anew. "
            "Two statements count as the same practice, and a later statement as the answer to a question, when they share enough of their rarer words: "
            "such pairs are proposals, and the dates beside them lead to the papers of the sessions."
        )
        policies = "Names are treated as each community has agreed. E-mail addresses, telephone and identity numbers are never shown; groups of fewer than three people are not told apart."
        return [
            Heading(id="method", level=1, text="Method, limits and privacy"),
            Paragraph(id="method-1", runs=(Run(text=words),)),
            Paragraph(id="method-2", runs=(Run(text=policies),)),
        ]


def _with_own(entry: Entry, everybody: tuple) -> tuple:
    own = {person.id for person in entry.session.participants}
    return (*entry.session.participants, *(person for person in everybody if person.id not in own))


# --- one community ---------------------------------------------------------------------------


def quarterly_paper(entries: Sequence[Entry], community: Community, quarter: Quarter) -> Paper:
    """Return the paper on one community's ``quarter``; ``entries`` are all its sessions."""
    return _Quarterly(entries, community, quarter).paper()


class _Quarterly(Report):
    def __init__(self, entries: Sequence[Entry], community: Community, quarter: Quarter) -> None:
        super().__init__(entries, {community.code: community}, quarter)
        self.community = community

    def paper(self) -> Paper:
        title = f"{self.community.name}: {self.quarter.words}"
        blocks: list[Block] = [Heading(id="brief", level=1, text="The quarter in brief"), Paragraph(id="about", style="lead", runs=(Run(text=self._about()),))]
        if self.inside:
            blocks += [Tiles(id="tiles", items=self._tiles()), *self._points(), *self.sessions(by_community=False)]
            for part in (self._themes, self._practices, self._questions, self._commitments, self._participation, self.method):
                blocks += part()
            blocks += self.entries()
        return paper_of(self.community, f"{self.community.code}-{self.quarter}", "Quarterly paper", title, f"What members shared, {self.quarter}", self.quarter, self._about(), blocks)

    def _about(self) -> str:
        if not self.inside:
            earlier = f" The last session known is that of {day(self.known[-1].day)}." if self.known else ""
            return f"No session of this community in {self.quarter.words} has been processed, so there is nothing to report.{earlier}"
        people = len(frozenset().union(*(entry.people for entry in self.inside)))
        text = f"{counted(len(self.inside), 'session').capitalize()} {'was' if len(self.inside) == 1 else 'were'} held in the quarter {self.quarter.words}; {counted(people, 'person', 'people')} took part."
        names = [m.label for m in self._moved[:3] if self.quarter in m.shares]
        return f"{text} Most was said of {_named(names)}." if names else text

    @cached_property
    def _moved(self) -> tuple[Moved, ...]:
        holder = self.inside[0] if self.inside else None
        return tuple(
            Moved(self.label(holder, m.label), m.shares, m.sessions, m.communities) if holder else m
            for m in themes_over_time(self.known)
        )

    @cached_property
    def _register(self) -> list[RegisterEntry]:
        sessions = {entry.session.id for entry in self.inside}
        return [entry for entry in practice_register(self.known) if any(t.session in sessions for t in entry.tellings)]

    @cached_property
    def _ledger(self) -> tuple[LedgerLine, ...]:
        return question_ledger(self.known)

    def _tiles(self) -> tuple[tuple[str, str], ...]:
        people = len(frozenset().union(*(entry.people for entry in self.inside)))
        found = [(str(len(self.inside)), "session" if len(self.inside) == 1 else "sessions"), (str(people), "person" if people == 1 else "people")]
        told, left = len(self._register), sum(line.state in STILL_ASKED for line in self._ledger)
        found.append((str(told), "practice told" if told == 1 else "practices told"))
        found.append((str(left), "question open" if left == 1 else "questions open"))
        return tuple(found)

    def _points(self) -> list[Block]:
        """Return what a reader in a hurry must know, each with what it rests on."""
        points: list[tuple[str, Inline]] = []
        again = [entry for entry in self._register if entry.sessions > 1]
        if again:
            points.append(("again", (Run(text=f"A practice was told again ({counted(again[0].sessions, 'session')}, {counted(again[0].people, 'person', 'people')}): "), *self.said(again[0].tellings[0].finding))))
        answered = self._answered_now()
        if answered:
            points.append(("answered", (Run(text=f"{counted(len(answered), 'earlier question').capitalize()} may have found an answer this quarter."),)))
        new = [m.label for m in self._moved if list(m.shares) == [self.quarter]]
        if new and len({e.quarter for e in self.known}) > 1:
            # All new: the paragraph above has named the largest already.
            back = any(self.quarter in m.shares and len(m.shares) > 1 for m in self._moved)
            points.append(("new", (Run(text=f"New on the table: {_named(new[:3])}." if back else "No theme of earlier quarters came back."),)))
        for kind, words in ((Kind.LESSON, "Learnt"), (Kind.RECOMMENDATION, "Recommended"), (Kind.CHALLENGE, "In the way")):
            best = max((f for e in self.inside for f in e.of_kind(kind)), key=lambda f: (f.confidence, f.id), default=None)
            if best:
                points.append((best.id, (Run(text=f"{words}: ", bold=True), *self.said(best))))
        return [Bullets(id="points", style="key messages", items=tuple(p for _, p in points), ids=tuple(i for i, _ in points))] if points else []

    def _themes(self) -> list[Block]:
        now = [m for m in self._moved if self.quarter in m.shares][:MOST_THEMES]
        if not now:
            return []
        before = max((e.quarter for e in self.known if e.quarter < self.quarter), default=None)
        rows = []
        for moved in now:
            share, last = moved.shares[self.quarter], moved.shares.get(before, 0.0) if before else 0.0
            earlier = any(q < self.quarter for q in moved.shares)
            way = "–" if before is None else "new" if not earlier else "back" if not last else "more" if share > last * 1.25 else "less" if share < last * 0.8 else "as before"
            rows.append(tuple((Run(text=cell),) for cell in (moved.label, f"{100 * last:.0f}%" if last else "–", f"{100 * share:.0f}%", way)))
        blocks: list[Block] = [Heading(id="themes", level=1, text="Themes, and how they moved")]
        gone = [m.label for m in self._moved if before in m.shares and self.quarter not in m.shares] if before else []
        if gone:
            blocks.append(Paragraph(id="themes-gone", runs=(Run(text=f"Not spoken of this time: {_named(gone[:5])}."),)))
        blocks.append(
            Table(id="themes-table", caption="Share of what was said", header=("Theme", str(before) if before else "Before", str(self.quarter), "Moved"), rows=tuple(rows), widths=(7, 2, 2, 2), ids=tuple(content_id(m.label) for m in now))
        )
        data = tuple((m.label, round(100 * m.shares[self.quarter], 1)) for m in now[:8])
        blocks.append(
            Figure(
                id="figure-themes", chart="bars", label="Theme", unit="% of what was said", data=data, marked=(data[0][0],),
                title=f"{data[0][0]} took {data[0][1]:.0f} % of the quarter's talk",
                source=f"Source: {counted(len(self.inside), 'session')} of {self.quarter}.",
                alt="Bar chart of themes by share of what was said: " + ", ".join(f"{name} {value:g}" for name, value in data) + ".",
            )
        )  # fmt: skip
        return blocks

    def _practices(self) -> list[Block]:
        if not self._register:
            return []
        return [
            Heading(id="practices", level=1, text="Practice register"),
            Paragraph(id="practices-about", runs=(Run(text="Practices told this quarter. One that was told before stands once, with all who told it."),)),
            register_table(self, self._register, lambda telling: day(telling.day)),
        ]

    def _answered_now(self) -> list[LedgerLine]:
        sessions = {entry.session.id for entry in self.inside}
        return [line for line in self._ledger if line.answered_in in sessions]

    def _questions(self) -> list[Block]:
        blocks: list[Block] = []
        if answered := self._answered_now()[:MOST_QUESTIONS]:
            rows = tuple((self.said(line.question), self.said(line.answer)) for line in answered)
            blocks.append(Table(id="answered-table", caption="Asked earlier, perhaps answered this quarter", header=("Question", "What was said since"), rows=rows, widths=(1, 1), ids=tuple(l.question.id for l in answered)))
        still = sorted((l for l in self._ledger if l.state in STILL_ASKED), key=lambda l: (STILL_ASKED.index(l.state), -l.day.toordinal(), l.question.id))
        if still:
            rows = tuple((self.said(line.question), (Run(text=BECAME[line.state]),)) for line in still[:MOST_QUESTIONS])
            blocks.append(Table(id="open-table", caption=f"Proposed for the next agenda{_of(len(rows), len(still))}", header=("Question", "What became of it"), rows=rows, widths=(5, 2), ids=tuple(l.question.id for l in still[:MOST_QUESTIONS])))
        return [Heading(id="questions", level=1, text="Question ledger"), *blocks] if blocks else []

    def _commitments(self) -> list[Block]:
        promised = [(entry, finding) for entry in self.known for finding in entry.of_kind(Kind.COMMITMENT)]
        if not promised:
            return []
        later = [(entry, finding) for entry in self.inside for finding in entry.of_kind(*_DONE)]
        pairs = alike([finding.statement for _, finding in (*promised, *later)], KEPT_WORD, asked=len(promised))
        rows, ids = [], []
        for row, (entry, finding) in enumerate(promised):
            since = [(pairs[row, c], found) for c, (other, found) in enumerate(later, len(promised)) if other.day > entry.day and (row, c) in pairs]
            if entry.day not in self.quarter and not since:
                continue
            came: Inline = self.said(max(since, key=lambda s: (s[0], s[1].id))[1]) if since else (Run(text="Nothing was said of it yet."),)
            rows.append((self.said(finding), came))
            ids.append(finding.id)
        if not rows:
            return []
        return [
            Heading(id="commitments", level=1, text="Commitments"),
            Table(id="commitments-table", caption="What was promised, and what came of it", header=("Promise", "Since then"), rows=tuple(rows[:MOST_QUESTIONS]), widths=(1, 1), ids=tuple(ids[:MOST_QUESTIONS])),
        ]

    def _participation(self) -> list[Block]:
        quarters = participation(self.known)[-5:]
        rows = tuple(
            tuple((Run(text=cell),) for cell in (str(p.quarter), str(p.sessions), str(p.people), *_apart(p.new, p.people - p.new), str(p.speakers), f"{100 * p.balance:.0f}%" if p.speakers > 1 else "–"))
            for p in quarters
        )
        blocks: list[Block] = [
            Heading(id="participation", level=1, text="Who took part"),
            Table(id="participation-table", caption="Participation by quarter", header=("Quarter", "Sessions", "People", "New", "Returning", "Spoke", "Balance"), rows=rows, widths=(3, 2, 2, 2, 3, 2, 2), ids=tuple(str(p.quarter) for p in quarters)),
            Paragraph(id="participation-about", style="note", runs=(Run(text="New: in no earlier session known here. Balance: 100 % when all who spoke spoke equally long."),)),
        ]
        if figure := _provinces(quarters[-1].provinces, self.quarter):
            blocks.append(figure)
        return blocks


def register_table(report: Report, register: Sequence[RegisterEntry], told_in) -> Table:
    """Return the practice register as a table; ``told_in`` says where a telling was."""
    rows, shown = [], register[:MOST_PRACTICES]
    for entry in shown:
        behind = [counted(entry.people, "person", "people"), counted(entry.sessions, "session")]
        behind += [counted(entry.organisations, "organisation")] if entry.organisations >= SMALLEST_GROUP else []
        behind += [counted(entry.provinces, "province")] if entry.provinces >= SMALLEST_GROUP else []
        where = listed(list(dict.fromkeys(told_in(t) for t in sorted(entry.tellings, key=_when))))
        words = listed(behind).capitalize() if entry.people > 1 or entry.sessions > 1 else "Told once"
        rows.append((report.said(entry.tellings[0].finding, dated=False), (Run(text=words),), (Run(text=where),)))
    return Table(id="register-table", caption=f"Practices, and how many stand behind them{_of(len(shown), len(register))}", header=("Practice", "Behind it", "Told in"), rows=tuple(rows), widths=(7, 3, 3), ids=tuple(e.id for e in shown))


def _when(telling: Telling) -> tuple:
    return telling.day, telling.finding.id


def _apart(new: int, returning: int) -> tuple[str, str]:
    """Return two numbers whose sum is shown: neither, where one would stand for fewer than three people."""
    few = [0 < n < SMALLEST_GROUP for n in (new, returning)]
    return tuple(FEW if small else FEW_OR_MORE if any(few) and n else str(n) for n, small in zip((new, returning), few, strict=True))


def _provinces(counts: Sequence[tuple[str, int]], quarter: Quarter) -> Figure | None:
    groups = folded(dict(counts))
    known = {name: n for name, n in groups if name not in (NOT_KNOWN, OTHERS)}
    if len(known) < 2:
        return None
    data = [(name, float(n)) for name, n in sorted(groups, key=lambda group: group[0] in (NOT_KNOWN, OTHERS))]
    top = max(known, key=lambda name: (known[name], name))
    return Figure(
        id="figure-provinces", chart="bars", label="Province", unit="people", data=tuple(data), marked=(top,),
        title=f"The largest group of people came from {top}", source=f"Source: attendance and registration reports of {quarter}.",
        alt="Bar chart of people by province: " + ", ".join(f"{name} {value:g}" for name, value in data) + ".",
    )  # fmt: skip


def paper_of(community: Community, session: str, series: str, title: str, subtitle: str, quarter: Quarter, abstract: str, blocks: Sequence[Block]) -> Paper:
    publisher = community.publisher or community.name
    imprint = [("About this community", sentence(community.purpose))] if community.purpose else []
    if community.licence:
        imprint.append(("Licence", f"{community.licence}. You may share and adapt this paper if you name its source."))
    imprint.append(("How it was made", "Copaper made this paper from what was found in the sessions of the quarter."))
    return typeset(Paper(
        id=content_id("paper", session),
        session=session,
        community=community.name,
        community_code=community.code,
        title=title,
        subtitle=subtitle,
        series=series,
        date=quarter.last,
        publisher=publisher,
        licence=community.licence,
        how_to_cite=f"{community.name} ({quarter.year}). {title}." + (f" {publisher}." if publisher != community.name else ""),
        abstract=printable(shortened(abstract, 80)),
        imprint=tuple(imprint),
        blocks=tuple(blocks),
    ))


def _named(labels: Sequence[str]) -> str:
    """Return themes as part of a sentence; which of their capitals belong to names is not known."""
    return listed([f"“{label}”" for label in labels])


def distinct(labels: Iterable[str]) -> list[str]:
    """Return labels without those that say what one before says: "Test suites" after "Test suite"."""
    kept: dict[object, str] = {}
    for label in labels:
        kept.setdefault(stems(label) or label, label)
    return list(kept.values())


def _of(shown: int, all_: int) -> str:
    return f" ({shown} of {all_})" if shown < all_ else ""
