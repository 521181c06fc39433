"""How the sessions under ``data/raw`` stand: which drafts wait for approval, what is up to date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from copaper import steps, store
from copaper.communities import known_communities
from copaper.errors import CopaperError
from copaper.jobs import job_for


@dataclass(frozen=True)
class Draft:
    """A draft that nobody has approved, where it lies, and how many reviewed copies were taken in."""

    session: str
    file: Path
    copies: int


def drafts(raw: Path) -> Iterator[Draft]:
    """Yield the drafts that wait for approval, by community and folder; what cannot be read is left out."""
    for home in known_communities(raw).values():
        for folder in sorted(path for path in home.iterdir() if path.is_dir()):
            try:
                job = job_for(folder)
                if (job.out / steps.DOCX).is_file() and not job.reviews.approved:
                    yield Draft(job.session_id, job.out / steps.DOCX, len(job.reviews.filed))
            except CopaperError:
                continue


def is_made(folder: Path) -> bool:
    """Tell whether the papers of a session are there as its state is now."""
    try:
        job = job_for(folder)
        return store.is_current(job.out, job.fingerprint)
    except CopaperError:
        return False
