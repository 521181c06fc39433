"""What the reviewers decide on: the annex of a draft that falls away when the paper is approved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from copaper.addresses import may_be_changed
from copaper.analysis.content import shapes
from copaper.papers.choosing import ends_open
from copaper.papers.evidence import EvidenceList
from copaper.papers.names import names_to_check
from copaper.papers.placing import Placing, is_among
from copaper.papers.prominence import TOGETHER
from copaper.papers.sections import is_banter
from copaper.papers.wording import clock, first_words
from copaper.privacy import WITHHELD, Privacy
from copaper.records import Block, Evidence, Finding, Findings, Inline, Kind, Paragraph, Run, Status, Table
from copaper.textclean import is_housekeeping

VERDICT = "\u00a0"
"""What stands where a reviewer may write "keep", "drop" or "change": nothing that is seen, but
something that the place is known by when the draft comes back."""
VERDICTS = {Status.ACCEPTED: "keep", Status.EDITED: "changed", Status.REJECTED: "drop"}
LESS_CERTAIN = 15
"""Findings that are not in the paper and may be taken in, at most; all of them are in the open data beside it."""
FEWEST = 6
"""Words of such a finding at least, other than a resource and what the meeting came to."""
_OPEN_TO_CHANGE = (
    "{} to a document, board or form into which whoever has the link may be able to write. It was offered to those who were there: please ask whose it is before the paper goes to others, "
    "or write “drop” beside it:"
)
_ABOUT = (
    "Write “keep”, “drop” or “change” in the last column. “Drop” removes a finding from the whole paper, “keep” takes in one that was left out, "
    "“change to lesson” moves it to the lessons, and any words after “change” replace its text. To remove a quotation, delete it where it stands. "
    "This annex disappears when the paper is approved."
)


def annex(
    findings: Findings, placing: Placing, evidence: EvidenceList, privacy: Privacy, said: Callable[[Finding], str], names: Mapping[str, str], printed: str, apart: tuple[Sequence[Evidence], Sequence[str]], quoted: Sequence[Evidence], to_fill_in: Sequence[str] = ()
) -> list[Block]:
    """Return each finding of the paper, and the less certain ones, with room for a verdict; before them what
    the organisers have ``to_fill_in``, between them what of the ``printed`` text may be a name. Who is called alike is told ``apart`` as in the list of commitments. ``said`` tells a
    statement as it is printed, ``names`` what each theme is called; what topics open with, ``quoted``, is not left out."""
    rank = {finding.id: number for number, finding in enumerate(findings.findings)}
    placed = _placed(findings, placing)
    with_topic = {f.id for found in placing.loose.values() for f in found}
    less_sure = less_certain(findings, placing, evidence)
    left = {f.id for f in less_sure}
    placed = [f for f in placed if f.id not in left]
    marks = {f.id: next((run.cite for run in evidence.marked(f.evidence[0]) if run.cite), None) for f in placed}
    shown = sorted(placed, key=lambda f: (marks[f.id] is None, marks[f.id] or 0, f.evidence[0].time, rank[f.id]))  # as the paper tells them, page by page
    left_out = [f for f in less_sure if _is_worth_a_look(f, said(f)) and placing.can_be_offered(f)]
    left_out = [f for f in left_out if not is_among(f.evidence[0], quoted)]
    likeliest = sorted(left_out, key=lambda f: (not shapes(f.statement), -f.confidence, f.id))[:LESS_CERTAIN]
    rest = sorted(likeliest, key=lambda f: (f.evidence[0].time, f.id))
    if not shown and not rest:
        return names_to_check(findings, privacy, printed)

    def to_judge(finding: Finding) -> Inline:
        """Return a statement with the mark of its evidence; of one that is left out, so much that it is known again."""
        return (Run(text=first_words(told[finding.id], 14) if finding.status is Status.REJECTED else told[finding.id]), *evidence.marked(finding.evidence[0]))

    with evidence.telling_apart(*apart):
        told = {f.id: said(f) for f in (*shown, *rest)}
    blocks: list[Block] = [Paragraph(id="review-about", runs=(Run(text=_ABOUT),))]
    if to_fill_in:
        blocks.append(Paragraph(id="review-to-fill-in", runs=(Run(text="For the organisers to complete. ", bold=True), Run(text=" ".join(to_fill_in)))))
    if open_ := [f for f in placing.chosen[Kind.RESOURCE] if f.status is not Status.REJECTED and may_be_changed(f.fields.get("url", ""))]:
        marks = tuple(run for f in open_ for run in evidence.marked(f.evidence[0]))
        blocks.append(Paragraph(id="review-open-documents", runs=(Run(text="Documents that readers may be able to change. ", bold=True), Run(text=_OPEN_TO_CHANGE.format("This link leads" if len(open_) == 1 else "These links lead")), *marks)))
    if shown:
        rows = tuple(((Run(text=names.get(f.theme, "Topic") if f.id in with_topic else f.kind.value.capitalize()),), to_judge(f), (Run(text=VERDICTS.get(f.status, VERDICT)),)) for f in shown)
        blocks.append(Table(id="verdicts-table", caption="Findings in this paper", header=("Kind or topic", "Finding", "Verdict"), rows=rows, widths=(5, 14, 5), ids=tuple(f.id for f in shown)))
    blocks += names_to_check(findings, privacy, " ".join((printed, *(told[f.id] for f in rest))))
    if rest:
        rows = tuple(((Run(text=kind.value.capitalize() if (kind := placing.would_be(f)) else names.get(f.theme, "Topic")),), (Run(text=told[f.id]),), (Run(text=clock(f.evidence[0].time)),), (Run(text=VERDICT),)) for f in rest)
        caption = "Less certain finds" if len(rest) == len(less_sure) else f"{len(rest)} of {len(less_sure)} less certain finds; findings.csv has all"
        blocks.append(Table(id="review-table", caption=caption, header=("Kind or topic", "Statement", "Said at", "Verdict"), rows=rows, widths=(5, 12, 3, 5), ids=tuple(f.id for f in rest)))
    return blocks


def less_certain(findings: Findings, placing: Placing, evidence: EvidenceList) -> list[Finding]:
    """Return what the paper leaves out: what seemed less certain, and what gave way to what tells it as well, as a story to an account. What it
    quotes within a reply or an account is not left out."""
    drafts = (f for f in _placed(findings, placing) if f.status is Status.DRAFT)
    return [f for f in (*placing.rest, *drafts) if not evidence.marked(f.evidence[0])]


def _placed(findings: Findings, placing: Placing) -> list[Finding]:
    return [*(f for found in placing.chosen.values() for f in found), *(f for theme in findings.themes for f in placing.loose[theme.id])]


def _is_worth_a_look(finding: Finding, said: str) -> bool:
    """Tell whether a reviewer could take a finding into the paper as it is: not a scrap, nor about people whose names are withheld."""
    if WITHHELD.search(said) or TOGETHER.search(said) or finding.kind is not Kind.RESOURCE and "outcome" not in finding.fields and len(said.split()) < FEWEST:
        return False
    return not (is_housekeeping(finding.statement) or ends_open(finding.statement) or is_banter(finding.statement))
