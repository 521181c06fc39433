"""What reviewers decide on one real session shows in the next one of the same community."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx import Document

from copaper import reviewing, steps
from copaper.analysis.welcoming import OPENING
from copaper.jobs import Job, job_for
from copaper.papers.units import units
from copaper.records import Decision, DecisionKind, Findings, Heading, Paper, Theme
from copaper.review.decisions import homes
from copaper.reviews import Learned, Lesson, learned_by, unlearn

CASES = Path(__file__).resolve().parents[2] / "shared" / "webinars" / "dev" / "ccg"
FIRST, NEXT = "2022-04-05-vcapi", "2022-05-17-vcapi"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

pytestmark = pytest.mark.skipif(not (CASES / FIRST).is_dir(), reason="the real sessions are not at hand")


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("home") / "data" / "raw" / "ccg"
    for case in (FIRST, NEXT):
        shutil.copytree(CASES / case, folder / case[:10], ignore=shutil.ignore_patterns("*.json"))
    (folder / "community.yaml").write_text("code: ccg\nname: Credentials\n")
    return folder


def written_over(document, changes: dict[str, str]) -> None:
    """Replace the texts under these bookmarks."""
    for mark in document.element.body.iter(f"{W}bookmarkStart"):
        if mark.get(f"{W}name", "")[4:] in changes:
            new = changes[mark.get(f"{W}name")[4:]]
            for text in mark.getparent().iter(f"{W}t"):
                text.text, new = new, ""


def themes_of(job: Job, folder: Path) -> dict[str, str]:
    folder.mkdir(parents=True)
    for _, step in steps.STEPS[:3]:
        step(job, folder)
    found = Findings.from_json((folder / steps.FINDINGS).read_text("utf-8"))
    return {theme.label: theme.code_book for theme in found.themes}


def test_ten_decisions_show_in_the_next_session_and_can_be_undone(home, tmp_path):
    session, later = home / FIRST[:10], home / NEXT[:10]
    untaught = themes_of(job_for(later), tmp_path / "untaught")
    assert not any(untaught.values())
    job = job_for(session)
    steps.process(job)
    paper = Paper.from_json((job.out / steps.PAPER).read_text("utf-8"))
    headings = [b for b in paper.blocks if isinstance(b, Heading) and b.level == 2 and b.id.startswith("theme-") and b.text != OPENING][:4]
    findings = sorted((home_ for home_ in homes(paper) if home_.verdict), key=lambda home_: home_.annex)
    dropped = [home_.verdict for home_ in findings][: 10 - len(headings)]
    keys = {unit.block: unit.key for unit in units(paper) if not unit.part}
    document = Document(str(job.out / steps.DOCX))
    written_over(document, {keys[b.id]: f"Agreed name {n}" for n, b in enumerate(headings)} | dict.fromkeys(dropped, "drop"))
    document.save(str(tmp_path / "back.docx"))
    review = reviewing.take_in(tmp_path / "back.docx", reviewer="Reviewer", received="2022-04-06", folder=session)
    kinds = [decision.kind for decision in review.taken.decisions]
    assert (kinds.count(DecisionKind.RENAME), kinds.count(DecisionKind.REJECT), len(kinds)) == (len(headings), len(dropped), 10)
    shown = {block.text for block in review.paper.blocks if isinstance(block, Heading)}
    assert {f"Agreed name {n}" for n in range(len(headings))} <= shown
    taught = themes_of(job_for(later), tmp_path / "taught")
    assert any(name.startswith("Agreed name") for name in (*taught, *taught.values()))
    assert learned_by(home).lessons and not learned_by(home, before=session.name).lessons
    for lesson in learned_by(home).lessons:
        unlearn(home, lesson.id)
    assert themes_of(job_for(later), tmp_path / "undone") == untaught


@pytest.mark.parametrize(
    ("kind", "before", "after", "heading"),
    [
        (DecisionKind.RENAME, "Smoked fish and road crew", "Fish and roads", "Fish and roads"),
        (DecisionKind.RENAME, "Smoked fish", "Fish", "Fish and road crew"),
        (DecisionKind.REJECT, "Smoked fish and road crew", "", "Stalls"),
        (DecisionKind.RENAME, "Taxi rank", "Taxis", "Smoked fish and road crew"),
    ],
)
def test_a_lesson_holds_for_a_heading_and_for_the_label_that_it_begins_with(kind, before, after, heading):
    theme = Theme(id="t", label="Smoked fish", also=("road crew",), phrases=("stalls",), salience=1.0, spans=())
    findings = Findings(session="s", model="m", segments=(), themes=(theme,), findings=())
    lesson = Lesson("1", "s", Decision(id="d", kind=kind, of="theme", about="t", reviewer="r", before=before, after=after))
    assert Learned((lesson,)).applied(findings).themes[0].heading == heading
