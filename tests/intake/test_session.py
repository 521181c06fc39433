"""From readings to one session: one clock, turns that keep every word, messages, presence."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from copaper.errors import BadInput
from copaper.intake.directory import read_directory
from copaper.intake.export import Export
from copaper.intake.registry import read_export
from copaper.intake.session import read_session
from copaper.intake.settings import SessionSettings, read_settings
from copaper.intake.remarks import says, to_be_told
from copaper.records import Cue, ExportKind, Role, Session

WEBINARS = Path(__file__).parents[3] / "shared" / "webinars" / "dev"
FIXTURES = Path(__file__).parent.parent / "fixtures"
DAY = date(2021, 3, 4)


def vtt(*cues: tuple[float, str], name: str = "talk.vtt") -> Export:
    """Return a transcript of (start in seconds, "Name: words"); each cue lasts two seconds."""

    def stamp(seconds: float) -> str:
        return f"{int(seconds // 3600):02}:{int(seconds // 60 % 60):02}:{seconds % 60:06.3f}"

    blocks = (f"{n}\n{stamp(at)} --> {stamp(at + 2)}\n{words}\n" for n, (at, words) in enumerate(cues, 1))
    return Export(name, ("WEBVTT\n\n" + "\n".join(blocks)).encode())


def chat(*lines: str, name: str = "chat.txt") -> Export:
    return Export(name, ("\r\n".join(lines) + "\r\n").encode())


def table(text: str, name: str = "people.csv") -> Export:
    return Export(name, text.encode())


def assemble(*exports: Export, settings: str = "", people: str = "", day: date = DAY) -> Session:
    return read_session(
        exports,
        session_id="bas-2021-03-04",
        community_code="bas",
        timezone="Africa/Johannesburg",
        day=day,
        settings=read_settings("session.yaml", settings),
        directory=read_directory(table(people)),
    )


TALK = vtt((3, "Palesa Mokoena: Good morning all."), (6, "Palesa Mokoena: We begin."), (9, "Ilse Brand: Thank you."))


def codes(session: Session) -> set[str]:
    return {notice.code for notice in session.warnings}


# --- turns ------------------------------------------------------------------------------


def test_cues_of_one_speaker_are_one_turn() -> None:
    first, second = assemble(TALK).turns
    assert first.text == "Good morning all. We begin."
    assert [(cue.at, cue.start, cue.end, cue.line, cue.index) for cue in first.cues] == [
        (0, 3.0, 5.0, 4, 0),
        (18, 6.0, 8.0, 8, 1),
    ]
    assert (second.start, second.end, second.cues[0].index) == (9.0, 11.0, 2)


def test_a_long_silence_begins_a_new_turn() -> None:
    session = assemble(vtt((0, "Palesa M: One."), (300, "Palesa M: Two.")))
    assert [turn.text for turn in session.turns] == ["One.", "Two."]


def test_words_are_cleaned_once_and_kept_otherwise() -> None:
    rest = ((n, "Ilse B: And what then came of it, if one may ask?") for n in range(3, 20))
    session = assemble(vtt((0, "Palesa M: Sal\u202ees\x07   are (((((((((((( up"), *rest))
    assert session.turns[0].text == "Sales are (((((((((((( up"
    assert codes(session) >= {"controls-removed"}


def test_a_transcript_without_speakers_is_enough() -> None:
    session = assemble(vtt((0, "good morning all"), (3, "we begin")))
    assert [p.name for p in session.participants] == ["Unknown speaker"]
    assert session.turns[0].text == "good morning all we begin"


def test_times_of_day_in_a_transcript_are_brought_to_the_clock_of_the_others() -> None:
    captions = Export("closed_caption.txt", b"10:02:00 Good morning all.\n\n10:02:30 We begin.\n\n10:03:00 Thank you.\n")
    alone = assemble(captions)
    assert [turn.cues[0].start for turn in alone.turns][0] == 0.0
    assert alone.start.isoformat() == "2021-03-04T10:02:00+02:00"
    posted = chat("10:01:00 From Ilse Brand to Everyone:", "\tGood morning", "10:02:10 From Ilse Brand to Everyone:", "\tHello")
    both = assemble(captions, posted)
    assert both.turns[0].start - both.messages[1].time == -10.0


def test_a_text_without_times_gets_estimated_ones() -> None:
    session = assemble(Export("talk.txt", b"Palesa Mokoena: " + b" ".join(b"word%d" % n for n in range(150)) + b"\n\nIlse Brand: Thank you.\n\nPalesa Mokoena: Yes.\n"))
    assert session.turns[1].start == pytest.approx(60)
    assert codes(session) >= {"times-estimated"}


def test_parts_of_a_recording_follow_one_another() -> None:
    second = vtt((2, "Ilse Brand: We go on after the break."), name="talk2.vtt")
    session = assemble(TALK, second)
    assert [turn.start for turn in session.turns] == [3.0, 9.0, 13.0]


def test_names_of_recordings_place_their_parts() -> None:
    folder = FIXTURES / "two-parts"
    session = assemble(*(Export.read(path) for path in sorted(folder.iterdir())), day=date(2021, 5, 10))
    assert session.start.isoformat() == "2021-05-10T18:00:00+02:00"
    assert [source.offset for source in session.sources] == [0.0, 420.0]


def test_a_meeting_that_was_exported_twice_counts_once() -> None:
    words = [(3 * n, f"Palesa Mokoena: Number {n} of the things that we tried out") for n in range(20)]
    bare = [(at, text.partition(": ")[2]) for at, text in words]
    session = assemble(vtt(*bare, name="a.vtt"), vtt(*words, name="b.vtt"))
    assert [(source.file, source.kind) for source in session.sources] == [("b.vtt", ExportKind.TRANSCRIPT), ("a.vtt", None)]
    assert [says(notice) for notice in session.sources[1].warnings] == ["the file tells the same as “b.vtt” and was not used"]


def test_a_copy_of_a_file_stands_in_the_list_with_what_it_is_a_copy_of() -> None:
    session = assemble(TALK, Export("talk (1).vtt", TALK.data))
    assert [source.file for source in session.sources] == ["talk.vtt", "talk (1).vtt"]
    assert "“talk.vtt”" in says(session.sources[1].warnings[0])
    assert len(session.turns) == 2


# --- messages ---------------------------------------------------------------------------


def test_replies_and_reactions_find_their_message() -> None:
    session = assemble(
        TALK,
        chat(
            "00:00:10\tIlse Brand:\tWho keeps the cash book for the stall?",
            '00:00:20\tPule Motaung:\tReacted to "Who keeps the cash b..." with 👍',
            '00:00:21\tPule Motaung:\tReacted to "Who keeps the cash b..." with ❤️',
            '00:00:22\tPule Motaung:\tRemoved a ❤️ reaction from "Who keeps the cash b..."',
            '00:00:30\tPalesa Mokoena:\tReplying to "Who keeps the cash b..."\n\nMy sister does',
            '00:00:40\tPule Motaung:\tReplying to "Something never said"\n\nAgreed',
        ),
    )
    question, answer, other = session.messages
    assert (answer.text, answer.reply_to, other.reply_to) == ("My sister does", 0, None)
    assert [(session.participant(r.participant).name, r.emoji) for r in question.reactions] == [("Pule Motaung", "👍")]
    assert codes(session) >= {"reply-unmatched"}


def test_replies_and_reactions_are_known_in_any_language() -> None:
    session = assemble(
        TALK,
        chat(
            "00:00:10\tIlse Brand:\tWho keeps the cash book for the stall?",
            "00:00:15\tPalesa Mokoena:\tYes, \"we\" do",
            '00:00:20\tPule Motaung:\tHeeft gereageerd op "Who keeps the cash b..." met 👍🏼',
            '00:00:21\tPule Motaung:\tHat auf "Yes, "we" do" mit "❤️" reagiert',
            '00:00:30\tPalesa Mokoena:\tAntwoord op "Who keeps the cash b..."\n\nMy sister does',
        ),
    )
    assert [(m.text, m.reply_to, [r.emoji for r in m.reactions]) for m in session.messages] == [
        ("Who keeps the cash book for the stall?", None, ["👍🏼"]),
        ('Yes, "we" do', None, ["❤️"]),
        ("My sister does", 0, []),
    ]


@pytest.mark.parametrize(
    "words",
    [
        'We said "Who keeps the cash" and then 👍',
        'We call it "the red list" with joy 👍',
        'I second "Who keeps the cash book for the stall?" ✅',
        'I second "Who keeps the cash book for the stall?" with ✅',
        'Everyone asked "Who keeps the cash b..." 🎉',
        'Nobody asked "Who keeps the cash b..." with care',
        'They wrote "Who keeps the cash b..." on 24 March',
    ],
)
def test_who_quotes_in_their_own_words_keeps_them(words: str) -> None:
    session = assemble(TALK, chat("00:00:10\tIlse Brand:\tWho keeps the cash book for the stall?", f"00:00:20\tPule Motaung:\t{words}"))
    assert [m.text for m in session.messages][1:] == [words]


def test_a_chat_alone_is_enough() -> None:
    folder = FIXTURES / "chat-only"
    session = assemble(*(Export.read(path) for path in sorted(folder.iterdir())))
    assert session.messages and not session.turns
    assert [m.time for m in session.messages] == sorted(m.time for m in session.messages)
    assert codes(session) >= {"no-transcript"}
    assert session.direct_messages_dropped == 1


def test_questions_and_polls_become_messages_and_polls() -> None:
    questions = table(
        "Question and Answer Report\nTopic,Webinar ID\nStock,1\n\n#,Question,Asker Name,Asker Email,Answer(s)\n"
        '1,When do I count?,Pule Motaung,p@x.example,"Answered by Host: On Fridays."\n',
        "qa.csv",
    )
    polls = table(
        "#,User Name,User Email,Submitted Date/Time,,\n1,A B,a@x.example,2021-03-04 10:06,Do you count?,Yes\n"
        "2,C D,c@x.example,2021-03-04 10:06,Do you count?,Yes\n3,E F,e@x.example,2021-03-04 10:06,Do you count?,No\n",
        "poll.csv",
    )
    session = assemble(TALK, questions, polls)
    asked, answer = session.messages
    assert (asked.text, answer.text, answer.reply_to) == ("When do I count?", "On Fridays.", asked.index)
    assert [(p.question, p.answers, p.voters) for p in session.polls] == [("Do you count?", (("Yes", 2), ("No", 1)), 3)]


# --- one clock --------------------------------------------------------------------------

ZOOM = "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n1,Stock,{start},{end},p@x.example,60,1\n\nName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nPalesa Mokoena,p@x.example,{start},{end},60,No\n"  # fmt: skip


@pytest.mark.parametrize(
    ("exports", "settings", "start", "basis"),
    [
        ((TALK,), "start: 2021-03-04 09:30", "2021-03-04T09:30:00+02:00", "session.yaml"),
        ((TALK,), "start: 2021-03-04T09:30:00+00:00", "2021-03-04T11:30:00+02:00", "session.yaml"),
        ((vtt((3, "A B: Hello."), name="GMT20210304-080000_Recording.transcript.vtt"),), "", "2021-03-04T10:00:00+02:00", "the recording's file name, which is in GMT"),
        ((TALK, table(ZOOM.format(start="03/04/2021 10:00:00 AM", end="03/04/2021 11:00:00 AM"))), "", "2021-03-04T10:00:00+02:00", "the attendance report's start of the meeting"),
        ((TALK, chat("10:02:11 From Ilse Brand to Everyone:", "\tHello")), "", "2021-03-04T10:02:11+02:00", "the first message of the chat"),
        ((TALK,), "", "2021-03-04T00:00:00+02:00", "not known"),
    ],
    ids=["settings", "settings with a zone", "file name", "attendance", "chat", "nothing"],
)  # fmt: skip
def test_the_start_is_known_from_the_best_there_is(exports, settings: str, start: str, basis: str) -> None:
    session = assemble(*exports, settings=settings)
    assert session.start.isoformat() == start
    assert session.facts["start known from"] == basis
    assert ("start-assumed" in codes(session)) == (basis == "not known")


def test_times_of_day_are_moved_to_the_sessions_clock() -> None:
    session = assemble(
        TALK,
        chat("10:02:00 From Ilse Brand to Everyone:", "\tHello"),
        table(ZOOM.format(start="03/04/2021 10:00:00 AM", end="03/04/2021 11:00:00 AM")),
    )
    assert [message.time for message in session.messages] == [120.0]
    assert session.turns[0].start == 3.0
    palesa = next(p for p in session.participants if p.name == "Palesa Mokoena")
    assert palesa.intervals == ((0.0, 3600.0),)


def test_where_nothing_is_said_files_keep_their_own_times() -> None:
    session = assemble(TALK, chat("00:00:10\tIlse Brand:\tHello"))
    assert (session.turns[0].start, session.messages[0].time) == (3.0, 10.0)


def test_settings_move_a_clock() -> None:
    session = assemble(TALK, chat("00:05:10\tIlse Brand:\tHello"), settings="clocks:\n  chat.txt: -300\n")
    assert session.messages[0].time == 10.0


def test_a_report_of_another_time_zone_is_moved() -> None:
    talk = vtt((3, "Palesa Mokoena: Hello."), name="GMT20210304-080200_Recording.transcript.vtt")
    session = assemble(talk, table(ZOOM.format(start="03/04/2021 03:00:00 AM", end="03/04/2021 04:00:00 AM")))
    assert session.start.isoformat() == "2021-03-04T10:02:00+02:00"
    assert session.participants[0].intervals == ((0.0, 3480.0),)
    assert codes(session) >= {"other-time-zone"}


@pytest.mark.parametrize("written", ["04/03/2021 10:00:00", "03/04/2021 10:00:00 AM"])
def test_the_sessions_day_decides_the_order_of_day_and_month(written: str) -> None:
    text = ZOOM.format(start=written, end=written.replace("10:", "11:"))
    session = assemble(TALK, table(text))
    assert session.start.isoformat() == "2021-03-04T10:00:00+02:00"
    assert "by the day of the webinar" in session.sources[1].facts["day order"]
    assert "day-order-ambiguous" not in {notice.code for notice in session.sources[1].warnings}


# --- exports of another day ---------------------------------------------------------------

LAST_MONTH = "02/04/2021"


def other_days(session: Session) -> dict[str, str]:
    return {source.file: notice.detail for source in session.sources for notice in source.warnings if notice.code == "other-day"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("GMT20210204-080000_Recording.transcript.vtt", "2021-02-04, not 2021-03-04"),
        ("GMT20210305-080000_Recording.transcript.vtt", None),  # may be another time zone
        ("GMT20210406-080000_Recording.transcript.vtt", "2021-04-06, not 2021-03-04"),
        ("Advice-20210204_100000-Meeting Recording.vtt", "2021-02-04, not 2021-03-04"),
        ("talk 2021-03-20.vtt", None),  # the day on which it was downloaded
        ("talk 81204021234.vtt", None),
    ],
)
def test_a_recording_of_another_day_is_told(name: str, told: str | None) -> None:
    session = assemble(Export(name, TALK.data))
    assert other_days(session) == ({name: told} if told else {})
    assert any("another day" in words for words in to_be_told(session)) is bool(told)


@pytest.mark.parametrize(("broken", "told"), [(0, ""), (1, "talk.vtt, line "), (4, "talk.vtt, from line ")])
def test_whoever_makes_a_paper_is_told_of_cues_that_were_lost(broken: int, told: str) -> None:
    whole = vtt(*((float(n), f"Nandi: We weigh {n} crates at the gate.") for n in range(1, 10)))
    arrows = whole.data.replace(b" --> ", b" -> ", broken)
    remarks = list(to_be_told(assemble(Export("talk.vtt", arrows))))
    assert [words for words in remarks if "a cue has no time" in words and "write its times as" in words and words.startswith(told)] != [] if told else not any("a cue has no time" in words for words in remarks)


@pytest.mark.parametrize(("begins", "told"), [("99:00:00", True), ("02:30:00", False)])
def test_a_time_long_after_all_others_is_told_with_its_line(begins: str, told: bool) -> None:
    last = f"\n9\n{begins}.000 --> {begins[:-1]}4.000\nNandi: Thank you all.\n"
    remarks = list(to_be_told(assemble(Export("talk.vtt", TALK.data + last.encode()))))
    line = (TALK.data + last.encode()).decode().splitlines().index(last.splitlines()[2]) + 1
    assert any(f"from line {line} on talk.vtt goes on 99 hours" in words for words in remarks) is told


def test_a_report_and_a_chat_of_another_day_are_told() -> None:
    report = table(ZOOM.format(start=f"{LAST_MONTH} 10:00:00 AM", end=f"{LAST_MONTH} 11:00:00 AM"))
    assert other_days(assemble(TALK, report)) == {"people.csv": "2021-02-04, not 2021-03-04"}
    assert not other_days(assemble(TALK, table(ZOOM.format(start="03/04/2021 10:00:00 AM", end="03/04/2021 11:00:00 AM"))))
    assert not other_days(assemble(TALK, table("Name,Time in,Time out\nIlse Brand,10:00,11:00\n")))


def test_two_exports_of_different_days_are_told_where_each_might_be_of_the_session() -> None:
    names = ("GMT20210303-080000_Recording.transcript.vtt", "GMT20210305-080000_Recording.transcript.vtt")
    second = vtt((2, "Ilse Brand: Now to another thing."))
    session = assemble(Export(names[0], TALK.data), Export(names[1], second.data))
    assert [n.detail for n in session.warnings if n.code == "days-apart"] == ["2021-03-03 and 2021-03-05"]
    near = assemble(Export(names[0], TALK.data), Export(names[0].replace("-08", "-10"), second.data))
    assert "days-apart" not in codes(near)
    late = assemble(Export(names[0], TALK.data), Export("GMT20210405-080000_Recording.transcript.vtt", second.data))
    assert len(other_days(late)) == 1 and "days-apart" not in codes(late), "told once"


# --- people -----------------------------------------------------------------------------


def test_presence_is_the_union_of_rows() -> None:
    rows = "Name,First Seen,Last Seen\nPalesa Mokoena,00:00:00,00:10:00\nPalesa Mokoena,00:05:00,00:12:00\nPalesa Mokoena,00:20:00,00:30:00\nIlse Brand,00:00:05,00:40:00\n"
    session = assemble(TALK, table(rows), settings="start: 2021-03-04 10:00\nend: 2021-03-04 10:35")
    presence = {p.name: p.intervals for p in session.participants}
    assert presence == {
        "Palesa Mokoena": ((0.0, 720.0), (1200.0, 1800.0)),
        "Ilse Brand": ((5.0, 2100.0),),
    }


def test_settings_go_before_mapping_and_mapping_before_reports() -> None:
    report = table("Name,Organisation,Province\nPalesa Mokoena,Report,Limpopo\nIlse Brand,Report,Limpopo\nPule Motaung,Report,KZN\n")
    session = assemble(
        TALK,
        report,
        settings="people:\n  - name: Palesa Mokoena\n    organisation: Settings\n    role: host\n",
        people="name,organisation,province\nPalesa Mokoena,Mapping,Gauteng\nBRAND Ilse,Mapping,\n",
    )
    assert {(p.name, p.organisation, p.province, p.role) for p in session.participants} == {
        ("Palesa Mokoena", "Settings", "Gauteng", Role.HOST),
        ("Ilse Brand", "Mapping", "Limpopo", Role.ATTENDEE),
        ("Pule Motaung", "Report", "KwaZulu-Natal", Role.ATTENDEE),
    }


def test_labels_tell_what_no_report_does() -> None:
    rows = "Name,Organisation,Province\nPalesa Mokoena (Facilitator),Report,\nPule Motaung - SAQX KZN,,\nIlse Brand (Seed Bank),,\nAnna Dube | seed bank,,Limpopo\n"
    session = assemble(TALK, table(rows))
    assert {(p.name, p.office, p.organisation, p.province) for p in session.participants} >= {
        ("Palesa Mokoena", "Facilitator", "Report", ""),
        ("Pule Motaung - SAQX KZN", "", "SAQX", "KwaZulu-Natal"),
        ("Ilse Brand", "", "Seed Bank", ""),
        ("Anna Dube | seed bank", "", "Seed Bank", "Limpopo"),
    }


def test_what_says_that_somebody_belongs_to_none_makes_no_organisation_of_a_label() -> None:
    rows = "Name,Organisation\nPalesa Mokoena,Invited Expert\nPule Motaung (Invited Expert),\nIlse Brand (Invited Expert),\nAnna Dube (Private),\nZola Dube,private\n"
    assert {p.organisation for p in assemble(TALK, table(rows)).participants} == {""}


def test_a_role_that_is_known_goes_before_the_office_of_a_label() -> None:
    rows = "Name,Role\nPalesa Mokoena (Facilitator),Host\nIlse Brand (Panelist),\nPule Motaung (Mentor),\n"
    session = assemble(TALK, table(rows), settings="people:\n  - name: Pule Motaung\n    role: attendee\n")
    assert {(p.name, p.role, p.office) for p in session.participants} == {
        ("Palesa Mokoena", Role.HOST, ""),
        ("Ilse Brand", Role.PANELLIST, ""),
        ("Pule Motaung", Role.ATTENDEE, ""),
    }


def test_who_has_withdrawn_is_nowhere() -> None:
    session = assemble(
        TALK,
        chat("00:00:10\tIlse Brand:\tHello", '00:00:11\tIlse Brand:\tReacted to "Hello" with 👍', "00:00:12\tPule Motaung:\tHi"),
        settings="people:\n  - name: Ilse Brand\n    withdrawn: true\n",
    )
    assert "Ilse" not in session.to_json()
    assert "Thank you" not in session.to_json() and "Hello" not in session.to_json()
    assert [turn.text for turn in session.turns] == ["Good morning all. We begin."]


@pytest.mark.parametrize("said_to_be", ["Ilse Brand", "ilse@example.org"])
def test_nobody_else_says_the_name_of_who_has_withdrawn(said_to_be: str) -> None:
    session = assemble(
        TALK,
        chat("00:00:12\tPule Motaung:\tAs Ilse said, ask BRAND; or write to Ilse@example.org", "00:00:13\tPule Motaung:\tHi"),
        table("Name,Email,First Seen,Last Seen\nIlse Brand,ilse@example.org,00:00:00,00:10:00\n"),
        settings=f"title: What Ilse Brand taught us\npeople:\n  - name: {said_to_be}\n    withdrawn: true\n",
    )
    assert not re.search("ilse|brand", session.to_json(), re.I)
    assert [m.text for m in session.messages][0].startswith("As [name withheld] said")


def test_ids_do_not_change_with_unrelated_files() -> None:
    ids = {p.name: p.id for p in assemble(TALK).participants}
    more = {p.name: p.id for p in assemble(TALK, chat("00:00:10\tPule Motaung:\tHello")).participants}
    assert ids.items() <= more.items()


# --- files that cannot be used ------------------------------------------------------------


def test_a_file_that_nobody_can_read_is_named_and_left_out() -> None:
    session = assemble(TALK, Export("empty.vtt", b""), Export("noise.bin", bytes(range(256)) * 20))
    unused = [source for source in session.sources if source.kind is None]
    assert [source.file for source in unused] == ["empty.vtt", "noise.bin"]
    assert all(source.warnings[0].code == "file-not-used" for source in unused)


@pytest.mark.parametrize(
    ("exports", "code"),
    [
        ([Export("empty.vtt", b"")], "file-empty"),
        ([Export("noise.bin", bytes(range(256)) * 20)], "file-binary"),
        ([table("Name,Province\nA B,Limpopo\n")], "nothing-said"),
        ([Export("empty.vtt", b""), Export("also.vtt", b"\n\n")], "file-empty"),
        ([Export("noise.bin", bytes(range(256)) * 20), Export("empty.vtt", b""), table("Name,Province\nA B,Limpopo\n")], "file-empty"),
    ],
)
def test_with_nothing_said_there_is_no_session(exports: list[Export], code: str) -> None:
    with pytest.raises(BadInput) as caught:
        assemble(*exports)
    assert caught.value.code == code


def test_ignored_files_are_not_read() -> None:
    assert len(assemble(TALK, table("Name\nA\n"), settings="ignore: [people.csv]").sources) == 1


# --- real webinars ------------------------------------------------------------------------

CASES = sorted(path.parent for path in WEBINARS.glob("*/*/transcript.vtt"))


@pytest.mark.skipif(not CASES, reason="the real webinars are not at hand")
@pytest.mark.parametrize("case", CASES, ids=[f"{case.parent.name}-{case.name}" for case in CASES])
def test_real_webinars_keep_every_cue_at_its_time(case: Path) -> None:
    exports = [Export.read(path) for path in sorted(case.iterdir()) if path.suffix != ".json"]
    session = read_session(
        exports, session_id="x", community_code="x", timezone="UTC", day=DAY, settings=SessionSettings()
    )  # fmt: skip
    transcript = next(export for export in exports if export.name == "transcript.vtt")
    cues = [item for item in read_export(transcript).items if isinstance(item, Cue)]
    said = [(mark.start, turn.text[mark.at :]) for turn in session.turns for mark in turn.cues]
    assert [start for start, _ in said] == sorted(cue.start for cue in cues)
    by_time = sorted(cues, key=lambda cue: cue.start)
    assert all(rest.startswith(" ".join(cue.text.split())) for cue, (_, rest) in zip(by_time, said, strict=True))
    assert [mark.index for turn in session.turns for mark in turn.cues] == list(range(len(cues)))
    known = {participant.id for participant in session.participants}
    assert {turn.participant for turn in session.turns} | {m.participant for m in session.messages} <= known
    assert Session.from_json(session.to_json()) == session
