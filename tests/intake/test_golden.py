"""Every folder ``tests/golden/<reader>/<case>/`` is a test: an export and the reading that a
person checked. What holds for every reader is tested on all of them here, for free.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from copaper.errors import BadInput
from copaper.intake.export import Export
from copaper.intake.registry import claim, read_export, readers
from copaper.records import ExportKind, Reading

GOLDEN = Path(__file__).parent.parent / "golden"
CASES = sorted(path.parent for path in GOLDEN.glob("*/*/reading.json"))
BYTES_TO_CUT = 1_200
"""Longer files are cut at this many places spread over them."""


def export_of(case: Path) -> Export:
    (found,) = (path for path in case.iterdir() if path.name != "reading.json")
    return Export.read(found)


@pytest.fixture(params=CASES, ids=[f"{case.parent.name}-{case.name}" for case in CASES])
def case(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture
def export(case: Path) -> Export:
    return export_of(case)


def test_the_reading_is_the_one_that_was_checked(case: Path, export: Export) -> None:
    assert read_export(export) == Reading.from_json((case / "reading.json").read_text(encoding="utf-8"))


def test_no_other_reader_outbids(case: Path, export: Export) -> None:
    bids = {module.READER.name: module.detects(export) for module in readers()}
    own = bids.pop(case.parent.name)
    assert own > max(bids.values())


def test_items_stand_in_the_file(export: Export) -> None:
    reading = read_export(export)
    lines = [item.line for item in reading.items]
    assert all(1 <= line <= reading.lines for line in lines)


def variants(export: Export) -> dict[str, bytes]:
    text = export.text
    return {
        "LF": text.encode(),
        "CRLF": text.replace("\n", "\r\n").encode(),
        "CR CR LF": text.replace("\n", "\r\r\n").encode(),
        "CR": text.replace("\n", "\r").encode(),
        "BOM": b"\xef\xbb\xbf" + text.encode(),
        "UTF-16 LE": b"\xff\xfe" + text.encode("utf-16-le"),
        "UTF-16 BE": b"\xfe\xff" + text.encode("utf-16-be"),
        "no last line end": text.rstrip("\n").encode(),
    }


@pytest.mark.parametrize("variant", ["LF", "CRLF", "CR CR LF", "CR", "BOM", "UTF-16 LE", "UTF-16 BE", "no last line end"])
def test_line_ends_and_encodings_change_nothing(case: Path, export: Export, variant: str) -> None:
    if export.is_package or export.is_compound:
        pytest.skip("a package has neither")
    other = Export(export.name, variants(export)[variant])
    assert claim(other).READER.name == case.parent.name
    assert read_export(other).items == read_export(export).items


def test_a_file_cut_anywhere_is_read_or_refused(export: Export) -> None:
    size = len(export.data)
    for end in range(1, size, max(1, size // BYTES_TO_CUT)):
        cut = Export(export.name, export.data[:end])
        try:
            reading = read_export(cut)
        except BadInput:
            continue
        assert reading.lines_read + reading.lines_ignored + reading.lines_remarked == reading.lines


def test_every_reader_of_speech_and_chat_has_a_golden() -> None:
    known = {case.parent.name for case in CASES}
    speech = {m.READER.name for m in readers() if m.READER.kind is not ExportKind.ATTENDANCE}
    assert speech <= known
