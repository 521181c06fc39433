"""What words mean where they stand: somebody of that name, or somebody's own organisation."""

from __future__ import annotations

import re

_OPENING = re.compile(r"(?:^|[.!?…]\s+|[\"“]\s*)$")
OWN_BODY = re.compile(
    r"\b(?:(?:I|we|us|I'm|I am|we're|we are|here|done|do|did|had|have|work|working|worked|based|been|team|colleagues?|adviser|director|manager|chair|member) (?:at|from|for|of|in|with)|(?:I|we|us),? (?:here )?as|on behalf of|I represent|we represent|(?:I|we|I've|we've) (?:run|ran|lead|head|manage|managed|direct|chair|founded|own|started|joined)|"
    r"(?:I'm|I am) (?:an?|the) (?:[\w'’-]+ ){1,8}?(?:at|from|for|of|in|with)|(?:this is|my name is|I'm|I am|it's(?= \[|(?-i: [A-Z][\w'’-]+ [A-Z]))) (?:\[name withheld\]|[\w'’-]+(?: [\w'’-]+){0,2})(?: (?:from|at|of)|,)|we are|we're|(?:my|our) (?:own )?(?:organi[sz]ation|company|firm|agency|centre|business|cooperative|office)(?: is| is called|,)|"
    r"(?:^|[.!?]\s+)(?:[Hh]ere )?(?:at|with|from)) (?:the |our )?$", re.I
)  # fmt: skip
"""What somebody says before their own organisation."""
SPEAKS_FOR = re.compile(
    r"(?:\b(?:members?|MPs?|ridings?|constituenc(?:y|ies)|constituents|representatives?|residents|voters|people|city|town|community|communities) (?:for|of|in|from)"
    r"|\b(?:represent|represents|representing)|\b(?:mr|mrs|ms|dr|hon)\. ?[\w'’-]+(?: [\w'’-]+){0,2}(?:,| (?:for|of|in|from)))(?: the)? $", re.I
)  # fmt: skip
"""What is said before the place for which somebody speaks."""
OWN_FOR_SHORT = re.compile(r"\b(?:we|our|us|I|my)\b[^.?!]{1,60}\b(?:at|in|with|for|from|of) (?:the|our) $|(?:^|[.!?]\s+)(?:the|our) $", re.I)
"""The same before what somebody's own organisation is called for short."""
IS_LAW = re.compile(r"Bill (?:[CS]-?)?\d")
"""A law by its number, which is nobody of that name."""
HAS_SURNAME = re.compile(r" [A-Z][a-z]+[A-Z][a-z]+(?=[,.;:!?)]|$)")
"""A word behind a name that is written as only surnames are, which a list may not have: "McBride"."""
AFFILIATION = re.compile(
    r"\b(?:in|at|with|from|for) (?:the|our) (?P<body>(?!\[)(?!(?:end|start|beginning|middle|time|help|support|duration|rest|course|life|first|second|third|last|next|same|other|new|old|own|whole|small|big|early|late|years?|\w+ (?:year|half|part|phase|months?)) )(?:(?!of\b|and\b|in\b)[\w'’-]+ ){1,5}(?:project|consortium|company|foundation|institute|initiative|university|college|agency|network|corporation)) (?:we|I)\b",
    re.I,
)  # fmt: skip
"""How somebody ties themselves to a body, also where speech recognition knows no capitals."""
_NAME = r"(?:(?:, (?:the )?| )(?!(?:I|We|They|He|She|It|But|And|So|That|There|In|On|At|When|Then|Now|For)\b)[A-Z][\w'’-]+(?: (?:of |and |for )?(?:the )?[A-Z][\w'’-]+)*|, the university of (?:the )?\w+(?: (?:cape|town|hare|state|natal|elizabeth|africa))?)?"
OWN_PAST = re.compile(rf"\b[Mm]y (?:(?:own |former )?alma mater{_NAME}|(?:old|former|previous) (?:high |primary )?(?:school|college|university|employer|firm|company)(?![ -](?:friends?|mates?|cars?|work|days|reports?|uniforms?)\b)(?: for (?:boys|girls)\b)?(?: (?:in|at|near) [A-Z][\w'’-]+)*{_NAME}|(?:own )?(?:foreword|preface)\b)")
"""How somebody speaks of a body that they come from, or of what they published: it tells who they are."""


_LED_TO = re.compile(r"\b(?:an?|the|this|these|those|my|our|your|their|his|its|some|any|each|every|such|another)\s$", re.I)
_SUBJECT = re.compile(r"\b(?:it|which|they)\s$", re.I)


_MONTHS = frozenset(("April", "May", "June", "August"))
"""Months that people are called by as well."""
_MONTH_AFTER = re.compile(r"\b(?:late|early|mid)(?: in)?[ -]$", re.I)
_ENDS_THERE = r"(?=[.,;:!?)]|$| (?:and|to|at|when|as|for|is|was|but|until|through)\b)"
_MONTH_BEFORE = re.compile(rf" (?:\d{{1,2}}(?:st|nd|rd|th)?|\d{{4}}|the (?:\d{{1,2}}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|thirtieth|(?:twenty|thirty)[ -]\w+(?:st|nd|rd|th))){_ENDS_THERE}")
"""What stands around a month: "late May", "May 27", "May the fourth"; "by May" and "since May" may be somebody, as may who is given 20 crates."""


_ALL_MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_ONLY_MONTHS = re.compile(r"(?:january|february|march|september|october|november|december)", re.I)
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|thirtieth|(?:twenty|thirty)[ -]\w+)"
_OF_A_YEAR = re.compile(
    rf"(?:\b(?:in|since|until|till|during|early|late|mid|last|next|each|every)[ -]|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? |\bthe {_ORDINAL} |"
    rf"\b{_ALL_MONTHS}(?: \d{{4}})?,? (?:to|and|or|until|through|till) |\b{_ALL_MONTHS}[-–/])$", re.I
)
_PART_OF = re.compile(rf"\b(?:end|start|beginning|middle|half|weeks?|days?|months?|mornings?|{_ORDINAL}) of $", re.I)
_BY_THEN = re.compile(r"(?<!ed )(?<!\b(?:sent|done|said|told|made|held|paid|kept|left) )(?<!\b(?:given|taken|shown|drawn|asked|heard|known|grown) )(?<!written )(?<!\b(?:led|run|put|set|won) )\bby $", re.I)
_AROUND_THEN = re.compile(r"\b(?:by|before|after|from) $", re.I)
_THEN = re.compile(r" (?:we|they|it|the|this|next|last|every|when|all)\b(?! (?:and|or)\b)", re.I)
"""Words around a month that may stand around somebody as well: "by September we ..." and "ready by September." are of the year,
"sent by September", "after September, Thandi speaks" and "I speak after September." may be somebody."""
_TITLE = re.compile(r"\b(?:mr|mrs|ms|miss|dr|prof|professor|doctor|mme|ntate|auntie|uncle|tannie|oom|sis|bra)\.? $", re.I)
_AND_DAY = re.compile(rf" (?:\d{{1,2}}(?:st|nd|rd|th)?\b|\d{{4}}\b|the (?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL})\b|(?:to|and|or|until|through|till) {_ALL_MONTHS}\b|(?:session|meeting|webinar|call|intake|quarter|deadline|figures|report|holidays?|school)s?\b)|[-–/]{_ALL_MONTHS}\b", re.I)
_DOES = re.compile(r"(?:['’](?:s|ll|d)\b(?! (?:session|meeting|webinar|call|figures|report|intake))| (?:said|says|asked|asks|told|spoke|speaks|will|has|had|is|was|can|could|would|mentioned|wants|wanted|made|sent|did|does|you|your)\b)", re.I)


_SHORT_MONTH = re.compile(r"(?:jan|feb|apr|aug|sept?|oct|nov|dec)", re.I)
_BESIDE_A_DAY = re.compile(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)?|{_ORDINAL}(?: of)?|(?:end|middle|beginning)(?: of)?|mid|late|early)[ -]$", re.I)
_TITLED = re.compile(r"\b(?:Dr|Prof|Mr|Mrs|Ms|Adv|Cllr)\b(?:\.|,? (?:uh+|um+|er|erm|eh|hm+)\b)*,? $")
_OFFICE = re.compile(r"(?:Acting|Bean|Chair\w*|Clerk|Deputy|Director|Judge|Justice|Mayor|Member|Minister|Premier|President|Secretary|Speaker|Vice)\b")
_AND_SURNAME = re.compile(r" (?!(?:And|But|He|I|In|It|My|No|She|So|Thank|Thanks|That|The|Then|There|They|This|We|What|When|Yes|You)\b)[A-Z][a-z]+\b")


def titled(text: str, word: re.Match[str]) -> int:
    """Return how many words from one on are the name of somebody with a title, whatever words they are: speech recognition hears many for a surname."""
    if not word[0][:1].isupper() or _OFFICE.match(text, word.start()) or not _TITLED.search(text[max(0, word.start() - 24) : word.start()]):
        return 0
    return 1 + (_AND_SURNAME.match(text, word.end()) is not None)


def is_month_at(text: str, word: re.Match[str]) -> bool:
    """Tell whether a month that is a surname as well, as of families at the Cape, is the month where it stands: beside a day, a year or another
    month, or behind "in" or "until" with nothing that a person does. In doubt it is somebody."""
    if _SHORT_MONTH.fullmatch(word[0]):
        return _BESIDE_A_DAY.search(text[: word.start()]) is not None or re.match(r"\.? (?:\d{1,2}(?:st|nd|rd|th)?|\d{4})\b", text[word.end() :]) is not None
    if not _ONLY_MONTHS.fullmatch(word[0]):
        return False
    before, after = text[max(0, word.start() - 40) : word.start()], text[word.end() : word.end() + 24]
    if _TITLE.search(before):
        return False
    of_year = _OF_A_YEAR.search(before) or _BY_THEN.search(before) and re.match(r"[.;!?]|$", after) or _AROUND_THEN.search(before) and _THEN.match(after)
    return _AND_DAY.match(after) is not None or _PART_OF.search(before) is not None or bool(of_year) and _DOES.match(after) is None


def is_word_at(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word that is a name as well is surely the word: written small behind an article or the like, or a verb behind "it".
    In doubt it is the name, as many write names small."""
    before = text[: word.start()]
    return word[0].islower() and (_LED_TO.search(before[-12:]) is not None or word[0].endswith("s") and _SUBJECT.search(before[-12:]) is not None)


def means_somebody(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word such as "Grace" or "Will" is somebody's name where it stands."""
    if not word[0][0].isupper():
        return False
    before, after = text[: word.start()], text[word.end() : word.end() + 24]
    if word[0] in _MONTHS and (_MONTH_AFTER.search(before[-12:]) or _MONTH_BEFORE.match(after)):
        return False
    if re.match(r" [A-Z]{1,2}-\d", after):
        return False  # "Bill C-7"
    if re.search(r"(?:\b(?:thanks|thank you|hi|hello|dear|morning|by|with|from|sis|bra|mr|ms|mrs|dr|prof|ma|tata|gogo|over to),?\s+)$", before, re.I):  # fmt: skip
        return True
    if re.search(r"['’]s$", word[0]) or re.match(r"/[A-Z]|\s+(?:and|&|or)\s+[A-Z]", after):
        return True
    if re.match(r"(?:['’]s\b|,?\s+(?:said|says|mentioned|mentions|asked|asks|shared|shares|raised|explained|explains|told|spoke|noted|made|makes|wants|wanted|wrote|writes|thinks|agrees|agreed|adds|added|suggests|suggested|proposes|proposed|talked|posted|put|knows|works|runs|can you|could you|will you|please|has|had|was|is)\b)", after):  # fmt: skip
        return True
    if _OPENING.search(before[-3:]) or not before.strip():
        # What led up to it may have been left out: in doubt it is a name.
        return after.startswith(",") or re.match(r"\s+(?:[a-z]{2,}(?:s|ed)|will|can|could|would|should|must|may|might|also|just|then)\b", after) is not None
    return True
