"""Findings of small fictional sessions: kinds, evidence, answers, links, support."""

from datetime import UTC, datetime, timedelta

import pytest

from copaper.analysis import cues, kinds
from copaper.analysis.findings import find
from copaper.analysis.disputes import denials, denied
from copaper.analysis.questions import answers_to, reads_out
from copaper.analysis.resources import is_well_formed, links
from copaper.analysis.support import agrees
from copaper.analysis.units import Unit, read_units
from copaper.records import CueMark, Kind, Message, Participant, Reaction, Session, Turn
from tests import factories

TALK = [
    ("Nomsa", "Good morning everybody, can you hear me?"),
    ("Thabo", "Every Friday our mentors phone the bakery owners and write the answers down in a shared sheet."),
    ("Thabo", "The problem is that most of the bakeries cannot afford the deposit for the oven."),
    ("Nomsa", "How do you choose the bakeries for the mentoring programme?"),
    ("Thabo", "We choose the bakeries that have traded for a year, and the mentoring panel visits every one of them."),
    ("Lerato", "What we learned is that the bakeries with a mentor survive the second year and the others do not."),
    ("Lerato", "The municipality should simplify the licence for food businesses."),
    ("Nomsa", "Next slide please."),
]
CHAT = [
    ("Sipho", "Costing sheet for bakeries: https://example.org/costing.xlsx", ("Lerato", "Thabo")),
    ("Lerato", "Does anybody know of a fund for ovens?", ()),
]


def session() -> Session:
    turns = []
    for i, (who, text) in enumerate(TALK):
        mark = CueMark(at=0, start=10.0 * i, end=10.0 * i + 9, line=i, index=i)
        turns.append(Turn(index=i, participant=who, start=10.0 * i, end=10.0 * i + 9, text=text, cues=(mark,)))
    messages = [
        Message(index=i, time=15.0 + 10 * i, participant=who, text=text, reactions=tuple(Reaction(participant=p, emoji="👍") for p in people))
        for i, (who, text, people) in enumerate(CHAT)
    ]
    start = datetime(2020, 9, 22, 9, tzinfo=UTC)
    return Session(
        id="bas-2020-09-22", community="bas", title="Mentoring", start=start, end=start + timedelta(minutes=2), timezone="UTC",
        turns=tuple(turns), messages=tuple(messages), sources=(),
        participants=tuple(Participant(id=name, name=name) for name in ("Nomsa", "Thabo", "Lerato", "Sipho")),
    )  # fmt: skip


@pytest.fixture(scope="module")
def found(nlp):
    meeting = session()
    return find(meeting, read_units(meeting, nlp), ())


def test_every_quotation_stands_word_for_word_where_it_says(found) -> None:
    meeting = session()
    for finding in found.findings:
        for evidence in (*finding.evidence, *finding.around, *finding.answers):
            holder = meeting.turns[evidence.index] if evidence.where == "turn" else meeting.messages[evidence.index]
            assert evidence.quote == holder.text[evidence.start : evidence.end]
            assert evidence.participant == holder.participant


def test_talk_about_the_call_is_no_finding(found) -> None:
    said = " ".join(finding.statement for finding in found.findings)
    assert "slide" not in said
    assert "hear me" not in said


def test_a_link_is_a_resource_with_title_and_support(found) -> None:
    (link,) = [finding for finding in found.findings if "url" in finding.fields]
    assert link.kind is Kind.RESOURCE
    assert link.fields == {"url": "https://example.org/costing.xlsx", "title": "Costing sheet for bakeries", "label": "Costing (XLSX), on example.org"}
    assert (link.corroboration.people, link.corroboration.reactions) == (3, 2)


def test_the_same_session_gives_the_same_findings(found, nlp) -> None:
    meeting = session()
    assert find(meeting, read_units(meeting, nlp), ()) == found


def test_an_empty_session_has_no_findings() -> None:
    assert find(session(), [], ()).findings == ()


def test_a_spoken_question_is_paired_with_its_answer(nlp) -> None:
    units = read_units(session(), nlp)
    asked = next(i for i, unit in enumerate(units) if unit.text.startswith("How do you choose"))
    state, answers = answers_to(session(), units, asked)
    assert state == "answered"
    assert answers[0].quote.startswith("We choose the bakeries")


def test_what_the_next_speaker_says_at_once_may_be_the_answer(nlp) -> None:
    reply = "Opening them again is not near, and therefore I cannot give a date to anybody at this moment."
    for words, state in ((reply, "replied"), ("And when will the trains run again?", "open"), ("Good.", "open"), ("Before we get to that, let me show the list to everybody here.", "open")):
        talk = factories.session([("Thandi", "When do the offices open again?"), ("Host", words)])
        found, answers = answers_to(talk, read_units(talk, nlp), 0)
        assert (found, [answer.quote for answer in answers]) == (state, [words] if state == "replied" else [])
    going_on = factories.session([("Thandi", "When do the offices open again?"), ("Thandi", reply)])
    assert answers_to(going_on, read_units(going_on, nlp), 0)[0] == "open"


@pytest.mark.parametrize("words", ["The next questions on the printing of forms are from Pieter.", "Thank you for that very important question on the printing of forms."])
def test_what_only_leads_on_answers_nothing(nlp, words: str) -> None:
    talk = factories.session([("Thandi", "Who pays for the printing of the forms?"), ("Host", words)])
    assert answers_to(talk, read_units(talk, nlp), 0) == ("open", ())


READ_OUT = "Sipho asks, who pays the printing of those long forms for the owners?"


def read_out(nlp, *replies: tuple[str, str]):
    """Return what became of a question in the chat that the host reads out after a minute."""
    speech = [("Lindiwe", "We fill in the forms at the table with each of them.")] * 5 + [("Host", READ_OUT), *replies]
    talk = factories.session(speech, [("Sipho", "Who pays for printing the forms?")])
    units = read_units(talk, nlp)
    return answers_to(talk, units, next(i for i, unit in enumerate(units) if unit.where == "message"))


@pytest.mark.parametrize(
    ("spoken", "written", "read"),
    [
        (READ_OUT, "Who pays for printing the forms?", True),
        ("Nomsa asks whether anyone has a list of which funds are still open, because the information changes every week.", "Does anyone have a list of the open funds?", True),
        ("Can a street trader without any papers register for tax at the office in town?", "How do we register for the next course on tax?", False),
        ("Do bakeries in town have lower transport costs than those in villages far from the road?", "Who pays the transport costs of the bakeries?", False),
    ],
)
def test_another_s_question_is_not_the_chat_s_read_out(nlp, spoken: str, written: str, read: bool) -> None:
    units = read_units(factories.session([("Lindiwe", "We fill in the forms at the table with each of them."), ("Host", spoken)], [("Sipho", written)]), nlp)
    place = {unit.where: i for i, unit in enumerate(units)}
    assert reads_out(units, place["turn"], place["message"]) is read


def test_a_question_from_the_chat_is_answered_where_somebody_read_it_out(nlp) -> None:
    state, answers = read_out(nlp, ("Lindiwe", "A good one. The municipality gives us four boxes of paper in every quarter of the year."), ("Pieter", "The printing of forms at our place is paid by the forms office."))
    assert (state, answers[0].quote) == ("replied", "The municipality gives us four boxes of paper in every quarter of the year.")
    state, answers = read_out(nlp, ("Lindiwe", "On the first, yes, there is money in the budget of the district for that."))
    assert (state, len(answers)) == ("replied", 1)  # "yes" says nothing of who pays
    assert read_out(nlp, ("Lindiwe", "Before we get to that, let me show what the table looked like in May.")) == ("open", ())
    assert read_out(nlp, ("Host", "I will come to that with the rest of the list that I have here in a moment.")) == ("open", ())


def test_who_does_not_know_has_answered_in_part(nlp) -> None:
    for more, state in (("", "answered"), (" For the rest, I honestly don't know.", "replied")):
        talk = factories.session([("Thandi", "Who pays for the printing of the forms?"), ("Host", f"The printing of the forms is for the district office, which pays for the paper.{more}")])
        assert answers_to(talk, read_units(talk, nlp), 0)[0] == state


def disputed(nlp, *said: tuple[str, str]) -> list[str]:
    units = read_units(factories.session([("Bongani", "The agencies should keep one shared register of all trainings that a business ever had."), *said]), nlp)
    against = denied(units[:1], denials(units))
    return [against.text] if against else []


def test_a_proposal_that_was_not_agreed_is_known(nlp) -> None:
    parked = "So we don't have agreement on the register."
    assert disputed(nlp, ("Thandi", "I have two things to say."), ("Host", parked)) == [parked]
    assert disputed(nlp, ("Host", "And the shared register we have parked.")) == ["And the shared register we have parked."]


@pytest.mark.parametrize(
    ("said", "speaks"),
    [
        ("We have not agreed on the shared register.", True), ("The committee did not agree to the shared register.", True), ("The shared register is not yet agreed.", True), ("I don't agree with the shared register.", True),
        ("Other agencies might not agree to the shared register.", False), ("There are agencies that do not agree with the shared register.", False), ("They have no agreement on the shared register.", False),
    ],
)  # fmt: skip
def test_only_who_speaks_for_themselves_or_for_all_denies(nlp, said: str, speaks: bool) -> None:
    assert disputed(nlp, ("Thandi", said)) == ([said] if speaks else [])


def test_a_thing_that_is_not_agreed_is_not_what_has_its_name_as_a_verb(nlp) -> None:
    parked = ("Host", "So we don't have agreement on the register.")
    for proposal, found in (("Registering on the list isn't access to market.", False), ("One register of all businesses opens the market.", True)):
        units = read_units(factories.session([("Bongani", proposal), parked]), nlp)
        assert bool(denied(units[:1], denials(units))) is found


@pytest.mark.parametrize("words", ["So we have agreement on the register.", "Let us park that for now.", "I don't agree with measuring everything.", "Does nobody agree on the register?", "We do not agree on the business.", "I want to park outside the register office after the trainings.", "Nobody has to park at the register office of the trainings.", "Without agreement of the owner nobody is put on the register."])
def test_other_words_dispute_nothing(nlp, words: str) -> None:
    assert disputed(nlp, ("Host", words)) == []


def test_a_lesson_that_calls_itself_one_is_one(nlp) -> None:
    units = read_units(factories.session([("Thandi", "The lesson for me is that a rejected application is worse than none.")]), nlp)
    chances = kinds.chances(units, [cues.count(unit.text) for unit in units])
    assert kinds.KINDS[int(kinds.strength(chances)[0].argmax())] is Kind.LESSON


def test_a_question_that_nobody_takes_up_is_open(nlp) -> None:
    units = read_units(session(), nlp)
    asked = next(i for i, unit in enumerate(units) if unit.text.startswith("Does anybody know"))
    assert answers_to(session(), units, asked) == ("open", ())


KINDS = [
    ("Every Monday we phone each client and write the answers down in one sheet.", Kind.PRACTICE),
    ("What we learned is that people do not come back after a bad first meeting.", Kind.LESSON),
    ("The problem is that small businesses cannot afford the licence.", Kind.CHALLENGE),
    ("ja the problem we sit with is that the SMMEs have no collateral", Kind.CHALLENGE),
    ("I recommend that we start with a small pilot.", Kind.RECOMMENDATION),
    ("I'll put the link to the free toolkit in the chat.", Kind.RESOURCE),
    ("How do you measure the effect of mentoring?", Kind.QUESTION),
    ("I will send the template to everybody by Friday.", Kind.COMMITMENT),
]


def alone(nlp, text: str) -> Unit:
    return Unit(0, "turn", 0, 0, len(text), 0.0, "a", text, nlp(text)[:])


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds(nlp, text: str, kind: Kind) -> None:
    unit = alone(nlp, text)
    assert kind in kinds.given(kinds.chances([unit], [cues.count(text)]))[0]


@pytest.mark.parametrize("text", ["Can you hear me?", "Next slide please.", "Thank you very much.", "You are on mute."])
def test_talk_about_the_call_has_no_kind(nlp, text: str) -> None:
    assert kinds.given(kinds.chances([alone(nlp, text)], [cues.count(text)]))[0] == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [("see https://example.org/a.", ["https://example.org/a"]), ("no link", []), ("(www.example.org)", ["www.example.org"])],
)
def test_links(text: str, found: list[str]) -> None:
    assert links(text) == found


@pytest.mark.parametrize(("url", "good"), [("https://example.org", True), ("https://nowhere", False), ("http://[::1", False)])
def test_is_well_formed(url: str, good: bool) -> None:
    assert is_well_formed(url) is good


@pytest.mark.parametrize(("text", "does"), [("+1", True), ("Agreed!", True), ("yebo, same here", True), ("I disagree", False), ("Yesterday we met", False)])
def test_agrees(text: str, does: bool) -> None:
    assert agrees(text) is does


def test_a_piece_of_a_sentence_is_for_reviewers_alone(nlp) -> None:
    piece = "Giving every spaza shop in the townships a freezer of its own."
    whole = "The mentoring panel visits the bakeries twice a month."
    talk = factories.session([("Thandi", piece), ("Sipho", whole)])
    found = {finding.statement: finding.stands_alone for finding in find(talk, read_units(talk, nlp), ()).findings}
    assert found == {piece: False, whole: True}


def test_what_was_said_elsewhere_on_the_matter_is_evidence_as_well(nlp) -> None:
    panel, auditors, echo = (
        "The mentoring panel visits bakeries in the townships every month.",
        "They found no fault with the accounts of the council.",
        "They told me of a mentoring panel that came to the bakeries twice.",
    )
    talk = factories.session([("Thandi", panel), ("Host", auditors), ("Sipho", echo)])
    (finding,) = find(talk, read_units(talk, nlp), ()).findings
    assert [evidence.quote for evidence in finding.evidence] == [panel, echo]


def test_a_language_model_without_context_vectors_will_do(nlp) -> None:
    units = read_units(session(), nlp)
    for unit in units:
        unit.span.doc.tensor = unit.span.doc.tensor[:, :0]
    assert kinds.chances(units, [cues.count(unit.text) for unit in units]).shape == (len(units), len(kinds.KINDS))


@pytest.mark.parametrize(("words", "alone"), [("I'd say to the agencies, please don't make it a requirement in the first two years.", False), ("I'd say to the agencies, please don't make the certificate a requirement in the first two years.", True)])
def test_advice_on_what_it_does_not_name_does_not_stand_alone(nlp, words: str, alone: bool) -> None:
    talk = factories.session([("Zoe", "The harbour office has a roof of its own."), ("Sipho", words), ("Zoe", "The growers of the valley wash the crates.")])
    [advice] = [finding for finding in find(talk, read_units(talk, nlp), ()).findings if "requirement" in finding.statement]
    assert advice.stands_alone is alone
