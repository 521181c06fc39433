"""Where each finding stands in a paper: among its kind, with its theme, or before the reviewers alone.

Each has one such place. A key message may say it once more; a theme only names what stands elsewhere.

What reviewers decide moves nothing else. What they left out keeps its place, so that nothing they
have not seen moves up; what they took in takes nobody's place, so that nothing they saw is lost.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence

from copaper.analysis.asked import is_open
from copaper.analysis.content import is_news, shapes
from copaper.analysis.leaning import leans_on_another
from copaper.analysis.naming import known_by
from copaper.analysis.on_topic import OnTopic
from copaper.analysis.outright import is_outright
from copaper.analysis.statements import clean_statement
from copaper.analysis.straying import words_above
from copaper.analysis.units import is_marked
from copaper.papers.addressed import unaddressed
from copaper.papers.around import after, is_part_of, is_told_out, shows_how, stems, title
from copaper.papers.asking import asks_the_same, is_put_for_a_yes, leads_up_to_a_question
from copaper.papers.choosing import Choice, gives_a_result, is_asked, is_dated_promise, tells_the_same
from copaper.papers.evading import may_evade, says_something
from copaper.papers.liking import is_liked
from copaper.papers.questions import is_broken_off
from copaper.papers.sections import belongs, is_no_outcome, is_on_drafts, is_outcome, is_refuted_next, is_settled, settles_now, with_own_kind
from copaper.privacy import WITHHELD
from copaper.records import Evidence, Finding, Kind, Session, Status, Theme
from copaper.textclean import ends_as_question, is_cut

LEADING = 75
"""Findings of a session, best first, that stand in the paper; the rest goes to the reviewers."""
MOST: dict[Kind, int] = {
    Kind.PRACTICE: 10, Kind.LESSON: 10, Kind.CHALLENGE: 10, Kind.RECOMMENDATION: 10, Kind.RESOURCE: 30,
    Kind.STORY: 5, Kind.QUESTION: 20, Kind.COMMITMENT: 15, Kind.DECISION: 8,
}  # fmt: skip
"""Findings of a kind that a paper shows at most; the others are in the reviewers' annex."""
REPLIES = (Kind.PRACTICE, Kind.CHALLENGE, Kind.LESSON)
"""Kinds of findings that may be a reply: what stands with its question is not told once more without it, in their lists or with a topic, unless it has a title and a card."""
SAID, BESIDE = 4, 2
"""Statements of no sure kind that are told with a theme, at most, and with one that has accounts."""
SURE, OF_NEWS = 0.38, 0.34
"""Confidence from which a statement stands beside accounts, and one that gives news: of 134 such statements of meetings 52 % were right, clear and worth it from there on, 23 % below."""
STEP = 110
"""Words between two practices of one turn on the same up to which one is a step of the other: one card tells them."""
GIVES_WAY: dict[Kind, int] = {Kind.LESSON: 3, Kind.CHALLENGE: 3, Kind.RECOMMENDATION: 3, Kind.QUESTION: 6}
"""Statements of a kind that can be understood alone, beside which none is shown that cannot; with a topic none is."""
OUTRIGHT = 3
"""Further ones of a kind beside which what says its kind itself is shown all the same: "my advice is" is heard as such."""
NAMELESS = 1
"""Names withheld from a promise, at most: of several nobody can tell who promised what."""


def kept(findings: Sequence[Finding]) -> list[Finding]:
    """Return those that no reviewer rejected."""
    return [finding for finding in findings if finding.status is not Status.REJECTED]


def _as_said(finding: Finding) -> Finding:
    """Return a finding as it was before a reviewer edited it, as nearly as its words tell: an edit moves nothing else."""
    return finding if finding.status is not Status.EDITED else finding.model_copy(update={"statement": clean_statement(finding.evidence[0].quote), "status": Status.DRAFT})


def _ranks(findings: Sequence[Finding]) -> dict[str, int]:
    """Return the rank of each finding, one for all promises of a sentence: they were one when the others were ranked. What says
    its kind outright takes nobody's rank, as it stands in the paper wherever it ranks."""
    ranks: dict[str, int] = {}
    last = -1
    for before, finding in zip((None, *findings), findings, strict=False):
        own, other = finding.evidence[0], before and before.evidence[0]
        together = other is not None and "outcome" in finding.fields and (own.where, own.index, own.time) == (other.where, other.index, other.time)
        last += not together and not is_outright(finding)
        ranks[finding.id] = last
    return ranks


def is_among(evidence: Evidence, others: Collection[Evidence]) -> bool:
    """Tell whether words are also, for the most part, those of one of ``others``."""
    return any(2 * evidence.common(other) > min(evidence.end - evidence.start, other.end - other.start) for other in others)


def is_at_hand(resource: Finding) -> bool:
    """Tell whether a resource comes with an address, or with words that hold one: without nobody can get at it."""
    return bool(resource.fields.get("url")) or "://" in resource.statement


class Placing:
    """``chosen`` by kind, ``loose`` by theme (of no sure kind), ``leading`` (all of both, best
    first), all with those that reviewers rejected; ``rest`` without them."""

    def __init__(self, session: Session, findings: Sequence[Finding], themes: frozenset[str], safe: Callable[[str], str]) -> None:
        said = [with_own_kind(_as_said(finding)) for finding in findings]
        findings = [with_own_kind(finding) for finding in findings]
        self._session, self._choice, self._themes, self._safe, self._on_topic = session, Choice(session, findings), themes, safe, OnTopic(session)
        self.marked, self._drafts = is_marked(session), is_on_drafts(session)
        self._rank = _ranks(findings)
        self._filled: Counter[Kind | str] = Counter()
        self._led: set[str] = set()
        self._replies: list[Evidence] = []
        self._steps: dict[str, list[Finding]] = defaultdict(list)
        self.chosen: dict[Kind, list[Finding]] = defaultdict(list)
        self.loose: dict[str, list[Finding]] = defaultdict(list)
        self.leading: list[Finding] = []
        self.rest: list[Finding] = []
        order = {finding.id: place for place, finding in enumerate(findings)}
        # Questions come first, as what stands in their replies is not told again as a challenge.
        # What is told with a topic is chosen by what it tells, whatever reviewers made of its words; what is sure of its kind comes as before,
        # behind what says its kind itself. What leans on another sentence, or leads up to a question, comes last, and gives way to what does not;
        # of the questions then those to which nobody said anything.
        in_turn = sorted(zip(said, findings, strict=True), key=lambda pair: self._turn(pair[0], order[pair[0].id]))
        for plain, finding in in_turn:
            (place := self._place(plain, finding)).append(finding)
            if place is not self.rest:
                self.leading.append(finding)
        self._goes_on_to: dict[str, int] = {}
        self._begins_with: dict[str, int] = {}
        self._take_onto_cards()
        for found in (*self.chosen.values(), *self.loose.values(), self.leading, self.rest):
            found.sort(key=lambda f: order[f.id])
        self.rest = kept(self.rest)

    def told_with(self, theme: str) -> list[Finding]:
        """Return what is told with a theme and stands nowhere else, best first."""
        return kept(self.loose[theme])

    def beside_accounts(self, found: Sequence[Finding], said: Callable[[Finding], str], theme: Theme, name: str) -> list[Finding]:
        """Return the few statements that are told beside the accounts of a topic of this ``name``, best first: surer ones that speak of it by a word, and news, all
        on the topic and none in a reply of the paper; ``said`` tells how they are printed. What reviewers took in is told, and what they left out keeps its place."""
        above = words_above(theme, name)

        def tells_more(finding: Finding) -> bool:
            words = said(finding)
            news = finding.confidence >= OF_NEWS and (is_news(words) or gives_a_result(words))
            return (news or finding.confidence >= SURE and not above.isdisjoint(known_by(words))) and self._on_topic.holds(finding.evidence[0], theme) and not self._is_replied(finding.evidence[0])

        most = [f for f in found if f.id in self._led and tells_more(f)][:BESIDE]
        return [f for f in found if f in most or f.status in (Status.ACCEPTED, Status.EDITED)]

    def is_on_topic(self, said: Evidence, theme: Theme) -> bool:
        """Tell whether some words are on what their topic is called by: others stand among what was also said in its minutes."""
        return self._on_topic.holds(said, theme)

    def is_on_topic_of(self, theme: Theme, *parts: Evidence | None) -> bool:
        """Tell whether some of what belongs together, as a question and its reply, is on what its topic is called by."""
        return any(self.is_on_topic(part, theme) for part in parts if part)

    def told(self, theme: str) -> int:
        """Return how many findings are good enough to be told with a theme, whatever reviewers said of them."""
        return sum(f.id in self._led for f in self.loose[theme])

    def is_led(self, finding: Finding) -> bool:
        """Tell whether a finding is good enough for the paper and has room there, whatever reviewers said of it."""
        return finding.id in self._led

    def led(self, *kinds: Kind) -> list[Finding]:
        """Return what is good enough for the sections of these kinds, whatever reviewers said of it."""
        return [f for kind in kinds for f in self.chosen[kind] if f.id in self._led]

    def steps(self, practice: Finding) -> list[Finding]:
        """Return what else of one turn is so near a practice that it is a step of it, and has no card of its own."""
        return self._steps[practice.id]

    def goes_on_to(self, practice: Finding) -> int:
        """Return where in its turn a practice ends with what else its card tells of it, or 0."""
        return self._goes_on_to.get(practice.id, 0)

    def begins_with(self, practice: Finding) -> int | None:
        """Return where in its turn a story begins that leads up to a practice and stands on its card, or None."""
        return self._begins_with.get(practice.id)

    def _take_onto_cards(self) -> None:
        """Take what is told with a topic and follows soon upon a practice onto its card, and the story that leads up to it or tells what came of it: there they are one."""
        for practice in self.led(Kind.PRACTICE):
            own = practice.evidence[0]
            for found in self.loose.values():
                for finding in [f for f in found if f.id in self._led and f.status is Status.DRAFT and is_part_of(self._session, f.evidence[0], own)]:
                    found.remove(finding)
                    self.leading.remove(finding)
                    self._led.remove(finding.id)
                    self._goes_on_to[practice.id] = max(self.goes_on_to(practice), finding.evidence[0].end)
                    if practice.status is Status.REJECTED:
                        self.rest.append(finding)  # whoever strikes the card is offered it, like a story
            for story in [f for f in self.led(Kind.STORY) if f.status is Status.DRAFT]:
                told, point = story.evidence[0], after(self._session, story, self.is_placed) or story.evidence[0]
                leads_up, follows = is_part_of(self._session, own, told), is_part_of(self._session, told, own)
                if not (leads_up or follows) or not stems(f"{told.quote} {point.quote}") & stems(own.quote) or self._stands_between(practice, story, point):
                    continue
                self.chosen[Kind.STORY].remove(story)
                self.leading.remove(story)
                self._led.remove(story.id)
                if practice.status is Status.REJECTED:
                    self.rest.append(story)
                elif leads_up:
                    self._begins_with[practice.id] = min(told.start, self._begins_with.get(practice.id, own.start))
                else:
                    self._goes_on_to[practice.id] = max(self.goes_on_to(practice), point.end)

    def _stands_between(self, practice: Finding, story: Finding, point: Evidence) -> bool:
        """Tell whether anything else of the paper, or that a reviewer struck from it, has words between a practice and the end of a story of its turn. What a
        reviewer took in takes nobody's place."""
        own, told = practice.evidence[0], story.evidence[0]
        whole = own.model_copy(update={"start": min(own.start, told.start), "end": max(own.end, told.end, point.end)})
        others = (f for found in (*self.chosen.values(), *self.loose.values()) for f in found if f is not practice and f is not story and f.id in self._led)
        return any(whole.common(part) for f in others for part in (f.evidence[0], *f.answers))

    def is_marked(self, said: Evidence) -> bool:
        """Tell whether the exports show where a sentence begins and ends: it was written, or the transcript is ``marked``."""
        return self.marked or said.where == "message"

    def is_placed(self, evidence: Evidence) -> bool:
        """Tell whether a finding of the paper has these words, so that a quotation would say them again.
        What reviewers took in does not count, as it takes nobody's place."""
        return any(is_among(evidence, f.evidence[:1]) for found in (*self.chosen.values(), *self.loose.values()) for f in found if f.id in self._led)

    def _turn(self, f: Finding, order: int) -> tuple[bool | int, ...]:
        """Return when a finding has its turn to be placed."""
        return f.kind is not Kind.QUESTION, self._leans(f) or self._leads_up(f), f.kind is Kind.QUESTION and not says_something(f), not is_outright(f), -shapes(f.evidence[0].quote), order

    def _place(self, said: Finding, finding: Finding) -> list[Finding]:
        """Return where a finding stands, by what was ``said``: what a reviewer made of it counts only where it is taken in."""
        taken = finding.status in (Status.ACCEPTED, Status.EDITED)
        if said.kind is Kind.QUESTION and not self._belongs(said):
            return self.chosen[finding.kind] if taken else self.rest
        sure = self._is_sure(said)
        where: Kind | str = said.kind if sure else said.theme
        if not sure and said.theme not in self._themes:
            return self.chosen[finding.kind] if taken else self.rest
        gives_way = self._leans(said) or self._leads_up(said)
        leads = self._leads(said, sure) and (sure or not gives_way)
        most = MOST[said.kind] if sure else SAID
        full = self._filled[where] >= (GIVES_WAY.get(said.kind, most) + OUTRIGHT * is_outright(said) if gives_way else most)
        self._filled[where] += leads
        if leads and not full:
            self._led.add(said.id)
        if not taken and (full or not leads):
            return self.rest
        return self.chosen[finding.kind] if self.would_be(finding) else self.loose[finding.theme]

    def _is_sure(self, finding: Finding) -> bool:
        """Tell whether a finding is of its kind beyond doubt; else it is told with its topic."""
        if finding.kind in (Kind.RESOURCE, Kind.QUESTION):
            return finding.kind is Kind.QUESTION or is_at_hand(finding)  # without an address it tells something, or nothing
        return finding.sure_of_kind and (finding.status is Status.EDITED or self._belongs(finding))

    def would_be(self, finding: Finding) -> Kind | None:
        """Return the kind as which a finding would be told if a reviewer took it in, or None if it would be with its topic."""
        return finding.kind if self._is_sure(finding) or finding.theme not in self._themes else None

    def can_be_offered(self, finding: Finding) -> bool:
        """Tell whether a reviewer can judge what is left out: a whole sentence, and of questions what asks something."""
        said = finding.evidence[0]
        text = (self._session.turns if said.where == "turn" else self._session.messages)[said.index].text
        asks = finding.kind is not Kind.QUESTION or self._belongs(finding) and is_asked(finding.statement)
        return self.is_marked(said) and not is_cut(text, said.start, said.end) and asks and (finding.kind is Kind.QUESTION or not ends_as_question(said.quote))

    def _leans(self, finding: Finding) -> bool:
        """Tell whether a statement leans on what is not printed with it: a sentence before it that would be, or what was settled, does not."""
        led = bool(finding.lead) and not any(WITHHELD.search(unaddressed(self._safe(part.quote))) for part in finding.lead)
        settled = is_outcome(finding) or finding.kind is Kind.DECISION and settles_now(finding) or is_dated_promise(finding)
        return not (led or settled) and (finding.leans or finding.kind is not Kind.QUESTION and leans_on_another(finding.evidence[0].quote))

    def _leads_up(self, finding: Finding) -> bool:
        """Tell whether a statement of no kind of its own only leads up to a question: a challenge or a wish is one whatever it leads up to."""
        return finding.kind is not Kind.QUESTION and not finding.sure_of_kind and leads_up_to_a_question(self._session, finding.evidence[0])

    def _belongs(self, finding: Finding) -> bool:
        tells = {Kind.STORY: self._is_story, Kind.PRACTICE: self._is_card}.get(finding.kind)
        return belongs(finding, self._session) and (tells is None or tells(self._session, finding))

    def _is_story(self, session: Session, story: Finding) -> bool:
        """Tell whether a story has a name, and comes to its point."""
        return is_told_out(session, story) and title(session, story, self._safe) != ""

    def _is_card(self, session: Session, practice: Finding) -> bool:
        """Tell whether a practice has a name, and shows how it is done: what has none would stand under "Practice"."""
        return not (self._drafts and practice.status is not Status.ACCEPTED) and shows_how(session, practice) and title(session, practice, self._safe) != ""

    def _leads(self, finding: Finding, sure: bool) -> bool:
        """Tell whether a finding is good enough for the paper, if there is room."""
        if is_no_outcome(finding) or finding.kind is Kind.CHALLENGE and is_refuted_next(finding, self._session):
            return False
        if finding.kind is Kind.RESOURCE and is_at_hand(finding):
            url = finding.fields.get("url", "")
            return bool(url) and not WITHHELD.search(self._safe(url))
        if not self.is_marked(finding.evidence[0]):
            return False  # what is cut out of speech that shows no ends is a piece of sentences
        if finding.kind is Kind.COMMITMENT and len(WITHHELD.findall(self._safe(finding.statement))) > NAMELESS:
            return False
        if is_outcome(finding) or finding.kind is Kind.DECISION and settles_now(finding):
            return True  # wherever it ranks: what was decided is what a meeting was for
        replied = finding.kind is Kind.QUESTION and bool(finding.answers)  # its reply tells something, wherever it ranks
        ranks = self._rank[finding.id] < LEADING or replied or is_outright(finding)
        if not ranks or not self._choice.is_fit(finding) or finding.kind is not Kind.QUESTION and is_put_for_a_yes(self._session, finding.evidence[0]):
            return False
        if finding.kind is Kind.QUESTION and self.marked and not is_open(finding) and is_broken_off(self._session, finding):
            return False
        advised = finding.kind is Kind.RECOMMENDATION and not is_outright(finding)
        if (not sure or finding.kind in REPLIES or advised) and "title" not in finding.fields and self._is_replied(finding.evidence[0]):
            return False
        if any(is_among(finding.evidence[0], other.more) for other in self.led(finding.kind)):
            return False  # it stands with that one
        if finding.kind is Kind.PRACTICE and finding.sure_of_kind and any(tells_the_same(finding.evidence[0], other.evidence[0]) for other in self.led(finding.kind)):
            return False  # what is told twice was done once
        of_one = next((other for other in self.led(finding.kind) if self._is_of_one(finding, other)), None) if finding.kind is Kind.PRACTICE and sure else None
        if of_one is not None:
            self._steps[of_one.id].append(finding)
            return False
        return is_liked(finding, sure, self._filled[finding.kind], self._safe) and (self._asks_anew(finding) if finding.kind is Kind.QUESTION else not self._is_of_people(finding))

    def _is_of_one(self, one: Finding, other: Finding) -> bool:
        """Tell whether two practices stand so near each other in one turn, and on the same, that the one is a step of the other."""
        first, second = sorted((one.evidence[0], other.evidence[0]), key=lambda part: part.start)
        if not first.is_beside(second) or not stems(one.evidence[0].quote) & stems(other.evidence[0].quote):
            return False
        text = (self._session.turns if first.where == "turn" else self._session.messages)[first.index].text
        return len(text[first.end : second.start].split()) <= STEP

    def _is_replied(self, said: Evidence) -> bool:
        """Tell whether words stand in the reply to a question of the paper."""
        return any(is_among(said, asked.answers) for asked in self.led(Kind.QUESTION) if not may_evade(asked))

    def _asks_anew(self, finding: Finding) -> bool:
        """Tell whether a question is put as one, and has not the reply, or the words, of one before it: then they are one, put twice."""
        if not is_asked(finding.statement) or finding.answers and is_among(finding.answers[0], self._replies) or any(asks_the_same(finding.statement, other.statement) for other in self.led(Kind.QUESTION)):
            return False
        self._replies += finding.answers
        return True

    def _is_of_people(self, finding: Finding) -> bool:
        """Tell whether a statement speaks of people whose names are withheld, and says little without them."""
        if is_settled(finding.statement):
            return False  # what was decided is worth telling without who will see to it
        said = self._safe(finding.statement)
        return said.startswith("[") or len(WITHHELD.findall(said)) > 1
