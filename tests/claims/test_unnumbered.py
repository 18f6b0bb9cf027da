from __future__ import annotations

import pytest

from bearwitness.claims.counts import read_counts
from bearwitness.claims.unnumbered import named_item
from bearwitness.text.sentences import segment
from bearwitness.text.tokens import tokenize


def single(text: str) -> list[str]:
    (sentence,) = segment(text)
    return [text[r.start : r.end] for r in read_counts(text, sentence) if r.casualty.low == 1]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor was killed on Monday.", ["The mayor"]),
        ("An airstrike killed him.", ["him"]),
        ("Gunmen shot dead a shepherd.", ["a shepherd"]),
    ],
)
def test_one_victim_needs_no_number(text: str, who: list[str]) -> None:
    assert single(text) == who


@pytest.mark.parametrize(
    "text", ["The plan was killed in committee.", "The attack killed nobody.", "It was killed."]
)
def test_things_and_nobody_are_no_victims(text: str) -> None:
    assert single(text) == []


def test_a_list_item_may_name_one_person() -> None:
    (group,) = named_item(tokenize("* Firstname Lastname (13 years old)"))
    assert (group.quantity.low, group.attributes) == (1, ("named",))
    assert named_item(tokenize("* several houses")) == []
