"""Calls within calls do not send Python to the system for memory again and again."""

from __future__ import annotations

import resource

import pytest

from copaper.room import with_room

CALLS = 300


def calls_at(depth: int) -> int:
    """Return how many pages the system has to bring while a loop runs ``depth`` calls further down."""
    if depth:
        return calls_at(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for number in range(CALLS):
        str_of(number)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def str_of(number: int) -> str:
    return str(number)


def test_no_depth_of_calls_is_dear():
    assert max(with_room(calls_at, depth) for depth in range(400)) < CALLS / 2


def test_what_is_given_and_returned_and_raised_passes_through():
    assert with_room(int, "11", base=2) == 3
    with pytest.raises(ZeroDivisionError):
        with_room(divmod, 1, 0)
