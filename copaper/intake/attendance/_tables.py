"""Tables of attendance reports: cells with their line numbers, and columns by their names."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.privacy import fold

csv.field_size_limit(1 << 20)


@dataclass(frozen=True)
class Row:
    """One record: its first line, how many lines it spans, its cells stripped."""

    line: int
    lines: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        return not any(self.cells)


def separator(text: str) -> str:
    """Return what parts the cells: the one that splits most lines of the beginning."""
    sample = [line for line in text[:20_000].split("\n") if line.strip()][:60]
    counts = {mark: sum(1 for line in sample if mark in line) for mark in ("\t", ",", ";", "|")}
    most = max(counts.values(), default=0)
    # A comma stands in dates and names too, so a tab or semicolon that is as common wins.
    for mark in ("\t", ";", ",", "|"):
        if most and counts[mark] >= 0.6 * most and counts[mark]:
            return mark
    return ","


def rows(export: Export, ledger: Ledger) -> Iterator[Row]:
    """Yield the rows of a text table; broken quoting is read leniently, with a remark."""
    text = export.text
    if "\x00" in text:
        ledger.remark("nul-bytes", 1, 0)
        text = text.replace("\x00", "")
    mark = separator(text)
    try:
        table = list(_read(text, mark, strict=True))
    except csv.Error:
        ledger.remark("quoting-broken", 1, 0)
        table = list(_read(text, mark, strict=False))
    yield from table


def _read(text: str, mark: str, *, strict: bool) -> Iterator[Row]:
    quoting = csv.QUOTE_MINIMAL if strict else csv.QUOTE_NONE
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=strict, quoting=quoting)
    before = 0
    for cells in reader:
        yield Row(before + 1, reader.line_num - before, tuple(" ".join(cell.split()) for cell in cells))
        before = reader.line_num


# What the columns are called, folded, in the languages that exports were seen in. The first
# pattern that matches a header cell decides; order matters ("original name" before "name").
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("first", r"first ?name|voornaam|prenom|vorname|given name"),
    ("last", r"last ?name|surname|family name|van|nom de famille|nachname|apellidos?"),
    ("attended", r"attended|attendance"),
    ("action", r"user action|atividade|action|aktion|accion|acao"),
    ("email", r".*e-?mail.*|adresse electronique|correo.*"),
    ("join", r"(?:first )?join(?: time|ed)?|joined at|time joined|first seen.*|premiere connexion|heure d.arrivee|heure de connexion|beitritt.*|erster beitritt|zeitpunkt des beitritts|beitrittszeit|godzina dolaczenia|pierwsze dolaczenie|entrada|primeira entrada|aansluit.*"),
    ("leave", r"(?:last )?leave(?: time)?|left(?: at)?|time exited|last seen.*|derniere deconnexion|heure de depart|heure de deconnexion|verlassen.*|letztes verlassen|zeitpunkt des verlassens|austrittszeit|godzina opuszczenia|ostatnie opuszczenie|saida|ultima saida|verlaat.*"),
    ("time", r"timestamp|data e hora|zeitstempel|horodatage|tijdstempel|sygnatura czasowa"),
    ("minutes", r"(?:total |in-meeting |attendance )?duration.*|time in session.*|.*duree.*|.*dauer.*|czas trwania.*|duracao.*|duracion.*|minutes"),
    ("original", r"original name|registered name"),
    ("guest", r"guest|is guest"),
    ("role", r"role|rolle|rola|funcao|rol|attendance type"),
    ("organisation", r"organi[sz]ation|company(?: name)?|employer|organisasie|institution|firm|entity|your organi[sz]ation.*|organisation.*|.*organi[sz]ation"),
    ("province", r"province|provinsie|region \(province\)|.*\bprovince\b.*"),
    ("alias", r"abbreviation|initials|nickname|handle"),
    ("name", r"name|full name|display name|user name(?: \(original name\))?|name \(original name\)|participant(?: name)?|attendee(?: name)?|nom complet|nom|nome(?: completo)?|vollstandiger name|teilnehmer|imie i nazwisko|nombre(?: completo)?|naam|volle naam|who|speaker|member|delegate"),
)  # fmt: skip
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _COLUMNS)


def columns(cells: tuple[str, ...]) -> dict[str, int]:
    """Return which cell of a header row plays which part, by the names of the columns."""
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        name = " ".join(re.sub(r"[*_:.?]+", " ", fold(cell)).split())
        if not name or len(name) > 80:
            continue
        for role, pattern in _PATTERNS:
            if role not in found and pattern.fullmatch(name):
                found[role] = index
                break
    return found


def names_people(header: dict[str, int]) -> bool:
    """Tell whether a header's columns hold people's names."""
    return "name" in header or ("first" in header and "last" in header)


_PROVINCES = {
    fold(alias): name
    for name, aliases in {
        "Eastern Cape": "Eastern Cape|EC|E Cape|Oos-Kaap|Oos Kaap",
        "Free State": "Free State|FS|Vrystaat|Freestate",
        "Gauteng": "Gauteng|GP|GT|Gauteng Province",
        "KwaZulu-Natal": "KwaZulu-Natal|KwaZulu Natal|KZN|Kwa-Zulu Natal|KwaZulu",
        "Limpopo": "Limpopo|LP|Limpopo Province",
        "Mpumalanga": "Mpumalanga|MP|Mpumalanga Province",
        "North West": "North West|NW|Noordwes|North-West|North West Province",
        "Northern Cape": "Northern Cape|NC|N Cape|Noord-Kaap|Noord Kaap",
        "Western Cape": "Western Cape|WC|W Cape|Wes-Kaap|Wes Kaap",
    }.items()
    for alias in aliases.split("|")
}


def province(value: str) -> str:
    """Return a South African province by its usual name; another region as written."""
    return _PROVINCES.get(fold(" ".join(value.split())), " ".join(value.split()))
