"""Sentences that say themselves what they are: "what we learned is", "my advice to the lenders is", "I'll send the list by Friday".

Nothing is surer than such words, and they are mostly short and plain, so that neither the choice of findings nor
what readers like brings them up. What they announce and leave to the next sentence is told with that one; what
they lean on and nobody said right before is not told at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from copaper.analysis.units import Unit, same_place
from copaper.records import Finding, Kind
from copaper.textclean import ends_as_question, is_housekeeping, straight

LONGEST, TOGETHER = 60, 75
"""Words of such a sentence, and of it with the one that it introduces."""
LONGEST_TEXT = 600
"""Characters of such a sentence: in a longer one the patterns would take long."""
SAYS = 3
"""Words behind "the lesson is", from which the sentence says itself what it is."""
SHORTEST_NEXT = 4
"""Words of a sentence that says what was announced."""

_LEAD = r"^\W*(?:(?:and|so|but|or|okay|ok|well|now|then|also|yes|yeah|right|no|sure|certainly|definitely|absolutely|of course|I (?:think|guess|mean)|um+|uh+|as I said)\W+)*"
_MUCH = r"(?: (?:also|really|just|do|only|strongly|highly|very much|definitely|certainly|gladly|happily|personally|still|then|now|probably|actually|therefore|always|would))*"
_WHOM = r"(?:,? (?:if I may|if you like|honestly)\b,?)?(?: (?:to|for|from|with|of|here|that|which|we|I|have|has|had|we've|I've|learn(?:ed|t)|took?|take|draw|drew|made|make|would|is)(?: (?!is\b|was\b|are\b|were\b)[\w'-]+){0,12}?)?"
"""For whom it is, or who says so: "lesson that we learned from the flood is"."""
_IS = r",? (?:is|was|would be|are|were)\b"

_LESSON = re.compile(
    r"\b(?:what|the (?:\w+ )?things?(?: that)?) (?:I|we)(?:'ve| have| had)?(?: (?:also|really|actually|then|now|all))* (?:learn(?:ed|t)|taken away)(?: (?!(?:is|are|was|were)\b)[\w'-]+){0,9}?(?<! about)(?:, as (?:always|ever|usual),)? (?:is|are|was|were)\b(?! (?:not|that there (?:is|are)|(?:really |actually |mostly )?(?:based|shared|available|important|useful|written|in|on|from|part))\b)|"
    rf"\b(?:my|our|the|one|a|another|first|second|third|main|big|biggest|key|important|hardest|last|of the|of our)(?: (?:main|big|biggest|key|important|hardest|first|second|other|only|real))* lessons?(?! to (?:be )?learn){_WHOM}{_IS}(?! (?:not\b|being|to be (?:learn|held|given)|learn(?:ed|t)|taught|given|held|called|on|at|about|over|free|planned|taken|there|what|which|\d))|"
    r"\b(?:I|we)(?:'ve| have)?(?: (?:also|then|since|soon|quickly|really))* learn(?:ed|t) (?:the hard way|from experience|by experience|(?:not|never) to(?! (?:say|promise|guess|predict|comment)\b)|always to)\b|"
    r"\b(?:in|with) hindsight\b(?=.*\b(?:I|we|should|would|it|that)\b)|\bif (?:I|we) (?:could|had to|were to|did) (?:do|start|run|try|begin) (?:it|this|that)(?: all)? (?:again|over)\b|"
    r"\b(?:I|we)(?:'d| would)(?:n't| not| never)? (?:do|have done|try) (?:it|this|that) (?:differently|that way again)\b|\bwhat (?:I|we)(?:'d| would) do differently(?: next time| now)?,? is\b",
    re.I,
)
_TO_WHOM = (
    r"\b(?:a|the|our|one|another) recommendation(?: then| here| now| stands)?,? (?:then,? )?(?:to|for) (?:the,? (?:u[hm]+,? )?(?:to (?:the )?)?)?[^.?!,:]{2,70}[,:] (?!(?:and|but|so|then|please|thank)\b)(?=\w)|\b(?:put|make|note|send|pass) (?:it as |this as )?a recommendation to [^.?!,:]{2,40},? that (?=\w)"
)
"""How somebody names a recommendation and to whom it goes: "a recommendation to the SETA, a short programme for buyers"."""
_ADVICE = re.compile(
    rf"\b(?:my|our|one|a|another|first|second|third|last|main|only|strong|biggest)(?: (?:main|first|second|last|only|strong|other|biggest|piece of|further))* (?:recommendation|suggestion|advice|plea)s?{_WHOM}{_IS}(?! (?:not\b|there|based|on|in|at|about|the same|what|which|coming|being|going))|"
    r"^\W*(?:(?:and|so|but|then|also)\W+)*(?:one|a|another|my|our)(?: (?:last|first|final|further))? (?:recommendation|suggestion|plea|piece of advice)(?:,? if I may\b)?,? (?:to|for)\b(?!.*\b(?:is|was)\b)|"
    rf"{_TO_WHOM}|"
    r"\bwhat (?:I|we)(?:'d| would)(?: (?:really|strongly|also|rather|always))* (?:suggest|recommend|advise|propose|urge)(?: (?!is\b)[\w'-]+){0,4}?,? is\b|"
    r"\bwhat (?:really |urgently |still )*(?:needs to|must|has to|should) (?:be done|happen|change)(?: (?!is\b)[\w'-]+){0,5}?,? is\b(?! (?:not|that there|what|the same|(?:still |very |quite |rather |so )?(?:unclear|clear|unknown|known|open|obvious|hard|difficult|different)|up to|any\w*'s|nobody's|for \w+ to|a (?:matter|question|mystery)|another))|"
    rf"(?<!what )(?<!which )(?<!that )(?<!than )\bI(?:'d)?{_MUCH} (?:recommend|urge|advise)(?! (?:by|in|on|against it|this|that|it)\b)(?! (?:\w+ )?(?:honou?rable|members?|colleagues)\b)(?= \w)|"
    r"(?<!what )(?<!which )\bI(?:'d| would)(?: (?:really|strongly|also))* encourage (?!(?:this|that|it)\b|(?:the )?(?:honou?rable |\w+ )?(?:members?|colleagues)\b|questions?\b)|"
    r"(?<!what )(?<!which )(?<!that )(?<!how )(?<!when )(?<!than )(?<!if )(?<!do )\bwe(?:'d| would| do)?(?: (?:also|really|strongly|highly|definitely|always))* recommend(?! (?:by|in|on|this|that|it)\b)(?= \w)|"
    r"\bI(?:'d| would)(?: (?:really|strongly|also))* suggest (?:that )?(?:we|you|they|people|everyone|everybody|anyone) (?!would|will|have|had|are|were|could|can|did|do\b|note\b|move on|take a break)|"
    rf"(?:{_LEAD}|[,;:.] (?:(?:and|so|but) )?|\b(?:and|so) )please,? (?:do not|don't|never|always|make sure)\b(?=,? \w)(?! (?:hesitate|worry|think|hide|be (?:shy|afraid|offended)|feel|mind|leave|go away|forget|share|post|mute|unmute|speak|talk|interrupt|raise|put|type|hold|take (?:this|that|it|me)|get me|shoot|laugh|you(?:'re| are)))",
    re.I,
)
_TO_VOTE = re.compile(r"\b(?:amendments?|(?:the|this) (?:motion|bill)|vote (?:for|against|on)|ask(?:ing)? for (?:consensus|approval|(?:stage|phase) \d))\b", re.I)
"""How those who meet are asked to decide, which is no advice to a reader."""
_BODIES = (
    r"(?:governments?|provinces?|agenc(?:y|ies)|departments?|ministr(?:y|ies)|municipalit(?:y|ies)|funders?|donors?|banks?|lenders?|schools?|universit(?:y|ies)|colleges?|institutions?|institutes?|organi[sz]ations?|"
    r"compan(?:y|ies)|firms|business(?:es)?|employers?|councils?|authorit(?:y|ies)|boards?|states|vendors?|providers?|suppliers?|browsers?|implementers|implementations|engines|communit(?:y|ies)|editors|champions|developers|maintainers|"
    r"advisers|advisors|mentors|managers|teachers|trainers|researchers|designers|practitioners|farmers|hospitals?|clinics?|regulators?|inspectors?|associations?|networks?|offices?|teams|partners)"
)
_OUGHT = r"(?: (?:really|also|all|definitely|simply|always|at least|now|just))*(?: should(?:n't)?| must(?:n't)?| ought to)(?: (?:really|also|all|definitely|simply|always|at least|never|not))*(?= (?!have\b|be (?:leading|able|aware|doing|fine|ok|okay|possible|seen)\b|know\b|not be\b)[a-z]+)"
_BODY = (
    rf"(?:(?:the|all|all the|every|each|our|these|any|more|other|both|most|your)(?: [\w'-]+){{0,2}}? )?{_BODIES}(?:,? (?:that|who|which|of|for|with|in|on|like)(?: (?!should|must|ought)[\w'-]+){{1,9}}?,?)?{_OUGHT}"
)
_CALLED_UPON = re.compile(
    rf"(?:{_LEAD}|\b(?:I|we)(?: (?:really|also|do|strongly))* (?:think|believe|feel)(?: that)? |\b(?:in my (?:view|opinion)|for me|personally),? ){_BODY}",
    re.I,
)
"""Who says what a kind of body should do calls upon it."""

_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|\d{1,2}(?:st|nd|rd|th)?\b|(?:first|second|third|\w+th)\b|twent\w+|thirt\w+|january|february|(?-i:March)|april|(?-i:May)|june|july|august|september|october|november|december)"
BY_WHEN = (
    rf"(?:\b(?:by|before|until|on|over|during) (?:the )?(?:(?:end|beginning|middle|close) of (?:the |this |next )?(?:\w+)|next (?:\w+)|coming (?:\w+)|following (?:\w+)|weekend|{_DAY})|\b(?:tomorrow|tonight|next (?:week|month|time|year|meeting|call|session)|(?:later )?this (?:coming )?(?:week|month|afternoon|evening)|(?:later|early|end of|by the end of) (?:this|next) (?:year|quarter|spring|summer|autumn|fall|winter)|in the (?:coming|next few) (?:days|weeks|months)|"
    r"(?:after|for|at|in|to|before|by) (?:the |this |our )?(?:next |following |january |february |march |april |may |june |july |august |september |october |november |december )?(?:call|meeting|webinar|plenary|session)|(?:in|within)? ?(?:the )?next (?:few |couple (?:of )?|two |three |four )(?:days?|weeks?|months?)|(?:in|within) (?:the next |a |one |two |three |four |\d+ )(?:few |couple of |two |three |four )?(?:days?|weeks?|months?)|as soon as (?:I|we) (?:can|have|get)))\b"
)
_DEED = (
    r"(?:send|share|circulate|distribute|e-?mail|forward|mail|write|draft|prepare|put together|update|publish|post|create|open|file|fix|organi[sz]e|arrange|set up|convene|introduce|invite|contact|reach out|get in touch|follow up|find out|"
    r"look into|investigate|clean up|finish|complete|review|transfer|translate|submit|report back|come back|get back to (?:you|him|her|them|everyone|everybody|the \w+ (?:with|on|about))|merge|land|remove|rename|migrate|document|collect|compile|schedule|implement|build|ask|speak (?:to|with)|talk (?:to|with)|get (?:it|this|that|them|those|the \w+) done|make (?:the|a|an|sure)|take (?:on|over|care|that|this|it) )"
)
_FIRM = (
    r"(?:send|circulate|distribute|e-?mail|forward|draft|prepare (?:a|an|the)|put together|publish|write (?:up|to (?!the (?:screen|file|disk))|a (?!reply)|an|the)|open (?:a|an|the) (?:\w+ )?(?:issues?|prs?|pull requests?|tickets?)|file (?:a|an|the)|create (?:a|an|the|some) (?:\w+ )?(?:issues?|prs?|pull requests?|tickets?|tasks?|documents?|lists?|pages?|groups?|polls?)|"
    r"reach out|get in touch|follow up (?:with|on)|find out|look into|report back (?:on|with|about|whether)|come back (?:to (?:you|the (?:committee|group|board|meeting))|with)|get back to (?:you|him|her|them|everyone|everybody|the \w+ (?:with|on|about))|organi[sz]e (?:a|an|the)|arrange (?:a|an|the)|set up (?:a|an|the) (?:\w+ )?(?:meeting|call|group|workshop|channel)|"
    r"make (?:the|a|an) (?:\w+ )?(?:release|pr|pull request|list|proposal|change|issue)|schedule (?:a|an|the)|review (?:the|it|that|this)|land (?:the|it|that|this)|update (?:the|our) (?!(?:committee|group) (?:on|about)))"
)
_ANY = r"(?!(?:be|see|have|go|talk|speak|say|tell|explain|show|present|start|stop|begin|come|move|let|continue|skip|hear|need|want|know|get|give|run|finish|stay|leave|hand|die|lose|not|never|expect|note|miss|wait|forget|remember)\b)[a-z]+\b"
_DEADLINE = rf"\b(?:by|before) (?:the )?(?:(?:end|beginning|middle|close) of (?!(?:this|the|today's) (?:talk|session|call|meeting|presentation|hour|slide))|next (?:week|month|meeting|call|session)|tomorrow|{_DAY})"
_I_WILL = r"\bI(?:'ll| will|'m going to| am going to|'m gonna)(?: (?:also|then|certainly|definitely|gladly|happily|personally|still|probably|just|try and|try to|make sure (?:to|that I)))*"
_I_CAN = r"\bI can(?: (?:also|then|certainly|definitely|gladly|happily|probably|just|try and|try to))*"
_WE_WILL = r"\bwe(?:'ll| will|'re going to| are going to)(?: (?:also|then|certainly|definitely|gladly|still|all))*"
_LET_KNOW = r"(?:let (?:you|everyone|everybody|people|them|the (?:committee|group|board|meeting)) know\b(?! (?:that|if|about (?:this|it)|how)\b)|(?:go (?:back|away) and |double[- ]?)?check (?:for you|with\b|on (?:that|it|this)\b|and (?:get|come|report|let)\b)|go (?:back|away) and (?:check|look|find|ask)\b)"
_RELEASE = r"(?:release|publish|launch|open|announce|roll out|start|hold|run|host|make a statement)"
_PROMISE = re.compile(
    rf"{_I_WILL} {_FIRM}\b|(?:{_I_WILL}|{_I_CAN}) {_LET_KNOW}|{_I_CAN} (?:{_FIRM}|{_DEED})\b(?=[^.?!]*{BY_WHEN})|{_WE_WILL} {_RELEASE}\b(?=[^.?!]*{BY_WHEN})|{_LEAD}{BY_WHEN},? {_WE_WILL} (?:{_FIRM}|{_RELEASE})\b|{_I_WILL} {_DEED}\b(?=[^.?!]*{BY_WHEN})|{_I_WILL} {_ANY}(?=[^.?!]*{_DEADLINE})|{_WE_WILL} {_FIRM}\b(?=[^.?!]*{BY_WHEN})|"
    r"\bwe(?:'ll| will| can|'d be happy to)(?: (?:certainly|also|then|definitely|of course|happily|gladly|absolutely))* (?:write to|come back to|(?:send|provide|get|give|furnish|share)(?: with)?) (?:you|(?:the|this) (?:committee|group|board|meeting)|everyone|everybody)"
    r"(?: (?:with )?(?:the|that|this|those|an?|our|some|more|further|all)(?: [\w-]+){0,3}? (?:analys[ie]s|notes?|figures?|papers?|lists?|reports?|information|details?|breakdown|cop(?:y|ies)|summary|data|numbers?|links?|responses?|documents?|evidence|examples?)| (?:on|about|with)\b|(?=\W*$))|"
    r"\b(?:I|we)(?: (?:hereby|do|will|'ll|personally|can))* (?:commit to(?! (?:\d+|\w+) ?(?:per ?cent|%))|undertake to|promise (?:to|that|you(?! *,)))\b|\b(?:I'm|I am|we're|we are)(?: (?:also|very|more than|quite))* (?:willing|happy|glad) to (?:join|volunteer|take (?:on|over)|lead|draft|host|co-?champion|champion|coordinate|mentor|organi[sz]e|write|review|help (?:\w+ )?(?:with|write|draft|organi[sz]e))\b",
    re.I,
)
_TO_THAT = re.compile(r"\b(?:commit to|undertake|promise(?: you)?) (?:that|this|it)\W*$", re.I)
"""What is promised stands in the next sentence, if anywhere."""
_ONLY_WHEN = re.compile(rf"^\W*(?:(?:so|and|ok|okay|say|let's say|let me say|um|uh)\W+)*(?:{_DEADLINE}|{BY_WHEN})(?:(?!\b(?:will|is|are|was|were|has|have|had|must|should|can|could|would|I|we|they|he|she)\b|'ll\b)[^.?!]){{0,40}}[.!]?\W*$", re.I)
"""A sentence that only says by when what the one before it promised is done."""
_WILL = re.compile(rf"{_I_WILL} {_ANY}", re.I)
DATED_WITHIN, BETWEEN = 4, 30
"""Sentences behind a promise within which its day may be said, and words between them, at most."""
_BY_DAY = re.compile(_DEADLINE, re.I)
_NAMES_ADVICE = re.compile(_TO_WHOM, re.I)
_IS_PAST = re.compile(r"\b(?:was|were|had|rejected|withdrawn|refused|nobody|never|ignored|ignores|cost|joke|no faith|against an?|do we need|need|over my dead body|useless|pointless)\b", re.I)
_NO_PROMISE = re.compile(
    r"\b(?:now|right away|quickly|briefly|in a (?:minute|moment|second|bit)|slides?|screen|in the chat|into the chat|to the chat|queue|as an example|for example|(?<!out )(?<!check )(?<!ask )(?<!see )(?<!know )if|when (?:you|we|they|he|she)|unless|maybe|perhaps|might|would|so that I|let me)\b|"
    r"\b(?:said|says?|think|thought|thinks|told|tells|asked|hope|hopes|means?|like|goes|went),? (?:well,? |okay,? |oh,? |that )?[“\"']?(?:I|we)(?:'ll|'m| will| am|'re| are| can)\b|\b(?:he|she|they|client|person|people|who) (?:\w+ )?(?:said|says?|told|tells)\b|[“\"]",
    re.I,
)
"""What is done at once, on a condition, or told of another."""
_ONCE = re.compile(r"\b(?:(?<!from )when|once|as soon as|provided|not|never)\b|n't\b", re.I)
"""On what it hangs, where its day is said later."""
_TURNS = re.compile(r"\b(?:but|although|though|except)\b", re.I)
"""What takes a promise back, or goes on to something else."""
_GIST = re.compile(
    r"\bthe (?:main|key|most important|single most important|crucial|really important) (?:thing|point|message|takeaway)(?: (?:here|now|today|for (?:me|us|them)|to (?:remember|know|take away|note|understand)|(?:that )?(?:I|we) (?:want|wanted|would like)(?: [\w'-]+){1,4}?))?,? (?:is|was)\b|"
    r"\bthe (?:short of it|long and (?:the )?short of it|bottom line|upshot|gist(?: of it)?|moral of the story)(?: here| then)?,? is\b|"
    rf"{_LEAD}(?:just )?(?:to sum (?:it |this |that |all that |things )?up|to summari[sz]e(?: (?:it|that|all that))?|long story short|in short|in a nutshell)(?: (?:very )?(?:quickly|briefly)| then)?[,:]|"
    r"\bthe next steps?(?: (?:for (?:us|me|this|the \w+)|here|now|then))?,? (?:is|are|will be|would be)\b(?! (?:what|that\b|this\b|it\b|the same))",
    re.I,
)
"""How somebody says that the point of it all follows, or what is to be done next."""
_DENIED = re.compile(r"\b(?:can't|cannot|can not|won't|couldn't|don't|didn't|not|never|nobody|unable to|hesitate to|want to|wanted to|like to|going to|ask(?:ed)? (?:you|him|her|them|us) to|whether|if|should|could|would)(?: \w+)? $", re.I)
"""Before "I recommend" or "we commit to" these take it back, or leave it open."""

@dataclass(frozen=True)
class Outright:
    """What ``units[first]`` to ``units[last]`` say outright; of no ``kind`` if only that it is the point of it all."""

    first: int
    last: int
    kind: Kind | None


def kind_of(text: str) -> Kind | None:
    """Return the kind that a sentence says outright that it is of, if it does."""
    found = _said(text)
    return found[0] if found else None


def is_outright(finding: Finding) -> bool:
    """Tell whether a finding's own words say what kind it is of: "what we learned is"."""
    return finding.fields.get("said") == "outright"


def is_no_promise(text: str) -> bool:
    """Tell whether a sentence with "I will" says what is done at once, on a condition, or told of another."""
    return _NO_PROMISE.search(straight(text)) is not None


def is_gist(text: str) -> bool:
    """Tell whether a sentence announces the point of it all, or what is to be done next."""
    return not ends_as_question(text) and _GIST.search(straight(text)) is not None


def names_advice(text: str) -> bool:
    """Tell whether a sentence says to whom a recommendation goes, and which."""
    return _NAMES_ADVICE.search(straight(text)) is not None and not _IS_PAST.search(text)


def says_by_when(text: str) -> bool:
    """Tell whether words say by which day something is done."""
    return _BY_DAY.search(straight(text)) is not None


def says_without_a_verb(text: str) -> bool:
    """Tell whether a sentence needs no verb for what it says: by when something is done, or to whom a recommendation goes."""
    return _ONLY_WHEN.match(straight(text)) is not None or names_advice(text)


def outright(units: Sequence[Unit]) -> list[Outright]:
    """Return what people say outright, in time, with the next sentence where only that says what it is."""
    found: list[Outright] = []
    for i, unit in enumerate(units):
        if unit.words > LONGEST or found and found[-1].last >= i or is_housekeeping(unit.text):
            continue
        said = _said(unit.text)
        dated = dated_behind(units, i) if said is None or said[0] is Kind.COMMITMENT else None
        if said is None and dated is not None and (will := _WILL.search(straight(unit.text))) and not _NO_PROMISE.search(straight(unit.text)) and not _TURNS.search(unit.text) and not _ONCE.search(straight(unit.text)):
            said = (Kind.COMMITMENT, will.end())
        if said is None and not is_gist(unit.text):
            continue
        kind, end = said or (None, _end_of_gist(unit.text))
        last = i
        if len(straight(unit.text)[end:].split()) < SAYS and (kind is not Kind.COMMITMENT or _TO_THAT.search(straight(unit.text))):
            if not goes_with(units, i, i + 1):
                continue
            last = i + 1
        elif kind is Kind.COMMITMENT and dated is not None:
            last = dated
        found.append(Outright(i, last, kind))
    return found


def dated_behind(units: Sequence[Unit], i: int) -> int | None:
    """Return the sentence soon behind one that only says by when, if what stands between them is little and says no more."""
    words = 0
    for j in range(i + 1, min(len(units), i + 1 + DATED_WITHIN)):
        if not same_place(units[j], units[i]):
            return None
        if _ONLY_WHEN.match(straight(units[j].text)):
            return j
        words += units[j].words
        others = any(token.dep_ in ("nsubj", "nsubjpass") and token.lower_ not in ("i", "we", "it", "that", "this", "which") for token in units[j].tokens)
        if others or words > BETWEEN or ends_as_question(units[j].text) or _WILL.search(straight(units[j].text)):
            return None
    return None


@lru_cache(maxsize=4096)
def _said(text: str) -> tuple[Kind, int] | None:
    """Return what kind a sentence says that it is of, and where the words that say so end."""
    if len(text) > LONGEST_TEXT or ends_as_question(text):
        return None
    said = straight(text)
    for kind, pattern in ((Kind.LESSON, _LESSON), (Kind.RECOMMENDATION, _ADVICE), (Kind.RECOMMENDATION, _CALLED_UPON), (Kind.COMMITMENT, _PROMISE)):
        match = pattern.search(said)
        if match is None or _DENIED.search(said[: match.start()]):
            continue
        if kind is Kind.RECOMMENDATION and (_TO_VOTE.search(said) or _NAMES_ADVICE.search(said) and _IS_PAST.search(said)):
            continue
        if kind is not Kind.COMMITMENT or not (_NO_PROMISE.search(said) or _TURNS.search(said, match.end())):
            return kind, match.end()
    return None


def _end_of_gist(text: str) -> int:
    match = _GIST.search(straight(text))
    return match.end() if match else len(text)


def goes_with(units: Sequence[Unit], i: int, j: int) -> bool:
    """Tell whether two neighbouring sentences are one person's, no question, and short enough to be told together."""
    if i < 0 or j >= len(units):
        return False
    one, other = units[i], units[j]
    return same_place(one, other) and one.words + other.words <= TOGETHER and min(one.words, other.words) >= SHORTEST_NEXT and not ends_as_question(one.text) and not ends_as_question(other.text)
