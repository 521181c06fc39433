"""Which accounts each topic quotes: what somebody told in several sentences, nearly none of which stands elsewhere in the paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copaper.papers.against import Against
from copaper.papers.evidence import EvidenceList
from copaper.papers.placing import Placing
from copaper.privacy import WITHHELD
from copaper.records import Evidence, Findings, Kind, Session, Status, Theme
from copaper.textclean import straight

MOST = 3
"""Accounts that a topic quotes, at most."""
FOR_EACH = 700
"""Words of a topic for each account of it."""
COMMON = 0.4
"""Share of an account's letters that may stand in lists as well, as the lesson that it ends with."""
APART = 90.0
"""Seconds between two accounts of one speaker, at least."""
NAMELESS = 1
"""Names withheld from an account, at most."""
YIELDED = 120.0
"""Seconds from the beginning of an account within which its speaker may give it up."""
_YIELDS = re.compile(
    r"\W*(?:(?:okay|ok|all right|alright|ja|yes|yeah|no|hm|mm|well|right)\W+){0,4}(?:that(?:'s| is) (?:fair|true|a (?:fair|good) point)|fair (?:enough|point)|you(?:'re| are) right|I (?:accept|concede|stand corrected|take (?:it|that) back|was wrong)|"
    r"I(?:'ll| will) try (?:it|that)|(?:that|this) (?:I|they|we) (?:do not|don't|did not|didn't) know|good point|point taken)\b", re.I,
)
"""How somebody gives up what they held."""
BEGINNING = 90
"""Letters of an account within which none is withheld: it would begin with somebody whom readers do not know."""


@dataclass(frozen=True)
class Accounts:
    """Chooses what of the accounts of a session's topics is printed; ``told`` is what cards quote beside their
    own words."""

    session: Session
    findings: Findings
    evidence: EvidenceList
    placing: Placing
    told: Sequence[Evidence]
    against: Against

    def by_theme(self) -> dict[str, list[Evidence]]:
        """Return the accounts of each topic, in time; none holds a statement that reviewers left out, and none moves up for it."""
        left_out = [f.evidence[0] for found in self.placing.loose.values() for f in found if f.status is Status.REJECTED]
        return {theme.id: [account for account in self.of(theme) if not any(_common(account, other) for other in left_out)] for theme in self.findings.themes}

    def of(self, theme: Theme) -> list[Evidence]:
        """Return the accounts of a topic, in time, whatever reviewers said of what they hold."""
        words = sum(len(turn.text.split()) for turn in self.session.turns) * theme.salience
        most = min(MOST, max(1, round(words / FOR_EACH)))
        found: list[Evidence] = []
        for account in theme.accounts:
            if len(found) < most and not any(_common(account, other) or _is_near(account, other) for other in found) and self._is_fit(theme, account):
                found.append(account)
        return sorted(found, key=lambda account: (account.time, account.index, account.start))

    def _is_fit(self, theme: Theme, account: Evidence) -> bool:
        """Tell whether an account can be printed: nobody spoke against it, it hides hardly a name, and it stands nowhere else."""
        on_cards = [f.evidence[0] for f in self.placing.led(Kind.PRACTICE, Kind.STORY, Kind.DECISION, Kind.COMMITMENT, Kind.QUESTION)]
        answers = [part for f in self.placing.led(Kind.QUESTION) for part in f.answers]
        ended = [part for ending in theme.endings for part in (ending.said, ending.reply) if part]
        if any(_common(account, other) for other in (*on_cards, *answers, *ended, *self.told)) or not self.against.stands(account) or self._is_yielded(account):
            return False
        listed = sum(_common(account, part) for f in self.placing.led(Kind.LESSON, Kind.CHALLENGE, Kind.RECOMMENDATION) for part in (f.evidence[0], *f.lead, *f.more))
        said = self.evidence.quote(account)
        return listed <= COMMON * (account.end - account.start) and len(WITHHELD.findall(said)) <= NAMELESS and not WITHHELD.search(said[:BEGINNING])


    def _is_yielded(self, account: Evidence) -> bool:
        """Tell whether whoever told something gave it up when others replied."""
        later = (turn for turn in self.session.turns[account.index + 1 :] if turn.start - account.time < YIELDED)
        return any(turn.participant == account.participant and _YIELDS.match(straight(turn.text)) for turn in later)


def _common(one: Evidence, other: Evidence) -> int:
    """Return how many letters two quotations have in common."""
    if (one.where, one.index) != (other.where, other.index):
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _is_near(one: Evidence, other: Evidence) -> bool:
    """Tell whether two accounts are of one speaker, and nearly of one moment: then the better one is enough."""
    return one.participant == other.participant and abs(one.time - other.time) < APART


def tells(accounts: Sequence[Evidence], said: Evidence) -> bool:
    """Tell whether most of some words are those of one of ``accounts``."""
    return any(2 * _common(account, said) > said.end - said.start for account in accounts)
