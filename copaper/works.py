"""Reviews, reports and laws that go by somebody's name: "the Okoro review" is a published thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

_WORK = r"(?:[Rr]eviews?|[Rr]eports?|[Rr]ecommendations?|[Cc]ommission|[Ii]nquiry|[Ee]nquiry|Act|Bill|[Rr]eforms|[Pp]rinciples)\b"
_NAME = r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?"
_NAMED = re.compile(rf"\b(?:[Tt]he|[Tt]hese|[Tt]hose) ({_NAME})(?: (?:and|or|&) ({_NAME}))? {_WORK}")
OWN_WORK = re.compile(r" (?:[a-z]+ )?(?:[Rr]eviews?(?! of\b)|[Rr]ecommendations?|[Ii]nquiry|[Ee]nquiry|[Rr]eforms|[Pp]rinciples)\b")
"""Behind the man or woman whose work it is: "Okoro's review"; bodies have reports."""
_FOLLOWS = re.compile(rf"(?: (?:and|or|&) (?:the )?{_NAME})? {_WORK}")
_LEADS = re.compile(rf"\b{_WORK} (?:from|of|by) (?:the )?$")


def named_in(texts: Iterable[str]) -> Counter[str]:
    """Return the names that published things go by in ``texts``, each with how often."""
    return Counter(name for text in texts for match in _NAMED.finditer(text) for name in match.groups() if name)


def is_one_at(text: str, start: int, end: int, names: Collection[str]) -> bool:
    """Tell whether the name from ``start`` to ``end`` is that of a published thing there, if one goes by it at all."""
    return text[start:end] in names and bool(_FOLLOWS.match(text[end : end + 60]) or _LEADS.search(text[max(0, start - 40) : start]))
