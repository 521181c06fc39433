"""The library site: what is on it, what is not, that it holds together, that search finds."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date

import pytest
from lxml import etree, html

from copaper import publishing, store
from copaper.communities import Community, Forthcoming
from copaper.errors import BadInput
from copaper.library.search import find, items
from copaper.library.site import pages
from copaper.records import Bullets, Card, Kind, Paper, Run, Table
from copaper.reviews import approve

TODAY = date(2026, 11, 24)
HOSTILE = "</script><img src=x onerror=alert(1)> & “quoted”"


def paper(day: str = "2020-09-22", community: str = "bas", lesson: str = "A cash book must be short.") -> Paper:
    said = (Run(text="Mentors visit every client in the first week."), Run(cite=1))
    return Paper(
        id="p", session=f"{community}-{day}", community=community.upper(), community_code=community, title=f"Talk of {day} {HOSTILE}",
        subtitle="", date=date.fromisoformat(day), how_to_cite="", abstract="What was said.",
        blocks=(
            Card(id="finding-aaaa", kind="practice", title="Mentors visit …", rows=(("What they do", said), ("Who to ask", (Run(text="Secretariat"),)))),
            Bullets(id="kind-lesson-list", items=((Run(text=lesson),),), ids=("bbbb",)),
            Bullets(id="messages", style="key messages", items=((Run(text=lesson),), (Run(text="Only here."),)), ids=("bbbb", "dddd")),
            Table(id="questions-table", caption="", header=("Question", "State"), rows=(((Run(text="Who pays the mentors?"),), (Run(text="open"),)),), ids=("cccc",)),
        ),
    )  # fmt: skip


@pytest.fixture
def raw(tmp_path, monkeypatch):
    monkeypatch.setenv("COPAPER_HOME", str(tmp_path))
    root = tmp_path / "data" / "raw"
    for code in ("bas", "rme"):
        (root / code).mkdir(parents=True)
        (root / code / "community.yaml").write_text(f"code: {code}\nname: Community {code}\nforthcoming:\n  - date: 2026-12-01\n    title: Late payment; what, and when\n")
    (root / "bas" / "2020-09-22").mkdir()
    return root


def approved(raw, one: Paper):
    approve(raw / one.community_code / one.date.isoformat(), one, approver="Lerato Nkosi", on="2020-10-01", still_open=[])


def published(raw, **more) -> tuple[publishing.Site, dict[str, bytes]]:
    site = publishing.publish(today=TODAY, **more)
    return site, {str(p.relative_to(site.out)): p.read_bytes() for p in site.out.rglob("*") if p.is_file() and not p.name.startswith(".")}


# --- search ---------------------------------------------------------------------------------


def test_each_finding_that_is_printed_can_be_found_once_with_its_kind():
    found = items(paper(), {"dddd": Kind.STORY})
    assert [(i.id, i.kind) for i in found] == [("aaaa", Kind.PRACTICE), ("bbbb", Kind.LESSON), ("cccc", Kind.QUESTION), ("dddd", Kind.STORY)]
    assert found[0].text == "Mentors visit every client in the first week."
    assert "Secretariat" not in found[0].more


@pytest.mark.parametrize(("query", "kind", "expected"), [
    ("mentor", None, ["aaaa", "cccc"]),
    ("MÉNTOR visit", None, ["aaaa"]),
    ("mentor", Kind.QUESTION, ["cccc"]),
    ("mentor submarine", None, []),
    ("isit", None, []),
])  # fmt: skip
def test_search_wants_every_word_and_takes_beginnings(query, kind, expected):
    assert [item.id for item in find(items(paper()), query, kind=kind)] == expected


def test_whole_words_come_before_beginnings_then_the_newest():
    old, new = paper(lesson="One mentor is enough."), paper("2021-01-05", lesson="One mentor is enough.")
    found = find((*items(old), *items(new)), "mentor")
    assert [(i.id, i.day.year) for i in found] == [("bbbb", 2021), ("bbbb", 2020), ("aaaa", 2021), ("cccc", 2021), ("aaaa", 2020), ("cccc", 2020)]


# --- the site -------------------------------------------------------------------------------


def test_only_what_was_approved_is_published(raw):
    draft = raw.parent / "processed" / "bas" / "2020-10-22"
    draft.mkdir(parents=True)
    (draft / "paper.json").write_text(paper("2020-10-22").to_json())
    site, files = published(raw)
    assert site.papers == 0 and "No paper has been approved" in files["index.html"].decode()
    approved(raw, paper())
    site, files = published(raw)
    assert site.papers == 1
    assert files["bas/2020-09-22/bas-2020-09-22.pdf"].startswith(b"%PDF") and files["bas/2020-09-22/bas-2020-09-22.docx"].startswith(b"PK")
    assert all(files[f"bas/2020-09-22/bas-2020-09-22-{form}.pdf"].startswith(b"%PDF") for form in ("brief", "flyer"))
    assert b'href="bas/2020-09-22/bas-2020-09-22-brief.pdf"' in files["index.html"]
    assert not any("2020-10-22" in name for name in files)


def test_a_second_run_writes_nothing_and_what_others_put_there_stays(raw):
    approved(raw, paper())
    site, before = published(raw)
    (site.out / "CNAME").write_text("library.example.org")
    again, after = published(raw)
    assert not again.written and not again.removed
    assert {name: data for name, data in after.items() if name != "CNAME"} == before and "CNAME" in after


def test_what_is_withdrawn_goes_even_if_a_run_was_killed_before(raw):
    approved(raw, paper())
    site, _ = published(raw)
    (site.out / store.PROVENANCE).rename(site.out / f".{store.MANIFEST}")  # killed before it recorded what it wrote
    recorded = json.loads((site.out / f".{store.MANIFEST}").read_text())["outputs"]
    (site.out / f".{store.MANIFEST}").write_text(json.dumps(recorded))
    shutil.rmtree(raw / "bas" / "2020-09-22" / "reviews")
    site, files = published(raw)
    assert not any(name.startswith("bas/2020-09-22") for name in files)
    assert b"Talk of 2020-09-22" not in files["index.html"] + files["findings.js"] + files["feed.xml"]


def test_a_file_that_was_altered_is_made_right(raw):
    approved(raw, paper())
    site, files = published(raw)
    (site.out / "bas" / "2020-09-22" / "index.html").write_text("defaced")
    _, after = published(raw)
    assert after == files


def test_every_link_leads_somewhere_and_none_leaves_the_site(raw):
    approved(raw, paper())
    site, files = published(raw)
    for name in ("index.html", "bas/index.html", "rme/index.html"):
        page = html.fromstring(files[name])
        addresses = [*page.xpath("//@href"), *page.xpath("//@src")]
        assert addresses
        for address in addresses:
            assert address.startswith("#") or (site.out / name).parent.joinpath(address.partition("#")[0]).is_file(), address
        assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
    for item in json.loads(re.fullmatch(rb"const FINDINGS = (.*);\n", files["findings.js"], re.S)[1]):
        target, anchor = item["href"].split("#")
        assert html.fromstring(files[target]).xpath(f"//*[@id='{anchor}']")


def test_titles_cannot_break_out_of_page_script_or_feed(raw):
    approved(raw, paper())
    _, files = published(raw)
    assert not html.fromstring(files["index.html"]).xpath("//img")
    assert b"<" not in files["findings.js"]
    assert HOSTILE in etree.fromstring(files["feed.xml"]).findtext(".//{*}entry/{*}title")


def test_the_feed_has_what_atom_demands(raw):
    approved(raw, paper())
    feed = etree.fromstring(published(raw, address="https://library.example.org/")[1]["feed.xml"])
    for element in (feed, *feed.iterfind("{*}entry")):
        for name in ("id", "title", "updated", "link", "author"):
            assert element.find(f"{{*}}{name}") is not None, name
    assert feed.find("{*}entry/{*}link").get("href") == "https://library.example.org/bas/2020-09-22/index.html"
    assert feed.findtext("{*}entry/{*}updated") == "2020-10-01T00:00:00Z"


def test_the_calendar_is_folded_and_escaped(raw):
    event = Forthcoming(date=date(2026, 12, 1), title="Late payment; what, and when: " + "é" * 60)
    community = Community(code="bas", name="Business", forthcoming=(event, Forthcoming(date=date(2020, 1, 1), title="Long ago")))
    found = pages([], {"bas": community}, today=TODAY)
    calendar = found["calendar.ics"]
    assert all(len(line) <= 75 for line in calendar.split(b"\r\n"))
    assert "SUMMARY:Business: Late payment\\; what\\, and when: " + "é" * 60 in calendar.decode().replace("\r\n ", "")
    assert calendar.count(b"BEGIN:VEVENT") == 2 and b"DTSTART;VALUE=DATE:20261201" in calendar
    assert "1 December 2026" in found["bas/index.html"].decode() and "Long ago" not in found["bas/index.html"].decode()


def test_raw_data_is_never_written_to(raw):
    with pytest.raises(BadInput) as told:
        published(raw, out=raw / "bas" / "site")
    assert told.value.code == "output-inside-raw"


@pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed")
def test_the_page_on_a_disk_finds_what_the_command_finds(raw, tmp_path):
    approved(raw, paper())
    site, _ = published(raw)
    for query in ("méntor", "visit week", "cash", "submarine"):
        shown = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", f"{(site.out / 'index.html').as_uri()}#q={query}"],
            capture_output=True, text=True, timeout=60,
        ).stdout  # fmt: skip
        links = [a.text for a in html.fromstring(shown).xpath("//ol[@id='found']//a")]
        assert links == [item.text for item in find(items(paper()), query)]
