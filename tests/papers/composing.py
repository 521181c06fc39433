"""Sessions, findings and papers that tests of what a paper holds are made of; fictional, made by hand."""

from __future__ import annotations

from copaper.communities import Community, Policy
from copaper.papers.compose import compose
from copaper.papers.units import units
from copaper.privacy import Privacy
from copaper.records import Card, Evidence, Finding, Findings, Heading, Kind, Participant, Session, Source, Span, Theme
from tests import factories

COMMUNITY = Community(code="bas", name="Business Advisory Services", purpose="To learn from each other")
SPEECH = (
    ("Thandeka Mokgosi", "In our office every new trader gets a mentor for the first six weeks of business."),
    ("Pieter Louw", "We learned that a visit on site tells more than any form that is filled in."),
    ("Ayesha Daniels", "Transport costs keep the traders in our rural towns away from every course we give."),
    ("Thandeka Mokgosi", "Who pays for the mentor when the six weeks of business are over?"),
)
CHAT = (("Ayesha Daniels", "The municipality should print the application forms in Sepedi as well."),)
SOURCE = Source(file="a.vtt", sha256="0" * 64, bytes=1, kind=None, reader="test")


def session(speech=(), chat=(), **more) -> Session:
    return factories.session(speech, chat, sources=(SOURCE,), **more)


def said(talk: Session, where: str, index: int) -> Evidence:
    place = (talk.turns if where == "turn" else talk.messages)[index]
    time = place.start if where == "turn" else place.time
    return Evidence(where=where, index=index, start=0, end=len(place.text), time=time, participant=place.participant, quote=place.text)


SAYS_SO = {
    Kind.PRACTICE: "We keep to it: ", Kind.LESSON: "We learned it: ", Kind.CHALLENGE: "The problem is: ", Kind.RECOMMENDATION: "Everybody should know: ",
    Kind.COMMITMENT: "I will write it down: ", Kind.DECISION: "It is agreed: ", Kind.STORY: "In the end our market moved: ",
}  # fmt: skip
"""What makes any sentence one of a kind: nothing else enters the section of its kind."""


def finding(kind: Kind, evidence: Evidence, id: str = "", **more) -> Finding:
    statement = SAYS_SO.get(kind, "") + evidence.quote.rstrip(".") + ("?" if kind is Kind.QUESTION else ".")
    if kind is Kind.PRACTICE:
        more["fields"] = {"title": "The evening desk", **more.get("fields", {})}
    return Finding(**{"id": id or f"f{kind.value}{evidence.index}", "kind": kind, "statement": statement, "evidence": (evidence,), "confidence": 0.8, **more})


def theme(n: int, talk: Session, **more) -> Theme:
    spans = (Span(first_turn=0, start=0, last_turn=0, end=10, from_time=10.0 * n, to_time=10.0 * n + 10),) if talk.turns else ()
    return Theme(**{"id": f"t{n}", "label": f"Topic number {n}", "salience": 0.1, "spans": spans, "phrases": ("mentor", "form"), **more})


def found(talk: Session, findings=(), themes=(), **more) -> Findings:
    return Findings(session=talk.id, model="test 1", segments=(), themes=tuple(themes), findings=tuple(findings), **more)


def paper(talk: Session, findings: Findings, policy: Policy = Policy.ROLES):
    community = COMMUNITY.model_copy(update={"privacy": policy})
    return compose(talk, findings, community, Privacy(talk, policy, findings))


def headings(composed) -> list[str]:
    return [block.text for block in composed.blocks if isinstance(block, Heading)]


TALK = session(SPEECH, CHAT)
EVERY_KIND = tuple(
    finding(kind, said(TALK, "turn", n % 3), id=f"kind{n}", theme="t0", fields={"url": "https://example.org/a"} if kind is Kind.RESOURCE else {})
    for n, kind in enumerate(Kind)
)
FULL = paper(TALK, found(TALK, EVERY_KIND, [theme(0, TALK, summary=(said(TALK, "turn", 0),))]))
NO_SPEAKERS = TALK.model_copy(
    update={"participants": (Participant(id="p", name=""),), "turns": tuple(t.model_copy(update={"participant": "p"}) for t in TALK.turns), "messages": ()}
)
CHAT_ONLY = session((), CHAT)
SHAPES = {
    "full": FULL,
    "speech only": paper(session(SPEECH), found(session(SPEECH), [finding(Kind.LESSON, said(session(SPEECH), "turn", 1))])),
    "chat only": paper(CHAT_ONLY, found(CHAT_ONLY, [finding(Kind.RECOMMENDATION, said(CHAT_ONLY, "message", 0))], [theme(0, CHAT_ONLY, messages=(0,))])),
    "no speakers": paper(NO_SPEAKERS, found(NO_SPEAKERS, [finding(Kind.PRACTICE, said(NO_SPEAKERS, "turn", 0))])),
    "nothing found": paper(TALK, found(TALK)),
    "one theme, no finding": paper(TALK, found(TALK, (), [theme(0, TALK)])),
    "twelve themes": paper(TALK, found(TALK, EVERY_KIND, [theme(n, TALK) for n in range(12)])),
}


def in_turn(talk: Session, words: str) -> Evidence:
    """Return words of the first turn as evidence."""
    start = talk.turns[0].text.index(words)
    return said(talk, "turn", 0).model_copy(update={"start": start, "end": start + len(words), "quote": words})


AROUND = session((("Ayesha Daniels", "The list hangs at the stall from six. In May we printed the list in two colours. The queue was gone by noon. And why?"), *SPEECH))
PRINTED = finding(
    Kind.PRACTICE, in_turn(AROUND, "In May we printed the list in two colours."), id="printed", theme="t0", statement="In May we printed the list in two colours.",
    around=(in_turn(AROUND, "The list hangs at the stall from six."), in_turn(AROUND, "The queue was gone by noon. And why?")),
)  # fmt: skip


def of_topics(composed) -> list[str]:
    return [unit.words for unit in units(composed) if unit.block.startswith("theme-")]


def placed(findings) -> set[str]:
    """Return the ids of all findings that stand in the paper outside the reviewers' annex."""
    blocks = paper(TALK, found(TALK, findings, [theme(0, TALK)])).blocks
    return {id for block in blocks if block.id not in ("verdicts-table", "review-table") for id in getattr(block, "ids", ())}


def block_of(composed, id: str):
    return next((block for block in composed.blocks if block.id == id), None)


PLAIN = "Visits on the site of a client often fill the whole form by themselves."
"""A statement that is no key message where it is not sure of its kind."""
DOUBTED = "We learned that a visit on site perhaps tells more than any form that is filled in."
"""A lesson that is none either."""


def card_of(**more) -> dict[str, str]:
    practice = finding(Kind.PRACTICE, said(TALK, "turn", 0).model_copy(update={"quote": "We print it in two colours."}), **{"statement": "We print it in two colours on one page.", **more})
    [card] = [block for block in paper(TALK, found(TALK, [practice])).blocks if isinstance(block, Card)]
    return {label: "".join(run.text for run in runs if not run.cite) for label, runs in card.rows}
