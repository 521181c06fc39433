"""The direct answer: yes or no in other words, how far, who, that something is not so or not known yet, or that it is hard to say; however
short, a reply begins with it."""

from __future__ import annotations

import re

_LEADS = (
    r"\W*(?:(?:well|so|okay|ok|um+|uh+|oh|and|but|look|hm+|i mean|i guess|i suppose|to be honest|honestly|frankly|at the moment|currently)\W+)*"
    r"(?:(?:i(?:'d| would)? (?:probably |just |have to )*(?:say|think|guess|suspect)|my (?:own )?(?:sense|view|guess|feeling|understanding|answer|short answer|impression|hope) (?:is|would be))(?: that)?\W+)*"
)
"""What may stand before a direct answer: "well", "I would say", "my sense is"."""
_END = r"(?=\W*$|\s*[.,;:!–—])"
_DEGREE = re.compile(
    rf"{_LEADS}(?:i (?:really |honestly |personally )?(?:don't|do not|wouldn't|would not) (?:think|believe|expect|say|imagine) so\b|(?:i |we )?(?:very much |certainly |do |would )*(?:think|believe|hope|guess|suppose|expect|assume|suspect) (?:so|not){_END}|"
    rf"i (?:very much |really )?doubt (?:it|that){_END}|(?:i'm|i am) afraid (?:so|not){_END}|"
    rf"not (?:directly|necessarily|entirely|quite|always|exactly|completely|fully|currently|specifically|formally|officially|particularly|especially|at all|at present|so far|for now|right now|at (?:the|this) (?:moment|point|stage|time)|to my knowledge|as far as (?:i|we) know|that (?:i|we)(?:'m|'re| am| are)? (?:know|aware)(?: of)?){_END}|"
    rf"(?:very |quite |most )?(?:probably|possibly|perhaps|maybe|sometimes|occasionally|partly|partially|mostly|largely|likely|rarely|never|always|both|neither|none)(?: (?:not|so|yes|no|of (?:them|those|us)))?{_END}|"
    rf"(?:to (?:some|a certain|a large|a great|an) (?:extent|degree)|in (?:part|the main|principle|theory|some cases|most cases)|for the most part|by and large|up to a point|more or less){_END})",
    re.I,
)
_HARD_TO_SAY = re.compile(rf"{_LEADS}(?:it(?:'s| is)|that(?:'s| is)) (?:(?:very|quite|really|a bit|a little|rather|still|too|far|always|probably) )*(?:hard|difficult|early|soon|impossible)(?:, isn't it,)? to (?:say|tell|know|judge|quantify|second-guess|predict|answer|be (?:sure|certain|precise|exact|definitive))\b", re.I)
_DOUBTS = re.compile(rf"{_LEADS}i (?:really |honestly |personally )?(?:don't|do not|wouldn't|would not) (?:think|believe|see|expect|feel) (?!so\b|about\b)\w+", re.I)
_ELIDED = re.compile(
    rf"{_LEADS}(?:i|we|you|he|she|it|they|there|that|this|those|these|some|most|all|many|none) (?:(?:really|probably|certainly|definitely|just|also|always|generally|usually|often|all|still|sometimes|absolutely|very much) )*"
    rf"(?:am|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|might|may|must|won't|can't|cannot|(?:is|are|was|were|do|does|did|has|have|had|could|would|should)n't)(?: not)?(?: (?:indeed|actually|too|now|yes|no))?(?=\s*(?:[.;!]|, (?:but|though|although|and|yes|yeah)\b)|\W*$)",
    re.I,
)
"""A sentence that leaves its verb to the question: "we might", "they don't"."""
_ONES = re.compile(
    rf"{_LEADS}(?:(?:it|that|this)(?:'s| is|'ll be| will be| would be|'d be)? (?:(?:probably|mostly|just|gonna be|going to be) )*(?:me|us|him|her|them|you)\b|(?:me|us|i (?:am|will|do|did|can)|we (?:are|will|do|did|can)|nobody|everybody|everyone|no one){_END})",
    re.I,
)
_DECLINES = re.compile(
    r"\b(?:i|we)(?: am|'m| are|'re|'d| would|'ll| will)? (?:really |certainly |just |obviously |also )*(?:not (?:going to|gonna|prepared to|able to|allowed to|at liberty to)|won't|can't|cannot|can not|rather not|prefer not to|(?:shouldn't|should not)) (?:really |publicly |possibly |obviously )*(?:comment|speculate|disclose|name (?:them|names|any|that)|say (?:who|which)|tell you (?:who|which|that)|reveal|discuss (?:that|individual|details)|go into (?:that|details|the details)|get into (?:that|details|the details))\b|"
    r"\b(?:i|we)(?: am|'m| are|'re) not (?:going to (?:take|be taking)|taking) an? (?:position|view|stance|side)\b|\b(?:i|we) (?:don't|do not|can't|cannot) (?:agree with|accept) the (?:phrasing|premise|wording|framing)\b|"
    r"\b(?:refrain from|not be|avoid) discussing\b|\b(?:that|it)(?:'s| is| would be) out of order\b|"
    r"\bwe (?:don't|do not|never) (?:publish|disclose|release|reveal|comment on) (?:that|those|them|this|these|individual|such)\b|\b(?:it's|it is|that's|that is) not (?:really )?(?:for (?:me|us) to (?:say|comment|judge|decide|speculate)|(?:something|a thing) (?:that )?(?:i|we) (?:can|could|would) (?:comment|speak|disclose|share))\b|"
    r"\b(?:it would|it wouldn't|it would not) be (?:wrong|inappropriate|appropriate|improper|right|unfair|fair) (?:for|of) (?:me|us) to\b|\b(?:i|we) (?:wouldn't|would not|don't|do not) (?:really )?(?:like|want|wish) to (?:comment|speculate|compare|judge|guess|prejudge|pre-empt|be drawn)\b(?![^.?!]*\bbut\b(?! (?:thank|thanks|my \w+|perhaps|maybe|let me|(?:I|we)(?:'m| am|'re| are|'ll| will| can| could) )\b)(?:\W+[\w'’-]+){4})",
    re.I,
)
_HAVE_NOT = r"\b(?:I|we|they)(?:,(?: \w+){1,3},)? (?:(?:really|personally|simply|just|also|still|actually|currently|honestly) )*"
_ADMITS = re.compile(
    r"\b(?:it|that|this)(?: has not| hasn't|'s not| is not| isn't| was not| wasn't)(?: (?:always|really|actually|yet))*(?: been)? possible\b|"
    rf"{_HAVE_NOT}(?:can't|cannot|can not|couldn't|could not)(?: (?:really|actually|yet|currently|even))*,? (?:know|tell you|say (?:if|whether|when|how|what|that)|give you|put a (?:figure|number|date)|quantify|measure|answer)\b|"
    rf"{_HAVE_NOT}(?:haven't|have not)(?: (?:really|actually|yet|even|personally|formally))* (?:read|seen|heard|done|had|made|decided|looked|received|started|begun|tested|tried|discussed|considered|agreed|asked|checked|published|measured|collected|thought)\b|"
    rf"{_HAVE_NOT}(?:don't|do not)(?: (?:yet|currently|actually|really))* have (?:any|enough|such|that|those|these|it|one|the (?:data|figures?|numbers?|details?|answer|evidence|information|resources|capacity|money|budget))\b|"
    r"\bthere (?:has not|hasn't|have not|haven't) been (?:an?|any|one|much|enough)\b|\A\W*(?:(?:well|so|no|currently|at the moment|so far),? )*there(?:'s| is| are|'s been| has been| have been) (?:(?:currently|still|really|at present) )?(?:no|none|nothing|nobody|not (?:any|yet|an?))\b|"
    r"\A\W*(?:(?:well|so|no),? )*(?:not (?:yet|so far)|nothing (?:yet|so far)|none)\b",
    re.I,
)
_LEANS_ON = re.compile(r"\W*(?:(?:and|so|well|now)\W+)*(?:however|but(?! for\b)|that said|having said that|nevertheless|nonetheless|even so|on the other hand|otherwise|instead(?! of\b)|then|after that|next(?=,))\b", re.I)
_GOES_ON_FROM_ELSEWHERE = re.compile(r"\W*(?:(?:and|so|well|now)\W+)*(?:otherwise|then|after that|next(?=,))\b", re.I)
_WHO = re.compile(r"\bwho(?:'s|'ll|se|m)?\b", re.I)


def says_how_far(text: str) -> bool:
    """Tell whether a sentence begins with an answer to yes or no in other words: "I don't think so", "not directly", "we might"."""
    return _DEGREE.match(text) is not None or _ELIDED.match(text) is not None


def doubts(text: str) -> bool:
    """Tell whether a sentence begins with what somebody does not think: to a question of yes or no, that is a no."""
    return _DOUBTS.match(text) is not None


def names_who(text: str, question: str) -> bool:
    """Tell whether a sentence says who, if that is asked for: "it is going to be me"."""
    return _WHO.search(question) is not None and _ONES.match(text) is not None


def admits(text: str) -> bool:
    """Tell whether somebody says that what was asked for was not done, is not there or cannot be known: that is their answer."""
    return _ADMITS.search(text) is not None


def leans_on_before(text: str) -> bool:
    """Tell whether a sentence says little without the one before it, which it limits, follows or is the other case of: "however, ..."."""
    return _LEANS_ON.match(text) is not None


def goes_on_from_elsewhere(text: str) -> bool:
    """Tell whether a sentence goes on from what somebody said, so that it begins no reply: "otherwise, ...", "and then ..."."""
    return _GOES_ON_FROM_ELSEWHERE.match(text) is not None


def declines(text: str) -> bool:
    """Tell whether somebody says that they will not answer, or may not."""
    return _DECLINES.search(text) is not None


def is_hard_to_say(text: str) -> bool:
    """Tell whether a sentence begins with that it is hard to say."""
    return _HARD_TO_SAY.match(text) is not None
