"""Where people agreed and differed: somebody takes up what another said, and says so.

Only words that say it outright count ("I agree with", "I see it differently"), and only where
the reply shares its matter with something that another person said shortly before: a nod to
nobody in particular, a vote or a roll call is no agreement on anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from copaper.analysis.agreeing import addressed, people_by_word
from copaper.analysis.boundaries import hands_over
from copaper.analysis.ranker import rarity
from copaper.analysis.replied_to import left_open
from copaper.analysis.statements import is_courtesy, is_whole
from copaper.analysis.units import Unit, quoted, same_place
from copaper.records import Evidence, Reply, Session, Theme
from copaper.textclean import denies, is_cut, straight

WITHIN = 240.0
"""Seconds between a statement and the reply to it, at most."""
LOOKED_AT = 25
"""Units before a reply in which its statement is sought."""
SHORTEST = 8
"""Words of a reply, with the sentence after it, and of what it replies to."""
LONGEST = 60
SHARED = 0.2
"""Share of the reply's words, weighted by rarity, that come back from the statement."""
DISPUTED = 2
"""Words that a reply, or a denial, shares with the statement: one alone pairs it with anybody. One is enough where nothing stands between them but
:data:`RIGHT_BEFORE` sentences of others, or :data:`AT_ONCE` if the reply differs or says with whom it agrees."""
AT_ONCE, RIGHT_BEFORE = 6, 2
"""Units."""
MOST = 3
"""Replies that a theme keeps."""

_ADVERB = r"(?:(?:really|fully|totally|completely|strongly|definitely|absolutely|very much|also|certainly|generally|wholeheartedly|do|would|just|quite|entirely|necessarily|respectfully|slightly|kind of|tend to|have to|must|might|want to|wanted to|am going to|'m going to|'d|to|partly) )*"
_DIFFERS = re.compile(
    rf"\b(?:I {_ADVERB}(?:disagree|differ|beg to differ|push back)|(?:I|we) {_ADVERB}(?:do not|don't|cannot|can't|couldn't|wouldn't) {_ADVERB}agree(?! more)|"
    rf"(?:I|we) {_ADVERB}(?:see|view) (?:it|this|that|things) {_ADVERB}(?:a (?:bit|little) )?differently|(?:I|we) {_ADVERB}have a (?:slightly |very |somewhat )?different (?:view|opinion|experience)|"
    r"(?:I'm|I am) (?:not|less) (?:so |quite |entirely |completely |fully |really )?convinced|(?:that's|that is|it's|it is) not (?:been )?(?:our|my) (?:experience|view)|"
    r"(?:our|my) experience (?:is|has been|was) (?:(?:rather|quite|very|a bit|somewhat) )?(?:different|the opposite)|(?:I|we) found the opposite)\b",
    re.I,
)
_AGREES = re.compile(
    rf"\b(?:I {_ADVERB}(?:agree|concur)|I (?:do not|don't|can't|cannot) {_ADVERB}disagree|(?:I|we) (?:could not|couldn't) agree more|I {_ADVERB}(?:second|share) (?:that|this|what|(?:the|your|that|this) (?:view|concern|point|idea|suggestion))|"
    r"(?:that's|that is|it's|it is|this is) (?:also )?(?:exactly )?(?:our|my) experience(?: too| as well)?|(?:we|I) (?:have )?(?:had|found|seen|see|find|have) (?:exactly )?the same (?:problem|issue|experience|thing|challenge)|"
    r"(?:same|it is the same|it's the same) (?:here|for us|with us))\b(?! to\b| on (?:a|the) (?:date|time)\b)",
    re.I,
)
_OF_ALL_SAID = re.compile(r"(?<!that is )(?<!that's )\bwhat I (?:\w+ ){0,3}(?:agree|concur)", re.I)
"""How somebody picks out the one thing, of all that was said, with which they agree."""
_EARLY = 60
"""Characters of a sentence within which it says that it replies."""
_NOT_SAID = re.compile(r"\b(?:nor|while|although|though|what I|to be clear|if|whether|unless|do you|does|did|would you|can we|could we|people who|those who|some|may|let me know if)\b", re.I)
"""Words before it that turn "I agree" into a supposition or a concession."""
_GRANTS = re.compile(r"\b(?:agree|concur|disagree)\b.*\b(?:but|however|(?:it|that|this)(?:'s| is) (?:just |simply )?not|just not|(?:doesn't|does not) mean|not necessarily)\b|\b(?:agree|concur) with (?:everybody|everyone|all|others|those|anybody|anyone)(?: else)? (?:who|that)\b|\b(?:agree|concur) [^.?!]{0,60}\b(?:on|about) (?:only |just )?one (?:thing|point|part)\s*(?:[:;,.–—-]|$)", re.I)
"""How somebody grants a point and holds to their own, or agrees with nobody in particular."""
_TAKES_BACK = re.compile(r"^\W*(?:(?:and|so)\W+)?(?:but|however|yet|on the other hand|that said|having said that|it's just|it is just)\b", re.I)
"""How a sentence begins after "I agree", which was only its opening."""
OPENING = 3
"""Sentences of the same turn after "I agree" of which one may take it back."""
_DIVIDED = re.compile(r"\b(?:not (?:all|everybody|everyone|each) of us\b|(?:not everybody|not everyone) (?:\w+ )?(?:agrees|shares|thinks|is (?:in agreement|of that))|in (?:the|a) (?:\w+ )?minority\b|(?:some|many|others|several) (?:of us )?(?:(?:do not|don't) agree|disagree))", re.I)
"""How somebody says that those who meet are of several minds."""
AROUND = 3
"""Sentences before and after "I agree" within which somebody may say so."""
_TO_PEOPLE = frozenset("agree disagree concur honourable hon member colleague friend minister chair speaker madam mister mr. mrs. ms. dr.".split())
"""By which those who agree or differ are spoken to, and that they do: it tells nothing of what they reply to."""
_RUNS_IT = re.compile(r"\b(?:I'll|I will|I'd like to|I want to|let me|let us|let's) (?:\w+ )?(?:(?:turn|move|go|come|get)(?:,? \w+,?)? (?:in)?to\b|hand over\b|pass (?:it|over)\b|(?:keep|close|open|return to) (?:the|this) (?:meeting|session|floor|discussion|item|queue)\b)|\b(?:the floor (?:goes|is)|(?:have|give|take|yield) the floor)\b|\bnot getting an answer\b", re.I)
"""What somebody says who runs the meeting, or goes on to something else, to which nobody says yes or no."""
_SAYS_WITH_WHAT = 4
"""Words that follow "I agree", so that it says with what."""


def stance(text: str) -> bool | None:
    """Return True if ``text`` begins by agreeing with somebody, False if by differing, else None.

    Nothing where it does not go on to say with what, or asks, or only supposes.
    """
    if text.rstrip().endswith("?"):
        return None
    found = sorted(
        (match.start(), match.end(), agrees)
        for agrees, pattern in ((False, _DIFFERS), (True, _AGREES))
        if (match := pattern.search(text)) and match.start() <= _EARLY
    )
    if not found:
        return None
    start, end, agrees = found[0]
    if agrees and _GRANTS.search(straight(text)):
        return None
    return agrees if not _NOT_SAID.search(text, 0, start) and not _OF_ALL_SAID.search(straight(text), 0, end) and len(text[end:].split()) >= _SAYS_WITH_WHAT else None


def replies_by_theme(session: Session, units: Sequence[Unit], theme_of: Callable[[Evidence], str]) -> Mapping[str, tuple[Reply, ...]]:
    """Return the replies of each theme, the closest to what they reply to; ``theme_of`` gives the
    id of the theme that evidence belongs to. Of each pair of people and stance a theme keeps one."""
    found: dict[str, list[tuple[float, int, Reply]]] = {}
    known = people_by_word(session)
    for i, unit in enumerate(units):
        own = [unit]
        if i + 1 < len(units) and same_place(units[i + 1], unit) and unit.words < 2 * SHORTEST and unit.words + units[i + 1].words <= LONGEST:
            own.append(units[i + 1])
        agrees = stance(" ".join(part.text for part in own))
        if agrees is None or is_courtesy(unit) or sum(part.words for part in own) < SHORTEST:
            continue
        if agrees and any(same_place(after, unit) and _TAKES_BACK.search(straight(after.text)) for after in units[i + 1 : i + 1 + OPENING]):
            continue
        whose = next((people for place in range(i, i + len(own)) if (people := addressed(units, place, known)) is not None), None)
        told = _told(units, i, own, agrees, whose)
        if told is None:
            continue
        share, before = told
        if _is_disputed(units, i, before) if agrees else _agrees_with(units, i, before.participant, known):
            continue
        by = quoted(session, units, i, i + len(own) - 1)
        found.setdefault(theme_of(by), []).append((share, i, Reply(to=before.evidence(), by=by, agrees=agrees)))
    return {theme: _best(replies) for theme, replies in found.items() if theme}


def _agrees_with(units: Sequence[Unit], at: int, whom: str, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether somebody says in the same turn with whom they agree, and it is whom they seem to differ from: they differ from another."""
    near = (i for i in range(max(0, at - LOOKED_AT), min(len(units), at + LOOKED_AT)) if i != at and same_place(units[i], units[at]))
    return any(whom in (addressed(units, i, known) or ()) and not _DIFFERS.search(straight(units[i].text)) for i in near)


def with_replies(themes: Sequence[Theme], found: Mapping[str, tuple[Reply, ...]]) -> tuple[Theme, ...]:
    """Return the themes with the replies that belong to them."""
    return tuple(theme.model_copy(update={"replies": found[theme.id]}) if theme.id in found else theme for theme in themes)


def _told(units: Sequence[Unit], at: int, own: Sequence[Unit], agrees: bool, whose: frozenset[str] | None) -> tuple[float, Unit] | None:
    """Return what somebody else (of those in ``whose``, if it is known) said shortly before that shares most with ``own``, and how much."""
    wanted = {lemma: rarity(lemma) for part in own for lemma in part.lemmas if lemma not in _TO_PEOPLE}
    total = sum(wanted.values())
    if not total:
        return None
    best: tuple[float, Unit] | None = None
    back = 0
    for unit in reversed(units[max(0, at - LOOKED_AT) : at]):
        back += unit.participant != own[0].participant
        if own[0].time - unit.time > WITHIN:
            break
        if unit.participant == own[0].participant or whose is not None and unit.participant not in whose or not SHORTEST <= unit.words <= LONGEST:
            continue
        shared = set(unit.lemmas) & set(wanted)
        if len(shared) < DISPUTED and back > (AT_ONCE if not agrees or whose is not None else RIGHT_BEFORE):
            continue
        share = sum(wanted[lemma] for lemma in sorted(shared)) / total
        fit = is_whole(unit) and not (hands_over(unit) or _RUNS_IT.search(straight(unit.text)) or left_open([unit])) and stance(unit.text) is None and not is_courtesy(unit) and not unit.text.rstrip().endswith("?") and not is_cut(unit.span.doc.text, unit.start, unit.end)
        if fit and share >= SHARED and (best is None or share > best[0] + 1e-9):
            best = share, unit
    return best


def _is_disputed(units: Sequence[Unit], at: int, before: Unit) -> bool:
    """Tell whether whoever agrees in ``units[at]`` denied the statement ``before`` first, or somebody says around it that others do not agree."""
    own = (unit for unit in units[max(0, at - LOOKED_AT) : at] if unit.position > before.position and unit.participant == units[at].participant)
    return any(_contradicts(unit, before) for unit in own) or any(_DIVIDED.search(straight(unit.text)) for unit in units[max(0, at - AROUND) : at + AROUND + 1])


def _contradicts(unit: Unit, before: Unit) -> bool:
    """Tell whether of two sentences on the same one denies it and the other does not."""
    return denies(unit.text) is not denies(before.text) and len(set(unit.lemmas) & set(before.lemmas)) >= DISPUTED


def _best(replies: list[tuple[float, int, Reply]]) -> tuple[Reply, ...]:
    chosen: dict[tuple, tuple[float, int, Reply]] = {}
    for share, place, reply in sorted(replies, key=lambda item: (-round(item[0], 9), item[1])):
        chosen.setdefault((reply.to.participant, reply.by.participant, reply.agrees), (share, place, reply))
    best = list(chosen.values())[:MOST]
    if best and len({reply.agrees for _, _, reply in best}) == 1:  # whoever reads that all agreed has to know of one who did not
        best = [*best[: MOST - 1], next((one for one in list(chosen.values())[MOST:] if one[2].agrees is not best[0][2].agrees), best[-1])] if len(best) == MOST else best
    return tuple(reply for _, _, reply in sorted(best, key=lambda item: item[1]))
