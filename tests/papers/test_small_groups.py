"""No number in a figure or table stands for one or two people, where the policy guards names."""

from __future__ import annotations

from collections import Counter

import pytest

from copaper.communities import Community, Policy
from copaper.library.quarterly import _apart
from copaper.papers import participation
from copaper.papers.compose import compose
from copaper.papers.participation import FEW, FEW_OR_MORE, OTHERS, attendance, figures, folded, numbers_table, votes
from copaper.papers.units import plain
from copaper.privacy import Privacy
from copaper.records import Findings, Message, Participant, Poll, Role, Turn
from tests.factories import session

GUARDED = [Policy.ROLES, Policy.CHATHAM_HOUSE]
PROVINCES = ["Gauteng"] * 6 + ["Limpopo"] * 4 + ["North West"] * 2 + ["Free State"]


def a_session(provinces=tuple(PROVINCES), roles=(), spoke=(), wrote=(), **more):
    """A session of people by province; the first are of ``roles``, by number who spoke or wrote."""
    people = tuple(
        Participant(id=f"p{n}", name=f"Person {n}", province=province, role=roles[n] if n < len(roles) else Role.ATTENDEE, intervals=((0.0 if n < 2 else 300.0, 900.0),))
        for n, province in enumerate(provinces)
    )
    turns = tuple(Turn(index=i, participant=f"p{n}", start=10.0 * i, end=10.0 * i + 5, text="We count the stock.") for i, n in enumerate(spoke))
    messages = tuple(Message(index=i, time=5.0 * i, participant=f"p{n}", text="Thanks.") for i, n in enumerate(wrote))
    return session([("A", "x")] * 90, participants=people).model_copy(update={"turns": turns, "messages": messages, **more})


def privacy(of, policy):
    return Privacy(of, policy)


def drawn(of, policy, name):
    return next((figure for figure in figures(of, (), privacy(of, policy), {}) if figure.id == name), None)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"a": 6, "b": 4, "c": 2, "d": 1}, [("a", 6), ("b", 4), (OTHERS, 3)]),
        ({"a": 6, "b": 4, "c": 1}, [("a", 6), (OTHERS, 5)]),
        ({"a": 5, "b": 1, "c": 1}, [(OTHERS, 7)]),
        ({"a": 1, "b": 1}, []),
        ({"a": 3, "b": 3}, [("a", 3), ("b", 3)]),
        ({}, []),
    ],
)
def test_small_groups_are_counted_with_as_many_as_make_three(counts, expected):
    assert folded(counts) == expected


@pytest.mark.parametrize("policy", GUARDED)
def test_no_province_of_one_or_two_is_drawn(policy):
    figure = drawn(a_session(), policy, "figure-provinces")
    assert dict(figure.data) == {"Gauteng": 6, "Limpopo": 4, OTHERS: 3}
    assert "counted together" in figure.source and "Free State" not in figure.alt
    assert figure.title == "People from 4 provinces took part; the largest group came from Gauteng"


def test_a_community_that_names_people_sees_every_province():
    figure = drawn(a_session(), Policy.NAMED, "figure-provinces")
    assert dict(figure.data) == Counter(PROVINCES) and "together" not in figure.source


@pytest.mark.parametrize("policy", GUARDED)
def test_no_figure_is_drawn_of_one_group(policy):
    assert drawn(a_session(["Gauteng"] * 6 + ["Limpopo", "North West"]), policy, "figure-provinces") is None


@pytest.mark.parametrize("policy", GUARDED)
def test_presence_leaves_times_of_one_or_two_out_of_figure_and_annex(policy):
    figure = drawn(a_session(), policy, "figure-presence")
    assert ("0", 2.0) not in figure.data and ("5", 13.0) in figure.data
    assert "left out" in figure.source
    assert all(plain(row[0]) != "0" for row in numbers_table([figure]).rows)


def test_presence_is_whole_where_people_are_named():
    assert ("0", 2.0) in drawn(a_session(), Policy.NAMED, "figure-presence").data


ROLES = (Role.HOST, Role.PANELLIST, Role.PANELLIST, Role.PANELLIST)


def told(of, policy):
    return [tuple(plain(cell) for cell in row) for block in attendance(of, privacy(of, policy)) if block.type == "table" for row in block.rows]


@pytest.mark.parametrize("policy", GUARDED)
def test_roles_of_one_or_two_are_counted_together_and_the_note_says_so(policy):
    of = a_session(roles=ROLES, spoke=(0, 1, 2, 3, 4, 5, 6), wrote=(4, 5, 6))
    assert told(of, policy) == [("Hosts and panellists", "4", "4", "0"), ("Participants", "9", "3", "3")]
    assert [block.type for block in attendance(of, privacy(of, policy))] == ["table", "paragraph"]


def test_roles_stand_apart_where_people_are_named():
    of = a_session(roles=ROLES, spoke=(0, 1, 2, 3), wrote=(4,))
    assert told(of, Policy.NAMED) == [("Hosts", "1", "1", "0"), ("Panellists", "3", "3", "0"), ("Participants", "9", "0", "1")]
    assert len(attendance(of, privacy(of, Policy.NAMED))) == 1


@pytest.mark.parametrize("policy", GUARDED)
def test_who_spoke_is_not_told_of_one_or_two(policy):
    of = a_session(roles=ROLES, spoke=(0,), wrote=(1, 2))
    assert [plain(block.runs) for block in attendance(of, privacy(of, policy))] == [f"Of 13 people, {FEW} spoke and {FEW} wrote in the chat."]
    assert told(a_session(["Gauteng"] * 2), policy) == []


@pytest.mark.parametrize("policy", GUARDED)
def test_votes_of_one_or_two_cannot_be_reckoned_from_the_others(policy):
    of = a_session()
    assert votes((("Yes", 9), ("No", 2), ("Perhaps", 4), ("Never", 0)), privacy(of, policy)) == (("Yes", "9"), ("No", FEW), ("Perhaps", FEW_OR_MORE), ("Never", "0"))
    assert votes((("Yes", 9), ("No", 3)), privacy(of, policy)) == (("Yes", "9"), ("No", "3"))
    assert votes((("Yes", 9), ("No", 2)), privacy(of, Policy.NAMED)) == (("Yes", "9"), ("No", "2"))


@pytest.mark.parametrize("policy", GUARDED)
def test_no_table_of_a_whole_paper_tells_of_one_or_two(policy):
    of = a_session(roles=ROLES, spoke=(0, 1), wrote=(5,), polls=(Poll(question="Who keeps a cash book?", answers=(("I do", 2), ("Not yet", 5)), voters=7),))
    found = Findings(session=of.id, model="none", segments=(), themes=(), findings=())
    paper = compose(of, found, Community(code="bas", name="Advisers", privacy=policy), privacy(of, policy))
    cells = [plain(cell) for block in paper.blocks if block.type == "table" and block.id != "table-numbers" for row in block.rows for cell in row[1:]]
    [roles] = [plain(block.runs) for block in paper.blocks if block.id == "participation-roles"]
    assert roles == f"Of 13 people, {FEW} spoke and {FEW} wrote in the chat."
    assert cells and not {"1", "2"} & set(cells)
    assert all(value not in (1.0, 2.0) for block in paper.blocks if block.type == "figure" and block.unit == "people" for _, value in block.data)


def test_new_and_returning_cannot_be_reckoned_from_their_sum():
    assert _apart(10, 5) == ("10", "5") and _apart(10, 0) == ("10", "0")
    assert _apart(10, 2) == (FEW_OR_MORE, FEW) and _apart(1, 2) == (FEW, FEW)
    assert participation.SMALLEST_GROUP == 3
