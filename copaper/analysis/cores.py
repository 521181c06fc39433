"""The core of a reply: where its beginning only leads up to the answer, the sentence further on that answers best.

Whoever answers at length often begins with how things came about, or with another of several questions. The answer stands
where they take the question's own words up again, say what they think of it, or give what was asked for: a time, a
number, a reason. Where a sentence further on does so much more than the beginning, it is quoted beside that, or instead of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from copaper.analysis.amounts import figures
from copaper.analysis.answers import SHARED, Asked, alike, asks, asks_what_was_suggested, can_answer, form_asked, is_broken, is_direct, passages, runs_up, says_again, with_neighbours
from copaper.analysis.clarity import clarity, faults
from copaper.analysis.direct import is_hard_to_say
from copaper.analysis.ranker import rarity
from copaper.analysis.units import Unit, same_place
from copaper.textclean import straight

MOST = 100
"""Words that are quoted of a reply with its core."""
TOGETHER = 60
"""Words of what is quoted in one piece."""
LONGEST = 50
"""Words of the core."""
LEAST = 0.35
"""Worth from which a sentence may be the core."""
AS_GOOD, BETTER, MUCH_BETTER = 0.2, 0.1, 0.25
"""By how much it may be worth less than what a reply begins with if only it has what was asked for, and by how much it must be worth more
where it names what it is on or follows at once, and where it only has more of the question's words."""
MUCH = 0.4
"""Share of these that it has then."""
NOTHING = 0.15
"""Worth below which a beginning is left out for the core."""

NEAR = 6
"""Sentences around a question that tell what it is on."""
RAREST = 3.0
"""What a word around it counts at most, by how rare it is."""

HALF = 3
"""Words of the second half of a question, at least."""
NOT_YET, ANSWERS_HALF = 0.3, 0.35
"""Share of these, by rarity, below which what is quoted does not answer it, and from which another sentence does."""
_ASKS_ON = frozenset("what how who whom which where when why".split())
_LIGHT = frozenset("have do get make go be take say think know see want come".split())
_ENDS = re.compile(r"[.?!…—–-][\"'”’)\]]*\s*$")
_THAT_IS_BECAUSE = re.compile(r"\W*(?:(?:and|so|well|yes|but)\W+)*(?:that|this|it)(?:'s| is| was) because\b", re.I)

_NEARBY, _NUMBERS, _GIVES, _RESUMES, _CLEAR = 0.3, 0.2, 0.25, 0.2, 0.15
"""What counts beside the share of the question's words: those around it, a number of these, having what was asked for (a verdict, a plan,
a time, a number, a reason), taking the question up by name, and being clear alone."""
_RUNS_UP, _BROKEN, _ANOTHERS, _EXAMPLE = 0.4, 0.3, 0.8, 0.15
"""What counts against it: a run-up, a piece of a sentence, the words of another question of the same breath, and an example."""

_JUDGE = (
    r"\bhow (?:well|far|much of an?|\w+(?:ful|ive|ant|ent|ous|ary|able|ible|ed|al|ic))\b|\bto what extent\b|\b(?:do|did|would|don't|doesn't) you (?:\w+ )?(?:think|believe|feel|see|agree|consider|find|accept|expect|want|like|support|prefer)\b|"
    r"\b(?:are|were|would|aren't) you (?:\w+ ){0,2}(?:content|happy|confident|concerned|satisfied|sure|certain|worried|comfortable|convinced|open|clear|prepared|willing|in favou?r)\b|"
    r"\bwhat(?:'s| is| are| was| were| would be) your (?:\w+ ){0,2}(?:views?|opinions?|assessment|expectations?|feelings?|thoughts?|sense|take|preference|position|reaction|concerns?|hopes?)\b|\b(?:would you|you would|you'd) (?:\w+ )?be (?:content|happy|open|willing|in favou?r)\b|\bwhat do you (?:think|make of|feel|expect)\b|"
    r"\bwhat (?:\w+ )?assessment\b|\bis (?:it|that|this|there) (?:a |an )?(?:problem|challenge|concern|risk|good|right|appropriate|enough|sufficient|fair)\b|\b(?:enough|sufficient|adequate|worth)\b"
)
_ASKS_FOR_VERDICT = re.compile(_JUDGE, re.I)
_ASKS_FOR_PLAN = re.compile(r"\b(?:are|is|were) (?:you|we|they|there|the \w+)(?: \w+)? (?:planning|intending|going to|plans?|preparing)\b|\b(?:do|does) (?:you|we|they|the \w+)(?: \w+)? (?:intend|plan)\b|\b(?:your|their|the) (?:intentions?|plans?)\b|\bwhether (?:you|they|we)(?:'re| are) (?:planning|going)\b", re.I)
_PLAN_SAID = re.compile(r"\b(?:(?:my|our|the|their) (?:\w+ )?(?:intention|plan|aim) (?:is|was|would be)|(?:is|was|not|remains) (?:my|our|the|their) (?:\w+ )?intention|(?:no|any) (?:\w+ )?plans?\b|(?:I|we|they) (?:\w+ )?(?:intend|plan|hope)(?:ed)? to|(?:I|we|they)(?:'m|'re| am| are) (?:not |also |currently |still )*(?:planning|intending|minded))\b", re.I)
_DEGREE = r"(?:(?:not|very|quite|really|absolutely|entirely|perfectly|pretty|fairly|too|so|still|always|more|less|most|extremely|probably|a bit|completely|fully|increasingly) )*"
_VERDICT_SAID = re.compile(
    rf"\b(?:I|we)(?:'m| am|'re| are| was| were|'d be| would be| remain) {_DEGREE}(?:confident|content|happy|satisfied|concerned|worried|convinced|sure|certain|comfortable|optimistic|pessimistic|disappointed|open to|in favou?r|against|opposed)\b|"
    rf"\b(?:is|are|was|were|isn't|aren't|wasn't|weren't|would be|will be|has been|have been)(?:n't| not)? {_DEGREE}(?:acceptable|unacceptable|good|enough|sufficient|insufficient|adequate|inadequate|effective|ineffective|useful|helpful|significant|appropriate|inappropriate|necessary|unnecessary|reasonable|unreasonable|disappointing|positive|satisfactory|"
    r"strong|weak|poor|right|wrong|fair|unfair|impossible|better|worse|difficult|hard|premature|worrying|crucial|essential|vital|limited|mixed|consistent|inconsistent|successful|sensible)\b|"
    r"\b(?:my|our) (?:own )?(?:view|sense|preference|feeling|opinion|position|concern|worry|fear|assessment|impression) (?:is|would be|was|has been)\b|"
    r"\b(?:I|we) (?:do |did |would |really |fully |certainly |honestly |actually |also )*(?:expect|doubt|prefer|oppose|support|agree|disagree|wouldn't (?:like|want|say)|would (?:like|prefer|say|argue)|don't (?:think|believe|see|expect|support|agree))\b|"
    r"\b(?:biggest|main|greatest|real|major|serious) (?:\w+ )?(?:concern|worry|problem|issue|challenge|risk)s?\b|\b(?:mixed picture|on balance|on the whole|not in a position|room for improvement|one way or the other|too early|the (?:short|honest|real) answer)\b",
    re.I,
)
_SUPPOSED = re.compile(r"\b(?:if|whether|who|which|where|wherever|when|whatever)\b[^,;:–—]*\Z", re.I)
TAKES_UP = re.compile(
    r"\W*(?:(?:and|so|but|now|then|well|okay|ok)\W+)*(?:(?:with|in) (?:regards?|respect|relation|reference|terms|answer|response) (?:to|of)|in terms of|when it comes to|as (?:for|regards|to)|regarding|concerning|coming (?:back )?to|(?:going|getting) back to|turning to|on (?:the|your) (?:\w+ ){0,2}(?:question|point|issue|matter) (?:of|about|on)|to (?:come back to|answer|return to) (?:your|the|that))\b",
    re.I,
)
"""How somebody comes to what was asked: "with regard to the crates, ..."."""
_WAY = form_asked("how does")
_EXAMPLE_OF = re.compile(r"\W*(?:(?:so|and|but)\W+)*(?:for (?:instance|example)|e\.g\.)", re.I)


def answering(units: Sequence[Unit], said: Sequence[int], asked: Asked) -> tuple[tuple[int, int], ...]:
    """Return the passages of a reply that answer a question, as :func:`passages` does, with the reply's core if they have it not, or else
    with what answers the second half of what was asked."""
    runs = _of_what_was_asked(units, _with_core(units, said, asked), asked)
    runs = _with_second_half(units, runs, said, asked) if len(runs) == 1 else runs
    return _to_their_ends(units, runs)


def _to_their_ends(units: Sequence[Unit], runs: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return passages with the rest of their first and last sentence, without those where that is too long, if others are left: a long
    sentence is read in pieces, of which one alone says nothing. Where nothing would be left, all stay as they are."""
    whole = [_to_its_ends(units, run) for run in runs]
    short, kept = (tuple(dict.fromkeys(run for run, own in zip(whole, runs, strict=True) if run == own or _words(units, run) <= most)) for most in (TOGETHER, MOST))
    kept = short or kept
    apart = all(one[1] < other[0] for one, other in zip(kept, kept[1:], strict=False))
    return kept if kept and apart else runs


def _to_its_ends(units: Sequence[Unit], run: tuple[int, int]) -> tuple[int, int]:
    first, last = run
    while first and _goes_on(units[first - 1], units[first]):
        first -= 1
    while last + 1 < len(units) and _goes_on(units[last], units[last + 1]):
        last += 1
    return first, last


def _goes_on(one: Unit, other: Unit) -> bool:
    """Tell whether a spoken sentence was cut between two units; of a message a paper prints the rest if it is short."""
    return one.where == "turn" and same_place(one, other) and _ENDS.search(one.text) is None and other.text[:1].islower()


def _of_what_was_asked(units: Sequence[Unit], runs: tuple[tuple[int, int], ...], asked: Asked) -> tuple[tuple[int, int], ...]:
    """Return passages without the reason for what only whoever asked said behind the question: "that is because ..."."""
    if not runs or runs[0][0] == runs[0][1] or _THAT_IS_BECAUSE.match(straight(units[runs[0][0]].text)) is None:
        return runs
    breath = [unit for unit in units if same_place(unit, asked.question)]
    return runs if asks(breath[-1]) else ((runs[0][0] + 1, runs[0][1]), *runs[1:])


def _with_second_half(units: Sequence[Unit], runs: tuple[tuple[int, int], ...], said: Sequence[int], asked: Asked) -> tuple[tuple[int, int], ...]:
    """Return the passage of a reply with the sentence further on that answers what stands behind the "and" of a question, if it does not."""
    half = _second_half(asked.question)
    total = sum(half.values())
    quoted = _of_half(units, range(runs[0][0], runs[0][1] + 1), half)
    if len(half) < HALF or len(quoted) >= SHARED and sum(half[word] for word in quoted) >= NOT_YET * total:
        return runs
    able = [i for i in said if i > runs[0][1] and can_answer(units[i]) and units[i].words <= LONGEST and not is_broken(units[i]) and not runs_up(units[i])]
    best = max(able, key=lambda i: (round(sum(half[word] for word in _of_half(units, [i], half)), 9), -i), default=None)
    found = [] if best is None else _of_half(units, [best], half)
    if best is None or len(found) < max(SHARED, len(quoted) + 1) or sum(half[word] for word in found) < ANSWERS_HALF * total:
        return runs
    return (*runs, (best, best)) if _words(units, runs[0]) + units[best].words <= MOST else runs


def _of_half(units: Sequence[Unit], places: Sequence[int], half: Mapping[str, float]) -> list[str]:
    """Return the words of the second half of a question that sentences take up."""
    own = {token.lemma_.casefold() for i in places for token in units[i].tokens}
    return [word for word in half if word in own]


def _second_half(question: Unit) -> dict[str, float]:
    """Return the words behind an "and" with which a question asks for something else, by their rarity: a verb follows, or what asks."""
    at = next((place for place, (token, behind) in enumerate(pairwise(question.tokens)) if token.lower_ == "and" and (behind.pos_ in ("VERB", "AUX") or behind.lower_ in _ASKS_ON) and place >= HALF), len(question.tokens))
    return {token.lemma_.casefold(): rarity(token.lemma_.casefold()) for token in question.tokens[at + 1 :] if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and token.lemma_ not in _LIGHT}


def _with_core(units: Sequence[Unit], said: Sequence[int], asked: Asked) -> tuple[tuple[int, int], ...]:
    runs = passages(units, said, asked)
    if not runs:
        return runs
    beside = _beside(units, asked.question)
    quoted = [i for first, last in runs for i in range(first, last + 1)]
    begun = max(_worth(units, i, asked, beside) for i in quoted)
    after = runs[-1][1] + 1
    if after in said and not any(_share(units[i], asked) or is_direct(units[i], asked) for i in quoted) and _is_on_it(units[after], asked):
        return ((after, after),)  # what comes before is on something else
    given = len(runs) > 1 or any(_gives(units[i], asked) or is_direct(units[i], asked) for i in quoted)
    worths = {i: _worth(units, i, asked, beside) for i in said if i > runs[-1][1] and can_answer(units[i]) and _may_stand(units[i], asked)}
    best = max(worths, key=lambda i: (round(worths[i], 9), -i), default=None)
    if best is None or worths[best] < LEAST:
        return runs
    names_it, gives_it, goes_on = _names(units[best], asked), _gives(units[best], asked) and not given, best == runs[-1][1] + 1
    says_much = names_it or gives_it or goes_on or _share(units[best], asked) >= MUCH
    if not says_much or worths[best] < begun + (-AS_GOOD if gives_it else BETTER if names_it or goes_on else MUCH_BETTER):
        return runs
    core = _grown(units, best, said, asked, after=runs[-1][1])
    if begun < NOTHING and (names_it or runs_up(units[runs[0][0]]) or is_broken(units[runs[0][1]])) and not any(is_direct(units[i], asked) for i in quoted):
        return (core,)
    if core[0] == runs[-1][1] + 1 and same_place(units[core[0]], units[core[0] - 1]) and len(runs) == 1 and _words(units, (runs[0][0], core[1])) <= TOGETHER:
        return ((runs[0][0], core[1]),)
    return (runs[0], core) if _words(units, runs[0]) + _words(units, core) <= MOST else runs


def _words(units: Sequence[Unit], run: tuple[int, int]) -> int:
    return sum(units[i].words for i in range(run[0], run[1] + 1))


class _Beside(NamedTuple):
    """What was said in the same breath as a question: the words of each of its other ``questions`` that are not its own, and the
    ``words``, by their rarity, and ``numbers`` of the rest."""

    questions: tuple[frozenset[str], ...]
    words: Mapping[str, float]
    numbers: frozenset[str]


def _beside(units: Sequence[Unit], question: Unit) -> _Beside:
    own = frozenset(question.lemmas)
    breath = [unit for unit in units if same_place(unit, question) and unit is not question]
    others = (frozenset(unit.lemmas) - own for unit in breath if asks(unit))
    near = [unit for unit in breath if abs(unit.position - question.position) <= NEAR and not asks(unit)]
    words = {lemma: min(rarity(lemma), RAREST) for unit in near for lemma in unit.lemmas if lemma not in own}
    return _Beside(tuple(filter(None, others)), words, frozenset(number for unit in (question, *near) for number in figures(unit.text)))


def _share(unit: Unit, asked: Asked) -> float:
    """Return the share of the question's words that a sentence takes up, by their rarity."""
    own = frozenset(unit.lemmas)
    return sum(weight * alike(word, own) for word, weight in asked.words.items()) / asked.total


def _names(unit: Unit, asked: Asked) -> bool:
    """Tell whether a sentence takes a question up by name: "with regard to the crates, ..."."""
    return TAKES_UP.match(straight(unit.text)) is not None and not asked.words.keys().isdisjoint(unit.lemmas)


def _may_stand(unit: Unit, asked: Asked) -> bool:
    """Tell whether a sentence has words enough of the question, breaks nowhere off and runs up to nothing."""
    own = frozenset(unit.lemmas)
    taken = sum(alike(word, own) > 0 for word in asked.words)
    enough = taken >= SHARED or asks_what_was_suggested(asked) and _gives(unit, asked) or taken > 0 and (_gives(unit, asked) or _names(unit, asked))
    return unit.words <= LONGEST and enough and not is_broken(unit) and not runs_up(unit)


def _is_on_it(unit: Unit, asked: Asked) -> bool:
    """Tell whether a sentence is whole, says something, and has a word of the question."""
    return can_answer(unit) and unit.words <= TOGETHER and not is_broken(unit) and not runs_up(unit) and not asked.words.keys().isdisjoint(unit.lemmas)


def _gives(unit: Unit, asked: Asked) -> bool:
    """Tell whether a sentence has what was asked for: a verdict, a plan, a time, a number, a reason; what shows a way is in most sentences."""
    text, question = straight(unit.text), asked.question.text
    judges = _ASKS_FOR_VERDICT.search(question) is not None and (_judges(text) or is_hard_to_say(text))
    plans = _ASKS_FOR_PLAN.search(question) is not None and _PLAN_SAID.search(text) is not None
    return judges or plans or asked.form not in (None, _WAY) and asked.form.search(text) is not None


def _judges(text: str) -> bool:
    """Tell whether somebody says what they think of something, and supposes it not only."""
    return any(_SUPPOSED.search(text, 0, found.start()) is None for found in _VERDICT_SAID.finditer(text))


def _worth(units: Sequence[Unit], i: int, asked: Asked, beside: _Beside) -> float:
    unit, own, text = units[i], frozenset(units[i].lemmas), straight(units[i].text)
    again = says_again(own, asked.words) and not asked.yes_or_no
    worth = 0.0 if again else _share(unit, asked)
    worth += _NEARBY * sum(beside.words[word] for word in sorted(own & beside.words.keys())) / (sum(beside.words.values()) or 1.0)
    worth += _NUMBERS * (not beside.numbers.isdisjoint(figures(text)))
    worth += _GIVES * _gives(unit, asked) + _RESUMES * _names(unit, asked)
    worth += _CLEAR * clarity(faults(unit, asked.question))
    worth -= _RUNS_UP * runs_up(unit) + _BROKEN * is_broken(unit) + _EXAMPLE * (_EXAMPLE_OF.match(text) is not None)
    return worth - _ANOTHERS * max((len(own & other) / len(other) for other in beside.questions), default=0.0)


def _grown(units: Sequence[Unit], i: int, said: Sequence[int], asked: Asked, *, after: int) -> tuple[int, int]:
    """Return the first and last sentence of the core, behind those quoted already: with the one before it if it hangs on that, and the one after it if it is short."""
    first, last = with_neighbours(units, i, said, asked)
    while last > i and _words(units, (first, last)) > LONGEST:
        last -= 1
    first = max(first, after + 1)
    return (i if any(is_broken(units[j]) for j in range(first, i)) else first), last
