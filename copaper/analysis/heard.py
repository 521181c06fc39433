"""What can be trusted of the topics of speech that shows no ends of sentences: names that were said so more than once, and what was
written on the matter.

Where speech recognition leaves out full stops, a phrase is often made of the end of one sentence and the beginning of the
next, or of words that nobody said. What was said so again, or is written so, is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from copaper.analysis import unmarked
from copaper.analysis.announcing import NO_NAME
from copaper.analysis.naming import called, is_like, known_by, stem
from copaper.analysis.units import is_marked
from copaper.analysis.welcoming import OPENING
from copaper.records import Findings, Kind, Session, Theme

TWICE, FIRM = 2, 5
"""Times that a label has to be said where nobody wrote it; and a single word, or a phrase in the place of a label."""
FOCUS = 0.5
"""Share of a phrase's mentions that fall into the topic that it names in the place of its label, at least."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NO_NAME = frozenset(map(stem, NO_NAME))
_TIMED = re.compile(r"From \d+:\d\d on")


def is_timed(label: str) -> bool:
    """Tell whether a topic's label says only when it began."""
    return _TIMED.fullmatch(label) is not None


def trusted(findings: Findings, session: Session, fixed: frozenset[str] = frozenset()) -> Findings:
    """Return ``findings`` with names of topics that can be trusted, those with ``fixed`` ids as they are, and with what was written told under
    a topic only if it has a word of its name, links as they were shared; a transcript that shows where sentences end needs none of this."""
    if is_marked(session):
        return findings
    names = _names(findings, session, fixed)
    themes = tuple(called(theme, names[theme.id]) for theme in findings.themes)
    above = {theme.id: frozenset() if is_timed(theme.label) else known_by(theme.label) for theme in themes}
    found = tuple(
        f.model_copy(update={"theme": ""}) if f.theme and not f.fields.get("url") and above[f.theme].isdisjoint(known_by(f.evidence[0].quote)) else f
        for f in findings.findings
    )
    return findings.model_copy(update={"themes": themes, "findings": found})


def _names(findings: Findings, session: Session, fixed: frozenset[str]) -> dict[str, str]:
    """Return what each topic is called, by its id: what can be trusted keeps its label before others take a name."""
    talk = _known(turn.text for turn in session.turns)
    links = (text for f in findings.findings if f.kind is Kind.RESOURCE for text in (f.fields.get("title", ""), f.fields.get("label", "")))
    written = _known((*(message.text for message in session.messages), *links, *session.agenda))
    anywhere = _known(unmarked.said_within(session))
    said = unmarked.agenda(session)
    planned = _begins(said.quote) if said else frozenset()

    def is_sure(name: str) -> bool:
        times, lone = talk.count(_key(name)), " " not in name
        return times >= FIRM if lone else times >= TWICE or _key(name) in written or _begins(name) <= planned

    names = {theme.id: theme.label for theme in findings.themes if theme.id in fixed or theme.label == OPENING or _is_fit(theme.label) and is_sure(theme.label)}
    for theme in findings.themes:
        if theme.id not in names:
            own, pieces = _known(unmarked.said_within(session, theme.spans)), _pieces(theme.label)

            def names_it(name: str, own: str = own, pieces: Sequence[str] = pieces) -> bool:
                return own.count(_key(name)) >= max(TWICE if name in pieces or _key(name) in written else FIRM, FOCUS * anywhere.count(_key(name)))

            others = (*pieces, *(phrase for phrase, _ in unmarked.often(session, theme.spans)), *(phrase for phrase in theme.phrases if " " in phrase))
            name = next((name for name in others if _is_fit(name) and names_it(name) and not any(is_like(name, other) for other in names.values())), _when(theme))
            names[theme.id] = name[:1].upper() + name[1:]
    return names


def _pieces(label: str) -> list[str]:
    """Return the pieces of a label of two words or more, the longest first."""
    words = label.split()
    return [" ".join(words[at : at + size]) for size in range(len(words) - 1, 1, -1) for at in range(len(words) - size + 1)]


def _is_fit(name: str) -> bool:
    """Tell whether words begin and end as a name does, and not all of them are such as name nothing."""
    words = [word.casefold() for word in _WORD.findall(name)]
    return bool(words) and STOP_WORDS.isdisjoint((words[0], words[-1])) and not _NO_NAME.issuperset(map(stem, words))


def _when(theme: Theme) -> str:
    minutes = int(theme.spans[0].from_time if theme.spans else 0) // 60
    return f"From {minutes // 60}:{minutes % 60:02} on"


def _known(texts: Iterable[str]) -> str:
    """Return what the words of texts are known by, in their order, with a mark between the texts."""
    return "|".join(map(_key, texts))


def _begins(text: str) -> frozenset[str]:
    """Return how the words of a text begin: "displays" is in an agenda on how to display something."""
    return frozenset(word[: unmarked.STEM] for word in known_by(text))


def _key(text: str) -> str:
    return "".join(f" {stem(word.casefold())} " for word in _WORD.findall(text))
