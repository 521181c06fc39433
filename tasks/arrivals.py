"""What has arrived, and which runs were lost."""

import time

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterState, FlowRunFilterStateType
from prefect.client.schemas.objects import StateType

from copaper import arrivals, steps
from tasks.notices import tell, was_told
from tasks.runs import contained


@task(name="Looking for new exports", task_run_name="Looking for new exports", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=300)
def look() -> list[tuple[str, str, str]]:
    """Return community, folder and key of each session that is to be processed."""
    with contained():
        return [(a.community, a.session, a.key) for a in arrivals.arrived(steps.default_raw(), time.time())]


@task(name="Looking for lost runs", task_run_name="Looking for lost runs", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=60)
def tell_of_lost_runs() -> int:
    """Tell once of every run that crashed, as one does whose machine went away."""
    told = 0
    crashed = FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.CRASHED])))
    with get_client(sync_client=True) as client:
        for run in client.read_flow_runs(flow_run_filter=crashed, limit=50):
            if not was_told(run.id):
                tell(run.name, "Crashed", run.id, "The machine or the worker went away. The next scan starts it again once its files change; or start it from the web page.")
                told += 1
    return told
