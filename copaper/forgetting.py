"""Forgetting a person: out of every session, paper, report and page that is made here.

The person is marked as withdrawn in ``session.yaml``, so that nothing they said is read again
and their name is withheld where others say it; then everything that rests on the session is
made anew. Approvals of such a session end, as the approved words may be theirs. Exports and
reviewed copies are records that others made: they are never rewritten, but named at the end,
with every other file that still holds the name, for people to decide about.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from copaper import publishing, quarterly, steps, store
from copaper.communities import PEOPLE_FILE, known_communities
from copaper.errors import BadInput, CopaperError
from copaper.intake.directory import without
from copaper.intake.export import Export
from copaper.intake.names import parse
from copaper.intake.package import guard
from copaper.intake.settings import SETTINGS_FILE, PersonCorrection, SessionSettings, read_settings
from copaper.jobs import Job, default_raw, job_for
from copaper.nameparts import fold
from copaper.records import Session
from copaper.reviews import FOLDER
from copaper.yamlfile import with_entry

_LARGEST = 64 << 20
_WINDOW = 48
"""Characters of a longer statement that are looked for afterwards."""


@dataclass(frozen=True)
class Left:
    """A file that still holds the person's name, address or words, and what it is."""

    path: str
    what: str


@dataclass(frozen=True)
class Forgotten:
    """What forgetting did: ids of the sessions, of those whose approval ended, how many
    quarterly papers were made anew, sessions that could not be looked into, files left."""

    sessions: tuple[str, ...]
    unapproved: tuple[str, ...]
    quarterly: int
    not_read: tuple[str, ...]
    left: tuple[Left, ...]


def forget(who: str, *, today: date, dry_run: bool = False, say: Callable[[str], None] = lambda what: None) -> Forgotten:
    """Forget ``who`` (a full name as the exports write it, or an e-mail address) everywhere
    under the data root; with ``dry_run`` say what would be done.

    Doing it again finishes what was interrupted, and then does nothing. Raises
    :class:`~copaper.errors.BadInput` (``nobody-of-this-name``) when no session knows them.
    """
    who = " ".join(who.split())
    raw = default_raw()
    found: list[Job] = []
    names: set[str] = {who}
    words: set[str] = set()
    not_read = []
    for home in known_communities(raw).values():
        for folder in sorted(path for path in home.iterdir() if path.is_dir() and not path.name.startswith(".")):
            try:
                job = job_for(folder)
                known = _known(job, who)
            except CopaperError:
                not_read.append(str(folder))
                continue
            if known is not None:
                found.append(job)
                names |= known[0]
                words |= known[1]
    if not found:
        raise BadInput("nobody-of-this-name")
    unapproved = [job for job in found if any((job.raw / FOLDER).glob("approved-*.json"))]
    made = 0
    if not dry_run:
        for job in found:
            say(job.session_id)
            _withdraw(job, who)
        for home in {job.raw.parent for job in found}:
            _leave_out(home / PEOPLE_FILE, who)
        jobs = [job_for(job.raw) for job in found]
        for job in jobs:
            _make_anew(job)
        made = len(quarterly.report_again([(job.community.code, job.date) for job in jobs], say))
        publishing.publish_again(today=today)
    left = tuple(_left(raw.parent, found, names, words)) if not dry_run else ()
    return Forgotten(tuple(j.session_id for j in found), tuple(j.session_id for j in unapproved), made, tuple(not_read), left)


def _known(job: Job, who: str) -> tuple[set[str], set[str]] | None:
    """Return the names and the words of ``who`` in a session; None when it knows no such
    person. One who was withdrawn before is known still."""
    with_all = job.settings.model_copy(update={"people": tuple(p.model_copy(update={"withdrawn": False}) if _same(p, who) else p for p in job.settings.people)})
    before = _session(job, with_all)
    after = _session(job, read_settings(SETTINGS_FILE, _withdrawn(_text(job), who)))
    gone = {p.id for p in before.participants} - {p.id for p in after.participants}
    people = [p for p in before.participants if p.id in gone]
    if not people and not any(_same(p, who) for p in job.settings.people):
        return None
    names = {name for person in people for name in (person.name, *person.aliases) if parse(name).is_full}
    said = [t.text for t in (*before.turns, *before.messages) if t.participant in gone]
    return names, {window for text in said if (window := _window(text))}


def _session(job: Job, settings: SessionSettings) -> Session:
    twin = Job(job.raw, job.out, job.community, job.mapping, job.day)
    twin.__dict__["settings"], twin.__dict__["exports"] = settings, job.exports
    return steps.intake(twin)


def _same(person: PersonCorrection, who: str) -> bool:
    known = {fold(name) for name in (person.name, *person.also)}
    return fold(who) in known or ("@" not in who and parse(who).key in {parse(name).key for name in (person.name, *person.also)})


def _text(job: Job) -> str:
    file = job.raw / SETTINGS_FILE
    return file.read_text("utf-8-sig") if file.is_file() else ""


def _withdrawn(text: str, who: str) -> str:
    def same(item: dict) -> bool:
        return _same(PersonCorrection.model_validate(item), who)

    return with_entry(SETTINGS_FILE, text, "people", {"name": who, "withdrawn": True}, same)


def _withdraw(job: Job, who: str) -> None:
    text = _text(job)
    changed = _withdrawn(text, who)
    if read_settings(SETTINGS_FILE, changed) != job.settings:
        store.write(job.raw / SETTINGS_FILE, changed.encode())


def _leave_out(file: Path, who: str) -> None:
    """Take the person's line out of the community's people.csv."""
    if not file.is_file():
        return
    export = Export.read(file)
    if (kept := without(export, who)) is not None:
        # Excel reads UTF-8 as such only with the mark, so a file that had one keeps it.
        store.write(file, kept.encode("utf-8" if export.encoding == "UTF-8" else "utf-8-sig"))


def _make_anew(job: Job) -> None:
    """End the approvals, remove what was made before, drafts' bases too, and make it anew."""
    store.remove(sorted((job.raw / FOLDER).glob("approved-*.json")))
    job = job_for(job.raw)
    if job.out.is_dir() and not store.is_current(job.out, job.fingerprint):
        ours = store.read_provenance(job.out).get("outputs", {})
        store.remove([job.out / name for name in ours] + sorted(job.out.glob("base-*.json")))
    steps.process(job)


# --- what is left ------------------------------------------------------------------------------


def _window(text: str) -> str:
    """Return the beginning of a statement that can be found in any file that quotes it."""
    plain = re.split(r'[\\"<>&\n]', " ".join(text.split()))[0][:_WINDOW]
    return fold(plain) if len(plain) == _WINDOW else ""


def _left(data: Path, found: list[Job], names: set[str], words: set[str]) -> Iterator[Left]:
    """Yield every file under the data root and the service's folder that holds a name of the
    person or the beginning of one of their longer statements. PDF files are packed, so not
    looked into; those made here stand beside a Word document of the same words."""
    needles = {fold(name) for name in names if len(name) > 4} | words
    raw = {job.raw for job in found}
    for path in sorted((*data.rglob("*"), *(data.parent / ".copaper").rglob("*"))):
        if not path.is_file() or path.is_symlink() or path.stat().st_size > _LARGEST:
            continue
        text = fold(_words_of(path))
        if any(needle in text for needle in needles):
            yield Left(str(path.relative_to(data.parent)), _what(path, data, raw))


def _what(path: Path, data: Path, raw: set[Path]) -> str:
    if path.name == SETTINGS_FILE:
        return "says whom to leave out"
    if path.parent.name == FOLDER:
        return "a reviewed copy"
    if path.is_relative_to(data / "raw"):
        return "an export" if path.parent in raw else "raw data"
    return "a draft that somebody edited" if ".edited-" in path.name else "made here"


def _words_of(path: Path) -> str:
    data = path.read_bytes()
    if data[:2] == b"PK":
        try:
            guard(str(path), data)
        except BadInput:
            return ""  # nothing is read from it here either
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            data = b" ".join(package.read(name) for name in package.namelist() if name.endswith(".xml"))
        data = re.sub(rb"<[^>]*>", b"", data)
    return " ".join(data.decode("utf-8", "ignore").split())
