"""What a paper says of its own rules: those that its exports gave occasion to, and what is still to be told; fictional."""

from __future__ import annotations

import pytest

from copaper.communities import Community, Policy
from copaper.papers import front
from copaper.papers.compose import compose
from copaper.privacy import Privacy
from copaper.records import ExportKind, Kind, Role, Session
from tests.papers.test_compose import CHAT, COMMUNITY, SOURCE, SPEECH, TALK, finding, found, paper, said, session


def people(*told: tuple[Role, str, str]) -> Session:
    """Return a session of one speaker for each (role, province, organisation)."""
    talk = session([(f"Guest {n}", f"We weigh crate {n}.") for n in range(len(told))])
    known = tuple(person.model_copy(update={"role": role, "province": province, "organisation": body}) for person, (role, province, body) in zip(talk.participants, told, strict=True))
    return talk.model_copy(update={"participants": known})


LIMPOPO = (Role.ATTENDEE, "Limpopo", "")


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ([(Role.ATTENDEE, "", "")] * 3, "Speakers are not told apart: the paper calls each of them a participant."),
        ([(Role.HOST, "", ""), (Role.ATTENDEE, "", "")], "Speakers are shown by their role."),
        ([LIMPOPO] * 3, "Speakers are shown by their role or province, by both only where at least three people share them."),
        ([(Role.ATTENDEE, "", "Berry Co-op")] * 3, "Speakers are shown by their role or organisation, by both only where at least three people share them."),
        ([(Role.HOST, "Limpopo", ""), (Role.HOST, "Limpopo", ""), (Role.ATTENDEE, "Limpopo", "")], "Speakers are shown by their role or province. “A person from …” is somebody whose role would tell too much there."),
    ],
)
def test_only_rules_that_applied_are_told(told, shown):
    talk = people(*told)
    policy = front.policy_of(talk, Privacy(talk))
    assert policy.removesuffix(" Names of people, whether they took part or were spoken of, are withheld where they were recognised.") == shown


def test_a_list_of_people_is_named_only_where_there_was_one():
    attendance = SOURCE.model_copy(update={"kind": ExportKind.ATTENDANCE})
    told = [paper(TALK.model_copy(update={"sources": sources}), found(TALK)).to_json() for sources in ((SOURCE,), (SOURCE, attendance))]
    assert ["known from the session's list of people" in text for text in told] == [False, True]
    assert "known from the exports' speakers and writers" in told[0]


def test_organisations_of_a_list_are_named_only_where_it_has_some():
    with_bodies = people((Role.ATTENDEE, "", "Berry Co-op"))
    assert "that stand in the exports' lists" in paper(with_bodies, found(with_bodies), Policy.CHATHAM_HOUSE).to_json()
    assert "that stand in the exports' lists" not in paper(TALK, found(TALK), Policy.CHATHAM_HOUSE).to_json()


@pytest.mark.parametrize(("talk", "how"), [(session(SPEECH, CHAT), "spoken or written"), (session(SPEECH), "spoken"), (session((), CHAT), "written")])
def test_the_method_speaks_of_what_there_was(talk, how):
    assert f"The words as they were {how} stand" in paper(talk, found(talk)).to_json()


def test_who_spoke_is_promised_only_where_the_annex_tells():
    lesson = found(TALK, [finding(Kind.LESSON, said(TALK, "turn", 1))])
    assert "start of the session, who spoke and the line" in paper(TALK, lesson, Policy.ROLES).to_json()
    assert "start of the session and the line" in paper(TALK, lesson, Policy.CHATHAM_HOUSE).to_json()


def test_what_only_the_organisers_know_is_asked_of_them_and_not_told():
    bare, full = Community(code="bas", name="Advice"), COMMUNITY.model_copy(update={"audience": "Advisers", "consent": "They were told.", "licence": "CC BY 4.0"})
    asked = front.to_fill_in(TALK, bare)
    assert [word for word in ("purpose", "audience", "consent", "licence") if word not in asked] == []
    assert front.to_fill_in(TALK, full) == ""
    assert front.to_fill_in(TALK, full.model_copy(update={"licence": ""})) == "community.yaml leaves open how the paper may be used (licence): the paper says nothing of it."
    by_folder = TALK.model_copy(update={"facts": {"start known from": "not known"}})
    assert front.to_fill_in(by_folder, full).startswith("No export tells the date: 22 September 2020 is that of the session's folder")


def test_reviewers_see_what_the_organisers_have_to_fill_in_and_a_final_paper_is_without():
    findings = found(TALK, [finding(Kind.LESSON, said(TALK, "turn", 1))])
    [asked] = [block for block in paper(TALK, findings).blocks if block.id == "review-to-fill-in"]
    assert "licence" in asked.runs[1].text
    final = compose(TALK, findings, COMMUNITY, Privacy(TALK, Policy.ROLES, findings), final=True)
    assert not [block for block in final.blocks if block.id == "review-to-fill-in"]
