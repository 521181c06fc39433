"""A session's findings as a discussion paper: composed once, rendered three times.

Everything that came from participants passes :class:`~copaper.papers.evidence.EvidenceList`,
which withholds what the community's policy does not allow. Blocks have ids that depend on
what they say something about, so that a later draft can be compared with this one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from copaper.communities import Community, Policy
from copaper.papers import participation
from copaper.papers.beside import cited
from copaper.papers.choosing import in_sentence, is_asked, is_telling, is_within, offered, titled
from copaper.papers.evidence import WITHHELD, EvidenceList
from copaper.papers.links import web_address
from copaper.papers.placing import Placing, kept
from copaper.papers.printable import printable
from copaper.papers.wording import HEADINGS, capitalised, clock, counted, day, first_sentences, last_sentence, listed, number, sentence, shortened
from copaper.privacy import Privacy
from copaper.records import (
    Block,
    Bullets,
    Callout,
    Card,
    Evidence,
    ExportKind,
    Figure,
    Finding,
    Findings,
    Heading,
    Inline,
    Kind,
    Paper,
    Paragraph,
    Quote,
    Reply,
    Run,
    Session,
    Status,
    Table,
    Theme,
    Tiles,
    content_id,
)

KEY_MESSAGES = 5
AROUND = 35
"""Words before and after a practice's own sentence that its card quotes."""
REPLY = 45
"""Words of what is quoted where people agreed or differed, and of how a story went on."""
ANSWER, LEAST_ANSWER = 45, 20
"""Words of an answer at most; one of fewer is quoted with the sentences after it."""
_NEXT_SENTENCE = re.compile(r"\s*[^.?!…]+[.?!…]+(?=\s|$)")
VERDICT = "–"
"""What stands where a reviewer may write "keep", "drop" or "change"."""
VERDICTS = {Status.ACCEPTED: "keep", Status.EDITED: "changed", Status.REJECTED: "drop"}
_LEADING = (Kind.RECOMMENDATION, Kind.LESSON, Kind.PRACTICE, Kind.CHALLENGE, Kind.DECISION)
_SAYS_WHAT_TO_DO = (Kind.RECOMMENDATION, Kind.LESSON, Kind.DECISION)
"""Kinds that a busy reader takes away first."""

_EXPORTS = {
    ExportKind.TRANSCRIPT: "the recording's transcript", ExportKind.CHAT: "the chat", ExportKind.ATTENDANCE: "the attendance report",
    ExportKind.QUESTIONS: "the list of questions", ExportKind.POLL: "the polls",
}  # fmt: skip
_POLICIES = {
    Policy.NAMED: "Speakers are named, as this community has agreed.",
    Policy.ROLES: "Speakers are shown by their role, with a province or organisation only where at least three people share it; the names of those who took part are withheld where they were spoken.",
    Policy.CHATHAM_HOUSE: "The session was held under the Chatham House rule: neither speakers nor their organisations are shown, and the names of those who took part are withheld where they were spoken.",
}


def compose(session: Session, findings: Findings, community: Community, privacy: Privacy, *, final: bool = False) -> Paper:
    """Return the paper on ``session``; a ``final`` one is without what is for reviewers only."""
    return _Composer(session, findings, community, privacy, final).paper()


class _Composer:
    def __init__(self, session: Session, findings: Findings, community: Community, privacy: Privacy, final: bool) -> None:
        self.session, self.findings, self.community, self.privacy, self.final = session, findings, community, privacy, final
        self.evidence = EvidenceList(session, privacy)
        self.names = self._names()
        self.phrases = {theme.id: self._phrases(theme) for theme in findings.themes}
        self.rank = {finding.id: number for number, finding in enumerate(findings.findings)}
        self.placing = Placing(session, findings.findings, frozenset(self.names), self.evidence.safe)
        self.shown = defaultdict(list, {kind: kept(found) for kind, found in self.placing.chosen.items()})

    def paper(self) -> Paper:
        blocks: list[Block] = []
        for part in (self._opening, self._themes, self._practices, self._lists, self._stories, self._resources,
                     self._questions, self._polls, self._participation, self._method):  # fmt: skip
            blocks += part()
        blocks += self._annexes()
        session, community = self.session, self.community
        title = self._title()
        date_ = session.start.date()
        publisher = community.publisher or community.name
        return Paper(
            id=content_id("paper", session.id),
            session=session.id,
            community=community.name,
            community_code=community.code,
            title=title,
            subtitle=self._subtitle(),
            date=date_,
            publisher=publisher,
            licence=community.licence,
            how_to_cite=f"{community.name} ({date_.year}). {title}. Discussion paper of the session of {day(date_)}{'' if self.final else ', draft'}. {publisher}.",
            keywords=tuple(dict.fromkeys(self.names.values())),
            abstract=self._about(),
            notice=self._notice(),
            imprint=self._imprint(),
            blocks=tuple(blocks),
        )

    def _names(self) -> dict[str, str]:
        """Return what each theme is called; of two with one label the later says what else it is of."""
        names: dict[str, str] = {}
        for theme in self.findings.themes:
            name = self._label(theme)
            if name in names.values():
                more = next((phrase for phrase in self._phrases(theme) if phrase.casefold() not in name.casefold()), "")
                name = f"{name}: {more}" if more else name
            names[theme.id] = name
        return names

    def _label(self, theme: Theme) -> str:
        """Return a theme's label, or what else names it if a name had to be withheld from it."""
        label = self.evidence.safe(theme.label)
        if not WITHHELD.search(label):
            return label
        phrases = self._phrases(theme)
        if phrases:
            return phrases[0][:1].upper() + phrases[0][1:]
        return " ".join(WITHHELD.sub(" ", label).split()) or "Theme without a name"

    def _in_sentence(self, theme: str) -> str:
        return in_sentence(self.names[theme], self.phrases[theme], self._talk)

    @cached_property
    def _talk(self) -> str:
        return " ".join(turn.text for turn in self.session.turns)

    def _phrases(self, theme: Theme) -> list[str]:
        return [phrase for phrase in map(self.evidence.safe, theme.phrases) if not WITHHELD.search(phrase)]

    # --- cover ---

    def _title(self) -> str:
        if self.session.title:
            return self.evidence.safe(self.session.title)
        names = [self._in_sentence(theme.id) if number else self.names[theme.id] for number, theme in enumerate(self.findings.themes[:2])]
        return "; ".join(names) or f"Session of {day(self.session.start.date())}"

    def _subtitle(self) -> str:
        on = day(self.session.start.date()).replace(" ", "\u00a0")  # a date is not broken over two lines
        return f"What members of the community of practice shared on {on}"

    def _notice(self) -> str:
        if "fictional" not in self.session.facts:
            return ""
        return "This paper was made from a fictional sample session; no person or organisation in it exists."

    def _imprint(self) -> tuple[tuple[str, str], ...]:
        community = self.community
        items = [("About this community", sentence(community.purpose))] if community.purpose else []
        if community.audience:
            items.append(("Who it is for", sentence(community.audience)))
        items += [
            ("Licence", f"{community.licence}. You may share and adapt this paper if you name its source."),
            ("How it was made", f"Copaper drafted this paper from {self._read_from()}. People of the community review and approve it."),
            ("Privacy", _POLICIES[community.privacy] + " E-mail addresses, telephone and identity numbers are never shown."),
        ]
        if community.consent:
            items.append(("Consent", sentence(community.consent)))
        return tuple(items)

    def _read_from(self) -> str:
        kinds = {source.kind for source in self.session.sources}
        return listed([words for kind, words in _EXPORTS.items() if kind in kinds]) or "what the webinar left behind"

    # --- opening ---

    def _about(self) -> str:
        names = list(dict.fromkeys(self._in_sentence(theme.id) for theme in self.findings.themes[:5]))
        spoke = len(participation.talking_words(self.session))
        there = len(participation.people_there(self.session))
        minutes = round(self.session.duration / 60)
        of_minutes = f" of {counted(minutes, 'minute')}" if minutes else ""
        known = participation.roll_is_known(self.session)
        if there:
            did = "took part" if known else participation.heard(self.session)
            first = f"{counted(there, 'person', 'people').capitalize()} {did} in this session{of_minutes}"
        else:
            first = f"The exports do not tell who took part in this session{of_minutes}"
        if spoke > 1 and (known or self.session.messages):
            first += f", and {'all' if spoke == there else number(spoke)} of them spoke."
        elif there and not spoke:
            first += "; the transcript does not tell who spoke." if self.session.turns else ", in writing."
        else:
            first += "."
        if there and not known:
            first += " How many listened is not known."
        return f"{first} The talk was of {listed(names)}." if names else first

    def _key_messages(self) -> list[Finding]:
        """Return the best findings, one theme after the other."""
        pool = sorted((f for f in self.placing.leading if f.kind in _LEADING), key=lambda f: (not is_telling(self._said(f)), not (f.sure_of_kind and f.kind in _SAYS_WHAT_TO_DO), self.rank[f.id]))
        chosen, used = [], set()
        for fresh in (True, False):
            for finding in pool:
                if len(chosen) < KEY_MESSAGES and finding not in chosen and (not fresh or finding.theme not in used):
                    chosen.append(finding)
                    used.add(finding.theme)
        return [finding for finding in chosen if finding.status is not Status.REJECTED]

    def _opening(self) -> list[Block]:
        blocks: list[Block] = [
            Heading(id="key-messages", level=1, text="Key messages"),
            Paragraph(id="about", runs=(Run(text=self._about()),), style="lead"),
        ]
        if tiles := participation.tiles(self.session):
            blocks.append(Tiles(id="tiles", items=tiles))
        messages = self._key_messages()
        if messages:
            blocks.append(Bullets(id="messages", style="key messages", items=tuple(self._statement(f) for f in messages), ids=tuple(f.id for f in messages)))
        blocks.append(
            Paragraph(
                id="reading", style="note",
                runs=(Run(text="The small numbers lead to the evidence annex, where every statement's source stands word for word with its time."),),
            )
        )  # fmt: skip
        return blocks

    def _said(self, finding: Finding) -> str:
        """Return a statement as it is printed; a reviewer's words are not touched."""
        said = self.evidence.safe(finding.statement)
        return said if finding.status is Status.EDITED else sentence(said)

    def _statement(self, finding: Finding) -> Inline:
        return (Run(text=self._said(finding)), *self.evidence.marks(cited(finding)))

    # --- themes ---

    def _themes(self) -> list[Block]:
        if not self.findings.themes:
            return []
        blocks: list[Block] = [Heading(id="themes", level=1, text="What was discussed")]
        for theme in sorted(self.findings.themes, key=lambda t: (t.spans[0].from_time if t.spans else 0.0, t.id)):
            blocks += self._theme(theme)
        return blocks

    def _theme(self, theme: Theme) -> list[Block]:
        key = f"theme-{theme.id}"
        blocks: list[Block] = [Heading(id=key, level=2, text=self.names[theme.id])]
        blocks.append(Paragraph(id=f"{key}-about", style="note", runs=(Run(text=self._theme_about(theme)),)))
        quoted = [evidence for evidence in theme.summary if not self.placing.is_told(theme.id, evidence)]
        for place, evidence in enumerate(theme.summary, 1):
            if evidence not in quoted:
                continue
            blocks.append(
                Quote(
                    id=f"{key}-quote-{place}", attribution=self._credit(evidence),
                    runs=(Run(text=capitalised(self.evidence.quote(evidence))), self.evidence.mark(evidence)),
                )
            )  # fmt: skip
        told = self.placing.told_with(theme.id, quoted)
        if told:
            blocks.append(Paragraph(id=f"{key}-said", runs=(Run(text="What was said", bold=True),)))
            blocks.append(Bullets(id=f"{key}-points", items=tuple(self._statement(f) for f in told), ids=tuple(f.id for f in told)))
        if theme.replies:
            how = listed([word for word, wanted in (("agreed", True), ("differed", False)) if any(r.agrees is wanted for r in theme.replies)])
            blocks.append(Paragraph(id=f"{key}-replied", runs=(Run(text=f"Where people {how}", bold=True),)))
            blocks.append(Bullets(id=f"{key}-replies", items=tuple(map(self._reply, theme.replies)), ids=tuple(content_id("reply", r.by.where, r.by.index, r.by.start) for r in theme.replies)))
        left_open = [f for f in self.shown[Kind.QUESTION] if f.theme == theme.id and f.fields.get("state") != "answered" and (is_asked(f.statement) or f.status is Status.EDITED)]
        if left_open:
            title = "Answered in part" if left_open[0].fields.get("state") == "partly" else "Left open"
            blocks.append(Callout(id=f"{key}-open", title=title, runs=self._statement(left_open[0])))
        return blocks

    def _reply(self, reply: Reply) -> Inline:
        """Return who agreed or differed, and what had been said; a reader judges how they belong together."""
        runs: list[Run] = []
        for verb, evidence in (("Said", reply.to), ("Agreed" if reply.agrees else "Differed", reply.by)):
            credit = self._credit(evidence)
            runs += [
                Run(text=f"{' ' if runs else ''}{verb}", bold=True),
                Run(text=f" ({credit[:1].lower() + credit[1:] if credit.startswith('At ') else credit}): “{shortened(self.evidence.quote(evidence), REPLY)}”"),
                self.evidence.mark(evidence),
            ]
        return tuple(runs)

    def _theme_about(self, theme: Theme) -> str:
        minutes = round(sum(span.to_time - span.from_time for span in theme.spans) / 60)
        parts = []
        if minutes:
            begin = clock(theme.spans[0].from_time)
            parts.append(f"From {begin} on, for about {counted(minutes, 'minute')}, {round(100 * theme.salience)} % of what was said.")
        if theme.messages:
            parts.append(f"{counted(len(theme.messages), 'chat message').capitalize()} came in meanwhile.")
        phrases = self._phrases(theme)[:6]
        if phrases:
            parts.append(f"Terms that stood out: {listed(phrases)}.")
        if theme.code_book:
            parts.append(f"Filed under “{theme.code_book}” in the community's code book.")
        return " ".join(parts)

    def _credit(self, evidence) -> str:
        who = self.evidence.who(evidence)
        return f"{who}, {clock(evidence.time)}" if who else f"At {clock(evidence.time)}"

    # --- kinds ---

    def _practices(self) -> list[Block]:
        practices = self.shown[Kind.PRACTICE]
        if not practices:
            return []
        blocks: list[Block] = [
            Heading(id="practices", level=1, text="Practices worth trying"),
            Paragraph(id="practices-about", runs=(Run(text="What members do, as they told it." + ("" if self.community.privacy is Policy.NAMED else " Questions to those who told it are passed on by the community's secretariat.")),)),
        ]
        for finding in practices:
            blocks.append(self._practice(finding))
        return blocks

    def _practice(self, finding: Finding) -> Card:
        evidence = finding.evidence[0]
        rows: list[tuple[str, Inline]] = []
        if finding.theme in self.names:
            rows.append(("Context", (Run(text=f"Told while the talk was of {self._in_sentence(finding.theme)}."),)))
        rows.append(("What they do", self._statement(finding)))
        for field, label in (("who", "Who"), ("how", "How"), ("for_whom", "For whom"), ("result", "What came of it"),
                             ("helped", "What made it work"), ("hindered", "What stands in the way")):  # fmt: skip
            if finding.fields.get(field) and not (field == "how" and is_within(finding.fields[field], finding.statement)):
                rows.append((label, (Run(text=sentence(self.evidence.safe(finding.fields[field]))),)))
        missing = [label for field, label in (("for_whom", "for whom"), ("result", "what came of it")) if not finding.fields.get(field)]
        if missing:
            rows.append(("Not spoken of", (Run(text=listed(missing).capitalize() + "."),)))
        if who := self.privacy.contact(evidence.participant):
            rows.append(("Who to ask", (Run(text=printable(who)),)))
        words = self._in_their_words(finding)
        if is_within(words, finding.statement):
            rows.append(("Told by", (Run(text=self._credit(evidence)),)))
        else:
            rows.append(("In their words", (Run(text=f"“{words}”", italic=True), Run(text=f" {self._credit(evidence)}"))))
        return Card(id=f"finding-{finding.id}", kind="practice", title=self._card_title(finding), rows=tuple(rows), ids=tuple(label for label, _ in rows))

    def _in_their_words(self, finding: Finding) -> str:
        """Return the passage with a little of what stands around it; all of it is in the annex."""
        own, words = finding.evidence[0], []
        for part in sorted((own, *finding.around), key=lambda e: (e.where, e.index, e.start)):
            quote = self.evidence.quote(part)
            if part == own:
                words.append(quote)
            else:
                words.append(last_sentence(quote, AROUND) if part.start < own.start else first_sentences(quote, AROUND))
        return " […] ".join(words)

    def _card_title(self, finding: Finding) -> str:
        told = "" if finding.status is Status.EDITED else self.evidence.safe(finding.fields.get("title", ""))
        return told if told and not WITHHELD.search(told) else titled(self.evidence.safe(finding.statement))

    def _lists(self) -> list[Block]:
        blocks: list[Block] = []
        kinds = (Kind.LESSON, Kind.CHALLENGE, Kind.RECOMMENDATION, Kind.DECISION, Kind.COMMITMENT)
        about = {
            Kind.LESSON: "What experience has taught members.",
            Kind.CHALLENGE: "What stands in their way.",
            Kind.RECOMMENDATION: "What members would have others do.",
            Kind.DECISION: "What was settled in the session.",
            Kind.COMMITMENT: "What somebody promised to do.",
        }
        if not any(self.shown[kind] for kind in kinds):
            return []
        there = [HEADINGS[kind].lower() for kind in kinds if self.shown[kind]]
        blocks.append(Heading(id="findings", level=1, text=listed(there).capitalize() if len(there) > 1 else "Findings"))
        for kind in kinds:
            if not self.shown[kind]:
                continue
            blocks.append(Heading(id=f"kind-{kind.value}", level=2, text=HEADINGS[kind]))
            blocks.append(Paragraph(id=f"kind-{kind.value}-about", runs=(Run(text=about[kind]),)))
            blocks.append(Bullets(id=f"kind-{kind.value}-list", items=tuple(self._listed_item(f) for f in self.shown[kind]), ids=tuple(f.id for f in self.shown[kind])))
        return blocks

    def _listed_item(self, finding: Finding) -> Inline:
        runs = self._statement(finding)
        to_whom = finding.fields.get("to_whom", "")
        behind = finding.corroboration.people - 1
        extra = []
        if to_whom:
            extra.append(f"To: {self.evidence.safe(to_whom)}.")
        if behind > 0:
            extra.append(f"{counted(behind, 'other person', 'other people').capitalize()} agreed.")
        return (*runs, Run(text=" " + " ".join(extra), italic=True)) if extra else runs

    def _stories(self) -> list[Block]:
        if not self.shown[Kind.STORY]:
            return []
        blocks: list[Block] = [Heading(id="stories", level=1, text="Stories")]
        for finding in self.shown[Kind.STORY]:
            evidence = finding.evidence[0]
            rows = [("What happened", self._statement(finding))]
            if after := self._after(finding):
                rows.append(("How it went on", (Run(text=f"“{after}”", italic=True),)))
            rows.append(("Told by", (Run(text=self._credit(evidence)),)))
            blocks.append(Card(id=f"finding-{finding.id}", kind="story", title=self._card_title(finding), rows=tuple(rows), ids=tuple(label for label, _ in rows)))
        return blocks

    def _after(self, finding: Finding) -> str:
        """Return what was said right after a finding's own words; all of it is in the annex."""
        own = finding.evidence[0]
        following = (e for e in finding.around if (e.where, e.index) == (own.where, own.index) and e.start >= own.end)
        return next((capitalised(first_sentences(self.evidence.quote(part), REPLY)) for part in following), "")

    def _resources(self) -> list[Block]:
        resources = self.shown[Kind.RESOURCE]
        if not resources:
            return []
        rows = []
        for finding in resources:
            url = finding.fields.get("url", "")
            if url and self.privacy.text(url) != url:
                url = ""
            title = offered(self.evidence.safe(finding.fields.get("title") or finding.statement))
            address = web_address(url if "://" in url else f"https://{url}") if url else ""
            link: Inline = (Run(text=self.evidence.safe(url), href=address),) if url else (Run(text="The address is withheld." if finding.fields.get("url") else "No address was given."),)
            rows.append(((Run(text=title), self.evidence.mark(self.evidence.whole(finding.evidence[0]))), link, (Run(text=self.evidence.who(finding.evidence[0]) or "A participant"),)))
        return [
            Heading(id="resources", level=1, text="Resources"),
            Table(id="resources-table", caption="Documents, tools and sites that were offered", header=("What it is", "Where it is", "Offered by"), rows=tuple(rows), widths=(4, 5, 2), ids=tuple(f.id for f in resources)),
        ]

    def _questions(self) -> list[Block]:
        questions = self.shown[Kind.QUESTION]
        if not questions:
            return []
        states = {"answered": "Answered", "partly": "Partly answered", "open": "Open"}
        rows = []
        for finding in questions:
            state = states[finding.fields.get("state", "open")]
            asked = self._statement(finding)  # before the answer, so that marks are numbered as they are read
            answer: Inline = (Run(text="–"),)
            if finding.answers:
                given = self._answer(finding.answers[0])
                answer = (Run(text=capitalised(shortened(self.evidence.quote(given), ANSWER))), self.evidence.mark(given))
            rows.append((asked, (Run(text=state),), answer))
        return [
            Heading(id="questions", level=1, text="Questions"),
            Table(id="questions-table", caption="What was asked, and what became of it", header=("Question", "State", "Answer, as it began"), rows=tuple(rows), widths=(5, 2, 5), ids=tuple(f.id for f in questions)),
        ]

    def _answer(self, evidence: Evidence) -> Evidence:
        """Return an answer with as many of the sentences after it as make it one that says
        something, but for those that say who speaks."""
        if evidence.where == "message":
            return evidence
        text, end = self.session.turns[evidence.index].text, evidence.end
        while len(text[evidence.start : end].split()) < LEAST_ANSWER and (after := _NEXT_SENTENCE.match(text, end)):
            if WITHHELD.search(self.evidence.safe(after[0])):
                break
            end = after.end()
        return evidence.model_copy(update={"end": end, "quote": text[evidence.start : end]})

    def _polls(self) -> list[Block]:
        blocks: list[Block] = []
        for place, poll in enumerate(self.session.polls, 1):
            rows = tuple(((Run(text=self.evidence.safe(answer)),), (Run(text=shown),)) for answer, shown in participation.votes(poll.answers, self.privacy))
            blocks.append(
                Table(id=f"poll-{place}", caption=f"Poll: {self.evidence.safe(poll.question)} ({participation.voters(poll.voters, self.privacy)})", header=("Answer", "Votes"), rows=rows, widths=(6, 1))
            )
        return [Heading(id="polls", level=1, text="Polls"), *blocks] if blocks else []

    # --- the back matter ---

    @cached_property
    def _figures(self) -> list[Figure]:
        return participation.figures(self.session, self.findings.themes, self.privacy, self.names)

    def _participation(self) -> list[Block]:
        figures = self._figures
        table = participation.attendance(self.session, self.privacy)
        return [Heading(id="participation", level=1, text="Who took part"), *table, *figures] if table or figures else []

    def _method(self) -> list[Block]:
        session = self.session
        read = sum(source.kind is not None for source in session.sources)
        words = sum(len(turn.text.split()) for turn in session.turns)
        first = f"Copaper read {counted(read, 'export')} of the webinar"
        first += f" ({number(words)} words of speech and {counted(len(session.messages), 'chat message')})"
        first += f" with the language model {self.findings.model}. It divided the talk into stretches of one topic each, chose the sentences that say most, and told their kind by their wording; what its wording leaves in doubt stands with its theme alone. No text was written by a machine beyond joining and trimming what was said: every statement rests on words that stand in the evidence annex."
        rest = len(self.placing.rest)
        second = f"The statements that promise most stand in this paper; {counted(rest, 'other')} {'is' if rest == 1 else 'are'} not in it." if rest else "All that was found stands in this paper."
        second += " Speech recognition mishears names and terms, and a short quote cannot carry its whole context: in doubt the recording counts."
        third = f"Times count from the start of the session, {session.start:%H:%M} on {day(session.start.date())} ({session.timezone}; start known from {session.facts.get('start known from', 'the exports')})." if session.facts.get("start known from") != "not known" else f"Times count from the start of the recording; nothing says at what time of day that was ({session.timezone})."
        if session.direct_messages_dropped:
            third += f" {counted(session.direct_messages_dropped, 'direct message').capitalize()} in the chat log {'was' if session.direct_messages_dropped == 1 else 'were'} not read."
        if self.findings.other_languages:
            third += f" {counted(len(self.findings.other_languages), 'passage').capitalize()} in other languages {'was' if len(self.findings.other_languages) == 1 else 'were'} left out of the analysis."
        fourth = _POLICIES[self.community.privacy] + " Names are found by the session's list of people; whoever finds one that slipped through is asked to tell the community's secretariat."
        return [
            Heading(id="method", level=1, text="Method, limits and privacy"),
            *(Paragraph(id=f"method-{n}", runs=(Run(text=text),)) for n, text in enumerate((first, second, third, fourth), 1)),
        ]

    def _annexes(self) -> list[Block]:
        table = participation.numbers_table(self._figures)
        annexes: tuple[tuple[str, str, Sequence[Block]], ...] = (
            ("evidence", "Evidence", self._evidence()),
            ("numbers", "Numbers behind the figures", (table,) if table else ()),
            ("review", "For the reviewers", () if self.final else self._review()),
        )
        blocks: list[Block] = []
        for letter, (id_, title, content) in zip("ABC", (annex for annex in annexes if annex[2]), strict=False):
            blocks += [Heading(id=id_, level=1, text=f"Annex {letter}: {title}"), *content]
        return blocks

    def _evidence(self) -> list[Block]:
        entries = self.evidence.entries()
        words = (
            "The first number behind a statement leads to the words that it was taken from; a further one leads to what was said on the same matter, "
            "mostly within five minutes: it need not say the same. Each entry gives the time from the start of the session, who spoke, and the line of the export"
            f" in which its words stand ({self.evidence.files()}; the first eight digits of the file's SHA-256)."
        )
        return [Paragraph(id="evidence-about", style="note", runs=(Run(text=words),)), *entries] if entries else []

    def _review(self) -> list[Block]:
        """Return what the reviewers decide on: each finding of the paper, and the less certain ones."""
        shown = [*(f for kind in Kind for f in self.placing.chosen[kind]), *(f for theme in self.findings.themes for f in self.placing.loose[theme.id])]
        rest = sorted(self.placing.rest, key=lambda f: (list(Kind).index(f.kind), -f.confidence, f.id))[:60]
        if not shown and not rest:
            return []
        blocks: list[Block] = [
            Paragraph(
                id="review-about",
                runs=(Run(text="Write “keep”, “drop” or “change” into the last column: “drop” takes a finding out of the paper everywhere, “keep” takes a less certain one into it, “change to lesson” gives it another kind, and words after “change” become its statement. This annex falls away when the paper is approved."),),
            )
        ]  # fmt: skip
        if shown:
            rows = tuple(
                ((Run(text=f.kind.value.capitalize()),), (Run(text=shortened(self._said(f), 14)),), (Run(text=VERDICTS.get(f.status, VERDICT)),))
                for f in shown
            )  # fmt: skip
            blocks.append(Table(id="verdicts-table", caption="Findings in this paper", header=("Kind", "Finding", "Verdict"), rows=rows, widths=(4, 13, 5), ids=tuple(f.id for f in shown)))
        if unlisted := () if self.community.privacy is Policy.NAMED else self.privacy.unlisted_names(name for name in map(self.evidence.safe, self.findings.people_named) if not WITHHELD.search(name)):
            blocks.append(
                Paragraph(
                    id="review-names",
                    runs=(
                        Run(text="Names of people who are not on the session's list. ", bold=True),
                        Run(text=f"The language model takes these for names, and may err: {listed(unlisted)}. Where they stand in this paper, they are printed as they were spoken. Take out who should not be named, or add them to session.yaml as withdrawn and process the session anew."),
                    ),
                )
            )  # fmt: skip
        if rest:
            rows = tuple(
                ((Run(text=f.kind.value.capitalize()),), (Run(text=self._said(f)),), (Run(text=f"{f.confidence:.2f}"),), (Run(text=VERDICT),))
                for f in rest
            )  # fmt: skip
            blocks.append(Table(id="review-table", caption="Less certain finds", header=("Kind", "Statement", "Confidence", "Verdict"), rows=rows, widths=(4, 11, 3, 4), ids=tuple(f.id for f in rest)))
        return blocks
