"""Telling people how a run ended, with the link to it: by the Prefect block that is set up, or into a file.

A block of any of Prefect's notification types (e-mail, Teams, Slack, webhook …) that is saved
under the name ``copaper`` is used; without one, lines go to ``.copaper/notices.txt``.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from uuid import UUID

from prefect.blocks.core import Block
from prefect.blocks.notifications import NotificationBlock
from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_API_URL, PREFECT_UI_URL

from copaper import store
from tasks.moments import community_of, written
from tasks.overview import own_words
from tasks.processes import BLOCK, place

FILE = "notices.txt"


def link(run: UUID | str) -> str:
    """Return the address of a run's page."""
    page = PREFECT_UI_URL.value() or (PREFECT_API_URL.value() or "").removesuffix("/api")
    return f"{page}/runs/flow-run/{run}"


def was_told(what: UUID | str) -> bool:
    """Tell whether the file already speaks of a run, or holds these words."""
    file = place() / FILE
    words = " ".join(str(what).encode("utf-8", "backslashreplace").decode().split())  # as :func:`copaper.store.append` writes them
    return file.is_file() and words in file.read_text("utf-8")


def tell(name: str, state: str, run: UUID | str | None, message: str, community: str = "") -> None:
    """Tell of a run, or of something that no run is about; ids, states and our own sentences only.

    The time is told in the zone of ``community``."""
    page = link(run) if run else ""
    line = f"{written(datetime.datetime.now(datetime.UTC), community)} {state}: {name}. {message} {page}"
    place().mkdir(parents=True, exist_ok=True)
    store.append(place() / FILE, line)
    try:
        if block := _block():
            block.notify(subject=f"Copaper: {name} {state.casefold()}", body=f"{message}\n{page}".strip())
    except Exception as error:  # a mail server that is down must not fail a run
        store.append(place() / FILE, f"The line above could not be sent by the block “{BLOCK}” ({type(error).__name__}).")


def _block() -> NotificationBlock | None:
    """Return the block that is set up under our name, of whatever type; None without one."""
    with get_client(sync_client=True) as client:
        for document in client.read_block_documents(limit=200):
            if document.name == BLOCK and document.block_type:
                found = Block.load(f"{document.block_type.slug}/{BLOCK}")
                return found if isinstance(found, NotificationBlock) else None
    return None


def telling(*, failed: str, done: str = "") -> Callable:
    """Return a flow's hook that tells how a run ended and what is to be done now; a run that
    ended well and whose message begins with “Nothing” leaves nobody anything to do."""

    def on_end(flow, flow_run, state) -> None:  # Prefect wants these very names
        if state.is_completed() and (state.message or "").startswith("Nothing "):
            return
        words = own_words(state.message)
        tell(flow_run.name, state.name, flow_run.id, f"{words} {done if state.is_completed() else failed}".strip(), community_of(flow_run.parameters))

    return on_end
