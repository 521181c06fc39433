"""What people settle without saying that it is decided: "so we try it, July to December", and the others go along.

Few who lead a community speak as minutes are written. They say what it comes to, or what is done now, some say that they can live with it, and
all go on. That is told as what seems settled, in the words of who said so, and never as decided: whoever was there confirms it. At least two
others go along, one where all are asked; nobody objects, asks for time or takes it back behind; and the matter was spoken of before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from copaper.analysis.boundaries import hands_over
from copaper.analysis.settling import FILLED
from copaper.analysis.statements import is_courtesy
from copaper.analysis.units import Unit, same_place
from copaper.textclean import ends_as_question, is_housekeeping, straight

BEFORE, BEHIND = 60.0, 60.0
"""Seconds before and behind such words within which others go along, or object."""
PROPOSED, SPOKEN_OF = 150.0, 240.0
"""Seconds before them within which it was said how, and within which others spoke of the matter."""
FEWEST, FEWEST_ASKED, MOST, ADDS = 6, 4, 110, 50
"""Words of what is told of it, where all are asked too, and of what is added to it in the same breath, at most."""
ANSWERS_ITSELF = 8
"""Words of a question that answers itself, at least: "and we look again, when, end of January?"."""
BRIEF, LEADS_ON = 7, 4
"""Words of "ten, then", at most, and of a sentence that says what it comes to, at least."""
SHORT = 18
"""Words of a sentence of somebody who goes along, at most."""
THINGS, MATTER = 2, 3
"""Things that what is settled names, and content lemmas and numbers of what says it by itself, at least."""
SHARED = 3
"""Lemmas and numbers that what is changed shares with what it is changed to, at least."""
ASKED, ALONE = 1, 2
"""Others who go along, at least, where all are asked and where they are not."""
EARLY = 0.05
"""Share of a session at its beginning in which only the meeting itself is settled."""
REACH = 40
"""Sentences around that are looked at."""
ASKED_AT_END, MEANWHILE = 3, 4
"""Sentences with which a turn ends, among which it asks something, and messages that others write meanwhile, at most."""

_SO = r"^\W*+(?:(?:okay|ok|so|and|right|well|good|now|then|um|uh|all right|alright|great|lovely|there|ja|yes|no|mooi|sharp|perfect|fine|beautiful|goed|thank you|thanks|(?!(?:We|I|Let|Everybody|Everyone|Shall|Why|What|How|Can|From|All)\b)(?-i:[A-Z])\w+)\b[\s,.!–—-]*+){0,6}+"
_LEADS = r"(?:so|then|okay|ok|right|good|all right|alright|and so|well then|in that case|sharp)"
_DOES = r"(?:try|test|pilot|start|begin|run|go (?:with|for|ahead)|do|use|keep|drop|leave|stick (?:with|to)|write|send|ask|take (?:it|that|this|them) (?:to|from|out)|make it|put (?:it|that|this|them)|have (?:it|one|two|three)|meet|share|pay|give|call it|say|open|close|move|limit|cap|set|tell|bring|help|check|count|draft|print|buy|teach|phone|visit|cut|wait|report|sign|stop|add|link|join|invite|scrap|rotate|plant|split)"
_HOW = re.compile(rf"\b(?:that|this)(?:'s| is)(?: then| now)? (?:how|what|the way) (?:we|it|the (?:members|community|group)|everybody|everyone|all of us)(?:'ll| will| are going to|'re going to| can)?(?: (?:then|now|here|all|\w+ here))* (?:{_DOES}|goes)\b|\b(?:that|this)(?:'s| is) (?:then )?how (?:we(?:'ll| will)?|the members(?: here)?) (?:do|try|run) it\b", re.I)
"""How somebody closes a matter by pointing at it."""
_WE = re.compile(rf"(?=\W*{_LEADS}\b){_SO}(?:from (?:[\w-]+ ){{1,4}})?(?:we|everybody|everyone|all of us)(?:'ll| will|'re going to| are going to| all| both)* (?!(?:have|had|were|was|are|can|could|should|need|want|say (?:thank|good))\b){_DOES}\b", re.I)
"""How somebody says what is done now: "so we try it"."""
_WHY_NOT = re.compile(rf"{_SO}(?:why don't we|shall we|let's|let us|what if we|can we|how about we)(?: (?:just|then|all|rather|simply|maybe|now))* {_DOES}\b", re.I)
"""The same as a call, to which others say yes."""
_HEARD = re.compile(
    rf"{_SO}(?:then )?(?:let me (?:just |then )*(?:hear|see|check|test|say)(?: back)? (?:if|whether|what) I(?:'ve| have)? (?:got|heard|understood|hear)|what I(?:'m| am|'ve| have)? (?:hear|heard|hearing|got|getting)\b(?! from (?:my|the|our) )|(?:have|do) I (?:got|get|have|understand) (?:it|this|that|you)(?: right)?|tell me if I(?:'ve| have| am|'m)? (?:got|wrong))", re.I
)
"""How somebody says that they tell what all have come to."""
_ASKS_ALL = re.compile(
    r"\b(?:any ?(?:body|one)|some ?(?:body|one)|who|is there (?:any|some)(?:body|one))(?:'s| is| are)?(?: here| else| who)*(?:'s| is)? (?:going to |gonna )?(?:unhappy|not happy|against|(?:can't|cannot) [^?]{1,30}|lies? awake|lose sleep|scream\w*|cross|object\w*|disagree\w*|opposed|not okay|not ok|uncomfortable|see(?:s|ing)? a problem|ha(?:s|ve|ving) a problem|hate(?:s)?|going to fight|got a problem|feels? (?:strongly|differently))\b(?: (?:about|with|to|over) (?:it|that|this|them|the \w+))?(?: at all| here| now| please)?\?\W*$|"
    r"\b(?:any(?:body|one)|who) (?:who )?(?:sees|wants) it (?:otherwise|differently)\b[^?]{0,20}\?\W*$|\bdoes (?:any(?:body|one)|some(?:body|one)) mind\b[^?]{0,20}\?\W*$|"
    r"\b(?:can|could|will|would) (?:everybody|everyone|we all|you all|all of (?:you|us)|people) (?:live with|sleep|do|agree|accept|try)\b[^?]{0,40}\?\W*$|\b(?:everybody|everyone|all|you all|we all) (?:okay|ok|fine|happy|good|in|with me|agreed)\b[^?]{0,30}\?\W*$|\bis (?:that|it|this) (?:all right|alright|okay|ok|fine|good) (?:with|for|by)\b[^?]{0,60}\?\W*$|"
    r"\bnobody(?:'s| has)?(?: got)? (?:a problem|any problem|minds?|objects?|against)\b[^?]{0,20}\?\W*$|\bany(?:body|one) (?:who is )?(?:not able|unable)\b[^?]{0,20}\?\W*$|\b(?:can|could) you (?:live|sleep)(?: with (?:it|that|this))?\?\W*$|\bdoes that (?:work|make sense|sound (?:right|fair|okay|ok))\b[^?]{0,30}\?\W*$|\bany (?:objections?|screams|tears|complaints)\b[^?]{0,30}\?\W*$",
    re.I,
)
"""How all are asked whether it holds."""
_AGAINST = re.compile(r"\b(?:unhappy|not (?:happy|okay|ok)|against|can't|cannot|awake|sleep|scream|cross|object|disagree|opposed|uncomfortable|problem|hate|fight|strongly|differently|otherwise|mind|not able|unable|objections?|screams|tears|complaints)", re.I)
"""What somebody is who is asked for, where a no says that nobody is."""
_NO = re.compile(r"^\W*(?:(?:um|uh|well|ah)\W+)*(?:no|none|nobody|nope|nee|not (?:me|us|at all|here|from (?:me|us)))\b(?!.*\b(?:but|way|agree|no no|hear|sound|see)\b)", re.I)
_I_AM = re.compile(r"^\W*(?:(?:um|uh|well|chair|sorry)\W+)*(?:I am|I do|I have|me\W*$|yes\b|all of us\b)|^(?:\W*[\w'’-]+){1,4} (?:is|are|am|do|does|can't|cannot)\W*$", re.I)
"""How somebody says that they are who was asked for."""
_THEN = re.compile(r"^\W*+(?:(?:okay|ok|so|right|good|ja|yes|and)\b\W*+)*+(?P<what>(?:[\w'-]+ ){0,4}?[\w'-]+)(?:,? then|,? it is|,? then it is)\W*$", re.I)
"""How somebody closes a matter with what it came to: "ten, then"."""
_QUANTITY = re.compile(r"\b(?:\d[\d., ]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|half|quarter|january|february|(?-i:March)|april|(?-i:May)|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|easter|christmas)(?:\b|(?=-))", re.I)
_ONLY_DAY = re.compile(rf"^\W*(?:(?:on|by|from|the|of|and|until|till|{_QUANTITY.pattern}|\w+th|first|second|third|th|rd|st|nd)\W*)+$", re.I)
"""A sentence that only repeats a day or a number."""
_ANY = frozenset("thing bit lot time day week month year end middle beginning rest number way one person people everybody start half moment kind sort something morning".split())
"""Nouns that name nothing."""
_NUMBER = re.compile(rf"{_QUANTITY.pattern}|\w+(?:th|teen|ty)|\w+[- ](?:first|second|third|\w+th)|first|second|third", re.I)
_SMALL = frozenset("one two three hundred thousand half".split())
"""Numbers that two sentences share by chance."""
_LED = re.compile(r"^\W*+(?:(?:okay|ok|lovely|right|good|sharp|beautiful|great|ja|yes|all right|alright|perfect|mooi|well)\b[\s,.!–—-]*+)*+(?:so|then|and so|okay|right|sharp|in that case)\b[\s,]*+(?! ?(?:I|what|how|why|who|where|when|which|is|are|do|does|did|can|could|would|will|have|has|you|they|he|she|it was|there|thank|let me|if)\b)", re.I)
"""How somebody begins who says what it comes to: "okay, so"."""
_DOES_SO = re.compile(rf"\b(?:so|then),? {_DOES}\b|\b(?:instead of|in (?:the )?place of)\b", re.I)
_APPROVES = re.compile(r"^\W*+(?:(?:okay|ok|ja|yes|so|well)\b\W*+)*+(?:I (?:like|love) (?:that|it|this)|beautiful|lovely|good|great|perfect|sharp|let's do that|that's (?:it|good|nice|clever))\W*$", re.I)
"""How somebody takes up what another proposed, before they say what of it is done."""
_GIVES = re.compile(r"\b(?-i:[A-Z])[\w'’-]+ (?:writes|drafts|sends|takes|does|brings|makes|collects|asks|checks|signs|keeps|runs|tests) \w+.*,? (?:and )?(?:I|we|(?-i:[A-Z])[\w'’-]+)(?:'ll| will)? (?:sign|write|send|take|do|bring|check|draft|make|help|ask|signs|writes|sends|takes|does|brings|checks|makes|helps|asks)\b", re.I)
"""How somebody hands out what is to be done."""
_FITS = r"(?:fine|good|okay|ok|all right|alright|reasonable|fair|enough|better|perfect|right|doable|lekker|great|common sense)"
_GOES_ALONG = re.compile(
    r"^\W*+(?:(?:and|so|well|um|uh|oh|okay|ok|ja|yes|yeah|no(?! (?:problem|objections?|argument))|then(?! it's)|chair|chairperson|also|sharp(?=\W+\w)|not unhappy|yes please|from (?:me|us|my side|our side)|for (?:me|us))\b[\s,.!–—-]*+)*+(?:"
    rf"(?:I|we)(?:'m| am|'re| are) (?:\w+ )?(?:in|fine|happy|okay|ok|good|for it|on board|with (?:you|that|it))\b|count (?:me|us) in\b|(?:the \w+|I|we)(?: (?:can|could|would|will)|'ll|'d)(?:,? (?:I|we)(?:'d|'ll))?(?: also| definitely| happily)? (?:do|live with|sleep|try|manage|support|accept|welcome|work with|go with) ?(?:it|that|this|the \w+|with (?:it|that|this)|one|two|three|four|five|six|ten|better)?\b|"
    rf"(?:[\w'’-]+ ){{0,4}}?[\w’-]+(?:'s|’s| is| are|'d be| would be)(?: all| quite| also| much)? {_FITS}\b(?! (?:question|point|morning|afternoon|luck|news|idea to|for (?!me\b|us\b|my\b|our\b)|to (?!me\b|us\b)|at\b|in\b|of\b|that\b))|(?:much )?better\W*$|{_FITS} (?:for|with|by) (?:me|us)\b|{_FITS} (?:here|our side|from (?:me|us|our side|my side|this side))\b|common sense\b|"
    r"(?:[\w’'-]+ ){0,3}?(?:works|suits|makes sense|sounds (?:good|fine|right|fair|reasonable|lovely)|would (?:suit|work|land well|help))\b|(?:[\w-]+ ){1,3}(?:I|we) can do\b|I (?:think|believe) (?:that|it|this)(?:'d| would) (?:work|land well|be (?:fine|good|fair))\b|"
    r"(?:sharp|deal|agreed|supported|hundred per ?cent|a hundred per ?cent|siyavuma|fine|reg so|kwaai)\W*$|go\W*$|(?:I'd (?:have )?(?:like|prefer|want)(?:ed|red)? \w+ but )?let's (?:do|try|go for) (?:it|that|this)\b|yes,? let's\W*$|go for it\b|go ahead\W*$|do it\W*$|good (?:plan|idea)\b|fair enough\b|"
    r"I (?:like|love|support|second|agree with) (?:it|that|this|the \w+)\b|I(?:'ve| have) (?:got )?(?:no (?:problem|objection)|nothing to add)\b|no (?:problem|objections?)\b|happy (?:with|to)\b|(?:[\w-]+,? ){0,2}(?:okay|ok),? I won't fight\b|I(?:'d| would| will|'ll| can) sleep(?: better)?\b|no argument from\b|I can live\W*$|(?:you can )?put (?:us|me) down\b|take (?:it|that|(?-i:[A-Z])\w+)\W*$|then it's (?!not\b)|[👍👌✅]|\+1\b|plus one\b)",
    re.I,
)
"""How people go along in passing."""
_YES = re.compile(r"^\W*(?:(?:okay|ok|ja|yes|yeah|sure|right|good|great|lovely|perfect|lekker|absolutely|definitely|exactly|yebo|ewe|done|mm+|cool|noted)\b\W*)+$", re.I)
"""A yes that may be to anything: it counts where all were asked last."""
_OBJECTS = re.compile(
    r"\bI(?: would| do|'d)? (?:object|disagree|oppose)\b|\b(?:I'm|I am|we're|we are) (?:still |also |totally )?(?:against|opposed|not (?:so |that |really |very |quite )?(?:happy|comfortable|convinced|okay|sure))\b|\b(?:I|we) (?:can't|cannot|won't|don't|do not) (?:agree|support|accept|live with|want (?:it|that|this))\b|\babsolutely not\b|\bno way\b|\bcount me out\b|"
    r"\b(?:have|got) a problem with\b|\bvotes? against\b|\b(?:far|way|much) too\b|\btoo (?:much|high|low|late|early|soon|expensive|risky)\b|\b(?:can|could|should) we (?:\w+ )?(?:wait|look at)\b|\bI take (?:it|that) back\b|\bnot what we (?:said|agreed|decided)\b|\bI(?:'d| would) (?:rather|prefer)\b|\bsleep over it\b|\bno mandate\b|"
    r"\b(?:can't|cannot)\W*$|\b(?:cannot|can't) (?:pay|afford)\b|\bnever (?:asked|consulted)\b|\bover our heads\b|\bwalk out\b|\bis (?:nothing|robbery|a lot)\b|\bpoint of order\b|\bquorum\b|\bconstitution says\b|\brefuses?\b|\b(?:asivumi|angivumi|andivumi|asifuni|angifuni|stem nie saam|g[ha]a? ke dumele|ha ke dumele|ga re dumele)\b|"
    r"\b(?:ask|consult|go back to|hear from) (?:my|our) (?:\w+ )?(?:committee|members|board|people|council)\b|\bplease not me\b|\botherwise nobody\b|\bleft behind\b|\bwhat about (?:the|our|those)\b[^?]*\?\W*$|\b(?:haven't|have not) heard of\b|\bI hear you\b|\bwill keep (?:the|our)\b|\bbefore (?:that|we (?:do|fix|decide))\b",
    re.I,
)
_NO_FIRST = re.compile(r"^\W*(?:(?:chair\w*|sorry|um|uh|well|eish|hayi|ai|but|no)\W+)*(?:no\b(?!,? (?:objections?|problem|worries|man\W*$|then\b|thanks|thank|that(?:'s| is) (?:right|fine|good|okay|ok|all right)|it(?:'s| is) (?:fine|good|okay|ok|right)|I can't argue|I(?:'m| am) (?:fine|happy|okay)))|nee\b|hhayi\b|aowa\b|tjhe\b|never\b|wait\b|hold on\b|not (?:for|from|yet|so)\b|over my\b)", re.I)
"""How somebody begins who objects."""
_STRONGLY = re.compile(r"\bI(?: would| do|'d)? (?:object|disagree|oppose)\b|\b(?:I'm|I am|we're|we are) (?:still |also |totally |strongly )?(?:against|opposed)\b|\brefuses?\b|\brobbery\b", re.I)
"""How somebody objects so that only their own yes ends it."""
_NO_WRITTEN = re.compile(r"^\W*(?:no (?:please|thanks|way)|no\b[,.!]|nee\b|never\b|not (?:for|from) (?:me|us))|\bI(?: would| do)? (?:object|disagree|oppose)\b|\bagainst\b|\bnot (?:so |really |very )?happy\b", re.I)
"""The same in the chat, where people speak of much else."""
_TAKES_BACK = re.compile(r"\b(?:on second thoughts?|I'm joking|just joking|I'm kidding|let me first|not yet\b.*\bask|we must (?:first )?ask|before we (?:touch|do|fix)|nothing (?:is|has been) decided|general meeting|park (?:it|that|this)|come back to (?:it|this|that)|not (?:allowed|mine|ours) to decide|must decide|cancel that)\b|^\W*(?:no|actually),? wait\b|^\W*(?:but |no,? )?nothing is\b", re.I)
"""How whoever said it takes it back."""
_WITHHOLDS = re.compile(r"\?\W*$|\b(?:but|however|unless|until|never|not (?:sure|yet|happy|fine|okay|convinced)|don't|won't|can't|cannot|wouldn't|isn't|rather|instead|disagree|worried|careful)\b", re.I)
_AFTER_BUT = re.compile(r"^.*\bbut (?=let's\b|I can live\b)|\bI won't fight\b|\bcan't argue\b", re.I)
"""What goes before a yes that somebody brings themselves to."""
_RESERVED = re.compile(r"\b(?:I can(?:'t| not)|not (?:my|our)|no way|over my|against)\b", re.I)
_OPTION = re.compile(r"\b(?:one|another|the other|an) option\b", re.I)
_YOU_DO = re.compile(rf"{_SO}you (?!two\b|three\b|four\b|all\b)", re.I)
"""How somebody teaches how a thing is done."""
_I_ALONE = re.compile(rf"{_SO}I\b", re.I)
_NONE = re.compile(
    r"\b(?:break|lunch|tea|coffee|minutes?|mute|microphones?|chat|slides?|screen|hands?|breakout|record(?:ing)?|next (?:item|topic|speaker|question|one)|agenda|(?:any|your|more|other|take|hear|first|last) questions?|questions? (?:now|first|from|please)|intro\w*|floor|hear from|start with (?:you\b|the (?:first|agenda|minutes)|(?-i:[A-Z]))|move on|welcome|close (?:the|this) (?:meeting|session)|wrap|poll|vote|the link|photo|group photo|time check|move to|go to|over to|same link|o'clock|next (?:session|time|meeting|webinar)|"
    r"housekeeping|speak up|one at a time|groups of|write down the answers|tells us)\b|\b(?:said|says|told|used to|last (?:year|month|week|time)|in (?:19|20)\d\d|for example|suppose|imagine|in my (?:dream|ideal)|in this scenario|on my (?:farm|side)|if (?:I|we|you) (?:had|were)|every (?:day|week|month|morning|friday|monday)|either|or (?:do|rather|shall)|unanswered|give me (?:till|until)|fight again|agree to (?:disagree|differ)|their own (?:boss|way|thing|stomach)|(?:one|other|another) option|pray|god|(?:proposal|plan|rule) (?:from|of) the)\b|\bnobody ever\b|,? hey\W*$", re.I
)
"""What is on the meeting itself, told of elsewhere, done all the time, or left to choose."""
_PROPOSES = re.compile(r"\b(?:I(?:'d| would) (?:say|suggest|propose|like|want|go for|prefer)|I (?:want|would like|propose|suggest) to (?:say|propose|suggest)|I (?:suggest|propose|want to say)|if we (?:say|said|do|did|try|take)|what (?:if|about)|how about|could (?:we|be)|we could|maybe (?:we|it)|let's say|why (?:don't|not)|can we (?:say|do|try)|must (?:be|have|come)|should (?:be|have|come)|(?:so|then) (?:put|make|add|use|take|keep|drop) (?:it|that|this|them))\b", re.I)
_PLAINLY = re.compile(r"\bI(?:'d| would)? (?:suggest|propose)\b", re.I)
"""How somebody proposes in so many words."""
_I_WILL = re.compile(rf"{_SO}(?:I|we)(?:'ll| will)\b", re.I)
"""How a promise begins."""
_WRONG = re.compile(r"\b(?:I was wrong|forget (?:the|what I said)|scrap (?:the|that))\b", re.I)
"""How whoever leads takes back what they had said, before they say what it is."""
_GOES_ON = re.compile(r"^\W*(?:(?:and|so)\W+)*(?:okay|ok|cool|great|good|alright|all right|right|from there|anyway|next|fantastic)\b", re.I)
"""How whoever said it goes on to something else."""
_IS_SORRY = re.compile(r"\bI(?:'m| am) (?:\w+ )?sorry\b", re.I)
_CALLS_ON = re.compile(r"^\W*(?:[A-Z][\w'’-]+,|(?:you're|you are)\b|[A-Z][\w'’-]+(?:'s got| they| you)\b)")
"""How whoever said it turns to one of them."""
_CHANGES = re.compile(r"\b(?:scrap|forget|cross out|in (?:the )?place of|instead of|not)(?: the| that| a)? (?P<what>(?!(?:that|this|it|one|them|a|an|in|on|for|only|yet)\b)[\w-]{4,})", re.I)
"""How somebody says that what was settled before is changed."""


class GoneAlong(NamedTuple):
    """Where units ``first`` to ``last`` say what seems settled; what was ``proposed``, or settled at first, before (its first and last unit), or who
    went ``along`` behind, if that is told beside it."""

    first: int
    last: int
    proposed: tuple[int, int] | None
    along: int | None


def gone_along(units: Sequence[Unit], leading: Collection[str]) -> list[GoneAlong]:
    """Return in time what those ``leading`` say to be done, where others go along and nobody objects."""
    found: list[GoneAlong] = []
    for at, unit in enumerate(units):
        if at < EARLY * len(units) or found and at <= found[-1].last or unit.where != "turn" or unit.words > MOST or unit.participant not in leading:
            continue
        turn = [i for i in range(max(0, at - 12), min(len(units), at + 14)) if same_place(units[i], unit)]
        text = FILLED.sub("", straight(unit.text))
        told, asks = _heard(units, turn, at, text), True
        if told is None:
            told = _said(units, turn, at, text)
            asks = any(_ASKS_ALL.search(straight(units[i].text)) for i in turn if i >= at) or _asked_before(units, at)
        if told is None or found and told[1] <= found[-1].last or any(_NONE.search(straight(units[i].text)) for i in range(told[0], told[1] + 1)):
            continue
        first, last = told
        if last + 1 in turn and _OPTION.search(straight(units[last + 1].text)):
            continue
        along = _along(units, first, max(last, turn[-1]) if asks else last, asks)
        if along is None or len({units[i].participant for i in along}) < (ASKED if asks else ALONE) or not asks and not _spoken_of(units, first, last, along):
            continue
        points = _HOW.search(text) is not None or _THEN.match(text) is not None or _leans(units[first]) or not _says(units, first, last)
        before = found[-1] if points and found and found[-1].proposed is None and unit.time - units[found[-1].last].time <= PROPOSED else None
        again = found[-1] if before is None and found and unit.time - units[found[-1].last].time <= BEFORE and (_named(units, first, last) - _SMALL) & _named(units, found[-1].first, found[-1].last) else None
        changed = None if before or again else next((one for one in reversed(found) if _changes(units, one, first, last)), None)
        proposed = (before.first, before.last) if points and before else (changed.first, changed.last) if changed else _proposed(units, first, last, _THEN.match(text) is not None, _HOW.search(text) is None and _leans(units[first])) if points else None
        if not _is_told(units, range(first, last + 1)) and (proposed is None or not _is_told(units, (*range(proposed[0], proposed[1] + 1), *range(first, last + 1)))):
            asked = next((i for i in turn if i == last + 1 and ends_as_question(units[i].text) and not re.search(r"\byou\b", units[i].text, re.I) and _is_told(units, range(first, i + 1))), None)
            proposed = _matter_before(units, first, last, leading) if asked is None else proposed
            last = asked or last
            if proposed is None and asked is None:
                continue
        if found and same_place(units[found[-1].last], unit):
            first, proposed = min(first, found[-1].first), found[-1].proposed or proposed
            found.pop()
        elif before is not None or again is not None:
            proposed = proposed or found[-1].proposed
            found.pop()
        elif changed is not None:
            found.remove(changed)
        behind = next((i for i in along if i > last and units[i].where == "turn" and units[i].words > 1 and not _NO.match(units[i].text) and not _I_WILL.match(straight(units[i].text))), None)
        found.append(GoneAlong(first, last, proposed, behind if proposed is None else None))
    return found


def _changes(units: Sequence[Unit], one: GoneAlong, first: int, last: int) -> bool:
    """Tell whether units say that what seemed settled before is otherwise."""
    found = _CHANGES.search(" ".join(units[i].text for i in range(first, last + 1)))
    if found is None or same_place(units[one.last], units[first]):
        return False
    earlier = " ".join(units[i].text for i in (*range(one.first, one.last + 1), *(range(one.proposed[0], one.proposed[1] + 1) if one.proposed else ()))).casefold()
    return re.search(rf"\b{re.escape(found['what'].casefold())}", earlier) is not None or len((_named(units, first, last) - _SMALL) & _named(units, one.first, one.last)) >= SHARED


def _asked_before(units: Sequence[Unit], at: int) -> bool:
    """Tell whether the same person asked all soon before whether it holds, and comes back to it only now."""
    near = takewhile(lambda i: units[at].time - units[i].time <= BEFORE, range(at - 1, -1, -1))
    return any(units[i].participant == units[at].participant and _ASKS_ALL.search(straight(units[i].text)) for i in near)


def _heard(units: Sequence[Unit], turn: Sequence[int], at: int, text: str) -> tuple[int, int] | None:
    """Return what somebody says that all have come to, if a sentence begins to: up to where they ask whether it is so."""
    if not _HEARD.match(text):
        return None
    said = [i for i in turn if i > at or i == at and units[at].words > FEWEST + BRIEF]
    said = list(takewhile(lambda i: not ends_as_question(units[i].text) and not is_courtesy(units[i]), said))
    return (said[0], said[-1]) if said and FEWEST <= sum(units[i].words for i in said) <= MOST else None


def _said(units: Sequence[Unit], turn: Sequence[int], at: int, text: str) -> tuple[int, int] | None:
    """Return what whoever leads says is done, if a sentence says so, with what they add in the same breath."""
    if _ASKS_ALL.search(text) is not None:
        return _put(units, turn, at, text)
    asked = ends_as_question(text)
    calls = _WHY_NOT.match(text) is not None
    brief = units[at].words <= BRIEF and (found := _THEN.match(text)) is not None and _QUANTITY.search(found["what"]) is not None
    comes_to = not asked and units[at].words >= LEADS_ON - 2 * (_is_fragment(units, turn, at)) and (_LED.match(text) is not None or _is_fragment(units, turn, at)) and _counts(units, turn, at) and not _tells_of_old(units[at])
    takes_up = _APPROVES.match(text) is not None and at + 1 in turn and _QUANTITY.search(units[at + 1].text) is not None and not ends_as_question(units[at + 1].text) and not _tells_of_old(units[at + 1])
    corrects = _WRONG.search(text) is not None and at + 1 in turn and _QUANTITY.search(units[at + 1].text) is not None and not ends_as_question(units[at + 1].text)
    if not (_HOW.search(text) or brief or comes_to or takes_up or corrects or not asked and (_WE.match(text) or _GIVES.search(text)) or calls):
        return None
    behind = list(takewhile(lambda i: not ends_as_question(units[i].text) and not is_courtesy(units[i]) and not hands_over(units[i]) and not is_housekeeping(units[i].text), [i for i in turn if i > at]))
    first = at
    if calls:  # what is called for was mostly said right before
        before = list(takewhile(lambda i: not ends_as_question(units[i].text) or _answers_itself(units, i, at + 1), [i for i in reversed(turn) if i < at]))
        first = before[-1] if before and sum(units[i].words for i in before) <= MOST // 2 else at
        while first < at and is_courtesy(units[first]):
            first += 1
    words, last = units[at].words, at
    for i in behind:
        words += units[i].words
        if words - units[at].words > ADDS or _NONE.search(straight(units[i].text)) or _GOES_ON.match(straight(units[i].text)) or _IS_SORRY.search(straight(units[i].text)):
            break
        last = i
    while last > at and (all(token.pos_ in ("PROPN", "PUNCT", "CCONJ") for token in units[last].tokens) or units[last].words <= FEWEST and _CALLS_ON.match(units[last].text) and units[last].tokens[0].pos_ in ("PROPN", "PRON")):
        last -= 1  # who is called upon
    return first, last


def _put(units: Sequence[Unit], turn: Sequence[int], at: int, text: str) -> tuple[int, int] | None:
    """Return what stands before a question that asks all whether it holds, or in it; a question that answers itself goes with it."""
    before = list(takewhile(lambda i: (not ends_as_question(units[i].text) or _answers_itself(units, i, at)) and not is_courtesy(units[i]) and not hands_over(units[i]), [i for i in reversed(turn) if i < at]))
    whole = _QUANTITY.search(text.partition("?")[0]) and units[at].words > FEWEST
    first = before[-1] if before else at if whole else None
    if first is None or _I_ALONE.match(units[first].text) or _YOU_DO.match(straight(units[first].text)) or _tells_of_old(units[first]):
        return None
    last = at if whole and not before else at - 1
    return (first, last) if FEWEST_ASKED <= sum(units[i].words for i in range(first, last + 1)) <= MOST else None


def _answers_itself(units: Sequence[Unit], i: int, before: int) -> bool:
    """Tell whether a question has its number or day in it, and goes on."""
    return units[i].words >= ANSWERS_ITSELF and _QUANTITY.search(units[i].text) is not None and i + 1 < before


def _counts(units: Sequence[Unit], turn: Sequence[int], at: int) -> bool:
    """Tell whether a sentence, or the next one of its turn, has a number or day, or says what is to be done or left."""
    near = [units[i].text for i in (at, at + 1) if i in turn and not ends_as_question(units[i].text)]
    return any(found[0].casefold() not in ("one", "half") for text in near for found in _QUANTITY.finditer(text)) or _DOES_SO.search(straight(units[at].text)) is not None


def _is_fragment(units: Sequence[Unit], turn: Sequence[int], at: int) -> bool:
    """Tell whether a turn begins with a sentence without a verb, which says only what it comes to: "a hundred rand, one time"."""
    begins = turn[0] == at or all(_APPROVES.match(units[i].text) for i in turn if i < at)
    whole = units[at].text.rstrip()[-1:] in ".!" and (len(turn) > 1 or _THEN.match(units[at].text) is not None)
    tells = not _ONLY_DAY.match(units[at].text) or _THEN.match(units[at].text) is not None
    return begins and whole and tells and not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") or token.lower_ in ("'s", "’s", "'re") for token in units[at].tokens[:6]) and units[at].words >= 2


def _tells_of_old(unit: Unit) -> bool:
    """Tell whether a sentence tells what was, or what people have."""
    return any(token.lemma_ == "have" and token.pos_ == "VERB" and token.tag_ in ("VBP", "VBZ") for token in unit.tokens[:BRIEF]) or any(token.tag_ == "VBD" and token.lower_ != token.lemma_ and token.head is token or token.tag_ == "VBD" and token.head == token for token in unit.tokens)


def _along(units: Sequence[Unit], first: int, last: int, asked: bool) -> list[int] | None:
    """Return where others go along before and behind what is said, or None where somebody objects behind, or its speaker takes it back."""
    who, start, end = units[first].participant, units[first].time, units[last].time
    found: list[int] = []
    against = to_all = False  # whether all were asked last who is against it, or whether it holds
    in_favour: set[tuple[str, int]] = set()  # the turns that began by going along
    opposed: set[str] = set()  # who objected strongly before
    for i in range(max(0, first - REACH), min(len(units), last + REACH)):
        unit, text = units[i], FILLED.sub("", straight(units[i].text))
        if ends_as_question(text) and unit.where == "turn" and not all(token.pos_ in ("PROPN", "PUNCT") for token in unit.tokens):
            to_all = unit.participant == who and i >= first and _ASKS_ALL.search(text) is not None
            against = to_all and _AGAINST.search(text) is not None
        if not start - BEFORE <= unit.time <= end + BEHIND or first <= i <= last:
            continue
        if unit.participant == who:
            if i > last and not same_place(unit, units[last]) and ends_as_question(text) and not to_all:
                break  # goes on
            if i > last and not same_place(unit, units[last]) and not ends_as_question(text):
                against = to_all = False
            if i > last and _TAKES_BACK.search(text):
                return None
            continue
        if against and unit.words <= SHORT // 2 and _I_AM.match(text):
            return None
        if against and _NO.match(text):
            found.append(i)
            continue
        begins = i == 0 or not same_place(units[i - 1], unit)
        if i < first and unit.where == "turn" and _STRONGLY.search(text):
            opposed.add(unit.participant)
        asked_by = _asker(units, i) if unit.where == "turn" and begins else None
        if asked_by is not None and asked_by.participant not in (who, unit.participant) and not to_all:
            continue  # it replies to somebody else
        goes = _GOES_ALONG.match(text) is not None
        if i > last and not goes and (unit.where, unit.index) not in in_favour and ((_OBJECTS if unit.where == "turn" else _NO_WRITTEN).search(text) or unit.where == "turn" and begins and _NO_FIRST.match(text)):
            return None
        late = not begins and unit.where == "turn" and i > 1 and same_place(units[i - 2], unit) and not _GOES_ALONG.match(units[i - 1].text)
        if unit.words <= SHORT and not late and (goes or to_all and _YES.match(text)) and not _WITHHOLDS.search(_AFTER_BUT.sub("", text)) and not _RESERVED.search(text):
            found.append(i)
            in_favour.add((unit.where, unit.index))
    return found if opposed <= {units[i].participant for i in found} else None


def _asker(units: Sequence[Unit], at: int) -> Unit | None:
    """Return what was asked in the turn right before, if something was, near its end."""
    before = [unit for unit in units[max(0, at - ASKED_AT_END - MEANWHILE) : at] if unit.where == "turn"]
    own = [unit for unit in before if same_place(unit, before[-1])][-ASKED_AT_END:] if before else []
    return own[-1] if any(ends_as_question(unit.text) for unit in own) else None


def _spoken_of(units: Sequence[Unit], first: int, last: int, along: Sequence[int]) -> bool:
    """Tell whether others spoke of the matter before, or name it where they go along."""
    own = _named(units, first, last)
    near = takewhile(lambda i: units[first].time - units[i].time <= SPOKEN_OF, range(first - 1, -1, -1))
    return any(own & _named(units, i, i) for i in along) or any((own - _SMALL) & _named(units, i, i) for i in near if units[i].participant != units[first].participant)


def _leans(unit: Unit) -> bool:
    """Tell whether a sentence hands out what is to be done with an "it" that it has not named."""
    it = next((n for n, token in enumerate(unit.tokens) if token.lower_ in ("it", "them") and token.dep_ == "dobj"), None)
    return it is not None and not any(token.pos_ == "NOUN" for token in unit.tokens[:it])


def _says(units: Sequence[Unit], first: int, last: int) -> bool:
    """Tell whether units say by themselves what is done."""
    return len(_named(units, first, last)) >= MATTER


def _is_told(units: Sequence[Unit], places: Iterable[int]) -> bool:
    """Tell whether readers can see from units what is settled: they name a thing, numbers and days apart, and say more of it."""
    places = list(places)
    things = {token.lemma_.casefold() for i in places for n, token in enumerate(units[i].tokens) if token.pos_ == "NOUN" and not (n and token.text[:1].isupper()) and token.lemma_.casefold() not in _ANY and not _NUMBER.fullmatch(token.text)}
    said = things | {lemma for i in places for lemma in units[i].lemmas if lemma not in _ANY and not _NUMBER.fullmatch(lemma)}
    return len(things) >= THINGS or bool(things) and len(said) >= MATTER


def _matter_before(units: Sequence[Unit], first: int, last: int, leading: Collection[str]) -> tuple[int, int] | None:
    """Return the last sentence before that shares a number or word with what is settled and shows with it what that is: of who leads, a question, or a proposal."""
    own = _named(units, first, last) - _ANY - _SMALL
    near = takewhile(lambda i: units[first].time - units[i].time <= PROPOSED, range(first - 1, -1, -1))
    puts = (i for i in near if not _NONE.search(straight(units[i].text)) and units[i].where == "turn" and units[i].words >= FEWEST and _GOES_ALONG.match(units[i].text) is None and (units[i].participant in leading or ends_as_question(units[i].text) or _PROPOSES.search(straight(units[i].text))) and not _I_WILL.match(straight(units[i].text)))
    turns = ((i, _with_the_rest(units, i, first)) for i in puts)
    return next(((i, end) for i, end in turns if own & _named(units, i, end) and _is_told(units, (*range(i, end + 1), *range(first, last + 1)))), None)


def _with_the_rest(units: Sequence[Unit], at: int, before: int) -> int:
    """Return with which sentence what is said from ``units[at]`` on ends, of the same turn and not too long."""
    end = at
    for i in range(at + 1, min(before, at + 4)):
        if units[i].where == "message":
            continue
        if not same_place(units[i], units[at]) or ends_as_question(units[i].text) or sum(units[k].words for k in range(at, i + 1)) > MOST // 2:
            break
        end = i
    return end


def _named(units: Sequence[Unit], first: int, last: int) -> set[str]:
    """Return the content lemmas, numbers and days of units."""
    own = units[first : last + 1]
    return {lemma for unit in own for lemma in unit.lemmas} | {base for unit in own for base in unit.bases if base in ("week", "month", "year")} | {found[0].casefold() for unit in own for found in _QUANTITY.finditer(unit.text)}


def _proposed(units: Sequence[Unit], first: int, last: int, counts: bool, plainly_only: bool) -> tuple[int, int] | None:
    """Return what somebody proposed before words that point at it or say the least of it: it shares a number or a word with them, a number where
    these ``counts``, or was proposed in so many words."""
    own = {found[0].casefold() for found in _QUANTITY.finditer(units[first].text)} if counts else _named(units, first, last) - _SMALL
    plainly: tuple[int, int] | None = None
    for i in range(first - 1, -1, -1):
        unit = units[i]
        if units[first].time - unit.time > PROPOSED:
            break
        if unit.where != "turn" or ends_as_question(unit.text) or unit.words < 4 or _GOES_ALONG.match(unit.text) is not None or not _PROPOSES.search(straight(unit.text)):
            continue
        end = _with_the_rest(units, i, first)
        if not plainly_only and own & _named(units, i, end):
            return i, end
        plainly = plainly or ((i, end) if _PLAINLY.search(straight(unit.text)) else None)
    return plainly
