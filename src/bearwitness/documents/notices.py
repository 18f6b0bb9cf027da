"""Wordings of page parts: notices, share bars, headings over other stories."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


class Wording:
    """Forms that a line is searched for; those that begin a line are tried there alone."""

    def __init__(self, forms: Sequence[str]) -> None:
        """`forms`: each begins with "^" as a whole, or stands anywhere in a line."""
        anchored = [form for form in forms if form.startswith("^")]
        anywhere = [form for form in forms if not form.startswith("^")]
        self._anchored = _any_of(anchored)
        self._anywhere = _any_of(anywhere) if anywhere else None

    def search(self, line: str) -> re.Match[str] | None:
        """The first form that the line holds."""
        found = self._anchored.match(line)
        return found or (self._anywhere.search(line) if self._anywhere else None)


def _any_of(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(forms) + ")", re.I)


@dataclass(frozen=True, slots=True)
class Wordings:
    """One pattern a kind of page part (`data/notices.toml` says what each is)."""

    notice: Wording
    giving: re.Pattern[str]
    own_voice: re.Pattern[str]
    link: Wording
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
    notice, link = Wording(forms.pop("notice")), Wording(forms.pop("link"))
    rest = {kind: _any_of(given) for kind, given in forms.items()}
    return Wordings(notice=notice, link=link, **rest)
