"""One webinar's exports to its draft discussion paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from prefect import flow, get_run_logger
from prefect.states import Completed, State
from pydantic import Field

from copaper import store
from copaper.communities import known_communities
from copaper.errors import CopaperError
from copaper.jobs import default_raw
from tasks.analysis import find_themes_and_findings
from tasks.intake import read_exports
from tasks.notices import telling
from tasks.papers import compose_paper, deliver, render_docx, render_html, render_leaflets, render_pdf, show, told, write_open_data
from tasks.runs import SessionRef, contained, relative, shown, workplace

TASKS = (
    read_exports,
    find_themes_and_findings,
    compose_paper,
    render_pdf,
    render_docx,
    render_leaflets,
    render_html,
    write_open_data,
    deliver,
)
"""The tasks of :data:`copaper.steps.STEPS`, in the same order."""

# What the form offers; a community that is added later appears there when the flow is
# deployed again.
_CODES = list(known_communities(default_raw()))
CommunityCode = Annotated[str, Field(json_schema_extra={"enum": _CODES} if _CODES else None)]


on_end = telling(failed="Correct what it names; the run starts again when a file of the session changes.")
STARTS = 3
"""How often one run begins, when its session is changed meanwhile, as by a review that is taken in."""


@flow(name="process-webinar", flow_run_name="{community} {session}", timeout_seconds=4 * 3600, on_completion=[on_end], on_failure=[on_end])
def process_webinar(
    community: CommunityCode,
    session: str,
    privacy: Literal["", "named", "roles", "chatham_house"] = "",
    force: bool = False,
) -> State:
    """Turn one webinar's exports into a draft discussion paper: DOCX, PDF and HTML.

    A second run on the same exports does nothing.

    Args:
        community: Code of the community, as its folder under data/raw is called.
        session: Folder of the webinar inside the community's folder, such as 2020-09-22.
        privacy: How the paper speaks of people; leave empty for the community's own policy.
        force: Make the papers anew even if nothing has changed.
    """
    with contained():
        for _ in range(STARTS):
            try:
                return _made(SessionRef(community, session, privacy), force)
            except CopaperError as error:
                if error.code == "file-growing":
                    return Completed(message=f"Nothing is made: {shown(error.file)} is still being copied or changed; the session is started again when its files rest.")
                if error.code != "session-changed":
                    raise
        return Completed(message="Nothing is made: the session was changed again and again; it is started again.")


def _made(ref: SessionRef, force: bool) -> State:
    """Make the papers of a session as it is found once no other run holds it."""
    with workplace(ref, force=force) as (job, work):
        if work is None:
            get_run_logger().info("Nothing to do: %s is up to date.", job.session_id)
            return Completed(message="Nothing to do: up to date.", data=relative(job.out))
        before = store.read_provenance(job.out)
        begun = replace(ref, fingerprint=job.fingerprint)
        made = ""
        for run in TASKS:
            made = run(begun)
    show(ref)
    return Completed(message=told(job, before, made), data=made)
