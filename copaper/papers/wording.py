"""Small matters of wording that every part of a paper shares."""

from __future__ import annotations

import re
from datetime import date

from copaper.analysis.statements import LEAST_CUT, clause_end
from copaper.records import CorrectionKind, Finding, Kind, Stance
from copaper.textclean import sentences_in

_SHORT = 8
"""Letters of a word that looks lost on a line of a title."""
HEADINGS: dict[Kind, str] = {
    Kind.PRACTICE: "Practices",
    Kind.LESSON: "Lessons",
    Kind.CHALLENGE: "Challenges",
    Kind.RECOMMENDATION: "Recommendations",
    Kind.RESOURCE: "Resources",
    Kind.STORY: "Stories",
    Kind.QUESTION: "Questions",
    Kind.COMMITMENT: "Commitments",
    Kind.DECISION: "Decisions",
}



def number(amount: int) -> str:
    """Return a number in digits, grouped by commas as transcripts have them, or "no"; a paper mixes no words and digits."""
    return f"{amount:,}" if amount else "no"


def counted(amount: int, one: str, many: str = "") -> str:
    """Return ``3 people`` or ``1 person``."""
    return f"{number(amount)} {one if amount == 1 else many or one + 's'}"


def clock(seconds: float) -> str:
    """Return ``1:05:09`` or ``5:09`` into the session."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{secs:02}"


def day(value: date) -> str:
    """Return ``22 September 2020``."""
    return f"{value.day} {value:%B %Y}"


def sentence(text: str) -> str:
    """Return ``text`` with a capital and a full stop."""
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…" else text + "."


def capitalised(text: str) -> str:
    """Return ``text`` with a capital, for words that begin a line and stood within a sentence;
    a name that is written small, as "iPhone" or "ethspec.tools", stays."""
    head = re.split(r"[ —–]", text, maxsplit=1)[0].strip(",;:.!?…")
    return text[:1].upper() + text[1:] if head.replace("'", "").replace("’", "").isalpha() and head.islower() else text


def listed(items: list[str], joint: str = "and") -> str:
    """Return ``a, b and c``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {joint} {items[-1]}" if items else ""


_DATE = re.compile(r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b")


def no_lone_end(text: str) -> str:
    """Return a title whose last word, if it is short, stands on no line alone, and whose date on one line."""
    text = _DATE.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    rest, _, last = text.rpartition(" ")
    return f"{rest}\u00a0{last}" if rest and len(last) <= _SHORT else text


_WITHIN = re.compile(r"“([^“”]+)”|(?<![\w\"])\"(?=\w)([^\"“”]+)\"")


def marked(text: str) -> str:
    """Return words between quotation marks: what they quote has single ones, and a mark without its partner is left out."""
    inside = _WITHIN.sub(lambda found: f"‘{found[1] or found[2]}’", text)
    return f"“{inside.replace('“', '').replace('”', '')}”"


def dotted(text: str) -> str:
    """Return words that were cut within a sentence with three dots at the end, others as they are."""
    return text if text[-1:] in (*".?!…”)", '"') else text.rstrip(",;:–— -") + " …"


def first_sentences(text: str, words: int) -> str:
    """Return as many whole sentences from the first on as have ``words`` words together, or so much of the first."""
    sentences = sentences_in(text)
    kept = sentences[:1]
    for following in sentences[1:]:
        if len(" ".join((*kept, following)).split()) > words:
            break
        kept.append(following)
    return shortened(" ".join(kept), words)


def shortened(text: str, words: int) -> str:
    """Return about the first ``words`` words, up to where a clause ends, with a mark where something was cut; nothing is
    cut for fewer than :data:`~copaper.analysis.statements.LEAST_CUT` words."""
    parts = text.split()
    if len(parts) < words + LEAST_CUT:
        return text
    return " ".join(parts[: clause_end(parts, words) or words]).rstrip(",;:.") + " …"


def first_words(text: str, words: int) -> str:
    """Return the first ``words`` words, by which a text is known again, with a mark if there are more."""
    parts = text.split()
    return text if len(parts) <= words else " ".join(parts[:words]).rstrip(",;:.") + " …"


AGREED, NOT_AGREED, REFUSED = "Agreed. ", "Not agreed. ", "Proposed, not agreed. "
"""Where a statement stands, in front of it: whoever reads no further takes it for nothing else."""
OF_KIND: dict[Kind, str] = {Kind.LESSON: "Lesson. ", Kind.CHALLENGE: "Challenge. ", Kind.RECOMMENDATION: "Recommendation. "}
"""What stands in front of a key message that its list does not tell again."""
STANDINGS = (AGREED, NOT_AGREED, REFUSED, *OF_KIND.values())
"""All that may stand in front of a statement and is none of its words."""
NO_ANSWER, LEFT_OPEN = "No answer found", "Left open"
"""What became of a question to which nobody seems to have replied (somebody may have, in other words), and of one to
which somebody said that they do not know."""
ABOUT: dict[Kind, str] = {
    Kind.LESSON: "What participants said that experience taught them.",
    Kind.CHALLENGE: "What participants said stands in the way.",
    Kind.RECOMMENDATION: "What participants advised or asked for.",
    Kind.DECISION: "What was settled in the session.",
    Kind.COMMITMENT: "What somebody promised to do.",
}
"""The kinds that are told as lists, in their order, and what stands under the heading of each."""
BECAME = {"answered": "Replied to", "replied": "Replied to", "partly": "Perhaps replied to", "declined": "Answer declined", "refused": "Reply not accepted", "unopposed": "Nobody objected", "open": NO_ANSWER, "left open": LEFT_OPEN}
"""What became of a question, in a reader's words, by its state: whether a reply answers it, readers judge."""


def state_of(question: Finding) -> str:
    """Return the state of a question, a key of :data:`BECAME`: an open one with words that reply to it is left open."""
    state = question.fields.get("state", "open")
    return "left open" if state == "open" and question.answers else state


AGAINST: dict[CorrectionKind, str] = {
    CorrectionKind.TAKEN_BACK: " Later (", CorrectionKind.DENIED: " Said against it (", CorrectionKind.OBJECTED: " In reply (", CorrectionKind.LIMITED: " Said with it (",
}  # fmt: skip
"""What leads on from a statement to what was said against it."""
VIEWS: dict[Stance, str] = {Stance.OTHERWISE: "A different view", Stance.AGAINST: "An objection", Stance.WORRIED: "A concern"}
"""What somebody's words are who does not go along with a matter."""
LATER = " Said of it later ("
"""What leads on from a statement to what was said of it later."""
