from copaper.analysis import headwords
from copaper.analysis.labels import Labeller
from copaper.analysis.units import read_units
from tests.analysis.test_segments import FUNDING, MENTORING
from tests.factories import session


def test_a_word_of_the_stretch_is_likelier_in_its_heading_than_one_in_passing(nlp):
    units = read_units(session([("Thandi", s) for s in FUNDING * 3] + [("Pieter", s) for s in MENTORING * 3]), nlp)
    half = len(units) // 2
    lemmas, rows = Labeller(units, frozenset()).table(units[:half])
    assert rows.shape == (len(lemmas), len(headwords.FEATURES))
    chances = headwords.chances(lemmas, rows)
    assert all(0 < chance < 1 for chance in chances.values())
    assert chances["clearance"] > chances["owner"]


def test_what_is_announced_before_a_stretch_counts(nlp):
    units = read_units(session([("Chair", "Next we have a talk on clearance."), *(("Thandi", s) for s in FUNDING * 2)]), nlp)
    labeller = Labeller(units, frozenset())
    at = headwords.FEATURES.index("before")
    lemmas, rows = labeller.table(units[1:], units[:1])
    assert rows[lemmas.index("clearance"), at] > 0
    lemmas, rows = labeller.table(units[1:])
    assert rows[lemmas.index("clearance"), at] == 0


def test_nothing_said_has_no_words():
    assert headwords.chances(*Labeller([], frozenset()).table([])) == {}
