"""A toll told again in words that leave out what it counts."""

from __future__ import annotations

import pytest

from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.counts import read_counts
from bearwitness.claims.figure_again import told_again
from bearwitness.text.sentences import segment


def read(text: str) -> list[CountReading]:
    """The readings of a text, each sentence after the one before it."""
    out: list[CountReading] = []
    before: list[CountReading] = []
    for sentence in segment(text):
        words = text[sentence.start : sentence.end]
        found = told_again(words, sentence, read_counts(text, sentence), before)
        before = found or before
        out += found
    return out


def told(text: str) -> list[tuple[str, int | None, int | None, bool]]:
    return [
        (r.casualty.outcome, r.casualty.low, r.casualty.high, r.casualty.subset) for r in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fifty people were killed, activists said. State radio put the figure at 12.",
            [("killed", 50, 50, False), ("killed", 12, 12, False)],
        ),
        (
            "Medics listed eleven dead; it now stands at 13.",
            [("killed", 11, 11, False), ("killed", 13, 13, False)],
        ),
        (
            "The army spoke of five dead; the rebels put them at 50.",
            [("killed", 5, 5, False), ("killed", 50, 50, False)],
        ),
        ("The confirmed dead from the strike now number 19.", [("killed", 19, 19, False)]),
        ("Estimates of the dead in the raid range from 40 to 65.", [("killed", 40, 65, False)]),
        (
            "Another died on Friday, bringing the number of troops killed to four.",
            [("killed", 1, 1, False), ("killed", 4, 4, False)],
        ),
        (
            "The strike killed 45 people. Eleven were pupils.",
            [("killed", 45, 45, False), ("killed", 11, 11, True)],
        ),
    ],
)
def test_a_figure_goes_on_with_the_toll_before(
    text: str, expected: list[tuple[str, int | None, int | None, bool]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministry put the figure at 12.",
        "The strike killed 45 people. The airline put the cost at 12 million.",
        "Nine people were killed. Eleven were tanks.",
        "The strike killed 4 people. Eleven were pupils.",
    ],
)
def test_a_figure_of_other_things_is_not_taken_for_a_toll(text: str) -> None:
    assert not [r for r in read(text) if r.rule == "again"]


def test_the_people_named_give_their_status() -> None:
    found = read("A mine blast came on Friday, raising the tally of dead soldiers to nine.")
    assert [(r.casualty.low, r.casualty.status) for r in found] == [(9, "combatant")]
