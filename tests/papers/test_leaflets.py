"""Brief and flyer: the paper's own words, never more than their pages, whatever the paper."""

from __future__ import annotations

import io

import lxml.html
import pikepdf
import pytest
from pypdf import PdfReader

from copaper.analysis.welcoming import OPENING
from copaper.papers.leaflets import BRIEF_PAGES, FEWEST, FLYER, FLYER_PAGES, TOLD, Amount, Said, _columns, begun, contents, render_brief, render_flyer, render_mail, says_enough
from copaper.papers.wording import AGAINST
from copaper.records import Bullets, Card, CorrectionKind, Figure, Heading, Paper, Paragraph, Quote, Run, Table, Tiles
from tests.papers.test_docx import HOSTILE, a_paper
from tests.papers.test_same_words import words
from tests.papers.test_web_and_print import MARKUP

FORMS = [(render_brief, BRIEF_PAGES), (render_flyer, FLYER_PAGES)]
LONG = "We count the stock every Friday and write it into the book that everybody can see. " * 40


def said(*texts: str) -> tuple[tuple[Run, ...], ...]:
    return tuple((Run(text=text), Run(text="", cite=1)) for text in texts)


def with_blocks(text: str, many: int):
    texts = [f"{n} {text}" for n in range(many)]
    return a_paper("mentor").model_copy(update={
        "title": text[:400],
        "blocks": (
            Bullets(id="messages", style="key messages", items=said(*texts)),
            *(Card(id=f"card-{n}", kind="practice", title=t, rows=(("What they do", said(t)[0]),)) for n, t in enumerate(texts)),
            Bullets(id="kind-recommendation-list", items=said(*(f"Do {t}" for t in texts))),
            Bullets(id="kind-challenge-list", items=said(*(f"Hard {t}" for t in texts))),
            *(Quote(id=f"quote-{n}", runs=said(t)[0], attribution="Panellist") for n, t in enumerate(texts)),
            Table(id="questions-table", caption="Asked", header=("Question", "State"), rows=tuple((said(f"Why {t}")[0], said("Left open")[0]) for t in texts)),
        ),
    })  # fmt: skip


def pages(data: bytes) -> list[str]:
    return [words(page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages]


@pytest.mark.parametrize("text", ["Short.", LONG, "x" * 10_000, "W" * 59 + " " + LONG], ids=["short", "long", "one word", "wide"])
@pytest.mark.parametrize("many", [0, 1, 12])
def test_they_never_take_more_than_their_pages(text, many):
    for render, most in FORMS:
        found = pages(render(with_blocks(text, many)))
        assert 1 <= len(found) <= most
        if many:
            assert words("Key messages" if many > 1 else "Key message") in found[0]


@pytest.mark.parametrize("word", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_text(word):
    for render, most in FORMS:
        assert len(pages(render(with_blocks(word, 2)))) <= most


def test_they_are_accessible_lasting_and_the_same_each_time():
    paper = with_blocks("We visit every client.", 3)
    for render, _ in FORMS:
        data = render(paper)
        assert data == render(paper)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            about = pdf.Root.Metadata.read_bytes().decode()
            assert "<pdfuaid:part>1" in about and "pdfaid:part" in about
            assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang) == paper.language
    assert render_brief(paper) != render_flyer(paper)


def test_points_are_not_told_twice_and_withheld_names_come_last():
    paper = with_blocks("", 0).model_copy(update={"blocks": (
        Bullets(id="messages", style="key messages", items=said("Share the register.", "Send photographs.")),
        Bullets(id="kind-recommendation-list", items=said("Share the register.", "Ask [name withheld] for it.", "Add one field.")),
        Quote(id="a", runs=said("Yes, I want to come back to that, and it is a point that many of us would want to come back to as well.")[0]),
        Quote(id="b", runs=said("Eleven of the first sixty growers had a registration that was up to date, and nine had a tax number.")[0]),
    )})  # fmt: skip
    found = contents(paper, Amount(2, points=3, quotes=1))
    assert [said.words for said in found["messages"]] == ["Share the register.", "Send photographs."]
    [[(heading, points)]] = found["columns"]
    assert heading == "Recommendations" and [said.words for said in points] == ["Add one field.", "Ask [name withheld] for it."]
    assert found["quotes"][0][0].startswith("Eleven of the first sixty")
    hidden = Quote(id="c", runs=said("Out of the first sixty that [name withheld] sat with, only eleven had a scale that was up to date.")[0])
    assert contents(paper.model_copy(update={"blocks": (hidden,)}), Amount(0, quotes=1))["quotes"] == []


def test_a_flyer_quotes_nothing_that_a_key_message_says():
    words_ = "Out of the first sixty that I sat with, only eleven had a registration that was up to date"
    paper = with_blocks("", 0).model_copy(update={"blocks": (
        Bullets(id="messages", style="key messages", items=said(f"{words_}.")),
        Quote(id="a", runs=said(f"So, {words_.lower()}.")[0]),
        Quote(id="b", runs=said("We keep the register at the counter.")[0]),
    )})  # fmt: skip
    assert [text for text, _ in contents(paper, Amount(1, quotes=2))["quotes"]] == ["We keep the register at the counter."]


def test_nothing_is_cut_before_what_turns_it_round():
    asked, turned = "The growers of the valley asked the harbour for a second gate by the river.", "That was turned down by the harbour."
    paper = with_blocks("", 0).model_copy(update={"blocks": (
        Bullets(id="messages", style="key messages", items=said(f"{asked} {turned} It rained for a week, and the boats stayed in.")),
        Bullets(id="kind-lesson-list", items=said("We used to weigh the crates of the growers by hand.", "The growers weigh the crates at the gate.")),
        Quote(id="a", runs=said(f"{asked} {turned} The river is high.")[0]),
    )})  # fmt: skip
    short, long = contents(paper, Amount(1, points=2, quotes=1, words=14, quoted=14)), contents(paper, Amount(1, points=2, quotes=1, words=60))
    assert short["messages"] == [] and turned in long["messages"][0].words
    assert [words for words, _ in short["quotes"]] == [f"{asked} {turned}"]
    assert [said.words for _, texts in long["columns"][0] for said in texts] == ["The growers weigh the crates at the gate."]


def test_a_leaflet_has_no_chart_of_chat_or_presence_and_none_without_its_note():
    bars = Figure(id="figure-provinces", title="Gauteng leads", source="Times are known for most of them", alt="A chart.", chart="bars", label="Province", unit="people", data=(("Gauteng", 5.0), ("Limpopo", 4.0)))
    chat = bars.model_copy(update={"id": "figure-chat", "title": "The chat was busiest at noon"})
    presence = bars.model_copy(update={"id": "figure-presence", "title": "Up to nine were present"})
    paper = with_blocks("We visit every client.", 2)
    shown = " ".join(pages(render_flyer(paper.model_copy(update={"blocks": (*paper.blocks, chat, presence, bars)}))))
    assert words("Times are known for most of them") in shown
    assert words("busiest at noon") not in shown and words("Up to nine") not in shown


def test_what_is_cut_says_so():
    assert begun("one two three", 3) == "one two three"
    assert begun("one, two, three", 2) == "one, two, three"  # nothing is cut for a word
    assert begun("one, two, three four five six seven eight nine ten", 2) == "one, two …"
    assert begun("we count the crates, and they weigh the crates of the growers at the gate", 6) == "we count the crates …"
    assert begun("every office that keeps a list like [name withheld]'s sends it to us, and we print it for all the markets of the valley and the towns", 14) == "every office that keeps a list like [name withheld]'s sends it to us …"
    assert len(begun("x" * 900, 3)) < 100
    assert FLYER[-1].words < FLYER[0].words


def test_a_topic_shows_what_need_not_be_cut():
    long, short = "We count the crates and weigh them at the gate " * 6, "We wash the crates by the river."
    themes = (
        Heading(id="theme-a", level=2, text="A"), Quote(id="theme-a-quote-1", runs=said(long)[0], attribution="Nandi"), Bullets(id="theme-a-points", items=said(long, short)),
        Heading(id="theme-b", level=2, text="B"), Quote(id="theme-b-quote-1", runs=said(long)[0], attribution="Nandi"),
        Heading(id="theme-d", level=2, text="D"),
        Heading(id="theme-c", level=2, text="C"), Quote(id="theme-c-quote-1", runs=said(long)[0]), Quote(id="theme-c-quote-2", runs=said(short)[0], attribution="Thabo"),
    )
    shown = contents(with_blocks("", 0).model_copy(update={"blocks": themes}), Amount(0, told=36, words=60))["themes"]
    assert [name for name, _, _ in shown] == ["A", "B", "C"]
    assert [shown[0], shown[2]] == [("A", short, ""), ("C", short, "Thabo")]
    assert shown[1][1].endswith(" …") and shown[1][2] == "Nandi"


@pytest.mark.parametrize(("note", "by"), [(" –\xa0A person from Gauteng", "A person from Gauteng"), (" –\xa0Participant\xa0B, Gauteng", "Participant, Gauteng"), (" Written in the chat.", ""), ("", "")])
def test_a_topic_s_point_is_shown_with_who_said_it(note: str, by: str):
    item = (Run(text="We wash the crates by the river."), Run(text="", cite=1), Run(text=note, italic=True))
    blocks = (Heading(id="theme-a", level=2, text="A"), Bullets(id="theme-a-points", items=(item,)))
    assert contents(with_blocks("", 0).model_copy(update={"blocks": blocks}), Amount(0, told=36, words=60))["themes"] == [("A", "We wash the crates by the river.", by)]


def everywhere(text: str):
    """A paper in which every text that a leaflet could show is this one."""
    paper = with_blocks(text, 9)
    frame = dict.fromkeys(("title", "community", "publisher", "licence", "how_to_cite", "notice", "abstract"), text)
    tiles = Tiles(id="tiles", items=((text[:9], text),) * 4)
    figure = Figure(id="figure", title=text, source=text, alt="A chart.", chart="bars", label="Province", unit="people", data=(("Gauteng", 5.0), ("Limpopo", 4.0)))
    themes = [b for n in range(9) for b in (Heading(id=f"theme-{n}", level=2, text=text), Quote(id=f"theme-{n}-quote-1", runs=said(text[::-1])[0], attribution=text))]
    return paper.model_copy(update={**frame, "imprint": (("Licence", text), ("Privacy", text)), "blocks": (*paper.blocks, tiles, figure, *themes)})


@pytest.mark.parametrize("text", [LONG * 5, "W" * 10_000, ("W" * 25 + " ") * 400, "\n".join("ab" * 500)], ids=["long", "one word", "wide words", "lines"])
def test_no_text_around_them_makes_them_longer(text):
    for render, most in FORMS:
        assert len(pages(render(everywhere(text)))) <= most


def test_a_nearly_empty_paper_gives_one_page_of_each():
    paper = a_paper("mentor").model_copy(update={"blocks": (), "abstract": "", "imprint": ()})
    assert [len(pages(render(paper))) for render, _ in FORMS] == [1, 1]


def test_they_tell_where_the_whole_paper_is():
    paper, address = with_blocks("We visit every client.", 3), "https://papers.example.org/bas/"
    for render, _ in FORMS:
        assert words(address) in " ".join(pages(render(paper, address)))
        assert words("The whole paper") not in " ".join(pages(render(paper))), "nobody can get at what has no address"
        assert words("javascript") not in " ".join(pages(render(paper, "javascript:alert(1)")))


def test_the_brief_goes_through_the_themes():
    shown = " ".join(pages(render_brief(everywhere("We visit every client."))))
    assert words("What was discussed") in shown


OTHER = LONG.replace("Friday", "Monday").replace("We count", "They count")
"""As long, and not what the key messages say."""


def with_themes(length: int, lists: int):
    """A paper with eight topics and several lists, whose texts are of one length."""
    themes = [b for n in range(1, 9) for b in (Heading(id=f"theme-{n}", level=2, text=f"Topic {n}"), Quote(id=f"theme-{n}-quote-1", runs=said(OTHER[:length])[0], attribution="Adviser"))]
    messages = Bullets(id="messages", style="key messages", items=said(*(f"{n} {LONG[:length]}" for n in range(5))))
    kinds = ("decision", "recommendation", "challenge", "lesson")[:lists]
    points = [Bullets(id=f"kind-{kind}-list", items=said(*(f"{n} {kind} {LONG[:length]}" for n in range(3)))) for kind in kinds]
    return with_blocks("", 0).model_copy(update={"title": "Money", "blocks": (messages, *themes, *points)})


def test_a_brief_s_first_page_is_full_before_the_second_begins():
    first, second = pages(render_brief(with_themes(230, 4)))
    assert words("What was discussed Topic 1") in first and words("Topic 8") in second


@pytest.mark.parametrize(("length", "lists", "taken"), [(80, 1, 1), (110, 2, 1), (230, 4, 2)])
def test_a_brief_takes_no_second_page_that_it_would_leave_all_but_empty(length, lists, taken):
    found = pages(render_brief(with_themes(length, lists)))
    shown = "".join(found)
    assert len(found) == taken and words("Topic 8") in shown, "no topic is left out for it"
    assert shown.index(words("0 decision")) < shown.index(words("Topic 1")), "what was decided comes first"


def test_the_mail_says_what_the_flyer_says_and_fetches_nothing():
    page = lxml.html.document_fromstring(render_mail(with_blocks("We visit every client.", 5), "https://papers.example.org/").decode())
    [messages], [quotation] = page.xpath("//ol"), page.xpath("//blockquote/p[1]")
    assert words("2 We visit") in words(messages.text_content()) and words("3 We visit") not in words(messages.text_content())
    assert words("3 We visit") in words(quotation.text_content()), "none that a message says already"
    assert page.xpath("//@href | //@src") == ["https://papers.example.org/"]


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP], ids=range(len(HOSTILE) + len(MARKUP)))
def test_hostile_text_is_text_in_the_mail(text):
    marks = '"' * text.count('"')  # one alone and no quotation is printed
    page, harmless = (lxml.html.document_fromstring(render_mail(everywhere(own)).decode()) for own in (f"we visit {text} it", f"we visit {marks} it"))
    assert [e.tag for e in page.iter()] == [e.tag for e in harmless.iter()]
    assert [sorted(e.attrib) for e in page.iter()] == [sorted(e.attrib) for e in harmless.iter()]


def listed(*sizes: int) -> list[tuple[str, list[Said]]]:
    return [(f"List {n}", [Said("A point of some length, as they are in papers.")] * size) for n, size in enumerate(sizes)]


@pytest.mark.parametrize(("sizes", "columns"), [((), []), ((3,), [1]), ((2, 2), [1, 1]), ((1, 1, 4), [2, 1]), ((5, 1, 1, 2), [1, 3])])
def test_lists_stand_in_two_columns_of_like_length_and_none_is_divided(sizes, columns):
    found = _columns(listed(*sizes))
    assert [len(column) for column in found] == columns
    assert [entry for column in found for entry in column] == listed(*sizes)


def test_a_chart_goes_before_a_quotation_where_both_do_not_fit_on_a_flyer():
    figures = [amount.figures for amount in FLYER]
    assert figures == sorted(figures, reverse=True) and any(amount.figures and not amount.quotes for amount in FLYER)


def short(*blocks, **more):
    return with_blocks("", 0).model_copy(update={"title": "Money", "blocks": blocks, **more})


def test_what_the_paper_adds_to_words_is_set_apart_from_them():
    item = (Run(text="Print the list."), Run(text="", cite=1), Run(text=" Written in the chat.", italic=True))
    paper = short(Bullets(id="messages", style="key messages", items=(item,)))
    assert contents(paper, Amount(3))["messages"] == [Said("Print the list.", "Written in the chat.")]
    page = lxml.html.document_fromstring(render_mail(paper).decode())
    assert page.xpath("//ul/li/span/text()") == ["Written in the chat."], "one message is not numbered"


def test_a_leaflet_tells_no_message_without_what_was_said_against_it():
    against = Run(text=f"{AGAINST[CorrectionKind.TAKEN_BACK]}the same person, 0:12:00): “It was closed again in June.”")
    opened = said("The shop was open every Friday.", "We print the list of prices on one page.")
    messages = Bullets(id="messages", style="key messages", items=((*opened[0], against), opened[1]), ids=("a", "b"))
    for words in (60, 45, 6):
        assert [message.words for message in contents(short(messages), Amount(3, words=words))["messages"]] == ["We print the list of prices on one page."]
    each = short(Heading(id="each-bas", level=2, text="Growers"), messages.model_copy(update={"style": ""}))
    assert [message.words for message in contents(each, Amount(3))["messages"]] == ["Growers: We print the list of prices on one page."]


def test_what_the_key_messages_have_of_a_list_is_not_told_again():
    messages = Bullets(id="messages", style="key messages", items=said("Open on Fridays."), ids=("a",))
    decisions = Bullets(id="kind-decision-list", items=said("Open on Fridays.", "Close at noon."), ids=("a", "b"))
    assert contents(short(messages, decisions), Amount(3, points=3))["decisions"] == [("Decisions", [Said("Close at noon.")])]
    assert contents(short(decisions), Amount(3, points=3))["decisions"] == [("Decisions", [Said("Open on Fridays."), Said("Close at noon.")])]


def test_a_list_in_short_has_what_is_told_with_its_topic():
    alone = Bullets(id="theme-1a-challenge-points", items=said("The road is bad."), ids=("a",))
    listed_ = Bullets(id="kind-challenge-list", items=said("Fuel is dear."), ids=("b",))
    [[(heading, points)]] = contents(short(alone, listed_), Amount(3, points=3))["columns"]
    assert (heading, [said.words for said in points]) == ("Challenges", ["The road is bad.", "Fuel is dear."])


def test_a_topic_in_short_tells_what_fits_whole_and_one_without_is_named_or_of_many_counted():
    head = [Heading(id=f"theme-{n}", level=2, text=f"Topic {n}") for n in (1, 2)]
    long, fits = Quote(id="theme-1-quote-1", runs=said(LONG)[0], attribution="Adviser"), Bullets(id="theme-1-points", items=said("The stalls open in May."))
    found = contents(short(head[0], long, fits, head[1]), Amount(3, told=20))
    assert found["themes"] == [("Topic 1", "The stalls open in May.", "")] and found["left_out"] == "Also in the paper: “Topic 2”."
    welcome, many = Heading(id="theme-0", level=2, text=OPENING), [Heading(id=f"theme-{n}", level=2, text=f"Topic {n}") for n in range(3, 9)]
    assert contents(short(welcome, head[0], fits), Amount(3, told=20))["left_out"] == "", "a welcome is no topic"
    assert contents(short(head[0], fits, head[1], *many), Amount(3, told=20))["left_out"] == "Also in the paper: 7 further topics."
    plain, brief = (Quote(id=f"theme-1-quote-{n}", runs=said(f"{first} " + "stall " * n)[0]) for n, first in ((27, "Most"), (20, "Few")))
    assert contents(short(head[0], plain, brief), Amount(3, told=10))["themes"][0][1].startswith("Few"), "of what is cut most stays of the shortest"
    assert contents(short(head[0], long), Amount(3, told=20))["themes"][0][1].endswith("…")
    assert contents(short(head[0], long), Amount(3))["themes"] == []
    below = Paragraph(id="theme-1-elsewhere", runs=(Run(text="See also "), Run(text="2 lessons", to="kind-lesson"), Run(text=".")))
    assert contents(short(head[0], below), Amount(3, told=20))["themes"] == [], "nothing stands elsewhere in a brief"
    assert contents(short(head[0], long, below), Amount(3, told=20))["themes"][0][1].startswith("We count")


def test_a_brief_says_nothing_twice_and_what_the_topic_came_to_first():
    head = Heading(id="theme-1", level=2, text="Scales")
    came = Bullets(id="theme-1-came-to", items=said("Put off until May."), ids=("e",))
    quote = Quote(id="theme-1-quote-1", runs=said("The scale at the gate is used by all the growers.")[0])
    lessons = Bullets(id="kind-lesson-list", items=said("The scale at the gate is used by all the growers.", "In May this was the best scale.", "The road is closed in May."), ids=("a", "b", "c"))
    found = contents(short(head, came, quote, lessons), Amount(3, points=3, told=20))
    assert found["themes"] == [("Scales", "Put off until May.", "")]
    assert contents(short(head, came.model_copy(update={"id": "theme-1-also-ended"}), quote), Amount(3, told=20))["themes"] == [("Scales", "Put off until May.", "")], "beside its topic too"
    other = came.model_copy(update={"items": said("There is no consensus on the register.")})
    assert contents(short(head, other, quote), Amount(3, told=20))["themes"][0][1].startswith("The scale at the gate"), "a register is no scale"
    assert contents(short(head.model_copy(update={"text": "A register of scales"}), other, quote), Amount(3, told=20))["themes"][0][1].endswith("on the register.")
    assert [said.words for said in found["columns"][0][0][1]] == ["The scale at the gate is used by all the growers.", "The road is closed in May."], "nobody knows what “this” was"
    found = contents(short(head, quote, lessons), Amount(3, points=3, told=20))
    assert [said.words for said in found["columns"][0][0][1]] == ["The road is closed in May."]


def test_a_leaflet_says_what_it_is_on():
    paper = short(Heading(id="key-messages", level=1, text="Key messages"))
    assert contents(paper, Amount(3))["about"].startswith(f"A session of {paper.community}.")
    counted = paper.model_copy(update={"abstract": "9 people spoke in this session of 61 minutes. The topic was “How this session works”."})
    assert contents(counted, Amount(3))["about"] == f"9 people spoke in a session of {paper.community} (61 minutes). The topic was “How this session works”."
    assert not contents(short(), Amount(3))["about"].startswith("A session")


@pytest.mark.parametrize("many", [1, 3, 5])
def test_a_flyer_fills_its_page(many):
    items = said(*(f"{n} We count the stock every Friday and write it into the book that everybody can see." for n in range(many)))
    quotes = [Quote(id=f"q{n}", runs=said(f"In the week of {n} fairs we sold more than in the whole of the month before that.")[0], attribution="Adviser") for n in range(3)]
    page = reaches(render_flyer(short(Bullets(id="messages", style="key messages", items=items), *quotes, abstract="")))
    assert page > 0.6 if many == 1 else page > 0.72


def reaches(data: bytes) -> float:
    """Return how far down the lowest text of the only page stands, as a share of its height."""
    [page] = PdfReader(io.BytesIO(data)).pages
    lowest: list[float] = []
    page.extract_text(visitor_text=lambda text, cm, tm, font, size: lowest.append(cm[1] * tm[4] + cm[3] * tm[5] + cm[5]) if text.strip() else None)
    height = float(page.mediabox.height)
    return 1 - min(lowest) / height


def test_two_lines_are_no_brief():
    def told(n: int):
        points = Bullets(id="messages", style="key messages", items=tuple((Run(text="A statement."), Run(cite=i)) for i in range(1, n + 1)))
        links = Table(id="resources-table", caption="Links", header=("What",), rows=tuple(((Run(text="A page."), Run(cite=100 + i)),) for i in range(9)))
        return a_paper("mentor").model_copy(update={"blocks": (points, Quote(id="again", runs=(Run(text="A statement."), Run(cite=1))), links)})

    def unled(paper: Paper, quotes: int) -> Paper:
        points, quote, links = paper.blocks
        return paper.model_copy(update={"blocks": (points.model_copy(update={"style": "bullets"}), *(quote.model_copy(update={"id": f"quote-{n}"}) for n in range(quotes)), links)})

    assert not says_enough(told(FEWEST - 1)), "a statement that is told twice and links do not count"
    assert says_enough(told(FEWEST))
    assert not says_enough(unled(told(FEWEST), TOLD - 1)), "without a message a flyer would have numbers alone"
    assert says_enough(unled(told(FEWEST), TOLD))
    assert not says_enough(told(FEWEST).model_copy(update={"outline": True, "status": "approved"})), "an outline with times is for whoever has the recording"
    assert says_enough(told(1).model_copy(update={"status": "approved"})), "reviewers found it enough"


def test_a_message_that_a_cut_would_turn_stays_whole():
    turned = f"{'We count the stock every Friday and write it into the book that all can see. ' * 2}In the end we had forty lists, all signed, and when we went to look, not one of them was right."
    messages = Bullets(id="messages", style="key messages", items=said(turned), ids=("a",))
    assert [one.words for one in contents(short(messages), Amount(3, words=40))["messages"]] == [turned]
    assert contents(short(messages), Amount(3, words=39))["messages"] == []
