"""Writing: the chat's messages in time, with replies and reactions; questions; polls."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from copaper.intake.clock import Part, Start
from copaper.intake.names import UNKNOWN
from copaper.intake.roster import Roster
from copaper.records import AskedQuestion, Ballot, ExportKind, Message, Notice, Poll, Post, Reaction
from copaper.textclean import clean

_ANSWERED_BY = re.compile(r"^(?:answered )?by [^:\n]{1,80}:\s*", re.I)
_CUT = re.compile(r"(?:\.\.\.|…|\ufffd|\s)+$")
_LEAD = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,4} (?=[\"“„«「])")
"""Up to five words before a quotation: what "Reacted to" or "Replying to" is in any language."""
_REACTION = re.compile(r"(.+)[\"”“»」] (?!with\b)[^\W\d_]+ (\S{1,20})(?: [^\W\d_]+)?", re.S)
_REPLY = re.compile(r"([^\n]+)[\"”“»」][ \t]*\n(.+)", re.S)


@dataclass
class _Draft:
    """A message while replies and reactions are still being attached to it."""

    time: float
    participant: str
    text: str
    source: int
    line: int
    reply_to: int | None = None
    reactions: list[Reaction] = field(default_factory=list)

    @property
    def bare(self) -> str:
        return _bare(self.text)


def make_messages(
    parts: Sequence[Part], roster: Roster, start: Start, last: float
) -> tuple[tuple[Message, ...], tuple[Notice, ...]]:
    """Return all messages in time, and notices.

    Questions of a question-and-answer report are messages too, their answers replies;
    without a time they stand at ``last``, the end of the talk. What people who withdrew
    consent have written is left out.
    """
    drafts: list[_Draft] = []
    starts: dict[str, list[int]] = defaultdict(list)  # by the first words, to find quoted ones
    removed = unmatched = 0
    for time, source, post in _posts(parts, roster, start):
        if not post.quoted:
            post = _translated(post, drafts, starts)
        quoted = _bare(post.quoted)
        target = _latest(drafts, starts, quoted)
        if quoted and target is None:
            unmatched += 1
        if post.reaction:
            if target is not None:
                reaction = Reaction(participant=roster.id_of(post.author), emoji=clean(post.reaction)[0])
                _react(drafts[target].reactions, reaction, remove=post.removes_reaction)
            continue
        text, count = clean(post.text)
        removed += count
        if text.strip():
            starts[_bare(text)[:_PREFIX]].append(len(drafts))
            drafts.append(_Draft(time, roster.id_of(post.author), roster.without_withdrawn(text.strip()), source, post.line, target))
    drafts += _questions(parts, roster, start, last, len(drafts))
    notices = []
    if removed:
        notices.append(Notice(code="controls-removed", count=removed))
    if unmatched:
        notices.append(Notice(code="reply-unmatched", count=unmatched))
    return _in_time(drafts), tuple(notices)


def _posts(parts: Sequence[Part], roster: Roster, start: Start) -> list[tuple[float, int, Post]]:
    posts = []
    for source, part in enumerate(parts):
        for item in part.reading.items if part.kind is ExportKind.CHAT else ():
            if isinstance(item, Post) and not roster.has_withdrawn(item.author):
                days = (item.day - start.moment.date()).days * 86_400 if item.day and item.wall_clock else 0
                # What was written before the start stands at the start.
                posts.append((max(0.0, (item.time or 0.0) + part.offset + days), source, item))
    return sorted(posts, key=lambda post: (post[0], post[1], post[2].line))


_PREFIX = 12
"""Characters; platforms quote at least so many of a longer message."""


def _bare(text: str) -> str:
    """Return text to compare a quotation by, which platforms cut off and re-space."""
    return " ".join(_CUT.sub("", clean(text)[0]).split()).casefold()


def _latest(drafts: list[_Draft], starts: dict[str, list[int]], quoted: str) -> int | None:
    """Return the latest message that begins with the quoted words."""
    if not quoted:
        return None
    if len(quoted) >= _PREFIX:
        near = starts.get(quoted[:_PREFIX], ())
    else:
        near = sorted(index for first, found in starts.items() if first.startswith(quoted) for index in found)
    return next((index for index in reversed(near) if drafts[index].bare.startswith(quoted)), None)


def _translated(post: Post, drafts: list[_Draft], starts: dict[str, list[int]]) -> Post:
    """Return a message that a platform marked as a reply or reaction in another language than
    English as what it is. Its own words are not known; but it quotes an earlier message, whole
    or cut off, and below that stands an answer, or behind it an emoji."""
    lead = _LEAD.match(post.text)
    rest = post.text[lead.end() + 1 :] if lead else ""
    if not rest:
        return post
    reply, reaction = _REPLY.match(rest), _REACTION.fullmatch(rest)
    found = reply or (reaction if reaction and _is_emoji(reaction[2]) else None)
    if not found:
        return post
    target = _latest(drafts, starts, quoted := _bare(found[1]))
    if target is None or not (_CUT.search(found[1]) or quoted == drafts[target].bare):
        return post
    return post._replace(quoted=found[1], text=found[2].strip() if reply else "", reaction="" if reply else found[2].strip("\"”“„'"))


def _is_emoji(word: str) -> bool:
    return not any(mark.isalnum() for mark in word) and any(unicodedata.category(mark) == "So" for mark in word)


def _react(reactions: list[Reaction], reaction: Reaction, *, remove: bool) -> None:
    if not remove:
        reactions.append(reaction)
    elif reaction in reactions:
        reactions.remove(reaction)


def _questions(parts, roster: Roster, start: Start, last: float, first: int) -> list[_Draft]:
    """Return the questions of the parts as drafts, each followed by its answers; ``first`` is
    the index of the first."""
    drafts: list[_Draft] = []
    for source, part in enumerate(parts):
        for item in part.reading.items:
            if not isinstance(item, AskedQuestion) or roster.has_withdrawn(item.asker):
                continue
            time = max(0.0, start.seconds(item.time) + part.offset) if item.time else last
            question = roster.without_withdrawn(clean(item.question)[0].strip())
            if not question:
                continue
            index = first + len(drafts)
            drafts.append(_Draft(time, roster.id_of(item.asker), question, source, item.line))
            for answer in item.answers:
                text = roster.without_withdrawn(_ANSWERED_BY.sub("", clean(answer)[0]).strip())
                if text:
                    drafts.append(_Draft(time, roster.id_of(UNKNOWN), text, source, item.line, index))
    return drafts


def _in_time(drafts: Sequence[_Draft]) -> tuple[Message, ...]:
    order = sorted(range(len(drafts)), key=lambda i: drafts[i].time)
    index_of = {old: new for new, old in enumerate(order)}
    return tuple(
        Message(
            index=new,
            time=drafts[old].time,
            participant=drafts[old].participant,
            text=drafts[old].text,
            reply_to=None if drafts[old].reply_to is None else index_of[drafts[old].reply_to],
            reactions=tuple(drafts[old].reactions),
            source=drafts[old].source,
            line=drafts[old].line,
        )
        for new, old in enumerate(order)
    )


def count_polls(parts: Sequence[Part]) -> tuple[Poll, ...]:
    """Return each question of the polls with its answers counted, most frequent first."""
    answers: dict[str, dict[str, int]] = {}
    voters: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for source, part in enumerate(parts):
        for item in part.reading.items:
            for question, answer in item.answers if isinstance(item, Ballot) else ():
                tally = answers.setdefault(clean(question)[0], {})
                voters[clean(question)[0]].add((source, item.line))
                for choice in filter(None, (choice.strip() for choice in clean(answer)[0].split(";"))):
                    tally[choice] = tally.get(choice, 0) + 1
    return tuple(
        Poll(
            question=question,
            answers=tuple(sorted(tally.items(), key=lambda choice: (-choice[1], choice[0]))),
            voters=len(voters[question]),
        )
        for question, tally in answers.items()
    )
