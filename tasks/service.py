"""The service on one machine: Prefect's server, the deployments, the automation, a worker.

    python -m tasks.service up | down | status | prepare

What ``copaper up``, ``copaper down`` and ``copaper status`` start. Everything of it lies in
``.copaper/`` beside ``data/``. Both processes go on when the terminal is closed. ``prepare``
is for a server that something else starts, such as systemd.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable

from tasks.processes import BLOCK, ROOT, alone, end, free_port, healthy, home, kept_elsewhere, place, port_in_use, running, runs, setting, start, stop, temporary

POOL = NAME = "copaper"
"""Of the work pool, and of this machine's worker."""
PATIENCE = 120
"""Seconds to wait for the server; it sets up its database at the first start."""
HEARTBEAT, LOST_AFTER = 30, 90
"""Seconds: how often a run says that it lives, and without how long it is marked Crashed."""
DAYS_OF_EVENTS = 2
AUTOMATION, NO_WORKER = "Mark lost runs as crashed", "Tell when no worker is there"
_ENDS = ("Completed", "Failed", "Cancelled", "Crashed", "Paused", "Suspended")


def environment(port: int) -> dict[str, str]:
    """Return the variables of both processes: nothing leaves the machine, nobody else gets in."""
    url = f"http://127.0.0.1:{port}"
    page = os.environ.get("PREFECT_UI_URL") or url  # another where a proxy stands before it
    return {
        **os.environ,
        "COPAPER_HOME": str(home()),
        "DO_NOT_TRACK": "1",
        "PREFECT_API_URL": f"{url}/api",
        "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": str(HEARTBEAT),
        "PREFECT_HOME": str(place() / "prefect"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_API_HOST": "127.0.0.1",
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": os.environ.get("PREFECT_SERVER_CORS_ALLOWED_ORIGINS") or page,  # by default any page in a browser here may ask the server
        "PREFECT_SERVER_API_PORT": str(port),
        # A scan each minute would fill the database.
        "PREFECT_SERVER_EVENTS_RETENTION_PERIOD": f"P{DAYS_OF_EVENTS}D",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,orphans",
        "PREFECT_SERVER_UI_API_URL": os.environ.get("PREFECT_SERVER_UI_API_URL") or f"{page}/api",
        "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
        "PREFECT_SERVER_UI_V2_ENABLED": "false",  # the newer pages ask a server of their makers for settings
        "PREFECT_UI_URL": page,
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
        "TMPDIR": temporary(),
    }


# --- the commands ----------------------------------------------------------------------------


def up(say: Callable[[str], None] = print) -> int:
    """Bring everything up; what is up already stays. Return an exit code."""
    if running("server"):
        port = port_in_use()
        say(f"The server is up already (process {running('server')}).")
    else:
        port = free_port()
        say("Starting the server …")
        start("server", ["server", "start", "--host", "127.0.0.1", "--port", str(port)], environment(port))
    if fault := prepare(port, say, lambda: bool(running("server"))):
        return fault
    if running("worker"):
        say(f"The worker is up already (process {running('worker')}).")
    else:
        if not runs() and (lost := settle(port)):
            say(f"{lost} run{' was' if lost == 1 else 's were'} cut off by the last end and will be started again.")
        say("Starting the worker …")
        start("worker", ["worker", "start", "--pool", POOL, "--name", NAME, "--limit", "2"], environment(port))
    say("")
    say(f"Copaper is up. Web page: http://127.0.0.1:{port}")
    say(f"  Put exports into {home() / 'data' / 'raw'}/<community>/<date>; they are processed a minute or two after the copy has ended.")
    say(f"  What happened is told in {place() / 'notices.txt'}; “copaper status” shows the state, “copaper down” ends it.")
    return 0


def prepare(port: int | None = None, say: Callable[[str], None] = print, lives: Callable[[], bool] = lambda: True) -> int:
    """Give a server that starts or runs its work pool, deployments, schedules, automations."""
    port = port or port_in_use()
    last = time.monotonic() + PATIENCE
    while not healthy(port):
        if time.monotonic() > last or not lives():
            print(f"Could not: the server did not start.\n  → {place() / 'server.log'} says why.", file=sys.stderr)
            return 1
        time.sleep(0.3)
    say("Bringing deployments and schedules up to date …")
    for arguments in (["work-pool", "create", POOL, "--type", "process", "--overwrite"], ["--no-prompt", "deploy", "--all"]):
        done = subprocess.run([sys.executable, "-m", "prefect", *arguments], cwd=ROOT, env=environment(port), capture_output=True, text=True)
        if done.returncode:
            (place() / "deploy.log").write_text(done.stdout + done.stderr)
            print(f"Could not: “prefect {' '.join(arguments)}” failed.\n  → {place() / 'deploy.log'} says why.", file=sys.stderr)
            return 1
    automate(port)
    drop_late_scans(port)
    return 0


def down(say: Callable[[str], None] = print) -> int:
    """End worker, runs and server; a run that is cut off is put right by the next one."""
    ended = [name for name in ("worker",) if stop(name)]
    if not kept_elsewhere("worker") and (cut := runs()):
        end(cut)
    ended += [name for name in ("server",) if stop(name)]
    left = [name for name in ("worker", "server") if kept_elsewhere(name)]
    if ended or not left:
        say(f"Ended: {' and '.join(ended)}." if ended else "Nothing was running.")
    if left:
        print(f"Could not end what something else started: {' and '.join(left)}.\n  → If that is systemd: systemctl stop copaper-worker copaper-server", file=sys.stderr)
    return 1 if left else 0


def drop_late_scans(port: int) -> None:
    """Cancel the scans that nobody ran while no worker was there, one for each minute: the next
    one sees all that they would have seen."""
    late = {"tags": {"all_": ["service"]}, "state": {"name": {"any_": ["Late"]}}}
    while found := ask(port, "flow_runs/filter", {"limit": 200, "flow_runs": late}):
        for run in found:
            state = {"type": "CANCELLED", "name": "Cancelled", "message": "A later scan sees the same."}
            ask(port, f"flow_runs/{run['id']}/set_state", {"state": state, "force": True})


def settle(port: int) -> int:
    """Mark the runs Crashed that a worker of this machine left when it was ended; return how many.

    Nothing is done while another machine's worker is there: the runs may be its own."""
    workers = ask(port, f"work_pools/{POOL}/workers/filter", {})
    if any(worker["status"] == "ONLINE" and worker["name"] != NAME for worker in workers):
        return 0
    left = ask(port, "flow_runs/filter", {"flow_runs": {"state": {"type": {"any_": ["RUNNING", "PENDING", "CANCELLING"]}}}})
    for run in left:
        state = {"type": "CRASHED", "name": "Crashed", "message": "The service was ended while it ran."}
        ask(port, f"flow_runs/{run['id']}/set_state", {"state": state, "force": True})
    return len(left)


def status(say: Callable[[str], None] = print) -> int:
    """Say what is up, how the last runs ended and what waits for somebody; exit code 1 when something is down."""
    from tasks import overview  # knows sessions, which takes a second that the other commands need not wait

    server, worker = running("server"), running("worker")
    answers = bool(server) and healthy(port_in_use())
    say(f"Server: {'up' if answers else 'does not answer' if server else 'down'}" + (f", http://127.0.0.1:{port_in_use()}" if answers else ""))
    say(f"Worker: {'up' if worker else 'down'}")
    if answers:
        def found(**more) -> list[dict]:
            return ask(port_in_use(), "flow_runs/filter", more)

        for line in overview.of_runs(found):
            say(line)
    for line in overview.of_sessions(time.time()):
        say(line)
    return 0 if answers and worker else 1


def ask(port: int, path: str, body: dict, method: str = "POST"):
    """Ask the server's API and return its answer."""
    headers = {"Content-Type": "application/json"}
    if secret := setting("PREFECT_API_AUTH_STRING"):
        headers["Authorization"] = f"Basic {base64.b64encode(secret.encode()).decode()}"
    request = urllib.request.Request(f"http://127.0.0.1:{port}/api/{path}", json.dumps(body).encode(), headers, method=method)
    for last in (False,) * 9 + (True,):
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                text = answer.read()
                return json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            if last or error.code != 503:  # busy for a moment, as while SQLite is locked
                raise
            time.sleep(1)


def automate(port: int) -> None:
    """Have the server mark runs Crashed that no longer say they live, as those of a killed worker,
    and tell when no worker is there, if there is a block to tell by: a worker cannot do that."""
    events = ["prefect.flow-run.heartbeat", *(f"prefect.flow-run.{end}" for end in _ENDS)]
    _automation(port, AUTOMATION, "A run whose machine or worker went away would be shown as Running for good.", {
        "type": "event", "posture": "Proactive", "match": {"prefect.resource.id": "prefect.flow-run.*"}, "after": [events[0]],
        "expect": events, "for_each": ["prefect.resource.id"], "threshold": 1, "within": LOST_AFTER,
    }, {"type": "change-flow-run-state", "state": "CRASHED", "message": "Nothing was heard of this run any more."})  # fmt: skip
    blocks = ask(port, "block_documents/filter", {"include_secrets": False})
    if block := next((block for block in blocks if block["name"] == BLOCK), None):
        _automation(port, NO_WORKER, "Nothing is processed while no worker is there.", {
            "type": "event", "posture": "Reactive", "match": {"prefect.resource.id": "prefect.work-pool.*"},
            "expect": ["prefect.work-pool.not-ready"], "for_each": ["prefect.resource.id"], "threshold": 1, "within": 0,
        }, {"type": "send-notification", "block_document_id": block["id"], "subject": "Copaper: no worker is there",
            "body": f"Nothing is processed until one is. On the machine of the service: copaper up\nhttp://127.0.0.1:{port}/work-pools"})  # fmt: skip


def _automation(port: int, name: str, description: str, trigger: dict, action: dict) -> None:
    """Make an automation, or bring it up to date."""
    wanted = {"name": name, "description": description, "enabled": True, "trigger": trigger, "actions": [action]}
    known = [a for a in ask(port, "automations/filter", {"automations": {"name": {"any_": [name]}}}) if a["name"] == name]
    if known:
        ask(port, f"automations/{known[0]['id']}", wanted, "PUT")
    else:
        ask(port, "automations/", wanted)


if __name__ == "__main__":
    command = {"up": up, "down": down, "prepare": prepare, "status": status}[sys.argv[1]]
    if command is status:
        try:
            code = status()
            sys.stdout.flush()
        except BrokenPipeError:  # whoever read it, as head does, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 0
        sys.exit(code)
    with alone():
        sys.exit(command())
