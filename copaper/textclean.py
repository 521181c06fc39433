"""Text that every output can carry: no control, surrogate or invisible direction characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

# What XML forbids, what changes the reading direction unseen, and soft hyphens and the like.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]"
)


def clean(text: str) -> tuple[str, int]:
    """Return ``text`` without characters that no paper can show, and how many there were.

    Idempotent: cleaning twice changes nothing more.
    """
    return _FORBIDDEN.subn("", text)


def ends_as_question(text: str) -> bool:
    """Tell whether a sentence ends with a question mark, within quotation marks or brackets too."""
    return text.rstrip(" \"'”’)").endswith("?")


WRITTEN_SHORT = re.compile(r"\b(?:[Hh]on|[Mm]rs?|Ms|[Dd]r|Prof|Rev|approx|incl|vs|cf|e\.g|i\.e)\.\s*$")
"""What is written short, with a full stop that ends no sentence."""
_LONGEST_SHORT = 12
_END = re.compile(r"(?<![.?!…])(?:[.?!…]*[.?!]|…+(?=[”\"’)]*(?:\s+[A-Z“\"‘]|\s*$)))[”\"’)]*(?=\s|$)")
"""Where a sentence ends; three dots end one only before a capital."""


def sentences_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the sentences between two places of a text begin and end, by the marks that end them; "Ms." ends none."""
    text = text[:end]
    last = len(text.rstrip())
    begins, found = start, list[tuple[int, int]]()
    for match in _END.finditer(text, start):
        if match.end() < last and not WRITTEN_SHORT.search(text, max(begins, match.end() - _LONGEST_SHORT), match.end()):
            found.append((begins, match.end()))
            begins = match.end()
    found.append((begins, last))
    return [(first + len(text[first:stop]) - len(text[first:stop].lstrip()), stop) for first, stop in found if text[first:stop].strip()]


def sentences_in(text: str) -> list[str]:
    """Return the sentences of a text, by the marks that end them."""
    return [text[slice(*place)] for place in sentences_of(text, 0, len(text))] or [""]


def straight(text: str) -> str:
    """Return ``text``, as long as before, with the apostrophe that patterns are written with."""
    return text.replace("’", "'")


_TOLD_THANKS = re.compile(r"\b(?P<who>they|he|she|(?:the )?others|people|everybody|everyone) (?P<how>(?:then|always|just|all|only|never) )?says? (?:thank you|thanks)\b(?! (?:for|to)\b)", re.I)


_A_THANK_YOU = re.compile(r"\ba thank[- ]you\b", re.I)


def without_told_thanks(text: str) -> str:
    """Return ``text`` with "speak" for what somebody says who is told of as thanking, and thanks nobody: "the others say thank you", and with "a gift"
    for what is given as a thank-you."""
    text = _A_THANK_YOU.sub("a gift", text)
    return _TOLD_THANKS.sub(lambda found: f"{found['who']} {found['how'] or ''}speak", text)


_DENIES = re.compile(r"\b(?:no|not|never|none|nobody|nothing|cannot|\w+n't)\b", re.I)


def denies(text: str) -> bool:
    """Tell whether words hold a denial."""
    return _DENIES.search(straight(text)) is not None


LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"'\]]+|\b(?:[a-z0-9-]+\.){1,4}(?:com|org|net|io|me|dev|app|co|za|uk|eu)/[^\s<>\"'\]]+", re.I)


def links_in(text: str) -> list[tuple[int, int]]:
    """Return where the web addresses of a text begin and end, last first, without the punctuation behind them."""
    found = ((match.start(), match.start() + len(match[0].rstrip(".,;:!?)"))) for match in LINK.finditer(text))
    return sorted(found, reverse=True)


def is_cut(text: str, start: int, end: int) -> bool:
    """Tell whether the piece of ``text`` from ``start`` to ``end`` begins or ends within a sentence.

    A sentence that speech recognition began small behind a full stop is none the less whole.
    """
    piece, before, after = text[start:end].strip(), text[:start].rstrip(), text[end:].lstrip()
    begins_inside = before[-1:] not in ("", *".?!…:") and piece[:1].islower()
    ends_inside = after[:1].islower() and (piece[-1:].isalnum() or piece[-1:] == ",")
    return begins_inside or ends_inside


_ADDRESS = re.compile(
    r"\b(?:^just to (?:confirm|clarify|check|be clear)|(?:you(?:'re| are| were)?|you've|you have) (?:just |also )?(?:saying|said|mentioned|told (?:us|me)|touched on|alluded)|you(?:'d| would) (?:have to say|like to (?:say|add|comment))|"
    r"I(?:'d| would) be interested|I (?:just |was just |also |was |am |'m )?wonder(?:ed|ing)?|you must have|(?:as|like) (?:I|you) (?:just |have |'ve )?(?:said|mentioned) (?:before|earlier))\b",
    re.I,
)


def is_address(text: str) -> bool:
    """Tell whether a sentence mostly speaks to somebody about what they said or should say: it
    belongs to the talk and tells a reader nothing."""
    return _ADDRESS.search(straight(text)) is not None


_HOUSEKEEPING = re.compile(
    r"\b(?:(?:this|next|previous|last|following) slide|slide \d+|on[- ]screen|on (?:the|my|your) screen|(?:you can|as you|you'll|you will) see (?:here|that here|on)|as you can see|"
    r"(?:illustrated|highlighted|shown|marked) in (?:pink|blue|red|green|yellow|orange|purple|grey|gray|white|black|bold)|"
    r"(?:in|into|to) the chat|(?:end|top|bottom) of the (?:hour|call|webinar)|(?:almost|nearly) (?:at the end of|out of) (?:our |the )?time|in the interest of time|"
    r"standing orders? (?:\d+|requirements?)|public (?:is|are) excluded from (?:the|this) (?:meeting|item|rest|remainder)|(?:we|let me|I) (?:now |then |will )?(?:move|come|go) (?:on )?to (?:the |our )?(?:\w+ ){0,2}(?:item|agenda)\b|"
    r"spend (?:the rest|most|some) of (?:the|our|this) (?:time|hour|session)|perhaps (?:you |he |she |(?-i:[A-Z])[\w.'’-]+ ){1,3}(?:can|could|would) (?:like to )?(?:(?:give|tell) us|come in|add (?:to|something)|answer (?:that|this)|say (?:more|something))\b|"
    r"^(?:(?:hello|hi|so|and|well|okay|good \w+|everybody|everyone|a (?:very )?warm|you're|you are(?= all))\W+){0,4}welcome (?:to|everybody|everyone|all|back)\b|"
    r"^(?:(?:hello|hi|so|and|well|okay|yes|thank you|thanks)\W+){0,3}good (?:morning|afternoon|evening)\b|(?:I(?:'d| would) |^)love to hear|"
    r"my name(?:'s| is)|I(?:'m| am) an? (?:[\w-]+,? ){0,4}(?:man|woman|person)\b(?=[^.]*\b(?:hair|beard|glasses|wearing|shirt|blouse|dress|jacket|sweater|headphones|background|skin)\b)|I(?:'m| am) wearing|(?:re)?introduce (?:my|our)sel(?:f|ves)|(?:a |my )?(?:quick |short |brief )?re-?introduction|"
    r"I(?:'m| am)(?: also| still| currently| now)* (?:involved (?:in|with)|the founder of|employed (?:by|at))|still also involved|"
    r"(?:he/him|she/her|they/them)|(?:questions? and answers|q ?(?:&|and) ?a) (?:at|session|later)|(?:now |so )?(?:I'd|I would|I) (?:just )?(?:like|want|wanted) to (?:talk|speak|quickly|briefly|jump)|"
    r"jump in here|jump the queue|let's (?:now )?(?:talk|move|go|turn)|let us (?:now )?(?:talk|move|go|turn)|(?:on|in) (?:the|today's|our) agenda(?! 20)|agenda item|item \d+|can you hear|share (?:my|the|your) screen|turn(?:ed|ing)? (?:(?:my|your|the) (?:camera|video)s? o(?:n|ff)|o(?:n|ff) (?:my|your|the) (?:camera|video)s?)|I(?:'m| am| was) (?:not able|unable) to (?:pull up|share|hear|unmute|log (?:in|on))|get back to you|hand (?:it )?(?:back |over )+to|"
    r"(?:the |this )?(?:call|meeting|webinar|session) (?:is|was|will be) (?:being )?recorded|register (?:now|here)|stay tuned|see you|"
    r"(?:re)?start(?:ed|ing)? (?:the |our )?recording|stop(?:ped|ping)? (?:the |our )?recording|"
    r"(?:you're|you are|who is|who's|is|are) (?:up )?next (?:in|on|with|up)|you're up|(?:add|put) (?:yourself|yourselves) (?:to|on|in) the (?:queue|list)|(?:on|to|in) the (?:speaker )?queue|"
    r"(?:can|could|would|will) (?:you |we |somebody |someone )?(?:maybe |please |just |perhaps )*(?:(?:pull|bring) up (?:the|that|this|your|my) (?:\w+ )?(?:slides?|screen|page|links?|documents?|charts?|spreadsheet)|scroll (?:up|down|back|a))\b|I(?:'ve| have)? (?:just |already )?(?:posted|pasted|dropped) (?:it|that|this|them|the link) (?:there|here|in(?:to)? the (?:chat|notes|document))\b|(?:trouble|problems?) hearing|hear (?:me|you|us)|(?:un)?mute(?:d)? (?:yourself|myself|you|me|your|my)|on mute|mic(?:rophone)? check|audio(?:'s| is) working|(?:your|my) (?:microphone|mic|camera|connection)|raise your hands?|"
    r"(?<!every )(?<!each )(?:(?:next|this) week|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?:is|we have|we're having|we are having|there's|there is) (?:the|a|an|our) (?:\w+ ){0,2}(?:call|meeting|webinar|session|workshop|event|holiday|deadline)\b|"
    r"announcements? (?:and|or) (?:reminders?|introductions?)|questions? through the chair|(?:take|has|have|yield) the floor|the floor is|(?:minutes?|seconds?) (?:left|remaining)|"
    r"(?:we're|we are|I'm|I am|we'll|I'll|let me|want to|like to) (?:going to |now )*(?:move on|come on|turn|ask (?:about|you)|hand over)\b|moving on (?:now )?to|papers? to note|(?:take|have) (?:a|our) (?:short |quick |tea |comfort )?break|please,? (?:try to )?(?:slow down|speak (?:more |a bit |a little )?slow(?:ly|er))|(?:please|try to) consider (?:the|our) (?:translators|interpreters)|some of you (?:(?:just|naturally|all|simply) )*(?:speak|talk) (?:very |too |so |rather )+(?:quickly|fast)\b|(?:adjust|put on|wear|unplug) your (?:headsets?|earpieces?)|if (?:we|i) (?:skip|jump|move|go) (?:to|on|over|ahead))\b",
    re.I,
)


_FORGOTTEN = re.compile(r"\bI(?:'m| am) (?:blanking|drawing a blank)\b|\bI (?:forget|forgot)\b(?! to\b)|\bI (?:don't|do not|can't|cannot) (?:\w+ly |quite )?(?:remember|recall)\b(?! (?:ever|any|a single)\b)", re.I)


def has_forgotten(text: str) -> bool:
    """Tell whether somebody says that something has slipped their mind: others will know."""
    return _FORGOTTEN.search(straight(text)) is not None


@lru_cache(maxsize=4096)  # several steps ask the same of each sentence of a session
def is_housekeeping(text: str) -> bool:
    """Tell whether a sentence is about the meeting, or points at what was on the screen: it
    tells nothing to a reader who was not there."""
    return _HOUSEKEEPING.search(straight(text)) is not None


_SHOWN = re.compile(
    r"\b(?:slides?(?! (?:in|down|into|off|to|back|away|past|between)\b)|(?:on|to) the (?:left|right)(?: side| hand side|-hand side)?(?=\W*(?:$|[,.;]|we|you|there|is|are|the))|(?:left|right)(?:-| )?hand side|(?:left|right) side|check ?marks?,? (?:bullet|point|here)|(?:first|second|third|next|last) (?:check ?mark|bullet(?: point)?)|bullet points?|"
    r"you(?: can|'ll| will| could)?(?: also| all| now)? (?:see|notice|noticed|saw) (?:here|there|that there|there's|there is|on|how|the \w+ (?:here|on))|as you(?: can| all| may| might)?(?: have)? (?:see|seen|noticed?|saw)\b|"
    r"if you(?:'ve| have)? (?:notice|noticed|look|looked) (?:at|here|there|that|\w+ (?:does|do|has|is))|(?:because|but|so|and|if you|please|now),? remember,? (?:we|that|the|it|you|how|this)|^remember\b(?! to\b)|on here|"
    r"what we(?:'re| are) (?:looking at|seeing|showing)|we(?:'re| are) (?:looking at|seeing) (?:here|on)|(?:what )?we saw on the|(?:shown|listed|displayed|pictured|visible) (?:here|above|below|on))\b",
    re.I,
)


def points_at_what_was_shown(text: str) -> bool:
    """Tell whether a sentence points at a slide or a screen, or at what hearers were shown before."""
    return _SHOWN.search(straight(text)) is not None


def around_links(text: str, words: Callable[[str], str], link: Callable[[str], str]) -> str:
    """Return ``text`` with its web addresses treated by ``link``, and all else by ``words``."""
    parts, at = [], 0
    for start, end in reversed(links_in(text)):
        parts += [words(text[at:start]), link(text[start:end])]
        at = end
    return "".join((*parts, words(text[at:])))
