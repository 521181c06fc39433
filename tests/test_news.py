"""What people are told of a paper that was made: the first, or made anew and why; nothing where nothing is new."""

from __future__ import annotations

import pytest

from copaper import steps, store
from copaper.jobs import job_for
from copaper.news import news, reasons
from copaper.records import Paper
from copaper.reviews import Reviews

PLACE = "data/processed/bas/2021-03-04"
SPEECH = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:09.000\nThandi Nkosi: We sort the seed before the rains come.\n"


@pytest.fixture
def session(tmp_path):
    folder = tmp_path / "data" / "raw" / "bas" / "2021-03-04"
    folder.mkdir(parents=True)
    (folder.parent / "community.yaml").write_text("code: bas\nname: Business Advisory Services\n")
    (folder / "transcript.vtt").write_text(SPEECH)
    return folder


def recorded(session, **outputs: str) -> dict:
    return {"parts": job_for(session).parts, "outputs": {name: "a" for name in steps.FOR_READERS} | outputs}


def paper(**more) -> Paper:
    known = {"id": "p", "session": "bas-2021-03-04", "community": "Business Advisory Services", "community_code": "bas", "title": "On seed", "subtitle": ""}
    return Paper(**known, date="2021-03-04", how_to_cite="On seed", blocks=(), **more)


CHANGES = [
    ("transcript.vtt", SPEECH.replace("rains", "frost"), "its exports changed"),
    ("chat.txt", "08:00:01\tJohan Botha:\tgood day", "its exports changed"),
    ("session.yaml", "title: Seed\n", "its session.yaml changed"),
    ("../community.yaml", "code: bas\nname: Advisers\n", "the community's rules changed (community.yaml)"),
    ("../people.csv", "name,organisation\nThandi Nkosi,Ubambo\n", "the community's people.csv changed"),
]


@pytest.mark.parametrize(("file", "text", "why"), CHANGES, ids=[case[0] for case in CHANGES])
def test_why_a_paper_is_made_anew_is_what_changed_and_nothing_else(session, file, text, why):
    before = recorded(session)
    fingerprint = job_for(session).fingerprint
    (session / file).write_text(text)
    assert reasons(before, recorded(session)) == [why]
    assert job_for(session).fingerprint != fingerprint


def test_a_review_does_not_change_what_was_read(session, monkeypatch):
    before, job = recorded(session), job_for(session)
    known = job.reading, job.fingerprint
    monkeypatch.setattr(Reviews, "digest", "another")
    after = job_for(session)
    assert reasons(before, recorded(session)) == ["a review or an approval was taken in"]
    assert after.reading == known[0] and after.fingerprint != known[1]


def test_the_first_draft_is_told_with_its_place(session):
    words = news({}, recorded(session), paper(), place=PLACE)
    assert words == f"The first draft is made: {PLACE}/paper.docx. Read it and send it to its reviewers."


def test_a_draft_made_anew_says_why_and_which(session):
    before = recorded(session)
    (session / "session.yaml").write_text("title: Seed\n")
    words = news(before, recorded(session, **{steps.DOCX: "b"}), paper(draft=2), place=PLACE)
    assert words.startswith(f"The draft is made anew, as draft 2, since its session.yaml changed: {PLACE}/paper.docx.")


def test_where_readers_find_the_same_there_is_nothing_new(session):
    before = recorded(session, **{steps.TABLE: "a"})
    assert news(before, recorded(session, **{steps.TABLE: "b"}), paper(), place=PLACE).startswith("Nothing ")
    kept = news(before, recorded(session), paper(), place=PLACE, kept="paper.edited-1.docx")
    assert f"{PLACE}/paper.edited-1.docx" in kept and not kept.startswith("Nothing")


def test_an_approved_paper_is_not_to_be_sent_to_reviewers(session):
    after = recorded(session, **{steps.PDF: "b"})
    for before in ({}, recorded(session)):
        words = news(before, after, paper(status="approved"), place=PLACE)
        assert f"{PLACE}/paper.pdf" in words and "The approved paper is made" in words and "reviewers" not in words


def test_a_record_of_an_earlier_version_names_the_version(session):
    assert reasons({"fingerprint": "x"}, recorded(session)) == ["Copaper itself changed"]


def test_a_run_records_what_its_papers_depend_on(session):
    job = job_for(session)
    steps.process(job)
    assert store.read_provenance(job.out)["parts"] == job.parts
