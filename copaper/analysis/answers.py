"""Which sentences of a reply answer a question best: not the run-up to it, and no question back.

Whoever replies often thanks first, says that the question is a good one, or tells what they know of
it already. What answers is likely to take up rare words of the question or of what was said around
it, to have the form that was asked for (a time, a number, a reason, a way), to be clear alone, and
to come early. To a question that yes or no can answer, that word belongs beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from copaper.analysis.boundaries import hands_over
from copaper.analysis.clarity import clarity, faults
from copaper.analysis.confirming import is_tag, put_to_confirm
from copaper.analysis.direct import admits, declines, doubts, goes_on_from_elsewhere, is_hard_to_say, leans_on_before, names_who, says_how_far
from copaper.analysis.outright import BY_WHEN
from copaper.analysis.ranker import rarity
from copaper.analysis.statements import hangs, is_courtesy, is_whole
from copaper.analysis.units import Unit, same_place
from copaper.textclean import ends_as_question, is_cut, is_housekeeping, straight

MOST = 60
"""Words that are quoted of a reply."""
SHORT = 20
"""Words of a passage below which the sentence after it is quoted too."""
SENTENCES = 3
"""Sentences of one passage."""
LEAST = 5
"""Words of a sentence that answers without a yes or no."""
TELLS = 20
"""Words of a sentence from which it tells something, even if "before we" or "continue to" is in it."""
SAYS_MORE = 8
"""Words of a sentence that begins with yes or no from which it may answer by itself."""
DENIED = 0.25
"""Share of a question's words that a sentence says again which denies what was asked."""
FIRST = 3
"""Sentences of a reply among which the direct answer stands."""
NEAR = 2
"""Sentences before and after a question, of the same breath, that tell what it is on."""

_NEARBY, _FORM, _EARLY, _CLEAR = 0.4, 0.15, 0.55, 0.3
"""What counts beside the share of the question's words that a sentence takes up: the share of the words around the
question, the form that was asked for, coming first in the reply, and being clear alone."""
_AT_A_LOSS = 0.2
"""What counts for it too: who says that they do not know speaks of what was asked."""
_RUNS_UP, _BROKEN, _ANOTHER_TURN = 0.3, 0.15, 0.3
"""What counts against it: a run-up or the question again, a piece of a sentence, and standing in the speaker's next
turn without :data:`SHARED` words of the question."""
SHARED = 2
"""Words of a question that its answer takes up at least: one alone comes back by chance."""
NEW = 0.3
"""Share of an answer's words that are not the question's: who only repeats a question answers nothing."""
_LATER = 0.75
"""What is left of the early place with each sentence."""
_MORE, _MUCH_MORE = 0.1, 0.25
"""By how much another sentence must be better than one that answers directly, if this says something itself, and if it is short."""
_STEM, _ALIKE = 4, 0.4
"""Letters with which two words begin alike at least, and share of the longer one: "guideline" and "guidance" are half alike."""

YES_OR_NO = re.compile(
    r"\W*(?:(?:well|so|okay|ok|um+|uh+|oh|thanks?(?: you)?)\W+)*(?:yes|yeah|yep|no(?=\W*$|\s*[.,;:!?–—-]|(?: no)* (?:I|we|you|it|they|he|she|there|that|not|because|but|and)\b)|nope|not really|not yet|exactly|correct|absolutely|definitely|indeed|(?:of course|it does|it is|they do|they are|we do|we don't|we did)(?=\W*$|[.!;])|of course (?:it|they|we|he|she|you|I|there) (?:do|does|did|is|are|can|will|would)(?=\W*$|[.,!;])|"
    r"that(?:'s| is) (?:right|correct|true)|you(?:'re| are) (?:quite |absolutely )?(?:right|correct)|it (?:probably |really )?depends)\b(?! (?:problem|worries))",
    re.I,
)
_NO_NOT = re.compile(r"\W*(?:(?:well|oh)\W+)?no\s*,(?:\W+\w+){0,6}?\W+(?:not\b|\w+n't\b)", re.I)
"""A no that the sentence goes on to explain."""
_YES_WITHIN = re.compile(r"(?:Mr\.|Ms\.|Dr\.|[^.!?;]){1,90},\s*(?:yes|no)\s*[,.;:–—]", re.I)
"""A yes or no after a run-up: "when it comes to the crates, yes, ..."."""
ON_WHICH = re.compile(r"^\W*(?:(?:and|so|okay|ok)\W+)*(?:on|to|for|as for|regarding) (?:the|your) (?P<which>first|second|third|last|other|next)(?: (?:one|question|part|point)\b\W+|\s*[,:–—]\s*)", re.I)
"""How somebody says which of several questions an answer is to."""
SPOKEN_TO = re.compile(r"^\W*?@\s?\w[\w.]{0,40}(?:\s*[:,–—-])?\s+")
"""How a message begins that says whom it is to."""
_ABOUT = r" (?:it yet|yet|that(?=\W*$|[,.;])|if|whether|when|why|who|where|which|exactly|what (?:the|is|it|that|will|to)|how (?:many|long|often|to|the|it|this|that|they|we (?:can|will|could|should)))\b"
"""What somebody says that they do not know, rather than "each other" or "how good"."""
AT_A_LOSS = re.compile(
    rf"(?<!said )(?<!says )(?<!say )(?<!saying )\b(?:I|we) (?:honestly |really |just |also |still )*(?:don't|do not) (?:honestly |really |yet |actually )*know(?=\W*$|[,.;!–—]|{_ABOUT})|\bcan(?:'t|not) (?:answer|say|speak) (?:that|to that|for)\b|\b(?:wouldn't|would not) (?:like|want) to say\b|\bnot (?:yet )?in a position to (?:give|say|tell|answer)\b|\b(?:can't|cannot|couldn't) tell you (?:that|off the top)|\bno idea\b|"
    rf"\bnobody knows(?=\W*$|[,.;!–—]|{_ABOUT})|\b(?:don't|do not) (?:really |yet )?have (?:the|an|any) answers?\b|\b(?:is|are|remains) (?:still |yet )?(?:an open question|to be (?:seen|decided|determined))\b|\b(?:we|I) (?:haven't|have not) (?:yet |really |actually )?(?:decided|figured|worked (?:that|it) out)|"
    r"\b(?:don't|do not|haven't got) have (?:(?:those|these|the|that|any|exact|specific) (?:\w+ ){0,2}(?:numbers?|figures?|data|details?|information|statistics)|that|it)(?: \w+){0,2} (?:before me|with (?:me|us)|in front of (?:me|us)|to hand|at hand|on me|right now|today|at the moment)\b|"
    r"\b(?:I|we)(?:'ll| will| can| would have to|'d have to| have to) (?:\w+ )?(?:get|come) back to you\b|\b(?:I|we)(?:'d| would)? have to (?:think about|look into|check|find out)(?: (?:it|that|this))?(?=\W*$|[.,;])|\b(?:need|have|want) to go away and (?:get|look|check|find|think|ask)\b",
    re.I,
)
_GUESSES = re.compile(r"\b(?:but|maybe|perhaps|probably|might|I (?:guess|think|suppose|would say)|(?:know|sure) (?:if|whether))\b", re.I)
_NEXT = re.compile(r"\b(?:(?:the |our )?(?:next|last|final|first|second|third) (?:set of )?(?:questions?|speakers?) (?:is|are|will|comes?|goes)|questions? (?:now )?from|back to you|over to (?:you|him|her|them|our|(?-i:[A-Z]\w*)))\b", re.I)
RUN_UP = re.compile(
    r"\W*(?:(?:and|so|but|well|okay|ok|yes|yeah|no|um+|uh+|oh|right|sure|look|firstly|first of all|of course|obviously|clearly|(?:mr|madam|madame)\.? ?(?:chair\w*|speaker))\W+)*"
    r"(?:(?:I|we)(?:'m| am| are|'re)? (?:also |just |do |certainly |fully |completely |totally |really |very |quite |absolutely )*(?:understand|know (?:that|there|it|how)|appreciate|recogni[sz]e|share (?:your|the|his|her|that)|think (?:all of us|we all) (?:share|know|agree|understand)|glad|pleased|happy|sorry|aware|grateful|agree)\b|"
    r"I(?:'d| would|'ll| will|'m going to)? (?:just |also |really |first )*(?:like|want|try|start|begin|need|wanted|take)(?: to)? (?:just |also |first )*(?:say|start|begin|thank|be clear|answer|respond|reply|add|go|this one|that one|that|it)\b|"
    r"(?:I|we)(?:'ll| maybe| perhaps| just)* ?(?:(?:can|could|might|may|will) )?(?:(?:maybe|perhaps|just|also|quickly|briefly|partly) )*(?:answer|respond to|reply to|speak to|comment on|take|say something|say a (?:bit|few)) (?:that|this|it|on|about|to|words|more|your|the)\b|"
    r"(?:that(?:'s| is)|it(?:'s| is)|this is|what) an? (?:\w+ ){0,2}(?:question|point|one)\b|(?:good|great|excellent|fair|interesting) (?:question|point)|as (?:I|you|we) (?:\w+ )?(?:said|say|know|mentioned)|"
    r"(?:I (?:think|suppose|guess) )?(?:that )?the first (?:thing|point) (?:(?:I|we)(?:'d| would| want to| should| have to)? (?:say|make|note)|(?:that |which )?(?:is )?to (?:say|remember|note|make|bear))\b|(?:I|we) have (?:the (?:utmost|greatest)|every|great) (?:respect|sympathy|admiration)\b|(?:I|we) (?:can |want to |would like to |wish to )?(?:re)?assure\b|let me\b|(?:just )?to (?:be (?:very |absolutely )?clear|clarify)\b|in other words\b|can I (?:just )?(?:say|begin|start|recogni[sz]e|thank|be)|(?:I (?:do |also )*(?:(?:want|would like|wish|have) to |must |'d like to )?(?:first )?)?thank(?:s| you)?\b|you(?:'re| are) (?:quite |absolutely )?(?:right|correct))",
    re.I,
)
"""How somebody begins who has not come to the answer yet."""

_GOES_ON = re.compile(r"\W*(?:and|but|so|because|however|that (?:is|means|includes|way)|this (?:is|means|includes|way)|it (?:is|also|means|includes)|they (?:have also|also|are|have)|for (?:example|instance)|in that case|which means)\b", re.I)
"""How a sentence begins that goes on from the one before it."""
_BREAKS_OFF = re.compile(r"(?:[,–—-]|\.\.\.|…|\b(?:and|but|or|so|because|the|an?|of|to|that|which))\s*$|(?:[,–—-]|\.\.\.|…)\W*$", re.I)
_DEADLINE = re.compile(rf"(?=(?:by|before)\b){BY_WHEN}", re.I)
"""Until when something can be done: it belongs to what can be."""
_CLINGS = re.compile(r"\W*(?:and|or|but)\W+(?:also\W+)?to [a-z]", re.I)
"""How the rest of a sentence begins that somebody else broke in upon: "and also to work with them"."""
_STANCE = re.compile(
    r"\W*(?:(?:well|so|um+|uh+|oh|okay|ok)\W+)*(?:(?:I|we)(?:'m|'re|'ve|'d|'ll| (?:(?:really|certainly|also|just|still|actually|personally|do) )?(?:think|believe|don't|do not|haven't|have not|have|would|wouldn't|will|won't|can|can't|cannot|could|couldn't|did|didn't|are|am|were))\b|"
    r"(?:it|that|they|there)(?:'s|'re| is| are| was| were| would| will| does| do| has| depends| varies)\b|(?:not|none|neither|both|nothing|nobody)\b)",
    re.I,
)
"""How a sentence begins that is on what was asked without a word of it: "I think that has to be settled"."""
_THAT_IS_WHY = re.compile(r"\W*(?:(?:and|so|but|again)\W+)*(?:that|this|which)(?:'s| is) (?:exactly |precisely |also )?why\b", re.I)
"""How a sentence begins whose reason stands before it."""
_EXAMPLE_OF = re.compile(r"\W*(?:[\w']+\W+){0,6}?(?:for (?:instance|example)|e\.g\.)", re.I)
"""How a sentence begins that gives an example of what was said before it."""
_ASKS_IN_THE_END = re.compile(r"\b(is|are|was|were|do|does|did|has|have|can|could|will|would|should)(?:n't| not)? (it|that|they|there)(?: not)?\W*\?\W*$", re.I)
"""How a statement ends that asks: "that is in the plan, isn't it?"."""
_THANKS = re.compile(r"\W*(?:thanks|thank you)\b", re.I)
_ONLY_SO = re.compile(rf"(?:{YES_OR_NO.pattern})\s*[.!]", re.I)
"""A yes or no that is a sentence by itself, whatever follows."""

_OPENS, _CLOSES = re.compile(r"(?:^|\s)['‘](?=\w)[^'’]*$"), re.compile(r"[^'‘’]{1,60}(?<=\w)['’](?=\W)")
"""A quotation that was opened in one sentence and is closed in the next."""
_SUGGESTIONS = (
    re.compile(r"\bwhat\b[^?.]{0,40}\b(?:recommendations?|findings|conclusions?|recommend(?:ed)?|suggest(?:ed)?|concluded?)\b|\bwhat (?:was|is|were|are) in (?:it|them|there|the \w+)\b|\bwhat (?:did|does) (?:it|they|he|she|the \w+) say\b", re.I),
    re.compile(r"\b(?:recommend(?:s|ed)?|suggest(?:s|ed|ions?)?|conclude[sd]?|found (?:that|the|no|out)|call(?:s|ed) (?:for|on)|propose[sd]?)\b", re.I),
)
"""What asks for what a report came to, and what tells it."""
_FORMS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"\bhow (?:much(?! of an?\b)|many|often|long|large|big|far|old|high)\b|\bwhat (?:share|percentage|number|proportion)\b", re.I),
     re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|half|quarter|third|percent|per cent|most|few|none|all of|every|once|twice)\b", re.I)),
    (re.compile(r"\bwhen\b|\bwhat (?:time|date|day|month|year)\b|\bby what date\b", re.I),
     re.compile(r"\b(?:\d{4}|\d{1,2}(?:st|nd|rd|th)|january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|soon|days?|weeks?|months?|years?|date|until|imminent|when|once|after|as soon as|not yet)\b", re.I)),
    (re.compile(r"\bwhy\b|\bhow come\b|\bwhat(?:'s| is| was) the (?:reason|rationale|motivation)\b", re.I),
     re.compile(r"\b(?:because|'cause|cuz|since|so that|in order to|due to|reasons?|otherwise|the point is|purpose)\b", re.I)),
    (re.compile(r"\bhow (?:do|does|did|can|could|would|will|should|are|is|have|has|exactly|to)\b", re.I),
     re.compile(r"\b(?:by \w+ing|by (?:the|a|an)|through|using|via|with (?:the|a|an|our)|if (?:you|we|they|there)|we (?:have|use|do|take|make|ask|give|put|go|can)|you (?:have|use|do|take|make|ask|give|put|go|can|just))\b", re.I)),
    _SUGGESTIONS,
)  # fmt: skip
"""What shows which form of answer a question asks for, and what such an answer has."""
_ASKED_TO_TELL = frozenset("tell explain give say share outline describe comment elaborate clarify talk speak remind expand analyse analyze discuss show".split())
"""Verbs of "could you ...", to which "yes" is no answer."""
_AUXILIARIES = frozenset(("aux", "auxpass"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))
_WHICH = frozenset(("WP", "WP$", "WRB", "WDT"))
_NO_QUESTION = frozenset(("relcl", "acl", "advcl"))


@dataclass(frozen=True)
class Asked:
    """What a question asks for: its own ``words`` and those ``around`` it in the same breath, each with how rare
    it is, what an answer of the ``form`` that is asked for has, whether ``yes_or_no`` answers it, and what says yes as
    an ``echo``: "it is" to "is it"."""

    question: Unit
    words: Mapping[str, float]
    around: Mapping[str, float]
    form: re.Pattern[str] | None
    yes_or_no: bool
    echo: str
    another: str = ""
    """What says yes to another question that is put behind it: "it is" to "isn't it"."""

    @property
    def total(self) -> float:
        return sum(self.words.values()) or 1.0


def asked_at(units: Sequence[Unit], at: int) -> Asked:
    """Return what the question ``units[at]`` asks for."""
    question = units[at]
    begin = put_to_confirm(units, at)
    if begin is not None:  # "is that correct?" asks for what the statement before it says
        return Asked(question, {lemma: rarity(lemma) for unit in units[begin:at] for lemma in unit.lemmas}, {}, None, True, "")
    words = {lemma: rarity(lemma) for lemma in question.lemmas}
    beside = [unit for unit in units[max(0, at - NEAR) : at + NEAR + 1] if same_place(unit, question) and unit is not question]
    around = {lemma: rarity(lemma) for unit in beside for lemma in unit.lemmas if lemma not in words}
    form = form_asked(question.text)
    after = [unit for unit in units[at + 1 : at + 1 + NEAR] if same_place(unit, question) and asks(unit) and not is_tag(unit.text)]  # else "yes" is to these
    tagged = at + 1 < len(units) and same_place(units[at + 1], question) and is_tag(units[at + 1].text)
    yes_or_no = (tagged or is_yes_or_no(question)) and all(is_yes_or_no(unit) and not words.keys().isdisjoint(unit.lemmas) for unit in after)
    own = _echo(question)
    behind = next((echo for unit in reversed(after) if (echo := _echo_of_tag(unit)) and words.keys().isdisjoint(unit.lemmas)), "")
    return Asked(question, words, around, form, yes_or_no, own, behind if behind != own else "")


def _echo_of_tag(unit: Unit) -> str:
    """Return what says yes to a statement that ends in "isn't it?"."""
    found = _ASKS_IN_THE_END.search(straight(unit.text))
    return "" if found is None else f"{'it' if found[2].casefold() == 'that' else found[2].casefold()} {found[1].casefold()}"


def asks_what_was_suggested(asked: Asked) -> bool:
    """Tell whether a question asks what a report came to: what tells that has hardly any of the question's words."""
    return asked.form is _SUGGESTIONS[1]


def form_asked(question: str) -> re.Pattern[str] | None:
    """Return what shows that a reply has the form that a question asks for, or None where it asks for none of these."""
    return next((answer for asks_for, answer in _FORMS if asks_for.search(question)), None)


def passages(units: Sequence[Unit], said: Sequence[int], asked: Asked) -> tuple[tuple[int, int], ...]:
    """Return what of a reply answers best, as the first and the last of units that stand together, in their order.

    ``said`` are the places in ``units`` of the reply's sentences, in order, of one turn or two. What is quoted begins with the first that
    says something, as that mostly answers. Nothing is returned where all of it asks back, thanks or leads on.
    """
    said = [i for i in said if not (cut := yes_to_another(units[i], asked)) or len(units[i].text[cut:].split()) >= LEAST]
    if len(said) > 1 and _is_bare(units[said[0]]) and _THANKS.match(units[said[1]].text) and same_place(units[said[0]], units[said[1]]):
        said = said[1:]  # "Of course. Thanks, chair." is to whoever gives the floor
    direct = next((i for i in said[:FIRST] if same_place(units[i], units[said[0]]) and _is_decisive(units[i], asked)), None)
    direct = next((i for i in said[:FIRST] if _says_something(units[i], asked)), None) if direct is None else direct
    able = [i for i in said if can_answer(units[i]) and _CLINGS.match(units[i].text) is None or i == direct]
    able = [i for i in able if i == direct or _BREAKS_OFF.search(units[i].text) is None] or able
    grown = {i: with_neighbours(units, i, said, asked, short=i == direct and units[i].words < SAYS_MORE) for i in able}
    able = [i for i in able if _may_begin(units, grown[i][0])]
    scores = {i: _score(units, grown[i], place, said, asked) for place, i in enumerate(able)}
    if not scores:
        return ()
    best = max(scores, key=lambda i: (round(scores[i], 9), -i))
    if (told := _told_by_example(units, best, said)) in scores:
        best = told
    only_first = direct is not None and not _is_decisive(units[direct], asked)
    if only_first and not same_place(units[direct], units[best]):
        return (grown[best],)  # what begins a turn that does not answer says nothing of what is said in the next
    if direct is not None and best < direct and runs_up(units[best]):
        return (grown[direct],)
    if direct in (None, best) or grown[best][0] <= direct <= grown[best][1]:
        return (grown[best],)
    if best < direct and sum(units[i].words for i in range(grown[best][0], direct + 1)) <= MOST:
        return ((grown[best][0], direct),) if said.index(direct) == said.index(grown[best][1]) + 1 else (grown[best],)
    if best < direct:
        return (grown[best],)
    next_to_it = same_place(units[direct], units[best]) and all(_is_bare(units[i]) for i in said[said.index(direct) + 1 : said.index(grown[best][0])])
    if next_to_it and sum(units[i].words for i in range(direct, grown[best][1] + 1)) <= MOST:
        return ((direct, grown[best][1]),)
    too_short = only_first and sum(units[i].words for i in range(grown[direct][0], grown[direct][1] + 1)) < SHORT
    if not (next_to_it or too_short) and scores[direct] + (_MORE if units[direct].words >= SAYS_MORE else _MUCH_MORE) >= scores[best]:
        return (grown[direct],)
    return (direct, direct), grown[best]


def _is_decisive(unit: Unit, asked: Asked) -> bool:
    """Tell whether a sentence near the beginning of a reply is the answer, whatever is said behind it."""
    return is_direct(unit, asked) or _is_short_loss(unit) or can_answer(unit) and admits(straight(unit.text))


def _may_begin(units: Sequence[Unit], first: int) -> bool:
    """Tell whether what is quoted of a reply may begin with a sentence: with none that leans on the one before it, but for how a turn begins
    that contradicts whoever asked."""
    text = straight(units[first].text)
    return not goes_on_from_elsewhere(text) and (not leans_on_before(text) or first == 0 or not same_place(units[first - 1], units[first]))


def yes_to_another(unit: Unit, asked: Asked) -> int:
    """Return how many characters at the beginning of a sentence say yes or no to another question that was put behind the one that is meant."""
    text = straight(unit.text)
    found = YES_OR_NO.match(text) if asked.another else None
    to_it = found and re.compile(rf"\W*{asked.another}\b(?:\W+and\b)?\W*", re.I).match(text, found.end())
    return to_it.end() if to_it else 0


def _told_by_example(units: Sequence[Unit], i: int, said: Sequence[int]) -> int:
    """Return the place of what a sentence gives an example of: without that nobody can tell what it shows."""
    place = said.index(i)
    before = said[place - 1] if place and _EXAMPLE_OF.match(straight(units[i].text)) else i
    return before if same_place(units[before], units[i]) and before == i - 1 and not runs_up(units[before]) and not is_broken(units[before]) else i


def with_neighbours(units: Sequence[Unit], i: int, said: Sequence[int], asked: Asked, *, short: bool = False) -> tuple[int, int]:
    """Return the first and last of ``said`` to quote for a sentence: with the one before it if it hangs on
    that, and with those after it, :data:`SENTENCES` in all, while it is short, or they go on from it or take up what is left
    of the question; all of one turn or message and of :data:`MOST` words at most. What follows a ``short`` answer
    explains it, even if it runs up to that."""
    place = said.index(i)
    first, words = i, units[i].words
    leans = leans_on_before(straight(units[i].text))
    if place and same_place(before := units[said[place - 1]], units[i]) and (leans or before.words + words <= MOST):
        title = _OPENS.search(before.text) and _CLOSES.match(units[i].text)  # a title with a full stop in it
        torn = before.text.rstrip().endswith(".") and units[i].text[:1].islower()  # at "my hon." or "approx."
        if title or torn or leans or (hangs(units[i]) and can_answer(before) and not (is_broken(before) or _CLINGS.match(before.text)) and not RUN_UP.match(straight(before.text))):
            first, words = said[place - 1], words + before.words
    last, taken = i, {lemma for unit in units[first : i + 1] for lemma in unit.lemmas}
    for other in said[place + 1 : place + SENTENCES]:
        unit = units[other]
        if other == last + 1 and same_place(unit, units[i]) and _is_bare(unit):
            last = other  # "yes. Yes, ..."
            continue
        if not (same_place(unit, units[i]) and can_answer(unit) and words + unit.words <= MOST) or other - first >= SENTENCES or _BREAKS_OFF.search(unit.text):
            break
        if RUN_UP.match(straight(unit.text)) and not (short and words < SHORT and unit.words >= TELLS // 2):
            break
        if not (words < SHORT or _GOES_ON.match(straight(unit.text)) or _DEADLINE.search(unit.text) or (asked.words.keys() & set(unit.lemmas)) - taken):
            break
        last, words = other, words + unit.words
        taken.update(unit.lemmas)
    return first, last


def _is_bare(unit: Unit) -> bool:
    """Tell whether a sentence says yes or no and nothing else."""
    return unit.words < LEAST and _ONLY_SO.match(straight(unit.text)) is not None


def can_answer(unit: Unit) -> bool:
    """Tell whether a sentence says something: it asks nothing, and does not only thank or lead on."""
    return unit.words >= LEAST and not asks(unit) and not is_procedure(unit)


def says_yes_or_no(unit: Unit, asked: Asked) -> bool:
    """Tell whether a sentence begins with yes or no, or what says as much, and that answers what was asked: one that
    goes on has to take up some of it, as "yes, good morning" and "no problem, I will look" do not."""
    text = ON_WHICH.sub("", SPOKEN_TO.sub("", straight(unit.text)))
    echoes = bool(asked.echo) and text.casefold().startswith(f"{asked.echo} ")
    on_it = unit.words < SAYS_MORE or says_how_far(text) or _NO_NOT.match(text) is not None or _ONLY_SO.match(text) is not None or not asked.words.keys().isdisjoint(unit.lemmas) or not asked.around.keys().isdisjoint(unit.lemmas)
    return asked.yes_or_no and not asks(unit) and on_it and (echoes or YES_OR_NO.match(text) is not None or _YES_WITHIN.match(text) is not None or says_how_far(text))


def _says_something(unit: Unit, asked: Asked) -> bool:
    """Tell whether a sentence is on what was asked, and neither runs up to an answer nor breaks off nor says the question again."""
    text, own = straight(unit.text), frozenset(unit.lemmas)
    says_it = asked.yes_or_no and YES_OR_NO.match(text) is not None or unit.words < TELLS and _STANCE.match(text) is not None
    on_it = says_it or any(alike(word, own) for word in asked.words)
    return on_it and can_answer(unit) and not text[:1].islower() and not (_THAT_IS_WHY.match(text) or _CLINGS.match(text) or RUN_UP.match(text) or _BREAKS_OFF.search(text) or says_again(own, asked.words))


def is_direct(unit: Unit, asked: Asked) -> bool:
    """Tell whether a sentence answers by itself, however short: with yes or no, by saying how far or who, or that it is hard to say."""
    text = SPOKEN_TO.sub("", straight(unit.text))
    return says_yes_or_no(unit, asked) or not asks(unit) and (names_who(text, asked.question.text) or is_hard_to_say(text) or declines(text) or _denies(unit, asked) or asked.yes_or_no and (doubts(text) or _affirms(unit, asked)))


def _affirms(unit: Unit, asked: Asked) -> bool:
    """Tell whether a short sentence says nothing but what was asked: "it would be possible" to "is it possible to ..."."""
    return unit.words < SAYS_MORE and bool(unit.lemmas) and not runs_up(unit) and not {"VERB", "AUX"}.isdisjoint(unit.parts) and asked.words.keys() >= set(unit.lemmas)


def _denies(unit: Unit, asked: Asked) -> bool:
    """Tell whether a sentence says the words of a question again with a "not", as "it is not needed for ..." does."""
    taken = sum(weight for word, weight in asked.words.items() if word in unit.lemmas)
    return taken >= DENIED * asked.total and says_again(frozenset(unit.lemmas), asked.words) and _inverted(asked.question) is not None and any(token.dep_ == "neg" for token in unit.tokens)


def is_at_a_loss(unit: Unit) -> bool:
    """Tell whether somebody says that they do not know."""
    return AT_A_LOSS.search(straight(unit.text)) is not None


def _is_short_loss(unit: Unit) -> bool:
    return unit.words < LEAST and is_at_a_loss(unit)


def leaves_open(unit: Unit) -> bool:
    """Tell whether somebody says that they do not know, and makes no guess."""
    return is_at_a_loss(unit) and _GUESSES.search(straight(unit.text)) is None


def has_form(units: Sequence[Unit], runs: Iterable[tuple[int, int]], asked: Asked) -> bool:
    """Tell whether passages have what an answer of the form that is asked for has: a number, a time, a reason, a way."""
    return asked.form is not None and any(asked.form.search(unit.text) for first, last in runs for unit in units[first : last + 1])


def runs_up(unit: Unit) -> bool:
    """Tell whether somebody has not come to the answer yet."""
    return RUN_UP.match(straight(unit.text)) is not None


def is_broken(unit: Unit) -> bool:
    """Tell whether a sentence is a piece of one, or breaks off."""
    return not is_whole(unit) or is_cut(unit.span.doc.text, unit.start, unit.end) or _BREAKS_OFF.search(unit.text) is not None


def says_again(own: frozenset[str], words: Collection[str]) -> bool:
    """Tell whether what was said, by its lemmas, has hardly any but those of a question."""
    return len(own.difference(words)) < NEW * len(own)


def asks(unit: Unit) -> bool:
    return ends_as_question(unit.text)


def is_procedure(unit: Unit) -> bool:
    """Tell whether a sentence only leads on to the next speaker or question."""
    return is_courtesy(unit) or (hands_over(unit) and unit.words < TELLS) or is_housekeeping(unit.text) or _NEXT.search(unit.text) is not None


def is_built_as_question(unit: Unit) -> bool:
    """Tell whether a word that asks stands before its verb, or a verb before its subject."""
    return _asks_what(unit) is not None or _inverted(unit) is not None


def lemmas_of(units: Sequence[Unit], runs: Iterable[tuple[int, int]]) -> frozenset[str]:
    """Return the lemmas of passages."""
    return frozenset(lemma for first, last in runs for unit in units[first : last + 1] for lemma in unit.lemmas)


def _score(units: Sequence[Unit], run: tuple[int, int], place: int, said: Sequence[int], asked: Asked) -> float:
    unit = units[run[0]]
    first, own = frozenset(unit.lemmas), lemmas_of(units, (run,))

    def both(worth: Callable[[frozenset[str]], float]) -> float:
        return (worth(first) + worth(own)) / 2  # what only the sentences after it say counts half

    around = sum(asked.around.values())
    on_it = len(own & asked.words.keys()) >= SHARED
    found = clarity(faults(unit, asked.question if place == 0 or on_it else None))  # the question is printed beside it
    again = not asked.yes_or_no and says_again(first, asked.words)
    score = 0.0 if again else both(lambda said_: sum(weight * alike(word, said_) for word, weight in asked.words.items())) / asked.total
    score += _NEARBY * both(lambda said_: sum(asked.around[word] for word in sorted(said_ & asked.around.keys()))) / (around or 1.0)
    score += _FORM * has_form(units, (run,), asked) + _AT_A_LOSS * is_at_a_loss(unit)
    score += _EARLY * _LATER**place + _CLEAR * found
    score -= _RUNS_UP * (RUN_UP.match(straight(unit.text)) is not None or again)
    score -= _BROKEN * ((not is_whole(unit)) + is_cut(unit.span.doc.text, unit.start, unit.end) + (_BREAKS_OFF.search(unit.text) is not None))
    return score - _ANOTHER_TURN * (not same_place(unit, units[said[0]]) and not on_it)


def alike(word: str, others: frozenset[str]) -> float:
    """Return 1 if a word is among others, else how much the most alike begins as it does, 0 if not by much."""
    if word in others:
        return 1.0
    best = 0.0
    for other in others:
        alike = next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
        longer = max(len(word), len(other))
        if alike >= _STEM and alike >= _ALIKE * longer:
            best = max(best, alike / longer)
    return best


def is_yes_or_no(unit: Unit) -> bool:
    """Tell whether yes or no answers a question: its verb comes first ("does it pay"), or it is put as a statement.
    Not "could you tell us", and not "do they pay or borrow"."""
    verb, what = _inverted(unit), _asks_what(unit)
    if _offers_two(unit):
        return False
    if verb is None:
        return what is None
    if what is not None and what.i < verb.i:
        return False
    return verb.head.lemma_ not in _ASKED_TO_TELL and verb.lemma_ not in _ASKED_TO_TELL


def _offers_two(unit: Unit) -> bool:
    """Tell whether a question asks which of two things is done: a verb follows "or" that is joined to one before it, or
    that was said before it; where "any" stands yes or no answers all the same."""
    for place, token in enumerate(unit.tokens[:-1]):
        if token.lower_ != "or" or any(other.lower_.startswith("any") for other in unit.tokens):
            continue
        after, before = unit.tokens[place + 1], unit.tokens[:place]
        joined = after.dep_ == "conj" and after.pos_ == "VERB" and after.head.pos_ == "VERB"
        if joined or any(other.pos_ in ("VERB", "AUX") and other.lemma_ == after.lemma_ for other in before):
            return True
    return False


def _echo(unit: Unit) -> str:
    verb = _inverted(unit)
    subject = next((token.lower_ for token in unit.tokens if verb is not None and token.i == verb.i + 1), "")
    return f"{subject} {verb.lower_}" if verb is not None and subject in ("it", "there", "they", "he", "she") else ""


def _inverted(unit: Unit) -> Token | None:
    """Return the first verb of a sentence that stands before its subject: "does" in "does it pay"."""
    for token in unit.tokens:
        if token.dep_ in _SUBJECTS and token.head.pos_ in ("VERB", "AUX"):
            verb = token.head
            leads = [child for child in verb.children if child.dep_ in _AUXILIARIES]
            leads += [verb] if verb.lemma_ == "be" else []
            first = next((lead for lead in leads if lead.i < token.i), None)
            if first is not None and token.lower_ not in ("who", "what", "which", "there's") and (token.lower_ != "that" or token.tag_ == "DT"):
                return first
    return None


def _asks_what(unit: Unit) -> Token | None:
    """Return the first word of a sentence that asks ("what", "how") and stands before its verb; of "they spent how much" none does."""
    for token in unit.tokens:
        if token.tag_ not in _WHICH or token.lower_ == "that":
            continue
        head = token
        while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
            head = head.head
        if head.i > token.i and head.dep_ not in _NO_QUESTION:
            return token
    return None
