"""What the folders and files under ``data/raw`` are called: what people write wrongly is told, not passed over."""

from __future__ import annotations

import os
import re
from pathlib import Path

from copaper.communities import PEOPLE_FILE, REGISTRY_FILE
from copaper.errors import BadInput
from copaper.intake.clock import day_in
from copaper.intake.settings import SETTINGS_FILE

_LONGEST = 60
_NEARLY = {
    SETTINGS_FILE: re.compile(r"sessions?\.ya?ml(?:\.txt)?", re.I),
    REGISTRY_FILE: re.compile(r"community\.ya?ml(?:\.txt)?", re.I),
    PEOPLE_FILE: re.compile(r"people\.(?:csv|tsv|txt)(?:\.txt)?", re.I),
}
"""What the files that people write may be called by mistake; Windows hides endings and adds ".txt"."""
_WORKBOOK = re.compile(r"people\.(?:xlsx?|ods)", re.I)


def written(folder: Path, name: str) -> Path:
    """Return the file ``name`` (:data:`SETTINGS_FILE`, …) of ``folder``, whether it is there or not.

    Raises :class:`~copaper.errors.BadInput` where it is not and another is meant for it:
    ``file-misnamed`` or ``people-workbook``.
    """
    file = folder / name
    if not file.is_file() and folder.is_dir():
        for other in sorted(os.listdir(folder)):
            if other != name and _NEARLY[name].fullmatch(other):
                raise BadInput("file-misnamed", str(folder / other), name=name)
            if name == PEOPLE_FILE and _WORKBOOK.fullmatch(other):
                raise BadInput("people-workbook", str(folder / other))
    return file


def slug(name: str) -> str:
    """Return ``name`` as ids and addresses have it: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:_LONGEST].rstrip("-") or "session"


def proper_name(folder: Path) -> str:
    """Return what a session's folder is to be called, so that no two of one community share an
    id or a day in two ways of writing; its own name where that will do."""
    name = slug(folder.name)
    if day := day_in(folder.name):
        name = re.sub(rf"{day:%Y}-?{day:%m}-?{day:%d}", day.isoformat(), name)
    if name == folder.name:
        return name
    free = (name, *(f"{name}-{number}" for number in range(2, 100)))
    return next((other for other in free if not (folder.parent / other).exists()), name)
