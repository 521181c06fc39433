"""What a paper holds for sessions of every shape; fictional, made by hand."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from copaper.communities import Community, Policy
from copaper.papers import cards, topics
from copaper.papers.choosing import stands_alone
from copaper.papers.compose import NOTHING, compose
from copaper.papers.front import LITTLE_TOLD
from copaper.papers.docx import render_docx
from copaper.papers.leaflets import BRIEF, contents
from copaper.papers.messages import KEY_MESSAGES
from copaper.papers.names import withheld_names
from copaper.papers.placing import GIVES_WAY, LEADING, MOST, SAID
from copaper.papers.html import first_citations, render_html
from copaper.papers.pdf import render_pdf
from copaper.papers.units import units
from copaper.papers.verdicts import VERDICT
from copaper.privacy import Privacy
from copaper.records import (
    Card,
    Ending,
    EndingState,
    Evidence,
    EvidenceEntry,
    ExportKind,
    Figure,
    Finding,
    Findings,
    Heading,
    Kind,
    Participant,
    Quote,
    Reply,
    Role,
    Run,
    Session,
    Source,
    Span,
    Status,
    Table,
    Theme,
)
from tests import factories

COMMUNITY = Community(code="bas", name="Business Advisory Services", purpose="To learn from each other")
SPEECH = (
    ("Thandeka Mokgosi", "In our office every new trader gets a mentor for the first six weeks of business."),
    ("Pieter Louw", "We learned that a visit on site tells more than any form that is filled in."),
    ("Ayesha Daniels", "Transport costs keep the traders in our rural towns away from every course we give."),
    ("Thandeka Mokgosi", "Who pays for the mentor when the six weeks of business are over?"),
)
CHAT = (("Ayesha Daniels", "The municipality should print the application forms in Sepedi as well."),)


SOURCE = Source(file="a.vtt", sha256="0" * 64, bytes=1, kind=None, reader="test")


def session(speech=(), chat=(), **more) -> Session:
    return factories.session(speech, chat, sources=(SOURCE,), **more)


def said(talk: Session, where: str, index: int) -> Evidence:
    place = (talk.turns if where == "turn" else talk.messages)[index]
    time = place.start if where == "turn" else place.time
    return Evidence(where=where, index=index, start=0, end=len(place.text), time=time, participant=place.participant, quote=place.text)


SAYS_SO = {
    Kind.PRACTICE: "We keep to it: ", Kind.LESSON: "We learned it: ", Kind.CHALLENGE: "The problem is: ", Kind.RECOMMENDATION: "Everybody should know: ",
    Kind.COMMITMENT: "I will write it down: ", Kind.DECISION: "It is agreed: ", Kind.STORY: "In the end it worked: ",
}  # fmt: skip
"""What makes any sentence one of a kind: nothing else enters the section of its kind."""


def finding(kind: Kind, evidence: Evidence, id: str = "", **more) -> Finding:
    statement = SAYS_SO.get(kind, "") + evidence.quote.rstrip(".") + ("?" if kind is Kind.QUESTION else ".")
    if kind is Kind.PRACTICE:
        more["fields"] = {"title": "The evening desk", **more.get("fields", {})}
    return Finding(**{"id": id or f"f{kind.value}{evidence.index}", "kind": kind, "statement": statement, "evidence": (evidence,), "confidence": 0.8, **more})


def theme(n: int, talk: Session, **more) -> Theme:
    spans = (Span(first_turn=0, start=0, last_turn=0, end=10, from_time=10.0 * n, to_time=10.0 * n + 10),) if talk.turns else ()
    return Theme(**{"id": f"t{n}", "label": f"Topic number {n}", "salience": 0.1, "spans": spans, "phrases": ("mentor", "form"), **more})


def found(talk: Session, findings=(), themes=(), **more) -> Findings:
    return Findings(session=talk.id, model="test 1", segments=(), themes=tuple(themes), findings=tuple(findings), **more)


def paper(talk: Session, findings: Findings, policy: Policy = Policy.ROLES):
    community = COMMUNITY.model_copy(update={"privacy": policy})
    return compose(talk, findings, community, Privacy(talk, policy, findings))


def headings(composed) -> list[str]:
    return [block.text for block in composed.blocks if isinstance(block, Heading)]


TALK = session(SPEECH, CHAT)
EVERY_KIND = tuple(
    finding(kind, said(TALK, "turn", n % 3), id=f"kind{n}", theme="t0", fields={"url": "https://example.org/a"} if kind is Kind.RESOURCE else {})
    for n, kind in enumerate(Kind)
)
FULL = paper(TALK, found(TALK, EVERY_KIND, [theme(0, TALK, summary=(said(TALK, "turn", 0),))]))

NO_SPEAKERS = TALK.model_copy(
    update={"participants": (Participant(id="p", name=""),), "turns": tuple(t.model_copy(update={"participant": "p"}) for t in TALK.turns), "messages": ()}
)
CHAT_ONLY = session((), CHAT)
SHAPES = {
    "full": FULL,
    "speech only": paper(session(SPEECH), found(session(SPEECH), [finding(Kind.LESSON, said(session(SPEECH), "turn", 1))])),
    "chat only": paper(CHAT_ONLY, found(CHAT_ONLY, [finding(Kind.RECOMMENDATION, said(CHAT_ONLY, "message", 0))], [theme(0, CHAT_ONLY, messages=(0,))])),
    "no speakers": paper(NO_SPEAKERS, found(NO_SPEAKERS, [finding(Kind.PRACTICE, said(NO_SPEAKERS, "turn", 0))])),
    "nothing found": paper(TALK, found(TALK)),
    "one theme, no finding": paper(TALK, found(TALK, (), [theme(0, TALK)])),
    "twelve themes": paper(TALK, found(TALK, EVERY_KIND, [theme(n, TALK) for n in range(12)])),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_session_gives_a_sound_paper(shape):
    composed = SHAPES[shape]
    ids = [block.id for block in composed.blocks]
    assert len(ids) == len(set(ids))
    numbers = [block.number for block in composed.blocks if isinstance(block, EvidenceEntry)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert list(first_citations(composed)) == numbers, "numbers are given in the order of reading"
    levels = [block.level for block in composed.blocks if isinstance(block, Heading)]
    assert all(b - a <= 1 for a, b in zip([0, *levels], levels, strict=False))
    assert composed.title and not [unit for unit in units(composed) if not unit.text.strip() and unit.text != VERDICT]


@pytest.mark.parametrize("shape", SHAPES)
def test_no_section_is_empty(shape):
    blocks = SHAPES[shape].blocks
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, Heading):
            assert after is not None and not (isinstance(after, Heading) and after.level <= block.level), block.text


@pytest.mark.parametrize("shape", ["chat only", "no speakers", "nothing found"])
def test_poor_sessions_can_be_printed_and_shown(shape):
    assert render_pdf(SHAPES[shape]).startswith(b"%PDF")
    assert SHAPES[shape].title in render_html(SHAPES[shape]).decode()


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        (Kind.PRACTICE, "Practices worth trying"),
        (Kind.LESSON, "Lessons"),
        (Kind.CHALLENGE, "Challenges"),
        (Kind.RECOMMENDATION, "Recommendations"),
        (Kind.STORY, "Stories"),
        (Kind.QUESTION, "Questions"),
        (Kind.COMMITMENT, "Commitments"),
        (Kind.DECISION, "Decisions"),
        (Kind.RESOURCE, "Resources"),
    ],
)
def test_each_kind_has_its_place_and_only_if_there_is_one(kind, heading):
    alone = [f.model_copy(update={"leans": True}) for f in EVERY_KIND if f.kind is kind]  # what leads the paper is not listed
    assert heading in headings(paper(TALK, found(TALK, alone)))
    assert heading not in headings(paper(TALK, found(TALK, [f for f in EVERY_KIND if f.kind is not kind])))


def test_a_rejected_finding_is_nowhere():
    rejected = finding(Kind.LESSON, said(TALK, "turn", 1), status=Status.REJECTED)
    assert SPEECH[1][1] not in " ".join(unit.text for unit in units(paper(TALK, found(TALK, [rejected]))))


def test_key_messages_are_few_and_of_different_themes():
    lessons = [finding(Kind.LESSON, said(TALK, "turn", 1), id=f"l{n}", theme=f"t{n // 4}", statement=f"{SPEECH[1][1]} Number {n}.") for n in range(12)]
    composed = paper(TALK, found(TALK, lessons, [theme(n, TALK) for n in range(3)]))
    [messages] = [block for block in composed.blocks if block.id == "messages"]
    shown = [item[0].text for item in messages.items]
    assert len(shown) == KEY_MESSAGES
    assert [text.split()[-1] for text in shown[:3]] == ["0.", "4.", "8."]


def test_what_was_settled_leads_the_key_messages():
    held = [finding(Kind.RECOMMENDATION, said(TALK, "turn", n % 3), id=f"r{n}", theme=f"t{n}") for n in range(3)]
    settled = finding(Kind.DECISION, said(TALK, "turn", 0), id="settled", statement="From May on we print the price list in Setswana.", theme="t3", fields={"outcome": "settled"})
    composed = paper(TALK, found(TALK, (*held, settled), [theme(n, TALK) for n in range(4)]))
    [messages] = [block for block in composed.blocks if getattr(block, "style", "") == "key messages"]
    assert messages.ids[0] == "settled"


def test_what_was_not_agreed_is_no_key_message_and_says_so_where_it_stands():
    against = said(TALK, "turn", 3)
    proposal = finding(Kind.RECOMMENDATION, said(TALK, "message", 0), id="r", theme="t0", disputed=(against,))
    lesson = finding(Kind.LESSON, said(TALK, "turn", 1), id="l", theme="t0")
    composed = paper(TALK, found(TALK, [proposal, lesson], [theme(0, TALK, summary=(*proposal.evidence, said(TALK, "turn", 0), said(TALK, "turn", 2)))]))
    blocks = {block.id: block for block in composed.blocks}
    assert blocks["messages"].ids == ("l",)
    [item] = blocks["kind-recommendation-list"].items
    assert f"Said of it later (at 0:00:30): “{SPEECH[3][1]}”".casefold() in "".join(run.text for run in item).casefold()
    assert "theme-t0-quote-1" not in blocks


def test_what_does_not_fit_goes_to_the_reviewers():
    many = [finding(Kind.LESSON, said(TALK, "turn", 1), id=f"l{n}", statement=f"{SPEECH[1][1]} Number {n}.") for n in range(MOST[Kind.LESSON] + 3)]
    composed = paper(TALK, found(TALK, many))
    [table] = [block for block in composed.blocks if isinstance(block, Table) and block.id == "review-table"]
    assert len(table.rows) == 3
    assert {row[2][0].text for row in table.rows} == {"0:00:10"}


def test_what_opens_a_topic_is_not_offered_as_left_out():
    lesson = finding(Kind.LESSON, said(TALK, "turn", 1), id="l", sure_of_kind=False, confidence=0.1)
    offered = {}
    for opens in (False, True):
        blocks = {block.id: block for block in paper(TALK, found(TALK, [lesson], [theme(0, TALK, summary=lesson.evidence if opens else ())])).blocks}
        assert ("theme-t0-quote-1" in blocks) is opens
        offered[opens] = "l" in blocks["review-table"].ids if "review-table" in blocks else False
    assert offered == {False: True, True: False}


def test_reviewers_are_offered_nothing_that_they_could_not_take_in():
    turn = said(TALK, "turn", 1)
    unsure = [
        finding(Kind.LESSON, turn, id="scrap", statement="We learned it late.", sure_of_kind=False),
        finding(Kind.LESSON, turn, id="named", statement="We learned from Thandeka Mokgosi that a list saves a day at each visit.", sure_of_kind=False),
        finding(Kind.LESSON, turn, id="whole", statement="We learned that a list saves a day at each visit.", sure_of_kind=False),
    ]
    [table] = [block for block in paper(TALK, found(TALK, unsure)).blocks if block.id == "review-table"]
    assert table.ids == ("whole",)


def test_a_draft_says_that_its_date_is_to_be_confirmed_where_only_the_folder_tells_it():
    by_folder = TALK.model_copy(update={"facts": {"start known from": "not known"}})
    draft = paper(by_folder, found(by_folder))
    assert draft.notice == "Date to be confirmed." and "2020 (date to be confirmed), draft" in draft.how_to_cite
    final = compose(by_folder, found(by_folder), COMMUNITY, Privacy(by_folder, Policy.ROLES), final=True)
    assert "confirmed" not in final.notice + final.how_to_cite + paper(TALK, found(TALK)).notice


def test_reviewers_see_each_finding_whole_by_kind_with_its_evidence_and_an_empty_place():
    texts = {f"l{n}": f"We learned on visit {n} that a list of all that a shop has in stock, made before anybody speaks of a loan, saves both sides a day." for n in range(3)}
    lessons = [finding(Kind.LESSON, said(TALK, "turn", 1), id=id_, theme="t0", statement=text, sure_of_kind=id_ != "l0") for id_, text in texts.items()]
    practice = finding(Kind.PRACTICE, said(TALK, "turn", 0), id="p")
    composed = paper(TALK, found(TALK, [*lessons, practice], [theme(0, TALK)]))
    [table] = [block for block in composed.blocks if isinstance(block, Table) and block.id == "verdicts-table"]
    assert table.ids == ("p", "l1", "l2", "l0")
    assert [row[0][0].text for row in table.rows] == ["Practice", "Lesson", "Lesson", "Topic number 0"]
    assert [row[1][0].text for row in table.rows][1:] == [texts[id_] for id_ in table.ids[1:]]
    known = {block.number for block in composed.blocks if isinstance(block, EvidenceEntry)}
    assert all(row[1][1].cite in known for row in table.rows)
    assert {row[2][0].text.strip() for row in table.rows} == {""} and table.widths[2] >= table.widths[0]


@pytest.mark.parametrize(
    ("policy", "shown"),
    [(Policy.NAMED, "Thandeka Mokgosi"), (Policy.ROLES, "Host"), (Policy.CHATHAM_HOUSE, "")],
)
def test_evidence_is_credited_as_the_policy_has_it(policy, shown):
    hosted = TALK.model_copy(update={"participants": (TALK.participants[0].model_copy(update={"role": Role.HOST}), *TALK.participants[1:])})
    composed = paper(hosted, found(hosted, [finding(Kind.LESSON, said(hosted, "turn", 0))]), policy)
    [entry] = [block for block in composed.blocks if isinstance(block, EvidenceEntry)]
    assert entry.who == shown


@pytest.mark.parametrize("policy", [Policy.ROLES, Policy.CHATHAM_HOUSE])
def test_a_name_spoken_anywhere_is_withheld_everywhere(policy):
    talk = session((("Thandeka Mokgosi", "Ask Pieter Louw, he knows how a mentor is found for a trader."), SPEECH[1]), CHAT, title="An hour with Pieter Louw")
    evidence = said(talk, "turn", 0)
    findings = [finding(kind, evidence, id=f"k{n}", fields={"who": "Pieter Louw", "url": "https://example.org/pieter-louw", "title": "Louw's guide"}, answers=(evidence,)) for n, kind in enumerate(Kind)]
    composed = paper(talk, found(talk, findings, [theme(0, talk, label="Pieter Louw", phrases=("mr louw",), summary=(evidence,))]), policy)
    text = composed.to_json().casefold()
    assert [name for name in ("louw", "pieter", "thandeka", "mokgosi") if name in text] == []


@pytest.mark.parametrize(
    ("label", "phrases", "heading"),
    [
        ("Mentors and Louw", ("mr louw", "mentor fees"), "Mentor fees"),
        ("Mentors and Louw", (), "Mentors and"),
        ("Louw", (), "Theme without a name"),
        ("Mentor fees", ("mr louw",), "Mentor fees"),
    ],
)
def test_a_theme_is_never_called_by_a_name_withheld(label, phrases, heading):
    composed = paper(TALK, found(TALK, (), [theme(0, TALK, label=label, phrases=phrases, summary=(said(TALK, "turn", 0),))]))
    assert heading in headings(composed)
    assert composed.title == heading


@pytest.mark.parametrize(
    ("url", "href"),
    [("https://example.org/a", "https://example.org/a"), ("www.example.org", "https://www.example.org"), ("javascript://example.org/%0aalert(1)", "")],
)
def test_a_resource_links_only_to_a_web_address(url, href):
    composed = paper(TALK, found(TALK, [finding(Kind.RESOURCE, said(TALK, "turn", 0), fields={"url": url, "title": "A guide"})]))
    [table] = [block for block in composed.blocks if isinstance(block, Table) and block.id == "resources-table"]
    assert table.rows[0][1][0].href == href


def test_a_resource_whose_address_is_withheld_is_no_help_to_anybody():
    resource = finding(Kind.RESOURCE, said(TALK, "turn", 0), fields={"url": "https://user:pw@example.org", "title": "A guide"})
    assert "Resources" not in headings(paper(TALK, found(TALK, [resource])))
    taken = paper(TALK, found(TALK, [resource.model_copy(update={"status": Status.ACCEPTED})]))
    [table] = [block for block in taken.blocks if isinstance(block, Table) and block.id == "resources-table"]
    assert table.rows[0][1] == (Run(text="The address is withheld."),)


def test_the_numbers_of_every_figure_can_be_read_without_seeing_it():
    people = tuple(Participant(id=f"p{n}", name=f"Guest {n}", role=Role.ATTENDEE, province="Gauteng" if n % 2 else "Limpopo", intervals=((0.0, 40.0),)) for n in range(12))
    talk = TALK.model_copy(update={"participants": (*TALK.participants, *people)})
    figures = [block for block in paper(talk, found(talk)).blocks if isinstance(block, Figure)]
    assert figures
    for figure in figures:
        assert figure.alt and figure.title and figure.source
        assert any(f"{value:g}" in figure.alt for _, value in figure.data)


def test_figures_over_time_have_their_numbers_in_an_annex():
    people = tuple(Participant(id=f"p{n}", name=f"Guest {n}", intervals=((0.0, 60.0 * 12 * n),)) for n in range(6))
    talk = session(SPEECH * 60, CHAT * 12).model_copy(update={"participants": people})
    composed = paper(talk, found(talk))
    [table] = [block for block in composed.blocks if isinstance(block, Table) and block.id == "table-numbers"]
    assert table.header == ("From minute", "People", "Messages in five minutes")
    rows = [[cell[0].text for cell in row] for row in table.rows]
    assert rows[0] == ["0", "6", "12"] and rows[-1] == ["35", "3", "0"]  # and not the two who stayed longest
    assert "Annex A: Numbers behind the figures" in headings(composed)


def test_what_is_not_sure_of_its_kind_is_told_with_its_theme_alone():
    sure = finding(Kind.CHALLENGE, said(TALK, "turn", 1), id="sure", theme="t0", leans=True)
    unsure = finding(Kind.CHALLENGE, said(TALK, "turn", 2), id="unsure", theme="t0", sure_of_kind=False)
    composed = paper(TALK, found(TALK, [sure, unsure], [theme(0, TALK, summary=(said(TALK, "turn", 0),))]))
    by_id = {block.id: block for block in composed.blocks}
    assert by_id["kind-challenge-list"].ids == ("sure",)
    assert by_id["theme-t0-points"].ids == ("unsure",)
    assert "".join(run.text for run in by_id["theme-t0-elsewhere"].runs) == "See also Challenges."
    assert "unsure" in by_id["verdicts-table"].ids, "reviewers decide on it like on any other"
    kept = paper(TALK, found(TALK, [sure, unsure.model_copy(update={"status": Status.ACCEPTED})], [theme(0, TALK, summary=(said(TALK, "turn", 0),))]))
    assert [block for block in kept.blocks if block.id.startswith("kind-")] == [block for block in composed.blocks if block.id.startswith("kind-")]


def test_what_cannot_be_understood_alone_is_left_to_the_reviewers():
    hanging = finding(Kind.LESSON, said(TALK, "turn", 1), id="hanging", theme="t0", stands_alone=False)
    composed = paper(TALK, found(TALK, [hanging], [theme(0, TALK)]))
    assert {block.id for block in composed.blocks if "hanging" in getattr(block, "ids", ())} == {"review-table"}


@pytest.mark.parametrize(("end", "told"), [("some others in the province may not have.", False), ("some others in the province may not have one.", True)])
def test_what_ends_on_a_word_that_leads_on_is_offered_to_nobody(end: str, told: bool):
    open_ended = finding(Kind.RECOMMENDATION, said(TALK, "turn", 1), id="open", theme="t0", statement=f"Clients must be able to use a form that {end}")
    composed = paper(TALK, found(TALK, [open_ended], [theme(0, TALK)]))
    places = {block.id for block in composed.blocks if "open" in getattr(block, "ids", ())}
    assert bool(places) is told, "nobody can judge half a sentence"


def test_a_draft_counts_the_names_that_only_the_talk_shows_and_holds_none_of_them():
    people = ("Bongani Dube", "Ayesha Daniels", f"Doctor {TALK.participants[0].name}")
    findings = found(TALK, [finding(Kind.LESSON, said(TALK, "turn", 1))], people_named=people)
    composed = paper(TALK, findings)
    [names] = [block for block in composed.blocks if block.id == "review-names"]
    assert "1 name " in "".join(run.text for run in names.runs), "who took part is withheld already"
    assert "Bongani" not in composed.to_json()
    assert not [block for block in paper(TALK, findings, Policy.NAMED).blocks if block.id == "review-names"]
    told = withheld_names(Privacy(TALK, COMMUNITY.privacy, findings))
    assert told.splitlines()[-1] == "Bongani Dube" and "Ayesha" not in told and "withheld]" not in told
    assert "Bongani" not in withheld_names(Privacy(TALK, Policy.NAMED, findings))


def test_reviewers_are_told_what_of_the_printed_may_be_a_name_and_a_final_paper_is_without():
    talk = session((("Thandeka Mokgosi", "We learned from Bizzo and from QXL that a visit on site tells more than any form that is filled in."),))
    findings = found(talk, [finding(Kind.LESSON, said(talk, "turn", 0))], people_named=("Bongani Dube",), perhaps_named=("Bizzo", "Solly"), perhaps_bodies=("QXL", "Mopane Labs"))
    composed = {policy: paper(talk, findings, policy) for policy in Policy}
    ids = {policy: {block.id for block in one.blocks} for policy, one in composed.items()}
    assert {"review-names", "review-perhaps-names", "review-perhaps-bodies"} <= ids[Policy.CHATHAM_HOUSE]
    assert "review-perhaps-bodies" not in ids[Policy.ROLES]
    assert not {one for one in ids[Policy.NAMED] if one.startswith("review-perhaps")}
    drafts = "".join(str(one.to_json()) for one in composed.values())
    assert not [name for name in ("Bongani", "Solly", "Mopane") if name in drafts], "a list would be the first to tell of what is not printed"
    final = compose(talk, findings, COMMUNITY, Privacy(talk, Policy.CHATHAM_HOUSE, findings), final=True)
    assert not {block.id for block in final.blocks if block.id.startswith("review")}


def test_a_card_is_called_by_its_activity():
    practice = finding(Kind.PRACTICE, said(TALK, "turn", 1), fields={"title": "Printing the forms"}, statement="We are printing the forms in the office of the ward.")
    [card] = [block for block in paper(TALK, found(TALK, [practice])).blocks if block.type == "card"]
    assert card.title == "Printing the forms"


def test_who_took_part_is_not_told_where_no_export_tells():
    nobody = session((("Unknown speaker", SPEECH[0][1]),))
    lead = next(block for block in paper(nobody, found(nobody)).blocks if block.id == "about")
    assert "person" not in lead.runs[0].text and "export" not in lead.runs[0].text
    assert "do not tell who took part" in paper(nobody, found(nobody)).to_json()


def in_turn(talk: Session, words: str) -> Evidence:
    """Return words of the first turn as evidence."""
    start = talk.turns[0].text.index(words)
    return said(talk, "turn", 0).model_copy(update={"start": start, "end": start + len(words), "quote": words})


AROUND = session((("Ayesha Daniels", "The stall opens at six. In May we printed the list in two colours. The queue was gone by noon. And why?"), *SPEECH))
PRINTED = finding(
    Kind.PRACTICE, in_turn(AROUND, "In May we printed the list in two colours."), id="printed", theme="t0", statement="In May we printed the list in two colours.",
    around=(in_turn(AROUND, "The stall opens at six."), in_turn(AROUND, "The queue was gone by noon. And why?")),
)  # fmt: skip


def test_what_a_card_quotes_around_its_practice_has_its_place_in_the_annex():
    composed = paper(AROUND, found(AROUND, [PRINTED]))
    [card] = [block for block in composed.blocks if block.type == "card"]
    rows, quotes = dict(card.rows), {block.number: block.quote for block in composed.blocks if isinstance(block, EvidenceEntry)}
    for label, words in (("Said before it", "The stall opens at six."), ("How it went on", "The queue was gone by noon.")):
        assert (rows[label][0].text, quotes[rows[label][1].cite]) == (f"“{words}”", words)


def test_what_stands_on_a_card_is_told_nowhere_else():
    summed_up = theme(0, AROUND, summary=(in_turn(AROUND, "The queue was gone by noon."), said(AROUND, "turn", 2)))
    composed = paper(AROUND, found(AROUND, [PRINTED], [summed_up]))
    assert [block.id for block in composed.blocks if isinstance(block, Quote)] == ["theme-t0-quote-2"]
    noon = finding(Kind.LESSON, in_turn(AROUND, "The queue was gone by noon."), id="noon", statement="We learned that the queue is gone by noon where a list is printed.")
    [card] = [block for block in paper(AROUND, found(AROUND, [PRINTED, noon])).blocks if block.type == "card"]
    assert "How it went on" not in dict(card.rows)


def of_topics(composed) -> list[str]:
    return [unit.words for unit in units(composed) if unit.block.startswith("theme-")]


def test_a_practice_that_nothing_names_is_told_with_its_topic():
    nameless = PRINTED.model_copy(update={"fields": {}})
    composed = paper(AROUND, found(AROUND, [nameless], [theme(0, AROUND)]))
    assert not [block for block in composed.blocks if block.type == "card"]
    assert "Practices worth trying" not in headings(composed)
    assert any(PRINTED.statement in words for words in of_topics(composed))


def test_what_follows_soon_upon_a_practice_is_told_on_its_card_alone():
    talk = session((("Ayesha Daniels", "In May we printed the list in two colours. The queue at the stall was gone by noon on every single market day."), *SPEECH))
    practice = finding(Kind.PRACTICE, in_turn(talk, "In May we printed the list in two colours."), id="printed", theme="t0", statement="In May we printed the list in two colours.")
    noon = in_turn(talk, "The queue at the stall was gone by noon on every single market day.")
    loose = finding(Kind.CHALLENGE, noon, id="noon", theme="t0", statement=noon.quote, sure_of_kind=False)
    composed = paper(talk, found(talk, [practice, loose], [theme(0, talk)]))
    [card] = [block for block in composed.blocks if block.type == "card"]
    assert dict(card.rows)["How it went on"][0].text == f"“{noon.quote}”"
    assert not any("gone by noon" in words for words in of_topics(composed))
    alone = paper(talk, found(talk, [loose], [theme(0, talk)]))
    assert any("gone by noon" in words for words in of_topics(alone))


def test_a_story_without_a_name_is_told_on_its_topic():
    story = finding(Kind.STORY, said(TALK, "turn", 1), id="story", theme="t0")
    [card] = [block for block in paper(TALK, found(TALK, [story], [theme(0, TALK)])).blocks if block.type == "card"]
    assert card.title == "Story told on “Topic number 0”"


def test_a_card_is_called_what_the_speaker_calls_it():
    talk = session((("Ayesha Daniels", "In May we printed the list in two colours. We call it the loud list."), *SPEECH))
    own, after = (in_turn(talk, words) for words in ("In May we printed the list in two colours.", "We call it the loud list."))
    practice = finding(Kind.PRACTICE, own, statement=own.quote, fields={"title": "Printing the list"}, around=(after,))
    for told, title in ((practice, "The loud list"), (practice.model_copy(update={"around": ()}), "Printing the list"), (practice.model_copy(update={"status": Status.EDITED}), "Practice")):
        [card] = [block for block in paper(talk, found(talk, [told])).blocks if block.type == "card"]
        assert card.title == title


@pytest.mark.parametrize(("promise", "told"), [("Pieter Louw brings the list by Friday and the form by the end of May.", True), ("Pieter Louw brings the list by Friday and Ayesha Daniels the form.", False)])
def test_a_promise_of_several_people_without_their_names_is_left_to_the_reviewers(promise, told):
    one = finding(Kind.COMMITMENT, said(TALK, "turn", 0), id="one", statement=promise, fields={"outcome": "promised"})
    assert ("Commitments" in headings(paper(TALK, found(TALK, [one])))) is told
    assert "Commitments" in headings(paper(TALK, found(TALK, [one]), Policy.NAMED))


def test_what_somebody_wrote_leads_no_paper_where_others_spoke():
    lesson = finding(Kind.LESSON, said(TALK, "message", 0), statement="The lesson is that a form which is printed in Sepedi comes back by May.")
    for talk, leads in ((TALK, False), (CHAT_ONLY, True)):
        assert (block_of(paper(talk, found(talk, [lesson])), "messages") is not None) is leads


@pytest.mark.parametrize(("words", "by"), [("We learned that a form which is printed in Sepedi comes back by May.", True), ("A lesson is that a form which is printed in Sepedi comes back by May.", False)])
def test_a_key_message_says_whose_it_is_where_it_says_we(words: str, by: bool):
    lesson = finding(Kind.LESSON, said(TALK, "turn", 1), statement=words)
    [item] = block_of(paper(TALK, found(TALK, [lesson])), "messages").items
    assert (item[-1].italic and item[-1].text.startswith(" – ")) is by
    assert block_of(paper(TALK, found(TALK)), "key-messages").text == "In short"


def test_what_leads_the_paper_is_not_listed_again_and_says_its_kind_itself():
    leads = finding(Kind.CHALLENGE, said(TALK, "turn", 1), id="leads", statement="Traders of the rural towns struggle to have a form of the district office signed within a week.")
    other = leads.model_copy(update={"id": "other", "leans": True})
    composed = paper(TALK, found(TALK, [leads, other]))
    [item] = block_of(composed, "messages").items
    assert item[0].text == "Challenge. " and block_of(composed, "kind-challenge-list").ids == ("other",)
    assert block_of(paper(TALK, found(TALK, [leads])), "kind-challenge-list") is None
    rejected = paper(TALK, found(TALK, [leads.model_copy(update={"status": Status.REJECTED}), other]))
    assert block_of(rejected, "messages") is None and block_of(rejected, "kind-challenge-list").ids == ("other",), "nothing moves up"


def test_a_key_message_stands_in_its_topic_no_more():
    loose = finding(Kind.CHALLENGE, said(TALK, "turn", 1), id="loose", theme="t0", sure_of_kind=False, statement="Out of 40 traders in the rural towns only eleven have a form that is signed.")
    composed = paper(TALK, found(TALK, [loose], [theme(0, TALK)]))
    assert block_of(composed, "messages").ids == ("loose",) and block_of(composed, "theme-t0-points") is None
    assert "".join(run.text for run in block_of(composed, "theme-t0-elsewhere").runs) == "See also the key message."


def placed(findings) -> set[str]:
    """Return the ids of all findings that stand in the paper outside the reviewers' annex."""
    blocks = paper(TALK, found(TALK, findings, [theme(0, TALK)])).blocks
    return {id for block in blocks if block.id not in ("verdicts-table", "review-table") for id in getattr(block, "ids", ())}


@pytest.mark.parametrize("sure", [True, False], ids=["among its kind", "with its theme"])
def test_what_reviewers_decide_moves_nothing_else(sure: bool):
    most = MOST[Kind.STORY] if sure else SAID
    stories = [finding(Kind.STORY, said(TALK, "turn", 1), id=f"s{n}", theme="t0", sure_of_kind=sure, statement=f"{SPEECH[1][1]} In the end it worked. Number {n}.") for n in range(most + 2)]
    hanging = finding(Kind.STORY, said(TALK, "turn", 2), id="hanging", theme="t0", sure_of_kind=sure, stands_alone=False)
    if sure:
        names = {story.id: f"finding-{story.id}" for story in (*stories, hanging)}
        shown = lambda findings: {id for id, card in names.items() if card in {block.id for block in paper(TALK, found(TALK, findings, [theme(0, TALK)])).blocks}}  # noqa: E731
    else:
        shown = placed
    draft = shown([hanging, *stories])
    assert draft == {story.id for story in stories[:most]}
    taken = hanging.model_copy(update={"status": Status.ACCEPTED})
    assert shown([taken, *stories]) == draft | {"hanging"}, "what was taken in displaces nothing"
    dropped = [stories[0].model_copy(update={"status": Status.REJECTED}), *stories[1:]]
    assert shown([hanging, *dropped]) == draft - {"s0"}, "nothing moves up into the place of what was dropped"
    accepted = [story.model_copy(update={"status": Status.ACCEPTED}) for story in stories[:most]]
    assert shown([hanging, *accepted, *stories[most:]]) == draft


@pytest.mark.parametrize(("kind", "sure"), [(Kind.LESSON, False), (Kind.CHALLENGE, True)], ids=["with its theme", "among its kind"])
def test_what_leans_on_other_words_gives_way_to_what_does_not(kind: Kind, sure: bool):
    words = f"The problem is that {SPEECH[1][1][:1].lower()}{SPEECH[1][1][1:]}"
    enough = GIVES_WAY[kind] if sure else GIVES_WAY[None]
    clear = [finding(kind, said(TALK, "turn", 1), id=f"c{n}", theme="t0", sure_of_kind=sure, statement=f"{words} Number {n}.") for n in range(enough)]
    riddle = finding(kind, said(TALK, "turn", 1), id="riddle", theme="t0", sure_of_kind=sure, statement=words, leans=True)
    assert "riddle" not in placed([riddle, *clear])
    assert "riddle" in placed([riddle, *clear[1:]]), "beside fewer it is told"
    assert "riddle" in placed([riddle.model_copy(update={"lead": (said(TALK, "turn", 0),)}), *clear]), "the sentence before it tells"
    assert "riddle" in placed([riddle.model_copy(update={"status": Status.ACCEPTED}), *clear]), "whoever reviews may take it in"


def block_of(composed, id: str):
    return next((block for block in composed.blocks if block.id == id), None)


PLAIN = "Visits on the site of a client often fill the whole form by themselves."
"""A statement that is no key message where it is not sure of its kind."""
DOUBTED = "We learned that a visit on site perhaps tells more than any form that is filled in."
"""A lesson that is none either."""


def test_a_sentence_is_not_quoted_and_told_in_the_same_theme():
    evidence = said(TALK, "turn", 1)
    told_alone = finding(Kind.LESSON, evidence, id="loose", theme="t0", sure_of_kind=False, statement=PLAIN)
    listed_too = finding(Kind.LESSON, evidence, id="listed", theme="t0", statement=DOUBTED)
    summed_up = theme(0, TALK, summary=(said(TALK, "turn", 0), evidence))
    alone = paper(TALK, found(TALK, [told_alone], [summed_up]))
    assert block_of(alone, "theme-t0-points").ids == ("loose",)
    assert block_of(alone, "theme-t0-quote-1") and not block_of(alone, "theme-t0-quote-2"), "the others keep their ids"
    listed = paper(TALK, found(TALK, [listed_too], [summed_up]))
    assert block_of(listed, "theme-t0-quote-1") and not block_of(listed, "theme-t0-quote-2") and not block_of(listed, "theme-t0-points")
    assert block_of(listed, "theme-t0-lesson-points").ids == ("listed",)


def test_a_topic_with_little_of_its_own_tells_its_best_findings_and_their_list_refers_to_it():
    telling = theme(0, TALK, summary=(said(TALK, "turn", 0), said(TALK, "turn", 2)))
    lessons = [finding(Kind.LESSON, said(TALK, "turn", 1), id=f"l{n}", theme=f"t{n // 3}", statement=f"{DOUBTED} Number {n}.") for n in range(6)]
    for dropped, refers in ((frozenset(), "See also the topic “Topic number 1”."), (frozenset({"l3"}), "See also the topic “Topic number 1”.")):
        seen = [f.model_copy(update={"status": Status.REJECTED}) if f.id in dropped else f for f in lessons]
        composed = paper(TALK, found(TALK, seen, [telling, theme(1, TALK)]))
        assert block_of(composed, "theme-t0-lesson-points") is None
        assert block_of(composed, "theme-t1-lesson-points").ids == tuple(id for id in ("l3", "l4") if id not in dropped)
        assert block_of(composed, "kind-lesson-list").ids == ("l0", "l1", "l2", "l5"), "what reviewers drop moves nothing else"
        note = block_of(composed, "kind-lesson-with-topics").runs
        assert "".join(run.text for run in note) == refers and "theme-t1" in [run.to for run in note]


def test_a_list_is_in_the_order_of_topics_and_names_them_where_it_is_long():
    told = [said(TALK, "turn", n) for n in (0, 2)]
    themes = [theme(n, TALK, summary=tuple(told)) for n in range(2)]
    many = [finding(Kind.LESSON, said(TALK, "turn", 1), id=f"l{n}", theme=f"t{1 - n % 2}", statement=f"{SPEECH[1][1]} Number {n}.") for n in range(8)]  # the first four lead the paper
    composed = block_of(paper(TALK, found(TALK, many, themes)), "kind-lesson-list")
    assert composed.ids == ("l5", "l7", "l4", "l6")
    assert [item[-1].text.strip() for item in composed.items] == ["On “Topic number 0”."] * 2 + ["On “Topic number 1”."] * 2
    few = block_of(paper(TALK, found(TALK, many[:7], themes)), "kind-lesson-list")
    assert not any("Topic number" in run.text for item in few.items for run in item)


def test_what_reviewers_decide_on_a_quoted_sentence_leaves_the_quotations():
    evidence, summed_up = said(TALK, "turn", 1), theme(0, TALK, summary=(said(TALK, "turn", 1),))
    led = finding(Kind.LESSON, evidence, id="loose", theme="t0", sure_of_kind=False)
    rest = finding(Kind.LESSON, evidence, id="loose", theme="t0", sure_of_kind=False, stands_alone=False)
    for draft, quoted in ((led, False), (rest, True)):
        for status in (Status.DRAFT, Status.ACCEPTED, Status.REJECTED):
            composed = paper(TALK, found(TALK, [draft.model_copy(update={"status": status})], [summed_up]))
            assert (block_of(composed, "theme-t0-quote-1") is not None) is quoted, status


def test_a_theme_quotes_what_it_does_not_tell_elsewhere_in_time_and_more_only_where_it_has_little():
    talk = session((*SPEECH, ("Pieter Louw", "We keep the register of all the towns at the counter."), ("Ayesha Daniels", "We print the list of all the traders in two colours.")))
    best_first = tuple(said(talk, "turn", n) for n in (2, 5, 0, 4))
    listed = finding(Kind.CHALLENGE, said(talk, "turn", 2), theme="t0")
    told = finding(Kind.LESSON, said(talk, "turn", 1), theme="t0", sure_of_kind=False, statement=PLAIN)
    second = finding(Kind.LESSON, said(talk, "turn", 5), theme="t0", statement=DOUBTED)
    for findings, quoted in (((), (2, 5)), ((listed,), (0, 5)), ((listed, told), (5,)), ((listed, told, second), (0,))):
        composed = paper(talk, found(talk, findings, [theme(0, talk, summary=best_first)]))
        assert [block.runs[0].text for block in composed.blocks if isinstance(block, Quote)] == [talk.turns[n].text for n in quoted]


def test_each_stretch_of_a_theme_has_its_quotations():
    talk = session(SPEECH * 2)
    spans = tuple(Span(first_turn=a, start=0, last_turn=b, end=len(talk.turns[b].text), from_time=10.0 * a, to_time=10.0 * b) for a, b in ((0, 2), (3, 5)))
    composed = paper(talk, found(talk, (), [theme(0, talk, spans=spans, summary=tuple(said(talk, "turn", n) for n in (0, 1, 2, 4, 5)))]))
    assert [block.id for block in composed.blocks if isinstance(block, Quote)] == [f"theme-t0-quote-{n}" for n in (1, 2, 4, 5)]


def test_a_theme_of_which_nothing_can_be_read_alone_says_so():
    bare = SHAPES["one theme, no finding"]
    assert block_of(bare, "theme-t0") is None and block_of(bare, "themes-beside").runs[0].text.startswith("Spoken of: “Topic number 0” (0:00–0:00).")
    assert "Topic number" not in bare.abstract
    dropped = finding(Kind.LESSON, said(TALK, "turn", 1), theme="t0", sure_of_kind=False, status=Status.REJECTED)
    assert block_of(paper(TALK, found(TALK, [dropped], [theme(0, TALK)])), "theme-t0-nothing").runs[0].text == NOTHING, "what reviewers emptied keeps its heading"
    assert block_of(FULL, "theme-t0-nothing") is None


def test_two_themes_of_one_label_are_told_apart_and_do_not_both_make_the_title():
    for label in ("Mentors", "mentor"):
        themes = [theme(n, TALK, label=of, phrases=("mentors", more), salience=0.3, summary=(said(TALK, "turn", 0),)) for n, of, more in ((0, "Mentors", "fees"), (1, label, "visits"))]
        composed = paper(TALK, found(TALK, (), themes))
        assert [text for text in headings(composed) if "entor" in text] == ["Mentors", f"{label}: visits"]
        assert composed.title == "Mentors"


@pytest.mark.parametrize(
    ("labels", "shares", "title", "subtitle"),
    [
        (("Mentor", "Transport costs", "Forms"), (0.5, 0.25, 0.1), "Mentor", "What was shared in the session of 22\u00a0September\u00a02020"),
        (("Gold mines", "Transport costs", "Forms"), (0.6, 0.25, 0.1), "Business Advisory Services: what was shared on 22 September 2020", "On gold mines, transport costs and forms"),
        (("Mentor", "Transport costs"), (0.3, 0.25), "Mentor", ""),
        (("Mentor", "Transport costs", "Forms"), (0.4, 0.35, 0.1), "Business Advisory Services: what was shared on 22 September 2020", "On mentor, transport costs and forms"),
        (("Mentor", "Transport costs", "Forms", "Visits"), (0.2, 0.2, 0.1, 0.1), "Business Advisory Services: what was shared on 22 September 2020", "On mentor, transport costs, forms and 1 further topic"),
    ],
)
def test_a_title_names_topics_only_if_they_hold_much_of_the_session_and_are_spoken_of(labels, shares, title, subtitle):
    themes = [theme(n, TALK, label=label, salience=share, summary=(said(TALK, "turn", n % 3 and 2),)) for n, (label, share) in enumerate(zip(labels, shares, strict=True))]
    composed = paper(TALK, found(TALK, (), themes))
    assert composed.title == title and composed.subtitle.startswith(subtitle)
    assert composed.how_to_cite.count("Business Advisory Services") == 1


def test_topics_are_named_in_their_order_and_the_longest_of_many():
    def named(count):
        talk = session([(f"Speaker {n}", f"We weigh crate number {n}.") for n in range(count)])
        places = [Span(first_turn=n, start=0, last_turn=n, end=5, from_time=10.0 * n, to_time=10.0 * n) for n in range(count)]
        quoted = [said(talk, "turn", n).model_copy(update={"quote": f"Crate number {n} of this year's harvest of pears is weighed twice."}) for n in range(count)]
        themes = [theme(n, talk, label=f"Crate {chr(65 + n)}", spans=(places[n],), summary=(quoted[n],)) for n in reversed(range(count))]
        return re.findall("Crate (.)", paper(talk, found(talk, (), themes)).abstract)

    assert "".join(named(6)) == "ABCDEF" and "".join(named(9)) == "EFGHI"


def test_what_was_announced_titles_a_paper_without_title_or_agenda():
    announced = said(TALK, "turn", 1)
    announced = announced.model_copy(update={"quote": announced.quote[:9], "end": announced.start + 9})
    told = found(TALK, (), [theme(0, TALK)]).model_copy(update={"subject": announced})
    assert paper(TALK, told).title == announced.quote.strip()
    for known in ({"title": "Cold trucks"}, {"agenda": ("Cold trucks",)}):
        assert paper(TALK.model_copy(update=known), told).title != announced.quote.strip()
    assert paper(TALK, told.model_copy(update={"people_named": (announced.quote.split()[0],)})).title != announced.quote.strip()


@pytest.mark.parametrize("policy", list(Policy))
def test_a_transcript_that_does_not_tell_who_spoke_makes_nobody_a_speaker(policy):
    talk = session((("Presenter", SPEECH[0][1]), ("Presenter", "We print it in two colours on one page.")))
    practice = finding(Kind.PRACTICE, said(talk, "turn", 0))
    composed = paper(talk, found(talk, [practice]), policy)
    text = composed.to_json()
    told = ("nor who spoke", "do not tell who spoke")
    assert [words in text for words in told] == ([True, False] if policy is Policy.CHATHAM_HOUSE else [False, True]), "once"
    assert "Presenter" not in text and "Who to ask" not in text and "1 person" not in text and "Speakers are named" not in text
    named = session((("Presenter", SPEECH[0][1]), SPEECH[1]))
    assert "2 people spoke" in block_of(paper(named, found(named)), "about").runs[0].text, "of two speakers a transcript tells who spoke"


def test_who_only_set_a_reaction_neither_spoke_nor_wrote():
    quiet = Participant(id="quiet", name="Naledi Khumalo")
    talk = TALK.model_copy(update={"participants": (*TALK.participants, quiet)})
    composed = paper(talk, found(talk))
    assert block_of(composed, "about").runs[0].text.startswith("3 people spoke or wrote")
    assert block_of(composed, "tiles") is None, "that all of them spoke is no further number"


def test_a_paper_says_nothing_of_a_community_that_nobody_supplied():
    bare = Community(code="bas", name="Advice")
    composed = compose(TALK, found(TALK, EVERY_KIND, [theme(0, TALK)]), bare, Privacy(TALK, bare.privacy))
    assert [head for head, _ in composed.imprint] == ["How it was made", "Privacy"]
    text = composed.to_json()
    assert [claim for claim in ("members", "community of practice", "secretariat", "has agreed", "CC BY") if claim in text] == []


def test_a_chapter_is_called_by_what_is_in_it():
    kinds = {kind: finding(kind, said(TALK, "turn", 1), id=kind.value, leans=True) for kind in (Kind.CHALLENGE, Kind.RECOMMENDATION, Kind.DECISION)}
    assert "Challenges, recommendations and decisions" in headings(paper(TALK, found(TALK, kinds.values())))
    kinds |= {kind: finding(kind, said(TALK, "turn", 1), id=kind.value, leans=True) for kind in (Kind.LESSON, Kind.COMMITMENT)}
    heading = next(text for text in headings(paper(TALK, found(TALK, kinds.values()))) if text.startswith("Lessons,"))
    assert heading == "Lessons, challenges and more"
    assert headings(paper(TALK, found(TALK, [kinds[Kind.DECISION]])))[1:3] == ["Decisions", "Who took part"]


def test_without_a_roll_nobody_is_said_to_have_taken_part():
    attendance = SOURCE.model_copy(update={"kind": ExportKind.ATTENDANCE})
    told = {known: paper(TALK.model_copy(update={"sources": sources}), found(TALK)) for known, sources in ((True, (SOURCE, attendance)), (False, (SOURCE,)))}
    about = {known: block_of(composed, "about").runs[0].text for known, composed in told.items()}
    assert about[True].startswith("3 people took part in this session of 1 minute, and all of them spoke.")
    assert about[False].startswith("3 people spoke or wrote in this session of 1 minute, and all of them spoke.")
    assert {known: "do not tell how many listened" in composed.to_json() for known, composed in told.items()} == {True: False, False: True}


def test_the_imprint_names_only_the_exports_that_there_were():
    transcript = SOURCE.model_copy(update={"kind": ExportKind.TRANSCRIPT})
    chat = SOURCE.model_copy(update={"kind": ExportKind.CHAT})
    made = [dict(paper(TALK.model_copy(update={"sources": sources}), found(TALK)).imprint)["How it was made"] for sources in ((transcript,), (chat, transcript))]
    assert "from the recording's transcript. " in made[0]
    assert "from the recording's transcript and the chat. " in made[1]


def card_of(**more) -> dict[str, str]:
    practice = finding(Kind.PRACTICE, said(TALK, "turn", 0).model_copy(update={"quote": "We print it in two colours."}), **{"statement": "We print it in two colours on one page.", **more})
    [card] = [block for block in paper(TALK, found(TALK, [practice])).blocks if isinstance(block, Card)]
    return {label: "".join(run.text for run in runs if not run.cite) for label, runs in card.rows}


def test_a_card_says_nothing_twice_and_nothing_that_is_too_little():
    assert list(card_of()) == ["What they do", "Told"]
    rows = card_of(fields={"how": "in two colours", "for_whom": "the client", "who": "Teams", "result": "the queue is gone by noon"})
    assert list(rows) == ["What they do", "What came of it", "Told"]
    assert rows["What came of it"] == "The queue is gone by noon."


@pytest.mark.parametrize(
    ("around", "missing"),
    [
        ("It takes an hour.", "for whom and what came of it"),
        ("The traders take it home.", "what came of it"),
        ("We did it with 17 of them since May, and 14 are still open.", "for whom"),
        ("It helped the traders to open on time.", None),
    ],
)
def test_a_card_says_that_nothing_was_said_only_where_nothing_was(around, missing):
    part = said(TALK, "turn", 0).model_copy(update={"start": 60, "quote": around})
    practice = finding(Kind.PRACTICE, said(TALK, "turn", 0).model_copy(update={"quote": "We print it in two colours."}), statement="We print it in two colours on one page.", around=(part,))
    told = block_of(paper(TALK, found(TALK, [practice])), "review-to-fill-in").runs[1].text
    assert (f"({missing})" in told) if missing else "on these practices" not in told, "the reviewers are told, the readers are not"


def test_a_link_without_a_name_says_where_it_leads():
    link = finding(Kind.RESOURCE, said(TALK, "message", 0), theme="t0", fields={"url": "https://www.example.org/x1", "title": "see this"})
    table = block_of(paper(TALK, found(TALK, [link], [theme(0, TALK)])), "resources-table")
    assert table.rows[0][0][0].text == "A page of example.org, shared when the topic was “Topic number 0”"


def test_who_offered_a_resource_is_told_only_where_it_tells_them_apart():
    links = [finding(Kind.RESOURCE, said(TALK, where, 0), id=f"r{where}", fields={"url": f"https://example.org/{where}", "title": f"The {where} guide"}) for where in ("turn", "message")]
    assert len(block_of(paper(TALK, found(TALK, links)), "resources-table").header) == 2
    assert {row[2][0].text for row in block_of(paper(TALK, found(TALK, links), Policy.NAMED), "resources-table").rows} == {"Thandeka Mokgosi", "Ayesha Daniels"}


@pytest.mark.parametrize(
    ("said_first", "then", "shown_"),
    [
        ("We keep the register at the counter.", "I agree, ours is there as well.", True),
        ("When the rain comes we move the stalls inside.", "I agree, ours go there as well.", True),
        ("Does anybody object to the register.", "I agree with what you said.", False),
        ("We keep the register at the counter.", "I agree with what you said, I mean,", False),
    ],
)
def test_agreement_is_shown_only_with_a_statement_and_whole(said_first, then, shown_):
    talk = session((*SPEECH, ("Ayesha Daniels", said_first), ("Pieter Louw", then)))
    reply = Reply(to=said(talk, "turn", 4), by=said(talk, "turn", 5), agrees=True)
    composed = paper(talk, found(talk, (), [theme(0, talk, replies=(reply,))]))
    assert (block_of(composed, "theme-t0-replies") is not None) is shown_


@pytest.mark.parametrize(("rest", "stands"), [("but we also would like.", False), ("and then we had to.", False), ("and this is what the traders like.", True)])
def test_what_breaks_off_does_not_stand_alone(rest, stands):
    one = finding(Kind.CHALLENGE, said(TALK, "turn", 0), statement=f"Traders have to bring all of their papers to the counter {rest}")
    assert stands_alone(one) is stands


def test_a_quotation_that_only_thanks_or_hides_several_names_opens_no_theme():
    lines = ("Thanks, everybody, that sounds incredibly exciting.", "Pieter Louw brings the list and Ayesha Daniels brings the form.", "We keep the register of all the river towns at the counter.")
    talk = session((*SPEECH, *zip(("Ayesha Daniels", "Pieter Louw", "Ayesha Daniels"), lines, strict=True)))
    composed = paper(talk, found(talk, (), [theme(0, talk, summary=tuple(said(talk, "turn", n) for n in (4, 5, 6)))]))
    assert [block.runs[0].text for block in composed.blocks if isinstance(block, Quote)] == [lines[2]]


def test_a_story_says_how_it_went_on():
    talk = session((("Ayesha Daniels", "It rained. In May she came late to the shop that she had rented. then the roof fell in, and she closed. It was cold."), *SPEECH))
    story = finding(Kind.STORY, in_turn(talk, "In May she came late to the shop that she had rented."), statement="In May she came late to the shop that she had rented.")
    [card] = [block for block in paper(talk, found(talk, [story])).blocks if isinstance(block, Card)]
    assert dict(card.rows)["How it went on"][0].text == "“Then the roof fell in, and she closed. It was cold.”"


def test_a_story_that_never_comes_to_its_point_is_told_with_its_theme():
    talk = session((("Ayesha Daniels", "In May she came late to the shop that she had rented. And we asked ourselves why."), *SPEECH))
    story = finding(Kind.STORY, in_turn(talk, "In May she came late to the shop that she had rented."), id="story", theme="t0", statement="In May the owner came late to the shop that she had rented.")
    composed = paper(talk, found(talk, [story], [theme(0, talk)]))
    assert "Stories" not in headings(composed) and block_of(composed, "theme-t0-points").ids == ("story",)


def test_an_answer_is_quoted_in_its_passages_and_says_where_some_was_left_out():
    answer = "Yes. I have looked. The fund pays for the first six weeks. Then we see."
    talk = session((*SPEECH, ("Pieter Louw", answer)), CHAT)
    whole = said(talk, "turn", len(talk.turns) - 1)
    yes, fund = (whole.model_copy(update={"start": a, "end": b, "quote": answer[a:b]}) for a, b in ((0, 4), (20, 58)))
    question = finding(Kind.QUESTION, said(talk, "turn", 3), fields={"state": "answered"}, answers=(yes, fund))
    composed = paper(talk, found(talk, [question]))
    reply = block_of(composed, "questions-table").rows[0][2]
    assert "".join(run.text for run in reply) == "Yes. […] The fund pays for the first six weeks."
    cited = [run.cite for run in reply if run.cite]
    assert [entry.quote for entry in composed.blocks if isinstance(entry, EvidenceEntry) and entry.number in cited] == [yes.quote, fund.quote]


@pytest.mark.parametrize(("rest", "printed"), [("Two from each valley.", True), ("Or do you mean June?", False), ("The hall is full of chairs, tables and books that nobody has taken home since the winter, so do not bring more of them, please.", False)])
def test_a_short_message_is_printed_whole_where_something_of_it_answers(rest: str, printed: bool):
    told = f"12 May, town hall. Yes you can! {rest}"
    talk = session(SPEECH, (*CHAT, ("Pieter Louw", told)))
    whole = said(talk, "message", len(talk.messages) - 1)
    yes = whole.model_copy(update={"start": 19, "end": 31, "quote": told[19:31]})
    question = finding(Kind.QUESTION, said(talk, "turn", 3), fields={"state": "answered"}, answers=(yes,))
    reply = block_of(paper(talk, found(talk, [question])), "questions-table").rows[0][2]
    assert "".join(run.text for run in reply) == (told if printed else "Yes you can!")


@pytest.mark.parametrize(
    ("reply", "question", "printed"),
    [
        ("On the second, yes, the fund pays for six weeks.", "Does it pay?", "Yes, the fund pays for six weeks."),
        ("Yeah, the fund pays the mentors in the town.", "And who pays the mentors?", "The fund pays the mentors in the town."),
        ("Yeah, the fund pays the mentors in the town.", "Does the fund pay those who mentor?", "Yeah, the fund pays the mentors in the town."),
        ("Well, you'll be aware that the fund pays for six weeks.", "Who pays?", "The fund pays for six weeks."),
        ("You are correct to say that the fund pays for six weeks.", "Who pays?", "The fund pays for six weeks."),
        ("So we do not.", "Who pays?", "So we do not."),
        ("You will be aware, all, that, in short, the fund pays for it.", "Who pays?", "In short, the fund pays for it."),
        ("Now that the fund is there, we pay. So it goes.", "Who pays?", "Now that the fund is there, we pay. So it goes."),
    ],
)
def test_a_reply_is_printed_without_what_leads_on_to_it(reply: str, question: str, printed: str):
    talk = session((("Pieter Louw", question), ("Ayesha Daniels", reply)))
    asked = finding(Kind.QUESTION, said(talk, "turn", 0), statement=question, fields={"state": "answered"}, answers=(said(talk, "turn", 1),))
    composed = paper(talk, found(talk, [asked.model_copy(update={"status": Status.ACCEPTED})]))
    told = block_of(composed, "questions-table").rows[0][2]
    assert "".join(run.text for run in told) == printed
    assert [entry.quote for entry in composed.blocks if isinstance(entry, EvidenceEntry) and entry.number == told[-1].cite] == [reply]


@pytest.mark.parametrize(("state", "answered", "told"), [("open", False, "No answer found"), ("open", True, "Left open"), ("partly", True, "Perhaps replied to"), ("declined", True, "Answer declined"), ("answered", True, "Replied to")])
def test_a_question_is_left_open_only_where_somebody_says_so(state: str, answered: bool, told: str):
    question = finding(Kind.QUESTION, said(TALK, "turn", 3), theme="t0", fields={"state": state}, answers=(said(TALK, "turn", 2),) if answered else ())
    other = finding(Kind.QUESTION, said(TALK, "turn", 3), id="other", statement="Who prints the forms for the traders?")
    composed = paper(TALK, found(TALK, [question, other], [theme(0, TALK)]))
    table = block_of(composed, "questions-table")
    assert table.rows[table.ids.index(question.id)][1][0].text == told
    assert (block_of(composed, "theme-t0-open") is not None) is (told == "Left open")
    lists = dict(entry for column in contents(composed, BRIEF[0])["columns"] for entry in column)
    assert ("Asked and left open" in lists) is (told == "Left open")


def test_questions_are_told_with_their_time_and_topic_and_both_kinds_of_replies_explained():
    first, again, second = (finding(Kind.QUESTION, said(TALK, "turn", n), id=f"q{n}", theme=f"t{t}", fields={"state": state}, answers=answers) for n, t, state, answers in ((1, 0, "replied", (said(TALK, "turn", 2),)), (2, 0, "open", ()), (3, 1, "partly", (said(TALK, "turn", 0),))))
    composed = paper(TALK, found(TALK, [second, again, first], [theme(0, TALK), theme(1, TALK)]))
    table = block_of(composed, "questions-table")
    assert [row[0][-1].text for row in table.rows] == [" At 0:00:10, on “Topic number 0”.", " At 0:00:20, on “Topic number 0”.", " At 0:00:30, on “Topic number 1”."]
    assert [row[1][0].text for row in table.rows] == ["Replied to", "No answer found", "Perhaps replied to"] and block_of(composed, "questions-about") is not None
    alike = second.model_copy(update={"fields": {"state": "answered"}})
    assert block_of(paper(TALK, found(TALK, [first, alike])), "questions-about") is None


def test_an_answer_of_whoever_asked_and_a_proposal_that_nobody_was_against_are_told():
    asked = "Who pays for the mentor? The short answer is the fund. " + "It pays from the first week on, and it does so in every town of the valley. " * 9
    talk = session((("Pieter Louw", asked), ("Ayesha Daniels", "Is anybody against the new list of towns?")))
    whole = said(talk, "turn", 0)
    question, answer = whole.model_copy(update={"end": 24, "quote": asked[:24]}), whole.model_copy(update={"start": 25, "end": 54, "quote": asked[25:54]})
    own = finding(Kind.QUESTION, question, id="own", fields={"state": "answered"}, answers=(answer,))
    call = finding(Kind.QUESTION, said(talk, "turn", 1), id="call", fields={"state": "unopposed"})
    table = block_of(paper(talk, found(talk, [own, call])), "questions-table")
    assert table.ids == ("own", "call") and table.rows[1][1][0].text == "Nobody objected"
    assert block_of(paper(talk, found(talk, [own.model_copy(update={"answers": ()}), call, call.model_copy(update={"id": "again"})])), "questions-table").ids == ("call", "again")


def test_passages_of_an_answer_that_stand_side_by_side_have_no_mark_between_them():
    spoken = "The fund pays. It pays for six weeks. Then it stops."
    talk = session((("Pieter Louw", "Who pays for the mentor of the trader?"), ("Ayesha Daniels", spoken), ("Pieter Louw", "And who prints the forms of the fund?")))
    whole = said(talk, "turn", 1)
    first, second, third = (whole.model_copy(update={"start": a, "end": b, "quote": spoken[a:b]}) for a, b in ((0, 14), (15, 37), (38, 52)))
    for answers, printed in (((first, second), "The fund pays. It pays for six weeks."), ((first, third), "The fund pays. […] Then it stops.")):
        asked = finding(Kind.QUESTION, said(talk, "turn", 0), id="q", fields={"state": "answered"}, answers=answers)
        table = block_of(paper(talk, found(talk, [asked, finding(Kind.QUESTION, said(talk, "turn", 2), id="r")])), "questions-table")
        assert "".join(run.text for run in table.rows[0][2]) == printed


def test_a_single_question_is_told_with_its_topic():
    asked = finding(Kind.QUESTION, said(TALK, "turn", 3), id="asked", theme="t0", fields={"state": "open"})
    for answers, told in (((), " No answer found."), ((said(TALK, "turn", 2),), f" Left open: {SPEECH[2][1]}")):
        composed = paper(TALK, found(TALK, [asked.model_copy(update={"answers": answers})], [theme(0, TALK)]))
        [item] = block_of(composed, "theme-t0-asked-points").items
        assert "Questions" not in headings(composed) and block_of(composed, "theme-t0-elsewhere") is None
        assert "".join(run.text for run in item) == f"{asked.statement}{told}"


def test_of_two_questions_with_the_same_reply_one_is_told():
    reply = (said(TALK, "turn", 2),)
    first, again = (finding(Kind.QUESTION, said(TALK, "turn", n), id=f"q{n}", fields={"state": "answered"}, answers=reply) for n in (3, 1))
    other = finding(Kind.QUESTION, said(TALK, "turn", 0), id="other")
    composed = paper(TALK, found(TALK, [first, again, other]))
    assert block_of(composed, "questions-table").ids == (other.id, first.id)


def test_a_question_with_a_reply_stands_in_the_paper_wherever_it_ranks():
    before = [finding(Kind.RESOURCE, said(TALK, "turn", 0), id=f"r{n}", statement=f"The stall of the town has number {n} on its door.") for n in range(LEADING)]
    asked = [finding(Kind.QUESTION, said(TALK, "turn", n), id=f"q{n}", fields={"state": "answered"}, answers=(said(TALK, "turn", 2),) if n == 3 else ()) for n in (3, 1)]
    assert block_of(paper(TALK, found(TALK, [*before, *asked])), "questions-table").ids == (asked[0].id,)


def test_questions_stand_in_the_order_in_which_they_were_asked():
    without, answered = (finding(Kind.QUESTION, said(TALK, "turn", n), fields={"state": state}, answers=answers) for n, state, answers in ((1, "open", ()), (3, "partly", (said(TALK, "turn", 2),))))
    assert block_of(paper(TALK, found(TALK, [answered, without])), "questions-table").ids == (without.id, answered.id)


@pytest.mark.parametrize(("text", "quoted"), [("And Thandi asks whether the office of the district pays for the stalls.", False), ("Small traders grew faster in the winter than we thought they would.", True), ("When we opened the stall, owners came from three towns of the valley.", True), ("The smaller towns of the province may not have.", False), ("So that page of the fund has a list of all the stalls.", False), ("This small stall has a row of cards that lead to all of the towns.", False), ("And it is clear that the stalls of the river towns open in May.", True), ("There are forty stalls in the towns by the river.", True), ("Now we have consensus to print the list of the stalls in May.", False), ("First class stalls have a roof and a door to the market hall.", True), ("First, the stalls have a roof and a door to the market hall.", False), ("To print the list of the stalls as you walk to the river towns.", False), ("To print the list of all the stalls takes the office a day.", True), ("There are also forty stalls in the towns by the river.", False), ("However, the stalls of the river towns open in May.", False), ("For the river towns the problem with the stalls will be a different one.", False), ("As you can see, the stalls of the river towns open in May.", False), ("One is a list of stalls that the office of the district keeps.", False), ("The stalls of the river towns, as you rightly say, open in March.", False), ("Thandi asked, does anybody have a list of all the stalls in the towns.", False)])
def test_what_opens_a_topic_asks_nothing_and_is_whole(text: str, quoted: bool):
    talk = session((("Ayesha Daniels", text), *SPEECH))
    composed = paper(talk, found(talk, (), (theme(0, talk, summary=(said(talk, "turn", 0),)),)))
    assert any(isinstance(block, Quote) for block in composed.blocks) is quoted


def test_the_method_speaks_of_cards_only_where_there_are_some():
    titled = [f.model_copy(update={"fields": {"title": "Visiting the site"}}) if f.kind is Kind.STORY else f for f in EVERY_KIND]
    told = " ".join(run.text for block in paper(TALK, found(TALK, titled, (theme(0, TALK),))).blocks for run in getattr(block, "runs", ()))
    without = " ".join(run.text for block in paper(TALK, found(TALK)).blocks for run in getattr(block, "runs", ()))
    assert "titles of some cards" in told and "titles of some cards" not in without


def test_how_a_topic_ended_stands_before_what_was_said_and_is_quoted_nowhere_else():
    talk = session((*SPEECH, ("Chair", "We have agreement to print the list in May."), ("Thandeka Mokgosi", "Let us come back to the list of the towns at the next meeting.")))
    ended = Ending(state=EndingState.PROPOSED, said=said(talk, "turn", 4), reply=said(talk, "turn", 5))
    point = finding(Kind.LESSON, said(talk, "turn", 1), id="l", theme="t0", sure_of_kind=False, statement=PLAIN)
    composed = paper(talk, found(talk, (point,), (theme(0, talk, summary=(said(talk, "turn", 5),), endings=(ended,)),)))
    ids = [block.id for block in composed.blocks]
    assert ids.index("theme-t0-came") < ids.index("theme-t0-came-to") < ids.index("theme-t0-points") and "theme-t0-quote-1" not in ids
    [item] = block_of(composed, "theme-t0-came-to").items
    assert "".join(run.text for run in item) == (
        "Proposed, not settled (at 0:00:40): “We have agreement to print the list in May.” "
        "In reply (at 0:00:50): “Let us come back to the list of the towns at the next meeting.”"
    )
    assert [run.text for run in item if run.bold] == ["Proposed, not settled", " In reply"] and sum(bool(run.cite) for run in item) == 2


def test_what_was_put_to_all_and_agreed_is_told_as_a_pair():
    talk = session((*SPEECH, ("Chair", "Do we have agreement to print the list in May?"), ("Thandeka Mokgosi", "Congratulations, you have it.")))
    ended = Ending(state=EndingState.GRANTED, said=said(talk, "turn", 4), reply=said(talk, "turn", 5))
    point = finding(Kind.LESSON, said(talk, "turn", 1), id="l", theme="t0", sure_of_kind=False, statement=PLAIN)
    [item] = block_of(paper(talk, found(talk, (point,), (theme(0, talk, endings=(ended,)),))), "theme-t0-came-to").items
    assert "".join(run.text for run in item) == "Put to all (at 0:00:40): “Do we have agreement to print the list in May?” Agreed (at 0:00:50): “Congratulations, you have it.”"


@pytest.mark.parametrize(("state", "label"), [(EndingState.NEXT, "Next step"), (EndingState.CONCLUDED, "Said at the end"), (EndingState.UNCHANGED, "No change"), (EndingState.WITHDRAWN, "Not taken further"), (EndingState.NOT_ASKED, "Not put to a decision")])
def test_what_was_said_in_passing_is_told_as_no_decision(state: EndingState, label: str):
    talk = session((*SPEECH, ("Chair", "So, um, the plan is to print the list in May.")))
    composed = paper(talk, found(talk, (), (theme(0, talk, endings=(Ending(state=state, said=said(talk, "turn", 4)),)),)))
    [item] = block_of(composed, "theme-t0-came-to").items
    assert "".join(run.text for run in item) == f"{label} (at 0:00:40): “The plan is to print the list in May.”"


def test_who_supported_what_was_put_to_all_is_told_with_it():
    talk = session((*SPEECH, ("Chair", "I ask for consensus on the list of towns."), ("Thandeka Mokgosi", "I support the list of towns.")))
    ended = Ending(state=EndingState.SUPPORTED, said=said(talk, "turn", 4), reply=said(talk, "turn", 5))
    [item] = block_of(paper(talk, found(talk, (), (theme(0, talk, endings=(ended,)),))), "theme-t0-came-to").items
    assert [run.text for run in item if run.bold] == ["Put to all", " In support"]


def test_where_a_statement_stands_is_said_in_front_of_it_in_the_paper_and_in_the_brief():
    agreed = finding(Kind.DECISION, said(TALK, "turn", 0), id="d", statement="From May on every new trader of the rural towns gets a mentor.", fields={"outcome": "settled"}, settled=(said(TALK, "turn", 2),))
    refused = finding(Kind.RECOMMENDATION, said(TALK, "message", 0), id="r", disputed=(said(TALK, "turn", 3),))
    composed = paper(TALK, found(TALK, [agreed, refused], [theme(0, TALK)]))
    [decision], [advice] = (block_of(composed, f"kind-{kind}-list").items for kind in ("decision", "recommendation"))
    assert (decision[0].text, decision[0].bold, advice[0].text) == ("Agreed. ", True, "Not agreed. ")
    assert sum(bool(run.cite) for run in decision) == 2 and "Said of it later" not in "".join(run.text for run in decision)
    assert block_of(composed, "messages").items[0][0].text == "Agreed. "
    [told] = [texts for column in contents(composed, BRIEF[-1])["columns"] for heading, texts in column if heading == "Recommendations"]
    assert told[0].words.startswith("Not agreed. Everybody should know") and "Said of it later" not in told[0].words + told[0].note
    says_so = agreed.model_copy(update={"statement": "We have consensus that every new trader of the rural towns gets a mentor."})
    [decision] = block_of(paper(TALK, found(TALK, [says_so])), "kind-decision-list").items
    assert decision[0].text == says_so.statement


def test_what_comes_next_is_a_chapter_and_stands_in_the_brief():
    talk = session((*SPEECH, ("Chair", "the next webinar is on Tuesday the third of May. I am glad. Please write to me by Friday.")))
    whole = said(talk, "turn", 4)
    parts = tuple(whole.model_copy(update={"start": start, "end": start + len(text), "quote": text}) for text in ("the next webinar is on Tuesday the third of May.", "Please write to me by Friday.") for start in (whole.quote.index(text),))
    composed = paper(talk, found(talk).model_copy(update={"coming": parts}))
    assert "What comes next" in headings(composed)
    told = "Announced at the end (at 0:00:40): “The next webinar is on Tuesday the third of May. […] Please write to me by Friday.”"
    assert "".join(run.text for run in block_of(composed, "next-session").runs) == told
    assert [told.partition(": ")[2]] in [[said.words for said in entry] for column in contents(composed, BRIEF[0])["columns"] for heading, entry in column if heading == "What comes next"]
    assert "What comes next" not in headings(paper(talk, found(talk)))


@pytest.mark.parametrize(("publisher", "cited"), [("", "draft."), ("Network of advisers", "draft. Network of advisers.")])
def test_a_citation_names_a_community_that_publishes_itself_once(publisher, cited):
    community = COMMUNITY.model_copy(update={"publisher": publisher})
    told = compose(TALK, found(TALK), community, Privacy(TALK, Policy.ROLES)).how_to_cite
    assert told.startswith("Business Advisory Services (2020).") and told.endswith(cited)


def test_a_topic_tells_what_has_the_shape_of_news_before_what_ranks_higher():
    plain = [finding(Kind.LESSON, said(TALK, "turn", 1), id=f"p{n}", theme="t0", sure_of_kind=False, statement=f"{PLAIN} Number {n}.") for n in range(SAID)]
    talk = session((*SPEECH, ("Pieter Louw", "In the first year we lent out 300 carts to you, and eleven came back broken.")))
    news = finding(Kind.STORY, said(talk, "turn", 4), id="news", theme="t0", sure_of_kind=False)
    points = block_of(paper(talk, found(talk, [*plain, news], [theme(0, talk)])), "theme-t0-points")
    assert points.ids == ("p0", "p1", "p2", "news"), "they stand in the order of their rank"


def test_a_resource_without_an_address_is_told_with_its_topic_if_it_tells_something():
    talk = session((("Pieter Louw", "The register of traders in our district is open for new names from today."),))
    offered = finding(Kind.RESOURCE, said(talk, "turn", 0), id="open", theme="t0")
    assert block_of(paper(talk, found(talk, [offered], [theme(0, talk)])), "theme-t0-points").ids == ("open",)
    held = offered.model_copy(update={"statement": f"{offered.statement} https://example.org/a"})
    assert block_of(paper(talk, found(talk, [held], [theme(0, talk)])), "theme-t0-points") is None


def test_what_is_told_below_leads_there_in_every_form():
    practice = finding(Kind.PRACTICE, said(TALK, "turn", 0), id="practice", theme="t0")
    lesson = finding(Kind.LESSON, said(TALK, "turn", 1), id="lesson", theme="t0")
    composed = paper(TALK, found(TALK, [practice, lesson], [theme(0, TALK, summary=(said(TALK, "turn", 2), said(TALK, "turn", 3), said(TALK, "message", 0)))]))
    targets = {run.to for run in block_of(composed, "theme-t0-elsewhere").runs if run.to}
    page = render_html(composed).decode()
    with zipfile.ZipFile(io.BytesIO(render_docx(composed))) as document:
        word = document.read("word/document.xml").decode()
    assert "finding-practice" in targets
    for to in targets:
        assert f'<a href="#{to}">' in page and f'id="{to}"' in page
        name = next(unit.anchor for unit in units(composed) if unit.block == to)
        assert f'w:hyperlink w:anchor="{name}"' in word and f'w:name="{name}"' in word


def test_where_no_full_stops_show_its_sentences_nothing_leads_a_paper():
    run = "we take the growers to the market and they see how the owner packs the crates and then we all go home again by the river road "
    talk = session((("Thandeka Mokgosi", run * 3), ("Pieter Louw", SPEECH[1][1].rstrip("."))), CHAT)
    spoken, written = finding(Kind.LESSON, said(talk, "turn", 1), id="l", theme="t0"), finding(Kind.RECOMMENDATION, said(talk, "message", 0), id="r", theme="t0")
    composed = paper(talk, found(talk, [spoken, written], [theme(0, talk, summary=(said(talk, "turn", 1),))]))
    blocks = {block.id: block for block in composed.blocks}
    assert "messages" not in blocks
    assert not any(isinstance(block, Quote) for block in composed.blocks)
    assert LITTLE_TOLD in composed.notice and LITTLE_TOLD not in paper(TALK, found(TALK)).notice
    assert SPEECH[1][1].rstrip(".") not in str(composed.blocks), "no piece of such speech is a statement"
    assert "kind-recommendation-list" in blocks, "what was written has sentences"


@pytest.mark.parametrize(("words", "quoted"), [("Pieter, the stalls of the river towns open in March and close in May.", False), ("The stalls that Pieter built in the river towns open in March.", True)])
def test_no_topic_opens_with_what_was_said_to_somebody_by_name(words: str, quoted: bool):
    talk = session((("Ayesha Daniels", words), ("Pieter Louw", "Good morning."), SPEECH[1]))
    composed = paper(talk, found(talk, (), (theme(0, talk, summary=(said(talk, "turn", 0),)),)))
    assert (block_of(composed, "theme-t0-quote-1") is not None) is quoted


def test_reviewers_of_speech_without_full_stops_are_asked_of_no_pieces_of_sentences():
    run = "we take the growers to the market and they see how the owner packs the crates and then we all go home again by the river road "
    words = "the committee keeps the seed of the whole valley in large clay pots"
    talk = session((("Thandeka Mokgosi", run * 3), ("Grower", words)), (("Grower", f"{words.capitalize()}."),))
    finds = [finding(Kind.LESSON, said(talk, where, index), id=where, statement=f"{words.capitalize()}.", stands_alone=False) for where, index in (("turn", 1), ("message", 0))]
    assert block_of(paper(talk, found(talk, finds)), "review-table").ids == ("message",)



def test_a_topic_is_told_in_time_and_a_card_called_by_its_own_name_or_its_kind():
    later, sooner = (finding(Kind.PRACTICE, said(TALK, "turn", n), id=f"f{n}") for n in (2, 1))
    assert [f.id for f in topics.as_told([later, sooner])] == ["f1", "f2"]
    assert cards.titles([sooner, later], lambda f: "Weighing crates") == {"f1": "Weighing crates", "f2": "Practice"}
    assert cards.titles([sooner], lambda f: "") == {"f1": "Practice"}
