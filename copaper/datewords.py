"""The words for days of the week and for months, in their order and in lower case."""

from __future__ import annotations

DAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = tuple("january february march april may june july august september october november december".split())
DATEWORDS = frozenset((*DAYS, *MONTHS))
