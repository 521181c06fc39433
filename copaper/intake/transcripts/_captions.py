"""From what a format wrote to cues: what the readers of transcripts have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _speakers, _webvtt
from copaper.records import Cue, Reading

WORDS_PER_SECOND = 2.5
"""How fast people speak (150 words a minute), where a format gives no end."""

_SIGNATURE = re.compile(r"\ufeff?WEBVTT(?:[ \t\n]|$)")


def is_webvtt(export: Export) -> bool:
    return not export.is_binary and bool(_SIGNATURE.match(export.head))


def read_webvtt(reader: Reader, export: Export, dialect: _webvtt.Dialect = _webvtt.WEBVTT) -> Reading:
    """Read an export whose words are in cues of ``dialect``, however its speakers are told."""
    ledger = Ledger.of(reader, export)
    cues = _webvtt.parse(export.lines, ledger, dialect)
    if _webvtt.has_markup(cues):
        spoken = [(cue, voice, words) for cue in cues for voice, words in _webvtt.voices(cue.payload)]
    else:
        spoken = [(cue, "", _webvtt.plain_text(cue.payload, False)) for cue in cues]
    add_spoken(ledger, spoken)
    return ledger.close()


def add_spoken(ledger: Ledger, spoken: Sequence[tuple[_webvtt.RawCue, str, str]]) -> None:
    """Add (cue, speaker, words) to the ledger; an empty speaker may stand in the words."""
    names = _speakers.names_in([words for _, speaker, words in spoken if not speaker])
    split = _speakers.split
    unnamed = 0
    add = ledger.items.append
    for raw, speaker, words in spoken:
        if not speaker:
            if names:
                speaker, words = split(words, names)
            if not speaker:
                unnamed += 1
        if not words:
            continue
        start, end = raw.start, raw.end
        if end < start:
            ledger.remark("cue-backwards", raw.line, 0)
            end = start
        add(Cue(line=raw.line, start=start, end=end, speaker=speaker, text=words))
    if unnamed:
        ledger.facts["cues without a speaker"] = str(unnamed)


def with_ends(cues: Iterable[Cue]) -> list[Cue]:
    """Give cues that only have a start their end: the next start, or at most as long as
    their words take to say."""
    cues = list(cues)
    for i, cue in enumerate(cues):
        if cue.start is None or cue.end is not None:
            continue
        spoken = max(1.0, len(cue.text.split()) / WORDS_PER_SECOND)
        following = next((c.start for c in cues[i + 1 : i + 2] if c.start is not None), None)
        end = cue.start + spoken if following is None or following < cue.start else following
        cues[i] = cue.model_copy(update={"end": end})
    return cues
