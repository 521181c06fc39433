"""What a display name says: whose it is, and what only stands beside it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from copaper.displaynames import is_body, is_only_office, parted_by_brackets, taken_apart
from copaper.nameparts import fold

UNKNOWN = "Unknown speaker"

_BOT = re.compile(
    r"\b(?:note ?taker|notetaking|otter(?:\.ai|pilot)|otter pilot|fireflies|read\.ai|read ai|meeting notes|fathom(?:'s)? note|"
    r"fathom(?:\.video)?|tl;?dv|transcriber|transcription|fellow ai|fellow\.app|avoma|supernormal|krisp|meetgeek|sembly|"
    r"recording bot|recorder|zoom ai|ai companion|copilot|gemini)\b",
    re.I,
)
# Brackets that are remarks of the platform or the person: "(Guest)", "(she/her)", "[BAS]".
_REMARK = re.compile(
    r"\((?:guest|gast|invite|invité|unverified|not verified|external|extern|externe|ext|host|co-?host|me|you|"
    r"she|he|they|her|him|them|via [^()]*|[^()]*?/[^()]*)\)|\[[^\]]*\]",
    re.I,
)
_BRACKET = re.compile(r"\(([^()]*)\)?")
# "Name | Organisation", "Name - Organisation", "Name @ Organisation"; "Nick // Name".
_BESIDE = re.compile(r"\s*(?:\||//)\s*|\s+[-–—@•·/]\s+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_VAN_DER = re.compile(r"\bv[./]? ?d[./]? (?=[A-Z])", re.I)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LEADING_NUMBER = re.compile(r"^\d+[_.)\s-]+(?=\D)")
_TITLES = frozenset("dr prof professor mr mrs ms miss mnr mev adv rev hon jr sr phd mba".split())
_DEVICE_WORDS = frozenset(
    """iphone ipad ipod android galaxy samsung huawei nokia xiaomi redmi oppo vivo hisense
    laptop macbook imac pc desktop tablet phone mobile cell cellphone device computer
    presentation screen pro max mini air""".split()
)
_OWNER = re.compile(r"^(?:van|de|of)\s|(?<=\w)(?:['’]s|\sse|\svan|\sde|\sof)$", re.I)
_NOBODY = re.compile(
    r"(?:(?:unknown|unidentified|anonymous)(?: (?:speaker|user|caller|participant|attendee|guest))?"
    r"|(?:the )?(?:(?:acting|deputy|vice) )?(?:chair|chairman|chairwoman|chairperson|president|programme director|interpreter|translator)"
    r"|(?:speaker|user|guest|caller|participant|attendee|panelist|panellist|member|host|co ?host|admin|administrator"
    r"|moderator|presenter|facilitator|zoom user|guest user|call ?in user|phone user|conference room|room|meeting room|me|you)"
    r"(?: ?[\d_]+| [a-z])?)",
)
_CODE = re.compile(r"[+\d\s()*x_.-]{6,}|[a-z]{0,3}[0-9a-f]{16,}", re.I)
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True)
class Name:
    """A display name taken apart.

    ``words`` are those of the person, folded, in alphabetical order; ``beside`` those of an
    organisation, a place or a nickname that stand next to it. ``is_nobody`` marks what names
    nobody ("iPhone", "Speaker 2", a telephone number).
    """

    written: str
    words: tuple[str, ...]
    beside: tuple[str, ...] = ()
    is_bot: bool = False
    is_nobody: bool = False
    is_handle: bool = False
    """One unbroken word in small letters, as accounts are named."""

    @property
    def key(self) -> tuple[str, ...]:
        """What tells people apart: a first name alone needs what stands beside it."""
        return self.words if self.is_full else tuple(sorted({*self.words, *self.beside}))

    @property
    def everything(self) -> frozenset[str]:
        return frozenset((*self.words, *self.beside))

    @property
    def is_full(self) -> bool:
        """Tell whether it has two words or more that are no initials."""
        return sum(len(word) > 1 for word in self.words) > 1


@lru_cache(maxsize=65_536)
def parse(written: str) -> Name:
    """Take a display name apart."""
    plain = " ".join(unicodedata.normalize("NFKC", written).split())
    folded = fold(plain)
    if _BOT.search(plain):
        return Name(written, _words(plain) or (folded,), is_bot=True)
    if not plain or _CODE.fullmatch(plain) or _is_nobody(plain):
        return Name(written, (folded,), is_nobody=True)
    bare = _LEADING_NUMBER.sub("", _REMARK.sub(" ", plain))
    brackets = " ".join(_BRACKET.findall(bare))
    parts = [part for part in _BESIDE.split(_BRACKET.sub(" ", bare)) if _WORD.search(part)]
    if parts and _is_nobody(parts[0]) and (told := next((part for part in (*parts[1:], *parted_by_brackets(bare)[1]) if _WORD.search(part) and not is_body(part)), "")):
        # "The Chair (Nomvula Khumalo)", "Speaker 1 (Thandi)", "Host | Thandi": the rest says who it is.
        return Name(written, _words(taken_apart(told).name.partition(",")[0]))
    if not parts:
        return Name(written, _words(brackets) or (folded,), is_nobody=not _WORD.search(brackets))
    # "TallTed // Ted Thibodeau": the fuller part is the name, if it is the only full one.
    own = parts.pop(0)
    if parts and "//" in bare and " " not in own.strip() and " " in parts[0].strip():
        own, parts[0] = parts[0], own
    device = _without_device(own)
    if device is not None:
        own = device
        if not _WORD.search(own):
            return Name(written, (folded,), is_nobody=True)
    beside = _words(" ".join((*parts, brackets)))
    is_handle = " " not in own.strip() and own.strip() == own.strip().lower()
    return Name(written, _words(own), beside, is_handle=is_handle)


def _is_nobody(text: str) -> bool:
    return _NOBODY.fullmatch(" ".join(_words_in_order(text))) is not None or is_only_office(text)


def _without_device(text: str) -> str | None:
    """Return whose device "Thandi's iPhone" or "iPhone van Johan" is (empty when it does not
    say); None when ``text`` is no device."""
    words = text.split()
    places = [i for i, word in enumerate(words) if fold(word.strip("()")) in _DEVICE_WORDS]
    if not places:
        return None
    owner = " ".join(words[: places[0]])
    if not owner:
        # "iPhone van Johan" has an owner, "Galaxy A12" and "Huawei P30 lite" a model.
        rest = " ".join(word for i, word in enumerate(words) if i not in places)
        owner = rest if _OWNER.match(rest) else ""
    return _OWNER.sub("", owner).strip()


def _words_in_order(text: str) -> list[str]:
    words = (_POSSESSIVE.sub("", match[0]) for match in _WORD.finditer(text))
    return [fold(re.sub("['’]", "", word)) for word in words]


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a name, folded and sorted, without titles; "ThandiMokoena" and
    "thandi.mokoena" are two."""
    if " " not in text.strip():
        text = _CAMEL.sub(" ", text)
    words = _words_in_order(_VAN_DER.sub("van der ", text))
    return tuple(sorted({word for word in words if word not in _TITLES} or set(words)))


def without_remarks(written: str) -> str:
    """Return a display name as papers show it: without "(Guest)", "(she/her)", "[BAS]"."""
    return " ".join(_REMARK.sub(" ", written).split()) or written


_LOOK_ALIKE = str.maketrans("авекмнорстухіјѕԁԛԝһνοραικτυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abekmhopctyxijsdqwhvopaiktuabezhikmnoptyx")


def skeleton(name: Name) -> str:
    """Return the words of a name with letters of other alphabets that look Latin as Latin."""
    return " ".join(sorted(word.translate(_LOOK_ALIKE) for word in name.words))
