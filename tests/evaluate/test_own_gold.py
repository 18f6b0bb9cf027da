"""Our own gold: its readings quote their texts, and the reader holds its floors on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bearwitness.evaluate.exports import read_rows
from bearwitness.evaluate.gate import check, load_floors
from bearwitness.evaluate.measure import Sample, measure
from bearwitness.evaluate.own_gold import FILE
from bearwitness.evaluate.sets import sets_in


@pytest.fixture(scope="module")
def evals(repository: Path) -> Path:
    return repository / "evals"


def test_every_reading_quotes_its_text(evals: Path) -> None:
    rows = list(read_rows(evals / FILE))
    assert len(rows) >= 200
    assert len({r["id"] for r in rows}) == len(rows) == len({r["text"] for r in rows})
    for row in rows:
        for reading in row["readings"]:
            assert row["text"][reading["start"] : reading["end"]] == reading["quote"]
            low, high = reading["low"], reading["high"]
            assert low is None or high is None or low <= high
            assert reading["attributed_to"] is None or reading["attributed_to"] in row["text"]


def test_every_construction_is_there(evals: Path) -> None:
    readings = [r for row in read_rows(evals / FILE) for r in row["readings"]]
    for field, wanted in {
        "outcome": {"killed", "injured", "missing", "detained", "displaced", "casualties"},
        "qualifier": {
            "exactly", "at_least", "more_than", "about", "up_to", "vague", "unknown", None,
        },
        "scope": {"incident", "part", "window", "cumulative"},
        "status": {"civilian", "combatant", "unknown", "any", None},
        "statement": {None, "unknown_number", "none_reported", "denied"},
        "hedge": {None, "reported", "alleged", "denied", "unconfirmed"},
        "subset": {True, False},
        "superseded": {True, False},
    }.items():  # fmt: skip
        assert {r[field] for r in readings} == wanted, field


@pytest.mark.slow
def test_the_reader_holds_its_floors(evals: Path) -> None:
    asked, skipped = sets_in([evals], ["own"])
    assert skipped == []
    measured = measure(asked, Sample(), jobs=2)
    assert check(asked, measured, load_floors(evals / "floors.json")) == []
