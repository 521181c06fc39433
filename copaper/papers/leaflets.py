"""A paper in short: a brief of two pages at most, and a flyer of one, also for e-mails. So is
a quarter's paper.

All say only what the paper says, in its words, and no more of it than fits: amounts are
tried from the richest to the leanest.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from copaper.analysis.naming import known_by
from copaper.analysis.statements import LEAST_CUT, clause_end
from copaper.analysis.turning import is_set_up, loses_its_point
from copaper.analysis.welcoming import OPENING
from copaper.papers.against import is_contradicted
from copaper.papers.choosing import is_within
from copaper.papers.evidence import unlettered
from copaper.papers.excerpts import by_relevance, excerpts, may_be_pulled
from copaper.papers.foremost import tells_outsiders
from copaper.papers.front import FEW
from copaper.papers.html import filled
from copaper.papers.links import web_address
from copaper.papers.messages import LONGEST
from copaper.papers.pdf import as_printed, identifier, print_pages
from copaper.papers.printable import rewritten
from copaper.papers.units import status
from copaper.papers.outcomes import GONE_OVER, NEXT
from copaper.papers.topics import ASKED, CAME_BESIDE, CAME_TO, REPLY, VIEW
from copaper.papers.wording import HEADINGS, LATER, LEFT_OPEN, NO_ANSWER, capitalised, counted, day, first_sentences, listed
from copaper.privacy import WITHHELD
from copaper.records import Block, Bullets, Card, Figure, Heading, Inline, Kind, Paper, Paragraph, Quote, Run, Table, Tiles
from copaper.textclean import clean

if TYPE_CHECKING:
    from weasyprint import Page


T = TypeVar("T")

BRIEF_PAGES, FLYER_PAGES = 2, 1
_FILLED = 0.5
"""How much of its height a brief's second page must fill at least."""
_SIZES = ((0.62, "largest"), (0.74, "larger"), (0.86, "large"))
"""Up to which share a flyer's page is filled so that it is tried in a larger type, and what that is called."""
_END = "end"
"""What the last block of a leaflet is known by."""
_MESSAGES = "key messages"
_DOES = "What they do"
_OPEN = {"questions-table": ("Asked and left open", (LEFT_OPEN,)), "open-table": ("Asked, no answer found", (LEFT_OPEN, NO_ANSWER))}
"""What open questions are headed by, and what became of those, in each table that has them. Of a session those only of
which somebody said that they do not know: what seems to have no answer may have one in other words."""
_EACH = "each-"
"""How the ids of a digest's blocks on one community begin."""
_DISCUSSED = ("themes", "each")
"""Chapters whose sections the brief goes through."""
_ON_THE = re.compile(r"\b(?:on|of|for|about) (?:the|this|that|these|those|our) (?!(?:issue|issues|matter|proposal|topic|question|point|points|list|specifics|details|whole|same|next|other|\w+ one)\b)[a-z]", re.I)
"""How somebody says on what something was settled."""
_OF_KIND = re.compile(r"kind-\w+-list|theme-[^-]+-\w+-points")
"""Lists of findings of a kind, in its section or with their topic."""


WHOLE_FROM = 40
"""Words where a text is cut, from which on a message stays whole that would lose its point."""
FEWEST = 6
"""Statements of a draft from which it is worth telling in short."""
TOLD = 4
"""Quotations and cards from which that holds even where nothing was found that could lead."""


def says_enough(paper: Paper) -> bool:
    """Tell whether a draft has so many statements that a brief and a flyer say something: made of two lines of a chat they would
    pass for the session, and of questions alone. What reviewers approved they found enough, and may have written themselves; an outline is for whoever has the recording."""
    told = {run.cite for block in paper.blocks for run in _told_in(block) if run.cite}
    leads = any(isinstance(block, Bullets) and block.style == _MESSAGES for block in paper.blocks) or sum(isinstance(block, Card) or isinstance(block, Quote) and _can_be_pulled(block) for block in paper.blocks) >= TOLD
    return not paper.outline and (paper.status != "draft" or leads and len(told) >= FEWEST)


def _told_in(block: Block) -> Iterator[Run]:
    if isinstance(block, Bullets):
        yield from (run for item in block.items for run in item)
    elif isinstance(block, Quote):
        yield from block.runs
    elif isinstance(block, Card):
        yield from (run for _, words in block.rows for run in words)
    elif isinstance(block, Table) and block.id == "questions-table":
        yield from (run for row in block.rows for cell in row for run in cell)


class Said(NamedTuple):
    """Words of somebody, and what the paper adds to them: how many agreed, that they were written."""

    words: str
    note: str = ""


@dataclass(frozen=True)
class Amount:
    """How much of a paper a leaflet holds; ``words`` is where a longer text is cut."""

    messages: int
    practices: int = 0
    points: int = 0
    questions: int = 0
    quotes: int = 0
    figures: int = 0
    words: int = 60
    told: int = 0
    """Words of what is told of each topic; none tells of no topic."""
    quoted: int = 48
    """Words of a quotation, at most: a longer one is not cut but left out."""


BRIEF = (
    Amount(5, 7, 5, 5, 0, 1, 60, 140), Amount(5, 5, 4, 4, 0, 0, 60, 75), Amount(5, 4, 3, 3, 0, 0, 45, 75), Amount(5, 3, 3, 2, 0, 0, 45, 60), Amount(5, 3, 2, 2, 0, 0, 40, 60), Amount(5, 7, 5, 5, 0, 1, 60, 36), Amount(5, 7, 5, 5, 0, 0, 60, 36), Amount(5, 5, 4, 4, 0, 0, 60, 36), Amount(5, 4, 3, 3, 0, 0, 45, 30), Amount(5, 3, 3, 2, 0, 0, 45, 22), Amount(5, 3, 3, 2, 0, 0, 40, 14),
    Amount(5, 3, 3, 2, 0, 0, 40), Amount(4, 3, 2, 2, 0, 0, 30), Amount(3, 2, 2, 1, 0, 0, 25), Amount(2, 1, 1, 0, 0, 0, 12),
)  # fmt: skip
ON_ONE_PAGE = (Amount(5, 4, 3, 3, 0, 1, 60, 80), Amount(5, 3, 3, 2, 0, 0, 60, 60), Amount(5, 4, 3, 3, 0, 1, 60, 36), Amount(5, 3, 3, 2, 0, 0, 60, 30), Amount(4, 2, 2, 2, 0, 0, 60, 24), Amount(3, 1, 2, 1, 0, 0, 60, 20), Amount(3, 1, 1, 0, 0, 0, 60, 20), Amount(3, 1, 1, 0, 0, 0, 40, 16))
"""What a brief holds that would leave most of its second page empty: fewer points, and no topic left out for it."""
MAIL = Amount(3, quotes=1, figures=1, words=45, quoted=70)
FLYER = (
    Amount(5, quotes=3, figures=1, words=45, quoted=80), Amount(5, quotes=2, figures=1, words=45, quoted=70), Amount(5, quotes=1, figures=1, words=45, quoted=70),
    Amount(5, quotes=3, figures=1, words=45), Amount(5, quotes=2, figures=1, words=45), Amount(5, quotes=1, figures=1, words=45), Amount(4, quotes=1, figures=1, words=45), Amount(3, quotes=1, figures=1, words=45), Amount(3, quotes=1, figures=1, words=32), Amount(3, figures=1, words=45), Amount(3, figures=1, words=32),
    Amount(5, quotes=2, words=45, quoted=90), Amount(5, quotes=1, words=45, quoted=90), Amount(4, quotes=1, words=45, quoted=70), Amount(3, quotes=1, words=32),
    Amount(3, quotes=1, words=24), Amount(3, words=20), Amount(2, words=12), Amount(0, words=12),
)  # fmt: skip
_LONGEST_WORD = 40
_LONGEST_NUMBER = 10
_HEADING = 60
"""Letters that a heading takes the room of, in a list of half the page's width."""
_LETTERS = 9
"""Letters of a word, by which a text is cut whose words are all long."""


def render_brief(paper: Paper, address: str = "") -> bytes:
    """Return the brief as PDF; ``address`` is where the whole paper can be read. Raises what
    :func:`copaper.papers.pdf.render_pdf` raises."""
    return _fitting(paper, address, "brief", BRIEF, BRIEF_PAGES, ON_ONE_PAGE)


def render_flyer(paper: Paper, address: str = "") -> bytes:
    """Return the flyer as PDF; as :func:`render_brief`."""
    return _fitting(paper, address, "flyer", FLYER, FLYER_PAGES)


def render_mail(paper: Paper, address: str = "") -> bytes:
    """Return the flyer as a page to paste into an e-mail: tables and inline styles, as mail
    programs want them, the chart as cells of a table, and nothing to fetch."""
    paper = rewritten(paper, lambda text: clean(text)[0])
    bars = [figure for figure in _telling(paper) if figure.chart == "bars"][:1]
    short = _framed(paper, bars)
    peak = max((value for figure in bars for _, value in figure.data), default=0) or 1
    return filled(
        "mail.html.j2", paper=short, date=day(paper.date), status=status(paper), peak=peak, address=web_address(address), **contents(paper, MAIL)
    ).encode()


def _fitting(paper: Paper, address: str, form: str, amounts: Sequence[Amount], most: int, fewer: Sequence[Amount] = ()) -> bytes:
    """Return the leaflet with the first of ``amounts`` that needs at most ``most`` pages. Where it leaves the last
    of several all but empty, it is that with the first of ``fewer`` that needs only one; where it leaves
    much of its only page empty, it is printed in the largest of the larger sizes that fits."""
    name = identifier(paper, form + address)
    printed = as_printed(paper)
    filled, count = 1.0, 1

    def made(amount: Amount, pages: int, size: str = "") -> bytes | None:
        def fits(found: Sequence[Page]) -> bool:
            nonlocal filled, count
            filled, count = _filled(found), len(found)
            return count <= pages

        short = _framed(printed, _telling(printed)[: amount.figures])
        return print_pages(short, f"{form}.html.j2", "leaflet.css", name, fits=fits, pages=pages, size=size, address=web_address(address), **contents(printed, amount))

    for amount in amounts:
        if (data := made(amount, most)) is None:
            continue
        if count > 1:
            return data if filled >= _FILLED else next((one for less in fewer if (one := made(less, 1)) is not None), data)
        return next((one for share, size in _SIZES if form == "flyer" and filled < share and (one := made(amount, most, size)) is not None), data)
    raise AssertionError("the leanest amount fits, as each text of it is cut")


def _filled(pages: Sequence[Page]) -> float:
    """Return how far down the last page its text reaches, as a share of its height."""
    last = pages[-1]
    return last.anchors[_END][3] / last.height if _END in last.anchors else 1.0


def _telling(paper: Paper) -> list[Figure]:
    """Return the figures that say something to those who were not there: how much each speaker
    spoke, who has no name, when the chat was busy and when people came and went do not."""
    return [figure for figure in _of(paper, Figure) if figure.id not in ("figure-voices", "figure-chat", "figure-presence")]


def _framed(paper: Paper, figures: Sequence[Figure]) -> Paper:
    """Return ``paper`` with these figures only, and no text around them longer than its place."""
    return paper.model_copy(
        update={
            "title": begun(paper.title, 20),
            "publisher": begun(paper.publisher or paper.community, 12),
            "community": begun(paper.community, 12),
            "notice": begun(paper.notice, 20),
            "how_to_cite": begun(paper.how_to_cite, 45),
            "imprint": tuple((heading, _whole(text, 40)) for heading, text in paper.imprint),
            "blocks": tuple(f.model_copy(update={"title": begun(f.title, 20), "source": begun(f.source, 20)}) for f in figures),
        }
    )


def contents(paper: Paper, amount: Amount) -> dict[str, object]:
    """Return what a leaflet's template asks for, each text no longer than the amount says."""

    def cut(item: Said) -> Said:
        return item._replace(words=begun(item.words, amount.words))

    def keeps(item: Said) -> bool:
        """Tell whether a text says in its place what it is about."""
        return _cut_at(item.words, amount.words)[1] != 0 and not loses_its_point(item.words, cut(item).words)

    def stays(message: Said) -> bool:
        """Tell whether a message that would lose its point is short enough to be told whole."""
        return amount.words >= WHOLE_FROM and len(message.words.split()) <= LONGEST

    def chosen(items: Iterable[Inline], most: int, without: Sequence[str] = (), alone: bool = True) -> list[Said]:
        """Return what nobody spoke against, is not told already, keeps its point and, if it has to, says something ``alone``."""
        found = [said for said in _unopposed(items) if not _is_told(said.words, without) and not (alone and not _says_enough(said.words))]
        found = [said for said in found if keeps(said)]
        return [cut(said) for said in sorted(found, key=lambda said: WITHHELD.search(said.words) is not None)[:most]]

    bullets = {block.id: block for block in _of(paper, Bullets)}
    messages = next((block for block in bullets.values() if block.style == _MESSAGES), None)
    told = [said for said in _unopposed(messages.items) if keeps(said) or stays(said)] if messages else list(_of_each(paper))
    told = told[: amount.messages]
    words = ["", *(said.words for said in told)]
    led = frozenset(messages.ids[: amount.messages]) if messages else frozenset()
    asked, open_ = _open_questions(paper)
    over, coming = ([Said(begun(" ".join("".join(run.text for run in block.runs[1:] if not run.cite).split()), most), "") for block in _of(paper, Paragraph) if block.id == key] for key, most in ((GONE_OVER, 2 * amount.words), (NEXT, amount.words)))
    over = [one for one in over if one.words] or [cut(Said("".join(run.text for run in item if not run.cite), "")) for item in (bullets[f"{GONE_OVER}-list"].items if f"{GONE_OVER}-list" in bullets else ())]
    themes, left_out = _themes(paper, amount.told, words, led)
    words += [text for _, text, _ in themes]
    practices, questions = chosen(_practices(paper, led), amount.practices, words), chosen(open_, amount.questions, alone=False)

    def of_kind(kind: Kind) -> tuple[str, list[Said]]:
        """Return a kind's heading and its findings, without those among the key messages."""
        own = [one for block in bullets.values() if _OF_KIND.fullmatch(block.id) and block.id.split("-")[-2] == kind.value for one in zip_longest(block.items, block.ids)]
        texts = chosen((item for item, id_ in own if item and id_ not in led), amount.points, words, alone=kind is not Kind.DECISION)
        return HEADINGS[kind], texts

    decisions, *lists = map(of_kind, (Kind.DECISION, Kind.RECOMMENDATION, Kind.CHALLENGE, Kind.LESSON))
    return {
        "about": begun(_about(paper), 80 if amount.words >= 30 else 2 * amount.words),
        "tiles": next((tuple((n, begun(what, 5)) for n, what in block.items[:4] if len(n) <= _LONGEST_NUMBER) for block in _of(paper, Tiles)), ()),
        "messages": [cut(said) if keeps(said) else said for said in told],
        "decisions": [entry for entry in (decisions,) if entry[1]],
        "columns": _columns([entry for entry in (("Practices worth trying", practices), *lists, (asked, questions), ("Gone over at the end", over), ("What comes next", coming)) if entry[1]]),
        "discussed": begun(next((b.text for b in _of(paper, Heading) if b.id in _DISCUSSED), "What was discussed"), 12),
        "themes": [(begun(name, 12), text, begun(by, 12)) for name, text, by in themes],
        "left_out": left_out,
        "quotes": [(words, begun(by, 12)) for words, by in _quotes(paper, words, amount.quoted)[: amount.quotes]],
    }


def _columns(lists: Sequence[tuple[str, list[Said]]]) -> list[Sequence[tuple[str, list[Said]]]]:
    """Return lists, each with its heading, in two columns as nearly alike in length as their
    order allows: none is divided, so none goes on without its heading."""

    def length(part: Sequence[tuple[str, list[Said]]]) -> int:
        return sum(_HEADING + sum(len(said.words) + len(said.note) + _HEADING // 2 for said in texts) for _, texts in part)

    middle = min(range(1, len(lists)), key=lambda place: max(length(lists[:place]), length(lists[place:])), default=0)
    return [part for part in (lists[:middle], lists[middle:]) if part]


def _practices(paper: Paper, led: Collection[str]) -> Iterator[Inline]:
    """Yield what is done, but for what the key messages tell already: of a session by its cards, of a quarter by its register."""
    for block in paper.blocks:
        if isinstance(block, Card) and block.kind == "practice" and block.id.removeprefix("finding-") not in led:
            yield dict(block.rows).get(_DOES, ())
        elif isinstance(block, Table) and block.id == "register-table":
            yield from (row[0] for row in block.rows)


_TOPICS = re.compile(r"(?:The topics? (?:was|were)|Among the (?P<of>[\d,]+) topics (?:was|were)) $")
"""What the topics are told by at the end of what an abstract says of who was there."""


def _of_each(paper: Paper) -> Iterator[Said]:
    """Yield each community's first finding, then each one's second and so on, for a digest, which
    has no key messages."""
    name, found = "", []
    for block in paper.blocks:
        if isinstance(block, Heading):
            name = block.text if block.id.startswith(_EACH) else ""
        elif isinstance(block, Bullets) and name:
            found += [(place, said._replace(words=f"{name}: {said.words}")) for place, said in enumerate(_unopposed(block.items))]
    yield from (said for _, said in sorted(found, key=lambda one: one[0]))


def _about(paper: Paper) -> str:
    """Return the abstract of a paper as a leaflet begins with it: of one session with whose that was."""
    if not (paper.community and any(block.id == "key-messages" for block in _of(paper, Heading))):
        return paper.abstract
    first, quoted, rest = paper.abstract.partition("“")
    if quoted and (topics := _TOPICS.search(first)) and any(_of(paper, Tiles)):  # which tell who was there
        among = f"{topics['of']} topics, among them " if topics["of"] else ""
        return f"A session of {paper.community} on {among}{quoted}{rest}"
    told = re.sub(r"\b(in|of) this session(?: of ([\d,]+ minutes?))?", lambda found: f"{found[1]} a session of {paper.community}{f' ({found[2]})' if found[2] else ''}", first, count=1) + quoted + rest
    return told if told != paper.abstract else f"A session of {paper.community}. {paper.abstract}"


def _themes(paper: Paper, most: int, told: Sequence[str] = (), led: Collection[str] = ()) -> tuple[list[tuple[str, str, str]], str]:
    """Return each topic's name with what tells it best in at most so many words and is not ``told`` already, nor ``led`` the paper: what it came to,
    else whole sentences of a quotation and who said it, or a point, and which further topics are in the paper; for a digest each community's name
    with its themes."""
    sections: list[tuple[Heading, list[tuple[str, str]], list[tuple[str, str]]]] = []
    came: dict[str, list[tuple[str, str]]] = {}
    block: Block
    for block in paper.blocks:
        if isinstance(block, Heading):
            sections.append((block, [], []))
        elif not sections:
            continue
        elif isinstance(block, Quote):
            if not _can_be_pulled(block):
                continue
            sections[-1][1].append((_said(block.runs).words, unlettered(block.attribution)))
        elif isinstance(block, Bullets) and block.id.endswith((CAME_TO, CAME_BESIDE)):
            came.setdefault(sections[-1][0].id, []).extend((_said(item).words, "") for item, id_ in zip_longest(block.items, block.ids) if id_ not in led)
        elif isinstance(block, Bullets) and block.id.endswith("-points") and not block.id.endswith(f"-{ASKED}-points"):
            sections[-1][2].extend((said.words, _by(said)) for said in _unopposed(block.items))
        elif isinstance(block, Paragraph) and block.id.startswith(_EACH):
            sections[-1][2].append((capitalised(_said(block.runs).words), ""))
    found = []
    for heading, quotes, points in sections:
        if heading.level == 2 and heading.id.startswith(("theme-", _EACH)) and heading.text != OPENING:
            own = [one for one in (*quotes, *points) if not _is_told(one[0], told)]
            best = [(part, by) for words, by in own for part in excerpts(words, most + LEAST_CUT) if not _is_told(part.words, told)]
            settled, aside = ([one for one in came.get(heading.id, ()) if _is_on(heading.text, one[0]) is wanted] for wanted in (True, False))
            whole = (*settled, *((part.words, by) for part, by in sorted(best, key=lambda one: by_relevance(heading.text, one[0]))), *aside)
            long = (one for one in sorted(own, key=lambda one: len(one[0].split())) if _says_enough(one[0]) and not loses_its_point(one[0], begun(one[0], most)))
            text, by = next((one for one in whole if begun(one[0], most) == one[0]), next(long, ("", "")))
            found.append((heading.text, begun(text, most), by))
    shown = [one for one in found if one[1] and most]
    left = [f"“{begun(name, 12)}”" for name, text, _ in found if not text] if most else []
    return shown, f"Also in the paper: {listed(left) if len(left) <= FEW else counted(len(left), 'further topic')}." if left else ""


def _by(said: Said) -> str:
    """Return who said a point, if that stands behind it."""
    return unlettered(said.note.lstrip("– ")) if said.note.startswith("–") else ""


def _is_on(name: str, outcome: str) -> bool:
    """Tell whether what was settled is on what a topic is called, as far as it says: "the register" is one matter of several."""
    return _ON_THE.search(outcome) is None or not known_by(name).isdisjoint(known_by(outcome))


def _quotes(paper: Paper, told: Sequence[str], most: int) -> list[tuple[str, str]]:
    """Return the best sentences of each quotation, so many words at ``most``, and who said them: those first that tell most of
    their topic. What a key message ``told`` already, or what cannot be read alone, is none."""
    name, found = "", []
    for block in paper.blocks:
        if isinstance(block, Heading):
            name = block.text
        elif isinstance(block, Quote) and _can_be_pulled(block):
            fit = [(by_relevance(name, part), part.words) for part in excerpts(_said(block.runs).words, most + LEAST_CUT) if may_be_pulled(part.words) and not _is_told(part.words, told)]
            found += [(*best, unlettered(block.attribution)) for best in sorted(fit)[:1]]
    return [(words, by) for _, words, by in sorted(found, key=lambda one: one[0])]


def _can_be_pulled(block: Quote) -> bool:
    """Tell whether a quotation may stand by itself: nothing was said against it, it is no reply, which says little without its question, and
    no view of somebody who does not go along, beside which the matter has to be told."""
    return not (is_contradicted(block.runs) or block.id.endswith(REPLY) or VIEW in block.id)


def _says_enough(words: str) -> bool:
    """Tell whether words say something to people who were not there, and do not only lead up to it."""
    return tells_outsiders(words) and not is_set_up(words)


def _is_told(words: str, told: Sequence[str]) -> bool:
    """Tell whether one of the texts that were ``told`` says these words, or most of them."""
    return any(text and (is_within(text.rstrip("…"), words) or is_within(words, text)) for text in told)


def _open_questions(paper: Paper) -> tuple[str, list[Inline]]:
    """Return the heading of the open questions of a paper, and these."""
    heading, found = _OPEN["questions-table"][0], list[Inline]()
    replies = {block.id.removesuffix(REPLY): block for block in _of(paper, Quote)}
    for block in paper.blocks:
        if isinstance(block, Paragraph) and block.id in replies and replies[block.id].attribution.startswith(LEFT_OPEN):
            found.append(block.runs[:1])
        elif isinstance(block, Bullets) and block.id.endswith(f"-{ASKED}-points"):
            found += [item[:1] for item in block.items if _said(item).note.startswith(LEFT_OPEN)]
        elif isinstance(block, Table) and block.id in _OPEN:
            heading, states = _OPEN[block.id]
            found += [row[0][:1] for row in block.rows if _said(row[-1]).words in states]
    return heading, found


def _of(paper: Paper, kind: type[T]) -> list[T]:
    return [block for block in paper.blocks if isinstance(block, kind)]


def _unopposed(items: Iterable[Inline]) -> Iterator[Said]:
    """Yield the texts that do not quote what was said against them: a leaflet might cut that off, and has no room to tell both."""
    return map(_said, (item for item in items if not is_contradicted(item)))


def _said(runs: Inline) -> Said:
    """Return the words of a text, without what was said of it later (which is why it says "Not agreed" in front),
    and what the paper adds to them."""

    def of(italic: bool) -> str:
        return " ".join("".join(run.text for run in runs if not run.cite and run.italic is italic).partition(LATER)[0].split())

    return Said(of(italic=False), of(italic=True))


def _whole(text: str, most: int) -> str:
    """Return whole sentences that need the room of ``most`` words of middle length, else its first words."""
    kept = first_sentences(text, len(text))
    while len(kept) > most * _LETTERS and (shorter := first_sentences(kept, len(kept.split()) - 1)) != kept and not shorter.endswith("…"):
        kept = shorter
    return kept if len(kept) <= most * _LETTERS else begun(text, most)


def begun(text: str, most: int) -> str:
    """Return about ``most`` words of ``text``, up to where a clause ends, with an ellipsis when there were more; nothing
    is cut for a few words."""
    words, size = _cut_at(text, most)
    if size is None:
        return " ".join(words)
    return " ".join(words[: size or _fitting_words(words, most)]).rstrip(",;:.–-") + " …"


def _cut_at(text: str, most: int) -> tuple[list[str], int | None]:
    """Return the words of a text, and how many there are up to where it can be cut, 0 for nowhere, or None where it need not be."""
    words = [word if len(word) <= _LONGEST_WORD else word[:_LONGEST_WORD] + "…" for word in text.split()]
    fitting = _fitting_words(words, most)
    whole = len(words) < fitting + LEAST_CUT and len(words) <= _fitting_words(words, most + LEAST_CUT)
    return words, None if whole else clause_end(words, fitting)


def _fitting_words(words: Sequence[str], most: int) -> int:
    """Return how many of ``words`` need at most the room of ``most`` words of middle length."""
    room, fitting = most * _LETTERS, 0
    for word in words[:most]:
        room -= len(word)
        fitting += room >= 0 or not fitting
    return fitting
