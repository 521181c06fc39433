"""One webinar's exports to its papers, as steps that the command line and the flow share.

Each step reads what the step before left in the session's work folder and writes its own
part, so that a step can run in another process and Prefect never carries people's words.
The order is in :data:`STEPS`; :func:`process` runs them one after the other.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from copaper import store
from copaper.errors import BadInput, CouldNot
from copaper.jobs import Job
from copaper.records import Findings, Paper, Participant, Session
from copaper.room import with_room
from copaper.versions import versions

SESSION, ANALYSIS, FINDINGS, PAPER = "session.json", "analysis.json", "findings.json", "paper.json"
DOCX, PDF, HTML = "paper.docx", "paper.pdf", "paper.html"
BRIEF, FLYER, MAIL = "brief.pdf", "flyer.pdf", "flyer.html"
IN_SHORT = (BRIEF, FLYER, MAIL)
"""What is made only of a draft that says enough, and of what is approved."""
FOR_READERS = (DOCX, PDF, HTML, *IN_SHORT)
"""What people are told of when a paper was made; the rest is for machines."""
TABLE, CITATION = "findings.csv", "paper.bib"

def read_exports(job: Job, work: Path) -> Path:
    """Read the exports into one session; write ``session.json``."""
    if made := _made_before(job, SESSION):
        return _write(work, SESSION, made)
    return _write(work, SESSION, intake(job).to_json())


def remarks(job: Job) -> list[str]:
    """Return what whoever made the papers must see of the remarks on its exports, in sentences."""
    from copaper.intake.remarks import to_be_told

    return list(to_be_told(Session.from_json(_read(job.out, SESSION))))


def _made_before(job: Job, name: str) -> bytes:
    """Return an output of the last run that a review alone does not change; else nothing."""
    provenance = store.read_provenance(job.out)
    if provenance.get("reading") != job.reading or not (job.out / name).is_file():
        return b""
    data = (job.out / name).read_bytes()
    return data if provenance["outputs"].get(name) == store.sha256(data) else b""


def intake(job: Job) -> Session:
    """Return the session of a job, in memory; nothing is written."""
    from copaper.intake.session import read_session

    try:
        return read_session(
            job.exports,
            session_id=job.session_id,
            community_code=job.community.code,
            timezone=job.community.timezone,
            day=job.date,
            settings=job.settings,
            directory=job.directory,
        )
    except BadInput as error:
        # The readers know a file by its name alone, which lies in many folders.
        raise error.at(str(job.raw / error.file)) from None


def find_themes_and_findings(job: Job, work: Path) -> Path:
    """Analyse the session; write ``analysis.json``."""
    if made := _made_before(job, ANALYSIS):
        return _write(work, ANALYSIS, made)
    from copaper.analysis.pipeline import analyse

    session = Session.from_json(_read(work, SESSION))
    return _write(work, ANALYSIS, analyse(session, job.community).to_json())


def compose_paper(job: Job, work: Path) -> Path:
    """Compose the paper under the community's privacy policy, with what its reviewers
    decided; write ``findings.json``, ``paper.json`` and the names that the paper withholds on the
    talk's word alone."""
    from copaper.papers import names
    from copaper.papers.units import base_hash
    from copaper.privacy import Privacy

    session = Session.from_json(_read(work, SESSION))
    findings = reviewed(job, Findings.from_json(_read(work, ANALYSIS)))
    _write(work, FINDINGS, findings.to_json())
    _write(work, names.FILE, names.withheld_names(Privacy(session, job.community.privacy, findings)))
    paper = next_paper(job, session, findings)
    if paper.status == "draft":
        # Kept under its hash, so that a copy that comes back months later finds its base.
        _write(work, base_name(base_hash(paper)), paper.to_json())
    return _write(work, PAPER, paper.to_json())


def reviewed(job: Job, findings: Findings) -> Findings:
    """Return ``findings`` with what the community has learnt and what reviewers decided."""
    from copaper.review.decisions import decided

    return decided(job.learned.applied(findings), job.reviews.decisions)


def next_paper(job: Job, session: Session, findings: Findings, *, final: bool = False) -> Paper:
    """Return the paper with all that reviewers decided: the approved one, where there is one
    and no review came after it, else the next draft."""
    from copaper.papers.compose import compose
    from copaper.papers.printable import printable
    from copaper.privacy import Privacy
    from copaper.review.incorporate import incorporate

    if job.reviews.approved and not final:
        return job.reviews.approved
    privacy = Privacy(session, job.community.privacy, findings)
    paper = compose(session, findings, job.community, privacy, final=final)
    return incorporate(paper, job.reviews.rounds, safe=lambda text: printable(privacy.text(text)))


def made_for_readers(out: Path) -> tuple[str, ...]:
    """Return which of :data:`FOR_READERS` there are: a draft that says little has no brief and no flyer."""
    return tuple(name for name in FOR_READERS if (out / name).is_file())


def base_name(digest: str) -> str:
    """Return the name of the file that keeps the draft with this hash."""
    return f"base-{digest[:16]}.json"


def render_pdf(job: Job, work: Path) -> Path:
    """Render the paper for print; write ``paper.pdf``."""
    from copaper.papers.pdf import render_pdf as render

    return _write(work, PDF, render(_paper(work)))


def render_docx(job: Job, work: Path) -> Path:
    """Render the paper for Word; write ``paper.docx``."""
    from copaper.papers.docx import render_docx as render

    return _write(work, DOCX, render(_paper(work)))


def render_leaflets(job: Job, work: Path) -> Path:
    """Render the paper in short, on two pages at most and on one; write ``brief.pdf``, ``flyer.pdf``
    and, for e-mails, ``flyer.html``, unless a draft says too little for that."""
    from copaper.papers.leaflets import render_brief, render_flyer, render_mail, says_enough

    paper, address = _paper(work), job.community.library
    if not says_enough(paper):
        return work / PAPER
    _write(work, BRIEF, render_brief(paper, address))
    _write(work, MAIL, render_mail(paper, address))
    return _write(work, FLYER, render_flyer(paper, address))


def render_html(job: Job, work: Path) -> Path:
    """Render the paper for the screen; write ``paper.html``."""
    from copaper.papers.html import render_html as render

    return _write(work, HTML, render(_paper(work)))


def write_open_data(job: Job, work: Path) -> Path:
    """Write the findings as a table and the paper's citation; ``findings.csv``, ``paper.bib``."""
    from copaper.papers.opendata import bibtex, findings_csv
    from copaper.privacy import Privacy

    session = Session.from_json(_read(work, SESSION))
    findings = Findings.from_json(_read(work, FINDINGS))
    _write(work, CITATION, bibtex(_paper(work)))
    return _write(work, TABLE, findings_csv(session, findings, Privacy(session, job.community.privacy, findings)))


def deliver(job: Job, work: Path) -> Path:
    """Move everything that was made to its place and record where it came from.

    Returns the output folder, or the draft in it that somebody had edited and that was
    therefore set aside under a new name."""
    names = tuple(sorted(path.name for path in work.iterdir() if not path.name.startswith(".")))
    kept = store.deliver(
        job.out,
        names,
        {
            "session": job.session_id,
            "fingerprint": job.fingerprint,
            "reading": job.reading,
            "parts": job.parts,
            "inputs": _inputs(job, Session.from_json(_read(work, SESSION))),
            "versions": versions(),
            "settings": {
                "privacy": job.community.privacy,
                "timezone": job.community.timezone,
                "language_model": job.community.language_model,
            },
        },
        filed=job.reviews.digests,
        gone=tuple(name for name in IN_SHORT if name not in names),
    )
    return job.out / kept[0] if kept else job.out


def _inputs(job: Job, session: Session) -> dict[str, str]:
    """Return the hashes of the exports by their names; one whose name tells what the paper withholds is numbered."""
    from copaper.privacy import Privacy

    gone = tuple(Participant(id=str(n), name=person.name, aliases=person.also) for n, person in enumerate(job.settings.people) if person.withdrawn)
    rules, withdrawn = Privacy(session, job.community.privacy), Privacy.of(gone)

    def told(number: int, name: str) -> str:
        return name if withdrawn.without_names(rules.text(name)) == name else f"export-{number}{Path(name).suffix.lower()}"

    return {told(number, export.name): export.sha256 for number, export in enumerate(job.exports, 1)}


Step = Callable[[Job, Path], Path]

STEPS: tuple[tuple[str, Step], ...] = (
    ("Reading the exports", read_exports),
    ("Finding themes and findings", find_themes_and_findings),
    ("Composing the paper", compose_paper),
    ("Writing the PDF", render_pdf),
    ("Writing the Word document", render_docx),
    ("Writing the brief and the flyer", render_leaflets),
    ("Writing the web page", render_html),
    ("Writing the open data", write_open_data),
    ("Putting everything in its place", deliver),
)
"""What happens, in order, with the words that people see while it does."""


@dataclass(frozen=True)
class Outcome:
    """What a run did: ``done`` is False when everything was there already."""

    out: Path
    done: bool
    kept: str = ""
    """Name under which an edited draft was set aside, or empty."""


@contextmanager
def workplace(find: Callable[[], Job], *, force: bool = False, tries: int = 1, wait: float = 5.0, waits: Callable[[], None] = lambda: None) -> Iterator[tuple[Job, Path | None]]:
    """Hold the session's lock; yield the job that ``find`` returns and its work folder, or None for
    the folder when the outputs are there already and ``force`` is not given.

    While another run holds the lock it is tried ``tries`` times, ``wait`` seconds apart, each time
    with the job as it is found then; ``waits`` is called at the first refusal. Raises
    :class:`~copaper.errors.CouldNot` (code ``locked``) after the last.
    """
    with ExitStack() as stack:
        for done in range(1, tries + 1):
            job = find()
            work = None
            try:
                if force or not store.is_current(job.out, job.fingerprint):
                    work = stack.enter_context(store.locked(job.out))
                break
            except CouldNot as error:
                if error.code != "locked" or done == tries:
                    raise
            if done == 1:
                waits()
            time.sleep(wait)
        yield job, work


def process(
    job: Job, *, force: bool = False, report: Callable[[str], None] = lambda step: None
) -> Outcome:
    """Run all steps for ``job``; ``report`` is told the name of each as it begins.

    A second run on the same input does nothing. Raises
    :class:`~copaper.errors.CopaperError`; nothing half-made is left behind.
    """
    with workplace(lambda: job, force=force) as (_, work):
        return _run(job, work, report)


def process_when_free(find: Callable[[], Job], *, report: Callable[[str], None], tries: int = 60) -> Job | None:
    """Run all steps for the job that ``find`` returns, as soon as no other run holds its session;
    return that job, or None when another run held it for five minutes."""
    try:
        with workplace(find, tries=tries, waits=lambda: report("Waiting for another run of this session to end")) as (job, work):
            _run(job, work, report)
            return job
    except CouldNot as error:
        if error.code != "locked":
            raise
        return None


def _run(job: Job, work: Path | None, report: Callable[[str], None]) -> Outcome:
    if work is None:
        return Outcome(job.out, done=False)
    result = job.out
    for name, step in STEPS:
        report(name)
        result = with_room(step, job, work)
    return Outcome(job.out, done=True, kept=result.name if result != job.out else "")


def _paper(work: Path) -> Paper:
    return Paper.from_json(_read(work, PAPER))


def _read(work: Path, name: str) -> str:
    return (work / name).read_text(encoding="utf-8")


def _write(work: Path, name: str, content: str | bytes) -> Path:
    path = work / name
    store.write(path, content.encode() if isinstance(content, str) else content)
    return path
