"""Times of day as chat logs write them, and what happens to them at midnight."""

from __future__ import annotations

from copaper.intake.ledger import Ledger

DAY = 24 * 3600


class Midnight:
    """Carries undated times past midnight: one that jumps back by more than 12 hours is of
    the next day. Smaller steps back are messages that arrived out of order."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._last = -1.0
        self._days = 0

    def carry(self, seconds: float, line: int) -> float:
        """Return ``seconds`` since the first midnight."""
        time = seconds + self._days * DAY
        if self._last - time > DAY / 2:
            self._days += 1
            time += DAY
            self._ledger.remark("time-wrapped", line, 0)
        self._last = time
        return time
