"""people.csv as spreadsheets write it, and what is said of one that does not fit."""

from __future__ import annotations

import pytest

from copaper.errors import BadInput
from copaper.intake.directory import Directory, read_directory, without
from copaper.intake.export import Export
from copaper.intake.remarks import says

TABLE = "name,organisation,province\nIlse Brand,Soil Hub,Gauteng\nPule Motaung,,KZN\n"
EXPECTED = {"Ilse Brand": ("Soil Hub", "Gauteng"), "Pule Motaung": ("", "KZN")}


def read(text: str | bytes) -> Directory:
    return read_directory(Export("people.csv", text.encode() if isinstance(text, str) else text))


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        b"\xef\xbb\xbf" + TABLE.replace(",", ";").replace("\n", "\r\n").encode(),
        b"\xff\xfe" + TABLE.replace(",", "\t").encode("utf-16-le"),
        b"sep=;\n" + TABLE.replace(",", ";").encode(),
        TABLE.replace("name,organisation", "Full name,Organization").encode(),
        "province,organisation,name\nGauteng,Soil Hub,Ilse Brand\nKZN,,Pule Motaung\n".encode(),
        "First name;Surname;Company;Province\nIlse;Brand;Soil Hub;Gauteng\nPule;Motaung;n/a;KZN\n".encode(),
        'name,organisation,province\nIlse Brand,Soil Hub,Gauteng\nPule Motaung,,KZN\n"Zola; Dube; and others","Bank; Church; Clinic",Limpopo\n"A; B; C","D; E; F",Limpopo\n'.encode(),
        "name,company,organisation,province\nIlse Brand,Paid by,Soil Hub,Gauteng\nPule Motaung,Paid by,,KZN\n".encode(),
        ("\n" + TABLE.replace("KZN\n", "KZN,,\n") + ",,\n").encode(),
    ],
    ids=["commas", "Excel's semicolons", "UTF-16 and tabs", "sep=", "other names of columns", "another order", "first and last name", "semicolons within cells", "two words for organisation", "blank cells and rows"],
)
def test_the_table_is_read_however_it_was_saved(data: bytes) -> None:
    found = read(data)
    assert {name: found.of(name) for name in EXPECTED} == EXPECTED
    assert len(found.people) in (2, 4) and (not found.notices or b"company" in data)


def test_letters_of_windows_are_read() -> None:
    assert read("name;organisation\nZoë Brand;Môre\n".encode("cp1252")).of("Zoë Brand") == ("Môre", "")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Ilse Brand,Soil Hub,Gauteng\n", "people-no-header", 1),
        ("\nIlse Brand;Soil Hub;Gauteng\n", "people-no-header", 2),
        ("name,telephone\nIlse Brand,1\n", "people-no-columns", 1),
        (TABLE + "Palesa Mokoena,Seeds, Soil and Co,Limpopo\n", "people-row-long", 4),
        ('name,organisation\nIlse Brand,"Soil Hub\nPule Motaung,Hub\n', "people-quotes", 2),
        (b"PK\x03\x04" + b"x" * 60, "people-workbook", 0),
        (TABLE.encode() + "ëëëëëë".encode()[:-1], "encoding", 0),
    ],
)
def test_what_does_not_fit_is_an_error_with_its_line(text: str | bytes, code: str, line: int) -> None:
    with pytest.raises(BadInput) as caught:
        read(text)
    assert (caught.value.code, caught.value.file, caught.value.line) == (code, "people.csv", line)
    assert "Brand" not in str(caught.value), "an error never holds a name"


def test_what_is_not_used_is_remarked_upon() -> None:
    found = read("name,organistion,province,e-mail\nIlse Brand,Soil Hub,Gauteng,i@x.example\n,Hub,Limpopo,\nPule Motaung,Hub\nIlse Brand,,Limpopo,\n")
    assert found.of("Ilse Brand") == ("", "Limpopo") and found.of("Pule Motaung") == ("", "")
    assert [(notice.code, notice.line) for notice in found.notices] == [("people-column", 1), ("people-no-name", 3), ("people-row-short", 4), ("people-twice", 5)]
    told = [says(notice) for notice in found.notices]
    assert "“organistion” (“organisation” is meant?), “e-mail”" in told[0]
    assert all(words.startswith(f"people.csv, line {notice.line}: ") for words, notice in zip(told, found.notices, strict=True))


def test_an_empty_table_tells_of_nobody() -> None:
    assert not read("").people and not read("name,province\n").people


def test_a_person_is_taken_out_and_all_else_stays() -> None:
    text = 'Name;Organisation\r\n"Brand, Ilse";Soil Hub\r\nPule Motaung;"A; B"\r\n'
    assert without(Export("people.csv", text.encode()), "Ilse Brand") == 'Name;Organisation\nPule Motaung;"A; B"\n'
    assert without(Export("people.csv", text.encode()), "Palesa Mokoena") is None
