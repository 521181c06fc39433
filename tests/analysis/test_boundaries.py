import numpy as np

from copaper.analysis import boundaries
from copaper.analysis.segments import blocks_of, lemmas_of, vectors
from copaper.analysis.units import read_units
from tests.analysis.test_segments import FUNDING, MENTORING
from tests.factories import session


def table(nlp, told):
    units = read_units(session(told), nlp)
    blocks = blocks_of(units)
    lemmas = lemmas_of(units, blocks)
    return units, blocks, lemmas, vectors(lemmas)


def test_a_topic_is_likeliest_to_begin_where_words_and_voices_change(nlp):
    handover = "Thank you, Thandi. Next on the agenda is mentoring, over to you, Pieter."
    told = [("Thandi", s) for s in FUNDING * 8] + [("Chair", handover)] + [("Pieter", s) for s in MENTORING * 8]
    units, blocks, lemmas, matrix = table(nlp, told)
    best = blocks[int(np.argmax(boundaries.odds(units, blocks, lemmas, matrix)[1:])) + 1]
    assert handover.startswith(units[best.first].text)


def test_the_table_has_a_column_for_each_feature(nlp):
    units, blocks, lemmas, matrix = table(nlp, [("Thandi", s) for s in FUNDING * 8])
    assert boundaries.describe(units, blocks, lemmas, matrix).shape == (len(blocks), len(boundaries.FEATURES))


def test_likeness_is_of_what_is_before_and_after():
    same, other = [1.0, 0.0], [0.0, 1.0]
    found = boundaries.likeness(np.array([same, same, other, other]), 2)
    assert found.round(6).tolist() == [0.0, 0.707107, 0.0, 0.707107]
