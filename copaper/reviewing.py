"""Taking reviewed drafts in and approving papers, as the command line and the flow do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from copaper import reviews, steps, store
from copaper.communities import find_community, known_communities
from copaper.errors import BadInput, CouldNot
from copaper.jobs import Job, default_raw, job_for
from copaper.papers.docx import render_docx
from copaper.papers.units import base_hash, units
from copaper.records import Findings, Paper, Session
from copaper.review.readback import read_draft
from copaper.review.rebuild import UNPLACED
from copaper.reviews import unlearn


@dataclass(frozen=True)
class Review:
    """What came of a reviewed copy: what was understood, and the draft that holds it now.

    ``paper`` is None while another run holds the session: the copy is filed, and the next run
    makes the draft."""

    job: Job
    taken: reviews.Taken
    paper: Paper | None


def take_in(
    draft: Path, *, reviewer: str, received: str, folder: Path | None = None, report: Callable[[str], None] = lambda step: None
) -> Review:
    """File a reviewed draft and make the next one; taking the same file in twice does nothing.

    A run that holds the session meanwhile is waited for, some minutes long. ``folder`` is the
    session's, where it does not lie under ``data/raw``. Raises
    :class:`~copaper.errors.BadInput` for a file that is no draft of a session here; nothing
    is changed then.
    """
    try:
        if draft.stat().st_size > reviews.LARGEST:
            raise BadInput("file-too-large", str(draft), limit="50 MB")
        data = draft.read_bytes()
    except IsADirectoryError:
        raise BadInput("draft-missing", str(draft)) from None
    except FileNotFoundError:
        raise BadInput("draft-missing", str(draft)) from None
    except OSError as error:
        raise BadInput("file-unreadable", str(draft), reason=error.strerror) from None
    read = read_draft(str(draft), data)
    if not (read.draft and read.session and read.base):
        raise BadInput("draft-not-ours", str(draft))
    job = job_for(folder) if folder else job_of(read.session, str(draft))
    if job.session_id != read.session:
        raise BadInput("draft-session-unknown", str(draft), session=read.session)
    base = _base(job, read.base, str(draft))
    taken = reviews.take_in(
        job.raw, draft.name, data, base, fresh=render_docx(base), reviewer=reviewer, received=received, phrases=_phrases(job)
    )  # fmt: skip
    done = steps.process_when_free(lambda: job_for(folder or job.raw), report=report)
    return Review(done or job, taken, _paper(done) if done else None)


def job_of(session: str, file: str = "") -> Job:
    """Return the job of the session with this id or folder under ``data/raw``."""
    if Path(session).is_dir():
        return job_for(Path(session))
    for code, home in known_communities(default_raw()).items():
        if session.startswith(f"{code}-"):
            for folder in sorted(path for path in home.iterdir() if path.is_dir() and not path.name.startswith(".")):
                job = job_for(folder)
                if job.session_id == session:
                    return job
    raise BadInput("draft-session-unknown", file, session=session)


def _base(job: Job, digest: str, file: str) -> Paper:
    """Return the draft that a copy was made from: as processed, else as filed with another copy."""
    kept = job.out / steps.base_name(digest)
    candidates = [kept] if kept.is_file() else []
    candidates += [filed.base for filed in job.reviews.filed]
    for path in candidates:
        try:
            # By its text: a later version would write what it read with fields of its own.
            text = path.read_text("utf-8")
            paper = Paper.from_json(text)
            if digest in (store.sha256(text.encode()), base_hash(paper)):
                return paper
        except (OSError, ValueError):
            continue
    raise BadInput("draft-unknown", file)


def _phrases(job: Job) -> dict[str, tuple[str, ...]]:
    """Return the key phrases of the session's themes; none where it was never processed here."""
    try:
        findings = Findings.from_json((job.out / steps.FINDINGS).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {theme.id: theme.phrases for theme in findings.themes}


def _paper(job: Job) -> Paper:
    return Paper.from_json((job.out / steps.PAPER).read_text("utf-8"))


def still_open(paper: Paper) -> tuple[int, int, int]:
    """Return how many conflicts, comments and passages without a place are left."""
    return len(paper.conflicts), len(paper.comments), sum(unit.block == UNPLACED for unit in units(paper))


def approve(
    session: str, *, approver: str, on: str, force: bool = False, report: Callable[[str], None] = lambda step: None
) -> tuple[Job, Paper]:
    """Make the newest draft the approved paper: DOCX without marks, PDF and HTML, all one text.

    A run that holds the session meanwhile is waited for, some minutes long. When it still does once
    the approval is filed, the next run makes the files: :func:`made` tells. Raises
    :class:`~copaper.errors.CouldNot` (``draft-open``) while anything is open, unless
    ``force``: then the record and the imprint say what was; and ``session-held`` when nothing could be approved.
    """
    job = job_of(session)
    if not (job.out / steps.PAPER).is_file():
        raise CouldNot("draft-unprocessed", str(job.raw))
    raw = job.raw
    job = steps.process_when_free(lambda: job_for(raw), report=report)
    if job is None:
        raise CouldNot("session-held", str(raw))
    if job.reviews.approved:
        return job, job.reviews.approved
    final = steps.next_paper(
        job,
        Session.from_json((job.out / steps.SESSION).read_text("utf-8")),
        Findings.from_json((job.out / steps.FINDINGS).read_text("utf-8")),
        final=True,
    )
    conflicts, comments, unplaced = map(max, still_open(_paper(job)), still_open(final))
    if (conflicts or comments or unplaced) and not force:
        raise CouldNot("draft-open", str(job.out / steps.DOCX), conflicts=conflicts, comments=comments, unplaced=unplaced)
    words = ((conflicts, "conflict"), (comments, "comment"), (unplaced, "passage without a place"))
    approved = reviews.approve(job.raw, final, approver=approver, on=on, still_open=[f"{n} {what}{'s' if n > 1 else ''}" for n, what in words if n])
    return steps.process_when_free(lambda: job_for(raw), report=report) or job_for(raw), approved


def made(job: Job) -> bool:
    """Tell whether the papers of a session are there as its state is now."""
    return store.is_current(job.out, job.fingerprint)


def as_json(review: Review) -> dict[str, object]:
    """Return what was understood and what is open, for machines."""
    conflicts, comments, unplaced = still_open(review.paper) if review.paper else (None, None, None)
    return {
        "session": review.job.session_id,
        "filed": review.taken.name,
        "new": review.taken.new,
        "decisions": [decision.model_dump(mode="json") for decision in review.taken.decisions],
        "kept": reviews.kept_share(review.taken.round, review.taken.decisions),
        "draft": review.paper.draft if review.paper else None,
        "open": {"conflicts": conflicts, "comments": comments, "unplaced": unplaced},
    }


def later(job: Job, *, served: bool) -> str:
    """Return what becomes of a session that another run still holds; ``served`` tells whether the service runs."""
    words = "Another run still holds the session, so that its papers are made after that: "
    return words + ("by the running service, within minutes." if served else f"copaper process {job.raw}")


def print_review(review: Review, *, served: bool = False) -> None:
    """Print what was understood as a table, and what is open."""
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, markup=False)
    if not review.taken.new:
        console.print(f"This copy was taken in before, as {review.taken.name}.docx; nothing was added.")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("What", "Before", "After"):
        table.add_column(name, overflow="fold")
    for decision in review.taken.decisions:
        table.add_row(decision.kind.value, _begun(decision.before), _begun(decision.after))
    if review.taken.decisions:
        console.print(table)
    else:
        console.print("Nothing was changed in this copy.")
    if (share := reviews.kept_share(review.taken.round, review.taken.decisions)) is not None:
        console.print(f"{share:.0%} of the findings in the paper were kept.")
    if not review.paper:
        console.print(f"The copy is safe, filed as {review.taken.name}. {later(review.job, served=served)}", soft_wrap=True)
        return
    conflicts, comments, unplaced = still_open(review.paper)
    console.print(
        f"Draft {review.paper.draft} has it; open: {conflicts} conflict(s), {comments} comment(s), "
        f"{unplaced} passage(s) that could not be placed.",
    )  # fmt: skip


def _begun(text: str, most: int = 12) -> str:
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


# --- what a community has learnt -----------------------------------------------------------


def home_of(community: str) -> Path:
    """Return a community's folder; raise BadInput (``unknown-community``) without one."""
    raw = default_raw()
    return raw / find_community(raw, community).code


def learned_as_json(home: Path) -> dict[str, object]:
    """Return the lessons of a community and the share of findings kept per copy."""
    return {
        "lessons": [
            {"id": lesson.id, "session": lesson.session, "what": lesson.decision.kind.value, "before": lesson.decision.before, "after": lesson.decision.after}
            for lesson in reviews.learned_by(home).lessons
        ],
        "kept": [
            {"session": folder.name, "copy": filed.name, "share": filed.about["kept"]}
            for folder in sorted(path for path in home.iterdir() if path.is_dir())
            for filed in reviews.read_reviews(folder).filed
        ],
    }


def print_learned(home: Path) -> None:
    """Print the lessons of a community and the share of findings kept, for people."""
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, markup=False)
    known = learned_as_json(home)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("Id", "Session", "What", "Before", "After"):
        table.add_column(name, overflow="fold")
    for lesson in known["lessons"]:
        table.add_row(lesson["id"], lesson["session"], lesson["what"], _begun(lesson["before"]), _begun(lesson["after"]))
    console.print(table if known["lessons"] else "Nothing has been learnt yet.")
    for copy in known["kept"]:
        share = "no findings" if copy["share"] is None else f"{copy['share']:.0%} of the findings kept"
        console.print(f"  {copy['session']}, {copy['copy']}: {share}")
