"""What has arrived, and which runs were lost."""

import time
from datetime import UTC, datetime, timedelta

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterExpectedStartTime,
    FlowRunFilterIdempotencyKey,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.client.schemas.sorting import FlowRunSort

from copaper import arrivals
from copaper.jobs import default_raw
from tasks.moments import quarter_before
from tasks.notices import tell, was_told
from tasks.overview import waits
from tasks.runs import contained

AGAIN = "again-"
LOOKED_BACK = timedelta(days=14)
TRIES = 3
"""How often one state of a session's files is started when its runs are lost, as by a power cut."""
MOST = 30
"""How often it is started in all, as when files are changed to and fro."""


@task(name="Looking for new exports", task_run_name="Looking for new exports", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=300)
def look() -> list[tuple[str, str, str]]:
    """Return community, folder and key of each session that is to be processed."""
    with contained(), get_client(sync_client=True) as client:
        found = arrivals.arrived(default_raw(), time.time())
        return [(a.community, a.session, key) for a in found if (key := _fresh(client, a.key))]


def _fresh(client, key: str) -> str:
    """Return the key under which a run is to be started; empty when one waits, runs or failed.

    A run that completed does not count: its files changed since and changed back.
    """
    lost = 0
    for attempt in range(1, MOST + 1):
        numbered = f"{key}-{attempt}"
        runs = client.read_flow_runs(flow_run_filter=FlowRunFilter(idempotency_key=FlowRunFilterIdempotencyKey(any_=[numbered])))
        if not runs:
            return numbered
        lost += sum(run.state.is_crashed() for run in runs if run.state)
        if lost >= TRIES or not all(run.state and (run.state.is_crashed() or run.state.is_completed()) for run in runs):
            return ""
    return ""


@task(name="Looking for lost runs", task_run_name="Looking for lost runs", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=60)
def lost() -> list[tuple[str, dict, str]]:
    """Tell once of every run that crashed, as one does whose machine went away, and return
    deployment, parameters and key of those to be started again; sessions come up by themselves."""
    again = []
    since = datetime.now(UTC) - LOOKED_BACK
    crashed = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.CRASHED])),
        expected_start_time=FlowRunFilterExpectedStartTime(after_=since),
    )
    with get_client(sync_client=True) as client:
        for run in client.read_flow_runs(flow_run_filter=crashed, sort=FlowRunSort.EXPECTED_START_TIME_DESC):
            tried = (run.idempotency_key or "").count(AGAIN) + 1
            if "service" in run.tags or not run.deployment_id or was_told(run.id):
                continue
            if "webinar" in run.tags:
                words = f"It is started again, up to {TRIES} times in all."
            elif tried < TRIES:
                again.append((str(run.deployment_id), _same(run), f"{AGAIN * tried}{run.id}"))
                words = "It is started again."
            else:
                words = "Look at its log, and start it again from its form."
            tell(run.name, "Crashed", run.id, f"The machine or the worker went away. {words}")
    return again


@task(name="Looking for what waits", task_run_name="Looking for what waits", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=60)
def left_alone() -> int:
    """Tell once of what has waited under ``data/raw`` for long, with what is to be done; return of how much."""
    with contained():
        found = [one for one in arrivals.waiting(default_raw(), time.time()) if one.told]
        for one in found:
            what, why = waits(one)
            if not was_told(f"Waiting: {what}. It waits {why}"):
                tell(what, "Waiting", None, f"It waits {why}", one.path.relative_to(default_raw()).parts[0])
        return len(found)


def _same(run: FlowRun) -> dict:
    """Return a run's parameters; a quarter that it took from its own date stays that quarter."""
    given = dict(run.parameters)
    if "report" in run.tags and not given.get("quarter"):
        given["quarter"] = str(quarter_before(run.expected_start_time))
    return given
