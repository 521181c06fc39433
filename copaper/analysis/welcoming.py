"""What the first minutes of a session are spent on before its matter: greetings, who is there, how it works, and the plan.

Words that are rare elsewhere in the session ("a wool sweater", "the raise-hand button") would name the
first topic; nothing of them is its matter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from copaper.analysis.units import Unit
from copaper.records import Theme
from copaper.textclean import is_housekeeping, straight

OPENING = "Opening"
"""What a topic is called that is hardly more than a welcome."""
MATTER = 0.6
"""Share of the words of a first topic from which it has a matter of its own."""
LED, WELCOME, AT_MOST = 0.6, 0.12, 600.0
"""Share of the words of a first topic that whoever leads says, and share of these words with which they welcome and say what is planned, from which on it is
an opening if it is no item of the agenda, and seconds of it, at most."""
ALONE = 300.0
"""Seconds for which somebody says how a session works, at most."""
_WELCOMES = re.compile(
    r"^\W*(?:(?:okay|ok|so|well|and|all right|alright|right|thanks?(?: you)?(?:,? \w+)?)\W+){0,3}(?:welcome\b|good (?:morning|afternoon|evening|day)\b|hello\b|hi (?:there|all|everyone|everybody|folks)\b|hi,)"
    r"|\bwelcome,? (?:everyone|everybody|all|back|to)\b|\bthank(?:s| you)(?: all| everyone| everybody)?(?: so much| very much)?,? for (?:joining|coming|being|attending|having|taking (?:the )?time)\b"
    r"|\bmy name(?:'s| is)\b|\b(?:he/him|she/her|they/them)\b|\bpronouns\b|\b(?:I|me|self|and) (?:have|has|am wearing|is wearing|'m wearing)\b.{0,60}\b(?:hair|eyes|beard|shirt|sweater|glasses|jacket|skin|fleece|dress)\b|\bwearing\b"
    r"|\b(?:like|pleased|happy|delighted|glad|want|going|let me|allow me)\b.{0,15} (?:introduce|welcome)\b|\b(?:I'm|we're|I am|we are|have|be) joined (?:today |here )?by\b"
    r"|\b(?:turn(?:ing)? (?:on|off) your (?:camera|video|mic)|your (?:camera|microphone|mic|screen name)|(?:being|be|is) recorded|we're recording|record(?:ing)? (?:this|the|today's) (?:session|call|meeting|webinar)|closed captions?|captioning|chat window|raise (?:your|a) hand|code of conduct|community guidelines|questions (?:in|into) the (?:chat|Q&A)|(?:Q&A|chat) (?:box|feature|function)|housekeeping)\b"
    r"|\b(?:apologies (?:for absence |received )?from|declarations? of interest|substitut(?:e|ing) for|interpretation|translation is available|fire alarm)\b"
    r"|\b(?:(?:our|today's|the|my) agenda\b|(?:we|I) hope to cover|on (?:the|our|today's) agenda)\b",
    re.I,
)


BEGINS_WITHIN, WAITED = 900.0, 30.0
"""Seconds within which a session begins, and for how long people must have waited for it."""
HARDLY_SPOKEN = 1.0
"""Words a second up to which people wait, test microphones and greet one another; who speaks says two or three."""
_BEGINS = re.compile(
    r"\bwelcome(?:,? (?:everyone|everybody|all|back)\b|,? to (?:the|our|this|today's|another|(?-i:[A-Z]))|,? you all\b)"
    r"|\b(?:hello|hi|hey|good (?:morning|afternoon|evening|day)),?(?: hello,?)?(?: there,?| to)? (?:everyone|everybody|all|folks)\b",
    re.I,
)
_WAITS = re.compile(r"\b(?:wait(?:ing)?|(?:a|one|two|few|another|more) minutes?|seconds?|moment|shortly|hear (?:me|us)|quorum|trickl(?:e|ing)|(?:mic|microphone|sound|audio) (?:check|test)|check(?:ing)? (?:the |my )?(?:audio|sound|mic))\b", re.I)
"""What people say who wait for others, or for the sound."""


def begins(units: Sequence[Unit]) -> int:
    """Return the place among spoken ``units`` at which the session begins: where somebody greets all after a time in which people
    wait and little is said, else the first."""
    words, waits = 0, False
    for place, unit in enumerate(units):
        waited, is_waiting = unit.time - units[0].time, _WAITS.search(straight(unit.text)) is not None
        if waited > BEGINS_WITHIN:
            return 0
        if waited >= WAITED and not is_waiting and _BEGINS.search(straight(unit.text)):
            return place if waits and words < HARDLY_SPOKEN * waited else 0
        words, waits = words + unit.words, waits or is_waiting
    return 0


def is_welcome(unit: Unit) -> bool:
    """Tell whether a sentence greets, introduces, says how the session works, or what is planned."""
    return _WELCOMES.search(straight(unit.text)) is not None or is_housekeeping(unit.text)


def is_only_opening(theme: Theme) -> bool:
    """Tell whether a topic is an opening so short that nobody tells anything in it."""
    return theme.label == OPENING and sum(span.to_time - span.from_time for span in theme.spans) < ALONE


def is_opening(units: Sequence[Unit], called_up: bool = False) -> bool:
    """Tell whether the units of a first topic are mostly a welcome, or somebody alone says how it works until the first item is ``called_up``."""
    if called_up and len({unit.participant for unit in units}) == 1 and units[-1].time - units[0].time < ALONE:
        return True
    matter = sum(unit.words for unit in units if not is_welcome(unit))
    return matter < MATTER * sum(unit.words for unit in units)


def is_led_in(units: Sequence[Unit], leading: Collection[str]) -> bool:
    """Tell whether the units of a first topic, which is no item of the agenda, are those of whoever leads into a session: who welcomes, and says what is planned."""
    words = sum(unit.words for unit in units)
    led = sum(unit.words for unit in units if unit.participant in leading)
    return units[-1].time - units[0].time <= AT_MOST and led >= LED * words and sum(unit.words for unit in units if is_welcome(unit)) >= WELCOME * words
