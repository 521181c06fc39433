"""A session's findings as a discussion paper: composed once, rendered three times.

Everything that came from participants passes :class:`~copaper.papers.evidence.EvidenceList`,
which withholds what the community's policy does not allow. Blocks have ids that depend on
what they say something about, so that a later draft can be compared with this one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, partial

from copaper.analysis.heard import is_timed
from copaper.analysis.linktitles import is_dated
from copaper.analysis.welcoming import is_only_opening
from copaper.communities import Community, Policy
from copaper.papers import accounts, against, front, leading, liking, outcomes, participation, passages, questions, resources, topics, verdicts
from copaper.papers.addressed import unaddressed
from copaper.papers.beside import see_also
from copaper.papers.evidence import EvidenceList
from copaper.papers.foremost import speaks_for_somebody
from copaper.papers.messages import Message, key_messages
from copaper.papers.on_cards import OnCards
from copaper.papers.openings import Openings
from copaper.papers.outline import Outline
from copaper.papers.placing import Placing, is_among, kept
from copaper.papers.sections import is_question
from copaper.papers.stretches import Stretches, is_judged_behind, leads_up
from copaper.papers.titles import Titles
from copaper.papers.topics import is_reply
from copaper.papers.units import block_units
from copaper.papers.typesetting import typeset
from copaper.papers.wording import ABOUT, HEADINGS, LATER, counted, day, listed, marked, sentence, shortened
from copaper.privacy import Privacy
from copaper.records import (
    Account,
    Block,
    Bullets,
    EndingState,
    Evidence,
    Figure,
    Finding,
    Findings,
    Heading,
    Inline,
    Kind,
    Paper,
    Paragraph,
    Run,
    Session,
    Status,
    Task,
    Theme,
    Tiles,
    content_id,
)
from copaper.voices import chairs

NOTHING = "No sentence of it is quoted here."
REPLY = 45
"""Words of what is quoted where people agreed or differed."""


def compose(session: Session, findings: Findings, community: Community, privacy: Privacy, *, final: bool = False) -> Paper:
    """Return the paper on ``session``; a ``final`` one is without what is for reviewers only."""
    return _Composer(session, findings, community, privacy, final).paper()


class _Composer:
    def __init__(self, session: Session, findings: Findings, community: Community, privacy: Privacy, final: bool) -> None:
        self.session, self.community, self.privacy, self.final = session, community, privacy, final
        self.evidence = EvidenceList(session, privacy, findings.themes, misheard=front.misheard_in(session, community, " ".join(turn.text for turn in session.turns)))
        self.findings = findings = liking.with_what_is_liked(findings, self.evidence.safe)
        self.titles = Titles(session, findings, community.name, self.evidence.safe)
        self.names = self.titles.names
        self.placing = Placing(session, findings.findings, frozenset(self.names), self.evidence.safe)
        self.outline = None if self.placing.marked else Outline(session, findings.themes, self.names, self.evidence, self.placing)
        self.against = against.Against(findings)
        self.passages = passages.passages(session, self.placing, self.evidence.safe, () if self.outline else findings.themes, self.against.stands)
        self.shown = defaultdict(list, {kind: kept(found) for kind, found in self.placing.chosen.items()})
        self._apart: dict[Kind, tuple[Sequence[Evidence], Sequence[str]]] = {}
        if not self.outline:
            self.shown[Kind.STORY] = [story for story in self.shown[Kind.STORY] if story.status in (Status.ACCEPTED, Status.EDITED) or not self._accounts.goes_on_from(story)]

    def paper(self) -> Paper:
        blocks: list[Block] = []
        for part in (self._opening, self._themes, self._practices, self._lists, self._stories, lambda: resources.section(self.shown[Kind.RESOURCE], self.placing.chosen[Kind.RESOURCE], self.evidence, self.privacy, {} if self.outline else self.titles.topical),
                     self._questions, self._polls, self._next, self._participation, self._method):  # fmt: skip
            blocks += part()
        printed = self._words_of(blocks)
        blocks += self._annexes(printed)
        session, community, date_ = self.session, self.community, self.session.start.date()
        publisher = community.publisher or community.name
        return typeset(Paper(
            id=content_id("paper", session.id),
            session=session.id,
            community=community.name,
            community_code=community.code,
            title=self.titles.title(),
            subtitle=self.titles.subtitle(),
            date=date_,
            publisher=publisher,
            licence=community.licence,
            how_to_cite=f"{community.name} ({date_.year}). {self.titles.cited()}. Discussion paper of the session of {day(date_)}{self._unconfirmed(' (date to be confirmed)')}{'' if self.final else ', draft'}.{f' {publisher}.' if publisher != community.name else ''}",
            keywords=tuple(dict.fromkeys(self.titles.topical.values())),
            abstract=self._about(),
            notice=self._notice(),
            outline=self.outline is not None,
            imprint=front.imprint(session, community, self.privacy, printed, final=self.final),
            blocks=tuple(blocks),
        ))

    def _words_of(self, blocks: Sequence[Block]) -> str:
        """Return all that a paper of these blocks prints before its reviewers' annex."""
        labels = (label for block in blocks if isinstance(block, Figure) for label, _ in block.data)
        texts = (unit.words for block in (*blocks, *self.evidence.entries()) for unit in block_units(block))
        return " ".join((self.titles.title(), self._about(), *self.names.values(), *labels, *texts))

    # --- cover ---

    def _unconfirmed(self, words: str) -> str:
        """Return what a draft says of a date that only the folder's name tells."""
        return "" if self.final or front.date_is_known(self.session) else words

    def _notice(self) -> str:
        if "fictional" not in self.session.facts:
            return " ".join(filter(None, (self._unconfirmed("Date to be confirmed."), front.LITTLE_TOLD if self.outline else "")))
        return f"This paper was made from a fictional sample session: no such meeting took place, and nobody in it exists.{f' {front.LITTLE_TOLD}' if self.outline else ''}"

    # --- opening ---

    def _about(self, *, who: bool = True) -> str:
        """Return what the session was, without how many took part unless ``who`` was there is to be told."""
        matter = topics.of_matter(self.findings.themes)
        told = [theme for theme in matter if theme.id not in self._shells]
        named = matter if told and len(matter) <= front.FEW else told if len(told) <= front.ALL else told[: front.MAIN]
        without = sum(is_timed(theme.label) for theme in self.findings.themes)
        return front.about(self.session, list(dict.fromkeys(self.names[theme.id] for theme in topics.in_time(named))), of=len(matter) + without, who=who)

    def _opening(self) -> list[Block]:
        messages = self._printed_messages
        blocks: list[Block] = [
            Heading(id="key-messages", level=1, text=("Key messages" if len(messages) > 1 else "Key message") if messages else "In short"),
            Paragraph(id="about", runs=(Run(text=self._about(who=(tiles := participation.tiles(self.session)) == ())),), style="lead"),
        ]
        if tiles:
            blocks.append(Tiles(id="tiles", items=tiles))
        if messages:
            with self.evidence.telling_apart(leading.credited(self._messages)):
                blocks.append(Bullets(id="messages", style="key messages", items=tuple(map(self._key_message, messages)), ids=tuple(one.id for one in messages)))
        blocks.append(
            Paragraph(
                id="reading", style="note",
                runs=(Run(text=f"{'The small numbers' if messages else 'Small numbers in the text'} lead to the evidence annex, where every statement's source stands word for word with its time."),),
            )
        )  # fmt: skip
        return blocks

    @cached_property
    def _messages(self) -> list[Message]:
        """The key messages, whatever reviewers said of them: of the talk, where there is any, as a line of the chat may be nobody's but its writer's."""
        spoken = [f for f in self.placing.leading if self.placing.is_marked(f.evidence[0]) and (f.evidence[0].where == "turn" or not self.session.turns) and (f.disputed or self.against.may_be_told(self._source(f)) and not (is_judged_behind(self.session, self._source(f)) or f.kind is not Kind.DECISION and leads_up(self.session, self._source(f))))]
        shares = {theme.id: theme.salience for theme in self.findings.themes}
        others = () if self.outline else Stretches(self.session, self.evidence, self.against, self._is_listed, self.placing.is_on_topic).found(self.findings.themes, self._accounts.places)
        leading_it = chairs(self.session)  # what stands in the way, or happened, is told by others: a chair tells of the programme
        spoken = [f for f in spoken if f.kind not in (Kind.CHALLENGE, Kind.STORY) or f.status in (Status.ACCEPTED, Status.EDITED) or f.evidence[0].participant not in leading_it]
        spoken = [f for f in spoken if f.kind is Kind.DECISION or f.status is Status.EDITED or liking.may_lead(self._said(f))]
        return key_messages(spoken, self._said, shares, lambda finding: finding in self.placing.chosen[finding.kind], others)

    @cached_property
    def _printed_messages(self) -> list[Message]:
        return leading.printed(self._messages, self.findings.findings, self._printed)

    @cached_property
    def _led(self) -> frozenset[str]:
        """The findings that lead the paper, whatever reviewers said of them: they are told nowhere else but on cards and among decisions."""
        return frozenset(one.id for one in self._messages if one.finding)

    def _leads_alone(self, finding: Finding) -> bool:
        """Tell whether a key message says all of a finding, so that its list does not tell it again; what was said of it later stands there."""
        return finding.id in self._led and finding.kind in leading.ALONE and not finding.disputed

    def _is_listed(self, said: Evidence) -> bool:
        """Tell whether words stand in a list or on a card, whatever reviewers said of them."""
        return is_among(said, self._on_cards) or any(is_among(said, f.evidence[:1]) for kind, found in self.placing.chosen.items() if kind is not Kind.RESOURCE for f in found if self.placing.is_led(f))

    def _said(self, finding: Finding) -> str:
        """Return a statement as it is printed, with its passage."""
        own = self._own_words(finding)
        return own if finding.status is Status.EDITED else passages.told(self.evidence, self._passage(finding), own, finding.evidence[0])

    def _own_words(self, finding: Finding) -> str:
        """Return a statement alone; a reviewer's words are not touched."""
        said = resources.said(finding, self.evidence, self.names)
        if finding.status is Status.EDITED:
            return said
        return sentence(unaddressed(said) if finding.kind is Kind.QUESTION else said)

    def _passage(self, finding: Finding) -> passages.Passage:
        return self.passages.get(finding.id, passages.NONE)

    def _statement(self, finding: Finding, by: str = "", *settled: Evidence) -> Inline:
        """Return a statement, with where it was ``settled``, if wanted ``by`` whom it is, and what was said against it."""
        credit = (Run(text=f" –\u00a0{by}", italic=True),) if by else ()
        asked = () if finding.status is Status.EDITED else passages.from_elsewhere(finding.evidence[0], self._passage(finding).lead)
        return against.with_it((Run(text=self._said(finding)), *map(self.evidence.mark, asked), self._mark(finding), *map(self.evidence.mark, settled), *credit), self._against(finding))

    def _told(self, finding: Finding) -> Inline:
        """Return what is told of a finding with its topic."""
        return (*outcomes.standing(finding), *self._statement(finding, self._side(finding)))

    def _side(self, finding: Finding) -> str:
        """Return whose a statement is, where some ask and others answer or it says "we" or "I", or an empty string."""
        told = (self.evidence.has_sides or speaks_for_somebody(self._said(finding), finding.kind is Kind.DECISION)) and finding.status is not Status.EDITED and not self.evidence.is_plain(finding.evidence[0])
        return self.evidence.who(finding.evidence[0]) if told else ""

    def _mark(self, finding: Finding) -> Run:
        return self.evidence.mark(self._source(finding), see_also(finding))

    def _source(self, finding: Finding) -> Evidence:
        return passages.source(self.session, finding, self._passage(finding))

    def _against(self, finding: Finding) -> Inline:
        """Return what was said against a statement; whoever reworded it has seen that."""
        return () if finding.status is Status.EDITED else against.beside(self.against.of(self._source(finding)), self.evidence)

    def _key_message(self, message: Message) -> Inline:
        if message.finding is None:
            return against.with_it(leading.told(message, self.names, self.evidence, self._speaker), against.beside(self.against.of(message.said), self.evidence) if message.said else ())
        finding = message.finding
        alone = self._leads_alone(finding) and finding in self.placing.chosen[finding.kind]
        return against.with_it(leading.statement(finding, finding.kind if alone else None, self._said(finding), self._mark(finding), self._speaker), () if finding.disputed else self._against(finding))

    def _speaker(self, evidence: Evidence) -> str:
        """Return who said something, as the policy allows, or that somebody did."""
        who = self.evidence.who(evidence)
        return who if not self.evidence.is_plain(evidence) else "A participant" if who else "" if participation.untold(self.session) else "A speaker"

    # --- themes ---

    def _themes(self) -> list[Block]:
        if self.outline:
            return self.outline.themes(self._statement)
        if not self.findings.themes:
            return []
        blocks: list[Block] = []
        in_time = topics.in_time(self.findings.themes)
        for theme in in_time:
            if theme.id not in self._shells:
                with self.evidence.telling_apart(self._credited(theme)):
                    blocks += self._theme(theme)
        shells = topics.shells(self.session, [theme for theme in in_time if theme.id in self._shells], self.names, bool(blocks))
        return [Heading(id="themes", level=1, text=topics.heading(self.session)), *([Paragraph(id="themes-beside", style="note", runs=(Run(text=shells),))] if shells else []), *blocks]

    def _credited(self, theme: Theme) -> list[Evidence]:
        """Return what a topic tells with whoever said it, whatever reviewers said of it."""
        own = [f.evidence[0] for f in (*self.placing.loose[theme.id], *(f for f in self._moved if f.theme == theme.id)) if self._side(f)]
        lone = [found[0].evidence[0] for found in map(self.placing.led, (Kind.PRACTICE, Kind.STORY)) if len(found) == 1 and found[0].theme == theme.id]
        replies = [part for reply in theme.replies if is_reply(reply) for part in (reply.to, reply.by)]
        return [*(one for told in self._accounts.places.get(theme.id, ()) for one in (told.asked, told) if one), *self._accounts.of_views(theme.id), *replies, *(part for ending in theme.endings for part in (ending.said, ending.reply) if part), *own, *lone, *self._asked.credited(theme)]

    def _theme(self, theme: Theme) -> list[Block]:
        key = f"theme-{theme.id}"
        blocks: list[Block] = [Heading(id=key, level=2, text=self.names[theme.id])]
        if when := topics.about(self.session, theme, self.findings.themes, self.names[theme.id]):
            blocks.append(Paragraph(id=f"{key}-about", style="note", runs=(Run(text=when),)))
        bare, accounts_ = len(blocks), self._printed[theme.id]

        def points(part: str, title: str, items: Sequence[Inline], ids: Sequence[str]) -> None:
            if items:
                name, end = part.split("/")
                blocks.extend([Paragraph(id=f"{key}-{name}", runs=(Run(text=title, bold=True),))] if title else [])
                blocks.append(Bullets(id=f"{key}-{end}", items=tuple(items), ids=tuple(ids)))

        ended, ended_beside = outcomes.endings(theme, self.placing, self.evidence)
        disputed = self._accounts.disputing(theme, (*ended, *ended_beside))
        going_on = self._asked.going_on(theme, self._accounts.places[theme.id])
        more = {question: partial(self._accounts.runs, account) for question, account in going_on.items() if account in accounts_}
        blocks += topics.in_order((*accounts.quoted(self.session, self.evidence, theme, self._quotes[theme.id]), *self._accounts.telling(theme, False, going_on.values()), *self._accounts.telling_views(theme, [one for found in disputed.values() for one in found]), *self._asked.telling(theme, False, more)))
        own = [f for f in self.placing.loose[theme.id] if f.id not in self._led and (f.status is Status.EDITED or not any(accounts.tells((*(accounts_ if f.status is Status.ACCEPTED else self._accounts.places[theme.id]), *outcomes.summaries(theme)), part) for part in (f.evidence[0], *passages.parts([self._passage(f)]))))]
        told = topics.as_told(kept(self.placing.beside_accounts(own, self._said, theme, self.names[theme.id]) if self._accounts.places[theme.id] else own))
        points("came/came-to", "What it came to", [outcomes.ended(e, self.evidence, disputed) for e in ended], list(map(outcomes.ending_id, ended)))
        on_it = [f for f in told if self.placing.is_on_topic(f.evidence[0], theme)]
        points("said/points", "Further points" if len(blocks) > bare else "", [self._told(f) for f in on_it], [f.id for f in on_it])
        for kind in topics.MOVED:
            own = topics.as_told(f for f in kept(self._moved) if f.theme == theme.id and f.kind is kind)
            points(f"{kind.value}/{kind.value}-points", f"A {kind.value}" if len(own) == 1 else HEADINGS[kind], [self._listed_item(f) for f in own], [f.id for f in own])
        for finding in (f for f in self._lone_cards if f.theme == theme.id):
            blocks += [Paragraph(id=f"{key}-{finding.kind.value}", runs=(Run(text=f"A {finding.kind.value}", bold=True),)), self._cards.card(finding)]
        blocks += [*outcomes.where_replied(theme, self.evidence), *self._asked.without_reply(theme)]
        title, further = accounts.ALSO if len(blocks) > bare else accounts.SAID, self._elsewhere(theme)
        beside = [f for f in told if f not in on_it]
        aside = topics.in_order((*self._accounts.telling(theme, True, going_on.values()), *self._asked.telling(theme, True, more)))
        listed = [Bullets(id=f"{key}-also-points", items=tuple(map(self._told, beside)), ids=tuple(f.id for f in beside))] if beside else []
        listed += [Bullets(id=f"{key}{topics.CAME_BESIDE}", items=tuple(outcomes.ended(e, self.evidence, disputed) for e in ended_beside), ids=tuple(map(outcomes.ending_id, ended_beside)))] if ended_beside else []
        if also := [*aside, *listed, *outcomes.where_replied(theme, self.evidence, aside=True)]:
            blocks += [Heading(id=f"{key}-also", level=3, text=title), *also]
        if further:
            blocks.append(Paragraph(id=f"{key}-elsewhere", style="note", runs=further))
        return blocks if len(blocks) > bare else [*blocks, Paragraph(id=f"{key}-nothing", style="note", runs=(Run(text=NOTHING),))]

    def _elsewhere(self, theme: Theme) -> Inline:
        """Return what stands of a theme in the sections of its kind: it is told there and not twice."""
        shown = {kind: [f for f in found if f.theme == theme.id] for kind, found in self.shown.items()}
        on_cards = [(kind, self._cards.own_title(f), f"finding-{f.id}") for kind in (Kind.PRACTICE, Kind.STORY) for f in shown.get(kind, ()) if f not in self._lone_cards]
        led = len(self._printed_messages) if any(one.theme == theme.id for one in self._printed_messages) else 0
        return topics.elsewhere(on_cards, [kind for kind, found in shown.items() for f in found if f not in self._moved and not self._leads_alone(f) and not (kind is Kind.QUESTION and self._asked.is_told_with_a_topic(f))], led)

    @cached_property
    def _quotes(self) -> dict[str, list[Evidence]]:
        """The quotations that open each theme; an outline has none, nor a paper with accounts, beside which a single sentence says little."""
        if self.outline:
            return {}
        openings = Openings(self.session, self.findings.findings, self.evidence, self.placing, self._told_beside, self.against)
        return {theme.id: [] if any(self._accounts.places.values()) else openings.of(theme) for theme in self.findings.themes}

    @cached_property
    def _accounts(self) -> accounts.Accounts:
        """What each theme quotes in several sentences; an outline has none."""
        return accounts.Accounts(self.session, self.findings, self.evidence, self.placing, self._stories_told, self.against)

    @cached_property
    def _moved(self) -> list[Finding]:
        """What themes with little of their own tell of the lists below, the best first, whatever reviewers said of it."""
        led = set() if self.outline else set(map(id, self.placing.led(*topics.MOVED)))
        best = [f for f in self.placing.leading if id(f) in led and f.id not in self._led]
        found: list[Finding] = []
        for theme in self.findings.themes:
            own = len(self._quotes.get(theme.id, ())) + len(self._accounts.places[theme.id]) + self.placing.told(theme.id)
            found += [finding for finding in best if finding.theme == theme.id][: max(0, topics.FEWEST - own)]
        return found

    @cached_property
    def _shells(self) -> frozenset[str]:
        """The themes of which nothing is told, whatever reviewers said of it; an outline tells when each was spoken of."""
        if self.outline:
            return frozenset()
        told = {f.theme for kind, found in self.placing.chosen.items() if kind not in (Kind.RESOURCE, Kind.QUESTION) for f in found}
        told |= {theme.id for theme in self.findings.themes if self._asked.is_told_in(theme)}
        opening = {t.id for t in self.findings.themes if is_only_opening(t)}  # what nobody took in of it says how the session works
        told |= {theme for theme, found in self.placing.loose.items() if found and (theme not in opening or any(f.status in (Status.ACCEPTED, Status.EDITED) for f in found))}
        return frozenset(t.id for t in self.findings.themes if t.id not in told and not self._quotes[t.id] and not self._accounts.of(t.id) and not any(outcomes.endings(t, self.placing, self.evidence)) and not any(map(is_reply, t.replies)))

    @cached_property
    def _asked(self) -> questions.Questions:
        """How questions are told; an outline tells them otherwise."""
        on = {theme.id: theme for theme in self.findings.themes}
        return questions.Questions(self.session, self.evidence, self.findings.themes, self.names, self.placing.chosen[Kind.QUESTION], self.shown[Kind.QUESTION], lambda f: self.titles.is_on(f) and self.placing.is_on_topic_of(on[f.theme], f.evidence[0], *f.answers), self._statement, self._stands_elsewhere)

    @cached_property
    def _printed(self) -> dict[str, list[Account]]:
        """The printed accounts of each topic, without those with which the reply to a question goes on that a reviewer struck."""
        struck = [] if self.outline else self._asked.struck(self._accounts.places)
        return {theme: [one for one in found if one not in struck] for theme, found in self._accounts.printed.items()}

    def _stands_elsewhere(self, said: Evidence) -> bool:
        """Tell whether words stand in the paper as a finding or an account of a topic, whatever reviewers said of it."""
        return self.placing.is_placed(said) or is_among(said, [one for theme in self.findings.themes for one in self._accounts.of(theme.id)])

    @cached_property
    def _lone_cards(self) -> list[Finding]:
        """The only practice and the only story, whatever reviewers said of them, which are told with their topics: one card is no chapter."""
        found = [self.placing.led(kind) for kind in (Kind.PRACTICE, Kind.STORY)]
        return [one for one, *others in filter(None, found) if not others and not self.outline and one.theme in self.names and one in self.shown[one.kind]]

    @cached_property
    def _told_with(self) -> list[Evidence]:
        """What statements are told with."""
        return passages.parts(self.passages.values())

    @cached_property
    def _told_beside(self) -> list[Evidence]:
        """What cards quote beside the words of their own finding, and what other statements are told with, whatever reviewers said of them."""
        return self._on_cards + self._told_with

    @cached_property
    def _on_cards(self) -> list[Evidence]:
        """What cards quote beside the words of their own finding, whatever reviewers said of them."""
        return self._stories_told + [part for finding in self.placing.led(Kind.PRACTICE, Kind.STORY) for part in self._cards.told_around(finding).values()]

    @cached_property
    def _stories_told(self) -> list[Evidence]:
        """What stories are told with on their cards, and the stories themselves where these are told whole so, whatever reviewers said of them."""
        told = [(f, passages.parts([self._passage(f)])) for f in self.placing.led(Kind.STORY)]
        return [part for finding, parts in told if parts for part in (finding.evidence[0], *parts)]

    # --- kinds ---

    @cached_property
    def _cards(self) -> OnCards:
        places, printed = ({}, {}) if self.outline else (self._accounts.places, self._printed)
        told = [account for found in places.values() for account in found]
        return OnCards(self.session, self.evidence, self.privacy, self.placing, self.against, self.names, self._statement, (*self._told_with, *self.findings.other_languages), told, printed, [f.id for f in self._lone_cards])

    def _practices(self) -> list[Block]:
        through = "" if self.community.privacy is Policy.NAMED else self.community.publisher or self.community.name
        return self._cards.practices([f for f in self.shown[Kind.PRACTICE] if f not in self._lone_cards], through)

    def _lists(self) -> list[Block]:
        blocks: list[Block] = []
        places = {theme.id: place for place, theme in enumerate(topics.in_time(self.findings.themes))}
        own = {kind: sorted((f for f in self.shown[kind] if f not in self._moved and not self._leads_alone(f)), key=lambda f: (places.get(f.theme, len(places)), f.evidence[0].time, f.evidence[0].index)) for kind in ABOUT}
        given = {} if self.outline else {Kind.COMMITMENT: outcomes.given(self._tasks, self.evidence)}
        own = {kind: found for kind, found in own.items() if found or given.get(kind)}
        if not own:
            return []
        there = [HEADINGS[kind].lower() for kind in ABOUT if kind in own]
        alone = len(there) == 1
        there = there if len(there) <= 3 else [*there[:2], "more"]  # as a running head it has half a line
        if not alone:
            blocks.append(Heading(id="findings", level=1, text=listed(there).capitalize()))
        for kind, found in own.items():
            blocks.append(Heading(id=f"kind-{kind.value}", level=1 if alone else 2, text=HEADINGS[kind]))
            blocks.append(Paragraph(id=f"kind-{kind.value}-about", runs=(Run(text=ABOUT[kind]),)))
            several = len(found) > topics.MANY and len({f.theme for f in found}) > 1
            chosen = [f for f in self.placing.chosen[kind] if f not in self._moved and not self._leads_alone(f)]
            credited = [part for f in chosen for part in (*(f.evidence[:1] if outcomes.is_own_promise(f) or self._side(f) else ()), *f.disputed)]
            self._apart[kind] = credited, [f.statement for f in chosen if kind is Kind.COMMITMENT]
            with self.evidence.telling_apart(*self._apart[kind]):
                blocks += [Bullets(id=f"kind-{kind.value}-list", items=tuple(self._listed_item(f, several) for f in found), ids=tuple(f.id for f in found))] if found else []
            blocks += given.get(kind, ())
            if moved := [f for f in kept(self._moved) if f.kind is kind]:
                with_them = {f"theme-{theme.id}": self.names[theme.id] for theme in topics.in_time(self.findings.themes) if any(f.theme == theme.id for f in moved)}
                blocks.append(Paragraph(id=f"kind-{kind.value}-with-topics", style="note", runs=topics.with_their_topics(with_them)))
        return blocks

    def _listed_item(self, finding: Finding, of_several: bool = False) -> Inline:
        """Return a finding of a list, with its topic if the list is ``of_several``, and what was said of it later."""
        promised = outcomes.is_own_promise(finding)
        to_whom = finding.fields.get("to_whom", "")
        behind = finding.corroboration.people - 1
        card = self._cards.beside(finding)
        extra = [f"On the practice “{card}”."] if card else [f"On “{self.names[finding.theme]}”."] if of_several and self.titles.is_on(finding) else []
        if to_whom:
            extra.append(f"To: {self.evidence.safe(to_whom)}.")
        if behind > 0:
            extra.append(f"{counted(behind, 'other person', 'other people')} agreed.")
        own = self.evidence.who(finding.evidence[0]) if promised and not self.evidence.is_plain(finding.evidence[0]) else ""
        side = own if promised else "" if finding.kind in (Kind.COMMITMENT, Kind.DECISION) and self._said(finding).startswith("[") else self._side(finding)  # of what a chair lists, it tells who promises
        runs = (*outcomes.standing(finding), *self._statement(finding, f"{side.rstrip('.')}." if side and (extra or finding.disputed) else side, *finding.settled))
        runs = (*runs, Run(text=" " + " ".join(extra), italic=True)) if extra else runs
        for evidence in finding.disputed:
            runs = (*runs, Run(text=f"{LATER}{self.evidence.within(evidence, finding.evidence[0])}): {marked(shortened(self.evidence.told(evidence), REPLY))}"), self.evidence.mark(evidence))
        return runs

    def _stories(self) -> list[Block]:
        return self._cards.stories([f for f in self.shown[Kind.STORY] if f not in self._lone_cards])

    def _questions(self) -> list[Block]:
        if self.outline:
            return self.outline.questions(self.shown[Kind.QUESTION], self._statement, lambda question: questions.answer(self.session, question, self.evidence, self.placing.is_placed))
        return self._asked.section(sum(f.kind is Kind.QUESTION and is_question(f) for f in kept(self.findings.findings)))

    def _next(self) -> list[Block]:
        if self.outline:
            return self.outline.comes_next()
        told = self._told_so_far + [part for task in self._tasks for part in (task.given, task.reply) if part is not None]
        dated = [resources.said(f, self.evidence, self.names) for f in self.shown[Kind.RESOURCE] if is_dated(f.fields.get("title", ""))]
        return outcomes.comes_next(self.findings, {key: name for key, name in self.names.items() if key not in self._shells}, self.evidence, told, dated)

    @cached_property
    def _tasks(self) -> list[Task]:
        """The tasks that stand with the promises."""
        return outcomes.left_to_tell(self.findings.tasks, self._told_so_far, [f.evidence[0] for f in self._placed if f.kind is Kind.COMMITMENT])

    @cached_property
    def _placed(self) -> list[Finding]:
        """The findings that stand somewhere in the paper, or that reviewers struck."""
        return [f for found in (*self.placing.chosen.values(), *self.placing.loose.values(), [f for f in self.findings.findings if f.status is Status.REJECTED]) for f in found]

    @cached_property
    def _told_so_far(self) -> list[Evidence]:
        """What is told before the last chapters."""
        told = [part for finding in self._placed for part in (*finding.evidence, *finding.more, *finding.answers, *finding.lead, *finding.settled)]
        return told + [part for theme in self.findings.themes for part in self._credited(theme)] + self._on_cards

    def _polls(self) -> list[Block]:
        tables = participation.polls(self.session, self.privacy, self.evidence.safe)
        return [Heading(id="polls", level=1, text="Polls"), *tables] if tables else []

    # --- the back matter ---

    @cached_property
    def _figures(self) -> list[Figure | Paragraph]:
        return participation.figures(self.session, self.findings.themes, self.privacy, self.titles.topical)

    def _participation(self) -> list[Block]:
        figures = self._figures
        table = participation.attendance(self.session, self.privacy)
        return [Heading(id="participation", level=1, text="Who took part"), *table, *figures] if table or figures else []

    def _method(self) -> list[Block]:
        told = front.method(
            self.session, self.community, self.privacy, left_out=len(verdicts.less_certain(self.findings, self.placing, self.evidence)), other_languages=len(self.findings.other_languages),
            cards=any(f.fields.get("title") == self._cards.titles[f.id] for kind in (Kind.PRACTICE, Kind.STORY) for f in self.shown[kind]), model=self.findings.model, files=self.evidence.files(), outline=self.outline is not None, letters=self.evidence.has_letters, settled_in_passing=any(e.state is EndingState.GONE_ALONG for t in self.findings.themes for e in t.endings), beside="" if self.outline else topics.beside(self.session, self.findings),
        )  # fmt: skip
        return [
            Heading(id="method", level=1, text="Method, limits and privacy"),
            *(Paragraph(id=f"method-{n}", runs=(Run(text=text),), style=style) for n, (style, text) in enumerate(told, 1)),
        ]

    def _annexes(self, printed: str) -> list[Block]:
        annexes: tuple[tuple[str, str, Sequence[Block]], ...] = (
            ("evidence", "Evidence", self._evidence()),
            ("numbers", "Numbers behind the figures", (table,) if (table := participation.numbers_table(self._figures)) else ()),
            ("review", "For the reviewers", () if self.final else verdicts.annex(self.findings, self.placing, self.evidence, self.privacy, self._said, self.names, printed, self._apart.get(Kind.COMMITMENT, ((), ())), [e for quoted in (self._quotes, self._printed) for opening in quoted.values() for e in opening], (*front.to_fill_in(self.session, self.community, printed, self.evidence.safe), *self._cards.gaps(self.shown[Kind.PRACTICE])))),
        )
        blocks: list[Block] = []
        for letter, (id_, title, content) in zip("ABC", (annex for annex in annexes if annex[2]), strict=False):
            blocks += [Heading(id=id_, level=1, text=f"Annex {letter}: {title}"), *content]
        return blocks

    def _evidence(self) -> list[Block]:
        entries = self.evidence.entries()
        also = "Under “See also” stand other passages on the same matter, mostly said within five minutes of it: they need not say the same, and may say the opposite. " if any(entry.also for entry in entries) else ""
        start = f"start of the {'recording' if self.session.facts.get('start known from') == 'not known' else 'session'}{', who spoke' if any(entry.who for entry in entries) else ''}"
        words = f"The number behind a statement leads to the words that it was taken from. {also}Each entry gives the time from the {start} and the line of the export in which its words stand."
        return [Paragraph(id="evidence-about", style="note", runs=(Run(text=words),)), *entries] if entries else []
