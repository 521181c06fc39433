"""The import rules of the house: one direction, three layers, one writer."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("intake", "analysis", "papers", "review", "library")
"""A room may import rooms before it. A review is of a paper, so it knows what a paper is made of."""
EDGES = {"cli.py", "__main__.py", "checks.py", "steps.py", "evaluation.py"}
"""Modules that join the rooms together and talk to people."""
SHARED = {"records", "errors", "privacy", "communities", "textclean", "yamlfile"}


def python_files(folder: str) -> list[Path]:
    return sorted(p for p in (ROOT / folder).rglob("*.py") if "__pycache__" not in p.parts)


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("file", python_files("copaper"), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_package_knows_nothing_of_prefect_or_the_command_line(file):
    banned = {"prefect", "tasks", "flows"} | (set() if file.name in EDGES else {"typer"})
    assert not {name.split(".")[0] for name in imports(file)} & banned


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_is_before_it(room):
    later = ROOMS[ROOMS.index(room) + 1 :]
    for file in python_files(f"copaper/{room}"):
        if "training" in file.parts:
            continue  # learns from meetings as intake reads them, offline
        for name in imports(file):
            parts = name.split(".")
            assert not (parts[0] == "copaper" and len(parts) > 1 and parts[1] in later), f"{file.name} imports {name}"


def writes(file: Path) -> set[int]:
    """Return the lines on which a file opens something for writing."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        modes = [a.value for a in (*node.args, *(k.value for k in node.keywords)) if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if name in ("write_text", "write_bytes", "mkdir", "unlink", "rmtree", "rename", "touch") or (
            name == "open" and isinstance(node.func, ast.Name) and any(m[:1] in "wax" for m in modes)
        ):
            found.add(node.lineno)
    return found


def test_only_the_store_writes_files():
    for file in python_files("copaper"):
        if file.name in ("store.py", "evaluation.py") or "training" in file.parts:
            continue
        assert not writes(file), f"{file.relative_to(ROOT)} writes on {writes(file)}"


@pytest.mark.parametrize("file", [*python_files("tasks"), *python_files("flows")], ids=lambda p: str(p.relative_to(ROOT)))
def test_tasks_and_flows_are_thin(file):
    heavy = {"spacy", "docx", "weasyprint", "pandas", "jinja2", "lxml", "sklearn"}
    assert not {name.split(".")[0] for name in imports(file)} & heavy
    assert len(file.read_text("utf-8").splitlines()) <= 250


@pytest.mark.parametrize("file", [*python_files("tasks"), *python_files("flows")], ids=lambda p: str(p.relative_to(ROOT)))
def test_no_task_or_flow_shadows_a_package(file):
    """Prefect may put the flow's folder first on the path, where its files would shadow others."""
    if file.stem == "__init__":
        return
    assert file.stem not in sys.stdlib_module_names
    spec = importlib.util.find_spec(file.stem)
    # A folder of tests of the same name is no package that anything would import.
    assert spec is None or spec.origin is None or Path(spec.origin).resolve() == file.resolve()
