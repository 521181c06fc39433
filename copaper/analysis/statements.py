"""From spoken words to a statement that can stand in print: less noise, nothing added."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from spacy.tokens import Token

from copaper.analysis.units import Unit, told_once

LONGEST = 45
"""Words; a longer statement is cut at its last full clause before that."""
WHOLE = 60
"""Words of one that ends no clause before, up to which it stays whole."""

_FILLERS = re.compile(
    r"(?:,\s*)?\b(?:um+|uh+|erm*|uhm+|ah|eh|mm+|hmm+|(?<!\bdo )(?<!\bdid )(?<!\bas )(?<!\bif )(?<!\blet )(?<!\bthat )(?<!\bwhat )(?<!\ball )(?<!\bwhen )you know(?! (?:what|how|that|where|who|why|if|whether))|"
    r"(?<!\bwhat )i mean(?! (?:that|by|to))|sort of|kind of like|(?<!\bsome )(?<!\ba )(?<!\bany )(?<!\bwhat )(?<!\bthis )(?<!\bthat )kind of|like i said|if you will|so to speak|basically|literally|as it were)\b(?:\s*,)?|"
    r"(?:^|,\s*)shame\s*,",  # South African sympathy; "there is no shame in it" says something
    re.I,
)
_STOPS = r"(?=\s*[,.!;:…–—-])"
"""Words such as "no", "right" or "thanks to" belong to the sentence unless a mark sets them off."""
_THAT = r"(?: that(?= (?:the|an?|we|you|they|it|i|he|she|this|these|those|there|our|your|their|its|all|some|many|most|every|each|no|not|if|when|what)\b))?"
_OPENERS = re.compile(
    r"^(?:(?:and|so|but|well|okay|ok|yeah|yes|ja,? nee|ja|nee|now(?! that\b)|also|anyway|actually|alright|all right|oh|hello|"
    rf"(?:no|right|look|sure|cool|great|plus|like|hi(?: \w+)?|thanks?(?: you)?(?: so much| very much)?){_STOPS}|"
    rf"then|because|again|firstly|(?:secondly|thirdly|finally|lastly|furthermore|moreover|additionally|in addition|interestingly(?: enough)?|for example|for instance|thus|hence|therefore|apart from that|mr\.? (?:chair(?:man)?|speaker)|(?:madam )?chair)(?=,)|as (?:you|he|she|they)(?:'ve|’ve| have| has)? (?:(?:quite|very|so|just|also|already|rightly|correctly) )*(?:say|says|said|mention|mentioned|note|noted)(?=,)|obviously|of course|indeed|clearly|certainly|frankly|all that to say{_THAT}|"
    rf"(?:which|this|that|it) (?:just |also |really )?means{_THAT}|and that's (?:why|because)|"
    rf"what (?:we|i) (?:do|did)(?: now| then)?(?: (?:is|was)(?: that)?)?(?=,? (?:we|i)\b)|i just want to say{_THAT}|what i would say is{_THAT}|let me say{_THAT}|to be honest|honestly|for me)\b[\s,.!:;…–-]*)+",
    re.I,
)
_ELLIPSIS = re.compile(r"\b([\w']+(?: [\w']+){0,4})(?:…|\.\.\.)\s*(?=\1\b)", re.I)
NOISE = re.compile(r"[\[(](?:background (?:noise|music|sounds?|talk)|interruption|interjection|beat|pause|laughs?|laughter|laughing|applause|clapping|inaudible|unintelligible|indistinct|crosstalk|cross talk|music|noise|silence|coughs?|sighs?|vocalsound|disfmarker)\b[^\[\]()]{0,40}[\])]|\{(?:vocalsound|disfmarker|pause|gap)\}", re.I)
"""What transcribers note of other sounds than speech."""
_STUTTER = re.compile(r"\b(\w+(?:'\w+)?)(?:\s+\1\b)+(?!-)", re.I)
_COMMA_STUTTER = re.compile(r"\b(?!(?:it|you|that|this)\b(?!'))(\w{1,4}(?:'\w+)?|there(?:'s)?|because|maybe|think|where|which|about|really|should|would|could)(?:,?\s+\1\b)+(?!-)", re.I)
"""A word said twice; with a comma between only a short one: "file input, input mask" and "who shares it, it is" are no slips."""
_PHRASE_STUTTER = re.compile(r"\b((?:\w++(?:'\w*+)?\s+){1,4}\w++(?:'\w*+)?),?\s+\1\b", re.I)
_RESTART = re.compile(
    r"\b(i|we|you|he|she|it|they|it's|that's|there's|only|just|to|not)(?: [\w'’]+){0,2}(?: ?[—–] ?|--| -- ?| - )(?=\1\b)", re.I
)
"""A beginning that was broken off and begun anew with the same word: "only do – only make". Words
that an apposition begins with are left out: "a child – a child of four"."""
_STRAY_COMMA = re.compile(r"\b(the|an|your|our|their|my),(?= [a-z])", re.I)
"""Where speech recognition heard a pause before a noun."""
_JOINTS = frozenset(("and", "but", "so", "because", "which", "where", "then", "also"))
_TURNING = frozenset("but however unless except although though if whereas while yet provided until".split())
_DENIED = re.compile(r"\b(?:no|not|never|none|nobody|cannot|\w+n['’]t)\b", re.I)
_SUBJECTS = frozenset("i you he she it we they there this that these those what".split())
"""An overlong run of speech may end before one of the first that one of the others follows:
"and" alone may join two nouns."""
_KEPT_DOUBLES = frozenset(("that", "had", "very", "many", "so", "sawa", "sharp", "now", "bye", "one", "two"))


_LEAST_BEFORE = 4
"""Words of a sentence that can explain the one after it."""

_CAPITALS = re.compile(r"\b[A-Z]")
_RUN_ON = re.compile(
    r"(?<=[a-z]{3}) (?=(?:What|So|And|But|The|We|They|You|It|This|These|There|If|When|Then|Now|Because|Our|My|How|Why) [a-z])"
)
"""Where speech recognition began a sentence and set no full stop before it."""
_STRAY_CAPITAL = re.compile(r"(?<=[a-z,] )(?<!\b[Tt]he )(?<!\b[Aa] )(?<!\b[Aa]n )(?:For|Of|To|With|From|At|In|On|Or|Is|Are|Was|Were|Have|Has|Had|Into|By|About|That)(?= [a-z])")
"""The same within a sentence, after a pause."""

LONGEST_TEXT = 1_200
"""Characters of a unit that are looked at."""


def clean_statement(text: str) -> str:
    """Return ``text`` without fillers, false starts, repetitions and openers, as a sentence.

    Nothing is added but the capital and the full stop.
    """
    # Nobody says so much in one breath; the patterns below would take long over it.
    text = " ".join(text[:LONGEST_TEXT].split())
    if text.count(" ") > 3 * len(_CAPITALS.findall(text)):  # not a Heading In Title Case
        text = _RUN_ON.sub(". ", text)
        text = _STRAY_CAPITAL.sub(lambda word: word[0].lower(), text)
    text = NOISE.sub(" ", text)
    text = _ELLIPSIS.sub("", text).replace("…", " ").replace("...", " ")
    text = _FILLERS.sub(" ", text)
    text = _COMMA_STUTTER.sub(_once, _STUTTER.sub(_once, text))
    text = _PHRASE_STUTTER.sub(r"\1", text)
    text = _RESTART.sub("", text)
    text = _STRAY_COMMA.sub(r"\1", text)
    text = _tidy(text)
    opened = _OPENERS.sub("", text)
    if len(opened.split()) >= 4:
        text = opened
    text = _shorten(_tidy(text))
    text = _tidy(_without_open_quotes(text))
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…" else text.rstrip(",;:-–— ") + "."


_HANGING = frozenset(("and", "but", "or", "so", "because", "the", "a", "an", "of", "to", "for", "with", "in", "on", "that", "which", "if", "is", "are", "was", "as"))


def first_of_thought(units: Sequence[Unit], i: int) -> int | None:
    """Return where the thought that ends with unit ``i`` begins, or None for a fragment.

    A sentence that hangs on a pronoun or on "which" needs the one before it, if that is the
    same speaker's and stands alone itself.
    """
    if not is_whole(units[i]):
        return None
    if not hangs(units[i]):
        return i
    before = units[i - 1] if i else None
    near = before is not None and (before.where, before.index) == (units[i].where, units[i].index)
    short = near and before.words + units[i].words <= LONGEST
    return i - 1 if short and before.words >= _LEAST_BEFORE and is_whole(before) and not hangs(before) else None


_COURTESY = re.compile(
    r"\b(?:(?:like|want|wish) to thank|thank (?:you|him|her|them|the|everybody|everyone|all)|thanks (?:to|for|very|so)|"
    r"(?:am|'m|are|'re) (?:very |really )?(?:pleased|happy|delighted|grateful) to (?:welcome|be here|have)|"
    r"(?:very |really |such an? )?(?:important|good|great|excellent) question|point of order|"
    r"moving on(?:,? then)?,? to|(?:now )?(?:come|turn|move on|go) to (?:agenda )?item|(?:agenda )?item \d+)\b",
    re.I,
)
_MOST_COURTEOUS = 40
"""Words; a longer sentence that thanks says something beside."""


@told_once
def is_courtesy(unit: Unit) -> bool:
    """Tell whether somebody only thanks, welcomes, or moves the meeting on."""
    return unit.words < _MOST_COURTEOUS and _COURTESY.search(unit.text) is not None


@told_once
def is_whole(unit: Unit) -> bool:
    """Tell whether a unit has a verb with a subject and a noun, and is not broken off."""
    text = unit.text.rstrip(" \"'”’)")
    if re.search(r"(?:[—–-]|…|\.\.\.)\.?$", text):
        return False
    words = re.findall(r"[\w']+", text.lower())
    if not words or (words[-1] in _HANGING and not text.endswith("?")):
        return False
    if "NOUN" not in unit.parts and "PROPN" not in unit.parts:
        return False
    root = unit.span.root
    roles = {child.dep_ for child in root.children}
    said_of_somebody = bool(roles & {"nsubj", "nsubjpass", "expl", "csubj"})
    return root.pos_ in ("VERB", "AUX") and "mark" not in roles and (said_of_somebody or root.tag_ == "VB")


def _first_words(unit: Unit, most: int = 3) -> list[Token]:
    """Return the first words behind the run-up, or the first of all if there is nothing but run-up."""
    opened = _OPENERS.match(unit.text)
    begin = unit.span.start_char + (opened.end() if opened else 0)
    words = (token for token in unit.tokens if not token.is_space and not token.is_punct)
    behind = list(islice((token for token in words if token.idx >= begin), most))
    return behind or [token for token in unit.tokens if not token.is_space and not token.is_punct][:most]


@told_once
def hangs(unit: Unit) -> bool:
    """Tell whether the first words point back ("they said", "of the") and nothing explains them."""
    words = _first_words(unit)
    if not words:
        return False
    first, second, third = (*words, None, None)[:3]
    if first.lower_ in ("they", "he", "she", "him", "her", "them", "it", "this", "that", "these", "those"):
        points = first.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr")
        says_of_itself = (
            first.lower_ == "it" and second is not None and second.lemma_ == "be"
            and third is not None and third.pos_ in ("ADJ", "ADV")
        )  # fmt: skip
        return points and not says_of_itself
    if first.lower_ in ("which", "whereas", "or", "of", "than", "whose"):
        return True
    return first.tag_ in ("VBZ", "VBD", "MD", "POS") and not unit.text.rstrip().endswith("?")


_QUOTES_TO_THE_END = re.compile(r'''(?<=[\w,:] )(?:“(?=\w[^“”]*$)|"(?=\w[^"]*$))''')
_OPENS, _CLOSES = re.compile(r"(?<!\w)['‘](?=\w)"), re.compile(r"(?<=[^\W_sS])['’](?!\w)")


def _without_open_quotes(text: str) -> str:
    """Give a quotation that begins within the statement and goes on after it its end; drop any
    other mark that has no partner: it opened or closed in another sentence."""
    if opens := _QUOTES_TO_THE_END.search(text):
        inside = text[opens.end() :].rstrip()
        said = inside.rstrip(".,;:")
        return text[: opens.end()] + said + ("”" if opens[0] == "“" else '"') + inside[len(said) :]
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    # After an s it may be an apostrophe, "the teams' work", and so may what opens: "'cause".
    if not _OPENS.search(text):
        text = _CLOSES.sub("", text)
    return text.replace('"', "") if text.count('"') % 2 else text


def _once(match: re.Match[str]) -> str:
    return match[0] if match[1].casefold() in _KEPT_DOUBLES else match[1]


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([,.;:!?])", r"\1", text)
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text)
    text = re.sub(r"^[\s,;:.–—-]+", "", text)
    return " ".join(text.split())


def _without_hanging(words: list[str]) -> list[str]:
    """Return words without those at the end that only lead on: "the platform and,"."""
    while words and words[-1].rstrip(",;:").casefold() in _JOINTS:
        words = words[:-1]
    return words


def _shorten(text: str) -> str:
    """Cut a statement at its last full clause before :data:`LONGEST` words, or where speech
    without full stops begins another; three dots say that it went on.

    What "but" or "unless" leads on to can turn the sense: there nothing is cut. A sentence of up to
    :data:`WHOLE` words that ends no clause before stays as it is.
    """
    words = text.split()
    if len(words) <= LONGEST:
        return text
    for size in range(LONGEST, LONGEST // 2, -1):
        if words[size - 1][-1] in ",;:." and not _turns(words[size:]):
            return _cut_off(words[:size])
    for size in range(LONGEST, LONGEST // 3, -1):
        because = words[size].casefold() == "because" and _DENIED.search(" ".join(words[:size]))  # "no change just because they left"
        if not because and words[size].casefold() in _JOINTS - _TURNING and words[min(size + 1, len(words) - 1)].casefold().partition("'")[0] in _SUBJECTS:
            return _cut_off(words[:size])
    return text if len(words) <= WHOLE else " ".join(words[:LONGEST]) + " …"


def _turns(words: Sequence[str]) -> bool:
    return any(word.strip(",;:.").casefold() in _TURNING for word in words[:2])


def _cut_off(words: list[str]) -> str:
    kept = " ".join(_without_hanging(words))
    return kept if kept[-1:] in ".!?" else kept.rstrip(",;:") + " …"
