"""When topics were spoken of, and what belongs to none; fictional."""

from __future__ import annotations

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


def test_the_minutes_of_topics_add_up_to_the_session():
    talk = talk_of([(0, 250), (250, 580), (581, 1210)], 1210)
    themes = [topic("a", stretch(talk, 0, 0)), topic("b", stretch(talk, 1, 1)), topic("c", stretch(talk, 2, 2))]
    assert [topics.about(talk, theme, themes).split(", ")[1] for theme in themes] == ["about 4 minutes", "about 6 minutes", "about 10 minutes"]
    assert topics.beside(talk, found(talk, themes)) == ""


def test_a_break_and_what_follows_the_talk_belong_to_no_topic():
    talk = talk_of([(0, 600), (900, 1200), (1200, 1500)], 2100)
    themes = [topic("a", stretch(talk, 0, 1)), topic("b", stretch(talk, 2, 2))]
    assert "about 15 minutes" in topics.about(talk, themes[0], themes)
    assert topics.beside(talk, found(talk, themes)) == "Nobody spoke from 0:10:00 to 0:15:00. The transcript ends at 0:25:00, so the last 10 minutes of the session belong to no topic."


def test_many_breaks_are_counted():
    talk = talk_of([(600.0 * n, 600.0 * n + 300) for n in range(1, 7)], 3900)
    assert topics.beside(talk, found(talk, [topic("a", stretch(talk, 0, 5))])) == "5 times nobody spoke for two minutes or more."


def test_messages_of_no_topic_are_counted_with_the_reason_where_it_is_known():
    talk = talk_of([(0, 60)], 60, chat=4)
    themes = [topic("a", stretch(talk, 0, 0), messages=(0, 1))]
    assert topics.beside(talk, found(talk, themes)) == "2 chat messages of 4 belong to no topic."
    other = tuple(Evidence(where="message", index=n, start=0, end=5, time=0.0, participant="p", quote="Which") for n in (2, 3))
    assert topics.beside(talk, found(talk, themes, other)).endswith("no topic: they seem not to be in English.")


def test_a_topic_names_what_is_told_elsewhere():
    told = topics.elsewhere([(Kind.STORY, "A shop"), (Kind.PRACTICE, "Weighing crates"), (Kind.PRACTICE, "The second scale")], [Kind.PRACTICE, Kind.PRACTICE, Kind.STORY, Kind.LESSON, Kind.LESSON, Kind.QUESTION])
    assert told == "Told below: the practices “Weighing crates” and “The second scale”, the story “A shop” and 2 lessons."
    assert topics.elsewhere([], [Kind.QUESTION]) == ""


def test_topics_that_end_before_the_talk_do_not_end_the_transcript():
    talk = talk_of([(0, 600), (600, 1200), (1200, 1500)], 2100)
    told = topics.beside(talk, found(talk, [topic("a", stretch(talk, 0, 1))]))
    assert told.startswith("The topics end at 0:20:00") and "transcript" not in told
