"""The days that a toll covers, as its own sentence says, whatever else the report tells."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.other_kinds import told


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Some 41,000 people were forced to flee so far this year, the agency said.", (2022, 1, 1)),
        (
            "Since the beginning of the hill operation on 7 May, there have been around 470 "
            "arrests, the society said.",
            (2022, 5, 7),
        ),
        (
            "The invasion, which began in February, has displaced 6 million citizens, it said.",
            (2022, 2, 1),
        ),
    ],
)
def test_a_toll_since_a_day_runs_to_the_report(text: str, start: tuple[int, int, int]) -> None:
    [claim] = [*told("displacement", text), *told("casualty", text)]
    assert claim.when.start == date(*start)
    assert claim.when.end == date(2022, 6, 15)


def test_a_toll_told_by_a_month_does_not_begin_in_it() -> None:
    [claim] = told("displacement", "By April, more than 600,000 people had fled the city.")
    assert (claim.when.start, claim.when.end) == (None, None)
