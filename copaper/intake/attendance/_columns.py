"""What a column of an attendance report holds, told by what it is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.intake.attendance._tables import Row
from copaper.intake.places import known_province
from copaper.nameparts import fold

# Names of columns, folded, in the languages that exports were seen in. The first pattern
# that matches a whole header cell decides; order matters ("original name" before "name").
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("first", r"(?:attendee )?first ?names?|voornaam|prenom|vorname|given names?"),
    ("last", r"(?:attendee )?last ?name|surname|family name|van|nom de famille|nachname|apellidos?"),
    ("attended", r"attended"),
    ("action", r"user action|atividade|actividad|action|aktion|accion|acao|benutzeraktion|czynnosc uzytkownika"),
    ("email", r".*\be ?mail\b.*|adresse electronique|correo.*|e ?pos(?:adres)?"),
    ("join", r"(?:first )?join(?: time|ed)?(?: .*)?|joined at|time joined|time in|check ?in|first seen.*|premiere connexion|heure d.arrivee|heure de connexion|beitreten|beitritt.*|erster beitritt|zeitpunkt des beitritts|godzina dolaczenia|pierwsze dolaczenie|entrada|primeira entrada|hora de entrada|hora de union|aansluit.*|sluit aan"),
    ("leave", r"(?:last )?leave(?: time)?(?: .*)?|left(?: at)?|time exited|exit time|time out|check ?out|last seen.*|derniere deconnexion|heure de depart|heure de deconnexion|verlassen.*|letztes verlassen|zeitpunkt des verlassens|godzina opuszczenia|ostatnie (?:opuszczenie|wyjscie)|saida|ultima saida|hora de salida|verlaat.*"),
    ("time", r"timestamp|data e hora|fecha y hora|zeitstempel|horodatage|horodateur|tijdstempel|sygnatura czasowa|znacznik czasu"),
    ("minutes", r"(?:total |in meeting |attendance )?duration.*|time in session.*|.*\bduree\b.*|.*dauer.*|czas trwania.*|czas udzialu.*|duracao.*|duracion.*|minutes"),
    ("original", r"original name|registered name"),
    ("guest", r"guest|is guest"),
    ("waiting", r"in waiting room"),
    ("role", r"role|rolle|rola|funcao|papel|rol|funkcja|attendance type"),
    ("alias", r"(?:name )?(?:abbreviations?|abbr|initials?)|nick ?name|handle|short(?:ened)? (?:name|form)|(?:person|participant|member|delegate|speaker|attendee)(?:['’]?s)? (?:code|abbreviation|initials)|afkorting|abkurzung|kurzel|kuerzel"),
    ("name", r"names?|full name|display name|user name(?: \(original name\))?|name \(original name\)|name and surname|participants?(?: name)?|attendees?(?: name)?|nom complet|nom|nome(?: completo)?|vollstandiger name|teilnehmer|imie i nazwisko|nombre(?: completo)?|naam|naam en van|volle naam|volledige naam|who|speaker|member|delegate"),
    # Beside a column of names; alone each of them is that column.
    ("known as", r"(?:display|screen|user|preferred|full) ?names?|(?:also )?known as|alias(?:es)?|called|call ?sign|account(?: name)?|username"),
)  # fmt: skip
_WHOLE = tuple((role, re.compile(pattern)) for role, pattern in _COLUMNS)

# Questions that organisers ask on registration are whole sentences.
_KINDS_OF = r"(?!.*\b(?:types?|categor\w+|size|sector|number|email|website)\b)"
_QUESTIONS = (
    ("province", re.compile(r"(?!.*\bcountry\b).*\b(?:province|provinsie)\b")),
    ("organisation", re.compile(rf"{_KINDS_OF}.*\b(?:organi[sz]ations?|company|employer|institution|organisasie|entity|firm|business name)\b")),
)  # fmt: skip
_LONGEST_QUESTION = 300

# A table with one of these is a poll, a list of questions or a transcript, not of people.
_OTHER_TABLES = re.compile(r"submitted date/time|question|questions asked|answers?|asker name|text|content|message|transcript|utterance")  # fmt: skip
_SHARE_OF_PROVINCES = 0.6

Header = dict[str, int]
"""Index of the cell that plays each part ("name", "join", …)."""


def columns(cells: Sequence[str]) -> Header:
    """Return which cell of a header row plays which part, by the names of the columns."""
    found: Header = {}
    for index, cell in enumerate(cells):
        if not cell or len(cell) > _LONGEST_QUESTION:
            continue
        name = " ".join(re.sub(r"[-*_:.?]+", " ", fold(cell)).split())
        for role, pattern in _WHOLE:
            if role not in found and pattern.fullmatch(name):
                found[role] = index
                break
        else:
            for role, pattern in _QUESTIONS:
                if role not in found and pattern.match(name):
                    found[role] = index
                    break
    return found


def header_of(row: Row, *, least: int = 2) -> Header | None:
    """Return the columns of a header row that names people, or None if it is no such row."""
    found = columns(row.cells)
    names = "name" in found or {"first", "last"} <= found.keys()
    return found if names and len(found) >= least else None


def is_of_people(row: Row) -> bool:
    """Tell whether a header's row belongs to a list of people, not of polls or speech."""
    return not any(_OTHER_TABLES.fullmatch(fold(cell)) for cell in row.cells if cell)


def province_column(rows: Sequence[Row], taken: Header) -> int | None:
    """Return the column whose values are mostly provinces, whatever it is called."""
    width = max((len(row.cells) for row in rows), default=0)
    for index in range(width):
        if index in taken.values():
            continue
        values = [row.cells[index] for row in rows if index < len(row.cells) and row.cells[index]]
        # Two letters ("MP", "NC") mean many things; words like "Gauteng" are needed.
        named = sum(len(value) > 3 and bool(known_province(value)) for value in values)
        if named >= 3 and named >= _SHARE_OF_PROVINCES * len(values):
            return index
    return None
