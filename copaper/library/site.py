"""The library as a static web site: papers by community and quarter, search, feed, calendar.

Every page works from a disk as from a server, asks for nothing outside the site, and can be
read without scripts; only the search needs one. Nothing here reads or writes files.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lxml import etree

from copaper.communities import Community, Forthcoming
from copaper.library.quarters import Quarter
from copaper.library.search import Item
from copaper.papers.html import TEMPLATES, environment
from copaper.papers.wording import counted, day
from copaper.records import Paper, content_id

INDEX, FEED, CALENDAR, STYLE, SCRIPT, FINDINGS = "index.html", "feed.xml", "calendar.ics", "library.css", "search.js", "findings.js"
_ATOM = "http://www.w3.org/2005/Atom"
_NEWEST = 50
"""Entries of the feed."""


@dataclass(frozen=True)
class Published:
    """A paper of the library: where it stands in the site, since when, what can be found in it.

    ``quarter`` is the quarter that it reports on; None for the paper of one session."""

    paper: Paper
    place: str
    since: date
    files: tuple[tuple[str, str], ...]
    """What people may fetch beside the page: words and file name."""
    items: tuple[Item, ...] = ()
    quarter: Quarter | None = None

    @property
    def of(self) -> Quarter:
        return self.quarter or Quarter.of(self.paper.date)


def pages(published: Sequence[Published], communities: Mapping[str, Community], *, today: date, address: str = "") -> dict[str, bytes]:
    """Return the pages of the library by their paths.

    ``today`` tells which planned webinars lie ahead; ``address`` is where the site will be
    reached, for the feed, which other programs read elsewhere.
    """
    order = sorted(published, key=lambda p: (-p.paper.date.toordinal(), p.quarter is None, p.place))
    ahead = {code: tuple(f for f in sorted(c.forthcoming, key=lambda f: f.date) if f.date >= today) for code, c in communities.items()}
    findings = [item for paper in order for item in paper.items]
    publishers = {c.publisher for c in communities.values() if c.publisher}
    common = {"day": day, "counted": counted, "communities": communities, "publisher": next(iter(publishers)) if len(publishers) == 1 else ""}
    found = {
        INDEX: _render("library.html.j2", **common, quarters=_by_quarter(order), ahead=ahead, papers=order, findings=len(findings), kinds=sorted({item.kind.value for item in findings})),
        STYLE: (TEMPLATES / STYLE).read_bytes(),
        SCRIPT: (TEMPLATES / SCRIPT).read_bytes(),
        FINDINGS: _findings(findings, {p.paper.session: p.place for p in order}, communities),
        FEED: _feed(order[:_NEWEST], communities, common["publisher"], address),
        CALENDAR: _calendar([(c, f) for c in communities.values() for f in c.forthcoming]),
    }
    for code, community in communities.items():
        own = [p for p in order if p.paper.community_code == code]
        found[f"{code}/{INDEX}"] = _render("community.html.j2", **common, community=community, quarters=_by_quarter(own), papers=own, ahead=ahead[code])
        found[f"{code}/{CALENDAR}"] = _calendar([(community, f) for f in community.forthcoming])
    return found


def _by_quarter(papers: Sequence[Published]) -> list[tuple[Quarter, list[Published]]]:
    newest_first = sorted(papers, key=lambda p: p.of, reverse=True)
    return [(quarter, list(group)) for quarter, group in groupby(newest_first, key=lambda p: p.of)]


def _render(template: str, **values: object) -> bytes:
    return environment().get_template(template).render(**values).encode()


def _findings(found: Sequence[Item], places: Mapping[str, str], communities: Mapping[str, Community]) -> bytes:
    """Return what the page searches in, as a script: a page on a disk may not read other files."""
    rows = [
        {"kind": item.kind.value, "text": item.text, "more": item.more, "title": item.title, "day": item.day.isoformat(),
         "code": item.community, "community": communities[item.community].name, "href": f"{places[item.session]}/{INDEX}#{item.anchor}"}
        for item in found
    ]  # fmt: skip
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"const FINDINGS = {text};\n".encode("utf-8", "replace")


def _feed(papers: Sequence[Published], communities: Mapping[str, Community], publisher: str, address: str) -> bytes:
    """Return the newest papers as an Atom feed (RFC 4287)."""
    base = address.rstrip("/") + "/" if address else ""
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})

    def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
        element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
        element.text = text or None
        return element

    newest = sorted(papers, key=lambda p: (-p.since.toordinal(), p.place))
    add(feed, "title", "Papers of the communities of practice")
    add(feed, "id", _urn(address, "feed"))
    add(feed, "updated", _moment(newest[0].since if newest else date(1970, 1, 1)))
    add(feed, "link", href=f"{base}{FEED}", rel="self")
    add(feed, "link", href=f"{base}{INDEX}")
    add(add(feed, "author"), "name", publisher or "Communities of practice")
    for one in newest:
        entry = add(feed, "entry")
        add(entry, "title", one.paper.title)
        add(entry, "id", _urn(one.paper.session))
        add(entry, "updated", _moment(one.since))
        add(entry, "published", _moment(one.since))
        add(entry, "link", href=f"{base}{one.place}/{INDEX}")
        add(entry, "category", term=one.paper.community_code, label=one.paper.community)
        add(add(entry, "author"), "name", one.paper.community)
        add(entry, "summary", one.paper.abstract)
    return etree.tostring(feed, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _moment(when: date) -> str:
    return f"{when.isoformat()}T00:00:00Z"


def _urn(*parts: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, "copaper/" + "/".join(parts)).urn


def _calendar(events: Sequence[tuple[Community, Forthcoming]]) -> bytes:
    """Return planned webinars as whole-day events of a calendar (RFC 5545)."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Copaper//Library//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for community, planned in sorted(events, key=lambda event: (event[1].date, event[0].code, event[1].title)):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{community.code}-{content_id(planned.date.isoformat(), planned.title)}@copaper",
            # When the entry was made is not known; the same entry has to give the same file.
            f"DTSTAMP:{planned.date:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{planned.date:%Y%m%d}",
            f"SUMMARY:{_escaped(f'{community.name}: {planned.title}')}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(_folded(line) for line in (*lines, "END:VCALENDAR")).encode()


def _escaped(text: str) -> str:
    for character in "\\;,":
        text = text.replace(character, "\\" + character)
    return " ".join(text.split())


def _folded(line: str) -> str:
    """Break a line so that none is longer than 75 bytes, never within a letter."""
    parts, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > 75:
            parts.append(" ")
            length = 1
        parts[-1] += character
        length += size
    return "\r\n".join(parts) + "\r\n"
