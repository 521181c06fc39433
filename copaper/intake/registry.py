"""Finding the reader for an export: every module of the three packages is one reader.

A reader module has a constant ``READER`` and two functions: ``detects(export) -> int`` bids
for a file by its content (0 not mine, 100 certain), ``read(export) -> Reading`` reads it.
The best bid wins, so that a new format is one new file and no list to edit.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from copaper.errors import BadInput
from copaper.intake import attendance, chats, package, transcripts
from copaper.intake.export import LARGEST, Export
from copaper.intake.own import is_own, is_own_paper
from copaper.records import ExportKind, Reading, Remark


_DOCUMENTS = (".docx", ".docm", ".dotx")


@dataclass(frozen=True)
class Reader:
    """One export format: ``name`` for machines, ``title`` for people."""

    name: str
    kind: ExportKind
    title: str


@cache
def readers() -> tuple[ModuleType, ...]:
    """Return every reader module, by name; two of one name are an error."""
    found: dict[str, ModuleType] = {}
    for package in (transcripts, chats, attendance):
        for info in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            if info.name.rpartition(".")[2].startswith("_"):
                continue  # shared code, not a reader
            module = importlib.import_module(info.name)
            if module.READER.name in found:
                raise ImportError(f"two readers are named {module.READER.name}")
            found[module.READER.name] = module
    return tuple(found[name] for name in sorted(found))


def claim(export: Export) -> ModuleType:
    """Return the reader that bids most for ``export``.

    Raises :class:`~copaper.errors.BadInput`: ``file-empty``, ``file-too-large``,
    ``package-refused``, ``file-own-paper``, ``file-own``, ``file-document``, ``file-binary`` or
    ``file-unknown``. A package is looked into before any reader opens it.
    """
    if len(export.data) > LARGEST:
        raise BadInput("file-too-large", export.name, limit="200 MB")
    if not export.data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise BadInput("file-empty", export.name)
    if export.is_package or export.is_compound:
        package.guard(export.name, export.data)
    if is_own_paper(export):
        raise BadInput("file-own-paper", export.name)
    if is_own(export):
        raise BadInput("file-own", export.name)
    bids = [(module.detects(export), module) for module in readers()]
    best, module = max(bids, key=lambda bid: (bid[0], bid[1].READER.name))
    if best > 0:
        return module
    if export.is_package and export.document:
        raise BadInput("file-document", export.name)
    raise BadInput("file-binary" if export.is_binary else "file-unknown", export.name)


def read_export(export: Export) -> Reading:
    """Return the reading of ``export`` by the reader that claims it, with a remark where it is a
    Word document by another name."""
    reading = claim(export).read(export)
    if export.is_package and export.suffix not in _DOCUMENTS and export.document:
        remark = Remark(code="word-document", line=0, count=1, lines=0)
        return reading.model_copy(update={"remarks": (*reading.remarks, remark)})
    return reading
