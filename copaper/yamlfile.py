"""YAML files that people write by hand: read safely, and wrong keys named with their line."""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent

from copaper.errors import BadInput

LONGEST = 4 << 20
"""Characters; nobody writes a longer settings file by hand."""

_TAB = "found character '\\t'"
_COLON = "mapping values are not allowed here"
"""What the parser says of a tab before the words of a line, and of a colon within a value."""
_COLONS = re.compile(r":(?=\s|$)")

Model = TypeVar("Model", bound=BaseModel)


def load(name: str, text: str, model: type[Model]) -> Model:
    """Read ``text`` (the content of the file ``name``) as a ``model``.

    Raises :class:`~copaper.errors.BadInput` naming file, line and key: ``yaml-syntax``,
    ``yaml-tab``, ``yaml-colon``, ``yaml-key`` (an unknown key, with the nearest known one), ``yaml-missing`` or
    ``yaml-value``. Aliases and tags are refused, as they can be made to unfold without end
    or to build objects.
    """
    if len(text) > LONGEST:
        raise BadInput("file-too-large", name, limit="4 MB")
    tree = _parse(name, text)
    if tree is None:
        tree = CommentedMap()
    if not isinstance(tree, CommentedMap):
        raise BadInput("yaml-syntax", name, 1, reason="it should be a list of “key: value” lines")
    try:
        return model.model_validate(_plain(tree))
    except ValidationError as error:
        raise _explain(name, tree, model, error) from None


def _parse(name: str, text: str) -> Any:
    yaml = YAML(typ="rt", pure=True)
    try:
        for event in yaml.parse(text):
            if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
                raise BadInput("yaml-syntax", name, event.start_mark.line + 1, reason="anchors and aliases are not used here")
            tag = getattr(event, "tag", None)
            if tag and str(tag) not in ("!", "None"):
                raise BadInput("yaml-syntax", name, event.start_mark.line + 1, reason="tags are not used here")
        return YAML(typ="rt", pure=True).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, problem = mark.line + 1 if mark else 0, error.problem or "not readable"
        raise BadInput(_syntax(problem, text, line), name, line, reason=problem) from None
    except (YAMLError, ValueError, RecursionError):
        raise BadInput("yaml-syntax", name, reason="not readable") from None


def _syntax(problem: str, text: str, line: int) -> str:
    """Return the code of what the parser found at ``line``: what people who do not know YAML
    often write has its own."""
    if problem.startswith(_TAB):
        return "yaml-tab"
    written = text.splitlines()[line - 1 : line]
    # A line that is indented too far gets the same words, with one colon.
    return "yaml-colon" if problem == _COLON and written and len(_COLONS.findall(written[0])) > 1 else "yaml-syntax"


def line_of(name: str, text: str, *place: str | int) -> int:
    """Return the line of the key or entry at ``place`` in a file that was read before."""
    return _line(_parse(name, text), place)


def with_entry(name: str, text: str, key: str, entry: dict[str, Any], same: Callable[[dict[str, Any]], bool]) -> str:
    """Return ``text`` with ``entry`` in its list ``key``. An item that is the ``same`` gets what
    it lacks of it and keeps its own ``name``. What people wrote stays, comments too."""
    tree = _parse(name, text)
    if tree is None:
        tree = CommentedMap()
    if tree.get(key) is None:
        tree[key] = CommentedSeq()
    items = tree[key]
    found = next((item for item in items if same(_plain(item))), None)
    if found is None:
        items.append(CommentedMap(entry))
    else:
        found.update({field: value for field, value in entry.items() if field != "name"})
    out = io.StringIO()
    yaml = YAML(typ="rt", pure=True)
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.dump(tree, out)
    return out.getvalue()


def _plain(node: Any) -> Any:
    """Return ``node`` as plain dicts, lists and scalars."""
    if isinstance(node, CommentedMap):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, CommentedSeq):
        return [_plain(value) for value in node]
    return node


def _explain(name: str, tree: CommentedMap, model: type[BaseModel], error: ValidationError) -> BadInput:
    first = min(error.errors(), key=lambda e: _line(tree, e["loc"]))
    place = tuple(part for part in first["loc"] if not (isinstance(part, str) and part in _UNION_PARTS))
    key = ", ".join(f"entry {part + 1}" if isinstance(part, int) else str(part) for part in place) or "file"
    line = _line(tree, place)
    if first["type"] == "extra_forbidden":
        known = _known_keys(model, place[:-1])
        nearest = difflib.get_close_matches(str(place[-1]), known, 1, 0.5)
        suggestion = f"“{nearest[0]}”" if nearest else "one of these"
        return BadInput("yaml-key", name, line, key=key, suggestion=suggestion, known=", ".join(known))
    if first["type"] == "missing":
        return BadInput("yaml-missing", name, line, key=key)
    return BadInput("yaml-value", name, line, key=key, reason=_reason(first, model))


_UNION_PARTS = ("function-after", "str", "int", "float", "bool")

_YES_OR_NO, _DATE, _MOMENT = "it should be “true” or “false”", "it should be a date, as 2026-11-23", "it should be a date and time, as 2026-11-23 10:00"
_WORDS = {
    "bool_parsing": _YES_OR_NO, "bool_type": _YES_OR_NO,
    "date_from_datetime_parsing": _DATE, "date_parsing": _DATE, "date_type": _DATE,
    "datetime_from_date_parsing": _MOMENT, "datetime_parsing": _MOMENT, "datetime_type": _MOMENT,
    "dict_type": "it should have lines of its own below it, as “  one thing: another”",
    "enum": "it should be {expected}",
    "float_parsing": "it should be a number, as 90 or -2.5", "float_type": "it should be a number, as 90 or -2.5",
    "int_parsing": "it should be a whole number, as 30", "int_type": "it should be a whole number, as 30",
    "model_type": "it should begin with a key, as “{example}”",
    "string_too_short": "it is empty",
    "string_type": "it should be a text; put quotation marks around a number or a date",
    "tuple_type": "it should be a list: below it a line for each entry, as “  - {example}”",
}  # fmt: skip
"""What a value should be, by the validator's name for what is wrong; of others its own words are told."""


def _reason(error: dict, model: type[BaseModel]) -> str:
    if error["input"] is None:
        return "it is empty"
    if words := _WORDS.get(error["type"]):
        expected = str(error.get("ctx", {}).get("expected", "")).replace("'", "")
        return words.format(expected=expected, example=_example(model, error["loc"]))
    reason = error["msg"].removeprefix("Value error, ")
    return reason[:1].lower() + reason[1:]


def _example(model: type[BaseModel], place: tuple) -> str:
    """Return how what belongs at ``place`` begins: its first key, if it has any."""
    inner: Any = model
    for part in place:
        if not isinstance(part, int):
            inner = _model_in(inner.model_fields[part].annotation) if inner and part in inner.model_fields else None
    return f"{next(iter(inner.model_fields))}: …" if inner else "…"


def _line(tree: Any, place: tuple) -> int:
    """Return the line (from 1) of the deepest part of ``place`` that stands in the file."""
    line = 0
    node = tree
    for part in place:
        try:
            if isinstance(node, CommentedMap) and part in node:
                line = node.lc.key(part)[0] + 1
                node = node[part]
            elif isinstance(node, CommentedSeq) and isinstance(part, int):
                line = node.lc.item(part)[0] + 1
                node = node[part]
            else:
                break
        except (KeyError, IndexError, TypeError, AttributeError):
            break
    return line


def _known_keys(model: type[BaseModel], place: tuple) -> list[str]:
    """Return the keys that ``model`` knows at ``place``."""
    current: Any = model
    for part in place:
        if isinstance(part, int):
            continue
        field = current.model_fields.get(part)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            break
        current = inner
    return sorted(current.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found:
            return found
    return None
