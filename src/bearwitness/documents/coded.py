"""Other people's coded incidents, as documents with claims: their coders are the speaker.

A record becomes a short text that says what its coders say, one thing a line, and claims that quote
that text. Nothing is read into it: an empty cell makes no line and no claim.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from bearwitness.errors import InputError, UsageError
from bearwitness.model import ids
from bearwitness.model.claim import Actor, Casualty, Claim, Kind, Speaker, Status, When, Where
from bearwitness.model.document import Anchor, Document
from bearwitness.model.span import Span
from bearwitness.text.countries import country_code

EXTRACTOR = "bearwitness.import/1"
_TIMES = {1: "day", 2: "days", 3: "week", 4: "month", 5: "year"}
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a record: its words, what it counts, and whether a larger one holds it."""

    label: str
    outcome: str
    low: int | None
    high: int | None
    status: Status = "any"
    side: str | None = None
    attributes: tuple[str, ...] = ()
    subset: bool = False


@dataclass(frozen=True, slots=True)
class Coded:
    """A record in our terms; None where its coders say nothing.

    Attributes:
        key: its id in the source.
        start, end, precision: days, and GED's date_prec.
        counts: the whole before its parts.
    """

    key: str
    start: date | None
    end: date | None
    precision: int
    place: Where | None
    side_a: str | None
    side_b: str | None
    event_type: str | None
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """A record as a document with its claims."""

    document: Document
    claims: tuple[Claim, ...]
    raw: bytes


def read_coded(form: str, path: Path, on_error: Callable[[InputError], None]) -> Iterator[Imported]:
    """Records of a file in another project's layout, one by one.

    Args:
        form: "ged", "acled", "airwars" or "csv" (our own flat table of incidents).
        path: a CSV with a header row, or JSON Lines with the same names.
        on_error: told of a record that cannot be read; the rest goes on.

    Raises:
        UsageError: there is no such layout.
        InputError: the file cannot be read.
    """
    if form not in _LAYOUTS:
        raise UsageError(f"no layout {form!r}; there are {', '.join(_LAYOUTS)}")
    coders, layout = _LAYOUTS[form]
    for line, row in _rows(path):
        try:
            yield _imported(layout(row), coders, orjson.dumps(dict(row)))
        except (KeyError, TypeError, ValueError) as error:
            on_error(InputError(str(path), f"no {form} record: {error}", line))


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            if path.suffix in (".jsonl", ".ndjson"):
                for number, line in enumerate(file, 1):
                    if line.strip():
                        yield number, orjson.loads(line)
            else:
                yield from enumerate(csv.DictReader(file), 2)
    except (OSError, UnicodeDecodeError, csv.Error, orjson.JSONDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error


# ---- layouts


def _text(row: Row, name: str) -> str | None:
    value = row.get(name)
    return str(value).strip() or None if value is not None else None


def _whole(row: Row, name: str) -> int | None:
    text = _text(row, name)
    return None if text is None else round(float(text))


def _real(row: Row, name: str) -> float | None:
    text = _text(row, name)
    return None if text is None else float(text)


def _day(row: Row, name: str) -> date | None:
    text = _text(row, name)
    return None if text is None else date.fromisoformat(text[:10])


def _where(row: Row, name: str, adm1: str, country: str | None, precision: int) -> Where | None:
    lat, lon = (
        _real(row, "latitude" if "latitude" in row else "lat"),
        _real(row, "longitude" if "longitude" in row else "lon"),
    )
    place = _text(row, name) or _text(row, adm1) or country
    if place is None and lat is None:
        return None
    code = country if country and len(country) == 2 else country_code(country)
    return Where(place or "unnamed place", None, lat, lon, code, _text(row, adm1), precision)


def _parts(total: Count | None, *parts: Count | None) -> tuple[Count, ...]:
    kept = [p for p in parts if p is not None and p.low]
    return ((total,) if total is not None else ()) + tuple(kept)


def _count(
    row: Row, label: str, low: str, high: str | None = None, outcome: str = "killed", **more: Any
) -> Count | None:
    least, most = _whole(row, low), _whole(row, high or low)
    if least is None and most is None:
        return None
    return Count(label, outcome, least, most, **more)


def _ged(row: Row) -> Coded:
    side_a, side_b = _text(row, "side_a"), _text(row, "side_b")
    where_precision = _whole(row, "where_prec") or 1
    civilians = _of(row, "deaths_civilians", "civilian_deaths")
    fighters: dict[str, Any] = {"status": "combatant", "subset": True}
    return Coded(
        str(row["id"]),
        _day(row, "date_start"),
        _day(row, "date_end") or _day(row, "date_start"),
        _whole(row, "date_prec") or 1,
        _where(row, "where_coordinates", "adm_1", _text(row, "country"), where_precision),
        side_a,
        side_b,
        None,
        _parts(
            # The best estimate leads; GED's low stays in the record as it came.
            _count(row, "Killed", "best", "high" if "high" in row else "best"),
            _count(row, "Civilians killed", civilians, status="civilian", subset=True),
            _count(row, "Killed of side A", "deaths_a", side=side_a, **fighters),
            _count(row, "Killed of side B", "deaths_b", side=side_b, **fighters),
            _count(row, "Combatants killed", "combatant_deaths", **fighters),
        ),
    )  # fmt: skip


def _of(row: Row, *names: str) -> str:
    return next((name for name in names if name in row), names[0])


def _acled(row: Row) -> Coded:
    day = _day(row, "event_date")
    precision = {1: 1, 2: 3, 3: 4}.get(_whole(row, "time_precision") or 1, 1)
    where = {1: 1, 2: 3, 3: 4}.get(_whole(row, "geo_precision") or 1, 1)
    return Coded(
        str(row["event_id_cnty"]),
        day,
        day,
        precision,
        _where(row, "location", "admin1", _text(row, "country"), where),
        _text(row, "actor1"),
        _text(row, "actor2"),
        _text(row, "sub_event_type") or _text(row, "event_type"),
        _parts(_count(row, "Killed", "fatalities")),
    )


def _airwars(row: Row) -> Coded:
    start = _day(row, _of(row, "date", "incident_date"))
    name = "civilian_non_combatants" if "civilian_non_combatants_killed_min" in row else None
    killed = f"{name}_killed" if name else "civilian_deaths"
    injured = f"{name}_injured" if name else "civilian_injuries"
    civilians: dict[str, Any] = {"status": "civilian"}
    bounds = (f"{injured}_min", f"{injured}_max")
    hurt = _count(row, "Civilians injured", *bounds, "injured", **civilians)
    return Coded(
        str(row[_of(row, "code", "incident_code")]),
        start,
        _day(row, _of(row, "date_end", "incident_date_end")) or start,
        1,
        _where(row, "location", _of(row, "region", "governorate"), _text(row, "country"), 1),
        _text(row, "known_belligerent"),
        _text(row, "targeted_belligerent"),
        _text(row, "strike_type"),
        _parts(
            _count(row, "Civilians killed", f"{killed}_min", f"{killed}_max", **civilians),
            hurt,
        ),
    )  # fmt: skip


def _own(row: Row) -> Coded:
    names = (
        ("killed", "total", "any"),
        ("killed", "civilian", "civilian"),
        ("injured", "total", "any"),
    )
    counts = [
        _count(
            row,
            f"{outcome.capitalize()}, {key}",
            f"{outcome}_{key}_best",
            f"{outcome}_{key}_high",
            outcome,
            status=status,
            subset=key != "total",
        )
        for outcome, key, status in names
    ]
    return Coded(
        str(row["incident_id"]),
        _day(row, "date_start"),
        _day(row, "date_end") or _day(row, "date_start"),
        _whole(row, "date_precision") or 1,
        _where(row, "place", "adm1", _text(row, "country"), _whole(row, "where_precision") or 1),
        _text(row, "side_a"),
        _text(row, "side_b"),
        _text(row, "sub_event_type") or _text(row, "event_type"),
        tuple(c for c in counts if c is not None),
    )


_LAYOUTS: dict[str, tuple[str, Callable[[Row], Coded]]] = {
    "ged": ("UCDP GED", _ged),
    "acled": ("ACLED", _acled),
    "airwars": ("Airwars", _airwars),
    "csv": ("imported table", _own),
}


# ---- as a document


def _imported(coded: Coded, coders: str, raw: bytes) -> Imported:
    days = " to ".join(d.isoformat() for d in dict.fromkeys((coded.start, coded.end)) if d)
    place = coded.place
    names = (place.name, place.adm1, place.country) if place else ()
    told = [
        ("Date", days),
        ("Place", ", ".join(filter(None, names))),
        ("Side A", coded.side_a),
        ("Side B", coded.side_b),
        ("Kind", coded.event_type),
    ]  # fmt: skip
    lines = [f"{coders} codes record {coded.key}."]
    lines += [f"{label}: {value}" for label, value in told if value]
    head = "\n".join(lines)
    counts = [(count, f"{count.label}: {_number(count)}") for count in coded.counts]
    text = "\n".join([head, *(line for _, line in counts)])
    digest = sha256(raw).hexdigest()
    key = ids.document_id(f"{coders} {coded.key}", digest)
    anchor = Anchor(coded.end, "day", "stated") if coded.end else Anchor()
    document = Document(
        key, f"{coders} {coded.key}", text, digest, "en", publisher=coders, anchor=anchor
    )
    claims = [_claim(document, coded, coders, "event", (0, len(lines[0])), None)]
    at = len(head) + 1
    for count, line in counts:
        span = (at + len(count.label) + 2, at + len(line))
        claims.append(_claim(document, coded, coders, "casualty", span, count))
        at += len(line) + 1
    return Imported(document, tuple(claims), raw)


def _number(count: Count) -> str:
    if count.low == count.high:
        return str(count.low)
    return (
        f"{'?' if count.low is None else count.low} to {'?' if count.high is None else count.high}"
    )


def _claim(
    document: Document,
    coded: Coded,
    coders: str,
    kind: Kind,
    at: tuple[int, int],
    count: Count | None,
) -> Claim:
    text = document.text
    start = text.rfind("\n", 0, at[0]) + 1
    detail = None
    if count is not None:
        exact = count.low == count.high
        detail = Casualty(
            count.outcome,  # type: ignore[arg-type]
            count.low,
            count.high,
            "exactly" if exact else "about",
            status=count.status,
            side=count.side,
            attributes=count.attributes,
            subset=count.subset,
        )
    return Claim(
        ids.claim_id(document.document_id, kind, *at, count.label if count else ""),
        document.document_id,
        kind,
        Span.cut(text, *at),
        Span.cut(text, start, at[1]),
        EXTRACTOR,
        attribution=(Speaker(coders, None, "codes", 0, len(coders)),),
        when=When(coded.start, coded.end, _TIMES.get(coded.precision, "none"), "stated")  # type: ignore[arg-type]
        if coded.start
        else When(),
        where=coded.place,
        by=Actor(coded.side_a, None, coded.side_a) if coded.side_a else None,
        against=Actor(coded.side_b, None, coded.side_b) if coded.side_b else None,
        event_type=coded.event_type,
        mention=0,
        detail=detail,
    )
