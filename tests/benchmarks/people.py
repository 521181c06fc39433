"""How many speakers and chat authors were linked to an attendee or to each other.

    python tests/benchmarks/people.py [--links]

Reads the cases of ``../shared/webinars/dev/ccg`` and ``ethzoom``, where they are at hand.
``--links`` prints every link between names that are not written alike, to be judged by a reader.

Hand check of 97 such links over all sets of ``dev`` (all 37 outside the parliamentary ones and 60
drawn from those): none wrong. Two kinds were wrong before and are cases of the tests now: a
bare office ("The Chair") taken for whoever held it for a while, and an abbreviation ("DE") for
the particle of a surname. Left apart though one human: initials alone ("PL"), a nickname unlike
the name, two names of one person who was present under both at once.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from copaper.intake.export import Export
from copaper.intake.session import read_session
from copaper.intake.settings import SessionSettings
from copaper.records import ExportKind, Participant, Session

WEBINARS = Path(__file__).resolve().parents[3] / "shared" / "webinars" / "dev"
SETS = ("ccg", "ethzoom")


def sessions(name: str) -> list[tuple[str, Session]]:
    """Return the assembled sessions of one set of cases."""
    found = []
    for case in sorted(path for path in (WEBINARS / name).glob("*/") if path.is_dir()):
        exports = [Export.read(path) for path in sorted(case.iterdir()) if path.suffix != ".json"]
        settings = SessionSettings()
        session = read_session(exports, session_id=case.name, community_code=name, timezone="UTC", day=date(2022, 1, 1), settings=settings)  # fmt: skip
        found.append((case.name, session))
    return found


def kinds_of(session: Session, person: Participant) -> set[ExportKind]:
    """Return the kinds of sources that name a participant."""
    return {kind for link in person.links if (kind := session.sources[link.source].kind)}


def shares(name: str) -> str:
    """Return one line: of speakers and of writers, how many are known from elsewhere."""
    counts = {ExportKind.TRANSCRIPT: [0, 0], ExportKind.CHAT: [0, 0]}
    for _, session in sessions(name):
        reference = ExportKind.ATTENDANCE if any(s.kind is ExportKind.ATTENDANCE for s in session.sources) else None
        for person in session.participants:
            kinds = kinds_of(session, person)
            for kind, count in counts.items():
                if kind in kinds:
                    count[0] += 1
                    count[1] += (reference in kinds) if reference else len(kinds) > 1
    parts = ", ".join(
        f"{linked} of {total} {what} ({100 * linked / max(total, 1):.0f} %)"
        for (total, linked), what in zip(counts.values(), ("speakers", "chat authors"), strict=True)
    )
    return f"{name}: {parts}"


def print_links(name: str) -> None:
    """Print the names of each participant whose names differ, with the reasons."""
    for case, session in sessions(name):
        for person in session.participants:
            names = {link.name: link.reason for link in person.links}
            if len(names) > 1:
                print(f"{name} {case}: " + " = ".join(f"{written} [{reason}]" for written, reason in names.items()))


def main() -> None:
    if not WEBINARS.is_dir():
        print("The real webinars are not at hand.")
        return
    for name in SETS:
        if "--links" in sys.argv:
            print_links(name)
        print(shares(name))


if __name__ == "__main__":
    main()
