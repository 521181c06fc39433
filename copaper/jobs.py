"""One session to process: where its exports lie, what belongs to it, and what its papers depend on."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from copaper import folders, store
from copaper.communities import (
    PEOPLE_FILE,
    REGISTRY_FILE,
    Community,
    Policy,
    find_community,
    known_communities,
    read_community,
)
from copaper.errors import BadInput
from copaper.intake.clock import day_in
from copaper.intake.directory import Directory, read_directory
from copaper.intake.export import Export
from copaper.intake.settings import SETTINGS_FILE, SessionSettings, read_settings
from copaper.reviews import Learned, Reviews, learned_by, read_reviews
from copaper.versions import house_hash, versions

# The community of a folder that belongs to none, when --out says where the paper goes.
NO_COMMUNITY = Community(code="session", name="Community of practice")

_PASSED_OVER = (SETTINGS_FILE, REGISTRY_FILE)
GROWING = (".part", ".crdownload", ".partial", ".download", ".tmp")
"""How files end that a browser or a copy has not finished."""
_LARGEST_SMALL_FILE = 4 << 20


@dataclass(frozen=True)
class Job:
    """One session to process: where its exports lie and where its papers go."""

    raw: Path
    out: Path
    community: Community
    mapping: Path | None = None
    """The community's people.csv, if it has one."""
    day: date | None = None

    @cached_property
    def exports(self) -> tuple[Export, ...]:
        """The session's files, read whole, in the order of their names, without those that are to be ignored; raises
        BadInput where the folder of a community's new session has a name that another could share its id with."""
        # Renamed, its drafts would find it no more.
        known = (_usual_out(self.raw, self.community) / store.PROVENANCE).is_file()
        if (self.raw.parent / REGISTRY_FILE).is_file() and not known and (name := folders.proper_name(self.raw)) != self.raw.name:
            raise BadInput("folder-name", str(self.raw), name=name)
        return tuple(_read_exports(self.raw, self.settings.ignores))

    @cached_property
    def settings(self) -> SessionSettings:
        return _read_settings(self.raw)

    @cached_property
    def people(self) -> Export | None:
        """The community's people.csv, read whole."""
        return Export.read(self.mapping) if self.mapping else None

    @cached_property
    def directory(self) -> Directory:
        """What people.csv says; raises BadInput where it cannot be understood."""
        try:
            return read_directory(self.people) if self.people else Directory()
        except BadInput as error:
            raise error.at(str(self.mapping)) from None

    @cached_property
    def date(self) -> date:
        """The day of the webinar; raises BadInput when neither name nor settings say it."""
        found = self.day or (self.settings.start.date() if self.settings.start else None) or day_in(self.raw.name)
        if not found:
            raise BadInput("folder-not-date", str(self.raw))
        return found

    @cached_property
    def learned(self) -> Learned:
        """What the reviews of the community's earlier sessions teach for this one."""
        return learned_by(self.raw.parent, before=self.raw.name) if (self.raw.parent / REGISTRY_FILE).is_file() else Learned()

    @cached_property
    def reviews(self) -> Reviews:
        """What reviewers sent back, and what was approved."""
        return read_reviews(self.raw)

    @property
    def session_id(self) -> str:
        """``bas-2020-09-22``: the community and the folder's name."""
        return f"{self.community.code}-{folders.slug(self.raw.name)}"

    @cached_property
    def parts(self) -> dict[str, str]:
        """A hash of each thing that the outputs depend on, never of a path or a time; the last
        run's are kept, to tell people why a paper was made anew."""
        parts = {
            "exports": [self.session_id, self.date.isoformat(), [(export.name, export.sha256) for export in self.exports]],
            "settings": self.settings.model_dump(mode="json"),
            "community": self.community.model_dump(mode="json"),
            "people": self.people.sha256 if self.people else "",
            "copaper": [house_hash(), versions()],
            "reviews": self.reviews.digest,
            "learned": self.learned.digest,
        }
        return {name: store.sha256(json.dumps(part, sort_keys=True).encode()) for name, part in parts.items()}

    @cached_property
    def fingerprint(self) -> str:
        """A hash of everything that the outputs depend on."""
        return store.sha256(json.dumps(self.parts, sort_keys=True).encode())

    @cached_property
    def reading(self) -> str:
        """A hash of everything that the session and its findings depend on."""
        return store.sha256(json.dumps([part for name, part in sorted(self.parts.items()) if name not in ("reviews", "learned")]).encode())


# --- where things are ----------------------------------------------------------------


def _usual_out(folder: Path, community: Community, raw: Path | None = None) -> Path:
    """Return where the papers of a session's folder go unless somebody says otherwise."""
    return (raw or folder.parent.parent).parent / "processed" / community.code / folder.name


def _own_community(home: Path) -> Community:
    """Return the community of a folder; raise BadInput where another folder is that community's."""
    entry = read_community(home)
    if entry.code != home.name and entry.code in known_communities(home.parent):
        raise BadInput("community-twice", str(home / REGISTRY_FILE), taken=entry.code, own=home.name)
    return entry


def job_for(
    folder: Path,
    *,
    out: Path | None = None,
    community: str = "",
    policy: Policy | None = None,
    day: date | None = None,
) -> Job:
    """Return the job of processing ``folder``, by default into ``data/processed``.

    Raises :class:`~copaper.errors.BadInput` when the folder does not exist, belongs to no
    community (and neither ``out`` nor ``community`` helps), or would be written into.
    """
    folder = Path(os.path.abspath(folder))
    if not folder.is_dir():
        raise BadInput("folder-is-file" if folder.is_file() else "folder-missing", str(folder))
    if (folder / REGISTRY_FILE).is_file():
        raise BadInput("folder-is-community", str(folder))
    home = folder.parent
    raw = home.parent
    mapping = None
    if folders.written(home, REGISTRY_FILE).is_file():
        entry = find_community(raw, community) if community else _own_community(home)
        mapping = folders.written(home, PEOPLE_FILE)
    elif community:
        raw = default_raw()
        entry = find_community(raw, community)
        mapping = folders.written(raw / community, PEOPLE_FILE)
    elif out is not None:
        entry = NO_COMMUNITY
    else:
        raise BadInput("no-community", str(folder))
    if policy is not None:
        entry = entry.model_copy(update={"privacy": policy})
    if out is None:
        out = _usual_out(folder, entry, raw)
    out = Path(os.path.abspath(out))
    if out.resolve().is_relative_to(folder.resolve()) or (
        raw.name == "raw" and out.resolve().is_relative_to(raw.resolve())
    ):
        raise BadInput("output-inside-raw", str(out))
    return Job(raw=folder, out=out, community=entry, mapping=mapping if mapping and mapping.is_file() else None, day=day)


def default_raw() -> Path:
    """Return ``data/raw`` under ``COPAPER_HOME`` or the current folder."""
    return Path(os.environ.get("COPAPER_HOME", ".")).resolve() / "data" / "raw"


def _read_exports(folder: Path, ignored: Callable[[str], bool]) -> Iterator[Export]:
    root = folder.resolve()
    names = sorted(os.listdir(folder))
    candidates = [
        name for name in names if not name.startswith((".", "~$")) and name not in _PASSED_OVER
    ]
    found = False
    for name in candidates:
        path = folder / name
        mode = os.lstat(path).st_mode
        if stat.S_ISDIR(mode):
            continue  # reviews/ and the like are not exports
        if not stat.S_ISREG(mode) or not path.resolve().is_relative_to(root):
            raise BadInput("file-not-regular", str(path))
        if name.endswith(GROWING) and not ignored(name):
            raise BadInput("file-growing", str(path))
        found = True
        yield Export.read(path)
    if not found:
        raise BadInput("folder-empty", str(folder))


def _read_settings(folder: Path) -> SessionSettings:
    file = folders.written(folder, SETTINGS_FILE)
    return read_settings(str(file), _small_text(file), os.listdir(folder)) if file.is_file() else SessionSettings()


def _small_text(file: Path) -> str:
    if not file.is_file():
        return ""
    if file.stat().st_size > _LARGEST_SMALL_FILE:
        raise BadInput("file-too-large", str(file), limit="4 MB")
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("encoding", str(file), encoding="UTF-8") from None
    except OSError as error:
        raise BadInput("file-unreadable", str(file), reason=error.strerror) from None
