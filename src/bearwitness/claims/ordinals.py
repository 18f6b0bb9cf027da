"""Victims told by their rank: where nine are dead, "a tenth victim died" makes ten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bearwitness.claims.count_reading import CountReading
from bearwitness.text.sentences import Sentence

_RANKS = (
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_VICTIM = re.compile(
    rf"\W*(?:an?|the)\s+(?:(?P<word>{'|'.join(_RANKS)})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th))\s+"
    r"(?:victim|person|fatality|casualty)\b",
    re.I,
)


def with_ranks(
    words: str, sentence: Sentence, readings: Sequence[CountReading], dead: AbstractSet[int | None]
) -> list[CountReading]:
    """The readings, those of a dead person told by rank counting all who had died by then.

    Only where one fewer were told dead before: a "second victim" may be the second of those shot.

    Args:
        words: the sentence's text.
        sentence: its offsets.
        readings: what was read in it.
        dead: the numbers of dead that the report gave before.
    """
    out: list[CountReading] = []
    for r in readings:
        found = _VICTIM.match(words, r.start - sentence.start)
        if found is None or r.casualty.outcome != "killed" or r.casualty.low != 1:
            out.append(r)
            continue
        word, digits = found["word"], found["digits"]
        rank = int(digits) if digits else _RANKS.index(word.lower()) + 2
        if rank - 1 not in dead:
            out.append(r)
            continue
        casualty = replace(r.casualty, low=rank, high=rank, subset=False, status="any")
        out.append(replace(r, casualty=casualty, rule="rank", singular=False, definite=False))
    return out
