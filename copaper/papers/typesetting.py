"""Apostrophes and quotation marks as printers set them, in all that a paper says and quotes; the evidence annex has the words as they
were typed.

Transcripts and chats have ``'`` and ``"`` for both ends of a quotation and for the apostrophe. Which is meant is seen by what
stands around it, as in SmartyPants (https://daringfireball.net/projects/smartypants/), which writes HTML.
"""

from __future__ import annotations

import re

from copaper.papers.printable import rewritten
from copaper.records import EvidenceEntry, Paper
from copaper.textclean import around_links

_ELIDED = r"(?:\d\ds?\b|(?:em|n|til|cause|bout|tis|twas|round|cos|coz)\b)"
"""What begins with an apostrophe: "the '90s", "rock 'n' roll"."""
_SINGLE = re.compile(rf"(?<![\w.,;:!?’”)\]])'(?!{_ELIDED})(?=[^\s'])(?P<inside>[^'\n]{{1,200}}?(?:(?<=\w)'(?=\w)[^'\n]{{0,200}}?){{0,8}})(?<=[^\s'])'(?!\w)", re.I)
"""What stands between single marks, with apostrophes of its own."""
_DOUBLE = re.compile(r"(?<![\w\"=])\"(?=[^\s\"])(?P<inside>[^\"“”\n]{1,400}?)(?<=[^\s\"])\"(?!\w)")
_WITHIN = re.compile(r"“[^“”]*”")


def typeset(paper: Paper) -> Paper:
    """Return a paper with typographic marks, but for the words of its evidence."""
    whole = {block.id: block for block in paper.blocks if isinstance(block, EvidenceEntry)}
    set_ = rewritten(paper, curly)
    return set_.model_copy(update={"blocks": tuple(whole.get(block.id, block) for block in set_.blocks)})


def curly(text: str) -> str:
    """Return ``text`` with typographic apostrophes and quotation marks; web addresses stay."""
    alone = ("://" in text or "@" in text) and " " not in text  # an address may hold any of them
    return text if alone or "'" not in text and '"' not in text else around_links(text, _curly, str)


def _curly(text: str) -> str:
    text = _WITHIN.sub(lambda quoted: _DOUBLE.sub(r"‘\g<inside>’", quoted[0]), text)
    text = _SINGLE.sub(r"‘\g<inside>’", _DOUBLE.sub(r"“\g<inside>”", text))
    text = re.sub(r"(?:(?<=^)|(?<=[\s(—–]))'(?=[A-Z])(?!Cause\b|Em\b|Tis\b|Twas\b)", "‘", text)  # a quotation that was cut before its end
    return re.sub(r"(?<=[^\W\d_])'|(?<=\d)'(?=s\b)|(?<!\d)'(?=\d\ds?\b|[^\W\d_])", "’", text)
