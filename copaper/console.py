"""What the commands share: steps shown while they run, paths as seen from here, and programs of the house run beside this one."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from copaper.errors import BadInput, CopaperError

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def progress(console, total: int):
    """Show each step with its time while it runs; plain lines where there is no screen."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<30}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=console.quiet) as bar:
        task = bar.add_task("", total=total)
        begun = 0

        def report(name: str) -> None:
            nonlocal begun
            if not console.is_terminal:
                console.print(f"  {name} …")
            bar.update(task, description=name, completed=begun)
            begun += 1

        yield report


def short(path: Path) -> str:
    """Return the path as seen from the current folder, if it lies below it."""
    try:
        return str(Path(path).resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def beside(module: str, *words: str, **more) -> subprocess.CompletedProcess:
    """Run a module of the house that knows what this process does not, as Prefect, and return how it ended."""
    variables = {**os.environ, "COPAPER_HOME": os.environ.get("COPAPER_HOME", str(Path.cwd()))}
    return subprocess.run([sys.executable, "-m", module, *words], cwd=ROOT, env=variables, **more)


def say(error: CopaperError) -> None:
    """Print what went wrong, where, and what to do."""
    told = error.at(short(Path(error.file))) if error.file else error
    place = f"{told.place}: " if told.place else ""
    kind = "Bad input" if isinstance(error, BadInput) else "Could not"
    print(f"{kind}: {place}{error.problem}\n  → {error.remedy}", file=sys.stderr)
