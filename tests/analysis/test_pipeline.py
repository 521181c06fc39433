import pytest

from copaper.analysis.pipeline import analyse
from copaper.communities import CodeBookEntry, Community
from copaper.errors import CouldNot
from tests.analysis.test_segments import FUNDING, MENTORING
from tests.factories import session

TOLD = session(
    [("Thandi", s) for s in FUNDING * 4] + [("Pieter", s) for s in MENTORING * 4] + [("Zoe", "How do we know that the advice has worked?")],
    [("Nomvula", "The checklist for the fund is here: https://example.org/fund-checklist"), ("Zoe", "Dankie vir die goeie raad, ons gaan dit môre by die kantoor probeer gebruik.")],
)  # fmt: skip


def test_every_quote_is_verbatim():
    found = analyse(TOLD)
    quotes = [e for f in found.findings for e in (*f.evidence, *f.around, *f.answers, *f.disputed, *f.settled)] + [e for t in found.themes for e in (*t.summary, *t.accounts)]
    assert quotes
    for evidence in quotes:
        place = TOLD.turns[evidence.index] if evidence.where == "turn" else TOLD.messages[evidence.index]
        assert place.text[evidence.start : evidence.end] == evidence.quote
        assert evidence.participant == place.participant


def test_the_same_input_gives_the_same():
    assert analyse(TOLD).to_json() == analyse(TOLD).to_json()


def test_links_are_resources_and_other_languages_are_set_apart():
    found = analyse(TOLD)
    assert [f.fields["url"] for f in found.findings if f.fields.get("url")] == ["https://example.org/fund-checklist"]
    assert [e.quote[:6] for e in found.other_languages] == ["Dankie"]


def test_themes_cover_the_speech():
    found = analyse(TOLD)
    turns = {turn for theme in found.themes for span in theme.spans for turn in range(span.first_turn, span.last_turn + 1)}
    assert turns == set(range(len(TOLD.turns)))
    assert sum(theme.salience for theme in found.themes) == pytest.approx(1.0, abs=0.05)


def test_a_theme_is_filed_under_the_code_book():
    book = (CodeBookEntry(label="Funding", keywords=("fund", "tax clearance")), CodeBookEntry(label="Farming", keywords=("maize", "cattle")))
    themes = analyse(TOLD, Community(code="bas", name="BAS", code_book=book)).themes
    assert "Funding" in {theme.code_book for theme in themes}
    assert "Farming" not in {theme.code_book for theme in themes}


def test_a_topic_begins_where_its_line_of_the_agenda_is_called_up():
    called = "Item two, mentors and owners."
    talk = session([("Thandi", s) for s in (*FUNDING * 3, called, *FUNDING * 2)] + [("Pieter", s) for s in MENTORING * 3], agenda=("Money for small firms", "Mentors and owners"))
    theme = next(theme for theme in analyse(talk).themes if theme.label == "Mentors and owners")
    first = theme.spans[0]
    assert talk.turns[first.first_turn].text[first.start :].startswith(called)


def test_chat_alone_and_silence():
    assert analyse(session([], [("Zoe", "The template helped us to win the tender in Kimberley.")])).themes
    assert analyse(session()).findings == ()


def test_a_model_that_is_not_installed_is_named():
    with pytest.raises(CouldNot) as error:
        analyse(TOLD, Community(code="bas", name="BAS", language_model="xx_none"))
    assert error.value.code == "model-missing"
