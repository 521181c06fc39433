"""What readers would say of a sentence, and what a paper shows of it."""

from __future__ import annotations

import numpy as np
import pytest

from copaper.analysis import readers
from copaper.analysis.clarity import faults
from copaper.analysis.findings import FEWEST, HARDLY, _least
from copaper.analysis.readers import LIKED
from copaper.analysis.units import Unit
from copaper.analysis.weighing import weigh


def liked(nlp, *texts: str) -> np.ndarray:
    units = [Unit(number, "turn", number, 0, len(text), 10.0 * number, "", text, nlp(text)[:]) for number, text in enumerate(texts)]
    around = weigh(units).around
    return readers.judge([readers.describe(unit, faults(unit), around[unit.position]) for unit in units]).liked


PAIRS = [
    ("Most small traders in the province keep no record of their sales, so no bank will lend them money for stock.", "So that is the one they were going to look at for you."),
    ("The mentors visit every shop twice a month and check the stock with the owner before they order.", "Okay, I think we can go to the next one then."),
    ("Women who sell food at the rank lost half of their income when the schools were closed.", "It was like that before the other thing."),
]


@pytest.mark.parametrize(("better", "worse"), PAIRS)
def test_readers_like_what_says_something_by_itself(nlp, better: str, worse: str) -> None:
    good, bad = liked(nlp, better, worse)
    assert good >= LIKED > bad


def test_no_sentences_no_verdicts() -> None:
    assert readers.judge([]).liked.shape == (0,)


def test_every_feature_has_a_value(nlp) -> None:
    unit = Unit(0, "turn", 0, 0, 0, 0.0, "", "", nlp("")[:])
    assert len(readers.describe(unit, faults(unit), weigh([unit]).around[0])) == len(readers.FEATURES)


def test_less_is_asked_where_little_is_liked() -> None:
    assert _least(np.full(FEWEST, 0.9)) == LIKED
    assert _least(np.full(FEWEST, 0.42)) == pytest.approx(0.42)
    assert _least(np.full(FEWEST, 0.05)) == HARDLY
    assert _least(np.zeros(0)) == LIKED
