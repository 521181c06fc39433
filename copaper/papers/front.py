"""What a paper says of itself: what it is on, how it was made, and what it withholds.

In plain words, for readers who know neither the program nor the community; nothing is said of
the community that its registry entry does not hold.
"""

from __future__ import annotations

from copaper.communities import Community, Policy
from copaper.papers import participation
from copaper.papers.wording import counted, day, listed, number, sentence
from copaper.privacy import ROLE_NAMES, Privacy
from copaper.records import ExportKind, Role, Session

_EXPORTS = {
    ExportKind.TRANSCRIPT: "the recording's transcript", ExportKind.CHAT: "the chat", ExportKind.ATTENDANCE: "the attendance report",
    ExportKind.QUESTIONS: "the list of questions", ExportKind.POLL: "the polls",
}  # fmt: skip
_CHATHAM_HOUSE = "The session was held under the Chatham House rule: neither speakers nor their organisations are shown, and names of people, and of the organisations that they are known to belong to, are withheld where they were recognised."
_WITHHELD = "Names of people, whether they took part or were spoken of, are withheld where they were recognised."
_BODIES_BY = (
    " Organisations are known {lists}that somebody was said to belong to, or whose name shows what they are, as a university's does;"
    " of another that was only spoken of nothing tells for certain whether it is somebody's, and its name stands."
)
_UNTOLD = "The exports do not tell who spoke, so no speaker is named."
_SOMEBODY = "A person from "
_NOBODY = ROLE_NAMES[Role.ATTENDEE]
"""What everybody is called of whom the exports tell nothing more."""
MAIN = 5
"""Topics that the first sentence names."""


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
    by_place = [shown for _, shown in people if shown.startswith(_SOMEBODY)]
    roles = {shown.partition(",")[0] for _, shown in people if shown not in by_place}
    if not places and roles <= {_NOBODY}:
        return f"Speakers are not told apart: the paper calls each of them a {_NOBODY.lower()}."
    if not places:
        return "Speakers are shown by their role."
    both = f", by {'both' if len(places) == 1 else 'more than one of these'} only where at least three people share them" if any(", " in shown for _, shown in people) else ""
    hidden = f" “{_SOMEBODY.strip()} …” is somebody whose role would tell too much there." if by_place else ""
    return f"Speakers are shown by their {' or '.join(('role', *places))}{both}.{hidden}"


def _names_by(session: Session, privacy: Privacy) -> str:
    """Return from what names are known, and organisations under the rule that has them withheld."""
    lists = "the session's list of people" if participation.roll_is_known(session) else "the exports' speakers and writers" if any(person.name for person in session.participants) else ""
    sources = listed([*([lists] if lists else []), "a list of given names", "how people are spoken to and of"])
    told = f" Names are known from {sources}; in doubt a word is withheld. A web address that holds a name, or leads to somebody's own page, is withheld whole."
    if privacy.policy is Policy.CHATHAM_HOUSE:
        told += _BODIES_BY.format(lists="that stand in the exports' lists, " if any(person.organisation for person in session.participants) else "")
    return told


def to_fill_in(session: Session, community: Community) -> str:
    """Return what only the organisers can tell and have not: the paper is without it, or has it from the folder's name alone."""
    fields = (
        (community.purpose, "what the community is for (purpose)"), (community.audience, "whom its papers are for (audience)"),
        (community.consent, "what participants agreed to (consent)"), (community.licence, "how the paper may be used (licence)"),
    )  # fmt: skip
    missing = [words for value, words in fields if not value.strip()]
    told = [f"community.yaml leaves open {listed(missing)}: the paper says nothing of {'it' if len(missing) == 1 else 'these'}."] if missing else []
    if session.facts.get("start known from") == "not known":
        told.append(f"No export tells the date: {day(session.start.date())} is that of the session's folder, and stands on the cover and in the citation. Please confirm it, or set “start” in session.yaml.")
    return " ".join(told)


def about(session: Session, topics: list[str]) -> str:
    """Return who was there and what the talk was of."""
    spoke = len(participation.speakers(session))
    there = len(participation.people_there(session))
    minutes = round(session.duration / 60)
    of_minutes = f" of {counted(minutes, 'minute')}" if minutes else ""
    known = participation.roll_is_known(session)
    if there:
        did = "took part" if known else participation.heard(session)
        first = f"{counted(there, 'person', 'people')} {did} in this session{of_minutes}"
    else:
        first = f"This paper is on a session{of_minutes}"  # that no export tells who was there is said with the method
    if spoke > 1 and (known or session.messages):
        first += f", and {'all' if spoke == there else number(spoke)} of them spoke."
    elif participation.untold(session):
        first += "; the transcript does not tell who spoke." if there else "."
    elif there and not spoke and known:
        first += ", in writing."
    else:
        first += "."
    if there and not known:
        first += " How many listened is not known."
    if not topics:
        return first
    named = listed([f"“{topic}”" for topic in topics[:MAIN]])
    return f"{first} The {'main topics were' if len(topics) > MAIN else 'topics were' if len(topics) > 1 else 'topic was'} {named}."


def imprint(session: Session, community: Community, privacy: Privacy, *, final: bool) -> tuple[tuple[str, str], ...]:
    """Return what stands inside the cover, each with its heading."""
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
    return tuple(items)


def _read_from(session: Session) -> str:
    kinds = {source.kind for source in session.sources}
    return listed([words for kind, words in _EXPORTS.items() if kind in kinds]) or "what the webinar left behind"


def method(session: Session, community: Community, privacy: Privacy, *, left_out: int, other_languages: int, cards: bool, model: str) -> list[tuple[str, str]]:
    """Return the paragraphs on how the paper was made and what it cannot tell, each with its style."""
    words = sum(len(turn.text.split()) for turn in session.turns)
    written = f" and {counted(len(session.messages), 'chat message')}" if session.messages else ""
    made = (
        f"Copaper read {_read_from(session)}: {number(words)} words of speech{written}. It divided the session where the topic changes and chose sentences that tell something to "
        "people who were not there. Whether a sentence is a practice, a lesson, a question or something else it judged by the sentence's own words; where these do not say so outright, "
        "it stands with its topic only. What was said is shortened, not reworded: fillers, repetitions, some false starts and what only leads up to a sentence are left out, what was cut at its end is marked by three dots, and only capitals and full stops are set anew. "
        + ("The titles of cards turn a verb of the sentence into a heading. " if cards else "")
        + f"The words as they were {' or '.join(verb for verb, some in (('spoken', session.turns), ('written', session.messages)) if some) or 'written'} stand in the evidence annex."
    )
    limits = f"{counted(left_out, 'further sentence')} that seemed less certain {'is' if left_out == 1 else 'are'} not told as findings, though {'it' if left_out == 1 else 'some'} may be quoted. " if left_out else "All that was found stands in this paper. "
    limits += "Speech recognition mishears names and terms, and a short quote cannot carry its whole context: in doubt the recording counts."
    told_of_people = policy_of(session, privacy)
    known = session.facts.get("start known from", "the exports")
    if known == "not known":
        times = "Times count from the start of the recording; the exports do not tell at what time of day it began, and the date is that of the session's folder."
    else:
        times = f"Times count from the start of the session, {session.start:%H:%M} on {day(session.start.date())} ({session.timezone}), which is known from {known}."
    if not participation.people_there(session):
        spoke = "" if _UNTOLD in told_of_people else ", nor who spoke"  # said once
        times += f" The exports do not tell who took part{spoke}."
    if session.direct_messages_dropped:
        times += f" {counted(session.direct_messages_dropped, 'direct message')} in the chat log {'was' if session.direct_messages_dropped == 1 else 'were'} not read."
    if other_languages:
        times += f" {counted(other_languages, 'passage')} that {'seems' if other_languages == 1 else 'seem'} not to be in English {'was' if other_languages == 1 else 'were'} left out."
    if privacy.policy is not Policy.NAMED:
        told_of_people += _names_by(session, privacy)
        told_of_people += f" No list knows every name: whoever finds one that slipped through is asked to tell {community.publisher or community.name}."
    return [("body", made), ("body", limits), ("body", times), ("body", told_of_people), ("note", f"Language model: {model}.")]
