"""New exports to runs of process-webinar."""

from __future__ import annotations

from uuid import UUID

from prefect import flow, get_run_logger
from prefect.deployments import run_deployment
from prefect.states import Completed, State

from tasks.arrivals import left_alone, look, lost


@flow(name="scan-arrivals", flow_run_name="scan", timeout_seconds=600)
def scan_arrivals() -> State:
    """Start a run for every session whose exports have arrived and come to rest.

    A session is started once for each state of its files: neither a second scan nor one that
    failed starts it again until a file changes.
    """
    found = look()
    for community, session, key in found:
        run = run_deployment(
            "process-webinar/process-webinar",
            parameters={"community": community, "session": session},
            flow_run_name=f"{community} {session}",
            idempotency_key=key,
            timeout=0,
            as_subflow=False,
        )
        get_run_logger().info("%s %s: run %s", community, session, run.name)
    again = lost()
    for deployment, parameters, key in again:
        run_deployment(UUID(deployment), parameters=parameters, idempotency_key=key, timeout=0, as_subflow=False)
    waiting = left_alone()
    return Completed(message=f"{len(found)} session(s) to process, {len(again)} other lost run(s) started again, {waiting} folder(s) or file(s) left alone for long.")
