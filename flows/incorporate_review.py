"""A reviewed draft to the next draft."""

from __future__ import annotations

from prefect import flow
from prefect.runtime import flow_run
from prefect.states import Completed, State

from tasks.notices import telling
from tasks.review import take_in


def _name() -> str:
    """Name the run by the draft's file, without its folders."""
    return f"review {flow_run.parameters['draft'].rsplit('/', 1)[-1]}"


on_end = telling(
    done="Read what is still open in it.",
    failed="Correct what it names and take the copy in again.",
)


@flow(name="incorporate-review", flow_run_name=_name, timeout_seconds=3600, on_completion=[on_end], on_failure=[on_end])
def incorporate_review(draft: str, reviewer: str) -> State:
    """Take a reviewed Word draft in: file it, merge it, make the next draft.

    The same copy taken in twice does nothing more.

    Args:
        draft: The Word document, as a path under the data folder, such as inbox/paper-thandi.docx.
        reviewer: Who reviewed it.
    """
    received = flow_run.scheduled_start_time.date().isoformat()
    made = take_in(draft, reviewer, received)
    if not made:
        return Completed(message="Nothing is lost: the copy is filed, and the next draft is made once another run of the session has ended.", data=draft)
    return Completed(message=f"The next draft is made: data/{made}.", data=made)
