"""What a paper tells of each topic, and what topics are called; fictional, made by hand."""

from __future__ import annotations

import re

import pytest

from copaper.analysis.settling import TO_ALL
from copaper.analysis.straying import LONG
from copaper.papers.choosing import stands_alone
from copaper.papers.compose import NOTHING
from copaper.papers.leaflets import BRIEF, contents
from copaper.papers.messages import KEY_MESSAGES, LONGEST
from copaper.papers.placing import SAID
from copaper.records import Ending, EndingState, Kind, Quote, Span, Status
from tests.papers.composing import DOUBTED, FULL, PLAIN, SHAPES, SPEECH, TALK, block_of, finding, found, headings, paper, said, session, theme


def test_key_messages_are_few_and_of_different_themes():
    lessons = [finding(Kind.LESSON, said(TALK, "turn", 1), id=f"l{n}", theme=f"t{n // 2}", statement=f"{SPEECH[1][1]} Number {n}.") for n in range(12)]
    composed = paper(TALK, found(TALK, lessons, [theme(n, TALK) for n in range(6)]))
    [messages] = [block for block in composed.blocks if block.id == "messages"]
    shown = [item[0].text for item in messages.items]
    assert len(shown) == KEY_MESSAGES
    assert [text.split()[-1] for text in shown] == ["0.", "2.", "4.", "6.", "8."], "one of each topic"


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


def test_a_heading_names_what_else_a_theme_is_on_but_no_name_withheld():
    composed = paper(TALK, found(TALK, (), [theme(0, TALK, label="Mentors", also=("Louw fees", "old forms"), summary=(said(TALK, "turn", 0),))]))
    assert "Mentors and old forms" in headings(composed)


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


def test_a_key_message_stands_in_its_topic_no_more():
    loose = finding(Kind.CHALLENGE, said(TALK, "turn", 1), id="loose", theme="t0", sure_of_kind=False, statement="Out of 40 traders in the rural towns only eleven have a form that is signed.")
    composed = paper(TALK, found(TALK, [loose], [theme(0, TALK)]))
    assert block_of(composed, "messages").ids == ("loose",) and block_of(composed, "theme-t0-points") is None
    assert "".join(run.text for run in block_of(composed, "theme-t0-elsewhere").runs) == "See also the key message."


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
    many = [finding(Kind.LESSON, said(TALK, "turn", 1), id=f"l{n}", theme=f"t{1 - n % 2}", statement=f"{SPEECH[1][1]} Number {n}.") for n in range(6)]  # the first two lead the paper
    planned = TALK.model_copy(update={"agenda": ("Topic number 0", "Topic number 1")})
    composed = block_of(paper(planned, found(planned, many, themes)), "kind-lesson-list")
    assert composed.ids == ("l3", "l5", "l2", "l4")
    assert [item[-1].text.strip() for item in composed.items] == ["On “Topic number 0”."] * 2 + ["On “Topic number 1”."] * 2
    unplanned = block_of(paper(TALK, found(TALK, many, themes)), "kind-lesson-list")
    assert unplanned.ids == composed.ids and not any("Topic number" in run.text for item in unplanned.items for run in item), "none has a word of its topic's name"
    few = block_of(paper(planned, found(planned, many[:5], themes)), "kind-lesson-list")
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


@pytest.mark.parametrize(("rest", "stands"), [("but we also would like.", False), ("and then we had to.", False), ("and this is what the traders like.", True)])
def test_what_breaks_off_does_not_stand_alone(rest, stands):
    one = finding(Kind.CHALLENGE, said(TALK, "turn", 0), statement=f"Traders have to bring all of their papers to the counter {rest}")
    assert stands_alone(one) is stands


def test_a_quotation_that_only_thanks_or_hides_several_names_opens_no_theme():
    lines = ("Thanks, everybody, that sounds incredibly exciting.", "Pieter Louw brings the list and Ayesha Daniels brings the form.", "We keep the register of all the river towns at the counter.")
    talk = session((*SPEECH, *zip(("Ayesha Daniels", "Pieter Louw", "Ayesha Daniels"), lines, strict=True)))
    composed = paper(talk, found(talk, (), [theme(0, talk, summary=tuple(said(talk, "turn", n) for n in (4, 5, 6)))]))
    assert [block.runs[0].text for block in composed.blocks if isinstance(block, Quote)] == [lines[2]]


@pytest.mark.parametrize(("text", "quoted"), [("And Thandi asks whether the office of the district pays for the stalls.", False), ("Small traders grew faster in the winter than we thought they would.", True), ("When we opened the stall, owners came from three towns of the valley.", True), ("The smaller towns of the province may not have.", False), ("So that page of the fund has a list of all the stalls.", False), ("This small stall has a row of cards that lead to all of the towns.", False), ("And it is clear that the stalls of the river towns open in May.", True), ("There are forty stalls in the towns by the river.", True), ("Now we have consensus to print the list of the stalls in May.", False), ("First class stalls have a roof and a door to the market hall.", True), ("First, the stalls have a roof and a door to the market hall.", False), ("To print the list of the stalls as you walk to the river towns.", False), ("To print the list of all the stalls takes the office a day.", True), ("There are also forty stalls in the towns by the river.", False), ("However, the stalls of the river towns open in May.", False), ("For the river towns the problem with the stalls will be a different one.", False), ("As you can see, the stalls of the river towns open in May.", False), ("One is a list of stalls that the office of the district keeps.", False), ("The stalls of the river towns, as you rightly say, open in March.", False), ("Thandi asked, does anybody have a list of all the stalls in the towns.", False)])
def test_what_opens_a_topic_asks_nothing_and_is_whole(text: str, quoted: bool):
    talk = session((("Ayesha Daniels", text), *SPEECH))
    composed = paper(talk, found(talk, (), (theme(0, talk, summary=(said(talk, "turn", 0),)),)))
    assert any(isinstance(block, Quote) for block in composed.blocks) is quoted


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


def test_what_was_wanted_before_it_was_not_agreed_is_told_as_said_before():
    talk = session((*SPEECH, ("Pieter Louw", "The office should print the list in May."), ("Chair", "We do not agree on the list in May.")))
    ended = Ending(state=EndingState.NOT_AGREED, said=said(talk, "turn", 5), reply=said(talk, "turn", 4))
    [item] = block_of(paper(talk, found(talk, (), (theme(0, talk, endings=(ended,)),))), "theme-t0-came-to").items
    assert "".join(run.text for run in item) == "Proposed (at 0:00:40): “The office should print the list in May.” Not agreed (at 0:00:50): “We do not agree on the list in May.”"


def test_what_was_put_to_all_and_agreed_is_told_as_a_pair():
    talk = session((*SPEECH, ("Chair", "Do we have agreement to print the list in May?"), ("Thandeka Mokgosi", "Congratulations, you have it.")))
    ended = Ending(state=EndingState.GRANTED, said=said(talk, "turn", 4), reply=said(talk, "turn", 5))
    point = finding(Kind.LESSON, said(talk, "turn", 1), id="l", theme="t0", sure_of_kind=False, statement=PLAIN)
    [item] = block_of(paper(talk, found(talk, (point,), (theme(0, talk, endings=(ended,)),))), "theme-t0-came-to").items
    assert "".join(run.text for run in item) == "Put to all (at 0:00:40): “Do we have agreement to print the list in May?” Agreed (at 0:00:50): “Congratulations, you have it.”"


@pytest.mark.parametrize(("state", "label"), [(EndingState.NEXT, "Next step"), (EndingState.CONCLUDED, "Said at the end"), (EndingState.UNCHANGED, "No change"), (EndingState.WITHDRAWN, "Not taken further"), (EndingState.NOT_ASKED, "Not put to a decision"), (EndingState.LEFT_OPEN, "Left open")])
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
    assert (decision[0].text, decision[0].bold, advice[0].text) == ("Agreed. ", True, "Proposed, not agreed. ")
    assert sum(bool(run.cite) for run in decision) == 2 and "Said of it later" not in "".join(run.text for run in decision)
    assert block_of(composed, "messages").items[0][0].text == "Agreed. "
    [told] = [texts for column in contents(composed, BRIEF[-1])["columns"] for heading, texts in column if heading == "Recommendations"]
    assert told[0].words.startswith("Proposed, not agreed. Everybody should know") and "Said of it later" not in told[0].words + told[0].note
    says_so = agreed.model_copy(update={"statement": "We have consensus that every new trader of the rural towns gets a mentor."})
    [decision] = block_of(paper(TALK, found(TALK, [says_so])), "kind-decision-list").items
    assert decision[0].text == says_so.statement


def test_a_topic_tells_what_has_the_shape_of_news_before_what_ranks_higher():
    plain = [finding(Kind.LESSON, said(TALK, "turn", 1), id=f"p{n}", theme="t0", sure_of_kind=False, statement=f"{PLAIN} Number {n}.") for n in range(SAID)]
    talk = session((*SPEECH, ("Pieter Louw", "In the first year we lent out 300 carts to you, and eleven came back broken.")))
    news = finding(Kind.STORY, said(talk, "turn", 4), id="news", theme="t0", sure_of_kind=False)
    points = block_of(paper(talk, found(talk, [*plain, news], [theme(0, talk)])), "theme-t0-points")
    assert points.ids == ("p0", "p1", "p2", "news"), "they stand in the order of their rank"


@pytest.mark.parametrize(("words", "quoted"), [("Pieter, the stalls of the river towns open in March and close in May.", False), ("The stalls that Pieter built in the river towns open in March.", True)])
def test_no_topic_opens_with_what_was_said_to_somebody_by_name(words: str, quoted: bool):
    talk = session((("Ayesha Daniels", words), ("Pieter Louw", "Good morning."), SPEECH[1]))
    composed = paper(talk, found(talk, (), (theme(0, talk, summary=(said(talk, "turn", 0),)),)))
    assert (block_of(composed, "theme-t0-quote-1") is not None) is quoted


def test_how_a_session_works_is_told_only_if_reviewers_take_it_in():
    told = finding(Kind.LESSON, said(TALK, "turn", 1), id="loose", theme="t0", sure_of_kind=False, statement=PLAIN)
    for label, status, shown in (("Opening", Status.DRAFT, False), ("Opening", Status.ACCEPTED, True), ("Mentor fees", Status.DRAFT, True)):
        composed = paper(TALK, found(TALK, [told.model_copy(update={"status": status})], [theme(0, TALK, label=label), theme(1, TALK, summary=(said(TALK, "turn", 0),))]))
        assert (label in headings(composed)) is shown
        if not shown:
            assert block_of(composed, "review-table").ids == ("loose",)


@pytest.mark.parametrize(("label", "block"), [("Printing of the list", "theme-t0-came-to"), ("Roofs of the sheds", "theme-t0-also-ended")])
def test_what_was_settled_stands_beside_a_topic_that_the_words_around_it_are_not_on(label: str, block: str):
    talk = session((*SPEECH, ("Chair", "We have agreement to print the list in May.")))
    long = Span(first_turn=0, start=0, last_turn=4, end=10, from_time=0.0, to_time=LONG + 60)
    ended = Ending(state=EndingState.GRANTED, said=said(talk, "turn", 4))
    composed = paper(talk, found(talk, (), (theme(0, talk, label=label, spans=(long,), endings=(ended,)),)))
    assert [id_ for id_ in ("theme-t0-came-to", "theme-t0-also-ended") if block_of(composed, id_) is not None] == [block]
    assert (block_of(composed, "theme-t0-also") is not None) is (block == "theme-t0-also-ended")


@pytest.mark.parametrize(("words", "shown"), [("Do we have consensus? You have it, congratulations to the group.", False), ("We have consensus on the scales of the market.", True)])
def test_what_was_settled_beside_a_topic_says_what_else_it_is_on(words: str, shown: bool):
    talk = session((*SPEECH, ("Chair", words)))
    long = Span(first_turn=0, start=0, last_turn=4, end=10, from_time=0.0, to_time=LONG + 60)
    composed = paper(talk, found(talk, (), (theme(0, talk, label="Roofs of the sheds", spans=(long,), endings=(Ending(state=EndingState.GRANTED, said=said(talk, "turn", 4)),)),)))
    assert (block_of(composed, "theme-t0-also-ended") is not None) is shown
    assert (block_of(composed, "theme-t0-came-to") is not None) is not shown, "what names no other matter ends its topic"


def test_where_nothing_leads_the_small_numbers_are_those_of_the_text():
    talk = session(SPEECH)
    [run] = block_of(paper(talk, found(talk, (), (theme(0, talk, summary=(said(talk, "turn", 0),)),))), "reading").runs
    assert run.text.startswith("Small numbers in the text lead")


SUMMED = "Let me sum up what we have. " + PLAIN + " The towns of the north pay for their own lists. " + "The lists are printed in May and in June. " * 9


@pytest.mark.parametrize(("status", "told"), [(Status.DRAFT, True), (Status.ACCEPTED, True), (Status.REJECTED, False), (Status.EDITED, False)])
def test_what_sums_a_topic_up_is_told_whole_once_unless_a_reviewer_struck_some_of_it(status: Status, told: bool):
    talk = session((*SPEECH, ("Chair", SUMMED)))
    passage = said(talk, "turn", 4)
    start = SUMMED.index(PLAIN)
    part = passage.model_copy(update={"start": start, "end": start + len(PLAIN), "quote": PLAIN})
    point = finding(Kind.LESSON, part, id="l", theme="t0", sure_of_kind=False, statement=PLAIN, status=status)
    composed = paper(talk, found(talk, (point,), (theme(0, talk, endings=(Ending(state=EndingState.SUMMED_UP, said=passage),)),)))
    came = block_of(composed, "theme-t0-came-to")
    assert (came is not None) is told
    if came is not None:
        assert "".join(run.text for run in came.items[0]).startswith("Summed up (at 0:00:40): “Let me sum up what we have.")
        assert "".join(run.text for run in came.items[0]).endswith("in June.”") and block_of(composed, "theme-t0-points") is None

def test_what_was_put_to_all_leads_whatever_it_leans_on_and_in_whole_sentences():
    long = "The fee stays. " + " ".join(["It is paid to the association of the traders on the first Monday of the month by all who sell there."] * 4)
    put = finding(Kind.DECISION, said(TALK, "turn", 0), id="p", statement=long, leans=True, sound=False, fields={"outcome": "settled", "put": TO_ALL}, settled=(said(TALK, "turn", 2),))
    composed = paper(TALK, found(TALK, [put], [theme(0, TALK)]))
    told = "".join(run.text for run in block_of(composed, "messages").items[0] if not run.cite)
    assert told.startswith("Agreed. The fee stays. It is paid") and len(told.split()) <= LONGEST + 1 and told.rstrip().endswith("there.")
    whole = block_of(composed, "kind-decision-list")
    assert long in "".join(run.text for run in whole.items[0])
