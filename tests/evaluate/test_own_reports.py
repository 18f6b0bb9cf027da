"""Reports of our own: what they should tell, matched with what the engine makes of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from bearwitness.evaluate.exports import Exports, read_rows
from bearwitness.evaluate.own_reports import FILE, NAME, inputs, score

MARKET = {"places": ["Salda"], "date": ["2015-03-09", "2015-03-09"], "killed": 7}
BRIDGE = {"places": [], "date": ["2015-03-01", "2015-03-31"], "killed": None}


def incident(number: int, place: str | None, day: str | None, killed: int | None) -> dict[str, Any]:
    best = {"low": killed, "best": killed, "high": killed}
    return {
        "incident_id": f"inc-{number}",
        "date_start": day,
        "place": {"name": place} if place else None,
        "figures": {"killed": {"total": best if killed is not None else None}},
    }


def scored(coded: list[dict[str, Any]], *incidents: dict[str, Any]) -> dict[str, float | None]:
    claims = [
        {"claim_id": f"c{n}", "document_id": "d", "kind": "event", "start": n,
         "incident_id": i["incident_id"]}
        for n, i in enumerate(incidents)
    ]  # fmt: skip
    exports = Exports.of([{"source_id": "r", "document_id": "d"}], claims, incidents)
    found = score([{"id": "r", "text": "t", "incidents": coded}], {NAME: exports})
    return {s.figure: s.value for s in found.scores}


def test_an_incident_is_told_where_place_day_and_killed_agree() -> None:
    found = scored([MARKET], incident(1, "Salda", "2015-03-09", 7))
    assert found["incident told: place, day and killed"] == 1
    assert found["incidents that are none or another's"] == 0


def test_what_is_not_coded_agrees_and_a_field_that_differs_is_counted() -> None:
    found = scored([MARKET, BRIDGE], incident(1, "Salda", "2015-03-08", 7),
                   incident(2, None, "2015-03-20", 3))  # fmt: skip
    assert found["incident told: place, day and killed"] == 0.5
    assert (found["right place"], found["right day"]) == (1, 0.5)


def test_an_incident_too_many_is_none() -> None:
    found = scored([MARKET], incident(1, "Salda", "2015-03-09", 7), incident(2, "X", None, 40))
    assert found["incidents that are none or another's"] == 0.5


def test_every_report_is_read_once_and_coded_with_days(repository: Path) -> None:
    rows = list(read_rows(repository / "evals" / FILE))
    assert len({r["id"] for r in rows}) == len(rows) >= 40
    assert [r["id"] for _, r in inputs(rows)] == [r["id"] for r in rows]
    for coded in (i for row in rows for i in row["incidents"]):
        days = [date.fromisoformat(day) for day in coded["date"] if day]
        assert days == sorted(days)
        assert coded["killed"] is None or coded["killed"] > 0
