"""The quarter's papers, from processed sessions to files, as the command and the flow make them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from copaper import steps, store
from copaper.communities import find_community, known_communities, read_community
from copaper.jobs import default_raw
from copaper.library.catalogue import Entry, read_catalogue
from copaper.library.digest import NETWORK, digest
from copaper.library.quarterly import quarterly_paper
from copaper.library.quarters import Quarter
from copaper.papers.docx import render_docx
from copaper.papers.html import render_html
from copaper.papers.leaflets import render_brief, render_flyer, render_mail
from copaper.papers.pdf import render_pdf
from copaper.records import Paper
from copaper.versions import house_hash, versions


@dataclass(frozen=True)
class Report:
    """One paper on a quarter; ``done`` is False when it was there already."""

    community: str
    quarter: str
    out: Path
    done: bool
    sessions: int


def report(quarter: Quarter, community: str = "", *, force: bool = False, say: Callable[[str], None] = lambda what: None) -> list[Report]:
    """Make the quarterly paper of one community, or of all and the digest of the network.

    Works from what was processed before. Made again only when something it rests on has
    changed. Raises :class:`~copaper.errors.BadInput` for a community that does not exist.
    """
    raw = default_raw()
    processed = raw.parent / "processed"
    if community:
        known = {community: find_community(raw, community)}
    else:
        known = {code: read_community(home) for code, home in known_communities(raw).items()}
    entries = [entry for entry in read_catalogue(processed, known) if entry.day <= quarter.last]
    made = []
    for code, entry in known.items():
        say(entry.name)
        own = [e for e in entries if e.session.community == code]
        made.append(_make(processed / code / str(quarter), own, quarter, code, [entry], lambda own=own, entry=entry: quarterly_paper(own, entry, quarter), force))
    if not community and known:
        say("Network digest")
        first = next(iter(known.values()))
        made.append(_make(processed / NETWORK / str(quarter), entries, quarter, NETWORK, list(known.values()), lambda: digest(entries, known, quarter, first), force))
    return made


def report_again(sessions: Iterable[tuple[str, date]], say: Callable[[str], None] = lambda what: None) -> list[Report]:
    """Make the quarterly papers anew that rest on these sessions (community and day); those
    that nobody has made before are not made now."""
    sessions = list(sessions)
    processed = default_raw().parent / "processed"
    made = []
    for file in sorted(processed.glob(f"*/*-Q[1-4]/{steps.PAPER}")):
        code, quarter = file.parent.parent.name, Quarter.parse(file.parent.name)
        if any(day <= quarter.last and code in (community, NETWORK) for community, day in sessions):
            say(f"{code} {quarter}")
            made += [r for r in report(quarter, "" if code == NETWORK else code) if r.done]
    return made


def _make(out: Path, entries: list[Entry], quarter: Quarter, name: str, communities: list, compose: Callable[[], Paper], force: bool) -> Report:
    inputs = {e.session.id: store.sha256((e.session.to_json() + e.findings.to_json()).encode("utf-8", "surrogatepass")) for e in entries}
    approved = bool(inputs) and all(_approved(out.parent.parent, e) for e in entries)
    about = {
        "quarter": str(quarter),
        "inputs": inputs,
        "approved": approved,
        "communities": [community.model_dump(mode="json") for community in communities],
        "house": house_hash(),
        "versions": versions(),
    }
    fingerprint = store.sha256(json.dumps(about, sort_keys=True).encode())
    inside = sum(e.day in quarter for e in entries)
    if not force and store.is_current(out, fingerprint):
        return Report(name, str(quarter), out, False, inside)
    with store.locked(out) as work:
        paper = compose().model_copy(update={"status": "compiled"} if approved else {})
        files = {
            steps.PAPER: paper.to_json().encode("utf-8", "surrogatepass"), steps.DOCX: render_docx(paper),
            steps.PDF: render_pdf(paper), steps.HTML: render_html(paper),
        }  # fmt: skip
        short = (steps.BRIEF, steps.FLYER, steps.MAIL)
        if inside:  # nothing can be said in short of a quarter without a session
            library = communities[0].library if name != NETWORK else ""
            files |= dict(zip(short, (render_brief(paper, library), render_flyer(paper, library), render_mail(paper, library)), strict=True))
        for file, data in files.items():
            store.write(work / file, data)
        store.deliver(out, tuple(files), {"fingerprint": fingerprint, "inputs": inputs, "versions": about["versions"], "quarter": str(quarter)}, gone=set(short) - set(files))
    return Report(name, str(quarter), out, True, inside)


def _approved(processed: Path, entry: Entry) -> bool:
    """Tell whether the paper of a session, as it was processed, is the approved one."""
    folder = processed / entry.session.community / entry.session.id.removeprefix(f"{entry.session.community}-")
    file = folder / steps.PAPER
    return file.is_file() and Paper.from_json(file.read_text("utf-8")).status == "approved"
