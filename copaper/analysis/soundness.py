"""Whether a sentence is sound: one clause after the other, each with its subject and a verb that agrees.

A slip of the tongue, or what speech recognition made of it, spoils a paper wherever it stands. The parser
errs, so only what it takes for plainly wrong counts; whether a sentence tells something is another matter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from copaper.analysis.clarity import faults
from copaper.analysis.outright import says_without_a_verb
from copaper.analysis.units import Unit, told_once
from copaper.records import Finding
from copaper.textclean import straight

_ANEW = re.compile(r"\b(?:I|we|you|they|he|she|it)(?:'m|'re|'s| am| are| is| was| were) (?:for|in|on|at|with|of|to|the|an?)[…., –-]+(?:I|we|you|they|he|she)\b", re.I)
"""How somebody breaks off and begins anew: "I'm for I agree"."""
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_FINITE = frozenset(("VBZ", "VBP", "VBD", "VBN", "MD"))
_ONE_OR_MANY = frozenset(
    """police staff people team data majority minority number lot rest half third quarter cent percent percentage couple variety range series group
    committee government family crowd none all some any most more what which who that there""".split()
)
"""Subjects that take either form of a verb."""


def with_soundness(units: Sequence[Unit], findings: Sequence[Finding]) -> list[Finding]:
    """Return findings with what is known of their own words: whether each sentence of them :func:`is_sound`."""
    at: dict[tuple[str, int], list[Unit]] = defaultdict(list)
    for unit in units:
        at[unit.where, unit.index].append(unit)
    found = []
    for finding in findings:
        own = finding.evidence[0]
        inside = [unit for unit in at[own.where, own.index] if unit.start < own.end and own.start < unit.end]
        found.append(finding.model_copy(update={"sound": all(is_sound(unit) or says_without_a_verb(unit.text) for unit in inside)}))
    return found


@told_once
def is_sound(unit: Unit) -> bool:
    """Tell whether every clause of a unit has a verb and a subject that agree, and none runs on from another."""
    tokens = [token for token in unit.tokens if not token.is_space]
    found = faults(unit)
    if found["slip"] or found["end"] or _ANEW.search(straight(unit.text)) or not tokens:
        return False
    return all(_stands(root) for root in _roots(unit, tokens)) and all(_agrees(token) and _is_joined(token) and not _hangs(token) for token in tokens)


def _roots(unit: Unit, tokens: Sequence[Token]) -> Iterator[Token]:
    inside = range(unit.span.start, unit.span.end)
    yield from (token for token in tokens if not token.is_punct and (token.head == token or token.head.i not in inside))


def _stands(root: Token) -> bool:
    """Tell whether a sentence's first verb is finite and has a subject, or tells somebody to do something."""
    asks = root.doc[root.left_edge.i : root.right_edge.i + 1].text.rstrip().endswith("?")
    if root.pos_ not in ("VERB", "AUX") or not asks and any(child.tag_ == "WRB" and child.i == root.left_edge.i for child in root.children):
        return False  # "when we embed the form", and no clause that it belongs to
    has_subject = any(child.dep_ in _SUBJECTS for child in root.children)
    if root.tag_ == "VB" and not has_subject:
        return not any(child.tag_ == "MD" or child.dep_ == "aux" and child.lower_ == "to" for child in root.children)
    return has_subject and (root.tag_ in _FINITE or any(child.tag_ in _FINITE for child in root.children if child.dep_ in ("aux", "auxpass")))


def _agrees(token: Token) -> bool:
    """Tell whether a subject takes the form of its verb: neither "counsellors knows" nor "the grower, pays"."""
    if token.dep_ not in ("nsubj", "nsubjpass") or token.head.i < token.i:
        return True
    verb = next((child for child in token.head.children if child.dep_ in ("aux", "auxpass") and child.tag_ in _FINITE), token.head)
    if verb.i < token.i:
        return True  # "is the book", in a question
    if _is_parted(token, verb):
        return False
    if any(before.lower_.endswith("ing") for before in token.doc[max(0, token.i - 3) : token.i]):
        return True  # "recruiting participants is": what is done, not those whom it is done to
    if not token.is_alpha or token.lower_ in _ONE_OR_MANY or token.lemma_.casefold() in _ONE_OR_MANY or any(child.dep_ in ("conj", "cc", "appos") for child in token.children):
        return True
    many = token.tag_ in ("NNS", "NNPS") or token.lower_ in ("we", "they", "these", "those")
    one = token.tag_ in ("NN", "NNP") or token.lower_ in ("it", "he", "she", "this")
    if verb.tag_ == "VBZ" or verb.lower_ in ("is", "was", "has", "does"):
        return not many or verb.lower_ in ("'s", "’s")
    return not (one and verb.lower_ in ("are", "were", "have", "do"))


def _is_parted(subject: Token, verb: Token) -> bool:
    """Tell whether one comma alone parts a subject from its verb: "the hash, currently points"."""
    between = subject.doc[subject.i + 1 : verb.i]
    return sum(token.text == "," for token in between) == 1 and all(token.text == "," or token.pos_ == "ADV" for token in between)


def _is_joined(token: Token) -> bool:
    """Tell whether a clause is joined to the one that it belongs to, and what is joined to a verb is one:
    not so "we need both we definitely need both"."""
    head = token.head
    if token.dep_ == "conj" and head.pos_ in ("VERB", "AUX") and head.tag_ != "VBG" and token.pos_ in ("NOUN", "PROPN") and not _has_verb(token):
        return False
    if token.pos_ not in ("VERB", "AUX") or token.dep_ not in ("conj", "ccomp", "parataxis") or not any(child.dep_ in _SUBJECTS for child in token.children):
        return True
    if token.dep_ == "ccomp" and token.i > head.i:
        return True
    if token.lower_ in ("know", "mean", "see") and any(child.lower_ in ("you", "I", "i") for child in token.children):
        return True  # "you know", within a sentence
    first, second = sorted((token, head), key=lambda one: one.i)
    subjects = [child.left_edge.i for child in second.children if child.dep_ in _SUBJECTS and child.i > first.i]
    between = second.doc[first.i + 1 : min(subjects, default=second.i)]
    reason = "the reason" in second.doc[between.end : between.end + 2].text.casefold()
    return reason or any(other.is_punct or other.pos_ in ("CCONJ", "SCONJ") for other in between)


def _hangs(token: Token) -> bool:
    """Tell whether "could" or "will" has no verb behind it: "we could so any kind of check"."""
    if token.tag_ != "MD" or token.head.i < token.i:
        return False
    behind = next((other for other in token.doc[token.i + 1 :] if other.pos_ not in ("ADV", "PART", "SPACE")), None)
    return behind is not None and behind.pos_ in ("DET", "ADP", "ADJ") and not token.sent.text.rstrip().endswith("?")


def _has_verb(token: Token) -> bool:
    return any(child.pos_ in ("VERB", "AUX") for child in token.children)
