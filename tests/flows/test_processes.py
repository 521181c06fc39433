"""What the service's processes are started with."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

import pytest

from tasks.processes import ROOT, temporary
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
    written = dict(re.findall(r"^    ([A-Z_0-9]+)=(.*)$", OPERATIONS.read_text("utf-8"), re.MULTILINE))
    needed = {name: value for name, value in environment(4200).items() if name not in os.environ or name == "DO_NOT_TRACK"}
    given_otherwise = {"PREFECT_SERVER_API_HOST", "PREFECT_SERVER_API_PORT", "TMPDIR"}  # on the command line; PrivateTmp
    assert set(needed) - set(written) - given_otherwise == set()
    assert {name for name in needed if name in written and "/srv" not in written[name] and written[name] != needed[name]} == set()
