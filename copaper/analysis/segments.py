"""Where the talk turns: segments by dynamic programming over what the words are about.

Short blocks of speech become vectors (lemma TF-IDF, reduced by SVD). The best division into
``k`` stretches maximises how much each stretch points one way, as in Alemi and Ginsparg,
"Text Segmentation based on Semantic Word Embeddings" (2015), plus a bonus where a chair
hands over or a new speaker begins, which is where conversations really turn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from copaper.analysis.units import Unit

BLOCK = 80
"""Words in a block, the finest place where talk can turn."""
DIMENSIONS = 50
HANDOVER_BONUS = 0.5
TURN_BONUS = 0.25

_HANDOVER = re.compile(
    r"\b(?:next (?:up|item|topic|one|agenda|on (?:the|our) agenda|question is|is|we have|speaker|presentation|thing)|"
    r"(?:let'?s|let us|we'?ll|we will|we can|i'?ll|want to|going to|like to|should) (?:now )?(?:move|turn|go|jump|shift|switch|start|begin|continue) (?:on|over|to|into|with|off|back)|"
    r"moving (?:on|to|along)|move on|moves? us (?:on )?to|(?:first|second|third|fourth|fifth|last|final) (?:item|topic|question|agenda|thing|point|session|part)|"
    r"(?:over|hand|pass) (?:it |this |that )?(?:over )?to|on (?:the|our|today'?s) agenda|agenda item|"
    r"we(?:'ve| have) got (?:.{0,30})(?:agenda|next)|brings us to|turn(?:ing)? to|any (?:other|more) (?:questions|comments|business)|"
    r"before we (?:close|end|wrap|finish|move)|wrap(?:ping)? up|all right|alright|main topic|introduce|"
    r"the (?:floor|stage) is yours|questions? (?:now )?(?:from|on|about|to|regarding)|can i (?:turn|move|ask)|thank you (?:all|everyone|very much))\b",
    re.I,
)


@dataclass(frozen=True)
class Stretch:
    """A run of spoken units, ``first`` to ``last`` (positions in the list of spoken units)."""

    first: int
    last: int


def is_handover(text: str) -> bool:
    """Tell whether somebody moves the meeting on."""
    return bool(_HANDOVER.search(text[:400]))


def expected_count(words: int) -> int:
    """Return how many topics a meeting of so many words has on average.

    Fitted on the meetings of the training set and of five other kinds: about three plus one
    for every 5,000 words.
    """
    return int(min(12, max(2, round(3.3 + 0.2 * words / 1000))))


def blocks_of(units: Sequence[Unit]) -> list[Stretch]:
    """Group spoken units into blocks of about :data:`BLOCK` words, new at a hand-over."""
    blocks: list[Stretch] = []
    first, words = 0, 0
    for i, unit in enumerate(units):
        starts_turn = i > 0 and units[i - 1].index != unit.index
        full = words >= BLOCK or (words >= BLOCK // 2 and starts_turn)
        if i > first and (full or (words > BLOCK // 3 and is_handover(unit.text))):
            blocks.append(Stretch(first, i - 1))
            first, words = i, 0
        words += unit.words
    if units:
        blocks.append(Stretch(first, len(units) - 1))
    return blocks


def vectors(documents: Sequence[Sequence[str]]) -> np.ndarray:
    """Return (n, d) vectors of lists of lemmas; rows of nothing are zero."""
    texts = [" ".join(lemmas) for lemmas in documents]
    shape = dict(token_pattern=r"\S+", sublinear_tf=True, lowercase=False)
    try:
        matrix = TfidfVectorizer(min_df=2, max_df=0.4, **shape).fit_transform(texts)
    except ValueError:
        try:
            matrix = TfidfVectorizer(**shape).fit_transform(texts)
        except ValueError:
            return np.zeros((len(texts), 1))
    size = min(DIMENSIONS, matrix.shape[1] - 1, matrix.shape[0] - 1)
    if size < 2:
        return matrix.toarray()
    return TruncatedSVD(size, random_state=0).fit_transform(matrix)


def segment(units: Sequence[Unit], count: int | None = None) -> list[Stretch]:
    """Divide spoken ``units`` (in time) into stretches of one topic each."""
    blocks = blocks_of(units)
    if len(blocks) < 4:
        return [Stretch(0, len(units) - 1)] if units else []
    lemmas = [[l for unit in units[b.first : b.last + 1] for l in unit.lemmas] for b in blocks]
    matrix = vectors(lemmas)
    bonus = np.array([_bonus(units, block) for block in blocks])
    wanted = count or expected_count(sum(unit.words for unit in units))
    edges = divide(matrix, bonus, min(wanted, len(blocks) // 2))
    return [Stretch(blocks[a].first, blocks[b - 1].last) for a, b in zip(edges, edges[1:], strict=False)]


def _bonus(units: Sequence[Unit], block: Stretch) -> float:
    """Return how much a block looks like the beginning of something."""
    if block.first == 0:
        return 0.0
    opening = units[block.first]
    bonus = TURN_BONUS if units[block.first - 1].index != opening.index else 0.0
    window = units[max(0, block.first - 1) : block.first + 2]
    return bonus + (HANDOVER_BONUS if any(is_handover(unit.text) for unit in window) else 0.0)


def divide(matrix: np.ndarray, bonus: np.ndarray, count: int) -> list[int]:
    """Return ``count + 1`` edges (block numbers, 0 and n included) of the best division.

    ``matrix`` is (n, d), ``bonus`` (n,) is added where a stretch begins. Exact, O(count·n²).
    """
    n = len(matrix)
    sums = np.vstack([np.zeros(matrix.shape[1]), np.cumsum(matrix, axis=0)])
    gram = sums @ sums.T
    squares = np.diag(gram)
    coherence = np.sqrt(np.maximum(squares[None, :] - 2 * gram + squares[:, None], 0.0))
    scale = float(np.median(np.linalg.norm(matrix, axis=1))) or 1.0
    shortest = max(1, n // (count * 5))
    worth = coherence / scale + np.append(bonus, 0.0)[:, None]
    reach = np.arange(n + 1)
    worth[(reach[None, :] - reach[:, None]) < shortest] = -np.inf
    best = np.full((count + 1, n + 1), -np.inf)
    back = np.zeros((count + 1, n + 1), dtype=int)
    best[0, 0] = 0.0
    for k in range(1, count + 1):
        total = best[k - 1][:, None] + worth
        back[k] = np.argmax(total, axis=0)
        best[k] = np.take_along_axis(total, back[k][None, :], axis=0)[0]
    while count > 1 and not np.isfinite(best[count, n]):
        count -= 1
    edges = [n]
    for k in range(count, 0, -1):
        edges.append(int(back[k, edges[-1]]))
    return edges[::-1]
