"""The Word document: valid, anchored, the same words as the paper, and never markup from text."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from copaper.errors import CouldNot
from copaper.papers import docx_xml as x
from copaper.papers.docx import render_docx
from copaper.papers.docx_template import BODY, CHARACTER_STYLES, FIELDS, PARAGRAPH_STYLES, TABLE_STYLES, TEMPLATE, check_template
from copaper.papers.html import contents
from copaper.papers.links import web_address
from copaper.papers.units import units
from copaper.records import (
    Bullets,
    Callout,
    Card,
    EvidenceEntry,
    Figure,
    Heading,
    Paper,
    Paragraph,
    Quote,
    Run,
    Table,
    Tiles,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
BLNS = Path(__file__).resolve().parents[3] / "shared" / "badinputs" / "text"


def a_paper(word: str = "mentor", **changes) -> Paper:
    """A small paper with every kind of block; ``word`` stands in every text of it."""

    def said(text: str, cite: int = 0):
        return (Run(text=f"{text} {word}."), *((Run(cite=cite),) if cite else ()))

    fields = {
        "id": "abcdef0123", "session": "bas-2020-09-22", "community": f"Advisers {word}", "community_code": "bas",
        "title": f"Mentors and money {word}", "subtitle": f"What was shared {word}", "date": date(2020, 9, 22),
        "publisher": f"Fictional Network {word}", "licence": "CC BY 4.0", "how_to_cite": f"Network (2020) {word}", "notice": f"Fictional {word}",
        "imprint": ((f"Licence {word}", f"Share it {word}"),),
        "blocks": (
            Heading(id="key-messages", level=1, text=f"Key messages {word}"),
            Paragraph(id="about", runs=said("Ten people met"), style="lead"),
            Tiles(id="tiles", items=(("10", f"people {word}"), ("4", "provinces"))),
            Bullets(id="messages", style="key messages", items=(said("Meet weekly", 1), (Run(text="Write it down "), Run(text=word, bold=True), Run(cite=1), Run(cite=2)))),
            Heading(id="themes", level=1, text="Themes"),
            Heading(id="theme-1", level=2, text=f"Mentoring {word}"),
            Quote(id="q1", runs=said("We meet on Mondays", 2), attribution=f"An adviser {word}"),
            Bullets(id="points", items=(said("One"), said("Two"))),
            Callout(id="open", title=f"Left open {word}", runs=said("Who pays?")),
            Card(id="finding-1", kind="practice", title=f"Weekly hour {word}", rows=((f"What {word}", said("An hour", 1)), ("Who", (Run(text=word, italic=True),)))),
            Card(id="finding-2", kind="story", title="A shop", rows=(("What happened", said("It opened")),)),
            Heading(id="resources", level=1, text="Resources"),
            Table(id="t1", caption=f"Sites {word}", header=("What", f"Where {word}"), rows=(((Run(text=word),), (Run(text="the guide", href="https://example.org/guide?a=1&b=2"),)), ((Run(text="x"),), (Run(text=word, href="javascript:alert(1)"),)))),
            Figure(id="f1", title=f"People {word}", source=f"Source {word}", alt=f"Bars {word}", chart="bars", label="Province", unit="people", data=(("Gauteng", 3.0), (word[:80], 2.0))),
            Heading(id="evidence", level=1, text="Evidence"),
            EvidenceEntry(id="evidence-1-aaaaaa", number=1, time="5:09", who=f"Adviser {word}", quote=f"An hour {word}", source="Speech, line 3 of file 12345678", also=f"See also 0:07:00 “Two hours {word}”"),
            EvidenceEntry(id="evidence-2-bbbbbb", number=2, time="6:00", who="", quote="Mondays", source="Chat, line 4 of file 12345678"),
        ),
    }  # fmt: skip
    return Paper(**(fields | changes))


def part(data: bytes, name: str):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def shown(element) -> str:
    """The text of an element as Word shows it, field codes left out."""
    marks = {W + "t": lambda e: e.text or "", W + "tab": lambda e: "\t", W + "br": lambda e: "\n"}
    runs = (child for run in element.iter(W + "r") for child in run)
    return "".join(marks[child.tag](child) for child in runs if child.tag in marks)


def anchored(document) -> dict[str, str]:
    """The text inside every bookmark of a unit, by its name."""
    open_, found = {}, {}
    for element in document.iter():
        if element.tag == W + "bookmarkStart" and element.get(W + "name").startswith("_dp_"):
            open_[element.get(W + "id")] = element.get(W + "name")
            found[element.get(W + "name")] = ""
        elif element.tag == W + "bookmarkEnd":
            open_.pop(element.get(W + "id"), None)
        elif element.tag == W + "t" or (element.tag in (W + "tab", W + "br") and element.getparent().tag == W + "r"):
            for name in open_.values():
                found[name] += {W + "t": re.sub(rf"^{x.NO_BREAK}(?=\d)", "", element.text or ""), W + "tab": "\t"}.get(element.tag, "\n")
    return found


@pytest.fixture(scope="module")
def data() -> bytes:
    return render_docx(a_paper())


@pytest.fixture(scope="module")
def document(data):
    return part(data, "word/document.xml")


def test_every_text_of_the_paper_stands_inside_its_anchor(document):
    words = {name: text.replace(",\u00a0", ",") for name, text in anchored(document).items()}
    assert words == {unit.anchor: unit.text for unit in units(a_paper())}


def test_units_stand_in_the_order_of_reading(document):
    assert [name for name in anchored(document)] == [unit.anchor for unit in units(a_paper())]


def test_keys_do_not_depend_on_words():
    assert [u.key for u in units(a_paper("one"))] == [u.key for u in units(a_paper("two"))]
    assert len({u.key for u in units(a_paper())}) == len(units(a_paper()))


def test_same_paper_gives_same_bytes(data):
    assert render_docx(a_paper()) == data


def test_package_has_no_times_and_a_fixed_order(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = package.infolist()
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    names = [member.filename for member in members]
    assert names[0] == "[Content_Types].xml" and len(set(names)) == len(names)


def test_draft_says_which_draft_it_is(data):
    paper = a_paper()
    properties = part(data, "docProps/custom.xml")
    values = {p.get("name"): p[0].text for p in properties}
    assert values["CopaperDraft"] == paper.id and values["CopaperSession"] == paper.session
    own = part(data, "customXml/item1.xml")
    assert (own.get("draft"), own.get("base")) == (paper.id, values["CopaperBase"])
    assert values["CopaperBase"] != {p.get("name"): p[0].text for p in part(render_docx(a_paper("other")), "docProps/custom.xml")}["CopaperBase"]


def test_author_is_the_publisher_and_nobody_else(data):
    core = etree.tostring(part(data, "docProps/core.xml"), encoding="unicode")
    assert "Fictional Network" in core and "python-docx" not in core and "2020-09-22T00:00:00Z" in core


@pytest.mark.parametrize(("status", "tracked"), [("draft", 1), ("approved", 0)])
def test_drafts_record_changes(status, tracked):
    settings = part(render_docx(a_paper(status=status)), "word/settings.xml")
    assert len(settings.findall(W + "trackRevisions")) == tracked


# --- what Word insists on and other programs forgive ---------------------------------


def test_ids_are_unique_and_pairs_complete(document):
    starts = [e.get(W + "id") for e in document.iter(W + "bookmarkStart")]
    names = [e.get(W + "name") for e in document.iter(W + "bookmarkStart")]
    assert sorted(starts) == sorted(e.get(W + "id") for e in document.iter(W + "bookmarkEnd"))
    assert len(set(starts)) == len(starts) and len(set(names)) == len(names)
    assert all(re.fullmatch(r"\w{1,40}", name) for name in names)
    pictures = [e.get("id") for e in document.iter(WP + "docPr")]
    assert len(set(pictures)) == len(pictures) == 2


def test_every_cell_ends_with_a_paragraph_and_fits_the_grid(document):
    tables = list(document.iter(W + "tbl"))
    assert len(tables) == 4
    for table in tables:
        columns = table.findall(f"{W}tblGrid/{W}gridCol")
        for row in table.findall(W + "tr"):
            cells = row.findall(W + "tc")
            assert len(cells) == len(columns)
            assert all(cell[-1].tag == W + "p" for cell in cells)


def test_fields_are_closed_and_links_lead_somewhere(data, document):
    kinds = [e.get(W + "fldCharType") for e in document.iter(W + "fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 3
    names = {e.get(W + "name") for e in document.iter(W + "bookmarkStart")}
    targets = {e.get(W + "anchor") for e in document.iter(W + "hyperlink")} - {None}
    assert targets <= names and {"_ev_1", "_ev_2", "_cite_1", "_cite_2"} <= targets
    relations = {r.get("Id"): r.get("Target") for r in part(data, "word/_rels/document.xml.rels")}
    assert [relations[e.get(R + "id")] for e in document.iter(W + "hyperlink") if e.get(R + "id")] == ["https://example.org/guide?a=1&b=2"]


def test_styles_that_are_used_exist(data, document):
    known = {s.get(W + "styleId") for s in part(data, "word/styles.xml").iter(W + "style")}
    used = {e.get(W + "val") for tag in ("pStyle", "rStyle", "tblStyle") for e in document.iter(W + tag)}
    assert used <= known


def test_headings_captions_and_header_rows_are_words_own(data, document):
    styles = [e.get(W + "val") for e in document.iter(W + "pStyle")]
    assert styles.count("Heading1") == 4 and styles.count("Heading2") == 1 and styles.count("Caption") == 2
    codes = [e.text.split() for e in document.iter(W + "instrText")]
    assert [code[:2] for code in codes[1:]] == [["SEQ", "Table"], ["SEQ", "Figure"]] and codes[0][0] == "TOC"
    assert len(list(document.iter(W + "tblHeader"))) == 1
    assert [e.get("descr") for e in document.iter(WP + "docPr")][1] == "Bars mentor"
    assert {e.get(W + "val") for e in part(data, "word/styles.xml").iter(W + "lang")} == {"en-ZA"}


def test_contents_lead_to_their_places_and_show_no_page_that_may_be_wrong(data, document):
    entries = [p for p in document.iter(W + "p") if (style := p.find(f"{W}pPr/{W}pStyle")) is not None and style.get(W + "val").startswith("TOC")]
    assert [shown(p) for p in entries] == [entry["text"] for entry in contents(a_paper())]
    names = {e.get(W + "name") for e in document.iter(W + "bookmarkStart")}
    assert all((link := p.find(W + "hyperlink")) is not None and link.get(W + "anchor") in names for p in entries)
    # Whoever updates the field gets the numbers, but nobody is asked to as the file opens.
    [code] = [e.text.split() for p in entries for e in p.iter(W + "instrText")]
    assert code[0] == "TOC" and "\\n" not in code
    assert part(data, "word/settings.xml").find(W + "updateFields") is None
    assert not any(e.get(W + "dirty") for e in document.iter(W + "fldChar"))


def test_no_empty_paragraph_makes_room(document):
    drawn = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphic"
    empty = [p for p in document.iter(W + "p") if not shown(p).strip() and next(p.iter(drawn), None) is None]
    assert empty == []


def test_a_table_at_the_end_is_followed_by_a_paragraph():
    paper = a_paper(blocks=a_paper().blocks[12:13])
    body = part(render_docx(paper), "word/document.xml")[0]
    assert [child.tag for child in body][-3:] == [W + "tbl", W + "p", W + "sectPr"]


# --- hostile text ------------------------------------------------------------------------

HOSTILE = [
    "<w:p/>", "</w:t></w:r>&amp;&#x0;", "]]>", "{{BODY}}", "{{TITLE}} {% raw %}", '"quoted" \'s', "a\x00b\x0bc\x1f", "\ud800half",
    "\ufffe\uffff", "\u202eright to left", "אבג", "🙂👩‍👩‍👧", "=1+1", "x" * 10_000, "_dp_abc", "a\tb\nc", "\\o \\h PAGEREF", "<!--", "﷽" * 20,
]  # fmt: skip


@pytest.mark.parametrize("word", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_comes_out_as_text(word):
    paper = a_paper(word)
    found = {name: text.replace(",\u00a0", ",") for name, text in anchored(part(render_docx(paper), "word/document.xml")).items()}
    assert found == {unit.anchor: x.legal(unit.text) for unit in units(paper)}


def test_naughty_strings_come_out_as_text():
    file = next(iter(sorted(BLNS.rglob("blns.txt"))), None) if BLNS.is_dir() else None
    if file is None:
        pytest.skip("../shared/badinputs/text is not there")
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    blocks = tuple(Paragraph(id=f"p{n}", runs=(Run(text=line), Run(text=line, href=line))) for n, line in enumerate(lines))
    found = anchored(part(render_docx(a_paper(blocks=blocks)), "word/document.xml"))
    assert [found[u.anchor] for u in units(a_paper(blocks=blocks))] == [x.legal(u.text) for u in units(a_paper(blocks=blocks))]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a b?q=ä&x=%zz#ü", "https://example.org/a%20b?q=%C3%A4&x=%25zz#%C3%BC"),
        ("HTTP://Example.org", "http://Example.org"),
        ("https://example.org:8080/x", "https://example.org:8080/x"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("https://[::1", ""),
        ("https://user:secret@example.org", ""),
        ("https://a..b/", ""),
        ("https://example.org:99999999", ""),
        ("//example.org", ""),
        ("https://example.org/" + "a" * 3000, ""),
    ],
)
def test_only_sound_web_addresses_become_links(address, expected):
    assert web_address(address) == expected


# --- templates that staff have changed ------------------------------------------------


def changed(replace) -> bytes:
    """The template with ``replace`` applied to the text of each of its XML parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, replace(name, content.decode()).encode() if name.endswith(".xml") else content)
    return out.getvalue()


def test_our_template_lacks_nothing():
    assert check_template(TEMPLATE.read_bytes()) == ()


def test_a_missing_style_is_told_by_name_and_replaced(caplog):
    template = changed(lambda name, text: text.replace('w:val="DP Quote"', 'w:val="Our Quote"'))
    [notice] = check_template(template)
    assert notice.code == "template-style" and "“DP Quote”" in notice.detail and "“Normal”" in notice.detail
    data = render_docx(a_paper(), template)
    assert "DP Quote" in caplog.text and "We meet on Mondays" not in caplog.text
    known = {s.get(W + "styleId") for s in part(data, "word/styles.xml").iter(W + "style")}
    assert {e.get(W + "val") for e in part(data, "word/document.xml").iter(W + "pStyle")} <= known


def test_a_field_that_word_cut_into_runs_is_filled():
    template = changed(lambda name, text: text.replace("{{TITLE}}", '{{TI</w:t></w:r><w:r><w:t xml:space="preserve">TLE}} in short') if name == "word/document.xml" else text)
    body = part(render_docx(a_paper(), template), "word/document.xml")
    assert "Mentors and money mentor in short" in [shown(p) for p in body.iter(W + "p")]


def test_an_empty_field_takes_its_paragraph_away():
    texts = [shown(p) for p in part(render_docx(a_paper(notice="")), "word/document.xml").iter(W + "p")]
    assert not any("{{" in text or "Fictional mentor" == text for text in texts)


def test_an_unknown_field_is_told():
    template = changed(lambda name, text: text.replace("{{SUBTITLE}}", "{{SUBTITEL}}"))
    assert [n.detail for n in check_template(template)] == ["{{SUBTITEL}} is not a field"]


@pytest.mark.parametrize(
    "template",
    [b"", b"no document", changed(lambda name, text: text.replace("{{BODY}}", "")), changed(lambda name, text: text.replace("w:document", "w:dokument"))],
    ids=["empty", "not a zip", "no body", "another root"],
)
def test_a_template_that_cannot_be_used_is_refused(template):
    with pytest.raises(CouldNot) as caught:
        render_docx(a_paper(), template)
    assert caught.value.code == "template-broken"


def test_libreoffice_opens_it(data, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "paper.docx").write_bytes(data)
    command = [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "paper.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    from pypdf import PdfReader

    pages = PdfReader(tmp_path / "paper.pdf").pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for expected in ("Mentors and money mentor", "Table 1. Sites mentor", "Figure 1. People mentor", "An hour mentor"):
        assert expected in text


def test_guide_names_every_style_and_field():
    guide = (Path(__file__).resolve().parents[2] / "docs" / "your-template.md").read_text("utf-8")
    styles = [name for name in (*PARAGRAPH_STYLES, *CHARACTER_STYLES, *TABLE_STYLES) if name.startswith("DP ")]
    assert [name for name in styles if name not in guide] == []
    assert [name for name in (BODY, *FIELDS) if f"{{{{{name}}}}}" not in guide] == []


def test_what_leads_on_to_something_ends_no_page() -> None:
    blocks = (Heading(id="practices", level=1, text="Practices"), Paragraph(id="practices-about", runs=(Run(text="What members do."),)), Paragraph(id="method-1", runs=(Run(text="How it was made."),)))
    with zipfile.ZipFile(io.BytesIO(render_docx(a_paper(blocks=blocks)))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    kept = {"".join(p.itertext(f"{W}t")) for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None}
    assert "What members do." in kept and "How it was made." not in kept


# --- how it is divided into pages ----------------------------------------------------------


def kept(paragraphs) -> list[bool]:
    return [p.find(f"{W}pPr/{W}keepNext") is not None for p in paragraphs]


def written(*blocks):
    return part(render_docx(a_paper(blocks=blocks)), "word/document.xml")


def rows_of(document) -> list[bool]:
    """For each row of a table, whether it stays with what follows it."""
    rows = [list(row.iter(W + "p")) for row in document.iter(W + "tr") if row.find(f"{W}trPr/{W}tblHeader") is None]
    assert all(len(set(kept(row))) == 1 for row in rows)
    return [kept(row)[0] for row in rows]


def test_no_row_or_two_of_a_table_stand_alone_and_a_note_stays_with_its_last():
    table = Table(id="t", caption="Sites", header=("What",), rows=tuple(((Run(text=f"{n} {'sites that somebody spoke of ' * 3}"),),) for n in range(8)))
    body = Paragraph(id="p", runs=(Run(text="On we go."),))
    short = table.model_copy(update={"rows": tuple(((Run(text=str(n)),),) for n in range(8))})
    assert rows_of(written(short, body)) == [True] * 7 + [False], "a small table stays whole"
    assert rows_of(written(table, body)) == [True, True, False, False, True, True, True, False]
    assert rows_of(written(table, body.model_copy(update={"style": "note"})))[-1]


def test_quotations_that_follow_one_another_may_be_parted():
    quotes = [Quote(id=f"q{n}", runs=(Run(text="We meet."),), attribution="An adviser") for n in (1, 2)]
    document = written(*quotes, Paragraph(id="p", runs=(Run(text="On we go."),)))
    by = [p for p in document.iter(W + "p") if shown(p) == "An adviser"]
    assert kept(by) == [False, False], "long ones would leave half a page empty"


def test_no_bar_joins_two_quotations(data):
    barred = {s.get(W + "styleId"): s.find(f"{W}pPr/{W}pBdr") is not None for s in part(data, "word/styles.xml").iter(W + "style")}
    assert barred["DPQuote"] and not barred["DPAttribution"]


def test_a_sentence_before_a_figure_stays_with_it():
    figure = next(block for block in a_paper().blocks if isinstance(block, Figure))
    document = written(Paragraph(id="p", runs=(Run(text="Three spoke."),)), figure)
    assert kept(p for p in document.iter(W + "p") if shown(p) == "Three spoke.") == [True]


def test_no_line_begins_with_the_number_of_a_note(document):
    marks = [shown(run) for run in document.iter(W + "r") if (style := run.find(f"{W}rPr/{W}rStyle")) is not None and style.get(W + "val") == "DPCitation"]
    numbers = [mark for mark in marks if any(map(str.isdigit, mark))]
    assert numbers and all(mark.startswith(x.NO_BREAK) for mark in numbers)


def test_publisher_and_community_of_one_name_stand_on_the_cover_once():
    data = render_docx(a_paper(community="Bakers", publisher="Bakers"))
    texts = [shown(p) for p in part(data, "word/document.xml").iter(W + "p")]
    assert texts[:2] == ["Bakers", "Discussion paper"]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        footers = [package.read(name).decode() for name in package.namelist() if name.startswith("word/footer")]
    assert any("Bakers" in footer for footer in footers)


def test_chapters_run_on_but_for_the_first():
    names = ("key-messages", "evidence", "review")
    document = written(*(Heading(id=name, level=1, text=name) for name in names))
    begins = {shown(p): p.find(f"{W}pPr/{W}pageBreakBefore") is None for p in document.iter(W + "p") if shown(p) in names and p.find(f"{W}pPr/{W}pStyle").get(W + "val") == "Heading1"}
    assert begins == {"key-messages": True, "evidence": False, "review": False}


@pytest.mark.parametrize(("entries", "together"), [(3, True), (60, False)])
def test_contents_stand_below_the_imprint_where_both_fit(entries, together):
    document = written(*(Heading(id=f"h{n}", level=1, text=f"Chapter {n}") for n in range(entries)))
    [heading] = [p for p in document.iter(W + "p") if shown(p) == "Contents"]
    assert (heading.find(f"{W}pPr/{W}pageBreakBefore") is not None) is together


def test_a_paragraph_after_a_table_keeps_its_distance():
    table = Table(id="t", caption="Sites", header=("What",), rows=(((Run(text="x"),),),))
    document = written(table, Paragraph(id="p", runs=(Run(text="On we go."),)))
    [after] = [p for p in document.iter(W + "p") if shown(p) == "On we go."]
    assert int(after.find(f"{W}pPr/{W}spacing").get(W + "before")) > 200


def test_lines_of_key_messages_are_of_one_height_whatever_their_number(data):
    [style] = [s for s in part(data, "word/styles.xml").iter(W + "style") if s.get(W + "styleId") == "DPKeyMessage"]
    assert style.find(f"{W}pPr/{W}spacing").get(W + "lineRule") == "exact"


def test_what_a_topic_ends_with_stays_with_it():
    listed = Bullets(id="theme-1-points", items=((Run(text="One."),), (Run(text="Two."),)))
    further = Paragraph(id="theme-1-elsewhere", style="note", runs=(Run(text="See also Questions."),))
    document = written(listed, further)
    kept = {shown(p): p.find(f"{W}pPr/{W}keepNext") is not None for p in document.iter(W + "p") if shown(p) in ("One.", "Two.", "See also Questions.")}
    assert kept == {"One.": False, "Two.": True, "See also Questions.": False}
