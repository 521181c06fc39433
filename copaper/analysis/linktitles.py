"""Which words beside a link are a name of it, and what was asked for where somebody answers with a link alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from copaper.analysis.linknames import URL
from copaper.records import Message
from copaper.textclean import straight

SOON = 120.0
"""Seconds after a question within which a link without a word answers it."""
BACK = 3
"""Messages before the link among which the question is looked for."""
_FEW = 3
"""Words beside a link that say nothing of it, at most: "sure, here"."""

_TO_ADDRESS = re.compile(r"\s*:?\s+\?$|[\s:,–—-]+$")
_OF_IT = re.compile(r"(?<=\w\w) (?:into|to|in|on|for|with|from|of|about) (?:it|them)$", re.I)
"""A last phrase that points at what the message said before: the name is as good without."""
_TALKS = re.compile(
    r"^(?:btw|re|fyi|and|so|but|why|how|what|is|are|this|that|these|see|here|also|yes|no|have|ok|okay|thanks?|sorry|apologies|oops|join|link|issues?|it|it's|there|or)\b|"
    r"\b(?:I|I'm|I've|I'll|you|your|he|she|they|is this|see (?:this|here)|tracked at|this one)\b|\([\w.-]+\.[a-z]{2,}\)$",
    re.I,
)
"""How somebody talks around a link without saying what it is."""
_SAYS_MORE = re.compile(
    r"^(?:seems?|for example|if|only|me too|old|new|same|just|not|as|so|then|when|while|because|since|maybe|also|thanks?|[@\[]\w)\b|[?@]|\b(?:we|us|u|me|they|them|above|below|here|ask(?:ed|ing)?)\b|"
    r"(?<!that )(?<!which )(?<!who )\b(?:is|are|was|were|has|have|had|can|could|should|will|would|may|might|does|did|do|posted|collected|wrote|said|shared|works?|looks?|found)\b|^(?:the|a|this) \w+$",
    re.I,
)
"""How somebody talks on rather than names a thing: then the address tells more."""
_BY_WHOM = re.compile(r"^((?:an?|the|another) (?:[\w/&'’-]+ ){1,4})(?:that|which) (?!(?:we|I|you|they|it|he|she)\b)(?:[\w'’\[\]-]+ ){1,3}?(?:wrote|made|built|drafted|created|prepared|put together|published|collected|posted|shared)\b", re.I)
"""Of whom a thing is that has a name: "a guide that Thandi Nkosi wrote"."""
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*")
_SAYS_WHAT_KIND = frozenset("PR PRS URL URLS FYI PDF FAQ BTW NB PS RE OK AM PM".split())

_NP = r"(?P<what>(?:(?:the|your|our|an?|that|this|my|any) )?(?:[\w'’/&+.-]+ ){0,6}?[\w'’/&+-]+)"
_ENDS = r"(?= (?:again|here|in the chat|somewhere|anywhere|please|online|with (?:us|me|everybody|everyone)|for (?:me|us)|to (?:us|me))\b|\s*[?,;:!]|\.?\s*$)"
_ASKS_FOR = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\bwhere (?:can|could|do|does|would|should|might) (?:I|we|one|you|people|anyone|anybody|somebody|someone) (?:also )?(?:find|see|get|read|download|register for|sign up for|access|book|apply for|buy) {_NP}{_ENDS}",
        rf"\b(?:is|are) {_NP} (?:(?:already|also|still|publicly|now) )?(?:hosted|available|published|online|documented|posted|written (?:up|down)|shared|recorded|public)\b[^.?!]{{0,30}}\?",
        rf"\b(?:do|does|can|could|would|please|may|what(?:'s| is)|is there|any|got)\b[^.?!]{{0,40}}?\b(?:links?|urls?|address) (?:to|for|of) {_NP}{_ENDS}",
        rf"\b(?:can|could|would|will|please|pls)\b[^.?!]{{0,20}}?\b(?:share|post|send|drop|paste|link) (?:us |me )?{_NP}{_ENDS}",
        rf"\bwhere(?:'s| is| are) {_NP}{_ENDS}",
    )
)
"""How somebody asks for what has an address."""
_ASKS_WHEN = re.compile(rf"\bwhen(?:'s| is| are| will) {_NP}(?: be)?{_ENDS}", re.I)
_WHEN = re.compile(r"(?:(?:on|at|every|each|next|this|the) )*(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|tomorrow|tonight)\b|\d", re.I)
"""How words begin that say when something is, and not what."""
_TIME = re.compile(r"(?:at|from) \w+(?: (?:am|pm|o['’]clock))?", re.I)
_COMES = re.compile(r"(?:the )?(?:next|following|upcoming|coming)\b", re.I)
_DETERMINER = re.compile(r"^(?:the|your|our|an?|that|this|my|any) ", re.I)
_POINTING = re.compile(r"\b(?:it|that|this|these|those|them|they|he|she|we|I|you|one|thing|things|somebody|anybody|everybody)\b", re.I)


def offered(title: str) -> str:
    """Return what a resource was offered as, without what led to the address that stood behind it."""
    return _OF_IT.sub("", _TO_ADDRESS.sub("", title))


def named(title: str) -> str:
    """Return what a resource was offered as, if the words beside its link are a name: a tail of
    talk ("I did open a request") or of an address is none, and one word only if it is an abbreviation."""
    name = offered(title)
    words = re.findall(r"[^\W_]+", name)
    told = [word for word in words if len(word) > 1 and word.isalpha()]
    short = _ABBREVIATION.fullmatch(name) is not None and name.upper() not in _SAYS_WHAT_KIND
    if not short and len(told) < 2 or _TALKS.search(straight(name)) or name.startswith("[") or any(map(_is_code, words)):
        return ""
    return name


def talks_on(name: str) -> bool:
    """Tell whether words beside a link talk on rather than name it, so that its address tells more."""
    return _SAYS_MORE.search(_BY_WHOM.sub(r"\1", name)) is not None


def says_when(words: str) -> bool:
    """Tell whether words begin with when something is, and not with what."""
    return _WHEN.match(words) is not None


def is_dated(title: str) -> bool:
    """Tell whether a title is of what comes next, with its date: "next clinic: 4 May, 10:00"."""
    what, _, when = title.rpartition(": ")
    return _COMES.match(what) is not None and says_when(when)


def _when(told: str) -> str:
    """Return of words that begin with a date only the date and the time: what is chatted on belongs to no title."""
    pieces = re.split(r",\s+", re.split(r"[.!?;]\s", told)[0])
    return ", ".join([pieces[0], *takewhile(lambda piece: says_when(piece) or _TIME.fullmatch(piece), pieces[1:])])


def asked_for(messages: Sequence[Message], at: int, told: str) -> tuple[str, Message] | None:
    """Return what somebody else had asked for whom message ``at`` answers with a link and hardly a word, or with a link that
    is ``told`` by a date; and the question."""
    message = messages[at]
    dated = says_when(told)
    if not dated and len(URL.sub(" ", message.text).split()) > _FEW:
        return None
    for question in reversed(messages[max(0, at - BACK) : at] if message.reply_to is None else [m for m in messages if m.index == message.reply_to]):
        if question.participant == message.participant or URL.search(question.text):
            continue
        if message.reply_to is None and message.time - question.time > SOON:
            break
        patterns = (_ASKS_WHEN,) if dated else _ASKS_FOR
        for found in (pattern.search(straight(question.text)) for pattern in patterns):
            what = _DETERMINER.sub("", found["what"]) if found else ""
            if what and named(what) and not _POINTING.search(what):
                return f"{what}: {_when(told)}" if dated else what, question
    return None


def _is_code(word: str) -> bool:
    """Tell whether a word is a piece of an address rather than of a language."""
    return any(c.isdigit() for c in word) and any(c.isalpha() for c in word) and len(word) > 6
