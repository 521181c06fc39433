"""What remarks and notices say to people: one table, edited in one place."""

from __future__ import annotations

from collections.abc import Iterator

from copaper.records import Notice, Session

REMARKS: dict[str, str] = {
    # readers
    "line-not-understood": "some lines were not understood and left out",
    "cue-without-time": "a cue has no time that can be read; its text was left out: write its times as in “00:01:02.000 --> 00:01:05.000” and process the session again",
    "cue-backwards": "a cue ends before it begins; its end was taken as its beginning",
    "text-outside-cue": "text outside any cue was left out",
    "no-header": "the file does not begin with WEBVTT; it was read all the same",
    "unknown-speaker": "cues name no speaker",
    "time-wrapped": "times run past midnight; the later ones were counted as the next day",
    "orphan-line": "a line before the first message was left out",
    "quoting-broken": "quotation marks are not closed; the table was read leniently",
    "row-too-short": "a row has fewer cells than the header",
    "row-without-name": "a row names nobody and was left out",
    "bad-time": "a time cannot be read and was taken as not known",
    "leave-before-join": "somebody left before joining; the interval was left out",
    "day-order-ambiguous": "day and month cannot be told apart in this file's dates",
    "bytes-lost": "some bytes are damaged and cannot be decoded",
    "entry-not-understood": "an entry has no words or times that can be read and was left out",
    "file-cut-off": "the file is cut off or damaged; it was read as far as it goes: is it whole where it came from?",
    "unknown-author": "a message names no author",
    "no-times": "the transcript has no times; evidence in it is placed by its order alone",
    "nul-bytes": "NUL bytes were removed",
    "columns-guessed": "the file was taken for a list of who took part, by what its columns are called; if it is none, name it under “ignore” in session.yaml",
    "word-document": "it is a Word document, whatever its name says, and was read as one",
    # sessions
    "no-community": "the folder lies in no community's folder, so “copaper process” needs --community, or --out",
    "file-not-used": "the file was not used. {detail}",
    "agenda-read": "its lines were taken as the session's agenda",
    "agenda-not-read": "it is called an agenda and was not read, as there is another; what counts is session.yaml, then the first such file",
    "same-meeting-twice": "the file tells the same as {detail} and was not used",
    "long-silence": "from line {line} on {detail} after what stands before; is the time there right?",
    "days-apart": "two exports are of days that are more than one apart ({detail}); are both of this session?",
    "other-day": "the file is of another day ({detail}); is it the right file?",
    "controls-removed": "control and invisible direction characters were removed",
    "start-assumed": "nothing says at what time the webinar began; 00:00 of its clock was assumed to be the start",
    "no-transcript": "there is no transcript; the paper rests on the chat alone",
    "no-chat": "there is no chat log",
    "no-attendance": "there is no attendance report; who took part is known from speech and chat only",
    "offset-unknown": "nothing says when this file's clock starts; it was taken as the session's own",
    "reply-unmatched": "a reply quotes a message that is not in the log",
    "times-estimated": "the transcript has no times; they were estimated at 150 words a minute",
    "offset-assumed": "nothing says how the clocks of chat and recording relate; the first message was taken to stand at the start",
    "other-time-zone": "the report's times are those of another time zone; they were moved by whole or half hours",
    "same-name-two-addresses": "one full name stands beside two e-mail addresses; it was taken for one person",
    "look-alike-names": "two names differ only in letters that look alike; they were kept apart",
    "people-column": "people.csv, line {line}: nothing is read from the column {detail}; known are name, organisation and province",
    "people-no-name": "people.csv, line {line}: a row names nobody and was left out",
    "people-row-short": "people.csv, line {line}: a row has fewer cells than the first line; what is missing was taken as not known",
    "people-twice": "people.csv, line {line}: a row says something else of a person than a row above; the last one counts",
}

_TO_BE_TOLD = frozenset((
    "file-cut-off", "columns-guessed", "file-not-used", "same-meeting-twice", "other-day", "days-apart", "long-silence",
    "people-column", "people-no-name", "people-row-short", "people-twice",
))  # fmt: skip
"""What may make a paper wrong as a whole, so that it is told whenever a paper is made."""
_LOSES = frozenset(("line-not-understood", "cue-without-time", "text-outside-cue", "entry-not-understood", "bytes-lost", "cue-backwards"))
"""What was lost or is doubtful: told too where it is no single line."""
_SEVERAL = 3


def sentence(code: str, *, detail: str = "", line: int = 0) -> str:
    """Return what a remark or notice says."""
    return REMARKS[code].format(detail=detail, line=line)


def says(notice: Notice) -> str:
    """Return what a notice says."""
    return sentence(notice.code, detail=notice.detail, line=notice.line)


def to_be_told(session: Session) -> Iterator[str]:
    """Yield what whoever makes a paper must see of the remarks on its exports, in sentences."""
    for source in session.sources:
        for notice in source.warnings:
            if notice.code in _LOSES and notice.count >= _SEVERAL:
                yield f"{source.file}, from line {notice.line} on, {notice.count} times: {says(notice)}"
            elif notice.code == "cue-without-time":
                yield f"{source.file}, line {notice.line}: {says(notice)}"
            elif notice.code in _TO_BE_TOLD:
                yield f"{source.file}: {says(notice)}"
    yield from (says(notice) for notice in session.warnings if notice.code in _TO_BE_TOLD)
