"""What came of a practice, looked for further on in what its speaker says: seldom is it told in the next sentence.

Only what says outright that it is a result is taken, and at a distance only if it speaks of the same things.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence

from copaper.datewords import MONTHS
from copaper.papers.around import piece, sentences, stems
from copaper.papers.choosing import ends_open, goes_on
from copaper.papers.participation import untold
from copaper.records import Evidence, Finding, Session
from copaper.textclean import is_housekeeping, points_at_what_was_shown, sentences_in, sentences_of, straight

WITHIN = 120.0
"""Seconds after a practice within which what came of it is looked for."""
NEAR = 4
"""Sentences within which it needs no word in common with the practice."""
LONGEST, LED, COMPARED = 45, 60, 80
"""Words of what is quoted, and of it with the sentence that says of what."""
SHORTEST = 5

_NUMBER = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|half|a (?:third|quarter|fifth|tenth)|two thirds|nobody)"
)
_DID = r"(?:came|come|left|got|get|won|paid|stayed|closed|finished|completed|passed|bought|sold|survived|changed|joined|signed|registered|returned|graduated|bring|brought|are (?:still|now|using)|were (?:\w+ed|paid|still|using)|have (?:since |now |all )?(?:\w+ed|got|found|won|sold|paid|left|kept|made|done))"
"""What people did, or how they are, once something was done."""
_TELLS = re.compile(
    rf"(?<!first )\b{_NUMBER} (?:out )?of (?:them|those|these|us|which|whom|(?:the|our|their|my) [\w-]+(?: [\w-]+)?)(?: [\w'’-]+){{0,3}} {_DID}\b|\b{_NUMBER} out of (?:every )?{_NUMBER}\b|"
    rf"^\W*(?:(?:and|so|but) )*(?:out )?of (?:the |those |these )?{_NUMBER}\b.*\b{_NUMBER}(?: [\w'’-]+){{0,2}} (?:{_DID}|are|is|were|was|have|had|stopped|went|go|use|work)\b|"
    rf"\b{_NUMBER}(?:%| ?per ?cent)?(?: (?!of\b|that\b|which\b|who\b|to\b)[a-z-]+){{0,3}} {_DID}\b|\bonly (?:about |some )?{_NUMBER} of them\b|\bbetween the {_NUMBER} of them\b|"
    rf"\b(?:went|gone|fell|fallen|dropped|rose|risen|grew|grown|reduced|increased|cut|came down|moved) (?:\w+ ){{0,4}}(?:from|by|to) (?:about |around |some |over |under |R)?{_NUMBER}\b|"
    r"^\W*(?:(?:and|so|but) )*(?:since then|in the end|as a result|by now|the (?:result|effect|outcome) (?:is|was|has been))\b|\bwhat we(?:'ve| have)? (?:found|saw|learn(?:ed|t)|noticed) (?:is|was)\b|\bwe (?:found|saw|noticed) that\b|"
    rf"\bsince (?:then|last|we|they|it|she|he|(?:{'|'.join(MONTHS)})) ?[^.?!]{{0,60}}?\b(?:(?:we|they|I|it|she|he)(?:'ve| have| has)(?: now| already)? (?:got|had|sold|won|made|found|placed|signed)|it's|it is|there(?:'s| are)) (?:now |already |about |some |over )?{_NUMBER}\b|"
    r"\bworked (?:much |far |a lot |even )?better\b|\b(?:it|that|this)(?: has)? (?:really |completely |totally )?changed everything\b|"
    r"\bsince we (?:started|began|did|introduced|changed)\b|\b(?:has|have) (?:really |actually )?(?:helped|improved|doubled|halved|grown|dropped|fallen)\b|(?<!how )(?<!what )\b(?:it|that|this)(?: has)? (?:really |actually )?(?:worked|helped|paid off|saved)\b",
    re.I,
)
_SUPPOSED = re.compile(r"\b(?:if|will|'ll|would|(?<!\bI)'d|should|could|might|may|going to|plan(?:s|ned|ning)? to|want(?:s|ed)? to|hope[sd]?|hoping|need(?:s|ed)? to|\w*n't know|for example|let's|imagine|by law)\b", re.I)
_HEDGES = re.compile(r"^\W*(?:(?:well|so|but|and|now|um|uh|yeah|it(?:'s| is)|that(?:'s| is)|we(?:'re| are)|still|much|far|very|only|too|a (?:bit|little))\W+)*(?:early\b|not yet\b|(?:hard|difficult) to (?:say|tell)\b)[^.?!]{0,40}[.!]", re.I)
"""How somebody says that what comes now does not tell much yet."""
_COUNTED_BEFORE = re.compile(rf"^\W*(?:(?:and|so|but) )*(?:out )?of the {_NUMBER} (?:we|they|I|there|only|about)\b|\bsince they (?:[a-z]+ed|began|came|got|went|were|have|had)\b", re.I)
"""What speaks of so many, or of those, and only the sentence before says of what."""
_GOES_ELSEWHERE = re.compile(r"^(?:\W|and|so|but|now|then)*(?:another\b|(?:the )?(?:second|third|next|last|other)(?:ly)?(?:,| (?:thing|point|one|question|issue|example|practice|project)\b)|finally,|my (?:next|second|last)\b|moving on|let me|let's|coming to)", re.I)


def came_of_it(session: Session, finding: Finding, told: Sequence[Evidence], is_kept_out: Callable[[Evidence], bool]) -> Evidence | None:
    """Return where the speaker tells what came of a practice, behind all that is ``told`` of it, or None where that does so, or nothing is found."""
    own = finding.evidence[0]
    if any(map(tells, (own.quote, *(part.quote for part in told)))) or own.participant in untold(session):  # else anybody's words would do
        return None
    matter = {word for part in (own, *told) for word in stems(part.quote)}
    last = max((own, *told), key=lambda part: part.end)
    found: list[Evidence] = []
    passed: list[Evidence] = []
    for distance, said in enumerate(_spoken_on(session, last)):
        if said.time > own.time + WITHIN or _GOES_ELSEWHERE.match(said.quote) or is_kept_out(said):
            break
        if found:
            # "By May six of 70 had passed. Since then it was 23 of 50." is half told without its end.
            if said.index != found[0].index or len(said.quote.split()) + sum(len(part.quote.split()) for part in found) > COMPARED or not tells(said.quote):
                break
            found.append(said)
        elif tells(said.quote) and _is_plain(said.quote):
            before = next((part for part in passed[-1:] if part.index == said.index), None)
            if distance < NEAR and said.index == own.index or stems(said.quote) & matter and not goes_on(said.quote):
                found = [said]
            elif before is not None and stems(before.quote) & matter and _is_plain(before.quote) and not goes_on(before.quote) and not _SUPPOSED.search(straight(before.quote)):
                found = [before, said]  # "I gave out sixty forms. Half of them came back."
            led = next((part for part in reversed(passed) if found and part.index == said.index and part.end <= found[0].start), None)
            if led is not None and _leads_up(led.quote, found[0].quote):
                found.insert(0, led)
            elif found and _COUNTED_BEFORE.search(found[0].quote):
                return None  # nobody would know of what
        passed.append(said)
    return piece(session, found[0], found[0].start, found[-1].end) if found else None


def tells(said: str) -> bool:
    """Tell whether words say outright what came of something."""
    said = straight(said)
    return any(_TELLS.search(one) and not _SUPPOSED.search(one) for one in sentences_in(said)) and "?" not in said


def _leads_up(before: str, said: str) -> bool:
    """Tell whether a result cannot be told without the sentence ``before`` it: that it is early to say, or of what so many are."""
    counted = _COUNTED_BEFORE.search(said) is not None and not ends_open(before) and "?" not in before and len(f"{before} {said}".split()) <= LED
    return counted or _HEDGES.match(straight(before)) is not None


def _is_plain(said: str) -> bool:
    return SHORTEST <= len(said.split()) <= LONGEST and not (ends_open(said) or is_housekeeping(said) or points_at_what_was_shown(said)) and "?" not in said and said.rstrip("\"'”’) ")[-1:] in (".", "!")


def _spoken_on(session: Session, last: Evidence) -> Iterator[Evidence]:
    """Yield the sentences of a speaker behind ``last``, in this turn and the next ones."""
    if last.where == "message":
        return
    for turn in session.turns[last.index :]:
        if turn.start > last.time + WITHIN:
            return
        if turn.participant == last.participant:
            holder = last.model_copy(update={"index": turn.index})
            for start, end in sentences_of(turn.text, last.end if turn.index == last.index else 0, len(turn.text)):
                yield piece(session, holder, start, end)


def divided(session: Session, said: Evidence, is_kept_out: Callable[[Evidence], bool]) -> tuple[Evidence | None, Evidence | None]:
    """Return of what was said after a practice what only goes on, and from where on it tells what came of it."""
    parts = sentences(session, said, said.start, said.end)
    first = next((place for place, part in enumerate(parts) if tells(part.quote)), None)
    if first is None:
        return said, None
    first -= bool(first) and _leads_up(parts[first - 1].quote, parts[first].quote)
    before = piece(session, said, said.start, parts[first - 1].end) if first else None
    return before, _compared(session, piece(session, said, parts[first].start, said.end), is_kept_out)


def _compared(session: Session, result: Evidence, is_kept_out: Callable[[Evidence], bool]) -> Evidence:
    """Return a result with the sentences right behind it that tell more of it: "by May six of 70 had passed, since then 23 of 50"."""
    for part in sentences(session, result, result.end, sys.maxsize):
        whole = piece(session, result, result.start, part.end)
        if not tells(part.quote) or is_kept_out(part) or len(whole.quote.split()) > COMPARED:
            break
        result = whole
    return result
