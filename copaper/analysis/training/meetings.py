"""The meetings to learn from, read as sessions by the same intake that users rely on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from copaper.intake.export import Export
from copaper.intake.session import read_session
from copaper.intake.settings import SessionSettings
from copaper.records import Session

_EXPORTS = ("transcript.vtt", "chat.txt", "attendance.csv")


def read_meeting(folder: Path) -> Session:
    """Return the session of a meeting's folder; its reference is not opened."""
    exports = [Export.read(folder / name) for name in _EXPORTS if (folder / name).is_file()]
    return read_session(
        exports,
        session_id=folder.name,
        community_code=folder.parent.name,
        timezone="UTC",
        day=date(2020, 1, 1),
        settings=SessionSettings(),
    )


def meeting_folders(root: Path) -> list[Path]:
    """Return the folders under ``root`` that hold a transcript, sorted."""
    return sorted(file.parent for file in root.rglob("transcript.vtt"))


def read_meetings(root: Path) -> Iterator[Session]:
    """Yield the session of every meeting under ``root``."""
    for folder in meeting_folders(root):
        yield read_meeting(folder)
