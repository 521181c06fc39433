"""All approved papers to the library site."""

from __future__ import annotations

from prefect import flow
from prefect.runtime import flow_run
from prefect.states import Completed, State

from tasks.library import publish_site
from tasks.moments import ZONE
from tasks.notices import telling


on_end = telling(
    done="Look at its first page.",
    failed="Correct what it names; it is made again every night.",
)


@flow(name="publish-library", flow_run_name="library", timeout_seconds=2 * 3600, on_completion=[on_end], on_failure=[on_end])
def publish_library(address: str = "", quarters: bool = False) -> State:
    """Bring the library site up to date with all approved papers.

    A second run changes nothing.

    Args:
        address: Where the site will be reached, for the feed; leave empty if nowhere yet.
        quarters: Publish quarterly papers too, where all their sessions are approved.
    """
    today = flow_run.scheduled_start_time.astimezone(ZONE).date()
    return Completed(message=publish_site(today.isoformat(), address, quarters))
