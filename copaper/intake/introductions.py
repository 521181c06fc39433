"""How people introduce themselves: a name that stands in no export but was spoken.

Who joins as "Laptop 3", or whose transcript has no speakers, says "my name is Thandi Mokoena".
That name must be withheld like any other, and be found when it is to be forgotten.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from copaper.intake.names import parse
from copaper.records import Message, Participant, Turn

_MOST_WORDS = 4
_PARTICLE = r"(?:van der|van den|van|von|der|den|de|du|da|dos|la|le|bin|ka|wa)"
_WORD = r"(?!I['’])[A-Z][\w'’-]*[a-z][\w'’-]*"
_NAMED = re.compile(r"\b(?:[Mm]y (?:full |first )?name(?:['’]s| is)|(?:[Ii]['’]m|I am) called|[Tt]hey call me)\s+(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?" rf"({_WORD}(?: (?:{_PARTICLE} )?{_WORD}){{0,3}})")
# "This is Cape Town from above" is no introduction: what follows must be what people say of themselves.
_PRESENTED = re.compile(
    rf"\b(?:I['’]m|I am|[Tt]his is|[Ii]t['’]s)\s+({_WORD}(?: (?:{_PARTICLE} )?{_WORD}){{1,3}})"
    r"(?=,? (?:and I(?:['’]m| am| work| lead| run| represent)|from|speaking|here\b|I (?:work|lead|run|represent|am)|(?:he|she|they)/)|,? (?:the|a|an) [\w ]{3,40}(?:at|of|for|with|from)\b)"
)
# Speech recognition without capitals: only where what follows shows the name's end.
_SMALL = re.compile(
    r"\bmy (?:full |first )?name is ((?:[a-z][a-z'’-]+ ){1,3}?)(?=and i\b|and i'm\b|i'm\b|i am\b|i work\b|from\b|i come\b|speaking\b|here\b)"
)
_NOT_NAMES = frozenset(
    """south north west east central african american english british asian european black white new the not a an it
    in on at good great important very so just called wrong misspelled misspelt spelled spelt written listed missing""".split()
)


def names_in(text: str) -> Iterator[str]:
    """Yield the names by which the speaker of ``text`` introduces themselves."""
    # "i" is all that some speech recognition writes large.
    for pattern, said in ((_NAMED, text), (_PRESENTED, text), (_SMALL, re.sub(r"\bI\b", "i", text))):
        for match in pattern.finditer(said):
            words = match[1].split()[: _MOST_WORDS + 1]
            if words and not any(word.casefold() in _NOT_NAMES for word in words):
                yield " ".join(words)


def with_introductions(people: Iterable[Participant], turns: Sequence[Turn], messages: Sequence[Message]) -> tuple[Participant, ...]:
    """Return ``people`` with the names under which they introduced themselves as further aliases."""
    told: dict[str, dict[str, None]] = defaultdict(dict)
    for said in (*turns, *messages):
        for name in names_in(said.text):
            told[said.participant][name] = None
    return tuple(_knowing(person, told[person.id]) if person.id in told else person for person in people)


def _knowing(person: Participant, names: Iterable[str]) -> Participant:
    known = {word for name in (person.name, *person.aliases) for word in parse(name).words}
    new = tuple(name for name in names if not set(parse(name).words) <= known)
    return person.model_copy(update={"aliases": (*person.aliases, *new)}) if new else person
