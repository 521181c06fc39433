"""Files whole or not at all, one run at a time, whatever kills it."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from copaper import store
from copaper.errors import BadInput, CouldNot
from copaper.jobs import job_for

ROOT = Path(__file__).resolve().parent.parent

RUN = """
    import os, signal, sys
    from pathlib import Path
    from copaper import store

    left = int(sys.argv[2])

    def counted(function):
        def call(*args, **more):
            global left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*args, **more)
        return call

    for name in ("replace", "fsync", "mkdir", "unlink"):
        setattr(os, name, counted(getattr(os, name)))
    out = Path(sys.argv[1])
    with store.locked(out) as work:
        for name in ("a.txt", "b.txt", "c.txt"):
            store.write(work / name, sys.argv[3].encode() + name.encode())
        store.deliver(out, ("a.txt", "b.txt", "c.txt"), {"fingerprint": sys.argv[3]})
    print("left", left)
"""


def run(out: Path, die_at: int, content: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(RUN), str(out), str(die_at), content],
        capture_output=True, text=True, cwd=ROOT, timeout=60,
    )  # fmt: skip


def outputs(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.iterdir() if not p.name.startswith(".")}


def test_killed_at_every_write_the_next_run_puts_it_right(tmp_path):
    whole = run(tmp_path / "whole", 10_000, "new")
    operations = 10_000 - int(whole.stdout.split()[1])
    assert operations > 10
    expected = outputs(tmp_path / "whole")
    for at in range(1, operations + 1):
        out = tmp_path / f"at-{at}"
        assert run(out, 10_000, "old").returncode == 0
        assert run(out, at, "new").returncode == -signal.SIGKILL
        for name, data in outputs(out).items():
            assert name == store.PROVENANCE or data in (b"old" + name.encode(), b"new" + name.encode()), "half a file"
        assert run(out, 10_000, "new").returncode == 0
        assert outputs(out) == expected, f"killed at operation {at}"
        assert not [p.name for p in out.iterdir() if p.name.endswith(".part") or p.name in (store.WORK, f".{store.MANIFEST}")]


def test_a_second_run_is_told_who_holds_the_lock(tmp_path):
    with store.locked(tmp_path / "out"), pytest.raises(CouldNot) as error, store.locked(tmp_path / "out"):
        pass
    assert error.value.code == "locked" and error.value.details["pid"] == str(os.getpid())
    with store.locked(tmp_path / "out"):
        pass  # free again


def test_a_failed_first_run_leaves_no_folder(tmp_path):
    out = tmp_path / "new" / "deeper"
    with pytest.raises(RuntimeError), store.locked(out):
        raise RuntimeError
    assert not (tmp_path / "new").exists()


def test_a_full_disk_leaves_what_was_there(tmp_path):
    target = tmp_path / "file"
    store.write(target, b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
        with pytest.raises(CouldNot) as error:
            store.write(target, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert error.value.code == "cannot-write"
    assert target.read_bytes() == b"old" and len(list(tmp_path.iterdir())) == 1


def test_an_edited_file_is_set_aside_and_ours_is_not(tmp_path):
    with store.locked(tmp_path) as work:
        store.write(work / "paper.docx", b"one")
        assert store.deliver(tmp_path, ("paper.docx",), {"fingerprint": "1"}) == ()
    assert store.keep_edited(tmp_path, "paper.docx") == ""
    (tmp_path / "paper.docx").write_bytes(b"edited")
    kept = store.keep_edited(tmp_path, "paper.docx")
    assert (tmp_path / kept).read_bytes() == b"edited" and not (tmp_path / "paper.docx").exists()


def test_current_means_same_fingerprint_and_untouched_outputs(tmp_path):
    with store.locked(tmp_path) as work:
        store.write(work / "a", b"1")
        store.deliver(tmp_path, ("a",), {"fingerprint": "f"})
    assert store.is_current(tmp_path, "f") and not store.is_current(tmp_path, "g")
    (tmp_path / "a").write_bytes(b"2")
    assert not store.is_current(tmp_path, "f")
    (tmp_path / store.PROVENANCE).write_text(json.dumps([1]))
    assert not store.is_current(tmp_path, "f")


def test_two_folders_are_not_one_community(tmp_path: Path) -> None:
    for folder, code in (("bas", "bas"), ("dig", "bas"), ("eno", "en2")):
        (tmp_path / folder / "2026-11-05").mkdir(parents=True)
        (tmp_path / folder / "community.yaml").write_text(f"code: {code}\nname: A community\n")
    assert job_for(tmp_path / "bas" / "2026-11-05").session_id == "bas-2026-11-05"
    with pytest.raises(BadInput) as refused:
        job_for(tmp_path / "dig" / "2026-11-05")
    assert refused.value.code == "community-twice" and "code: dig" in str(refused.value)
    assert job_for(tmp_path / "eno" / "2026-11-05").session_id == "en2-2026-11-05"
