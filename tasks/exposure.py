"""Who can reach Prefect's server, and what it tells others: looked at for ``copaper doctor``.

    python -m tasks.exposure        prints what is found as JSON
"""

from __future__ import annotations

import json
import os
import socket
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator

from tasks.processes import port_in_use, running, setting

STRANGER = "https://stranger.example"


def look() -> Iterator[dict[str, str]]:
    """Yield what is found, in the shape of :class:`copaper.doctor.Check`."""
    address = os.environ.get("PREFECT_API_URL") or (f"http://127.0.0.1:{port_in_use()}/api" if running("server") else "")
    if not address:
        yield _found("good", "No server runs and none is set up, so nothing can be reached.")
        return
    host, port = urllib.parse.urlsplit(address).hostname or "", urllib.parse.urlsplit(address).port or 443
    code, headers, body = _get(f"{address}/admin/settings")
    if not code:
        yield _found("bad" if running("server") else "advice", f"The server at {host}:{port} does not answer.", "“copaper status” tells more.")
        return
    outside = [own for own in own_addresses() if _opens(own, port)]
    closed = code in (401, 403)
    if outside and not closed:
        yield _found("bad", f"Others can reach the server at {outside[0]}:{port}, without a password.", "Start it on 127.0.0.1, or set PREFECT_SERVER_API_AUTH_STRING; docs/operations.md tells how.")
    elif outside:
        yield _found("advice", f"Others can reach the server at {outside[0]}:{port}, with a password.", "Put a proxy with TLS before it: the password travels in plain text.")
    else:
        yield _found("good", "The server is reached from this machine only." + (" It wants a password." if closed else ""))
    if headers.get("access-control-allow-origin") in ("*", STRANGER):
        yield _found("bad", "Any web page that is open in a browser here may ask the server.", "Set PREFECT_SERVER_CORS_ALLOWED_ORIGINS to the server's own address.")
    else:
        yield _found("good", "Web pages from elsewhere may not ask the server.")
    settings = json.loads(body) if code == 200 else {}  # behind a password, what the server was started with tells
    if settings.get("server", {}).get("analytics_enabled", setting("PREFECT_SERVER_ANALYTICS_ENABLED") != "false"):
        yield _found("bad", "The server reports to its makers.", "Set PREFECT_SERVER_ANALYTICS_ENABLED=false.")
    else:
        yield _found("good", "The server reports to nobody.")


def _found(state: str, words: str, remedy: str = "") -> dict[str, str]:
    return {"name": "Prefect", "state": state, "words": words, "remedy": remedy}


def _get(url: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body as a stranger gets them; status 0 when nobody answers."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers={"Origin": STRANGER}), timeout=10) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, {k.lower(): v for k, v in error.headers.items()}, b""
    except OSError:
        return 0, {}, b""


def own_addresses() -> list[str]:
    """Return the addresses under which other machines reach this one. Nothing is sent."""
    found = set()
    for family, far in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((far, 9))
                found.add(probe.getsockname()[0])
            except OSError:
                continue
    return sorted(a for a in found if not a.startswith("127.") and a != "::1")


def _opens(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=3).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    print(json.dumps(list(look())))
