"""Whether a text holds a number or names the same thing as a code does."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from anyascii import anyascii

from bearwitness.adapters.gazetteer import SqliteGazetteer, load_gazetteer
from bearwitness.text.numerals import UNITS

_WORDS = {value: word for word, value in UNITS.items()} | {20: "twenty"}
_DIVISION = re.compile(
    r"\b(?:province|governorate|state|region|department|departement|district|county|oblast"
    r"|prefecture|division|departamento|muhafazat|wilaya|al|ad|ar|as|el)\b"
)
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_GENERIC = frozenset(
    {
        "forces", "military", "police", "government", "group", "groups", "armed", "unidentified",
        "communal", "militia", "former", "suspected", "state", "army", "republic", "democratic",
        "national", "movement", "front", "people", "peoples", "party", "united", "faction",
        "factions", "fighters", "rebels",
    }
)  # fmt: skip


def stands_in(text: str, number: int) -> bool:
    """Whether a number stands in a text in digits or, up to twenty, in words."""
    digits = f"(?:{number}|{number:,})" if number >= 1000 else str(number)
    if re.search(rf"(?<![\d.,]){digits}(?![\d]|[.,]\d)", text):
        return True
    word = _WORDS.get(number)
    return word is not None and re.search(rf"(?<!\w){word}(?!\w)", text, re.I) is not None


def holds_day(text: str, day: date) -> bool:
    """Whether a text names a day by its number and month (or as digits)."""
    month = day.strftime("%B")
    named = rf"{month[:3]}(?:{month[3:]}|\.|t\.?)?"
    number = rf"0?{day.day}(?:st|nd|rd|th)?"
    either = rf"(?<!\d){number}(?:\s+of)?[\s-]+{named}\b|\b{named}\s+{number}(?!\d)"
    digits = rf"{day.isoformat()}|(?<!\d){day.day:02d}[./-]{day.month:02d}[./-]{day.year}"
    return re.search(f"{either}|{digits}", text, re.I) is not None


def plain(name: str) -> str:
    """A division's name in bare letters, without what kind of division it is."""
    bare = _NO_LETTER.sub(" ", anyascii(name).lower())
    return " ".join(_DIVISION.sub(" ", bare).split())


def same_division(ours: str, coded: str, country: str | None = None) -> bool:
    """Whether two names mean one first-order division.

    They do where they agree, kind words aside, and where the gazetteer knows both as names of one
    division of the country: "Rif-dimashq" and "Rural Damascus", "North Kivu" and "Nord-Kivu".
    """
    a, b = plain(ours).replace(" ", ""), plain(coded).replace(" ", "")
    if not a or not b:
        return False
    if a == b or a in b or b in a:
        return True
    return country is not None and bool(_codes(ours, country) & _codes(coded, country))


def _codes(name: str, country: str) -> frozenset[str]:
    found = (place for place, _ in _gazetteer().look_up(name))
    return frozenset(p.adm1 for p in found if p.kind == "adm1" and p.country == country and p.adm1)


@cache
def _gazetteer() -> SqliteGazetteer:
    return load_gazetteer()


def same_actor(ours: str | None, coded: str | None) -> bool:
    """Whether our side and a coded actor share a telling word.

    A coded civilian side is also met by no side; an unidentified one by any unnamed.
    """
    if not coded:
        return not ours
    low = coded.lower()
    if ours is None:
        return low.startswith(("civilian", "protest", "riot"))
    if low.startswith("civilian"):
        return "civilian" in ours.lower()
    return bool(_telling(ours) & _telling(coded))


def _telling(name: str) -> frozenset[str]:
    bare = _NO_LETTER.sub(" ", anyascii(name).lower()).split()
    telling = frozenset(w for w in bare if len(w) > 2 and w not in _GENERIC and not w.isdigit())
    return telling or frozenset(bare)
