"""What a paper holds for sessions of every shape; fictional, made by hand."""

from __future__ import annotations

import pytest

from copaper.communities import Community, Policy
from copaper.papers.choosing import stands_alone
from copaper.papers.compose import compose
from copaper.papers.leaflets import BRIEF, contents
from copaper.papers.messages import KEY_MESSAGES
from copaper.papers.names import withheld_names
from copaper.papers.placing import MOST, SAID
from copaper.papers.html import first_citations, render_html
from copaper.papers.pdf import render_pdf
from copaper.papers.units import units
from copaper.papers.verdicts import VERDICT
from copaper.privacy import Privacy
from copaper.records import (
    Card,
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
    Kind.COMMITMENT: "I will write it down: ", Kind.DECISION: "It is agreed: ",
}  # fmt: skip
"""What makes any sentence one of a kind: nothing else enters the section of its kind."""


def finding(kind: Kind, evidence: Evidence, id: str = "", **more) -> Finding:
    statement = SAYS_SO.get(kind, "") + evidence.quote.rstrip(".") + ("?" if kind is Kind.QUESTION else ".")
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
    alone = [f for f in EVERY_KIND if f.kind is kind]
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
    composed = paper(TALK, found(TALK, [proposal, lesson], [theme(0, TALK, summary=proposal.evidence)]))
    blocks = {block.id: block for block in composed.blocks}
    assert blocks["messages"].ids == ("l",)
    [item] = blocks["kind-recommendation-list"].items
    assert f"Said of it later (participant, 0:00:30): “{SPEECH[3][1]}”".casefold() in "".join(run.text for run in item).casefold()
    assert "theme-t0-quote-1" not in blocks


def test_what_does_not_fit_goes_to_the_reviewers():
    many = [finding(Kind.LESSON, said(TALK, "turn", 1), id=f"l{n}", statement=f"{SPEECH[1][1]} Number {n}.") for n in range(MOST[Kind.LESSON] + 3)]
    composed = paper(TALK, found(TALK, many))
    [table] = [block for block in composed.blocks if isinstance(block, Table) and block.id == "review-table"]
    assert len(table.rows) == 3


def test_reviewers_see_each_finding_whole_by_kind_with_its_evidence_and_an_empty_place():
    texts = {f"l{n}": f"We learned on visit {n} that a list of all that a shop has in stock, made before anybody speaks of a loan, saves both sides a day." for n in range(3)}
    lessons = [finding(Kind.LESSON, said(TALK, "turn", 1), id=id_, theme="t0", statement=text, sure_of_kind=id_ != "l0") for id_, text in texts.items()]
    practice = finding(Kind.PRACTICE, said(TALK, "turn", 0), id="p")
    composed = paper(TALK, found(TALK, [*lessons, practice], [theme(0, TALK)]))
    [table] = [block for block in composed.blocks if isinstance(block, Table) and block.id == "verdicts-table"]
    assert table.ids == ("p", "l1", "l2", "l0")
    assert [row[0][0].text for row in table.rows] == ["Practice", "Lesson", "Lesson", "With its topic"]
    assert [row[1][0].text for row in table.rows][1:] == [texts[id_] for id_ in table.ids[1:]]
    known = {block.number for block in composed.blocks if isinstance(block, EvidenceEntry)}
    assert all(row[1][1].cite in known for row in table.rows)
    assert {row[2][0].text.strip() for row in table.rows} == {""} and table.widths[2] > table.widths[0]


@pytest.mark.parametrize(
    ("policy", "shown"),
    [(Policy.NAMED, "Thandeka Mokgosi"), (Policy.ROLES, "Participant"), (Policy.CHATHAM_HOUSE, "")],
)
def test_evidence_is_credited_as_the_policy_has_it(policy, shown):
    composed = paper(TALK, found(TALK, [finding(Kind.LESSON, said(TALK, "turn", 0))]), policy)
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
    composed = paper(TALK, found(TALK, (), [theme(0, TALK, label=label, phrases=phrases)]))
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
    sure = finding(Kind.CHALLENGE, said(TALK, "turn", 1), id="sure", theme="t0")
    unsure = finding(Kind.CHALLENGE, said(TALK, "turn", 2), id="unsure", theme="t0", sure_of_kind=False)
    composed = paper(TALK, found(TALK, [sure, unsure], [theme(0, TALK)]))
    by_id = {block.id: block for block in composed.blocks}
    assert by_id["kind-challenge-list"].ids == ("sure",)
    assert set(by_id["theme-t0-points"].ids) == {"sure", "unsure"}
    assert "unsure" in by_id["verdicts-table"].ids, "reviewers decide on it like on any other"
    kept = paper(TALK, found(TALK, [sure, unsure.model_copy(update={"status": Status.ACCEPTED})], [theme(0, TALK)]))
    assert [block for block in kept.blocks if block.id.startswith("kind-")] == [block for block in composed.blocks if block.id.startswith("kind-")]


def test_what_cannot_be_understood_alone_is_left_to_the_reviewers():
    hanging = finding(Kind.LESSON, said(TALK, "turn", 1), id="hanging", theme="t0", stands_alone=False)
    composed = paper(TALK, found(TALK, [hanging], [theme(0, TALK)]))
    assert {block.id for block in composed.blocks if "hanging" in getattr(block, "ids", ())} == {"review-table"}


@pytest.mark.parametrize(("end", "told"), [("some others in the province may not have.", False), ("some others in the province may not have one.", True)])
def test_what_ends_on_a_word_that_leads_on_is_left_to_the_reviewers(end: str, told: bool):
    open_ended = finding(Kind.RECOMMENDATION, said(TALK, "turn", 1), id="open", theme="t0", statement=f"Clients must be able to use a form that {end}")
    composed = paper(TALK, found(TALK, [open_ended], [theme(0, TALK)]))
    places = {block.id for block in composed.blocks if "open" in getattr(block, "ids", ())}
    assert (places == {"review-table"}) is not told and places


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


def test_a_card_quotes_little_of_what_stands_around():
    before = said(TALK, "turn", 1).model_copy(update={"quote": "First of all. " * 30 + "Then they came."})
    own = said(TALK, "turn", 1).model_copy(update={"start": 1})
    practice = finding(Kind.PRACTICE, own).model_copy(update={"around": (before,)})
    [card] = [block for block in paper(TALK, found(TALK, [practice])).blocks if block.type == "card"]
    assert next(inline for label, inline in card.rows if label == "Said before it")[0].text == "“Then they came.”"


def placed(findings) -> set[str]:
    """Return the ids of all findings that stand in the paper outside the reviewers' annex."""
    blocks = paper(TALK, found(TALK, findings, [theme(0, TALK)])).blocks
    return {id for block in blocks if block.id not in ("verdicts-table", "review-table") for id in getattr(block, "ids", ())}


@pytest.mark.parametrize("sure", [True, False], ids=["among its kind", "with its theme"])
def test_what_reviewers_decide_moves_nothing_else(sure: bool):
    most = MOST[Kind.STORY] if sure else SAID
    stories = [finding(Kind.STORY, said(TALK, "turn", 1), id=f"s{n}", theme="t0", sure_of_kind=sure, statement=f"{SPEECH[1][1]} Number {n}.") for n in range(most + 2)]
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


def block_of(composed, id: str):
    return next((block for block in composed.blocks if block.id == id), None)


def test_a_sentence_is_not_quoted_and_told_in_the_same_theme():
    evidence = said(TALK, "turn", 1)
    told_alone = finding(Kind.LESSON, evidence, id="loose", theme="t0", sure_of_kind=False)
    listed_too = finding(Kind.LESSON, evidence, id="listed", theme="t0")
    summed_up = theme(0, TALK, summary=(said(TALK, "turn", 0), evidence))
    alone = paper(TALK, found(TALK, [told_alone], [summed_up]))
    assert block_of(alone, "theme-t0-points").ids == ("loose",)
    assert block_of(alone, "theme-t0-quote-1") and not block_of(alone, "theme-t0-quote-2"), "the others keep their ids"
    twice = paper(TALK, found(TALK, [listed_too], [summed_up]))
    assert block_of(twice, "theme-t0-quote-2") and not block_of(twice, "theme-t0-points")
    assert block_of(twice, "kind-lesson-list").ids == ("listed",)


def test_what_reviewers_decide_on_a_quoted_sentence_leaves_the_quotations():
    evidence, summed_up = said(TALK, "turn", 1), theme(0, TALK, summary=(said(TALK, "turn", 1),))
    led = finding(Kind.LESSON, evidence, id="loose", theme="t0", sure_of_kind=False)
    rest = finding(Kind.LESSON, evidence, id="loose", theme="t0", sure_of_kind=False, stands_alone=False)
    for draft, quoted in ((led, False), (rest, True)):
        for status in (Status.DRAFT, Status.ACCEPTED, Status.REJECTED):
            composed = paper(TALK, found(TALK, [draft.model_copy(update={"status": status})], [summed_up]))
            assert (block_of(composed, "theme-t0-quote-1") is not None) is quoted, status


def test_two_themes_of_one_label_are_told_apart_and_do_not_both_make_the_title():
    for label in ("Mentors", "mentor"):
        themes = [theme(0, TALK, label="Mentors", phrases=("mentors", "fees")), theme(1, TALK, label=label, phrases=("mentors", "visits"))]
        composed = paper(TALK, found(TALK, (), themes))
        assert [text for text in headings(composed) if "entor" in text] == ["Mentors", f"{label}: visits"]
        assert composed.title == "Mentors"
    other = paper(TALK, found(TALK, (), [*themes, theme(2, TALK, label="Transport costs")]))
    assert other.title == "Mentors; transport costs"


@pytest.mark.parametrize("policy", list(Policy))
def test_a_transcript_that_does_not_tell_who_spoke_makes_nobody_a_speaker(policy):
    talk = session((("Presenter", SPEECH[0][1]), ("Presenter", "We print it in two colours on one page.")))
    practice = finding(Kind.PRACTICE, said(talk, "turn", 0))
    composed = paper(talk, found(talk, [practice]), policy)
    text = composed.to_json()
    told = ("nor who spoke", "do not tell who spoke")
    assert [words in text for words in told] == ([False, True] if policy is Policy.NAMED else [True, False]), "once"
    assert "Presenter" not in text and "Who to ask" not in text and "1 person" not in text and "Speakers are named" not in text
    named = session((("Presenter", SPEECH[0][1]), SPEECH[1]))
    assert "2 people spoke" in block_of(paper(named, found(named)), "about").runs[0].text, "of two speakers a transcript tells who spoke"


def test_who_only_set_a_reaction_neither_spoke_nor_wrote():
    quiet = Participant(id="quiet", name="Naledi Khumalo")
    talk = TALK.model_copy(update={"participants": (*TALK.participants, quiet)})
    assert block_of(paper(talk, found(talk)), "tiles").items[0] == ("3", "people spoke or wrote")


def test_a_paper_says_nothing_of_a_community_that_nobody_supplied():
    bare = Community(code="bas", name="Advice")
    composed = compose(TALK, found(TALK, EVERY_KIND, [theme(0, TALK)]), bare, Privacy(TALK, bare.privacy))
    assert [head for head, _ in composed.imprint] == ["How it was made", "Privacy"]
    text = composed.to_json()
    assert [claim for claim in ("members", "community of practice", "secretariat", "has agreed", "CC BY") if claim in text] == []


def test_a_chapter_is_called_by_what_is_in_it():
    kinds = {kind: finding(kind, said(TALK, "turn", 1), id=kind.value) for kind in (Kind.CHALLENGE, Kind.RECOMMENDATION, Kind.DECISION)}
    assert "Challenges, recommendations and decisions" in headings(paper(TALK, found(TALK, kinds.values())))
    kinds |= {kind: finding(kind, said(TALK, "turn", 1), id=kind.value) for kind in (Kind.LESSON, Kind.COMMITMENT)}
    heading = next(text for text in headings(paper(TALK, found(TALK, kinds.values()))) if text.startswith("Lessons,"))
    assert heading == "Lessons, challenges and more"
    assert headings(paper(TALK, found(TALK, [kinds[Kind.DECISION]])))[1:3] == ["Findings", "Decisions"]


def test_without_a_roll_nobody_is_said_to_have_taken_part():
    attendance = SOURCE.model_copy(update={"kind": ExportKind.ATTENDANCE})
    told = {known: paper(TALK.model_copy(update={"sources": sources}), found(TALK)) for known, sources in ((True, (SOURCE, attendance)), (False, (SOURCE,)))}
    about = {known: block_of(composed, "about").runs[0].text for known, composed in told.items()}
    assert about[True].startswith("3 people took part in this session of 1 minute, and all of them spoke.")
    assert about[False].startswith("3 people spoke or wrote in this session of 1 minute, and all of them spoke. How many listened is not known.")
    assert block_of(told[False], "tiles").items[0] == ("3", "people spoke or wrote")


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
    assert list(card_of()) == ["What they do", "Told by", "Not found nearby"]
    rows = card_of(fields={"how": "in two colours", "for_whom": "the client", "who": "Teams", "result": "the queue is gone by noon"})
    assert list(rows) == ["What they do", "What came of it", "Told by"]
    assert rows["What came of it"] == "The queue is gone by noon."


@pytest.mark.parametrize(
    ("around", "missing"),
    [
        ("It takes an hour.", "For whom and what came of it."),
        ("The traders take it home.", "What came of it."),
        ("We did it with 17 of them since May, and 14 are still open.", "For whom."),
        ("It helped the traders to open on time.", None),
    ],
)
def test_a_card_says_that_nothing_was_said_only_where_nothing_was(around, missing):
    part = said(TALK, "turn", 0).model_copy(update={"start": 60, "quote": around})
    assert card_of(around=(part,)).get("Not found nearby") == missing


def test_a_link_without_a_name_says_where_it_leads():
    link = finding(Kind.RESOURCE, said(TALK, "message", 0), theme="t0", fields={"url": "https://www.example.org/x1", "title": "see this"})
    table = block_of(paper(TALK, found(TALK, [link], [theme(0, TALK)])), "resources-table")
    assert table.rows[0][0][0].text == "A page of example.org, shared when the topic was “Topic number 0”"


def test_who_offered_a_resource_is_told_only_where_it_tells_them_apart():
    links = [finding(Kind.RESOURCE, said(TALK, where, 0), id=f"r{where}", fields={"url": f"https://example.org/{where}", "title": f"The {where} guide"}) for where in ("turn", "message")]
    assert len(block_of(paper(TALK, found(TALK, links)), "resources-table").header) == 2
    assert {row[2][0].text for row in block_of(paper(TALK, found(TALK, links), Policy.NAMED), "resources-table").rows} == {"Thandeka Mokgosi", "Ayesha Daniels"}


def test_what_stands_in_a_section_is_quoted_only_where_a_theme_has_little_else():
    told = finding(Kind.CHALLENGE, said(TALK, "turn", 2), theme="t0")
    for summary, quoted in (((2, 1, 0), ["turn 1", "turn 0"]), ((2, 1), ["turn 2", "turn 1"])):
        composed = paper(TALK, found(TALK, [told], [theme(0, TALK, summary=tuple(said(TALK, "turn", n) for n in summary))]))
        quotes = [block.runs[0].text for block in composed.blocks if isinstance(block, Quote)]
        assert quotes == [TALK.turns[int(which.split()[1])].text for which in quoted]


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
    lines = ("Thanks, everybody, that sounds incredibly exciting.", "Pieter Louw brings the list and Ayesha Daniels brings the form.", "We keep the register at the counter.")
    talk = session((*SPEECH, *zip(("Ayesha Daniels", "Pieter Louw", "Ayesha Daniels"), lines, strict=True)))
    composed = paper(talk, found(talk, (), [theme(0, talk, summary=tuple(said(talk, "turn", n) for n in (4, 5, 6)))]))
    assert [block.runs[0].text for block in composed.blocks if isinstance(block, Quote)] == [lines[2]]


def test_a_story_says_how_it_went_on():
    before, own, after = (said(TALK, "turn", 0).model_copy(update={"start": n * 9, "end": n * 9 + 9, "quote": quote}) for n, quote in enumerate(("It rained.", "she came late.", "then the roof fell in.")))
    story = finding(Kind.STORY, own, statement="In May she came late to the shop that she had rented.").model_copy(update={"around": (before, after)})
    [card] = [block for block in paper(TALK, found(TALK, [story])).blocks if isinstance(block, Card)]
    assert dict(card.rows)["How it went on"][0].text == "“Then the roof fell in.”"


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


@pytest.mark.parametrize(("state", "answered", "told"), [("open", False, "Answer not traced"), ("open", True, "Left open"), ("partly", True, "Reply, perhaps"), ("answered", True, "Reply found")])
def test_a_question_is_left_open_only_where_somebody_says_so(state: str, answered: bool, told: str):
    question = finding(Kind.QUESTION, said(TALK, "turn", 3), theme="t0", fields={"state": state}, answers=(said(TALK, "turn", 2),) if answered else ())
    composed = paper(TALK, found(TALK, [question], [theme(0, TALK)]))
    assert block_of(composed, "questions-table").rows[0][1][0].text == told
    assert (block_of(composed, "theme-t0-open") is not None) is (told == "Left open")
    lists = dict(entry for column in contents(composed, BRIEF[0])["columns"] for entry in column)
    assert ("Asked and left open" in lists) is (told == "Left open")


def test_questions_with_a_reply_come_first():
    without, answered = (finding(Kind.QUESTION, said(TALK, "turn", n), fields={"state": state}, answers=answers) for n, state, answers in ((3, "open", ()), (1, "partly", (said(TALK, "turn", 2),))))
    assert block_of(paper(TALK, found(TALK, [without, answered])), "questions-table").ids == (answered.id, without.id)


@pytest.mark.parametrize(("text", "quoted"), [("And Thandi asks whether the office of the district pays for the stalls.", False), ("Small traders grew faster in the winter than we thought they would.", True), ("When we opened the stall, owners came from three towns of the valley.", True), ("The smaller towns of the province may not have.", False)])
def test_what_opens_a_topic_asks_nothing_and_is_whole(text: str, quoted: bool):
    talk = session((("Ayesha Daniels", text), *SPEECH))
    composed = paper(talk, found(talk, (), (theme(0, talk, summary=(said(talk, "turn", 0),)),)))
    assert any(isinstance(block, Quote) for block in composed.blocks) is quoted


def test_the_method_speaks_of_cards_only_where_there_are_some():
    told = " ".join(run.text for block in paper(TALK, found(TALK, EVERY_KIND, (theme(0, TALK),))).blocks for run in getattr(block, "runs", ()))
    without = " ".join(run.text for block in paper(TALK, found(TALK)).blocks for run in getattr(block, "runs", ()))
    assert "titles of cards" in told and "titles of cards" not in without


def test_how_far_a_topic_came_stands_with_the_topic_and_nowhere_else():
    talk = session((*SPEECH, ("Chair", "You have stage two.")))
    brief = finding(Kind.DECISION, said(talk, "turn", 4), id="brief", statement="You have stage two.", theme="t0", fields={"outcome": "briefly settled"})
    composed = paper(talk, found(talk, (brief,), (theme(0, talk),)))
    assert [block.id for block in composed.blocks if getattr(block, "ids", ()) == ("brief",)] == ["theme-t0-came-to", "verdicts-table"]
    assert "Decisions" not in headings(composed)
    assert not any(getattr(block, "style", "") == "key messages" for block in composed.blocks)
