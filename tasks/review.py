"""Reviewed drafts to decisions and the next draft."""

from pathlib import Path

from prefect import task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE

from copaper import reviewing, steps
from copaper.errors import BadInput
from copaper.jobs import default_raw
from tasks.runs import contained, relative


@task(
    name="Taking a reviewed draft in",
    task_run_name="Taking a reviewed draft in",
    cache_policy=NO_CACHE,
    persist_result=False,
    timeout_seconds=1800,
)
def take_in(draft: str, reviewer: str, received: str) -> str:
    """File a reviewed draft, make the next one, and show what was decided, without its words.

    ``draft`` is a path from the data root. Returns the new draft's, or nothing while another run
    holds the session, which the next scan processes.
    """
    with contained():
        root = default_raw().parent
        file = (root / draft).resolve()
        if not file.is_relative_to(root):
            raise BadInput("draft-missing", draft)
        review = reviewing.take_in(file, reviewer=reviewer, received=received)
        known = reviewing.as_json(review)
        create_table_artifact(
            [{"what": d.kind.value, "of": d.of, "about": d.about} for d in review.taken.decisions]
            or [{"what": "nothing was changed", "of": "", "about": ""}],
            key=f"decisions-{review.job.session_id}",
            description=f"Draft {known['draft']}; open: {', '.join(f'{n} {what}' for what, n in known['open'].items())}" if review.paper else "The next draft is not made yet",
        )
        return relative(review.job.out / steps.DOCX) if review.paper else ""


@task(name="Approving a paper", task_run_name="Approving a paper", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=1800)
def approve(session: str, approver: str, on: str, force: bool) -> str:
    """Make the final paper of a session, on the day ``on`` (ISO); return where it is, or nothing
    while another run holds the session, which the next scan processes."""
    with contained():
        if Path(session).name != session:  # an id, never a folder of somewhere
            raise BadInput("draft-session-unknown", session=session)
        job, _ = reviewing.approve(session, approver=approver, on=on, force=force)
        return relative(job.out / steps.PDF) if reviewing.made(job) else ""
