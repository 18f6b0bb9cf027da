"""Wordings of page parts: notices, share bars, headings over other stories."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Wordings:
    """One pattern a kind of page part (`data/notices.toml` says what each is)."""

    notice: re.Pattern[str]
    giving: re.Pattern[str]
    own_voice: re.Pattern[str]
    link: re.Pattern[str]
    bar: re.Pattern[str]
    heading: re.Pattern[str]
    ending: re.Pattern[str]
    age: re.Pattern[str]
    aged: re.Pattern[str]


@cache
def wordings() -> Wordings:
    """The wordings, read once."""
    raw = files("bearwitness.documents").joinpath("data/notices.toml").read_text("utf-8")
    forms: dict[str, list[str]] = tomllib.loads(raw)
    patterns = {
        kind: re.compile("(?:" + "|".join(given) + ")", re.I) for kind, given in forms.items()
    }
    return Wordings(**patterns)
