"""The flow against a real Prefect server of its own: run, tasks and artifacts read back."""

from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path

import pytest
from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_API_URL, PREFECT_FLOWS_HEARTBEAT_FREQUENCY, PREFECT_LOGGING_TO_API_ENABLED, Settings, temporary_settings
from prefect.testing.utilities import prefect_test_harness

from copaper import arrivals, steps, store
from copaper.backlog import SERVER
from copaper.jobs import job_for

ROOT = Path(__file__).resolve().parent.parent.parent
FIXTURE = ROOT / "tests" / "fixtures" / "zoom-mini"


@pytest.fixture(scope="module")
def server():
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None, PREFECT_LOGGING_TO_API_ENABLED: False}), prefect_test_harness(server_startup_timeout=120):
        yield


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A data folder with one session, as the worker's current folder would hold it."""
    folder = tmp_path_factory.mktemp("home")
    raw = folder / "data" / "raw" / "bas"
    shutil.copytree(FIXTURE, raw / "2020-09-22", ignore=shutil.ignore_patterns("README*"))
    (raw / "community.yaml").write_text("code: bas\nname: Business Advisory Services\n")
    return folder


@pytest.fixture(scope="module")
def ran(server, home):
    """The state of one run of the flow."""
    patch = pytest.MonkeyPatch()
    patch.setenv("COPAPER_HOME", str(home))
    from flows.process_webinar import process_webinar

    state = process_webinar("bas", "2020-09-22", return_state=True)
    yield state
    patch.undo()


async def _read(run_id):
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId, FlowRunFilter, FlowRunFilterId

    async with get_client() as client:
        run = await client.read_flow_run(run_id)
        tasks = await client.read_task_runs(flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=[run_id])))
        artifacts = await client.read_artifacts(artifact_filter=ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run_id])))
        return run, tasks, artifacts


def test_run_tasks_and_artifacts_are_there(ran):
    assert ran.is_completed()
    run, tasks, artifacts = asyncio.run(_read(ran.state_details.flow_run_id))
    assert run.parameters["community"] == "bas" and run.parameters["session"] == "2020-09-22"
    assert {words for words, _ in steps.STEPS} <= {task.name for task in tasks}
    assert all(task.state.is_completed() for task in tasks)
    assert {"markdown", "table"} <= {artifact.type for artifact in artifacts}


def test_the_papers_are_those_of_the_command_line(ran, home, tmp_path):
    steps.process(job_for(home / "data" / "raw" / "bas" / "2020-09-22", out=tmp_path / "out"))
    made = home / "data" / "processed" / "bas" / "2020-09-22"
    outputs = store.read_provenance(tmp_path / "out")["outputs"]
    assert {steps.DOCX, steps.PDF, steps.HTML} <= set(outputs)
    assert store.read_provenance(made)["outputs"] == outputs
    for name in outputs:
        assert (made / name).read_bytes() == (tmp_path / "out" / name).read_bytes()


def test_nobody_s_words_or_names_are_in_what_prefect_keeps(ran, home):
    from copaper.records import Session

    session = Session.from_json((home / "data" / "processed" / "bas" / "2020-09-22" / "session.json").read_text("utf-8"))
    run, tasks, artifacts = asyncio.run(_read(ran.state_details.flow_run_id))
    kept = " ".join(str(thing.model_dump()) for thing in (run, *tasks, *artifacts))
    for person in session.participants:
        assert person.name not in kept
    for turn in session.turns:
        assert turn.text[:25] not in kept or len(turn.text) < 10


def test_a_wrong_session_fails_with_a_code_and_no_content(server, home, monkeypatch):
    monkeypatch.setenv("COPAPER_HOME", str(home))
    from flows.process_webinar import process_webinar

    state = process_webinar("bas", "2019-01-01", return_state=True)
    assert state.is_failed()
    with pytest.raises(Exception) as error:
        state.result()
    assert getattr(error.value, "code", "") == "folder-missing"


def test_a_reviewed_draft_becomes_the_next_one_and_no_word_of_it_reaches_prefect(ran, home):
    from flows.incorporate_review import incorporate_review

    inbox = home / "data" / "inbox"
    inbox.mkdir()
    shutil.copy(home / "data" / "processed" / "bas" / "2020-09-22" / "paper.docx", inbox / "back.docx")
    state = incorporate_review("inbox/back.docx", "Reviewer", return_state=True)
    assert state.is_completed()
    assert state.result() == "processed/bas/2020-09-22/paper.docx"
    _, _, artifacts = asyncio.run(_read(state.state_details.flow_run_id))
    assert [artifact.data for artifact in artifacts if artifact.type == "table"] == ['[{"what": "nothing was changed", "of": "", "about": ""}]']
    outside = incorporate_review("../../etc/passwd", "Reviewer", return_state=True)
    assert outside.is_failed()


def test_all_sessions_are_brought_up_to_date_in_other_processes(ran, home, monkeypatch, capfd):
    from flows.process_all import process_all, runner

    monkeypatch.setenv("COPAPER_HOME", str(home))
    bad = home / "data" / "raw" / "bas" / "2020-12-01"
    bad.mkdir()
    (bad / "transcript.vtt").write_text("")
    with runner("processes", 2) as processes:
        state = process_all.with_options(task_runner=processes)(return_state=True)
    assert (state.is_failed(), state.message) == (True, "0 sessions processed, 1 could not be.")
    told = [json.loads(line) for line in capfd.readouterr().out.splitlines() if line.startswith("{")]
    assert {one["session"]: bool(one["words"]) for one in told} == {"bas-2020-09-22": False, "bas-2020-12-01": True}
    shutil.rmtree(bad)


def test_a_server_that_is_there_is_used(server):
    from flows.process_all import server as address

    assert address() == PREFECT_API_URL.value()


def test_what_a_server_of_one_run_does_without_is_known_to_prefect(monkeypatch):
    for name, value in SERVER.items():
        monkeypatch.setenv(name, value)
    told = Settings().to_environment_variables(exclude_unset=True)
    assert {name: told.get(name, "").lower() for name in SERVER} == SERVER


def test_a_paper_is_approved_from_the_form_and_approved_once(ran, home):
    from flows.approve_paper import approve_paper

    for _ in range(2):
        state = approve_paper("bas-2020-09-22", "Lerato Nkosi", return_state=True)
        assert (state.is_completed(), state.result()) == (True, "processed/bas/2020-09-22/paper.pdf")
    assert len(list((home / "data" / "raw" / "bas" / "2020-09-22" / "reviews").glob("approved*"))) == 1
    elsewhere = approve_paper(str(home / "data" / "raw" / "bas" / "2020-09-22"), "Lerato Nkosi", return_state=True)
    assert elsewhere.is_failed()


@pytest.fixture
def changing(home, monkeypatch):
    """A session of its own; returns how to have something done to it at the first step of each run that begins."""
    import flows.process_webinar as flow

    monkeypatch.setenv("COPAPER_HOME", str(home))
    session = home / "data" / "raw" / "rme" / "2021-04-01"
    shutil.copytree(FIXTURE, session, ignore=shutil.ignore_patterns("README*"))
    (session.parent / "community.yaml").write_text("code: rme\nname: Rural Enterprise\n")
    begun = []

    def having(change):
        def first(ref):
            begun.append(ref)
            change(session, len(begun))
            return read(ref)

        monkeypatch.setattr(flow, "TASKS", (first, *rest))
        state = flow.process_webinar("rme", "2021-04-01", return_state=True)
        return session, state, begun

    read, *rest = flow.TASKS
    yield having
    shutil.rmtree(session.parent)
    shutil.rmtree(home / "data" / "processed" / "rme", ignore_errors=True)


def test_a_run_whose_session_changes_meanwhile_makes_it_as_it_is_then(server, changing, monkeypatch):
    monkeypatch.setattr(arrivals, "QUIET", 0.0)

    def once(session, begun):
        if begun == 1:
            (session / "session.yaml").write_text("title: Named meanwhile\n")

    session, state, begun = changing(once)
    assert (state.is_completed(), len(begun)) == (True, 2)
    assert state.message == "The first draft is made: data/processed/rme/2021-04-01/paper.docx. Read it and send it to its reviewers."
    job = job_for(session)
    assert store.is_current(job.out, job.fingerprint)


def test_a_run_whose_files_still_grow_ends_without_a_word(server, changing):
    def grow(session, begun):
        with open(session / "chat.txt", "a") as file:
            file.write("09:00:01\t Sizwe Dube:\tgood morning\n")

    session, state, begun = changing(grow)
    assert (state.is_completed(), len(begun)) == (True, 1)
    assert state.message.startswith("Nothing is made: data/raw/rme/2021-04-01/")
    assert not (session.parents[2] / "processed" / "rme").exists(), "nothing half-made is left"


def test_a_session_that_never_rests_is_left_to_the_next_scan(server, changing, monkeypatch):
    from flows.process_webinar import STARTS

    monkeypatch.setattr(arrivals, "QUIET", 0.0)
    _, state, begun = changing(lambda session, begun: (session / "session.yaml").write_text(f"title: Name {begun}\n"))
    assert (state.is_completed(), len(begun)) == (True, STARTS)
    assert state.message.startswith("Nothing is made: ")


def test_an_error_names_the_file_from_the_project_s_folder(server, home, monkeypatch):
    monkeypatch.setenv("COPAPER_HOME", str(home))
    from flows.process_webinar import process_webinar

    bad = home / "data" / "raw" / "bas" / "2020-12-01"
    bad.mkdir()
    for name, text in (("transcript.vtt", ""), ("captions.vtt", "WEBVTT\n\n1\n00:01.000 -> 00:09.000\nno arrow\n")):
        (bad / name).write_text(text)
        state = process_webinar("bas", "2020-12-01", return_state=True)
        assert state.is_failed() and f"data/raw/bas/2020-12-01/{name}" in state.message and str(home) not in state.message
        (bad / name).unlink()
    shutil.rmtree(bad)
