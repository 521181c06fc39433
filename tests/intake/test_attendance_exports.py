"""Real attendance reports, where they are at hand: counts worked out by reading the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from copaper.intake.export import Export
from copaper.intake.registry import read_export

EXPORTS = Path(__file__).parents[3] / "shared" / "exports"
pytestmark = pytest.mark.skipif(not EXPORTS.is_dir(), reason="the real exports are not at hand")

REPORTS = [
    # file, reader, rows, of them absent, names, first joining, last leaving
    ("zoom-participants-1.csv", "zoom_meeting", 10, 0, 10, None, None),
    ("zoom-participants-3.csv", "zoom_meeting", 31, 0, 27, "2021-11-19T09:54:15", "2021-11-19T12:01:59"),
    ("zoom-participants-4.csv", "zoom_meeting", 46, 0, 45, "2024-01-15T10:00:00", "2024-01-15T11:10:00"),
    ("zoom-webinar-attendee-1.csv", "zoom_webinar", 3, 0, 2, "2026-05-12T09:00:00", "2026-05-12T10:40:00"),
    ("zoom-webinar-attendee-3.csv", "zoom_webinar", 5, 0, 4, "2026-05-12T09:00:00", "2026-05-12T11:00:00"),
    # Somebody left before joining: no times. Somebody registered and did not come.
    ("zoom-webinar-attendee-4-za.csv", "zoom_webinar", 5, 1, 5, "2026-03-12T17:45:02", "2026-03-12T19:16:10"),
    ("teams-attendance-1.csv", "teams_attendance", 7, 0, 7, "2022-11-14T09:30:46", "2022-11-14T09:50:14"),
    ("teams-attendance-3.csv", "teams_attendance", 8, 0, 8, "2022-11-16T09:30:16", "2022-11-16T09:46:21"),
    ("teams-attendance-de-1.csv", "teams_attendance", 3, 0, 2, "2026-10-06T18:01:00", "2026-10-06T19:00:00"),
    # Whoever masked the names left six people with one.
    ("teams-attendance-fr-old-1.csv", "teams_attendance", 7, 0, 2, "2021-04-13T09:01:31", "2021-04-13T11:45:55"),
    # The month stands first, as AM and PM suggest; nothing in the file decides it.
    ("teams-attendance-old-1.csv", "teams_attendance", 2, 0, 2, "2021-12-10T19:37:51", "2021-12-10T20:07:14"),
    # Section 2 and 3 spell six of seven names differently (masked by hand).
    ("teams-attendance-pl-1.csv", "teams_attendance", 13, 0, 13, "2025-03-10T08:00:50", "2025-03-10T10:20:08"),
    ("teams-list-1.csv", "teams_list", 19, 0, 5, "2020-12-11T12:27:24", "2020-12-11T15:59:01"),
    ("teams-list-pt-1.csv", "teams_list", 48, 0, 38, "2021-03-09T07:59:50", "2021-03-09T09:27:46"),
    ("meet-attendance-1.csv", "meet_attendance", 2, 0, 2, "0001-01-01T17:58:00", "0001-01-01T19:00:00"),
    ("webex-attendance-1.csv", "webex_attendance", 2, 0, 1, "2026-03-12T18:01:00", "2026-03-12T19:15:00"),
    ("gotowebinar-attendee-1.csv", "gotowebinar", 2, 1, 2, "2026-03-12T18:01:00", "2026-03-12T19:15:00"),
]


@pytest.mark.parametrize(("file", "reader", "rows", "absent", "names", "first", "last"), REPORTS, ids=[r[0] for r in REPORTS])
def test_a_report_holds_who_came_and_when(
    file: str, reader: str, rows: int, absent: int, names: int, first: str | None, last: str | None
) -> None:
    reading = read_export(Export.read(EXPORTS / file))
    assert reading.reader == reader
    assert len(reading.items) == rows
    assert sum(not item.attended for item in reading.items) == absent
    assert len({item.name for item in reading.items}) == names
    joined = [item.joined for item in reading.items if item.joined]
    left = [item.left for item in reading.items if item.left]
    assert (min(joined).isoformat() if joined else None) == first
    assert (max(left).isoformat() if left else None) == last


def test_every_report_has_its_row_here() -> None:
    marks = ("participants", "attendee", "attendance", "teams-list")
    reports = {path.name for path in EXPORTS.glob("*.csv") if any(mark in path.name for mark in marks)}
    assert reports == {report[0] for report in REPORTS}
