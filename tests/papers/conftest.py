"""What the tests of papers share."""

from __future__ import annotations

import pytest

from copaper.papers import liking


@pytest.fixture(autouse=True)
def _all_liked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let readers like everything: the sentences of these tests say just as much as each needs. Whoever tests what is liked asks for ``disliked``."""
    if "disliked" not in request.fixturenames:
        monkeypatch.setattr(liking, "liked", lambda text: 1.0)


@pytest.fixture
def disliked(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """How much readers like what begins so; all else they like."""
    chances: dict[str, float] = {}
    monkeypatch.setattr(liking, "liked", lambda text: next((chance for words, chance in chances.items() if text.startswith(words)), 1.0))
    return chances
