"""A download that broke off is read as far as it goes, and that is said."""

from __future__ import annotations

import pytest

from copaper.intake.export import Export
from copaper.intake.registry import read_export

CUES = "".join(f"{n}\n00:00:{n:02}.000 --> 00:00:{n + 1:02}.000\nIlse Brand: We sell {n} bags on Friday.\n\n" for n in range(10, 20))
TALK = f"WEBVTT\n\n{CUES}"
VOICES = TALK.replace("Ilse Brand: ", "<v Ilse Brand>").replace("Friday.", "Friday.</v>")
LOWER = TALK.replace("Friday.", "Friday")
TABLE = "Name,Organisation,Province\nIlse Brand,Hub,Gauteng\nPule Motaung,Hub,Limpopo\nPalesa Mokoena,Hub,Limpopo\n"


def is_cut_off(text: str, name: str) -> bool:
    return "file-cut-off" in {remark.code for remark in read_export(Export(name, text.encode())).remarks}


@pytest.mark.parametrize("name, text", [("talk.vtt", TALK), ("talk.vtt", VOICES), ("talk.srt", CUES.replace(".000", ",000")), ("list.csv", TABLE)])
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_whole_file_is_not_cut_off(name: str, text: str, end: str) -> None:
    assert not is_cut_off(text.rstrip("\n") + end, name)


def test_words_without_full_stops_tell_nothing() -> None:
    assert not is_cut_off(LOWER.rstrip("\n"), "talk.vtt")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("talk.vtt", TALK[: TALK.rindex(" on Friday")]),
        ("talk.vtt", VOICES[: VOICES.rindex(" on Friday")]),
        ("talk.srt", CUES[: CUES.rindex("bags")].replace(".000", ",000")),
        ("talk.vtt", LOWER[: LOWER.rindex("Ilse") - 1]),
        ("talk.vtt", LOWER[: LOWER.rindex(" -->")]),
        ("list.csv", TABLE[: TABLE.rindex(",")]),
    ],
    ids=["within words", "within a voice", "SRT", "after the times", "within the times", "within a row"],
)
def test_a_file_that_breaks_off_is_told(name: str, text: str) -> None:
    assert is_cut_off(text, name)


@pytest.mark.parametrize("last", ["Bye bye", "Thank you so much everybody", "Cheers then", "Have a good week"])
def test_a_farewell_needs_no_full_stop(last: str) -> None:
    assert not is_cut_off(TALK[: TALK.rindex("We sell")] + last, "talk.vtt")
    assert is_cut_off(TALK[: TALK.rindex("We sell")] + f"{last} and", "talk.vtt")
