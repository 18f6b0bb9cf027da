from __future__ import annotations

import pytest

from bearwitness.claims.coder_notes import find_coded_total


@pytest.mark.parametrize(
    ("note", "value", "rule", "whole"),
    [
        ("Unknown fatalities coded as 10.", 10, "coded", None),
        ("Total fatalities coded as 7.", 7, "coded", None),
        ("10 fatalities were split between Northton and Southton.", 5, "coded_share", 10),
        ("Fatalities coded as 10 and split across 5 locations.", 2, "coded_share", 10),
        ("Total fatalities: 12, split between two events.", 6, "coded_share", 12),
    ],
)
def test_a_coders_note_states_the_records_own_total(
    note: str, value: int, rule: str, whole: int | None
) -> None:
    found = find_coded_total(note)
    assert found is not None
    assert (found.value, found.rule, found.whole) == (value, rule, whole)


def test_a_part_allotted_to_the_place_is_the_records_own() -> None:
    note = "Fatalities coded as 10, split between Northton (4) and Southton (6)."
    found = find_coded_total(note, ("Southton",))
    assert found is not None
    assert (found.value, found.whole) == (6, 10)


def test_a_report_is_no_coders_note() -> None:
    assert find_coded_total("Ten men died when shells fell on Northton.") is None
