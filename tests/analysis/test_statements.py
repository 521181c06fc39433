"""Spoken words in, printed statements out."""

import pytest

from copaper.analysis.statements import clause_end, clean_following, clean_quotation, clean_statement, first_of_thought, hangs, is_courtesy, is_whole
from copaper.analysis.units import Unit

PAIRS = [
    ("What this does is tie in in those farms with the old market.", "What this does is tie in in those farms with the old market."),
    ("We are in in the old market every day.", "We are in the old market every day."),
    ("It was a one by one kind of thing for all of us there.", "It was a one by one kind of thing for all of us there."),
    ("The list has room for 100,000people of the province.", "The list has room for 100,000 people of the province."),
    ("There is no shame in closing a shop.", "There is no shame in closing a shop."),
    ("Shame, the owner lost all his stock.", "The owner lost all his stock."),
    ("Do you know the price of the crates?", "Do you know the price of the crates?"),
    ("The crates, you know, cost more in May.", "The crates cost more in May."),
    ("As you know, the crates cost more in May.", "As you know, the crates cost more in May."),
    ("What I mean is the price of the crates.", "What I mean is the price of the crates."),
    ("Obviously, Chair, the crates cost more in May.", "The crates cost more in May."),
    ("Like, the blue crates cost more.", "The blue crates cost more."),
    ("So, um, we we visit the shop every, uh, Friday", "We visit the shop every Friday."),
    ("Ja, nee, the banks want three years of financials.", "The banks want three years of financials."),
    ("Yeah I think the forms are far too long.", "I think the forms are far too long."),
    ("and you know the SMMEs sort of wait for their money", "The SMMEs wait for their money."),
    # A repeated phrase is a false start; "very, very" is not.
    ("we have to we have to start with the market", "We have to start with the market."),
    ("It is a very very small bakkie.", "It is a very very small bakkie."),
    ("We tested the file input, input mask and the list.", "We tested the file input, input mask and the list."),
    ("It is not the adviser who shares it, it is the client.", "It is not the adviser who shares it, it is the client."),
    ("We we, we visit the shop, and the, the owner counts.", "We visit the shop, and the owner counts."),
    ("It's, it's a problem that there, there is no form.", "It's a problem that there is no form."),
    ("The time is kept from when .send() is called by the gate , not later.", "The time is kept from when .send() is called by the gate, not later."),
    ("It is a very, very good scale, in many, many shops.", "It is a very, very good scale, in many, many shops."),
    ("In the winter it's zero, zero, zero, and then a lot.", "In the winter it's zero, zero, zero, and then a lot."),
    ("It, it does not tell the owner anything.", "It does not tell the owner anything."),
    ("We weigh the crates. It, it tells the owner something.", "We weigh the crates. It tells the owner something."),
    # What somebody says is no sentence of its own: alone it would be advice.
    ("The buyers are signaling You should close the shop.", "The buyers are signaling you should close the shop."),
    ("Who pays for the mentors once the grant is over?", "Who pays for the mentors once the grant is over?"),
    # Recognition began a sentence without ending the one before; a title is left alone.
    ("we open no form in the first meeting What we have is one page", "We open no form in the first meeting. What we have is one page."),
    ("Guide For The Advisers Of The Province", "Guide For The Advisers Of The Province."),
    # What leads on, what transcribers note, and half of a pair of quotation marks.
    ("For example, the crates cost more in May.", "The crates cost more in May."),
    ("Furthermore, the owners pay [beat] in cash (laughter).", "The owners pay in cash."),
    ("In addition to the crates the owner pays for the van.", "In addition to the crates the owner pays for the van."),
    ("Thus far the crates cost more.", "Thus far the crates cost more."),
    ("As you quite rightly say, the crates cost more in May.", "The crates cost more in May."),
    ("As you say of the crates, so it is.", "As you say of the crates, so it is."),
    ("“The crates cost more in May", "The crates cost more in May."),
    ("(There are ten crates in the shed.", "There are ten crates in the shed."),
    ("(All of the crates) stand in the shed.", "(All of the crates) stand in the shed."),
    ("Stay Learning' is a statement on the platform", "Stay Learning is a statement on the platform."),
    ("The teams' work is on the platform", "The teams' work is on the platform."),
    ("What we do is we use the cash book for the crates.", "We use the cash book for the crates."),
    ("What we do now, we open no crate in the first week.", "We open no crate in the first week."),
    ("What we do matters to the owners.", "What we do matters to the owners."),
    # Begun anew with the same word; an apposition is none. A pause before a noun is no comma.
    ("The plan was to only do – only make the crates blue.", "The plan was to only make the crates blue."),
    ("We look after a child – a child of four.", "We look after a child – a child of four."),
    ("The, crates cost more in May.", "The crates cost more in May."),
    ("The owner said “the crates cost more”.", "The owner said “the crates cost more”."),
    # A quotation that goes on in the next sentence: without its mark it would be the speaker's own.
    ("It opens with the words “We count before we buy.", "It opens with the words “We count before we buy”."),
    ('It opens with the words "We count before we buy.', 'It opens with the words "We count before we buy".'),
    ('The sign says "count first", and then "buy later" below.', 'The sign says "count first", and then "buy later" below.'),
    ("We count before we buy” and then we drive.", "We count before we buy and then we drive."),
    # Said twice, also over a comma, behind dashes or thrice; a stray capital behind a word that leads on.
    ("There's a bug in the scale, there's, There seems to be a gap in the gate.", "There's a bug in the scale, there seems to be a gap in the gate."),
    ("We want the smaller, smaller crates for the market.", "We want the smaller crates for the market."),
    ("The crates in the rain are very very very heavy.", "The crates in the rain are very heavy."),
    ("The buyer is the -- the owner of the cold store.", "The buyer is the owner of the cold store."),
    ("The crates give you only, like, a part of the price.", "The crates give you only a part of the price."),
    ("The crates that they sold and you know don't show.", "The crates that they sold and don't show."),
    ("When the rain stops, then It will take a week for the crates to dry.", "When the rain stops, then it will take a week for the crates to dry."),
    ("The fact is that, Eventually, the crates of the growers will be sold.", "The fact is that, eventually, the crates of the growers will be sold."),
    # What ties a sentence to the one before it.
    ("We also learned that the crates cost more in May.", "We learned that the crates cost more in May."),
    ("Therefore we want the crates to have a lid.", "We want the crates to have a lid."),
    ("You are correct to say that the crates cost more in May.", "The crates cost more in May."),
    ("Sure so we sell the crates in May.", "We sell the crates in May."),
    ("We check every one of the crates hopefully that answers your question.", "We check every one of the crates."),
    ("So far the crates cost more in May.", "So far the crates cost more in May."),
    # A word that carries the meaning is no run-up unless a mark sets it off.
    ("No shop is perfect, and no owner either.", "No shop is perfect, and no owner either."),
    ("And no shop can be closed for that.", "No shop can be closed for that."),
    ("No, the owner pays for the crates.", "The owner pays for the crates."),
    ("Thanks to the grant, the shop stays open.", "Thanks to the grant, the shop stays open."),
    ("Great owners count their stock.", "Great owners count their stock."),
    ("Look at the stock before you buy crates.", "Look at the stock before you buy crates."),
    ("Now that the grant is paid, the owner hires.", "Now that the grant is paid, the owner hires."),
    ("I think that will cost the owner a month.", "I think that will cost the owner a month."),
    # Nothing is left but noise: the words stay as they are.
    ("So yeah.", "So yeah."),
    ("", ""),
    # Speech recognition sets a capital after a pause; names and titles keep theirs.
    ("The small traders need to think about what they need For the rent of the stall.", "The small traders need to think about what they need for the rent of the stall."),
    ("We sent the form to the Office For Small Traders.", "We sent the form to the Office For Small Traders."),
    ("Which means that for every form, the owner waits a week.", "For every form, the owner waits a week."),
    ("The learners got three As and more in the exam.", "The learners got three As and more in the exam."),
    ("We run a course called Making ends meet in two towns.", "We run a course called Making ends meet in two towns."),
]


@pytest.mark.parametrize(("spoken", "printed"), PAIRS)
def test_clean_statement(spoken: str, printed: str) -> None:
    assert clean_statement(spoken) == printed


def test_a_long_run_of_speech_is_cut_where_a_clause_ends() -> None:
    run = "we take the farmers to a market that works " * 3 + "and they see how the owner packs the crates " * 4
    *words, dots = clean_statement(run).split()
    assert dots == "…"
    assert len(words) <= 45
    assert words[-1] == "crates"


def test_what_is_cut_does_not_end_on_a_word_that_leads_on() -> None:
    farm = "the crates that the owner of the farm by the river took to the market of the town on the first day of the spring are blue"
    run = f"{farm} and, with the help of the bank in the next town where all of the mentors of the province and the fund and the school meet"
    assert clean_statement(run).endswith(" are blue …")
    unbroken = f"{farm} and because we had the help of the bank in the next town where all of the mentors of the province and the fund and the school meet"
    assert clean_statement(unbroken).endswith(" are blue …")


LONG = "we take the growers of the valley to the market of the river town and we show them how the owners of the shops"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{LONG} pack and count and weigh and sell the crates of berries in a number of ways, and that takes all of the morning of the first Saturday of each month there.", "whole"),
        (f"{LONG} pack the crates of the growers that are available, and that takes all of the long morning of the first Saturday of each month of the hot summer there.", "whole"),
        (f"{LONG} pack all the crates of berries that they sell on the day, and that takes all morning there.", "whole"),
        (f"{LONG} call it “the blue crate, the red crate and the rest”, as it stands on the wall of the old hall by the gate of the market in the river town.", "rest”"),
        (f"{LONG} pack all the crates of berries that they sell on the day, and that takes all of the morning of the first Saturday of the month, which is long.", "day"),
    ],
)  # fmt: skip
def test_a_cut_spares_eight_words_and_ends_on_no_announcement_and_in_no_quotation(text: str, kept: str) -> None:
    printed = clean_statement(text)
    assert printed == f"W{text[1:]}" if kept == "whole" else printed.endswith(f"{kept} …")


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("And, of course, we went to to the gate of the market.", "We went to the gate of the market."),
        ("No. That would be the old gate of the market.", "No. That would be the old gate of the market."),
        ("But the gate of the market is closed", "But the gate of the market is closed"),
        ("They have three questions on a card. did you sell it?", "They have three questions on a card. Did you sell it?"),
        ("It is a bit like the card. You know the card that hangs by the gate.", "It is a bit like the card. You know the card that hangs by the gate."),
        ("So far so good.", "So far so good."),
        ("We pay at the gate. it's the rule of the market.", "We pay at the gate. It's the rule of the market."),
        ("I think what we found—we did a count in May, and we found few.", "We did a count in May, and we found few."),
        ("The count was—I think ten crates were missing at the gate.", "The count was—I think ten crates were missing at the gate."),
        ("Nobody knows where the seed is – we lost it.", "Nobody knows where the seed is – we lost it."),
        ("The people we work with – they know the soil best.", "The people we work with – they know the soil best."),
        ("I never know what we do – we count too seldom.", "I never know what we do – we count too seldom."),
        ("I'll let you know, and then we can count again.", "I'll let you know, and then we can count again."),
        ("We want to know what kind of a shed it is.", "We want to know what kind of a shed it is."),
        ("That kind of on-site count takes an hour.", "That kind of on-site count takes an hour."),
        ("See fig. two and para. four of the plan.", "See fig. two and para. four of the plan."),
        ("We met at shed no. nine in May.", "We met at shed no. nine in May."),
        ("The road ends there—there's a gate in the field.", "The road ends there—there's a gate in the field."),
        ("We know that—that there is a gate, and they -- they're late.", "We know that there is a gate, and they're late."),
        ("The grower gets it now—it's a question of the price.", "The grower gets it now—it's a question of the price."),
        ("Do you have—you have a gate in the field?", "Do you have a gate in the field?"),
        ("The gate was—. Growers came late to the market.", "Growers came late to the market."),
        ("Yeah, I kind of do.", "Yeah, I kind of do."),
        ("It depends on what sort of gate it is, and on my sort of on my field.", "It depends on what sort of gate it is, and on my field."),
        ("Growers can sort of see the price of the market from there.", "Growers can see the price of the market from there."),
        ("Yes. I mean, it's a wide gate. No. you know, we need two.", "Yes. It's a wide gate. No. You know, we need two."),
        ("As you know, the hon. member for the valley, you know, left.", "As you know, the hon. member for the valley left."),
        ("We went to the gate of the market. Overall, the count made—. There were ten crates.", "We went to the gate of the market. There were ten crates."),
        ("We went to the gate. I think too many growers—. Many of them came late.", "We went to the gate. I think too many growers—. Many of them came late."),
        ("We went to the gate, as many of you know about it.", "We went to the gate, as many of you know about it."),
        ("gate.js opens the gate of the market", "gate.js opens the gate of the market"),
    ],
)
def test_a_quotation_loses_slips_and_what_leads_up_to_it_and_keeps_its_yes_and_its_end(spoken: str, printed: str) -> None:
    assert clean_quotation(spoken) == printed
    assert clean_quotation(printed) == printed


def test_a_list_is_not_cut_before_its_last_noun() -> None:
    run = "we look at the impact on the schools and the clinics and the farms " * 5
    assert clean_statement(run).endswith(" …")


COURTESIES = [
    ("I want to thank the honourable member for a very important question.", True),
    ("Moving on, then, to item 2 this afternoon, which is an evidence session on advice.", True),
    ("The mentors thank every owner who brings the book along.", False),
    ("The most important question of the audit is who keeps the cash book of the shop in the week, " * 3, False),
]


@pytest.mark.parametrize(("text", "only"), COURTESIES)
def test_courtesies_are_no_findings(nlp, text: str, only: bool) -> None:
    assert is_courtesy(Unit(0, "turn", 0, 0, len(text), 0.0, "", text, nlp(text)[:])) is only


@pytest.mark.parametrize("text", [pair[0] for pair in PAIRS])
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_statement(text)
    assert clean_statement(once) == once


ALONE = [
    ("The mentors visit every owner on Friday.", True),
    ("Separate the owner's money from the shop's money.", True),
    ("It is important that the buyer is at the table.", True),
    ("They told us about the deposit.", False),
    ("Of the shops in the township.", False),
    ("If the buyer pulls out of the contract.", False),
    ("The thing about the deposit is—", False),
    ("And the last point is that the", False),
    ("Yes, exactly.", False),
]


@pytest.mark.parametrize(("text", "alone"), ALONE)
def test_stands_alone(nlp, text: str, alone: bool) -> None:
    doc = nlp(text)
    unit = Unit(0, "turn", 0, 0, len(text), 0.0, "", text, doc[:])
    assert (is_whole(unit) and not hangs(unit)) is alone


THOUGHTS = [
    ("The bank wants a deposit. They told us about the deposit in March.", 0, "it explains who they are"),
    ("The mentors visit every owner. The owners keep a book of sales.", 1, "needs nothing"),
    ("Yes. They told us about the deposit in March.", None, "nothing before it explains it"),
    ("Which means that the owners keep a book of sales.", 0, "the opener is dropped"),
]


@pytest.mark.parametrize(("text", "first", "why"), THOUGHTS)
def test_a_sentence_that_points_back_takes_the_one_before_along(nlp, text: str, first: int | None, why: str) -> None:
    doc = nlp(text)
    units = [Unit(n, "turn", 0, s.start_char, s.end_char, 0.0, "", s.text, s) for n, s in enumerate(doc.sents)]
    assert first_of_thought(units, len(units) - 1) == first, why


def test_where_a_caption_ends_no_sentence_need_have_ended(nlp) -> None:
    halves = ("The bank wants a deposit and the owners", "They told us about the deposit in March.")
    text = " ".join(halves)
    doc = nlp(text)
    cut = len(doc) - len(nlp(halves[1]))
    units = [Unit(n, "turn", 0, span.start_char, span.end_char, 0.0, "", span.text, span) for n, span in enumerate((doc[:cut], doc[cut:]))]
    assert first_of_thought(units, 1) is None


def test_nothing_is_cut_before_the_clause_that_the_sentence_leads_up_to() -> None:
    run = "The co-operative now weighs as many crates as the others in the valley and I will be the first person to admit that, although we have seen more crates of the larger berries from the growers in the hills this year, we do not weigh as many as the others by the river, and that is what the council of the growers asked us about in the spring when it came to the valley."
    assert not clean_statement(run).rstrip(" ….").endswith("hills this year")
    paid = "We hold on to the growers of the valley as before, and in particular now, through paying ten thousand rand to the growers of the hills for the crates that they asked us for in the spring of this year, you can see that the co-operative has grown in the last three years."
    assert "grown" in clean_statement(paid) or "paying" not in clean_statement(paid)


def test_nothing_is_cut_before_what_turns_the_sense() -> None:
    run = "The support of the fund, as it is written in the rules of the province, does pay a smaller sum of money to the owners of the shops that stay closed, but we want to tell all of the owners that nothing will change for them, and that the money of this year is safe."
    assert clean_statement(run) == run  # of so many words it is told as a whole
    longer = run.rstrip(".") + ", and that they need not write to us about it again before the spring."
    assert clean_statement(longer).endswith("…")
    assert not clean_statement(longer).rstrip(" ….").endswith("stay closed")


def test_what_is_denied_is_not_cut_before_its_because() -> None:
    run = (
        "You are right to say that the rules of the fund allow for a smaller sum of money to those owners that close their shops in the winter but I can promise to all of the owners that there will be no change to the support "
        "of this year because they have left the town and gone to stay with their families on the farms of the north"
    )
    assert not clean_statement(run).rstrip(" ….").endswith("support of this year")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("So, because the road was closed, we met in the hall of the school.", "Because the road was closed, we met in the hall of the school."),
        ("Because the road to the market was closed.", "The road to the market was closed."),
        ("And because of the frost the growers lost the berries.", "Because of the frost the growers lost the berries."),
        ("Can I just ask a question: how many of the farms have water now?", "How many of the farms have water now?"),
        ("Just to add, the members pay for the seed themselves.", "The members pay for the seed themselves."),
        ("If I could turn specifically to water, we know that the dams are low.", "We know that the dams are low."),
        ("A last point, but also a big one, is that the dams are low.", "A last point, but also a big one, is that the dams are low."),
        ("To add water to the mix, we use a pump from the river.", "To add water to the mix, we use a pump from the river."),
    ],
)
def test_what_leads_up_to_a_sentence_goes_and_its_reason_stays(said: str, kept: str) -> None:
    assert clean_statement(said) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("There are ten kinds of berries… An orchard needs three of them.", "There are ten kinds of berries. An orchard needs three of them."),
        ("We saw the growers of… Our berries were ripe in May.", "We saw the growers of our berries were ripe in May."),
        ("We have a common gate… but the growers need a second one.", "We have a common gate but the growers need a second one."),
    ],
)
def test_dots_at_the_end_of_a_sentence_are_no_pause(said: str, kept: str) -> None:
    assert clean_statement(said) == kept


def test_nothing_is_cut_right_before_what_was_announced() -> None:
    front = "The growers of the river towns and of the hills have put more than forty thousand rand into the common fund for the school and for the clinic in the last three years"
    held = f"{front}, and that includes, in many of the villages, a part of what the berries brought them at the market in town in the winter and the spring."
    assert clean_statement(held) == f"{front} …"


@pytest.mark.parametrize(("said", "kept"), [("So um now forty of them came, and they stayed.", "So now forty of them came, and they stayed."), ("And well, but nobody came back.", "But nobody came back."), ("And so.", "And so.")])
def test_a_sentence_that_goes_on_keeps_what_joins_it(said: str, kept: str) -> None:
    assert clean_following(said) == kept


def test_a_number_counted_out_stays_and_a_stammer_goes():
    assert clean_quotation("In the winter it's zero zero zero, and then four four of them came.") == "In the winter it's zero zero zero, and then four of them came."
    assert clean_quotation("The crate costs you two plus four plus two plus two rand.") == "The crate costs you two plus four plus two plus two rand."


@pytest.mark.parametrize(("said", "cleaned"), [
    ("The trouble is if I we are gra if a grower wants a small crate.", "The trouble is if a grower wants a small crate."),
    ("We close the gate when we are when the river is high.", "We close the gate when the river is high."),
    ("Ask them if they know if it rains.", "Ask them if they know if it rains."),
    ("I come when they call when it rains.", "I come when they call when it rains."),
])  # fmt: skip
def test_a_clause_that_is_begun_anew_goes_without_its_beginning(said: str, cleaned: str) -> None:
    assert clean_quotation(said) == cleaned


@pytest.mark.parametrize(("spoken", "printed"), [("Mr. Chair, we mended the gate of the market.", "We mended the gate of the market."), ("So, Madam Chair, the gate is shut for the winter.", "The gate is shut for the winter."), ("The chair, who mended it, is here.", "The chair, who mended it, is here.")])
def test_a_quotation_is_printed_without_whom_it_is_said_to(spoken: str, printed: str) -> None:
    assert clean_quotation(spoken) == printed


@pytest.mark.parametrize(("said", "cleaned"), [
    ("We sell rope, tin and that sort of thing.", "We sell rope, tin and that sort of thing."), ("The harbour sort of closes in May.", "The harbour closes in May."),
    ("We kind of do, but not in the winter.", "We kind of do, but not in the winter."), ("What sort of rope do you sell?", "What sort of rope do you sell?"),
])  # fmt: skip
def test_a_hedge_that_says_something_stays(said: str, cleaned: str) -> None:
    assert clean_statement(said) == cleaned


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("The growers ran nine of these stalls A hundred and four buyers came to them.", "The growers ran nine of these stalls. A hundred and four buyers came to them."),
        ("The growers ran nine stalls Half of them were sold out by noon.", "The growers ran nine stalls. Half of them were sold out by noon."),
        ("Now what we do We weigh the bags at the gate before the rains.", "We weigh the bags at the gate before the rains."),
        ("They drink grade A milk from the shop that the Whitlows and the Weavers run.", "They drink grade A milk from the shop that the Whitlows and the Weavers run."),
        ("We asked two hundred, uh, 30 replied to us.", "We asked two hundred, 30 replied to us."),
        ("We asked the growers, uh, 30 replied to us.", "We asked the growers 30 replied to us."),
        ("Just in terms of the bags, all growers bring two.", "In terms of the bags, all growers bring two."),
    ],
)
def test_a_sentence_that_was_begun_with_an_amount_or_after_a_run_up_is_one(spoken: str, printed: str) -> None:
    assert clean_quotation(spoken) == printed


def test_nothing_is_cut_before_an_infinitive_that_is_waited_for() -> None:
    waits = "We have asked the schools in the valley, both the small ones by the river and the large ones, to open their gates to the growers in the winter."
    assert clause_end(waits.split(), 20) == 0
    assert clause_end(waits.replace(", to open", ", who open").split(), 20) == 19


@pytest.mark.parametrize(
    ("said", "cleaned"),
    [
        ("I are we going to write off the crates?", "Are we going to write off the crates?"),
        ("It is innov innovative and v very cheap for forty growers.", "It is innovative and very cheap for forty growers."),
        ("They pay to have water recyc water recycling on it.", "They pay to have water recycling on it."),
        ("It's simple and don't take plan b because it is cold.", "It's simple and don't take plan b because it is cold."),
        ("We 're glad that the price is n't high for us.", "We're glad that the price isn't high for us."),
        ("The price went up, up, up.", "The price went up, up, up."),
        ("The the the price is, is, is high.", "The price is high."),
        ("Plan 2—plan 2 says that the store opens in May.", "Plan 2 says that the store opens in May."),
        ("They say without exception, 'the store will open and that makes it clear.", "They say without exception, 'the store will open and that makes it clear.'"),
        ("They say that 'the store will open for all of us. We know that it is cold.", "They say that 'the store will open for all of us.' We know that it is cold."),
        ("The teams' work is 'fine' for all of us.", "The teams' work is 'fine' for all of us."),
    ],
)
def test_what_was_only_begun_goes_and_what_was_meant_stays(said: str, cleaned: str) -> None:
    assert clean_statement(said) == cleaned


@pytest.mark.parametrize(("said", "printed"), [
    ("I am right.Nandi wrote that.", "I am right. Nandi wrote that."), ("We use Intl.DateFormat there.", "We use Intl.DateFormat there."), ("It was there but it, it was old.", "It was there but it was old."),
])  # fmt: skip
def test_the_space_between_sentences_that_an_export_lost_is_set(said: str, printed: str) -> None:
    assert clean_quotation(said) == printed


def test_what_is_doubled_in_a_name_stays():
    assert clean_quotation("There is no support for it in the C plus plus library.") == "There is no support for it in the C plus plus library."


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("And in twenty twenty two we had young women coming.", "In twenty twenty two we had young women coming."),
        ("There's the report, the report has eleven pages.", "There's the report, the report has eleven pages."),
        ("They had the mentor's number and the manager's, and the manager's the one who chose him.", "They had the mentor's number and the manager's, and the manager's the one who chose him."),
        ("I had the, I was holding the wrench.", "I was holding the wrench."),
        ("I called her, I begged her to stay.", "I called her, I begged her to stay."),
        ("I think it's, I think it's good for us.", "I think it's good for us."),
        ("The client's, the client's report was late.", "The client's report was late."),
        ("And there's the, there's a report of it.", "There's a report of it."),
    ],
)
def test_what_only_looks_like_a_stammer_stays_and_what_is_begun_anew_goes(said, printed):
    assert clean_quotation(said) == printed
