"""The only writer: whole files or none, one run per session, and where everything came from.

A file is written beside its place, flushed to the disk and moved over it in one step, so a
killed run never leaves half a file. A session's outputs are made in a work folder and moved
out one by one, ``provenance.json`` last: it names the sha256 of every input and output, so
a run that was killed between two moves shows, and is done again.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from copaper.errors import CouldNot

PROVENANCE = "provenance.json"
WORK = ".work"
LOCK = ".lock"
MANIFEST = "manifest.json"


def sha256(data: bytes) -> str:
    """Return the sha256 of ``data`` in hex."""
    return hashlib.sha256(data).hexdigest()


def write(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``, whole or not at all.

    Raises :class:`~copaper.errors.CouldNot` (code ``cannot-write``) when the disk is full or
    the folder may not be written to; what stood at ``path`` is then untouched.
    """
    temporary = path.with_name(f".{path.name}.part")
    try:
        with open(temporary, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
        _sync_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _cannot_write(path, error) from None


def _sync_folder(folder: Path) -> None:
    """Flush the folder itself, so that a move survives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _cannot_write(path: Path, error: OSError) -> CouldNot:
    reason = error.strerror or "unknown reason"
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        reason = f"{reason}, {shutil.disk_usage(_existing(path)).free:,} bytes free"
    return CouldNot("cannot-write", str(path), reason=reason)


def _existing(path: Path) -> Path:
    while not path.exists():
        path = path.parent
    return path


@contextmanager
def locked(out: Path) -> Iterator[Path]:
    """Hold ``out`` (made if missing) for this process and yield its empty work folder.

    The lock is the operating system's, so it ends with the process however that dies. If
    the run fails and had made the folder, nothing of it is left. Raises
    :class:`~copaper.errors.CouldNot` (code ``locked``) while another process holds it.
    """
    made = _first_missing(out)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(out, error) from None
    handle = _acquire(out)
    work = out / WORK
    try:
        _sweep(out)
        work.mkdir()
        yield work
    except OSError as error:
        raise _cannot_write(out, error) from None
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if {entry.name for entry in out.iterdir()} == {LOCK} and made:
            (out / LOCK).unlink()
            for folder in (out, *out.parents):
                if not folder.is_relative_to(made):
                    break
                if not any(folder.iterdir()):
                    folder.rmdir()
        os.close(handle)


def _first_missing(folder: Path) -> Path | None:
    """Return the topmost folder that has to be made for ``folder`` to exist, if any."""
    missing = None
    while not folder.exists():
        missing, folder = folder, folder.parent
    return missing


def _acquire(out: Path) -> int:
    path = out / LOCK
    while True:
        try:
            out.mkdir(parents=True, exist_ok=True)  # another run may have cleaned up
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise _cannot_write(path, error) from None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.read(handle, 20).decode("ascii", "replace").strip() or "unknown"
            os.close(handle)
            raise CouldNot("locked", str(out), pid=holder) from None
        # A lock file that its holder removed in the meantime guards nothing.
        if path.exists() and os.fstat(handle).st_ino == path.stat().st_ino:
            os.ftruncate(handle, 0)
            os.write(handle, str(os.getpid()).encode("ascii"))
            return handle
        os.close(handle)


def _sweep(out: Path) -> None:
    """Remove what a killed run left: part files, and a work folder that was never delivered.

    Its manifest is kept aside as the memory of which of the files in ``out`` are ours."""
    manifest = out / WORK / MANIFEST
    if manifest.is_file():
        os.replace(manifest, out / f".{MANIFEST}")
    shutil.rmtree(out / WORK, ignore_errors=True)
    for part in out.glob(".*.part"):
        part.unlink()


def append(path: Path, line: str) -> None:
    """Add one line to a log of ours; raise CouldNot (``cannot-write``) when that fails."""
    try:
        # A name that is no UTF-8 is told as it is, rather than nobody told of it.
        with open(path, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(" ".join(line.split()) + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _cannot_write(path, error) from None


def file_for_good(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put ``files`` into ``folder`` (made if missing), in their order, each whole or not at all.

    A file that is there already must hold the same bytes: what was filed is never replaced.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(folder, error) from None
    for name, data in files.items():
        path = folder / name
        if path.exists() and path.read_bytes() != data:
            raise CouldNot("already-filed", str(path))
        write(path, data)


def remove(paths: Iterable[Path]) -> None:
    """Remove files; one that is gone already is no error."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise _cannot_write(path, error) from None


def read_provenance(out: Path) -> dict:
    """Return what the last whole run recorded in ``out``; empty when there is none."""
    return _read_json(out / PROVENANCE)


def _read_json(path: Path) -> dict:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def is_current(out: Path, fingerprint: str) -> bool:
    """Tell whether ``out`` holds what a run with this fingerprint would make, unaltered."""
    return read_provenance(out).get("fingerprint") == fingerprint and is_whole(out)


def is_whole(out: Path, names: Iterable[str] | None = None) -> bool:
    """Tell whether the files of ``out`` (or ``names`` of them) are those that were recorded."""
    recorded = read_provenance(out).get("outputs", {})
    return all(
        name in recorded and (out / name).is_file() and sha256((out / name).read_bytes()) == recorded[name]
        for name in (recorded if names is None else names)
    )


def keep_edited(out: Path, name: str, filed: Collection[str] = ()) -> str:
    """Set aside ``out/name`` if somebody changed it since we wrote it, and return the new
    name, or an empty string if there was nothing to keep: ``filed`` are the sha256 of what is
    kept elsewhere."""
    path = out / name
    if not path.is_file():
        return ""
    digest = sha256(path.read_bytes())
    ours = {
        read_provenance(out).get("outputs", {}).get(name),
        _read_json(out / f".{MANIFEST}").get(name),
    }
    if digest in ours or digest in filed:
        return ""
    kept = f"{path.stem}.edited-{digest[:8]}{path.suffix}"
    os.replace(path, out / kept)
    return kept


def deliver(out: Path, names: tuple[str, ...], provenance: Mapping[str, object], *, filed: Collection[str] = (), gone: Collection[str] = ()) -> tuple[str, ...]:
    """Move the finished files ``names`` from the work folder of ``out`` to their places,
    then record the provenance (to which ``outputs`` with their sha256 is added). Those
    ``gone`` are not made any more: what an earlier run made of them is removed.

    A file that somebody changed since we wrote it, and that is not ``filed`` elsewhere, is set
    aside first; returns the names under which such files were kept.
    """
    work = out / WORK
    outputs = {name: sha256((work / name).read_bytes()) for name in sorted(names)}
    kept = tuple(filter(None, (keep_edited(out, name, filed) for name in sorted((*names, *gone)))))
    write(work / MANIFEST, _json(outputs))
    for name in sorted(names):
        os.replace(work / name, out / name)
    for name in gone:
        (out / name).unlink(missing_ok=True)
    _sync_folder(out)
    write(out / PROVENANCE, _json({**provenance, "outputs": outputs}))
    (out / f".{MANIFEST}").unlink(missing_ok=True)
    return kept


def publish(out: Path, files: Mapping[str, bytes | Path], record: Mapping[str, object]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Make the tree ``out`` hold ``files`` (bytes, or the file to copy, by path) and none that
    an earlier call wrote beside them; what others put there stays.

    Only what differs is written. Returns the paths that were written and those removed.
    """
    # Named before they are written, so that a killed run's files are known as ours.
    before = {*read_provenance(out).get("outputs", {}), *_read_json(out / f".{MANIFEST}")}
    write(out / f".{MANIFEST}", _json(dict.fromkeys((*before, *files), "")))
    written, digests = [], {}
    for name, source in files.items():
        data, path = source if isinstance(source, bytes) else source.read_bytes(), out / name
        digests[name] = sha256(data)
        if not path.is_file() or sha256(path.read_bytes()) != digests[name]:
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path, data)
            written.append(name)
    removed = sorted(name for name in before - digests.keys() if (out / name).is_file())
    for name in removed:
        (out / name).unlink()
        for folder in (out / name).parents:
            if folder == out or any(folder.iterdir()):
                break
            folder.rmdir()
    recorded = {**record, "outputs": digests}
    if recorded != read_provenance(out):
        write(out / PROVENANCE, _json(recorded))
    (out / f".{MANIFEST}").unlink()
    return tuple(written), tuple(removed)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
