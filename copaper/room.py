"""Room for calls within calls: why a session takes the same time wherever it is processed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def with_room(function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Return ``function(*args, **kwargs)``, called with half a megabyte for the calls within it.

    Python keeps the frames of running functions in pieces of 16 kB, some hundred calls deep, which
    it gets from the system when a call does not fit and gives back when that call returns. A loop
    that happens to call right at the end of a piece pays this each time. How deep a session is
    called from decides which loop that is: within a Dask worker it was one that made 60,000
    pieces for each session.
    """
    return function(*args, **kwargs)


# A piece is at least as large as the frame for which it was made: the next power of two, here a
# megabyte, of which the frame leaves half. What it does not use of that is never touched.
with_room.__code__ = with_room.__code__.replace(co_stacksize=66_000)
