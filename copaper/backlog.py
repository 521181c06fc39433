"""Many sessions at once: a back catalogue, over as many processes as there are."""

from __future__ import annotations

import importlib.util
import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from copaper import steps
from copaper.communities import find_community, known_communities
from copaper.errors import EXIT_DONE, CopaperError, CouldNot, unexpected
from copaper.jobs import job_for

_ROOT = Path(__file__).resolve().parent.parent
T = TypeVar("T")

# What one worker takes at once, in sessions and bytes: about half a minute's work, after which it is told of.
_MOST, _LARGE = 16, 500_000
SERVER = {
    "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
}
"""What a server that Prefect starts for the run alone does without: it reports to nobody, and nobody watches
its events or waits for them. Runs and their states are kept. A server that runs already is not concerned."""


@dataclass(frozen=True)
class Done:
    """What became of one session. ``words`` are our own about an error, else empty; ``remedy`` says what to do;
    ``remarks`` are those on its exports that whoever made the papers must see."""

    session: str
    made: bool = False
    kept: str = ""
    words: str = ""
    remedy: str = ""
    exit_code: int = EXIT_DONE
    remarks: tuple[str, ...] = ()


def sessions(raw: Path, community: str = "", *, largest_first: bool = True) -> list[Path]:
    """Return the folders of all sessions under ``raw``, or of one community: by community and name, or
    the largest first, so that with several processes no long one is left for the end.

    Raises :class:`~copaper.errors.BadInput` for a community that does not exist.
    """
    if community:
        find_community(raw, community)
    homes = [home for code, home in known_communities(raw).items() if community in ("", code)]
    folders = [folder for home in homes for folder in home.iterdir() if folder.is_dir() and not folder.name.startswith(".")]
    sizes = {folder: size(folder) for folder in folders if any(path.is_file() for path in folder.iterdir())}
    return sorted(sizes, key=lambda folder: (-sizes[folder] if largest_first else 0, folder))


def size(folder: Path) -> int:
    """Return the bytes of a session's exports, by which its work is reckoned before it is done."""
    return sum(path.stat().st_size for path in folder.iterdir() if path.is_file())


def shares(sessions: Sequence[tuple[T, int]], workers: int) -> Iterator[list[T]]:
    """Yield sessions, which come with their sizes, in shares for whoever of ``workers`` is free next: at first
    much together, since each share costs some tenths of a second of everybody, and less and less
    towards the end, so that all end at about the same time."""
    left = sum(size for _, size in sessions)
    share: list[T] = []
    held = 0
    for session, size in sessions:
        if share and (len(share) == _MOST or held + size > min(_LARGE, left / (2 * workers))):
            yield share
            left, share, held = left - held, [], 0
        share.append(session)
        held += size
    if share:
        yield share


def warm_up() -> None:
    """Load what every session needs, in a process that waits for its first one anyway."""
    import weasyprint  # noqa: F401

    from copaper.analysis.pipeline import load_model
    from copaper.papers import compose, docx, html, leaflets, opendata, pdf  # noqa: F401
    from copaper.review import decisions, incorporate  # noqa: F401

    load_model()


def process_one(folder: Path, force: bool = False) -> Done:
    """Process one session; an error becomes words, so that it stops no other session."""
    name = f"{folder.parent.name}-{folder.name}"
    try:
        job = job_for(folder)
        outcome = steps.process(job, force=force)
        return Done(job.session_id, outcome.done, outcome.kept, remarks=tuple(steps.remarks(job)) if outcome.done else ())
    except CopaperError as error:
        return _failed(name, error)
    except Exception as error:
        return _failed(name, unexpected(error))


def _failed(name: str, error: CopaperError) -> Done:
    place = f"{error.place}: " if error.place else ""
    return Done(name, words=f"{place}{error.problem}", remedy=error.remedy, exit_code=error.exit_code)


def process_many(folders: Sequence[Path], jobs: int = 1, force: bool = False) -> Iterator[Done]:
    """Process ``folders`` with ``jobs`` processes; yield each as it ends.

    A process that goes away, as when the memory is used up, ends the whole with
    :class:`~copaper.errors.CouldNot` (code ``process-lost``); what was delivered stays.
    """
    if jobs == 1:
        yield from (process_one(folder, force) for folder in folders)
        return
    # Not forked: libraries that run threads do not survive that everywhere.
    with ProcessPoolExecutor(min(jobs, len(folders) or 1), multiprocessing.get_context("spawn")) as pool:
        waiting = [pool.submit(process_one, folder, force) for folder in folders]
        try:
            for future in as_completed(waiting):
                yield future.result()
        except BrokenProcessPool:
            raise CouldNot("process-lost") from None
        finally:
            pool.shutdown(cancel_futures=True)


def process_on_cluster(home: Path, community: str, jobs: int, runner: str, force: bool = False) -> Iterator[Done]:
    """Process all sessions under ``home``, or of one community, on the Dask cluster that ``runner`` names;
    yield each as the flow, which runs in a process of its own, tells of it.

    Raises :class:`~copaper.errors.CouldNot` (code ``no-dask``) where Dask is not installed.
    """
    if importlib.util.find_spec("prefect_dask") is None:
        raise CouldNot("no-dask")
    words = ["--community", community, "--jobs", str(jobs), "--runner", runner, *(["--force"] if force else [])]
    variables = {**SERVER, **os.environ, "COPAPER_HOME": str(home), "PREFECT_LOGGING_LEVEL": "ERROR", "DO_NOT_TRACK": "1"}
    unheard = None if os.environ.get("COPAPER_DEBUG") == "1" else subprocess.DEVNULL
    with subprocess.Popen([sys.executable, "-m", "flows.process_all", *words], cwd=_ROOT, env=variables, stdout=subprocess.PIPE, stderr=unheard, text=True) as process:
        for line in process.stdout:
            if line.startswith("{"):
                yield Done(**json.loads(line))
