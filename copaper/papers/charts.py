"""Charts: one Vega-Lite specification each, drawn as SVG for print and screen, PNG for Word.

The specifications stand in ``templates/figures``, where staff can restyle them; a figure's
numbers are put in as data, so nothing in them is ever evaluated.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache

from copaper.errors import CouldNot
from copaper.papers.printable import FONTS
from copaper.records import Figure
from copaper.textclean import clean

_SPECS = FONTS.parent / "figures"
_ROW = 19
"""Pixels per bar of a bar chart."""


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
    values = [float(value) for _, value in figure.data]
    peak = _peak(figure, values)
    spec["data"] = {
        "values": [
            # A lone surrogate would not raise in the library but end the process.
            {"order": i, "label": clean(label)[0], "value": value, "shown": f"{value:g}", "top": i == peak}
            for i, ((label, _), value) in enumerate(zip(figure.data, values, strict=True))
        ]
    }
    if figure.chart == "bars":
        spec["height"] = _ROW * len(figure.data)
    _fill(spec, {"%LABEL%": clean(figure.label)[0], "%UNIT%": clean(figure.unit)[0]})
    return spec


def _peak(figure: Figure, values: list[float]) -> int | None:
    """Return which bar stands out, if one does: the only tallest, and no remainder at the end."""
    if not values or values.count(max(values)) > 1:
        return None
    peak = values.index(max(values))
    return None if figure.chart == "bars" and peak > 0 else peak


def _fill(node, values: dict[str, str]) -> None:
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
