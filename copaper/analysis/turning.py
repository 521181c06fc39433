"""Sentences that turn what was said just before into its point: a verdict on it, a conclusion from it, how it is now
instead, the amount that it has to be set beside.

"We asked for a clinic in each village. That was turned down." A paper that prints the first sentence alone says the
opposite of what a reader has to know. What is told here is read from words alone, so that quotations can be asked too.
"""

from __future__ import annotations

import re

from copaper.analysis.amounts import amounts
from copaper.analysis.units import Unit
from copaper.textclean import denies, sentences_in, straight

_JOINTS = r"^\W*(?:(?:and|so|but|now|well|then|yet|however|unfortunately|sadly|obviously|of course|in the end|again)\b[\s,]*)*(?:(it|they|that|this),? (?=\1\b))?"
_ALL_OF_IT = (
    r"(?:that|this|it|these|those|they|all (?:of )?(?:that|this|these|those)|(?:the|that|this|those|these|our|my|their) "
    r"(?:proposals?|ideas?|suggestions?|plans?|requests?|applications?|motions?|bills?|amendments?|recommendations?|attempts?|offers?|trials?|pilots?|approach|option|demands?|bids?|petitions?))"
)
_BE = r"(?:'s|'re| is| are| was| were| has been| have been|'s been|'ve been| had been| got| gets)"
_HOW = r"(?: (?!not\b)(?:\w+ly|then|later|also|now|all|both|since|never|just|always|already|again|soon|really|still)\b){0,2}"
_BECAME = (
    r"(?:rejected|refused|declined|denied|turned down|voted down|dropped|abandoned|withdrawn|scrapped|overturned|overruled|reversed|cancell?ed|postponed|shelved|"
    r"agreed|approved|accepted|adopted|defeated|stopped|blocked|vetoed|ruled out|ignored|solved|resolved|granted|unsuccessful|successful)"
)
_BAD = r"(?:unacceptable|wrong|crazy|absurd|ridiculous|dangerous|an? (?:[\w-]+ )?(?:problem|challenge|risk|mistake|failure|disaster|success|shame|disgrace|slap in the face)|impossible|insufficient|inadequate|too (?:late|little|much|slow|expensive|complicated)|gone)"
_GOOD = r"(?:an? (?:(?:very|really|quite|pretty|hugely|genuinely) )?(?:good|positive|healthy|great|strong|big|huge|significant|important|encouraging|remarkable|welcome) (?:position|place|step|start|sign|result|outcome|change|development|improvement|increase|achievement|success|sum|amount|number|figure)\b)"
_ENOUGH = (
    r"(?:(?:nearly |good |at all |really |quite )*(?:enough|sufficient|sustainable|acceptable|workable|possible|realistic|viable|true|right|fair|correct|feasible|happening|working|helpful)|"
    r"(?:the|our) (?:\w+ )?(?:case|best|right|answer|way|solution|point|problem|intention|goal|aim|approach|model)\b|(?:how|what) (?:it|we|they|people|this|that|the)\b)"
)
_WORTH = (
    r"(?:good|better|bad|worse|positive|negative|great|huge|enormous|tiny|poor|strong|weak|healthy|unhealthy|encouraging|worrying|concerning|alarming|disappointing|remarkable|impressive|striking|significant|substantial|"
    r"(?:un)?usual|exceptional|typical|(?:un)?representative|worth(?:while|less)|terrible|wonderful|excellent|fantastic|shocking|tragic|sad|welcome)"
)
_JUDGES = (
    rf"(?:that|this|which|those|these)(?:{_BE}| would be)(?: not)?(?: (?:\w+ly|very|quite|so|rather|just|also|still|always|not))*(?: an?)?(?: (?:\w+ly|very|quite|so|rather))* {_WORTH}\b"
    r"(?![^.?!]{0,25}\b(?:question|point|idea|example|thought|comment|summary|to (?:hear|see|know|note|say|have you))\b)"
)
"""How somebody says what to think of what was just told: "that is a strong position to be in"."""
_VERDICT = re.compile(
    rf"{_JOINTS}(?:(?:those|these|the|that|this) (?:numbers?|figures?|rates?|cases|prices?|costs?|levels?|share)(?: are| is| have| has|'re|'s|'ve)(?: \w+ly)? (?:now|since|again|already) |(?:I think |I would say |I guess )?it(?:'s| is| was)(?: (?:quite|very|really|still|rather|a bit|a little|probably))* (?:difficult|hard|impossible|too (?:early|soon)) to (?:say|tell|know|judge)\b(?! (?:no|yes|that)\b)|"
    rf"{_JUDGES}|{_ALL_OF_IT}(?:{_BE}{_HOW} {_BECAME}\b|{_BE}{_HOW} (?:so )?{_BAD}\b|{_BE}{_HOW} {_GOOD}|(?:'s| is| was| are| were){_HOW} not {_ENOUGH}|(?: isn't| wasn't| aren't| weren't){_HOW} {_ENOUGH}|"
    r"(?: didn't| did not| doesn't| does not| don't| do not| never| hasn't| has not| won't| will not)(?: really| actually| always| quite| even)? (?:work(?:ed)?|help(?:ed)?|happen(?:ed)?|last(?:ed)?|go (?:far|nearly far|anywhere|through)|add up|scale|fit|solve|(?:tell|say|show|give|mean|get) (?:(?:me|us|you|them|him|her|people|anybody|anyone) )?(?:anything|much|nothing))\b|"
    r" (?:failed|worked|fell (?:through|short|apart)|falls (?:short|apart)|broke down|collapsed|backfired|paid off|went (?:wrong|nowhere|well)|succeeded)\b))",
    re.I,
)
"""What became of all that was just told, or what its speaker holds of it."""
_ASSUMED = r"^\W*(?:(?:and|so|but|now|well|yeah)\W+)*in theory\b|(?<!\bthan )(?<!\bas )(?<!\bwhat )(?<!\bwhich )\b(?:I|we|they|everybody|everyone)(?:'d| had)?(?: all| also| first| always| just)? (?:assumed|expected)(?= (?:that|the|an?|it|they|we|this|these|our|their|people|everybody|everyone|all|most|some|no)\b)"
"""How somebody says what was held to be so."""
_OLD = re.compile(
    rf"{_ASSUMED}|"
    r"\b(?:I|we|they|you|he|she|it|there|people|who|everybody|everyone|nobody) used to (?!\w+ing\b|it\b|that\b|this\b|the\b)|\b(?:would|will) (?:normally|usually|traditionally|typically|ordinarily)\b|\b(?:normally|traditionally|historically|previously|formerly|originally|initially)\b|"
    r"\bin the past\b|\buntil (?:recently|now|then|this|last)\b|\bat first\b|\bin the (?:beginning|old days)\b|\b(?:we|I|they) (?:first |also |once |even |have |had )?(?:tried|attempted)\b|\b(?:was|were) (?:once )?put forward\b|\bbefore (?:that|this),|\bthe (?:old|former|traditional|usual|conventional) way\b",
    re.I,
)
"""How something was, or is as a rule, or was tried."""
_NEW = re.compile(
    rf"{_JOINTS}(?:nowadays\b|today\b|these days\b|right now\b|instead\b|currently\b|in (?:practice|reality)\b|actually\b|(?:as )?it turn(?:s|ed) out\b|from (?:now|then) on\b|(?:this|that) (?:year|time) (?:we|they|it|I|he|she)\b|(?:I|we|they|he|she)(?:'re| are| were) saying\b|"
    r"(?:I|we|they|you|it|he|she)(?:'re|'ve|'m|'s| are| have| is| has)? (?:now|no longer|instead|stopped|changed|decided|switched|turned|moved|went back|gave up|dropped|realised|realized|had to)\b|"
    r"what we(?:'re|'ve| are| have)? (?:do|did|doing|done)(?: now| instead| then)?\b)|"
    r"(?:^\W*(?:and |so |but )*now,? (?:(?:with|in|under|for) [^,]{2,40}, )?(?:we|it|they|I|you|he|she|there|the|all|every\w+|our|that|this|people)\b)|\b(?:no longer|not any ?more|instead of|rather than)\b|n't [^.]{2,50} any ?more\b",
    re.I,
)
"""How it is now, or what was done instead."""
_SET_UP = re.compile(
    rf"{_ASSUMED}|"
    r"\b(?:I|we|they|you|he|she|it|there|people|who|everybody|everyone|nobody) used to (?!\w+ing\b|it\b|that\b|this\b|the\b)|\b(?:would|will) (?:normally|usually|traditionally|typically|ordinarily)\b|\b(?:was|were) (?:once )?put forward\b|"
    r"\bwe (?:first|once|initially|originally) (?:tried|attempted|thought|planned|wanted|had)\b|^\W*(?:\w+\W+)?(?:at first|in the beginning|until recently|originally|initially),? (?:I|we|they|it|the)\b|"
    r"^\W*(?:(?:and|so|but|now|well)\b[\s,]*)*(?:to (?:sum(?:mari[sz]e)?(?: it)?(?: up)?|recap)|in summary),? (?:we|I)(?:'ve| have)? (?:just )?(?:investigated|looked|discussed|talked|spoken?|gone|went|covered|presented|explored|seen|heard|studied|examined)\b", re.I
)
"""How somebody leads up to what is otherwise now."""
_PLAINLY = re.compile(
    r"^(?:and )?(?:(?:unfortunately|sadly)\b[\s,]*+(?!(?:I|yeah|yes|again|anyways?|okay|um|uh)\b)|(?:but|however)\b[\s,]*+(?!(?:that|this|it)(?:'s| is| was)\b|(?:I|yeah|yes|again|also|anyways?|let|okay|um|uh|you|as|if)\b))",
    re.I,
)
"""How somebody says that it is otherwise, and names what."""
_BUT = re.compile(r"\b(?:but|however|yet|until|whereas|although|though)\b", re.I)
_SO = re.compile(r"^\W*(?:and )?(?:so|therefore|thus|hence|consequently)\b[\s,]*(?:(?:again|then|in other words|basically|essentially|actually|really|clearly|effectively|overall|for (?:me|us)|I (?:do )?(?:think|guess|believe|suppose)(?: that)?|we think(?: that)?|it(?:'s| is) (?:clear|obvious) that)\b[\s,]*)*", re.I)
_CONCLUDES = re.compile(r"(?:it (?:all |really |just )?depends\b|if (?:an?|the|you|we|they|this|that|your|our)\b|there(?:'s| is| are) (?:no \w|(?:an? |still |always |also )*(?:\w+ )?(?:risks?|challenges?|problems?|dangers?|needs?|gaps?|concerns?)\b)|(?:that|this|these|those)(?: [\w-]+){0,2}(?:'s| is| are| was| were| means?| makes?| gives?| shows?| has| have| can| could| will| would| does| did)\b)", re.I)
_ONLY_ENDS = re.compile(
    r"(?:that|this|it|these|those|there)(?:'s| is| was| are| were| would be| will be)? (?:it|all|about it|just|basically|sort of|kind of|the (?:\w+ )?(?:background|idea|plan|question|summary|update|agenda|overview|status|gist|slide|proposal|picture|story|context|end|history|first|second|third|last|next|one|part|thing|link|only|other|same|rest|what)|where|what|one|my|our|an? (?:\w+ )?(?:quick|brief|short|example|question|bit|summary|way)|how|why|me|also|something|for|in|on|at)\b", re.I
)
"""How somebody only closes, or points at what comes next."""
_OF_THE_MEETING = re.compile(r"\b(?:presentations?|slides?|agenda|topics?|discussions?|next up|this (?:call|meeting|session|talk)|come back to|wrap up|move on|conclusions?)\b", re.I)
_HENCE = re.compile(r"^\W*(?:and )?(?:therefore|thus|hence|consequently|as a consequence)\b", re.I)
_SUMS_UP = re.compile(r"^\W*(?:(?:and|so|but|now|well|just)\b[\s,]*)*(?:to (?:sum(?:mari[sz]e)?(?: it)?(?: up)?|conclude|wrap up|recap)|in (?:summary|short|conclusion|brief)|(?:the )?(?:summary|upshot|conclusion|bottom line) (?:is|was))\b", re.I)
_WHAT_FOLLOWS = re.compile(r"^\W*which (?:means?|meant|is (?:why|how|what|where)|makes?|made|was|has|had|led|leads?|gives?|gave|would|will|in turn)\b", re.I)
_TO_THE_POINT = re.compile(r"^\W*(?:and )?(?:so|but|overall|all in all|therefore|that(?:'s| is| was) why|in (?:short|the end|summary))\b[\s,]*", re.I)
_IF_SO = re.compile(r"^\W*(?:(?:and|so|but|then)\b[\s,]*)*(?:if|when|unless|once|as soon as) (?:you|we|they|I|somebody|someone|people|that|it|he|she) [^.?!]{0,60}\b(?:them|they|it|him|her|those|that|he|she)\b", re.I)
_TIMES = frozenset("year month week day hour minute second time thing".split())
FAR = 2
"""Words of its matter that a conclusion has in common with a sentence which it is drawn from, if it does not say "that"."""
FEW = 2
"""Numbers up to this are said of anything."""
STEM = 8
"""Letters by which two of these are the same: "overload", "overloading"."""


def turns_plainly(text: str) -> bool:
    """Tell whether a sentence says that what was told before it is otherwise, and how."""
    return _PLAINLY.match(straight(text)) is not None


def is_verdict(text: str) -> bool:
    """Tell whether a sentence says what became of all that was told before it, or that it was no good: "that was turned down"."""
    return _VERDICT.match(straight(text)) is not None


def tells_of_old(text: str) -> bool:
    """Tell whether a sentence says how something was, or was tried, and not how it is now."""
    plain = straight(text)
    return _OLD.search(plain) is not None and not tells_of_new(plain)


def tells_of_new(text: str) -> bool:
    """Tell whether a sentence says how something is now, or what was done instead."""
    return _NEW.search(straight(text)) is not None


def is_set_up(text: str) -> bool:
    """Tell whether words lead up to what is otherwise now, and do not say it."""
    plain = straight(text)
    return _SET_UP.search(plain) is not None and not (_BUT.search(plain) or any(map(tells_of_new, sentences_in(plain))))


def loses_its_point(text: str, short: str) -> bool:
    """Tell whether a ``text`` that was cut ``short`` lacks what turns it round."""
    left_out = [one for one in sentences_in(text) if one not in short]
    kept = short.removesuffix(" …")
    if kept != short and text.startswith(kept) and denies(sentences_in(text[len(kept) :])[0]) and not denies(sentences_in(kept)[-1]):
        return True  # "all were signed, and when we looked, nothing had changed"
    return is_set_up(short) and not is_set_up(text) or any(map(is_verdict, left_out))


def what_follows(text: str) -> bool:
    """Tell whether a sentence only goes on from the one before it, with what follows from that: "which means"."""
    return _WHAT_FOLLOWS.match(straight(text)) is not None


def sums_up(text: str) -> bool:
    """Tell whether a sentence says that the sum of it all comes now, or is part of that."""
    return _SUMS_UP.match(straight(text)) is not None


def concludes(unit: Unit, matter: frozenset[str], counts: bool) -> bool:
    """Tell whether a sentence draws a conclusion: "so" and "that ...", or "so" and what was the ``matter`` before, or "so" where it ``counts``
    something."""
    plain = straight(unit.text)
    so = _SO.match(plain)
    if so is None or _ONLY_ENDS.match(plain, so.end()) or _OF_THE_MEETING.search(plain):
        return False
    return counts or _HENCE.match(plain) is not None or _CONCLUDES.match(plain, so.end()) is not None or draws_on(unit, matter)


def goes_on_to_its_point(text: str) -> bool:
    """Tell whether a sentence says by its first word that a thought is not at its end, and does not only close: "so", "but", "overall"."""
    plain = straight(text)
    found = _TO_THE_POINT.match(plain)
    return found is not None and not (_ONLY_ENDS.match(plain, found.end()) or _OF_THE_MEETING.search(plain))


def draws_on(unit: Unit, matter: frozenset[str]) -> bool:
    """Tell whether a sentence begins with "so" and speaks of the ``matter`` of one before."""
    same = {lemma[:STEM] for lemma in matter} & {lemma[:STEM] for lemma in unit.lemmas}
    return _SO.match(straight(unit.text)) is not None and len(same) >= FAR


def counts_alike(unit: Unit, before: Unit) -> bool:
    """Tell whether two sentences have amounts of the same things, which are no times, to set side by side: "34 points", "40 points"."""
    mine, others = ({(amount.value, amount.of) for amount in amounts(one) if amount.value > FEW and amount.of and amount.of not in _TIMES} for one in (unit, before))
    return any(of == other and value != number for value, of in mine for number, other in others)


def goes_for_them(unit: Unit) -> bool:
    """Tell whether a sentence says what happens with those who were just told of: "if you ask them for ..."."""
    return _IF_SO.match(straight(unit.text)) is not None
