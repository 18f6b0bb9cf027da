"""Persons told one to a sentence, by ages of their own."""

from __future__ import annotations

import pytest
from tests.claims.test_also_harmed import counts

LEAD = "Gunfire broke out on Saturday in a park in Homs.\n\n"


def whole(text: str, outcome: str) -> list[int | None]:
    """The numbers of one outcome that are no part of another."""
    return [c.low for c in counts(LEAD + text, outcome) if not c.subset and c.scope == "incident"]


@pytest.mark.parametrize(
    ("text", "outcome", "numbers"),
    [
        (
            "The 47-year-old was shot in the back. The 19-year-old was struck in the leg.",
            "casualties",
            [2],
        ),
        (
            "A man, 28, was shot in the arm. A woman, 31, was shot in the leg.",
            "casualties",
            [2],
        ),
        (
            "A 28-year-old man was shot in the arm. A 31-year-old woman was shot dead. "
            "A 40-year-old clerk was wounded.",
            "injured",
            [2],
        ),
        ("A 15-year-old boy was killed. A 9-year-old girl was killed nearby.", "killed", [2]),
    ],
)
def test_different_ages_are_different_persons(
    text: str, outcome: str, numbers: list[int | None]
) -> None:
    assert whole(text, outcome) == numbers


@pytest.mark.parametrize(
    ("text", "outcome", "numbers"),
    [
        ("A 47-year-old man was shot. The 47-year-old is a clerk.", "casualties", [1]),
        ("A boy was shot in the arm. The 15-year-old was shot twice.", "casualties", [1]),
        (
            "Two people were shot. A 28-year-old man was shot in the arm.",
            "casualties",
            [2, 1],
        ),
        (
            "A man died. A 28-year-old man was shot in the arm. A 31-year-old was shot in the leg.",
            "injured",
            [],
        ),
    ],
)
def test_one_age_a_count_of_several_or_an_unnamed_dead_make_no_sum(
    text: str, outcome: str, numbers: list[int | None]
) -> None:
    assert whole(text, outcome) == numbers


def test_those_summed_up_are_the_premises() -> None:
    text = "The 47-year-old was shot in the back. The 19-year-old was shot in the leg."
    (total,) = (c for c in counts(LEAD + text, "casualties") if c.derived is not None)
    assert total.derived is not None
    assert len(total.derived.premises) == 2
