"""Where the talk turns: segments by dynamic programming over what the words are about.

Short blocks of speech become vectors (lemma TF-IDF, reduced by SVD). The best division into
``k`` stretches maximises how much each stretch points one way, as in Alemi and Ginsparg,
"Text Segmentation based on Semantic Word Embeddings" (2015), plus the odds that a topic
begins where a stretch does. ``k`` is what is worth its cost, near what such a length has.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from copaper.analysis import boundaries
from copaper.analysis.boundaries import Stretch, hands_over
from copaper.analysis.units import Unit

BLOCK = 80
"""Words in a block, the finest place where talk can turn."""
DIMENSIONS = 50
ODDS = 0.25
"""Weight of a beginning's log-odds beside the coherence of the stretches."""
COST = 0.2
"""What another stretch has to gain, times the root of the number of blocks."""
SURPRISE = 0.2
"""What a number of stretches costs that is not the expected one, likewise."""
MOST = 20
"""Stretches of a session."""
CALLED_UP = 5.0
"""What is added where a line of the agenda is called up: more than all else together."""
MORE = 1.25
"""How many times as many topics as usual may be expected of a meeting that is moved on more often."""


def expected_count(words: int) -> float:
    """Return how many topics a meeting of so many words has on average.

    Fitted on the meetings of the training set and of five other kinds: about three plus one
    for every 5,000 words.
    """
    return min(12.0, max(2.0, 3.3 + 0.2 * words / 1000))


def blocks_of(units: Sequence[Unit], called_up: Collection[int] = ()) -> list[Stretch]:
    """Group spoken units into blocks of about :data:`BLOCK` words, new at a hand-over and at the places ``called_up``."""
    blocks: list[Stretch] = []
    first, words = 0, 0
    for i, unit in enumerate(units):
        starts_turn = i > 0 and units[i - 1].index != unit.index
        full = words >= BLOCK or (words >= BLOCK // 2 and starts_turn)
        if i > first and (full or i in called_up or (words > BLOCK // 3 and hands_over(unit))):
            blocks.append(Stretch(first, i - 1))
            first, words = i, 0
        words += unit.words
    if units:
        blocks.append(Stretch(first, len(units) - 1))
    return blocks


def lemmas_of(units: Sequence[Unit], blocks: Sequence[Stretch]) -> list[list[str]]:
    """Return the content lemmas of each block."""
    return [[lemma for unit in units[block.first : block.last + 1] for lemma in unit.lemmas] for block in blocks]


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
    with np.errstate(divide="ignore", invalid="ignore"):  # talk that says one thing all along has no variance to tell shares of
        return TruncatedSVD(size, random_state=0).fit_transform(matrix)


def segment(units: Sequence[Unit], count: int | None = None, planned: int = 0, called_up: Collection[int] = (), moved_on: Mapping[int, float] = MappingProxyType({}), listed: int = 0, told: int = 0) -> list[Stretch]:
    """Divide spoken ``units`` (in time) into stretches of one topic each: ``count`` of them, or as
    many as the talk has. ``planned`` is the number of lines of the agenda, if there is one: it
    is expected in place of what such a length has, unless it is far from that. A stretch begins
    at each unit of ``called_up``, where such a line is announced, and is by so much likelier to begin at those of ``moved_on``,
    of which so many were ``listed`` when the session was opened: news that takes minutes, and comes on top of what such a length has,
    where no agenda says how many to expect. At least as many matters are expected as are ``told`` by people of their own, none shorter for that.
    """
    blocks = blocks_of(units, {*called_up, *moved_on})
    if len(blocks) < 4:
        return [Stretch(0, len(units) - 1)] if units else []
    lemmas = lemmas_of(units, blocks)
    matrix = vectors(lemmas)
    begins = ODDS * boundaries.odds(units, blocks, lemmas, matrix)
    begins += [CALLED_UP * (block.first in called_up) + moved_on.get(block.first, 0.0) for block in blocks]
    usual = expected_count(sum(unit.words for unit in units))
    expected = max(usual, min(MORE * usual, sum(likelier > 0 for likelier in moved_on.values()) + 1))
    expected += listed
    if planned:
        expected = min(2 * usual, max(usual / 2, planned))
    most = len(blocks) // 2
    edges = divide(matrix, begins, min(count, most)) if count else divide_freely(matrix, begins, min(max(expected, told), most), min(expected, most))
    return [Stretch(blocks[a].first, blocks[b - 1].last) for a, b in zip(edges, edges[1:], strict=False)]


def divide(matrix: np.ndarray, bonus: np.ndarray, count: int) -> list[int]:
    """Return ``count + 1`` edges (block numbers, 0 and n included) of the best division.

    ``matrix`` is (n, d), ``bonus`` (n,) is added where a stretch begins. Exact, O(count·n²).
    """
    worth, back = _divisions(matrix, bonus, count, len(matrix) // (count * 5))
    while count > 1 and not np.isfinite(worth[count]):
        count -= 1
    return _edges(back, count)


def divide_freely(matrix: np.ndarray, bonus: np.ndarray, expected: float, at_length: float | None = None) -> list[int]:
    """Return the edges of the best division into as many stretches as are worth their cost, none of them far shorter than if ``at_length`` many were expected."""
    n = len(matrix)
    counts = np.arange(min(MOST, n // 2) + 1)
    worth, back = _divisions(matrix, bonus, int(counts[-1]), n // (round(at_length or expected) * 5))
    cost = COST * counts + SURPRISE * (counts - expected) ** 2 / expected
    return _edges(back, 2 + int(np.argmax(np.round(worth - np.sqrt(n) * cost, 9)[2:])))


def _divisions(matrix: np.ndarray, bonus: np.ndarray, most: int, shortest: int) -> tuple[np.ndarray, np.ndarray]:
    """Return what the best division into each number of stretches is worth, and the way back through them."""
    n = len(matrix)
    sums = np.vstack([np.zeros(matrix.shape[1]), np.cumsum(matrix, axis=0)])
    gram = sums @ sums.T
    squares = np.diag(gram)
    coherence = np.sqrt(np.maximum(squares[None, :] - 2 * gram + squares[:, None], 0.0))
    scale = float(np.median(np.linalg.norm(matrix, axis=1))) or 1.0
    worth = coherence / scale + np.append(bonus, 0.0)[None, :]  # of the stretch that ends with the row and begins with the column
    reach = np.arange(n + 1)
    worth[(reach[:, None] - reach[None, :]) < max(1, shortest)] = -np.inf
    best = np.full((most + 1, n + 1), -np.inf)
    back = np.zeros((most + 1, n + 1), dtype=int)
    best[0, 0] = 0.0
    for k in range(1, most + 1):
        total = best[k - 1][None, :] + worth
        back[k] = np.argmax(total, axis=1)
        best[k] = total[reach, back[k]]
    return best[:, n], back


def _edges(back: np.ndarray, count: int) -> list[int]:
    edges = [back.shape[1] - 1]
    for k in range(count, 0, -1):
        edges.append(int(back[k, edges[-1]]))
    return edges[::-1]
