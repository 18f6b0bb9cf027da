from __future__ import annotations

import pytest

from bearwitness.claims.counts import read_counts
from bearwitness.text.sentences import segment


def killed(text: str) -> list[tuple[str, int | None]]:
    (sentence,) = segment(text)
    return [
        (text[r.start : r.end], r.casualty.low)
        for r in read_counts(text, sentence)
        if r.casualty.outcome == "killed"
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Officials condemned the killing in Kabul of three teachers.", [("three", 3)]),
        ("It followed the murder on the evening of 27 May of six miners.", [("six", 6)]),
        ("Marchers recalled the assassination on Tuesday of an editor.", [("an editor", 1)]),
        (
            "The party denounced the murder in the capital last Friday of a union leader and "
            "two teachers.",
            [("a union leader", 1), ("two", 2)],
        ),
    ],
)
def test_a_place_or_a_day_may_stand_between_a_death_and_whom_it_befell(
    text: str, counts: list[tuple[str, int | None]]
) -> None:
    assert killed(text) == counts


@pytest.mark.parametrize(
    "text",
    [
        "He was charged with attempted murder in the shooting of the district clerk.",
        "The remains lay in the hole of the North County Jail.",
        "The deaths in the city of San Perdido shocked many.",
    ],
)
def test_what_another_noun_owns_is_not_who_died(text: str) -> None:
    assert killed(text) == []
