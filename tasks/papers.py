"""Findings to papers, papers to their place, and what the Prefect UI shows of them."""

from collections.abc import Mapping

from prefect import task
from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE

from copaper import steps, store, summary
from copaper.jobs import Job
from copaper.news import news
from copaper.records import Paper
from tasks.runs import SessionRef, contained, relative, shown, step

compose_paper = step(steps.compose_paper, timeout_seconds=900)
render_docx = step(steps.render_docx, timeout_seconds=900)
render_pdf = step(steps.render_pdf, timeout_seconds=900)
render_leaflets = step(steps.render_leaflets, timeout_seconds=900)
render_html = step(steps.render_html, timeout_seconds=900)
write_open_data = step(steps.write_open_data, timeout_seconds=300)
deliver = step(steps.deliver, timeout_seconds=300, retries=3)


@task(
    name="Showing what was made",
    task_run_name="Showing what was made",
    cache_policy=NO_CACHE,
    persist_result=False,
    timeout_seconds=120,
)
def show(ref: SessionRef) -> str:
    """Leave a summary, the table of findings and links to the papers in the Prefect UI."""
    with contained():
        job = ref.job()
        made = summary.read(job.out)
        name = job.session_id
        create_markdown_artifact(
            made.markdown(shown(job.out)), key=f"summary-{name}", description="What was made of it"
        )
        create_table_artifact(
            made.findings_table(), key=f"findings-{name}", description="Findings; their words stand in the paper"
        )
        for paper in steps.made_for_readers(job.out):
            create_link_artifact(
                (job.out / paper).as_uri(),
                relative(job.out / paper),
                key=f"{paper.replace('.', '-')}-{name}",
                description="Where the paper is, on the machine that made it",
            )
        return relative(job.out)


def told(job: Job, before: Mapping, made: str) -> str:
    """Return what people are told of a run: ``before`` is what the run before it recorded, ``made``
    what :func:`deliver` returned."""
    paper = Paper.from_json((job.out / steps.PAPER).read_text("utf-8"))
    kept = made.rpartition("/")[2] if made != relative(job.out) else ""
    return news(before, store.read_provenance(job.out), paper, place=shown(job.out), kept=kept)
