"""The sample webinar, processed once: what its papers say, and what they must not say."""

from __future__ import annotations

import io
import json
import re
import zipfile

import jsonschema
import lxml.html
import pikepdf
import pypdf
import pytest

from copaper import steps, store
from copaper.analysis.printable_talk import looked_through
from copaper.communities import Community, Policy
from copaper.jobs import job_for
from copaper.namewords import ALSO_WORDS
from copaper.nameparts import fold
from copaper.papers.compose import compose
from copaper.privacy import WITHHELD, Privacy
from copaper.records import Findings, Paper, Role, Session, json_schema

SAMPLE = steps.Path(__file__).resolve().parent.parent / "data" / "raw" / "bas" / "2020-09-22"


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample") / "papers"
    steps.process(job_for(SAMPLE, out=folder))
    return folder


@pytest.fixture(scope="module")
def session(out) -> Session:
    return Session.from_json((out / steps.SESSION).read_text("utf-8"))


@pytest.fixture(scope="module")
def texts(out) -> dict[str, str]:
    """All that each output shows or carries, metadata, comments and alt texts included."""
    with zipfile.ZipFile(io.BytesIO((out / steps.DOCX).read_bytes())) as package:
        docx = " ".join(re.sub(r"<[^>]+>", "", package.read(n).decode()) + " " + " ".join(re.findall(r'"([^"]*)"', package.read(n).decode())) for n in package.namelist() if n.endswith((".xml", ".rels")))
    reader = pypdf.PdfReader(out / steps.PDF)
    pdf = " ".join(page.extract_text() for page in reader.pages) + " " + " ".join(str(v) for v in (reader.metadata or {}).values())
    with pikepdf.open(out / steps.PDF) as document:
        pdf += " " + document.Root.Metadata.read_bytes().decode()
    return {"docx": docx, "pdf": pdf, "html": (out / steps.HTML).read_text("utf-8"), "paper": (out / steps.PAPER).read_text("utf-8")}


def test_the_sample_is_a_believable_webinar(session):
    people = [p for p in session.participants if p.attended and p.role is not Role.BOT]
    assert sum(len(turn.text.split()) for turn in session.turns) >= 6_000
    assert len({turn.participant for turn in session.turns}) >= 12
    assert len(session.messages) >= 60 and any(m.reply_to is not None for m in session.messages) and any(m.reactions for m in session.messages)
    assert len(people) >= 60
    assert len({p.province for p in people if p.province}) == 9
    assert any(p.role is Role.BOT for p in session.participants)
    assert "fictional" in session.facts


@pytest.mark.parametrize("output", ["docx", "pdf", "html", "paper"])
def test_no_name_of_the_roster_is_shown(session, texts, output):
    # Fonts and pictures inside the page are letters by accident.
    shown = fold(re.sub(r"(?:base64,[A-Za-z0-9+/=]+)", "", texts[output]))
    words = set(re.findall(r"[^\W\d_]+", shown))
    for person in session.participants:
        if person.role is Role.BOT:
            continue
        name = [w for w in re.findall(r"[^\W\d_]+", fold(person.name)) if len(w) >= 3]
        assert len(name) < 2 or " ".join(name) not in shown, person.id
        telling = {w for w in name if len(w) >= 4 and w not in ALSO_WORDS}
        # Words that are roles or organisations in display names, and no names.
        telling -= {"guest", "unverified", "support", "host", "call", "user"} | set(re.findall(r"\w+", fold(person.organisation)))
        assert not telling & words, person.id


@pytest.mark.parametrize("output", ["docx", "pdf", "html", "paper"])
def test_no_address_or_number_is_shown(texts, output):
    shown = re.sub(r"base64,[A-Za-z0-9+/=]+|<style>.*?</style>", "", texts[output], flags=re.S)
    assert not re.findall(r"[\w.+-]+@[\w-]+\.[\w.]+", shown)
    assert not re.findall(r"(?<![\w.#-])(?:\+27|0)[ -]?[6-8]\d[ -]?\d{3}[ -]?\d{4}(?!\w)", shown)
    assert not re.findall(r"(?<![\w.#-])\d{6}[ -]?\d{4}[ -]?\d{3}(?![\w.])", shown)


def test_every_quote_stands_in_the_exports_at_its_line(out, session):
    found = Findings.from_json((out / steps.FINDINGS).read_text("utf-8"))
    quotes = [e for f in found.findings for e in (*f.evidence, *f.around, *f.answers)] + [e for t in found.themes for e in (*t.summary, *t.accounts)]
    assert len(quotes) > 30
    raw = {source.file: (SAMPLE / source.file).read_text("utf-8") for source in session.sources}
    for evidence in quotes:
        place = session.turns[evidence.index] if evidence.where == "turn" else session.messages[evidence.index]
        assert place.text[evidence.start : evidence.end] == evidence.quote
        lines = raw[session.sources[place.source].file].replace("\r\n", "\n").split("\n")
        line = place.cue_at(evidence.start).line if evidence.where == "turn" else place.line
        window = " ".join(" ".join(lines[line - 1 : line + 12]).split())
        assert evidence.quote.split()[0] in window


def test_names_are_looked_for_in_all_that_a_paper_quotes(out, session):
    found = Findings.from_json((out / steps.FINDINGS).read_text("utf-8"))
    announced = (*found.coming, *found.ahead, *filter(None, (found.subject,)), *(one.by for one in found.corrections))
    looked_at = looked_through(session, found.themes, found.findings, announced)
    paper = compose(session, found, Community(code="bas", name="Advisers", privacy=Policy.NAMED), Privacy(session, Policy.NAMED, found))
    quoted = [block.quote for block in paper.blocks if block.type == "evidence" and not WITHHELD.search(block.quote)]
    assert len(quoted) > 30 and all(any(quote in " ".join(text.split()) for text in looked_at) for quote in quoted)


def test_every_statement_has_evidence(out):
    paper = Paper.from_json((out / steps.PAPER).read_text("utf-8"))
    entries = {block.number for block in paper.blocks if block.type == "evidence"}
    items = [item for block in paper.blocks if block.type == "bullets" for item in block.items]
    assert items
    for item in items:
        cited = {run.cite for run in item if run.cite}
        assert cited and cited <= entries


def test_provenance_names_every_input_and_output(out):
    provenance = json.loads((out / store.PROVENANCE).read_text("utf-8"))
    assert set(provenance["inputs"]) == {p.name for p in SAMPLE.iterdir() if p.suffix in (".vtt", ".txt", ".csv")}
    for name, digest in provenance["outputs"].items():
        assert store.sha256((out / name).read_bytes()) == digest
    assert {steps.DOCX, steps.PDF, steps.HTML, steps.SESSION, steps.FINDINGS} <= set(provenance["outputs"])


def test_a_second_run_does_nothing_and_a_rebuild_gives_the_same_bytes(out, tmp_path):
    job = job_for(SAMPLE, out=out)
    before = {p.name: p.stat().st_mtime_ns for p in out.iterdir()}
    assert not steps.process(job).done
    assert {p.name: p.stat().st_mtime_ns for p in out.iterdir()} == before
    again = tmp_path / "again"
    steps.process(job_for(SAMPLE, out=again))
    for name in json.loads((out / store.PROVENANCE).read_text("utf-8"))["outputs"]:
        assert (again / name).read_bytes() == (out / name).read_bytes(), name


def test_an_edited_draft_is_kept(out):
    edited = (out / steps.DOCX).read_bytes() + b" "
    (out / steps.DOCX).write_bytes(edited)
    outcome = steps.process(job_for(SAMPLE, out=out))
    assert outcome.kept and (out / outcome.kept).read_bytes() == edited
    assert (out / steps.DOCX).read_bytes() != edited


def test_the_raw_exports_were_not_touched(session):
    for source in session.sources:
        assert store.sha256((SAMPLE / source.file).read_bytes()) == source.sha256


@pytest.mark.parametrize("what", ["session", "findings", "paper"])
def test_the_schema_describes_what_is_written(out, what):
    written = json.loads((out / f"{what}.json").read_text("utf-8"))
    described = json.loads(json_schema(what))
    jsonschema.validate(written, described)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**written, "schema_version": "one"}, described)


def test_the_page_describes_itself_to_libraries(out):
    page = lxml.html.document_fromstring((out / steps.HTML).read_bytes())
    terms = {meta.get("name"): meta.get("content") for meta in page.xpath("//meta[starts-with(@name, 'DCTERMS.')]")}
    assert terms["DCTERMS.title"] == page.xpath("//title")[0].text
    assert terms["DCTERMS.issued"] == "2020-09-22" and terms["DCTERMS.language"] == "en-ZA"
    assert all(terms.values())
