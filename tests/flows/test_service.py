"""The service as a person starts it: up, exports dropped in, papers and a notice, killed, down."""

from __future__ import annotations

import asyncio
import http.server
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import uuid
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from prefect.server.schemas.schedules import CronSchedule
from ruamel.yaml import YAML

from copaper import steps, store
from copaper.jobs import job_for
from tasks.service import AUTOMATION
from tests.benchmarks.killing import FIXTURE, ROOT, Service, outputs, until

CANARY = "Zanzibargeld"
NAMES = ("Vuyo", "Dineke", "Hanna", "Themba", "Sindiswa", "Sindi", "Colin", "Ntlanga", "Marais", "Brits", "Radu", "Ngema", "Fredericks")
PATIENCE = 300
DEPLOYMENTS = {d["name"]: d for d in YAML(typ="safe").load((ROOT / "prefect.yaml").read_text())["deployments"]}


def with_canaries(text: str) -> str:
    """Return an export with the canary in every name, address and sentence."""
    text = re.sub(rf"\b({'|'.join(NAMES)})(?=\b|@)", rf"\1{CANARY}", text, flags=re.IGNORECASE)
    return re.sub(r"(?<=[a-z])([.?])(?=\s|$)", rf" {CANARY}\1", text, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A service with a good session, full of a word that must not leave it, and a bad one."""
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", 0))
        except OSError:
            pytest.skip("no port of this machine can be had")
    service = Service(tmp_path_factory.mktemp("service"), 4321)
    community = service.raw / "bas"
    good, bad = community / "2020-09-22", community / "2020-10-22"
    shutil.copytree(FIXTURE, good, ignore=shutil.ignore_patterns("README*"))
    (community / "community.yaml").write_text("code: bas\nname: Business Advisory Services\n")
    for file in good.iterdir():
        file.write_text(with_canaries(file.read_text("utf-8-sig")), "utf-8")
    bad.mkdir()
    (bad / "transcript.vtt").write_text("")
    for aside in ("2021-03-03", "2021-03-04", "2021-03-05"):  # at rest before they arrive
        shutil.copytree(FIXTURE, service.home / "aside" / aside, ignore=shutil.ignore_patterns("README*"))
    started = service.command("up")
    assert started.returncode == 0, started.stderr
    try:
        assert until(lambda: "2020-09-22" in service.notices and "2020-10-22" in service.notices, PATIENCE), service.notices
        yield service
    finally:
        service.command("down")


def runs(service: Service, deployment: str, *states: str) -> list[dict]:
    return service.ask("flow_runs/filter", {"deployments": {"name": {"any_": [deployment]}}, "flow_runs": {"state": {"type": {"any_": list(states)}}}})


def start(service: Service, deployment: str, **more) -> str:
    (found,) = service.ask("deployments/filter", {"deployments": {"name": {"any_": [deployment]}}})
    return service.ask(f"deployments/{found['id']}/create_flow_run", more)["id"]


# --- without a server -----------------------------------------------------------------------


def test_the_quarter_is_reported_at_six_on_the_first_days():
    (planned,) = DEPLOYMENTS["quarterly-report"]["schedules"]
    zone = ZoneInfo("Africa/Johannesburg")
    schedule = CronSchedule(cron=planned["cron"], timezone=planned["timezone"])

    async def dates():
        return await schedule.get_dates(4, datetime(2026, 11, 24, tzinfo=zone))

    found = [moment.astimezone(zone).isoformat() for moment in asyncio.run(dates())]
    assert found == ["2027-01-01T06:00:00+02:00", "2027-04-01T06:00:00+02:00", "2027-07-01T06:00:00+02:00", "2027-10-01T06:00:00+02:00"]


@pytest.mark.parametrize("name", DEPLOYMENTS)
def test_every_deployment_is_explained_tagged_and_limited(name):
    one = DEPLOYMENTS[name]
    assert one["description"].endswith(".") and one["tags"] and one["concurrency_limit"]["limit"] == 1


# --- with one ---------------------------------------------------------------------------------


def test_exports_that_were_dropped_in_become_papers_without_another_touch(served):
    job = job_for(served.raw / "bas" / "2020-09-22")
    assert store.is_current(job.out, job.fingerprint)
    assert "Completed: bas 2020-09-22." in served.notices
    assert "The first draft is made: data/processed/bas/2020-09-22/paper.docx." in served.notices and " SAST Completed" in served.notices
    assert "/runs/flow-run/" in served.notices
    shown = {a["key"] for a in served.ask("artifacts/filter", {})}
    assert {"summary-bas-2020-09-22", "findings-bas-2020-09-22", "paper-pdf-bas-2020-09-22"} <= shown


def test_a_bad_drop_is_told_of_once_and_not_tried_for_ever(served):
    assert "Failed: bas 2020-10-22." in served.notices
    before = len(runs(served, "scan-arrivals", "COMPLETED"))
    served.scan()
    assert until(lambda: len(runs(served, "scan-arrivals", "COMPLETED")) > before, PATIENCE)
    assert served.notices.count("Failed: bas 2020-10-22.") == 1
    assert "data/raw/bas/2020-10-22/transcript.vtt: The file is empty." in served.notices


def test_status_tells_what_failed_and_what_waits_for_somebody(served):
    told = served.command("status").stdout
    assert "Completed  bas-2020-09-22" in told and " SAST  planned    papers of the quarter" in told
    errors = told.partition("Sessions with an open error:\n")[2]
    assert errors.startswith("  bas-2020-10-22: data/raw/bas/2020-10-22/transcript.vtt: The file is empty.")
    assert "bas-2020-09-22  data/processed/bas/2020-09-22/paper.docx, no reviewed copy yet" in told.partition("Drafts that wait for approval")[2]


def test_a_second_start_changes_nothing(served):
    before = {d["id"] for d in served.ask("deployments/filter", {})}
    again = served.command("up")
    assert again.returncode == 0 and "up already" in again.stdout
    assert {d["id"] for d in served.ask("deployments/filter", {})} == before and len(before) == len(DEPLOYMENTS)
    named = {automation["name"] for automation in served.ask("automations/filter", {})}
    assert named == {AUTOMATION, DEPLOYMENTS["process-webinar"]["triggers"][0]["name"]}
    assert until(lambda: "papers of the quarter" in served.command("status").stdout, PATIENCE, every=5)  # planned anew
    assert served.command("status").returncode == 0


def test_a_late_run_reports_the_quarter_it_was_for_and_a_second_one_does_nothing(served):
    due = datetime(2020, 10, 1, 4, 0, 7, tzinfo=ZoneInfo("UTC"))
    for run in range(2):
        late = {"type": "SCHEDULED", "state_details": {"scheduled_time": (due + timedelta(seconds=run)).isoformat()}}
        start(served, "quarterly-report", state=late)
        assert until(lambda run=run: len(runs(served, "quarterly-report", "COMPLETED")) > run, PATIENCE)
    done = sorted(r["state"]["message"] for r in runs(served, "quarterly-report", "COMPLETED"))
    assert done == ["2 papers made for 2020-Q3, in each community's folder of data/processed, and in network.", "Nothing to do: 2020-Q3 is up to date."]
    assert store.is_whole(served.home / "data" / "processed" / "bas" / "2020-Q3")
    assert served.notices.count("2020-Q3") == 2  # its name and its message, once


@pytest.fixture
def told():
    """What a web hook was sent, and its address."""
    found: list[str] = []

    class Hook(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            found.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.send_response(200)
            self.end_headers()

        def log_message(self, *words):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_the_library_is_published_and_told_of_by_the_block_that_is_set_up(served, told, tmp_path):
    found, address = told
    block = (
        "from prefect.blocks.notifications import CustomWebhookNotificationBlock as Hook\n"
        f"Hook(name='hook', url={address!r}, method='POST', json_data={{'told': '{{{{subject}}}} {{{{body}}}}'}}).save('copaper')"
    )
    port = (served.home / ".copaper" / "port").read_text()
    variables = {**os.environ, "PREFECT_API_URL": f"http://127.0.0.1:{port}/api", "PREFECT_HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", block], env=variables, check=True, capture_output=True, timeout=PATIENCE)
    start(served, "publish-library", parameters={"address": "https://library.example.org"})
    assert until(lambda: any("library completed" in words for words in found), PATIENCE), served.notices
    assert "/runs/flow-run/" in "".join(found)
    assert (served.home / "data" / "processed" / "library" / "index.html").is_file()


def test_exports_that_were_said_to_have_arrived_are_not_waited_for(served):
    arrived = served.raw / "bas" / "2021-03-03"
    (served.home / "aside" / "2021-03-03").rename(arrived)
    (arrived / "session.yaml").write_text("title: Just copied\n")  # the scan would wait for it
    event = {
        "occurred": datetime.now(ZoneInfo("UTC")).isoformat(), "event": "copaper.exports.arrived", "id": str(uuid.uuid4()),
        "resource": {"prefect.resource.id": "copaper.session.bas-2021-03-03"}, "payload": {"community": "bas", "session": "2021-03-03"},
    }  # fmt: skip
    served.ask("events", [event])
    assert until(lambda: "Completed: bas 2021-03-03." in served.notices, PATIENCE), served.notices
    (run,) = [r for r in runs(served, "process-webinar", "COMPLETED") if r["parameters"]["session"] == "2021-03-03" and r["created_by"]["type"] == "AUTOMATION"]
    assert run["state"]["message"].startswith("The first draft is made: data/processed/bas/2021-03-03/paper.docx.")


@pytest.mark.parametrize(("victim", "session"), [("everything", "2021-03-04"), ("run", "2021-03-05")])
def test_what_was_killed_is_made_whole(served, victim, session, tmp_path):
    arrived = served.raw / "bas" / session
    (served.home / "aside" / session).rename(arrived)
    job = job_for(arrived)
    served.scan()
    assert until(lambda: job.out.exists(), PATIENCE, every=0.2)  # it has begun
    assert served.kill(victim)
    assert served.command("up").returncode == 0
    served.scan()
    assert until(lambda: store.is_current(job.out, job.fingerprint) and f"Completed: bas {session}." in served.notices, PATIENCE), served.notices
    undisturbed = job_for(arrived, out=tmp_path / session)
    steps.process(undisturbed)
    assert outputs(job.out) == outputs(undisturbed.out)
    assert served.notices.count(f"Completed: bas {session}.") == 1


def test_no_name_and_no_word_of_a_session_is_in_what_the_service_keeps(served):
    kept = [path for path in (served.home / ".copaper").rglob("*") if path.is_file()]
    assert any(path.suffix == ".db" for path in kept)
    for path in kept:
        assert CANARY.casefold().encode() not in path.read_bytes().lower(), path.name
    everywhere = [path for path in served.home.rglob("*") if CANARY.casefold() in path.name.casefold()]
    assert not everywhere
    session = (served.home / "data" / "processed" / "bas" / "2020-09-22" / "session.json").read_text("utf-8")
    assert f"Vuyo{CANARY}" in session and session.count(CANARY) > 50


def test_down_ends_everything(served):
    assert served.command("down").returncode == 0
    assert served.command("status").returncode == 1
    assert not any(served.processes().values())
