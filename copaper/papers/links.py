"""Which addresses become links: no text of a participant can make a page run or read anything."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from copaper.textclean import clean

LONGEST_ADDRESS = 2000
"""Word refuses to open a document with a longer web address."""
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?")


def web_address(address: str) -> str:
    """Return a web address as every program can open it, or nothing where there is none.

    Only http and https, with a host of plain form: Word calls a document damaged when a
    single address in it is not well formed.
    """
    address = clean(address)[0].strip()
    try:
        parts = urlsplit(address)
        host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
        port_fits = parts.port is None or parts.port > 0
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme.lower() not in ("http", "https") or not port_fits or not _HOST.fullmatch(host) or ".." in host:
        return ""
    rest = quote(parts.path, safe="/%:@!$&'()*+,;=-._~")
    rest += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=-._~?") if parts.query else ""
    rest += "#" + quote(parts.fragment, safe="/%:@!$&'()*+,;=-._~?") if parts.fragment else ""
    rest = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", rest)
    found = f"{parts.scheme.lower()}://{host}{rest}"
    return found if len(found) <= LONGEST_ADDRESS else ""
