"""A quarter's brief and flyer: made with its papers, from their words, and offered by the library."""

from __future__ import annotations

import io
import shutil

import pytest
from pypdf import PdfReader

from copaper import quarterly, steps
from copaper.library.digest import digest
from copaper.library.quarterly import quarterly_paper
from copaper.papers.leaflets import BRIEF, Amount, contents, render_brief, render_flyer
from tests.library.test_library import SAME
from tests.library.test_quarterly import ASKED, BAS, ENTRIES, OWN, Q3, Q4, RME
from tests.papers.test_same_words import words

SHORT = (steps.BRIEF, steps.FLYER, steps.MAIL)


def pages(data: bytes) -> list[str]:
    return [words(page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages]


def test_a_quarter_in_short_has_its_practices_and_what_is_open():
    found = contents(quarterly_paper(OWN, BAS, Q3), BRIEF[0])
    lists = dict(entry for column in found["columns"] for entry in column)
    assert any(SAME[0] in said.words for said in lists["Practices worth trying"])
    assert [ASKED in said.words for said in lists["Asked, no answer found"]] == [True]
    assert found["tiles"][0] == ("1", "session")


def test_a_digest_in_short_gives_each_community_its_turn():
    paper = digest(ENTRIES, {"bas": BAS, "rme": RME}, Q4, BAS)
    found = contents(paper, BRIEF[0])
    assert [said.words.split(":")[0] for said in found["messages"][:2]] == ["Business Advisory Services", "Research and Evaluation"]
    assert all("A practice: " in said.words for said in found["messages"][:2])
    assert [(name, text) for name, text, _ in found["themes"]] == [("Business Advisory Services", "Themes: Mentor visits."), ("Research and Evaluation", "Themes: Cash books.")]
    assert found["discussed"] == "What each community spoke of"
    assert contents(paper, Amount(1))["messages"] == found["messages"][:1]


@pytest.mark.parametrize("paper", [quarterly_paper(OWN, BAS, Q4), digest(ENTRIES, {"bas": BAS, "rme": RME}, Q4, BAS)], ids=["quarter", "digest"])
def test_they_keep_to_their_pages_and_say_whose_they_are(paper):
    brief, flyer = pages(render_brief(paper)), pages(render_flyer(paper))
    assert len(brief) <= 2 and len(flyer) == 1
    assert words(paper.title) in brief[0] and words(paper.title) in flyer[0]


def test_they_are_made_with_the_paper_but_not_of_a_quarter_without_a_session(tmp_path, monkeypatch):
    monkeypatch.setenv("COPAPER_HOME", str(tmp_path))
    home = tmp_path / "data" / "raw" / "bas"
    home.mkdir(parents=True)
    (home / "community.yaml").write_text("code: bas\nname: Business Advisory Services\nlibrary: https://papers.example.org/bas/\n")
    for one in OWN:
        out = tmp_path / "data" / "processed" / "bas" / one.day.isoformat()
        out.mkdir(parents=True)
        (out / "session.json").write_text(one.session.to_json())
        (out / "findings.json").write_text(one.findings.to_json())
    own, network = quarterly.report(Q4)
    assert all((made.out / name).is_file() for made in (own, network) for name in SHORT)
    assert words("https://papers.example.org/bas/") in "".join(pages((own.out / steps.FLYER).read_bytes()))
    assert words("papers.example.org") not in "".join(pages((network.out / steps.FLYER).read_bytes())), "no community's library has the network's digest"
    [silent] = quarterly.report(Q4.next, "bas")
    assert (silent.out / steps.PDF).is_file() and not any((silent.out / name).exists() for name in SHORT)
    shutil.rmtree(tmp_path / "data" / "processed" / "bas" / OWN[-1].day.isoformat())
    [emptied] = quarterly.report(Q4, "bas")
    assert emptied.done and not any((emptied.out / name).exists() for name in SHORT), "no words stay of a session that is gone"
