"""What a card quotes around its finding, and which story comes to its point; fictional."""

from __future__ import annotations

import pytest

from copaper.papers.around import AFTER, BEFORE, DEFINED, TO_THE_POINT, after, before, is_told_out, shows_how, title, to_its_end, to_its_turn, with_its_point
from copaper.papers.cards import called
from copaper.records import Evidence, Finding, Kind, Session
from tests import factories


def within(talk: Session, words: str) -> Evidence:
    text = talk.turns[0].text
    start = text.index(words)
    return Evidence(where="turn", index=0, start=start, end=start + len(words), time=0.0, participant=talk.turns[0].participant, quote=words)


def told(kind: Kind, own: str, earlier: str = "", later: str = "") -> tuple[Session, Finding]:
    talk = factories.session([("Nandi", " ".join(filter(None, (earlier, own, later))))])
    around = tuple(within(talk, words) for words in (earlier, later) if words)
    return talk, Finding(id="f", kind=kind, statement=own, evidence=(within(talk, own),), around=around, confidence=0.9)


def nowhere(_: Evidence) -> bool:
    return False


@pytest.mark.parametrize(
    ("own", "earlier", "later", "name"),
    [
        ("Once a week the growers stand up and tell what they lack.", "We've a thing called the open gate.", "", "The open gate"),
        ("Once a week the growers stand up and tell what they lack.", "We run a programme known as Open Gate. It is two years old.", "", "Open Gate"),
        ("Once a week the growers stand up and tell what they lack.", "", "It takes an hour. It's known as the open gate.", "The open gate"),
        ("Our berry exchange programme lends crates to new growers.", "", "", "Berry exchange programme"),
        ("We drive to the orchards with the buyer.", "", "", "Driving to the orchards with the buyer"),
        ("Our new programme lends crates to new growers.", "", "", ""),
        ("Once a week the growers stand up and tell what they lack.", "They have a thing called the open gate.", "", ""),
        ("Once a week the growers stand up and tell what they lack.", "We've a thing called the open gate. It is old. It is loud.", "", ""),
    ],
)
def test_a_practice_has_the_name_that_its_speaker_gives_it(own, earlier, later, name):
    talk, practice = told(Kind.PRACTICE, own, earlier, later)
    assert title(talk, practice, str) == name


def test_the_sentence_that_names_a_practice_is_quoted_with_what_stands_between():
    part = before(*told(Kind.PRACTICE, "Once a week the growers stand up.", "We've a thing called the open gate. It is old."), nowhere)
    assert part is not None and part.quote == "We've a thing called the open gate. It is old."


def test_a_name_that_is_withheld_is_none():
    talk, practice = told(Kind.PRACTICE, "Once a week the growers stand up.", "", "We call it the Nandi hour.")
    assert title(talk, practice, lambda text: text.replace("Nandi", "[name withheld]")) == ""


OWN = "We weigh each crate at the gate."


@pytest.mark.parametrize(
    ("earlier", "shown"),
    [
        ("The lorry comes at five. The gate is open then.", "The gate is open then."),
        ("The lorry comes at five. What we do is simple.", "What we do is simple."),
        ("The gate is open. Nobody is awake then.", None),
        ("Nobody is awake. If the lorry is late, we do not wait.", "If the lorry is late, we do not wait."),
        ("Nobody is awake. So that is where the berries went.", None),
        ("Nobody is awake. And the rest goes to the river towns.", None),
        ("Nobody is awake. It takes " + "a very " * BEFORE + "long time.", None),
        ("", None),
    ],
)
def test_the_sentence_before_is_quoted_if_it_can_be_read(earlier, shown):
    part = before(*told(Kind.PRACTICE, OWN, earlier), nowhere)
    assert (part.quote if part else None) == shown


@pytest.mark.parametrize(
    ("later", "shown"),
    [
        ("The growers watch. They sign for it. And we asked ourselves why.", "The growers watch. They sign for it."),
        ("The growers watch. So we changed two things. One.", "The growers watch. So we changed two things."),
        ("And why?", None),
        ("The growers watch. " + "It is a slow morning. " * 8 + "If a crate is wet, we do not weigh it.", "The growers watch." + " It is a slow morning." * 8 + " If a crate is wet, we do not weigh it."),
        ("", None),
    ],
)
def test_what_follows_ends_where_a_thought_does(later, shown):
    part = after(*told(Kind.PRACTICE, OWN, "", later), nowhere)
    assert (part.quote if part else None) == shown


def test_what_stands_in_the_paper_anyway_is_not_quoted_around_a_card():
    talk, practice = told(Kind.PRACTICE, OWN, "The lorry comes at five.", "The growers watch. They sign for it.")
    assert before(talk, practice, lambda part: "lorry" in part.quote) is None
    assert after(talk, practice, lambda part: "sign" in part.quote).quote == "The growers watch."
    assert after(talk, practice, lambda part: "watch" in part.quote) is None


def test_speech_without_full_stops_is_not_cut_within_a_name_or_number():
    assert after(*told(Kind.PRACTICE, OWN, "", "and the growers watch " * (AFTER // 4) + "and ring 082 555 1234 when the lorry is late"), nowhere) is None


def test_a_story_does_not_say_what_stands_elsewhere_or_was_struck():
    talk, story = told(Kind.STORY, OWN, "", "In the end the lorry came. The lesson is to ring first.")
    assert after(talk, story, lambda part: "lesson" in part.quote).quote == "In the end the lorry came."


def test_what_is_quoted_is_what_was_said():
    talk, practice = told(Kind.PRACTICE, OWN, "The gate opens at five.", "The growers watch.")
    for part in (before(talk, practice, nowhere), after(talk, practice, nowhere)):
        assert talk.turns[part.index].text[part.start : part.end] == part.quote


BEGAN = "In May she rented the shop by the river."
LONG = "The rain came every day of that month and the road was under water for weeks. " * 3


def test_a_story_is_told_to_its_point():
    talk, story = told(Kind.STORY, BEGAN, "", f"{LONG}In the end she sold the fridge. Then came the summer.")
    assert len(LONG.split()) > AFTER
    assert after(talk, story, nowhere).quote.endswith("In the end she sold the fridge.")
    assert is_told_out(talk, story)


@pytest.mark.parametrize(
    ("own", "later", "told_out"),
    [
        (BEGAN, "And we asked ourselves why.", False),
        (BEGAN, "", False),
        (BEGAN, LONG * (TO_THE_POINT // 30) + "In the end she sold the fridge.", False),
        (BEGAN, "Nobody could find the door.", True),
        ("In May she closed the shop by the river.", "", True),
        ("Don't rent a shop by the river, she closed hers in May.", "", False),
    ],
)
def test_a_story_without_its_point_is_none(own, later, told_out):
    assert is_told_out(*told(Kind.STORY, own, "", later)) is told_out


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (("We weigh each crate at the gate, we call it the second scale.",), "The second scale"),
        ((OWN, "The growers watch. We called it crate day."), "Crate day"),
        ((OWN, "It's called the open scale and everybody knows it."), "The open scale"),
        ((OWN, "So what we do now is the morning weighing."), "The morning weighing"),
        ((OWN, "What we do is the same as last year."), ""),
        ((OWN, "Then we call it a day."), ""),
        ((OWN, "When the lorry is late we call it again."), ""),
        ((OWN, "We called them crate by crate."), ""),
        ((OWN, "We call it three times a week."), ""),
        ((OWN, "People call it a swindle."), ""),
        ((OWN, "We call this number on Monday."), ""),
        ((OWN, "It is called upon each month."), ""),
        ((OWN,), ""),
    ],
)
def test_a_card_has_the_name_that_the_speaker_gives(texts, name):
    assert called(texts) == name


def test_what_a_practice_only_names_is_told_at_length_or_it_is_none():
    rest = "It has nine lines. Green, you have it. Red, it takes more than a week. " + "Every crate has a line of its own in it. " * 4
    assert AFTER < len(rest.split()) <= DEFINED
    own = "What we have is one page, we call it the crate list."
    talk, practice = told(Kind.PRACTICE, own, "", rest.strip())
    practice = practice.model_copy(update={"around": ()})
    assert after(talk, practice, nowhere).quote == rest.strip()
    assert shows_how(talk, practice)
    alone, bare = told(Kind.PRACTICE, own)
    assert not shows_how(alone, bare)
    told_how, full = told(Kind.PRACTICE, "Every morning we weigh the crates of the growers at the gate.")
    assert shows_how(told_how, full)


SCENE = "In Limpopo there is a fund with a list of growers."


@pytest.mark.parametrize(
    ("later", "quoted"),
    [
        ("The list is long. In the end half of them left. It rained.", f"{SCENE} The list is long. In the end half of them left."),
        ("The list is long. It is blue. It hangs by the gate. In the end half of them left.", None),
        ("", None),
    ],
)
def test_a_scene_is_quoted_with_what_came_of_it_or_not_at_all(later: str, quoted: str | None):
    talk = factories.session([("Nandi", f"{SCENE} {later}".strip())])
    whole = with_its_point(talk, within(talk, SCENE))
    assert (whole.quote if whole else None) == quoted


def test_what_is_no_scene_is_quoted_as_it_is():
    talk = factories.session([("Nandi", f"{OWN} In the end half of them left.")])
    assert with_its_point(talk, within(talk, OWN)) == within(talk, OWN)


@pytest.mark.parametrize(
    ("own", "later", "quoted"),
    [
        ("The growers asked the harbour for a second gate.", "That was turned down. It rained.", "The growers asked the harbour for a second gate. That was turned down."),
        ("We used to weigh the crates by hand.", "It took an hour. Now we weigh them at the gate. It rained.", "We used to weigh the crates by hand. It took an hour. Now we weigh them at the gate."),
        ("We used to weigh the crates by hand.", "It took an hour.", None),
        ("The growers asked the harbour for a second gate.", "That was turned down by " + "the harbour and " * 30 + "the town.", None),
    ],
)
def test_a_quotation_is_not_cut_off_from_what_turns_it_round(own: str, later: str, quoted: str | None):
    talk = factories.session([("Nandi", f"{own} {later}")])
    whole = with_its_point(talk, within(talk, own))
    assert (whole.quote if whole else None) == quoted


@pytest.mark.parametrize(
    ("cut", "most", "whole"),
    [
        ("We weigh the crates, but my", 9, "We weigh the crates, but my neighbour counts them by hand."),
        ("We weigh the crates, but my", 3, "We weigh the crates, but my"),
        ("We weigh the crates, but my neighbour counts them by hand.", 9, "We weigh the crates, but my neighbour counts them by hand."),
    ],
)
def test_words_are_told_to_the_end_of_their_sentence_if_that_is_near(cut: str, most: int, whole: str):
    talk = factories.session([("Nandi", "We weigh the crates, but my neighbour counts them by hand. It rained.")])
    assert to_its_end(talk, within(talk, cut), most).quote == whole


@pytest.mark.parametrize(("following", "turns"), [("But the road to the market is closed in winter.", True), ("Unfortunately the road is closed.", True), ("The road is closed.", False), ("But who pays for the road?", False), ("But I don't know.", False)])
def test_words_are_told_with_the_sentence_that_says_what_is_otherwise(following: str, turns: bool) -> None:
    own = "We sell at the market every week."
    talk = factories.session([("Nandi", f"{own} {following} We meet in May.")])
    said = Evidence(where="turn", index=0, start=0, end=len(own), time=0.0, participant=talk.turns[0].participant, quote=own)
    assert to_its_turn(talk, said, 20, lambda part: False).quote == (f"{own} {following}" if turns else own)
    assert to_its_turn(talk, said, 2, lambda part: False).quote == own
    assert to_its_turn(talk, said, 20, lambda part: part.quote == following).quote == own


def test_what_leads_up_to_a_practice_is_quoted_from_where_it_begins():
    talk, practice = told(Kind.PRACTICE, OWN, "The lorry came at five. Nobody was awake.")
    part = before(talk, practice, nowhere, 0)
    assert part is not None and part.quote == "The lorry came at five. Nobody was awake." and talk.turns[part.index].text[part.start : part.end] == part.quote
