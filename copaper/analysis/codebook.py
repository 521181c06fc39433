"""Filing themes under a community's code book: its own words for what it talks about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.communities import CodeBookEntry
from copaper.nameparts import fold
from copaper.records import Theme

LONGEST_ABBREVIATION = 3
LEAST_HITS = 2
"""Keywords of an entry that have to be among a theme's words for it to be filed there, of which one in its label."""
MANY_HITS = 4
"""Keywords among a theme's words that are enough where its label has none."""


def file_under(themes: Sequence[Theme], code_book: Sequence[CodeBookEntry]) -> tuple[Theme, ...]:
    """Return ``themes`` with :attr:`~copaper.records.Theme.code_book` filled where one fits.

    A theme whose label is proposed by the analysis keeps it; the entry stands beside it.
    """
    return tuple(_filed(theme, code_book) for theme in themes)


def _filed(theme: Theme, code_book: Sequence[CodeBookEntry]) -> Theme:
    fitting = [(_hits(fold(theme.label), entry), _hits(_said(theme), entry), -place) for place, entry in enumerate(code_book) if fits(theme, entry)]
    return theme.model_copy(update={"code_book": code_book[-max(fitting)[2]].label}) if fitting else theme


def fits(theme: Theme, entry: CodeBookEntry) -> bool:
    """Tell whether a theme would be filed under ``entry`` if there were no other one."""
    hits = _hits(_said(theme), entry)
    return hits >= (LEAST_HITS if _hits(fold(theme.label), entry) else MANY_HITS)


def _said(theme: Theme) -> str:
    """Return what names a theme; the sentences that sum it up say many a word in passing."""
    return fold(" ".join((theme.label, *theme.phrases)))


def _hits(said: str, entry: CodeBookEntry) -> int:
    """Return how many keywords of an entry were ``said``; one of several words counts as many, as it is hardly said in passing."""
    return sum(len(keyword.split()) for keyword in entry.keywords if _begins(fold(keyword), said))


def _begins(keyword: str, said: str) -> bool:
    """Tell whether a word of ``said`` begins as ``keyword``; an abbreviation must be the word."""
    whole = r"\b" if len(keyword) <= LONGEST_ABBREVIATION else ""
    return bool(keyword) and re.search(rf"\b{re.escape(keyword)}{whole}", said) is not None
