"""What is no talk is told from what is short or odd."""

import base64
import random

import pytest

from copaper.intake.talk import why_no_talk

NOISE = random.Random(4)
TALK = "the growers of the valley wash their crates by the river before the market opens and sell what is left at the school".split()


@pytest.mark.parametrize(
    "texts",
    [
        ["x"] * 8000,
        ["x" * 8000],
        ["[inaudible]"] * 40,
        ["[inaudible]"] * 300 + ["we wash the crates"],
        ["please stand by for the next speaker"] * 60,
        [base64.b64encode(NOISE.randbytes(90)).decode() for _ in range(20)],
        ["".join(chr(NOISE.randrange(33, 256)) for _ in range(60)) for _ in range(20)],
    ],
    ids=["a letter", "a run", "inaudible", "almost all inaudible", "one line", "a code", "bytes"],
)
def test_what_is_no_talk_is_told(texts):
    assert why_no_talk(texts)


@pytest.mark.parametrize(
    "texts",
    [
        ["no no no yes"],
        ["Good morning.", "Good morning.", "Thank you, bye."],
        ["今天我们讨论新的市场计划和预算", "下一步我们要做什么"] * 8,
        ["Ons gesels vandag oor die mark en die pryse van groente."],
        ["😀 😀 😀", "we sold all of the crates"],
        ["see https://example.org/a/very/long/address/of-a-page-that-is-no-word-at-all-but-a-link"],
        [" ".join(NOISE.choices(TALK, k=12)) for _ in range(30)],
        ["[inaudible]"] * 400 + [" ".join(f"{word}{n}" for word in TALK[:12]) for n in range(9)],
        [],
    ],
    ids=["a vote", "three cues", "Chinese", "Afrikaans", "signs", "a link", "few words", "much inaudible", "nothing"],
)
def test_what_is_short_or_odd_passes(texts):
    assert not why_no_talk(texts)
