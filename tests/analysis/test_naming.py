"""Which name a topic gets whose label none of its sentences speaks of; fictional."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from copaper.analysis.labels import Labeller, Name
from copaper.analysis.naming import head_of, is_like, known_by, renamed
from copaper.analysis.units import read_units
from copaper.records import Evidence, Finding, Kind, Span, Theme
from tests.factories import session

STALLS = (
    "The market stalls open at six in the morning.", "The council rents the market stalls by the week.", "A trader said a word on parking fees.",
    "Most traders share a market stall with a cousin.", "The roof of the hall leaks above the fish.",
)  # fmt: skip
ROADS = ("The road crew fills the holes in spring.", "A road crew of four has one truck.", "The parking fees pay for the road crew.", "Gravel is cheaper than tar.")


class Told:
    """A labeller that has these names for any stretch, and knows of nobody."""

    people: frozenset[str] = frozenset()

    def __init__(self, *names: Name) -> None:
        self._names = names

    def names(self, units: Sequence[object], before: Sequence[object] = ()) -> list[Name]:
        return list(self._names)


def of(texts: Sequence[str], turn: int) -> tuple[Evidence, ...]:
    return tuple(Evidence(where="turn", index=turn, start=n, end=n + len(text), time=0.0, participant="p", quote=text) for n, text in enumerate(texts))


def theme(label: str, texts: Sequence[str] = STALLS, turn: int = 0, **more) -> Theme:
    span = Span(first_turn=turn, start=0, last_turn=turn, end=9999, from_time=0.0, to_time=9.0)
    return Theme(**{"id": f"t{turn}", "label": label, "salience": 0.5, "spans": (span,), "phrases": ("fish", "cousin"), "summary": of(texts, turn), **more})


def named(nlp, themes: Sequence[Theme], *names: Name, fixed: Sequence[str] = (), findings: Sequence[Finding] = ()) -> list[str]:
    units = read_units(session([("Thandi", " ".join(STALLS)), ("Pieter", " ".join(ROADS))]), nlp)
    return [found.label for found in renamed(themes, findings, units, Told(*names), frozenset(fixed))]


GOOD = Name("market stalls", 4, 1.0)


@pytest.mark.parametrize(
    ("label", "names", "becomes"),
    [
        ("Ferry tickets", (GOOD,), "Market stalls"),
        ("Market stalls", (Name("fish hall", 9, 1.0),), "Market stalls"),
        ("Ferry tickets", (Name("ferry tickets", 3, 1.0), GOOD), "Ferry tickets"),
        ("Ferry tickets", (Name("roof of hall", 1, 1.0), GOOD), "Market stalls"),
        ("Ferry tickets", (Name("market stalls", 4, 0.3),), "Ferry tickets"),
        ("Ferry tickets", (Name("stalls with cousin", 2, 1.0), GOOD), "Market stalls"),
        ("Ferry tickets", (Name("range of stalls", 3, 1.0), GOOD), "Market stalls"),
        ("Ferry tickets", (Name("stalls", 9, 1.0),), "Ferry tickets"),
        ("Ferry tickets", (Name("river ferry tickets", 1, 1.0),), "River ferry tickets"),
        ("Market stalls and ferry tickets", (GOOD,), "Market stalls"),
        ("Ferry tickets", (Name("ferry tickets", 2, 1.0), Name("market stalls", 2, 1.0)), "Ferry tickets"),
        ("Ferry tickets", (Name("ferry tickets", 2, 1.0), Name("market stalls", 3, 1.0)), "Market stalls"),
        ("Declarations of ferries", (Name("declarations of ferries", 2, 1.0), Name("market stalls", 2, 1.0)), "Market stalls"),
    ],
)
def test_a_label_that_no_sentence_speaks_of_gives_way_to_a_phrase_that_several_do(nlp, label, names, becomes):
    assert named(nlp, [theme(label)], *names) == [becomes]


def test_what_an_agenda_calls_a_topic_stays(nlp):
    assert named(nlp, [theme("Ferry tickets")], GOOD, fixed=["t0"]) == ["Ferry tickets"]


def test_a_statement_of_the_topic_is_one_of_its_sentences(nlp):
    told = Finding(id="f", kind=Kind.LESSON, statement="Ferry tickets sell best in May.", evidence=of(("Ferry tickets sell best in May.",), 0), confidence=0.5, theme="t0")
    assert named(nlp, [theme("Ferry tickets")], GOOD, findings=[told]) == ["Ferry tickets"]
    assert named(nlp, [theme("Ferry tickets")], GOOD, findings=[told.model_copy(update={"stands_alone": False})]) == ["Market stalls"]
    assert named(nlp, [theme("Ferry tickets")], GOOD, findings=[told.model_copy(update={"kind": Kind.QUESTION})]) == ["Market stalls"]


def test_no_two_topics_are_called_alike(nlp):
    themes = [theme("Road crew", ROADS, 1), theme("Road crews", ROADS, 0)]
    assert named(nlp, themes, Name("road crew", 3, 1.0), Name("road gravel", 3, 1.0), Name("parking fees", 2, 1.0)) == ["Road crew", "Road crews"], "nothing else is said often enough"
    assert named(nlp, themes, Name("crew", 3, 1.0)) == ["Road crew", "Crew"], "a single word that most of the sentences have"
    assert named(nlp, themes, Name("crew", 2, 1.0)) == ["Road crew", "Road crews"]


def test_the_label_stays_among_the_phrases(nlp):
    units = read_units(session([("Thandi", " ".join(STALLS))]), nlp)
    [found] = renamed([theme("Ferry tickets", phrases=tuple(f"phrase {n}" for n in range(8)))], (), units, Told(GOOD), frozenset())
    assert found.phrases == ("Ferry tickets", *(f"phrase {n}" for n in range(7)))


def test_names_are_alike_that_begin_alike_or_share_several_words():
    assert is_like("Parking fees", "parking rules") and is_like("Fees of the market hall", "Market hall roof")
    assert not is_like("Parking fees", "Market fees")
    assert head_of("Opening times of stalls") == head_of("time") and known_by("Stalls") == known_by("a stall")


def test_a_name_is_no_piece_of_a_longer_term(nlp):
    told = "The harvest insurance fund paid again. The harvest insurance fund has a new clerk. Each insurance fund keeps a ledger."
    labeller = Labeller(units := read_units(session([("Thandi", told)] * 2), nlp), frozenset())
    names = [name.text for name in labeller.names(units)]
    assert "harvest insurance fund" in names and "insurance fund" not in names


def test_a_name_is_made_up_to_the_whole_that_it_is_said_as_and_the_piece_stays_among_the_phrases(nlp):
    units = read_units(session([("Thandi", " ".join(STALLS))]), nlp)
    (found,) = renamed([theme("Stalls")], (), units, Told(), frozenset())
    assert (found.label, found.phrases[0]) == ("Market stalls", "Stalls")
    (found,) = renamed([theme("Stalls")], (), units, Told(), frozenset({"t0"}))
    assert found.label == "Stalls", "as the agenda has it"
    (found,) = renamed([theme("Market stalls")], (), units, Told(), frozenset(), ["market stalls for fish traders"])
    assert found.label == "Market stalls for fish traders", "as it was announced"


def test_a_name_within_another_gives_way_to_what_is_said_far_more_often(nlp):
    more, few = Name("road crew", 6, 1.0), Name("road crew", 5, 1.0)
    fees = Name("Parking fees in town", 2, 1.0)
    for name, becomes in ((more, "Road crew"), (few, "Parking fees in town")):
        found = renamed([theme("Parking fees", ROADS, 1), theme("Parking fees in town", ROADS, 2)], [], [], Told(fees, name), ["t1"])
        assert [topic.label for topic in found] == ["Parking fees", becomes]


def test_of_two_names_in_one_what_another_topic_is_called_goes(nlp):
    found = renamed([theme("Parking fees", ROADS, 1), theme("Road crew and parking fees", ROADS, 2)], [], [], Told(), ["t1"])
    assert [topic.label for topic in found] == ["Parking fees", "Road crew"]
