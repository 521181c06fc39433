"""What was made of a session, in figures: for places where people's words do not belong.

Counts, kinds, times and ids only. Labels of themes are made of words that were said, so
only those of the community's own code book appear.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from copaper.records import ExportKind, Findings, Kind, Role, Session


@dataclass(frozen=True)
class Summary:
    """A processed session, ready to be told of."""

    session: Session
    findings: Findings

    def markdown(self, place: str) -> str:
        """Return the session in figures; ``place`` is where its papers are."""
        session, findings = self.session, self.findings
        people = [person for person in session.participants if person.role is not Role.BOT and person.attended]
        facts = {
            "Day": f"{session.start:%Y-%m-%d %H:%M} ({session.timezone})",
            "Length": clock(session.duration),
            "Participants": len(people),
            "Words spoken": sum(len(turn.text.split()) for turn in session.turns),
            "Chat messages": len(session.messages),
            "Themes": len(findings.themes),
            "Language model": findings.model,
        }
        kinds = Counter(finding.kind for finding in findings.findings)
        rows = [
            (
                source.file,
                source.kind.value if source.kind else "not used",
                source.lines,
                source.lines_read,
                sum(source.ignored.values()),
                source.lines - source.lines_read - sum(source.ignored.values()),
            )
            for source in session.sources
        ]
        missing = {kind for kind in ExportKind} - {source.kind for source in session.sources}
        return "\n\n".join(
            [
                f"# {session.id}",
                _table(("", ""), facts.items()),
                "## Findings",
                _table(("Kind", "Number"), [(kind.value, kinds[kind]) for kind in Kind if kinds[kind]]),
                "## Exports",
                _table(("File", "Kind", "Lines", "Read", "Ignored", "Remarked"), rows),
                f"Not there: {', '.join(kind.value for kind in ExportKind if kind in missing) or 'nothing'}.",
                f"The papers are in `{place}`.",
            ]
        )

    def findings_table(self) -> list[dict[str, str | int | float]]:
        """Return one row per finding, best first, without a word of what was said."""
        themes = {
            theme.id: theme.code_book or f"Theme {number}"
            for number, theme in enumerate(self.findings.themes, 1)
        }
        return [
            {
                "kind": finding.kind.value,
                "theme": themes.get(finding.theme, ""),
                "time": clock(finding.evidence[0].time),
                "confidence": round(finding.confidence, 2),
                "evidence": len(finding.evidence),
                "people": finding.corroboration.people,
                "status": finding.status.value,
                "id": finding.id,
            }
            for finding in self.findings.findings
        ]


def read(out: Path) -> Summary:
    """Return the summary of the session whose outputs are in ``out``."""
    return Summary(
        Session.from_json((out / "session.json").read_text(encoding="utf-8")),
        Findings.from_json((out / "findings.json").read_text(encoding="utf-8")),
    )


def clock(seconds: float) -> str:
    """Return ``1:02:03`` for 3723 seconds."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}"


def _table(head, rows) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|").replace("\n", " ")
