"""Victims told by how many a crime had: "a triple homicide", "the double shooting"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bearwitness.claims.count_reading import CountReading
from bearwitness.model.claim import Casualty, Outcome
from bearwitness.text.sentences import Sentence

_FOLDS = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
_KILLINGS = frozenset("homicide murder killing slaying".split())
# A murder-suicide has its own dead; a "double murder trial" is of two murders all the same.
_FOLDED = re.compile(
    rf"\b(?P<fold>{'|'.join(_FOLDS)})[\s-]+(?:(?P<fatal>fatal|deadly)\s+|(?:apparent|accidental|"
    r"gang-related|drive-by|unsolved)\s+)?(?P<crime>homicide|murder|killing|slaying|shooting|"
    r"stabbing)\b(?![\s/-]+(?:and\s+)?(?:attempted\s+)?suicide)",
    re.I,
)


def with_folded(
    words: str, sentence: Sentence, readings: Sequence[CountReading]
) -> list[CountReading]:
    """The readings, and one of the people that a "double" or "triple" crime befell.

    Where the sentence counts people itself, the crime's name only says the same again.

    Args:
        words: the sentence's text.
        sentence: its offsets.
        readings: what was read in it.
    """
    out = list(readings)
    found = _FOLDED.search(words)
    if found is None:
        return out
    killed = found["fatal"] is not None or found["crime"].lower() in _KILLINGS
    outcome: Outcome = "killed" if killed else "casualties"
    number = _FOLDS[found["fold"].lower()]
    if any(_says_as_much(r, outcome, number) for r in readings):
        return out
    start, end = sentence.start + found.start(), sentence.start + found.end()
    casualty = Casualty(outcome, number, number, "exactly")
    return [*out, CountReading(start, end, casualty, "folded", strength=0.8)]


def _says_as_much(reading: CountReading, outcome: Outcome, number: int) -> bool:
    """Whether a count is of the same outcome, or of as many people."""
    low = reading.casualty.low or 0
    return low >= number or (low > 1 and reading.casualty.outcome == outcome)
