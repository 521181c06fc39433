"""Exports to a session."""

from copaper import steps
from tasks.runs import step

read_exports = step(steps.read_exports, timeout_seconds=900, retries=3)
