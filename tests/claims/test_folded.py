"""Victims told by the name of the crime: "a triple homicide", "the double shooting"."""

from __future__ import annotations

import pytest

from bearwitness.claims.extract import _read_all
from bearwitness.text.sentences import segment


def told(text: str) -> list[tuple[str, int | None, str]]:
    sentences = segment(text, [])
    return [
        (r.casualty.outcome, r.casualty.low, text[r.start : r.end])
        for found in _read_all(text, sentences, frozenset()).values()
        for r in found
        if r.rule == "folded"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was held over the triple homicide.", ("killed", 3, "triple homicide")),
        ("Police are looking into a double shooting.", ("casualties", 2, "double shooting")),
        ("The triple fatal shooting shocked the town.", ("killed", 3, "triple fatal shooting")),
        ("Two people were killed in a triple shooting.", ("casualties", 3, "triple shooting")),
        ("A quadruple stabbing closed the road.", ("casualties", 4, "quadruple stabbing")),
    ],
)
def test_a_crime_s_fold_counts_its_victims(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Police call it a double murder-suicide.",
        "A double suicide bombing hit the market.",
        "Three people were shot in a triple shooting.",
        "Two clerks were shot in a double shooting.",
        "The police doubled the reward after the shooting.",
    ],
)
def test_other_folds_count_nobody(text):
    assert told(text) == []
