"""Codes and initials by which people are called: "JHD", "MF".

A list of people may give somebody's code, a transcript may have one as a speaker's label, and
whoever is known is called by their initials now and then. Such letters are often something else
as well ("DE", "PR"), so that their use decides wherever no list makes it plain.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from copaper.namewords import KNOWN_ABBREVIATIONS
from copaper.records import Participant, Role

CODE = re.compile(r"[A-Z][A-Z0-9]{1,4}")
"""How a code is written."""
LONGEST_CODE = 5
_IN_TEXT = re.compile(r"(?<![\w@./#&-])[A-Z][A-Z0-9]{1,4}(?![\w@/&])")
_FEWEST = 3
"""Codes on lists and labels from which on a session's people go by codes, those too whom no export has."""
_MOSTLY = 0.5
"""Share of the uses of an ordinary abbreviation from which on it means somebody throughout."""
_OFTEN = 0.3
"""The same share for a code that no list has."""
_LONGEST_UNLISTED = 3
_LEAST_IN_LINKS = 3
_ENDS_OF_HOSTS = frozenset("COM EDU GOV INT MIL NET ORG".split())
_WORDS_IN_SMALL = frozenset("BOTH EACH HER HIM HIS ITS LETS MANY SHE SOME THAT THEM THEN THEY THIS WHAT".split())
"""Which say and ask something too."""
_VOWEL = re.compile(r"[AEIOUY]")
_PARTICLES = frozenset("van der den de du da dos la le bin ibn von del dr prof mr mrs ms".split())
_MOST_INITIALS = 5
_SAYING = (
    r"(?:said|says|asked|asks|presented|presents|suggested|suggests|proposed|proposes|mentioned|mentions|thinks|thought|believes|argued|argues|replied|replies|"
    r"agrees|agreed|disagrees|disagreed|explained|explains|pointed|points out|noted|raised|told|wants? to|wanted to|would like|prefers|preferred|objects|objected|"
    r"volunteered|wrote|commented|wondered|wonders|meant|showed|identified|knows|spoke|answered|(?:is|was|['’]s) (?:also |just |now )?(?:next|up\b|muted|right|on (?:the|a) (?:queue|call|side)|"
    r"proposing|suggesting|asking|saying|arguing|wondering|working|presenting|talking|speaking)|(?:is|was) (?:one of )?(?:the|an?|our) (?:(?:only|main|other|original|first|current|former) )?(?:person|people|author|co-author|editor|champion|delegate|member|one|expert|chair|presenter)\b|(?:has|have|had) (?:(?:an?|the|his|her|their|some|several|more|another|two|three) )?(?:hand|questions?|points?|comments?|reply|replies|concerns?|thoughts?|feedback)\b)"
)
_AFTER = re.compile(
    rf"(?:(?: (?:also|just|then|already|really|actually|once|and (?:I|others|we)|has|had|have|have been|has been))* {_SAYING}\b|"
    r",? (?:go ahead|please|you(?:['’]re| are| have| had| were| said)|(?:can|could|would|will|do|did|are|have|if) you)\b|"
    r"['’]s (?:\w+ )?(?:points?|ideas?|questions?|suggestions?|comments?|opinion|views?|concerns?|positions?|argument|objections?|example|intuition|reply|answer|slides?|presentation)\b)"
)
_CAN = re.compile(r" can (?:also )?(?:give (?:us )?an? |share|present|speak|talk|explain|tell)\b")
"""What whoever has such a code on a list or label is said to be able to do; a tool can as much."""
_ADDRESSED = re.compile(
    r"(?:\b(?:thanks|thank you|hi|hello|hey|dear|over to|hand(?:ing)? to|agree with|agreed with|(?:suggestion|question|comment|point|idea|reply|message|request) (?:from|of|by)|(?:spoke|talked|chatted) (?:to|with)|plus one to)(?: so much| very much)?,? +|@ ?)$",
    re.I,
)
_NAMED_BEFORE = re.compile(r"\b([A-Z][A-Z0-9]{1,4})(?:, and|,| and| or| &) $")
_NAMED_AFTER = re.compile(r"(?:, and|,| and| or| &) ([A-Z][A-Z0-9]{1,4})\b")
"""What is said in one breath with somebody."""
_SUPPORTERS = re.compile(r"(?:\+1s?(?: from)?|(?:thumbs up|plus ones?) from|(?:seconded|reviewed) by):? (?:(?:[A-Z][A-Z0-9]{1,4}|×\d+|and|&)[ ,;/]{1,3}){0,12}$", re.I)
"""A list of who supports something, as minutes have it: "+1 from AB, CD and"; of who pays for something there are bodies in it."""
_LIST = 80
"""Letters of such a list, at most."""
_LABEL = re.compile(r" (?:I|Yes|Yeah|No|Okay|Thank)\b")
_OPENS = re.compile(r"(?:^|[.?!] +)$")
_THING_BEFORE = re.compile(r"(?:\b(?:the|an?|our|your|their|this|these|those|each|every|any|some|no|my|new|old|in|into|within|via|using|per) +|\d ?)$", re.I)
_THING_AFTER = re.compile(r"s\b| ?\d|-")
_ALSO_SHOUTED = re.compile(r"\b[A-Z]{2,}\b")


@dataclass(frozen=True)
class Codes:
    """``sure`` are a person's wherever they are written; ``by_use`` where they are used so, as lists and labels have those ``listed``; ``anybody`` tells
    that people go by codes here, so that one of nobody on the lists is somebody's where it is used so."""

    sure: frozenset[str] = frozenset()
    by_use: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    anybody: bool = False

    def means_somebody(self, text: str, start: int, end: int) -> bool:
        """Tell whether the letters from ``start`` to ``end`` are a person's there."""
        written = text[start:end]
        if written.upper() != written:
            return self._means_somebody_in_small(text, start, end)
        if not CODE.fullmatch(written) or _is_counted(text[max(0, start - 2) : start]):
            return False
        if written in self.sure:
            return _is_among_supporters(text, start) or not _is_shouted(text, start, end)
        if written not in self.by_use:
            return self.anybody and _may_be_unlisted(written) and is_person_at(text, start, end)
        beside = _NAMED_BEFORE.search(text[max(0, start - 12) : start]), _NAMED_AFTER.match(text[end : end + 12])
        can = (written in self.listed or written not in KNOWN_ABBREVIATIONS) and _CAN.match(text[end : end + 24]) is not None and not _THING_BEFORE.search(text[max(0, start - 40) : start])
        return can or is_person_at(text, start, end) or any(other and other[1] in self.sure for other in beside)

    def _means_somebody_in_small(self, text: str, start: int, end: int) -> bool:
        """Tell whether a code that was typed in small letters is one: it can be no word, or is used as a name is."""
        code = text[start:end].upper()
        return code in self.sure - KNOWN_ABBREVIATIONS and (_is_no_word(code) or code not in _WORDS_IN_SMALL and (len(code) > 2 or not _VOWEL.search(code)) and is_person_at(text, start, end))

    def are_in(self, words: Collection[str]) -> bool:
        """Tell whether somebody's code is among the words of a web address."""
        return any(len(word) >= _LEAST_IN_LINKS and word.upper() in self.sure - KNOWN_ABBREVIATIONS - _ENDS_OF_HOSTS for word in words)


def _is_no_word(code: str) -> bool:
    return len(code) > 2 and _VOWEL.search(code) is None


def own_codes(person: Participant) -> frozenset[str]:
    """Return the codes that lists and labels give somebody: none that is the name of their organisation, or of a tool."""
    if person.role is Role.BOT:
        return frozenset()
    return frozenset(name for name in (person.name, *person.aliases, *person.codes) if CODE.fullmatch(name) and name != person.organisation)


def initials(name: str) -> frozenset[str]:
    """Return what somebody of this name may be called for short: "Ann-Marie van der Walt" is AW, AMW, AVDW and AMVDW."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.split(r"[(\[|]", name)[0])
    if len(words) < 2:
        return frozenset()
    found = set()
    for particles, hyphens in product((True, False), repeat=2):
        kept = [word for word in words if particles or word.casefold() not in _PARTICLES]
        parts = [part for word in kept for part in (word.split("-") if hyphens else [word])]
        found |= {"".join(part[0] for part in parts).upper()} | ({(parts[0][0] + parts[-1][0]).upper()} if parts else set())
    return frozenset(code for code in found if CODE.fullmatch(code) and len(code) <= _MOST_INITIALS)


def codes_of(people: Iterable[Participant], texts: Sequence[str] = ()) -> Codes:
    """Return by which letters people are called in a session where ``texts`` were said and written."""
    there = list(people)
    listed = frozenset(code for person in there for code in own_codes(person))
    derived = frozenset(code for person in there if person.role is not Role.BOT for name in (person.name, *person.aliases) for code in initials(name))
    uses = _uses(texts)
    anybody = len(listed) >= _FEWEST
    # Where people go by codes, even an ordinary abbreviation is a code if it is somebody's and never used as a thing.
    sure = {code for code in listed for use in [uses.get(code, (0, 0, 0))] if (code not in KNOWN_ABBREVIATIONS or anybody and not use[2]) and not _is_mostly_a_thing(use)}
    known = listed | derived
    for code, (all_, somebody, thing) in uses.items():
        ordinary = code in KNOWN_ABBREVIATIONS
        share = _MOSTLY if ordinary else 0.0 if code in known else _OFTEN
        if somebody and not thing and (code in known or anybody and _may_be_unlisted(code)) and somebody > share * all_:
            sure.add(code)
    return Codes(frozenset(sure), known - sure, listed, anybody)


def _may_be_unlisted(code: str) -> bool:
    """Tell whether letters that no list has may be the code of somebody who is not there."""
    return code.isalpha() and len(code) <= _LONGEST_UNLISTED and code not in KNOWN_ABBREVIATIONS


def is_person_at(text: str, start: int, end: int) -> bool:
    """Tell whether letters are used as a person's name is: they say or do something, or are spoken to."""
    before, after = text[max(0, start - 40) : start], text[end : end + 60]
    if _is_among_supporters(text, start):
        return True
    if _THING_BEFORE.search(before) or _is_shouted(text, start, end):
        return False
    return bool(_AFTER.match(after) or _ADDRESSED.search(before) or (_OPENS.search(before) and _LABEL.match(after)))


def _is_among_supporters(text: str, start: int) -> bool:
    return _SUPPORTERS.search(text[max(0, start - _LIST) : start]) is not None


def _uses(texts: Sequence[str]) -> dict[str, tuple[int, int, int]]:
    """Return how often each code is used, how often as a person's, and how often as a thing's."""
    found: dict[str, tuple[int, int, int]] = {}
    for text in texts:
        for match in _IN_TEXT.finditer(text):
            all_, somebody, thing = found.get(match[0], (0, 0, 0))
            found[match[0]] = all_ + 1, somebody + is_person_at(text, match.start(), match.end()), thing + _is_thing_at(text, match.start(), match.end())
    return found


def _is_thing_at(text: str, start: int, end: int) -> bool:
    return bool(_THING_BEFORE.search(text[max(0, start - 12) : start]) or _THING_AFTER.match(text[end : end + 3]))


def _is_mostly_a_thing(use: tuple[int, int, int]) -> bool:
    all_, somebody, thing = use
    return thing > _MOSTLY * all_ and thing > somebody


def _is_counted(before: str) -> bool:
    return re.search(r"\d ?$", before) is not None


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Tell whether letters stand among words that are all written in capitals."""
    near = [*re.findall(r"[^\W_]+", text[max(0, start - 24) : start])[-2:], *re.findall(r"[^\W_]+", text[end : end + 24])[:2]]
    return len(near) > 1 and all(_ALSO_SHOUTED.fullmatch(word) for word in near)
