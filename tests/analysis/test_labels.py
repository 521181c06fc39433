from collections import Counter

import pytest

from copaper.analysis.labels import PHRASES, Labeller, _fitness, _Phrase, phrases_in
from copaper.analysis.units import read_units
from tests.analysis.test_segments import FUNDING, MENTORING
from tests.factories import session


@pytest.fixture(scope="module")
def units(nlp):
    return read_units(session([("Thandi", s) for s in FUNDING * 3] + [("Pieter", s) for s in MENTORING * 3]), nlp)


def test_a_label_says_what_its_stretch_is_about(units):
    half = len(units) // 2
    labeller = Labeller(units, frozenset())
    funding, _ = labeller.describe(units[:half])
    mentoring, _ = labeller.describe(units[half:])
    assert any(word in funding.casefold() for word in ("fund", "tax", "statement", "application"))
    assert any(word in mentoring.casefold() for word in ("mentor", "owner", "plan"))
    assert funding[0].isupper()


def test_phrases_are_few_and_different(units):
    _, phrases = Labeller(units, frozenset()).describe(units)
    assert 0 < len(phrases) <= PHRASES
    assert len({phrase.casefold() for phrase in phrases}) == len(phrases)


def test_names_of_people_are_never_part_of_a_label(nlp):
    units = read_units(session([("Thandi", "The Mokoena template is what the Mokoena team uses for the Mokoena audit.")] * 4), nlp)
    label, phrases = Labeller(units, frozenset({"mokoena"})).describe(units)
    assert "mokoena" not in " ".join((label, *phrases)).casefold()


def test_nothing_said_has_no_label():
    assert Labeller([], frozenset()).describe([]) == ("", ())


def test_a_word_that_begins_a_sentence_is_written_small_in_a_phrase(nlp):
    units = read_units(session([("Thandi", "Unregistered grandparents care for the children. Unregistered grandparents are paid nothing by the fund.")] * 2), nlp)
    label, phrases = Labeller(units, frozenset()).describe(units)
    assert "unregistered grandparents" in (label[:1].lower() + label[1:], *phrases)


def test_an_adjective_that_says_nothing_is_no_part_of_a_label(nlp):
    units = read_units(session([("Thandi", "The particular subsidy helps. A wider subsidy helps more than the overall subsidy.")] * 3), nlp)
    label, phrases = Labeller(units, frozenset()).describe(units)
    assert "subsidy" in label.casefold()
    assert not {"particular", "wider", "overall"} & set(" ".join((label, *phrases)).casefold().split())


def test_a_phrase_that_is_far_ahead_names_a_stretch_alone(nlp):
    text = "The tax clearance takes weeks. Without tax clearance nobody pays. Tax clearance needs a printer."
    units = read_units(session([("Thandi", text), ("Pieter", text)] * 3), nlp)
    assert Labeller(units, frozenset()).describe(units)[0] == "Tax clearance"


def test_key_phrases_do_not_repeat_the_label(units):
    label, phrases = Labeller(units, frozenset()).describe(units)
    assert label.casefold() not in {phrase.casefold() for phrase in phrases}


def test_a_number_stays_with_what_goes_by_it(nlp):
    told = "The team reviewed EIP 4844 again. Most of the work on EIP 4844 is done, and EIP 4844 ships with the fork."
    units = read_units(session([("Thandi", told), ("Pieter", told)] * 2), nlp)
    label, phrases = Labeller(units, frozenset()).describe(units)
    assert "EIP 4844" in " ".join((label, *phrases))


@pytest.mark.parametrize(
    "told, phrase",
    [
        ("We asked about access to the health services in the valley.", "access to health services"),
        ("The exams and qualifications of the learners were late.", "exams and qualifications"),
    ],
)
def test_phrases_take_their_complement_or_their_fellow_along(nlp, told, phrase):
    units = read_units(session([("Thandi", told)] * 3), nlp)
    label, phrases = Labeller(units, frozenset()).describe(units)
    assert phrase in (label[:1].lower() + label[1:], *phrases)


def test_a_phrase_keeps_what_its_first_word_is_grown_to(nlp):
    said = ["The non-profit clinics run in-patient care.", "Good in-patient care begins with in-patient beds.", "In-patient care in the districts is short of beds."]
    units = read_units(session([("Thandi", text) for text in said]), nlp)
    label, phrases = Labeller(units, frozenset()).describe(units)
    found = [text.casefold() for text in (label, *phrases) if "patient" in text]
    assert found and all("in-patient" in text for text in found)


def test_notes_of_sounds_are_no_phrases(nlp):
    said = ["The stalls by the river stand empty. [Laughter.]", "[Laughter.] Who rents the stalls by the river? (laughter)", "The stalls by the river [background noise] cost too much. [Laughter.]"]
    label, phrases = Labeller(units := read_units(session([("Thandi", text) for text in said]), nlp), frozenset()).describe(units)
    assert "stall" in label.casefold()
    assert not any(word in text.casefold() for text in (label, *phrases) for word in ("laughter", "noise"))


@pytest.mark.parametrize(("better", "worse"), [("water meters", "Harbour Council"), ("water meters", "Ministry of Health and Welfare"), ("WATER METERS", "Harbour Council"), ("water meters", "meters"), ("VC API", "Harbour Council")])
def test_bodies_and_single_words_name_a_stretch_less_than_several_small_words(better: str, worse: str):
    def fitness(name: str) -> float:
        words = tuple(word for word in name.casefold().split() if word not in ("of", "and"))
        return _fitness(words, _Phrase(count=3, surface=Counter({name: 3})), dict.fromkeys(words, 0.5))

    assert fitness(better) > fitness(worse)


def test_a_name_is_not_brought_back_by_its_hyphen(nlp):
    said = ["The Dlamini-style mentoring helps bakeries.", "We use Dlamini-style mentoring in two towns.", "Dlamini-style mentoring is cheap mentoring."]
    label, phrases = Labeller(units := read_units(session([("Thandi", text) for text in said]), nlp), frozenset({"dlamini"})).describe(units)
    assert "dlamini" not in " ".join((label, *phrases)).casefold()


def test_a_slip_of_the_tongue_is_not_grown_to_its_word(nlp):
    said = ["The p-patients wait at the gate.", "Our p-patients wait for the nurse.", "P-patients wait for long."]
    label, phrases = Labeller(units := read_units(session([("Thandi", text) for text in said]), nlp), frozenset()).describe(units)
    assert "p-patients" not in " ".join((label, *phrases)).casefold()


def test_what_is_left_of_a_count_is_no_label(nlp):
    units = read_units(session([("Thandi", "We asked 2 masons and a joiner about the cold store."), ("Pieter", "The cold store needs masons and joiners.")] * 2), nlp)
    keys = [key for heard in phrases_in(units).values() for key, _ in heard.phrases]
    assert keys.count(("mason", "joiner")) == 2


def test_nothing_that_says_itself_twice_or_is_only_said_names_a_stretch(nlp):
    told = ["We kinda evaluate the crates, a kinda evaluation.", "The concepts concepts are dry.", "Growers and people of the valley wash the crates.", "The higher level reading skills of the growers."]
    phrases = Labeller(read_units(session([("Thandi", text) for text in told * 3]), nlp), frozenset()).describe(read_units(session([("Thandi", text) for text in told * 3]), nlp))
    assert not any("kinda" in phrase.lower() or "concepts concepts" in phrase.lower() or phrase.lower().startswith("level") for phrase in (phrases[0], *phrases[1]))


def test_what_somebody_is_who_is_introduced_is_no_topic(nlp):
    told = ["Before the questions I'd like to introduce Zoe, a contractor of the design team.", "The contractor of the design team answers in the chat."]
    units = read_units(session([("Thandi", told[0]), ("Zoe", "My name is Zoe and I am a contractor of the design team."), ("Thandi", "The river is high, the river is cold and the river rises.")] * 2), nlp)
    label, phrases = Labeller(units, frozenset(("zoe",))).describe(units)
    assert not any("contractor" in phrase.lower() or "design team" in phrase.lower() for phrase in (label, *phrases))


def test_which_of_several_it_is_names_nothing(nlp):
    said = ["We ask for stage 3 now.", "The seed bank is at stage 3 since May.", "A conditional stage 3 is fine for the seed bank.", "Stage 3 needs reviews of the seed bank.", "So stage 3 it is."]
    units = read_units(session([("Thandi", sentence) for sentence in said * 3]), nlp)
    label, _ = Labeller(units, frozenset()).describe(units)
    assert "stage" not in label.casefold() and "seed bank" in label.casefold()
