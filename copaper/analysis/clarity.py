"""How well a sentence can be understood by somebody who did not hear what was said before it.

What points outside the sentence is counted: "these countries", "that analysis", "them" with
nobody in the sentence to be meant, "here", "the same". That such words spoil extracted sentences
is long known (Paice, "Constructing literature abstracts by computer", Information Processing and
Management 26, 1990). What each of them costs in the choice of findings was set by hand; what
readers of a paper make of them is learnt (:mod:`copaper.analysis.readers`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from copaper.analysis.units import Unit, told_once
from copaper.textclean import is_address

_DEMONSTRATIVES = frozenset(("this", "that", "these", "those"))
_SHARED = frozenset(
    """year month week quarter morning afternoon evening day time moment point stage session webinar meeting call community
    country province pandemic century decade summer winter season spring autumn world""".split()
)
"""Nouns of what all readers know: "this year", "this community"."""
_SINGULAR = frozenset("it its itself he him his himself she her hers herself this that".split())
_PLURAL = frozenset("they them their theirs themselves these those".split())
_POINTING = frozenset(("such", "same", "other", "another", "former", "latter", "aforementioned", "one", "ones"))
_EMPTY_VERBS = frozenset(("be", "seem", "appear", "take", "turn", "make", "look", "happen", "matter", "depend", "sound", "feel"))
"""Verbs whose "it" may stand for nothing."""
_PLACES = frozenset(("here", "there"))
_POINTS_OUTSIDE = _DEMONSTRATIVES | _SINGULAR | _PLURAL | _POINTING | _PLACES | frozenset(("you", "i", "me", "the"))
"""All words that may point outside the sentence."""

_LISTED = frozenset("first second third fourth fifth next last final other another one".split())
_LISTS = frozenset("thing point reason question issue part option topic idea problem change step bit one addition rest reminder update announcement".split())
"""What is counted off in talk: "the third reason is that" tells nobody reasons for what."""
_SUBJECTS = frozenset(("i", "we", "they", "he", "she"))
_DETERMINERS = frozenset(("a", "an", "the", "my", "our", "your", "their", "its", "his"))

_COSTS = {"demonstrative": 0.5, "listed": 0.55, "slip": 0.55, "definite": 0.85, "clause": 0.8, "pronoun": 0.5, "place": 0.7, "other": 0.75, "address": 0.5, "you": 0.9, "i": 0.9, "end": 0.5}
"""What is left of a sentence's clarity for each thing that it does not explain itself; a "clause"
is a "that" for all that was said before it in the same sentence."""
FAULTS = tuple(_COSTS)


def clarity(found: Mapping[str, int]) -> float:
    """Return from 0 (nobody can tell what is meant) to 1 (it stands alone), from the :func:`faults` of a sentence."""
    return math.prod(_COSTS[name] ** times for name, times in found.items())


def faults(unit: Unit, before: Unit | None = None) -> Counter[str]:
    """Return how often a sentence has each of :data:`FAULTS`.

    ``before`` is a sentence that will be printed in front of it, if one is: what it names is explained.
    """
    return _all_faults(unit, before) if before else _alone(unit)


@told_once
def _alone(unit: Unit) -> Counter[str]:
    return _all_faults(unit, None)


def _all_faults(unit: Unit, before: Unit | None) -> Counter[str]:
    found: list[str] = []
    named = [token for token in before.tokens if token.pos_ in ("NOUN", "PROPN")] if before else []
    for token, lower, part in zip(unit.tokens, unit.lowers, unit.parts, strict=True):
        if lower in _POINTS_OUTSIDE:
            found += _unexplained(token, named)
        if part in ("NOUN", "PROPN"):
            named.append(token)
    tokens = [token for token in unit.tokens if not token.is_space]
    if is_address(unit.text):
        found.append("address")
    if _ends_open(tokens):
        found.append("end")
    if _counts_off(tokens) and before is None:
        found.append("listed")
    found += ["slip"] * _slips(tokens)
    return Counter(found)


def _unexplained(token: Token, named: Sequence[Token]) -> list[str]:
    """Return what is unclear about one word; ``named`` are the nouns before it."""
    lower = token.lower_
    if lower in _DEMONSTRATIVES and token.tag_ in ("DT", "PDT", "PRP"):
        return _of_demonstrative(token, named)
    if token.pos_ == "PRON" and lower in _SINGULAR | _PLURAL:
        return [] if _is_empty(token) or _has_antecedent(lower, named) else ["pronoun"]
    if lower in _PLACES and token.dep_ != "expl" and token.pos_ == "ADV":
        return ["place"]
    if lower in _POINTING and token.dep_ in ("amod", "det", "nsubj", "dobj", "pobj", "attr", "predet") and token.pos_ != "NUM":
        return ["other"]
    if lower in ("you", "i", "me"):
        return ["you" if lower == "you" else "i"]
    return ["definite"] if lower == "the" and _is_known_to_the_room(token, named) else []


def _is_known_to_the_room(the: Token, named: Sequence[Token]) -> bool:
    """Tell whether "the" stands before a bare noun that opens the sentence: "the pull request was merged"."""
    noun = the.head
    bare = noun.pos_ == "NOUN" and noun.dep_ in ("nsubj", "nsubjpass") and all(child == the for child in noun.children)
    return bare and noun.tag_ == "NN" and noun.lemma_.casefold() not in _SHARED and not named


def _of_demonstrative(token: Token, named: Sequence[Token]) -> list[str]:
    noun = token.head if token.dep_ in ("det", "predet") else token
    if noun.lemma_.casefold() in _SHARED:
        return []
    after = ("relcl", "acl", "prep") if noun is token else ("relcl",)  # "those schools to help" are not explained
    explained = any(child.dep_ in after for child in noun.children if child.i > noun.i)
    if explained and token.lower_ in ("those", "that"):
        return []  # "those who need a higher level of care"
    if noun is not token:
        told = any(child.dep_ in ("compound", "amod", "nmod") for child in noun.children)  # "this Welsh Government offer"
        return [] if told or any(other.lemma_ == noun.lemma_ for other in named) else ["demonstrative"]
    after_clause = token.dep_ in ("nsubj", "nsubjpass") and any(other.head.pos_ in ("VERB", "AUX") for other in named)
    return ["clause"] if after_clause else ["demonstrative"]


def _is_empty(token: Token) -> bool:
    """Tell whether an "it" stands for nothing: "it is important that", "it takes years to"."""
    if token.lower_ != "it":
        return False
    head = token.head
    if token.dep_ == "expl":
        return True
    clause = any(child.dep_ in ("ccomp", "xcomp", "advcl", "csubj", "csubjpass") and child.i > head.i for child in head.children)
    deeper = any(grand.dep_ in ("ccomp", "xcomp", "advcl") for child in head.children if child.dep_ in ("acomp", "attr") for grand in child.children)
    return token.dep_ in ("nsubj", "nsubjpass") and (deeper or (clause and head.lemma_ in _EMPTY_VERBS))


def _has_antecedent(pronoun: str, named: Sequence[Token]) -> bool:
    if pronoun in _PLURAL:
        return any(noun.tag_ in ("NNS", "NNPS") for noun in named) or len(named) > 1
    return any(noun.tag_ in ("NN", "NNP") for noun in named)


def _ends_open(tokens: Sequence[Token]) -> bool:
    """Tell whether the last word asks for another: "in terms of how we implement it in the"."""
    words = [token for token in tokens if not token.is_punct]
    if not words:
        return True
    last = words[-1]
    if last.lower_ in _SUBJECTS and len(words) > 2:
        return True  # "to run the tests so we"
    return last.tag_ in ("DT", "CC", "PRP$", "WRB", "WDT", "TO") or (last.tag_ == "IN" and last.dep_ != "prt" and not last.doc.text.rstrip().endswith("?"))


def _counts_off(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence is one of a list whose head was said before: "one is", "the other thing is"."""
    words = [token for token in tokens if not token.is_punct][:6]
    for place, token in enumerate(words[:3]):
        if token.lower_ in _LISTED and all(word.lower_ in _DETERMINERS or word.pos_ == "CCONJ" for word in words[:place]):
            rest = words[place + 1 :]
            alone = token.lower_ in ("one", "another", "other") and rest[:1] and rest[0].lemma_ == "be"
            return bool(alone or (rest[:1] and rest[0].lemma_.casefold() in _LISTS))
    return False


def _slips(tokens: Sequence[Token]) -> int:
    """Return how often the speaker begins anew within the sentence: "of our their", "if we will I have"."""
    words = [token.lower_ for token in tokens if not token.is_punct or token.text == ","]
    twice = sum(a in _DETERMINERS and b in _DETERMINERS for a, b in zip(words, words[1:], strict=False))
    anew = sum(a in _SUBJECTS and b in ("will", "would", "can", "could", "should", "have", "are", "is") and c in _SUBJECTS for a, b, c in zip(words, words[1:], words[2:], strict=False))
    return min(2, twice + anew)
