"""Settings files that people write: what is wrong is named with its line and key."""

from __future__ import annotations

import pytest

from copaper.communities import Community
from copaper.errors import BadInput
from copaper.intake.settings import SessionSettings, read_settings
from copaper.yamlfile import load


@pytest.mark.parametrize(
    ("text", "code", "line", "details"),
    [
        ("title: A\ntitel: B\n", "yaml-key", 2, {"key": "titel", "suggestion": "“title”"}),
        ("people:\n  - name: A\n    rol: host\n", "yaml-key", 3, {"key": "people, entry 1, rol", "suggestion": "“role”"}),
        ("people:\n  - role: host\n", "yaml-missing", 2, {"key": "people, entry 1, name"}),
        ("title: A\nstart: soon\n", "yaml-value", 2, {"key": "start"}),
        ("clocks:\n  chat.txt: much\n", "yaml-value", 2, {"key": "clocks, chat.txt"}),
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


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("title: A\npeople:\n\t- name: B\n", "yaml-tab", 3, "Use spaces instead of the tab"),
        ("title: Prices: how to set them\n", "yaml-colon", 1, "quotation marks"),
        ("title: A\n  note: B\n", "yaml-syntax", 2, "indentation"),
        ("start: 14/11/2026 10h00\n", "yaml-value", 1, "it should be a date and time, as 2026-11-23 10:00"),
        ("people: Ilse\n", "yaml-value", 1, "it should be a list: below it a line for each entry, as “  - name: …”"),
        ("people: [Ilse]\n", "yaml-value", 1, "it should begin with a key, as “name: …”"),
        ("agenda: Welcome\n", "yaml-value", 1, "as “  - …”"),
        ("clocks: [chat.txt]\n", "yaml-value", 1, "lines of its own"),
        ("clocks:\n  chat.txt: much\n", "yaml-value", 2, "it should be a number"),
        ("people:\n  - name: Ilse\n    role: boss\n", "yaml-value", 3, "it should be host, panellist, attendee or bot"),
        ("fictional: perhaps\n", "yaml-value", 1, "“true” or “false”"),
        ("title: 2020\n", "yaml-value", 1, "quotation marks around a number"),
        ("title:\n", "yaml-value", 1, "it is empty"),
    ],
)
def test_what_people_often_write_is_told_in_plain_words(text: str, code: str, line: int, words: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_settings("session.yaml", text)
    assert (caught.value.code, caught.value.line) == (code, line)
    assert words in str(caught.value) and "nput should" not in str(caught.value)


@pytest.mark.parametrize(
    ("entry", "words"),
    [("code: DIG", "of small letters, digits and hyphens"), ("code: dig\nlanguage: English", "as en or en-ZA"), ("code: dig\nforthcoming:\n  - date: soon\n    title: A", "a date, as 2026-11-23"),
     ("code: dig\nretention_days: long", "a whole number, as 30"), ("code: dig\ntimezone: SAST", "as in Africa/Johannesburg")],
)  # fmt: skip
def test_what_is_wrong_with_a_community_is_told_in_plain_words(entry: str, words: str) -> None:
    with pytest.raises(BadInput) as caught:
        load("community.yaml", f"name: Digital Skills\n{entry}\n", Community)
    assert caught.value.code == "yaml-value" and words in str(caught.value)


def test_an_unfolding_file_is_refused() -> None:
    text = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    with pytest.raises(BadInput):
        read_settings("session.yaml", text)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_an_empty_file_settles_nothing(text: str) -> None:
    assert read_settings("session.yaml", text) == SessionSettings()
