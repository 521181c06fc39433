"""Questions: whether somebody answered them, by voice or in the chat, and where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from copaper.analysis.answers import MOST, SHARED, Asked, alike, asked_at, asks, can_answer, has_form, is_at_a_loss, is_built_as_question, is_direct, is_procedure, is_yes_or_no, leaves_open, lemmas_of, passages, says_again, with_neighbours, yes_to_another
from copaper.analysis.cores import answering
from copaper.analysis.direct import declines, goes_on_from_elsewhere, is_hard_to_say
from copaper.analysis.leftopen import stays_open, waived
from copaper.analysis.ownanswers import comes_to_answer, own_answer, says_that_it_answers
from copaper.analysis.ranker import rarity
from copaper.analysis.referring import unnamed
from copaper.analysis.restated import restated_at
from copaper.analysis.several import part_to
from copaper.analysis.takenback import set_right
from copaper.analysis.units import Unit, quoted, same_place
from copaper.analysis.unopposed import is_unopposed
from copaper.codes import initials
from copaper.records import Evidence, Session
from copaper.textclean import straight

SOON = 120.0
"""Seconds after a question put by voice within which a reply to it begins, and in which its sentences are sought."""
LASTS = 300.0
"""The same for the sentences of a turn that began so soon."""
LATER = 900.0
"""Seconds within which a question in the chat is answered where somebody replies to it there or reads it out."""
SAME_BREATH = 20.0
"""Seconds after a question in the chat within which its asker goes on with it in another message."""
LEAST_WORDS = 6
ANSWERED, PARTLY = 0.35, 0.15
"""Share of a question's words, weighted by rarity, that its answer takes up."""
MANY = 4
"""Words of a question that a reply given at once takes up, from which it answers it, however long the question is."""
FAR_ON = 0.6
"""The same for an answer that comes after another question."""
AT_ONCE, ADDED, SAYS = 30.0, 25, 10
"""Seconds after whoever asked within which the next speaker takes up a question whatever the words, words that its asker
may add before, and words of a sentence that takes it up."""
GOES_ON = 60
"""Words that its asker adds from which nobody was waited for."""
BREATH = 12
"""Sentences behind a question in which it may be put once more."""
BEGINS = 2
"""Sentences of a reply with one of which what is quoted begins, so that fewer of the question's words will do."""
NODS = 3
"""Words of a turn from which it does more than nod."""
BY_ITSELF = 5
"""Lemmas of a question from which it says by itself what it asks."""
NODDED = 20
"""Words with which whoever asked only goes along with a reply, at most."""
TURNS = 2
"""Turns of whoever replies in which the answer is sought."""
CLOCKS = 60.0
"""Seconds by which the clocks of chat and speech differ, at most."""
_RELAYS = re.compile(r"\b(?:asks|is asking|was asking|wants to know|would like to know|a question (?:in the chat|from))\b", re.I)
_WONDERS = re.compile(r"\b(?:wonder(?:ing)?|curious|(?:like|want|wanted) to (?:know|ask|understand)|questions? is)\b(?:\W+\w+){0,4}?\W+(?:if|whether|what|who|how|when|where|why|which)\b", re.I)
"""How somebody asks without a question mark."""
_BEGUN_TWICE = re.compile(r"\b((?:do|does|did|is|are|was|were|can|could|would|will|should|have|has) (?:we|you|they|it|he|she|I|there) \w+)\b[^?.;]*(?<!and)(?<!or)(?<!but),? (?<!and )(?<!or )(?<!but )\1\b|\b(?:do|does|did|is|are|was|were|can|could|would|will|should) (?:we|they|it|he|she|I)(?: (?!(?:tell|say|explain|confirm|ask|know|see|think)\b)\w+){0,3}, (?:(?:maybe|like|so|I|we)\W+){0,3}(?:do|does|did|is|are|was|were|can|could|would|will|should) (?:any|it|that|there|we|they|the)\b", re.I)
"""A question that was broken off and begun anew: "do we have, in the gate, do we have a bell", or as another: "can we get, does any gate"."""
_WHY = re.compile(r"\b(?:why|how come)\b", re.I)
_ANYBODY = re.compile(r"\W*(?:(?:\w+\W+){0,3}(?:any|some)(?:body|one)\b|any (?!(?:other|more|further|final|last|questions?|comments?|thoughts?|objections?|concerns?|feedback|volunteers?)\b)\w+\b)", re.I)
"""Who asks the chat, or leaves out its verb: "anyone know of a fund?", "any fund for guides?"."""
_WHY_NOT = re.compile(r"^\W*(?:(?:well|yeah|yes|I mean|so)\W+)*(?:why not|what's wrong with (?:that|it|this))\?\W*$", re.I)
_ANYBODY_WHO = re.compile(r"\b(?:any|some)(?:body|one)\b", re.I)
READ_OUT, READ_OUT_FLAT = 0.5, 0.75
"""Share of the words of a question from the chat that are spoken where somebody reads it out, and where
speech recognition gave it no question mark."""
ANSWERING = 8
"""Sentences of whoever speaks after it was read out, among which its answer is sought."""

_TAKES_IT = re.compile(r"\W*(?:(?:so|and|yes|yeah|okay|ok|well|sure|maybe|perhaps|then)\W+)*(?:I(?:'ll| will| can| could|'d like to| want to| am happy to|'m happy to)|let me) (?:(?:just|quickly|also|maybe|perhaps|try to) )*(?:take|answer|respond to|reply to|speak to|pick up)(?: on)? (?:that\b|this\b|it\b|(?:the|your) (?:[\w'-]+ ){0,4}?(?:one|question)\b)", re.I)
"""How somebody says that what they say is a reply."""
_DEFERS = re.compile(r"\bbefore (?:we|I) (?:get|go|come|answer)|\b(?:collect|gather|take|hold) (?:all )?(?:of )?(?:the|these|those|your|all) questions|\b(?:come|get|go) back to (?:that|it|this|you|your)\b|\bshare my screen|\bat the end of (?:the|this|our)\b", re.I)
"""What puts a question off."""
_PASSES_ON = re.compile(
    r"\b(?:I|we)(?:'ll| will|'m going to| am going to|'d like to| would like to|'d| would| might| can) (?:\w+ )?(?:ask (?!(?:you|that|this|it|if|whether|for|about)\b)|let (?!(?:you|me|us)\b)|invite |bring in |turn to |pass (?:\w+ )?(?:on )?(?:over )?to |hand (?:\w+ )?(?:on )?(?:over )?to |defer (?:\w+ )?to )|"
    r"\b(?:perhaps|maybe) (?!(?:I|we|you|it|that|this|they|there)\b)\w+ (?:\w+ )?(?:can|could|might|would like to|wants? to) (?:\w+ )?(?:respond|answer|speak|come in|pick (?:that|this|it) up|help|add)\b|"
    r"\b(?!(?:I|we|you|they|to|who)\b)\w+ (?:would |might |may |also |just ){0,4}(?:likes?|wants?|wish(?:es)?|wanted) to (?:\w+ )?(?:come in|respond|answer|reply|jump in|chip in|speak to (?:this|that)|take (?:this|that|it))\b|"
    r"^\W*(?:\w+\W+){0,4}(?:can|could|would|will|do) you (?:want to |like to |please |maybe |perhaps )*(?:answer|respond to|take|address|pick up|speak to) (?:that|this|it)\b|"
    r"\bit (?:might|may|would|could) (?:be|perhaps be) (?:helpful|useful|good|better),?(?: \w+,)? (?:if|for) (?!(?:I|It|We|They)\b)(?-i:[A-Z])\w+ (?:\w+ )?(?:can|could|to) (?:\w+ )?(?:say|respond|answer|speak|come in|tell|explain|add|talk)\b|"
    r"\bI(?:'ll| will) (?:give|allow) [^.?!]{1,60}?\b(?:seconds?|minutes?|chance|moment|opportunity)(?: to (?:answer|respond|reply|speak))?(?=\W*$)|\b(?:time|timer|clock) (?:is|has) (?:now )?(?:up|run out|expired)(?=\W*$|[,.;])|\bgo ahead\b|\b(?:I|we)(?:'ll| will| can) call (?:on |upon )?(?:you|the)\b|\byou have (?:the floor|\w+ (?:seconds|minutes))\b|"
    r"\bmy colleagues?(?:,? \w+,?)? (?:can|will|may|might|is able to) (?:answer|speak|come in|pick|add|say|take|help)|"
    r"^\W*(?:(?:the|you|hon|honou?rable|right|mr|ms|mrs|madam|dr)\b\W*)*(?:\w+\W+){1,4}(?:in (?:under )?\w+ (?:seconds?|minutes?)\b|please\W*$)",
    re.I,
)
"""What gives a question to somebody else."""
_NEXT_ONE = re.compile(r"\b(?:the |our )?(?:next|last|final) (?:set of |few )?(?:questions?|speakers?|items?|topics?|points?)\b|\b(?:move|moving|go|going) on(?:,? then,?| now)? to\b", re.I)
"""How whoever leads a meeting goes on to something else."""
_TO_ANOTHER = re.compile(r"\s*@(?!(?:all|everyone|everybody|here|channel)\b)\w", re.I)
"""How a message begins that is written to somebody."""
_ADDS_TO_IT = re.compile(r"\W*(?:(?:and|yes|sorry|chair|just|so)\W+)*(?:if|can|could|may|might) I (?:just |also |quickly |can |could |may )*(?:add|supplement|come in|chip in|jump in|follow (?:up|on))\b", re.I)
"""How somebody begins who asks with the one who asked."""


def answers_to(session: Session, units: Sequence[Unit], at: int) -> tuple[str, tuple[Evidence, ...]]:
    """Return the state (answered, replied, partly, declined, refused, unopposed, open) of the question ``units[at]`` and the passages of its answer, in order.

    What somebody else says next counts if it takes up the question's words and says more than these, if it says yes
    or no where that answers, or else as a reply, if the question all but ended a turn; so do what replies to a question of the chat,
    there, to whoever asked, or by voice where it was read out, and what takes up most of it later. Whatever else follows may be on anything: it
    is no answer, and neither is what whoever asked refuses as one. A question is open with an answer where whoever replied did not know, or somebody says soon after that it stays open.
    """
    if is_unopposed(units, at):
        return "unopposed", ()
    asked = asked_at(units, at)
    if (said := waived(units, at)) is not None:
        return "open", (quoted(session, units, said, said),)
    if own := own_answer(units, at):
        runs = ((own[0], own[-1]),) if says_that_it_answers(units[own[0]]) else passages(units, own, asked)
        return "answered", tuple(quoted(session, units, first, last) for first, last in runs)
    found = (_from_chat if asked.question.where == "message" else _from_speech)(session, units, at, asked)
    state, runs = found or ("open", ())
    runs = set_right(units, runs, asked) if runs else runs
    left = _said_to_stay_open(units, runs[-1][1] if runs else at, asked)
    if left is not None and state != "refused":
        state, runs = "open", (*runs, (left, left))
    return state, tuple(_without_lead(quoted(session, units, first, last), units[first], asked) for first, last in runs)


def _without_lead(said: Evidence, first: Unit, asked: Asked) -> Evidence:
    """Return a passage of an answer without yes or no to another question, or what was thought aloud before the answer."""
    cut = yes_to_another(first, asked) or (first.words > MOST or first.text[:1].islower()) and comes_to_answer(first) or 0
    return said.model_copy(update={"start": said.start + cut, "quote": said.quote[cut:]}) if cut else said


def _said_to_stay_open(units: Sequence[Unit], after: int, asked: Asked) -> int | None:
    """Return the place where somebody says soon ``after`` a question or its reply that it stays open, before anybody asks another."""
    for i, unit in enumerate(units[after + 1 : after + 1 + 4 * ANSWERING], after + 1):
        if unit.time - units[after].time > SOON:
            break
        if unit.where == "turn" and stays_open(unit):
            return i
        if asks(unit) and unit.where in ("turn", asked.question.where) and unit.words >= LEAST_WORDS and asked.words.keys().isdisjoint(unit.lemmas):
            break
    return None


_Found = tuple[str, tuple[tuple[int, int], ...]]
"""The state of a question, and the first and last unit of each passage that answers it."""


def _from_chat(session: Session, units: Sequence[Unit], at: int, asked: Asked) -> _Found | None:
    """Return what answers a question of the chat: what replies to it there, or where it was read out as a question, else whoever takes up
    so much of it that it was answered, or what follows where it was read out in a flat voice."""
    if found := _of_reply(units, _written(session, units, at, asked), asked, at_once=True) or _of_reading(units, at, asked):
        return found
    taken = _from_anybody(units, at, asked)
    if taken and _share(units, taken[1], asked) >= ANSWERED:
        return taken
    return _of_reading(units, at, asked, flat=True) or taken


def _of_reading(units: Sequence[Unit], at: int, asked: Asked, *, flat: bool = False) -> _Found | None:
    """Return the reply to a question of the chat where it was read out: to the words that were spoken, which are those that were heard."""
    read, said = _said_to_reading(units, at, asked, flat=flat)
    said = part_to(units, said, asked.question)
    return _of_reply(units, said, asked if flat else asked_at(units, read), at_once=not flat) if said else None


def _from_speech(_: Session, units: Sequence[Unit], at: int, asked: Asked) -> _Found | None:
    """Return what answers a spoken question: the words of whoever speaks next, or where these may be on anything, those
    of whoever takes up most of it."""
    said, at_once = _said_next(units, at, asked)
    said = part_to(units, said, asked.question)
    if said and (again := restated_at(units, asked.question.participant, said[0])) is not None:
        return _of_second_reply(units, again, asked)
    found = _of_reply(units, said, asked, at_once=at_once)
    if found and (at_once or found[0] != "partly" or _share(units, found[1], asked) >= PARTLY):
        return found
    return _from_anybody(units, at, asked)


def _of_second_reply(units: Sequence[Unit], again: int, asked: Asked) -> _Found:
    """Return what is said to a question that was put once more at ``units[again]``, as the first reply was none; if nothing is, it was refused."""
    last = max(i for i in range(again, min(len(units), again + BREATH)) if same_place(units[i], units[again]))
    if _asks_another(units[again : last + 1], asked):
        return "refused", ()
    words = dict(asked.words) | {lemma: rarity(lemma) for unit in units[again : last + 1] for lemma in unit.lemmas}
    asked = replace(asked, words=words, yes_or_no=is_yes_or_no(asked.question) and any(map(asks, units[again : last + 1])), another="")
    turns = (part for i in range(last + 1, len(units)) if (part := _turn_at(units, i)))
    if _only_protests(units[again : last + 1]):  # nobody is asked anew: what does not come at once resumes something else
        turns = islice((part for part in turns if units[part[-1]].words >= NODS), 1)
    said = next((part for part in turns if _takes_floor(units, part, asked)), [])
    if not said or units[said[0]].time - units[last].time > SOON or restated_at(units, asked.question.participant, said[0]) is not None:
        return "refused", ()
    return _of_reply(units, said, asked, at_once=True) or ("refused", ())


def _asks_another(turn: Sequence[Unit], asked: Asked) -> bool:
    """Tell whether whoever found a reply to be none goes on to ask something else: each of their questions has words enough to be one by itself,
    and few of these are words of the first."""
    further = [frozenset(unit.lemmas) for unit in turn if asks(unit)]
    return bool(further) and all(len(own) >= BY_ITSELF and len(own & asked.words.keys()) < ANSWERED * min(len(own), len(asked.words)) for own in further)


def _only_protests(turn: Sequence[Unit]) -> bool:
    return sum(unit.words for unit in turn) <= SAYS and not any(map(asks, turn))


def _turn_at(units: Sequence[Unit], i: int) -> list[int]:
    """Return the sentences of the turn that begins with ``units[i]``, or nothing where none does."""
    begins = units[i].where == "turn" and units[i].start == 0
    return [j for j in range(i, min(len(units), i + 4 * ANSWERING)) if same_place(units[j], units[i])] if begins else []


def _takes_floor(units: Sequence[Unit], said: Sequence[int], asked: Asked) -> bool:
    """Tell whether somebody else than whoever asked says something in a turn, and gives it to nobody."""
    turn = [units[i] for i in said]
    return turn[0].participant != asked.question.participant and not _passes_on(turn) and any((unit.words >= SAYS and can_answer(unit)) or is_direct(unit, asked) for unit in turn)


def _of_reply(units: Sequence[Unit], said: Sequence[int], asked: Asked, *, at_once: bool) -> _Found | None:
    """Return the state of a question to which ``said`` replies, with the passages that say most; nothing if these neither take up
    a word of it nor have the form that was asked for (a time, a number, a reason, a way), unless they came ``at_once``, or begin by saying that they reply."""
    runs = answering(units, said, asked)
    if not runs:
        return None
    at_once = at_once or _says_that_it_replies(units[said[0]])
    if _ANYBODY_WHO.search(asked.question.text) and not lemmas_of(units, runs):
        return None  # who, or what, is asked for: "I do" is nothing
    share = _share(units, runs, asked)
    if any(declines(straight(unit.text)) for first, last in runs for unit in units[first : last + 1]) and share < ANSWERED:
        return "declined", runs
    if leaves_open(units[runs[-1][0]]) and share < ANSWERED and not _is_why_not(units, runs[-1][0]):
        after_all = next((i for i in said if i > runs[-1][1] and comes_to_answer(units[i]) is not None), None)
        return ("open", runs) if after_all is None else ("answered", ((after_all, after_all),))
    if any(is_direct(units[first], asked) and not is_hard_to_say(straight(units[first].text)) for first, _ in runs):
        return "answered", runs
    words = lemmas_of(units, runs)
    if not (at_once or has_form(units, runs, asked) or any(alike(word, words) for word in (*asked.words, *asked.around))):
        return None
    taken = len(words & asked.words.keys())
    formed = not asked.yes_or_no and (asked.form is None or has_form(units, runs, asked)) and _begins_with(runs, said)
    enough = share >= ANSWERED or (at_once and taken >= (SHARED if formed else MANY) and share >= PARTLY)
    if enough and not _is_followed_by_a_loss(units, runs[-1][0]):
        return "answered", runs
    return "replied" if at_once else "partly", runs


def _says_that_it_replies(first: Unit) -> bool:
    return _TAKES_IT.match(straight(first.text)) is not None


def _begins_with(runs: Sequence[tuple[int, int]], said: Sequence[int]) -> bool:
    """Tell whether what is quoted of a reply is how it begins, but for a sentence or two."""
    return said.index(runs[0][0]) < BEGINS


def _is_why_not(units: Sequence[Unit], at: int) -> bool:
    """Tell whether somebody has just said "why not?", which is rather a yes than that they do not know."""
    return at > 0 and same_place(units[at - 1], units[at]) and _WHY_NOT.match(straight(units[at - 1].text)) is not None


def _share(units: Sequence[Unit], runs: Sequence[tuple[int, int]], asked: Asked) -> float:
    """Return the share of the question's words that passages take up."""
    return _taken_up(lemmas_of(units, runs), asked.words) / asked.total


def _from_anybody(units: Sequence[Unit], at: int, asked: Asked) -> _Found | None:
    """Return the sentence that takes up most of a question's words, of whoever says it in the time in which that can be an answer."""
    question = asked.question
    best, best_share, another = -1, 0.0, False
    for i, unit in enumerate(units[at + 1 :], at + 1):
        delay = unit.time - question.time
        if delay > 2 * SOON:
            break  # what then has its words is on something else, as every one of four such in real calls was
        if question.where == "turn" and not same_place(unit, question) and _calls_the_next([unit]):
            break
        another = another or asks(unit) and unit.where == question.where and unit.words >= LEAST_WORDS
        if unit.participant == question.participant or asks(unit) or is_procedure(unit) or _RELAYS.search(unit.text) or unit.where == question.where == "message" and _TO_ANOTHER.match(unit.span.doc.text):
            continue  # who asked this in the chat and is spoken to by name was looked for before
        share = _taken_up(frozenset(unit.lemmas), asked.words) / asked.total
        if goes_on_from_elsewhere(straight(unit.text)) or _WHY.search(question.text) and asked.form is not None and asked.form.search(straight(unit.text)) is None:
            continue  # it goes on from something else, or gives no reason where one was asked for
        if unit.words >= LEAST_WORDS and share >= (FAR_ON if another else PARTLY) and share > best_share + 1e-9:
            best, best_share = i, share
    if best < 0:
        return None
    said = [i for i, unit in enumerate(units) if same_place(unit, units[best])]
    answered = best_share >= ANSWERED and not _is_followed_by_a_loss(units, best)
    return "answered" if answered else "replied" if _says_that_it_replies(units[said[0]]) else "partly", (with_neighbours(units, best, said, asked),)


def _is_followed_by_a_loss(units: Sequence[Unit], answer: int) -> bool:
    """Tell whether whoever answers says in the same breath that they do not know."""
    return any(is_at_a_loss(unit) for unit in units[answer : answer + 3] if same_place(unit, units[answer]))


def _said_next(units: Sequence[Unit], at: int, asked: Asked) -> tuple[list[int], bool]:
    """Return the sentences of whoever takes up a spoken question, as places in ``units``, and whether that was at once.

    Those who only nod, ask back or give somebody the floor are passed over; nobody takes up a question
    that its asker goes on from, or that is put off.
    """
    question = asked.question
    at = _put_again(units, at, asked)
    added, since, since_reply = 0, units[at].time, 0
    said: list[int] = []
    turns: set[int] = set()
    others: set[str] = set()
    for i in range(at + 1, len(units)):
        unit = units[i]
        if unit.where != "turn":
            continue
        if unit.time - since > (LASTS if unit.index in turns else SOON):
            break
        if unit.participant == question.participant:
            since_reply += unit.words if said else 0
            if said and (asks(unit) or since_reply > NODDED):
                break  # what comes then is on another question, or replies to what was said since
            if not said:
                added, since = added + unit.words, unit.time
            if added > GOES_ON:
                return [], False
            continue
        if others and unit.participant not in others and any(asks(other) for other in units[i : i + 4 * ANSWERING] if same_place(other, unit)):
            break  # what comes then is on a third person's question
        others.add(unit.participant)
        if not said:
            turn = [other for other in units[i : i + 4 * ANSWERING] if other.where == "turn" and other.index == unit.index]
            if any(map(_defers, turn[:3])):
                return [], False
            if _passes_on(turn):
                continue
            if _calls_the_next(turn):
                return [], False
            if not any((other.words >= SAYS and can_answer(other)) or is_direct(other, asked) or is_at_a_loss(other) for other in turn):
                continue
        elif unit.participant != units[said[0]].participant:
            continue
        elif unit.index not in turns and len(turns) == TURNS:
            break
        elif unit.start == 0 and _passes_on([other for other in units[i : i + 4 * ANSWERING] if same_place(other, unit)]):
            said = []  # whoever is called upon then answers
            continue
        turns.add(unit.index)
        said.append(i)
        since_reply = 0
    at_once = bool(said) and added <= ADDED and units[said[0]].time - since <= AT_ONCE and (asks(question) or _WONDERS.search(question.text) is not None)
    return said, at_once


def _put_again(units: Sequence[Unit], at: int, asked: Asked) -> int:
    """Return where a question is put once more in the same breath, in other words: from there its asker waits."""
    breath = [i for i in range(at, min(len(units), at + BREATH)) if same_place(units[i], asked.question)]
    again = max((i for i in breath if asks(units[i]) and len(asked.words.keys() & set(units[i].lemmas)) >= SHARED), default=at)
    further = [i for i in breath if i > again and asks(units[i])]
    return further[0] if further == breath[-1:] and unnamed([units[further[0]]]) else again  # "so how much did you speak to them?"


def _passes_on(turn: Sequence[Unit]) -> bool:
    """Tell whether a turn does little but give a question to somebody else, or adds to it."""
    return sum(unit.words for unit in turn) <= GOES_ON and (any(_PASSES_ON.search(unit.text) for unit in turn) or _ADDS_TO_IT.match(turn[0].text) is not None)


def _calls_the_next(turn: Sequence[Unit]) -> bool:
    """Tell whether a turn does little but go on to the next question or item: whoever speaks then takes up that one."""
    return sum(unit.words for unit in turn) <= ADDED and any(_NEXT_ONE.search(unit.text) for unit in turn)


def _written(session: Session, units: Sequence[Unit], at: int, asked: Asked) -> list[int]:
    """Return the sentences of the chat that others wrote as replies to a question there, by the platform's mark or by whom
    they speak to: "@Thandi - the form is new"."""
    question = units[at]
    asker = next((person for person in session.participants if person.id == question.participant), None)
    names = asker.name.split() if asker else []
    codes = "".join(rf"|@\s?{re.escape(code)}\b" for code in (*asker.codes, *sorted(initials(asker.name)))) if asker else ""
    spoken_to = re.compile(rf"\W*(?:@\s?{re.escape(' '.join(names))}\b|@\s?{re.escape(names[0])}\b|{re.escape(names[0])}\s*(?:[:,]|\s[–—-]\s){codes})", re.I) if names else None
    put, said = {question.index}, list[int]()
    thread = session.messages[question.index].reply_to
    goes_on = next((message for message in session.messages[question.index + 1 :] if thread is not None and message.reply_to == thread and message.participant != question.participant), None)
    for i, unit in enumerate(units[at + 1 :], at + 1):
        if unit.where != "message" or unit.index == question.index:
            continue
        if unit.time - question.time > LATER:
            break
        if unit.participant == question.participant:
            if asks(unit):
                spoken_to = None  # who is spoken to then may be answered that
            elif unit.time - question.time <= SAME_BREATH:
                put.add(unit.index)  # what replies to the rest of the message replies to the question in it
            continue
        message = session.messages[unit.index]
        addressed = message.reply_to is None and spoken_to is not None and spoken_to.match(message.text) is not None
        in_thread = message is goes_on and message.time - question.time <= SOON
        if (message.reply_to in put or addressed or in_thread) and (unit.words >= LEAST_WORDS or is_direct(unit, asked)):
            said.append(i)
    return said


def _said_to_reading(units: Sequence[Unit], at: int, asked: Asked, *, flat: bool) -> tuple[int, list[int]]:
    """Return where a question of the chat was read out in other words, with a question mark or, where more of it is spoken,
    ``flat``, without, and what the next speaker says after that."""
    question, wanted = asked.question, asked.words
    first = next(i for i in range(at, -1, -1) if i == 0 or units[i - 1].time < question.time - CLOCKS)

    least = (READ_OUT_FLAT if flat else READ_OUT) * asked.total
    read = next((i for i, unit in enumerate(units[first:], first) if unit.where == "turn" and (flat or asks(unit))
                 and sum(weight * alike(lemma, frozenset(unit.lemmas)) for lemma, weight in wanted.items()) >= least), None)  # fmt: skip
    if read is None or units[read].time - question.time > LATER:
        return at, []
    following = [i for i, unit in enumerate(units[read + 1 : read + 4 * ANSWERING], read + 1) if unit.where == "turn" and unit.index > units[read].index]
    if not following or units[following[0]].time - units[read].time > AT_ONCE or units[following[0]].participant == units[read].participant:
        return at, []
    first_turn = [i for i in following if same_place(units[i], units[following[0]])][:ANSWERING]
    if any(_defers(units[i]) for i in first_turn):
        return at, []
    said = first_turn if _says_much(units, first_turn) else _after_asking_back(units, following, question.participant)
    return (read, said) if said else (at, [])


def _after_asking_back(units: Sequence[Unit], following: Sequence[int], asker: str) -> list[int]:
    """Return what those who took up a question that was read out say in their next turn, where they first only asked back and the ``asker`` explained it."""
    replier = units[following[0]].participant
    between = next((i for i in following if units[i].participant != replier), None)
    if between is None or units[between].participant != asker:
        return []
    turn = next((_turn_at(units, i)[:ANSWERING] for i in following if i > between and units[i].participant == replier), [])
    return turn if turn and units[turn[0]].time - units[between].time <= SOON and _says_much(units, turn) else []


def _says_much(units: Sequence[Unit], said: Sequence[int]) -> bool:
    return any(units[i].words >= SAYS and can_answer(units[i]) for i in said)


def is_put(unit: Unit) -> bool:
    """Tell whether a sentence asks something outright, or says that somebody does, without losing its thread: of words that
    only rise at their end, or go round, nobody who was not there can tell what was asked."""
    asked = is_built_as_question(unit) or _RELAYS.search(unit.text) is not None or _ANYBODY.match(unit.text) is not None
    return asked and not _goes_round(unit) and _BEGUN_TWICE.search(unit.text) is None


def _goes_round(unit: Unit) -> bool:
    """Tell whether somebody says two words twice in a row, the second time in another form: "through schemes, through scheme"."""
    said = [(token.lower_, token.lemma_.casefold()) for token in unit.tokens if token.is_alpha]
    return any(
        [base for _, base in said[i : i + 2]] == [base for _, base in said[i + 2 : i + 4]] and said[i : i + 2] != said[i + 2 : i + 4]
        for i in range(len(said) - 3)
    )


def reads_out(units: Sequence[Unit], at: int, asked: int) -> bool:
    """Tell whether the spoken ``units[at]`` is the question ``units[asked]`` of the chat, read out."""
    spoken, written = units[at], units[asked]
    if spoken.where != "turn" or written.where != "message" or not -CLOCKS <= spoken.time - written.time <= LATER:
        return False
    wanted = {lemma: rarity(lemma) for lemma in written.lemmas}
    own = {lemma: rarity(lemma) for lemma in spoken.lemmas}
    shared = sum(wanted[lemma] for lemma in sorted(own.keys() & wanted.keys()))
    # Who reads a question out says so, or says most of it and little else: another's question has words of its own.
    says_so = _RELAYS.search(spoken.text) is not None
    return bool(wanted) and shared >= READ_OUT * sum(wanted.values()) and (says_so or shared >= READ_OUT_FLAT * sum(own.values()))


def _defers(unit: Unit) -> bool:
    return _DEFERS.search(unit.text) is not None


def _taken_up(own: frozenset[str], wanted: Mapping[str, float]) -> float:
    """Return the weight of the question's words that what was said takes up, by its lemmas; nothing if these are
    too few, or all that it has."""
    shared = own & wanted.keys()
    if len(shared) < min(SHARED, len(wanted)) or says_again(own, wanted):
        return 0.0
    return sum(wanted[lemma] for lemma in sorted(shared))
