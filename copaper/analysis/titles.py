"""What a practice or a story is called: what somebody does, as on a practice card.

Knowledge managers name a practice by its activity ("Conducting interviews with service
teams"; cf. FAO's template for good practices). The words are the sentence's own, but for the
verb's ending.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lemminflect import getInflection
from spacy.tokens import Span, Token

from copaper.analysis.practices import is_agent
from copaper.analysis.statements import clean_statement
from copaper.analysis.units import Unit

MOST_WORDS = 11
LEAST_WORDS = 3
_SAYS_LITTLE = frozenset(
    """be have get want like think know say see go need try let talk put come mean hope wish tell hear look guess
    feel believe start begin seem mention thank wonder ask happen call agree understand remember find show love appreciate note
    point expect assume suggest propose consider recognize recognise acknowledge encourage welcome continue ensure""".split()
)
"""Verbs that name no activity."""
_SAYS_NO_MORE = frozenset("do make take keep hold give use".split())
"""Verbs that name one only with what their object says: "doing their own assessments"."""
_GIVES = frozenset("provide offer give have".split())
_GIVEN = frozenset("support assistance help relief opportunity flexibility".split())
"""What is given in all fields, and says nothing of what is done: "providing additional support"."""
_CLAUSES = ("ROOT", "xcomp", "ccomp", "pcomp", "conj", "advcl", "relcl", "acl", "csubj")
_EMPTY = frozenset("fact thing way lot kind point idea bit part number case stuff sort time while sense look something anything everything one step month year week day hour minute".split())
"""Nouns that say nothing of what is done."""
_DOERS = frozenset("we i they he she".split())
_OPEN = frozenset("if whether unless could would might may should".split())
_POINTING = frozenset("this that these those it them they here".split())


def title_of(units: Sequence[Unit]) -> str:
    """Return a title for what the sentences tell, or an empty string if they name no activity
    or nobody who does it: "if you call it twice, it deletes the file" tells how a thing works.
    """
    for unit in units:
        for verb in _verbs(unit):
            words = clean_statement(_activity(verb)).rstrip(".").split()
            if LEAST_WORDS <= len(words) <= MOST_WORDS:
                return " ".join(words)
    return ""


def _verbs(unit: Unit) -> Iterator[Token]:
    """Yield the verbs of clauses with an object of their own, those that are done by somebody first."""
    found = [
        token
        for token in unit.tokens
        if token.pos_ == "VERB" and token.dep_ in _CLAUSES and token.lemma_.casefold() not in _SAYS_LITTLE and token.lemma_.isalpha()
        and not any(child.dep_ in ("neg", "nsubjpass", "auxpass") for child in token.children)
        and _is_done(token)
    ]  # fmt: skip
    yield from sorted(found, key=lambda verb: (verb.tag_ == "VBN", _CLAUSES.index(verb.dep_) > 5, verb.i))


def _is_done(verb: Token) -> bool:
    """Tell whether somebody does what the verb says: its subject, or that of the clause it belongs to,
    is "we" or a noun for people, and no "if" or "could" leaves it open."""
    while True:
        if verb.dep_ == "pcomp" and verb.head.lower_ == "by":
            return True  # "we collect feedback by conducting interviews"
        if any(child.lower_ in _OPEN and child.dep_ in ("mark", "aux", "advmod") for child in verb.children):
            return False
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is not None and subject.tag_ not in ("WDT", "WP"):
            return subject.lower_ in _DOERS or subject.pos_ == "PROPN" or (subject.pos_ == "NOUN" and is_agent(subject.lemma_.casefold()))
        if subject is not None and verb.dep_ == "relcl":  # "owners who keep a book"
            return verb.head.pos_ == "PROPN" or is_agent(verb.head.lemma_.casefold())
        if verb.dep_ == "ROOT" or verb.head is verb:
            return False
        verb = verb.head


def _activity(verb: Token) -> str:
    """Return the verb with its object and what follows closely, at most :data:`MOST_WORDS` words."""
    noun = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    forms = getInflection(verb.lemma_.casefold(), "VBG")
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.casefold() in _EMPTY or not forms:
        return ""
    if any(child.dep_ == "det" and child.lower_ in _POINTING for child in noun.children) or verb.lemma_.casefold() in _GIVES and noun.lemma_.casefold() in _GIVEN:
        return ""
    if verb.lemma_.casefold() in _SAYS_NO_MORE and not any(child.dep_ in ("compound", "amod", "prep") for child in (*noun.children, *verb.children)):
        return ""
    left, end = noun.left_edge.i, noun.i
    between = verb.doc[verb.i + 1 : left]
    if left <= verb.i or any(token.head != verb or token.dep_ != "prt" for token in between) or not _clean(verb.doc[left : end + 1]):
        return ""
    for later in _ends(verb, noun):
        words = sum(not token.is_punct for token in verb.doc[verb.i : later + 1])
        if words <= MOST_WORDS and _clean(verb.doc[end + 1 : later + 1]):
            end = later
    # British spelling has "travelling" beside "traveling".
    gerund = next((form for form in forms if form.endswith("lling")), forms[0])
    return f"{gerund[:1].upper()}{gerund[1:]} {verb.doc[verb.i + 1 : end + 1].text}"


def _ends(verb: Token, noun: Token) -> Iterator[int]:
    """Yield where the object may end: with what "and" adds to it, with its prepositions, then with the verb's."""
    ends = {right.right_edge.i for right in noun.rights if right.dep_ in ("prep", "conj", "cc") and not _opens_clause(right)}
    ends |= {right.right_edge.i for right in verb.rights if right.i > noun.i and right.dep_ == "prep" and not _opens_clause(right)}
    yield from sorted(ends)


def _opens_clause(token: Token) -> bool:
    return any(inner.dep_ in ("relcl", "ccomp", "advcl", "pcomp") or inner.lower_ in _POINTING for inner in token.subtree)


def _clean(added: Span) -> bool:
    """Tell whether a piece is made of words alone and ends on one that does not hang."""
    return len(added) > 0 and all(not token.is_punct or token.text == "-" for token in added) and added[-1].pos_ in ("NOUN", "PROPN", "NUM", "ADJ")
