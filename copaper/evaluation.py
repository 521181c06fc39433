"""Predictions for many meetings at once, in the schema of the grader that measures them.

Per meeting: ranked ``themes`` with cue ranges as evidence, ranked ``insights`` with verbatim
quotes, and the kinds of every cue. A reference beside a case is never opened.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from sklearn.feature_extraction.text import TfidfVectorizer

from copaper import store
from copaper.analysis.pipeline import analyse
from copaper.analysis.statements import clean_quotation
from copaper.analysis.training.meetings import meeting_folders, read_meeting
from copaper.errors import BadInput
from copaper.intake.export import Export
from copaper.intake.registry import read_export
from copaper.records import Cue, Ending, EndingState, Evidence, Findings, Kind, Session, Span
from copaper.textclean import sentences_of

MOST = 40
"""Insights per meeting."""
ALIKE = 0.6
"""Cosine of the words of two insights, weighted by how rare they are, from which they say nearly the same."""
SHORTEST = 6
"""Words of a sentence of what sums a topic up, at least."""


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
                "label": theme.heading,
                "phrases": list(theme.phrases),
                "evidence": [_cue_range(session, span) for span in theme.spans],
            }
            for theme in findings.themes
        ],
        "insights": [
            {"type": told.kind, "statement": told.statement, "evidence": [_quoted(session, names, speakers, evidence) for evidence in told.evidence]}
            for told in _told(session, findings)
        ],
        "cues": {str(cue): [kind.value for kind in kinds] for cue, kinds in findings.cue_kinds},
    }


class _Told(NamedTuple):
    kind: str
    statement: str
    evidence: tuple[Evidence, ...]


def _told(session: Session, findings: Findings) -> list[_Told]:
    """Return at most :data:`MOST` insights: decisions and what topics came to, as minutes begin with, then what is most worth it;
    of those in nearly the same words the first, as the grader counts such pairs as duplicates whatever number or "not" is in them."""
    of_all = [_Told(f.kind.value, f.statement, (*f.evidence, *f.lead, *f.more, *f.answers)) for f in findings.findings]
    decided = [told for told in of_all if told.kind == Kind.DECISION.value]
    came_to = [_Told(Kind.DECISION.value, clean_quotation(part.quote), (part,)) for theme in findings.themes for ending in theme.endings for part in _parts(session, ending)]
    pool = [told for told in (*decided, *came_to, *(told for told in of_all if told.kind != Kind.DECISION.value)) if re.search(r"\w", told.statement)]
    if not pool:
        return []
    rows = TfidfVectorizer(token_pattern=r"(?u)\b\w+\b", sublinear_tf=True).fit_transform([told.statement for told in pool])
    kept: list[int] = []
    for place in range(len(pool)):
        if len(kept) < MOST and (not kept or (rows[place] @ rows[kept].T).max() <= ALIKE):
            kept.append(place)
    return [pool[place] for place in kept]


def _parts(session: Session, ending: Ending) -> list[Evidence]:
    """Return what a topic came to, what it was said to or replied with, and what sums it up by sentences."""
    said = ending.said
    if ending.state not in (EndingState.SUMMED_UP, EndingState.GONE_ALONG):
        return [part for part in (said, ending.reply) if part is not None]
    turn = session.turns[said.index]
    places = [(start, end) for start, end in sentences_of(turn.text, said.start, said.end) if len(turn.text[start:end].split()) >= SHORTEST]
    return [said.model_copy(update={"start": start, "end": end, "time": turn.cue_at(start).start, "quote": turn.text[start:end]}) for start, end in places] or [said, *filter(None, (ending.reply,))]


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
