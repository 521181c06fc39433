"""What all tasks have in common: which session, what may be retried, what errors may tell."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from prefect import Task, task
from prefect.cache_policies import NO_CACHE

from copaper import arrivals, steps, store
from copaper.communities import Policy, known_communities
from copaper.errors import BadInput, CopaperError, unexpected
from copaper.jobs import Job, default_raw, job_for
from copaper.room import with_room

TEMPORARY = frozenset({"cannot-write", "file-unreadable", "locked"})
"""Errors that may be gone when the step is tried again: the world's, not the input's."""


@dataclass(frozen=True)
class SessionRef:
    """Names one session as tasks know it: ids and a hash, no content.

    ``fingerprint`` is the hash of everything that the papers depend on, taken when the run
    began; empty before it is known."""

    community: str
    session: str
    privacy: str = ""
    fingerprint: str = ""

    def job(self) -> Job:
        """Return the job, looked up anew under the data root.

        Raises :class:`~copaper.errors.BadInput` when there is no such session, or when it is no
        longer what the run began with: ``file-growing`` while an export changes, ``session-changed`` else.
        """
        raw = default_raw()
        known = known_communities(raw)
        if self.community not in known:
            raise BadInput("unknown-community", community=self.community, known=", ".join(known))
        if Path(self.session).name != self.session or self.session.startswith("."):
            raise BadInput("folder-missing", self.session)
        policy = Policy(self.privacy) if self.privacy else None
        job = job_for(known[self.community] / self.session, policy=policy)
        if self.fingerprint and job.fingerprint != self.fingerprint:
            if found := arrivals.growing(job.raw, time.time()):
                raise BadInput("file-growing", str(found))
            raise BadInput("session-changed", str(job.raw))
        return job


def relative(path: Path) -> str:
    """Return ``path`` as seen from the data root, as results name it."""
    root = default_raw().parent
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def shown(path: Path | str) -> str:
    """Return ``path`` as people are told it: from the project's folder, where it lies there."""
    home = default_raw().parent.parent
    return Path(path).relative_to(home).as_posix() if Path(path).is_relative_to(home) else str(path)


@contextmanager
def contained() -> Iterator[None]:
    """Let no error out that could quote a participant: Prefect stores what errors say."""
    try:
        yield
    except CopaperError as error:
        error.file = shown(error.file) if error.file else ""
        raise error from None
    except TimeoutError:
        raise  # Prefect's own, when a step takes too long
    except Exception as error:
        raise unexpected(error) from None


def workplace(ref: SessionRef, *, force: bool) -> AbstractContextManager[tuple[Job, Path | None]]:
    """Hold the session's lock as :func:`copaper.steps.workplace` does, and wait for it up to ten minutes
    while somebody processes the session by hand, or a run whose worker died still does."""
    return steps.workplace(ref.job, force=force, tries=40, wait=15.0)


def worth_another_try(task: Task, run: object, state) -> bool:
    """Tell whether a failed step can succeed without anybody changing its input."""
    try:
        state.result()
    except CopaperError as error:
        return error.code in TEMPORARY
    except Exception:
        return False
    return False


def step(function: steps.Step, *, timeout_seconds: float, retries: int = 0) -> Task:
    """Return the task of one of :data:`copaper.steps.STEPS`.

    It takes a :class:`SessionRef` and returns the path of what it made, from the data root.
    Nothing is cached between runs: a step leaves its part in the work folder, which is gone
    when the run ends, so a cached path would point at nothing. What saves work is the
    fingerprint of the whole session, which the flow asks before the first step.
    """
    words = next(words for words, known in steps.STEPS if known is function)

    @task(
        name=words,
        task_run_name=words,
        description=(function.__doc__ or "").partition("\n")[0],
        cache_policy=NO_CACHE,
        persist_result=False,
        timeout_seconds=timeout_seconds,
        retries=retries,
        retry_delay_seconds=15,
        retry_condition_fn=worth_another_try,
    )
    def run(ref: SessionRef) -> str:
        with contained():
            job = ref.job()
            return relative(with_room(function, job, job.out / store.WORK))

    return run
