"""How sure a finding is: the chance that people would have noted what it cites.

Logistic calibration (Platt) on held-out meetings of the training set; see
docs/quality-findings.md for how well it holds elsewhere.
"""

from __future__ import annotations

import json
import math
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _coefficients() -> tuple[float, float, float]:
    data = json.loads(files("copaper.analysis").joinpath("data/confidence.json").read_text("utf-8"))
    return data["bias"], data["worth"], data["kind"]


def confidence(worth: float, kind: float) -> float:
    """Return the confidence in a finding from its ``worth`` and the chance of its ``kind``, 0 to 1."""
    bias, by_worth, by_kind = _coefficients()
    odds = bias + by_worth * _logit(worth) + by_kind * _logit(kind)
    return round(1 / (1 + math.exp(-odds)), 3)


def _logit(p: float) -> float:
    p = min(max(p, 0.001), 0.999)
    return math.log(p / (1 - p))
