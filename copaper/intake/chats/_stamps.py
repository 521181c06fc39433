"""Times of day as chat logs write them, and what happens to them at midnight."""

from __future__ import annotations

from copaper.intake.ledger import Ledger

DAY = 24 * 3600


class Midnight:
    """Carries undated times past midnight: one that jumps back by more than 12 hours is of
    the next day. Smaller steps back are messages that arrived out of order."""

    def __init__(self) -> None:
        self._last = -1.0
        self._days = 0
        self._lines: list[int] = []

    def carry(self, seconds: float, line: int) -> float:
        """Return ``seconds`` since the first midnight."""
        time = seconds + self._days * DAY
        if self._last - time > DAY / 2:
            self._days += 1
            time += DAY
            self._lines.append(line)
        self._last = time
        return time

    def tell(self, ledger: Ledger) -> None:
        """Remark upon the lines that began another day."""
        for line in self._lines:
            ledger.remark("time-wrapped", line, 0)
