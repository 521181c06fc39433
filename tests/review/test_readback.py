"""A reviewed draft is read as Word shows it, with and without its recorded changes."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile

import pytest

from copaper.errors import BadInput
from copaper.papers.docx import render_docx
from copaper.papers.units import units
from copaper.review.merge import State, Text, merge
from copaper.review.readback import Passage, ReviewedDraft, read_draft
from tests.papers.test_docx import a_paper

PAPER = a_paper()
KEYS = {unit.text: unit.key for unit in units(PAPER)}
SPLIT = '<w:ins w:id="91" w:author="R" w:date="2020-10-01T10:00:00Z">'
STRUCK = '<w:del w:id="92" w:author="R" w:date="2020-10-01T10:00:00Z">'


@pytest.fixture(scope="module")
def draft() -> bytes:
    return render_docx(PAPER)


def edited(data: bytes, old: str, new: str, **parts: str) -> ReviewedDraft:
    """Read the draft with ``old`` replaced in its document, and parts added or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in package.namelist():
            content = package.read(name)
            if name == "word/document.xml":
                assert content.decode().count(old) == 1
                content = content.decode().replace(old, new).encode()
            made.writestr(name, content)
        for name, content in parts.items():
            made.writestr(f"word/{name}.xml", content)
    return read_draft("draft.docx", out.getvalue())


def passage(read: ReviewedDraft, key: str, *, original: bool = False) -> Passage:
    [found] = [p for p in (read.originals if original else read.passages) if key in p.keys]
    return found


def test_a_fresh_draft_reads_as_it_was_written(draft):
    read = read_draft("draft.docx", draft)
    assert (read.draft, read.session) == (PAPER.id, PAPER.session)
    assert [p.keys for p in read.passages] == [(unit.key,) for unit in units(PAPER)]
    assert [(p.keys, p.text) for p in read.originals] == [(p.keys, p.text) for p in read.passages] and read.comments == ()


def test_a_fresh_draft_merges_into_itself_unchanged(draft):
    read = read_draft("draft.docx", draft)
    base = tuple(Text(unit.key, unit.words) for unit in units(PAPER) if unit.block != "cover")
    result = merge(base, [p for p in read.passages if {t.key for t in base} & set(p.keys)], base)
    assert {item.state for item in result.texts} == {State.UNCHANGED} and result.gone == ()


def test_recorded_changes_are_read_both_ways(draft):
    run = '<w:t xml:space="preserve">Two mentor.</w:t></w:r>'
    new = (
        '<w:t xml:space="preserve">Two </w:t></w:r>' + STRUCK + '<w:r><w:delText>mentor</w:delText></w:r></w:del>'
        + SPLIT + '<w:r><w:t>advisers</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r>'
    )  # fmt: skip
    read = edited(draft, run, new)
    key = KEYS["Two mentor."]
    assert passage(read, key).text == "Two advisers."
    assert passage(read, key, original=True).text == "Two mentor."
    assert [(c.kind, c.text, c.author) for c in passage(read, key).changes] == [("delete", "mentor", "R"), ("insert", "advisers", "R")]


def test_a_struck_paragraph_is_gone_when_accepted(draft):
    run = '<w:r><w:t xml:space="preserve">Two mentor.</w:t></w:r>'
    read = edited(draft, run, STRUCK + '<w:r><w:delText>Two mentor.</w:delText></w:r></w:del>')
    key = KEYS["Two mentor."]
    assert not [p for p in read.passages if key in p.keys] and passage(read, key, original=True).text == "Two mentor."


def test_comments_come_with_the_words_they_stand_at(draft):
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    comments = f'<w:comments {w}><w:comment w:id="7" w:author="R" w:date="2020-10-01T10:00:00Z"><w:p><w:r><w:t>Which two?</w:t></w:r></w:p></w:comment></w:comments>'
    run = '<w:r><w:t xml:space="preserve">Two mentor.</w:t></w:r>'
    read = edited(draft, run, f'<w:commentRangeStart w:id="7"/>{run}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>', comments=comments)
    [comment] = read.comments
    assert (comment.text, comment.quote, comment.author) == ("Which two?", "Two mentor.", "R")
    assert passage(read, KEYS["Two mentor."]).comments == ("7",)


def test_an_added_paragraph_has_no_key(draft):
    start = '<w:p><w:pPr><w:pStyle w:val="DPCallout"/></w:pPr>'
    read = edited(draft, start, "<w:p><w:r><w:t>We forgot one thing.</w:t></w:r></w:p>" + start)
    assert [p.keys for p in read.passages if p.text == "We forgot one thing."] == [()]


@pytest.mark.parametrize("data", [b"PK no zip", b"plain text", b""])
def test_what_is_no_document_is_refused(data):
    with pytest.raises(BadInput) as caught:
        read_draft("draft.docx", data)
    assert caught.value.code == "package-refused"


def test_a_foreign_document_is_none_of_ours():
    import docx

    out = io.BytesIO()
    docx.Document().save(out)
    assert read_draft("other.docx", out.getvalue()).draft == ""


def test_libreoffice_keeps_every_anchor(draft, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "draft.docx").write_bytes(draft)
    command = [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "out"), str(tmp_path / "draft.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    before, after = read_draft("draft.docx", draft), read_draft("draft.docx", (tmp_path / "out" / "draft.docx").read_bytes())
    assert [(p.keys, p.text) for p in after.passages] == [(p.keys, p.text) for p in before.passages]
    assert (after.draft, after.base) == (before.draft, before.base)
