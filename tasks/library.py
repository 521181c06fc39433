"""Processed sessions to the papers of a quarter."""

from datetime import date

from prefect import task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE

from copaper import publishing, quarterly
from copaper.library.quarters import Quarter
from tasks.runs import contained, relative, shown


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


@task(name="Making the library", task_run_name="Making the library", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=3600)
def publish_site(today: str, address: str, quarters: bool) -> str:
    """Bring the site up to date; return in words what changed. ``today`` is in ISO form."""
    with contained():
        site = publishing.publish(today=date.fromisoformat(today), address=address, quarters=quarters)
        if not site.written and not site.removed:
            return f"Nothing to do: the library shows all {site.papers} papers."
        return f"The library shows {site.papers} papers: {len(site.written)} files new or changed, {len(site.removed)} removed, in {shown(site.out)}."
