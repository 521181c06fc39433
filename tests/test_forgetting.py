"""Forgetting a person: nothing of them is left where things are made, and what is left is named."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from copaper import forgetting, publishing, quarterly, reviewing, steps, store
from copaper.cli import app
from copaper.errors import BadInput
from copaper.forgetting import forget
from copaper.jobs import job_for
from copaper.library.quarters import Quarter

FIXTURE = Path(__file__).parent / "fixtures" / "zoom-mini"
TODAY = date(2026, 11, 24)
WHO = "Vuyo Ntlanga"


@pytest.fixture(scope="module")
def processed(tmp_path_factory):
    """Two sessions of a community, processed once for all tests."""
    folder = tmp_path_factory.mktemp("forgetting")
    bas = folder / "data" / "raw" / "bas"
    shutil.copytree(FIXTURE, bas / "2021-03-04", ignore=shutil.ignore_patterns("README*"))
    (bas / "2021-03-11").mkdir()
    (bas / "2021-03-11" / "talk.vtt").write_text("WEBVTT\n\n1\n00:00:01.000 --> 00:00:09.000\nIlse Brand: We visit every client in the first week of the year.\n")
    (bas / "community.yaml").write_text("code: bas\nname: Business Advisory Services\nprivacy: named\n")
    (bas / "people.csv").write_text("name;organisation;province\nVuyo Ntlanga;Mthatha Desk;Eastern Cape\nHanna Brits;Karoo Advice;\n", "utf-8-sig")
    (bas / "2021-03-04" / "session.yaml").write_text("# kept\ntitle: The first visit\n")
    for day in ("2021-03-04", "2021-03-11"):
        steps.process(job_for(bas / day))
    return folder


@pytest.fixture
def home(processed, tmp_path, monkeypatch):
    monkeypatch.setenv("COPAPER_HOME", str(tmp_path / "home"))
    return shutil.copytree(processed, tmp_path / "home")


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and p.name != store.LOCK}


def made(home: Path) -> str:
    """Return all text of what was made, Word documents too."""
    return " ".join(forgetting._words_of(p) for p in (home / "data" / "processed").rglob("*") if p.is_file() and p.suffix != ".pdf")


def test_nothing_of_a_person_is_left_in_what_was_made(home):
    assert "Vuyo" in made(home) and "photograph of the shop" in made(home)
    done = forget(WHO, today=TODAY)
    assert done.sessions == ("bas-2021-03-04",)
    text = made(home)
    assert "Vuyo" not in text and "Ntlanga" not in text and "photograph of the shop" not in text
    assert not [left for left in done.left if left.what == "made here"]
    assert "Vuyo" not in (home / "data" / "raw" / "bas" / "people.csv").read_text()
    assert (home / "data" / "raw" / "bas" / "people.csv").read_bytes().startswith(b"\xef\xbb\xbfname;"), "Excel reads it as before"
    assert "Hanna Brits;Karoo Advice;" in (home / "data" / "raw" / "bas" / "people.csv").read_text()


def test_exports_are_named_and_never_changed(home):
    before = {path: data for path, data in tree(home / "data" / "raw" / "bas" / "2021-03-04").items() if path != "session.yaml"}
    done = forget(WHO, today=TODAY)
    after = tree(home / "data" / "raw" / "bas" / "2021-03-04")
    settings = after.pop("session.yaml").decode()
    assert after == before
    assert settings.startswith("# kept\ntitle: The first visit\n") and "withdrawn: true" in settings
    assert {Path(left.path).suffix for left in done.left if left.what == "an export"} >= {".vtt", ".txt", ".csv"}


def test_by_address_a_person_is_found_too(home):
    assert forget("Vuyo@mthatha-desk.example", today=TODAY).sessions == ("bas-2021-03-04",)
    assert "Vuyo" not in made(home)


def test_an_approval_ends_and_reports_and_site_are_made_anew(home):
    for session in ("bas-2021-03-04", "bas-2021-03-11"):
        reviewing.approve(session, approver="Lerato", on="2021-04-01", force=True)
    quarterly.report(Quarter(2021, 1))
    publishing.publish(today=TODAY, quarters=True)
    assert "photograph" in made(home)
    offered = {f"bas/2021-Q1/bas-2021-Q1-{form}.pdf" for form in ("brief", "flyer")}
    assert offered <= set(tree(publishing.default_out()))
    done = forget(WHO, today=TODAY)
    assert done.unapproved == ("bas-2021-03-04",) and done.quarterly == 2
    assert "Vuyo" not in made(home) and "photograph of the shop" not in made(home)
    site = tree(publishing.default_out())
    assert not any(name.startswith("bas/2021-03-04") for name in site) and any(name.startswith("bas/2021-03-11") for name in site)


def test_doing_it_again_changes_nothing(home):
    forget(WHO, today=TODAY)
    before = tree(home)
    again = forget(WHO, today=TODAY)
    assert tree(home) == before and again.sessions == ("bas-2021-03-04",)


def test_what_was_interrupted_is_finished(home, monkeypatch):
    def dies(job):
        raise KeyboardInterrupt

    monkeypatch.setattr(forgetting, "_make_anew", dies)
    with pytest.raises(KeyboardInterrupt):
        forget(WHO, today=TODAY)
    monkeypatch.undo()
    monkeypatch.setenv("COPAPER_HOME", str(home))
    forget(WHO, today=TODAY)
    assert "Vuyo" not in made(home)


def test_a_correction_that_stands_there_is_used(home):
    file = home / "data" / "raw" / "bas" / "2021-03-04" / "session.yaml"
    file.write_text("people:\n  - name: Vuyo N. Ntlanga   # the chair\n    also: [Vuyo Ntlanga]\n    role: host\n")
    forget(WHO, today=TODAY)
    assert file.read_text().count("name:") == 1 and "withdrawn: true" in file.read_text() and "# the chair" in file.read_text()
    assert "Vuyo" not in made(home)


def test_somebody_unknown_is_an_error_and_nothing_is_written(home):
    before = tree(home)
    with pytest.raises(BadInput) as told:
        forget("Nobody Here", today=TODAY)
    assert told.value.code == "nobody-of-this-name" and tree(home) == before


def test_a_dry_run_writes_nothing(home):
    before = tree(home)
    shown = CliRunner().invoke(app, ["forget", WHO, "--dry-run", "--json"])
    assert json.loads(shown.stdout)["sessions"] == ["bas-2021-03-04"]
    assert tree(home) == before


def test_a_file_that_somebody_edited_is_named(home):
    draft = home / "data" / "processed" / "bas" / "2021-03-04" / "findings.csv"
    draft.write_text(draft.read_text("utf-8-sig") + "Vuyo Ntlanga said more\n")
    assert store.keep_edited(draft.parent, "findings.csv")
    done = forget(WHO, today=TODAY)
    assert [left.what for left in done.left if "processed" in left.path] == ["a draft that somebody edited"]
