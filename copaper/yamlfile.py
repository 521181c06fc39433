"""YAML files that people write by hand: read safely, and wrong keys named with their line."""

from __future__ import annotations

import difflib
import io
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

Model = TypeVar("Model", bound=BaseModel)


def load(name: str, text: str, model: type[Model]) -> Model:
    """Read ``text`` (the content of the file ``name``) as a ``model``.

    Raises :class:`~copaper.errors.BadInput` naming file, line and key: ``yaml-syntax``,
    ``yaml-key`` (an unknown key, with the nearest known one), ``yaml-missing`` or
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
        raise BadInput("yaml-syntax", name, mark.line + 1 if mark else 0, reason=error.problem or "not readable") from None
    except (YAMLError, ValueError, RecursionError):
        raise BadInput("yaml-syntax", name, reason="not readable") from None


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
    key = ".".join(str(part + 1) if isinstance(part, int) else str(part) for part in place) or "file"
    line = _line(tree, place)
    if first["type"] == "extra_forbidden":
        known = _known_keys(model, place[:-1])
        nearest = difflib.get_close_matches(str(place[-1]), known, 1, 0.5)
        suggestion = f"“{nearest[0]}”" if nearest else "one of these"
        return BadInput("yaml-key", name, line, key=key, suggestion=suggestion, known=", ".join(known))
    if first["type"] == "missing":
        return BadInput("yaml-missing", name, line, key=key)
    return BadInput("yaml-value", name, line, key=key, reason=_reason(first))


_UNION_PARTS = ("function-after", "str", "int", "float", "bool")


def _reason(error: dict) -> str:
    reason = error["msg"].removeprefix("Value error, ")
    return reason[:1].lower() + reason[1:]


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
