"""What a practice's card says beside the practice itself, and of what it says that nothing was said."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from lemminflect import getInflection

from copaper.papers.choosing import is_within
from copaper.records import Finding
from copaper.textclean import sentences_in

RESULT = "What came of it"
FIELDS = (("who", "Who"), ("how", "How"), ("for_whom", "For whom"), ("result", RESULT), ("helped", "What made it work"), ("hindered", "What stands in the way"))
LEAST = 2
"""Words of a field, without its article: "For whom: the client" tells nobody anything."""

_ARTICLE = re.compile(r"^(?:the|a|an|our|their|your|its|his|her|my|all|every|each)\s+", re.I)
_PEOPLE = re.compile(
    r"\b(?:clients?|farmers?|growers?|members?|learners?|students?|women|men|youth|young|entrepreneurs?|business(?:es)?|compan(?:y|ies)|firms?|owners?|famil(?:y|ies)|parents?|child(?:ren)?|teachers?|schools?|"
    r"communit(?:y|ies)|beneficiar(?:y|ies)|participants?|traders?|users?|teams?|municipalit(?:y|ies)|patients?|households?|advisers?|mentors?|mentees?|sm+es?|suppliers?|workers?|people|villages?|customers?|citizens?|public|officials?|"
    r"organi[sz]ations?|staff|colleagues?|everybody|everyone|anybody|anyone)\b",
    re.I,
)
_OUTCOME = re.compile(
    r"\b(?:so that|as a result|result(?:s|ed)?|since (?:then|that|we|january|february|march|april|may|june|july|august|september|october|november|december|\d{4})|still|by now|"
    r"(?:and|but) now|which means|that way|no longer|any ?more|work(?:s|ed)|helps?|helped|saves?|saved|grew|grown|rose|fell|doubled|halved|increased?|decreased?|improved?|reduced?|reached|managed|changed|"
    r"more than (?:half|before)|fewer|faster|cheaper|per ?cent|out of|of (?:them|us|these|those)|(?:we|they|she|he|it) (?:did|got|won|found|made|sent|reached|came|bought|sold|passed|kept))\b|%",
    re.I,
)

_NAME = (
    r"(?P<name>(?:the|our) [\w'’-]+(?: [\w'’-]+){0,3}?|[A-Z][\w'’-]*(?: [\w'’-]+){0,3}?|(?!(?:an?|the|our|a day|what|that|this|back|again|up|upon|off|in|out|every|each|on|to|for|when|after|because|if|and|but|so|last|next|very|too|quite|really|only|one|two|three|four|five|six|\d+)\b)[\w'’-]+ [\w'’-]+(?: [\w'’-]+){0,2}?)"
    r"(?=\s*[.,;:!?)”]|\s+(?:and|but|because|so|since|where|which|as|in|at|for|when|with)\b|$)"
)
_SOMETHING = r"(?:thing|programme|program|scheme|project|tool|approach|method|system|process|initiative|model|workshop|event|meeting|session|exercise|practice|format|game|round|course)"
_CALLED = re.compile(
    r"\b(?i:we (?:now |just |also |then |all )?call(?:ed)? it|we(?:'ve|’ve| have)? (?:named|nicknamed|dubbed) it|we refer to it as|(?:it|this)(?:'s|’s| is| was) (?:called|known as)|what we call|"
    rf"(?:we|I|our [\w-]+)(?:'ve|’ve|'re|’re| have| are)?(?: (?!they\b|who\b|you\b)[\w'’-]+){{0,5}} {_SOMETHING},? (?:that(?:'s|’s| is) |which is )?(?:(?:we|I) call|called|named|known as)) {_NAME}"
)
"""How the speaker gives what is done a name: with "the" or "our", a capital, or of two words. "They call it a scam" gives none."""
_WHAT_WE_DO = re.compile(r"^(?:(?:and|so|but|now|well)\W+)*what (?:we|I|they) (?:do|did|have|use|used|run|made|started)(?: now| then| instead)?(?:'s|’s| is| was) (?!(?:the|our) (?:following|same|opposite|rest|first|second|next|other|last|best|most)\b)(?P<name>(?:the|our) [\w'’-]+(?: [\w'’-]+){0,3})[.!]*$", re.I)
"""How a whole sentence gives what was done a name: "What we run now is the evening counter"."""


_OURS = re.compile(
    r"^(?:(?:and|so|but|now|well)\W+)*our (?P<name>(?:[\w'’-]+ ){1,4}?(?:programme|program|scheme|project|initiative|process|workshop|clinic|model|method|approach|toolkit|course|training|club|fund|helpline|hub))"
    r"(?= (?:(?:now|also|always|then) )?(?:is|was|are|has|does|works|runs|helps|makes|takes|gives|lets|brings|\w{3,}s|\w{3,}ed)\b)",
    re.I,
)
_ANY = frozenset("new old own whole current latest main first second next last general overall entire usual big small best better other different same".split())
"""What tells nobody which programme is meant."""
_GOES = re.compile(
    r"\bwe (?:also |now |then |always |usually |just )?(?P<verb>meet|drive|walk|travel|ride|sit|train|partner|talk|speak|listen|write|report|cook|camp)(?P<how> (?:\w+ly|often|together))? "
    r"(?P<where>(?:with|to|into|through|at|around|beside|for) (?:(?:the|our|all|every|each|an?|their|both) ){1,2}(?:[\w'’-]+ ){0,4}?[\w'’-]+)(?=[.,;!?]|$| (?:now|today|and|so|because|before|until|who|that|which|where|when|once|every|in|on)\b)",
    re.I,
)
"""What people do together that has no object: "we drive to the bakery"."""


_ONLY_HAS = re.compile(r"^(?:what )?(?:we|I|they)(?:'ve|’ve)?(?: now| also| then)? (?:have|had|got|use|run|keep|made)(?: is| now)? (?:an?|the|our|one|two|this) (?:[\w-]+ ){0,4}[\w-]+[.!]?$", re.I)

LONGEST_CLAUSE = 14
"""Words of the clause that a story is called by."""
_JOINTS = re.compile(r"^(?:(?:and|so|but|now|well|then)\b\W*)+", re.I)
_CLAUSE = re.compile(r"(?:[\w'’-]+,? ){3,}?[\w'’-]+(?=[,;:.!?—–…]|\s(?:and|but|so|because|who|which|where|until|when|while|although|that)\s|$)", re.I)
_NO_EVENT = re.compile(r"(?:(?:I|we)(?:'d|'ll|’d|’ll| will| would)?(?: just| also)? (?:want|like|think|guess|mean|hope|know|tell|start|begin|remember)|let me|when|if|as|because|since|after|before|while|what|how|why|another|for example)\b|.*\b(?:this|that|it|they|them|those|these|there)\b", re.I)
"""A clause that says only when, or that something comes, or of what only the one before it tells."""
_EVENT = re.compile(r"\b(?:was|were|had|did|went|came|got|took|said|gave|made|found|lost|bought|sold|ran|began|left|put|sent|told|brought|paid|grew|fell|built|broke|kept|met|\w{2,}ed)\b", re.I)
"""What tells of something that happened, and not how things are."""


def called(told: Iterable[str]) -> str:
    """Return the name that the speaker gives what is done, in the first of the texts that does, or an empty string."""
    for text in told:
        if found := _CALLED.search(text) or _WHAT_WE_DO.match(text):
            name = re.sub(r"^(?:our|an?) ", "", found["name"].strip(), flags=re.I)
            return name[:1].upper() + name[1:]
    return ""


def doing(statement: str) -> str:
    """Return what a statement names as its own people's ("our seed library lends"), or what it says that they do together
    ("we drive to the bakery"), or an empty string."""
    if (found := _OURS.match(statement)) and not _ANY.issuperset(found["name"].casefold().split()[:-1]):
        return found["name"][:1].upper() + found["name"][1:]
    if found := _GOES.search(statement):
        verb = getInflection(found["verb"].casefold(), "VBG")[0]
        return f"{verb[:1].upper()}{verb[1:]}{found['how'] or ''} {found['where']}"
    return ""


def happened(statement: str) -> str:
    """Return the first clause of a story that says by itself what happened, or an empty string."""
    for told in sentences_in(statement):
        clause = _CLAUSE.match(_JOINTS.sub("", told))
        if clause and not _NO_EVENT.match(clause[0]) and _EVENT.search(clause[0]) and len(clause[0].split()) <= LONGEST_CLAUSE:
            return clause[0][:1].upper() + clause[0][1:]
    return ""


def titles(findings: Iterable[Finding], own: Callable[[Finding], str]) -> dict[str, str]:
    """Return what each finding's card is called, by its id: its ``own`` name if it has one that no card before it has, else what kind it is
    of. A topic's name alone would promise all that was said on it."""
    found: dict[str, str] = {}
    for finding in findings:
        name = own(finding)
        found[finding.id] = name if name and name not in found.values() else finding.kind.value.capitalize()
    return found


def only_names(statement: str) -> bool:
    """Tell whether the last sentence of a statement names what is used, and not how: "we have a list"."""
    last = sentences_in(statement)[-1]
    return bool(called((last,))) or _ONLY_HAS.match(last) is not None


def fields(finding: Finding) -> list[tuple[str, str]]:
    """Return what the card says under which label: nothing that the practice says anyway, and
    nothing too short to tell something."""
    found = []
    for name, label in FIELDS:
        value = finding.fields.get(name, "")
        if len(_ARTICLE.sub("", value.strip()).split()) >= LEAST and not is_within(value, finding.statement):
            found.append((label, value))
    return found


def not_spoken_of(finding: Finding, told: Collection[str] = ()) -> str:
    """Return of what nothing was said, neither in the practice's own words nor around them, nor is ``told`` under its label."""
    said = " ".join((finding.statement, *(part.quote for part in (*finding.evidence[:1], *finding.around))))
    missing = [words for name, words, sign in (("for_whom", "for whom", _PEOPLE), ("result", "what came of it", _OUTCOME)) if words.capitalize() not in told and not finding.fields.get(name) and not sign.search(said)]
    return " and ".join(missing)
