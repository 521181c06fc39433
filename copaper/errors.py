"""Errors for people: a code, the file, the line or key, and what to do about it.

The fields travel as they are (``args`` holds them all, so an error survives pickling),
the sentence is made only when it is shown, from one table. No error ever carries words
or names of participants: it says where to look, not what stands there.
"""

from __future__ import annotations

from pathlib import Path
from string import Formatter

_HOUSE = Path(__file__).resolve().parent.parent

EXIT_DONE, EXIT_COULD_NOT, EXIT_BAD_INPUT = 0, 1, 2


class CopaperError(Exception):
    """Something a person must know. ``code`` is a key of :data:`SENTENCES`."""

    exit_code = EXIT_COULD_NOT

    def __init__(self, code: str, file: str = "", line: int = 0, **details: object) -> None:
        super().__init__(code, file, line, details)
        self.code = code
        self.file = str(file)
        self.line = line
        self.details = details

    def __reduce__(self):
        return _rebuild, (type(self), self.code, self.file, self.line, self.details)

    def at(self, file: str) -> CopaperError:
        """Return the same error of ``file``, for who knows better where it lies."""
        return _rebuild(type(self), self.code, file, self.line, self.details)

    @property
    def problem(self) -> str:
        return SENTENCES[self.code][0].format_map(_Blank(self.details))

    @property
    def remedy(self) -> str:
        return SENTENCES[self.code][1].format_map(_Blank(self.details))

    @property
    def place(self) -> str:
        """``file, line 3`` or as much of it as is known."""
        return ", ".join(part for part in (self.file, f"line {self.line}" if self.line else "") if part)

    def __str__(self) -> str:
        head = f"{self.place}: " if self.place else ""
        return f"{head}{self.problem} {self.remedy}".strip()


class BadInput(CopaperError):
    """What the user gave cannot be used as it is; exit code 2, nothing was written."""

    exit_code = EXIT_BAD_INPUT


class CouldNot(CopaperError):
    """The input is fine, but the job could not be done (disk full, lock held); exit code 1."""


def _rebuild(cls, code, file, line, details):
    return cls(code, file, line, **details)


class _Blank(dict):
    """Details for a sentence; a detail that was not given shows as a question mark."""

    def __missing__(self, key: str) -> str:
        return "?"


def unexpected(error: BaseException) -> CouldNot:
    """Return what people are told of an error that nobody foresaw: its type and the line of
    code it came from, never its message, which may quote what somebody said."""
    frame = error.__traceback__
    file, line = "", 0
    while frame:
        found = Path(frame.tb_frame.f_code.co_filename)
        if found.is_relative_to(_HOUSE) and ".venv" not in found.parts:
            file, line = found.relative_to(_HOUSE).as_posix(), frame.tb_lineno
        frame = frame.tb_next
    return CouldNot("unexpected", file, line, kind=type(error).__name__)


def fields_of(code: str) -> set[str]:
    """Return the details that the sentences of ``code`` speak of."""
    return {name for text in SENTENCES[code] for _, name, _, _ in Formatter().parse(text) if name}


SENTENCES: dict[str, tuple[str, str]] = {
    # code: (what is wrong, what to do)
    "folder-missing": ("There is no such folder.", "Check the path; a session is a folder such as data/raw/bas/2020-09-22."),
    "folder-is-file": ("This is a file, and a session is a folder.", "Give the folder that holds it; “copaper check” can look at one file, too."),
    "folder-is-community": ("This is the folder of a community, not of a session.", "Give the folder of one of its sessions, such as data/raw/bas/2020-09-22; “copaper process” alone can take all of a community."),
    "folder-name": ("The name of a session's folder is its day, and small letters, digits and hyphens at most.", "Rename it to “{name}”."),
    "file-missing": ("There is no such file.", "Check the path."),
    "file-misnamed": ("The file is not read under this name.", "Rename it to “{name}”; Windows hides the end of a name unless “File name extensions” is ticked."),
    "folder-empty": ("The folder holds no export.", "Put the transcript, chat log and attendance report of the webinar into it."),
    "folder-not-date": ("The folder's name is not a date.", "Name it after the day of the webinar, as in 2020-09-22, or put “start:” into session.yaml."),
    "nothing-said": ("There is no transcript and no chat log among the files ({files}), so there is nothing to write about.", "Add the transcript (.vtt) or the saved chat of the webinar; “copaper check” shows how each file was understood."),
    "nothing-readable": ("It looks like a transcript or chat log, but nothing in it could be read.", "Export it anew from the platform; “copaper check” with this one file tells which lines were left out, and why."),
    "nothing-in-it": ("Nothing that was said or written is in the file: it has its first lines and no more.", "Export it anew from the platform; it may not have been ready yet, or the recording was not transcribed."),
    "no-talk": ("This holds no talk: {what}.", "Look into the file. If the recording has speech, export its transcript anew; else take the file out of the folder: what else lies there may do for a paper."),
    "no-community": ("The session belongs to no community.", "Put it under data/raw/<community>/ beside a community.yaml, or name one with --community."),
    "unknown-community": ("There is no community “{community}”.", "Known are: {known}. A community is a folder under data/raw/ with a community.yaml."),
    "people-workbook": ("The table of people is a workbook of a spreadsheet program.", "Open it there and save it as “people.csv”, of the type “CSV UTF-8”."),
    "people-no-header": ("The first line does not say what the columns are.", "Begin the file with a line such as “name,organisation,province”, or with semicolons, whichever stands between the columns below it."),
    "people-no-columns": ("The table has a column of names and none of organisations or provinces.", "Call the columns “name”, “organisation” and “province” in the first line."),
    "people-quotes": ("A quotation mark is not closed on this line or one of those below.", "Close it; a quotation mark that belongs to a name is written twice."),
    "people-row-long": ("The line has {cells} cells and the first line {columns}.", "Put a value that holds a comma into quotation marks, as \"Ubambo, Advisory Forum\"."),
    "yaml-syntax": ("This is not valid YAML ({reason}).", "Check the indentation and the colons of this line and the one before."),
    "yaml-tab": ("There is a tab on this line, which YAML does not allow.", "Use spaces instead of the tab."),
    "yaml-colon": ("A value on this line holds a colon.", "Put the whole value into quotation marks, as in title: \"Late payment: what to do\"."),
    "yaml-file": ("“{key}” names a file “{wrong}” that is not in the folder.", "{suggestion}"),
    "yaml-key": ("“{key}” is not a key that is known here.", "Did you mean {suggestion}? Known keys: {known}."),
    "yaml-value": ("“{key}” has a value that cannot be used: {reason}.", "Correct the value; docs/communities.md shows every key."),
    "yaml-missing": ("“{key}” is missing.", "Add it; docs/communities.md shows every key."),
    "file-empty": ("The file is empty.", "Export it again from the platform, or remove it from the folder."),
    "file-unreadable": ("The file cannot be opened ({reason}).", "Check its permissions, or copy it into the folder again."),
    "file-not-regular": ("This is not an ordinary file.", "Replace links, pipes and devices by the file itself."),
    "file-too-large": ("The file is larger than {limit}.", "No webinar export is so large; check that it is the right file."),
    "file-binary": ("The file is neither text nor a document that is known here.", "Remove it from the folder, or export it again as .vtt, .txt, .csv, .xlsx or .docx."),
    "file-unknown": ("No reader knows this format.", "Supported formats are listed in docs/formats.md. Remove the file if it is not an export of the webinar."),
    "community-twice": ("The code “{taken}” belongs to the community of the folder {taken}.", "Write “code: {own}” into this file: papers and addresses of two communities would be mixed up."),
    "file-own-paper": ("This is a paper that Copaper made, or a reviewed copy of one, and no export of the webinar.", "Move it out of the folder. A reviewed copy is taken in with “copaper review COPY.docx --reviewer NAME”."),
    "file-document": ("The file is a Word document, and no transcript or chat log was found in it.", "Export it again from the platform as .vtt or .docx. Remove the file if it is not an export of the webinar."),
    "file-own": ("Copaper made this file; it is no export of a webinar.", "Remove it from the folder."),
    "file-growing": ("The file is still being copied.", "Wait until the copy has ended and start again."),
    "session-changed": ("The session was changed while it was processed.", "Nothing is to be done: it is processed anew as it is now."),
    "package-refused": ("The document was refused: {reason}.", "Open it in Word or Excel, save it under a new name, and use that file; if it does not open there, ask whoever sent it for it again."),
    "encoding": ("The text cannot be decoded as {encoding}.", "Open it in a text editor and save it as UTF-8."),
    "no-times": ("The transcript has no times that can be read.", "Export it again as .vtt, or check that the times were not altered by hand."),
    "locked": ("The session is being processed by another run (process {pid}).", "Wait until it has ended, then start again."),
    "session-held": ("Another run has held the session for minutes; nothing was approved.", "Wait until it has ended, then approve again; “copaper status” shows the runs of the service."),
    "cannot-write": ("The output cannot be written ({reason}).", "Check the free space and the permissions of the folder; what stood there before is untouched."),
    "output-inside-raw": ("The output folder lies inside the raw data.", "Choose another folder with --out; raw exports are never written to."),
    "missing-glyph": ("The PDF would show an empty box for {count} character(s) that no bundled font holds.", "Report this; the DOCX and HTML are not affected."),
    "asset-refused": ("The page asked for a file outside the templates folder.", "Check templates/ for links; only files that stand there may be used."),
    "template-broken": ("The template cannot be used: {reason}.", "Restore it from the project, or follow docs/your-template.md."),
    "not-a-quarter": ("This is not a quarter.", "Write it as year and quarter, as in 2020-Q3."),
    "model-missing": ("The language model “{model}” is not installed.", "Run “make install”, or name an installed model in community.yaml."),
    "draft-missing": ("There is no such file.", "Give the path of the reviewed Word document."),
    "draft-not-ours": ("This is not a draft that Copaper made.", "Send the reviewed copy of the draft paper.docx; a text that was pasted into another document has lost its ties."),
    "draft-session-unknown": ("The draft belongs to the session “{session}”, which is not here.", "Check that data/raw holds the session's folder, or that COPAPER_HOME is the right place."),
    "draft-unknown": ("Nothing is known of the draft that this copy was made from.", "It is from another installation, or its base file was deleted; restore data/processed from a backup, or let the reviewer use the newest draft."),
    "draft-unprocessed": ("The session has no draft yet.", "Run “copaper process” on its folder first."),
    "draft-open": ("{conflicts} conflict(s), {comments} comment(s) and {unplaced} passage(s) that could not be placed are still open.", "Settle them in the newest draft and take it in with “copaper review”, or approve with --force, which names them in the record."),
    "lesson-unknown": ("The community has learnt nothing with the id “{lesson}”.", "“copaper review --learned <community>” lists the ids."),
    "already-filed": ("A different file of this name was filed before; what was filed is never replaced.", "Rename the new file and try again."),
    "review-damaged": ("The record of a review cannot be read.", "Restore the folder reviews/ from a backup; the reviewed Word document itself is untouched."),
    "nobody-of-this-name": ("No session here knows a person of this name or address.", "Write the whole name as the exports do; “copaper check” lists who was taken for whom."),
    "process-lost": ("One of the processes went away, as when the machine's memory is used up.", "Start it again with fewer --jobs; what was made is kept and not made again."),
    "no-dask": ("Dask is not installed.", "Run “.venv/bin/python -m pip install 'prefect-dask>=0.3.7,<0.4'”, or leave --runner away."),
    "unexpected": ("Something happened that was not foreseen ({kind}); nothing half-made was left behind.", "Run it again with COPAPER_DEBUG=1 for the whole account, and report that."),
}
