"""Reports to run on, and a reader small enough to follow by eye."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bearwitness.model import ids
from bearwitness.model.claim import Casualty, Claim, When, Where
from bearwitness.model.document import Anchor, Document
from bearwitness.model.register import Entry, Figure, Register
from bearwitness.model.span import Span
from bearwitness.pipeline.stages import RegisterInput, Stages, default_stages

PLACES = {"Northmoor": (50.0, 10.0), "Eastfield": (51.0, 11.0), "Southwick": (52.0, 12.0)}
TOLD = {
    "Northmoor": "The strike on Northmoor came before dawn, when most stalls of the market were "
    "still shut. A hospital worker said that {count} people were killed and that the wards were "
    "full. Neighbours carried the wounded on doors and carts, since the road to the clinic had "
    "been cut. The governor's office said that it would look into what had happened.",
    "Eastfield": "Two aircraft circled over Eastfield at noon and dropped what residents took to "
    "be four bombs on the grain store. In all {count} people were killed, the town council "
    "wrote, most of them drivers who were waiting to load. Smoke could be seen from the hills "
    "until the evening, and the bakeries stayed closed for want of flour.",
    "Southwick": "A drone hit a bus that had just left Southwick for the coast, the road police "
    "reported late in the day. They found that {count} people were killed; nobody has yet said "
    "who sent it. The wreck blocked both lanes for hours. A second bus, which was to follow, "
    "turned back when its passengers heard of the attack over the radio.",
}
_COUNT = re.compile(r"(\d+) people were killed")


class SmallReader:
    """Reads "N people were killed" and a place, and nothing else."""

    def extract(self, document: Document, anchor: Anchor) -> tuple[Claim, ...]:
        if "stumble" in document.text:
            raise ValueError("a text that the reader stumbles over")
        named = next((p for p in PLACES if p in document.text), None)
        where = Where(named, hash_of(named), *PLACES[named], country="XX") if named else None
        when = When(anchor.date, anchor.date, "day", "anchor") if anchor.date else When()
        claims = []
        for found in _COUNT.finditer(document.text):
            count = int(found.group(1))
            span = Span.cut(document.text, *found.span())
            claims.append(
                Claim(
                    ids.claim_id(document.document_id, "casualty", *found.span(), "killed"),
                    document.document_id,
                    "casualty",
                    span,
                    span,
                    "small/1",
                    when=when,
                    where=where,
                    event_type="Air/drone strike",
                    mention=0,
                    detail=Casualty("killed", count, count, "exactly"),
                )
            )
        return tuple(claims)


def hash_of(name: str) -> int:
    return sum(map(ord, name))


def small_register(given: RegisterInput) -> Register:
    """The highest count of each incident."""
    claims = {c.claim_id: c for c in given.claims}
    empty = Entry(
        "", "", None, None, 1, None, None, None, None, None, None, {}, {}, "unknown", 0, (), (),
        (), (),
    )  # fmt: skip
    entries = []
    for incident in given.incidents:
        own = [claims[c] for c in incident.claims]
        counts = [c.casualty.low for c in own if c.casualty and c.casualty.low is not None]
        high = max(counts, default=None)
        entries.append(
            replace(
                empty,
                incident_id=incident.incident_id,
                killed={"total": Figure(high, high, high, "highest", incident.claims)},
                documents=tuple(sorted({c.document_id for c in own})),
                claims=incident.claims,
                superseded_by=incident.superseded_by,
            )
        )
    return Register(tuple(entries))


@pytest.fixture
def stages() -> Stages:
    """The real documents, lineage and incidents, with the small reader."""
    return replace(
        default_stages(),
        reader_version=lambda: "small/1",
        reader=SmallReader,
        prepare=lambda: None,
        reconcile=small_register,
    )


Record = dict[str, object]


@pytest.fixture
def records() -> list[Record]:
    """Reports on three incidents: copies, an undated copy, a risen toll, one with nothing."""
    out: list[Record] = []
    for number, place in enumerate(PLACES):
        day = f"2020-03-{10 + 9 * number:02}"
        told = TOLD[place].format(count=10 + number)
        out += [
            {"id": f"{place}-a", "text": told, "published_at": day, "publisher": "One"},
            {"id": f"{place}-b", "text": told + " Schools closed.", "publisher": "Two"},
            {
                "id": f"{place}-c",
                "text": f"A monitor reports from {place} that {12 + number} people were killed.",
                "published_at": day,
            },
        ]
    out.append({"id": "other", "text": "Rain is expected all week.", "published_at": "2020-03-11"})
    return out


@pytest.fixture
def write_records(tmp_path: Path) -> Callable[[Iterable[Record], str], Path]:
    """Writes records to a JSON Lines file."""

    def write(records: Iterable[Record], name: str = "in.jsonl") -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
        return path

    return write


class TickingClock:
    """A minute passes at every look."""

    def __init__(self) -> None:
        self.now = datetime(2020, 4, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


@pytest.fixture
def files_of() -> Callable[[Path], dict[str, bytes]]:
    """The exported files of a register, by name."""

    def read(folder: Path) -> dict[str, bytes]:
        return {p.name: p.read_bytes() for p in sorted(folder.glob("*.jsonl"))}

    return read
