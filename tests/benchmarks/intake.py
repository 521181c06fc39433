"""How fast exports are read, and whether any pattern is slow on text made to slow it down.

    python -m tests.benchmarks.intake

Prints figures and judges none. The text is made here: a long talk and its chat, as Zoom writes
them, of about 20 MB each. Patterns are tried on attack strings of 20,000 characters.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import resource
import time

from copaper.intake import attendance, chats, transcripts
from copaper.intake.export import Export
from copaper.intake.registry import claim, readers

MEGABYTE = 1e6
SIZE = 20 * MEGABYTE
ROWS = 100_000
WORDS = (
    "we count the stock every friday because then nobody has to guess, and the book shows it; "
    "when the rains came late last year we lost a third of the seedlings and had to begin again"
).split()
PEOPLE = ("Nomsa Dube", "Johan Botha | Karoo", "Sipho Khoza (Limpopo)", "Fatima Adams")
LENGTH = 20_000
ATTACKS = ("a", " ", "<", '"', "(", "0", ":", "-", "\r", "00:00:00 ", "<v a", "a: ", '" with ', "1 ", "[a ", "a  ")
SLOW = 0.05


def stamp(seconds: float) -> str:
    return f"{int(seconds) // 3600:02}:{int(seconds) // 60 % 60:02}:{int(seconds) % 60:02}"


def talk() -> bytes:
    """Return a transcript of :data:`SIZE`, in cues as long as Zoom's are."""
    parts, size, number = ["WEBVTT\n\n"], 0, 0
    while size < SIZE:
        number += 1
        words = " ".join(WORDS[(number + i) % len(WORDS)] for i in range(15))
        start = number % 30_000 * 3
        parts.append(f"{number}\n{stamp(start)}.120 --> {stamp(start + 2)}.990\n{PEOPLE[number % 4]}: {words}\n\n")
        size += len(parts[-1])
    return "".join(parts).encode()


def chat() -> bytes:
    """Return a chat of :data:`SIZE` with a reply and a reaction in every three messages."""
    parts, size, number = [], 0, 0
    while size < SIZE:
        number += 1
        words = " ".join(WORDS[(number + i) % len(WORDS)] for i in range(14))
        text = (words, f'Replying to "{words[:20]}..."\n\n{words}', f'Reacted to "{words[:20]}..." with 👍')[number % 3]
        parts.append(f"{stamp(number % 80_000)}\t{PEOPLE[number % 4]}:\t{text}\r\n")
        size += len(parts[-1])
    return "".join(parts).encode()


def attended() -> bytes:
    """Return a participant report of :data:`ROWS`, as Zoom writes it."""
    head = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room\n"
    rows = [head]
    for number in range(ROWS):
        joined, lasts = number % 3_000, number % 50 + 1
        times = ",".join(f"09/22/2020 {9 + t // 3_600:02}:{t // 60 % 60:02}:{t % 60:02} AM" for t in (joined, joined + lasts))
        rows.append(f"Member {number} ({PEOPLE[number % 4]}),m{number}@example.org,{times},{lasts},Yes,No\n")
    return "".join(rows).encode()


def speed(name: str, data: bytes) -> None:
    began, used = time.perf_counter(), time.process_time()
    export = Export(name, data)
    reading = claim(export).read(export)
    took, used = time.perf_counter() - began, time.process_time() - used
    print(
        f"{name:<10} {reading.reader:<16} {len(data) / MEGABYTE:6.1f} MB {len(reading.items):>8} items "
        f"{took:6.2f} s {len(data) / MEGABYTE / took:6.1f} MB/s ({len(data) / MEGABYTE / used:.1f} MB per second of CPU)"
    )


def patterns() -> None:
    worst = (0.0, "")
    for package in (transcripts, chats, attendance):
        for info in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            for name, value in vars(importlib.import_module(info.name)).items():
                if isinstance(value, re.Pattern):
                    took = max(slowest(value, attack * (LENGTH // len(attack)) + "\n!") for attack in ATTACKS)
                    worst = max(worst, (took, f"{info.name} {name}"))
                    if took > SLOW:
                        print(f"slow: {info.name} {name} {took:.3f} s")
    print(f"slowest pattern: {worst[1]} {worst[0] * 1000:.1f} ms")


def slowest(pattern: re.Pattern[str], text: str) -> float:
    took = 0.0
    for call in (pattern.match, pattern.search, pattern.fullmatch):
        began = time.process_time()
        call(text)
        took = max(took, time.process_time() - began)
    return took


if __name__ == "__main__":
    readers()  # finding and importing them is start-up
    speed("talk.vtt", talk())
    speed("chat.txt", chat())
    speed("people.csv", attended())
    patterns()
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
