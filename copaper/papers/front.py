"""What a paper says of itself: what it is on, how it was made, and what it withholds.

In plain words, for readers who know neither the program nor the community; nothing is said of
the community that its registry entry does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from copaper.communities import Community, Policy
from copaper.namewords import KNOWN_ABBREVIATIONS
from copaper.papers import abbreviations, participation
from copaper.papers.doubtful import perhaps_misheard
from copaper.papers.wording import counted, day, listed, number, sentence
from copaper.privacy import SMALLEST_GROUP, Privacy
from copaper.records import ExportKind, Session
from copaper.voices import PARTS, PRESENTER, presenting

_EXPORTS = {
    ExportKind.TRANSCRIPT: "the recording's transcript", ExportKind.CHAT: "the chat", ExportKind.ATTENDANCE: "the attendance report",
    ExportKind.QUESTIONS: "the list of questions", ExportKind.POLL: "the polls",
}  # fmt: skip
_CHATHAM_HOUSE = "The session was held under the Chatham House rule: neither speakers nor their organisations are shown, and names of people, and of the organisations that they are known to belong to, are withheld where they were recognised."
_WITHHELD = "Names of people, whether they took part or were spoken of, are withheld where they were recognised."
_BODIES_BY = (
    " Organisations are withheld {lists}that somebody was said to belong to, or whose name shows what they are, as a university's does;"
    " whether another that was only mentioned is somebody's own cannot be known, and its name stands."
)
_UNTOLD = "The exports do not tell who spoke, so no speaker is named."
_SOMEBODY = "A person from "
LITTLE_TOLD = "The transcript does not show where sentences end, so this is an outline: topics and times by which the rest is found in the recording, and what was asked and shared in writing. A transcript with full stops would make it a full paper."
"""What the cover says of a session whose transcript has few full stops."""
_OUTLINED = (
    "{}. As the transcript does not show where sentences end, no sentence was chosen from it: an agenda and plans, where any are told here, were found by the words with which people tell them, and "
    "of questions only those in the chat are told, with the notes that somebody kept there. A topic is called by words that were said together more than once or stand in the chat, else by when it began. No language model wrote anything of it. What is quoted is shortened, not reworded: fillers and repetitions are left out, and three dots mark where words were cut off before "
    "or behind it. The words as they were spoken or written are in the evidence annex."
)
_NOT_TOLD = "What else was said is not told here. "
"""How an outline is made, and what it leaves to the recording."""
_BY_TALK = " Who is called {} is known by what was said."
MISHEARD = 8
"""Words that may be misheard of which the organisers are told, at most."""
FEW, ALL, MAIN = 6, 8, 5
"""Topics that the first sentence names all of if something is told of one, those of which something is told that it names all of, and how many where there are more."""


def policy_of(session: Session, privacy: Privacy) -> str:
    """Return how the paper speaks of people, as far as the exports give it occasion to."""
    if privacy.policy is Policy.CHATHAM_HOUSE:
        return _CHATHAM_HOUSE
    if participation.untold(session):
        return _UNTOLD if privacy.policy is Policy.NAMED else f"{_UNTOLD} {_WITHHELD}"
    if privacy.policy is Policy.NAMED:
        return "Speakers are named."
    return f"{_shown_by(session, privacy)} {_WITHHELD}"


def _shown_by(session: Session, privacy: Privacy) -> str:
    """Return by what the paper tells speakers and writers from each other: role, province or organisation."""
    heard = {turn.participant for turn in session.turns} | {message.participant for message in session.messages}
    people = [(person, shown) for person in session.participants if person.id in heard and (shown := privacy.attribution(person.id))]
    places = [name for name in ("province", "organisation") if any((place := getattr(person, name)) and shown.endswith(f" {place}") for person, shown in people)]
    told_by_talk = _told_by_talk(session, privacy)
    by_place = [shown for _, shown in people if shown.startswith(_SOMEBODY)]
    if participation.all_alike_called(session, privacy):
        return f"Speakers are not named, and no export tells their roles.{told_by_talk}"
    if not places:
        return f"Speakers are shown by their role.{told_by_talk}"
    both = f", by {'both' if len(places) == 1 else 'more than one of these'} only where at least three people share them" if any(", " in called for _, called in people) else ""
    hidden = f" “{_SOMEBODY.strip()} …” stands where the role would give the person away." if by_place else ""
    return f"Speakers are shown by their {' or '.join(('role', *places))}{both}.{hidden}{told_by_talk}"


def _told_by_talk(session: Session, privacy: Privacy) -> str:
    """Return which parts people are called by that only the talk tells, or an empty string."""
    called = {privacy.part(item.participant) for item in (*session.turns, *session.messages)}
    themes = privacy.findings.themes if privacy.findings else ()
    if any(privacy.presenting(one.participant) == PRESENTER for one in presenting(session, [span for theme in themes for span in theme.spans])):
        called.add(PRESENTER)
    parts = [part.lower() for part in PARTS if part in called]
    return _BY_TALK.format(" or ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))) if parts else ""


def _names_by(session: Session, privacy: Privacy) -> str:
    """Return from what names are known, and organisations under the rule that has them withheld."""
    lists = "the session's list of people" if participation.roll_is_known(session) else "the exports' speakers and writers" if any(person.name for person in session.participants) else ""
    sources = listed([*([lists] if lists else []), "a list of given names", "how people are spoken to and of"])
    told = f" Names are recognised by {sources}; where in doubt, a word is withheld. A web address that holds a name, or leads to somebody's own page, is withheld whole."
    if privacy.policy is Policy.CHATHAM_HOUSE:
        told += _BODIES_BY.format(lists="that stand in the exports' lists, " if any(person.organisation for person in session.participants) else "")
    return told


def date_is_known(session: Session) -> bool:
    """Tell whether more than the folder's name says on which day the session was."""
    return session.facts.get("start known from") != "not known" or "date known from" in session.facts


def to_fill_in(session: Session, community: Community, printed: str = "", safe: Callable[[str], str] = str) -> list[str]:
    """Return what only the organisers can tell and have not, in sentences: the paper is without it, or has it from
    the folder's name alone. ``printed`` is the paper's text, whose abbreviations may need explaining; what
    ``safe`` would withhold is not told."""
    fields = (
        (community.purpose, "what the community is for (purpose)"), (community.audience, "whom its papers are for (audience)"),
        (community.consent, "what participants agreed to (consent)"), (community.licence, "how the paper may be used (licence)"),
    )  # fmt: skip
    missing = [words for value, words in fields if not value.strip()]
    told = [f"Please add to community.yaml {listed(missing)}: the paper says nothing of {'it' if len(missing) == 1 else 'these'}."] if missing else []
    if not date_is_known(session):
        told.append(f"No export tells the date: {day(session.start.date())} is that of the session's folder. Please confirm it with “start” in session.yaml.")
    if month := session.facts.get("month said"):
        told.append(f"The welcome says that the session is of {month}; the date of its folder is {day(session.start.date())}. Please see which is right.")
    if other := [words for kind, words in _EXPORTS.items() if any(s.kind is kind and n.code == "other-day" for s in session.sources for n in s.warnings)]:
        told.append(f"By {'its date' if len(other) == 1 else 'their dates'}, {listed(other)} {'is' if len(other) == 1 else 'are'} of another day than the session's folder. Please see whether the right files lie there.")
    if participation.unlisted(session):
        told.append("Some who spoke or wrote are on no attendance report. If the report has them under another name, add it to “also” of that person under “people” in session.yaml: they are counted twice otherwise.")
    known, people = abbreviations.known_in(session, community, printed, str), abbreviations.of_people(session)
    misheard = {heard: meant for heard, meant in misheard_in(session, community, printed).items() if safe(heard) == heard and safe(meant) == meant}
    if unexplained := abbreviations.to_explain(printed, known, {*people, *misheard, *re.findall(r"\w+", f"{community.publisher} {community.name}")}):
        told.append(f"Nothing explains {listed(unexplained, 'or')}: please add to “abbreviations” in community.yaml what readers may not know.")
    if misheard:
        told.append(f"Perhaps misheard: {listed([f'“{heard}” for {meant}' for heard, meant in misheard.items()][:MISHEARD])}. Please see what was said.")
    return told


def misheard_in(session: Session, community: Community, printed: str) -> dict[str, str]:
    """Return the words of the ``printed`` text that may be misheard, each with what may have been said."""
    return perhaps_misheard(session, printed, {*abbreviations.known_in(session, community, printed, str), *abbreviations.of_people(session), *KNOWN_ABBREVIATIONS})


def about(session: Session, topics: list[str], *, of: int = 0, who: bool = True) -> str:
    """Return ``who`` was there, unless large numbers beside it say that and there is more to tell, and what the talk was of: ``topics``, in time, and that they are some ``of`` so many."""
    if not topics:
        return _who_was_there(session)
    among, named = f", among {counted(of, 'topic')}" if of > len(topics) else "", listed([f"“{topic}”" for topic in topics])
    minutes = round(participation.talked(session) / 60)
    if not who and not participation.untold(session):
        took = f"In {counted(minutes, 'minute')} people" if minutes else "People"
        return f"{took} {'spoke' if session.turns else 'wrote'} of {named}{among}."
    if among:
        return f"{_who_was_there(session)} Among the {number(of)} topics {'were' if len(topics) > 1 else 'was'} {named}."
    return f"{_who_was_there(session)} The {'topics were' if len(topics) > 1 else 'topic was'} {named}."


def _who_was_there(session: Session) -> str:
    spoke = len(participation.speakers(session))
    there = len(participation.people_there(session))
    minutes = round(participation.talked(session) / 60)
    of_minutes = f" of {counted(minutes, 'minute')}" if minutes else ""
    known = participation.roll_is_known(session)
    new = len(participation.unlisted(session))
    if several := there and new >= SMALLEST_GROUP:
        first = f"{counted(there - new, 'person', 'people')} {'is' if there - new == 1 else 'are'} on the attendance report of this session{of_minutes}, and {number(new)} more {participation.heard(session)}"
    elif there:
        did = "took part" if known else participation.heard(session)
        first = f"{counted(there, 'person', 'people')} {did} in this session{of_minutes}"
    else:
        first = f"The session took {counted(minutes, 'minute')}" if minutes else "This paper is on one session"  # that no export tells who was there is said with the method
    if spoke > 1 and (known or session.messages):
        of_them = f"{'all' if spoke == there else number(spoke)} of them spoke"
        first += f"; {of_them if spoke == there else f'{number(spoke)} of these {number(there)} spoke'}." if several else f", and {of_them}."
    elif participation.untold(session):
        first += "; the transcript does not tell who spoke." if there else "."
    elif there and not spoke and known:
        first += ", in writing."
    else:
        first += "."
    return first


def imprint(session: Session, community: Community, privacy: Privacy, printed: str, *, final: bool) -> tuple[tuple[str, str], ...]:
    """Return what stands inside the cover, each with its heading; ``printed`` is the paper's text, whose abbreviations are spelt out."""
    items = [("About this community", sentence(community.purpose))] if community.purpose else []
    if community.audience:
        items.append(("Who it is for", sentence(community.audience)))
    if community.licence:
        items.append(("Licence", f"{community.licence}. You may share and adapt this paper if you name its source." if community.licence.casefold().startswith("cc by") else sentence(community.licence)))
    items += [
        ("How it was made", f"Copaper, a program, drafted this paper from {_read_from(session)}. " + ("Reviewers have approved it." if final else "It is a draft until reviewers approve it.")),
        ("Privacy", policy_of(session, privacy) + " E-mail addresses, telephone and identity numbers are never shown."),
    ]
    if community.consent:
        items.append(("Consent", sentence(community.consent)))
    if spelt_out := [(short, long) for short, long in abbreviations.explained(printed, abbreviations.known_in(session, community, printed, privacy.text)) if privacy.text(long) == long]:
        items.append(("Abbreviations", sentence("; ".join(f"{short}: {long}" for short, long in spelt_out))))
    return tuple(items)


def _read_from(session: Session) -> str:
    kinds = {source.kind for source in session.sources}
    return listed([words for kind, words in _EXPORTS.items() if kind in kinds]) or "what the webinar left behind"


_SEEMS = "“Seems settled” stands where whoever led said what is done and others went along, without anybody saying that it was decided, “Said to be decided” where they did; those who were there know. "


def method(session: Session, community: Community, privacy: Privacy, *, left_out: int, other_languages: int, cards: bool, model: str, files: str = "", outline: bool = False, letters: bool = False, settled_in_passing: bool = False, beside: str = "") -> list[tuple[str, str]]:
    """Return the paragraphs on how the paper was made and what it cannot tell, each with its style; ``beside`` tells what of the session belongs to no topic."""
    words = sum(len(turn.text.split()) for turn in session.turns)
    written = f" and {counted(len(session.messages), 'chat message')}" if session.messages else ""
    read = f"Copaper read {_read_from(session)}: {number(words)} words of speech{written}. It divided the session where the topic changes"
    made = _OUTLINED.format(read) if outline else (
        f"{read} and chose sentences, or several that somebody said one after another, that tell something to "
        "people who were not there. No language model wrote anything of it: a statistical model of English grammar reads the sentences, and rules choose among them, with small models that learnt which ones readers understand and keep. Whether a sentence is a practice, a lesson, a question or something else was judged by its own words; where these do not say so outright, "
        "it stands with its topic only. What was said is shortened, not reworded, in quotations too: fillers, repetitions, some false starts and what only leads up to a sentence are left out, what was cut at its end is marked by three dots, and only capitals, full stops, quotation marks and the way of writing numbers are set anew. "
        + ("The titles of some cards turn a verb of the sentence into a heading. " if cards else "")
        + f"The words as they were {' or '.join(verb for verb, some in (('spoken', session.turns), ('written', session.messages)) if some) or 'written'} are in the evidence annex."
    )
    limits = f"{counted(left_out, 'further sentence')} that seemed less certain {'was' if left_out == 1 else 'were'} left out, though {'it may stand' if left_out == 1 else 'some may stand'} within a longer quotation. " if left_out else "All that was found is in this paper. "
    limits = _NOT_TOLD if outline else limits
    limits += _SEEMS if settled_in_passing else ""
    limits += "Speech recognition mishears names and terms, and a short quotation cannot carry its whole context: where in doubt, go by the recording."
    told_of_people = policy_of(session, privacy)
    known = session.facts.get("start known from", "the exports")
    if known == "not known":
        told = "The date was said in the session; at what time it began, the exports do not say." if date_is_known(session) else "The exports do not say when that was; the date is that of the session's folder."
        times = f"Times are counted from the start of the recording. {told}"
    else:
        times = f"Times are counted from the start of the session at {session.start:%H:%M} on {day(session.start.date())} ({session.timezone}), known from {known}."
    times += f" {beside}" if beside else ""
    if not participation.people_there(session):
        spoke = "" if _UNTOLD in told_of_people else ", nor who spoke"  # said once
        times += f" The exports do not tell who took part{spoke}."
    elif not participation.roll_is_known(session):
        times += " The exports do not tell how many listened."
    if session.direct_messages_dropped:
        times += f" {counted(session.direct_messages_dropped, 'direct message')} in the chat log {'was' if session.direct_messages_dropped == 1 else 'were'} not read."
    if other_languages:
        times += f" {counted(other_languages, 'passage')} that {'seems' if other_languages == 1 else 'seem'} not to be in English {'was' if other_languages == 1 else 'were'} left out."
    if privacy.policy is not Policy.NAMED:
        told_of_people += " Letters tell apart people who are called alike within a topic or list, and begin anew with each." if letters else ""
        told_of_people += _names_by(session, privacy)
        told_of_people += f" No list knows every name: if you find one that slipped through, please tell {community.publisher or community.name}."
    return [("body", made), ("body", limits), ("body", times), ("body", told_of_people), ("note", f"For archives: sentences were read with the grammar model {model} of spaCy{f'; lines are those of {files}, by the first eight digits of each file’s SHA-256' if files else ''}.")]
