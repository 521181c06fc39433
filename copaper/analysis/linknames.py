"""What a link is called: by who offered it, or by what its address says without its numbers and keys."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

URL = re.compile(r"https?://[^\s<>\"'\]]+|www\.[^\s<>\"'\]]+", re.I)
_AROUND = 400
"""Characters before and behind a link in which it may be called something."""
_SHORTEST, _LONGEST = 3, 160
"""Characters of what somebody calls a link."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_APOLOGY = re.compile(r"^(?:(?:so )?sorry|apologies|my apologies|pardon|oops)\b[^:;–—]{0,40}(?:[:;–—]+|,(?! \w+ \w+$))\s*", re.I)
"""What stands before what is meant by whoever is late with it."""
_PRESENTED = re.compile(
    r"^(?:(?:and|so|also|yes|yeah|hi all|ok|okay|btw|fyi)\W+)*(?:(?:I|we)(?:'ve|’ve| have| did)? (?:just |also |recently )?(?:been (?:working on|drafting|writing|building)|wrote|written|made|published|posted|created|put together|drafted|built|started|open(?:ed)?|shared)|(?:(?:I|we) )?(?:have|got)|"
    r"(?:here|this|that|it)(?:'s|’s| is)|here (?:is|are)|(?:please )?(?:see|check out|have a look at|take a look at|look at)|(?:the |a )?link (?:to|for|of)|(?:there|here)(?:'s|’s| is) (?:also )?)\s+(?P<what>(?:a|an|the|my|our|some)\b.+)$",
    re.I | re.S,
)
"""How somebody presents what they link to."""
_ONLY_LINK = re.compile(r"\W*(?:the |a |here(?:'s| is)? (?:the )?|my |our )?(?:links?|urls?|address|here|see|at|on|in|more|details|source|ref|cf|e\.?g)\W*", re.I)
_KIND_OF_LINK = re.compile(r"(?:the |my |our )?(?:prs?|pull request|issue|docs?|document|slides?|deck|spec|agenda|notes|recording|repo(?:sitory)?|draft|page|web ?site|site|form|video|report|paper|article|post|blog)", re.I)
"""What alone says nothing of what a link is of."""
_ASIDE = re.compile(r"\s*(?:--+|[–—]|,? (?:please|feel free|and please)\b|, (?:but|though|although|so|which)\b)\s*", re.I)
"""Behind it stands what hearers are asked to do."""
_BESIDE = re.compile(r"\s*(\([^()]{2,40}\))")
_TRIM = " \t:-–—,;."
_SPLIT = re.compile(r"[\s\-_+.~]+")
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
_FILE = re.compile(r"\.(?:html?|php|aspx?|jsp|md|mdx|txt|shtml)$", re.I)
_OF_NO_USE = frozenset("index home about main default view edit latest en readme join login signup register page pages node item article articles post posts docs doc blog wiki p d u s html file files share preview pub current stable master blob tree".split())
"""What the last part of an address says nothing by."""
_NUMBERED = re.compile(r"[a-z]{2,5} \d{1,6}", re.I)
_DOINGS = frozenset("join login signup register edit".split())
"""What can be done with what the part before it names."""
_FORGES = ("github.com", "gitlab.com", "codeberg.org", "bitbucket.org")
_ON_FORGE = (
    (re.compile(r"(?:-/)?(?:pull|pulls|pull-requests)/(\d+)"), "Pull request {0} of {repo}"),
    (re.compile(r"(?:-/)?merge_requests/(\d+)"), "Merge request {0} of {repo}"),
    (re.compile(r"(?:-/)?issues/(\d+)"), "Issue {0} of {repo}"),
    (re.compile(r"discussions/(\d+)"), "Discussion {0} of {repo}"),
    (re.compile(r"(?:-/)?(?:issues|pulls|merge_requests|discussions)/?$"), "Issues and requests of {repo}"),
    (re.compile(r"(?:-/)?releases/tag/([\w.-]+)"), "Release {0} of {repo}"),
    (re.compile(r"(?:-/)?releases/?$"), "Releases of {repo}"),
    (re.compile(r"(?:-/)?commits?/"), "A change to {repo}"),
    (re.compile(r"(?:-/)?(?:blob|raw)/[^/]+/(?:.*/)?([\w.%~+-]+)$"), "{0}, a file of {repo}"),
    (re.compile(r"(?:-/)?tree/[^/]+/(?:.*/)?([\w.%~+-]+)/?$"), "{0}, a folder of {repo}"),
    (re.compile(r"wiki/([\w.%~+-]+)"), "{words}, in the wiki of {repo}"),
    (re.compile(r"(?:tree/[^/]+/?)?$"), "The repository {repo}"),
)
_KNOWN = (
    (re.compile(r"docs\.google\.com/document/"), "A Google document"),
    (re.compile(r"docs\.google\.com/spreadsheets/"), "A Google spreadsheet"),
    (re.compile(r"docs\.google\.com/presentation/"), "A Google presentation"),
    (re.compile(r"(?:docs\.google\.com/forms/|forms\.gle/)"), "A Google form"),
    (re.compile(r"drive\.google\.com/"), "A file on Google Drive"),
    (re.compile(r"miro\.com/app/"), "A Miro board"),
    (re.compile(r"(?:youtube\.com/(?:watch|live|shorts)|youtu\.be/)"), "A video on YouTube"),
    (re.compile(r"(?:twitter|x)\.com/\w+/status/"), "A post on X"),
    (re.compile(r"(?:[a-z]+\.)?linkedin\.com/(?:posts|feed|pulse)/"), "A post on LinkedIn"),
    (re.compile(r"vimeo\.com/\d"), "A video on Vimeo"),
    (re.compile(r"hackmd\.io/"), "A HackMD document"),
    (re.compile(r"padlet\.com/"), "A Padlet board"),
    (re.compile(r"(?:[\w-]+\.)?figma\.com/"), "A Figma file"),
    (re.compile(r"(?:[\w-]+\.)?zoom\.us/"), "A page of Zoom"),
    (re.compile(r"(?:[\w-]+\.)?sharepoint\.com/"), "A file on SharePoint"),
)


def called(text: str, start: int, end: int) -> str:
    """Return what the message ``text`` calls the link that stands in it from ``start`` to ``end``, or nothing."""
    before, after = URL.sub(" ", text[max(0, start - _AROUND) : start]), text[end : end + _AROUND]
    sentences = [part for part in _SENTENCE_END.split(before.strip()) if part.strip()]
    name = _told(sentences[-1]) if sentences else ""
    if not name and len(sentences) > 1 and _ONLY_LINK.fullmatch(sentences[-1].strip(_TRIM)):  # "On 12 May at nine. Link: ..."
        name = _told(" ".join(sentences[:-1]))
    elif len(sentences) > 1 and _KIND_OF_LINK.fullmatch(kind := sentences[-1].strip(_TRIM)) and (of := _told(sentences[-2])):
        name = f"{of} ({kind})"
    if name and (more := _BESIDE.match(after)):
        name = f"{name} {more[1]}"
    if not name and (following := [part for part in _SENTENCE_END.split(URL.sub(" ", after).strip()) if part.strip()]):
        name = _told(following[0])
    return name if _SHORTEST <= len(name) <= _LONGEST else ""


def _told(sentence: str) -> str:
    words = _ASIDE.split(_APOLOGY.sub("", " ".join(sentence.split())))[0].strip(_TRIM)
    if words.count("(") != words.count(")") or _ONLY_LINK.fullmatch(words):
        return ""
    presented = _PRESENTED.match(words)
    return presented["what"].strip(_TRIM) if presented else words


def label_of(url: str) -> str:
    """Return what an address says of the page behind it, or nothing: pull requests, issues, files and
    documents by what they are, other pages by their last part that is made of words."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
    except ValueError:
        return ""
    host, path = parts.netloc.casefold().removeprefix("www."), unquote(parts.path)
    if host in _FORGES:
        return _on_forge(path)
    for pattern, label in _KNOWN:
        if pattern.match(f"{host}{path}"):
            return label
    names = [words for part in path.split("/") if (words := _words(part))]
    useful = [name for name in names if name.casefold() not in _OF_NO_USE]
    if not useful:
        return f"The site {host}" if path.strip("/").casefold() in ("", "about") and not parts.query else ""
    name = f"{useful[-1]}: {names[-1]}" if names[-1].casefold() in _DOINGS else useful[-1]
    if _NUMBERED.fullmatch(name):  # "eip-8148" is the document of that number
        return f"{name.upper().replace(' ', '-')}, on {host}"
    return f"{name[:1].upper()}{name[1:]}, on {host}"


def _on_forge(path: str) -> str:
    account, repo, *rest = (*path.strip("/").split("/", 2), "", "")[:3]
    if not account or not repo or account in ("orgs", "users", "topics", "sponsors"):
        return ""
    for pattern, label in _ON_FORGE:
        if found := pattern.match(rest[0] if rest else ""):
            told = [*found.groups(), ""]
            return label.format(*told, repo=repo, words=_words(told[0]))
    return ""


def _words(part: str) -> str:
    """Return a part of an address as words, or nothing if it is a number or a key."""
    file = _FILE.sub("", part)
    kind = re.search(r"\.(pdf|docx?|xlsx?|pptx?|csv|ics|zip|jpe?g|png|gif|svg|mp[34])$", file, re.I)
    file = file[: kind.start()] if kind else file
    every = [word for piece in _SPLIT.split(file) for word in ([piece] if is_key(piece) else _CAMEL.split(piece)) if word]
    words = [word for word in every if not is_key(word)]
    if not any(word.isalpha() and len(word) > 2 for word in words) or 2 * len(words) < len(every):
        return ""
    return " ".join(words) + (f" ({kind[1].upper()})" if kind else "")


def is_key(word: str) -> bool:
    """Tell whether a word is a piece of a key rather than of a language: "rJiHuPFOZl", "1fwMNbr", "9s="."""
    plain = word.strip("=%")
    digits = sum(char.isdigit() for char in plain)
    mixed = 0 < digits < len(plain) and len(plain) > 6
    changes = sum(a.islower() and b.isupper() for a, b in zip(plain, plain[1:], strict=False))
    return mixed or changes > 2 or (digits > 4) or not re.fullmatch(r"[\w'’().&,!]+", plain) or len(plain) > 30
