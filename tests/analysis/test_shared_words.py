"""A topic is called by what several people speak of, where its name is one person's; fictional."""

from copaper.analysis.labels import Labeller, greets
from copaper.analysis.shared_words import named_by_what_is_shared
from copaper.analysis.units import read_units
from copaper.records import Span, Theme
from tests import factories

HEAPS = [
    ("Refilwe", "We put all the clients into three heaps, and my uncle has a brass bell on his desk. A brass bell on his desk, can you believe it. The first heap gets a visit and a signature."),
    ("Deon", "And the heaps, who decides on the heaps? A signature is not a visit, we need a signature from the client and not from the heaps."),
    ("Charmaine", "Our signature sheet has two heaps only, and the heaps work."),
]
OTHER = [("Piet", "The harvest of maize came late to the valley, and the river was high at the bridge for weeks."), ("Nomsa", "At the bridge we sold the maize from the bakkie, and the harvest paid for the school.")]


def label(nlp, name: str, fixed=()) -> str:
    talk = factories.session([*HEAPS, *OTHER * 6])
    units = read_units(talk, nlp)
    span = Span(first_turn=0, start=0, last_turn=2, end=len(talk.turns[2].text), from_time=0.0, to_time=talk.turns[2].end)
    [theme] = named_by_what_is_shared((Theme(id="a", label=name, salience=1.0, spans=(span,)),), units, Labeller(units, frozenset(("refilwe", "deon", "charmaine"))), fixed)
    assert name == theme.label or name in theme.phrases
    return theme.label


def test_a_name_that_one_person_said_gives_way_to_what_all_speak_of(nlp):
    assert "heaps" in label(nlp, "Brass bell on his desk").casefold()


def test_one_person_alone_shares_nothing(nlp):
    talk = factories.session([("Refilwe", HEAPS[0][1] + " The heaps, the heaps, the heaps and the heaps, and a signature.")])
    units = read_units(talk, nlp)
    span = Span(first_turn=0, start=0, last_turn=0, end=len(talk.turns[0].text), from_time=0.0, to_time=talk.turns[0].end)
    [theme] = named_by_what_is_shared((Theme(id="a", label="Brass bell", salience=1.0, spans=(span,)),), units, Labeller(units, frozenset()), ())
    assert theme.label == "Brass bell"


def test_a_name_that_several_said_or_that_is_fixed_stays(nlp):
    assert label(nlp, "Heaps") == "Heaps"
    assert label(nlp, "Brass bell on his desk", fixed=("a",)) == "Brass bell on his desk"


def test_a_greeting_names_nothing():
    assert greets("Dumelang bo-mme le bo-ntate") and greets("Sanibonani nonke")
    assert not any(map(greets, ("Dumelang savings club rules", "Thobela project", "Baba Nkosi", "Is it", "")))


def test_nobodys_name_is_in_it_however_often_it_is_said(nlp):
    said = [(name, text.replace("heaps", "Busi").replace("The first Busi", "The first heap")) for name, text in HEAPS]
    talk = factories.session([*said, *OTHER * 6])
    units = read_units(talk, nlp)
    assert not any("busi" in name.text.casefold() for name in Labeller(units, frozenset()).common(units))
