"""What people call wrongly under data/raw is told with the name to use, and where it lies."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from copaper import cli, folders, reviewing, steps, store
from copaper.checks import check_path, print_check
from copaper.errors import BadInput
from copaper.jobs import job_for

FIXTURES = Path(__file__).parent / "fixtures"
SPEECH = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:09.000\nIlse Brand: We visit every client in the first week and write down what they owe.\n"


@pytest.fixture
def session(tmp_path, monkeypatch) -> Path:
    """A session with a transcript, in a community."""
    made = tmp_path / "data" / "raw" / "bas" / "2026-11-05"
    made.mkdir(parents=True)
    (made.parent / "community.yaml").write_text("code: bas\nname: Business Advisory Services\n")
    (made / "talk.vtt").write_text(SPEECH)
    monkeypatch.setenv("COPAPER_HOME", str(tmp_path))
    return made


def refused(folder: Path) -> BadInput:
    with pytest.raises(BadInput) as caught:
        check_path(folder)
    return caught.value


@pytest.mark.parametrize(
    ("name", "proper"),
    [("2026-12-05", "2026-12-05"), ("2026_12_05", "2026-12-05"), ("20261205", "2026-12-05"), ("2026-12-05-afternoon", "2026-12-05-afternoon"),
     ("Webinar 2026_12_05", "webinar-2026-12-05"), ("2026_11_05", "2026-11-05-2")],
)  # fmt: skip
def test_one_day_is_written_one_way(session, name, proper):
    folder = session.parent / name
    folder.mkdir()
    (folder / "talk.vtt").write_text(SPEECH)
    assert folders.proper_name(folder) == proper
    if name == proper:
        assert check_path(folder)["session"] == f"bas-{name}"
    else:
        error = refused(folder)
        assert error.code == "folder-name" and f"“{proper}”" in error.remedy


def test_a_folder_that_has_papers_keeps_its_name(session):
    folder = session.parent / "20261207"
    folder.mkdir()
    (folder / "talk.vtt").write_text(SPEECH)
    assert refused(folder).code == "folder-name"
    out = session.parent.parent.parent / "processed" / "bas" / "20261207"
    out.mkdir(parents=True)
    (out / "provenance.json").write_text("{}")
    assert check_path(folder)["session"] == "bas-20261207"


def test_what_is_to_be_ignored_is_not_waited_for_and_known_in_either_form(session):
    composed, apart = "caf\u00e9.tmp", "cafe\u0301.tmp"
    (session / apart).write_text("half")
    (session / "session.yaml").write_text(f"ignore: [{composed}]\n", encoding="utf-8")
    assert check_path(session)["session"]


def test_a_name_that_will_not_do_stops_no_other_session(session):
    other = session.parent / "2026_11_06"
    other.mkdir()
    assert reviewing.job_of("bas-2026-11-05").raw == session
    assert job_for(other).date.isoformat() == "2026-11-06", "how long it is kept is known still"


@pytest.mark.parametrize(
    ("where", "name", "code", "proper"),
    [
        ("session", "session.yml", "file-misnamed", "session.yaml"),
        ("session", "Session.yaml.txt", "file-misnamed", "session.yaml"),
        ("home", "people.csv.txt", "file-misnamed", "people.csv"),
        ("home", "people.xlsx", "people-workbook", "people.csv"),
    ],
)
def test_a_file_of_nearly_the_right_name_is_told(session, where, name, code, proper):
    file = (session if where == "session" else session.parent) / name
    file.write_text("")
    error = refused(session)
    assert (error.code, error.file) == (code, str(file)) and f"“{proper}”" in error.remedy


def test_a_file_of_nearly_the_right_name_beside_the_right_one_is_a_copy(session):
    (session.parent / "people.csv").write_text("name,province\nIlse Brand,Gauteng\n")
    (session.parent / "people.xlsx").write_text("")
    assert check_path(session)["people_csv"] == {"people": 1, "here": 1}


def test_a_community_file_of_nearly_the_right_name_is_told(session):
    (session.parent / "community.yaml").rename(session.parent / "community.yml")
    error = refused(session)
    assert error.code == "file-misnamed" and error.details["name"] == "community.yaml"


@pytest.mark.parametrize(
    ("settings", "line", "key", "suggestion"),
    [
        ("title: A\nignore:\n  - talk.vtt\n  - talk.vt\n", 4, "ignore", "Did you mean “talk.vtt”?"),
        ("clocks:\n  tal.vtt: 3\n", 2, "clocks", "Did you mean “talk.vtt”?"),
        ("ignore: [numbers.csv]\n", 1, "ignore", "whole name"),
    ],
)
def test_a_setting_for_a_file_that_is_not_there_is_told(session, settings, line, key, suggestion):
    (session / "session.yaml").write_text(settings)
    error = refused(session)
    assert (error.code, error.line, error.details["key"]) == ("yaml-file", line, key)
    assert suggestion in error.remedy


def test_errors_of_the_readers_say_where_the_file_lies(session):
    (session / "talk.vtt").write_text(SPEECH.replace("-->", "->"))
    assert refused(session).place.startswith(f"{session}/talk.vtt, line ")
    (session.parent / "people.csv").write_text("Ilse Brand,Soil Hub\n")
    assert refused(session).place == f"{session.parent}/people.csv, line 1"


def test_the_command_names_a_file_as_seen_from_the_current_folder(session, monkeypatch, capsys):
    (session / "talk.vtt").write_text(SPEECH.replace("-->", "->"))
    monkeypatch.chdir(session.parents[3])
    monkeypatch.setattr("sys.argv", ["copaper", "check", str(session)])
    with pytest.raises(SystemExit):
        cli.main()
    assert "Bad input: data/raw/bas/2026-11-05/talk.vtt, line 4: " in capsys.readouterr().err


def test_a_community_or_a_file_is_no_session(session):
    assert refused(session.parent).code == "folder-is-community"
    assert refused(session / "chat.txt").code == "file-missing"
    with pytest.raises(BadInput) as caught:
        job_for(session / "talk.vtt")
    assert caught.value.code == "folder-is-file"


def test_check_says_that_a_folder_lies_in_no_community(session):
    alone = session.parents[2] / "2026-11-06"
    shutil.copytree(session, alone)
    assert "no-community" in {notice["code"] for notice in check_path(alone)["notices"]}
    assert "no-community" not in {notice["code"] for notice in check_path(session)["notices"]}


def test_check_says_who_is_known_and_compares_with_a_report_only_where_there_is_one(session, capsys):
    print_check(check_path(session))
    assert "attendance report." not in capsys.readouterr().out
    (session / "list.csv").write_text("Name,Province\nIlse Brand,Gauteng\n")
    (session.parent / "people.csv").write_text("name;organisation\nIlse Brand;Hub\nPule Motaung;Hub\n")
    print_check(check_path(session))
    said = " ".join(capsys.readouterr().out.split())
    assert "people.csv tells of 2 people, 1 of them in this session." in said
    assert "1 of 1 speakers and 0 of 0 people in the chat stand in the attendance report." in said


def test_check_of_one_file_says_why_its_lines_were_left_out(session, capsys):
    (session / "talk.vtt").write_text("WEBVTT\n\n")
    print_check(check_path(session / "talk.vtt"))
    assert "Lines left out: blank 1, header 1. Nothing that was said" in " ".join(capsys.readouterr().out.split())


def test_a_word_document_is_told_as_what_it_is(session):
    document = Document()
    for line in ("00:00:01.000 --> 00:00:04.000", "Ilse Brand: We visit every client.", "", "00:00:05.000 --> 00:00:09.000", "Ilse Brand: Then we write it down."):
        document.add_paragraph(line)
    document.save(session / "talk.vtt")
    result = check_path(session)
    assert result["words"] == 9 and result["speakers"] == 1
    assert "word-document" in {remark["code"] for remark in result["files"][0]["remarks"]}
    letter = Document()
    letter.add_paragraph("Dear all, the webinar is on Tuesday.")
    letter.save(session / "talk.vtt")
    assert refused(session).code == "file-document"


@pytest.mark.parametrize("date, good", [("2026-11-05", True), ("5.11.2026", False)])
def test_a_wrong_day_is_answered_with_an_example(session, date, good):
    result = CliRunner().invoke(cli.app, ["check", str(session), "--date", date, "--json"])
    assert (result.exit_code == 0) is good
    assert good or "as in 2020-09-22" in result.output


def test_process_says_once_what_may_make_the_paper_wrong_and_knows_its_own_files(session):
    for name in ("copy.vtt", "GMT20261005-080000_Recording.transcript.vtt"):
        (session / name).write_text(SPEECH if name == "copy.vtt" else SPEECH.replace("first", "second").replace("owe", "want to sell"))
    (session / "session.yaml").write_text("title: A\n")
    made = CliRunner().invoke(cli.app, ["process", str(session), "--json"])
    assert made.exit_code == 0, made.output
    remarks = json.loads(made.stdout[made.stdout.index("{") :])["remarks"]
    assert "GMT20261005-080000_Recording.transcript.vtt: the file is of another day (2026-10-05, not 2026-11-05); is it the right file?" in remarks
    assert "talk.vtt: the file tells the same as “copy.vtt” and was not used" in remarks
    again = CliRunner().invoke(cli.app, ["process", str(session), "--json"])
    assert json.loads(again.stdout)["remarks"] == []
    out = job_for(session).out
    ours = sorted(path.name for path in out.iterdir() if path.suffix in (".json", ".csv", ".pdf"))
    assert {"session.json", "findings.csv", "findings.json", "paper.pdf", "provenance.json"} <= set(ours)
    assert {name: refused(out / name).code for name in ours} == dict.fromkeys(ours, "file-own")
    (out / "saved anew.csv").write_text((out / "findings.csv").read_text("utf-8-sig").replace(",", ";"))
    assert refused(out / "saved anew.csv").code == "file-own"


def test_no_name_of_an_export_tells_what_is_withheld_beside_the_paper(session):
    (session / "talk.vtt").rename(session / "Ilse_Brand talk.VTT")
    (session / "notes of Jabu 082 555 0143.txt").write_text("Nothing that is speech or a chat.\n")
    (session / "session.yaml").write_text("people:\n  - {name: Xola Jack, withdrawn: true}\n")
    (session / "xola.csv").write_text("Name,Email\nIlse Brand,ilse@clients.example\n")
    steps.process(job_for(session))
    out = session.parents[2] / "processed" / "bas" / session.name
    assert list(store.read_provenance(out)["inputs"]) == ["export-1.vtt", "export-2.txt", "export-3.csv"]


def test_check_prints_no_number_of_a_title(session):
    (session / "session.yaml").write_text("title: Clients, call 082 555 0143\n")
    assert check_path(session)["title"] == "Clients, call [phone number withheld]"
