"""What is started again after it was lost, and as what."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from prefect.client.schemas.objects import FlowRun

from copaper.library.quarters import Quarter
from tasks.arrivals import _same
from tasks.moments import quarter_before


@pytest.mark.parametrize(("moment", "quarter"), [
    (datetime(2026, 12, 31, 21, 59, tzinfo=UTC), Quarter(2026, 3)),
    (datetime(2026, 12, 31, 22, 0, tzinfo=UTC), Quarter(2026, 4)),  # midnight in Johannesburg
    (datetime(2027, 1, 1, 4, 0, tzinfo=UTC), Quarter(2026, 4)),
    (datetime(2027, 3, 31, 21, 59, tzinfo=UTC), Quarter(2026, 4)),
])  # fmt: skip
def test_the_quarter_just_ended_is_told_in_the_schedules_zone(moment, quarter):
    assert quarter_before(moment) == quarter


@pytest.mark.parametrize(("tags", "given", "again"), [
    (["report"], {}, {"quarter": "2026-Q4"}),
    (["report"], {"quarter": None, "community": "bas"}, {"quarter": "2026-Q4", "community": "bas"}),
    (["report"], {"quarter": "2020-Q3"}, {"quarter": "2020-Q3"}),
    (["library"], {"quarters": True}, {"quarters": True}),
])  # fmt: skip
def test_a_lost_report_is_made_for_the_quarter_it_was_due_for(tags, given, again):
    run = FlowRun(flow_id=uuid4(), name="lost", tags=tags, parameters=given, expected_start_time=datetime(2027, 1, 1, 4, 0, tzinfo=UTC))
    assert _same(run) == again
