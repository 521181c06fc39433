"""Themes: stretches of the session under a label, with a summary in the speakers' words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

import numpy as np

from copaper.analysis import readers
from copaper.analysis.labels import PHRASES, Labeller
from copaper.analysis.boundaries import Stretch, hands_over
from copaper.analysis.clarity import faults
from copaper.analysis.naming import known_by
from copaper.analysis.returning import Part
from copaper.analysis.segments import vectors
from copaper.analysis.soundness import is_sound
from copaper.analysis.statements import hangs, is_courtesy, is_whole
from copaper.analysis.units import Unit
from copaper.analysis.welcoming import OPENING
from copaper.records import Evidence, Findings, Segment, Span, Theme, content_id
from copaper.textclean import is_address, is_cut, is_housekeeping

ENOUGH, SUMMARY = 2, 4
"""Sentences that sum a theme up, and how many may, the others being less liked: a paper quotes the first that it does not tell elsewhere."""
HARDLY = 0.2
"""Chance that readers like one of those others, at least."""
NAMED = 0.5
"""How much more a sentence of a summary counts that has a word of the theme's label."""
_WORD = re.compile(r"[^\W\d_]{3,}")
BEFORE = 12
"""Units before a stretch in which it may be announced."""


def span_of(units: Sequence[Unit], stretch: Stretch) -> Span:
    """Return the place of a stretch of spoken units in the session."""
    first, last = units[stretch.first], units[stretch.last]
    return Span(
        first_turn=first.index, start=first.start, last_turn=last.index, end=last.end,
        from_time=first.time, to_time=max(first.time, last.time),
    )  # fmt: skip


def central(units: Sequence[Unit], around: Mapping[int, np.ndarray], label: str = "") -> list[Unit]:
    """Return up to :data:`SUMMARY` sentences nearest to what all ``units`` are about, the best first: those that
    readers like, and those that have a word of their ``label`` before others.

    Questions, hand-overs and very short or long sentences are passed over, and pieces of
    sentences where there are enough whole ones.
    """
    fit = [u for u in units if 8 <= u.words <= 40 and not u.text.rstrip().endswith("?") and not hands_over(u) and len(u.lemmas) >= 4]
    whole = [u for u in fit if "…" not in u.text and "..." not in u.text and is_whole(u) and not hangs(u) and not is_courtesy(u) and not is_address(u.text) and not is_housekeeping(u.text)]
    texts = {id(doc): doc.text for doc in {id(u.span.doc): u.span.doc for u in whole}.values()}  # made anew at every call otherwise
    whole = [u for u in whole if not is_cut(texts[id(u.span.doc)], u.start, u.end)]
    sound = [u for u in whole if is_sound(u)]
    whole = sound if len(sound) >= ENOUGH else whole
    fit, most = (whole, SUMMARY) if len(whole) >= ENOUGH else (fit, ENOUGH)
    if not fit:
        return list(units[:ENOUGH])
    matrix = vectors([u.lemmas for u in fit])
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix = matrix / np.where(lengths == 0, 1.0, lengths)
    middle = matrix.mean(axis=0)
    liked = readers.judge([readers.describe(u, faults(u), around[u.position]) for u in fit]).liked
    first, further = (min(readers.LIKED, np.sort(liked)[-min(count, len(fit))]) for count in (ENOUGH, SUMMARY))
    hardly = liked < first, liked < max(further, HARDLY)
    words = {word.casefold() for word in _WORD.findall(label)}
    named = np.array([1.0 + NAMED * (not words.isdisjoint((*u.lowers, *u.lemmas))) for u in fit])
    chosen: list[int] = []
    while len(chosen) < min(most, len(fit)):
        worth = np.where(hardly[len(chosen) >= ENOUGH], -np.inf, matrix @ middle * liked * named)
        if chosen:
            worth = worth - 0.5 * (matrix @ matrix[chosen].T).max(axis=1)
            worth[chosen] = -np.inf
        if not np.isfinite(worth).any():
            break
        chosen.append(int(np.argmax(np.round(worth, 9))))
    return [fit[i] for i in chosen]


def build(
    session_id: str,
    spoken: Sequence[Unit],
    written: Sequence[Unit],
    parts: Sequence[Part],
    labeller: Labeller,
    agenda: Mapping[int, str],
    around: Mapping[int, np.ndarray],
    announced: Mapping[int, str],
) -> tuple[tuple[Segment, ...], tuple[Theme, ...]]:
    """Return the segments in time, one for each of ``parts``, and the themes, the most salient first.

    Messages are filed under the theme that was spoken of when they were written; without
    any speech the chat is one theme. ``agenda`` holds labels that are known already, by the
    number of the stretch, ``around`` what surrounds each unit, ``announced`` names that go before
    what is counted, which then stands first among the key phrases.
    """
    total = max(1, sum(unit.words for unit in spoken) + sum(unit.words for unit in written))
    if not spoken:
        return (), _chat_theme(session_id, written, labeller, around)
    ends = [*(spoken[part.stretch.first].time for part in parts[1:]), float("inf")]
    segments: list[tuple[int, Segment]] = []
    themes = []
    for number in dict.fromkeys(part.of for part in parts):
        own = [place for place, part in enumerate(parts) if part.of == number]
        said = [spoken[parts[place].stretch.first : parts[place].stretch.last + 1] for place in own]
        spans = tuple(span_of(spoken, parts[place].stretch) for place in own)
        inside = [unit for units in said for unit in units]
        chat = [unit for unit in written if any((not place or span.from_time <= unit.time) and unit.time < ends[place] for place, span in zip(own, spans, strict=True))]
        first = parts[own[0]].stretch.first
        label, phrases = labeller.describe([*inside, *chat], spoken[max(0, first - BEFORE) : first])
        named = agenda.get(number)
        if named is None and (named := announced.get(number)):
            # What is counted in a welcome is hair and headphones.
            phrases = () if named == OPENING else tuple(dict.fromkeys((label, *phrases) if label else phrases))[:PHRASES]
        label = named or label or f"Part {number + 1}"
        theme_id = content_id("theme", session_id, spans[0].first_turn, spans[0].start, spans[0].last_turn, spans[0].end)
        for place, units, span in zip(own, said, spans, strict=True):
            opening = next((unit for unit in units[:4] if hands_over(unit)), None)
            again = (span.first_turn, span.start) if place != own[0] else ()
            segments.append(
                (place, Segment(id=content_id("segment", theme_id, *again), span=span, theme=theme_id, opened_by=opening.evidence() if opening else None))
            )  # fmt: skip
        themes.append(
            Theme(
                id=theme_id, label=label, phrases=phrases,
                summary=tuple(unit.evidence() for units in said for unit in central(units, around, label)),
                salience=round(sum(unit.words for unit in (*inside, *chat)) / total, 4),
                spans=spans,
                messages=tuple(sorted({unit.index for unit in chat})),
            )
        )  # fmt: skip
    themes.sort(key=lambda theme: (-theme.salience, theme.spans[0].from_time))
    return tuple(segment for _, segment in sorted(segments, key=lambda item: item[0])), tuple(themes)


def _chat_theme(session_id: str, written: Sequence[Unit], labeller: Labeller, around: Mapping[int, np.ndarray]) -> tuple[Theme, ...]:
    if not written:
        return ()
    label, phrases = labeller.describe(written)
    return (
        Theme(
            id=content_id("theme", session_id, "chat"), label=label or "Chat", phrases=phrases,
            summary=tuple(unit.evidence() for unit in central(written, around, label)),
            salience=1.0, spans=(), messages=tuple(sorted({unit.index for unit in written})),
        ),
    )  # fmt: skip


def join(findings: Findings, into: Theme, gone: Theme) -> Findings:
    """Return ``findings`` with the theme ``gone`` as part of the theme ``into``."""
    whole = into.model_copy(
        update={
            "phrases": tuple(dict.fromkeys((*into.phrases, *gone.phrases))),
            "summary": (*into.summary, *gone.summary),
            "accounts": tuple(one for pair in zip_longest(into.accounts, gone.accounts) for one in pair if one),
            "views": tuple(sorted((*into.views, *gone.views), key=lambda view: (view.time, view.index, view.start))),
            "salience": round(into.salience + gone.salience, 4),
            "spans": tuple(sorted((*into.spans, *gone.spans), key=lambda span: (span.from_time, span.first_turn))),
            "messages": tuple(sorted({*into.messages, *gone.messages})),
            "replies": tuple(sorted((*into.replies, *gone.replies), key=lambda reply: (reply.by.time, reply.by.index, reply.by.start))),
            "endings": tuple(sorted((*into.endings, *gone.endings), key=lambda ending: (ending.said.time, ending.said.index, ending.said.start))),
        }
    )
    kept = [whole if theme.id == into.id else theme for theme in findings.themes if theme.id != gone.id]
    kept.sort(key=lambda theme: (-theme.salience, theme.spans[0].from_time if theme.spans else 0.0))

    def moved(item):
        return item.model_copy(update={"theme": into.id}) if item.theme == gone.id else item

    return findings.model_copy(
        update={"themes": tuple(kept), "findings": tuple(map(moved, findings.findings)), "segments": tuple(map(moved, findings.segments))}
    )


def one_of_each_name(findings: Findings) -> Findings:
    """Return ``findings`` with no name twice: of two topics the one with less of the talk is called by its next phrase. Where it
    has none, they are one, as a reader would take them for it."""
    named: dict[frozenset[str], str] = {}
    taken = {known_by(theme.label) for theme in findings.themes}
    for theme in findings.themes:
        into = named.setdefault(known_by(theme.label), theme.id)
        if into == theme.id:
            continue
        other = next((phrase for phrase in theme.phrases if known_by(phrase) not in taken), None)
        if other is None:
            findings = join(findings, next(one for one in findings.themes if one.id == into), theme)
            continue
        taken.add(known_by(other))
        named[known_by(other)] = theme.id
        renamed = theme.model_copy(update={"label": f"{other[:1].upper()}{other[1:]}", "also": tuple(name for name in theme.also if known_by(name) != known_by(other))})
        findings = findings.model_copy(update={"themes": tuple(renamed if one.id == theme.id else one for one in findings.themes)})
    return findings


def is_late(unit: Unit, theme: str, themes: Sequence[Theme], share: float, at_least: float) -> bool:
    """Tell whether a sentence is said in the last ``share`` of its stretch of a topic, or the last seconds ``at_least``."""
    spans = [span for one in themes if one.id == theme for span in one.spans if span.from_time <= unit.time <= span.to_time]
    return any(unit.time >= span.to_time - max(at_least, share * (span.to_time - span.from_time)) for span in spans)


def theme_at(themes: Sequence[Theme], evidence: Evidence) -> str:
    """Return the id of the theme that ``evidence`` belongs to, or an empty string."""
    for theme in themes:
        if evidence.where == "message":
            if evidence.index in theme.messages:
                return theme.id
            continue
        for span in theme.spans:
            after = (evidence.index, evidence.start) >= (span.first_turn, span.start)
            if after and (evidence.index, evidence.start) < (span.last_turn, span.end):
                return theme.id
    return ""
