"""No export, however broken, raises anything but BadInput, and none is lost in silence."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copaper.errors import BadInput
from copaper.intake.export import Export
from copaper.intake.registry import read_export
from copaper.intake.remarks import REMARKS

SHARED = Path(__file__).parents[3] / "shared"
GOLDEN = Path(__file__).parent.parent / "golden"
MUTATIONS = 600

PIECES = [
    "WEBVTT", "NOTE", "STYLE", "\n", "\n\n", "\r\n", "\r\r\n", "\r", "\t", " ", ":", ": ", " --> ", "-->", ",", ";", '"', "'",
    "00:00:01.000", "00:01", "99:99:99", "00:00:01.000 --> 00:00:02.000", "0:00:01.000,0:00:02.000", "10:02:11 From ", " to ",
    "Everyone", "(Direct Message)", "00:06:46\tNomsa:\t", 'Replying to "', 'Reacted to "', '" with 👍', "<v ", "</v>", "<c>",
    "&amp;", "&#x110000;", "\x00", "\ufeff", "\ufffd", "\u202e", "👍", "{", "}", '{"segments": [', '"start"', '"text": ', "[", "]",
    '{"events": [', '"tStartMs": 1', "1e999", "Name,Join time", "#,User Name,User Email,Submitted Date/Time", "2021-03-04",
    "Nomsa Dube  0:04", "Transcript", "00:05:00", "1", "²", "٣",
]  # fmt: skip


def read_or_refuse(name: str, data: bytes) -> None:
    try:
        reading = read_export(Export(name, data))
    except BadInput as refused:
        assert str(refused)
        return
    assert reading.lines_read + reading.lines_ignored + reading.lines_remarked == reading.lines
    assert min(reading.lines_read, reading.lines_ignored, reading.lines_remarked) >= 0
    assert all(remark.code in REMARKS for remark in reading.remarks)


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_text(pieces: list[str], encoding: str) -> None:
    read_or_refuse("talk.mp3.txt", "".join(pieces).encode(encoding, "replace"))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"WEBVTT\n\n", bytes.fromhex("D0CF11E0A1B11AE1")]))
def test_any_bytes(data: bytes, start: bytes) -> None:
    read_or_refuse("export.docx", start + data)


def mutate(data: bytes, rng: random.Random) -> bytes:
    """Return ``data`` with bytes flipped, cut or doubled, or in another encoding."""
    at, until = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
    match rng.randrange(6):
        case 0:
            spoilt = bytearray(data)
            for _ in range(rng.randint(1, 20)):
                spoilt[rng.randrange(len(data))] = rng.randrange(256)
            return bytes(spoilt)
        case 1:
            return data[:at] + data[until:]
        case 2:
            return data[:until] + data[at:until] + data[until:]
        case 3:
            return data.decode("utf-8", "replace").encode(rng.choice(["utf-16", "utf-16-be", "cp1252", "cp500"]), "replace")
        case 4:
            lines = data.split(b"\n")
            rng.shuffle(lines)
            return b"\n".join(lines)
        case _:
            return data.replace(*rng.choice([(b"\n", b""), (b":", b""), (b"\t", b" "), (b"\n", b"\r"), (b"0", b"\xc2\xb2")]))


def samples() -> list[Path]:
    real = sorted((SHARED / "exports").glob("*")) if SHARED.is_dir() else []
    return [path for path in GOLDEN.glob("*/*/*") if path.name != "reading.json"] + real


def test_mutations() -> None:
    rng = random.Random(2021)
    files = sorted(samples())
    for _ in range(MUTATIONS):
        path = rng.choice(files)
        data = path.read_bytes()[:60_000]
        for _ in range(rng.randint(1, 3)):
            data = mutate(data, rng) or b"\n"
        read_or_refuse(path.name, data)


def bad_inputs() -> list[Path]:
    folder = SHARED / "badinputs"
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


@pytest.mark.skipif(not bad_inputs(), reason="the public collections of bad files are not at hand")
def test_bad_files() -> None:
    for path in bad_inputs():
        read_or_refuse(path.name, path.read_bytes())
