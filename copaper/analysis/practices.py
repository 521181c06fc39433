"""What a practice says of itself: who does it, how, for whom, with what result, if it was said."""

from __future__ import annotations

import re

from copaper.analysis.units import Unit

_HOW = re.compile(r"\b(by \w+ing\b[^.;,?!]{6,120}|using\b[^.;,?!]{4,100}|through (?:a|an|the|our)\b[^.;,?!]{4,100})", re.I)
_RESULT = re.compile(
    r"\b(?:so that|which means(?: that)?|as a result|and (?:since|because of) (?:then|that)|that way)\b\s*,?\s*([^.;?!]{8,140})",
    re.I,
)
"""What leads to the clause that says what came of it."""
_FOR_WHOM = re.compile(
    r"\b(?:for|to|with) ((?:our |the |all |each |every |their |young |small |rural |local |new |women |informal )*"
    r"(?:clients?|farmers?|members?|learners?|students?|women|youth|entrepreneurs?|business(?:es)?|owners?|families|parents|children|"
    r"teachers?|schools?|communit(?:y|ies)|beneficiaries|participants?|traders?|users?|teams?|municipalit(?:y|ies)|patients?|households?|advisers?|mentors?|smmes?))\b",
    re.I,
)

_AGENTS = frozenset(
    """people person man woman child kid youth parent family household member colleague friend client customer patient learner student
    staff team group committee board council office department ministry government municipality district agency authority company firm
    business enterprise cooperative association union chamber forum network community school college university hospital clinic church
    bank fund institute institution organisation organization partner service expert chair head chief nurse coach peer
    volunteer graduate founder youngster minister secretary secretariat incubator hub programme program sme smme ngo""".split()
)
_NO_AGENTS = frozenset(
    """number matter order paper letter chapter factor sector computer server browser center offer answer power border corner
    quarter layer folder parameter counter filter header pointer identifier container register error color indicator vector
    floor door behavior weather water winter summer buffer cluster router printer meter hammer operator constructor iterator
    accessor descriptor editor processor monitor disaster danger gender wonder cover transfer plant grant restaurant variant
    constant guarantee fee coffee degree tree""".split()
)
_AGENT_ENDING = re.compile(r"(?:er|or|ist|ant|ee|ian|women|men)$")
"""How English names who does something."""


def fields_of(unit: Unit) -> dict[str, str]:
    """Return ``who``, ``how``, ``for_whom`` and ``result`` as far as the sentence says them,
    word for word."""
    text = " ".join(unit.text.split())
    found = {"who": _subject(unit), "how": _first(_HOW, text), "for_whom": _first(_FOR_WHOM, text), "result": _result(unit)}
    return {name: value for name, value in found.items() if value}


def _subject(unit: Unit) -> str:
    """Return the subject of the main clause if it is a name, or a noun for people or for what
    people form; "the number" does nothing."""
    for token in unit.tokens:
        acts = token.pos_ == "PROPN" or (token.pos_ == "NOUN" and is_agent(token.lemma_.casefold()))
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and acts:
            words = [t for t in token.subtree if t.i <= token.i]
            if len(words) <= 8:
                return "".join(t.text_with_ws for t in words).strip()
    return ""


def _result(unit: Unit) -> str:
    """Return what came of it, if it is said in a whole clause: with a subject, and not broken off."""
    match = _RESULT.search(unit.text)
    if match is None or re.search(r"--|[—…]", match[1]) or unit.text[match.end() :].lstrip().startswith(("-", "—", "…")):
        return ""
    begin, end = (unit.span.start_char + place for place in match.span(1))
    subjects = (token for token in unit.tokens if token.dep_ in ("nsubj", "nsubjpass", "expl") and begin <= token.idx < end and begin <= token.head.idx < end)
    return " ".join(match[1].split()) if next(subjects, None) is not None else ""


def is_agent(noun: str) -> bool:
    """Tell whether a noun (as a lemma) stands for people or for what people form."""
    return noun in _AGENTS or (noun not in _NO_AGENTS and _AGENT_ENDING.search(noun) is not None)


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1].strip() if match else ""
