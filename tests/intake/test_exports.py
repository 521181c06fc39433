"""Real exports, where they are at hand: what each holds was worked out by reading the file.

Columns: file, reader, items, first and last time in seconds on the file's own clock, people.
For a transcript the last time is its last cue's end; a chat's is its last message's. A format
without ends or times has none here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from copaper.intake.export import Export
from copaper.intake.registry import read_export
from copaper.records import AskedQuestion, Ballot, Cue, Item, Post

EXPORTS = Path(__file__).parents[3] / "shared" / "exports"
WEBINARS = Path(__file__).parents[3] / "shared" / "webinars" / "dev"
pytestmark = pytest.mark.skipif(not EXPORTS.is_dir(), reason="the real exports are not at hand")


def clock(text: str) -> float:
    hours, minutes, seconds = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


TRANSCRIPTS = [
    # file, reader, cues, first start, last end, people
    ("zoom-transcript-1.vtt", "zoom_transcript", 300, "00:00:04.859", "00:55:41.970", 5),
    ("zoom-transcript-2.vtt", "zoom_transcript", 348, "00:04:01.680", "00:52:15.410", 15),
    ("zoom-transcript-3.vtt", "zoom_transcript", 643, "00:05:49.620", "01:33:18.840", 27),
    ("zoom-cc-1.vtt", "zoom_captions", 100, "00:01:08.000", "00:12:19.000", 0),
    ("zoom-closed-caption-1.txt", "zoom_closed_caption", 3, "13:44:25", None, 0),
    ("teams-transcript-vtt-1.vtt", "teams_vtt", 2, "00:00:10.087", "00:00:16.270", 2),
    ("teams-transcript-docx-1.docx", "teams_docx", 4, "00:00:04", None, 1),
    ("teams-transcript-docx-2.docx", "teams_docx", 3, "00:00:05.100", "00:00:14.500", 2),
    ("meet-transcript-docx-1.docx", "meet_transcript", 1, "00:00:11", None, 1),
    ("meet-transcript-2023-1.md", "meet_transcript", 27, None, None, 5),
    ("webex-transcript-1.vtt", "webex_vtt", 2, "00:00:01.000", "00:00:09.000", 2),
    ("otter-1.md", "otter", 146, "00:00:00", None, 3),
    ("whisper-1.json", "whisper_json", 1, "00:00:00.140", "00:00:00.940", 0),
    ("whisper-1.tsv", "whisper_table", 1, "00:00:00.140", "00:00:00.940", 0),
    ("whisper-1.csv", "whisper_table", 1, "00:00:00.140", "00:00:00.940", 0),
    ("whisper-1.srt", "srt", 1, "00:00:00.140", "00:00:00.940", 0),
    ("whisper-1.vtt", "webvtt", 1, "00:00:00.140", "00:00:00.940", 0),
    ("whisper-1.txt", "plain_text", 1, None, None, 0),
    # Four cues, the last of which only shows the third again.
    ("youtube-auto-1.vtt", "youtube_vtt", 3, "00:04:46.070", "00:05:05.069", 0),
    ("generic-2.vtt", "youtube_vtt", 2, "00:00:00.000", "00:00:04.550", 0),
    ("youtube-1.json3", "youtube_json3", 1, "00:00:00.120", "00:00:03.679", 0),
    # The last cue ends before it begins.
    ("youtube-1.sbv", "sbv", 5, "00:00:00.378", "00:00:17.484", 0),
    ("generic-1.srt", "srt", 5, "00:00:00.500", "00:00:23.880", 0),
]

CHATS = [
    # file, reader, posts, first, last, people, direct messages dropped
    ("zoom-chat-cloud-1.txt", "zoom_chat", 10, "00:21:14", "00:36:49", 5, 0),
    ("zoom-chat-cloud-2.txt", "zoom_chat", 136, "00:13:46", "00:52:39", 41, 0),
    ("zoom-chat-cloud-4.txt", "zoom_chat", 8, "01:07:16", "01:19:42", 4, 0),
    ("zoom-chat-saved-1.txt", "zoom_chat", 10, "08:59:02", "09:50:05", 7, 0),
    ("zoom-chat-saved-2.txt", "zoom_chat", 8, "11:01:00", "11:02:55", 8, 0),
    ("zoom-chat-saved-3.txt", "zoom_chat", 43, "17:06:15", "18:33:45", 13, 2),
    ("zoom-chat-saved-5.txt", "zoom_chat", 29, "07:12:07", "07:37:51", 9, 0),
    ("zoom-chat-local-1.txt", "zoom_chat", 17, "10:18:24", "10:30:49", 10, 0),
    ("zoom-chat-legacy-1.txt", "zoom_chat", 55, "14:00:39", "14:59:47", 13, 0),
    ("zoom-chat-es-1.txt", "zoom_chat", 8, "16:20:25", "16:21:50", 5, 0),
    # Five more lines have times such as 77:77:77 and senders that cannot be told.
    ("zoom-chat-ja-1.txt", "zoom_chat", 60, "18:00:27", "19:03:13", 11, 0),
    ("zoom-chat-zh-1.txt", "zoom_chat", 16, "13:56:21", "15:24:51", 2, 0),
    ("zoom-chat-cleaned-1.txt", "zoom_chat", 372, "08:02:35", "11:17:58", 57, 6),
    ("meet-chat-1.sbv", "meet_chat", 2, "00:00:12", "00:00:40.500", 2, 0),
    ("teams-chat-paste-1.txt", "teams_chat_paste", 2, "21:09:00", "21:10:00", 2, 0),
    ("teams-chat-csv-1.csv", "teams_chat_csv", 2, "07:31:55", "08:12:55", 1, 0),
]


def seconds(text: str | None) -> float | None:
    return None if text is None else pytest.approx(clock(text))


@pytest.mark.parametrize(("file", "reader", "count", "first", "last", "people"), TRANSCRIPTS)
def test_transcript(file: str, reader: str, count: int, first: str | None, last: str | None, people: int) -> None:
    reading = read_export(Export.read(EXPORTS / file))
    assert (reading.reader, len(reading.items)) == (reader, count)
    assert reading.items[0].start == seconds(first)
    if last is not None:
        assert reading.items[-1].end == seconds(last)
    assert len({cue.speaker for cue in reading.items} - {""}) == people
    assert reading.lines_remarked == 0


@pytest.mark.parametrize(("file", "reader", "count", "first", "last", "people", "dropped"), CHATS)
def test_chat(file: str, reader: str, count: int, first: str, last: str, people: int, dropped: int) -> None:
    reading = read_export(Export.read(EXPORTS / file))
    assert (reading.reader, len(reading.items)) == (reader, count)
    assert (reading.items[0].time, reading.items[-1].time) == (seconds(first), seconds(last))
    assert len({post.author for post in reading.items}) == people
    assert int(reading.facts.get("direct messages dropped", 0)) == dropped


def test_replies_and_reactions_are_told_from_statements() -> None:
    posts = read_export(Export.read(EXPORTS / "zoom-chat-cloud-2.txt")).items
    # grep -c "Reacted to", grep -c "Replying to"
    assert (sum(bool(p.reaction) for p in posts), sum(bool(p.quoted and not p.reaction) for p in posts)) == (67, 35)
    assert not any(post.text.startswith(("Replying to", "Reacted to")) for post in posts)


@pytest.mark.parametrize(
    ("file", "rows", "people", "questions"),
    [("zoom-poll-1.csv", 6, 3, 4), ("zoom-poll-2.csv", 135, 135, None)],
)
def test_polls(file: str, rows: int, people: int, questions: int | None) -> None:
    ballots = read_export(Export.read(EXPORTS / file)).items
    assert all(isinstance(ballot, Ballot) for ballot in ballots)
    assert (len(ballots), len({ballot.name for ballot in ballots})) == (rows, people)
    if questions is not None:
        assert len({question for ballot in ballots for question, _ in ballot.answers}) == questions


def test_questions() -> None:
    asked = read_export(Export.read(EXPORTS / "zoom-qa-1.csv")).items
    assert all(isinstance(question, AskedQuestion) for question in asked)
    assert [question.asker for question in asked] == ["Jane Doe", "Max", "Someone"]
    assert [len(question.answers) for question in asked] == [1, 0, 0]


def cases(pattern: str) -> list[Path]:
    return sorted(WEBINARS.glob(pattern)) if WEBINARS.is_dir() else []


def speaker(item: Item) -> str:
    return item.speaker if isinstance(item, Cue) else item.author if isinstance(item, Post) else ""


@pytest.mark.parametrize("path", cases("*/*/transcript.vtt"), ids=lambda path: path.parent.name)
def test_webinar_transcripts(path: Path) -> None:
    """Each cue names its speaker, as every line of these files does; nothing is left out."""
    reading = read_export(Export.read(path))
    named = sum(1 for line in path.read_text(encoding="utf-8").split("\n") if "-->" not in line and ": " in line)
    assert reading.lines_remarked == 0
    assert all(speaker(cue) for cue in reading.items)
    assert len(reading.items) == named


@pytest.mark.parametrize("path", cases("*/*/chat.txt"), ids=lambda path: path.parent.name)
def test_webinar_chats(path: Path) -> None:
    """No orphan line; replies and reactions keep the words of others apart from their own."""
    reading = read_export(Export.read(path))
    assert not reading.remarks
    assert all(post.author for post in reading.items)
    own = [post.text for post in reading.items]
    assert not any(text.startswith(('Replying to "', 'Reacted to "', "Removed a ")) for text in own)
