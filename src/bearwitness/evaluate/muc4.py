"""MUC-4: upper-case newswire on Latin America, with killed and injured per template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bearwitness.evaluate.coded import Case, incident_brief
from bearwitness.evaluate.exports import Exports, brief, read_rows, value_of
from bearwitness.evaluate.guess import why_wrong
from bearwitness.evaluate.scores import Figure, Row, Scores, Tally

NAME = "muc4"
FILE = "muc4.jsonl"
FIGURES = (
    Figure("killed of a template found", 0.70, 0.09),
    Figure("injured of a template found", 0.70, 0.22),
    Figure("empty stays empty", 0.90, 0.82),
    Figure("documents with an incident given one"),
    Figure("date of a template found"),
)
_SURE = ("unambiguous", "unambiguous_range")


def read(folder: Path) -> list[Row]:
    """The documents with their templates."""
    return [r for r in read_rows(folder / FILE) if r["has_key"]]


def key(row: Row) -> str:
    """The id by which parts are made."""
    return str(row["doc_id"])


def inputs(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """The documents, as the run "muc4"."""
    for row in rows:
        yield (
            "muc4",
            {"id": row["doc_id"], "text": row["text"], "published_at": row["dateline_date"]},
        )


def score(rows: Sequence[Row], runs: dict[str, Exports]) -> Scores:
    """Score each sure template's counts, and documents whose key is empty."""
    exports = runs["muc4"]
    tally = Tally(NAME, FIGURES)
    for row in rows:
        incidents = exports.incidents_of(row["doc_id"])
        claims = exports.claims_of(row["doc_id"])
        if not row["incidents"]:
            tally.count("empty stays empty", row["doc_id"], not incidents)
            if incidents:
                tally.fault(
                    "empty stays empty",
                    row["doc_id"],
                    gold="no incident",
                    ours=[incident_brief(i) for i in incidents],
                    text=row["text"][:2500],
                    quote=" | ".join(str(c["quote"]) for c in claims if c.get("incident_id")),
                    around=[brief(c) for c in claims if c.get("incident_id")],
                    guess=_why_not_empty(claims),
                )
        elif not all(t["optional"] for t in row["incidents"]):
            tally.count("documents with an incident given one", row["doc_id"], bool(incidents))
        for template in row["incidents"]:
            if not template["optional"]:
                _score_template(tally, row, template, incidents, claims)
    return tally.scores()


def _score_template(
    tally: Tally, row: Row, template: Row, incidents: Sequence[Row], claims: Sequence[Row]
) -> None:
    for outcome in ("killed", "injured"):
        coded = template[f"gold_{outcome}"]
        if template[f"gold_{outcome}_status"] not in _SURE or not coded or not coded[0]:
            continue
        low, high = coded
        values = [value_of(i, outcome) for i in incidents]
        right = any(v is not None and low <= v and (high is None or v <= high) for v in values)
        name = f"{outcome} of a template found"
        tally.count(name, row["doc_id"], right)
        if not right:
            _keep(tally, row, template, incidents, claims, outcome, values)
    if template["date_iso"]:
        dates = {i.get("date_start") for i in incidents}
        tally.count("date of a template found", row["doc_id"], template["date_iso"] in dates)


def _keep(
    tally: Tally,
    row: Row,
    template: Row,
    incidents: Sequence[Row],
    claims: Sequence[Row],
    outcome: str,
    values: Sequence[int | None],
) -> None:
    low, high = template[f"gold_{outcome}"]
    first = incidents[0] if incidents else None
    case = Case(row["doc_id"], row["text"], first, claims)
    targets = [
        t["raw"]
        for slot in ("hum_tgt_name", "hum_tgt_description", "hum_tgt_number")
        for t in template[slot]
    ]
    holding = next((i for i in incidents if any(_holds(c, i, low) for c in claims)), first)
    tally.fault(
        f"{outcome} of a template found",
        row["doc_id"],
        gold=f"{low}–{high} {template['incident_type']} {targets}",
        ours=list(values),
        text=row["text"],
        quote=case.quote(outcome),
        around=[*(incident_brief(i) for i in incidents), *(brief(c) for c in claims)],
        guess=why_wrong(
            row["text"],
            outcome,
            low,
            next((v for v in values if v is not None), None),
            holding,
            claims,
        ),
    )


def _holds(claim: Row, incident: Row, number: int) -> bool:
    same = claim.get("incident_id") == incident["incident_id"]
    return same and number in (claim.get("low"), claim.get("high"))


def _why_not_empty(claims: Sequence[Row]) -> str:
    linked = [c for c in claims if c.get("incident_id") is not None]
    first = next((c for c in linked if c["kind"] == "casualty"), linked[0] if linked else None)
    return "no claim" if first is None else f"{first['kind']}: {first.get('event_type')}"
