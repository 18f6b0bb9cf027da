"""The exported JSON Lines of one run, indexed for scoring. Nothing else of the engine is read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bearwitness.errors import InputError
from bearwitness.evaluate.scores import Row

COUNTED_KINDS = ("casualty", "displacement")


def read_rows(path: Path) -> Iterator[Row]:
    """The objects of a JSON Lines file, one at a time.

    Raises:
        InputError: a line is no JSON object.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise InputError(str(path), f"no JSON: {error.msg}", number) from error
            if not isinstance(row, dict):
                raise InputError(str(path), "expected a JSON object", number)
            yield row


@dataclass(frozen=True, slots=True)
class Exports:
    """What one run exported.

    Attributes:
        documents: by the input record's id (`source_id`).
        claims: of each document (by `document_id`), in order of the text.
        incidents: by id.
        dispatches: as they stand.
    """

    documents: Mapping[str, Row]
    claims: Mapping[str, Sequence[Row]]
    incidents: Mapping[str, Row]
    dispatches: Sequence[Row] = ()
    _dispatch_of: Mapping[str, Row] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        documents: Iterable[Row],
        claims: Iterable[Row],
        incidents: Iterable[Row] = (),
        dispatches: Iterable[Row] = (),
    ) -> Exports:
        """Index exported rows."""
        by_document: dict[str, list[Row]] = {}
        for claim in claims:
            by_document.setdefault(claim["document_id"], []).append(claim)
        for rows in by_document.values():
            rows.sort(key=lambda c: (c.get("start") or 0, c.get("end") or 0, c["claim_id"]))
        taken = tuple(dispatches)
        return cls(
            {str(d["source_id"]): d for d in documents},
            by_document,
            {i["incident_id"]: i for i in incidents},
            taken,
            {doc: d for d in taken for doc in d["documents"]},
        )

    @classmethod
    def load(cls, folder: Path) -> Exports:
        """Read the exported files of a run's folder."""
        return cls.of(
            read_rows(folder / "documents.jsonl"),
            read_rows(folder / "claims.jsonl"),
            read_rows(folder / "incidents.jsonl"),
            read_rows(folder / "dispatches.jsonl"),
        )

    def claims_of(self, source_id: str) -> Sequence[Row]:
        """The claims of the document that an input record became; none where it was not read."""
        document = self.documents.get(source_id)
        return () if document is None else self.claims.get(document["document_id"], ())

    def incident_of(self, source_id: str) -> Row | None:
        """The incident of a document: the one with most weight among its claims.

        Casualty claims with scope `incident` count 2, other casualty and event claims 1; the one
        claimed earliest in the text where even.
        """
        weight: dict[str, int] = {}
        for claim in self.claims_of(source_id):
            incident = claim.get("incident_id")
            if incident is None or claim["kind"] not in ("casualty", "event"):
                continue
            full = claim["kind"] == "casualty" and claim.get("scope") == "incident"
            weight[incident] = weight.get(incident, 0) + (2 if full else 1)
        if not weight:
            return None
        return self.incidents.get(max(weight, key=lambda i: weight[i]))

    def incidents_of(self, source_id: str) -> list[Row]:
        """Every incident that some claim of the document belongs to, earliest first."""
        ids = dict.fromkeys(c["incident_id"] for c in self.claims_of(source_id))
        return [self.incidents[i] for i in ids if i is not None and i in self.incidents]

    def dispatch_of(self, source_id: str) -> Row | None:
        """The dispatch that carries a document."""
        document = self.documents.get(source_id)
        if document is None:
            return None
        return self._dispatch_of.get(document["document_id"])


def value_of(incident: Row | None, outcome: str, status: str = "total") -> int | None:
    """The value of a figure: `best`, or `low` where best is null; None where nothing is said."""
    figure = figure_of(incident, outcome, status)
    if figure is None:
        return None
    best = figure.get("best")
    value = figure.get("low") if best is None else best
    return None if value is None else int(value)


def figure_of(incident: Row | None, outcome: str, status: str = "total") -> Row | None:
    """An incident's figure as exported, or None."""
    if incident is None:
        return None
    by_status = (incident.get("figures") or {}).get(outcome) or {}
    figure: Row | None = by_status.get(status)
    return figure


def brief(claim: Row) -> str:
    """A claim on one line, for the error rows."""
    bounds = f"{_bound(claim.get('low'))}–{_bound(claim.get('high'))}"
    marks = [
        str(claim.get("status") or ""),
        str(claim.get("scope") or ""),
        *(["subset"] if claim.get("subset") else []),
        *(["superseded"] if claim.get("superseded") else []),
        *(["derived"] if claim.get("derived") else []),
        *([str(claim["statement"])] if claim.get("statement") else []),
    ]
    speakers = " < ".join(str(s["name"]) for s in claim.get("attribution") or ())
    incident = str(claim.get("incident_id") or "")[-6:]
    return (
        f"{claim.get('outcome') or claim['kind']} {bounds} {claim.get('qualifier') or ''} "
        f"[{' '.join(m for m in marks if m)}] “{str(claim.get('quote'))[:60]}”"
        f"{' by ' + speakers if speakers else ''}{' @' + incident if incident else ''}"
    )


def _bound(value: object) -> str:
    return "?" if value is None else str(value)
