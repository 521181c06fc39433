"""Replies of which only a reader can tell whether they are one: talk of something else, given right after a question.

A reply shows that it is one by a yes or no in any words, by the form that was asked for, by "it" or "they" that stand
for what was asked, or by words of the question. Where it shows nothing of this, a paper gives its time and leaves its words to the annex.
"""

from __future__ import annotations

import re

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from copaper.analysis.answers import AT_A_LOSS, YES_OR_NO, form_asked
from copaper.analysis.direct import declines, doubts, is_hard_to_say, says_how_far
from copaper.analysis.naming import stem
from copaper.analysis.on_topic import ALIKE
from copaper.analysis.ranker import rarity
from copaper.papers.replied import replied
from copaper.records import Finding, Status
from copaper.textclean import straight

TAKEN_UP = 0.12
"""Share of the question's words, by rarity, that a reply takes up at least which otherwise speaks of itself."""
SEVERAL = 8
"""Words of a reply from which it says something without a yes or no."""
_STANDS_FOR_IT = re.compile(r"\W*(?:(?:well|so|yes|yeah|no|and|but|I think|I guess|I believe|I suppose|currently|again|actually|not)\W+)*(?:it|they|that|this|those|these|there|both|neither|nobody|none|not (?:off|that|at|yet|as))\b(?!(?: is|'s) an? (?:\w+ )?(?:time|question|point|issue)\b)", re.I)
_OF_ITSELF = re.compile(
    r"\b(?:we|our (?:government|ministry|department|party|organi[sz]ation|company))(?:'ve|'re|'ll)?(?: (?:have|has|are|is|do|will|be|been|also|always|all|very|absolutely|fully|already|now|just|certainly|clearly|obviously|deeply|indeed|really))*(?: (?:recogni[sz]ed?|valued?|understand|knew|appreciate|share|care|work(?:ed|ing|s)?(?= (?:hard|very|tirelessly|closely|with|together|collaboratively))|invest(?:ed|ing)|engaged|commit(?:ted)?|continu(?:e|ed|ing)|focus(?:ed)?|saddened|proud|grateful|stand|moved forward|moving forward|ready|listen(?:ed|ing)|tak(?:e|en|ing) (?:action|steps|very)|made (?:a number|significant|important)|put in place|doing (?:everything|all)|keep going))\b|"
    r"\b(?:is|are|has been|have been) (?:absolutely |indeed |so )*(?:extremely|incredibly|very|really|absolutely|hugely|essential(?:ly)?|critically) (?:important|essential|positive|useful|vital)\b|\b(?:tough|difficult|challenging|unprecedented) (?:time|period|situation)\b|\bworking tirelessly\b|"
    r"\bthe (?:honou?rable )?member (?:opposite|will|may|might|shares?|knows?|does not)\b|\bto continue my answer\b|\brepeat the question\b|\bmany measures\b|\ba number of (?:different )?measures\b",
    re.I,
)
"""How somebody speaks of what they value and have done anyway, whatever was asked."""
_WHY = re.compile(r"\W*(?:(?:so|and|but|then|well|okay|now)\W+)*(?:why\b|how (?:is it that|come)\b|(?:given|considering) [^?]{3,200}(?:\bwhy\b|\bhow is it that\b))", re.I)
"""How somebody asks for a reason."""
_SO_IT_IS = re.compile(r"\b(?:that|this)(?:'s| is) (?:exactly |precisely )?why\b", re.I)
"""What says only that what follows has one."""
_REFERS_BACK = re.compile(r"\b(?:gets?|takes?|brings?|leads?|comes?) (?:you|us|me|it )?\s*back to (?:the|that|your|my|an?) (?:\w+ )?(?:question|point|issue|matter|discussion)\b", re.I)
"""How somebody says only that this was asked already; a "yes" before it is of the words."""
SHORT = 20
"""Words of a reply that may be nothing else, at most."""
OF_REPLIES = ("partly", "replied", "answered")
"""States of a question to which something was said."""
_WORD = re.compile(r"[^\W_]+")


def only_refers_back(reply: str) -> bool:
    """Tell whether what was said to a question says hardly more than that this was asked already."""
    return len(reply.split()) <= SHORT and _REFERS_BACK.search(straight(reply)) is not None


def may_evade(question: Finding) -> bool:
    """Tell whether nothing shows that what was said to a question is a reply to it."""
    state, put = question.fields.get("state"), question.evidence[0].quote if question.status is Status.EDITED else question.statement  # an edit moves nothing
    said = [straight(replied(part.quote, put)) for part in question.answers]
    reply = " ".join(said)
    if said and state in OF_REPLIES and only_refers_back(reply):
        return True
    if said and state in OF_REPLIES and _WHY.match(straight(put)) and _gives_no_reason(reply, put):
        return True
    if not said or state not in ("partly", "replied"):
        return False
    direct = any(YES_OR_NO.match(one) or says_how_far(one) or doubts(one) or is_hard_to_say(one) or _STANDS_FOR_IT.match(one) for one in said)
    form = form_asked(put)
    if direct or _OF_ITSELF.search(reply) is None or declines(reply) or AT_A_LOSS.search(reply) or form is not None and form.search(reply):
        return False
    asked, told = main_words(put), main_words(reply)
    taken = sum(weight for word, weight in asked.items() if any(is_alike(word, other) for other in told))
    return taken < TAKEN_UP * sum(asked.values())


def _gives_no_reason(reply: str, question: str) -> bool:
    """Tell whether a reply to a question that asks why holds no word with which people give a reason, nor says that there is none or that it is not known."""
    form = form_asked(question)
    reason = form is not None and form.search(_SO_IT_IS.sub("", reply)) is not None
    return not (reason or declines(reply) or AT_A_LOSS.search(reply) or doubts(reply) or is_hard_to_say(reply))


def says_something(question: Finding) -> bool:
    """Tell whether a question has a reply that a paper tells, which says yes or no or takes several words."""
    said = " ".join(straight(replied(part.quote, question.statement)) for part in question.answers)
    return bool(said) and not may_evade(question) and (len(said.split()) >= SEVERAL or YES_OR_NO.match(said) is not None)


def main_words(text: str) -> dict[str, float]:
    """Return what the words of a text that tell what it is on are known by, with how rare each is."""
    words = {word for word in _WORD.findall(text.casefold()) if word not in ENGLISH_STOP_WORDS and len(word) > 2}
    return {stem(word): rarity(word) for word in sorted(words)}


def is_alike(one: str, other: str) -> bool:
    """Tell whether two words are the same, or begin alike."""
    return one == other or len(one) >= ALIKE and one[:ALIKE] == other[:ALIKE]
