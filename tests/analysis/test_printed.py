"""What readers said of statements belongs to the places that they were made of."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from copaper.analysis.training import printed

TALK = "WEBVTT\n\n00:00:01.000 --> 00:00:09.000\n<v Ann>So the stall pays its rent every Friday. The council has raised it twice since the winter.\n\n00:00:10.000 --> 00:00:19.000\n<v Ben>Does the council say why?\n\n00:00:20.000 --> 00:00:29.000\n<v Ann>It never gave a reason. It sent a letter.\n"


@pytest.fixture
def market(tmp_path: Path) -> Path:
    folder = tmp_path / "train" / "market"
    folder.mkdir(parents=True)
    (folder / "transcript.vtt").write_text(TALK, "utf-8")
    return folder


def test_a_statement_is_read_from_its_places_and_one_that_is_divided_otherwise_is_passed_over(market: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = [0, 0, 40], [0, 41, 90]
    (tmp_path / "readings.jsonl").write_text(json.dumps({"meeting": "market", "sentences": [[*first, 1, 0], [0, 0, 12, 0, 0]]}) + "\n", "utf-8")
    (tmp_path / "more_readings.jsonl").write_text(json.dumps({"meeting": "market", "sentences": [[*first, 0, 0]], "statements": [[[first, second], 1, 1], [[[0, 0, 5]], 1, 1]]}) + "\n", "utf-8")
    monkeypatch.setattr(printed, "HERE", tmp_path)
    monkeypatch.setattr(printed, "headings", list)
    monkeypatch.setattr(printed, "excerpts", list)
    found = printed.readings({"market": printed.spoken(market)})
    assert [(one.text, one.said, one.printed) for one in found] == [
        ("The stall pays its rent every Friday.", (0.5, 0.0), False),
        ("The stall pays its rent every Friday. The council has raised it twice since the winter.", (1.0, 1.0), True),
    ]


def test_texts_that_nobody_labelled_are_sentences_what_follows_them_and_questions_with_a_reply(market: Path) -> None:
    found = list(printed.like_statements(printed.spoken(market), np.random.default_rng(0)))
    assert "Does the council say why?" in found
    assert any(text.startswith("Does the council say why? It never gave a reason.") for text in found)
    assert "The stall pays its rent every Friday. The council has raised it twice since the winter." in found
    assert not any("Friday. Does" in text or "winter. Does" in text for text in found)
