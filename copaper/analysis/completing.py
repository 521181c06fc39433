"""A heading made up to the name or term that it is a piece of.

What is counted are phrases of a few plain words: "Nations communities" lacks the word that makes it a name,
"testing with customers" what the customers are. Where a phrase is (nearly) always said with the same word in
front, or the same complement behind, nobody knows the matter by the phrase alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from spacy.tokens import Token

from copaper.analysis.labels import LINKS, TIMES, WEAK_END, WEAK_WORD, is_word
from copaper.analysis.units import Unit, lemma, words_in
from copaper.nameparts import fold

NEARLY = 0.75
"""Share of its mentions in which a phrase has the same neighbour, from which it is a piece of what the two make up."""
HALF = 0.5
"""The same of a word in front that was said there more than twice."""
TWICE = 2
MOST = 6
"""Words of a heading that is made up."""
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_DEGREES = frozenset("many much such other same whole full complete new big great good little last next current".split())
"""What stands before a noun and belongs to no name, however often."""


def completed(label: str, units: Sequence[Unit], names: Collection[str], announced: Sequence[str] = ()) -> str:
    """Return a label, of one phrase or two, with each completed to what it is said as part of in ``units``;
    ``names`` are folded words of people's names, which no label takes in. Who ``announced`` a matter named it in full."""
    said = next((whole for whole in announced if _begins(label, whole)), label)
    if said == label and (said := _complete(label, units, names)) == label and " and " in label:
        first, _, second = label.partition(" and ")
        said = f"{_complete(first, units, names)} and {_complete(second, units, names)}"
    return said[:1].upper() + said[1:]


def _begins(label: str, whole: str) -> bool:
    """Tell whether a name of no more than so many words begins with a label of several and goes on with a complement."""
    rest = whole[len(label) :].split()
    begins = whole.casefold().startswith(f"{label.casefold()} ") and " " in label
    return begins and rest[0].casefold() in LINKS and len(whole.split()) <= MOST


def _complete(phrase: str, units: Sequence[Unit], names: Collection[str]) -> str:
    mentions = _mentions(phrase, units)
    grown = mentions
    while (wider := _with_neighbour(grown, names)) is not None:
        grown = wider
    tailed = _with_tail(grown, units, names)
    if tailed is not None:
        grown = tailed
    return phrase if grown is mentions else _usual(grown)


def _mentions(phrase: str, units: Sequence[Unit]) -> list[list[Token]]:
    """Return the tokens of a phrase wherever it was said, whatever articles stand within: in the singular it may be said of any one."""
    pattern = re.compile(r"\b" + r"\s+(?:(?:the|a|an)\s+)?".join(map(re.escape, phrase.split())) + r"\b", re.I)
    found = []
    for unit in units:
        for place in pattern.finditer(unit.text):
            begin, end = (unit.span.start_char + at for at in place.span())
            tokens = [token for token in unit.tokens if begin <= token.idx < end]
            if tokens:
                found.append(tokens)
    return found


def _with_neighbour(mentions: Sequence[list[Token]], names: Collection[str]) -> list[list[Token]] | None:
    """Return the mentions with the word that stands before (nearly) all of them and belongs to the noun phrase or name."""
    fronts = [_front(tokens, names) for tokens in mentions]
    words = Counter(lemma(front) for front in fronts if front is not None)
    if not words:
        return None
    word, count = max(words.items(), key=lambda pair: (pair[1], pair[0]))
    wider = [[front, *tokens] for front, tokens in zip(fronts, mentions, strict=True) if front is not None and lemma(front) == word]
    named = all(tokens[0].text[:1].isupper() and tokens[1].text[:1].isupper() for tokens in wider)
    enough = count >= NEARLY * len(mentions) and (count >= TWICE or named) or count >= HALF * len(mentions) and count > TWICE
    return wider if enough and words_in(wider[0]) <= MOST else None


def _front(tokens: Sequence[Token], names: Collection[str]) -> Token | None:
    first = tokens[0]
    if first.is_sent_start or first.i == 0:
        return None
    front = first.doc[first.i - 1]
    if not front.text.isalpha() or fold(front.text) in names or front.lower_ in _DEGREES:
        return None
    named = front.pos_ == "PROPN" and front.text.istitle() and first.text[:1].isupper() and not front.is_sent_start
    within = front.head in tokens and front.dep_ in ("compound", "amod", "nmod")
    if (named or within) and front.lower_ in _ORDINALS:
        return front
    return front if lemma(front) not in TIMES | WEAK_WORD and is_word(front) and (within or named) else None


def _with_tail(mentions: Sequence[list[Token]], units: Sequence[Unit], names: Collection[str]) -> list[list[Token]] | None:
    """Return the mentions with the complement that stands behind (nearly) all of them, and behind their last word more than once."""
    tails = [_tail(tokens, names) if tokens[-1].i + 1 < len(tokens[-1].doc) and tokens[-1].nbor().head in tokens else [] for tokens in mentions]
    said = Counter(_plain(tail) for tail in tails if tail)
    if not said:
        return None
    best, count = max(said.items(), key=lambda pair: (pair[1], pair[0]))
    longer = [[*tokens, *tail] for tokens, tail in zip(mentions, tails, strict=True) if _plain(tail) == best]
    if count < NEARLY * len(mentions) or words_in(longer[0]) > MOST:
        return None
    often = sum(_plain(_tail(tokens, names)) == best for tokens in _mentions(mentions[0][-1].text, units))
    return longer if often >= TWICE else None


def _plain(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(lemma(token) for token in tokens if token.pos_ != "DET")


def _tail(tokens: Sequence[Token], names: Collection[str]) -> list[Token]:
    """Return the preposition behind a phrase and its noun, or nothing."""
    last = tokens[-1]
    rest = last.doc[last.i + 1 : last.i + 1 + MOST]
    if len(rest) < 2 or rest[0].lower_ not in LINKS:
        return []
    tail = [rest[0]]
    for token in rest[1:]:
        if not (is_word(token) or token.pos_ == "DET" and len(tail) == 1 and token.lower_ in ("the", "a", "an")):
            break
        tail.append(token)
    noun = tail[-1]
    if noun.pos_ not in ("NOUN", "PROPN") or lemma(noun) in TIMES | WEAK_END | WEAK_WORD or any(fold(token.text) in names for token in tail):
        return []
    return tail


def _usual(mentions: Sequence[list[Token]]) -> str:
    """Return how something was mostly said; what was once written small is no name."""
    texts = Counter(_said(tokens) for tokens in mentions)
    return max(texts, key=lambda text: (texts[text], text.islower(), text))


def _said(tokens: Sequence[Token]) -> str:
    kept = [token for token in tokens if token.lower_ not in ("the", "a", "an")]
    first = kept[0]
    text = "".join(token.text_with_ws for token in kept).strip()
    return re.sub(r"\s+", " ", text[:1].lower() + text[1:] if first.is_sent_start and first.pos_ != "PROPN" and first.text[1:].islower() else text)
