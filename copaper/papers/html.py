"""A paper as HTML: one self-contained web page, and the pages that the PDF is made of.

Every template is rendered with autoescape on (Jinja2 leaves it off for ``.html.j2`` by
default) and with undefined names as errors; templates come from ``templates/`` only.
"""

from __future__ import annotations

import base64
import json
import textwrap
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from copaper.errors import CouldNot
from copaper.papers import charts
from copaper.papers.links import web_address
from copaper.papers.printable import FONTS, rewritten
from copaper.papers.units import block_units, card_ids, item_units, pieces, row_parts, status
from copaper.papers.wording import day, no_lone_end
from copaper.records import Block, Figure, Heading, Paper, Picture, Table
from copaper.textclean import clean

TEMPLATES = FONTS.parent


@cache
def environment() -> jinja2.Environment:
    """Return the environment that every template is rendered in."""
    found = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["web_address"] = web_address
    found.filters["pieces"], found.filters["no_lone_end"] = pieces, no_lone_end
    found.filters["shortened"] = headline
    found.filters["shown"], found.filters["zip"] = charts.shown, zip
    found.globals["units_of"] = lambda block: {unit.part: unit for unit in block_units(block)}
    found.globals["items_of"], found.globals["rows_of"], found.globals["card_ids"] = item_units, row_parts, card_ids
    return found


def headline(text: str, most: int) -> str:
    """Return what stands at the head of a page, shortened to so many letters at a word's end, or within the word that alone is longer."""
    found = textwrap.shorten(text, most, placeholder=" …", break_on_hyphens=False)
    return found if found.strip("… ") or not text.strip() else f"{text[: most - 2]} …"


def render(template: str, paper: Paper, pictures: Mapping[str, str], **more: object) -> str:
    """Render ``paper`` by a template; ``pictures`` are the addresses of its figures by id."""
    return filled(
        template,
        paper=paper,
        date=day(paper.date),
        status=status(paper),
        sections=sections(paper),
        contents=contents(paper),
        numbers=numbers(paper),
        widths=widths(paper),
        cited=first_citations(paper),
        pictures=pictures,
        **more,
    )


def filled(template: str, **values: object) -> str:
    """Return a template of ``templates/`` filled with values; raise CouldNot
    (``template-broken``) when it cannot be."""
    try:
        return environment().get_template(template).render(**values)
    except jinja2.TemplateError as error:
        raise CouldNot("template-broken", str(Path("templates") / template), getattr(error, "lineno", 0) or 0, reason=type(error).__name__) from None


def render_html(paper: Paper) -> bytes:
    """Return the paper as one web page that asks for nothing outside itself."""
    paper = rewritten(paper, lambda text: clean(text)[0])
    pictures = {
        block.id: "data:image/svg+xml;base64," + base64.b64encode(charts.svg(block).encode()).decode()
        for block in paper.blocks
        if isinstance(block, Figure)
    }
    pictures |= {block.id: f"data:image/{block.format};base64,{block.data}" for block in paper.blocks if isinstance(block, Picture)}
    text = render(
        "page.html.j2",
        paper,
        pictures,
        stylesheet=Markup((TEMPLATES / "page.css").read_text("utf-8")),
        json_ld=Markup(_json_ld(paper)),
    )
    return text.encode()


def _json_ld(paper: Paper) -> str:
    """Return the paper's description as a schema.org Report, safe inside a script element."""
    described = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": paper.title,
        "headline": paper.title,
        "abstract": paper.abstract,
        "datePublished": paper.date.isoformat(),
        "inLanguage": paper.language,
        "keywords": list(paper.keywords),
        "license": paper.licence,
        "publisher": {"@type": "Organization", "name": paper.publisher},
        "creativeWorkStatus": paper.status,
        "version": paper.version,
    }
    text = json.dumps(described, ensure_ascii=False, sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def first_citations(paper: Paper) -> dict[int, str]:
    """Return the id of the block that cites an entry of the evidence annex first, by number."""
    found: dict[int, str] = {}
    for block in paper.blocks:
        for unit in block_units(block):
            for run in unit.runs:
                if run.cite:
                    found.setdefault(run.cite, block.id)
    return found


# --- what all three forms number alike ------------------------------------------------


def sections(paper: Paper) -> list[list[Block]]:
    """Return the blocks in chapters, each beginning with its heading of level 1."""
    found: list[list[Block]] = []
    for block in paper.blocks:
        if isinstance(block, Heading) and block.level == 1 or not found:
            found.append([])
        found[-1].append(block)
    return found


def contents(paper: Paper) -> list[dict[str, object]]:
    """Return the entries of the table of contents: chapters and sections."""
    found: list[dict[str, object]] = []
    for block in paper.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            found.append({"id": block.id, "level": block.level, "text": block.text})
    return found


def numbers(paper: Paper) -> dict[str, int]:
    """Return the numbers of tables and of figures, each counted from 1, by block id."""
    counts = {"table": 0, "figure": 0}
    found = {}
    for block in paper.blocks:
        if isinstance(block, Table | Figure):
            counts[block.type] += 1
            found[block.id] = counts[block.type]
    return found


def widths(paper: Paper) -> dict[str, list[float]]:
    """Return the widths of each table's columns in per cent."""
    found = {}
    for block in paper.blocks:
        if isinstance(block, Table):
            parts = block.widths or (1,) * len(block.header)
            found[block.id] = [round(100 * part / sum(parts), 2) for part in parts]
    return found
