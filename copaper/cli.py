"""The ``copaper`` command: reads what a person typed, calls the steps, says what happened."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from copaper.communities import REGISTRY_FILE, Policy
from copaper.console import beside, progress, say, short
from copaper.errors import EXIT_COULD_NOT, CopaperError, unexpected
from copaper.records import Kind

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

      copaper process --all --jobs 2             every session that is not up to date
    """,
)

Out = Annotated[
    Optional[Path],
    typer.Option("--out", help="Write here instead of data/processed/<community>/<date>."),
]
CommunityCode = Annotated[
    str,
    typer.Option("--community", help="The community's code, if the folder lies in none.", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for machines.")]


def _day(value: str) -> dt.date:
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise typer.BadParameter("write the day as in 2020-09-22") from None


@app.command(
    epilog="Examples: copaper process data/raw/bas/2020-09-22   ·   "
    "copaper process ~/Downloads/webinar --out paper --date 2020-09-22   ·   "
    "copaper process data/raw/bas --jobs 2   ·   copaper process --all --runner dask=tcp://10.0.0.5:8786"
)
def process(
    folder: Annotated[
        Optional[Path], typer.Argument(help="The session's folder: one webinar's exports. Or a community's, for all of its sessions.", show_default=False)
    ] = None,
    out: Out = None,
    community: CommunityCode = "",
    privacy: Annotated[
        Optional[Policy],
        typer.Option("--privacy", help="Override the community's policy on names."),
    ] = None,
    date: Annotated[
        Optional[dt.date],
        typer.Option("--date", parser=_day, metavar="YYYY-MM-DD", help="Day of the webinar, if the folder's name does not say."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Make the papers anew even if nothing changed.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="All sessions of all communities, or of --community.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="How many sessions at once; each process takes some 600 MB.")] = 1,
    runner: Annotated[str, typer.Option("--runner", metavar="dask[=ADDRESS]", help="With many sessions: a Dask cluster, of --jobs processes here or at an address.", show_default=False)] = "",
    as_json: Json = False,
) -> None:
    """Turn one webinar's exports into a draft discussion paper: DOCX, PDF and HTML, with a brief and a flyer where there is enough to tell.

    A second run on the same exports does nothing. The exports are never changed. With --all, or
    a community's folder, every session is brought up to date; one that cannot be stops no other.
    """
    from rich.console import Console

    from copaper import steps
    from copaper.jobs import job_for

    console = Console(stderr=True, quiet=as_json, highlight=False, markup=False)
    if all_ or (folder and (folder / REGISTRY_FILE).is_file()):
        if out or privacy or date or (folder and all_):
            raise typer.BadParameter("--all and a community's folder go with --community, --force, --jobs, --runner and --json only")
        _process_many(console, folder, community, jobs, runner, force, as_json)
        return
    if folder is None:
        raise typer.BadParameter("give a session's folder, or --all")
    if jobs > 1 or runner:
        raise typer.BadParameter("--jobs and --runner are for --all or a community's folder")
    job = job_for(folder, out=out, community=community, policy=privacy, day=date)
    with progress(console, len(steps.STEPS)) as report:
        outcome = steps.process(job, force=force, report=report)
    papers = [outcome.out / name for name in steps.made_for_readers(outcome.out)]
    remarks = steps.remarks(job) if outcome.done else []
    if as_json:
        typer.echo(
            json.dumps(
                {
                    "session": job.session_id,
                    "done": outcome.done,
                    "out": str(outcome.out),
                    "papers": [str(path) for path in papers],
                    "kept": outcome.kept,
                    "remarks": remarks,
                },
                ensure_ascii=False,
            )
        )
        return
    for remark in remarks:
        console.print(f"  {remark}", style="yellow", soft_wrap=True)
    if outcome.kept:
        console.print(
            f"The draft had been edited; it was kept as {outcome.kept}. “copaper review” takes it in.", style="yellow"
        )
    if outcome.done:
        typer.echo(f"Done: {job.session_id}")
    else:
        typer.echo(f"Nothing to do: {job.session_id} is up to date.")
    for path in papers:
        typer.echo(f"  {short(path)}")


def _process_many(console, folder: Path | None, community: str, jobs: int, runner: str, force: bool, as_json: bool) -> None:
    from copaper import backlog
    from copaper.jobs import default_raw

    raw = Path(os.path.abspath(folder)).parent if folder else default_raw()
    code = folder.resolve().name if folder else community
    folders = backlog.sessions(raw, code, largest_first=jobs > 1)
    if runner and runner.partition("=")[0] != "dask":
        raise typer.BadParameter("--runner is dask or dask=ADDRESS")
    results = backlog.process_on_cluster(raw.parent.parent, code, jobs, runner, force) if runner else backlog.process_many(folders, jobs, force)
    found = []
    with progress(console, len(folders)) as report:
        report("Processing sessions")
        for one in results:
            found.append(one)
            report(one.session)
            if one.words:
                console.print(f"{one.session}: {one.words}\n  → {one.remedy}", style="red", soft_wrap=True)
            for remark in one.remarks:
                console.print(f"{one.session}: {remark}", style="yellow", soft_wrap=True)
    if as_json:
        typer.echo(json.dumps([dataclasses.asdict(one) for one in sorted(found, key=lambda one: one.session)], ensure_ascii=False, indent=1))
    else:
        made, failed = sum(one.made for one in found), sum(bool(one.words) for one in found)
        typer.echo(f"{made} made, {len(found) - made - failed} up to date, {failed} could not be made")
        if failed:
            typer.echo(f"  → Correct {', '.join(sorted(one.session for one in found if one.words))} as told above, then start it again: what is made is left alone.")
        for one in found:
            if one.kept:
                typer.echo(f"  {one.session}: the draft had been edited; it was kept as {one.kept}")
    if lost := len(folders) - len(found):
        console.print(f"Of {lost} session(s) nothing was heard; start it again.", style="red")
    raise typer.Exit(max([one.exit_code for one in found] + [EXIT_COULD_NOT if lost else 0]))


@app.command(epilog="Example: copaper check data/raw/bas/2020-09-22")
def check(
    folder: Annotated[
        Path, typer.Argument(help="The session's folder, or one file of it.", show_default=False)
    ],
    community: CommunityCode = "",
    date: Annotated[
        Optional[dt.date], typer.Option("--date", parser=_day, metavar="YYYY-MM-DD", help="Day of the webinar.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Say what a folder holds, how each file was understood, and what is missing.

    Nothing is written.
    """
    from copaper.checks import check_path, print_check

    result = check_path(folder, community=community, day=date)
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        print_check(result)


@app.command(
    epilog="Examples: copaper review ~/Downloads/paper-thandi.docx --reviewer “Thandi Mokoena”   ·   "
    "copaper review --learned bas   ·   copaper review --learned bas --undo 1a2b3c4d5e"
)
def review(
    draft: Annotated[Optional[Path], typer.Argument(help="The Word document as it came back.", show_default=False)] = None,
    reviewer: Annotated[str, typer.Option("--reviewer", help="Who reviewed it.", show_default=False)] = "",
    folder: Annotated[Optional[Path], typer.Option("--folder", help="The session's folder, if it does not lie under data/raw.")] = None,
    learned: Annotated[str, typer.Option("--learned", metavar="COMMUNITY", help="Show what a community's reviews have taught, and which share of findings was kept.", show_default=False)] = "",
    undo: Annotated[str, typer.Option("--undo", metavar="ID", help="With --learned: something that is not to count any more.", show_default=False)] = "",
    as_json: Json = False,
) -> None:
    """Take a reviewed draft in: say what was changed, file it for ever, make the next draft.

    Recorded changes, plain edits and comments are all read. Nothing a reviewer wrote is lost:
    what cannot be placed stands in a chapter of its own, what two people changed differently
    stands in the next draft as a recorded change with a comment.
    """
    from rich.console import Console

    from copaper import reviewing, steps

    if learned:
        _learned(learned, undo, as_json)
        return
    if draft is None or not reviewer:
        raise typer.BadParameter("give the reviewed document and --reviewer, or --learned COMMUNITY")
    console = Console(stderr=True, quiet=as_json, highlight=False, markup=False)
    with progress(console, len(steps.STEPS)) as report:
        result = reviewing.take_in(draft, reviewer=reviewer, received=dt.date.today().isoformat(), folder=folder, report=report)
    served = result.paper is None and _served(result.job)
    if as_json:
        typer.echo(json.dumps(reviewing.as_json(result), ensure_ascii=False, indent=1))
    else:
        reviewing.print_review(result, served=served)
        if result.paper:
            typer.echo(f"  {short(result.job.out / steps.DOCX)}")
    if not (result.paper or served):
        raise typer.Exit(EXIT_COULD_NOT)


def _learned(community: str, undo: str, as_json: bool) -> None:
    from copaper import reviewing

    home = reviewing.home_of(community)
    if undo:
        reviewing.unlearn(home, undo)
    if as_json:
        typer.echo(json.dumps(reviewing.learned_as_json(home), ensure_ascii=False, indent=1))
    else:
        reviewing.print_learned(home)


@app.command(epilog="Example: copaper approve bas-2020-09-22 --approver “Lerato Nkosi”")
def approve(
    session: Annotated[str, typer.Argument(help="The session's id, as bas-2020-09-22, or its folder.", show_default=False)],
    approver: Annotated[str, typer.Option("--approver", help="Who approves it; stands on the imprint.", show_default=False)],
    force: Annotated[bool, typer.Option("--force", help="Approve although something is open; the record says what.")] = False,
    as_json: Json = False,
) -> None:
    """Make the newest draft the final paper: DOCX without marks, PDF and HTML, all one text.

    Refuses while a conflict, a comment or a passage without a place is open.
    """
    from rich.console import Console

    from copaper import reviewing, steps

    console = Console(stderr=True, quiet=as_json, highlight=False, markup=False)
    with progress(console, len(steps.STEPS)) as report:
        job, paper = reviewing.approve(session, approver=approver, on=dt.date.today().isoformat(), force=force, report=report)
    papers = [job.out / name for name in steps.made_for_readers(job.out)]
    made = reviewing.made(job)
    served = not made and _served(job)
    if as_json:
        typer.echo(json.dumps({"session": job.session_id, "version": paper.version, "made": made, "papers": [str(path) for path in papers]}))
    else:
        typer.echo(f"Approved: {job.session_id}, version {paper.version}")
        for line in map(short, papers) if made else [reviewing.later(job, served=served)]:
            typer.echo(f"  {line}")
    if not (made or served):
        raise typer.Exit(EXIT_COULD_NOT)


@app.command(epilog="Example: copaper quarterly 2020-Q3   ·   copaper quarterly 2020-Q3 --community bas")
def quarterly(
    quarter: Annotated[str, typer.Argument(help="Year and quarter, as 2020-Q3.", show_default=False)],
    community: Annotated[str, typer.Option("--community", help="Only this community's paper; else all, and the network digest.", show_default=False)] = "",
    force: Annotated[bool, typer.Option("--force", help="Make the papers anew even if nothing changed.")] = False,
    as_json: Json = False,
) -> None:
    """Write the quarter's papers: themes and how they moved, practices, questions, participation.

    Works from sessions that were processed before; a second run does nothing.
    """
    from rich.console import Console

    from copaper import quarterly as quarters
    from copaper.library.quarters import Quarter

    console = Console(stderr=True, quiet=as_json, highlight=False, markup=False)
    made = quarters.report(Quarter.parse(quarter), community, force=force, say=lambda what: console.print(f"  {what} …"))
    if as_json:
        typer.echo(json.dumps([{"community": r.community, "quarter": r.quarter, "out": str(r.out), "done": r.done, "sessions": r.sessions} for r in made]))
        return
    for one in made:
        words = "Done" if one.done else "Nothing to do, up to date"
        typer.echo(f"{words}: {one.community} {one.quarter}, {one.sessions} session{'' if one.sessions == 1 else 's'}  {short(one.out)}")


@app.command(epilog="Example: copaper publish   ·   copaper publish --out /srv/www/library --address https://library.example.org")
def publish(
    out: Annotated[Optional[Path], typer.Option("--out", help="The site's folder, instead of data/processed/library.")] = None,
    address: Annotated[str, typer.Option("--address", help="Where the site will be reached; for the feed.", show_default=False)] = "",
    quarters: Annotated[bool, typer.Option("--quarters", help="Publish quarterly papers too, where all their sessions are approved.")] = False,
    as_json: Json = False,
) -> None:
    """Make the library: a web site of all approved papers, with search, feed and calendar.

    Drafts are never published. The site needs no server and asks for nothing outside itself.
    """
    from rich.console import Console

    from copaper import publishing

    console = Console(stderr=True, quiet=as_json, highlight=False, markup=False)
    site = publishing.publish(today=dt.date.today(), out=out, address=address, quarters=quarters, say=lambda what: console.print(f"  {what} …"))
    if as_json:
        typer.echo(json.dumps({"out": str(site.out), "papers": site.papers, "written": site.written, "removed": site.removed}))
        return
    typer.echo(f"{site.papers} paper{'' if site.papers == 1 else 's'} in the library, {len(site.written)} files new or changed, {len(site.removed)} removed")
    typer.echo(f"  {short(site.out / 'index.html')}")
    if not site.papers:
        typer.echo("  Only approved papers are published: copaper approve SESSION --approver NAME")


@app.command(epilog="Example: copaper search mentor   ·   copaper search “cash book” --kind practice --community bas")
def search(
    words: Annotated[str, typer.Argument(help="Words that have to occur; the beginning of a word is enough.", show_default=False)],
    kind: Annotated[Optional[Kind], typer.Option("--kind", help="Only findings of this kind.")] = None,
    community: Annotated[str, typer.Option("--community", help="Only this community's papers.", show_default=False)] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 20,
    as_json: Json = False,
) -> None:
    """Search the findings of every processed session, drafts too, as their papers print them."""
    from rich.console import Console

    from copaper import publishing
    from copaper.communities import find_community
    from copaper.library.search import find
    from copaper.jobs import default_raw

    if community:
        find_community(default_raw(), community)
    found = find(publishing.library(), words, kind=kind, community=community)
    if as_json:
        fields = ("id", "kind", "text", "more", "session", "community", "title")
        typer.echo(json.dumps([{**{name: getattr(item, name) for name in fields}, "day": item.day.isoformat()} for item in found[:limit]], ensure_ascii=False, indent=1))
        return
    console = Console(highlight=False, soft_wrap=True, markup=False)
    for item in found[:limit]:
        console.print(item.kind.value, item.session, style="dim")
        console.print(f"  {item.text}")
    typer.echo(f"{len(found)} found" + (f", the first {limit} shown" if len(found) > limit else ""))


@app.command(epilog="Example: copaper forget “Thandi Mokoena” --dry-run   ·   copaper forget thandi@example.org")
def forget(
    who: Annotated[str, typer.Argument(metavar="NAME or E-MAIL", help="The whole name as the exports write it, or an e-mail address.", show_default=False)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say which sessions know this person.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    as_json: Json = False,
) -> None:
    """Remove a person from every session, paper, report and page, and say what still holds them.

    Nothing they said is read again, and their name is withheld where others say it. Approvals
    of their sessions end. Exports and reviewed copies are not rewritten but named, for you to
    decide about.
    """
    from rich.console import Console

    from copaper import forgetting

    console = Console(stderr=True, quiet=as_json, highlight=False, markup=False)
    if not (dry_run or yes or as_json):
        plan = forgetting.forget(who, today=dt.date.today(), dry_run=True)
        typer.echo(f"In {len(plan.sessions)} session(s): {', '.join(plan.sessions)}")
        if plan.unapproved:
            typer.echo(f"Papers that have to be approved again: {', '.join(plan.unapproved)}")
        typer.confirm("Remove this person from all of them?", abort=True)
    done = forgetting.forget(who, today=dt.date.today(), dry_run=dry_run, say=lambda what: console.print(f"  {what} …"))
    if as_json:
        typer.echo(json.dumps(dataclasses.asdict(done), ensure_ascii=False, indent=1))
        return
    typer.echo(f"{'Known in' if dry_run else 'Removed from'} {len(done.sessions)} session(s): {', '.join(done.sessions)}")
    if done.unapproved:
        typer.echo(f"{'Would have' if dry_run else 'Have'} to be approved again: {', '.join(done.unapproved)}")
    for folder in done.not_read:
        typer.echo(f"Could not be looked into: {short(Path(folder))} (“copaper check” says why)")
    if done.left:
        typer.echo("Still holding the name, the address or words of this person; decide whether to delete them:")
        for left in done.left:
            typer.echo(f"  {left.path}  ({left.what})")
        typer.echo("Copies elsewhere (backups, sites published with --out, papers that were sent) are yours to find.")


@app.command(epilog="Example: copaper doctor")
def doctor(as_json: Json = False) -> None:
    """Say whether this installation is sound and private: libraries, model, fonts, access, locks,
    retention, who can reach Prefect. Nothing is changed; exit code 1 when something is bad."""
    from rich.console import Console

    from copaper.doctor import examine, told_by

    shown = beside("tasks.exposure", capture_output=True, text=True).stdout
    checks = [*examine(dt.date.today()), *told_by(json.loads(shown or "[]"))]
    if as_json:
        typer.echo(json.dumps([dataclasses.asdict(check) for check in checks], ensure_ascii=False, indent=1))
    else:
        console = Console(highlight=False, soft_wrap=True, markup=False)
        for check in checks:
            console.print(f"{check.state:<7}", style={"good": "green", "advice": "yellow", "bad": "bold red"}[check.state], end="")
            console.print(f"{check.name}: {check.words}" + (f"\n         → {check.remedy}" if check.remedy else ""))
    if any(check.state == "bad" for check in checks):
        raise typer.Exit(EXIT_COULD_NOT)


def _service(what: str) -> None:
    """Run a command of the service, which knows Prefect, in a process of its own."""
    raise typer.Exit(beside("tasks.service", what).returncode)


def _served(job) -> bool:
    """Tell whether the service runs and takes care of a session."""
    from copaper.jobs import default_raw

    return job.raw.is_relative_to(default_raw()) and beside("tasks.service", "status", capture_output=True).returncode == 0


@app.command(epilog="Example: copaper up")
def up() -> None:
    """Bring the service up on this machine: server, schedules, a worker, and a look at new exports each minute.

    Goes on when the terminal is closed; a second time changes nothing.
    """
    _service("up")


@app.command(epilog="Example: copaper down")
def down() -> None:
    """End the service. A run that is cut off is put right by the next one."""
    _service("down")


@app.command(epilog="Example: copaper status")
def status() -> None:
    """Say whether the service is up, how the last runs ended and what is planned; exit code 1 when it is down."""
    _service("status")


@app.command(epilog="Example: copaper evaluate cases/dev --out predictions")
def evaluate(
    cases: Annotated[Path, typer.Argument(help="A folder of cases: <set>/<meeting>/transcript.vtt.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="Folder for the predictions, one JSON per meeting.", show_default=False)],
) -> None:
    """Write what the analysis finds in each of many meetings, in the grader's schema."""
    from rich.console import Console

    from copaper.evaluation import evaluate_cases

    console = Console(stderr=True, highlight=False, markup=False)
    written = evaluate_cases(cases, out, report=lambda name: console.print(f"  {name}"))
    typer.echo(f"{written} predictions in {short(out)}")


class Described(StrEnum):
    """Outputs that a program may read, each a record of :mod:`copaper.records`."""

    SESSION = "session"
    FINDINGS = "findings"
    PAPER = "paper"


@app.command(epilog="Example: copaper schema findings > findings.schema.json")
def schema(what: Annotated[Described, typer.Argument(help="Which of the files beside a paper.", show_default=False)]) -> None:
    """Print the JSON Schema of session.json, findings.json or paper.json, for those who program with them."""
    from copaper import records

    typer.echo(records.json_schema(what.value).rstrip("\n"))


def main() -> None:
    """Run the command; every error is one sentence and an exit code, never a traceback."""
    try:
        app()
    except CopaperError as error:
        say(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("Stopped. Nothing half-made was left behind.", file=sys.stderr)
        sys.exit(130)
    except Exception as error:
        if os.environ.get("COPAPER_DEBUG") == "1":
            raise
        say(unexpected(error))
        sys.exit(EXIT_COULD_NOT)
