"""What is worth writing down: findings of the nine kinds, each with its evidence.

The ranker says which sentences people would note, the selection picks those that together
stand for the most, the kinds say what each of them is; then come the surest of every kind
that were passed over, and the links that were offered.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from copaper.analysis import cues, kinds, ranker, readers
from copaper.analysis.asked import further_questions, is_left_open, is_plainly_answered, only_poses, plainly_put, put_from, told_to, understood
from copaper.analysis.capitals import lowered, written_small
from copaper.analysis.clarity import clarity, faults
from copaper.analysis.confidence import confidence
from copaper.analysis.confirming import is_only_asked
from copaper.analysis.content import is_news
from copaper.analysis.disputes import Denial, denials, denied
from copaper.analysis.closing import by_words, closed_early, closes_at
from copaper.analysis.explaining import with_what_explains
from copaper.analysis.leaning import leans_on_another
from copaper.analysis.other_day import put_right
from copaper.analysis.outcomes import NUMBERED, Outcome, Promise, outcomes, promises, says_again, told_of, unsettled
from copaper.analysis.outright import Outright, goes_with, kind_of, names_advice, outright, says_without_a_verb
from copaper.analysis.ownanswers import speaks_alone
from copaper.analysis.passages import leads_on, passage, previous_of_turn
from copaper.analysis.people import bots_of
from copaper.analysis.practices import fields_of
from copaper.analysis.prefaces import left_open_by_question, preface
from copaper.analysis.promised import in_own_words
from copaper.analysis.questions import answers_to, is_put, reads_out
from copaper.analysis.referring import unnamed
from copaper.analysis.replied_to import left_open, question_for
from copaper.analysis.related import Passages
from copaper.analysis.requested import named_before, promised_in
from copaper.analysis.resources import offered
from copaper.analysis.scenes import told_out
from copaper.analysis.selection import SAME, choose, evidence_of
from copaper.analysis.settling import BEGINS, TO_ALL
from copaper.analysis.soundness import with_soundness
from copaper.analysis.statements import clean_following, clean_quotation, clean_statement, first_of_thought, hangs, is_courtesy
from copaper.analysis.support import corroboration, repliers
from copaper.analysis.themes import theme_at
from copaper.analysis.titles import title_of
from copaper.analysis.units import Unit, quoted, same_place
from copaper.analysis.weighing import Weighed, weigh
from copaper.records import Evidence, Finding, Kind, Session, Theme, content_id
from copaper.textclean import sentences_in
from copaper.voices import chairs

MOST = 40
"""Findings chosen to stand for the whole session."""
EXTRA = 6
"""Further findings of each kind, the surest that were passed over."""
QUOTED = 120
"""Words of evidence about one finding, and of what is quoted around it."""
FRAGMENT = 0.4
"""What is left of the clarity of a piece of a sentence: reviewers see it, a paper never does."""
SURE: dict[Kind, float] = {Kind.PRACTICE: 2.0, Kind.LESSON: 3.0, Kind.CHALLENGE: 1.65, Kind.RECOMMENDATION: 3.0}
"""Share of a kind's threshold from which a finding is shown among its kind, if it is not the
threshold itself: of labelled cues of the development meetings 8 in 10 practices and three in four
challenges were of the kind from there on. Lessons reach it only where the words call themselves one."""
NAMED = 1.25
"""The same for a practice that names an activity and who does it."""
CLEAR = 0.6
"""Clarity from which a finding can be understood alone."""
OUTRIGHT = 0.45
"""The same of one whose words say its kind: one thing may be left to the topic that it stands with."""
FEWEST = 20
"""Sentences that a paper can be made of, if need be of ones that readers like less:
speech without full stops has few that stand alone."""
HARDLY = 0.4
"""The same chance where little is liked, or where the wording makes a kind sure: of what papers told in one sentence 27 of 42 were right, clear
and worth it from :data:`copaper.analysis.readers.LIKED` on, eleven of 40 below."""
WITH_MORE = 0.2
"""The same where what it came to is told behind it: of statements of several sentences 22 of 33 were so from there on."""
NEWS = 0.25
"""The same for a clear sentence that has a shape of news: such are mostly short, and liked less than they are worth."""
ASKED = 0.15
"""The same for a question, which is short and tells nothing by itself: its reply does."""
UNDERSTOOD = 0.6
"""Chance that readers find a sentence clear, below which it leads no paper and gives way: of 44 such statements of papers some 32 were riddles."""
SHORTEST = 5
"""Words of a statement."""
SHORTEST_OUTCOME = 3
"""The same of what was settled or promised, without its number."""
MANY = 90


@dataclass(frozen=True)
class FindingSet:
    """All findings, best first, and every cue that carries a kind."""

    findings: tuple[Finding, ...]
    cue_kinds: tuple[tuple[int, tuple[Kind, ...]], ...]


def find(
    session: Session,
    units: Sequence[Unit],
    themes: Sequence[Theme],
    weighed: Weighed | None = None,
) -> FindingSet:
    """Return the findings of a session, best first; statements never say more than their
    evidence does."""
    if not units:
        return FindingSet((), ())
    weighed = weighed or weigh(units)
    chances, rating = weighed.chances, weighed.rating
    strength = kinds.strength(chances)
    chosen = chosen_of(session, units, weighed)
    against = denials(units)
    came_to = {outcome.last: outcome for outcome in outcomes(units, chairs(session))}
    elsewhere = {place for outcome in came_to.values() for place in (outcome.last, outcome.confirmed, outcome.again)}
    elsewhere |= {place for one in came_to.values() if one.by_day for place in range(one.first, one.last)}  # told with it
    elsewhere |= {one.asked for one in came_to.values() if one.asked is not None and units[one.asked].participant == units[one.last].participant}  # told with "I commit to that"
    bots = bots_of(session)
    plain = [one for one in (_explained(units, said) for said in outright(units)) if elsewhere.isdisjoint(range(one.first, one.last + 1)) and units[one.first].participant not in bots]
    says = {i: one for one in plain for i in range(one.first, one.last + 1)}
    # What is said outright stands where it was chosen among the first, if it was, and else behind those.
    rows = [(place, next((says[i] for i in range(place[0], place[1] + 1) if i in says), None)) for place in chosen.places if place[1] not in elsewhere]
    places, placed = [], set()
    for place, one in rows:
        if one is None:
            places.append(place)
        elif one.last not in placed and len(places) < MOST:
            placed.add(one.last)
            places.append((one.first, one.last))
    found = [
        _said_outright(session, units, themes, rating, chances, strength, says[i], against) if i in placed
        else _finding(session, units, themes, rating, chances[i], strength[i], bool(chosen.fit[i] or chosen.tell[i]), (begin, i), chosen.beside[i], against)
        for begin, i in places
    ]  # fmt: skip
    plain_to = understood(units, weighed.around)
    found = [finding.model_copy(update={"stands_alone": False}) if finding and finding.kind is Kind.QUESTION and not plain_to[i] and not is_left_open(finding.fields["state"], finding.answers) else finding for (_, i), finding in zip(places, found, strict=True)]
    asked = [i for (_, i), finding in zip(places, found, strict=True) if finding and finding.kind is Kind.QUESTION]
    open_ = unsettled(units)
    found = [_as_proposed(finding) if finding and not open_.keys().isdisjoint(range(begin, i + 1)) else finding for (begin, i), finding in zip(places, found, strict=True)]
    found = [_weighed(f, units[begin : i + 1], chosen.clear[begin : i + 1]) for (begin, i), f in zip(places, found, strict=True) if f and not (i in asked and any(reads_out(units, i, other) for other in asked))]
    further = [_weighed(f, units[one.first : one.last + 1], chosen.clear[one.first : one.last + 1]) for one in plain if one.last not in placed and (f := _said_outright(session, units, themes, rating, chances, strength, one, against))]
    dated = {outcome.last: _outcomes(session, units, themes, rating, chances, outcome) for outcome in came_to.values() if outcome.by_day}
    within = {place: outcome.last for outcome in came_to.values() if outcome.by_day for place in range(outcome.first, outcome.last + 1)}
    for rank, (_, i) in enumerate(chosen.places[:MOST]):  # a promise stands where a sentence of it was chosen, among the first
        found[rank:rank] = dated.pop(within.get(i, -1), [])
    further += [finding for each in dated.values() for finding in each]
    told = (finding for outcome in came_to.values() if not outcome.by_day for finding in _outcomes(session, units, themes, rating, chances, outcome))
    found, came = in_own_words(session, [*found[:MOST], *further, *found[MOST:]], [finding for finding in told if len(finding.statement.split()) >= SHORTEST_OUTCOME])
    found[MOST:MOST] = came
    links = offered(session, lambda evidence: theme_at(themes, evidence), repliers(session))
    found = [finding for finding in found if finding.kind is Kind.QUESTION or not is_only_asked(session, finding.evidence[0])]
    unique = {finding.statement.casefold(): finding for finding in reversed(found)}
    ordered = list(reversed(unique.values()))[: MANY + len(further)]
    by_end = {(unit.index, unit.end): place for place, unit in enumerate(units) if unit.where == "turn"}
    ordered = [_with_the_day(session, units, by_end, finding) if finding.kind is Kind.COMMITMENT else finding for finding in ordered]
    more = further_questions(session, units, weighed.around, chosen.fit, plain_to, [finding for finding in ordered if finding.kind is Kind.QUESTION and finding.stands_alone], lambda said: theme_at(themes, said))
    told_as = np.eye(len(kinds.KINDS))[kinds.KINDS.index(Kind.QUESTION)]
    asked_too = (_finding(session, units, themes, rating, chances[i], told_as, True, (begin, i), (), ()) for begin, i in more)
    ordered += [finding for finding in asked_too if finding and finding.statement.casefold() not in unique]
    closed = closes_at(units, chairs(session))
    late = units[closed].time if closed < len(units) else math.inf
    ordered = [f.model_copy(update={"theme": by_words(f.evidence[0], units, themes)}) if f.kind is Kind.QUESTION and f.evidence[0].time > late else f for f in ordered]
    ordered += links  # whatever else there is, a link that was shared is one
    small = written_small(session)
    ordered = [finding.model_copy(update={"statement": lowered(finding.statement, small)}) for finding in with_soundness(units, with_what_explains(units, ordered))]
    return FindingSet(tuple(ordered), _cue_kinds(units, chances))


@dataclass(frozen=True)
class Chosen:
    """What is to be told: the first and last unit of each finding, best first; which units are
    ``fit`` for a paper (n,), which of the others ``tell`` enough to stand in it as well (n,), the chance that readers find
    each ``clear`` (n,), 1 where nobody asked, and what else is evidence of each finding, by its last unit."""

    places: tuple[tuple[int, int], ...]
    fit: np.ndarray
    tell: np.ndarray
    clear: np.ndarray
    beside: Mapping[int, Sequence[int]]


def chosen_of(session: Session, units: Sequence[Unit], weighed: Weighed) -> Chosen:
    """Choose findings among ``units``."""
    chances, rating = weighed.chances, weighed.rating
    whole = [first_of_thought(units, i) for i in range(len(units))]
    begins = [i if begin is None and not hangs(units[i]) else begin for i, begin in enumerate(whole)]
    eligible = _eligible(session, units, weighed.counts, begins)
    complete = np.array([begin is not None for begin in whole], dtype=bool)
    clear, liked, grasped = _clear_and_liked(units, begins, eligible, weighed.around)
    clear[~complete] *= FRAGMENT
    whole_and_clear = complete & (clear >= CLEAR)
    strength = kinds.strength(chances)
    sure, least = _sure(strength), np.where(strength.argmax(axis=1) == kinds.KINDS.index(Kind.QUESTION), ASKED, HARDLY)
    for i in np.flatnonzero(whole_and_clear & sure & (liked >= WITH_MORE) & (liked < least)):
        if _goes_on(units, begins[i], i):
            least[i] = WITH_MORE
    fit = whole_and_clear & (liked >= np.where(sure, least, _least(liked[whole_and_clear])))
    picked = choose(units, rating.worth, clear, eligible, MOST)
    if sum(fit[i] for i in picked) < MOST:  # a paper shows only what is fit for it
        picked += [i for i in choose(units, rating.worth, liked, fit, MOST) if not _is_told(units, i, picked)]
    picked += _extra(units, chances, kinds.given(chances), liked, eligible & complete, fit, frozenset(picked))
    told = {i - 1 for i in picked if begins[i] == i - 1}  # within the next one's statement
    places = tuple((begins[i], i) for i in picked if i not in told)
    tell = whole_and_clear & (liked >= NEWS) & np.array([begin is not None and is_news(" ".join(u.text for u in units[begin : i + 1])) for i, begin in enumerate(whole)], dtype=bool)
    return Chosen(places, fit, tell, grasped, _beside(session, units, rating, places))


def _goes_on(units: Sequence[Unit], begin: int, last: int) -> bool:
    """Tell whether what a finding came to is told with it, in the sentences behind it."""
    end = told_out(units, last)
    return end > last or bool(passage(units, begin, last)[1])


def _sure(strength: np.ndarray) -> np.ndarray:
    """Tell of which units the wording makes the likeliest kind sure, from (n, 9) strengths."""
    likeliest = strength.argmax(axis=1)
    return strength.max(axis=1) >= np.array([SURE.get(kind, 1.0) for kind in kinds.KINDS])[likeliest]


def _least(liked: np.ndarray) -> float:
    """Return what is asked of a sentence that is shown: less where so few are liked that a paper would be empty."""
    best = np.sort(liked)[::-1][:FEWEST]
    return min(readers.LIKED, max(HARDLY, float(best[-1]))) if len(best) else readers.LIKED


def _clear_and_liked(units: Sequence[Unit], begins: Sequence[int | None], eligible: np.ndarray, around: Mapping[int, np.ndarray]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (n,) how clear each unit is, and the chance that readers find it clear and worth
    keeping, 0 where it is not ``eligible``, and the chance that they find it clear, 1 there."""
    clear, liked, understood = np.zeros(len(units)), np.zeros(len(units)), np.ones(len(units))
    places = np.flatnonzero(eligible)
    found = [faults(units[i], None if begins[i] == i else units[begins[i]]) for i in places]
    clear[places] = [clarity(f) for f in found]
    rows = [readers.describe(units[i], f, around[units[i].position], begins[i] != i) for i, f in zip(places, found, strict=True)]
    verdict = readers.judge(rows)
    liked[places], understood[places] = verdict.liked, verdict.clear
    return clear, liked, understood


def _is_told(units: Sequence[Unit], i: int, picked: Sequence[int]) -> bool:
    """Tell whether a unit is among those picked, or says much the same as one of them."""
    words = set(units[i].lemmas)
    return any(i == j or 2 * len(words & (other := set(units[j].lemmas))) > SAME * (len(words) + len(other)) for j in picked)


def _eligible(
    session: Session, units: Sequence[Unit], counts: Sequence[Sequence[int]], begins: Sequence[int | None]
) -> np.ndarray:
    """Return which units may be findings: not the call itself, not a bot, and whole thoughts."""
    bots = bots_of(session)
    call = [i for i, name in enumerate(cues.NAMES) if name.startswith("call_")]
    return np.array(
        [
            unit.participant not in bots
            and not (any(count[c] for c in call) and unit.words < 15)
            and begin is not None
            and not is_courtesy(unit)
            for unit, count, begin in zip(units, counts, begins, strict=True)
        ],
        dtype=bool,
    )  # fmt: skip


def _beside(session: Session, units: Sequence[Unit], rating: ranker.Rating, places: Sequence[tuple[int, int]]) -> dict[int, list[int]]:
    """Return what else is evidence of each finding, by its last unit; nothing beside is cited by two,
    nor are the words of one of the first :data:`MOST`."""
    bots = bots_of(session)
    passages = Passages(units, np.where([unit.participant in bots for unit in units], 0.0, rating.evidence))
    cited = {i for begin, last in places[:MOST] for i in range(begin, last + 1)}
    found: dict[int, list[int]] = {}
    for begin, last in places:
        left = QUOTED - sum(units[i].words for i in range(begin, last + 1))
        found[last] = passages.on_the_matter_of(begin, last, cited, left)
        cited.update(found[last])
    return found


def _extra(
    units: Sequence[Unit],
    chances: np.ndarray,
    given: Sequence[tuple[Kind, ...]],
    liked: np.ndarray,
    eligible: np.ndarray,
    fit: np.ndarray,
    taken: frozenset[int],
) -> list[int]:
    """Return the surest sentences of each kind that were not chosen, those first that are fit for a paper;
    no two near each other."""
    picked: dict[int, float] = {}
    for k, kind in enumerate(kinds.KINDS):
        score = chances[:, k] * liked
        order = sorted((i for i in range(len(units)) if eligible[i] and kind in given[i]), key=lambda i: (not fit[i], -round(float(score[i]), 9), i))
        found = 0
        for i in order:
            if found == EXTRA:
                break
            apart = units[i].words >= 6 and not any(abs(i - j) <= 2 for j in (*taken, *picked))
            if apart and len(set(units[i].lemmas)) >= 3:
                picked[i] = float(score[i])
                found += 1
    return sorted(picked, key=lambda i: (not fit[i], -round(picked[i], 9), i))


def _finding(
    session: Session, units: Sequence[Unit], themes: Sequence[Theme], rating: ranker.Rating, chances: np.ndarray, strength: np.ndarray, fit: bool,
    place: tuple[int, int], beside: Sequence[int], against: Sequence[Denial], plainly: Kind | None = None,
) -> Finding | None:  # fmt: skip
    begin, i = place
    unit, kind = units[i], plainly or kinds.KINDS[int(strength.argmax())]
    told_from = put_from(units, begin, i) if kind is Kind.QUESTION else begin
    fit, begin = fit and told_from is not None, begin if told_from is None else told_from
    end = told_to(units, i) if kind is Kind.QUESTION else i if kind is Kind.STORY else told_out(units, i)
    left_out = ["[…]"] if end > i + 1 else []
    statement = " ".join(filter(None, (*(clean_statement(units[j].text) for j in range(begin, i + 1)), *left_out, *(clean_statement(units[j].text) for j in range(end, end + (end > i))))))
    if len(statement.split()) < SHORTEST:
        return None
    first, last = evidence_of(units, i, rating.evidence, QUOTED)
    own = quoted(session, units, begin, end)
    fields: dict[str, str] = {}
    answers: tuple[Evidence, ...] = ()
    if kind is Kind.QUESTION:
        fields["state"], answers = answers_to(session, units, i)
        statement = plainly_put(statement)
        fit = fit and is_put(unit) and not (not answers and (only_poses(unit) or unit.where == "turn" and speaks_alone(units))) or told_from is not None and is_plainly_answered(units, i, fields["state"], answers)
    elif kind in (Kind.PRACTICE, Kind.LESSON, Kind.STORY):
        fields = fields_of(unit)
        if title := title_of(units[begin : i + 1]):
            fields["title"] = title
    before, more = ((), ()) if kind is Kind.QUESTION else passage(units, begin, end)
    sure = plainly is not None or bool(strength.max() >= (NAMED if kind is Kind.PRACTICE and "title" in fields else SURE.get(kind, 1.0)))
    if kind not in (Kind.QUESTION, Kind.COMMITMENT, Kind.RESOURCE) and not before:  # what a promise is on is looked for where promises are
        lost = left_open(units[begin : end + 1])
        says_little = not (sure or is_news(statement)) and previous_of_turn(units, begin) is None  # what begins a reply is short for those who heard the question
        asked = question_for(units, begin, lost) if lost or says_little else None
        before = () if asked is None else (asked,)
    if plainly is not None:
        fields["said"] = "outright"
    return Finding(
        id=content_id("finding", session.id, kind, own.where, own.index, own.start, own.quote),
        kind=kind,
        statement=statement,
        evidence=(own, *(units[j].evidence() for j in beside)),
        around=_around(session, units, (begin, end), first, last),
        lead=preface(units, begin, end) if kind is Kind.QUESTION else tuple(units[j].evidence() for j in before),
        more=tuple(units[j].evidence() for j in more),
        theme=theme_at(themes, own),
        confidence=confidence(float(rating.worth[i]), float(chances.max())),
        sure_of_kind=sure,
        stands_alone=fit,
        corroboration=corroboration(session, own),
        fields=fields,
        answers=answers,
        disputed=_disputed(units[begin : i + 1], kind, against, [units[j] for j in more]),
        leans=kind is Kind.QUESTION and bool(left_open_by_question(units[begin : i + 1])),
    )


def _with_the_day(session: Session, units: Sequence[Unit], by_end: Mapping[tuple[int, int], int], found: Finding) -> Finding:
    """Return a promise with the day that is put right as soon as it is named; ``by_end`` tells which sentence ends where in a turn."""
    own = found.evidence[0]
    last = by_end.get((own.index, own.end)) if own.where == "turn" else None
    if last is None or (right := put_right(units, last)) == last:
        return found
    told = quoted(session, units, last, right)
    said = own.model_copy(update={"end": told.end, "quote": own.quote + told.quote[units[last].end - units[last].start :]})
    statement = " ".join([found.statement, *(clean_following(units[place].text) for place in range(last + 1, right + 1) if same_place(units[place], units[last]))])
    return found.model_copy(update={"statement": statement, "evidence": (said, *found.evidence[1:]), "more": tuple(part for part in found.more if not part.common(said))})


def _explained(units: Sequence[Unit], one: Outright) -> Outright:
    """Return what is said outright with the sentence before it, where that explains what it leans on."""
    before = one.first - 1
    leans = _clear(units, one) < CLEAR or hangs(units[one.first])
    led = replace(one, first=before)
    if leans and goes_with(units, before, one.first) and not hangs(units[before]) and _clear(units, led) >= CLEAR:
        return led
    return one


def _clear(units: Sequence[Unit], one: Outright) -> float:
    """Return how well what is said outright can be understood alone: as well as the least clear of its sentences. "I" and
    "you" are who speaks and who listens, and "they" said twice is no worse than once."""
    found = (faults(units[i], units[i - 1] if i > one.first else None) for i in range(one.first, one.last + 1))
    return min(clarity({name: 1 for name in each if name not in ("i", "you")}) for each in found)


def _said_outright(
    session: Session, units: Sequence[Unit], themes: Sequence[Theme], rating: ranker.Rating, chances: np.ndarray, strength: np.ndarray, one: Outright, against: Sequence[Denial]
) -> Finding | None:
    """Return what somebody says outright as a finding of the kind that they say it is of."""
    fit = _clear(units, one) >= (OUTRIGHT if one.kind else CLEAR) and not hangs(units[one.first]) and not is_courtesy(units[one.last]) and not any(reference.of == "thing" and reference.firm and not reference.noun for reference in unnamed(units[one.first : one.last + 1]))
    fit = fit or one.kind is Kind.RECOMMENDATION and names_advice(units[one.last].text)
    found = _finding(session, units, themes, rating, chances[one.last], strength[one.last], fit, (one.first, one.last), (), against, one.kind)
    if found is None or one.kind is not Kind.COMMITMENT:
        return found
    said = sentences_in(found.statement)  # where the export lost a full stop, one unit goes on to another matter
    own = max((number for number, text in enumerate(said) if kind_of(text) is Kind.COMMITMENT or says_without_a_verb(text)), default=len(said) - 1)
    return found.model_copy(update={"statement": " ".join(said[: own + 1])})


def _outcomes(session: Session, units: Sequence[Unit], themes: Sequence[Theme], rating: ranker.Rating, chances: np.ndarray, outcome: Outcome) -> list[Finding]:
    """Return what was settled or promised as findings, each promise of a sentence as one: whatever else
    their words may be, that is what they are."""
    own, last = quoted(session, units, outcome.first, outcome.last), units[outcome.last]
    plainer = says_again(units, outcome)
    if plainer is not None:
        told, statements = [units[plainer].evidence()], [clean_statement(NUMBERED.sub("", units[plainer].text))]
    elif outcome.kind is Kind.COMMITMENT and outcome.first == outcome.last and not outcome.by_day:
        asked_for = promised_in(last) if outcome.asked is not None else None
        each = [Promise(*asked_for)] if asked_for else promises(last)
        told = [own.model_copy(update={"start": own.start + start, "end": own.start + end, "quote": own.quote[start:end]}) for one in each for start, end in [(min(one.start, one.who[0]) if one.who[1] else one.start, one.end)]]
        statements = [clean_statement(NUMBERED.sub("", f"{last.text[slice(*one.who)]}{last.text[one.start : one.end]}")) for one in each]
    elif outcome.skipped is not None:
        told = [own.model_copy(update={"start": own.start + outcome.skipped, "quote": own.quote[outcome.skipped :]})]
        parts = [units[place].text[outcome.skipped if place == outcome.first else 0 :] for place in range(outcome.first, outcome.last + 1) if same_place(units[place], last)]
        parts[0] = parts[0][BEGINS.match(parts[0]).end() :]
        parts = [f"{part.rstrip().removesuffix('?')}{'.' if part.rstrip().endswith('?') else ''}" for part in parts]
        statements = [" ".join([clean_quotation(f"{parts[0][:1].upper()}{parts[0][1:]}"), *(clean_following(f"{part[:1].upper()}{part[1:]}") for part in parts[1:])])]
    elif outcome.by_day:
        told = [own]
        statements = [" ".join([clean_statement(units[outcome.first].text), *(clean_following(units[place].text) for place in range(outcome.first + 1, outcome.last + 1) if same_place(units[place], last))])]
    else:
        told, (start, end) = [own], told_of(last, outcome)
        statements = [clean_statement(NUMBERED.sub("", last.text[start:end]))]
        if outcome.first < outcome.last:
            statements = [f"{clean_statement(units[outcome.first].text)}{' […]' * (outcome.last > outcome.first + 1)} {statements[0]}"]
    settled = tuple(units[place].evidence() for place in (outcome.confirmed, outcome.again) if place is not None and place != plainer)
    if plainer is not None:
        settled = (own, *settled)

    def topic(part: Evidence) -> str:
        if outcome.listed:
            return by_words(part, units, themes)
        return "" if outcome.granted and closed_early(settled[0], themes) else theme_at(themes, part if plainer is None else own)

    return [
        Finding(
            id=content_id("finding", session.id, outcome.kind, part.where, part.index, part.start, part.quote),
            kind=outcome.kind,
            statement=statement,
            evidence=(part,),
            theme=topic(part),
            confidence=confidence(float(rating.worth[outcome.last]), float(chances[outcome.last].max())),
            corroboration=corroboration(session, part),
            fields={"outcome": "briefly settled" if outcome.brief else "settled" if outcome.kind is Kind.DECISION else "promised"} | ({"said": "outright"} if outcome.asked is not None or outcome.by_day else {}) | ({"put": TO_ALL} if outcome.skipped is not None else {}),
            lead=() if outcome.asked is None else tuple(units[place].evidence() for place in (*named_before(units, outcome.asked), outcome.asked)),
            settled=settled,
        )
        for part, statement in zip(told, statements, strict=True)
    ]  # fmt: skip


def _weighed(finding: Finding, own: Sequence[Unit], understood: np.ndarray) -> Finding:
    """Return a finding with whether its words, of the units ``own``, lean on what was said before: readers would hardly understand
    them, or they refer to what they do not name."""
    if finding.kind in (Kind.QUESTION, Kind.RESOURCE):
        return finding
    riddle = not names_advice(finding.statement) and (understood.min() < UNDERSTOOD or leans_on_another(" ".join(unit.text for unit in own)) or any(one.firm for one in unnamed(own)) or not finding.more and leads_on(finding.statement))
    return finding.model_copy(update={"leans": bool(riddle)})


def _as_proposed(finding: Finding) -> Finding:
    """Return a finding that says that something is settled, which others then put off: its topic tells how that ended."""
    return finding.model_copy(update={"fields": {**finding.fields, "outcome": "proposed"}})


def _disputed(own: Sequence[Unit], kind: Kind, against: Sequence[Denial], more: Sequence[Unit] = ()) -> tuple[Evidence, ...]:
    denial = None if kind in (Kind.QUESTION, Kind.RESOURCE, Kind.STORY) else denied(own, against, more)
    return (denial.evidence(),) if denial else ()


def _around(
    session: Session, units: Sequence[Unit], own: tuple[int, int], first: int, last: int
) -> tuple[Evidence, ...]:
    """Return what was said right before and right after, each as one quotation."""
    return tuple(quoted(session, units, a, b) for a, b in ((first, own[0] - 1), (own[1] + 1, last)) if a <= b)


def _cue_kinds(units: Sequence[Unit], chances: np.ndarray) -> tuple[tuple[int, tuple[Kind, ...]], ...]:
    by_cue = kinds.of_cues(units, chances)
    given = kinds.given(np.array(list(by_cue.values()))) if by_cue else []
    return tuple((cue, tuple(sorted(found))) for cue, found in zip(by_cue, given, strict=True) if found)
