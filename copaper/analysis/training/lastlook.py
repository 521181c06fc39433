"""Learn what readers find clear as it is printed, and worth keeping.

    python -m copaper.analysis.training.lastlook ../shared/webinars/train

The teacher (:mod:`copaper.analysis.training.pretrained`) learns from what was read (:mod:`copaper.analysis.training.printed`); what it says of them and of other texts of the
meetings, made like those of a paper, is what the small network is to say as well (:mod:`copaper.analysis.training.pupil`).
Every sixth meeting and passage is held out: nothing is learnt from it, and all that is printed comes from there.
Writes ``copaper/analysis/data/lastlook.npz``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score

from copaper.analysis.languages import ENGLISH, language_of
from copaper.analysis.lastlook import MOST, Network, small, whole
from copaper.analysis.readers import Verdict
from copaper.analysis.training import pupil
from copaper.analysis.training.kinds import headings
from copaper.analysis.training.meetings import meeting_folders
from copaper.analysis.training.pretrained import Teacher, pieces
from copaper.analysis.training.printed import Reading, like_statements, lines, readings, spoken
from copaper.analysis.wordpieces import WordPieces

HERE = Path(__file__).parent
EVERY = 6
OWN_LABELS = 0.5
"""Share of a reader's label in what the network is to say of a labelled text; the rest is the teacher's."""
LABELLED = 2.0
SHORTEST = 5
"""Words of a text that nobody labelled, at least."""


def held_out(said: Mapping[str, object]) -> frozenset[str]:
    """Return the meetings and passages that nothing learns from."""
    return frozenset(sorted([*said, *headings()])[2::EVERY])


def tell(found: Sequence[Reading], look: Verdict, say: Callable[[str], None]) -> None:
    """Print how well texts that were held out are told apart (area under the curve), and of how many of those liked best both is true."""
    passages = frozenset(headings())
    for words, among in (
        ("sentences of meetings", [not (one.printed or one.source in passages) for one in found]), ("sentences of passages", [one.source in passages for one in found]), ("statements of papers", [one.printed for one in found]),
    ):  # fmt: skip
        is_asked = np.array(among) & np.array([set(one.said) <= {0.0, 1.0} for one in found])
        said = np.array([one.said for one in found])[is_asked] > 0.5
        apart = ", ".join(f"{name} {said[:, k].mean():.2f} told apart with {roc_auc_score(said[:, k], chances[is_asked]):.3f}" for k, (name, chances) in enumerate((("clear", look.clear), ("worth", look.worth))))
        say(f"{words}: {is_asked.sum()} held out, {apart}; both {said.all(axis=1).mean():.2f}")
        liked = look.liked[is_asked]
        say("  " + ", ".join(f"from {least:.2f} on {(liked >= least).mean():.2f} of all with both {said[liked >= least].all(axis=1).mean():.2f}" for least in (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)))


def main(root: Path, say: Callable[[str], None] = print) -> None:
    said = {folder.name: spoken(folder) for folder in meeting_folders(root) if folder.name in {line.get("meeting") for line in lines()}}
    found, kept, chance = readings(said), held_out(said), np.random.default_rng(0)
    learnt_from = [one for one in found if one.source not in kept]
    texts, labels = [one.text for one in learnt_from], np.array([one.said for one in learnt_from])
    say(f"{len(found)} texts were read, {len(texts)} to learn from; the teacher learns")
    teacher = Teacher(texts, labels, np.array([one.weight for one in learnt_from]), say=say)
    others = {text for name, units in said.items() if name not in kept for text in like_statements([unit for unit in units if language_of(unit.text) == ENGLISH], chance)}
    others = sorted(text for text in others - set(texts) if len(text.split()) >= SHORTEST)
    say(f"{len(others)} texts that nobody labelled; the network learns")
    chances, embedded = teacher([*texts, *others])
    chances[: len(texts)] = OWN_LABELS * labels + (1 - OWN_LABELS) * chances[: len(texts)]
    known = pieces()
    numbers = WordPieces(known)
    weights = pupil.learn([numbers(text, MOST) for text in (*texts, *others)], chances, embedded, np.repeat([LABELLED, 1.0], [len(texts), len(others)]), teacher.words, say=say)
    kept_small = small(weights)
    np.savez_compressed(HERE.parent / "data" / "lastlook.npz", pieces=np.array(known), **kept_small)
    of_others = [one for one in found if one.source in kept]
    say("the teacher:")
    tell(of_others, Verdict(*teacher([one.text for one in of_others])[0].T), say)
    say("the network:")
    tell(of_others, Network(numbers, whole(kept_small))([one.text for one in of_others]), say)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
