"""The two processes of the service on this machine: where they are kept, started, found, ended."""

from __future__ import annotations

import fcntl
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST_PORT = 4200
BLOCK = "copaper"
"""Name of the notification block that people set up in Prefect; see :mod:`tasks.notices`."""


def home() -> Path:
    """Return the folder that holds ``data/`` and ``.copaper/``."""
    return Path(os.environ.get("COPAPER_HOME", ".")).resolve()


def place() -> Path:
    return home() / ".copaper"


def temporary() -> str:
    """Return a folder of this user's own for temporary files: Prefect's worker uses one of a fixed
    name, which is another user's if they ran the service on this machine before.

    Not below ``.copaper/``: sockets lie in it, whose paths must be short.
    """
    usual = Path(tempfile.gettempdir())
    own = usual / f"copaper-{os.getuid()}"
    if usual.name == own.name:  # this process was given it already
        return str(usual)
    own.mkdir(mode=0o700, exist_ok=True)
    found = own.lstat()
    return str(own if stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() else usual)


@contextmanager
def alone() -> Iterator[None]:
    """Let only one command at a time bring the service up or end it."""
    place().mkdir(parents=True, exist_ok=True)
    place().chmod(0o700)
    with open(place() / "lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def running(name: str) -> int:
    """Return the process of ``server`` or ``worker`` if it lives, else 0."""
    return _started(name) or kept_elsewhere(name)


def _started(name: str) -> int:
    """Return the process that :func:`start` made, if it lives, else 0."""
    try:
        pid = int((place() / f"{name}.pid").read_text())
    except (OSError, ValueError):
        return 0
    return pid if _lives(pid) and _ours(pid) else 0


def kept_elsewhere(name: str) -> int:
    """Return the process of ``server`` or ``worker`` that something else started, such as systemd, else 0."""
    wanted = f"\0prefect\0{name}\0start\0".encode()
    found = sorted(int(path.name) for path in Path("/proc").glob("[0-9]*") if wanted in _read(path / "cmdline")) if Path("/proc").is_dir() else []
    started = _started(name)
    return next((pid for pid in found if pid != started and _ours(pid)), 0)


def setting(name: str) -> str:
    """Return an environment variable of this process, else of the server that runs, else nothing."""
    if name in os.environ:
        return os.environ[name]
    start = f"\0{name}=".encode()
    _, found, rest = (b"\0" + _read(Path(f"/proc/{running('server')}/environ"))).partition(start)
    return rest.partition(b"\0")[0].decode() if found else ""


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _ours(pid: int) -> bool:
    """Tell whether a process is of this service: its number may be another program's by now."""
    if not Path("/proc").is_dir():
        return True
    return f"\0PREFECT_HOME={place() / 'prefect'}\0".encode() in b"\0" + _read(Path(f"/proc/{pid}/environ"))


def runs() -> list[int]:
    """Return the processes of runs of this service that live, whether or not their worker does."""
    found = [int(path.name) for path in Path("/proc").glob("[0-9]*") if _is_run(path)] if Path("/proc").is_dir() else []
    return sorted(pid for pid in found if _ours(pid))


def _is_run(path: Path) -> bool:
    return any(mark in _read(path / "cmdline") for mark in (b"prefect.engine", b"prefect\0flow-run\0execute"))


def start(name: str, arguments: list[str], variables: dict[str, str]) -> int:
    """Start a process that outlives this one, its output in ``.copaper/<name>.log``."""
    with open(place() / f"{name}.log", "ab") as log:
        # A process started in the background ignores Ctrl-C, and then Prefect's worker ignores SIGTERM too.
        process = subprocess.Popen(
            [sys.executable, "-m", "prefect", *arguments], stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            cwd=ROOT, env=variables, start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )  # fmt: skip
    (place() / f"{name}.pid").write_text(str(process.pid))
    return process.pid


def stop(name: str) -> bool:
    """End a process that :func:`start` made and all that it started; return whether it was running."""
    pid = _started(name)
    if pid:
        end([pid], group=True)
        (place() / f"{name}.pid").unlink(missing_ok=True)
    return bool(pid)


def end(pids: list[int], *, group: bool = False, patience: float = 15.0) -> None:
    """End processes, or their groups: first by asking."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for pid in filter(_lives, pids):
            try:
                (os.killpg if group else os.kill)(pid, sign)
            except ProcessLookupError:
                pass
        last = time.monotonic() + patience
        while any(map(_lives, pids)) and time.monotonic() < last:
            time.sleep(0.2)


def _lives(pid: int) -> bool:
    try:
        if os.waitpid(pid, os.WNOHANG)[0] == pid:
            return False  # a child of ours that has ended
    except ChildProcessError:
        pass
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z" if Path("/proc").is_dir() else True
    except (OSError, IndexError):
        return False


def free_port() -> int:
    """Return the port of the last start if it can be had, else the next free one."""
    first = port_in_use()
    for port in range(first, first + 100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                (place() / "port").write_text(str(port))
                return port
    raise SystemExit("Could not: no free port.\n  → End other servers on this machine and try again.")


def port_in_use() -> int:
    """Return the port of a server that something else started, else of the last start."""
    if pid := kept_elsewhere("server"):
        _, _, address = _read(Path(f"/proc/{pid}/environ")).partition(b"PREFECT_API_URL=")
        return urllib.parse.urlsplit(address.partition(b"\0")[0].decode()).port or FIRST_PORT
    try:
        return int((place() / "port").read_text())
    except (OSError, ValueError):
        return FIRST_PORT


def healthy(port: int) -> bool:
    """Tell whether the server answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False
