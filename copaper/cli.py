"""The ``copaper`` command: reads what a person typed, calls the steps, says what happened."""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Optional

import typer

from copaper.communities import Policy
from copaper.errors import EXIT_COULD_NOT, BadInput, CopaperError, unexpected

app = typer.Typer(
    name="copaper",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="""From a community of practice's webinar to a discussion paper.

    Put what the platform left behind (transcript, chat log, attendance report) into a folder
    such as [bold]data/raw/bas/2020-09-22[/bold], then:

      copaper check data/raw/bas/2020-09-22      what is there, and how it was understood

      copaper process data/raw/bas/2020-09-22    the papers, under data/processed/
    """,
)

Folder = Annotated[
    Path, typer.Argument(help="The session's folder: one webinar's exports.", show_default=False)
]
Out = Annotated[
    Optional[Path],
    typer.Option("--out", help="Write here instead of data/processed/<community>/<date>."),
]
CommunityCode = Annotated[
    str,
    typer.Option("--community", help="The community's code, if the folder lies in none.", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for machines.")]


def _day(value: datetime | None):
    return value.date() if value else None


@app.command(
    epilog="Example: copaper process data/raw/bas/2020-09-22   ·   "
    "copaper process ~/Downloads/webinar --out paper --date 2020-09-22"
)
def process(
    folder: Folder,
    out: Out = None,
    community: CommunityCode = "",
    privacy: Annotated[
        Optional[Policy],
        typer.Option("--privacy", help="Override the community's policy on names."),
    ] = None,
    date: Annotated[
        Optional[datetime],
        typer.Option("--date", formats=["%Y-%m-%d"], help="Day of the webinar, if the folder's name does not say."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Make the papers anew even if nothing changed.")] = False,
    as_json: Json = False,
) -> None:
    """Turn one webinar's exports into a draft discussion paper: DOCX, PDF and HTML.

    A second run on the same exports does nothing. The exports are never changed.
    """
    from rich.console import Console

    from copaper import steps

    console = Console(stderr=True, quiet=as_json, highlight=False)
    job = steps.job_for(folder, out=out, community=community, policy=privacy, day=_day(date))
    with _progress(console, len(steps.STEPS)) as report:
        outcome = steps.process(job, force=force, report=report)
    papers = [outcome.out / name for name in (steps.DOCX, steps.PDF, steps.HTML)]
    if as_json:
        typer.echo(
            json.dumps(
                {
                    "session": job.session_id,
                    "done": outcome.done,
                    "out": str(outcome.out),
                    "papers": [str(path) for path in papers],
                    "kept": outcome.kept,
                }
            )
        )
        return
    if outcome.kept:
        console.print(
            f"The draft had been edited; it was kept as {outcome.kept}.", style="yellow"
        )
    if outcome.done:
        typer.echo(f"Done: {job.session_id}")
    else:
        typer.echo(f"Nothing to do: {job.session_id} is up to date.")
    for path in papers:
        typer.echo(f"  {_short(path)}")


@app.command(epilog="Example: copaper check data/raw/bas/2020-09-22")
def check(
    folder: Annotated[
        Path, typer.Argument(help="The session's folder, or one file of it.", show_default=False)
    ],
    community: CommunityCode = "",
    date: Annotated[
        Optional[datetime], typer.Option("--date", formats=["%Y-%m-%d"], help="Day of the webinar.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Say what a folder holds, how each file was understood, and what is missing.

    Nothing is written.
    """
    from copaper.checks import check_path, print_check

    result = check_path(folder, community=community, day=_day(date))
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        print_check(result)


@app.command(epilog="Example: copaper evaluate cases/dev --out predictions")
def evaluate(
    cases: Annotated[Path, typer.Argument(help="A folder of cases: <set>/<meeting>/transcript.vtt.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="Folder for the predictions, one JSON per meeting.", show_default=False)],
) -> None:
    """Write what the analysis finds in each of many meetings, in the grader's schema."""
    from rich.console import Console

    from copaper.evaluation import evaluate_cases

    console = Console(stderr=True, highlight=False)
    written = evaluate_cases(cases, out, report=lambda name: console.print(f"  {name}"))
    typer.echo(f"{written} predictions in {_short(out)}")


def _progress(console, total: int):
    """Show each step with its time while it runs; plain lines where there is no screen."""
    from contextlib import contextmanager

    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    @contextmanager
    def bar():
        columns = (TextColumn("{task.description:<30}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=console, transient=True, disable=console.quiet) as progress:
            task = progress.add_task("", total=total)
            begun = 0

            def report(name: str) -> None:
                nonlocal begun
                if not console.is_terminal:
                    console.print(f"  {name} …")
                progress.update(task, description=name, completed=begun)
                begun += 1

            yield report

    return bar()


def _short(path: Path) -> str:
    """Return the path as seen from the current folder, if it lies below it."""
    try:
        return str(Path(path).resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def main() -> None:
    """Run the command; every error is one sentence and an exit code, never a traceback."""
    try:
        app()
    except CopaperError as error:
        _say(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("Stopped. Nothing half-made was left behind.", file=sys.stderr)
        sys.exit(130)
    except Exception as error:
        if os.environ.get("COPAPER_DEBUG") == "1":
            raise
        _say(unexpected(error))
        sys.exit(EXIT_COULD_NOT)


def _say(error: CopaperError) -> None:
    place = f"{error.place}: " if error.place else ""
    kind = "Bad input" if isinstance(error, BadInput) else "Could not"
    print(f"{kind}: {place}{error.problem}\n  → {error.remedy}", file=sys.stderr)
