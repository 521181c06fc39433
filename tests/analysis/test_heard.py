"""Names of topics of speech without full stops; the calls are made up."""

import pytest

from copaper.analysis.heard import is_timed, trusted
from copaper.records import Evidence, Finding, Findings, Kind, Span, Theme
from tests.factories import session

RUN = "we take the seed bank list to the upper farms and they see how the seed bank keeps barley and then we all go home by the river road "
SAID = f"{RUN * 3} and a grain mill grain mill grain mill grain mill grain mill with barley fees"


def theme(label: str, id_: str = "t", phrases=()) -> Theme:
    return Theme(id=id_, label=label, phrases=phrases, salience=0.5, spans=(Span(first_turn=0, start=0, last_turn=0, end=len(SAID), from_time=840.0, to_time=900.0),))


def named(*themes: Theme, said: str = SAID, chat=(), findings=()) -> Findings:
    talk = session([("Ann", said)], chat)
    talk = talk.model_copy(update={"turns": tuple(turn.model_copy(update={"cues": tuple(cue.model_copy(update={"start": 850.0}) for cue in turn.cues)}) for turn in talk.turns)})
    found = Findings(session=talk.id, model="test 1", segments=(), themes=themes, findings=findings)
    return trusted(found, talk)


def labels(*themes: Theme, **told) -> list[str]:
    return [one.label for one in named(*themes, **told).themes]


@pytest.mark.parametrize("label", ["Seed bank", "Upper farms"])
def test_what_was_said_so_again_names_a_topic(label: str):
    assert labels(theme(label)) == [label]


def test_what_was_written_so_names_a_topic():
    assert labels(theme("Barley fees"), chat=[("Ben", "what are the barley fees like")]) == ["Barley fees"]


def test_what_was_said_but_once_gives_way_to_what_was_said_often():
    assert labels(theme("Farms in list")) == ["Seed bank"]
    assert labels(theme("Seed bank", "a"), theme("Farms in list", "b")) == ["Seed bank", "Grain mill"]


def test_a_piece_of_a_name_may_be_one():
    assert labels(theme("River road of barley")) == ["River road"]


def test_a_topic_that_nothing_names_is_called_by_when_it_began():
    assert labels(theme("Barley fees"), said="the barley fees went up and down and up " * 1 + "so they say of the crates by the river road when it rains on the hill " * 1 + "and nobody knows") == ["From 0:14 on"]
    assert is_timed("From 0:14 on") and not is_timed("From the mill on")


def test_speech_with_full_stops_keeps_its_names():
    assert labels(theme("Barley in form"), said="We take the seed bank list. They see how it goes. Then we go home, by road. It is far.") == ["Barley in form"]


def test_what_was_written_is_told_under_a_topic_of_which_it_has_a_word():
    def written(text: str, at: int) -> Finding:
        said = Evidence(where="message", index=at, start=0, end=len(text), time=850.0, participant="p", quote=text)
        return Finding(id=str(at), kind=Kind.LESSON, statement=text, evidence=(said,), theme="t", confidence=0.9)

    found = [written("The bank dries rye first.", 0), written("The ferry is late on market days.", 1)]
    assert [f.theme for f in named(theme("Seed bank"), findings=found).findings] == ["t", ""]
