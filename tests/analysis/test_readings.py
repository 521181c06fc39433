"""What readers said belongs to sentences, by where these begin and end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copaper.analysis.training import readers

TALK = "WEBVTT\n\n00:00:01.000 --> 00:00:09.000\n<v Ann>The stall pays its rent every Friday. The council has raised it twice since the winter.\n"


def test_a_sentence_that_is_divided_otherwise_by_now_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = tmp_path / "train" / "market"
    meeting.mkdir(parents=True)
    (meeting / "transcript.vtt").write_text(TALK, "utf-8")
    read = [[0, 0, 37, True, False], [0, 0, 12, False, False]]
    (tmp_path / "readings.jsonl").write_text(json.dumps({"meeting": "market", "sentences": read}) + "\n", "utf-8")
    monkeypatch.setattr(readers, "HERE", tmp_path)
    monkeypatch.setattr(readers, "headings", list)
    monkeypatch.setattr(readers, "excerpts", list)
    [found] = readers.readings(tmp_path)
    assert found.verdicts.tolist() == [[True, False]]
    assert len(found.rows) == 1
