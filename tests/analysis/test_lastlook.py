"""What the small network says of a text that is about to be printed."""

from __future__ import annotations

import numpy as np
import pytest

from copaper.analysis.lastlook import BATCH, MOST, Network, liked, look, small, whole
from copaper.analysis.wordpieces import BEGIN, END, UNKNOWN, WordPieces

TOLD = "The stall pays its rent every Friday, and the council has raised it twice since the winter."


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Most small traders in the province keep no record of their sales, so no bank will lend them money for stock.", "So that is the one they were going to look at for you, I think."),
        ("We visit every shop twice a month and check the stock with the owner before they order, and since then nobody has run out of flour.", "Okay, I mean, yeah, we can go to the, the next one then, if it's that."),
        ("Do traders keep a record of what they sell? Most keep none, so no bank lends them money for stock.", "Is that the one? Yes, I think so, it was there on the other page."),
    ],
)
def test_what_says_something_by_itself_is_liked_better(better: str, worse: str) -> None:
    assert liked(better) > liked(worse) + 0.2


def test_what_is_said_of_a_text_does_not_depend_on_the_texts_beside_it() -> None:
    texts = [f"{TOLD} {'It did. ' * (n % 7)}{n}" for n in range(2 * BATCH + 3)]
    together, alone = look(texts), [look([text]) for text in texts]
    assert np.allclose(together.clear, np.hstack([one.clear for one in alone]), atol=2e-4)
    assert np.allclose(together.worth, np.hstack([one.worth for one in alone]), atol=2e-4)


def test_what_stands_behind_so_many_pieces_counts_for_nothing() -> None:
    begun = "rent " * MOST
    assert liked(begun) == liked(begun + TOLD)


def test_no_texts_and_texts_without_a_word_are_read() -> None:
    assert look([]).liked.shape == (0,)
    assert np.isfinite(look(["", "…", "\x00", "日本語 😀"]).clear).all()


def test_weights_are_kept_small_and_nearly_what_they_were() -> None:
    chance = np.random.default_rng(0)
    weights = {"words": chance.standard_normal((6, 4)).astype(np.float32), "answers +": chance.standard_normal(2).astype(np.float32)}
    kept = small(weights)
    assert kept["words"].dtype == np.int8
    again = whole(kept)
    assert again.keys() == weights.keys()
    assert all(np.allclose(again[name], weights[name], atol=0.02) for name in weights)


def test_a_network_answers_by_hand_reckoned_weights() -> None:
    """Without layers what is answered is of the words alone: two pieces that differ pull the answer apart."""
    pieces = WordPieces([UNKNOWN, BEGIN, END, "good", "bad"])
    words = np.zeros((5, 4), np.float32)
    words[3], words[4] = (1, -1, 1, -1), (-1, 1, -1, 1)
    answers = np.zeros((12, 2), np.float32)
    answers[0] = (9.0, -9.0)
    weights = {"words": words, "places": np.zeros((MOST, 4), np.float32), "begin *": np.ones(4, np.float32), "begin ++": np.zeros(4, np.float32), "answers": answers, "answers +": np.zeros(2, np.float32)}
    found = Network(pieces, weights)(["good", "bad"])
    assert found.clear[0] > 0.9 > 0.1 > found.clear[1]
    assert found.worth[0] < 0.1 < 0.9 < found.worth[1]
