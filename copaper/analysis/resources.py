"""Resources: links in the chat and speech, with a title from the words beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from copaper.analysis.linknames import URL, called, label_of
from copaper.analysis.linktitles import asked_for, named, says_when, talks_on
from copaper.analysis.people import bots_of
from copaper.analysis.support import corroboration
from copaper.analysis.units import is_marked
from copaper.records import Evidence, Finding, Kind, Message, Session, content_id

_ANCHOR = re.compile(r"[\w.-]*")
"""What names a place within a page."""

_SPELT_OUT = re.compile(
    r"(?<![\w@./-])(?:https?://)?(?![\w.-]*\b(?:gmail|yahoo|hotmail|outlook|icloud)\.)(?=[\d-]*[a-z])(?:[a-z0-9][a-z0-9-]*\.){1,4}(?:(?:gov|org|co|ac|net)\.(?:za|uk)|gov|org|com|edu|int)(?:/[\w./-]*)?(?![\w@-])"
)
"""An address as people say it, and speech recognition or whoever makes the transcript writes it: all small, of a kind that is no name of a tool as well."""


def links(text: str) -> list[str]:
    """Return the web addresses of a text, without the punctuation that follows them."""
    return [match[0].rstrip(".,;:!?)") for match in URL.finditer(text)]


def is_well_formed(url: str) -> bool:
    """Tell whether an address can be one: http or https, a host with a dot, no blanks."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?", parts.netloc, re.I))


def _words_of(url: str) -> str:
    """Return what an address is made of, for a link that nobody called anything."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    tail = [re.sub(r"[-_]+", " ", part) for part in parts.path.split("/") if part and not part.isdigit()]
    name = re.sub(r"\.\w{2,5}$", "", tail[-1]) if tail else ""
    return f"{name} ({parts.netloc})" if len(name) > 3 else parts.netloc


def offered(
    session: Session, theme_of: Callable[[Evidence], str], agreed: Mapping[int, frozenset[str]]
) -> list[Finding]:
    """Return every well-formed link that somebody offered in the chat, and every address that somebody spelt out in
    speech, each once, in time."""
    bots = bots_of(session)
    posted: dict[str, list[Evidence]] = {}
    for message in session.messages:
        if message.participant in bots:
            continue
        for url in links(message.text):
            if is_well_formed(url):
                start = message.text.index(url)
                posted.setdefault(_key(url), []).append(_piece(message, start, start + len(url)))
    for evidence in _spelt_out(session):
        posted.setdefault(_key(evidence.quote), [evidence])
    found = []
    for places in sorted(posted.values(), key=lambda places: places[0].time):
        evidence, url = places[0], places[0].quote
        if evidence.where == "turn" and "://" not in url:
            url = f"https://{url}"
        told, by = _told(session, places) if evidence.where == "message" else ("", ())
        label, title = label_of(url), told or _words_of(url)
        found.append(
            Finding(
                id=content_id("finding", session.id, "resource", url),
                kind=Kind.RESOURCE,
                statement=title if title[-1] in ".!?" else f"{title}.",
                evidence=(evidence, *by),
                theme=theme_of(evidence),
                confidence=0.6,
                corroboration=corroboration(session, evidence, agreed),
                fields={name: value for name, value in (("url", url), ("title", told), ("label", label)) if value},
            )
        )  # fmt: skip
    return found


def _key(url: str) -> str:
    """Return what one address is known by, however it is written."""
    address, _, within = url.partition("#")
    page = address if _ANCHOR.fullmatch(within) else url  # behind "#/" stands another page
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", page.rstrip("/").casefold())


def _spelt_out(session: Session) -> Iterator[Evidence]:
    """Yield the web addresses in speech: not where no full stops are heard, as those of addresses are made up there."""
    for turn in session.turns if is_marked(session) else ():
        for found in _SPELT_OUT.finditer(turn.text):
            begin, end = found.start(), found.start() + len(found[0].rstrip("./-"))
            yield Evidence(where="turn", index=turn.index, start=begin, end=end, time=turn.cue_at(begin).start, participant=turn.participant, quote=turn.text[begin:end])


def _told(session: Session, places: Sequence[Evidence]) -> tuple[str, tuple[Evidence, ...]]:
    """Return what a link is called, and where if not at its first place: whoever shares it again may name it, and so
    may whoever asked for it."""
    tellings = [called(session.messages[place.index].text, place.start, place.end) for place in places]
    for place, told in zip(places, tellings, strict=True):
        if named(told) and not talks_on(told) and not says_when(told):
            return told, () if place is places[0] else (place,)
    if asked := asked_for(session.messages, places[0].index, tellings[0]):
        told, question = asked
        return told, (_piece(question, 0, len(question.text)),)
    return tellings[0], ()


def _piece(message: Message, start: int, end: int) -> Evidence:
    return Evidence(where="message", index=message.index, start=start, end=end, time=message.time, participant=message.participant, quote=message.text[start:end])
