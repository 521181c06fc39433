"""``copaper check``: what a folder holds and how it was understood, as data and as a table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from copaper import steps
from copaper.contacts import withhold_numbers
from copaper.errors import BadInput
from copaper.intake.directory import Directory
from copaper.intake.export import Export
from copaper.intake.names import parse
from copaper.intake.registry import read_export, readers
from copaper.intake.remarks import says, sentence
from copaper.jobs import NO_COMMUNITY, job_for
from copaper.records import ExportKind, Notice, Role, Session, Source


def check_path(path: Path, *, community: str = "", day: date | None = None) -> dict:
    """Return what ``path`` (a session's folder, or one file) holds; nothing is written.

    Raises :class:`~copaper.errors.BadInput` where ``copaper process`` would.
    """
    if path.is_file():
        return _check_file(path)
    if path.suffix and not path.exists():
        raise BadInput("file-missing", str(path))
    # The output folder only has to be one: nothing is written there.
    job = job_for(path, out=Path("unused"), community=community, day=day)
    session = steps.intake(job)
    return {
        "session": session.id,
        "community": job.community.name,
        "title": withhold_numbers(session.title),
        "start": session.start.isoformat(),
        "start_known_from": session.facts["start known from"],
        "minutes": round(session.duration / 60),
        "people": sum(p.attended and p.role is not Role.BOT for p in session.participants),
        "note_taking_tools": sum(p.role is Role.BOT for p in session.participants),
        "speakers": len({turn.participant for turn in session.turns}),
        "words": sum(len(turn.text.split()) for turn in session.turns),
        "messages": len(session.messages),
        "reactions": sum(len(message.reactions) for message in session.messages),
        "direct_messages_dropped": session.direct_messages_dropped,
        "files": [_file(source) for source in session.sources],
        "notices": [_notice(notice) for notice in (*([Notice(code="no-community")] if job.community is NO_COMMUNITY else []), *session.warnings)],
        "linked": _links(session),
        "people_csv": _known(job.directory, session) if job.mapping else None,
    }


def _check_file(path: Path) -> dict:
    export = Export.read(path)
    try:
        reading = read_export(export)
    except BadInput as error:
        # Known by its path here, which the reader was not told.
        raise error.at(str(path)) from None
    return {
        "files": [
            {
                "file": path.name, "kind": reading.kind.value, "what": _title(reading.reader), "reader": reading.reader,
                "encoding": export.encoding, "items": len(reading.items), "lines": reading.lines, "read": reading.lines_read,
                "ignored": reading.ignored, "facts": reading.facts,
                "remarks": [{"code": r.code, "line": r.line, "count": r.count, "says": sentence(r.code)} for r in reading.remarks],
            }
        ]
    }  # fmt: skip


def _file(source: Source) -> dict:
    return {
        "file": source.file,
        "kind": source.kind.value if source.kind else "not used",
        "what": _title(source.reader) if source.reader else "",
        "reader": source.reader,
        "encoding": source.encoding,
        "items": source.items,
        "lines": source.lines,
        "read": source.lines_read,
        "ignored": source.ignored,
        "from": source.first,
        "to": source.last,
        "offset": source.offset,
        "offset_basis": source.offset_basis,
        "facts": source.facts,
        "remarks": [_notice(notice) for notice in source.warnings],
    }


def _title(reader: str) -> str:
    return next((module.READER.title for module in readers() if module.READER.name == reader), reader)


def _notice(notice: Notice) -> dict:
    return {"code": notice.code, "line": notice.line, "count": notice.count, "says": says(notice)}


def _known(directory: Directory, session: Session) -> dict[str, int]:
    """Return how many people people.csv tells of, and how many of them were there."""
    here = {parse(p.name).key for p in session.participants if p.attended and p.name in directory}
    return {"people": len(directory.people), "here": len(here)}


def _links(session: Session) -> dict[str, int]:
    """Return how many speakers and writers were linked to the attendance report."""
    attendance = {i for i, source in enumerate(session.sources) if source.kind is ExportKind.ATTENDANCE}
    known = {p.id for p in session.participants if any(link.source in attendance for link in p.links)}
    speakers = {turn.participant for turn in session.turns}
    writers = {message.participant for message in session.messages}
    return {"speakers": len(speakers), "speakers_in_attendance": len(speakers & known),
            "writers": len(writers), "writers_in_attendance": len(writers & known)}  # fmt: skip


def print_check(result: dict) -> None:
    """Print the outcome for people."""
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, markup=False)
    if "session" in result:
        console.print(f"{result['session']}  {result['community']}", style="bold")
        if result["title"]:
            console.print(result["title"])
        console.print(
            f"{result['start'][:16].replace('T', ' ')} ({result['start_known_from']}), {result['minutes']} minutes, "
            f"{result['people']} people, {result['speakers']} speakers, {result['words']} words, {result['messages']} messages",
        )
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("File", "What it is", "Encoding", "Items", "Lines: read + left out", "Span"):
        table.add_column(name, overflow="fold")
    for file in result["files"]:
        left = sum(file["ignored"].values()) if file["ignored"] else 0
        table.add_row(
            file["file"], file["what"] or file["kind"], file["encoding"], str(file["items"]),
            f"{file['read']} + {left}", _span(file.get("from"), file.get("to")),
        )  # fmt: skip
    console.print(table)
    for file in result["files"]:
        for remark in file["remarks"]:
            place = f", line {remark['line']}" if remark["line"] else ""
            console.print(f"  {file['file']}{place}: {remark['says']}{_times(remark)}", style="yellow")
        if "session" not in result and file["ignored"]:
            reasons = ", ".join(f"{reason} {count}" for reason, count in file["ignored"].items())
            console.print(f"  Lines left out: {reasons}.{'' if file['items'] else ' Nothing that was said or written is in the file.'}")
    for notice in result.get("notices", ()):
        console.print(f"  {notice['says']}{_times(notice)}", style="yellow")
    if known := result.get("people_csv"):
        console.print(f"people.csv tells of {known['people']} {'person' if known['people'] == 1 else 'people'}, {known['here']} of them in this session.")
    linked = result.get("linked", {})
    # Who speaks is compared with a report, if there is one.
    if linked.get("speakers") and any(file["kind"] == ExportKind.ATTENDANCE.value for file in result["files"]):
        console.print(
            f"{linked['speakers_in_attendance']} of {linked['speakers']} speakers and "
            f"{linked['writers_in_attendance']} of {linked['writers']} people in the chat stand in the attendance report.",
        )


def _times(remark: dict) -> str:
    return f" ({remark['count']} times)" if remark["count"] > 1 else ""


def _span(first: float | None, last: float | None) -> str:
    def clock(value: float) -> str:
        minutes, seconds = divmod(int(value), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"

    return f"{clock(first)} – {clock(last)}" if first is not None and last is not None else ""
