"""What makes a statement one that a meeting came to, and what only leads up to such a one.

Key messages and quotations are read first, often alone, by people who were not there. So a
scene without its outcome, an example, a plan to look into something or a guess is none,
however well it is said.
"""

from __future__ import annotations

import re

from copaper.analysis.leaning import leans_on_another
from copaper.textclean import has_forgotten, straight

_POINT = re.compile(
    r"\b(?:the|our|one) (?:main|key|real|biggest|most important|central|overall|core|chief|critical) (?:thing|point|issue|message|problem|question|challenge|lesson|finding|result|takeaway|conclusion|difference|barrier|obstacle|reason|recommendation)s?\b[^.;:?]{0,50}\b(?:is|are|was|were)\b|"
    r"\b(?:the|one|our|my|another) (?:\w+ )?lessons?\b[^.;:?]{0,50}(?<!\bwhat )\b(?:is|are|was|were)\b|"
    r"\bwhat (?:we|I)(?:'ve| have)? (?:\w+ly )?(?:learned|learnt|found|discovered|realised|realized)\b[^.;:?]{0,40}\b(?:is|was)\b|"
    r"\b(?:in (?:summary|short|conclusion)|to sum(?:marise|marize)?(?: it)?(?: up)?|the (?:bottom line|upshot|conclusion) (?:is|was)|what (?:matters|counts)(?: most)? is)\b|"
    r"(?:\bnot|n't) [^.;?]{3,60}; (?:it|we|they)(?:'s|'re| is| are| was| were)\b",
    re.I,
)
"""How somebody says outright that this is the point: "the main thing is", "what we learned is", "not a crisis; it's"."""
_UNEXPLAINED = re.compile(
    r"\bthis\b(?! (?:year|month|week|quarter|morning|afternoon|evening|time|century|decade|pandemic|country|province|community|region|city|summer|winter|spring|autumn|season)\b)|\bhere\b(?! in\b)|"
    r"\b(?:the|that|such a) thing\b(?! (?:that|which|is|was|to)\b)|[\"“]things?[\"”]|\bthe (?:former|latter|following|above)\b|\b(?:as|like) (?:\[[^\]]*\]|[\w']+) (?:just |already |has |have )*(?:said|says|mentioned|pointed out|noted|explained)\b|"
    r"\b(?:I|we)(?:'ve| have)? (?:also |already |just |always ){0,2}(?:mentioned|discussed|talked about|spoke of|heard about)\b|\b(?:already|just) (?:said|discussed|mentioned|heard|seen)\b|\bwe heard (?:in|from|about)\b|\bjust happened\b|\b(?:in|of|for|to|on|with|from|by|about) that (?!way\b)\w+[.!]?$|\bone of (?:them|those|these)\b|\bthe rest\b(?! of\b)|\b(?:says?|said|means?) that(?:'s| is| was)\b",
    re.I,
)
"""What was shown or told before, and nobody can tell who only reads the sentence."""
_POINTS_BACK = re.compile(
    r"^\W*(?:(?:and|so|but|although|though|while|now)\W+)*(?:(?:the (?:main|biggest|largest|key|only|last|same|whole|final|latest|current|real|remaining) (?!(?:thing|point|issue|message|problem|question|challenge|lesson|risk|barrier|difference|concern|aim|goal|priority)\b)|(?:(?:\w+ly )?(?!know|say|think|believ|ensur|recogni|realis|understand|accept|assum|suppos|show|see|find|feel|hop|argu|mean)\w+ing )(?:that|this) )[a-z]+ "
    r"(?:right|wrong|better|(?:is|are|was|were|has|have|had|will|would|can|could|relates?|comes?|means?|needs?)\b(?! (?:that|to)\b))|(?:the )?(?:numbers|figures|results|percentages) (?:are|were|have|had|is|was)\b)",
    re.I,
)
"""How a sentence begins with what only those before it told: "the main delay relates to", "getting that mix right", "numbers are small"."""
_LOOSE = re.compile(
    r"\b(?:or (?:whatever|something)|and (?:stuff|things|so (?:on|forth)|all that)|et cetera|etc|somehow|kind of|sort of|you know|I mean|cuz|gonna|wanna|blah|a (?:little|tiny) bit|a bit of|pretty (?:much|ugly|weird)|an? (?:\w+ )?thing(?! (?:that|which|to)\b))\b|, again,",
    re.I,
)
"""Words of talk among those who know what is meant."""
_MISHEARD = re.compile(
    r"\.\.(?!\.)|\b(?:that|which|has|have|are|the|of|to|an?|and|or|but|because|with|for|in|on|at|from|into|as|like), (?!(?:as|if|when|for (?:example|instance)|in (?:fact|particular)|of course|at least|once)\b)(?!(?<=\b(?:that|ause|.and|.but), )(?:because|although|though|since|while|unless|after|before|despite|in|on|under|with|by)\b[^,.;]{2,60},)(?=[a-z\d])|^\W*[(\[]|(?<!['’])\b(?!a\b|i\b)([a-z]) \1[a-z]+\b|\b(?:now|also|does|do|did)(?:n't)? (?:doesn't|has|have) (?:has|have|had)\b|\b(?:it|we|they|there) (?:we|they|it|I)\b (?:is|are|was|were|have|has)\b|"
    r"^[^,]*\w, (?:might|may|will|can|is|are|was|were|has|have) [^,]*$|\b(?:is|are|was|were|does|do|did) not \w+, (?:is|are|was|were|does|do|did) not\b|\b(?:to|of|from|for|in) '?'s\b|[–—] (?:\w+ ){0,3}\w+ [–—]|\b(very|really|quite) (?!\2\b)\w{1,3} \2\b|\b(?:or|no),? (?:rather|in my opinion|I mean|sorry)\b",
    re.I,
)
"""Where speech recognition, or the speaker, lost the sentence."""
_EXAMPLE = re.compile(r"\b(?:for (?:example|instance)|e\.g\.|let's say|let us say|imagine|suppose|say you|if I (?:specify|specified|take|took|have|had|look|go|put|were)|in the case I|to give (?:you )?an example|one example)\b", re.I)
_LEAN_LATER = re.compile(r"\W*(?:for|from|in|at|on|with|to|by|of|under|after|before|during|without|currently|now|sometimes|often|really|basically|essentially|ultimately|obviously|clearly|actually)\b[^,.;]{0,40}, (?:it|they|he|she)\b(?! (?:is|was|takes|took|would be) [\w-]+ (?:that|to|for)\b)", re.I)
"""How a sentence leads in and goes on with somebody whom it does not name."""
_CASE = re.compile(r"\W*(?:(?:and|so|but|well|now|then|because)\W+)*(?:(?:we|I|you|they|she|he)(?:'ve|'d| have| had| do have)?(?: also| just| only| already)? (?:got|have|had|know|knew|saw|visited|met)|there(?:'s| is| was))(?: also| just| only)? (?:just |this |only |exactly )?one\b(?! (?:of (?:the|our) (?:main|key|biggest|most)|thing|lesson|rule|reason|answer|more|more\b))", re.I)
"""How somebody begins to tell of one of many: "we've got one school"."""
_SELF = re.compile(
    r"\b(?:my name is|I(?:'m| am) (?:the|an?|one of the|from|with|based)\b|I (?:work|worked) (?:at|for|with|in|as)\b|I (?:run|lead|head|represent|chair)\b|we(?:'re| are) (?:an?|the) (?:[\w-]+,? ){0,4}(?:company|organi[sz]ation|agency|firm|team|startup|start-up|non-?profit|charity|institute|university|project|network|group|consortium)\b|"
    r"(?:our|my) (?:company|firm|organi[sz]ation|employer|startup|start-up) (?:is|was|does|makes|builds)\b)",
    re.I,
)
"""How somebody introduces themselves or their employer."""
_BACKGROUND = re.compile(
    r"\b(?:is|are) (?:made up of|composed of|home to|based in|located)\b|\b(?:comes? with|consists? of)\b|^\W*(?:the|our|this|their) (?:[\w'-]+ ){0,3}(?:portal|web ?site|site|home ?page|page|platform|app|dashboard|toolkit|newsletter|logo|picture|photo|banner) (?:now |also )?(?:provides?|offers?|features?|displays?|contains?|includes?|has|shows)\b|"
    r"\b(?:blues?|reds?|greens?|yellows?|monochrome|dark|bright|colou?rful)\b[^.?!]{0,30}\b(?:background|hero|banner|header|logo|lettering|palette)\b|\bhero (?:section|image|banner)\b|\bwith an? (?:photo|picture|image|illustration) of\b|\bwe see (?:the|an?) (?:[\w-]+ )?(?:header|footer|banner|menu|logo|page|section)\b", re.I,
)
"""How somebody says what there is anyway, presents it, or how it looks."""
_AUX = r"(?:'re|'ve|'ll|'d|'m|(?: (?:are|am|were|have|had|has|been|will|would|also|now|still|currently|just|then|all|be|do|did|really|actively|certainly|very much|already|first))+)?"
_PLANS = re.compile(
    rf"(?:(?!\b(?:we|I|they)\b)[^,;]{{0,50}}, |(?:and|so|but|now|currently|today|basically|obviously) )?\b(?:we|I|they|(?:my |our )?(?:officials|team|colleagues|staff)){_AUX} "
    r"(?:(?:had )?(?:an?|some|a few|many|several) (?:\w+ )?(?:conversation|discussion|chat|talk|meeting|call)s?|consult\w*|publish\w*|monitor\w*|meet|meeting|met|discuss\w*|look(?:ed|ing)? (?:at|into|forward|to)|continu\w*|launch\w*|plan(?:s|ned|ning)?|hop(?:e|ed|ing)|try|tried|trying|work(?:ed|ing)? (?:on|through|with|closely)|start(?:ed|ing)? (?:to|with|by|talking|looking|taking)|about to|kick\w* off|present\w*|talk\w*|going to|intend\w*|aim\w*|have to|had to|keep \w+ing|"
    r"receiv\w*|review\w*|gather\w*|engag\w*|listen\w*|introduc\w*|shar(?:e|ed|ing)|rais(?:e|ed|ing)|updat\w*|keen|open to|in touch|interested|able to|pleased|happy|grateful|proud|excited|committed to|aware|wait(?:ed|ing)?|request\w*|ask(?:ed|ing)?|want(?:ed)?|feel|felt|wonder\w*|think about|thinking|can(?!'t)|could|should probably|check(?:ed|ing)?)\b",
    re.I,
)
"""How somebody tells what a body is about to do, looks into, or goes on with: news of its work, no result of it."""
_SCENE = re.compile(
    r"\W*(?:(?:and|so|but|well|now)\W+)?(?:back (?:when|in|then)|(?:(?:about|some|almost|over|around|just) )?[\w-]+(?: and a half)? (?:years?|months?|weeks?|days?|decades?) ago|by the (?:\w+ ){1,5}(?:I|we) had|very early|early on|last (?:night|week|month)\b|(?:last|one|the) (?:year|day|time|evening|morning) (?:when|that)\b|"
    r"on the (?:\w+ ){1,3}of \w+|yesterday|the other day|once\b|(?:two|three|four|five|ten|\d+) years later|over the (?:past|last) |at the same time|until (?:recently|now|then)|at (?:that|the) (?:time|moment|point))",
    re.I,
)
_THAN = re.compile(r"\bthan (?:\w+ ){1,4}?(?:would|could|might)\b", re.I)
_WOULD = re.compile(r"\b(?:(?:would|could)(?!n't| not\b| (?:recommend|suggest|urge|advise|propose|encourage|say)\b)|might|(?-i:may)(?! (?:be |not )?\d))\b", re.I)
_MAIN = 9
"""Words within which the first verb of a statement stands, as a rule."""
_GUESS = re.compile(r"\b(?:maybe|perhaps|probably|presumably|hopefully|not (?:\w+ )?sure|seems?|I (?:hope|guess|suppose|feel|suspect|wonder)|my (?:sense|understanding|guess|feeling|impression))\b", re.I)
_DOUBT = re.compile(r"\b(?:maybe|perhaps|hopefully|not (?:\w+ )?sure|I (?:guess|suppose|suspect|wonder)|(?:our|my) hope)\b", re.I)
_OWN_PLAN = re.compile(r"\bwe (?:\w+ )?(?:need|have|want) to (?:continue|keep|carry on)\b", re.I)
"""How those who do the work say that they go on with it, which advises nobody."""
_SUPPOSES = re.compile(r"\W*(?:(?:and|so|but|then|even)\W+)?(?:if(?! (?:we|you|I) (?:look|compare|go back|think back)\b)|unless|whether|assuming|supposing|even (?:if|when|before))\b", re.I)
_TO_YOU = re.compile(r"\byou(?:r|rs|'re|'ll|'ve|'d)?\b", re.I)
_ONESELF = re.compile(r"\b(?:I(?! (?:\w+ )?(?:think|believe)\b)(?:'m|'ve|'d|'ll)?|me|myself)\b|\b[Mm]y\b")
_HOLDS = re.compile(r"^[^.;?]{0,80}?\b(?:I|my)\b[^.;?]{0,60}?\bthat\b", re.I)
"""How somebody leads in to what they hold, or were shocked at: what follows the "that" is of others."""
_WHO_SPEAKS = re.compile(r"\b(?:I|me|my|we|us|our|ours)\b|\b(?:I|we)'", re.I)
_I_SPEAK = re.compile(r"\b(?:I|me|my)\b", re.I)
_TALK_TO = re.compile(r"\W*(?:well|okay|ok|yeah|yes|oh|apparently|note that|look,|I mean)\b", re.I)
"""How somebody turns to those in the room."""
_BIDS_IT = re.compile(r"\W*(?:(?:please|just|do not|don't|never|always)\W+){1,3}\w+ (?:it|them|that|those|one)\b", re.I)
"""How somebody asks others to do something with what only those in the room can see: "please don't send it yet"."""
_PREFERS = re.compile(r"\b(?:(?:I|we)(?:'d| would|'m| am|'re| are)? (?:(?:strongly|really|personally|much|still|rather|slightly|also|would) )*(?:prefer(?! to (?:be|remain) (?:called|anonymous))|in favou?r of|opposed to)|(?:my|our) (?:\w+ )?(?:preference|preferred|favou?rite)|the preference (?:of (?:myself|mine|ours)|(?:is|was|would be)|for (?:me|us)))\b", re.I)
"""How somebody takes a side, which alone reads as what all came to."""
_JOINS = re.compile(r"\W*(?:and|but|so|or|because|then|which)\b", re.I)


def says_the_point(statement: str) -> bool:
    """Tell whether somebody says outright that this is what it comes to."""
    return _POINT.search(straight(statement)) is not None


def is_told_case(statement: str) -> bool:
    """Tell whether a statement tells of one of many, which is an example of something."""
    return _CASE.match(straight(statement)) is not None


def tells_outsiders(text: str) -> bool:
    """Tell whether words say something to people who were not there: neither leaning on what was shown or said before, nor an
    example, nor somebody's introduction, nor lost in the recording."""
    plain = straight(text)
    lost = any(pattern.search(plain) for pattern in (_UNEXPLAINED, _POINTS_BACK, _LOOSE, _MISHEARD, _EXAMPLE, _SELF))
    return not (lost or leans_on_another(plain) or _BIDS_IT.match(plain) or _TALK_TO.match(plain) or _LEAN_LATER.match(plain) or plain.count("(") != plain.count(")") or plain.count('"') % 2)


def goes_on_well(text: str) -> bool:
    """Tell whether a sentence behind one that :func:`tells_outsiders` something is told to them as well: what it points at stands before it."""
    plain = straight(text)
    lost = "?" in plain or has_forgotten(plain) or any(pattern.search(plain) for pattern in (_LOOSE, _MISHEARD, _SELF)) or _BIDS_IT.match(plain)
    return not (lost or plain.count("(") != plain.count(")") or plain.count('"') % 2)


def is_advice(statement: str) -> bool:
    """Tell whether what is advised or was learnt is held without doubt, and for everybody."""
    plain = straight(statement)
    return not (_DOUBT.search(plain) or _OWN_PLAN.search(plain) or _SUPPOSES.match(plain) or _is_supposed(plain))


def is_result(statement: str) -> bool:
    """Tell whether a statement tells how something is, and neither what is planned, guessed or supposed, nor how it
    began, nor what somebody does by themselves, nor what "you" would see."""
    plain = straight(statement)
    leads_up = _PLANS.match(plain) or _SCENE.match(plain) or _SUPPOSES.match(plain) or _BACKGROUND.search(plain)
    return not (leads_up or _is_supposed(plain) or _GUESS.search(plain) or _TO_YOU.search(plain) or _ONESELF.search(_HOLDS.sub("", plain)))


def _is_supposed(plain: str) -> bool:
    """Tell whether what a statement tells first would be so, and is not."""
    return _WOULD.search(" ".join(_THAN.sub("than", plain).split()[:_MAIN])) is not None


def is_background(text: str) -> bool:
    """Tell whether words say what there is anyway, or what it looks like."""
    return _BACKGROUND.search(straight(text)) is not None


def is_quotable(quote: str) -> bool:
    """Tell whether a quotation :func:`tells_outsiders` something at the head of a topic: no second half of a thought, nor on
    what somebody is about to do, prefers, supposes, or tells "you" who were shown it."""
    plain = straight(quote)
    leads_up = any(pattern.match(plain) for pattern in (_JOINS, _PLANS, _SCENE, _SUPPOSES))
    return tells_outsiders(plain) and not (leads_up or has_forgotten(plain) or _PREFERS.search(plain) or _DOUBT.search(plain) or _TO_YOU.search(plain) or _is_supposed(plain))


def speaks_for_somebody(statement: str, settled: bool = False) -> bool:
    """Tell whether a reader has to know whose words these are: "we", "my"; in what was ``settled`` "we" are those who met."""
    return (_I_SPEAK if settled else _WHO_SPEAKS).search(straight(statement)) is not None
