"""What reviewers decide on findings, what the source takes away, and scripts of many edits."""

from __future__ import annotations

import io
import random
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copaper.errors import BadInput
from copaper.intake.export import Export
from copaper.intake.registry import claim
from copaper.papers.docx import render_docx
from copaper.papers.units import block_units, units
from copaper.papers.verdicts import VERDICT
from copaper.records import (
    Bullets,
    Card,
    DecisionKind,
    Evidence,
    EvidenceEntry,
    Finding,
    Findings,
    Heading,
    Kind,
    Paper,
    Paragraph,
    Run,
    Status,
    Table,
    content_id,
)
from copaper.review.decisions import decide, decided
from copaper.review.incorporate import incorporate
from copaper.review.readback import Comment, Passage, ReviewedDraft, read_draft
from copaper.review.rebuild import texts_of
from copaper.review.rounds import Round, printed
from tests.review.test_rounds import FRIDAY, LESSON, copy, key, paper, said, words

ABOUT = "Members spoke of records for an hour."


def changed(base: Paper, how, *, reviewer: str = "Thandi", digest: str = "", comments: tuple[Comment, ...] = ()) -> Round:
    """A copy of ``base`` with ``how`` done to the list of its passages."""
    passages = [Passage((unit.key,), text.text, "", runs=unit.runs) for text, unit in zip(texts_of(base), units(base), strict=True) if text.text]
    how(passages)
    return Round(reviewer, "2020-10-01", digest or reviewer, base, ReviewedDraft("p", base.session, "b", tuple(passages), (), comments))


def at(passages: list[Passage], text: str) -> int:
    return next(n for n, passage in enumerate(passages) if passage.text == text)


def edit(words_: str, **changes):
    def how(passages: list[Passage]) -> None:
        place = at(passages, words_)
        passages[place] = replace(passages[place], **changes)

    return how


def insert(after: str, *new: Passage):
    def how(passages: list[Passage]) -> None:
        place = at(passages, after) + 1
        passages[place:place] = new

    return how


def block(of: Paper, text: str):
    return next(b for b in of.blocks if any(text in u.words for u in block_units(b)))


# --- findings ------------------------------------------------------------------------------------


def two_lists() -> Paper:
    base = paper()
    blocks = list(base.blocks)
    place = [b.id for b in blocks].index("kind-lesson-list") + 1
    blocks[place:place] = [Heading(id="kind-challenge", level=2, text="Challenges"), Bullets(id="kind-challenge-list", items=(said("Forms change every month."),), ids=("f5",))]
    return base.model_copy(update={"blocks": tuple(blocks)})


def test_an_item_moved_below_another_kind_is_of_that_kind_and_keeps_its_key():
    def how(passages):
        passages.insert(at(passages, "Forms change every month.") + 1, passages.pop(at(passages, FRIDAY)))
        passages.insert(at(passages, "Forms change every month.") + 1, passages.pop(at(passages, FRIDAY)))

    base = two_lists()
    first = changed(base, how)
    (decision,) = decide(first)
    assert (decision.kind, decision.about, decision.after) == (DecisionKind.KIND, "f2", "challenge")
    second = incorporate(base, [first])
    challenges = next(b for b in second.blocks if b.id == "kind-challenge-list")
    assert [u.key for u in block_units(challenges)] == [key(base, "Forms change every month."), key(base, FRIDAY)]
    assert incorporate(base, [first, changed(second, lambda passages: None, reviewer="Johan")]).blocks == second.blocks


def themes() -> Paper:
    base = paper()
    more = (Heading(id="theme-t2", level=2, text="Forms"), Paragraph(id="theme-t2-about", runs=said("Ten minutes.")))
    return base.model_copy(update={"blocks": (*base.blocks[:3], *more, *base.blocks[3:])})


def struck(*texts: str):
    def how(passages: list[Passage]) -> None:
        passages[:] = [p for p in passages if p.text not in texts]

    return how


@pytest.mark.parametrize(
    ("how", "kind", "after"),
    [
        (struck("Forms"), DecisionKind.MERGE, "Records and mentors"),
        (edit("Forms", text="Records and mentors"), DecisionKind.MERGE, "Records and mentors"),
        (edit("Forms", text="Forms and queues"), DecisionKind.RENAME, "Forms and queues"),
        (struck("Forms", "Ten minutes."), DecisionKind.REJECT, ""),
    ],
)
def test_themes_are_renamed_merged_and_left_out(how, kind, after):
    (decision,) = decide(changed(themes(), how), {"t2": ("form", "queue")})
    assert (decision.kind, decision.of, decision.about, decision.after, decision.words) == (kind, "theme", "t2", after, ("form", "queue"))


def with_verdicts() -> Paper:
    base = paper()
    rows = tuple((said("Lesson"), said(text), said("–")) for text in (LESSON, FRIDAY))
    return base.model_copy(update={"blocks": (*base.blocks, Table(id="verdicts-table", caption="Findings", header=("Kind", "Finding", "Verdict"), rows=rows, ids=("f1", "f2")))})


@pytest.mark.parametrize(
    ("verdict", "decisions"),
    [
        ("– keep", [(DecisionKind.ACCEPT, "")]),
        ("Drop", [(DecisionKind.REJECT, "")]),
        ("–change to practice", [(DecisionKind.KIND, "practice")]),
        ("change: Keep a daily cash book instead.", [(DecisionKind.EDIT, "Keep a daily cash book instead.")]),
        ("change, unclear", [(DecisionKind.COMMENT, "This is to be changed: unclear")]),
        ("maybe", [(DecisionKind.COMMENT, "maybe")]),
        ("Please ask Sipho first", [(DecisionKind.COMMENT, "Please ask Sipho first")]),
        ("Keep it out", [(DecisionKind.COMMENT, "Keep it out")]),
        ("Yes, drop", [(DecisionKind.COMMENT, "Yes, drop")]),
        ("Remove the name of the village", [(DecisionKind.COMMENT, "Remove the name of the village")]),
        ("Los uit", [(DecisionKind.REJECT, "")]),
        ("Behou asb", [(DecisionKind.ACCEPT, "")]),
        ("Change? No, keep it as it is", [(DecisionKind.COMMENT, "This is to be changed: No, keep it as it is")]),
        ("Change the kind to question", [(DecisionKind.KIND, "question")]),
        ("change to question: Who keeps the cash book?", [(DecisionKind.KIND, "question"), (DecisionKind.EDIT, "Who keeps the cash book?")]),
        ("No idea", [(DecisionKind.COMMENT, "No idea")]),
        ("No.", [(DecisionKind.REJECT, "")]),
        ("Take it out, please", [(DecisionKind.REJECT, "")]),
        ("keep, but ask Sipho", [(DecisionKind.COMMENT, "keep, but ask Sipho"), (DecisionKind.ACCEPT, "")]),
        ("Drop - this is wrong", [(DecisionKind.COMMENT, "Drop - this is wrong"), (DecisionKind.REJECT, "")]),
    ],
)
def test_verdicts(verdict, decisions):
    def how(passages):
        place = next(n for n, p in enumerate(passages) if p.keys == (content_id("verdicts-table", "cell-f1-3"),))
        passages[place] = replace(passages[place], text=verdict)

    copy_ = changed(with_verdicts(), how)
    assert [(d.kind, d.after) for d in decide(copy_)] == decisions
    new = incorporate(with_verdicts(), [copy_])
    assert [c.text for c in new.comments] == [after for kind, after in decisions if kind is DecisionKind.COMMENT]
    assert not new.conflicts and verdict not in words(new)


def test_a_finding_that_was_dropped_can_be_kept_after_all():
    base = with_verdicts()
    first = changed(base, struck(LESSON))
    second = incorporate(base, [first])
    assert words(second).count(LESSON) == 0

    def how(passages):
        place = next(n for n, p in enumerate(passages) if p.keys == (content_id("verdicts-table", "cell-f1-3"),))
        passages[place] = replace(passages[place], text="keep")

    third = incorporate(base, [first, changed(second.model_copy(update={"blocks": (*second.blocks[:-1], base.blocks[-1])}), how, reviewer="Johan")])
    assert LESSON in words(third)


# --- what the source takes away or corrects ---------------------------------------------------


def without(of: Paper, *ids: str) -> Paper:
    blocks = []
    for b in of.blocks:
        if isinstance(b, Bullets):
            kept = [(i, item) for i, item in zip(b.ids, b.items, strict=True) if i not in ids]
            b = b.model_copy(update={"ids": tuple(i for i, _ in kept), "items": tuple(item for _, item in kept)})
        if b.id not in ids:
            blocks.append(b)
    return of.model_copy(update={"blocks": tuple(blocks)})


@pytest.mark.parametrize("gone", [("f2",), ("kind-lesson-list", "kind-lesson"), ("about",), ("finding-f3",)])
def test_what_a_reviewer_changed_stays_though_the_source_withdraws_it(gone):
    changes = {FRIDAY: "Phone them on Mondays.", ABOUT: "They spoke of records.", "Mentors visit twice a month.": "Mentors visit weekly."}
    first = copy(paper(), changes)
    source = without(paper(), *gone)
    new = incorporate(source, [first])
    assert set(changes.values()) <= set(words(new))
    assert {c.other for c in new.conflicts} == {""}
    marks = {run.cite for unit in units(new) for run in unit.runs if run.cite}
    assert all(c in {b.number for b in new.blocks if isinstance(b, EvidenceEntry)} | {2} for c in marks)
    settled = copy(new, reviewer="Johan")
    assert not incorporate(source, [first, settled]).conflicts
    assert incorporate(source, [first, settled]).blocks == new.blocks


def test_an_untouched_text_that_the_source_withdraws_goes():
    assert FRIDAY not in words(incorporate(without(paper(), "f2"), [copy(paper(), {LESSON: "Keep a book."})]))


def test_a_corrected_finding_is_known_under_its_new_id():
    source = paper(lesson="Keep a cash book from the second day.")
    source = source.model_copy(update={"blocks": tuple(b.model_copy(update={"ids": ("new1", "f2")}) if b.id == "kind-lesson-list" else b for b in source.blocks)})
    new = incorporate(source, [copy(paper(), {LESSON: "Always keep a cash book from the first day."})])
    assert "Always keep a cash book from the second day." in words(new)
    assert not new.conflicts and not any("first day" in text for text in words(new))


# --- people's data, evidence, comments ---------------------------------------------------------


def test_what_no_paper_may_show_is_withheld_from_what_reviewers_write():
    first = copy(paper(), {LESSON: "Write to a@b.org."}, added={ABOUT: "Or to a@b.org."}, comments=(Comment("1", "T", "", "Ask a@b.org", ""),), at=FRIDAY)
    new = incorporate(paper(), [first], safe=lambda text: text.replace("a@b.org", "[withheld]"))
    assert "a@b.org" not in new.to_json()
    assert {"Write to [withheld].", "Or to [withheld]."} <= set(words(new)) and not new.conflicts


@pytest.mark.parametrize(("after", "kept"), [("“keep a book”", True), ("“keep a large book”", False)])
def test_words_of_the_evidence_can_be_struck_and_none_put_in(after, kept):
    new = incorporate(paper(), [copy(paper(), {"“keep a cash book”": after})])
    assert (after in words(new)) is kept
    assert ("Could not be placed" in words(new)) is not kept


@pytest.mark.parametrize(("after", "kept"), [("See also 0:06:00 “write in a book”", True), ("See also 0:06:00 “write in a red book”", False)])
def test_what_an_entry_names_to_see_also_can_be_struck_and_nothing_put_in(after, kept):
    named = next(unit.words for unit in units(paper()) if unit.part == "also")
    new = incorporate(paper(), [copy(paper(), {named: after})])
    assert (named in words(new)) is not kept
    assert (after in words(new)) is kept


def test_a_comment_whose_text_is_gone_is_set_aside_with_its_words():
    asked = Comment("1", "Thandi", "", "Says who?", "Phone the owner")
    first = copy(paper(), comments=(asked,), at=FRIDAY)
    second = incorporate(paper(), [first])
    third = incorporate(paper(), [first, copy(second, {FRIDAY: None}, reviewer="Johan", comments=(asked,))])
    assert not third.comments and "Thandi: Says who? (at “Phone the owner”)" in words(third)


@pytest.mark.parametrize(("date", "kept"), [("2020-10-01T10:00:00Z", True), ("0-00-00T00:00:00Z", False), ("2020-13-01T10:00:00Z", False), ("", False)])
def test_a_comment_has_a_time_that_word_accepts(date, kept):
    second = incorporate(paper(), [copy(paper(), comments=(Comment("1", "Thandi", date, "Says who?", ""),), at=FRIDAY)])
    (comment,) = read_draft("second.docx", render_docx(second)).comments
    assert comment.date == (date if kept else "2020-09-22T00:00:00Z")


def test_an_answer_that_lost_its_tie_still_answers():
    asked = Comment("1", "Thandi", "", "Says who?", "Phone")
    reply = Comment("2", "Johan", "", "The minutes.", "Phone")
    assert not incorporate(paper(), [copy(paper(), comments=(asked, reply), at=FRIDAY)]).comments


def test_two_reviewers_who_add_the_same_add_it_once():
    one, two = copy(paper(), added={ABOUT: "So it is."}), copy(paper(), added={ABOUT: "So it is."}, reviewer="Johan")
    assert words(incorporate(paper(), [one, two])).count("So it is.") == 1


def test_decisions_on_a_finding_hold_for_its_corrected_wording():
    old, new = "Keep a cash book from the very first day of trading", "Keep a cash book from the very first day of trade"
    evidence = Evidence(where="turn", index=0, start=0, end=len(new), time=0.0, participant="p", quote=new)
    finding = Finding(id="f0", kind=Kind.LESSON, statement=new, evidence=(evidence,), confidence=0.5)
    (drop,) = decide(copy(paper(lesson=old), {old: None}))
    found = decided(Findings(session="s", model="m", segments=(), themes=(), findings=(finding,)), [drop])
    assert found.findings[0].status is Status.REJECTED


# --- scripts of many edits -----------------------------------------------------------------------


def long_paper(rng: random.Random) -> Paper:
    """A random paper of some sixty texts."""
    count = 0

    def text() -> tuple[Run, ...]:
        nonlocal count
        count += 1
        return (Run(text=f"t{count} " + " ".join(rng.choices("bank mentor sixty pays weekly a the shop nine".split(), k=rng.randint(2, 9)))),)

    blocks: list = []
    for number in range(rng.randint(2, 5)):
        blocks.append(Heading(id=f"theme-h{number}", level=2, text=f"Theme {number}"))
        blocks += [Paragraph(id=f"p{number}-{n}", runs=text()) for n in range(rng.randint(0, 3))]
        ids = tuple(f"i{number}{n}" for n in range(rng.randint(1, 4)))
        blocks.append(Bullets(id=f"list{number}", items=tuple(text() for _ in ids), ids=ids))
        blocks.append(Card(id=f"finding-c{number}", kind="practice", title=f"Card {number}", rows=(("What they do", text()), ("Who", text())), ids=("What they do", "Who")))
        blocks.append(Table(id=f"table{number}", caption=f"Table {number}", header=("A", "B"), rows=((text(), text()), (text(), text())), ids=("r1", "r2")))
    return paper().model_copy(update={"blocks": tuple(blocks)})


def scripted(base: Paper, rng: random.Random, edits: int, who: str) -> tuple[Round, set[str], set[str]]:
    """A copy after a random script; the words that were put in, and the first words of struck texts."""
    passages = [Passage((text.key,), text.text, "") for text in texts_of(base) if text.text]
    put, first = set(), {text.key: text.text.split()[0] for text in texts_of(base) if text.text}
    for number in range(edits):
        place = rng.randrange(len(passages))
        passage, word = passages[place], f"{who}{number}"
        match rng.choice(["word", "word", "add", "strike", "move", "retype", "lose", "divide", "join", "heading", "item"]):
            case "word":
                words_ = passage.text.split(" ")
                words_.insert(rng.randint(0, len(words_)), word)
                passages[place] = replace(passage, text=" ".join(words_))
            case "add":
                passages.insert(place, Passage((), f"{word} added", "dp body"))
            case "heading":
                passages.insert(place, Passage((), f"{word} heading", "heading 2"))
            case "item":
                passages.insert(place, Passage((), f"{word} item", "list bullet"))
            case "strike" if len(passages) > 3:
                passages.pop(place)
            case "move":
                passages.insert(rng.randrange(len(passages)), passages.pop(place))
            case "retype":
                passages[place] = replace(passage, text=f"{word} all of it anew")
            case "lose":
                passages[place] = replace(passage, keys=())
            case "divide" if " " in passage.text and "\n" not in passage.text:
                head, _, tail = passage.text.partition(" ")
                passages[place : place + 1] = [replace(passage, text=head), replace(passage, text=tail)]
            case "join" if place + 1 < len(passages):
                other = passages.pop(place + 1)
                passages[place] = replace(passage, keys=tuple(dict.fromkeys(passage.keys + other.keys)), text=f"{passage.text} {other.text}")
    there = " ".join(passage.text for passage in passages).split()
    put = {word for word in there if word.startswith(who) and word[len(who) :].isdigit()}
    struck_ = {word for word in first.values() if word.startswith("t") and word[1:].isdigit()} - set(there)
    return Round(who, "2020-10-01", who, base, ReviewedDraft("p", base.session, "b", tuple(passages), (), ())), put, struck_


def corrected(base: Paper, rng: random.Random) -> Paper:
    """The paper as a corrected source gives it: some texts changed, some gone, one new."""
    blocks: list = []
    for b in base.blocks:
        if isinstance(b, Paragraph) and rng.random() < 0.3:
            if rng.random() < 0.4:
                continue
            b = b.model_copy(update={"runs": (Run(text=b.runs[0].text + " corrected"),)})
        if isinstance(b, Bullets) and rng.random() < 0.4:
            b = b.model_copy(update={"items": tuple((Run(text=item[0].text + " corrected"),) for item in b.items)})
        blocks.append(b)
    blocks.insert(rng.randrange(len(blocks)), Paragraph(id="new", runs=(Run(text="New in the source."),)))
    return base.model_copy(update={"blocks": tuple(blocks)})


def everything(of: Paper) -> str:
    return " ".join(words(of)) + " " + " ".join(f"{c.reviewer} {c.other} {c.base}" for c in of.conflicts)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 200))
def test_a_script_of_up_to_200_edits_loses_nothing_and_the_order_of_reviewers_does_not_matter(seed, edits):
    rng = random.Random(seed)
    base = long_paper(rng)
    source = corrected(base, rng)
    one, put, struck_ = scripted(base, rng, edits, "one")
    two, put_too, _ = scripted(base, rng, rng.randint(0, 40), "two")
    alone = incorporate(source, [one])
    assert put <= set(everything(alone).split())
    # What was struck is gone, or told.
    told = " ".join(f"{c.base} {c.other}" for c in alone.conflicts).split()
    assert not (struck_ & set(" ".join(words(alone)).split())) - set(told)
    both = incorporate(source, [one, two])
    assert both == incorporate(source, [two, one]) == incorporate(source, [two, one, one])
    assert put | put_too <= set(everything(both).split())
    assert len({unit.key for unit in units(both)}) == len(units(both))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 60))
def test_a_second_round_of_any_draft_changes_nothing(seed, edits):
    rng = random.Random(seed)
    base = long_paper(rng)
    source = corrected(base, rng)
    one, _, _ = scripted(base, rng, edits, "one")
    second = incorporate(source, [one])
    again, _, _ = scripted(second, rng, 0, "two")
    third = incorporate(source, [one, again])
    assert third.blocks == second.blocks


def test_an_untouched_paper_stays_byte_for_byte():
    base = long_paper(random.Random(1))
    untouched, _, _ = scripted(base, random.Random(1), 0, "one")
    assert incorporate(base, [untouched]).model_copy(update={"draft": base.draft}).to_json() == base.to_json()


def in_word(base: Paper, old: str = "", new: str = "") -> Round:
    """A copy of ``base`` that has been a Word document, where ``old`` markup became ``new``."""
    fresh, out = render_docx(base), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(fresh)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            made.writestr(name, package.read(name).replace(old.encode(), new.encode(), 1) if old and name == "word/document.xml" else package.read(name))
    read = read_draft("copy.docx", fresh)
    return Round("Thandi", "", new or "same", base, read_draft("copy.docx", out.getvalue()), printed(base, read))


@pytest.mark.parametrize("typed", ["keep", "\u00a0keep", "keep\u00a0", " "])
def test_a_verdict_is_written_into_a_place_that_looks_empty(typed):
    base = with_verdicts()
    blank = tuple((*row[:2], (Run(text=VERDICT),)) for row in base.blocks[-1].rows)
    base = base.model_copy(update={"blocks": (*base.blocks[:-1], base.blocks[-1].model_copy(update={"rows": blank}))})
    place = f'<w:t xml:space="preserve">{VERDICT}</w:t>'
    assert decide(in_word(base)) == () and incorporate(base, [in_word(base)]).blocks == base.blocks
    decisions = decide(in_word(base, place, place.replace(VERDICT, typed)))
    assert [(d.kind, d.about) for d in decisions] == ([(DecisionKind.ACCEPT, "f1")] if typed.strip() else [])


def test_a_verdict_that_was_pasted_over_its_place_belongs_to_its_row():
    base = with_verdicts()
    round_ = in_word(base)
    place = content_id("verdicts-table", "cell-f2-3")
    passages = tuple(replace(passage, keys=(), text="drop") if passage.keys == (place,) else passage for passage in round_.read.passages)
    pasted = replace(round_, digest="pasted", read=replace(round_.read, passages=passages))
    assert [(d.kind, d.about) for d in decide(pasted)] == [(DecisionKind.REJECT, "f2")]
    assert "Could not be placed" not in words(incorporate(base, [pasted]))


def test_the_same_remark_at_two_places_is_two():
    def how(passages):
        for finding in ("f1", "f2"):
            place = next(n for n, p in enumerate(passages) if p.keys == (content_id("verdicts-table", f"cell-{finding}-3"),))
            passages[place] = replace(passages[place], text="Ask Sipho")

    copy_ = changed(with_verdicts(), how)
    once, again = (incorporate(with_verdicts(), copies) for copies in ([copy_], [copy_, copy_]))
    assert [c.text for c in once.comments] == ["Ask Sipho", "Ask Sipho"] == [c.text for c in again.comments]


def test_words_in_any_cell_of_the_annex_are_kept():
    base = with_verdicts()

    def how(passages):
        for part, text in (("caption", "Findings, too many"), ("cell-f1-1", "Not a lesson, I think"), ("cell-f1-2", "Keep a book and a till slip.")):
            place = next(n for n, p in enumerate(passages) if p.keys == (content_id("verdicts-table", part),))
            passages[place] = replace(passages[place], text=text)

    new = incorporate(base, [changed(base, how)])
    assert {c.text for c in new.comments} == {"Findings, too many", "Not a lesson, I think"}
    assert [(d.kind, d.after) for d in decide(changed(base, how))] == [(DecisionKind.COMMENT, "Findings, too many"), (DecisionKind.COMMENT, "Not a lesson, I think"), (DecisionKind.EDIT, "Keep a book and a till slip.")]


def test_a_draft_of_ours_is_no_export_of_a_webinar():
    for name in ("transcript.docx", "transcript.vtt"):
        with pytest.raises(BadInput) as refused:
            claim(Export(name, render_docx(paper())))
        assert refused.value.code == "file-own-paper" and "copaper review" in str(refused.value)


def test_words_in_the_annex_that_cannot_be_taken_are_remarks():
    base = with_verdicts()

    def edits(**texts: str):
        def how(passages):
            for part, text in texts.items():
                place = next(n for n, p in enumerate(passages) if p.keys == (content_id("verdicts-table", part.replace("_", "-")),))
                passages[place] = replace(passages[place], text=text)

        return [(d.kind, d.after) for d in decide(changed(base, how))]

    assert edits(cell_f1_1="Question") == [(DecisionKind.KIND, "question")]
    assert edits(cell_f1_2="Keep two books.", cell_f1_3="drop") == [(DecisionKind.REJECT, ""), (DecisionKind.COMMENT, "Keep two books.")]
    both = edits(cell_f1_2="Keep a book and a till slip.", cell_f1_3="change to: Keep a ledger in the shop.")
    assert (DecisionKind.EDIT, "Keep a book and a till slip.") in both and (DecisionKind.COMMENT, "This is to be changed: Keep a ledger in the shop.") in both


def test_a_statement_that_the_annex_cuts_off_or_tells_in_more_words_is_not_replaced_by_it():
    base = with_verdicts()
    for told in ("Keep a cash book and …", "Keep a cash book, for the market as well."):
        rows = tuple((row[0], said(told), row[2]) if n == 0 else row for n, row in enumerate(base.blocks[-1].rows))
        other = base.model_copy(update={"blocks": (*base.blocks[:-1], base.blocks[-1].model_copy(update={"rows": rows}))})

        def how(passages):
            place = next(n for n, p in enumerate(passages) if p.keys == (content_id("verdicts-table", "cell-f1-2"),))
            passages[place] = replace(passages[place], text="Keep a till slip")

        assert [(d.kind, d.after) for d in decide(changed(other, how))] == [(DecisionKind.COMMENT, "Keep a till slip")]
