"""Times as people are told them: in their community's zone, else in that of the schedules."""

from datetime import datetime
from zoneinfo import ZoneInfo

from copaper.communities import find_community, known_communities
from copaper.errors import CopaperError
from copaper.jobs import default_raw
from copaper.library.quarters import Quarter

ZONE = ZoneInfo("Africa/Johannesburg")
"""The schedules' zone."""


def written(moment: datetime, community: str = "") -> str:
    """Return a moment to the minute with its zone, as “2026-11-27 11:05 SAST”."""
    return f"{moment.astimezone(zone(community)):%Y-%m-%d %H:%M %Z}"


def quarter_before(moment: datetime) -> Quarter:
    """Return the quarter that had ended last at ``moment``."""
    return Quarter.of(moment.astimezone(ZONE).date()).previous


def zone(community: str) -> ZoneInfo:
    """Return a community's time zone; the schedules' for none, or one that cannot be read."""
    try:
        return ZoneInfo(find_community(default_raw(), community).timezone) if community else ZONE
    except CopaperError:
        return ZONE


def community_of(parameters: dict) -> str:
    """Return the community that the parameters of a run speak of, or nothing."""
    if code := parameters.get("community"):
        return str(code)
    session = str(parameters.get("session") or "")
    return max((code for code in known_communities(default_raw()) if session.startswith(f"{code}-")), key=len, default="")
