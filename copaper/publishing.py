"""The library site, from approved papers to a folder that any web server can show.

A paper is published as it was last approved, from ``reviews/`` beside its exports, however
many reviews have come since. A quarter's paper is published when that is asked for and every
session that it rests on is approved: nobody reviews it by itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from copaper import steps, store
from copaper.communities import known_communities, read_community
from copaper.errors import BadInput
from copaper.jobs import default_raw
from copaper.library.digest import NETWORK
from copaper.library.quarters import Quarter
from copaper.library.search import Item, items
from copaper.library.site import INDEX, Published, pages
from copaper.papers.docx import render_docx
from copaper.papers.html import render_html
from copaper.papers.opendata import bibtex
from copaper.papers.leaflets import render_brief, render_flyer
from copaper.papers.pdf import render_pdf
from copaper.papers.units import base_hash
from copaper.records import Findings, Kind, Paper
from copaper.reviews import read_reviews
from copaper.versions import house_hash, versions

SITE = "library"
"""Name of the site's folder under ``data/processed``."""
_FORMS = {"PDF": (steps.PDF, ".pdf"), "Word": (steps.DOCX, ".docx"), "BibTeX": (steps.CITATION, ".bib")}
"""What a paper is offered as: the file that it is made from, and how its own name ends."""
_SHORT = {"Brief": (steps.BRIEF, "-brief.pdf"), "Flyer": (steps.FLYER, "-flyer.pdf")}
"""What a paper is offered as besides; not a quarter in which there was nothing."""


@dataclass(frozen=True)
class Site:
    """What publishing did: how many papers the site shows, which files are new or gone."""

    out: Path
    papers: int
    written: tuple[str, ...]
    removed: tuple[str, ...]


def default_out() -> Path:
    return default_raw().parent / "processed" / SITE


def publish(*, today: date, out: Path | None = None, address: str = "", quarters: bool = False, say: Callable[[str], None] = lambda what: None) -> Site:
    """Bring the library site up to date; a paper that is not approved any more is taken off.

    Only files that changed are written. Raises :class:`~copaper.errors.BadInput` when ``out``
    lies inside the raw data.
    """
    raw = default_raw()
    out = (out or default_out()).absolute()
    if out.resolve().is_relative_to(raw.resolve()):
        raise BadInput("output-inside-raw", str(out))
    homes = {read_community(home).code: home for home in known_communities(raw).values()}
    communities = {code: read_community(home) for code, home in homes.items()}
    house = store.sha256(json.dumps([house_hash(), versions()], sort_keys=True).encode())
    with store.locked(out):
        before = store.read_provenance(out).get("papers", {})
        files: dict[str, bytes | Path] = {}
        made: dict[str, str] = {}
        published = []
        for one, folder in (*_sessions(homes), *(_quarters(raw.parent / "processed", communities) if quarters else ())):
            published.append(one)
            made[one.place] = store.sha256(f"{base_hash(one.paper)} {house}".encode())
            library = communities[one.paper.community_code].library if one.paper.community_code in communities else ""
            files |= _files(one, folder, library, out if before.get(one.place) == made[one.place] else None, say)
        files |= pages(published, communities, today=today, address=address)
        written, removed = store.publish(out, files, {"papers": made, "address": address, "quarters": quarters})
    return Site(out, len(published), written, removed)


def publish_again(*, today: date) -> Site | None:
    """Bring the site in its usual place up to date as it was published last; None when there
    is none."""
    before = store.read_provenance(default_out())
    return publish(today=today, address=before["address"], quarters=before["quarters"]) if before else None


def library(raw: Path | None = None) -> list[Item]:
    """Return the findings of every paper that was processed, drafts too, newest session last."""
    raw = raw or default_raw()
    found = []
    for code in known_communities(raw):
        for file in sorted((raw.parent / "processed" / code).glob(f"*/{steps.PAPER}")):
            if (file.parent / steps.FINDINGS).is_file():
                found += items(Paper.from_json(file.read_text("utf-8")), _kinds(file.parent))
    return found


def _sessions(homes: Mapping[str, Path]) -> Iterator[tuple[Published, Path]]:
    for code, home in homes.items():
        for folder in sorted(path for path in home.iterdir() if path.is_dir()):
            if approvals := read_reviews(folder).approvals:
                record = approvals[-1][1]
                paper = Paper.model_validate(record["paper"])
                processed = home.parent.parent / "processed" / code / folder.name
                place = f"{code}/{paper.session.removeprefix(f'{code}-')}"  # the folder's name may hold anything
                yield Published(paper, place, date.fromisoformat(record["on"]), (*_offered(paper), *_in_short(paper)), items(paper, _kinds(processed))), processed


def _quarters(processed: Path, communities: Iterable[str]) -> Iterator[tuple[Published, Path]]:
    """Yield the quarterly papers that rest on approved papers only, but for quarters without a session."""
    for code in (*communities, NETWORK):
        for file in sorted((processed / code).glob(f"*-Q[1-4]/{steps.PAPER}")):
            paper = Paper.from_json(file.read_text("utf-8"))
            if paper.status == "compiled" and any(block.id == "sessions-table" for block in paper.blocks):
                quarter = Quarter.parse(file.parent.name)
                short = _in_short(paper) if (file.parent / steps.BRIEF).is_file() else ()
                yield Published(paper, f"{code}/{quarter}", quarter.next.first, (*_offered(paper), *short), (), quarter), file.parent


def _kinds(processed: Path) -> dict[str, Kind]:
    file = processed / steps.FINDINGS
    return {f.id: f.kind for f in Findings.from_json(file.read_text("utf-8")).findings} if file.is_file() else {}


def _offered(paper: Paper) -> tuple[tuple[str, str], ...]:
    return tuple((label, f"{paper.session}{ending}") for label, (_, ending) in _FORMS.items())


def _in_short(paper: Paper) -> tuple[tuple[str, str], ...]:
    return tuple((label, f"{paper.session}{ending}") for label, (_, ending) in _SHORT.items())


def _files(one: Published, folder: Path, library: str, kept: Path | None, say: Callable[[str], None]) -> dict[str, bytes | Path]:
    """Return a paper's files: those of its folder or of the site where they are of this very
    paper, else made anew."""
    paper = one.paper
    names = {steps.HTML: INDEX, **{(_FORMS | _SHORT)[label][0]: name for label, name in one.files}}
    paths = {source: f"{one.place}/{name}" for source, name in names.items()}
    if kept and store.is_whole(kept, paths.values()):
        return {path: kept / path for path in paths.values()}
    own = folder / steps.PAPER
    if own.is_file() and own.read_bytes() == paper.to_json().encode("utf-8", "surrogatepass") and store.is_whole(folder):
        found: dict[str, bytes | Path] = {paths[name]: folder / name for name in names if name != steps.CITATION}
    else:
        say(paper.session)
        found = {paths[steps.HTML]: render_html(paper), paths[steps.PDF]: render_pdf(paper), paths[steps.DOCX]: render_docx(paper)}
        if steps.BRIEF in paths:
            found |= {paths[steps.BRIEF]: render_brief(paper, library), paths[steps.FLYER]: render_flyer(paper, library)}
    return {**found, paths[steps.CITATION]: bibtex(paper)}
