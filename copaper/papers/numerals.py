"""Numbers of a statement or of what a topic quotes written in one way, as speech recognition writes some in words and some in digits.

"Of 74 applications fifty one were approved" becomes "of 74 applications 51 were approved": digits from ten up, but where
a sentence begins. A decimal ("one comma nine million") and a year ("in twenty seventeen") are digits anywhere. Only
what can be read in no other way is changed; evidence never is.
"""

from __future__ import annotations

import re

_ONES = {word: n for n, word in enumerate("one two three four five six seven eight nine".split(), 1)}
_TEENS = {word: n for n, word in enumerate("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10)}
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_VALUES = {**_ONES, **_TEENS, **_TENS}

_ONE, _TEEN, _TEN = ("|".join(words) for words in (_ONES, _TEENS, _TENS))
_BELOW = rf"(?:(?:{_TEN})(?:[- ](?:{_ONE}))?|{_TEEN}|{_ONE})"
"""A number below a hundred."""
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DECIMAL = re.compile(rf"\b(?P<whole>{_BELOW}) (?:comma|point) (?P<rest>(?:{_ONE}|zero)(?: (?:{_ONE}|zero))?)(?= (?:thousand|million|billion|per ?cent)\b)", re.I)
_YEAR = re.compile(
    rf"(?P<led>\b(?:in|since|until|till|by|from|of|during|before|after|to|and|early|late|mid|{_MONTH}) )"
    rf"(?:(?P<century>nineteen|twenty) (?P<year>(?:{_TEN})(?:[- ](?:{_ONE}))?|{_TEEN})|two thousand(?: and)? (?P<since>{_BELOW}))"
    r"(?=[.,;:!?]|$| (?:we|I|they|he|she|it|there|the|an?|and|to|until|was|were|is|when|with|our|my|their|people|nobody|but|that|this|in|on|at|for|only|already)\b)",
    re.I,
)
_CENTURY_LED = frozenset("of to and by from".split())
"""Before these a number may count something: "from twenty thirty people came" has no year, nor has "the bill went to two thousand three"."""
_COUNT = re.compile(
    rf"(?<![\w-])(?:(?P<hundreds>an?|{_ONE}) hundred and (?P<odd>{_BELOW})|(?P<full>{_ONE}) hundred|(?P<below>(?:{_TEN})(?:[- ](?:{_ONE}))?|{_TEEN}))"
    rf"(?P<thousand> thousand)?(?![ -](?:hundred\b|thousand\b|{_BELOW}\b|\d))(?!(?<=ty|ed)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)(?![\w-])(?! (?:minute|day|week|month|year|hour|point|comma|to one)\b)",
    re.I,
)
"""A number from ten up; in "a ten minute walk" it belongs to a name."""
_WITHIN = re.compile(rf"(?:\b(?:{_BELOW}|hundred|thousand|million)(?: and)?|\d)[ -]$", re.I)
"""Before a number that is the end of a longer one, or that another stands beside."""
_SENTENCE = re.compile(r"(?:^|[.!?][\"'”’)]*\s)[\"'“‘(]*$")
"""Before a number that begins a sentence, where none stands in digits."""
_GLUED = re.compile(rf"(?<![\w.,/#])(?P<before>{_MONTH}(?=\d{{1,4}}\b)|\d[\d.,]*(?=(?:thousand|million|billion|per ?cent|people|years?|days?|weeks?|months?|hours?)\b))")
"""Where an export lost the space of "7.7 million" or "29 April"."""
_BEGINS = re.compile(r"^([1-9]) (?=[a-z])")
_WORDS = ("", *(word.capitalize() for word in _ONES))


def one_way(statement: str) -> str:
    """Return a statement with its numbers written in one way."""
    text = _GLUED.sub(r"\g<before> ", statement)
    text = _DECIMAL.sub(lambda found: f"{_value(found['whole'])}.{''.join(str(_VALUES.get(word.casefold(), 0)) for word in found['rest'].split())}", text)
    text = _COUNT.sub(_as_digits, _YEAR.sub(_as_year, text))
    return _BEGINS.sub(lambda found: f"{_WORDS[int(found[1])]} ", text)


def _value(words: str) -> int:
    return sum(_VALUES[word] for word in re.split(r"[- ]", words.casefold()))


def _as_year(found: re.Match[str]) -> str:
    if found["since"]:
        if found["led"].strip().casefold() in _CENTURY_LED - {"by"} and found["since"].casefold() in _ONES:
            return found[0]
        return f"{found['led']}{2000 + _value(found['since'])}"
    if found["led"].strip().casefold() in _CENTURY_LED and found["year"].casefold() in ("ten", "twenty", "thirty", "forty", "fifty"):
        return found[0]
    return f"{found['led']}{(19 if found['century'].casefold() == 'nineteen' else 20) * 100 + _value(found['year'])}"


def _as_digits(found: re.Match[str]) -> str:
    before = found.string[: found.start()]
    if _WITHIN.search(before) or _SENTENCE.search(before):
        return found[0]
    if found["odd"]:
        amount = 100 * _VALUES.get(found["hundreds"].casefold(), 1) + _value(found["odd"])
    elif found["full"]:
        amount = 100 * _VALUES[found["full"].casefold()]
    else:
        amount = _value(found["below"])
    return f"{amount * 1000 if found['thousand'] else amount:,}"
