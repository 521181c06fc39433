"""What a reviewer decided in one copy, and what that makes of the findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from copaper.papers.docx import OURS
from copaper.papers.passages import spoken
from copaper.papers.topics import REPLY, is_home, question_of
from copaper.papers.units import PARAGRAPHS, Unit, block_units, item_units, row_parts
from copaper.papers.wording import STANDINGS
from copaper.records import (
    Bullets,
    Card,
    Decision,
    DecisionKind,
    Finding,
    Findings,
    Heading,
    Paragraph,
    Kind,
    Paper,
    Status,
    Table,
    Theme,
    content_id,
)
from copaper.review.earlier import alike
from copaper.review.merge import Merged, State, merge
from copaper.review.rounds import Round, set_alike

_KEEP = re.compile(r"\W*(?:keep|(?:take|leave)(?: (?:it|this))? in|yes|ja|behou)\b(?P<more>.*)", re.I | re.S)
_DROP = re.compile(
    r"\W*(?:drop(?:ped)?|deleted?|removed?|strike|skrap|(?:take|leave)(?: (?:it|this))? out|(?:los|laat)(?: dit)? (?:uit|weg)|no|nee)\b(?P<more>.*)", re.I | re.S
)
_UNLIKE = {_KEEP: re.compile(r"\b(?:drop|delete|remove|out|weg|uit|skrap)\b", re.I), _DROP: re.compile(r"\b(?:keep|behou|yes|ja|nothing)\b", re.I)}
"""Words behind a verdict that say the opposite: nobody can tell what was meant."""
_REASON = re.compile(r"\s*[.,;:!?()–—-]|\s+(?:but|because|as|since|for|want)\b", re.I)
"""How a reason begins behind a verdict; other words may say what of the statement is meant."""
_CHANGE = re.compile(r"\W*change\b(?P<to>\s+(?:it\s+)?to\b|\s*[:–—-])?\W*(?P<what>.*)", re.I | re.S)
_KIND_TO = re.compile(r"(?:the )?kind to (?P<kind>\w+)\W*", re.I)
STATEMENT_ROWS = ("What they do", "What happened")
_SAYS_NO_MORE = re.compile(r"(?:\W|\b(?:it|this|that|one|row|finding|statement|thanks|please|asb|ok|okay)\b)*", re.I)
"""What behind "keep" or "drop" is no remark."""
_LEAST_STATEMENT = 4
"""Words after "change" in a verdict from which they are the new statement."""
_SAME_FINDING = 0.75
"""F1 of words from which a statement is the one that was decided on, corrected since."""


@dataclass(frozen=True)
class Home:
    """Where a finding stands in full: all keys of the place, and which hold what."""

    finding: str
    keys: tuple[str, ...]
    statement: str = ""
    lead: str = ""
    """The statement as printed, without what is added to it."""
    verdict: str = ""
    """Key of the cell in the reviewers' annex where its verdict is written."""
    kind_cell: str = ""
    beside: tuple[str, ...] = ()
    """Keys of what goes with it, as who replied."""
    annex: bool = False
    """Whether the finding stands in the reviewers' annex only."""
    row: tuple[str, ...] = ()
    """Keys of its row in the reviewers' annex."""
    told: str = ""
    """Key of the cell there that says its statement again."""
    told_lead: str = ""
    """The statement as it stands there."""


def homes(paper: Paper) -> list[Home]:
    """Return where each finding of a paper stands."""
    verdicts: dict[str, Home] = {}
    found, leading = [], []
    for block in paper.blocks:
        by_part = {unit.part: unit for unit in block_units(block)} if not isinstance(block, Bullets) else {}
        if isinstance(block, Card) and block.id.startswith("finding-"):
            row = next((f"row-{name}" for name in STATEMENT_ROWS if f"row-{name}" in by_part), "")
            found.append(Home(block.id.removeprefix("finding-"), tuple(u.key for u in by_part.values()), by_part[row].key if row else "", _lead(by_part.get(row))))
        elif isinstance(block, Bullets) and block.id == "messages":
            leading = [Home(id_, (unit.key,), unit.key, _lead(unit)) for id_, unit in zip(block.ids, item_units(block), strict=False)]
        elif isinstance(block, Bullets) and is_home(block.id):
            found += [Home(_own(id_), (unit.key,), unit.key, _lead(unit)) for id_, unit in zip(block.ids, item_units(block), strict=False)]
        elif isinstance(block, Paragraph) and (asked := question_of(block.id)):
            [unit] = block_units(block)
            reply = [u.key for other in paper.blocks if other.id == f"{block.id}{REPLY}" for u in block_units(other)]
            found.append(Home(asked, (unit.key, *reply[:1]), unit.key, _lead(unit), beside=tuple(reply[1:])))
        elif isinstance(block, Table) and block.ids:
            for id_, parts in zip(block.ids, row_parts(block), strict=True):
                keys = tuple(by_part[part].key for part in parts)
                if block.id == "verdicts-table":
                    said = _lead(by_part[parts[1]])
                    verdicts[id_] = Home(id_, (), "", said, keys[-1], keys[0], annex=True, row=keys, told=keys[1], told_lead=said)
                elif block.id in ("questions-table", "resources-table"):
                    found.append(Home(id_, keys, keys[0], _lead(by_part[parts[0]])))
                elif block.id == "review-table":
                    found.append(Home(id_, keys, keys[1], _lead(by_part[parts[1]]), keys[3], keys[0], annex=True, row=keys))
    # A key message is at home where it is, if no list or card tells it.
    told = {home.finding for home in found}
    found = [*(home for home in leading if home.finding in verdicts and home.finding not in told), *found]
    nothing = Home("", ())
    found = [home if home.verdict else replace(home, verdict=own.verdict, kind_cell=own.kind_cell, row=own.row, told=own.told, told_lead=own.told_lead) for home in found for own in (verdicts.pop(home.finding, nothing),)]
    # What is left stands in the annex only, as it was left out before.
    return found + list(verdicts.values())


def _own(id_: str) -> str:
    return id_.rpartition("/")[2]


def _lead(unit: Unit | None) -> str:
    """Return a statement as printed, without what says in front of it where it stands."""
    runs = unit.runs if unit is not None else ()
    return next((run.text for run in runs if run.text not in STANDINGS), "")


def shown_findings(paper: Paper) -> frozenset[str]:
    """Return the ids of the findings that stand in the paper itself, not in the reviewers' annex."""
    return frozenset(home.finding for home in homes(paper) if not home.annex)


def _kind(text: str) -> Kind | None:
    word = re.sub(r"\W+", "", text.casefold()).removesuffix("s")
    return next((kind for kind in Kind if kind.value == word or f"{kind.value}s" == f"{word}s"), None)


def _decides(word: re.Pattern[str], verdict: str) -> re.Match[str] | None:
    """Return the match of a verdict that keeps or drops a finding: the ``word`` alone, or with a reason that says nothing else."""
    found = word.match(verdict)
    if found is None or _UNLIKE[word].search(found["more"]):
        return None
    return found if _SAYS_NO_MORE.fullmatch(found["more"]) or _REASON.match(found["more"]) else None


def _changed(change: re.Match[str]) -> tuple[Kind | None, str]:
    """Return the kind and the statement that a verdict asks for, as far as it does: "change to question: Who pays for it?" asks for both."""
    what = change["what"].strip()
    if named := _KIND_TO.match(what):
        return _kind(named["kind"]), ""
    first, _, rest = what.partition(":")
    if kind := _kind(first):
        what = rest.strip()
        return kind, what if len(what.split()) >= _LEAST_STATEMENT else ""
    return None, what if change["to"] and len(what.split()) >= _LEAST_STATEMENT else ""


class _Copy:
    """One copy compared with the draft that it was made from."""

    def __init__(self, round_: Round, phrases: Mapping[str, Sequence[str]]) -> None:
        self.round, self.phrases = round_, phrases
        self.was = {text.key: text.text for text in round_.sent}
        self.result = merge(round_.sent, round_.passages, round_.sent)
        self.now: dict[str, Merged] = {item.key: item for item in self.result.texts if item.state is not State.ADDED}
        self.struck = {item.key for item in self.result.gone if item.state is State.DELETED}
        self.found: list[Decision] = []
        self.settled: set[str] = set(round_.annex)

    def tell(self, kind: DecisionKind, of: str, about: str, before: str = "", after: str = "", words: Sequence[str] = ()) -> None:
        id_ = content_id(self.round.digest, kind, about, before, after)
        self.found.append(Decision(id=id_, kind=kind, of=of, about=about, reviewer=self.round.reviewer, before=before, after=after, words=tuple(words)))

    def edited(self, key: str) -> str:
        """Return what a text was changed to, or an empty string."""
        item = self.now.get(key)
        return item.text if item is not None and item.text != self.was[key] else ""

    def _reworded(self, key: str, lead: str) -> str:
        """Return the new words of a statement, without what the paper adds to it, or an empty string: where only
        what was added changed, the statement did not."""
        front = next((front for front in STANDINGS if self.was[key].startswith(front)), "")
        after, added = self.edited(key).removeprefix(front), self.was[key].removeprefix(front).removeprefix(lead).strip()
        if after == self.was[key].removeprefix(front):
            return ""  # only where it stands was struck
        if added and not after.endswith(added) and after.startswith(lead):
            return ""
        return after and after.removesuffix(added).strip()

    def decisions(self) -> tuple[Decision, ...]:
        kinds = self._kinds_by_place()
        edited: set[str] = set()
        found = homes(self.round.base)
        self._above(next((home for home in found if home.row), None), {key for home in found for key in home.row})
        for home in found:
            if self._finding(home, kinds.get(home.statement)):
                edited.add(home.finding)
        self._elsewhere(edited)
        self._themes()
        self._texts()
        self._comments()
        return tuple(self.found)

    def _finding(self, home: Home, placed: Kind | None) -> bool:
        """Tell what was decided on one finding; return whether its statement was reworded."""
        verdict = self.edited(home.verdict) if home.verdict else ""
        keeps, drops = _decides(_KEEP, verdict), _decides(_DROP, verdict)
        told = self.edited(home.told) if home.told else ""
        self._remarks(home, verdict, keeps or drops)
        if (home.keys and all(key in self.struck for key in home.keys)) or drops:
            self.tell(DecisionKind.REJECT, "finding", home.finding, home.lead)
            self.settled |= {*home.keys, *home.beside}
            self._remark(home, told)
            return False
        change = _CHANGE.match(verdict)
        kind, new = _changed(change) if change else (None, "")
        kind = placed or kind or (_kind(self.edited(home.kind_cell)) if home.kind_cell else None)
        if keeps:
            self.tell(DecisionKind.ACCEPT, "finding", home.finding, home.lead)
        if kind is not None:
            self.tell(DecisionKind.KIND, "finding", home.finding, home.lead, kind.value)
            self.settled |= {home.statement} - {k for k in (home.statement,) if self.edited(k)}
        after = self._reworded(home.statement, home.lead) if home.statement else ""
        if not after and told and home.told_lead == home.lead and not home.lead.endswith("…"):
            after, told = self._reworded(home.told, home.lead), ""
        self._remark(home, told)
        if new and not after:
            after = new
        elif new or change and kind is None:
            self._remark(home, f"This is to be changed: {change['what']}".rstrip(": "))
        if after:
            self.tell(DecisionKind.EDIT, "finding", home.finding, home.lead, after)
            self.settled.add(home.statement)
        return bool(after)

    def _remarks(self, home: Home, verdict: str, decided: re.Match[str] | None) -> None:
        """Take as remarks what was written into a row of the annex and decides nothing."""
        if not _CHANGE.match(verdict) and not (decided and _SAYS_NO_MORE.fullmatch(decided["more"])):
            self._remark(home, verdict)
        for key in home.row:
            words = self.edited(key)
            if key not in (home.verdict, home.told, home.statement) and not _kind(words):
                self._remark(home, words)

    def _remark(self, home: Home, words: str) -> None:
        if words := " ".join(words.split()):
            self.tell(DecisionKind.COMMENT, "finding", home.finding, home.lead, words)

    def _above(self, first: Home | None, rows: set[str]) -> None:
        """Take what was written over the head of a table of the annex as a remark on its ``first`` row."""
        for key in sorted(self.round.annex - rows) if first else ():
            if words := self.edited(key).strip():
                self.tell(DecisionKind.COMMENT, "finding", first.finding, first.lead, " ".join(words.split()))

    def _kinds_by_place(self) -> dict[str, Kind]:
        """Return the kinds of findings that were moved below the heading of another one."""
        lists = {unit.key: block.id for block in self.round.base.blocks if isinstance(block, Bullets) and block.id.startswith("kind-") for unit in block_units(block)}
        heads = {unit.key: block.id.removeprefix("kind-") for block in self.round.base.blocks if isinstance(block, Heading) and block.id.startswith("kind-") for unit in block_units(block)}
        there = {f"kind-{kind}-list" for key, kind in heads.items() if key in self.now}
        below, found = "", {}
        for item in self.result.texts:
            block = self.round.blocks.get(item.key)
            if isinstance(block, Heading):
                below = heads.get(item.key, "")
            elif item.key in lists and below and lists[item.key] in there and lists[item.key] != f"kind-{below}-list":
                found[item.key] = Kind(below)
        return found

    def _elsewhere(self, edited: set[str]) -> None:
        """A statement that was reworded where it stands a second time is reworded."""
        leads = {home.finding: home.lead for home in homes(self.round.base)}
        for block in self.round.base.blocks:
            if isinstance(block, Bullets) and (block.id == "messages" or block.id.endswith("-points")):
                for id_, unit in zip(block.ids, item_units(block), strict=False):
                    finding, after = _own(id_), self._reworded(unit.key, _lead(unit))
                    if after and finding in leads and finding not in edited and _lead(unit) == leads[finding]:
                        edited.add(finding)
                        self.settled.add(unit.key)
                        self.tell(DecisionKind.EDIT, "finding", finding, leads[finding], after)

    def _themes(self) -> None:
        labels = {block.id: block.text for block in self.round.base.blocks if isinstance(block, Heading) and re.fullmatch(r"theme-[^-]+", block.id)}
        keys = {id_: content_id(id_, "") for id_ in labels}
        names = {id_: self.edited(keys[id_]).strip() or label for id_, label in labels.items() if keys[id_] in self.now}
        order = [item.key for item in self.result.texts]
        for id_, label in labels.items():
            theme = id_.removeprefix("theme-")
            own = [unit.key for block in self.round.base.blocks if block.id.startswith(f"{id_}-") for unit in block_units(block)]
            into = ""
            if keys[id_] in self.struck:
                first = next((n for n, key in enumerate(order) if key in own), None)
                if first is not None:
                    into = next((names[t] for key in reversed(order[:first]) for t in names if keys[t] == key), "")
                elif own:
                    self.tell(DecisionKind.REJECT, "theme", theme, label, words=self.phrases.get(theme, ()))
                    self.settled |= {keys[id_], *own}
            elif names.get(id_, label) != label:  # a heading that was joined to a text has no name
                into = next((other for t, other in names.items() if t != id_ and other.casefold() == names[id_].casefold()), "")
                if not into:
                    self.tell(DecisionKind.RENAME, "theme", theme, label, names[id_], self.phrases.get(theme, ()))
                    self.settled.add(keys[id_])
            if into:
                self.tell(DecisionKind.MERGE, "theme", theme, label, into, self.phrases.get(theme, ()))
                self.settled.add(keys[id_])

    def _texts(self) -> None:
        for item in self.result.texts:
            if item.key in self.settled:
                continue
            if item.state is State.ADDED:
                self.tell(DecisionKind.ADD, "text", item.key, "", item.text)
            elif self.edited(item.key) or (item.text != self.was[item.key]):
                self.tell(DecisionKind.EDIT, "text", item.key, self.was[item.key], item.text)
            elif item.state is State.MOVED:
                self.tell(DecisionKind.MOVE, "text", item.key, self.was[item.key], item.text)
        for key in self.was:
            if key in self.struck - self.settled:
                self.tell(DecisionKind.REJECT, "text", key, self.was[key])
        for passage in self.round.passages:
            if passage.pictures and not set(passage.keys) & self.round.cover:
                self.tell(DecisionKind.ADD, "text", next(iter(passage.keys), "picture"), "", "[a picture]")

    def _comments(self) -> None:
        for comment in self.round.read.comments:
            if comment.author != OURS:
                self.tell(DecisionKind.COMMENT, "comment", comment.id, comment.quote, comment.text)


def decide(round_: Round, phrases: Mapping[str, Sequence[str]] | None = None) -> tuple[Decision, ...]:
    """Return what the reviewer of one copy decided, in the order of the paper.

    ``phrases`` are the key phrases of themes by their ids, for what is learnt from it."""
    return _Copy(set_alike(round_), phrases or {}).decisions()


# --- decisions to findings -------------------------------------------------------------------


def decided(findings: Findings, decisions: Iterable[Decision]) -> Findings:
    """Return ``findings`` with the reviewers' decisions applied; later ones win.

    A finding whose words were corrected in the source since has another id: it is known by
    its statement, and a rewording of the old one is left to the merge of the texts."""
    by_about: dict[str, list[Decision]] = {}
    for decision in decisions:
        by_about.setdefault(decision.about, []).append(decision)
    known = {finding.id for finding in findings.findings}
    for about, made in list(by_about.items()):
        if made[0].of == "finding" and about not in known:
            likely = [(max(alike(made[0].before, words) for words in (f.statement, spoken(f))), f.id) for f in findings.findings if f.id not in by_about]
            score, id_ = max(likely, default=(0.0, ""))
            if score >= _SAME_FINDING:
                by_about[id_] = [decision for decision in made if decision.kind is not DecisionKind.EDIT]
    return findings.model_copy(
        update={
            "findings": tuple(_finding(finding, by_about.get(finding.id, ())) for finding in findings.findings),
            "themes": tuple(_theme(theme, by_about.get(theme.id, ())) for theme in findings.themes),
        }
    )


def _finding(finding: Finding, decisions: Sequence[Decision]) -> Finding:
    change: dict[str, object] = {}
    for decision in decisions:
        if decision.kind is DecisionKind.REJECT:
            change["status"] = Status.REJECTED
        elif decision.kind is DecisionKind.ACCEPT:
            change["status"] = Status.ACCEPTED
        elif decision.kind is DecisionKind.KIND:
            change["kind"], change["sure_of_kind"] = Kind(decision.after), True
            change.setdefault("status", Status.ACCEPTED)
        elif decision.kind is DecisionKind.EDIT and decision.after:
            change["status"] = Status.EDITED
            if PARAGRAPHS not in decision.after:
                change["statement"] = decision.after
            elif finding.lead or finding.more:
                change["statement"] = decision.before  # as it was printed: its paragraphs are left to the merge of the texts
    return finding.model_copy(update=change) if change else finding


def _theme(theme: Theme, decisions: Sequence[Decision]) -> Theme:
    for decision in decisions:
        if decision.kind is DecisionKind.RENAME and decision.after:
            theme = theme.model_copy(update={"label": decision.after, "also": ()})
        elif decision.kind is DecisionKind.MERGE and decision.after:
            theme = theme.model_copy(update={"code_book": decision.after})
    return theme
