"""What a statement speaks of and does not name: "those schools", "the three questions", "please don't make it a rule".

Beside :mod:`copaper.analysis.clarity`, which weighs how much a sentence leaves open, this tells what is left open, so
that it can be looked for in the sentences before it. A word counts as told only if something of its kind and number
was named in front of it: a thing for "it", several for "them", somebody for "she".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from copaper.analysis.units import Unit

_POINTING = frozenset("this that these those".split())
_SHARED = frozenset(
    """year month week quarter morning afternoon evening day time moment point stage session webinar meeting call community country province
    region pandemic century decade summer winter season spring autumn world way regard respect sense end hour""".split()
)
"""Nouns of what all readers know, or of set phrases: "this year", "in that regard"."""
_THING, _SEVERAL, _SOMEBODY = frozenset("it its itself".split()), frozenset("they them their theirs themselves".split()), frozenset("he him his himself she her hers herself".split())
_PRONOUNS = _THING | _SEVERAL | _SOMEBODY
_COMPARING = frozenset("such different another other".split())
_REFERRING = _POINTING | _PRONOUNS | _COMPARING | {"the"}
_ANYBODY = frozenset("everybody everyone somebody someone anybody anyone nobody person people each who whoever one".split())
"""Of whom one may say "they" and mean no certain people."""
_PEOPLE = re.compile(r"(?:(?:wo)?m[ae]n|person|child|girl|boy|lady|mother|father|parent|sister|brother|wife|husband|daughter|son|friend|colleague|\w{3,}(?:er|or|ist|ian|ant|ent|ee))s?$")
"""Nouns that somebody may be called by."""
_EMPTY_ADJECTIVES = frozenset("particular single same very whole specific certain exact individual entire actual new other different various real last big kind good great bad important main same two three four five six seven eight nine ten".split())
"""Adjectives that do not tell which."""
_DATES = frozenset("january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday".split())
"""Names of nobody."""
_SIDES = frozenset("hand side end way round half day".split())
"""What has another by its nature: "on the other side"."""
_NO_COUNT = frozenset("one once zero".split())
_OBJECTS = frozenset(("dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj", "dative"))
_TIMES = frozenset("year month week day hour minute time moment today yesterday tomorrow lot bit kind sort way thing course example fact percent place account term order".split())
"""Nouns that "it" does not take up."""
_TELLS_WHICH = frozenset(("relcl", "acl", "prep"))
_BESIDE = frozenset("from to than for as between".split())
"""Words with which somebody says what is different from what."""
_OF_NOTHING = frozenset("take turn seem appear depend matter happen look sound feel be find make mean".split())
"""Verbs whose "it" may stand for nothing."""


@dataclass(frozen=True)
class Reference:
    """A word that stands for something which has not been named: the noun that goes with it (its lemma), if any, and what it may be."""

    noun: str
    of: Literal["thing", "several", "somebody", "matter"]
    """A "matter" is all that was said: "prepare for that"."""
    firm: bool = True
    """Nothing beside it tells which is meant, as "these rural schools" do in part."""


def unnamed(units: Sequence[Unit]) -> list[Reference]:
    """Return what the sentences of a statement refer to and do not name, in their order."""
    found: list[Reference] = []
    named: list[Token] = []
    for place, unit in enumerate(units):
        for token in unit.tokens:
            reference = _refers(token, named) if token.lower_ in _REFERRING else None
            if reference is not None and not (place and (reference.noun or reference.of == "matter")):  # the sentence before tells it, in other words
                found.append(reference)
            if token.pos_ in ("NOUN", "PROPN") or token.lower_ in _ANYBODY or token.tag_ == "VBG" and token.dep_ in ("csubj", "nsubj"):
                named.append(token)
    return found


def _refers(token: Token, named: Sequence[Token]) -> Reference | None:
    lower = token.lower_
    if lower in _POINTING and (token.tag_ in ("DT", "PDT", "PRP") or token.dep_ == "dobj" and token.tag_ == "IN") and token.dep_ != "mark":
        return _pointed_at(token, named)
    if token.pos_ in ("PRON", "DET") and lower in _PRONOUNS and not _comes_before_its_noun(token):
        named = [one for one in named if not _does_it(one, token)]
        if lower in _THING:
            return None if _stands_for_nothing(token) or names_thing(named) else Reference("", "thing")
        if lower in _SEVERAL:
            return None if names_several(named) else Reference("", "several")
        return None if any(map(_is_somebody, named)) else Reference("", "somebody")
    if lower in _COMPARING:
        return _compared(token, named)
    return _counted(token, named) if lower == "the" else None


def _is_somebody(named: Token) -> bool:
    """Tell whether "he" or "she" may take up what is named: one, not "four ladies"."""
    return named.tag_ not in ("NNS", "NNPS") and named.lower_ not in _DATES and (named.pos_ == "PROPN" or named.lower_ in _ANYBODY or _PEOPLE.match(named.lemma_.casefold()) is not None)


def _compared(token: Token, named: Sequence[Token]) -> Reference | None:
    """Return what "such a", "a different", "another" or "the other" stands beside, if that is not told: "a slightly different view"."""
    noun, lower = token.head, token.lower_
    lemma = noun.lemma_.casefold()
    if token.dep_ not in ("amod", "det", "predet") or noun.i < token.i or noun.pos_ != "NOUN" or lemma in _TIMES | _SHARED | _SIDES or any(_same(one, noun) for one in named):
        return None
    article = next((child.lower_ for child in noun.children if child.dep_ == "det" and child is not token), "")
    beside = any(child.dep_ == "prep" and child.lower_ in _BESIDE for one in (token, noun) for child in one.children if child.i > token.i)
    if lower == "such":
        told = beside or any(child.dep_ in ("amod", "relcl", "acl", "ccomp", "advmod") and child.i > token.i for child in noun.children)  # "such a good year"
    elif lower == "different":
        told = beside or article not in ("a", "an")
    else:
        told = lower == "other" and article != "the" or any(child.dep_ in ("nummod", "relcl", "acl") for child in noun.children) or any(one.tag_ == "CD" or one.lower_ in ("one", "both") for one in token.doc[token.sent.start : token.i])
    return None if told else Reference(lemma, "several" if noun.tag_ in ("NNS", "NNPS") else "thing")


def _does_it(one: Token, token: Token) -> bool:
    """Tell whether what is named does what is done to a pronoun, and so is not what it stands for: "the client takes it along"."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    return token.dep_ in ("dobj", "pobj", "dative") and one.dep_ == "nsubj" and one.head == verb and not token.lower_.endswith(("self", "selves"))


def _comes_before_its_noun(token: Token) -> bool:
    """Tell whether a pronoun stands in a clause that leads up to the main one: "if they want to, the growers can"."""
    return any(verb.dep_ == "advcl" and verb.head.i > verb.i for verb in token.ancestors)


def _pointed_at(token: Token, named: Sequence[Token]) -> Reference | None:
    noun = token.head if token.dep_ in ("det", "predet") and token.head.i > token.i else None
    if noun is None:
        alone = token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and not any(child.dep_ in _TELLS_WHICH and child.i > token.i for child in token.children)
        return Reference("", "matter") if alone and not _follows_a_clause(token) else None
    lemma = noun.lemma_.casefold()
    behind = [child for child in noun.children if child.dep_ in _TELLS_WHICH and child.i > noun.i]
    if lemma in _SHARED or _is_name(noun) or any(child.lower_ != "of" or noun.tag_ in ("NNS", "NNPS") for child in behind):  # "this group of growers" is one of many
        return None
    if any(_same(one, noun) for one in named):
        return None
    return Reference(lemma, "several" if noun.tag_ in ("NNS", "NNPS") else "thing", firm=not _is_told_apart(noun))


def _is_name(noun: Token) -> bool:
    """Tell whether a noun is written as a name: "this Bill", "the Five Eyes"; "this PR" is one of many."""
    return (noun.pos_ == "PROPN" or noun.text.istitle()) and not noun.text.isupper()


def _is_told_apart(noun: Token) -> bool:
    """Tell whether words in front of a noun tell in part which is meant."""
    return any(child.dep_ in ("compound", "amod", "nmod", "poss") and child.lower_ not in _EMPTY_ADJECTIVES for child in noun.children)


def _follows_a_clause(token: Token) -> bool:
    """Tell whether something was told before in the same sentence, by another verb than those that the word belongs to."""
    own, verb = {token.i}, token
    while verb.head.i != verb.i and verb.dep_ != "conj":
        verb = verb.head
        own.add(verb.i)
    return any(one.pos_ in ("VERB", "AUX") and one.i not in own and one.dep_ not in ("aux", "auxpass") for one in token.doc[token.sent.start : token.i])


def _counted(the: Token, named: Sequence[Token]) -> Reference | None:
    """Return how many are meant by "the three questions", or "the two", of which nobody said which."""
    number = the.nbor() if the.i + 1 < len(the.doc) else None
    if number is None or number.tag_ != "CD" or number.lower_ in _NO_COUNT or not (number.is_alpha or number.is_digit and len(number) < 3):
        return None
    noun = the.head if the.head.pos_ in ("NOUN", "PROPN") and the.head.i > number.i and the.dep_ == "det" else None
    last = noun or number
    behind = [child for child in last.children if child.dep_ in _TELLS_WHICH and child.i > last.i]
    if any(not (child.dep_ == "prep" and any(grand.lower_ in _ANYBODY for grand in child.children)) for child in behind):  # "of everybody" tells whom was asked
        return None
    if noun is None:
        return None if names_several(named) or len(named) > 1 else Reference("", "several")
    lemma = noun.lemma_.casefold()
    if lemma in _TIMES or _is_name(noun) or any(_same(one, noun) for one in named) or _is_told_apart(noun):
        return None
    return Reference(lemma, "several")


def _stands_for_nothing(token: Token) -> bool:
    """Tell whether an "it" leads on to a clause: "it is clear that", "it takes years to", "find it hard to"."""
    if token.lower_ != "it":
        return False
    if token.i and token.i + 1 < len(token.doc) and token.nbor(-1).lemma_ in ("make", "find") and token.nbor().pos_ == "ADJ":
        return True
    head = token.head
    later = [child for child in head.children if child.i > head.i]
    clause = any(child.dep_ in ("ccomp", "xcomp", "advcl", "csubj", "csubjpass") for child in later)
    deeper = any(grand.dep_ in ("ccomp", "xcomp", "advcl", "acl", "relcl", "csubj") for child in later if child.dep_ in ("acomp", "attr", "oprd", "dobj") for grand in child.children)
    if token.dep_ == "expl" or deeper and head.lemma_ in ("be", "make", "find", "become", "take", "get"):
        return True
    return clause and head.lemma_ in _OF_NOTHING or head.lemma_ in ("be", "'s") and any(child.lemma_.casefold() in _TIMES for child in later)


def _same(one: Token, noun: Token) -> bool:
    return one.lemma_.casefold() == noun.lemma_.casefold()


def names_thing(named: Iterable[Token]) -> bool:
    """Tell whether one thing is named that "it" may take up."""
    return any(one.tag_ in ("NN", "NNP", "VBG") and one.lemma_.casefold() not in _TIMES and one.dep_ not in ("compound", "npadvmod") for one in named)


def names_several(named: Iterable[Token]) -> bool:
    """Tell whether several are named that "they" may take up, or anybody."""
    return any(one.tag_ in ("NNS", "NNPS") and one.lemma_.casefold() not in _TIMES or one.lower_ in _ANYBODY or one.dep_ == "conj" or one.pos_ == "PROPN" for one in named)


def names(before: Unit, reference: Reference, just_before: bool) -> bool:
    """Tell whether a sentence before a statement names what the statement refers to: with the same noun, or ``just_before`` it also
    in other words, "a review" as "that exercise"."""
    nouns = [token for token in before.tokens if token.pos_ in ("NOUN", "PROPN")]
    if reference.noun and any(one.lemma_.casefold() == reference.noun for one in nouns):
        return True
    stated = [one for one in nouns if one.dep_ in _OBJECTS]
    if reference.of == "matter":
        return just_before and bool(stated)
    if reference.of == "somebody":
        return any(one.pos_ == "PROPN" for one in stated)
    return (just_before or not reference.noun) and {"thing": names_thing, "several": names_several}[reference.of](stated)
