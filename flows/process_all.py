"""All sessions, or those of one community, over several processes or a Dask cluster.

    python -m flows.process_all [--community CODE] [--jobs N] [--runner dask[=ADDRESS]] [--force]

What ``copaper process --all --runner`` starts; prints one JSON line for each session as its task ends.
"""

from __future__ import annotations

import argparse
import dataclasses
import json

from prefect import flow
from prefect.client.orchestration import get_client
from prefect.futures import as_completed
from prefect.states import Completed, Failed, State
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner

from copaper import backlog
from tasks.backlog import all_sessions, process_sessions

QUIET = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.nanny.pre-spawn-environ": {"OMP_NUM_THREADS": 1, "MKL_NUM_THREADS": 1, "OPENBLAS_NUM_THREADS": 1},
}
"""What Dask's workers look after while they work, for pages that nobody here reads: together a tenth of
their time. Among what is set for their environment, a threshold of the memory allocator is left out,
with which large arrays are given back to the system, and fetched again, at each use."""


@flow(name="process-all", flow_run_name="all sessions of {community}", timeout_seconds=7 * 24 * 3600)
def process_all(community: str = "", force: bool = False) -> State:
    """Bring the papers of every session up to date; what is up to date is left alone.

    Args:
        community: Code of one community; leave empty for all.
        force: Make the papers anew even if nothing has changed.
    """
    failed = made = 0
    # A task costs a quarter of a second of everybody's time, as much as a fifth of a short session.
    for future in as_completed([process_sessions.submit(named(share), share, force) for share in backlog.shares(all_sessions(community))]):
        for done in future.result():
            print(json.dumps(dataclasses.asdict(done)), flush=True)
            made, failed = made + done.made, failed + bool(done.words)
    words = f"{made} sessions processed, {failed} could not be."
    return Failed(message=words) if failed else Completed(message=words)


def named(share: list[str]) -> str:
    """Return what a task is called that processes these sessions."""
    return share[0] if len(share) == 1 else f"{share[0]} and {len(share) - 1} more"


def runner(name: str, jobs: int) -> TaskRunner:
    """Return the task runner of ``processes``, ``dask`` (a cluster of this machine) or ``dask=ADDRESS``."""
    kind, _, address = name.partition("=")
    if kind == "processes":
        return ProcessPoolTaskRunner(max_workers=jobs)
    import dask
    from prefect_dask import DaskTaskRunner

    if address:
        return DaskTaskRunner(address=address)
    dask.config.set(QUIET)
    # Workers that know of no server start one each.
    with get_client(sync_client=True) as client:
        known = {"PREFECT_API_URL": str(client.api_url)}
    # No limit of memory: to watch it each worker stops its work ten times a second.
    return DaskTaskRunner(cluster_kwargs={"n_workers": jobs, "threads_per_worker": 1, "dashboard_address": None, "memory_limit": None, "env": known})


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--community", default="")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--runner", default="processes")
    parser.add_argument("--force", action="store_true")
    given = parser.parse_args()
    process_all.with_options(task_runner=runner(given.runner, given.jobs))(given.community, given.force, return_state=True)
