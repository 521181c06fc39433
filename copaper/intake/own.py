"""Files that Copaper made: none is an export of a webinar, wherever it lies and whatever it is called."""

from __future__ import annotations

import re

from copaper.intake.export import Export

_BEGINNING = re.compile(
    r'\s*\{\s*"schema_version": \d+,\s*"(?:session"|id": "[^"]*",\s*"(?:session|community)"): "'  # records
    r'|\s*\{\s*"fingerprint": "[0-9a-f]{64}"'  # provenance
    r"|\ufeff?id([,;\t])kind\1statement\1theme\1confidence\1"  # the table of findings, also saved anew
)
_TOOL = b"<xmp:CreatorTool>Copaper</xmp:CreatorTool>"


def is_own(export: Export) -> bool:
    """Tell whether Copaper wrote the file: a record, its table of findings, or a PDF."""
    if export.data[:5] == b"%PDF-":
        return _TOOL in export.data
    return not export.is_binary and bool(_BEGINNING.match(export.head))
