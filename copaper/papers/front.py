"""What a paper says of itself: what it is on, how it was made, and what it withholds.

In plain words, for readers who know neither the program nor the community; nothing is said of
the community that its registry entry does not hold.
"""

from __future__ import annotations

from copaper.communities import Community, Policy
from copaper.papers import participation
from copaper.papers.wording import counted, day, listed, number, sentence
from copaper.records import ExportKind, Session

_EXPORTS = {
    ExportKind.TRANSCRIPT: "the recording's transcript", ExportKind.CHAT: "the chat", ExportKind.ATTENDANCE: "the attendance report",
    ExportKind.QUESTIONS: "the list of questions", ExportKind.POLL: "the polls",
}  # fmt: skip
_POLICIES = {
    Policy.NAMED: "Speakers are named.",
    Policy.ROLES: "Speakers are shown by their role or province, by both only where at least three people share them; names of people, whether they took part or were spoken of, are withheld where they were recognised.",
    Policy.CHATHAM_HOUSE: "The session was held under the Chatham House rule: neither speakers nor their organisations are shown, and names of people, and of the organisations that they are known to belong to, are withheld where they were recognised.",
}
_NAMES_BY = (
    " Names are known from the session's list of people, from a list of given names, and from how people are spoken to and of; in doubt a word is withheld."
    " A web address that holds a name, or leads to somebody's own page, is withheld whole."
)
_BODIES_BY = (
    " Organisations are known that stand in the exports' lists, that somebody was said to belong to, or whose name shows what they are, as a university's does;"
    " of another that was only spoken of nothing tells for certain whether it is somebody's, and its name stands."
)
_UNTOLD = "The exports do not tell who spoke, so no speaker is named."
MAIN = 5
"""Topics that the first sentence names."""


def policy_of(session: Session, community: Community) -> str:
    """Return how the paper speaks of people."""
    return _UNTOLD if community.privacy is Policy.NAMED and participation.untold(session) else _POLICIES[community.privacy]


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


def imprint(session: Session, community: Community, *, final: bool) -> tuple[tuple[str, str], ...]:
    """Return what stands inside the cover, each with its heading."""
    items = [("About this community", sentence(community.purpose))] if community.purpose else []
    if community.audience:
        items.append(("Who it is for", sentence(community.audience)))
    if community.licence:
        items.append(("Licence", f"{community.licence}. You may share and adapt this paper if you name its source." if community.licence.casefold().startswith("cc by") else sentence(community.licence)))
    items += [
        ("How it was made", f"Copaper, a program, drafted this paper from {_read_from(session)}. " + ("Reviewers have approved it." if final else "It is a draft until reviewers approve it.")),
        ("Privacy", policy_of(session, community) + " E-mail addresses, telephone and identity numbers are never shown."),
    ]
    if community.consent:
        items.append(("Consent", sentence(community.consent)))
    return tuple(items)


def _read_from(session: Session) -> str:
    kinds = {source.kind for source in session.sources}
    return listed([words for kind, words in _EXPORTS.items() if kind in kinds]) or "what the webinar left behind"


def method(session: Session, community: Community, *, left_out: int, other_languages: int, cards: bool, model: str) -> list[tuple[str, str]]:
    """Return the paragraphs on how the paper was made and what it cannot tell, each with its style."""
    words = sum(len(turn.text.split()) for turn in session.turns)
    written = f" and {counted(len(session.messages), 'chat message')}" if session.messages else ""
    made = (
        f"Copaper read {_read_from(session)}: {number(words)} words of speech{written}. It divided the session where the topic changes and chose sentences that tell something to "
        "people who were not there. Whether a sentence is a practice, a lesson, a question or something else it judged by the sentence's own words; where these do not say so outright, "
        "it stands with its topic only. What was said is shortened, not reworded: fillers, repetitions, some false starts and what only leads up to a sentence are left out, what was cut at its end is marked by three dots, and only capitals and full stops are set anew. "
        + ("The titles of cards turn a verb of the sentence into a heading. " if cards else "")
        + "The words as they were spoken or written stand in the evidence annex."
    )
    limits = f"{counted(left_out, 'further sentence')} that seemed less certain {'is' if left_out == 1 else 'are'} not told as findings, though {'it' if left_out == 1 else 'some'} may be quoted. " if left_out else "All that was found stands in this paper. "
    limits += "Speech recognition mishears names and terms, and a short quote cannot carry its whole context: in doubt the recording counts."
    known = session.facts.get("start known from", "the exports")
    if known == "not known":
        times = "Times count from the start of the recording; the exports do not tell at what time of day it began, and the date is that of the session's folder."
    else:
        times = f"Times count from the start of the session, {session.start:%H:%M} on {day(session.start.date())} ({session.timezone}), which is known from {known}."
    if not participation.people_there(session):
        spoke = "" if policy_of(session, community) is _UNTOLD else ", nor who spoke"  # said once
        times += f" The exports do not tell who took part{spoke}."
    if session.direct_messages_dropped:
        times += f" {counted(session.direct_messages_dropped, 'direct message')} in the chat log {'was' if session.direct_messages_dropped == 1 else 'were'} not read."
    if other_languages:
        times += f" {counted(other_languages, 'passage')} that {'seems' if other_languages == 1 else 'seem'} not to be in English {'was' if other_languages == 1 else 'were'} left out."
    privacy = policy_of(session, community)
    if community.privacy is not Policy.NAMED:
        privacy += _NAMES_BY + (_BODIES_BY if community.privacy is Policy.CHATHAM_HOUSE else "")
        privacy += f" No list knows every name: whoever finds one that slipped through is asked to tell {community.publisher or community.name}."
    return [("body", made), ("body", limits), ("body", times), ("body", privacy), ("note", f"Language model: {model}.")]
