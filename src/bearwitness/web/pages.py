"""Rendering: templates with everything escaped, and what every page needs."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bearwitness import __version__
from bearwitness.web.present import bounds, say_bounds
from bearwitness.web.security import desk_of, visitor_of
from bearwitness.web.toll_panels import count_words, window_words

GRADE_WORDS = {
    "confirmed": "confirmed by a person",
    "corroborated": "corroborated",
    "single_source": "single source",
    "contested": "contested",
    "unknown": "unknown",
}


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["bounds"] = bounds
    made.filters["reasons"] = json.loads
    made.filters["plain"] = lambda text: str(text or "").replace("_", " ")
    made.globals.update(
        version=__version__, say_bounds=say_bounds, grade_words=GRADE_WORDS, plural=plural,
        count_words=count_words, window_words=window_words,
    )  # fmt: skip
    return made


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 report", "2 dispatches"."""
    return f"{count:,} {one}" if count == 1 else f"{count:,} {many or one + 's'}"


def render(request: Request, name: str, code: int = 200, **values: Any) -> HTMLResponse:
    """A page; the visitor's form token and the state of the register are always at hand."""
    visitor = visitor_of(request)
    request.state.rendered = True
    desk = desk_of(request)
    html = (
        _templates()
        .get_template(name)
        .render(
            visitor=visitor,
            path=request.url.path,
            anonymous=desk.settings.anonymous,
            catching_up=desk.catching_up,
            **values,
        )
    )
    return HTMLResponse(html, code)


def onward(address: str) -> str:
    """A place of this site to go on to; anything else leads home."""
    if address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable():
        return address
    return "/"
