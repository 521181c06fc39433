"""Statements that speak of trouble and tell of none, or of doing and tell of nothing done.

"That isn't really a problem for us", "it gets rid of the queue", "if the bank refuses, we'll ask the next one" hold the words
of a challenge. So do arguments about one of several options, what somebody is said to have said, and what is written on an
agenda. "If we look at the debate of last week" and "as we saw before" hold those of a practice.
"""

from __future__ import annotations

import re

from copaper.textclean import straight

_TROUBLE = r"(?:problem|issue|concern|challenge|difficult(?:y|ies)|risk|barrier|obstacle|bottleneck|trouble|worr(?:y|ies|ied)|concerned|afraid|danger|downside|blocker|deal-?breaker|disaster|crisis)s?\b"
_HARDLY = r"(?: (?:\w+ly|(?:see|find|hav|fac|experienc|expect|gett|hear)ing|aware|a|an|any|the|my|our|much|of|such|too|that|very|all|even|so|big|bigger|biggest|real|major|main|huge|serious|great|actual|technical|particular))*"
_NONE = re.compile(
    rf"\b(?:(?:is|are|was|were|be|been)(?:n't| not| never| no longer| hardly)|it's not|that's not|(?:has|have|had)(?:n't| not| never) been|no longer|not raising|(?:don't|doesn't|didn't|do not|does not|never) (?:really |actually )?(?:see|foresee|anticipate|expect|have|had|think (?:it|that|this|there)(?:'s| is)|believe (?:it|that|this|there) is)){_HARDLY} {_TROUBLE}|"
    rf"\b(?:no|without(?: any)?|(?:reduced?|lower|less|fewer|minimal|hardly any|little)) (?:\w+ )?{_TROUBLE}|\bno (?:breaking changes?|plans? to|need (?:to|for)|reason to (?:worry|fear|doubt))\b|"
    r"\b(?:(?:don't|doesn't|didn't|won't|needn't|do not|does not|will not|no longer|never)(?: (?:really|ever|even))? (?:need|have|want) to (?!be able|know|come|go|pay)|needn't|(?:don't|doesn't|won't|not to) worry|not worried|nothing to worry)\b|"
    r"\b(?:does|do|did|would|will)(?:n't| not) mean(?! (?:we|they|people) (?:can|have|know))\b|\b(?:will|would) not (?:break|fail|fall apart|collapse|suffer|be affected|lose)\b|\bwon't (?:break|fail|fall apart|collapse|suffer|be affected|lose)\b|\b(?:would|could)(?:n't| not) (?:exist|happen|be possible|have (?:existed|happened|been possible)) without\b",
    re.I,
)
_REMEDY = re.compile(
    r"\b(?:gets?|got|getting|get) rid of|\b(?:this|that|it|which|who|we|they|and|also|then|interpreter|system|tool|approach)(?: (?:also|then|now|have|has|just|really|'ve))* (?:solve|fix|address|avoid|resolve|overcome|mitigate|eliminate|simplif|reduce|prevent|alleviate|help(?:s|ed) (?:us |them |you )?(?:to )?(?:avoid|reduce|solve|overcome))(?:y|e|s|es|d|ed|ies|ied)?\b|"
    r"(?<!difficult )(?<!hard )(?<!harder )(?<!impossible )(?<!unable )(?<!not able )(?<!how )(?<!trying )(?<!struggle )(?<!struggling )(?<!failed )\b(?:to|in order to|can|will|would|could|helps?|does|so as to) (?:avoid|prevent|overcome|mitigate|alleviate|protect|eliminate|get rid of)\b|"
    r"\b(?:are|is|'re|'m|am|been)(?: (?:already|now|currently|all|actively|well))* (?:managing|handling|coping (?:with|well)|filling|fixing|solving|tackling|alert to|aware of the)\b|\b(?:overcome|overridden|mitigated|resolved|solved|fixed|sorted out)\b|\b(?:has|have|other|these|those|of the|great|big) (?:\w+ )?(?:advantages|benefits)\b(?! (?:\w+ )?(?:are|is) (?:not|hard|difficult|really))",
    re.I,
)
"""What is done about trouble, or is good."""
_IS_ONE = re.compile(r"\b(?:problem|challenge|difficulty|trouble|worry|obstacle|barrier|(?:main|big|biggest|only|real|the|one) (?:issue|risk|concern))s?(?: (?:for|with|here|there|that|we|they|I|have|has|face|see)(?: [\w'-]+){0,4}?)? (?:is|are|was|were)\b(?! (?:not|never|no\b|very|quite|rather|low|small|gone|solved|fixed|over|being|managed|less))", re.I)
"""How somebody says outright that something is one."""
_SUPPOSED = re.compile(r"(?:(?:and|so|but|well|like|then|now|also|because)\W+)*(?:if|unless|suppose|supposing|imagine|in theory|assuming|hypothetically|let's say|what if)\b", re.I)
_OPTION = re.compile(r"\b(?:option|solution|alternative|approach|variant) (?:number )?(?:one|two|three|four|five|\d|[A-D])\b", re.I)
_OF_OTHERS = re.compile(
    r"(?:(?:and|so|but|well)\W+)*you(?:'ve| have| do| did| also| just| quite| rightly)* (?:do|have|had|made|make|said|say|mention\w*|rais\w+|talk\w*|not(?:e|ed)|point\w*|express\w*|touch\w*|spoke|ask\w*|referr\w*|identif\w*)\b.*?\b(?:concerns?|comments?|points?|that|about|about how|of|to)\b|"
    r"(?:(?:and|so|but|well)\W+)*(?:I'm|I am) sure (?:that )?(?:you|the \w+|everybody)|.*\bno one is (?:arguing|saying|suggesting)\b",
    re.I,
)
"""What somebody holds up to another, as those do who ask."""
_DISCUSSED = re.compile(r"\b(?:issues?|problems?|challenges?|questions?) (?:that )?(?:we|I|you)(?:'ve| have| had| will|'ll| want| need|'d)*(?: to)? (?:discuss|talk|address|cover|come|look|raise|bring|consider|deal)\w*\b|\b(?:issue|bug) tracker\b|\b(?:women|gender|ticket|github|open|related|the) issues? (?:number |#)?(?=\d|we have\b|on github|on the repo)|\bissues (?:in|on) (?:github|the repo)\b", re.I)
_TURNED = re.compile(r"\b(?:but|however|unfortunately|although|though|except|yet|still)\b[^.;?!]*", re.I)

_WENT_WELL = re.compile(
    r"\breasons? (?:why|that|for which) [^,.;]*\b(?:did|do|does|done|went|gone|working|worked|works?) (?:\w+ )?(?:well|better)\b|\b(?:has|have|had|'s|'ve) (?:\w+ )?(?:worked|gone|done) (?:really |very |quite |extremely |so |pretty )?well\b|"
    r"(?<!not )(?<!n't )(?<!never )(?<!cannot )\b(?:allows?|allowed|enables?|enabled|lets?) (?:us|them|me|you|him|her|people|everybody|everyone|(?:our|the|all) \w+) (?:to )?\w+|"
    r"^\W*(?:(?:and|so|but|well)\W+)*I (?:would|can|do|could|fully|quite|completely|entirely|well)(?: (?:fully|quite|completely|well|certainly))? understand\b|"
    r"^\W*(?:(?:and|so|but|well)\W+)*(?:my question is|you(?:'re| are) (?:correct|right)|(?:(?:we|I|they)(?:'ve| have| had)? )(?:ensured|made sure|guaranteed)\b)|\b(?:our|my|the government's) (?:\w+ )?(?:priority|aim|goal|intention) (?:is|was|has (?:always )?been) to\b|"
    r"\bthe last thing (?:that )?(?:we|I|you|they|anybody|anyone) (?:would )?(?:want|need)s?\b|\b(?:we|I|you|they)(?:'d| would| do)?(?:n't| not) want (?:people|anybody|anyone|somebody|you|them|(?:the |our )?[\w-]+s) to (?:think|believe|feel|assume|get the impression)\b|"
    r"(?:\bnot|n't) (?:in any way )?(?:detract|stop(?:ped)? us|hold us back)\w*|\b(?:much |far |a lot )?less (?:serious|severe|difficult|problematic|of a problem)\b",
    re.I,
)
"""What went well, what is made possible, what somebody has understanding for, or assures others of."""
_SOON_DONE = re.compile(
    r"\b(?:will|'ll|should|to|likely|going to|gonna)(?: \w+){0,3}? be (?:merged|fixed|solved|resolved|released|finished|done|ready|repaired|lifted|over)\b[^,.;]*\b(?:today|tonight|tomorrow|soon|shortly|(?:this|next) (?:week|month)|in a (?:day|week|few)|by (?:the end|next|mon|tues|wednes|thurs|fri))",
    re.I,
)
_FOR_THEM = re.compile(
    r"\b(?:for|help(?:s|ed|ing)?|support(?:s|ed|ing)?|protect(?:s|ed|ing)?|reach(?:es|ed|ing)?) (?:(?:all|those|the|many|our|any|both|these) )?(?:[\w-]+ ){0,6}?(?:(?:who|that|which)\b|struggling\b|facing\b|in (?:difficulty|need|trouble)\b)[^,.;]*|\bso (?:that|as (?:to|not to))\b[^,.;]*",
    re.I,
)
"""Whom something is done for, and what for: their trouble is not what the sentence tells of."""

_NO_DOING = re.compile(
    r"(?:(?:and|so|but|well|now|then)\W+)*(?:(?:if|when) (?:we|you|I) (?:look|see|think|go|take|read|listen)\b|(?:we|I)(?:'ve| have| had|)(?:n't| not) (?:yet )?(?:\w+ed|taken|done|cut|put|made|given|withdrawn|stopped)\b|as (?:we|I|you)(?:'ve| have)? (?:\w+ed to |all )?(?:saw|see|seen|said|say|mentioned|outlined|set out|discussed|heard|know|noted)\b|assuming\b|another (?:item|thing|point)\b|(?:just |to )?(?:build|follow|pick|add|com|go|respond)(?:e|ing)?(?: (?:up|on|back|from|to)){1,2} (?:[^,.;?!]{1,40}'s|your|that|this|his|her|the) (?:\w+ )?(?:points?|questions?|comments?|remarks?)\b)|"
    r".*\b(?:(?:look|looking|looked) forward to|(?:are|is|am|'re|'m) committed to|needs? to be (?:reviewed|merged|fixed|done|finished|completed)|from my reading|(?:'re|are|'m|am) (?:still |now |also |just )?(?:looking to|hoping to|planning to|intending to|going to|about to|yet to))\b",
    re.I,
)


_VAGUE = re.compile(
    r"(?:(?!\b(?:we|I|our)\b)[^.;?!])*\b(?:we|I)(?:'re|'ve|'m| are| have| had| am| will| do)?(?: (?:\w+ly|also|now|been|all|just|still|always|then|further|already))* "
    r"(?:(?:provid(?:e|es|ed|ing)|offer(?:s|ed|ing)?|giv(?:e|en|ing)|gave|ha(?:ve|d)|put in) (?:(?!by\b|through\b)[\w-]+ ){0,3}?(?:support|assistance|help|relief|opportunit(?:y|ies)|flexibility)\b(?=[.,;]|$| (?:to|for|that|which|from|in|at|and|where|when|as)\b)(?![^.;]*\b(?:by \w+ing|through|with (?:a|an|the|our|two|three)|every|each)\b)|"
    r"(?:provid|offer|invest|spend|giv|allocat|add|commit|put)(?:e|ed|s|t|ing|ting)? (?:in )?(?:over |more than |nearly |about |around |up to |almost |another |an (?:additional|extra) )*(?:[$£€]|R ?\d|\d[\d,.]* ?(?:million|billion|thousand)\b)|"
    r"receiv(?:e|ed|ing)\b(?![^.;]*\band\b)|(?:make|made|making) (?:(?:good|some|real|great|a lot of|further|significant) )?progress\b|mov(?:e|ed|ing) (?:forward|ahead)\b|recogni[sz](?:e|ed|ing)\b|acknowledg(?:e|ed|ing)\b|encourag(?:e|ed|ing)\b(?![^.;]*\bby \w+ing\b)|rel(?:y|ied|ying) on an? (?:[\w-]+ )?(?:strategy|approach)\b|work(?:ed|ing)? (?:diligently|hard|closely|tirelessly)\b|"
    r"(?:continu(?:e|ed|ing)|remain(?:ed)?|commit(?:ted)?) (?:to|with|our|committed)\b)",
    re.I,
)
"""How somebody begins who says that something is done, and neither what nor how: "we are providing additional support"."""
_BEGINS = r"(?:(?:and|so|but|well|now|yeah|yes|okay|also|currently|right now|at the moment|to summari[sz]e|to sum up|in summary|in short)\b\W*)*(?:(?!(?:we|I)\b)(?:[\w'-]+ ){1,7}?[\w'-]+, )?"
_REPORTS = re.compile(
    rf"{_BEGINS}(?:we|I)(?:'ve| have)(?: (?:\w+ly|also|now|just|all|already|since|been))* (?:investigated|explored|looked (?:into|at)|analy[sz]ed|considered|discussed|reviewed|merged|fixed|finished|finali[sz]ed|rebased|submitted|proposed|debugged|refactored|resolved|landed|shipped|passed|announced|commissioned|published|(?:written|issued) (?:a|an|the|our|to)|simplified|removed|renamed)\b|"
    rf"{_BEGINS}(?:we|I)(?:'re|'m|'ve been| are| am| have been)(?: (?:\w+ly|also|now|just|all|already|still))* (?:implementing|developing|finishing|finali[sz]ing|merging|passing|fixing|debugging|setting up|releasing|deploying|rebasing|refactoring|porting|optimi[sz]ing|drafting|investigating|exploring|looking (?:into|at)|analy[sz]ing|considering|discussing|waiting|updating)\b|"
    r"[^.;?!]*\b(?:what (?:we|I)(?:'ll| will|'re going to| are going to| plan to| want to| intend to)\b|the idea (?:is|was|here is|being) (?:that|to)\b)|to (?:summari[sz]e|sum up)\b|in (?:summary|short),",
    re.I,
)
"""How somebody tells how far their work is, or what they mean to do: "we've investigated the leak", "we are passing the tests"."""
_AS_A_RULE = re.compile(r"\b(?:every|each|always|usually|whenever|weekly|monthly|daily|once an?|twice an?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b", re.I)
_AS_IT_WORKS = re.compile(r"\bthe way (?:we|it|they|this|that|things?|(?:the |our )?[\w-]+)(?:'re| are| is)? (?:currently |now )?(?:works?|working|do(?:es)? (?:it|this|that)|handles? (?:it|this|that))\b(?: (?:now|today|currently|at the moment|right now))*(?: is\b)", re.I)
_SOMEBODY = re.compile(
    r"\b(?:clients?|farmers?|growers?|members?|learners?|students?|women|men|youth|young|entrepreneurs?|owners?|famil(?:y|ies)|parents?|child(?:ren)?|teachers?|schools?|communit(?:y|ies)|beneficiar(?:y|ies)|participants?|traders?|teams?|patients?|households?|"
    r"advisers?|advisors?|mentors?|suppliers?|workers?|people|villages?|customers?|citizens?|officials?|staff|colleagues?|everybody|everyone|anybody|anyone|somebody|someone)\b", re.I,
)
"""With whom something is done that is not how a program works."""
_CONCEDES = re.compile(r"^\W*(?:(?:and|so|but)\W+)?(?:even (?:where|though|if|when)|although|though|whilst|while|despite|whereas)\b[^,.;]*,", re.I)
_TAKEN_BACK = re.compile(r"\W*(?:(?:but|however|yet|now)\W+){1,2}(?:I think |I believe )?(?:we|they|I|it|that|this)(?:'ve| have|'s| is| also| now| really)* (?:need(?:s|ed)?|ha(?:ve|s|d) to|got to|should|must|not (?:enough|working)|(?:do|does|did)n't work)\b", re.I)
"""How somebody goes on to whom what was done so far is not good enough."""

_REFUTED = re.compile(
    r"\W*(?:(?:and|but|so|well|now)\W+)*(?:thankfully|fortunately|luckily|happily|gladly)\b|"
    r"\W*(?:(?:but|however|though|still|yet|in the end|as it turned out|actually|in fact)\W+)+(?:I think |I'd say )?(?:it|that|this|they|these|there|we|everything)(?:'s| is| was| were| has been| have been| turned out(?: to be)?| went| came out)?(?: all| quite| very| really| perfectly| pretty)* "
    r"(?:fine|okay|ok|all right|alright|well|good|solved|fixed|sorted(?: out)?|resolved|no problem|manageable)\b|"
    r"\W*(?:(?:and|but|so|well|actually|in fact)\W+)*(?:that|this|it|which)(?:'s| is| was| has)? ?(?:not|n't|(?:did|does)(?:n't| not))(?: actually| really)? (?:the case|true|happen(?:ed)?|materiali[sz]ed?|a (?:real |big )?(?:problem|issue|risk|concern))\b",
    re.I,
)
"""How somebody goes on whose trouble did not come, or is over: "but thankfully", "but it was fine"."""


def main_part(statement: str) -> str:
    """Return a statement without those whom something is done for, and without what for: an obstacle is one only in what is left."""
    return _FOR_THEM.sub(" ", straight(statement))


def is_no_trouble(statement: str) -> bool:
    """Tell whether a statement denies trouble, tells what is done about it, only supposes it, argues about one of several
    options, tells what went well or will soon be over, holds up to another what they said, or names what is on an agenda; what follows a "but" is heard first. What
    says that it is a problem is one."""
    said = straight(statement)
    if _WENT_WELL.search(said) or _SOON_DONE.search(said) or _SUPPOSED.match(said) or _OPTION.search(said) or _OF_OTHERS.match(said) or _DISCUSSED.search(said):
        return True
    if _IS_ONE.search(said):
        return False
    turned = _TURNED.search(said)
    heard = turned[0] if turned else said
    return _NONE.search(heard) is not None or _REMEDY.search(heard) is not None


def is_no_doing(statement: str) -> bool:
    """Tell whether a statement refers to what was seen or said, tells what somebody means to do, how far they are, how a program
    works today, or says no more than that something is done, in place of what they do."""
    said = straight(statement)
    if _REPORTS.match(said) and not _AS_A_RULE.search(said) or _AS_IT_WORKS.search(said) and not (_AS_A_RULE.search(said) or _SOMEBODY.search(said)):
        return True
    return _NO_DOING.match(said) is not None or _VAGUE.match(said) is not None


def without_concession(statement: str) -> str:
    """Return a statement without what it begins by granting: "even where we've changed the list, we have the data" is of the data."""
    return _CONCEDES.sub("", straight(statement), count=1)


def is_refuted(following: str) -> bool:
    """Tell whether what follows trouble says that there was none, or that it is over."""
    return _REFUTED.match(straight(following)) is not None


def is_taken_back(following: str) -> bool:
    """Tell whether what follows a practice says that it has to change: "but we need to be quicker"."""
    return _TAKEN_BACK.match(straight(following)) is not None
