"""What somebody told in several sentences that belong together; all of it fictional."""

import pytest

from copaper.analysis.accounts import LONGEST, SHORTEST, _Account, _rounded_out, with_accounts
from copaper.analysis.thoughts import replies_at
from copaper.analysis.units import read_units
from copaper.analysis.weighing import weigh
from copaper.records import Evidence, Span, Theme
from tests import factories

ACCOUNT = (
    "In 2018 the cooperative started a seed bank with forty growers in three valleys.",
    "Every grower brings two bags of maize after the harvest and takes one bag before the rains.",
    "Last season the growers saved nine thousand rand on seed, and only two of them dropped out.",
)
OTHER = "The municipality repaired the bridge at the weir in the winter."


def found(nlp, *turns: str) -> tuple[Evidence, ...]:
    """Return the accounts of a session in which each of ``turns`` is somebody else's and all are one topic."""
    session = factories.session([(f"Speaker {n}", text) for n, text in enumerate(turns)])
    units = [unit for unit in read_units(session, nlp) if unit.where == "turn"]
    last = len(session.turns) - 1
    span = Span(first_turn=0, start=0, last_turn=last, end=len(session.turns[last].text), from_time=0.0, to_time=session.turns[last].end)
    (theme,) = with_accounts(session, units, weigh(units), (Theme(id="a", label="Seed", salience=1.0, spans=(span,)),))
    for said in theme.accounts:
        assert said.quote == session.turns[said.index].text[said.start : said.end]
    return theme.accounts


def accounts(nlp, *turns: str) -> list[str]:
    return [said.quote for said in found(nlp, *turns)]


def test_sentences_that_belong_together_are_one_account(nlp):
    told = accounts(nlp, " ".join(ACCOUNT), OTHER)
    assert told[0] == " ".join(ACCOUNT)
    assert all(SHORTEST <= len(said.split()) <= LONGEST for said in told)


@pytest.mark.parametrize(
    "led_by",
    [
        "But that was not the first one.",
        "Can everybody hear me and see the slide?",
        "Thank you very much to all of you for the question.",
        "As the chair just mentioned, the road is long.",
        "I'm just wondering who paid for the new road.",
        "I want to start by asking about the new road.",
    ],
)
def test_an_account_begins_where_outsiders_can_follow(nlp, led_by):
    assert accounts(nlp, f"{led_by} {' '.join(ACCOUNT)}", OTHER)[0] == " ".join(ACCOUNT)


@pytest.mark.parametrize(
    "turned",
    [
        "But after the hail the growers took all of the maize back.",
        "That is why the growers in the next valley want a seed bank.",
        "So what we do now is that a neighbour keeps the key of the gate.",
        "Not one of them sold the maize before the rains came.",
        "And they got twelve bags more in the winter.",
        "So the smallest growers of the valley have to buy maize again.",
        "Not one bag. Nothing. Overall the growers of the valley were worse off than before.",
    ],
)
def test_no_account_stops_before_what_turns_it_round_or_ends_it(nlp, turned):
    told = accounts(nlp, f"{' '.join(ACCOUNT)} {turned}", OTHER)
    assert any(said.endswith(turned) for said in told)
    assert not any(said.endswith(ACCOUNT[-1]) for said in told)


@pytest.mark.parametrize(
    "led_by",
    [
        "What did we learn from the drought of the year before that?",
        "The hail is a case that is slightly more complicated.",
        "Hail is a more difficult case for the growers of the valley.",
        "The growers of the valley did not sell maize either.",
        "There's always a key to the gate.",
        "the growers of the valley keep the key of the gate.",
        "Just to add to the chair, the road to the valley is long.",
        "There are several reasons for that, the growers of the valley say.",
        "Some growers are members of the bank and come to the gate.",
        "So the growers of the valley have to keep the key of the gate.",
        "Going back to the valley, the growers keep the key of the gate.",
        "The rest is kept by the growers of the valley at the gate.",
        "My alma mater is the school that the growers of the valley went to.",
    ],
)
def test_what_answers_an_own_question_or_compares_with_nothing_begins_none(nlp, led_by):
    begun = accounts(nlp, f"Good morning. {led_by} {' '.join(ACCOUNT)}", OTHER)
    assert not any(said.startswith(led_by) or led_by.endswith("?") and said.startswith(ACCOUNT[0]) for said in begun)


@pytest.mark.parametrize("led_by", ["The committee of the valley has made two things.", "The growers of the valley met the miller in the winter."])
def test_one_that_is_cut_short_at_its_end_runs_on_to_the_end_of_its_turn(nlp, led_by):
    rows = [f"Grower number {n} weighs the bags at the gate with a neighbour in the winter." for n in range(11, 22)]
    told = accounts(nlp, " ".join((led_by, *ACCOUNT, *rows)), OTHER)
    assert told and max(len(said.split()) for said in told) > 150 and any(said.endswith(rows[-1]) for said in told)


def test_none_ends_with_words_without_a_verb(nlp):
    bare = "So, in the valley of the river, many empty bags, and in the hills."
    assert not any(said.endswith(bare) for said in accounts(nlp, f"{' '.join(ACCOUNT)} {bare}", OTHER))


def test_what_somebody_tells_they_asked_stands_within(nlp):
    first, second, third = ACCOUNT
    asked = "And we asked them, what do you keep for the next year?"
    assert any(asked in said for said in accounts(nlp, f"{first} {second} {asked} {third}", OTHER))


def test_the_turn_that_a_topic_is_led_in_by_comes_first(nlp):
    told = " ".join(ACCOUNT)
    long = f"{told} Thank you very much. {' '.join([OTHER] * 12)}"
    assert [said.index for said in found(nlp, told, long)][0] == 1
    assert [said.index for said in found(nlp, told, *[OTHER] * 6, long)][0] == 0


def test_none_ends_with_the_first_of_several(nlp):
    assert not any(said.endswith("bring the seed.") for said in accounts(nlp, f"{' '.join(ACCOUNT)} One reason is that the growers bring the seed. Shall we stop?", OTHER))


def test_none_ends_with_what_is_named_and_not_told(nlp):
    rule = "So the growers made a rule, and they tell it to everybody."
    assert not any(said.endswith(rule) for said in accounts(nlp, f"{' '.join(ACCOUNT)} {rule} Shall we stop?", OTHER))


def test_what_is_counted_off_is_told_to_its_last_or_not_at_all(nlp):
    opening, *items = "The cooperative changed three things in the valley this year.", "One. The growers bring two bags of maize after the harvest.", "Two. Every grower weighs the bags at the gate with a neighbour.", "Three. After ninety days a grower may leave the seed bank without a reason."
    end = "The road to the gate was repaired in the winter by the municipality."
    told = accounts(nlp, " ".join((opening, *items, end, *(OTHER for _ in range(6)))), OTHER)
    assert any(items[0][5:] in said for said in told)
    assert all(items[2][7:] in said for said in told if items[0][5:] in said or items[1][5:] in said)


def test_questions_and_talk_about_the_meeting_stand_in_none(nlp):
    first, second, third = ACCOUNT
    for between in ("Do you know how many growers there are in the valley?", "I will show the next slide now.", "Let me share my screen with the table of growers.", "The road is the old one, I forget which number it has."):
        assert not any(between in said for said in accounts(nlp, f"{first} {second} {between} {third}", OTHER))


@pytest.mark.parametrize("asks", ["So what did the growers do then?", "And I asked them, what did you do with the rest?"])
def test_a_question_that_its_speaker_answers_stands_within_but_ends_none(nlp, asks):
    first, second, third = ACCOUNT
    told = accounts(nlp, f"{first} {second} {asks} {third}", OTHER)
    assert any(asks in said and said.endswith(third) for said in told) and not any(said.endswith(asks) for said in told)


def test_a_sentence_whose_full_stop_was_lost_does_not_end_an_account_before_it(nlp):
    first, second, third = ACCOUNT
    told = accounts(nlp, f"{first} {second.removesuffix('.')} And {third[0].lower()}{third[1:]}", OTHER)
    assert any(second.removesuffix(".") in said for said in told)


def test_what_somebody_asked_for_begins_none_that_takes_it_for_known(nlp):
    answer = f"The taxi was nine hundred rand a day with the driver. {' '.join(ACCOUNT)}"
    assert any(said.startswith("The taxi") for said in accounts(nlp, OTHER, answer))
    begun = accounts(nlp, "What did it cost?", answer)
    assert begun and not any(said.startswith("The taxi") for said in begun)


def test_what_was_is_told_though_a_meeting_is_run_in_such_words(nlp):
    first, second, third = ACCOUNT
    queue = "The growers waited two hours in the queue with their masks."
    assert any(queue in said for said in accounts(nlp, f"{first} {second} {queue} {third}", OTHER))
    assert not any("Mute" in said for said in accounts(nlp, f"{first} {second} Mute your microphones in the queue. {third}", OTHER))


def test_accounts_that_nearly_meet_are_one(nlp):
    first, second, third = ACCOUNT
    nursery = "In the winter the nursery at the river sold nine hundred trees to three schools.", "The schools plant trees with the children, and the nursery pays six people from two villages."
    link = "The village has a river."
    told = accounts(nlp, " ".join((first, second, third, link, *nursery, *(f"{OTHER} Nobody uses it." for _ in range(9)))), OTHER)
    assert any(third in said and nursery[0] in said and link in said for said in told)


def test_what_only_leads_up_to_a_question_comes_after_others(nlp):
    asks, tells = f"{' '.join(ACCOUNT)} What does the ministry do for the growers?", " ".join(ACCOUNT)
    assert [said.index for said in found(nlp, asks, OTHER, tells)] == [2, 0]
    assert [said.index for said in found(nlp, tells, OTHER, tells)] == [0, 2]


def test_a_transcript_that_shows_no_ends_of_sentences_has_none(nlp):
    bare = " ".join(ACCOUNT).replace(".", "").casefold()
    assert accounts(nlp, f"{bare} {bare} {bare}", bare, bare) == []


def test_the_same_words_give_the_same_accounts(nlp):
    talk = (" ".join(ACCOUNT), OTHER, " ".join(ACCOUNT))
    assert accounts(nlp, *talk) == accounts(nlp, *talk) != []


def test_who_asked_before_a_sentence_is_found_without_copying_what_was_said(nlp):
    class Units(list):
        def __getitem__(self, place):
            assert not isinstance(place, slice)
            return super().__getitem__(place)

    units = Units(read_units(factories.session([("Sipho", "Who keeps the seed?"), ("Zanele", OTHER)]), nlp))
    assert replies_at(units, 1) and not replies_at(units, 0)


def test_none_ends_before_its_speaker_judges_it(nlp):
    judged = "That's a very strong position for the valley."
    assert all(judged in said for said in accounts(nlp, f"{' '.join(ACCOUNT)} {judged} Shall we stop?", OTHER) if ACCOUNT[2] in said)


def test_one_that_tells_a_failure_goes_on_to_what_was_changed(nlp):
    change = ("So we changed the rule for everybody.", "Now each grower weighs the bags at the gate with a neighbour, and forty growers stayed.")
    filler = "The municipality paid for the road to the weir in the winter after the flood."
    told = accounts(nlp, " ".join((*ACCOUNT, "The bags were not weighed.", *change, *(filler for _ in range(9)))), OTHER)
    assert all(change[1] in said for said in told[:1])


def test_what_says_what_a_topic_is_comes_first(nlp):
    _, second, third = ACCOUNT
    defined = "A seed bank is a place where growers of one valley keep a part of their maize for the next season."
    told = accounts(nlp, " ".join(ACCOUNT), OTHER, f"{defined} {second} {third}".replace("two", "four"))
    assert told[0].startswith(defined)
    assert not accounts(nlp, " ".join(ACCOUNT), OTHER, f"{defined} {second} {third}".replace("seed bank", "barn"))[0].startswith("A barn")


@pytest.mark.parametrize("turned", ["Just in terms of the weir, the municipality repaired the gates with the fishermen.", "So, to quickly sum things up, the gates of the weir worked for the fishermen."])
def test_none_goes_on_where_its_speaker_turns_to_something_else(nlp, turned):
    told = accounts(nlp, f"{' '.join(ACCOUNT)} {turned} The fishermen bring their boats to the harbour at noon.", OTHER)
    assert " ".join(ACCOUNT) in told and not any(ACCOUNT[2] in said and turned in said for said in told)


@pytest.mark.parametrize(("shown", "ends"), [("So this is the seed and maize example.", False), ("So this is the seed and maize bank of three valleys.", True)])
def test_none_ends_with_what_only_shows_what_is_not_told(nlp, shown, ends):
    assert any(said.endswith(shown) for said in accounts(nlp, f"{' '.join(ACCOUNT)} {shown}", OTHER)) is ends


def test_the_main_one_of_what_was_told_before_begins_none(nlp):
    first, second, third = ACCOUNT
    for begin, can in (("The main delay comes from the seed bank at the river.", False), ("The main problem comes from the seed bank at the river.", True)):
        assert any(said.startswith(begin) for said in accounts(nlp, f"{begin} {second} {third}", OTHER)) is can


def test_a_reply_that_only_its_question_explains_is_told_with_it_if_it_says_something(nlp):
    asked, led = "Would you tell the growers of the valley why the seed bank was started?", "We started it in 2018 with forty growers in three valleys."
    [first, *_] = found(nlp, asked, f"{led} {' '.join(ACCOUNT[1:])}", OTHER)
    assert first.quote.startswith(led) and first.asked is not None and first.asked.quote == asked
    assert not any(one.quote.startswith(led) and one.asked is not None for one in found(nlp, OTHER, f"{led} {' '.join(ACCOUNT[1:])}", OTHER))
    [first, *_] = found(nlp, asked, f"Madam Chair, it is one. {' '.join(ACCOUNT)}", OTHER)
    assert first.quote.startswith(ACCOUNT[0]) and first.asked is None


@pytest.mark.parametrize("led_by", ["I see that as a part of an old service.", "We have a slightly different view of the road.", "The research that you're referring to is about the road.", "Our experience with it was good for the road.", "2.14.0 is the number of the road.", "The weir does the rest for the road."])
def test_what_points_at_what_is_not_told_begins_none(nlp, led_by):
    assert accounts(nlp, f"{led_by} {' '.join(ACCOUNT)}", OTHER)[0] == " ".join(ACCOUNT)


def test_an_account_begins_with_the_words_that_say_when_it_was(nlp) -> None:
    told = "We had a list of the growers who wanted a loan of the fund. We did not agree to pay it out to all of them. The bank said that it would wait for the harvest."
    for dates, first in (("To clear this up, the last time that we spoke of it, in May of 2019.", 0), ("Thanks to Nandi for the report of last month.", 1)):
        units = read_units(factories.session([("Sipho", f"{dates} {told}")]), nlp)
        assert _rounded_out(units, _Account(1.0, 1, 3)).first == first


@pytest.mark.parametrize(
    "within",
    [
        "Every grower has one minute, and the others say thank you.",
        "The bank has two rules, that's all.",
        "The first scale came from a shop in town, I won't say from whom.",
    ],
)
def test_what_only_sounds_like_talk_of_the_meeting_stands_within(nlp, within):
    told = f"{ACCOUNT[0]} {ACCOUNT[1]} {within} {ACCOUNT[2]}"
    assert accounts(nlp, told, OTHER)[0] == told


@pytest.mark.parametrize("within", ["The bank has two rules, and I won't say more of them here.", "And to all of you thank you for the seed."])
def test_what_is_talk_of_the_meeting_does_not(nlp, within):
    assert all(within not in said for said in accounts(nlp, f"{ACCOUNT[0]} {ACCOUNT[1]} {within} {ACCOUNT[2]}", OTHER))


def test_an_account_begins_with_what_is_done_now(nlp):
    done = f"So what we do now is the seed bank of the school. {ACCOUNT[1]} {ACCOUNT[2]}"
    assert accounts(nlp, f"There was a hole in the roof of the barn and the rain came in. It rained for days. {done}", OTHER)[0].startswith("So what we do now is the seed bank")
