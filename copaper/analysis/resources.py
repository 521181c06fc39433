"""Resources: links in the chat and speech, with a title from the words beside them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

URL = re.compile(r"https?://[^\s<>\"'\]]+|www\.[^\s<>\"'\]]+", re.I)


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


def title_of(text: str, url: str) -> str:
    """Return what the words around a link call it, or what its address says."""
    words = " ".join(URL.sub(" ", text).split()).strip(" :-–—,.")
    if 3 <= len(words) <= 160:
        return words
    parts = urlsplit(url if "://" in url else f"https://{url}")
    tail = [re.sub(r"[-_]+", " ", part) for part in parts.path.split("/") if part and not part.isdigit()]
    name = re.sub(r"\.\w{2,5}$", "", tail[-1]) if tail else ""
    return f"{name} ({parts.netloc})" if len(name) > 3 else parts.netloc
