"""Questions beyond those that stand for the talk: plainly put, replied to, and understood alone or behind the sentence before them.

A finding is chosen for what it tells of the session, and a question tells little. Where people came to ask, as in a
hearing, what was asked and what was replied is the session: so the clearest of the others are found here, one per reply.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from copaper.analysis import readers
from copaper.analysis.answers import SHARED, alike, asks, is_broken, is_procedure
from copaper.analysis.clarity import clarity, faults
from copaper.analysis.confirming import is_tag, put_to_confirm
from copaper.analysis.ownanswers import own_answer, read_off
from copaper.analysis.people import bots_of
from copaper.analysis.questions import BREATH, answers_to, is_put, reads_out
from copaper.analysis.ranker import rarity
from copaper.analysis.referring import unnamed
from copaper.analysis.statements import LONGEST, hangs, is_courtesy, is_whole
from copaper.analysis.units import Unit, same_place
from copaper.analysis.unopposed import calls_for_objections, is_unopposed, proposed_before
from copaper.records import Evidence, Finding, Session
from copaper.textclean import straight

MORE, EACH = 20, 2
"""Questions that are added at most, and of each topic before any has more."""
SHORTEST = 6
"""Words of one."""
SHORT_MESSAGE = 25
"""Words of a message that is told whole."""
LEAST = 4
"""Words of the sentence before one that explains it."""
NAMES = 2
"""Words of its matter of a call for objections that says to what."""
CLEAR, LED = 0.6, 0.7
"""Clarity from which a question can be understood alone, and behind the sentence before it."""
PLAINLY, MATTER = 0.95, 3
CLEAR_BESIDE, MUCH_MATTER = 0.5, 5
"""Clarity of a question, and words of its matter, from which it is taken where it is answered, however well readers would like it: with much of
that one word may point back, as "this virus" does."""
LIKED, LIKED_LED = 0.15, 0.25
"""Chance that readers find it clear and worth keeping, from which it is taken, alone and so."""
UNDERSTOOD = 0.65
"""Chance that readers find a question clear, from which it is told: of 65 rows of papers from there on 36 were right, clear and worth it, of 45 others nine."""
PLAIN = 0.2
"""What it counts for a question that its reply plainly answers, or plainly does not."""
_SAID = frozenset(("answered", "declined", "refused"))
"""States of a question to which somebody plainly said something."""
_OF_WHO_READS = ("i", "you", "listed")
"""Faults that a question has not which is read out as one that others ask, or whose answer stands beside it: "how do I ...?"."""
_TO_THE_VOTE = re.compile(
    r"\b(?:do|does|did|would|will) (?:you|(?:any|the) (?:\w+ )?(?:members?|delegates?|councillors?)|any(?:body|one)) (?:(?:wish|want|like) to (?:move|proceed|vote|withdraw|second|press|object)\b|(?:object|move|second)\b)|"
    r"\ball (?:those |members )?(?:who are |that are )?(?:in favou?r|against|opposed)\b|\b(?:is|are) (?:the )?(?:members?|committee|meeting|everyone|everybody) (?:happy|content|agreed) (?:to|with|for)\b|\b(?:motion|amendments?|minutes)(?: \w+){0,3} be (?:agreed|adopted|approved|carried)\b|\bdeclarations? of interests?\b|\btak(?:e|ing) (?:an? |my |this )?(?:\w+ )?interventions?\b|\bhappy for (?:me|us) to\b|"
    r"\b(?:remaining|left|spare|extra|more) (?:\w+ )?minutes\b|\bcan (?:I|we) (?:just )?(?:preface|begin|start)\b|\bis there (?:any )?(?:(?:more|further|explicit|other) )*(?:support|objections?)\b|"
    r"(?<!how )(?<!what )(?<!when )(?<!where )(?<!who )(?<!which )(?<!why )\b(?:do|does|did|would|will) (?:you|(?:any|some)(?:one|body)?(?: of)?(?: the)?(?: \w+){0,2})(?: also| now| just)* (?:wanna|(?:want|like|care|wish) to) (?:\w+ly )?(?:(?:talk|speak|present|chime|jump|respond|comment)\b|(?:give|share) (?:us )?(?:an? |any |the |your )?(?:\w+ )?updates?\b|(?:go|address|share|walk|take|continue|start|cover|introduce)(?=\W*(?:$|[?.,])| (?:next|first|now|again|in|quickly|briefly|(?:(?:to|on|about) )?(?:this|that|it|yoursel(?:f|ves)|themselves))\b))|^\W*any(?:one|body)(?: else)?(?: (?:from|at|on|of|in) [^,?]{1,40}?)?(?: who| that)? (?:wants?|wish(?:es)?|cares?|wanna|(?:would |'d )?likes?)(?: to)? (?:\w+ly )?(?:chime|jump|come) in\b|\b(?:any|more|other|further) (?:overflow|agenda) (?:topics?|items?)\b|\b(?:topic|item|question|matter) for (?:later|another|the next|next)\b",
    re.I,
)
"""What a chair asks so that the meeting goes on or votes."""
_ASKS_BACK = re.compile(r"\W*(?:(?:sorry|so|and|well|but|or|just)\W+)*(?:(?:are|were) you (?:\w+ )?(?:talking|asking|referring|speaking|thinking of|saying|suggesting)\b|(?:do|did) you (?:\w+ )?(?:mean|say|want me)\b|is (?:that|this) what you\b|what do you mean\b|you mean\b|(?:did|do|have|am) I (?:\w+ )?(?:capture|captured|understand|understood|understanding|get that|got that|hear|heard|read|reading)\b)", re.I)
"""What somebody asks who is asked, before they answer."""
_ANSWERS_ITSELF = re.compile(r"\W*(?:because|well\b|yes\b|no\b(?=\W*[,.])|the (?:short |simple )?answer|so that)\b", re.I)
_QUOTES = re.compile(r"[\s,:—–]['‘“\"](?=[A-Z]\w* \w)")
"""Where somebody tells what another asks."""
_LEANS = re.compile(r"\W*(?:(?:and|but|so|then)\W+)*(?:(?:(?:in (?:the )?light of|given|following|based on|because of|on|after) (?:that|this|all that)\b\W*(?:,|$))|(?:can|could|may) I (?:(?:just|also|then|perhaps) )*(?:ask|turn|come|move)(?: you)? (?:about|to)\b(?!.*\b(?:how|what|whether|why|who|when|where)\b)|if (?:so|not|that|it|they)\b|in (?:that|which) case|otherwise|any idea|for those|or\b)", re.I)
"""How a question begins that only the one before it explains."""
_OR = re.compile(r"\W*or\b(?! (?:what|not|so|no|something|any(?:body|one)|anything(?=\W*$)|am I|is (?:it|that) just)\b)", re.I)
_SOMETHING = re.compile(r"\b(?:some|any)thing\b", re.I)
_POSES = re.compile(r"\W*(?:(?:and|so|but|then|now|well)\W+)*the (?:\w+ )?question (?:then |now |here |really |always )*(?:is|becomes|was|remains|comes up)\b", re.I)
_AUX = r"(?:is|are|was|were|do|does|did|has|have|can|could|will|would|should|may)(?:n['’]t)?"
_ASKED = rf"(?:(?:perhaps|maybe)\W+)?(?:(?:what|who|whom|whose|which|when|where|why|how)(?: (?!(?:I|you|we|they|it|he|she|there|that|this|the|an?|my|your|our|their|his|her|its)\b)\w+){{0,3}}? )?{_AUX} \w+ \w+"
_LEAD = re.compile(rf"((?:[\w'’]+[\s,]+){{0,14}}?[\w'’]+)\s*(?:(?::|[—–]|--)\s*(?=(?:[\w'’]+\W+){{4}})|,\s*(?={_ASKED}))(?P<asked>{_ASKED})?", re.I)
_COMPLEMENTS = frozenset(("ccomp", "pcomp", "relcl", "acl", "csubj"))
_BEGUN_ANEW = re.compile(r"\W*(?:(?:and|so|but|well)\W+)?(?:I|we|you|it|they|he|she|the|a|there),", re.I)
"""A beginning that leads nowhere: "I, in the winter it was ..."."""
_THAT_IS = re.compile(r"\bthat(?:'s| is)\s*[,;—–?]", re.I)
"""A "that" which stands for nothing said before: "where they can, that is"."""
_LEADS_TO_A_QUESTION = frozenset(
    """a again all also ask asked asking actually an and be before begin cabinet chair fair getting here minister relation respect secretary since start terms think brief but can close could couple end final finally finish first for from further got have here i i'd i'm i've if in interested is it just know last
    like look may maybe me move my now of ok okay on one or other perhaps please question questions quick quickly really same short simple so some something supplementary thank thanks that the then there this to
    two us very want wanted was we we're well what which wonder wondering would you your""".split()
)
"""Words that say no more than that a question comes."""
_ON_CONDITION = frozenset("before if not since when".split())
"""What is no mere beginning where nothing says that a question comes."""
_ASKS = frozenset("ask asking question questions know wonder wondering".split())
_RELAYED = re.compile(
    r"(?:(?:[Aa]nd|[Ss]o|[Oo]kay|I think|I see)\W+)*(?:(?:[A-Z][\w.'’-]*\s+){1,3}(?:asks|asked|is asking|was asking|wants to know|would like to know|wonders|is wondering)(?: here| in the chat)?|"
    r"(?:[Ww]e|I|[Tt]here)(?: only| also| just)*(?:['’]s|['’]ve| is| have)(?: only| also| got| just)* (?:a|one|another) (?:\w+ )?question (?:here )?(?:in the chat|from (?:the chat|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?))(?:,? (?:and it is|and it['’]s|which is|and that is|saying|asking))?)\s*[,:–—]\s*(?=(?:[\w'’]+\W+){4})"
)
"""How somebody begins who puts another's question: "Thandi was asking, ...", "there is a question in the chat: ..."."""
_NAMES_ITSELF = re.compile(r"[^:?.!]{0,30}\bmy\b[^:?.!]{0,30}\bquestions?\b[^:?.!]{0,20}\b(?:is|was)\s*:\s*(?=\w)", re.I)
"""What leads up to a question and calls it one: "what my question is, really:"."""
_BEFORE_THAT = re.compile(r"(?:(?:and|so|but|okay|ok|now)\W+)*(?:(?:just )?before (?:we|I) (?:(?:move|go|pass|hand|come)(?: \w+)? on(?: to [^,?]{0,50})?|(?:move|go|come|turn|get|pass|hand)(?: (?:on|over|back))? to (?:(?-i:[A-Z])\w+|(?:the |our |my )?(?:\w+ )?(?:next|last|final|other|items?|agenda|topics?|questions?|break|presentation|speakers?)\b[^,?]{0,30})),|(?:I know |obviously,? )?you(?:'re| are)(?: \w+ly)* not going to (?:tell|say|answer)\b[^,?]{0,40}, but)\s+(?=(?:[\w'’]+\W+){4})", re.I)
"""What somebody says of the next item, or of what they ask nobody to tell, before what they ask."""
_ADDRESSED = re.compile(r"(?:mr|madam|madame)\.? ?(?:deputy |vice )?(?:chair\w*|speaker|president|minister)\s*,\s*(?=(?:[\w'’]+\W+){3})", re.I)


_NO = re.compile(r"no(?:[\s,]+no)*(?:\s*[,.;–—-]+\s*|\s+)(?=(?:but|so|I|we|what|how|why|when|where|who|which|is|are|do|does|did|can|could|would|will|according)\b(?:[\s,]+[\w'’]+){3})", re.I)
"""What somebody says to another before they ask."""


class _Able(NamedTuple):
    """A question that may be told, the reply to it, and whether it is sure that with this it can be read alone."""

    worth: float
    first: int
    last: int
    answers: tuple[Evidence, ...]
    topic: str
    sure: bool


def plainly_put(question: str) -> str:
    """Return a question without what only says that it comes, names what it says itself, and whom it is put to: "one last question: ..."."""
    for front in (_NO, _ADDRESSED, _BEFORE_THAT, _NAMES_ITSELF):
        said = front.match(straight(question))
        question = question[said.end() :] if said else question
    led = _LEAD.match(question)
    words = re.findall(r"[\w'’]+", led[1].casefold().replace("’", "'")) if led else []
    own = re.findall(r"[\w'’]+", question[led.end(1) :].casefold().replace("’", "'")) if led else []
    plain = not _ASKS.isdisjoint(words) and _LEADS_TO_A_QUESTION.issuperset(words)
    if led and (plain or led["asked"] and _ON_CONDITION.isdisjoint(words) and _LEADS_TO_A_QUESTION.union(own).issuperset(words)):
        question = question[led.start("asked") if led["asked"] else led.end() :]
    relayed = _RELAYED.match(question)
    question = read_off(question[relayed.end() :] if relayed else question)
    return question[:1].upper() + question[1:]


def only_poses(unit: Unit) -> bool:
    """Tell whether somebody puts a question to nobody: "the question is: who pays then?"."""
    return _POSES.match(straight(unit.text)) is not None


def put_from(units: Sequence[Unit], begin: int, i: int) -> int | None:
    """Return where a question that begins at ``begin`` and ends with ``units[i]`` is told from: with the sentence before it
    if a "that" within it stands for what this says, or with what a short message says before it; None where it does not say so either."""
    begin = _led_in(units, i) if begin == i and units[i].where == "message" else begin
    if begin is not None and _is_asked_behind(units, begin):
        return begin - 1
    if begin != i or not _points_back(units[i]):
        return begin
    before = units[i - 1] if i else None
    told = before is not None and same_place(before, units[i]) and LEAST <= before.words <= LONGEST and not asks(before)
    told = told and _BEGUN_ANEW.match(units[i - 1].text) is None
    return i - 1 if told and is_whole(units[i - 1]) and not _points_back(units[i - 1]) and not hangs(units[i - 1]) and not is_courtesy(units[i - 1]) and not is_procedure(units[i - 1]) else None


def told_to(units: Sequence[Unit], i: int) -> int:
    """Return up to where the question ``units[i]`` is told: with the "or ...?" right behind it, without which it asks something else."""
    after = units[i + 1] if i + 1 < len(units) else None
    return i + 1 if after is not None and same_place(after, units[i]) and asks(after) and after.words >= LEAST and after.words + units[i].words <= LONGEST and _OR.match(after.text) else i


def _is_asked_behind(units: Sequence[Unit], i: int) -> bool:
    """Tell whether a sentence stands for what the question right before it says, of the same breath, or asks only for "something" of that."""
    before = units[i - 1] if i else None
    if before is None or not same_place(before, units[i]) or not _is_asked(before) or before.words + units[i].words > LONGEST:
        return False
    leans = _LEANS.match(units[i].text) is not None or _SOMETHING.search(units[i].text) is not None or bool(unnamed([units[i]]))
    return leans and asks(units[i]) and not is_broken(before)


def _led_in(units: Sequence[Unit], i: int) -> int:
    """Return where the statements begin that stand in a short message before its question: what stands there leads up to that."""
    begin, words = i, units[i].words
    while begin and same_place(before := units[begin - 1], units[i]) and not asks(before) and not is_courtesy(before) and before.words >= LEAST and words + before.words <= SHORT_MESSAGE:
        begin, words = begin - 1, words + before.words
    return begin


def _points_back(unit: Unit) -> bool:
    """Tell whether a "that" or "this" is all that a clause within a question speaks of: "about how hard that makes it". Behind "or", "since"
    or "when" it stands for what the question says itself."""
    alone = [token for token in unit.tokens if token.lower_ in ("that", "this") and token.tag_ == "DT" and token.dep_ in ("nsubj", "nsubjpass")]
    return any(token.head.dep_ in _COMPLEMENTS for token in alone) and _THAT_IS.search(unit.text) is None


def is_put_to_the_vote(text: str) -> bool:
    """Tell whether somebody asks only for a vote, a motion or the consent to go on."""
    return _TO_THE_VOTE.search(text) is not None


def understood(units: Sequence[Unit], around: Mapping[int, np.ndarray]) -> np.ndarray:
    """Return (n,) whether readers would know what each of ``units`` asks, true of what asks nothing, or only whether what was said before is so."""
    clear = np.ones(len(units), dtype=bool)
    places = [i for i, unit in enumerate(units) if asks(unit) and not (is_tag(unit.text) or calls_for_objections(unit.text))]
    found = [{name: times for name, times in faults(units[i], None).items() if name not in _OF_WHO_READS} for i in places]
    clear[places] = readers.judge([readers.describe(units[i], of, around[units[i].position]) for i, of in zip(places, found, strict=True)]).clear >= UNDERSTOOD
    return clear


def further_questions(session: Session, units: Sequence[Unit], around: Mapping[int, np.ndarray], fit: np.ndarray, clear: np.ndarray, told: Sequence[Finding], topic: Callable[[Evidence], str]) -> list[tuple[int, int]]:
    """Return the first and last unit of each further question, the best of each topic first; none whose words or reply are ``told``. A topic
    that would have none has one that is only replied to."""
    bots = bots_of(session)
    replies = [part for finding in told for part in (*finding.evidence[:1], *finding.answers)]
    written = [i for i, unit in enumerate(units) if unit.where == "message" and _overlaps(unit, replies)]
    able: list[_Able] = []
    for i, unit in enumerate(units):
        if unit.participant in bots or _overlaps(unit, replies) or any(reads_out(units, i, other) for other in written):
            continue
        begin, worth = _told_from(units, i, around, bool(fit[i]))
        beside = begin is None
        if beside and not _is_plain(units, i):
            continue
        state, answers = answers_to(session, units, i)
        if not clear[i] and not is_left_open(state, answers):
            continue
        sure = not beside or is_plainly_answered(units, i, state, answers)
        of = topic(unit.evidence())
        if not sure and (state != "replied" or unit.where != "turn" or not of or _asks_on(units, i)):
            continue
        begin, worth = (i, -1.0) if begin is None else (begin, worth)
        plain = state not in ("partly", "replied")
        if state == "unopposed" or answers and not _overlaps(answers[0], replies) and (plain or not is_tag(unit.text) and _takes_up(units, unit, answers)):
            able.append(_Able(worth + PLAIN * plain, begin, i, answers, of, sure))
    able.sort(key=lambda one: (-round(one.worth, 9), one.last))
    had = Counter(topic(finding.evidence[0]) for finding in told)
    chosen: list[tuple[int, int]] = []
    for sure, each in ((True, EACH), (True, MORE), (False, 1)):
        for one in able:
            if one.sure is sure and had[one.topic] < each and len(chosen) < MORE and (one.first, one.last) not in chosen and not any(_overlaps(part, replies) for part in one.answers):
                chosen.append((one.first, one.last))
                had[one.topic] += 1
                replies += [units[one.last].evidence(), *one.answers]
    return chosen


def _told_from(units: Sequence[Unit], i: int, around: Mapping[int, np.ndarray], fit: bool) -> tuple[int | None, float]:
    """Return where the question ``units[i]`` begins, and how much readers like it; None where it is none to be told."""
    unit = units[i]
    if is_tag(unit.text):
        return _stated(units, put_to_confirm(units, i), around)
    if calls_for_objections(unit.text):
        if not is_unopposed(units, i):
            return None, 0.0
        names_it = len(unit.lemmas) >= NAMES and clarity(faults(unit, None)) >= CLEAR
        return (i, LIKED) if names_it else _stated(units, proposed_before(units, i), around)
    if own_answer(units, i):
        return (i, LIKED) if LEAST <= unit.words <= LONGEST and is_put(unit) and _clarity_beside(unit) >= CLEAR else (None, 0.0)
    asked = _is_asked(unit) and not (_answers_itself(units, i) or _asks_on(units, i))
    return _begin(units, i, around, fit) if asked else (None, 0.0)


def is_open(question: Finding) -> bool:
    """Tell whether nobody answered a question, be it that somebody said so."""
    return question.fields.get("state", "open") == "open"


def is_left_open(state: str, answers: Sequence[Evidence]) -> bool:
    """Tell whether somebody said that a question stays open: that is told however clear it is, as its topic's other side."""
    return state == "open" and bool(answers)


def is_plainly_answered(units: Sequence[Unit], i: int, state: str, answers: Sequence[Evidence]) -> bool:
    """Tell whether a question names its matter and somebody said what can be said to it, so that with that it can be told."""
    said = state in _SAID or state == "open" and bool(answers)
    return said and _is_plain(units, i) and all(_taken(units[i], units, answers) > _taken(other, units, answers) for other in _asks_on(units, i))


def _is_plain(units: Sequence[Unit], i: int) -> bool:
    unit = units[i]
    clear = CLEAR_BESIDE if len(set(unit.lemmas)) >= MUCH_MATTER else PLAINLY
    return _is_asked(unit) and not _answers_itself(units, i) and not _LEANS.match(unit.text) and len(unit.lemmas) >= MATTER and _clarity_beside(unit) >= clear


def _clarity_beside(unit: Unit) -> float:
    """Return how clear a question is with its answer beside it, which shows who "you" are."""
    return clarity({name: times for name, times in faults(unit, None).items() if name not in _OF_WHO_READS})


def _stated(units: Sequence[Unit], stated: int | None, around: Mapping[int, np.ndarray]) -> tuple[int | None, float]:
    """Return where the statement stands that a question is on, and how much readers like it; None where nobody could take it in alone."""
    if stated is None or is_courtesy(units[stated]) or is_procedure(units[stated]):
        return None, 0.0
    found = faults(units[stated], None)
    return (stated, _liked(units[stated], found, around, led=False)) if clarity(found) >= CLEAR else (None, 0.0)


def _is_asked(unit: Unit) -> bool:
    return asks(unit) and SHORTEST <= unit.words <= LONGEST and is_put(unit) and not is_procedure(unit) and not is_put_to_the_vote(unit.text) and not _ASKS_BACK.match(unit.text) and not _QUOTES.search(unit.text)


def _answers_itself(units: Sequence[Unit], i: int) -> bool:
    """Tell whether whoever asks answers in the next sentence."""
    return i + 1 < len(units) and same_place(units[i + 1], units[i]) and _ANSWERS_ITSELF.match(units[i + 1].text) is not None


def _asks_on(units: Sequence[Unit], i: int) -> list[Unit]:
    """Return what else is asked behind a question in the same breath: the reply may be to that."""
    own = frozenset(units[i].lemmas)
    return [unit for unit in units[i + 1 : i + 1 + BREATH] if same_place(unit, units[i]) and asks(unit) and len(own.intersection(unit.lemmas)) < SHARED]


def _taken(question: Unit, units: Sequence[Unit], answers: Sequence[Evidence]) -> float:
    """Return the share of a question's words, by their rarity, that its answers take up."""
    said = frozenset(lemma for unit in units if _overlaps(unit, answers) for lemma in unit.lemmas)
    words = sorted(set(question.lemmas))
    return sum(rarity(word) for word in words if word in said) / (sum(map(rarity, words)) or 1.0)


def _takes_up(units: Sequence[Unit], question: Unit, answers: Sequence[Evidence]) -> bool:
    """Tell whether a reply has one of a question's words, or one like it."""
    said = frozenset(lemma for unit in units if _overlaps(unit, answers) for lemma in unit.lemmas)
    return any(alike(word, said) for word in question.lemmas)


def _begin(units: Sequence[Unit], i: int, around: Mapping[int, np.ndarray], fit: bool) -> tuple[int | None, float]:
    """Return where a question begins, with the sentence before it if only that explains it, and how much readers like it;
    None where nothing does."""
    unit, before = units[i], units[i - 1] if i else None
    leans = _LEANS.match(unit.text) is not None
    if fit and not leans:
        found = faults(unit, None)
        liked = _liked(unit, found, around, led=False)
        if liked >= LIKED and clarity(found) >= CLEAR:
            return i, liked
    if before is None or not same_place(before, unit) or before.words < LEAST or before.words + unit.words > LONGEST:
        return None, 0.0
    if asks(before) is not leans or not is_whole(before) or hangs(before) or is_courtesy(before) or is_procedure(before):
        return None, 0.0
    found = faults(unit, before)
    liked = _liked(unit, found, around, led=True)
    alone = clarity(faults(before, None)) >= LED
    return (i - 1, liked) if alone and liked >= LIKED_LED and clarity(found) >= LED else (None, 0.0)


def _liked(unit: Unit, found: Mapping[str, int], around: Mapping[int, np.ndarray], *, led: bool) -> float:
    return float(readers.judge([readers.describe(unit, found, around[unit.position], led)]).liked[0])


def _overlaps(own: Evidence | Unit, others: Collection[Evidence]) -> bool:
    return any((own.where, own.index) == (other.where, other.index) and own.start < other.end and other.start < own.end for other in others)
