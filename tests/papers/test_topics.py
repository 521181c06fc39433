"""When topics were spoken of, and what belongs to none; fictional."""

from __future__ import annotations

import pytest

from copaper.papers import topics
from copaper.records import Evidence, Findings, Kind, Session, Span, Theme
from tests import factories


def stretch(talk: Session, turn: int, until: int) -> Span:
    """Return the place of whole turns, with times as the analysis gives them: those at which something begins."""
    return Span(first_turn=turn, start=0, last_turn=until, end=len(talk.turns[until].text), from_time=talk.turns[turn].start, to_time=talk.turns[until].cues[-1].start)


def topic(id_: str, *spans: Span, messages: tuple[int, ...] = ()) -> Theme:
    return Theme(id=id_, label=id_, salience=0.5, spans=spans, messages=messages)


def talk_of(times: list[tuple[float, float]], until: float, chat: int = 0) -> Session:
    """Return a session with a turn for each (from, to) in seconds that ends at ``until``."""
    base = factories.session([(f"Speaker {n}", f"We weigh crate number {n}.") for n in range(len(times))], [("Guest", "Which scale?")] * chat)
    turns = tuple(
        turn.model_copy(update={"start": start, "end": end, "cues": tuple(cue.model_copy(update={"start": start, "end": end}) for cue in turn.cues)})
        for turn, (start, end) in zip(base.turns, times, strict=True)
    )
    return base.model_copy(update={"turns": turns, "end": base.start + (base.end - base.start) * (until / base.duration)})


def found(talk: Session, themes: list[Theme], other: tuple[Evidence, ...] = ()) -> Findings:
    return Findings(session=talk.id, model="m", segments=(), themes=tuple(themes), findings=(), other_languages=other)


def test_a_topic_ends_where_the_next_begins_at_once():
    talk = talk_of([(0, 250), (250, 580), (581, 4210)], 4210)
    themes = [topic("a", stretch(talk, 0, 0)), topic("b", stretch(talk, 1, 1), messages=(0,)), topic("c", stretch(talk, 2, 2), stretch(talk, 0, 0))]
    assert [topics.about(talk, theme, themes) for theme in themes] == ["0:00–0:04 · 50% of what was said", "0:04–0:09 · 50% of what was said · 1 chat message", "0:09–1:10 and 0:00–0:04 · 50% of what was said"]
    assert topics.beside(talk, found(talk, themes)) == ""


def test_stretches_that_follow_one_another_at_once_are_told_as_one():
    talk = talk_of([(0, 250), (250, 580), (581, 900), (900, 1500)], 1500)
    themes = [topic("a", stretch(talk, 0, 0), stretch(talk, 1, 1), stretch(talk, 3, 3)), topic("b", stretch(talk, 2, 2))]
    assert topics.within(talk, themes[0], themes) == "0:00–0:09 and 0:15–0:25"


def test_a_break_and_what_follows_the_talk_belong_to_no_topic():
    talk = talk_of([(0, 600), (900, 1200), (1200, 1500)], 2100)
    themes = [topic("a", stretch(talk, 0, 1)), topic("b", stretch(talk, 2, 2))]
    assert topics.about(talk, themes[0], themes).startswith("0:00–0:20 ·")
    assert topics.beside(talk, found(talk, themes)) == "The transcript has no speech from 0:10:00 to 0:15:00.", "the room was open for ten more minutes"
    last = [topic("a", stretch(talk, 0, 1))]
    assert topics.beside(talk, found(talk, last)).endswith("The topics end at 0:20:00, so the last 5 minutes of the session belong to no topic.")


@pytest.mark.parametrize(
    ("before", "after"),
    [("Let's take a short break now.", "Rose, please."), ("We stretch our legs for ten minutes.", "Rose, please."), ("See you in five minutes.", "Rose, please."), ("So much for that.", "Okay, welcome back everybody.")],
)
def test_a_break_that_was_called_is_no_gap_and_ends_the_topic_before_it(before, after):
    talk = talk_of([(0, 600), (900, 930), (931, 1500)], 1500)
    first, second, third = talk.turns
    called = talk.model_copy(update={"turns": (first.model_copy(update={"text": before}), second.model_copy(update={"text": after}), third)})
    themes = [topic("a", stretch(called, 0, 1)), topic("b", stretch(called, 2, 2))]
    assert (topics.within(talk, themes[0], themes), topics.within(called, themes[0], themes)) == ("0:00–0:15", "0:00–0:10")
    assert topics.beside(called, found(called, themes)) == ""


@pytest.mark.parametrize("before", ["Setting up the stall took us about ten minutes.", "The lunch break is too short for the growers.", "The truck is late by thirty minutes."])
def test_who_only_speaks_of_a_break_or_of_minutes_calls_none(before):
    talk = talk_of([(0, 600), (900, 1500)], 1500)
    said = talk.model_copy(update={"turns": (talk.turns[0].model_copy(update={"text": before}), talk.turns[1])})
    assert topics.beside(said, found(said, [topic("a", stretch(said, 0, 1))])) == "The transcript has no speech from 0:10:00 to 0:15:00."


def test_many_breaks_are_counted():
    talk = talk_of([(600.0 * n, 600.0 * n + 300) for n in range(1, 7)], 3900)
    assert topics.beside(talk, found(talk, [topic("a", stretch(talk, 0, 5))])) == "5 times the transcript has no speech for two minutes or more."


def test_messages_of_no_topic_are_counted_with_the_reason_where_it_is_known():
    talk = talk_of([(0, 60)], 60, chat=4)
    themes = [topic("a", stretch(talk, 0, 0), messages=(0, 1))]
    assert topics.beside(talk, found(talk, themes)) == "2 chat messages of 4 belong to no topic."
    other = tuple(Evidence(where="message", index=n, start=0, end=5, time=0.0, participant="p", quote="Which") for n in (2, 3))
    assert topics.beside(talk, found(talk, themes, other)).endswith("no topic: they seem not to be in English.")


def test_the_code_book_is_named_only_where_the_heading_does_not_say_it():
    talk = talk_of([(0, 60)], 60)
    filed = topic("a", stretch(talk, 0, 0)).model_copy(update={"code_book": "Scales and weights"})
    assert topics.about(talk, filed, [filed], "Weights and scales").endswith("what was said")
    assert topics.about(talk, filed, [filed], "The market day").endswith("· under the community’s theme “Scales and weights”")


def test_a_topic_names_what_is_told_elsewhere_and_leads_there():
    cards = [(Kind.STORY, "A shop", "finding-s"), (Kind.PRACTICE, "Weighing crates", "finding-w"), (Kind.PRACTICE, "The second scale.", "finding-t")]
    told = topics.elsewhere(cards, [Kind.PRACTICE, Kind.PRACTICE, Kind.STORY, Kind.LESSON, Kind.LESSON, Kind.QUESTION])
    assert "".join(run.text for run in told) == "See also the practices “Weighing crates” and “The second scale”, the story “A shop”, Lessons and Questions."
    assert [(run.text, run.to) for run in told if run.to] == [("“Weighing crates”", "finding-w"), ("“The second scale”", "finding-t"), ("“A shop”", "finding-s"), ("Lessons", "kind-lesson"), ("Questions", "questions")]
    assert topics.elsewhere([], [Kind.RESOURCE]) == ()
    assert "".join(run.text for run in topics.elsewhere([], [], leads=1)) == "See also the key message."
    led = topics.elsewhere([], [Kind.LESSON], leads=2)
    assert "".join(run.text for run in led) == "See also the key messages and Lessons." and led[2].to == "key-messages"


def test_one_voice_presents_and_several_discuss():
    talk = talk_of([(0, 60), (60, 120)], 120)
    assert topics.heading(talk) == "What was discussed"
    first, second = talk.turns
    alone = talk.model_copy(update={"turns": (first, second.model_copy(update={"participant": first.participant}))})
    assert topics.heading(alone) == "What was presented"


def test_topics_of_which_nothing_can_be_told_are_named_with_their_times():
    talk = talk_of([(0, 600), (600, 1210)], 1210)
    themes = [topic("a", stretch(talk, 0, 0)), topic("b", stretch(talk, 1, 1))]
    names = {"a": "Scales", "b": "Crates"}
    assert topics.shells(talk, themes[:1], names) == "Also spoken of: “Scales” (0:00–0:10)."
    assert topics.shells(talk, themes, names, others=False) == "Spoken of: “Scales” (0:00–0:10) and “Crates” (0:10–0:20)."
    assert topics.shells(talk, [themes[0].model_copy(update={"label": "Opening"})], names) == ""


def test_a_list_says_with_which_topics_the_others_of_its_kind_are_told():
    told = topics.with_their_topics({"theme-a": "Scales"})
    assert "".join(run.text for run in told) == "See also the topic “Scales”." and told[1].to == "theme-a"
    told = topics.with_their_topics({"theme-a": "Scales", "theme-b": "Crates"})
    assert "".join(run.text for run in told) == "See also the topics “Scales” and “Crates”."


def test_topics_that_end_before_the_talk_do_not_end_the_transcript():
    talk = talk_of([(0, 600), (600, 1200), (1200, 1500)], 2100)
    told = topics.beside(talk, found(talk, [topic("a", stretch(talk, 0, 1))]))
    assert told.startswith("The topics end at 0:20:00") and "transcript" not in told


def test_what_stands_with_its_topic_under_its_kind_stands_nowhere_else():
    assert all(map(topics.is_home, ("kind-lesson-list", "theme-1a2b-lesson-points", "theme-1a2b-asked-points")))
    assert not any(map(topics.is_home, ("theme-1a2b-points", "theme-1a2b-replies", "messages")))


def test_cards_that_bear_only_the_name_of_the_topic_are_counted():
    def told(*cards: tuple[Kind, str, str]) -> str:
        return "".join(run.text for run in topics.elsewhere(cards, []))

    assert told((Kind.STORY, "", "a"), (Kind.STORY, "", "b")) == "See also 2 stories."
    assert told((Kind.PRACTICE, "The ten minute till", "a"), (Kind.PRACTICE, "", "b")) == "See also the practice “The ten minute till” and a further practice."
