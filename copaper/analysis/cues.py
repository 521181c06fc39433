"""Turns of phrase that give away what a sentence is doing, one table for all who read them.

Each cue is a name and a regular expression over lower-case text. The kinds of finding use
them as rules and as features of their classifiers, the ranker as features. They name
what people *say*, in the English of South African webinars and technical meetings; nouns
of any one field stay out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice

from copaper.analysis.beginnings import END, beginnings

_ADV = r"(?:\s+(?:all|also|then|now|just|really|actually|always|usually|normally|typically|often|basically|try to|currently|already|still))*"

CUES: dict[str, str] = {
    # --- practice: how it is done
    "practice_do": r"\b(?:what|the way|the first thing|so what|how)\s+(?:that\s+)?(?:we|i|they|you|our \w+)"
    r"(?:'ve|'d| have| had)?\s*(?:basically |actually |usually |normally )?(?:do|does|did|done|work|works|set it up|run|handle|approach)\b",
    "practice_wehave": r"\b(?:we|they|i)(?:'ve| have| had)(?: \w+ly| also| been| now)*\s+"
    r"(?:set up|put in place|put together|built|developed|created|introduced|expanded|established|started|adopted|moved|"
    r"commissioned|contracted|reorganised|reorganized|designed|using|doing|running|working|trying|tried|piloted|launched|trained|"
    r"implemented|partnered|changed|updated|improved|added|organised|organized|integrated|offered|sought)\b",
    "practice_habit": r"\b(?:every|each) (?:day|week|month|quarter|year|morning|friday|monday|tuesday|wednesday|thursday|"
    r"saturday|sunday|time|site|client|group|team|session|meeting|phase|municipality|cohort|authority)\b|"
    r"\b(?:weekly|monthly|quarterly|daily|routinely|on a regular basis|as a routine)\b",
    "practice_piloting": r"\b(?:piloting|pilot project|our approach|our method|our process|our model|our system|"
    r"multi-agency|step by step|checklist|template|toolkit|workflow|procedure|pathway)\b",
    "practice_by": r"\bby (?:\w+ly )?\w+ing\b",
    "practice_use": rf"\b(?:we|they|i|teams|you){_ADV}\s+(?:use|uses|look at|look for|draw from|rely on|collect|gather|monitor|track|"
    r"share|invite|ask|phone|call|visit|meet|sit|train|pair|match|test|check|record|register|offer|provide|organi[sz]e|"
    r"run|host|publish|review|evaluate|assess|measure|work with|work through|go through|break|split|teach|send|click|select|choose|upload|"
    r"log in|scan|import|export|store|sign|issue|verify)\b",
    "practice_purpose": r"\b(?:so that|in order to|to make sure|to ensure|which (?:allows|enables|means|lets|helps))\b",
    "practice_sequence": r"\b(?:first|firstly|then|after that|before that|next|finally|afterwards|and then|once)\b",
    "practice_now": r"\b(?:we're|we are|they're|they are|i'm|i am|is|are) (?:now |also |already |currently |again )?(?:\w+ing)\b",
    # --- lesson: what experience taught
    "lesson_learn": r"\b(?:learn(?:ed|t)?|lesson|lessons|realis(?:ed|ation)|realiz(?:ed|ation)|taught (?:us|me)|hindsight|looking back|"
    r"takeaway|take-away|in (?:our|my) experience|from experience|turned out|turns out|discovered|surprised|"
    r"(?:we|i)(?:'ve| have)? (?:also |really )?found(?: out)?|what (?:we|i)(?:'ve| have)? (?:found|seen|noticed)|"
    r"(?:we|i)(?:'ve| have) (?:seen|noticed|come to)|underestimated|would not have|wouldn't have|should have|eye-opener|reflected)\b",
    "lesson_works": r"\b(?:(?:what|that|this|it|which)(?:'s| is| has| was| had| really| actually)* (?:works?|worked|working|helped|helps)|"
    r"works? (?:best|better|well)|worked (?:best|better|well)|doesn't work|didn't work|does not work|did not work|"
    r"made (?:a|the|all the) (?:\w+ )?difference|making (?:a|the) (?:\w+ )?difference|makes (?:a|the|all the) (?:\w+ )?difference|"
    r"key (?:to|success)|success factor|paid off|paying off|pays off|was a mistake|backfired|has led to|led to|resulted in|"
    r"as a result|went (?:very |really )?well|more effective|successful|success of|had (?:no|an|a big) (?:effect|impact)|improved|"
    r"benefit(?:s|ed)?|doubled|reduced|increased|came down|gone up|went down|went up|stronger|positive feedback|very positive)\b",
    "lesson_evaluative": r"\b(?:the (?:initial |early )?(?:feedback|results?|evidence|evaluation|trial|study|data|research)"
    r"(?: so far| has| have)* (?:is|was|were|are|shows?|showed|shown|tells?|told|suggests?|been))\b",
    # --- challenge
    "challenge_noun": r"\b(?:challenge|problem|issue|difficult(?:y|ies)|barrier|obstacle|struggle|hurdle|gap|shortage|lack|risk|"
    r"concern|worry|threat|crisis|bottleneck|pain point|constraint|burden|backlog|deficit|trouble|dilemma|drawback|weakness|"
    r"limitation|failure|frustration|confusion|friction|conflict|pressure|fear|shortcoming|regression|bug|blocker|vulnerabilit(?:y|ies)|"
    r"delay|overload|inequalit(?:y|ies)|corruption|poverty|unemployment)s?\b",
    "challenge_adj": r"\b(?:difficult|hard|tough|challenging|problematic|impossible|complex|complicated|unclear|confusing|frustrating|"
    r"expensive|costly|slow|unable|insufficient|inadequate|limited|poor|weak|missing|broken|stuck|blocked|worried|concerned|afraid|"
    r"reluctant|disappoint(?:ed|ing)|vulnerable|unfair|unstable|inconsistent|outdated|burdensome|time[- ]consuming|painful|tricky|"
    r"worrying|overwhelmed|underfunded|understaffed|hesitant|wrong|terrible|awful|dangerous|bad|worse|worst|unsafe)\b",
    "challenge_verb": r"\b(?:struggl(?:e|es|ed|ing)|fail(?:s|ed|ing)?|suffer(?:s|ed|ing)?|lack(?:s|ed|ing)?|battl(?:e|es|ed|ing)|"
    r"refus(?:e|es|ed|ing)|complain(?:s|ed|ing)?|prevent(?:s|ed|ing)?|los(?:e|es|ing)|lost|break(?:s|ing)?|broke|hurt(?:s|ing)?|"
    r"threaten(?:s|ed|ing)?|exclud(?:e|es|ed|ing)|collaps(?:e|es|ed|ing)|drop(?:s|ped)? out|fall(?:s|ing)? (?:behind|between|through|apart)|"
    r"dr(?:i|o)ves? \w+ mad|run(?:s|ning)? out|worr(?:y|ies)|miss(?:es|ed|ing) out|get(?:s|ting)? stuck|cut off|keeps? up)\b",
    "challenge_cannot": r"\b(?:can't|cannot|couldn't|could not|can not|not able to|unable to|don't have|doesn't have|didn't have|do not have|"
    r"don't know|do not know|doesn't know|don't understand|don't fully|haven't been able|not enough|isn't enough|isn't straightforward|"
    r"not easy|isn't easy|nobody|no one|none of|there's no|there is no|there isn't|there aren't|haven't (?:yet|got)|hasn't (?:yet|got|been)|"
    r"too (?:much|many|few|little|long|late|small|expensive|complex|complicated|slow|big|high|low|hard|difficult)|"
    r"won't (?:be able|know|work)|never (?:been able|actually)|not (?:getting|being|everyone|moving|working|clear))\b",
    "challenge_but": r"^(?:but|however|unfortunately|sadly|the (?:problem|issue|challenge|trouble|difficulty|risk))\b|\bunfortunately\b|\bthe (?:thing|reality|trouble) is\b",
    # --- recommendation
    "recommend_should": r"\b(?:we|you|they|it|one|people|government|governments?|everyone|everybody|there|that|this|clients?|funders?|teams?|the \w+)\s+"
    r"(?:really |also |all |probably |definitely |maybe |perhaps |actually )*(?:should|ought to|must|need to|needs to|have to|has to|had better|'d better)\b(?! have)",
    "recommend_we_need": r"\b(?:we|you|they|government|the \w+)(?:'ve| have)? (?:really |also |all |definitely |still )*(?:need|needs|got to|gotta|want to) (?:to |a |an |more |better |some )?\w+",
    "recommend_verb": r"\b(?:recommend(?:s|ed|ation|ations)?|suggest(?:s|ed|ion|ions)?|propose(?:s|d)?|proposal|advise|advice|urge|encourage|call(?:ing)? (?:on|for)|"
    r"plea|consider(?:ing)?|advocate|would like to see|i'd like to see|i'd rather|would rather|it would be (?:good|better|great|nice|useful|helpful)|"
    r"would be (?:good|better|useful|helpful|ideal) (?:to|if)|better to|best to|important (?:to|that|for)|essential|crucial|critical that|"
    r"might be worth|worth (?:looking|trying|considering)|the answer is|one (?:option|way)|opportunity to)\b",
    "recommend_could": r"\b(?:maybe|perhaps|i think|what) (?:we|you|they|one|it) (?:could|can|might|should)\b|\b(?:we|you|they) could\b|\bwhy (?:don't|aren't|not) (?:we|you)\b|\blet's\b|\blet us\b|\bhow about\b|\bwhat about\b",
    "recommend_imperative": r"^(?:so |and |but |also |ja |then )?(?:please |always |never |don't |do not |make sure|start |keep |get |use |ask |try |think about |look at |go to |talk to |consider |remember |avoid |include |focus )",
    "recommend_modal": r"\b(?:should|must|ought|shouldn't|mustn't)\b",
    # --- resource
    "resource_link": r"https?://|www\.|\b\w+ dot (?:org|com|co)\b|\.(?:org|com|net|gov|co\.za|ac\.za|io)\b",
    "resource_chat": r"\b(?:in|into|to) the chat\b|\b(?:link|links|url)\b",
    "resource_noun": r"\b(?:website|web site|toolkit|tool kit|guide|guideline|guidelines|handbook|manual|template|course|training material|materials|"
    r"slides|recording|report|reports|paper|dataset|data set|database|portal|platform|dashboard|library|directory|repository|documentation|"
    r"webinar|workshop|conference|unconference|fund|bursar(?:y|ies)|grant|helpline|newsletter|calendar|registry|network|open[- ]source|calculator|"
    r"app|software|tool|tools|service|video|book|article|blog|discussion board|project board|wiki|comms kit|playground|sandbox)\b",
    "resource_offer": r"\b(?:available|you can (?:find|download|use|get|join|see|check|access|register|sign up|read|follow|reach|apply)|can be (?:found|downloaded)|"
    r"check out|have a look|take a look|sign up|reach out|feel free|for free|free of charge|it's free|is free|apply|download|"
    r"open to (?:everybody|everyone|all)|(?:registration|registrations|applications) (?:is|are)?\s?open|see (?:the|this|our)|posting|posted|"
    r"i'll (?:put|drop|share|paste|post)|we're (?:putting|posting|adding)|i(?:'ve| have)? (?:just )?(?:put|pasted|shared|posted|dropped)|"
    r"i just wanted to share|published)\b",
    # --- story
    "story_time": r"\b(?:last (?:year|week|month|night|summer|winter|march|april|may|june|july|august)|\w+ (?:years|months|weeks|days) ago|years ago|one day|"
    r"that day|at that time|at the time|back then|in (?:19|20)\d\d|yesterday|when (?:i|we|they|he|she|it) (?:first )?(?:started|came|was|were|went|got|arrived|began|hit)|"
    r"initially|originally|eventually|in the end|at first|at the (?:very )?beginning|by then|by the end|this morning|"
    r"in (?:january|february|march|april|june|july|august|september|october|november|december))\b",
    "story_past": r"\b(?:i|we|he|she|they|it) (?:then |just |actually |also |really |finally |eventually )?(?:went|came|said|told|asked|met|called|phoned|saw|got|"
    r"decided|started|began|moved|lost|won|bought|sold|approached|talked|visited|arrived|found|wanted|tried|managed|thought|suggested|walked|sat|joined)\b",
    "story_person": r"\b(?:one of (?:our|my|the) \w+|this (?:guy|lady|woman|man|person|student|farmer|client)|a (?:lady|woman|man|guy|client|farmer|student|colleague|friend)|"
    r"i remember|my (?:mother|father|sister|brother|grandmother|wife|husband|boss|colleague|friend)|there was (?:a|this|one)|we had a (?:case|group|client))\b",
    # --- question
    "question_mark": r"\?\s*[\"'”’)]*\s*$",
    "question_inner": r"\?",
    "question_wh": r"^(?:and |so |but |okay |ok |well |then |also |finally |just )*(?:what|how|why|when|where|who|which|whose)\b(?!ever)",
    "question_aux": r"^(?:and |so |but |okay |ok |well |then |also )*(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|shall|may|might|isn't|aren't|don't|doesn't|didn't|any|anybody|anyone|has anyone|does anyone)\b",
    "question_indirect": r"\b(?:wonder(?:ing|ed)?|my question|question is|the question|questions? (?:for|about|to|on|around)|i'd like to know|want to know|"
    r"like to (?:know|ask|hear)|i(?:'d| would) be interested|curious|can i ask|may i ask|if i could (?:just )?ask|can you (?:tell|explain|confirm|give|say|share)|"
    r"could you (?:tell|explain|confirm|give|say|share|talk|expand)|would you (?:say|agree|mind)|do you (?:think|know|have|see|find|feel|mean|believe)|"
    r"are you (?:able|content|confident|seeing|aware|saying)|have you|any (?:idea|thoughts|experience|plans)|does anybody|does anyone|has anyone|anybody (?:with|know)|"
    r"interested in your|how other)\b",
    # --- commitment
    "commit_will": r"\b(?:i'll|i will|we'll|we will|i'm going to|we're going to|i am going to|we are going to|i can|we can|let me|leave it with me|my office will)\s+"
    r"(?:also |then |certainly |definitely |just |make sure (?:to|we|i) |be )?(?:send|share|check|follow|come back|get back|report|write|draft|provide|look into|take (?:it|that|this)|"
    r"set up|arrange|introduce|circulate|email|mail|post|publish|start|prepare|update|ask|put|contact|call|visit|confirm|open|create|add|file|reach|submit|bring|sending|sharing|writing|be in touch)\b",
    "commit_promise": r"\b(?:promise|undertake|undertook|commit(?:ted)? to|guarantee|assure you|i'm certainly (?:not )?going|by (?:friday|monday|tomorrow|next week)|leave it with me|after (?:this|the) (?:call|session|meeting))\b",
    # --- decision
    "decide": r"\b(?:decid(?:e|ed|ing)|decision|agree(?:d|ment)? (?:that|to|on)|consensus|resolved|carried|approved|adopt(?:ed)?|conclusion|conclude[ds]?|settled|"
    r"go(?:ing)? (?:with|ahead)|went with|move(?:d|s)? to stage|no objections?|finali[sz]ed?|signed off|ratified|that's final|schedule[ds]?)\b",
    # --- talk about the call itself
    "call_sound": r"\b(?:can (?:you|everybody|everyone|anybody|people) (?:all )?(?:hear|see)|hear me|(?:on|un)\s?mute|unmute|muted|microphone|my (?:mic|audio|video|camera|screen|line|connection)|"
    r"shar(?:e|ing) (?:my|your|the) screen|screen ?share|next slide|previous slide|slide \d+|this slide|lost you|break(?:ing)? up|raise(?:d)? (?:your |a )?hand|see a hand|hands? up|in the queue|"
    r"wait(?:ing)? for (?:people|everyone|everybody|others)|get started|house ?keeping|house rules|being recorded|record(?:ing)? (?:this|the) (?:call|meeting|session)|"
    r"top of the hour|out of time|running out of time|time (?:is|'s) (?:up|against)|over to you|hand (?:you )?(?:back|over)|back to you|you have the floor|the floor|go ahead|"
    r"can i (?:just )?(?:come|jump) in|mr\.? ?(?:chair|speaker)|can everyone|breakout)\b",
    "call_thanks": r"\b(?:thank(?:s| you)|good (?:morning|afternoon|evening)|welcome|hello|hi (?:everyone|everybody|all)|bye|goodbye|cheers|see you|nice to (?:see|meet)|"
    r"congratulat(?:e|ions)|happy birthday|my name is|pleasure|grateful|appreciate|sorry|apolog(?:y|ies|ise|ize))\b",
    "call_agenda": r"\b(?:agenda|move on|moving on|next (?:item|topic|question|speaker|point|presenter)|first (?:item|question)|final question|last question|supplementary|"
    r"come (?:back )?to (?:that|this|you)|we'll (?:now|go)|turn to|any (?:other )?(?:questions|comments)|anything else|does anybody|that's (?:it|all)|questions? (?:from|on) )\b",
    # --- shapes that matter to what is worth writing down
    "opinion": r"\b(?:i think|i believe|i feel|in my (?:view|opinion)|i would (?:say|argue)|my sense|it seems|personally|to me)\b",
    "reason": r"\b(?:because|since|due to|therefore|so that|that's why|the reason|which means|that means|as a result|given that|in order)\b",
    "contrast": r"\b(?:but|however|although|though|whereas|rather than|instead|while|yet|despite|even though)\b",
    "example": r"\b(?:for example|for instance|such as|e\.g|an example|like when|case in point)\b",
    "summary": r"\b(?:in summary|to summari[sz]e|in conclusion|to conclude|the (?:main|key|important|bottom) (?:point|thing|line|message|issue|question)|"
    r"overall|in short|basically|essentially|the point (?:is|was)|key (?:point|points|message|takeaway)|the idea (?:is|was)|the goal|the aim|the purpose|the plan)\b",
    "important": r"\b(?:important|importance|priority|priorities|critical|crucial|key|significant|essential|main|major|primary|fundamental|serious|necessary)\b",
    "plan": r"\b(?:plan(?:s|ned|ning)?|going to|will|next (?:step|steps|year|week|month)|upcoming|timeline|target(?:s|ing)?|aim(?:s|ing)? to|intend(?:s|ed)?|expect(?:s|ed)?|hope(?:s|d)? to|ready)\b",
    "status": r"\b(?:implemented|completed?|finished|released?|merged|launched|ready|done|in progress|working on|still|pending|updated?|fixed|passing|failing|tested|shipped|deployed|available|"
    r"so far|currently|at the moment|now)\b",
    "quantity": r"\b\d[\d,.]*\b|\b(?:percent|per cent|million|billion|thousand|hundred|half|double|twice|majority|most)\b",
    "vague": r"\b(?:thing|things|stuff|something|anything|kind of|sort of|whatever|somehow|you know|i mean|blah)\b",
    "filler": r"\b(?:um+|uh+|er+|hmm+|mm+|yeah|okay|ok|oh|ah)\b|\{\w+\}",
    "anaphor": r"^(?:and |so |but |well |yeah |yes |no |okay )*(?:it|that|this|they|those|these|he|she|which|there)(?:'s|'re|'ll|'d)?\b",
}

NAMES: tuple[str, ...] = tuple(CUES)
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1)
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return (name, compiled pattern) of every cue, in the table's order."""
    return tuple((name, re.compile(pattern)) for name, pattern in CUES.items())


def plain(text: str) -> str:
    """Return ``text`` as the cues expect it: lower case, straight quotes, single spaces."""
    return " ".join(text.lower().replace("’", "'").replace("‘", "'").split())


def count(text: str, limit: int = 3) -> tuple[int, ...]:
    """Return how often each cue occurs in ``text``, at most ``limit``, in the order of ``NAMES``.

    Most cues begin with one of few words: they are tried where these stand, and not at every letter.
    """
    lower = plain(text)
    found = [0] * len(NAMES)
    for number, pattern in _by_first_word().get(None, ()):
        found[number] = sum(1 for _ in islice(pattern.finditer(lower), limit))
    free = [0] * len(NAMES)  # from where the next match of each may begin: none overlap
    for word in _WORD.finditer(lower):
        begin = word.start()
        for number, pattern in _beginning_with(word[0]):
            if found[number] < limit and begin >= free[number] and (match := pattern.match(lower, begin)):
                found[number] += 1
                free[number] = match.end()
    return tuple(found)


_Numbered = tuple[int, re.Pattern[str]]


@lru_cache(maxsize=1)
def _by_first_word() -> Mapping[str | None, Sequence[_Numbered]]:
    """Return the cues with their numbers by the beginning of their first word, or None if they may begin otherwise."""
    found: dict[str | None, list[_Numbered]] = defaultdict(list)
    for number, (_, pattern) in enumerate(patterns()):
        for beginning in beginnings(pattern.pattern) or (None,):
            found[beginning].append((number, pattern))
    return found


@lru_cache(maxsize=20_000)
def _beginning_with(word: str) -> Sequence[_Numbered]:
    """Return the cues that may begin with ``word``."""
    whole = word + END
    found = (cue for size in range(1, len(whole) + 1) for cue in _by_first_word().get(whole[:size], ()))
    return tuple(dict.fromkeys(found))
