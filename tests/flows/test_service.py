"""The service as a person starts it: up, exports dropped in, papers and a notice, down."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from copaper import steps, store

ROOT = Path(__file__).resolve().parent.parent.parent
FIXTURE = ROOT / "tests" / "fixtures" / "zoom-mini"
CANARY = "Zanzibargeld"
PATIENCE = 240


def service(home: Path, what: str) -> subprocess.CompletedProcess:
    variables = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")}
    return subprocess.run(
        [sys.executable, "-m", "copaper", what], capture_output=True, text=True, cwd=home, timeout=PATIENCE,
        env={**variables, "COPAPER_HOME": str(home), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A data folder with a good session, full of a word that must not leave it, and a bad one."""
    folder = tmp_path_factory.mktemp("service")
    community = folder / "data" / "raw" / "bas"
    good, bad = community / "2020-09-22", community / "2020-10-22"
    shutil.copytree(FIXTURE, good, ignore=shutil.ignore_patterns("README*"))
    (community / "community.yaml").write_text("code: bas\nname: Business Advisory Services\n")
    for file in good.iterdir():
        if file.suffix in (".vtt", ".txt"):
            file.write_text(file.read_text("utf-8").replace(" the ", f" the {CANARY} "), "utf-8")
    bad.mkdir()
    (bad / "transcript.vtt").write_text("")
    (folder / ".copaper").mkdir()
    (folder / ".copaper" / "port").write_text("4321")
    yield folder
    service(folder, "down")


def ask(home: Path, path: str, body: dict) -> list | dict:
    port = (home / ".copaper" / "port").read_text()
    request = urllib.request.Request(f"http://127.0.0.1:{port}/api/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read())


def notices(home: Path) -> str:
    file = home / ".copaper" / "notices.txt"
    return file.read_text("utf-8") if file.is_file() else ""


def until(holds, patience: float = PATIENCE) -> bool:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(1)
    return False


@pytest.fixture(scope="module")
def served(home):
    started = service(home, "up")
    assert started.returncode == 0, started.stderr
    assert until(lambda: "2020-09-22" in notices(home) and "2020-10-22" in notices(home)), notices(home)
    return home


def test_exports_that_were_dropped_in_become_papers_without_another_touch(served):
    job = steps.job_for(served / "data" / "raw" / "bas" / "2020-09-22")
    assert store.is_current(job.out, job.fingerprint)
    assert "Completed: bas 2020-09-22." in notices(served)
    assert "/runs/flow-run/" in notices(served)


def test_a_bad_drop_is_told_of_once_and_not_tried_for_ever(served):
    assert "Failed: bas 2020-10-22." in notices(served)
    deployment = {d["name"]: d["id"] for d in ask(served, "deployments/filter", {})}["scan-arrivals"]
    ask(served, f"deployments/{deployment}/create_flow_run", {})
    scans = {"flow_runs": {"name": {"any_": ["scan"]}, "state": {"type": {"any_": ["COMPLETED"]}}}}
    before = len(ask(served, "flow_runs/filter", scans))
    assert until(lambda: len(ask(served, "flow_runs/filter", scans)) > before)
    assert notices(served).count("Failed: bas 2020-10-22.") == 1


def test_the_quarter_is_planned_for_six_in_the_morning(served):
    planned = {"flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}, "tags": {"all_": ["report"]}}}
    assert until(lambda: bool(ask(served, "flow_runs/filter", planned)))
    (run,) = ask(served, "flow_runs/filter", planned)
    when = datetime.fromisoformat(run["expected_start_time"]).astimezone(ZoneInfo("Africa/Johannesburg"))
    assert (when.day, when.month in (1, 4, 7, 10), when.hour, when.minute) == (1, True, 6, 0)


def test_a_second_start_changes_nothing(served):
    again = service(served, "up")
    assert again.returncode == 0 and "up already" in again.stdout
    assert len(ask(served, "automations/filter", {})) == 1
    assert service(served, "status").returncode == 0


def test_no_word_of_a_session_is_in_what_the_service_keeps(served):
    kept = [path for path in (served / ".copaper").rglob("*") if path.is_file()]
    assert any(path.suffix == ".db" for path in kept)
    for path in kept:
        assert CANARY.encode() not in path.read_bytes(), path.name
    assert CANARY in (served / "data" / "processed" / "bas" / "2020-09-22" / "session.json").read_text("utf-8")


def test_down_ends_everything(served):
    assert service(served, "down").returncode == 0
    assert service(served, "status").returncode == 1
    with pytest.raises(OSError):
        ask(served, "deployments/filter", {})
