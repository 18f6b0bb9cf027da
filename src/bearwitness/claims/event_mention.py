"""One event as a document tells it, while its sentences are being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from bearwitness.claims.event_types import Trigger
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.when import EventTime


@dataclass(slots=True)
class EventMention:
    """One event as this document tells it, while it is being put together.

    Attributes:
        number: within the document.
        sentences: indices of the sentences that speak of it.
        time, place: the best so far; `explicit_*` where a sentence of its own says so.
        times: all that sentences of its own give for sure.
        borrowed: those that its sentences take from others, or that only bound it.
        triggers: its words of violence.
        background: an earlier event that the report recalls.
    """

    number: int
    sentences: list[int] = field(default_factory=list)
    time: EventTime | None = None
    times: list[EventTime] = field(default_factory=list)
    borrowed: list[EventTime] = field(default_factory=list)
    explicit_time: bool = False
    place: PlaceMention | None = None
    explicit_place: bool = False
    triggers: list[Trigger] = field(default_factory=list)
    background: bool = False
