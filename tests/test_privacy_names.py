"""What bears a name and is nobody, and how names stand in labels. All people and bodies are invented."""

from __future__ import annotations

import pytest

from copaper.communities import Policy
from copaper.privacy import NAME_WITHHELD, ORGANISATION_WITHHELD, PLACE_WITHHELD, Privacy
from copaper.records import Findings, Participant
from tests.factories import session
from tests.test_privacy import PEOPLE, privacy


def test_a_published_thing_keeps_the_name_it_goes_by():
    told = session([("Thandi Nkosi", "x")])
    found = Findings(session=told.id, model="m", segments=(), themes=(), findings=(), people_named=("Amaka Okoro", "Okoro", "Nkosi"), works_named=("Nkosi", "Okoro"))
    rules = Privacy(told, Policy.ROLES, found)
    for said in ("after the Okoro review", "both the Vale and Okoro reports", "the recommendations from Okoro"):
        assert (rules.text(said), rules.leaks(said)) == (said, 0)
    assert rules.text("Okoro's review, as Okoro told us") == f"{NAME_WITHHELD}'s review, as {NAME_WITHHELD} told us"
    assert rules.text("the Nkosi review") == f"the {NAME_WITHHELD} review", "whoever took part is withheld"


def test_a_name_that_was_run_together_with_another_is_withheld_with_it():
    told = session([("Thandi Nkosi", "x")])
    rules = Privacy(told, Policy.ROLES, Findings(session=told.id, model="m", segments=(), themes=(), findings=(), people_named=("Okoro",)))
    assert rules.text("the death of AmakaOkoro, as ThandiNkosi said") == f"the death of {NAME_WITHHELD}, as {NAME_WITHHELD} said"
    assert rules.text("written in TypeScript by OpenOffice users") == "written in TypeScript by OpenOffice users"
    zulu = privacy(Policy.ROLES, (Participant(id="1", name="Sipho Zulu"), Participant(id="2", name="Ann Donald"), Participant(id="3", name="Zoë Álvarez")))
    assert zulu.text("They speak isiZulu in KwaZulu, says MacDonald.") == "They speak isiZulu in KwaZulu, says MacDonald."
    assert zulu.text("as ZoëÁlvarez said") == f"as {NAME_WITHHELD} said"


def test_a_month_is_no_participant_of_its_name():
    people = (Participant(id="1", name="Ann May"), Participant(id="2", name="June Dube"))
    for said in ("They open in late May or early June.", "It's now May 27.", "It was open until June 2020.", "It is on May the fourth.", "We meet on June 3 and on May 21st, too."):
        assert privacy(Policy.ROLES, people).text(said) == said
    for said in ("Thanks, {}, and as {} said", "Thanks to {} and {} for the slides.", "Since {} joined us {} is glad.", "Come in {}, and let me bring in {} to tell you.", "We asked {} the host, and {} the artist.", "We gave {} 20 crates, and {} the second loan.", "At last {} got it; this {} told us."):
        assert privacy(Policy.ROLES, people).text(said.format("May", "June")) == said.format(NAME_WITHHELD, NAME_WITHHELD)


def test_a_saint_is_no_participant():
    people = (Participant(id="1", name="Agnes Dube"),)
    assert privacy(Policy.ROLES, people).text("at Trinity Saint Agnes, said Agnes") == f"at Trinity Saint Agnes, said {NAME_WITHHELD}"
    assert privacy(Policy.ROLES, people).text("It is in 12 Loop St. Agnes has the key") == f"It is in 12 Loop St. {NAME_WITHHELD} has the key"
    called = (*people, Participant(id="2", name="Paul St Agnes"))
    assert privacy(Policy.ROLES, called).text("as St Agnes said") == f"as St {NAME_WITHHELD} said"


def test_a_participant_of_no_saints_name_is_withheld_behind_saint():
    people = (Participant(id="1", name="Khwezi Dube"), Participant(id="2", name="Agnes Zwane"))
    assert privacy(Policy.ROLES, people).text("Saint Khwezi would agree at Saint Agnes") == f"Saint {NAME_WITHHELD} would agree at Saint Agnes"


def test_what_was_asked_to_be_withheld_is_withheld_in_what_it_gives_its_name_to():
    told = session([("Thandi Nkosi", "x")], also_withhold=("Amaka Okoro",))
    found = Findings(session=told.id, model="m", segments=(), themes=(), findings=(), people_named=("Amaka Okoro", "Okoro", "Vale"), works_named=("Okoro", "Vale"))
    rules = Privacy(told, Policy.ROLES, found)
    assert rules.text("the Okoro review and the Vale report") == f"the {NAME_WITHHELD} review and the Vale report"
    assert rules.text("at Saint Okoro, at Saint Vale") == f"at Saint {NAME_WITHHELD}, at Saint Vale"


def test_what_may_stand_stands_whole():
    told = session([("Agnes Dube", "x")], let_stand=("Holy Agnes", "Amaka Okoro"))
    found = Findings(session=told.id, model="m", segments=(), themes=(), findings=(), people_named=("Amaka Okoro", "Holy Agnes", "Ben Vale", "Okoro", "Vale"))
    rules = Privacy(told, Policy.ROLES, found)
    assert rules.text("Holy Agnes, Amaka Okoro, Okoro, Vale, Agnes") == f"Holy Agnes, Amaka Okoro, Okoro, {NAME_WITHHELD}, {NAME_WITHHELD}"
    told = told.model_copy(update={"let_stand": ()})
    assert Privacy(told, Policy.ROLES, found).spoken_of() == ("Amaka Okoro", "Ben Vale", "Holy Agnes"), "of this one the list has a part only"


def test_a_small_organisation_is_withheld_in_its_short_form_too():
    people = (*PEOPLE, Participant(id="9", name="Ann", organisation="Bean Growers Forum"))
    rules = privacy(Policy.ROLES, people)
    assert rules.text("We had complaints at the Forum, 31 since April") == f"We had complaints at the {ORGANISATION_WITHHELD}, 31 since April"
    assert rules.text("The Forum is a non-profit.") == f"The {ORGANISATION_WITHHELD} is a non-profit."
    assert rules.text("They had a forum. The forum is new, like the one of the Forum.") == "They had a forum. The forum is new, like the one of the Forum."


def test_what_is_written_as_only_surnames_are_goes_with_the_name_before_it():
    rules = privacy(Policy.ROLES, (*PEOPLE, Participant(id="9", name="Ann")))
    assert rules.text("But Ann McTavi, who keeps the list, left.") == f"But {NAME_WITHHELD}, who keeps the list, left."
    assert rules.text("Ann WhatsApps all of them.") == f"{NAME_WITHHELD} WhatsApps all of them."


SAQX = tuple(
    Participant(id=str(n), name=f"{name} ({place}, SAQX)", office=office, organisation="SAQX")
    for n, (name, place, office) in enumerate((("Zodwa Nxumalo", "Red River", ""), ("Ann Bee", "Victoria", ""), ("Lwazi Cele", "Upington Centre", "Chair"), ("Ilse Brand", "Gariep", "")))
)


@pytest.mark.parametrize(
    "said, printed",
    [
        ("the red list of the SAQX centre", "the red list of the SAQX centre"),
        ("Ask Zodwa in Victoria.", f"Ask {NAME_WITHHELD} in Victoria."),
        # the place for which one person speaks tells who it is
        ("as the member for Victoria said", f"as the member for {PLACE_WITHHELD} said"),
        ("people in my riding of Red River", f"people in my riding of {PLACE_WITHHELD}"),
        ("Ms. Bee, Victoria, please", f"Ms. {NAME_WITHHELD}, {PLACE_WITHHELD}, please"),
    ],
)
def test_a_bracket_of_place_and_body_is_no_name(said, printed):
    assert privacy(Policy.ROLES, SAQX).text(said) == printed


def test_an_office_beside_the_name_is_how_somebody_is_called():
    rules = privacy(Policy.ROLES, SAQX)
    assert [rules.attribution(str(n)) for n in range(4)] == ["Participant, SAQX", "Participant, SAQX", "Chair", "Participant, SAQX"]
    few = privacy(Policy.ROLES, SAQX[1:])
    assert [few.attribution(str(n)) for n in (1, 2, 3)] == ["Participant", "Chair", "Participant"]


def test_a_name_that_shows_its_organisation_is_not_followed_by_it_again():
    assert privacy(Policy.NAMED, SAQX).attribution("1") == "Ann Bee (Victoria, SAQX)"
    assert privacy(Policy.NAMED, (Participant(id="1", name="Ann Bee"),)).attribution("1") == "Ann Bee"


@pytest.mark.parametrize(
    "label, said, printed",
    [
        ("Facilitator | Thandi Nkosi", "Thandi facilitates", f"{NAME_WITHHELD} facilitates"),
        ("SAQX KZN - Thandi Nkosi", "Thandi knows", f"{NAME_WITHHELD} knows"),
        ("Project Manager", "the project needs a manager", "the project needs a manager"),
        ("Minister of Roads", "roads need a minister", "roads need a minister"),
        ("Thandi Nkosi (Finance Manager)", "Thandi on finance", f"{NAME_WITHHELD} on finance"),
    ],
)
def test_what_a_label_tells_beside_the_name_stands(label, said, printed):
    assert privacy(Policy.ROLES, (Participant(id="1", name=label),)).text(said) == printed


def test_a_bill_with_a_number_is_nobody():
    people = (Participant(id="1", name="Bill Brand"),)
    assert privacy(Policy.ROLES, people).text("Bill C-7 came before Bill spoke") == f"Bill C-7 came before {NAME_WITHHELD} spoke"


def test_only_who_spoke_or_wrote_hides_others():
    people = tuple(Participant(id=str(n), name=f"Zodwa{n} Nxumalo", organisation="Lwazi Labs") for n in range(4))
    told = session([("A", "x"), ("B", "y")], [("C", "z")])
    heard = [turn.participant for turn in told.turns]
    mapped = {heard[0]: "0", heard[1]: "1", told.messages[0].participant: "2"}
    turns = tuple(turn.model_copy(update={"participant": mapped[turn.participant]}) for turn in told.turns)
    messages = tuple(m.model_copy(update={"participant": mapped[m.participant]}) for m in told.messages)
    three = told.model_copy(update={"participants": people, "turns": turns, "messages": messages})
    assert Privacy(three).attribution("0") == "Participant, Lwazi Labs"
    two = three.model_copy(update={"messages": ()})
    assert Privacy(two).attribution("0") == "Participant"
    assert Privacy(two).text("I'm from Lwazi Labs") == f"I'm from {ORGANISATION_WITHHELD}"


@pytest.mark.parametrize("shown", ["The Chair (Palesa Mokoena, SAQX)", "iPad (Palesa Mokoena, SAQX)", "Speaker 1 (Palesa Mokoena, SAQX)", "P. M. (Palesa Mokoena, SAQX)"])
def test_a_bracket_behind_no_full_name_says_who_it_is(shown):
    rules = privacy(Policy.ROLES, (Participant(id="p", name=shown, organisation="SAQX"),))
    assert rules.text("There Palesa met Mokoena, as SAQX asked.") == "There [name withheld] met [name withheld], as SAQX asked."


@pytest.mark.parametrize("shown", ["iPad - Palesa Mokoena", "Guest 2 | Palesa Mokoena", "Participant – Palesa Mokoena"])
def test_behind_a_device_or_a_guest_stands_who_it_is(shown):
    assert privacy(Policy.ROLES, (Participant(id="p", name=shown),)).text("There Palesa met a guest.") == "There [name withheld] met a guest."


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("We took the advice of a witness, a human one.", "We took the advice of a witness, a human one."),
        ("That is how it works, and Works said so.", f"That is how it works, and {NAME_WITHHELD} said so."),
        ("Advice said that it rains.", f"{NAME_WITHHELD} said that it rains."),
        ("I agree with advice, and with human.", f"I agree with {NAME_WITHHELD}, and with {NAME_WITHHELD}."),
        ("As human said yesterday, I think it rains.", f"As {NAME_WITHHELD} said yesterday, I think it rains."),
        ("Great point. advice's plan is good.", f"Great point. {NAME_WITHHELD}'s plan is good."),
        ("Thanks so much human", f"Thanks so much {NAME_WITHHELD}"),
        ("human: I disagree", f"{NAME_WITHHELD}: I disagree"),
        ("My name is advice and I am from Durban.", f"My name is {NAME_WITHHELD} and I am from Durban."),
        ("Then it was Human who came.", f"Then it was {NAME_WITHHELD} who came."),
        ("Then thandi and the mokoena said so.", f"Then {NAME_WITHHELD} and the {NAME_WITHHELD} said so."),
    ],
)
def test_a_word_that_is_a_name_too_stands_only_where_it_is_surely_the_word(said, printed):
    people = (Participant(id="1", name="Advice Human"), Participant(id="2", name="Thandi Mokoena"), Participant(id="3", name="Witness Dube"), Participant(id="4", name="Jabu Works"))
    assert privacy(Policy.ROLES, people).text(said) == printed


@pytest.mark.parametrize(("also_said", "printed"), [("", "We count minor units."), (" thandi came.", f"We count {NAME_WITHHELD} units.")])
def test_a_word_stands_where_names_are_written_with_capitals_all_along(also_said, printed):
    talk = session([("Thandi Mokoena", "Mokoena spoke. " * 20 + also_said), ("Jan Minor", "We count minor units."), ("Ann Dube", "Minor said so.")])
    rules = Privacy(talk)
    assert Privacy(session([("Thandi Mokoena", "Mokoena spoke. " * 20), ("Jan Minor", "We count.")], [("Ann Dube", "thanks minor")])).text("thanks minor") == f"thanks {NAME_WITHHELD}"
    assert rules.text("We count minor units.") == printed and rules.text("Then Minor said so.") == f"Then {NAME_WITHHELD} said so."


def test_a_law_by_its_number_is_nobody():
    rules = privacy(Policy.ROLES, (*PEOPLE, Participant(id="9", name="Bill Tafeni")))
    assert rules.text("We spoke on Bill 21 and Bill C-14, Bill said. Bill, 21 came.") == f"We spoke on Bill 21 and Bill C-14, {NAME_WITHHELD} said. {NAME_WITHHELD}, 21 came."


def test_a_word_in_brackets_behind_a_name_that_says_what_somebody_does_there_is_a_word_where_it_is_written_small():
    people = (Participant(id="1", name="Sipho Dube", aliases=("Sipho Dube [Support]",)), Participant(id="2", name="Ann Baloyi", aliases=("Ann Baloyi (nee Church)",)), Participant(id="3", name="(Volunteer)"))
    rules = privacy(Policy.ROLES, people)
    assert rules.text("I don't support it, and we support the growers.") == "I don't support it, and we support the growers."
    assert rules.text("Support will call you.") == f"{NAME_WITHHELD} will call you."
    assert rules.text("thanks church for the talk") == f"thanks {NAME_WITHHELD} for the talk"
    assert rules.text("as volunteer said so") == f"as {NAME_WITHHELD} said so", "it is all that somebody is called by"
    both = privacy(Policy.ROLES, (Participant(id="1", name="Sipho Support", aliases=("Sipho (Support)",)),))
    assert both.text("ask support for it") == f"ask {NAME_WITHHELD} for it", "it is somebody's name as well"


def test_a_room_in_which_several_sit_is_nobody():
    told = session([("BASA Boardroom 3", "x"), ("Naledi Boardroom", "x"), ("Zungu Boardroom", "x"), ("Ann Basa", "x")], title="BASA and LEDA Community of Practice")
    rules = Privacy(told, Policy.ROLES)
    for said in ("I am in the boardroom.", "from Boardroom 3", "the LEDA grant"):
        assert rules.text(said) == said
    assert rules.text("Naledi and Zungu said so, and Basa") == f"{NAME_WITHHELD} and {NAME_WITHHELD} said so, and {NAME_WITHHELD}", "whoever may be meant is withheld"
    untitled = (Participant(id="1", name="LEDA Boardroom"), Participant(id="2", name="Ann Basa"))
    assert Privacy.of(untitled).text("in the boardroom, said Ann") == Privacy(session([("LEDA Boardroom", "x"), ("Ann Basa", "x")], title=""), Policy.ROLES).text("in the boardroom, said Ann") == f"in the boardroom, said {NAME_WITHHELD}"
    training = Privacy(session([("Training Room B", "x"), ("Mthethwa Meeting Room", "x")]), Policy.ROLES)
    assert training.text("Training in the room of Mthethwa") == f"Training in the room of {NAME_WITHHELD}"
    spoken = Privacy(session([("Mthethwa Boardroom", "x")], title="Land reform: a talk by Dr Mthethwa"), Policy.ROLES)
    assert spoken.text("Mthethwa said no.") == f"{NAME_WITHHELD} said no."
    alone = Privacy(session([("LEDA Boardroom", "x")], title="LEDA Community of Practice"), Policy.ROLES)
    assert alone.text("the LEDA grant, LEDA Boardroom") == "the LEDA grant, LEDA Boardroom"


def test_a_long_name_cut_short_is_withheld():
    rules = privacy(Policy.ROLES, (Participant(id="1", name="Keitumetse Dube"), Participant(id="2", name="Portia Zulu"), Participant(id="3", name="Thandiwe Nkosi")))
    for said in ("Keitu goes first", "as Keitume said", "Thandi asked", "Keitu's page"):
        assert NAME_WITHHELD in rules.text(said), said
    for said in ("The Port of Durban", "near Keitu", "Keitu Street", "Than we thought", "keitu", "The Kei is a river", "Keitumetsele"):
        assert rules.text(said) == said
