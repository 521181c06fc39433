"""Turns of phrase are counted as if each expression were searched for in the whole sentence."""

import re

import pytest

from copaper.analysis import cues
from copaper.analysis.beginnings import beginnings

SENTENCES = (
    "So what we do every week is, we phone the farmers, and then we check what we've learned.",
    "We will have to, we'll need to; you should, I think, look at 3,000 of them… um, okay?",
    "Our multi-agency approach didn’t work because the data was out-of-date and we don't have a budget.",
    "Thanks, everyone: next slide! See www.example.org or https://example.org/a?b=c, and in the chat.",
    "and but so however it's that the problem is that nobody can't the thing is",
    "",
    "  …?! ",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_counts_are_those_of_a_search(text):
    plain = cues.plain(text)
    assert cues.count(text) == tuple(min(3, sum(1 for _ in re.finditer(pattern, plain))) for pattern in cues.CUES.values())


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"\b(?:learn(?:ed|t)?|what (?:we|i) found)\b", {"learn ", "learned ", "learnt ", "what "}),
        (r"\borgani[sz]es?\b", {"organise ", "organize ", "organises ", "organizes "}),
        (r"^(?:and )*(?:it|they)(?:'s)?\b", {"and ", "it ", "they "}),
        (r"\b(?:no)+body", {"no"}),
        (r"\b(?:we|they)(?:\s+(?:all|also))*\s+use\b", {"we ", "they "}),
        (r"\b\w+ing\b", None),
        (r"(?:un)?mute", None),
        (r"\bmute|\?", None),
    ],
)
def test_beginnings_are_read_from_the_expression(pattern, found):
    assert beginnings(pattern) == (None if found is None else frozenset(found))
