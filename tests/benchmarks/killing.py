"""Kill worker, server and runs at random moments; after each, a new start makes all whole.

    python tests/benchmarks/killing.py --times 50
    python tests/benchmarks/killing.py --times 50 --without-service

Each time a session's exports arrive, something is killed with SIGKILL while they are
processed, and the service is brought up again. Then the session must be complete, its files
the very bytes of a run that nobody disturbed, nothing beside them, and told of once. Without the
service it is the command that is killed, again and again on one session; after each time every
file in place must be whole, and a last run must make all.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from copaper import steps, store
from copaper.arrivals import QUIET
from copaper.jobs import Job, job_for

ROOT = Path(__file__).resolve().parent.parent.parent
FIXTURE = ROOT / "tests" / "fixtures" / "zoom-mini"
VICTIMS = ("run", "worker", "server", "everything")
PATIENCE = 400.0
SETTLED = 240.0
"""Seconds in which nothing may be left that the service still takes for a run of a session."""
_PASSING = (store.LOCK, store.PROVENANCE)


class Service:
    """A service in a folder of its own, steered as a person would."""

    def __init__(self, home: Path, port: int) -> None:
        self.home = home
        (home / ".copaper").mkdir(parents=True, exist_ok=True)
        (home / ".copaper" / "port").write_text(str(port))

    @property
    def raw(self) -> Path:
        return self.home / "data" / "raw"

    def command(self, *words: str) -> subprocess.CompletedProcess:
        variables = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")}
        return subprocess.run(
            [sys.executable, "-m", "copaper", *words], capture_output=True, text=True, cwd=self.home, timeout=300,
            env={**variables, "COPAPER_HOME": str(self.home), "PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    def ask(self, path: str, body: dict):
        port = (self.home / ".copaper" / "port").read_text()
        request = urllib.request.Request(f"http://127.0.0.1:{port}/api/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"})
        for last in (False,) * 9 + (True,):
            try:
                with urllib.request.urlopen(request, timeout=30) as answer:
                    text = answer.read()
                    return json.loads(text) if text else None
            except OSError:  # busy for a moment
                if last:
                    raise
                time.sleep(1)

    def scan(self) -> None:
        """Start a scan now instead of within the minute."""
        (deployment,) = self.ask("deployments/filter", {"deployments": {"name": {"any_": ["scan-arrivals"]}}})
        self.ask(f"deployments/{deployment['id']}/create_flow_run", {})

    def processes(self) -> dict[str, list[int]]:
        """Return the processes of worker, server and runs."""
        found: dict[str, list[int]] = {"worker": [], "server": [], "run": []}
        for path in Path("/proc").glob("[0-9]*"):
            try:
                own = f"PREFECT_HOME={self.home / '.copaper' / 'prefect'}".encode() in (path / "environ").read_bytes().split(b"\0")
                command = (path / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if own:
                kind = "server" if b"server" in command else "worker" if b"worker" in command else "run"
                found[kind].append(int(path.name))
        return found

    def unfinished(self) -> list[dict]:
        """Return the runs of sessions that wait or run, as the server sees it."""
        return self.ask("flow_runs/filter", {"flow_runs": {"tags": {"all_": ["webinar"]}, "state": {"type": {"any_": ["SCHEDULED", "PENDING", "RUNNING", "CANCELLING"]}}}})

    def kill(self, victim: str) -> int:
        """Kill with SIGKILL; return how many processes that were."""
        found = self.processes()
        pids = sum(found.values(), []) if victim == "everything" else found[victim]
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        return len(pids)

    @property
    def notices(self) -> str:
        file = self.home / ".copaper" / "notices.txt"
        return file.read_text("utf-8") if file.is_file() else ""


def until(holds, patience: float = PATIENCE, every: float = 1.0, meanwhile=lambda: None) -> bool:
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            return False
        meanwhile()
        time.sleep(every)
    return True


def prepare(home: Path, count: int) -> list[Path]:
    """Lay ``count`` sessions aside that differ; they come to rest before they arrive."""
    (home / "data" / "raw" / "bas").mkdir(parents=True)
    (home / "data" / "raw" / "bas" / "community.yaml").write_text("code: bas\nname: Business Advisory Services\n")
    found = []
    for number in range(count):
        folder = home / "aside" / (date(2021, 3, 4) + timedelta(days=number)).isoformat()
        shutil.copytree(FIXTURE, folder, ignore=shutil.ignore_patterns("README*"))
        for file in folder.glob("*.vtt"):
            file.write_text(file.read_text("utf-8").replace("three questions", f"{number + 3} questions"), "utf-8")
        found.append(folder)
    return found


def outputs(out: Path) -> dict[str, str]:
    return {str(p.relative_to(out)): store.sha256(p.read_bytes()) for p in sorted(out.rglob("*")) if p.is_file() and p.name not in _PASSING}


def arrive(service: Service, aside: Path) -> Job:
    """Let a session arrive, and have it found at once."""
    arrived = service.raw / "bas" / aside.name
    os.rename(aside, arrived)
    service.scan()
    return job_for(arrived)


def undisturbed_seconds(service: Service, aside: Path) -> float:
    """Return how long a session takes from its arrival to the end of its run when nothing is killed."""
    job, begun = arrive(service, aside), time.monotonic()
    assert until(lambda: store.is_current(job.out, job.fingerprint) and not service.unfinished(), every=0.5)
    return time.monotonic() - begun


def disturbed(service: Service, aside: Path, victim: str, moment: float) -> dict[str, object]:
    """Let a session arrive, kill ``victim`` after ``moment`` seconds, start again; return what came of it."""
    job = arrive(service, aside)
    time.sleep(moment)
    steps_done = job.out.exists()
    killed = service.kill(victim)
    begun = time.monotonic()
    started = service.command("up")
    if started.returncode:
        return {"victim": victim, "killed": killed, "fault": "up failed"}

    def look() -> None:
        if not service.processes()["run"]:
            service.scan()

    whole = until(lambda: store.is_current(job.out, job.fingerprint), every=3.0, meanwhile=look)
    took = time.monotonic() - begun
    settled = until(lambda: not service.unfinished(), patience=SETTLED)
    with tempfile.TemporaryDirectory() as beside:
        undisturbed = job_for(job.raw, out=Path(beside) / job.raw.name)
        steps.process(undisturbed)
        same = outputs(job.out) == outputs(undisturbed.out)
    told = service.notices.count(f"Completed: bas {job.raw.name}.")
    fault = "not complete" if not whole else "not at rest" if not settled else "other bytes or files" if not same else f"told {told} times" if told > 1 else ""
    return {"victim": victim, "killed": killed, "at": round(moment, 1), "began": steps_done, "seconds": round(took, 1), "fault": fault}


def command_killed(times: int, chance: random.Random) -> None:
    """Kill ``copaper process`` so many times on one session; print what was found in its folder."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (session,) = prepare(home, 1)
        words = [sys.executable, "-m", "copaper", "process", str(session), "--out", str(home / "out"), "--force"]
        begun = time.monotonic()
        subprocess.run(words, cwd=ROOT, capture_output=True, check=True)
        within, whole = time.monotonic() - begun, outputs(home / "out")
        shutil.rmtree(home / "out")
        killed = held = faults = 0
        for _ in range(times):
            process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, within))
            killed += process.poll() is None
            process.kill()
            process.wait()
            held += (home / "out" / store.WORK).exists()
            in_place = {name: digest for name, digest in outputs(home / "out").items() if not name.startswith(".")}
            faults += any(whole.get(name) != digest for name, digest in in_place.items())
        subprocess.run(words, cwd=ROOT, capture_output=True, check=True)
        same = outputs(home / "out") == whole
    print(f"undisturbed: {within:.1f} s; {times} times, {killed} while it ran, {held} while it held the session; files not whole in place: {faults}; all made at the end: {same}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without-service", action="store_true")
    parser.add_argument("--port", type=int, default=4600)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    if arguments.without_service:
        command_killed(arguments.times, chance)
        return
    with tempfile.TemporaryDirectory() as folder:
        service = Service(Path(folder), arguments.port)
        first, *aside = prepare(service.home, arguments.times + 1)
        assert service.command("up").returncode == 0
        time.sleep(QUIET)
        results = []
        try:
            within = undisturbed_seconds(service, first)
            print(f"undisturbed: {within:.1f} s; the moments lie within them", flush=True)
            for number, session in enumerate(aside):
                results.append(disturbed(service, session, VICTIMS[number % len(VICTIMS)], chance.uniform(0, within)))
                print(json.dumps(results[-1]), flush=True)
        finally:
            service.command("down")
    faults = Counter(result["fault"] for result in results)
    print(f"{len(results)} times, {sum(1 for r in results if r['killed'])} with something to kill, whole afterwards: {faults['']}; others: {dict(faults)}")
    print(f"seconds from the new start to whole: median {sorted(r.get('seconds', 0) for r in results)[len(results) // 2]}, longest {max(r.get('seconds', 0) for r in results)}")


if __name__ == "__main__":
    main()
