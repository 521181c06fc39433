"""The typed records that pass between the rooms.

Every record is frozen, validates itself, and goes to JSON and back without loss.
Times inside a session are seconds (float) from the session's start; wall-clock times
are zone-aware. Ids are short hashes of content, so the same input gives the same ids.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal, NamedTuple, Self, get_args

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, WrapValidator, model_validator

SCHEMA_VERSION = 1
"""Raised when a record changes in a way that older files cannot be read as."""


class Record(BaseModel):
    """A frozen value: equal when its fields are equal, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="strings")

    def to_json(self) -> str:
        """Return indented JSON whose bytes depend on the content alone."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read back what :meth:`to_json` wrote; raise ``ValueError`` if it is not one."""
        return cls.model_validate_json(text)


def content_id(*parts: object) -> str:
    """Return 10 hex digits that depend only on ``parts``, which must print stably."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:10]


# --- what one reader got out of one export --------------------------------------
# There are hundreds of thousands of items in a large export, and none leaves intake: named
# tuples are made five times as fast as validated records.


class ExportKind(StrEnum):
    """What an export tells us."""

    TRANSCRIPT = "transcript"
    CHAT = "chat"
    ATTENDANCE = "attendance"
    QUESTIONS = "questions"
    POLL = "poll"


class Cue(NamedTuple):
    """A timed line of a transcript, as written. Only readers and intake know cues.

    ``start`` and ``end`` are seconds on the file's own clock; both are None where the
    format has no times (plain text). ``speaker`` is empty where none was named.
    """

    line: int
    start: float | None
    end: float | None
    speaker: str
    text: str


class Post(NamedTuple):
    """One record of a chat log: a message, or a reaction to one.

    ``time`` is seconds on the file's clock: since the recording began, or since midnight
    when ``wall_clock``. ``quoted`` holds the words (often cut off by the platform) of the
    message that this one replies or reacts to; they are never this author's words.
    """

    line: int
    time: float | None
    author: str
    text: str
    wall_clock: bool = False
    day: date | None = None
    quoted: str = ""
    reaction: str = ""
    removes_reaction: bool = False


class Presence(NamedTuple):
    """One row of an attendance report: somebody, perhaps from when to when.

    ``codes`` are what a column of abbreviations, nicknames or accounts has for them; they are
    among ``other_names`` too.

    ``joined`` and ``left`` are naive wall-clock times, as reports carry no zone;
    intake gives them the community's. ``minutes`` is the report's own figure.
    ``offset`` and ``until`` hold seconds where a report counts from the start instead.
    """

    line: int
    name: str
    other_names: tuple[str, ...] = ()
    email: str = ""
    organisation: str = ""
    province: str = ""
    role: str = ""
    joined: datetime | None = None
    left: datetime | None = None
    offset: float | None = None
    until: float | None = None
    minutes: float | None = None
    attended: bool = True
    codes: tuple[str, ...] = ()


class Ballot(NamedTuple):
    """One person's answers in a poll: pairs of question and answer."""

    line: int
    name: str
    answers: tuple[tuple[str, str], ...]


class AskedQuestion(NamedTuple):
    """One row of a question-and-answer report."""

    line: int
    asker: str
    question: str
    answers: tuple[str, ...] = ()
    time: datetime | None = None


Item = Cue | Post | Presence | Ballot | AskedQuestion


def _as_made(value: object, validate: Callable[[object], tuple[Item, ...]]) -> tuple[Item, ...]:
    """Validate what was read from JSON only; readers hand over items."""
    made = isinstance(value, tuple) and set(map(type, value)) <= set(get_args(Item))
    return value if made else validate(value)


class Remark(Record):
    """Something a reader did not understand or had to guess; never the words themselves."""

    code: str
    line: int
    count: int = 1
    lines: int = 0
    """How many lines of the file this remark accounts for in the line count."""


class Reading(Record):
    """What one reader got out of one export.

    The invariant of intake: ``lines_read + lines_ignored + lines_remarked == lines``,
    so that nothing disappears in silence. ``ignored`` says how many lines were left out
    for which reason ("blank", "header", "direct message", ...).
    """

    reader: str
    kind: ExportKind
    items: Annotated[tuple[Item, ...], WrapValidator(_as_made)]
    lines: int
    lines_read: int
    ignored: dict[str, int] = Field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    title: str = ""
    started: datetime | None = None
    ended: datetime | None = None
    language: str = ""
    facts: dict[str, str] = Field(default_factory=dict)
    """What the reader decided, in words for ``copaper check`` ("day order": "day first")."""

    @property
    def lines_ignored(self) -> int:
        return sum(self.ignored.values())

    @property
    def lines_remarked(self) -> int:
        return sum(remark.lines for remark in self.remarks)

    @model_validator(mode="after")
    def _every_line_accounted_for(self) -> Self:
        total = self.lines_read + self.lines_ignored + self.lines_remarked
        if total != self.lines:
            raise ValueError(
                f"{self.reader}: {self.lines_read} read + {self.lines_ignored} ignored + "
                f"{self.lines_remarked} remarked is not {self.lines} lines"
            )
        return self


# --- a session ---------------------------------------------------------------------


class Notice(Record):
    """A remark with its file, for people: code, line and how often, no content."""

    code: str
    line: int = 0
    count: int = 1
    detail: str = ""


class Source(Record):
    """One raw file: what it is, who read it, what became of its lines."""

    file: str
    sha256: str
    bytes: int
    kind: ExportKind | None
    reader: str
    encoding: str = ""
    lines: int = 0
    lines_read: int = 0
    ignored: dict[str, int] = Field(default_factory=dict)
    items: int = 0
    first: float | None = None
    last: float | None = None
    offset: float = 0.0
    """Seconds added to the file's clock to reach the session's."""
    offset_basis: str = ""
    facts: dict[str, str] = Field(default_factory=dict)
    warnings: tuple[Notice, ...] = ()


class CueMark(Record):
    """Where one cue's words stand in a turn: from ``at`` (character) on, said from
    ``start`` to ``end`` (seconds), read from ``line`` of source number ``source``.
    ``index`` counts the cues of all transcripts of the session, in time, from 0."""

    at: int
    start: float
    end: float
    line: int
    index: int


class Turn(Record):
    """A stretch of speech by one participant: consecutive cues joined by single spaces."""

    index: int
    participant: str
    start: float
    end: float
    text: str
    source: int = 0
    cues: tuple[CueMark, ...] = ()
    language: str = ""

    def cue_at(self, offset: int) -> CueMark:
        """Return the cue that holds character ``offset``."""
        found = self.cues[0]
        for cue in self.cues:
            if cue.at > offset:
                break
            found = cue
        return found


class Reaction(Record):
    participant: str
    emoji: str


class Message(Record):
    """A chat message. ``reply_to`` is the index of the message it answers."""

    index: int
    time: float
    participant: str
    text: str
    reply_to: int | None = None
    reactions: tuple[Reaction, ...] = ()
    source: int = 0
    line: int = 0
    language: str = ""


class Role(StrEnum):
    HOST = "host"
    PANELLIST = "panellist"
    ATTENDEE = "attendee"
    BOT = "bot"


class Link(Record):
    """Why a name in a source was taken for this participant."""

    name: str
    source: int
    reason: str


class Participant(Record):
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    """What a list of people has for their name: a code, initials, a nickname."""
    role: Role = Role.ATTENDEE
    office: str = ""
    """What they show of an office beside their name, without what it is of: "Minister", "Deputy chair"."""
    organisation: str = ""
    province: str = ""
    intervals: tuple[tuple[float, float], ...] = ()
    """Presence as disjoint, ordered (from, to) in seconds of the session."""
    links: tuple[Link, ...] = ()
    attended: bool = True
    consent: bool = True


class Poll(Record):
    question: str
    answers: tuple[tuple[str, int], ...]
    voters: int


class Session(Record):
    """One webinar on one clock: who said what when, who wrote what when, who was there."""

    schema_version: int = SCHEMA_VERSION
    id: str
    community: str
    title: str
    start: AwareDatetime
    end: AwareDatetime
    timezone: str
    platform: str = ""
    language: str = "en"
    agenda: tuple[str, ...] = ()
    turns: tuple[Turn, ...]
    messages: tuple[Message, ...]
    participants: tuple[Participant, ...]
    polls: tuple[Poll, ...] = ()
    also_withhold: tuple[str, ...] = ()
    """Names of people who were spoken of, as ``session.yaml`` tells them."""
    let_stand: tuple[str, ...] = ()
    """What is no name, or may be printed, as ``session.yaml`` tells it."""
    sources: tuple[Source, ...]
    direct_messages_dropped: int = 0
    facts: dict[str, str] = Field(default_factory=dict)
    warnings: tuple[Notice, ...] = ()

    def participant(self, id: str) -> Participant:
        """Return one participant; raise ``KeyError`` for an unknown id."""
        for participant in self.participants:
            if participant.id == id:
                return participant
        raise KeyError(id)

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return (self.end - self.start).total_seconds()


# --- what the session said -----------------------------------------------------------


class Kind(StrEnum):
    """Kinds of finding; the glossary in docs/glossary.md says what each is."""

    PRACTICE = "practice"
    LESSON = "lesson"
    CHALLENGE = "challenge"
    RECOMMENDATION = "recommendation"
    RESOURCE = "resource"
    STORY = "story"
    QUESTION = "question"
    COMMITMENT = "commitment"
    DECISION = "decision"


class Evidence(Record):
    """Where something was said, word for word.

    ``where`` and ``index`` name a turn or a message of the session, ``start`` and ``end``
    a character span of its text, so that ``quote == text[start:end]``. ``time`` is seconds
    from the session's start, of the cue that the span begins in.
    """

    where: Literal["turn", "message"]
    index: int
    start: int
    end: int
    time: float
    participant: str
    quote: str

    def is_beside(self, other: Evidence) -> bool:
        """Tell whether both stand in one turn or message."""
        return (self.where, self.index) == (other.where, other.index)

    def common(self, other: Evidence) -> int:
        """Return how many characters both have in common."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) if self.is_beside(other) else 0

    def holds(self, other: Evidence) -> bool:
        """Tell whether all of ``other`` is part of this."""
        return self.is_beside(other) and self.start <= other.start and other.end <= self.end


class Stance(StrEnum):
    """How somebody who does not go along with a matter says so."""

    OTHERWISE = "otherwise"
    """They see it differently."""
    AGAINST = "against"
    """They are against it."""
    WORRIED = "worried"
    """Something about it worries them."""


class Account(Evidence):
    """What somebody told in several sentences; ``asked`` is the question that it replies to, if only that says what it speaks of. What is
    told ``aside`` may be on another matter than what its topic is called by. ``understood`` has, for each sentence, the character of the
    turn with which it begins and the chance that readers find it clear by itself."""

    asked: Evidence | None = None
    aside: bool = False
    understood: tuple[tuple[int, float], ...] = ()


class View(Evidence):
    """What somebody holds who does not go along with a matter; ``aside`` as with accounts."""

    stance: Stance
    aside: bool = False
    reply: Evidence | None = None
    """What somebody soon replied, if its speaker did not turn that down."""


class Span(Record):
    """A stretch of turns, ends included: characters ``start`` of ``first_turn`` up to
    ``end`` of ``last_turn``; ``from_time`` and ``to_time`` are its seconds."""

    first_turn: int
    start: int
    last_turn: int
    end: int
    from_time: float
    to_time: float


class Segment(Record):
    """A stretch of the session on one topic; ``opened_by`` is the evidence that opens it."""

    id: str
    span: Span
    theme: str = ""
    opened_by: Evidence | None = None


class Reply(Record):
    """Somebody agreed with what another had said, or differed: both in their own words, or ``aside`` like an :class:`Account`."""

    to: Evidence
    by: Evidence
    agrees: bool
    aside: bool = False


class EndingState(StrEnum):
    """How far a topic came that ended without a decision of its own words."""

    PROPOSED = "proposed"
    PUT_OFF = "put off"
    NOT_AGREED = "not agreed"
    LEANING = "leaning"
    """Most were for it, and nobody said that it is settled."""
    GRANTED = "granted"
    """What was asked for was given, in words that leave to the topic what that is."""
    SUPPORTED = "supported"
    """What was asked for had several supporters, and nobody said that it is given or against it."""
    NEXT = "next"
    """Somebody who led the meeting or the topic says what is done next."""
    SUMMED_UP = "summed up"
    """Somebody says in so many words what it comes to, as for minutes."""
    CONCLUDED = "concluded"
    """Who led the meeting says at the end what it came to; nobody says that it is settled."""
    UNCHANGED = "unchanged"
    """It stays as it is, or somebody does not move from their position."""
    WITHDRAWN = "withdrawn"
    """Who asked for something gave it up."""
    LEFT_OPEN = "left open"
    """Whoever led the meeting says that it is not settled, and stays so."""
    GONE_ALONG = "gone along"
    """Whoever led the meeting says in their own words what is done, others go along and nobody objects; nobody says that it is decided."""
    NOT_ASKED = "not asked"
    """Who presented it says that they ask for no decision."""


class Ending(Record):
    """Where somebody says near a topic's end how far it came, if that is no decision."""

    state: EndingState
    said: Evidence
    reply: Evidence | None = None
    """Who put off, or objected to, what was proposed, or gave or supported what was asked for."""


class Task(Record):
    """What whoever led gave somebody to do after the session, or somebody took on, and what was replied, if that says more than yes."""

    given: Evidence
    reply: Evidence | None = None


class CorrectionKind(StrEnum):
    """What became of a statement within minutes."""

    DENIED = "denied"
    """Somebody else said that it is not so."""
    OBJECTED = "objected"
    """Somebody else replied at once with a doubt, or a "but"."""
    TAKEN_BACK = "taken back"
    """Who said it gave it up, or said what is right instead."""
    LIMITED = "limited"
    """Who said it added when or why alone it holds."""


class Correction(Record):
    """What was said against a statement: both in their own words."""

    kind: CorrectionKind
    of: Evidence
    by: Evidence


class Theme(Record):
    id: str
    label: str
    also: tuple[str, ...] = ()
    """What else most of its talk is on, where the label names a small part of it."""
    planned: bool = False
    """Whether a line of the agenda names it, or whoever leads called it up by its name: what is said until the next is on it."""
    phrases: tuple[str, ...] = ()
    summary: tuple[Evidence, ...] = ()
    """Sentences that may sum the theme up, in the participants' words, the best first."""
    accounts: tuple[Account, ...] = ()
    """What somebody told of it in several sentences that belong together, the best first; they may overlap."""
    views: tuple[View, ...] = ()
    """What was held by those who did not go along, in time."""
    salience: float
    """Share of the session's words, 0 to 1."""
    spans: tuple[Span, ...]
    messages: tuple[int, ...] = ()
    """Indices of the chat messages that belong to it."""
    code_book: str = ""
    """Label of the community's code-book entry it was filed under, or empty."""
    replies: tuple[Reply, ...] = ()
    """Where people agreed and differed, in time."""
    endings: tuple[Ending, ...] = ()
    """How far the topic came where nothing was settled last, in time."""

    @property
    def heading(self) -> str:
        """The label, and what else most of the talk is on."""
        return f"{', '.join((self.label, *self.also[:-1]))} and {self.also[-1]}" if self.also else self.label


class Status(StrEnum):
    DRAFT = "draft"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


class Corroboration(Record):
    """How many stand behind a finding: speakers, and others who agreed or reacted."""

    people: int = 1
    organisations: int = 0
    sessions: int = 1
    reactions: int = 0


class Finding(Record):
    id: str
    kind: Kind
    statement: str
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    """The words of the statement first, then what else was said on its matter."""
    around: tuple[Evidence, ...] = ()
    """What was said right before and after the statement's own words."""
    lead: tuple[Evidence, ...] = ()
    """The sentences right before the statement that say what it speaks of, told with it where there is room."""
    more: tuple[Evidence, ...] = ()
    """The sentences right after the statement that tell what came of it, or its other side, likewise."""
    theme: str = ""
    confidence: float
    sure_of_kind: bool = True
    """Whether the words show the kind; if not, it is the likeliest of the nine."""
    stands_alone: bool = True
    """Whether it can be understood without what was said before it."""
    leans: bool = False
    """Whether readers would hardly know what it speaks of by its own words; its lead, or its topic, may tell. It leads no paper."""
    sound: bool = True
    """Whether each of its sentences has a subject and a verb that agree, as far as the parser can tell; a paper shows no other."""
    status: Status = Status.DRAFT
    corroboration: Corroboration = Corroboration()
    fields: dict[str, str] = Field(default_factory=dict)
    """What a kind adds: a practice's who, how, for_whom, result and title; a resource's url,
    title and label; a question's state (answered, replied, partly, declined, refused, unopposed, open); a recommendation's to_whom; the outcome (settled,
    promised; briefly settled, where nobody says what; proposed, where it was put off) of what somebody said
    the meeting came to; said (outright, where the words themselves say the kind). A field that was not spoken of is absent."""
    answers: tuple[Evidence, ...] = ()
    """For a question: where it was answered, a yes or no before the sentences that say more; of an open one,
    where somebody said that they do not know."""
    disputed: tuple[Evidence, ...] = ()
    """Where somebody said soon after it that it is not agreed."""
    settled: tuple[Evidence, ...] = ()
    """Where somebody said soon after it that it is, or counted it at the end among what was agreed."""


class Findings(Record):
    """All that the analysis found in one session, best first in each tuple."""

    schema_version: int = SCHEMA_VERSION
    session: str
    model: str
    segments: tuple[Segment, ...]
    themes: tuple[Theme, ...]
    findings: tuple[Finding, ...]
    cue_kinds: tuple[tuple[int, tuple[Kind, ...]], ...] = ()
    """For measuring: every cue (by its session-wide index) that carries a kind."""
    subject: Evidence | None = None
    """What somebody said near the beginning that the session is on, without what led up to it."""
    corrections: tuple[Correction, ...] = ()
    """What was said against statements soon after them, whether or not these are findings, in time."""
    coming: tuple[Evidence, ...] = ()
    """What was announced of the next session at the end, of one turn, in time."""
    gone_over: tuple[Evidence, ...] = ()
    """Where whoever led went over what came of the session near its end, in time."""
    noted: tuple[Evidence, ...] = ()
    """What somebody typed into the chat to be kept of what was agreed and promised, without the word that says so, in time."""
    tasks: tuple[Task, ...] = ()
    """What was given to do or taken on, in time."""
    ahead: tuple[Evidence, ...] = ()
    """What somebody said will be done after the session, and when, in time."""
    other_languages: tuple[Evidence, ...] = ()
    """Passages not in English, quoted and not analysed."""
    people_named: tuple[str, ...] = ()
    """Names of people who were spoken of, sorted; withheld where the policy names nobody."""
    works_named: tuple[str, ...] = ()
    """Names of people by which published things go, sorted: in these they stand."""
    bodies_named: tuple[str, ...] = ()
    """Organisations to which somebody was said to belong, or whose name shows one, sorted."""
    perhaps_named: tuple[str, ...] = ()
    """What else may be the name of somebody in what a paper prints, sorted; for reviewers."""
    perhaps_bodies: tuple[str, ...] = ()
    """What else may be the name of an organisation there, sorted; for reviewers."""
    facts: dict[str, str] = Field(default_factory=dict)


# --- a paper -----------------------------------------------------------------------------


class Run(Record):
    """A piece of inline text. ``cite`` is the number of an evidence entry that the text
    rests on: renderers show it as a mark that leads there and back. ``to`` is the id of the
    heading or card of the paper that the text leads to."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    href: str = ""
    to: str = ""
    cite: int = 0


Inline = tuple[Run, ...]


class Heading(Record):
    type: Literal["heading"] = "heading"
    id: str
    level: int
    text: str


class Paragraph(Record):
    type: Literal["paragraph"] = "paragraph"
    id: str
    runs: Inline
    style: Literal["body", "lead", "note"] = "body"


class Quote(Record):
    type: Literal["quote"] = "quote"
    id: str
    runs: Inline
    attribution: str = ""


class Bullets(Record):
    type: Literal["bullets"] = "bullets"
    id: str
    items: tuple[Inline, ...]
    style: Literal["bullets", "key messages"] = "bullets"
    ids: tuple[str, ...] = ()
    """What each item is about, the same in every draft; their numbers when empty."""


class Card(Record):
    """A practice or a story in the shape that knowledge managers use: labelled rows."""

    type: Literal["card"] = "card"
    id: str
    kind: Literal["practice", "story"]
    title: str
    rows: tuple[tuple[str, Inline], ...]
    ids: tuple[str, ...] = ()
    """What each row is, the same in every draft; their numbers when empty."""


class Table(Record):
    type: Literal["table"] = "table"
    id: str
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    widths: tuple[int, ...] = ()
    """Relative widths of the columns; equal when empty."""
    ids: tuple[str, ...] = ()
    """What each row is about, the same in every draft; their numbers when empty."""


class Figure(Record):
    """A chart: its numbers, and what to draw. The renderers draw it from ``data``."""

    type: Literal["figure"] = "figure"
    id: str
    title: str
    source: str
    alt: str
    chart: Literal["bars", "steps", "columns"]
    label: str
    """What the bars or the horizontal axis show."""
    unit: str
    data: tuple[tuple[str, float], ...]
    marked: tuple[str, ...] = ()
    """Labels of what the title speaks of, which stands out from the rest."""
    end: float = 0.0
    """Where the axis of a figure over time ends, if not with its last number."""


class Tiles(Record):
    """A few large numbers, each with what it counts."""

    type: Literal["tiles"] = "tiles"
    id: str
    items: tuple[tuple[str, str], ...]


class Callout(Record):
    """A text on a coloured ground: none is made any more, drafts that came back from reviewers may hold one."""

    type: Literal["callout"] = "callout"
    id: str
    title: str
    runs: Inline


class EvidenceEntry(Record):
    """A numbered entry of the evidence annex, word for word but for what is withheld."""

    type: Literal["evidence"] = "evidence"
    id: str
    number: int
    time: str
    who: str
    quote: str
    source: str
    also: str = ""
    """Other passages on the same matter, by time and words: they need not say the same."""


class Picture(Record):
    """A picture that a reviewer added; ``data`` is its file in base64."""

    type: Literal["picture"] = "picture"
    id: str
    format: Literal["png", "jpeg"]
    data: str
    width: int
    height: int
    alt: str = ""


Block = Annotated[
    Heading | Paragraph | Quote | Bullets | Card | Table | Figure | Tiles | Callout | EvidenceEntry | Picture,
    Field(discriminator="type"),
]


class Conflict(Record):
    """Words that a reviewer and the source, or two reviewers, changed differently.

    ``key`` is the text's key in the paper, which has the reviewer's words; ``other`` are
    those that stand against them."""

    key: str
    base: str
    reviewer: str
    other: str
    by: str


class Comment(Record):
    """A reviewer's remark that nobody has answered yet, at the text with this ``key``."""

    id: str
    key: str
    by: str
    date: str
    text: str
    quote: str = ""


class DecisionKind(StrEnum):
    """What a reviewer decided."""

    EDIT = "reworded"
    REJECT = "left out"
    ACCEPT = "kept"
    ADD = "added"
    RENAME = "renamed"
    MERGE = "merged"
    KIND = "given another kind"
    MOVE = "moved"
    COMMENT = "remarked"


class Decision(Record):
    """One thing that a reviewer decided.

    ``about`` is the id of the finding, theme or comment, or the key of the text."""

    id: str
    kind: DecisionKind
    of: Literal["finding", "theme", "text", "comment"]
    about: str
    reviewer: str
    before: str = ""
    after: str = ""
    words: tuple[str, ...] = ()
    """For a theme: the phrases by which the community's next sessions know it again."""


class Paper(Record):
    """A discussion paper: what stands on the cover and imprint, then blocks in order."""

    schema_version: int = SCHEMA_VERSION
    id: str
    session: str
    community: str
    community_code: str
    title: str
    subtitle: str
    series: str = "Discussion paper"
    """What kind of paper it is, as the cover says."""
    date: date
    status: Literal["draft", "approved", "compiled"] = "draft"
    """``compiled`` is a quarter's paper whose sessions' papers are all approved."""
    version: str = "1"
    publisher: str = ""
    licence: str = ""
    how_to_cite: str
    language: str = "en-ZA"
    keywords: tuple[str, ...] = ()
    abstract: str = ""
    notice: str = ""
    """Something that the cover has to say, as that the session is fictional."""
    outline: bool = False
    """Whether the transcript does not show where sentences end, so that the paper has topics and times and hardly what was said."""
    imprint: tuple[tuple[str, str], ...] = ()
    """Headings and texts of the imprint page."""
    draft: int = 1
    """Which draft of the session this is: one more with each reviewed copy that came back."""
    conflicts: tuple[Conflict, ...] = ()
    comments: tuple[Comment, ...] = ()
    blocks: tuple[Block, ...]

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        ids = [block.id for block in self.blocks]
        if len(set(ids)) != len(ids):
            raise ValueError("two blocks of a paper have the same id")
        return self


# --- for other programs ------------------------------------------------------------------


def json_schema(what: Literal["session", "findings", "paper"]) -> str:
    """Return the JSON Schema (draft 2020-12, https://json-schema.org) of one of the files that
    stand beside a paper."""
    record = {"session": Session, "findings": Findings, "paper": Paper}[what]
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema", **record.model_json_schema(mode="serialization")}
    return json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
