"""How a paper prints a statement with what came of it, and what it stands on; fictional."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from copaper.communities import Community, Policy
from copaper.papers.compose import compose
from copaper.papers.evidence import EvidenceList
from copaper.papers.passages import NONE, Passage, passages, source, spoken, told
from copaper.papers.placing import is_among
from copaper.papers.units import PARAGRAPHS
from copaper.privacy import Privacy
from copaper.records import Account, Bullets, Decision, DecisionKind, Evidence, EvidenceEntry, Finding, Findings, Kind, Session, Source, Status, Theme
from copaper.review.decisions import decided, homes
from tests import factories

LEAD = "And we ask three questions of every grower in the river towns."
OWN = "Of the growers in the river towns 40 knew the questions in March."
MORE = "So um now in June 70 of them know the questions by heart."
LATER = "But the growers in the valley have no road to the gate."
TALK = factories.session([("Nandi", " ".join((LEAD, OWN, MORE, LATER)))], sources=(Source(file="a.vtt", sha256="0" * 64, bytes=1, kind=None, reader="test"),))
PRIVACY = Privacy(TALK, Policy.NAMED)


def said(words: str) -> Evidence:
    text = TALK.turns[0].text
    start = text.index(words)
    return Evidence(where="turn", index=0, start=start, end=start + len(words), time=0.0, participant=TALK.turns[0].participant, quote=words)


def finding(own: str = OWN, id: str = "f", **more: object) -> Finding:
    return Finding(**{"id": id, "kind": Kind.STORY, "statement": own, "evidence": (said(own),), "theme": "t", "confidence": 0.9, "sure_of_kind": False, **more})


WITH = finding(lead=(said(LEAD),), more=(said(MORE), said(LATER)))


def placing(*found: Finding, cards: tuple[Finding, ...] = (), stories: tuple[Finding, ...] = (), led: bool = True) -> SimpleNamespace:
    return SimpleNamespace(
        chosen={Kind.PRACTICE: list(cards), Kind.STORY: list(stories)}, leading=list(found), is_led=lambda f: led,
        led=lambda *kinds: [f for f in found if led and f.kind in kinds and f in stories], is_placed=lambda part: any(is_among(part, f.evidence[:1]) for f in found),
    )  # fmt: skip


def test_a_statement_is_printed_with_its_passage() -> None:
    passage = passages(TALK, placing(WITH), str)["f"]
    printed = told(EvidenceList(TALK, PRIVACY), passage, OWN, said(OWN))
    assert printed == f"We ask three questions of every grower in the river towns. {OWN} So now in June 70 of them know the questions by heart. {LATER}"
    assert told(EvidenceList(TALK, PRIVACY), NONE, OWN, said(OWN)) == OWN


def test_a_mark_shows_what_was_left_out_before_the_point() -> None:
    printed = told(EvidenceList(TALK, PRIVACY), Passage((), (said(LATER),)), OWN, said(OWN))
    assert printed == f"{OWN} […] {LATER}"


def test_its_source_is_one_quotation_of_all_of_it() -> None:
    whole = source(TALK, WITH, Passage(WITH.lead, WITH.more[:1]))
    assert whole.quote == f"{LEAD} {OWN} {MORE}" == TALK.turns[0].text[whole.start : whole.end]
    assert source(TALK, WITH, NONE) == WITH.evidence[0]


@pytest.mark.parametrize(("status", "led"), [(Status.DRAFT, True), (Status.REJECTED, False)])
def test_a_question_is_not_led_up_to_by_what_reviewers_left_out(status: Status, led: bool) -> None:
    question = finding("But the growers in the valley have no road to the gate.", id="q", kind=Kind.QUESTION, lead=(said(MORE),))
    told = passages(TALK, placing(question, finding(MORE, id="c", kind=Kind.CHALLENGE, status=status)), str)
    assert told == ({"q": Passage(question.lead)} if led else {})


def test_what_stands_elsewhere_is_not_printed_again() -> None:
    other = finding(MORE, id="g", lead=(said(OWN),), more=(said(LATER),))
    assert passages(TALK, placing(WITH, other), str) == {"f": Passage(WITH.lead, ()), "g": Passage((), other.more)}
    twin = WITH.model_copy(update={"id": "g"})
    assert passages(TALK, placing(WITH, twin), str) == {"f": Passage(WITH.lead, WITH.more)}


def test_nothing_with_a_withheld_name_is_taken_along() -> None:
    assert passages(TALK, placing(WITH), lambda text: text.replace("the valley", "[name withheld]"))["f"] == Passage(WITH.lead, WITH.more[:1])


def test_a_story_is_told_in_an_account_that_holds_it() -> None:
    lead, own, end = "We lent the growers forty crates.", "Nobody counted the crates at the gate.", "In the end there were nine crates left at the harbour."
    talk = factories.session([("Nandi", f"{lead} {own} {end} {LATER}")])

    def there(words: str) -> Evidence:
        start = talk.turns[0].text.index(words)
        return Evidence(where="turn", index=0, start=start, end=start + len(words), time=0.0, participant=talk.turns[0].participant, quote=words)

    account = there(f"{lead} {own} {end}")
    theme = Theme(id="t", label="Crates", salience=1.0, spans=(), accounts=tuple(Account(**one.model_dump()) for one in (there(f"{end} {LATER}"), account)))
    story, beside = (Finding(id=id, kind=Kind.STORY, statement=words, evidence=(there(words),), theme="t", confidence=0.9) for id, words in (("f", own), ("g", end)))
    alone = placing(story, stories=(story,))
    assert source(talk, story, passages(talk, alone, str, (theme,))["f"]) == account
    assert passages(talk, alone, lambda text: text.replace("the growers", "[name withheld]"), (theme,)) == {}
    assert passages(talk, alone, str, (theme,), lambda said: False) == {}, "somebody spoke against it"
    assert passages(talk, placing(story, beside, stories=(story,)), str, (theme,)) == {}, "part of it stands elsewhere"


@pytest.mark.parametrize(("cards", "led"), [((WITH,), True), ((), False)])
def test_cards_and_what_reviewers_took_in_stand_as_they_are(cards: tuple[Finding, ...], led: bool) -> None:
    assert passages(TALK, placing(WITH, cards=cards, led=led), str) == {}


def paper_of(found: Finding, talk: Session = TALK):
    findings = Findings(session=talk.id, model="m", segments=(), themes=(Theme(id="t", label="Questions", salience=1.0, spans=()),), findings=(found,))
    return compose(talk, findings, Community(code="bas", name="Berry Growers"), PRIVACY)


def test_a_paper_cites_the_passage_with_one_number_and_reviewers_see_all_of_it() -> None:
    paper = paper_of(WITH)
    items = next(block for block in paper.blocks if isinstance(block, Bullets) and block.id == "theme-t-points").items
    assert [run.text for run in items[0] if run.text] == [f"We ask three questions of every grower in the river towns. {OWN} So now in June 70 of them know the questions by heart. {LATER}", " –\u00a0Nandi"]
    assert [entry.quote for entry in paper.blocks if isinstance(entry, EvidenceEntry)] == [TALK.turns[0].text]
    home = next(home for home in homes(paper) if home.finding == "f")
    assert home.lead == home.told_lead == items[0][0].text


def test_what_a_reviewer_made_of_a_passage_replaces_all_of_it() -> None:
    paper = paper_of(WITH.model_copy(update={"statement": "Forty growers knew the questions, then seventy.", "status": Status.EDITED}))
    items = next(block for block in paper.blocks if isinstance(block, Bullets) and block.id == "theme-t-points").items
    assert items[0][0].text == "Forty growers knew the questions, then seventy."


@pytest.mark.parametrize(("after", "statement"), [("Forty knew them, then seventy.", "Forty knew them, then seventy."), (f"Forty knew them.{PARAGRAPHS}Then seventy.", "As it was printed.")])
def test_a_passage_that_is_divided_stays_as_it_was_printed(after: str, statement: str) -> None:
    edit = Decision(id="d", kind=DecisionKind.EDIT, of="finding", about="f", reviewer="Zoe", before="As it was printed.", after=after)
    findings = Findings(session=TALK.id, model="m", segments=(), themes=(), findings=(WITH,))
    assert decided(findings, (edit,)).findings[0].statement == statement


def test_a_finding_is_known_again_by_its_passage() -> None:
    assert spoken(WITH) == TALK.turns[0].text
