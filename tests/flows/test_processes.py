"""What the service's processes are started with."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks import service
from tasks.processes import ROOT, place, port_in_use, running, setting, stop, temporary
from tasks.service import environment

OPERATIONS = ROOT / "docs" / "operations.md"


@pytest.fixture
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_every_user_has_temporary_files_of_their_own(usual: Path) -> None:
    own = Path(temporary())
    assert own == usual / f"copaper-{os.getuid()}"
    assert own.stat().st_mode & 0o077 == 0, "others must not look into it"
    assert temporary() == str(own)


def test_a_process_that_was_given_the_folder_keeps_it(usual: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = temporary()
    monkeypatch.setattr(tempfile, "tempdir", own)
    assert temporary() == own


def test_a_link_that_somebody_laid_there_is_not_followed(usual: Path) -> None:
    (usual / "elsewhere").mkdir()
    (usual / f"copaper-{os.getuid()}").symlink_to(usual / "elsewhere")
    assert temporary() == str(usual)


def test_systemd_is_told_the_same_as_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who follows the document must not miss a setting that keeps things on this machine."""
    for name in [name for name in os.environ if name.startswith(("PREFECT_", "COPAPER_"))]:
        monkeypatch.delenv(name)
    section = OPERATIONS.read_text("utf-8").partition("\n## As systemd services\n")[2].partition("\n## ")[0]
    written = dict(re.findall(r"^    ([A-Z_0-9]+)=(.*)$", section, re.MULTILINE))
    needed = {name: value for name, value in environment(4200).items() if name not in os.environ or name == "DO_NOT_TRACK"}
    given_otherwise = {"PREFECT_SERVER_API_HOST", "PREFECT_SERVER_API_PORT", "TMPDIR"}  # on the command line; PrivateTmp
    assert set(needed) - set(written) - given_otherwise == set()
    assert {name for name in needed if name in written and "/srv" not in written[name] and written[name] != needed[name]} == set()


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen]:
    """A process that looks like a server which systemd keeps, on a port of its own."""
    monkeypatch.setenv("COPAPER_HOME", str(tmp_path))
    monkeypatch.delenv("PREFECT_API_AUTH_STRING", raising=False)
    variables = {**environment(4211), "PREFECT_API_AUTH_STRING": "admin:secret"}
    process = subprocess.Popen([sys.executable, "-c", "print(flush=True); input()", "prefect", "server", "start", "--port", "4211"], env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdout.readline()  # until then /proc may still show the process that made it
    yield process
    process.kill()
    process.wait()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="Needs /proc, to see other processes.")
def test_a_server_that_systemd_keeps_is_found_and_left_alone(kept: subprocess.Popen, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (running("server"), running("worker"), port_in_use(), setting("PREFECT_API_AUTH_STRING")) == (kept.pid, 0, 4211, "admin:secret")
    assert not stop("server") and service.down() == 1
    assert "systemctl stop" in capsys.readouterr().err and kept.poll() is None
    monkeypatch.setenv("COPAPER_HOME", str(place()))
    assert not running("server"), "it serves another folder"


def test_a_proxy_before_the_server_is_set_by_variables_and_nothing_else_is(monkeypatch):
    for name in ("PREFECT_UI_URL", "PREFECT_SERVER_UI_API_URL", "PREFECT_SERVER_CORS_ALLOWED_ORIGINS"):
        monkeypatch.delenv(name, raising=False)
    own = environment(4211)
    assert {own[name] for name in ("PREFECT_UI_URL", "PREFECT_SERVER_CORS_ALLOWED_ORIGINS")} == {"http://127.0.0.1:4211"}
    monkeypatch.setenv("PREFECT_UI_URL", "https://papers.example.org")
    behind = environment(4211)
    assert {name: behind[name] for name in behind if behind[name] != own.get(name)} == {
        "PREFECT_UI_URL": "https://papers.example.org",
        "PREFECT_SERVER_UI_API_URL": "https://papers.example.org/api",
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": "https://papers.example.org",
    }
