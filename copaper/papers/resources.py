"""The resources of a paper: every link that was shared, by what it is, in time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from copaper.papers.choosing import HANGING
from copaper.papers.evidence import EvidenceList
from copaper.papers.links import web_address
from copaper.papers.wording import capitalised
from copaper.privacy import WITHHELD, Privacy
from copaper.records import Block, Finding, Heading, Inline, Kind, Run, Status, Table
from copaper.textclean import straight

_TO_ADDRESS = re.compile(r"\s*:?\s+\?$|[\s:,–—-]+$")
_TALKS = re.compile(
    r"^(?:btw|re|fyi|and|so|but|why|how|what|is|are|this|that|these|see|here|also|yes|no|have|ok|okay|thanks?|join|link|issues?|it|it's|there|or)\b|"
    r"\b(?:I|I'm|I've|I'll|you|your|he|she|they|is this|see (?:this|here)|tracked at|this one)\b|\([\w.-]+\.[a-z]{2,}\)$",
    re.I,
)
"""How somebody talks around a link without saying what it is."""
_SAYS_MORE = re.compile(
    r"^(?:seems?|for example|if|only|me too|old|new|same|just|not|as|so|then|when|while|because|since|maybe|also|thanks?|[@\[]\w)\b|[?@]|\b(?:we|us|u|me|they|them|above|below|here|ask(?:ed|ing)?)\b|"
    r"(?<!that )(?<!which )(?<!who )\b(?:is|are|was|were|has|have|had|can|could|should|will|would|may|might|does|did|do|posted|collected|wrote|said|shared|works?|looks?|found)\b|^(?:the|a|this) \w+$",
    re.I,
)
"""How somebody talks on rather than names a thing: then the address tells more."""


def section(shown: Sequence[Finding], chosen: Sequence[Finding], evidence: EvidenceList, privacy: Privacy, names: Mapping[str, str]) -> list[Block]:
    """Return the chapter on what was offered; ``chosen`` are those ``shown`` and those that a reviewer took out, ``names``
    tell what each theme is called."""
    if not shown:
        return []
    rows = []
    ordered = sorted(shown, key=lambda finding: (finding.evidence[0].time, finding.evidence[0].index, finding.evidence[0].start))
    for finding in ordered:
        url = _printed(finding, privacy)
        address = web_address(url if "://" in url else f"https://{url}") if url else ""
        link: Inline = (Run(text=evidence.safe(url), href=address),) if url else (Run(text="The address is withheld." if finding.fields.get("url") else "No address was given."),)
        rows.append(((Run(text=called(finding, evidence, names)), evidence.mark(evidence.whole(finding.evidence[0]))), link, (Run(text=evidence.who(finding.evidence[0]) or "A participant"),)))
    named = any(evidence.who(f.evidence[0]) not in ("", "Participant") for f in chosen)
    columns = 3 if named else 2  # that all came from a participant is no news
    return [
        Heading(id="resources", level=1, text="Resources"),
        Table(id="resources-table", caption="Documents, tools and sites that were offered", header=("What it is", "Where it is", "Offered by")[:columns], rows=tuple(row[:columns] for row in rows), widths=(4, 5, 2)[:columns], ids=tuple(f.id for f in ordered)),
    ]


def said(finding: Finding, evidence: EvidenceList, names: Mapping[str, str]) -> str:
    """Return what a finding says as it may be printed: of a link that was shared, what it is called."""
    return called(finding, evidence, names) if finding.kind is Kind.RESOURCE and finding.fields.get("url") else evidence.safe(finding.statement)


def called(finding: Finding, evidence: EvidenceList, names: Mapping[str, str]) -> str:
    """Return what a resource was called by whoever offered it, else what its address says of it, else where it leads,
    if its address may be printed, and what was talked of; a reviewer's words are not touched."""
    if finding.status is Status.EDITED:
        return evidence.safe(finding.statement)
    url = finding.fields.get("url", "")
    url = url if evidence.safe(url) == url else ""
    title, label = (evidence.safe(finding.fields.get(field, "")) for field in ("title", "label"))
    named = named_as(title or ("" if label or finding.fields.get("url") else evidence.safe(finding.statement)))
    if named and not (label and _SAYS_MORE.search(named)):
        return named
    hidden = WITHHELD.search(f"{label} {evidence.safe(finding.fields.get('url', ''))}")  # whose page it is may stand in its label too
    return label if label and not hidden else _leads_to(url, names.get(finding.theme, ""))


def _printed(finding: Finding, privacy: Privacy) -> str:
    """Return the address of a resource, or nothing if it may not be printed."""
    url = finding.fields.get("url", "")
    return url if url and privacy.text(url) == url else ""


def _leads_to(url: str, topic: str) -> str:
    host = urlsplit(url if "://" in url else f"https://{url}").hostname or ""
    about = f", shared when the topic was “{topic}”" if topic else ""
    return f"A page{' of ' + host.removeprefix('www.') if host else ''}{about}"


def offered(title: str) -> str:
    """Return what a resource was offered as, without what led to the address that stood behind it."""
    return capitalised(_TO_ADDRESS.sub("", title)) or title


def named_as(title: str) -> str:
    """Return what a resource was offered as, if the words beside its link are a name: a tail of
    talk ("I did open a request") or of an address is none."""
    name = offered(title)
    words = re.findall(r"[^\W_]+", name)
    told = [word for word in words if len(word) > 1 and word.isalpha()]
    if len(told) < 2 or _TALKS.search(straight(name)) or name.startswith("[") or any(map(_is_code, words)) or name.rstrip(":").split()[-1].casefold() in HANGING:
        return ""
    return name


def _is_code(word: str) -> bool:
    """Tell whether a word is a piece of an address rather than of a language."""
    return any(c.isdigit() for c in word) and any(c.isalpha() for c in word) and len(word) > 6
