"""What was said right before and right after a finding, as far as its card shows it.

All of it is words of the turn or message that the finding's own words stand in, so that the
annex can hold them like any other evidence. A story is one only if its words, or those soon
after, tell what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from copaper.analysis.answers import RUN_UP, SHARED
from copaper.analysis.direct import declines
from copaper.analysis.naming import stem
from copaper.analysis.passages import leads_on, turns_elsewhere
from copaper.analysis.scenes import comes_to_a_point, is_scene
from copaper.analysis.turning import is_set_up, is_verdict, tells_of_new, turns_plainly
from copaper.papers.cards import called, doing, happened, only_names
from copaper.papers.choosing import goes_on
from copaper.privacy import WITHHELD
from copaper.records import Evidence, Finding, Kind, Session, Status
from copaper.textclean import is_housekeeping, points_at_what_was_shown, sentences_of, straight

BEFORE, AFTER = 35, 45
"""Words of what is quoted before and after a finding's own."""
DEFINED = 85
"""Words of what is quoted after a practice that only names what is used: how it is used is told there."""
NAMED = 2
"""Sentences before a practice within which its speaker may name it."""
NEAR = 100
"""Words between two passages of a turn, at most, of which the one says on what the other is."""
SOON = 60.0
"""Seconds after a practice within which a statement of the same turn belongs to it."""
POINT = 3
"""Sentences after a quotation that sets a scene within which what came of it is quoted with it."""
TURNED = 60
"""Words of a quotation together with what turns it into its point, at most."""
TO_THE_POINT = 110
"""Words within which a story has to tell what came of it, if its own words do not."""

LED_BY = 4
"""Words of a sentence that a reply leans on, at least: a name is no such sentence."""
BEGUN = 45
"""Words with which a turn begins, at most, that are printed before those of it that answer: what somebody grants first belongs to it."""
RULED = 2
"""Sentences that say on what condition a practice is done or not, at most, behind what else is quoted after it."""

_OF_SEVERAL = re.compile(r"\b(?:first|second|third|other|last|next) (?:question|one|part|point)\b|\bquestion (?:from|of|by)\b|['’]s question\b|\bwhat \w+ (?:asked|said|raised)\b", re.I)
"""How somebody says which of several questions is answered."""
_NOT_FOR_ME = re.compile(r"^\W*(?:(?:well|so|I'm afraid|sorry)\W+)*I (?:can't|cannot|couldn't|could not) (?:answer (?:that|this|it)\b|(?:answer|speak) (?:for|to|on) (?:the|that|this|those|all|any|other|them|him|her|every\w+)\b)", re.I)
"""How somebody says for whom or on what they cannot answer."""
_SINCE = re.compile(r"\W*(?:since then|in that (?:regard|respect|sense|spirit)|to that end|for that reason|as a result)\b", re.I)
"""How a sentence of a reply begins, beside all that goes on from another anywhere, that only the one before it explains."""
_TAKES_UP = re.compile(r"\W*(?:(?:and|so|well|yes|no|but|because)\W+)*(?:it|they|he|she|this|these|those|that|for (?:example|instance))\b(?!(?:['’]s| is| was) (?:not )?(?:\w+ )?(?:clear|true|possible|important|hard|difficult|good|right|time)\b (?:that|to (?!the\b|our\b|an?\b|us\b|my\b|their\b)))", re.I)
"""How it begins with a word for what the one before it names."""
_TURNS = re.compile(r"\W*(?:and )?(?:but|however|that said|having said that|on the other hand|unfortunately|sadly)\b", re.I)
"""How a sentence begins that turns round what was said before it."""
_ASKS = re.compile(r"\bI(?:'m| am) wondering (?:when|if|whether|what|how|why)\b(?! to\b)|\bI(?:'d| would) (?:also )?like to (?:know|ask) (?:when|if|whether|what|how|why|who)\b", re.I)
"""How somebody asks without a question mark."""
_WORD = re.compile(r"[^\W_]+")
_LEADS_ON = re.compile(r"(?:[?:,–—-]|\b(?:why|how|what (?:happened|(?:we|I|they|she|he) did))\W*|^\W*(?:number )?(?:one|two|three|first|firstly|second|secondly)\W*)$", re.I)
"""How a sentence ends whose point is in the next one: "and we asked ourselves why"."""
_RULES = re.compile(r"(?:(?:and|but|so)\W+)?(?:if|unless|as long as|only if|only when|whenever)\b(?! (?:you|we|I|anybody|anyone) (?:look|see|think|want|have (?:a |any )?questions?)\b)[^.?!,]{3,80}, ?(?:then )?(?:we|they|the [\w-]+|one of us|nobody)\b(?!['’](?:d|ll)\b| (?:\w+ly )?(?:would|can|could|will|should|may|might|need|must)\b)", re.I)
"""On what condition something is done, or not: "if the slip is missing, we do not pay"."""
_WHAT_WE_DO = re.compile(r"^(?:(?:and|so|but|now|well)\W+)*what (?:we|I|they)(?:'ve| have| had)? (?:now |then |also )?(?:do|did|done|doing)\b", re.I)
_SOMEBODY = re.compile(r"\b(?:I|we|he|she|they|my|our|his|her|one of (?:them|our|my)|(?:a|one) (?:\w+ )?(?:woman|man|girl|boy|lady|farmer|client|owner|student|learner|mother|father|teacher|trader|member|colleague|young \w+|couple))\b", re.I)
"""Of whom a story tells."""
_ADVISES = re.compile(r"(?:don't|do not|never|always|please|make sure|let's|let us|remember to|you (?:should|must|need to|have to))\b", re.I)


def title(session: Session, finding: Finding, safe: Callable[[str], str]) -> str:
    """Return what a practice or story is called as it may be printed: what the speaker calls a practice, right before or
    soon after it at the latest, else what is done, or what happened; of an edited one what its new words call it. Empty if nothing names it."""
    statement, is_practice, edited = finding.statement, finding.kind is Kind.PRACTICE, finding.status is Status.EDITED
    own = finding.evidence[0]
    text, following = _text(session, own), after(session, finding, lambda said: False)
    near = [*(text[slice(*place)] for place in _just_before(text, own.start)), following.quote if following else ""]
    told = (statement, *(() if edited else near))
    names = (called(told) if is_practice else "", "" if edited else finding.fields.get("title", ""), doing(statement) if is_practice else happened(statement))
    return next((name for name in map(safe, filter(None, names)) if not WITHHELD.search(name)), "")


def _just_before(text: str, start: int) -> list[tuple[int, int]]:
    """Return where the last sentences before ``start`` stand, the nearest first."""
    return sentences_of(text, 0, start)[: -NAMED - 1 : -1]


def before(session: Session, finding: Finding, is_placed: Callable[[Evidence], bool], since: int | None = None) -> Evidence | None:
    """Return the last sentence that was said right before a finding's own words, or None if it is of something else,
    long, says nothing without the one before it, or ``is_placed``: stands in the paper anyway; of a practice
    that is named there, all from its name on, and all ``since`` a place where what leads up to it begins."""
    own = finding.evidence[0]
    if since is not None:
        led = piece(session, own, since, len(_text(session, own)[: own.start].rstrip()))
        if not any(is_placed(part) for part in sentences(session, own, led.start, led.end)):
            return led
    if finding.kind is Kind.PRACTICE and not called((finding.statement,)):
        text = _text(session, own)
        naming = next((place for place in _just_before(text, own.start) if called((text[slice(*place)],))), None)
        if naming is not None:
            said = piece(session, own, naming[0], naming[0] + len(text[naming[0] : own.start].rstrip()))
            return None if len(said.quote.split()) > BEFORE or is_placed(said) else said
    part = next((e for e in finding.around if e.is_beside(own) and e.start < own.start), None)
    if part is None:
        return None
    text = _text(session, own)
    start, end = sentences_of(text, part.start, part.end)[-1]
    said = piece(session, own, start, end)
    of_it = stems(said.quote) & stems(own.quote) or _WHAT_WE_DO.search(straight(said.quote)) or _RULES.match(straight(said.quote))
    return None if not of_it or goes_on(said.quote) or len(said.quote.split()) > BEFORE or is_placed(said) else said


def after(session: Session, finding: Finding, is_placed: Callable[[Evidence], bool], upto: int = 0) -> Evidence | None:
    """Return what was said right after a finding's own words, up to what ``is_placed`` in the paper anyway or is on the call
    itself: whole sentences, none that only leads on to another, of a story all that it takes to its point, more of what
    a practice only names, on what condition it is done, and all ``upto`` a place where it goes on.

    Speech without full stops goes on nowhere: cut within a name or a number, what is left would not be withheld.
    """
    own, story = finding.evidence[0], finding.kind is Kind.STORY
    defined = finding.kind is Kind.PRACTICE and only_names(finding.statement)
    text = _text(session, own)
    part = next((e for e in finding.around if e.is_beside(own) and e.start >= own.end), None)
    end = len(text) if story or defined else max(upto, part.end if part else own.end)
    sentences = list(takewhile(lambda place: not (is_placed(piece(session, own, *place)) or is_housekeeping(text[slice(*place)])), sentences_of(text, own.end, len(text))))
    needed = 0 if not story or comes_to_a_point(finding.statement) else _point(text, sentences)
    needed = max(needed, sum(place[0] < upto for place in sentences))
    count = max(needed, _fitting(text, [place for place in sentences if place[0] < end], DEFINED if defined else AFTER))
    while count > needed and _LEADS_ON.search(straight(text[slice(*sentences[count - 1])])):
        count -= 1
    if count and finding.kind is Kind.PRACTICE:
        ruled = takewhile(lambda place: _RULES.match(straight(text[slice(*place)])), sentences[count : count + RULED])
        count += sum(1 for _ in ruled)
    return piece(session, own, sentences[0][0], sentences[count - 1][1]) if count else None


def with_its_point(session: Session, said: Evidence) -> Evidence | None:
    """Return a quotation as it is, or one that only sets a scene together with what came of it, or leads up to how it is now
    with that, or is judged right behind with the verdict; None where the point is not told within :data:`POINT` sentences."""
    text = _text(session, said)
    sentences = sentences_of(text, said.end, len(text))[:POINT]
    count = _point(text, sentences) if is_scene(said.quote) else _turned(said.quote, text, sentences)
    if count is None:
        return said
    return piece(session, said, said.start, sentences[count - 1][1]) if count else None


def _turned(quote: str, text: str, sentences: list[tuple[int, int]]) -> int | None:
    """Return how many of ``sentences`` it takes to what turns a quotation into its point, 0 if that is out of reach, or None
    where it needs none."""
    if sentences and is_verdict(text[slice(*sentences[0])]):
        needed = 1
    elif is_set_up(quote):
        needed = next((number for number, place in enumerate(sentences, 1) if tells_of_new(text[slice(*place)])), 0)
    else:
        return None
    return needed if needed and _fitting(text, sentences, TURNED - len(quote.split())) >= needed else 0


def shows_how(session: Session, finding: Finding) -> bool:
    """Tell whether a practice says how something is done, or whoever names it goes on to say so."""
    own = finding.evidence[0]
    text = _text(session, own)
    return not only_names(finding.statement) or _fitting(text, sentences_of(text, own.end, len(text)), DEFINED) > 0


def is_part_of(session: Session, said: Evidence, practice: Evidence) -> bool:
    """Tell whether words follow so soon upon a practice in its turn that its card can quote them."""
    if not said.is_beside(practice) or said.start < practice.end or said.time - practice.time > SOON:
        return False
    return len(_text(session, practice)[practice.end : said.end].split()) <= DEFINED


def apart(session: Session, one: Evidence, other: Evidence) -> int | None:
    """Return how many words stand between two passages of a turn that stand near each other and have words of their matter in common, or None."""
    if not one.is_beside(other) or not stems(one.quote) & stems(other.quote):
        return None
    first, second = sorted((one, other), key=lambda part: part.start)
    words = len(_text(session, one)[first.end : second.start].split())
    return words if words <= NEAR else None


def is_told_out(session: Session, finding: Finding) -> bool:
    """Tell whether a story comes to its point within reach, and is one at all: advice is none, nor is what nobody did or lived through,
    nor what a slide shows."""
    if _ADVISES.match(straight(finding.statement)) or not _SOMEBODY.search(finding.statement):
        return False
    own = finding.evidence[0]
    text = _text(session, own)
    after_it = sentences_of(text, own.end, len(text))
    count = 0 if comes_to_a_point(finding.statement) else _point(text, after_it)
    return (count > 0 or comes_to_a_point(finding.statement)) and not any(points_at_what_was_shown(text[slice(*place)]) for place in after_it[:count])


def _point(text: str, sentences: list[tuple[int, int]]) -> int:
    """Return how many of ``sentences`` it takes to what came of it, or 0 if that is not within reach."""
    within = sentences[: _fitting(text, sentences, TO_THE_POINT)]
    return next((number for number, place in enumerate(within, 1) if comes_to_a_point(text[slice(*place)])), 0)


def _fitting(text: str, sentences: list[tuple[int, int]], most: int) -> int:
    """Return how many of ``sentences`` have at most so many words together."""
    words = 0
    for count, place in enumerate(sentences):
        words += len(text[slice(*place)].split())
        if words > most:
            return count
    return len(sentences)


def sentences(session: Session, own: Evidence, start: int, end: int) -> tuple[Evidence, ...]:
    """Return the sentences between two places of the turn or message of ``own``."""
    return tuple(piece(session, own, *place) for place in sentences_of(_text(session, own), start, end))


def to_its_end(session: Session, said: Evidence, most: int) -> Evidence:
    """Return words that end within a sentence together with what it goes on with, if that is so many words at ``most``."""
    text = _text(session, said)
    end = sentences_of(text, said.start, len(text))
    last = next((stop for start, stop in end if start < said.end <= stop), said.end)
    return piece(session, said, said.start, last) if said.end < last and len(text[said.end : last].split()) <= most else said


def to_its_turn(session: Session, said: Evidence, most: int, is_kept_out: Callable[[Evidence], bool]) -> Evidence:
    """Return words together with the next sentence of their turn, if that says what is otherwise, in so many words at ``most``, and is not kept out."""
    following = next(iter(sentences(session, said, said.end, len(_text(session, said)))), None)
    turns = following is not None and turns_plainly(following.quote) and len(following.quote.split()) <= most and following.quote[-1:] in (".", "!") and "?" not in following.quote
    return piece(session, said, said.start, following.end) if following is not None and turns and not is_kept_out(following) else said


def to_the_end_of_its_turn(session: Session, said: Evidence, most: int, is_kept_out: Callable[[Evidence], bool], asked: str = "") -> Evidence:
    """Return spoken words, and what leads them in on what was ``asked``, with what follows in their turn on the matter, in so many words at ``most``: all of it,
    or as far as it goes before a sentence that turns it round, and not to one that only leads on to the next."""
    if said.where != "turn":
        return said
    text = _text(session, said)
    whole = [end for start, end in sentences_of(text, said.start, said.end) if not _breaks_off(text[start:end])]
    if whole and whole[-1] < said.end and _breaks_off(said.quote):
        return piece(session, said, said.start, whole[-1])
    first = _led_in(session, said, text, most, asked, is_kept_out)
    ends = [said.end]
    for start, end in sentences_of(text, said.end, len(text)):
        if _is_off(text[start:end]) or is_kept_out(piece(session, said, start, end)):
            break
        if len(text[first:end].split()) > most:
            turned = _TURNS.match(text[start:end]) is not None
            while len(ends) > 1 and (turned or leads_on(text[ends[-2] : ends[-1]])):
                ends.pop()
                turned = False
            break
        ends.append(end)
    return piece(session, said, first, ends[-1])


def _led_in(session: Session, said: Evidence, text: str, most: int, asked: str, is_kept_out: Callable[[Evidence], bool]) -> int:
    """Return where words of a reply are led in from: from the sentences that they lean on, and from how the turn begins, if that is near
    and on what was ``asked``, in so many words at ``most``; else from themselves."""
    before = [place for place in sentences_of(text, 0, len(text)) if place[0] < said.start]
    if before and before[-1][1] > said.start:
        return said.start  # within a sentence, whose beginning is to another question
    first, words = said.start, len(said.quote.split())
    while before and _leans(text[first : said.end]):
        lead = len(text[slice(*before[-1])].split())
        if words + lead > most or not _may_lead(session, said, text, before[-1:], is_kept_out):
            break
        first, words = before.pop()[0], words + lead
    while before and (_is_off(sentence := text[slice(*before[0])]) or RUN_UP.match(straight(sentence)) or len(sentence.split()) < LED_BY):
        before.pop(0)
    begins = text[before[0][0] : first] if before else ""
    near = begins and len(begins.split()) <= min(BEGUN, most - words) and _is_on(straight(begins), asked)
    return before[0][0] if near and _may_lead(session, said, text, before, is_kept_out) else first


def _is_on(begins: str, asked: str) -> bool:
    """Tell whether how a reply begins is on what was asked: it takes up the matter, or says for whom alone somebody can answer or that they will not."""
    return len(stems(begins) & stems(asked)) >= SHARED and not _OF_SEVERAL.search(begins) or _NOT_FOR_ME.search(begins) is not None or declines(begins)


def _leans(quote: str) -> bool:
    return goes_on(quote) or _SINCE.match(quote) is not None or _TAKES_UP.match(quote) is not None


def _may_lead(session: Session, said: Evidence, text: str, places: list[tuple[int, int]], is_kept_out: Callable[[Evidence], bool]) -> bool:
    """Tell whether sentences of a turn may stand before a reply."""
    return all(len(text[slice(*place)].split()) >= LED_BY and not _is_off(text[slice(*place)]) and not is_kept_out(piece(session, said, *place)) for place in places)


def _breaks_off(sentence: str) -> bool:
    return sentence.rstrip(" .!\"'”’)")[-1:] in ("—", "–", "-")


def _is_off(sentence: str) -> bool:
    """Tell whether a sentence of a reply is none of it: it asks, hands on or thanks, breaks off, or goes to another matter."""
    return "?" in sentence or _ASKS.search(straight(sentence)) is not None or _breaks_off(sentence) or is_housekeeping(sentence) or turns_elsewhere(sentence) or not sentence.rstrip().endswith((".", "!", "”", '"'))


def piece(session: Session, own: Evidence, start: int, end: int) -> Evidence:
    """Return words of the turn or message of ``own`` as evidence, with their own time."""
    time = session.turns[own.index].cue_at(start).start if own.where == "turn" else own.time
    return own.model_copy(update={"start": start, "end": end, "time": time, "quote": _text(session, own)[start:end]})


def stems(text: str) -> set[str]:
    """Return the words of a text that tell what it is about, without their endings."""
    return {stem(word) for word in _WORD.findall(text.casefold()) if word not in ENGLISH_STOP_WORDS and len(word) > 3 and not word.isdigit()} - {"people", "month", "week", "year", "thing"}


def _text(session: Session, evidence: Evidence) -> str:
    return (session.turns if evidence.where == "turn" else session.messages)[evidence.index].text
