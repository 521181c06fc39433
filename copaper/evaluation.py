"""Predictions for many meetings at once, in the schema of the grader that measures them.

Per meeting: ranked ``themes`` with cue ranges as evidence, ranked ``insights`` with verbatim
quotes, and the kinds of every cue. A reference beside a case is never opened.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from copaper import store
from copaper.analysis.pipeline import analyse
from copaper.analysis.training.meetings import meeting_folders, read_meeting
from copaper.errors import BadInput
from copaper.intake.export import Export
from copaper.intake.registry import read_export
from copaper.records import Cue, Evidence, Findings, Session, Span

MOST = 40
"""Insights per meeting."""


def evaluate_cases(root: Path, out: Path, report: Callable[[str], None] = lambda name: None) -> int:
    """Write ``out/<set>/<meeting>.json`` for each case under ``root``; return how many.

    Raises :class:`~copaper.errors.BadInput` when ``root`` holds no case.
    """
    folders = meeting_folders(root) if root.is_dir() else []
    if not folders:
        raise BadInput("folder-missing", str(root))
    for folder in folders:
        report(f"{folder.parent.name}/{folder.name}")
        session = read_meeting(folder)
        target = out / folder.parent.name / f"{folder.name}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(predict(session, analyse(session), cue_speakers(folder)), ensure_ascii=False, indent=1)
        store.write(target, (text + "\n").encode())
    return len(folders)


def cue_speakers(folder: Path) -> list[str]:
    """Return the speaker of every cue as the transcript itself writes the name."""
    reading = read_export(Export.read(folder / "transcript.vtt"))
    return [cue.speaker for cue in reading.items if isinstance(cue, Cue)]


def predict(session: Session, findings: Findings, speakers: Sequence[str]) -> dict[str, object]:
    """Return the prediction for one meeting; ``speakers`` are those of its cues, in order."""
    names = {person.id: person.name for person in session.participants}
    return {
        "themes": [
            {
                "label": theme.label,
                "phrases": list(theme.phrases),
                "evidence": [_cue_range(session, span) for span in theme.spans],
            }
            for theme in findings.themes
        ],
        "insights": [
            {
                "type": finding.kind.value,
                "statement": finding.statement,
                "evidence": [_quoted(session, names, speakers, evidence) for evidence in (*finding.evidence, *finding.lead, *finding.more, *finding.answers)],
            }
            for finding in findings.findings[:MOST]
        ],
        "cues": {str(cue): [kind.value for kind in kinds] for cue, kinds in findings.cue_kinds},
    }


def _cue_range(session: Session, span: Span) -> dict[str, int]:
    first = session.turns[span.first_turn].cue_at(span.start)
    last = session.turns[span.last_turn].cue_at(max(0, span.end - 1))
    return {"start_cue": first.index, "end_cue": last.index}


def _quoted(
    session: Session, names: dict[str, str], speakers: Sequence[str], evidence: Evidence
) -> dict[str, object]:
    if evidence.where == "message":
        return {"quote": evidence.quote, "time": evidence.time, "speaker": names[evidence.participant], "source": "chat"}
    cue = session.turns[evidence.index].cue_at(evidence.start)
    return {"quote": evidence.quote, "time": evidence.time, "speaker": speakers[cue.index]}
