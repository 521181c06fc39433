"""The table of formats names every reader, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from copaper.intake.registry import readers

FORMATS = Path(__file__).parents[2] / "docs" / "formats.md"


def test_formats_are_the_readers() -> None:
    listed = re.findall(r"^\| `(\w+)` \| (.+) \|$", FORMATS.read_text(encoding="utf-8"), re.M)
    assert listed == [(module.READER.name, module.READER.title) for module in readers()]
