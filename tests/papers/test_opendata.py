import csv
import io
from datetime import date

import pytest

from copaper.papers.opendata import COLUMNS, bibtex, cell, findings_csv
from copaper.privacy import Privacy
from copaper.records import Evidence, Finding, Findings, Kind, Paper, Status
from tests.factories import session


@pytest.mark.parametrize(
    "text, shown",
    [
        ("=1+1", "'=1+1"), ("  @SUM(A1)", "'  @SUM(A1)"), ("＝HYPERLINK(1)", "'＝HYPERLINK(1)"), ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("-12.5", "-12.5"), ("We visit clients.", "We visit clients."), ("", ""),
    ],
)  # fmt: skip
def test_a_cell_is_never_a_formula(text, shown):
    assert cell(text) == shown


def test_the_table_withholds_names_and_leaves_out_what_was_rejected():
    told = session([("Thandi Nkosi", "=Thandi visits every client in the first week.")])
    quote = told.turns[0].text
    evidence = Evidence(where="turn", index=0, start=0, end=len(quote), time=0.0, participant=told.participants[0].id, quote=quote)
    findings = tuple(
        Finding(id=str(status), kind=Kind.PRACTICE, statement=quote, evidence=(evidence,), confidence=0.5, status=status)
        for status in (Status.DRAFT, Status.REJECTED)
    )
    data = findings_csv(told, Findings(session=told.id, model="m", segments=(), themes=(), findings=findings), Privacy(told))
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    assert tuple(row) == COLUMNS
    assert "Thandi" not in data.decode() and row["quote"].startswith("'=[name withheld]")


def test_a_citation_holds_no_markup():
    paper = Paper(
        id="p", session="bas-2020-09-22", community="B & C", community_code="bas", title="100 % {of} \\it", subtitle="",
        date=date(2020, 9, 22), publisher="P_1", how_to_cite="", blocks=(),
    )  # fmt: skip
    text = bibtex(paper).decode()
    assert text.startswith("@techreport{bas-2020-09-22,") and "author = {{B \\& C}}" in text
    assert "title = {100 \\% of it}" in text and "month = {sep}" in text
