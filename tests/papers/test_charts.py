"""What the figures draw: whole axes, one end for all of a session, and what the title speaks of."""

from __future__ import annotations

import re

import pytest

from copaper.communities import Policy
from copaper.papers import charts
from copaper.papers.participation import _before_the_gap, _chat, attendance, figures, numbers_table, tiles
from copaper.papers.units import plain
from copaper.privacy import Privacy
from copaper.records import ExportKind, Figure, Message, Participant, Source, Turn
from tests.factories import session


def axis(figure: Figure, letter: str) -> tuple[float, float]:
    """The first and the last value of an axis, as the drawing tells screen readers."""
    found = re.search(rf"{letter}-axis[^\"]*with values from ([-\d.,]+) to ([-\d.,]+)", charts.svg(figure))
    return float(found[1]), float(found[2])


def over_time(chart: str, peak: float, minutes: int = 60, **more) -> Figure:
    data = tuple((str(minute), peak if minute == 10 else 1.0) for minute in range(0, minutes, 5))
    return Figure(id="f", title="Busy", source="Log", alt="Busy", chart=chart, label="Minutes", unit="people", data=data, **more)


@pytest.mark.parametrize("chart", ["steps", "columns"])
@pytest.mark.parametrize("peak", [1, 3, 9, 11, 13, 27, 101])
def test_no_value_rises_above_the_last_label_of_its_axis(chart, peak):
    low, high = axis(over_time(chart, peak), "Y")
    assert low == 0 and high >= peak


@pytest.mark.parametrize("chart", ["steps", "columns"])
def test_an_axis_over_time_ends_where_the_last_number_does_or_later_where_it_is_told(chart):
    assert axis(over_time(chart, 4), "X") == (0, 60)
    assert axis(over_time(chart, 4, end=75), "X") == (0, 75)


def test_a_time_that_is_left_out_divides_the_line():
    rows = charts.specification(over_time("steps", 4).model_copy(update={"data": (("0", 4.0), ("5", 4.0), ("20", 3.0))}))["data"]["values"]
    assert [(row["piece"], row["minute"]) for row in rows] == [(0, 0), (0, 5), (0, 10), (1, 20), (1, 25)]


def test_numbers_of_a_figure_have_decimals_alike():
    bars = Figure(id="f", title="Shares", source="Talk", alt="Shares", chart="bars", label="Speaker", unit="%", data=(("a", 7.0), ("b", 4.25), ("c", 2.0)))
    assert charts.shown(bars) == ["7.0", "4.2", "2.0"]
    assert charts.shown(bars.model_copy(update={"data": (("a", 7.0), ("b", 4.0))})) == ["7", "4"]


def test_what_the_title_speaks_of_stands_out():
    bars = Figure(id="f", title="One of three", source="Talk", alt="Shares", chart="bars", label="Speaker", unit="%", data=(("a", 7.0), ("b", 4.0), ("c", 9.0)), marked=("a",))
    assert [row["top"] for row in charts.specification(bars)["data"]["values"]] == [True, False, False]
    assert all(row["top"] for row in charts.specification(bars.model_copy(update={"marked": ()}))["data"]["values"])


ROLL = Source(file="attendance.csv", sha256="0" * 64, bytes=1, kind=ExportKind.ATTENDANCE, reader="test")


def a_session(people=12, speakers=0, chat=(), **each):
    there = tuple(Participant(id=f"p{n}", name=f"Guest {n}", **{key: value(n) for key, value in each.items()}) for n in range(people))
    turns = tuple(Turn(index=n, participant=f"p{n}", start=10.0 * n, end=10.0 * n + 5, text="stock " * (40 - n)) for n in range(speakers))
    messages = tuple(Message(index=n, time=float(time), participant="p0", text="Noted.") for n, time in enumerate(chat))
    return session([("Guest 0", "x")] * 378).model_copy(update={"participants": there, "turns": turns, "messages": messages, "sources": (ROLL,)})


def drawn(of, policy=Policy.NAMED):
    return {block.id: block for block in figures(of, (), Privacy(of, policy), {})}


def test_figures_of_a_session_share_one_axis_to_its_end():
    of = a_session(chat=[*range(0, 1200, 60), 30, 40, 50], intervals=lambda n: ((0.0, 3700.0),))
    found = drawn(of)
    assert axis(found["figure-presence"], "X") == axis(found["figure-chat"], "X") == (0, 65)
    assert [value for label, value in found["figure-chat"].data if int(label) >= 20] == [0.0] * 9


def test_who_pastes_links_makes_no_time_busy():
    of = a_session(chat=[*range(0, 200, 20), *range(600, 900, 10)])
    bare = tuple(m.model_copy(update={"text": "https://example.org/a"}) if m.time >= 600 else m for m in of.messages)
    linked = drawn(of.model_copy(update={"messages": bare}))["figure-chat"]
    assert linked.title.startswith("The chat was busiest from minute 0 to 5") and linked.source == "Source: chat log, 10 messages with words beside links."
    assert "figure-chat" not in drawn(of.model_copy(update={"messages": bare[1:]}))


def test_who_speaks_after_the_report_saw_them_last_was_still_there():
    of = a_session(people=6, speakers=6, intervals=lambda n: ((0.0, 60.0 if n else 3700.0),))
    late = of.turns[5].model_copy(update={"start": 1000.0, "end": 1010.0})
    there = drawn(of.model_copy(update={"turns": (*of.turns[:5], late)}))["figure-presence"].data
    assert [dict(there)[minute] for minute in ("0", "5", "15")] == [6, 2, 2] and "20" not in dict(there), "after the last word nobody is counted"


def test_a_chat_that_is_busiest_while_nobody_speaks_is_so_in_a_break():
    of = a_session(speakers=12, chat=[30, *range(620, 680, 5)])
    spoken = [turn.model_copy(update={"start": turn.start + late, "end": turn.end + late}) for turn in of.turns for late in [900.0 * (turn.index > 5)]]
    assert drawn(of.model_copy(update={"turns": tuple(spoken)}))["figure-chat"].title == "The chat was busiest from minute 10 to 15, while the transcript has no speech"
    assert drawn(of)["figure-chat"].title == "The chat was busiest from minute 10 to 15"


def test_no_time_is_the_busiest_of_the_chat_where_another_is_all_but_as_busy():
    assert "figure-chat" not in drawn(a_session(chat=[*range(0, 200, 10), *range(600, 790, 10)]))
    far = drawn(a_session(chat=[*range(0, 200, 10), *range(600, 700, 10)]))["figure-chat"]
    assert far.title.startswith("The chat was busiest from minute 0 to 5") and far.marked == ("0",)


def test_the_title_of_shares_counts_the_bars_that_stand_out():
    many, few = drawn(a_session(speakers=14))["figure-voices"], drawn(a_session(speakers=4))["figure-voices"]
    assert many.title.startswith("3 of 14") and many.marked == ("Speaker 1", "Speaker 2", "Speaker 3")
    assert few.title.startswith("One of 4") and few.marked == ("Speaker 1",)


def test_the_title_of_shares_speaks_of_those_who_said_far_more_than_the_next():
    assert [_before_the_gap(ranked) for ranked in ([290, 280, 90, 70, 60, 50], [190, 180, 170, 160, 150, 140], [200, 90, 85, 84, 83, 82], [120, 110, 100, 95, 30, 20])] == [2, 3, 1, 4]


def test_many_who_spoke_less_have_no_bar_together_but_a_note():
    many, few = drawn(a_session(people=20, speakers=14))["figure-voices"], drawn(a_session(speakers=12))["figure-voices"]
    assert [label for label, _ in many.data] == [f"Speaker {n}" for n in range(1, 13)]
    told = re.search(r"The other 2 speakers together said ([\d.]+)%", many.source)
    assert sum(value for _, value in many.data) + float(told[1]) == pytest.approx(100, abs=0.5)
    assert "other" not in few.source
    assert "The other speaker said" in drawn(a_session(people=20, speakers=13))["figure-voices"].source


def test_groups_of_one_size_are_told_in_a_sentence():
    found = drawn(a_session(organisation=lambda n: f"Mill {n % 4}", province=lambda n: ("Limpopo", "Gauteng", "North West")[n % 3]))
    assert plain(found["participation-organisations"].runs) == "4 organisations sent 3 people each: Mill 0, Mill 1, Mill 2 and Mill 3."
    assert plain(found["participation-provinces"].runs) == "People from 3 provinces took part, 4 from each: Gauteng, Limpopo and North West."
    assert "figure-organisations" not in found and "figure-provinces" not in found


def test_no_province_is_called_the_largest_where_two_are():
    figure = drawn(a_session(10, province=lambda n: ("Limpopo", "Gauteng", "North West")[min(n % 3, n % 5)]))["figure-provinces"]
    most = max(value for _, value in figure.data)
    assert set(figure.marked) == {name for name, value in figure.data if value == most}
    assert all(name in figure.title for name in figure.marked)


@pytest.mark.parametrize(
    ("intervals", "note"),
    [
        (lambda n: ((0.0, 3600.0),), ""),
        (lambda n: ((0.0, 1500.0),) if n < 6 else ((1600.0, 3600.0),), "Not all of them were present at the same time."),
        (lambda n: ((0.0, 3600.0),) if n < 10 else (), "Times are known for 10 of them."),
        (lambda n: ((0.0, 1500.0),) if n > 3 else ((1600.0, 3600.0),), "Some spoke at times when the report has them as absent, so these numbers may be too low."),
    ],
)
def test_presence_says_why_fewer_were_there_at_once_than_took_part(intervals, note):
    assert drawn(a_session(speakers=3, intervals=intervals))["figure-presence"].source == f"Source: attendance report of the session, 12 people.{' ' * bool(note)}{note}"


@pytest.mark.parametrize(("known", "title"), [(12, "Up to 12 people were present at the same time"), (10, "Of 10 people whose times are known, up to 10 were present at the same time")])
def test_presence_claims_nothing_of_those_whose_times_are_not_known(known, title):
    of = a_session(speakers=3, intervals=lambda n: ((0.0, 3600.0),) if n < known else ())
    assert drawn(of)["figure-presence"].title == title


def test_presence_of_everybody_at_once_is_told_from_start_to_end():
    of = a_session(intervals=lambda n: ((0.0 if n < 5 else 700.0, 3700.0 if n < 9 else 1500.0),))
    assert drawn(of)["figure-presence"].title == "5 people were present at the start, 12 at the most and 9 at the end"


@pytest.mark.parametrize(("gone", "is_drawn"), [(2, False), (1, True)])
def test_presence_is_not_drawn_where_most_speak_when_the_report_has_them_gone(gone, is_drawn):
    of = a_session(speakers=3, intervals=lambda n: ((0.0, 10.0 if n < gone else 3600.0),))
    late = [turn.model_copy(update={"start": turn.start + 1800, "end": turn.end + 1800}) for turn in of.turns]
    assert ("figure-presence" in drawn(of.model_copy(update={"turns": tuple(late)}))) is is_drawn


def test_presence_is_not_drawn_where_the_times_of_many_are_not_known():
    of = a_session(people=20, intervals=lambda n: ((0.0, 3600.0),) if n < 15 else ())
    assert "figure-presence" not in drawn(of)


def test_many_numbers_stand_in_two_halves_beside_each_other():
    long = over_time("columns", 9, minutes=75)
    short = long.model_copy(update={"data": long.data[:12]})
    table = numbers_table([long, short.model_copy(update={"unit": "messages"})])
    rows = [[plain(cell) for cell in row] for row in table.rows]
    assert table.header == ("From minute", "People", "Messages") * 2 and len(rows) == 8
    assert rows[0] == ["0", "1", "1", "40", "1", "1"] and rows[-1] == ["35", "1", "1", *"\u00a0" * 3]
    assert rows[4] == ["20", "1", "1", "60", "1", "–"] and "–: not known" in table.caption
    assert len(numbers_table([short]).rows) == 12 and "–" not in numbers_table([short]).caption


def test_one_role_alone_is_a_sentence():
    of = a_session(speakers=3, chat=(5, 10))
    [line] = attendance(of, Privacy(of, Policy.NAMED))
    assert plain(line.runs) == "Of 12 people, 3 spoke and 1 wrote in the chat."
    [guarded] = attendance(of, Privacy(of, Policy.ROLES))
    assert plain(guarded.runs) == "Of 12 people, 3 spoke and fewer than 3 wrote in the chat."


def test_no_large_number_is_one_and_none_stands_alone():
    assert tiles(a_session(1)) == ()
    assert "1" not in [amount for amount, _ in tiles(a_session(speakers=1, chat=(5,)))]


def test_a_session_timed_by_the_clock_on_the_wall_counts_its_minutes_from_its_start():
    talk = session([("Nomsa", "Good morning."), ("Piet", "We begin.")] * 60, [("Nomsa", "I agree with that.")] * 20)
    clock = 10 * 3600.0 + 180
    later = talk.model_copy(update={
        "turns": tuple(turn.model_copy(update={"start": turn.start + clock, "end": turn.end + clock}) for turn in talk.turns),
        "messages": tuple(message.model_copy(update={"time": message.time + clock}) for message in talk.messages),
    })  # fmt: skip
    first, same = (_chat(one, (), {}) for one in (talk, later))
    assert first is not None and same is not None
    assert (same.data, same.marked, same.title, same.end) == (first.data, first.marked, first.title, first.end)
