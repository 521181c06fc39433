"""Questions that somebody answers who put them: a list of what is often asked, read out with the answers.

Who asks and goes on mostly leads on to a point. It is a question where it was announced as one that is often
asked, or where the next words say that they are the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.analysis.answers import asks
from copaper.analysis.units import Unit, same_place
from copaper.textclean import straight

LEAST = 5
"""Words of a question, and of a sentence that answers it."""
AFTER = 40
"""Words that whoever announced a question says behind it, from which they answer it."""
MOST = 60
"""Words of an answer that are quoted."""
SENTENCES = 3
"""Sentences of an answer, at most; a short one goes on while it has fewer than :data:`SHORT` words."""
SHORT = 20
SOUGHT = 8
"""Sentences behind a question that was announced, among which its answer is sought."""
NEAR = 2
"""Sentences behind a question among which one says that it is the answer."""

_ANNOUNCES = re.compile(
    r"\b(?:(?:our|the|your|my|another|a|one) )?(?:very )?(?:next|first|second|third|fourth|fifth|last|final|other|another|common|frequent|popular) (?:\w+ ){0,3}?questions? (?:(?:today|here|now) )?(?:is|was)\b",
    re.I,
)
_OFTEN_ASKED = re.compile(
    r"\b(?:questions? (?:that )?we(?:(?:'re| are) (?:\w+ )?(?:asked|getting|hearing)| (?:often |always |sometimes |frequently |also )?(?:get|hear|see))\b|"
    r"(?:frequently|often|commonly) asked questions?|"
    r"(?:we|I) (?:\w+ )?(?:often|always|frequently|sometimes|also|regularly|commonly) (?:get|are|been|hear|have been|have)(?: often| always)? (?:asked|the question|people asking|this question)|(?:we|I)(?:'re| are|'m| am| get|'ve been| have been) (?:often|always|frequently|sometimes|regularly|commonly|also) asked|"
    r"(?:people|folks|users|teams|clients|customers|members|everybody|everyone|many(?: people| of you)?) (?:\w+ )?(?:often |always |frequently |sometimes |also |keep |usually )+(?:ask|asking|wonder)(?: us| me)?)\b",
    re.I,
)
_NEXT_UP = re.compile(r"\W*(?:and |so |okay,? )?(?:next up|next question|next one|first question|last question|final question)\s*[:,–—-]", re.I)
_TELLS = re.compile(
    r"\W*(?:(?:so|well|and|okay|ok|now|but|yeah)\W+)*(?:(?:the|our|my) (?:(?:very )?(?:short|simple|quick|honest|long|brief|easy|obvious|real|best) )?answers?(?: here| there| to (?:that|this|it|which|the question)| we (?:give|have)| I (?:give|have))? (?:is|are|was|would be)\b|(?:the )?(?:short|simple|quick|honest|long) answer\b|yes and no\b|"
    r"(?:I (?:think|believe) )?(?-i:[A-Z])\w+ (?:has |have |already |just |also )*(?:answered|replied)\b(?: \w+ly)?[,:]? (?:that )?(?:no|yes|not|it|they|this|that)\b)",
    re.I,
)
"""How somebody begins who answers a question of their own, or says how another did."""
_YES = re.compile(r"\W*(?:(?:well|so)\W+)?(?:yes|no|absolutely|definitely|not (?:really|yet|at all|exactly|quite|necessarily))\s*(?:[.!,;:–—]|\bbut\b|\band\b)", re.I)
_COMES_TO = re.compile(r"(?:^|[,;.])\W*(?:so|then)\W+(?P<says>(?:I (?:think|guess|suppose|would say) )?(?:that )?(?:the|my|our) (?:\w+ )?answer(?: here| there| then)? (?:is|would be)\b|(?:yes|no)\s*[,.])(?!\W*(?:that )?(?:I|we) (?:don't|do not)\b)", re.I)
"""How somebody comes to the answer who did not know it at first."""
_TO_OTHERS = re.compile(r"\b(?:pass|hand|turn|throw|give) (?:it|that|this|the floor|things)?\s*(?:back |on |off )?(?:over )?to\b|\bwhat do you (?:think|say)\b|\btake it away\b|\bcan you (?:hear|see)\b", re.I)


_COUNTED_OFF = re.compile(r"\W*(?:(?:and|so|okay|ok|now|then)\W+)*(?:first(?:ly| of all)?|second(?:ly)?|third(?:ly)?|next|next up|relatedly|finally|lastly|(?:next|first|last|final) (?:question|one))\s*[:,–—-]+\s*", re.I)
_READ_OFF = re.compile(r"[^?:\"“]{0,60}?\bquestions? (?:(?:today|here|now|that) )?(?:is|was|we (?:\w+ ){0,2}(?:get|hear)(?: \w+)? is)\s*[:,–—-]*\s*[\"“'‘]?\s*(?=(?:what|who|whose|which|when|where|why|how|is|are|was|were|do|does|did|has|have|can|could|will|would|should|may)\b)", re.I)


def read_off(question: str) -> str:
    """Return a question without what announces it, and the quotation marks that it is read out in."""
    found = _READ_OFF.match(question) or _COUNTED_OFF.match(question)
    if found is None or len(question[found.end() :].split()) < LEAST - 1:
        return question
    own = question[found.end() :].strip()
    opened = own.count("“") + own.count('"') % 2
    own = own.replace("”", "") if own.count("”") > own.count("“") else own
    own = own.replace('"', "") if opened % 2 else own
    own = own.removesuffix(".") if own.endswith("?.") else own  # put there behind the quotation mark
    return own[:1].upper() + own[1:]


def is_announced(units: Sequence[Unit], at: int) -> bool:
    """Tell whether the question ``units[at]`` is called a question, in its own words or in the sentence before it; worked out once for each."""
    told, name = units[at].told, f"{__name__}.is_announced"
    if name not in told:
        told[name] = _is_announced(units, at)
    return bool(told[name])


def _is_announced(units: Sequence[Unit], at: int) -> bool:
    before = units[at - 1] if at else None
    own = straight(units[at].text)
    led = straight(before.text) if before is not None and same_place(before, units[at]) and not asks(before) else ""
    patterns = (_OFTEN_ASKED, _ANNOUNCES) if speaks_alone(units) else (_OFTEN_ASKED,)  # of several, another may answer the next question
    named = any(pattern.search(led) or (found := pattern.search(own)) and found.end() < len(own) / 2 for pattern in patterns)
    return named or len(patterns) > 1 and _NEXT_UP.match(own) is not None


def says_that_it_answers(unit: Unit) -> bool:
    """Tell whether a sentence begins as an answer to a question of one's own."""
    text = straight(unit.text)
    return _TELLS.match(text) is not None or _YES.match(text) is not None


def comes_to_answer(unit: Unit) -> int | None:
    """Return where in a sentence somebody comes to the answer after having thought aloud, in characters of its text."""
    found = _COMES_TO.search(straight(unit.text))
    return None if found is None else found.start("says")


def own_answer(units: Sequence[Unit], at: int) -> list[int]:
    """Return the sentences of the answer that whoever put the question ``units[at]`` gives it, in order; none where
    the next words are not said to be one."""
    question = units[at]
    if not asks(question) or question.words < LEAST or _TO_OTHERS.search(straight(question.text)):
        return []
    behind: list[int] = []
    for i in range(at + 1, len(units)):
        if units[i].where == "message":
            continue
        if not same_place(units[i], question):
            break
        behind.append(i)
        if len(behind) == SOUGHT:
            break
    first = next((i for i in behind[:NEAR] if _TELLS.match(straight(units[i].text))), None)
    announced, yes = is_announced(units, at), bool(behind) and _YES.match(straight(units[behind[0]].text)) is not None
    if first is None and not yes and not announced:
        return []
    alone = not announced and speaks_alone(units)
    if alone and not any(is_announced(units, i) for i, unit in enumerate(units) if asks(unit)):
        return []  # asked for effect, as nobody else can have asked
    if first is None and yes and (announced or alone):
        first = behind[0] if _goes_on_about(units, behind[:SENTENCES], question) else None
    if first is None and announced and sum(units[i].words for i in behind) >= AFTER:
        first = behind[0]
    if first is None or any(asks(units[i]) and not _puts_again(units[i], question) for i in behind if i < first):
        return []
    said: list[int] = []
    told = says_that_it_answers(units[first])
    for i in behind[behind.index(first) :]:
        words = sum(units[j].words for j in said)
        done = told and (words >= SHORT or len(said) == SENTENCES or words + units[i].words > MOST)
        if done or asks(units[i]) or _TO_OTHERS.search(straight(units[i].text)):
            break
        said.append(i)
    return said if sum(units[i].words for i in said) >= LEAST else []


def speaks_alone(units: Sequence[Unit]) -> bool:
    """Tell whether all is said by one person, or nobody can tell by whom: else "yes" behind one's own question is for effect."""
    return len({unit.participant for unit in units if unit.where == "turn"}) == 1


def _goes_on_about(units: Sequence[Unit], behind: Sequence[int], question: Unit) -> bool:
    """Tell whether one of these sentences takes up a word of the question."""
    own = frozenset(question.lemmas)
    return any(not own.isdisjoint(units[i].lemmas) for i in behind)


def _puts_again(unit: Unit, question: Unit) -> bool:
    """Tell whether a question asks the one before it once more, in other words."""
    return not frozenset(unit.lemmas).isdisjoint(question.lemmas)
