"""Words as numbers of known pieces."""

from __future__ import annotations

import pytest

from copaper.analysis.wordpieces import BEGIN, END, LONGEST, UNKNOWN, WordPieces

KNOWN = [UNKNOWN, BEGIN, END, "stall", "##s", "ren", "##t", "rent", "don", "'", "t", "!", "cafe", "a"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Stalls rent", ["stall", "##s", "rent"]),
        ("don't!", ["don", "'", "t", "!"]),
        ("Café", ["cafe"]),
        ("stallx a", [UNKNOWN, "a"]),
        ("a\u200ba\x00 a", ["aa", "a"]),
        ("s" * (LONGEST + 1), [UNKNOWN]),
        ("", []),
    ],
)
def test_a_word_is_divided_into_the_longest_pieces_that_are_known(text: str, pieces: list[str]) -> None:
    known = [*KNOWN, "aa"]
    assert WordPieces(known)(text, 20) == [known.index(piece) for piece in (BEGIN, *pieces, END)]


def test_a_long_text_is_cut_and_ends_all_the_same() -> None:
    found = WordPieces(KNOWN)("a " * 50, 10)
    assert len(found) == 10
    assert found[-1] == KNOWN.index(END)
