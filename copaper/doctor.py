"""``copaper doctor``: is this installation sound and private; looked at, never changed."""

from __future__ import annotations

import fcntl
import re
import shutil
import stat
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from packaging.requirements import Requirement

from copaper import store
from copaper.communities import Community, known_communities, read_community
from copaper.errors import CopaperError
from copaper.jobs import default_raw, job_for
from copaper.papers.printable import FONTS

_ROOT = Path(__file__).resolve().parent.parent
_LEAST_FREE = 1 << 30
_SECRET = re.compile(r"(?i)(?:\b|_)(?:password|passwd|secret|token|api[_-]?key|auth[_-]?string)\s*[:=]\s*(?![\"']?\{\{|null|\s|$)")


@dataclass(frozen=True)
class Check:
    """What was looked at and found: ``state`` is ``good``, ``advice`` (better done) or ``bad``."""

    name: str
    state: str
    words: str
    remedy: str = ""


def examine(today: date) -> Iterator[Check]:
    """Yield what is found of installation and data; the service is looked at by its own."""
    yield _libraries()
    raw = default_raw()
    communities: dict[str, tuple[Path, Community]] = {}
    for code, home in known_communities(raw).items():
        try:
            communities[code] = home, read_community(home)
        except CopaperError as error:
            yield Check("communities", "bad", f"{error.place}: {error.problem}", error.remedy)
    yield Check("communities", "good", f"{len(communities)} can be read.") if communities else Check("communities", "advice", f"There is none under {raw}.", "docs/communities.md tells how to begin one.")
    yield from _models({community.language_model for _, community in communities.values()})
    yield _printing()
    yield _space(raw)
    yield from _private(raw)
    yield from _locks(raw.parent / "processed")
    for home, community in communities.values():
        yield from _kept_too_long(home, community, today)
    yield _no_secrets()


def _libraries() -> Check:
    wanted = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    wrong = []
    for requirement in map(Requirement, wanted):
        try:
            if not requirement.specifier.contains(version(requirement.name), prereleases=True):
                wrong.append(f"{requirement.name} {version(requirement.name)} instead of {requirement.specifier}")
        except PackageNotFoundError:
            wrong.append(f"{requirement.name} is missing")
    if wrong:
        return Check("libraries", "bad", "; ".join(wrong) + ".", "Run “make install”.")
    return Check("libraries", "good", f"All {len(wanted)} are there in the versions that work together.")


def _models(names: set[str]) -> Iterator[Check]:
    from copaper.analysis.pipeline import DEFAULT_MODEL, load_model

    for name in sorted({DEFAULT_MODEL, *filter(None, names)}):
        try:
            load_model(name)
            yield Check("language model", "good", f"{name} is installed.")
        except CopaperError as error:
            yield Check("language model", "bad", error.problem, error.remedy)


def _printing() -> Check:
    missing = [f"{kind} fonts" for kind, found in (("text", FONTS.glob("*.woff2")), ("chart", (FONTS / "charts").glob("*.ttf"))) if not any(found)]
    try:
        import weasyprint  # noqa: F401  (fails when the system's Pango is missing)
    except (ImportError, OSError):
        missing.append("Pango, which PDF files are made with")
    if missing:
        return Check("printing", "bad", f"Missing: {', '.join(missing)}.", "Restore templates/fonts from the project, and run “make install”.")
    return Check("printing", "good", "Fonts and Pango are there.")


def _space(raw: Path) -> Check:
    place = next(path for path in (raw, *raw.parents) if path.exists())
    free = shutil.disk_usage(place).free
    words = f"{free / (1 << 30):.1f} GB are free."
    return Check("disk", "good", words) if free >= _LEAST_FREE else Check("disk", "bad", words, "Make room; papers and Prefect's database grow.")


def _private(raw: Path) -> Iterator[Check]:
    for place in (raw, raw.parent / "processed", raw.parent.parent / ".copaper"):
        if not place.is_dir():
            continue
        mode = place.stat().st_mode
        # A folder above that others may not enter protects all below it.
        open_way = all(folder.stat().st_mode & stat.S_IXOTH for folder in place.parents)
        if mode & stat.S_IWOTH:
            yield Check("access", "bad", f"Everybody on this machine may change {place}.", f"chmod -R o-rwx {place}")
        elif mode & stat.S_IROTH and open_way:
            yield Check("access", "advice", f"Everybody on this machine may read {place}.", f"chmod -R o-rwx {place}")
        else:
            yield Check("access", "good", f"{place.name} is closed to others.")


def _locks(processed: Path) -> Iterator[Check]:
    held, left = [], []
    for lock in sorted(processed.glob(f"*/*/{store.LOCK}")):
        with open(lock, "rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                held.append(f"{lock.parent.name} by process {file.read(20).decode('ascii', 'replace').strip()}")
                continue
        if (lock.parent / store.WORK).exists() or any(lock.parent.glob(".*.part")):
            left.append(lock.parent.name)
    yield Check("locks", "good", f"Being processed now: {', '.join(held)}." if held else "No session is being processed.")
    if left:
        yield Check("locks", "advice", f"A run was cut off: {', '.join(left)}.", "The next run of the session clears it up.")


def _kept_too_long(home: Path, community: Community, today: date) -> Iterator[Check]:
    if not community.retention_days:
        return
    late = []
    for folder in sorted(path for path in home.iterdir() if path.is_dir() and not path.name.startswith(".")):
        try:
            if job_for(folder).date + timedelta(days=community.retention_days) < today:
                late.append(folder.name)
        except CopaperError:
            continue
    if late:
        yield Check("retention", "advice", f"{community.name} keeps exports for {community.retention_days} days; older: {', '.join(late)}.", "Delete the exports, or change retention_days in community.yaml.")
    else:
        yield Check("retention", "good", f"{community.name}: no exports are older than {community.retention_days} days.")


def _no_secrets() -> Check:
    for number, line in enumerate((_ROOT / "prefect.yaml").read_text("utf-8").splitlines(), 1):
        if _SECRET.search(line):
            return Check("secrets", "bad", f"prefect.yaml, line {number} looks like a password.", "Put it into the environment of the service; prefect.yaml is in the repository.")
    return Check("secrets", "good", "No password stands in prefect.yaml.")


def told_by(data: object) -> list[Check]:
    """Return the checks that the service's own look gave, as JSON data."""
    return [Check(**{key: str(value) for key, value in entry.items()}) for entry in data] if isinstance(data, list) else []
