"""A session to its themes and findings."""

from copaper import steps
from tasks.runs import step

find_themes_and_findings = step(steps.find_themes_and_findings, timeout_seconds=3600)
