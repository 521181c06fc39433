"""What the bytes of all outputs depend on beside their inputs: our own code, and that of others."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from copaper import __version__, store

_HOUSE = Path(__file__).resolve().parent

# A change of one of them is a reason to redo.
_LIBRARIES = (
    "spacy", "scikit-learn", "numpy", "python-docx", "weasyprint", "pydyf", "fonttools",
    "jinja2", "pikepdf", "vl-convert-python", "pandas", "phonenumbers",
    "pycld2",
)  # fmt: skip


@cache
def house_hash() -> str:
    """Hash our own code, templates and trained data, so that an upgrade is a reason to redo. Told once in a process: it works
    with the code that it began with, and hundreds of sessions would read all of it hundreds of times."""
    digests = []
    for folder in (_HOUSE, _HOUSE.parent / "templates"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc":
                digests.append((path.relative_to(folder).as_posix(), store.sha256(path.read_bytes())))
    return store.sha256(repr(digests).encode())


def versions() -> dict[str, str]:
    """Return the versions of what the outputs depend on."""
    return {"copaper": __version__} | {name: _version(name) for name in _LIBRARIES}


@cache
def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
