"""Words of the language that are somebody's name as well: whoever is called Minor or Advice shares the name with a word that all use."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

LEAST = 2
"""Meetings, of those that the background was counted in, in which a word has to be used."""


@lru_cache(maxsize=4_096)
def is_ordinary(word: str) -> bool:
    """Tell whether a folded word stands in the dictionary, in some form is used in meetings at large, and is no given name above all."""
    from lemminflect import getAllLemmas  # its tables are large, and few names are words

    if word in given_names()[0]:
        return False
    used = background()[1]
    return any(used.get(lemma, 0) >= LEAST for lemmas in getAllLemmas(word).values() for lemma in lemmas)


@lru_cache(maxsize=1)
def background() -> tuple[int, dict[str, int]]:
    """Return the number of background meetings and in how many each lemma occurs."""
    data = json.loads(files("copaper.analysis").joinpath("data/background.json").read_text("utf-8"))
    return data["meetings"], data["counts"]


@lru_cache(maxsize=1)
def given_names() -> tuple[frozenset[str], frozenset[str]]:
    """Return folded given names: those that are nothing else, and those that are other words too."""
    sure, other = listed("given_names.txt").split("---")
    return frozenset(sure.split()), frozenset(other.split())


def listed(name: str) -> str:
    """Return a list of words without what stands in front of it on where it is from."""
    text = files("copaper.analysis").joinpath(f"data/{name}").read_text("utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))
