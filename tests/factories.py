"""Small fictional sessions for tests, built from (speaker, words) pairs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from copaper.records import CueMark, Message, Participant, Session, Turn, content_id

START = datetime(2020, 9, 22, 8, tzinfo=UTC)


def session(
    speech: Sequence[tuple[str, str]] = (), chat: Sequence[tuple[str, str]] = (), *, id: str = "bas-2020-09-22", **more: object
) -> Session:
    """Return a session: one cue per pair, ten seconds each, chat messages after one another."""
    names = dict.fromkeys(name for name, _ in (*speech, *chat))
    people = {name: content_id("participant", name) for name in names}
    turns: list[Turn] = []
    for number, (name, words) in enumerate(speech):
        mark = CueMark(at=0, start=10.0 * number, end=10.0 * number + 10, line=4 * number + 3, index=number)
        if turns and turns[-1].participant == people[name]:
            last = turns.pop()
            mark = mark.model_copy(update={"at": len(last.text) + 1})
            turns.append(last.model_copy(update={"text": f"{last.text} {words}", "end": mark.end, "cues": (*last.cues, mark)}))
        else:
            turns.append(Turn(index=len(turns), participant=people[name], start=mark.start, end=mark.end, text=words, cues=(mark,)))
    messages = tuple(
        Message(index=i, time=5.0 + 10 * i, participant=people[name], text=text, line=i + 1) for i, (name, text) in enumerate(chat)
    )
    length = 10.0 * max(len(speech), len(chat), 1)
    return Session(
        **{
            "id": id, "community": "bas", "title": "", "start": START, "end": START + timedelta(seconds=length),
            "timezone": "Africa/Johannesburg", "turns": tuple(turns), "messages": messages,
            "participants": tuple(Participant(id=key, name=name) for name, key in people.items()), "sources": (),
            **more,
        }
    )  # fmt: skip
