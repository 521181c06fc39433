"""How long many sessions take with one process, with two, and on a two-worker Dask cluster: all in one run.

    python tests/benchmarks/scale.py --sessions 400 --cues 15 --ways "one process" "two processes" "Dask, two workers"

The sessions are variants of a small fixture, or of the case that is given with ``--case``, made for
the run; with ``--cues``, of so much of its transcript. Each way starts from nothing. Also measured:
the flow with one process, which does the same with Prefect's server beside it. Prints seconds,
also till the first paper, speed-up, memory (of all processes together, and its peak) and what else the machine
had to do, as a table for docs/operations.md; asserts nothing. Dask is left out where it is not installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FIXTURE = ROOT / "tests" / "fixtures" / "zoom-mini"
COMMAND = ("-m", "copaper", "process", "--all", "--json")
FLOW = ("-m", "flows.process_all", "--runner", "processes")
WAYS = {
    "one process": COMMAND,
    "two processes": (*COMMAND, "--jobs", "2"),
    "the flow, one process": (*FLOW, "--jobs", "1"),
    "the flow, two processes": (*FLOW, "--jobs", "2"),
    "Dask, two workers": (*COMMAND, "--runner", "dask", "--jobs", "2"),
}


def shortened(case: Path, cues: int, folder: Path) -> Path:
    """Write the first ``cues`` cues of a case's transcript, and nothing else of it, into ``folder``."""
    folder.mkdir()
    for file in case.glob("*.vtt"):
        head, *rest = file.read_text("utf-8").strip().split("\n\n")
        (folder / file.name).write_text("\n\n".join([head, *rest[:cues]]) + "\n", "utf-8")
    return folder


def length(case: Path) -> str:
    """Return in words how much is said in a session."""
    texts = [file.read_text("utf-8").split("\n") for file in case.glob("*.vtt")]
    cues = sum("-->" in line for lines in texts for line in lines)
    words = sum(len(line.split()) for lines in texts for line in lines if line and not line[0].isdigit() and line != "WEBVTT")
    return f"{cues} cues and {words} words"


def prepare(home: Path, case: Path, count: int) -> None:
    """Lay out ``count`` sessions that differ in what is said."""
    community = home / "data" / "raw" / "bas"
    community.mkdir(parents=True)
    (community / "community.yaml").write_text("code: bas\nname: Business Advisory Services\n")
    for number in range(count):
        folder = community / (date(2019, 1, 1) + timedelta(days=number)).isoformat()
        shutil.copytree(case, folder, ignore=shutil.ignore_patterns("README*", "*.json"))
        for file in folder.glob("*.vtt"):
            lines = file.read_text("utf-8").rstrip().split("\n")
            file.write_text("\n".join([*lines[:-1], f"{lines[-1]} That was remark {number}."]) + "\n", "utf-8")


def family(pid: int) -> set[int]:
    """Return a process and all that it started."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parents.setdefault(int((path / "stat").read_text().rpartition(")")[2].split()[1]), []).append(int(path.name))
        except OSError:
            continue
    found, waiting = set(), [pid]
    while waiting:
        found.add(one := waiting.pop())
        waiting += parents.get(one, [])
    return found


def memory(pids: set[int]) -> float:
    """Return the MB that these processes hold, shared pages counted once among them."""
    total = 0
    for pid in pids:
        try:
            total += next(int(line.split()[1]) for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines() if line.startswith("Pss:"))
        except (OSError, StopIteration):
            continue
    return total / 1024


def busy() -> tuple[float, float]:
    """Return the seconds that the machine's processors worked, and those of them that were idle."""
    fields = [int(field) / os.sysconf("SC_CLK_TCK") for field in Path("/proc/stat").read_text().split("\n")[0].split()[1:]]
    idle = fields[3] + fields[4]
    return sum(fields[:8]) - idle, idle


def spent() -> float:
    """Return the processor seconds of all processes that this one waited for."""
    times = os.times()
    return times.children_user + times.children_system


def measure(words: tuple[str, ...], home: Path) -> dict[str, float]:
    shutil.rmtree(home / "data" / "processed", ignore_errors=True)
    variables = {**os.environ, "COPAPER_HOME": str(home), "PREFECT_HOME": str(home / "prefect"), "PREFECT_LOGGING_LEVEL": "ERROR", "DO_NOT_TRACK": "1"}
    peak, first, over = 0.0, 0.0, threading.Event()
    begun, worked, own = time.monotonic(), busy()[0], spent()
    process = subprocess.Popen([sys.executable, *words], cwd=ROOT, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def watch() -> None:
        nonlocal peak, first
        while not over.wait(1.0):
            peak = max(peak, memory(family(process.pid)))
            if not first and any((home / "data" / "processed").glob("*/*/provenance.json")):
                first = time.monotonic() - begun

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    seconds = time.monotonic() - begun
    over.set()
    watcher.join()
    made = len(list((home / "data" / "processed").glob("*/*/provenance.json")))
    return {"seconds": seconds, "first": first, "peak": peak, "made": made, "own": spent() - own, "worked": busy()[0] - worked}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sessions", type=int, default=400)
    parser.add_argument("--case", type=Path, default=FIXTURE)
    parser.add_argument("--cues", type=int, default=0, help="so many cues of each transcript, without chat and attendance; else the whole case")
    parser.add_argument("--ways", nargs="*", choices=WAYS, default=list(WAYS))
    arguments = parser.parse_args()
    cores, first = os.cpu_count(), None
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        case = shortened(arguments.case, arguments.cues, Path(folder, arguments.case.name)) if arguments.cues else arguments.case
        prepare(home, case, arguments.sessions)
        print(f"{arguments.sessions} sessions of {length(case)} ({case.name}); {cores} cores, load before: {os.getloadavg()[0]:.1f}\n")
        print("| | seconds | of these till the first paper | times as fast | processor seconds | MB | share of the machine that others had | made |")
        print("|---|---|---|---|---|---|---|---|", flush=True)
        for way in arguments.ways:
            if "dask" in WAYS[way] and importlib.util.find_spec("prefect_dask") is None:
                print(f"| {way} | not measured: prefect-dask is not installed |")
                continue
            found = measure(WAYS[way], home)
            first = first or found["seconds"]
            # What processors did for nobody of ours: by how much the figures suffer.
            others = max(0.0, found["worked"] - found["own"]) / (cores * found["seconds"])
            print(
                f"| {way} | {found['seconds']:.0f} | {found['first']:.0f} | {first / found['seconds']:.2f} | {found['own']:.0f} | {found['peak']:.0f} | {others:.0%} | {found['made']} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
