"""The resources of a paper: every link that was shared, by what it is, in time; those of whose pages the address tells only where they are come last."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from copaper.analysis import linktitles
from copaper.papers.choosing import HANGING
from copaper.papers.evidence import EvidenceList
from copaper.papers.links import web_address
from copaper.papers.prominence import together
from copaper.papers.wording import capitalised
from copaper.privacy import WITHHELD, Privacy
from copaper.records import Block, Finding, Heading, Inline, Kind, Run, Status, Table
from copaper.voices import CHAIR, PRESENTER

_SOME = r"A (?:Google|file|video|post|page|Miro|HackMD|Padlet|Figma)\b"
_ONLY_NUMBERED = re.compile(rf"(?:(?:Pull request|Merge request|Issue|Discussion) \d+ of |{_SOME}|The site |[A-Z]+-\d+, on )")
"""What an address says of a page is not what it is on: then what was talked of tells more."""

_ONLY_PLACE = re.compile(rf"{_SOME}(?: \w+)?(?: (?:of|on) \S+)?")


def section(shown: Sequence[Finding], chosen: Sequence[Finding], evidence: EvidenceList, privacy: Privacy, names: Mapping[str, str]) -> list[Block]:
    """Return the chapter on what was offered; ``chosen`` are those ``shown`` and those that a reviewer took out, ``names``
    tell what each theme is called."""
    if not shown:
        return []
    rows = []
    # "Issue 7 of tools" tells a reader less than what has a name.
    ordered = sorted(shown, key=lambda f: (_ONLY_NUMBERED.match(called(f, evidence, names)) is not None, f.evidence[0].time, f.evidence[0].index, f.evidence[0].start))
    with evidence.telling_apart([finding.evidence[0] for finding in chosen]):
        for finding in ordered:
            url = _printed(finding, privacy)
            address = web_address(url if "://" in url else f"https://{url}") if url else ""
            link: Inline = (Run(text=evidence.safe(url), href=address),) if url else (Run(text="The address is withheld." if finding.fields.get("url") else "No address was given."),)
            rows.append(((Run(text=called(finding, evidence, names)), *(evidence.mark(evidence.whole(part)) for part in finding.evidence)), link, (Run(text=evidence.who(finding.evidence[0]) or "A participant"),)))
    named = any(evidence.who(f.evidence[0]) not in ("", "Participant", CHAIR, PRESENTER) for f in chosen)
    columns = 3 if named else 2  # that all came from a participant is no news
    return [
        Heading(id="resources", level=1, text="Resources"),
        Table(id="resources-table", caption="Documents, tools and sites that were offered", header=("What it is", "Where it is", "Offered by")[:columns], rows=tuple(row[:columns] for row in rows), widths=(4, 5, 2)[:columns], ids=tuple(f.id for f in ordered)),
    ]


def said(finding: Finding, evidence: EvidenceList, names: Mapping[str, str]) -> str:
    """Return what a finding says as it may be printed: of a link that was shared, what it is called."""
    return called(finding, evidence, names) if finding.kind is Kind.RESOURCE and finding.fields.get("url") else together({Kind.COMMITMENT: evidence.promised, Kind.DECISION: evidence.decided}.get(finding.kind, evidence.safe)(finding.statement))


def called(finding: Finding, evidence: EvidenceList, names: Mapping[str, str]) -> str:
    """Return what a resource was called by whoever offered it, else what its address says of it, else where it leads,
    if its address may be printed, and what was talked of; a reviewer's words are not touched."""
    if finding.status is Status.EDITED:
        return evidence.safe(finding.statement)
    url = finding.fields.get("url", "")
    url = url if evidence.safe(url) == url else ""
    title, label = (evidence.safe(finding.fields.get(field, "")) for field in ("title", "label"))
    named = named_as(title or ("" if label or finding.fields.get("url") else evidence.safe(finding.statement)))
    if named and not (label and linktitles.talks_on(named)):
        return named if " " in named else _in_full(named, label)
    hidden = WITHHELD.search(f"{label} {evidence.safe(finding.fields.get('url', ''))}")  # whose page it is may stand in its label too
    topic = f", {'named' if finding.evidence[0].where == 'turn' else 'shared'} when the topic was “{names[finding.theme]}”" if finding.theme in names else ""
    return _shared_on(topic, label) if label and not hidden else _leads_to(url, topic)


def tells_what(name: str) -> bool:
    """Tell whether what a resource is called says what it is, and not only where it is kept."""
    return _ONLY_PLACE.fullmatch(name) is None


def _printed(finding: Finding, privacy: Privacy) -> str:
    """Return the address of a resource, or nothing if it may not be printed."""
    url = finding.fields.get("url", "")
    return url if url and privacy.text(url) == url else ""


def _leads_to(url: str, topic: str) -> str:
    host = urlsplit(url if "://" in url else f"https://{url}").hostname or ""
    return _shared_on(topic, f"A page{' of ' + host.removeprefix('www.') if host else ''}")


def _in_full(abbreviation: str, label: str) -> str:
    """Return an abbreviation with what the address says of its page, where that says more than whose it is."""
    if not label or _ONLY_NUMBERED.match(label) or label.startswith("The repository "):
        return abbreviation
    same = label.casefold().startswith(abbreviation.casefold())
    return f"{abbreviation}{label[len(abbreviation) :]}" if same else f"{abbreviation}: {label[:1].lower()}{label[1:]}"


def _shared_on(topic: str, label: str) -> str:
    """Return what an address says of its page, with the ``topic`` on which it was given where it tells nothing of it."""
    return label if not (_ONLY_NUMBERED.match(label) or label.startswith("A page")) else f"{label}{topic}"


def offered(title: str) -> str:
    """Return what a resource was offered as, without what led to the address that stood behind it."""
    name = linktitles.offered(title)
    return capitalised(name) or title


def named_as(title: str) -> str:
    """Return what a resource was offered as, if the words beside its link are a name that ends as one."""
    name = linktitles.named(title)
    return "" if not name or name.rstrip(":").split()[-1].casefold() in HANGING else capitalised(name)
