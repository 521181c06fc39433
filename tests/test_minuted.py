"""Names before what people say in minutes of the chat; fictional."""

import pytest

from copaper.minuted import speakers_minuted
from copaper.privacy import NAME_WITHHELD, Privacy
from tests import factories

MINUTES = tuple(("Sizwe Dube", line) for line in ("tmokoenna: We keep a cash book.", "pvdmerwe: Who pays?", "tmokoenna: The fund does.", "note: we begin at ten", "tmokoenna: It is closed now.", "pvdmerwe: And then?"))


def test_whoever_speaks_in_minutes_is_withheld_however_they_are_spelt() -> None:
    session = factories.session((("Thandi Mokoena", "Hello."),), MINUTES)
    assert speakers_minuted(session) == {"tmokoenna", "pvdmerwe"}
    assert Privacy(session).text("tmokoenna: We keep a cash book, says Tmokoenna.") == f"{NAME_WITHHELD}: We keep a cash book, says {NAME_WITHHELD}."


def test_who_answers_somebody_now_and_then_takes_no_minutes() -> None:
    session = factories.session((), (*MINUTES[:3], *(("Sizwe Dube", "https://example.org is the address") for _ in range(9))))
    assert not speakers_minuted(session)
    assert not speakers_minuted(factories.session((), tuple(("Sizwe Dube", f"question: {n} chairs?") for n in range(9))))


@pytest.mark.parametrize(("labels", "withheld"), [
    (("anna_k", "t.mokoenna"), {"anna", "mokoenna"}), (("jan-piet", "zodwa"), {"jan-piet", "zodwa"}), (("Q1", "Q2"), set()), (("FYI", "TLDR"), set()), (("Limpopo", "Gauteng"), set()), (("PeerDAS", "FOCIL"), set()),
])  # fmt: skip
def test_labels_are_taken_apart_and_what_may_be_no_name_is_left(labels: tuple[str, ...], withheld: set[str]) -> None:
    session = factories.session((), tuple(("Sizwe Dube", f"{labels[n % 2]}: {n} chairs") for n in range(6)))
    assert speakers_minuted(session) == withheld
    assert not [word for word in withheld if word in Privacy(session).text(f"{labels[0]} and {labels[1]} met.")]


def test_who_mostly_writes_as_themselves_takes_no_minutes() -> None:
    lines = (*MINUTES[:3], MINUTES[4], MINUTES[5], *(("Sizwe Dube", f"I have {n} chairs") for n in range(5)))
    assert speakers_minuted(factories.session((), lines)) and not speakers_minuted(factories.session((), (*lines, ("Sizwe Dube", "Good night"))))
