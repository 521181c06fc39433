"""What has arrived and is ready: not what still grows, not what was processed, nothing twice; and what is left alone, and why."""

from __future__ import annotations

import os
import time

import pytest

from copaper import arrivals, store
from copaper.arrivals import DAY, HOUR, QUIET, arrived, growing, waiting
from copaper.jobs import job_for

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


def test_a_file_time_in_the_future_holds_nothing_up(raw):
    file = raw / "bas" / "2020-09-22" / "transcript.vtt"
    os.utime(file, (time.time() + 2 * HOUR,) * 2)
    assert [a.session for a in arrived(raw, later())] == ["2020-09-22"]
    assert not list(arrived(raw, time.time())), "it was changed just now"
    assert not list(waiting(raw, later()))


def told(raw, now: float) -> list[tuple[str, bool]]:
    return [(one.path.relative_to(raw).as_posix(), one.told) for one in waiting(raw, now)]


def test_a_folder_without_a_registry_entry_is_told_of(raw):
    assert not told(raw, later())
    session = raw / "xyz" / "2020-11-06"
    session.mkdir(parents=True)
    assert not told(raw, later()), "nothing is in it that somebody counts on"
    (session / "transcript.vtt").write_text(SPEECH)
    assert told(raw, later()) == [("xyz", False)]
    assert told(raw, time.time() + HOUR + 1) == [("xyz", True)]
    (one,) = waiting(raw, later())
    assert "community.yaml" in one.because and "docs/communities.md" in one.remedy
    (raw / "xyz" / "community.yaml").write_text("code: xyz\nname: Of somebody\n")
    assert not told(raw, later())


def test_a_link_to_a_community_is_not_told_of(raw):
    (raw / "other").symlink_to(raw / "bas")
    assert not told(raw, later())


def test_a_download_that_was_left_over_is_told_of_after_an_hour(raw):
    (raw / "bas" / "2020-09-22" / "chat.txt.crdownload").write_text("half")
    assert told(raw, later()) == [("bas/2020-09-22/chat.txt.crdownload", False)]
    assert told(raw, time.time() + HOUR + 1) == [("bas/2020-09-22/chat.txt.crdownload", True)]


def test_an_empty_folder_is_told_of_after_a_day(raw):
    (raw / "bas" / "2020-12-01").mkdir()
    assert not told(raw, time.time() + DAY - 60)
    assert told(raw, time.time() + DAY + 60) == [("bas/2020-12-01", True)]


def test_a_session_that_was_just_copied_waits_and_nobody_has_anything_to_do(raw):
    assert told(raw, time.time()) == [("bas/2020-09-22", False)]


def test_a_disk_whose_clock_is_ahead_is_told_of(raw):
    assert told(raw, time.time() - HOUR) == [("bas/2020-09-22/transcript.vtt", True)]


def test_what_grows_is_an_export_and_not_a_review(raw):
    session = raw / "bas" / "2020-09-22"
    assert growing(session, time.time()) == session / "transcript.vtt"
    assert growing(session, later()) is None
    (session / "chat.txt.part").write_text("half")
    assert growing(session, later()) == session / "chat.txt.part"
    (session / "chat.txt.part").unlink()
    os.utime(session / "transcript.vtt")
    (session / "reviews").mkdir()
    (session / "reviews" / "copy.docx").write_text("")
    assert growing(session, later()) is None
