"""What is new about a paper that was made: the first one or made anew, why, and where it lies."""

from __future__ import annotations

from collections.abc import Mapping

from copaper.papers.wording import listed
from copaper.records import Paper
from copaper.steps import DOCX, FOR_READERS, PDF

_WORDS = {
    "exports": "its exports changed",
    "settings": "its session.yaml changed",
    "community": "the community's rules changed (community.yaml)",
    "people": "the community's people.csv changed",
    "reviews": "a review or an approval was taken in",
    "learned": "what the community's reviews teach changed, such as names of themes",
    "copaper": "Copaper itself changed",
}
"""Why a paper is made anew, by the part of :attr:`copaper.jobs.Job.parts` that changed."""


def reasons(before: Mapping, after: Mapping) -> list[str]:
    """Return why a paper was made anew, from what the two runs recorded, ``before`` not empty."""
    known = before.get("parts")
    if not isinstance(known, Mapping):  # recorded by a version that kept none
        return [_WORDS["copaper"]]
    changed = [words for part, words in _WORDS.items() if known.get(part) != after["parts"][part]]
    return changed or ["that was asked for, or files of it were changed or missing"]


def news(before: Mapping, after: Mapping, paper: Paper, *, place: str, kept: str = "") -> str:
    """Return what people are told of a run, from the records of the run before and of this one.

    ``place`` is the folder of the papers and ``kept`` the name there of a draft that somebody had
    edited, both as people are to read them. Begins with “Nothing” where readers find the same as before.
    """
    approved = paper.status == "approved"
    file = f"{place}/{PDF if approved else DOCX}"
    if not before:
        what = "The approved paper" if approved else "The first draft" if paper.draft == 1 else f"Draft {paper.draft}"
        return f"{what} is made: {file}. Read it{' once more' if approved else ' and send it to its reviewers'}."
    why = listed(reasons(before, after))
    if not kept and all(before.get("outputs", {}).get(name) == after["outputs"].get(name) for name in FOR_READERS):
        return f"Nothing in the papers is new, though they were made anew, since {why}."
    aside = f" The draft had been edited; it was kept as {place}/{kept}, and “copaper review” takes it in." if kept else ""
    if approved:
        return f"The approved paper is made anew, since {why}: {file}.{aside} Read it once more."
    return f"The draft is made anew, as draft {paper.draft}, since {why}: {file}.{aside} Read it; copies that reviewers hold can still be taken in."
