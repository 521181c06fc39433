"""All sessions, or those of one community, over several processes or a Dask cluster.

    python -m flows.process_all [--community CODE] [--jobs N] [--runner dask[=ADDRESS]] [--force]

What ``copaper process --all --runner`` starts; prints one JSON line for each session as its task ends.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from prefect import flow
from prefect.futures import as_completed
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.states import Completed, Failed, State
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner

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


STARTS_WITHIN = 180
"""Seconds for the server to start in, which takes 10 of a processor that has nothing else to do."""
OF_OTHERS = 8
"""How many workers a cluster that was not made here is thought to have."""


@flow(name="process-all", flow_run_name="all sessions of {community}", timeout_seconds=7 * 24 * 3600)
def process_all(community: str = "", force: bool = False, workers: int = OF_OTHERS) -> State:
    """Bring the papers of every session up to date; what is up to date is left alone.

    Args:
        community: Code of one community; leave empty for all.
        force: Make the papers anew even if nothing has changed.
        workers: How many sessions are processed at the same time.
    """
    failed = made = 0
    for future in as_completed([process_sessions.submit(named(share), share, force) for share in all_sessions(community, workers)]):
        for done in future.result():
            print(json.dumps(dataclasses.asdict(done)), flush=True)
            made, failed = made + done.made, failed + bool(done.words)
    words = f"{made} sessions processed, {failed} could not be."
    return Failed(message=words) if failed else Completed(message=words)


def named(share: list[str]) -> str:
    """Return what a task is called that processes these sessions."""
    return share[0] if len(share) == 1 else f"{share[0]} and {len(share) - 1} more"


@contextmanager
def runner(name: str, jobs: int) -> Iterator[TaskRunner]:
    """Hold the task runner of ``processes``, ``dask`` (a cluster of this machine) or ``dask=ADDRESS``."""
    kind, _, address = name.partition("=")
    if kind == "processes":
        yield ProcessPoolTaskRunner(max_workers=jobs)
        return
    import dask
    from distributed import LocalCluster
    from prefect_dask import DaskTaskRunner

    if address:
        yield DaskTaskRunner(address=address)
        return
    dask.config.set(QUIET)
    # The server takes as long to start as the workers do, and these to load what they work with: both at once.
    with ThreadPoolExecutor(1) as beside:
        serving = beside.submit(server)
        # No limit of memory: to watch it each worker stops its work ten times a second.
        with LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None, memory_limit=None, preload=["tasks.backlog"]) as cluster:
            # Each task is told of the server; workers that know of none start one each.
            with temporary_settings({PREFECT_API_URL: serving.result()}):
                yield DaskTaskRunner(address=cluster.scheduler_address)


def server() -> str:
    """Return the address of the server that is set, else of one that is started for this process."""
    if known := PREFECT_API_URL.value():
        return known
    # Not above: workers, which read this file, need none of it.
    from prefect.server.api.server import SubprocessASGIServer

    started = SubprocessASGIServer()
    started.start(STARTS_WITHIN)
    return started.api_url


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--community", default="")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--runner", default="processes")
    parser.add_argument("--force", action="store_true")
    given = parser.parse_args()
    with runner(given.runner, given.jobs) as made_by:
        workers = OF_OTHERS if "=" in given.runner else given.jobs
        process_all.with_options(task_runner=made_by)(given.community, given.force, workers, return_state=True)
