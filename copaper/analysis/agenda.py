"""The agenda, where session.yaml gives one: its lines are the best labels for what followed."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

import numpy as np
from scipy.optimize import linear_sum_assignment
from spacy.language import Language

from copaper.analysis.boundaries import Stretch
from copaper.analysis.presenters import COLUMN
from copaper.analysis.statements import NOISE
from copaper.analysis.units import Unit, is_content, lemma
from copaper.nameparts import WORD, fold
from copaper.namewords import OFFICES, TITLES
from copaper.ordinary import given_names

FITS = 0.45
"""Share of an agenda line's weight that has to be spoken of in a stretch."""
APART = 1.2
"""Times as well as any other stretch that one has to fit a line that nobody called up: a word of any talk, "money", fits several."""
_ENOUGH = 3
"""Mentions of a word from which it counts in full."""
_NAMES_IT = 0.5
"""Share of the words of whoever announces a line that are the line's."""
_CARDINALS = "one two three four five six seven eight nine ten".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NUMBER = re.compile(
    rf"(?:\b(?:(?:agenda )?(?:item|topic)|(?:agenda|to|now|is) (?:point|session))|^\W*(?:point|session)) (?:number )?(?P<cardinal>{'|'.join(_CARDINALS)}|\d\d?)\b(?! (?:percent|per cent|million|thousand|billion)\b)|"
    rf"\b(?P<ordinal>{'|'.join(_ORDINALS)}|last|final) (?:agenda )?(?:item|topic)\b(?! of (?:my|his|her|their)\b)", re.I
)
_MOVES_ON = re.compile(r"\b(?:next (?:item|topic|up|on (?:the|our) agenda)|(?:move|turn|go|come|get|moving|turning) (?:us )?(?:now )?(?:on |over )?to|brings us (?:on )?to)\b", re.I)
"""How a line of the agenda is called up."""
_CLOSES = re.compile(
    r"\b(?:closes|closed|close|ends|ended|finishe[sd]|concludes?|concluded|done with|end of|that was) (?:with )?(?:the |our |agenda )*(?:item|topic|point|session|first|second|third|fourth|fifth)\b|"
    r"\b(?:put|keep|leave|move|push|take)\b[^.?!]{0,80}\b(?:off|aside|over to|to (?:the )?next|for (?:the )?next|until|till)\b|\b(?:postpone|defer|skip|drop)\b", re.I,
)
"""How a line is left or put off, not called up."""
_EARLY = 25
"""Characters of a sentence before the number of a line that is called up by it."""
_SHORT = 8
"""Words of a sentence that only says that a line follows."""
_NUMBERED = frozenset("item topic point agenda session part number slide move turn go next last first second third fourth fifth sixth seventh".split())
"""Lemmas of whoever announces a line that need not be the line's."""
_LIST = 60.0
"""Seconds within which two lines are named by somebody who reads out the whole agenda."""
_BARE = 9
"""Words of a sentence that is nothing but the name of what is next: "Data quality in the provincial offices."."""
_FINITE = frozenset("VBD VBZ VBP MD".split())
_NOT_ON_IT = re.compile(r"\bnot on (?:the|our|today's) agenda\b|\b(?:an?other|one more|an additional|an extra|an urgent) (?:item|matter|point) (?:that |which |before|first|to|from)|\bany other business\b|\bbefore we go on,? there(?:'s| is)\b", re.I)
_FAR_LONGER = 2.2
"""Times what a line takes on average."""
_ANNOUNCED = 6
"""Sentences around such an announcement within which a stretch may begin with it."""
_LISTED_AS = re.compile(r"^\s*(?:(?:item|topic|session)\s+)?(?:\d{1,2}|[a-hA-H])[.):]\s+(?=\w)|^\s*[-•*–]\s+", re.I)
_OWN_NUMBER = re.compile(r"^\s*(?:(?:item|topic|session)\s+)?(?P<number>\d{1,2})[.):]\s+(?=\w)", re.I)
_PRESENTED_BY = re.compile(r"\s*\((?P<who>[^()]{3,80})\)\s*$")
_JOINT = re.compile(r"(?<=\?)\s+|\s+[-–—]\s+|:\s+|\s+\(")
"""What stands between an item and who presents it."""
_FORM = re.compile(r"^(?:panel(?: discussion)?|presentation|keynote|input|talk|case study|debate|dialogue|discussion|story round)(?: \d)?\s*[:–—-]\s+(?=\w)", re.I)
"""In which form an item is dealt with, before what it is on."""
_ONLY_FORM = re.compile(r"(?:item|topic|session|part)\s*\d{1,2}\W*|\d{1,3}\s*min(?:ute)?s?\W*|[\d\s:.hH–-]+(?:[ap]\.?m\.?)?", re.I)
"""A column that says which item it is, when, or how long it takes."""
_PARTS = re.compile(r"\s+[-–—]\s+1[.):]?\s.*$|:\s+1[.):]?\s.*$")
"""What the parts of an item are, behind its name."""
_A_WHILE = 480.0
"""Seconds from where a line is called up, and to the next, from which somebody tells of a matter of their own."""
_BREAK, _OF_BREAKS = frozenset("tea coffee lunch comfort break adjournment".split()), frozenset("tea coffee lunch comfort break body short minute min mins minutes and a of one two three four five six seven eight nine ten fifteen twenty thirty".split())
"""What a line says that is no item but a pause, and what it says beside that."""
_USUAL = frozenset("welcome housekeeping introduction note minute opening closing close apology thank break question session announcement register".split())
"""What is called up in every meeting, and none is on."""


def is_break(line: str) -> bool:
    """Tell whether a line of an agenda is only a pause: "TEA 7 minutes"."""
    words = {word.casefold() for word in WORD.findall(line) if not word[0].isdigit()}
    return not words.isdisjoint(_BREAK) and words <= _OF_BREAKS


def plain_line(line: str, names: Collection[str] = frozenset()) -> str:
    """Return a line of an agenda without its number, parts and who presents it: "3. Youth surveys (Zanele Khuboni)", "Tax in bad months - Yolanda"; ``names``
    are folded words of the names of those who took part."""
    plain = _PARTS.sub("", _LISTED_AS.sub("", _first_column(line, names)).strip())
    behind = _PRESENTED_BY.search(plain)
    said = WORD.findall(behind["who"]) if behind else []
    plain = plain[: behind.start()].rstrip(" ,;:–—-") if behind and any(name[:1].isupper() and any(fold(name) in some for some in given_names()) or fold(name) in TITLES | set(names) for name in said) else plain
    led = next((joint.start() for joint in _JOINT.finditer(plain) if any(word[:1].isupper() and fold(word).removesuffix("'s") in names for word in _untitled(plain[joint.end() :])[:2])), 0)
    plain = plain[:led].rstrip(" ,;:–—-") if len(WORD.findall(plain[:led])) else plain
    return f"{plain[:1].upper()}{plain[1:]}".rstrip(" :")


def _first_column(line: str, names: Collection[str]) -> str:
    """Return the column of a line that says what it is on: the first that is neither only a number, an hour or how long it takes, nor only who presents it."""
    columns = [column for column in map(str.strip, COLUMN.split(line)) if WORD.search(column) and not _ONLY_FORM.fullmatch(column)]
    known = [column for column in columns if not all(fold(word) in names for word in _untitled(column))]
    plain = [column for column in known if not all(word[:1].isupper() and any(fold(word) in some for some in given_names()) or fold(word) in names for word in _untitled(column)[:1])]
    return next(iter(plain or known), line)


def _untitled(text: str) -> list[str]:
    """Return the words of a text without titles and initials: "Dr L. Phakisi"."""
    return [word for word in WORD.findall(text) if fold(word) not in TITLES and len(word) > 1]


def without_form(line: str) -> str:
    """Return a line of an agenda without the form in which it is dealt with: "Panel: who pays?"."""
    plain = _FORM.sub("", line)
    return f"{plain[:1].upper()}{plain[1:]}".rstrip(" :")


def label_by(agenda: Sequence[str], stretches: Sequence[Sequence[Unit]], nlp: Language, called_up: Mapping[int, int] | None = None) -> dict[int, str]:
    """Return agenda lines for those of ``stretches`` that talk of them, one line each.

    A line that was ``called_up`` (its number by the unit's position) belongs to that stretch. Another fits a stretch by the words they share, rare ones counting more, and lines keep
    apart: the assignment is the best over all (Hungarian algorithm). Lines without such a
    stretch are given to those that stand in their place between two that have one.
    """
    if not agenda or not stretches:
        return {}
    said = [Counter(word for unit in stretch for word in unit.lemmas) for stretch in stretches]
    lines = _lemmas(agenda, nlp)
    spread = Counter(word for counts in said for word in counts)
    weight = {word: math.log((1 + len(said)) / (0.5 + spread[word])) + 0.1 for words in lines for word in words}
    fit = np.zeros((len(lines), len(said)))
    for row, words in enumerate(lines):
        total = sum(max(weight[word], 0.1) for word in words)
        for column, counts in enumerate(said):
            shared = sum(max(weight[word], 0.1) * min(1.0, counts[word] / _ENOUGH) for word in words)
            fit[row, column] = shared / total if total else 0.0
    positions = {unit.position: number for number, stretch in enumerate(stretches) for unit in stretch}
    for place, line in (called_up or {}).items():
        fit[line, positions[place]] = 2.0
    rows, columns = linear_sum_assignment(-fit)
    second = np.sort(fit, axis=1)[:, -2] if len(said) > 1 else np.zeros(len(lines))
    known = {int(c): int(r) for r, c in zip(rows, columns, strict=True) if fit[r, c] >= max(FITS, APART * (second[r] if fit[r, c] == fit[r].max() else fit[r].max()))}
    return {stretch: without_form(agenda[line].strip()) for stretch, line in sorted((known | _between(known, len(said), len(lines))).items())}


def _between(known: Mapping[int, int], stretches: int, lines: int) -> dict[int, int]:
    """Return the lines of stretches between ``known`` ones, where as many lines are left as stretches."""
    found: dict[int, int] = {}
    places = [(-1, -1), *sorted(known.items()), (stretches, lines)]
    for (stretch, line), (next_stretch, next_line) in zip(places, places[1:], strict=False):
        if known and next_stretch - stretch == next_line - line:
            found.update(zip(range(stretch + 1, next_stretch), range(line + 1, next_line), strict=True))
    return found


def numbers_of(lines: Sequence[str]) -> dict[int, int]:
    """Return by which number each line of an agenda, as it was typed, is called up: its own, where most have one, else its place."""
    own = {int(found["number"]): place for place, line in enumerate(lines) if (found := _OWN_NUMBER.match(line))}
    return own if 2 * len(own) > len(lines) else {place: place - 1 for place in range(1, len(lines) + 1)}


def called_up(agenda: Sequence[str], units: Sequence[Unit], nlp: Language, leading: Collection[str] = (), names: Collection[str] = frozenset(), numbers: Mapping[int, int] | None = None) -> dict[int, int]:
    """Return which line of the agenda is called up by which of the spoken ``units`` (its place): by its number
    ("Item five"), or in its words, in a sentence that moves the meeting on or the one after a short such
    sentence, or by those words alone, of somebody ``leading`` ("Attribution. Gerhard, please."); ``names`` are folded words of people's names.
    ``numbers`` says which line each number calls up, if not the first one, and so on. Lines are called up in their order, and who reads out the agenda calls up nothing."""
    lines = _lemmas(agenda, nlp)
    numbered = numbers_of(agenda) if numbers is None else numbers
    heads = [next((lemma(token) if token.pos_ in ("NOUN", "PROPN") else "" for token in doc if is_content(token)), "") for doc in nlp.pipe(agenda)]  # "hand" is no "handing over"
    found: dict[int, int] = {}
    for i, unit in enumerate(units if lines else ()):
        if _CLOSES.search(unit.text):
            continue
        if (number := line_called(unit.text, max(numbered, default=0))) is not None and number + 1 in numbered:
            found[i] = numbered[number + 1]
            continue
        calls = _MOVES_ON.search(unit.text)
        after = i > 0 and units[i - 1].index == unit.index and units[i - 1].words < _SHORT and _MOVES_ON.search(units[i - 1].text) is not None
        own = set(unit.lemmas) - _NUMBERED
        fits = [(len(own & line), -n) for n, line in enumerate(lines) if own and len(own & line) >= max(min(2, len(line)), _NAMES_IT * len(own))]
        if fits and (calls or after) and i - after not in found:
            found[i - after] = -max(fits)[1]
        elif i not in found and unit.participant in leading and (bare := named_alone(unit, names)):
            fits = [(len(bare & line), -n) for n, line in enumerate(lines) if bare == {heads[n]} or len(bare & line) > 1 and 3 * len(bare & line) >= 2 * len(bare)]
            if fits:
                found[i] = -max(fits)[1]
    places = sorted(found)
    near = {place for a, b in zip(places, places[1:], strict=False) if found[a] != found[b] and units[b].time - units[a].time < _LIST for place in (a, b)}
    chains: list[list[int]] = []  # the longest that ends with each place, in the order of the lines
    for place in (place for place in places if place not in near):
        before = [chain for chain in chains if found[chain[-1]] < found[place]]
        chains.append([*max(before, key=len, default=[]), place])
    return {place: found[place] for place in max(chains, key=len, default=[])}


def named_alone(unit: Unit, names: Collection[str]) -> frozenset[str]:
    """Return the lemmas of a sentence that is nothing but what is next, beside people's ``names``, or nothing: "So, start-up money without debt."."""
    if unit.where != "turn" or unit.words > _BARE or unit.text.rstrip().endswith("?"):
        return frozenset()
    noted = [range(*found.span()) for found in NOISE.finditer(unit.text)]
    tokens = [token for token in unit.tokens if not any(token.idx - unit.span.start_char in place for place in noted)]
    if next((token.pos_ == "ADP" for token in tokens if token.is_alpha and token.pos_ not in ("INTJ", "CCONJ", "ADV")), False):
        return frozenset()  # "on the dashboard" goes back to it
    content = [token.lower_ for token in tokens if is_content(token)]
    said_of_it = next((place for place, token in enumerate(tokens) if token.tag_ in ("WP", "WDT") and place > 1), len(tokens))  # "clients who keep no books"
    if any(token.tag_ in _FINITE or token.tag_ == "PRP" for token in tokens[:said_of_it]) or len(set(content)) < len(content) or "!" in unit.text:
        return frozenset()  # "training, training, training" is a sigh
    said = frozenset(lemma(token) for token in tokens if is_content(token) and fold(token.text) not in names and token.lower_ not in _NUMBERED | OFFICES | TITLES)
    return frozenset() if said <= _USUAL else said


def without_borders_within(stretches: Sequence[Stretch], called: Mapping[int, int], units: Sequence[Unit], lines: int, told: Collection[int] = ()) -> list[Stretch]:
    """Return ``stretches`` with those as one that lie between where a line of the agenda, one of so many ``lines``, is ``called`` up and where the next
    one is, but for what is announced as not on it, and what somebody of their own has ``told`` a good while after the line began, and not where that takes far
    longer than a line does: then others came between them."""
    long = _FAR_LONGER * (units[-1].time - units[0].time) / max(1, lines) if units else 0.0
    beside = [place for place, unit in enumerate(units) if _NOT_ON_IT.search(unit.text)]
    begun = sorted(called.items())
    begun = [(0, 0), *begun] if begun and begun[0][1] == 1 else begun  # nobody calls up the first line
    inside = [range(begin + 1, end) for (begin, line), (end, after) in pairwise(begun) if after == line + 1 and units[min(end, len(units) - 1)].time - units[begin].time <= long]
    own = [place for place in told for places in inside if place in places and units[place].time - units[places.start].time >= _A_WHILE <= units[min(places.stop, len(units) - 1)].time - units[place].time]
    first = [stretch.first for n, stretch in enumerate(stretches) if not n or not any(stretch.first in places for places in inside) or any(abs(stretch.first - place) <= _ANNOUNCED for place in (*beside, *own))]
    return [Stretch(begin, end - 1) for begin, end in zip(first, [*first[1:], stretches[-1].last + 1], strict=True)] if stretches else []


def line_called(text: str, lines: int) -> int | None:
    """Return the line that a sentence calls up by its number near its beginning, if there is such a one."""
    found = _NUMBER.search(text, 0, 2 * _EARLY)
    if not found or found.start() > _EARLY:
        return None
    cardinal, ordinal = (found["cardinal"] or "").lower(), (found["ordinal"] or "").lower()
    if ordinal in ("last", "final"):
        return lines - 1
    number = _ORDINALS.index(ordinal) if ordinal else _CARDINALS.index(cardinal) if cardinal in _CARDINALS else int(cardinal) - 1
    return number if 0 <= number < lines else None


def _lemmas(agenda: Sequence[str], nlp: Language) -> list[set[str]]:
    return [{lemma(token) for token in doc if is_content(token)} for doc in nlp.pipe(agenda)]
