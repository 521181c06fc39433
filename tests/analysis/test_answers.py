"""Which words of a reply are quoted as the answer to a question; fictional, made by hand."""

import pytest

from copaper.analysis.answers import asked_at, leaves_open, says_yes_or_no
from copaper.analysis.questions import answers_to, is_put
from copaper.analysis.units import read_units
from copaper.records import Message
from tests import factories

FUND = "Does the fund pay for the transport of the crates to the coast?"
OPENING = "When do the cold stores open for the small growers?"
OPEN_IN_MAY = "The cold stores open for small growers in May, as soon as the engineers have repaired the roof."


def answered(nlp, *speech: tuple[str, str], chat=()) -> tuple[str, list[str]]:
    """Return the state of the question that is the first sentence of all, and what is quoted as its answer."""
    talk = factories.session(speech, chat)
    state, answers = answers_to(talk, read_units(talk, nlp), 0)
    for answer in answers:
        holder = talk.turns[answer.index] if answer.where == "turn" else talk.messages[answer.index]
        assert holder.text[answer.start : answer.end] == answer.quote
    return state, [answer.quote for answer in answers]


def test_the_sentence_that_answers_is_quoted_and_not_the_run_up(nlp) -> None:
    run_up = "I know that many people in the valley have been worried about this for the whole of the winter."
    assert answered(nlp, ("Nandi", OPENING), ("Sizwe", f"{run_up} {OPEN_IN_MAY} And then?")) == ("answered", [OPEN_IN_MAY])


def test_a_reply_that_is_nowhere_better_is_quoted_from_its_beginning(nlp) -> None:
    first = "Nobody can give a date for that before the engineers have been there."
    assert answered(nlp, ("Nandi", OPENING), ("Sizwe", f"{first} They will come by truck, and then they will write to us."))[1][0].startswith(first)


def test_a_reply_is_quoted_from_its_first_sentence_that_says_something(nlp) -> None:
    question = "What do the cold stores at the harbour have for the small growers of the valley?"
    first = "The engineers of the province put ropes and lamps into each of them in the spring, and a bell."
    later = "To be clear, a store that is there for small growers has a green door with a number on it."
    assert answered(nlp, ("Nandi", question), ("Sizwe", f"{first} {later}"))[1] == [first]


def test_who_cannot_say_it_yet_is_quoted_before_what_is_said_around_it(nlp) -> None:
    around = "A truck will come to the gate when the engineers and the province and the bank have all said that it is safe to have one there."
    loss = "At the moment I am not in a position to give a day to anybody."
    assert answered(nlp, ("Nandi", OPENING), ("Sizwe", f"{around} {loss}")) == ("open", [loss])


def test_what_limits_an_answer_is_quoted_with_it(nlp) -> None:
    question = "Do these rules apply to colleges and to universities?"
    both, limit = "These rules apply to all, and the work on them goes on in the schools and in the colleges of the whole valley.", "Clearly, universities we would not be able to tell what to do."
    assert answered(nlp, ("Nandi", question), ("Sizwe", f"{both} {limit} The weather was good."))[1] == [f"{both} {limit}"]


def test_a_sentence_that_points_back_is_quoted_with_the_one_before(nlp) -> None:
    before, both = "The engineers repair the roof and the road.", "Those repairs must be done in May before the cold stores can open for the small growers."
    assert answered(nlp, ("Nandi", OPENING), ("Sizwe", f"Well. {before} {both}"))[1] == [f"{before} {both}"]


def test_no_answer_is_made_of_what_breaks_off(nlp) -> None:
    reply = "The cold stores open in May, behind a new gate at the harbour."
    assert answered(nlp, ("Nandi", OPENING), ("Sizwe", f"{reply} And the small growers then get a—"))[1] == [reply]


def test_no_that_stands_alone_answers_whatever_follows(nlp) -> None:
    units = read_units(factories.session([("Nandi", FUND), ("Sizwe", "No. That would be the task of a bank in some other town behind the mountains.")]), nlp)
    assert len(units) == 2 and says_yes_or_no(units[1], asked_at(units, 0))


def test_a_yes_may_stand_behind_what_it_is_on(nlp) -> None:
    units = read_units(factories.session([("Nandi", FUND), ("Sizwe", "When it comes to crates for the coast, yes, there is some money left.")]), nlp)
    assert says_yes_or_no(units[1], asked_at(units, 0))


@pytest.mark.parametrize(("words", "state"), [("Okay, so we leave that one open.", "open"), ("So that's also open.", "open"), ("Okay, thank you for that.", "replied"), ("The gate of that store is also open.", "replied"), ("So for them it's still open.", "replied")])
def test_a_question_stays_open_where_somebody_says_so_after_the_reply(nlp, words: str, state: str) -> None:
    reply = "Somebody wrote a list of that in June, but I would not use it any more."
    found, quotes = answered(nlp, ("Nandi", OPENING), ("Sizwe", reply), ("Host", words))
    assert (found, quotes) == (state, [reply, words] if state == "open" else [reply])


def test_what_is_said_to_stay_open_after_another_question_is_that_one(nlp) -> None:
    reply, asked = "Somebody wrote a list of that in June, but I would not use it any more.", "Who drives the lorry up to the mountains on a Sunday?"
    assert answered(nlp, ("Nandi", OPENING), ("Sizwe", reply), ("Host", asked), ("Host", "So that's also open."))[0] == "replied"


def test_words_of_the_question_that_come_back_much_later_are_no_answer(nlp) -> None:
    later = "The cold stores of the small growers open onto the road to the harbour, where boats lie in a row."
    talk = factories.session([("Thabo", "We drive on Sundays."), ("Sizwe", later)], [("Nandi", OPENING)])
    for delay, state in ((100.0, "answered"), (400.0, "open")):
        mark = talk.turns[-1].cues[0].model_copy(update={"start": delay, "end": delay + 10})
        moved = talk.model_copy(update={"turns": (*talk.turns[:-1], talk.turns[-1].model_copy(update={"start": delay, "end": delay + 10, "cues": (mark,)}))})
        units = read_units(moved, nlp)
        assert answers_to(moved, units, next(i for i, unit in enumerate(units) if unit.where == "message"))[0] == state


def test_a_reply_at_once_that_takes_up_much_of_a_long_question_answers_it(nlp) -> None:
    question = "Could the engineers of the province repair the roofs of the old stores at the harbour and in the valley for the widows and the small growers before the winter rains begin?"
    assert answered(nlp, ("Nandi", question), ("Sizwe", "The engineers of the province repair the roof of a store where a family keeps more than four tons of apples."))[0] == "answered"
    assert answered(nlp, ("Nandi", question), ("Sizwe", "The province has more than four towns that wait for a train."))[0] == "replied"


def test_a_title_is_not_cut_at_the_full_stop_in_it(nlp) -> None:
    reply = "It is all told in 'Cold Stores. Small Growers' for the growers who want to read when a store in the valley opens."
    assert answered(nlp, ("Nandi", OPENING), ("Sizwe", reply))[1] == [reply]


def test_yes_stands_beside_what_says_more(nlp) -> None:
    reply = ("Yes.", "Well, we had long talks with the bank on all of this in the winter.", "The fund pays for the transport of every crate that goes down to the coast.")
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", " ".join(reply))) == ("answered", [reply[0], reply[2]])
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", f"{reply[0]} {reply[2]} The bank was content.")) == ("answered", [f"{reply[0]} {reply[2]}"])


@pytest.mark.parametrize("question", ["How does the fund pay for the transport of the crates?", "Could you tell us how the fund pays for the transport?"])
def test_yes_answers_nothing_but_a_question_of_yes_or_no(nlp, question: str) -> None:
    assert answered(nlp, ("Nandi", question), ("Sizwe", "Yes, sure.")) == ("open", [])
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", "Yes, sure.")) == ("answered", ["Yes, sure."])


def test_nods_a_question_back_and_whoever_gives_the_floor_are_passed_over(nlp) -> None:
    between = (("Thabo", "Mm."), ("Sizwe", "Do you mean the big ones or the small ones?"), ("Nandi", "The big ones."), ("Host", "The hon. Sizwe Dube in thirty seconds, please."), ("Host", "Over to Sizwe for that."))
    assert answered(nlp, ("Nandi", OPENING), *between, ("Sizwe", OPEN_IN_MAY)) == ("answered", [OPEN_IN_MAY])


def test_the_answer_may_come_in_the_next_turn_of_whoever_replied(nlp) -> None:
    first, objection = ("Sizwe", "We are in close touch with many people along the whole of the coast."), "But there was no word of it in the letter."
    later = "The fund pays for the transport of crates to the coast as soon as the bank has signed the paper."
    assert answered(nlp, ("Nandi", FUND), first, ("Nandi", objection), ("Sizwe", later)) == ("answered", [later])
    another = answered(nlp, ("Nandi", FUND), first, ("Nandi", "And who pays for the crates?"), ("Sizwe", later.replace("The fund", "I hear that the fund")))
    assert another[1] != [later]


def test_what_its_asker_goes_on_from_long_was_put_to_nobody(nlp) -> None:
    reply = ("Sizwe", "It snowed on the pass, and nobody came up there for the whole of the week.")
    goes_on = "The growers stood at the gate with full trucks every morning and waited for hours. " * 5
    assert answered(nlp, ("Nandi", OPENING), reply)[0] == "replied"
    assert answered(nlp, ("Nandi", f"{OPENING} {goes_on}"), reply) == ("open", [])


def test_who_replies_at_once_comes_before_who_says_the_words_later(nlp) -> None:
    reply = "It takes until May before anybody can go up there with an engineer, and we will continue to look at the roof."
    later = "I think the small growers in the north have cold stores that are open in the winter and have new roofs."
    assert answered(nlp, ("Nandi", OPENING), ("Sizwe", reply), ("Thabo", later)) == ("replied", [reply])


def test_a_question_is_left_open_where_somebody_does_not_know(nlp) -> None:
    for loss in ("I really don't know that, and nobody in our office does.", "We don't have the answer to that either, I am afraid."):
        assert answered(nlp, ("Nandi", OPENING), ("Sizwe", loss)) == ("open", [loss])
    assert answered(nlp, ("Nandi", OPENING), ("Sizwe", "I don't know, maybe in the first week of May."))[0] == "replied"
    assert answered(nlp, ("Nandi", OPENING), ("Sizwe", "Why not? I don't know. There is nothing that speaks against it."))[0] != "open"


@pytest.mark.parametrize("words", ["We don't know each other well yet, so we began with a braai.", "Nobody knows the stores better than the drivers.", "They said we don't know how to thank you."])
def test_not_every_not_knowing_is_of_the_answer(nlp, words: str) -> None:
    [unit] = read_units(factories.session([("Sizwe", words)]), nlp)
    assert not leaves_open(unit)


def test_what_answers_a_third_person_answers_nobody_else(nlp) -> None:
    asked, other = "Do you know when the market at the coast opens in the morning?", "Yes, it opens at six in the morning at the coast."
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", "Um, well."), ("Pieter", asked), ("Sizwe", other)) == ("open", [])


def test_a_yes_is_to_the_last_of_two_questions(nlp) -> None:
    two = f"{FUND} Do the growers need a licence for the lorry?"
    assert answered(nlp, ("Nandi", two), ("Sizwe", "Yes, every grower needs a licence from the town."))[0] != "answered"


@pytest.mark.parametrize("words", ["Yes, good morning everybody and sorry that I am late today.", "No problem, I will look into all of it and write to you."])
def test_a_yes_that_goes_on_about_something_else_is_none(nlp, words: str) -> None:
    units = read_units(factories.session([("Nandi", FUND), ("Sizwe", words)]), nlp)
    assert not says_yes_or_no(units[1], asked_at(units, 0))


def test_what_only_says_the_question_again_is_not_quoted(nlp) -> None:
    again, reply = "And the cold stores of the small growers.", "Our engineers have to look at the roof before anybody can go in."
    assert answered(nlp, ("Nandi", OPENING), ("Sizwe", f"{again} {reply}"))[1] == [reply]


@pytest.mark.parametrize("words", ["Of course, when we talked with the bank in the winter, we had all of the growers of the coast there.", "It is the bank that has to write to us before the winter."])
def test_what_only_begins_like_a_yes_is_none(nlp, words: str) -> None:
    units = read_units(factories.session([("Nandi", FUND), ("Host", words)]), nlp)
    assert not says_yes_or_no(units[1], asked_at(units, 0))


def test_the_words_of_the_question_turned_round_are_a_yes(nlp) -> None:
    words = "It is the bank that has to write to the growers."
    units = read_units(factories.session([("Nandi", "Is it the bank that has to write?"), ("Host", words)]), nlp)
    assert says_yes_or_no(units[1], asked_at(units, 0))


def test_a_reply_in_the_chat_answers_what_it_replies_to(nlp) -> None:
    talk = factories.session((), [("Nandi", OPENING), ("Thabo", "The road was repaired last week by the province."), ("Sizwe", "From the first of May on, as I read it.")])
    messages = (*talk.messages[:2], Message(**{**talk.messages[2].model_dump(), "reply_to": 0}))
    state, answers = answers_to(replied := talk.model_copy(update={"messages": messages}), read_units(replied, nlp), 0)
    assert (state, [answer.quote for answer in answers]) == ("replied", ["From the first of May on, as I read it."])
    assert answers_to(talk, read_units(talk, nlp), 0) == ("open", ())


def test_a_reply_to_the_rest_of_a_message_answers_the_question_in_it(nlp) -> None:
    reply = "From the first of May on, as I read it."
    talk = factories.session((), [("Nandi", OPENING), ("Nandi", "I ask for the growers in the hills."), ("Sizwe", reply)])
    soon, late = (tuple(message.model_copy(update={"time": message.index * apart, "reply_to": 1 if message.index == 2 else None}) for message in talk.messages) for apart in (5.0, 60.0))
    for messages, answered in ((soon, [reply]), (late, [])):
        of = talk.model_copy(update={"messages": messages})
        assert [answer.quote for answer in answers_to(of, read_units(of, nlp), 0)[1]] == answered


@pytest.mark.parametrize(("to", "answered"), [("@NM", True), ("@NX", False)])
def test_who_asked_is_spoken_to_by_initials_too(nlp, to, answered) -> None:
    talk = factories.session((), [("Nandi Mokoena", OPENING), ("Sizwe", f"{to} from the first of May on, as I read it.")])
    assert bool(answers_to(talk, read_units(talk, nlp), 0)[1]) is answered


@pytest.mark.parametrize(
    ("words", "put"),
    [
        ("What do the cold stores cost the growers?", True),
        ("Nandi asks whether the growers pay for the crates.", True),
        ("Anyone here who knows of a fund for crates?", True),
        ("Do the growers pay for the crates?", True),
        ("We will go on to Sizwe for the cold stores of the growers?", False),
        ("Do the growers buy with loans, with loan, of a fund?", False),
        ("Can we just get, does any other grower have a cold store?", False),
        ("Can you tell us, does any other grower have a cold store?", True),
        ("Crates for ten years, so the growers must wait how many seasons?", False),
    ],
)
def test_only_what_is_built_as_a_question_can_be_put_in_a_paper(nlp, words: str, put: bool) -> None:
    units = read_units(factories.session([("Host", words)]), nlp)
    assert is_put(units[0]) is put


@pytest.mark.parametrize(("words", "wanted"), [(FUND, True), ("The fund pays for the crates?", True), (OPENING, False), ("Can you explain the transport of the crates?", False), ("Can growers without crates use the fund?", True), ("Do they know who pays?", True), ("Do the growers pay or borrow the money for the crates?", False), ("Do the growers want to buy or rent any crates?", True), ("Will it be in the cold store or will it be at the gate?", False)])
def test_which_questions_yes_or_no_answers(nlp, words: str, wanted: bool) -> None:
    units = read_units(factories.session([("Host", words)]), nlp)
    assert asked_at(units, 0).yes_or_no is wanted


def test_a_short_answer_is_quoted_with_what_explains_it_and_not_another_s_words(nlp) -> None:
    short, more = "I don't think so.", "As I said before, it has money for the growers and not for the lorries."
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", f"{short} {more} It was a cold winter.")) == ("answered", [f"{short} {more}"])
    other = "Just to say that the transport of crates to the coast is paid for by the fund of the town."
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", "It might."), ("Host", "Okay."), ("Thabo", other)) == ("answered", ["It might."])


def test_what_is_denied_in_the_words_of_the_question_answers_it(nlp) -> None:
    reply = "The fund does not pay for the transport of crates."
    assert answered(nlp, ("Nandi", f"How do you see it, and {FUND[0].lower()}{FUND[1:]}"), ("Sizwe", f"{reply} It pays for the doors and the lamps of the stores, and nobody has asked for more than that."))[1][0].startswith(reply)


def test_a_short_sentence_of_the_question_s_own_words_affirms_it(nlp) -> None:
    reply = ("It would be possible.", "The engineers of the province put ropes and lamps into each store of the harbour in the spring, for all of the small growers to see by.")
    assert answered(nlp, ("Nandi", "Would it be possible for the growers to open the stores in May?"), ("Sizwe", " ".join(reply)))[1][0].startswith(reply[0])


def test_a_reply_may_decline_to_answer(nlp) -> None:
    reply = "We don't publish that; we publish the sum of all."
    assert answered(nlp, ("Nandi", "Could you tell us which of the growers owe money to the fund?"), ("Sizwe", reply)) == ("declined", [reply])


def test_a_question_that_is_put_again_after_some_words_still_waits_for_its_answer(nlp) -> None:
    between = "I have walked along all of the harbour, and I have looked behind every door that was there to be found. " * 4
    again = f"{OPENING} {between}So when are the cold stores to open?"
    assert answered(nlp, ("Nandi", again), ("Sizwe", OPEN_IN_MAY)) == ("answered", [OPEN_IN_MAY])
    nothing = "It snowed on the pass, and nobody came up there for the whole of the week."
    assert answered(nlp, ("Nandi", f"{OPENING} {between}"), ("Sizwe", nothing)) == ("open", [])


@pytest.mark.parametrize("words", ["It is a good thing to look at, but I'll ask Thabo to tell you more of it.", "If I can add to that, we have heard of many growers who wait for it."])
def test_whoever_gives_a_question_on_or_adds_to_it_does_not_answer_it(nlp, words: str) -> None:
    assert answered(nlp, ("Nandi", OPENING), ("Sizwe", words), ("Thabo", OPEN_IN_MAY)) == ("answered", [OPEN_IN_MAY])


@pytest.mark.parametrize(("written", "state"), [("@Nandi - not yet.", "answered"), ("Nandi: the roof is being mended, so that it takes some weeks.", "replied"), ("@Thabo - the roof is being mended, so that it takes some weeks.", "open"), ("The roof is being mended, so that it takes some weeks.", "open")])
def test_a_message_to_whoever_asked_in_the_chat_replies(nlp, written: str, state: str) -> None:
    question = "Do the cold stores open for us already?" if "not" in written else OPENING
    assert answered(nlp, chat=[("Nandi", question), ("Thabo", "Good morning to all."), ("Sizwe", written)])[0] == state


def test_a_reply_begins_with_its_first_sentence_on_the_question_however_well_a_later_one_fits(nlp) -> None:
    first, between = "Well, we are giving up the paper list.", "That was the first thing."
    later = "The list of the cold stores that are open for small growers will then be a map, and the small growers of the valley can open it on a phone."
    quotes = answered(nlp, ("Nandi", "How do the small growers get the list of cold stores that are open?"), ("Sizwe", f"{first} {between} {later}"))[1]
    assert quotes[0].startswith(first) and quotes[-1].endswith(later)


def test_a_yes_that_is_said_twice_is_quoted_with_what_it_leads_to(nlp) -> None:
    reply = "Yes. Yes. The transport of the crates is paid until the end of May."
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", reply))[1] == [reply]


def test_a_sentence_that_was_cut_in_two_is_quoted_whole(nlp) -> None:
    reply = "I can reassure my hon. friend that the fund pays for the transport of all crates."
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", reply))[1] == [reply]


@pytest.mark.parametrize("first", ["Well, I think that has still to be settled.", "Yes, we have had long talks on it with the bank in the winter."])
def test_a_first_sentence_that_takes_a_stance_is_quoted_without_a_word_of_the_question(nlp, first: str) -> None:
    more = "The fund pays for the transport of every crate that goes down to the coast."
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", f"{first} {more}"))[1] == [f"{first} {more}"]


def test_yes_to_a_question_with_a_tag_answers_it(nlp) -> None:
    question = "Could you give an assurance that the cold stores of the harbour stay open?"
    assert answered(nlp, ("Nandi", f"{question} Is that the intention?"), ("Sizwe", "Yes."))[0] == "answered"


def test_nobody_takes_up_a_question_from_which_the_meeting_goes_on(nlp) -> None:
    later = "The cold stores were painted in the winter, and the province paid for that."
    for host, replied in (("Okay. The next questions are from Thabo.", False), ("Okay. Thabo knows the stores.", True)):
        assert bool(answered(nlp, ("Nandi", OPENING), ("Host", host), ("Thabo", later))[1]) is replied


def test_a_message_between_the_sentences_of_a_long_reply_does_not_end_it(nlp) -> None:
    run_up = "I know that many people in the valley have been worried about this for the whole of the winter."
    talk = factories.session([("Nandi", OPENING), ("Sizwe", run_up), ("Sizwe", OPEN_IN_MAY)], [("Thabo", "Good luck to all of you with the roof.")])
    reply = talk.turns[1]
    cues = (reply.cues[0], reply.cues[1].model_copy(update={"start": 200.0, "end": 210.0}))
    late = talk.messages[0].model_copy(update={"time": 180.0})
    moved = talk.model_copy(update={"turns": (talk.turns[0], reply.model_copy(update={"cues": cues, "end": 210.0})), "messages": (late,)})
    state, answers = answers_to(moved, read_units(moved, nlp), 0)
    assert (state, [answer.quote for answer in answers]) == ("answered", [OPEN_IN_MAY])


LISTS = "Have the crates at the harbour been counted this year?"
COUNTED = "It hasn't been possible to count the crates in the way in which we do that in other years."


def test_what_is_admitted_is_quoted_with_what_stands_against_it(nlp) -> None:
    against = "However, I am glad to say that a list of the harbour is printed in May."
    assert answered(nlp, ("Nandi", LISTS), ("Sizwe", f"The winter was a hard one for all of us. {COUNTED} {against}"))[1][0].endswith(f"{COUNTED} {against}")


@pytest.mark.parametrize("begun", ["Otherwise the crates at the harbour have been counted by nobody this year.", "And then the crates at the harbour have been counted this year."])
def test_no_reply_begins_with_what_goes_on_from_something_else(nlp, begun: str) -> None:
    assert not any(quote.startswith(begun) for quote in answered(nlp, ("Nandi", LISTS), ("Sizwe", begun))[1])


def test_until_when_something_can_be_done_belongs_to_the_reply(nlp) -> None:
    yes, until = "Yes, the fund pays for the transport of the crates that are sent to the coast by a grower of the valley.", "Write to us, and we need your letter by the tenth of May."
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", f"{yes} {until}"))[1] == [f"{yes} {until}"]
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", f"{yes} Write to us, and we need your letter on the gate."))[1] == [yes]


def test_a_yes_to_whoever_gives_the_floor_is_none(nlp) -> None:
    said = "The fund pays for the transport of crates since the spring."
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", "Lindiwe would like to come in, I think."), ("Lindiwe", f"Of course. Thanks, Sizwe. {said}"))[1] == [said]


@pytest.mark.parametrize("handed", ["The deputy minister would like to come in on the crates, I think, as she knows of them.", "Lindiwe, can you answer that one for the growers of the valley?"])
def test_a_question_that_is_handed_on_is_answered_by_whoever_gets_it(nlp, handed: str) -> None:
    said = "The fund pays for crates up to a weight of ten kilos, and for the lorry."
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", handed), ("Lindiwe", said))[1] == [said]


def test_a_question_of_which_its_asker_says_that_it_gets_no_answer_now_is_open(nlp) -> None:
    assert answered(nlp, ("Nandi", f"{FUND} I know that we cannot get an answer for this now."), ("Sizwe", "It pays for the transport of all crates that go to the coast since May."))[0] == "open"


def test_what_is_left_open_of_another_question_is_not_of_this_one(nlp) -> None:
    talk = factories.session([("Lindiwe", "The cold stores open for the small growers in May."), ("Sizwe", "And who paints the gate of the harbour?"), ("Lindiwe", "I think that we leave that open.")], [("Nandi", OPENING)])
    units = read_units(talk, nlp)
    at = next(i for i, unit in enumerate(units) if unit.where == "message")
    assert all("leave that open" not in answer.quote for answer in answers_to(talk, units, at)[1])


def test_a_run_up_is_not_quoted_before_the_yes_that_it_leads_to(nlp) -> None:
    yes = "Yes, the fund pays for the transport of crates that go to the coast."
    for run_up in ("I can take the one on the fund and the crates.", "I can take the one on transport. It's Sizwe from the harbour."):
        assert answered(nlp, ("Nandi", FUND), ("Sizwe", f"{run_up} {yes}"))[1] == [yes]


def test_whoever_leads_gives_the_floor_and_answers_nothing(nlp) -> None:
    said = "The fund pays for crates up to a weight of ten kilos, and for the lorry."
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", "The time is up for the fund, but I'll give the honourable member a few seconds to answer."), ("Lindiwe", said))[1] == [said]
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", "Honourable member, go ahead for the fund, in thirty seconds or less."), ("Lindiwe", said))[1] == [said]


def test_who_tells_what_another_asks_answers_nothing(nlp) -> None:
    talk = factories.session([("Sizwe", "Nandi asks when the cold stores open for the small growers, as she said."), ("Thabo", "The road to the town is closed.")], [("Nandi", OPENING)])
    units = read_units(talk, nlp)
    at = next(i for i, unit in enumerate(units) if unit.where == "message")
    assert answers_to(talk, units, at)[0] == "open"


def test_a_question_may_leave_out_its_verb(nlp) -> None:
    units = read_units(factories.session([("Nandi", "Any fund for the guides of the harbour? Any other questions?")]), nlp)
    assert [is_put(unit) for unit in units] == [True, False]


def test_who_says_i_do_to_a_question_to_anybody_says_nothing(nlp) -> None:
    asked = "Does anyone have a rope for the boats at the harbour of the town?"
    assert answered(nlp, ("Nandi", asked), ("Sizwe", "Yes, I do.")) == ("open", [])
    rope = "Yes, there is a rope in the store behind the mill."
    assert answered(nlp, ("Nandi", asked), ("Sizwe", rope))[1] == [rope]


def test_what_is_up_for_others_and_a_but_that_tells_nothing_change_no_reply(nlp) -> None:
    said = "The time is up for small growers as the dam is empty."
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", f"{said} They sell what they have to the fund."), ("Lindiwe", "The growers of the valley bring their maize to the mill."))[1][0].startswith(said)
    refused = "I wouldn't like to comment on that, but thank you for asking."
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", refused), ("Lindiwe", "The growers of the valley bring their maize to the mill."))[0] == "declined"


def test_who_did_not_know_and_comes_to_the_answer_has_answered(nlp) -> None:
    aloud = "So I don't know. Let me think aloud for a moment about how the lorries come down from the valley."
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", f"{aloud} They stop at the mill, so I think the answer is yes, if the mill signs for them."))[0] == "answered"
    assert answered(nlp, ("Nandi", FUND), ("Sizwe", aloud))[0] == "open"


ASIDE = ("Thandi", "I like the new crates.")


def test_the_next_in_a_thread_replies_to_a_question_in_it(nlp) -> None:
    talk = factories.session((), [ASIDE, ("Nandi", "What would you take for the lorry then?"), ("Sizwe", "Ninety crates is fine, as the axle was mended.")])
    first, *others = talk.messages
    for thread, state in ((0, "replied"), (None, "open")):
        put = talk.model_copy(update={"messages": (first, *(message.model_copy(update={"reply_to": thread}) for message in others))})
        units = read_units(put, nlp)
        assert answers_to(put, units, next(i for i, unit in enumerate(units) if unit.text.startswith("What")))[0] == state


def test_a_question_that_was_read_out_is_answered_behind_what_was_asked_back(nlp) -> None:
    told = "Yes, we have tried that with six bags of what grows up here."
    read = [("Chair", "There is one question in the chat: do the cold stores dry maize in the winter?"), ("Sizwe", "Do you mean the maize of the small growers?"), ("Nandi", "I mean what is left in the field."), ("Sizwe", told)]
    talk = factories.session(read, [("Nandi", "Do the cold stores dry maize in the winter too?")])
    units = read_units(talk, nlp)
    assert [answer.quote for answer in answers_to(talk, units, next(i for i, unit in enumerate(units) if unit.where == "message"))[1]] == [told]
