"""Processed sessions to the papers of a quarter."""

from prefect import task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE

from copaper import quarterly
from copaper.library.quarters import Quarter
from tasks.runs import contained, relative


@task(
    name="Writing the papers of the quarter",
    task_run_name="Writing the papers of the quarter",
    cache_policy=NO_CACHE,
    persist_result=False,
    timeout_seconds=4 * 3600,
)
def report_quarter(quarter: str, community: str) -> int:
    """Make the quarterly papers and show where they are; return how many were made anew."""
    with contained():
        made = quarterly.report(Quarter.parse(quarter), community)
        create_table_artifact(
            [{"community": r.community, "sessions": r.sessions, "paper": relative(r.out), "made": "now" if r.done else "before"} for r in made],
            key=f"quarter-{quarter.casefold()}{f'-{community}' if community else ''}",
            description=f"Papers of {quarter}",
        )
        return sum(r.done for r in made)
