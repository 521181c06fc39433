"""What a practice says of itself: who does it, how, for whom, with what result, if it was said."""

from __future__ import annotations

import re

from copaper.analysis.units import Unit

_HOW = re.compile(r"\b(by \w+ing\b[^.;,?!]{6,120}|using\b[^.;,?!]{4,100}|through (?:a|an|the|our)\b[^.;,?!]{4,100})", re.I)
_RESULT = re.compile(
    r"\b(?:so that|which (?:means|has|have|led|helps|allows)|as a result|and (?:now|since then|that has|it has|this has)|"
    r"that way|resulting in)\b\s*,?\s*([^.;?!]{8,140})",
    re.I,
)
_FOR_WHOM = re.compile(
    r"\b(?:for|to|with) ((?:our |the |all |each |every |their |young |small |rural |local |new |women |informal )*"
    r"(?:clients?|farmers?|members?|learners?|students?|women|youth|entrepreneurs?|business(?:es)?|owners?|families|parents|children|"
    r"teachers?|schools?|communit(?:y|ies)|beneficiaries|participants?|traders?|users?|teams?|municipalit(?:y|ies)|patients?|households?|advisers?|mentors?|smmes?))\b",
    re.I,
)


def fields_of(unit: Unit) -> dict[str, str]:
    """Return ``who``, ``how``, ``for_whom`` and ``result`` as far as the sentence says them,
    word for word."""
    text = " ".join(unit.text.split())
    found = {"who": _subject(unit), "how": _first(_HOW, text), "for_whom": _first(_FOR_WHOM, text), "result": _first(_RESULT, text)}
    return {name: value for name, value in found.items() if value}


def _subject(unit: Unit) -> str:
    """Return the subject of the main clause if it is a name or a noun, not a pronoun."""
    for token in unit.span:
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT" and token.pos_ in ("NOUN", "PROPN"):
            words = [t for t in token.subtree if t.i <= token.i]
            if len(words) <= 8:
                return "".join(t.text_with_ws for t in words).strip()
    return ""


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1].strip() if match else ""
