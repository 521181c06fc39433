"""What has arrived under ``data/raw``: what is ready to be processed, and what is left alone and why.

Keyed on content: a drop that was processed, or that failed, is not started again until a
file of it changes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from copaper import store
from copaper.communities import REGISTRY_FILE, known_communities
from copaper.errors import CopaperError
from copaper.jobs import GROWING, job_for

QUIET = 60.0
"""Seconds in which no file of a folder may have changed: a copy has ended then."""
HOUR, DAY = 3600.0, 86400.0
"""Seconds after which somebody is told of what waits: of a file, and of a folder that is still empty."""


@dataclass(frozen=True)
class Arrival:
    """A session whose papers are to be made; ``key`` depends on what its papers depend on."""

    community: str
    session: str
    key: str


@dataclass(frozen=True)
class Waiting:
    """A folder or file that is left alone: ``since`` when (seconds since 1970), why, and what to do.

    ``told`` is False while it may still come right by itself."""

    path: Path
    since: float
    because: str
    remedy: str
    told: bool


def arrived(raw: Path, now: float) -> Iterator[Arrival]:
    """Yield the sessions under ``raw`` that have come to rest and are not up to date.

    ``now`` is the time in seconds since 1970. A folder that cannot be understood is yielded
    too, under a key of its files, so that its error is told once.
    """
    for code, home in known_communities(raw).items():
        for folder in _folders(home):
            files = _files(folder)
            if not files or any(path.name.endswith(GROWING) for path in files) or not _at_rest(files, now):
                continue
            try:
                job = job_for(folder)
                if store.is_current(job.out, job.fingerprint):
                    continue
                key = job.fingerprint
            except CopaperError:
                key = store.sha256(repr([(str(p.relative_to(folder)), p.stat().st_size, p.stat().st_mtime_ns) for p in files]).encode())
            except OSError:
                continue  # a file that went away meanwhile: the next look sees it
            yield Arrival(code, folder.name, f"{code}-{folder.name}-{key[:16]}")


def growing(folder: Path, now: float) -> Path | None:
    """Return an export of a session that is being copied or changed, as its name or its times say; else None."""
    for path in _files(folder, "*"):
        if path.name.endswith(GROWING) or not _at_rest([path], now):
            return path
    return None


def waiting(raw: Path, now: float) -> Iterator[Waiting]:
    """Yield what :func:`arrived` passes over although somebody may count on it, by path."""
    known = known_communities(raw)
    for home in _folders(raw):
        if not (home / REGISTRY_FILE).is_file():
            yield from _without_community(home, now)
        for folder in _folders(home) if home.name in known else ():
            try:
                yield from _unready(folder, _files(folder), now)
            except OSError:
                continue  # a file that went away meanwhile


def _without_community(home: Path, now: float) -> Iterator[Waiting]:
    if files := _files(home):
        since = max(map(_changed, files))
        remedy = f"A session belongs into its community's folder, as in data/raw/bas/2026-11-23; a new community needs a {REGISTRY_FILE}, see docs/communities.md."
        yield Waiting(home, since, f"the folder has no {REGISTRY_FILE} and so is no community", remedy, now - since > HOUR)


def _unready(folder: Path, files: Sequence[Path], now: float) -> Iterator[Waiting]:
    if not files:
        since = _changed(folder)
        if now - since > DAY:
            yield Waiting(folder, since, "the folder is empty", "Put the exports of the webinar into it, or delete it.", True)
        return
    part = next((path for path in files if path.name.endswith(GROWING)), None)
    if part:
        since = _changed(part)
        remedy = "If it has, delete this file and look whether the whole one is there."
        yield Waiting(part, since, "the file's name says that its copy or download has not ended", remedy, now - since > HOUR)
    elif not _at_rest(files, now):
        newest = max(files, key=_changed)
        if _changed(newest) > now + QUIET:
            remedy = "Set the clocks of this machine and of that disk right, then copy the file into the folder again."
            yield Waiting(newest, _changed(newest), "the file was changed in the future, by the clock of the disk that it lies on", remedy, True)
        else:
            yield Waiting(folder, min(map(_changed, files)), "a file of it changed less than a minute ago", "Nothing is to be done.", False)


def _folders(folder: Path) -> list[Path]:
    """Return the folders in ``folder`` that are not hidden, by name; none where there is no ``folder``."""
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")) if folder.is_dir() else []


def _files(folder: Path, pattern: str = "**/*") -> list[Path]:
    """Return the files of a session that are not hidden, those of reviewers too unless ``pattern`` is ``*``."""
    return sorted(path for path in folder.glob(pattern) if path.is_file() and not path.name.startswith("."))


def _changed(path: Path) -> float:
    """Return when a file was last written to or put in its place, in seconds since 1970."""
    return os.stat(path).st_ctime


def _at_rest(files: Sequence[Path], now: float) -> bool:
    """Tell whether nothing changed of late. The inode's time counts, as copying may set a file's own
    time back; its own time does not count where it lies in the future, as after unpacking."""
    try:
        for path in files:
            own = os.stat(path).st_mtime
            if now - max(_changed(path), own if own <= now else 0.0) < QUIET:
                return False
    except OSError:
        return False
    return True
