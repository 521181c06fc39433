"""Names in headings have the capitals with which they are written in the talk; fictional."""

import pytest

from copaper.analysis.spelling import _capitals, spelt
from copaper.analysis.units import read_units
from copaper.records import Theme
from tests.factories import session


def label_of(nlp, label, said, kept=()):
    units = read_units(session([("Thandi", said)]), nlp)
    [theme] = spelt([Theme(id="t", label=label, salience=1.0, phrases=(label.lower(),), summary=(), spans=(), messages=())], units, kept)
    return theme.label, theme.phrases


@pytest.mark.parametrize(
    ("label", "said", "name"),
    [
        ("Grain api", "The grain API is slow. Our API is old.", "Grain API"),
        ("Growscript rules", "We write GrowScript. All GrowScript rules are new.", "GrowScript rules"),
        ("T I N of farms", "It is so.", "TIN of farms"),
        ("Grain api", "The grain API is slow.", "Grain api"),
        ("Ecofa awards", "Ecofa pays. ECOFA is big. ECOFA helps.", "Ecofa awards"),
        ("Us farmers", "The US buys. The US sells.", "Us farmers"),
        ("Grain aid", "We give aid, aid, aid, aid, aid, aid, aid, aid, and aid. AID AID.", "Grain aid"),
    ],
)
def test_a_heading_has_the_capitals_of_the_talk(nlp, label, said, name):
    assert label_of(nlp, label, said)[0] == name


def test_an_agenda_s_words_stay_and_phrases_are_written_alike(nlp):
    said = "The grain API is slow. Our API is old."
    assert label_of(nlp, "Grain api", said, ("t",)) == ("Grain api", ("grain API",))
    assert _capitals(read_units(session([("Thandi", said)]), nlp)) == {"api": "API"}
