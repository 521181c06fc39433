"""What a paper holds for sessions of every shape; fictional, made by hand."""

from __future__ import annotations

import io
import zipfile

import pytest

from copaper.communities import Community, Policy
from copaper.papers.compose import compose
from copaper.papers.docx import render_docx
from copaper.papers.front import LITTLE_TOLD
from copaper.papers.html import first_citations, render_html
from copaper.papers.leaflets import BRIEF, contents
from copaper.papers.names import withheld_names
from copaper.papers.pdf import render_pdf
from copaper.papers.placing import GIVES_WAY, MOST, SAID
from copaper.papers.units import units
from copaper.papers.verdicts import VERDICT
from copaper.privacy import Privacy
from copaper.records import EvidenceEntry, ExportKind, Figure, Heading, Kind, Participant, Quote, Role, Status, Table
from tests.papers.composing import CHAT, CHAT_ONLY, COMMUNITY, EVERY_KIND, SHAPES, SOURCE, SPEECH, TALK, block_of, finding, found, headings, paper, placed, said, session, theme


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
    talk = session([(("Pieter Louw", "Ayesha Daniels")[n % 2], f"{SPEECH[1][1]} Number {n}.") for n in range(MOST[Kind.LESSON] + 3)])
    many = [finding(Kind.LESSON, said(talk, "turn", n), id=f"l{n}", statement=f"{SPEECH[1][1]} Number {n}.") for n in range(MOST[Kind.LESSON] + 3)]
    composed = paper(talk, found(talk, many))
    [table] = [block for block in composed.blocks if isinstance(block, Table) and block.id == "review-table"]
    assert len(table.rows) == 3
    assert [row[2][0].text for row in table.rows] == ["0:01:40", "0:01:50", "0:02:00"]


def test_what_the_paper_quotes_anyway_is_not_left_out():
    talk = session([("Pieter Louw", f"{SPEECH[1][1]} And so it is.")])
    whole = said(talk, "turn", 0)
    part = whole.model_copy(update={"end": len(SPEECH[1][1]), "quote": SPEECH[1][1]})
    held, other = (finding(Kind.CHALLENGE, one, id=id_, statement=one.quote, sure_of_kind=False, theme="t9") for one, id_ in ((part, "held"), (whole.model_copy(update={"start": len(SPEECH[1][1]) + 1, "quote": "And so it is."}), "other")))
    for summary, left in (((part,), False), ((), True)):
        composed = paper(talk, found(talk, [held, other], [theme(0, talk, summary=summary)]))
        tables = [block for block in composed.blocks if block.id == "review-table"]
        assert any("held" in table.ids for table in tables) is left


def test_a_draft_says_that_its_date_is_to_be_confirmed_where_only_the_folder_tells_it():
    by_folder = TALK.model_copy(update={"facts": {"start known from": "not known"}})
    draft = paper(by_folder, found(by_folder))
    assert draft.notice == "Date to be confirmed." and "2020 (date to be confirmed), draft" in draft.how_to_cite
    final = compose(by_folder, found(by_folder), COMMUNITY, Privacy(by_folder, Policy.ROLES), final=True)
    assert "confirmed" not in final.notice + final.how_to_cite + paper(TALK, found(TALK)).notice


def test_reviewers_see_each_finding_whole_in_the_order_of_the_paper_with_its_evidence_and_an_empty_place():
    texts = {f"l{n}": f"We learned on visit {n} that a list of all that a shop has in stock, made before anybody speaks of a loan, saves both sides a day." for n in range(3)}
    lessons = [finding(Kind.LESSON, said(TALK, "turn", 1), id=id_, theme="t0", statement=text, sure_of_kind=id_ != "l0") for id_, text in texts.items()]
    practice = finding(Kind.PRACTICE, said(TALK, "turn", 0), id="p")
    composed = paper(TALK, found(TALK, [*lessons, practice], [theme(0, TALK)]))
    [table] = [block for block in composed.blocks if isinstance(block, Table) and block.id == "verdicts-table"]
    assert table.ids == ("l0", "l1", "l2", "p")
    assert [row[0][0].text for row in table.rows] == ["Topic number 0", "Lesson", "Lesson", "Practice"]
    assert [row[1][0].text for row in table.rows][:3] == [texts[id_] for id_ in table.ids[:3]]
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


def test_what_cannot_be_understood_alone_is_left_to_the_reviewers():
    hanging = finding(Kind.LESSON, said(TALK, "turn", 1), id="hanging", theme="t0", stands_alone=False)
    composed = paper(TALK, found(TALK, [hanging], [theme(0, TALK)]))
    assert {block.id for block in composed.blocks if "hanging" in getattr(block, "ids", ())} == {"review-table"}


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


def test_who_took_part_is_not_told_where_no_export_tells():
    nobody = session((("Unknown speaker", SPEECH[0][1]),))
    lead = next(block for block in paper(nobody, found(nobody)).blocks if block.id == "about")
    assert "person" not in lead.runs[0].text and "export" not in lead.runs[0].text
    assert "do not tell who took part" in paper(nobody, found(nobody)).to_json()


def test_what_somebody_wrote_leads_no_paper_where_others_spoke():
    lesson = finding(Kind.LESSON, said(TALK, "message", 0), statement="The lesson is that a form which is printed in Sepedi comes back by May.")
    for talk, leads in ((TALK, False), (CHAT_ONLY, True)):
        assert (block_of(paper(talk, found(talk, [lesson])), "messages") is not None) is leads


@pytest.mark.parametrize(("words", "by"), [("We learned that a form which is printed in Sepedi comes back by May.", True), ("A lesson is that a form which is printed in Sepedi comes back by May.", False)])
def test_a_key_message_says_whose_it_is_where_it_says_we(words: str, by: bool):
    lesson = finding(Kind.LESSON, said(TALK, "turn", 1), statement=words)
    [item] = block_of(paper(TALK, found(TALK, [lesson])), "messages").items
    assert (item[-1].italic and item[-1].text.startswith(" –\u00a0")) is by
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


@pytest.mark.parametrize("sure", [True, False], ids=["among its kind", "with its theme"])
def test_what_reviewers_decide_moves_nothing_else(sure: bool):
    most = MOST[Kind.STORY] if sure else SAID
    stories = [finding(Kind.STORY, said(TALK, "turn", 1), id=f"s{n}", theme="t0", sure_of_kind=sure, statement=f"In the end our market moved. {SPEECH[1][1]} Number {n}.") for n in range(most + 2)]
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


@pytest.mark.parametrize("sure", [False, True], ids=["with its theme", "among its kind"])
def test_what_leans_on_other_words_gives_way_to_what_does_not(sure: bool):
    kind = Kind.CHALLENGE if sure else Kind.LESSON
    words = f"The problem is that {SPEECH[1][1][:1].lower()}{SPEECH[1][1][1:]}"
    enough = GIVES_WAY[kind] if sure else 1
    clear = [finding(kind, said(TALK, "turn", 1), id=f"c{n}", theme="t0", sure_of_kind=sure, statement=f"{words} Number {n}.") for n in range(enough)]
    riddle = finding(kind, said(TALK, "turn", 1), id="riddle", theme="t0", sure_of_kind=sure, statement=words, leans=True)
    assert "riddle" not in placed([riddle, *clear])
    assert ("riddle" in placed([riddle, *clear[1:]])) is sure, "beside fewer it is told, but with no topic"
    assert "riddle" in placed([riddle.model_copy(update={"lead": (said(TALK, "turn", 0),)}), *clear]), "the sentence before it tells"
    assert "riddle" in placed([riddle.model_copy(update={"status": Status.ACCEPTED}), *clear]), "whoever reviews may take it in"
    assert ("riddle" in placed([riddle.model_copy(update={"fields": {"said": "outright"}}), *clear])) is sure, "what says its kind itself is heard"


def test_what_stands_with_another_of_its_kind_is_told_once():
    first = finding(Kind.CHALLENGE, said(TALK, "turn", 1), id="first", theme="t0", statement=f"The problem is that {SPEECH[1][1][:1].lower()}{SPEECH[1][1][1:]}", fields={"said": "outright"})
    second = finding(Kind.CHALLENGE, said(TALK, "turn", 2), id="second", theme="t0", statement=f"The problem is that {SPEECH[2][1][:1].lower()}{SPEECH[2][1][1:]}")
    assert {"first", "second"} <= placed([first, second])
    assert "second" not in placed([first.model_copy(update={"more": (said(TALK, "turn", 2),)}), second])


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
    assert "from the recording’s transcript. " in made[0]
    assert "from the recording’s transcript and the chat. " in made[1]


def test_what_comes_next_is_a_chapter_and_stands_in_the_brief():
    talk = session((*SPEECH, ("Chair", "the next webinar is on Tuesday the third of May. I am glad. Please write to me by Friday.")))
    whole = said(talk, "turn", 4)
    parts = tuple(whole.model_copy(update={"start": start, "end": start + len(text), "quote": text}) for text in ("the next webinar is on Tuesday the third of May.", "Please write to me by Friday.") for start in (whole.quote.index(text),))
    composed = paper(talk, found(talk).model_copy(update={"coming": parts, "gone_over": (said(talk, "turn", 0),)}))
    assert [said.words.strip("“”") for column in contents(composed, BRIEF[0])["columns"] for heading, entry in column if heading == "Gone over at the end" for said in entry]
    assert "What comes next" in headings(composed)
    told = "Announced at the end (at 0:00:40): “The next webinar is on Tuesday the third of May. […] Please write to me by Friday.”"
    assert "".join(run.text for run in block_of(composed, "next-session").runs) == told
    assert [told.partition(": ")[2]] in [[said.words for said in entry] for column in contents(composed, BRIEF[0])["columns"] for heading, entry in column if heading == "What comes next"]
    assert "What comes next" not in headings(paper(talk, found(talk)))


def test_what_has_a_date_among_the_resources_comes_next():
    fair = finding(Kind.RESOURCE, said(TALK, "message", 0), id="fair", fields={"url": "https://example.org/fair", "title": "next bean fair: 12 May, at nine"})
    composed = paper(TALK, found(TALK, [fair]))
    assert "".join(run.text for run in block_of(composed, "next-dated").runs) == "Next bean fair: 12 May, at nine. The address stands among the resources."
    assert block_of(paper(TALK, found(TALK, [fair.model_copy(update={"fields": {**fair.fields, "title": "Notes: 12 May"}})])), "next-dated") is None


@pytest.mark.parametrize(("publisher", "cited"), [("", "draft."), ("Network of advisers", "draft. Network of advisers.")])
def test_a_citation_names_a_community_that_publishes_itself_once(publisher, cited):
    community = COMMUNITY.model_copy(update={"publisher": publisher})
    told = compose(TALK, found(TALK), community, Privacy(TALK, Policy.ROLES)).how_to_cite
    assert told.startswith("Business Advisory Services (2020).") and told.endswith(cited)


def test_what_is_told_below_leads_there_in_every_form():
    practice = finding(Kind.PRACTICE, said(TALK, "turn", 0), id="practice", theme="t0")
    lesson = finding(Kind.LESSON, said(TALK, "turn", 1), id="lesson", theme="t0")
    other = finding(Kind.PRACTICE, said(TALK, "turn", 1), id="other")
    composed = paper(TALK, found(TALK, [practice, lesson, other], [theme(0, TALK, summary=(said(TALK, "turn", 2), said(TALK, "turn", 3), said(TALK, "message", 0)))]))
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


def test_reviewers_of_speech_without_full_stops_are_asked_of_no_pieces_of_sentences():
    run = "we take the growers to the market and they see how the owner packs the crates and then we all go home again by the river road "
    words = "the committee keeps the seed of the whole valley in large clay pots"
    talk = session((("Thandeka Mokgosi", run * 3), ("Grower", words)), (("Grower", f"{words.capitalize()}."),))
    finds = [finding(Kind.LESSON, said(talk, where, index), id=where, statement=f"{words.capitalize()}.", stands_alone=False) for where, index in (("turn", 1), ("message", 0))]
    assert block_of(paper(talk, found(talk, finds)), "review-table").ids == ("message",)
