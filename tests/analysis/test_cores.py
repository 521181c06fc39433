"""The core of a reply, which stands further on than its beginning; fictional, made by hand."""

import pytest

from copaper.analysis.questions import answers_to
from copaper.analysis.units import read_units
from tests import factories


def quoted(nlp, *speech: tuple[str, str], at: int = 0) -> list[str]:
    """Return what is quoted as the answer to the question that is the sentence ``at`` of all."""
    talk = factories.session(speech)
    return [answer.quote for answer in answers_to(talk, read_units(talk, nlp), at)[1]]


HISTORY = "The growers' council has had the lists of the cold stores since the flood, and it keeps them in the office at the harbour."
MORE = "There are lists of apples in it, of pears and of plums, and a map of the valley with the roads of that year."
WEATHER = "The winter after the flood was a hard one for the families up there, and many of them moved down to the town."


def test_a_verdict_is_quoted_beside_a_beginning_that_gives_none(nlp) -> None:
    begun = "There are lists that were made in the year of the flood, and they lie in the office at the harbour."
    verdict = "Half of these lists are not good enough for the council, and that is why new ones are printed in May."
    said = quoted(nlp, ("Nandi", "Are you content with the lists that the council has of the cold stores?"), ("Sizwe", f"{begun} {WEATHER} {verdict}"))
    assert said[0].startswith(begun) and said[-1] == verdict


def test_a_verdict_that_is_only_supposed_is_none(nlp) -> None:
    supposed = "The council prints a list of the stores again if it is not good enough for the growers."
    assert supposed not in " ".join(quoted(nlp, ("Nandi", "Are you content with the lists that the council has of the cold stores?"), ("Sizwe", f"{HISTORY} {MORE} {WEATHER} {supposed}")))


def test_what_takes_the_question_up_by_name_is_quoted_and_what_is_to_another_not(nlp) -> None:
    asked = "Is the price of the boats a worry for the families? And secondly, what lists do you use to look at the harvest?"
    first = "The first thing to say is that the price of the boats is a worry, and families have told us so for years."
    by_name = "With regard to how we look at the harvest, there are the lists of the stores, those of the bank, and the scales at the gate."
    assert quoted(nlp, ("Nandi", asked), ("Sizwe", f"{first} {WEATHER} {by_name}"), at=1) == [by_name]


def test_a_plan_is_quoted_where_one_was_asked_for(nlp) -> None:
    plan = "It is our intention that the old stores make room for a school."
    said = quoted(nlp, ("Nandi", "Are you planning to repair the old stores at the harbour?"), ("Sizwe", f"{MORE} {WEATHER} {plan}"))
    assert said[-1] == plan


@pytest.mark.parametrize("later", ["The stores are painted green.", "I want to assure the growers that the cold stores and their lists matter to the council very much.", "The lists of the cold stores that the council has, and the"])
def test_what_says_no_more_is_not_quoted_beside_it(nlp, later: str) -> None:
    asked = "Who keeps the lists that the council has of the cold stores?"
    assert later not in " ".join(quoted(nlp, ("Nandi", asked), ("Sizwe", f"{HISTORY} {MORE} {WEATHER} {later}")))


def test_whoever_is_called_upon_within_a_reply_answers(nlp) -> None:
    asked, away = "How long does it take to repair a cold store at the harbour?", "It would be odd for the council to repair a store that has a new roof."
    answer = "On average a cold store is repaired by the council in nine weeks."
    assert quoted(nlp, ("Nandi", asked), ("Sizwe", away), ("Nandi", "An old one, perhaps."), ("Sizwe", "Yes. Perhaps Thabo can answer this."), ("Thabo", answer)) == [answer]
    assert quoted(nlp, ("Nandi", asked), ("Sizwe", away), ("Nandi", "An old one, perhaps."), ("Sizwe", "It might be helpful, chair, if Thabo could say something on this."), ("Thabo", answer)) == [answer]


def test_what_is_said_after_a_third_persons_question_is_no_answer(nlp) -> None:
    asked, reply = "Who keeps the lists of the cold stores?", "The council keeps the lists of the cold stores in the office."
    other = "The price of apples fell in the year of the flood, as the lists of the cold stores show. Is that right?"
    late = "The lists of the cold stores show that price, and who keeps apples in the stores may see it at the office."
    assert quoted(nlp, ("Nandi", asked), ("Sizwe", reply), ("Zodwa", other), ("Sizwe", late)) == [reply]


def test_a_long_sentence_is_quoted_to_its_end(nlp) -> None:
    begun = "There has been some work on the roofs of the stores, as I was saying, in all of the yards around the harbour and in the two towns up in the hills, above all in those yards that had no roof since the flood came"
    rest = "and took the old ones, but what I know of it from the list that we looked at last week with the council is that the roofs of most stores in the valley are now as good as they have ever been."
    said = quoted(nlp, ("Nandi", "Has there been any work on the roofs of the stores?"), ("Sizwe", f"{begun} {rest}"))
    assert said == [f"{begun} {rest}"]


def test_a_beginning_on_something_else_is_left_out_for_the_next_sentence_that_has_a_word_of_the_question(nlp) -> None:
    asked = "What will the shorter winter mean for the families in the upper valley?"
    begun = "The council has had the lists of the stores since the flood, and it keeps all of them in the office at the harbour of the town, next to the maps of the roads and the bridges, which the guards had drawn for the lorries before anybody knew of a flood."
    told = "Of course there will be a duty on the council to see that all the families who are there now can stay in their houses."
    assert quoted(nlp, ("Nandi", asked), ("Sizwe", f"{begun} {told}")) == [told]
    assert quoted(nlp, ("Nandi", asked), ("Sizwe", f"{begun} {WEATHER.replace('families', 'guards').replace('winter', 'rain')}"))[0].startswith(begun)


def test_what_stands_behind_and_what_is_answered_too(nlp) -> None:
    begun = "Yes, the council has begun with it, and it came to two of the harbour last month."
    second = "Tell the growers that they keep the papers of each crate and a letter of the buyer."
    asked = "Are the stores of the valley being audited and what papers should the growers keep?"
    assert second in quoted(nlp, ("Nandi", asked), ("Sizwe", f"{begun} {WEATHER} {second}"))[-1]
    assert second not in " ".join(quoted(nlp, ("Nandi", "Are the stores of the valley being audited?"), ("Sizwe", f"{begun} {WEATHER} {second}")))
