"""Settings files that people write: what is wrong is named with its line and key."""

from __future__ import annotations

import pytest

from copaper.errors import BadInput
from copaper.intake.settings import SessionSettings, read_settings


@pytest.mark.parametrize(
    ("text", "code", "line", "details"),
    [
        ("title: A\ntitel: B\n", "yaml-key", 2, {"key": "titel", "suggestion": "“title”"}),
        ("people:\n  - name: A\n    rol: host\n", "yaml-key", 3, {"key": "people.1.rol", "suggestion": "“role”"}),
        ("people:\n  - role: host\n", "yaml-missing", 2, {"key": "people.1.name"}),
        ("title: A\nstart: soon\n", "yaml-value", 2, {"key": "start"}),
        ("clocks:\n  chat.txt: much\n", "yaml-value", 2, {"key": "clocks.chat.txt"}),
        ("fictional: perhaps\n", "yaml-value", 1, {"key": "fictional"}),
        ("title: [A\n", "yaml-syntax", 2, {}),
        ("- title\n", "yaml-syntax", 1, {}),
        ("title: &a B\nnote: *a\n", "yaml-syntax", 1, {}),
        ("title: !!python/object:os.system B\n", "yaml-syntax", 1, {}),
        ("title: A\ntitle: B\n", "yaml-syntax", 2, {}),
    ],
)
def test_what_is_wrong_is_named(text: str, code: str, line: int, details: dict[str, str]) -> None:
    with pytest.raises(BadInput) as caught:
        read_settings("session.yaml", text)
    error = caught.value
    assert (error.code, error.file, error.line) == (code, "session.yaml", line)
    assert details.items() <= error.details.items()


def test_an_unfolding_file_is_refused() -> None:
    text = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    with pytest.raises(BadInput):
        read_settings("session.yaml", text)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_an_empty_file_settles_nothing(text: str) -> None:
    assert read_settings("session.yaml", text) == SessionSettings()
