"""How a reply is printed beside its question: without what only leads on to it. Nothing else is changed."""

from __future__ import annotations

import re

from copaper.analysis.answers import ON_WHICH, YES_OR_NO
from copaper.analysis.direct import is_hard_to_say
from copaper.papers.wording import capitalised
from copaper.textclean import straight

_LEADS_ON = re.compile(
    r"\W*(?:thank(?:s| you)(?: very much| so much)?(?:,? (?:mr|madam|madame)\.? ?(?:deputy )?(?:chair\w*|speaker|president)|,? (?:chair\w*|minister))?\s*[.!]\s*|(?:and|so(?! (?:far|few|little|much|many|that)\b)|but(?! for\b)|okay|ok|um+|uh+|oh|obviously|clearly|of course|firstly|first of all)\b(?!\W*[.?!])(?:,\s*|\s+)|(?:well|look)\s*,\s*|(?:mr|madam|madame)\.?\s?(?:chair|speaker)\s?,\s*|"
    r"(?:(?:you are|you're) (?:quite |absolutely )?(?:right|correct) (?:to (?:say|point out)|in saying) that|you(?:'ll| will|'d| would)(?: all)? be aware(?:,[^,]{1,30},)? that|as (?:you(?:'ll| will) (?:all )?(?:be aware|know)|you know|I (?:have )?said(?: (?:earlier|before|already|at the (?:start|beginning)))?)\s*,|"
    r"(?:@\s?[\w.-]{1,40}(?:\s*[:,–—-])?|\[handle withheld\](?:\s*[:,–—-])?|@?\[name withheld\](?:\s*[:–—-]|,(?= (?:we|I|it|you|there|they|in the|yes|no|what)\b)))\s+|I(?:'d| would) (?:just )?(?:like|want) to (?:point out|say|add)(?: again)? that|(?:just )?to be (?:very |absolutely )?clear\s*,)\s*)",
    re.I,
)
"""What a reply begins with that says nothing of the matter."""
_COUNTS = re.compile(r"\W*(?:(?:and|so|well|yes|but|okay|I think)\W+)*(?:there (?:are|were|would be)|I(?:'d| would)? (?:have|make|say)|we have)?(?: (?:probably|maybe|perhaps|really|kind of|just|basically))*\W*(?:two|three|four|a (?:couple|few|number) of|several) (?:\w+ )?(?:dimensions|things|points|parts|aspects|elements|strands|sides|bits|answers|issues|reasons)(?:,? (?:to (?:this|that|it|your question)|on (?:this|that)|about (?:this|that)|really|here|there|I think|to say|I would say|I'd say))*\s*[.:—–]\s+(?=[A-Z])", re.I)
"""How somebody says only how many things they are going to say."""
_ASKS_COUNT = re.compile(r"\bhow (?:many|much)\b", re.I)
_BROKEN_OFF = re.compile(r"[^.?!—–]{1,90}(?:—|–|--)\s*\.\s+(?=[A-Z])")
"""A first sentence that breaks off before the one that is said."""
_FALSE_START = re.compile(r"\W*(?:so |and |well,? )?(?:this|that|the|it|we|I|there|they|you)(?: (?:is|are|was|were|would|could|can|have|had|just|also|think|\w+ly))?\s?(?:—|–|--)\s?(?=(?:the|we|I|it|they|there|you|that) \w)(?![^.?!]{0,400}(?:—|–|--))", re.I)
"""A word or two before the sentence that somebody begins anew: "this—the reason is"."""
_TAKES_IT = re.compile(r"\W*(?:(?:yes|yeah|well|okay|sure|thank you|thanks)\W+)*I(?:'ll| will| can|'m happy to| am happy to) (?:just )?(?:pick (?:(?:that|this|it) (?:one )?up|up on (?:that|this))|take (?:(?:that|this)(?: one)?|the [\w-]+ (?:one|question))|answer (?:that|this)(?: one)?|start(?: with (?:that|this))?)(?: first)?(?:,? if I (?:may|can))?\s*\.\s+", re.I)
"""How somebody says that it is they who will reply."""
_NODS = re.compile(r"\W*(?:yeah|yes|yep|exactly)\s*,\s*", re.I)
_ASKS_WHAT = re.compile(r"\W*(?:(?:and|so|but|then|okay|ok)\W+)*(?:what|why|how|when|where|who|which)\b", re.I)
_SAYS_WHO = re.compile(r"\W*(?:h(?:i|ello)\b[^.?!]{0,30}[,.!] )?(?:it's|this is|I'm|I am|my name is|my name's) \[name withheld\](?:(?:,| from| here| at| with| of| speaking)[^.?!]{0,80})?[.!]\s+", re.I)
"""How somebody says who speaks, before a reply."""
_ASKS_WHO = re.compile(r".*\b(?:who|whom|whose)\b", re.I | re.S)
LEAST = 4
"""Words that stay of a reply from which something is taken."""


def replied(reply: str, question: str) -> str:
    """Return the words of a reply as they are printed beside ``question``; to one that asks what, how or when, "yeah" says nothing, nor a "yes"
    before what is hard to say."""
    while (lead := _led_on(straight(reply), question)) and len(reply[lead:].split()) >= LEAST:
        reply = reply[lead:].lstrip(" ,;:")
    return capitalised(reply)


def _led_on(reply: str, question: str) -> int:
    """Return how many characters at the beginning of a reply only lead on to it."""
    if _SAYS_WHO.match(reply) and _ASKS_WHO.match(question):
        return 0
    yes = YES_OR_NO.match(reply)
    if yes and is_hard_to_say(reply[yes.end() :]):
        return yes.end() + len(reply[yes.end() :]) - len(reply[yes.end() :].lstrip(" .,;"))
    found = ON_WHICH.match(reply) or _SAYS_WHO.match(reply) or _TAKES_IT.match(reply) or (not _ASKS_COUNT.search(question) and _COUNTS.match(reply)) or _BROKEN_OFF.match(reply) or _FALSE_START.match(reply) or _LEADS_ON.match(reply) or (_ASKS_WHAT.match(question) and _NODS.match(reply))
    return found.end() if found else 0
