"""What the reviewers decide on: the annex of a draft that falls away when the paper is approved."""

from __future__ import annotations

from collections.abc import Callable

from copaper.papers.choosing import ends_open
from copaper.papers.evidence import EvidenceList
from copaper.papers.names import names_to_check
from copaper.papers.placing import Placing
from copaper.papers.sections import is_banter
from copaper.papers.wording import shortened
from copaper.privacy import Privacy
from copaper.records import Block, Finding, Findings, Inline, Kind, Paragraph, Run, Status, Table
from copaper.textclean import is_housekeeping

VERDICT = "\u00a0"
"""What stands where a reviewer may write "keep", "drop" or "change": nothing that is seen, but
something that the place is known by when the draft comes back."""
VERDICTS = {Status.ACCEPTED: "keep", Status.EDITED: "changed", Status.REJECTED: "drop"}
LESS_CERTAIN = 30
"""Findings that are not in the paper and may be taken in, at most; all of them are in the open data beside it."""
_WITH_TOPIC = "With its topic"
_ABOUT = (
    "Write “keep”, “drop” or “change” into the last column: “drop” takes a finding out of the paper everywhere, “keep” takes a less certain one into it, "
    "“change to lesson” gives it another kind, and words after “change” become its statement. A quotation is taken out by deleting it where it stands. "
    "This annex falls away when the paper is approved."
)


def annex(findings: Findings, placing: Placing, evidence: EvidenceList, privacy: Privacy, said: Callable[[Finding], str], printed: str, to_fill_in: str = "") -> list[Block]:
    """Return each finding of the paper, and the less certain ones, with room for a verdict; before them what
    the organisers have ``to_fill_in``, between them what of the ``printed`` text may be a name. ``said`` tells a statement as it is printed."""
    rank = {finding.id: number for number, finding in enumerate(findings.findings)}
    placed = [*(f for found in placing.chosen.values() for f in found), *(f for theme in findings.themes for f in placing.loose[theme.id])]
    with_topic = {f.id for found in placing.loose.values() for f in found}
    shown = sorted(placed, key=lambda f: (f.id in with_topic, list(Kind).index(f.kind), rank[f.id]))
    offered = (f for f in placing.rest if not (is_housekeeping(f.statement) or ends_open(f.statement) or is_banter(f.statement)))
    surest = sorted(offered, key=lambda f: (-f.confidence, f.id))[:LESS_CERTAIN]
    rest = sorted(surest, key=lambda f: (list(Kind).index(f.kind), -f.confidence, f.id))
    if not shown and not rest:
        return []

    def to_judge(finding: Finding) -> Inline:
        """Return a statement with the mark of its evidence; of one that is left out, so much that it is known again."""
        return (Run(text=shortened(said(finding), 14) if finding.status is Status.REJECTED else said(finding)), *evidence.marked(finding.evidence[0]))

    blocks: list[Block] = [Paragraph(id="review-about", runs=(Run(text=_ABOUT),))]
    if to_fill_in:
        blocks.append(Paragraph(id="review-to-fill-in", runs=(Run(text="To be filled in by the organisers. ", bold=True), Run(text=to_fill_in))))
    if shown:
        rows = tuple(((Run(text=_WITH_TOPIC if f.id in with_topic else f.kind.value.capitalize()),), to_judge(f), (Run(text=VERDICTS.get(f.status, VERDICT)),)) for f in shown)
        blocks.append(Table(id="verdicts-table", caption="Findings in this paper", header=("Told as", "Finding", "Verdict"), rows=rows, widths=(4, 12, 7), ids=tuple(f.id for f in shown)))
    blocks += names_to_check(findings, privacy, " ".join((printed, *map(said, rest))))
    if rest:
        rows = tuple(((Run(text=f.kind.value.capitalize()),), (Run(text=said(f)),), (Run(text=f"{f.confidence:.2f}"),), (Run(text=VERDICT),)) for f in rest)
        blocks.append(Table(id="review-table", caption="Less certain finds" if len(rest) == len(placing.rest) else f"Less certain finds, {len(rest)} of {len(placing.rest)}", header=("Kind", "Statement", "Confidence", "Verdict"), rows=rows, widths=(4, 11, 3, 6), ids=tuple(f.id for f in rest)))
    return blocks
