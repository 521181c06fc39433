"""Copaper: from what a community's webinar leaves behind to a discussion paper.

The package knows the job and nothing of Prefect; ``tasks/`` and ``flows/`` wrap it.
Data goes one way: intake, analysis, review, papers, library.
"""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("copaper")
except PackageNotFoundError:  # run from a checkout that was not installed
    __version__ = "0+unknown"
