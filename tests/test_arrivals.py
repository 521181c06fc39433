"""What has arrived and is ready: not what still grows, not what was processed, nothing twice."""

from __future__ import annotations

import os
import time

import pytest

from copaper import arrivals, store
from copaper.arrivals import QUIET, arrived
from copaper.steps import job_for

SPEECH = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:09.000\nThandi Nkosi: We visit every client in the first week.\n"


@pytest.fixture
def raw(tmp_path):
    session = tmp_path / "data" / "raw" / "bas" / "2020-09-22"
    session.mkdir(parents=True)
    (session.parent / "community.yaml").write_text("code: bas\nname: Business Advisory Services\n")
    (session / "transcript.vtt").write_text(SPEECH)
    return session.parent.parent


def later() -> float:
    return time.time() + QUIET + 1


def test_a_session_is_ready_once_its_files_rest(raw):
    assert not list(arrived(raw, time.time()))
    (found,) = arrived(raw, later())
    assert (found.community, found.session) == ("bas", "2020-09-22")


def test_a_file_whose_own_time_was_set_back_may_still_be_growing(raw):
    os.utime(raw / "bas" / "2020-09-22" / "transcript.vtt", (1e9, 1e9))
    assert not list(arrived(raw, time.time()))


def test_a_download_in_progress_waits(raw):
    (raw / "bas" / "2020-09-22" / "chat.txt.crdownload").write_text("00:00:01\tA:\thello")
    assert not list(arrived(raw, later()))


def test_the_key_changes_with_the_content_and_with_nothing_else(raw, monkeypatch):
    (first,) = arrived(raw, later())
    (again,) = arrived(raw, later() + 999)
    assert first == again
    (raw / "bas" / "2020-09-22" / "transcript.vtt").write_text(SPEECH.replace("week", "month"))
    (changed,) = arrived(raw, later())
    assert changed.key != first.key


def test_what_is_up_to_date_is_left_alone(raw):
    job = job_for(raw / "bas" / "2020-09-22")
    job.out.mkdir(parents=True)
    store.write(job.out / store.PROVENANCE, b'{"fingerprint": "%s", "outputs": {}}' % job.fingerprint.encode())
    assert not list(arrived(raw, later()))


def test_a_folder_that_cannot_be_understood_is_told_of_once(raw):
    (raw / "bas" / "2020-09-22").rename(raw / "bas" / "september")
    (found,) = arrived(raw, later())
    assert (found.session, [found]) == ("september", list(arrived(raw, later())))


def test_an_empty_folder_is_no_session(raw):
    (raw / "bas" / "2020-12-01").mkdir()
    assert [a.session for a in arrivals.arrived(raw, later())] == ["2020-09-22"]
