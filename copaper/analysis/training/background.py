"""Count in how many meetings of the training set each lemma occurs.

    python -m copaper.analysis.training.background ../shared/webinars/train

Writes ``copaper/analysis/data/background.json``: {"meetings": n, "counts": {lemma: n}} of
the lemmas that occur in at least three meetings. Data: QMSum (MIT).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from copaper.analysis.pipeline import load_model
from copaper.analysis.training.meetings import read_meetings
from copaper.analysis.units import lemma, parse

LEAST = 3


def count(root: Path) -> dict[str, object]:
    """Return the counts over all meetings under ``root``."""
    nlp = load_model()
    counts: Counter[str] = Counter()
    meetings = 0
    for session in read_meetings(root):
        turns, _ = parse(session, nlp)
        counts.update({lemma(token) for doc in turns for token in doc if token.is_alpha})
        meetings += 1
    kept = {word: n for word, n in sorted(counts.items()) if n >= LEAST}
    return {"meetings": meetings, "counts": kept}


if __name__ == "__main__":
    target = Path(__file__).parent.parent / "data" / "background.json"
    result = count(Path(sys.argv[1]))
    target.write_text(json.dumps(result, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(result['counts'])} lemmas of {result['meetings']} meetings")
