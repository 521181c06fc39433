"""What a topic came to as whoever led it says in passing: "let's push this to Monday", "so the plan is", "I withdraw it".

Few meetings decide in so many words, and what a chair sums up before the next item is what came of
this one. Much of what a chair says then only moves the meeting on, and what a speaker says may be
their own plan: so only plain words count, of whoever led the meeting or spoke most on the topic.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from copaper.analysis.boundaries import hands_over
from copaper.analysis.closing import EARLY, by_words, closes_at
from copaper.analysis.outcomes import is_contested
from copaper.analysis.themes import theme_at
from copaper.analysis.units import Unit, same_place
from copaper.records import Ending, EndingState, Session, Theme
from copaper.textclean import straight
from copaper.voices import chairs

SHORTEST, LONGEST = 5, 60
"""Words of a sentence that says what a topic came to."""
MATTER = 2
"""Content lemmas of what is going to be done, at least: "let's do that" tells nobody what."""
LAST, AT_LEAST, AT_MOST = 0.2, 90.0, 240.0
"""Share of a topic's stretch, from its end, in which its end is sought, and seconds of it, at least and at most."""
ASKED = 2
"""Sentences of the same turn behind it in which nobody may be asked whether that is so."""
MOVED_ON = 40.0
"""Seconds after what a topic came to within which whoever leads moves on."""

_LED = r"(?:^|[,;:.!?…—–]\W{0,3}|\b(?:so|and|then|but|okay|ok|alright|right|yeah|yes|well|now|think|guess|maybe|perhaps|case|say|suggest|propose|that)\b,? )"
_JUST = r"(?: (?:just|then|also|all|definitely|probably|maybe|perhaps|certainly|simply|now|first|instead|rather|actually|please|like|try to|try and|go ahead and|make sure to|make sure we|want to|have to|need to|continue to|plan to)\b,?){0,3}"
_WE_WILL = rf"{_LED}(?:let's|let us|we'll|we will|we're going to|we are going to|we're gonna)"
_WE_MIGHT = rf"{_LED}(?:let's|let us|(?:we|I)'ll|(?:we|I) will|(?:we're|we are|I'm|I am) (?:going to|gonna)|we(?: can| could| should|'d better)|how about we|why don't we|what if we|maybe we|I(?:'d| would) (?:suggest|propose)(?: that)?(?: we)?|my (?:suggestion|proposal) (?:is|would be)(?: that)?(?: we)?(?: to)?|suggest we)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_GATHERING = r"(?:meeting|call|session|plenary|webinar|standup|sync|round|one)s?"
_SOME = r"(?:a|one|two|three|four|\d+|a couple(?: of)?|a few|couple)"
_LATER = (
    rf"(?:(?:the |our |a |that )?(?:next|following|coming|upcoming) (?:\w+ ){{0,2}}?(?:week|month|year|quarter|sprint|{_GATHERING})\b|{_SOME} (?:weeks?|months?|days?) from (?:now|today)|in {_SOME} (?:weeks?|months?)(?: time)?\b|"
    rf"(?:in|over|within)(?:,? like,?)? the next (?:couple|few|two|three)(?: of)? (?:weeks|months|days)|(?:on|until|till|by|to|this|next) {_DAY}|tomorrow\b|next time|another (?:time|day|{_GATHERING})\b|"
    rf"a (?:later|future|separate|dedicated|follow-?up|breakout) (?:\w+ )?(?:date|time|day|stage|breakout|room|discussion|{_GATHERING})\b|later (?:this|in the) week|(?:after|outside)(?: of)? (?:the|this) {_GATHERING}\b|async(?:hronous(?:ly)?)?\b|offline\b|"
    r"(?:on|over|in|via|by|through|to) (?:the |that |this |an? )?(?:\w+ )?(?:PRs?|pull requests?|issues?|threads?|mailing list|e-?mail|github|discord|slack|forum)\b(?! (?:address|template|tracker|number)))"
)
"""Another time or place at which a matter goes on."""
_MOVES = r"(?:push|postpone|defer|delay|table|shelve|bump|punt|park|hold|leave|save|keep|move|take|bring|schedule|put|fall back to (?:doing|discussing))"
_DEALS = (
    r"(?:discuss|talk (?:more )?about|talk (?:more )?on|continue(?! to\b)|decide|revisit|return to|come back|get back to (?:this|that|it)|go back to|circle back|pick (?:this|it|that|the \w+)|finali[sz]e|conclude|figure|sort|iron|resolve|address|handle|reassess|reconsider|cover|"
    r"make (?:a|the|that) (?:final )?(?:go or no go )?(?:call|decision)|have (?:a|this|that|the|another) (?:\w+ ){0,2}(?:discussion|conversation|chat)|do (?:it|this|that)\b|get there|get (?:some |more )(?:feedback|inputs?)|go over (?:it|this|that|the))"
)
_PUTS_OFF = re.compile(
    rf"{_WE_MIGHT}{_JUST} {_MOVES} (?:(?:this|that|it|them|these|those|the [\w' -]{{1,40}}?|any [\w' -]{{1,40}}?|further [\w' -]{{1,40}}?|discussion)\b)(?: (?:one|conversation|discussion|back|off|out|over|again|up)){{0,2}}(?: (?:to|until|till|for|on|in|as|after))? {_LATER}|"
    rf"{_WE_MIGHT}{_JUST} {_DEALS}\b[^.?!;]{{0,60}}?\b{_LATER}|{_WE_MIGHT}{_JUST} (?:postpone|defer|table|shelve|delay|park) (?:this|that|it|the \w+)\b(?! (?:at|before|with|in|to) )|"
    r"\b(?:we|I)(?:'re| are|'m| am)? (?:(?:do|did|will|wo|are|is|am|was)? ?(?:not|n't)|don't|won't|aren't)\b(?! (?:have|need) to\b)[^.?!,;]{0,30}\b(?:mak(?:e|ing)|tak(?:e|ing)|reach(?:ing)?|com(?:e|ing) to)\b[^.?!,;]{0,12}\b(?:decisions?|conclusions?|call)\b[^.?!,;]{0,40}\b(?:today|now|here|(?:on|in) this (?:meeting|call|session)|this (?:week|time|morning|afternoon))\b|"
    r"\bwe(?:'ll|'d| will| would| still| do| really| might| may| should| definitely| just| all){0,3} (?:need|want|wanna|have to|like|wait for|get)(?: to)? (?:\w+ ){0,3}more (?:\w+ )?(?:time|data|information|inputs?|feedback|analysis|discussion|research|evidence|testing|thought|work)\b[^.?!]{0,40}\bbefore\b",
    re.I,
)
_I_DO_IT = re.compile(r"\bI(?:'ll| will) (?:do|send|bring|write|have|put|finish) (?:it|that|this|them)\b", re.I)
"""Who promises to do something tomorrow has put nothing off."""
_NEXT_STEP = re.compile(
    r"\b(?:(?:the|our|my|an?) )?(?:immediate |obvious |logical |natural |only )?next steps?(?: here| then| now| for (?:us|this|that|me|now)| on (?:this|that|it)| from here)?,?(?: here)? (?:is|are|will be|would be)(?: then| now| still| just| probably)? (?:to\b|that we\b|for\b|going to be\b|\w+ing\b)|"
    rf"{_LED}(?:in terms of|as|for) (?:a |the |our |my )?next steps?\b,? (?:here,? )?(?:then,? )?(?:I|we|let's|is|the|it)\b|{_LED}(?:the|our) plan (?:here |then |now )?(?:is|would be|will be|remains)(?: still| then| now| just)? (?:to\b|that we\b|for\b)|"
    r"\b(?:the|an?|one|another|our) action items? (?:here |then |now |for (?:us|me|now|\w+) )?(?:is|are|will be|would be)\b",
    re.I,
)
_WORK = (
    r"(?:merge|land|ship|release|include|add|put|move|keep|leave|drop|remove|use|adopt|accept|approve|go (?:with|for|forward with|ahead with)|proceed with|stick (?:with|to)|aim|target|shoot for|work (?:on|towards?|out)|start (?:with|by)|open|close|write|draft|document|publish|cut|"
    r"schedule|organi[sz]e|set up|assign|mark|label|rename|deploy|fork|test|plan|pencil|finali[sz]e|fix|update|create|define|specify|implement|remain|prioriti[sz]e|fast.?track|lower|raise|limit|disable|enable|split|replace|wait (?:for|until)|coordinate|launch|recommend|review)"
)
_PROCEDURE = re.compile(
    r"\b(?:next (?:item|topic|question|one|speaker|up|thing)|agenda|questions?|queue|topics?|items?|minutes?|seconds|break|lunch|floor|slides?|screen|record(?:ing|ed)?|hear|speakers?|presentations?|intro\w*|hands?|chat|mute|everyone|everybody|you all|Mr|Mrs|Ms|stop here|move (?:then |now |straight )?(?:on|over|along|into|to|back)|moving on|end of (?:our|the) (?:time|session|meeting)|participants?|witness\w*|committee will|open (?:it|this|that) up|put (?:you|myself|him|her)|leave (?:it|this|that) (?:there|at that|here)|add (?:that|one|a (?:comment|point))|work (?:that|this|it) out|links?|keep (?:in mind|going|an eye|moving|this brief|it brief|it short)|start with (?:you|the|that))\b",
    re.I,
)
"""Where somebody only leads the meeting."""
_WILL_DO = re.compile(rf"(?:{_WE_WILL}{_JUST}|\b(?:probably |then |it )*makes (?:the most |more )?sense(?: then| now)? to(?: just| probably)?) {_WORK}\b", re.I)
_STAYS = re.compile(
    r"\b(?:it|this|that|the [\w-]+(?: [\w-]+)?)(?:'ll| will| would| should)? (?:just |still )?(?:stays?|remains?) (?:as (?:it|they) (?:is|are|was)\b|as is\b|the same\b|unchanged\b|where (?:it|they)\b|like (?:this|that)\b)|"
    rf"{_WE_WILL}{_JUST} (?:keep|leave) (?:it|this|that|them|the [\w-]+(?: [\w-]+)?|things) (?:as (?:is|it is|it was|they are)|the way|where (?:it|they)|alone|unchanged|in place)\b",
    re.I,
)
_REAFFIRMS = re.compile(
    r"\b(?:is|are|am|'re|'m|'s) not (?:going to|gonna) (?:change|move from) (?:its|our|my|their|the) (?:position|stance|mind|view|approach|decision)\b|\b(?:reaffirms?|maintains?|stands? by) (?:the|its|our|their|that|this) (?:\w+ )?(?:stance|position|decision)\b",
    re.I,
)
_TAKES_AS = re.compile(
    r"\b(?:I|we)(?:'ll| will|'m going to| can) take (?:that|this|it|the silence|silence)(?: for now| then)? (?:as|for)(?: just)?,? (?:an? |the |evidence|consent|agreement|approval|no\b|yes\b)(?! ?(?:question|comment|note|point|compliment)s?\b)",
    re.I,
)
_SUMS_UP = re.compile(
    rf"{_LED}(?:it |that |this )?(?:sounds|seems|looks) like (?:(?:there's|there is|there are|we have|we've got|I(?:'m| am) hearing) (?:\w+ly )?(?:(?:a|an|some|no|not|much|lots? of|strong|good|general|broad|clear|rough|wide|enough|little|any) ){{0,4}}(?:support|interest|agreement|appetite|consensus|preference|willingness|opposition|objections?|alignment|opinions)\b|"
    r"(?:everyone|everybody|most (?:people|of us|teams|of you)|nobody|no one|people|folks|the (?:group|committee|room|majority))(?: here)? (?:is|are|'s|wants?|prefers?|agrees?|supports?|likes?|would like|would prefer|objects?|thinks?)\b|(?:the )?(?:general )?(?:sentiment|consensus|preference|conclusion|agreement)(?: (?:or|and) (?:sentiment|consensus))?(?: here| then)? (?:is|was)\b)|"
    r"\b(?:it seems|it's|it is|that's|seems) (?:pretty |quite |very |fairly )?clear (?:that )?(?:we (?:all )?(?:want|wanna|should|need|agree)|everybody|everyone|there(?:'s| is))\b",
    re.I,
)
_SUMMARY = re.compile(rf"{_LED}(?:just )?(?:to summari[sz]e|to sum up|to conclude|in summary|in conclusion)\b[,:;]? (?!(?:we|I)(?:'ve| have)\b|I\b)", re.I)
_UNOPPOSED = re.compile(r"\b(?:(?:not|n't) (?:hearing|seeing|hear|see) any|(?:hearing|seeing) no|(?:there are|there were) no) (?:objections?|opposition)\b", re.I)
_WITHDRAWN = re.compile(
    r"\b(?:I|we)(?:'m| am|'re| are|'ll| will)? (?:therefore |so |then |just |now )?no longer (?:be )?(?:ask(?:ing)? for|seek(?:ing)?|request(?:ing)?|pursu(?:e|ing)|propos(?:e|ing)|going (?:for|to (?:ask|pursue|propose|request)))\b|"
    r"\b(?:I|we) (?:won't|will not|'re not going to|are not going to|'m not going to|am not going to) (?:be )?(?:pursu(?:e|ing)|go(?:ing)? (?:ahead|forward) with|mov(?:e|ing) (?:forward|ahead) with|tak(?:e|ing) (?:this|it) (?:any )?further)\b|"
    rf"{_LED}(?:I|we)(?:'d| would|'ll| will)?(?: like to| want to| therefore| hereby| now| then| just){{0,2}} (?:withdraw|abandon|scrap)\b(?: (?:my|our|the|this|that|it)\b(?! (?:I|we|you)\b| (?:\w+ )?(?:concerns?|comments?|questions?|statement|remarks?|troops|money|funds?|funding|cash|\w+ion from)\b)|\W*$)",
    re.I,
)
_NOT_ASKED = re.compile(
    r"\b(?:I|we)(?:'m| am|'re| are|'ll| will|'ve| have)? (?:therefore |so |then |just )?not (?:(?:going|gonna|planning) (?:to )?)?(?:be )?(?:ask(?:ing)?|seek(?:ing)?|request(?:ing)?)(?: \w+){0,2}? (?:for )?(?:(?:stage|consensus|advancement|approval|a (?:decision|vote)|promotion)\b)|"
    r"\bthere(?:'s| is| was) (?:no|nothing) (?:\w+ ){0,2}?(?:thing |that )?(?:that )?(?:I'm|I am|we're|we are) (?:\w+ )?(?:asking|proposing)\b",
    re.I,
)
_SUPPOSED = re.compile(r"\bcould\b.*\bbut\b|\bdo you want\b|\b(?:want(?:ed)? to (?:note|say|add|mention|echo|ask)|if|unless (?!(?:some|any)(?:thing|body|one) (?:objects|disagrees|(?:has|is|'s) (?:changed|against|an? (?:strong )?(?:objection|concern|issue)|strongly)|(?:feels|thinks) (?:strongly|otherwise)|wants? to (?:object|say)|comes up|jumps in|speaks up)\b)|(?<!about )whether|(?:not sure|nobody|no ?one|(?<!what )(?:they|you)(?: \w+)? (?:think|say|said|feel|believe|find|agree)|hardly|never|no longer|doubt|wonder)\b.{0,40}?\bmakes (?:\w+ )?sense|would have|suppose|supposing|imagine|until (?:we|I) (?:have|get|know))\b|\?\W*$", re.I)
_PARTS = re.compile(r"\b(?:we'll|we will|let's|let us) (?:see|hear|meet|talk) (?:you|again|from)\b|\bsee you\b|\b(?:thank you|thanks) (?:all|everyone|everybody)\b|\bI apologi[sz]e for\b|\b(?:my|our) apologies\b|\bsorry (?:for|about|that (?:I|we))\b|\b(?:good ?bye|have a (?:good|great|nice|lovely))\b", re.I)
"""How people part, or excuse themselves."""
_NEXT_SPEAKER = re.compile(r"\b(?:queue|next (?:question|speaker|hand|person)|any (?:other|more|further) (?:questions?|comments?))\b", re.I)
"""Who is next on the same topic."""
_MINUTES = re.compile(r"\b(?:summari[sz]\w*|minutes|notes|write[- ]?up)\b", re.I)
"""What is put off there is only to write down what was said."""
IS_THAT_SO = re.compile(r"\b(?:(?:is|was) (?:that|this|it) (?:correct|right|so|true)|(?:did|do) I (?:get|have) (?:that|this|it) right|correct)\?\W*$", re.I)
"""How somebody asks those who know whether what they summed up is so."""
MID_SENTENCE = re.compile(r"(?!(?:and|so|but|then|yeah|yes|okay|ok|or|well|now|let|let's|we|we'll|i|i'll|i'm|it|it's|that|that's|this|the|in|as|to|maybe|next|um|uh|because|alright|right|just|our|my)\b)[a-z]")
"""How a piece begins that was cut from the words before it."""
_SAYS_THAT = frozenset("let plan step next move put leave keep open close start work aim use add write ahead forward way whole small couple".split())
_DATED = re.compile(rf"\b(?:{_DAY}|january|february|(?-i:March)|april|june|july|august|september|october|november|december|(?:this|next) (?:week|month))\b", re.I)


def in_passing(session: Session, units: Sequence[Unit], themes: Sequence[Theme]) -> dict[int, tuple[str, Ending]]:
    """Return by the place of its sentence what a topic came to, with the topic's id."""
    leading, presenting = chairs(session), _presenting(units, themes)
    wraps_up = closes_at(units, leading)
    found: dict[int, tuple[str, Ending]] = {}
    for i, unit in enumerate(units):
        theme = theme_at(themes, unit.evidence()) if unit.where == "turn" else ""
        presents = unit.participant == presenting.get(theme)
        # Whoever sums up their own talk speaks for themselves, unless nobody leads as much.
        leads = unit.participant in leading and (not presents or unit.participant == leading[0])
        if theme and (leads or presents) and (state := _concluded(units, i, leads=leads)) is not None and _is_at_end(units, i, state, theme, themes, leading):
            theme = by_words(unit.evidence(), units, themes) if i > wraps_up else theme
            if theme:
                found[i] = (theme, Ending(state=state, said=unit.evidence()))
    return found


def _presenting(units: Sequence[Unit], themes: Sequence[Theme]) -> dict[str, str]:
    """Return by topic's id who speaks most on it."""
    words: dict[str, Counter[str]] = {}
    for unit in units:
        if unit.where == "turn" and (theme := theme_at(themes, unit.evidence())):
            words.setdefault(theme, Counter())[unit.participant] += unit.words
    return {theme: min(spoken, key=lambda who: (-spoken[who], who)) for theme, spoken in words.items()}


def _is_at_end(units: Sequence[Unit], at: int, state: EndingState, theme: str, themes: Sequence[Theme], leading: Sequence[str]) -> bool:
    """Tell whether a sentence is said where its topic ends: whoever asks for no decision may say so anywhere."""
    time = units[at].time
    span = next((span for one in themes if one.id == theme for span in one.spans if span.from_time <= time <= span.to_time), None)
    comes_back = any(other.from_time > time for one in themes if one.id == theme for other in one.spans)
    if state in (EndingState.WITHDRAWN, EndingState.NOT_ASKED):
        return True
    if span is None:  # people spoke at once
        return False
    if state is EndingState.UNCHANGED and _REAFFIRMS.search(straight(units[at].text)):
        return time >= (span.from_time + span.to_time) / 2
    if state is EndingState.PUT_OFF and comes_back:
        return False
    length = span.to_time - span.from_time
    return time >= span.to_time - min(max(AT_LEAST, LAST * length), AT_MOST) or time >= span.from_time + EARLY * length and _moves_on_soon(units, at, leading)


def _moves_on_soon(units: Sequence[Unit], at: int, leading: Sequence[str]) -> bool:
    """Tell whether whoever leads moves the meeting on right after a sentence."""
    soon = (unit for unit in units[at + 1 :] if unit.time - units[at].time <= MOVED_ON)
    return any(unit.where == "turn" and unit.participant in leading and hands_over(unit) and not _NEXT_SPEAKER.search(unit.text) for unit in soon)


def _concluded(units: Sequence[Unit], at: int, *, leads: bool) -> EndingState | None:
    """Return what a sentence says that its topic came to, of somebody who ``leads`` the meeting or presents the topic."""
    unit, text = units[at], straight(units[at].text)
    if not SHORTEST <= unit.words <= LONGEST or _PARTS.search(text) or MID_SENTENCE.match(text):
        return None
    summed_up = leads and _SUMMARY.search(text) and _has_matter(unit) and not text.rstrip().endswith("?")  # what holds on a condition was still said to be so
    state = EndingState.CONCLUDED if summed_up else None if _SUPPOSED.search(text) else _said(unit, text, leads=leads)
    asks = state is EndingState.CONCLUDED and any(same_place(one, unit) and IS_THAT_SO.search(straight(one.text)) for one in units[at + 1 : at + 1 + ASKED])
    return None if state is None or asks or is_contested(units, at) else state


def _said(unit: Unit, text: str, *, leads: bool) -> EndingState | None:
    if _WITHDRAWN.search(text):
        return EndingState.WITHDRAWN
    if _NOT_ASKED.search(text):
        return EndingState.NOT_ASKED
    if _PUTS_OFF.search(text) and not _MINUTES.search(text) and not _I_DO_IT.search(text):
        return EndingState.PUT_OFF
    if _NEXT_STEP.search(text):
        return EndingState.NEXT if _has_matter(unit) else None
    if _STAYS.search(text) or _REAFFIRMS.search(text):
        return EndingState.UNCHANGED
    if _TAKES_AS.search(text) or leads and (_SUMS_UP.search(text) or _UNOPPOSED.search(text) and _has_matter(unit)):
        return EndingState.CONCLUDED
    is_begun_anew = "…" in text or "..." in text
    return EndingState.CONCLUDED if leads and _WILL_DO.search(text) and _has_matter(unit) and not is_begun_anew and not _PROCEDURE.search(text) else None


def _has_matter(unit: Unit) -> bool:
    """Tell whether a sentence names what is to be done."""
    return len(set(unit.lemmas) - _SAYS_THAT) + bool(_DATED.search(unit.text)) >= MATTER
