"""Other people's coded incidents, as documents with claims: their coders are the speaker.

A record becomes a short text that says what its coders say, one thing a line, and claims that quote
that text. Nothing is read into it: an empty cell makes no line and no claim. Names of places and
sides are looked up in our lists, and kept as coded where no list knows them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

import orjson

from bearwitness.documents.coded_layouts import LAYOUTS, Coded, Count, Row, Spot
from bearwitness.errors import InputError, UsageError
from bearwitness.model import ids
from bearwitness.model.claim import Actor, Casualty, Claim, Kind, Speaker, When, Where
from bearwitness.model.document import Anchor, Document
from bearwitness.model.span import Span

EXTRACTOR = "bearwitness.import/2"
_TIMES = {1: "day", 2: "days", 3: "week", 4: "month", 5: "year"}


@dataclass(frozen=True, slots=True)
class Nearest:
    """The populated place of our gazetteer that is nearest to coded coordinates."""

    place_id: int | None
    name: str
    km: float


class Lists(Protocol):
    """Our lists of places and actors, by which coded names get ids."""

    def place(self, spot: Spot) -> tuple[Where | None, Nearest | None]:
        """The place as coded, with the ids our gazetteer has for it, and the nearest it lists."""

    def actor(self, name: str) -> Actor:
        """The side as coded, with the id of a listed actor where it is one."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A record as a document with its claims.

    The document's `extra` keeps what no claim can hold, under `coded`: `layout`,
    `type_of_violence`, `date_precision`, and `nearest_place` with its distance in km.
    """

    document: Document
    claims: tuple[Claim, ...]
    raw: bytes


def read_coded(
    form: str, path: Path, lists: Lists, on_error: Callable[[InputError], None]
) -> Iterator[Imported]:
    """Records of a file in another project's layout, one by one.

    Args:
        form: "ged", "acled", "airwars" or "csv" (our own flat table of incidents).
        path: a CSV with a header row, or JSON Lines with the same names.
        lists: where names are looked up.
        on_error: told of a record that cannot be read; the rest goes on.

    Raises:
        UsageError: there is no such layout.
        InputError: the file cannot be read.
    """
    if form not in LAYOUTS:
        raise UsageError(f"no layout {form!r}; there are {', '.join(LAYOUTS)}")
    coders, layout = LAYOUTS[form]
    for line, row in _rows(path):
        try:
            told = _Telling(form, coders, layout(row), lists)
            yield told.imported(orjson.dumps(dict(row)))
        except (KeyError, TypeError, ValueError) as error:
            on_error(InputError(str(path), f"no {form} record: {_in_words(error)}", line))


def _in_words(error: Exception) -> str:
    return f"there is no {error}" if isinstance(error, KeyError) else str(error)


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


class _Telling:
    """One record told as a text, and the claims that quote it."""

    def __init__(self, form: str, coders: str, coded: Coded, lists: Lists) -> None:
        self._form, self._coders, self._coded = form, coders, coded
        self._where, self._nearest = lists.place(coded.spot) if coded.spot else (None, None)
        self._by = lists.actor(coded.side_a) if coded.side_a else None
        self._against = lists.actor(coded.side_b) if coded.side_b else None

    def imported(self, raw: bytes) -> Imported:
        """The record's document and claims."""
        coded, coders = self._coded, self._coders
        head = self._head()
        counts = [
            (part, f"{label}: {words}")
            for count in coded.counts
            for part, label, words in _estimates(count)
        ]
        text = "\n".join(["\n".join(head), *(line for _, line in counts)])
        digest = sha256(raw).hexdigest()
        source = f"{coders} {coded.key}"
        document = Document(
            ids.document_id(source, digest),
            source,
            text,
            digest,
            "en",
            publisher=coders,
            anchor=Anchor(coded.end, "day", "stated") if coded.end else Anchor(),
            extra={"coded": self._beyond_claims()},
        )
        claims = [self._claim(document, "event", (0, len(head[0])), None)]
        at = len("\n".join(head)) + 1
        for part, line in counts:
            span = (at + line.index(": ") + 2, at + len(line))
            claims.append(self._claim(document, "casualty", span, part, line))
            at += len(line) + 1
        return Imported(document, tuple(claims), raw)

    def _head(self) -> list[str]:
        coded = self._coded
        spot = coded.spot
        names = (spot.name, spot.adm2, spot.adm1, spot.country) if spot else ()
        violence = {1: "state-based", 2: "non-state", 3: "one-sided"}
        told = [
            ("Date", " to ".join(dict.fromkeys(d.isoformat() for d in coded.days))),
            ("Place", ", ".join(dict.fromkeys(filter(None, names)))),
            ("Side A", coded.side_a),
            ("Side B", coded.side_b),
            ("Kind", coded.kind or coded.event_type),
            ("Type of violence", violence.get(coded.type_of_violence or 0)),
        ]
        lines = [f"{label}: {value}" for label, value in told if value]
        return [f"{self._coders} codes record {coded.key}.", *lines]

    def _beyond_claims(self) -> dict[str, Any]:
        coded, near = self._coded, self._nearest
        told: dict[str, Any] = {"layout": self._form, "date_precision": coded.precision}
        if coded.type_of_violence is not None:
            told["type_of_violence"] = coded.type_of_violence
        if near is not None:
            told["nearest_place"] = {"place_id": near.place_id, "name": near.name, "km": near.km}
        return told

    def _claim(
        self,
        document: Document,
        kind: Kind,
        at: tuple[int, int],
        detail: Casualty | None,
        discriminator: str = "",
    ) -> Claim:
        text, coded = document.text, self._coded
        start = text.rfind("\n", 0, at[0]) + 1
        precision: Any = _TIMES.get(coded.precision, "none")
        return Claim(
            ids.claim_id(document.document_id, kind, *at, discriminator.partition(":")[0]),
            document.document_id,
            kind,
            Span.cut(text, *at),
            Span.cut(text, start, at[1]),
            EXTRACTOR,
            attribution=(Speaker(self._coders, None, "codes", 0, len(self._coders)),),
            when=When(coded.start, coded.end, precision, "stated") if coded.start else When(),
            where=self._where,
            by=self._by,
            against=self._against,
            event_type=coded.event_type,
            mention=0,
            detail=detail,
        )


def _estimates(count: Count) -> Iterator[tuple[Casualty, str, str]]:
    """The claims of a count, with label and words: the best to the highest, and the lowest."""
    best = count.best if count.best is not None else count.low
    high = count.high
    if best == 0 and count.zero_is_none_told:
        made = _casualty(count, None, None, "unknown", statement="none_reported")
        yield made, count.label, "0"
        return
    words = str(best) if best == high else f"{_or_open(best)} to {_or_open(high)}"
    yield _casualty(count, best, high, "exactly" if best == high else "about"), count.label, words
    if count.low is not None and best is not None and count.low < best:
        low = _casualty(count, count.low, None, "at_least", subset=True)
        yield low, f"{count.label}, lowest", str(count.low)


def _or_open(bound: int | None) -> str:
    return "?" if bound is None else str(bound)


def _casualty(
    count: Count, low: int | None, high: int | None, qualifier: Any, **more: Any
) -> Casualty:
    told: dict[str, Any] = {"subset": count.subset, **more}
    return Casualty(
        count.outcome,
        low,
        high,
        qualifier,
        status=count.status,
        side=count.side,
        attributes=count.attributes,
        **told,
    )
