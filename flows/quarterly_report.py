"""The papers of a quarter: one for each community, and the digest of the network."""

from __future__ import annotations

from prefect import flow
from prefect.runtime import flow_run
from prefect.states import Completed, State

from copaper.library.quarters import Quarter
from tasks.library import report_quarter
from tasks.moments import quarter_before
from tasks.notices import telling


def quarter_just_ended() -> Quarter:
    """Return the quarter before the one that the run was scheduled in, however late it runs."""
    return quarter_before(flow_run.scheduled_start_time)


def _name() -> str:
    parameters = flow_run.parameters
    return f"{parameters.get('quarter') or quarter_just_ended()} {parameters.get('community') or 'all communities'}"


on_end = telling(
    done="Read the papers before they are sent on.",
    failed="Correct what it names and start the quarter again from its form.",
)


@flow(name="quarterly-report", flow_run_name=_name, timeout_seconds=6 * 3600, on_completion=[on_end], on_failure=[on_end])
def quarterly_report(quarter: str | None = None, community: str | None = None) -> State:
    """Write the quarterly papers and the network digest from what was processed.

    A second run on the same sessions does nothing.

    Args:
        quarter: Year and quarter, such as 2020-Q3; leave empty for the quarter just ended.
        community: Code of one community; leave empty for all and the digest.
    """
    wanted = str(Quarter.parse(quarter)) if quarter else str(quarter_just_ended())
    made = report_quarter(wanted, community or "")
    where = f"data/processed/{community}" if community else "each community's folder of data/processed, and in network"
    return Completed(message=f"{made} papers made for {wanted}, in {where}." if made else f"Nothing to do: {wanted} is up to date.", data=wanted)
