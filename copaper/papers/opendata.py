"""The findings as open data beside the paper: a table for spreadsheets, a citation for BibTeX."""

from __future__ import annotations

import re

import pandas as pd

from copaper.papers import resources
from copaper.papers.evidence import EvidenceList
from copaper.papers.wording import clock, sentence
from copaper.privacy import Privacy
from copaper.records import Findings, Paper, Session, Status

COLUMNS = ("id", "kind", "statement", "theme", "confidence", "time", "who", "quote", "source", "url")

# What a spreadsheet may take for a formula: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"\s*[=+\-@|%\t\r\n\x00＝＋－＠]")
_NUMBER = re.compile(r"-?[\d.,]+")


def cell(text: str) -> str:
    """Return ``text`` as a spreadsheet shows it and never runs it: a quote mark in front of
    what could be a formula."""
    return "'" + text if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def findings_csv(session: Session, findings: Findings, privacy: Privacy) -> bytes:
    """Return the findings that no reviewer rejected as CSV (UTF-8 with BOM, for Excel).

    Everything is withheld that the paper withholds; columns are :data:`COLUMNS`.
    """
    evidence = EvidenceList(session, privacy, findings.themes)
    themes = {theme.id: evidence.safe(theme.label) for theme in findings.themes}
    rows = []
    for finding in findings.findings:
        if finding.status is Status.REJECTED:
            continue
        first = finding.evidence[0]
        values = (
            finding.id, finding.kind.value, sentence(resources.said(finding, evidence, themes)), themes.get(finding.theme, ""),
            f"{finding.confidence:.3f}", clock(first.time), evidence.who(first), evidence.quote(first),
            "chat" if first.where == "message" else "speech", evidence.safe(finding.fields.get("url", "")),
        )  # fmt: skip
        rows.append([cell(value) for value in values])
    table = pd.DataFrame(rows, columns=list(COLUMNS), dtype=str)
    return ("\ufeff" + table.to_csv(index=False, lineterminator="\r\n")).encode()


def bibtex(paper: Paper) -> bytes:
    """Return the paper's citation as BibTeX."""
    fields = {
        "title": paper.title, "author": "{" + paper.community + "}", "institution": paper.publisher,
        "type": paper.series, "year": str(paper.date.year), "month": f"{paper.date:%b}".lower(),
        "note": f"{paper.status.capitalize()}, version {paper.version}",
    }  # fmt: skip
    lines = [f"  {name} = {{{_plain(value)}}}," for name, value in fields.items() if value]
    return (f"@techreport{{{paper.session},\n" + "\n".join(lines) + "\n}\n").encode()


def _plain(value: str) -> str:
    """Escape what BibTeX would read as markup."""
    inner = value[1:-1] if value.startswith("{") and value.endswith("}") else value
    inner = re.sub(r"[{}\\]", "", inner)
    inner = re.sub(r"([&%$#_])", r"\\\1", inner)
    return "{" + inner + "}" if value.startswith("{") else inner
