"""The doctor finds what is wrong, and nothing where nothing is."""

from __future__ import annotations

import fcntl
import http.server
import json
import threading
from datetime import date

import pytest
from typer.testing import CliRunner

from copaper import doctor, store
from copaper.cli import app
from tasks import exposure

TODAY = date(2026, 11, 24)


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("COPAPER_HOME", str(tmp_path))
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    session = tmp_path / "data" / "raw" / "bas" / "2026-11-14"
    session.mkdir(parents=True)
    (session / "talk.vtt").write_text("WEBVTT\n")
    (session.parent / "community.yaml").write_text("code: bas\nname: Business\nretention_days: 10\n")
    (tmp_path / "data" / "raw").chmod(0o700)
    return tmp_path


def states(name: str) -> list[str]:
    return [check.state for check in doctor.examine(TODAY) if check.name == name]


def test_a_sound_installation_is_told_so(home):
    assert {check.state for check in doctor.examine(TODAY)} == {"good"}
    shown = CliRunner().invoke(app, ["doctor", "--json"])
    assert shown.exit_code == 0 and {"Prefect", "libraries"} <= {check["name"] for check in json.loads(shown.stdout)}


def test_a_library_of_the_wrong_version_is_bad(home, monkeypatch):
    monkeypatch.setattr(doctor, "version", lambda name: "0.151.0" if name == "fastapi" else "999")
    (check,) = [check for check in doctor.examine(TODAY) if check.name == "libraries"]
    assert check.state == "bad" and "fastapi 0.151.0" in check.words


def test_a_broken_registry_entry_and_a_missing_model_are_bad(home):
    (home / "data" / "raw" / "bas" / "community.yaml").write_text("code: bas\nname: Business\nlanguage_model: xx_none\n")
    assert states("language model") == ["good", "bad"]
    (home / "data" / "raw" / "bas" / "community.yaml").write_text("code: bas\nnam: Business\n")
    assert "bad" in states("communities")


@pytest.mark.parametrize(("mode", "state"), [(0o700, "good"), (0o755, "advice"), (0o777, "bad")])
def test_what_others_may_do_with_the_data_is_told(home, monkeypatch, mode, state):
    raw = home / "data" / "raw"
    raw.chmod(mode)
    for folder in raw.parents:  # a test's folder is closed to others
        if folder.stat().st_mode & 0o001 == 0:
            folder.chmod(folder.stat().st_mode | 0o001)
    assert states("access") == [state]


@pytest.mark.parametrize(("today", "state"), [(date(2026, 11, 23), "good"), (date(2026, 11, 24), "good"), (date(2026, 11, 25), "advice")])
def test_exports_are_kept_as_many_days_as_was_said(home, today, state):
    assert [check.state for check in doctor.examine(today) if check.name == "retention"] == [state]


def test_a_lock_that_is_held_and_a_run_that_was_cut_off_are_told(home):
    for name in ("2026-11-14", "2026-11-15"):
        (home / "data" / "processed" / "bas" / name / store.WORK).mkdir(parents=True)
        (home / "data" / "processed" / "bas" / name / store.LOCK).write_text("4242")
    with open(home / "data" / "processed" / "bas" / "2026-11-14" / store.LOCK, "rb+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        found = [(check.state, check.words) for check in doctor.examine(TODAY) if check.name == "locks"]
    assert found == [("good", "Being processed now: 2026-11-14 by process 4242."), ("advice", "A run was cut off: 2026-11-15.")]


@pytest.mark.parametrize(("line", "found"), [("PREFECT_API_AUTH_STRING: admin:pass", True), ("description: A token of thanks", False), ("password: {{ $SECRET }}", False), ("auth_string: ", False)])  # fmt: skip
def test_a_password_in_the_repository_is_found(line, found):
    assert bool(doctor._SECRET.search(line)) is found


# --- Prefect's exposure -----------------------------------------------------------------------


class Server(http.server.BaseHTTPRequestHandler):
    status, cors, body = 200, "", b'{"server": {"analytics_enabled": false}}'

    def do_GET(self):
        self.send_response(self.status)
        if self.cors:
            self.send_header("Access-Control-Allow-Origin", self.cors)
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *words):
        pass


@pytest.fixture
def look(home, monkeypatch):
    """Look at a server that answers as told, on a machine with these addresses."""

    def looked(told: dict, own: list[str]) -> list[dict[str, str]]:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Told", (Server,), told))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("PREFECT_API_URL", f"http://127.0.0.1:{server.server_port}/api")
        monkeypatch.setattr(exposure, "own_addresses", lambda: own)
        try:
            return list(exposure.look())
        finally:
            server.shutdown()

    return looked


@pytest.mark.parametrize(("told", "own", "bad"), [
    ({}, [], 0),
    ({}, ["127.0.0.1"], 1),
    ({"status": 401}, ["127.0.0.1"], 0),
    ({"cors": "*"}, [], 1),
    ({"body": b'{"server": {"analytics_enabled": true}}'}, [], 1),
])  # fmt: skip
def test_who_can_reach_the_server_is_told(look, monkeypatch, told, own, bad):
    monkeypatch.setenv("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    found = look(told, own)
    assert [check["state"] for check in found].count("bad") == bad
    assert all(doctor.told_by(found))


@pytest.mark.parametrize(("started_with", "state"), [("false", "good"), ("", "bad")])
def test_whether_a_server_with_a_password_reports_is_seen_by_what_it_was_started_with(look, monkeypatch, started_with, state):
    """Who runs the doctor need not have the settings that systemd gives the server."""
    monkeypatch.delenv("PREFECT_SERVER_ANALYTICS_ENABLED", raising=False)
    monkeypatch.setattr(exposure, "setting", {"PREFECT_SERVER_ANALYTICS_ENABLED": started_with}.__getitem__)
    assert look({"status": 401}, [])[-1]["state"] == state
