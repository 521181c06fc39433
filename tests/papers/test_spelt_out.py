"""What the talk says that its abbreviations stand for."""

from __future__ import annotations

import pytest

from copaper.communities import Community, Policy
from copaper.papers import front
from copaper.papers.spelt_out import spelt_out
from copaper.privacy import Privacy
from tests.factories import session


@pytest.mark.parametrize(
    ("said", "short", "long"),
    [
        ("We follow the Committee of Bean Growers, the CBG guide.", "CBG", "Committee of Bean Growers"),
        ("The Bean Growers Fund (BGF) pays for it.", "BGF", "Bean Growers Fund"),
        ("CBG stands for committee of bean growers, as you know.", "CBG", "committee of bean growers"),
        ("BF, the Bean Fund, pays.", "BF", "Bean Fund"),
        ("She leads the Higher Bean Council for Limpopo in the north.", "HBCL", "Higher Bean Council for Limpopo"),
        ("He is with the Department of Bean Farming.", "DOBF", "Department of Bean Farming"),
        ("We met the New South Beans. The NSB exam is late.", "NSB", None),
        ("It is in the BGC—the bean growers' census—and in our own.", "BGC", None),
        ("It is in the BGC—the bean grower census—and in our own.", "BGC", "bean grower census"),
        # two letters by chance, words that are no name, two things of these initials
        ("Big Farms pay. We like BF.", "BF", None),
        ("We have beans, greens, flowers. BGF pays.", "BGF", None),
        ("AP, another problem, is here.", "AP", None),
        ("The Bean Growers Fund and the Big Garden Fair pay.", "BGF", None),
        ("We grow beans.", "BGF", None),
        ("The U.S. Grain Board meets.", "USGB", "U.S. Grain Board"),
        ("The League for Bean Co-operation and Seed meets.", "LBCS", "League for Bean Co-operation and Seed"),
        # said often, in small letters; by chance, once, or beside others as often
        ("BG. BG. BG. BG. " + "The bean grower pays. " * 5, "BG", "bean grower"),
        ("BG. BG. BG. BG. " + "The bean grower pays. " * 4, "BG", None),
        ("BG. BG. BG. " + "The bean grower pays. " * 5, "BG", None),
        ("BG. " * 4 + "The bean grower pays. " * 5 + "The big garden pays. " * 2, "BG", None),
        ("BG. " * 4 + "She buys grain. " * 5, "BG", None),
        ("BGF. " * 4 + "A bean growers fund pays. The bean growers fund pays.", "BGF", None),
        ("BGF. " * 4 + "A bean garden fund pays. The bean garden funds pay.", "BGF", "bean garden fund"),
        ("BGF. " * 4 + "A bean garden fund pays. The bean-garden fund pays.", "BGF", "bean-garden fund"),
        ("BGF. " * 4 + "A bean garden fund pays.", "BGF", None),
        # small words between, also said often; a term with a word that is none elsewhere
        ("BGF. " * 3 + "The board of garden fairs pays the board of garden fairs.", "BGF", "board of garden fairs"),
        ("BGF. " * 2 + "The board of garden fairs pays the board of garden fairs.", "BGF", None),
        ("BGF. " * 9 + "The board of garden fairs pays.", "BGF", None),
        ("BF. " * 4 + "The best of farms is the best of farms. " * 5, "BF", None),
        ("FG. " * 4 + "Each further garden pays. " * 5, "FG", "further garden"),
        ("We've got PBGF—we've got the post-bean garden fund.", "PBGF", "post-bean garden fund"),
        ("BGF. " * 20 + "A bean garden fund pays.", "BGF", "bean garden fund"),
        ("ISO. " * 4 + "The inner seed order is an inner seed order.", "ISO", None),
        ("ISO. " * 4 + "The Inner Seed Office pays for the Inner Seed Office.", "ISO", "Inner Seed Office"),
        ("BGF. " * 4 + "B G Fs and B G Fs.", "BGF", None),
        ("We store bean grower facts (or BGF) here.", "BGF", "bean grower facts"),
        # so many letters hardly by chance
        ("BGFA. The bean growing fund account pays, as a bean growing fund account does.", "BGFA", "bean growing fund account"),
        ("BGFA. The bean growing fund account pays.", "BGFA", None),
        ("BGFAS is full. The bean and garden fair account services pay.", "BGFAS", "bean and garden fair account services"),
    ],
)
def test_what_an_abbreviation_stands_for(said: str, short: str, long: str | None) -> None:
    assert spelt_out([said], [short]).get(short) == long


def test_what_the_talk_spells_out_is_listed_and_not_asked_for() -> None:
    talk = session([("Ann", "We follow the Committee of Bean Growers, the CBG guide.")])
    community = Community(code="bas", name="BAS", purpose="p", audience="a", consent="c", licence="l")
    printed = "The CBG guide helps, the XQR does not."
    assert dict(front.imprint(talk, community, Privacy(talk), printed, final=False))["Abbreviations"] == "CBG: Committee of Bean Growers."
    [asked] = front.to_fill_in(talk, community, printed)
    assert "XQR" in asked and "CBG" not in asked
    heard = session([("Ann", "The XQM is late. " + "The XQN helps. " * 3)])
    assert front.to_fill_in(heard, community, "The XQM is late.") == ["Perhaps misheard: “XQM” for XQN. Please see what was said."]


def test_a_community_s_own_name_explains_its_abbreviation_and_initials_of_people_stand_for_nothing() -> None:
    talk = session([("Bea Gumede", "The bean grower pays. " * 6 + "BG. " * 4)])
    community = Community(code="bas", name="Bean Advice Society", purpose="p", audience="a", consent="c", licence="l")
    printed = "The BAS guide is by BG."
    assert dict(front.imprint(talk, community, Privacy(talk), printed, final=False))["Abbreviations"] == "BAS: Bean Advice Society."
    assert front.to_fill_in(talk, community, printed) == []


def test_no_name_of_somebody_is_spelt_out() -> None:
    talk = session([("Ann Bee", "Hello."), ("Zed", "It is named after Ann Growers Fund, AGF.")])
    community = Community(code="bas", name="BAS")
    assert "Abbreviations" not in dict(front.imprint(talk, community, Privacy(talk, Policy.ROLES), "AGF pays.", final=False))
