"""Three-way merge: nothing a reviewer wrote is lost, nothing only one side changed is asked about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copaper.review.merge import State, Text, merge, merge_words
from copaper.review.readback import Passage

BASE = (Text("a", "Most members meet weekly."), Text("b", "About 60 people came."), Text("c", "The bank wants three years."), Text("d", "Nobody asked why."))


def back(*pairs: tuple[str, str]) -> list[Passage]:
    """A reviewed draft from (keys joined by +, text) pairs."""
    return [Passage(tuple(keys.split("+")) if keys else (), text, "") for keys, text in pairs]


SAME = [(text.key, text.text) for text in BASE]


def changed(key: str, text: str) -> tuple[Text, ...]:
    return tuple(Text(t.key, text) if t.key == key else t for t in BASE)


@pytest.mark.parametrize(
    ("base", "reviewer", "source", "text", "conflicts"),
    [
        ("64 people came.", "64 people came.", "81 people came.", "81 people came.", 0),
        ("64 people came.", "About 60 people came.", "64 people came.", "About 60 people came.", 0),
        ("64 people came.", "About 60 people came.", "81 people came.", "About 60 people came.", 1),
        ("It took one year. 64 came.", "It took a full year. 64 came.", "It took one year. 81 came.", "It took a full year. 81 came.", 0),
        ("One two.", "One  two.", "One three.", "One three.", 0),
        ("One two.", "One three.", "One three.", "One three.", 0),
    ],
)
def test_words(base, reviewer, source, text, conflicts):
    merged, found = merge_words(base, reviewer, source)
    assert (merged, len(found)) == (text, conflicts)


def test_an_untouched_draft_becomes_the_new_one():
    result = merge(BASE, back(*SAME), changed("b", "About 81 people came."))
    assert [(t.text, t.state) for t in result.texts][1] == ("About 81 people came.", State.UPDATED)
    assert result.gone == () and result.conflicts == ()


@pytest.mark.parametrize(
    ("review", "source", "texts", "states"),
    [
        # deleted, source unchanged: stays deleted
        (back(*SAME[:1], *SAME[2:]), BASE, ["a", "c", "d"], {"b": State.DELETED}),
        # deleted, source changed: a conflict that is told
        (back(*SAME[:1], *SAME[2:]), changed("b", "81 people came."), ["a", "c", "d"], {"b": State.CONFLICT}),
        # withdrawn in the source, untouched by the reviewer
        (back(*SAME), BASE[:3], ["a", "b", "c"], {"d": State.WITHDRAWN}),
        # withdrawn in the source, but edited
        (back(*SAME[:3], ("d", "Two asked why.")), BASE[:3], ["a", "b", "c", "d"], {"d": State.CONFLICT}),
        # moved to the end
        (back(*SAME[1:], SAME[0]), BASE, ["b", "c", "d", "a"], {"a": State.MOVED}),
        # new in the source
        (back(*SAME), (*BASE[:2], Text("n", "New."), *BASE[2:]), ["a", "b", "n", "c", "d"], {"n": State.NEW}),
        # bookmark lost, words the same
        (back(SAME[0], ("", SAME[1][1]), *SAME[2:]), BASE, ["a", "b", "c", "d"], {"b": State.UNCHANGED}),
        # bookmark lost, words alike
        (back(SAME[0], ("", "About 60 people came along."), *SAME[2:]), BASE, ["a", "b", "c", "d"], {"b": State.EDITED}),
        # bookmark lost, all words typed anew
        (back(SAME[0], ("", "Turnout was high!"), *SAME[2:]), BASE, ["a", "b", "c", "d"], {"b": State.EDITED}),
        # bookmark known as a copy only: it was moved
        ([*back(*SAME[1:]), Passage((), SAME[0][1], "", copied=("a",))], BASE, ["b", "c", "d", "a"], {"a": State.MOVED}),
    ],
)
def test_passages(review, source, texts, states):
    result = merge(BASE, review, source)
    assert [t.key for t in result.texts] == texts
    found = {t.key: t.state for t in (*result.texts, *result.gone)}
    assert {key: found[key] for key in states} == states


def test_added_passage_follows_its_neighbour():
    result = merge(BASE, back(*SAME[:2], ("", "A reviewer wrote this."), *SAME[2:]), BASE)
    assert [t.text for t in result.texts][2] == "A reviewer wrote this." and result.texts[2].state is State.ADDED


def test_split_passage_stays_one_text():
    result = merge(BASE, back(("a", "Most members"), ("a", "meet weekly."), *SAME[1:]), BASE)
    assert result.texts[0].text == "Most members\n\nmeet weekly." and len(result.texts) == 4


def test_joined_passages_are_one_text_and_nothing_is_deleted():
    result = merge(BASE, back(("a+b", f"{SAME[0][1]} {SAME[1][1]}"), *SAME[2:]), BASE)
    assert [t.key for t in result.texts] == ["a", "c", "d"] and result.gone == ()


def test_a_conflict_shows_all_three_and_keeps_the_reviewers_words():
    result = merge(BASE, back(SAME[0], ("b", "Some 70 people came."), *SAME[2:]), changed("b", "About 81 people came."))
    [item] = result.conflicts
    assert "70" in item.text and "81" not in item.text
    assert any("81" in c.source and "70" in c.reviewer and "60" in c.base for c in item.conflicts)


# --- properties -------------------------------------------------------------------------------

words = st.lists(st.sampled_from(["bank", "mentor", "sixty", "pays", "weekly", "a", "the", "shop", "9"]), min_size=1, max_size=12).map(" ".join)
papers = st.lists(words, min_size=1, max_size=12).map(lambda texts: tuple(Text(f"k{n}", text) for n, text in enumerate(texts)))


@st.composite
def reviews(draw, base):
    """A random script of edits: reword, delete, add, move, lose the bookmark."""
    pairs = [(text.key, text.text) for text in base]
    added = 0
    for _ in range(draw(st.integers(0, 20))):
        place = draw(st.integers(0, len(pairs)))
        what = draw(st.sampled_from("rdams"))
        if what == "a" or not pairs or place == len(pairs):
            added += 1
            pairs.insert(place, ("", f"reviewer{added} {draw(words)}"))
        elif what == "r":
            added += 1
            pairs[place] = (pairs[place][0], f"{pairs[place][1]} reviewer{added}")
        elif what == "d":
            del pairs[place]
        elif what == "m":
            pairs.insert(draw(st.integers(0, len(pairs) - 1)), pairs.pop(place))
        else:
            pairs[place] = ("", pairs[place][1])
    return back(*pairs)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_every_word_a_reviewer_wrote_is_in_the_next_draft_or_in_a_conflict(data):
    base, source = data.draw(papers), data.draw(papers)
    review = data.draw(reviews(base))
    result = merge(base, review, source)
    kept = " ".join([t.text for t in result.texts] + [c.reviewer for t in result.conflicts for c in t.conflicts]).split()
    assert {w for p in review for w in p.text.split() if w.startswith("reviewer")} <= set(kept)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_second_round_without_changes_changes_nothing(data):
    base, source = data.draw(papers), data.draw(papers)
    first = merge(base, data.draw(reviews(base)), source)
    draft = tuple(Text(t.key, t.text) for t in first.texts)
    again = merge(draft, [Passage((t.key,), t.text, "") for t in draft], draft)
    assert [(t.key, t.text) for t in again.texts] == [(t.key, t.text) for t in draft]
    assert {t.state for t in again.texts} <= {State.UNCHANGED} and again.gone == ()


@settings(max_examples=100, deadline=None)
@given(words, words, words)
def test_word_merge_takes_the_only_side_that_changed(base, one, other):
    assert merge_words(base, one, base)[0] == one
    assert merge_words(base, base, other)[0] == other
    assert merge_words(base, one, one) == (one, ())
