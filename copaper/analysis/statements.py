"""From spoken words to a statement that can stand in print: less noise, nothing added."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Token

from copaper.analysis.asides import without_asides
from copaper.analysis.cutshort import is_piece
from copaper.analysis.misspoken import put_right
from copaper.analysis.restarts import without_heading, without_restarts
from copaper.analysis.scenes import is_scene
from copaper.analysis.units import Unit, told_once
from copaper.analysis.votes import is_voting
from copaper.ordinary import is_ordinary
from copaper.textclean import denies, straight, without_told_thanks

LONGEST = 45
"""Words; a longer statement is cut at its last full clause before that."""
WHOLE = 60
"""Words of one that ends no clause before, up to which it stays whole."""

_FILLERS = re.compile(
    r"(?:,\s*)?\b(?:um+|uh+|erm*|uhm+|ah|eh|mm+|hmm+|(?P<know>(?<![.?!] )you know(?! (?:what|how|that|where|who|why|if|whether)))|"
    r"(?<!\bwhat )i mean(?! (?:that|by|to))|kind of like|(?P<kind>sort of|kind of)|like i said|if you will|so to speak|basically|literally|as it were)\b(?:\s*,)?|"
    r"(?:^|,\s*)shame\s*,|,\s*like\s*,|(?<=\band )you know(?= (?:\w+n['’]t|is|was|are|were)\b)",  # South African sympathy; "there is no shame in it" says something
    re.I,
)
_NEEDS_KNOW = frozenset("do does don't did didn't as if let that what all when of how who whom why whether once until unless than before people someone somebody anyone anybody those".split())
"""Words behind which "you know" says something: "many of you know", "before you know it"."""
_SET_OFF = frozenset("as before did do don't if let of once until what".split())
"""The same with a comma behind: "as you know,"."""
_NEEDS_KIND = frozenset("a an any some no every each all both what which this that these those the same other another different right wrong new similar certain various particular specific special two best worst first second last my our your their his her its".split())
"""Words behind which "kind of" says something: "what kind of school"."""
_BETWEEN_NUMBERS = re.compile(r"(?:\d|\b(?:hundred|thousand|million|\w+teen|\w+ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))$", re.I)
"""Before a filler that parts two numbers."""
_GOES_ON = re.compile(r" (?:the|my|our|on|in|at|to|is|are|was|were|has|have|I|we|you|it|they)\b(?!-)")
"""What "kind of" cannot be of: "this kind of is"."""
_HALF_SAID = re.compile(r" (?:do|does|did|agree|disagree|things?|situations?)\b")
"""What "kind of" before it takes half back, or makes one of a kind: "we kind of agree", "a one by one kind of thing"."""
_HEDGED = 6
"""Words of a sentence in which "kind of" is half the answer: "I kind of do"."""
_STOPS = r"(?=\s*[,.!;:…–—-])"
"""Words such as "no", "right" or "thanks to" belong to the sentence unless a mark sets them off."""
_THAT = r"(?: that(?= (?:the|an?|we|you|they|it|i|he|she|this|these|those|there|our|your|their|its|all|some|many|most|every|each|no|not|if|when|what)\b))?"
_OPENERS = re.compile(
    r"^(?:(?:and|so(?! (?:far|few|little)\b)|but|okay|ok|yeah|yes|ja,? nee|ja|nee|now(?! that\b)|also|anyway|actually|alright|all right|oh|hello|"
    rf"(?:no|right|look|well|sure|cool|great|plus|like|hi(?: \w+)?|thanks?(?: you)?(?: so much| very much)?){_STOPS}|"
    rf"(?:sure|right|yes|yeah|no|cool|great)(?= (?:so|well|and|but)\b)|you(?:'re| are) (?:quite |absolutely )?(?:right|correct) (?:to say|in saying) that|(?:thus|hence|therefore)(?= (?:we|I|you|they)\b)|well(?= (?:we|I|you|they|he|she|it|there|the|that|this|if|when|what|so|and|but|in)\b)|"
    rf"then|because(?! of\b)|again|firstly|(?:secondly|thirdly|finally|lastly|furthermore|moreover|additionally|in addition|interestingly(?: enough)?|for example|for instance|thus|hence|therefore|apart from that|mr\.? (?:chair(?:man)?|speaker)|(?:madam )?chair)(?=,)|as (?:you|he|she|they)(?:'ve|’ve| have| has)? (?:(?:quite|very|so|just|also|already|rightly|correctly) )*(?:say|says|said|mention|mentioned|note|noted)(?=,)|obviously|of course|indeed|clearly|certainly|frankly|all that to say{_THAT}|"
    rf"(?:which|this|that|it) (?:just |also |really )?means(?: that\b(?! much\b| many\b))?|and that's (?:why|because)|"
    rf"what (?:we|i) (?:do|did)(?: now| then)?(?: (?:is|was)(?: that)?)?(?=,? (?:we|i)\b)|i just want to say{_THAT}|i was (?:just |also )?(?:going|about) to say{_THAT},?|what i would say is{_THAT}|let me say{_THAT}|to be honest|honestly|for me|(?:(?:just )?to (?:add|be clear|be fair|answer (?:my|your|the|that|this) (?:own )?question)|either way|(?:(?:can|could|may|might) I |I(?:'d| would|’d) like to |let me )?(?:just |also )?(?:ask|have) (?:you )?(?:a|one|another|this) (?:\w+ )?question|just in the interests? of \w+|(?:just |and )?(?:a|one|my) (?:final|last|further|quick|other|brief) (?:question|point|comment|remark)(?: from me)?(?: then)?(?!, (?:but|and|though|which)\b)|if I (?:could|can|may|might) (?:just |now )?turn (?:\w+ )?to [\w ]{{1,30}})(?=[,:]))\b[\s,.!:;…–-]*)+",
    re.I,
)
_JOINTS_IN_FRONT = re.compile(r"^(?:(?:and|so|now(?! that\b)|well|okay|ok|um|uh|of course|obviously|just(?= (?:in terms of|with (?:regard|respect) to|regarding)\b)|(?:like|again|just to add|either way|(?:mr\.? ?|madam |ms\.? ?)?(?:chair(?:man|woman|person)?|speaker))(?=,))\b(?! (?:far|that|much|many)\b)[\s,]*)+(?=\S)", re.I)
"""What leads up to a quotation and says nothing; "but" does."""
_CLAUSE_AFTER = re.compile(r", (?:then )?(?:I|we|you|they|he|she|it|there|this|that|the \w+|our \w+|their \w+|people|nobody|everybody)(?:['’]\w+)? (?!and\b|or\b)\w+", re.I)
"""What a reason that comes first is the reason for: "because the road was closed, we met in the hall"."""
_EMPTY_JOINTS = re.compile(r"^(?:(?:and|now(?! that\b)|well|okay|ok|um|uh|of course|obviously|like(?=,))\b(?! (?:far|that|much|many)\b)[\s,]*)+(?=\S)", re.I)
"""What joins a sentence to the one before it and says nothing; "so" and "but" do."""
_SMALL_BEGINNING = re.compile(r"(?:(?<=\w{3}[.?!] )(?<!\bfig[.] )(?<!\bpara[.] )(?<!\bsec[.] )(?<!\bart[.] )(?<!\bvol[.] )|(?<=\b[Nn]o[.] )(?!(?:one|two|three|four|five|six|seven|eight|nine|ten)\b))(?<!etc[.] )(?<!\bhon[.] )(?<!approx[.] )(?<!incl[.] )[a-z](?=[a-z'’]* )")
"""Where speech recognition began a sentence small."""
_ELLIPSIS = re.compile(r"\b([\w']+(?: [\w']+){0,4})(?:…|\.\.\.)\s*(?=\1\b)", re.I)
_PAUSE_BEFORE_SENTENCE = re.compile(r"(?<=[a-z] )([\w'’-]*\w[)\"”’]?)(?:…|\.{3})(?= (?:The|An?|It|We|They|You|This|These|Those|There|He|She|What|So|And|But|If|When|In|Our|My|Then|Now)\b)")
"""Where a transcriber set dots at the end of a sentence, as the next begins with a capital."""
NOISE = re.compile(r"[\[(](?:background (?:noise|music|sounds?|talk)|interruption|interjection|beat|pause|laughs?|laughter|laughing|applause|clapping|inaudible|unintelligible|indistinct|crosstalk|cross talk|music|noise|silence|coughs?|sighs?|vocalsound|disfmarker)\b[^\[\]()]{0,40}[\])]|\{(?:vocalsound|disfmarker|pause|gap)\}", re.I)
"""What transcribers note of other sounds than speech."""
_ALSO = re.compile(r"^((?:we|they|I|you|he|she)(?:['’]ve|['’]re|['’]m| have| had| are| were| do| did)?) also\b", re.I)
"""What ties a sentence to one that may not stand before it."""
_STUTTER = re.compile(r"\b(?!twenty\b)(\w+(?:'\w+)?)(?:\s+\1\b)+(?!-)", re.I)
"""A word said twice, but for the year "twenty twenty two"."""
_ANSWERED = re.compile(r",?\s*(?:(?:and|so) )?(?:I )?hope(?:fully)?,? (?:that |this |it )+(?:answers?|answered|helps?)(?: (?:your|the|that|her|his|their) questions?| with that)?\W*$", re.I)
"""How an answer ends that turns to who asked."""
_BARE_RESTART = re.compile(r"\b(there|it|that|he|she|what)['’]s,\s+(?=\1(?:['’]s)?\b)", re.I)
"""Begun with "'s" and anew without: "there's, there seems"."""
_BEGUN_TWICE = re.compile(r"(?:^|(?<=[.!?] )|(?<=\bbut )|(?<=\band )|(?<=\bbecause ))(it|that|this|they|we|he|she|there|you),\s+\1\b", re.I)
_NAMED_TWICE = re.compile(r"\b((?:the|an?|very|really|our|their|this|that) )(\w{5,}), \2\b", re.I)
"""A longer word said twice behind one that leads to it: "the blue, blue crates", though "file input, input mask" is a list."""
_COMMA_STUTTER = re.compile(r"\b(?!(?:it|you|that|this)\b(?!'))(\w{1,4}(?:'\w+)?|there(?:'s)?|because|maybe|think|where|which|about|really|should|would|could)(?:,?\s+\1\b)+(?!-)", re.I)
"""A word said twice; with a comma between only a short one: "file input, input mask" and "who shares it, it is" are no slips."""
_IS = frozenset("it's that's there's he's she's what's who's here's this's let's everybody's everyone's".split())
_DETERMINERS = frozenset("the this that these those our my their his her".split())
_CUT_SHORT = re.compile(r"(?:^|(?<=[.?!,;] )|(?<=\band )|(?<=\bbut )|(?<=\bso ))(?:(I|we|they|he|she) [a-z]+(?:'\w+)?|(there(?:'s| is| are| was))) (?:the|an?|my|our|their), (?=(?:\1|\2)\b)", re.I)
"""What somebody breaks off before it is named, and begins anew: "I had the, I was holding the wrench"."""
_IS_THERE = re.compile(r"\b(?:(?:there|it|this|that|here)(?:'s| is| was)|there (?:are|were)|(?:we|I|they|you)(?:'ve got|'ve| have| had| got)) $", re.I)
"""Before what is there, of which the next clause tells: "there's the report, the report has eleven pages"."""
_PHRASE_STUTTER = re.compile(r"\b((?:\w++(?:'\w*+)?\s+){1,4}\w++(?:'\w*+)?),?\s+\1\b", re.I)
_BROKEN_OFF = re.compile(r"(?:^|(?<=[.?!] ))[^.?!—–]{1,120}(?:—|–|--)\s?\.\s+(?=[A-Z])(?!(?:Are|Is|Was|Were|Has|Have|Had|Do|Does|Did|Can|Will|Would|Could|To|Of|Which)\b[^?]*[.!])(?!(?:[\w'’]+ ){0,4}(?i:they|them|their|it|its|that|this|those|these|he|she|him|her)\b)")
"""A sentence that is broken off before another is said, which takes up nothing of it."""
_DASH = r"(?: ?[—–] ?| ?-- ?| - )"
_BEGINS = r"(?:^|(?<=[,.;:!?] )|(?<=\band )|(?<=\bbut )|(?<=\bso )|(?<=\bif )|(?<=\bthat )|(?<=\bthink )|(?<=\bbecause ))"
"""Where a clause begins."""
_BROKEN_WORD = re.compile(rf"\b([\w'’]+) ?(?:--|[—–]) ?(?=\1\b(?!['’]))|(?:\b(?=(?:I|we|they|he|she)\b)|{_BEGINS})([\w'’]+) ?(?:--|[—–]) ?(?=\2['’])", re.I)
"""A word said twice across a dash; "gets it – it's" has two of which the first ends a clause."""
_RESTART = re.compile(
    rf"(?<!\bwhat )(?<!\bhow )(?<!\bwhy )(?<!\bwhere )(?<!\bwhich )(?:(?:\b(?!it\b|you\b)|{_BEGINS})\b(i|we|you|he|she|it|they|it's|that's|there's|only|just|to|not)(?: [\w'’]+){{1,2}}{_DASH}(?=\1\b)|\b(it|you) ([\w'’]+)(?: [\w'’]+)?{_DASH}(?=\2 \3\b))", re.I
)
"""A beginning that was broken off and begun anew with the same word: "only do – only make". Words
that an apposition begins with are left out: "a child – a child of four"; behind "what" a sentence needs what was begun."""
_STRAY_COMMA = re.compile(r"\b(the|an|your|our|their|my),(?= [a-z])", re.I)
"""Where speech recognition heard a pause before a noun."""
LEAST_CUT = 8
"""Words for which a cut is worth its three dots, at least."""
_ANNOUNCES = re.compile(
    r"\b(?:(?:an?|the|this|that) (?:[\w-]+ )?(?:number|range|variety|couple|series|set|list|kind|sort) of [\w-]+|(?:in|some|many|several|various|different|following|such) (?:\w+ )?(?:ways?|things?|issues?|points?|reasons?)|"
    r"(?:that|which|who) (?:is|are|was|were) (?:\w+ly )?(?:available|possible|needed|required|important|involved|based|used|able)|such as|as follows|for (?:example|instance)|is that|like)[\s,;:.]*$", re.I
)
"""What says little without what comes behind it."""
_HELD_UP = re.compile(r"\b(?:includ(?:e|es|ed|ing)|means?|meant|is|are|was|were|be|that|because|which|whether|to|and|but|or),(?: [\w'’-]+){1,5}[\s,;:]*$|\b(?:includ(?:es|ing)|means|because|whether)[\s,;:]*$", re.I)
"""What is put in before the words that are waited for: "and that includes, in most of the villages,"."""
_PURPOSE = re.compile(r"\b(?:so that|so as to|in order (?:to|that|for)|such that|which (?:means?|meant)|that (?:way|means)|as a result|with the (?:aim|goal|result|effect) (?:of|that))\b", re.I)
"""How somebody says what for, or what came of it: a cut would take the point away."""
_JOINTS = frozenset(("and", "but", "so", "because", "which", "where", "then", "also"))
_TURNING = frozenset("but however unless except although though if whereas while yet provided until".split())
_SUBJECTS = frozenset("i you he she it we they there this that these those what".split())
"""An overlong run of speech may end before one of the first that one of the others follows:
"and" alone may join two nouns."""
_SET_APART = re.compile(r"(?<=\w) ((?:['’](?:s|re|ve|ll|d|m)|n['’]t)\b)", re.I)
"""An ending that some transcripts write apart: "we 're"."""
_LONE_I = re.compile(r"(?:^|(?<=[.!?] ))I (?=(?:the|an|we|they|it|this|these|those|are|is|does|has|what|how|if|my|our|there)\b)", re.I)
"""What somebody began with and left: no sentence goes on so."""
_BEGUN_WORD = re.compile(r"(?<!['’])\b(?<!\b(?:plan|part|step|type|item) )(?P<word>(?:\w+ )?(?:[b-hj-z]|[a-z]{3,})) (?=(?P=word)[a-z]{2,})")
"""The beginning of a word that is then said whole."""
_NAMED_FIRST = re.compile(r"(?:^|(?<=[.!?] ))(?P<name>[A-Z][\w'’ -]{2,40}?)(?::|[—–]) ?(?P=name)\b", re.I)
"""What somebody names and then begins with: "Plan 2: plan 2 says that"."""
_NOT_MEANT = frozenset(("yes", "yeah", "no", "okay", "ok", "right", "so", "well", "and", "but", "the", "a", "an", "i", "we", "they", "you", "he", "she", "it", "um", "uh", "to", "of", "in", "is", "was"))
"""What is repeated with commas and only stammered, or agreed to."""
_KEPT_DOUBLES = frozenset(("plus", "that", "had", "very", "many", "so", "sawa", "sharp", "now", "bye", "one", "two"))


_LEAST_BEFORE = 4
"""Words of a sentence that can explain the one after it."""

_CAPITALS = re.compile(r"\b[A-Z]")
_RUN_ON = re.compile(
    r"(?:(?<=[a-z]{3})(?<!\b(?:the|and|for|but|our|are|was|has|had))|(?<=\b(?:do|go|it|me|us|up))(?<!\bcall it)(?<!\bcalled it)(?<!\bnamed it)) (?=(?:(?:What|So|And|But|The|We|They|You|It|This|These|There|If|When|Then|Now|Because|Our|My|How|Why) [a-z]|"
    r"A (?:hundred|thousand|third|quarter|few|lot|couple)\b|(?:Half|Most|Some|All|None|Many|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twenty|Thirty|Forty|Fifty) of\b))"
)
"""Where speech recognition began a sentence and set no full stop before it."""
_LED_UP = re.compile(r"(?:^|(?<=[.?!] ))(?:(?:and|so|but|now|well)\b[\s,]*)*what (?:we|I|they)(?:['’]ve)? (?:do|did|done)(?: now| then| instead)?\. (?=(?:we|I|they)\b)", re.I)
"""How somebody begins to say what is done, and then says it in a sentence of its own."""
_STRAY_CAPITAL = re.compile(r"(?<=[a-z,] )(?<!\b[Tt]he )(?<!\b[Aa] )(?<!\b[Aa]n )(?:For|Of|To|With|From|At|In|On|Or|Is|Are|Was|Were|Have|Has|Had|Into|By|About|That)(?= [a-z])")
"""The same within a sentence, after a pause."""
_CAPITAL_ADVERB = re.compile(r"(?<=[a-z,] )(?:Eventually|Basically|Actually|Currently|Usually|Finally|Really|Obviously|Potentially|Hopefully|Especially|Probably|Maybe|Perhaps)(?=,? [a-z])")
_AFTER_JOINT = re.compile(
    r"(?:\b(?:because|whether|then|that|when|with|and|but|if|so|as|of|to|in|on|think|believe|know|say|says|saying|said|signall?ing|means|hope),? |[a-z], (?=(?:There|It|We|They|This) ))"
    r"(?:(?:It|We|They|You|He|She|There|This|These|Our|My)(?= [a-z])|(?<=because )(?:In|On|At|For|With|The)(?= ))"
)
"""The same behind a word that leads on, where no sentence can begin."""

LONGEST_TEXT = 1_600
"""Characters of a unit that are looked at."""


def clean_statement(text: str) -> str:
    """Return ``text`` without fillers, false starts, repetitions and openers, as a sentence.

    Nothing is added but the capital and the full stop.
    """
    text = without_slips(text)
    opened = _OPENERS.sub("", text)
    if len(opened.split()) >= 4:
        led = text[: len(text) - len(opened)].rstrip(" ,").casefold()
        text = f"because {opened}" if led.endswith("because") and _CLAUSE_AFTER.search(opened) else opened
    text = _ANSWERED.sub("", _ALSO.sub(r"\1", without_heading(without_asides(text))))
    text = _shorten(_tidy(text))
    text = _tidy(_without_open_quotes(text))
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text.rstrip("\"'”’")[-1:] in (".", "!", "?", "…") else text.rstrip(",;:-–— ") + "."


def clean_quotation(text: str) -> str:
    """Return words for a quotation in print: without fillers, false starts, repetitions and the "and" or "so" in front.

    What remains is word for word what was said, up to its end; an answer keeps its "yes" or "no".
    """
    text = without_slips(text)
    led = _JOINTS_IN_FRONT.sub("", text)
    text = led if len(led.split()) >= 4 else text
    return text[:1].upper() + text[1:] if text[:1].islower() and re.fullmatch(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text.partition(" ")[0].strip(",.")) else text


def clean_following(text: str) -> str:
    """Return a sentence for print behind the one that it goes on from: cleaned, but with the "so" or "but" that joins them."""
    text = without_slips(text)
    joined = _EMPTY_JOINTS.sub("", text)
    text = joined if len(joined.split()) >= _LEAST_BEFORE else text
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=4096)
def without_slips(text: str) -> str:
    """Return ``text`` without fillers, false starts and repetitions; see :func:`clean_statement`."""
    # Nobody says so much in one breath; the patterns below would take long over it.
    text = _PAUSE_BEFORE_SENTENCE.sub(_as_end, _ELLIPSIS.sub("", " ".join(text[:LONGEST_TEXT].split()))).replace("…", " ").replace("...", " ")
    text = " ".join(text.split())
    if text.count(" ") > 3 * len(_CAPITALS.findall(text)):  # not a Heading In Title Case
        text = _CAPITAL_ADVERB.sub(lambda found: found[0].lower(), text)
        text = _AFTER_JOINT.sub(lambda found: found[0].lower(), text)
        text = _LED_UP.sub("", _RUN_ON.sub(". ", text))
        text = _STRAY_CAPITAL.sub(lambda word: word[0].lower(), text)
    text = _NAMED_FIRST.sub(lambda found: found["name"], put_right(NOISE.sub(" ", _SET_APART.sub(r"\1", text))))
    text = _FILLERS.sub(_without_filler, text)
    text = _CUT_SHORT.sub("", text)
    text = _BEGUN_TWICE.sub(r"\1", _BARE_RESTART.sub("", _BEGUN_WORD.sub(_without_begun_word, _LONE_I.sub("", text))))
    text = _COMMA_STUTTER.sub(_once, _STUTTER.sub(_once, text))
    text = _NAMED_TWICE.sub(r"\1\2", text)
    text = _PHRASE_STUTTER.sub(_once, text)
    if any(dash in text for dash in "—–-"):
        text = _RESTART.sub("", _BROKEN_WORD.sub("", _BROKEN_OFF.sub("", text)))
    text = without_restarts(text)
    return _SMALL_BEGINNING.sub(lambda found: found[0].upper(), _tidy(_STRAY_COMMA.sub(r"\1", text)))


def _without_begun_word(found: re.Match[str]) -> str:
    """Return nothing for a word that was only begun: "innov", but not "for" before "forty"."""
    last = found["word"].rpartition(" ")[2]
    return found[0] if len(last) > 1 and (last in STOP_WORDS or is_ordinary(last)) else ""


def _without_filler(found: re.Match[str]) -> str:
    """Return a blank for a filler, or the words as they are where they say something."""
    said = found["know"] or found["kind"]
    if said is None:
        return ", " if _BETWEEN_NUMBERS.search(found.string, 0, found.start()) and found.string[found.end() :].lstrip()[:1].isdigit() else " "
    text, begin = found.string, found.start("know" if found["know"] else "kind")
    before = re.search(r"([\w'’]+) $", text[:begin])
    needs = _NEEDS_KIND if found["kind"] else _SET_OFF if found[0].endswith(",") else _NEEDS_KNOW
    needed = before is not None and straight(before[1]).casefold() in needs
    needed = needed and not (found["kind"] and _GOES_ON.match(text, found.end()))
    return found[0] if needed or found["kind"] and (_HALF_SAID.match(text, found.end()) or _is_short_answer(text, begin)) else " "


def _is_short_answer(text: str, at: int) -> bool:
    """Tell whether the sentence around a place has hardly any words."""
    first = max(text.rfind(mark, 0, at) for mark in ".?!") + 1
    return len(re.split(r"[.?!]", text[first:], maxsplit=1)[0].split()) <= _HEDGED


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
    ended = near and before.text.rstrip(" \"'”’)")[-1:] in (*".!?",)  # a caption's end is no sentence's
    short = ended and before.words + units[i].words <= LONGEST
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
    """Tell whether somebody only thanks, welcomes, moves the meeting on, or puts to the vote."""
    return unit.words < _MOST_COURTEOUS and (_COURTESY.search(without_told_thanks(unit.text)) is not None or is_voting(unit.text))


@told_once
def is_whole(unit: Unit) -> bool:
    """Tell whether a unit has a verb with a subject and a noun, and is neither broken off nor a piece of a sentence."""
    text = unit.text.rstrip(" \"'”’)")
    if re.search(r"(?:[—–-]|…|\.\.\.)\.?$", text):
        return False
    words = re.findall(r"[\w']+", text.lower())
    if not words or (words[-1] in _HANGING and not text.endswith("?")):
        return False
    if "NOUN" not in unit.parts and "PROPN" not in unit.parts or is_piece(unit):
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
_OPENS_TITLE = re.compile(r"(?<![\w\]])['‘](?=\w)")
_CLOSES_ALSO = re.compile(r"(?<=[\w.,!?])['’](?!\w)")
_SENTENCE_END = re.compile(r"[.!?](?= |$)")
_OPENS_QUOTATION = re.compile(r"(?<=[\w,:] )['‘](?=\w+ \w+ \w+ \w)(?!(?:cause|em|til|till|round|bout|n|tis|twas|s|re|ve|ll|d|m|t)\b)", re.I)
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
    text = text[1:] if text.startswith("(") and text.count("(") > text.count(")") else text
    # After an s it may be an apostrophe, "the teams' work", and so may what opens: "'cause".
    if not _OPENS.search(text):
        text = _CLOSES.sub("", text)
    text = ends_its_quotation(text)
    return text.replace('"', "") if text.count('"') % 2 else text


def ends_its_quotation(text: str) -> str:
    """Return a text with the end of what it quotes between single marks, where that goes on after its sentence."""
    opens = _OPENS_QUOTATION.search(text)
    if opens is None or _CLOSES_ALSO.search(text, opens.end()):
        return text
    end = next((found.end() for found in _SENTENCE_END.finditer(text, opens.end())), len(text))
    return f"{text[:end]}{'’' if opens[0] == '‘' else chr(39)}{text[end:]}"


def _as_end(dots: re.Match[str]) -> str:
    """Return the last word before dots with a full stop, unless it only leads on."""
    return dots[0] if dots[1].casefold() in _HANGING else f"{dots[1]}."


_NUMBER = re.compile(r"\d+|zero|nought|oh|one|two|three|four|five|six|seven|eight|nine|ten", re.I)

_RECKONS = frozenset(("plus", "minus", "times", "point"))
"""What stands between numbers that are counted together."""


_TAKES_IN = re.compile(r"\b(?:t(?:ie|ied|ying)|log(?:ged|ging)?|sign(?:ed|ing)?|c(?:ome|ame|oming)|phas(?:e|ed|ing)|join(?:ed|ing)?|check(?:ed|ing)?|f(?:it|its|itted|itting|eed|eeds|ed)|br(?:ing|ings|inging|ought)|buil(?:d|ds|t|ding)|mov(?:e|ed|ing)|st(?:ep|epped|ay|ayed)|hand(?:ed|ing)?|turn(?:ed|ing)?|opt(?:ed|ing)?|plug(?:ged|ging)?)s? $", re.I)
"""Verbs that may go with "in", before another "in"."""


def _once(match: re.Match[str]) -> str:
    """Return a repeated word once; "very very" stays, thrice it is a stammer, but of a number a count: "zero zero zero", and
    between commas at a clause's end meant so: "up, up, up"."""
    words = re.findall(r"[\w']+", match[0].casefold())
    meant = len(words) > 2 and len(set(words)) == 1 and match[0].count(",") == len(words) - 1 and match.string[match.end() : match.end() + 1] in (".", "!", ";", ",")
    if meant and words[0] not in _NOT_MEANT:
        return match[0]
    reckoned = not _RECKONS.isdisjoint(words) and any(map(_NUMBER.fullmatch, words))  # "two plus two"
    if "," in match[0] and (len(words) > 2 and words[0] in _DETERMINERS and _IS_THERE.search(match.string, 0, match.start()) or len(words) > 2 and words[0] == "and" and words[-1].endswith("'s") and words[-1] not in _IS):
        return match[0]  # "the mentor's and the manager's, and the manager's the one who chose"
    parted = words == ["in", "in"] and _TAKES_IN.search(match.string, 0, match.start()) is not None  # "tie in in those areas"
    kept = reckoned or parted or (words[0] in _KEPT_DOUBLES if len(words) < 3 else len(set(words)) == 1 and _NUMBER.fullmatch(words[0]) is not None)
    return match[0] if kept else match[1]


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([,;:!?]|\.(?![a-z_]))", r"\1", text)  # ".send()" is a name
    text = re.sub(r"(?<![\w.])([a-z]{2,}\.)(?=[A-Z][a-z]+ )", r"\1 ", text)  # where an export lost the space between sentences
    text = re.sub(r"\b(M(?:r|rs|s)|Dr|Prof|Hon)\.(?=[A-Z][a-z])", r"\1. ", text)
    text = re.sub(r"(\d,\d{3})(?!fold)(?=[a-z]{4})", r"\1 ", text)
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

    A sentence of up to :data:`WHOLE` words that ends no clause before, or says late what for, stays as it is.
    """
    words = text.split()
    if len(words) < LONGEST + LEAST_CUT or len(words) <= WHOLE and _PURPOSE.search(" ".join(words[LONGEST // 3 :])):
        return text
    if size := clause_end(words, LONGEST):
        return _cut_off(words[:size])
    return text if len(words) <= WHOLE else " ".join(words[:LONGEST]) + " …"


def clause_end(words: Sequence[str], most: int) -> int:
    """Return how many of ``words``, at most ``most``, end where a clause ends and a text can be cut, or 0.

    Nothing is cut within quotation marks, before what "but" or "unless" leads on to, as it can turn the sense, before an infinitive that is
    waited for, behind what announces the next words ("in a number of ways"), or for fewer than :data:`LEAST_CUT` words.
    """
    most = min(most, len(words) - LEAST_CUT)
    for size in range(most, most // 2, -1):
        if words[size - 1][-1] in ",;:." and not turns(words[size:]) and not _is_waited_for(words, size) and _can_end(words[:size]):
            return size
    for size in range(most, most // 3, -1):
        because = words[size].casefold() == "because" and denies(" ".join(words[:size]))  # "no change just because they left"
        begins = words[size].casefold() in _JOINTS - _TURNING and words[min(size + 1, len(words) - 1)].casefold().replace("’", "'").partition("'")[0] in _SUBJECTS
        if begins and not because and not _is_waited_for(words, size) and _can_end(words[:size]):
            return size
    return 0


_WAITS = re.compile(
    r"\b(?:encourag(?:e|es|ed|ing)|ask(?:s|ed|ing)?|inten(?:d|ds|ded|ding|tion)|plan(?:s|ned|ning)?|able|allow(?:s|ed|ing)?|enabl(?:e|es|ed|ing)|invit(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|expect(?:s|ed|ing)?|requir(?:e|es|ed|ing)|"
    r"advis(?:e|es|ed|ing)|persuad(?:e|es|ed|ing)|forc(?:e|es|ed|ing)|aim(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|hop(?:e|es|ed|ing)|want(?:s|ed|ing)?|need(?:s|ed|ing)?|opportunity|ability|attempts?|efforts?|decision|willing|ready|power|duty)\b(?!.* to [a-z])", re.I
)
"""What waits for an infinitive that has not come."""


def _is_waited_for(words: Sequence[str], size: int) -> bool:
    """Tell whether the infinitive that says what a text is about comes behind so many words: "we asked the schools, the small ones too, | to open"."""
    later = any(word.casefold() == "to" and before[-1:] in ",—–" for before, word in zip(words[size - 1 :], words[size:], strict=False))
    return later and _WAITS.search(" ".join(words[:size])) is not None


_MAIN_TO_COME = re.compile(
    r"(?:^|\bthat,? |\b(?:and|but|so),? )(?:although|though|while|whereas|if|when|whenever|because|since|given|despite|in (?:the absence|spite|case) of|as (?:soon|long) as|even (?:if|though)|(?:through|by|in|with|without|after|before|from|on) \w+ing)\b[^,;:]*[,;:]?$|, (?:through|by) \w+ing\b[^,;:]*[,;:]?$", re.I
)
"""A clause at the end of a text that leads up to what the sentence says: without that it may say the opposite."""


def _can_end(words: Sequence[str]) -> bool:
    """Tell whether a text can end with these words: no quotation is open, and they announce nothing that follows."""
    words = _without_hanging(list(words))
    text = " ".join(words)
    if _HELD_UP.search(text) or _MAIN_TO_COME.search(text):
        return False
    opened = text.count("“") > text.count("”") or text.count('"') % 2 or len(_OPENS_TITLE.findall(text)) > len(_CLOSES_ALSO.findall(text))
    return bool(words) and not (opened or words[-1].strip(",;:.").casefold() in _HANGING or _ANNOUNCES.search(text) or is_scene(text))


def turns(words: Sequence[str]) -> bool:
    """Tell whether words that follow take back or limit what stands before them: "but", "unless"."""
    return any(word.strip(",;:.").casefold() in _TURNING for word in words[:2])


def _cut_off(words: list[str]) -> str:
    kept = " ".join(_without_hanging(words))
    return kept if kept[-1:] in ".!?" else kept.rstrip(",;:") + " …"
