from __future__ import annotations

import pytest

from bearwitness.claims.extract import _read_all
from bearwitness.text.sentences import segment


def harmed(text: str) -> list[tuple[str, str, int | None]]:
    """What is read of people told of again: words, outcome and number."""
    read = _read_all(text, segment(text), frozenset())
    return [
        (text[r.start : r.end], r.casualty.outcome, r.casualty.low)
        for own in read.values()
        for r in own
        if r.rule == "resumed"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Bandits attacked four traders near the ford. The traders were later found dead.",
            ("The traders", "killed", 4),
        ),
        (
            "A mine exploded under a cart carrying three women. The women were badly wounded.",
            ("The women", "injured", 3),
        ),
        (
            "Bandits attacked four traders near the ford. They were all killed.",
            ("They", "killed", 4),
        ),
        (
            "Raiders seized two drivers, and the drivers were shot dead.",
            ("the drivers", "killed", 2),
        ),
        (
            "Two watchmen were attacked by a mob. Both were beaten to death.",
            ("Both", "killed", 2),
        ),
        (
            "Raiders attacked a man and a woman in an orchard. Both victims died.",
            ("Both victims", "killed", 2),
        ),
    ],
)
def test_those_attacked_are_counted_where_their_harm_is_told(
    text: str, told: tuple[str, str, int]
) -> None:
    assert harmed(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Two armed men shot at the guards. They were killed when the guards fired back.",
        "Three raiders attacked two guards. They were shot dead.",
        "Four people were shot at a fair. One of the victims later died.",
        "Raiders killed four traders. The traders were killed at dawn.",
        "Both sides lost men. Both were blamed.",
        "Raiders attacked four traders. The women killed were from the next village.",
    ],
)
def test_nothing_is_made_of_words_that_may_mean_others(text: str) -> None:
    assert harmed(text) == []
