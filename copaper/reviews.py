"""The folder ``reviews/`` of a session: every copy that came back, for ever, and approvals.

For each copy three files of one name: the Word document as it came, ``.json`` with who sent
it and what they decided, ``.base.json`` with the draft that it was made from. An approval is
``approved-1.json``: the whole paper as it was approved. All of it is raw data: what lies under
``data/processed`` can be made from it again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from copaper import store
from copaper.analysis import codebook
from copaper.communities import CodeBookEntry
from copaper.errors import BadInput
from copaper.records import Decision, DecisionKind, Findings, Paper, Status, Theme, content_id
from copaper.textclean import straight

# To read a copy takes the analysis and what prints papers, two seconds to load: whoever only asks what lies in the folder does without.
if TYPE_CHECKING:
    from copaper.review.rounds import Round

FOLDER = "reviews"
_APPROVED = re.compile(r"approved-(\d+)\.json")
UNLEARNED = "unlearned.txt"
"""Beside community.yaml: ids of lessons that do not count any more, one a line."""
_LEAST_WORDS = 4
"""Longer words of a statement that was left out, below which it teaches nothing."""
_SAME = 0.75
"""F1 of two statements' longer words from which they say the same."""
LARGEST = 50 << 20
"""Bytes; a draft has a tenth of a megabyte, and reviewers may add pictures."""


@dataclass(frozen=True)
class Filed:
    """One copy in ``reviews/``: its name without ending, what is recorded of it."""

    name: str
    about: Mapping[str, object]
    document: Path
    base: Path

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(Decision.model_validate(item) for item in self.about["decisions"])

    def round(self) -> Round:
        """Return the copy, read; raise BadInput when its files are damaged."""
        from copaper.review.readback import read_draft
        from copaper.review.rounds import Round

        try:
            data = self.document.read_bytes()
            base = Paper.from_json(self.base.read_text("utf-8"))
        except (OSError, ValueError):
            raise BadInput("review-damaged", str(self.document)) from None
        about = self.about
        return Round(str(about["reviewer"]), str(about["received"]), str(about["sha256"]), base, read_draft(self.document.name, data), about["printed"])


@dataclass(frozen=True)
class Reviews:
    """All that came back for a session."""

    filed: tuple[Filed, ...] = ()
    approvals: tuple[tuple[int, Mapping[str, object]], ...] = ()

    @cached_property
    def rounds(self) -> list[Round]:
        from copaper.review.rounds import in_order

        return in_order(filed.round() for filed in self.filed)

    @cached_property
    def decisions(self) -> list[Decision]:
        """The decisions of all copies, in the order in which copies are taken in."""
        by_digest = {str(filed.about["sha256"]): filed.decisions for filed in self.filed}
        return [decision for round_ in self.rounds for decision in by_digest[round_.digest]]

    @property
    def digests(self) -> list[str]:
        return sorted(str(filed.about["sha256"]) for filed in self.filed)

    @cached_property
    def approved(self) -> Paper | None:
        """The paper as last approved, unless a review came after that."""
        if not self.approvals or self.approvals[-1][1]["reviews"] != self.digests:
            return None
        return Paper.model_validate(self.approvals[-1][1]["paper"])

    @property
    def digest(self) -> str:
        """A hash of everything here, for telling whether papers have to be made anew."""
        approved = store.sha256(json.dumps(self.approvals[-1][1], sort_keys=True).encode()) if self.approvals else ""
        return store.sha256(json.dumps([self.digests, approved]).encode())


def read_reviews(raw: Path) -> Reviews:
    """Return what ``raw/reviews`` holds; raise BadInput (``review-damaged``) for a record
    that cannot be read."""
    folder = raw / FOLDER
    if not folder.is_dir():
        return Reviews()
    filed, approvals = [], []
    for path in sorted(folder.glob("*.json")):
        if path.name.endswith(".base.json"):
            continue
        try:
            about = json.loads(path.read_text("utf-8"))
            if found := _APPROVED.fullmatch(path.name):
                approvals.append((int(found[1]), about))
            else:
                filed.append(Filed(path.stem, about, path.with_suffix(".docx"), path.with_suffix(".base.json")))
        except (OSError, ValueError):
            raise BadInput("review-damaged", str(path)) from None
    return Reviews(tuple(filed), tuple(sorted(approvals, key=lambda pair: pair[0])))


@dataclass(frozen=True)
class Taken:
    """What taking a copy in did: ``new`` is False when it had been filed before."""

    round: Round
    decisions: tuple[Decision, ...]
    name: str
    new: bool


def kept_share(round_: Round, decisions: Sequence[Decision]) -> float | None:
    """Return which share of the findings in the paper the reviewer left in; None without any."""
    from copaper.review.decisions import shown_findings

    shown = shown_findings(round_.base)
    out = {d.about for d in decisions if d.kind is DecisionKind.REJECT} & shown
    return round(1 - len(out) / len(shown), 3) if shown else None


def take_in(
    raw: Path, name: str, data: bytes, base: Paper, *, fresh: bytes, reviewer: str, received: str, phrases: Mapping[str, Sequence[str]]
) -> Taken:
    """File a reviewed copy with its base and what was decided in it.

    ``fresh`` is the base as a Word document, ``received`` the date in ISO form, ``phrases``
    are the key phrases of the session's themes. Raises :class:`~copaper.errors.BadInput` for
    a document that cannot be read; nothing is written then.
    """
    digest = store.sha256(data)
    for filed in read_reviews(raw).filed:
        if filed.about["sha256"] == digest:
            return Taken(filed.round(), filed.decisions, filed.name, new=False)
    from copaper.review.decisions import decide
    from copaper.review.readback import read_draft
    from copaper.review.rounds import Round, printed

    round_ = Round(reviewer, received, digest, base, read_draft(name, data), printed(base, read_draft(name, fresh)))
    decisions = decide(round_, phrases)
    slug = re.sub(r"[^a-z0-9]+", "-", reviewer.casefold()).strip("-")[:40] or "reviewer"
    stem = f"{received}-{slug}-{digest[:8]}"
    about = {
        "reviewer": reviewer,
        "received": received,
        "sha256": digest,
        "draft": base.draft,
        "printed": dict(round_.printed),
        "decisions": [decision.model_dump(mode="json") for decision in decisions],
        "kept": kept_share(round_, decisions),
    }
    # The record comes last: without it the other two count for nothing.
    store.file_for_good(raw / FOLDER, {f"{stem}.docx": data, f"{stem}.base.json": base.to_json().encode("utf-8", "surrogatepass"), f"{stem}.json": _json(about)})
    return Taken(round_, decisions, stem, new=True)


def approve(raw: Path, paper: Paper, *, approver: str, on: str, still_open: Sequence[str]) -> Paper:
    """File the approval of ``paper`` and return it as approved: version, approvers and what
    became of the draft stand on its imprint."""
    reviews = read_reviews(raw)
    number = 1 + (reviews.approvals[-1][0] if reviews.approvals else 0)
    approved = paper.model_copy(
        update={
            "status": "approved",
            "version": str(number),
            "imprint": (*paper.imprint, ("Approval", _approval(reviews, approver, on, number, still_open))),
            "conflicts": (),
            "comments": (),
        }
    )
    record = {"approver": approver, "on": on, "open": list(still_open), "reviews": reviews.digests, "paper": approved.model_dump(mode="json")}
    store.file_for_good(raw / FOLDER, {f"approved-{number}.json": _json(record)})
    return approved


def _approval(reviews: Reviews, approver: str, on: str, number: int, still_open: Sequence[str]) -> str:
    counts = {kind: sum(d.kind is kind for d in reviews.decisions) for kind in DecisionKind}
    changes = [f"{count} {kind.value}" for kind, count in counts.items() if count and kind is not DecisionKind.COMMENT]
    text = f"Version {number}, approved by {approver} on {on} after {len(reviews.filed)} reviewed cop{'y' if len(reviews.filed) == 1 else 'ies'}."
    text += f" Changes since the first draft: {', '.join(changes)}." if changes else " The draft was approved as it stood."
    return text + (f" Still open when it was approved: {'; '.join(still_open)}." if still_open else "")


# --- what a community has learnt -----------------------------------------------------------


@dataclass(frozen=True)
class Lesson:
    """One decision that holds for the sessions to come: a theme's new name, two themes that
    are one, a theme or a statement that is not to be proposed again."""

    id: str
    session: str
    decision: Decision


@dataclass(frozen=True)
class Learned:
    """The lessons of a community that nobody has undone."""

    lessons: tuple[Lesson, ...] = ()

    @property
    def digest(self) -> str:
        return store.sha256(json.dumps([lesson.id for lesson in self.lessons]).encode())

    @property
    def code_book(self) -> tuple[CodeBookEntry, ...]:
        """The names that reviewers gave to themes, each with the words by which it is known again."""
        entries: dict[str, CodeBookEntry] = {}
        for decision in self._decisions(DecisionKind.RENAME):
            known = entries.get(_folded(decision.after))
            words = dict.fromkeys((*(known.keywords if known else ()), decision.before, *decision.words))
            entries[_folded(decision.after)] = CodeBookEntry(label=decision.after[:120], keywords=tuple(words))
        return tuple(entries.values())

    def _decisions(self, kind: DecisionKind, of: str = "theme") -> list[Decision]:
        return [lesson.decision for lesson in self.lessons if lesson.decision.kind is kind and lesson.decision.of == of]

    def applied(self, findings: Findings) -> Findings:
        """Return ``findings`` with the lessons applied: themes under the names they were given
        before, themes that are one joined, what was left out before left out again."""
        if not self.lessons:
            return findings
        from copaper.papers.passages import spoken

        names = {_folded(d.before): d.after for d in self._decisions(DecisionKind.RENAME)}
        refused_labels = {_folded(d.before) for d in self._decisions(DecisionKind.REJECT)}
        named = [_named(theme, names, refused_labels) for theme in findings.themes]
        filed = {theme.id: theme for theme in codebook.file_under([t for t in named if not t.code_book], self.code_book)}
        findings = findings.model_copy(update={"themes": tuple(filed.get(theme.id, theme) for theme in named)})
        for decision in self._decisions(DecisionKind.MERGE):
            findings = _joined(findings, decision)
        refused = [_bag(d.before) for d in self._decisions(DecisionKind.REJECT, "finding")]
        kept = tuple(
            finding.model_copy(update={"status": Status.REJECTED})
            if any(_alike(_bag(words), bag) for bag in refused for words in (finding.statement, spoken(finding)))
            else finding
            for finding in findings.findings
        )
        return findings.model_copy(update={"findings": kept})


def _named(theme: Theme, names: Mapping[str, str], refused: set[str]) -> Theme:
    """Return a theme under the name that reviewers gave to its heading or its label, or not under one that they struck."""
    heading, label = map(_folded, (theme.heading, theme.label))
    if heading in names:
        return theme.model_copy(update={"label": names[heading], "also": ()})
    if label in names:
        return theme.model_copy(update={"label": names[label]})
    if refused.isdisjoint((heading, label)):
        return theme
    other = next((phrase for phrase in theme.phrases if _folded(phrase) not in refused), theme.label)
    return theme.model_copy(update={"label": other[:1].upper() + other[1:], "also": ()})


def _joined(findings: Findings, decision: Decision) -> Findings:
    """Return ``findings`` with the two themes of an earlier merge joined, where both are there."""
    from copaper.analysis import themes

    def of(label: str, words: Sequence[str]) -> list[Theme]:
        entry = CodeBookEntry(label=label[:120], keywords=tuple(words))
        named = [theme for theme in findings.themes if _folded(label) in (_folded(theme.heading), _folded(theme.label), _folded(theme.code_book))]
        return named or [theme for theme in findings.themes if words and codebook.fits(theme, entry)]

    gone = of(decision.before, decision.words)
    into = [theme for theme in of(decision.after, (decision.after,)) if theme not in gone[:1]]
    return themes.join(findings, into[0], gone[0]) if gone and into else findings


def learned_by(home: Path, *, before: str = "") -> Learned:
    """Return what the reviews of a community's sessions teach, or those ``before`` one session: a review changes
    no draft of an earlier session, which a reviewer may have in hand.

    ``home`` is the community's folder; lessons named in its ``unlearned.txt`` do not count.
    """
    undone = set((home / UNLEARNED).read_text("utf-8").split()) if (home / UNLEARNED).is_file() else set()
    lessons: dict[str, Lesson] = {}
    for folder in sorted(path for path in home.iterdir() if (path / FOLDER).is_dir() and (not before or path.name < before)):
        for filed in read_reviews(folder).filed:
            for decision in filed.decisions:
                if _teaches(decision):
                    id_ = content_id(folder.name, decision.kind, decision.before, decision.after)
                    if id_ not in undone:
                        lessons[id_] = Lesson(id_, folder.name, decision)
    return Learned(tuple(lessons.values()))


def _teaches(decision: Decision) -> bool:
    if decision.of == "theme":
        return decision.kind in (DecisionKind.RENAME, DecisionKind.MERGE, DecisionKind.REJECT)
    return decision.of == "finding" and decision.kind is DecisionKind.REJECT and len(_bag(decision.before)) >= _LEAST_WORDS


def unlearn(home: Path, lesson: str) -> None:
    """Undo one lesson: it is named in the community's ``unlearned.txt``.

    Raises :class:`~copaper.errors.BadInput` (``lesson-unknown``) when there is none of that id.
    """
    if lesson not in {known.id for known in learned_by(home).lessons}:
        raise BadInput("lesson-unknown", str(home), lesson=lesson)
    file = home / UNLEARNED
    before = file.read_text("utf-8") if file.is_file() else ""
    store.write(file, f"{before}{lesson}\n".encode())


def _folded(label: str) -> str:
    return " ".join(straight(label).casefold().split())


def _bag(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and 2 * len(one & other) >= _SAME * (len(one) + len(other))


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
