"""The evidence annex while a paper is composed: numbers are given as marks are set."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from string import ascii_uppercase

from copaper.analysis.capitals import lowered, written_small
from copaper.analysis.statements import clean_quotation
from copaper.communities import Policy
from copaper.nameparts import WORD
from copaper.papers.doubtful import with_doubt
from copaper.papers.numerals import one_way
from copaper.papers.participation import all_alike_called, untold
from copaper.papers.printable import printable
from copaper.papers.wording import clock, listed, shortened
from copaper.privacy import MEMBER, NAME_WITHHELD, ROLE_NAMES, Privacy
from copaper.records import Evidence, EvidenceEntry, Role, Run, Session, Theme, content_id
from copaper.voices import DEPUTY, GUEST, MINISTER, PARTS, SECRETARY, presenting

_LONGEST_NAME = 5
"""Words."""
SHORT_NAME = 24
"""Letters of who asked, below which that stands in one line."""
NAMED = 30
"""Words of a passage that an entry names to see also."""
_AMONG = re.compile(r",? (?:and|or|&) |, ")
"""What stands between two of several who are named together."""
_PERSON = re.compile(r"^A person\b")
_CALLED = rf"^({'|'.join(map(re.escape, (*PARTS, *ROLE_NAMES.values(), MEMBER, 'A person', 'Person')))})"
_MAY_BE_LETTERED = re.compile(rf"{_CALLED}(?=, | from |$)")
_LETTERED = re.compile(rf"{_CALLED} [A-Z](?=, | from |$)")
"""How somebody is called with the letter that tells them apart."""


class EvidenceList:
    """Numbers evidence in the order in which the paper first cites it.

    A paper on several sessions has one list for each; ``beside`` is another one whose
    numbers this one goes on from, and ``label`` says in the annex which session it is. In the
    ``themes`` it is told who presents, and by ``misheard`` what speech recognition may have heard wrong.
    """

    def __init__(self, session: Session, privacy: Privacy, themes: Sequence[Theme] = (), *, beside: EvidenceList | None = None, label: str = "", misheard: Mapping[str, str] | None = None) -> None:
        self._session, self._privacy, self._label = session, privacy, label
        self._misheard = {word: meant for word, meant in (misheard or {}).items() if meant.isupper() and self.safe(meant) == meant}
        self._untold = untold(session)
        self._alike = all_alike_called(session, privacy)
        self._presenting = presenting(session, [span for theme in themes for span in theme.spans])
        self._cited: list[tuple[EvidenceList, Evidence]] = beside._cited if beside else []
        self._at: dict[tuple[str, int], list[int]] = defaultdict(list)
        """The numbers of what is cited of each turn and message."""
        self._beside: dict[int, dict[Evidence, None]] = defaultdict(dict)
        """What else was said on the matter of what has a number."""
        self._letters: dict[tuple[str, str], str] = {}
        self.has_letters = False
        """Whether somebody was credited with a letter so far."""

    def mark(self, evidence: Evidence, see_also: Sequence[Evidence] = ()) -> Run:
        """Return the citation mark of ``evidence``, whose entry names what there is to ``see_also``. Words that stand within
        others of the annex have the number of these, so that nothing is printed there twice."""
        run = self._numbered(evidence)
        self._beside[run.cite].update(dict.fromkeys(see_also))
        return run

    def _numbered(self, evidence: Evidence) -> Run:
        place = (evidence.where, evidence.index)
        for number in self._at[place]:
            _, other = self._cited[number - 1]
            if other.holds(evidence):
                return Run(cite=number)
            if evidence.holds(other):
                self._cited[number - 1] = (self, evidence)
                return Run(cite=number)
        self._cited.append((self, evidence))
        self._at[place].append(len(self._cited))
        return Run(cite=len(self._cited))

    def whole(self, evidence: Evidence) -> Evidence:
        """Return the chat message in which ``evidence`` stands, or speech as it is: a link says
        little without the words that offered it."""
        if evidence.where == "turn":
            return evidence
        text = self._session.messages[evidence.index].text
        return evidence.model_copy(update={"start": 0, "end": len(text), "quote": text})

    def marked(self, evidence: Evidence) -> tuple[Run, ...]:
        """Return the mark of what is cited already, or nothing."""
        return next(((Run(cite=number),) for number in self._at[evidence.where, evidence.index] if self._cited[number - 1][1].holds(evidence)), ())

    def quote(self, evidence: Evidence) -> str:
        """Return the words as the policy lets them be printed."""
        return self.safe(evidence.quote)

    def told(self, evidence: Evidence, clean: Callable[[str], str] = clean_quotation) -> str:
        """Return the words as a paper quotes them outside its annex: without fillers, repetitions and broken beginnings, numbers in one way.
        Names are withheld first, as a capital may be what a name is known by. What may be misheard has behind it what may have been said."""
        said = one_way(lowered(clean(self.quote(evidence)), self._small))
        return with_doubt(said, self._misheard) if evidence.where == "turn" else said

    @cached_property
    def _small(self) -> frozenset[str]:
        return written_small(self._session)

    def safe(self, text: str) -> str:
        """Return any text of a participant as it may be printed."""
        return printable(self._privacy.text(" ".join(text.split())))

    @contextmanager
    def telling_apart(self, credited: Iterable[Evidence], promises: Iterable[str] = ()) -> Iterator[None]:
        """While it lasts, people who are called alike have letters, in the order in which what is ``credited`` was said, and behind
        them in the order of the ``promises`` that begin with them. Elsewhere they have others, or none, so that nobody is known again; what reviewers struck counts, so that no letter moves to somebody else."""
        called: dict[str, dict[str, None]] = defaultdict(dict)
        for part in sorted(credited, key=lambda part: (part.time, part.where, part.index, part.start)):
            called[self._who(part)][part.participant] = None
        for one in filter(None, map(self._promises, promises)):
            called[self._privacy.attribution(one)][one] = None
        if self._privacy.policy is Policy.ROLES:
            several = {who: people for who, people in called.items() if len(people) > 1 and _MAY_BE_LETTERED.match(who)}
            self._letters = {(who, one): letter for who, people in several.items() for one, letter in zip(people, ascii_uppercase, strict=False)}
        try:
            yield
        finally:
            self._letters = {}

    def promised(self, text: str) -> str:
        """Return a promise as it may be printed: whoever it begins with is called what the policy lets them be called, if the whole name is theirs."""
        said = self.safe(text)
        if not said.startswith(NAME_WITHHELD):
            return said
        one = self._promises(text)
        who = self._privacy.attribution(one)
        if who in ("", ROLE_NAMES[Role.ATTENDEE]):
            who = "A participant" if who else NAME_WITHHELD[1:-1]
        elif letter := self._letters.get((who, one)):
            self.has_letters, who = True, lettered(who, letter)
        return f"[{who}]{said.removeprefix(NAME_WITHHELD)}"

    def decided(self, text: str) -> str:
        """Return what was decided as it may be printed: whoever is named in it, but among several, is called what the policy lets them be
        called, if the whole name is theirs and that tells more than that they took part."""
        said, names = self.safe(text), self._privacy.names_in(" ".join(text.split()))
        between = said.split(NAME_WITHHELD)
        if len(between) != len(names) + 1:
            return said
        joined = [False, *(_AMONG.fullmatch(part) is not None for part in between[1:-1]), False]
        called = ["" if joined[place] or joined[place + 1] else self._called(name) for place, name in enumerate(names)]
        return between[0] + "".join(f"{f'[{who}]' if who else NAME_WITHHELD}{after}" for who, after in zip(called, between[1:], strict=True))

    def _called(self, name: str) -> str:
        """Return how somebody of this name is called within a sentence, or an empty string where that tells nothing."""
        one = self._of_name(set(WORD.findall(name)))
        who = self._privacy.attribution(one) if one else ""
        letter = self._letters.get((who, one))
        self.has_letters |= letter is not None
        return "" if who in ("", ROLE_NAMES[Role.ATTENDEE]) else lettered(who, letter) if letter else who[:1].lower() + who[1:]

    def _promises(self, text: str) -> str:
        """Return with whose name a promise begins, by their id, if the whole name is theirs alone; else an empty string."""
        begins = (" ".join(text.split()[:count]) for count in range(_LONGEST_NAME, 0, -1))
        return self._of_name(set(WORD.findall(next((words for words in begins if self.safe(words) == NAME_WITHHELD), ""))))

    def _of_name(self, name: set[str]) -> str:
        """Return whose name consists of these words, by their id, if it is theirs alone; else an empty string."""
        meant = [person.id for person in self._session.participants if name and name <= {word for one in (person.name, *person.aliases) for word in WORD.findall(one)}]
        return meant[0] if len(meant) == 1 else ""

    def who(self, evidence: Evidence) -> str:
        """Return who said it, as far as the exports tell and the policy lets it be printed, with a letter where others there are called so too."""
        who = self._who(evidence)
        letter = self._letters.get((who, evidence.participant))
        self.has_letters |= letter is not None
        return lettered(who, letter) if letter else who

    def _who(self, evidence: Evidence) -> str:
        if evidence.participant in self._untold:
            return ""
        presents = any(one.participant == evidence.participant and one.begin <= evidence.time <= one.end for one in self._presenting)
        who = self._privacy.presenting(evidence.participant) if presents else self._privacy.attribution(evidence.participant)
        return "" if self._alike and who == ROLE_NAMES[Role.ATTENDEE] else printable(who)

    def is_plain(self, evidence: Evidence) -> bool:
        """Tell whether nothing is known of who said something but that they took part."""
        return self._who(evidence) in ("", ROLE_NAMES[Role.ATTENDEE])

    def part(self, evidence: Evidence) -> str:
        """Return as what somebody said it who chairs, presents or was asked to the session, or an empty string."""
        return self.who(evidence) if self._who(evidence) in PARTS else ""

    @cached_property
    def has_sides(self) -> bool:
        """Tell whether guests or ministers spoke in the session: readers want to know whether they said something, or who asked them."""
        return not {GUEST, MINISTER, SECRETARY, DEPUTY}.isdisjoint(self._privacy.attribution(turn.participant) for turn in self._session.turns)

    def credit(self, evidence: Evidence) -> str:
        """Return who said something, as far as that may be told, and when."""
        who = self.who(evidence)
        return f"{who}, {clock(evidence.time)}" if who else f"At {clock(evidence.time)}"

    def asked_at(self, asked: Evidence, topic: str = "") -> Run:
        """Return who asked, if that is known and may be told, and when, and on which topic if one is given."""
        by, on = "" if self.is_plain(asked) else self.who(asked), f", on “{topic}”" if topic else ""
        who = f"{by},".replace(" ", "\u00a0") if len(by) < SHORT_NAME else f"{by},"  # not torn over two lines
        return Run(text=f" {who if by else 'At'}\u00a0{clock(asked.time)}{on}", italic=True)

    def within(self, evidence: Evidence, of: Evidence | None = None) -> str:
        """Return the same for the middle of a sentence; of words that whoever spoke before said ``of`` their own, that they did."""
        if of is not None and evidence.participant == of.participant and self.who(evidence):
            return f"the same person, {clock(evidence.time)}"
        credit = self.credit(evidence)
        return credit[:1].lower() + credit[1:] if credit.startswith(("At ", "A person ")) else credit

    def entries(self) -> tuple[EvidenceEntry, ...]:
        """Return the annex, in order of number, with what the lists beside this one cite."""
        return tuple(holder._entry(number, evidence) for number, (holder, evidence) in enumerate(self._cited, 1))

    def files(self) -> str:
        """Return in which exports the annex's lines are counted, by the first digits of their
        SHA-256, so that no entry has to repeat it."""
        cited = sorted({_place(self._session, evidence)[:2] for holder, evidence in self._cited if holder is self}, key=lambda item: (item[0] == "message", item[1]))
        named = [f"{self._where(where, file).lower()} in {self._session.sources[file].sha256[:8]}" for where, file in cited]
        return listed(named)

    def _where(self, where: str, file: int) -> str:
        """Return ``Chat`` or ``Speech``, with a number where there are several exports of it."""
        holders = self._session.messages if where == "message" else self._session.turns
        files = sorted({holder.source for holder in holders})
        name = "Chat" if where == "message" else "Speech"
        return name if len(files) < 2 else f"{name} {files.index(file) + 1}"

    def _entry(self, number: int, evidence: Evidence) -> EvidenceEntry:
        where, file, line = _place(self._session, evidence)
        return EvidenceEntry(
            id=f"evidence-{content_id(self._session.id, evidence.where, evidence.index, evidence.start, evidence.end)}",
            number=number,
            time=clock(evidence.time),
            who=self._who(evidence),
            quote=self.quote(evidence),
            source=f"{self._label}{self._where(where, file)}, line {line}",
            also=self._named([other for other in self._beside[number] if not evidence.holds(other)]),
        )

    def _named(self, others: Sequence[Evidence]) -> str:
        """Return passages by their times and first words."""
        told = [f"{clock(other.time)} “{shortened(self.quote(other), NAMED)}”" for other in sorted(others, key=lambda other: (other.time, other.index, other.start))]
        return f"See also {'; '.join(told)}" if told else ""


def lettered(who: str, letter: str) -> str:
    """Return how somebody is called, told apart: "Panellist A", "Participant B, Gauteng", "Person A from Gauteng"."""
    if _PERSON.match(who):
        return _PERSON.sub(f"Person {letter}", who)
    called, comma, place = who.partition(", ")
    return f"{called} {letter}{comma}{place}"


def unlettered(who: str) -> str:
    """Return a credit without the letter that tells somebody apart from others of their topic, to be printed by itself."""
    return re.sub(r"^Person\b", "A person", _LETTERED.sub(r"\1", who))


def _place(session: Session, evidence: Evidence) -> tuple[str, int, int]:
    """Return whether words stand in a turn or a message, in which file and in which line of it."""
    if evidence.where == "turn":
        turn = session.turns[evidence.index]
        return "turn", turn.source, turn.cue_at(evidence.start).line
    message = session.messages[evidence.index]
    return "message", message.source, message.line
