"""All reviewed copies of a session's drafts, taken into the next draft and into its findings.

A round is one copy that came back. The rounds are taken in an order that does not depend on
when they arrived, so two reviewers' copies give the same text either way. Everything is
worked out anew each time from the source and the rounds; nothing builds on an earlier result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from copaper.papers.docx import OURS
from copaper.papers.units import block_units, item_parts, row_parts
from copaper.papers.wording import sentence
from copaper.records import (
    Bullets,
    Card,
    Comment,
    Conflict,
    Decision,
    DecisionKind,
    Finding,
    Findings,
    Heading,
    Paper,
    Status,
    Table,
    content_id,
)
from copaper.review.merge import Merged, State, Text, merge, same
from copaper.review.readback import Passage, ReviewedDraft
from copaper.review.rebuild import UNPLACED, Made, read_only, rebuilt, texts_of

_LISTS = ("list bullet", "list paragraph", "dp key message")
_KEEP = re.compile(r"\W*(?:keep|take|yes|ja)\b", re.I)
_DROP = re.compile(r"\W*(?:drop|leave|no|nee)\b", re.I)
STATEMENT_ROWS = ("What they do", "What happened")


@dataclass(frozen=True)
class Round:
    """One reviewed copy: whose it is, the draft that it was made from, what it says."""

    reviewer: str
    received: str
    digest: str
    base: Paper
    read: ReviewedDraft
    printed: Mapping[str, str] = field(default_factory=dict)
    """Texts that the Word document shows with the template's own words around them."""

    @property
    def sent(self) -> list[Text]:
        """The texts of the draft as the reviewer got it."""
        return [Text(t.key, self.printed.get(t.key, t.text)) for t in texts_of(self.base)]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What stands in the copy; a paragraph whose words were all taken out was struck."""
        had = {text.key for text in self.sent if text.text.strip()}
        return tuple(p for p in self.read.passages if p.text.strip() or p.comments or not had & set(p.keys))


def printed(base: Paper, fresh: ReviewedDraft) -> dict[str, str]:
    """Return the texts that ``fresh``, the draft as rendered, shows otherwise than ``base`` has them."""
    words = {text.key: text.text for text in texts_of(base)}
    shown = {passage.keys[0]: passage.text for passage in fresh.passages if len(passage.keys) == 1}
    return {key: text for key, text in sorted(shown.items()) if key in words and not same(text, words[key])}


def in_order(rounds: Iterable[Round]) -> list[Round]:
    """Return rounds by the draft that they are of, then by content; a copy counts once."""
    unique = {round_.digest: round_ for round_ in rounds}
    return sorted(unique.values(), key=lambda r: (r.base.draft, r.digest))


# --- the paper -----------------------------------------------------------------------------


def incorporate(source: Paper, rounds: Iterable[Round]) -> Paper:
    """Return the next draft: ``source`` with all that the reviewers changed.

    What could not be decided stands in its ``conflicts``, what was remarked in its
    ``comments``; words that belong nowhere stand in a chapter of their own.
    """
    rounds = in_order(rounds)
    if not rounds:
        return source
    merging = _Merging(source)
    for round_ in rounds:
        merging.take(round_)
    paper = rebuilt(source, merging.texts, merging.made)
    there = {text.key for text in merging.texts}
    return paper.model_copy(
        update={
            "draft": 1 + max(round_.base.draft for round_ in rounds),
            "conflicts": tuple(c for key, c in sorted(merging.conflicts.items()) if key in there),
            "comments": tuple(comment for _, comment in sorted(merging.comments.items())),
        }
    )


class _Merging:
    """The texts as they stand after the rounds that were taken so far."""

    def __init__(self, source: Paper) -> None:
        self.source = source
        self.fixed = read_only(source)
        self.texts = texts_of(source)
        self.made: dict[str, Made] = {}
        self.conflicts: dict[str, Conflict] = {}
        self.comments: dict[str, Comment] = {}
        self._lists = {unit.key: block for block in source.blocks if isinstance(block, Bullets) for unit in block_units(block)}
        self._wording = {text.key: text.text for text in self.texts}

    def take(self, round_: Round) -> None:
        before = {text.key: text.text for text in self.texts}
        result = merge(round_.sent, round_.passages, self.texts)
        pending = {key for passage in round_.passages for change in passage.changes if change.author == OURS for key in passage.keys}
        for conflict in round_.base.conflicts:
            if conflict.key not in pending:
                self.conflicts.pop(conflict.key, None)
        whole = {passage.keys[0]: passage.text for passage in round_.passages if len(passage.keys) == 1}
        placed: dict[str, str] = {}  # comment id → key
        merged: list[Text] = []
        lost: list[str] = list(round_.read.strays)
        for item in result.texts:
            key = self._key(item, merged) if item.state is State.ADDED else item.key
            placed |= dict.fromkeys(item.comments, key)
            text = item.text
            if key in self.fixed and text != self._wording[key]:
                lost.append(text)
                text = self._wording[key]
            elif item.conflicts:
                text = whole.get(key, text)  # one's own sentence, not a mixture of two
                self._differ(key, item, text, before.get(key, ""), round_)
            merged.append(Text(key, text, item.style))
        self.texts = self._with_kept(merged, result.gone, before, round_)
        for words in lost:
            self._set_aside(words, round_)
        self._remark(round_, placed)

    def _key(self, item: Merged, merged: Sequence[Text]) -> str:
        """Return the key of an added text, which it keeps in later drafts."""
        above = merged[-1].key if merged else ""
        holder = self._lists.get(above)
        style = item.style.casefold()
        if holder is not None and style.startswith(_LISTS):
            new = Made(holder.id, f"item-{item.key}")
            self._lists[new.key] = holder
        elif found := re.match(r"heading (\d)", style):
            new = Made(f"added-{item.key}", level=min(3, int(found[1])))
        else:
            new = Made(f"added-{item.key}")
        self.made[new.key] = new
        return new.key

    def _differ(self, key: str, item: Merged, text: str, other: str, round_: Round) -> None:
        base = next((t.text for t in round_.sent if t.key == key), "")
        self.conflicts[key] = Conflict(key=key, base=base, reviewer=text, other=other, by=round_.reviewer)

    def _with_kept(self, merged: list[Text], gone: Sequence[Merged], before: dict[str, str], round_: Round) -> list[Text]:
        """Put back what must not go: our own parts, and what a reviewer struck but the source
        changed, which is for the reviewers to decide."""
        back: dict[str, Text] = {}
        for item in gone:
            struck_but_changed = item.state is State.CONFLICT and before.get(item.key)
            figure = item.key in self.fixed and self._is_figure(item.key)
            if struck_but_changed or (item.key in self.fixed and not figure):
                back[item.key] = Text(item.key, before.get(item.key, ""), item.style)
            if struck_but_changed:
                self.conflicts[item.key] = Conflict(key=item.key, base=item.conflicts[0].base, reviewer="", other=before[item.key], by=round_.reviewer)
        if not back:
            return merged
        have = {text.key: text for text in merged} | back
        order = [text.key for text in merged]
        last = ""
        for text in self.texts:
            if text.key in back:
                order.insert(order.index(last) + 1 if last else 0, text.key)
            if text.key in have:
                last = text.key
        return [have[key] for key in order]

    def _is_figure(self, key: str) -> bool:
        return any(block.type == "figure" and any(unit.key == key for unit in block_units(block)) for block in self.source.blocks)

    def _set_aside(self, words: str, round_: Round) -> None:
        text = f"{round_.reviewer}: {' '.join(words.split())}"
        new = Made(UNPLACED, f"item-{content_id(round_.reviewer, words)}")
        self.made[new.key] = new
        if new.key not in {item.key for item in self.texts}:
            self.texts.append(Text(new.key, text))

    def _remark(self, round_: Round, placed: dict[str, str]) -> None:
        """Take up the comments of a copy; one that was answered, resolved or deleted is closed."""
        answered = {comment.parent for comment in round_.read.comments if comment.parent}
        present: set[str] = set()
        for comment in round_.read.comments:
            if comment.author == OURS or comment.parent:
                continue
            id_ = content_id(comment.author, comment.text)
            present.add(id_)
            if comment.done or comment.id in answered:
                self.comments.pop(id_, None)
                continue
            if id_ not in self.comments:
                self.comments[id_] = Comment(
                    id=id_, key=placed.get(comment.id, ""), by=comment.author or round_.reviewer,
                    date=comment.date, text=comment.text, quote=comment.quote,
                )  # fmt: skip
        for comment in round_.base.comments:
            if comment.id not in present:
                self.comments.pop(comment.id, None)


# --- decisions -------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Home:
    """Where a finding stands in full: all keys of the place, and which hold what."""

    finding: str
    keys: tuple[str, ...]
    statement: str = ""
    lead: str = ""
    """The statement as printed, without what is added to it."""
    verdict: str = ""


def decide(round_: Round) -> tuple[Decision, ...]:
    """Return what the reviewer of one copy decided, in the order of the paper."""
    base = round_.sent
    was = {text.key: text.text for text in base}
    result = merge(base, round_.passages, base)
    now = {item.key: item for item in result.texts if item.state is not State.ADDED}
    struck = {item.key for item in result.gone if item.state is State.DELETED}
    found: list[Decision] = []

    def told(kind: DecisionKind, of: str, about: str, before: str = "", after: str = "") -> None:
        id_ = content_id(round_.digest, kind, about, before, after)
        found.append(Decision(id=id_, kind=kind, of=of, about=about, reviewer=round_.reviewer, before=before, after=after))

    settled: set[str] = set()
    for home in _homes(round_.base):
        verdict = now[home.verdict].text if home.verdict in now else ""
        if all(key in struck for key in home.keys) or _DROP.match(verdict):
            told(DecisionKind.REJECT, "finding", home.finding, home.lead)
            settled |= set(home.keys)
            continue
        if _KEEP.match(verdict):
            told(DecisionKind.ACCEPT, "finding", home.finding, home.lead)
            settled.add(home.verdict)
        mine = now.get(home.statement)
        if mine is not None and mine.text != was[home.statement]:
            rest = was[home.statement].removeprefix(home.lead).strip()
            after = mine.text.removesuffix(rest).strip() if rest else mine.text.strip()
            told(DecisionKind.EDIT, "finding", home.finding, home.lead, after)
            settled.add(home.statement)
    for block in round_.base.blocks:
        if isinstance(block, Heading) and block.id.startswith("theme-"):
            (unit,) = block_units(block)
            if unit.key in now and now[unit.key].text != block.text:
                told(DecisionKind.RENAME, "theme", block.id.removeprefix("theme-"), block.text, now[unit.key].text.strip())
                settled.add(unit.key)
    for item in result.texts:
        if item.key in settled:
            continue
        if item.state is State.ADDED:
            told(DecisionKind.ADD, "text", item.key, "", item.text)
        elif item.key in was and item.text != was[item.key]:
            told(DecisionKind.EDIT, "text", item.key, was[item.key], item.text)
    for key in sorted(struck - settled, key=list(was).index):
        told(DecisionKind.REJECT, "text", key, was[key])
    for comment in round_.read.comments:
        if comment.author != OURS:
            told(DecisionKind.COMMENT, "comment", comment.id, comment.quote, comment.text)
    return tuple(found)


def _homes(paper: Paper) -> list[_Home]:
    homes = []
    for block in paper.blocks:
        by_part = {unit.part: unit for unit in block_units(block)}
        if isinstance(block, Card) and block.id.startswith("finding-"):
            row = next((f"row-{name}" for name in STATEMENT_ROWS if f"row-{name}" in by_part), "")
            lead = by_part[row].runs[0].text if row and by_part[row].runs else ""
            homes.append(_Home(block.id.removeprefix("finding-"), tuple(u.key for u in by_part.values()), by_part[row].key if row else "", lead))
        elif isinstance(block, Bullets) and block.id.startswith("kind-"):
            for id_, part in zip(block.ids, item_parts(block), strict=False):
                runs = by_part[part].runs
                homes.append(_Home(id_, (by_part[part].key,), by_part[part].key, runs[0].text if runs else ""))
        elif isinstance(block, Table) and block.ids and block.id in ("questions-table", "review-table"):
            column = 1 if block.id == "review-table" else 0
            for id_, parts in zip(block.ids, row_parts(block), strict=True):
                runs = by_part[parts[column]].runs
                verdict = by_part[parts[3]].key if block.id == "review-table" else ""
                homes.append(_Home(id_, tuple(by_part[p].key for p in parts), by_part[parts[column]].key, runs[0].text if runs else "", verdict))
    return homes


def shown_findings(paper: Paper) -> frozenset[str]:
    """Return the ids of the findings that stand in the paper itself, not in the reviewers' annex."""
    return frozenset(home.finding for home in _homes(paper) if not home.verdict)


def decided(findings: Findings, decisions: Iterable[Decision]) -> Findings:
    """Return ``findings`` with the reviewers' decisions applied; later ones win."""
    by_about: dict[str, list[Decision]] = {}
    for decision in decisions:
        by_about.setdefault(decision.about, []).append(decision)
    return findings.model_copy(
        update={
            "findings": tuple(_finding(finding, by_about.get(finding.id, ())) for finding in findings.findings),
            "themes": tuple(
                theme.model_copy(update={"label": names[-1]})
                if (names := [d.after for d in by_about.get(theme.id, ()) if d.kind is DecisionKind.RENAME and d.after])
                else theme
                for theme in findings.themes
            ),
        }
    )


def _finding(finding: Finding, decisions: Sequence[Decision]) -> Finding:
    change: dict[str, object] = {}
    for decision in decisions:
        if decision.kind is DecisionKind.REJECT:
            change["status"] = Status.REJECTED
        elif decision.kind is DecisionKind.ACCEPT:
            change["status"] = Status.ACCEPTED
        elif decision.kind is DecisionKind.EDIT and decision.after:
            change |= {"status": Status.EDITED, "statement": sentence(decision.after)}
    return finding.model_copy(update=change) if change else finding
