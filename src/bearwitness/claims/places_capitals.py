"""Capitals told by their country alone: "the Somali capital", "Libya's capital"."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from bearwitness.claims.places_cues import Found, LookUp

_CAPITAL = re.compile(
    r"\b(?P<of>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:['’]s)? (?P<named>capital)\b"
    r"(?! (?:of )?[A-Z]|,? [A-Z][a-z]+| (?:city|punishment|gains?|markets?|controls?|offences?))"
)
_SURE = 4.0
_FIT = 0.9


def capitals(text: str, gazetteer: LookUp, taken: Sequence[Found]) -> list[Found]:
    """The capitals that a text names by their country, where it does not name them beside it."""
    out: list[Found] = []
    for m in _CAPITAL.finditer(text):
        start, end = m.span("named")
        name = _capital_of(m.group("of"), gazetteer)
        if name is None or any(f.start < end and start < f.end for f in taken):
            continue
        city, country = name
        matches = tuple(
            (place, fit)
            for place, fit in gazetteer.look_up(city)
            if place.country == country and place.kind == "city" and fit >= _FIT
        )
        if matches:
            out.append(
                Found(start, end, city, f"{city.lower()} ({country})", matches, evidence=_SURE)
            )
    return out


def _capital_of(words: str, gazetteer: LookUp) -> tuple[str, str] | None:
    """The capital (and ISO code) of the country that a name or an adjective means."""
    told = words.split()
    for name in dict.fromkeys((words, told[-1])):
        codes = {p.country for p in gazetteer.peoples(name)} or {
            p.country for p, fit in gazetteer.look_up(name) if fit >= _FIT and p.kind == "country"
        }
        if len(codes) == 1 and (code := codes.pop()) in _capitals():
            return _capitals()[code], code
    return None


@cache
def _capitals() -> dict[str, str]:
    rows = (files("bearwitness.claims") / "data" / "countries.jsonl").read_text("utf-8")
    told = (json.loads(line) for line in rows.splitlines() if line.strip())
    return {row["iso2"]: row["capital"] for row in told if row.get("capital")}
