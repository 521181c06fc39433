"""What shared links are called, and which of them lead to what readers may change."""

from __future__ import annotations

import pytest

from copaper.addresses import may_be_changed
from copaper.analysis.linknames import called, is_key, label_of
from copaper.analysis.resources import offered
from tests.factories import session


@pytest.mark.parametrize(
    ("url", "label"),
    [
        ("https://github.com/seeds/tools/pull/753", "Pull request 753 of tools"),
        ("https://github.com/seeds/tools/issues/16#issue-39", "Issue 16 of tools"),
        ("https://gitlab.com/seeds/tools/-/merge_requests/4", "Merge request 4 of tools"),
        ("https://github.com/seeds/tools/blob/main/.github/deploy.yaml", "deploy.yaml, a file of tools"),
        ("https://github.com/seeds/tools/tree/main/docs", "docs, a folder of tools"),
        ("https://github.com/seeds/tools/releases/tag/v1.2", "Release v1.2 of tools"),
        ("https://github.com/seeds/tools/wiki/First-steps", "First steps, in the wiki of tools"),
        ("https://github.com/seeds/tools", "The repository tools"),
        ("https://github.com/seeds", ""),
        ("https://docs.google.com/document/d/1fwMNbrFL78bVWnZ0BmOb/edit", "A Google document"),
        ("https://example.org/docs/growing-beans/", "Growing beans, on example.org"),
        ("https://example.org/growing_beans.pdf", "Growing beans (PDF), on example.org"),
        ("https://www.example.org/growers/join", "Growers: join, on example.org"),
        ("https://example.org/e/bean-fair-162786327287", "Bean fair, on example.org"),
        ("https://example.org/rJiHuPFOZl", ""),
        ("https://www.example.org/", "The site example.org"),
        ("https://www.example.org/about", "The site example.org"),
        ("https://www.example.org/about/growers", "Growers, on example.org"),
        ("https://rules.example.org/seed-8148", "SEED-8148, on rules.example.org"),
        ("https://example.org/[", ""),
        ("https://example.org:x/", "The site example.org:x"),
        ("http://[", ""),
    ],
)  # fmt: skip
def test_an_address_says_what_it_leads_to(url: str, label: str) -> None:
    assert label_of(url) == label


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Price list for seedlings: {} I'll tidy it up by Monday", "Price list for seedlings"),
        ("I've been drafting a guide to beans that is open for comments: {}", "a guide to beans that is open for comments"),
        ("Here is the price list {} (Word and PDF)", "the price list (Word and PDF)"),
        ("Write to us first. Sheet of questions: {}", "Sheet of questions"),
        ("this is a link to the kit for growers -- feel free to use it {}", "a link to the kit for growers"),
        ("{} is the list of growers", "is the list of growers"),
        ("Link: {}", ""),
        ("The new rule for crates. PR: {}", "The new rule for crates (PR)"),
        ("Slides: {}", "Slides"),
        ("Sorry, late news… Bean fair from 3 May {}", "Bean fair from 3 May"),
        ("sorry for the delay: {}", ""),
        ("Have a list for the new crates, but it is old: {}", "a list for the new crates"),
        ("btw I did open a list of wishes for the fair: {}", "a list of wishes for the fair"),
        ("12 May, at nine, in the hall. Bring a crate. Link: {}", "12 May, at nine, in the hall. Bring a crate"),
        ("{}", ""),
        ("we talked of it (see {} for more)", ""),
    ],
)  # fmt: skip
def test_a_link_is_called_what_its_message_calls_it(text: str, name: str) -> None:
    url = "https://example.org/a"
    start = text.index("{}")
    assert called(text.format(url), start, start + len(url)).casefold() == name.casefold()


def test_every_different_link_is_a_resource() -> None:
    chat = [("Ann", f"https://github.com/seeds/tools/pull/{n}") for n in (5, 6, 7)]
    again = [("Ann", "http://www.github.com/seeds/tools/pull/6/"), ("Ann", "https://github.com/seeds/tools/pull/7#files")]
    found = offered(session([], chat + again), lambda evidence: "", {})
    assert [finding.fields["label"] for finding in found] == [f"Pull request {n} of tools" for n in (5, 6, 7)]
    rooms = offered(session([], [("Ann", f"https://chat.example.org/#/{room}") for room in ("beans", "peas")]), lambda evidence: "", {})
    assert len(rooms) == 2, "behind “#/” stands another page"


BARE = "https://github.com/seeds/tools"


@pytest.mark.parametrize(
    ("chat", "title"),
    [
        ([("Ann", BARE), ("Ben", "thanks"), ("Ann", f"List of seed banks: {BARE}")], "List of seed banks"),
        ([("Ben", "is the seed list hosted somewhere?"), ("Ben", "I looked for it"), ("Ann", BARE)], "seed list"),
        ([("Ben", "Where can I find the sowing calendar?"), ("Ann", f"here: {BARE}")], "sowing calendar"),
        ([("Ben", "Could you share the crate form again?"), ("Ann", BARE)], "crate form"),
        ([("Ben", "When is the next bean fair? Can we come?"), ("Ann", f"12 May, at nine. Link: {BARE}")], "next bean fair: 12 May, at nine"),
            ([("Ben", "When is the next bean fair?"), ("Ann", f"12 May, 09:00, in the hall so yes! Two each. Link: {BARE}")], "next bean fair: 12 May, 09:00"),
        # nobody asked for it
        ([("Ben", "where is it?"), ("Ann", BARE)], ""),
        ([("Ann", "Where can I find the sowing calendar?"), ("Ann", BARE)], ""),
        ([("Ben", "Where can I find the sowing calendar?"), ("Ann", f"We drew this at the fair with the growers {BARE}")], "We drew this at the fair with the growers"),
        ([("Ben", "Where can I find the sowing calendar?"), ("Ben", "one"), ("Ben", "two"), ("Ben", "three"), ("Ann", BARE)], ""),
    ],
)  # fmt: skip
def test_a_bare_link_is_called_by_whoever_names_it_later_or_asked_for_it(chat, title):
    talk = session([], chat)
    [link] = offered(talk, lambda evidence: "", {})
    assert link.fields.get("title", "") == title
    assert all(part.quote in talk.messages[part.index].text for part in link.evidence)
    assert len(link.evidence) == (1 if title in ("", "We drew this at the fair with the growers") else 2), "what names it is cited too"


@pytest.mark.parametrize(("word", "key"), [("rJiHuPFOZl", True), ("1fwMNbr", True), ("beans", False), ("WebComponents", False), ("2022", False), ("162786327287", True)])
def test_keys_are_told_from_words(word: str, key: bool) -> None:
    assert is_key(word) is key


@pytest.mark.parametrize(
    ("url", "open_"),
    [
        ("https://docs.google.com/document/d/1x/edit", True),
        ("https://docs.google.com/document/d/1x/view", False),
        ("https://docs.google.com/forms/d/e/1x/viewform", True),
        ("https://miro.com/app/board/uX=/", True),
        ("https://example.org/edit", False),
    ],
)
def test_documents_that_readers_may_change(url: str, open_: bool) -> None:
    assert may_be_changed(url) is open_


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The toolkit: https://example.org/t.pdf", "The toolkit."),
        ("https://example.org/docs/site-visit_form.pdf", "site visit form (example.org)."),
        ("https://example.org", "example.org."),
    ],
)
def test_a_link_is_told_by_what_it_was_called_or_by_its_address(text: str, statement: str) -> None:
    [finding] = offered(session([], [("Ann", text)]), lambda evidence: "", {})
    assert finding.statement == statement


def test_an_address_that_is_spelt_out_in_speech_is_a_resource_once():
    talk = session(
        [("Ann", "The bean bank is at seeds.gov.za, and the form at beans.example.org/form/. We sold 3.com boxes, e.g. ten."), ("Bo", "Write to bo@beans.org or me.gmail.com, or look at Asp.net and node.js.")],
        [("Bo", "https://www.beans.example.org/form")],
    )
    found = offered(talk, lambda evidence: "", {})
    assert sorted(finding.fields["url"] for finding in found) == ["https://seeds.gov.za", "https://www.beans.example.org/form"]
    [spoken] = [finding.evidence[0] for finding in found if finding.evidence[0].where == "turn"]
    assert talk.turns[spoken.index].text[spoken.start : spoken.end] == spoken.quote == "seeds.gov.za"
