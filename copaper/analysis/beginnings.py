"""With which words the matches of a regular expression can begin, read from the expression itself.

Most turns of phrase occur in few sentences, and searching each sentence for each of them takes
longer than reading its words: a sentence that has no word with which a match could begin need
not be searched.
"""

from __future__ import annotations

from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

START = END = " "
"""Stands before a beginning that is known to be one of a word, and behind a word that is known to end."""


def beginnings(pattern: str) -> frozenset[str] | None:
    """Return beginnings of words, one of which begins any match of ``pattern``, or None if it may begin otherwise.

    A beginning that ends in :data:`END` is a whole word.
    """
    done, open_ = _after(parser.parse(pattern), {""})
    found = done | open_
    if not all(len(text) > 1 and text.startswith(START) for text in found):
        return None
    return frozenset(text.removeprefix(START) for text in found)


def _after(nodes: Iterable[tuple[Any, Any]], open_: set[str]) -> tuple[set[str], set[str]]:
    """Return what is told for good of how a match begins, and what still may go on, after ``nodes``."""
    done: set[str] = set()
    for kind, value in nodes:
        closed, open_ = _after_one(kind, value, open_)
        done |= closed
    return done, open_


def _after_one(kind: Any, value: Any, open_: set[str]) -> tuple[set[str], set[str]]:
    if kind is op.LITERAL:
        return _with(chr(value), open_)
    if kind is op.IN and value == [(op.CATEGORY, op.CATEGORY_SPACE)]:
        return _with(" ", open_)
    if kind is op.IN and all(name is op.LITERAL for name, _ in value):
        return _either(_with(chr(char), open_) for _, char in value)
    if kind is op.BRANCH:
        return _either(_after(branch, open_) for branch in value[1])
    if kind is op.SUBPATTERN:
        return _after(value[-1], open_)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, repeated = value
        done, more = _after(repeated, open_)
        done, more = (done, more) if most == 1 else (done | more, set())  # what comes the second time is left open
        return done, more | open_ if least == 0 else more
    if kind is op.AT and value in (op.AT_BOUNDARY, op.AT_BEGINNING):
        begun = {text for text in open_ if len(text) > 1}
        return {text + END for text in begun}, {START for _ in open_ - begun}
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return set(), open_
    return open_, set()


def _with(char: str, open_: set[str]) -> tuple[set[str], set[str]]:
    if char.isalnum() or char == "_":
        return set(), {text + char for text in open_}
    return {text + END if len(text) > 1 else text for text in open_}, set()


def _either(found: Iterable[tuple[set[str], set[str]]]) -> tuple[set[str], set[str]]:
    """Return what holds after one of several."""
    both = list(found)
    return set().union(*(done for done, _ in both)), set().union(*(open_ for _, open_ in both))
