"""How the key messages of a paper are told: each with what it is, and whose words they are where they say "we"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from copaper.analysis.outright import is_outright
from copaper.papers import outcomes
from copaper.papers.evidence import EvidenceList
from copaper.papers.foremost import speaks_for_somebody
from copaper.papers.messages import LONGEST, Message, was_put
from copaper.papers.placing import is_among
from copaper.papers.prominence import without_names
from copaper.papers.stretches import told as told_stretch
from copaper.papers.wording import AGREED, NOT_AGREED, OF_KIND, capitalised, dotted, first_sentences, marked
from copaper.records import EndingState, Evidence, Finding, Inline, Kind, Run, Status

NOBODY = ("A participant", "A speaker")
"""Who said something that nobody may be told by."""
ALONE = tuple(OF_KIND)
"""Kinds whose lists do not tell again what leads the paper."""
_NAMES_KIND = re.compile(r"\b(?:lessons?|learn(?:ed|t)|challenges?|problems?|recommend\w*|advice|should|must)\b", re.I)
"""How a statement says itself what it is."""
_ENDED = {EndingState.GRANTED: AGREED, EndingState.NOT_AGREED: NOT_AGREED, EndingState.SUPPORTED: "In support. ", EndingState.CONCLUDED: "Said at the end. "}


def printed(messages: Sequence[Message], findings: Iterable[Finding], accounts: Mapping[str, Sequence[Evidence]]) -> list[Message]:
    """Return the messages without those that reviewers left out: of an account if they left out what it holds, or all of it."""
    left_out = [f.evidence[0] for f in findings if f.status is Status.REJECTED]

    def stands(one: Message) -> bool:
        if one.finding is not None:
            return one.finding.status is not Status.REJECTED
        return one.said is None or is_among(one.said, accounts.get(one.theme, ())) and not is_among(one.said, left_out)

    return [one for one in messages if stands(one)]


def credited(messages: Iterable[Message]) -> list[Evidence]:
    """Return what messages tell with whoever said it: all but what was settled, and how topics ended."""
    own = (one.said if one.finding is None else one.finding.evidence[0] if _has_speaker(one.finding) else None for one in messages)
    return [part for part in own if part is not None]


def _has_speaker(finding: Finding) -> bool:
    """Tell whether a message tells whose words it has: what was settled is everybody's, but for "I"."""
    return finding.kind is not Kind.DECISION or speaks_for_somebody(finding.statement, settled=True)


def statement(finding: Finding, kind: Kind | None, said: str, mark: Run, speaker: Callable[[Evidence], str]) -> Inline:
    """Return a finding that leads, with the ``kind`` of the list that does not tell it again, and whose it is where it says "I", or "we" and
    all have not agreed on it."""
    words = first_sentences(said, LONGEST) if was_put(finding) else without_names(said)
    front = outcomes.standing(finding) or ((Run(text=OF_KIND[kind], bold=True),) if kind in OF_KIND and not is_outright(finding) and not _NAMES_KIND.search(words) else ())
    return (*front, Run(text=words), mark, *(() if not _has_speaker(finding) else _by(words, finding.evidence[0], speaker)))


def told(message: Message, names: Mapping[str, str], evidence: EvidenceList, speaker: Callable[[Evidence], str]) -> Inline:
    """Return how a topic ended, with what it is called, or a few sentences of an account."""
    if message.said is not None:
        words = told_stretch(evidence, message.said)
        return (Run(text=words), evidence.mark(message.said), *_by(words, message.said, speaker))
    ending = message.ending
    assert ending is not None, "a message is a finding, an ending or a stretch"
    marks = [evidence.mark(part) for part in (ending.said, ending.reply) if part is not None]
    return (Run(text=_ENDED.get(ending.state) or f"{outcomes.called(ending)}. ", bold=True), Run(text=f"On “{names[message.theme]}”: {marked(dotted(capitalised(evidence.told(outcomes.result(ending)))))}"), *marks)


def _by(words: str, said: Evidence, speaker: Callable[[Evidence], str]) -> Inline:
    """Return whose words they are, where that is known or where they say "we"."""
    who = speaker(said)
    return (Run(text=f" –\u00a0{who}", italic=True),) if who and (who not in NOBODY or speaks_for_somebody(words)) else ()
