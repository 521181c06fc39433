"""Cards, links, promises and questions in a paper; fictional, made by hand."""

from __future__ import annotations

import pytest

from copaper.communities import Policy
from copaper.papers import cards, topics
from copaper.papers.leaflets import BRIEF, contents
from copaper.papers.placing import LEADING
from copaper.records import Bullets, Card, EvidenceEntry, Kind, Quote, Reply, Role, Run, Status, Table
from tests.papers.composing import AROUND, CHAT, DOUBTED, EVERY_KIND, PRINTED, SPEECH, TALK, block_of, card_of, finding, found, headings, in_turn, of_topics, paper, said, session, theme


def test_what_opens_a_topic_is_not_offered_as_left_out():
    lesson = finding(Kind.LESSON, said(TALK, "turn", 1), id="l", sure_of_kind=False, confidence=0.1)
    offered = {}
    for opens in (False, True):
        blocks = {block.id: block for block in paper(TALK, found(TALK, [lesson], [theme(0, TALK, summary=lesson.evidence if opens else ())])).blocks}
        assert ("theme-t0-quote-1" in blocks) is opens
        offered[opens] = "l" in blocks["review-table"].ids if "review-table" in blocks else False
    assert offered == {False: True, True: False}


def test_reviewers_are_offered_nothing_that_they_could_not_take_in():
    turn = said(TALK, "turn", 1)
    unsure = [
        finding(Kind.LESSON, turn, id="scrap", statement="We learned it late.", sure_of_kind=False),
        finding(Kind.LESSON, turn, id="named", statement="We learned from Thandeka Mokgosi that a list saves a day at each visit.", sure_of_kind=False),
        finding(Kind.LESSON, turn, id="whole", statement="We learned that a list saves a day at each visit.", sure_of_kind=False),
    ]
    [table] = [block for block in paper(TALK, found(TALK, unsure)).blocks if block.id == "review-table"]
    assert table.ids == ("whole",)


@pytest.mark.parametrize(
    ("url", "href"),
    [("https://example.org/a", "https://example.org/a"), ("www.example.org", "https://www.example.org"), ("javascript://example.org/%0aalert(1)", "")],
)
def test_a_resource_links_only_to_a_web_address(url, href):
    composed = paper(TALK, found(TALK, [finding(Kind.RESOURCE, said(TALK, "turn", 0), fields={"url": url, "title": "A guide"})]))
    [table] = [block for block in composed.blocks if isinstance(block, Table) and block.id == "resources-table"]
    assert table.rows[0][1][0].href == href


def test_a_resource_whose_address_is_withheld_is_no_help_to_anybody():
    resource = finding(Kind.RESOURCE, said(TALK, "turn", 0), fields={"url": "https://user:pw@example.org", "title": "A guide"})
    assert "Resources" not in headings(paper(TALK, found(TALK, [resource])))
    taken = paper(TALK, found(TALK, [resource.model_copy(update={"status": Status.ACCEPTED})]))
    [table] = [block for block in taken.blocks if isinstance(block, Table) and block.id == "resources-table"]
    assert table.rows[0][1] == (Run(text="The address is withheld."),)


@pytest.mark.parametrize(("end", "told"), [("some others in the province may not have.", False), ("some others in the province may not have one.", True)])
def test_what_ends_on_a_word_that_leads_on_is_offered_to_nobody(end: str, told: bool):
    open_ended = finding(Kind.RECOMMENDATION, said(TALK, "turn", 1), id="open", theme="t0", statement=f"Clients must be able to use a form that {end}")
    composed = paper(TALK, found(TALK, [open_ended], [theme(0, TALK)]))
    places = {block.id for block in composed.blocks if "open" in getattr(block, "ids", ())}
    assert bool(places) is told, "nobody can judge half a sentence"


def test_a_card_is_called_by_its_activity():
    practice = finding(Kind.PRACTICE, said(TALK, "turn", 1), fields={"title": "Printing the forms"}, statement="We are printing the forms in the office of the ward.")
    [card] = [block for block in paper(TALK, found(TALK, [practice])).blocks if block.type == "card"]
    assert card.title == "Printing the forms"


def test_what_a_card_quotes_around_its_practice_has_its_place_in_the_annex():
    composed = paper(AROUND, found(AROUND, [PRINTED]))
    [card] = [block for block in composed.blocks if block.type == "card"]
    rows, quotes = dict(card.rows), {block.number: block.quote for block in composed.blocks if isinstance(block, EvidenceEntry)}
    for label, words in (("Said first", "The list hangs at the stall from six."), ("Said next", "The queue was gone by noon.")):
        assert (rows[label][0].text, quotes[rows[label][1].cite]) == (f"“{words}”", words)
    assert card.ids[0] == "Said before it", "drafts that are under review know the row by its old name"


def test_what_stands_on_a_card_is_told_nowhere_else():
    summed_up = theme(0, AROUND, summary=(in_turn(AROUND, "The queue was gone by noon."), said(AROUND, "turn", 2)))
    composed = paper(AROUND, found(AROUND, [PRINTED], [summed_up]))
    assert [block.id for block in composed.blocks if isinstance(block, Quote)] == ["theme-t0-quote-2"]
    noon = finding(Kind.LESSON, in_turn(AROUND, "The queue was gone by noon."), id="noon", statement="We learned that the queue is gone by noon where a list is printed.")
    [card] = [block for block in paper(AROUND, found(AROUND, [PRINTED, noon])).blocks if block.type == "card"]
    assert "Said next" not in dict(card.rows)


def test_a_practice_that_nothing_names_is_told_with_its_topic():
    nameless = PRINTED.model_copy(update={"fields": {}})
    composed = paper(AROUND, found(AROUND, [nameless], [theme(0, AROUND)]))
    assert not [block for block in composed.blocks if block.type == "card"]
    assert "Practices worth trying" not in headings(composed)
    assert any(PRINTED.statement in words for words in of_topics(composed))


def test_what_follows_soon_upon_a_practice_is_told_on_its_card_alone():
    talk = session((("Ayesha Daniels", "In May we printed the list in two colours. The queue at the stall was gone by noon on every single market day."), *SPEECH))
    practice = finding(Kind.PRACTICE, in_turn(talk, "In May we printed the list in two colours."), id="printed", theme="t0", statement="In May we printed the list in two colours.")
    noon = in_turn(talk, "The queue at the stall was gone by noon on every single market day.")
    loose = finding(Kind.CHALLENGE, noon, id="noon", theme="t0", statement=noon.quote, sure_of_kind=False)
    composed = paper(talk, found(talk, [practice, loose], [theme(0, talk)]))
    [card] = [block for block in composed.blocks if block.type == "card"]
    assert dict(card.rows)["Said next"][0].text == f"“{noon.quote}”"
    assert not any("gone by noon" in words for words in of_topics(composed))
    alone = paper(talk, found(talk, [loose], [theme(0, talk)]))
    assert any("gone by noon" in words for words in of_topics(alone))


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("In May the bench by the river was empty, and we closed the shop.", "In May the bench by the river was empty"),
        ("I want to start with a failure. In 2019 we had a fund for eleven growers, and they closed it.", "In 2019 we had a fund for eleven growers"),
        ("When the flood came, we closed the shop.", None),
        ("When the flood came, the shop closed.", None),
    ],
)
def test_a_story_is_called_what_happened(told, title):
    talk = session((("Ayesha Daniels", told), *SPEECH))
    story = finding(Kind.STORY, in_turn(talk, told), id="story", theme="t0", statement=told)
    cards = [block for block in paper(talk, found(talk, [story], [theme(0, talk)])).blocks if block.type == "card"]
    assert [card.title for card in cards] == ([title] if title else [])


def test_one_card_is_no_chapter_and_stands_with_its_topic():
    alone = paper(AROUND, found(AROUND, [PRINTED], [theme(0, AROUND)]))
    order = [block.id for block in alone.blocks]
    assert "Practices worth trying" not in headings(alone)
    assert order.index("theme-t0") < order.index("theme-t0-practice") == order.index("finding-printed") - 1
    assert "theme-t0-elsewhere" not in order
    other = finding(Kind.PRACTICE, said(AROUND, "turn", 2), id="other", theme="t0")
    both = paper(AROUND, found(AROUND, [PRINTED, other], [theme(0, AROUND)]))
    assert "Practices worth trying" in headings(both) and "theme-t0-practice" not in [block.id for block in both.blocks]


def test_where_drafts_are_written_nothing_is_a_practice_of_others():
    drafts = "The proposal goes to stage 3 once the spec has the pull request. "
    talk = session((("Ayesha Daniels", f"{drafts * 3}In May we printed the list in two colours."), *SPEECH))
    practice = finding(Kind.PRACTICE, in_turn(talk, "In May we printed the list in two colours."), id="p", theme="t0", statement="In May we printed the list in two colours.")
    assert not [block for block in paper(talk, found(talk, [practice], [theme(0, talk)])).blocks if block.type == "card"]
    accepted = practice.model_copy(update={"status": Status.ACCEPTED})
    assert [block.id for block in paper(talk, found(talk, [accepted], [theme(0, talk)])).blocks if block.type == "card"] == ["finding-p"]


def test_trouble_that_the_next_sentence_denies_is_told_nowhere_without_it():
    worry = "The problem is that growers lose every second crate by the river."
    for following, shown in (("But thankfully the wall held.", False), ("Nobody mends the wall.", True)):
        talk = session((("Ayesha Daniels", f"{worry} {following}"), *SPEECH))
        challenge = finding(Kind.CHALLENGE, in_turn(talk, worry), id="c", theme="t0", statement=worry)
        told = [words for block in paper(talk, found(talk, [challenge], [theme(0, talk)])).blocks if isinstance(block, Bullets) for item in block.items for words in (item[0].text,)]
        assert any("second crate" in words for words in told) is shown


def test_what_was_decided_stands_whatever_is_welcomed_behind_it():
    settled = "We agreed to move the market to the hall in May."
    talk = session((("Ayesha Daniels", f"{settled} Fortunately the owner agreed to it."), *SPEECH))
    decision = finding(Kind.DECISION, in_turn(talk, settled), id="d", theme="t0", statement=settled, fields={"said": "outright"})
    told = [item[0].text for block in paper(talk, found(talk, [decision], [theme(0, talk)])).blocks if isinstance(block, Bullets) for item in block.items]
    assert any("move the market" in words for words in told)


def test_trouble_that_ends_in_advice_is_advice():
    talk = session((("Ayesha Daniels", "The form has no field for what happened to the crates. So I think the provinces should add one field."), *SPEECH))
    own, more = (in_turn(talk, words) for words in ("The form has no field for what happened to the crates.", "So I think the provinces should add one field."))
    challenge = finding(Kind.CHALLENGE, own, id="c", statement=own.quote, more=(more,))
    composed = paper(talk, found(talk, [challenge]))
    assert block_of(composed, "kind-recommendation-list").ids == ("c",) and block_of(composed, "kind-challenge-list") is None


def test_whoever_a_promise_names_is_called_as_their_own_words_are():
    talk = session((("Chair", "Thandeka sends the list of crates by Friday."), *SPEECH))
    promise = finding(Kind.COMMITMENT, said(talk, "turn", 0), id="c", statement="Thandeka sends the list of crates by Friday.", fields={"outcome": "promised"})
    [item] = block_of(paper(talk, found(talk, [promise])), "kind-commitment-list").items
    assert item[0].text == "[A participant] sends the list of crates by Friday."
    other = session((("Chair", "Thandeka Nkuna sends the list of crates by Friday."), *SPEECH))
    outsider = finding(Kind.COMMITMENT, said(other, "turn", 0), id="c", statement="Thandeka Nkuna sends the list of crates by Friday.", fields={"outcome": "promised"})
    [kept] = block_of(paper(other, found(other, [outsider]).model_copy(update={"people_named": ("Thandeka Nkuna",)})), "kind-commitment-list").items
    assert kept[0].text == "[name withheld] sends the list of crates by Friday.", "who is called so else is not meant"
    [hidden] = block_of(paper(talk, found(talk, [promise]), Policy.CHATHAM_HOUSE), "kind-commitment-list").items
    assert hidden[0].text == "[name withheld] sends the list of crates by Friday."


def test_letters_tell_apart_who_is_called_alike_in_each_list_and_stay_where_reviewers_drop_somebody():
    speech = [("Anna", "In our office every new trader gets a mentor for the first six weeks."), ("Ben", "We keep one book of all traders on the counter of the town hall."), ("Cleo", "We drive to each market of the district with the forms in May.")]
    talk = session(speech)
    talk = talk.model_copy(update={"participants": tuple(person.model_copy(update={"role": Role.PANELLIST}) for person in talk.participants)})

    def told_by(status: Status) -> list[str]:
        practices = [finding(Kind.PRACTICE, said(talk, "turn", n), id=f"p{n}", theme="t0", fields={"title": f"Desk {n}"}, status=status if n == 0 else Status.DRAFT) for n in range(3)]
        rows = [dict(block.rows) for block in paper(talk, found(talk, practices, [theme(0, talk)])).blocks if isinstance(block, Card)]
        return sorted(row["Told by"][0].text.split(",")[0] for row in rows)

    assert told_by(Status.DRAFT) == ["Panellist A", "Panellist B", "Panellist C"]
    assert told_by(Status.REJECTED) == ["Panellist B", "Panellist C"]


def test_requests_are_not_counted_among_the_questions_that_were_found():
    asked = [finding(Kind.QUESTION, said(TALK, "turn", n), id=f"q{n}", theme="t0") for n in range(3)]
    request = finding(Kind.QUESTION, said(TALK, "turn", 3), id="q3", theme="t0").model_copy(update={"statement": "Can you share the form with the group again?"})
    captions = [block.caption for block in paper(TALK, found(TALK, [*asked, request], [theme(0, TALK)])).blocks if isinstance(block, Table) and block.id == "questions-table"]
    assert captions == ["What was asked"]


def test_letters_tell_apart_whose_promises_a_list_holds():
    talk = session((("Chair", "Thandeka Nkuna sends the list. Pieter Louw sends the form. Thandeka Nkuna prints it."), ("Thandeka Nkuna", "Yes, I do."), ("Pieter Louw", "So do I."), ("Ayesha Daniels", "Thank you.")))
    talk = talk.model_copy(update={"participants": tuple(person.model_copy(update={"province": "Limpopo"}) for person in talk.participants)})
    promised = ("Thandeka Nkuna sends the list.", "Pieter Louw sends the form.", "Thandeka Nkuna prints it.")
    finds = [finding(Kind.COMMITMENT, in_turn(talk, words), id=str(place), statement=words, fields={"outcome": "promised"}) for place, words in enumerate(promised)]
    items = block_of(paper(talk, found(talk, finds)), "kind-commitment-list").items
    assert [item[0].text for item in items] == ["[Participant A, Limpopo] sends the list.", "[Participant B, Limpopo] sends the form.", "[Participant A, Limpopo] prints it."]
    [alone] = block_of(paper(talk, found(talk, finds[:1])), "kind-commitment-list").items
    assert alone[0].text == "[Participant, Limpopo] sends the list."


def test_a_card_is_called_what_the_speaker_calls_it():
    talk = session((("Ayesha Daniels", "In May we printed the list in two colours. We call it the loud list."), *SPEECH))
    own, after = (in_turn(talk, words) for words in ("In May we printed the list in two colours.", "We call it the loud list."))
    practice = finding(Kind.PRACTICE, own, statement=own.quote, fields={"title": "Printing the list"}, around=(after,))
    for told, title in ((practice, "The loud list"), (practice.model_copy(update={"around": ()}), "Printing the list"), (practice.model_copy(update={"status": Status.EDITED}), "Practice")):
        [card] = [block for block in paper(talk, found(talk, [told])).blocks if block.type == "card"]
        assert card.title == title


@pytest.mark.parametrize(("promise", "told"), [("Pieter Louw brings the list by Friday and the form by the end of May.", True), ("Pieter Louw brings the list by Friday and Ayesha Daniels the form.", False)])
def test_a_promise_of_several_people_without_their_names_is_left_to_the_reviewers(promise, told):
    one = finding(Kind.COMMITMENT, said(TALK, "turn", 0), id="one", statement=promise, fields={"outcome": "promised"})
    assert ("Commitments" in headings(paper(TALK, found(TALK, [one])))) is told
    assert "Commitments" in headings(paper(TALK, found(TALK, [one]), Policy.NAMED))


def test_a_card_says_nothing_twice_and_nothing_that_is_too_little():
    assert list(card_of()) == ["What they do", "Told"]
    rows = card_of(fields={"how": "in two colours", "for_whom": "the client", "who": "Teams", "result": "the queue is gone by noon"})
    assert list(rows) == ["What they do", "What came of it", "Told"]
    assert rows["What came of it"] == "The queue is gone by noon."


@pytest.mark.parametrize(
    ("around", "missing"),
    [
        ("It takes an hour.", "for whom and what came of it"),
        ("The traders take it home.", "what came of it"),
        ("We did it with 17 of them since May, and 14 are still open.", "for whom"),
        ("It helped the traders to open on time.", None),
    ],
)
def test_a_card_says_that_nothing_was_said_only_where_nothing_was(around, missing):
    part = said(TALK, "turn", 0).model_copy(update={"start": 60, "quote": around})
    practice = finding(Kind.PRACTICE, said(TALK, "turn", 0).model_copy(update={"quote": "We print it in two colours."}), statement="We print it in two colours on one page.", around=(part,))
    told = block_of(paper(TALK, found(TALK, [practice])), "review-to-fill-in").runs[1].text
    assert (f"({missing})" in told) if missing else "on these practices" not in told, "the reviewers are told, the readers are not"


def test_a_link_without_a_name_says_where_it_leads():
    link = finding(Kind.RESOURCE, said(TALK, "message", 0), theme="t0", fields={"url": "https://www.example.org/x1", "title": "see this"})
    table = block_of(paper(TALK, found(TALK, [link], [theme(0, TALK)])), "resources-table")
    assert table.rows[0][0][0].text == "A page of example.org, shared when the topic was “Topic number 0”"


def test_who_offered_a_resource_is_told_only_where_it_tells_them_apart():
    links = [finding(Kind.RESOURCE, said(TALK, where, 0), id=f"r{where}", fields={"url": f"https://example.org/{where}", "title": f"The {where} guide"}) for where in ("turn", "message")]
    assert len(block_of(paper(TALK, found(TALK, links)), "resources-table").header) == 2
    assert {row[2][0].text for row in block_of(paper(TALK, found(TALK, links), Policy.NAMED), "resources-table").rows} == {"Thandeka Mokgosi", "Ayesha Daniels"}


@pytest.mark.parametrize(
    ("said_first", "then", "shown_"),
    [
        ("We keep the register at the counter.", "I agree, ours is there as well.", True),
        ("When the rain comes we move the stalls inside.", "I agree, ours go there as well.", True),
        ("Does anybody object to the register.", "I agree with what you said.", False),
        ("We keep the register at the counter.", "I agree with what you said, I mean,", False),
    ],
)
def test_agreement_is_shown_only_with_a_statement_and_whole(said_first, then, shown_):
    talk = session((*SPEECH, ("Ayesha Daniels", said_first), ("Pieter Louw", then)))
    reply = Reply(to=said(talk, "turn", 4), by=said(talk, "turn", 5), agrees=True)
    composed = paper(talk, found(talk, (), [theme(0, talk, replies=(reply,))]))
    assert (block_of(composed, "theme-t0-replies") is not None) is shown_


def test_a_story_says_how_it_went_on():
    talk = session((("Ayesha Daniels", "It rained. In May she came late to the shop that she had rented. then the roof fell in, and she closed. It was cold."), *SPEECH))
    story = finding(Kind.STORY, in_turn(talk, "In May she came late to the shop that she had rented."), statement="In May she came late to the shop that she had rented.")
    [card] = [block for block in paper(talk, found(talk, [story])).blocks if isinstance(block, Card)]
    assert dict(card.rows)["How it went on"][0].text == "“Then the roof fell in, and she closed. It was cold.”"


def test_a_story_that_never_comes_to_its_point_is_told_with_its_theme():
    talk = session((("Ayesha Daniels", "In May she came late to the shop that she had rented. And we asked ourselves why."), *SPEECH))
    story = finding(Kind.STORY, in_turn(talk, "In May she came late to the shop that she had rented."), id="story", theme="t0", statement="In May the owner came late to the shop that she had rented.")
    composed = paper(talk, found(talk, [story], [theme(0, talk)]))
    assert "Stories" not in headings(composed) and block_of(composed, "theme-t0-points").ids == ("story",)


def test_an_answer_is_quoted_in_its_passages_and_says_where_some_was_left_out():
    answer = "Yes. Can you hear? The fund pays for the first six weeks. What else was there?"
    talk = session((*SPEECH, ("Pieter Louw", answer)), CHAT)
    whole = said(talk, "turn", len(talk.turns) - 1)
    yes, fund = (whole.model_copy(update={"start": a, "end": b, "quote": answer[a:b]}) for a, b in ((0, 4), (19, 57)))
    question = finding(Kind.QUESTION, said(talk, "turn", 3), fields={"state": "answered"}, answers=(yes, fund))
    composed = paper(talk, found(talk, [question]))
    reply = block_of(composed, "questions-table").rows[0][1]
    assert "".join(run.text for run in reply) == "Yes. […] The fund pays for the first six weeks."
    cited = [run.cite for run in reply if run.cite]
    assert [entry.quote for entry in composed.blocks if isinstance(entry, EvidenceEntry) and entry.number in cited] == [yes.quote, fund.quote]


@pytest.mark.parametrize(("rest", "printed"), [("Two from each valley.", True), ("Or do you mean June?", False), ("The hall is full of chairs, tables and books that nobody has taken home since the winter, so do not bring more of them, please.", False)])
def test_a_short_message_is_printed_whole_where_something_of_it_answers(rest: str, printed: bool):
    told = f"12 May, town hall. Yes you can! {rest}"
    talk = session(SPEECH, (*CHAT, ("Pieter Louw", told)))
    whole = said(talk, "message", len(talk.messages) - 1)
    yes = whole.model_copy(update={"start": 19, "end": 31, "quote": told[19:31]})
    question = finding(Kind.QUESTION, said(talk, "turn", 3), fields={"state": "answered"}, answers=(yes,))
    reply = block_of(paper(talk, found(talk, [question])), "questions-table").rows[0][1]
    assert "".join(run.text for run in reply) == (told if printed else "Yes you can!")


@pytest.mark.parametrize(
    ("reply", "question", "printed"),
    [
        ("On the second, yes, the fund pays for six weeks.", "Does it pay?", "Yes, the fund pays for six weeks."),
        ("Yeah, the fund pays the mentors in the town.", "And who pays the mentors?", "The fund pays the mentors in the town."),
        ("Yeah, the fund pays the mentors in the town.", "Does the fund pay those who mentor?", "Yeah, the fund pays the mentors in the town."),
        ("Well, you'll be aware that the fund pays for six weeks.", "Who pays?", "The fund pays for six weeks."),
        ("You are correct to say that the fund pays for six weeks.", "Who pays?", "The fund pays for six weeks."),
        ("So we do not.", "Who pays?", "So we do not."),
        ("You will be aware, all, that, in short, the fund pays for it.", "Who pays?", "In short, the fund pays for it."),
        ("Now that the fund is there, we pay. So it goes.", "Who pays?", "Now that the fund is there, we pay. So it goes."),
    ],
)
def test_a_reply_is_printed_without_what_leads_on_to_it(reply: str, question: str, printed: str):
    talk = session((("Pieter Louw", question), ("Ayesha Daniels", reply)))
    asked = finding(Kind.QUESTION, said(talk, "turn", 0), statement=question, fields={"state": "answered"}, answers=(said(talk, "turn", 1),))
    composed = paper(talk, found(talk, [asked.model_copy(update={"status": Status.ACCEPTED})]))
    told = block_of(composed, "questions-table").rows[0][1]
    assert "".join(run.text for run in told) == printed
    assert [entry.quote for entry in composed.blocks if isinstance(entry, EvidenceEntry) and entry.number == told[-1].cite] == [reply]


@pytest.mark.parametrize(("state", "answered", "told"), [("open", False, "No answer found"), ("open", True, "Left open"), ("partly", True, "Perhaps replied to"), ("declined", True, "Answer declined"), ("answered", True, "Replied to")])
def test_a_question_is_left_open_only_where_somebody_says_so(state: str, answered: bool, told: str):
    question = finding(Kind.QUESTION, said(TALK, "turn", 3), theme="t0", fields={"state": state}, answers=(said(TALK, "turn", 2),) if answered else ())
    other = finding(Kind.QUESTION, said(TALK, "turn", 3), id="other", statement="Who prints the forms for the traders?")
    composed = paper(TALK, found(TALK, [question, other]))
    table = block_of(composed, "questions-table")
    assert table.rows[table.ids.index(question.id)][2][0].text == told
    with_its_topic = paper(TALK, found(TALK, [question, other], [theme(0, TALK)]))
    reply = block_of(with_its_topic, f"theme-t0-question-{question.id}-reply")
    assert (reply is not None and reply.attribution.startswith("Left open: ")) is (told == "Left open")
    for one in (composed, with_its_topic):
        lists = dict(entry for column in contents(one, BRIEF[0])["columns"] for entry in column)
        assert ("Asked and left open" in lists) is (told == "Left open")


def test_questions_are_told_with_their_time_and_topic_and_both_kinds_of_replies_explained():
    first, again, second = (finding(Kind.QUESTION, said(TALK, "turn", n), id=f"q{n}", theme=f"t{t}", fields={"state": state}, answers=answers) for n, t, state, answers in ((1, 0, "replied", (said(TALK, "turn", 2),)), (2, 1, "open", ()), (3, 0, "partly", (said(TALK, "turn", 0),))))
    planned = TALK.model_copy(update={"agenda": ("Topic number 1",)})
    composed = paper(planned, found(planned, [second, again, first], [theme(1, TALK), theme(2, TALK)]))  # the others are of none
    table = block_of(composed, "questions-table")
    assert [row[0][-1].text for row in table.rows] == [" At\u00a00:00:10", " At\u00a00:00:20", " At\u00a00:00:30"]
    assert [row[2][0].text for row in table.rows] == ["Replied to", "No answer found", "Perhaps replied to"] and block_of(composed, "questions-about") is not None
    alike = second.model_copy(update={"fields": {"state": "answered"}})
    assert block_of(paper(TALK, found(TALK, [first, alike])), "questions-about") is None


def test_what_became_of_questions_is_told_where_it_differs_and_how_many_were_left_out():
    first, second, third = (finding(Kind.QUESTION, said(TALK, "turn", n), id=f"q{n}", fields={"state": "answered"}, answers=(said(TALK, "turn", a),)) for n, a in ((1, 2), (3, 0), (3, 2)))
    table = block_of(paper(TALK, found(TALK, [first, second])), "questions-table")
    assert table.header == ("Question", "From the reply") and {len(row) for row in table.rows} == {2} == {len(table.widths)} and table.caption == "What was asked"
    table = block_of(paper(TALK, found(TALK, [first, second, third])), "questions-table")
    assert table.caption == "What was asked: 2 of the 3 questions that were found"
    third = third.model_copy(update={"fields": {"state": "open"}, "answers": ()})
    assert "What became of it" in block_of(paper(TALK, found(TALK, [first, third])), "questions-table").header


def test_a_promise_is_printed_with_what_somebody_else_asked_for():
    talk = session((("Pieter Louw", "Would you share the list of the towns?"), ("Ayesha Daniels", "I'm sure that we could do that.")))
    promise = finding(Kind.COMMITMENT, said(talk, "turn", 1), fields={"outcome": "promised", "said": "outright"}, lead=(said(talk, "turn", 0),))
    [item] = block_of(paper(talk, found(talk, [promise])), "kind-commitment-list").items
    assert item[0].text == f"Asked “Would you share the list of the towns?”: {promise.statement.replace(chr(39), '’')}"


def test_an_answer_of_whoever_asked_and_a_proposal_that_nobody_was_against_are_told():
    asked = "Who pays for the mentor? The short answer is the fund. " + "It pays from the first week on, and it does so in every town of the valley. " * 9
    talk = session((("Pieter Louw", asked), ("Ayesha Daniels", "Is anybody against the new list of towns?")))
    whole = said(talk, "turn", 0)
    question, answer = whole.model_copy(update={"end": 24, "quote": asked[:24]}), whole.model_copy(update={"start": 25, "end": 54, "quote": asked[25:54]})
    own = finding(Kind.QUESTION, question, id="own", fields={"state": "answered"}, answers=(answer,))
    call = finding(Kind.QUESTION, said(talk, "turn", 1), id="call", fields={"state": "unopposed"})
    table = block_of(paper(talk, found(talk, [own, call])), "questions-table")
    assert table.ids == ("own", "call") and table.rows[1][2][0].text == "Nobody objected"
    assert block_of(paper(talk, found(talk, [own.model_copy(update={"answers": ()}), call, call.model_copy(update={"id": "again", "statement": "Is anybody against the mentors from the coast?"})])), "questions-table").ids == ("call", "again")


def test_passages_of_an_answer_that_stand_side_by_side_have_no_mark_between_them():
    spoken = "The fund pays. It pays for six weeks. Hear me? It stops."
    talk = session((("Pieter Louw", "Who pays for the mentor of the trader?"), ("Ayesha Daniels", spoken), ("Pieter Louw", "And who prints the forms of the fund?")))
    whole = said(talk, "turn", 1)
    first, second, third = (whole.model_copy(update={"start": a, "end": b, "quote": spoken[a:b]}) for a, b in ((0, 14), (15, 37), (47, 56)))
    for answers, printed in (((first, second), "The fund pays. It pays for six weeks."), ((first, third), "The fund pays. It pays for six weeks. […] It stops.")):
        asked = finding(Kind.QUESTION, said(talk, "turn", 0), id="q", fields={"state": "answered"}, answers=answers)
        table = block_of(paper(talk, found(talk, [asked, finding(Kind.QUESTION, said(talk, "turn", 2), id="r")])), "questions-table")
        assert "".join(run.text for run in table.rows[0][1]) == printed


def test_a_single_question_is_told_with_its_topic():
    asked = finding(Kind.QUESTION, said(TALK, "turn", 3), id="asked", theme="t0", fields={"state": "open"})
    composed = paper(TALK, found(TALK, [asked], [theme(0, TALK)]))
    [item] = block_of(composed, "theme-t0-asked-points").items
    assert "Questions" not in headings(composed) and block_of(composed, "theme-t0-elsewhere") is None
    assert block_of(composed, "theme-t0-asked").runs[0].text == "A question" and "".join(run.text for run in item) == f"{asked.statement} No answer found."


def test_of_two_questions_with_the_same_reply_one_is_told():
    reply = (said(TALK, "turn", 2),)
    first, again = (finding(Kind.QUESTION, said(TALK, "turn", n), id=f"q{n}", fields={"state": "answered"}, answers=reply) for n in (3, 1))
    other = finding(Kind.QUESTION, said(TALK, "turn", 0), id="other")
    composed = paper(TALK, found(TALK, [first, again, other]))
    assert block_of(composed, "questions-table").ids == (other.id, first.id)


def test_a_question_with_a_reply_stands_in_the_paper_wherever_it_ranks():
    before = [finding(Kind.RESOURCE, said(TALK, "turn", 0), id=f"r{n}", statement=f"The stall of the town has number {n} on its door.") for n in range(LEADING)]
    asked = [finding(Kind.QUESTION, said(TALK, "turn", n), id=f"q{n}", fields={"state": "answered"}, answers=(said(TALK, "turn", 2),) if n == 3 else ()) for n in (3, 1)]
    assert block_of(paper(TALK, found(TALK, [*before, *asked])), "questions-table").ids == (asked[0].id,)


def test_questions_stand_in_the_order_in_which_they_were_asked():
    without, answered = (finding(Kind.QUESTION, said(TALK, "turn", n), fields={"state": state}, answers=answers) for n, state, answers in ((1, "open", ()), (3, "partly", (said(TALK, "turn", 2),))))
    assert block_of(paper(TALK, found(TALK, [answered, without])), "questions-table").ids == (without.id, answered.id)


def test_the_method_speaks_of_cards_only_where_there_are_some():
    titled = [f.model_copy(update={"fields": {"title": "Visiting the site"}}) if f.kind is Kind.STORY else f for f in EVERY_KIND]
    told = " ".join(run.text for block in paper(TALK, found(TALK, titled, (theme(0, TALK),))).blocks for run in getattr(block, "runs", ()))
    without = " ".join(run.text for block in paper(TALK, found(TALK)).blocks for run in getattr(block, "runs", ()))
    assert "titles of some cards" in told and "titles of some cards" not in without


def test_a_resource_without_an_address_is_told_with_its_topic_if_it_tells_something():
    talk = session((("Pieter Louw", "The register of traders in our district is open for new names from today."),))
    offered = finding(Kind.RESOURCE, said(talk, "turn", 0), id="open", theme="t0")
    assert block_of(paper(talk, found(talk, [offered], [theme(0, talk)])), "theme-t0-points").ids == ("open",)
    held = offered.model_copy(update={"statement": f"{offered.statement} https://example.org/a"})
    assert block_of(paper(talk, found(talk, [held], [theme(0, talk)])), "theme-t0-points") is None


def test_a_topic_is_told_in_time_and_a_card_called_by_its_own_name_or_its_kind():
    later, sooner = (finding(Kind.PRACTICE, said(TALK, "turn", n), id=f"f{n}") for n in (2, 1))
    assert [f.id for f in topics.as_told([later, sooner])] == ["f1", "f2"]
    assert cards.titles([sooner, later], lambda f: "Weighing crates") == {"f1": "Weighing crates", "f2": "Practice"}
    assert cards.titles([sooner], lambda f: "") == {"f1": "Practice"}


FAILED, DID, CAME = "In April we tried visits by telephone and it died. Nobody had the time.", "So we book the visit before the client leaves the shop.", "We began in June with four shops, then we closed the shop by the river. But since May it’s seven of them."


@pytest.mark.parametrize("status", [Status.DRAFT, Status.EDITED])
def test_a_story_stands_on_the_card_of_the_practice_that_it_leads_up_to_or_tells_the_end_of(status: Status):
    talk = session((("Ayesha Daniels", f"{FAILED} {DID} {CAME}"), *SPEECH))
    practice = finding(Kind.PRACTICE, in_turn(talk, DID), id="p", theme="t0", statement=DID)
    before = finding(Kind.STORY, in_turn(talk, FAILED), id="b", theme="t0", statement=FAILED, status=status)
    after = finding(Kind.STORY, in_turn(talk, CAME), id="a", theme="t0", statement=CAME, status=status)
    composed = paper(talk, found(talk, [practice, before, after], [theme(0, talk)]))
    cards = {block.id: dict(block.rows) for block in composed.blocks if isinstance(block, Card)}
    if status is Status.EDITED:
        assert {"finding-p", "finding-b", "finding-a"} <= cards.keys(), "what a reviewer wrote stays where it is"
        return
    words = " ".join(run.text for runs in cards["finding-p"].values() for run in runs)
    assert list(cards) == ["finding-p"] and FAILED in words and CAME in words
    assert not {"b", "a"} & {id_ for block in composed.blocks for id_ in getattr(block, "ids", ())}, "told on the card they are not offered as left out"


def test_a_story_keeps_its_card_where_something_else_stands_between_or_it_is_of_something_else():
    lesson = "We learned that a card on the wall of the shop is read by everybody."
    for text, own in ((f"{DID} {lesson} {CAME}", CAME), (f"{DID} {CAME}", CAME.replace("shops", "carts").replace("shop", "cart"))):
        talk = session((("Ayesha Daniels", text.replace(CAME, own)), *SPEECH))
        practice = finding(Kind.PRACTICE, in_turn(talk, DID), id="p", theme="t0", statement=DID)
        story = finding(Kind.STORY, in_turn(talk, own), id="a", theme="t0", statement=own)
        others = [finding(Kind.LESSON, in_turn(talk, lesson), id="l", theme="t0", statement=lesson)] if lesson in text else []
        assert {block.id for block in paper(talk, found(talk, [practice, story, *others], [theme(0, talk)])).blocks if isinstance(block, Card)} == {"finding-p", "finding-a"}


def test_whoever_strikes_a_practice_is_offered_the_story_that_stood_on_its_card():
    talk = session((("Ayesha Daniels", f"{FAILED} {DID}"), *SPEECH))
    struck = finding(Kind.PRACTICE, in_turn(talk, DID), id="p", theme="t0", statement=DID, status=Status.REJECTED)
    story = finding(Kind.STORY, in_turn(talk, FAILED), id="b", theme="t0", statement=FAILED)
    composed = paper(talk, found(talk, [struck, story], [theme(0, talk)]))
    assert not [block for block in composed.blocks if isinstance(block, Card)] and "b" in block_of(composed, "review-table").ids


def test_a_lesson_from_beside_a_practice_says_so():
    for between, status, said_so in (("", Status.DRAFT, True), ("The road is long. " * 40, Status.DRAFT, False), ("", Status.REJECTED, False)):
        talk = session((("Ayesha Daniels", f"{FAILED} {DID} {CAME} {between}{DOUBTED}"), *SPEECH))
        practice = finding(Kind.PRACTICE, in_turn(talk, DID), id="p", theme="t0", statement=DID, status=status)
        lessons = [finding(Kind.LESSON, in_turn(talk, DOUBTED), id="l", theme="t0", statement=DOUBTED), finding(Kind.LESSON, said(talk, "turn", 2), id="m", theme="t0")]
        items = [item for block in paper(talk, found(talk, [practice, *lessons], [theme(0, talk)])).blocks if isinstance(block, Bullets) and "l" in block.ids for item in block.items]
        told = [run.text for item in items for run in item if "On the practice “" in run.text]
        assert items and bool(told) is said_so
