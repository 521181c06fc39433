"""What a paper says of its own rules: those that its exports gave occasion to, and what is still to be told; fictional."""

from __future__ import annotations

import pytest

from copaper.communities import Community, Policy
from copaper.papers import abbreviations, front
from copaper.papers.compose import compose
from copaper.privacy import Privacy
from copaper.records import ExportKind, Kind, Link, Notice, Role, Session, Source, Span, Theme
from tests.papers.composing import CHAT, COMMUNITY, SOURCE, SPEECH, TALK, finding, found, paper, said, session


def people(*told: tuple[Role, str, str]) -> Session:
    """Return a session of one speaker for each (role, province, organisation)."""
    talk = session([(f"Guest {n}", f"We weigh crate {n}.") for n in range(len(told))])
    known = tuple(person.model_copy(update={"role": role, "province": province, "organisation": body}) for person, (role, province, body) in zip(talk.participants, told, strict=True))
    return talk.model_copy(update={"participants": known})


LIMPOPO = (Role.ATTENDEE, "Limpopo", "")


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ([(Role.ATTENDEE, "", "")] * 3, "Speakers are not named, and no export tells their roles."),
        ([(Role.HOST, "", ""), (Role.ATTENDEE, "", "")], "Speakers are shown by their role."),
        ([LIMPOPO] * 3, "Speakers are shown by their role or province, by both only where at least three people share them."),
        ([(Role.ATTENDEE, "", "Berry Co-op")] * 3, "Speakers are shown by their role or organisation, by both only where at least three people share them."),
        ([(Role.HOST, "Limpopo", ""), (Role.HOST, "Limpopo", ""), (Role.ATTENDEE, "Limpopo", "")], "Speakers are shown by their role or province. “A person from …” stands where the role would give the person away."),
    ],
)
def test_only_rules_that_applied_are_told(told, shown):
    talk = people(*told)
    policy = front.policy_of(talk, Privacy(talk))
    assert policy.removesuffix(" Names of people, whether they took part or were spoken of, are withheld where they were recognised.") == shown


def test_a_session_is_as_long_as_people_talked():
    talk = people(LIMPOPO, LIMPOPO)
    late = talk.model_copy(update={"turns": tuple(turn.model_copy(update={"start": turn.start + 600, "end": turn.end + 720}) for turn in talk.turns)})
    assert "2 minutes" in front.about(late, [])


def test_a_list_of_people_is_named_only_where_there_was_one():
    attendance = SOURCE.model_copy(update={"kind": ExportKind.ATTENDANCE})
    told = [paper(TALK.model_copy(update={"sources": sources}), found(TALK)).to_json() for sources in ((SOURCE,), (SOURCE, attendance))]
    assert ["recognised by the session’s list of people" in text for text in told] == [False, True]
    assert "recognised by the exports’ speakers and writers" in told[0]


def test_organisations_of_a_list_are_named_only_where_it_has_some():
    with_bodies = people((Role.ATTENDEE, "", "Berry Co-op"))
    assert "that stand in the exports’ lists" in paper(with_bodies, found(with_bodies), Policy.CHATHAM_HOUSE).to_json()
    assert "that stand in the exports’ lists" not in paper(TALK, found(TALK), Policy.CHATHAM_HOUSE).to_json()


@pytest.mark.parametrize(("talk", "how"), [(session(SPEECH, CHAT), "spoken or written"), (session(SPEECH), "spoken"), (session((), CHAT), "written")])
def test_the_method_speaks_of_what_there_was(talk, how):
    assert f"The words as they were {how} are" in paper(talk, found(talk)).to_json()


def test_who_spoke_is_promised_only_where_the_annex_tells():
    lesson = found(TALK, [finding(Kind.LESSON, said(TALK, "turn", 1))])
    assert "start of the session, who spoke and the line" in paper(TALK, lesson, Policy.NAMED).to_json()
    assert "start of the session and the line" in paper(TALK, lesson, Policy.CHATHAM_HOUSE).to_json()


def test_what_only_the_organisers_know_is_asked_of_them_and_not_told():
    bare, full = Community(code="bas", name="Advice"), COMMUNITY.model_copy(update={"audience": "Advisers", "consent": "They were told.", "licence": "CC BY 4.0"})
    asked = " ".join(front.to_fill_in(TALK, bare))
    assert [word for word in ("purpose", "audience", "consent", "licence") if word not in asked] == []
    assert front.to_fill_in(TALK, full) == []
    assert front.to_fill_in(TALK, full.model_copy(update={"licence": ""})) == ["Please add to community.yaml how the paper may be used (licence): the paper says nothing of it."]
    by_folder = TALK.model_copy(update={"facts": {"start known from": "not known"}})
    assert front.to_fill_in(by_folder, full)[0].startswith("No export tells the date: 22 September 2020 is that of the session's folder")


def test_the_organisers_are_asked_about_exports_of_another_day():
    source = Source(file="talk.vtt", sha256="0" * 64, bytes=1, kind=ExportKind.TRANSCRIPT, reader="zoom_transcript")
    late = source.model_copy(update={"warnings": (Notice(code="other-day", detail="2020-08-22, not 2020-09-22"),)})
    full = COMMUNITY.model_copy(update={"audience": "Advisers", "consent": "They were told.", "licence": "CC BY 4.0"})
    assert front.to_fill_in(TALK.model_copy(update={"sources": (source,)}), full) == []
    [asked] = front.to_fill_in(TALK.model_copy(update={"sources": (source, late)}), full)
    assert asked.startswith("By its date, the recording's transcript is of another day than the session's folder.")


def test_reviewers_see_what_the_organisers_have_to_fill_in_and_a_final_paper_is_without():
    findings = found(TALK, [finding(Kind.LESSON, said(TALK, "turn", 1))])
    [asked] = [block for block in paper(TALK, findings).blocks if block.id == "review-to-fill-in"]
    assert "licence" in asked.runs[1].text
    final = compose(TALK, findings, COMMUNITY, Privacy(TALK, Policy.ROLES, findings), final=True)
    assert not [block for block in final.blocks if block.id == "review-to-fill-in"]


def test_abbreviations_are_spelt_out_or_asked_for():
    text = "The CSD and the TERS money; SMMEs know SARS. See the PDF."
    known = {"CSD": "Central Supplier Database", "SMME": "small, medium and micro enterprise", "UIF": "Unemployment Insurance Fund"}
    assert [short for short, _ in abbreviations.explained(text, known)] == ["CSD", "SMME"]
    assert abbreviations.to_explain(text, known, names=["TERS"]) == ["SARS"]
    assert abbreviations.explained("The Central Supplier Database (CSD) is free.", known) == []
    assert abbreviations.to_explain("The Relief Scheme (TERS) paid; TERS is closed.", {}) == []


def test_nobody_has_to_explain_the_name_of_the_publisher():
    published = COMMUNITY.model_copy(update={"publisher": "Services FUND of the coast"})
    for word, explained in (("FUND", False), ("TERS", True)):
        assert any(word in asked for asked in front.to_fill_in(TALK, published, f"The {word} pays in May.")) is explained


def test_a_paper_spells_out_the_abbreviations_that_it_prints():
    talk = session((("Guest", "We learned that the CSD counts for nothing until a buyer has seen the shop."),))
    community = COMMUNITY.model_copy(update={"abbreviations": {"CSD": "Central Supplier Database", "UIF": "Unemployment Insurance Fund"}})
    composed = compose(talk, found(talk, [finding(Kind.LESSON, said(talk, "turn", 0))]), community, Privacy(talk, Policy.ROLES))
    assert dict(composed.imprint)["Abbreviations"] == "CSD: Central Supplier Database."
    assert "Nothing explains CSD" in paper(talk, found(talk, [finding(Kind.LESSON, said(talk, "turn", 0))])).to_json()


def test_who_spoke_and_stands_on_no_attendance_report_is_counted_apart():
    transcript, attendance = (SOURCE.model_copy(update={"kind": kind}) for kind in (ExportKind.TRANSCRIPT, ExportKind.ATTENDANCE))
    talk = session([(f"Guest {n}", f"We weigh crate {n}.") for n in range(7)])

    def listing(few: int) -> Session:
        known = tuple(person.model_copy(update={"links": (Link(name=person.name, source=1, reason="named so"),)}) if n < few else person for n, person in enumerate(talk.participants))
        return talk.model_copy(update={"sources": (transcript, attendance), "participants": known})

    assert front.about(listing(4), []).startswith("4 people are on the attendance report of this session of 1 minute, and 3 more spoke; all of them spoke.")
    assert front.about(listing(7), []).startswith("7 people took part")
    assert front.about(listing(0), []).startswith("7 people took part")
    asked = " ".join(front.to_fill_in(listing(4), COMMUNITY))
    assert "on no attendance report" in asked and "on no attendance report" not in " ".join(front.to_fill_in(listing(7), COMMUNITY))


@pytest.mark.parametrize(
    ("names", "of", "told"),
    [
        (["Seed"], 1, "The topic was “Seed”."),
        ([f"Crop {n}" for n in range(8)], 8, "The topics were “Crop 0”, “Crop 1”, “Crop 2”, “Crop 3”, “Crop 4”, “Crop 5”, “Crop 6” and “Crop 7”."),
        (["Seed", "Feed"], 5, "Among the 5 topics were “Seed” and “Feed”."),
        (["Seed"], 2, "Among the 2 topics was “Seed”."),
    ],
)
def test_who_reads_of_some_topics_is_told_that_there_were_more(names, of, told):
    assert front.about(TALK, names, of=of).endswith(told)


def meeting(*welcomed: str) -> Session:
    """Return a session of a chair, who welcomes some by their offices, and of somebody who presents for a minute and a half."""
    speech = [
        ("Naledi Botha", f"Welcome everybody to the growers' forum. {' '.join(welcomed)} Our first item is seed. Kofi, would you begin?"),
        ("Kofi Adjei", "Can you see my screen? " + "The seed is dried on racks that the mill would otherwise throw away. " * 30),
        *[("Kofi Adjei", "That is all of it.")] * 8,
        ("Naledi Botha", "Thank you. Any other questions on that? Rosa, please."), ("Rosa Delgado", "Who carries the racks?"),
        ("Naledi Botha", "Then we move on to the next item, which is water. Ines?"), ("Ines Marsh", "The river is low."),
        ("Naledi Botha", "Let's move on, then. Rosa, you had a word on wages."), ("Rosa Delgado", "We pay by the week."), ("Naledi Botha", "Thank you all for coming today."),
    ]  # fmt: skip
    return session(speech)


@pytest.mark.parametrize(
    ("welcomed", "chaired", "presented", "told"),
    [
        ((), True, False, "chair"),
        ((), True, True, "chair or presenter"),
        ((), False, True, "presenter"),
        (("I'm pleased to welcome Rosa Delgado, Minister for Food, and Ines Marsh, Deputy Minister for Water.",), True, False, "chair, minister or deputy minister"),
        (("I'm pleased to welcome Rosa Delgado, director of the mill.",), True, False, "chair or guest"),
    ],
)
def test_what_people_are_called_by_what_was_said_is_explained(welcomed, chaired, presented, told):
    talk = meeting(*welcomed)
    if not chaired:
        talk = talk.model_copy(update={"turns": talk.turns[1:2]})
    spans = (Span(first_turn=0, start=0, last_turn=0, end=10, from_time=0.0, to_time=140.0),)
    themes = [Theme(id="t", label="Seed", salience=0.5, spans=spans)] if presented else []
    policy = front.policy_of(talk, Privacy(talk, Policy.ROLES, found(talk, (), themes)))
    assert f" Who is called {told} is known by what was said. " in policy
    assert "is known by what was said" not in front.policy_of(talk, Privacy(talk, Policy.CHATHAM_HOUSE, found(talk, (), themes)))
