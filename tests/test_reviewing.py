"""From the draft in a reviewer's hands to the approved paper, through files as people use them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from docx import Document

from copaper import reviewing, steps, store
from copaper.errors import BadInput, CouldNot
from copaper.jobs import job_for
from copaper.records import Findings, Paper, Status
from copaper.reviews import learned_by, read_reviews, unlearn

SPEECH = [
    "We visit every client in the first week and write down what they owe to the bank.",
    "What we learnt is that a cash book must come before any loan, because nobody can plan without it.",
    "The biggest challenge is that the forms for the provincial fund change every single month.",
    "I recommend that the fund publish its forms once a year and keep them for the whole year.",
    "Who pays for the mentors once the grant from the province is over?",
    "Our mentors phone each owner every Friday and ask the same four questions about sales.",
    "Last year a baker in Tzaneen kept her till slips in a shoe box and got her loan in March.",
]
SAID = SPEECH[2]


def transcript(lines: list[str]) -> str:
    cues = (f"{n + 1}\n00:{n:02}:01.000 --> 00:{n:02}:19.000\n{('Thandi Nkosi', 'Johan Botha')[n % 2]}: {line}\n" for n, line in enumerate(lines))
    return "WEBVTT\n\n" + "\n".join(cues)


def a_session(home: Path, day: str = "2020-09-22") -> Path:
    session = home / "data" / "raw" / "bas" / day
    session.mkdir(parents=True)
    (session.parent / "community.yaml").write_text("code: bas\nname: Business Advisory Services\n")
    (session / "transcript.vtt").write_text(transcript(SPEECH))
    return session


@pytest.fixture
def session(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("COPAPER_HOME", str(tmp_path))
    found = a_session(tmp_path)
    steps.process(job_for(found))
    return found


def out_of(session: Path) -> Path:
    return job_for(session).out


def edit(source: Path, target: Path, *changes: tuple[str, str]) -> Path:
    """Copy a draft with words replaced where they stand last before the annexes."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                text = data.decode()
                for before, after in changes:
                    at = text.rindex(before, 0, text.rindex("Annex A:"))
                    text = text[:at] + after + text[at + len(before) :]
                data = text.encode()
            new.writestr(name, data)
    return target


def take(file: Path, reviewer: str = "Lerato Dube") -> reviewing.Review:
    return reviewing.take_in(file, reviewer=reviewer, received="2020-10-01")


def docx_words(path: Path) -> str:
    document = Document(str(path))
    found = [node.text or "" for node in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")]
    return re.sub(r"\s+", "", "".join(found))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_an_edit_is_in_the_next_draft_and_in_the_approved_paper(session, tmp_path):
    out = out_of(session)
    first = (out / steps.DOCX).read_bytes()
    review = take(edit(out / steps.DOCX, tmp_path / "back.docx", ("change every single month", "change far too often")))
    assert (review.paper.draft, review.taken.new) == (2, True)
    assert [d.kind.value for d in review.taken.decisions] == ["reworded"]
    assert squeezed("change far too often") in docx_words(out / steps.DOCX)
    filed = read_reviews(session).filed[0]
    assert filed.document.read_bytes() == (tmp_path / "back.docx").read_bytes() != first

    job, paper = reviewing.approve("bas-2020-09-22", approver="Nomsa Dlamini", on="2020-10-05")
    assert (paper.status, paper.version) == ("approved", "1")
    said = squeezed("change far too often")
    assert said in docx_words(out / steps.DOCX)
    assert said in squeezed((out / steps.HTML).read_text("utf-8"))
    assert "Less certain finds" not in (out / steps.HTML).read_text("utf-8")
    with zipfile.ZipFile(out / steps.DOCX) as package:
        assert b"trackRevisions" not in package.read("word/settings.xml")
        assert not re.search(rb"<w:(?:ins|del|commentRangeStart) ", package.read("word/document.xml"))
    with pikepdf.open(out / steps.PDF) as pdf:
        assert len(pdf.pages) > 1

    # What was approved stays so, whatever the source becomes, until a review comes.
    (session / "transcript.vtt").write_text(transcript(SPEECH[:-1]))
    steps.process(job_for(session))
    assert Paper.from_json((out / steps.PAPER).read_text("utf-8")) == paper


def test_brackets_are_shown_as_they_were_written(session, tmp_path, capsys):
    file = edit(out_of(session) / steps.DOCX, tmp_path / "back.docx", ("biggest challenge", "[bold] challenge"))
    reviewing.print_review(take(file))
    assert "[bold]" in capsys.readouterr().out


def test_taking_the_same_copy_in_twice_does_nothing(session, tmp_path):
    file = edit(out_of(session) / steps.DOCX, tmp_path / "back.docx", ("every single month", "each month"))
    take(file)
    before = sorted((session / "reviews").iterdir())
    assert take(file).taken.new is False
    assert sorted((session / "reviews").iterdir()) == before


def test_processing_again_keeps_what_reviewers_wrote(session, tmp_path):
    take(edit(out_of(session) / steps.DOCX, tmp_path / "back.docx", ("every single month", "each month")))
    (session / "transcript.vtt").write_text(transcript([*SPEECH, "We also keep a list of buyers for every town in the district."]))
    steps.process(job_for(session))
    assert squeezed("change each month") in docx_words(out_of(session) / steps.DOCX)


def test_everything_processed_can_be_made_again_from_the_raw_data(session, tmp_path):
    out = out_of(session)
    take(edit(out / steps.DOCX, tmp_path / "back.docx", ("every single month", "each month")))
    made = {path.name: path.read_bytes() for path in out.iterdir() if path.suffix in (".docx", ".pdf", ".html") or path.name == steps.PAPER}
    for path in out.iterdir():
        path.unlink()
    steps.process(job_for(session))
    assert {name: (out / name).read_bytes() for name in made} == made


def test_approval_waits_for_what_is_open(session, tmp_path):
    document = Document(str(out_of(session) / steps.DOCX))
    paragraph = next(p for p in document.paragraphs if "every single month" in p.text)
    document.add_comment(paragraph.runs, text="Which forms?", author="Lerato", initials="L")
    document.save(str(tmp_path / "back.docx"))
    assert [c.text for c in take(tmp_path / "back.docx").paper.comments] == ["Which forms?"]
    with pytest.raises(CouldNot) as error:
        reviewing.approve("bas-2020-09-22", approver="Nomsa", on="2020-10-05")
    assert (error.value.code, error.value.details["comments"]) == ("draft-open", 1)
    _, paper = reviewing.approve("bas-2020-09-22", approver="Nomsa", on="2020-10-05", force=True)
    assert "Still open when it was approved: 1 comment." in dict(paper.imprint)["Approval"]


def test_a_community_learns_from_reviews_and_forgets_when_told(session, tmp_path):
    job = job_for(session)
    paper = Paper.from_json((job.out / steps.PAPER).read_text("utf-8"))
    document = Document(str(job.out / steps.DOCX))
    body = document.element.body
    for paragraph in [p for p in body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p") if SAID[:40] in "".join(p.itertext())]:
        for node in paragraph.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
            node.text = ""
    document.save(str(tmp_path / "back.docx"))
    review = take(tmp_path / "back.docx")
    assert SAID in {d.before for d in review.taken.decisions if d.kind.value == "left out"}, paper.blocks
    other = a_session_beside(session)
    assert status_of(other) is Status.REJECTED
    (lesson,) = [l for l in learned_by(session.parent).lessons if l.decision.before == SAID]
    unlearn(session.parent, lesson.id)
    assert status_of(other) is not Status.REJECTED
    with pytest.raises(BadInput, match="learnt nothing"):
        unlearn(session.parent, lesson.id)


def a_session_beside(session: Path) -> Path:
    other = session.parent / "2020-12-01"
    other.mkdir()
    (other / "transcript.vtt").write_text(transcript(list(reversed(SPEECH))))
    return other


def status_of(session: Path) -> Status:
    job = job_for(session)
    work = job.out.parent / f"work-{len(job.learned.lessons)}"
    work.mkdir(parents=True, exist_ok=True)
    steps.read_exports(job, work)
    steps.find_themes_and_findings(job, work)
    found = steps.reviewed(job, Findings.from_json((work / steps.ANALYSIS).read_text("utf-8")))
    return next(f.status for f in found.findings if f.statement == SAID)


def damaged(data: bytes) -> bytes:
    return data[: len(data) // 2]


def foreign(data: bytes) -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def of_another_session(data: bytes) -> bytes:
    return replaced(data, "docProps/custom.xml", b"bas-2020-09-22", b"bas-2019-01-01")


def of_an_unknown_draft(data: bytes) -> bytes:
    found = re.search(rb"[0-9a-f]{64}", zipfile.ZipFile(io.BytesIO(data)).read("docProps/custom.xml"))
    return replaced(data, "docProps/custom.xml", found[0], b"0" * 64)


def with_macros(data: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("word/vbaProject.bin", b"macro")
    return out.getvalue()


def with_a_password(data: bytes) -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512) + "EncryptedPackage".encode("utf-16-le") + data


def a_bomb(data: bytes) -> bytes:
    return replaced(data, "word/styles.xml", b"</w:styles>", b" " * (64 << 20) + b"</w:styles>")


def with_a_picture_from_elsewhere(data: bytes) -> bytes:
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    link = b'<Relationship Id="rX" Type="' + kind + b'" Target="https://example.org/a.png" TargetMode="External"/>'
    return replaced(data, "word/_rels/document.xml.rels", b"</Relationships>", link + b"</Relationships>")


def with_entities(data: bytes) -> bytes:
    return replaced(data, "word/document.xml", b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document')


def replaced(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(old, new) if name == part else before.read(name))
    return out.getvalue()


BAD = [
    (damaged, "package-refused"), (foreign, "draft-not-ours"), (of_another_session, "draft-session-unknown"),
    (of_an_unknown_draft, "draft-unknown"), (with_macros, "package-refused"),
    (with_a_password, "package-refused"), (a_bomb, "package-refused"), (with_a_picture_from_elsewhere, "package-refused"),
    (with_entities, "package-refused"),
]  # fmt: skip


def test_a_document_that_cannot_be_taken_in_changes_nothing(session, tmp_path):
    out = out_of(session)
    draft = (out / steps.DOCX).read_bytes()
    before = {path: path.read_bytes() for path in [*session.rglob("*"), *out.rglob("*")] if path.is_file()}
    for spoil, code in BAD:
        file = tmp_path / f"{spoil.__name__}.docx"
        file.write_bytes(spoil(draft))
        with pytest.raises(BadInput) as error:
            take(file)
        assert error.value.code == code, spoil.__name__
    with pytest.raises(BadInput) as error:
        take(tmp_path / "none.docx")
    assert error.value.code == "draft-missing"
    assert {path: path.read_bytes() for path in [*session.rglob("*"), *out.rglob("*")] if path.is_file()} == before


def test_what_was_filed_is_never_replaced(tmp_path):
    store.file_for_good(tmp_path, {"a.json": b"1"})
    store.file_for_good(tmp_path, {"a.json": b"1"})
    with pytest.raises(CouldNot, match="never replaced"):
        store.file_for_good(tmp_path, {"a.json": b"2"})
    assert json.loads((tmp_path / "a.json").read_bytes()) == 1


def test_a_draft_of_an_earlier_version_is_known_by_its_text(session, tmp_path):  # noqa: F811
    """A later version would write what it reads with fields that the earlier one did not know."""
    out = out_of(session)
    text = (out / steps.PAPER).read_text("utf-8")
    older = json.dumps({key: value for key, value in json.loads(text).items() if key != "notice"})
    assert older != Paper.from_json(older).to_json()
    digest = store.sha256(older.encode())
    (out / steps.base_name(digest)).write_text(older, encoding="utf-8")
    assert reviewing._base(job_for(session), digest, "copy.docx") == Paper.from_json(older)
