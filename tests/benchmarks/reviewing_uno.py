"""What a reviewer does to a draft, done in LibreOffice. Run by reviewing.py with the system's
Python, which has the uno module: reviewing_uno.py PLAN.json

The plan names the draft, the pipe of a running office, a picture, the bookmarks to work on,
and for each case what to do, whether changes are recorded, and where to save the copy.
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


def value(name, content):
    prop = PropertyValue()
    prop.Name, prop.Value = name, content
    return prop


def url(path):
    return uno.systemPathToFileUrl(path)


class Copy:
    """An open draft with what a reviewer can do to it."""

    def __init__(self, desktop, context, path, names, picture):
        self.document = desktop.loadComponentFromURL(url(path), "_blank", 0, (value("Hidden", True),))
        self.names, self.picture = names, picture
        self.context = context
        self.controller = self.document.getCurrentController()
        self.view = self.controller.getViewCursor()

    def range(self, name):
        return self.document.Bookmarks.getByName("_dp_" + self.names[name]).Anchor

    def cursor(self, name, words=""):
        """A cursor over a text, or over the first of its words that are ``words``."""
        anchor = self.range(name)
        cursor = anchor.Text.createTextCursorByRange(anchor)
        if words:
            at = cursor.String.index(words)
            cursor.collapseToStart()
            cursor.goRight(at, False)
            cursor.goRight(len(words), True)
        return cursor

    def word(self, name, number):
        """A cursor over one word of a text, from 0."""
        words = self.cursor(name).String.split()
        return self.cursor(name, words[number])

    def end(self, name):
        cursor = self.cursor(name)
        cursor.collapseToEnd()
        cursor.gotoEndOfParagraph(False)
        return cursor

    def start(self, name):
        cursor = self.cursor(name)
        cursor.collapseToStart()
        return cursor

    def insert(self, cursor, text):
        cursor.Text.insertString(cursor, text, False)

    def paragraph(self, name):
        """A cursor over the whole paragraph of a text."""
        cursor = self.start(name)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def dispatch(self, command, *arguments):
        helper = self.context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", self.context)
        helper.executeDispatch(self.controller.Frame, command, "", 0, tuple(value(n, v) for n, v in arguments))

    def select(self, cursor):
        self.controller.select(cursor)

    def note(self, cursor, text, author):
        field = self.document.createInstance("com.sun.star.text.textfield.Annotation")
        field.Author, field.Content = author, text
        cursor.Text.insertTextContent(cursor, field, True)
        return field

    def new_paragraph_after(self, name, text, style=""):
        cursor = self.end(name)
        cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.Text.insertString(cursor, text, False)
        if style:
            cursor.ParaStyleName = style
        return cursor

    def cut_to(self, name, after):
        """Cut a whole paragraph and paste it after another one."""
        cursor = self.start(name)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoNextParagraph(True)
        self.select(cursor)
        self.dispatch(".uno:Cut")
        end = self.end(after)
        end.gotoNextParagraph(False)
        self.select(end)
        self.dispatch(".uno:Paste")

    def table_of(self, name):
        return self.range(name).TextTable

    def row_of(self, name):
        return int("".join(c for c in self.range(name).Cell.CellName if c.isdigit())) - 1


def reword(c):
    word = c.word("point", 2)
    word.setString("ZQREWORD")


def several(c):
    c.word("point", 1).setString("ZQONE")
    c.word("about", 3).setString("ZQTWO")
    c.word("row", 2).setString("ZQTHREE")


def prefix(c):
    c.insert(c.start("point"), "ZQPREFIX ")


def suffix(c):
    c.insert(c.end("point"), " ZQSUFFIX")


def delete_words(c):
    cursor = c.word("point", 3)
    cursor.goRight(12, True)
    cursor.setString("")


def retype(c):
    c.cursor("point").setString("ZQRETYPED from beginning to end by one reviewer.")


def split(c):
    cursor = c.word("about", 4)
    cursor.collapseToStart()
    cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    c.insert(cursor, "ZQSPLIT ")


def merge(c):
    cursor = c.end("point")
    cursor.goRight(1, True)
    cursor.setString(" ZQJOINED ")


def delete_paragraph(c):
    cursor = c.start("point")
    cursor.gotoStartOfParagraph(False)
    cursor.gotoNextParagraph(True)
    cursor.setString("")


def move(c):
    c.cut_to("about", "second")


def move_to_list(c):
    c.cut_to("point", "challenge")


def copy_paragraph(c):
    cursor = c.paragraph("about")
    c.select(cursor)
    c.dispatch(".uno:Copy")
    c.new_paragraph_after("second", "")
    end = c.end("second")
    end.gotoNextParagraph(False)
    c.select(end)
    c.dispatch(".uno:Paste")


def add_paragraph(c):
    c.new_paragraph_after("about", "ZQADDED a paragraph of the reviewer's own.")


def add_three(c):
    for number in (3, 2, 1):
        c.new_paragraph_after("about", "ZQADDED%d a paragraph of several." % number)


def add_item(c):
    c.new_paragraph_after("point", "ZQITEM that was forgotten.")


def add_heading(c):
    c.new_paragraph_after("about", "ZQHEADING of the reviewer", "Heading 2")


def add_row(c):
    table, row = c.table_of("cell"), c.row_of("cell")
    table.Rows.insertByIndex(row + 1, 1)
    for column, text in enumerate(("ZQROW question?", "Left open", "ZQCELL")):
        cell = table.getCellByPosition(column, row + 1)
        cell.Text.insertString(cell.createTextCursor(), text, False)


def delete_row(c):
    c.table_of("cell").Rows.removeByIndex(c.row_of("cell"), 1)


def edit_cell(c):
    c.insert(c.end("cell"), " ZQINCELL")


def cell_paragraph(c):
    c.new_paragraph_after("cell", "ZQCELLPART")


def edit_card(c):
    c.word("row", 2).setString("ZQCARD")


def add_card_row(c):
    table, row = c.table_of("row"), c.row_of("row")
    table.Rows.insertByIndex(row + 1, 1)
    for column, text in enumerate(("ZQLABEL", "ZQVALUE of the card.")):
        cell = table.getCellByPosition(column, row + 1)
        cell.Text.insertString(cell.createTextCursor(), text, False)


def add_table(c):
    cursor = c.new_paragraph_after("about", "")
    table = c.document.createInstance("com.sun.star.text.TextTable")
    table.initialize(2, 2)
    cursor.Text.insertTextContent(cursor, table, False)
    for name, text in (("A1", "ZQHEAD"), ("B1", "Number"), ("A2", "ZQBODY"), ("B2", "12")):
        table.getCellByName(name).setString(text)


def add_picture(c):
    cursor = c.new_paragraph_after("about", "")
    graphic = c.document.createInstance("com.sun.star.text.TextGraphicObject")
    provider = c.context.ServiceManager.createInstanceWithContext("com.sun.star.graphic.GraphicProvider", c.context)
    graphic.Graphic = provider.queryGraphic((value("URL", url(c.picture)),))
    graphic.AnchorType = uno.Enum("com.sun.star.text.TextContentAnchorType", "AS_CHARACTER")
    graphic.Width, graphic.Height = 4000, 3000
    cursor.Text.insertTextContent(cursor, graphic, False)


def edit_heading(c):
    c.cursor("theme").setString("ZQTHEME renamed")


def delete_heading(c):
    cursor = c.start("theme")
    cursor.gotoStartOfParagraph(False)
    cursor.gotoNextParagraph(True)
    cursor.setString("")


def comment(c):
    c.note(c.word("point", 2), "ZQCOMMENT what does this mean?", "Reviewer")


def reply(c):
    c.note(c.word("point", 2), "ZQCOMMENT what does this mean?", "Reviewer")
    c.note(c.word("point", 2), "ZQREPLY it means what it says.", "Colleague")


def resolve(c):
    c.note(c.word("point", 2), "ZQCOMMENT what does this mean?", "Reviewer").Resolved = True


def bold(c):
    c.word("about", 2).CharWeight = 150.0


def italic(c):
    c.word("about", 2).CharPosture = uno.Enum("com.sun.star.awt.FontSlant", "ITALIC")


def link(c):
    c.word("about", 2).HyperLinkURL = "https://example.org/zqlink"


def restyle(c):
    c.start("about").ParaStyleName = "Heading 2"


def replace_all(c):
    search = c.document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString, search.SearchWords = "clients", "ZQCUSTOMERS", True
    c.document.replaceAll(search)


def accept_all(c):
    reword(c)
    c.dispatch(".uno:AcceptAllTrackedChanges")


def reject_all(c):
    c.dispatch(".uno:TrackChanges", ("TrackChanges", True))
    c.document.RecordChanges = True
    reword(c)
    c.dispatch(".uno:RejectAllTrackedChanges")


def verdict_drop(c):
    c.insert(c.end("verdict"), "drop")


def verdict_keep(c):
    c.cursor("rest").setString("keep")


def verdict_change(c):
    c.insert(c.end("verdict"), " change: ZQCHANGED it to these five words.")


def redact(c):
    c.word("quote", 2).setString("")


def quote_edit(c):
    c.insert(c.end("quote"), " ZQQUOTE")


def title(c):
    c.insert(c.end("title"), " ZQTITLE")


def imprint(c):
    c.insert(c.end("imprint"), " ZQIMPRINT")


def footnote(c):
    note = c.document.createInstance("com.sun.star.text.Footnote")
    cursor = c.end("about")
    cursor.Text.insertTextContent(cursor, note, False)
    note.setString("ZQFOOTNOTE of the reviewer.")


def contact(c):
    c.insert(c.end("about"), " Write to zq@example.org about ZQCONTACT.")


def nothing(c):
    pass


def main():
    plan = json.load(open(sys.argv[1]))
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % plan["pipe"])
            break
        except Exception:
            time.sleep(0.5)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    failed = {}
    for case in plan["cases"]:
        copy = Copy(desktop, context, plan["draft"], plan["names"], plan["picture"])
        try:
            copy.document.RecordChanges = case["record"]
            globals()[case["edit"]](copy)
            path = case["out"]
            if case["odt"]:
                middle = path[:-5] + ".odt"
                copy.document.storeToURL(url(middle), (value("FilterName", "writer8"),))
                copy.document.close(True)
                copy.document = desktop.loadComponentFromURL(url(middle), "_blank", 0, (value("Hidden", True),))
            copy.document.storeToURL(url(path), (value("FilterName", "MS Word 2007 XML"),))
        except Exception as error:
            failed[case["out"]] = repr(error)[:300]
        finally:
            copy.document.close(True)
    json.dump(failed, open(sys.argv[1] + ".failed", "w"))
    desktop.terminate()


main()
