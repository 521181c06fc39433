"""Which accounts a topic quotes in a paper; all of it fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.on_topic import OnTopic
from copaper.communities import Community, Policy
from copaper.papers import liking
from copaper.papers.accounts import ALSO
from copaper.papers.accounts import SAID as SAID_ALONE
from copaper.papers.compose import compose
from copaper.papers.evidence import lettered, unlettered
from copaper.privacy import Privacy
from copaper.records import Account, Bullets, Card, Correction, CorrectionKind, Ending, EndingState, Evidence, EvidenceEntry, Finding, Findings, Heading, Kind, Paper, Paragraph, Quote, Role, Session, Source, Stance, Status, Theme, View
from tests import factories

FIRST = "In 2018 the cooperative started a seed bank with 40 growers."
SECOND = "Every grower brings two bags of maize and takes one bag before the rains."
THIRD = "Last season only two of the growers dropped out of the bank."
FOURTH = "The nursery at the river sells trees to three schools and pays six people."
FIFTH = "The schools plant the trees with the children in the winter."
TURN = " ".join((FIRST, SECOND, THIRD, FOURTH, FIFTH))
OTHER = "That was never so in our valley, half of the growers left."


def talk(first: str = TURN) -> Session:
    return factories.session([("Nandi", first), ("Piet", OTHER)], sources=(Source(file="a.vtt", sha256="0" * 64, bytes=1, kind=None, reader="test"),))


def said(words: str, session: Session | None = None, turn: int = 0) -> Evidence:
    session = session or talk()
    text = session.turns[turn].text
    start = text.index(words)
    return Evidence(where="turn", index=turn, start=start, end=start + len(words), time=0.0, participant=session.turns[turn].participant, quote=words)


SEED, TREES = said(f"{FIRST} {SECOND} {THIRD}"), said(f"{FOURTH} {FIFTH}")


def finding(words: str, kind: Kind = Kind.STORY, **more: object) -> Finding:
    return Finding(**{"id": words[:5], "kind": kind, "statement": words, "evidence": (said(words),), "theme": "t", "confidence": 0.9, "sure_of_kind": False, **more})


def paper_of(*found: Finding, accounts: tuple[Evidence, ...] = (SEED, TREES), session: Session | None = None, summary: tuple[Evidence, ...] = (), policy: Policy = Policy.NAMED, asked: Evidence | None = None, label: str = "Seed", **more: object) -> Paper:
    session = session or talk()
    theme = Theme(id="t", label=label, salience=1.0, spans=(), accounts=tuple(Account(**{**one.model_dump(), "asked": asked}) for one in accounts), summary=summary)
    findings = Findings(**{"session": session.id, "model": "m", "segments": (), "themes": (theme,), "findings": found, **more})
    return compose(session, findings, Community(code="bas", name="Berry Growers"), Privacy(session, policy, findings))


def quotes(paper: Paper) -> list[str]:
    return [block.runs[0].text for block in paper.blocks if isinstance(block, Quote)]


def method(paper: Paper) -> str:
    return " ".join(run.text for block in paper.blocks if isinstance(block, Paragraph) and block.id.startswith("method-") for run in block.runs)


def points(paper: Paper) -> list[str]:
    return [item[0].text for block in paper.blocks if isinstance(block, Bullets) and block.id == "theme-t-points" for item in block.items]


def test_a_short_topic_quotes_the_best_account_with_who_and_when():
    paper = paper_of()
    assert quotes(paper) == [SEED.quote]
    (quote,) = (block for block in paper.blocks if isinstance(block, Quote))
    assert quote.attribution == "Nandi, 0:00:00" and quote.runs[-1].cite


def test_a_topic_is_told_in_the_order_in_which_it_was_said():
    put, given = "Who keeps the seed bank of the river?", "The school keeps it for all of the growers."
    long = talk(f"{TURN} {'We spoke on of the maize in the valley. ' * 130} {put} {given}")
    early, late = said(f"{FIRST} {SECOND}", long), said(f"{FOURTH} {FIFTH}", long).model_copy(update={"time": 300.0})
    asked, reply = said(put, long).model_copy(update={"time": 120.0}), said(given, long).model_copy(update={"time": 125.0})
    question = Finding(id="q", kind=Kind.QUESTION, statement=put, evidence=(asked,), answers=(reply,), fields={"state": "answered"}, theme="t", confidence=0.9)
    assert quotes(paper_of(question, accounts=(late, early), session=long)) == [early.quote, reply.quote, late.quote]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REJECTED])
def test_a_reply_goes_on_with_the_account_that_begins_where_it_ends(status: Status):
    put = "How did the seed bank of the valley begin, and how many growers took part in it?"
    long = factories.session([("Nandi", TURN), ("Piet", put), ("Nandi", TURN)], sources=talk().sources)
    asked, reply, account = said(put, long, 1), said(FIRST, long, 2), said(f"{SECOND} {THIRD}", long, 2)
    question = Finding(id="q", kind=Kind.QUESTION, statement=put, evidence=(asked,), answers=(reply,), fields={"state": "answered"}, theme="t", confidence=0.9, status=status)
    told = [block for block in paper_of(question, accounts=(account,), session=long).blocks if isinstance(block, Quote)]
    if status is Status.REJECTED:
        assert told == [], "who strikes the question strikes all that was printed in reply to it"
        return
    [one] = told
    assert "".join(run.text for run in one.runs if not run.cite) == f"{reply.quote} {account.quote}" and sum(bool(run.cite) for run in one.runs) == 2 and one.attribution == "In reply: Nandi, 0:00:20"


@pytest.mark.parametrize(("asked", "status", "told"), [(Status.REJECTED, Status.ACCEPTED, [THIRD]), (Status.REJECTED, Status.DRAFT, []), (Status.DRAFT, Status.DRAFT, []), (Status.DRAFT, Status.REJECTED, [])])
def test_what_reviewers_struck_and_took_in_of_a_reply_is_heard(asked: Status, status: Status, told: list[str]):
    put = "How did the seed bank of the valley begin, and how many growers took part in it?"
    long = factories.session([("Nandi", TURN), ("Piet", put), ("Nandi", TURN)], sources=talk().sources)
    question = Finding(id="q", kind=Kind.QUESTION, statement=put, evidence=(said(put, long, 1),), answers=(said(FIRST, long, 2),), fields={"state": "answered"}, theme="t", confidence=0.9, status=asked)
    lesson = Finding(id="l", kind=Kind.LESSON, statement=THIRD, evidence=(said(THIRD, long, 2),), theme="t", confidence=0.9, status=status)
    paper = paper_of(question, lesson, accounts=(said(f"{SECOND} {THIRD}", long, 2),), session=long)
    assert points(paper) == told
    assert (THIRD in "".join(run.text for block in paper.blocks if isinstance(block, Quote) for run in block.runs)) is (asked is status is Status.DRAFT)


def test_a_long_one_quotes_several_in_time_none_with_words_of_another():
    long = talk(f"{TURN} {'We spoke on of the maize in the valley. ' * 130}")
    later, *others = (said(words, long) for words in (f"{FOURTH} {FIFTH}", f"{SECOND} {THIRD}", f"{FIRST} {SECOND}"))
    accounts = (later.model_copy(update={"time": 300.0}), *others)
    assert quotes(paper_of(accounts=accounts, session=long)) == [f"{SECOND} {THIRD}", f"{FOURTH} {FIFTH}"]
    assert quotes(paper_of(accounts=(later, *others), session=long)) == [later.quote], "of one speaker at one moment one is enough"


def test_another_turn_is_quoted_before_the_same_one_twice():
    long = f"{TURN} {'The growers of the valley keep the bags. ' * 45}"
    session = factories.session([("Nandi", long), ("Piet", TURN)], sources=talk().sources)
    first, second, other = said(f"{FIRST} {SECOND} {THIRD}", session), said(f"{FOURTH} {FIFTH}", session), said(f"{FIRST} {SECOND} {THIRD}", session, 1)
    apart = [second.model_copy(update={"time": 200.0}), other.model_copy(update={"time": 400.0})]
    assert quotes(paper_of(accounts=(first, *apart), session=session)) == [first.quote, other.quote]


def test_what_may_be_on_another_matter_stands_behind_and_under_a_title_that_claims_less():
    long = talk(f"{TURN} {'We spoke on of the maize in the valley. ' * 130}")
    seed, trees = said(f"{FIRST} {SECOND}", long), said(f"{FOURTH} {FIFTH}", long).model_copy(update={"time": 300.0})
    aside = seed.model_copy(update={"time": 0.0})
    theme = Theme(id="t", label="Trees", salience=1.0, spans=(), accounts=(Account(**aside.model_dump(), aside=True), Account(**trees.model_dump())))
    findings = Findings(session=long.id, model="m", segments=(), themes=(theme,), findings=())
    blocks = [block for block in compose(long, findings, Community(code="bas", name="Berry Growers"), Privacy(long, Policy.NAMED, findings)).blocks if block.id.startswith(("theme-t-account", "theme-t-also"))]
    assert [block.text if isinstance(block, Heading) else block.runs[0].text for block in blocks] == [trees.quote, ALSO, seed.quote]


def test_where_nothing_is_on_the_matter_the_title_does_not_say_also():
    theme = Theme(id="t", label="Trees", salience=1.0, spans=(), accounts=(Account(**SEED.model_dump(), aside=True),))
    findings = Findings(session=talk().id, model="m", segments=(), themes=(theme,), findings=())
    blocks = compose(talk(), findings, Community(code="bas", name="Berry Growers"), Privacy(talk(), Policy.NAMED, findings)).blocks
    assert [block.text for block in blocks if block.id == "theme-t-also"] == [SAID_ALONE]


def test_of_two_accounts_the_one_on_the_matter_is_quoted():
    theme = Theme(id="t", label="Trees", salience=1.0, spans=(), accounts=(Account(**SEED.model_dump(), aside=True), Account(**TREES.model_dump())))
    findings = Findings(session=talk().id, model="m", segments=(), themes=(theme,), findings=())
    assert quotes(compose(talk(), findings, Community(code="bas", name="Berry Growers"), Privacy(talk(), Policy.NAMED, findings))) == [TREES.quote]


def test_the_one_on_the_matter_is_quoted_even_where_another_is_liked_better(disliked: dict[str, float]):
    disliked[TREES.quote] = liking.WELL - 0.1
    theme = Theme(id="t", label="Trees", salience=1.0, spans=(), accounts=(Account(**SEED.model_dump(), aside=True), Account(**TREES.model_dump())))
    findings = Findings(session=talk().id, model="m", segments=(), themes=(theme,), findings=())
    assert quotes(compose(talk(), findings, Community(code="bas", name="Berry Growers"), Privacy(talk(), Policy.NAMED, findings))) == [TREES.quote]


def test_what_says_the_same_as_an_account_is_no_point_beside_it():
    again = "Two bags of maize is what every grower brings before the rains."
    session = talk(f"{TURN} {'We spoke on of the valley and its roads. ' * 9} {again}")
    point = finding(FIFTH).model_copy(update={"statement": again, "evidence": (said(again, session),)})
    assert points(paper_of(point, accounts=(SEED,), label="Maize", session=session)) == []
    assert points(paper_of(point, accounts=(TREES,), label="Maize", session=session)) == [again]


def test_what_an_account_tells_right_behind_a_reply_is_told_once():
    answer = "Yes, we have one now for all of the valley."
    session = factories.session([("Piet", "Do the growers have a bank for their seed?"), ("Nandi", f"{answer} {TURN}")], sources=talk().sources)
    asked = finding(FIFTH, Kind.QUESTION).model_copy(update={"statement": session.turns[0].text, "evidence": (said(session.turns[0].text, session),), "answers": (said(answer, session, 1),), "fields": {"state": "answered"}})
    for account in (said(f"{FIRST} {SECOND} {THIRD}", session, 1), said(f"{SECOND} {THIRD} {FOURTH}", session, 1)):
        told = " ".join(run.text for block in paper_of(asked, accounts=(account,), session=session).blocks if isinstance(block, Quote) for run in block.runs)
        assert told.count(answer) == told.count(FIRST) == told.count(SECOND) == 1 and told.index(answer) < told.index(FIRST) < told.index(SECOND)


def test_a_story_that_an_account_goes_on_from_has_no_card():
    began, went = "In May she came late to the shop that she had rented.", "The lorry stood in front of the door all day. In the end the lorry left, and she sold nine fridges in one week."
    session = talk(f"{began} {went}")
    story = Finding(id="s", kind=Kind.STORY, statement=began, evidence=(said(began, session),), theme="t", confidence=0.9, sure_of_kind=True)
    cards = [[block for block in paper_of(story, accounts=accounts, session=session).blocks if isinstance(block, Card)] for accounts in ((), (said(went, session),))]
    assert cards[0] and not cards[1]


def test_what_an_account_tells_is_no_point_beside_it():
    assert points(paper_of(finding(SECOND), finding(FIFTH), accounts=(SEED,), label="Schools and trees")) == [FIFTH]
    assert points(paper_of(finding(SECOND), finding(FIFTH), accounts=())) == [SECOND, FIFTH]


@pytest.mark.parametrize(("confidence", "label", "told"), [(0.3, "Schools and trees", False), (0.4, "Schools and trees", True), (0.4, "Seed", False)])
def test_beside_an_account_stands_what_is_sure_enough_and_of_the_topic(confidence: float, label: str, told: bool):
    beside = finding(FIFTH).model_copy(update={"confidence": confidence})
    assert points(paper_of(beside, accounts=(SEED,), label=label)) == [FIFTH] * told
    assert points(paper_of(beside, accounts=(), label=label)) == [FIFTH]


def test_news_stands_beside_an_account_whatever_the_topic_is_called():
    news = [f"Of the {number} trees that the {who} got from us last year, 11 are still alive." for number, who in ((40, "schools"), (50, "clinics"))]
    session = talk(" ".join((TURN, *news)))
    found = [finding(FIFTH, Kind.CHALLENGE).model_copy(update={"id": f"n{n}", "statement": words, "evidence": (said(words, session),)}) for n, words in enumerate(news)]
    assert points(paper_of(*found, accounts=(SEED,), session=session)) == news[1:], "the first one leads the paper"


def test_what_has_no_room_beside_an_account_stands_before_the_reviewers_and_moves_up_for_none():
    news = [f"Of the {number} trees that the {who} got from us last year, {number - 29} are still alive." for number, who in ((40, "schools"), (50, "clinics"), (60, "churches"), (70, "growers"))]
    session = talk(" ".join((TURN, *news)))
    found = [finding(FIFTH, Kind.CHALLENGE).model_copy(update={"id": f"n{n}", "statement": words, "evidence": (said(words, session),)}) for n, words in enumerate(news)]
    paper = paper_of(*found, accounts=(SEED,), session=session)
    assert points(paper) == news[1:3], "the first one leads the paper"
    [offered] = [block for block in paper.blocks if block.id == "review-table"]
    assert offered.ids == ("n3",)
    rejected = [found[0], found[1].model_copy(update={"status": Status.REJECTED}), *found[2:]]
    assert points(paper_of(*rejected, accounts=(SEED,), session=session)) == news[2:3]


def test_an_account_that_only_its_question_explains_is_told_with_it():
    session = factories.session([("Piet", "One last question: who keeps the seed of the growers?"), ("Nandi", TURN)], sources=(Source(file="a.vtt", sha256="0" * 64, bytes=1, kind=None, reader="test"),))
    paper = paper_of(accounts=(said(SEED.quote, session, 1),), asked=said(session.turns[0].text, session), session=session)
    [quote] = [block for block in paper.blocks if isinstance(block, Quote)]
    assert "".join(run.text for run in quote.runs) == SEED.quote and quote.attribution.startswith("In reply: ")
    [asked] = [block for block in paper.blocks if block.id == quote.id.removesuffix("-reply")]
    assert asked.runs[0].text == "Who keeps the seed of the growers?" and asked.runs[0].bold
    assert {session.turns[0].text, SEED.quote} == {entry.quote for entry in paper.blocks if isinstance(entry, EvidenceEntry)}, "the question is evidence as well"


def test_an_account_goes_with_the_question_that_reviewers_left_out():
    session = factories.session([("Piet", "How do the growers of the valley get their seed in the spring?"), ("Nandi", TURN)], sources=talk().sources)
    question = said(session.turns[0].text, session)
    for status, told in ((Status.DRAFT, 1), (Status.REJECTED, 0)):
        asked = Finding(id="q", kind=Kind.QUESTION, statement=question.quote, evidence=(question,), theme="t", confidence=0.9, status=status)
        assert len(quotes(paper_of(asked, accounts=(said(SEED.quote, session, 1),), session=session, asked=question))) == told


def test_what_reviewers_made_of_a_point_stands_all_the_same():
    edited = finding(SECOND).model_copy(update={"statement": "Growers lend each other maize.", "status": Status.EDITED})
    assert points(paper_of(edited)) == ["Growers lend each other maize."]


def test_an_account_with_a_point_that_reviewers_left_out_is_left_out_and_none_moves_up():
    assert quotes(paper_of(finding(SECOND, status=Status.REJECTED))) == []
    learnt = finding(THIRD, Kind.LESSON, sure_of_kind=True, fields={"said": "outright"}, status=Status.REJECTED)
    assert quotes(paper_of(learnt)) == [], "a lesson of a list is left out of the account as well"


def test_no_opening_comes_where_reviewers_left_out_the_only_account():
    opening = (said(FIFTH),)
    assert quotes(paper_of(finding(SECOND), summary=opening, accounts=(SEED,))) == [SEED.quote]
    assert quotes(paper_of(finding(SECOND, status=Status.REJECTED), summary=opening, accounts=(SEED,))) == []


def test_an_account_does_not_say_again_what_was_decided_and_hardly_what_was_learnt():
    decided = finding(SECOND, Kind.DECISION, sure_of_kind=True, fields={"outcome": "settled"})
    assert quotes(paper_of(decided)) == [TREES.quote]
    learnt = finding(THIRD, Kind.LESSON, sure_of_kind=True, fields={"said": "outright"})
    assert quotes(paper_of(learnt)) == [SEED.quote], "a lesson at its end is a third of it"
    assert quotes(paper_of(learnt, accounts=(said(f"{THIRD} {FOURTH}"), TREES))) == [TREES.quote]


def test_what_somebody_spoke_against_is_no_account():
    against = Correction(kind=CorrectionKind.DENIED, of=said(SECOND), by=said(OTHER, turn=1))
    assert quotes(paper_of(corrections=(against,))) == [TREES.quote]


def test_what_its_speaker_gives_up_is_no_account():
    words = (("Nandi", TURN), ("Piet", OTHER), ("Nandi", "Okay. No. That's fair, we should ask the growers who left."))
    yielded = factories.session(list(words), sources=(Source(file="a.vtt", sha256="0" * 64, bytes=1, kind=None, reader="test"),))
    kept = factories.session([*words[:2], ("Nandi", "We will ask the growers who left.")], sources=yielded.sources)
    assert quotes(paper_of(session=yielded)) == [] and quotes(paper_of(session=kept)) == [SEED.quote]


def test_an_account_hides_hardly_a_name_and_none_where_it_begins():
    named = "Thandi Mokoena started a seed bank with 40 growers in the valley. Every grower brings two bags of maize."
    session = talk(f"{named} {FOURTH} {FIFTH}")
    accounts = tuple(said(words, session) for words in (named, f"{FOURTH} {FIFTH}"))
    assert quotes(paper_of(accounts=accounts, session=session)) == [named]
    assert quotes(paper_of(accounts=accounts, session=session, policy=Policy.ROLES, people_named=("Thandi Mokoena",))) == [f"{FOURTH} {FIFTH}"]


def test_no_quotation_opens_a_topic_that_has_an_account():
    opening = (said(FIFTH),)
    assert quotes(paper_of(summary=opening)) == [SEED.quote]
    assert quotes(paper_of(summary=opening, accounts=())) == [FIFTH]


BAKERY = "We keep to it: we drive to the bakery with the buyer of the school, and the buyer sees the oven and the van."
SOLD = "Nine bakeries sold bread to 21 schools in this way since the winter."
MORE = "The paper work is done at the bakery, on one sheet, with the owner and the buyer, and it takes an hour or two."


def practice(session: Session) -> Finding:
    return Finding(id="p", kind=Kind.PRACTICE, statement=BAKERY, evidence=(said(BAKERY, session),), around=(said(session.turns[0].text[len(BAKERY) + 1 :], session),), theme="t", confidence=0.9, sure_of_kind=True, fields={"title": "The bakery visit"})


SHEETS = "Each month we print the price list on one sheet and we hand it to every grower at the gate of the depot."


def second(session: Session) -> Finding:
    return practice(session).model_copy(update={"id": "q", "statement": SHEETS, "evidence": (said(SHEETS, session),), "around": (), "fields": {"title": "The price sheet"}})


def card(paper: Paper) -> Card:
    return next(block for block in paper.blocks if isinstance(block, Card) and block.id == "finding-p")


def test_what_stands_on_a_card_is_told_in_full_with_its_topic_and_the_card_leads_there():
    session = talk(f"{BAKERY} {MORE} {SOLD} {SHEETS}")
    whole = said(f"{BAKERY} {MORE} {SOLD}", session)
    paper = paper_of(practice(session), second(session), accounts=(whole,), session=session)
    assert quotes(paper) == [whole.quote]
    rows = dict(card(paper).rows)
    assert [run.to for run in rows["Told in full"] if run.to] == ["theme-t"] and rows["What they do"][0].text == BAKERY
    assert "Said next" not in rows, "the topic tells it"
    half = said(f"{BAKERY} {MORE}", session)
    rows = dict(card(paper_of(practice(session), second(session), accounts=(half,), session=session)).rows)
    assert ("Told in full" in rows) is not any(SOLD in run.text for row in rows.values() for run in row), "a card that has more is not told in full elsewhere"
    untold = dict(card(paper_of(practice(session), second(session), accounts=(), session=session)).rows)
    assert "Said next" in untold and "Told in full" not in untold
    beside = dict(card(paper_of(practice(session), accounts=(whole,), session=session)).rows)
    assert "Told in full" not in beside, "a card that is the only one stands with the topic itself"


def test_a_step_of_a_practice_has_no_card_of_its_own_and_what_came_of_it_stands_on_the_one():
    step, other = "So every evening we weigh the bread that our bakery has left and we write it into the book.", SHEETS
    came = SOLD
    for words, own in ((step, False), (other, True)):
        session = talk(f"{BAKERY} {MORE} {words} {came}")
        again = practice(session).model_copy(update={"id": "q", "statement": words, "evidence": (said(words, session),), "around": (said(came, session),), "fields": {"title": "The book of the day"}})
        shown = {block.id: dict(block.rows) for block in paper_of(practice(session), again, accounts=(), session=session).blocks if isinstance(block, Card)}
        assert ("finding-q" in shown) is own
        holder = shown["finding-q" if own else "finding-p"]
        assert came in "".join(run.text for run in holder["What came of it"])


def test_an_account_that_is_little_more_than_its_card_stands_there_alone():
    session = talk(f"{BAKERY} {MORE}")
    assert quotes(paper_of(practice(session), accounts=(said(session.turns[0].text, session),), session=session)) == []


def test_people_who_are_called_alike_have_letters_within_a_topic():
    session = factories.session([("Nandi", TURN), ("Piet", f"{TURN} {'We spoke on of the maize in the valley. ' * 130}"), ("Zinhle", OTHER)], sources=talk().sources)
    session = session.model_copy(update={"participants": (*session.participants[:2], session.participants[2].model_copy(update={"role": Role.PANELLIST}))})
    accounts = (said(SEED.quote, session), said(TREES.quote, session, 1).model_copy(update={"time": 300.0}))
    told = paper_of(accounts=accounts, session=session, policy=Policy.ROLES)
    credits = [block.attribution for block in told.blocks if isinstance(block, Quote)]
    assert "Letters tell apart" in method(told) and "Letters tell apart" not in method(paper_of(accounts=accounts[:1], session=session, policy=Policy.ROLES))
    assert credits == ["Participant A, 0:00:00", "Participant B, 0:05:00"]
    alone = paper_of(accounts=accounts[:1], session=session, policy=Policy.ROLES)
    assert [block.attribution for block in alone.blocks if isinstance(block, Quote)] == ["Participant, 0:00:00"]
    assert {entry.who for entry in alone.blocks if isinstance(entry, EvidenceEntry)} == {"Participant"}, "the annex is of all topics"


@pytest.mark.parametrize("who, told", [("Panellist", "Panellist B"), ("Participant, Gauteng", "Participant B, Gauteng"), ("A person from Gauteng", "Person B from Gauteng")])
def test_a_letter_stands_behind_what_somebody_is_and_can_be_taken_off(who, told):
    assert lettered(who, "B") == told and unlettered(f"{told}, 0:01:00") == f"{who}, 0:01:00"
    assert unlettered(f"{who}, 0:01:00") == f"{who}, 0:01:00" and unlettered("Thandi B, Weavers, 0:01:00") == "Thandi B, Weavers, 0:01:00"


def test_an_account_that_tells_what_several_cards_say_is_quoted_and_these_lead_there(monkeypatch: pytest.MonkeyPatch):
    session = talk(f"{BAKERY} {MORE} {SHEETS}")
    whole = said(f"{BAKERY} {MORE} {SHEETS}", session)
    share = (len(BAKERY) + len(SHEETS)) / len(whole.quote)
    monkeypatch.setattr("copaper.papers.accounts.COMMON", 0.75 * share)
    assert quotes(paper_of(practice(session), second(session), accounts=(whole,), session=session)) == [whole.quote]
    monkeypatch.setattr("copaper.papers.accounts.SEVERAL", 1.0)
    assert quotes(paper_of(practice(session), second(session), accounts=(whole,), session=session)) == []


def test_a_statement_that_may_be_on_another_matter_stands_below_those_on_its_topic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OnTopic, "holds", lambda self, said, theme: FIFTH not in said.quote)
    paper = paper_of(finding(SECOND), finding(FIFTH), accounts=())
    [place, below] = [(place, block) for place, block in enumerate(paper.blocks) if isinstance(block, Bullets) and block.id == "theme-t-also-points"][0]
    assert points(paper) == [SECOND] and [item[0].text for item in below.items] == [FIFTH]
    assert isinstance(paper.blocks[place - 1], Heading) and paper.blocks[place - 1].text == ALSO


def test_an_account_that_readers_like_well_is_quoted_before_one_that_the_analysis_puts_first(disliked: dict[str, float]) -> None:
    disliked[FIRST] = liking.WELL - 0.1
    session = talk(f"{TURN} {OTHER}")
    assert quotes(paper_of(session=session)) == [f"{FOURTH} {FIFTH}"], "a short topic quotes one"
    disliked.clear()
    assert quotes(paper_of(session=session)) == [f"{FIRST} {SECOND} {THIRD}"]


AGAINST = "A bank of seed for 40 growers is too small, and the growers at the river were never asked about it."


def told_with(session: Session, accounts: tuple[Account, ...], views: tuple[View, ...], *found: Finding, endings: tuple[Ending, ...] = ()) -> list[tuple[str, str]]:
    """Return what is quoted of a topic and how it is introduced, then the text of how it ended."""
    theme = Theme(id="t", label="Seed", salience=1.0, spans=(), accounts=accounts, views=views, endings=endings)
    findings = Findings(session=session.id, model="m", segments=(), themes=(theme,), findings=found)
    paper = compose(session, findings, Community(code="bas", name="Berry Growers"), Privacy(session, Policy.NAMED, findings))
    came = ["".join(run.text for run in item if not run.cite) for block in paper.blocks if isinstance(block, Bullets) and block.id.startswith("theme-t-came") for item in block.items]
    return [*((block.runs[0].text, block.attribution) for block in paper.blocks if isinstance(block, Quote)), *((text, "") for text in came)]


def view(words: str, session: Session, turn: int = 1, stance: Stance = Stance.AGAINST, **more: object) -> View:
    return View(**{**said(words, session, turn).model_dump(), "stance": stance, **more})


def test_who_does_not_go_along_is_quoted_beside_the_accounts_and_introduced_so():
    session = factories.session([("Nandi", TURN), ("Piet", AGAINST)], sources=talk().sources)
    seed, against = Account(**SEED.model_dump()), view(AGAINST, session, time=90.0)
    told = (AGAINST, "An objection: Piet, 0:01:30")
    assert told_with(session, (seed,), (against,)) == [(SEED.quote, "Nandi, 0:00:00"), told]
    assert told_with(session, (), (against,)) == [told]
    assert told_with(session, (seed,), (against.model_copy(update={"aside": True}),)) == [(SEED.quote, "Nandi, 0:00:00")], "it may be on another matter"


def test_an_account_that_is_a_view_is_told_as_such_and_another_is_not():
    session = factories.session([("Nandi", f"Doctor, {FIRST} {SECOND} {THIRD} {FOURTH} {FIFTH}"), ("Piet", AGAINST)], sources=talk().sources)
    held = view(f"{FIRST} {SECOND}", session, 0, Stance.OTHERWISE)
    whole = Account(**said(f"Doctor, {FIRST} {SECOND} {THIRD}", session).model_dump())
    assert told_with(session, (whole,), (held,)) == [(held.quote, "A different view: Nandi, 0:00:00")]
    later = Account(**said(f"{SECOND} {THIRD} {FOURTH}", session).model_dump())
    assert told_with(session, (later,), (held,)) == [(later.quote, "Nandi, 0:00:00")], "what begins amid it goes on to other things"
    within = Account(**said(SECOND, session).model_dump())
    assert told_with(session, (within,), (held,)) == [(held.quote, "A different view: Nandi, 0:00:00")], "a part of it"


def test_of_several_views_each_speaker_is_heard_first_and_two_are_told():
    sentences = [f"A bank of seed at the school of valley {n} is too small for all of the growers who live there." for n in range(2, 6)]
    session = factories.session([("Nandi", TURN), ("Piet", f"{sentences[0]} {'We spoke of it. ' * 9} {sentences[1]}"), ("Thandi", sentences[2]), ("Sam", sentences[3])], sources=talk().sources)
    views = (view(sentences[0], session, 1), view(sentences[1], session, 1, time=300.0), view(sentences[2], session, 2, time=600.0), view(sentences[3], session, 3, time=900.0))
    assert [words for words, _ in told_with(session, (), views)] == [sentences[0], sentences[2]]


def test_what_was_held_against_what_was_not_agreed_stands_between_the_two():
    left, wanted = "We have no agreement on the bank of seed, so we park it.", "I propose that the school keeps a bank of seed for all."
    session = factories.session([("Nandi", wanted), ("Piet", AGAINST), ("Chair", left)], sources=talk().sources)
    ending = Ending(state=EndingState.NOT_AGREED, said=said(left, session, 2).model_copy(update={"time": 20.0}), reply=said(wanted, session, 0))
    (told,) = told_with(session, (), (view(AGAINST, session, 1, time=10.0),), endings=(ending,))
    assert told[0] == f"Proposed (Nandi, 0:00:00): “{wanted}” An objection (Piet, 0:00:10): “{AGAINST}” Not agreed (Chair, 0:00:20): “{left}”"
    late = view(AGAINST, session, 1, time=500.0)
    assert told_with(session, (), (late,), endings=(ending,))[0] == (AGAINST, "An objection: Piet, 0:08:20")
    other = ending.model_copy(update={"said": ending.said.model_copy(update={"quote": "We have no agreement on the tractors."}), "reply": ending.reply.model_copy(update={"quote": "I propose that we buy tractors."})})
    assert told_with(session, (), (view(AGAINST, session, 1, time=10.0),), endings=(other,))[0] == (AGAINST, "An objection: Piet, 0:00:10"), "it is on another matter"
    twice = ending.model_copy(update={"said": ending.said.model_copy(update={"start": 5, "time": 30.0})})
    told = told_with(session, (), (view(AGAINST, session, 1, time=10.0),), endings=(ending, twice))
    assert sum(AGAINST in words for words, _ in told) == 1


def test_what_was_replied_to_a_view_stands_behind_it_unless_it_stands_elsewhere():
    reply = "That is fair, and the school has room for all of the seed and no more in the winter."
    session = factories.session([("Nandi", TURN), ("Piet", AGAINST), ("Nandi", reply)], sources=talk().sources)
    against = view(AGAINST, session, time=90.0, reply=said(reply, session, 2))
    assert told_with(session, (), (against,)) == [(AGAINST, "An objection: Piet, 0:01:30"), (reply, "In reply: Nandi, 0:00:00")]
    settled = Finding(id="s", kind=Kind.DECISION, statement=reply, evidence=(said(reply, session, 2),), theme="t", confidence=0.9, fields={"outcome": "settled"})
    assert told_with(session, (), (against,), settled) == [(AGAINST, "An objection: Piet, 0:01:30")], "it stands among the decisions"


def test_a_view_that_a_reviewer_struck_or_that_was_given_up_is_not_told():
    session = factories.session([("Nandi", TURN), ("Piet", AGAINST), ("Nandi", FOURTH), ("Piet", "Fair enough, we can try it.")], sources=talk().sources)
    against = view(AGAINST, session)
    struck = Finding(id="s", kind=Kind.CHALLENGE, statement=AGAINST[:40], evidence=(said(AGAINST[:40], session, 1),), theme="t", confidence=0.9, status=Status.REJECTED)
    assert told_with(session, (), (against.model_copy(update={"time": 500.0}),)) == [(AGAINST, "An objection: Piet, 0:08:20")]
    assert told_with(session, (), (against.model_copy(update={"time": 500.0}),), struck) == []
    assert told_with(session, (), (against.model_copy(update={"time": session.turns[1].start}),)) == []


def test_a_planned_topic_quotes_more_accounts(disliked: dict[str, float]) -> None:
    sentences = [f"The growers of valley {n} keep {n} bags of seed in the school and share them in the spring." for n in range(2, 12)]
    session = factories.session([(f"Person {n}", f"{sentence} {'We spoke on of the maize. ' * 90}") for n, sentence in enumerate(sentences)], sources=talk().sources)
    accounts = tuple(said(sentence, session, n).model_copy(update={"time": 200.0 * n}) for n, sentence in enumerate(sentences))
    assert len(quotes(paper_of(accounts=accounts, session=session))) == 6
    session = session.model_copy(update={"agenda": ("Seed", "Roads")})
    assert len(quotes(paper_of(accounts=accounts, session=session))) == 8, "it stands on the agenda"
    for sentence in sentences[:4]:
        disliked[sentence] = liking.FURTHER_ACCOUNT - 0.05
    assert quotes(paper_of(accounts=accounts, session=session)) == [*sentences[4:]], "what readers hardly like makes room for nothing"
