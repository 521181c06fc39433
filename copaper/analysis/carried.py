"""What somebody asked a body for, and the formula by which it was agreed: "any objections to stage two?", "congratulations".

The question alone does not say what came of it, and the formula seldom what was agreed: both are told together, close to
each other, with nobody who objects between them. Where nobody asked in words that say for what, a formula that is
outright is told alone: its topic says what it is on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from copaper.analysis.outcomes import ANSWERED, ANSWERS, LONGEST, STEP, puts_off
from copaper.analysis.units import Unit, is_content, lemma
from copaper.records import Evidence
from copaper.textclean import straight

WITHIN = 120.0
"""Seconds between what was asked and the formula that closes it, at most."""
SHORTEST = 4
"""Words of what is asked, at least."""
MATTER = 2
"""Content words of what it is asked for, at least, where that is no step by name."""
JUST_BEFORE = 4
"""Sentences before "no objections" in which the same person asked for them: from another it is one voice."""

FAR = 900.0
"""The same where the formula is outright: the talk about what was asked for may have gone on meanwhile."""
ANEW = 30.0
"""Seconds before a formula from which another closes what was asked for before it."""

HEARD = 600.0
"""Seconds before something is asked for within which its supporters may have spoken."""
SUPPORTERS, SAY_YES = 3, 2
"""People who have to be for it, where no formula agrees to it, and who have to say yes right behind the question."""

_STEP = r"(?:stage|phase) (?:\d|zero\b|one\b|two\b|three\b|four\b|five\b)"
_STEP_NAMED = rf"(?:(?:a |an |the )?(?:conditional |unconditional )?(?:advancement|promotion|moving|advancing|going) to |(?:a |the )?(?:conditional |unconditional )?){_STEP}"
_AGREEMENT = r"(?:(?:your|the group's|the committee's|full|formal|a|the) ){0,2}(?:consensus|agreement|approval|support|endorsement)"
_WISH = r"\b(?:I|we)(?:'d| would|'m| am|'re| are|'ll| will| can| could)? (?:(?:therefore|now|also|just|formally|here|officially|only) )*(?:(?:like|love|hope|want|wish|going|have) to )?"
_ASKS = re.compile(
    rf"{_WISH}(?:(?:go|turn) to the queue and )?(?:ask(?:ing)?|request(?:ing)?|seek(?:ing)?)(?: (?:you|the (?:group|committee|board|room|plenary)))?(?: for)?(?: is)? (?=(?P<for1>{_STEP_NAMED}|{_AGREEMENT} (?:for|on|to|that)\b.*))|"
    rf"\b(?:let's|let us|can we|could we|shall we|may we|can I|could I|may I|do we|do I)(?: (?:just|now|then|please|also))* (?:get|have|take|ask for|seek) (?=(?P<for2>{_STEP_NAMED}|{_AGREEMENT} (?:for|on|to|that)\b.*))|"
    rf"^\W*(?:(?:so|okay|ok|and|then|now)\W+)*is there (?:now |then )?consensus (?:for|on) (?=(?P<for10>{_STEP_NAMED}))|"
    r"\b(?:(?:are|is|were) there |(?:do|does) (?:we|anyone|anybody|you) have |(?:do I|do we) (?:hear|see) )?any (?:other |further |final )?(?:objections?|opposition|objectors?) (?:to|on) (?=(?P<for3>.*))|"
    r"\b(?:does|would) (?:anyone|anybody)(?: else| here)? (?:object|oppose) (?:to )?(?=(?P<for4>.*))|\bis (?:anyone|anybody)(?: else| here)? (?:opposed to|against) (?=(?P<for5>.*))|"
    r"\b(?:I|we)(?:'d| would)? (?:(?:like to|therefore|hereby|now|so) )*(?:move that|propose that|propose to) (?=(?P<for6>.*))|"
    rf"\bthis is (?:the|a|my|our) (?:formal |official )?(?:ask|request)(?: for| of)? (?=(?P<for7>{_STEP_NAMED}))|"
    rf"\b(?:my|our) (?:request|ask) (?:here |now |today )?(?:is|would be) (?:(?:for|to) ){{0,2}}(?:have |get |ask for |seek )?(?=(?P<for9>{_STEP_NAMED}|{_AGREEMENT} (?:for|on|to|that)\b.*))|"
    rf"\b(?:you|we) (?:have|seem to have|have got) (?:ample|strong|broad|general|full|clear|unanimous|enough|sufficient|wide) support for (?=(?P<for8>{_STEP_NAMED}))",
    re.I,
)
"""How agreement is asked for, and for what."""
_LEANS = re.compile(r"\b(?:this|that|it|these|those|them|here|one|so)\b|\bthe (?:prs?|pull requests?|issues?|proposals?|motions?|changes?|requests?)\W*$", re.I)
"""In what something is asked for: whoever was not there does not know what that is."""
_SAYS_THAT = frozenset("stage phase consensus agreement approval support endorsement advancement".split())
_ANYTHING = frozenset("thing point here today everyone everybody anybody anyone group committee".split())
"""What is asked for in such words may be anything."""
_WAVERS = re.compile(r"\b(?:maybe|perhaps|if|unless|whether|not|never|later|next|would have|was going to)\b|n't\b", re.I)
"""Who wavers does not ask yet."""
_EMPTY_QUEUE = re.compile(r"\b(?:if|unless) (?:(?:the|our) queue(?:'s| is) empty|(?:there(?:'s| is| are)|we have|I see|I hear) (?:nothing|nobody|no one|no (?:more|other|further) \w+)(?: else)?(?: (?:on|in) (?:the )?queue)?),", re.I)
"""What only says that nobody else speaks."""
_LED = r"(?:^|[,;:.\u2013\u2014-]\s{0,3})(?:(?:and|so|okay|ok|all right|alright|right|great|well|then|yes|yeah|perfect|therefore|with that|in (?:this|that) case|I (?:think|believe|guess)|(?:I|we)(?:'d| would) say|(?:it )?(?:(?:sounds|looks|seems) like|appears))\W{1,3}(?:that )?){0,5}"
_DONE = r"^(?:\.\.\. ?)?(?:(?:and|so|okay|ok|all right|alright|then|therefore)\W{1,3}){0,3}(?P<done>(?!(?:it|that|this|which|who|what|if|when|there|everything|nothing|everybody|nobody)\b)(?:[\w'-]+ ){1,8})(?:is|are) (?:now |hereby |therefore |then )?(?:withdrawn|approved|adopted|accepted|carried)\W*$"
_IS_DONE = re.compile(_DONE, re.I)
"""How a chair says what is done with what was asked for, by its name."""
_AGREED = (
    _LED + r"(?:(?:it|that|this|which) (?:is|has|was|'s) (?:now )?(?:achieved|reached|got) (?:full )?consensus\b|(?:you|we)(?:'ve| have)? (?:got|made it|are) over the line\W*$|"
    rf"(?:we|you|I)(?:'ve| have)? (?:do |now |also |then |got |had )*(?:have |got |reached )?(?:(?:consensus|agreement)(?= (?:for|on|to|that|here|then|now)\b|\W*$|[,.;])|{_STEP}))|"
    rf"\b(?:I|we)(?:'ll| will| can) take (?:that|this|it) as (?:consensus|agreement|approval)\b|{_LED}(?:I|we)(?:'ve| have)?(?: had| heard| seen)? no (?:objections?|opposition) to {_STEP_NAMED}"
)
_AGREED_SO = re.compile(_AGREED, re.I)
"""What says by itself that something is agreed, whoever spoke in between."""
_OUTRIGHT = re.compile(rf"{_AGREED}|{_LED}congrat(?:ulation)?s\b(?! (?:to|on|for|from)\b)|\b(?:sounds|looks|seems) like (?:you|we)(?:'ve got| have| do have) (?:it|that)\W*$", re.I)
"""The same with what needs a question before it."""
_NOT_ALONE = re.compile(
    rf"\bI(?:'ve)?(?: (?:have|do|now|also|then|got|had|reached))* (?:{_STEP}|consensus\b|agreement\b)|(?<!\bfor )(?<!\bto )(?<!conditional )\b{_STEP}(?!\W*$|[,.;]| (?:for|on|then|now|here)\b)|\b(?:consensus|agreement) (?:on|that)\b(?!.*\b{_STEP})", re.I
)
"""What may be of anything where nobody asked: "I have stage four", "we have stage four cuts", "we have consensus on the science"."""
_CLOSES = re.compile(
    _OUTRIGHT.pattern + "|" + _LED + r"(?:"
    r"(?:(?:I|we)(?:'m| am|'re| are)? )?(?:not (?:hearing|seeing)(?: or (?:hearing|seeing))? any|(?:hearing|seeing)(?: (?:or|and) (?:hearing|seeing))? no) (?:objections?|opposition)|(?:I|we) (?:hear|see)(?: (?:or|and) (?:hear|see))? no (?:objections?|opposition)|"
    r"(?:there (?:are|is|were|was)|we(?:'ve| have)(?: had)?) no (?:objections?|opposition)|(?:that's|that is|I (?:hear|see)) a positive silence|(?:I|we)(?:'ve| have)? (?:(?:only|just) (?:heard|seen|had) (?:\w+ )?support|(?:heard|seen|had) (?:only|nothing but) (?:\w+ )?support)\b|"
    r"(?:I|we)(?:'ll| will| can| would)? (?:take|count|record|note) (?:that|this|it|the silence) (?:as|for) (?:a )?(?:consensus|agreement|agreed|approval|approved|carried|a yes)|"
    r"(?:(?:the|that|this) )?(?:motion|proposal|resolution|amendment)(?:'s| is| has been| was)? (?:carried|carries|passed|passes|adopted|approved|agreed)\W*$|(?:carried|so ordered|the ayes have it)\W*$)",
    re.I,
)
_NO_OBJECTIONS = re.compile(r"^(?:\+1s? (?:from|by) [^.?!;]{1,60}[;,] )?(?:(?:okay|ok|so|all right|alright|right|great|well)\W{1,3})*no (?:objections?|opposition)(?: (?:then|there|in the room|online|I am (?:hearing|seeing)(?: or (?:hearing|seeing))?(?: in the room)?))?\W*$", re.I)
_PRAISES = re.compile(r"\bcongrat", re.I)
"""What may be said for other reasons too: it counts close to what was asked for."""
_CLOSED_WHAT = re.compile(rf"\b(?:consensus|agreement) (?:for|on|to|that)\b(?P<on>.*)|{_DONE}", re.I)
"""What a formula itself names."""
_OBJECTIONS = re.compile(r"\b(?:object|oppos)", re.I)
_NOT_AGAINST = re.compile(r"\b(?:neither|no longer|nobody|no one|not|\w+n't)\b[^.?!,;]{0,40}?\b(?:object|oppos|block)\w*\b(?!.*\?)", re.I)
"""How somebody says that they do not object, which proves more than that others are congratulated."""
_YES_TO_IT = re.compile(r"\W*(?:(?:yes|yeah|agreed|and|so|[\w .]{1,30} has an?)\W+){0,3}(?:\+ ?1|plus one|thumbs? up(?: from [\w .]{1,30})?|yes|agreed|(?:I )?(?:agree|support)(?: (?:this|that|it|(?:stage|phase) \d))?|let's do (?:it|that|this))(?:, end of (?:message|queue))?\W*$", re.I)
"""All that somebody says who is asked whether there is consensus, and for it."""
_FINE_FOR = rf"(?:(?:I think )?(?:it|this|that)(?:'s| is) (?:fine|good|okay|ready)|looks (?:very |really )?(?:good|fine)(?: to (?:me|us))?) for {_STEP}"
_SUPPORTS = re.compile(rf"^\W*(?:(?:so|and|yes|yeah|okay|well)\W+)*{_FINE_FOR}|" r"^(?:\W*\b(?:so|and|yes|yeah|okay|well|first of all|for the record)\b)*\W*(?:\+1\b(?! to (?:what|that|the)\b)|(?:I|we)(?:'m| am|'re| are|'d| would)?(?: also| do| fully| strongly| definitely| completely| just){0,2} (?:support(?:ive of)?|in (?:favou?r|support) of|endorse)\b(?! (?:the (?:idea|goal|intent|direction|problem|motivation|concept)|explor|anything|both|that we)))", re.I)
"""How somebody says outright that they are for what is asked."""
_HOLDS_BACK = re.compile(r"\b(?:(?:block|withh[eo]ld)\w*|(?:not|n't|cannot|never) (?:\w+ )?(?:support|in favou?r|comfortable)|(?:I|we) (?:have|had) (?:\w+ ){0,2}(?:concerns?|reservations?)|concerned about|oppos(?:ed|e) to)\b", re.I)
_NO_CONCERNS = re.compile(r"\b(?:I|we) have (?:had )?(?:\w+ )?no (?:\w+ )?(?:concerns?|reservations?)\b", re.I)
_TURNS = re.compile(r"\b(?:but|cannot|though|although|however)\b|n't\b", re.I)
"""What takes back that somebody has no concerns."""
_ONLY_IF = re.compile(r"\b(?:if|once|unless|until|only|when|provided|not|never|maybe|perhaps)\b|n't\b", re.I)
_BUT = re.compile(r"^\W*but\W+", re.I)
"""How somebody goes on to a formula after a doubt, or a jest."""
_NOT_SO = re.compile(r"\b(?:if|unless|until|whether|(?<!nothing )but(?! (?:we|I|you) (?:\w+ ){1,3}follow[- ]?up\b)|except|though|although|once|when|would have|pending|process|layer)\b|\b(?:don't|not|never|no longer|isn't|haven't)(?: \w+){0,2} (?:consensus|agreement|stage)\b|\?\W*$", re.I)


@dataclass(frozen=True)
class Carried:
    """What ``units[asked]`` asked for, if somebody did in words that say for what, and ``units[closed]`` tells to be agreed."""

    asked: int | None
    closed: int
    bare: bool
    """The formula tells all that the question does: it need not be told."""
    step_alone: bool
    """It names the step, and leaves to the topic what takes it."""


@dataclass(frozen=True)
class Supported:
    """What ``units[asked]`` asked for, and the last of those who were for it."""

    asked: int
    support: int


def carried(units: Sequence[Unit]) -> list[Carried]:
    """Return what was asked for and agreed, in time: of each question the formula that closes it and tells what came of it, or else
    the last; and the outright formulas that close nothing that was asked for in words that say for what."""
    found: dict[int, int] = {}
    alone: list[int] = []
    for i, unit in enumerate(units):
        if unit.where != "turn" or not _closes(units, i) or _is_taken_back(units, i):
            continue
        asked = _asked(units, i)
        if asked is not None and (asked not in found or _tells(unit) or not _tells(units[found[asked]])):
            found[asked] = i
        elif asked is None and _tells(unit) and not _NOT_ALONE.search(straight(unit.text)):
            alone.append(i)
    found = {asked: _nobody_against(units, asked, closed) for asked, closed in found.items()}
    pairs = [Carried(asked, closed, _is_bare(units[asked], units[closed]), not (_is_named(units[closed], MATTER) or _says_matter(units[asked]))) for asked, closed in found.items()]
    for i in alone:
        if not any(abs(units[pair.closed].time - units[i].time) <= WITHIN and _is_of_step(units[pair.closed], units[i]) for pair in pairs):
            pairs.append(Carried(None, i, True, not _is_named(units[i], MATTER)))
    return sorted(pairs, key=lambda pair: pair.closed)


def _nobody_against(units: Sequence[Unit], asked: int, closed: int) -> int:
    """Return where somebody else than who asked says before mere praise that they do not object, or the praise if nobody does."""
    if _tells(units[closed]) or not _PRAISES.search(units[closed].text):
        return closed
    said = (i for i in range(closed - 1, asked, -1) if units[closed].time - units[i].time <= ANSWERED and units[i].participant != units[asked].participant)
    return next((i for i in said if units[i].where == "turn" and _NOT_AGAINST.search(straight(units[i].text))), closed)


def supported(units: Sequence[Unit], pairs: Iterable[Carried]) -> list[Supported]:
    """Return what was asked for, agreed to by none of the formulas that :func:`carried` found in ``pairs``, and supported by several
    without anybody's objecting, in time."""
    agreed = {pair.asked for pair in pairs}
    found: list[Supported] = []
    for i, unit in enumerate(units):
        if unit.where != "turn" or i in agreed or unit.words > LONGEST:
            continue
        if unit.text.rstrip().endswith("?"):
            yes = _who_say_yes(units, i) if _matters(unit) and (_names(unit) or STEP.search(unit.text)) else []
            found += [Supported(i, yes[-1])] if len({units[n].participant for n in yes}) >= SAY_YES else []
        elif _says_for_what(unit):
            near = [n for n, other in enumerate(units) if other.participant != unit.participant and -HEARD <= other.time - unit.time <= WITHIN and n != i]
            for_it = [n for n in near if _SUPPORTS.search(straight(units[n].text)) and _is_of_it(units[n], unit)]
            if len({units[n].participant for n in for_it}) >= SUPPORTERS and not any(_holds_back(units[n]) for n in near):
                found.append(Supported(i, for_it[-1]))
    return found


def _who_say_yes(units: Sequence[Unit], asked: int) -> list[int]:
    """Return where others say yes, and nothing else, right behind the question whether there is consensus, unless somebody holds back."""
    near = [n for n in range(asked + 1, len(units)) if 0 <= units[n].time - units[asked].time <= ANSWERED and units[n].participant != units[asked].participant]
    return [] if any(_holds_back(units[n]) for n in near) else [n for n in near if _YES_TO_IT.match(straight(units[n].text)) and _is_of_step(units[n], units[asked])]


def _is_of_it(unit: Unit, asked: Unit) -> bool:
    """Tell whether support names the matter of what was asked for, or behind it its step alone."""
    step = STEP.search(unit.text)
    same_step = step is not None and STEP.search(asked.text) is not None and unit.time >= asked.time and not _ONLY_IF.search(straight(unit.text)) and re.match(r"\W*$|[,.;]", unit.text[step.end() :]) is not None
    return (same_step or len(set(unit.lemmas) & set(asked.lemmas) - _SAYS_THAT) >= MATTER - 1) and _is_of_step(unit, asked)


def _is_of_step(one: Unit, other: Unit) -> bool:
    """Tell whether two sentences name no two steps."""
    step, of = STEP.search(one.text), STEP.search(other.text)
    return step is None or of is None or of[1].lower().rstrip(".") == step[1].lower().rstrip(".")


def _holds_back(unit: Unit) -> bool:
    text = straight(unit.text)
    text = text if _TURNS.search(text) else _NO_CONCERNS.sub("", text)
    return puts_off(unit) or _HOLDS_BACK.search(text) is not None


def _closes(units: Sequence[Unit], at: int) -> bool:
    text = _BUT.sub("", straight(units[at].text))
    if units[at].words > LONGEST or _NOT_SO.search(text):
        return False
    if _CLOSES.search(text) or _IS_DONE.search(text):
        return True
    before = [unit for unit in units[max(0, at - JUST_BEFORE) : at] if unit.participant == units[at].participant]
    return _NO_OBJECTIONS.search(text) is not None and any(_OBJECTIONS.search(unit.text) or _says_for_what(unit) for unit in before)


def _is_taken_back(units: Sequence[Unit], at: int) -> bool:
    """Tell whether somebody else objects to a formula, or puts its matter off, at once."""
    others = [unit for unit in units[at + 1 : at + 1 + 2 * ANSWERS] if unit.where == "turn" and unit.participant != units[at].participant]
    return any(puts_off(unit) for unit in others[:ANSWERS] if unit.time - units[at].time <= ANSWERED)


def _asked(units: Sequence[Unit], at: int) -> int | None:
    """Return the last question before a formula that says for what it is, if nobody objects between them, or else the last one
    that leans, where it or the formula names anything."""
    text = straight(units[at].text)
    outright = _OUTRIGHT.search(text) is not None
    reach = FAR if outright and not _PRAISES.search(text) else WITHIN
    leaning: int | None = None
    for i in range(at - 1, -1, -1):
        unit, before = units[i], units[at].time - units[i].time
        if before > (reach if leaning is None else WITHIN) or before > ANEW and _OUTRIGHT.search(straight(unit.text)) and _closes(units, i):
            break
        if unit.where == "turn" and before <= WITHIN and puts_off(unit):
            return leaning
        if unit.where != "turn" or not SHORTEST - 1 <= unit.words <= LONGEST:
            continue
        if _says_for_what(unit):
            return i if _is_of_step(unit, units[at]) else leaning
        near, leans = before <= WITHIN, any(_LEANS.search(matter) for _, matter in _matters(unit))
        if leaning is None and _matters(unit) and (outright and _names(unit) and (near or not leans) or near and _is_named(units[at])):
            leaning = i
            if _is_named(units[at], MATTER):
                break
    return leaning


def _names(unit: Unit) -> bool:
    """Tell whether what is asked for is named at all: "these changes", and not "this"."""
    begins = [unit.span.start_char + start for start, _ in _matters(unit)]
    own = takewhile(lambda token: token.text not in (",", ";"), (token for token in unit.tokens if begins and token.idx >= min(begins)))
    return any(token.pos_ in ("NOUN", "PROPN") and lemma(token) not in _SAYS_THAT | _ANYTHING for token in own)


def _tells(closing: Unit) -> bool:
    """Tell whether a formula says outright that something is agreed, or which step is reached, and does not only praise."""
    return _AGREED_SO.search(_BUT.sub("", straight(closing.text))) is not None


def formula(closing: Unit) -> Evidence:
    """Return where a formula says what is agreed, without praise or a "but" before it: "congratulations, Thandi, you have stage two"."""
    text, evidence = straight(closing.text), closing.evidence()
    found = _AGREED_SO.search(text)
    but = _BUT.match(text)
    begin = found.end() - len(found[0].lstrip(" ,;:.–—-")) if found and _PRAISES.search(text, 0, found.start()) else but.end() if but else 0
    return evidence.model_copy(update={"start": evidence.start + begin, "quote": evidence.quote[begin:]})


def _is_bare(asked: Unit, closing: Unit) -> bool:
    """Tell whether a question names nothing but the step or the consensus that the formula names as well."""
    return _tells(closing) and not _names(asked) and (STEP.search(asked.text) is None or STEP.search(closing.text) is not None)


def _is_named(closing: Unit, least: int = 1) -> bool:
    """Tell whether a formula names what is agreed, in so many content words."""
    found = _CLOSED_WHAT.search(straight(closing.text))
    return found is not None and len(_content(closing, found.start("on" if found["on"] is not None else "done"))) >= least


def _says_for_what(unit: Unit) -> bool:
    return _says_matter(unit) or any(STEP.search(matter) for _, matter in _matters(unit))


def _says_matter(unit: Unit) -> bool:
    return any(_has_matter(unit, start, matter) for start, matter in _matters(unit))


def _matters(unit: Unit) -> list[tuple[int, str]]:
    """Return what a sentence asks agreement for, and where that begins in its text."""
    text = _EMPTY_QUEUE.sub(lambda clause: " " * len(clause[0]), straight(unit.text))
    return [] if _WAVERS.search(text) else [(match.end(), next(part for part in match.groups() if part is not None)) for match in _ASKS.finditer(text)]


def _has_matter(unit: Unit, start: int, matter: str) -> bool:
    """Tell whether what is asked for is said in words that stand alone."""
    if _LEANS.search(matter):
        return False
    return len(_content(unit, start)) >= MATTER


def _content(unit: Unit, start: int) -> set[str]:
    begins = unit.span.start_char + start
    return {lemma(token) for token in unit.tokens if token.idx >= begins and is_content(token)} - _SAYS_THAT - _ANYTHING
