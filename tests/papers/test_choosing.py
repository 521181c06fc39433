"""What a paper shows, and what it calls it: tables of (words, what becomes of them)."""

from __future__ import annotations

import pytest

from copaper.papers.choosing import counts_on, ends_open, in_sentence, is_asked, is_dated_promise, is_read_out, is_telling, is_within, stands_alone
from copaper.records import Evidence, Finding, Kind

TELLING = [
    ("In option two we keep the old price list and print a new one for the growers.", False),
    ("Berry Base is a programme of the province that rents cold stores to growers.", False),
    ("The fund should publish the forms once a year and keep them for all of the year.", True),
    ("It is what they told me when I asked them about it last year.", False),
    ("We also learned that there were some issues with the forms of the fund.", False),
    ("A book comes first.", False),
    ("I want [name withheld] to write down what the bank has said to us.", False),
]


@pytest.mark.parametrize(("statement", "telling"), TELLING)
def test_what_may_open_a_paper(statement, telling):
    assert is_telling(statement) is telling


@pytest.mark.parametrize(
    ("quote", "read_out"),
    [
        ("“Weighing is the heart of what we do in every market.”", True),
        ('And "Weighing is the heart of what we do in every market.', True),
        ("“Counting crates” is the name of our report on markets.", False),
        ("We call it the “crate day” in our market.", False),
    ],
)
def test_what_is_read_out_is_not_the_speakers(quote, read_out):
    assert is_read_out(quote) is read_out


@pytest.mark.parametrize(("statement", "asked"), [("Who keeps the book?", True), ("Can a trader without a licence apply", True), ("The bank asks whether the deposit was paid.", True), ("I wonder about the deposit.", False)])
def test_only_what_is_asked_can_be_left_open(statement, asked):
    assert is_asked(statement) is asked


@pytest.mark.parametrize(
    ("statement", "asked"),
    [("Getters go from outer to inner, if that makes sense?", False), ("That is the old form, right?", False), ("Who pays for the visit, you know?", True), ("And do you post all of that on Facebook?", True), ("And who holds the copyright?", True), ("Does it work for dairies?", True)],
)
def test_a_remark_with_a_question_mark_asks_nothing(statement, asked):
    assert bool(is_asked(statement)) is asked


def test_words_are_within_others_whatever_the_signs_between():
    assert is_within("By post, of course.", "we send it by post of course and by bus")
    assert not is_within("by bus and post", "by post and bus")


def test_a_label_keeps_the_capital_that_the_talk_gives_it() -> None:
    talk = "We sell to the Sotho schools, and the Sotho schools pay in time. Mentors come too. All mentors do."
    assert in_sentence("Sotho schools", talk=talk) == "Sotho schools"
    assert in_sentence("Mentors", talk=talk) == "mentors"
    assert in_sentence("Crates", talk=talk) == "crates"


@pytest.mark.parametrize("statement", ["Why the form rather than a visit on site to every one of the traders we need both.", "How can we count the stalls that stand empty by the river in the winter months of the year."])
def test_what_begins_as_a_question_opens_no_paper(statement: str):
    assert not is_telling(statement)
    assert is_telling(f"The office tells the traders every week: {statement[:1].lower()}{statement[1:]}")


@pytest.mark.parametrize(
    ("statement", "open_"),
    [
        ("We have to think of the harm that the drought will.", True),
        ("They gave the office a list with the names of their.", True),
        ("The owner of the stall pays for a.", True),
        ("Nobody knows what the bank will.", False),
        ("Some of the growers are short of vitamin A.", False),
        ("The office repairs what the rain can spoil.", False),
        ("The stalls by the river open in May.", False),
        ("Nobody asked them what it may.", False),
        ("They are those that we may.", True),
    ],
)
def test_what_ends_on_a_word_that_asks_for_another_is_open(statement, open_):
    assert ends_open(statement) is open_


@pytest.mark.parametrize(
    ("statement", "alone"),
    [
        ("Never buy a second scale for the gate. She has a title now, and a desk by the window.", False),
        ("The owner bought a second scale for the gate. She has a title now, and a desk.", True),
        ("Never buy a second scale for the gate. It has to be read by hand every day.", True),
    ],
)
def test_whoever_is_told_of_has_to_be_named(statement, alone):
    evidence = Evidence(where="turn", index=0, start=0, end=4, time=0.0, participant="p", quote="Word")
    assert stands_alone(Finding(id="f", kind=Kind.LESSON, statement=statement, evidence=(evidence,), confidence=0.9)) is alone


@pytest.mark.parametrize(("statement", "alone"), [("A listing is not access to buyers.", True), ("A listing gives owners access to buyers.", False), ("It is not access.", False)])
def test_news_may_be_short(statement: str, alone: bool):
    own = Evidence(where="turn", index=0, start=0, end=len(statement), time=0.0, participant="p", quote=statement)
    assert stands_alone(Finding(id="f", kind=Kind.CHALLENGE, statement=statement, evidence=(own,), confidence=0.5)) is alone


def stating(statement: str, kind: Kind = Kind.CHALLENGE, **more) -> Finding:
    evidence = Evidence(where="turn", index=0, start=0, end=4, time=0.0, participant="p", quote="Word")
    return Finding(id="f", kind=kind, statement=statement, evidence=(evidence,), confidence=0.9, **more)


@pytest.mark.parametrize(
    ("statement", "alone"),
    [
        ("The growers of the valley wash the crates by the river.", True),
        ("You can see there is no lid on the crates by the river.", False),
        ("If you noticed that the crates have a lid, they are blue.", False),
        ("For the slide with the crates we asked the growers of the valley.", False),
        ("The crates have no lid, because remember, we sold the lids in May.", False),
        ("The crates change what we saw on the left side of the gate.", False),
        ("Remember to wash the crates of the growers by the river.", True),
        ("However, the growers of the valley wash the crates by the river.", False),
        ("By contrast, the growers of the valley wash the crates by the river.", False),
        ("Alternatively, the growers of the valley wash the crates by the river.", False),
        ("In fact, the growers of the valley wash the crates by the river.", False),
        ("The other option would be to wash the crates by the river.", False),
        ("The first would be to wash the crates of the growers in May.", False),
        ("We learned that there were some issues around crates and lids.", False),
        ("We learned that there were some issues that the growers had with wet lids.", True),
        ("For older growers the problem with lids will be a different one.", False),
        ("I want to clarify the price of the crates by the river.", False),
        ("The crates should be could be washed in the river by the growers.", False),
        ("Do the growers of the valley wash the crates by the river?", False),
        ("We have seen the problem itself being an issue to us.", False),
        ("In Limpopo there is an office with a list of all crates.", False),
        ("The problem persists, and by the river it is worse for growers.", False),
        ("I will go through what the problem with the crates by the river is.", False),
        ("I'm sure the committee is aware of the crates that growers wash by the river.", False),
        ("We are working very closely with the growers of the valley on crates.", False),
        ("We work with the growers of the valley on a list of crates.", True),
        ("I'm very pleased to say that growers of the valley sold the crates by May.", True),
        ("I think we are reassured that the growers of the valley wash the crates.", False),
    ],
)
def test_a_statement_points_at_nothing_that_is_not_there(statement: str, alone: bool):
    assert stands_alone(stating(statement)) is alone


def test_only_what_is_sound_is_told():
    statement = "The growers of the valley wash the crates by the river."
    assert stands_alone(stating(statement))
    assert not stands_alone(stating(statement, sound=False))
    assert stands_alone(stating("Who of the growers wash the crates?", Kind.QUESTION, sound=False))


@pytest.mark.parametrize(("statement", "alone"), [("I'll send the list of crates with all prices to her before the May market.", False), ("I'll call the manager of the depot and send the list of crates to her in May.", True),
    ("I'll let you know as soon as we have the prices of the crates.", False), ("I'll get it done by Thursday for the growers of the valley.", False), ("I can take care of it tomorrow at the depot of the growers.", False), ("We will put those forms for the growers on the wall of the office before the end of May.", True), ("I can tell you that we will open a desk for the growers of the valley in June.", True), ("I'll send you all the list of the crates by Thursday in May.", True),
])  # fmt: skip
def test_a_promise_says_to_whom(statement: str, alone: bool):
    assert stands_alone(stating(statement, Kind.COMMITMENT)) is alone


def test_what_was_assumed_is_told_only_with_how_it_is():
    assumed = stating("In theory the scale of the market should weigh the wet crates as well as the dry ones.")
    after = assumed.evidence[0].model_copy(update={"quote": "Right now it stops in the rain."})
    assert not stands_alone(assumed) and stands_alone(assumed.model_copy(update={"more": (after,)}))


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("We do two things for the growers. The first is to lend them a scale.", True),
        ("There are three main reasons for the fee. Firstly, the scale costs money.", True),
        ("We do two things for the growers. The first is to lend a scale, the second to mend it.", False),
        ("The first thing that we do is to lend a scale.", False),
        ("We have two options for the scale, one is to lend it and one is to buy it.", False),
        ("There are several reasons why no one is at the market by six.", False),
    ],
)
def test_words_that_begin_to_count_come_further_than_the_first(words: str, counts: bool):
    assert counts_on(words) is counts


@pytest.mark.parametrize(
    ("statement", "is_one"),
    [
        ("I'll do the policy of the riders on one page, by the fifth of June, and send it to them.", True),
        ("I'll write it by Friday the tenth.", False),
        ("I'll do the policy of the riders on one page, when I'm back.", False),
    ],
)
def test_a_promise_with_its_day_is_told_whatever_stands_around_it(statement: str, is_one: bool):
    said = Evidence(where="turn", index=0, start=0, end=len(statement), time=0.0, participant="p", quote=statement)
    promise = Finding(id="f", kind=Kind.COMMITMENT, statement=statement, evidence=(said,), theme="", confidence=0.5, fields={"said": "outright"}, sound=True, leans=True)
    assert is_dated_promise(promise) is is_one
    assert not is_dated_promise(promise.model_copy(update={"kind": Kind.LESSON})) and not is_dated_promise(promise.model_copy(update={"fields": {}}))
    if is_one:
        assert stands_alone(promise) and stands_alone(promise.model_copy(update={"sound": False})), "whatever the parser makes of it"
