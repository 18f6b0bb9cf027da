"""Words that tell of captives, and of what else is captured."""

from __future__ import annotations

import pytest

from bearwitness.claims.cues import find_cues
from bearwitness.text.tokens import tokenize


def outcomes(text: str) -> list[str]:
    return [c.cue.outcome for c in find_cues(tokenize(text))]


@pytest.mark.parametrize(
    "text",
    [
        "after capturing several villages on the road to a town of about 60,000 people",
        "they captured a key crossroad north of the town",
        "forces captured the last rebel-held enclave, sending thousands of refugees away",
        "the army captured one of the largest towns in the north",
    ],
)
def test_a_place_that_is_captured_is_no_captive(text: str) -> None:
    assert outcomes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "the army captured 20 fighters near the town",
        "rebels captured eight soldiers in the village",
        "the group captured dozens of soldiers and a base",
    ],
)
def test_persons_who_are_captured_are(text: str) -> None:
    assert outcomes(text) == ["detained"]
