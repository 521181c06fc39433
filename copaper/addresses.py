"""What a web address says of people: the words in it, and whose page of a network it leads to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from urllib.parse import unquote, urlsplit

from copaper.nameparts import fold
from copaper.textclean import links_in

_PAGES = {
    "github.com": r"/(?!orgs/|topics/|features|search|login|marketplace|collections|about)(?:sponsors/)?([\w.-]+)",
    "gist.github.com": r"/([\w.-]+)/",
    "gitlab.com": r"/([\w.-]+)",
    "linkedin.com": r"/(?:in|pub)/([^/]+)|/posts/([^/_]+)_",
    "twitter.com": r"/(?!i/|search|hashtag/|home|intent/|share)(\w+)",
    "x.com": r"/(?!i/|search|hashtag/|home|intent/|share)(\w+)",
    "t.me": r"/(?!c/|joinchat/|\+)(\w+)",
    "facebook.com": r"/(?!groups/|events/|pages/|watch|share|sharer|profile\.php)([\w.]+)",
    "instagram.com": r"/(?!p/|reel/|explore/)([\w.]+)",
    "bsky.app": r"/profile/([\w.-]+)",
    "researchgate.net": r"/profile/([^/]+)",
    "orcid.org": r"/(\d{4}-[\dX-]+)",
    "calendly.com": r"/(?!d/)([\w.-]+)",
    "keybase.io": r"/(\w+)",
}  # fmt: skip
"""For sites on which people have pages of their own, where in the path the account stands."""
_SHARED = re.compile(
    r"docs\.google\.com/(?!forms)|drive\.google\.com/|onedrive\.live\.com/|1drv\.ms/|[\w.-]+\.sharepoint\.com/|(?:[\w-]+\.)?dropbox\.com/|miro\.com/app/|jamboard\.google\.com/|figma\.com/(?!community)|(?:[\w-]+\.)?notion\.(?:so|site)/|padlet\.com/|hackmd\.io/|trello\.com/",
    re.I,
)
"""Documents and boards that show whoever opens them whose they are."""
_OPEN_TO_CHANGE = re.compile(
    r"docs\.google\.com/(?:document|spreadsheets|presentation|drawings)/(?!.*/(?:view|preview|pub|export|copy)\b)|docs\.google\.com/forms/|forms\.gle/|miro\.com/app/|jamboard\.google\.com/|figma\.com/(?:board|file|design)|padlet\.com/|"
    r"(?:[\w-]+\.)?etherpad\.\w+/|(?:[\w-]+\.)*hackmd\.io/.*[?&/](?:edit|both)\b|1drv\.ms/|[\w.-]+\.sharepoint\.com/|(?:[\w-]+\.)?mentimeter\.com/|(?:[\w-]+\.)?slido\.com/|excalidraw\.com/|(?:[\w-]+\.)?mural\.co/",
    re.I,
)
"""Documents, boards and forms that whoever has the link may be able to change."""
_OF_CODE = re.compile(r"(?:^|\.)(?:github|gitlab|codeberg|bitbucket)\.(?:com|io|org)$")
_ANYWHERE = re.compile(r"/[@~]([\w.-]+)")
_REALM = re.compile(r"\.(?:(?:com?|org|net|gov|ac|edu|web)\.)?[a-z]{2,}$")
"""The end of a host, which is nobody's name: "openseed.com" among the names of people would withhold half of all addresses."""
_SHORT_ACCOUNT = 4
"""Letters."""
_BIG_SMALL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def account_of(address: str) -> str:
    """Return the account whose page an address leads to, or nothing; bodies have accounts too."""
    parts = _parts(address)
    if parts is None:
        return ""
    host, path = parts
    if match := _ANYWHERE.search(path):
        return match[1]
    if host.endswith(".github.io"):
        return host.removesuffix(".github.io")
    pattern = _PAGES.get(host)
    match = re.match(pattern, path) if pattern else None
    return next(filter(None, match.groups()), "") if match else ""


def project_of(address: str) -> str:
    """Return the project within an account of a host of code that an address leads to, or nothing."""
    host, path = _parts(address) or ("", "")
    match = re.match(r"/([\w.-]+)" if host.endswith(".github.io") else r"/[\w.-]+/([\w.-]+)", path) if _OF_CODE.search(host) else None
    return match[1] if match else ""


_OWN = re.compile(r"\b(?:my|mine|hers?|his)\b", re.I)


def led_to_by_several(messages: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the accounts on hosts of code, folded, that more than one writer of ``messages``, (who, text), leads to, and to more than one
    place of: a body's, as one's own is mostly given by nobody else; none that anybody calls somebody's."""
    people: dict[str, set[str]] = {}
    places: dict[str, set[str]] = {}
    owned: set[str] = set()
    for who, text in messages:
        for link in (text[start:end] for start, end in links_in(text)):
            if project := project_of(link):
                account = account_of(link).casefold()
                people.setdefault(account, set()).add(who)
                places.setdefault(account, set()).add(project)
                owned |= {account} if _OWN.search(text) else set()
    return frozenset(account for account, found in people.items() if account not in owned and len(found) > 1 and len(places[account]) > 1)


def is_talked_of(account: str, words: Collection[str], joined: str) -> bool:
    """Tell whether an account goes by words of the talk, of which ``words`` are the folded ones and ``joined`` all in a row."""
    plain = re.sub(r"[\W_]", "", fold(account))
    parts = [fold(part) for part in re.split(r"[\W_]+|(?<=[a-z])(?=[A-Z])", account)]
    return plain in words or (len(plain) > _SHORT_ACCOUNT and plain in joined) or any(len(part) > 2 and part in words for part in parts)


def is_shared_document(address: str) -> bool:
    """Tell whether an address leads to a document or board in somebody's own store."""
    parts = _parts(address)
    return parts is not None and _SHARED.match("".join(parts)) is not None


def may_be_changed(address: str) -> bool:
    """Tell whether an address leads to a document, board or form into which its readers may be able to write."""
    parts = _parts(address)
    return parts is not None and _OPEN_TO_CHANGE.match("".join(parts)) is not None


def words_of(address: str) -> list[str]:
    """Return the words that an address is made of, without the realm that it ends in: "/in/ThandiMokoena-1a2" holds Thandi
    and Mokoena, and the two as one."""
    parts = _parts(address)
    if parts is None:
        return []
    host, path = parts
    runs = re.findall(r"[^\W\d_]{3,}", _REALM.sub("", host) + " " + path)
    return list(dict.fromkeys((*runs, *(word for run in runs for word in _BIG_SMALL.split(run) if len(word) > 2))))


def _parts(address: str) -> tuple[str, str] | None:
    """Return host (without "www.") and path, with all that stands behind it, of an address."""
    try:
        split = urlsplit(address if "://" in address else f"https://{address}")
        host = (split.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    if host.endswith("linkedin.com"):
        host = "linkedin.com"
    return host, unquote(f"{split.path}{'?' if split.query else ''}{split.query}{'#' if split.fragment else ''}{split.fragment}")


def bare(link: str) -> str:
    """Return a web address without what may be written or not."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", link).rstrip("/.,;")
