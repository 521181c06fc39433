"""Captioners mark whoever begins to speak with ">>", as on television; fictional."""

from __future__ import annotations

import pytest

from copaper.intake.export import Export
from copaper.intake.registry import read_export
from copaper.intake.transcripts._speakers import unmarked

CAPTIONS = (
    ">> ILSE BRAND: We sell bags on Friday.",
    "Most of them are small.",
    ">> Pule Motaung: Who buys them? &gt;&gt; The school does.",
    "It pays in May.",
    ">>> Ilse Brand: That is right.",
)
TOLD = [
    ("ILSE BRAND", "We sell bags on Friday."),
    ("ILSE BRAND", "Most of them are small."),
    ("Pule Motaung", "Who buys them?"),
    ("", "The school does."),
    ("", "It pays in May."),
    ("Ilse Brand", "That is right."),
]


def read(name: str, text: str) -> list[tuple[str, str]]:
    return [(cue.speaker, cue.text) for cue in read_export(Export(name, text.encode())).items]


def captions(*texts: str, comma: str = ".") -> str:
    return "".join(f"{n}\n00:00:{n:02}{comma}000 --> 00:00:{n + 1:02}{comma}000\n{text}\n\n" for n, text in enumerate(texts, 10))


def test_what_has_no_mark_goes_on_with_who_spoke_before() -> None:
    assert read("talk.vtt", f"WEBVTT\n\n{captions(*CAPTIONS)}") == TOLD
    assert read("talk.srt", captions(*(text.replace("&gt;", ">") for text in CAPTIONS), comma=",")) == TOLD


def test_so_it_is_in_plain_text() -> None:
    lines = ">> ILSE BRAND: We sell bags on Friday.\nMost of them are small.\n\n>> PULE MOTAUNG: Who buys them?\n\n> > The school does.\nIt pays in May.\n\n>> ILSE BRAND: That is right.\n"
    assert [speaker for speaker, _ in read("transcript.txt", lines)] == ["ILSE BRAND", "ILSE BRAND", "PULE MOTAUNG", "", "", "ILSE BRAND"]


def test_a_mark_behind_a_time_is_one_and_many_in_a_row_are_too() -> None:
    said = (">> Ilse Brand: We sell the bags of the valley on Friday.", ">> Pule Motaung: Who buys the bags of the valley?", ">> The school by the river does.", ">> Ilse Brand: That is right, and it pays in May.")
    lines = "".join(f"[00:01:{n}2] {one}\n" for n, one in enumerate(said))
    assert [speaker for speaker, _ in read("transcript.txt", lines)] == ["Ilse Brand", "Pule Motaung", "", "Ilse Brand"]
    assert read("transcript.txt", f"{'>> ' * 20}Ilse Brand: We sell bags.\n" + "Pule Motaung: Good day to you.\nIlse Brand: Yes, good day to you.\n" * 9)[0] == ("Ilse Brand", "We sell bags.")
    assert unmarked(f"{'>> ' * 9000}We sell bags.") == "We sell bags."


@pytest.mark.parametrize("text", [">> is how we write it in the code.", "The sum is >> the price, we say."])
def test_a_single_mark_is_words(text: str) -> None:
    said = read("talk.vtt", f"WEBVTT\n\n{captions('Ilse Brand: We sell bags.', f'Ilse Brand: {text}', 'Pule Motaung: Good.')}")
    assert said == [("Ilse Brand", "We sell bags."), ("Ilse Brand", text), ("Pule Motaung", "Good.")]


def test_who_speaks_once_is_a_name_where_a_mark_stands_before_it() -> None:
    said = read("talk.vtt", f"WEBVTT\n\n{captions('>> ILSE BRAND: We sell bags.', *['Note: the bags are small.'] * 9, '>> PULE MOTAUNG: Good.', *['They are sold in May.'] * 9)}")
    assert {speaker for speaker, _ in said} == {"ILSE BRAND", "PULE MOTAUNG"} and said[1] == ("ILSE BRAND", "Note: the bags are small.")
