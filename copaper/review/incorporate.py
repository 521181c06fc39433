"""All reviewed copies of a session's drafts, taken into the next draft.

Everything is worked out anew each time from the source and the rounds; nothing builds on an
earlier result.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from copaper.papers.docx import OURS
from copaper.papers.units import block_units, card_ids, row_parts
from copaper.records import (
    Block,
    Bullets,
    Card,
    Comment,
    Conflict,
    Decision,
    DecisionKind,
    EvidenceEntry,
    Heading,
    Paper,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    content_id,
)
from copaper.review.decisions import decide, homes
from copaper.review.earlier import carried, grafted
from copaper.review.merge import Merged, State, Text, merge
from copaper.review.readback import Passage
from copaper.review.rebuild import PICTURE, UNPLACED, Look, Made, picture_of, read_only, rebuilt, same_look, struck_only, texts_of, token
from copaper.review.rounds import ANNEX, Round, in_order, set_alike

_LISTS = ("list ", "dp key message")
_BODIES = ("dp body", "normal", "standard", "body text", "text body", "default paragraph style")
_QUOTES = ("dp quote", "dp reply", "quote", "quotations", "intense quote")


def _as_it_is(text: str) -> str:
    return text


def incorporate(source: Paper, rounds: Iterable[Round], safe: Callable[[str], str] = _as_it_is) -> Paper:
    """Return the next draft: ``source`` with all that the reviewers changed.

    What could not be decided stands in its ``conflicts``, what was remarked in its
    ``comments``; words that belong nowhere stand in a chapter of their own. What reviewers
    wrote passes ``safe``, which withholds what no paper may show.
    """
    rounds = [set_alike(round_) for round_ in in_order(rounds)]
    if not rounds:
        return source
    source = carried(source, [round_.base for round_ in rounds])
    decisions = {round_.digest: decide(round_) for round_ in rounds}
    merging = _Merging(source, safe, _taken_back(decisions.values()))
    for round_ in rounds:
        merging.take(round_, decisions[round_.digest])
    return merging.paper().model_copy(update={"draft": 1 + max(round_.base.draft for round_ in rounds)})


def _taken_back(decided: Iterable[Sequence[Decision]]) -> frozenset[str]:
    """Return the findings that were left out and, in a later copy, kept after all."""
    last: dict[str, DecisionKind] = {}
    refused: set[str] = set()
    for decisions in decided:
        for decision in decisions:
            if decision.of == "finding" and decision.kind in (DecisionKind.REJECT, DecisionKind.ACCEPT):
                last[decision.about] = decision.kind
                refused |= {decision.about} if decision.kind is DecisionKind.REJECT else set()
    return frozenset(id_ for id_ in refused if last[id_] is DecisionKind.ACCEPT)


class _Merging:
    """The texts as they stand after the rounds that were taken so far."""

    def __init__(self, source: Paper, safe: Callable[[str], str], taken_back: frozenset[str]) -> None:
        self.source, self.safe = source, safe
        self.fixed = read_only(source)
        self.texts = texts_of(source)
        self.made: dict[str, Made] = {}
        self.conflicts: dict[str, Conflict] = {}
        self.comments: dict[str, Comment] = {}
        self.looks: dict[str, list[Look]] = {}
        self.styles: dict[str, str] = {}
        self.pictures: dict[str, Picture] = {}
        self._wording = {text.key: text.text for text in self.texts}
        self._lists = self._lists_of()
        self._taken_back = taken_back

    def paper(self) -> Paper:
        paper = rebuilt(self.source, self.texts, self.made, looks=self.looks, styles=self.styles, pictures=self.pictures)
        there = {text.key for text in self.texts}
        return paper.model_copy(
            update={
                "conflicts": tuple(c for key, c in sorted(self.conflicts.items()) if key in there),
                "comments": tuple(comment for _, comment in sorted(self.comments.items())),
            }
        )

    def take(self, round_: Round, decisions: Sequence[Decision]) -> None:
        lost: list[str] = [self.safe(words) for words in round_.read.strays]
        passages = list(self._passages(round_, lost))
        result = merge(round_.sent, passages, self.texts)
        present = {text.key for text in self.texts}
        withdrawn = {item.key for item in result.texts if item.state is State.CONFLICT and item.key not in present}
        if withdrawn:
            self._graft(round_.base, frozenset(withdrawn))
            result = merge(round_.sent, passages, self.texts)
            present = {text.key for text in self.texts}
        before = {text.key: text.text for text in self.texts}
        self._settle(round_, passages)
        adding = _Adding(round_, passages, result.texts)
        own = {decision.after for decision in decisions}
        whole = {passage.keys[0]: passage.text for passage in passages if len(passage.keys) == 1}
        placed: dict[str, str] = {}  # comment id → key
        merged: list[Text] = []
        for number, item in enumerate(result.texts):
            key, text = item.key, item.text
            if item.state is State.ADDED:
                new = adding.made(number, merged[-1].key if merged else "", self.list_of)
                if new is None:
                    lost.append(text)
                    continue
                key = new.key
                if key in present:  # another copy added the same
                    placed |= dict.fromkeys(item.comments, key)
                    continue
                self.made[key] = new
                present.add(key)
            elif key not in present:
                lost.append(text)
                continue
            placed |= dict.fromkeys(item.comments, key)
            if key in self.fixed and text != before.get(key, ""):
                if not self._struck_from_evidence(key, text):
                    lost.append(text)
                    text = before.get(key, "")
            elif item.conflicts:
                text = whole.get(key, text)  # one's own sentence, not a mixture of two
                if before.get(key, "") not in own:
                    self._differ(key, text, before.get(key, ""), round_)
            elif key in withdrawn:
                self._differ(key, text, "", round_)
            merged.append(Text(key, text))
            if item.at >= 0:
                self._look(key, passages[item.at], round_)
        self.texts = self._with_kept(merged, result.gone, before, round_)
        for words in lost:
            self._set_aside(words, round_)
        self._remark(round_, placed, decisions)

    def _passages(self, round_: Round, lost: list[str]) -> Iterable[Passage]:
        """Yield what stands in a copy as it may be printed, pictures as tokens; what was
        written into the reviewers' tables is no text of the paper."""
        sent = {text.key: text.text for text in round_.sent}
        for passage in round_.passages:
            key = next(iter(passage.keys), "")
            if key in round_.annex:
                yield replace(passage, text=sent[key], runs=(), pictures=())
                continue
            if passage.text != sent.get(key):
                text = self.safe(passage.text)
                if text != passage.text:
                    passage = replace(passage, text=text, runs=(Run(text=text),))
            tokens = []
            for picture in passage.pictures if key not in round_.cover else ():
                name = token(picture.data)
                if name in round_.printed:
                    continue
                if name not in sent.values():
                    made = picture_of(picture.data, self.safe(picture.alt))
                    if made is None:
                        lost.append("[a picture that could not be read]")
                        continue
                    name = token(base64.b64decode(made.data))
                    self.pictures.setdefault(name, made)
                tokens.append(name)
            if sent.get(key, "").startswith(PICTURE) and tokens:
                yield replace(passage, text=tokens.pop(0))
            elif passage.text.strip() or passage.comments or passage.keys or passage.copied:
                yield passage
            for name in tokens:
                yield Passage((), name, "", cell=passage.cell)

    def _graft(self, base: Paper, keys: frozenset[str]) -> None:
        """Take up again what the source does not have any more but a reviewer changed."""
        self.source = grafted(self.source, base, keys)
        have = {text.key: number for number, text in enumerate(self.texts)}
        order = list(self.texts)
        last = ""
        for text in texts_of(self.source):
            if text.key not in have and text.key in self._wording:
                continue  # struck by an earlier copy
            if text.key not in have:
                order.insert(next((n for n, t in enumerate(order) if t.key == last), -1) + 1, text)
                self._wording[text.key] = text.text
            last = text.key
        self.texts = order
        self.fixed, self._lists = read_only(self.source), self._lists_of()

    def _settle(self, round_: Round, passages: Sequence[Passage]) -> None:
        pending = {key for passage in passages for change in passage.changes if change.author == OURS for key in passage.keys}
        for conflict in round_.base.conflicts:
            if conflict.key not in pending:
                self.conflicts.pop(conflict.key, None)

    def list_of(self, key: str) -> str:
        """Return the list that a text is an item of, or an empty string."""
        new = self.made.get(key)
        if new is not None:
            return new.block if new.kind == "item" else ""
        return self._lists.get(key, "")

    def _lists_of(self) -> dict[str, str]:
        return {unit.key: block.id for block in self.source.blocks if isinstance(block, Bullets) for unit in block_units(block)}

    def _struck_from_evidence(self, key: str, text: str) -> bool:
        """Whether a reviewer only took words out of what somebody said."""
        wording = self._wording.get(key, "")
        for block in self.source.blocks:
            if isinstance(block, EvidenceEntry):
                by_part = {unit.key: unit.part for unit in block_units(block)}
                if key in by_part:
                    whole = by_part[key] in ("quote", "also") or text.startswith(block.time) and text.endswith(block.source)
                    return whole and struck_only(wording, text)
        return False

    def _look(self, key: str, passage: Passage, round_: Round) -> None:
        block = round_.blocks.get(key)
        unit = round_.units.get(key)
        look = Look(passage.runs, unit.runs if block is not None and unit is not None else ())
        if (block is not None or key in self.made) and look.now != look.before and passage.runs and not same_look(look):
            self.looks.setdefault(key, []).append(look)
        style = passage.style.casefold()
        wanted = style[:9] if re.match(r"heading \d", style) else "quote" if style in _QUOTES else "body" if style in _BODIES else ""
        had = {Heading: f"heading {getattr(block, 'level', 0)}", Quote: "quote", Paragraph: "body"}.get(type(block))
        if wanted and had and wanted != had and not (isinstance(block, Quote) and len(passage.keys) > 1):
            if unit is not None and not unit.part:
                self.styles[key] = wanted

    def _differ(self, key: str, text: str, other: str, round_: Round) -> None:
        base = next((t.text for t in round_.sent if t.key == key), "")
        self.conflicts[key] = Conflict(key=key, base=base, reviewer=text, other=other, by=round_.reviewer)

    def _with_kept(self, merged: list[Text], gone: Sequence[Merged], before: dict[str, str], round_: Round) -> list[Text]:
        """Put back what must not go: our own parts, what a reviewer struck but the source
        changed, which is for the reviewers to decide, and what was kept in a later copy."""
        back: dict[str, Text] = {}
        wanted = {key for home in homes(round_.base) if home.finding in self._taken_back for key in home.keys}
        for item in gone:
            if item.state is State.WITHDRAWN or item.key not in before:
                continue
            changed = item.state is State.CONFLICT
            if changed or item.key in self.fixed or item.key in wanted:
                back[item.key] = Text(item.key, before[item.key])
            if (changed or item.key in self.fixed) and item.key not in wanted:
                self._differ(item.key, "", before[item.key], round_)
        if not back:
            return merged
        struck = {item.key for item in gone if item.state is State.DELETED}
        for block in self.source.blocks:
            for keys in _rows(block):
                if not keys.isdisjoint(back):  # a row stays or goes as a whole
                    back |= {key: Text(key, before[key]) for key in keys & struck if key in before}
        have = {text.key: text for text in merged} | back
        order = [text.key for text in merged]
        last = ""
        for text in self.texts:
            if text.key in back:
                order.insert(order.index(last) + 1 if last else 0, text.key)
            if text.key in have:
                last = text.key
        return [have[key] for key in order]

    def _set_aside(self, words: str, round_: Round) -> None:
        new = Made(UNPLACED, f"item-{content_id(round_.reviewer, words)}", "item")
        self.made[new.key] = new
        if new.key not in {item.key for item in self.texts}:
            self.texts.append(Text(new.key, f"{round_.reviewer}: {' '.join(words.split())}"))

    def _remark(self, round_: Round, placed: dict[str, str], decisions: Sequence[Decision]) -> None:
        """Take up the comments of a copy; one that was answered, resolved or deleted is closed.
        One whose text is gone is set aside with it."""
        answers = _answers(round_.read.comments, placed)
        there = {text.key for text in self.texts}
        present: set[str] = set()
        for comment in round_.read.comments:
            if comment.author == OURS or comment.id in answers:
                continue
            by, text = comment.author or round_.reviewer, self.safe(comment.text)
            id_ = content_id(by, text, placed.get(comment.id, ""))
            present.add(id_)
            if comment.done or comment.id in answers.values():
                self.comments.pop(id_, None)
            elif id_ not in self.comments:
                self.comments[id_] = Comment(id=id_, key=placed.get(comment.id, ""), by=by, date=comment.date, text=text, quote=self.safe(comment.quote))
        for comment in round_.base.comments:
            if comment.id not in present:
                self.comments.pop(comment.id, None)
        stands = {home.finding: next((key for key in (home.statement, home.verdict) if key in there), "") for home in homes(round_.base)}
        for decision in decisions:
            if decision.kind is DecisionKind.COMMENT and decision.of == "finding":
                text, place = self.safe(decision.after), stands[decision.about]
                id_ = content_id(round_.reviewer, text, place)
                self.comments.setdefault(id_, Comment(id=id_, key=place, by=round_.reviewer, date="", text=text))
        for id_, comment in list(self.comments.items()):
            if comment.key not in there:
                del self.comments[id_]
                self._set_aside(f"{comment.text} (at “{comment.quote}”)" if comment.quote else comment.text, replace(round_, reviewer=comment.by))


def _answers(comments: Sequence, placed: Mapping[str, str]) -> dict[str, str]:
    """Return the comments that answer another one, by its id.

    Some programs lose the tie between a comment and its answers: there, who writes at the
    same words after somebody else answers them."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    found = {}
    for comment in comments:
        at = (placed.get(comment.id, ""), comment.quote)
        if comment.parent:
            found[comment.id] = comment.parent
        elif comment.quote and at in first and first[at][1] != comment.author:
            found[comment.id] = first[at][0]
        else:
            first.setdefault(at, (comment.id, comment.author))
    return found


def _rows(block: Block) -> list[set[str]]:
    """Return the keys of each row of a table or card."""
    if isinstance(block, Card):
        return [{content_id(block.id, f"label-{id_}"), content_id(block.id, f"row-{id_}")} for id_ in card_ids(block)]
    if isinstance(block, Table):
        return [{content_id(block.id, part) for part in parts} for parts in row_parts(block)]
    return []


class _Adding:
    """What the texts are that a copy has and its draft did not: paragraphs, items, rows."""

    def __init__(self, round_: Round, passages: Sequence[Passage], texts: Sequence[Merged]) -> None:
        self.round, self.passages, self.texts = round_, passages, texts
        self.tables: dict[int, Block] = {}
        self.keyed: set[tuple[int, int]] = set()
        self.words: dict[tuple[int, int], list[str]] = {}
        self.first_row: dict[int, int] = {}
        self.named: dict[tuple[int, int], str] = {}
        for passage in passages:
            if passage.cell:
                table, row, _ = passage.cell
                self.words.setdefault((table, row), []).append(passage.text)
                self.first_row.setdefault(table, row)
                for key in passage.keys:
                    if key in round_.blocks:
                        self.tables[table] = round_.blocks[key]
                        self.keyed.add((table, row))

    def made(self, number: int, above: str, list_of: Callable[[str], str]) -> Made | None:
        """Return what an added text becomes; None where it can be nothing."""
        item = self.texts[number]
        passage = self.passages[item.at]
        style = passage.style.casefold()
        if item.text.startswith(PICTURE):
            return Made(f"added-{item.key}", kind="picture")
        if passage.cell:
            return self._cell(passage, above)
        if above in {unit for unit in self.round.cover | self.round.front} and style not in _BODIES:
            return None
        if style.startswith(_LISTS):
            below = self.texts[number + 1].key if number + 1 < len(self.texts) else ""
            home = list_of(above) or list_of(below)
            return Made(home, f"item-{item.key}", "item") if home else Made(f"added-{item.key}", "item-1", "item")
        if found := re.match(r"heading (\d)", style):
            return Made(f"added-{item.key}", kind="heading", level=min(3, int(found[1])))
        return Made(f"added-{item.key}", kind="quote" if style in _QUOTES else "paragraph")

    def _cell(self, passage: Passage, above: str) -> Made | None:
        table, row, column = passage.cell
        block = self.tables.get(table)
        if block is None:
            name = self.named.setdefault((table, -1), f"added-{content_id(above, *self.words[table, row])}")
            line = "head" if row == self.first_row[table] else str(row)
            return Made(name, f"{'head' if line == 'head' else f'cell-{line}'}-{column + 1}", "cell", row=line)
        if (table, row) in self.keyed:
            return None  # a new column: nothing says what it is about
        line = self.named.setdefault((table, row), f"r{content_id(block.id, above, *self.words[table, row])}")
        if isinstance(block, Table) and block.id not in ANNEX and column < len(block.header):
            return Made(block.id, f"cell-{line}-{column + 1}", "cell", row=line)
        if isinstance(block, Card) and column < 2:
            return Made(block.id, f"{('label', 'row')[column]}-{line}", "row", row=line)
        return None
