import pytest

from copaper.analysis.agenda import called_up, is_break, label_by, numbers_of, plain_line, without_borders_within, without_form
from copaper.analysis.boundaries import Stretch
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


AGENDA = ["Tax clearance", "Mentors and owners", "Do we know that it works?"]


def called(nlp, *said):
    units = read_units(session([(speaker, text) for speaker, text in said]), nlp)
    return {units[place].text: line for place, line in called_up(AGENDA, units, nlp).items()}


TALK = [("Sipho", "We sat with twelve owners for a whole year and most of them came back every month.")] * 8
"""More than a minute."""


def test_a_line_is_called_up_by_its_number_or_its_words(nlp):
    found = called(nlp, *TALK, ("Thandi", "Item two, who helps whom."), *TALK, ("Thandi", "All right. We move on to the last item. Do we know that it works?"))
    assert found == {"Item two, who helps whom.": 1, "We move on to the last item.": 2}
    assert called(nlp, *TALK, ("Thandi", "Let us move on to mentors and owners."), *TALK) == {"Let us move on to mentors and owners.": 1}


def test_who_reads_out_the_agenda_calls_up_nothing(nlp):
    assert called(nlp, ("Thandi", "Item one is tax clearance. Item two is mentors and owners. Item three is whether it works."), *TALK) == {}


@pytest.mark.parametrize("said", ["At that point two of the owners went home.", "It grew by about two point three percent in that year.", "We had session two in the hall last year.", "I made point three in the chat.", "The last topic of my thesis was poverty.", "That closes item two, thank you."])
def test_what_only_has_a_number_calls_up_nothing(nlp, said: str):
    assert called(nlp, *TALK, ("Thandi", said), *TALK) == {}


@pytest.mark.parametrize("said", ["Agenda point two, who helps whom.", "Point two, who helps whom.", "Now session two, who helps whom."])
def test_a_point_or_a_session_calls_up_a_line_where_nothing_else_is_meant(nlp, said: str):
    assert called(nlp, *TALK, ("Thandi", said), *TALK) == {said: 1}


def test_who_closes_a_line_may_call_up_the_next(nlp):
    assert called(nlp, *TALK, ("Thandi", "That closes item one, thank you."), ("Thandi", "Now item two, who helps whom."), *TALK) == {"Now item two, who helps whom.": 1}


def test_lines_are_called_up_in_their_order(nlp):
    found = called(nlp, ("Sipho", "The last item on my own list is a car."), *TALK, ("Thandi", "Item one."), *TALK, ("Thandi", "Item two."), *TALK)
    assert found == {"Item one.": 0, "Item two.": 1}


def test_a_stretch_has_the_line_that_is_called_up_in_it(nlp):
    units = read_units(session([("Thandi", sentence) for sentence in FUNDING * 2 + MENTORING * 2]), nlp)
    half = next(i for i, unit in enumerate(units) if unit.text.startswith(MENTORING[0][:20]))
    parts = [units[:half], units[half:]]
    assert label_by([FUND, MENTORS], parts, nlp) == {0: FUND, 1: MENTORS}
    assert label_by([FUND, MENTORS], parts, nlp, {units[3].position: 1})[0] == MENTORS


def called_by(nlp, said: str, leading: str = "Thandi", agenda=("Tracer study", "Baseline data: before the support begins", "POPIA and data sharing")):
    talk = session([*TALK, (leading, said), *TALK])
    units = read_units(talk, nlp)
    ids = {person.name: person.id for person in talk.participants}
    return {units[place].text: line for place, line in called_up(agenda, units, nlp, [ids["Thandi"]] if "Thandi" in ids else [], {"nomsa"}).items()}


@pytest.mark.parametrize(("said", "line"), [("Baseline.", 1), ("So, POPIA and data sharing.", 2), ("Right. So, Advocate Nomsa, POPIA.", 2), ("(laughs) The tracer study.", 0)])
def test_who_leads_calls_a_line_up_by_its_name_alone(nlp, said: str, line: int):
    assert list(called_by(nlp, said).values()) == [line]
    assert called_by(nlp, said, leading="Pieter") == {}, "whoever does not lead only names it"


@pytest.mark.parametrize("said", ["POPIA, POPIA, POPIA.", "The tracer study!", "Baseline?", "The data.", "The baseline is the old one.", "We have no baseline.", "Welcome and housekeeping."])
def test_who_leads_may_name_it_otherwise(nlp, said: str):
    assert called_by(nlp, said, agenda=("Tracer study", "Baseline data: before the support begins", "POPIA and data sharing", "Welcome and housekeeping")) == {}


def test_what_lies_between_two_lines_is_on_the_first_but_for_what_is_on_none(nlp):
    units = read_units(session([("Sipho", "We sat with the owners."), ("Thandi", "There is one more item that is not on the agenda.")] + [("Sipho", "We sat with the owners again.")] * 20), nlp)
    stretches = [Stretch(0, 9), Stretch(10, 14), Stretch(15, 21)]
    assert without_borders_within(stretches, {0: 0, 15: 1}, units, 1) == [Stretch(0, 14), Stretch(15, 21)]
    assert without_borders_within(stretches, {0: 0, 15: 2}, units, 1) == stretches, "a line is missing between them"
    assert without_borders_within(stretches, {0: 0, 15: 1}, units, 9) == stretches, "it takes far longer than one of nine"
    beside = [Stretch(0, 1), Stretch(2, 14), Stretch(15, 21)]
    assert without_borders_within(beside, {0: 0, 15: 1}, units, 1) == beside
    assert without_borders_within([], {}, [], 0) == []


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("1. Indicators for co-operatives (Dr Hlengiwe Mabaso-Reid)", "Indicators for co-operatives"), ("3) Youth surveys by telephone (Zanele Khuboni)", "Youth surveys by telephone"), ("Evaluations that nobody reads (Faith Chikwanda)", "Evaluations that nobody reads"),
        ("- Costing a programme", "Costing a programme"), ("Getting clients ready (SMMEs)", "Getting clients ready (SMMEs)"), ("2026 budget", "2026 budget"), ("Who pays (and for what)", "Who pays (and for what)"),
        ("Groups report back - 1 Seed, 2 Trees", "Groups report back"), ("Trees - 1st of May to 3rd of June", "Trees - 1st of May to 3rd of June"),
    ],
)  # fmt: skip
def test_a_line_is_known_without_its_number_and_presenter(line: str, plain: str):
    assert plain_line(line) == plain


@pytest.mark.parametrize(("line", "name"), [("Panel: who stays with the owner?", "Who stays with the owner?"), ("Panel discussion 2 - Seed", "Seed"), ("Panels on the roof", "Panels on the roof"), ("Debate", "Debate")])
def test_a_topic_is_called_without_the_form_of_its_line(line: str, name: str):
    assert without_form(line) == name


def test_who_goes_back_to_a_line_does_not_call_it_up(nlp):
    assert called_by(nlp, "On the baseline.") == {}


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("4 Tax when there is no money - Yolanda. Permits - Kagiso", "4 Tax when there is no money"), ("Mashonisas: Dr Cassiem's numbers, then Zodwa", "Mashonisas"), ("Do mentors help? Dr Cassiem + Kagiso", "Do mentors help?"),
        ("money for rooms (Kagiso)", "Money for rooms"), ("Lean months: farm stall (Yolanda), bags", "Lean months: farm stall"), ("Seed - what it costs", "Seed - what it costs"), ("Yolanda", "Yolanda"),
    ],
)  # fmt: skip
def test_who_presents_a_line_is_no_part_of_it(line, plain):
    assert plain_line(line, frozenset(("yolanda", "kagiso", "cassiem", "zodwa"))) == plain


def test_a_line_whose_words_fit_several_stretches_names_none(nlp):
    money, roof = ("Sipho", "The money for the rooms came late, and the money was gone by May."), ("Lindiwe", "The bank has money for the tiles of the rooms, and no money for the tap.")
    talk = read_units(session([money, roof, ("Thandi", "The goats eat the straw of the roof, and goats that find straw leave no straw to other goats.")]), nlp)
    stretches = [[unit for unit in talk if unit.index == n] for n in range(3)]
    assert label_by(["Money for rooms"], stretches, nlp) == {}
    assert label_by(["Goats and straw"], stretches, nlp) == {2: "Goats and straw"}


def test_a_verb_of_a_line_is_not_called_up_by_a_noun(nlp):
    talk = session([("Chair", "Welcome."), ("Chair", "Portia, hand."), ("Portia", "Thank you, it is on the prices.")])
    units = read_units(talk, nlp)
    assert called_up(["Prices", "Handing over the business"], units, nlp, {units[0].participant}, {"portia"}) == {}


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("Stalls in winter            L. Dube, Dube Tents", "Stalls in winter"),
        ("Stalls in winter\tMs Lerato Dube", "Stalls in winter"),
        ("Stalls in winter | Lerato Dube", "Stalls in winter"),
        ("Dr L. Dube          Stalls in winter", "Stalls in winter"),
        ("Item 1    Stalls in winter", "Stalls in winter"),
        ("15 min   Stalls in winter    L. Dube", "Stalls in winter"),
        ("Peter Ndlovu    Stalls in winter", "Stalls in winter"),
        ("Stalls (Soweto and Vaal)    L. Dube", "Stalls (Soweto and Vaal)"),
        ("4. Stalls in winter - Prof. L. Dube, Dube Tents", "Stalls in winter"),
    ],
)
def test_who_stands_in_a_column_beside_an_item_is_no_part_of_it(line: str, plain: str):
    assert plain_line(line, {"lerato", "dube"}) == plain


def test_a_number_calls_up_the_line_that_has_it(nlp):
    lines = ("Opening", "1. Tax clearance", "2. Mentors and owners", "3. Do we know that it works?")
    assert numbers_of(lines) == {1: 1, 2: 2, 3: 3}
    assert numbers_of(("Opening", "Mentors")) == {1: 0, 2: 1}
    units = read_units(session([*TALK, ("Thandi", "Item two, who helps whom."), *TALK, ("Thandi", "Item three we put off to the next webinar.")]), nlp)
    later = ("3. Tax clearance", "4. Mentors and owners", "5. Do we know that it works?")
    assert list(called_up([line[3:] for line in later], read_units(session([*TALK, ("Thandi", "Item five, please."), *TALK]), nlp), nlp, numbers=numbers_of(later)).values()) == [2]
    assert list(called_up([line.lstrip("123. ") for line in lines], units, nlp, numbers=numbers_of(lines)).values()) == [2], "and none that is put off"


def test_nobody_calls_up_the_first_line(nlp):
    units = read_units(session([("Sipho", "We sat with the owners again.")] * 22), nlp)
    assert without_borders_within([Stretch(0, 4), Stretch(5, 14), Stretch(15, 21)], {15: 1}, units, 1) == [Stretch(0, 14), Stretch(15, 21)]


@pytest.mark.parametrize(("line", "pause"), [("TEA 7 minutes", True), ("Tea, 5 min. FIVE.", True), ("Comfort break", True), ("Break-out rooms, 20 min", False), ("Tea growers of the valley", False), ("Lunch with the minister", False)])
def test_a_pause_is_no_item(line, pause):
    assert is_break(line) is pause


def test_what_somebody_of_their_own_tells_a_good_while_after_a_line_stays_apart(nlp):
    units = [unit for unit in read_units(session([(f"Speaker {n}", "We sat with the women of the stalls.") for n in range(200)]), nlp) if unit.where == "turn"]
    assert units[60].time - units[0].time > 480.0
    pieces = [Stretch(0, 59), Stretch(60, 139), Stretch(140, 199)]
    assert len(without_borders_within(pieces, {0: 0, 140: 1}, units, 2)) == 2
    assert without_borders_within(pieces, {0: 0, 140: 1}, units, 2, [60]) == pieces
    assert len(without_borders_within([Stretch(0, 9), Stretch(10, 139), Stretch(140, 199)], {0: 0, 140: 1}, units, 2, [10])) == 2, "too soon"
