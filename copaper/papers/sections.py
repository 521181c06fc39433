"""What may stand in a section of its kind: only what says outright that it is of this kind.

The analysis gives every statement its likeliest kind. A section promises more: whoever reads
"Decisions" takes what stands there for settled. So a statement enters the section of its kind
only if its words carry what makes it one; any other is told with its theme, without a kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lemminflect import getAllInflections, getLemma

from copaper.analysis.asked import is_put_to_the_vote
from copaper.analysis.outright import is_outright, kind_of
from copaper.analysis.practices import is_agent
from copaper.papers.reassuring import is_no_doing, is_no_trouble, is_refuted, is_taken_back, main_part, without_concession
from copaper.records import Evidence, Finding, Kind, Session, Status
from copaper.textclean import is_housekeeping, straight

SHORTEST = 8
"""Words of a decision: "it's agreed" alone does not say what."""
QUOTED = 400
"""Characters before a statement in which a quotation mark may have been opened."""
GOES_ON = 120
"""Words that somebody says after their own question, from which they do not wait for an answer."""

_DECIDED = re.compile(
    r"\b(?:(?:it(?:'s| is| was| has been)|that(?:'s| is)|(?:has|have) been) (?:then |hereby |now |also )?(?:agreed|decided|resolved|settled|approved|adopted|carried)|"
    r"(?:we|(?:the|this) (?:group|committee|meeting|community|board|council|team|forum|working group))(?:'ve| have| has)? (?:now |then |also |just |all |therefore )?(?:agreed|decided|resolved|settled|approved|adopted)\b(?! (?:with|how|what|whether))|"
    r"we (?:do )?(?:have|reached|came to|got) (?:a |an |full |general )?(?:consensus|agreement) (?:to|on|that|for)|(?:the|our) (?:decision|conclusion|resolution) (?:is|was) (?:to|that)|"
    r"(?:there (?:is|are|were|was)|hearing|seeing|with) no objections?)\b",
    re.I,
)
_SETTLED_NOW = re.compile(
    r"\b(?:(?:it|that)(?:'s| is) (?:then |now |hereby )?(?:agreed|decided|resolved|settled)|we(?:'ve| have) (?:(?:now|all|just|hereby|therefore) (?:agreed|decided|resolved)|agreed) (?:that|to)|we have (?:a |an )?(?:consensus|agreement) (?:to|on|that))\b",
    re.I,
)
"""What is said in the meeting that decides, never of an earlier one."""
_OF_ONE_MIND = re.compile(r"\b(?:(?:we|you)(?:'ve)? (?:do |now |also |then )*(?:have|got|reached|came to) (?:a |full |general |clear )?(?:consensus|agreement)|(?:it|that)(?:'s| is) (?:then |now |hereby )?(?:agreed|decided|resolved|settled))\b", re.I)
_EARLIER = re.compile(
    r"\b(?:(?:at|on|in|during|since) (?:the|our|that) (?:last|previous|prior|earlier)\b|(?:the|our|a) (?:last|previous|prior|earlier) (?:\w+ ){0,2}(?:call|meeting|session|webinar|plenary|discussion)s?\b|"
    r"last (?:time|week|month|year|quarter|spring|summer|autumn|fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|(?:days?|weeks?|months?|years?|a while|some time|long) ago\b|back (?:then|in|at|when)\b|yesterday\b|earlier this (?:week|month|year)\b|\bthat (?:week|month|day|year)\b|\bhad had\b)",
    re.I,
)
"""What dates a decision before the session that speaks of it."""
_WE_DID = re.compile(r"\b(?:we|(?:the|this) (?:group|committee|community|board|council|team|forum|working group))(?:'ve| have| has)?(?: (?:then|also|all|therefore|finally|ultimately|eventually))* (?:agreed|decided|resolved|settled|approved|adopted)\b", re.I)
"""How somebody tells what was decided: of a dozen such sentences in meetings none told of that meeting itself."""
_HERE = re.compile(r"\b(?:today|tonight|just now|this (?:morning|afternoon|evening)|(?:in|at|during) (?:this|today's|our) (?:call|meeting|session|webinar|plenary|discussion))\b", re.I)
_BEFORE, _LONG_BEFORE = 300, 1500
"""Characters of a turn before "we have decided" in which it may be dated, and before "we decided", of which one mostly tells later."""
_SUPPOSED = re.compile(
    r"\b(?:if|unless|whether|suppose|supposing|imagine|would|could|might|may|should we|shall we|why don't we|why not|let's|in the absence of|until|when we (?:have|get|reach)|to (?:get|reach|see|seek|establish)|"
    r"thought|think|from my (?:perspective|point of view)|kind of|sort of|last (?:time|year|week|month)|(?:did|do|does|had|has|have|was|were|is|are)(?:n't| not)|no|never|nobody)\b",
    re.I,
)
_REPORTED = re.compile(r"\b(?:she|he|they|who) (?:had |has |have |also |then )?(?:suggest|said|say|told|asked|want|thought|think|propos|recommend)\w*", re.I)
_RETORTS = re.compile(r"\b(?:honou?rable|hon\.|right honou?rable|learned) (?:member|gentleman|lady|friend|colleague|minister)|\bmembers? opposite\b", re.I)
"""Whom somebody answers who tells them what to do."""

_OPENS_QUOTE = re.compile(r"\W*(?:(?:and|but|so|it says|quote)\W+)?[“\"]", re.I)
_SAID_AFTER_QUOTE = re.compile(r"[”\"].*\w")
"""A quotation of some words within a sentence of one's own."""
_INCHES = re.compile(r"(?<=\d)[\"”]")

_BANTER = re.compile(r"[\U0001F600-\U0001F60F\U0001F61B-\U0001F61D\U0001F643\U0001F923\U0001F92A]|\b(?:lol|rofl|lmao|ha(?:ha)+|just kidding)\b|(?<!\S)[;:]-?[)DP](?!\w)", re.I)

_DOES = r"(?:\W+(?:now|then|also|always|usually|normally|often|only|just|actually|really|all|each|both|simply|have|had|has|'ve|do|did|don't|not|never|are|were|been|already|currently|mostly|typically|first|sat down and)){0,4}"
_OURS = rf"(?:\bwe(?:'ve|'re|’ve|’re)?|\b(?:our|my) (?:[\w'’-]+ ){{0,2}}[\w'’-]+){_DOES}"
_MINE = r"\bI(?:\W+(?:now|then|also|always|usually|normally|often|only|just|simply|do|don't|never)){0,2}"
_NO_DEED = frozenset(
    """can could would should will shall may might must need want have has had hope wish think know believe feel guess mean see saw hear heard get got find found
    learn learned learnt be am is are was were been like love agree understand say said tell told talk talked mention expect assume plan intend try going continue
    there that this it the a an not so and or to very aware keen able sure happy glad pleased interested grateful delighted""".split()
)
_OUR_PEOPLE = re.compile(r"\b(?:our|my) (?:[\w'-]+ ){0,2}?(?P<who>[\w'-]+)s(?: (?:also|always|usually|often|now|all|each|then))? (?P<deed>\w+)(?! of\b)", re.I)
"""Those of one's own people who do something: "our buyers stand up"."""
_HAVING = re.compile(r"(?:have|had|has|'ve)$", re.I)
"""Before an "-ing" it makes a thing of what is done: "we have paying with a cash book"."""
_WORD_AFTER = re.compile(r"\W+([\w'’]+)")
_IS_NEWS = re.compile(
    r"\b(?:did (?:add|change|publish|release|update)|(?:have |has |'ve )?(?:added|changed|published|released|updated|launched|shipped|fixed)) (?:[^.?!]{1,60}? )?(?:in|with|for) (?:the|our|this) (?:\w+ )?(?:last|latest|new|newest|next|upcoming|current) (?:\w+ )?(?:release|version|update|sprint|edition)\b|"
    r"\b(?:we|they)(?:'re| are) (?:now |still |currently )?(?:in the process of|finali[sz]ing|wrapping up|about to)\b", re.I
)
"""How somebody tells what is new, or under way, which is no way of working."""
_OPEN = re.compile(r"\b(?:if|when|whenever|unless|suppose|once|maybe|perhaps)\W+(?:\w+\W+){0,2}$", re.I)

_LEARNT = re.compile(
    r"\b(?:lessons? (?:for|from|that|is|was|here|we|I|learn(?:ed|t))|(?:I|we|they|you|'ve|have|has|had|been|was|were|is|are|what)(?: \w+){0,2} learn(?:ed|t)|learn(?:ed|t) (?:from|that|how|the hard way)|learning (?:is|was|for (?:me|us)|here|from)|(?:we|i|they|what (?:we|i)|research|evaluation|testing|experience) (?:also |have |has |had |then |soon |quickly |really )?(?:found|find|finds|noticed|discovered|realised|realized|saw that)|realis\w+|realiz\w+|"
    r"turn(?:s|ed) out|taught|(?:in|from) (?:our|my) experience|experience (?:shows|tells|has shown)|mistakes?|in hindsight|looking back|(?:does|did|do)(?:n't| not) work|"
    r"work(?:s|ed) (?:well|better|best|for)|what works|made (?:all )?the difference|the key (?:is|was)|never again|should have)\b",
    re.I,
)
_HARD = re.compile(
    r"\b(?:problem\w*|(?<!constructive )challeng(?!e advis)\w*|difficult\w*|(?<!working )(?<!work )(?<!worked )(?<!working very )(?<!work very )(?<!worked very )hard|harder|barriers?|obstacles?|hurdles?|struggl\w*|fail(?!s? (?:if|when|unless)\b)\w*|risk(?! (?:review|management|assess|register|categor))\w*|(?:not|n't) work(?:ing)?|worr(?:y|ies|ied)|concern\w*|afraid|fear\w*|unable|lack\w*|not enough|there(?:'s|’s| is| are) no (?!points?\b|needs?\b|doubt|harm|rush|reason|question|other way|explicit)|at risk|unreliable|"
    r"cannot|can(?:'t|’t)|could(?: not|n't|n’t)|bugs?|issues?|confus\w*|friction|danger\w*|broken|stuck|trouble|pain|gaps?|invisible|delay\w*|expensive|costs? (?:too|more)|too (?:much|many|few|little|late|slow|long|far|expensive|small)|"
    r"(?:nobody|no one) (?:can|could|knows?|knew|comes?|came|gets?|got|has|had|wants?|wanted|answers?|picks?)\b|drop(?:ped|s)? out|shortage|short of|miss(?:ing|es)|burden\w*|bottleneck\w*|limit(?:ed|ation)\w*|(?:is|are|was|were|too|very|so|gets?|becomes?|makes? (?:it|this|things|that)) (?:\w+ )?(?:complicated|complex)(?! (?:\w+ )?\w+s\b)|complications?|complexity|frustrat\w*|disagreement\w*|unclear|uncertain\w*|under pressure|(?:keep|keeps|kept|stay|stays|stayed|turn|turns|turned|drive|drives|drove) (?:\w+ ){0,8}away from|"
    r"don(?:'t|’t) (?:stay|come|have|know|get|want|trust|reach|understand)|do(?:es)? not (?:stay|come|have|know|get|want|trust|reach|understand|work)|doesn(?:'t|’t) (?:have|know|get|want|work|reach|help)|loss|lose|losing|lost|closed down|stand(?:s)? in the way)\b",
    re.I,
)
_MINOR = re.compile(r"\b(?:(?:risks?|problems?|dangers?|costs?|friction|chances?) (?:is|are|was|were|would be) (?:very |quite |really |rather |pretty |fairly )?(?:low|small|minimal|minor|negligible|gone|solved|fixed)|(?:fine|okay|ok|happy|comfortable) (?:with|to) (?:tak(?:e|ing) )?(?:the|that|this) risks?|"
                    r"(?:wouldn't|would not|doesn't|does not|didn't) surprise|(?:doesn't|does not|won't|will not) (?:change|break|affect)|takes? (?:almost |hardly |next to )?no (?:time|money|effort)|prefers?|preference|interested in|(?:I|we) (?:really |would |do )?like\b|maybe (?:there(?:'s| is)|we|you) |(?:we|they|you) have a need\b|lol|haha|(?:can|could|may|might) mean (?:anything|many things)|(?:are|is|were|was|been) asked (?:by \w+ )?to|I lean|I(?:'d| would)? challenge (?:you|any\w+|that|this|the)\b|I (?:was|am|'m) (?:not able|unable) to (?:pull|open|find|share|join|hear|see|log|load)|(?:don't|doesn't|didn't|do not|does not|did not|won't|will not) (?:have|need) to\b|(?:is|are) (?:functioning|working|running|doing) (?:very |quite )?well\b|(?:is|are) no plans? to\b|minor friction|(?:no|low|little|less) (?:friction|risk|problem)|(?:not|n't|never|hardly) (?:really |actually |much of |such |that |so )*(?:an? )?(?:big |huge |great |major |serious |real )?(?:problem|issue|concern|difficulty)\b|never (?:heard|seen) of|but (?:they|we|he|she) (?:do |also |all )?(?:know|have (?!a (?:shortage|lack|problem)|no\b|never\b|not\b|to\b)|can(?! ?not\b|'t))\b|any (?:concerns?|issues?|problems?|questions?)|"
                    r"(?:not|\w+n't|never|nobody(?: is| was)?|no one(?: is| was)?) (?:(?:really|actually|currently|yet|even) )?(?:find|finding|found|see|seeing|seen|have|having|had|hear|hearing|heard|experienc(?:e|ed|ing)|report(?:ed|ing)?) (?:(?:any|an?|many|much|such|of|that|it|this|as|big|huge|real|major|sort|kind|there) ){0,4}?(?:problems?|issues?|challenges?|barriers?|difficult(?:y|ies)|concerns?))\b", re.I)
_OUGHT = re.compile(
    r"\b(?:should|must|ought|recommend\w*|urge|advise|advice (?:is|would be)|(?:I|we) (?:would )?(?:suggest|encourage|propose)|my suggestion|(?:my|our) proposal is|please|make sure|be sure to|do not forget|don't forget|"
    r"(?:I|we)(?:'d| would) (?:rather|urge|ask|want|like (?:you|people|others|them|us|everybody))|I want (?:the|every|all|our|you|people|them)|it (?:is|would be|'s) (?:important|crucial|essential|better|vital)|better to)\b",
    re.I,
)
_NEEDED = re.compile(r"\b(?:(?:we|you|they|people|everybody|everyone|(?<![\w-])[\w'-]+s) (?:also |really |just |all |do )?(?:need|have|has|needs) to(?! be able)|let's|let us)\b|"
    r"(?:^\W*|[,;:.—–]\s+)(?:(?:and|so|but|then|also|first|just|please|at least)\W+){0,4}(?:try to|start (?:with|by)|begin (?:with|by)|never|always|keep|tell|use|ask|give|bring|plan|choose|check|write|include|budget|allow|invite|leave|avoid|remember|look for|talk to|speak to|get|find|put|test|pilot) (?!(?:is|are|was|were|it is)\b)", re.I)
"""What is needed, or what everybody is told to do: "plan a day more"."""
_NOT_YET = re.compile(r"\W*(?:(?:and|so|but|then|also|now)\W+)*we (?:also |really |just |all |do )?(?:need|have) to (?:(?:better|first|also|just|still|really|actually|properly) ){0,2}(?:wait|know|find out|figure out|understand(?! that)|learn|see (?:if|whether|how|what|where))\b", re.I)
"""How somebody says what their own people wait for, or do not know, which advises nobody."""
_NOT_KNOWN = re.compile(r"\b(?:don't|do not) (?:really |even )?know (?:what|which|whether|if)\b", re.I)
_ASSURES = re.compile(r"\W*(?:(?:and|so|but|well|again)\W+)*(?:I|we) (?:(?:can|could|want to|would like to|'d like to|will) (?:only |just |also )?)?(?:re)?assure (?:you|him|her|them|us|that|every\w+|(?:the|my|all|our) (?:\w+ ){0,2}?(?:members?|people|colleagues?|ministers?|house|public|committee))\b", re.I)
"""How somebody begins who answers for what is done already."""
_MENDED = re.compile(r"\W*(?:(?:and|so|but|then|now|also)\W+)*we(?:'ve| have)? (?:also |then |just |now )?(?:implemented|added|introduced|fixed|solved|addressed|improved|built|resolved)\b(?:(?!,|\b(?:and|but|which|except|though|although|yet|because|however)\b).)*", re.I)
"""How somebody begins who tells what was done about a trouble."""
_POSED = re.compile(r"\bquestion (?:(?:then|really|here|now) )?(?:is|was|becomes|isn't|wasn't)(?: (?:not|then|really))? [^.?!]{0,80}?\b(?:whether|if|should)\b|^\W*(?:(?:so|and|but|well|yeah|yes)\W+)*I was (?:(?:just|only|also) )?(?:thinking|wondering)\b", re.I)
"""How somebody puts what should be done as a question, or thinks aloud."""
_EARLY = 14
"""Words within which a statement says that something is needed."""
_PROMISES = re.compile(
    r"\b(?:I|we)(?:'ll|’ll| will| shall|'m going to| am going to|'re going to| are going to| promise to| undertake to| commit to)(?: also| then| certainly| definitely| just| gladly)* "
    r"(?!be\b|see\b|have\b|need\b|go\b|get\b|talk\b|move\b|start\b|say\b|let\b|stop\b|leave it\b|hear\b|take (?:a look|questions?)\b|turn\b|come to\b)\w+",
    re.I,
)

_NO_QUESTION = re.compile(
    r"\b(?:(?:can|could|may|might) (?:I|we)(?:\W+(?:just|also|then|again|please|first|quickly|be|only))*\W+(?:note|say|add|highlight|draw (?:your |the )?attention|pick up|follow (?:that |this |it )?up|raise (?:an?|one|the|two|some|another) (?:\w+ )?(?:questions?|points?|issues?|matters?|concerns?)|return to|preface|make|be|propose|point|remind|urge|encourage|welcome|congratulate|echo|come|jump|move|start|begin|ask (?:you|everybody|everyone) to|thank|put|clarify|stress|suggest|have the next|go to|take|share|check)\b|"
    r"(?:can|could|would|will) (?:you|somebody|someone|anybody|everyone|everybody)(?: all| please| just)* (?:hear|see|share|put|send|repeat|post|mute|unmute|speak up|scroll|go ahead|type|drop|paste|introduce|zoom (?:in|out)|say that (?:again|once more))\b|"
    r"(?:should|shall|can|could|may) I(?: just| also| now| then)* (?:share|show|continue|proceed|go (?:on|ahead|first|next|over|through)|(?:start|begin|stop)(?=\W*\?))|(?:should|can|could) we(?: just| all| now| then)* (?:start|begin|continue|proceed|stop|wait|go (?:on|ahead|over (?:it|this|that)))(?: now| here| then| again| with (?:it|this|that))?(?=\W*\?)|"
    r"(?:do you (?:want|need)|would you like) me to\b|(?:am I|are you) (?:still |all )?(?:on mute|muted|audible|sharing|frozen|there|done|finished|recording)(?: yet| now)?(?=\W*\?)|is (?:my|your) (?:screen|mic|microphone|sound|audio|video|camera)\b|"
    r"(?:did|have) (?:you|everybody|everyone)(?: all)? (?:get|got|received?) (?:my|the) (?:e-?mail|link|invit\w+|message)\b|do(?:es)? (?:you|everybody|everyone)(?: all)? (?:hear|see) (?:me|my)\b|"
    r"(?:does|do|did) (?:that|this|it|any of that) (?:all )?(?:make (?:any )?sense(?: so far| to (?:you|everybody|everyone|people))?(?=\W*\?)|answer (?:your|the|that)|sound (?:good|right|okay|ok|fair)|help(?=\W*\?))|"
    r"know what I mean|what do you (?:think|mean|say)(?=\W*\?)|what did you (?:just )?say\b|who(?:'s| is| was) (?:that|speaking|talking)(?=\W*\?)|where (?:were|are) we(?=\W*\?)|what are we (?:talking about|on)(?=\W*\?)|"
    r"(?:do|did|would) you (?:want|like|wish) to (?:(?:maybe|perhaps|just|quickly|briefly) )*(?:rehash|recap|repeat|say|add|comment|speak|go|take|start|respond|reply|come|share|introduce|present|talk|weigh in|chime in|jump in|go first|(?:give|walk|tell|run|update) (?:us|people|everybody|everyone|(?:a|an|the) (?:quick|brief|short|bit|little|summary|overview|update))\b|summari[sz]e|expand on|expand a (?:little|bit)|ask for)|"
    r"(?:do|does) (?:(?:any|some)(?:body|one)|any (?:\w+ ){1,3}?)(?: from (?:\w+ ){1,4}?| else )?\W?(?:(?:want|wants|like|wish|wishes) to (?:say|add|comment|speak|go|start|respond|share|present|give)\b|(?:disagree|agree|object)(?=\W*$))|"
    r"(?:does|do|has|have|is|are|did) (?:anybody|anyone|any one|somebody|someone|people|there)(?: else)?(?: have| had| got)? (?:any )?(?:other |more |further |final |last )?(?:questions?|comments?|thoughts|objections?|contention|oppose|object|disagree|introductions?|updates?)\b|"
    r"(?:does|do|is|are) (?:anybody|anyone|people|we)(?: all)? (?:oppose|object|disagree|agree(?: with)?|okay|ok|ready|happy|fine|good)\b|any(?:body| one|one)? (?:else|other questions|more questions|questions|comments)\b|"
    r"shall we|should we (?:move|go|start|begin|stop|break|take)|how (?:are|is) (?:everybody|everyone|you)|is that (?:okay|ok|all right|alright|clear)|sounds? (?:good|reasonable)|"
    r"who(?:'s| is| wants to be| would like to be)? (?:next|first)|who (?:wants|would like) to (?:go|start|begin|speak|add|say|comment|share|present|answer|respond|take (?:this|that|it))\b|what(?:'s| is) (?:next|the next)|you know what|guess what|how (?:much|many|long)? ?(?:time|minutes) (?:do|have|is|are)|next question|last word)\b",
    re.I,
)

_DRAFTED = re.compile(r"\b(?:the|this|my|our|these) (?:proposals?|spec(?:ification)?s?|draft|standard)\b|\bstage (?:\d|zero|one|two|three|four)\b|\bplenary\b|\bpull requests?\b|\bPRs?\b|\bAPIs?\b|\bimplementations?\b", re.I)
"""What those speak of who write a standard or a program."""
DRAFTING = 0.004
"""Share of such words from which a session is on a draft: of those on how people work it was .001, of those on standards .005 and more."""

OFTEN_DRAFTED = 12
"""Such words at least: one is said of anything."""


def is_on_drafts(session: Session) -> bool:
    """Tell whether a session is on the drafts of standards or programs: what "we" do there is how these are made, which is no practice of anybody else."""
    drafted = sum(len(_DRAFTED.findall(turn.text)) for turn in session.turns)
    return drafted >= OFTEN_DRAFTED and drafted > DRAFTING * sum(len(turn.text.split()) for turn in session.turns)


def belongs(finding: Finding, session: Session) -> bool:
    """Tell whether the words of a finding make it one of its kind."""
    rule = _RULES.get(finding.kind)
    if is_outcome(finding):
        return True
    if finding.kind in _OWN_VIEW and _HEARSAY.search(finding.statement):
        return False
    if finding.kind in _OWN_WORDS and _is_read_out(session, finding.evidence[0]):
        return False
    if finding.kind in _EARNEST and finding.evidence[0].where == "message" and is_banter(finding.statement):
        return False
    if is_outright(finding):
        return True
    if finding.kind is Kind.DECISION and _is_of_earlier(session, finding.evidence[0]):
        return False
    if finding.kind is Kind.PRACTICE and is_taken_back(_following(session, finding.evidence[0])):
        return False
    if finding.kind is Kind.QUESTION and (finding.fields.get("state") == "unopposed" or _answers_itself(finding)):
        return not is_housekeeping(finding.statement)
    return (rule is None or rule(finding)) and (finding.kind is not Kind.QUESTION or not _goes_on(session, finding.evidence[0]))


def is_outcome(finding: Finding) -> bool:
    """Tell whether somebody said of a finding that the meeting came to it, so that its words need not."""
    return finding.kind in (Kind.DECISION, Kind.COMMITMENT) and finding.fields.get("outcome") in ("settled", "promised")


def is_no_outcome(finding: Finding) -> bool:
    """Tell whether a finding says that something was settled and not what, or was put off at once: no paper tells that as settled."""
    return finding.fields.get("outcome") in ("briefly settled", "proposed")


def claims_consensus(statement: str) -> bool:
    """Tell whether a statement says that those who met are of one mind, as they are not because one of them says so."""
    return _OF_ONE_MIND.search(straight(statement)) is not None


def is_banter(text: str) -> bool:
    """Tell whether somebody laughs or winks in writing."""
    return _BANTER.search(text) is not None


def _is_read_out(session: Session, evidence: Evidence) -> bool:
    """Tell whether words stand within quotation marks, as those of a text that somebody reads out."""
    text = (session.turns if evidence.where == "turn" else session.messages)[evidence.index].text
    opened = _OPENS_QUOTE.match(evidence.quote)
    if opened and not _SAID_AFTER_QUOTE.search(evidence.quote, opened.end()):
        return True
    text = _INCHES.sub(" ", text)
    before, after = text[max(0, evidence.start - QUOTED) : evidence.start + 1], text[evidence.end - 1 : evidence.end + QUOTED]
    if before.rfind("“") > before.rfind("”"):
        return "”" in after
    return before.count('"') % 2 == 1 and '"' in after


def _is_of_earlier(session: Session, said: Evidence) -> bool:
    """Tell whether what is told as decided was so before the session: as people tell of it, or by a date in its own words or in those that lead up to them."""
    text, quote = (session.turns if said.where == "turn" else session.messages)[said.index].text, straight(said.quote)
    if _WE_DID.search(quote) and not (_SETTLED_NOW.search(quote) or _HERE.search(quote)):
        return True
    reach = _BEFORE if _SETTLED_NOW.search(quote) else _LONG_BEFORE
    return _EARLIER.search(straight(text[max(0, said.start - reach) : said.end])) is not None


def is_refuted_next(finding: Finding, session: Session) -> bool:
    """Tell whether its speaker says right behind a statement, and not in it, that there was no such trouble."""
    return is_refuted(_following(session, (finding.evidence[0], *finding.more)[-1]))


def _following(session: Session, evidence: Evidence) -> str:
    """Return what the same person says next."""
    return (session.turns if evidence.where == "turn" else session.messages)[evidence.index].text[evidence.end :]


def is_settled(statement: str) -> bool:
    """Tell whether a statement says that something was decided here, without "if" or "would"."""
    statement = straight(statement)
    found = _DECIDED.search(statement)
    if not found or statement.rstrip().endswith("?") or len(statement.split()) < SHORTEST:
        return False
    before = statement[: found.start()]
    return not _SUPPOSED.search(before) and not _REPORTED.search(before)


def settles_now(finding: Finding) -> bool:
    """Tell whether a finding's own words settle something as they are said."""
    said = straight(finding.evidence[0].quote)
    return not is_no_outcome(finding) and _SETTLED_NOW.search(said) is not None and is_settled(said)


def with_own_kind(finding: Finding) -> Finding:
    """Return a finding as a decision if its words settle something as they are said, whatever kind
    they are likeliest of: nothing that a meeting did matters more; and trouble as a recommendation if its last sentence
    says what should be done about it. What reviewers gave a kind keeps it."""
    if finding.status is not Status.EDITED and finding.kind is Kind.CHALLENGE and _ends_as_advice(finding):
        return finding.model_copy(update={"kind": Kind.RECOMMENDATION, "sure_of_kind": True})
    if finding.status is Status.EDITED or finding.kind in (Kind.QUESTION, Kind.RESOURCE) or not settles_now(finding):
        return finding
    return finding.model_copy(update={"kind": Kind.DECISION, "sure_of_kind": True})


def _ends_as_advice(finding: Finding) -> bool:
    """Tell whether what is told with a statement ends by saying outright what should be done."""
    return bool(finding.more) and kind_of(finding.more[-1].quote) is Kind.RECOMMENDATION


def is_question(finding: Finding) -> bool:
    """Tell whether somebody asks for the sake of the matter, and not for the meeting's."""
    return not _NO_QUESTION.search(straight(finding.statement)) and not is_put_to_the_vote(straight(finding.statement)) and not is_housekeeping(finding.statement)


def _goes_on(session: Session, asked: Evidence) -> bool:
    """Tell whether whoever asked goes on speaking: then they ask to lead on, or answer themselves."""
    return asked.where == "turn" and len(session.turns[asked.index].text[asked.end :].split()) > GOES_ON


def _answers_itself(question: Finding) -> bool:
    """Tell whether whoever asked gave the answer in the same breath."""
    asked, answer = question.evidence[0], next(iter(question.answers), None)
    return answer is not None and (asked.where, asked.index) == (answer.where, answer.index)


def _is_deed(word: str) -> bool:
    """Tell whether a word is a form of a verb and no auxiliary: "multiple" in "we had multiple votes" is none."""
    word = word.casefold()
    if word in _NO_DEED:
        return False
    lemmas = getLemma(word, upos="VERB", lemmatize_oov=False)
    return any(word in forms for lemma in lemmas for forms in getAllInflections(lemma, upos="VERB").values())


def _is_practice(finding: Finding) -> bool:
    """Tell whether the speaker's own people do something: what the title names, if there is one."""
    if finding.statement.rstrip().endswith("?") or is_no_doing(finding.statement) or _IS_NEWS.search(straight(finding.statement)):
        return False
    statement = without_concession(finding.statement)
    title = finding.fields.get("title", "").split()
    if title and title[0].endswith("ing"):
        return _do(statement, title[0])
    return _our_people_do(statement) or any(
        not _OPEN.search(statement[: found.start()]) and (word := _WORD_AFTER.match(statement, found.end())) is not None and _is_deed(word[1])
        and not (word[1].endswith("ing") and _HAVING.search(statement, 0, found.end()))
        for pattern in (_OURS, _MINE)
        for found in re.finditer(pattern, statement, re.I if pattern is _OURS else 0)
    )


def _our_people_do(statement: str) -> bool:
    """Tell whether people whom the speaker calls theirs do something, without "if"."""
    return any(not _OPEN.search(statement[: found.start()]) and is_agent(found["who"].casefold()) and _is_deed(found["deed"]) for found in _OUR_PEOPLE.finditer(statement))


def _do(statement: str, gerund: str) -> bool:
    """Tell whether "we" do what a gerund names, or reach something by doing it; "I" must do it
    as a habit, not once."""
    lemma = (getLemma(gerund.casefold(), upos="VERB") or (gerund.casefold(),))[0]
    inflections = getAllInflections(lemma, upos="VERB")
    forms = sorted({form for found in inflections.values() for form in found} | {lemma})
    present = sorted({form for tag in ("VB", "VBP") for form in inflections.get(tag, ())} | {lemma})
    places = [*re.finditer(rf"{_OURS}\W+(?:{'|'.join(map(re.escape, forms))})\b", statement, re.I), *re.finditer(rf"{_MINE}\W+(?:{'|'.join(map(re.escape, present))})\b", statement)]
    by = re.search(rf"\b(?:we|our)\b.*\bby {re.escape(gerund)}\b", statement, re.I)
    return by is not None or any(not _OPEN.search(statement[: found.start()]) for found in places)


def _is_recommendation(finding: Finding) -> bool:
    statement = straight(finding.statement)
    if _ASSURES.match(statement):
        return False
    if _ends_as_advice(finding):
        return True
    if statement.rstrip().endswith("?") or re.match(r"(?:why|how|what|who|where|when)\b(?! we (?:should|need))", statement, re.I) or _REPORTED.search(statement) or _NOT_KNOWN.search(statement) or _RETORTS.search(statement) or _POSED.search(statement):
        return False
    return _OUGHT.search(statement) is not None or _NEEDED.search(" ".join(statement.split()[:_EARLY])) is not None and not _NOT_YET.match(statement)


def _is_challenge(finding: Finding) -> bool:
    statement = straight(finding.statement)
    if finding.more and is_refuted(finding.more[0].quote):
        return False
    return not statement.rstrip().endswith("?") and _HARD.search(_MENDED.sub("", main_part(statement), count=1) if _MENDED.match(statement) else main_part(statement)) is not None and not _MINOR.search(statement) and not is_no_trouble(statement)


_OWN_WORDS = (Kind.PRACTICE, Kind.RECOMMENDATION, Kind.COMMITMENT, Kind.DECISION)
"""Kinds that nobody is told of who reads out what another wrote."""
_EARNEST = (Kind.DECISION, Kind.COMMITMENT, Kind.QUESTION)
"""Kinds that nobody is told of who jokes in the chat."""
_OWN_VIEW = (Kind.LESSON, Kind.CHALLENGE, Kind.RECOMMENDATION)
_HEARSAY = re.compile(r"\b(?:somebody|someone|people|everybody|everyone|one (?:man|woman|person|colleague|client)) (?:once |just |also |then |always |often |even )?(?:said|says?|told|tells?|thinks?|thought) (?:to |me\b|us\b|that\b|there\b)", re.I)
"""How somebody tells what another holds, often in order to answer it."""
_RULES: dict[Kind, Callable[[Finding], bool]] = {
    Kind.PRACTICE: _is_practice,
    Kind.LESSON: lambda finding: _LEARNT.search(straight(finding.statement)) is not None and not finding.statement.rstrip().endswith("?"),
    Kind.CHALLENGE: _is_challenge,
    Kind.RECOMMENDATION: _is_recommendation,
    Kind.COMMITMENT: lambda finding: _PROMISES.search(finding.statement) is not None and not is_housekeeping(finding.statement) and not finding.statement.casefold().startswith(("why", "if")),
    Kind.DECISION: lambda finding: is_settled(finding.statement),
    Kind.QUESTION: is_question,
}
