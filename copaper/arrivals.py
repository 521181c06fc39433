"""What has arrived under ``data/raw`` and is ready to be processed.

Keyed on content: a drop that was processed, or that failed, is not started again until a
file of it changes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from copaper import steps, store
from copaper.communities import known_communities
from copaper.errors import CopaperError

QUIET = 60.0
"""Seconds in which no file of a folder may have changed: a copy has ended then."""
_GROWING = (".part", ".crdownload", ".partial", ".download", ".tmp")


@dataclass(frozen=True)
class Arrival:
    """A session whose papers are to be made; ``key`` depends on what its papers depend on."""

    community: str
    session: str
    key: str


def arrived(raw: Path, now: float) -> Iterator[Arrival]:
    """Yield the sessions under ``raw`` that have come to rest and are not up to date.

    ``now`` is the time in seconds since 1970. A folder that cannot be understood is yielded
    too, under a key of its files, so that its error is told once.
    """
    for code, home in known_communities(raw).items():
        for folder in sorted(path for path in home.iterdir() if path.is_dir() and not path.name.startswith(".")):
            files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
            if not files or any(path.name.endswith(_GROWING) for path in files) or not _at_rest(files, now):
                continue
            try:
                job = steps.job_for(folder)
                if store.is_current(job.out, job.fingerprint):
                    continue
                key = job.fingerprint
            except CopaperError:
                key = store.sha256(repr([(str(p.relative_to(folder)), p.stat().st_size, p.stat().st_mtime_ns) for p in files]).encode())
            except OSError:
                continue  # a file that went away meanwhile: the next look sees it
            yield Arrival(code, folder.name, f"{code}-{folder.name}-{key[:16]}")


def _at_rest(files: list[Path], now: float) -> bool:
    """Tell whether nothing changed of late; the inode's time counts too, as copying may set
    a file's own time back."""
    try:
        return all(now - max(os.stat(path).st_mtime, os.stat(path).st_ctime) >= QUIET for path in files)
    except OSError:
        return False
