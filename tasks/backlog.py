"""Sessions of a back catalogue, as a task that may run in another process or on another machine."""

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from copaper import backlog
from copaper.backlog import Done
from copaper.jobs import default_raw
from tasks.runs import contained, relative


def dask_setup(_worker: object) -> None:
    """Make a worker of a Dask cluster ready, by the name that Dask calls when it starts one that is to preload this file."""
    backlog.warm_up()


@task(name="Looking for sessions", task_run_name="Looking for sessions", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=300)
def all_sessions(community: str, workers: int) -> list[list[str]]:
    """Return the folders of all sessions, or of one community, from the data root, in shares for so many workers."""
    with contained():
        found = [(relative(folder), backlog.size(folder)) for folder in backlog.sessions(default_raw(), community)]
        return list(backlog.shares(found, workers))


@task(name="Processing sessions", task_run_name="{name}", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=24 * 3600)
def process_sessions(name: str, sessions: list[str], force: bool) -> list[Done]:
    """Process some sessions, one after the other, from their exports to their papers; an error is
    told, not raised, so that it stops no other. ``sessions`` are paths from the data root, which
    the machine that runs this may hold elsewhere."""
    with contained():
        return [backlog.process_one(Path(default_raw().parent, session), force) for session in sessions]
