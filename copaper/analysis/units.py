"""Units: the sentence-like pieces of speech and chat that everything else is counted in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Literal, TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from copaper.records import CueMark, Evidence, Session
from copaper.textclean import WRITTEN_SHORT

LONGEST = 70
"""Tokens; a longer "sentence" is speech without full stops and is cut at its cues."""
SHORTEST = 4
"""Tokens; a piece that is cut at a cue is at least this long."""

# spaCy's tokenizer takes quadratic time on long unspaced runs and on runs of one mark
# (https://github.com/explosion/spaCy/issues/4362), so the rest of such a run is blanked.
_LONG_RUN = re.compile(r"\S{200,}")
_SAME_MARK = re.compile(r"([^\w\s])\1{9,}")
LONGEST_PARSED = 100_000
"""Characters given to spaCy in one piece: its memory grows with that, and above a million it refuses."""

UNMARKED = 30
"""Words of speech to one full stop or question mark, from which on these tell nothing: people say some 10 to 20 in a sentence."""
LONG, SPOKEN, ANY = 18, 500, 500
"""Words to a full stop from which these tell nothing either where there is hardly any comma or question mark; words of speech from
which that shows, and words to one such mark: people who write down what is said set ten times as many, or more."""
_MARK = re.compile(r"[.?!](?=\s|$)")
TITLE = 60
"""Characters behind a full stop within which a title in quotation marks ends."""
_OPEN_TITLE = re.compile(r"(?:(?<!\w)['‘](?=\w)[^'‘’]*|[“\"](?=\w)[^\"“”]*)[.?!]$")
_CLOSES_TITLE = re.compile(r"[^'\"‘’“”.?!]{1,50}['\"’”] ?(?=[a-z])")
_GOES_ON = frozenset("to too the of and from a an or with for in".split())
"""Words on which no sentence ends; speech recognition may hear "to" as "too"."""

_CONTENT = frozenset(("NOUN", "PROPN", "ADJ", "VERB"))
LIGHT = frozenset(
    """thing lot bit kind sort way okay ok yeah yes no guy people person time day today week
    month year moment minute question point example case stuff something anything everything
    go get make take come say tell know think want need see look let try put give mean use
    talk happen feel like good great nice big little much many more other same different
    right sure able new last next first second sorry thank thanks please guess hear maybe
    actually really just basically obviously hopefully start keep ask call work""".split()
)
"""Lemmas that carry speech along and say nothing of its topic."""


def calm(text: str) -> str:
    """Return ``text``, as long as before, with runaway runs blanked for the tokenizer."""
    if _LONG_RUN.search(text):
        text = _LONG_RUN.sub(lambda run: run[0][:100] + " " * (len(run[0]) - 100), text)
    return _SAME_MARK.sub(lambda run: run[0][:3] + " " * (len(run[0]) - 3), text)


@dataclass(frozen=True, eq=False)
class Unit:
    """One sentence or so: where it stands (see :class:`~copaper.records.Evidence`), its
    spaCy ``span``, and the session-wide numbers of the cues that it runs over (None in the
    chat). ``position`` counts units in time from 0."""

    position: int
    where: Literal["turn", "message"]
    index: int
    start: int
    end: int
    time: float
    participant: str
    text: str
    span: Span = field(repr=False)
    cue_first: int | None = None
    cue_last: int | None = None
    told: dict[str, Any] = field(default_factory=dict, repr=False)
    """What functions that are :func:`told_once` have said of it."""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens of the span, made once: spaCy makes each anew whenever a span is gone through."""
        return tuple(self.span)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The part of speech of every token; like tags and words below read once, for several to count."""
        return tuple([token.pos_ for token in self.tokens])

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The fine tag of every token."""
        return tuple([token.tag_ for token in self.tokens])

    @cached_property
    def part_counts(self) -> Counter[str]:
        return Counter(self.parts)

    @cached_property
    def tag_counts(self) -> Counter[str]:
        return Counter(self.tags)

    @cached_property
    def lowers(self) -> tuple[str, ...]:
        """Every token in lower case."""
        return tuple([token.lower_ for token in self.tokens])

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """The lemma of every token, as spaCy writes it."""
        return tuple([token.lemma_ for token in self.tokens])

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """Content lemmas, in order, lower case."""
        return tuple(base.casefold() for token, part, base in zip(self.tokens, self.parts, self.bases, strict=True) if part in _CONTENT and is_content(token))

    @cached_property
    def words(self) -> int:
        return sum(1 for token in self.tokens if not token.is_punct and not token.is_space)

    def evidence(self) -> Evidence:
        """Return the unit as evidence."""
        return Evidence(
            where=self.where, index=self.index, start=self.start, end=self.end,
            time=self.time, participant=self.participant, quote=self.text,
        )  # fmt: skip


Told = TypeVar("Told")


def told_once(tell: Callable[[Unit], Told]) -> Callable[[Unit], Told]:
    """Make a function of a unit work its answer out once for each: several steps ask the same."""

    name = f"{tell.__module__}.{tell.__qualname__}"

    @wraps(tell)
    def once(unit: Unit) -> Told:
        if name not in unit.told:
            unit.told[name] = tell(unit)
        return unit.told[name]

    return once


def lemma(token: Token) -> str:
    """Return a token's lemma for counting."""
    return token.lemma_.casefold()


def words_in(tokens: Iterable[Token]) -> int:
    """Return how many of ``tokens`` are words or numbers."""
    return sum(any(char.isalnum() for char in token.text) for token in tokens)


def is_content(token: Token) -> bool:
    """Tell whether a token says something of the topic."""
    return (
        token.pos_ in _CONTENT
        and not token.is_stop
        and len(token.lemma_) > 2
        and token.lemma_.casefold() not in LIGHT
        and (token.is_alpha or any(char.isalpha() for char in token.text))
    )


def parse(session: Session, nlp: Language) -> tuple[list[Doc], list[Doc]]:
    """Return the parsed turns and messages of a session."""
    texts = [turn.text for turn in session.turns] + [message.text for message in session.messages]
    parts = [parts_of(calm(text)) for text in texts]
    parsed = nlp.pipe((part for found in parts for part in found), batch_size=64)
    docs = [next(parsed) if len(found) == 1 else Doc.from_docs([next(parsed) for _ in found], ensure_whitespace=False) for found in parts]
    return docs[: len(session.turns)], docs[len(session.turns) :]


def parts_of(text: str) -> list[str]:
    """Cut a text behind spaces into parts that spaCy takes at once; they make up the text."""
    parts, at = [], 0
    while len(text) - at > LONGEST_PARSED:
        end = text.rfind(" ", at, at + LONGEST_PARSED) + 1 or at + LONGEST_PARSED
        parts.append(text[at:end])
        at = end
    return [*parts, text[at:]]


def read_units(session: Session, nlp: Language) -> list[Unit]:
    """Return the units of a session in time: speech first where times are equal."""
    turns, messages = parse(session, nlp)
    found: list[dict] = []
    marked = is_marked(session)
    for turn, doc in zip(session.turns, turns, strict=True):
        for span in _pieces(doc, turn.cues, marked):
            start, end = _trimmed(turn.text, span.start_char, span.end_char)
            if start == end:
                continue
            first, last = turn.cue_at(start), turn.cue_at(end - 1)
            found.append(
                dict(where="turn", index=turn.index, start=start, end=end, time=first.start,
                     participant=turn.participant, text=turn.text[start:end], span=span,
                     cue_first=first.index, cue_last=last.index)
            )  # fmt: skip
    for message, doc in zip(session.messages, messages, strict=True):
        for span in doc.sents:
            start, end = _trimmed(message.text, span.start_char, span.end_char)
            if start < end:
                found.append(
                    dict(where="message", index=message.index, start=start, end=end, time=message.time,
                         participant=message.participant, text=message.text[start:end], span=span)
                )  # fmt: skip
    found.sort(key=lambda unit: (unit["time"], unit["where"] == "message", unit["index"], unit["start"]))
    return [Unit(position=position, **unit) for position, unit in enumerate(found)]


def is_marked(session: Session) -> bool:
    """Tell whether the transcript of a session shows where sentences end; speech recognition may set a full stop
    at the end of a caption only, and no other mark."""
    words = sum(turn.text.count(" ") + 1 for turn in session.turns)
    stops = sum(len(_MARK.findall(turn.text)) for turn in session.turns)
    within = sum(turn.text.count(mark) for turn in session.turns for mark in ",?")
    bare = words >= SPOKEN and within * ANY < words
    return not session.turns or words < (LONG if bare else UNMARKED) * stops


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _pieces(doc: Doc, cues: tuple[CueMark, ...], marked: bool) -> Iterator[Span]:
    """Yield the sentences of a turn; those without end are cut where a cue begins."""
    begins = [cue.at for cue in cues]
    for sent in _sentences(doc, marked):
        if len(sent) <= LONGEST:
            yield sent
        else:
            yield from _cut(doc, sent, begins)


def _sentences(doc: Doc, marked: bool) -> Iterator[Span]:
    """Yield the sentences that the parser finds, but joined where a full stop stands within a title in quotation marks, or,
    behind what is written short ("my hon. friend") or, where such stops are not ``marked`` by ear, behind a word that leads on."""
    begun: int | None = None
    text = doc.text  # made anew at every call otherwise
    for sent in doc.sents:
        first = sent.start if begun is None else begun
        goes_on = sent.end < len(doc) and (_is_within_title(text, doc[first].idx, doc[sent.end].idx) or WRITTEN_SHORT.search(text, max(0, sent.end_char - 12), sent.end_char) is not None or not marked and _last_word(sent) in _GOES_ON)
        begun = first if goes_on else None
        if begun is None:
            yield doc[first : sent.end]


def _is_within_title(text: str, begin: int, end: int) -> bool:
    """Tell whether a quotation mark that was opened between ``begin`` and a full stop right before ``end`` is closed
    within a few words, and the sentence goes on behind it: "our 'Count first. Pay later' scheme"."""
    return _OPEN_TITLE.search(text[begin:end].rstrip()) is not None and _CLOSES_TITLE.match(text, end, end + TITLE) is not None


def _last_word(sent: Span) -> str:
    return next((token.lower_ for token in reversed(tuple(sent)) if token.is_alpha), "")


def _cut(doc: Doc, sent: Span, begins: Iterable[int]) -> Iterator[Span]:
    inside = frozenset(at for at in begins if sent.start_char < at < sent.end_char)
    first = sent.start
    for i in range(sent.start + 1, sent.end):
        long_enough = i - first >= SHORTEST and sent.end - i >= SHORTEST
        at_cue = doc[i].idx in inside and _last_word(doc[first:i]) not in _GOES_ON and not doc[i - 1].like_num  # "80 | something percent"
        if long_enough and (at_cue or i - first >= LONGEST):
            yield doc[first:i]
            first = i
    yield doc[first : sent.end]


def same_place(one: Unit, other: Unit) -> bool:
    """Tell whether two units are of one turn or message."""
    return (one.where, one.index) == (other.where, other.index)


def quoted(session: Session, units: Sequence[Unit], first: int, last: int) -> Evidence:
    """Return the units from ``first`` to ``last``, all of one turn or message, as one quotation."""
    place, end = units[first], units[last].end
    holder = session.turns[place.index] if place.where == "turn" else session.messages[place.index]
    return place.evidence().model_copy(update={"end": end, "quote": holder.text[place.start : end]})
