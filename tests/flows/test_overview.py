"""What the status and the notices tell people: names that they know, zones, what waits for somebody."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime

import pytest

from copaper import steps, store
from copaper.jobs import job_for
from tasks import notices, overview
from tasks.moments import community_of, written

SPEECH = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:09.000\nThandi Nkosi: We sort the seed before the rains come.\n"
NOON = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


@pytest.fixture
def raw(tmp_path, monkeypatch):
    """Communities in two zones, the first with three sessions."""
    monkeypatch.setenv("COPAPER_HOME", str(tmp_path))
    monkeypatch.setattr(notices, "_block", lambda: None)
    raw = tmp_path / "data" / "raw"
    for code, zone in (("bas", "Africa/Johannesburg"), ("bas-north", "Africa/Nairobi")):
        (raw / code).mkdir(parents=True)
        (raw / code / "community.yaml").write_text(f"code: {code}\nname: Of {code}\ntimezone: {zone}\n")
    for day in ("2021-03-04", "2021-03-05", "2021-03-06"):
        (raw / "bas" / day).mkdir()
        (raw / "bas" / day / "transcript.vtt").write_text(SPEECH)
    return raw


def a_run(session: str, state: str = "FAILED", message: str = "", community: str = "bas", **more) -> dict:
    return {
        "name": "olivine-pig", "tags": ["webinar"], "parameters": {"community": community, "session": session}, "state_type": state, "state_name": state.title(),
        "state": {"message": message}, "expected_start_time": NOON.isoformat(), "start_time": None, **more,
    }  # fmt: skip


def server(*runs: dict):
    """Answer as the server does: a page of the runs whose state and tags were asked for."""

    def find(limit: int, sort: str, flow_runs: dict, offset: int = 0) -> list[dict]:
        state, tags = flow_runs["state"]["type"], flow_runs["tags"]
        fits = [
            run for run in runs
            if run["state_type"] in state.get("any_", [run["state_type"]]) and run["state_type"] not in state.get("not_any_", [])
            and set(run["tags"]) & set(tags.get("any_", run["tags"])) and set(tags.get("all_", [])) <= set(run["tags"])
        ]  # fmt: skip
        return fits[offset : offset + limit]

    return find


def make(raw, session: str) -> None:
    """Have a session's papers be there and up to date, without making them."""
    job = job_for(raw / "bas" / session)
    job.out.mkdir(parents=True)
    (job.out / steps.DOCX).write_text("")
    store.write(job.out / store.PROVENANCE, b'{"fingerprint": "%s", "outputs": {}}' % job.fingerprint.encode())


def test_a_moment_is_told_in_the_zone_of_the_community_or_of_the_schedules(raw):
    assert [written(NOON, code) for code in ("bas", "bas-north", "", "none")] == [f"2026-11-27 {time}" for time in ("14:00 SAST", "15:00 EAT", "14:00 SAST", "14:00 SAST")]


@pytest.mark.parametrize(("given", "code"), [
    ({"community": "bas", "session": "2021-03-04"}, "bas"), ({"session": "bas-2021-03-04"}, "bas"), ({"session": "bas-north-2021-03-04"}, "bas-north"),
    ({"quarter": "2021-Q1"}, ""), ({"draft": "inbox/back.docx"}, ""),
])  # fmt: skip
def test_a_run_s_community_is_known_from_its_parameters(raw, given, code):
    assert community_of(given) == code


@pytest.mark.parametrize(("run", "name"), [
    (a_run("2021-03-04"), "bas-2021-03-04"),
    (a_run("", tags=["review"], parameters={"draft": "inbox/back.docx", "reviewer": "L"}), "review back.docx"),
    (a_run("", tags=["review"], parameters={"session": "bas-2021-03-04", "approver": "L"}), "approve bas-2021-03-04"),
    (a_run("", tags=["library"], parameters={}), "library site"),
    (a_run("", tags=["report"], parameters={}, name="2020-Q3 all communities", start_time=NOON.isoformat()), "2020-Q3 all communities"),
])  # fmt: skip
def test_a_run_is_called_by_what_it_is_about(run, name):
    assert overview.called(run) == name


def test_a_session_has_an_open_error_until_it_is_made(raw):
    wrong = "Flow run encountered an exception: BadInput: data/raw/bas/2021-03-04/transcript.vtt: The file is empty. Export it again."
    make(raw, "2021-03-05")
    runs = [a_run("2021-03-06", "COMPLETED"), a_run("2021-03-04", message=wrong), a_run("2021-03-05"), a_run("2021-03-06"), a_run("2020-01-01"), a_run("2021-03-04")]
    lines = list(overview.of_runs(server(*runs)))
    assert lines[lines.index("Sessions with an open error:") + 1 :] == [f"  bas-2021-03-04: {wrong.partition('BadInput: ')[2]}"]
    assert lines[0] == "  2026-11-27 14:00 SAST  Completed  bas-2021-03-06"


def test_an_error_is_not_lost_behind_many_later_runs(raw):
    runs = [a_run("2021-03-05", "COMPLETED")] * 450 + [a_run("2021-03-04")]
    assert [run["parameters"]["session"] for run in overview.open_errors(server(*runs))] == ["2021-03-04"]


def test_drafts_that_nobody_approved_are_listed(raw):
    for day in ("2021-03-04", "2021-03-06"):
        make(raw, day)
    lines = list(overview.of_sessions(time.time() + 120))
    assert lines[-2:] == [f"  bas-{day}  data/processed/bas/{day}/paper.docx, no reviewed copy yet" for day in ("2021-03-04", "2021-03-06")]


def test_what_waits_is_told_with_its_reason_and_once_in_a_notice(raw, monkeypatch):
    arrivals = pytest.importorskip("tasks.arrivals")
    part = raw / "bas" / "2021-03-04" / "chat.txt.part"
    part.write_text("half")
    now = time.time() + 3700
    (line,) = [line for line in overview.of_sessions(now) if line.startswith("waiting: ")]
    assert line.startswith("waiting: data/raw/bas/2021-03-04/chat.txt.part, since 20") and " SAST, because the file's name says" in line and line.endswith("is there.")
    monkeypatch.setattr(arrivals.time, "time", lambda: now)
    for _ in range(2):
        assert arrivals.left_alone.fn() == 1
    (told,) = (raw.parents[1] / ".copaper" / notices.FILE).read_text().splitlines()
    assert " SAST Waiting: data/raw/bas/2021-03-04/chat.txt.part. It waits since " in told
    os.utime(part)
    assert arrivals.left_alone.fn() == 1


def test_what_has_two_spaces_or_no_utf8_in_its_name_is_told_once_too(raw):
    for name in ("water  group", "bad" + os.fsdecode(b"\xff")):
        words = f"Waiting: {name}. It waits."
        assert not notices.was_told(words)
        notices.tell(name, "Waiting", None, "It waits.")
        assert notices.was_told(words)


def test_a_run_that_leaves_nobody_anything_to_do_is_not_told_of(raw):
    class State:
        name, message = "Completed", "Nothing in the papers is new, though they were made anew."

        def is_completed(self) -> bool:
            return True

    class Run:
        name, id, parameters = "bas-north 2021-03-04", "0", {"community": "bas-north", "session": "2021-03-04"}

    hook = notices.telling(failed="Correct it.")
    hook(None, Run, State())
    file = raw.parents[1] / ".copaper" / notices.FILE
    assert not file.exists()
    State.message = "The first draft is made."
    hook(None, Run, State())
    assert " EAT Completed: bas-north 2021-03-04. The first draft is made. " in file.read_text()
