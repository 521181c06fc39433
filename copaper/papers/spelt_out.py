"""What abbreviations stand for, where the talk itself says it: "the Committee of Bean Growers, the CBG guide"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from copaper.namewords import KNOWN_ABBREVIATIONS

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_GAP = re.compile(r"[ \-]|, (?=and )|'s |’s ")
"""What may stand between the words of a name."""
_SMALL = frozenset("and at de du for in of on the to und van".split())
_LEAST = 4
"""Letters of an abbreviation from which on a name with these initials is taken for what it stands for, wherever it was said."""
_EMPTY = ENGLISH_STOP_WORDS - frozenset("computer fire first full further interest name system third".split())
"""Words of which no term is made; "further" makes one with "education"."""
_OFTEN = {2: 5}
"""Times that words with the initials of an abbreviation have to be said to be taken for what it stands for, by its letters: two are met by chance."""
_TWICE = 2
_FREQUENT, _VERY_FREQUENT = {2: 4}, 12
"""Times that an abbreviation has to be said for that, by its letters, and for words that were said once."""
_TOGETHER = 5
"""Times that one of three letters and its words have to be said together."""
_STEM = 5
"""Letters by which words are one in other forms."""
_RIVALS = 4
"""How many times as often they have to be said as any other words with these initials."""
_LONG_FIRST = re.compile(r"(?: ?\((?:or |i\.e\.,? |the )?|,? (?:or|also|called|abbreviated(?: as| to)?|known as|abbreviation)(?: the| as)? |, (?:the |so |that(?:'s|’s| is) (?:the )?)?)$")
"""What stands between a name and its abbreviation."""
_SHORT_FIRST = re.compile(r"(?:[,)]? (?:stands for|means|is short for|which (?:stands for|is|means)|that(?:'s|’s| is)|meaning|or|i\.e\.)(?:,)? (?:the |a |an )?| \((?:the )?|, the | ?[—–] ?(?:(?:we(?:'ve| have)(?: got)?|that(?:'s| is|’s)|it(?:'s| is|’s)) )?(?:the |an? )?)$")
"""The same the other way round."""
_SAYS_SO = re.compile(r"stands|short|means|meaning|abbrev|i\.e|\(|[—–]")


class _Word(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def is_large(self) -> bool:
        return self.text[0].isupper() and (len(self.text) == 1 or not self.text.isupper())


def spelt_out(texts: Iterable[str], abbreviations: Collection[str]) -> dict[str, str]:
    """Return what ``texts`` say that ``abbreviations`` stand for, of those for which they say one thing only."""
    wanted = {short for short in abbreviations if re.fullmatch(r"[A-Z]{2,7}", short)}
    beside: dict[str, dict[str, str]] = {short: {} for short in wanted}
    anywhere: dict[str, dict[str, str]] = {short: {} for short in wanted}
    said: dict[str, Counter[str]] = {short: Counter() for short in wanted}
    uses: Counter[str] = Counter()
    for text in texts:
        words = [_Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
        uses.update(word.text.removesuffix("s") for word in words if word.text.removesuffix("s") in wanted)
        for short in sorted(wanted):
            for first, last in _with_initials(text, words, short):
                long = " ".join(text[words[first].start : words[last].end].split())
                large = all(word.is_large for word in words[first : last + 1] if word.text.casefold() not in _SMALL and not _is_second_part(text, word))
                if _stands_beside(text, words, first, last, short, large):
                    beside[short].setdefault(_stems(long), long)
                elif large and len(short) >= _LEAST:
                    anywhere[short].setdefault(long.casefold(), long)
                if _is_plain(words[first : last + 1], short):
                    said[short][long] += 1
    found = {short: next(iter(told.values())) for short in sorted(wanted) if len(told := beside[short] or anywhere[short]) == 1}
    found |= {short: long for short in sorted(wanted.difference(found)) if (long := _usual(said[short], uses[short], len(short)))}
    return {short: long for short, long in found.items() if short not in long.split()}


def _is_plain(words: list[_Word], short: str) -> bool:
    """Tell whether words give one letter each, and may be one term: "pull request", not "pulls it"."""
    texts = [word.text.casefold() for word in words if word.text.casefold() not in _SMALL]
    if len(short) > 2 and short in KNOWN_ABBREVIATIONS and not all(word.is_large for word in words):
        return False  # "ISO" is not what the talk has by chance of its initials
    return len(texts) == len(short) and _EMPTY.isdisjoint(texts) and not any("'" in text or "’" in text or len(text) < 3 for text in texts) and not any(text.endswith("s") and not text.endswith(("ss", "us", "is")) for text in texts[:-1])


def _usual(said: Counter[str], uses: int, letters: int) -> str:
    """Return the words that were said often enough, and far more often than any others, for an abbreviation of so many ``uses``."""
    terms: Counter[str] = Counter()
    for long, count in said.items():
        terms[_singular(long)] += count
    if letters < _LEAST:  # "part of rules" is met by chance
        terms = Counter({long: count for long, count in terms.items() if _SMALL.isdisjoint(long.split()) or letters > 2 and count >= _TWICE})
    (best, often), (_, other) = [*terms.most_common(2), ("", 0), ("", 0)][:2]
    enough = often >= _OFTEN.get(letters, _TWICE) or letters > 2 and often and uses >= _VERY_FREQUENT
    enough = enough and (letters != 3 or often + uses >= _TOGETHER)
    by_length = letters > _LEAST or letters == _LEAST and often >= _TWICE  # so many initials are met by chance hardly ever
    if not (uses >= _FREQUENT.get(letters, _TWICE) and enough or by_length) or not often or often < _RIVALS * other:
        return ""
    return max((long for long in said if _singular(long) == best), key=lambda long: (said[long], long.islower(), -len(long), long))


def _singular(long: str) -> str:
    return long.casefold().replace("-", " ").removesuffix("s")


def _stems(long: str) -> str:
    """Return by what words are one thing, in whatever form: "educated other than at school"."""
    return " ".join(word[:_STEM] for word in long.casefold().split())


def _with_initials(text: str, words: list[_Word], short: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each name whose initials are those of ``short``; small words need not count."""
    for first, word in enumerate(words):
        if word.text[0].upper() != short[0] or word.text.isupper() and len(word.text) > 1 or word.text.casefold() in _SMALL:
            continue
        at, last = 1, first
        while at < len(short) and last + 1 < len(words) and _is_gap(text[words[last].end : words[last + 1].start], words[last]):
            last += 1
            following = words[last].text
            if following[0].upper() == short[at] and (following.casefold() not in _SMALL or following[0].isupper() or _is_needed(words, last, short, at)):
                at += 1
            elif following.casefold() not in _SMALL and not _is_second_part(text, words[last]):
                break
        if at == len(short) and last > first and any(len(one.text) > 2 for one in words[first : last + 1]) and words[last].text.casefold() not in _SMALL:
            yield first, last


def _is_second_part(text: str, word: _Word) -> bool:
    """Tell whether a word stands small behind a hyphen, as in "Co-operation": it need give no letter."""
    return word.text[0].islower() and text[max(0, word.start - 1) : word.start] == "-"


def _is_gap(between: str, before: _Word) -> bool:
    """Tell whether a name goes on behind a word: "U.S. Grain Board" has dots behind letters."""
    return _GAP.fullmatch(between) is not None or len(before.text) == 1 and between in (".", ". ")


def _is_needed(words: list[_Word], place: int, short: str, at: int) -> bool:
    """Tell whether a small word has to give its letter: the word behind it does not give it."""
    return place + 1 >= len(words) or words[place + 1].text[0].upper() != short[at]


def _stands_beside(text: str, words: list[_Word], first: int, last: int, short: str, large: bool) -> bool:
    """Tell whether a name and its abbreviation are said in one breath; words that are no name need to be said to be it."""
    before, after = text[: words[first].start], text[words[last].end :]
    for match in re.finditer(rf"\b{re.escape(short)}\b", after[:40]):
        if gap := _LONG_FIRST.fullmatch(after[: match.start()]):
            return large or _SAYS_SO.search(gap[0]) is not None
    for match in reversed(list(re.finditer(rf"\b{re.escape(short)}\b", before[-40:]))):
        if gap := _SHORT_FIRST.fullmatch(before[-40:][match.end() :]):
            return large or _SAYS_SO.search(gap[0]) is not None
    return False
