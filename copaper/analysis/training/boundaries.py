"""Learn where a new topic is likely to begin.

    python -m copaper.analysis.training.boundaries ../shared/webinars/train

Writes ``copaper/analysis/data/boundaries.json``. Data: the spans of topics in QMSum (Zhong et
al. 2021, MIT), committees and research meetings as for the words of headings.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from copaper.analysis import boundaries
from copaper.analysis.boundaries import Stretch
from copaper.analysis.pipeline import load_model
from copaper.analysis.segments import blocks_of, lemmas_of, vectors
from copaper.analysis.training.headwords import fit, folders
from copaper.analysis.training.meetings import read_meeting
from copaper.analysis.training.ranker import as_data
from copaper.analysis.units import Unit, read_units


def begins(units: Sequence[Unit], blocks: Sequence[Stretch], spans: Sequence[Sequence[int]]) -> np.ndarray:
    """Return for each block whether a topic begins there, or what belongs to none: the nearest to each edge of a span."""
    places = np.array([units[block.first].cue_first or 0 for block in blocks])
    found = np.zeros(len(blocks))
    for first, last in spans:
        for edge in (first, last + 1):
            if edge <= places[-1]:
                found[int(np.argmin(np.abs(places - edge)))] = 1.0
    return found


def examples(root: Path) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield for each meeting the table of its blocks and whether a topic begins with them."""
    nlp = load_model()
    for folder in folders(root):
        units = [unit for unit in read_units(read_meeting(folder), nlp) if unit.where == "turn"]
        blocks = blocks_of(units)
        lemmas = lemmas_of(units, blocks)
        table = boundaries.describe(units, blocks, lemmas, vectors(lemmas))
        topics = json.loads((folder / "reference.json").read_text("utf-8"))["topics"]
        marked = begins(units, blocks, [span for topic in topics for span in topic["spans"]])
        yield table[1:], marked[1:]


def main(root: Path, say: Callable[[str], None] = print) -> None:
    meetings = list(examples(root))
    data = as_data(fit(meetings), boundaries.FEATURES)
    (Path(__file__).parent.parent / "data" / "boundaries.json").write_text(json.dumps(data, indent=0, separators=(",", ":")) + "\n", "utf-8")
    say(f"learnt from {len(meetings)} meetings")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
