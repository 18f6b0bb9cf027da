"""Reading what is told besides incidents: tolls, who held which place, talks and the like."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from bearwitness.web import control_panels, present, record_panels, toll_panels
from bearwitness.web.pages import render
from bearwitness.web.security import OwnDesk, Reader

router = APIRouter()


@router.get("/tolls")
def tolls(request: Request, desk: OwnDesk, visitor: Reader) -> Response:
    """Running counts over longer windows, never added to incidents."""
    held = present.Held(desk, visitor.may("lead"))
    asked = toll_panels.Asked.of(request.query_params)
    found, pages = toll_panels.panels(desk, held, asked)
    return render(
        request, "tolls.html", panels=found, pages=pages, asked=asked,
        choices=toll_panels.choices(desk, held),
    )  # fmt: skip


@router.get("/control")
def control(
    request: Request,
    desk: OwnDesk,
    visitor: Reader,
    place: Annotated[str, Query(max_length=200)] = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """Who was said to hold which place, and when."""
    held = present.Held(desk, visitor.may("lead"))
    places = control_panels.places(desk, held)
    wanted = [p for p in places if not place or p[0] == place]
    names, pages = control_panels.page(wanted, page)
    found = [control_panels.panel(desk, held, name) for name in names]
    return render(
        request, "control.html", panels=found, places=places, place=place, pages=pages,
        page=min(page, pages),
    )  # fmt: skip


@router.get("/recorded")
def recorded(request: Request, desk: OwnDesk, visitor: Reader) -> Response:
    """Statements, talks, control, arms transfers and displacement, one kind at a time."""
    held = present.Held(desk, visitor.may("lead"))
    asked = record_panels.Asked.of(request.query_params)
    found, pages = record_panels.recorded(desk, held, asked)
    return render(
        request, "recorded.html", found=found, pages=pages, page=min(asked.page, pages),
        asked=asked, counts=record_panels.counts(desk, held), names=record_panels.NAMES,
        places=record_panels.places(desk, held, asked.kind),
    )  # fmt: skip
