"""What may stand in a section of its kind, and what is told with its theme alone; fictional."""

from __future__ import annotations


import pytest

from copaper.papers.sections import _NEEDED, GOES_ON, belongs, is_no_outcome, is_outcome, is_settled, with_own_kind
from copaper.records import Evidence, Finding, Kind, Session, Status
from tests import factories
from tests.papers.composing import SOURCE, found, headings, paper, theme


def told(kind: Kind, statement: str, **more) -> tuple[Finding, Session]:
    talk = factories.session([("Nandi", statement)], sources=(SOURCE,))
    evidence = Evidence(where="turn", index=0, start=0, end=len(statement), time=0.0, participant=talk.turns[0].participant, quote=statement)
    return Finding(**{"id": "f", "kind": kind, "statement": statement, "evidence": (evidence,), "confidence": 0.9, **more}), talk


@pytest.mark.parametrize(
    ("kind", "statement", "wanted"),
    [
        (Kind.DECISION, "It's agreed, we move the seedling market to the first Saturday of May.", True),
        (Kind.DECISION, "We have consensus to print the price list in Setswana as well.", True),
        (Kind.DECISION, "We have agreed that the cooperative keeps one book for all growers.", True),
        (Kind.DECISION, "If it's agreed that we keep one book, the growers can read it.", False),
        (Kind.DECISION, "Without the growers we would have agreed that the market moves.", False),
        (Kind.DECISION, "In the absence of a chair we have agreed to keep the old price list.", False),
        (Kind.DECISION, "Is it agreed that the market moves to the first Saturday of May?", False),
        (Kind.DECISION, "The first point on our list is the new price of seedlings.", False),
        (Kind.DECISION, "She says that it was agreed to move the market of seedlings.", False),
        (Kind.RECOMMENDATION, "I can assure you that we need to keep the clinics open and that we do our best.", False),
        (Kind.RECOMMENDATION, "We want to assure the quality of the data, so we should check each list.", True),
        (Kind.CHALLENGE, "We introduced fees and that is a huge challenge for poor families.", True),
        (Kind.RECOMMENDATION, "I can tell you that you should write the list before.", True),
        (Kind.CHALLENGE, "We introduced a fee and the problem is that people no longer come.", True),
        (Kind.RECOMMENDATION, "I can see that we need to keep the clinics open.", True),
        (Kind.CHALLENGE, "We added a delay so that the problem of the reader does not come back.", False),
        (Kind.CHALLENGE, "The problem is that the reader stops at each word.", True),
        (Kind.DECISION, "When the drought came the university decided to send seedlings by post.", False),
        (Kind.DECISION, "We had had a market in March, and it rained that week, so we decided to meet in the hall.", False),
        (Kind.DECISION, "At the last meeting we decided that the market moves to the first Saturday of May.", False),
        (Kind.DECISION, "After talks with the bank, we have decided to follow its rule for the crates.", False),
        (Kind.DECISION, "For the cold store the growers made a list, and we settled on two sizes of crate.", False),
        (Kind.DECISION, "In this meeting we decided that the market moves to the first Saturday of May.", True),
        (Kind.DECISION, "So we have now decided to keep one book for all growers.", True),
        (Kind.RECOMMENDATION, "We need to wait for the first rain anyway, because all beds have to be dug.", False),
        (Kind.RECOMMENDATION, "We need to better understand where the growers lose their crates.", False),
        (Kind.RECOMMENDATION, "We need to understand that a grower without a van cannot come to town.", True),
        (Kind.PRACTICE, "We rent one cold store to all the berry growers of the valley.", True),
        (Kind.PRACTICE, "Every Friday I walk the rows with the grower and count the crates.", True),
        (Kind.PRACTICE, "On the left there's the part that holds the price of each crate.", False),
        (Kind.PRACTICE, "The buyers do pay within a month, and still nobody sells to them.", False),
        (Kind.PRACTICE, "We can rent a cold store if the growers want one.", False),
        (Kind.PRACTICE, "We are very aware of the price that the growers get.", False),
        (Kind.PRACTICE, "We have picking with short ladders, and the crates are ours.", False),
        (Kind.LESSON, "We learned that a crate counted twice is sold once.", True),
        (Kind.LESSON, "You can do picking, packing, and, yeah, some pruning.", False),
        (Kind.CHALLENGE, "The problem is that the road to the cold store floods each May.", True),
        (Kind.CHALLENGE, "Most growers prefer a hard lid on the crate.", False),
        (Kind.CHALLENGE, "The hall is full of growers that we have never heard of.", False),
        (Kind.CHALLENGE, "The growers don't know bookkeeping but they know the market.", False),
        (Kind.CHALLENGE, "Is it a problem that the road floods?", False),
        (Kind.CHALLENGE, "Friction could mean anything from a slow scale to a gate that fails.", False),
        (Kind.CHALLENGE, "The growers are asked by us to report any problem with the crates.", False),
        (Kind.CHALLENGE, "I was not able to open the page with the prices just now.", False),
        (Kind.CHALLENGE, "More complicated scales can send the weight along, and maybe there is some way to print it.", False),
        (Kind.CHALLENGE, "The scale of the cold store is too complicated for most growers.", True),
        (Kind.CHALLENGE, "I'm interested in the case of the grower who failed to sell.", False),
        (Kind.CHALLENGE, "We skip the gate as there's no point in weighing an empty crate.", False),
        (Kind.CHALLENGE, "We have a need to ask more growers and to bring the barriers down.", False),
        (Kind.CHALLENGE, "I challenge anybody to find a crate that is older than this one.", False),
        (Kind.CHALLENGE, "The small growers are at risk when the river is high.", True),
        (Kind.RECOMMENDATION, "The province should repair the road before the berries are ripe.", True),
        (Kind.RECOMMENDATION, "We need to count the crates before the truck leaves.", True),
        (Kind.RECOMMENDATION, "Officers work with growers so that all of them have the crates and the lids they need to be able to sell.", False),
        (Kind.RECOMMENDATION, "Plan a whole day for the road to the cold store.", True),
        (Kind.RECOMMENDATION, "I think we can do it if we use the old crates of the valley.", False),
        (Kind.RECOMMENDATION, "Why the lid rather than the crate, as we should know both.", False),
        (Kind.RECOMMENDATION, "He suggested that growers should count crates twice.", False),
        (Kind.RECOMMENDATION, "The honourable member should look at the prices of the market again.", False),
        (Kind.CHALLENGE, "We're not finding a problem here with the crates, and we're not seeing the price as an issue.", False),
        (Kind.CHALLENGE, "We have not found a solution to the problem of the road.", True),
        (Kind.RECOMMENDATION, "The question is not whether we should count the crates, but if we should weigh them too.", False),
        (Kind.RECOMMENDATION, "I was just thinking that we should maybe count the crates first.", False),
        (Kind.COMMITMENT, "I'll send the price list to every grower by Friday.", True),
        (Kind.COMMITMENT, "The chance to test the soil will be critical to the next harvest.", False),
        (Kind.QUESTION, "Who repairs the road to the cold store?", True),
        (Kind.QUESTION, "Can I just note that the road is closed?", False),
        (Kind.QUESTION, "Can I then, again, note for the record that the road is closed?", False),
        (Kind.QUESTION, "Nandi, do you want to say anything more about the road?", False),
        (Kind.QUESTION, "Can you share the price list please?", False),
        (Kind.QUESTION, "Does anybody have any other questions on the cold store?", False),
        (Kind.QUESTION, "Should I share the price list from here?", False),
        (Kind.QUESTION, "Should we wait for the truck from the valley?", True),
        (Kind.QUESTION, "Does that make sense to everybody?", False),
        (Kind.QUESTION, "Does it make sense to buy one truck for both valleys?", True),
        (Kind.QUESTION, "Would you like me to count the crates again?", False),
        (Kind.QUESTION, "Are you still on mute?", False),
        (Kind.QUESTION, "Nandi, do you want to expand a little bit on the list that you put up?", False),
        (Kind.QUESTION, "Does someone from the valley want to give an update on the road?", False),
        (Kind.QUESTION, "Do any of the growers disagree?", False),
        (Kind.QUESTION, "Do any growers disagree with the bank on the price of the crates?", True),
        (Kind.QUESTION, "Are you done with the road to the cold store?", True),
        (Kind.QUESTION, "And for the road, who would like to go first?", False),
        (Kind.QUESTION, "Can we raise pigs on the land behind the store?", True),
        (Kind.QUESTION, "Can I raise a further point on the store?", False),
    ],
)  # fmt: skip
def test_only_what_says_so_outright_belongs_to_its_kind(kind, statement, wanted):
    assert belongs(*told(kind, statement)) is wanted


@pytest.mark.parametrize(("lead", "wanted"), [("On the previous call the growers spoke up. ", False), ("The growers spoke up. ", True)])
def test_what_an_earlier_meeting_decided_is_no_decision_of_this_one(lead, wanted):
    decided = "We decided today to keep one book for all growers."
    talk = factories.session([("Nandi", lead + decided)], sources=(SOURCE,))
    evidence = Evidence(where="turn", index=0, start=len(lead), end=len(lead + decided), time=0.0, participant=talk.turns[0].participant, quote=decided)
    assert belongs(Finding(id="f", kind=Kind.DECISION, statement=decided, evidence=(evidence,), confidence=0.9), talk) is wanted


def test_what_a_meeting_came_to_stands_in_its_section_whatever_its_words():
    said, talk = told(Kind.COMMITMENT, "The price list on Friday.")
    assert not belongs(said, talk)
    assert belongs(said.model_copy(update={"fields": {"outcome": "promised"}}), talk)


@pytest.mark.parametrize("opened, closed", [("“", "”"), ('"', '"')])
def test_what_somebody_reads_out_is_no_practice_of_theirs(opened, closed):
    statement = "We rent one cold store to all the berry growers of the valley."
    read_out, talk = told(Kind.PRACTICE, f"The old page says {opened}{statement} We count each crate.{closed} That is past.")
    start = talk.turns[0].text.index(statement)
    evidence = read_out.evidence[0].model_copy(update={"start": start, "end": start + len(statement), "quote": statement})
    assert not belongs(read_out.model_copy(update={"statement": statement, "evidence": (evidence,)}), talk)
    _, own = told(Kind.PRACTICE, f"The {opened}old{closed} page is gone. {statement}")
    start = own.turns[0].text.index(statement)
    evidence = evidence.model_copy(update={"start": start, "end": start + len(statement)})
    assert belongs(read_out.model_copy(update={"statement": statement, "evidence": (evidence,)}), own)


@pytest.mark.parametrize(
    ("title", "statement", "wanted"),
    [
        ("Counting the crates", "We now count the crates twice before the truck leaves.", True),
        ("Writing a letter", "In our ward we wrote a letter to each of the growers.", True),
        ("Visiting the farms", "The most we learned of the crop we learned by visiting the farms.", True),
        ("Choosing the largest crate", "We asked the growers to choose the largest crate of the row.", False),
        ("Using short rows", "Often the growers use short rows to reach the water.", False),
        ("Adding a column", "I added a column to the price list.", False),
        ("Counting the crates", "When we count the crates the lids are missing.", False),
        ("Adding a column", "We did add a column to the price list in the last edition.", False),
        ("Adding a column", "We add a column to the price list for each new grower.", True),
        ("Printing the list", "We are still in the process of printing the list of the growers.", False),
    ],
)
def test_a_practice_is_what_the_speaker_s_own_people_do(title, statement, wanted):
    assert belongs(*told(Kind.PRACTICE, statement, fields={"title": title})) is wanted


@pytest.mark.parametrize(("more", "wanted"), [(10, True), (GOES_ON + 10, False)])
def test_a_question_that_its_speaker_goes_on_from_is_none(more, wanted):
    asked = "How do we keep the berries cold?"
    talk = factories.session([("Nandi", asked + " word" * more)])
    evidence = Evidence(where="turn", index=0, start=0, end=len(asked), time=0.0, participant=talk.turns[0].participant, quote=asked)
    assert belongs(Finding(id="q", kind=Kind.QUESTION, statement=asked, evidence=(evidence,), confidence=0.9), talk) is wanted


def test_what_settles_something_as_it_is_said_is_a_decision_whatever_else_it_is_like():
    settled, talk = told(Kind.COMMITMENT, "I see many hands. It's agreed, we'll write a price list, and Nandi and Sizwe will bring it in May.", sure_of_kind=False)
    assert with_own_kind(settled).kind is Kind.DECISION
    assert "Decisions" in headings(paper(talk, found(talk, [settled], [theme(0, talk)])))
    assert "Decisions" in headings(paper(talk, found(talk, [settled.model_copy(update={"stands_alone": False})], [theme(0, talk)])))
    assert with_own_kind(settled.model_copy(update={"status": Status.EDITED})).kind is Kind.COMMITMENT, "a reviewer knows better"
    earlier, _ = told(Kind.STORY, "Two years ago we decided to build a cold store of our own.")
    assert with_own_kind(earlier).kind is Kind.STORY and not is_settled("They say that it has been agreed for the whole valley.")


def test_what_does_not_belong_is_told_with_its_theme():
    doubtful, talk = told(Kind.CHALLENGE, "Most growers prefer a hard lid on each crate of berries.", theme="t0")
    composed = paper(talk, found(talk, [doubtful], [theme(0, talk)]))
    assert "Challenges" not in headings(composed)
    assert next(block for block in composed.blocks if block.id == "theme-t0-points").ids == ("f",)


@pytest.mark.parametrize(("statement", "outcome"), [("You have stage two.", "briefly settled"), ("We have consensus to print the price list in Setswana from March.", "proposed")])
def test_what_does_not_say_what_was_settled_or_was_put_off_is_told_as_settled_nowhere(statement: str, outcome: str):
    told_, talk = told(Kind.DECISION, statement, theme="t0", fields={"outcome": outcome})
    assert is_no_outcome(told_) and not is_outcome(told_) and with_own_kind(told_.model_copy(update={"kind": Kind.STORY})).kind is Kind.STORY
    composed = paper(talk, found(talk, [told_], [theme(0, talk)]))
    assert [block.id for block in composed.blocks if told_.id in getattr(block, "ids", ())] == ["review-table"]
    taken = paper(talk, found(talk, [told_.model_copy(update={"status": Status.ACCEPTED})], [theme(0, talk)]))
    assert any(told_.id in getattr(block, "ids", ()) for block in taken.blocks if block.id not in ("review-table", "verdicts-table"))


def test_what_somebody_else_was_heard_to_say_is_no_challenge_of_the_speaker():
    told_of, talk = told(Kind.CHALLENGE, "Somebody said to me there is a problem with the demand from the river towns.")
    own, its_talk = told(Kind.CHALLENGE, "There is a problem with the demand from the river towns.")
    assert belongs(own, its_talk)
    assert not belongs(told_of, talk)


@pytest.mark.parametrize("statement", ["I think the risk is very low that the stalls close.", "If we are fine with taking the risk, the stalls can open.", "It would not surprise me if nobody had a problem.", "It takes almost no time to report the problem."])
def test_what_says_that_there_is_no_trouble_is_no_challenge(statement: str):
    assert not belongs(*told(Kind.CHALLENGE, statement))


def test_what_opens_with_a_quotation_mark_is_read_out():
    statement = "And “We rent one cold store to all the berry growers of the valley."
    finding, talk = told(Kind.PRACTICE, statement)
    assert not belongs(finding, talk)
    assert belongs(*told(Kind.PRACTICE, "“Documents day” is what we call it, and we rent one hall to all the growers."))


@pytest.mark.parametrize("statement", ["The owners get the form but they can't read it.", "We run the clinic but we have a shortage of nurses.", "They apply every year but they have never been paid, which is a problem.", "There’s no water at the market."])
def test_trouble_after_a_but_is_a_challenge(statement: str):
    assert belongs(*told(Kind.CHALLENGE, statement))


def test_inches_are_no_quotation_marks():
    statement = "We rent one cold store to all the berry growers of the valley."
    practice, talk = told(Kind.PRACTICE, f'We put a 10" screen into each shop. {statement} There is a second one with a 7" screen.')
    own = practice.model_copy(update={"statement": statement})
    assert belongs(own, talk)


@pytest.mark.parametrize(("end", "earnest"), [(".", True), (". \U0001f605", False), (", lol.", False), (" ;-)", False), (". \U0001f64f", True)])
def test_who_laughs_in_the_chat_decides_and_promises_nothing(end: str, earnest: bool):
    for kind, statement in ((Kind.DECISION, "It is agreed, we buy the old truck of the cooperative"), (Kind.COMMITMENT, "I'll bring the old truck of the cooperative by Friday")):
        talk = factories.session([], [("Nandi", statement + end)], sources=(SOURCE,))
        evidence = Evidence(where="message", index=0, start=0, end=len(statement + end), time=0.0, participant=talk.messages[0].participant, quote=statement + end)
        assert belongs(Finding(id="f", kind=kind, statement=statement + end, evidence=(evidence,), confidence=0.9), talk) is earnest


@pytest.mark.parametrize("part", ["so, ", "word-"])
def test_long_runs_come_to_an_end(part: str):
    assert _NEEDED.search(part * 5000) is None
