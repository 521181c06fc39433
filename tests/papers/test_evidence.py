"""What a paper cites for a statement, and what its annex says of it; fictional, made by hand."""

from __future__ import annotations

import pytest

from copaper.communities import Policy
from copaper.papers.beside import MOST, SOON, see_also
from copaper.papers.evidence import EvidenceList
from copaper.papers.units import block_units
from copaper.papers.wording import marked
from copaper.privacy import Privacy
from copaper.records import Evidence, EvidenceEntry, Finding, Kind, Participant, Source, Table
from tests import factories
from tests.papers.composing import finding, found, paper, said

OWN = "The cooperative rents one cold store to all the berry growers of the valley."


def passage(quote: str, time: float = 0.0, index: int = 0) -> Evidence:
    return Evidence(where="turn", index=index, start=0, end=len(quote), time=time, participant="p", quote=quote)


def names(quote: str, time: float, kind: Kind = Kind.PRACTICE) -> bool:
    own = passage(OWN)
    return see_also(Finding(id="f", kind=kind, statement=OWN, evidence=(own, passage(quote, time, 1)), confidence=0.5)) != ()


@pytest.mark.parametrize(
    ("quote", "time", "wanted"),
    [
        ("One berry grower lost all the crates when the cold store failed.", 40.0, True),
        ("One berry grower lost all the crates when the cold store failed.", SOON + 1500, False),  # the same words, much later
        ("The cooperative rents its cold store to berry growers, all in one valley.", SOON + 1500, True),  # hardly about anything else
        ("A taxi to the valley costs more than the whole crate.", 40.0, False),
        ("Is there a cold store for the berry growers of our valley too?", 40.0, False),
        ("I want to push back on the cold store that berry growers rent.", 40.0, False),
        ("I do not agree that berry growers need a cold store to rent.", 40.0, False),
        ("Cold store, berry growers.", 40.0, False),
    ],
)
def test_a_passage_is_named_only_if_it_is_surely_on_the_matter(quote, time, wanted):
    assert names(quote, time) is wanted


def test_beside_a_question_nothing_is_named():
    quote = "One berry grower lost all the crates when the cold store failed."
    assert names(quote, 40.0) and not names(quote, 40.0, Kind.QUESTION)


def test_few_passages_are_named_in_the_order_in_which_they_were_said():
    others = [passage(f"The cooperative rents a cold store to berry growers, number {n}.", 100.0 - 10 * n, n + 1) for n in range(MOST + 2)]
    both = Finding(id="f", kind=Kind.PRACTICE, statement=OWN, evidence=(passage(OWN), *others), confidence=0.5)
    assert see_also(both) == tuple(reversed(others[:MOST]))


TALK = factories.session(
    [("Nandi", "We keep one book. It lies on the counter. Everybody may read it.")],
    [("Sizwe", "Our price list for seedlings, free to use: https://example.org/seedlings")],
    sources=(Source(file="a.vtt", sha256="ab" * 32, bytes=1, kind=None, reader="test"),),
)


def part(begin: str, end: str) -> Evidence:
    text = TALK.turns[0].text
    first, last = text.index(begin), text.index(end) + len(end)
    return Evidence(where="turn", index=0, start=first, end=last, time=0.0, participant=TALK.turns[0].participant, quote=text[first:last])


@pytest.mark.parametrize("longer_first", [True, False])
def test_words_within_others_are_printed_once(longer_first):
    annex = EvidenceList(TALK, Privacy(TALK))
    whole, piece = part("We keep", "counter."), part("It lies", "counter.")
    marks = [annex.mark(words) for words in ((whole, piece) if longer_first else (piece, whole))]
    assert [run.cite for run in marks] == [1, 1]
    assert [entry.quote for entry in annex.entries()] == [whole.quote]


def test_words_that_only_overlap_are_two_entries():
    annex = EvidenceList(TALK, Privacy(TALK))
    assert [annex.mark(words).cite for words in (part("We keep", "counter."), part("It lies", "read it."))] == [1, 2]


def test_other_passages_have_no_number_and_stand_in_the_entry_with_their_time_and_words():
    talk = factories.session(
        [("Nandi", OWN), ("Sizwe", "One berry grower lost all the crates when the cold store failed."), ("Nandi", "Then it rained.")],
        sources=(Source(file="a.vtt", sha256="ab" * 32, bytes=1, kind=None, reader="test"),),
    )
    lesson = finding(Kind.LESSON, said(talk, "turn", 0), statement="What we learned is that the cooperative rents one cold store.")
    lesson = lesson.model_copy(update={"evidence": (said(talk, "turn", 0), said(talk, "turn", 1))})
    composed = paper(talk, found(talk, [lesson]))
    marks = {run.cite for block in composed.blocks for unit in block_units(block) for run in unit.runs if run.cite}
    [entry] = [block for block in composed.blocks if isinstance(block, EvidenceEntry)]
    assert marks == {entry.number} == {1}
    assert entry.also == "See also 0:00:10 “One berry grower lost all the crates when the cold store failed.”"


def test_the_annex_names_each_export_once():
    composed = paper(TALK, found(TALK, [finding(Kind.LESSON, said(TALK, "turn", 0)), finding(Kind.RECOMMENDATION, said(TALK, "message", 0))]))
    text = composed.to_json()
    assert text.count("abababab") == 2, "speech and chat, in the words before the entries"
    assert {block.source for block in composed.blocks if isinstance(block, EvidenceEntry)} == {"Speech, line 3", "Chat, line 1"}


def test_a_link_is_cited_with_the_message_that_offered_it():
    text = TALK.messages[0].text
    start = text.index("https")
    link = Evidence(where="message", index=0, start=start, end=len(text), time=5.0, participant=TALK.messages[0].participant, quote=text[start:])
    resource = finding(Kind.RESOURCE, link, fields={"url": link.quote, "title": "Our price list for seedlings"})
    composed = paper(TALK, found(TALK, [resource]))
    [entry] = [block for block in composed.blocks if isinstance(block, EvidenceEntry)]
    [table] = [block for block in composed.blocks if isinstance(block, Table) and block.id == "resources-table"]
    assert entry.quote == text
    assert table.rows[0][0][1].cite == entry.number


def test_what_somebody_says_of_their_own_words_is_not_another_s() -> None:
    talk = factories.session([("Chair", "Ten crates."), ("Rose Dube", "Two of ten."), ("Chair", "Then eight.")])
    told = EvidenceList(talk, Privacy(talk, Policy.NAMED))
    first, other, later = (said(talk, "turn", index) for index in range(3))
    assert told.within(later, first).startswith("the same person, 0:0") and told.within(other, first).startswith("Rose Dube")
    assert EvidenceList(talk, Privacy(talk, Policy.CHATHAM_HOUSE)).within(later, first).startswith("at 0:0")


def test_what_a_quotation_quotes_stands_between_single_marks():
    assert marked("He calls it “the gate” of the \"old\" town.") == "“He calls it ‘the gate’ of the ‘old’ town.”"
    assert marked("“The gate is shut. This is still true.") == "“The gate is shut. This is still true.”"
    assert marked('A board of 12" by 14" fits.') == '“A board of 12" by 14" fits.”'


def test_who_is_named_in_a_decision_is_called_as_elsewhere_if_that_tells_something() -> None:
    names = ("Thandi Nkosi", "Ben Zwane", "Rosa Quint", "Pieter Louw")
    people = tuple(Participant(id=f"p{n}", name=name, province="Gauteng" if n < 3 else "") for n, name in enumerate(names))
    talk = factories.session([(name, "We keep a list.") for name in names])
    talk = talk.model_copy(update={"participants": people, "turns": tuple(turn.model_copy(update={"participant": f"p{n}"}) for n, turn in enumerate(talk.turns))})
    for policy, printed in (
        (Policy.ROLES, "Whoever keeps a list like [participant, Gauteng]’s sends it to [name withheld]; [name withheld] and [name withheld] read it."),
        (Policy.CHATHAM_HOUSE, "Whoever keeps a list like [name withheld]’s sends it to [name withheld]; [name withheld] and [name withheld] read it."),
        (Policy.NAMED, "Whoever keeps a list like Thandi Nkosi’s sends it to Pieter Louw; Ben Zwane and Rosa Quint read it."),
    ):
        told = EvidenceList(talk, Privacy(talk, policy)).decided("Whoever keeps a list like Thandi Nkosi’s sends it to Pieter Louw; Ben Zwane and Rosa Quint read it.")
        assert told == printed
