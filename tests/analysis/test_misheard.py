"""A misheard abbreviation is put right in what a topic is called; the speech is made up."""

import pytest

from copaper.analysis.misheard import mended
from copaper.records import Theme
from tests.factories import session

OFTEN = [("Ann", "The PT register is open."), ("Ben", "Look at the PT register again.")] * 3


def label(once: str, name: str, **more) -> Theme:
    talk = session([*OFTEN, ("Ann", once)], **more)
    return mended([Theme(id="t", label=name, phrases=(name, "crates"), salience=1.0, spans=())], talk)[0]


def test_the_one_that_is_said_often_is_meant():
    found = label("Next is the BT register.", "BT register goals")
    assert (found.label, found.phrases) == ("PT register goals", ("PT register goals", "crates"))


@pytest.mark.parametrize(
    ("once", "name"),
    [
        ("Next is the ST register.", "ST register"),
        ("Next is the BD register.", "BD register"),
        ("Next is the BT office.", "BT office"),
        ("Next is the BT register and the BT register.", "BT register"),
        ("The PC register is another.", "PC register"),
    ],
    ids=["sounds unlike", "two letters", "another noun", "twice", "an abbreviation that all know"],
)
def test_another_abbreviation_stays(once, name):
    assert label(once, name).label == name


def test_an_agenda_is_written_by_hand():
    assert label("Next is the BT register.", "BT register", agenda=("BT register",)).label == "BT register"


def renamed(name: str, *written: str) -> str:
    talk = session([("Ann", f"Look at the {name}.")], [("Ben", text) for text in written])
    return mended([Theme(id="t", label=name, phrases=(), salience=1.0, spans=())], talk)[0].label


@pytest.mark.parametrize(("name", "right"), [("Seed route of beans", "Seed root of beans"), ("Pruning seed routes", "Pruning seed roots")])
def test_a_word_that_the_chat_writes_otherwise_is_written_so(name, right):
    assert renamed(name, "The seed root is dry.") == right


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Seed route", "The bean root is dry."),
        ("Seed route", "The seed root is dry, and so is the seed route."),
        ("Seed rate", "The seed root is dry."),
        ("Seed roots", "The seed root is dry."),
        ("Seed varieties", "The seed variety is dry."),
        ("Their route", "Their root is dry."),
    ],
    ids=["after another word", "both are written", "sounds unlike", "of several", "ending of several", "after any word"],
)
def test_another_word_stays(name, written):
    assert renamed(name, written) == name


@pytest.mark.parametrize(("turns", "messages", "name"), [(1, 1, "Seed root"), (2, 1, "Seed root"), (3, 1, "Seed route"), (3, 2, "Seed root")])
def test_one_message_does_not_rename_what_is_often_said_otherwise(turns, messages, name):
    talk = session([("Ann", "Look at the seed route."), ("Ben", "I do.")] * turns, [("Ben", "The seed root is dry.")] * messages)
    assert mended([Theme(id="t", label="Seed route", phrases=(), salience=1.0, spans=())], talk)[0].label == name


@pytest.mark.parametrize(
    ("name", "written", "speaker"),
    [("Seed fare", "The seed faro is dry.", "Lina Faro"), ("Seed merry", "The seed Mary is dry.", "Ann"), ("Seed merry", "Ask the seed mary of the hill.", "Ann"), ("Seed route", "The Seed Root is dry, says the Root.", "Ann")],
    ids=["a participant", "a given name", "a given name written small", "only with a capital"],
)
def test_a_name_is_not_taken_over(name, written, speaker):
    talk = session([(speaker, f"Look at the {name}.")], [("Ben", written)] * 2)
    assert mended([Theme(id="t", label=name, phrases=(), salience=1.0, spans=())], talk)[0].label == name
