"""Words as numbers: whole where they are known, else in pieces that are.

WordPiece as BERT uses it (Devlin et al., "BERT: pre-training of deep bidirectional transformers for language
understanding", 2019): accents and capitals go, each mark stands by itself, and a word that the list does not have
is divided from its beginning into the longest pieces that it has, those within a word marked with "##".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

BEGIN, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
LONGEST = 100
"""Letters of a word that is divided; a longer one is unknown."""


class WordPieces:
    """The pieces of a list, by their place in it."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._number = {piece: i for i, piece in enumerate(pieces)}
        self._begin, self._end, self._unknown = (self._number[mark] for mark in (BEGIN, END, UNKNOWN))
        self._divided = lru_cache(maxsize=50_000)(self._divide)

    def __call__(self, text: str, most: int) -> list[int]:
        """Return the numbers of the pieces of ``text``, between those of its begin and end, ``most`` in all."""
        found = [self._begin]
        for word in _words(text):
            found += self._divided(word)
            if len(found) >= most:
                break
        return [*found[: most - 1], self._end]

    def _divide(self, word: str) -> tuple[int, ...]:
        if len(word) > LONGEST:
            return (self._unknown,)
        found: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            end = next((end for end in range(len(word), start, -1) if mark + word[start:end] in self._number), start)
            if end == start:
                return (self._unknown,)
            found.append(self._number[mark + word[start:end]])
            start = end
        return tuple(found)


def _words(text: str) -> list[str]:
    """Return the words and marks of a text, small and without accents."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) not in ("Mn", "Cc", "Cf") or c in "\t\n\r")
    return "".join(c if c.isalnum() else " " if c.isspace() or unicodedata.category(c) == "Cc" else f" {c} " for c in text.lower()).split()
