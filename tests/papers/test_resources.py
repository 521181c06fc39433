"""The table of what was offered: every link once, by what it is, in time."""

from __future__ import annotations

import pytest

from copaper.communities import Community, Policy
from copaper.papers.compose import compose
from copaper.papers.evidence import EvidenceList
from copaper.papers.resources import called, named_as, offered
from copaper.papers.units import plain
from copaper.privacy import Privacy
from copaper.records import Block, Evidence, ExportKind, Finding, Findings, Kind, Paragraph, Source, Status, Table
from tests.factories import session


def composed(*messages: str, fields: tuple[dict[str, str], ...]) -> list[Block]:
    talk = session([("Thandi", "We plant beans before the rain comes, every year.")], [("Thandi", text) for text in messages], sources=(Source(file="c.txt", sha256="0" * 64, bytes=1, kind=ExportKind.CHAT, reader="r"),))
    links = tuple(
        Finding(
            id=f"f{n}", kind=Kind.RESOURCE, statement="x.", confidence=0.6, fields=own,
            evidence=(Evidence(where="message", index=n, start=0, end=len(m.text), time=m.time, participant=m.participant, quote=m.text),),
        )
        for n, (m, own) in enumerate(zip(talk.messages, fields, strict=True))
    )  # fmt: skip
    found = Findings(session=talk.id, model="m", segments=(), themes=(), findings=links[::-1])
    return list(compose(talk, found, Community(code="bas", name="BAS", privacy=Policy.ROLES), Privacy(talk, Policy.ROLES, found)).blocks)


def table(blocks: list[Block], name: str) -> list[list[str]]:
    found = next(block for block in blocks if isinstance(block, Table) and block.id == name)
    return [["".join(run.text for run in cell) for cell in row] for row in found.rows]


@pytest.mark.parametrize(
    ("title", "label", "shown"),
    [
        ("A list of seeds that is open to all", "Seeds, on example.org", "A list of seeds that is open to all"),
        ("Seems like this is the main list", "Seeds, on example.org", "Seeds, on example.org"),
        ("The list", "Seeds, on example.org", "Seeds, on example.org"),
        ("A draft list that Ann Nkosi wrote for growers", "A Google document", "A draft list that Ann Nkosi wrote for growers"),
        ("A draft list that is too long", "A Google document", "A draft list that is too long"),
        ("They wrote a draft list", "A Google document", "A Google document"),
        ("SAGA", "Sowing dates, on example.org", "SAGA: sowing dates, on example.org"),
        ("SAGA", "Saga, on example.org", "SAGA, on example.org"),
        ("SAGA", "The site example.org", "SAGA"),
        ("", "Seeds, on example.org", "Seeds, on example.org"),
        ("", "", "A page of example.org"),
    ],
)
def test_a_resource_has_the_name_that_tells_most(title: str, label: str, shown: str) -> None:
    fields = {name: value for name, value in (("url", "https://example.org/seeds"), ("title", title), ("label", label)) if value}
    assert table(composed("x", fields=(fields,)), "resources-table")[0][0] == shown


def test_links_stand_in_time() -> None:
    fields = tuple({"url": f"https://example.org/{n}", "label": f"List {n}, on example.org"} for n in range(3))
    assert [row[0] for row in table(composed("a", "b", "c", fields=fields), "resources-table")] == [f"List {n}, on example.org" for n in range(3)]


def test_what_a_number_alone_tells_apart_stands_last() -> None:
    fields = ({"url": "https://example.org/7", "label": "Issue 7 of tools"}, {"url": "https://example.org/1", "label": "Seeds, on example.org"}, {"url": "https://example.org/tools", "label": "The repository tools"})
    assert [row[0] for row in table(composed("a", "b", "c", fields=fields), "resources-table")] == ["Seeds, on example.org", "The repository tools", "Issue 7 of tools"]


def test_a_page_of_somebodys_own_is_not_named_either() -> None:
    blocks = composed("x", fields=({"url": "https://x.com/zodwa_n", "label": "Zodwa n, on x.com"},))
    assert "odwa" not in " ".join(plain(runs) for block in blocks if isinstance(block, Table) for row in block.rows for runs in row)


def name_of(status: Status = Status.DRAFT, **fields: str) -> str:
    talk = session([("Thandi", "We plant beans.")], [("Thandi", fields["url"])])
    [message] = talk.messages
    evidence = (Evidence(where="message", index=0, start=0, end=len(message.text), time=message.time, participant=message.participant, quote=message.text),)
    finding = Finding(id="f", kind=Kind.RESOURCE, statement="Seeds for all.", confidence=0.6, status=status, fields=fields, evidence=evidence)
    return called(finding, EvidenceList(talk, Privacy(talk, Policy.ROLES)), {})


def test_no_host_of_an_address_is_told_that_is_withheld() -> None:
    assert name_of(url="https://beans.example.org/") == "A page of beans.example.org"
    assert name_of(url="https://thandi.example.org/") == "A page"


def test_what_has_a_number_for_a_name_is_told_by_what_was_talked_of() -> None:
    talk = session([("Thandi", "We plant seeds.")], [("Thandi", "https://github.com/seeds/tools/issues/7")])
    [message] = talk.messages
    evidence = (Evidence(where="message", index=0, start=0, end=len(message.text), time=message.time, participant=message.participant, quote=message.text),)
    for label, name in (("Issue 7 of tools", "Issue 7 of tools, shared when the topic was “Sowing”"), ("Seeds, on example.org", "Seeds, on example.org")):
        finding = Finding(id="f", kind=Kind.RESOURCE, statement="x.", confidence=0.6, theme="t0", fields={"url": message.text, "label": label}, evidence=evidence)
        assert called(finding, EvidenceList(talk, Privacy(talk, Policy.ROLES)), {"t0": "Sowing"}) == name


def test_a_reviewers_name_of_a_resource_is_the_one_everywhere() -> None:
    assert name_of(Status.EDITED, url="https://example.org/s", label="Seeds, on example.org") == "Seeds for all."


def test_reviewers_are_told_of_documents_that_readers_may_change() -> None:
    def told(url: str) -> bool:
        blocks = composed("x", fields=({"url": url, "title": "A list of all seeds"},))
        return any(isinstance(block, Paragraph) and block.id == "review-open-documents" for block in blocks)

    assert told("https://docs.google.com/document/d/1x/edit")
    assert not told("https://example.org/seeds")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Price list for seedlings:", "Price list for seedlings"),
        ("Btw I did open a request on prices", ""),
        ("This list will be tracked at", ""),
        ("why not before May", ""),
        ("[handle withheld] is this list from", ""),
        ("uXq7VO8bG 9s (board.example.org)", ""),
        ("Join (www.example.org)", ""),
        ("seedlings", ""),
        ("SAGA", "SAGA"),
        ("PR", ""),
        ("sorry for the late list", ""),
        ("A list to the fair to bring some seeds into it", "A list to the fair to bring some seeds"),
    ],
)
def test_a_resource_is_called_only_by_a_name(title, name):
    assert named_as(title) == name


@pytest.mark.parametrize(
    ("title", "shown"),
    [("why not before the summer: ?", "Why not before the summer"), ("ethspec.tools", "ethspec.tools"), ("A form (Word and PDF):", "A form (Word and PDF)"), ("Is it open?", "Is it open?")],
)
def test_a_resource_is_called_without_what_led_to_its_address(title, shown):
    assert offered(title) == shown
