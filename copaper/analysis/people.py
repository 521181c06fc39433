"""Names of people in what is likely to be printed, as far as the language model knows them.

Names are withheld by the roster, which knows them better; these are for a reviewer to look at.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc
from spacy.util import minibatch

from copaper.analysis.units import Unit, calm
from copaper.records import Evidence, Finding, Kind, Theme

RECOGNISER = "ner"
"""The part of the model that looks for names: at what is quoted alone."""
LOOKED_AT = 3
"""Sentences with a capitalised word that are looked at: a further one tells nothing new of it."""
SMALL = 10
"""A word written small so many times as often as with a capital begins sentences and is no name."""
_BATCH = 64

_INSIDE_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][a-zà-ÿ'’-]+|^[A-ZÀ-Þ][a-zà-ÿ'’-]+,? (?!I\b)[A-ZÀ-Þ]")
_LOOKS_LIKE_A_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ'’-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]+){0,3}")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")


def people_named(nlp: Language, units: Sequence[Unit], themes: Sequence[Theme], found: Sequence[Finding]) -> tuple[str, ...]:
    """Return what the language model takes for people's names in what is likely to be printed.

    ``units`` are all of the session, of which ``themes`` and what was ``found`` quote some.
    """
    if RECOGNISER not in nlp.component_names:
        return ()
    docs = [nlp.make_doc(calm(sentence)) for sentence in _worth_a_look(_printed(themes, found), units)]
    _recognise(nlp, docs)
    names = {entity.text for doc in docs for entity in doc.ents if entity.label_ == "PERSON"}
    return tuple(sorted(name for name in names if _LOOKS_LIKE_A_NAME.fullmatch(name)))


def _printed(themes: Sequence[Theme], found: Sequence[Finding]) -> Iterator[Evidence]:
    for theme in themes:
        yield from theme.summary
        yield from (part for reply in theme.replies for part in (reply.to, reply.by))
    for finding in found:
        if finding.stands_alone:
            yield from (*finding.evidence, *finding.answers)
            if finding.kind in (Kind.PRACTICE, Kind.STORY):  # these alone quote what stands around
                yield from finding.around


def _worth_a_look(printed: Iterable[Evidence], units: Sequence[Unit]) -> Iterator[str]:
    """Yield the sentences with a capitalised word that may be a name and was not looked at often enough."""
    written = Counter(word for unit in units for word in _WORD.findall(unit.text))
    looked_at: Counter[str] = Counter()
    for sentence in dict.fromkeys(_sentences(printed, units)):
        words = {word for word in _WORD.findall(sentence) if word[:2].istitle()}
        if any(looked_at[word] < LOOKED_AT and written[word.lower()] <= SMALL * written[word] for word in words):
            looked_at.update(words)
            yield sentence


def _sentences(printed: Iterable[Evidence], units: Sequence[Unit]) -> Iterator[str]:
    """Yield the sentences of the quotations that have a capital within; many quote the same ones."""
    places: dict[tuple[str, int], list[Unit]] = defaultdict(list)
    for unit in units:
        places[unit.where, unit.index].append(unit)
    for evidence in printed:
        if _INSIDE_CAPITAL.search(evidence.quote):
            yield from (unit.text for unit in places[evidence.where, evidence.index] if unit.start < evidence.end and evidence.start < unit.end)


def _recognise(nlp: Language, docs: Sequence[Doc]) -> None:
    """Let the model mark the names in ``docs``.

    spaCy's own loop has let go of Python's lock and takes it anew for each check of each label,
    which is most of its time. Taking the same steps from here, with the lock held, needs half.
    """
    recogniser = nlp.get_pipe(RECOGNISER)
    if not isinstance(recogniser, EntityRecognizer):
        for doc in docs:
            recogniser(doc)
        return
    for batch in minibatch(sorted(docs, key=len), _BATCH):
        states = recogniser.moves.init_batch(batch)
        model = recogniser.model.predict(batch)
        left = [state for state in states if not state.is_final()]
        while left:
            left = recogniser.transition_states(left, model.predict(left))
        recogniser.set_annotations(batch, states)
