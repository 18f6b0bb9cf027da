from __future__ import annotations

from typing import Any

import pytest
from tests.evaluate.rows import claim, figure, incident

from bearwitness.evaluate.guess import why_wrong

TEXT = "Nine died; two more died later."


def nine(**more: Any) -> dict[str, Any]:
    return claim("d", TEXT, "Nine", low=9, high=9, **more)


def ours(total: int | None, rule: str = "stated") -> dict[str, Any]:
    killed = {"total": None if total is None else figure(total, rule=rule)}
    return incident(figures={"killed": killed})


@pytest.mark.parametrize(
    ("claims", "found", "value", "guess"),
    [
        ([], ours(2), 2, "number not found"),
        ([], None, None, "no incident"),
        ([nine(outcome="injured")], ours(2), 2, "read as injured"),
        ([nine(scope="cumulative")], ours(2), 2, "read as cumulative"),
        ([nine(incident_id="inc-2")], ours(2), 2, "claim in other incident"),
        ([nine()], ours(11, "sum_of_parts"), 11, "subset added"),
        ([nine()], ours(7, "sum_of_parts"), 7, "wrong sum"),
        ([nine(subset=True)], ours(2), 2, "read as subset"),
        ([nine()], ours(2), 2, "smaller claim taken"),
    ],
)
def test_the_guess_names_what_went_wrong(
    claims: list[dict[str, Any]], found: dict[str, Any] | None, value: int | None, guess: str
) -> None:
    assert why_wrong(TEXT, "killed", 9, value, found, claims) == guess


def test_another_texts_figure_in_a_merged_incident_is_told() -> None:
    merged = {**ours(4, "range_of_sources"), "documents": ["doc-d", "doc-e"]}
    merged["figures"]["killed"]["total"]["used"] = ["clm-e"]
    assert why_wrong(TEXT, "killed", 9, 4, merged, [nine()]) == (
        "merged: another text's figure taken"
    )
    assert why_wrong(TEXT, "killed", 9, 4, merged, [nine(scope="window")]) == "read as window"


def test_a_coded_zero_and_an_absent_number_are_told_first() -> None:
    assert why_wrong(TEXT, "killed", 0, 4, ours(4), []) == "coded 0, we said more"
    assert why_wrong(TEXT, "killed", 11, 9, ours(9), []) == "gold number not in text"
