import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copaper.analysis.units import LONGEST, calm, is_marked, parts_of, read_units
from tests.factories import session


def test_units_stand_where_they_say(nlp):
    told = session(
        [("Thandi", "We visit every client. Then we write it down."), ("Thandi", "It works well."), ("Pieter", "Who pays for that?")],
        [("Zoe", "I can share the template. It is free.")],
    )
    units = read_units(told, nlp)
    assert [unit.position for unit in units] == list(range(len(units)))
    for unit in units:
        source = told.turns[unit.index].text if unit.where == "turn" else told.messages[unit.index].text
        assert source[unit.start : unit.end] == unit.text
        assert unit.evidence().quote == unit.text
    assert [unit.text for unit in units if unit.where == "turn"] == [
        "We visit every client.", "Then we write it down.", "It works well.", "Who pays for that?",
    ]  # fmt: skip
    assert [(u.cue_first, u.time) for u in units if u.text == "It works well."] == [(1, 10.0)]


def test_speech_without_full_stops_is_cut_at_its_cues(nlp):
    cue = "and we go to the next site and look at the books with them and then we go again"
    units = read_units(session([("Thandi", cue)] * 12), nlp)
    assert len(units) > 3
    assert all(len(unit.span) <= LONGEST for unit in units)


def test_no_cut_parts_a_number_from_what_it_counts(nlp):
    cue = "something growers went to the next site and looked at the books with them and then the lorry came and took eighty"
    units = read_units(session([("Thandi", cue)] * 8), nlp)
    assert len(units) > 1
    assert not any(unit.text.endswith("eighty") for unit in units[:-1])


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab (!…😀\n", max_size=600))
def test_calming_keeps_every_offset(text):
    calmed = calm(text)
    assert len(calmed) == len(text)
    assert all(a == b or b == " " for a, b in zip(text, calmed, strict=True))
    assert calm(calmed) == calmed


def test_runaway_marks_are_short_for_the_tokenizer():
    assert len(calm("(" * 40_000).split()[0]) == 3
    assert len(calm("x" * 100_000).split()[0]) == 100


@given(st.text(alphabet="ab. \n", max_size=60))
def test_parts_make_up_the_text(text):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("copaper.analysis.units.LONGEST_PARSED", 9)
        parts = parts_of(text)
    assert "".join(parts) == text
    assert all(len(part) <= 9 for part in parts)


def test_a_text_too_long_for_the_model_is_read_in_parts(nlp, monkeypatch):
    monkeypatch.setattr("copaper.analysis.units.LONGEST_PARSED", 120)
    said = "We count the stock every Friday, and the book shows it. " * 8
    units = read_units(session([("Thandi", said)], [("Zoe", said)]), nlp)
    assert {unit.where for unit in units} == {"turn", "message"}
    assert all(said.strip()[unit.start : unit.end] == unit.text for unit in units)
    assert " ".join(unit.text for unit in units if unit.where == "turn") == said.strip()


def test_a_title_in_quotation_marks_ends_no_sentence(nlp):
    for said in ("It stands in our 'Count first. Pay later' list for the owners.", "It stands in our “Count first. Pay later” list for the owners."):
        assert [unit.text for unit in read_units(session([("Thandi", f"{said} We count every Friday.")]), nlp)] == [said, "We count every Friday."]
    two = "The owners' book is blue. The growers' book is red."
    assert len(read_units(session([("Thandi", two)]), nlp)) == 2


def test_a_transcript_is_marked_if_it_shows_where_sentences_end():
    caption = "and we go to the next site and look at the books with them and then we go again to the shop and count the crates with the owner of it"
    assert not is_marked(session([("Thandi", f"{caption} and then.")] * 6))
    assert is_marked(session([("Thandi", "We visit every client. Then we write it down.")]))
    assert is_marked(session([], [("Zoe", "it is free")]))


def test_full_stops_alone_show_no_sentences_where_there_are_no_commas():
    caption = "so the growers take the crates down to the river and wash them there before the market opens in town."
    assert not is_marked(session([("Thandi", caption)] * 40))
    assert is_marked(session([("Thandi", caption.replace("river and", "river, and"))] * 40))
    assert is_marked(session([("Thandi", caption)] * 3)), "of so little nobody can tell"



def test_what_ends_on_a_word_that_leads_on_goes_on_where_no_marks_show_it(nlp):
    run = "and we go to the next site and look at the books with them and then we go again and count what they have on the shelves"
    said = ("Everybody asks for it from the students to.", "The owners of the shops by the river know what to do with a list.")
    joined = [unit.text for unit in read_units(session([("Thandi", f"{run} {run}")] * 3 + [("Pieter", words) for words in said]), nlp)]
    assert " ".join(said) in joined
    assert said[0] in [unit.text for unit in read_units(session([("Pieter", words) for words in said]), nlp)]


def test_a_sentence_goes_on_behind_what_is_written_short(nlp):
    said = "We will write to the hon. Colleague if we find the crates of the market. They stand by the gate."
    assert [unit.text for unit in read_units(session([("Thandi", said)]), nlp)] == [said[: said.index(" They")], said[said.index("They") :]]
