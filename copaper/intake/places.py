"""South Africa's provinces by the names that people write."""

from __future__ import annotations

from copaper.nameparts import fold

_WRITTEN = {
    "Eastern Cape": "EC|E Cape|Oos-Kaap|Oos Kaap|iMpuma-Koloni",
    "Free State": "FS|Vrystaat|Freestate",
    "Gauteng": "GP|GT|GAU",
    "KwaZulu-Natal": "KwaZulu Natal|KZN|Kwa-Zulu Natal|KwaZulu|Kwazulu-Natal",
    "Limpopo": "LP|LIM",
    "Mpumalanga": "MP|MPU",
    "North West": "NW|Noordwes|Noord-Wes|North-West|Northwest|Bokone Bophirima",
    "Northern Cape": "NC|N Cape|Noord-Kaap|Noord Kaap|Kapa Bokone",
    "Western Cape": "WC|W Cape|Wes-Kaap|Wes Kaap|iNtshona-Koloni|Kapa Bophirima",
}
_PROVINCES = {
    fold(alias): name for name, aliases in _WRITTEN.items() for alias in (name, *aliases.split("|"))
}


def province(value: str) -> str:
    """Return a South African province by its usual name; any other region as written."""
    return known_province(value) or " ".join(value.split())


def known_province(value: str) -> str:
    """Return the province that ``value`` names ("KZN", "Limpopo Province"), or empty."""
    folded = " ".join(fold(value).split())
    return _PROVINCES.get(folded) or _PROVINCES.get(folded.removesuffix(" province").removesuffix(" provinsie"), "")


def in_full(value: str) -> bool:
    """Tell whether ``value`` can mean nothing but a South African province: "MP" is also a member of
    parliament, and "North West" a region of other countries."""
    return known_province(value) != "" and (len(value) > 3 or value.upper() == "KZN") and fold(value).replace("-", " ") not in ("north west", "northwest", "lim", "gau", "mpu")
