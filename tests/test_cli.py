"""The command line: bad input is one clear answer, exit code 2, nothing written."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from typer.testing import CliRunner

from copaper import backlog, cli
from copaper.errors import BadInput, CopaperError, SENTENCES, fields_of

ROOT = Path(__file__).resolve().parent.parent
FIXTURE = ROOT / "tests" / "fixtures"
COMMUNITY = "code: bas\nname: Business Advisory Services\n"
SPEECH = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:09.000\nThandi Nkosi: We visit every client in the first week and write down what they owe.\n"


@pytest.fixture
def home(tmp_path) -> Path:
    """A data folder with one community and an empty session."""
    session = tmp_path / "data" / "raw" / "bas" / "2020-09-22"
    session.mkdir(parents=True)
    (session.parent / "community.yaml").write_text(COMMUNITY)
    return tmp_path


def run(*args: object, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "copaper", *map(str, args)], capture_output=True, text=True, cwd=cwd, timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", **env},
    )  # fmt: skip


def package(**parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), text)
    return data.getvalue()


BOMB = package(word__document_xml="<w>" + "a" * 40_000_000 + "</w>")


def files(**content: object):
    def make(session: Path) -> None:
        for name, value in content.items():
            path = session / name.replace("__", ".").replace("_dash_", "-")
            path.write_bytes(value if isinstance(value, bytes) else str(value).encode())

    return make


def nothing(session: Path) -> None:
    pass


def link(session: Path) -> None:
    (session / "transcript.vtt").symlink_to("/etc/hostname")


def wrong_key(session: Path) -> None:
    (session / "transcript.vtt").write_text(SPEECH)
    (session / "session.yaml").write_text("title: T\nagend: [x]\n")


def wrong_community(session: Path) -> None:
    (session / "transcript.vtt").write_text(SPEECH)
    (session.parent / "community.yaml").write_text("code: bas\nname: B\nprivacy: secret\n")


CASES = [
    ("an empty folder", nothing, "folder-empty", ""),
    ("an empty file", files(transcript__vtt=""), "file-empty", ""),
    ("only a table of people", files(people__csv="Name,Province\nThandi Nkosi,Gauteng\n"), "nothing-said", ""),
    ("captions with broken arrows", files(transcript__vtt=SPEECH.replace("-->", "->")), "nothing-readable", "line 4"),
    ("captions that are only begun", files(transcript__vtt="WEBVTT\n\n"), "nothing-in-it", "transcript.vtt"),
    ("binary rubbish", files(transcript__vtt=bytes(range(256)) * 40), "file-binary", ""),
    ("one word a thousand times", files(transcript__vtt=SPEECH + "".join(f"\n00:{n // 60:02}:{n % 60:02}.000 --> 00:{n // 60:02}:{n % 60:02}.900\n[inaudible]\n" for n in range(60, 3000))), "no-talk", "transcript.vtt"),
    ("a letter", files(letter__txt="Dear all\n\nthe webinar is on Tuesday\n" * 3), None, ""),
    ("a file that is still copied", files(transcript__vtt__part=SPEECH), "file-growing", ""),
    ("a link out of the folder", link, "file-not-regular", ""),
    ("a wrong key in session.yaml", wrong_key, "yaml-key", "line 2"),
    ("a wrong value in community.yaml", wrong_community, "yaml-value", "line 3"),
    ("a packed bomb", files(transcript__docx=BOMB), "package-refused", ""),
    ("a broken document", files(transcript__docx=b"PK\x03\x04" + b"x" * 500), "package-refused", ""),
]


@pytest.mark.parametrize("what, make, code, place", CASES, ids=[case[0] for case in CASES])
def test_bad_input(home, what, make, code, place):
    session = home / "data" / "raw" / "bas" / "2020-09-22"
    make(session)
    before = sorted(p.relative_to(home) for p in home.rglob("*"))
    result = CliRunner().invoke(cli.app, ["process", str(session)])
    assert isinstance(result.exception, BadInput), (result.exception, result.output)
    assert result.exception.exit_code == 2
    if code:
        assert result.exception.code == code
    assert place in str(result.exception)
    assert sorted(p.relative_to(home) for p in home.rglob("*")) == before, "something was written"


def test_a_folder_outside_any_community(tmp_path):
    (tmp_path / "transcript.vtt").write_text(SPEECH)
    result = CliRunner().invoke(cli.app, ["process", str(tmp_path)])
    assert isinstance(result.exception, BadInput) and result.exception.code == "no-community"


def test_output_never_goes_into_the_raw_data(home):
    session = home / "data" / "raw" / "bas" / "2020-09-22"
    (session / "transcript.vtt").write_text(SPEECH)
    result = CliRunner().invoke(cli.app, ["process", str(session), "--out", str(session / "out")])
    assert isinstance(result.exception, BadInput) and result.exception.code == "output-inside-raw"


def test_the_command_itself_says_it_in_words_without_a_traceback(home):
    session = home / "data" / "raw" / "bas" / "2020-09-22"
    (session / "session.yaml").write_text("titel: x\n")
    (session / "transcript.vtt").write_text(SPEECH)
    result = run("process", session)
    assert result.returncode == 2
    assert "session.yaml, line 1" in result.stderr and "“title”" in result.stderr
    assert "Traceback" not in result.stderr and not (home / "data" / "processed").exists()


def test_a_transcript_without_speakers_becomes_a_paper(home):
    session = home / "data" / "raw" / "bas" / "2020-09-22"
    (session / "captions.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:09.000\nwe visit every client in the first week\n")
    result = run("process", session, "--json")
    assert result.returncode == 0, result.stderr
    assert (home / "data" / "processed" / "bas" / "2020-09-22" / "paper.pdf").read_bytes()[:5] == b"%PDF-"


@pytest.mark.parametrize("command", [c.name or c.callback.__name__.replace("_", "-") for c in cli.app.registered_commands])
def test_every_command_explains_itself(command):
    result = CliRunner().invoke(cli.app, [command, "--help"])
    assert result.exit_code == 0 and len(result.output) > 200


@pytest.fixture
def back_catalogue(tmp_path, monkeypatch):
    """Two good sessions of one community, and an empty export of another."""
    raw = tmp_path / "data" / "raw"
    for code, day in (("bas", "2021-03-04"), ("bas", "2021-03-05"), ("rme", "2021-03-06")):
        (raw / code / day).mkdir(parents=True)
        (raw / code / "community.yaml").write_text(f"code: {code}\nname: Community {code}\n")
    for file in (FIXTURE / "zoom-mini").glob("*.vtt"):
        for day in ("2021-03-04", "2021-03-05"):
            shutil.copy(file, raw / "bas" / day)
        shutil.copy(file, raw / "bas" / "2021-03-04" / "talk.vtt")
    (raw / "rme" / "2021-03-06" / "transcript.vtt").write_text("")
    monkeypatch.setenv("COPAPER_HOME", str(tmp_path))
    return tmp_path


def test_one_session_that_cannot_be_made_stops_no_other_and_two_processes_make_the_same(back_catalogue):
    result = CliRunner().invoke(cli.app, ["process", "--all", "--json"])
    found = {one["session"]: one for one in json.loads(result.stdout)}
    assert result.exit_code == 2 and len(found) == 3
    assert found["bas-2021-03-04"]["made"] and found["bas-2021-03-05"]["made"]
    assert found["bas-2021-03-04"]["remarks"] == ["talk.vtt: the file tells the same as “GMT20210304-070000_Recording.transcript.vtt” and was not used"]
    assert "empty" in found["rme-2021-03-06"]["words"] and not found["rme-2021-03-06"]["made"]
    outputs = back_catalogue / "data" / "processed" / "bas"
    made = {path: path.read_bytes() for path in outputs.rglob("paper.*")}
    shutil.rmtree(outputs)
    result = CliRunner().invoke(cli.app, ["process", str(back_catalogue / "data" / "raw" / "bas"), "--jobs", "2", "--json"])
    assert result.exit_code == 0 and [one["made"] for one in json.loads(result.stdout)] == [True, True]
    assert {path: path.read_bytes() for path in outputs.rglob("paper.*")} == made
    again = CliRunner().invoke(cli.app, ["process", "--all", "--community", "bas"])
    assert "0 made, 2 up to date, 0 could not be made" in again.stdout


def test_one_process_takes_sessions_in_the_order_of_communities_and_dates_and_says_what_to_do(back_catalogue, monkeypatch):
    raw = back_catalogue / "data" / "raw"
    (raw / "bas" / "2021-03-05" / "chat.txt").write_text("08:00:01\tThandi Nkosi:\tgood day\n" * 200)
    assert [folder.name for folder in backlog.sessions(raw)] == ["2021-03-05", "2021-03-04", "2021-03-06"], "several processes begin with the largest"
    begun = []

    def made(folder, force):
        begun.append(folder.name)
        return backlog.Done(f"{folder.parent.name}-{folder.name}", made=True) if folder.parent.name == "bas" else one(folder, force)

    one = backlog.process_one
    monkeypatch.setattr(backlog, "process_one", made)
    result = CliRunner().invoke(cli.app, ["process", "--all"])
    assert begun == ["2021-03-04", "2021-03-05", "2021-03-06"] and result.exit_code == 2
    assert "→ Correct rme-2021-03-06 as told above" in result.stdout and "The file is empty.\n  → Export it again" in result.output


def test_a_folder_of_no_community_is_warned_of_when_it_is_checked(back_catalogue):
    elsewhere = back_catalogue / "data" / "raw" / "xyz" / "2021-03-04"
    shutil.copytree(back_catalogue / "data" / "raw" / "bas" / "2021-03-04", elsewhere)

    def notices(*words: object) -> list[str]:
        return [notice["code"] for notice in json.loads(CliRunner().invoke(cli.app, ["check", "--json", *map(str, words)]).stdout)["notices"]]

    assert "no-community" in notices(elsewhere)
    assert "no-community" not in notices(elsewhere, "--community", "bas") + notices(back_catalogue / "data" / "raw" / "bas" / "2021-03-04")


@pytest.mark.parametrize("workers", [2, 8])
@pytest.mark.parametrize("count", [0, 1, 15, 24, 40, 400])
def test_sessions_are_shared_out_whole_and_one_by_one_at_the_end(count, workers):
    shares = list(backlog.shares([(number, 8_000) for number in range(count)], workers))
    assert [session for share in shares for session in share] == list(range(count))
    sizes = [len(share) for share in shares]
    assert sizes == sorted(sizes, reverse=True), "the end is what a worker may have to wait for"
    assert all(size == 1 for size in sizes[-workers:])
    assert count < 200 or len(shares) < count / 5, "a task for each session costs too much"


def test_no_worker_is_given_more_than_its_part_of_what_is_left():
    long, short = [(f"long {number}", 90_000) for number in range(4)], [(f"short {number}", 3_000) for number in range(36)]
    shares = list(backlog.shares(long + short, 2))
    assert shares[:4] == [["long 0"], ["long 1"], ["long 2"], ["long 3"]], "else one has all that is long, and the other waits"
    assert len(shares[4]) == 9 and len(shares[-1]) == 1
    assert [len(share) for share in backlog.shares([(number, 300_000) for number in range(100)], 2)] == [1] * 100, "one hears of it in between"


def test_a_process_that_goes_away_is_told_of(back_catalogue, monkeypatch):
    def lost(*_, **__):
        raise BrokenProcessPool

    monkeypatch.setattr(backlog, "as_completed", lost)
    with pytest.raises(CopaperError) as caught:
        list(backlog.process_many(backlog.sessions(back_catalogue / "data" / "raw"), jobs=2))
    assert caught.value.code == "process-lost"


@pytest.mark.parametrize("words", [(), ("--all", "--date", "2020-01-01"), ("somewhere", "--jobs", "2"), ("--all", "--runner", "mars")])
def test_what_does_not_go_together_is_said(words, back_catalogue):
    result = CliRunner().invoke(cli.app, ["process", *words])
    assert result.exit_code == 2


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_error_has_a_problem_and_a_remedy_and_survives_pickling(code):
    import pickle

    error = CopaperError(code, "file.vtt", 3, **{name: "x" for name in fields_of(code)})
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error) and again.line == 3
    assert error.problem.endswith((".", "?", ")")) and error.remedy and "?" not in error.problem

