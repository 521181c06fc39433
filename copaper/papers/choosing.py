"""Which findings stand in a paper, and what they are called there: only what reads as a whole.

The analysis keeps every find, for reviewers and for the register. A paper leads with those
that a reader who was not there can take in by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from copaper.analysis.content import is_news
from copaper.analysis.leaning import is_one_of_several
from copaper.analysis.outright import is_outright, names_advice, says_by_when
from copaper.analysis.scenes import is_scene
from copaper.analysis.statements import clean_quotation
from copaper.analysis.turning import is_set_up
from copaper.papers.prominence import is_broken, reads_well
from copaper.papers.sections import claims_consensus, is_settled
from copaper.records import Evidence, Finding, Kind, Session
from copaper.textclean import is_address, is_cut, is_housekeeping, points_at_what_was_shown, sentences_in, straight

_POINTING = frozenset("you you're you've your it its it's they them their that's this these those he she him her i i'm i've my me thing".split())
_ANNOUNCES = re.compile(r"(?:let me (?:talk|speak|say|tell|explain|start|begin|mention|just)|(?:I|we)(?:'ll| will|'m going to|'re going to| am going to| are going to) (?:(?:quickly|briefly|also|first|then|just|now) )*(?:go (?:through|over)|walk (?:you )?through|talk (?:about|through)|speak about|explain|present|cover))\b", re.I)
_ONLY_ANNOUNCES = re.compile(
    r"\b(?:(?:some|many|several|various|a few|a couple of|a number of|lots of|a lot of|a variety of|all sorts of|different|other) (?:\w+ )?(?:issues?|problems?|challenges?|difficulties|things|points|questions|reasons|changes|concerns|aspects|ways)|"
    r"another one|the following)\b(?! (?:that|which|who|to|in which|like|such as|including|we|they|you))(?!.*[:;])(?!.*\b(?:because|as|since) (?:the|we|they|our|there|it|their|of the)\b)", re.I
)
"""How somebody says that there is something and does not say what."""
_DIFFERENT_ONE = re.compile(r"\b(?:challenge|problem|question|issue|reason|case|story)\b.*\b(?:different|similar|second|further) one\W*$", re.I)
_FEW = 22
"""Words up to which a sentence that announces something says little beside."""
_BROKEN_OFF = re.compile(r"[—–-]\s*[.,]")
_WORD = re.compile(r"[^\W_]+")
HANGING = frozenset(
    "a an the and or but nor so of to for with in on at by from into as than that which who whom whose where when while if whether because although "
    "is are was were be been being am has have had do does did will would can could shall should may might must not no very able our your their my his her its "
    "this these those it they we you i he she there then about just really also".split()
)
"""Words that nothing can end on."""
_ENDS_OPEN = re.compile(
    r"\b(?:and|but|or|nor|because|whether|although|(?:would|'d|you|we) like|like to|able to|going to|want to|have to|need to|such as|as well as|the|an|our|their|your|(?-i:a)|every|"
    r"(?:that|which) (?:the|an?|our|their|its|his|her|your) \w+ (?:will|would|can|could|may|might|should|must|shall|has|have))[\s.,;:…]*$", re.I
)
_IS_THAT_SO = re.compile(r"(?:,\s?(?:right|correct|yeah|yes|no|okay|ok|huh|eh|you know|(?:is|are|was|were|do|does|did|has|have|can|could|will|would|should)(?:n't)? (?:it|they|you|we|he|she|that|there|I))|[,\s]\s?if that makes (?:any )?sense)\s?\?\s?$", re.I)
"""What makes a statement no question."""
_ASKS = re.compile(r".*\b(?:asks?|questions? (?:is|was|are)|wonder(?:ing|ed)?|curious) (?:whether|if|what|who|how|when|where|why|which)\b|(?:what|who|whom|whose|which|when|where|why|how|is|are|was|were|do|does|did|has|have|can|could|will|would|should|shall|may)\b", re.I)

_LEANS_BACK = re.compile(
    r"(?:it|its|it's|this|that|that's|these|those|they|them|he|she|there|here|which|same|(?:first|second|third)ly|(?:first|second|third)(?=,| (?:of all|is|was|we|I|you|they|it|there|the|thing|one|point)\b)|or|nor|also|such|otherwise)\b|(?:one|another|the (?:first|second|third|next|last|other)(?: (?:option|solution|alternative|approach|way|change))?) (?:is|was|would|will|could|can)\b|the (?:first|second|third|next|last|other) (?:option|solution|alternative|approach|way|change),|"
    r"(?:however|in fact|similarly|likewise|conversely|(?:in|by) (?:contrast|comparison)|alternatively|relatedly|therefore|on the other hand|if not|if so|I(?:'ll| will) (?:close|end|finish) with|if that|if it|when that|because of that|the (?:problem|issue|situation|challenge) (?:persists|remains|continues|still|is (?:still|getting|now))|the (?:same|other|second|third) one|the (?:first|second|third|fourth|next|last|other)(?: one| thing| point)? (?:is|was)|the additional|the rest)\b",
    re.I,
)


_SHE = re.compile(r"(?<=[.!?;]) (?:she|he)\b", re.I)
_WHO = re.compile(
    r"\b(?:(?-i:[A-Z])\w+|her|him|his|woman|man|lady|girl|boy|mother|father|sister|brother|wife|husband|daughter|son|person|somebody|someone|one|colleague|friend|student|learner|teacher|owner|client|farmer|grower|"
    r"trader|baker|mentor|adviser|manager|director|minister|nurse|doctor|driver|worker|buyer|supplier|neighbour|officer|volunteer|assistant|expert|applicant|participant|member|founder|leader|parent)\b|\[(?!…)", re.I
)
"""Whom "she" or "he" may mean."""
_TO_THEM = re.compile(r"\b(?:to|with|for|ask|tell|call|e-?mail|contact|invite) (?:him\b|her\b(?= (?:before|by|after|on|in|at|about|and|to|with|for|next|tomorrow|today|when|as|outside|then)\b|\W|$))", re.I)


_BETWEEN_TWO = re.compile(
    r"\b(?:I|we)(?:'ll| will|'m going to| am going to| can)(?: \w+ly| also| then| just)* (?:(?:let you know|(?:ask|call|e-?mail|ping|remind) you)\b|(?:follow up|get back|come back|reach out|check|talk|speak|chat|touch base) (?:to|with) (?:you\b(?! all)|the (?:minister|member))|"
    r"(?:get|do|make|put|take(?: care of)?|send|share|add|fix|look (?:at|into|after)|check|update|finish|change|deal with|handle) (?:it\b|(?:this|that|these|those|them)\b(?=\W*$|[,.;]| (?:by|to|in|on|at|for|with|up|out|over|done|today|tomorrow|next|as|when|and)\b)))", re.I
)
"""What somebody promises only one who was there, or of what its words do not name."""


def stands_alone(finding: Finding) -> bool:
    """Tell whether a statement can be read without what was said before it: long enough,
    not leaning on an "it" or "that" at its beginning, not broken off, and said to everybody.
    A question may be short."""
    if not finding.stands_alone or is_housekeeping(finding.statement) or points_at_what_was_shown(finding.statement) or is_read_out(finding.evidence[0].quote):
        return False
    if finding.kind not in (Kind.QUESTION, Kind.RESOURCE) and not ((finding.sound or is_dated_promise(finding)) and len(matter(finding.statement)) >= (LEAST_OUTRIGHT if is_outright(finding) and finding.kind is not Kind.COMMITMENT else LEAST_MATTER) and not _ABOUT_SAYING.match(straight(finding.statement))):
        return False
    words = finding.statement.split()
    shortest = 5 if finding.kind in (Kind.QUESTION, Kind.RESOURCE) else 7 if is_outright(finding) or is_news(finding.statement) else 9
    if len(words) < shortest or finding.kind is Kind.QUESTION:
        return len(words) >= shortest
    if finding.statement.rstrip().endswith("?") or not finding.more and is_set_up(finding.statement):
        return False
    if finding.kind is Kind.RECOMMENDATION and names_advice(finding.statement) or is_dated_promise(finding):
        return True
    leans = (leans_back(finding.statement) or _tells_of_nobody(finding.statement)) and not is_settled(finding.statement)  # "it is agreed" leans on nothing
    return not (ends_open(finding.statement) or leans or counts_on(" ".join((*(part.quote for part in finding.lead), finding.statement, *(part.quote for part in finding.more)))) or _ANNOUNCES.match(finding.statement) or _BROKEN_OFF.search(finding.statement) or _GARBLED.search(finding.statement) or is_broken(finding.statement) or is_scene(finding.statement) or only_announces(finding.statement) or is_address(finding.statement) or is_polite(finding.statement) or finding.kind is Kind.COMMITMENT and _promises_nobody(finding.statement))


def is_dated_promise(finding: Finding) -> bool:
    """Tell whether somebody promises something by a day, and says what: it belongs to what is to be done, whatever stands around it."""
    if finding.kind is not Kind.COMMITMENT or not is_outright(finding) or not says_by_when(finding.statement):
        return False
    own = matter(_DAYS.sub(" ", finding.statement))
    told = len(own) >= OF_A_PROMISE and not _promises_nobody(finding.statement)
    return told or bool(finding.lead) and len(matter(" ".join(part.quote for part in finding.lead))) >= OF_A_PROMISE and _TO_THEM.search(finding.statement) is None


_DAYS = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|week|month|tomorrow|first|second|third|\w+th|twent\w+|thirt\w+|end|beginning|middle)\b", re.I)
OF_A_PROMISE = 2
"""Words of what is promised beside its day, at least."""
_SEVERAL_COME = re.compile(r"\b(?:two|three|four|five|a couple of|a few|several) (?:[\w-]+ ){0,2}?(?:things|ways|reasons|parts|points|steps|options|aspects|issues|problems|goals|aims|areas|elements|pieces|questions)\b[^?]{0,200}?(?<!no )\b(?:the |number )?(?:first(?:ly)?|one)(?: (?:thing|one|of \w+|part|point|reason|way|step))?(?: is| was|'s|,)", re.I)
"""How somebody says that several things come, and begins with the first."""
_NEXT_OF_THEM = re.compile(r"\b(?:second(?:ly)?|the other|another|and then|then|also|next|third(?:ly)?|number two|two(?= is\b|,)|one is)\b", re.I)


def counts_on(words: str) -> bool:
    """Tell whether words announce several things and come no further than the first."""
    begun = _SEVERAL_COME.search(straight(words))
    return begun is not None and not _NEXT_OF_THEM.search(words, begun.end())


def _promises_nobody(statement: str) -> bool:
    """Tell whether a promise is to somebody whom it does not name, only between two who met, or of what another sentence names: "I'll reach
    out to her", "I'll let you know", "I'll get it done by Friday"."""
    if _BETWEEN_TWO.search(straight(statement)):
        return True
    found = _TO_THEM.search(statement)
    return found is not None and not _WHO.search(statement, 1, found.start())


def is_polite(statement: str) -> bool:
    """Tell whether a statement praises, thanks or assures, and tells nothing beside."""
    return _POLITE.match(straight(statement)) is not None


def is_read_out(quote: str) -> bool:
    """Tell whether all of a sentence stands in quotation marks, or opens with one: it is another's, whom only its reader knows."""
    return _READ_OUT.fullmatch(quote.strip()) is not None


def only_announces(statement: str) -> bool:
    """Tell whether a statement says that there are "some issues" or "a different one", and leaves what to the next sentence."""
    return len(statement.split()) <= _FEW and _ONLY_ANNOUNCES.search(statement) is not None or _DIFFERENT_ONE.search(statement) is not None


def _tells_of_nobody(statement: str) -> bool:
    """Tell whether a later sentence of a statement begins with "she" or "he" and none before it says who that is."""
    found = _SHE.search(statement)
    return found is not None and not _WHO.search(statement, 1, found.start())


def leans_back(statement: str) -> bool:
    """Tell whether a sentence begins with what only the one before it explains."""
    return _LEANS_BACK.match(statement) is not None


def goes_on(quote: str) -> bool:
    """Tell the same of words as they were spoken, with the "and" or "so" that they may begin with."""
    own = _JOINT.sub("", quote)
    return leans_back(own) and not _OF_NOTHING.match(own)


_JOINT = re.compile(r"^(?:(?:and|so|but|now|well|because)\b\W*)+", re.I)
_OF_NOTHING = re.compile(r"there(?:['’]s| is| are| was| were| will| has| have)\b(?! also)|it(?:['’]s| is| was| will be) (?:\w+ly |very |quite |so )?\w+ (?:that|to|for)\b", re.I)
"""An "it" or "there" that stands for nothing: "it is clear that", "there are"."""


def ends_open(statement: str) -> bool:
    """Tell whether the end of a statement leads on to what is not there: "others may not have.", "they would like"."""
    bare = (word.strip(".,;:!?…") for word in statement.split()[-6:])
    words = [word if word == "May" else word.casefold() for word in bare]  # "in May" ends as whole as "in June"
    hangs = all(word in HANGING for word in words[-2:]) and _COMPARED.isdisjoint(words)
    return hangs or _ENDS_OPEN.search(straight(statement)) is not None


_COMPARED = frozenset("than what who as whatever whoever how where".split())
"""After these a clause may end on its verb: "faster than we thought they would"."""
_ASIDE = re.compile(
    r"^(?:(?:and |so |but )?(?:I|I'm|I'd|I've|I'll|IMO|IMHO)|therefore|thus|hence|so|also|then|always|in that case|at (?:that|this) (?:point|time|moment)|for example|if (?:you|we) (?:can |could |just |have )*(?:notice|noticed|look|see|saw|remember|recall|go)|(?:(?:for|in|with|of|to|among) )?(?:the )?others?|the (?:first|second|third|next|last|other) (?:(?:\w+ )?(?:change|thing|point|one|item|question|reason|step)|would|will)|(?:from \[|(?:as|re) ))\b|"
    r"\b(?:for example|for instance|as you (?:quite |very |so )?(?:rightly|know|say|said|can see)|answers? your question|(?:at least )?I think the)\b|^the room\b|^(?:we|they|it|you) also\b|^we(?: have|'ve got|’ve got| got) (?:the|those|these|that)\b|^(?:we|they) (?:then |just )?(?:went|go|came) back to\b|"
    r"\bthe ones (?:who|that|which)\b|, like,|\b(\w+ \w+) as you \1\b|\bmy (?:primary|main|first|biggest|chief|greatest) (?:concern|worry|aim|priority|interest)\b|^my (?:problem|concerns?|worry|worries|question|hope|guess|view|feeling|understanding|fear)\b",
    re.I,
)
"""What shows that a sentence goes on from another, or is said to somebody."""
_ABOUT_SAYING = re.compile(
    r"(?:(?:and|so|but|well) )?(?:I(?:'m| am| was) (?:just |only |also )?saying\b|I (?:just |only |also )?want(?:ed)? to (?:clarify|mention|note|add|ask|understand|emphasi[sz]e|stress|highlight)\b|"
    r"I(?:'d| would) (?:also |just |like to )+(?:say|add|note|mention|clarify)\b|I (?:somewhat |kind of |do )?take issue\b|(?:just )?to clarify\b)", re.I,
)
"""How somebody says that they say something."""
_GARBLED = re.compile(r"\b(?:should|could|would|can|will|must)(?: not)?(?: be| have)? (?:should|could|would|can|will|must)\b", re.I)
"""What slipped the speaker's tongue, or was misheard."""
_POLITE = re.compile(
    r"(?:(?:and|so|but|well|obviously|of course|clearly)\W+)*(?:I(?:'m| am) (?:quite |very |pretty )?(?:sure|certain) (?:that )?(?:the |all |our |other |hono\w+ )*(?:you|everybody|everyone|committee|members?|colleagues|people|board|chair|house)\b[^.;]{0,30}?\b(?:aware|know|agree|appreciate|understand|familiar|heard|share)\b|"
    r"(?:I (?:think|believe|feel|hope) (?:that )?)?(?:we|I)(?:'re| are|'m| am|'ve been| have been)(?: (?:all|very|quite|really|also|much|absolutely))* (?:reassured|heartened|encouraged by|grateful)\b|"
    r"(?:we|I)(?:'re| are|'ve| have)?(?: (?:also|been|continu\w+|all|always|now|to))* work(?:ed|ing|s)?(?: (?:very|really|extremely|incredibly|so|quite))? (?:closely|hard|well|collaboratively)(?: together)?(?: (?:with|alongside|across)\b|\W*$)|"
    r"(?:I|we)(?:'d| would)?(?: (?:also|just|really))* (?:(?:want|like|wish) to )?(?:pay tribute to|commend|congratulate|applaud|salute)\b|(?:it|that)(?:'s| is| was) (?:an? )?(?:really |very |such a )?(?:great|powerful|excellent|moving) (?:testimony|presentation|contribution|example of leadership)\b)",
    re.I,
)
"""How somebody begins who is polite, or assures others of what they do."""
_THAT_ONE = re.compile(r"\bthat (?:grade|number|option|case|question|proposal|slide|list)\b|\bthose (?:numbers|options|cases|grades|people)\b", re.I)
"""What names one of several things that were told before."""
_ASKS_BACK = re.compile(r"why\b|(?:how|who|where) (?:is|are|was|were|do|does|did|can|could|should|would|will|shall|have|has|many|much)\b", re.I)
"""How a question begins of which speech recognition left out the mark."""
_DEFINES = re.compile(r"\b(?:definition of|defined as|stands for|(?:could|can|may|might) mean (?:anything|many things))\b|^(?:The |This )?(?:[A-Z0-9][\w.&-]*(?: [A-Z][\w.&-]*){1,4}|[A-Z0-9]{2,}[\w.&-]*|\w+[A-Z]\w*) (?:is|are) (?:an?|the (?:largest|biggest|first|only|leading|main|oldest)) ")
"""How somebody says what a thing is, which is nothing that the session came to."""


LEAST_MATTER = 3
"""Words of its matter that any statement has to have: "we have validated the problem itself" has one."""
LEAST_OUTRIGHT = 2
"""The same of a lesson or advice that says that it is one."""
MATTER = 4
"""Words of its matter that a statement has to have to open a paper; one less where it gives a result."""
LONGEST_SENTENCE, LONGEST_TELLING = 40, 65
"""Words of a sentence, and of all that is said, in what opens a paper, at most."""
_SAYS_LITTLE = frozenset(
    """lesson lessons learn learned learnt problem problems challenge issue issues recommend need needs want wants think say says said know somebody
    anybody thing things way lot really just people person make makes made get gets got""".split()
)
_RESULT = re.compile(
    r"%|\b(?:\d{1,3}(?:,\d{3})* (?:(?:\w+ ){0,2}\w{3,}s|week|day|month|hour|minute|year|people|children|men|women|percent)|out of (?:the |all )?\d+|per ?cent|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]\w+)?|hundreds?|thousands?|millions?|billions?|half|twice|doubled|halved|(?:one|two|three)[ -](?:thirds?|quarters?|fifths?)|one in (?:two|three|four|five|six|seven|eight|nine|ten|\d+)|(?:increase|decrease|reduction|decline|drop|rise|growth) (?:in|of)|"
    r"(?:more|less|fewer|better|faster|cheaper|longer|worse|higher|lower|earlier|later) than(?! (?:ever|happy|welcome|once|enough|just|anything)\b)|(?:we|they|testing|research) (?:found|saw|learned|learnt|noticed) (?:that|all|most|no|how|many|few))\b",
    re.I,
)


def carries_itself(statement: str) -> bool:
    """Tell whether a statement neither goes on from another nor names one of several things that were told
    before, is no definition, and is said without slips: without these nobody can take it away alone."""
    lost = _ASIDE.search(statement) or _ASKS_BACK.match(statement) or _THAT_ONE.search(statement) or is_one_of_several(statement) or _DEFINES.search(statement)
    return not (lost or _GARBLED.search(statement) or _goes_round(statement))


def _goes_round(statement: str) -> bool:
    """Tell whether a statement says three words in a row twice, one of which says something."""
    words = _WORD.findall(re.sub(r"\[[^\]]*\]", " ", statement.casefold()))
    threes = [three for three in zip(words, words[1:], words[2:], strict=False) if not ENGLISH_STOP_WORDS.issuperset(three)]
    return len(set(threes)) < len(threes)


def is_telling(statement: str, shortest: int = 11) -> bool:
    """Tell whether a statement :func:`carries_itself` and says enough to open a paper: some length (``shortest`` in words), not made of
    "it", "they", "you" and "I", with words of its matter, or a result, and with nothing left out or withheld."""
    words = _bare(statement)
    leaning = sum(word in _POINTING for word in words)
    enough = len(matter(statement)) >= MATTER - gives_a_result(statement)
    longest = max(len(part.split()) for part in sentences_in(statement))
    return shortest <= len(words) <= LONGEST_TELLING and longest <= LONGEST_SENTENCE and enough and leaning * 7 <= len(words) and "[" not in statement and "…" not in statement and carries_itself(statement)


def _bare(statement: str) -> list[str]:
    return [word.strip(".,;:!?").casefold() for word in statement.split()]


def matter(statement: str) -> set[str]:
    """Return the words of a statement that tell what it is about."""
    return {word for word in _bare(statement) if word not in ENGLISH_STOP_WORDS and word not in _SAYS_LITTLE and word.isalnum() and len(word) > 2}


def tells_the_same(one: Evidence, other: Evidence) -> bool:
    """Tell whether somebody says two things that have half of the words of their matter in common, of the one that has fewer, and more
    than a few."""
    first, second = matter(one.quote), matter(other.quote)
    return one.participant == other.participant and len(first & second) >= max(MATTER, min(len(first), len(second)) / 2)


def gives_a_result(statement: str) -> bool:
    """Tell whether a statement has a number, compares, or says what was found."""
    return _RESULT.search(statement) is not None


_RELAYS = re.compile(r"\basks (?:whether|if|what|who|how|when|where|why|which)\b|\basked,? (?:does|do|did|is|are|has|have|can|could|would|will|should)\b")


_ONLY_AIMS = re.compile(r"to (?!(?:my|our|your|the|an?|this|that)\b)\w+\b(?!.*(?:,|\b(?:is|was|are|means?|takes?|took|would|will|requires?|costs?|helps?|needs?)\b))", re.I)
"""How a piece of a sentence begins that says only what for: "to apply for the form as you leave"."""
_TO_SOMEBODY = re.compile(r"\bas you (?:quite |very |so |have )?(?:rightly|know|say|said|mentioned)\b", re.I)


def opens_a_topic(quote: str) -> bool:
    """Tell whether words can stand at the head of a topic: whole, not going on from others, not on the meeting, and
    no question, be it another's: "Thandi asks whether ...", nor what claims an agreement, which stands among
    the decisions if it is one."""
    asks = "?" in quote or _RELAYS.search(quote) or _TO_SOMEBODY.search(quote) or _ONLY_AIMS.match(quote)
    leans = ends_open(quote) or goes_on(quote) or points_at_what_was_shown(quote) or only_announces(quote) or is_read_out(quote)
    return not (claims_consensus(quote) or asks or leans or is_housekeeping(quote)) and reads_well(clean_quotation(quote))


def is_asked(statement: str) -> bool:
    """Tell whether a statement is put as a question: only such a one can be left open."""
    statement = _IS_THAT_SO.sub("", straight(statement))
    return "?" in statement or _ASKS.match(statement) is not None


_READ_OUT = re.compile(r"(?:(?:and|so|but|then)\W+)?[\"“][^\"“”]+[\"”]?[.,!…]?[\"”]?", re.I)


class Choice:
    """What of a session's talk is fit to be shown; told for the whole session at once.

    Where speech recognition knows neither capitals nor full stops, no sentence shows its ends,
    and their being cut is nobody's fault.
    """

    def __init__(self, session: Session, findings: Sequence[Finding]) -> None:
        self._session = session
        spoken = [finding.evidence[0] for finding in findings if finding.evidence[0].where == "turn"]
        cut = sum(map(self._is_cut, spoken))
        self._strict = cut * 2 <= len(spoken)

    def is_whole(self, evidence: Evidence) -> bool:
        """Tell whether a quotation neither begins nor ends within a sentence."""
        return not (self._strict and self._is_cut(evidence))

    def is_fit(self, finding: Finding) -> bool:
        """Tell whether a finding can be read without what was said before and after it."""
        return stands_alone(finding) and self.is_whole(finding.evidence[0])

    def _is_cut(self, evidence: Evidence) -> bool:
        holder = self._session.turns if evidence.where == "turn" else self._session.messages
        return is_cut(holder[evidence.index].text, evidence.start, evidence.end)


def is_within(part: str, whole: str) -> bool:
    """Tell whether the words of ``part`` stand in ``whole``, in this order and with nothing between."""
    return " ".join(_WORD.findall(part.casefold())) in " ".join(_WORD.findall(whole.casefold()))


def in_sentence(label: str, phrases: Sequence[str] = (), talk: str = "") -> str:
    """Return a label as it stands within a sentence: "Mentoring" as "mentoring", "VAT" as it is,
    and "Welsh medium" so if the theme's ``phrases`` write it so, or the ``talk`` within its sentences."""
    for phrase in phrases:
        if phrase and label.casefold().startswith(phrase.casefold()):
            return phrase[:1] + label[1:]
    head = label.split()[0] if label.split() else ""
    if head.isupper() or any(c.isupper() for c in head[1:]) or _is_written_large(head, talk):
        return label
    return label[:1].lower() + label[1:]


def _is_written_large(word: str, talk: str) -> bool:
    """Tell whether a word has a capital within most of the sentences that it stands in."""
    small = word[:1].lower() + word[1:]
    inside = re.findall(rf"(?<=[a-z,;] )({re.escape(word)}|{re.escape(small)})\b", talk) if word else []
    return inside.count(word) * 2 > len(inside)
