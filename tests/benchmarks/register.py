"""Which practices the register merges and which answers the ledger proposes, for a person to judge.

    python tests/benchmarks/register.py DATA/processed --out pairs.csv
    python tests/benchmarks/register.py --judged pairs.csv

The first lists, of the register and of the ledger, the surest pairs that were put together and
the nearest that were not, with their scores. A person reads both sentences and writes ``yes``,
``partly`` or ``no`` into the column ``same``: do they tell of the same practice, does the later
one answer the question. The second prints the shares.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from copaper.library.catalogue import Entry, read_catalogue
from copaper.library.ledger import ANSWERS, later_answers, question_ledger
from copaper.library.register import SAME_PRACTICE, practice_register, told_alike

COLUMNS = ("of", "put together", "score", "one", "other", "first", "second", "same")
NEAR = 0.02
"""Score from which a pair is looked at."""


def practices(entries: tuple[Entry, ...]) -> Iterator[tuple]:
    """Yield each pair of tellings from two sessions, the most alike first."""
    told, alike = told_alike(entries, NEAR)
    together = {
        frozenset((a.finding.id, b.finding.id)) for entry in practice_register(entries) for a in entry.tellings for b in entry.tellings
    }
    pairs = [(score, told[i], told[j]) for (i, j), score in alike.items() if told[i].session != told[j].session]
    for score, a, b in sorted(pairs, key=lambda p: (-p[0], p[1].finding.id, p[2].finding.id)):
        yield "register", frozenset((a.finding.id, b.finding.id)) in together, score, a.session, b.session, a.finding.statement, b.finding.statement


def answers(entries: tuple[Entry, ...]) -> Iterator[tuple]:
    """Yield each open question with the later finding that comes nearest, the nearest first."""
    proposed = {line.question.id: line.answer.id for line in question_ledger(entries) if line.answer}
    seen = set()
    for score, asker, question, teller, answer in sorted(later_answers(entries, NEAR), key=lambda s: (-s[0], s[2].id, s[4].id)):
        if question.id in seen:
            continue
        seen.add(question.id)
        yield "ledger", proposed.get(question.id) == answer.id, score, asker.session.id, teller.session.id, question.statement, answer.statement


def sample(rows: Iterator[tuple], count: int) -> list[tuple]:
    """Return ``count`` rows, at most half of them put together, the nearest that were not."""
    rows = list(rows)
    together = [row for row in rows if row[1]][: count // 2]
    return together + [row for row in rows if not row[1]][: count - len(together)]


def shares(judged: Path) -> None:
    with judged.open(encoding="utf-8", newline="") as file:
        counts: dict[tuple[str, str], Counter] = {}
        for row in csv.DictReader(file):
            counts.setdefault((row["of"], row["put together"]), Counter())[row["same"] or "not judged"] += 1
    for (of, together), found in counts.items():
        print(f"{of:<9} put together: {together:<4} {dict(found)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("processed", type=Path, nargs="?")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--pairs", type=int, default=50, help="of the register, and as many of the ledger")
    parser.add_argument("--judged", type=Path)
    arguments = parser.parse_args()
    if arguments.judged:
        shares(arguments.judged)
        return
    entries = read_catalogue(arguments.processed)
    print(f"{len(entries)} sessions; put together from {SAME_PRACTICE} (register) and {ANSWERS} (ledger) on", file=sys.stderr)
    file = arguments.out.open("w", encoding="utf-8", newline="") if arguments.out else sys.stdout
    table = csv.writer(file)
    table.writerow(COLUMNS)
    for of, together, score, *rest in (*sample(practices(entries), arguments.pairs), *sample(answers(entries), arguments.pairs)):
        table.writerow((of, "yes" if together else "no", f"{score:.3f}", *rest, ""))


if __name__ == "__main__":
    main()
