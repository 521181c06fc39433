"""docs/communities.md names every key that the settings files may have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from copaper.communities import CodeBookEntry, Community, Forthcoming, Policy, read_community
from copaper.intake.settings import PersonCorrection, SessionSettings, read_settings
from copaper.records import Kind

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "communities.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "model", [Community, CodeBookEntry, Forthcoming, SessionSettings, PersonCorrection]
)
def test_every_key_is_explained(model):
    explained = set(re.findall(r"`([a-z_]+)`", PAGE))
    assert set(model.model_fields) - explained == set()


def test_every_policy_is_explained():
    assert {policy.value for policy in Policy} <= set(re.findall(r"`([a-z_]+)`", PAGE))


def test_every_kind_of_finding_is_in_the_glossary():
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    kinds = re.findall(r"^\| (\w+) \|", page.partition("## The nine kinds")[2], re.M)
    assert set(kinds) - {"kind"} == {kind.value for kind in Kind}


@pytest.mark.parametrize("code", ["bas", "eno", "rme"])
def test_the_registry_entries_are_valid(code):
    assert read_community(ROOT / "data" / "raw" / code).code == code


def test_the_sample_is_marked_as_fictional():
    file = ROOT / "data" / "raw" / "bas" / "2020-09-22" / "session.yaml"
    assert read_settings(str(file), file.read_text(encoding="utf-8")).fictional
