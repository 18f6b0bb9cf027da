"""A filter of the register is an address, and an address is a filter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Literal, get_args
from urllib.parse import urlencode

PAGE = 50
Sort = Literal["newest", "oldest", "killed", "weight", "title"]
SORTS: tuple[str, ...] = get_args(Sort)
STATUSES = ("new", "changed", "confirmed", "corrected", "noted", "rejected")
GRADES = ("confirmed", "corroborated", "single_source", "contested", "unknown")


@dataclass(frozen=True, slots=True)
class Filter:
    """What a page of the register is narrowed to; an empty field narrows nothing.

    Attributes:
        q: words to search for, in titles and sentences.
        since, until: days; incidents that overlap them are found.
        place: name of a place, division or country code.
        actor: name of a side, or the beginning of it.
        type: event or sub-event type.
        grade, status: codes; the status "open" is new or changed.
        killed: at least so many killed, by the best figure.
        box: west, south, east, north, degrees.
        contradicted: only where something is contradicted.
        sort, page: order, and which page.
        hidden: withheld and rejected incidents too; never from an address.
    """

    q: str = ""
    since: str = ""
    until: str = ""
    place: str = ""
    actor: str = ""
    type: str = ""
    grade: str = ""
    status: str = ""
    killed: str = ""
    box: str = ""
    contradicted: str = ""
    sort: str = "newest"
    page: int = 1
    hidden: bool = False

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Filter:
        """The filter of an address; what cannot be understood is left out."""
        text: dict[str, Any] = {
            f.name: str(given.get(f.name, "")).replace("\0", "").strip()[:200]
            for f in fields(cls)
            if f.name not in ("sort", "page", "hidden")
        }
        for name in ("since", "until"):
            text[name] = _day(text[name])
        text["killed"] = text["killed"] if re.fullmatch(r"[0-9]{1,9}", text["killed"]) else ""
        text["box"] = text["box"] if box_of(text["box"]) else ""
        text["contradicted"] = "1" if text["contradicted"] else ""
        sort = given.get("sort", "newest")
        page = str(given.get("page", "1"))
        number = int(page) if re.fullmatch(r"[0-9]{1,6}", page) else 1
        return cls(**text, sort=sort if sort in SORTS else "newest", page=max(1, number))

    def address(self, **changes: Any) -> str:
        """The query string that says this filter, with some fields changed."""
        changed = replace(self, **{"page": 1, **changes})
        said = {
            f.name: str(value)
            for f in fields(changed)
            if f.name != "hidden" and (value := getattr(changed, f.name)) != f.default
        }
        return urlencode(said)

    @property
    def narrows(self) -> bool:
        """Whether anything at all is asked for."""
        return replace(self, sort="newest", page=1, hidden=False) != Filter()


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def box_of(text: str) -> tuple[float, float, float, float] | None:
    """West, south, east and north of a frame as written; None where it is none."""
    if not re.fullmatch(r"-?\d{1,3}(\.\d{1,6})?(,-?\d{1,3}(\.\d{1,6})?){3}", text, re.ASCII):
        return None
    west, south, east, north = (float(n) for n in text.split(","))
    return west, south, east, north


def match_words(q: str) -> str:
    """A full-text query of plain words: nothing a reader types is syntax; the last may go on."""
    words = re.findall(r"\w+", q)
    return " ".join(f'"{word}"' for word in words[:-1]) + (f' "{words[-1]}"*' if words else "")


def page_asked(given: Mapping[str, str]) -> int:
    """The page that an address asks for, from 1; 1 where that cannot be understood."""
    page = given.get("page", "1")
    return max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 6 else 1
