"""A reviewed draft to the final paper."""

from __future__ import annotations

from prefect import flow
from prefect.runtime import flow_run
from prefect.states import Completed, State

from tasks.notices import telling
from tasks.review import approve

on_end = telling(
    done="Read it once more; the library shows it from tomorrow on.",
    failed="Settle what it names in the newest draft, take that in, and approve again.",
)


@flow(name="approve-paper", flow_run_name="approve {session}", timeout_seconds=3600, on_completion=[on_end], on_failure=[on_end])
def approve_paper(session: str, approver: str, force: bool = False) -> State:
    """Make the newest draft of a session the final paper: Word without marks, PDF and web page.

    Fails while a conflict, a comment or a passage without a place is open.

    Args:
        session: The session's id, such as bas-2020-09-22.
        approver: Who approves it; stands on the imprint.
        force: Approve although something is open; the record says what.
    """
    on = flow_run.scheduled_start_time.date().isoformat()
    made = approve(session, approver, on, force)
    if not made:
        return Completed(message="Nothing is lost: the approval is filed, and the paper is made once another run of the session has ended.", data=session)
    return Completed(message=f"The paper is final: data/{made}.", data=made)
