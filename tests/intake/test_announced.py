"""The agenda that organisers typed before a session, as a file beside its exports; fictional."""

from __future__ import annotations

from copaper.intake.export import Export
from tests.intake.test_session import TALK, assemble, vtt

TYPED = "Growers' call - Wed 4 March, 10h00\n1 Hello\n2 Seed prices: Ilse, then Palesa\n3) Next date\n"


def test_a_file_with_the_agenda_is_no_transcript():
    session = assemble(TALK, Export("Agenda.txt", TYPED.encode()))
    assert session.agenda == ("Hello", "Seed prices: Ilse, then Palesa", "Next date")
    assert len(session.turns) == 2 and {person.name for person in session.participants} == {"Palesa Mokoena", "Ilse Brand"}
    assert [(source.file, source.kind, [notice.code for notice in source.warnings]) for source in session.sources if source.kind is None] == [("Agenda.txt", None, ["agenda-read"])]


def test_without_numbers_every_line_of_it_counts_and_session_yaml_goes_first():
    plain = Export("webinar agenda.md", b"Seed prices\n\nNext date\n")
    assert assemble(TALK, plain).agenda == ("Seed prices", "Next date")
    given = assemble(TALK, plain, settings="agenda:\n  - Late rain\n")
    assert given.agenda == ("Late rain",) and [notice.code for source in given.sources for notice in source.warnings] == ["agenda-not-read"]
    assert assemble(TALK, plain, settings="ignore:\n  - webinar agenda.md\n").agenda == ()


def test_a_letter_with_the_agenda_and_times_are_read_for_their_items():
    letter = Export("CoP agenda v2.txt", "Agenda\n12 May 2025\nWelcome\nSeed prices\nCall 082 555 0199\n".encode())
    assert assemble(TALK, letter).agenda == ("12 May 2025", "Welcome", "Seed prices")
    marked = Export("agenda.md", "# Growers' call\n\nWelcome\nSeed prices\n- bring your bill\nNext date\n".encode())
    assert assemble(TALK, marked).agenda == ("Growers' call", "Welcome", "Seed prices", "bring your bill", "Next date")


def test_the_hours_of_a_programme_are_no_part_of_its_items():
    typed = "Growers' quarterly call, 12 May, 10:00-12:00\n10:00  Welcome - Palesa\n10h20 – 10h40 | Seed prices\n(11:15) 2.5 tons of maize\n11.30 am: Next date\n"
    assert assemble(TALK, Export("agenda.txt", typed.encode())).agenda == ("Welcome - Palesa", "Seed prices", "2.5 tons of maize", "Next date")


def test_a_chat_or_transcript_is_none_whatever_it_is_called():
    saved = Export("agenda chat.txt", "10:01:02\t From Palesa Mokoena to Everyone:\n\tThe fee is too high\n".encode())
    assert assemble(TALK, saved).agenda == () and len(assemble(TALK, saved).messages) == 1


def test_a_talk_about_the_agenda_is_a_talk():
    named = vtt((3, "Palesa Mokoena: Good morning all."), name="agenda.vtt")
    long = Export("agenda.txt", "".join(f"Palesa Mokoena: we come to seed number {n} now.\n" for n in range(60)).encode())
    assert assemble(named).agenda == () and len(assemble(named).turns) == 1
    assert assemble(long).agenda == () and len(assemble(long).turns) == 1


def test_a_number_that_does_not_only_count_the_lines_stays_to_call_an_item_up_by():
    typed = "10:00  Welcome          P. Mokoena\n10:10  1. Seed prices     I. Brand\n10:30  2. Late rain\n11:00  End\n"
    assert assemble(TALK, Export("agenda.txt", typed.encode())).agenda == ("Welcome          P. Mokoena", "1. Seed prices     I. Brand", "2. Late rain")
