from __future__ import annotations

from pathlib import Path

import pytest
from tests.evaluate.rows import claim, document, exports, figure, incident

from bearwitness.errors import InputError
from bearwitness.evaluate.exports import read_rows, value_of

TEXT = "Nine died in the first attack. Two and three died in the second one. Police came."


def test_the_incident_of_a_document_has_most_weight() -> None:
    claims = [
        claim("d", TEXT, "Nine", low=9, high=9, incident_id="inc-a", scope="part"),
        claim("d", TEXT, "Two", low=2, high=2, incident_id="inc-b"),
        claim("d", TEXT, "Police", kind="statement", incident_id="inc-a"),
        claim("d", TEXT, "attack", kind="event", incident_id="inc-a", outcome=None),
        claim("d", TEXT, "three", low=3, high=3, incident_id="inc-b", scope="window"),
    ]
    found = exports([document("d", TEXT)], claims, [incident("inc-a"), incident("inc-b")])
    ours = found.incident_of("d")
    assert ours is not None
    assert ours["incident_id"] == "inc-b"


def test_where_weights_are_even_the_earliest_claim_decides() -> None:
    claims = [
        claim("d", TEXT, "Two", incident_id="inc-b"),
        claim("d", TEXT, "Nine", incident_id="inc-a"),
    ]
    found = exports([document("d", TEXT)], claims, [incident("inc-a"), incident("inc-b")])
    assert [i["incident_id"] for i in found.incidents_of("d")] == ["inc-a", "inc-b"]
    ours = found.incident_of("d")
    assert ours is not None
    assert ours["incident_id"] == "inc-a"


def test_a_document_that_was_not_read_has_no_incident() -> None:
    assert exports([], []).incident_of("d") is None


def test_a_value_is_best_else_low_else_nothing() -> None:
    figures = {"killed": {"total": figure(None, 4), "civilian": figure(3)}, "injured": {}}
    ours = incident(figures=figures)
    assert value_of(ours, "killed") == 4
    assert value_of(ours, "killed", "civilian") == 3
    assert value_of(ours, "injured") is None
    assert value_of(None, "killed") is None


def test_a_best_of_zero_is_a_value() -> None:
    figures = {"killed": {"total": {"low": 2, "best": 0, "high": 0}}}
    assert value_of(incident(figures=figures), "killed") == 0


def test_a_broken_line_names_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_text('{"a": 1}\n\n{"b": \n')
    with pytest.raises(InputError, match=r"claims\.jsonl:3"):
        list(read_rows(file))
