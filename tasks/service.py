"""The service on one machine: Prefect's server, the deployments, the automation, a worker.

    python -m tasks.service up | down | status

What ``copaper up``, ``copaper down`` and ``copaper status`` start. Everything of it lies in
``.copaper/`` beside ``data/``. Both processes go on when the terminal is closed.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST_PORT = 4200
POOL = "copaper"
PATIENCE = 120
"""Seconds to wait for the server; it sets up its database at the first start."""
HEARTBEAT, LOST_AFTER = 30, 90
"""Seconds: how often a run says that it lives, and without how long it is marked Crashed."""
AUTOMATION = "Mark lost runs as crashed"
_ENDS = ("Completed", "Failed", "Cancelled", "Crashed", "Paused", "Suspended")


def home() -> Path:
    """Return the folder that holds ``data/`` and ``.copaper/``."""
    return Path(os.environ.get("COPAPER_HOME", ".")).resolve()


def place() -> Path:
    return home() / ".copaper"


def environment(port: int) -> dict[str, str]:
    """Return the variables of both processes: nothing leaves the machine, nobody else gets in."""
    url = f"http://127.0.0.1:{port}"
    return {
        **os.environ,
        "COPAPER_HOME": str(home()),
        "DO_NOT_TRACK": "1",
        "PREFECT_API_URL": f"{url}/api",
        "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": str(HEARTBEAT),
        "PREFECT_HOME": str(place() / "prefect"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_API_HOST": "127.0.0.1",
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_SERVER_UI_API_URL": f"{url}/api",
        "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
        "PREFECT_SERVER_UI_V2_ENABLED": "false",  # the newer pages ask a server of their makers for settings
        "PREFECT_UI_URL": url,
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
    }


# --- processes -------------------------------------------------------------------------------


def running(name: str) -> int:
    """Return the process of ``server`` or ``worker`` if it lives, else 0."""
    try:
        pid = int((place() / f"{name}.pid").read_text())
        command = Path(f"/proc/{pid}/cmdline").read_bytes() if Path("/proc").is_dir() else b"prefect"
        os.kill(pid, 0)
    except (OSError, ValueError):
        return 0
    return pid if b"prefect" in command else 0  # the number may be another program's by now


def start(name: str, arguments: list[str], variables: dict[str, str]) -> int:
    """Start a process that outlives this one, its output in ``.copaper/<name>.log``."""
    with open(place() / f"{name}.log", "ab") as log:
        # A process started in the background ignores Ctrl-C, and then Prefect's worker ignores SIGTERM too.
        process = subprocess.Popen(
            [sys.executable, "-m", "prefect", *arguments], stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            cwd=ROOT, env=variables, start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )  # fmt: skip
    (place() / f"{name}.pid").write_text(str(process.pid))
    return process.pid


def stop(name: str, patience: float = 15.0) -> bool:
    """End a process and all that it started; return whether it was running."""
    pid = running(name)
    if not pid:
        return False
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(pid, sign)
        except ProcessLookupError:
            break
        end = time.monotonic() + patience
        while time.monotonic() < end and _lives(pid):
            time.sleep(0.2)
        if not _lives(pid):
            break
    (place() / f"{name}.pid").unlink(missing_ok=True)
    return True


def _lives(pid: int) -> bool:
    try:
        if os.waitpid(pid, os.WNOHANG)[0] == pid:
            return False  # a child of ours that has ended
    except ChildProcessError:
        pass
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def free_port() -> int:
    """Return the port of the last start if it can be had, else the next free one."""
    kept = place() / "port"
    first = int(kept.read_text()) if kept.is_file() and kept.read_text().isdecimal() else FIRST_PORT
    for port in range(first, first + 100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                kept.write_text(str(port))
                return port
    raise SystemExit("Could not: no free port.\n  → End other servers on this machine and try again.")


def port_in_use() -> int:
    return int((place() / "port").read_text())


def healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


# --- the commands ----------------------------------------------------------------------------


def up(say: Callable[[str], None] = print) -> int:
    """Bring everything up; what is up already stays. Return an exit code."""
    place().mkdir(parents=True, exist_ok=True)
    if running("server"):
        port = port_in_use()
        say(f"The server is up already (process {running('server')}).")
    else:
        port = free_port()
        say("Starting the server …")
        start("server", ["server", "start", "--host", "127.0.0.1", "--port", str(port)], environment(port))
    end = time.monotonic() + PATIENCE
    while not healthy(port):
        if time.monotonic() > end or not running("server"):
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
    if running("worker"):
        say(f"The worker is up already (process {running('worker')}).")
    else:
        say("Starting the worker …")
        start("worker", ["worker", "start", "--pool", POOL, "--name", "copaper", "--limit", "2"], environment(port))
    say("")
    say(f"Copaper is up. Web page: http://127.0.0.1:{port}")
    say(f"  Put exports into {home() / 'data' / 'raw'}/<community>/<date>; they are processed a minute or two after the copy has ended.")
    say(f"  What happened is told in {place() / 'notices.txt'}; “copaper status” shows the state, “copaper down” ends it.")
    return 0


def down(say: Callable[[str], None] = print) -> int:
    """End worker and server; a run that is cut off is put right by the next one."""
    ended = [name for name in ("worker", "server") if stop(name)]
    say(f"Ended: {' and '.join(ended)}." if ended else "Nothing was running.")
    return 0


def status(say: Callable[[str], None] = print) -> int:
    """Say what is up and how the last runs ended; exit code 1 when something is down."""
    server, worker = running("server"), running("worker")
    answers = bool(server) and healthy(port_in_use())
    say(f"Server: {'up' if answers else 'does not answer' if server else 'down'}" + (f", http://127.0.0.1:{port_in_use()}" if answers else ""))
    say(f"Worker: {'up' if worker else 'down'}")
    if answers:
        runs = ask(port_in_use(), "flow_runs/filter", {"limit": 8, "sort": "EXPECTED_START_TIME_DESC", "flow_runs": {"state": {"type": {"not_any_": ["SCHEDULED"]}}}})
        for run in runs:
            say(f"  {run['expected_start_time'][:16].replace('T', ' ')}  {run['state_name']:<10} {run['name']}")
        for run in ask(port_in_use(), "flow_runs/filter", {"limit": 3, "sort": "EXPECTED_START_TIME_ASC", "flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}, "tags": {"all_": ["report"]}}}):
            say(f"  {run['expected_start_time'][:16].replace('T', ' ')}  planned    {run['name']}")
    return 0 if answers and worker else 1


def ask(port: int, path: str, body: dict, method: str = "POST"):
    """Ask the server's API and return its answer."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}, method=method
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        text = answer.read()
        return json.loads(text) if text else None


def automate(port: int) -> None:
    """Have the server mark runs Crashed that no longer say they live, as those of a killed worker."""
    events = ["prefect.flow-run.heartbeat", *(f"prefect.flow-run.{end}" for end in _ENDS)]
    wanted = {
        "name": AUTOMATION, "description": "A run whose machine or worker went away would be shown as Running for good.", "enabled": True,
        "trigger": {"type": "event", "posture": "Proactive", "match": {"prefect.resource.id": "prefect.flow-run.*"}, "after": [events[0]],
                    "expect": events, "for_each": ["prefect.resource.id"], "threshold": 1, "within": LOST_AFTER},
        "actions": [{"type": "change-flow-run-state", "state": "CRASHED", "message": "Nothing was heard of this run any more."}],
    }  # fmt: skip
    known = [a for a in ask(port, "automations/filter", {"automations": {"name": {"any_": [AUTOMATION]}}}) if a["name"] == AUTOMATION]
    if known:
        ask(port, f"automations/{known[0]['id']}", wanted, "PUT")
    else:
        ask(port, "automations/", wanted)


if __name__ == "__main__":
    sys.exit({"up": up, "down": down, "status": status}[sys.argv[1]]())
