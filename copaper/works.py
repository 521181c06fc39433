"""Reviews, reports and laws that go by somebody's name: "the Okoro review" is a published thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORK = r"(?:[Rr]eviews?|[Rr]eports?|[Rr]ecommendations?|[Cc]ommission|[Ii]nquiry|[Ee]nquiry|Act|Bill|[Rr]eforms|[Pp]rinciples)\b"
_NAME = r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?"
_NAMED = re.compile(rf"\b(?:[Tt]he|[Tt]hese|[Tt]hose) ({_NAME})(?: (?:and|or|&) ({_NAME}))? {_WORK}")
OWN_WORK = re.compile(r" (?:[a-z]+ )?(?:[Rr]eviews?(?! of\b)|[Rr]ecommendations?|[Ii]nquiry|[Ee]nquiry|[Rr]eforms|[Pp]rinciples)\b")
"""Behind the man or woman whose work it is: "Okoro's review"; bodies have reports."""


def named_in(texts: Iterable[str]) -> Counter[str]:
    """Return the names that published things go by in ``texts``, each with how often."""
    return Counter(name for text in texts for match in _NAMED.finditer(text) for name in match.groups() if name)
