"""``session.yaml``: what a knowledge manager knows better than the exports."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from datetime import datetime
from difflib import get_close_matches
from typing import Annotated

from pydantic import Field

from copaper.errors import BadInput
from copaper.records import Record, Role
from copaper.yamlfile import line_of, load

SETTINGS_FILE = "session.yaml"


class PersonCorrection(Record):
    """One human: every name in ``also`` is the same person, whatever the exports suggest."""

    name: Annotated[str, Field(min_length=1)]
    also: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    """Names of others who must not be taken for this person."""
    role: Role | None = None
    organisation: str = ""
    province: str = ""
    withdrawn: bool = False
    """The person has withdrawn consent: nothing they said is read."""


class SessionSettings(Record):
    """The keys of ``session.yaml``; docs/communities.md explains each."""

    title: str = ""
    start: datetime | None = None
    end: datetime | None = None
    language: str = ""
    agenda: tuple[str, ...] = ()
    fictional: bool = False
    note: str = ""
    platform: str = ""
    people: tuple[PersonCorrection, ...] = ()
    also_withhold: tuple[str, ...] = ()
    """Names of people who were spoken of, which are withheld like those of the people who were there."""
    let_stand: tuple[str, ...] = ()
    """What was taken for the name of somebody who was spoken of, and is printed all the same."""
    clocks: dict[str, float] = Field(default_factory=dict)
    """File name to the seconds that bring its clock to the session's."""
    ignore: tuple[str, ...] = ()
    """Names of files in the folder that are not exports of this webinar."""

    def ignores(self, file: str) -> bool:
        """Tell whether a file is no export; some systems write its letters' accents apart."""
        return _composed(file) in map(_composed, self.ignore)


def read_settings(name: str, text: str, files: Collection[str] | None = None) -> SessionSettings:
    """Read the text of a ``session.yaml``; raise BadInput with file, line and key.

    With the names of the ``files`` beside it, a setting for a file that is none of them is an
    error (``yaml-file``): most likely its name is misspelt.
    """
    settings = load(name, text, SessionSettings)
    named = [(file, ("ignore", place)) for place, file in enumerate(settings.ignore)] + [(file, ("clocks", file)) for file in settings.clocks]
    for file, place in named:
        if files is not None and _composed(file) not in map(_composed, files):
            near = get_close_matches(file, files, 1, 0.5)
            suggestion = f"Did you mean “{near[0]}”?" if near else "Write the file's whole name, with its ending, or remove the line."
            raise BadInput("yaml-file", name, line_of(name, text, *place), key=place[0], wrong=file, suggestion=suggestion)
    return settings


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
