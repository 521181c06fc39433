"""How a paper tells what a session came to: what was agreed and what was not, how topics ended, what comes next.

A reader who skims takes advice that was refused for advice, if only the end of a long line says
that it was. So where it stands comes first, in a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from copaper.analysis.outcomes import STEP
from copaper.analysis.outright import is_outright
from copaper.analysis.statements import clean_statement
from copaper.analysis.steering import SAYS_OUTRIGHT
from copaper.papers.choosing import matter
from copaper.papers.evidence import EvidenceList
from copaper.papers.placing import Placing, is_among
from copaper.papers.sections import is_outcome
from copaper.papers.topics import in_time, is_reply, joined
from copaper.papers.wording import AGREED, REFUSED, VIEWS, capitalised, listed, marked, shortened
from copaper.privacy import WITHHELD
from copaper.records import Block, Bullets, Ending, EndingState, Evidence, Finding, Findings, Heading, Inline, Kind, Paragraph, Reply, Run, Task, Theme, View, content_id
from copaper.textclean import straight

NEXT, AHEAD, DATED, SETTLED, AGAIN, GONE_OVER, NOTED, GIVEN = "next-session", "next-steps", "next-dated", "next-settled", "next-topics", "next-gone-over", "next-noted", "kind-commitment-given"
"""The ids of the paragraphs on the next session, on what is done after this one, on what else has a date, and on the topics on which something seems settled, or that were put off."""
TOGETHER = 2
"""Passages of what was gone over at the end that are told as one."""
TAKEN_ON = 45.0
"""Seconds behind a task within which whoever takes it on promises it."""
REPLY, TAKEN_UP, SUMMED_UP = 60, 45, 180
"""Words of what is quoted of an ending, of where people agreed or differed, and of what sums a topic up."""
_REPLIES = {EndingState.GRANTED: "Agreed", EndingState.SUPPORTED: "In support", EndingState.GONE_ALONG: "Said to it"}
_WANTED, _RECOMMENDED, _DECIDED = "Proposed", "Recommended", "Said to be decided"
_ADVISES = re.compile(r"\brecommend(?:s|ed|ation)?\b", re.I)
"""What is put to others, who decide it, and not settled."""
_STATES = {
    EndingState.PROPOSED: "Proposed, not settled", EndingState.PUT_OFF: "Put off",
    EndingState.NOT_AGREED: "Not agreed", EndingState.LEANING: "Majority view", EndingState.GRANTED: "Put to all",
    EndingState.SUPPORTED: "Put to all", EndingState.NEXT: "Next step", EndingState.CONCLUDED: "Said at the end", EndingState.SUMMED_UP: "Summed up",
    EndingState.UNCHANGED: "No change", EndingState.WITHDRAWN: "Not taken further", EndingState.NOT_ASKED: "Not put to a decision",
    EndingState.LEFT_OPEN: "Left open", EndingState.GONE_ALONG: "Seems settled",
}  # fmt: skip
_AT_LENGTH = (EndingState.SUMMED_UP, EndingState.LEFT_OPEN, EndingState.GONE_ALONG, EndingState.PUT_OFF)
"""What is quoted with all its words."""
_WHOLE = (*_AT_LENGTH, EndingState.NOT_AGREED)
"""What says all that a statement within it would."""
_OF_MEETINGS = frozenset(
    """agree agreed agreement all ample any approve approved board committee congratulations consensus concern concerns decide decided decision everybody everyone fine good group
    have hearing leave line majority meeting motion move moving need nobody object objecting objection objections oppose opposed opposition over park parked pass passed people plenary proposal put question
    request room seek seeking seeing seem seems sound sounds stage state status step still support supported supporting take thank thanks today vote yes""".split()
)
"""Words in which any meeting says that something is settled, whatever it is."""
_OF_THEIR_TOPIC = frozenset(EndingState) - {EndingState.CONCLUDED, EndingState.NEXT, EndingState.PUT_OFF}
"""What ends the topic in whose minutes it is said, if it names no other matter: of 26 such endings of development meetings that no word placed 24 did; what only leads on needs a word of the topic."""
_SAYS_SO = re.compile(
    r"(?:^|[,;:.]\s{0,3}|\b(?:and|so|then) )(?:(?:and|so|then|now|okay) )*(?:we|it|that|this|the (?:motion|proposal|committee|meeting|group|board))(?:['’](?:ve|s|re)| have| has| is| was| are| were)?(?: (?:now|all|hereby|been|just|then))* (?:agreed?|decided|resolved|settled|carried|adopted|approved|rejected|defeated|withdrawn|lost)\b|\b(?:agreement|consensus)\b", re.I
)


def standing(finding: Finding) -> Inline:
    """Return whether a statement was agreed, where its own words do not say so, or nothing if nobody said."""
    if finding.disputed:
        return (Run(text=REFUSED, bold=True),)
    settled = finding.kind is Kind.DECISION and is_outcome(finding) and not _SAYS_SO.search(straight(finding.statement))
    return (Run(text=AGREED, bold=True),) if settled else ()


def is_own_promise(finding: Finding) -> bool:
    """Tell whether a promise is told as "I will": a reader wants to know who that is."""
    return finding.kind is Kind.COMMITMENT and is_outright(finding)


def endings(theme: Theme, placing: Placing, evidence: EvidenceList) -> tuple[list[Ending], list[Ending]]:
    """Return how a topic ended, and what else was settled in its minutes, if that says of what."""
    on = [ending for ending in theme.endings if ending.state in _OF_THEIR_TOPIC and not _may_be_on_another(ending, evidence) or placing.is_on_topic_of(theme, ending.said, ending.reply)]
    return on, [ending for ending in theme.endings if ending not in on and tells_what(ending, evidence)]


def summaries(theme: Theme) -> list[Evidence]:
    """Return the passages that tell with all their words what a topic came to."""
    return [ending.said for ending in theme.endings if ending.state in _WHOLE]


def _may_be_on_another(ending: Ending, evidence: EvidenceList) -> bool:
    """Tell whether an ending names what it is on, also where that is withheld."""
    return tells_what(ending, evidence) or any(WITHHELD.search(evidence.safe(part.quote)) for part in (ending.said, ending.reply) if part is not None)


def tells_what(ending: Ending, evidence: EvidenceList) -> bool:
    """Tell whether a reader learns from an ending alone what it is on: not from "you have it"."""
    return any(matter(WITHHELD.sub(" ", evidence.safe(part.quote))) - _OF_MEETINGS for part in (ending.said, ending.reply) if part is not None)


def ended(ending: Ending, evidence: EvidenceList, disputed: Mapping[str, Sequence[View]] = MappingProxyType({})) -> Inline:
    """Return how far a topic came, in the words in which somebody said so, with what those held who ``disputed`` what was wanted then."""
    runs: list[Run] = []
    by_itself = ending.state is EndingState.GRANTED and ending.reply is None  # a formula that says what is agreed
    how = (AGREED.strip(". ") if by_itself else called(ending), ending.said)
    held = ((VIEWS[view.stance], view) for view in disputed.get(ending_id(ending), ()))
    for label, part in ((_was(ending), ending.reply), *held, how) if _was_wanted_first(ending) else (how, (_REPLIES.get(ending.state, "In reply"), ending.reply), *held):
        if part is not None:
            runs += [
                Run(text=f"{' ' if runs else ''}{label}", bold=True),
                Run(text=f" ({evidence.within(part)}): {marked(shortened(capitalised(evidence.told(part)), SUMMED_UP if ending.state in _AT_LENGTH else REPLY))}"),
                evidence.mark(part),
            ]
    return tuple(runs)


def called(ending: Ending) -> str:
    """Return what an ending is called: what seems settled also by whether it is said to be decided, or put to others."""
    said = straight(ending.said.quote)
    if ending.state is EndingState.GONE_ALONG:
        return _RECOMMENDED if _ADVISES.search(said) else _DECIDED if SAYS_OUTRIGHT.search(said) else _STATES[ending.state]
    return _STATES[ending.state]


def _was(ending: Ending) -> str:
    """Return what came before the end of a topic: what somebody proposed, or what its own speaker had said at first."""
    again = ending.state is EndingState.GONE_ALONG and ending.reply is not None and ending.reply.participant == ending.said.participant
    return "Said first" if again else _WANTED


def _was_wanted_first(ending: Ending) -> bool:
    """Tell whether what stands beside an ending came before it: then it is what was wanted."""
    return ending.reply is not None and (ending.reply.time, ending.reply.index, ending.reply.start) < (ending.said.time, ending.said.index, ending.said.start)


def ending_id(ending: Ending) -> str:
    """Return what the line of how a topic ended is known by."""
    return content_id("ending", ending.said.where, ending.said.index, ending.said.start)


def where_replied(theme: Theme, evidence: EvidenceList, *, aside: bool = False) -> list[Block]:
    """Return where people agreed and differed on what a topic is called by, or ``aside``."""
    replies = [reply for reply in theme.replies if is_reply(reply) and reply.aside is aside]
    how = listed([word for word, wanted in (("agreed", True), ("differed", False)) if any(reply.agrees is wanted for reply in replies)])
    key = f"theme-{theme.id}{'-also' if aside else ''}"
    ids = tuple(content_id("reply", reply.by.where, reply.by.index, reply.by.start) for reply in replies)
    told = (Paragraph(id=f"{key}-replied", runs=(Run(text=f"Where {'people' if len(replies) > 1 else 'somebody'} {how}", bold=True),)), Bullets(id=f"{key}-replies", items=tuple(replied(reply, evidence) for reply in replies), ids=ids))
    return list(told) if replies else []


def replied(reply: Reply, evidence: EvidenceList) -> Inline:
    """Return who agreed or differed, and what had been said; a reader judges how they belong together."""
    runs: list[Run] = []
    for verb, part in (("Said", reply.to), ("Agreed" if reply.agrees else "Differed", reply.by)):
        runs += [Run(text=f"{' ' if runs else ''}{verb}", bold=True), Run(text=f" ({evidence.within(part)}): {marked(shortened(evidence.told(part), TAKEN_UP))}"), evidence.mark(part)]
    return tuple(runs)


def result(ending: Ending) -> Evidence:
    """Return where it is said what a topic came to: not where that was put to those who met, if somebody then says it."""
    says_so = ending.state is EndingState.GRANTED and ending.reply is not None and (STEP.search(ending.reply.quote) or _SAYS_SO.search(straight(ending.reply.quote)))
    return ending.reply if says_so and ending.reply is not None else ending.said


def _is_told(parts: Sequence[Evidence], told: Sequence[Evidence]) -> bool:
    """Tell whether at least half of what was gone over stands elsewhere in the paper."""
    return 2 * sum(part.common(other) for part in parts for other in told) >= sum(part.end - part.start for part in parts)


def _gone_over(parts: Sequence[Evidence], evidence: EvidenceList) -> list[Block]:
    """Return what was gone over at the end, as one quotation, or one for each thing where these are several."""
    if len(parts) <= TOGETHER:
        return [_said_in_parts(GONE_OVER, "Gone over at the end", parts, evidence, evidence.told)]
    items = [(Run(text=marked(capitalised(evidence.told(part)))), evidence.mark(part)) for part in parts]
    ids = tuple(content_id("over", part.where, part.index, part.start) for part in parts)
    return [Paragraph(id=GONE_OVER, runs=(Run(text=f"Gone over at the end ({evidence.within(parts[0])}):", bold=True),)), Bullets(id=f"{GONE_OVER}-list", items=tuple(items), ids=ids)]


def _said_in_parts(key: str, how: str, parts: Sequence[Evidence], evidence: EvidenceList, tell: Callable[[Evidence], str]) -> Paragraph:
    """Return what was said at the end in one or several passages, as one quotation; ``tell`` says how each is printed."""
    first, *further = parts
    said = capitalised(tell(first))
    for before, part in zip(parts, further, strict=False):
        said += f"{' ' if part.is_beside(before) and part.start <= before.end + 1 else ' […] '}{tell(part)}"
    return Paragraph(id=key, runs=(Run(text=f"{how} ({evidence.within(first)}): "), Run(text=f"“{said}”"), *map(evidence.mark, parts)))


def left_to_tell(tasks: Sequence[Task], told: Sequence[Evidence], promised: Sequence[Evidence]) -> list[Task]:
    """Return the tasks but for those that are ``told``, and those of which a promise soon behind, before the next task, says that somebody takes them on."""
    found: list[Task] = []
    for task, after in zip(tasks, (*tasks[1:], None)[: len(tasks)], strict=True):
        until = min(task.given.time + TAKEN_ON, float("inf") if after is None else after.given.time)
        taken_on = any(task.given.time <= one.time <= until for one in promised)
        if not taken_on and not any(is_among(part, told) for part in (task.given, task.reply) if part is not None):
            found.append(task)
    return found


def given(left: Sequence[Task], evidence: EvidenceList) -> list[Block]:
    """Return what was given to do or taken on as a list behind the promises, or nothing."""
    if not left:
        return []
    with evidence.telling_apart([part for task in left for part in (task.given, task.reply) if part is not None]):
        items = [_given(task, evidence) for task in left]
    ids = tuple(content_id("task", task.given.where, task.given.index, task.given.start) for task in left)
    return [Paragraph(id=GIVEN, runs=(Run(text="Given to somebody to do, or taken on, in the words of those who met:", bold=True),)), Bullets(id=f"{GIVEN}-list", items=tuple(items), ids=ids)]


def _given(task: Task, evidence: EvidenceList) -> Inline:
    """Return what somebody was given to do, with what was replied."""
    runs = [Run(text=f"{marked(capitalised(evidence.told(task.given)))} ({evidence.within(task.given)})"), evidence.mark(task.given)]
    if task.reply is not None:
        runs += [Run(text=" In reply", bold=True), Run(text=f" ({evidence.within(task.reply)}): {marked(capitalised(evidence.told(task.reply)))}"), evidence.mark(task.reply)]
    return tuple(runs)


def comes_next(findings: Findings, names: Mapping[str, str], evidence: EvidenceList, told: Sequence[Evidence] = (), dated: Sequence[str] = ()) -> list[Block]:
    """Return what was gone over at the end, what was announced of the next session, what somebody noted in the chat and, if it is not ``told`` elsewhere, of what is done after this one, what among the resources
    is ``dated``, and on which topics (their ``names`` by id) something seems settled or was put off, as a chapter, or nothing."""
    blocks: list[Block] = []
    if findings.gone_over and not _is_told(findings.gone_over, told):
        blocks += _gone_over(findings.gone_over, evidence)
    if findings.coming:
        blocks.append(_said_in_parts(NEXT, "Announced at the end", findings.coming, evidence, evidence.quote))
    if kept := [part for part in findings.noted if not is_among(part, told)]:
        blocks.append(Paragraph(id=NOTED, runs=(Run(text="Noted in the chat while people met:", bold=True),)))
        with evidence.telling_apart(kept):
            items = [(Run(text=f"{marked(capitalised(evidence.quote(part)))} ({evidence.within(part)})"), evidence.mark(part)) for part in kept]
        blocks.append(Bullets(id=f"{NOTED}-list", items=tuple(items), ids=tuple(content_id("noted", part.where, part.index, part.start) for part in kept)))
    if steps := [part for part in findings.ahead if not is_among(part, (*told, *findings.coming)) and not WITHHELD.search(evidence.told(part, clean_statement))]:
        blocks.append(Paragraph(id=AHEAD, runs=(Run(text="Announced for after the session:", bold=True),)))
        with evidence.telling_apart(steps):
            items = [(Run(text=f"{marked(shortened(evidence.told(part, clean_statement), REPLY))} ({evidence.within(part)})"), evidence.mark(part)) for part in steps]
        blocks.append(Bullets(id=f"{AHEAD}-list", items=tuple(items), ids=tuple(content_id("step", part.where, part.index, part.start) for part in steps)))
    if dated:
        runs = (Run(text=f"{listed(list(dated))}. The address{'es stand' if len(dated) > 1 else ' stands'} among the "), Run(text="resources", to="resources"), Run(text="."))
        blocks.append(Paragraph(id=DATED, runs=runs))
    for key, state, said in ((SETTLED, EndingState.GONE_ALONG, "What seems settled"), (AGAIN, EndingState.PUT_OFF, "What was put off")):
        ended = [theme for theme in in_time(findings.themes) if theme.id in names and any(ending.state is state for ending in theme.endings)]
        if ended:
            led = joined([[Run(text=f"“{names[theme.id]}”", to=f"theme-{theme.id}")] for theme in ended])
            blocks.append(Paragraph(id=key, runs=(Run(text=f"{said} stands with "), Run(text="its topic: " if len(ended) == 1 else "its topics: "), *led, Run(text="."))))
    return [Heading(id="next", level=1, text="What comes next"), *blocks] if blocks else []
