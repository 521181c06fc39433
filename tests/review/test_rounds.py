"""Reviewed copies come back: what the next draft says, what was decided, what is still open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copaper.papers.typesetting import typeset
from copaper.papers.units import units
from copaper.papers.wording import AGREED
from copaper.records import (
    Bullets,
    Card,
    DecisionKind,
    EvidenceEntry,
    Heading,
    Paper,
    Paragraph,
    Run,
    Table,
)
from copaper.review.readback import Change, Comment, Passage, ReviewedDraft
from copaper.review.rebuild import reworded, texts_of
from copaper.review.decisions import decide, shown_findings
from copaper.review.incorporate import incorporate
from copaper.review.rounds import Round


def said(text: str, *cites: int) -> tuple[Run, ...]:
    return (Run(text=text), *(Run(cite=n) for n in cites))


def paper(*, lesson: str = "Keep a cash book from the first day.", more: str = "") -> Paper:
    points = [("f1", lesson), ("f2", "Phone the owner every Friday at ten.")] + ([("f9", more)] if more else [])
    return Paper(
        id="p", session="bas-2020-09-22", community="Advisers", community_code="bas", title="Cash books", subtitle="What was shared",
        date=date(2020, 9, 22), how_to_cite="Advisers (2020). Cash books, draft.", imprint=(("Licence", "CC BY 4.0."),),
        blocks=(
            Heading(id="themes", level=1, text="What was discussed"),
            Heading(id="theme-t1", level=2, text="Records and mentors"),
            Paragraph(id="about", runs=said("Members spoke of records for an hour.")),
            Heading(id="kind-lesson", level=2, text="Lessons"),
            Bullets(id="kind-lesson-list", items=tuple(said(text, n) for n, (_, text) in enumerate(points, 1)), ids=tuple(id_ for id_, _ in points)),
            Card(id="finding-f3", kind="practice", title="Two visits a month", rows=(("What they do", said("Mentors visit twice a month.", 1)), ("Who", said("Mentors."))), ids=("What they do", "Who")),
            Table(id="review-table", caption="Less certain", header=("Kind", "Statement", "Confidence", "Verdict"), rows=((said("Lesson"), said("Shops need light."), said("0.31"), said("–")),), ids=("f4",)),
            EvidenceEntry(id="evidence-aa", number=1, time="5:09", who="Adviser", quote="keep a cash book", source="Speech, line 3", also="See also 0:06:00 “write in a cash book”"),
        ),
    )  # fmt: skip


def key(of: Paper, text: str) -> str:
    (found,) = [unit.key for unit in units(of) if unit.words == text]
    return found


def copy(base: Paper, changes: dict[str, str | None] | None = None, *, reviewer: str = "Thandi", added: dict[str, str] | None = None, comments: tuple[Comment, ...] = (), at: str = "", pending: tuple[str, ...] = ()) -> Round:
    """Return a reviewed copy of ``base``: texts changed (None strikes), paragraphs added below others."""
    changes, passages = changes or {}, []
    for text in texts_of(base):
        new = changes.get(text.text, text.text)
        if new is None or not text.text:
            continue
        ids = tuple(c.id for c in comments) if text.text == at else ()
        marks = (Change("insert", new, "Copaper", ""),) if text.text in pending else ()
        passages.append(Passage((text.key,), new, "", changes=marks, comments=ids))
        if added and text.text in added:
            passages.append(Passage((), added[text.text], "dp body"))
    digest = f"{reviewer}-{sorted(map(str, changes.items()))}-{added}-{len(comments)}"
    return Round(reviewer, "2020-10-01", digest, base, ReviewedDraft("p", base.session, "b", tuple(passages), (), comments))


LESSON, FRIDAY = "Keep a cash book from the first day.", "Phone the owner every Friday at ten."


def words(of: Paper) -> list[str]:
    return [unit.words for unit in units(of)]


def test_without_a_review_the_paper_stays():
    assert incorporate(paper(), []) == paper()


def test_a_copy_without_changes_changes_nothing_but_the_number_of_the_draft():
    assert incorporate(paper(), [copy(paper())]) == paper().model_copy(update={"draft": 2})


def test_what_was_changed_is_in_the_next_draft_with_its_citation_mark():
    new = incorporate(paper(), [copy(paper(), {LESSON: "Keep a cash book from day one."})])
    (points,) = [block for block in new.blocks if block.id == "kind-lesson-list"]
    assert points.items[0] == (Run(text="Keep a cash book from day one."), Run(cite=1))
    assert points.items[1] == said(FRIDAY, 2)


def test_what_was_struck_is_gone_and_a_list_closes_up():
    new = incorporate(paper(), [copy(paper(), {LESSON: None, "Who": None, "Mentors.": None})])
    points, card = new.blocks[4], new.blocks[5]
    assert (points.ids, card.ids) == (("f2",), ("What they do",))


def test_an_added_paragraph_follows_its_neighbour_and_stays_in_later_drafts():
    first = copy(paper(), added={"Members spoke of records for an hour.": "The SETA listened."})
    second = incorporate(paper(), [first])
    assert words(second)[words(second).index("The SETA listened.") - 1] == "Members spoke of records for an hour."
    again = copy(second, {"The SETA listened.": "The SETA listened well."}, reviewer="Johan")
    third = incorporate(paper(), [first, again])
    assert words(third).count("The SETA listened well.") == 1 and "The SETA listened." not in words(third)


def test_a_change_of_the_source_elsewhere_is_taken_with_the_reviewers():
    new = incorporate(paper(more="Ask the bank early."), [copy(paper(), {LESSON: "Keep a book."})])
    assert {"Keep a book.", "Ask the bank early.", FRIDAY} <= set(words(new))
    assert not new.conflicts


def test_two_changes_of_one_text_are_a_conflict_until_somebody_settles_it():
    one, two = copy(paper(), {LESSON: "Keep a daily cash book."}), copy(paper(), {LESSON: "Buy a phone first."}, reviewer="Johan")
    both = incorporate(paper(), [one, two])
    (conflict,) = both.conflicts
    assert {conflict.reviewer, conflict.other} == {"Keep a daily cash book.", "Buy a phone first."}
    untouched = copy(both, reviewer="Lerato", pending=(conflict.reviewer,))
    assert incorporate(paper(), [one, two, untouched]).conflicts == (conflict,)
    settled = copy(both, {conflict.reviewer: conflict.other}, reviewer="Lerato")
    last = incorporate(paper(), [one, two, settled])
    assert not last.conflicts and conflict.other in words(last) and conflict.reviewer not in words(last)


def test_a_text_that_one_struck_and_the_source_changed_is_a_conflict_and_stays():
    new = incorporate(paper(lesson="Keep a cash book and a phone."), [copy(paper(), {LESSON: None})])
    assert "Keep a cash book and a phone." in words(new)
    assert [(c.reviewer, c.other) for c in new.conflicts] == [("", "Keep a cash book and a phone.")]


def test_words_written_into_the_evidence_do_not_change_it_and_are_kept():
    quote = "“keep a cash book”"
    new = incorporate(paper(), [copy(paper(), {quote: "“keep two cash books”"})])
    assert quote in words(new)
    assert "Thandi: “keep two cash books”" in words(new)
    cleared = copy(new, {"Thandi: “keep two cash books”": None}, reviewer="Lerato")
    first = copy(paper(), {quote: "“keep two cash books”"})
    assert "Could not be placed" not in words(incorporate(paper(), [first, cleared]))


def test_a_comment_is_open_until_it_is_answered_or_deleted():
    asked = Comment("1", "Thandi", "", "Says who?", "Phone the owner")
    first = copy(paper(), comments=(asked,), at=FRIDAY)
    second = incorporate(paper(), [first])
    assert [(c.by, c.text, c.key) for c in second.comments] == [("Thandi", "Says who?", key(paper(), FRIDAY))]
    reply = Comment("2", "Johan", "", "The minutes do.", parent="1")
    for later in (copy(second, reviewer="Johan", comments=(asked, reply), at=FRIDAY), copy(second, reviewer="Johan")):
        assert not incorporate(paper(), [first, later]).comments


DECISIONS = [
    ({LESSON: "Keep a book."}, (DecisionKind.EDIT, "f1", LESSON, "Keep a book.")),
    ({LESSON: None}, (DecisionKind.REJECT, "f1", LESSON, "")),
    ({"Mentors visit twice a month.": "Mentors visit weekly."}, (DecisionKind.EDIT, "f3", "Mentors visit twice a month.", "Mentors visit weekly.")),
    ({"Records and mentors": "Keeping records"}, (DecisionKind.RENAME, "t1", "Records and mentors", "Keeping records")),
    ({"–": "Keep"}, (DecisionKind.ACCEPT, "f4", "Shops need light.", "")),
    ({"–": "drop this"}, (DecisionKind.REJECT, "f4", "Shops need light.", "")),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "decision"), DECISIONS)
def test_what_a_copy_decides(changes, decision):
    (found,) = decide(copy(paper(), changes))
    assert (found.kind, found.about, found.before, found.after) == decision


def test_findings_of_the_reviewers_annex_are_not_the_papers():
    assert shown_findings(paper()) == {"f1", "f2", "f3"}


# --- whatever reviewers do -------------------------------------------------------------------

EDITABLE = [LESSON, FRIDAY, "Members spoke of records for an hour.", "Mentors visit twice a month.", "Two visits a month", "Records and mentors", "Lessons"]
NEW = st.text(alphabet="abcdefgh ", min_size=3, max_size=30).filter(lambda text: text.strip())
SCRIPTS = st.dictionaries(st.sampled_from(EDITABLE), st.one_of(st.none(), NEW), max_size=7)
ADDITIONS = st.dictionaries(st.sampled_from(EDITABLE), NEW.map(lambda text: f"zz {text}"), max_size=3)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SCRIPTS, ADDITIONS, SCRIPTS, ADDITIONS, st.sampled_from([LESSON, "Keep a till slip.", "Keep a cash book from the second day."]))
def test_nothing_is_lost_and_the_order_of_reviewers_does_not_matter(one, added, two, added_too, lesson):
    source = paper(lesson=lesson)
    first, second = copy(paper(), one, added=added), copy(paper(), two, reviewer="Johan", added=added_too)
    result = incorporate(source, [first, second])
    assert result == incorporate(source, [second, first])
    there = " ".join(words(result)) + " ".join(f"{c.reviewer} {c.other} {c.base}" for c in result.conflicts)
    for round_ in (first, second):
        written = [passage.text for passage in round_.read.passages if passage.text not in words(paper())]
        assert all(word in there for text in written for word in text.split())


@settings(max_examples=60, deadline=None)
@given(SCRIPTS, ADDITIONS)
def test_a_second_round_without_changes_is_no_change(one, added):
    first = copy(paper(), one, added=added)
    second = incorporate(paper(), [first])
    again = incorporate(paper(), [first, copy(second, reviewer="Johan", pending=tuple(c.reviewer for c in second.conflicts))])
    assert again == second.model_copy(update={"draft": 3})


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.text("ab .", max_size=6), st.booleans(), st.integers(0, 2)), max_size=5), st.text("ab .", max_size=20))
def test_rewording_gives_the_text_and_keeps_every_citation_mark(parts, text):
    runs = tuple(run for words_, bold, cite in parts for run in ((Run(text=words_, bold=bold),) if words_ else ()) + ((Run(cite=cite),) if cite else ()))
    new = reworded(runs, text)
    assert "".join(run.text for run in new) == text
    assert [run.cite for run in new if run.cite] == [run.cite for run in runs if run.cite]


def test_what_a_key_message_adds_to_its_statement_is_no_word_of_it():
    base = paper()
    led = Bullets(id="messages", style="key messages", items=((Run(text=LESSON), Run(cite=1), Run(text=" Written in the chat.", italic=True)),), ids=("f1",))
    base = base.model_copy(update={"blocks": (led, *base.blocks)})
    [decision] = decide(copy(base, {f"{LESSON} Written in the chat.": "Keep a book. Written in the chat."}))
    assert (decision.kind, decision.after) == (DecisionKind.EDIT, "Keep a book.")


def standing(base: Paper) -> Paper:
    """Return the paper with where it stands in front of its first lesson."""
    blocks = tuple(b.model_copy(update={"items": ((Run(text=AGREED, bold=True), *b.items[0]), *b.items[1:])}) if b.id == "kind-lesson-list" else b for b in base.blocks)
    return base.model_copy(update={"blocks": blocks})


@pytest.mark.parametrize("after", ["Agreed. Keep a book.", "Keep a book."])
def test_a_statement_is_reworded_without_where_it_stands(after):
    [decision] = decide(copy(standing(paper()), {f"Agreed. {LESSON}": after}))
    assert (decision.kind, decision.of, decision.before, decision.after) == (DecisionKind.EDIT, "finding", LESSON, "Keep a book.")


def test_where_a_statement_stands_can_be_struck_and_the_statement_stays():
    [decision] = decide(copy(standing(paper()), {f"Agreed. {LESSON}": LESSON}))
    assert (decision.of, decision.after) == ("text", LESSON)


@pytest.mark.parametrize("note", ["", " Written in the chat by two people."])
def test_who_edits_only_the_note_of_a_key_message_rewords_no_finding(note):
    base = paper()
    led = Bullets(id="messages", style="key messages", items=((Run(text=LESSON), Run(cite=1), Run(text=" Written in the chat.", italic=True)),), ids=("f1",))
    base = base.model_copy(update={"blocks": (led, *base.blocks)})
    [decision] = decide(copy(base, {f"{LESSON} Written in the chat.": f"{LESSON}{note}"}))
    assert (decision.of, decision.after) == ("text", f"{LESSON}{note}")


OLD, SET = "Nobody's till is full, and it isn't counted.", "Nobody’s till is full, and it isn’t counted."


def test_marks_that_a_paper_sets_are_no_change_of_a_draft_from_before():
    old = copy(paper(lesson=OLD))
    assert decide(old) == ()
    made = incorporate(typeset(paper(lesson=OLD)), [old])
    assert not made.conflicts and made.blocks == typeset(paper(lesson=OLD)).blocks


@pytest.mark.parametrize("base", [paper(lesson=OLD), typeset(paper(lesson=OLD))], ids=["from before", "typeset"])
@pytest.mark.parametrize("words", ["The owner's till isn't full.", "The owner’s till isn’t full."], ids=["straight", "set"])
def test_how_a_reviewer_types_an_apostrophe_makes_no_conflict(base: Paper, words: str):
    was = next(unit.words for unit in units(base) if unit.words.startswith("Nobody")).split(" 1")[0]
    text = next(text.text for text in texts_of(base) if text.text.startswith(was))
    back = copy(base, {text: words})
    [decision] = decide(back)
    assert (decision.about, decision.after) == ("f1", "The owner’s till isn’t full.")
    made = incorporate(typeset(paper(lesson=decision.after)), [back])
    assert not made.conflicts and "The owner’s till isn’t full." in made.to_json()
    struck = incorporate(typeset(paper(lesson=OLD)), [copy(base, {text: None})])
    assert not struck.conflicts and "till is full" not in struck.to_json()
