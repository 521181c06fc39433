"""From what a format wrote to cues: what the readers of transcripts have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from copaper.intake.export import Export
from copaper.intake.ledger import Ledger, many_records
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _speakers, _webvtt
from copaper.records import Cue, Reading

WORDS_PER_SECOND = 2.5
"""How fast people speak (150 words a minute), where a format gives no end."""

NOBODY = frozenset(("unknown speaker", "unknown", "unknown user", "speaker ?"))
"""What platforms call somebody whom they could not tell, folded."""

_WITHOUT_WORDS = re.compile(r"[\d:.,>\s-]*\d[\d:.,>\s-]*")
_ENDS = re.compile(r"(?:[.?!…][\"'”’)\]]*|</v>)\s*$")
_MOSTLY = 0.6
_BYE = r"(?:(?:good)?bye|ciao|cheers|thanks|thank you|see you|take care|(?:good|nice|great|lovely) (?:day|evening|night|week|weekend))"
_FAREWELL = re.compile(rf"\b{_BYE}(?:\W+(?:{_BYE}|so much|very much|everybody|everyone|all|again|then|next (?:week|time|month)|soon|okay|ok|yes|yeah))*\W*$", re.I)
_LAST = 80
"""Characters of the last words that are looked at."""
"""Last words after which nothing is missing, though they have no full stop: speech recognition sets none behind "bye bye"."""

_SIGNATURE = re.compile(r"\ufeff?WEBVTT(?:[ \t\n]|$)")


def is_webvtt(export: Export) -> bool:
    return not export.is_binary and bool(_SIGNATURE.match(export.head))


def read_webvtt(reader: Reader, export: Export, dialect: _webvtt.Dialect = _webvtt.WEBVTT) -> Reading:
    """Read an export whose words are in cues of ``dialect``, however its speakers are told."""
    ledger = Ledger.of(reader, export)
    with many_records():
        cues = _webvtt.parse(export.lines, ledger, dialect)
        if _is_cut_off(export, cues):
            ledger.remark("file-cut-off", len(export.lines), 0)
        if _webvtt.has_markup(cues):
            spoken = [(cue, voice, words) for cue in cues for voice, words in _webvtt.voices(cue.payload)]
        else:
            spoken = [(cue, "", _webvtt.plain_text(cue.payload, False)) for cue in cues]
        add_spoken(ledger, spoken)
        return ledger.close()


def _is_cut_off(export: Export, cues: Sequence[_webvtt.RawCue]) -> bool:
    """Tell whether a file breaks off within a cue: it has no last line end, and its last line is a
    number or times without words, or its last words end unlike most cues do."""
    if export.text.endswith("\n") or not cues:
        return False
    if _WITHOUT_WORDS.fullmatch(export.lines[-1]):
        return True
    if _FAREWELL.search(cues[-1].payload[-_LAST:]):
        return False
    whole = [bool(_ENDS.search(cue.payload)) for cue in cues]
    return not whole[-1] and sum(whole) > _MOSTLY * (len(whole) - 1)


def add_spoken(ledger: Ledger, spoken: Sequence[tuple[_webvtt.RawCue, str, str]]) -> None:
    """Add (cue, speaker, words) to the ledger; an empty speaker may stand in the words. Where captioners write ">>" before whoever
    begins to speak, as on television (CEA-608), what has none goes on with who spoke before."""
    marked = _speakers.are_marked(words for _, speaker, words in spoken if not speaker)
    if marked:
        spoken = [(raw, speaker, part) for raw, speaker, words in spoken for part in ([words] if speaker else _speakers.parted(words))]
    names = _speakers.names_in([_speakers.unmarked(words) for _, speaker, words in spoken if not speaker and (not marked or _speakers.begins(words))])
    split = _speakers.split
    unnamed, speaking = 0, ""
    add = ledger.items.append
    for raw, speaker, words in spoken:
        if not speaker:
            begins = marked and _speakers.begins(words)
            words = _speakers.unmarked(words) if begins else words
            if names:
                speaker, words = split(words, names)
            if marked:
                speaker = speaking = speaker if speaker or begins else speaking
            if not speaker:
                unnamed += 1
        if not words:
            continue
        start, end = raw.start, raw.end
        if end < start:
            ledger.remark("cue-backwards", raw.line, 0)
            end = start
        add(Cue(raw.line, start, end, speaker, words))
    if unnamed:
        ledger.facts["cues without a speaker"] = str(unnamed)


def lines_of(export: Export) -> list[str]:
    """Return the lines of a text file or of a Word document; none of other files."""
    if export.is_package:
        return export.document
    return [] if export.is_binary else export.lines


def ledger_for(reader: Reader, export: Export) -> Ledger:
    """Return a ledger of :func:`lines_of` the export."""
    return Ledger.of(reader, export, export.document if export.is_package else None)


def read_headed(reader: Reader, export: Export, head: re.Pattern[str], aside: Callable[[str], str]) -> Reading:
    """Read turns that stand below a line with the speaker's name and the time.

    ``head`` has the groups name, h, m and s. ``aside`` returns why a line is to be ignored, or
    nothing for speech.
    """
    ledger = ledger_for(reader, export)
    above: re.Match[str] | None = None
    cues: list[Cue] = []
    for number, line in enumerate(lines_of(export), 1):
        if not line.strip():
            ledger.ignore("blank")
        elif reason := aside(line):
            ledger.ignore(reason)
        elif found := head.match(line):
            above = found
            ledger.read()
        elif above is None:
            ledger.remark("text-outside-cue", number, 1)
        else:
            ledger.read()
            start = _webvtt.seconds(above["h"], above["m"], above["s"], None)
            name = " ".join(above["name"].split())
            speaker = "" if name.casefold() in NOBODY else name
            cues.append(Cue(line=number, start=start, end=None, speaker=speaker, text=" ".join(line.split())))
    ledger.items.extend(with_ends(in_turn(cues)))
    return ledger.close()


def with_ends(cues: Iterable[Cue], last: float | None = None) -> list[Cue]:
    """Give cues that only have a start their end: the next start, or ``last`` after the last
    one, unless that leaves twice the time that their words take to say."""
    cues = list(cues)
    for i, cue in enumerate(cues):
        if cue.start is None or cue.end is not None:
            continue
        spoken = max(1.0, len(cue.text.split()) / WORDS_PER_SECOND)
        following = cues[i + 1].start if i + 1 < len(cues) else last
        end = cue.start + spoken
        if following is not None and cue.start <= following <= cue.start + 2 * spoken:
            end = following
        cues[i] = cue._replace(end=round(end, 3))
    return cues


def in_turn(cues: Iterable[Cue], last: float | None = None) -> list[Cue]:
    """Part the time of paragraphs that share one start among them, by their words.

    A format that times turns only says the same moment for each paragraph of a long one.
    """
    cues = list(cues)
    i = 0
    while i < len(cues):
        j = i + 1
        while j < len(cues) and cues[j].start == cues[i].start:
            j += 1
        if j - i > 1 and cues[i].start is not None:
            words = [max(1, len(cue.text.split())) for cue in cues[i:j]]
            lasts = sum(words) / WORDS_PER_SECOND
            following = cues[j].start if j < len(cues) else last
            if following is not None and following >= cues[i].start:
                lasts = min(lasts, following - cues[i].start)
            since = cues[i].start
            for k, count in zip(range(i, j), words, strict=True):
                cues[k] = cues[k]._replace(start=round(since, 3))
                since += lasts * count / sum(words)
        i = j
    return cues
