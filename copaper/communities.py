"""The registry of communities: a folder under ``data/raw`` with a ``community.yaml`` is one."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator, model_validator

from copaper.errors import BadInput
from copaper.records import Record
from copaper.yamlfile import load

REGISTRY_FILE = "community.yaml"
PEOPLE_FILE = "people.csv"


class Policy(StrEnum):
    """How a community's papers speak of people."""

    NAMED = "named"
    ROLES = "roles"
    CHATHAM_HOUSE = "chatham_house"


class CodeBookEntry(Record):
    """A theme that the community has named: talk that fits is filed under its label."""

    label: Annotated[str, Field(min_length=1, max_length=120)]
    keywords: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


class Forthcoming(Record):
    """A webinar that is planned, for the calendar."""

    date: date
    title: str


class Community(Record):
    """A community's registry entry. docs/communities.md explains every key."""

    code: str
    name: Annotated[str, Field(min_length=1, max_length=200)]
    purpose: str = ""
    audience: str = ""
    timezone: str = "Africa/Johannesburg"
    privacy: Policy = Policy.ROLES
    consent: str = ""
    retention_days: Annotated[int, Field(ge=1)] | None = None
    licence: str = ""
    publisher: str = ""
    library: str = ""
    language: str = "en"
    language_model: str = ""
    abbreviations: dict[Annotated[str, Field(min_length=2, max_length=20)], Annotated[str, Field(min_length=1, max_length=120)]] = {}
    code_book: tuple[CodeBookEntry, ...] = ()
    forthcoming: tuple[Forthcoming, ...] = ()

    @field_validator("code")
    @classmethod
    def _short_name(cls, code: str) -> str:
        if not re.fullmatch(r"[a-z][a-z0-9-]{0,29}", code):
            raise ValueError("it should be of small letters, digits and hyphens and begin with a letter, as dig")
        return code

    @field_validator("language")
    @classmethod
    def _language_code(cls, language: str) -> str:
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", language):
            raise ValueError("it should be a language, as en or en-ZA")
        return language

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("it should be a time zone, as in Africa/Johannesburg") from None
        return zone

    @field_validator("library")
    @classmethod
    def _web_address(cls, address: str) -> str:
        parts = urlsplit(address)
        if address and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise ValueError("it should be a web address, as in https://example.org/papers/")
        return address

    @model_validator(mode="after")
    def _labels_differ(self):
        labels = [entry.label.casefold() for entry in self.code_book]
        if len(set(labels)) != len(labels):
            raise ValueError("two entries of the code book have the same label")
        return self


def read_community(folder: Path) -> Community:
    """Read ``folder/community.yaml``.

    Raises :class:`~copaper.errors.BadInput` naming file, line and key when it is wrong.
    """
    file = folder / REGISTRY_FILE
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("encoding", str(file), encoding="UTF-8") from None
    except OSError as error:
        raise BadInput("file-unreadable", str(file), reason=error.strerror) from None
    return load(str(file), text, Community)


def known_communities(raw: Path) -> dict[str, Path]:
    """Return the folders under ``raw`` that are communities, by folder name, sorted."""
    if not raw.is_dir():
        return {}
    return {
        folder.name: folder
        for folder in sorted(raw.iterdir())
        if folder.is_dir() and not folder.is_symlink() and (folder / REGISTRY_FILE).is_file()
    }


def find_community(raw: Path, code: str) -> Community:
    """Return the community ``code`` of the registry under ``raw``; else raise BadInput."""
    known = known_communities(raw)
    if code not in known:
        raise BadInput("unknown-community", community=code, known=", ".join(known) or "none")
    return read_community(known[code])
