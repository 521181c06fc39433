"""A session that another run holds: it is waited for, and nothing is lost where that takes too long."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from copaper import cli, reviewing, steps, store
from copaper.errors import CouldNot
from copaper.jobs import job_for
from copaper.reviews import read_reviews
from tests.test_reviewing import edit, out_of, session  # noqa: F401  a fixture


@pytest.fixture
def held(session, monkeypatch):  # noqa: F811
    """Another run's hold on the session, which ends when :func:`release` is called or after ``sleeps`` waits."""

    class Hold:
        sleeps = 0

        def __init__(self) -> None:
            self.lock = store.locked(out_of(session))
            self.lock.__enter__()
            monkeypatch.setattr(steps.time, "sleep", self.sleep)

        def sleep(self, seconds: float) -> None:
            self.sleeps += 1
            if self.sleeps == self.ends_after:
                self.release()

        def release(self) -> None:
            if self.lock:
                self.lock.__exit__(None, None, None)
            self.lock = None

        ends_after = 3

    hold = Hold()
    yield hold
    hold.release()


@pytest.fixture
def copy(session, tmp_path):  # noqa: F811
    return edit(out_of(session) / steps.DOCX, tmp_path / "back.docx", ("change every single month", "change far too often"))


def test_the_state_that_is_found_after_waiting_is_processed(session, held):  # noqa: F811
    def find():
        if not held.lock:
            (session / "session.yaml").write_text("title: Named while it was waited for\n")
        return job_for(session)

    (session / "session.yaml").write_text("title: Named before\n")
    told = []
    job = steps.process_when_free(find, report=told.append)
    assert (held.sleeps, told[0], told.count(told[0])) == (3, "Waiting for another run of this session to end", 1)
    assert store.is_current(job.out, job_for(session).fingerprint)


def test_what_another_run_made_meanwhile_is_not_made_again(session, held):  # noqa: F811
    held.ends_after = 0
    assert steps.process_when_free(lambda: job_for(session), report=pytest.fail), "it is up to date and needs no lock"


def test_a_copy_is_taken_in_once_the_other_run_has_ended(session, held, copy):  # noqa: F811
    result = CliRunner().invoke(cli.app, ["review", str(copy), "--reviewer", "Lerato Dube"])
    assert result.exit_code == 0 and "Draft 2 has it" in result.stdout and "Waiting for another run" in result.output


@pytest.mark.parametrize("served", [True, False])
def test_a_copy_is_safe_while_another_run_holds_the_session(session, held, copy, served, monkeypatch):  # noqa: F811
    held.ends_after = 0
    monkeypatch.setattr(cli, "_served", lambda job: served)
    result = CliRunner().invoke(cli.app, ["review", str(copy), "--reviewer", "Lerato Dube"])
    (filed,) = read_reviews(session).filed
    assert f"The copy is safe, filed as {filed.name}." in result.stdout and result.exit_code == (not served)
    assert ("by the running service" in result.stdout, "copaper process" in result.stdout) == (served, not served)
    again = CliRunner().invoke(cli.app, ["review", str(copy), "--reviewer", "Lerato Dube", "--json"])
    assert json.loads(again.stdout)["draft"] is None and len(read_reviews(session).filed) == 1


def test_an_approval_that_is_filed_is_told_of_although_its_papers_wait(session, held, monkeypatch):  # noqa: F811
    held.release()
    run = steps.process_when_free
    runs = []

    def second_is_held(find, **more):
        runs.append(find)
        return run(find, **more) if len(runs) == 1 else None

    monkeypatch.setattr(steps, "process_when_free", second_is_held)
    monkeypatch.setattr(cli, "_served", lambda job: True)
    result = CliRunner().invoke(cli.app, ["approve", "bas-2020-09-22", "--approver", "Nomsa Dlamini"])
    assert (result.exit_code, read_reviews(session).approved.version) == (0, "1")
    assert "Approved: bas-2020-09-22, version 1" in result.stdout and "by the running service" in result.stdout


def test_nothing_is_approved_while_a_draft_is_still_to_be_made(session, held):  # noqa: F811
    held.ends_after = 0
    (session / "session.yaml").write_text("title: Another\n")
    with pytest.raises(CouldNot) as error:
        reviewing.approve("bas-2020-09-22", approver="Nomsa Dlamini", on="2020-10-05")
    assert error.value.code == "session-held" and not read_reviews(session).approvals


def test_no_service_takes_care_of_a_session_where_none_runs(session):  # noqa: F811
    assert not cli._served(job_for(session)), "no service runs here"
