"""Exported rows built by hand, as other tools would read them."""

from __future__ import annotations

from typing import Any

from bearwitness.evaluate.exports import Exports

Row = dict[str, Any]


def document(source_id: str, text: str, **more: Any) -> Row:
    return {"document_id": f"doc-{source_id}", "source_id": source_id, "text": text, **more}


def claim(source_id: str, text: str, quote: str, **more: Any) -> Row:
    start = text.index(quote)
    row: Row = {
        "claim_id": f"clm-{source_id}-{start}-{more.get('outcome', 'killed')}",
        "document_id": f"doc-{source_id}",
        "kind": "casualty",
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "attribution": [],
        "hedge": None,
        "outcome": "killed",
        "low": None,
        "high": None,
        "qualifier": "exactly",
        "status": "any",
        "scope": "incident",
        "subset": False,
        "superseded": False,
        "statement": None,
        "derived": None,
        "incident_id": "inc-1",
    }
    return {**row, **more}


def figure(best: int | None, low: int | None = None, **more: Any) -> Row:
    return {"low": low if low is not None else best, "best": best, "high": best, **more}


def incident(incident_id: str = "inc-1", **more: Any) -> Row:
    row: Row = {
        "incident_id": incident_id,
        "date_start": "2020-05-04",
        "place": None,
        "side_a": None,
        "side_b": None,
        "figures": {"killed": {"total": None}, "injured": {"total": None}},
    }
    return {**row, **more}


def exports(documents: list[Row], claims: list[Row], incidents: list[Row] | None = None) -> Exports:
    return Exports.of(documents, claims, incidents or [])
