"""Attendance: times, columns, provinces, and tables as spreadsheets and people mangle them."""

from __future__ import annotations

import io
from datetime import datetime

import pytest
from openpyxl import Workbook

from copaper.errors import BadInput
from copaper.intake.attendance import _times
from copaper.intake.attendance._columns import columns
from copaper.intake.attendance._tables import separator
from copaper.intake.export import Export
from copaper.intake.places import province
from copaper.intake.registry import claim, read_export
from copaper.records import Reading

NOON = datetime(2021, 3, 24, 12, 0)


@pytest.mark.parametrize(
    ("written", "order", "expected"),
    [
        ("03/24/2021 12:00:00 PM", "month first", NOON),
        ("24/03/2021, 12:00:00", "day first", NOON),
        ("24/3/21, 12:00", "day first", NOON),
        ("24.03.21, 12:00:00", "day first", NOON),
        ("24/03/2021 à 12:00:00", "day first", NOON),
        ("Mar 24, 2021 12:00:00", "month first", NOON),
        ("Mar 24, 2021 12:00 PM SAST", "month first", NOON),
        ("24 Mrt 2021 12:00", "day first", NOON),
        ("2021-03-24 12:00:00", "month first", NOON),
        ("2021-03-24T12:00", "day first", NOON),
        ("3/24/2021, 12:00:00\u202fPM", "month first", NOON),
        ("03/24/2021 12:00:00 AM", "month first", datetime(2021, 3, 24, 0, 0)),
        ("24/03/2021 12:00:00", "month first", None),  # there is no 24th month
        ("--", "day first", None),
        ("12:00", "day first", None),
    ],
)
def test_moments(written: str, order: _times.Order, expected: datetime | None) -> None:
    assert _times.moment(written, order) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["01/02/2021 10:00", "13/02/2021 10:00"], ("day first", "decided")),
        (["01/02/2021 10:00", "02/13/2021 10:00"], ("month first", "decided")),
        (["01.02.21, 10:00"], ("day first", "decided")),
        (["01/02/2021 10:00"], ("month first", "assumed")),
        (["05/05/2021 10:00"], ("month first", "not needed")),
        (["2021-02-13 10:00", "Feb 3, 2021 10:00"], ("month first", "not needed")),
    ],
)
def test_one_date_decides_the_order_of_all(values: list[str], expected: tuple[str, str]) -> None:
    assert _times.day_order(values, "month first") == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("75", 75.0),
        ("19m 30s", 19.5),
        ("1 hr 2 min", 62.0),
        ("2\xa0h 44\xa0m", 164.0),
        ("2 godz. 19 min 30 s", 139.5),
        ("59 Min. 0 Sek.", 59.0),
        ("1u 30m", 90.0),
        ("00:19:30", 19.5),
        ("29 mins", 29.0),
        ("soon", None),
    ],
)
def test_lengths_of_stay(written: str, expected: float | None) -> None:
    assert _times.minutes(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("KZN", "KwaZulu-Natal"),
        ("kwazulu natal", "KwaZulu-Natal"),
        ("Wes-Kaap", "Western Cape"),
        ("Gauteng Province", "Gauteng"),
        (" north  west ", "North West"),
        ("Maseru", "Maseru"),
        ("", ""),
    ],
)
def test_provinces(written: str, expected: str) -> None:
    assert province(written) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Name (Original Name),User Email,Join Time,Leave Time", {"name": 0, "email": 1, "join": 2, "leave": 3}),
        ("Name,First Seen (hh:mm:ss),Last Seen (hh:mm:ss)", {"name": 0, "join": 1, "leave": 2}),
        ("Name,Abbreviation,Organization", {"name": 0, "alias": 1, "organisation": 2}),
        ("Voornaam,Van,E-pos,Provinsie", {"first": 0, "last": 1, "email": 2, "province": 3}),
        ("Full name,Name of your organisation,In which province do you work?", {"name": 0, "organisation": 1, "province": 2}),
        ("Full name,Type of organisation,Country/Region Name", {"name": 0}),
        ("Topic,Webinar ID,Actual Start Time", {}),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_names(header: str, expected: dict[str, int]) -> None:
    assert columns(header.split(",")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Name,Joined\nA,1\n", ","),
        ("Name;Joined\nDube, A;1\n", ";"),
        ("Name\tJoined\nDube, A\t1, 2\n", "\t"),
        ("sep=|\nName|Joined\n", "|"),
        ("Name\nA\n", ","),
    ],
)
def test_separators(text: str, expected: str) -> None:
    assert separator(text) == expected


def read(text: str, name: str = "people.csv") -> Reading:
    return read_export(Export(name, text.encode()))


def codes(reading: Reading) -> set[str]:
    return {remark.code for remark in reading.remarks}


def test_broken_quoting_is_read_leniently_and_said() -> None:
    reading = read('Name,Organisation\nA B,"Hub" of all\nC D,Field\n')
    assert [(p.name, p.organisation) for p in reading.items] == [("A B", "Hub of all"), ("C D", "Field")]
    assert "quoting-broken" in codes(reading)


def test_a_quotation_mark_that_nobody_closes_does_not_swallow_the_rest() -> None:
    rows = "".join(f"Person {n},Hub\n" for n in range(60))
    reading = read(f'Name,Organisation\nFirst,"Hub\n{rows}')
    assert len(reading.items) == 61
    assert codes(reading) >= {"quoting-broken"}


def test_nul_bytes_are_counted_and_nobody_is_lost() -> None:
    reading = read("Name,Organisation\nA\x00 B,Hub\nC D,Fie\x00ld\n")
    assert [p.name for p in reading.items] == ["A B", "C D"]
    assert "nul-bytes" in codes(reading)


def test_counted_times_and_times_of_day_are_told_apart() -> None:
    counted = read("Name,First Seen,Last Seen\nA B,00:01:00,00:30:00\n").items[0]
    assert (counted.offset, counted.until, counted.joined) == (60.0, 1800.0, None)
    of_day = read("Name,Time in,Time out\nA B,10:01,10:30\n").items[0]
    assert (of_day.offset, of_day.joined.hour, of_day.left.minute) == (None, 10, 30)


@pytest.mark.parametrize(
    "text",
    [
        "#,User Name,User Email,Submitted Date/Time,,\n1,A B,a@x.example,2020-07-20 15:06,Q,A\n",
        "start,end,speaker,text\n0,1,A,hello\n",
        "Date,Amount\n1,2\n",
        "Minutes of the meeting\nNot a report\n\n1. Summary\n\nAll went well.\n\n2. Participants\n\nSome came late.\n",
    ],
)
def test_other_tables_are_not_taken_for_lists_of_people(text: str) -> None:
    try:
        assert claim(Export("table.csv", text.encode())).READER.name not in ("plain_table", "teams_attendance")
    except BadInput as error:
        assert error.code == "file-unknown"


def workbook(rows: list[list[object]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_reads_as_its_text_would() -> None:
    header = ["Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest"]
    row = ["Palesa Mokoena", "palesa@hub.example", datetime(2021, 3, 24, 10), datetime(2021, 3, 24, 11), 60, "Yes"]
    reading = read_export(Export("people.xlsx", workbook([header, row])))
    (presence,) = reading.items
    assert reading.reader == "zoom_meeting"
    assert (presence.joined, presence.left, presence.minutes) == (datetime(2021, 3, 24, 10), datetime(2021, 3, 24, 11), 60.0)
    assert (reading.lines, reading.lines_read) == (2, 1)


def test_a_damaged_workbook_is_refused() -> None:
    data = workbook([["Name", "Province"], ["A B", "Limpopo"]])
    with pytest.raises(BadInput) as caught:
        read_export(Export("people.xlsx", data[:-200]))
    assert "A B" not in str(caught.value)
