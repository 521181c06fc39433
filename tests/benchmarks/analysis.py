"""What the analysis costs beside the bare parse of the same text, from one hour of talk to ten.

    python -m tests.benchmarks.analysis [--hours 1 2 5 10]

The talk is that of real meetings, one after another, where they are at hand, else the sample's
repeated; an hour is 8,000 words. Each length runs in a process of its own, which parses first
and then analyses, twice each, the quicker counts. "Parse" is the model as it comes, with its
entity recogniser; the analysis leaves that out where it can, so "without names" is the same parse
without it. Prints seconds, both ratios and the peak memory, and whether two processes with other
hash seeds come to the same bytes; asserts nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import spacy

from copaper.analysis.leaning import takes_up_another
from copaper.analysis.naming import stem
from copaper.analysis.outright import _said as said_outright
from copaper.analysis.pipeline import DEFAULT_MODEL, analyse, load_model
from copaper.analysis.statements import without_slips
from copaper.analysis.training.meetings import read_meetings
from copaper.intake.export import Export
from copaper.intake.session import read_session
from copaper.intake.settings import SessionSettings
from copaper.records import Session, Turn
from copaper.textclean import is_housekeeping

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "webinars" / "dev" / "qmsum"
SAMPLE = ROOT / "data" / "raw" / "bas" / "2020-09-22"
WORDS_AN_HOUR = 8_000
ROUNDS = 2


def sample() -> Session:
    exports = [Export.read(path) for path in sorted(SAMPLE.iterdir()) if path.suffix in (".vtt", ".txt", ".csv")]
    return read_session(exports, session_id="sample", community_code="x", timezone="UTC", day=date(2020, 9, 22), settings=SessionSettings())


def talk_of(hours: float) -> Session:
    """Return a session of so many hours of talk; people are those of its first meeting."""
    meetings = list(read_meetings(REAL)) if REAL.is_dir() else [sample()]
    turns: list[Turn] = []
    words = index = round_ = 0
    clock = 0.0
    while words < hours * WORDS_AN_HOUR:
        meeting = meetings[round_ % len(meetings)]
        round_ += 1
        for turn in meeting.turns:
            moved = [mark.model_copy(update={"start": mark.start + clock, "end": mark.end + clock, "index": index + n}) for n, mark in enumerate(turn.cues)]
            index += len(moved)
            turns.append(turn.model_copy(update={"index": len(turns), "start": turn.start + clock, "end": turn.end + clock, "cues": tuple(moved), "participant": meetings[0].participants[0].id}))
            words += len(turn.text.split())
            if words >= hours * WORDS_AN_HOUR:
                break
        clock = turns[-1].end + 1
    return meetings[0].model_copy(update={"turns": tuple(turns), "messages": ()})


def measure(hours: float) -> dict[str, float | str]:
    session = talk_of(hours)
    nlp = spacy.load(DEFAULT_MODEL)
    load_model()
    analyse(talk_of(0.02))  # what is loaded once
    taken: dict[str, list[float]] = {"parse": [], "without": []}
    whole, found = [], b""
    for _ in range(ROUNDS):
        for name, off in (("parse", []), ("without", ["ner"])):
            with nlp.select_pipes(disable=off):
                begun = time.process_time()
                for _doc in nlp.pipe((turn.text for turn in session.turns), batch_size=64):
                    pass
                taken[name].append(time.process_time() - begun)
        for kept in (is_housekeeping, without_slips, said_outright, takes_up_another, stem):  # else the second round would be told what the first found
            kept.cache_clear()
        begun = time.process_time()
        found = analyse(session).to_json().encode()
        whole.append(time.process_time() - begun)
    return {
        "hours": hours, "words": sum(len(turn.text.split()) for turn in session.turns), "parse": min(taken["parse"]), "without": min(taken["without"]), "whole": min(whole),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "hash": hashlib.sha256(found).hexdigest(),
    }  # fmt: skip


def in_a_process(hours: float, seed: int) -> dict:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.analysis", "--measure", str(hours)],
        cwd=ROOT, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": str(seed)},
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hours", type=float, nargs="+", default=[1, 2, 5, 10])
    parser.add_argument("--measure", type=float, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(measure(given.measure)))
        return
    print("hours    words   parse s   without names s   whole s   more than parse   more than without names   s per hour   peak MB")
    for hours in given.hours:
        one = in_a_process(hours, 1)
        print(
            f"{hours:5g} {one['words']:8} {one['parse']:9.1f} {one['without']:17.1f} {one['whole']:9.1f} {one['whole'] / one['parse'] - 1:17.0%} {one['whole'] / one['without'] - 1:24.0%} "
            f"{one['whole'] / hours:12.1f} {one['memory']:9.0f}", flush=True,
        )  # fmt: skip
    same = in_a_process(given.hours[0], 2)["hash"] == in_a_process(given.hours[0], 3)["hash"]
    print(f"two processes with other hash seeds: {'the same bytes' if same else 'DIFFERENT'}")


if __name__ == "__main__":
    main()
