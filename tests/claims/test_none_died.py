from __future__ import annotations

import pytest

from bearwitness.claims.extract import _read_all
from bearwitness.model.claim import Casualty
from bearwitness.text.sentences import segment


def counts(text: str) -> list[Casualty]:
    read = _read_all(text, segment(text), frozenset())
    return [r.casualty for own in read.values() for r in own]


@pytest.mark.parametrize(
    "text",
    [
        "Two men were shot by a masked man. No fatalities were reported.",
        "Two men were shot outside a mill; there were no deaths.",
    ],
)
def test_people_shot_were_hurt_where_nobody_died(text: str) -> None:
    told = [c for c in counts(text) if c.low == 2]
    assert [c.outcome for c in told] == ["injured"]


@pytest.mark.parametrize(
    "text",
    [
        "Two men were shot by a masked man.",
        "Two men were shot by a masked man. No casualties were reported elsewhere.",
        "Two men were shot. No deaths were reported at first, and one later died of his wounds.",
    ],
)
def test_their_outcome_stays_open_elsewhere(text: str) -> None:
    told = [c for c in counts(text) if c.low == 2]
    assert [c.outcome for c in told] == ["casualties"]
