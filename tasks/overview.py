"""What ``copaper status`` tells of runs and sessions: ids, states and our own sentences, as lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from copaper import arrivals, standing
from copaper.jobs import default_raw
from copaper.papers.wording import counted
from tasks.moments import community_of, written

PLANNED = {"report": "papers of the quarter", "library": "library site"}
_LAST, _MOST, _PAGE = 8, 10, 200
"""How many runs and drafts are shown; how many runs the server gives at once."""
_OUTER = re.compile(r"^Flow run encountered an exception: \w+: ")
"""What Prefect puts before our own sentence."""

Find = Callable[..., list[dict]]
"""Asks the server for flow runs."""


def of_runs(find: Find) -> Iterator[str]:
    """Yield how the last runs ended, what is planned, and which sessions failed and still would."""
    work = {"tags": {"any_": ["webinar", "review", "report", "library"]}, "state": {"type": {"not_any_": ["SCHEDULED"]}}}
    for run in find(limit=_LAST, sort="EXPECTED_START_TIME_DESC", flow_runs=work):
        yield f"  {_due(run)}  {run['state_name']:<10} {called(run)}"
    for tag, what in PLANNED.items():
        planned = {"tags": {"all_": [tag]}, "state": {"type": {"any_": ["SCHEDULED"]}}}
        for run in find(limit=1, sort="EXPECTED_START_TIME_ASC", flow_runs=planned):
            yield f"  {_due(run)}  planned    {what}"
    errors = list(open_errors(find))
    yield from _headed("Sessions with an open error:", [f"  {called(run)}: {own_words(run['state'].get('message'))}" for run in errors])


def open_errors(find: Find) -> Iterator[dict]:
    """Yield the last run of each session that ended badly and whose papers are not up to date since."""
    ended = {"tags": {"all_": ["webinar"]}, "state": {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED"]}}}
    seen: set[str] = set()
    offset = 0
    while runs := find(limit=_PAGE, offset=offset, sort="EXPECTED_START_TIME_DESC", flow_runs=ended):
        offset += len(runs)
        for run in runs:
            if called(run) in seen:
                continue
            seen.add(called(run))
            folder = default_raw() / str(run["parameters"].get("community")) / str(run["parameters"].get("session"))
            if run["state_type"] != "COMPLETED" and folder.is_dir() and not standing.is_made(folder):
                yield run


def of_sessions(now: float) -> Iterator[str]:
    """Yield what waits and why, at ``now`` (seconds since 1970), and the drafts that wait for approval."""
    raw = default_raw()
    home = raw.parent.parent
    for one in arrivals.waiting(raw, now):
        yield "waiting: {}, {}".format(*waits(one))
    drafts = list(standing.drafts(raw))
    shown = [f"  {draft.session}  {draft.file.relative_to(home)}, {_copies(draft.copies)}" for draft in drafts[-_MOST:]]
    if len(drafts) > len(shown):
        shown.insert(0, f"  and {len(drafts) - len(shown)} others before them")
    yield from _headed("Drafts that wait for approval (copaper approve SESSION --approver NAME):", shown)


def waits(one: arrivals.Waiting) -> tuple[str, str]:
    """Return what waits, and in words since when, why, and what is to be done."""
    raw = default_raw()
    parts = one.path.relative_to(raw).parts
    since = written(datetime.fromtimestamp(one.since, UTC), parts[0])
    return str(one.path.relative_to(raw.parent.parent)), f"since {since}, because {one.because}. {one.remedy}"


def called(run: dict) -> str:
    """Return what people know a run by; the server gives it a name only when it begins."""
    given, tags = run.get("parameters") or {}, run.get("tags") or ()
    if "webinar" in tags:
        return f"{given.get('community')}-{given.get('session')}"
    if "review" in tags:
        return f"review {str(given['draft']).rsplit('/', 1)[-1]}" if "draft" in given else f"approve {given.get('session')}"
    return run["name"] if run.get("start_time") else next((PLANNED[tag] for tag in tags if tag in PLANNED), run["name"])


def own_words(message: str | None) -> str:
    """Return our own sentence from the message of a run's state."""
    return _OUTER.sub("", (message or "").strip().partition("\n")[0])[:600]


def _due(run: dict) -> str:
    return written(datetime.fromisoformat(run["expected_start_time"]), community_of(run.get("parameters") or {}))


def _headed(head: str, lines: list[str]) -> list[str]:
    return [head, *lines] if lines else []


def _copies(count: int) -> str:
    return counted(count, "reviewed copy", "reviewed copies") if count else "no reviewed copy yet"
