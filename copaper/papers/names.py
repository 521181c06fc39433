"""What the reviewers are told of names: which are withheld without standing on any list, and which may be left.

The paragraphs stand in the annex that falls away when a paper is approved. A draft is passed on,
so it holds none of the names that it withholds: these stand in a file of their own, which stays
where the exports are.
"""

from __future__ import annotations

import re

from copaper.communities import Policy
from copaper.namewords import COMMON_ABBREVIATIONS
from copaper.papers.printable import printable
from copaper.papers.wording import counted, listed
from copaper.privacy import Privacy
from copaper.records import Findings, Paragraph, Run

FILE = "withheld-names.txt"
MOST = 80
"""Words to look through, at most: the paper has to be read anyway."""


def names_to_check(findings: Findings, privacy: Privacy, printed: str) -> list[Paragraph]:
    """Return what is withheld on the talk's word alone, and what of the ``printed`` text may be a name."""
    if privacy.policy is Policy.NAMED:
        return []
    told: list[Paragraph] = []
    if withheld := privacy.spoken_of():
        told.append(
            _paragraph(
                "review-names", "Names withheld that are on no list of people. ",
                f"{counted(len(withheld), 'name')} that no export lists {'was' if len(withheld) == 1 else 'were'} recognised by how people were spoken of, which can mislead. Whoever prepares the paper finds {'it' if len(withheld) == 1 else 'them'} in {FILE} beside this draft.",
            )
        )  # fmt: skip
    if left := tuple(name for name in _within(privacy.unlisted_names(findings.perhaps_named), printed) if not _is_spelt_out(name, printed)):
        told.append(
            _paragraph(
                "review-perhaps-names", "Printed words that may be names. ",
                f"No dictionary has {_words(left, 'or')}. Most are names of things or places, or misheard words; some may be people's. Delete any that should not be printed, or add it to “also_withhold” in session.yaml and process the session again.",
            )
        )  # fmt: skip
    if privacy.policy is Policy.CHATHAM_HOUSE and (bodies := _within(_unknown(privacy.unlisted_names(findings.perhaps_bodies)), printed)):
        told.append(
            _paragraph(
                "review-perhaps-bodies", "Organisations that may be printed. ",
                f"Somebody who took part may belong to one of these: {_words(bodies)}. Under the Chatham House rule such an organisation must not be named: delete it, or add it to “also_withhold” in session.yaml and process the session again. No paper should be approved before somebody who knows the participants has looked through this list.",
            )
        )  # fmt: skip
    return told


def withheld_names(privacy: Privacy) -> str:
    """Return the text of :data:`FILE`: the names that are withheld on the talk's word alone."""
    found = privacy.spoken_of()
    if not found:
        return "No name is withheld beside those of the people whom the exports list.\n"
    about = (
        "For whoever prepares the paper; not to be passed on. These names are withheld though no export lists\n"
        "them, because of how people were spoken of. What is no name, or may be printed, goes under let_stand in\n"
        "session.yaml; process the session anew.\n"
    )
    return "\n".join((about, *map(printable, found))) + "\n"


def _within(names: tuple[str, ...], printed: str) -> tuple[str, ...]:
    """Return those of ``names`` that stand in what is printed: of others a list would be the first to tell."""
    return tuple(name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", printed, re.I))


def _is_spelt_out(name: str, printed: str) -> bool:
    """Tell whether a name of several words is that of a body whose abbreviation is printed as well."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return len(letters) > 2 and re.search(rf"\b{letters}[A-Z]?\b", printed) is not None


def _unknown(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``names`` without abbreviations that are nobody's, as "PDF" or "PDFs"."""
    return tuple(name for name in names if name.removesuffix("s") not in COMMON_ABBREVIATIONS)


def _words(names: tuple[str, ...], joint: str = "and") -> str:
    more = len(names) - MOST
    return printable(listed([*names[:MOST], f"{more} more"] if more > 0 else list(names), joint))


def _paragraph(id_: str, title: str, text: str) -> Paragraph:
    return Paragraph(id=id_, runs=(Run(text=title, bold=True), Run(text=text)))
