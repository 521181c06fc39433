"""The paper on speech that does not show where sentences end; the call is made up."""

from __future__ import annotations

from copaper.analysis import unmarked
from copaper.communities import Community, Policy
from copaper.papers.compose import compose
from copaper.papers.front import LITTLE_TOLD
from copaper.papers.units import block_units
from copaper.privacy import Privacy
from copaper.records import Bullets, Evidence, Finding, Findings, Heading, Kind, Paragraph, Role, Session, Source, Span, Status, Table, Theme
from tests import factories

COMMUNITY = Community(code="bas", name="Growers of the Valley", purpose="To learn from each other")
RUN = "we take the seed bank list to the upper farms and they see how the seed bank keeps barley and then we all go home by the river road "
SPEECH = (
    ("Ann Berg", "on the agenda today we have the seed bank and the new price list for the spring market in the old river town and after that whatever is left"),
    ("Ben Cole", RUN * 4),
    ("Dora Fuchs", "does the seed bank take barley from the upper farms"),
    ("Ben Cole", "well the short answer is yes it takes all that is dry enough " + RUN),
    ("Ann Berg", "okay next up is the price list for the spring market"),
    ("Ben Cole", "so the price list is the same as last year and so on " + RUN * 2),
    ("Ann Berg", "and next week we will skip the call because of the harvest so thanks all"),
)
CHAT = (("Dora Fuchs", "The seed bank takes barley of all farms that dry it first"), ("Ann Berg", "Thanks!"), ("Ben Cole", "Who keeps the keys of the seed bank?"))
SOURCE = Source(file="a.vtt", sha256="0" * 64, bytes=1, kind=None, reader="test")


TALK = factories.session(SPEECH, CHAT, sources=(SOURCE,))
THEMES = tuple(
    Theme(id=f"t{n}", label=label, salience=0.5, messages=messages, spans=(Span(first_turn=first, start=0, last_turn=last, end=5, from_time=10.0 * first, to_time=10.0 * last + 10),))
    for n, (label, first, last, messages) in enumerate((("Keeping of barley", 0, 3, (0, 1, 2)), ("Price list", 4, 6, ())))
)


def paper(*findings: Finding):
    found = Findings(session=TALK.id, model="test 1", segments=(), themes=THEMES, findings=findings)
    return compose(TALK, found, COMMUNITY, Privacy(TALK, Policy.ROLES, found))


def texts(block) -> str:
    return " ".join(unit.words for unit in block_units(block))


PAPER = paper()
BLOCKS = {block.id: block for block in PAPER.blocks}


def test_an_outline_says_what_it_is():
    assert PAPER.title == "Growers of the Valley: what was on the agenda on 22 September 2020"
    assert PAPER.how_to_cite.startswith("Growers of the Valley (2020). What was on the agenda on 22 September 2020.")
    assert LITTLE_TOLD in PAPER.notice and PAPER.outline
    assert "no sentence was chosen from it" in texts(BLOCKS["method-1"])
    assert [block.text for block in PAPER.blocks if isinstance(block, Heading) and block.level == 1][:5] == ["In short", "What was on the agenda", "Questions", "What comes next", "Who took part"]


def test_topics_have_what_was_said_often_and_shared():
    assert "On the agenda today we have the seed bank" in texts(BLOCKS["agenda"])
    assert "0:00–0:00" in texts(BLOCKS["theme-t0-about"]) and "3 people spoke" in texts(BLOCKS["theme-t0-about"])
    assert "seed bank (" in texts(BLOCKS["theme-t0-often"]) and "times" in texts(BLOCKS["theme-t0-often"])
    assert "price list" not in texts(BLOCKS["theme-t1-often"]).casefold(), "its name says it"
    shared = [block for block in paper(*map(link, ("Barley prices", "Barley prices", "Mill rules"))).blocks if block.id == "theme-t0-shared"]
    assert [texts(block) for block in shared] == ["Shared: Barley prices; Mill rules."]


def noted(*written: tuple[str, str]) -> str:
    """What is told to be noted in the chat of these messages, all within a minute."""
    talk = factories.session(SPEECH, written, sources=(SOURCE,))
    themes = (THEMES[0].model_copy(update={"messages": tuple(range(len(written)))}), THEMES[1])
    found = Findings(session=talk.id, model="test 1", segments=(), themes=themes, findings=())
    blocks = {block.id: block for block in compose(talk, found, COMMUNITY, Privacy(talk, Policy.ROLES, found)).blocks}
    return texts(blocks["theme-t0-noted-points"]) if "theme-t0-noted-points" in blocks else ""


NOTES = ("Barley is kept dry", "Three farms share one store", "Store of the upper farms opens in May", "Ben Cole will print the list", "Price of barley as last year", "Lists for all farms in the hall")


def test_notes_that_somebody_keeps_in_the_chat_are_told_with_their_topic():
    told = noted(*(("Dora Fuchs", note) for note in NOTES))
    assert all(note in told for note in NOTES if "Ben" not in note) and "will print the list" not in told, "who will is not told"
    assert noted(*(("Dora Fuchs", note) for note in NOTES[1:])) == "", "a few are remarks"
    assert noted(*((("Dora Fuchs", "Ann Berg")[n % 2], note) for n, note in enumerate(NOTES))) == "", "several who write keep no notes"
    remarks = ("I think that barley keeps dry", "Thanks for the list of farms", "Who keeps the store open?", "we can print it in May", "Great news for the farms", "See https://example.org/store for it")
    assert noted(*(("Dora Fuchs", remark) for remark in remarks)) == ""


def test_no_message_is_told_that_was_not_found_to_tell_something():
    assert not any(isinstance(block, Bullets) and block.id.startswith("theme-") for block in PAPER.blocks)


def test_questions_stand_in_time_and_claim_nothing_of_replies():
    table = BLOCKS["questions-table"]
    assert isinstance(table, Table)
    assert [[" ".join(run.text for run in cell if run.text) for cell in row] for row in table.rows] == [["“Who keeps the keys of the seed bank?”", "0:00:25"]]
    assert table.header == ("Question", "Asked at") and table.caption == "What was asked in the chat; a reply that was spoken is in the recording"


def test_a_topic_that_only_its_time_names_is_not_told_among_the_topics():
    timed = THEMES[1].model_copy(update={"label": "From 0:00 on"})
    found = Findings(session=TALK.id, model="test 1", segments=(), themes=(THEMES[0], timed), findings=())
    made = compose(TALK, found, COMMUNITY, Privacy(TALK, Policy.ROLES, found))
    assert made.keywords == ("Keeping of barley",) and made.abstract.endswith("Among the 2 topics was “Keeping of barley”.")
    assert "From 0:00 on" in [block.text for block in made.blocks if isinstance(block, Heading)]


def test_what_comes_next_is_quoted():
    assert "next week we will skip the call because of the harvest" in texts(BLOCKS["next-plans-points"])


def test_what_is_quoted_stands_word_for_word_in_the_evidence():
    quoted = [block.quote for block in PAPER.blocks if block.type == "evidence"]
    whole = " ".join((*(turn.text for turn in TALK.turns), *(message.text for message in TALK.messages)))
    assert quoted and all(quote.strip(" ") in whole for quote in quoted)


def link(title: str) -> Finding:
    evidence = Evidence(where="message", index=0, start=0, end=3, time=5.0, participant=TALK.messages[0].participant, quote=TALK.messages[0].text[:3])
    return Finding(id=f"r{title}", kind=Kind.RESOURCE, statement=f"{title}.", evidence=(evidence,), theme="t0", confidence=0.6, fields={"url": "https://example.org/a", "title": title})


def spoken(status: Status) -> Finding:
    turn = TALK.turns[1]
    evidence = Evidence(where="turn", index=1, start=0, end=len(RUN) - 1, time=turn.start, participant=turn.participant, quote=turn.text[: len(RUN) - 1])
    return Finding(id="s", kind=Kind.LESSON, statement="We learned that the upper farms keep the barley by the river road.", evidence=(evidence,), theme="t0", confidence=0.9, status=status)


def test_a_piece_of_speech_is_shown_only_if_a_reviewer_took_it_in():
    assert "upper farms keep the barley" not in str(paper(spoken(Status.DRAFT)).blocks)
    assert "upper farms keep the barley" in str(paper(spoken(Status.EDITED)).blocks)


def test_a_message_that_a_reviewer_took_in_or_out_is_not_quoted_beside():
    message = TALK.messages[0]
    evidence = Evidence(where="message", index=0, start=0, end=len(message.text), time=message.time, participant=message.participant, quote=message.text)
    judged = {status: Finding(id="w", kind=Kind.LESSON, statement="The bank takes all dry barley of the upper farms.", evidence=(evidence,), theme="t0", confidence=0.9, sure_of_kind=False, status=status) for status in (Status.EDITED, Status.REJECTED)}
    assert str([block for block in paper(judged[Status.EDITED]).blocks if block.id == "theme-t0-points"]).count("barley") == 1
    assert "theme-t0-points" not in {block.id for block in paper(judged[Status.REJECTED]).blocks}


def test_nothing_is_claimed_where_nothing_was_found():
    bare = factories.session([("Ann Berg", RUN * 5)], sources=(SOURCE,))
    found = Findings(session=bare.id, model="test 1", segments=(), themes=(THEMES[0].model_copy(update={"messages": (), "spans": ()}),), findings=())
    ids = {block.id for block in compose(bare, found, COMMUNITY, Privacy(bare, Policy.ROLES, found)).blocks if isinstance(block, Heading | Paragraph | Table)}
    assert ids.isdisjoint({"questions", "next", "agenda", "theme-t0-shared"})


def test_a_piece_of_a_name_that_is_withheld_whole_is_not_said_often():
    speech = (("Ann Berg", "the office told Lindiwe Gumba of the seed bank " * 4), *SPEECH[1:4])
    made = factories.session(speech, sources=(SOURCE,))
    found = Findings(session=made.id, model="test 1", segments=(), themes=THEMES[:1], findings=(), people_named=("Lindiwe Gumba",))
    often = next(block for block in compose(made, found, COMMUNITY, Privacy(made, Policy.ROLES, found)).blocks if block.id == "theme-t0-often")
    assert "seed bank" in texts(often) and "Lindiwe" not in texts(often) and "Gumba" not in texts(often)


def test_pieces_of_one_phrase_are_not_said_often_twice():
    said = " ".join("river road seed bank opens late" for _ in range(5))
    talk = factories.session((("Ann Berg", said),), (), sources=(SOURCE,))
    told = [phrase.split() for phrase, _ in unmarked.often(talk, (Span(first_turn=0, start=0, last_turn=0, end=len(said), from_time=0.0, to_time=60.0),))]
    assert told and not any(one[-1] == other[0] or other[-1] == one[0] for one in told for other in told if one is not other)


def test_what_a_tool_writes_is_no_note():
    talk = factories.session(SPEECH, [("Dora Fuchs", note) for note in NOTES], sources=(SOURCE,))
    tool = talk.model_copy(update={"participants": tuple(one.model_copy(update={"role": Role.BOT}) if one.id == talk.messages[0].participant else one for one in talk.participants)})
    assert len(unmarked.noted(talk)) == len(NOTES) and unmarked.noted(tool) == []
