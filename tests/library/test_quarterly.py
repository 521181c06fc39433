"""The quarter's papers: what they say of many sessions, of one, and of none."""

from __future__ import annotations

from datetime import date

import pytest

from copaper import quarterly
from copaper.communities import Community
from copaper.errors import BadInput
from copaper.library.catalogue import Entry
from copaper.library.digest import digest
from copaper.library.quarterly import quarterly_paper, themes_over_time
from copaper.library.quarters import Quarter
from copaper.papers.units import units
from copaper.records import ExportKind, Findings, Kind, Paper, Source, Span, Theme
from tests.library.test_library import OTHER, SAME, entry

BAS = Community(code="bas", name="Business Advisory Services")
RME = Community(code="rme", name="Research and Evaluation")
Q3, Q4 = Quarter(2020, 3), Quarter(2020, 4)
ASKED = "How do we reach business owners who do not come to the mentors?"
TOLD = "To reach business owners who do not come, mentors visit the taxi rank."


def at(found: Entry, day: date, community: str = "bas", theme: str = "") -> Entry:
    """Move a session to another day and community, with one theme."""
    start = found.session.start.replace(year=day.year, month=day.month, day=day.day)
    source = Source(file="talk.vtt", sha256="ab" * 32, bytes=9, kind=ExportKind.TRANSCRIPT, reader="webvtt")
    session = found.session.model_copy(update={"start": start, "end": start.replace(hour=start.hour + 1), "community": community, "sources": (source,)})
    span = Span(first_turn=0, start=0, last_turn=0, end=6, from_time=0.0, to_time=60.0)
    themes = (Theme(id=f"t-{found.session.id}", label=theme, salience=0.8, spans=(span,)),) if theme else ()
    return Entry(session, Findings(session=session.id, model="m", segments=(), themes=themes, findings=found.findings.findings))


ENTRIES = [
    at(entry("a", 1, (Kind.PRACTICE, SAME[0]), (Kind.QUESTION, ASKED), (Kind.COMMITMENT, "I will send the cash book template to everybody."), state="open"), date(2020, 7, 2), theme="Mentor visits"),
    at(entry("b", 2, (Kind.PRACTICE, SAME[1]), (Kind.PRACTICE, TOLD), (Kind.RESOURCE, "The cash book template was sent to everybody."), speaker="Pieter"), date(2020, 10, 6), theme="Mentor visits"),
    at(entry("c", 3, (Kind.PRACTICE, OTHER), (Kind.PRACTICE, TOLD), speaker="Ayanda"), date(2020, 11, 6), "rme", theme="Cash books"),
]  # fmt: skip
OWN = [e for e in ENTRIES if e.session.community == "bas"]


def words(paper: Paper) -> str:
    return "\n".join(unit.words for unit in units(paper))


def row(paper: Paper, table: str, holding: str) -> str:
    (block,) = [b for b in paper.blocks if b.id == table]
    (found,) = [cells for cells in block.rows if holding in cells[0][0].text]
    return " | ".join("".join(run.text for run in cell) for cell in found)


def test_a_practice_told_again_stands_once_with_all_who_told_it():
    paper = quarterly_paper(OWN, BAS, Q4)
    assert "2 July 2020 and 6 October 2020" in row(paper, "register-table", "phone")
    assert "2 people and 2 sessions" in row(paper, "register-table", "phone")


def test_what_was_asked_before_and_told_now_stands_together():
    assert TOLD in row(quarterly_paper(OWN, BAS, Q4), "answered-table", ASKED)
    assert row(quarterly_paper(OWN, BAS, Q3), "open-table", ASKED).endswith("| No answer found")


def test_a_quarter_says_what_became_of_a_question_that_is_still_asked():
    def became(change: dict) -> list[str]:
        entries = [Entry(e.session, e.findings.model_copy(update={"findings": tuple(f.model_copy(update=change) if f.kind is Kind.QUESTION and f.statement == ASKED else f for f in e.findings.findings)})) for e in OWN]
        (table,) = [block for block in quarterly_paper(entries, BAS, Q3).blocks if block.id == "open-table"]
        return [cells[1][0].text for cells in table.rows]

    [question] = [f for e in OWN for f in e.of_kind(Kind.QUESTION) if f.statement == ASKED]
    assert became({"answers": question.evidence}) == ["Left open"]
    assert became({"answers": question.evidence, "fields": {"state": "partly"}}) == ["Perhaps replied to"]


def test_a_promise_is_held_against_what_was_said_since():
    assert "was sent" in row(quarterly_paper(OWN, BAS, Q4), "commitments-table", "I will send")
    assert "Nothing was said of it yet." in row(quarterly_paper(OWN, BAS, Q3), "commitments-table", "I will send")


def test_themes_are_followed_over_quarters():
    (moved,) = themes_over_time(OWN)
    assert moved.shares == {Q3: 0.8, Q4: 0.8}
    assert "80% | 80% | as before" in row(quarterly_paper(OWN, BAS, Q4), "themes-table", "Mentor visits")


def test_a_promise_is_not_kept_by_the_next_promise():
    again = at(entry("b", 2, (Kind.COMMITMENT, "I will send the cash book template to everybody soon."), speaker="Pieter"), date(2020, 10, 6))
    paper = quarterly_paper([OWN[0], again], BAS, Q4)
    assert "Nothing was said of it yet." in row(paper, "commitments-table", "soon")
    (table,) = [b for b in paper.blocks if b.id == "commitments-table"]
    assert len(table.rows) == 1


def test_one_theme_under_two_endings_is_told_of_once():
    entries = [at(entry(name, n, (Kind.PRACTICE, SAME[0])), date(2020, 10, n), theme=theme) for n, name, theme in ((6, "a", "Test suite"), (7, "b", "Test suites"), (8, "c", "Rent"))]
    assert [len(moved.sessions) for moved in themes_over_time(entries)] == [2, 1]
    said = words(digest(entries, {"bas": BAS}, Q4, BAS))
    assert "Themes: Test suite; Rent." in said


def test_a_quarter_that_took_up_no_theme_again_says_so_and_counts_in_good_english():
    entries = [at(entry("a", 1, (Kind.PRACTICE, SAME[0])), date(2020, 7, 2), theme="Rent"), at(entry("b", 2, (Kind.PRACTICE, OTHER), (Kind.QUESTION, ASKED), state="open"), date(2020, 10, 6), theme="Wages")]
    paper = quarterly_paper(entries, BAS, Q4)
    assert "No theme of earlier quarters came back." in words(paper)
    (tiles,) = [b for b in paper.blocks if b.id == "tiles"]
    assert tiles.items[2:] == (("1", "practice told"), ("1", "question open"))
    assert paper.how_to_cite == "Business Advisory Services (2020). Business Advisory Services: October to December 2020."


def test_every_mark_leads_to_an_entry_that_names_the_session():
    paper = quarterly_paper(OWN, BAS, Q4)
    cited = {run.cite for unit in units(paper) for run in unit.runs if run.cite}
    entries = {block.number: block for block in paper.blocks if block.type == "evidence"}
    assert cited and cited <= set(entries)
    assert {block.source.split(":")[0] for block in entries.values()} == {"2 July 2020", "6 October 2020"}


def test_a_quarter_without_a_session_says_so():
    paper = quarterly_paper(OWN, BAS, Quarter(2021, 2))
    assert "No session of this community in April to June 2021 has been processed" in words(paper)
    assert "The last session known is that of 6 October 2020." in words(paper)
    assert "No session of this community" in words(quarterly_paper([], BAS, Q3))


def test_the_digest_puts_one_communitys_answer_beside_anothers_question():
    paper = digest(ENTRIES, {"bas": BAS, "rme": RME}, Q4, BAS)
    assert "2 communities held 2 sessions" in words(paper)
    only_rme = digest([ENTRIES[0], ENTRIES[2]], {"bas": BAS, "rme": RME}, Q4, BAS)
    assert "Nothing is known of Business Advisory Services in this quarter." in words(only_rme)
    (block,) = [b for b in only_rme.blocks if b.id == "answers-table"]
    assert "Research and Evaluation: " in block.rows[0][1][0].text


def test_the_digest_gives_every_community_its_turn():
    many = [(Kind.PRACTICE, f"Mentors in {place} keep the papers of {thing} in a blue folder.") for place, thing in (("Soweto", "rent"), ("Durban", "wages"), ("Paarl", "tax"))]
    entries = [at(entry("a", 1, *many), date(2020, 10, 6), theme="Folders"), at(entry("c", 3, (Kind.PRACTICE, OTHER), speaker="Ayanda"), date(2020, 11, 6), "rme", theme="Cash books")]
    paper = digest(entries, {"bas": BAS, "rme": RME}, Q4, BAS)
    assert "No theme was spoken of in more than one of them." in words(paper)
    assert "Themes: Folders." in words(paper) and "Themes: Cash books." in words(paper)
    (table,) = [b for b in paper.blocks if b.id == "register-table"]
    assert OTHER in [row[0][0].text for row in table.rows[:2]]


def test_names_of_one_session_are_hidden_in_the_words_of_another():
    other = at(entry("d", 4, (Kind.LESSON, "We learnt from Thandi that a book must be kept."), speaker="Pieter"), date(2020, 10, 7))
    assert "Thandi" not in words(quarterly_paper([*OWN, other], BAS, Q4))


def test_made_once_and_made_again_only_when_something_changed(tmp_path, monkeypatch):
    monkeypatch.setenv("COPAPER_HOME", str(tmp_path))
    home = tmp_path / "data" / "raw" / "bas"
    home.mkdir(parents=True)
    (home / "community.yaml").write_text("code: bas\nname: Business Advisory Services\n")
    for one in OWN:
        out = tmp_path / "data" / "processed" / "bas" / one.day.isoformat()
        out.mkdir(parents=True)
        (out / "session.json").write_text(one.session.to_json())
        (out / "findings.json").write_text(one.findings.to_json())
    first = quarterly.report(Q4)
    assert [(r.community, r.done, r.sessions) for r in first] == [("bas", True, 1), ("network", True, 1)]
    made = {path.name: path.read_bytes() for path in first[0].out.iterdir() if path.is_file()}
    assert [r.done for r in quarterly.report(Q4)] == [False, False]
    assert [r.done for r in quarterly.report(Q4, "bas", force=True)] == [True]
    assert {name: (first[0].out / name).read_bytes() for name in made} == made
    with pytest.raises(BadInput):
        quarterly.report(Q4, "nobody")
