"""Which accounts each topic quotes: what somebody told in several sentences, few of which stand elsewhere in the paper."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import product

from copaper.analysis.naming import known_by
from copaper.analysis.on_topic import is_planned
from copaper.analysis.scenes import comes_to_a_point
from copaper.analysis.statements import ends_its_quotation
from copaper.papers import topics
from copaper.papers.addressed import unaddressed
from copaper.papers.against import Against, beside
from copaper.papers.around import with_its_point
from copaper.papers.choosing import tells_the_same
from copaper.papers.evidence import EvidenceList
from copaper.papers.liking import account_is_liked, view_is_liked
from copaper.papers.outcomes import ending_id
from copaper.papers.passages import put
from copaper.papers.placing import Placing, is_among
from copaper.papers.wording import VIEWS, capitalised
from copaper.privacy import WITHHELD
from copaper.records import Account, Block, Ending, EndingState, Evidence, Finding, Findings, Inline, Kind, Paragraph, Quote, Run, Session, Status, Theme, View, content_id
from copaper.textclean import straight

MOST, PLANNED = 6, 8
"""Accounts that a topic quotes, at most, and one that stands on the agenda, of which all that is said is on it."""
FOR_EACH = 250
"""Words of a topic for each account of it."""
COMMON = 0.4
"""Share of an account's letters that may stand in lists or on cards as well, as the lesson that it ends with."""
SEVERAL = 0.5
"""What cards of several practices that one account tells count of that: all of them lead there."""
HEARD = 2
"""Views of those who do not go along with a matter that a topic quotes beside its accounts, at most."""
LEADS_UP = 30
"""Letters that only lead up to a view, at most: "Doctor, ..."."""
APART = 20.0
"""Seconds between two accounts of one speaker, at least."""
BEHIND = 200
"""Letters between a story and an account that goes on from it, at most."""
NAMELESS, TO_A_NAME = 2, 20
"""Names withheld from an account, at most."""
YIELDED = 120.0
"""Seconds from the beginning of an account within which its speaker may give it up."""
ALSO, SAID = "Also said in this part of the session", "Said in this part of the session"
"""Above what was said in a topic's minutes and may be on another matter, beside what is on it and alone."""
_YIELDS = re.compile(
    r"\W*(?:(?:okay|ok|all right|alright|ja|yes|yeah|no|hm|mm|well|right)\W+){0,4}(?:that(?:'s| is) (?:fair|true|a (?:fair|good) point)|fair (?:enough|point)|you(?:'re| are) right|I (?:accept|concede|stand corrected|take (?:it|that) back|was wrong)|"
    r"I(?:'ll| will) try (?:it|that)|(?:that|this) (?:I|they|we) (?:do not|don't|did not|didn't) know|good point|point taken)\b", re.I,
)
"""How somebody gives up what they held."""
_FIRSTLY, _FURTHER = re.compile(r"(?:firstly|first of all),\s+", re.I), re.compile(r"\b(?:second(?:ly)?|third(?:ly)?|then|next|finally)\b", re.I)
"""How the first of several points begins, and the next, without which nobody wants to know that it is the first."""
BEGINNING = 12
"""Letters of an account within which none is withheld: it would begin with nobody."""


@dataclass(frozen=True)
class Accounts:
    """Chooses what of the accounts of a session's topics is printed; ``told`` are the stories that cards tell whole."""

    session: Session
    findings: Findings
    evidence: EvidenceList
    placing: Placing
    told: Sequence[Evidence]
    against: Against

    @cached_property
    def places(self) -> dict[str, list[Account]]:
        """The accounts of each topic, in time, whatever reviewers said of what they hold."""
        return {theme.id: self._of(theme) for theme in self.findings.themes}

    @cached_property
    def printed(self) -> dict[str, list[Account]]:
        """The same without those that hold what reviewers left out, or reply to it; none moves up for it."""
        return {theme: [account for account in found if not any(map(self._is_left_out, filter(None, (account, account.asked))))] for theme, found in self.places.items()}

    @cached_property
    def _left_out(self) -> list[Evidence]:
        return [f.evidence[0] for f in self.findings.findings if f.status is Status.REJECTED]

    def _is_left_out(self, said: Evidence) -> bool:
        return any(said.common(other) for other in self._left_out)

    def _of(self, theme: Theme) -> list[Account]:
        words = sum(len(turn.text.split()) for turn in self.session.turns) * theme.salience
        most = min(PLANNED if is_planned(theme, self.session) else MOST, max(1, round(words / FOR_EACH)))
        ended = self._ended(theme)
        found: list[Account] = []
        # What may be on another matter comes last; before it what readers like well, and another turn before the same one twice.
        for aside, well, again in product((False, True), (True, False), (False, True)):
            for account in (one for one in theme.accounts if one.aside is aside):
                heard = not again and any((account.where, account.index) == (other.where, other.index) for other in found)
                if len(found) < most and not heard and not self._is_a_view(account, theme) and self._is_fit(account, found, ended) and account_is_liked(account, well, len(found), self.evidence.safe):
                    found.append(account)
        return sorted(found, key=lambda account: (account.time, account.index, account.start))

    @cached_property
    def views(self) -> dict[str, list[View]]:
        """What those held who did not go along with the matter of each topic, in time, beside its accounts, whatever reviewers said of what it holds."""
        return {theme.id: self._views_of(theme) for theme in self.findings.themes}

    def _views_of(self, theme: Theme) -> list[View]:
        found: list[View] = []
        beside = [*self.places[theme.id], *(reply.by for reply in theme.replies if topics.is_reply(reply))]
        for again, one in product((False, True), theme.views):
            heard = any(one.participant == other.participant for other in found)
            if len(found) < HEARD and heard is again and self._may_be_heard(one) and self._is_fit(one, (*beside, *found), self._ended(theme)):
                found.append(one)
        return sorted(found, key=lambda one: (one.time, one.index, one.start))

    def _may_be_heard(self, view: View) -> bool:
        return not view.aside and view_is_liked(view, self.evidence.safe)

    def _is_a_view(self, account: Account, theme: Theme) -> bool:
        """Tell whether an account begins as the words of somebody who does not go along do, or within them, and is mostly these: then it is told as such."""
        views = (one for one in theme.views if one.is_beside(account) and one.start - account.start <= LEADS_UP)
        return any(2 * one.common(account) >= account.end - account.start and self._may_be_heard(one) for one in views)

    def of(self, theme: str) -> list[Evidence]:
        """Return all that a topic quotes, whatever reviewers said of what it holds: accounts, and views."""
        return [*self.places[theme], *self.of_views(theme)]

    def of_views(self, theme: str) -> list[Evidence]:
        """Return what those held who did not go along, each with what was replied."""
        return [part for view in self.views[theme] for part in (view, self._reply_to(view)) if part is not None]

    def telling(self, theme: Theme, aside: bool = False, in_replies: Collection[Account] = ()) -> list[topics.Told]:
        """Return how the printed accounts of a topic are told that are on what it is called by, or those told ``aside``; not those with
        which a reply goes on."""
        return [topics.Told.of(one.asked or one, partial(self._told, theme, one)) for one in self.printed[theme.id] if one.aside is aside and one not in in_replies]

    def telling_views(self, theme: Theme, elsewhere: Collection[View]) -> list[topics.Told]:
        """Return how what those held who did not go along is told, but for what stands ``elsewhere``, with how the topic ended."""
        return [topics.Told.of(one, partial(self._told_view, theme, one)) for one in self.views[theme.id] if one not in elsewhere and not self._is_left_out(one)]

    def disputing(self, theme: Theme, endings: Sequence[Ending]) -> dict[str, list[View]]:
        """Return, by the line of each ending, what those held who did not go along with what was not agreed on then: on the same, after it was
        wanted, and before it was left. None is told twice."""
        found: dict[str, list[View]] = {}
        left = [one for one in self.views[theme.id] if not self._is_left_out(one)]
        for ending in endings:
            if ending.state is EndingState.NOT_AGREED and ending.reply is not None:
                matter = known_by(f"{ending.reply.quote} {ending.said.quote}")
                own = [one for one in left if ending.reply.time <= one.time <= ending.said.time and not matter.isdisjoint(known_by(one.quote))]
                left = [one for one in left if one not in own]
                found[ending_id(ending)] = own
        return found

    def _told_view(self, theme: Theme, view: View) -> list[Block]:
        runs = (Run(text=words(self.evidence, view)), self.evidence.mark(view), *beside(self.against.of(view), self.evidence))
        key = f"theme-{theme.id}{topics.VIEW}{content_id('view', view.where, view.index, view.start)}"
        told: list[Block] = [Quote(id=key, attribution=f"{VIEWS[view.stance]}: {self.evidence.within(view)}", runs=runs)]
        if (reply := self._reply_to(view)) is not None:
            runs = (Run(text=words(self.evidence, reply)), self.evidence.mark(reply), *beside(self.against.of(reply), self.evidence))
            told.append(Quote(id=f"{key}{topics.REPLY}", attribution=f"In reply: {self.evidence.within(reply)}", runs=runs))
        return told

    def _reply_to(self, view: View) -> Evidence | None:
        """Return what was replied to a view, if that can be printed."""
        return view.reply if view.reply is not None and self._may_be_told(view.reply) else None

    def _may_be_told(self, reply: Evidence) -> bool:
        """Tell whether a reply can be printed behind what it replies to: it hides hardly a name, and stands nowhere else."""
        said = self.evidence.safe(reply.quote)
        return len(WITHHELD.findall(said)) <= max(NAMELESS, len(said.split()) // TO_A_NAME) and not self._is_left_out(reply) and not is_among(reply, [*self._elsewhere, *(one for found in self.places.values() for one in found)])

    def runs(self, account: Account) -> Inline:
        """Return the words of an account, as it is quoted, with what was said against it."""
        return (Run(text=words(self.evidence, account)), self.evidence.mark(account), *beside(self.against.of(account), self.evidence))

    def _told(self, theme: Theme, account: Account) -> list[Block]:
        """Return an account as its topic quotes it, behind the question that it replies to if only that says what it speaks of."""
        key = content_id("account", account.where, account.index, account.start)
        question = account.asked
        if question is None:
            return [Quote(id=f"theme-{theme.id}-account-{key}", attribution=self.evidence.credit(account), runs=self.runs(account))]
        asked_by = topics.question_block(theme.id, f"account-{key}")
        asked = (Run(text=put(self.evidence, question), bold=True), self.evidence.mark(question), self.evidence.asked_at(question))
        return [Paragraph(id=asked_by, runs=asked), Quote(id=f"{asked_by}{topics.REPLY}", attribution=f"In reply: {self.evidence.within(account)}", runs=self.runs(account))]

    def goes_on_from(self, finding: Finding) -> bool:
        """Tell whether an account begins right behind what a story tells, which does not come to its point: then the account is enough."""
        own = finding.evidence[0]
        behind = any((account.where, account.index) == (own.where, own.index) and 0 <= account.start - own.end < BEHIND for found in self.places.values() for account in found)
        return behind and not comes_to_a_point(finding.statement)

    @cached_property
    def _elsewhere(self) -> list[Evidence]:
        """What stands whole on cards, among decisions and promises, in the table of questions, and in what was gone over at the end."""
        found = self.placing.led(Kind.DECISION, Kind.COMMITMENT, Kind.QUESTION)
        return [*self.told, *self.findings.gone_over, *(part for f in found for part in (f.evidence[0], *f.answers))]

    @cached_property
    def _in_lists(self) -> list[Evidence]:
        """What lists and cards say in a sentence or two, and may stand where more of it is told."""
        return self._said_of(Kind.LESSON, Kind.CHALLENGE, Kind.RECOMMENDATION, Kind.STORY)

    @cached_property
    def _of_practices(self) -> list[Evidence]:
        """What cards of practices say so: these lead to where all of it is told."""
        return self._said_of(Kind.PRACTICE)

    def _said_of(self, *kinds: Kind) -> list[Evidence]:
        return [part for f in self.placing.led(*kinds) for part in (f.evidence[0], *f.lead, *f.more)]

    @staticmethod
    def _ended(theme: Theme) -> list[Evidence]:
        return [part for ending in theme.endings for part in (ending.said, ending.reply) if part]

    def _is_fit(self, told: Account | View, others: Sequence[Evidence], ended: Sequence[Evidence]) -> bool:
        """Tell whether an account or a view can be printed: nobody spoke against it, it hides hardly a name, and it stands nowhere else, nor
        among the ``others`` or in what the topic came to, and near none of theirs."""
        if any(told.common(other) or _is_near(told, other) for other in others) or any(told.common(other) for other in (*self._elsewhere, *ended)) or not self.against.may_be_told(told) or self._is_yielded(told):
            return False
        said = self.evidence.quote(told)
        if isinstance(told, Account) and told.asked is not None and WITHHELD.search(put(self.evidence, told.asked)):
            return False
        practices = sum(map(told.common, self._of_practices))
        several = sum(told.holds(f.evidence[0]) for f in self.placing.led(Kind.PRACTICE)) > 1
        listed = sum(map(told.common, self._in_lists)) + (SEVERAL if several else 1.0) * practices
        return listed <= COMMON * (told.end - told.start) and len(withheld := [place.start() for place in WITHHELD.finditer(said)]) <= NAMELESS and not (withheld and withheld[0] < BEGINNING)

    def _is_yielded(self, told: Evidence) -> bool:
        """Tell whether whoever told something gave it up when others replied."""
        later = (turn for turn in self.session.turns if 0 < turn.start - told.time < YIELDED and not (told.where == "turn" and turn.index <= told.index))
        return any(turn.participant == told.participant and _YIELDS.match(straight(turn.text)) for turn in later)


def quoted(session: Session, evidence: EvidenceList, theme: Theme, chosen: Sequence[Evidence]) -> list[topics.Told]:
    """Return how those quotations of a topic that were ``chosen`` are told, each with the sentences that bring it to its point."""

    def told(place: int, said: Evidence, whole: Evidence) -> list[Block]:
        runs = (Run(text=words(evidence, whole)), evidence.mark(whole))
        return [Quote(id=f"theme-{theme.id}-quote-{place}", attribution=evidence.credit(said), runs=runs)]

    found = ((place, said, with_its_point(session, said)) for place, said in enumerate(theme.summary, 1) if said in chosen)
    return [topics.Told.of(said, partial(told, place, said, whole)) for place, said, whole in found if whole is not None]


def words(evidence: EvidenceList, said: Evidence) -> str:
    """Return what somebody told as a topic quotes it; as it was said it stands in the annex."""
    text = unaddressed(evidence.told(said))
    alone = _FIRSTLY.match(text)
    text = text if alone is None or _FURTHER.search(text) else text[alone.end() :]
    return ends_its_quotation(capitalised(text))


def _is_near(one: Evidence, other: Evidence) -> bool:
    """Tell whether two accounts are of one speaker, and nearly of one moment: then the better one is enough."""
    return one.participant == other.participant and abs(one.time - other.time) < APART


def tells(accounts: Sequence[Evidence], said: Evidence) -> bool:
    """Tell whether most of some words are those of one of ``accounts``, or say the same in others."""
    return any(2 * account.common(said) > said.end - said.start or tells_the_same(account, said) for account in accounts)
