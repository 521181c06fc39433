"""Charts: one Vega-Lite specification each, drawn as SVG for print and screen, PNG for Word.

The specifications stand in ``templates/figures``, where staff can restyle them; a figure's
numbers are put in as data, so nothing in them is ever evaluated.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from itertools import pairwise

from copaper.errors import CouldNot
from copaper.papers.printable import FONTS
from copaper.papers.wording import capitalised
from copaper.records import Figure
from copaper.textclean import clean

_SPECS = FONTS.parent / "figures"
_ROW = 17
"""Pixels per bar of a bar chart."""
_STEP = 5.0
"""Minutes that a figure over time shows if it has one number only."""


@cache
def _library():
    import vl_convert

    vl_convert.register_font_directory(str(FONTS / "charts"))
    return vl_convert


def specification(figure: Figure) -> dict:
    """Return the Vega-Lite specification of a figure with its data."""
    file = _SPECS / f"{figure.chart}.vl.json"
    try:
        spec = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        raise CouldNot("template-broken", str(file), reason="not a Vega-Lite specification") from None
    rows = [
        # A lone surrogate would not raise in the library but end the process.
        {"order": i, "label": clean(label)[0], "value": float(value), "shown": text, "top": label in figure.marked or not figure.marked}
        for i, ((label, value), text) in enumerate(zip(figure.data, shown(figure), strict=True))
    ]
    end = figure.end
    if figure.chart == "bars":
        spec["height"] = _ROW * len(figure.data)
    else:
        rows = _over_time(rows)
        end = max([end, *(row["until"] for row in rows)])
    spec["data"] = {"values": rows}
    _fill(spec, {"%LABEL%": clean(figure.label)[0], "%UNIT%": capitalised(clean(figure.unit)[0]), "%END%": end})
    return spec


def shown(figure: Figure) -> list[str]:
    """Return a figure's numbers as they are written, all with as many decimals as any needs."""
    decimals = int(any(value != round(value) for _, value in figure.data))
    return [f"{value:.{decimals}f}" for _, value in figure.data]


def _over_time(rows: list[dict]) -> list[dict]:
    """Return the rows of a figure over time, each with the minute that it lasts ``until``. A time that is left out divides the line: ``piece`` numbers its parts."""
    minutes = [float(row["label"]) for row in rows]
    step = min((after - before for before, after in pairwise(minutes)), default=_STEP)
    found, piece = [], 0
    for row, minute, following in zip(rows, minutes, [*minutes[1:], None], strict=True):
        row |= {"minute": minute, "until": minute + step, "piece": piece}
        found.append(row)
        if following is None or following > minute + step:
            found.append(row | {"minute": minute + step, "closes": True})
            piece += 1
    return found


def _fill(node, values: dict[str, str | float]) -> None:
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in items:
        if isinstance(value, str) and value in values:
            node[key] = values[value]
        elif isinstance(value, dict | list) and key != "data":
            _fill(value, values)


@lru_cache(64)
def svg(figure: Figure) -> str:
    """Return a figure as SVG; the same figure always gives the same bytes. Every form of a
    paper shows the same ones, so they are kept."""
    return _library().vegalite_to_svg(specification(figure), allowed_base_urls=[])


def png(figure: Figure, scale: float = 3.0) -> bytes:
    """Return a figure as PNG, ``scale`` pixels for each of the SVG's."""
    return _library().svg_to_png(svg(figure), scale=scale)
