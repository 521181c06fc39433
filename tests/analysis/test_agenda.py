from copaper.analysis.agenda import label_by
from copaper.analysis.units import read_units
from tests.analysis.test_segments import FUNDING, MARKETS, MENTORING
from tests.factories import session

FUND, MENTORS, MINE = "Tax clearance for the relief fund", "Mentors and owners", "Farmers, the mine and the supermarket"


def stretches(nlp, *topics):
    return [read_units(session([("Thandi", sentence) for sentence in topic * 2]), nlp) for topic in topics]


def test_lines_go_to_the_stretches_that_talk_of_them(nlp):
    found = label_by([FUND, MENTORS, MINE], stretches(nlp, FUNDING, MENTORING, MARKETS), nlp)
    assert found == {0: FUND, 1: MENTORS, 2: MINE}


def test_a_line_without_such_words_goes_to_the_stretch_in_its_place(nlp):
    question = "Do we know that it works?"
    found = label_by([FUND, question, MINE], stretches(nlp, FUNDING, MENTORING, MARKETS), nlp)
    assert found == {0: FUND, 1: question, 2: MINE}


def test_where_the_places_do_not_agree_a_line_is_left_out(nlp):
    question = "Do we know that it works?"
    assert label_by([FUND, question, MINE], stretches(nlp, FUNDING, MARKETS), nlp) == {0: FUND, 1: MINE}
    assert label_by([question], stretches(nlp, FUNDING), nlp) == {}


def test_without_an_agenda_nothing_is_known(nlp):
    assert label_by([], stretches(nlp, FUNDING), nlp) == {}
