"""A few of the edits of tests/benchmarks/reviewing.py, done in a real LibreOffice."""

from __future__ import annotations

import pytest

from tests.benchmarks import reviewing

EDITS = ["split", "add_row"]


@pytest.mark.skipif(not reviewing.can_run(), reason="LibreOffice and its Python are not installed")
def test_what_is_done_in_libreoffice_is_kept(tmp_path):
    found = reviewing.results(tmp_path, EDITS, reviewing.MODES[::3])
    assert [edit for edit, _ in found] == EDITS
    assert {end for _, by_mode in found for ends in by_mode.values() for end in ends.values()} == {"kept"}
