"""Quarters of the calendar year, as in 2020-Q3."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from copaper.errors import BadInput


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter: ``Quarter(2020, 3)`` is July to September 2020."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2020-Q3`` (any case, with or without the hyphen); else raise BadInput."""
        found = re.fullmatch(r"\s*(20\d\d)[- ]?[Qq]([1-4])\s*", text)
        if not found:
            raise BadInput("not-a-quarter")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the quarter that ``day`` lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def first(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> Self:
        return type(self)(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> Self:
        return self.of(self.first - timedelta(days=1))

    @property
    def words(self) -> str:
        """``July to September 2020``."""
        return f"{self.first:%B} to {self.last:%B} {self.year}"

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"
