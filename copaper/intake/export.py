"""One raw file, read whole: its bytes, its hash, its text and how that was decoded."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from copaper.errors import BadInput
from copaper.intake import package

LARGEST = 200 << 20
"""Bytes; no webinar export is larger, and reading is in memory."""

DAMAGED = ", damaged"
"""Ends the name of an encoding in which some bytes made no sense."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with BOM"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 LE"),  # before UTF-16 LE, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 BE"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
)
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_RETURNS = re.compile(r"\r+\n?")


@dataclass(frozen=True)
class Export:
    """A file that a platform wrote. ``name`` is the file's name without its folder."""

    name: str
    data: bytes

    @classmethod
    def read(cls, path: Path) -> Export:
        """Read ``path``; raise BadInput when it is too large or cannot be opened."""
        try:
            if path.stat().st_size > LARGEST:
                raise BadInput("file-too-large", str(path), limit="200 MB")
            return cls(path.name, path.read_bytes())
        except OSError as error:
            raise BadInput("file-unreadable", str(path), reason=error.strerror) from None

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def suffix(self) -> str:
        return Path(self.name).suffix.casefold()

    @property
    def is_package(self) -> bool:
        """Tell whether this is a zip package, as .docx and .xlsx are."""
        return self.data[:4] in (b"PK\x03\x04", b"PK\x05\x06")

    @property
    def is_compound(self) -> bool:
        """Tell whether this is an OLE2 file: an old .xls, or a document with a password."""
        return self.data[:8] == bytes.fromhex("D0CF11E0A1B11AE1")

    @cached_property
    def _decoded(self) -> tuple[str, str]:
        return decode(self.data)

    @property
    def is_lossy(self) -> bool:
        """Tell whether some bytes could not be decoded and stand as U+FFFD in the text."""
        return self.encoding.endswith(DAMAGED)

    @property
    def raw_text(self) -> str:
        """The text with its line ends as they are."""
        return self._decoded[0]

    @property
    def encoding(self) -> str:
        return "" if self.is_package or self.is_compound else self._decoded[1]

    @cached_property
    def text(self) -> str:
        """The text with every line end (also the CR CR LF of some chat logs) as one LF."""
        raw = self.raw_text
        if "\r" in raw:
            raw = raw.replace("\r\n", "\n")
        return _RETURNS.sub(_one_line_end, raw) if "\r" in raw else raw

    @cached_property
    def lines(self) -> list[str]:
        """The lines of :attr:`text`; a last line end does not begin another line."""
        lines = self.text.split("\n")
        if lines and not lines[-1]:
            lines.pop()
        return lines

    @cached_property
    def document(self) -> list[str]:
        """The lines of a Word document's paragraphs; none when this is no such document.

        Raises :class:`~copaper.errors.BadInput` ``package-refused``.
        """
        return package.document_lines(self.name, self.data) if self.is_package else []

    @cached_property
    def head(self) -> str:
        """The first 20,000 characters, for telling what the file is."""
        return self.text[:20_000]

    @property
    def is_binary(self) -> bool:
        """Tell whether this is no text: many control characters in its beginning."""
        if self.is_package or self.is_compound:
            return True
        sample = self.raw_text[:8_000]
        return len(_CONTROLS.findall(sample.replace("\x00", ""))) > len(sample) // 100


def _one_line_end(found: re.Match[str]) -> str:
    """CR CR LF, as some chat logs have it, is one line end; lone CRs are one each."""
    run = found[0]
    return "\n" if run[-1] == "\n" else "\n" * len(run)


def decode(data: bytes) -> tuple[str, str]:
    """Return (text, name of the encoding): a byte order mark decides, else UTF-8 if the
    bytes are that, else UTF-16 by its NUL bytes, else Windows-1252.

    Never guesses among 8-bit code pages, as detectors took one for another on short files.
    UTF-8 with a few broken bytes (a file cut off within a character) stays UTF-8. The name
    ends in :data:`DAMAGED` when bytes were lost.
    """
    for mark, codec, name in _BOMS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], codec, name)
    sample = data[:4096]
    half = max(len(sample) // 2, 1)
    for offset, codec, name in ((1, "utf-16-le", "UTF-16 LE"), (0, "utf-16-be", "UTF-16 BE")):
        if len(data) > 3 and sample[offset::2].count(0) > 0.3 * half and sample[1 - offset :: 2].count(0) < 0.1 * half:
            return _replacing(data, codec, name)
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        foreign = len(_FOREIGN.findall(text)) - broken
        if foreign > 3 * broken:
            return text, f"UTF-8{DAMAGED}"
        return _replacing(data, "cp1252", "Windows-1252")


def _replacing(data: bytes, codec: str, name: str) -> tuple[str, str]:
    try:
        return data.decode(codec), name
    except UnicodeDecodeError:
        return data.decode(codec, "replace"), name + DAMAGED
