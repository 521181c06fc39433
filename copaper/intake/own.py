"""Files that Copaper made: none is an export of a webinar, wherever it lies and whatever it is called."""

from __future__ import annotations

import re

from copaper.intake import package
from copaper.intake.export import Export

DRAFT_NAMESPACE = "urn:copaper:draft:1"
"""Of the part by which a paper's Word document is known as one of ours."""
_PARTS = re.compile(r"docprops/custom\.xml|customxml/item\d+\.xml")
_BEGINNING = re.compile(
    r'\s*\{\s*"schema_version": \d+,\s*"(?:session"|id": "[^"]*",\s*"(?:session|community)"): "'  # records
    r'|\s*\{\s*"fingerprint": "[0-9a-f]{64}"'  # provenance
    r"|\ufeff?id([,;\t])kind\1statement\1theme\1confidence\1"  # the table of findings, also saved anew
)
_TOOL = b"<xmp:CreatorTool>Copaper</xmp:CreatorTool>"


def is_own_paper(export: Export) -> bool:
    """Tell whether a file is a Word document of a paper of ours, or a reviewed copy of one."""
    return export.is_package and package.holds(export.data, _PARTS, DRAFT_NAMESPACE.encode(), b"CopaperBase")


def is_own(export: Export) -> bool:
    """Tell whether Copaper wrote the file: a record, its table of findings, or a PDF."""
    if export.data[:5] == b"%PDF-":
        return _TOOL in export.data
    return not export.is_binary and bool(_BEGINNING.match(export.head))
