"""News agencies: their names and short forms as credits write them."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files


@cache
def agency_names() -> dict[str, str]:
    """Every written form of an agency's name, and the name it stands for."""
    raw = files("bearwitness.documents").joinpath("data/agencies.json").read_text("utf-8")
    table: dict[str, list[str]] = json.loads(raw)
    return {form: name for name, forms in table.items() for form in forms}


@cache
def agency_pattern() -> str:
    """A regular expression for any written form, longest first, with a group `agency`."""
    forms = sorted(agency_names(), key=lambda form: (-len(form), form))
    return r"(?P<agency>" + "|".join(_spelling(form) for form in forms) + r")(?![\w\-])"


def _spelling(form: str) -> str:
    """Short forms in capitals only; names also in capitals or small letters."""
    body = r"[\s\-–]+".join(re.escape(part) for part in re.split(r"[\s\-]+", form))
    return body if form.isupper() else f"(?i:{body})"


def canonical_agency(name: str) -> str | None:
    """The agency that a credit names ("Agence France-Presse" gives "AFP"), or None."""
    wanted = " ".join(re.split(r"[\s\-–]+", name.strip()))
    for form, canonical in agency_names().items():
        given = " ".join(re.split(r"[\s\-–]+", form))
        if given == wanted or (not form.isupper() and given.lower() == wanted.lower()):
            return canonical
    return None
