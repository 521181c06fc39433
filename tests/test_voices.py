"""Which part people play as their talk shows it; all sessions are invented."""

from __future__ import annotations

import pytest

from copaper.communities import Policy
from copaper.papers.evidence import EvidenceList
from copaper.papers.participation import all_alike_called
from copaper.privacy import Privacy
from copaper.records import Evidence, Session, Span, Theme
from copaper.voices import Presenting, chairs, parts, presenting
from tests import factories

CHAIR, BAKER, MILLER = "Naledi Botha", "Kofi Adjei", "Rosa Delgado"
LONG = " ".join(["The ovens are fired with husks that the mill would otherwise throw away."] * 30)
MEETING = [
    (CHAIR, "Welcome everybody to the bakers' forum. Our first item is fuel. Kofi, would you begin?"),
    (BAKER, "We fire our ovens with husks now."),
    (CHAIR, "Thank you. Any other questions on that? Rosa, please."),
    (MILLER, "Who carries the husks to you, Kofi?"),
    (BAKER, "Our own van does."),
    (CHAIR, "Then we move on to the next item, which is flour. Rosa?"),
    (MILLER, "Flour costs a third more than last year."),
    (CHAIR, "Let's move on, then. Kofi, you had a word on wages."),
    (BAKER, "We pay by the week."),
    (CHAIR, "Thank you all for coming today."),
]


def called(session: Session) -> dict[str, str]:
    names = {person.id: person.name for person in session.participants}
    return {names[id_]: part for id_, part in parts(session).items()}


def id_of(session: Session, name: str) -> str:
    return next(person.id for person in session.participants if person.name == name)


def at(session: Session, index: int) -> Evidence:
    turn = session.turns[index]
    return Evidence(where="turn", index=index, start=0, end=len(turn.text), time=turn.start, participant=turn.participant, quote=turn.text)


def test_who_gives_the_floor_and_moves_the_meeting_on_chairs_it():
    assert called(factories.session(MEETING)) == {CHAIR: "Chair"}


@pytest.mark.parametrize(
    "changed",
    [
        [(name, words.replace("Kofi", "you").replace("Rosa", "you")) for name, words in MEETING[1:9]],  # moves on, and no more
        [(name, f"Thank you, Chair. {words}") if name == CHAIR else (name, words) for name, words in MEETING],  # speaks to another chair
        MEETING[:4],  # too little to go by
        [((CHAIR, BAKER, MILLER)[n % 3], words) for n, (_, words) in enumerate(MEETING)],  # everybody runs it
    ],
)
def test_where_it_is_in_doubt_nobody_chairs(changed):
    assert called(factories.session(changed)) == {}


def test_two_may_chair_one_after_the_other():
    second = [("Ines Marsh", words) if name == CHAIR else (name, words) for name, words in MEETING]
    assert called(factories.session([*MEETING, *second])) == {CHAIR: "Chair", "Ines Marsh": "Chair"}


@pytest.mark.parametrize(
    ("welcome", "told"),
    [
        ("I'm pleased to welcome Kofi Adjei, who is director of the bakers' guild, and Rosa Delgado, Minister for Food.", {BAKER: "Guest", MILLER: "Minister"}),
        ("I'm pleased to welcome Kofi Adjei and Rosa Delgado, our deputy minister. Thank you both.", {MILLER: "Deputy minister"}),
        ("I'd like to welcome Rosa Delgado, who is substituting for the leader of the millers.", {}),
        ("I'd like to welcome Rosa Delgado. The Minister for Food sends apologies.", {}),
        ("Kofi Adjei, director of the guild, wrote to us.", {}),
        ("I'd like to welcome Kofi Adjei, our new finance officer.", {}),
        ("I'd like to welcome Kofi Adjei, who is the new manager of this forum.", {}),
        ("I'd like to welcome Rosa Delgado, our new minister.", {MILLER: "Minister"}),
        ("I'm pleased to welcome Rosa Delgado, Cabinet Secretary for Food.", {MILLER: "Minister"}),
        ("I'm pleased to welcome Rosa Delgado, Cabinet Secretary for Food, and Kofi Adjei, Minister for Bread.", {MILLER: "Cabinet secretary", BAKER: "Minister"}),
        ("I'd like to welcome Mikofi Adjei, director of the guild.", {}),
        ("Well\u2026 at last\u2026 I'm pleased to welcome\u2026 all\u2026 of\u2026 you\u2026 and Kofi Adjei, director of the guild.", {BAKER: "Guest"}),
    ],
)
def test_a_guest_is_whom_the_chair_welcomes_by_office(welcome, told):
    first = (CHAIR, f"{welcome} {MEETING[0][1]}")
    assert called(factories.session([first, *MEETING[1:]])) == {CHAIR: "Chair", **told}


def test_nobody_is_a_guest_because_another_than_the_chair_says_so():
    session = factories.session([*MEETING[:1], (BAKER, "I'm pleased to welcome Rosa Delgado, Minister for Food."), *MEETING[2:]])
    assert called(session) == {CHAIR: "Chair"}


def test_who_has_spoken_before_the_welcome_is_no_guest():
    welcome = "I'm pleased to welcome Kofi Adjei, director of the bakers' guild."
    talk = [MEETING[0], (BAKER, "The ovens are warm."), (CHAIR, f"{welcome} Next question, please.")]
    assert called(factories.session([*talk, *MEETING[1:]])) == {CHAIR: "Chair"}
    assert called(factories.session([*talk[:1], (MILLER, "The mill is loud."), talk[2], *MEETING[1:]])) == {CHAIR: "Chair", BAKER: "Guest"}


@pytest.mark.parametrize(
    ("introduction", "told"),
    [("Kofi Adjei, chief inspector of ovens.", {BAKER: "Guest"}), ("I'm Kofi Adjei, and I like bread.", {}), (f"Kofi Adjei, chief inspector of ovens. {LONG}", {})],
)
def test_who_says_his_office_when_asked_and_answers_questions_is_a_guest(introduction, told):
    first = [(CHAIR, "Welcome everybody to the bakers' forum. Would you like to introduce yourself, please?"), (BAKER, introduction), (CHAIR, "Thank you. Who would like to begin?")]
    asked = [(MILLER, "Who carries the husks?"), (BAKER, "Our own van does."), (MILLER, "Since when?"), (BAKER, "Since May.")]
    assert called(factories.session([*first, *asked, *MEETING[5:]])) == {CHAIR: "Chair", **told}
    assert BAKER not in called(factories.session([*first, (MILLER, "I carry them."), (BAKER, "I see."), (MILLER, "So I do."), (BAKER, "Right."), *MEETING[5:]])), "nobody asks him"


def span(begin: float, end: float) -> Span:
    return Span(first_turn=0, start=0, last_turn=0, end=0, from_time=begin, to_time=end)


def presented(words: str, by: str = BAKER) -> Session:
    """Return a meeting in which somebody talks for a minute and a half after the chair's second turn."""
    talk = [(by, words), *[(by, "That is all of it.")] * 8]
    return factories.session([*MEETING[:3], *talk, *MEETING[3:]])


def test_who_says_at_length_that_they_present_is_the_presenter_of_the_topic():
    session = presented(f"Can you see my screen? {LONG}")
    assert presenting(session, (span(0, 200),)) == (Presenting(30.0, 200.0, id_of(session, BAKER)),)
    assert presenting(session, (span(130, 200),)) == ()


def test_whom_the_chair_asks_to_present_does():
    asked = [(name, words.replace("Rosa, please.", "Kofi, you wanted to share what you found.")) for name, words in MEETING]
    session = factories.session([*asked[:3], (BAKER, LONG), *[(BAKER, "That is all of it.")] * 8, *asked[3:]])
    assert [one.participant for one in presenting(session, (span(0, 200),))] == [id_of(session, BAKER)]


@pytest.mark.parametrize("session", [presented(LONG), presented("Can you see my screen? It shows an oven."), presented(f"Can you see my screen? {LONG}", CHAIR)])
def test_who_only_talks_or_only_shows_something_or_chairs_is_no_presenter(session):
    assert presenting(session, (span(0, 200),)) == ()


def test_of_two_who_present_in_one_topic_neither_is_its_presenter():
    session = presented(f"Can you see my screen? {LONG}")
    other = [(MILLER, f"Here is an update of ours. {LONG}"), *[(MILLER, "That is all of it.")] * 5]
    both = factories.session([*MEETING[:3], (BAKER, f"Can you see my screen? {LONG}"), *[(BAKER, "That is all of it.")] * 8, *other, *MEETING[3:]])
    assert presenting(session, (span(0, 250),)) and presenting(both, (span(0, 250),)) == ()


# --- what of it a paper may say ---


def placed(provinces: dict[str, str], **more: object) -> Session:
    session = factories.session(MEETING)
    people = tuple(person.model_copy(update={"province": provinces.get(person.name, ""), **more}) for person in session.participants)
    return session.model_copy(update={"participants": people})


def test_a_chair_is_called_so_without_a_place_and_hides_nobody():
    session = placed(dict.fromkeys((CHAIR, BAKER, MILLER), "Gauteng"))
    privacy = Privacy(session, Policy.ROLES)
    assert privacy.attribution(id_of(session, CHAIR)) == "Chair"
    assert privacy.attribution(id_of(session, BAKER)) == "Participant"  # with the chair they were three


@pytest.mark.parametrize(("policy", "shown"), [(Policy.NAMED, CHAIR), (Policy.CHATHAM_HOUSE, "")])
def test_under_other_policies_nobody_is_called_by_a_part(policy, shown):
    session = factories.session(MEETING)
    assert Privacy(session, policy).attribution(id_of(session, CHAIR)) == shown


def test_an_office_beside_a_name_goes_before_what_the_talk_shows_unless_it_tells_less():
    assert Privacy(placed({}, office="Rapporteur")).attribution(id_of(placed({}), CHAIR)) == "Rapporteur"
    assert Privacy(placed({}, office="Member")).attribution(id_of(placed({}), CHAIR)) == "Chair"


def test_where_only_the_chair_is_known_nobody_else_is_called_anything():
    session = factories.session(MEETING)
    evidence = EvidenceList(session, Privacy(session))
    assert all_alike_called(session, Privacy(session))
    assert [evidence.who(at(session, index)) for index in (0, 1)] == ["Chair", ""]


@pytest.mark.parametrize(("policy", "shown"), [(Policy.ROLES, "Presenter"), (Policy.NAMED, BAKER), (Policy.CHATHAM_HOUSE, "")])
def test_a_presenter_is_called_so_in_their_topic_only(policy, shown):
    session = presented(f"Can you see my screen? {LONG}")
    theme = Theme(id="t", label="Husks", spans=(span(0, 140),), salience=1.0)
    evidence = EvidenceList(session, Privacy(session, policy), [theme])
    assert evidence.who(at(session, 3)) == shown
    assert evidence.who(at(session, len(session.turns) - 2)) == (shown if policy is Policy.NAMED else "")


def test_a_presenter_who_hides_among_others_of_a_place_goes_on_doing_so():
    session = presented(f"Can you see my screen? {LONG}")
    others = factories.session([*((turn, "Husks it is.") for turn in ("Ama Ofori", "Juan Prieto"))])
    everybody = tuple(person.model_copy(update={"province": "Gauteng"}) for person in (*session.participants, *others.participants))
    turns = (*session.turns, *(turn.model_copy(update={"index": len(session.turns) + n}) for n, turn in enumerate(others.turns)))
    privacy = Privacy(session.model_copy(update={"participants": everybody, "turns": turns}))
    assert privacy.presenting(id_of(session, BAKER)) == "Participant, Gauteng"


def test_two_who_give_the_floor_by_turns_both_chair():
    called = ("Pieter", "Vutomi", "Nomsa", "Sipho", "Lerato", "Piet", "Anele")
    turns = [turn for name in called for turn in ((("Thandi Zulu", "Gert Olivier")[called.index(name) % 2], f"{name}, and you?"), (f"{name} Dube", "We do it every week."))] * 2
    talk = factories.session([*turns, ("Vutomi Dube", "Nomsa, what did you do?"), ("Nomsa Dube", "The same.")])
    names = {person.id: person.name for person in talk.participants}
    assert sorted(names[who] for who in chairs(talk)) == ["Gert Olivier", "Thandi Zulu"]
    alone = factories.session([turn for turn in turns if turn[0] != "Gert Olivier"][:8])
    assert chairs(alone) == []
